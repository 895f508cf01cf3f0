//! 案内 through the decisions: what needs no reason together, then cell by cell, from the proposal to the reason.

use egui::{Id, Key, Modifiers, Sense, Ui, UiBuilder};

use super::entry::Entry;
use super::{cell, conditions, phrases, precedents, whole};
use crate::catalogue::StepId;
use crate::judgement::{CauseEffect, CellJudgement, Standing};
use crate::record::{Edit, Field, ItemId, Level, Objective, QuestionId, TextField};
use crate::text::steps_finish::{decisions as words, guided as guided_words};
use crate::text::{Label as _, labels, question_name};
use crate::window::memory::Spot;
use crate::window::steps::guided::{GuidedPlace, arrive, enter_goes_on, header};
use crate::window::theme::{TextKind, palette};
use crate::window::widgets::{
    Card, Cards, FieldSpec, Tone, badge, bars, bars_of, choice_cards, comment_mark, field_id, forward_focus, ja_label,
    link_button, message_text, name_with_comments, page_heading, primary_button, section_heading, text_field, why_only_read,
};
use crate::window::{Command, StepContext};

/// Shows where 案内 stands.
pub(super) fn ui(ui: &mut Ui, cx: &mut StepContext<'_>, place: &GuidedPlace) {
    arrive(cx, StepId::Decisions, place);
    header(ui, cx, StepId::Decisions, place, guided_words::decisions_about(cx.lang));
    let (record, judgement) = (cx.record, cx.judgement);
    match place.spot() {
        Spot::Cell(id, objective) => {
            let judged = record.items.iter().zip(&judgement.items).zip(1..);
            let entry = judged.map(|((item, judged), place)| Entry { item, cells: &judged.cells, place });
            if let Some(entry) = entry.into_iter().find(|entry| entry.item.id == *id) {
                one(ui, cx, &entry, *objective);
            }
        }
        Spot::AsProposed => as_proposed(ui, cx),
        Spot::Question(_) | Spot::End => end(ui, cx),
    }
    enter_goes_on(ui, cx, |_| false);
}

/// What needs no reason, as one act.
fn as_proposed(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    page_heading(ui, guided_words::without_reason(lang), words::as_proposed_help(lang));
    let decidable = cx.judgement.decidable_as_proposed();
    if decidable.is_empty() {
        ja_label(ui, guided_words::none_without_reason(lang), TextKind::Body);
    } else if why_only_read(ui).is_none() && primary_button(ui, &words::decide_as_proposed(decidable.len(), lang)).clicked() {
        cx.edit(Edit::DecideAsProposed(decidable));
        cx.command(Command::NextQuestion);
    }
    ja_label(ui, guided_words::one_by_one_next(lang), TextKind::Small);
}

/// One decision, in the order of thought: proposal and its causes, the level, the reason, what it rests on, precedents.
fn one(ui: &mut Ui, cx: &mut StepContext<'_>, entry: &Entry<'_>, objective: Objective) {
    let lang = cx.lang;
    let cell = &entry.cells[objective];
    let item = entry.name(cx);
    page_heading(ui, &guided_words::cell_title(&item, objective.label(lang), lang), "");
    proposal(ui, cx, &entry.item.id, cell);
    let name = words::cell_name(&item, objective.label(lang));
    let field = Field::Decision(entry.item.id.clone(), objective);
    let spoken = name_with_comments(cx, &field, words::decision_of(&name, lang));
    levels(ui, cx, entry, objective, &spoken);
    comment_mark(ui, cx, &field);
    if let Some(tone) = cell::tone(cell.standing) {
        badge(ui, cell.standing.label(lang), tone);
    }
    match cell.standing {
        Standing::Reopened => cell::reopened(ui, cx, entry, objective, &name),
        Standing::ProposalOpen if cell.decided == Some(Level::Low) => {
            ja_label(ui, words::low_while_open(lang), TextKind::Small);
        }
        Standing::ProposalOpen => {
            ja_label(ui, words::waits_for_proposal(lang), TextKind::Small);
        }
        _ => {}
    }
    phrases::ui(ui, cx, entry, objective);
    let picked = phrases::picked(cx, entry, objective);
    let spec = FieldSpec::new(words::reason(lang)).rows(3).picked(&picked);
    text_field(ui, cx, Field::Reason(entry.item.id.clone(), objective), spec).accessible_name(words::reason_of(&name, lang));
    if !picked.is_empty() {
        ja_label(ui, guided_words::picked_legend(lang), TextKind::Small);
    }
    rests_on(ui, cx);
    precedents::ui(ui, cx);
}

