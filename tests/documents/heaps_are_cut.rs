//! Thousands of characters that stand as one letter cost a document no more than a few, and what was cut is said. The record keeps
//! them as typed.

use liu_wizard::export::{Document, Medium, Product, render};
use liu_wizard::file;
use liu_wizard::record::{Edit, Field, HARD_LENGTH, ItemField, MOST_IN_LETTER, Record, TextField};
use liu_wizard::text::Lang;

use crate::support::exports::{Case, pages, web_conference};

/// What a letter is heaped from: its base, and what is repeated on it.
const HEAPS: [(&str, &str); 5] = [("e", "\u{301}"), ("い", "\u{302}"), ("葛", "\u{E0100}"), ("ᄀ", "ᄀ"), ("क", "\u{94D}क")];

fn heap((base, on_it): (&str, &str), length: usize) -> String {
    let room = (length - base.chars().count()) / on_it.chars().count();
    format!("値{base}{}。", on_it.repeat(room - 2))
}

fn with(text: &str) -> Case {
    let mut record: Record = web_conference();
    let item = record.items[0].id.clone();
    for field in [
        Field::Text(TextField::CaseName),
        Field::Text(TextField::ResidualRisk),
        Field::Item(item.clone(), ItemField::Name),
        Field::Item(item, ItemField::Description),
    ] {
        record.apply(Edit::SetText { field, text: text.to_owned() }).unwrap();
    }
    Case::new(record)
}

fn made(case: &Case, document: &Document, medium: Medium) -> Vec<u8> {
    render(&Product::Document(document.clone(), medium), &case.input(Lang::Ja)).unwrap()
}

/// The text without the numbers in it: how long a text is stands among the findings.
fn without_numbers(text: &str) -> String {
    text.chars().filter(|character| !character.is_ascii_digit() && !character.is_ascii_hexdigit()).collect()
}

#[test]
fn a_heap_takes_no_more_of_a_document_the_longer_it_is() {
    for kind in HEAPS {
        let [short, long] = [40, HARD_LENGTH].map(|length| with(&heap(kind, length)));
        for document in Document::WHOLE {
            let [few, many] = [&short, &long].map(|case| made(case, &document, Medium::Markdown));
            let [few, many] = [few, many].map(|bytes| without_numbers(&String::from_utf8(bytes).unwrap()));
            assert!(many.len() < few.len() + 2_000, "{kind:?}, {document:?}: {} and {}", few.len(), many.len());
            let [few, many] = [&short, &long].map(|case| made(case, &document, Medium::Docx).len());
            assert!(many < few + 2_000, "{kind:?}, {document:?}: {few} and {many} bytes of Word");
        }
        let [few, many] = [&short, &long].map(|case| pages(&made(case, &Document::Record, Medium::Pdf)));
        assert_eq!(few.len(), many.len(), "{kind:?}: pages");
    }
}

#[test]
fn what_was_cut_is_said_where_it_stands_and_in_the_appendix_and_kept_in_the_record() {
    let text = heap(HEAPS[0], HARD_LENGTH);
    let case = with(&text);
    let printed = pages(&made(&case, &Document::Record, Medium::Pdf)).concat();
    assert!(printed.contains('〓'), "the cut is marked");
    assert!(printed.contains("U+0301"), "the appendix tells the character");
    let said: String = printed.split_whitespace().collect();
    assert!(said.contains("1文字に重なる"), "a finding says so");
    let markdown = String::from_utf8(made(&case, &Document::Record, Medium::Markdown)).unwrap();
    let longest = markdown.split(|character: char| character != '\u{301}').map(|run| run.chars().count()).max();
    assert_eq!(longest, Some(MOST_IN_LETTER - 1));
    let kept = file::to_json(&case.record).unwrap();
    let (kept, _) = file::parse(kept.as_bytes(), "kept").unwrap();
    assert_eq!(kept.residual_risk.as_str(), text);
}
