//! Packages in the window: opening one, taking in results, and making one, beside the window.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::app::App;
use super::dialogs::Purpose;
use super::jobs::{Broken, Desk, JobKind};
use super::modals::{Dialog, Leaving, Told};
use super::open_record::{Access, OpenRecord, ToSave};
use super::{CameFrom, Command, ExportedFile, LookedAt, Made, PackageState, ReceivedRecord, SavingAttachments, ToAttach};
use crate::catalogue::{Catalogue, StepId};
use crate::export::{self, Along, Forgiven, IfPresent};
use crate::file::Storage;
use crate::import;
use crate::judgement::judge;
use crate::package::{
    self, Answering, Attachment, CameAttached, Circle, LeftOut, MakeError, Objection, Package, PackageKind, Setting, TakenResult,
    Wish,
};
use crate::portfolio::{OpenError, OpenedFile, check_ids, open_despite_attachments, open_file};
use crate::record::{Date, Prose, Record, RecordId, Role, Sender};
use crate::text::{
    Lang, Message, approval as approval_words, archive as archive_words, package as package_words, portfolio as portfolio_words,
    window as words,
};

/// The request of which an agency may have filled in the sheet.
struct SheetOfRequest {
    request: Record,
    catalogue: Arc<Catalogue>,
    id: RecordId,
    today: Date,
}

impl SheetOfRequest {
    fn answered(self, storage: &dyn Storage, path: &Path, lang: Lang) -> Result<Taken, Message> {
        let in_file = |message: Message| Message { place: path.display().to_string(), ..message };
        let bytes = import::read_file(storage, path).map_err(|error| error.message(lang))?;
        let sheet = import::read(&bytes).map_err(|error| in_file(error.message(lang)))?;
        let file = import::received(path, &sheet.sha256, self.today);
        let begun = package::begin_assessment(&self.request, self.id, self.today, self.catalogue.pin());
        let answered = import::answer(&sheet, file, &self.request, begun, &self.catalogue, package::is_providers);
        let answered = answered.map_err(|error| in_file(error.message(lang)))?;
        let remarks = answered.remarks(&self.catalogue, lang);
        Ok(Taken {
            result: TakenResult::of_record(answered.record),
            returned: None,
            attached: Vec::new(),
            remarks,
            passed_over: None,
        })
    }
}

/// What an agency sent.
struct Taken {
    result: TakenResult,
    returned: Option<String>,
    attached: Vec<Arc<CameAttached>>,
    remarks: Vec<String>,
    /// What of the outer form was let pass.
    passed_over: Option<Message>,
}

/// What a package is made of, apart from the window.
struct Job {
    kind: PackageKind,
    record: Arc<Record>,
    results: Vec<TakenResult>,
    left_out: Vec<LeftOut>,
    comment: String,
    along: Along,
    undecided: bool,
    attachments: Vec<PathBuf>,
    catalogue: Arc<Catalogue>,
    storage: Arc<dyn Storage>,
    today: Date,
    lang: Lang,
    path: PathBuf,
    if_present: IfPresent,
}

impl App {
    /// Looks beside the window at what may be a package. The record that is open stays meanwhile.
    pub(super) fn look_into(&mut self, path: PathBuf) {
        let (storage, shelf) = (Arc::clone(&self.env.storage), self.env.shelf.clone());
        let at = path.clone();
        let work = move |_: &Desk<Self>| open_despite_attachments(storage.as_ref(), &at, &shelf);
        self.jobs.begin(JobKind::LookInto, work, move |app: &mut Self, result| app.looked_into(path, result));
    }

    fn looked_into(&mut self, path: PathBuf, opened: Result<Result<OpenedFile, OpenError>, Broken>) {
        match opened {
            Ok(Ok(OpenedFile::Package(package, _))) if package.kind() != PackageKind::Request => {
                self.opened_package(package, path);
            }
            Ok(Ok(_)) => self.leave(Leaving::For(Command::OpenPath(path))),
            Ok(Err(error)) => self.tell(error.message(self.lang())),
            Err(broken) => self.tell(broken.message(self.lang())),
        }
    }

