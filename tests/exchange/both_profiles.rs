//! Both procedure profiles from begin to end: what is asked for, found and printed follows the profile of the record.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::support::command_line::{Desk, tree};
use crate::support::package::{assessed, files};
use crate::support::{add_item, apply, approved_by, catalogue, decide_open_cells, finished, write};
use liu_wizard::catalogue::{Procedure, Profile, StepId};
use liu_wizard::export::{Data, Document, Medium, Packing, Product, render};
use liu_wizard::file::to_ron;
use liu_wizard::record::{CheckListPoint, Edit, Field, ProfileId, Record, Role, TaskChoice, TextField};
use liu_wizard::text::Lang;
use serde_json::Value;

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
    crate::support::exports::dense(text)
}

/// The text of a made document, without spaces.
fn text_of(path: &Path) -> String {
    let bytes = std::fs::read(path).unwrap();
    read_as(path.extension().unwrap().to_str().unwrap(), bytes)
}

/// The same of bytes that were made.
fn read_as(extension: &str, bytes: Vec<u8>) -> String {
    match extension {
        "pdf" => crate::support::exports::pages(&bytes).concat(),
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
            desk.write("case.liu.ron", to_ron(&under(crate::support::blank(role), id)).unwrap());
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
        let found: Vec<&str> = checked.out.lines().filter(|line| line.contains("必要な項目が空です")).collect();
        assert_eq!(found.len(), 1, "{checked:?}");
        assert!(found[0].contains("利用目的"), "{found:?}");
    }
}

#[test]
fn a_provider_is_asked_for_the_check_list_only_where_there_is_a_pre_application() {
    for id in PROFILES {
        let has_application = profile(id).csp_steps.contains(&StepId::Application);
        assert_eq!(has_application, id == "pre_application");
        let case = crate::support::exports::Case::new(under(crate::support::blank(Role::Csp), id));
        for document in [Document::Record, Document::Sheet] {
            let printed = render(&Product::Document(document, Medium::Markdown), &case.input(Lang::Ja)).unwrap();
            let printed = String::from_utf8(printed).unwrap();
            assert_eq!(printed.contains("事前申請の確認表"), has_application, "{id}");
        }
        let asked = case.judgement.findings.iter().any(|finding| matches!(finding.field, Field::CheckList(_)));
        assert_eq!(asked, has_application, "{id}");
    }
    // What was entered is printed all the same.
    let mut record = under(crate::support::blank(Role::Csp), "procurement");
    write(&mut record, Field::Text(TextField::ApplicationRemarks), "前の手続のときに書いた。");
    let case = crate::support::exports::Case::new(record);
    let printed = render(&Product::Document(Document::Record, Medium::Markdown), &case.input(Lang::Ja)).unwrap();
    assert!(String::from_utf8(printed).unwrap().contains("前の手続のときに書いた。"));
}

#[test]
fn another_profile_is_a_change_of_content_and_of_no_level() {
    let before = finished();
    let after = under(before.clone(), "procurement");
    let judged = |record: &Record| liu_wizard::judgement::judge(record, &catalogue(), crate::support::today());
    assert_eq!(judged(&before), judged(&after));
    assert_ne!(before.content_digest(), after.content_digest());
}

/// Where a text speaks of a pre-application, but for what the catalogue itself says of the procedures to tell them apart.
fn of_an_application(text: &str) -> Option<String> {
    let mut text = squeezed(text).to_lowercase();
    for profile in PROFILES.map(profile) {
        let wording = &profile.wording;
        for said in [&profile.title, &profile.summary, &wording.document_title, &wording.preface, &wording.what_comes_next] {
            for lang in [Lang::Ja, Lang::En] {
                for sentence in said.text(lang).split_inclusive(lang.pick("。", ". ")) {
                    text = text.replace(&squeezed(sentence).to_lowercase(), "");
                }
            }
        }
    }
    ["事前申請", "pre-application", "preapplication"].iter().find_map(|word| {
        let at = text.find(word)?;
        let before = text[..at].char_indices().rev().nth(30).map_or(0, |(start, _)| start);
        let after = text[at..].char_indices().nth(40).map_or(text.len(), |(end, _)| at + end);
        Some(text[before..after].to_owned())
    })
}

