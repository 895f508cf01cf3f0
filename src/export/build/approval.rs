//! Chapter 承認: the decision on the record as a whole, what was changed after it, and the opinions beside it.

use super::parts::fixed;
use super::{date_cell, missing};
use crate::export::report::{Block, Cell, Chapter, Emphasis, Fact, Table};
use crate::export::{Document, ExportInput};
use crate::record::{ApprovalState, Field, Person, Prose, Validity};
use crate::text::approval::{self as words, Changes};
use crate::text::{Label as _, report};

/// How many changes an approver is told one by one; the whole list stands in the whole record.
pub(super) const MOST_CHANGES: usize = 8;

/// The decision on the record as a whole.
pub(super) fn chapter(input: &ExportInput<'_>) -> Chapter {
    let lang = input.lang;
    let mut blocks = vec![Block::Facts { facts: facts(input) }];
    blocks.extend(statement(input));
    if input.record.kept_copy_is_another() {
        blocks.push(Block::Notice { text: words::kept_copy_is_another(lang).to_owned() });
    }
    blocks.extend(super::rules::stated(input));
    if let Some(changes) = changes_of(input) {
        blocks.push(Block::heading(words::changes(lang)));
        blocks.extend(told(&changes, usize::MAX, input));
    }
    if let Some(opinions) = opinions(input) {
        blocks.push(Block::heading(words::opinions(lang)));
        blocks.push(Block::Table(opinions));
    }
    blocks.push(Block::note(report::no_signature(lang)));
    Chapter::new(report::approval(lang), blocks)
}

/// That what stands in the approval is not what was recorded, or may not be; nothing if it is.
fn statement(input: &ExportInput<'_>) -> Option<Block> {
    let problem = words::statement_problem(input.record.approval.statement(), input.lang)?;
    Some(Block::Notice { text: problem.to_owned() })
}

fn facts(input: &ExportInput<'_>) -> Vec<Fact> {
    let (lang, approval) = (input.lang, &input.record.approval);
    let holds = approval.state == ApprovalState::Approved && !approval.has_run_out(input.today);
    let state = Cell::with(super::state(input), if holds { Emphasis::Strong } else { Emphasis::Open });
    let mut facts = vec![Fact::new(report::state(lang), state.of(fixed(Field::Approval)))];
    // A state that somebody recorded says who, when and of what; an approval also how long it holds. A draft says nothing of it.
    let is_recorded = approval.state != ApprovalState::Draft;
    let is_approved = matches!(approval.state, ApprovalState::Approved | ApprovalState::Lapsed);
    let mut add = |label: &str, shown: Option<Cell>, needed: bool| {
        facts.extend(shown.or_else(|| needed.then(|| missing(lang))).map(|shown| Fact::new(label, shown)));
    };
    add(report::by(lang), by(input), is_recorded);
    add(report::on(lang), approval.on.map(|on| date_cell(on, lang)), is_recorded);
    add(report::comment(lang), said(&approval.comment), false);
    let chosen = approval.validity != Validity::NotChosen;
    add(report::validity(lang), chosen.then(|| Cell::new(approval.validity.label(lang))), is_approved);
    let until = approval.expires_on().map(|until| Cell::new(report::valid_until_with_state(until, input.today, lang)));
    add(report::valid_until(lang), until, false);
    if let Some(lapse) = &approval.lapse {
        add(words::lapsed_by(lang), person(&lapse.by), true);
        add(words::lapsed_on(lang), Some(date_cell(lapse.on, lang)), true);
        add(words::lapse_comment(lang), said(&lapse.comment), false);
    }
    add(report::covers(lang), covers(input), is_recorded);
    facts
}

/// Who recorded the state. That it is the assessor who approved is said in small print.
fn by(input: &ExportInput<'_>) -> Option<Cell> {
    let by = person(&input.record.approval.by)?;
    Some(if input.record.is_approved_by_assessor() { by.detail(words::by_the_assessor(input.lang)) } else { by })
}

fn person(person: &Person) -> Option<Cell> {
    Some(words::person(person)).filter(|name| !name.is_empty()).map(Cell::new)
}

fn said<const SOFT: usize>(comment: &Prose<SOFT>) -> Option<Cell> {
    (!comment.is_blank()).then(|| Cell::new(comment.as_str()))
}

fn covers(input: &ExportInput<'_>) -> Option<Cell> {
    let (lang, record) = (input.lang, input.record);
    let content = record.approval.content.as_ref()?;
    let (said, emphasis) = if record.changed_since_approval() {
        (report::covers_other(lang), Emphasis::Open)
    } else {
        (report::covers_this(lang), Emphasis::Plain)
    };
    Some(Cell::with(content.as_str(), emphasis).detail(said))
}

fn changes_of(input: &ExportInput<'_>) -> Option<Changes> {
    words::changes_since(input.record, input.catalogue, input.lang)
}

/// What was changed after the state was recorded, in the content or in the approval itself, for the approver: that alone, if
/// anything was; so many of the changes one by one.
pub(super) fn changes(most: usize, input: &ExportInput<'_>) -> Option<Chapter> {
    let mut blocks: Vec<Block> = statement(input).into_iter().collect();
    if let Some(changes) = changes_of(input) {
        blocks.extend(told(&changes, most, input));
    }
    (!blocks.is_empty()).then(|| Chapter::new(words::changes(input.lang), blocks))
}

/// The changes, each with what stood there and what stands there now; so many of them at the most.
fn told(changes: &Changes, most: usize, input: &ExportInput<'_>) -> Vec<Block> {
    let lang = input.lang;
    let mut blocks = vec![Block::Notice { text: changes.whole.clone() }];
    let then = words::value_then(input.record.approval.state, lang);
    let mut table = Table::new("", &[(words::changed_place(lang), 4), (then, 5), (words::value_now(lang), 5)]);
    for change in changes.each.iter().take(most) {
        table.rows.push(vec![
            Cell::with(change.place.as_str(), Emphasis::Strong),
            Cell::new(change.old.as_str()),
            Cell::new(change.new.as_str()),
        ]);
    }
    let hidden = changes.each.len().saturating_sub(table.rows.len());
    if !table.rows.is_empty() {
        blocks.push(Block::Table(table));
    }
    if hidden > 0 && most > 0 {
        blocks.push(Block::note(words::more_changes(hidden, Document::Record.label(super::procedure(input), lang), lang)));
    }
    blocks
}

fn opinions(input: &ExportInput<'_>) -> Option<Table> {
    let (lang, opinions) = (input.lang, &input.record.approval.opinions);
    if opinions.is_empty() {
        return None;
    }
    let now = input.record.content_digest();
    let columns = [
        (words::opinion_by(lang), 4),
        (words::opinion_on(lang), 3),
        (words::opinion_view(lang), 3),
        (words::opinion_comment(lang), 6),
    ];
    let mut table = Table::new("", &columns);
    for opinion in opinions {
        let other = words::other_content(opinion, &now, lang);
        let view = Cell::with(opinion.view.label(lang), if other.is_some() { Emphasis::Open } else { Emphasis::Strong });
        table.rows.push(vec![
            person(&opinion.by).unwrap_or_else(|| missing(lang)),
            date_cell(opinion.on, lang),
            view.detail(other.unwrap_or_default()),
            said(&opinion.comment).unwrap_or_else(|| Cell::with(report::none(lang), Emphasis::Faint)),
        ]);
    }
    Some(table)
}
