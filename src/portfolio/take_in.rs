//! Reading what an agency sent to a provider: a result, a record alone, a request sent back, or a sheet that was filled in without
//! the program.

use std::path::Path;
use std::sync::Arc;

use super::{OpenedFile, Pages, Shelf, open_file};
use crate::catalogue::Catalogue;
use crate::export::Forgiven;
use crate::file::Storage;
use crate::import;
use crate::package::{self, CameAttached, MakeError, PackageKind, TakenResult};
use crate::record::{Came, CameAs, Date, Record, RecordId, Role};
use crate::text::{Lang, Message, archive as archive_words, portfolio as words};

/// By what it is read.
#[derive(Clone, Copy)]
pub struct TakeIn<'a> {
    /// The disk.
    pub storage: &'a dyn Storage,
    /// The catalogues at hand.
    pub shelf: &'a Shelf,
    /// The provider's record.
    pub ours: &'a Record,
    /// The catalogue by which that is judged.
    pub catalogue: &'a Catalogue,
    /// The day on which it is taken in.
    pub today: Date,
    /// The language of what is told of it.
    pub lang: Lang,
}

/// What an agency sent.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The result; of a request that was sent back the record without an assessment.
    pub result: TakenResult,
    /// Why the request was sent back, if it was.
    pub returned: Option<String>,
    /// What came attached.
    pub attached: Vec<Arc<CameAttached>>,
    /// What must be said of it besides, such as what of a sheet was not taken.
    pub remarks: Vec<String>,
    /// What of the outer form was let pass.
    pub passed_over: Option<Message>,
    /// What speaks against relying on the pages of its PDFs.
    pub pages: Option<Message>,
    /// What is noted of it in the provider's record.
    pub came: Came,
}

impl TakeIn<'_> {
    /// Reads it. `sheet` is the id that the record of a sheet has, which brings none of its own.
    ///
    /// # Errors
    /// [`Message`] says why it is nothing that an agency sends; nothing is changed.
    pub fn read(&self, path: &Path, sheet: RecordId) -> Result<Answer, Message> {
        self.read_as(path, path, sheet)
    }

    /// The same of a file that is kept under another name than it came under.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn read_as(&self, path: &Path, came_as: &Path, sheet: RecordId) -> Result<Answer, Message> {
        if is_workbook(came_as) {
            return self.sheet(path, came_as, sheet);
        }
        let opened = open_file(self.storage, path, self.shelf).map_err(|error| error.message(self.lang))?;
        self.opened(opened, path, came_as)
    }

    fn sheet(&self, path: &Path, came_as: &Path, id: RecordId) -> Result<Answer, Message> {
        let lang = self.lang;
        let in_file = |message: Message| Message { place: crate::text::shown_path(path), ..message };
        let bytes = import::read_file(self.storage, path).map_err(|error| error.message(lang))?;
        let sheet = import::read(&self.storage.reader(), &bytes).map_err(|error| in_file(error.message(lang)))?;
        let file = import::received(came_as, &sheet.sha256, self.today);
        let request = package::request_of(self.ours);
        let begun = package::begin_assessment(&request, id, self.today, self.catalogue.pin());
        let answered = import::answer(&sheet, file.clone(), &request, begun, self.catalogue, package::is_providers);
        let mut answered = answered.map_err(|error| in_file(error.message(lang)))?;
        // What the provider wrote to the next agency since is no other text of the agency's.
        let was_sent = self.ours.asked.iter().flat_map(|asked| &asked.sent).any(|sent| sent.content.as_str() == sheet.content);
        if was_sent && answered.of_earlier_request {
            answered.of_provider.retain(|row| row.path().starts_with("service."));
            answered.of_earlier_request = !answered.of_provider.is_empty();
        }
        let remarks = answered.remarks(self.catalogue, lang);
        let came = came(file, CameAs::Sheet, &answered.record);
        Ok(Answer {
            result: TakenResult::of_record(answered.record),
            returned: None,
            attached: Vec::new(),
            remarks,
            passed_over: None,
            pages: None,
            came,
        })
    }

    fn opened(&self, opened: OpenedFile, path: &Path, came_as: &Path) -> Result<Answer, Message> {
        let lang = self.lang;
        let in_file = |message: Message| words::in_file(message, path);
        match opened {
            OpenedFile::Record(opened) if opened.record.role != Role::Agency => {
                Err(in_file(MakeError::Role { kind: PackageKind::Result }.message(lang)))
            }
            OpenedFile::Record(opened) => {
                let file = import::received(came_as, &opened.digest, self.today);
                let came = came(file, CameAs::Result, &opened.record);
                let result = TakenResult::of_record(opened.record);
                let (attached, remarks) = (Vec::new(), Vec::new());
                Ok(Answer { result, returned: None, attached, remarks, passed_over: None, pages: None, came })
            }
            OpenedFile::Package(package, digest) => {
                let passed_over = passed_over(&package.forgiven, lang);
                let pages = Pages::message_of_package(&Pages::of_package(&package, (self.storage, self.shelf)), lang);
                let pages = pages.map(in_file);
                let returned = package.manifest.comment.as_ref().map(ToString::to_string);
                let attached = package.attachments().into_iter().map(Arc::new).collect();
                let (result, kind) = match &returned {
                    Some(_) => (TakenResult::of_record(package.about()), CameAs::Returned),
                    None => {
                        let taken = TakenResult::of_package(*package, &self.storage.reader());
                        (taken.map_err(|error| in_file(error.message(lang)))?, CameAs::Result)
                    }
                };
                let came = came(import::received(came_as, &digest, self.today), kind, &result.record);
                Ok(Answer { result, returned, attached, remarks: Vec::new(), passed_over, pages, came })
            }
        }
    }
}

fn came(file: crate::record::ReceivedFile, kind: CameAs, record: &Record) -> Came {
    let answers = record.answers_request.as_ref().map(|request| request.content.clone());
    Came { file, kind, record: record.id.clone(), answers }
}

/// Whether a file is a sheet that was filled in.
pub fn is_workbook(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("xlsx"))
}

/// What of the outer form of a package was let pass; nothing if it is as the program packs it.
pub fn passed_over(forgiven: &[Forgiven], lang: Lang) -> Option<Message> {
    let said: Vec<String> = forgiven.iter().map(|forgiven| forgiven.words(lang)).collect();
    (!said.is_empty()).then(|| Message { what: archive_words::passed_over(&said, lang), ..Message::default() })
}
