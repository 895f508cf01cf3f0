//! 承認: where the decision stands, what may follow, by whom and when, and which content it covers.

pub mod content;
mod opinions;
mod signature;

use egui::{Frame, Id, Margin, Ui};

use crate::catalogue::StepId;
use crate::judgement::{FindingKind, Severity};
use crate::record::{ApprovalState, ApprovalStatement, Date, Edit, Field, Line, Person, Prose, Validity};
use crate::text::steps_finish::approval as words;
use crate::text::window::both_calendars;
use crate::text::{self, Label as _, Lang, approval as said};
use crate::window::theme::{TextKind, tokens};
use crate::window::widgets::{
    Tone, badge, clearable_choice_row, field_id, findings_of, ja_label, line_input, link_button, message_text, page_heading,
    primary_button, prose_input, secondary_button, section_heading,
};
use crate::window::{Command, StepContext};

/// What the page remembers: what is being entered for the next state. What was not touched is filled in beforehand.
#[derive(Debug, Default)]
pub struct Page {
    /// The state for which it is being entered.
    state: ApprovalState,
    title: Option<String>,
    name: Option<String>,
    date: Option<String>,
    comment: String,
    /// The opinion being entered.
    opinion: opinions::Form,
    /// See [`signature`].
    signature: signature::Page,
}

/// What was entered, as far as it can be recorded.
struct Entered {
    by: Person,
    on: Result<Date, String>,
    comment: String,
}

/// Shows the step.
pub fn ui(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    let state = cx.record.approval.state;
    if cx.page.approval.state != state {
        let page = std::mem::take(&mut cx.page.approval);
        cx.page.approval = Page { state, opinion: page.opinion, signature: page.signature, ..Page::default() };
    }
    content::refresh(cx);
    page_heading(ui, words::title(lang), words::lead(lang));
    present(ui, cx);
    content::ui(ui, cx);
    validity(ui, cx);
    next(ui, cx);
    opinions::ui(ui, cx);
    section_heading(ui, words::proves_title(lang));
    for sentence in [words::proves(lang), words::proves_not(lang)] {
        ja_label(ui, sentence, TextKind::Body);
    }
    signature::ui(ui, cx);
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

fn fact(ui: &mut Ui, name: &str, value: &str) {
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(120.0_f32.min(ui.available_width() * 0.3));
            ja_label(ui, name, TextKind::Small);
        });
        ui.vertical(|ui| ja_label(ui, value, TextKind::Body));
    });
}

fn validity(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    section_heading(ui, words::validity(lang));
    ja_label(ui, words::validity_lead(lang), TextKind::Small);
    let options = Validity::ALL.map(|validity| (validity, validity.label(lang)));
    let current = &cx.record.approval.validity;
    let cleared = (&Validity::NotChosen, lang);
    let id = field_id(&Field::Approval);
    if let Some(validity) = clearable_choice_row(ui, id, words::validity(lang), &options, current, cleared) {
        cx.edit(Edit::ChooseValidity(validity));
    }
    findings_of(ui, cx, &Field::Approval);
}

