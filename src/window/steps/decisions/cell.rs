//! One cell: what is proposed, what was decided, what became of it, and why.

use egui::Ui;

use super::entry::Entry;
use crate::judgement::{CauseEffect, CellJudgement, Standing};
use crate::record::{Assessment, Choice, Edit, Field, Level, Objective, QuestionId, SeenProposal};
use crate::text::steps_finish::{decisions as words, listed, objective as objective_words};
use crate::text::{Label as _, labels};
use crate::window::theme::TextKind;
use crate::window::widgets::{
    FieldSpec, Tone, badge, comment_mark, field_id, ja_label, link_button, message_text, name_with_comments, segmented,
    small_button, text_field,
};
use crate::window::{Command, StepContext, Topic};

/// Whether a cell is to be seen from afar: one that stands below its proposal, or waits to be confirmed.
pub(super) const fn stands_out(cell: &CellJudgement) -> bool {
    matches!(cell.standing, Standing::Lowered | Standing::Reopened | Standing::ReasonMissing)
}

pub(super) fn ui(ui: &mut Ui, cx: &mut StepContext<'_>, entry: &Entry<'_>, objective: Objective) {
    let cell = &entry.cells[objective];
    let lang = cx.lang;
    let name = words::cell_name(&entry.name(cx), objective.label(lang));
    proposal(ui, cx, entry, cell);
    let levels: Vec<(Option<Level>, String)> =
        cx.catalogue.levels.iter().map(|definition| (Some(definition.level), definition.name.text(lang).to_owned())).collect();
    let options: Vec<(Option<Level>, &str)> = levels.iter().map(|(level, name)| (*level, name.as_str())).collect();
    let field = Field::Decision(entry.item.id.clone(), objective);
    let spoken = name_with_comments(cx, &field, words::decision_of(&name, lang));
    match segmented(ui, field_id(&field), &spoken, &options, &cell.decided, Some((&None, lang))) {
        Some(Some(level)) => decide(cx, entry, objective, level),
        Some(None) => cx.edit(Edit::Undecide(entry.item.id.clone(), objective)),
        None => {}
    }
    comment_mark(ui, cx, &field);
    if let Some(tone) = tone(cell.standing) {
        badge(ui, cell.standing.label(lang), tone);
    }
    match cell.standing {
        Standing::Reopened => reopened(ui, cx, entry, objective, &name),
        Standing::ProposalOpen if cell.decided == Some(Level::Low) => {
            ja_label(ui, words::low_while_open(lang), TextKind::Small);
        }
        Standing::ProposalOpen => {
            ja_label(ui, words::waits_for_proposal(lang), TextKind::Small);
        }
        _ => {}
    }
    reason(ui, cx, entry, objective, &name);
}

pub(super) fn decide(cx: &mut StepContext<'_>, entry: &Entry<'_>, objective: Objective, level: Level) {
    *cx.guidance = Topic::Levels;
    let against = entry.cells[objective].seen();
    cx.edit(Edit::Decide { item: entry.item.id.clone(), objective, level, against });
}

/// What stands out about a decision gets a badge; what is as proposed, or not decided, speaks for itself.
pub(super) const fn tone(standing: Standing) -> Option<Tone> {
    match standing {
        Standing::NotDecided | Standing::AsProposed => None,
        Standing::Explained => Some(Tone::Neutral),
        Standing::Raised | Standing::Lowered | Standing::Reopened => Some(Tone::Warning),
        Standing::ProposalOpen | Standing::ReasonMissing => Some(Tone::Error),
    }
}

