//! A PDF that the program wrote holds the record: it opens again whole, and any other PDF is refused by name.

use std::path::Path;

use crate::support::command_line::Desk;
use crate::support::exports::{Case, approved, blank, line, prose, purpose_harmed, web_conference};
use liu_wizard::bounds::DOCUMENT_LINES;
use liu_wizard::export::{Along, Data, Document, ExportError, Medium, Product, render, typeset};
use liu_wizard::file::{FileError, Found, MAX_BYTES, MemoryStorage, PdfProblem, Storage as _, open, to_json};
use liu_wizard::record::{ItemId, Record, Role};
use liu_wizard::text::Lang;
use lopdf::{Document as Pdf, Object, Stream, dictionary};
use proptest::prelude::*;

fn pdf_of(record: &Record) -> Vec<u8> {
    let case = Case::new(record.clone());
    render(&Product::RECORD_PDF, &case.input(Lang::Ja)).unwrap()
}

fn opened(bytes: &[u8]) -> Result<Record, FileError> {
    let disk = MemoryStorage::new().with_reader(crate::support::reader());
    disk.put(Path::new("/in.pdf"), bytes);
    let opened = open(&disk, Path::new("/in.pdf"))?;
    assert_eq!(opened.found, Found::AttachedToPdf);
    assert_eq!(disk.read(Path::new("/in.pdf"), u64::MAX).unwrap(), bytes, "the PDF is as it was");
    Ok(opened.record)
}

fn refused(bytes: &[u8]) -> PdfProblem {
    let error = opened(bytes).unwrap_err();
    for lang in [Lang::Ja, Lang::En] {
        let message = error.message(lang);
        assert!(message.place.contains("in.pdf") && !message.action.is_empty(), "{message}");
    }
    match error {
        FileError::Pdf { problem, .. } => problem,
        other => panic!("{other:?}"),
    }
}

