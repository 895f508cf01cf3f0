//! Opening, saving, restoring: the work itself is done beside the window, and its outcome is told here.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::app::App;
use super::catalogue;
use super::dialogs::Purpose;
use super::environment::time_in_japan;
use super::jobs::{Broken, Desk, JobKind};
use super::modals::Dialog;
use super::open_record::{Access, OpenRecord, Saving};
use super::{Command, Request, SavingAttachments, Topic};
use crate::catalogue::StepId;
use crate::draft::Draft;
use crate::export::IfPresent;
use crate::file::{self, Expected, FileError, Found, Orphan, RecordLock, Saved, Taking, completed_name};
use crate::package;
use crate::portfolio::{OpenError, OpenedFile as Content, Rules, open_despite_attachments};
use crate::record::{ApprovalState, ContentDigest, Moment, Record, RecordId, Role};
use crate::text::{Message, window as words};

/// How a file is to be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// To work on it.
    Normal,
    /// To read it, since somebody else works on it.
    ReadOnly,
    /// To look at the record in a package.
    LookAt,
    /// As a record without a file.
    Copy,
    /// To work on it, and first of all to take this package in under 受領.
    ToReceive(PathBuf),
}

/// A record that was saved, with its new revision, or not.
struct SavedFile {
    record: Arc<Record>,
    result: Result<(Saved, Option<RecordLock>), FileError>,
}

impl App {
    /// Reads a record beside the window.
    pub(super) fn read_file(&mut self, path: PathBuf, opening: Opening) {
        let is_open = self.open.as_ref().is_some_and(|open| open.outside.path.as_deref() == Some(path.as_path()));
        if is_open && opening == Opening::Normal {
            words::already_open(self.lang()).clone_into(&mut self.news);
            return;
        }
        let (storage, shelf) = (Arc::clone(&self.env.storage), self.env.shelf.clone());
        let session = self.session.clone().filter(|_| matches!(opening, Opening::Normal | Opening::ToReceive(_)));
        let (holder, now) = (self.env.holder.clone(), self.env.clock.now());
        let from = path.clone();
        let work = move |desk: &Desk<Self>| {
            open_despite_attachments(storage.as_ref(), &path, &shelf).and_then(|opened| {
                // A PDF or a package is never written to, so that nobody is in another's way.
                let session = session.filter(|_| has_file_of_its_own(&opened) && !desk.is_stopped());
                let lock = session.map(|session| RecordLock::acquire(&session, &path, &holder, now, Taking::IfFree));
                Ok((opened, without_lock_if_it_cannot_be_laid(lock.transpose())?))
            })
        };
        self.jobs.begin(JobKind::Open, work, move |app: &mut Self, result| match result {
            Ok(result) => app.opened(from, opening, result),
            Err(broken) => app.tell(broken.message(app.lang())),
        });
    }

    fn opened(&mut self, path: PathBuf, opening: Opening, result: Result<(Content, Option<RecordLock>), OpenError>) {
        let lang = self.lang();
        let (opened, lock) = match result {
            Ok(opened) => opened,
            Err(error @ OpenError::File(FileError::Locked { .. })) => {
                return self.show_dialog(Dialog::Locked { path, message: error.message(lang) });
            }
            Err(error) => return self.tell(error.message(lang)),
        };
        let opened = match opened {
            Content::Record(opened) => opened,
            Content::Package(package, _) if opening == Opening::LookAt => return self.show_package(*package, path),
            Content::Package(package, _) => return self.opened_package(package, path),
        };
        let rules = self.rules(&opened.record);
        let mut open = match &opening {
            // What is no file of its own is never written to.
            _ if !matches!(opened.found, Found::File(_)) => {
                words::taken_from_pdf(lang).clone_into(&mut self.news);
                OpenRecord::fresh(opened.record, rules, self.today)
            }
            Opening::Normal | Opening::ReadOnly | Opening::LookAt | Opening::ToReceive(_) => {
                self.settings.remember(&path);
                OpenRecord::of_file(opened.record, path, opened.digest, rules, self.today)
            }
            Opening::Copy => OpenRecord::fresh(opened.record, rules, self.today),
        };
        open.access = if opening == Opening::ReadOnly { Access::ReadOnly } else { Access::Full { _lock: lock } };
        // Who opens what waits for an approval comes for that.
        if open.draft.record().approval.state == ApprovalState::Submitted && open.draft.record().role == Role::Agency {
            open.step = StepId::Approval;
            open.guidance = Topic::Step(StepId::Approval);
        }
        self.show_record(open);
        self.save_settings();
        if let Opening::ToReceive(package) = opening {
            self.receive_in_opened(package);
        }
    }

