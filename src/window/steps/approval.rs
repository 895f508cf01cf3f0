//! 承認: where the decision stands, what may follow, by whom and when, and which content it covers.

pub mod content;
mod opinions;
mod parts;
mod signature;

use egui::{Id, Ui};

use self::parts::fact;
use crate::catalogue::StepId;
use crate::judgement::{FindingKind, Severity};
use crate::record::{ApprovalState, ApprovalStatement, Edit, Field, Role, Validity};
use crate::text::days::both_calendars;
use crate::text::steps_finish::approval as words;
use crate::text::steps_finish::approver;
use crate::text::{Label as _, approval as said};
use crate::window::theme::TextKind;
use crate::window::widgets::{
    FocusGuide, Tone, badge, clearable_choice_row, field_id, findings_of, is_on_screen, ja_label, link_button, message_text,
    page_heading, primary_button, secondary_button, section_heading, status_message,
};
use crate::window::{Command, StepContext};

/// The id of the line that says what was done.
pub fn done_id() -> Id {
    Id::unique("approval done")
}

/// Shows the step.
pub fn ui(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    content::refresh(cx);
    page_heading(ui, words::title(lang), words::lead(lang));
    done(ui, cx);
    if cx.record.approval.state == ApprovalState::Submitted
        && cx.record.role == Role::Agency
        && cx.outside.looked_at.is_none()
        && link_button(ui, approver::open_page(lang)).clicked()
    {
        cx.command(Command::ShowApprover);
    }
    present(ui, cx);
    content::changes_since(ui, cx);
    validity(ui, cx);
    next(ui, cx);
    opinions::ui(ui, cx);
    section_heading(ui, words::proves_title(lang));
    for sentence in [words::proves(lang), words::proves_not(lang)] {
        ja_label(ui, sentence, TextKind::Body);
    }
    content::digests(ui, cx, false);
    signature::ui(ui, cx);
}

/// What was recorded just now.
fn done(ui: &mut Ui, cx: &StepContext<'_>) {
    let (lang, approval) = (cx.lang, &cx.record.approval);
    if approval.seal.is_none() || cx.page.approval.done != approval.seal {
        return;
    }
    let (by, on) = match &approval.lapse {
        Some(lapse) => (&lapse.by, Some(lapse.on)),
        None => (&approval.by, approval.on),
    };
    let on = on.map_or_else(String::new, |on| both_calendars(on, lang));
    let sentence = words::done(approval.state, &said::person(by), &on, lang);
    status_message(ui, done_id(), Tone::Success, &sentence);
    ui.add_space(8.0);
}

/// The state in words, its place among the others, and what was recorded with it.
fn present(ui: &mut Ui, cx: &StepContext<'_>) {
    let lang = cx.lang;
    let approval = &cx.record.approval;
    let state = approval.state;
    let (has_run_out, is_changed) = (approval.has_run_out(cx.today), cx.page.content.is_changed());
    let statement = cx.page.content.statement();
    let tone = if has_run_out || is_changed || !statement.holds() { Tone::Warning } else { state_tone(state) };
    ui.horizontal_wrapped(|ui| {
        for (index, other) in chain(state).iter().copied().enumerate() {
            if index > 0 {
                ja_label(ui, "→", TextKind::Small);
            }
            if other == state {
                badge(ui, other.label(lang), tone);
            } else {
                ja_label(ui, other.label(lang), TextKind::Small);
            }
        }
    });
    ja_label(ui, &words::chain(cx.page.content.state(), lang), TextKind::Strong);
    if let Some(problem) = said::statement_problem(statement, lang) {
        message_text(ui, statement_tone(statement), problem);
    }
    if statement == ApprovalStatement::Changed {
        // What it would mean is nothing to rely on.
    } else if has_run_out {
        message_text(ui, Tone::Warning, words::expired(lang));
    } else if state == ApprovalState::Approved && is_changed {
        ja_label(ui, words::approved_otherwise(lang), TextKind::Body);
    } else {
        ja_label(ui, words::meaning(state, lang), TextKind::Body);
    }
    if state == ApprovalState::Draft {
        return;
    }
    let by = said::person(&approval.by);
    let on = approval.on.map_or_else(String::new, |on| both_calendars(on, lang));
    let until = approval
        .expires_on()
        .map_or_else(String::new, |until| words::until(&both_calendars(until, lang), cx.today.days_until(until), lang));
    for (name, value) in [
        (words::by(lang), by.as_str()),
        (words::on(lang), on.as_str()),
        (words::comment(lang), approval.comment.as_str()),
        (words::valid_until(lang), until.as_str()),
    ] {
        if !value.is_empty() {
            fact(ui, name, value);
        }
    }
    if let Some(lapse) = &approval.lapse {
        fact(ui, said::lapsed_by(lang), &said::person(&lapse.by));
        fact(ui, said::lapsed_on(lang), &both_calendars(lapse.on, lang));
        fact(ui, said::lapse_comment(lang), lapse.comment.as_str());
    }
    if cx.page.content.approved_by_assessor() {
        message_text(ui, Tone::Warning, words::self_approved(lang));
    }
}

