//! Making files of the record, beside the window.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::app::App;
use super::logic::Event;
use super::{ExportOrder, ExportProgress, ExportState, ExportedFile, Made};
use crate::catalogue::Catalogue;
use crate::export::{self, Comments, Copy, ExportError, ExportInput, Packing, Product};
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
        if matches!(open.outside.export, ExportState::Running(_)) || order.products.is_empty() {
            return;
        }
        open.outside.export = ExportState::Running(ExportProgress { done: 0, of: order.products.len() });
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
            comments: Comments::default(),
        };
        let mut made = Vec::new();
        for (index, product) in self.order.products.iter().enumerate() {
            match self.make(product, &input) {
                Ok(files) => made.extend(files),
                Err(error) => {
                    let path = self.order.folder.join(product.file_name(&self.record, self.lang));
                    made.push(ExportedFile { path, result: Err(error.message(self.lang)) });
                }
            }
            progress(index + 1, self.order.products.len());
        }
        made
    }

    fn make(&self, product: &Product, input: &ExportInput<'_>) -> Result<Vec<ExportedFile>, ExportError> {
        let files = export::make(product, input)?;
        let made = |path: PathBuf, bytes: &[u8]| ExportedFile { path, result: Ok(Made::of(bytes)) };
        if *product == Product::Set(Packing::Folder) {
            let name = product.file_name(&self.record, self.lang);
            let folder = self.write_under_a_free_name(&name, &|folder| {
                self.storage.create_folder(folder)?;
                files.iter().try_for_each(|file| self.write_one(&folder.join(&file.name), &file.bytes))
            })?;
            return Ok(files.iter().map(|file| made(folder.join(&file.name), &file.bytes)).collect());
        }
        let mut written = Vec::with_capacity(files.len());
        for file in &files {
            let path = self.write_under_a_free_name(&file.name, &|path| self.write_one(path, &file.bytes))?;
            written.push(made(path, &file.bytes));
        }
        Ok(written)
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
    let endings = [".liu.ron", ".liu.json", ".oscal-ssp.json", ".pdf", ".docx", ".xlsx", ".csv", ".md", ".zip"];
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