    /// Opens the provider's own record, to take the package that is looked at into it.
    fn open_to_receive(&mut self, path: PathBuf) {
        let looked_at = self.open.as_ref().and_then(|open| open.outside.looked_at.as_ref());
        if let Some(package) = looked_at.map(|looked_at| looked_at.path.clone()) {
            self.read_file(path, Opening::ToReceive(package));
        }
    }

    /// What a record is judged by: its own catalogue if that is at hand, else the one in use.
    pub(super) fn rules(&self, record: &Record) -> Rules {
        self.env.shelf.for_record(self.env.storage.as_ref(), record)
    }

    pub(super) fn open_example(&mut self, index: usize) {
        let Some(example) = crate::examples::all().get(index) else { return };
        match file::parse(example.ron.as_bytes(), &example.file_name()) {
            Ok((record, _)) => {
                let rules = self.rules(&record);
                self.show_record(OpenRecord::fresh(record, rules, self.today));
            }
            Err(error) => self.tell(error.message(self.lang())),
        }
    }

    /// 保存
    pub(super) fn save(&mut self) {
        let Some(open) = &mut self.open else { return };
        if self.jobs.is_running(JobKind::Save) {
            // What the file holds is known when that has ended.
            open.save_again = true;
            return;
        }
        match (open.outside.path.clone(), open.is_read_only()) {
            (Some(path), false) => {
                let expected = open.file_digest.clone().map_or(Expected::New, Expected::Digest);
                self.start_save(path, expected);
            }
            _ => self.ask(Purpose::SaveAs),
        }
    }

    pub(super) fn replace_file(&mut self, path: PathBuf) {
        self.start_save(path, Expected::Overwrite);
    }

    fn start_save(&mut self, path: PathBuf, expected: Expected) {
        let Some(open) = &mut self.open else { return };
        open.saving = Saving::Running;
        let is_new_place = open.outside.path.as_deref() != Some(path.as_path()) || open.is_read_only();
        let record = Arc::clone(open.draft.record());
        let (before, author) = (Before::of(open), self.settings.author.clone());
        let (shelf, pinned) = (self.env.shelf.clone(), open.draft.rules().pinned().cloned());
        let (storage, folders) = (Arc::clone(&self.env.storage), self.env.folders.clone());
        let session = self.session.clone().filter(|_| is_new_place);
        let (holder, now) = (self.env.holder.clone(), self.env.clock.now());
        let (id, to) = (record.id.clone(), path.clone());
        let work = move |_: &Desk<Self>| {
            let before = before.read(storage.as_ref(), &record);
            let record = Arc::new(record.with_revision(before.as_deref(), Moment::of(now), &author));
            let result = save_file(storage.as_ref(), &path, &record, &expected, &folders, now, session.as_deref(), &holder);
            // So that what was saved can be judged by it later. That it cannot be kept is no harm to the record.
            if let Some(catalogue) = pinned.filter(|_| result.is_ok())
                && let Err(error) = shelf.keep(storage.as_ref(), &catalogue)
            {
                log::warn!("{error}");
            }
            SavedFile { record, result }
        };
        self.jobs.begin(JobKind::Save, work, move |app: &mut Self, result| app.saved(&id, to, result));
    }

