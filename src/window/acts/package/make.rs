//! Making a package.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::catalogue::Catalogue;
use crate::export::{self, Along, IfPresent};
use crate::file::Storage;
use crate::package::{self, Attachment, Circle, LeftOut, PackageKind, Setting, TakenResult, Wish};
use crate::record::{Date, Prose, Record, RecordId, Sender};
use crate::text::{Lang, Message, approval as approval_words, edit_error, package as package_words, window as words};
use crate::window::acts::at_work::tell_place;
use crate::window::dialogs::Purpose;
use crate::window::jobs::{Broken, Desk, JobKind};
use crate::window::pages::Dialog;
use crate::window::state::App;
use crate::window::state::OpenRecord;
use crate::window::{ExportedFile, Made, PackageState, ReceivedRecord};

/// What a package is made of, apart from the window.
pub(in crate::window::acts) struct PackageJob {
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
    /// Asks where a package is to go; before a request is sent back, why.
    pub(in crate::window) fn ask_for_package(&mut self, kind: PackageKind) {
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
    pub(in crate::window) fn pack_undecided(&mut self, kind: PackageKind) {
        if let Some(open) = &mut self.open {
            open.undecided = true;
            self.ask(Purpose::SavePackage(kind));
        }
    }

    /// It was said why the request is sent back.
    pub(in crate::window) fn return_for(&mut self, comment: String) {
        if let Some(open) = &mut self.open {
            open.comment = comment;
            self.ask(Purpose::SavePackage(PackageKind::Returned));
        }
    }

    /// Makes a package of the record as it is now, beside the window.
    pub(in crate::window) fn make_package(&mut self, kind: PackageKind, path: &Path, if_present: IfPresent) {
        let lang = self.lang();
        if self.open.as_ref().is_none_or(|open| open.outside.package.is_busy()) {
            return;
        }
        let at_work = self.begin_work();
        let number = at_work.number;
        if let Some(open) = &mut self.open {
            open.outside.package = PackageState::Running(kind, at_work);
        }
        let Some(job) = self.package_job(kind, path, if_present) else { return };
        let record_id = job.record.id.clone();
        let is_request = kind == PackageKind::Request;
        let sent = self.open.as_ref().filter(|_| is_request).map(|open| Arc::clone(open.draft.record()));
        let to = job.path.clone();
        let place = to.clone();
        self.jobs.begin_at(
            JobKind::Package,
            &place,
            move |desk: &Desk<Self>| job.run(&|waits| tell_place(desk, number, waits)),
            move |app: &mut Self, result| {
                let broken = |broken: Broken| ExportedFile { path: to, result: Err(broken.message(lang)) };
                let file = result.unwrap_or_else(broken);
                if let Some(sent) = sent.filter(|_| file.result.is_ok()) {
                    app.note_sent(&sent);
                }
                app.packed(number, &record_id, kind, file);
            },
        );
    }

    /// A package of the record as it is now, to be made apart from the window.
    pub(in crate::window::acts) fn package_job(
        &mut self,
        kind: PackageKind,
        path: &Path,
        if_present: IfPresent,
    ) -> Option<PackageJob> {
        let lang = self.lang();
        let open = self.open.as_mut()?;
        let record = Arc::clone(open.draft.record());
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
        Some(PackageJob {
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
        })
    }

    /// Puts down in the record that this request goes to whom it is addressed.
    fn note_sent(&mut self, sent: &Record) {
        let (lang, today) = (self.lang(), self.today);
        let Some(open) = self.open.as_mut().filter(|open| open.draft.record().id == sent.id && !open.is_read_only()) else {
            return;
        };
        let asked = package::with_sent(open.draft.record(), sent, today);
        let told = package::point_told_by_part(open.draft.judgement());
        let put_down = package::put_down(open.draft.record(), asked.clone(), told);
        if asked != open.draft.record().asked
            && let Err(error) = open.draft.apply(put_down)
        {
            self.tell(edit_error(&error, lang));
        }
    }

    fn packed(&mut self, number: u64, record: &RecordId, kind: PackageKind, file: ExportedFile) {
        let lang = self.lang();
        let Some(open) = self.open.as_mut().filter(|open| open.draft.record().id == *record) else { return };
        let is_waited_for = matches!(&open.outside.package, PackageState::Running(_, at_work) if at_work.number == number);
        match &file.result {
            // One that was made elsewhere took its place. That it is there after all is worth saying.
            Ok(_) if !is_waited_for => self.news = words::package_made(&file.path, lang),
            Err(message) if !is_waited_for => log::warn!("a package that nobody waits for: {}", message.what),
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

impl PackageJob {
    /// Makes it, writes it, and says when its places are waited for.
    fn run(&self, waits: &dyn Fn(bool)) -> ExportedFile {
        let written = self.bytes(waits).and_then(|bytes| {
            let written = export::write_one(self.storage.as_ref(), &self.path, &bytes, self.if_present);
            written.map(|()| Made::of(&bytes)).map_err(|error| error.message(self.lang))
        });
        ExportedFile { path: self.path.clone(), result: written }
    }

    /// Makes it and says when its places are waited for.
    pub(in crate::window::acts) fn bytes(&self, waits: &dyn Fn(bool)) -> Result<Vec<u8>, Message> {
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
        waits(false);
        let made = attachments.and_then(|attachments| package::make(&self.record, wish, &attachments, &setting));
        waits(true);
        made.map_err(|error| error.message(self.lang))
    }
}
