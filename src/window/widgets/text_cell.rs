//! A cell of a table with a text of the record: read as it stands, and typed into while it has the focus.

use egui::accesskit::{Action, Invalid, Role};
use egui::emath::TSTransform;
use egui::text_selection::accesskit_text::update_accesskit_for_text_widget;
use egui::{Rect, Response, Sense, Ui, UiBuilder, vec2};

use super::field::typed;
use super::{drawn, field_id, guide_on_focus, job_of, name_with_comments, what_is_said, why_only_read};
use crate::record::Field;
use crate::window::theme::{TextKind, palette};
use crate::window::{StepContext, Topic};

/// Beside the text of a cell, in points.
pub const CELL_MARGIN: f32 = 8.0;

/// Shows the text of a field as a cell. `name` says what it is and of what: a table has no label beside the cell. What is wrong with the
/// text is said elsewhere; the cell is only known to be wrong.
pub fn text_cell(ui: &mut Ui, cx: &mut StepContext<'_>, field: &Field, name: &str, rect: Rect) -> Response {
    let id = field_id(field);
    let is_read = cx.outside.looked_at.is_some() || why_only_read(ui).is_some();
    // In the frame in which the focus goes, too: what was composed until then is still to come.
    let has_focus = ui.memory(|memory| memory.has_focus(id) || memory.had_focus_last_frame(id));
    // An assistive technology writes without the focus.
    let is_typed = has_focus || ui.input(|input| input.has_accesskit_action_request(id, Action::SetValue));
    let response = if is_typed && !is_read {
        let builder = UiBuilder::new().id_salt(("text cell", field)).max_rect(rect);
        let mut inner = ui.new_child(builder);
        inner.set_clip_rect(rect.expand(1.0).intersect(ui.clip_rect()));
        typed(&mut inner, cx, field, None, rect.width()).0
    } else {
        read(ui, cx, field, rect)
    };
    guide_on_focus(ui, cx, id, || Topic::Field(field.clone()));
    let said = what_is_said(cx, field);
    let name = name_with_comments(cx, field, name.to_owned());
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_label(name);
        if is_read {
            node.set_read_only();
        } else {
            node.add_action(Action::SetValue);
        }
        if !said.is_empty() {
            node.set_invalid(Invalid::True);
            node.set_description(said);
        }
    });
    response
}

/// As many lines of a text as a cell shows.
const LINES: usize = 2;

/// The text, in as many lines as there is room for; it takes the focus.
fn read(ui: &Ui, cx: &StepContext<'_>, field: &Field, rect: Rect) -> Response {
    let text = cx.record.text(field).unwrap_or_default();
    let response = ui.interact(rect, field_id(field), Sense::click());
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::TextInput);
        node.set_value(text);
    });
    if response.clicked() {
        response.request_focus();
    }
    if ui.is_rect_visible(rect) {
        if response.hovered() {
            ui.painter().rect_filled(rect.shrink(1.0), 0, palette(ui).hover_ground);
        }
        let width = (rect.width() - 2.0 * CELL_MARGIN).max(16.0);
        let mut job = job_of(drawn(text).into_owned(), TextKind::Small, palette(ui).text, width);
        job.wrap.max_rows = LINES;
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        let at = rect.left_center() + vec2(CELL_MARGIN, -galley.size().y / 2.0);
        // What is written in it can be read, and written over, without the focus.
        let place = TSTransform::from_translation(at.to_vec2());
        update_accesskit_for_text_widget(ui.ctx(), response.id, None, place, &galley);
        let is_cut = galley.elided;
        ui.painter().galley(at, galley, palette(ui).text);
        if is_cut {
            return response.on_hover_text(drawn(text));
        }
    }
    response
}
