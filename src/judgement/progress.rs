//! How far each step of the wizard has come.

use super::{Concern, Finding, FindingKind, Judgement, Severity};
use crate::catalogue::{Catalogue, Effect, Section, StepId};
use crate::record::{
    Answer, ApprovalState, CheckListPoint, Choice, Field, Objective, RaiseTo, Record, RecordPart, TaskChoice, TextField,
};

/// How far a step has come, said in words on the rail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Progress {
    /// 未着手: nothing of it was touched.
    NotStarted,
    /// 入力中
    InProgress,
    /// 要確認: something is to be mended. A finding of severity error or warning points there, and it is not merely that something
    /// is not there yet.
    NeedsAttention,
    /// 入力済: everything needed is there, and was looked at.
    Done,
}

/// How far one step has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepProgress {
    /// How far.
    pub progress: Progress,
    /// How many things are still to be answered, filled or decided.
    pub remaining: usize,
    /// How many findings of severity error or warning point to it.
    pub findings: usize,
}

/// The step on which a field is shown.
pub fn step_of(field: &Field, catalogue: &Catalogue) -> StepId {
    match field {
        Field::Text(text) => step_of_part(text.part()),
        Field::ServiceIsSaas => StepId::Service,
        Field::Day(day) => step_of_part(day.part()),
        Field::Gate(id) => match catalogue.question(id).map(|question| &question.effect) {
            Some(Effect::TaskChoice) => StepId::Task,
            _ => StepId::Gate,
        },
        Field::Task | Field::RedFlag(_) => StepId::Task,
        Field::Items | Field::Item(..) => StepId::Items,
        Field::Answer(_, id) => match catalogue.question(id).map(|question| question.section) {
            Some(Section::Confidentiality) => StepId::Confidentiality,
            Some(Section::Integrity) => StepId::Integrity,
            Some(Section::Availability) => StepId::Availability,
            Some(Section::Gate) | None => StepId::Items,
        },
        Field::Decision(..) | Field::Reason(..) | Field::Raise(_) | Field::RaiseReason(_) => StepId::Decisions,
        Field::SuggestedTask => StepId::Request,
        Field::CheckList(_) => StepId::Application,
        Field::Approval => StepId::Approval,
        Field::Catalogue | Field::Profile => StepId::Introduction,
    }
}

/// The step on which the texts of a part are shown.
const fn step_of_part(part: RecordPart) -> StepId {
    match part {
        RecordPart::Case | RecordPart::Paper => StepId::Introduction,
        RecordPart::Service => StepId::Service,
        RecordPart::Agency | RecordPart::Procurement => StepId::Agency,
        RecordPart::Gate => StepId::Gate,
        RecordPart::Task => StepId::Task,
        RecordPart::Decisions => StepId::Decisions,
        RecordPart::Request => StepId::Request,
        RecordPart::Application => StepId::Application,
    }
}

/// How far a step has come. `was_seen` says whether it was looked at, which no record tells of a step that needs nothing.
pub fn step_progress(
    step: StepId,
    record: &Record,
    catalogue: &Catalogue,
    judgement: &Judgement,
    was_seen: bool,
) -> StepProgress {
    let here = |finding: &&Finding| finding.severity() != Severity::Note && step_of(&finding.field, catalogue) == step;
    let findings = judgement.findings.iter().filter(here).count();
    let stands_out = judgement.findings.iter().filter(here).any(|finding| !finding.kind.is_gap());
    let remaining = remaining(step, catalogue, judgement);
    let touched = is_touched(step, record, catalogue) || was_seen && remaining == 0;
    let progress = match step {
        StepId::Review if touched && judgement.count_of(Concern::Error) > 0 => Progress::NeedsAttention,
        StepId::Approval => approval_progress(record.approval.state, stands_out),
        // What a provider received, and what was written out, does not stand in the record.
        StepId::Received | StepId::Output => Progress::NotStarted,
        _ if stands_out => Progress::NeedsAttention,
        _ if !touched => Progress::NotStarted,
        _ if remaining > 0 => Progress::InProgress,
        _ => Progress::Done,
    };
    StepProgress { progress, remaining, findings }
}

