//! The OSCAL plan fits the published schemas, says what the record says, and never calls low what is not assessed.

use crate::support::exports::{Case, approved, blank, prose, purpose_harmed, sensitive_unknown, today, web_conference};
use crate::support::oscal::fips199::violations;
use crate::support::oscal::{dangling, decoded, each, misfits, prop, read, strings};
use liu_wizard::catalogue::Catalogue;
use liu_wizard::examples;
use liu_wizard::export::{CopyKind, Data, ExportError, ExportInput, Product, render};
use liu_wizard::file;
use liu_wizard::judgement::Outcome;
use liu_wizard::record::{
    Answer, Assessment, ContentDigest, Date, Edit, Field, ItemField, ItemId, Level, NewItem, Objective, QuestionId, RaiseTo,
    Record, Role, TaskChoice, TextField,
};
use liu_wizard::text::Lang;
use proptest::prelude::*;
use serde_json::{Value, json};

const OSCAL: Product = Product::Data(Data::Oscal);

fn bytes(record: Record, lang: Lang) -> Vec<u8> {
    render(&OSCAL, &Case::new(record).input(lang)).unwrap()
}

fn plan(record: Record) -> Value {
    read(&bytes(record, Lang::Ja))
}

/// What is wrong with a plan in the eyes of any reader.
fn faults(plan: &Value) -> Vec<String> {
    let mut faults = misfits(&json!({ "system-security-plan": plan }));
    faults.extend(dangling(plan));
    faults
}

fn task_ids(catalogue: &Catalogue) -> Vec<&str> {
    catalogue.tasks.iter().map(|task| task.id.as_str()).chain(["agency_entry"]).collect()
}

fn worked_examples() -> impl Iterator<Item = (&'static str, Case)> {
    examples::all().iter().map(|example| {
        let (record, _) = file::parse(example.ron.as_bytes(), example.task).unwrap();
        (example.task, Case::new(record))
    })
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Low => "fips-199-low",
        Level::Moderate => "fips-199-moderate",
        Level::High => "fips-199-high",
    }
}

fn refused(input: &ExportInput<'_>) -> String {
    match render(&OSCAL, input) {
        Err(ExportError::NotOscal { problem }) => problem,
        other => panic!("{other:?}"),
    }
}

/// The plan gives each cell the level that counts for it, and none to a cell or system that has none.
fn assert_levels_are_those_of_the_judgement(plan: &Value, case: &Case) {
    let (judgement, system) = (&case.judgement, &plan["system-characteristics"]);
    let types: Vec<&Value> = each(&system["system-information"]["information-types"]).collect();
    assert_eq!(types.len(), case.record.items.len());
    for ((item, judged), written) in case.record.items.iter().zip(&judgement.items).zip(types) {
        let mut open = Vec::new();
        for (objective, cell) in judged.cells.iter() {
            let impact = &written[format!("{}-impact", objective.name())];
            match (cell.proposal, cell.effective) {
                (Assessment::Assessed { level: proposed }, Assessment::Assessed { level: decided }) => {
                    assert_eq!((&impact["base"], &impact["selected"]), (&json!(level(proposed)), &json!(level(decided))));
                    let reasoned = !item.decisions[objective].reason.is_blank() || proposed != decided;
                    assert_eq!(!impact["adjustment-justification"].is_null(), reasoned);
                }
                _ => {
                    assert_eq!(impact, &Value::Null, "{}: {}", item.id, objective.name());
                    open.push(objective.name());
                }
            }
        }
        let not_assessed = each(&written["props"]).filter(|prop| prop["name"] == "not-assessed");
        assert_eq!(not_assessed.map(|prop| prop["value"].as_str().unwrap()).collect::<Vec<_>>(), open);
    }
    let all_assessed = judgement.objectives.iter().all(|(_, objective)| objective.is_assessed());
    let has_levels = all_assessed && matches!(judgement.outcome, Outcome::Fits | Outcome::NotLow);
    let (whole, objectives) = (&system["security-sensitivity-level"], &system["security-impact-level"]);
    if has_levels {
        assert_eq!(whole, level(judgement.overall.floor()));
        for (objective, assessment) in judgement.objectives.iter() {
            assert_eq!(objectives[format!("security-objective-{}", objective.name())], level(assessment.floor()));
        }
        assert_eq!(violations(plan, &task_ids(&case.catalogue)), Default::default());
    } else {
        assert_eq!((whole, objectives), (&Value::Null, &Value::Null), "{:?}", judgement.outcome);
    }
    let incomplete = !all_assessed || judgement.outcome == Outcome::Undetermined;
    let completeness = if incomplete { "draft-incomplete" } else { "complete" };
    assert_eq!(prop(&plan["metadata"], "completeness"), Some(completeness));
}

