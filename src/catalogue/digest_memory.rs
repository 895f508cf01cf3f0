//! A digest that is computed at most once.

use std::sync::OnceLock;

use crate::record::ContentDigest;

/// Keeps the digest of a catalogue, so that it can be asked for at every keystroke.
///
/// It is no part of the content: all memories are equal. A clone begins with an empty one, since a clone is what is made
/// before something is changed.
#[derive(Debug, Default)]
pub struct DigestMemory(OnceLock<ContentDigest>);

impl DigestMemory {
    /// The digest, computed at the first call.
    pub fn get_or_compute(&self, compute: impl FnOnce() -> ContentDigest) -> ContentDigest {
        self.0.get_or_init(compute).clone()
    }
}

impl Clone for DigestMemory {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for DigestMemory {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for DigestMemory {}
