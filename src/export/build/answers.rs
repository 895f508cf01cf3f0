//! Chapter 問いへの回答と提案: every question of every item, with what its answer does.

use super::items::heading;
use crate::catalogue::Question;
use crate::export::ExportInput;
use crate::export::report::{Block, Cell, Chapter, Emphasis, Entry, Table};
use crate::judgement::{CellJudgement, ItemJudgement, QuestionState};
use crate::record::{Field, InformationItem, Objective, QuestionId};
use crate::text::{Label as _, labels, report as words};

/// The answers, item by item and objective by objective.
pub(super) fn answers(input: &ExportInput<'_>) -> Chapter {
    let (lang, record) = (input.lang, input.record);
    let mut blocks = Vec::new();
    if record.items.is_empty() {
        blocks.push(Block::paragraph(words::no_items(lang)));
    }
    for (index, item) in record.items.iter().enumerate() {
        let Some(judged) = input.judgement.item(&item.id) else { continue };
        blocks.push(Block::heading(heading(index, item, lang)));
        blocks.extend(answers_of(item, judged, input));
    }
    Chapter::new(words::answers(lang), blocks)
}

/// The answers of one item, a table for each objective.
pub(super) fn answers_of<'a>(
    item: &'a InformationItem,
    judged: &'a ItemJudgement,
    input: &'a ExportInput<'_>,
) -> impl Iterator<Item = Block> + 'a {
    judged.cells.iter().map(move |(objective, cell)| Block::Table(table(item, objective, cell, input)))
}

fn table(item: &InformationItem, objective: Objective, cell: &CellJudgement, input: &ExportInput<'_>) -> Table {
    let lang = input.lang;
    let proposal = labels::assessment(cell.proposal, input.catalogue, lang);
    let title = words::with_note(objective.label(lang), &words::labelled(words::proposal(lang), &proposal, lang), lang);
    let columns =
        [(words::id(lang), 1), (words::question(lang), 12), (words::answer(lang), 4), (words::effect_on_proposal(lang), 6)];
    let mut table = Table::new(title, &columns);
    for (id, state) in &cell.questions {
        let Some(question) = input.catalogue.question(id) else { continue };
        table.rows.push(vec![
            super::small(id.as_str()),
            Cell::new(question.text.text(lang)),
            answer(item, objective, question, state, input),
            effect(id, cell, input),
        ]);
    }
    table
}

pub(super) fn answer(
    item: &InformationItem,
    objective: Objective,
    question: &Question,
    state: &QuestionState,
    input: &ExportInput<'_>,
) -> Cell {
    let lang = input.lang;
    let derived = |value: &str, from: &str| Cell::new(words::with_note(value, from, lang));
    let entry = Entry::Answer(Field::Answer(item.id.clone(), question.id.clone()));
    match state {
        // An answer that may be there counts for nothing; it can be given for the time when the question applies.
        QuestionState::NotApplicable => Cell::with(words::not_applicable(lang), Emphasis::Faint).of(entry),
        QuestionState::FromConfidentialityGrade(grade) => derived(grade.label(lang), words::from_the_grade(lang)),
        QuestionState::FromGrade(grade) => derived(&labels::grade(*grade, objective, lang), words::from_the_grade(lang)),
        QuestionState::FromPersonCount(count) => derived(count.label(lang), words::from_the_count(lang)),
        QuestionState::Asked => {
            let answer = item.answers.get(question.id.as_str());
            let emphasis = if answer.is_known() { Emphasis::Plain } else { Emphasis::Open };
            Cell::with(crate::text::answer(answer, question, lang), emphasis).of(entry)
        }
    }
}

fn effect(id: &QuestionId, cell: &CellJudgement, input: &ExportInput<'_>) -> Cell {
    let lang = input.lang;
    let causes = cell.causes.iter().filter(|cause| cause.question == *id);
    let mut effects: Vec<String> = causes.map(|cause| words::cause(&cause.effect, input.catalogue, lang)).collect();
    let open = cell.open.contains(id);
    if open {
        effects.push(words::keeps_open(lang).to_owned());
    }
    let emphasis = match (open, effects.is_empty()) {
        (true, _) => Emphasis::Open,
        (false, true) => Emphasis::Plain,
        (false, false) => Emphasis::Strong,
    };
    Cell::with(effects.join("\n"), emphasis)
}
