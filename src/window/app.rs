//! The state of the window, and a frame of it.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use egui::{Align, Context, Frame, Layout, Margin, Rect, ScrollArea, Stroke, Ui, UiBuilder, vec2};

use super::dialogs::Purpose;
use super::environment::Environment;
use super::logic::{Event, LastState};
use super::modals::{self, Dialog};
use super::open_record::OpenRecord;
use super::panels::{self, Commented, Found, HistoryPage, MenuState, Search, StartPage};
use super::theme::tokens;
use super::widgets::{FocusGuide, Tone, message_box, message_text, small_button};
use super::{Command, Request, SavedState, StepContext, Topic, steps};
use crate::file::{Session, Settings};
use crate::record::Date;
use crate::text::{Label as _, Lang, Message, window as words};

/// The window's state. Give it frames by [`App::logic`] and [`App::ui`].
pub struct App {
    pub(super) env: Environment,
    pub(super) ctx: Context,
    pub(super) session: Option<Arc<Session>>,
    pub(super) settings: Settings,
    pub(super) today: Date,
    pub(super) open: Option<OpenRecord>,
    pub(super) start: StartPage,
    pub(super) dialog: Option<Dialog>,
    /// Whether the dialog was opened since the last frame: its first control takes the focus.
    pub(super) dialog_is_new: bool,
    pub(super) search: Option<Search>,
    pub(super) history: Option<HistoryPage>,
    pub(super) guidance: GuidanceShown,
    /// Whether the window is so narrow that the guidance is a drawer.
    pub(super) guidance_is_drawer: bool,
    /// What a system dialog is open for.
    pub(super) asking: Option<(Purpose, f64)>,
    pub(super) events: Receiver<Event>,
    pub(super) sender: Sender<Event>,
    pub(super) may_close: bool,
    pub(super) shown_title: String,
    /// Said in the footer until the next act.
    pub(super) news: String,
    pub(super) last_state: LastState,
    focus_before: Option<egui::Id>,
}

/// Whether the guidance is shown: beside the step where there is room, and as a drawer where there is not.
#[derive(Clone, Copy, Debug)]
pub(super) struct GuidanceShown {
    beside: bool,
    as_drawer: bool,
}

impl Default for GuidanceShown {
    fn default() -> Self {
        Self { beside: true, as_drawer: false }
    }
}

impl GuidanceShown {
    fn is_shown(self, drawer: bool) -> bool {
        if drawer { self.as_drawer } else { self.beside }
    }

    pub(super) fn toggle(&mut self, drawer: bool) {
        let shown = if drawer { &mut self.as_drawer } else { &mut self.beside };
        *shown = !*shown;
    }
}

impl App {
    /// A window on its start page. Adds what the window needs to the context.
    pub fn new(ctx: &Context, env: Environment) -> Self {
        super::theme::install(ctx);
        ctx.add_plugin(FocusGuide::default());
        ctx.options_mut(|options| {
            options.quit_shortcuts.clear();
            options.zoom_with_keyboard = false;
        });
        let (sender, events) = channel();
        let today = env.clock.today();
        let mut app = Self {
            ctx: ctx.clone(),
            session: None,
            settings: Settings::default(),
            today,
            open: None,
            start: StartPage::default(),
            dialog: None,
            dialog_is_new: false,
            search: None,
            history: None,
            guidance: GuidanceShown::default(),
            guidance_is_drawer: false,
            asking: None,
            events,
            sender,
            may_close: false,
            shown_title: String::new(),
            news: String::new(),
            last_state: LastState::default(),
            focus_before: None,
            env,
        };
        app.begin();
        app
    }

    /// The language of the screens.
    pub fn lang(&self) -> Lang {
        self.settings.lang
    }

    /// Speaks a language in this run; the settings stay as they are.
    pub fn speak(&mut self, lang: Lang) {
        self.settings.lang = lang;
        self.refresh_start_page();
    }

