//! 承認者のページ in place of the steps: what to read, the printed page beside it, and the acts below.

use std::sync::Arc;

use egui::{Align, Frame, Layout, Margin, Rect, ScrollArea, Ui, UiBuilder, vec2};

use crate::record::{ApprovalState, Role};
use crate::text::Lang;
use crate::text::steps_finish::approver as words;
use crate::window::panels;
use crate::window::preview::View;
use crate::window::state::{App, OpenRecord};
use crate::window::steps::approver;
use crate::window::theme::{palette, tokens};
use crate::window::widgets::{link_button, region};
use crate::window::{Command, Request, StepContext, ToPrint};

/// How high the acts are, in points: in one row, and what each further row takes.
const ACTS: f32 = 72.0;
const ACTS_ROW: f32 = 54.0;
/// How wide the printed page is beside it, in points.
const LEAST_PRINTED: f32 = 300.0;
const MOST_PRINTED: f32 = 436.0;

impl App {
    /// Whether the approver's page stands in place of the steps.
    pub(in crate::window) fn shows_approver(&self) -> bool {
        self.open.as_ref().is_some_and(|open| {
            let record = open.draft.record();
            let waits = record.approval.state == ApprovalState::Submitted && record.role == Role::Agency;
            open.approver.is_shown && waits && open.outside.looked_at.is_none()
        })
    }

    /// The approver's page.
    pub(in crate::window) fn approver_ui(&mut self, ui: &mut Ui, lang: Lang, asked: &mut Vec<Request>) {
        let whole = ui.available_rect_before_wrap();
        let is_narrow = whole.width() < tokens::NARROW_WIDTH;
        let (main, acts) = whole
            .split_top_bottom_at_y(whole.bottom() - ACTS - ACTS_ROW * approver::further_rows(ui, whole.width() - 40.0, lang));
        let Some(open) = &mut self.open else { return };
        let (is_large, helps) = (open.approver.is_large, open.approver.helps);
        let printed_width = (main.width() * 0.32).clamp(LEAST_PRINTED, MOST_PRINTED);
        // What the page is for stands where the printed page stood; in a narrow window, in the place of the page.
        let (page, printed, help) = match (is_large, is_narrow, helps) {
            (_, true, true) => (None, None, Some(main)),
            (true, _, false) => (None, Some(main), None),
            (false, true, false) => (Some(main), None, None),
            (_, false, _) => {
                let (left, beside) = main.split_left_right_at_x(main.right() - printed_width);
                match (is_large, helps) {
                    (true, _) => (None, Some(left), Some(beside)),
                    (false, true) => (Some(left), None, Some(beside)),
                    (false, false) => (Some(left), Some(beside), None),
                }
            }
        };
        let news = self.news.clone();
        let (ids, today) = (&mut *self.env.ids, self.today);
        let mut with = |open: &mut OpenRecord, draw: &mut dyn FnMut(&mut StepContext<'_>)| {
            let (record, catalogue) = (Arc::clone(open.draft.record()), Arc::clone(open.draft.catalogue()));
            let judgement = Arc::clone(open.draft.judgement());
            draw(&mut StepContext {
                record: &record,
                catalogue: &catalogue,
                judgement: &judgement,
                today,
                lang,
                outside: &open.outside,
                target: None,
                drafts: &mut open.drafts,
                page: &mut open.page,
                guidance: &mut open.guidance,
                out: asked,
                ids: &mut *ids,
            });
        };
        if let Some(page) = page {
            region(ui, page, "approver", palette(ui).page, |ui| {
                ScrollArea::vertical().id_salt("approver").auto_shrink(false).show(ui, |ui| {
                    Frame::new().inner_margin(Margin::symmetric(if is_narrow { 12 } else { 28 }, 12)).show(ui, |ui| {
                        ui.set_width(ui.available_width());
                        if is_narrow && link_button(ui, words::large(lang)).clicked() {
                            open.approver.is_large = true;
                        }
                        with(open, &mut |cx| approver::ui(ui, cx));
                    });
                });
            });
        }
        region(ui, acts, "approver acts", palette(ui).page, |ui| {
            ui.painter().hline(acts.x_range(), acts.top(), palette(ui).line());
            let inner = UiBuilder::new().max_rect(acts.shrink2(vec2(20.0, 10.0))).layout(Layout::top_down(Align::Min));
            ui.scope_builder(inner, |ui| with(open, &mut |cx| approver::acts(ui, cx, &news)));
        });
        if let Some(rect) = help {
            self.help_ui(ui, rect, lang);
        }
        let view = printed.map(|rect| self.printed_ui(ui, rect, is_large, lang, asked));
        self.work_on_preview(view);
    }

    /// What the page is for, and how to decide on it.
    fn help_ui(&mut self, ui: &mut Ui, rect: Rect, lang: Lang) {
        let Some(open) = &mut self.open else { return };
        region(ui, rect, "approver help", palette(ui).surface_soft, |ui| {
            let inner = rect.shrink2(vec2(tokens::GUIDANCE_PADDING, 8.0));
            ui.scope_builder(UiBuilder::new().max_rect(inner), |ui| {
                if link_button(ui, words::close_help(lang)).clicked() {
                    open.approver.helps = false;
                }
                ScrollArea::vertical().id_salt("approver help").auto_shrink(false).show(ui, |ui| {
                    panels::approver_guidance(ui, lang);
                });
            });
        });
        ui.painter().line_segment([rect.left_top(), rect.left_bottom()], palette(ui).line());
        ui.painter().line_segment([rect.left_top(), rect.right_top()], palette(ui).line());
    }

    fn printed_ui(&mut self, ui: &mut Ui, rect: Rect, is_large: bool, lang: Lang, asked: &mut Vec<Request>) -> View {
        let view = region(ui, rect, "approver printed page", palette(ui).surface_soft, |ui| {
            ui.scope_builder(UiBuilder::new().max_rect(rect.shrink2(vec2(16.0, 8.0))), |ui| {
                ui.horizontal(|ui| {
                    let name = if is_large { words::small(lang) } else { words::large(lang) };
                    if link_button(ui, name).clicked()
                        && let Some(open) = &mut self.open
                    {
                        open.approver.is_large = !is_large;
                    }
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        if link_button(ui, words::print(lang)).clicked() {
                            asked.push(Request::Command(Command::Print(ToPrint::Shown)));
                        }
                    });
                });
                // Beside the page it is to be recognised: how large it is, one chooses where it has room.
                if is_large { self.beside.preview.ui(ui, lang) } else { self.beside.preview.in_short(ui, lang) }
            })
            .inner
        });
        ui.painter().vline(rect.left(), rect.y_range(), palette(ui).line());
        view
    }
}
