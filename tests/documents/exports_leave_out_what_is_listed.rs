//! A text of the record stands in every file that is made of it, or it is on the list of what that file leaves out on purpose.
//!
//! Whoever adds a field to the record sees these tests fail until each writer shows it, or the list says why it does not.

use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};

use crate::support::exports::{Case, blank, conference_item, dense, line, pages, prose, today};
use liu_wizard::export::{CopyKind, Data, Document, Medium, Product, render};
use liu_wizard::record::{
    Answer, ApprovalState, Edit, Field, ItemField, Objective, Person, Record, RedFlagId, Role, TaskChoice, TextField,
};
use liu_wizard::text::Lang;

/// A record in which every text is a word of its own, with the path of each.
fn every_text_filled() -> (Record, Vec<(String, String)>) {
    let mut record = blank(Role::Agency);
    record.task = TaskChoice::AgencyEntry { task: Default::default(), service: Default::default(), origin: Default::default() };
    record.items.push(conference_item());
    let flag = RedFlagId::new("LIU-A1.F1").unwrap();
    record.apply(Edit::AnswerRedFlag(flag.clone(), Answer::No)).unwrap();
    let item = record.items[0].id.clone();
    let mut fields: Vec<Field> = TextField::ALL.iter().copied().map(Field::Text).collect();
    fields.push(Field::RedFlag(flag));
    fields.extend(ItemField::ALL.map(|field| Field::Item(item.clone(), field)));
    fields.extend(Objective::ALL.map(|objective| Field::Reason(item.clone(), objective)));
    fields.extend(Objective::ALL.map(Field::RaiseReason));
    let mut words = Vec::new();
    let mut word = |path: String| {
        let word = format!("語{}終", words.len() + 1);
        words.push((path.replace(item.as_str(), "*"), word.clone()));
        word
    };
    for field in fields.into_iter().filter(|field| record.text(field).is_some()).collect::<Vec<_>>() {
        record.apply(Edit::SetText { field: field.clone(), text: word(field.to_string()) }).unwrap();
    }
    record.request.suggested_task = TaskChoice::AgencyEntry {
        task: prose(&word("request.suggested_task.task".to_owned())),
        service: line(&word("request.suggested_task.service".to_owned())),
        origin: line(&word("request.suggested_task.origin".to_owned())),
    };
    let by = Person { title: line(&word("approval.by.title".to_owned())), name: line(&word("approval.by.name".to_owned())) };
    let comment = word("approval.comment".to_owned());
    record.apply(Edit::MoveApproval { to: ApprovalState::Submitted, by, on: today(), comment }).unwrap();
    (record, words)
}

/// All that can be read in a file, without white space.
fn said(product: &Product, record: &Record) -> String {
    let case = Case::new(record.clone());
    let mut input = case.input(Lang::Ja);
    input.copy = CopyKind::Draft;
    let bytes = render(product, &input).unwrap();
    dense(&match product {
        Product::Document(_, Medium::Pdf) => pages(&bytes).concat(),
        Product::Document(_, Medium::Docx) | Product::Data(Data::Workbook) => unpacked(bytes),
        _ => String::from_utf8(bytes).unwrap(),
    })
}

fn unpacked(bytes: Vec<u8>) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for index in 0..archive.len() {
        archive.by_index(index).unwrap().read_to_string(&mut all).unwrap();
    }
    all
}

/// The paths whose text does not stand in a file.
fn left_out(product: &Product) -> BTreeSet<String> {
    let (record, words) = every_text_filled();
    let said = said(product, &record);
    words.into_iter().filter(|(_, word)| !said.contains(word.as_str())).map(|(path, _)| path).collect()
}

fn set(paths: &[&str]) -> BTreeSet<String> {
    paths.iter().map(|path| (*path).to_owned()).collect()
}

/// What the workbook may leave out: nobody decides on a record in Excel.
const WORKBOOK: [&str; 3] = ["approval.by.name", "approval.by.title", "approval.comment"];

