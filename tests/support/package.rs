//! Assessments to be packed, and packages taken apart and put together again as somebody else might.
#![allow(dead_code, reason = "each test of packages uses its part")]

use std::io::Write as _;

use liu_wizard::export::{self, Limits, NamedFile};
use liu_wizard::file;
use liu_wizard::record::{ApprovalState, ContentDigest, Date, Edit, Line, Person, Record, Validity};

/// What an example holds of an assessment, put into a record that was begun, approved on 2026-11-20.
pub fn assessed(begun: Record, agency: &str) -> Record {
    let example = liu_wizard::examples::all().iter().find(|example| example.task == "LIU-A1").unwrap();
    let (example, _) = file::parse(example.ron.as_bytes(), "example").unwrap();
    let mut record = Record {
        agency: example.agency,
        gate: example.gate,
        task: example.task,
        red_flags: example.red_flags,
        items: example.items,
        raises: example.raises,
        conditions_of_use: example.conditions_of_use,
        residual_risk: example.residual_risk,
        ..begun
    };
    record.agency.name = Line::new(agency).unwrap();
    record.apply(Edit::ChooseValidity(Validity::TwelveMonths)).unwrap();
    for to in [ApprovalState::Submitted, ApprovalState::Approved] {
        let by = Person { title: Line::new("課長").unwrap(), name: Line::new("架空 花子").unwrap() };
        let on = Date::new(2026, 11, 20).unwrap();
        record.apply(Edit::MoveApproval { to, by, on, comment: String::new() }).unwrap();
    }
    record
}

/// The files of a package, the manifest first.
pub fn files(zip: &[u8]) -> Vec<NamedFile> {
    export::unpack(zip, Limits { files: 200, each: 64 << 20, all: 192 << 20 }).unwrap().files
}

/// These files as a ZIP file whose own check sums are right: stored, which is quick.
pub fn repacked(files: &[NamedFile]) -> Vec<u8> {
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::STORE);
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive.start_file(name.as_str(), options).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// The same files with one byte of one of them changed.
pub fn changed_files(files: &[NamedFile], file: usize, at: usize, bits: u8) -> Vec<NamedFile> {
    let mut files = files.to_vec();
    files[file].1[at] ^= bits;
    files
}

/// The package with another manifest, sealed as the program would.
pub fn with_manifest(zip: &[u8], change: impl FnOnce(&mut serde_json::Value)) -> Vec<u8> {
    let mut files = files(zip);
    let mut manifest: serde_json::Value = serde_json::from_slice(&files[0].1).unwrap();
    change(&mut manifest);
    files[0].1 = sealed(manifest);
    repacked(&files)
}

/// The package with another content of the part in a role, listed and sealed as if it were the right one.
pub fn with_part(zip: &[u8], role: &str, bytes: &[u8]) -> Vec<u8> {
    let mut files = files(zip);
    let mut manifest: serde_json::Value = serde_json::from_slice(&files[0].1).unwrap();
    let parts = manifest["parts"].as_array_mut().unwrap();
    let part = parts.iter_mut().find(|part| part["role"] == role).unwrap();
    part["size"] = bytes.len().into();
    part["sha256"] = ContentDigest::of(bytes).as_str().into();
    let name = part["name"].as_str().unwrap().to_owned();
    files.iter_mut().find(|(other, _)| *other == name).unwrap().1 = bytes.to_vec();
    files[0].1 = sealed(manifest);
    repacked(&files)
}

fn sealed(mut manifest: serde_json::Value) -> Vec<u8> {
    let fields = manifest.as_object_mut().unwrap();
    fields.remove("seal");
    let seal = ContentDigest::of(&serde_jcs::to_vec(&manifest).unwrap());
    manifest["seal"] = seal.as_str().into();
    serde_jcs::to_vec(&manifest).unwrap()
}
