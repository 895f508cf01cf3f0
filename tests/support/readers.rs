//! Every reader of what comes from outside, each as a function of bytes that fails only if a promise is broken: no panic, an answer that
//! is bounded, and what was read can be written and is read again as the same. The corpora in `tests/data/fuzz` go through them in
//! `cargo test`; `fuzz` drives them with libFuzzer. Nothing is used here but the library and what it is made of.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use liu_wizard::catalogue::Catalogue;
use liu_wizard::export::{self, CopyKind, Document, ExportInput, Limits, Medium, Product, render};
use liu_wizard::file::signature::{self, AllowedSigners};
use liu_wizard::file::{
    self, AppFolders, FileFormat, Holder, MemoryStorage, RecordLock, Session, Settings, SnapshotMeta, Storage, Taking,
};
use liu_wizard::import::{self, pasted_items, pasted_task};
use liu_wizard::judgement::judge;
use liu_wizard::package;
use liu_wizard::portfolio::load_catalogue;
use liu_wizard::record::{Date, ItemId, Line, ProfileId, Prose, Record, RecordId, Role, is_refused};
use liu_wizard::text::{Lang, Message};

/// A reader.
pub struct Reader {
    /// Its name, and that of the folder of its corpus.
    pub name: &'static str,
    /// What it reads: whoever gives it this breaks the promise if it panics.
    pub read: fn(&[u8]),
}

/// All of them.
pub const READERS: &[Reader] = &[
    Reader { name: "ron", read: ron },
    Reader { name: "json", read: json },
    Reader { name: "shown", read: shown },
    Reader { name: "pdf", read: pdf },
    Reader { name: "workbook", read: workbook },
    Reader { name: "workbook_parts", read: workbook_parts },
    Reader { name: "zip", read: zip },
    Reader { name: "package", read: package },
    Reader { name: "package_parts", read: package_parts },
    Reader { name: "set", read: set },
    Reader { name: "set_parts", read: set_parts },
    Reader { name: "catalogue", read: catalogue },
    Reader { name: "signature", read: signature },
    Reader { name: "allowed_signers", read: allowed_signers },
    Reader { name: "settings", read: settings },
    Reader { name: "snapshot", read: snapshot },
    Reader { name: "lock", read: lock },
    Reader { name: "pasted", read: pasted },
    Reader { name: "day", read: day },
    Reader { name: "text", read: text },
];

/// No message is longer than somebody would read.
const LONGEST_MESSAGE: usize = 60_000;

fn bounded(message: impl Fn(Lang) -> Message) {
    for lang in [Lang::Ja, Lang::En] {
        let said = message(lang);
        let length = said.what.len() + said.place.len() + said.expected.len() + said.action.len();
        assert!(!said.what.is_empty() && length < LONGEST_MESSAGE, "{length} bytes are said");
    }
}

fn shipped() -> Arc<Catalogue> {
    Catalogue::shipped().expect("the shipped catalogue is sound")
}

fn today() -> Date {
    Date::new(2026, 11, 23).expect("a day")
}

fn blank() -> Record {
    let id = RecordId::new("c0ffee00-0000-4000-8000-000000000001").expect("an id");
    let profile = ProfileId::new("pre_application").expect("an id");
    Record::new(id, Role::Agency, today(), profile, shipped().pin())
}

/// A record that was read is written in both formats and read again as the same.
fn comes_back(record: &Record) {
    for format in [FileFormat::Ron, FileFormat::Json] {
        let written = format.write(record).expect("what was read can be written");
        if written.len() as u64 > file::MAX_BYTES {
            continue;
        }
        let (again, found) = file::parse(written.as_bytes(), "again").expect("what was written can be read");
        assert!(found == format && again == *record, "a record came back as another");
    }
}

fn record(bytes: &[u8]) -> Option<Record> {
    match file::parse(bytes, "file") {
        Ok((record, _)) => Some(record),
        Err(error) => {
            bounded(|lang| error.message(lang));
            None
        }
    }
}

fn ron(bytes: &[u8]) {
    if let Some(record) = record(bytes) {
        comes_back(&record);
    }
}

fn json(bytes: &[u8]) {
    ron(bytes);
}

/// What can be read can be judged, and is shown whole.
fn shown(bytes: &[u8]) {
    let Some(record) = record(bytes) else { return };
    let catalogue = shipped();
    let judgement = judge(&record, &catalogue, today());
    for lang in [Lang::Ja, Lang::En] {
        let input = ExportInput { copy: CopyKind::Draft, ..ExportInput::new(&record, &catalogue, &judgement, today(), lang) };
        render(&Product::Document(Document::Record, Medium::Markdown), &input).expect("what was read can be shown");
    }
}

