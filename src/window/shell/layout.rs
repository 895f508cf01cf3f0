//! The window with a record: where its parts stand, whatever its size.

use std::sync::Arc;

use egui::{Align, Frame, Layout, Margin, Rect, ScrollArea, Ui, UiBuilder, vec2};

use crate::catalogue::StepId;
use crate::judgement::{Finding, NextThing, Severity};
use crate::portfolio::Pages;
use crate::record::{Date, Role};
use crate::text::{Lang, pages as page_words, shown_path, window as words};
use crate::window::memory::Spot;
use crate::window::panels::Inside;
use crate::window::preview::{Preview, View, has_preview};
use crate::window::state::App;
use crate::window::state::OpenRecord;
use crate::window::steps::guided::{self, GuidedPlace};
use crate::window::theme::{palette, tokens};
use crate::window::widgets::region;
use crate::window::widgets::{Tone, message_box, message_text, segmented, small_button, small_button_width};
use crate::window::{
    Command, IdSource, MenuCommand, Outside, PagesState, Request, SavedState, StepContext, Topic, pages, panels,
    panels::{Commented, Results},
    steps,
};

/// The height of the line above a step that has the buttons of the drawers.
const LINE_HEIGHT: f32 = 44.0;
/// The height of the footer in a narrow window.
const LOW_FOOTER: f32 = 44.0;

/// How much room there is beside a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Room {
    /// For rail, step and guidance.
    Wide,
    /// For rail and step: the guidance is a drawer.
    Drawer,
    /// For the step alone: the rail is a line.
    Narrow,
}

impl Room {
    pub(super) fn of(width: f32) -> Self {
        if width < tokens::NARROW_WIDTH {
            Self::Narrow
        } else if width < tokens::DRAWER_WIDTH {
            Self::Drawer
        } else {
            Self::Wide
        }
    }

    /// Whether rail, menu and footer are lines as low as can be.
    pub(super) const fn is_narrow(self) -> bool {
        matches!(self, Self::Narrow)
    }
}

/// What stands beside the step, or under it in a narrow window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Nothing,
    Guidance,
    Preview,
}

/// What is asked for on the line above a step.
#[derive(Clone, Copy, Debug)]
struct Drawers {
    has_preview: bool,
    guidance: bool,
    preview: bool,
}

impl App {
    /// Menu and strip above; then rail, step, and guidance or printed page in the order in which Tab visits them; the footer last.
    pub(in crate::window) fn record_ui(&mut self, ui: &mut Ui, lang: Lang, asked: &mut Vec<Request>) {
        let Some(open) = &mut self.open else { return };
        open.refresh_progress();
        open.refresh_saved();
        open.refresh_approval(self.today, lang);
        if self.shows_approver() {
            return self.approver_ui(ui, lang, asked);
        }
        let Some(open) = &mut self.open else { return };
        let room = Room::of(ui.available_width());
        // In a narrow window the results share the line of the steps.
        if !room.is_narrow() {
            let frame = Frame::new().fill(palette(ui).surface).inner_margin(Margin { left: 20, right: 20, top: 0, bottom: 0 });
            let strip = egui::Panel::top("results").frame(frame).exact_size(tokens::STRIP_HEIGHT);
            let today = self.today;
            let strip = strip.show(ui, |ui| strip_of(ui, open, today, lang));
            let below = strip.response.rect;
            let line = if palette(ui).is_high_contrast() { palette(ui).warning_edge() } else { palette(ui).line() };
            ui.painter().hline(below.x_range(), below.bottom() - line.width / 2.0, line);
            asked.extend(strip.inner.map(Request::Command));
        }

        if open.in_tour {
            let frame = Frame::new().fill(palette(ui).chosen_ground).inner_margin(Margin::symmetric(16, 6));
            let chosen = egui::Panel::top("tour").frame(frame).show(ui, |ui| panels::tour(ui, open.place(), lang));
            asked.extend(chosen.inner.map(Request::Command));
        }

        let whole = ui.available_rect_before_wrap();
        self.beside.is_drawer = room != Room::Wide;
        let footer_height = if room.is_narrow() { LOW_FOOTER } else { tokens::FOOTER_HEIGHT };
        let (main, footer) = whole.split_top_bottom_at_y(whole.bottom() - footer_height);
        let rest = self.steps_ui(ui, main, room, lang, asked);
        let view = self.middle_ui(ui, rest, room, lang, asked);
        self.footer_ui(ui, footer, room, lang, asked);
        self.work_on_preview(view);
    }

