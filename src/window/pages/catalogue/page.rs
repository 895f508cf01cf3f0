//! 目録: the catalogue that new records begin with, and another laid beside it before it is used.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Frame, Id, Modal, ScrollArea, Ui, UiBuilder};

use super::facts::{CatalogueAct, CatalogueShown, OfRecord, Origin, digest, fact, facts};
use super::loaded::{self, Loaded};
use crate::catalogue::{CatalogueError, CatalogueProblem};
use crate::portfolio::CatalogueFileError;
use crate::text::{self, Lang, Message, window as words};
use crate::window::dialogs::Purpose;
use crate::window::stack::{Asked, Page};
use crate::window::state::App;
use crate::window::theme::{TextKind, palette};
use crate::window::widgets::{
    FocusGuide, Tone, bases_list, ja_label, link_button, message_box, message_text, primary_button, secondary_button,
    section_heading, small_button,
};
use crate::window::{Command, MenuCommand, Request};

/// How many problems are shown before more are asked for.
const PROBLEMS: usize = 50;
/// For so many frames what the page shows is new.
const NEW_FRAMES: u8 = 3;
/// The widest the page becomes, in points.
const WIDEST: f32 = 980.0;

/// The page while it is open.
#[derive(Debug, Default)]
pub struct CataloguePage {
    state: State,
    /// What came of the last act.
    news: String,
    /// In how many frames it has been what it shows.
    frames: u8,
}

#[derive(Debug, Default)]
enum State {
    /// The catalogue in use.
    #[default]
    InUse,
    /// A file is being read.
    Reading(PathBuf),
    /// A file was not taken.
    Refused(Refusal),
    /// Reading a file broke down.
    BrokeOff(PathBuf, Message),
    /// A file was read; nothing is used yet.
    Loaded(Box<Loaded>),
    /// It is being kept.
    Keeping(Box<Loaded>),
}

/// Why a file was not taken.
#[derive(Debug)]
struct Refusal {
    path: PathBuf,
    error: CatalogueFileError,
    shown: usize,
}

impl CataloguePage {
    /// Shows that a file is being read.
    pub fn begin_reading(&mut self, path: &Path) {
        self.turn(State::Reading(path.to_owned()));
    }

    /// Whether this file is being read.
    pub fn is_reading(&self, path: &Path) -> bool {
        matches!(&self.state, State::Reading(reading) if reading == path)
    }

    /// Lays a catalogue beside the one in use.
    pub fn show_loaded(&mut self, loaded: Loaded) {
        self.turn(State::Loaded(Box::new(loaded)));
    }

    /// Says why a file was not taken.
    pub fn refuse(&mut self, path: &Path, error: &CatalogueFileError) {
        self.turn(State::Refused(Refusal { path: path.to_owned(), error: error.clone(), shown: PROBLEMS }));
    }

    /// Says that reading a file broke down.
    pub fn broke_off(&mut self, path: &Path, message: Message) {
        self.turn(State::BrokeOff(path.to_owned(), message));
    }

    /// Shows that what was loaded is being kept.
    pub fn begin_keeping(&mut self) {
        if let State::Loaded(loaded) = std::mem::take(&mut self.state) {
            self.state = State::Keeping(loaded);
        }
    }

    /// Says that what was loaded could not be kept.
    pub fn not_kept(&mut self, message: Message) {
        if let State::Keeping(mut loaded) = std::mem::take(&mut self.state) {
            loaded.problem = Some(message);
            self.state = State::Loaded(loaded);
        }
    }

    /// Shows the catalogue in use again, with what came of the last act.
    pub fn back_to_start(&mut self, news: String) {
        self.turn(State::InUse);
        self.news = news;
    }

    /// Says what came of the last act.
    pub fn tell(&mut self, news: String) {
        self.news = news;
    }

    fn turn(&mut self, state: State) {
        *self = Self { state, news: String::new(), frames: 0 };
    }
}

impl Page<App> for CataloguePage {
    fn draw(&mut self, ui: &mut Ui, window: &App) -> Option<Asked<App>> {
        let (origin, lost) = (window.origin_of_catalogue(), window.lost_catalogue_words());
        let of_record = window.open.as_ref().map(|open| (&open.draft.record().catalogue, open.draft.catalogue()));
        let of_record = of_record.filter(|(pin, _)| pin.digest != window.env.shelf.in_use().digest());
        let shown = CatalogueShown {
            in_use: window.env.shelf.in_use(),
            origin: &origin,
            of_record: of_record.map(|(pin, judged_by)| OfRecord { pin, judged_by }),
            lost: lost.as_ref(),
            can_go_back: !matches!(origin, Origin::Shipped) || window.settings.catalogue.is_some(),
            lang: window.lang(),
        };
        Some(match catalogue(ui, self, shown)? {
            CatalogueAct::Close => Asked::Close,
            act => Asked::act(|app: &mut App| carry_out(app, act)),
        })
    }
}

