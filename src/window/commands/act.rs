//! The one place where edits and commands take effect.

use std::path::PathBuf;

use egui::ViewportCommand;

use super::command::Command;
use super::table::MenuCommand;
use super::taken_back::takes_an_answer_back;
use crate::catalogue::{Catalogue, StepId};
use crate::judgement::step_of;
use crate::package::{self, PackageKind};
use crate::portfolio::{OpenError, Rules};
use crate::record::{Edit, Field, Line, Record, Role};
use crate::text::{self, Lang, window as words};
use crate::window::app::App;
use crate::window::catalogue::may_be_catalogue;
use crate::window::dialogs::{Purpose, Question};
use crate::window::jobs::JobKind;
use crate::window::modals::{Choice, Dialog, Leaving};
use crate::window::open_record::OpenRecord;
use crate::window::package::is_workbook;
use crate::window::panels::{self, HistoryAct, HistoryPage, Search};
use crate::window::widgets::{FocusGuide, field_id, page_heading_id};
use crate::window::{Request, Topic};

/// The zooms that the keys step through, in percent.
const ZOOMS: [u16; 11] = [50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250];
/// For how many frames a step is told which field to bring on the screen.
const TARGET_FRAMES: u8 = 6;

enum Direction {
    Next,
    Previous,
}

impl App {
    /// Carries out what was asked for.
    pub fn carry_out(&mut self, request: Request) {
        match request {
            Request::Edit(edit) => self.edit(edit),
            Request::Command(command) => self.command(command),
        }
        self.ctx.request_repaint();
    }

    /// Whether the record that is open may be changed. One that is only looked at may not, which is said.
    pub(in crate::window) fn may_change(&mut self) -> bool {
        let may = self.open.as_ref().is_none_or(|open| open.outside.looked_at.is_none());
        if !may {
            self.tell(words::only_looked_at(self.lang()));
        }
        may
    }