    /// The steps: as a rail, or as a line. Returns what is left.
    fn steps_ui(&mut self, ui: &mut Ui, main: Rect, room: Room, lang: Lang, asked: &mut Vec<Request>) -> Rect {
        let Some(open) = &self.open else { return main };
        let has_preview = has_preview(open.step);
        let preview_shown = has_preview && self.beside.preview_shown.is_shown(true);
        let drawers = Drawers { has_preview, guidance: self.beside.guidance.is_shown(true), preview: preview_shown };
        let preview = &mut self.beside.preview;
        let line = |main: Rect| main.split_top_bottom_at_y(main.top() + LINE_HEIGHT);
        if room == Room::Narrow {
            let (line, rest) = line(main);
            let chosen =
                region(ui, line, "rail line", palette(ui).surface_soft, |ui| line_ui(ui, open, room, drawers, preview, lang));
            asked.extend(chosen.into_iter().map(Request::Command));
            return rest;
        }
        let (left, rest) = main.split_left_right_at_x(main.left() + tokens::RAIL_WIDTH);
        let chosen = region(ui, left, "rail", palette(ui).page, |ui| panels::rail(ui, open.place(), lang));
        ui.painter().vline(left.right() - 0.5, left.y_range(), palette(ui).line());
        asked.extend(chosen.map(Request::Command));
        if room == Room::Wide || !drawers.has_preview {
            return rest;
        }
        let (line, rest) = line(rest);
        let chosen =
            region(ui, line, "drawer line", palette(ui).surface_soft, |ui| line_ui(ui, open, room, drawers, preview, lang));
        asked.extend(chosen.into_iter().map(Request::Command));
        rest
    }

    fn side(&self, room: Room) -> Side {
        let has_preview = self.open.as_ref().is_some_and(|open| has_preview(open.step));
        if room == Room::Wide && has_preview && self.beside.preview_shown.is_shown(false) {
            Side::Preview
        } else if self.beside.guidance.is_shown(room != Room::Wide) {
            Side::Guidance
        } else {
            Side::Nothing
        }
    }

    /// The step with what stands beside it. Returns what of the printed page is in view, if it is shown.
    fn middle_ui(&mut self, ui: &mut Ui, rect: Rect, room: Room, lang: Lang, asked: &mut Vec<Request>) -> Option<View> {
        let side = self.side(room);
        let (step, beside) = match side {
            Side::Nothing => (rect, Rect::NOTHING),
            _ if room == Room::Narrow => rect.split_top_bottom_at_y(rect.bottom() - rect.height() * 0.55),
            Side::Guidance => rect.split_left_right_at_x(rect.right() - tokens::GUIDANCE_WIDTH),
            Side::Preview => rect.split_left_right_at_x(rect.right() - preview_width(ui.max_rect().width())),
        };
        let open = self.open.as_mut()?;
        let instead = room != Room::Wide && has_preview(open.step) && self.beside.preview_shown.is_shown(true);
        let mut view = None;
        if instead {
            view = Some(region(ui, step, "printed page", palette(ui).surface_soft, |ui| {
                padded(ui, step.shrink2(vec2(12.0, 4.0)), |ui| self.beside.preview.ui(ui, lang))
            }));
        } else {
            step_ui(ui, step, open, &mut *self.env.ids, self.today, lang, asked);
        }
        match side {
            Side::Nothing => {}
            Side::Guidance => self.guidance_ui(ui, beside, room, lang, asked),
            Side::Preview => {
                let shown = region(ui, beside, "printed page", palette(ui).surface_soft, |ui| {
                    padded(ui, beside.shrink2(vec2(12.0, 8.0)), |ui| {
                        ui.horizontal_wrapped(|ui| {
                            asked.extend(which_side(ui, side, lang).map(Request::Command));
                            let room = ui.available_size_before_wrap().x;
                            self.beside.preview.choices(ui, open.draft.record(), open.draft.catalogue(), room, lang);
                        });
                        self.beside.preview.ui(ui, lang)
                    })
                });
                ui.painter().vline(beside.left(), beside.y_range(), palette(ui).line());
                view = Some(shown);
            }
        }
        view
    }

