//! Both procedure profiles from begin to end: what is asked for, found and printed follows the profile of the record.

mod command_line_support;
mod exports_support;
mod support;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use command_line_support::{Desk, tree};
use liu_wizard::catalogue::{Profile, StepId};
use liu_wizard::export::{Document, Medium, Product, render};
use liu_wizard::file::to_ron;
use liu_wizard::record::{Edit, Field, ProfileId, Record, Role, TextField};
use liu_wizard::text::Lang;
use serde_json::Value;
use support::{apply, approved_by, catalogue, finished, write};

const PROFILES: [&str; 2] = ["pre_application", "procurement"];

fn profile(id: &str) -> Profile {
    catalogue().profile(&ProfileId::new(id).unwrap()).unwrap().clone()
}

fn under(mut record: Record, id: &str) -> Record {
    apply(&mut record, Edit::ChooseProfile(ProfileId::new(id).unwrap()));
    record
}

/// What the other profile would have been called and would have said.
fn other(id: &str) -> Profile {
    profile(PROFILES.into_iter().find(|other| *other != id).unwrap())
}

/// What a profile is called and says in documents, sentence by sentence.
fn sentences(profile: &Profile, lang: Lang) -> BTreeSet<String> {
    let Profile { title, wording, .. } = profile;
    let said = [title, &wording.document_title, &wording.preface, &wording.what_comes_next].map(|text| text.text(lang));
    let end = lang.pick("。", ". ");
    // What is said of every record is no mark of a profile.
    let of_all = |part: &str| liu_wizard::text::report::not_submitted(lang).starts_with(part);
    said.iter()
        .flat_map(|text| text.split(end))
        .filter(|part| !part.trim().is_empty() && !of_all(part))
        .map(str::to_owned)
        .collect()
}

fn squeezed(text: &str) -> String {
    exports_support::dense(text)
}

/// The text of a made document, without spaces.
fn text_of(path: &Path) -> String {
    let bytes = std::fs::read(path).unwrap();
    match path.extension().unwrap().to_str().unwrap() {
        "pdf" => exports_support::pages(&bytes).concat(),
        "docx" | "xlsx" => {
            let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
            let names: Vec<String> = archive.file_names().map(|name| name.unwrap().to_string()).collect();
            let mut text = String::new();
            for name in names.iter().filter(|name| name.ends_with(".xml")) {
                let mut part = String::new();
                std::io::Read::read_to_string(&mut archive.by_name(name).unwrap(), &mut part).unwrap();
                // What stands between the tags.
                text.extend(part.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text.to_owned()));
            }
            squeezed(&quick_xml::escape::unescape(&text).unwrap())
        }
        _ => squeezed(&String::from_utf8(bytes).unwrap().replace('\\', "")),
    }
}

fn made(desk: &Desk, folder: &str) -> Vec<PathBuf> {
    tree(&desk.path(folder)).into_iter().map(|(path, _)| path).collect()
}

#[test]
fn every_export_speaks_the_words_of_its_profile_and_of_no_other() {
    for id in PROFILES {
        let desk = Desk::new();
        desk.write("case.liu.ron", to_ron(&approved_by(under(finished(), id), &catalogue())).unwrap());
        assert_eq!(desk.run(&["check", "case.liu.ron"]).code, 0, "{id}");
        for lang in [Lang::Ja, Lang::En] {
            let code = lang.pick("ja", "en");
            let arguments = ["export", "case.liu.ron", "--to", code, "--format", "pdf,docx,md", "--final", "--lang", code];
            let ran = desk.run(&arguments);
            assert_eq!(ran.code, 0, "{ran:?}");
            let made = made(&desk, code);
            assert_eq!(made.len(), 3, "{made:?}");
            for path in made {
                let text = text_of(&path);
                for sentence in sentences(&profile(id), lang) {
                    assert!(text.contains(&squeezed(&sentence)), "{id} {} lacks {sentence}", path.display());
                }
                for sentence in sentences(&other(id), lang).difference(&sentences(&profile(id), lang)) {
                    assert!(!text.contains(&squeezed(sentence)), "{id} {} has {sentence}", path.display());
                }
            }
        }
        // The set is whole, and names the profile.
        assert_eq!(desk.run(&["export", "case.liu.ron", "--to", "set", "--format", "set"]).code, 0);
        let manifest = made(&desk, "set").into_iter().find(|path| path.ends_with("manifest.json")).unwrap();
        let manifest: Value = serde_json::from_slice(&std::fs::read(&manifest).unwrap()).unwrap();
        assert_eq!(manifest["profile"], id);
    }
}