/// The way an approval goes, with the state it is in.
const fn chain(state: ApprovalState) -> &'static [ApprovalState] {
    use ApprovalState::{Approved, Draft, Lapsed, Rejected, Returned, Submitted};
    match state {
        Draft | Submitted | Approved => &[Draft, Submitted, Approved],
        Returned => &[Draft, Submitted, Returned],
        Rejected => &[Draft, Submitted, Rejected],
        Lapsed => &[Draft, Submitted, Approved, Lapsed],
    }
}

const fn state_tone(state: ApprovalState) -> Tone {
    match state {
        ApprovalState::Draft => Tone::Neutral,
        ApprovalState::Submitted => Tone::Key,
        ApprovalState::Returned | ApprovalState::Lapsed => Tone::Warning,
        ApprovalState::Approved => Tone::Success,
        ApprovalState::Rejected => Tone::Error,
    }
}

const fn statement_tone(statement: ApprovalStatement) -> Tone {
    match statement {
        ApprovalStatement::Nothing | ApprovalStatement::AsRecorded | ApprovalStatement::NotKnown => Tone::Warning,
        ApprovalStatement::Changed => Tone::Error,
    }
}

/// How long an approval is to hold, as long as it is not given; one that says nothing of it can be completed.
fn validity(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let (lang, approval) = (cx.lang, &cx.record.approval);
    let is_open = matches!(approval.state, ApprovalState::Draft | ApprovalState::Submitted | ApprovalState::Returned);
    if is_open || approval.validity == Validity::NotChosen {
        section_heading(ui, words::validity(lang));
        ja_label(ui, words::validity_lead(lang), TextKind::Small);
        let options = Validity::ALL.map(|validity| (validity, validity.label(lang)));
        let (id, cleared) = (field_id(&Field::Approval), (&Validity::NotChosen, lang));
        if let Some(validity) = clearable_choice_row(ui, id, words::validity(lang), &options, &approval.validity, cleared) {
            cx.edit(Edit::ChooseValidity(validity));
        }
    }
    findings_of(ui, cx, &Field::Approval);
}

/// The states that may follow. Each button asks before anything is recorded.
fn next(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    section_heading(ui, words::next_step(lang));
    ja_label(ui, words::next_step_lead(lang), TextKind::Small);
    warnings(ui, cx);
    let come_back_to = cx.page.approval.come_back_to.take();
    let mut stand_in = None;
    ui.horizontal_wrapped(|ui| {
        for (index, to) in cx.record.approval.state.next().iter().enumerate() {
            let text = words::act_asks(*to, lang);
            // What leads on is filled; what takes back, refuses or ends is not.
            let leads_on = matches!(to, ApprovalState::Submitted | ApprovalState::Approved);
            let button = if leads_on { primary_button(ui, &text) } else { secondary_button(ui, &text) };
            // Where there is no validity to choose, a jump to the approval comes here.
            if index == 0 && !is_on_screen(ui.ctx(), field_id(&Field::Approval)) {
                stand_in = Some(button.id);
            }
            if come_back_to == Some(*to) {
                ui.ctx().with_plugin::<FocusGuide, _>(|guide| guide.want_shown(button.id));
            }
            if button.clicked() {
                cx.command(Command::AskApproval(*to));
            }
        }
    });
    if let (Some(button), Some(Field::Approval)) = (stand_in, cx.target) {
        ui.ctx().with_plugin::<FocusGuide, _>(|guide| guide.want_shown(button));
    }
}

/// What to think of before: the approver is the assessor, errors remain.
fn warnings(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    let leads_to_approval = match cx.record.approval.state {
        ApprovalState::Draft | ApprovalState::Submitted | ApprovalState::Returned => true,
        ApprovalState::Approved | ApprovalState::Rejected | ApprovalState::Lapsed => false,
    };
    if !leads_to_approval {
        return;
    }
    if cx.judgement.findings.iter().any(|finding| finding.kind == FindingKind::ApproverIsAssessor) {
        message_text(ui, Tone::Warning, words::approver_is_assessor(lang));
    }
    if cx.judgement.count(Severity::Error) > 0 {
        message_text(ui, Tone::Warning, words::errors_remain(lang));
        if link_button(ui, words::see_errors(lang)).clicked() {
            cx.command(Command::GoTo(StepId::Review));
        }
    }
}
