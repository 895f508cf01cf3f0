//! 出力: what is recommended, what was made, what was not done, who does what next; and every other form, folded.

mod folder;
mod making;
mod next_steps;
mod paper;
mod products;
mod recommended;

use egui::{Id, Ui};

use crate::catalogue::StepId;
use crate::export::CopyKind;
use crate::judgement::{Finding, NextThing, Severity};
use crate::record::{ApprovalState, Role};
use crate::text::steps_finish::output as words;
use crate::text::{Label as _, Lang, next_line, next_thing, window as shell};
use crate::window::steps::beside::{In, Offered, beside};
use crate::window::steps::packing::result;
use crate::window::theme::TextKind;
use crate::window::widgets::{Tone, choice_row, ja_label, link_button, message_text, page_heading, section_heading};
use crate::window::{Command, StepContext};

/// Shows the step.
pub fn ui(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    let next = NextThing::of(cx.record, cx.catalogue, cx.judgement, cx.today);
    page_heading(ui, words::title(lang), &next_line(&next_thing(&next, lang), lang));
    let asks_where = recommended::ui(ui, cx);
    making::under_way(ui, cx);
    making::made(ui, cx);
    ui.add_space(12.0);
    message_text(ui, Tone::Warning, words::not_submitted(lang));
    ja_label(ui, words::not_official(lang), TextKind::Small);
    next_steps::ui(ui, cx);
    // Where the recommended act makes the package of the result, to make it by itself is another form.
    let is_agency = cx.record.role == Role::Agency;
    let makes_result = recommended::makes_result(cx);
    if is_agency && !makes_result {
        result(ui, cx);
    }
    if makes_result && cx.page.to_package.is_some() {
        cx.page.output.shows_forms = true;
    }
    ui.add_space(12.0);
    let fold = link_button(ui, words::other_forms(lang));
    if fold.clicked() {
        cx.page.output.shows_forms = !cx.page.output.shows_forms;
    }
    ui.ctx().accesskit_node_builder(fold.id, |node| node.set_expanded(cx.page.output.shows_forms));
    ja_label(ui, words::other_forms_lead(lang), TextKind::Small);
    if cx.page.output.shows_forms {
        if is_agency && makes_result {
            result(ui, cx);
        }
        products::documents(ui, cx);
        products::data(ui, cx);
        products::set(ui, cx);
        paper::paper(ui, cx);
        let copy = copy(ui, cx);
        language(ui, cx);
        let mut along = cx.page.output.along;
        let offered = Offered { comments: cx.record.comments.len(), revisions: cx.record.history.len() };
        beside(ui, offered, In::Files, &mut along, lang);
        cx.page.output.along = along;
        if !asks_where {
            folder::folder(ui, cx);
        }
        let folder = folder::typed(cx);
        making::start(ui, cx, &folder, copy);
    }
}

/// Whether the files will be final, and what is missing if they cannot be. A draft can always be chosen.
fn copy(ui: &mut Ui, cx: &mut StepContext<'_>) -> CopyKind {
    let lang = cx.lang;
    section_heading(ui, words::copy(lang));
    let at_hand = CopyKind::at_hand(cx.record, cx.judgement);
    if at_hand == CopyKind::Final {
        let options = [(CopyKind::Final, words::copy_is_final(lang)), (CopyKind::Draft, words::copy_is_draft(lang))];
        let chosen = cx.page.output.copy(at_hand);
        if let Some(copy) = choice_row(ui, Id::unique("output copy"), words::copy(lang), &options, Some(&chosen)) {
            cx.page.output.draft = copy == CopyKind::Draft;
        }
    }
    let copy = cx.page.output.copy(at_hand);
    match copy {
        CopyKind::Final => {
            ja_label(ui, words::copy_final(lang), TextKind::Success);
        }
        CopyKind::Draft => {
            ja_label(ui, words::copy_draft(lang), TextKind::Strong);
        }
    }
    if at_hand == CopyKind::Draft {
        what_a_final_copy_needs(ui, cx);
    }
    copy
}

fn what_a_final_copy_needs(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    ja_label(ui, words::final_not_possible(lang), TextKind::Small);
    let errors = cx.judgement.count(Severity::Error);
    if errors > 0 {
        let first = cx.judgement.findings.iter().find(|finding| finding.severity() == Severity::Error);
        ja_label(ui, &words::errors_left(errors, &first_error(cx, first), lang), TextKind::Body);
        if link_button(ui, words::see_errors(lang)).clicked() {
            cx.command(Command::GoTo(StepId::Review));
        }
    }
    if cx.record.role == Role::Agency && cx.record.approval.state != ApprovalState::Approved {
        ja_label(ui, &words::not_approved(cx.record.approval.state.label(lang), lang), TextKind::Body);
        if link_button(ui, words::see_approval(lang)).clicked() {
            cx.command(Command::GoTo(StepId::Approval));
        }
    }
}

fn first_error(cx: &StepContext<'_>, finding: Option<&Finding>) -> String {
    finding.map(|finding| crate::text::finding_message(finding, cx.record, cx.catalogue, cx.lang).what).unwrap_or_default()
}

fn language(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    section_heading(ui, words::language(lang));
    ja_label(ui, words::language_lead(lang), TextKind::Small);
    let options = [(Lang::Ja, shell::japanese(lang)), (Lang::En, shell::english(lang))];
    let chosen = cx.page.output.lang(lang);
    if let Some(lang) = choice_row(ui, Id::unique("output language"), words::language(lang), &options, Some(&chosen)) {
        cx.page.output.lang = Some(lang);
    }
}