    /// Shows what a package holds. Of a request it is asked what for; others never take the place of the record that is open
    /// unless that is wanted.
    pub(super) fn opened_package(&mut self, package: Box<Package>, path: PathBuf) {
        let lang = self.lang();
        let damaged = damaged_attachments(&package, lang);
        match (package.kind(), &self.open) {
            (PackageKind::Request, _) => {
                let attached = package.attachments().len();
                self.show_dialog(Dialog::Request { package, path, attached, damaged });
            }
            (_, Some(open)) => {
                let (lines, can_be_received) = told_of(&package, open, lang);
                self.show_dialog(Dialog::Package { package, path, told: Told { lines, damaged, can_be_received } });
            }
            (_, None) => self.show_package(*package, path),
        }
    }

    /// Takes what an agency sent, or what stands in an application of the record that is open, in under 受領.
    pub(super) fn receive_package(&mut self, package: &Package, path: PathBuf) {
        self.go_to(StepId::Received);
        if package.kind() == PackageKind::Application {
            self.take_results_of(package, &path);
        } else {
            self.receive(path);
        }
    }

    /// Takes a package that was looked at into the provider's record that was opened for it.
    pub(super) fn receive_in_opened(&mut self, package: PathBuf) {
        let Some(open) = &self.open else { return };
        if open.draft.record().role == Role::Csp {
            self.go_to(StepId::Received);
            self.receive(package);
        } else {
            self.tell(words::not_the_providers_record(self.lang()));
        }
    }

    /// Begins an assessment of a request.
    pub(super) fn begin_assessment(&mut self, package: &Package) {
        let lang = self.lang();
        let pin = self.env.shelf.in_use().pin();
        let record = package::begin_assessment(&package.record, self.env.ids.record_id(), self.today, pin);
        // The request may have been made with another catalogue than the one that is to judge its assessment.
        if let Err(error) = check_ids(&record, Path::new(""), self.env.storage.as_ref(), &self.env.shelf) {
            return self.tell(error.message(lang));
        }
        words::begun_from_request(lang).clone_into(&mut self.news);
        let rules = self.rules(&record);
        let mut open = OpenRecord::fresh(record, rules, self.today);
        open.outside.came_attached = came_attached(package);
        self.show_record(open);
        if let Some(message) = passed_over(&package.forgiven, lang) {
            self.note(message);
        }
    }

    /// Shows the record that a package is about, with what came beside it.
    pub(super) fn show_package(&mut self, package: Package, path: PathBuf) {
        let lang = self.lang();
        self.news = words::taken_from_package(package.kind().label(lang), lang);
        let damaged = damaged_attachments(&package, lang);
        let passed_over = passed_over(&package.forgiven, lang);
        let mut open = OpenRecord::fresh(package.about(), self.rules(&package.record), self.today);
        open.outside.came_attached = came_attached(&package);
        open.outside.returned_for = package.manifest.comment.as_ref().map(ToString::to_string);
        open.outside.looked_at = Some(LookedAt { kind: package.kind(), path: path.clone() });
        open.access = Access::ReadOnly;
        self.show_record(open);
        let problem = self.take_results_of(&package, &path);
        if let Some(message) = problem.or(damaged) {
            self.tell(message);
        }
        if let Some(message) = passed_over {
            self.note(message);
        }
    }

    /// Lists the results in an application under 受領. Returns what is amiss with them.
    fn take_results_of(&mut self, package: &Package, path: &Path) -> Option<Message> {
        if package.kind() != PackageKind::Application {
            return None;
        }
        let results = match TakenResult::of_application(package) {
            Ok(results) => results,
            Err(error) => return Some(portfolio_words::in_file(error.message(self.lang()), path)),
        };
        for result in results {
            let catalogue = self.rules(&result.record).catalogue;
            let judgement = judge(&result.record, &catalogue, self.today);
            let result = result.judged_by(catalogue);
            // What stands in an application was put into it on purpose.
            let (path, attached, remarks) = (path.to_owned(), Vec::new(), Vec::new());
            let received = ReceivedRecord { path, result, judgement, returned: None, attached, remarks, wanted: true };
            if let Some(open) = &mut self.open {
                open.outside.received.retain(|other| other.record().id != received.record().id);
                open.outside.received.push(received);
            }
        }
        None
    }

