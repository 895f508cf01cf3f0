//! 案内 through an objective: one question at a time, for all items alike or one by one, and in the end what came out and why.

use egui::Ui;

use super::sheet::{Column, Content, Row, Sheet, cell_field, cell_id};
use crate::catalogue::StepId;
use crate::judgement::{Cause, CauseEffect};
use crate::record::{Answer, Assessment, Edit, ItemId, QuestionId};
use crate::text::steps_finish::{guided as words, listed, objective as objective_words};
use crate::text::{Lang, answer_effects, labels, question_name};
use crate::window::memory::Spot;
use crate::window::steps::guided::{GuidedPlace, all_alike_id, arrive, enter_goes_on, header, is_open};
use crate::window::theme::TextKind;
use crate::window::widgets::{
    AnswerHead, AnswerRow, Tone, answer_table, ja_label, link_button, message_text, name_with_comments, open_comments,
    page_heading,
};
use crate::window::{Command, StepContext, Topic};

/// Names of items in a sentence; what is beyond is counted.
const NAMED: usize = 3;

/// Shows where 案内 stands.
pub(super) fn ui(ui: &mut Ui, cx: &mut StepContext<'_>, sheet: &Sheet<'_>, step: StepId, place: &GuidedPlace) {
    arrive(cx, step, place);
    header(ui, cx, step, place, words::about(sheet.objective, cx.lang));
    let row = match place.spot() {
        Spot::Question(id) => sheet.rows.iter().find(|row| row.question.id == *id),
        Spot::AsProposed | Spot::Cell(..) | Spot::End => None,
    };
    match row {
        Some(row) => question(ui, cx, sheet, row, place),
        None => end(ui, cx, sheet, step, place),
    }
    let is_of_a_row = |id| row.is_some_and(|row| id == all_alike_id(&row.question.id)) || sheet.find(id).is_some();
    enter_goes_on(ui, cx, is_of_a_row);
}

fn question(ui: &mut Ui, cx: &mut StepContext<'_>, sheet: &Sheet<'_>, row: &Row<'_>, place: &GuidedPlace) {
    let (lang, question) = (cx.lang, row.question);
    page_heading(ui, question.text.text(lang), words::first_sentence(question.guidance.text(lang), lang));
    let heads: Vec<AnswerHead<'_>> = row
        .segments
        .iter()
        .map(|segment| {
            let does = answer_effects::what_it_does(question, &segment.answer, cx.catalogue, lang).unwrap_or_default();
            AnswerHead { answer: segment.answer.clone(), word: segment.text, does }
        })
        .collect();
    let asked: Vec<&Column<'_>> = sheet.columns.iter().filter(|column| row.is_asked(column)).collect();
    let title = question_name(&question.id, cx.catalogue, lang);
    let mut rows = Vec::with_capacity(asked.len() + 1);
    if asked.len() > 1 {
        let all = words::all_alike(asked.len(), lang);
        rows.push(AnswerRow {
            id: all_alike_id(&question.id),
            name: words::row_name(&title, &all, lang),
            title: all,
            facts: words::answer_together(lang).to_owned(),
            current: common_answer(row, &asked),
            stands_for_all: true,
            comments: 0,
        });
    }
    let before = rows.len();
    for column in &asked {
        let field = cell_field(row, column);
        rows.push(AnswerRow {
            id: cell_id(row, column),
            title: sheet.column_name(column),
            facts: sheet.facts(column),
            name: name_with_comments(cx, &field, sheet.cell_name(row, column)),
            current: row.answer(column).clone(),
            stands_for_all: false,
            comments: open_comments(cx, &field),
        });
    }
    let must = cx.target.map(crate::window::widgets::field_id);
    let acts = answer_table(ui, &title, answer_effects::then_this(lang), &heads, &rows, must, lang);
    if acts.gained_focus.is_some() {
        *cx.guidance = Topic::Question(question.id.clone());
    }
    if let Some((index, answer)) = acts.answered {
        let items: Vec<ItemId> = match index.checked_sub(before) {
            Some(index) => asked.get(index).map(|column| column.item.id.clone()).into_iter().collect(),
            None => asked.iter().map(|column| column.item.id.clone()).collect(),
        };
        cx.edit(Edit::AnswerItems(items, question.id.clone(), answer));
    }
    below(ui, cx, sheet, row, place);
}

