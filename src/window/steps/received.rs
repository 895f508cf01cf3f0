//! 受領: results of agencies side by side. Reading them changes nothing.

mod comments;

use std::path::PathBuf;

use egui::{Id, ScrollArea, Ui};

use crate::judgement::{FindingKind, Outcome};
use crate::package::{Answering, Objection, TakenResult, asked_of, oddities};
use crate::record::{Objective, Record, TaskChoice};
use crate::text::days::both_calendars;
use crate::text::steps_finish::{provider as words, review as review_words};
use crate::text::{Label as _, approval as said, labels, package as package_words};
use crate::window::steps::attached::{list, saved};
use crate::window::steps::request::asked::tone;
use crate::window::theme::TextKind;
use crate::window::widgets::{
    Column, Tone, badge, drawn, ja_label, link_button, message_text, page_heading, path_input, secondary_button, small_button,
    table,
};
use crate::window::{CameFrom, Command, ReceivedRecord, StepContext};

const NAME_WIDTH: f32 = 152.0;
const RECORD_LEAST: f32 = 220.0;

/// What is told of each record, one row each.
#[derive(Clone, Copy)]
enum Fact {
    Agency,
    Answers,
    Returned,
    Set,
    Service,
    Task,
    Outcome,
    Levels,
    Conditions,
    Risk,
    Approval,
    Attached,
    File,
}

impl Fact {
    const ALL: [Self; 13] = [
        Self::Agency,
        Self::Answers,
        Self::Returned,
        Self::Set,
        Self::Service,
        Self::Task,
        Self::Outcome,
        Self::Levels,
        Self::Conditions,
        Self::Risk,
        Self::Approval,
        Self::Attached,
        Self::File,
    ];

    const fn name(self, lang: crate::text::Lang) -> &'static str {
        match self {
            Self::Agency => words::received_head_agency(lang),
            Self::Answers => words::received_head_answers(lang),
            Self::Returned => words::received_head_returned(lang),
            Self::Set => words::received_head_set(lang),
            Self::Service => words::received_head_service(lang),
            Self::Task => words::received_head_task(lang),
            Self::Outcome => words::received_head_outcome(lang),
            Self::Levels => words::received_head_levels(lang),
            Self::Conditions => words::received_head_conditions(lang),
            Self::Risk => words::received_head_risk(lang),
            Self::Approval => words::received_head_approval(lang),
            Self::Attached => words::received_head_attached(lang),
            Self::File => words::received_head_file(lang),
        }
    }

    /// What is told of a record, as far as agencies can differ in it. Where they come from they always do.
    fn compared(self, cx: &StepContext<'_>, received: &ReceivedRecord) -> Option<String> {
        let record = received.record();
        let text = |text: &str| Some(text.trim().to_owned());
        match self {
            Self::Agency | Self::Answers | Self::Returned | Self::Set | Self::Attached | Self::File => None,
            Self::Service => text(record.service.name.as_str()),
            Self::Task => Some(task_name(cx, record)),
            Self::Outcome => text(received.judgement.outcome.label(cx.lang)),
            Self::Levels => Some(levels(cx, received).join("\n")),
            Self::Conditions => text(record.conditions_of_use.as_str()),
            Self::Risk => text(record.residual_risk.as_str()),
            Self::Approval => text(record.approval.state.label(cx.lang)),
        }
    }

    /// Whether agencies that assessed say different things here.
    fn differs(self, cx: &StepContext<'_>) -> bool {
        let assessed = cx.outside.received.iter().filter(|received| received.returned.is_none());
        let mut values = assessed.filter_map(|received| self.compared(cx, received));
        let first = values.next();
        values.any(|value| Some(value) != first)
    }
}

