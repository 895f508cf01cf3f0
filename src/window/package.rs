//! Packages in the window: opening one, taking in results, and making one, beside the window.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::app::App;
use super::dialogs::Purpose;
use super::logic::Event;
use super::modals::Dialog;
use super::open_record::OpenRecord;
use super::{CameAttached, ExportedFile, Made, PackageState, ReceivedRecord};
use crate::catalogue::Catalogue;
use crate::export::{self, Along, IfPresent};
use crate::file::Storage;
use crate::judgement::judge;
use crate::package::{self, Attachment, Package, PackageKind, PartRole, Setting, TakenResult, Wish};
use crate::portfolio::{OpenedFile, check_ids, open_file};
use crate::record::{Date, Prose, Record, RecordId};
use crate::text::{Lang, Message, portfolio as portfolio_words, window as words};

/// A file of an agency that was read, or not.
pub(super) struct Received {
    path: PathBuf,
    result: Result<(TakenResult, Option<String>), Message>,
}

/// A package that was made, or not.
pub(super) struct Packed {
    record: RecordId,
    kind: PackageKind,
    file: ExportedFile,
}

/// What a package is made of, apart from the window.
struct Job {
    kind: PackageKind,
    record: Arc<Record>,
    results: Vec<TakenResult>,
    comment: String,
    attachments: Vec<PathBuf>,
    catalogue: Arc<Catalogue>,
    storage: Arc<dyn Storage>,
    today: Date,
    lang: Lang,
    path: PathBuf,
    if_present: IfPresent,
}

impl App {
    /// Shows what a package holds: a request as the beginning of its assessment, of others the record they are about.
    pub(super) fn opened_package(&mut self, package: Package) {
        let lang = self.lang();
        let came_attached = attached_in(&package);
        let record = match package.kind() {
            PackageKind::Request => {
                words::begun_from_request(lang).clone_into(&mut self.news);
                let pin = self.env.shelf.in_use().pin();
                package::begin_assessment(&package.record, self.env.ids.record_id(), self.today, pin)
            }
            kind @ (PackageKind::Result | PackageKind::Returned | PackageKind::Application) => {
                self.news = words::taken_from_package(kind.label(lang), lang);
                package.record
            }
        };
        // A request may have been made with another catalogue than the one that is to judge its assessment.
        if let Err(error) = check_ids(&record, Path::new(""), self.env.storage.as_ref(), &self.env.shelf) {
            self.news.clear();
            return self.tell(error.message(lang));
        }
        let rules = self.rules(&record);
        let mut open = OpenRecord::fresh(record, rules, self.today);
        open.outside.came_attached = came_attached;
        self.show_record(open);
    }

    /// Puts a file on the list of those that go into the next package. It is read when that is made.
    pub(super) fn attach(&mut self, path: PathBuf) {
        if let Some(open) = &mut self.open
            && !open.outside.attachments.contains(&path)
        {
            open.outside.attachments.push(path);
        }
    }

    pub(super) fn remove_attachment(&mut self, index: usize) {
        if let Some(open) = &mut self.open
            && index < open.outside.attachments.len()
        {
            open.outside.attachments.remove(index);
        }
    }

    /// Reads a result of an agency beside the window.
    pub(super) fn receive(&mut self, path: PathBuf) {
        let (storage, shelf, lang) = (Arc::clone(&self.env.storage), self.env.shelf.clone(), self.lang());
        let (sender, ctx) = (self.sender.clone(), self.ctx.clone());
        let work = move || {
            let opened = open_file(storage.as_ref(), &path, &shelf).map_err(|error| error.message(lang));
            let result = opened.and_then(|opened| taken(opened, &path, lang));
            sender.send(Event::Received(Box::new(Received { path, result }))).ok();
            ctx.request_repaint();
        };
        self.env.workers.run("receive", Box::new(work));
    }

    pub(super) fn received(&mut self, received: Received) {
        let Received { path, result } = received;
        let rules = result.as_ref().ok().map(|(result, _)| self.rules(&result.record));
        let Some(open) = &mut self.open else { return };
        match result {
            Ok((result, returned)) => {
                let catalogue = rules.map_or_else(|| Arc::clone(open.draft.catalogue()), |rules| rules.catalogue);
                let judgement = judge(&result.record, &catalogue, self.today);
                open.outside.received.retain(|other| other.path != path);
                let result = result.judged_by(catalogue);
                open.outside.received.push(ReceivedRecord { path, result, judgement, returned });
            }
            Err(message) => self.tell(message),
        }
    }