/// What starts a process for a stranger's file.
#[cfg(not(fuzzing))]
fn reader() -> liu_wizard::reader::Reader {
    liu_wizard::reader::Reader::of(env!("CARGO_BIN_EXE_liu-wizard"))
}

/// A fuzzer sees nothing of other processes.
#[cfg(fuzzing)]
fn reader() -> liu_wizard::reader::Reader {
    liu_wizard::reader::Reader::none()
}

/// The head is what is looked for first; the rest is the fuzzer's.
fn headed(bytes: &[u8]) -> Vec<u8> {
    [b"%PDF-1.7\n", bytes].concat()
}

#[cfg(not(fuzzing))]
fn pdf(bytes: &[u8]) {
    match file::read(&reader(), &headed(bytes), "file") {
        Ok(opened) => comes_back(&opened.record),
        Err(error) => bounded(|lang| error.message(lang)),
    }
}

/// In the fuzzer's own process, where it sees what is done.
#[cfg(fuzzing)]
fn pdf(bytes: &[u8]) {
    let confined = liu_wizard::reader::Confined::by_a_fuzzer();
    for part in file::answer_attached_to_pdf(&headed(bytes), &confined) {
        ron(&part);
    }
}

#[cfg(not(fuzzing))]
fn workbook(bytes: &[u8]) {
    match import::read(&reader(), bytes) {
        Ok(sheet) => match import::compare(&sheet, &blank(), &shipped()) {
            Ok(import) => assert!(import.rows.iter().all(|row| row.path().len() < LONGEST_MESSAGE)),
            Err(error) => bounded(|lang| error.message(lang)),
        },
        Err(error) => bounded(|lang| error.message(lang)),
    }
}

#[cfg(fuzzing)]
fn workbook(bytes: &[u8]) {
    let confined = liu_wizard::reader::Confined::by_a_fuzzer();
    let length: usize = import::answer_sheet(bytes, &confined).iter().map(Vec::len).sum();
    assert!(length as u64 <= liu_wizard::reader::limits::ANSWER, "{length} bytes are answered");
}

/// Files of a ZIP file as a fuzzer can change them: each begins with a line `=== NAME`.
pub fn packed(bytes: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes);
    let parts = text.split("=== ").skip(1).filter_map(|part| part.split_once('\n'));
    export::pack(parts.map(|(name, content)| (name, content.as_bytes()))).unwrap_or_default()
}

fn workbook_parts(bytes: &[u8]) {
    workbook(&packed(bytes));
}

fn zip(bytes: &[u8]) {
    let limits = Limits { files: 50, each: 1 << 20, all: 4 << 20 };
    match export::unpack(bytes, limits) {
        Ok(unpacked) => {
            let sizes = unpacked.files.iter().map(|(_, bytes)| bytes.len() as u64);
            assert!(unpacked.files.len() <= limits.files && sizes.sum::<u64>() <= limits.all, "more than was allowed");
            let again = export::pack(unpacked.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())));
            let again = export::unpack(&again.expect("what was unpacked can be packed"), limits).expect("and be unpacked again");
            assert!(again.files == unpacked.files, "files came back as others");
        }
        Err(problem) => {
            for lang in [Lang::Ja, Lang::En] {
                assert!(problem.words(lang).len() < LONGEST_MESSAGE);
            }
        }
    }
}

fn package(bytes: &[u8]) {
    match package::read_despite_attachments(bytes) {
        Ok(package) => {
            comes_back(&package.about());
            assert!(package.check_documents(&reader()).len() <= 10_000);
        }
        Err(error) => bounded(|lang| error.message(lang)),
    }
}

fn package_parts(bytes: &[u8]) {
    package(&packed(bytes));
}

fn set(bytes: &[u8]) {
    match export::read_zip(bytes).and_then(export::verify_set) {
        Ok(_) => {}
        Err(error) => bounded(|lang| error.message(lang)),
    }
}

fn set_parts(bytes: &[u8]) {
    set(&packed(bytes));
}

fn catalogue(bytes: &[u8]) {
    let (storage, path) = (MemoryStorage::new(), Path::new("/own.ron"));
    storage.put(path, bytes);
    match load_catalogue(&storage, path) {
        Ok(read) => {
            let again = Catalogue::from_ron("again", &read.to_ron().expect("what was read can be written"));
            assert!(again.is_ok_and(|again| again.digest() == read.digest()), "a catalogue came back as another");
        }
        // What somebody may have done to it by hand is looked for.
        Err(error) => bounded(|lang| error.message(lang)),
    }
}

