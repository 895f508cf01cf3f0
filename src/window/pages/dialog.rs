//! Dialogs of the window itself: questions before something is lost, messages, paths to type.

use std::path::PathBuf;
use std::sync::LazyLock;

use egui::{Context, Frame, Id, Modal, TextStyle, TextWrapMode, Ui};

use crate::file::Orphan;
use crate::package::{Package, PackageKind};
use crate::text::{Lang, Message, comparison, signature, window as words};
use crate::third_party::LICENCES;
use crate::window::dialogs::Purpose;
use crate::window::panels::case_name;
use crate::window::stack::{Asked, Page};
use crate::window::state::{App, Leaving};
use crate::window::theme::{TextKind, palette_of};
use crate::window::widgets::{
    FocusGuide, Tone, button_width, ja_label, message_box, path_input, primary_button, prose_input, secondary_button,
};

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
    AskDiscard(usize),
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

/// The height of the list of licences, in points.
const LICENCES_HEIGHT: f32 = 260.0;

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

    /// Shows a dialog again that was answered in part.
    pub(in crate::window) fn show_dialog_on(&mut self, dialog: Dialog) {
        self.pages.open(DialogPage { dialog, passes_new: 0 });
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

fn contents(ui: &mut Ui, dialog: &mut Dialog, is_new: bool, lang: Lang) -> Option<Choice> {
    match dialog {
        Dialog::Unsaved(leaving) => {
            ja_label(ui, words::close_body(lang), TextKind::Body);
            let choices = [
                (words::close_save(lang), Choice::SaveThenLeave(leaving.clone())),
                (words::close_discard(lang), Choice::LeaveUnsaved(leaving.clone())),
                (words::close_back(lang), Choice::Close),
            ];
            buttons(ui, is_new, choices)
        }
        Dialog::Recovery { orphans, when, to_discard } => recovery(ui, orphans, when, *to_discard, is_new, lang),
        Dialog::Locked { path, message } => {
            message_box(ui, Tone::Warning, message);
            ja_label(ui, words::locked_explain(lang), TextKind::Body);
            let choices = [
                (words::locked_read_only(lang), Choice::OpenReadOnly(path.clone())),
                (words::locked_copy(lang), Choice::OpenCopy(path.clone())),
                (words::cancel(lang), Choice::Close),
            ];
            buttons(ui, is_new, choices)
        }
        Dialog::Exists { path } => {
            ja_label(ui, &crate::text::shown_path(&path), TextKind::Body);
            ja_label(ui, words::overwrite_body(lang), TextKind::Body);
            let choices = [(words::cancel(lang), Choice::Close), (words::overwrite_replace(lang), Choice::Replace(path.clone()))];
            buttons(ui, is_new, choices)
        }
        Dialog::ChangedOutside { path, message, is_gone: true } => {
            message_box(ui, Tone::Warning, message);
            let choices = [
                (words::outside_change_save_as(lang), Choice::SaveAs),
                (words::outside_gone_save_again(lang), Choice::Replace(path.clone())),
                (words::cancel(lang), Choice::Close),
            ];
            buttons(ui, is_new, choices)
        }
        Dialog::ChangedOutside { path, message, is_gone: false } => {
            message_box(ui, Tone::Warning, message);
            ja_label(ui, words::overwrite_body(lang), TextKind::Body);
            let choices = [
                (words::outside_change_compare(lang), Choice::Compare(path.clone())),
                (words::outside_change_save_as(lang), Choice::SaveAs),
                (words::outside_change_overwrite(lang), Choice::Replace(path.clone())),
                (words::cancel(lang), Choice::Close),
            ];
            buttons(ui, is_new, choices)
        }
        Dialog::OtherCopies { message, copies } => other_copies(ui, message, copies, is_new, lang),
        Dialog::Hangs { path, leaving, is_kept } => {
            message_box(ui, Tone::Warning, &words::hangs(path, *is_kept, lang));
            match leaving {
                None => {
                    let choices =
                        [(words::hangs_wait(lang), Choice::Close), (words::outside_change_save_as(lang), Choice::SaveAs)];
                    buttons(ui, is_new, choices)
                }
                Some(leaving) => {
                    ja_label(ui, if *is_kept { words::hangs_leaving(lang) } else { words::hangs_losing(lang) }, TextKind::Body);
                    let leave = if *is_kept { words::hangs_leave(lang) } else { words::hangs_lose(lang) };
                    let choices = [
                        (words::hangs_wait(lang), Choice::Close),
                        (words::outside_change_save_as(lang), Choice::SaveAsThenLeave(leaving.clone())),
                        (leave, Choice::LeaveHanging(leaving.clone(), *is_kept)),
                    ];
                    buttons(ui, is_new, choices)
                }
            }
        }
        Dialog::Problem(message) => {
            message_box(ui, Tone::Error, message);
            buttons(ui, is_new, [(words::close(lang), Choice::Close)])
        }
        Dialog::Note(message) => {
            message_box(ui, Tone::Neutral, message);
            buttons(ui, is_new, [(words::close(lang), Choice::Close)])
        }
        Dialog::Path { purpose, note, typed } => path_entry(ui, *purpose, note, typed, is_new, lang),
        Dialog::Return { comment } => return_entry(ui, comment, is_new, lang),
        Dialog::Undecided { kind, results } => {
            results.iter().for_each(|result| {
                ja_label(ui, result, TextKind::Strong);
            });
            ja_label(ui, words::undecided_body(lang), TextKind::Body);
            let choices = [(words::cancel(lang), Choice::Close), (words::undecided_pack(lang), Choice::PackUndecided(*kind))];
            buttons(ui, is_new, choices)
        }
        Dialog::Package { told, .. } => package_opened(ui, told, is_new, lang),
        Dialog::Request { package, attached, damaged, .. } => request(ui, package, *attached, damaged.as_ref(), is_new, lang),
        Dialog::About => {
            ja_label(ui, words::app_subtitle(lang), TextKind::Strong);
            ja_label(ui, &words::version(env!("CARGO_PKG_VERSION"), lang), TextKind::Body);
            ja_label(ui, words::about_body(lang), TextKind::Body);
            ja_label(ui, words::not_official(lang), TextKind::Strong);
            ja_label(ui, words::about_licence(lang), TextKind::Small);
            ja_label(ui, words::about_fonts(lang), TextKind::Small);
            licences(ui, lang);
            buttons(ui, is_new, [(words::close(lang), Choice::Close)])
        }
    }
}

/// The licences of others, folded away until they are asked for. Thousands of lines, of which those in view are laid out.
fn licences(ui: &mut Ui, lang: Lang) {
    static LINES: LazyLock<Vec<&str>> = LazyLock::new(|| LICENCES.lines().collect());
    egui::CollapsingHeader::new(words::about_others(lang)).id_salt("licences").show_unindented(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let height = ui.text_style_height(&TextStyle::Small);
        egui::ScrollArea::both().id_salt("licences").max_height(LICENCES_HEIGHT).auto_shrink(false).show_rows(
            ui,
            height,
            LINES.len(),
            |ui, shown| {
                for line in LINES.get(shown).unwrap_or_default() {
                    ui.add(egui::Label::new(egui::RichText::new(*line).small()).wrap_mode(TextWrapMode::Extend));
                }
            },
        );
    });
}

