//! The pre-application set is whole, the same every time, and tells when it was changed.

use std::path::Path;

use crate::support::exports::{Case, approved, dense, pages, purpose_harmed, web_conference};
use liu_wizard::export::{
    self, Data, Document, ExportError, ExportedFile, FileRole, IfPresent, Manifest, NamedFile, Packing, Product, SetCheck,
    SetProblem, of_folder, pre_application, read_zip, render, write_all,
};
use liu_wizard::file::{MemoryStorage, Storage as _};
use liu_wizard::record::ContentDigest;
use liu_wizard::text::Lang;

fn set() -> Vec<ExportedFile> {
    let case = Case::new(approved(web_conference()));
    pre_application(&[Document::Record], &case.input(Lang::Ja)).unwrap()
}

/// What comes of checking these files.
fn verify_set(files: &[NamedFile]) -> Result<SetCheck, ExportError> {
    export::verify_set(of_folder(files.to_vec()))
}

fn listing(files: &[ExportedFile]) -> Vec<NamedFile> {
    files.iter().map(|file| (file.name.clone(), file.bytes.clone())).collect()
}

#[test]
fn a_set_holds_pdf_json_ron_and_a_manifest_with_their_digests() {
    let case = Case::new(approved(web_conference()));
    let files = set();
    let roles: Vec<FileRole> = files.iter().map(|file| file.role).collect();
    assert_eq!(roles, [FileRole::Document, FileRole::RecordJson, FileRole::RecordRon, FileRole::Manifest]);
    let manifest: Manifest = serde_json::from_slice(&files[3].bytes).unwrap();
    for (listed, file) in manifest.files.iter().zip(&files) {
        assert_eq!((&listed.name, listed.role), (&file.name, file.role));
        assert_eq!(listed.size, u64::try_from(file.bytes.len()).unwrap());
        assert_eq!(listed.sha256, ContentDigest::of(&file.bytes));
    }
    assert_eq!(manifest.files.len(), 3);
    assert_eq!(manifest.content, case.record.content_digest());
    let mut with_annex = case.input(Lang::Ja);
    with_annex.along.annex = true;
    assert_eq!(files[0].bytes, render(&Product::RECORD_PDF, &with_annex).unwrap());
    assert_eq!(files[0].name, "LIU-3f6c1a90_ウェブ会議サービス甲.pdf");
    assert_eq!(files[2].name, Product::Data(Data::Ron).file_name(&case.record, Lang::Ja));
}

#[test]
fn the_annex_stands_in_a_set_once_whether_or_not_it_is_asked_for() {
    let case = Case::new(approved(web_conference()));
    for asked in [false, true] {
        let mut input = case.input(Lang::Ja);
        input.along.annex = asked;
        for product in [Product::set(Packing::Folder), Product::set(Packing::Zip)] {
            let files = match product {
                Product::Set(Packing::Folder, _) => listing(&export::make(&product, &input).unwrap()),
                _ => read_zip(&render(&product, &input).unwrap()).unwrap().files,
            };
            let printed = files.iter().filter(|(name, _)| name.ends_with(".pdf"));
            let read: Vec<String> = printed.map(|(_, bytes)| dense(&pages(bytes).concat())).collect();
            assert_eq!(read.len(), 3, "{asked} {product:?}");
            for part in ["付録1", "付録2", "付録3", "問いの一覧と根拠"] {
                let with: Vec<usize> = (0..read.len()).filter(|index| read[*index].contains(part)).collect();
                assert_eq!(with, [0], "{part} {asked} {product:?}");
            }
        }
    }
}

#[test]
fn json_and_ron_open_again_as_the_same_record() {
    let record = approved(web_conference());
    for file in &set()[1..3] {
        let (read, _) = liu_wizard::file::parse(&file.bytes, &file.name).unwrap();
        assert_eq!(read, record, "{}", file.name);
    }
}

#[test]
fn a_whole_set_verifies_as_folder_and_as_zip() {
    assert_eq!(verify_set(&listing(&set())).unwrap().problems, []);
    let case = Case::new(approved(web_conference()));
    let zip = render(&Product::Set(Packing::Zip, vec![Document::Record]), &case.input(Lang::Ja)).unwrap();
    let unpacked = read_zip(&zip).unwrap().files;
    assert_eq!(unpacked, listing(&set()));
    assert_eq!(verify_set(&unpacked).unwrap().problems, []);
    assert_eq!(
        zip,
        render(&Product::Set(Packing::Zip, vec![Document::Record]), &case.input(Lang::Ja)).unwrap(),
        "the same bytes every time"
    );
}

#[test]
fn every_change_to_a_set_is_told() {
    let name = |index: usize| set()[index].name.clone();
    let mut changed = listing(&set());
    changed[0].1.push(b' ');
    assert_eq!(verify_set(&changed).unwrap().problems, [SetProblem::Changed(name(0))]);

    let mut missing = listing(&set());
    missing.remove(1);
    assert_eq!(verify_set(&missing).unwrap().problems, [SetProblem::Missing(name(1))]);

    let mut more = listing(&set());
    more.push(("読んでください.txt".to_owned(), Vec::new()));
    assert_eq!(verify_set(&more).unwrap().problems, [SetProblem::NotListed("読んでください.txt".to_owned())]);

    let mut other = listing(&set());
    other[2].1 = liu_wizard::file::to_ron(&purpose_harmed("理由")).unwrap().into_bytes();
    let problems = [SetProblem::Changed(name(2)), SetProblem::AnotherRecord(name(2))];
    assert_eq!(verify_set(&other).unwrap().problems, problems);

    let mut broken = listing(&set());
    broken[1].1.truncate(40);
    let problems = [SetProblem::Changed(name(1)), SetProblem::Unreadable(name(1))];
    assert_eq!(verify_set(&broken).unwrap().problems, problems);
}

