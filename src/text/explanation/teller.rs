//! Everything sentences speak of, and what it is called in them.

use crate::catalogue::Catalogue;
use crate::judgement::{CellJudgement, Judgement};
use crate::record::{Assessment, InformationItem, Level, Objective, QuestionId, Record};
use crate::text::fields::question_name;
use crate::text::labels::{assessment, level as level_name};
use crate::text::{Lang, marks};

/// Everything sentences speak of.
pub(super) struct Teller<'a> {
    pub(super) record: &'a Record,
    pub(super) catalogue: &'a Catalogue,
    pub(super) judgement: &'a Judgement,
    pub(super) lang: Lang,
    /// What the items are called, in their order.
    pub(super) names: Vec<String>,
}

impl Teller<'_> {
    pub(super) fn join(&self, parts: &[String]) -> String {
        parts.join(marks::comma(self.lang))
    }

    pub(super) fn question(&self, id: &QuestionId) -> String {
        question_name(id, self.catalogue, self.lang)
    }

    pub(super) fn level(&self, level: Level) -> String {
        level_name(level, self.catalogue, self.lang)
    }

    pub(super) fn assessment(&self, value: Assessment) -> String {
        assessment(value, self.catalogue, self.lang)
    }

    /// The cells of an objective, each with its item and what that is called.
    pub(super) fn cells(&self, objective: Objective) -> impl Iterator<Item = (&str, &InformationItem, &CellJudgement)> {
        let items = self.names.iter().zip(&self.record.items).zip(&self.judgement.items);
        items.map(move |((name, item), judged)| (name.as_str(), item, &judged.cells[objective]))
    }
}
