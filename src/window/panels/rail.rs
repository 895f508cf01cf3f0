//! The rail: the steps with how far each has come, in words. In a narrow window it is one line with a menu.

use egui::accesskit::Role;
use egui::text::LayoutJob;
use egui::{Button, Pos2, Rect, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use super::place::Place;
use crate::catalogue::StepId;
use crate::judgement::{Progress, StepProgress};
use crate::text::{Label as _, Lang, window as words};
use crate::window::Command;
use crate::window::theme::{TextKind, palette, tokens};
use crate::window::widgets::{drawn, ja_layout};

const ROW_HEIGHT: f32 = 32.0;
/// Before the label of a row, after its state, and the least between the two.
const INDENT: f32 = 16.0;
const MARGIN: f32 = 12.0;
const GAP: f32 = 8.0;
/// On so many lines the name of the case stands at most.
const TITLE_ROWS: usize = 3;

/// The rail. Returns the step that was chosen.
pub fn rail(ui: &mut Ui, place: Place<'_>, title: &str, lang: Lang) -> Option<Command> {
    let mut chosen = None;
    let builder = UiBuilder::new().accessibility_role(Role::Navigation).accessibility_label(words::steps(lang));
    ui.scope_builder(builder, |ui| {
        egui::ScrollArea::vertical().id_salt("rail").auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add_space(12.0);
            ui.horizontal(|ui| {
                ui.add_space(16.0);
                ui.vertical(|ui| {
                    ui.set_max_width(ui.available_width() - 12.0);
                    // However long the name is, the steps stay where they are.
                    let mut job = LayoutJob::simple(
                        drawn(title).into_owned(),
                        TextKind::Small.font(),
                        TextKind::Small.color(palette(ui)),
                        ui.available_width(),
                    );
                    job.wrap.max_rows = TITLE_ROWS;
                    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
                    ui.add(egui::Label::new(galley)).on_hover_text(drawn(title));
                });
            });
            ui.add_space(8.0);
            let view = (place.step, ui.clip_rect().height().to_bits());
            let is_new =
                ui.data_mut(|data| data.get_temp_mut_or_default::<Option<(StepId, u32)>>(ui_id()).replace(view)) != Some(view);
            for (step, state) in place.steps {
                let top = ui.cursor().top();
                if row(ui, place, *step, *state, lang) {
                    chosen = Some(Command::GoTo(*step));
                }
                // The step shown is always in view.
                if *step == place.step && is_new {
                    let rect = Rect::from_x_y_ranges(ui.max_rect().x_range(), top..=ui.cursor().top());
                    ui.scroll_to_rect(rect, None);
                }
            }
        });
    });
    chosen
}

/// Under which it is remembered which step the rail showed last, and how high it was.
fn ui_id() -> egui::Id {
    egui::Id::unique("rail shows")
}

fn row(ui: &mut Ui, place: Place<'_>, step: StepId, state: StepProgress, lang: Lang) -> bool {
    let current = step == place.step;
    let said = place.said(step, state, lang);
    let kind = if current { TextKind::Strong } else { TextKind::Body };
    let label = ja_layout(ui, step.label(lang), kind, palette(ui).text, f32::INFINITY);
    let (kind, color) = match (state.progress, current) {
        (Progress::NeedsAttention, _) => (TextKind::SmallStrong, palette(ui).warning),
        (_, true) => (TextKind::SmallStrong, palette(ui).key),
        (Progress::Done, false) => (TextKind::Small, palette(ui).success),
        (Progress::NotStarted | Progress::InProgress, false) => (TextKind::Small, palette(ui).text_muted),
    };
    let progress = ja_layout(ui, &said, kind, color, f32::INFINITY);
    // Where both do not fit side by side, the state stands below.
    let is_beside = INDENT + label.size().x + GAP + progress.size().x + MARGIN <= ui.available_width();
    let height = if is_beside { ROW_HEIGHT } else { ROW_HEIGHT + progress.size().y };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let name = words::step_with_progress(step.label(lang), &said);
    response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), current, &name));
    if !ui.is_rect_visible(rect) {
        return response.clicked();
    }
    let painter = ui.painter();
    if current {
        painter.rect_filled(rect, 0, palette(ui).chosen_ground);
        painter.rect_filled(Rect::from_min_size(rect.min, vec2(4.0, rect.height())), 0, palette(ui).key);
    } else if response.hovered() {
        painter.rect_filled(rect, 0, palette(ui).surface);
    }
    let middle = |height: f32| rect.center().y - height / 2.0;
    let right = rect.right() - MARGIN - progress.size().x;
    let (label_top, progress_at) = if is_beside {
        (middle(label.size().y), Pos2::new(right, middle(progress.size().y)))
    } else {
        let top = middle(label.size().y + progress.size().y);
        (top, Pos2::new(right, top + label.size().y))
    };
    painter.galley(Pos2::new(rect.left() + INDENT, label_top), label, palette(ui).text);
    painter.galley(progress_at, progress, color);
    response.clicked()
}

/// The rail as one line: the step shown, with a menu of all. Returns the step that was chosen.
pub fn rail_line(ui: &mut Ui, place: Place<'_>, lang: Lang) -> Option<Command> {
    let mut chosen = None;
    let text = words::step_of_steps(place.index() + 1, place.steps.len(), place.step.label(lang), lang);
    let button = ui.add(Button::new(format!("{text} ▼")).min_size(vec2(0.0, tokens::TARGET_HEIGHT)).stroke(palette(ui).edge()));
    let name = text.clone();
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    egui::Popup::menu(&button).accessible_name(words::steps(lang)).show(|ui| {
        egui::ScrollArea::vertical().show(ui, |ui| {
            ui.set_min_width(260.0);
            ui.spacing_mut().item_spacing.y = 0.0;
            for (step, state) in place.steps {
                if row(ui, place, *step, *state, lang) {
                    chosen = Some(Command::GoTo(*step));
                    ui.close();
                }
            }
        });
    });
    chosen
}