    /// The record on the screen, if there is one.
    pub fn record(&self) -> Option<&crate::record::Record> {
        self.open.as_ref().map(|open| open.draft.record().as_ref())
    }

    /// What follows from it.
    pub fn judgement(&self) -> Option<&crate::judgement::Judgement> {
        self.open.as_ref().map(|open| open.draft.judgement().as_ref())
    }

    /// What is around the record on the screen, if there is one.
    pub fn outside(&self) -> Option<&super::Outside> {
        self.open.as_ref().map(|open| &open.outside)
    }

    /// Draws a frame, and carries out what was asked for in it.
    pub fn ui(&mut self, ui: &mut Ui) {
        let lang = self.lang();
        let mut asked: Vec<Request> = Vec::new();
        if let Some(command) = self.menu(ui, lang) {
            asked.push(Request::Command(command));
        }
        if self.open.is_some() {
            self.record_ui(ui, lang, &mut asked);
        } else {
            let rect = ui.available_rect_before_wrap();
            let chosen = region(ui, rect, "start page", tokens::PAGE, |ui| panels::start_page(ui, &self.start, lang));
            asked.extend(chosen.map(Request::Command));
        }
        self.search_ui(ui, lang, &mut asked);
        self.history_ui(ui, lang);
        self.dialog_ui(ui, lang);
        Self::drop_target(ui, lang);
        for request in asked {
            self.carry_out(request);
        }
        self.note_focus(ui);
    }

    fn menu(&mut self, ui: &mut Ui, lang: Lang) -> Option<Command> {
        let case = self.open.as_ref().map(|open| case_line(open, lang)).unwrap_or_default();
        let state = MenuState {
            has_record: self.open.is_some(),
            can_undo: self.open.as_ref().is_some_and(|open| open.draft.can_undo()),
            can_redo: self.open.as_ref().is_some_and(|open| open.draft.can_redo()),
            case: &case,
            saved: self.open.as_ref().map(|open| &open.outside.saved),
            read_only: self.open.as_ref().is_some_and(OpenRecord::is_read_only),
        };
        let frame = Frame::new().fill(tokens::PAGE).inner_margin(Margin::symmetric(8, 5));
        egui::Panel::top("menu").frame(frame).show(ui, |ui| panels::menu_bar(ui, &state, lang)).inner
    }