#[test]
fn what_is_no_set_is_named_for_what_it_is() {
    let manifest = |text: &str| verify_set(&[("manifest.json".to_owned(), text.as_bytes().to_vec())]);
    assert!(matches!(verify_set(&[]), Err(ExportError::NoManifest)));
    assert!(matches!(manifest("{"), Err(ExportError::Manifest { .. })));
    assert!(matches!(manifest(r#"{"format":"oscal","version":1}"#), Err(ExportError::Manifest { .. })));
    let newer = manifest(r#"{"format":"liu-wizard-set","version":3,"new":true}"#);
    assert!(matches!(newer, Err(ExportError::ManifestNewer { version: 3, known: 2 })));
    assert!(matches!(read_zip(b"no zip"), Err(ExportError::Unpacking { .. })));
    for error in [verify_set(&[]).unwrap_err(), manifest("{").unwrap_err(), newer.unwrap_err(), read_zip(b"").unwrap_err()] {
        for lang in [Lang::Ja, Lang::En] {
            let message = error.message(lang);
            assert!(!message.what.is_empty() && !message.action.is_empty(), "{message:?}");
        }
    }
}

#[test]
fn a_zip_that_leads_elsewhere_or_holds_too_much_is_refused() {
    use std::io::Write as _;
    let pack = |names: &[String], size: usize| {
        let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for name in names {
            let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
            archive.start_file(name.as_str(), options).unwrap();
            archive.write_all(&vec![0; size]).unwrap();
        }
        archive.finish().unwrap().into_inner()
    };
    let names = |count: usize| (0..count).map(|index| format!("{index}")).collect::<Vec<_>>();
    assert!(read_zip(&pack(&["../manifest.json".to_owned()], 1)).is_err());
    assert!(read_zip(&pack(&["C:\\b".to_owned()], 1)).is_err());
    assert!(read_zip(&pack(&names(65), 1)).is_err());
    assert!(read_zip(&pack(&names(1), 64 * 1024 * 1024 + 1)).is_err());
    assert!(read_zip(&pack(&names(3), 5)).is_ok());
}

#[test]
fn nothing_is_overwritten_unless_asked_for() {
    let storage = MemoryStorage::default();
    let folder = Path::new("/出力");
    let files = set();
    let paths = write_all(&storage, folder, &files, IfPresent::Refuse).unwrap();
    assert_eq!(paths.len(), 4);
    write_all(&storage, folder, &files, IfPresent::Refuse).unwrap();
    storage.write_durably(&paths[0], b"somebody's own").unwrap();
    assert!(matches!(write_all(&storage, folder, &files, IfPresent::Refuse), Err(ExportError::Storage(_))));
    assert_eq!(storage.read(&paths[0], 100).unwrap(), b"somebody's own");
    write_all(&storage, folder, &files, IfPresent::Replace).unwrap();
    assert_eq!(storage.read(&paths[0], u64::MAX).unwrap(), files[0].bytes);
}

#[test]
fn a_set_that_was_packed_again_is_known_by_its_content_and_judged_as_before() {
    use std::io::Write as _;
    let pack = |files: &[NamedFile]| {
        let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, bytes) in files {
            archive.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
            archive.write_all(bytes).unwrap();
        }
        archive.finish().unwrap().into_inner()
    };
    let renamed = |rename: &dyn Fn(&str) -> String| {
        let files = listing(&set()).into_iter().map(|(name, bytes)| (rename(&name), bytes));
        let mut files: Vec<NamedFile> = files.collect();
        files.push(("__MACOSX/._x".to_owned(), b"by the system".to_vec()));
        files
    };
    let in_folder = |name: &str| format!("事前申請/{name}");
    let garbled = |name: &str| if name.is_ascii() { name.to_owned() } else { format!("a/{}", name.len()) };
    for (what, files) in [("in a folder", renamed(&in_folder)), ("names lost", renamed(&garbled))] {
        let checked = export::verify_set(read_zip(&pack(&files)).unwrap()).unwrap();
        assert_eq!(checked.problems, [], "{what}");
        assert!(checked.forgiven.len() >= 2, "{what}: {:?}", checked.forgiven);
        let mut changed = files;
        changed[0].1[1000] ^= 1;
        let problems = export::verify_set(read_zip(&pack(&changed)).unwrap()).unwrap().problems;
        assert!(!problems.is_empty(), "{what}");
    }
    // A folder on a disk gets such files, too.
    let mut on_disk = listing(&set());
    on_disk.extend([".DS_Store", "Thumbs.db", "desktop.ini"].map(|name| (name.to_owned(), b"by the system".to_vec())));
    assert_eq!(verify_set(&on_disk).unwrap().problems, []);
}