    /// Looks at a file beside the window, and puts it on the list of those that go into the next package.
    pub(super) fn attach(&mut self, path: PathBuf) {
        let Some(open) = &self.open else { return };
        if open.outside.attachments.iter().any(|other| other.path == path) {
            return;
        }
        let (storage, record, lang) = (Arc::clone(&self.env.storage), open.draft.record().id.clone(), self.lang());
        let work = move |_: &Desk<Self>| {
            let read = package::attachment(storage.as_ref(), &path).map_err(|error| error.message(lang));
            read.map(|attachment| ToAttach { path, bytes: Made::of(&attachment.bytes).bytes })
        };
        self.jobs.begin(JobKind::Attach, work, move |app: &mut Self, result| {
            app.attached(&record, result.unwrap_or_else(|broken| Err(broken.message(lang))));
        });
    }

    fn attached(&mut self, record: &RecordId, file: Result<ToAttach, Message>) {
        let lang = self.lang();
        let Some(open) = self.open.as_mut().filter(|open| open.draft.record().id == *record) else { return };
        let list = &mut open.outside.attachments;
        let file = match file {
            Ok(file) if list.iter().any(|other| other.path == file.path) => return,
            Ok(file) => file,
            Err(message) => return self.tell(message),
        };
        let all = list.iter().chain([&file]);
        let named: Vec<(String, u64)> = all.map(|file| (file.path.to_string_lossy().into_owned(), file.bytes)).collect();
        match package::check_attachments(named.iter().map(|(name, bytes)| (name.as_str(), *bytes))) {
            Ok(()) => list.push(file),
            Err(misfit) => self.tell(MakeError::Attachments(misfit).message(lang)),
        }
    }

    /// Puts a result into the application although it is about another service or text, or leaves it out again.
    pub(super) fn want_received(&mut self, index: usize, wanted: bool) {
        if let Some(received) = self.open.as_mut().and_then(|open| open.outside.received.get_mut(index)) {
            received.wanted = wanted;
        }
    }

    pub(super) fn remove_attachment(&mut self, index: usize) {
        if let Some(open) = &mut self.open
            && index < open.outside.attachments.len()
        {
            open.outside.attachments.remove(index);
        }
    }

    /// Asks where what came attached is to be saved.
    pub(super) fn ask_where_to_save(&mut self, from: CameFrom, which: Option<usize>) {
        let Some(open) = &mut self.open else { return };
        let files = match from {
            CameFrom::Opened => &open.outside.came_attached,
            CameFrom::Received(place) => match open.outside.received.get(place) {
                Some(received) => &received.attached,
                None => return,
            },
        };
        let numbered = (1..).zip(files).map(|(number, file)| (number, Arc::clone(file)));
        let wanted = numbered.filter(|(number, file)| match which {
            Some(place) => place + 1 == *number,
            None => file.content.is_ok(),
        });
        open.to_save = Some(ToSave { from, files: wanted.collect() });
        self.ask(Purpose::AttachmentFolder);
    }

    /// Saves what was asked for into a folder, beside the window.
    pub(super) fn save_attachments(&mut self, folder: PathBuf) {
        let lang = self.lang();
        let Some(open) = &mut self.open else { return };
        let Some(ToSave { from, files }) = open.to_save.take() else { return };
        if matches!(open.outside.saving_attachments, SavingAttachments::Running(_)) {
            return;
        }
        open.outside.saving_attachments = SavingAttachments::Running(from);
        let (storage, record) = (Arc::clone(&self.env.storage), open.draft.record().id.clone());
        let to = folder.clone();
        let work = move |_: &Desk<Self>| {
            let saved = files.iter().map(|(number, file)| save_one(storage.as_ref(), &to, file, *number, lang));
            saved.collect::<Vec<ExportedFile>>()
        };
        self.jobs.begin(JobKind::SaveAttachments, work, move |app: &mut Self, result| {
            let broken = |broken: Broken| vec![ExportedFile { path: folder, result: Err(broken.message(lang)) }];
            app.attachments_saved(&record, from, result.unwrap_or_else(broken));
        });
    }