    fn guidance_ui(&mut self, ui: &mut Ui, rect: Rect, room: Room, lang: Lang, asked: &mut Vec<Request>) {
        let Some(open) = &mut self.open else { return };
        region(ui, rect, "guidance", palette(ui).surface_soft, |ui| {
            padded(ui, rect.shrink2(vec2(tokens::GUIDANCE_PADDING, 8.0)), |ui| {
                if room == Room::Wide && has_preview(open.step) {
                    asked.extend(which_side(ui, Side::Guidance, lang).map(Request::Command));
                }
                ScrollArea::vertical().id_salt(("guidance", topic_salt(&open.guidance))).auto_shrink(false).show(ui, |ui| {
                    panels::guidance(ui, &open.guidance, open.draft.record(), open.draft.catalogue(), lang);
                    let cx = Commented {
                        record: open.draft.record(),
                        catalogue: open.draft.catalogue(),
                        step: open.step,
                        topic: &open.guidance,
                        author: &self.settings.author,
                        today: self.today,
                        lang,
                    };
                    panels::comments(ui, &mut open.comments, cx, &mut *self.env.ids, asked);
                });
            });
        });
        let edge = if room == Room::Narrow { [rect.left_top(), rect.right_top()] } else { [rect.left_top(), rect.left_bottom()] };
        ui.painter().line_segment(edge, palette(ui).line());
    }

    fn footer_ui(&self, ui: &mut Ui, footer: Rect, room: Room, lang: Lang, asked: &mut Vec<Request>) {
        let Some(open) = &self.open else { return };
        let chosen = region(ui, footer, "footer", palette(ui).page, |ui| {
            ui.painter().hline(footer.x_range(), footer.top(), palette(ui).line());
            let inner = footer.shrink2(if room.is_narrow() { vec2(12.0, 4.0) } else { vec2(20.0, 8.0) });
            let standing = self.standing_news(lang);
            let news = if self.news.is_empty() { &standing } else { &self.news };
            let back = open.way_back.map(|way| way.step);
            padded(ui, inner, |ui| panels::footer(ui, open.place(), &inside(open, lang), back, news, lang))
        });
        asked.extend(chosen.map(Request::Command));
    }
}

impl App {
    /// What the footer says as long as it lasts, where nothing else is to be said.
    fn standing_news(&self, lang: Lang) -> String {
        let hanging = self.open.as_ref().and_then(|open| open.saves.last()).filter(|save| save.hangs);
        let name = hanging.and_then(|save| save.path.file_name()).map(shown_path);
        let hangs = name.map(|name| words::hangs_in_short(&name, lang));
        hangs.or_else(|| self.not_kept(lang).map(str::to_owned)).unwrap_or_default()
    }
}

/// 説明｜印刷イメージ. Returns the command that changes from the one that is shown to the other.
fn which_side(ui: &mut Ui, shown: Side, lang: Lang) -> Option<Command> {
    let options = [(Side::Guidance, words::guidance(lang)), (Side::Preview, words::printed_page(lang))];
    let id = egui::Id::unique("which side");
    match segmented(ui, id, words::beside_the_step(lang), &options, &shown, None)? {
        Side::Guidance | Side::Nothing => Some(Command::ToggleGuidance),
        Side::Preview => Some(Command::TogglePreview),
    }
}

fn guided_place(open: &OpenRecord) -> Option<GuidedPlace> {
    let (record, judgement) = open.shown();
    guided::place(open.step, record, open.draft.catalogue(), judgement, &open.page.guided)
}

/// What of the step is shown, where 案内 goes through it in parts.
fn inside(open: &OpenRecord, lang: Lang) -> Inside {
    let judgement = open.shown().1;
    let Some(place) = guided_place(open) else {
        let is_to_do = |finding: &Finding| finding.severity() != Severity::Note;
        let has_main_act = open.step == StepId::Review && judgement.findings.iter().any(is_to_do);
        return Inside { has_main_act, ..Inside::default() };
    };
    let next = place.next().map(|spot| guided::name_of(spot, open.shown().0, open.draft.catalogue(), lang));
    let has_main_act = *place.spot() == Spot::AsProposed && !judgement.decidable_as_proposed().is_empty();
    Inside { is_guided: true, next, answers: matches!(place.spot(), Spot::Question(_)), has_main_act }
}