/// Shows the step.
pub fn ui(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    page_heading(ui, words::received_title(lang), words::received_lead(lang));
    if secondary_button(ui, words::received_open(lang)).clicked() {
        cx.command(Command::AddReceived);
    }
    ui.add_space(4.0);
    path_input(ui, Id::unique("received path"), words::received_path(lang), "", &mut cx.page.received.path);
    ui.add_space(4.0);
    let path = cx.page.received.path.trim().to_owned();
    if ui.add_enabled_ui(!path.is_empty(), |ui| small_button(ui, words::received_take(lang))).inner.clicked() {
        cx.page.received.path.clear();
        cx.command(Command::AddReceivedPath(PathBuf::from(path)));
    }
    ui.add_space(8.0);
    lost(ui, cx);
    let received = &cx.outside.received;
    if received.is_empty() {
        ja_label(ui, words::received_none(lang), TextKind::Body);
        return;
    }
    let columns: Vec<Column> = std::iter::once(Column::Fixed(NAME_WIDTH))
        .chain(received.iter().map(|_| Column::Share { weight: 1.0, least: RECORD_LEAST }))
        .collect();
    ScrollArea::horizontal().id_salt("received").show(ui, |ui| {
        table(ui, "received", words::received_title(lang), &columns, |table| {
            let any_returned = received.iter().any(|received| received.returned.is_some());
            let any_attached = received.iter().any(|received| !received.attached.is_empty());
            let is_told = |fact: &Fact| match fact {
                Fact::Returned => any_returned,
                Fact::Attached => any_attached,
                _ => true,
            };
            for fact in Fact::ALL.into_iter().filter(is_told) {
                table.row(|row| {
                    row.cell(|ui| {
                        ja_label(ui, fact.name(lang), TextKind::SmallStrong);
                        if fact.differs(cx) {
                            badge(ui, words::received_differs(lang), Tone::Warning);
                        }
                    });
                    for (place, record) in received.iter().enumerate() {
                        row.cell(|ui| tell(ui, cx, fact, place, record));
                    }
                });
            }
        });
    });
    comments::ui(ui, cx);
}

/// What is noted as received and is not at hand, and why.
fn lost(ui: &mut Ui, cx: &mut StepContext<'_>) {
    for (digest, message) in &cx.outside.lost {
        message_text(ui, Tone::Warning, &message.to_string());
        let name = asked_of(cx.record, digest).map(|(_, came)| came.file.name.to_string()).unwrap_or_default();
        let lang = cx.lang;
        if link_button(ui, words::received_close(lang)).accessible_name(words::received_close_name(&name, lang)).clicked() {
            cx.command(Command::ForgetLost(digest.clone()));
        }
    }
}

fn tell(ui: &mut Ui, cx: &mut StepContext<'_>, fact: Fact, place: usize, received: &ReceivedRecord) {
    let lang = cx.lang;
    let ReceivedRecord { path, result: TakenResult { record, .. }, judgement, returned, attached, .. } = received;
    // Nothing is told of an assessment that was not given, whatever its record holds.
    if returned.is_some() && matches!(fact, Fact::Task | Fact::Levels | Fact::Conditions | Fact::Risk | Fact::Approval) {
        ja_label(ui, package_words::not_assessed(lang), TextKind::Small);
        return;
    }
    match fact {
        Fact::Agency => {
            let agency = &record.agency;
            let parts = [agency.name.as_str(), agency.bureau.as_str(), agency.section.as_str()];
            words_or_none(ui, cx, &parts.map(str::trim).join(" "), TextKind::Strong);
            if let Some((asked, _)) = received.came.as_ref().and_then(|came| asked_of(cx.record, &came.file.sha256)) {
                let state = asked.state(cx.today);
                badge(ui, state.label(lang), tone(state));
            }
        }
        Fact::Answers => {
            let answering = Answering::of(record, cx.record);
            let tone = if answering.fits() { Tone::Neutral } else { Tone::Warning };
            message_text(ui, tone, answering.label(lang));
            if let Some(came) = &received.came {
                for oddity in oddities(cx.record, came, record.agency.name.as_str()) {
                    message_text(ui, Tone::Warning, &oddity.words(lang));
                }
            }
        }
        Fact::Returned => match returned {
            Some(comment) => {
                message_text(ui, Tone::Warning, comment);
                comments::to_mend(ui, cx, record);
            }
            None => words_or_none(ui, cx, "", TextKind::Body),
        },
        Fact::Set => in_the_set(ui, cx, place, received),
        Fact::Service => words_or_none(ui, cx, record.service.name.as_str(), TextKind::Body),
        Fact::Task => {
            let name = task_name(cx, record);
            words_or_none(ui, cx, &name, TextKind::Body);
        }
        Fact::Outcome if returned.is_some() => {
            badge(ui, package_words::returned_outcome(lang), Tone::Warning);
        }
        Fact::Outcome => {
            let tone = match judgement.outcome {
                // Green is for what counts here.
                _ if !received.goes_in(cx.record) => Tone::Neutral,
                Outcome::Fits => Tone::Success,
                Outcome::NotLow | Outcome::Stop | Outcome::InvalidAssessor => Tone::Error,
                Outcome::Unlisted | Outcome::OutOfScope | Outcome::NotRequired => Tone::Warning,
                Outcome::Undetermined => Tone::Neutral,
            };
            badge(ui, judgement.outcome.label(lang), tone);
            if judgement.findings.iter().any(|finding| finding.kind == FindingKind::CatalogueDiffers) {
                ja_label(ui, words::received_other_catalogue(lang), TextKind::Small);
            }
        }
        Fact::Levels => {
            for level in levels(cx, received) {
                ja_label(ui, &level, TextKind::Body);
            }
        }
        Fact::Conditions => words_or_none(ui, cx, record.conditions_of_use.as_str(), TextKind::Body),
        Fact::Risk => words_or_none(ui, cx, record.residual_risk.as_str(), TextKind::Body),
        Fact::Approval => approval(ui, cx, received),
        Fact::Attached if attached.is_empty() => words_or_none(ui, cx, "", TextKind::Body),
        Fact::Attached => {
            list(ui, cx, CameFrom::Received(place), attached);
            saved(ui, cx, CameFrom::Received(place));
        }
        Fact::File => {
            let of_path = || path.file_name().map_or_else(|| path.to_string_lossy(), |name| name.to_string_lossy());
            let name = received.came.as_ref().map_or_else(of_path, |came| came.file.name.as_str().into());
            ja_label(ui, &name, TextKind::Small).on_hover_text(drawn(&path.to_string_lossy()));
            if link_button(ui, words::received_close(lang)).accessible_name(words::received_close_name(&name, lang)).clicked() {
                cx.command(Command::RemoveReceived(place));
            }
        }
    }
}

