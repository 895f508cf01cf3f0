//! Asking for files and folders, and what becomes of the answer.

use std::path::PathBuf;

use crate::catalogue::Catalogue;
use crate::export::IfPresent;
use crate::file::{Expected, completed_name};
use crate::package;
use crate::text::{eligibility, window as words};
use crate::window::acts::catalogue;
use crate::window::acts::eligibility::completed_pdf_name;
use crate::window::dialogs::{Purpose, Question};
use crate::window::jobs::{Broken, JobKind};
use crate::window::pages::Dialog;
use crate::window::panels;
use crate::window::state::{App, OpenRecord};
use crate::window::{Command, ExportOrder, Request};

/// A dialog that answers with nothing so soon was never seen by anybody.
const NOBODY_IS_SO_QUICK_SECS: f64 = 0.3;

impl App {
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
        // Not where a save hangs: a dialog would hang there, too.
        let hangs = self.open.as_ref().and_then(|open| open.saves.iter().find(|save| save.hangs));
        let of_save = hangs.and_then(|save| save.path.parent());
        let last = self.settings.last_folder.clone().filter(|folder| Some(folder.as_path()) != of_save);
        last.or_else(|| self.env.home.clone())
    }

    /// The name under which something is first saved; empty where nothing is saved.
    fn name_to_begin_with(&self, purpose: Purpose) -> String {
        match (&self.open, purpose) {
            (_, Purpose::SaveCatalogue) => {
                let version = Catalogue::shipped().map(|shipped| shipped.meta.version.clone()).unwrap_or_default();
                words::catalogue_file_name(&version, self.lang())
            }
            (_, Purpose::SaveEligibility) => eligibility::file_name(self.lang()).to_owned(),
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

    /// A system dialog was answered, or could not be shown.
    pub(in crate::window) fn answered(&mut self, purpose: Purpose, asked_at: f64, answer: Result<Option<PathBuf>, Broken>) {
        let lang = self.lang();
        let is_too_quick = self.ctx.input(|input| input.time) - asked_at < NOBODY_IS_SO_QUICK_SECS;
        match answer {
            Ok(Some(path)) => self.picked(purpose, path),
            Ok(None) if is_too_quick && self.env.dialogs.may_be_missing() => {
                self.ask_for_path(purpose, words::no_dialog(lang));
            }
            Ok(None) => {
                words::dialog_nothing(lang).clone_into(&mut self.news);
                if let Some(open) = self.open.as_mut().filter(|_| purpose == Purpose::SaveAs) {
                    open.after_save = None;
                }
                if let Some(open) = self.open.as_mut().filter(|_| purpose == Purpose::ExportFolder) {
                    open.export_waits = None;
                }
            }
            Err(_) => self.ask_for_path(purpose, words::no_dialog(lang)),
        }
    }

    /// A file or folder was chosen in a system dialog.
    pub(in crate::window) fn picked(&mut self, purpose: Purpose, path: PathBuf) {
        match purpose {
            Purpose::Open => self.carry_out(Request::Command(Command::OpenPath(path))),
            Purpose::SaveAs => {
                let confirmed = self.env.dialogs.asks_before_replacing() && completed_name(&path) == path;
                self.start_save(path, if confirmed { Expected::Overwrite } else { Expected::New });
            }
            Purpose::ExportFolder => {
                self.settings.export_folder = Some(path.clone());
                self.save_settings();
                let Some(open) = &mut self.open else { return };
                open.outside.export_folder = Some(path.clone());
                if let Some((order, with)) = open.export_waits.take() {
                    self.export(ExportOrder { folder: path, ..order }, with);
                }
            }
            Purpose::Receive => self.receive(path),
            Purpose::OwnRecord => self.open_to_receive(path),
            Purpose::Attach => self.attach(path),
            Purpose::AttachmentFolder => self.save_attachments(path),
            Purpose::SavePackage(kind) => {
                let confirmed = self.env.dialogs.asks_before_replacing() && package::completed_name(&path) == path;
                self.make_package(kind, &path, if confirmed { IfPresent::Replace } else { IfPresent::Refuse });
            }
            Purpose::Import => self.import_sheet(path),
            Purpose::Catalogue => self.read_catalogue(path),
            Purpose::SaveCatalogue => {
                let confirmed = self.env.dialogs.asks_before_replacing() && catalogue::completed_name(&path) == path;
                self.write_catalogue(&path, if confirmed { IfPresent::Replace } else { IfPresent::Refuse });
            }
            Purpose::SaveEligibility => {
                let confirmed = self.env.dialogs.asks_before_replacing() && completed_pdf_name(&path) == path;
                self.write_eligibility(&path, if confirmed { IfPresent::Replace } else { IfPresent::Refuse });
            }
            Purpose::Compare => self.compare_with(path),
            Purpose::PrecedentFolder => self.add_precedent_folder(path),
            Purpose::ForSignature(part) => {
                if let Some(open) = &mut self.open {
                    open.outside.signature.chosen.insert(part, path);
                }
            }
        }
    }

    /// A path was typed: nobody was asked yet whether a file of that name may be replaced.
    pub(in crate::window) fn path_typed(&mut self, purpose: Purpose, path: PathBuf) {
        match purpose {
            Purpose::SaveAs => self.start_save(path, Expected::New),
            Purpose::SavePackage(kind) => self.make_package(kind, &path, IfPresent::Refuse),
            Purpose::SaveCatalogue => self.write_catalogue(&path, IfPresent::Refuse),
            Purpose::SaveEligibility => self.write_eligibility(&path, IfPresent::Refuse),
            Purpose::Open
            | Purpose::ExportFolder
            | Purpose::Receive
            | Purpose::OwnRecord
            | Purpose::Attach
            | Purpose::AttachmentFolder
            | Purpose::Import
            | Purpose::Compare
            | Purpose::PrecedentFolder
            | Purpose::Catalogue
            | Purpose::ForSignature(_) => self.picked(purpose, path),
        }
    }
}

/// The name under which a record is first saved: what the case is called, without characters that file systems refuse.
fn file_name(open: &OpenRecord) -> String {
    let name = panels::case_name(open.draft.record(), None);
    let clean: String = name.chars().map(|character| if r#"\/:*?"<>|"#.contains(character) { '_' } else { character }).collect();
    let clean = clean.trim().trim_matches('.');
    let clean = if clean.is_empty() { open.draft.record().id.short() } else { clean };
    format!("{}.liu.ron", clean.chars().take(60).collect::<String>())
}
