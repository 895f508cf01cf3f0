//! What an export is made of.

use super::{Along, CopyKind};
use crate::catalogue::Catalogue;
use crate::judgement::Judgement;
use crate::record::{Date, Record};
use crate::text::Lang;

/// Everything an export is made of.
#[derive(Clone, Copy, Debug)]
pub struct ExportInput<'a> {
    /// The record.
    pub record: &'a Record,
    /// The catalogue it was judged by.
    pub catalogue: &'a Catalogue,
    /// The judgement of the record by that catalogue on that day.
    pub judgement: &'a Judgement,
    /// The day of the export.
    pub today: Date,
    /// The language of what people read. Data are the same in both.
    pub lang: Lang,
    /// Whether every page says 作成中. [`CopyKind::at_hand`] is what the record's state allows.
    pub copy: CopyKind,
    /// What goes along beside the content.
    pub along: Along,
}

impl<'a> ExportInput<'a> {
    /// A record with its judgement: the best copy that its state allows, and nothing beside its content.
    #[must_use]
    pub fn new(record: &'a Record, catalogue: &'a Catalogue, judgement: &'a Judgement, today: Date, lang: Lang) -> Self {
        let copy = CopyKind::at_hand(record, judgement);
        Self { record, catalogue, judgement, today, lang, copy, along: Along::default() }
    }
}
