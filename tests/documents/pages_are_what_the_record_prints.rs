//! What the pages of a PDF show is checked: they are what the attached record prints, or they are not, or nobody can tell.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::support::command_line::{Desk, Ran};
use crate::support::exports::{Case, approved, blank, purpose_harmed, today, web_conference};
use crate::support::reader;
use liu_wizard::catalogue::Catalogue;
use liu_wizard::export::{
    Along, CopyKind, Document, ExportInput, Medium, PROGRAM, PrintNote, Printed, Product, print, render, report,
};
use liu_wizard::file::{self, MemoryStorage, PRINT_NOTE};
use liu_wizard::judgement::judge;
use liu_wizard::portfolio::{Pages, PagesProblem, PagesUnknown, Shelf};
use liu_wizard::record::{Record, Role};
use liu_wizard::text::Lang;
use lopdf::{Dictionary, Document as Pdf, IncrementalDocument, Object, ObjectId, Stream, dictionary};
use proptest::prelude::*;

fn explanation(record: Record, lang: Lang) -> Vec<u8> {
    let case = Case::new(record);
    render(&Product::Document(Document::Explanation, Medium::Pdf), &case.input(lang)).unwrap()
}

fn pages_of(pdf: &[u8]) -> Pages {
    let opened = file::read(&reader(), pdf, "in.pdf").unwrap();
    let shelf = Shelf::new(Catalogue::shipped().unwrap(), None);
    Pages::of(pdf, &opened.record, opened.print_note.as_deref(), None, (&MemoryStorage::new(), &shelf))
}

fn as_printed() -> Pages {
    Pages::AsPrinted { day: today(), catalogue: None }
}

