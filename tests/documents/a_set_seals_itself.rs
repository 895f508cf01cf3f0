//! The manifest of a set seals itself: whatever is changed in it is told, and of sets of before it is said what cannot be told.

use serde_json::Value;

use crate::support::command_line::{Desk, Ran};
use crate::support::exports::{Case, approved, web_conference};
use crate::support::package::{files, repacked};
use liu_wizard::export::{self, Document, NamedFile, Packing, Product, SetProblem, render};
use liu_wizard::record::ContentDigest;
use liu_wizard::text::Lang;

const MANIFEST: &str = "manifest.json";
/// Written before manifests of sets had a seal.
const VERSION_1: &[u8] = include_bytes!("../data/sets/version1.zip");

/// A set of one short document, as the files of a folder.
fn set(lang: Lang) -> Vec<NamedFile> {
    let case = Case::new(approved(web_conference()));
    files(&render(&Product::Set(Packing::Zip, vec![Document::Explanation]), &case.input(lang)).unwrap())
}

fn manifest_of(set: &[NamedFile]) -> Value {
    serde_json::from_slice(&set.iter().find(|(name, _)| name == MANIFEST).unwrap().1).unwrap()
}

/// The set with another manifest, written as the program writes it but not sealed anew.
fn with_manifest(set: &[NamedFile], manifest: &Value) -> Vec<NamedFile> {
    let mut set = set.to_vec();
    set.iter_mut().find(|(name, _)| name == MANIFEST).unwrap().1 = serde_jcs::to_vec(manifest).unwrap();
    set
}

/// What is said of a set, as a folder and as a ZIP file, which is the same.
fn verify(set: &[NamedFile], lang: &str) -> Ran {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("set")).unwrap();
    for (name, bytes) in set {
        desk.write(&format!("set/{name}"), bytes);
    }
    desk.write("set.zip", repacked(set));
    let [folder, zip] = ["set", "set.zip"].map(|path| desk.run(&["verify", path, "--lang", lang]));
    let said_of_zip = (zip.code, zip.out.replace("set.zip", "set"), zip.err.replace("set.zip", "set"));
    // What cannot be read at all may be meant for a set or for a package.
    assert!(folder.code == 2 || (folder.code, folder.out.clone(), folder.err.clone()) == said_of_zip, "{folder:?} {zip:?}");
    assert_eq!(folder.code, zip.code);
    folder
}

/// Paths to everything in a JSON value that holds nothing else.
fn leaves(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| leaves(value, &format!("{path}/{name}"), found)),
        Value::Array(values) => values.iter().enumerate().for_each(|(at, value)| leaves(value, &format!("{path}/{at}"), found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => found.push(path.to_owned()),
    }
}

/// The same leaf with another value that a manifest may have there.
fn another(path: &str, leaf: &Value) -> Value {
    match (path.rsplit('/').next().unwrap(), leaf) {
        (_, Value::Number(number)) => (number.as_u64().unwrap() + 1).into(),
        ("state", _) => "draft".into(),
        ("made_on", _) => "2026-11-24".into(),
        ("role", Value::String(role)) if role == "document" => "record_ron".into(),
        ("role", _) => "document".into(),
        ("content" | "sha256" | "seal" | "digest", _) => ContentDigest::of(b"another").as_str().into(),
        (_, Value::String(text)) => format!("{text}x").into(),
        (_, other) => panic!("{other}"),
    }
}

#[test]
fn a_set_as_it_was_exported_is_whole_in_both_languages() {
    for (lang, code, said) in [(Lang::Ja, "ja", "書き出したときのままです"), (Lang::En, "en", "the set is as it was exported")]
    {
        let verified = verify(&set(lang), code);
        assert_eq!((verified.code, verified.err.as_str()), (0, ""), "{verified:?}");
        assert!(verified.out.contains(said), "{verified:?}");
    }
}

#[test]
fn every_leaf_of_the_manifest_that_is_changed_is_told() {
    let set = set(Lang::Ja);
    let manifest = manifest_of(&set);
    let mut paths = Vec::new();
    leaves(&manifest, "", &mut paths);
    assert!(paths.len() >= 22, "{paths:?}");
    for path in paths {
        let mut changed = manifest.clone();
        let leaf = changed.pointer_mut(&path).unwrap();
        *leaf = another(&path, leaf);
        let changed = with_manifest(&set, &changed);
        match export::verify_set(export::of_folder(changed)) {
            Ok(check) => assert!(check.problems.contains(&SetProblem::ManifestChanged), "{path}: {:?}", check.problems),
            // Another format, or a version that is not known, is nothing that can be checked.
            Err(error) => assert!(["/format", "/version"].contains(&path.as_str()), "{path}: {error}"),
        }
    }
}