/// Whether it goes into the application, and why not; where somebody may decide otherwise, a box to do so.
fn in_the_set(ui: &mut Ui, cx: &mut StepContext<'_>, place: usize, received: &ReceivedRecord) {
    let lang = cx.lang;
    let objections = received.objections(cx.record);
    let goes_in = received.goes_in(cx.record);
    ja_label(ui, if goes_in { words::received_in(lang) } else { words::received_out(lang) }, TextKind::Strong);
    for objection in &objections {
        message_text(ui, Tone::Warning, &objection.words(lang));
    }
    for remark in &received.remarks {
        message_text(ui, Tone::Warning, remark);
    }
    if !objections.is_empty() && objections.iter().all(Objection::can_be_overruled) {
        let mut wanted = received.wanted;
        if ui.checkbox(&mut wanted, words::received_want(lang)).changed() {
            cx.command(Command::WantReceived(place, wanted));
        }
    }
}

fn task_name(cx: &StepContext<'_>, record: &Record) -> String {
    let lang = cx.lang;
    match &record.task {
        TaskChoice::NotChosen => review_words::not_chosen(lang).to_owned(),
        TaskChoice::Unknown => review_words::unknown_task(lang).to_owned(),
        TaskChoice::NotListed => review_words::not_listed(lang).to_owned(),
        TaskChoice::AgencyEntry { task, .. } => task.as_str().to_owned(),
        TaskChoice::Listed(id) => match cx.catalogue.task(id) {
            Some(task) => format!("{id} {}", task.service.text(lang)),
            None => id.to_string(),
        },
    }
}

/// The level of each objective.
fn levels(cx: &StepContext<'_>, received: &ReceivedRecord) -> Vec<String> {
    let level = |objective: Objective| labels::assessment(received.judgement.objectives[objective], cx.catalogue, cx.lang);
    Objective::ALL.map(|objective| format!("{} {}", objective.label(cx.lang), level(objective))).into()
}

/// The state of the approval, by whom and when, and whether the content is still what was approved.
fn approval(ui: &mut Ui, cx: &StepContext<'_>, received: &ReceivedRecord) {
    let lang = cx.lang;
    let record = received.record();
    let approval = &record.approval;
    for file in &record.received {
        let said = words::received_from_sheet(file.name.as_str(), file.sha256.as_str(), lang);
        message_text(ui, Tone::Warning, &said);
    }
    ja_label(ui, approval.state.label(lang), TextKind::Strong);
    let by = said::person(&approval.by);
    if !by.is_empty() {
        ja_label(ui, &by, TextKind::Body);
    }
    if let Some(on) = approval.on {
        ja_label(ui, &both_calendars(on, lang), TextKind::Small);
    }
    let marks = said::marks(record, cx.today, lang);
    for mark in &marks {
        message_text(ui, Tone::Warning, mark);
    }
    if approval.content.is_some() && approval.statement().holds() && !record.changed_since_approval() {
        ja_label(ui, words::received_unchanged(lang), TextKind::Small);
    }
}

fn words_or_none(ui: &mut Ui, cx: &StepContext<'_>, text: &str, kind: TextKind) {
    if text.trim().is_empty() {
        ja_label(ui, words::none_written(cx.lang), TextKind::Small);
    } else {
        ja_label(ui, text.trim(), kind);
    }
}
