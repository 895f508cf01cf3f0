//! Dialogs of the window itself: questions before something is lost, messages, paths to type.

mod contents;

use std::path::PathBuf;

use egui::{Context, Frame, Id, Modal, Ui};

use self::contents::contents;

use crate::file::Orphan;
use crate::package::{Package, PackageKind};
use crate::text::{Lang, Message, window as words};
use crate::window::dialogs::Purpose;
use crate::window::stack::{Asked, Page};
use crate::window::state::{App, Leaving};
use crate::window::theme::{TextKind, palette_of};
use crate::window::widgets::ja_label;

/// A dialog that is open.
#[derive(Debug)]
pub(in crate::window) enum Dialog {
    /// There are unsaved changes.
    Unsaved(Leaving),
    /// Records of runs that ended without good-bye.
    Recovery { orphans: Vec<Orphan>, when: Vec<String>, to_discard: Option<usize> },
    /// Somebody else has the record open.
    Locked { path: PathBuf, message: Message },
    /// A file of that name is there.
    Exists { path: PathBuf },
    /// The file was changed by something else, or is gone.
    ChangedOutside { path: PathBuf, message: Message, is_gone: bool },
    /// Copies of the record lie beside its file and hold something else.
    OtherCopies { message: Message, copies: Vec<PathBuf> },
    /// A save does not come to its end. Whether what is on the screen is kept among the program's own data.
    Hangs { path: PathBuf, leaving: Option<Leaving>, is_kept: bool },
    /// Something went wrong.
    Problem(Message),
    /// Something worth knowing that is no problem.
    Note(Message),
    /// A path is to be typed.
    Path { purpose: Purpose, note: &'static str, typed: String },
    /// Why a request is sent back is to be said.
    Return { comment: String },
    /// A package would hold results on which nobody decided.
    Undecided { kind: PackageKind, results: Vec<String> },
    /// A package other than a request was opened while a record is open: to take it in there, or to look at it.
    Package { package: Box<Package>, path: PathBuf, told: Told },
    /// A request was opened: to assess it, or to look at it.
    Request { package: Box<Package>, path: PathBuf, attached: usize, damaged: Option<Message> },
    /// What the program is.
    About,
}

/// What is told of a package before it is opened.
#[derive(Debug, Default)]
pub(in crate::window) struct Told {
    /// What it is, whose, and how it stands to the record that is open.
    pub lines: Vec<String>,
    /// What is amiss with it.
    pub damaged: Option<Message>,
    /// Whether the record that is open can take it in.
    pub can_be_received: bool,
}

/// What was chosen in a dialog.
#[derive(Clone, Debug)]
pub(in crate::window) enum Choice {
    /// The dialog closes and nothing else happens.
    Close,
    SaveThenLeave(Leaving),
    LeaveUnsaved(Leaving),
    /// The save goes on or not; what is on the screen is kept to be restored, if it can be.
    LeaveHanging(Leaving, bool),
    SaveAsThenLeave(Leaving),
    Restore(usize),
    /// Asks whether this one is to be discarded, or asks no longer.
    AskDiscard(Option<usize>),
    Discard(usize),
    OpenReadOnly(PathBuf),
    OpenCopy(PathBuf),
    Replace(PathBuf),
    /// Lays what this file holds beside the record.
    Compare(PathBuf),
    SaveAs,
    PathTyped(Purpose, PathBuf),
    Return(String),
    /// Makes the package although nobody decided on its results.
    PackUndecided(PackageKind),
    /// Begins an assessment of the request.
    BeginAssessment,
    /// Opens the provider's record in the request.
    LookAtRequest,
    /// Takes what an agency sent into the record that is open (受領).
    Receive,
    /// Opens the record in the package to be looked at.
    LookAt,
}

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
        Dialog::About => words::about_title(lang),
    }
}