/// The states that may follow, and who brings it there.
fn next(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    let state = cx.record.approval.state;
    section_heading(ui, words::next_step(lang));
    warnings(ui, cx);
    let entered = Frame::new()
        .stroke(egui::Stroke::new(1.0, tokens::RULE))
        .corner_radius(tokens::RADIUS)
        .inner_margin(Margin::same(12))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            enter(ui, cx)
        })
        .inner;
    let name_missing = entered.by.name.is_blank();
    let problem = match &entered.on {
        _ if name_missing => Some(words::name_needed(lang).to_owned()),
        Ok(_) => None,
        Err(problem) => Some(problem.clone()),
    };
    if let Some(problem) = &problem {
        ja_label(ui, problem, TextKind::Small);
    }
    if cx.record.approval.content.is_some() {
        ja_label(ui, words::draft_forgets(lang), TextKind::Small);
    }
    let mut chosen = None;
    ui.add_enabled_ui(problem.is_none(), |ui| {
        ui.horizontal_wrapped(|ui| {
            for (index, to) in state.next().iter().enumerate() {
                let text = words::act(*to, lang);
                let button = if index == 0 { primary_button(ui, text) } else { secondary_button(ui, text) };
                if button.clicked() {
                    chosen = Some(*to);
                }
            }
        });
    });
    if let (Some(to), Ok(on)) = (chosen, entered.on) {
        let step = Edit::MoveApproval { to, by: entered.by, on, comment: entered.comment };
        cx.edit(match to {
            // What was before the one who approves is kept beside the approval.
            ApprovalState::Approved => {
                let stated = cx.judgement.stated(cx.catalogue.pin());
                Edit::Together(vec![step, Edit::StateJudged(Box::new(stated))])
            }
            _ => step,
        });
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
    let same_people = cx.judgement.findings.iter().any(|finding| finding.kind == FindingKind::ApproverIsAssessor);
    let assessor = cx.record.agency.assessor.name.as_str().trim();
    let typed = cx.page.approval.name.as_deref().map(str::trim);
    let typed_assessor = cx.record.approval.state == ApprovalState::Submitted && !assessor.is_empty() && typed == Some(assessor);
    if same_people || typed_assessor {
        message_text(ui, Tone::Warning, words::approver_is_assessor(lang));
    }
    if cx.judgement.count(Severity::Error) > 0 {
        message_text(ui, Tone::Warning, words::errors_remain(lang));
        if link_button(ui, words::see_errors(lang)).clicked() {
            cx.command(Command::GoTo(StepId::Review));
        }
    }
}

/// Who, when, and what is said with it.
fn enter(ui: &mut Ui, cx: &mut StepContext<'_>) -> Entered {
    let lang = cx.lang;
    let person = expected_person(cx);
    let page = &mut cx.page.approval;
    let title = edit(ui, "approval title", words::who_title(lang), &mut page.title, person.title.as_str());
    let name = edit(ui, "approval name", words::who_name(lang), &mut page.name, person.name.as_str());
    let date = edit(ui, "approval date", words::on(lang), &mut page.date, &cx.today.to_string());
    let on = read_date(&date, lang);
    if let Ok(on) = &on {
        ja_label(ui, &both_calendars(*on, lang), TextKind::Small);
    }
    prose_input(ui, Id::unique("approval comment"), words::comment(lang), words::comment_hint(lang), &mut page.comment, 2);
    let (title, _) = Line::from_typed(&title);
    let (name, _) = Line::from_typed(&name);
    let (comment, _) = Prose::<400>::from_typed(&page.comment);
    Entered { by: Person { title, name }, on, comment: comment.as_str().to_owned() }
}

/// Who is to act next, as far as the record knows: the assessor asks, the approver answers.
fn expected_person<'a>(cx: &StepContext<'a>) -> &'a Person {
    match cx.record.approval.state {
        ApprovalState::Submitted => &cx.record.agency.approver,
        ApprovalState::Draft
        | ApprovalState::Returned
        | ApprovalState::Approved
        | ApprovalState::Rejected
        | ApprovalState::Lapsed => &cx.record.agency.assessor,
    }
}

/// A line that says something already until the user writes something else.
fn edit(ui: &mut Ui, id: &str, label: &str, typed: &mut Option<String>, beforehand: &str) -> String {
    let mut text = typed.clone().unwrap_or_else(|| beforehand.to_owned());
    if line_input(ui, Id::unique(id), label, "", &mut text).changed() {
        *typed = Some(text.clone());
    }
    text
}

fn read_date(typed: &str, lang: Lang) -> Result<Date, String> {
    typed.trim().parse().map_err(|error| text::date_error(&error, lang).to_string())
}
