//! What of a package is told, whoever takes it in.

use std::sync::Arc;

use crate::package::{CameAttached, Package};
use crate::text::{Lang, Message, package as package_words, window as words};

/// What came attached in a package.
pub fn came_attached(package: &Package) -> Vec<Arc<CameAttached>> {
    package.attachments().into_iter().map(Arc::new).collect()
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
