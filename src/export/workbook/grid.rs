//! The worksheet of the items before it is drawn: one row an item, a column for each thing that is asked of it.

use super::super::carried::{CELL_UNITS, NotCarried};
use super::super::entered;
use super::super::report::{Emphasis, Entry};
use super::super::{ExportError, ExportInput};
use super::guide::{derived_from, guide};
use super::marks::{NEW, NUMBER, ShownDecision, new_item_ids};
use super::page::Guide;
use super::text::cut;
use crate::catalogue::{Effect, Question, Section};
use crate::judgement::{CauseEffect, CellJudgement, QuestionState};
use crate::record::{
    Choice, ConfidentialityGrade, ContentDigest, Edit, Field, InformationItem, ItemField, ItemId, NewItem, Objective,
    PerObjective, QuestionId, Record,
};
use crate::text::{Label as _, Lang, labels, marks, report as report_words, workbook as words};

/// The worksheet of the items.
pub(super) struct Grid {
    /// The columns, in their order.
    pub columns: Vec<Column>,
    /// The rows: the items, then those in which items can be added.
    pub rows: Vec<GridRow>,
    /// Whether there are so many that two objectives share a page.
    pub is_dense: bool,
}

/// A column that is seen.
pub(super) struct Column {
    /// What stands in it.
    pub what: What,
    /// What stands small above its title: the question it answers.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its width in characters.
    pub width: f64,
    /// What may be entered in its cells; nothing if they are not filled in.
    pub guide: Option<Guide>,
}

/// What stands in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// The number of the row.
    Number,
    /// How much is left to be filled in.
    Remaining,
    /// An attribute of the item.
    Attribute(ItemField),
    /// Its answer to a question.
    Answer(QuestionId),
    /// What its answers propose.
    Proposal(Objective),
    /// What was decided.
    Decision(Objective),
    /// Why.
    Reason(Objective),
}

/// A row.
pub(super) struct GridRow {
    /// What names it, in a hidden cell.
    pub key: String,
    /// The keys of the decisions, in hidden cells left of them.
    pub decisions: PerObjective<String>,
    /// A cell for each column.
    pub cells: Vec<GridCell>,
    /// Whether it is for an item that may be added.
    pub is_new: bool,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum GridCell {
    /// It is not filled in.
    Fixed(String, Emphasis),
    /// It is to be filled in, and says this now.
    Answer(String),
    /// So much is left to be filled in.
    Remaining(usize),
}

/// The width of the column of the names.
const NAME_WIDTH: f64 = 16.0;
/// Up to so many items, each objective is printed on pages of its own.
const MOST_SPACIOUS: usize = 12;

/// How many columns stay in view: number, name, and what is left. The first two are repeated at the left of every page.
pub(super) const HEAD_COLUMNS: usize = 3;

impl What {
    /// The step of the table that a column belongs to: first the names, then the attributes, then the objectives.
    pub fn objective(&self, input: &ExportInput<'_>) -> Option<Objective> {
        match self {
            Self::Number | Self::Remaining | Self::Attribute(_) => None,
            Self::Answer(id) => input.catalogue.question(id).and_then(|question| question.section.objective()),
            Self::Proposal(objective) | Self::Decision(objective) | Self::Reason(objective) => Some(*objective),
        }
    }

    /// The entry of a cell of this column.
    pub fn entry(&self, item: &ItemId) -> Option<Entry> {
        match self {
            Self::Number | Self::Remaining | Self::Proposal(_) => None,
            Self::Attribute(part) => Some(entered::item_entry(Field::Item(item.clone(), *part))),
            Self::Answer(question) => Some(Entry::Answer(Field::Answer(item.clone(), question.clone()))),
            Self::Decision(objective) => Some(Entry::Choice(Field::Decision(item.clone(), *objective))),
            Self::Reason(objective) => Some(Entry::Text(Field::Reason(item.clone(), *objective))),
        }
    }

