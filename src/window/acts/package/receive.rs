//! Taking in what an agency sent.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::told::{came_attached, passed_over};
use crate::catalogue::Catalogue;
use crate::file::Storage;
use crate::import;
use crate::judgement::judge;
use crate::package::{self, CameAttached, MakeError, Objection, PackageKind, TakenResult};
use crate::portfolio::{OpenedFile, Pages, Shelf, open_file};
use crate::record::{Date, Record, RecordId, Role};
use crate::text::{Lang, Message, portfolio as portfolio_words};
use crate::window::jobs::{Desk, JobKind};
use crate::window::state::App;
use crate::window::{ReceivedRecord, SavingAttachments};

/// The request of which an agency may have filled in the sheet.
struct SheetOfRequest {
    request: Record,
    catalogue: Arc<Catalogue>,
    id: RecordId,
    today: Date,
}

impl SheetOfRequest {
    fn answered(self, storage: &dyn Storage, path: &Path, lang: Lang) -> Result<Taken, Message> {
        let in_file = |message: Message| Message { place: crate::text::shown_path(path), ..message };
        let bytes = import::read_file(storage, path).map_err(|error| error.message(lang))?;
        let sheet = import::read(&storage.reader(), &bytes).map_err(|error| in_file(error.message(lang)))?;
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
            pages: None,
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
    /// What speaks against relying on the pages of its PDFs.
    pages: Option<Message>,
}

impl App {
    /// Reads beside the window what an agency sent: a result, or a sheet that it filled in without the program.
    pub(in crate::window) fn receive(&mut self, path: PathBuf) {
        let (storage, shelf, lang) = (Arc::clone(&self.env.storage), self.env.shelf.clone(), self.lang());
        let Some(open) = &self.open else { return };
        let sheet = is_workbook(&path).then(|| SheetOfRequest {
            request: package::request_of(open.draft.record()),
            catalogue: Arc::clone(open.draft.catalogue()),
            id: self.env.ids.record_id(),
            today: self.today,
        });
        let (from, place) = (path.clone(), path.clone());
        let work = move |_: &Desk<Self>| match sheet {
            Some(sheet) => sheet.answered(storage.as_ref(), &from, lang),
            None => {
                let opened = open_file(storage.as_ref(), &from, &shelf).map_err(|error| error.message(lang));
                opened.and_then(|opened| taken(opened, (storage.as_ref(), &shelf), &from, lang))
            }
        };
        self.jobs.begin_at(JobKind::Receive, &place, work, move |app: &mut Self, result| {
            app.received(path, result.unwrap_or_else(|broken| Err(broken.message(lang))));
        });
    }

    fn received(&mut self, path: PathBuf, result: Result<Taken, Message>) {
        let lang = self.lang();
        let rules = result.as_ref().ok().map(|taken| self.rules(&taken.result.record));
        let Some(open) = &mut self.open else { return };
        match result {
            Ok(Taken { result, returned, attached, remarks, passed_over, pages }) => {
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
                // Of several the first is shown, the others are told.
                for message in pages.into_iter().chain(passed_over) {
                    self.note(message);
                }
            }
            Err(message) => self.tell(message),
        }
    }

    /// Puts a result into the application although it is about another service or text, or leaves it out again.
    pub(in crate::window) fn want_received(&mut self, index: usize, wanted: bool) {
        if let Some(received) = self.open.as_mut().and_then(|open| open.outside.received.get_mut(index)) {
            received.wanted = wanted;
        }
    }

    pub(in crate::window) fn remove_received(&mut self, index: usize) {
        if let Some(open) = &mut self.open
            && index < open.outside.received.len()
        {
            open.outside.received.remove(index);
            // Their places are others now.
            open.outside.saving_attachments = SavingAttachments::Idle;
        }
    }
}

/// Whether a file is a sheet that was filled in.
pub(in crate::window) fn is_workbook(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("xlsx"))
}

/// What was opened, as the result of an agency; with why it sent the request back, if it did, and with what came attached.
fn taken(opened: OpenedFile, (storage, shelf): (&dyn Storage, &Shelf), path: &Path, lang: Lang) -> Result<Taken, Message> {
    match opened {
        OpenedFile::Record(opened) if opened.record.role != Role::Agency => {
            let error = MakeError::Role { kind: PackageKind::Result };
            Err(portfolio_words::in_file(error.message(lang), path))
        }
        OpenedFile::Record(opened) => {
            let result = TakenResult::of_record(opened.record);
            Ok(Taken { result, returned: None, attached: Vec::new(), remarks: Vec::new(), passed_over: None, pages: None })
        }
        OpenedFile::Package(package, _) => {
            let passed_over = passed_over(&package.forgiven, lang);
            let pages = Pages::message_of_package(&Pages::of_package(&package, (storage, shelf)), lang);
            let pages = pages.map(|message| portfolio_words::in_file(message, path));
            let (returned, attached) = (package.manifest.comment.as_ref().map(ToString::to_string), came_attached(&package));
            let result = match &returned {
                Some(_) => TakenResult::of_record(package.about()),
                None => {
                    let taken = TakenResult::of_package(*package, &storage.reader()).map_err(|error| error.message(lang));
                    taken.map_err(|message| portfolio_words::in_file(message, path))?
                }
            };
            Ok(Taken { result, returned, attached, remarks: Vec::new(), passed_over, pages })
        }
    }
}
