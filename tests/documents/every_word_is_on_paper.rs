//! However long a text is and whatever it is made of, its last word is on a page of every document that holds it, inside its edges.

use std::collections::BTreeSet;

use crate::support::exports::{Case, approved, purpose_harmed, today};
use crate::support::paper::{Page, pages, printed_with};
use liu_wizard::export::{
    Along, Block, Cell, Chapter, Column, CopyKind, Document, Emphasis, ExportInput, Fact, Medium, Picture, PictureCell,
    PictureRow, Printed, Report, Table, empty_report, report, write_report,
};
use liu_wizard::file;
use liu_wizard::record::{Comment, CommentId, Edit, Field, Opinion, OpinionView, Person, Record, TextField};
use liu_wizard::text::Lang;
use serde_json::Value;

/// How long texts are, in characters: around what a cell of half a page, of a page and of more holds.
const LENGTHS: [usize; 6] = [100, 1_030, 300, 2_000, 600, 1_210];

/// A mark that does not break, for the end of a text.
fn mark(number: usize) -> String {
    format!("M{number:04}W")
}

/// The marks in a text.
fn marks_in(text: &str) -> BTreeSet<String> {
    let candidates = text.match_indices('M').filter_map(|(at, _)| text.get(at..at + 6));
    candidates
        .filter(|found| found.ends_with('W') && found[1..5].bytes().all(|byte| byte.is_ascii_digit()))
        .map(str::to_owned)
        .collect()
}

/// A text of so many characters that ends with its mark.
fn marked(number: usize, length: usize) -> String {
    let sentence = "公表を前提とした会議に限り、参加者は事前に登録した方とする。録画と文字起こしは使わず、資料は「公表する版」（第2版）だけを写す。";
    let text: String = sentence.chars().cycle().take(length - 7).collect();
    format!("{text}終{}", mark(number))
}

/// Where strings stand in a value, as JSON pointers.
fn strings(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| strings(value, &format!("{at}/{name}"), found)),
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(index, value)| strings(value, &format!("{at}/{index}"), found));
        }
        Value::String(_) => found.push(at.to_owned()),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// A record in which every text that it may hold ends with a mark of its own; and how many there are.
fn record_full_of_text(rotation: usize) -> (Record, usize) {
    let mut record = approved(purpose_harmed("理由"));
    for field in TextField::ALL {
        record.apply(Edit::SetText { field: Field::Text(*field), text: "語".to_owned() }).ok();
    }
    for raise in [&mut record.raises.confidentiality, &mut record.raises.integrity, &mut record.raises.availability] {
        raise.reason = crate::support::exports::prose("語");
    }
    let by = Person { title: crate::support::exports::line("語"), name: crate::support::exports::line("語") };
    let content = record.content_digest();
    record.approval.opinions.push(Opinion {
        by,
        on: today(),
        view: OpinionView::Objects,
        comment: crate::support::exports::prose("語"),
        content,
    });
    record.comments.push(Comment {
        id: CommentId::new("comment-1").unwrap(),
        field: crate::support::exports::line(&Field::Text(TextField::Purpose).to_string()),
        text: crate::support::exports::prose("語"),
        by: crate::support::exports::line("語"),
        on: today(),
        resolved: false,
        from: None,
    });
    let mut value: Value = serde_json::from_str(&file::to_json(&record).unwrap()).unwrap();
    let mut places = Vec::new();
    strings(&value, "", &mut places);
    places.retain(|place| place.starts_with("/record/"));
    let mut count = 0;
    for place in places {
        let takes = |value: &mut Value, text: &str| {
            let before = std::mem::replace(value.pointer_mut(&place).unwrap(), text.into());
            let read = file::parse(&serde_json::to_vec(value).unwrap(), "record.liu.json").ok();
            // An id takes some texts, too; what holds any text takes this one.
            if read.is_none() {
                *value.pointer_mut(&place).unwrap() = before;
            }
            read.is_some()
        };
        if takes(&mut value, "いろは、「に」 ほ") {
            count += 1;
            let text = marked(count, LENGTHS[(count + rotation) % LENGTHS.len()]);
            assert!(takes(&mut value, &text), "{place}");
        }
    }
    (file::parse(&serde_json::to_vec(&value).unwrap(), "record.liu.json").unwrap().0, count)
}

