//! このあと: who does what, the one whose turn it is first, side by side where there is room.

use egui::accesskit::Role;
use egui::{Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::text::next::{self, NextStep};
use crate::text::steps_finish::output as words;
use crate::text::{Lang, marks};
use crate::window::StepContext;
use crate::window::theme::{TextKind, palette, tokens};
use crate::window::widgets::{Icon, ja_label, ja_layout, low_section_heading, paint_icon};

/// The least width of a step beside others, in points.
const LEAST: f32 = 230.0;
const PADDING: f32 = 12.0;
/// Between two steps, for the arrow.
const BETWEEN: f32 = 36.0;

/// Shows it.
pub(super) fn ui(ui: &mut Ui, cx: &StepContext<'_>) {
    let lang = cx.lang;
    low_section_heading(ui, words::next(lang));
    let steps = next::steps(cx.record, cx.catalogue, cx.judgement, cx.today, lang);
    let count = f32::from(u8::try_from(steps.len().max(1)).unwrap_or(u8::MAX));
    let beside = (ui.available_width() - (count - 1.0) * BETWEEN) / count;
    if beside >= LEAST {
        let height = steps.iter().enumerate().map(|(number, step)| height(ui, number, step, beside, lang)).fold(0.0, f32::max);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            for (number, step) in steps.iter().enumerate() {
                if number > 0 {
                    let (_, between) = ui.allocate_space(vec2(BETWEEN, height));
                    let palette = palette(ui);
                    paint_icon(ui.painter(), Icon::Right, between.center(), tokens::ICON_SMALL, palette.text, palette.page);
                }
                card(ui, number, step, vec2(beside, height), lang);
            }
        });
    } else {
        for (number, step) in steps.iter().enumerate() {
            let width = ui.available_width();
            let height = height(ui, number, step, width, lang);
            card(ui, number, step, vec2(width, height), lang);
        }
    }
    if let Some(over) = next::period_over(cx.record, cx.catalogue, cx.today, lang) {
        ja_label(ui, &over, TextKind::Small);
    }
}

/// Who it is, and that it is his turn.
fn who(number: usize, step: &NextStep, lang: Lang) -> String {
    if number == 0 { format!("{}{}{}", words::you_are_here(lang), marks::dot(lang), step.who) } else { step.who.to_owned() }
}

fn height(ui: &Ui, number: usize, step: &NextStep, width: f32, lang: Lang) -> f32 {
    let height = |text: &str, kind| ja_layout(ui, text, kind, palette(ui).text, width - 2.0 * PADDING).size().y;
    height(&who(number, step, lang), TextKind::SmallStrong) + height(&step.what, TextKind::Data) + 2.0 * PADDING - 4.0
}

fn card(ui: &mut Ui, number: usize, step: &NextStep, size: egui::Vec2, lang: Lang) {
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let palette = palette(ui);
    let is_here = number == 0;
    let (fill, edge) = if is_here { (palette.chosen_ground, palette.chosen_edge()) } else { (palette.page, palette.line()) };
    ui.painter().rect(rect, tokens::RADIUS, fill, edge, StrokeKind::Inside);
    let width = size.x - 2.0 * PADDING;
    let color = if is_here { palette.key } else { palette.text_muted };
    let who = who(number, step, lang);
    let head = ja_layout(ui, &who, TextKind::SmallStrong, color, width);
    let what = ja_layout(ui, &step.what, TextKind::Data, palette.text_body, width);
    let at = rect.min + vec2(PADDING, PADDING - 2.0);
    let below = pos2(at.x, at.y + head.size().y);
    ui.painter().galley(at, head, color);
    ui.painter().galley(below, what, palette.text_body);
    let said = format!("{who}{}{}", marks::colon(lang), step.what);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
}