/// Records of both roles at every stage of the work, under 調達時確認.
fn at_procurement() -> Vec<Record> {
    let mut explained = under(finished(), "procurement");
    // So many that an approver is told of the rest where to read it.
    for number in 0..9 {
        let id = add_item(&mut explained, &format!("情報{number}"));
        apply(&mut explained, Edit::AnswerItems(vec![id], crate::support::question("C4"), liu_wizard::record::Answer::Yes));
    }
    decide_open_cells(&mut explained);
    for item in explained.items.iter().map(|item| item.id.clone()).collect::<Vec<_>>() {
        write(&mut explained, Field::Reason(item, liu_wizard::record::Objective::Confidentiality), "公表を前提とする。");
    }
    let mut changed = approved_by(explained.clone(), &catalogue());
    for item in changed.items.iter().map(|item| item.id.clone()).collect::<Vec<_>>() {
        write(&mut changed, Field::Item(item, liu_wizard::record::ItemField::Description), "あとから書き加えた。");
    }
    let mut asking = under(crate::support::blank(Role::Csp), "procurement");
    for (field, text) in [
        (TextField::Provider, "架空クラウド株式会社"),
        (TextField::CorporateNumber, "7000012050002"),
        (TextField::ServiceName, "架空会議"),
        (TextField::Addressee, "架空庁 総務課"),
        (TextField::Contact, "営業部 架空 一郎"),
        (TextField::Letter, "架空庁　御中\n評価をお願いします。"),
    ] {
        write(&mut asking, Field::Text(field), text);
    }
    let blank = |role| under(crate::support::blank(role), "procurement");
    // What was entered before for the other procedure is shown all the same, and not called by its name.
    let mut with_check_list = asking.clone();
    apply(&mut with_check_list, Edit::AnswerCheckList(CheckListPoint::Gbizid, liu_wizard::record::Answer::Yes));
    vec![
        with_check_list,
        blank(Role::Agency),
        blank(Role::Csp),
        asking,
        under(finished(), "procurement"),
        approved_by(under(finished(), "procurement"), &catalogue()),
        changed,
        explained,
    ]
}

#[test]
fn what_is_made_under_confirmation_at_procurement_never_speaks_of_a_pre_application() {
    for (number, record) in at_procurement().into_iter().enumerate() {
        let case = crate::support::exports::Case::new(record.clone());
        let item = record.items.first().map(|item| Document::Item(item.id.clone()));
        for lang in [Lang::Ja, Lang::En] {
            // Every medium writes the same tree: of one record all are looked at, of the others what is read fastest.
            let media: &[Medium] = if number == 5 { &Medium::ALL } else { &[Medium::Markdown] };
            let documents = Document::WHOLE.into_iter().chain(item.clone());
            let documents =
                documents.flat_map(|document| media.iter().map(move |medium| Product::Document(document.clone(), *medium)));
            for product in documents.chain(Data::ALL.map(Product::Data)) {
                let mut input = case.input(lang);
                input.along = liu_wizard::export::Along::EVERYTHING;
                let Ok(bytes) = render(&product, &input) else { continue };
                let name = product.file_name(&record, lang);
                let extension = Path::new(&name).extension().unwrap().to_str().unwrap().to_owned();
                assert_eq!(of_an_application(&name), None, "{product:?}");
                assert_eq!(of_an_application(&read_as(&extension, bytes)), None, "record {number}: {product:?} {lang:?}");
            }
        }
    }
}

#[test]
fn documents_and_set_are_called_by_their_procedure() {
    for (id, lang, document, set) in [
        ("pre_application", Lang::Ja, "事前申請記録", "_set"),
        ("procurement", Lang::Ja, "調達時確認記録", "_調達の記録一式"),
        ("procurement", Lang::En, "Procurement confirmation record", "_procurement_set"),
    ] {
        let record = under(finished(), id);
        assert_eq!(Document::Record.label(catalogue().procedure(&record), lang), document);
        assert!(Product::set(Packing::Folder).file_name(&record, lang).ends_with(set), "{id}");
        assert!(Product::set(Packing::Zip).file_name(&record, lang).ends_with(&format!("{set}.zip")), "{id}");
    }
}

#[test]
fn a_profile_of_an_own_catalogue_falls_on_the_procedure_that_fits() {
    let mut own = liu_wizard::catalogue::Catalogue::clone(&catalogue());
    let mut record = finished();
    record.profile = ProfileId::new("of_our_own").unwrap();
    for (id, procedure) in [("pre_application", Procedure::PreApplication), ("procurement", Procedure::AtProcurement)] {
        own.profiles.push(Profile { id: record.profile.clone(), ..profile(id) });
        assert_eq!(own.procedure(&record), procedure, "{id}");
        assert!(own.steps(&Record { role: Role::Csp, ..record.clone() }).contains(&StepId::Received), "{id}");
        own.profiles.pop();
    }
    // One that no catalogue knows is taken for the procedure that asks for more.
    assert_eq!(own.procedure(&record), Procedure::PreApplication);
}