    /// Asks where a package is to go; before a request is sent back, why.
    pub(super) fn ask_for_package(&mut self, kind: PackageKind) {
        match (kind, &self.open) {
            (_, None) => {}
            (PackageKind::Returned, Some(open)) => self.show_dialog(Dialog::Return { comment: open.comment.clone() }),
            (PackageKind::Request | PackageKind::Result | PackageKind::Application, Some(_)) => {
                self.ask(Purpose::SavePackage(kind));
            }
        }
    }

    /// It was said why the request is sent back.
    pub(super) fn return_for(&mut self, comment: String) {
        if let Some(open) = &mut self.open {
            open.comment = comment;
            self.ask(Purpose::SavePackage(PackageKind::Returned));
        }
    }

    /// Makes a package of the record as it is now, beside the window.
    pub(super) fn make_package(&mut self, kind: PackageKind, path: &Path, if_present: IfPresent) {
        let lang = self.lang();
        let Some(open) = &mut self.open else { return };
        if matches!(open.outside.package, PackageState::Running(_)) {
            return;
        }
        open.outside.package = PackageState::Running(kind);
        let assessed = open.outside.received.iter().filter(|received| received.returned.is_none());
        let job = Job {
            kind,
            record: Arc::clone(open.draft.record()),
            results: assessed.map(|received| received.result.clone()).collect(),
            comment: open.comment.clone(),
            attachments: open.outside.attachments.clone(),
            catalogue: Arc::clone(open.draft.catalogue()),
            storage: Arc::clone(&self.env.storage),
            today: self.today,
            lang,
            path: package::completed_name(path),
            if_present,
        };
        let (sender, ctx) = (self.sender.clone(), self.ctx.clone());
        let work = move || {
            let packed = Packed { record: job.record.id.clone(), kind, file: job.run() };
            sender.send(Event::Packed(Box::new(packed))).ok();
            ctx.request_repaint();
        };
        self.env.workers.run("package", Box::new(work));
    }

    pub(super) fn packed(&mut self, packed: Packed) {
        let lang = self.lang();
        let Packed { record, kind, file } = packed;
        let Some(open) = self.open.as_mut().filter(|open| open.draft.record().id == record) else { return };
        match &file.result {
            Ok(_) => {
                self.news = words::package_made(&file.path, lang);
                open.outside.package = PackageState::Finished(kind, file);
            }
            Err(message) => {
                let message = message.clone();
                open.outside.package = PackageState::Idle;
                self.tell(message);
            }
        }
    }
}

/// What came attached in a package.
fn attached_in(package: &Package) -> Vec<CameAttached> {
    let attached = package.parts().filter(|(part, _)| part.role == PartRole::Attachment);
    let told = attached.map(|(part, _)| CameAttached {
        title: part.title.as_ref().map_or_else(|| part.name.clone(), ToString::to_string),
        name: part.name.clone(),
        made: Made { bytes: part.size, digest: part.sha256.clone() },
    });
    told.collect()
}

/// What was opened, as the result of an agency, and why it sent the request back, if it did.
fn taken(opened: OpenedFile, path: &Path, lang: Lang) -> Result<(TakenResult, Option<String>), Message> {
    match opened {
        OpenedFile::Record(opened) => Ok((TakenResult::of_record(opened.record), None)),
        OpenedFile::Package(package, _) => match &package.manifest.comment {
            Some(comment) => {
                let comment = comment.to_string();
                Ok((TakenResult::of_record(package.record), Some(comment)))
            }
            None => {
                let taken = TakenResult::of_package(*package).map_err(|error| error.message(lang));
                Ok((taken.map_err(|message| portfolio_words::in_file(message, path))?, None))
            }
        },
    }
}

impl Job {
    fn run(&self) -> ExportedFile {
        let setting = Setting { catalogue: &self.catalogue, today: self.today, lang: self.lang, along: Along::default() };
        let comment = Prose::from_typed(&self.comment).0;
        let wish = match self.kind {
            PackageKind::Request => Wish::Request,
            PackageKind::Result => Wish::Result,
            PackageKind::Returned => Wish::Returned { comment: &comment },
            PackageKind::Application => Wish::Application { results: &self.results },
        };
        let attachments = self.attachments.iter().map(|path| package::attachment(self.storage.as_ref(), path));
        let attachments: Result<Vec<Attachment>, _> = attachments.collect();
        let made = attachments.and_then(|attachments| package::make(&self.record, wish, &attachments, &setting));
        let written = made.map_err(|error| error.message(self.lang)).and_then(|bytes| {
            let written = export::write_one(self.storage.as_ref(), &self.path, &bytes, self.if_present);
            written.map(|()| Made::of(&bytes)).map_err(|error| error.message(self.lang))
        });
        ExportedFile { path: self.path.clone(), result: written }
    }
}