/// The proposal, and each answer that caused it, with the way to it.
fn proposal(ui: &mut Ui, cx: &mut StepContext<'_>, item: &ItemId, cell: &CellJudgement) {
    let lang = cx.lang;
    let tone = if cell.proposal.is_assessed() && cell.proposal.floor() == Level::Low { Tone::Neutral } else { Tone::Warning };
    let level = labels::assessment(cell.proposal, cx.catalogue, lang);
    ui.horizontal(|ui| {
        bars(ui, bars_of(cell.proposal), tone.color(palette(ui)));
        message_text(ui, tone, &format!("{}　{level}", guided_words::proposal_head(lang)));
    });
    let causes = cell.causes.iter().map(|cause| {
        let word = match cause.effect {
            CauseEffect::Raises(_) => guided_words::raises_word(lang),
            CauseEffect::AsksForReason => guided_words::reason_word(lang),
            CauseEffect::Mitigates(_) => guided_words::offsets_word(lang),
        };
        (word, &cause.question)
    });
    let open = cell.open.iter().map(|question| (guided_words::open_word(lang), question));
    let all: Vec<(&str, &QuestionId)> = causes.chain(open).collect();
    for (word, question) in all {
        ui.horizontal_wrapped(|ui| {
            ja_label(ui, word, TextKind::SmallStrong);
            let name = question_name(question, cx.catalogue, lang);
            ja_label(ui, &name, TextKind::Small);
            let link = link_button(ui, guided_words::see_answer(lang));
            if link.accessible_name(format!("{} {name}", guided_words::see_answer(lang))).clicked() {
                cx.command(Command::JumpTo(Field::Answer(item.clone(), question.clone())));
            }
        });
    }
    ui.add_space(8.0);
}

/// The levels as cards, with the criteria in words.
fn levels(ui: &mut Ui, cx: &mut StepContext<'_>, entry: &Entry<'_>, objective: Objective, name: &str) {
    let lang = cx.lang;
    let cell = &entry.cells[objective];
    let field = field_id(&Field::Decision(entry.item.id.clone(), objective));
    let floor = cell.proposal.floor();
    let card_id = |level: Level| field.with(("level", level));
    let cards: Vec<Card<'_>> = cx
        .catalogue
        .levels
        .iter()
        .enumerate()
        .map(|(index, definition)| {
            let chosen = cell.decided == Some(definition.level);
            let mut marks = Vec::new();
            if definition.level == floor {
                marks.push(guided_words::proposed_mark(lang));
            } else if chosen && definition.level < floor {
                marks.push(guided_words::lowered_mark(lang));
            } else if chosen {
                marks.push(guided_words::raised_mark(lang));
            }
            let id: Id = card_id(definition.level);
            let criteria = cx.catalogue.criteria.iter().filter_map(|criterion| {
                let meaning = criterion.levels.get(index)?;
                Some((criterion.aspect.text(lang), meaning.text(lang)))
            });
            let aspects = criteria.collect();
            Card { id, title: definition.name.text(lang), marks, meaning: "", aspects, level: Some(definition.level), chosen }
        })
        .collect();
    // A jump to the decision comes to the card that is chosen, or proposed.
    let first = card_id(cell.decided.unwrap_or(floor));
    let group = ui.scope_builder(UiBuilder::new().id_salt(field), |ui| choice_cards(ui, name, &cards, Cards::Row));
    ui.interact(group.response.rect.shrink(2.0), field, Sense::focusable_noninteractive());
    forward_focus(ui, field, first);
    let by_key = [Key::Num1, Key::Num2, Key::Num3, Key::Num4];
    let may = why_only_read(ui).is_none();
    let pressed = by_key.iter().position(|key| may && ui.input_mut(|input| input.consume_key(Modifiers::ALT, *key)));
    let chosen = group.inner.or(pressed).and_then(|index| cx.catalogue.levels.get(index)).map(|definition| definition.level);
    if let Some(level) = chosen.filter(|level| cell.decided != Some(*level)) {
        cell::decide(cx, entry, objective, level);
    }
    if may {
        ja_label(ui, guided_words::level_keys(lang), TextKind::Small);
    }
}

/// The conditions of use, on which every decision rests that is lower than it would be without them.
fn rests_on(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    section_heading(ui, guided_words::rests_on_conditions(lang));
    let conditions = cx.record.conditions_of_use.as_str().trim().to_owned();
    let said = if conditions.is_empty() { guided_words::no_conditions(lang) } else { &conditions };
    ja_label(ui, said, TextKind::Body);
    if link_button(ui, guided_words::to_conditions(lang)).clicked() {
        cx.command(Command::JumpTo(Field::Text(TextField::ConditionsOfUse)));
    }
}

/// What is said for the whole.
fn end(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    page_heading(ui, guided_words::decisions_end(lang), "");
    whole::ui(ui, cx);
    conditions::ui(ui, cx);
}