    fn attachments_saved(&mut self, record: &RecordId, from: CameFrom, files: Vec<ExportedFile>) {
        if let Some(open) = self.open.as_mut().filter(|open| open.draft.record().id == *record) {
            open.outside.saving_attachments = SavingAttachments::Finished(from, files);
        }
    }

    /// Reads beside the window what an agency sent: a result, or a sheet that it filled in without the program.
    pub(super) fn receive(&mut self, path: PathBuf) {
        let (storage, shelf, lang) = (Arc::clone(&self.env.storage), self.env.shelf.clone(), self.lang());
        let Some(open) = &self.open else { return };
        let sheet = is_workbook(&path).then(|| SheetOfRequest {
            request: package::request_of(open.draft.record()),
            catalogue: Arc::clone(open.draft.catalogue()),
            id: self.env.ids.record_id(),
            today: self.today,
        });
        let from = path.clone();
        let work = move |_: &Desk<Self>| match sheet {
            Some(sheet) => sheet.answered(storage.as_ref(), &from, lang),
            None => {
                let opened = open_file(storage.as_ref(), &from, &shelf).map_err(|error| error.message(lang));
                opened.and_then(|opened| taken(opened, &from, lang))
            }
        };
        self.jobs.begin(JobKind::Receive, work, move |app: &mut Self, result| {
            app.received(path, result.unwrap_or_else(|broken| Err(broken.message(lang))));
        });
    }

    fn received(&mut self, path: PathBuf, result: Result<Taken, Message>) {
        let lang = self.lang();
        let rules = result.as_ref().ok().map(|taken| self.rules(&taken.result.record));
        let Some(open) = &mut self.open else { return };
        match result {
            Ok(Taken { result, returned, attached, remarks, passed_over }) => {
                let objections = package::objections(&result.record, open.draft.record());
                if let Some(refused) = objections.into_iter().find(Objection::is_refusal) {
                    let message = MakeError::NotOurs(refused).message(lang);
                    return self.tell(portfolio_words::in_file(message, &path));
                }
                let catalogue = rules.map_or_else(|| Arc::clone(open.draft.catalogue()), |rules| rules.catalogue);
                let judgement = judge(&result.record, &catalogue, self.today);
                // What an agency sends again, or under another name, takes the place of what it sent before.
                open.outside.received.retain(|other| other.path != path && other.record().id != result.record.id);
                let result = result.judged_by(catalogue);
                open.outside.received.push(ReceivedRecord {
                    path,
                    result,
                    judgement,
                    returned,
                    attached,
                    remarks,
                    wanted: false,
                });
                if let Some(message) = passed_over {
                    self.note(message);
                }
            }
            Err(message) => self.tell(message),
        }
    }

    /// Asks where a package is to go; before a request is sent back, why.
    pub(super) fn ask_for_package(&mut self, kind: PackageKind) {
        let (lang, today) = (self.lang(), self.today);
        let is_agencys = matches!(kind, PackageKind::Result | PackageKind::Returned);
        if is_agencys && !self.may_change() {
            return;
        }
        if let Some(open) = &mut self.open {
            open.undecided = false;
            let undecided = undecided(kind, open, today, lang);
            if !undecided.is_empty() {
                return self.show_dialog(Dialog::Undecided { kind, results: undecided });
            }
        }
        match (kind, &self.open) {
            (_, None) => {}
            (PackageKind::Returned, Some(open)) => self.show_dialog(Dialog::Return { comment: open.comment.clone() }),
            (PackageKind::Request | PackageKind::Result | PackageKind::Application, Some(_)) => {
                self.ask(Purpose::SavePackage(kind));
            }
        }
    }

