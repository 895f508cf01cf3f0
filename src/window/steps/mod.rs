//! The steps of the wizard, one file each. A step reads the record and collects what it asks for.

pub mod agency;
pub mod application;
pub mod approval;
mod attached;
mod beside;
pub mod decisions;
pub mod gate;
pub mod introduction;
pub mod items;
pub mod objective;
pub mod output;
mod packing;
pub mod received;
pub mod request;
pub mod review;
pub mod service;
mod suggestions;
pub mod task;

use egui::Ui;

use super::StepContext;
use super::widgets::choices_to_be_read;
use crate::catalogue::StepId;
use crate::package::PackageKind;
use crate::record::Objective;
use crate::text::window as words;

/// What the steps remember that is not part of the record. A new record starts with a fresh one.
#[derive(Debug, Default)]
pub struct PageState {
    /// See [`introduction`].
    pub introduction: introduction::Page,
    /// See [`service`].
    pub service: service::Page,
    /// See [`agency`].
    pub agency: agency::Page,
    /// See [`gate`].
    pub gate: gate::Page,
    /// See [`task`].
    pub task: task::Page,
    /// See [`items`].
    pub items: items::Page,
    /// See [`objective`].
    pub objective: objective::Page,
    /// See [`decisions`].
    pub decisions: decisions::Page,
    /// See [`review`].
    pub review: review::Page,
    /// See [`approval`].
    pub approval: approval::Page,
    /// See [`approval::content`].
    pub content: approval::content::Content,
    /// See [`output`].
    pub output: output::Page,
    /// See [`request`].
    pub request: request::Page,
    /// See [`received`].
    pub received: received::Page,
    /// See [`application`].
    pub application: application::Page,
    /// The kind of package for whose button somebody comes to its page.
    pub to_package: Option<PackageKind>,
    /// What goes along in the next package.
    pub along: packing::GoesAlong,
}

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
        StepId::Confidentiality => objective::ui(ui, cx, Objective::Confidentiality),
        StepId::Integrity => objective::ui(ui, cx, Objective::Integrity),
        StepId::Availability => objective::ui(ui, cx, Objective::Availability),
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