/// The step in its scroll area, under what has to be said about the record as a whole.
fn step_ui(
    ui: &mut Ui,
    rect: Rect,
    open: &mut OpenRecord,
    ids: &mut dyn IdSource,
    today: Date,
    lang: Lang,
    asked: &mut Vec<Request>,
) {
    let margin = if rect.width() < 560.0 { 12 } else { tokens::STEP_PADDING_X };
    let around = Margin { left: margin, right: margin, top: tokens::STEP_PADDING_Y, bottom: 24 };
    if let Some(trial) = &mut open.trial {
        trial.refresh(&open.draft, today, false);
    }
    // Each question of 案内 begins at its top.
    let spot = guided_place(open).map(|place| place.spot().clone());
    let mut area = ScrollArea::vertical().id_salt((open.step, &spot)).auto_shrink(false);
    let view = egui::Id::unique(("view of a step", open.step, &spot));
    if open.scrolling.shown != Some(view) {
        open.scrolling.shown = Some(view);
        area = area.vertical_scroll_offset(std::mem::take(&mut open.scrolling.begin_at));
    }
    region(ui, rect, ("step", open.step), palette(ui).page, |ui| {
        // It stays in view wherever the step is scrolled to.
        if let Some(trial) = &open.trial {
            Frame::new().inner_margin(Margin { left: margin, right: margin, top: 8, bottom: 0 }).show(ui, |ui| {
                let (now, catalogue) = (open.draft.judgement(), open.draft.catalogue());
                let ends = panels::trial(ui, now, trial.judgement(), trial.count(), catalogue, lang);
                asked.extend(ends.map(Request::Command));
            });
        }
        let shown = area.show(ui, |ui| {
            Frame::new().inner_margin(around).show(ui, |ui| {
                ui.set_width(ui.available_width());
                if let Some(looked_at) = &open.outside.looked_at {
                    message_text(ui, Tone::Warning, &words::looking_note(looked_at.kind.label(lang), lang));
                    if looked_at.can_be_received() && small_button(ui, words::receive_looked_at(lang)).clicked() {
                        asked.push(Request::Command(Command::ReceiveLookedAt));
                    }
                } else if open.is_read_only() {
                    message_text(ui, Tone::Warning, words::read_only_note(lang));
                }
                pages_notice(ui, &open.outside, lang);
                if let SavedState::Failed(message) = &open.outside.saved {
                    message_box(ui, Tone::Error, message);
                }
                if matches!(open.step, StepId::Introduction | StepId::Review | StepId::Approval | StepId::Output) {
                    let notice = pages::rules_notice(ui, open.draft.record(), open.draft.rules(), lang);
                    asked.extend(notice.map(Request::Command));
                }
                let catalogue = Arc::clone(open.draft.catalogue());
                let (record, judgement) = open.shown();
                let (record, judgement) = (Arc::clone(record), Arc::clone(judgement));
                let left = panels::left_here(ui, open.place(), &record, &catalogue, &judgement, lang);
                asked.extend(left.map(Request::Command));
                let mut cx = StepContext {
                    record: &record,
                    catalogue: &catalogue,
                    judgement: &judgement,
                    today,
                    lang,
                    outside: &open.outside,
                    target: open.target.as_ref().map(|(field, _)| field),
                    drafts: &mut open.drafts,
                    page: &mut open.page,
                    guidance: &mut open.guidance,
                    out: asked,
                    ids,
                };
                steps::show(open.step, ui, &mut cx);
            });
        });
        open.scrolling.at = shown.state.clamped_offset().y;
    });
}

