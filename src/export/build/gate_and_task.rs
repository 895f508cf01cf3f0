//! Chapters 前提確認 and 対象業務.

use super::{answer_cell, entered, filled, text_fact};
use crate::catalogue::{Effect, Mark, Question, Section, TargetTask};
use crate::export::ExportInput;
use crate::export::report::{Block, Cell, Chapter, Emphasis, Entry, Fact, Table};
use crate::record::{Answer, Field, RedFlagId, TaskChoice, TaskId, TextField};
use crate::text::{Label as _, labels, report as words};

/// The gate questions with their answers.
pub(super) fn gate(input: &ExportInput<'_>) -> Chapter {
    let lang = input.lang;
    let columns = [(words::id(lang), 1), (words::question(lang), 9), (words::answer(lang), 4), (words::effect(lang), 10)];
    let mut table = Table::new("", &columns);
    for question in input.catalogue.questions_of(Section::Gate) {
        table.rows.push(vec![
            super::small(question.id.as_str()),
            Cell::new(question.text.text(lang)),
            gate_answer(question, input),
            Cell::new(question.consequence.text(lang)),
        ]);
    }
    let reason = text_fact(TextField::ServiceReason, input);
    let blocks = vec![Block::Table(table), Block::Facts { facts: vec![reason] }];
    Chapter::new(words::gate(lang), blocks)
}

fn gate_answer(question: &Question, input: &ExportInput<'_>) -> Cell {
    if question.effect == Effect::TaskChoice {
        let choice = match &input.record.task {
            // The wording follows in a chapter of its own.
            TaskChoice::Listed(id) => Cell::with(id.as_str(), Emphasis::Strong),
            other => task_cell(other, input),
        };
        return choice.detail(words::from_the_task(input.lang));
    }
    let answer = input.record.gate.answers.get(question.id.as_str());
    let emphasis = if answer.is_known() { Emphasis::Strong } else { Emphasis::Open };
    Cell::with(crate::text::answer(answer, question, input.lang), emphasis).of(Entry::Answer(Field::Gate(question.id.clone())))
}

/// A choice of a target task in one cell.
pub(super) fn task_cell(choice: &TaskChoice, input: &ExportInput<'_>) -> Cell {
    let lang = input.lang;
    match choice {
        TaskChoice::NotChosen => Cell::with(words::not_chosen(lang), Emphasis::Open),
        TaskChoice::Unknown => Cell::with(words::unknown(lang), Emphasis::Open),
        TaskChoice::NotListed => Cell::with(words::not_listed(lang), Emphasis::Strong),
        TaskChoice::Listed(id) => match input.catalogue.task(id) {
            Some(task) => Cell::new(words::entry(id.as_str(), task.task.text(lang), lang)),
            None => Cell::with(words::with_note(id.as_str(), words::task_unknown_to_catalogue(lang), lang), Emphasis::Open),
        },
        TaskChoice::AgencyEntry { task, service, origin } => {
            let mut cell = filled(task, &Field::Text(TextField::EntryTask), input);
            cell.detail = [
                words::labelled(
                    words::assumed_service(lang),
                    &filled(service, &Field::Text(TextField::EntryService), input).text,
                    lang,
                ),
                words::labelled(
                    TextField::EntryOrigin.label(lang),
                    &filled(origin, &Field::Text(TextField::EntryOrigin), input).text,
                    lang,
                ),
                words::labelled(words::mark(lang), Mark::AgencyEntry.label(lang), lang),
            ]
            .join("\n");
            cell
        }
    }
}

/// The chosen entry of the list, what speaks against it, and precedents.
pub(super) fn task(input: &ExportInput<'_>) -> Chapter {
    let lang = input.lang;
    let mut blocks = vec![Block::Facts { facts: chosen(input) }];
    let listed = match &input.record.task {
        TaskChoice::Listed(id) => input.catalogue.task(id),
        TaskChoice::NotChosen | TaskChoice::Unknown | TaskChoice::NotListed | TaskChoice::AgencyEntry { .. } => None,
    };
    let flags: Vec<&RedFlagId> = listed.into_iter().flat_map(|task| &task.red_flags).map(|flag| &flag.id).collect();
    if !flags.is_empty() {
        blocks.push(Block::Table(red_flags(words::red_flags(lang), flags.iter().copied(), input)));
    }
    let replies = input.record.red_flags.iter().map(|reply| &reply.flag);
    let others: Vec<&RedFlagId> = replies.filter(|flag| !flags.contains(flag)).collect();
    if !others.is_empty() {
        blocks.push(Block::Table(red_flags(words::flags_of_other_tasks(lang), others.into_iter(), input)));
    }
    if let Some(task) = listed.filter(|task| !task.precedents.is_empty()) {
        blocks.push(Block::Table(precedents(task, input)));
        blocks.push(Block::note(words::precedents_explained(lang)));
    }
    Chapter::new(words::target_task(lang), blocks)
}

