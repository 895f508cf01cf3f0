//! Files that go along, and saving those that came.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::file::Storage;
use crate::package::{self, CameAttached, MakeError};
use crate::record::RecordId;
use crate::text::{Lang, Message};
use crate::window::dialogs::Purpose;
use crate::window::jobs::{Broken, Desk, JobKind};
use crate::window::state::App;
use crate::window::state::ToSave;
use crate::window::{CameFrom, ExportedFile, Made, SavingAttachments, ToAttach};

impl App {
    /// Looks at a file beside the window, and puts it on the list of those that go into the next package.
    pub(in crate::window) fn attach(&mut self, path: PathBuf) {
        let Some(open) = &self.open else { return };
        if open.outside.attachments.iter().any(|other| other.path == path) {
            return;
        }
        let (storage, record, lang) = (Arc::clone(&self.env.storage), open.draft.record().id.clone(), self.lang());
        let place = path.clone();
        let work = move |_: &Desk<Self>| {
            let read = package::attachment(storage.as_ref(), &path).map_err(|error| error.message(lang));
            read.map(|attachment| ToAttach { path, bytes: Made::of(&attachment.bytes).bytes })
        };
        self.jobs.begin_at(JobKind::Attach, &place, work, move |app: &mut Self, result| {
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

    pub(in crate::window) fn remove_attachment(&mut self, index: usize) {
        if let Some(open) = &mut self.open
            && index < open.outside.attachments.len()
        {
            open.outside.attachments.remove(index);
        }
    }

    /// Asks where what came attached is to be saved.
    pub(in crate::window) fn ask_where_to_save(&mut self, from: CameFrom, which: Option<usize>) {
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
    pub(in crate::window) fn save_attachments(&mut self, folder: PathBuf) {
        let lang = self.lang();
        let at_work = self.begin_work();
        let number = at_work.number;
        let Some(open) = &mut self.open else { return };
        let Some(ToSave { from, files }) = open.to_save.take() else { return };
        if matches!(&open.outside.saving_attachments, SavingAttachments::Running(_, other) if !other.hangs) {
            return;
        }
        open.outside.saving_attachments = SavingAttachments::Running(from, at_work);
        let storage = Arc::clone(&self.env.storage);
        let (to, place) = (folder.clone(), folder.clone());
        let work = move |_: &Desk<Self>| {
            let saved = files.iter().map(|(number, file)| save_one(storage.as_ref(), &to, file, *number, lang));
            saved.collect::<Vec<ExportedFile>>()
        };
        self.jobs.begin_at(JobKind::SaveAttachments, &place, work, move |app: &mut Self, result| {
            let broken = |broken: Broken| vec![ExportedFile { path: folder, result: Err(broken.message(lang)) }];
            app.attachments_saved(number, from, result.unwrap_or_else(broken));
        });
    }

    fn attachments_saved(&mut self, number: u64, from: CameFrom, files: Vec<ExportedFile>) {
        if let Some(open) = &mut self.open
            && matches!(&open.outside.saving_attachments, SavingAttachments::Running(_, at_work) if at_work.number == number)
        {
            open.outside.saving_attachments = SavingAttachments::Finished(from, files);
        }
    }
}

fn save_one(storage: &dyn Storage, folder: &Path, file: &CameAttached, number: usize, lang: Lang) -> ExportedFile {
    match package::save_attachment(storage, folder, file, number) {
        Ok(path) => ExportedFile { path, result: Ok(Made { bytes: file.size, digest: file.sha256.clone() }) },
        Err(error) => ExportedFile { path: folder.join(file.file_name(number)), result: Err(error.message(lang)) },
    }
}
