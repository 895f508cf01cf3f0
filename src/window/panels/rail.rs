//! The rail: the steps with how far each has come, by icon and word. In a narrow window it is one button with a menu.

use egui::accesskit::Role;
use egui::{Color32, Id, Popup, Pos2, Rect, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::place::Place;
use crate::catalogue::StepId;
use crate::judgement::{Progress, StepProgress};
use crate::text::{Label as _, Lang, window as words};
use crate::window::Command;
use crate::window::theme::{Palette, TextKind, palette, tokens};
use crate::window::widgets::{BOX_STEP, Icon, ja_layout, outlined_chip, paint_boxes, paint_icon, tell_selected};

/// In a window less high than usual rows are lower, down to this, so that all steps are seen as long as they can be read.
const LEAST_ROW: f32 = 31.0;
/// The same for a row whose state stands below its name.
const LEAST_DOUBLE_ROW: f32 = 42.0;
/// Before the icon of a row, before its name, after its state, and the least between the two.
const MARGIN: f32 = 16.0;
const INDENT: f32 = 44.0;
const GAP: f32 = 8.0;

/// The rail. Returns the step that was chosen.
pub fn rail(ui: &mut Ui, place: Place<'_>, lang: Lang) -> Option<Command> {
    let mut chosen = None;
    let builder = UiBuilder::new().accessibility_role(Role::Navigation).accessibility_label(words::steps(lang));
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        head(ui, place, lang);
        let room = ui.available_height();
        let count = place.steps.len().max(1) as f32;
        let row_height = (room / count).floor().clamp(LEAST_ROW, tokens::ROW_HEIGHT);
        let moved = has_moved(ui, place.step, room);
        ScrollArea::vertical().id_salt("rail").auto_shrink(false).show(ui, |ui| {
            for (number, (step, state)) in place.steps.iter().enumerate() {
                let row = Row { place, step: *step, state: *state, number, height: row_height };
                let (rect, clicked) = row.show(ui, lang);
                if clicked {
                    chosen = Some(Command::GoTo(*step));
                }
                if moved && *step == place.step && !ui.clip_rect().contains_rect(rect) {
                    ui.scroll_to_rect_animation(rect, None, egui::style::ScrollAnimation::none());
                }
            }
        });
    });
    chosen
}

/// Whether the current step is another one than in the frame before, or the rail has another height: then it is brought into view.
fn has_moved(ui: &Ui, step: StepId, room: f32) -> bool {
    let id = Id::unique("rail was");
    let now = Some((step, room));
    let before = ui.data(|data| data.get_temp::<Option<(StepId, f32)>>(id)).flatten();
    if before != now {
        ui.data_mut(|data| data.insert_temp(id, now));
    }
    before != now
}

/// How many steps are done, in words and as a row of boxes.
fn head(ui: &mut Ui, place: Place<'_>, lang: Lang) {
    let done = place.steps.iter().filter(|(_, state)| state.progress == Progress::Done).count();
    let palette = palette(ui);
    let text = words::steps_done(done, place.steps.len(), lang);
    let galley = ja_layout(ui, &text, TextKind::Small, palette.text_muted, f32::INFINITY);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), tokens::RAIL_HEAD), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
    let boxes = place.steps.len() as f32 * BOX_STEP;
    let right = rect.right() - MARGIN - boxes;
    let left = rect.left() + MARGIN;
    if left + galley.size().x + GAP <= right {
        let filled = place.steps.iter().map(|(_, state)| match state.progress {
            Progress::Done => Some(palette.success),
            Progress::NeedsAttention => Some(palette.warning),
            Progress::InProgress => Some(palette.key),
            Progress::NotStarted => None,
        });
        paint_boxes(ui.painter(), pos2(right, rect.center().y), filled, palette.border);
    }
    ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, palette.text_muted);
}

struct Row<'a> {
    place: Place<'a>,
    step: StepId,
    state: StepProgress,
    number: usize,
    height: f32,
}