#[test]
fn every_worked_example_fits_both_schemas_and_says_what_came_of_it() {
    let mut categorised = 0;
    for (name, case) in worked_examples() {
        for lang in [Lang::Ja, Lang::En] {
            let plan = read(&render(&OSCAL, &case.input(lang)).unwrap());
            assert_eq!(faults(&plan), Vec::<String>::new(), "{name}");
            assert_levels_are_those_of_the_judgement(&plan, &case);
        }
        categorised += usize::from(matches!(case.judgement.outcome, Outcome::Fits | Outcome::NotLow));
    }
    assert_eq!((examples::all().len(), categorised), (14, 10));
}

#[test]
fn what_identifies_the_record_stands_in_the_plan() {
    let case = Case::new(approved(web_conference()));
    let plan = read(&render(&OSCAL, &case.input(Lang::Ja)).unwrap());
    let metadata = &plan["metadata"];
    assert_eq!(metadata["oscal-version"], "1.2.3");
    assert_eq!(metadata["last-modified"], "2026-11-23T00:00:00+09:00");
    assert!(metadata["remarks"].as_str().unwrap().contains("本書は公式様式ではありません"));
    let pin = case.catalogue.pin();
    for (name, value) in [
        ("completeness", "complete"),
        ("copy", "final"),
        ("approval-state", "approved"),
        ("changed-since-approval", "no"),
        ("content-digest", case.record.content_digest().as_str()),
        ("procedure-profile", case.record.profile.as_str()),
        ("catalogue-id", pin.id.as_str()),
        ("catalogue-version", pin.version.as_str()),
        ("catalogue-digest", pin.digest.as_str()),
    ] {
        assert_eq!(prop(metadata, name), Some(value), "{name}");
    }
    let information = &plan["system-characteristics"]["system-information"];
    for (name, value) in [("outcome", "fits"), ("condition-listed", "yes"), ("condition-low", "yes"), ("target-task", "LIU-A1")] {
        assert_eq!(prop(information, name), Some(value), "{name}");
    }
    let parties: Vec<&str> = each(&metadata["parties"]).map(|party| party["name"].as_str().unwrap()).collect();
    assert_eq!(parties, ["架空省 大臣官房 総務課", "架空クラウド株式会社", "髙﨑 一郎", "神田 花子"]);
    let responsible: Vec<&str> = each(&metadata["responsible-parties"]).map(|party| party["role-id"].as_str().unwrap()).collect();
    assert_eq!(responsible, ["agency", "cloud-service-provider", "assessor", "approver"]);
    assert_eq!(plan["system-implementation"]["users"][0]["title"], "総務課の職員と外部の委員");
    assert_eq!(plan["control-implementation"]["implemented-requirements"][0]["control-id"], "ra-2");
}

#[test]
fn every_check_on_a_categorisation_can_fail() {
    let catalogue = Catalogue::shipped().unwrap();
    let ids = task_ids(&catalogue);
    let sound = plan(purpose_harmed("公表を前提とする会議に限る。"));
    assert_eq!(violations(&sound, &ids), Default::default());
    let system = "/system-characteristics";
    let first = "/system-characteristics/system-information/information-types/0";
    for (rule, place, key, value) in [
        ("has-security-impact-level", system.to_owned(), "security-impact-level", Value::Null),
        ("has-security-sensitivity-level", system.to_owned(), "security-sensitivity-level", Value::Null),
        ("security-level", format!("{first}/integrity-impact"), "base", json!("low")),
        (
            "security-sensitivity-level-matches-security-impact-level",
            system.to_owned(),
            "security-sensitivity-level",
            json!("fips-199-high"),
        ),
        ("information-type-has-confidentiality-impact", first.to_owned(), "confidentiality-impact", Value::Null),
        ("information-type-has-integrity-impact", first.to_owned(), "integrity-impact", Value::Null),
        ("information-type-has-availability-impact", first.to_owned(), "availability-impact", Value::Null),
        ("cia-impact-has-selected", format!("{first}/availability-impact"), "selected", Value::Null),
        (
            "cia-impact-has-adjustment-justification",
            format!("{first}/confidentiality-impact"),
            "adjustment-justification",
            Value::Null,
        ),
        ("categorization-has-information-type-id", format!("{first}/categorizations/0"), "information-type-ids", json!([])),
        (
            "categorization-has-correct-system-attribute",
            format!("{first}/categorizations/0"),
            "system",
            json!("https://doi.org/10.6028/NIST.SP.800-60v2r1"),
        ),
        ("information-type-id", format!("{first}/categorizations/0"), "information-type-ids", json!(["C.3.5.1"])),
        (
            "cia-impact-matches-security-objective",
            format!("{system}/security-impact-level"),
            "security-objective-integrity",
            json!("fips-199-moderate"),
        ),
    ] {
        let mut tampered = sound.clone();
        tampered.pointer_mut(&place).unwrap()[key] = value;
        assert!(violations(&tampered, &ids).contains(rule), "{rule} was not noticed");
    }
}