fn carry_out(app: &mut App, act: CatalogueAct) {
    match act {
        CatalogueAct::Close => {}
        CatalogueAct::Compare => {
            app.pages.take::<CataloguePage>();
            app.carry_out(Request::Command(Command::ShowRules));
        }
        CatalogueAct::Load => app.ask(Purpose::Catalogue),
        CatalogueAct::Use { catalogue, path } => app.keep_catalogue(catalogue, path),
        CatalogueAct::GoBack => app.use_shipped_catalogue(),
        CatalogueAct::Write => app.ask(Purpose::SaveCatalogue),
        CatalogueAct::Copy(text) => app.ctx.copy_text(text),
    }
}

/// Shows the page. Returns what is asked for.
fn catalogue(ui: &Ui, page: &mut CataloguePage, cx: CatalogueShown<'_>) -> Option<CatalogueAct> {
    let id = Id::unique("catalogue");
    let area = Modal::default_area(id).accessible_name(words::catalogue_title(cx.lang));
    let frame = Frame::window(ui.style());
    let response = Modal::new(id).area(area).frame(frame).backdrop_color(palette(ui).scrim).show(ui.ctx(), |ui| {
        let room = ui.ctx().content_rect().size();
        ui.set_width((room.x - 60.0).min(WIDEST));
        ui.spacing_mut().item_spacing.y = 6.0;
        // The buttons stay in view, however small the screen.
        let height = (room.y - 150.0).max(110.0);
        let salt = std::mem::discriminant(&page.state);
        let act = ScrollArea::vertical()
            .id_salt(salt)
            .max_height(height)
            // Else the page would stay as low as what it showed before.
            .min_scrolled_height(height)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                ui.set_width(ui.available_width() - 12.0);
                contents(ui, page, cx)
            });
        ui.add_space(2.0);
        foot(ui, page, cx).or(act.inner)
    });
    let closed = response.should_close().then_some(CatalogueAct::Close);
    response.inner.or(closed)
}

fn contents(ui: &mut Ui, page: &mut CataloguePage, cx: CatalogueShown<'_>) -> Option<CatalogueAct> {
    match &mut page.state {
        State::InUse => in_use(ui, &page.news, cx),
        State::Reading(path) => {
            section_heading(ui, words::catalogue_title(cx.lang));
            ja_label(ui, &crate::text::shown_path(path), TextKind::Small);
            message_text(ui, Tone::Neutral, words::catalogue_reading(cx.lang));
            None
        }
        State::Refused(refusal) => {
            refused(ui, refusal, cx.lang);
            None
        }
        State::BrokeOff(path, message) => {
            unread(ui, path, cx.lang);
            message_box(ui, Tone::Error, message);
            None
        }
        State::Loaded(loaded) => loaded::ui(ui, loaded, cx),
        State::Keeping(loaded) => {
            message_text(ui, Tone::Neutral, words::catalogue_keeping(cx.lang));
            loaded::ui(ui, loaded, cx)
        }
    }
}

fn in_use(ui: &mut Ui, news: &str, cx: CatalogueShown<'_>) -> Option<CatalogueAct> {
    let lang = cx.lang;
    section_heading(ui, words::catalogue_title(lang));
    ja_label(ui, words::catalogue_lead(lang), TextKind::Body);
    ja_label(ui, words::catalogue_pinned_note(lang), TextKind::Body);
    if let Some(message) = cx.lost {
        message_box(ui, Tone::Warning, message);
    }
    if !news.is_empty() {
        message_text(ui, Tone::Success, news);
    }
    let mut act = None;
    section_heading(ui, words::catalogue_in_use(lang));
    let origin = match cx.origin {
        Origin::Shipped => words::catalogue_origin_shipped(lang).to_owned(),
        Origin::Own(file) => words::catalogue_origin_own(file, lang),
        Origin::Given(file) => words::catalogue_origin_given(file, lang),
    };
    facts(ui, "in use", cx.in_use, &[(words::catalogue_origin(lang), &origin)], lang, &mut act);
    ja_label(ui, words::catalogue_basis(lang), TextKind::Strong);
    bases_list(ui, &cx.in_use.meta.basis, cx.in_use, lang);
    if let Some(OfRecord { pin, judged_by }) = cx.of_record {
        section_heading(ui, words::catalogue_of_record(lang));
        if judged_by.digest() == pin.digest {
            facts(ui, "of record", judged_by, &[], lang, &mut act);
        } else {
            fact(ui, words::catalogue_id_version(lang), &words::catalogue_pin(pin, lang));
            digest(ui, &pin.digest, lang, &mut act);
            ja_label(ui, words::catalogue_not_at_hand(lang), TextKind::Warning);
        }
        if small_button(ui, MenuCommand::ShowRules.name(lang)).clicked() {
            act = Some(CatalogueAct::Compare);
        }
    }
    ui.add_space(6.0);
    ja_label(ui, words::catalogue_write_note(lang), TextKind::Small);
    act
}

