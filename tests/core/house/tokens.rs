//! Steps over the tokens of a source.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// Whether an attribute says that what follows is for tests only, and where it ends.
pub fn attribute(tokens: &[TokenTree], start: usize) -> (bool, usize) {
    let mut at = start + 1;
    if is_punct(tokens.get(at), '!') {
        at += 1;
    }
    match tokens.get(at) {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Bracket => (
            ["cfg(test)", "cfg(all(test,"].iter().any(|test| group.stream().to_string().replace(' ', "").starts_with(test)),
            at + 1,
        ),
        _ => (false, at),
    }
}

/// Where the item ends that begins here: behind its `;`, or behind its braces.
pub fn after_item(tokens: &[TokenTree], start: usize) -> usize {
    let is_use = tokens[start..].iter().take(3).any(|token| matches!(token, TokenTree::Ident(word) if word == "use"));
    for (at, token) in tokens.iter().enumerate().skip(start) {
        let braces = matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
        if is_punct(Some(token), ';') || (braces && !is_use) {
            return at + 1;
        }
    }
    tokens.len()
}

pub fn is_punct(token: Option<&TokenTree>, mark: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == mark)
}

pub fn trees(stream: TokenStream) -> Vec<TokenTree> {
    stream.into_iter().collect()
}
