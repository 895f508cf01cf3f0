//! A chapter on one objective: the questions in words with what was answered, then the decisions and why.

use super::answers::answer;
use super::decisions::{self, judged};
use super::small;
use crate::catalogue::{Effect, Question};
use crate::export::ExportInput;
use crate::export::report::{Block, Cell, Chapter, Emphasis, Entry, Table};
use crate::judgement::{CellJudgement, QuestionState, Standing};
use crate::record::{Field, InformationItem, Objective};
use crate::text::{Label as _, labels, report as words};

/// Up to so many items stand side by side, each a column beside the questions in words.
const MOST_SIDE_BY_SIDE: usize = 5;
/// Of the name of an item no more than this heads its column.
const LONGEST_NAME: usize = 40;

/// What was answered about the objective, what follows from it, what was decided, and why.
pub(super) fn chapter(objective: Objective, input: &ExportInput<'_>) -> Chapter {
    let lang = input.lang;
    let title = words::objective_chapter(objective.label(lang), lang);
    let items = input.record.items.len();
    if items == 0 {
        return Chapter::new(title, vec![Block::paragraph(words::no_items(lang))]);
    }
    let mut blocks = if items <= MOST_SIDE_BY_SIDE {
        vec![Block::Table(side_by_side(objective, input))]
    } else {
        one_below_another(objective, input)
    };
    blocks.push(Block::heading(words::why_decided(lang)));
    let why = decisions::rows_of(objective, input, &|item, cell| {
        let has_reason = !item.decisions[objective].reason.is_blank();
        has_reason || !cell.causes.is_empty() || cell.standing != Standing::AsProposed
    });
    let others = items.saturating_sub(why.rows.len());
    if !why.rows.is_empty() {
        blocks.push(Block::Table(why));
    }
    if others > 0 {
        blocks.push(Block::note(words::others_as_proposed(others, lang)));
    }
    Chapter::new(title, blocks)
}

/// The questions that some item of the record has in this objective, in their order.
fn questions<'a>(objective: Objective, input: &ExportInput<'a>) -> Vec<&'a Question> {
    let first = input.judgement.items.first();
    let ids = first.into_iter().flat_map(move |item| &item.cells[objective].questions);
    ids.filter_map(|(id, _)| input.catalogue.question(id)).collect()
}

/// A row a question, in words; a column an item.
fn side_by_side(objective: Objective, input: &ExportInput<'_>) -> Table {
    let lang = input.lang;
    // A header stands on every page and must leave room on it; the whole name stands in the chapter on the items.
    let names: Vec<String> = judged(input, objective).map(|(name, ..)| shortened(&name)).collect();
    let mut columns = vec![(words::id(lang), 1), (words::question(lang), 10)];
    columns.extend(names.iter().map(|name| (name.as_str(), 4)));
    let mut table = Table::new("", &columns);
    for question in questions(objective, input) {
        let mut row = vec![small(question.id.as_str()), Cell::new(question.text.text(lang))];
        row.extend(judged(input, objective).map(|(_, item, cell)| {
            let state = state(question, cell);
            counting(answer(item, objective, question, state, input), question, cell)
        }));
        table.rows.push(row);
    }
    let mut proposals = vec![Cell::default(), Cell::with(words::proposal(lang), Emphasis::Strong)];
    let mut decisions = vec![Cell::default(), Cell::with(words::decision(lang), Emphasis::Strong)];
    for (_, item, cell) in judged(input, objective) {
        proposals.push(super::assessed(cell.proposal, input));
        decisions.push(decided(item, objective, cell, input));
    }
    table.rows.extend([proposals, decisions]);
    table
}

/// What was decided, in a word.
fn decided(item: &InformationItem, objective: Objective, cell: &CellJudgement, input: &ExportInput<'_>) -> Cell {
    let level = cell.decided.map(|level| labels::level(level, input.catalogue, input.lang));
    let emphasis = if cell.standing.stands() { Emphasis::Plain } else { Emphasis::Open };
    Cell::with(level.unwrap_or_else(|| cell.standing.label(input.lang).to_owned()), emphasis)
        .of(Entry::Choice(Field::Decision(item.id.clone(), objective)))
}

fn shortened(name: &str) -> String {
    match name.char_indices().nth(LONGEST_NAME) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or_default()),
        None => name.to_owned(),
    }
}

fn state<'a>(question: &Question, cell: &'a CellJudgement) -> &'a QuestionState {
    let state = cell.questions.iter().find(|(id, _)| *id == question.id).map(|(_, state)| state);
    state.unwrap_or(&QuestionState::NotApplicable)
}

/// An answer that does something to the proposal stands out.
fn counting(shown: Cell, question: &Question, cell: &CellJudgement) -> Cell {
    let counts = cell.causes.iter().any(|cause| cause.question == question.id);
    if counts && shown.emphasis == Emphasis::Plain { Cell { emphasis: Emphasis::Strong, ..shown } } else { shown }
}

/// The questions in words, then a row an item, in which each question has a narrow column under its id.
fn one_below_another(objective: Objective, input: &ExportInput<'_>) -> Vec<Block> {
    let lang = input.lang;
    let asked = questions(objective, input);
    let mut words_of = Table::new("", &[(words::id(lang), 1), (words::asked_of_each(lang), 14)]).dense_if(true);
    for question in &asked {
        words_of.rows.push(vec![Cell::new(question.id.as_str()), Cell::new(question.text.text(lang))]);
    }
    // Counts and options take more room than はい and いいえ.
    let is_wide = |question: &&Question| {
        let derived = judged(input, objective)
            .any(|(_, _, cell)| !matches!(state(question, cell), QuestionState::Asked | QuestionState::NotApplicable));
        derived || matches!(question.effect, Effect::Options(_))
    };
    let mut columns = vec![(words::information(lang), 16)];
    columns.extend(asked.iter().map(|question| (question.id.as_str(), if is_wide(question) { 9 } else { 5 })));
    columns.extend([(words::proposal(lang), 6), (words::decision(lang), 6)]);
    let mut table = Table::new("", &columns).dense_if(true);
    for (name, item, cell) in judged(input, objective) {
        let mut row = vec![Cell::new(name)];
        row.extend(asked.iter().map(|question| {
            let shown = answer(item, objective, question, state(question, cell), input);
            // What it was taken from stands in the chapter on the items.
            let shown = match state(question, cell) {
                QuestionState::FromPersonCount(count) => Cell { text: count.label(lang).to_owned(), ..shown },
                QuestionState::FromConfidentialityGrade(grade) => Cell { text: grade.label(lang).to_owned(), ..shown },
                QuestionState::FromGrade(grade) => Cell { text: labels::grade(*grade, objective, lang), ..shown },
                QuestionState::Asked | QuestionState::NotApplicable => shown,
            };
            counting(shown, question, cell)
        }));
        row.push(Cell::new(labels::assessment(cell.proposal, input.catalogue, lang)));
        row.push(decided(item, objective, cell, input));
        table.rows.push(row);
    }
    vec![Block::Table(words_of), Block::Table(table)]
}