    /// Whether a provider's record is open at the step in which results are taken in.
    fn is_receiving(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.step == StepId::Received && open.draft.record().role == Role::Csp)
    }

    fn edit(&mut self, edit: Edit) {
        let lang = self.lang();
        if !self.may_change() {
            return;
        }
        let Some(open) = &mut self.open else { return };
        self.news.clear();
        let is_taken_back = takes_an_answer_back(&edit);
        let undo = MenuCommand::Undo.shown_keys(&self.ctx).unwrap_or_default();
        match open.draft.apply(edit) {
            Ok(()) if is_taken_back => self.news = words::taken_back(&undo, lang),
            Ok(()) => {}
            Err(error) => self.tell(text::edit_error(&error, lang)),
        }
    }

    /// Takes back the choice that had the focus last, and gives it the focus again.
    fn take_choice_back(&mut self) {
        let is_there = self.ctx.with_plugin::<FocusGuide, _>(FocusGuide::take_choice_back);
        if is_there != Some(true) {
            words::nothing_to_take_back(self.lang()).clone_into(&mut self.news);
        }
    }

    fn command(&mut self, command: Command) {
        self.news.clear();
        match command {
            // On 受領 a workbook is the answer of an agency without the program.
            Command::OpenPath(path) if self.is_receiving() && is_workbook(&path) => self.receive(path),
            // Where a record is open, a workbook is a sheet of it, whether it was dropped, typed or picked.
            Command::OpenPath(path) if self.open.is_some() && is_workbook(&path) => self.import_sheet(path),
            // Nothing takes the place of the record that is open before it is known what it is.
            Command::OpenPath(path) if self.open.is_some() && is_zip(&path) => self.look_into(path),
            Command::OpenPath(path) if may_be_catalogue(&path) => self.sort_out(path),
            Command::New(_) | Command::OpenPath(_) | Command::OpenExample(_) => self.leave(Leaving::For(command)),
            Command::OpenCovered => self.open_covered(),
            Command::Open => self.ask(Purpose::Open),
            Command::OpenByPath => self.ask_for_path(Purpose::Open, ""),
            Command::CloseRecord => self.leave(Leaving::ToStart),
            Command::Quit => self.leave(Leaving::Quit),
            Command::Save => self.save(),
            Command::SaveAs => self.ask(Purpose::SaveAs),
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::TakeChoiceBack => self.take_choice_back(),
            Command::GoToOutput => self.go_to(StepId::Output),
            Command::ChooseExportFolder => self.ask(Purpose::ExportFolder),
            Command::SetExportFolder(folder) => self.picked(Purpose::ExportFolder, folder),
            Command::Export(order) => self.export(order),
            Command::StopExport => self.stop_export(),
            Command::MakePackage(kind) => self.ask_for_package(kind),
            Command::GoToPackage(kind) => self.go_to_package(kind),
            Command::AddAttachment => self.ask(Purpose::Attach),
            Command::AddAttachmentPath(path) => self.attach(path),
            Command::SaveAttachments(from, which) => self.ask_where_to_save(from, which),
            Command::RemoveAttachment(index) => self.remove_attachment(index),
            Command::AddReceived => self.ask(Purpose::Receive),
            Command::ReceiveLookedAt => self.ask(Purpose::OwnRecord),
            Command::AddReceivedPath(path) => self.picked(Purpose::Receive, path),
            Command::ImportSheet if self.open.is_some() => self.ask(Purpose::Import),
            Command::ImportSheet => {}
            Command::ImportSheetPath(path) => self.import_sheet(path),
            Command::RemoveReceived(index) => self.remove_received(index),
            Command::WantReceived(index, wanted) => self.want_received(index, wanted),
            Command::AddPrecedentFolder => self.ask(Purpose::PrecedentFolder),
            Command::RemovePrecedentFolder(index) => self.remove_precedent_folder(index),
            Command::ReadPrecedents => self.look_for_precedents(),
            Command::AskApproval(to) => self.ask_approval(to),
            Command::Sign(order) => self.sign(order),
            Command::CheckSignature(order) => self.check_signature(order),
            Command::ChooseForSignature(part) => self.ask(Purpose::ForSignature(part)),
            Command::GoTo(step) => self.go_to(step),
            Command::NextStep => self.go(Direction::Next),
            Command::PreviousStep => self.go(Direction::Previous),
            Command::JumpTo(field) => self.jump_to(field),
            Command::ShowExplanation => self.go_to(StepId::Review),
            Command::ShowHistory => self.show_history(),
            Command::ShowCatalogue => self.show_catalogue(),
            Command::LoadCataloguePath(path) => self.read_catalogue(path),
            Command::ShowRules => self.show_rules(),
            Command::CompareRecord => self.ask_what_to_compare(),
            Command::Search => self.search = self.open.as_ref().map(|_| Search::default()),
            Command::ToggleGuidance => self.toggle_guidance(),
            Command::TogglePreview => self.toggle_preview(),
            Command::ZoomIn => self.zoom(|zoom| ZOOMS.into_iter().find(|step| *step > zoom)),
            Command::ZoomOut => self.zoom(|zoom| ZOOMS.into_iter().rev().find(|step| *step < zoom)),
            Command::ZoomReset => self.zoom(|_| Some(100)),
            Command::SetLang(lang) => self.set_lang(lang),
            Command::CopyText(copied) => {
                self.ctx.copy_text(copied);
                words::copied(self.lang()).clone_into(&mut self.news);
            }
            Command::About => self.show_dialog(Dialog::About),
        }
    }

    /// Carries out what was chosen in the dialog on the screen.
    pub(in crate::window) fn choose(&mut self, choice: Choice) {
        let dialog = self.dialog.take();
        match (choice, dialog) {
            (Choice::Close, dialog) => {
                if let Some(open) = &mut self.open {
                    open.after_save = None;
                }
                if let Some(Dialog::Approval(form)) = dialog {
                    self.leave_approval(&form);
                }
            }
            (Choice::RecordApproval, Some(Dialog::Approval(form))) => self.record_approval(form),
            (Choice::SaveThenLeave(leaving), _) => {
                if let Some(open) = &mut self.open {
                    open.after_save = Some(leaving);
                }
                self.save();
            }
            (Choice::LeaveUnsaved(leaving), _) => {
                self.let_go();
                self.now_leave(leaving);
            }
            (Choice::OpenReadOnly(path), _) => self.read_file(path, crate::window::save::Opening::ReadOnly),
            (Choice::OpenCopy(path), _) => self.read_file(path, crate::window::save::Opening::Copy),
            (Choice::Replace(path), _) => self.replace_file(path),
            (Choice::SaveAs, _) => self.ask(Purpose::SaveAs),
            (Choice::PathTyped(purpose, path), _) => self.path_typed(purpose, path),
            (Choice::Return(comment), _) => self.return_for(comment),
            (Choice::PackUndecided(kind), _) => self.pack_undecided(kind),
            (Choice::BeginAssessment, Some(Dialog::Request { package, .. })) => self.begin_assessment(&package),
            (Choice::LookAtRequest, Some(Dialog::Request { package, path, .. })) => self.show_package(*package, path),
            (Choice::Receive, Some(Dialog::Package { package, path, .. })) => self.receive_package(&package, path),
            (Choice::LookAt, Some(Dialog::Package { path, .. })) => self.leave(Leaving::LookAt(path)),
            (Choice::AskDiscard(index), Some(Dialog::Recovery { orphans, when, .. })) => {
                self.dialog = Some(Dialog::Recovery { orphans, when, to_discard: Some(index) });
            }
            (Choice::Discard(index), Some(Dialog::Recovery { orphans, when, .. })) => {
                self.discard_orphan(orphans, when, index);
            }
            (Choice::Restore(index), Some(Dialog::Recovery { orphans, .. })) => self.restore(orphans, index),
            (Choice::TakeIn, Some(Dialog::Import(review))) => self.take_in(&review),
            (
                Choice::AskDiscard(_)
                | Choice::Discard(_)
                | Choice::Restore(_)
                | Choice::TakeIn
                | Choice::RecordApproval
                | Choice::BeginAssessment
                | Choice::LookAtRequest
                | Choice::Receive
                | Choice::LookAt,
                _,
            ) => {}
        }
        self.ctx.request_repaint();
    }

    /// Leaves the record, asking first if there are unsaved changes.
    pub(in crate::window) fn leave(&mut self, leaving: Leaving) {
        if self.open.as_ref().is_some_and(|open| open.draft.is_changed()) {
            self.show_dialog(Dialog::Unsaved(leaving));
        } else {
            self.now_leave(leaving);
        }
    }

    pub(in crate::window) fn now_leave(&mut self, leaving: Leaving) {
        match leaving {
            Leaving::ToStart => {
                self.close();
                self.refresh_start_page();
            }
            Leaving::Quit => {
                self.close();
                self.may_close = true;
                self.ctx.send_viewport_cmd(ViewportCommand::Close);
            }
            Leaving::For(Command::New(role)) => self.new_record(role),
            Leaving::For(Command::OpenExample(index)) => self.open_example(index),
            Leaving::For(Command::OpenPath(path)) => self.read_file(path, crate::window::save::Opening::Normal),
            Leaving::LookAt(path) => self.read_file(path, crate::window::save::Opening::LookAt),
            Leaving::ForContent(record) => self.show_content(*record),
            Leaving::For(other) => log::error!("{other:?} replaces no record"),
        }
    }

    fn close(&mut self) {
        self.preview.forget();
        if let Some(open) = self.open.take() {
            self.discard_snapshot(&open.draft.record().id);
        }
    }

    /// Shows another record.
    pub(in crate::window) fn show_record(&mut self, open: OpenRecord) {
        self.close();
        self.search = None;
        self.history = None;
        self.catalogue_page = None;
        self.comparison = None;
        self.rules_page = None;
        self.open = Some(open);
        self.focus_heading();
    }

    fn new_record(&mut self, role: Role) {
        let catalogue = std::sync::Arc::clone(self.env.shelf.in_use());
        let Some(profile) = catalogue.profiles.first() else { return };
        let record = Record::new(self.env.ids.record_id(), role, self.today, profile.id.clone(), catalogue.pin());
        self.show_record(OpenRecord::fresh(record, Rules::of(catalogue), self.today));
    }

    fn undo(&mut self) {
        let lang = self.lang();
        let Some(open) = &mut self.open else { return };
        open.draft.undo();
        words::undone(lang).clone_into(&mut self.news);
    }

    fn redo(&mut self) {
        let lang = self.lang();
        let Some(open) = &mut self.open else { return };
        open.draft.redo();
        words::redone(lang).clone_into(&mut self.news);
    }

    fn go(&mut self, direction: Direction) {
        let Some(open) = &mut self.open else { return };
        open.refresh_progress();
        let step = match direction {
            Direction::Next => open.place().next(),
            Direction::Previous => open.place().previous(),
        };
        if let Some(step) = step {
            self.go_to(step);
        }
    }

    pub(in crate::window) fn go_to(&mut self, step: StepId) {
        let Some(open) = &mut self.open else { return };
        open.refresh_progress();
        if open.place().steps.iter().any(|(other, _)| *other == step) {
            open.step = step;
            self.preview_shown.instead_of_step = false;
            open.guidance = Topic::Step(step);
            self.focus_heading();
        }
    }

    /// Goes to where a package of this kind is made, and to the button that makes it.
    fn go_to_package(&mut self, kind: PackageKind) {
        self.go_to(match kind {
            PackageKind::Request => StepId::Request,
            PackageKind::Application => StepId::Application,
            PackageKind::Result | PackageKind::Returned => StepId::Output,
        });
        if let Some(open) = &mut self.open {
            open.page.to_package = Some(kind);
        }
    }

    pub(in crate::window) fn focus_heading(&self) {
        self.ctx.with_plugin::<FocusGuide, _>(|guide| guide.want(page_heading_id()));
        self.ctx.request_repaint();
    }

    fn jump_to(&mut self, field: Field) {
        let Some(open) = &self.open else { return };
        let step = match step_of(&field, open.draft.catalogue()) {
            // An agency has no step of the request: it reads it with the service.
            StepId::Request if open.draft.record().role == Role::Agency => StepId::Service,
            step => step,
        };
        self.go_to(step);
        let Some(open) = &mut self.open else { return };
        open.guidance = match &field {
            Field::Gate(question) | Field::Answer(_, question) => Topic::Question(question.clone()),
            other => Topic::Field(other.clone()),
        };
        self.ctx.with_plugin::<FocusGuide, _>(|guide| guide.want_shown(field_id(&field)));
        open.target = Some((field, TARGET_FRAMES));
    }

    fn show_history(&mut self) {
        let Some(open) = &self.open else { return };
        let saved = open.draft.saved_or_present();
        self.history = Some(HistoryPage::new(saved, open.draft.record(), self.settings.author.as_str()));
    }

    /// Carries out what the history asks for.
    pub(in crate::window) fn act_on_history(&mut self, act: HistoryAct) {
        match act {
            HistoryAct::Close { author } => {
                self.history = None;
                let author = Line::from_typed(author.trim()).0;
                if author != self.settings.author {
                    self.settings.author = author;
                    self.save_settings();
                }
            }
            HistoryAct::Restore(content) => self.restore_content(content),
        }
        self.ctx.request_repaint();
    }

    /// Puts an earlier content in place of the present one, if the catalogue in use knows all that it names.
    fn restore_content(&mut self, content: Box<Record>) {
        let lang = self.lang();
        let Rules { catalogue, .. } = self.rules(&content);
        let Some(open) = &mut self.open else { return };
        let unknown = catalogue.dangling_ids(&content);
        if !unknown.is_empty() {
            let in_use = Box::new(catalogue.pin());
            let path = open.outside.path.clone().unwrap_or_default();
            let error = OpenError::DanglingIds { path, ids: unknown, made_with: Box::new(content.catalogue), in_use };
            return self.tell(error.message(lang));
        }
        open.draft.learn(catalogue);
        self.edit(Edit::Restore(content));
        if let Some(page) = &mut self.history {
            page.tell(text::history::restored(lang).to_owned());
        }
    }

    fn zoom(&mut self, step: impl FnOnce(u16) -> Option<u16>) {
        let Some(percent) = step(self.settings.zoom_percent) else { return };
        self.settings.zoom_percent = percent;
        self.ctx.set_zoom_factor(f32::from(percent) / 100.0);
        self.save_settings();
    }

    fn set_lang(&mut self, lang: Lang) {
        self.settings.lang = lang;
        self.refresh_start_page();
        self.save_settings();
    }

    /// Asks for a file or folder by the system's dialog; if one is open already, by a path to type.
    pub(in crate::window) fn ask(&mut self, purpose: Purpose) {
        let lang = self.lang();
        if self.jobs.is_running(JobKind::Dialog) {
            return self.ask_for_path(purpose, words::dialog_waiting(lang));
        }
        let asked_at = self.ctx.input(|input| input.time);
        let name = self.name_to_begin_with(purpose);
        let question = Question { purpose, folder: self.folder(), name, lang };
        let choosing = self.env.dialogs.ask(&question);
        self.jobs.begin(
            JobKind::Dialog,
            move |_| choosing(),
            move |app: &mut Self, answer| app.answered(purpose, asked_at, answer),
        );
    }

    /// Where the user's files are: where the last one was, else at home.
    fn folder(&self) -> Option<PathBuf> {
        self.settings.last_folder.clone().or_else(|| self.env.home.clone())
    }

    /// The name under which something is first saved; empty where nothing is saved.
    fn name_to_begin_with(&self, purpose: Purpose) -> String {
        match (&self.open, purpose) {
            (_, Purpose::SaveCatalogue) => {
                let version = Catalogue::shipped().map(|shipped| shipped.meta.version.clone()).unwrap_or_default();
                words::catalogue_file_name(&version, self.lang())
            }
            (Some(open), Purpose::SaveAs) => file_name(open),
            (Some(open), Purpose::SavePackage(kind)) => package::suggested_name(kind, open.draft.record(), self.lang()),
            _ => String::new(),
        }
    }

    /// Lets the user type a path.
    pub(in crate::window) fn ask_for_path(&mut self, purpose: Purpose, note: &'static str) {
        let folder = self.folder().unwrap_or_default();
        let name = self.name_to_begin_with(purpose);
        let typed = if name.is_empty() { folder } else { folder.join(name) };
        self.show_dialog(Dialog::Path { purpose, note, typed: typed.display().to_string() });
    }
}

fn is_zip(path: &std::path::Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("zip"))
}

/// The name under which a record is first saved: what the case is called, without characters that file systems refuse.
fn file_name(open: &OpenRecord) -> String {
    let name = panels::case_name(open.draft.record(), None);
    let clean: String = name.chars().map(|character| if r#"\/:*?"<>|"#.contains(character) { '_' } else { character }).collect();
    let clean = clean.trim().trim_matches('.');
    let clean = if clean.is_empty() { open.draft.record().id.short() } else { clean };
    format!("{}.liu.ron", clean.chars().take(60).collect::<String>())
}
