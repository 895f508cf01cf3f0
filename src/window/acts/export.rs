//! Making files of the record, beside the window.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::catalogue::Catalogue;
use crate::export::{self, ExportError, ExportInput, IfPresent, Packing, Product};
use crate::file::{Cause, Storage, StorageError, byte_count};
use crate::judgement::judge;
use crate::package::{self, PackageKind};
use crate::record::{Date, Record};
use crate::text::Lang;
use crate::window::acts::at_work::tell_place;
use crate::window::acts::package::PackageJob;
use crate::window::dialogs::Purpose;
use crate::window::jobs::{Broken, Desk, JobKind};
use crate::window::state::App;
use crate::window::{ExportOrder, ExportProgress, ExportState, ExportedFile, Made};

/// How many files of one name a folder may have before the program stops looking for a free one.
const MOST_OF_ONE_NAME: usize = 99;

/// An export that came to its end, or was stopped.
#[derive(Default)]
struct Exported {
    files: Vec<ExportedFile>,
    stopped: bool,
}

/// What an export tells of itself.
enum Told<'a> {
    /// So many products are done, and this one is being made.
    Making(&'a Product, usize),
    /// It is being written.
    Writing,
    /// These came of it.
    Made(&'a [ExportedFile]),
}

struct Job {
    order: ExportOrder,
    record: Arc<Record>,
    catalogue: Arc<Catalogue>,
    storage: Arc<dyn Storage>,
    today: Date,
    /// What is made with them, and its name.
    package: Option<(PackageJob, String)>,
    /// The language of messages.
    lang: Lang,
}

impl App {
    /// 出力: makes the files that were ordered, of the record as it is now, and with them a package if one is wanted.
    pub(in crate::window) fn export(&mut self, order: ExportOrder, with: Option<PackageKind>) {
        let lang = self.lang();
        let Some(first) = order.products.first() else { return };
        if order.folder.as_os_str().is_empty() {
            if let Some(open) = &mut self.open {
                open.export_waits = Some((order, with));
                self.ask(Purpose::ExportFolder);
            }
            return;
        }
        if self.settings.export_folder.as_deref() != Some(order.folder.as_path()) {
            self.settings.export_folder = Some(order.folder.clone());
            self.save_settings();
        }
        if self.open.as_ref().is_none_or(|open| open.outside.export.is_busy()) {
            return;
        }
        let package = with.and_then(|kind| {
            let name = package::suggested_name(kind, self.open.as_ref()?.draft.record(), lang);
            Some((self.package_job(kind, &order.folder.join(&name), IfPresent::Refuse)?, name))
        });
        let at_work = self.begin_work();
        let number = at_work.number;
        let Some(open) = &mut self.open else { return };
        let (making, of) = (first.clone(), order.products.len() + usize::from(package.is_some()));
        open.stop_export.ask();
        let progress = ExportProgress { making, done: 0, of, stopping: false, files: Vec::new(), at_work };
        open.outside.export = ExportState::Running(progress);
        let folder = order.folder.clone();
        let job = Job {
            order,
            record: Arc::clone(open.draft.record()),
            catalogue: Arc::clone(open.draft.catalogue()),
            storage: Arc::clone(&self.env.storage),
            today: self.today,
            package,
            lang,
        };
        let place = folder.clone();
        let work = move |desk: &Desk<Self>| {
            let tell = |told: Told<'_>| match told {
                Told::Making(making, done) => {
                    let making = making.clone();
                    desk.tell(move |app: &mut Self| app.export_step(number, making, done));
                    tell_place(desk, number, false);
                }
                Told::Writing => tell_place(desk, number, true),
                Told::Made(files) => {
                    let files = files.to_vec();
                    desk.tell(move |app: &mut Self| app.export_made(number, files));
                }
            };
            job.run(&tell, &|| desk.is_stopped())
        };
        open.stop_export = self.jobs.begin_at(JobKind::Export, &place, work, move |app: &mut Self, result| {
            let broken = |broken: Broken| {
                let file = ExportedFile { path: folder, result: Err(broken.message(lang)) };
                Exported { files: vec![file], stopped: false }
            };
            app.exported(number, result.unwrap_or_else(broken));
        });
    }

    /// 中止: nothing more is written. What is being made cannot be interrupted, but is thrown away.
    pub(in crate::window) fn stop_export(&mut self) {
        if let Some(open) = &mut self.open
            && let ExportState::Running(progress) = &mut open.outside.export
        {
            progress.stopping = true;
            open.stop_export.ask();
        }
    }

    /// How far the export of this number has come, if it is still waited for.
    fn export_under_way(&mut self, number: u64) -> Option<&mut ExportProgress> {
        match &mut self.open.as_mut()?.outside.export {
            ExportState::Running(progress) if progress.at_work.number == number => Some(progress),
            ExportState::Idle | ExportState::Running(_) | ExportState::Finished(_) | ExportState::Stopped(_) => None,
        }
    }

    fn export_step(&mut self, number: u64, now_making: Product, now_done: usize) {
        if let Some(progress) = self.export_under_way(number) {
            progress.making = now_making;
            progress.done = now_done;
        }
    }

    fn export_made(&mut self, number: u64, files: Vec<ExportedFile>) {
        if let Some(progress) = self.export_under_way(number) {
            progress.files = files;
        }
    }

    fn exported(&mut self, number: u64, exported: Exported) {
        if self.export_under_way(number).is_some()
            && let Some(open) = &mut self.open
        {
            let state = if exported.stopped { ExportState::Stopped } else { ExportState::Finished };
            open.outside.export = state(exported.files);
        }
    }
}

