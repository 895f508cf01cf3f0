//! What was made, and opening it.

use std::path::Path;

use crate::text::{Lang, Message, shown_path};

sentences! {
    not_opened_what = "ほかのプログラムで開けませんでした。", "It could not be opened with another program.";
    not_opened_do = "ファイルは作られています。場所をコピーして、ご自身で開いてください。", "The file was made. Copy its path and open it yourself.";
}

/// A file that was made could not be opened outside.
pub fn not_opened_outside(path: &Path, said: &str, lang: Lang) -> Message {
    Message {
        what: not_opened_what(lang).to_owned(),
        place: shown_path(path),
        expected: said.to_owned(),
        action: not_opened_do(lang).to_owned(),
    }
}