/// What a run of the program said, wherever it said it.
fn said(ran: &crate::support::command_line::Ran) -> String {
    format!("{}\n{}", ran.out, ran.err)
}

fn hand_over(from: &Desk, to: &Desk, name: &str) {
    std::fs::copy(from.path(name), to.path(name)).unwrap();
}

/// Provider and agency from the request to the end, each at a desk of its own, under a profile: what every command said.
fn journey(id: &str, lang: &str) -> (Desk, Desk, Vec<String>) {
    let (provider, agency) = (Desk::new(), Desk::new());
    let mut log = Vec::new();
    let mut run = |desk: &Desk, arguments: &[&str]| {
        let ran = desk.run(&[arguments, &["--lang", lang]].concat());
        log.push(said(&ran));
        assert_eq!(ran.code, 0, "{arguments:?}: {ran:?}");
    };
    let asking = at_procurement().into_iter().find(|record| record.role == Role::Csp && !record.service.name.is_blank()).unwrap();
    let asking = Record { task: TaskChoice::NotChosen, ..under(asking, id) };
    provider.write("ours.liu.ron", to_ron(&asking).unwrap());
    run(&provider, &["package", "request", "ours.liu.ron", "--to", "request.liu.zip"]);
    run(&provider, &["verify", "request.liu.zip"]);
    hand_over(&provider, &agency, "request.liu.zip");
    run(&agency, &["new", "--request", "request.liu.zip", "case"]);
    let begun = liu_wizard::file::parse(&std::fs::read(agency.path("case.liu.ron")).unwrap(), "case").unwrap().0;
    assert_eq!(begun.profile.as_str(), id, "the assessment is made in the procedure of the request");
    let mut done = assessed(begun, "架空庁");
    write(&mut done, Field::Text(TextField::ProcurementNumber), "架-26-001");
    // It is finished outside the program, which a history of the program's own would tell.
    let (approval, history) = Default::default();
    let done = approved_by(Record { approval, history, ..done }, &catalogue());
    agency.write("case.liu.ron", to_ron(&done).unwrap());
    run(&agency, &["check", "case.liu.ron"]);
    run(&agency, &["show", "case.liu.ron"]);
    run(&agency, &["show", "case.liu.ron", "--json"]);
    run(&agency, &["list", "."]);
    run(&agency, &["history", "case.liu.ron"]);
    run(
        &agency,
        &["export", "case.liu.ron", "--to", "out", "--format", "pdf,docx,md,xlsx,json,oscal,csv,ron,set,zip", "--final"],
    );
    run(&agency, &["verify", "case.liu.ron"]);
    run(&agency, &["package", "result", "case.liu.ron", "--to", "result.liu.zip"]);
    run(&agency, &["verify", "result.liu.zip"]);
    hand_over(&agency, &provider, "result.liu.zip");
    run(&provider, &["export", "ours.liu.ron", "--to", "out", "--format", "pdf,md,set", "--draft"]);
    (provider, agency, log)
}

#[test]
fn both_procedures_go_from_request_to_result_and_only_one_of_them_on_to_an_application() {
    for lang in ["ja", "en"] {
        for id in PROFILES {
            let (provider, agency, log) = journey(id, lang);
            let applies = id == "pre_application";
            let apply = ["package", "application", "ours.liu.ron", "--with", "result.liu.zip", "--to", "application.liu.zip"];
            let ran = provider.run(&[&apply[..], &["--lang", lang]].concat());
            assert_eq!((ran.code, provider.path("application.liu.zip").exists()), if applies { (0, true) } else { (2, false) });
            if applies {
                assert_eq!(provider.run(&["verify", "application.liu.zip"]).code, 0);
                continue;
            }
            // It is said why, and what to do instead.
            let wanted = if lang == "ja" {
                ["調達時確認", "「出力」か export"]
            } else {
                ["confirmation at procurement", "under Output"]
            };
            assert!(wanted.iter().all(|wanted| ran.err.contains(wanted)), "{}", ran.err);
            for line in &log {
                assert_eq!(of_an_application(line), None, "{line}");
            }
            // Nor does any file that came of it, by its name or by what it says.
            for desk in [&provider, &agency] {
                for (path, bytes) in tree(desk.folder.path()) {
                    let name = path.file_name().unwrap().to_str().unwrap().to_owned();
                    assert_eq!(of_an_application(&name), None);
                    let parts = if name.ends_with(".zip") { files(&bytes) } else { vec![(name, bytes)] };
                    for (name, bytes) in parts {
                        let extension = Path::new(&name).extension().unwrap().to_str().unwrap().to_owned();
                        assert_eq!(of_an_application(&read_as(&extension, bytes)), None, "{} {name}", path.display());
                    }
                }
            }
        }
    }
}