    /// What names the column: the rest of a cell's key behind that of its row. A decision has a key of its own.
    pub fn key(&self) -> String {
        match self {
            Self::Number => NUMBER.to_owned(),
            Self::Remaining | Self::Proposal(_) | Self::Decision(_) => String::new(),
            Self::Attribute(part) => format!(".{}", part.name()),
            Self::Answer(question) => format!(".answers.{question}"),
            Self::Reason(objective) => format!(".decisions.{}.reason", objective.name()),
        }
    }
}

impl GridRow {
    /// How many of its cells have a key.
    pub fn answers(&self) -> usize {
        self.cells.iter().filter(|cell| matches!(cell, GridCell::Answer(_))).count()
    }
}

/// The worksheet of the items of a record.
///
/// # Errors
/// Only if the judgement is of another record.
pub(super) fn grid(input: &ExportInput<'_>) -> Result<Grid, ExportError> {
    let ids = new_item_ids(input.record);
    let mut record = input.record.clone();
    let new = |id| NewItem { id, name: String::new(), description: String::new() };
    let packing = |problem: String| ExportError::Packing { problem };
    record.apply(Edit::AddItems(ids.iter().cloned().map(new).collect())).map_err(|error| packing(error.to_string()))?;
    let is_dense = input.record.items.len() > MOST_SPACIOUS;
    let columns = columns(&record, is_dense, input);
    let mut rows = Vec::with_capacity(record.items.len());
    for (index, item) in record.items.iter().enumerate() {
        rows.push(row(index + 1, item, &columns, &record, input)?);
    }
    Ok(Grid { columns, rows, is_dense })
}

fn columns(record: &Record, is_dense: bool, input: &ExportInput<'_>) -> Vec<Column> {
    let lang = input.lang;
    let sample = record.items.last().map(|item| item.id.clone());
    let column = |what: What, id: String, title: String, width: f64| {
        let entry = sample.as_ref().and_then(|item| what.entry(item));
        let guide = entry.map(|entry| guide(&entry, &title, record, input));
        Column { what, id, title, width, guide }
    };
    let mut columns = vec![
        column(What::Number, String::new(), words::number(lang).to_owned(), 3.5),
        column(What::Attribute(ItemField::Name), String::new(), ItemField::Name.label(lang).to_owned(), NAME_WIDTH),
        column(What::Remaining, String::new(), words::remaining(lang).to_owned(), width(lang, 5.0, 6.0)),
    ];
    for part in ItemField::ALL.into_iter().filter(|part| *part != ItemField::Name) {
        let id = derived_from(part, input).map_or_else(String::new, |question| question.id.to_string());
        columns.push(column(What::Attribute(part), id, part.label(lang).to_owned(), width_of(part, is_dense, lang)));
    }
    for objective in Objective::ALL {
        let asked = |question: &&Question| is_answered(question) && question.section.objective() == Some(objective);
        for question in input.catalogue.questions.iter().filter(asked) {
            let title = question.text.text(lang).to_owned();
            columns.push(column(
                What::Answer(question.id.clone()),
                question.id.to_string(),
                title,
                width_of_question(objective, is_dense, lang),
            ));
        }
        let (proposal, decision, reason) = (words::proposal_then(lang), report_words::decision(lang), report_words::reason(lang));
        // Two objectives that share a page have less room.
        let is_narrow = is_dense && objective != Objective::Confidentiality;
        let wide = |spacious: f64, narrow: f64| if is_narrow { narrow } else { spacious };
        columns.push(column(What::Proposal(objective), String::new(), proposal.to_owned(), wide(width(lang, 11.0, 13.0), 10.0)));
        columns.push(column(What::Decision(objective), String::new(), decision.to_owned(), width(lang, 7.5, 9.0)));
        let reason_width = match objective {
            Objective::Confidentiality if is_dense => 56.0,
            Objective::Confidentiality => 24.0,
            Objective::Integrity | Objective::Availability => wide(44.0, 22.0),
        };
        columns.push(column(What::Reason(objective), String::new(), reason.to_owned(), reason_width));
    }
    columns
}

/// Whether a question is answered by itself, and does not follow from an attribute.
fn is_answered(question: &Question) -> bool {
    question.section != Section::Gate
        && !matches!(question.effect, Effect::TaskChoice | Effect::PersonCount { .. } | Effect::GradeTwoExplains)
}

/// A width in characters; the words of one language are wider than those of the other.
fn width(lang: Lang, ja: f64, en: f64) -> f64 {
    match lang {
        Lang::Ja => ja,
        Lang::En => en,
    }
}

fn width_of(part: ItemField, is_dense: bool, lang: Lang) -> f64 {
    match part {
        ItemField::Name => NAME_WIDTH,
        ItemField::Description if is_dense => 56.0,
        ItemField::Description => 28.0,
        ItemField::Whose | ItemField::PublicationTime | ItemField::Retention => 10.0,
        ItemField::PersonalData => 14.0,
        ItemField::ConfidentialityGrade | ItemField::IntegrityGrade | ItemField::AvailabilityGrade => width(lang, 7.5, 12.0),
        ItemField::PersonCount | ItemField::Publication => width(lang, 11.0, 12.0),
    }
}

fn width_of_question(objective: Objective, is_dense: bool, lang: Lang) -> f64 {
    match objective {
        Objective::Confidentiality => width(lang, 9.0, 11.0),
        Objective::Integrity | Objective::Availability if is_dense => width(lang, 8.0, 9.0),
        Objective::Integrity | Objective::Availability => width(lang, 11.0, 13.0),
    }
}

fn row(
    number: usize,
    item: &InformationItem,
    columns: &[Column],
    record: &Record,
    input: &ExportInput<'_>,
) -> Result<GridRow, ExportError> {
    let (lang, catalogue) = (input.lang, input.catalogue);
    let is_new = input.record.item(&item.id).is_none();
    let none = PerObjective::default();
    let judged = match input.judgement.item(&item.id) {
        Some(judged) => &judged.cells,
        None if is_new => &none,
        None => return Err(ExportError::NoSuchItem { item: item.id.to_string() }),
    };
    let (mut cells, mut without) = (Vec::with_capacity(columns.len()), Vec::new());
    for Column { what, .. } in columns {
        cells.push(match (what, what.entry(&item.id)) {
            (What::Number, _) => GridCell::Fixed(number.to_string(), Emphasis::Faint),
            (What::Remaining, _) => GridCell::Remaining(if is_new { 0 } else { remaining(item, judged) }),
            (What::Proposal(objective), _) => proposal(&judged[*objective], is_new, input),
            (_, None) => GridCell::Fixed(String::new(), Emphasis::Plain),
            (_, Some(entry)) => {
                let written = entered::written(&entry, record, catalogue, lang);
                if entered::value_not_carried(&entry, record, catalogue) == Some(NotCarried::TooLong) {
                    without.push(what.key());
                    GridCell::Fixed(cut(&written, CELL_UNITS, lang), Emphasis::Open)
                } else if written.is_empty() && is_not_applicable(what, judged, input) {
                    GridCell::Answer(report_words::not_applicable(lang).to_owned())
                } else {
                    GridCell::Answer(written)
                }
            }
        });
    }
    let mut key = format!("{}items[{}] {NUMBER}{number}", if is_new { NEW.to_string() } else { String::new() }, item.id);
    for left_out in without {
        key.push_str(&format!(" {}{left_out}", super::marks::WITHOUT));
    }
    let mut decisions = PerObjective::default();
    for (objective, cell) in judged.iter() {
        decisions[objective] = decision_key(item, objective, cell, is_new)?;
    }
    Ok(GridRow { key, decisions, cells, is_new })
}

/// The key of a decision, with what is needed to know whether it was made on the sheet.
fn decision_key(item: &InformationItem, objective: Objective, cell: &CellJudgement, is_new: bool) -> Result<String, ExportError> {
    let decision = &item.decisions[objective];
    let shown = ShownDecision {
        seen: cell.seen(),
        choice: decision.choice.clone(),
        reason: Some(ContentDigest::of(decision.reason.as_str().as_bytes()).short().to_owned()),
    };
    let shown = serde_json::to_string(&shown).map_err(|error| ExportError::Packing { problem: error.to_string() })?;
    let new = if is_new { NEW.to_string() } else { String::new() };
    Ok(format!("{new}{} {shown}", Field::Decision(item.id.clone(), objective)))
}

fn is_not_applicable(what: &What, judged: &PerObjective<CellJudgement>, input: &ExportInput<'_>) -> bool {
    let (What::Answer(id), Some(objective)) = (what, what.objective(input)) else { return false };
    judged[objective].questions.iter().any(|(question, state)| question == id && *state == QuestionState::NotApplicable)
}

/// How many cells keep an item from being assessed: what is open, grades, and decisions that are not made.
pub(super) fn remaining(item: &InformationItem, judged: &PerObjective<CellJudgement>) -> usize {
    let open: usize = judged.iter().map(|(_, cell)| cell.open.len()).sum();
    let ungraded = usize::from(item.confidentiality_grade == ConfidentialityGrade::NotGraded);
    let undecided = item.decisions.iter().filter(|(_, decision)| decision.choice == Choice::NotDecided).count();
    open + ungraded + undecided
}

/// What the answers proposed when the sheet was made, and which of them did.
fn proposal(cell: &CellJudgement, is_new: bool, input: &ExportInput<'_>) -> GridCell {
    if is_new {
        return GridCell::Fixed(String::new(), Emphasis::Plain);
    }
    let lang = input.lang;
    let named = |wanted: &dyn Fn(&CauseEffect) -> bool| {
        let found = cell.causes.iter().filter(|cause| wanted(&cause.effect)).map(|cause| cause.question.as_str());
        found.collect::<Vec<_>>().join(marks::comma(lang))
    };
    let raised = named(&|effect| matches!(effect, CauseEffect::Raises(_)));
    let explained = named(&|effect| !matches!(effect, CauseEffect::Raises(_)));
    let mut lines = vec![labels::assessment(cell.proposal, input.catalogue, lang)];
    if !raised.is_empty() {
        lines.push(words::raised_by(&raised, lang));
    }
    if !explained.is_empty() {
        lines.push(words::reason_for(&explained, lang));
    }
    let emphasis = if cell.proposal.is_assessed() { Emphasis::Plain } else { Emphasis::Open };
    GridCell::Fixed(lines.join("\n"), emphasis)
}
