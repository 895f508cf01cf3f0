//! The real window: renderer, display, icon, panic hook.

use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;

use eframe::{NativeOptions, Renderer};
use egui::ViewportBuilder;
use thiserror::Error;
use uuid::Uuid;

use crate::catalogue::{Catalogue, CatalogueError};
use crate::file::{AppFolders, DiskStorage, Holder, NoDataFolder};
use crate::portfolio::{CatalogueFileError, Shelf, load_catalogue};
use crate::reader::Reader;
use crate::record::Date;
use crate::text::{self, Lang, Message, window as words};
use crate::window::dialogs::SystemDialogs;
use crate::window::environment::{Environment, RandomIds, SystemClock, SystemOpener, Threads};
use crate::window::shell::signals;
use crate::window::state::App;
use crate::window::{Command, LastState, Request, theme};

/// The environment variable that chooses a renderer: `glow` or `wgpu`.
pub const RENDERER_VARIABLE: &str = "LIU_WIZARD_RENDERER";

/// The environment variable that makes the window close as soon as its first frame was shown: for checks that it opens.
pub const CLOSE_VARIABLE: &str = "LIU_WIZARD_CLOSE_AFTER_FIRST_FRAME";

/// The name under which desktops know the window; that of the desktop file.
const APP_ID: &str = "liu-wizard";

/// What stands for the window in task bars: drawn in `assets/icon/liu-wizard.svg`.
const ICON: &[u8] = include_bytes!("../../../assets/icon/liu-wizard-256.png");

/// How the window is to be opened.
#[derive(Clone, Debug, Default)]
pub struct WindowOptions {
    /// A record to open.
    pub open: Option<PathBuf>,
    /// The language, if it is not to be that of the settings.
    pub lang: Option<Lang>,
    /// The day taken for today, if it is not to be the clock's.
    pub today: Option<Date>,
    /// A catalogue to use in this run instead of the one of the settings, or the one the program ships.
    pub catalogue: Option<PathBuf>,
    /// By what strangers' files are read.
    pub reader: Reader,
    /// What to do once the window is there.
    pub then: Then,
}

/// What to do once the window is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Then {
    /// Work until the user closes it.
    #[default]
    Stay,
    /// Close after the first frame was shown: to see whether it opens, and how fast.
    CloseAfterFirstFrame,
}