/// What all items have answered, if it is the same.
fn common_answer(row: &Row<'_>, asked: &[&Column<'_>]) -> Answer {
    let mut answers = asked.iter().map(|column| row.answer(column));
    let first = answers.next().cloned().unwrap_or_default();
    if answers.all(|answer| *answer == first) { first } else { Answer::NotAnswered }
}

/// What is left, which items are not asked, and which questions were passed over before this one.
fn below(ui: &mut Ui, cx: &StepContext<'_>, sheet: &Sheet<'_>, row: &Row<'_>, place: &GuidedPlace) {
    let lang = cx.lang;
    ui.add_space(8.0);
    // It takes its line also when nothing is left, so that nothing moves.
    let (given, asked) = sheet.answered(row);
    match asked - given.min(asked) {
        0 => ja_label(ui, words::nothing_left(lang), TextKind::Small),
        left => ja_label(ui, &words::left(left, lang), TextKind::Small),
    };
    for (why, items) in grouped(sheet.columns.iter().filter_map(|column| {
        let Content::NotApplicable { why } = row.content(column, sheet.objective, lang) else { return None };
        Some((why, words::named(&sheet.column_name(column), lang)))
    })) {
        ja_label(ui, &words::not_asked_of(&short(&items, lang), why, lang), TextKind::Small);
    }
    let passed = sheet.rows.iter().take_while(|other| other.question.id != row.question.id);
    let since = place.previous().and_then(|spot| match spot {
        Spot::Question(id) => sheet.rows.iter().position(|row| row.question.id == *id),
        _ => None,
    });
    let passed: Vec<&Row<'_>> = passed.skip(since.map_or(0, |since| since + 1)).collect();
    unasked_questions(ui, cx, sheet, &passed);
}

