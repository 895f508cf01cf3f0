//! One step after the other.

use egui::Ui;

use super::{
    agency, application, approval, decisions, gate, introduction, items, objective, output, received, request, review, service,
    task,
};
use crate::catalogue::StepId;
use crate::record::Objective;
use crate::text::window as words;
use crate::window::StepContext;
use crate::window::widgets::choices_to_be_read;

/// Shows one step. Of a record that is only looked at, the choices are there to be read.
pub fn show(step: StepId, ui: &mut Ui, cx: &mut StepContext<'_>) {
    let why = cx.outside.looked_at.is_some().then(|| words::looking(cx.lang));
    choices_to_be_read(ui, why, |ui| contents(step, ui, cx));
}

fn contents(step: StepId, ui: &mut Ui, cx: &mut StepContext<'_>) {
    match step {
        StepId::Introduction => introduction::ui(ui, cx),
        StepId::Service => service::ui(ui, cx),
        StepId::Agency => agency::ui(ui, cx),
        StepId::Gate => gate::ui(ui, cx),
        StepId::Task => task::ui(ui, cx),
        StepId::Items => items::ui(ui, cx),
        StepId::Confidentiality => objective::ui(ui, cx, step, Objective::Confidentiality),
        StepId::Integrity => objective::ui(ui, cx, step, Objective::Integrity),
        StepId::Availability => objective::ui(ui, cx, step, Objective::Availability),
        StepId::Decisions => decisions::ui(ui, cx),
        StepId::Review => review::ui(ui, cx),
        StepId::Approval => approval::ui(ui, cx),
        // What is made of a record is no part of it.
        StepId::Output => choices_to_be_read(ui, None, |ui| output::ui(ui, cx)),
        StepId::Request => request::ui(ui, cx),
        StepId::Received => received::ui(ui, cx),
        StepId::Application => application::ui(ui, cx),
    }
}
