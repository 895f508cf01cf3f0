//! What goes along in the next package.

use std::collections::BTreeMap;

use crate::package::{self, Circle, Offer, PackageKind};
use crate::record::Record;

/// What goes along in the next package: comments that were exchanged with whoever receives it, unless the user decides otherwise.
#[derive(Clone, Debug, Default)]
pub(in crate::window) struct GoesAlong {
    /// What the user decided on, by package.
    pub(in crate::window) decided: BTreeMap<(&'static str, Circle), bool>,
    /// Whether the history does.
    pub(in crate::window) history: bool,
}

impl GoesAlong {
    /// Whether the comments of an offer go along.
    pub(in crate::window) fn wants(&self, kind: PackageKind, offer: &Offer) -> bool {
        self.decided.get(&(kind.name(), offer.circle.clone())).copied().unwrap_or(offer.by_default)
    }

    /// The circles whose comments go along, and whether the history does.
    pub(in crate::window) fn of<'a>(
        &self,
        kind: PackageKind,
        record: &Record,
        results: impl IntoIterator<Item = &'a Record>,
    ) -> (Vec<Circle>, bool) {
        let offers = package::comments_to_offer(kind, record, results).into_iter();
        (offers.filter(|offer| self.wants(kind, offer)).map(|offer| offer.circle).collect(), self.history)
    }
}