/// The proposal, the answers that raised it, those that ask for a reason, and the way to those that are missing.
fn proposal(ui: &mut Ui, cx: &mut StepContext<'_>, entry: &Entry<'_>, cell: &CellJudgement) {
    let lang = cx.lang;
    let causes = |wanted: fn(&CauseEffect) -> bool| {
        let causes = cell.causes.iter().filter(|cause| wanted(&cause.effect));
        listed(causes.map(|cause| cause.question.as_str()), lang)
    };
    let raising = causes(|effect| matches!(effect, CauseEffect::Raises(_)));
    let level = labels::assessment(cell.proposal, cx.catalogue, lang);
    ja_label(ui, &words::proposal_line(&level, &raising, lang), TextKind::Small);
    let mitigating = causes(|effect| matches!(effect, CauseEffect::Mitigates(_)));
    if !mitigating.is_empty() {
        ja_label(ui, &objective_words::mitigated_by(&mitigating, lang), TextKind::Small);
    }
    let explaining = causes(|effect| matches!(effect, CauseEffect::AsksForReason));
    if !explaining.is_empty() {
        ja_label(ui, &objective_words::reason_needed(&explaining, lang), TextKind::Small);
    }
    if let Some(first) = cell.open.first() {
        let open = listed(cell.open.iter().map(QuestionId::as_str), lang);
        if link_button(ui, &words::open_questions(&open, lang)).clicked() {
            cx.command(Command::JumpTo(Field::Answer(entry.item.id.clone(), first.clone())));
        }
    }
}

/// Why the decision waits, and the two ways on.
pub(super) fn reopened(ui: &mut Ui, cx: &mut StepContext<'_>, entry: &Entry<'_>, objective: Objective, name: &str) {
    let cell = &entry.cells[objective];
    let Choice::Decided { level: decided, against } = &entry.item.decisions[objective].choice else { return };
    let lang = cx.lang;
    let says = |assessment: Assessment| labels::assessment(assessment, cx.catalogue, lang);
    let then = match against {
        SeenProposal { level, complete: true, .. } => Assessment::assessed(*level),
        SeenProposal { level, complete: false, .. } => Assessment::not_assessed(*level),
    };
    let was_seen = |question: &str| against.causes.iter().any(|cause| cause.question == *question);
    let new = cell.causes.iter().filter(|cause| matches!(cause.effect, CauseEffect::Raises(_)));
    let new = listed(new.map(|cause| cause.question.as_str()).filter(|question| !was_seen(question)), lang);
    message_text(ui, Tone::Warning, &words::reopened_because(&says(then), &says(cell.proposal), &new, lang));
    let named = |act: &str| objective_words::option_name(name, act, lang);
    if let Assessment::Assessed { level } = cell.proposal {
        let act = words::decide_anew(&labels::level(level, cx.catalogue, lang), lang);
        if small_button(ui, &act).accessible_name(named(&act)).clicked() {
            decide(cx, entry, objective, level);
        }
    }
    let act = words::confirm_level(&labels::level(*decided, cx.catalogue, lang), lang);
    if small_button(ui, &act).accessible_name(named(&act)).clicked() {
        decide(cx, entry, objective, *decided);
    }
}

/// The reason: there where it is needed or was written, and on request elsewhere.
fn reason(ui: &mut Ui, cx: &mut StepContext<'_>, entry: &Entry<'_>, objective: Objective, name: &str) {
    let cell = &entry.cells[objective];
    let field = Field::Reason(entry.item.id.clone(), objective);
    let key = (entry.item.id.clone(), objective);
    let is_below = cell.decided.is_some_and(|level| level < cell.proposal.floor());
    let is_written = !entry.item.decisions[objective].reason.is_blank();
    let has_focus = ui.memory(|memory| memory.has_focus(field_id(&field)));
    let is_wanted = cx.page.decisions.reasons.contains(&key);
    if cell.needs_reason() || is_below || is_written || has_focus || is_wanted {
        let spec = FieldSpec::new(words::reason(cx.lang)).rows(2);
        let response = text_field(ui, cx, field, spec).accessible_name(words::reason_of(name, cx.lang));
        if response.gained_focus() {
            *cx.guidance = Topic::Levels;
        }
    } else if cell.decided.is_some() {
        let link = link_button(ui, words::add_reason(cx.lang)).accessible_name(words::reason_of(name, cx.lang));
        if link.clicked() {
            cx.page.decisions.reasons.push(key);
            ui.memory_mut(|memory| memory.request_focus(field_id(&field)));
        }
    }
}