fn approval_progress(state: ApprovalState, stands_out: bool) -> Progress {
    match state {
        _ if stands_out => Progress::NeedsAttention,
        ApprovalState::Draft => Progress::NotStarted,
        ApprovalState::Submitted => Progress::InProgress,
        ApprovalState::Returned | ApprovalState::Rejected | ApprovalState::Lapsed => Progress::NeedsAttention,
        ApprovalState::Approved => Progress::Done,
    }
}

/// How many things are still to be answered, filled or decided on a step.
fn remaining(step: StepId, catalogue: &Catalogue, judgement: &Judgement) -> usize {
    let gaps = |counts: fn(&FindingKind) -> usize| -> usize {
        let here = judgement.findings.iter().filter(|finding| step_of(&finding.field, catalogue) == step);
        here.map(|finding| counts(&finding.kind)).sum()
    };
    match step {
        StepId::Confidentiality | StepId::Integrity | StepId::Availability => gaps(|kind| match kind {
            FindingKind::AnswersMissing(_, _, questions) => questions.len(),
            _ => 0,
        }),
        StepId::Decisions => gaps(|kind| usize::from(kind.is_gap() || matches!(kind, FindingKind::Reopened(..)))),
        StepId::Review => judgement.count(Severity::Error),
        StepId::Approval | StepId::Output | StepId::Received => 0,
        _ => gaps(|kind| usize::from(kind.is_gap())),
    }
}

/// The steps in which something is written, answered or decided, in their order.
const FILLED_IN: [StepId; 11] = [
    StepId::Service,
    StepId::Agency,
    StepId::Gate,
    StepId::Task,
    StepId::Items,
    StepId::Confidentiality,
    StepId::Integrity,
    StepId::Availability,
    StepId::Decisions,
    StepId::Request,
    StepId::Application,
];

/// Whether somebody has begun with a step.
fn is_touched(step: StepId, record: &Record, catalogue: &Catalogue) -> bool {
    let has_text = || {
        let mut texts = TextField::ALL.iter().copied().filter(|text| step_of_part(text.part()) == step);
        texts.any(|text| record.text(&Field::Text(text)).is_some_and(|text| !text.is_empty()))
    };
    match step {
        StepId::Service => has_text() || record.service.is_saas != Answer::NotAnswered,
        StepId::Agency => has_text() || record.agency.assessed_on.is_some() || record.procurement.date.is_some(),
        StepId::Gate => has_text() || !record.gate.answers.is_empty(),
        StepId::Task => record.task != TaskChoice::NotChosen,
        StepId::Items => !record.items.is_empty(),
        StepId::Confidentiality => is_assessed(Objective::Confidentiality, record, catalogue),
        StepId::Integrity => is_assessed(Objective::Integrity, record, catalogue),
        StepId::Availability => is_assessed(Objective::Availability, record, catalogue),
        StepId::Decisions => {
            let decides = |decision: &crate::record::Decision| decision.choice != Choice::NotDecided;
            let mut items = record.items.iter();
            has_text()
                || items.any(|item| item.decisions.iter().any(|(_, decision)| decides(decision)))
                || record.raises.iter().any(|(_, raise)| raise.to != RaiseTo::NotRaised)
        }
        StepId::Request => {
            has_text() || record.request.deadline.is_some() || record.request.suggested_task != TaskChoice::NotChosen
        }
        StepId::Application => {
            let mut points = CheckListPoint::ALL.into_iter();
            has_text() || points.any(|point| *record.check_list_point(point) != Answer::NotAnswered)
        }
        // Who goes on from the introduction has read it. Whoever asks for an approval has looked the whole over.
        StepId::Introduction => has_text() || FILLED_IN.iter().any(|step| is_touched(*step, record, catalogue)),
        StepId::Review => record.approval.state != ApprovalState::Draft,
        StepId::Received | StepId::Approval | StepId::Output => has_text(),
    }
}

/// Whether a question of the objective is answered for some item, or a level of it decided.
fn is_assessed(objective: Objective, record: &Record, catalogue: &Catalogue) -> bool {
    let of_objective = |id| catalogue.question(id).is_some_and(|question| question.section.objective() == Some(objective));
    record.items.iter().any(|item| {
        item.decisions[objective].choice != Choice::NotDecided || item.answers.iter().any(|(question, _)| of_objective(question))
    })
}
