//! The example of the questionnaire and its two variants come out the same in the data and on the page.

use crate::support::exports::{Case, approved, dense, pages, purpose_harmed, sensitive_unknown, web_conference};
use liu_wizard::export::{Product, judgement_json, render};
use liu_wizard::judgement::Outcome;
use liu_wizard::record::Record;
use liu_wizard::text::{Label as _, Lang};
use serde_json::{Value, json};

fn check(record: Record, outcome: Outcome, name: &str, confidentiality: &Value) {
    let case = Case::new(record);
    let data = serde_json::to_value(judgement_json(&case.input(Lang::Ja))).unwrap();
    assert_eq!(data["outcome"], name);
    assert!(data["explanation"].as_array().is_some_and(|paragraphs| !paragraphs.is_empty()));
    assert_eq!(&data["items"][0]["cells"]["confidentiality"]["effective"], confidentiality);
    let first = &pages(&render(&Product::RECORD_PDF, &case.input(Lang::Ja)).unwrap())[0];
    assert!(first.contains(&format!("判定承認の状態{}", dense(outcome.label(Lang::Ja)))), "{first}");
}

#[test]
fn the_example_fits() {
    check(web_conference(), Outcome::Fits, "fits", &json!({"state": "assessed", "level": "low"}));
}

#[test]
fn lowered_without_a_reason_it_is_not_low() {
    check(purpose_harmed(""), Outcome::NotLow, "not_low", &json!({"state": "not_assessed", "at_least": "moderate"}));
}

#[test]
fn lowered_with_a_reason_it_fits() {
    check(purpose_harmed("公表が前提"), Outcome::Fits, "fits", &json!({"state": "assessed", "level": "low"}));
}

#[test]
fn with_an_unknown_answer_it_is_undetermined() {
    check(sensitive_unknown(), Outcome::Undetermined, "undetermined", &json!({"state": "not_assessed", "at_least": "low"}));
}

#[test]
fn every_worked_example_prints_its_outcome_and_lacks_no_character() {
    for example in liu_wizard::examples::all() {
        let (record, _) = liu_wizard::file::parse(example.ron.as_bytes(), example.task).unwrap();
        let case = Case::new(record);
        let pages = pages(&render(&Product::RECORD_PDF, &case.input(Lang::Ja)).unwrap());
        let outcome = dense(case.judgement.outcome.label(Lang::Ja));
        assert!(pages[0].contains(&format!("判定承認の状態{outcome}")), "{}: {}", example.task, pages[0]);
        assert!(!pages.concat().contains('〓'), "{}", example.task);
    }
}

#[test]
fn the_data_keep_the_names_of_the_questionnaire() {
    let case = Case::new(purpose_harmed("公表が前提"));
    let data = serde_json::to_value(judgement_json(&case.input(Lang::Ja))).unwrap();
    let low = json!({"state": "assessed", "level": "low"});
    assert_eq!(data["condition_listed"], "yes");
    assert_eq!(data["condition_low"], "yes");
    assert_eq!(data["overall"], low);
    assert_eq!(data["objectives"], json!({"confidentiality": low, "integrity": low, "availability": low}));
    assert_eq!(
        data["items"][0]["cells"]["confidentiality"],
        json!({
            "proposal": {"state": "assessed", "level": "moderate"},
            "decision": {"state": "decided", "level": "low", "standing": "lowered", "reason": "公表が前提"},
            "effective": low,
            "causes": [
                {"question": "C1", "effect": "asks_for_reason"},
                {"question": "C4", "effect": "asks_for_reason"},
                {"question": "C7", "effect": "raises", "level": "moderate"},
            ],
            "open": [],
        })
    );
    assert_eq!(data["items"][0]["name"], "会議の音声・映像・チャット");
    assert_eq!(data["record"]["digest"], case.record.content_digest().as_str());
    assert_eq!(data["catalogue"]["id"], "liu-wizard");
    assert_eq!(data["today"], "2026-11-23");
    let finding = data["findings"].as_array().unwrap().iter().find(|finding| finding["id"] == "lowered").unwrap();
    assert_eq!(finding["severity"], "note");
    assert_eq!(finding["where"], "items[item-1].decisions.confidentiality");
    assert!(finding["message"].as_str().unwrap().contains("機密性") && !finding["action"].as_str().unwrap().is_empty());
}

#[test]
fn nothing_decided_is_a_state_of_its_own() {
    let mut record = web_conference();
    record.items[0].decisions = Default::default();
    let case = Case::new(record);
    let data = serde_json::to_value(judgement_json(&case.input(Lang::Ja))).unwrap();
    assert_eq!(data["items"][0]["cells"]["integrity"]["decision"], json!({"state": "not_decided"}));
    assert_eq!(data["overall"], json!({"state": "not_assessed", "at_least": "low"}));
}

#[test]
fn the_data_are_the_same_for_an_approved_record() {
    let (open, closed) = (Case::new(web_conference()), Case::new(approved(web_conference())));
    let data = |case: &Case| serde_json::to_value(judgement_json(&case.input(Lang::Ja))).unwrap();
    assert_eq!(data(&open)["items"], data(&closed)["items"]);
    assert_eq!(data(&open)["record"], data(&closed)["record"]);
}
