//! Beginnings of a reason, to be picked: what comes from the record is dotted. Nothing is written by itself.

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat};
use egui::{Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::entry::Entry;
use crate::record::{Edit, Field, Objective};
use crate::text::reason_phrases::{FilledPhrase, offered};
use crate::text::steps_finish::guided as words;
use crate::window::StepContext;
use crate::window::theme::{TextKind, palette, tokens};
use crate::window::widgets::{FocusGuide, field_id, ja_label, paint_dots, why_only_read};

const PADDING: f32 = 14.0;

/// Shows the chips. That a reason is no more than what was picked is a finding on it.
pub(super) fn ui(ui: &mut Ui, cx: &mut StepContext<'_>, entry: &Entry<'_>, objective: Objective) {
    let lang = cx.lang;
    let phrases = offered(entry.item, &entry.cells[objective], &cx.record.task, lang);
    if phrases.is_empty() {
        return;
    }
    let reason = entry.item.decisions[objective].reason.as_str();
    if why_only_read(ui).is_none() {
        ja_label(ui, words::reason_chips(lang), TextKind::Small);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(tokens::GAP_S, tokens::GAP_S);
            for phrase in &phrases {
                if chip(ui, cx, phrase, reason.contains(phrase.text().trim())) {
                    let field = Field::Reason(entry.item.id.clone(), objective);
                    cx.edit(Edit::SetText { field: field.clone(), text: format!("{reason}{}", phrase.text()) });
                    ui.ctx().with_plugin::<FocusGuide, _>(|guide| guide.want(field_id(&field)));
                }
            }
        });
    }
}

/// The beginnings that stand in a reason.
pub(super) fn picked(cx: &StepContext<'_>, entry: &Entry<'_>, objective: Objective) -> Vec<String> {
    let reason = entry.item.decisions[objective].reason.as_str();
    let offered = offered(entry.item, &entry.cells[objective], &cx.record.task, cx.lang);
    offered.iter().map(|phrase| phrase.text().trim().to_owned()).filter(|text| reason.contains(text.as_str())).collect()
}

/// One chip. Returns whether it was picked; one that stands in the reason already cannot be.
fn chip(ui: &mut Ui, cx: &StepContext<'_>, phrase: &FilledPhrase, is_there: bool) -> bool {
    let colors = palette(ui);
    let (text, mark) = if is_there { (colors.text_muted, "✓ ") } else { (colors.key, "+ ") };
    let mut job = LayoutJob::default();
    job.wrap.max_width = (ui.max_rect().width() - 2.0 * PADDING).max(80.0);
    let format = TextFormat::simple(TextKind::Body.font(), text);
    job.append(mark, 0.0, format.clone());
    let mut dotted = Vec::new();
    let mut at = mark.chars().count();
    for part in &phrase.parts {
        let length = part.text.chars().count();
        if part.from_record {
            dotted.push((at, at + length));
        }
        job.append(&part.text, 0.0, format.clone());
        at += length;
    }
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let size = galley.size() + vec2(2.0 * PADDING, 0.0);
    let size = vec2(size.x, size.y.max(tokens::CHIP_HEIGHT));
    let (rect, response) = ui.allocate_exact_size(size, if is_there { Sense::hover() } else { Sense::click() });
    let name = words::pick_phrase(phrase.text().trim(), cx.lang);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, !is_there, &name));
    if ui.is_rect_visible(rect) {
        let fill = match (is_there, response.hovered()) {
            (true, _) => colors.surface,
            (false, true) => colors.hover_ground,
            (false, false) => colors.page,
        };
        let edge = if is_there { colors.edge() } else { egui::Stroke::new(tokens::EDGE, colors.key) };
        ui.painter().rect(rect, rect.height() / 2.0, fill, edge, StrokeKind::Inside);
        let origin = pos2(rect.left() + PADDING, rect.center().y - galley.size().y / 2.0);
        for (from, to) in dotted {
            paint_dots(ui.painter(), &galley, origin, from, to, text);
        }
        ui.painter().galley(origin, galley, text);
    }
    response.clicked()
}
