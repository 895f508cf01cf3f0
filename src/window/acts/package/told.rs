//! What of a package is told, whoever takes it in.

use std::sync::Arc;

use crate::export::Forgiven;
use crate::package::{CameAttached, Package};
use crate::text::{Lang, Message, archive as archive_words, package as package_words, window as words};

/// What came attached in a package.
pub fn came_attached(package: &Package) -> Vec<Arc<CameAttached>> {
    package.attachments().into_iter().map(Arc::new).collect()
}

/// What of the outer form of a package was let pass; nothing if it is as the program packs it.
pub fn passed_over(forgiven: &[Forgiven], lang: Lang) -> Option<Message> {
    let said: Vec<String> = forgiven.iter().map(|forgiven| forgiven.words(lang)).collect();
    (!said.is_empty()).then(|| Message { what: archive_words::passed_over(&said, lang), ..Message::default() })
}

/// That attachments are missing or changed; nothing if none is.
pub fn damaged_attachments(package: &Package, lang: Lang) -> Option<Message> {
    let attachments = package.attachments();
    let damaged = attachments.iter().filter_map(|came| Some((came.title.as_str(), came.content.as_ref().err()?)));
    let said: Vec<String> = damaged
        .map(|(title, problem)| package_words::of_attachment(title, problem.file(), &problem.message(lang).what, lang))
        .collect();
    (!said.is_empty()).then(|| words::damaged_attachments(&said, lang))
}
