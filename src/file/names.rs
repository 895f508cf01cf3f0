//! How messages name a file.

use std::path::Path;

use super::problem::shown;
use crate::text::file::place as words;
use crate::text::{Lang, shown_path};

/// The name of a file as messages show it.
pub(super) fn name_of(path: &Path) -> String {
    shown(&shown_path(path.file_name().unwrap_or(path.as_os_str())), 120)
}

/// Where: a file by its name.
pub(super) fn at_name(name: &str, lang: Lang) -> String {
    words::file(name, lang)
}

/// Where: a file by its whole path.
pub(super) fn at_path(path: &Path, lang: Lang) -> String {
    let folder = path.parent().map(shown_path).unwrap_or_default();
    let name = at_name(&name_of(path), lang);
    if folder.is_empty() { name } else { format!("{name} ({})", shown(&folder, 200)) }
}