/// The PDF as another program saves it after a change.
fn changed(pdf: &[u8], change: impl FnOnce(&mut Pdf)) -> Vec<u8> {
    let mut document = Pdf::load_mem(pdf).unwrap();
    change(&mut document);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

fn page(document: &Pdf, number: u32) -> ObjectId {
    document.get_pages()[&number]
}

fn page_dictionary(document: &mut Pdf, number: u32) -> &mut Dictionary {
    let id = page(document, number);
    document.get_dictionary_mut(id).unwrap()
}

fn contents(document: &Pdf, number: u32) -> ObjectId {
    document.get_page_contents(page(document, number))[0]
}

/// The PDF with what a reviewer or a signing program writes behind it.
fn with_update(pdf: &[u8]) -> Vec<u8> {
    let before = Pdf::load_mem(pdf).unwrap();
    let number = page(&before, 1);
    let mut update = IncrementalDocument::create_from(pdf.to_vec(), before);
    update.opt_clone_object_to_new_document(number).unwrap();
    let over = update.new_document.add_object(overlay());
    update.new_document.get_dictionary_mut(number).unwrap().set("Annots", vec![over.into()]);
    let mut bytes = Vec::new();
    update.save_to(&mut bytes).unwrap();
    bytes
}

fn overlay() -> Dictionary {
    dictionary! {
        "Type" => "Annot",
        "Subtype" => "FreeText",
        "Rect" => vec![50.into(), 600.into(), 400.into(), 700.into()],
        "Contents" => Object::string_literal("LOW"),
    }
}

/// Everything that can be done to what a page shows, or to what is around it.
type Change = (&'static str, fn(&mut Pdf));

const CHANGES: [Change; 16] = [
    ("saved by another program", |_| {}),
    ("every page blank", |pdf| {
        for number in 1..=u32::try_from(pdf.get_pages().len()).unwrap() {
            let id = contents(pdf, number);
            pdf.set_object(id, Stream::new(dictionary! {}, Vec::new()));
        }
    }),
    ("another text on one page", |pdf| {
        let id = contents(pdf, 1);
        let mut content = pdf.get_object(id).unwrap().as_stream().unwrap().decompressed_content().unwrap();
        let shown = content.windows(2).position(|bytes| bytes == b"Tj" || bytes == b"TJ").unwrap();
        content[shown - 3] ^= 1;
        pdf.set_object(id, Stream::new(dictionary! {}, content));
    }),
    ("a page taken out", |pdf| pdf.delete_pages(&[1])),
    ("pages in another order", |pdf| {
        let root = pdf.catalog().unwrap().get(b"Pages").unwrap().as_reference().unwrap();
        let ids = pdf.get_pages();
        let kids: Vec<Object> = ids.values().rev().map(|id| (*id).into()).collect();
        pdf.get_dictionary_mut(root).unwrap().set("Kids", kids);
    }),
    ("a note over a page", |pdf| {
        let over = pdf.add_object(overlay());
        page_dictionary(pdf, 1).set("Annots", vec![over.into()]);
    }),
    ("another title", |pdf| {
        let info = pdf.trailer.get(b"Info").unwrap().as_reference().unwrap();
        pdf.get_dictionary_mut(info).unwrap().set("Title", Object::string_literal("Approved"));
    }),
    ("cropped", |pdf| page_dictionary(pdf, 1).set("CropBox", vec![0.into(), 0.into(), 595.into(), 400.into()])),
    ("turned", |pdf| page_dictionary(pdf, 1).set("Rotate", 180)),
    ("a form", |pdf| pdf.catalog_mut().unwrap().set("AcroForm", dictionary! { "Fields" => Vec::<Object>::new() })),
    ("a script", |pdf| {
        let script = dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("app.alert(1)") };
        pdf.catalog_mut().unwrap().set("OpenAction", script);
    }),
    ("layers", |pdf| pdf.catalog_mut().unwrap().set("OCProperties", dictionary! { "OCGs" => Vec::<Object>::new() })),
    ("something drawn over", |pdf| {
        let id = contents(pdf, 1);
        let mut content = pdf.get_object(id).unwrap().as_stream().unwrap().decompressed_content().unwrap();
        content.extend_from_slice(b"\n1 g 0 0 600 900 re f\n");
        pdf.set_object(id, Stream::new(dictionary! {}, content));
    }),
    ("another meaning of its letters", |pdf| change_stream_of(pdf, b"ToUnicode")),
    ("other shapes of its letters", |pdf| change_stream_of(pdf, b"FontFile2")),
    ("other bookmarks", |pdf| {
        pdf.catalog_mut().unwrap().remove(b"Outlines");
    }),
];

/// Changes the first stream that stands under this name.
fn change_stream_of(pdf: &mut Pdf, name: &[u8]) {
    let named = pdf.objects.values().filter_map(|object| object.as_dict().ok());
    let id = named.filter_map(|dictionary| dictionary.get(name).ok()?.as_reference().ok()).next().unwrap();
    let mut content = pdf.get_object(id).unwrap().as_stream().unwrap().decompressed_content().unwrap();
    let middle = content.len() / 2;
    content[middle] ^= 1;
    pdf.set_object(id, Stream::new(dictionary! {}, content));
}

#[test]
fn whatever_the_program_prints_is_known_again() {
    for record in [approved(web_conference()), purpose_harmed("公表を前提とする"), blank(Role::Csp)] {
        let case = Case::new(record.clone());
        let mut documents = Document::WHOLE.to_vec();
        documents.extend(record.items.iter().map(|item| Document::Item(item.id.clone())));
        for document in documents {
            for (lang, along) in [(Lang::Ja, Along::default()), (Lang::En, Along::EVERYTHING)] {
                let input = ExportInput { along, ..case.input(lang) };
                let pdf = render(&Product::Document(document.clone(), Medium::Pdf), &input).unwrap();
                assert_eq!(pages_of(&pdf), as_printed(), "{document:?} {lang:?}");
            }
        }
    }
    let case = Case::new(approved(web_conference()));
    let draft = ExportInput { copy: CopyKind::Draft, ..case.input(Lang::Ja) };
    assert_eq!(pages_of(&render(&Product::RECORD_PDF, &draft).unwrap()), as_printed(), "a draft of what is approved");
}

#[test]
fn pages_of_an_opened_pdf_are_known_again_when_they_are_printed_anew() {
    let once = explanation(approved(web_conference()), Lang::Ja);
    assert_eq!(explanation(file::read(&reader(), &once, "in.pdf").unwrap().record, Lang::Ja), once);
}

#[test]
fn whatever_is_changed_in_a_pdf_its_pages_are_not_what_the_record_prints() {
    for lang in [Lang::Ja, Lang::En] {
        let pdf = explanation(approved(web_conference()), lang);
        let mut seen = BTreeSet::new();
        for (what, change) in CHANGES {
            let changed = changed(&pdf, change);
            assert!(seen.insert(changed.clone()), "{what}: nothing was changed");
            assert_eq!(pages_of(&changed), Pages::NotAsPrinted(PagesProblem::Other), "{what}");
        }
    }
}

#[test]
fn what_was_written_behind_a_pdf_is_told_with_its_size() {
    let pdf = explanation(approved(web_conference()), Lang::Ja);
    let updated = with_update(&pdf);
    assert!(updated.starts_with(&pdf) && updated.len() > pdf.len());
    let bytes = u64::try_from(updated.len() - pdf.len()).unwrap();
    assert_eq!(pages_of(&updated), Pages::NotAsPrinted(PagesProblem::Added { bytes }));
    let one_more = [pdf.as_slice(), b"\n"].concat();
    assert_eq!(pages_of(&one_more), Pages::NotAsPrinted(PagesProblem::Added { bytes: 1 }));
}

/// The file attached under this name.
fn attached<'a>(pdf: &'a mut Pdf, name: &str) -> &'a mut Object {
    let files = pdf.objects.values().filter_map(|object| object.as_dict().ok());
    let is_named =
        |file: &&Dictionary| file.get(b"F").is_ok_and(|its| lopdf::decode_text_string(its).is_ok_and(|its| its == name));
    let file = files.filter(|file| file.get(b"EF").is_ok()).find(is_named).unwrap();
    let id = file.get(b"EF").unwrap().as_dict().unwrap().get(b"F").unwrap().as_reference().unwrap();
    pdf.get_object_mut(id).unwrap()
}