#[test]
fn the_schemas_and_the_search_for_references_can_fail() {
    let sound = plan(web_conference());
    for (place, value) in [
        ("/system-characteristics/status/state", json!("running")),
        ("/metadata/title", json!("")),
        ("/metadata/version", json!("版\u{3000}")),
        ("/import-profile/href", json!("#3f6c1a90-5b1e-4c7a-9a52-0d1f2e3c4b5a")),
        ("/metadata/responsible-parties/0/role-id", json!("nobody")),
        ("/system-implementation/users", json!([])),
    ] {
        let mut tampered = sound.clone();
        *tampered.pointer_mut(place).unwrap() = value;
        assert_ne!(faults(&tampered), Vec::<String>::new(), "{place}");
    }
}

#[test]
fn an_answer_that_is_not_known_leaves_its_cell_and_the_system_without_a_level() {
    let plan = plan(sensitive_unknown());
    assert_eq!(faults(&plan), Vec::<String>::new());
    let system = &plan["system-characteristics"];
    let item = &system["system-information"]["information-types"][0];
    assert_eq!(item.get("confidentiality-impact"), None);
    assert_eq!(item["integrity-impact"]["selected"], "fips-199-low");
    assert_eq!(prop(item, "not-assessed"), Some("confidentiality"));
    assert_eq!((system.get("security-impact-level"), system.get("security-sensitivity-level")), (None, None));
    assert_eq!(prop(&plan["metadata"], "completeness"), Some("draft-incomplete"));
    let remarks = plan["metadata"]["remarks"].as_str().unwrap();
    assert!(remarks.contains("作成中") && remarks.contains("未評価は低位ではありません"), "{remarks}");
}

#[test]
fn an_approved_record_that_is_not_assessed_is_no_final_plan_and_the_refusal_names_the_cell() {
    let mut record = sensitive_unknown();
    record.items[0].decisions.confidentiality = Default::default();
    let case = Case::new(approved(record));
    let input = case.input(Lang::Ja);
    assert_eq!(input.copy, CopyKind::Final, "不明 is a warning, so nothing else would refuse it");
    let problem = refused(&input);
    assert!(problem.contains("会議の音声・映像・チャット") && problem.contains("機密性"), "{problem}");
    assert!(!problem.contains("完全性"), "{problem}");
    assert!(refused(&ExportInput { lang: Lang::En, ..input }).contains("Confidentiality of"));
    let draft = read(&render(&OSCAL, &ExportInput { copy: CopyKind::Draft, ..input }).unwrap());
    assert_eq!(prop(&draft["metadata"], "completeness"), Some("draft-incomplete"));
}

#[test]
fn a_record_with_nothing_to_say_is_refused_in_words() {
    let agency = Case::new(blank(Role::Agency));
    assert_eq!(refused(&agency.input(Lang::Ja)), "取り扱う情報が登録されていません。");
    assert_eq!(refused(&agency.input(Lang::En)), "No information item has been entered.");
    let mut provider = blank(Role::Csp);
    crate::support::add_item(&mut provider, "会議");
    let said = refused(&Case::new(provider.clone()).input(Lang::Ja));
    assert!(said.contains("政府機関等による評価がまだありません"), "{said}");
    crate::support::decide_open_cells(&mut provider);
    assert_eq!(faults(&plan(provider)), Vec::<String>::new(), "once an agency assessed it, there is something to say");
    let case = Case::new(web_conference());
    let late = ExportInput { today: Date::new(3000, 1, 1).unwrap(), ..case.input(Lang::Ja) };
    assert!(refused(&late).contains("3000-01-01"));
}