impl Row<'_> {
    /// Draws the row. Returns where it is, and whether it was clicked.
    fn show(&self, ui: &mut Ui, lang: Lang) -> (Rect, bool) {
        let palette = palette(ui);
        let current = self.step == self.place.step;
        let said = self.place.said(self.step, self.state, lang);
        let kind = if current { TextKind::Strong } else { TextKind::Body };
        let label = ja_layout(ui, self.step.label(lang), kind, palette.text, f32::INFINITY);
        let (icon_color, state_kind, state_color) = colors(self.state.progress, current, palette);
        let progress = ja_layout(ui, &said, state_kind, state_color, f32::INFINITY);
        // Where both do not fit side by side, the state stands below.
        let is_beside = INDENT + label.size().x + GAP + progress.size().x + MARGIN <= ui.available_width();
        let height = if is_beside { self.height } else { self.height.max(LEAST_DOUBLE_ROW) };
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
        let name = words::step_with_progress(self.step.label(lang), &said);
        response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), current, &name));
        tell_selected(ui, response.id, current);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            // Counted from zero; those who read it aloud begin with one.
            node.set_position_in_set(self.number);
            node.set_size_of_set(self.place.steps.len());
        });
        if !ui.is_rect_visible(rect) {
            return (rect, response.clicked());
        }
        let painter = ui.painter();
        let mut ground = palette.page;
        if current {
            ground = palette.chosen_ground;
            painter.rect_filled(rect, 0, ground);
            if palette.is_high_contrast() {
                painter.rect_stroke(rect, 0, palette.chosen_edge(), egui::StrokeKind::Inside);
            }
            painter.rect_filled(Rect::from_min_size(rect.min, vec2(tokens::BAR, rect.height())), 0, palette.key);
        } else if response.hovered() {
            ground = palette.hover_ground;
            painter.rect_filled(rect, 0, ground);
        }
        let middle = |height: f32| rect.center().y - height / 2.0;
        let (label_top, progress_at) = if is_beside {
            let right = rect.right() - MARGIN - progress.size().x;
            (middle(label.size().y), Pos2::new(right, middle(progress.size().y)))
        } else {
            (rect.center().y - 23.0, Pos2::new(rect.left() + INDENT, rect.center().y - 1.0))
        };
        let icon = pos2(rect.left() + MARGIN + tokens::ICON / 2.0, rect.center().y);
        paint_icon(painter, Icon::of(self.state.progress), icon, tokens::ICON, icon_color, ground);
        painter.galley(Pos2::new(rect.left() + INDENT, label_top), label, palette.text);
        painter.galley(progress_at, progress, state_color);
        (rect, response.clicked())
    }
}

/// The colour of the icon, and kind and colour of the words beside it.
fn colors(progress: Progress, current: bool, palette: &Palette) -> (Color32, TextKind, Color32) {
    match (progress, current) {
        (Progress::NeedsAttention, _) => (palette.warning, TextKind::SmallStrong, palette.warning),
        (Progress::Done, true) => (palette.success, TextKind::SmallStrong, palette.key),
        (_, true) => (palette.key, TextKind::SmallStrong, palette.key),
        (Progress::Done, false) => (palette.success, TextKind::Small, palette.text_muted),
        (Progress::InProgress, false) => (palette.key, TextKind::Small, palette.text_muted),
        (Progress::NotStarted, false) => (palette.border, TextKind::Small, palette.text_muted),
    }
}

/// The rail as one button: the step shown, with a menu of all. Returns the step that was chosen.
pub fn rail_line(ui: &mut Ui, place: Place<'_>, room: f32, lang: Lang) -> Option<Command> {
    let mut chosen = None;
    let (number, count, name) = (place.index() + 1, place.steps.len(), place.step.label(lang));
    let text = words::step_of_steps(number, count, name, lang);
    let short = words::step_in_short(number, count, name, lang);
    let width = |text: &str| ja_layout(ui, text, TextKind::Strong, palette(ui).text, f32::INFINITY).size().x + 60.0;
    let least = words::step_count(number, count, lang);
    let shown = [&text, &short].into_iter().find(|text| width(text) <= room).unwrap_or(&least);
    let button = outlined_chip(ui, shown, Icon::Down);
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &text));
    Popup::menu(&button).accessible_name(words::steps(lang)).show(|ui| {
        let height = ui.ctx().content_rect().height() - 120.0;
        ScrollArea::vertical().max_height(height).show(ui, |ui| {
            ui.set_min_width(260.0);
            ui.spacing_mut().item_spacing.y = 0.0;
            for (number, (step, state)) in place.steps.iter().enumerate() {
                let row = Row { place, step: *step, state: *state, number, height: tokens::CHIP_HEIGHT };
                if row.show(ui, lang).1 {
                    chosen = Some(Command::GoTo(*step));
                    ui.close();
                }
            }
        });
    });
    chosen
}