fn signature(bytes: &[u8]) {
    if let Err(error) = signature::verify(&blank(), bytes, "file") {
        bounded(|lang| error.message(lang));
    }
}

fn allowed_signers(bytes: &[u8]) {
    if let Err(error) = AllowedSigners::parse(bytes, "file") {
        bounded(|lang| error.message(lang));
    }
}

fn settings(bytes: &[u8]) {
    let (storage, folders) = (MemoryStorage::new(), AppFolders::at("/data"));
    storage.put(&folders.settings_file(), bytes);
    let (read, problem) = Settings::load(&storage, &folders);
    if let Some(problem) = problem {
        bounded(|lang| problem.message(lang));
        return;
    }
    read.save(&storage, &folders).expect("what was read can be saved");
    let (again, problem) = Settings::load(&storage, &folders);
    assert!(problem.is_none() && again == read, "settings came back as others");
}

fn session(storage: &Arc<MemoryStorage>, id: u128) -> Session {
    Session::begin(Arc::clone(storage) as Arc<dyn Storage>, AppFolders::at("/data"), uuid::Uuid::from_u128(id))
        .expect("a session")
}

fn snapshot(bytes: &[u8]) {
    // Where a snapshot lies is asked of the program once.
    static PLACE: LazyLock<std::path::PathBuf> = LazyLock::new(|| {
        let storage = Arc::new(MemoryStorage::new());
        let meta = SnapshotMeta { original: None, base: None, taken: jiff::Timestamp::UNIX_EPOCH, own_save: None };
        session(&storage, 1).snapshot(&blank(), &meta).expect("a snapshot");
        let folder = AppFolders::at("/data").recovery();
        storage.paths().into_iter().find(|path| path.starts_with(&folder)).expect("a file")
    });
    let storage = Arc::new(MemoryStorage::new());
    storage.put(&PLACE, bytes);
    let session = session(&storage, 2);
    let orphans = session.orphans().expect("a list");
    assert!(orphans.len() == 1, "an unreadable snapshot is listed, too");
    for orphan in orphans {
        match orphan.content {
            Ok(snapshot) => {
                comes_back(&snapshot.record);
                session.snapshot(&snapshot.record, &snapshot.meta).expect("what was read can be written");
            }
            Err(error) => bounded(|lang| error.message(lang)),
        }
    }
    session.sweep().expect("nothing keeps a sweep");
    assert!(storage.get(&PLACE).as_deref() == Some(bytes), "nobody takes a snapshot away");
}

fn lock(bytes: &[u8]) {
    let storage = Arc::new(MemoryStorage::new());
    let session = session(&storage, 1);
    let (record, holder) = (Path::new("/cases/a.liu.ron"), Holder { user: "a".into(), host: "b".into() });
    let now = jiff::Timestamp::UNIX_EPOCH;
    storage.put(record, b"");
    // Where it lies is asked of the program.
    let ours = RecordLock::acquire(&session, record, &holder, now, Taking::IfFree).expect("nobody has it");
    let path = storage.paths().into_iter().find(|path| path.starts_with("/cases") && path != record).expect("a file");
    drop(ours);
    storage.put(&path, bytes);
    if let Err(error) = RecordLock::acquire(&session, record, &holder, now, Taking::IfFree) {
        bounded(|lang| error.message(lang));
    }
}

fn pasted(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let pasted = pasted_items::read(&text);
    let mut number = 0;
    let edit = pasted_items::as_edit(&pasted.rows, || {
        number += 1;
        ItemId::new(format!("item-{number}")).expect("an id")
    });
    let mut record = blank();
    if record.apply(edit).is_ok() {
        comes_back(&record);
    }
    pasted_task::split(&text);
}

fn day(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(read) = Date::written(&text) {
        let again = Date::written(&read.day.to_string()).expect("a day that was read can be read again");
        assert!(again.day == read.day, "a day came back as another");
    }
    Date::from_serial(&text);
}

fn text(bytes: &[u8]) {
    let typed = String::from_utf8_lossy(bytes);
    let (line, _) = Line::<100>::from_typed(&typed);
    let (prose, _) = Prose::<100>::from_whole(&typed);
    for taken in [line.as_str(), prose.as_str()] {
        assert!(!taken.chars().any(is_refused), "a character that acts was taken");
    }
    assert!(!line.as_str().contains('\n'), "a line has one line");
    assert!(Line::<100>::new(line.as_str()).is_ok_and(|again| again == line), "a line came back as another");
    assert!(Prose::<100>::new(prose.as_str()).is_ok_and(|again| again == prose), "a text came back as another");
}