#[test]
fn no_outcome_but_fits_and_not_low_gives_the_system_a_level() {
    let answered = |id: &str, answer: Answer| {
        let mut record = web_conference();
        record.gate.answers.set(QuestionId::new(id).unwrap(), answer);
        record
    };
    let mut unlisted = web_conference();
    unlisted.task = TaskChoice::NotListed;
    for (record, outcome) in [
        (answered("G1", Answer::No), Outcome::OutOfScope),
        (answered("G2", Answer::Unknown), Outcome::Undetermined),
        (answered("G4", Answer::Yes), Outcome::Stop),
        (answered("G8", Answer::No), Outcome::InvalidAssessor),
        (unlisted, Outcome::Unlisted),
    ] {
        let case = Case::new(record);
        assert_eq!((case.judgement.outcome, case.judgement.overall.is_assessed()), (outcome, true));
        let plan = read(&render(&OSCAL, &case.input(Lang::Ja)).unwrap());
        assert_eq!(faults(&plan), Vec::<String>::new());
        assert_levels_are_those_of_the_judgement(&plan, &case);
        assert!(plan["system-characteristics"]["remarks"].as_str().unwrap().contains("低位であることを意味しません"));
    }
}

#[test]
fn a_raise_without_a_reason_says_that_there_is_none_and_a_raise_of_the_whole_is_told() {
    let mut record = web_conference();
    record.items[0].decisions.integrity = crate::support::exports::decided(Level::Moderate, "");
    record.raises.availability.to = RaiseTo::Level(Level::High);
    record.raises.availability.reason = prose("多くの会議が集まる。");
    let case = Case::new(record);
    let plan = read(&render(&OSCAL, &case.input(Lang::Ja)).unwrap());
    assert_levels_are_those_of_the_judgement(&plan, &case);
    let information = &plan["system-characteristics"]["system-information"];
    let justification = &information["information-types"][0]["integrity-impact"]["adjustment-justification"];
    assert!(justification.as_str().unwrap().contains("理由は記録にありません"));
    assert_eq!(prop(information, "raised-availability"), Some("fips-199-high"));
    assert_eq!(plan["system-characteristics"]["security-sensitivity-level"], "fips-199-high");
}

#[test]
fn what_is_empty_in_the_record_is_left_out_or_said_to_be_empty() {
    let mut record = blank(Role::Agency);
    record.items.push(liu_wizard::record::InformationItem::new(ItemId::new("i").unwrap()));
    let plan = plan(record);
    assert_eq!(faults(&plan), Vec::<String>::new());
    assert_eq!(plan["system-characteristics"]["system-name"], "未記入");
    assert_eq!(plan["system-implementation"]["users"][0]["title"], "未記入");
    assert_eq!((plan["metadata"].get("parties"), plan["metadata"].get("responsible-parties")), (None, None));
    assert_eq!(plan["system-characteristics"]["system-information"]["information-types"][0].get("categorizations"), None);
}

#[test]
fn the_record_comes_back_whole_out_of_its_plan() {
    for record in [approved(web_conference()), sensitive_unknown()] {
        let case = Case::new(record);
        let plan = read(&render(&OSCAL, &ExportInput { copy: CopyKind::Draft, ..case.input(Lang::Ja) }).unwrap());
        let resource = each(&plan["back-matter"]["resources"]).find(|resource| !resource["base64"].is_null()).unwrap();
        let native = decoded(resource["base64"]["value"].as_str().unwrap());
        assert_eq!(String::from_utf8(native.clone()).unwrap(), file::to_json(&case.record).unwrap());
        let name = resource["base64"]["filename"].as_str().unwrap();
        assert_eq!(file::parse(&native, name).unwrap().0, case.record);
        let hash = &resource["rlinks"][0]["hashes"][0];
        assert_eq!((&hash["algorithm"], &hash["value"]), (&json!("SHA-256"), &json!(ContentDigest::of(&native).as_str())));
    }
}

#[test]
fn the_same_record_gives_the_same_bytes_and_both_languages_the_same_names() {
    assert_eq!(bytes(web_conference(), Lang::Ja), bytes(web_conference(), Lang::Ja));
    let (ja, en) = (plan(web_conference()), read(&bytes(web_conference(), Lang::En)));
    assert_ne!(ja["import-profile"]["remarks"], en["import-profile"]["remarks"]);
    assert_eq!(uuids(&ja), uuids(&en));
}

fn uuids(plan: &Value) -> Vec<String> {
    let mut found = Vec::new();
    strings(plan, "", &mut found);
    found.into_iter().filter(|(name, _)| *name == "uuid").map(|(_, uuid)| uuid.to_owned()).collect()
}

