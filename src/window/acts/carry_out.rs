//! The one place where edits and commands take effect.

use super::catalogue::may_be_catalogue;
use super::go::Direction;
use super::open::Opening;
use super::package::is_workbook;
use super::taken_back::takes_an_answer_back;
use crate::catalogue::StepId;
use crate::file::Look;
use crate::record::{Edit, Role};
use crate::text::{self, Lang, window as words};
use crate::window::Request;
use crate::window::dialogs::Purpose;
use crate::window::pages::Dialog;
use crate::window::state::App;
use crate::window::state::Leaving;
use crate::window::theme;
use crate::window::widgets::FocusGuide;
use crate::window::{Command, MenuCommand};

/// The zooms that the keys step through, in percent.
const ZOOMS: [u16; 11] = [50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250];

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

    pub(in crate::window) fn edit(&mut self, edit: Edit) {
        let lang = self.lang();
        if !self.may_change() {
            return;
        }
        let Some(edit) = self.try_out(edit) else { return };
        let Some(open) = &mut self.open else { return };
        self.news.clear();
        let undo = MenuCommand::Undo.shown_keys(&self.ctx).unwrap_or_default();
        let is_taken_back = takes_an_answer_back(&edit);
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
        if self.is_touring() && writes(&command) {
            return self.tell(words::tour_writes_nothing(self.lang()));
        }
        match command {
            // On 受領 a workbook is the answer of an agency without the program.
            Command::OpenPath(path) if self.is_receiving() && is_workbook(&path) => self.receive(path),
            // Where a record is open, a workbook is a sheet of it, whether it was dropped, typed or picked.
            Command::OpenPath(path) if self.open.is_some() && is_workbook(&path) => self.import_sheet(path),
            // Nothing takes the place of the record that is open before it is known what it is.
            Command::OpenPath(path) if self.open.is_some() && is_zip(&path) => self.look_into(path),
            Command::OpenPath(path) if may_be_catalogue(&path) => self.sort_out(path),
            Command::Continue(path) if self.open.is_none() => self.read_file(path, Opening::Continue),
            Command::Continue(path) => self.leave(Leaving::For(Command::OpenPath(path))),
            Command::EndTour => self.end_tour(),
            Command::OpenOutside(path) => self.open_outside(path),
            Command::Print(what) => self.ask_print(what),
            Command::ReadRecord => self.go_to(StepId::Review),
            Command::ShowApprover => self.show_approver(),
            Command::New(_) | Command::OpenPath(_) | Command::OpenExample(_) | Command::Tour => self.leave(Leaving::For(command)),
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
            Command::Export(order) => self.export(order, None),
            Command::ExportWith(order, kind) => self.export(order, Some(kind)),
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
            Command::ForgetLost(digest) => self.forget_lost(&digest),
            Command::WantReceived(index, wanted) => self.want_received(index, wanted),
            Command::AddPrecedentFolder => self.ask(Purpose::PrecedentFolder),
            Command::RemovePrecedentFolder(index) => self.remove_precedent_folder(index),
            Command::ReadPrecedents => self.look_for_precedents(),
            Command::AskApproval(to) => self.ask_approval(to),
            Command::Sign(order) => self.sign(order),
            Command::CheckSignature(order) => self.check_signature(order),
            Command::ChooseForSignature(part) => self.ask(Purpose::ForSignature(part)),
            Command::GoTo(step) => self.go_to(step),
            Command::BeginTrial => self.begin_trial(),
            Command::AdoptTrial => self.adopt_trial(),
            Command::DiscardTrial => self.discard_trial(),
            Command::TakeWay(way) => self.take_way(way),
            Command::TakeOtherWay => self.take_other_way(),
            Command::NextQuestion => self.go_inside(Direction::Next),
            Command::PreviousQuestion => self.go_inside(Direction::Previous),
            Command::NextStep => self.go(Direction::Next),
            Command::PreviousStep => self.go(Direction::Previous),
            Command::JumpTo(field) => self.jump_to(field),
            Command::GoBack => self.go_back(),
            Command::ShowExplanation => self.go_to(StepId::Review),
            Command::ShowHistory => self.show_history(),
            Command::ShowCatalogue => self.show_catalogue(),
            Command::LoadCataloguePath(path) => self.read_catalogue(path),
            Command::ShowRules => self.show_rules(),
            Command::CompareRecord => self.ask_what_to_compare(),
            Command::Search => self.show_search(),
            Command::Help => self.help(),
            Command::ToggleGuidance => self.toggle_guidance(),
            Command::ShowKeys => self.show_keys(),
            Command::TogglePreview => self.toggle_preview(),
            Command::ZoomIn => self.zoom(|zoom| ZOOMS.into_iter().find(|step| *step > zoom)),
            Command::ZoomOut => self.zoom(|zoom| ZOOMS.into_iter().rev().find(|step| *step < zoom)),
            Command::ZoomReset => self.zoom(|_| Some(100)),
            Command::SetLang(lang) => self.set_lang(lang),
            Command::SetLook(look) => self.set_look(look),
            Command::CopyText(copied) => {
                self.ctx.copy_text(copied);
                words::copied(self.lang()).clone_into(&mut self.news);
            }
            Command::ShowTraces => self.show_traces(),
            Command::ShowDiagnostics => self.show_diagnostics(),
            Command::AskEligibility => self.ask_eligibility(),
            Command::About => self.show_dialog(Dialog::About),
        }
    }

    fn undo(&mut self) {
        let lang = self.lang();
        let was_tried = self.undo_trial();
        let Some(open) = &mut self.open else { return };
        if !was_tried {
            open.draft.undo();
        }
        words::undone(lang).clone_into(&mut self.news);
    }

    fn redo(&mut self) {
        let lang = self.lang();
        let Some(open) = &mut self.open else { return };
        open.draft.redo();
        words::redone(lang).clone_into(&mut self.news);
    }

    fn zoom(&mut self, step: impl FnOnce(u16) -> Option<u16>) {
        let Some(percent) = step(self.settings.zoom_percent) else { return };
        self.settings.zoom_percent = percent;
        self.ctx.set_zoom_factor(f32::from(percent) / 100.0);
        self.save_settings();
    }

    fn set_look(&mut self, look: Look) {
        self.settings.look = look;
        theme::apply(&self.ctx, look);
        self.save_settings();
    }

    fn set_lang(&mut self, lang: Lang) {
        self.settings.lang = lang;
        self.refresh_start_page();
        self.save_settings();
    }
}

fn is_zip(path: &std::path::Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("zip"))
}

/// Whether a command writes a file, or makes one that is to leave the house.
const fn writes(command: &Command) -> bool {
    matches!(
        command,
        Command::Save
            | Command::SaveAs
            | Command::Export(_)
            | Command::ExportWith(..)
            | Command::MakePackage(_)
            | Command::Sign(_)
            | Command::SaveAttachments(..)
    )
}