    /// It was said that a package goes although nobody decided on the result.
    pub(super) fn pack_undecided(&mut self, kind: PackageKind) {
        if let Some(open) = &mut self.open {
            open.undecided = true;
            self.ask(Purpose::SavePackage(kind));
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
        let record = Arc::clone(open.draft.record());
        let record_id = record.id.clone();
        let (goes, stays): (Vec<_>, Vec<_>) = open.outside.received.iter().partition(|received| received.goes_in(&record));
        let left_out =
            |received: &ReceivedRecord| LeftOut { record: received.record().clone(), why: received.objections(&record) };
        let (circles, history) = open.page.along.of(kind, &record, goes.iter().map(|received| received.record()));
        let result = |received: &&ReceivedRecord| {
            let mut result = received.result.clone();
            let agency = Sender { record: result.record.id.clone(), name: result.record.agency.name.clone() };
            if !circles.contains(&Circle::InResult(agency)) {
                result.record.comments.clear();
            }
            result
        };
        let job = Job {
            kind,
            results: goes.iter().map(result).collect(),
            left_out: stays.into_iter().map(left_out).collect(),
            record: Arc::new(package::with_wanted_comments(kind, &record, |circle| circles.contains(circle))),
            comment: open.comment.clone(),
            along: Along { comments: true, history, ..Along::default() },
            undecided: std::mem::take(&mut open.undecided),
            attachments: open.outside.attachments.iter().map(|file| file.path.clone()).collect(),
            catalogue: Arc::clone(open.draft.catalogue()),
            storage: Arc::clone(&self.env.storage),
            today: self.today,
            lang,
            path: package::completed_name(path),
            if_present,
        };
        let (id, to) = (record_id, job.path.clone());
        self.jobs.begin(
            JobKind::Package,
            move |_: &Desk<Self>| job.run(),
            move |app: &mut Self, result| {
                let broken = |broken: Broken| ExportedFile { path: to, result: Err(broken.message(lang)) };
                app.packed(&id, kind, result.unwrap_or_else(broken));
            },
        );
    }

    fn packed(&mut self, record: &RecordId, kind: PackageKind, file: ExportedFile) {
        let lang = self.lang();
        let Some(open) = self.open.as_mut().filter(|open| open.draft.record().id == *record) else { return };
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

/// What is told of a package while a record is open, and whether that record can take it in.
fn told_of(package: &Package, open: &OpenRecord, lang: Lang) -> (Vec<String>, bool) {
    let ours = open.draft.record();
    let record = package.about();
    let is_application = package.kind() == PackageKind::Application;
    let party = if is_application { record.service.provider.as_str() } else { record.agency.name.as_str() };
    let names: Vec<&str> = [party, record.service.name.as_str()].into_iter().map(str::trim).collect();
    let mut lines = vec![package.kind().label(lang).to_owned()];
    lines.extend(names.into_iter().filter(|name| !name.is_empty()).map(str::to_owned));
    lines.extend(package.manifest.comment.as_ref().map(|comment| package_words::is_returned(comment.as_str(), lang)));
    if ours.role != Role::Csp || open.outside.looked_at.is_some() {
        return (lines, false);
    }
    if is_application {
        return (lines, record.id == ours.id);
    }
    let refused = package::objections(&record, ours).into_iter().find(Objection::is_refusal);
    lines.push(match &refused {
        Some(objection) => objection.words(lang),
        None => Answering::of(&record, ours).label(lang).to_owned(),
    });
    (lines, refused.is_none())
}

/// The results that would go into a package and on which nobody decided: each with its state.
fn undecided(kind: PackageKind, open: &OpenRecord, today: Date, lang: Lang) -> Vec<String> {
    let ours = open.draft.record();
    let results: Vec<&Record> = match kind {
        PackageKind::Request | PackageKind::Returned => Vec::new(),
        PackageKind::Result => vec![ours],
        PackageKind::Application => {
            open.outside.received.iter().filter(|received| received.goes_in(ours)).map(ReceivedRecord::record).collect()
        }
    };
    let undecided = results.into_iter().filter(|result| !package::is_decided(result));
    let said = |result: &Record| {
        let agency = result.agency.name.as_str().trim();
        let name = if agency.is_empty() { result.id.short() } else { agency };
        package_words::in_state(name, &approval_words::state(result, today, lang), lang)
    };
    undecided.map(said).collect()
}

/// Whether a file is a sheet that was filled in.
pub(super) fn is_workbook(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("xlsx"))
}

/// What came attached in a package.
fn came_attached(package: &Package) -> Vec<Arc<CameAttached>> {
    package.attachments().into_iter().map(Arc::new).collect()
}

/// What of the outer form of a package was let pass; nothing if it is as the program packs it.
fn passed_over(forgiven: &[Forgiven], lang: Lang) -> Option<Message> {
    let said: Vec<String> = forgiven.iter().map(|forgiven| forgiven.words(lang)).collect();
    (!said.is_empty()).then(|| Message { what: archive_words::passed_over(&said, lang), ..Message::default() })
}

/// That attachments are missing or changed; nothing if none is.
fn damaged_attachments(package: &Package, lang: Lang) -> Option<Message> {
    let attachments = package.attachments();
    let damaged = attachments.iter().filter_map(|came| Some((came.title.as_str(), came.content.as_ref().err()?)));
    let said: Vec<String> = damaged
        .map(|(title, problem)| package_words::of_attachment(title, problem.file(), &problem.message(lang).what, lang))
        .collect();
    (!said.is_empty()).then(|| words::damaged_attachments(&said, lang))
}

fn save_one(storage: &dyn Storage, folder: &Path, file: &CameAttached, number: usize, lang: Lang) -> ExportedFile {
    match package::save_attachment(storage, folder, file, number) {
        Ok(path) => ExportedFile { path, result: Ok(Made { bytes: file.size, digest: file.sha256.clone() }) },
        Err(error) => ExportedFile { path: folder.join(file.file_name(number)), result: Err(error.message(lang)) },
    }
}

/// What was opened, as the result of an agency; with why it sent the request back, if it did, and with what came attached.
fn taken(opened: OpenedFile, path: &Path, lang: Lang) -> Result<Taken, Message> {
    match opened {
        OpenedFile::Record(opened) if opened.record.role != Role::Agency => {
            let error = MakeError::Role { kind: PackageKind::Result };
            Err(portfolio_words::in_file(error.message(lang), path))
        }
        OpenedFile::Record(opened) => {
            let result = TakenResult::of_record(opened.record);
            Ok(Taken { result, returned: None, attached: Vec::new(), remarks: Vec::new(), passed_over: None })
        }
        OpenedFile::Package(package, _) => {
            let passed_over = passed_over(&package.forgiven, lang);
            let (returned, attached) = (package.manifest.comment.as_ref().map(ToString::to_string), came_attached(&package));
            let result = match &returned {
                Some(_) => TakenResult::of_record(package.about()),
                None => {
                    let taken = TakenResult::of_package(*package).map_err(|error| error.message(lang));
                    taken.map_err(|message| portfolio_words::in_file(message, path))?
                }
            };
            Ok(Taken { result, returned, attached, remarks: Vec::new(), passed_over })
        }
    }
}

impl Job {
    fn run(&self) -> ExportedFile {
        let (along, undecided) = (self.along, self.undecided);
        let setting = Setting { catalogue: &self.catalogue, today: self.today, lang: self.lang, along, undecided };
        let comment = Prose::from_whole(&self.comment).0;
        let wish = match self.kind {
            PackageKind::Request => Wish::Request,
            PackageKind::Result => Wish::Result,
            PackageKind::Returned => Wish::Returned { comment: &comment },
            PackageKind::Application => Wish::Application { results: &self.results, left_out: &self.left_out },
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