/// Says whether the pages of the PDF that a record was opened from are what the record prints, until it has a file of its own.
fn pages_notice(ui: &mut Ui, outside: &Outside, lang: Lang) {
    if outside.path.is_some() {
        return;
    }
    match &outside.pages {
        PagesState::NoPdf => {}
        PagesState::Checking(_) => message_text(ui, Tone::Neutral, page_words::checking(lang)),
        PagesState::Known(pages) => match pages.message(lang) {
            None => message_text(ui, Tone::Neutral, &page_words::held(&pages.words(lang), lang)),
            Some(message) => message_box(ui, Tone::Warning, &message),
        },
        PagesState::CheckingPackage(_) => message_text(ui, Tone::Neutral, page_words::checking_package(lang)),
        PagesState::OfPackage(all) => match Pages::message_of_package(all, lang) {
            None if all.is_empty() => {}
            None => message_text(ui, Tone::Neutral, &page_words::package_held(all.len(), lang)),
            Some(message) => message_box(ui, Tone::Warning, &message),
        },
        PagesState::Broken(message) => message_box(ui, Tone::Warning, message),
    }
}

/// The line above a step: all steps in a narrow window, what is to be chosen of the printed page while it is shown, and the
/// buttons of what there is no room for beside the step.
fn line_ui(ui: &mut Ui, open: &OpenRecord, room: Room, drawers: Drawers, preview: &mut Preview, lang: Lang) -> Vec<Command> {
    let rect = ui.max_rect().shrink2(vec2(12.0, 3.0));
    let builder = UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center));
    let keys = MenuCommand::Help.shown_keys(ui.ctx()).unwrap_or_default();
    let guidance = if drawers.guidance { words::hide_guidance(lang).to_owned() } else { words::show_guidance(&keys, lang) };
    let (page, page_name) = if drawers.preview {
        (words::close(lang), words::hide_printed_page(lang))
    } else {
        (words::printed_page(lang), words::printed_page(lang))
    };
    ui.scope_builder(builder, |ui| {
        let mut chosen = Vec::new();
        let shown = if drawers.has_preview { vec![guidance.as_str(), page] } else { vec![guidance.as_str()] };
        let buttons: f32 = shown.iter().map(|text| small_button_width(ui, text) + ui.spacing().item_spacing.x).sum();
        if room.is_narrow() {
            let results = results(open, lang);
            let least = if drawers.preview { 0.0 } else { panels::least_result_width(ui, results) };
            chosen.extend(panels::rail_line(ui, open.place(), ui.available_width() - buttons - least, lang));
            // A provider fills in no levels.
            if !drawers.preview && open.draft.record().role == Role::Agency {
                let size = vec2(ui.available_width() - buttons, ui.available_height());
                let layout = Layout::left_to_right(Align::Center);
                chosen.extend(ui.allocate_ui_with_layout(size, layout, |ui| panels::result_in_short(ui, results)).inner);
            }
        }
        if drawers.preview {
            preview.choices(ui, open.draft.record(), open.draft.catalogue(), ui.available_width() - buttons, lang);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if small_button(ui, &guidance).clicked() {
                chosen.push(Command::ToggleGuidance);
            }
            if drawers.has_preview && small_button(ui, page).accessible_name(page_name).clicked() {
                chosen.push(Command::TogglePreview);
            }
        });
        chosen
    })
    .inner
}

/// The strip: the result of an agency's record; how far a provider's has come.
fn strip_of(ui: &mut Ui, open: &OpenRecord, today: Date, lang: Lang) -> Option<Command> {
    let draft = &open.draft;
    if draft.record().role == Role::Agency {
        return panels::result_strip(ui, results(open, lang));
    }
    let next = NextThing::of(draft.record(), draft.catalogue(), draft.judgement(), today);
    panels::provider_strip(ui, (draft.record(), draft.catalogue()), &next, today, lang)
}

/// What the strip tells of a record.
fn results(open: &OpenRecord, lang: Lang) -> Results<'_> {
    Results { judgement: open.draft.judgement(), catalogue: open.draft.catalogue(), approval: open.approval.shown(), lang }
}

/// The contents of a part of the window, within these bounds.
fn padded<R>(ui: &mut Ui, inner: Rect, contents: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope_builder(UiBuilder::new().max_rect(inner), contents).inner
}

/// Each topic keeps its own place of scrolling.
fn topic_salt(topic: &Topic) -> String {
    format!("{topic:?}")
}

/// About two fifths: beside it a table of a step still has its columns on a common screen.
fn preview_width(window: f32) -> f32 {
    (window * 0.4).clamp(360.0, 780.0)
}