#[test]
fn a_leaf_that_is_taken_away_or_added_is_told() {
    let set = set(Lang::Ja);
    let manifest = manifest_of(&set);
    for name in manifest.as_object().unwrap().keys() {
        let mut changed = manifest.clone();
        changed.as_object_mut().unwrap().remove(name);
        let checked = export::verify_set(export::of_folder(with_manifest(&set, &changed)));
        assert!(checked.is_err() || checked.is_ok_and(|check| check.problems.contains(&SetProblem::ManifestChanged)), "{name}");
    }
    let mut more = manifest;
    more["note"] = "checked by the ministry".into();
    assert!(export::verify_set(export::of_folder(with_manifest(&set, &more))).is_err());
}

#[test]
fn a_manifest_that_is_written_otherwise_is_told() {
    let set = set(Lang::Ja);
    let mut spaced = set.clone();
    let manifest = &mut spaced.iter_mut().find(|(name, _)| name == MANIFEST).unwrap().1;
    *manifest = serde_json::to_vec_pretty(&serde_json::from_slice::<Value>(manifest).unwrap()).unwrap();
    assert_eq!(export::verify_set(export::of_folder(spaced)).unwrap().problems, [SetProblem::ManifestChanged]);
}

#[test]
fn what_the_command_says_of_a_changed_set_is_what_was_changed() {
    for (lang, code, manifest_said) in [
        (Lang::Ja, "ja", "一覧（manifest.json）が書き出したあとで書き換えられています"),
        (Lang::En, "en", "the list of the set (manifest.json) was changed since the export"),
    ] {
        let set = set(lang);
        for (field, value) in [("state", "draft"), ("profile", "liu-at-procurement"), ("made_on", "2020-01-01")] {
            let mut changed = manifest_of(&set);
            assert_ne!(changed[field], value);
            changed[field] = value.into();
            let said = verify(&with_manifest(&set, &changed), code);
            assert_eq!(said.code, 1, "{field}: {said:?}");
            assert!(said.err.contains(manifest_said), "{field}: {said:?}");
        }
        for at in 0..if lang == Lang::Ja { set.len() } else { 1 } {
            let name = set[at].0.clone();
            let told = |changed: &[NamedFile], what: &str| {
                let said = verify(changed, code);
                assert!(said.code > 0 && said.err.contains(MANIFEST) || said.err.contains(&name), "{what} {name}: {said:?}");
                assert!(said.code > 0, "{what} {name}: {said:?}");
            };
            let mut changed = set.clone();
            let middle = changed[at].1.len() / 2;
            changed[at].1[middle] ^= 1;
            told(&changed, "changed");
            let mut removed = set.clone();
            removed.remove(at);
            told(&removed, "removed");
        }
        let mut added = set.clone();
        added.push(("added.txt".to_owned(), Vec::new()));
        let said = verify(&added, code);
        assert!(said.code == 1 && said.err.contains("added.txt"), "{said:?}");
        let document = set.iter().position(|(name, _)| name.ends_with(".pdf")).unwrap();
        let mut renamed = set.clone();
        let before = std::mem::replace(&mut renamed[document].0, "renamed.pdf".to_owned());
        let said = verify(&renamed, code);
        assert!(said.err.contains("renamed.pdf") && said.err.contains(&before), "{said:?}");
    }
}

#[test]
fn a_set_of_before_is_checked_and_what_nobody_can_tell_of_it_is_said() {
    let set = files(VERSION_1);
    for (code, whole, not_sealed, pages) in [
        ("ja", "書き出したときのままです", "そのものには封がありません", "どう印刷したかがPDFに書いてありません"),
        ("en", "the set is as it was exported", "is not sealed itself", "does not say how it was printed"),
    ] {
        let said = verify(&set, code);
        assert!(said.out.contains(whole) && said.err.contains(not_sealed), "{said:?}");
        // What its pages show is not known, and nobody is to take that for checked.
        assert!(said.code == 1 && said.err.contains(pages), "{said:?}");
    }
    let check = export::verify_set(export::of_folder(set.clone())).unwrap();
    assert!(check.problems.is_empty() && !check.manifest.is_sealed(), "{:?}", check.problems);
    let manifest = manifest_of(&set);
    for (field, value, told) in [("state", "submitted", true), ("profile", "another", true), ("made_on", "2020-01-01", false)] {
        let mut changed = manifest.clone();
        assert_ne!(changed[field], value);
        changed[field] = value.into();
        let check = export::verify_set(export::of_folder(with_manifest(&set, &changed))).unwrap();
        assert_eq!(!check.problems.is_empty(), told, "{field}: {:?}", check.problems);
    }
    let mut newer = manifest;
    newer["version"] = 2.into();
    let check = export::verify_set(export::of_folder(with_manifest(&set, &newer))).unwrap();
    assert_eq!(check.problems, [SetProblem::ManifestChanged], "a manifest that should have a seal has one");
}
