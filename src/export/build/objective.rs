//! A chapter on one objective: the questions in words with what was answered, then the decisions and why.

use super::answers::answer;
use super::decisions::{self, judged};
use super::small;
use crate::catalogue::Question;
use crate::export::ExportInput;
use crate::export::report::{Block, Cell, Chapter, Emphasis, Entry, Table};
use crate::judgement::{CellJudgement, QuestionState, Standing};
use crate::record::{Answer, Field, InformationItem, Objective};
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

/// The answers about many items, objective by objective: a page for each item is more than anybody leafs through.
pub(super) fn answers(input: &ExportInput<'_>) -> Chapter {
    let of_each = |objective: Objective| {
        let heading = Block::heading(objective.label(input.lang));
        std::iter::once(heading).chain(one_below_another(objective, input))
    };
    Chapter::new(words::answers(input.lang), Objective::ALL.into_iter().flat_map(of_each).collect())
}

/// The questions in words, then a row an item, in which each question has a narrow column under its id.
fn one_below_another(objective: Objective, input: &ExportInput<'_>) -> Vec<Block> {
    let lang = input.lang;
    let asked = questions(objective, input);
    let mut words_of = Table::new("", &[(words::id(lang), 1), (words::asked_of_each(lang), 14)]).dense_if(true);
    for question in &asked {
        words_of.rows.push(vec![Cell::new(question.id.as_str()), Cell::new(question.text.text(lang))]);
    }
    let mut columns = vec![(words::information(lang), 0)];
    columns.extend(asked.iter().map(|question| (question.id.as_str(), 0)));
    columns.extend([(words::proposal(lang), 0), (words::decision(lang), 0)]);
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
                QuestionState::NotApplicable => Cell { text: words::not_applicable_short(lang).to_owned(), ..shown },
                QuestionState::Asked if *item.answers.get(question.id.as_str()) == Answer::NotAnswered => {
                    Cell { text: words::not_answered_short(lang).to_owned(), ..shown }
                }
                QuestionState::Asked => shown,
            };
            counting(shown, question, cell)
        }));
        row.push(Cell::new(labels::assessment(cell.proposal, input.catalogue, lang)));
        row.push(decided(item, objective, cell, input));
        table.rows.push(row);
    }
    share_out(&mut table);
    vec![Block::Table(words_of), Block::Table(table)]
}

/// Of the width of a letter of the small print of tables so many halves stand between the margins.
const PAGE: usize = 128;
/// What the names of the items take at least.
const LEAST_FOR_NAMES: usize = 16;

/// Gives each column but the first what its longest word takes, or where there is room what a few words on a line take, and the
/// first the rest of the page.
fn share_out(table: &mut Table) {
    let shares = |few: usize, table: &Table| -> Vec<usize> {
        let pieces = |text: &str| match text.len() <= few {
            true => room(text),
            false => text.split_whitespace().map(room).max().unwrap_or_default(),
        };
        let others = table.columns.iter().enumerate().skip(1).map(|(position, column)| {
            let cells = table.rows.iter().filter_map(|row| row.get(position)).map(|cell| pieces(&cell.text));
            cells.chain([pieces(&column.title)]).max().unwrap_or_default() + 2
        });
        others.collect()
    };
    let fits = |others: &Vec<usize>| others.iter().sum::<usize>() + LEAST_FOR_NAMES <= PAGE;
    let others = [16, 12].map(|few| shares(few, table)).into_iter().find(fits).unwrap_or_else(|| shares(0, table));
    let names = PAGE.saturating_sub(others.iter().sum()).max(LEAST_FOR_NAMES);
    for (column, share) in table.columns.iter_mut().zip(std::iter::once(names).chain(others)) {
        column.share = u8::try_from(share).unwrap_or(u8::MAX);
    }
}

/// In halves of a letter, what a word takes that is not to be broken. A Japanese one may be, and is not up to four letters.
fn room(word: &str) -> usize {
    let (latin, other): (Vec<char>, Vec<char>) = word.chars().partition(char::is_ascii);
    (latin.len() * 14 + other.len().min(4) * 20).div_ceil(10)
}
