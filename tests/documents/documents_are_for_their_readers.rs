//! The three documents and the extract: each holds what its reader needs, in the length that was promised.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::exports::{Case, approved, blank, dense, pages, prose, purpose_harmed, sensitive_unknown, web_conference};
use liu_wizard::export::{Document, Entry, Medium, Product, Report, render, report};
use liu_wizard::file;
use liu_wizard::judgement::Outcome;
use liu_wizard::record::{DayField, Edit, Field, FieldValue, ItemId, Place, ProfileId, Record, Role, TextField};
use liu_wizard::text::{Label as _, Lang};

fn examples() -> Vec<Record> {
    liu_wizard::examples::all().iter().map(|example| file::parse(example.ron.as_bytes(), "example").unwrap().0).collect()
}

fn pdf(record: &Record, document: Document) -> Vec<String> {
    let case = Case::new(record.clone());
    pages(&render(&Product::Document(document, Medium::Pdf), &case.input(Lang::Ja)).unwrap())
}

fn tree(record: &Record, document: &Document) -> Report {
    let case = Case::new(record.clone());
    report(document, &case.input(Lang::Ja)).unwrap()
}

/// The places of a record in which it differs from one in which nothing was entered.
fn filled_places(record: &Record) -> BTreeSet<Place> {
    let mut empty = blank(record.role);
    empty.id = record.id.clone();
    // An item that is new is told by its name alone; its other places only if the other record has it, too.
    empty.items = record.items.iter().map(|item| liu_wizard::record::InformationItem::new(item.id.clone())).collect();
    empty.differences(record).into_iter().filter(|found| found.new != FieldValue::Absent).map(|found| found.place).collect()
}

fn shown_places(report: &Report) -> BTreeSet<Place> {
    report.cells().iter().flat_map(|cell| cell.entries()).map(Entry::place).collect()
}

#[test]
fn the_whole_record_and_the_sheet_show_every_place_of_every_example() {
    for record in examples() {
        let wanted = filled_places(&record);
        assert!(wanted.len() > 60, "{}", wanted.len());
        for document in [Document::Record, Document::Sheet] {
            let shown = shown_places(&tree(&record, &document));
            let missing: Vec<&Place> = wanted.difference(&shown).collect();
            assert!(missing.is_empty(), "{document:?} of {}: {missing:?}", record.id);
        }
    }
}

#[test]
fn the_head_and_the_procurement_stand_in_the_whole_record_and_in_the_sheet_of_either_role_where_they_were_filled_in() {
    let texts = TextField::ALL.iter().filter(|text| ["paper.", "procurement."].iter().any(|part| text.path().starts_with(part)));
    let texts: Vec<TextField> = texts.copied().collect();
    assert_eq!(texts.len(), 6);
    for role in [Role::Agency, Role::Csp] {
        let mut record = blank(role);
        for text in &texts {
            record.apply(Edit::SetText { field: Field::Text(*text), text: text.path().to_owned() }).unwrap();
        }
        record.apply(Edit::SetDay(DayField::ProcurementDate, Some("2026-12-01".parse().unwrap()))).unwrap();
        for document in [Document::Record, Document::Sheet] {
            let said = pdf(&record, document.clone()).concat();
            for text in &texts {
                assert!(said.contains(text.path()), "{document:?} of {role:?}: {text:?}");
            }
            assert!(said.contains("令和8年12月1日"), "{document:?} of {role:?}");
        }
    }
    // The procedure that begins with a procurement asks for it; the other one does not speak of it.
    let mut record = blank(Role::Agency);
    assert!(!pdf(&record, Document::Sheet).concat().contains("調達件名"));
    record.apply(Edit::ChooseProfile(ProfileId::new("procurement").unwrap())).unwrap();
    assert!(pdf(&record, Document::Sheet).concat().contains("調達件名"));
}

#[test]
fn nothing_is_shown_as_the_place_of_something_else() {
    for record in examples() {
        let values = Case::new(record.clone());
        for document in [Document::Record, Document::Sheet] {
            // A text of several paragraphs may stand in several cells, one below the other.
            let mut said: BTreeMap<String, String> = BTreeMap::new();
            for cell in report(&document, &values.input(Lang::Ja)).unwrap().cells() {
                for entry in cell.entries() {
                    let Entry::Text(field) = entry else { continue };
                    let said = said.entry(field.to_string()).or_default();
                    said.push_str(&format!("{}\n{}\n", cell.text, cell.detail));
                }
            }
            for (path, said) in said {
                let field = liu_wizard::record::Field::from_path(&path).unwrap();
                let Some(text) = record.text(&field).filter(|text| !text.trim().is_empty()) else { continue };
                for line in text.lines() {
                    assert!(said.contains(line), "{path}: {said} does not say {line}");
                }
            }
        }
    }
}