    /// Menu and strip above; then rail, step and guidance in the order in which Tab visits them; the footer last.
    fn record_ui(&mut self, ui: &mut Ui, lang: Lang, asked: &mut Vec<Request>) {
        let Some(open) = &mut self.open else { return };
        open.refresh_progress();
        open.refresh_saved();
        let frame = Frame::new().fill(tokens::SURFACE).inner_margin(Margin::symmetric(16, 4));
        let strip = egui::Panel::top("results")
            .frame(frame)
            .show(ui, |ui| panels::result_strip(ui, open.draft.judgement(), open.draft.catalogue(), lang));
        asked.extend(strip.inner.map(Request::Command));

        let whole = ui.available_rect_before_wrap();
        let narrow = whole.width() < tokens::NARROW_WIDTH;
        let drawer = whole.width() < tokens::DRAWER_WIDTH;
        self.guidance_is_drawer = drawer;
        let footer_height = if narrow { 46.0 } else { 58.0 };
        let (main, footer) = whole.split_top_bottom_at_y(whole.bottom() - footer_height);
        let mut step_rect;
        if narrow {
            let (line, rest) = main.split_top_bottom_at_y(main.top() + 36.0);
            step_rect = rest;
            let guidance_open = &mut self.guidance.as_drawer;
            let chosen = region(ui, line, "rail line", tokens::SURFACE_SOFT, |ui| narrow_line(ui, open, guidance_open, lang));
            asked.extend(chosen.map(Request::Command));
        } else {
            let (left, rest) = main.split_left_right_at_x(main.left() + rail_width(main.width()));
            step_rect = rest;
            let record = open.draft.record();
            let title = words::case_title(&panels::case_name(record, open.outside.path.as_ref()), lang);
            let chosen = region(ui, left, "rail", tokens::PAGE, |ui| panels::rail(ui, open.place(), &title, lang));
            ui.painter().vline(left.right(), left.y_range(), Stroke::new(1.0, tokens::RULE));
            asked.extend(chosen.map(Request::Command));
        }
        let mut guidance_rect = None;
        if self.guidance.is_shown(drawer) {
            let (step, guidance) = if narrow {
                step_rect.split_top_bottom_at_y(step_rect.bottom() - (step_rect.height() * 0.55))
            } else {
                step_rect.split_left_right_at_x(step_rect.right() - guidance_width(whole.width()))
            };
            step_rect = step;
            guidance_rect = Some(guidance);
        }
        step_ui(ui, step_rect, open, &mut *self.env.ids, self.today, lang, asked);
        if let Some(rect) = guidance_rect {
            let edge = if narrow { [rect.left_top(), rect.right_top()] } else { [rect.left_top(), rect.left_bottom()] };
            region(ui, rect, "guidance", tokens::SURFACE_SOFT, |ui| {
                let inner = rect.shrink2(vec2(16.0, 8.0));
                ui.scope_builder(UiBuilder::new().max_rect(inner), |ui| {
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
            ui.painter().line_segment(edge, Stroke::new(1.0, tokens::RULE));
        }
        let news = &self.news;
        let chosen = region(ui, footer, "footer", tokens::PAGE, |ui| {
            ui.painter().hline(footer.x_range(), footer.top(), Stroke::new(1.0, tokens::RULE));
            let inner = footer.shrink2(vec2(16.0, if narrow { 4.0 } else { 10.0 }));
            ui.scope_builder(UiBuilder::new().max_rect(inner), |ui| panels::footer(ui, open.place(), news, lang)).inner
        });
        asked.extend(chosen.map(Request::Command));
    }

    fn search_ui(&mut self, ui: &mut Ui, lang: Lang, asked: &mut Vec<Request>) {
        let (Some(state), Some(open)) = (&mut self.search, &self.open) else { return };
        match panels::search(ui, state, open.draft.record(), open.draft.catalogue(), open.place(), lang) {
            Found::Open => {}
            Found::Closed => self.search = None,
            Found::Chosen(command) => {
                self.search = None;
                asked.push(Request::Command(command));
            }
        }
    }

    fn history_ui(&mut self, ui: &Ui, lang: Lang) {
        let (Some(page), Some(open)) = (&mut self.history, &self.open) else { return };
        let draft = &open.draft;
        if let Some(act) = panels::history(ui, page, draft.saved_or_present(), draft.record(), draft.catalogue(), lang) {
            self.act_on_history(act);
        }
    }

    fn dialog_ui(&mut self, ui: &Ui, lang: Lang) {
        let Some(dialog) = &mut self.dialog else { return };
        let is_new = std::mem::take(&mut self.dialog_is_new);
        if let Some(choice) = modals::show(ui.ctx(), dialog, is_new, lang) {
            self.choose(choice);
        }
    }

    /// Opens a dialog over the window.
    pub(super) fn show_dialog(&mut self, dialog: Dialog) {
        self.dialog = Some(dialog);
        self.dialog_is_new = true;
        self.ctx.request_repaint();
    }

    /// Tells that something could not be done.
    pub(super) fn tell(&mut self, message: Message) {
        if self.dialog.is_some() {
            // The question on the screen must not be lost: what went wrong stands in the footer.
            self.news = message.what;
        } else {
            self.show_dialog(Dialog::Problem(message));
        }
    }

    /// Leaving a field ends the act of typing into it.
    fn note_focus(&mut self, ui: &Ui) {
        let focus = ui.memory(|memory| memory.focused());
        if focus != self.focus_before {
            self.focus_before = focus;
            if let Some(open) = &mut self.open {
                open.draft.end_typing();
            }
        }
    }

    fn drop_target(ui: &Ui, lang: Lang) {
        if ui.input(|input| input.raw.hovered_files.is_empty()) {
            return;
        }
        let painter = ui.ctx().layer_painter(egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("drop target")));
        let rect = ui.ctx().content_rect();
        painter.rect_filled(rect, 0, tokens::SCRIM);
        let text = words::drop_here(lang);
        let font = super::theme::TextKind::Heading.font();
        painter.text(rect.center(), egui::Align2::CENTER_CENTER, text, font, tokens::TEXT_ON_KEY);
    }
}

/// The step in its scroll area, under what has to be said about the record as a whole.
fn step_ui(
    ui: &mut Ui,
    rect: Rect,
    open: &mut OpenRecord,
    ids: &mut dyn super::IdSource,
    today: Date,
    lang: Lang,
    asked: &mut Vec<Request>,
) {
    let margin = if rect.width() < 560.0 { 12 } else { 26 };
    region(ui, rect, ("step", open.step), tokens::PAGE, |ui| {
        ScrollArea::vertical().id_salt(open.step).auto_shrink(false).show(ui, |ui| {
            Frame::new().inner_margin(Margin { left: margin, right: margin, top: 16, bottom: 24 }).show(ui, |ui| {
                ui.set_width(ui.available_width());
                if open.is_read_only() {
                    message_text(ui, Tone::Warning, words::read_only_note(lang));
                }
                if let SavedState::Failed(message) = &open.outside.saved {
                    message_box(ui, Tone::Error, message);
                }
                let record = Arc::clone(open.draft.record());
                let catalogue = Arc::clone(open.draft.catalogue());
                let judgement = Arc::clone(open.draft.judgement());
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
    });
}

/// A part of the window with a background of its own, clipped to its place.
fn region<R>(
    ui: &mut Ui,
    rect: Rect,
    salt: impl std::hash::Hash + std::fmt::Debug,
    fill: egui::Color32,
    contents: impl FnOnce(&mut Ui) -> R,
) -> R {
    let mut child = ui.new_child(UiBuilder::new().id_salt(salt).max_rect(rect).layout(Layout::top_down(Align::Min)));
    child.set_clip_rect(rect.intersect(ui.clip_rect()));
    child.painter().rect_filled(rect, 0, fill);
    contents(&mut child)
}

/// In a narrow window: the steps as one line, and the button for the guidance.
fn narrow_line(ui: &mut Ui, open: &OpenRecord, guidance_open: &mut bool, lang: Lang) -> Option<Command> {
    let rect = ui.max_rect().shrink2(vec2(12.0, 3.0));
    let builder = UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(builder, |ui| {
        let chosen = panels::rail_line(ui, open.place(), lang);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let text = if *guidance_open { words::hide_guidance(lang) } else { words::show_guidance(lang) };
            if small_button(ui, text).clicked() {
                *guidance_open = !*guidance_open;
            }
        });
        chosen
    })
    .inner
}

/// Each topic keeps its own place of scrolling.
fn topic_salt(topic: &Topic) -> String {
    format!("{topic:?}")
}

fn rail_width(window: f32) -> f32 {
    (window * 0.17).clamp(196.0, 236.0)
}

fn guidance_width(window: f32) -> f32 {
    (window * 0.23).clamp(230.0, 340.0)
}

/// Whose record it is, and under which profile.
fn case_line(open: &OpenRecord, lang: Lang) -> String {
    let record = open.draft.record();
    let names = match record.role {
        crate::record::Role::Agency => [record.agency.name.as_str(), record.agency.section.as_str()],
        crate::record::Role::Csp => [record.service.provider.as_str(), ""],
    };
    let whose = names.into_iter().filter(|name| !name.trim().is_empty()).collect::<Vec<_>>().join(" ");
    let profile = open.draft.catalogue().profile(&record.profile).map(|profile| profile.title.text(lang));
    let whose = if whose.is_empty() { record.role.label(lang).to_owned() } else { whose };
    [Some(whose.as_str()), profile].into_iter().flatten().collect::<Vec<_>>().join("・")
}