/// That a file was not taken, and that nothing has changed by that.
fn unread(ui: &mut Ui, path: &Path, lang: Lang) {
    section_heading(ui, words::catalogue_refused(lang));
    ja_label(ui, words::catalogue_unchanged(lang), TextKind::Body);
    ja_label(ui, &crate::text::shown_path(path), TextKind::Small);
}

fn refused(ui: &mut Ui, refusal: &mut Refusal, lang: Lang) {
    unread(ui, &refusal.path, lang);
    let mut message = refusal.error.message(lang);
    let CatalogueFileError::Catalogue(CatalogueError::Inconsistent { problems, .. }) = &refusal.error else {
        return message_box(ui, Tone::Error, &message);
    };
    // Each is a line of its own below.
    message.place.clear();
    message_box(ui, Tone::Error, &message);
    list_of_problems(ui, problems, &mut refusal.shown, lang);
}

fn list_of_problems(ui: &mut Ui, problems: &[CatalogueProblem], shown: &mut usize, lang: Lang) {
    let builder = UiBuilder::new().accessibility_role(Role::List).accessibility_label(words::catalogue_refused(lang));
    ui.scope_builder(builder, |ui| {
        for problem in problems.iter().take(*shown) {
            ja_label(ui, &format!("・{}", text::catalogue_problem(problem, lang)), TextKind::Body);
        }
    });
    let hidden = problems.len().saturating_sub(*shown);
    if hidden > 0 && link_button(ui, &words::catalogue_more(hidden, lang)).clicked() {
        *shown += 5 * PROBLEMS;
    }
}

/// Puts the focus here when the page shows something else than before.
fn focus(response: &egui::Response, is_new: bool) {
    if is_new {
        response.ctx.with_plugin::<FocusGuide, _>(|guide| guide.want(response.id));
    }
}

/// The buttons of what is shown. What changes nothing takes the focus when it is new.
fn foot(ui: &mut Ui, page: &mut CataloguePage, cx: CatalogueShown<'_>) -> Option<CatalogueAct> {
    let lang = cx.lang;
    // A menu that closes takes the focus once more.
    let is_new = page.frames < NEW_FRAMES;
    page.frames = page.frames.saturating_add(1);
    let mut act = None;
    let mut goes_back = false;
    ui.horizontal_wrapped(|ui| {
        match &page.state {
            State::InUse | State::Refused(_) | State::BrokeOff(..) => {
                let load = primary_button(ui, words::catalogue_load(lang));
                focus(&load, is_new);
                if load.clicked() {
                    act = Some(CatalogueAct::Load);
                }
            }
            State::Loaded(loaded) if loaded.is_other() => {
                if primary_button(ui, words::catalogue_use(lang)).clicked() {
                    act = Some(CatalogueAct::Use { catalogue: Arc::clone(&loaded.catalogue), path: loaded.path.clone() });
                }
            }
            State::Reading(_) | State::Loaded(_) | State::Keeping(_) => {}
        }
        if matches!(page.state, State::InUse) {
            if cx.can_go_back && secondary_button(ui, words::catalogue_back(lang)).clicked() {
                act = Some(CatalogueAct::GoBack);
            }
            if secondary_button(ui, words::catalogue_write(lang)).clicked() {
                act = Some(CatalogueAct::Write);
            }
            if secondary_button(ui, words::close(lang)).clicked() {
                act = Some(CatalogueAct::Close);
            }
        } else {
            let gives_up = matches!(&page.state, State::Loaded(loaded) if loaded.is_other());
            let back = secondary_button(ui, if gives_up { words::cancel(lang) } else { words::back(lang) });
            focus(&back, is_new && !matches!(page.state, State::Refused(_) | State::BrokeOff(..)));
            goes_back = back.clicked();
        }
    });
    if goes_back {
        page.turn(State::InUse);
    }
    act
}
