//! The state of the window, and a frame of it.

use std::rc::Rc;
use std::sync::Arc;

use egui::{Align, Context, Frame, Layout, Margin, Rect, Ui, UiBuilder};

use super::catalogue::LostCatalogue;
use super::environment::Environment;
use super::jobs::Jobs;
use super::logic::LastState;
use super::modals::{self, Dialog};
use super::open_record::OpenRecord;
use super::panels::{self, CataloguePage, ComparisonPage, Found, HistoryPage, MenuState, Present, RulesPage, Search, StartPage};
use super::preview::{Preview, PreviewShown};
use super::theme::tokens;
use super::widgets::FocusGuide;
use super::{Command, Request, Situation};
use crate::catalogue::Catalogue;
use crate::file::{Session, Settings};
use crate::record::Date;
use crate::text::{Label as _, Lang, Message, window as words};

/// A first pass only measures a dialog, and its buttons may have other ids in it than later on.
const PASSES_NEW: u8 = 2;

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
    /// For how many more passes the dialog is new: its first control takes the focus.
    pub(super) dialog_is_new: u8,
    pub(super) search: Option<Search>,
    pub(super) history: Option<HistoryPage>,
    pub(super) catalogue_page: Option<CataloguePage>,
    /// The catalogue of the settings, if it could not be had.
    pub(super) lost_catalogue: Option<LostCatalogue>,
    pub(super) comparison: Option<ComparisonPage>,
    pub(super) rules_page: Option<RulesPage>,
    /// What had the focus when a page was asked for that covers it.
    pub(super) focus_to_return: Option<egui::Id>,
    pub(super) guidance: GuidanceShown,
    pub(super) preview: Preview,
    pub(super) preview_shown: PreviewShown,
    /// Whether the window is so narrow that the guidance is a drawer.
    pub(super) guidance_is_drawer: bool,
    /// The work in the background.
    pub(super) jobs: Jobs<Self>,
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
    pub(super) fn is_shown(self, drawer: bool) -> bool {
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
        let today = env.clock.today();
        let mut app = Self {
            ctx: ctx.clone(),
            session: None,
            settings: Settings::default(),
            today,
            open: None,
            start: StartPage::default(),
            dialog: None,
            dialog_is_new: 0,
            search: None,
            history: None,
            catalogue_page: None,
            lost_catalogue: None,
            comparison: None,
            rules_page: None,
            focus_to_return: None,
            guidance: GuidanceShown::default(),
            preview: Preview::default(),
            preview_shown: PreviewShown::default(),
            guidance_is_drawer: false,
            jobs: Jobs::new(Rc::clone(&env.workers), ctx.clone()),
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

    /// Takes another catalogue into use: new records are made with it. The record on the screen stays with its own.
    pub fn use_catalogue(&mut self, catalogue: Arc<Catalogue>) {
        self.env.shelf = self.env.shelf.with_in_use(Arc::clone(&catalogue));
        if let Some(open) = &mut self.open {
            open.draft.use_from_now_on(catalogue);
        }
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
        self.catalogue_ui(ui);
        self.comparison_ui(ui, lang);
        self.rules_ui(ui, lang);
        self.dialog_ui(ui, lang);
        self.drop_target(ui, lang);
        for request in asked {
            self.carry_out(request);
        }
        self.note_focus(ui);
    }

    fn menu(&mut self, ui: &mut Ui, lang: Lang) -> Option<Command> {
        let case = self.open.as_ref().map(|open| case_line(open, lang)).unwrap_or_default();
        let situation = Situation {
            has_record: self.open.is_some(),
            packages: self.open.as_ref().map_or(&[], OpenRecord::packages),
            can_undo: self.open.as_ref().is_some_and(|open| open.draft.can_undo()),
            can_redo: self.open.as_ref().is_some_and(|open| open.draft.can_redo()),
            can_take_back: ui.ctx().with_plugin::<FocusGuide, _>(|guide| guide.choice().is_some()).unwrap_or_default(),
        };
        let state = MenuState {
            situation,
            case: &case,
            saved: self.open.as_ref().map(|open| &open.outside.saved),
            read_only: self.open.as_ref().is_some_and(OpenRecord::is_read_only),
        };
        let frame = Frame::new().fill(tokens::PAGE).inner_margin(Margin::symmetric(8, 5));
        egui::Panel::top("menu").frame(frame).show(ui, |ui| panels::menu_bar(ui, &state, lang)).inner
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

    fn comparison_ui(&mut self, ui: &Ui, lang: Lang) {
        let (Some(page), Some(open)) = (&mut self.comparison, &self.open) else { return };
        let draft = &open.draft;
        let present = Present {
            record: draft.record(),
            catalogue: draft.catalogue(),
            judgement: draft.judgement(),
            path: open.outside.path.as_deref(),
            is_changed: draft.is_changed(),
            today: self.today,
        };
        if panels::comparison(ui, page, present, lang) {
            self.close_comparison();
        }
    }

    fn rules_ui(&mut self, ui: &Ui, lang: Lang) {
        let (Some(page), Some(open)) = (&mut self.rules_page, &self.open) else { return };
        if let Some(act) = panels::rules_page(ui, page, open.draft.record(), open.draft.rules(), self.today, lang) {
            self.act_on_rules(act);
        }
    }

    fn dialog_ui(&mut self, ui: &Ui, lang: Lang) {
        let Some(dialog) = &mut self.dialog else { return };
        let is_new = self.dialog_is_new > 0;
        self.dialog_is_new = self.dialog_is_new.saturating_sub(1);
        if let Some(choice) = modals::show(ui.ctx(), dialog, is_new, lang) {
            self.choose(choice);
        }
    }

    /// Opens a dialog over the window.
    pub(super) fn show_dialog(&mut self, dialog: Dialog) {
        self.dialog = Some(dialog);
        self.dialog_is_new = PASSES_NEW;
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

    /// Says something worth knowing, unless something else is on the screen, which comes first.
    pub(super) fn note(&mut self, message: Message) {
        if self.dialog.is_some() {
            self.news = message.what;
        } else {
            self.show_dialog(Dialog::Note(message));
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

    fn drop_target(&self, ui: &Ui, lang: Lang) {
        if ui.input(|input| input.raw.hovered_files.is_empty()) {
            return;
        }
        let painter = ui.ctx().layer_painter(egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("drop target")));
        let rect = ui.ctx().content_rect();
        painter.rect_filled(rect, 0, tokens::SCRIM);
        let text = if self.takes_attachments() { words::drop_here_or_attach(lang) } else { words::drop_here(lang) };
        let font = super::theme::TextKind::Heading.font();
        painter.text(rect.center(), egui::Align2::CENTER_CENTER, text, font, tokens::TEXT_ON_KEY);
    }
}

/// A part of the window with a background of its own, clipped to its place.
pub(super) fn region<R>(
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