/// A row of buttons, the first filled and in focus.
fn buttons<const N: usize>(ui: &mut Ui, is_new: bool, choices: [(&'static str, Choice); N]) -> Option<Choice> {
    let mut chosen = None;
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        for (index, (text, choice)) in choices.into_iter().enumerate() {
            // Left to itself a button at the end of a row would break its text to pieces.
            if index > 0 && button_width(ui, text) > ui.available_size_before_wrap().x {
                ui.end_row();
            }
            let response = if index == 0 { primary_button(ui, text) } else { secondary_button(ui, text) };
            if index == 0 && is_new {
                // Asked for directly it would be lost: the first pass over a dialog only measures it.
                ui.ctx().with_plugin::<FocusGuide, _>(|guide| guide.want(response.id));
            }
            if response.clicked() {
                chosen = Some(choice);
            }
        }
    });
    chosen
}

fn other_copies(ui: &mut Ui, message: &Message, copies: &[PathBuf], is_new: bool, lang: Lang) -> Option<Choice> {
    message_box(ui, Tone::Warning, message);
    let mut chosen = None;
    for copy in copies {
        let name = crate::text::shown_path(copy.file_name().unwrap_or_default());
        ja_label(ui, &name, TextKind::Strong);
        let compare = secondary_button(ui, words::outside_change_compare(lang));
        if compare.accessible_name(words::compare_with_copy(&name, lang)).clicked() {
            chosen = Some(Choice::Compare(copy.clone()));
        }
    }
    chosen.or_else(|| buttons(ui, is_new, [(words::close(lang), Choice::Close)]))
}

fn recovery(
    ui: &mut Ui,
    orphans: &[Orphan],
    when: &[String],
    to_discard: Option<usize>,
    is_new: bool,
    lang: Lang,
) -> Option<Choice> {
    let mut chosen = None;
    ja_label(ui, words::recovery_body(lang), TextKind::Body);
    for (index, (orphan, when)) in orphans.iter().zip(when).enumerate() {
        ui.separator();
        match &orphan.content {
            Ok(snapshot) => {
                let name = case_name(&snapshot.record, snapshot.meta.original.as_ref());
                ja_label(ui, &words::recovery_entry(&name, when, lang), TextKind::Strong);
                if let Some(original) = &snapshot.meta.original {
                    ja_label(ui, &crate::text::shown_path(&original), TextKind::Small);
                }
            }
            Err(error) => {
                message_box(ui, Tone::Warning, &error.message(lang));
            }
        }
        ui.horizontal_wrapped(|ui| {
            if orphan.content.is_ok() && secondary_button(ui, words::recovery_restore(lang)).clicked() {
                chosen = Some(Choice::Restore(index));
            }
            let sure = to_discard == Some(index);
            let text = if sure { words::recovery_discard_sure(lang) } else { words::recovery_discard(lang) };
            if secondary_button(ui, text).clicked() {
                chosen = Some(if sure { Choice::Discard(index) } else { Choice::AskDiscard(index) });
            }
        });
    }
    chosen.or_else(|| buttons(ui, is_new, [(words::recovery_keep(lang), Choice::Close)]))
}

