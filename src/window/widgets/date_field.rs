//! A date as people write it, shown back in the other calendar.

use egui::accesskit::Invalid;
use egui::{Response, Ui, UiBuilder};

use super::field::{is_required, text_edit};
use super::field_head::{FieldHead, field_head};
use super::finding::{flaws_of, gap_of};
use super::{FieldSpec, field_id, ja_label, ja_layout, read_only_value};
use crate::record::{Date, Field};
use crate::text::{self, window as words};
use crate::window::theme::{TextKind, palette};
use crate::window::{StepContext, Topic};

/// A date field. Returns the new date when it changed; `Some(None)` means that it was emptied.
///
/// What is typed stays as it is until it is a date: nothing is thrown away because it is not one yet.
pub fn date_field(
    ui: &mut Ui,
    cx: &mut StepContext<'_>,
    field: &Field,
    spec: FieldSpec<'_>,
    current: Option<Date>,
) -> Option<Option<Date>> {
    if cx.outside.looked_at.is_some() {
        let said =
            current.map_or_else(|| text::report::empty(cx.lang).to_owned(), |date| text::days::both_calendars(date, cx.lang));
        read_only_value(ui, cx, field, spec.label(), &said);
        return None;
    }
    let builder = UiBuilder::new().id_salt(("date field", field));
    ui.scope_builder(builder, |ui| contents(ui, cx, field, spec, current)).inner
}

fn contents(
    ui: &mut Ui,
    cx: &mut StepContext<'_>,
    field: &Field,
    spec: FieldSpec<'_>,
    current: Option<Date>,
) -> Option<Option<Date>> {
    let required = is_required(cx, field);
    let stored = current.map(|date| date.to_string()).unwrap_or_default();
    let mut typed = cx.drafts.typed_date(field, &stored).to_owned();
    // What cannot be read is not empty: one slip is said once.
    let gap = gap_of(cx, field).filter(|_| typed.trim().is_empty());
    let head = FieldHead { label: spec.label(), required, left_empty: gap.is_some(), length: None };
    let label = field_head(ui, &head, cx.lang);
    ja_label(ui, if spec.hint.is_empty() { words::date_hint(cx.lang) } else { spec.hint }, TextKind::Small);
    let id = field_id(field);
    let response: Response = text_edit(ui, id, &mut typed, None, 220.0_f32.min(ui.available_width())).labelled_by(label.id);
    let composing = cx.drafts.is_composing();
    let read = typed.trim().parse::<Date>();
    let mut change = None;
    if !composing && typed != stored {
        if typed.trim().is_empty() {
            change = current.is_some().then_some(None);
        } else if let Ok(date) = read.clone()
            && current != Some(date)
        {
            change = Some(Some(date));
        }
    }
    let mut problem = String::new();
    // The line is there before there is anything to say, so that nothing below it moves.
    let (said, kind) = match &read {
        _ if typed.trim().is_empty() || composing => (String::new(), TextKind::Small),
        Ok(date) => (text::days::both_calendars(*date, cx.lang), TextKind::Small),
        Err(_) if response.has_focus() => (String::new(), TextKind::Small),
        Err(error) => {
            problem = text::date_error(error, cx.lang).what;
            (problem.clone(), TextKind::Error)
        }
    };
    let least = ja_layout(ui, "　", TextKind::Error, TextKind::Error.color(palette(ui)), f32::INFINITY).size().y;
    ui.scope(|ui| {
        ui.set_min_height(least);
        if !said.is_empty() {
            ja_label(ui, &said, kind);
        }
    });
    if response.lost_focus() {
        cx.drafts.visit(field);
    }
    if response.gained_focus() {
        *cx.guidance = Topic::Field(field.clone());
    }
    if response.lost_focus() && !composing && (read.is_ok() || typed.trim().is_empty()) {
        cx.drafts.forget(field);
    } else {
        let stored = match change {
            Some(Some(date)) => Date::to_string(&date),
            Some(None) => String::new(),
            None => stored,
        };
        cx.drafts.keep_typed_date(field, typed, stored);
    }
    flaws_of(ui, cx, field);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        if required {
            node.set_required();
        }
        if !problem.is_empty() {
            node.set_invalid(Invalid::True);
        }
        node.set_description(gap.unwrap_or(problem));
    });
    ui.add_space(6.0);
    change
}
