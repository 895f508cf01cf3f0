//! Whatever a stranger's PDF or workbook is made of, it is read or refused by name: a library that would go on for ever, ask for all
//! memory there is or break down does so in a process of its own, and that is a message.
//!
//! Nothing here measures time: what is asked for is the answer, and the limits that the reader sets for itself make it come.

use std::path::Path;

use crate::support::command_line::Desk;
use crate::support::strangers::{attached, attaching, names_in_a_circle, object_stream_of_zeros, packed, pdf, plain, stream};
use crate::support::workbook::{read, with_part, workbook};
use crate::support::{blank, catalogue, reader};
use liu_wizard::file::{self, FileError, MemoryStorage, PdfProblem};
use liu_wizard::import::ImportError;
use liu_wizard::portfolio::{OpenedFile, Shelf, open_file};
use liu_wizard::reader::{Reader, ReaderProblem, Task};
use liu_wizard::record::Role;
use liu_wizard::text::Lang;

/// Why no record is taken from a PDF.
fn refused(pdf: &[u8]) -> PdfProblem {
    let disk = MemoryStorage::new().with_reader(reader());
    disk.put(Path::new("/in.pdf"), pdf);
    let error = file::open(&disk, Path::new("/in.pdf")).unwrap_err();
    for lang in [Lang::Ja, Lang::En] {
        let message = error.message(lang);
        assert!(message.place.contains("in.pdf") && !message.what.is_empty() && !message.action.is_empty(), "{message}");
    }
    match error {
        FileError::Pdf { problem, .. } => problem,
        other => panic!("{other:?}"),
    }
}

fn reader_says(problem: ReaderProblem) -> PdfProblem {
    PdfProblem::Reader(problem)
}

#[test]
fn a_tree_of_names_that_leads_back_to_itself_ends() {
    assert_eq!(refused(&names_in_a_circle()), reader_says(ReaderProblem::Nonsense));
    let two = [b"<< /Kids [4 0 R 4 0 R 3 0 R] >>".to_vec(), b"<< /Kids [3 0 R 4 0 R] /Names [(a) 3 0 R] >>".to_vec()];
    assert_eq!(refused(&attaching(&two)), reader_says(ReaderProblem::Nonsense));
    let of_references = [b"4 0 R".to_vec(), b"3 0 R".to_vec()];
    assert_eq!(refused(&attaching(&of_references)), PdfProblem::NoRecord);
}

#[test]
fn an_object_stream_that_asks_for_all_memory_ends_its_reader_alone() {
    assert_eq!(refused(&object_stream_of_zeros()), reader_says(ReaderProblem::TooMuch));
}

#[test]
fn a_pdf_that_contradicts_itself_is_refused_and_ends() {
    let deep = [b"[".repeat(200_000), b"]".repeat(200_000)].concat();
    let announced = String::from_utf8(plain(&[])).unwrap().replace("xref\n0 3", "xref\n0 4294967295").into_bytes();
    let all_objects = stream("/Type /XRef /Size 2147483647 /W [0 0 0] /Index [0 2147483647] /Root 1 0 R", b"");
    for (what, pdf) in [
        ("a table that names itself as the one before", pdf(&[b"<< /Type /Catalog >>".to_vec()], "/Prev TABLE")),
        ("a stream of references that names itself", pdf(&[b"<< /Type /Catalog >>".to_vec()], "/XRefStm TABLE")),
        ("a table that announces more than there is", announced),
        ("a table of numbers without bytes", plain(&[all_objects])),
        ("a catalogue that is a reference to itself", pdf(&[b"1 0 R".to_vec()], "")),
        ("an object within itself", plain(&[stream("/Type /ObjStm /N 1 /First 4 /Extends 3 0 R", b"3 0 << >>")])),
        ("a length that is the stream itself", plain(&[b"<< /Length 3 0 R >>\nstream\nx\nendstream".to_vec()])),
        ("lists within lists", plain(&[deep])),
    ] {
        match refused(&pdf) {
            PdfProblem::NoRecord | PdfProblem::Unreadable { .. } | PdfProblem::Reader(_) => {}
            other => panic!("{what}: {other:?}"),
        }
    }
}

#[test]
fn what_an_attached_file_unpacks_to_is_bounded() {
    let filters = "/FlateDecode ".repeat(100);
    let nested = attached(&format!("/Filter [{filters}]"), &(0..4).fold(vec![b'x'; 4096], |content, _| packed(content)), &[]);
    let wide = packed(vec![2; 4096]);
    let wide = attached("/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2147483647 >>", &wide, &[]);
    let twice = attached("/Filter [/FlateDecode /FlateDecode]", &packed(packed(vec![b'x'; 20 * 1024 * 1024])), &[]);
    for (what, pdf) in [("a hundred filters", nested), ("a row of 2 GiB", wide), ("packed twice", twice)] {
        match refused(&pdf) {
            PdfProblem::NoRecord | PdfProblem::Unreadable { .. } | PdfProblem::Reader(_) => {}
            other => panic!("{what}: {other:?}"),
        }
    }
}