#[test]
fn what_the_profile_requires_is_found_missing_by_its_name() {
    for id in PROFILES {
        for role in [Role::Agency, Role::Csp] {
            let desk = Desk::new();
            desk.write("case.liu.ron", to_ron(&under(support::blank(role), id)).unwrap());
            let shown = desk.run(&["show", "case.liu.ron", "--json"]);
            let shown: Value = serde_json::from_str(&shown.out).unwrap();
            let missing: BTreeSet<&str> = shown["findings"]
                .as_array()
                .unwrap()
                .iter()
                .filter(|finding| finding["id"] == "required_missing")
                .map(|finding| finding["where"].as_str().unwrap())
                .filter(|place| !place.starts_with("application."))
                .collect();
            let profile = profile(id);
            let required = profile.required.iter().filter(|field| field.roles.contains(&role));
            let required: BTreeSet<&str> = required.map(|field| field.path.as_str()).collect();
            assert_eq!(missing, required, "{id} {role:?}");
        }
        // One alone that is taken away again is found, and nothing else.
        let mut record = under(finished(), id);
        write(&mut record, Field::Text(TextField::Purpose), "");
        let desk = Desk::new();
        desk.write("case.liu.ron", to_ron(&record).unwrap());
        let checked = desk.run(&["check", "case.liu.ron"]);
        let found: Vec<&str> = checked.out.lines().filter(|line| line.contains("required_missing")).collect();
        assert_eq!(found.len(), 1, "{checked:?}");
        assert!(found[0].contains("agency.purpose"), "{found:?}");
    }
}

#[test]
fn a_provider_is_asked_for_the_check_list_only_where_there_is_a_pre_application() {
    for id in PROFILES {
        let has_application = profile(id).csp_steps.contains(&StepId::Application);
        assert_eq!(has_application, id == "pre_application");
        let case = exports_support::Case::new(under(support::blank(Role::Csp), id));
        for document in [Document::Record, Document::Sheet] {
            let printed = render(&Product::Document(document, Medium::Markdown), &case.input(Lang::Ja)).unwrap();
            let printed = String::from_utf8(printed).unwrap();
            assert_eq!(printed.contains("事前申請の確認表"), has_application, "{id}");
        }
        let asked = case.judgement.findings.iter().any(|finding| matches!(finding.field, Field::CheckList(_)));
        assert_eq!(asked, has_application, "{id}");
    }
    // What was entered is printed all the same.
    let mut record = under(support::blank(Role::Csp), "procurement");
    write(&mut record, Field::Text(TextField::ApplicationRemarks), "前の手続のときに書いた。");
    let case = exports_support::Case::new(record);
    let printed = render(&Product::Document(Document::Record, Medium::Markdown), &case.input(Lang::Ja)).unwrap();
    assert!(String::from_utf8(printed).unwrap().contains("前の手続のときに書いた。"));
}

#[test]
fn another_profile_is_a_change_of_content_and_of_no_level() {
    let before = finished();
    let after = under(before.clone(), "procurement");
    let judged = |record: &Record| liu_wizard::judgement::judge(record, &catalogue(), support::today());
    assert_eq!(judged(&before), judged(&after));
    assert_ne!(before.content_digest(), after.content_digest());
}