impl Job {
    fn run(&self, tell: &dyn Fn(Told<'_>), is_stopped: &dyn Fn() -> bool) -> Exported {
        let judgement = judge(&self.record, &self.catalogue, self.today);
        let input = ExportInput {
            copy: self.order.copy,
            along: self.order.along,
            ..ExportInput::new(&self.record, &self.catalogue, &judgement, self.today, self.order.lang)
        };
        let mut exported = Exported::default();
        for (done, product) in self.order.products.iter().enumerate() {
            if is_stopped() {
                exported.stopped = true;
                break;
            }
            tell(Told::Making(product, done));
            let made = export::make(product, &input);
            if is_stopped() {
                exported.stopped = true;
                break;
            }
            tell(Told::Writing);
            match made.and_then(|files| self.write(product, &files)) {
                Ok(files) => exported.files.extend(files),
                Err(error) => {
                    let path = self.order.folder.join(product.file_name(&self.record, self.order.lang));
                    exported.files.push(ExportedFile { path, result: Err(error.message(self.lang)) });
                }
            }
            tell(Told::Made(&exported.files));
        }
        if let (Some((package, name)), false) = (&self.package, exported.stopped) {
            exported.files.push(self.write_package(package, name, tell));
        }
        exported
    }

    /// The package, beside the files.
    fn write_package(&self, package: &PackageJob, name: &str, tell: &dyn Fn(Told<'_>)) -> ExportedFile {
        let made = package.bytes(&|waits| {
            if waits {
                tell(Told::Writing);
            }
        });
        let written = made.and_then(|bytes| {
            let path = self.write_under_a_free_name(name, &|path| self.write_one(path, &bytes));
            path.map(|path| ExportedFile { path, result: Ok(Made::of(&bytes)) }).map_err(|error| error.message(self.lang))
        });
        written.unwrap_or_else(|message| ExportedFile { path: self.order.folder.join(name), result: Err(message) })
    }

    fn write(&self, product: &Product, files: &[export::ExportedFile]) -> Result<Vec<ExportedFile>, ExportError> {
        let made = |path: PathBuf, bytes: &[u8]| ExportedFile { path, result: Ok(Made::of(bytes)) };
        if matches!(product, Product::Set(Packing::Folder, _)) {
            let name = product.file_name(&self.record, self.order.lang);
            let folder = self.write_under_a_free_name(&name, &|folder| {
                self.storage.create_folder(folder)?;
                files.iter().try_for_each(|file| self.write_one(&folder.join(&file.name), &file.bytes))
            })?;
            return Ok(files.iter().map(|file| made(folder.join(&file.name), &file.bytes)).collect());
        }
        let mut written = Vec::with_capacity(files.len());
        for file in files {
            let path = self.write_under_a_free_name(&file.name, &|path| self.write_one(path, &file.bytes))?;
            written.push(made(path, &file.bytes));
        }
        Ok(written)
    }

    /// Writes a file that is not there yet. One of the same content that is there already will do.
    fn write_one(&self, path: &Path, bytes: &[u8]) -> Result<(), StorageError> {
        if self.storage.read(path, byte_count(bytes)).is_ok_and(|there| there == bytes) {
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
    let endings = [".liu.zip", ".liu.ron", ".liu.json", ".oscal-ssp.json", ".pdf", ".docx", ".xlsx", ".csv", ".md", ".zip"];
    let ending = endings.into_iter().find(|ending| name.ends_with(ending)).unwrap_or_default();
    let stem = name.strip_suffix(ending).unwrap_or(name);
    format!("{stem} ({number}){ending}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{Along, CopyKind, Data};
    use crate::file::MemoryStorage;

    fn job(storage: &MemoryStorage, products: Vec<Product>) -> Job {
        let example = crate::examples::all().first().unwrap();
        let (record, _) = crate::file::parse(example.ron.as_bytes(), "example").unwrap();
        Job {
            order: ExportOrder {
                folder: PathBuf::from("/out"),
                products,
                copy: CopyKind::Draft,
                lang: Lang::Ja,
                along: Along::default(),
            },
            record: Arc::new(record),
            catalogue: Catalogue::shipped().unwrap(),
            storage: Arc::new(storage.clone()),
            today: Date::new(2026, 11, 23).unwrap(),
            package: None,
            lang: Lang::Ja,
        }
    }

    #[test]
    fn a_stop_keeps_what_was_written_and_throws_away_what_is_being_made() {
        let storage = MemoryStorage::new();
        let products = vec![Product::Data(Data::Json), Product::RECORD_MARKDOWN, Product::Data(Data::Ron)];
        let job = job(&storage, products);
        let (told, is_stopped) = (std::cell::RefCell::new(Vec::new()), std::cell::Cell::new(false));
        let tell = |step: Told<'_>| {
            let Told::Making(making, done) = step else { return };
            told.borrow_mut().push((making.clone(), done));
            // The user clicks while the second one is being made.
            is_stopped.set(done == 1);
        };
        let exported = job.run(&tell, &|| is_stopped.get());
        assert!(exported.stopped);
        assert_eq!(told.into_inner(), [(Product::Data(Data::Json), 0), (Product::RECORD_MARKDOWN, 1)]);
        let written: Vec<PathBuf> = exported.files.iter().map(|file| file.path.clone()).collect();
        assert_eq!(written, storage.paths(), "what it says was written, and nothing else");
        assert_eq!(written.len(), 1);
    }

    #[test]
    fn one_that_fails_does_not_keep_the_others_from_being_made() {
        let storage = MemoryStorage::new();
        let missing = crate::export::Document::Item(crate::record::ItemId::new("none").unwrap());
        let products = vec![Product::Document(missing, crate::export::Medium::Pdf), Product::Data(Data::Json)];
        let exported = job(&storage, products).run(&|_| (), &|| false);
        let results: Vec<bool> = exported.files.iter().map(|file| file.result.is_ok()).collect();
        assert_eq!((results, exported.stopped), (vec![false, true], false));
    }

    #[test]
    fn a_second_export_of_the_same_name_is_numbered_before_its_ending() {
        assert_eq!(numbered("案件.liu.ron", 1), "案件.liu.ron");
        assert_eq!(numbered("案件.liu.ron", 2), "案件 (2).liu.ron");
        assert_eq!(numbered("v1.2 の案件.pdf", 3), "v1.2 の案件 (3).pdf");
        assert_eq!(numbered("事前申請", 2), "事前申請 (2)");
    }
}