/// The marks on pages; everything on them must be inside their edges.
fn marks_on(pages: &[Page], what: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (number, page) in (1..).zip(pages) {
        for glyph in page.glyphs.iter().filter(|glyph| glyph.upright) {
            let across = glyph.x >= 36.0 && glyph.x + glyph.advance <= page.width - 36.0;
            let along = glyph.y - glyph.size * 0.8 >= 20.0 && glyph.y <= page.height - 20.0;
            assert!(across && along, "{what}, page {number}: {glyph:?}");
        }
        found.extend(marks_in(&page.text()));
    }
    found
}

fn everything<'a>(case: &'a Case, lang: Lang) -> ExportInput<'a> {
    ExportInput { copy: CopyKind::Draft, along: Along::EVERYTHING, ..case.input(lang) }
}

#[test]
fn the_last_word_of_every_text_of_a_record_is_on_a_page_of_every_document() {
    for (rotation, lang) in [(0, Lang::Ja), (3, Lang::En)] {
        let (record, count) = record_full_of_text(rotation);
        assert!(count > 55, "{count}");
        let item = Document::Item(record.items[0].id.clone());
        let case = Case::new(record);
        let input = everything(&case, lang);
        // One language tells whether the sheet is printed whole: it is the same table.
        let sheet = (lang == Lang::Ja).then_some(Document::Sheet);
        for document in [Document::Record, Document::Explanation, item].into_iter().chain(sheet) {
            let tree = report(&document, &input).unwrap();
            let wanted = marks_in(&serde_json::to_string(&tree).unwrap());
            let found = marks_on(&printed_with(&document, &input), &format!("{document:?} {lang:?}"));
            let missing: Vec<&String> = wanted.difference(&found).collect();
            assert!(missing.is_empty(), "{document:?} {lang:?}: {missing:?} of {}", wanted.len());
            let enough = match document {
                Document::Record => count,
                Document::Sheet => count - 15,
                Document::Explanation => 8,
                Document::Item(_) | Document::Partner => 8,
            };
            assert!(wanted.len() >= enough, "{document:?} {lang:?} holds {} of {count}", wanted.len());
        }
    }
}

/// Texts of which each is hard to break in a way of its own.
fn stubborn_texts(length: usize) -> Vec<(&'static str, String)> {
    let of = |piece: &str| piece.chars().cycle().take(length).collect::<String>();
    vec![
        ("kanji", of("彙")),
        ("small kana", of("っ")),
        ("long vowels", of("ー")),
        ("closing marks", of("。」")),
        ("opening marks", of("（")),
        ("exclamations", of("！")),
        ("dots", of("…")),
        ("one long word", of("Q")),
        ("an address", format!("https://example.test/{}", of("x/y"))),
        ("hyphens", of("-")),
        ("slashes", of("/")),
        ("brackets after letters", of("a)")),
        ("quoted letters", of("甲“")),
        ("a list in quotes", of("\"甲\",")),
        ("letters tied together", of("漢\u{A0}")),
        ("words tied together", of("word\u{A0}")),
        ("half-width voiced marks", of("ﾞ")),
        ("words", of("word and ")),
        ("line breaks", of("行\n")),
        ("neighbouring marks", of("あ）、「い」（う）。")),
    ]
}