/// Questions that are not asked of any item, and why.
fn unasked_questions(ui: &mut Ui, cx: &StepContext<'_>, sheet: &Sheet<'_>, rows: &[&Row<'_>]) {
    let lang = cx.lang;
    let name = |row: &Row<'_>| question_name(&row.question.id, cx.catalogue, lang);
    let derived: Vec<String> = rows.iter().filter(|row| row.is_derived()).map(|row| name(row)).collect();
    if !derived.is_empty() {
        let names = listed(derived.iter().map(String::as_str), lang);
        ja_label(ui, &words::derived_questions(&names, words::derived(lang), lang), TextKind::Small);
    }
    let is_asked = |row: &&&Row<'_>| sheet.columns.iter().any(|column| row.is_asked(column));
    let unasked = rows.iter().filter(|row| !row.is_derived() && !is_asked(row)).filter_map(|row| {
        let contents = sheet.columns.iter().map(|column| row.content(column, sheet.objective, lang));
        let mut why = contents.filter_map(|content| match content {
            Content::NotApplicable { why } => Some(why),
            Content::Asked | Content::Derived { .. } => None,
        });
        Some((why.next()?, name(row)))
    });
    for (why, questions) in grouped(unasked) {
        let names = listed(questions.iter().map(String::as_str), lang);
        ja_label(ui, &words::passed_over(&names, why, lang), TextKind::Small);
    }
}

/// Things with the same word together, in the order in which each word came first.
fn grouped<W: PartialEq, T>(things: impl IntoIterator<Item = (W, T)>) -> Vec<(W, Vec<T>)> {
    let mut groups: Vec<(W, Vec<T>)> = Vec::new();
    for (word, thing) in things {
        match groups.iter_mut().find(|(other, _)| *other == word) {
            Some((_, group)) => group.push(thing),
            None => groups.push((word, vec![thing])),
        }
    }
    groups
}

/// The first few names, and how many more there are.
fn short(names: &[String], lang: Lang) -> String {
    let first = listed(names.iter().take(NAMED).map(String::as_str), lang);
    match names.len().saturating_sub(NAMED) {
        0 => first,
        more => words::and_others(&first, more, lang),
    }
}

/// A sentence about questions.
type Say = fn(&str, Lang) -> String;

/// What came out for some items: the proposal, what caused it, what is open.
type Came<'a> = (Assessment, &'a [Cause], &'a [QuestionId]);

/// What came out of the questions, and why; then what is still open.
fn end(ui: &mut Ui, cx: &mut StepContext<'_>, sheet: &Sheet<'_>, step: StepId, place: &GuidedPlace) {
    let lang = cx.lang;
    page_heading(ui, words::came_out(sheet.objective, lang), "");
    let came = sheet.columns.iter().map(|column| {
        let came: Came<'_> = (column.cell.proposal, &column.cell.causes, &column.cell.open);
        (came, words::named(&sheet.column_name(column), lang))
    });
    for (came, items) in grouped(came) {
        let who = if items.len() == sheet.columns.len() && items.len() > 1 {
            words::all_items(items.len(), lang)
        } else {
            short(&items, lang)
        };
        let tone = match came.0 {
            Assessment::NotAssessed { .. } => Tone::Warning,
            Assessment::Assessed { .. } => Tone::Neutral,
        };
        message_text(ui, tone, &sentence(cx, sheet, &who, came));
    }
    if sheet.columns.iter().any(|column| column.item.confidentiality_grade == crate::record::ConfidentialityGrade::NotGraded)
        && sheet.objective == crate::record::Objective::Confidentiality
    {
        ja_label(ui, objective_words::grade_missing(lang), TextKind::Warning);
    }
    ui.add_space(4.0);
    let open: Vec<&Spot> = place.all().filter(|spot| is_open(step, spot, cx.record, cx.judgement)).collect();
    if open.is_empty() {
        ja_label(ui, words::all_answered(lang), TextKind::Success);
    }
    for spot in open {
        let Spot::Question(id) = spot else { continue };
        let name = question_name(id, cx.catalogue, lang);
        let asked = sheet.rows.iter().find(|row| row.question.id == *id);
        let column = asked.and_then(|row| {
            let is_left = |column: &&Column<'_>| row.is_asked(column) && *row.answer(column) == Answer::NotAnswered;
            sheet.columns.iter().find(is_left).map(|column| cell_field(row, column))
        });
        if let Some(field) = column
            && link_button(ui, &format!("{}：{name}", words::to_the_question(lang))).clicked()
        {
            cx.command(Command::JumpTo(field));
        }
    }
    let last: Vec<&Row<'_>> = sheet.rows.iter().collect();
    unasked_questions(ui, cx, sheet, &last);
    ja_label(ui, words::not_low_yet(lang), TextKind::Body);
}

/// What came out for some items, and why, in a sentence or two.
fn sentence(cx: &StepContext<'_>, sheet: &Sheet<'_>, who: &str, (proposal, causes, open): Came<'_>) -> String {
    let lang = cx.lang;
    let named = |ids: Vec<&QuestionId>| {
        let names: Vec<String> = ids.into_iter().map(|id| question_name(id, cx.catalogue, lang)).collect();
        short(&names, lang)
    };
    let with = |wanted: fn(&CauseEffect) -> bool| -> Vec<&QuestionId> {
        causes.iter().filter(|cause| wanted(&cause.effect)).map(|cause| &cause.question).collect()
    };
    let mut said = vec![words::proposed(who, &labels::assessment(proposal, sheet.catalogue, lang), lang)];
    let parts: [(Vec<&QuestionId>, Say); 4] = [
        (with(|effect| matches!(effect, CauseEffect::Raises(_))), words::raised_by),
        (with(|effect| matches!(effect, CauseEffect::Mitigates(_))), words::mitigated_by),
        (with(|effect| matches!(effect, CauseEffect::AsksForReason)), words::reason_for),
        (open.iter().collect(), words::open_because),
    ];
    said.extend(parts.into_iter().filter(|(ids, _)| !ids.is_empty()).map(|(ids, say)| say(&named(ids), lang)));
    words::sentences(&said, lang)
}
