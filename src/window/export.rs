//! Making files of the record, beside the window.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::app::App;
use super::logic::Event;
use super::{ExportKind, ExportOrder, ExportProgress, ExportState, ExportedFile, Made};
use crate::catalogue::Catalogue;
use crate::export::{self, Copy, ExportError, ExportInput, Format};
use crate::file::{Cause, Storage, StorageError};
use crate::judgement::judge;
use crate::record::{Date, Record, RecordId};
use crate::text::Lang;

/// How many files of one name a folder may have before the program stops looking for a free one.
const MOST_OF_ONE_NAME: usize = 99;

/// An export that came to its end.
pub(super) struct Exported {
    record: RecordId,
    files: Vec<ExportedFile>,
}

struct Job {
    order: ExportOrder,
    record: Arc<Record>,
    catalogue: Arc<Catalogue>,
    storage: Arc<dyn Storage>,
    today: Date,
    lang: Lang,
}

impl App {
    /// 出力: makes the files that were ordered, of the record as it is now.
    pub(super) fn export(&mut self, order: ExportOrder) {
        let lang = self.lang();
        let Some(open) = &mut self.open else { return };
        if matches!(open.outside.export, ExportState::Running(_)) || order.kinds.is_empty() {
            return;
        }
        open.outside.export = ExportState::Running(ExportProgress { done: 0, of: order.kinds.len() });
        let job = Job {
            order,
            record: Arc::clone(open.draft.record()),
            catalogue: Arc::clone(open.draft.catalogue()),
            storage: Arc::clone(&self.env.storage),
            today: self.today,
            lang,
        };
        let (sender, ctx) = (self.sender.clone(), self.ctx.clone());
        let work = move || {
            let record = job.record.id.clone();
            let files = job.run(&|done, of| {
                sender.send(Event::ExportStep { record: record.clone(), done, of }).ok();
                ctx.request_repaint();
            });
            sender.send(Event::Exported(Exported { record, files })).ok();
            ctx.request_repaint();
        };
        self.env.workers.run("export", Box::new(work));
    }

    pub(super) fn export_step(&mut self, record: &RecordId, done: usize, of: usize) {
        if let Some(open) = self.open.as_mut().filter(|open| open.draft.record().id == *record)
            && let ExportState::Running(progress) = &mut open.outside.export
        {
            *progress = ExportProgress { done, of };
        }
    }

    pub(super) fn exported(&mut self, exported: Exported) {
        if let Some(open) = self.open.as_mut().filter(|open| open.draft.record().id == exported.record) {
            open.outside.export = ExportState::Finished(exported.files);
        }
    }
}

impl Job {
    fn run(&self, progress: &dyn Fn(usize, usize)) -> Vec<ExportedFile> {
        let judgement = judge(&self.record, &self.catalogue, self.today);
        let input = ExportInput {
            record: &self.record,
            catalogue: &self.catalogue,
            judgement: &judgement,
            today: self.today,
            lang: self.lang,
            copy: Copy::at_hand(&self.record, &judgement),
        };
        let mut made = Vec::new();
        for (index, kind) in self.order.kinds.iter().enumerate() {
            match self.make(*kind, &input) {
                Ok(files) => made.extend(files),
                Err(error) => {
                    let path = self.order.folder.join(self.name(*kind));
                    made.push(ExportedFile { path, result: Err(error.message(self.lang)) });
                }
            }
            progress(index + 1, self.order.kinds.len());
        }
        made
    }

    fn name(&self, kind: ExportKind) -> String {
        match kind {
            ExportKind::Pdf => export::file_name(&self.record, Format::Pdf),
            ExportKind::Json => export::file_name(&self.record, Format::Json),
            ExportKind::Markdown => export::file_name(&self.record, Format::Markdown),
            ExportKind::Ron => export::file_name(&self.record, Format::Ron),
            ExportKind::PreApplicationFolder => export::set_name(&self.record),
            ExportKind::PreApplicationZip => format!("{}.zip", export::set_name(&self.record)),
        }
    }

    fn make(&self, kind: ExportKind, input: &ExportInput<'_>) -> Result<Vec<ExportedFile>, ExportError> {
        let bytes = match kind {
            ExportKind::Pdf => export::render(Format::Pdf, input)?,
            ExportKind::Json => export::render(Format::Json, input)?,
            ExportKind::Markdown => export::render(Format::Markdown, input)?,
            ExportKind::Ron => export::render(Format::Ron, input)?,
            ExportKind::PreApplicationZip => export::pre_application_zip(input)?,
            ExportKind::PreApplicationFolder => {
                let files = export::pre_application(input)?;
                let files: Vec<(&str, &[u8])> = files.iter().map(|file| (file.name.as_str(), file.bytes.as_slice())).collect();
                return self.write_set(&files);
            }
        };
        let name = self.name(kind);
        let path = self.write_under_a_free_name(&name, &|path| self.write_one(path, &bytes))?;
        Ok(vec![ExportedFile { path, result: Ok(Made::of(&bytes)) }])
    }

    /// Writes the files of a set into a folder of their own.
    fn write_set(&self, files: &[(&str, &[u8])]) -> Result<Vec<ExportedFile>, ExportError> {
        let name = export::set_name(&self.record);
        let folder = self.write_under_a_free_name(&name, &|folder| {
            self.storage.create_folder(folder)?;
            files.iter().try_for_each(|(name, bytes)| self.write_one(&folder.join(name), bytes))
        })?;
        Ok(files.iter().map(|(name, bytes)| ExportedFile { path: folder.join(name), result: Ok(Made::of(bytes)) }).collect())
    }

    /// Writes a file that is not there yet. One of the same content that is there already will do.
    fn write_one(&self, path: &Path, bytes: &[u8]) -> Result<(), StorageError> {
        if self.storage.read(path, size(bytes)).is_ok_and(|there| there == bytes) {
            return Ok(());
        }
        self.storage.create_new(path, bytes)
    }

    /// An earlier export of other content stays: the new one is then called `name (2)` and so on.
    fn write_under_a_free_name(
        &self,
        name: &str,
        write: &dyn Fn(&Path) -> Result<(), StorageError>,
    ) -> Result<PathBuf, ExportError> {
        self.storage.create_folder(&self.order.folder)?;
        let mut number = 1;
        loop {
            let path = self.order.folder.join(numbered(name, number));
            match write(&path) {
                Ok(()) => return Ok(path),
                Err(error) if error.cause == Cause::Exists && number < MOST_OF_ONE_NAME => number += 1,
                Err(error) => return Err(error.into()),
            }
        }
    }
}

/// `name.liu.ron` with a number before its first dot after the last blank-free part: `name (2).liu.ron`.
fn numbered(name: &str, number: usize) -> String {
    if number == 1 {
        return name.to_owned();
    }
    let endings = [".liu.ron", ".liu.json", ".pdf", ".md", ".zip"];
    let ending = endings.into_iter().find(|ending| name.ends_with(ending)).unwrap_or_default();
    let stem = name.strip_suffix(ending).unwrap_or(name);
    format!("{stem} ({number}){ending}")
}

fn size(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_export_of_the_same_name_is_numbered_before_its_ending() {
        assert_eq!(numbered("案件.liu.ron", 1), "案件.liu.ron");
        assert_eq!(numbered("案件.liu.ron", 2), "案件 (2).liu.ron");
        assert_eq!(numbered("v1.2 の案件.pdf", 3), "v1.2 の案件 (3).pdf");
        assert_eq!(numbered("事前申請", 2), "事前申請 (2)");
    }
}
