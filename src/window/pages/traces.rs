//! このプログラムが残すもの: what stands in the program's own folder, and emptying it; and what is told of the program when
//! somebody needs help.

use std::path::{Path, PathBuf};

use egui::{Frame, Id, Modal, Ui};

use crate::file::{Kept, Trace};
use crate::text::steps_finish::output::size;
use crate::text::window::{self as shell, traces as words};
use crate::text::{Lang, Message, shown_path};
use crate::window::stack::{Asked, Page};
use crate::window::state::App;
use crate::window::theme::{TextKind, palette};
use crate::window::widgets::{
    Tone, ja_label, message_box, message_text, primary_button, secondary_button, section_heading, small_button,
};
use crate::window::{Command, Request};

/// What the program leaves, while it is shown.
#[derive(Debug)]
pub struct TracesPage {
    folder: PathBuf,
    kept: Option<Result<Vec<Kept>, Message>>,
    /// What came of the last act.
    said: String,
    /// Which kind the user is asked about.
    asked: Option<Trace>,
    is_new: bool,
}

impl TracesPage {
    /// The page, before anything was counted.
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), kept: None, said: String::new(), asked: None, is_new: true }
    }

    /// What was counted, and what is to be said with it.
    pub fn counted(&mut self, kept: Result<Vec<Kept>, Message>, said: String) {
        self.kept = Some(kept);
        self.said = said;
    }
}

impl Page<App> for TracesPage {
    fn draw(&mut self, ui: &mut Ui, app: &App) -> Option<Asked<App>> {
        let lang = app.lang();
        // What was counted moves the button: it has the focus until then, and once more.
        let (is_new, closes) = (self.is_new, shell::close(lang));
        self.is_new = self.kept.is_none();
        over(ui, "traces", words::title(lang), |ui| {
            section_heading(ui, words::title(lang));
            ja_label(ui, words::lead(lang), TextKind::Body);
            ja_label(ui, &shown_path(&self.folder), TextKind::Strong);
            let mut asked = None;
            ui.horizontal_wrapped(|ui| {
                if small_button(ui, words::copy_folder(lang)).clicked() {
                    let path = self.folder.to_string_lossy().into_owned();
                    asked = Some(Asked::act(move |app: &mut App| app.carry_out(Request::Command(Command::CopyText(path)))));
                }
                if small_button(ui, words::forget(lang)).clicked() {
                    asked = Some(Asked::act(App::forget_recent));
                }
            });
            ja_label(ui, words::beside(lang), TextKind::Small);
            ui.add_space(6.0);
            match &self.kept {
                None => {
                    ja_label(ui, words::counting(lang), TextKind::Body);
                }
                Some(Err(message)) => message_box(ui, Tone::Error, message),
                Some(Ok(kept)) => {
                    for kept in kept {
                        asked = kind(ui, kept, &mut self.asked, lang).or(asked.take());
                    }
                }
            }
            if !self.said.is_empty() {
                message_text(ui, Tone::Success, &self.said);
            }
            ui.add_space(6.0);
            let close = secondary_button(ui, closes);
            if is_new {
                close.request_focus();
            }
            asked.or_else(|| close.clicked().then_some(Asked::Close))
        })
    }
}

/// A kind: what it is, how much there is, and emptying it, which is asked for twice.
fn kind(ui: &mut Ui, kept: &Kept, asked: &mut Option<Trace>, lang: Lang) -> Option<Asked<App>> {
    let (trace, count) = (kept.trace, kept.files.len());
    let name = trace_name(trace, lang);
    let amount = if count == 0 { words::none(lang).to_owned() } else { words::files(count, &size(kept.bytes(), lang), lang) };
    ui.add_space(4.0);
    ja_label(ui, &format!("{name}: {amount}"), TextKind::Strong);
    ja_label(ui, trace_what(trace, lang), TextKind::Small);
    if count == 0 || !trace.can_be_emptied() {
        return None;
    }
    if *asked != Some(trace) {
        if small_button(ui, &words::empty_this(name, lang)).clicked() {
            *asked = Some(trace);
        }
        return None;
    }
    let question = match trace {
        Trace::Recovery => words::ask_recovery(count, lang),
        Trace::Catalogues => words::ask_catalogues(count, lang),
        _ => words::ask_versions(count, lang),
    };
    message_text(ui, Tone::Warning, &question);
    let mut act = None;
    ui.horizontal_wrapped(|ui| {
        if secondary_button(ui, words::leave_it(lang)).clicked() {
            *asked = None;
        }
        if small_button(ui, words::do_it(lang)).clicked() {
            *asked = None;
            act = Some(Asked::act(move |app: &mut App| app.empty_trace(trace)));
        }
    });
    act
}