/// The PDF with one more file attached.
fn with_another(pdf: &[u8], name: &str, content: Vec<u8>) -> Vec<u8> {
    let mut document = Pdf::load_mem(pdf).unwrap();
    let mut stream = Stream::new(dictionary! { "Type" => "EmbeddedFile" }, content);
    stream.compress().unwrap();
    let stream = document.add_object(stream);
    let file = document.add_object(dictionary! {
        "Type" => "Filespec",
        "F" => Object::string_literal(name),
        "EF" => dictionary! { "F" => stream },
    });
    let catalogue = document.catalog_mut().unwrap();
    let mut attached = catalogue.get(b"AF").and_then(Object::as_array).cloned().unwrap_or_default();
    attached.push(file.into());
    catalogue.set("AF", attached);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

/// A PDF of one empty page.
fn plain() -> Vec<u8> {
    let mut document = Pdf::with_version("1.7");
    let pages = document.new_object_id();
    let page = document.add_object(dictionary! { "Type" => "Page", "Parent" => pages });
    document.set_object(pages, dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 });
    let catalogue = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", catalogue);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

#[test]
fn every_document_opens_again_as_the_record_it_was_made_of() {
    for record in [web_conference(), approved(purpose_harmed("公表を前提とする")), blank(Role::Csp)] {
        let case = Case::new(record.clone());
        let mut documents = Document::WHOLE.to_vec();
        documents.extend(record.items.iter().map(|item| Document::Item(item.id.clone())));
        for document in documents {
            let pdf = render(&Product::Document(document.clone(), Medium::Pdf), &case.input(Lang::En)).unwrap();
            assert_eq!(opened(&pdf).unwrap(), record, "{document:?}");
        }
    }
}

#[test]
fn a_pdf_without_a_record_is_refused_by_name() {
    assert_eq!(refused(&plain()), PdfProblem::NoRecord);
    assert_eq!(refused(&with_another(&plain(), "notes.txt", b"notes".to_vec())), PdfProblem::NoRecord);
}

#[test]
fn of_two_different_records_none_is_guessed() {
    let other = liu_wizard::file::to_json(&blank(Role::Agency)).unwrap();
    let pdf = with_another(&pdf_of(&web_conference()), "other.liu.json", other.into_bytes());
    assert_eq!(refused(&pdf), PdfProblem::Several(2));
}

#[test]
fn the_same_record_twice_and_files_of_other_kinds_do_no_harm() {
    let record = web_conference();
    let again = liu_wizard::file::to_ron(&record).unwrap();
    let pdf = with_another(&pdf_of(&record), "again.liu.ron", again.into_bytes());
    assert_eq!(opened(&with_another(&pdf, "picture.png", b"\x89PNG\r\n\x1A\n".to_vec())).unwrap(), record);
}

#[test]
fn a_record_that_was_changed_badly_is_named_with_its_place() {
    let broken = liu_wizard::file::to_json(&web_conference()).unwrap().replace("\"role\"", "\"rolle\"");
    let error = opened(&with_another(&plain(), "record.liu.json", broken.into_bytes())).unwrap_err();
    assert!(matches!(error, FileError::Unfit { .. }), "{error:?}");
    assert!(error.message(Lang::Ja).place.contains("record.liu.json"), "{error}");
}

#[test]
fn what_unpacks_to_more_than_any_record_is_not_unpacked() {
    let bomb = with_another(&plain(), "record.liu.json", vec![b' '; 64 * 1024 * 1024]);
    assert!(bomb.len() < 200_000, "{}", bomb.len());
    assert_eq!(refused(&bomb), PdfProblem::NoRecord);
}

#[test]
fn every_command_takes_such_a_pdf_for_the_record() {
    let desk = Desk::new();
    let record = approved(web_conference());
    desk.write("case.pdf", pdf_of(&record));
    desk.write("plain.pdf", plain());
    desk.write("case.liu.ron", liu_wizard::file::to_ron(&record).unwrap());
    for arguments in [&["show", "--json"][..], &["check"]] {
        let [from_pdf, from_ron] = ["case.pdf", "case.liu.ron"].map(|file| desk.run(&[arguments, &[file]].concat()));
        assert_eq!(from_pdf.code, 0, "{from_pdf:?}");
        assert_eq!(from_pdf.out.replace("case.pdf", "case.liu.ron"), from_ron.out);
    }
    let verified = desk.run(&["verify", "case.pdf"]);
    assert_eq!(verified.code, 0, "{verified:?}");
    assert!(verified.out.contains("PDFに添付された") && verified.out.contains(record.content_digest().as_str()), "{verified:?}");
    let plain = desk.run(&["check", "plain.pdf"]);
    assert_eq!(plain.code, 2);
    assert!(plain.err.contains("このPDFには評価記録が添付されていません"), "{plain:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn any_record_comes_back_from_its_pdf_as_it_was(record in crate::support::arbitrary::any_record()) {
        let case = Case::new(record.clone());
        let pdf = render(&Product::Document(Document::Explanation, Medium::Pdf), &case.input(Lang::Ja)).unwrap();
        prop_assert_eq!(opened(&pdf).unwrap(), Along::default().of(&record));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_pdf_gives_the_record_or_a_reason(places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20), cut in prop::option::of(any::<prop::sample::Index>())) {
        use std::sync::OnceLock;
        static WHOLE: OnceLock<Vec<u8>> = OnceLock::new();
        let whole = WHOLE.get_or_init(|| pdf_of(&web_conference()));
        let mut bytes = whole.clone();
        for (place, byte) in places {
            let at = place.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        if bytes.starts_with(b"%PDF-")
            && let Err(error) = opened(&bytes)
        {
            prop_assert!(!error.message(Lang::Ja).what.is_empty());
        }
    }
}

/// A record of so many items, as they stand in the example.
fn with_items(count: usize) -> Record {
    let mut record = web_conference();
    record.items = record.items.iter().cycle().take(count).cloned().collect();
    for (number, item) in (1..).zip(&mut record.items) {
        item.id = ItemId::new(format!("item-{number}")).unwrap();
        item.name = line(&format!("{}その{number}", item.name));
    }
    record
}

/// What is printed of a long record is no larger than what is opened, and its reader has room for it.
#[test]
fn what_is_printed_of_many_items_opens_again() {
    let record = with_items(250);
    let case = Case::new(record.clone());
    for document in [Document::Record, Document::Sheet] {
        let pdf = render(&Product::Document(document.clone(), Medium::Pdf), &case.input(Lang::Ja)).unwrap();
        assert!(pdf.len() < 3 * 1024 * 1024, "{document:?}: {} bytes", pdf.len());
        assert_eq!(opened(&pdf).unwrap(), record, "{document:?}");
    }
}

/// More than the typesetter has memory for is refused before it begins, and other formats take it.
#[test]
fn what_is_too_long_for_pages_is_refused_at_once_and_said() {
    let mut record = with_items(30);
    for item in &mut record.items {
        item.description = prose(&"長い説明。\n".repeat(2_500));
    }
    let case = Case::new(record);
    for lang in [Lang::Ja, Lang::En] {
        let refused = render(&Product::RECORD_PDF, &case.input(lang)).unwrap_err();
        assert!(matches!(refused, ExportError::TooLong { most: DOCUMENT_LINES, lines } if lines > DOCUMENT_LINES), "{refused:?}");
        let message = refused.message(lang);
        assert!(message.what.contains("200000") && message.action.contains("Markdown"), "{message}");
        assert!(
            matches!(typeset(&Document::Record, &case.input(lang)), Err(ExportError::TooLong { .. })),
            "as a page to look at"
        );
    }
    assert!(render(&Product::Document(Document::Record, Medium::Markdown), &case.input(Lang::Ja)).is_ok());
}

/// What this program could not open again is not handed out.
#[test]
fn a_file_that_could_not_be_opened_again_is_not_written() {
    let mut record = with_items(300);
    for item in &mut record.items {
        item.description = prose(&"あいうえおかきくけこ".repeat(2_000));
    }
    assert!(to_json(&record).unwrap().len() as u64 > MAX_BYTES);
    let case = Case::new(record);
    for (data, lang) in [(Data::Json, Lang::Ja), (Data::Ron, Lang::En)] {
        let refused = render(&Product::Data(data), &case.input(lang)).unwrap_err();
        assert!(matches!(refused, ExportError::TooLargeToReadAgain { most: MAX_BYTES, .. }), "{refused:?}");
        assert!(refused.message(lang).what.contains("16 MiB"), "{}", refused.message(lang));
    }
}