fn path_entry(ui: &mut Ui, purpose: Purpose, note: &str, typed: &mut String, is_new: bool, lang: Lang) -> Option<Choice> {
    if !note.is_empty() {
        ja_label(ui, note, TextKind::Body);
    }
    let id = Id::unique("typed path");
    let (hint, done) = match purpose {
        Purpose::Open | Purpose::Receive | Purpose::OwnRecord => (words::path_hint_file(lang), words::open_this(lang)),
        Purpose::Compare => (words::path_hint_file(lang), comparison::compare_this(lang)),
        Purpose::Import => (words::import_path_hint(lang), words::import_use_file(lang)),
        Purpose::SaveAs => (words::path_hint_file(lang), words::save_here(lang)),
        Purpose::Attach => (words::path_hint_attachment(lang), words::attach_this(lang)),
        Purpose::SavePackage(_) => (words::path_hint_package(lang), words::save_here(lang)),
        Purpose::Catalogue => (words::catalogue_path_hint(lang), words::catalogue_use_file(lang)),
        Purpose::SaveCatalogue => (words::catalogue_path_hint(lang), words::save_here(lang)),
        Purpose::ExportFolder | Purpose::PrecedentFolder | Purpose::AttachmentFolder => {
            (words::path_hint_folder(lang), words::use_this_folder(lang))
        }
        Purpose::ForSignature(_) => ("", signature::use_this_file(lang)),
    };
    let field = path_input(ui, id, words::path(lang), "", typed);
    ja_label(ui, hint, TextKind::Small);
    if is_new {
        ui.ctx().with_plugin::<FocusGuide, _>(|guide| guide.want(id));
    }
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    // Paths are often pasted with the quotes that file managers put around them.
    let path = typed.trim().trim_matches('"');
    let chosen =
        buttons(ui, false, [(done, Choice::PathTyped(purpose, PathBuf::from(path))), (words::cancel(lang), Choice::Close)]);
    let chosen = chosen.or_else(|| entered.then(|| Choice::PathTyped(purpose, PathBuf::from(path))));
    chosen.filter(|choice| !matches!(choice, Choice::PathTyped(_, path) if path.as_os_str().is_empty()))
}

/// Whose request it is, and what to do with it.
fn request(
    ui: &mut Ui,
    package: &Package,
    attached: usize,
    damaged: Option<&Message>,
    is_new: bool,
    lang: Lang,
) -> Option<Choice> {
    let service = &package.record.service;
    ja_label(ui, &words::request_of(service.provider.as_str(), service.name.as_str(), lang), TextKind::Strong);
    if let Some(message) = damaged {
        message_box(ui, Tone::Warning, message);
    }
    if attached > 0 {
        ja_label(ui, &words::request_attachments(attached, lang), TextKind::Small);
    }
    ja_label(ui, words::request_opened_begin_lead(lang), TextKind::Body);
    ja_label(ui, words::request_opened_look_lead(lang), TextKind::Body);
    let choices = [
        (words::request_opened_begin(lang), Choice::BeginAssessment),
        (words::request_opened_look(lang), Choice::LookAtRequest),
        (words::cancel(lang), Choice::Close),
    ];
    buttons(ui, is_new, choices)
}

/// What the package is, and what to do with it. The record that is open stays unless it is to be looked at.
fn package_opened(ui: &mut Ui, told: &Told, is_new: bool, lang: Lang) -> Option<Choice> {
    told.lines.iter().for_each(|line| {
        ja_label(ui, line, TextKind::Strong);
    });
    if let Some(message) = &told.damaged {
        message_box(ui, Tone::Warning, message);
    }
    let look = (words::package_look(lang), Choice::LookAt);
    let cancel = (words::cancel(lang), Choice::Close);
    if told.can_be_received {
        ja_label(ui, words::package_receive_lead(lang), TextKind::Body);
        ja_label(ui, words::package_look_lead(lang), TextKind::Body);
        buttons(ui, is_new, [(words::package_receive(lang), Choice::Receive), look, cancel])
    } else {
        ja_label(ui, words::package_look_lead(lang), TextKind::Body);
        buttons(ui, is_new, [look, cancel])
    }
}

/// What is to be said to a provider whose request is sent back.
fn return_entry(ui: &mut Ui, comment: &mut String, is_new: bool, lang: Lang) -> Option<Choice> {
    ja_label(ui, words::return_lead(lang), TextKind::Body);
    let id = Id::unique("return comment");
    prose_input(ui, id, words::return_comment(lang), "", comment, 4, lang);
    if is_new {
        ui.ctx().with_plugin::<FocusGuide, _>(|guide| guide.want(id));
    }
    let choices = [(words::return_on(lang), Choice::Return(comment.clone())), (words::cancel(lang), Choice::Close)];
    buttons(ui, false, choices).filter(|choice| !matches!(choice, Choice::Return(said) if said.trim().is_empty()))
}
