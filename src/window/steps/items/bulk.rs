//! Several items changed at once.

use egui::{Frame, Margin, Popup, Ui};

use super::details;
use super::item::remove;
use crate::record::{Edit, ItemId, Objective};
use crate::text::steps_start::items as words;
use crate::window::StepContext;
use crate::window::theme::{TextKind, palette, tokens};
use crate::window::widgets::{ja_label, link_button, small_button};

/// Shows what can be done with the marked items, if there are any.
pub fn ui(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let record = cx.record;
    let marked: Vec<ItemId> =
        record.items.iter().map(|item| &item.id).filter(|id| cx.page.items.marked.contains(*id)).cloned().collect();
    if marked.is_empty() {
        return;
    }
    let lang = cx.lang;
    Frame::new().fill(palette(ui).chosen_ground).corner_radius(tokens::RADIUS).inner_margin(Margin::same(10)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ja_label(ui, &words::selected(marked.len(), lang), TextKind::Strong);
        ui.horizontal_wrapped(|ui| {
            if let Some(grade) = menu(ui, words::bulk_grade_c(lang), details::confidentiality_options(lang)) {
                cx.edit(Edit::GradeConfidentiality(marked.clone(), grade));
            }
            if let Some(grade) = menu(ui, words::bulk_grade_i(lang), details::grade_options(Objective::Integrity, lang)) {
                cx.edit(Edit::GradeIntegrity(marked.clone(), grade));
            }
            if let Some(grade) = menu(ui, words::bulk_grade_a(lang), details::grade_options(Objective::Availability, lang)) {
                cx.edit(Edit::GradeAvailability(marked.clone(), grade));
            }
            if let Some(count) = menu(ui, words::bulk_persons(lang), details::person_options(lang)) {
                cx.edit(Edit::CountPersons(marked.clone(), count));
            }
            if let Some(plan) = menu(ui, words::bulk_publication(lang), details::publication_options(lang)) {
                cx.edit(Edit::PlanPublication(marked.clone(), plan));
            }
            if small_button(ui, words::bulk_delete(lang)).clicked() {
                remove(cx, marked.clone());
            }
            if link_button(ui, words::select_none(lang)).clicked() {
                cx.page.items.marked.clear();
            }
        });
    });
    ui.add_space(6.0);
}

/// A button with a menu of values.
fn menu<T>(ui: &mut Ui, title: &str, options: Vec<(T, String)>) -> Option<T> {
    let button = small_button(ui, &format!("{title} ▼"));
    let mut chosen = None;
    Popup::menu(&button).accessible_name(title).show(|ui| {
        for (value, text) in options {
            if ui.button(text).clicked() {
                chosen = Some(value);
            }
        }
    });
    chosen
}
