//! What people read is in their language: no name that only the program knows stands in it.

use std::collections::BTreeSet;

use crate::support::exports::{Case, approved, blank, pages, purpose_harmed, sensitive_unknown, today, web_conference};
use crate::support::{findings, finished, package};
use liu_wizard::catalogue::Catalogue;
use liu_wizard::export::{Along, Document, report};
use liu_wizard::file;
use liu_wizard::judgement::FindingKind;
use liu_wizard::package::{Setting, TakenResult, Wish, begin_assessment, make};
use liu_wizard::record::{Prose, Record, RecordId, Role};
use liu_wizard::text::Lang;

fn records() -> Vec<Record> {
    let examples = liu_wizard::examples::all();
    let examples = examples.iter().map(|example| file::parse(example.ron.as_bytes(), "example").unwrap().0);
    let others = [blank(Role::Agency), blank(Role::Csp), web_conference(), sensitive_unknown(), purpose_harmed("")];
    let mut records: Vec<Record> = examples.chain(others).chain([approved(purpose_harmed("理由"))]).collect();
    records.extend(findings::records());
    records
}

fn documents(record: &Record) -> Vec<Document> {
    let items = record.items.iter().map(|item| Document::Item(item.id.clone()));
    Document::WHOLE.into_iter().chain(items).collect()
}

/// Every text of every document of a record, annex and comments included.
fn texts(record: &Record, lang: Lang) -> Vec<String> {
    let case = Case::new(record.clone());
    let mut input = case.input(lang);
    input.along = Along::EVERYTHING;
    let mut texts = Vec::new();
    for document in documents(record) {
        report(&document, &input).unwrap().change_texts(&mut |_, text| texts.push(text.clone()));
    }
    texts
}

/// Latin words of two letters and more.
fn latin_words(text: &str) -> BTreeSet<String> {
    let is_part = |character: char| character.is_ascii_alphanumeric() || "_-.:/#".contains(character);
    let words = text.split(|character: char| !is_part(character)).map(|word| word.trim_matches(|c: char| "-.:/".contains(c)));
    words.filter(|word| word.chars().filter(char::is_ascii_alphabetic).count() >= 2).map(str::to_owned).collect()
}

fn strings(value: &serde_json::Value, found: &mut String) {
    match value {
        serde_json::Value::String(text) => found.push_str(&format!("{text}\n")),
        serde_json::Value::Array(values) => values.iter().for_each(|value| strings(value, found)),
        serde_json::Value::Object(values) => values.values().for_each(|value| strings(value, found)),
        _ => {}
    }
}

/// Names that Japanese officers read as they are, beside what stands in the Japanese texts of the catalogue.
fn is_known(word: &str, known: &BTreeSet<String>) -> bool {
    const NAMES: [&str; 9] = ["JIS", "SHA-256", "URL", "SaaS", "LIU", "ISMAP", "ISMAP-LIU", "liu-wizard", "NIST"];
    let is_hexadecimal = word.chars().all(|character| character.is_ascii_hexdigit() || character == '-') && word.len() >= 8;
    NAMES.contains(&word) || known.contains(word) || is_hexadecimal || is_id_of_the_list(word)
}

/// LIU-A1, LIU-A1.F2, S16, C2.
fn is_id_of_the_list(word: &str) -> bool {
    let rest = word.strip_prefix("LIU-").unwrap_or(word);
    let mut parts = rest.split('.');
    parts.all(|part| {
        part.len() <= 4
            && part.chars().skip(1).all(|character| character.is_ascii_alphanumeric())
            && part.chars().any(|character| character.is_ascii_digit())
    })
}

#[test]
fn japanese_documents_hold_no_latin_word_that_nobody_entered() {
    let catalogue = Catalogue::shipped().unwrap();
    let mut of_catalogue = Vec::new();
    collect("ja", &serde_json::to_value(&*catalogue).unwrap(), &mut of_catalogue);
    for record in records() {
        let mut entered = of_catalogue.join("\n");
        // Its own paths and kinds of answers are no text of the user's.
        let mut own = serde_json::to_value(&record).unwrap();
        for internal in ["role", "profile", "catalogue", "approval", "answers_request"] {
            if internal != "approval" {
                own.as_object_mut().unwrap().remove(internal);
            }
        }
        strings(&own, &mut entered);
        let known = latin_words(&entered);
        let known: BTreeSet<String> = known.into_iter().filter(|word| !is_of_the_program(word)).collect();
        let is_unknown = |word: &str| word == record.profile.as_str() && catalogue.profile(&record.profile).is_none();
        for text in texts(&record, Lang::Ja) {
            for word in latin_words(&text.replace("GビズID", "")) {
                // A procedure that the catalogue does not have has no other name.
                assert!(is_known(&word, &known) || is_unknown(&word), "{}: “{word}” in {text}", record.case_name);
            }
        }
    }
}

