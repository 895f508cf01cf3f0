//! Opening records.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::catalogue::StepId;
use crate::export::Document;
use crate::file::{self, FileError, Found, Opened, RecordLock, Taking, Told};
use crate::package::PackageKind;
use crate::portfolio::{OpenError, OpenedFile as Content, Rules, open_despite_attachments};
use crate::record::{ApprovalState, Record, RecordId, Role};
use crate::text::file::reading;
use crate::text::{Message, shown_path, window as words};
use crate::window::jobs::{Desk, JobKind};
use crate::window::pages::Dialog;
use crate::window::state::{Access, App, Leaving, OpenRecord};
use crate::window::{Command, Topic};

/// How a file is to be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::window) enum Opening {
    /// To work on it.
    Normal,
    /// To work on it where its next thing is to be done.
    Continue,
    /// To read it, since somebody else works on it.
    ReadOnly,
    /// To look at the record in a package.
    LookAt,
    /// As a record without a file.
    Copy,
    /// To work on it, and first of all to take this package in under 受領.
    ToReceive(PathBuf),
}

impl App {
    /// Reads a record beside the window.
    pub(in crate::window) fn read_file(&mut self, path: PathBuf, opening: Opening) {
        let is_open = self.open.as_ref().is_some_and(|open| open.outside.path.as_deref() == Some(path.as_path()));
        if is_open && opening == Opening::Normal {
            words::already_open(self.lang()).clone_into(&mut self.news);
            return;
        }
        let (storage, shelf) = (Arc::clone(&self.env.storage), self.env.shelf.clone());
        let session =
            self.session.clone().filter(|_| matches!(opening, Opening::Normal | Opening::Continue | Opening::ToReceive(_)));
        let (holder, now) = (self.env.holder.clone(), self.env.clock.now());
        let from = path.clone();
        let before = self.open.as_ref().map(|open| (open.draft.record().id.clone(), open.draft.revision()));
        let work = move |desk: &Desk<Self>| {
            open_despite_attachments(storage.as_ref(), &path, &shelf).and_then(|opened| {
                // A PDF or a package is never written to, so that nobody is in another's way.
                let session = session.filter(|_| has_file_of_its_own(&opened) && !desk.is_stopped());
                let lock = session.map(|session| RecordLock::acquire(&session, &path, &holder, now, Taking::IfFree));
                Ok((opened, without_lock_if_it_cannot_be_laid(lock.transpose())?))
            })
        };
        self.jobs.begin(JobKind::Open, work, move |app: &mut Self, result| match result {
            Ok(Ok((opened, _))) if replaces(&opened, &opening) && app.has_typed_since(before.as_ref()) => {
                let is_looked_at = opening == Opening::LookAt;
                app.leave(if is_looked_at { Leaving::LookAt(from) } else { Leaving::For(Command::OpenPath(from)) });
            }
            Ok(result) => app.opened(from, opening, result),
            Err(broken) => app.tell(broken.message(app.lang())),
        });
    }

    /// Whether something was changed and not saved since another file was asked for.
    fn has_typed_since(&self, before: Option<&(RecordId, u64)>) -> bool {
        let is_as_before = |open: &OpenRecord| {
            before.is_some_and(|(id, revision)| open.draft.record().id == *id && open.draft.revision() == *revision)
        };
        self.open.as_ref().is_some_and(|open| open.is_unsaved() && !is_as_before(open))
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
        let Opened { record, found, told, print_note, digest } = *opened;
        let rules = self.rules(&record);
        let from = path.clone();
        let pdf = (found == Found::AttachedToPdf).then(|| (path.clone(), digest.clone(), record.clone(), print_note));
        let mut open = match &opening {
            // What is no file of its own is never written to.
            _ if !matches!(found, Found::File(_)) => {
                words::taken_from_pdf(lang).clone_into(&mut self.news);
                OpenRecord::fresh(record, rules, self.today)
            }
            Opening::Normal | Opening::Continue | Opening::ReadOnly | Opening::LookAt | Opening::ToReceive(_) => {
                self.settings.remember(&path);
                if self.unconfirmed.get(&path) == Some(&digest) {
                    OpenRecord::not_confirmed(record, path, digest, rules, self.today)
                } else {
                    OpenRecord::of_file(record, path, digest, rules, self.today)
                }
            }
            Opening::Copy => OpenRecord::fresh(record, rules, self.today),
        };
        open.access = if opening == Opening::ReadOnly { Access::ReadOnly } else { Access::Full { lock } };
        // Who opens what waits for an approval comes for that.
        if open.draft.record().approval.state == ApprovalState::Submitted && open.draft.record().role == Role::Agency {
            open.step = StepId::Approval;
            open.guidance = Topic::Step(StepId::Approval);
            open.approver.is_shown = true;
        }
        let is_for_approver = open.approver.is_shown;
        self.show_record(open);
        self.tell_how_it_stood(&from, &told);
        if is_for_approver {
            self.beside.preview.document = Document::Explanation;
        } else if opening == Opening::Continue {
            self.go_to_next_thing();
        }
        if let Some((path, digest, record, note)) = pdf {
            self.check_pages(path, digest, record, note);
        }
        self.save_settings();
        self.look_beside();
        if let Opening::ToReceive(package) = opening {
            self.receive_in_opened(package);
        }
    }

    /// Tells how a file stood on the disk: in passing, or to be read where a text is another now.
    fn tell_how_it_stood(&mut self, path: &Path, told: &[Told]) {
        let lang = self.lang();
        let said = told.iter().map(|told| told.words(lang)).collect::<Vec<_>>().join("\n");
        if told.iter().any(Told::changes_a_text) {
            let name = path.file_name().map(shown_path).unwrap_or_default();
            self.tell(Message {
                what: reading::read_otherwise(&name, lang),
                place: said,
                action: reading::look_and_save(lang).to_owned(),
                ..Message::default()
            });
        } else if !said.is_empty() {
            self.news = said;
        }
    }

    /// Opens the provider's own record, to take the package that is looked at into it.
    pub(in crate::window) fn open_to_receive(&mut self, path: PathBuf) {
        let looked_at = self.open.as_ref().and_then(|open| open.outside.looked_at.as_ref());
        if let Some(package) = looked_at.map(|looked_at| looked_at.path.clone()) {
            self.read_file(path, Opening::ToReceive(package));
        }
    }

    /// What a record is judged by: its own catalogue if that is at hand, else the one in use.
    pub(in crate::window) fn rules(&self, record: &Record) -> Rules {
        self.env.shelf.for_record(self.env.storage.as_ref(), record)
    }

    pub(in crate::window) fn open_example(&mut self, index: usize) {
        let Some(example) = crate::examples::all().get(index) else { return };
        match file::parse(example.ron.as_bytes(), &example.file_name()) {
            Ok((record, _)) => {
                let rules = self.rules(&record);
                self.show_record(OpenRecord::fresh(record, rules, self.today));
            }
            Err(error) => self.tell(error.message(self.lang())),
        }
    }
}

/// Whether what was opened takes the place of the record on the screen, or may do so when a question was answered.
fn replaces(opened: &Content, opening: &Opening) -> bool {
    match opened {
        Content::Record(_) => true,
        Content::Package(package, _) => *opening == Opening::LookAt || package.kind() == PackageKind::Request,
    }
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
pub(in crate::window) fn without_lock_if_it_cannot_be_laid(
    lock: Result<Option<RecordLock>, FileError>,
) -> Result<Option<RecordLock>, FileError> {
    match lock {
        Err(FileError::Storage(error)) => {
            log::warn!("{error}");
            Ok(None)
        }
        other => other,
    }
}