/// More than is looked through is refused: what was not seen may say something else than what was.
#[test]
fn files_attached_by_the_hundred_are_refused_whole() {
    let one = b"<< /Type /Filespec /F (a) /EF << /F 5 0 R >> >>".to_vec();
    let content = |bytes: usize| stream("/Filter /FlateDecode", &packed(vec![b'x'; bytes]));
    let named = |times: usize| format!("<< /Names [{}] >>", "(a) 4 0 R ".repeat(times)).into_bytes();
    assert_eq!(refused(&attaching(&[named(300), one.clone(), content(10)])), reader_says(ReaderProblem::Nonsense));
    assert_eq!(refused(&attaching(&[named(8), one.clone(), content(10)])), PdfProblem::NoRecord);
    let large = attaching(&[named(8), one, content(8 * 1024 * 1024)]);
    assert!(large.len() < 20_000, "{}", large.len());
    assert_eq!(refused(&large), reader_says(ReaderProblem::Nonsense));
}

#[test]
fn a_workbook_that_ends_its_reader_is_refused_by_name() {
    let bytes = workbook(&blank(Role::Agency), Lang::Ja);
    let relations = with_part(&bytes, "xl/_rels/workbook.xml.rels", |xml| {
        let more: String = (0..200_000)
            .map(|number| format!("<Relationship Id=\"x{number}\" Type=\"worksheet\" Target=\"workbook.xml\"/>"))
            .collect();
        xml.replace("</Relationships>", &format!("{more}</Relationships>"))
    });
    let names = with_part(&bytes, "xl/workbook.xml", |xml| {
        let more: String = (0..400_000).map(|number| format!("<definedName name=\"n{number}\">#REF!</definedName>")).collect();
        xml.replace("</definedNames>", &format!("{more}</definedNames>"))
    });
    let long = with_part(&bytes, "docProps/custom.xml", |xml| {
        xml.replace("<vt:lpwstr>", &format!("<vt:lpwstr>{}", "x".repeat(30_000_000)))
    });
    for (what, bytes) in [("relations", relations), ("names", names), ("properties", long)] {
        if let Err(error) = read(&bytes) {
            assert!(!matches!(error, ImportError::Another(_)), "{what}: {error:?}");
            assert!(!error.message(Lang::Ja).action.is_empty(), "{what}: {error:?}");
        }
    }
}

#[test]
fn commands_say_why_and_go_on() {
    let desk = Desk::with_examples();
    desk.write("circle.pdf", names_in_a_circle());
    desk.write("zeros.pdf", object_stream_of_zeros());
    for command in ["check", "show", "verify"] {
        for (file, reason) in [("circle.pdf", "扱える量を超える"), ("zeros.pdf", "メモリを使う")] {
            let ran = desk.run(&[command, file]);
            assert_eq!((ran.code, ran.out.contains("circle.pdf")), (2, false), "{ran:?}");
            assert!(ran.err.contains(reason) && ran.err.contains(file) && !ran.err.contains("WARN"), "{ran:?}");
        }
    }
    let checked = desk.run(&["check", "zeros.pdf", "LIU-A1.liu.ron"]);
    assert!(checked.out.contains("LIU-A1.liu.ron"), "the next file is looked at: {checked:?}");
}

/// A file that is read twice may be two files: what it is and what it holds is told of the same bytes.
#[test]
fn a_file_is_read_once_whatever_it_is_called() {
    let desk = Desk::new();
    desk.run(&["new", "--role", "csp", "--task", "LIU-A1", "ours"]);
    let made = desk.run(&["package", "request", "ours.liu.ron", "--to", "made.liu.zip"]);
    assert_eq!(made.code, 0, "{made:?}");
    let (disk, shelf) = (MemoryStorage::new().with_reader(reader()), Shelf::new(catalogue(), None));
    for name in ["/a.liu.zip", "/a.liu.ron", "/a.xlsx", "/a.pdf"] {
        disk.put(Path::new(name), &std::fs::read(desk.path("made.liu.zip")).unwrap());
        let before = disk.steps();
        let opened = open_file(&disk, Path::new(name), &shelf);
        assert!(matches!(opened, Ok(OpenedFile::Package(..))), "{name}: {opened:?}");
        assert_eq!(disk.steps() - before, 1, "{name}");
    }
}

/// A reader that is none: it cannot be started, says nothing, or says something else.
#[cfg(unix)]
#[test]
fn a_reader_that_is_none_is_a_problem_and_no_answer() {
    let asked = |program: &str| Reader::of(program).ask(Task::Sheet, &vec![0; 200_000]).unwrap_err();
    assert!(matches!(asked("/nowhere/liu-wizard"), ReaderProblem::NotStarted { .. }));
    assert_eq!(asked("/bin/echo"), ReaderProblem::Nonsense);
    assert_eq!(asked("/bin/false"), ReaderProblem::BrokeDown);
    assert!(matches!(Reader::none().ask(Task::Sheet, b""), Err(ReaderProblem::NotStarted { .. })));
}
