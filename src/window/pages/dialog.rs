//! Dialogs of the window itself: questions before something is lost, messages, paths to type.

mod contents;
mod model;

use egui::{Context, Frame, Id, Modal, Ui};

use self::contents::contents;
pub(in crate::window) use self::model::{Choice, Dialog, Told};
use crate::package::PackageKind;
use crate::text::{Lang, Message, window as words};
use crate::window::stack::{Asked, Page};
use crate::window::state::App;
use crate::window::theme::{TextKind, palette_of};
use crate::window::widgets::ja_label;

/// For so many passes a dialog is new. The first pass only measures it, and its buttons may have other ids in it than later on.
const PASSES_NEW: u8 = 2;

/// A dialog on the screen.
#[derive(Debug)]
pub(in crate::window) struct DialogPage {
    dialog: Dialog,
    /// For how many more passes it is new: its first control takes the focus.
    passes_new: u8,
}

impl DialogPage {
    /// What is asked or told.
    pub fn into_dialog(self) -> Dialog {
        self.dialog
    }
}

impl Page<App> for DialogPage {
    fn draw(&mut self, ui: &mut Ui, window: &App) -> Option<Asked<App>> {
        let is_new = self.passes_new > 0;
        self.passes_new = self.passes_new.saturating_sub(1);
        let choice = show(ui.ctx(), &mut self.dialog, is_new, window.lang())?;
        Some(Asked::act(|app: &mut App| app.choose(choice)))
    }

    fn is_question(&self) -> bool {
        true
    }
}

impl App {
    /// Opens a dialog over the window.
    pub(in crate::window) fn show_dialog(&mut self, dialog: Dialog) {
        self.pages.open(DialogPage { dialog, passes_new: PASSES_NEW });
        self.ctx.request_repaint();
    }

    /// Tells that something could not be done.
    pub(in crate::window) fn tell(&mut self, message: Message) {
        if self.pages.has_question() {
            // The question on the screen must not be lost: what went wrong stands in the footer.
            self.news = message.what;
        } else {
            self.show_dialog(Dialog::Problem(message));
        }
    }

    /// Says something worth knowing, unless something else is on the screen, which comes first.
    pub(in crate::window) fn note(&mut self, message: Message) {
        if self.pages.has_question() {
            self.news = message.what;
        } else {
            self.show_dialog(Dialog::Note(message));
        }
    }
}

/// Shows a dialog. Esc and a click beside it are [`Choice::Close`], which never loses anything.
fn show(ctx: &Context, dialog: &mut Dialog, is_new: bool, lang: Lang) -> Option<Choice> {
    let title = title(dialog, lang);
    let id = Id::unique("dialog");
    let area = Modal::default_area(id).accessible_name(title);
    let response = Modal::new(id)
        .area(area)
        .frame(Frame::window(&ctx.global_style()))
        .backdrop_color(palette_of(ctx).scrim)
        .show(ctx, |ui| {
            ui.set_width((ctx.content_rect().width() - 80.0).min(560.0));
            let height = (ctx.content_rect().height() - 100.0).max(160.0);
            egui::ScrollArea::vertical()
                .max_height(height)
                // Else a dialog would stay as low as the one before it.
                .min_scrolled_height(height)
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 8.0;
                    ja_label(ui, title, TextKind::Section);
                    contents(ui, dialog, is_new, lang)
                })
                .inner
        });
    let closed = response.should_close().then_some(Choice::Close);
    response.inner.or(closed)
}

fn title(dialog: &Dialog, lang: Lang) -> &'static str {
    match dialog {
        Dialog::Unsaved(_) => words::close_title(lang),
        Dialog::Recovery { .. } => words::recovery_title(lang),
        Dialog::Locked { .. } => words::locked_title(lang),
        Dialog::Exists { .. } => words::overwrite_title(lang),
        Dialog::ChangedOutside { is_gone: true, .. } => words::outside_gone_title(lang),
        Dialog::ChangedOutside { is_gone: false, .. } => words::outside_change_title(lang),
        Dialog::OtherCopies { .. } => words::other_copies_title(lang),
        Dialog::Hangs { .. } => words::hangs_title(lang),
        Dialog::Problem(_) => words::problem_title(lang),
        Dialog::Note(_) => words::note_title(lang),
        Dialog::Path { .. } => words::enter_path(lang),
        Dialog::Return { .. } => words::make_package(PackageKind::Returned.name(), lang),
        Dialog::Undecided { .. } => words::undecided_title(lang),
        Dialog::Package { .. } => words::package_opened_title(lang),
        Dialog::Request { .. } => words::request_opened_title(lang),
        Dialog::Print { .. } => words::print_title(lang),
        Dialog::About => words::about_title(lang),
    }
}
