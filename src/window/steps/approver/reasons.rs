//! What was lowered, from which level to which, and why.

use egui::accesskit::Role;
use egui::{Frame, Margin, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::judgement::{CauseEffect, Standing};
use crate::record::{Assessment, Level, Objective};
use crate::text::steps_finish::approver as words;
use crate::text::{Label as _, labels, marks, numbered_item_name, question_name};
use crate::window::StepContext;
use crate::window::theme::{TextKind, palette, tokens};
use crate::window::widgets::{BARS_WIDTH, bars_of, ja_label, ja_layout, low_section_heading, paint_bars};

/// Between a word, bars and a level, in points.
const GAP: f32 = 6.0;

/// A decision below its proposal.
pub(super) struct Lowered {
    title: String,
    proposal: (Assessment, String),
    decision: (Assessment, String),
    reason: String,
    causes: String,
}

/// The decisions below their proposals, in the order of the picture.
pub(super) fn lowered(cx: &StepContext<'_>) -> Vec<Lowered> {
    let lang = cx.lang;
    let items = (1..).zip(cx.record.items.iter().zip(&cx.judgement.items));
    items
        .flat_map(|(number, (item, judged))| {
            let cells = judged.cells.iter().filter(|(_, cell)| matches!(cell.standing, Standing::Lowered));
            cells.map(move |(objective, cell)| {
                let name = numbered_item_name(item, number, lang);
                let level = |at| (at, labels::assessment(at, cx.catalogue, lang));
                let raises = cell.causes.iter().filter(|cause| matches!(cause.effect, CauseEffect::Raises(_)));
                let causes: Vec<String> = raises.map(|cause| question_name(&cause.question, cx.catalogue, lang)).collect();
                Lowered {
                    title: words::cell(&name, Objective::label(&objective, lang), lang),
                    proposal: level(cell.proposal),
                    decision: level(cell.effective),
                    reason: item.decisions[objective].reason.to_string(),
                    causes: causes.join(marks::comma(lang)),
                }
            })
        })
        .collect()
}

/// Shows them.
pub(super) fn ui(ui: &mut Ui, cx: &StepContext<'_>, lowered: &[Lowered]) {
    let lang = cx.lang;
    low_section_heading(ui, words::lowered(lang));
    if lowered.is_empty() {
        ja_label(ui, words::nothing_lowered(lang), TextKind::Data);
    }
    for one in lowered {
        let frame = Frame::new().stroke(palette(ui).line()).inner_margin(Margin { left: 18, right: 12, top: 8, bottom: 8 });
        let inside = frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 2.0;
            ja_label(ui, &one.title, TextKind::SmallStrong);
            from_to(ui, one, cx);
            ja_label(ui, &one.reason, TextKind::Data);
            if !one.causes.is_empty() {
                ja_label(ui, &words::causes(&one.causes, lang), TextKind::Small);
            }
        });
        let rect = inside.response.rect;
        let bar = Rect::from_min_size(rect.min, vec2(tokens::BAR, rect.height()));
        ui.painter().rect_filled(bar, 0, palette(ui).warning);
    }
}

/// 提案 中位 → 決定 低位, each level with its bars; in words alone where there is no room.
fn from_to(ui: &mut Ui, one: &Lowered, cx: &StepContext<'_>) {
    let (lang, palette) = (cx.lang, palette(ui));
    let color = |at: Assessment| if at.is_assessed() && at.floor() == Level::Low { palette.success } else { palette.warning };
    let plain = |ui: &Ui, text: &str| ja_layout(ui, text, TextKind::Data, palette.text_body, f32::INFINITY);
    let arrow = plain(ui, "→");
    let parts = [(words::proposed(lang), &one.proposal), (words::decided(lang), &one.decision)].map(|(word, (at, level))| {
        let level = ja_layout(ui, level, TextKind::SmallStrong, color(*at), f32::INFINITY);
        (plain(ui, word), *at, level)
    });
    let width = |parts: &[_]| -> f32 {
        let each = |(word, _, level): &(std::sync::Arc<egui::Galley>, Assessment, std::sync::Arc<egui::Galley>)| {
            word.size().x + BARS_WIDTH + level.size().x + 2.0 * GAP
        };
        parts.iter().map(each).sum::<f32>() + arrow.size().x + 2.0 * GAP
    };
    let said = words::from_to(&one.proposal.1, &one.decision.1, lang);
    let size = vec2(width(&parts), arrow.size().y);
    if size.x > ui.available_width() {
        ja_label(ui, &said, TextKind::SmallWarning);
        return;
    }
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    let painter = ui.painter();
    let mut left = rect.left();
    for (number, (word, at, level)) in parts.into_iter().enumerate() {
        if number > 0 {
            let width = arrow.size().x;
            painter.galley(pos2(left + GAP, rect.top()), std::sync::Arc::clone(&arrow), palette.text_body);
            left += width + 2.0 * GAP;
        }
        let (word_width, level_width) = (word.size().x, level.size().x);
        painter.galley(pos2(left, rect.top()), word, palette.text_body);
        left += word_width + GAP;
        paint_bars(painter, pos2(left + BARS_WIDTH / 2.0, rect.center().y), bars_of(at), color(at));
        left += BARS_WIDTH + GAP;
        painter.galley(pos2(left, rect.top()), level, color(at));
        left += level_width;
    }
}