#[test]
fn the_whole_record_leaves_out_nothing_in_any_medium() {
    for medium in Medium::ALL {
        assert_eq!(left_out(&Product::Document(Document::Record, medium)), set(&[]), "{medium:?}");
    }
    for data in [Data::Json, Data::Ron] {
        assert_eq!(left_out(&Product::Data(data)), set(&[]), "{data:?}");
    }
}

#[test]
fn the_sheet_leaves_out_nothing_and_the_workbook_at_most_the_approval() {
    for medium in Medium::ALL {
        assert_eq!(left_out(&Product::Document(Document::Sheet, medium)), set(&[]), "{medium:?}");
    }
    let workbook = left_out(&Product::Data(Data::Workbook));
    assert!(workbook.is_subset(&set(&WORKBOOK)), "{workbook:?}");
}

#[test]
fn the_explanation_says_the_same_in_every_medium_and_no_less_than_an_approver_needs() {
    let [pdf, docx, markdown] = Medium::ALL.map(|medium| left_out(&Product::Document(Document::Explanation, medium)));
    assert_eq!((&pdf, &pdf), (&docx, &markdown));
    for needed in [
        "case_name",
        "service.name",
        "service.provider",
        "agency.name",
        "agency.assessor.name",
        "agency.approver.title",
        "conditions_of_use",
        "residual_risk",
        "task.agency_entry.task",
    ] {
        assert!(!pdf.contains(needed), "{needed}");
    }
}

#[test]
fn the_extract_holds_all_of_its_item() {
    let (record, _) = every_text_filled();
    let document = Document::Item(record.items[0].id.clone());
    for medium in Medium::ALL {
        let left_out = left_out(&Product::Document(document.clone(), medium));
        assert!(!left_out.iter().any(|path| path.starts_with("items[*]")), "{medium:?}: {left_out:?}");
    }
}

#[test]
fn the_lines_of_items_hold_all_of_each_item() {
    let left_out = left_out(&Product::Data(Data::ItemsCsv));
    assert!(!left_out.iter().any(|path| path.starts_with("items[*]")), "{left_out:?}");
}

#[test]
fn a_system_security_plan_leaves_out_what_its_schema_has_no_place_for_but_carries_the_record_whole() {
    let texts = TextField::ALL.iter().filter(|text| !IN_OSCAL.contains(text)).map(|text| text.path());
    let expected: Vec<&str> = texts.chain(NOT_IN_OSCAL).collect();
    assert_eq!(left_out(&Product::Data(Data::Oscal)), set(&expected));
}

/// OSCAL has a place for the system, its information, its levels, its parties and its approval. What else the record holds lies in
/// the plan as the record itself, in base 64. These are the texts for which it has one.
const IN_OSCAL: [TextField; 20] = [
    TextField::CaseName,
    TextField::Provider,
    TextField::CorporateNumber,
    TextField::ServiceName,
    TextField::ServiceSummary,
    TextField::Functions,
    TextField::AgencyName,
    TextField::Bureau,
    TextField::Section,
    TextField::AgencyTaskName,
    TextField::Purpose,
    TextField::Users,
    TextField::AssessorTitle,
    TextField::AssessorName,
    TextField::ApproverTitle,
    TextField::ApproverName,
    TextField::EntryTask,
    TextField::EntryOrigin,
    TextField::ConditionsOfUse,
    TextField::ResidualRisk,
];

/// What else it has no place for. (The reason of a raise stands in a plan only where there is a raise; here is none.)
const NOT_IN_OSCAL: [&str; 14] = [
    "approval.by.name",
    "approval.by.title",
    "approval.comment",
    "items[*].personal_data",
    "items[*].publication_time",
    "items[*].retention",
    "items[*].whose",
    "raises.availability.reason",
    "raises.confidentiality.reason",
    "raises.integrity.reason",
    "red_flags[LIU-A1.F1]",
    "request.suggested_task.origin",
    "request.suggested_task.service",
    "request.suggested_task.task",
];