/// What a kind is called.
pub fn trace_name(trace: Trace, lang: Lang) -> &'static str {
    match trace {
        Trace::Settings => words::settings(lang),
        Trace::Versions => words::versions(lang),
        Trace::Recovery => words::recovery(lang),
        Trace::Catalogues => words::catalogues(lang),
        Trace::Sessions => words::sessions(lang),
        Trace::Other => words::other(lang),
    }
}

/// What a kind is.
const fn trace_what(trace: Trace, lang: Lang) -> &'static str {
    match trace {
        Trace::Settings => words::settings_what(lang),
        Trace::Versions => words::versions_what(lang),
        Trace::Recovery => words::recovery_what(lang),
        Trace::Catalogues => words::catalogues_what(lang),
        Trace::Sessions => words::sessions_what(lang),
        Trace::Other => words::other_what(lang),
    }
}

/// 診断情報: what would be copied, shown before it is.
#[derive(Debug, Default)]
pub struct DiagnosticsPage {
    /// What stands in the program's own folder, once it was counted.
    pub kept: Option<Vec<Kept>>,
    was_shown: bool,
}

impl Page<App> for DiagnosticsPage {
    fn draw(&mut self, ui: &mut Ui, app: &App) -> Option<Asked<App>> {
        let lang = app.lang();
        let is_new = !std::mem::replace(&mut self.was_shown, self.kept.is_some());
        let text = app.diagnostics(self.kept.as_deref().unwrap_or_default());
        over(ui, "diagnostics", words::diagnostics(lang), |ui| {
            section_heading(ui, words::diagnostics(lang));
            ja_label(ui, words::diagnostics_lead(lang), TextKind::Body);
            ui.add_space(4.0);
            Frame::new().fill(palette(ui).surface_soft).inner_margin(8).show(ui, |ui| {
                for line in text.lines() {
                    ja_label(ui, line, TextKind::Body);
                }
            });
            ui.add_space(6.0);
            let mut asked = None;
            ui.horizontal_wrapped(|ui| {
                let copy = primary_button(ui, words::copy(lang));
                if copy.clicked() {
                    let text = text.clone();
                    asked = Some(Asked::act(move |app: &mut App| app.carry_out(Request::Command(Command::CopyText(text)))));
                }
                if is_new {
                    copy.request_focus();
                }
                if secondary_button(ui, shell::close(lang)).clicked() {
                    asked = Some(Asked::Close);
                }
            });
            asked
        })
    }
}

/// A page over the window that scrolls where there is no room.
fn over(ui: &Ui, id: &str, title: &str, contents: impl FnOnce(&mut Ui) -> Option<Asked<App>>) -> Option<Asked<App>> {
    let id = Id::unique(id);
    let area = Modal::default_area(id).accessible_name(title);
    let response =
        Modal::new(id).area(area).frame(Frame::window(ui.style())).backdrop_color(palette(ui).scrim).show(ui.ctx(), |ui| {
            let room = ui.ctx().content_rect().size();
            ui.set_width((room.x - 80.0).min(620.0));
            egui::ScrollArea::vertical().max_height(room.y - 80.0).show(ui, contents).inner
        });
    let closed = response.should_close().then_some(Asked::Close);
    response.inner.or(closed)
}