#[test]
fn the_explanation_takes_two_pages_and_the_extract_one() {
    for record in examples() {
        assert!(pdf(&record, Document::Explanation).len() <= 2, "{}", record.service.name);
        for item in &record.items {
            assert_eq!(pdf(&record, Document::Item(item.id.clone())).len(), 1, "{} {}", record.service.name, item.name);
        }
    }
}

#[test]
fn an_approver_reads_the_result_why_it_is_so_what_was_lowered_and_what_remains() {
    let mut record = purpose_harmed("名簿は会議の公表と同時に公開する");
    record.residual_risk = prose("公表前の発言が漏れると、日程の調整が要る。");
    let said = pdf(&record, Document::Explanation).concat();
    for wanted in [
        Outcome::Fits.label(Lang::Ja),
        "条件①（一覧）はい業務は、対象業務一覧の",
        "▽引下げ（提案中位）",
        "C7業務の目的により、提案は中位",
        "名簿は会議の公表と同時に公開する",
        "公表を前提とする会議に限る",
        "日程の調整が要る",
        "承認者",
        "神田花子",
        "署名・押印",
    ] {
        assert!(said.contains(&dense(wanted)), "{wanted}: {said}");
    }
    let nothing_lowered = pdf(&web_conference(), Document::Explanation).concat();
    assert!(nothing_lowered.contains("▽引下げ0件"), "{nothing_lowered}");
}

#[test]
fn what_is_not_assessed_is_said_to_the_approver_and_never_low() {
    for record in [sensitive_unknown(), blank(Role::Agency), blank(Role::Csp)] {
        for document in Document::WHOLE {
            let tree = tree(&record, &document);
            let Some(verdict) = &tree.verdict else { continue };
            assert_eq!(verdict.outcome.text, Outcome::Undetermined.label(Lang::Ja), "{document:?}");
            let low = verdict.parts.iter().find(|part| part.label == "条件②（低位）").unwrap();
            assert_eq!(low.value.text, "未確定", "{document:?}");
            let why = &low.value.detail;
            assert!(why.contains("未評価は低位ではありません") || why.contains("まだ登録していません"), "{document:?}: {why}");
        }
    }
}

#[test]
fn on_the_sheet_the_two_parts_begin_on_pages_of_their_own() {
    let pages = pdf(&approved(web_conference()), Document::Sheet);
    let begins = |part: &str| pages.iter().position(|page| page.contains(part)).unwrap();
    let (provider, agency) = (begins("第1部事業者の記入部分"), begins("第2部利用機関の記入部分"));
    assert!(0 < provider && provider < agency);
    assert!(!pages[provider].contains("架空省") && !pages[agency].contains("7000012050002"));
    let blank = pdf(&blank(Role::Csp), Document::Sheet).concat();
    assert!(blank.contains("第2部利用機関の記入部分"), "the agency's part is there to be filled in");
}

#[test]
fn the_extract_holds_the_one_item_with_its_answers_and_decisions_and_no_other() {
    let record = examples().into_iter().find(|record| record.items.len() > 1).unwrap();
    let (one, other) = (&record.items[0], &record.items[1]);
    let said = pdf(&record, Document::Item(one.id.clone())).concat();
    assert!(said.contains(&dense(one.name.as_str())) && !said.contains(&dense(other.name.as_str())), "{said}");
    for wanted in ["取り扱う情報", "影響度の決定", "問いへの回答と提案"] {
        assert!(said.contains(wanted), "{wanted}");
    }
}

#[test]
fn an_extract_of_an_item_that_is_not_there_is_refused() {
    let case = Case::new(web_conference());
    let nobody = Document::Item(ItemId::new("nobody").unwrap());
    let error = report(&nobody, &case.input(Lang::Ja)).unwrap_err();
    assert!(error.message(Lang::Ja).what.contains("nobody"), "{error}");
}

#[test]
fn every_page_of_every_document_names_record_content_and_page() {
    let record = approved(web_conference());
    for document in [Document::Sheet, Document::Explanation, Document::Item(record.items[0].id.clone())] {
        let pages = pdf(&record, document);
        for (index, page) in pages.iter().enumerate() {
            for said in [record.content_digest().short().to_owned(), format!("{}/{}", index + 1, pages.len())] {
                assert!(page.contains(&said), "{said}: {page}");
            }
        }
    }
    let draft = pdf(&web_conference(), Document::Explanation);
    assert!(draft.iter().all(|page| page.contains("作成中")));
}