    fn saved(&mut self, id: &RecordId, path: PathBuf, result: Result<SavedFile, Broken>) {
        let lang = self.lang();
        let Some(open) = self.open.as_mut().filter(|open| open.draft.record().id == *id) else { return };
        let save_again = std::mem::take(&mut open.save_again);
        let SavedFile { record, result } = match result {
            Ok(saved) => saved,
            Err(broken) => {
                let message = broken.message(lang);
                open.after_save = None;
                open.saving = Saving::Failed(message.clone());
                return self.tell(message);
            }
        };
        match result {
            Ok((saved, lock)) => {
                if lock.is_some() || open.is_read_only() {
                    open.access = Access::Full { _lock: lock };
                }
                open.draft.keep(Arc::clone(&record));
                open.outside.path = Some(saved.path.clone());
                open.file_digest = Some(saved.digest);
                open.outside.looked_at = None;
                open.saving = Saving::Done { at: time_in_japan(self.env.clock.now()) };
                let restored_from = open.restored_from.take();
                let is_changed = open.draft.is_changed();
                let leaving = open.after_save.take();
                if let (Some(orphan), Some(session)) = (restored_from, &self.session)
                    && let Err(error) = session.remove_orphan(&orphan)
                {
                    log::warn!("{error}");
                }
                if !is_changed {
                    self.discard_snapshot(&record.id);
                }
                self.settings.remember(&saved.path);
                self.save_settings();
                if save_again && is_changed {
                    if let Some(open) = &mut self.open {
                        open.after_save = leaving;
                    }
                    self.save();
                } else if let Some(leaving) = leaving {
                    self.leave(leaving);
                }
            }
            Err(error) => {
                open.after_save = None;
                let message = error.message(lang);
                match error {
                    FileError::Exists { path } => {
                        open.saving = Saving::Idle;
                        self.show_dialog(Dialog::Exists { path });
                    }
                    FileError::ChangedOutside { .. } | FileError::Vanished { .. } => {
                        open.saving = Saving::Failed(message.clone());
                        self.show_dialog(Dialog::ChangedOutside { path, message });
                    }
                    _ => {
                        log::error!("{error}");
                        open.saving = Saving::Failed(message.clone());
                        self.tell(message);
                    }
                }
            }
        }
    }

