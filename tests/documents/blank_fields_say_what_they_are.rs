//! 未記入 stands where something is missing, and nowhere else: an optional field says so, and another's part says whose it is.

use crate::support::exports::{Case, approved, blank, web_conference};
use crate::support::findings;
use liu_wizard::export::{Cell, Document, Emphasis, Report, report};
use liu_wizard::file;
use liu_wizard::record::{ApprovalState, Field, Place, Record, Role, TaskChoice, TextField};
use liu_wizard::text::{Label as _, Lang, report as words};

fn examples() -> Vec<Record> {
    liu_wizard::examples::all().iter().map(|example| file::parse(example.ron.as_bytes(), "example").unwrap().0).collect()
}

fn documents(record: &Record) -> Vec<Document> {
    let items = record.items.iter().map(|item| Document::Item(item.id.clone()));
    Document::WHOLE.into_iter().chain(items).collect()
}

fn tree(record: &Record, document: &Document, lang: Lang) -> Report {
    report(document, &Case::new(record.clone()).input(lang)).unwrap()
}

/// What a field says in a document.
fn said(record: &Record, document: &Document, field: TextField, lang: Lang) -> String {
    let tree = tree(record, document, lang);
    let shows = |cell: &&&Cell| cell.entries().any(|entry| entry.place() == Place::Field(Field::Text(field)));
    let cells = tree.cells();
    cells.iter().find(shows).unwrap_or_else(|| panic!("{field:?} in {document:?}")).text.clone()
}

#[test]
fn what_is_said_to_be_missing_is_missing_and_stands_out() {
    let mut records = examples();
    records.extend([blank(Role::Agency), blank(Role::Csp), web_conference(), approved(web_conference())]);
    records.extend(findings::records());
    let mut missing = 0;
    for record in records {
        let case = Case::new(record.clone());
        let wanted: Vec<Place> = case.judgement.findings.iter().map(|found| Place::Field(found.field.clone())).collect();
        for (document, lang) in documents(&record).iter().flat_map(|document| [(document, Lang::Ja), (document, Lang::En)]) {
            let tree = report(document, &case.input(lang)).unwrap();
            for cell in tree.cells().into_iter().filter(|cell| cell.text == words::empty(lang)) {
                assert_eq!(cell.emphasis, Emphasis::Open, "{document:?} of {}", record.case_name);
                let is_wanted = cell.entries().all(|entry| wanted.contains(&entry.place()));
                assert!(is_wanted, "{document:?} of {}: {:?}", record.case_name, cell.entry);
                missing += 1;
            }
        }
    }
    assert!(missing > 100, "{missing}");
}

#[test]
fn every_text_that_is_missed_is_said_to_be_missing_in_the_whole_record() {
    for role in [Role::Agency, Role::Csp] {
        for lang in [Lang::Ja, Lang::En] {
            let record = blank(role);
            let case = Case::new(record.clone());
            let missed = case.judgement.findings.iter().filter_map(|found| match found.field {
                Field::Text(field) if record.text(&found.field).is_some() => Some(field),
                _ => None,
            });
            let missed: Vec<TextField> = missed.collect();
            assert!(missed.len() > 5, "{missed:?}");
            for field in missed.into_iter().filter(|field| !matches!(field, TextField::ConditionsOfUse | TextField::ResidualRisk))
            {
                assert_eq!(said(&record, &Document::Record, field, lang), words::empty(lang), "{field:?}");
            }
        }
    }
}

#[test]
fn a_blank_field_that_nobody_has_to_fill_in_says_so() {
    let mut record = web_conference();
    record.service.platform = Default::default();
    for (lang, optional) in [(Lang::Ja, "記入なし（任意）"), (Lang::En, "None (optional)")] {
        for document in [Document::Record, Document::Sheet] {
            assert_eq!(said(&record, &document, TextField::Platform, lang), optional);
        }
        // No reason is asked for where the service is the assumed one.
        assert_eq!(said(&record, &Document::Record, TextField::ServiceReason, lang), lang.pick("不要", "Not needed"));
        // Nobody sent a request.
        assert_eq!(said(&record, &Document::Sheet, TextField::Contact, lang), lang.pick("該当なし", "Not applicable"));
        let provider = said(&blank(Role::Csp), &Document::Sheet, TextField::AgencyName, lang);
        assert_eq!(provider, lang.pick("利用機関が記入", "For the using agency to fill in"));
    }
    let mut pasted = web_conference();
    pasted.task = TaskChoice::AgencyEntry { task: Default::default(), service: Default::default(), origin: Default::default() };
    assert_eq!(said(&pasted, &Document::Record, TextField::EntryTask, Lang::Ja), "未記入");
    assert_eq!(said(&pasted, &Document::Record, TextField::EntryOrigin, Lang::Ja), "記入なし（任意）");
}

#[test]
fn a_draft_says_nothing_of_a_decision_that_was_not_made_yet_and_an_approval_says_what_it_lacks() {
    let labels = |record: &Record| {
        let tree = tree(record, &Document::Record, Lang::Ja);
        let chapter = tree.chapters.into_iter().find(|chapter| chapter.title == "承認").unwrap();
        let facts = chapter.blocks.into_iter().find_map(|block| match block {
            liu_wizard::export::Block::Facts { facts } => Some(facts),
            _ => None,
        });
        facts.unwrap().into_iter().map(|fact| (fact.label, fact.value.text)).collect::<Vec<_>>()
    };
    assert_eq!(labels(&web_conference()), [("状態".to_owned(), ApprovalState::Draft.label(Lang::Ja).to_owned())]);
    let mut incomplete = approved(web_conference());
    incomplete.approval.by = Default::default();
    incomplete.approval.on = None;
    let labels = labels(&incomplete);
    for missing in ["記録した方", "日付"] {
        assert!(labels.contains(&(missing.to_owned(), "未記入".to_owned())), "{labels:?}");
    }
}