fn chosen(input: &ExportInput<'_>) -> Vec<Fact> {
    let lang = input.lang;
    match &input.record.task {
        TaskChoice::Listed(id) => listed_facts(id, input),
        TaskChoice::AgencyEntry { .. } => {
            let mark = words::labelled(words::mark(lang), Mark::AgencyEntry.label(lang), lang);
            vec![
                Fact::new(words::listed(lang), Cell::new(Mark::AgencyEntry.label(lang)).of(Entry::Choice(Field::Task))),
                Fact::new(TextField::EntryTask.label(lang), entered(TextField::EntryTask, input).detail(mark)),
                text_fact(TextField::EntryService, input),
                text_fact(TextField::EntryOrigin, input),
            ]
        }
        TaskChoice::NotChosen | TaskChoice::Unknown | TaskChoice::NotListed => {
            vec![Fact::new(words::listed(lang), task_cell(&input.record.task, input).of(Entry::Choice(Field::Task)))]
        }
    }
}

fn listed_facts(id: &TaskId, input: &ExportInput<'_>) -> Vec<Fact> {
    let lang = input.lang;
    let Some(task) = input.catalogue.task(id) else {
        return vec![Fact::new(words::listed(lang), task_cell(&input.record.task, input).of(Entry::Choice(Field::Task)))];
    };
    vec![
        Fact::new(words::listed(lang), Cell::with(id.as_str(), Emphasis::Strong).of(Entry::Choice(Field::Task))),
        Fact::new(words::group(lang), Cell::new(task.group.text(lang))),
        Fact::new(
            words::task_wording(lang),
            Cell::with(task.task.text(lang), Emphasis::Strong).detail(words::basis_line(&task.task_basis, lang)),
        ),
        Fact::new(
            words::assumed_service(lang),
            Cell::new(task.service.text(lang)).detail(words::basis_line(&task.service_basis, lang)),
        ),
        Fact::new(words::explanation(lang), Cell::new(task.explanation.text(lang))),
    ]
}

fn red_flags<'a>(title: &str, flags: impl Iterator<Item = &'a RedFlagId>, input: &ExportInput<'_>) -> Table {
    let lang = input.lang;
    let mut table = Table::new(title, &[(words::red_flag(lang), 5), (words::applies(lang), 2), (words::word(lang), 4)]);
    for id in flags {
        let text = input.catalogue.red_flag(id).map_or_else(|| id.to_string(), |flag| flag.text.text(lang).to_owned());
        let reply = input.record.red_flag(id);
        let applies = reply.map_or(&Answer::NotAnswered, |reply| &reply.applies);
        let place = || Field::RedFlag(id.clone());
        let word = reply.map_or_else(|| super::blank(&place(), input), |reply| filled(&reply.word, &place(), input));
        let applies = answer_cell(applies, lang).of(Entry::Answer(place()));
        table.rows.push(vec![Cell::new(text), applies, word.of(Entry::Text(place()))]);
    }
    table
}

fn precedents(task: &TargetTask, input: &ExportInput<'_>) -> Table {
    use crate::record::Objective;
    let lang = input.lang;
    let mut columns = vec![(words::information_type(lang), 6)];
    columns.extend(Objective::ALL.map(|objective| (objective.label(lang), 2)));
    let mut table = Table::new(words::precedents(lang), &columns);
    for precedent in &task.precedents {
        let mut row = vec![Cell::new(precedent.title.text(lang))];
        row.extend(Objective::ALL.map(|objective| Cell::new(labels::level(precedent.level(objective), input.catalogue, lang))));
        table.rows.push(row);
    }
    table
}
