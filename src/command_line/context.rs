//! What every command works with.

use std::cell::RefCell;
use std::path::Path;
use std::sync::Arc;

use serde::Serialize;

use super::console::Console;
use super::{Failure, Surroundings};
use crate::catalogue::Catalogue;
use crate::export::Forgiven;
use crate::file::{self, Opened, Storage};
use crate::judgement::{Judgement, judge};
use crate::portfolio::{self, OpenError, OpenedFile, Rules, Shelf};
use crate::record::{Date, Moment, Record, TaskId};
use crate::text::{self, Lang};

/// What every command works with.
pub(super) struct Context<'a, 'console> {
    pub(super) console: &'a mut Console<'console>,
    pub(super) around: &'a Surroundings<'a>,
    pub(super) today: Date,
    /// The catalogue in use.
    pub(super) catalogue: Arc<Catalogue>,
    pub(super) shelf: Shelf,
    /// What of files that were read was let pass, to be said when the command ends.
    pub(super) heard: RefCell<Vec<String>>,
}

impl Context<'_, '_> {
    pub(super) fn lang(&self) -> Lang {
        self.console.lang
    }

    pub(super) fn storage(&self) -> &dyn Storage {
        self.around.storage
    }

    /// What a record is judged by: its own catalogue if that is at hand, else the one in use.
    pub(super) fn rules(&self, record: &Record) -> Rules {
        self.shelf.for_record(self.storage(), record)
    }

    pub(super) fn judge(&self, record: &Record) -> Judgement {
        judge(record, &self.rules(record).catalogue, self.today)
    }

    /// Keeps the catalogue of a record that was saved, so that it can be judged by it later. That it could not be kept is said;
    /// the record is saved all the same.
    pub(super) fn keep_catalogue_of(&mut self, record: &Record) {
        if let Some(catalogue) = self.rules(record).pinned()
            && let Err(error) = self.shelf.keep(self.storage(), catalogue)
        {
            let message = error.message(self.lang());
            self.console.note(&message.to_string());
        }
    }

    /// Opens a record with the catalogue it is judged by.
    pub(super) fn open(&self, path: &Path) -> Result<Record, OpenError> {
        self.open_file(path).map(|opened| opened.record)
    }

    /// Opens a record to tell of it. Beside it stands why a request was sent back, if the file is that: then there is no
    /// assessment to tell of.
    pub(super) fn open_to_tell(&self, path: &Path) -> Result<(Record, Option<String>), OpenError> {
        Ok(match self.open_any(path)? {
            OpenedFile::Record(opened) => (opened.record, None),
            OpenedFile::Package(package, _) => {
                (package.about(), package.manifest.comment.as_ref().map(|comment| comment.to_string()))
            }
        })
    }

    /// Opens a record with the catalogue it is judged by, and says where it was found.
    pub(super) fn open_file(&self, path: &Path) -> Result<Opened, OpenError> {
        self.open_any(path).map(OpenedFile::into_record)
    }

    /// Opens a record or a package with the catalogue it is judged by.
    pub(super) fn open_any(&self, path: &Path) -> Result<OpenedFile, OpenError> {
        let opened = portfolio::open_file(self.around.storage, path, &self.shelf)?;
        match &opened {
            OpenedFile::Package(package, _) => self.hear(path, &package.forgiven),
            OpenedFile::Record(opened) => {
                let said = opened.told.iter().map(|told| told.words(self.lang()));
                let said = said.map(|said| text::command_line::fact(&text::shown_path(path), &said, self.lang()));
                self.heard.borrow_mut().extend(said);
            }
        }
        Ok(opened)
    }

    /// What of the outer form of a file was let pass is said when the command ends.
    pub(super) fn hear(&self, path: &Path, forgiven: &[Forgiven]) {
        let lang = self.lang();
        let said: Vec<String> = forgiven.iter().map(|forgiven| forgiven.words(lang)).collect();
        if !said.is_empty() {
            let what = text::archive::passed_over(&said, lang);
            self.heard.borrow_mut().push(text::command_line::fact(&path.display().to_string(), &what, lang));
        }
    }

    /// Copies beside a record that hold what it does not are said when the command ends.
    pub(super) fn hear_of_copies(&self, path: &Path, record: &Record) {
        let lang = self.lang();
        let copies = file::other_copies(self.storage(), path, record).unwrap_or_default();
        let said = copies.iter().map(|copy| text::command_line::other_copy(copy, path, lang));
        self.heard.borrow_mut().extend(said);
    }

    /// A record as it is to be saved: with a revision of what was changed since `before`, which is what its file holds.
    pub(super) fn to_save(&self, record: &Record, before: Option<&Record>) -> Record {
        record.with_revision(before, Moment::of(self.around.now), &self.around.author)
    }

    /// Opens a record without which the command has nothing to do.
    pub(super) fn open_or_stop(&self, path: &Path) -> Result<Record, Failure> {
        self.open(path).map_err(|error| Failure::unreadable(error.message(self.lang())))
    }

    /// The target task that an argument names, in capitals or not.
    pub(super) fn task_called(&self, found: &str) -> Result<TaskId, Failure> {
        let known = || self.catalogue.tasks.iter().map(|task| &task.id);
        known().find(|id| id.as_str().eq_ignore_ascii_case(found)).cloned().ok_or_else(|| {
            let known: Vec<_> = known().map(TaskId::as_str).collect();
            Failure::unreadable(text::command_line::no_such_task(found, &known, self.lang()))
        })
    }

    /// Prints a value for other programs.
    pub(super) fn print_json(&mut self, value: &impl Serialize) -> Result<(), Failure> {
        let text = serde_json::to_string_pretty(value).map_err(|error| Failure::Output(error.into()))?;
        self.console.result(&text)
    }
}
