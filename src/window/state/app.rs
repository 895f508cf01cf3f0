//! The state of the window.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use egui::Context;

use super::last_state::LastState;
use super::open_record::OpenRecord;
use crate::catalogue::Catalogue;
use crate::file::{OwnCatalogue, Session, Settings, WayThrough};
use crate::record::{ContentDigest, Date};
use crate::text::Lang;
use crate::window::Outside;
use crate::window::environment::Environment;
use crate::window::jobs::{Jobs, Stop};
use crate::window::panels::StartPage;
use crate::window::preview::{Preview, PreviewShown};
use crate::window::stack::Pages;
use crate::window::theme;
use crate::window::widgets::FocusGuide;

/// The window's state. Give it frames by [`App::logic`] and [`App::ui`].
pub struct App {
    pub(in crate::window) env: Environment,
    pub(in crate::window) ctx: Context,
    pub(in crate::window) session: Option<Arc<Session>>,
    pub(in crate::window) settings: Settings,
    pub(in crate::window) today: Date,
    pub(in crate::window) open: Option<OpenRecord>,
    pub(in crate::window) start: StartPage,
    /// What lies over the window.
    pub(in crate::window) pages: Pages<Self>,
    /// What stands beside the step.
    pub(in crate::window) beside: Beside,
    /// The work in the background.
    pub(in crate::window) jobs: Jobs<Self>,
    /// The catalogue of the settings, if it could not be had.
    pub(in crate::window) lost_catalogue: Option<LostCatalogue>,
    /// When the latest snapshot began, or was tried in vain, by the clock that measures spans.
    pub(in crate::window) snapshot_since: Duration,
    /// Whether it was told that the settings cannot be saved.
    pub(in crate::window) settings_told: bool,
    /// The number of the latest save.
    pub(in crate::window) latest_save: u64,
    /// What saves put in place of which the disk did not say that it is safe: when it is opened again, it is still to be saved.
    pub(in crate::window) unconfirmed: BTreeMap<PathBuf, ContentDigest>,
    /// The number of the latest export, package or the like.
    pub(in crate::window) latest_work: u64,
    /// Said in the footer until the next act.
    pub(in crate::window) news: String,
    pub(in crate::window) last_state: LastState,
    /// What draws the window, as it is told to who helps.
    pub(in crate::window) renderer: &'static str,
    /// Asked by the system when the program is to end.
    pub(in crate::window) end: Stop,
    /// What the frames before left.
    pub(in crate::window) frames: Frames,
}

/// What stands beside the step, or in its place where there is no room.
#[derive(Default)]
pub(in crate::window) struct Beside {
    pub guidance: GuidanceShown,
    pub preview: Preview,
    pub preview_shown: PreviewShown,
    /// Whether the window is so narrow that the guidance is a drawer.
    pub is_drawer: bool,
}

/// What the frames before left to this one.
#[derive(Default)]
pub(in crate::window) struct Frames {
    /// Whether nothing more is asked before the window closes.
    pub may_close: bool,
    /// Since when the window is closing, by the clock that measures spans.
    pub quitting: Option<Duration>,
    /// The title the window has.
    pub title: String,
    /// Whether the window had the focus.
    pub had_focus: bool,
    /// What had the focus.
    pub focus: Option<egui::Id>,
    /// The room of the window.
    pub room: Option<egui::Rect>,
}

/// The catalogue of the settings that could not be had.
#[derive(Debug)]
pub(in crate::window) struct LostCatalogue {
    pub own: OwnCatalogue,
    pub is_told: bool,
}

/// Whether the guidance is shown: beside the step where there is room, and as a drawer where there is not.
#[derive(Clone, Copy, Debug)]
pub(in crate::window) struct GuidanceShown {
    beside: bool,
    as_drawer: bool,
}

impl Default for GuidanceShown {
    fn default() -> Self {
        Self { beside: true, as_drawer: false }
    }
}

impl GuidanceShown {
    pub(in crate::window) fn is_shown(self, drawer: bool) -> bool {
        if drawer { self.as_drawer } else { self.beside }
    }

    pub(in crate::window) fn toggle(&mut self, drawer: bool) {
        let shown = if drawer { &mut self.as_drawer } else { &mut self.beside };
        *shown = !*shown;
    }
}

impl App {
    /// A window on its start page. Adds what the window needs to the context.
    pub fn new(ctx: &Context, env: Environment) -> Self {
        theme::install(ctx);
        ctx.add_plugin(FocusGuide::default());
        ctx.options_mut(|options| {
            options.quit_shortcuts.clear();
            options.zoom_with_keyboard = false;
            // A click on nothing leaves the focus where it is.
            options.input_options.surrender_focus_on = egui::SurrenderFocusOn::Never;
        });
        let mut app = Self {
            ctx: ctx.clone(),
            session: None,
            settings: Settings::default(),
            today: env.clock.today(),
            open: None,
            start: StartPage::default(),
            pages: Pages::default(),
            beside: Beside::default(),
            jobs: Jobs::new(Rc::clone(&env.workers), ctx.clone()),
            lost_catalogue: None,
            unconfirmed: BTreeMap::new(),
            snapshot_since: Duration::ZERO,
            settings_told: false,
            latest_save: 0,
            latest_work: 0,
            news: String::new(),
            last_state: LastState::default(),
            renderer: "",
            end: Stop::default(),
            frames: Frames::default(),
            env,
        };
        app.begin();
        app
    }

    /// What the window holds and no file does, for whoever has to keep it when the program ends.
    pub fn last_state(&self) -> LastState {
        self.last_state.clone()
    }

    /// Notes it there from now on.
    pub(in crate::window) fn keep_last_state_in(&mut self, last_state: LastState) {
        self.last_state = last_state;
    }

    /// Closes the window without a question, since the system ends the program.
    pub fn end(&self) {
        self.end.ask();
        self.ctx.request_repaint();
    }

    /// Whether the window closes, and asks nothing more.
    pub fn closes(&self) -> bool {
        self.frames.may_close
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

    /// Opens records in this way through the questions in this run; the settings stay as they are.
    pub fn go_through(&mut self, way: WayThrough) {
        self.settings.way = way;
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
    pub fn outside(&self) -> Option<&Outside> {
        self.open.as_ref().map(|open| &open.outside)
    }
}