#[test]
fn no_letter_cover_or_returned_request_says_how_the_program_calls_something() {
    let catalogue = Catalogue::shipped().unwrap();
    let mut provider = blank(Role::Csp);
    provider.service = web_conference().service;
    provider.request.letter = Prose::new("評価をお願いします。").unwrap();
    let id = RecordId::new("3f6c1a90-5b1e-4c7a-9a52-0d1f2e3c4b5b").unwrap();
    let begun = begin_assessment(&provider, id, today(), catalogue.pin());
    // Outcome, state and objections are what a cover tells of a result.
    let told = ["approv", "changed", "kept", "gate_ends", "no_items", "entry_empty", "service_differs"];
    let told = findings::CASES.iter().filter(|(id, ..)| told.iter().any(|begin| id.starts_with(begin)));
    let results = told.zip(0..).map(|((_, _, makes, _), number)| {
        let id = RecordId::new(format!("3f6c1a90-5b1e-4c7a-9a52-{number:012}")).unwrap();
        let mut record = findings::after(finished(), makes);
        record.service.provider = provider.service.provider.clone();
        record.service.corporate_number = provider.service.corporate_number.clone();
        TakenResult::of_record(Record { id, ..record })
    });
    let results: Vec<TakenResult> = results.collect();
    assert!(results.len() > 8);
    let comment = Prose::new("サービスの説明を直してください。").unwrap();
    for lang in [Lang::Ja, Lang::En] {
        let setting = Setting { catalogue: &catalogue, today: today(), lang, along: Along::default(), undecided: true };
        let packages = [
            make(&provider, Wish::Request, &[], &setting).unwrap(),
            make(&begun, Wish::Returned { comment: &comment }, &[], &setting).unwrap(),
            make(&provider, Wish::Application { results: &results, left_out: &[] }, &[], &setting).unwrap(),
        ];
        for zip in packages {
            let files = package::files(&zip);
            let names: Vec<String> = files.iter().map(|(name, _)| name.clone()).collect();
            let is_letter = |name: &str| ["letter.pdf", "reason.pdf", "cover.pdf"].iter().any(|end| name.ends_with(end));
            let letters: Vec<_> = files.iter().filter(|(name, _)| is_letter(name)).collect();
            assert_eq!(letters.len(), 1, "{names:?}");
            for (name, bytes) in letters {
                let text = pages(bytes).concat();
                assert!(text.chars().count() > 100, "{name}: {text}");
                let told: Vec<_> = FindingKind::IDS.iter().filter(|id| id.contains('_') && text.contains(**id)).collect();
                assert!(told.is_empty(), "{told:?} in {name}: {text}");
            }
        }
    }
}

/// Values of enums of the file, which are strings of it, too.
fn is_of_the_program(word: &str) -> bool {
    let values = [
        "low",
        "moderate",
        "high",
        "two",
        "one",
        "three",
        "yes",
        "no",
        "unknown",
        "decided",
        "not_decided",
        "listed",
        "draft",
        "approved",
        "submitted",
        "rejected",
        "returned",
        "lapsed",
        "planned",
        "not_planned",
        "published",
        "none",
    ];
    (word.contains('_') && !word.contains("://")) || values.contains(&word)
}

fn collect(lang: &str, value: &serde_json::Value, found: &mut Vec<String>) {
    match value {
        serde_json::Value::Array(values) => values.iter().for_each(|value| collect(lang, value, found)),
        serde_json::Value::Object(values) => {
            for (key, value) in values {
                match value {
                    serde_json::Value::String(text) if key == lang || key == "address" || key == "id" => found.push(text.clone()),
                    other => collect(lang, other, found),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn no_document_says_how_the_program_calls_a_finding() {
    for record in records() {
        for lang in [Lang::Ja, Lang::En] {
            for text in texts(&record, lang) {
                // A finding may be called by a plain word, such as lowered; that is told by the Japanese documents above.
                for id in FindingKind::IDS.iter().filter(|id| id.contains('_')) {
                    assert!(!text.contains(id), "{id} in {text}");
                }
                let names = text.split_whitespace().filter(|word| word.contains('_') && !word.contains("://"));
                let names: Vec<&str> = names.filter(|word| word.chars().all(|c| c.is_ascii_lowercase() || c == '_')).collect();
                assert!(names.is_empty(), "{names:?} in {text}");
            }
        }
    }
}

#[test]
fn english_documents_hold_no_japanese_that_nobody_entered() {
    let is_japanese = |text: &str| text.chars().any(|character| ('\u{3040}'..='\u{9FFF}').contains(&character));
    let mut of_catalogue = Vec::new();
    collect("en", &serde_json::to_value(&*Catalogue::shipped().unwrap()).unwrap(), &mut of_catalogue);
    for record in records() {
        let mut entered = of_catalogue.join("\n");
        strings(&serde_json::to_value(&record).unwrap(), &mut entered);
        for text in texts(&record, Lang::En) {
            for line in text.lines().filter(|line| is_japanese(line)) {
                // Names and reasons are as entered; days stand in both calendars.
                let left: String = line
                    .split(|character: char| {
                        // A character that cannot be seen is shown by its code between these.
                        matches!(character, '〔' | '〕')
                            || !(('\u{3001}'..='\u{9FFF}').contains(&character) || ('\u{FF00}'..='\u{FFEF}').contains(&character))
                    })
                    .filter(|piece| is_japanese(piece) && !entered.contains(piece) && !["令和", "年", "月", "日"].contains(piece))
                    .collect();
                assert!(left.is_empty(), "{}: “{left}” in {line}", record.case_name);
            }
        }
    }
}
