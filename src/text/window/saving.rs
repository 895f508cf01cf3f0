//! A save that does not come to its end.

use std::path::Path;

use crate::text::{Lang, Message, marks, shown_path};

sentences! {
    /// The same as [`hangs`], in the footer.
    hangs_in_short(file: &str) = "「{file}」の保存が終わりません。別の場所に「別名で保存」できます。",
        "Saving “{file}” does not come to its end. You can save to another place.";
    no_answer = "保存先が応答しません。共有フォルダーやネットワークの接続が切れているおそれがあります。",
        "The place of the file does not answer. A share or the network may be disconnected.";
    saving_to(path: &str) = "保存先: {path}", "Saving to: {path}";
    go_on_meanwhile = "接続を確かめてください。待つ間も入力を続けられ、別の場所に「別名で保存」することもできます。",
        "Check the connection. You can go on typing while it is waited for, and save to another place.";
    kept_meanwhile = "画面の内容の控えは、このコンピューターに取り続けています。",
        "What is on the screen is kept for recovery on this computer meanwhile.";
}

/// That a save does not come to its end, and what can be done.
pub fn hangs(path: &Path, is_kept: bool, lang: Lang) -> Message {
    let action: &[&str] = if is_kept { &[go_on_meanwhile(lang), kept_meanwhile(lang)] } else { &[go_on_meanwhile(lang)] };
    Message {
        what: no_answer(lang).to_owned(),
        place: saving_to(&shown_path(path), lang),
        action: action.join(marks::between_sentences(lang)),
        ..Message::default()
    }
}