/// A report with this text in every kind of block, each time with a mark of its own, beside short texts that have marks too.
fn every_kind_of_block(text: &str, input: &ExportInput<'_>) -> (Report, usize) {
    let mut count = 0;
    let mut next = |text: &str| {
        count += 1;
        format!("{text}終{}", mark(count))
    };
    let columns = [("あ", 4), ("い", 2), ("う", 4), ("え", 3), ("お", 6)];
    let columns = columns.map(|(title, share)| Column { title: title.to_owned(), share }).to_vec();
    let short = |next: &mut dyn FnMut(&str) -> String| Cell::new(next("短"));
    let mut rows = vec![vec![
        short(&mut next),
        short(&mut next),
        Cell::new(next(text)),
        Cell::with("短", Emphasis::Lowered).detail(next(text)),
        short(&mut next),
    ]];
    rows.extend((0..3).map(|_| (0..5).map(|_| short(&mut next)).collect()));
    rows.push(vec![short(&mut next), Cell::new(next(text)), short(&mut next), short(&mut next), Cell::to_write()]);
    let table = Table { title: next(text), columns, rows, dense: false };
    let mut picture_row = |text: &str| PictureRow {
        name: next(text),
        detail: next("短"),
        cells: vec![PictureCell { bars: 1, level: next("短"), mark: next(text), emphasis: Emphasis::Lowered }; 3],
    };
    let rows = vec![picture_row("短"), picture_row(text)];
    let picture = Picture {
        legend: String::new(),
        columns: ["あ", "い", "う", "え"].map(str::to_owned).to_vec(),
        rows,
        whole: picture_row("短"),
    };
    let facts = vec![Fact::new(next("短"), Cell::new(next(text)).detail(next(text))), Fact::new(next(text), short(&mut next))];
    let blocks = vec![
        Block::heading(next(text)),
        Block::paragraph(next(text)),
        Block::note(next(text)),
        Block::Notice { text: next(text) },
        Block::List { points: vec![next(text), next("短")] },
        Block::Facts { facts },
        Block::Table(table),
        Block::Picture(picture),
    ];
    let report = Report {
        title: next(text),
        subtitle: next(text),
        notices: vec![next(text)],
        cover: vec![Fact::new("短", Cell::new(next(text)))],
        chapters: vec![Chapter::new(next(text), blocks)],
        ..empty_report("", input)
    };
    (report, count)
}

#[test]
fn what_is_hard_to_break_is_on_paper_in_every_kind_of_block() {
    let case = Case::new(purpose_harmed("理由"));
    for (lang, length, compact, each) in [(Lang::Ja, 400, false, 1), (Lang::En, 120, true, 5)] {
        let input = case.input(lang);
        for (name, text) in stubborn_texts(length).into_iter().step_by(each) {
            let (report, count) = every_kind_of_block(&text, &input);
            let report = Report { compact, ..report };
            let pdf = write_report(report, Medium::Pdf, &Printed::Alone(Document::Record), &input).unwrap();
            let found = marks_on(&pages(&pdf), name);
            let missing: Vec<String> = (1..=count).map(mark).filter(|mark| !found.contains(mark)).collect();
            assert!(missing.is_empty(), "{name} × {length}: {missing:?} of {count}");
        }
    }
}

#[test]
fn the_longest_text_that_is_taken_can_be_printed_whatever_it_is_made_of() {
    let case = Case::new(purpose_harmed("理由"));
    let input = case.input(Lang::Ja);
    for name in ["neighbouring marks", "one long word", "closing marks"] {
        let text = stubborn_texts(20_000).into_iter().find_map(|(its_name, text)| (its_name == name).then_some(text)).unwrap();
        let blocks = vec![Block::heading(format!("{text}終M0001W")), Block::Notice { text: format!("{text}終M0002W") }];
        let report = Report { chapters: vec![Chapter::new("章", blocks)], ..empty_report("題", &input) };
        let found =
            marks_on(&pages(&write_report(report, Medium::Pdf, &Printed::Alone(Document::Record), &input).unwrap()), name);
        assert_eq!(found.len(), 2, "{name}");
    }
}
