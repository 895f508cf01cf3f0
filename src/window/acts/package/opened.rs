//! Packages that are opened.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::told::{came_attached, damaged_attachments};
use crate::catalogue::StepId;
use crate::judgement::judge;
use crate::package::{self, Answering, MakeError, Objection, Package, PackageKind, TakenResult};
use crate::portfolio::{OpenError, OpenedFile, check_ids, open_despite_attachments, passed_over};
use crate::record::{RecordId, Role};
use crate::text::{Lang, package as package_words, portfolio as portfolio_words, window as words};
use crate::window::jobs::{Broken, Desk, JobKind};
use crate::window::pages::{Dialog, Told};
use crate::window::state::App;
use crate::window::state::Leaving;
use crate::window::state::{Access, OpenRecord};
use crate::window::{Command, LookedAt, ReceivedRecord};

impl App {
    /// Looks beside the window at what may be a package. The record that is open stays meanwhile.
    pub(in crate::window) fn look_into(&mut self, path: PathBuf) {
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
    pub(in crate::window) fn opened_package(&mut self, package: Box<Package>, path: PathBuf) {
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
    pub(in crate::window) fn receive_package(&mut self, package: &Package, path: PathBuf) {
        self.go_to(StepId::Received);
        if package.kind() == PackageKind::Application {
            self.take_results_of(package.clone(), path);
        } else {
            self.receive(path);
        }
    }

    /// Takes a package that was looked at into the provider's record that was opened for it.
    pub(in crate::window) fn receive_in_opened(&mut self, package: PathBuf) {
        let Some(open) = &self.open else { return };
        if open.draft.record().role == Role::Csp {
            self.go_to(StepId::Received);
            self.receive(package);
        } else {
            self.tell(words::not_the_providers_record(self.lang()));
        }
    }

    /// Begins an assessment of a request.
    pub(in crate::window) fn begin_assessment(&mut self, package: &Package, path: &Path) {
        let lang = self.lang();
        let pin = self.env.shelf.in_use().pin();
        let record = package::begin_assessment(&package.record, self.env.ids.record_id(), self.today, pin);
        // The request may have been made with another catalogue than the one that is to judge its assessment.
        if let Err(error) = check_ids(&record, Path::new(""), self.env.storage.as_ref(), &self.env.shelf) {
            return self.tell(error.message(lang));
        }
        words::begun_from_request(lang).clone_into(&mut self.news);
        let rules = self.rules(&record);
        let mut open = OpenRecord::begun(record, rules, self.today);
        open.outside.came_attached = came_attached(package);
        self.show_record(open);
        self.check_pages_of_package(package.clone(), path);
        if let Some(message) = passed_over(&package.forgiven, lang) {
            self.note(message);
        }
    }

    /// Shows the record that a package is about, with what came beside it.
    pub(in crate::window) fn show_package(&mut self, package: Package, path: PathBuf) {
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
        self.check_pages_of_package(package.clone(), &path);
        self.take_results_of(package, path);
        if let Some(message) = damaged {
            self.tell(message);
        }
        if let Some(message) = passed_over {
            self.note(message);
        }
    }

    /// Lists the results in an application under 受領, once its printed documents were looked at beside the window.
    fn take_results_of(&mut self, package: Package, path: PathBuf) {
        let Some(open) = self.open.as_ref().filter(|_| package.kind() == PackageKind::Application) else { return };
        let (record, reader) = (open.draft.record().id.clone(), self.env.storage.reader());
        let work = move |_: &Desk<Self>| TakenResult::of_application(&package, &reader);
        self.jobs.begin(JobKind::Receive, work, move |app: &mut Self, results| app.results_taken(&record, &path, results));
    }

    fn results_taken(&mut self, record: &RecordId, path: &Path, results: Result<Result<Vec<TakenResult>, MakeError>, Broken>) {
        let lang = self.lang();
        if self.open.as_ref().is_none_or(|open| open.draft.record().id != *record) {
            return;
        }
        let results = match results {
            Ok(Ok(results)) => results,
            Ok(Err(error)) => return self.tell(portfolio_words::in_file(error.message(lang), path)),
            Err(broken) => return self.tell(broken.message(lang)),
        };
        for result in results {
            let catalogue = self.rules(&result.record).catalogue;
            let judgement = judge(&result.record, &catalogue, self.today);
            let result = result.judged_by(catalogue);
            // What stands in an application was put into it on purpose.
            let (path, attached, remarks) = (path.to_owned(), Vec::new(), Vec::new());
            let received =
                ReceivedRecord { path, result, judgement, returned: None, attached, remarks, wanted: true, came: None };
            if let Some(open) = &mut self.open {
                open.outside.received.retain(|other| other.record().id != received.record().id);
                open.outside.received.push(received);
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