    /// A file or folder was chosen in a system dialog.
    pub(super) fn picked(&mut self, purpose: Purpose, path: PathBuf) {
        match purpose {
            Purpose::Open => self.carry_out(Request::Command(Command::OpenPath(path))),
            Purpose::SaveAs => {
                let confirmed = self.env.dialogs.asks_before_replacing() && completed_name(&path) == path;
                self.start_save(path, if confirmed { Expected::Overwrite } else { Expected::New });
            }
            Purpose::ExportFolder => {
                if let Some(open) = &mut self.open {
                    open.outside.export_folder = Some(path);
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
    pub(super) fn path_typed(&mut self, purpose: Purpose, path: PathBuf) {
        match purpose {
            Purpose::SaveAs => self.start_save(path, Expected::New),
            Purpose::SavePackage(kind) => self.make_package(kind, &path, IfPresent::Refuse),
            Purpose::SaveCatalogue => self.write_catalogue(&path, IfPresent::Refuse),
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

    pub(super) fn remove_received(&mut self, index: usize) {
        if let Some(open) = &mut self.open
            && index < open.outside.received.len()
        {
            open.outside.received.remove(index);
            // Their places are others now.
            open.outside.saving_attachments = SavingAttachments::Idle;
        }
    }

    /// The user gives up the unsaved changes of the record on the screen.
    pub(super) fn let_go(&mut self) {
        let Some(open) = self.open.take() else { return };
        self.discard_snapshot(&open.draft.record().id);
        if let (Some(orphan), Some(session)) = (open.restored_from, &self.session)
            && let Err(error) = session.remove_orphan(&orphan)
        {
            log::warn!("{error}");
        }
        self.last_state = Default::default();
    }

    pub(super) fn restore(&mut self, mut orphans: Vec<Orphan>, index: usize) {
        if index >= orphans.len() {
            return;
        }
        let orphan = orphans.swap_remove(index);
        let Ok(snapshot) = &orphan.content else { return };
        let rules = self.rules(&snapshot.record);
        let mut open = OpenRecord::new(Draft::unsaved(snapshot.record.clone(), rules, self.today));
        open.outside.path.clone_from(&snapshot.meta.original);
        open.file_digest.clone_from(&snapshot.meta.base);
        open.restored_from = Some(orphan);
        self.show_record(open);
    }

    pub(super) fn discard_orphan(&mut self, mut orphans: Vec<Orphan>, mut when: Vec<String>, index: usize) {
        if let (Some(orphan), Some(session)) = (orphans.get(index), &self.session) {
            if let Err(error) = session.remove_orphan(orphan) {
                return self.tell(error.message(self.lang()));
            }
            orphans.remove(index);
            when.remove(index);
        }
        if !orphans.is_empty() {
            self.show_dialog(Dialog::Recovery { orphans, when, to_discard: None });
        }
    }

    /// Saves the settings beside the window.
    pub(super) fn save_settings(&mut self) {
        let settings = self.settings.clone();
        let (storage, folders, lang) = (Arc::clone(&self.env.storage), self.env.folders.clone(), self.lang());
        let work = move |_: &Desk<Self>| settings.save(storage.as_ref(), &folders).map_err(|error| error.message(lang));
        self.jobs.begin(JobKind::Settings, work, |app: &mut Self, result| {
            if let Err(message) = result.unwrap_or_else(|broken| Err(broken.message(app.lang()))) {
                app.settings_not_saved(message);
            }
        });
    }

    fn settings_not_saved(&mut self, message: Message) {
        if self.catalogue_page.is_some() {
            // Where a catalogue was just chosen, there is no footer to say that the next run will not know of it.
            self.tell(message);
        } else {
            self.news = message.what;
        }
    }

    pub(super) fn refresh_start_page(&mut self) {
        let lang = self.lang();
        self.start.own_catalogue = self.own_catalogue_words(lang);
        self.start.recent.clone_from(&self.settings.recent);
        self.start.examples =
            crate::examples::all().iter().map(|example| (example.task.to_owned(), example.title(lang).to_owned())).collect();
    }
}

/// What was saved before, from which a save tells what it changed.
enum Before {
    /// Nothing: the record is new.
    Nothing,
    /// This.
    Kept(Arc<Record>),
    /// What this file holds, if its bytes still have this digest. The record was restored and is kept nowhere else.
    File(PathBuf, ContentDigest),
}

impl Before {
    fn of(open: &OpenRecord) -> Self {
        match (open.draft.saved(), &open.outside.path, &open.file_digest) {
            // A record that began as an example, or in the window, has not been saved before.
            (Some(began), None, _) if began.history.is_empty() => Self::Nothing,
            (Some(kept), ..) => Self::Kept(Arc::clone(kept)),
            (None, Some(path), Some(digest)) => Self::File(path.clone(), digest.clone()),
            (None, ..) => Self::Nothing,
        }
    }

    fn read(self, storage: &dyn file::Storage, record: &Record) -> Option<Arc<Record>> {
        match self {
            Self::Nothing => None,
            Self::Kept(kept) => Some(kept),
            Self::File(path, digest) => {
                let opened = file::open(storage, &path).ok()?;
                (opened.digest == digest && opened.record.id == record.id).then(|| Arc::new(opened.record))
            }
        }
    }
}

fn save_file(
    storage: &dyn file::Storage,
    path: &Path,
    record: &Record,
    expected: &Expected,
    folders: &file::AppFolders,
    now: jiff::Timestamp,
    session: Option<&file::Session>,
    holder: &file::Holder,
) -> Result<(Saved, Option<RecordLock>), FileError> {
    let saved = file::save(storage, path, record, expected, folders, now)?;
    let lock = session.map(|session| RecordLock::acquire(session, &saved.path, holder, now, Taking::Anyway));
    let lock = lock.and_then(|lock| lock.map_err(|error| log::warn!("{error}")).ok());
    Ok((saved, lock))
}

/// Whether what was opened may be saved where it was found.
fn has_file_of_its_own(opened: &Content) -> bool {
    match opened {
        Content::Record(opened) => match opened.found {
            Found::File(_) => true,
            Found::AttachedToPdf | Found::InPackage => false,
        },
        Content::Package(..) => false,
    }
}

/// A folder that cannot be written, or is no longer there, must not keep anybody from reading: the save will tell.
fn without_lock_if_it_cannot_be_laid(lock: Result<Option<RecordLock>, FileError>) -> Result<Option<RecordLock>, FileError> {
    match lock {
        Err(FileError::Storage(error)) => {
            log::warn!("{error}");
            Ok(None)
        }
        other => other,
    }
}