#[test]
fn names_are_of_version_five_and_stay_when_an_item_is_added_or_renamed() {
    let before = uuids(&plan(web_conference()));
    for uuid in &before {
        assert_eq!(uuid::Uuid::parse_str(uuid).unwrap().get_version(), Some(uuid::Version::Sha1), "{uuid}");
    }
    let mut record = web_conference();
    let new = NewItem { id: ItemId::new("another").unwrap(), name: "議事録".to_owned(), description: String::new() };
    record.apply(Edit::AddItems(vec![new])).unwrap();
    record.items.rotate_left(1);
    record.items[1].name = crate::support::exports::line("改名した会議");
    let after = uuids(&plan(record));
    assert_eq!(after.len(), before.len() + 1);
    assert!(before.iter().all(|uuid| after.contains(uuid)));
    let mut other = web_conference();
    other.id = liu_wizard::record::RecordId::new("another-record").unwrap();
    assert!(uuids(&plan(other)).iter().all(|uuid| !before.contains(uuid)), "another record's names are others");
}

/// What is left of Markdown without its escaped characters.
fn unescaped(markdown: &str) -> String {
    let mut characters = markdown.chars();
    let mut left = String::new();
    while let Some(character) = characters.next() {
        if character == '\\' {
            characters.next();
        } else {
            left.push(character);
        }
    }
    left
}

#[test]
fn no_text_of_a_record_breaks_the_plan_or_acts_in_it() {
    for text in [
        "\u{3000}全角の空白\u{3000}",
        "一行目\n\n\u{3000}\n二行目\n",
        "\u{3000}",
        "\u{200B}",
        "<script>alert(1)</script>",
        "../../x",
        "# 見出し *太字* [押す](javascript:x) {{ insert: param, x }}",
        "👨\u{200D}👩\u{200D}👧 🇯🇵",
        "葛\u{E0100}飾",
        "\"'\\ \u{00A0}",
        &"長".repeat(10_000),
    ] {
        let mut record = web_conference();
        let item = record.items[0].id.clone();
        let mut fields: Vec<Field> = TextField::ALL.iter().copied().map(Field::Text).collect();
        fields.extend(ItemField::ALL.map(|field| Field::Item(item.clone(), field)));
        fields.extend(Objective::ALL.map(|objective| Field::Reason(item.clone(), objective)));
        let one_line = text.replace('\n', " ");
        for field in fields {
            // What takes no text, or no line break, is not what this is about.
            let set = |text: &str| Edit::SetText { field: field.clone(), text: text.to_owned() };
            if record.apply(set(text)).is_err() {
                record.apply(set(&one_line)).ok();
            }
        }
        assert!(record.service.name.as_str() == one_line, "the text is in the record");
        let plan = plan(record);
        assert_eq!(faults(&plan), Vec::<String>::new(), "{text:?}");
        let mut found = Vec::new();
        strings(&plan, "", &mut found);
        for (name, said) in found.into_iter().filter(|(name, _)| matches!(*name, "title" | "description" | "remarks")) {
            assert!(!unescaped(said).contains(['<', '>', '*', '#', '[', ']', '{', '}', '_', '`']), "{name}: {said}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_comes_out_fits_and_a_cell_that_is_not_assessed_never_has_a_level(record in crate::support::arbitrary::any_record()) {
        let case = Case::new(record);
        for copy in [CopyKind::Draft, CopyKind::at_hand(&case.record, &case.judgement)] {
            match render(&OSCAL, &ExportInput { copy, today: today(), ..case.input(Lang::Ja) }) {
                Ok(bytes) => {
                    let plan = read(&bytes);
                    prop_assert_eq!(faults(&plan), Vec::<String>::new());
                    assert_levels_are_those_of_the_judgement(&plan, &case);
                    let incomplete = prop(&plan["metadata"], "completeness") == Some("draft-incomplete");
                    prop_assert!(!(incomplete && copy == CopyKind::Final));
                }
                Err(ExportError::NotOscal { .. }) => {
                    let assessed = case.judgement.items.iter().flat_map(|item| item.cells.iter()).any(|(_, cell)| cell.effective.is_assessed());
                    let nothing = case.record.items.is_empty() || (case.record.role == Role::Csp && !assessed);
                    prop_assert!(nothing || copy == CopyKind::Final, "a draft is refused only if there is nothing to say");
                }
                Err(other) => prop_assert!(false, "{other:?}"),
            }
        }
    }
}