/// Why the window could not be opened.
#[derive(Debug, Error)]
pub enum WindowError {
    /// There is no display.
    #[error("there is no display: neither DISPLAY nor WAYLAND_DISPLAY is set")]
    NoDisplay,
    /// There is said to be a display, and it does not answer.
    #[error("the display is not reached ({}): {said}", .tried.join(", "))]
    NotReached {
        /// The environment variables that name it, with their values.
        tried: Vec<String>,
        /// Why not, in the words of the windowing library.
        said: String,
    },
    /// The shipped catalogue does not fit together.
    #[error(transparent)]
    Catalogue(#[from] CatalogueError),
    /// The user's own catalogue was not taken.
    #[error(transparent)]
    CatalogueFile(#[from] CatalogueFileError),
    /// There is no place for the program's own data.
    #[error(transparent)]
    NoDataFolder(#[from] NoDataFolder),
    /// No renderer could start.
    #[error("no window could be opened: {}", .attempts.join("; "))]
    Renderer {
        /// What each renderer said.
        attempts: Vec<String>,
    },
}

impl WindowError {
    /// What the user is told.
    pub fn message(&self, lang: Lang) -> Message {
        match self {
            Self::NoDisplay => words::no_display(lang),
            Self::NotReached { tried, said } => words::display_not_reached(tried, said, lang),
            Self::Catalogue(error) => text::catalogue_error(error, lang),
            Self::CatalogueFile(error) => error.message(lang),
            Self::NoDataFolder(error) => error.message(lang),
            Self::Renderer { attempts } => words::no_renderer(attempts, RENDERER_VARIABLE, lang),
        }
    }
}

/// Opens the window and returns when it was closed.
///
/// # Errors
/// [`WindowError`] if it could not be opened.
pub fn run(options: WindowOptions) -> Result<(), WindowError> {
    if !has_display() {
        return Err(WindowError::NoDisplay);
    }
    let catalogue = match &options.catalogue {
        Some(path) => Arc::new(load_catalogue(&DiskStorage::new(), path)?),
        None => Catalogue::shipped()?,
    };
    let folders = AppFolders::find()?;
    let mut attempts = Vec::new();
    for renderer in renderers() {
        let started = Arc::new(std::sync::atomic::AtomicBool::new(false));
        let last_state = LastState::default();
        let made = Made {
            catalogue: Arc::clone(&catalogue),
            folders: folders.clone(),
            options: options.clone(),
            last_state: last_state.clone(),
        };
        let has_started = Arc::clone(&started);
        let create = move |cc: &eframe::CreationContext<'_>| -> Result<Box<dyn eframe::App>, _> {
            has_started.store(true, std::sync::atomic::Ordering::Relaxed);
            Ok(Box::new(Native::new(cc, made)))
        };
        let ended = eframe::run_native(APP_ID, native_options(renderer), Box::new(create));
        // However the window came to its end: by the user, by the system, or because the display is gone.
        last_state.write_at_last();
        last_state.set(None);
        match ended {
            Ok(()) => return Ok(()),
            Err(eframe::Error::WinitEventLoop(error)) if !started.load(std::sync::atomic::Ordering::Relaxed) => {
                // No renderer was asked yet: another would not get further.
                return Err(WindowError::NotReached { tried: displays(), said: without_place(&error.to_string()) });
            }
            Err(error) => {
                log::warn!("{renderer} failed: {error}");
                attempts.push(format!("{renderer}: {}", without_place(&error.to_string())));
                if started.load(std::sync::atomic::Ordering::Relaxed) {
                    // It broke down at work. Beginning anew would hide that.
                    break;
                }
            }
        }
    }
    Err(WindowError::Renderer { attempts })
}

/// winit panics where there is neither X11 nor Wayland, so this is found out before.
fn has_display() -> bool {
    !cfg!(all(unix, not(target_os = "macos"))) || !displays().is_empty()
}

/// The variables that name a display, with their values: `DISPLAY=:0`. Wayland goes first.
fn displays() -> Vec<String> {
    let named = |name| {
        let value = std::env::var_os(name).filter(|value| !value.is_empty())?;
        Some(format!("{name}={}", text::shown_path(value)))
    };
    ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY"].into_iter().filter_map(named).collect()
}

/// What the windowing library says, without the place in its source where it says so.
fn without_place(said: &str) -> String {
    let around = said.split_once("os error at ").and_then(|(before, rest)| Some((before, rest.split_once(": ")?.1)));
    around.map_or_else(|| said.to_owned(), |(before, reason)| format!("{before}{reason}"))
}

/// OpenGL first: it needs a quarter of the memory. Remote desktops may have only the other.
fn renderers() -> Vec<Renderer> {
    match std::env::var(RENDERER_VARIABLE).as_deref() {
        Ok("glow") => vec![Renderer::Glow],
        Ok("wgpu") => vec![Renderer::Wgpu],
        _ => vec![Renderer::Glow, Renderer::Wgpu],
    }
}

fn native_options(renderer: Renderer) -> NativeOptions {
    let viewport = ViewportBuilder::default()
        .with_title(words::app_title(Lang::Ja))
        .with_app_id(APP_ID)
        .with_inner_size([1280.0, 720.0])
        .with_min_inner_size([640.0, 360.0])
        .with_drag_and_drop(true);
    let viewport = match eframe::icon_data::from_png_bytes(ICON) {
        Ok(icon) => viewport.with_icon(icon),
        Err(_) => viewport,
    };
    NativeOptions { viewport, renderer, persist_window: false, system_font_fallback: false, ..Default::default() }
}

struct Made {
    catalogue: Arc<Catalogue>,
    folders: AppFolders,
    options: WindowOptions,
    last_state: LastState,
}

/// The window's state within the real window.
struct Native {
    app: App,
    then: Then,
    frames: u8,
    /// Tells those who listen to the system that the window is gone.
    _heard: signals::Heard,
}

impl Native {
    fn new(cc: &eframe::CreationContext<'_>, made: Made) -> Self {
        let window = cc.winit_window().cloned();
        let attach = move |dialog: rfd::AsyncFileDialog| match &window {
            Some(window) => dialog.set_parent(&**window),
            None => dialog,
        };
        let environment = Environment {
            shelf: Shelf::new(made.catalogue, Some(&made.folders)),
            given_catalogue: made.options.catalogue,
            storage: Arc::new(DiskStorage::new().with_reader(made.options.reader)),
            folders: made.folders,
            home: etcetera::home_dir().ok(),
            session_id: Uuid::new_v4(),
            holder: Holder::here(),
            clock: Box::new(SystemClock::new(made.options.today)),
            ids: Box::new(RandomIds),
            dialogs: Box::new(SystemDialogs::new(Box::new(attach))),
            opener: Arc::new(SystemOpener),
            workers: Rc::new(Threads),
        };
        theme::fonts::install_system_fallback(&cc.egui_ctx);
        let mut app = App::new(&cc.egui_ctx, environment);
        app.keep_last_state_in(made.last_state);
        app.renderer = if cc.wgpu_render_state.is_some() { "wgpu" } else { "glow" };
        keep_last_state_on_panic(&app);
        let heard = signals::listen(app.last_state(), app.end.clone(), &cc.egui_ctx);
        if let Some(lang) = made.options.lang {
            app.speak(lang);
        }
        if let Some(path) = made.options.open {
            app.carry_out(Request::Command(Command::OpenPath(path)));
        }
        Self { app, then: made.options.then, frames: 0, _heard: heard }
    }
}

/// A program that breaks down still writes what was not saved.
fn keep_last_state_on_panic(app: &App) {
    let last_state = app.last_state();
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        last_state.write_when_panicking();
        report(panic);
    }));
}

impl eframe::App for Native {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.app.logic(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.app.ui(ui);
        if self.then == Then::CloseAfterFirstFrame {
            // The first frame is on the screen when the second is drawn.
            if self.frames == 1 {
                ui.ctx().send_viewport_cmd(egui::ViewportCommand::Close);
            }
            self.frames = self.frames.saturating_add(1);
            ui.ctx().request_repaint();
        }
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_has_an_icon() {
        let icon = eframe::icon_data::from_png_bytes(ICON).unwrap();
        assert_eq!((icon.width, icon.height), (256, 256));
        assert!(native_options(Renderer::Glow).viewport.icon.is_some());
    }

    #[test]
    fn what_a_library_says_is_told_without_the_place_in_its_source() {
        let said = "winit: os error at /home/who/.cargo/winit/src/mod.rs:788: Failed to open connection to X server";
        assert_eq!(without_place(said), "winit: Failed to open connection to X server");
        assert_eq!(without_place("os error at C:\\who\\mod.rs:7: no: thing"), "no: thing");
        assert_eq!(without_place("no display"), "no display");
    }
}