/// The same PDF with another note of how it was printed.
fn with_note(pdf: &[u8], change: impl FnOnce(String) -> String) -> Vec<u8> {
    let note = file::read(&reader(), pdf, "in.pdf").unwrap().print_note.unwrap();
    changed(pdf, |pdf| *attached(pdf, PRINT_NOTE) = Stream::new(dictionary! {}, change(note).into_bytes()).into())
}

#[test]
fn a_forged_version_never_makes_pages_what_the_record_prints() {
    let pdf = explanation(approved(web_conference()), Lang::Ja);
    let (_, blank) = CHANGES[1];
    for pdf in [pdf.clone(), changed(&pdf, blank)] {
        let forged = with_note(&pdf, |note| note.replace(&format!(r#""program":"{PROGRAM}""#), r#""program":"99.0.0""#));
        let unknown = PagesUnknown::OtherVersion { version: "99.0.0".to_owned() };
        assert_eq!(pages_of(&forged), Pages::NotKnown(unknown));
    }
    for said in ["{}", "99", r#"{"format":"liu-wizard-print","version":2}"#] {
        assert_eq!(pages_of(&with_note(&pdf, |_| said.to_owned())), Pages::NotKnown(PagesUnknown::NoteUnread), "{said}");
    }
    let longest = "9".repeat(200);
    for version in ["1 0", "<b>", "\\u202e", longest.as_str()] {
        let named = with_note(&pdf, |note| note.replace(PROGRAM, version));
        assert_eq!(pages_of(&named), Pages::NotKnown(PagesUnknown::NoteUnread), "{version}");
    }
}

#[test]
fn a_note_that_was_taken_away_leaves_the_pages_unknown() {
    let pdf = explanation(approved(web_conference()), Lang::Ja);
    let without = changed(&pdf, |pdf| {
        for object in pdf.objects.values_mut().filter_map(|object| object.as_dict_mut().ok()) {
            let is_note = |its: &Object| lopdf::decode_text_string(its).is_ok_and(|its| its == PRINT_NOTE);
            if object.get(b"F").is_ok_and(is_note) {
                object.remove(b"EF");
            }
        }
    });
    assert_eq!(pages_of(&without), Pages::NotKnown(PagesUnknown::NoNote));
}

#[test]
fn a_note_that_asks_for_what_the_record_does_not_allow_is_no_excuse() {
    let pdf = explanation(web_conference(), Lang::Ja);
    for (from, to) in [
        (r#""copy":"draft""#, r#""copy":"final""#),
        (r#"{"alone":"explanation"}"#, r#"{"alone":{"item":"item-9"}}"#),
        (r#"{"alone":"explanation"}"#, r#"{"in_package":"explanation"}"#),
        (r#""day":"2026-11-23""#, r#""day":"2026-11-24""#),
    ] {
        let asked = with_note(&pdf, |note| {
            assert!(note.contains(from), "{note}");
            note.replace(from, to)
        });
        assert!(matches!(pages_of(&asked), Pages::NotAsPrinted(_)), "{to}");
    }
}

#[test]
fn pages_of_another_version_that_prints_the_same_are_what_the_record_prints() {
    let case = Case::new(approved(web_conference()));
    let input = case.input(Lang::Ja);
    let note = serde_json::to_string(&PrintNote::of(Printed::Alone(Document::Explanation), &input)).unwrap();
    let note = PrintNote::read(&note.replace(PROGRAM, "0.0.9")).unwrap();
    let pdf = print(report(&Document::Explanation, &input).unwrap(), &note, &input).unwrap();
    assert_eq!(pages_of(&pdf), as_printed(), "all that is another is the number, which is on no page");
    let (_, blank) = CHANGES[1];
    assert!(!pages_of(&changed(&pdf, blank)).hold());
}

#[test]
fn the_catalogue_of_the_print_is_said_where_it_is_another_and_missed_where_it_is_not_at_hand() {
    let mut other = Catalogue::clone(&Catalogue::shipped().unwrap());
    other.meta.version = "2027-04-01".to_owned();
    let mut record = web_conference();
    record.catalogue = other.pin();
    let print_by = |catalogue: &Catalogue| {
        let judgement = judge(&record, catalogue, today());
        let input = ExportInput::new(&record, catalogue, &judgement, today(), Lang::Ja);
        render(&Product::Document(Document::Explanation, Medium::Pdf), &input).unwrap()
    };
    let shipped = Catalogue::shipped().unwrap();
    let by_shipped = Pages::AsPrinted { day: today(), catalogue: Some(Box::new(shipped.pin())) };
    assert_eq!(pages_of(&print_by(&shipped)), by_shipped);
    let pdf = print_by(&other);
    assert_eq!(pages_of(&pdf), Pages::NotKnown(PagesUnknown::NoCatalogue(Box::new(other.pin()))));
    let shelf = Shelf::new(Arc::new(other), None);
    let opened = file::read(&reader(), &pdf, "in.pdf").unwrap();
    let pages = Pages::of(&pdf, &opened.record, opened.print_note.as_deref(), None, (&MemoryStorage::new(), &shelf));
    assert_eq!(pages, as_printed());
}

fn verify(pdf: &[u8], lang: &str) -> Ran {
    let desk = Desk::new();
    desk.write("case.pdf", pdf);
    desk.run(&["verify", "case.pdf", "--lang", lang])
}

#[test]
fn the_command_says_which_of_the_three_it_is() {
    let pdf = explanation(approved(web_conference()), Lang::Ja);
    let (_, blank) = CHANGES[1];
    let forged = with_note(&pdf, |note| note.replace(PROGRAM, "99.0.0"));
    for (pdf, code, ja, en) in [
        (pdf.clone(), 0, "1バイトも違いません", "byte for byte what the attached record prints"),
        (changed(&pdf, blank), 1, "印刷したものではありません", "not what the attached record prints"),
        (with_update(&pdf), 1, "書き足されています", "bytes were added"),
        (forged, 1, "確かめられません", "cannot be told"),
    ] {
        for (lang, said) in [("ja", ja), ("en", en)] {
            let verified = verify(&pdf, lang);
            assert_eq!(verified.code, code, "{verified:?}");
            assert!(format!("{}{}", verified.out, verified.err).contains(said), "{said}: {verified:?}");
            assert_eq!(verified.err.is_empty(), code == 0, "{verified:?}");
            // The record in it is whole all the same, and as it was approved.
            let whole = if lang == "ja" {
                ["壊れていません", "内容は変わっていません"]
            } else {
                ["whole", "content unchanged"]
            };
            assert!(whole.iter().all(|said| verified.out.contains(said)), "{verified:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn no_changed_byte_goes_unnoticed(at in any::<prop::sample::Index>(), bit in 0..8_u8) {
        use std::sync::OnceLock;
        static WHOLE: OnceLock<Vec<u8>> = OnceLock::new();
        let whole = WHOLE.get_or_init(|| explanation(approved(web_conference()), Lang::Ja));
        let mut bytes = whole.clone();
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        if bytes.starts_with(b"%PDF-")
            && let Ok(opened) = file::read(&reader(), &bytes, "in.pdf")
        {
            let shelf = Shelf::new(Catalogue::shipped().unwrap(), None);
            let note = opened.print_note.as_deref();
            let pages = Pages::of(&bytes, &opened.record, note, None, (&MemoryStorage::new(), &shelf));
            prop_assert!(!pages.hold(), "byte {}", at);
        }
    }
}
