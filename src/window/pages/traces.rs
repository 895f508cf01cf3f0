//! このプログラムが残すもの: what stands in the program's own folder, and emptying it; and what is told of the program when
//! somebody needs help.

use std::path::{Path, PathBuf};

use egui::{Frame, Id, Modal, Response, ScrollArea, Ui};

use crate::file::{Kept, Trace};
use crate::text::steps_finish::output::size;
use crate::text::window::{self as shell, traces as words};
use crate::text::{Lang, Message, shown_path};
use crate::window::stack::{Asked, Page};
use crate::window::state::App;
use crate::window::theme::{TextKind, palette};
use crate::window::widgets::{
    FocusGuide, Tone, ja_label, message_box, message_text, primary_button, secondary_button, section_heading, small_button,
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
        let is_new = std::mem::take(&mut self.is_new);
        let contents = |ui: &mut Ui| {
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
            asked
        };
        over(ui, "traces", words::title(lang), contents, |ui| {
            let close = secondary_button(ui, shell::close(lang));
            focus(&close, is_new);
            close.clicked().then_some(Asked::Close)
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
        Trace::Printed => words::ask_printed(count, lang),
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
        Trace::Printed => words::printed(lang),
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
        Trace::Printed => words::printed_what(lang),
        Trace::Sessions => words::sessions_what(lang),
        Trace::Other => words::other_what(lang),
    }
}

/// 診断情報: what would be copied, shown before it is.
#[derive(Debug, Default)]
pub struct DiagnosticsPage {
    /// What stands in the program's own folder, once it was counted.
    pub kept: Option<Vec<Kept>>,
    /// How often it was drawn.
    drawn: u8,
}

impl Page<App> for DiagnosticsPage {
    fn draw(&mut self, ui: &mut Ui, app: &App) -> Option<Asked<App>> {
        let lang = app.lang();
        // The first time it is only measured, with other ids than those it is shown with.
        let is_new = self.drawn < 2;
        self.drawn = self.drawn.saturating_add(1);
        let text = app.diagnostics(self.kept.as_deref().unwrap_or_default());
        let contents = |ui: &mut Ui| {
            section_heading(ui, words::diagnostics(lang));
            ja_label(ui, words::diagnostics_lead(lang), TextKind::Body);
            ui.add_space(4.0);
            Frame::new().fill(palette(ui).surface_soft).inner_margin(8).show(ui, |ui| {
                for line in text.lines() {
                    ja_label(ui, line, TextKind::Body);
                }
            });
            None
        };
        over(ui, "diagnostics", words::diagnostics(lang), contents, |ui| {
            let mut asked = None;
            ui.horizontal(|ui| {
                let copy = primary_button(ui, words::copy(lang));
                focus(&copy, is_new);
                if copy.clicked() {
                    let text = text.clone();
                    asked = Some(Asked::act(move |app: &mut App| app.carry_out(Request::Command(Command::CopyText(text)))));
                }
                if secondary_button(ui, shell::close(lang)).clicked() {
                    asked = Some(Asked::Close);
                }
            });
            asked
        })
    }
}

/// Puts the focus here when the page is new.
fn focus(response: &Response, is_new: bool) {
    if is_new {
        response.ctx.with_plugin::<FocusGuide, _>(|guide| guide.want(response.id));
    }
}

/// A page over the window that scrolls where there is no room. What stands at its foot stays in view.
fn over(
    ui: &Ui,
    id: &str,
    title: &str,
    contents: impl FnOnce(&mut Ui) -> Option<Asked<App>>,
    foot: impl FnOnce(&mut Ui) -> Option<Asked<App>>,
) -> Option<Asked<App>> {
    let id = Id::unique(id);
    let area = Modal::default_area(id).accessible_name(title);
    let response =
        Modal::new(id).area(area).frame(Frame::window(ui.style())).backdrop_color(palette(ui).scrim).show(ui.ctx(), |ui| {
            let room = ui.ctx().content_rect().size();
            ui.set_width((room.x - 80.0).min(660.0));
            let height = (room.y - 150.0).max(110.0);
            let asked = ScrollArea::vertical().max_height(height).show(ui, |ui| {
                // Beside the bar.
                ui.set_width(ui.available_width() - 12.0);
                contents(ui)
            });
            ui.add_space(6.0);
            foot(ui).or(asked.inner)
        });
    let closed = response.should_close().then_some(Asked::Close);
    response.inner.or(closed)
}
