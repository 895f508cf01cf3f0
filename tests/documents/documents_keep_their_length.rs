//! No document is longer than its reader has time for.

use crate::support::exports::{Case, conference_item, line, pages, prose, web_conference};
use crate::support::word::part;
use liu_wizard::export::{Block, Document, Medium, Product, render, typeset};
use liu_wizard::file;
use liu_wizard::record::{ItemId, Record};
use liu_wizard::text::Lang;

fn examples() -> Vec<Record> {
    liu_wizard::examples::all().iter().map(|example| file::parse(example.ron.as_bytes(), "example").unwrap().0).collect()
}

fn length(record: &Record, document: &Document, lang: Lang) -> usize {
    typeset(document, &Case::new(record.clone()).input(lang)).unwrap().count()
}

/// So many items, as they stand in the examples, each under a name of its own.
fn with_items(count: usize) -> Record {
    let all: Vec<_> = examples().into_iter().flat_map(|record| record.items).collect();
    let mut record = web_conference();
    record.items = all.iter().cycle().take(count).cloned().collect();
    for (number, item) in (1..).zip(&mut record.items) {
        item.id = ItemId::new(format!("item-{number}")).unwrap();
        item.name = line(&format!("{}その{number}", item.name));
    }
    record
}

#[test]
fn every_example_is_explained_on_two_pages_and_recorded_on_six() {
    for record in examples() {
        for lang in [Lang::Ja, Lang::En] {
            assert!(record.items.len() <= 4, "{}", record.items.len());
            let explained = length(&record, &Document::Explanation, lang);
            assert!(explained <= 2, "{} {lang:?}: {explained}", record.case_name);
            let recorded = length(&record, &Document::Record, lang);
            let most = if record.items.len() <= 3 && lang == Lang::Ja { 6 } else { 8 };
            assert!(recorded <= most, "{} {lang:?}: {recorded}", record.case_name);
        }
    }
}

#[test]
fn up_to_twelve_items_are_explained_on_two_pages() {
    for (count, lang) in [1, 5, 6, 9, 12].into_iter().flat_map(|count| [(count, Lang::Ja), (count, Lang::En)]) {
        let explained = length(&with_items(count), &Document::Explanation, lang);
        assert!(explained <= 2, "{count} {lang:?}: {explained}");
    }
}

/// A page for each item is more than anybody leafs through.
#[test]
fn the_sheet_of_many_items_has_a_page_for_every_three_at_most() {
    for lang in [Lang::Ja, Lang::En] {
        let sheet = length(&with_items(60), &Document::Sheet, lang);
        assert!(sheet <= 28, "{lang:?}: {sheet}");
    }
}

/// Each row of a table costs as much as thirty lines of a text.
#[test]
fn thousands_of_lines_of_a_field_are_set_as_a_text() {
    let mut record = web_conference();
    record.residual_risk = prose(&(1..=3_400).map(|number| format!("{number}.")).collect::<Vec<_>>().join("\n"));
    let pdf = render(&Product::Document(Document::Explanation, Medium::Pdf), &Case::new(record).input(Lang::Ja)).unwrap();
    let objects = lopdf::Document::load_mem(&pdf).unwrap().objects.len();
    assert!(objects < 3_000, "{objects} objects");
    let text = pages(&pdf).join("\n");
    for number in [1, 60, 61, 62, 2_000, 3_400] {
        assert!(text.contains(&format!("{number}.")), "{number}");
    }
    assert!(text.contains("61～3400"), "which lines stand together");
}

#[test]
fn sixty_items_are_explained_on_three_pages_and_recorded_on_twenty() {
    let mut with_reasons = web_conference();
    with_reasons.items = (1..=60)
        .map(|number| {
            let mut item = conference_item();
            item.id = ItemId::new(format!("item-{number}")).unwrap();
            item.name = line(&format!("検討会の第{number}回の記録"));
            item
        })
        .collect();
    for record in [with_items(60), with_reasons] {
        for lang in [Lang::Ja, Lang::En] {
            let explained = length(&record, &Document::Explanation, lang);
            assert!(explained <= 3, "{lang:?}: {explained}");
            let recorded = length(&record, &Document::Record, lang);
            assert!(recorded <= 20, "{lang:?}: {recorded}");
        }
    }
}

#[test]
fn a_long_record_has_a_list_of_its_chapters_and_a_short_one_has_none() {
    let listed = |record: &Record| {
        let case = Case::new(record.clone());
        pages(&render(&Product::Document(Document::Record, Medium::Pdf), &case.input(Lang::Ja)).unwrap()).concat()
    };
    let long = listed(&with_items(60));
    assert!(long.contains("目次") && long.matches("第8章機密性：回答と決定").count() == 2, "{long:.2000}");
    let short = listed(&web_conference());
    assert!(!short.contains("目次") && short.matches("第8章機密性：回答と決定").count() == 1);
}

#[test]
fn word_and_markdown_of_the_whole_record_list_its_chapters_as_links_that_lead_to_them() {
    for (record, lang) in [(web_conference(), Lang::Ja), (with_items(60), Lang::En)] {
        let case = Case::new(record);
        let mut input = case.input(lang);
        input.along.annex = true;
        let report = liu_wizard::export::report(&Document::Record, &input).unwrap();
        let numbered: Vec<String> =
            report.chapters.iter().filter(|chapter| !chapter.number.is_empty()).map(|chapter| chapter.heading()).collect();
        assert_eq!(numbered.len(), 18, "with the annex: {numbered:?}");

        let docx = render(&Product::Document(Document::Record, Medium::Docx), &input).unwrap();
        let body = part(&docx, "word/document.xml");
        let entries: Vec<String> =
            body.all("w:p").iter().filter(|paragraph| paragraph.style() == "TOC1").map(|paragraph| paragraph.said()).collect();
        assert_eq!(entries, numbered);
        let leads: Vec<&str> = body.all("w:hyperlink").iter().map(|link| link.attribute("w:anchor")).collect();
        let marked = body.all("w:p").into_iter().filter(|paragraph| paragraph.has("w:bookmarkStart"));
        let marked: Vec<(&str, String)> =
            marked.map(|paragraph| (paragraph.first("w:bookmarkStart").unwrap().attribute("w:name"), paragraph.said())).collect();
        assert_eq!(marked, leads.into_iter().zip(numbered.iter().cloned()).collect::<Vec<_>>());
        // A field that begins ends.
        let marks: Vec<&str> = body.all("w:fldChar").iter().map(|mark| mark.attribute("w:fldCharType")).collect();
        assert_eq!(marks, ["begin", "separate", "end"]);

        let markdown =
            String::from_utf8(render(&Product::Document(Document::Record, Medium::Markdown), &input).unwrap()).unwrap();
        let mut links = 0;
        for line in markdown.lines().filter(|line| line.starts_with("- [")) {
            let (heading, anchor) = line["- [".len()..].trim_end_matches(')').split_once("](#").unwrap();
            let place = format!("<a id=\"{anchor}\"></a>\n\n## {heading}\n");
            assert_eq!(markdown.matches(&place).count(), 1, "{line}");
            links += 1;
        }
        assert_eq!(links, numbered.len());
    }
    let case = Case::new(web_conference());
    let short = render(&Product::Document(Document::Explanation, Medium::Docx), &case.input(Lang::Ja)).unwrap();
    assert!(!part(&short, "word/document.xml").has("w:hyperlink"));
}

#[test]
fn above_twelve_items_every_one_stands_in_a_picture_behind_the_front_page() {
    let pictures = |count| {
        let case = Case::new(with_items(count));
        let report = liu_wizard::export::report(&Document::Record, &case.input(Lang::Ja)).unwrap();
        let blocks = report.chapters.into_iter().flat_map(|chapter| {
            let number = chapter.number;
            chapter.blocks.into_iter().map(move |block| (number.clone(), block))
        });
        let pictures = blocks.filter_map(|(number, block)| match block {
            Block::Picture(picture) => Some((number, picture.rows.len())),
            _ => None,
        });
        pictures.collect::<Vec<_>>()
    };
    assert_eq!(pictures(12), [(String::new(), 12)]);
    let many = pictures(60);
    assert!(many[0].0.is_empty() && many[0].1 <= 12, "{many:?}");
    assert_eq!(many[1..], [("第11章".to_owned(), 60)]);

    let case = Case::new(with_items(60));
    let last = case.record.items.last().unwrap().name.to_string();
    for medium in [Medium::Docx, Medium::Markdown] {
        let bytes = render(&Product::Document(Document::Record, medium), &case.input(Lang::Ja)).unwrap();
        let said = match medium {
            Medium::Docx => crate::support::word::paragraphs(&bytes).join("\n"),
            _ => String::from_utf8(bytes).unwrap(),
        };
        let (_, full) = said.split_once("情報ごとの影響度（全件）").unwrap();
        assert!(full.contains(&last) && full.contains("■□□ 低位"), "{medium:?}");
    }
}

#[test]
fn chapters_have_the_same_numbers_in_every_record() {
    let numbers = |record: Record| {
        let case = Case::new(record);
        let report = liu_wizard::export::report(&Document::Record, &case.input(Lang::Ja)).unwrap();
        report.chapters.iter().filter(|chapter| !chapter.number.is_empty()).map(|chapter| chapter.heading()).collect::<Vec<_>>()
    };
    use liu_wizard::record::Role;
    let first = numbers(web_conference());
    assert_eq!(first.len(), 15, "{first:?}");
    for other in examples().into_iter().chain([
        crate::support::exports::blank(Role::Csp),
        crate::support::exports::blank(Role::Agency),
        with_items(60),
    ]) {
        assert_eq!(numbers(other), first);
    }
}

#[test]
fn the_annex_is_printed_by_choice_and_begins_on_a_page_of_its_own() {
    let case = Case::new(web_conference());
    let without = typeset(&Document::Record, &case.input(Lang::Ja)).unwrap();
    let mut input = case.input(Lang::Ja);
    input.along.annex = true;
    let with = typeset(&Document::Record, &input).unwrap();
    assert!(with.count() > without.count());
    let begins = with.text(without.count());
    assert!(begins.lines().nth(1).unwrap().starts_with("付録1"), "{begins}");
    let all = |pages: &liu_wizard::export::Pages| (0..pages.count()).map(|page| pages.text(page)).collect::<String>();
    assert!(!all(&without).contains("影響度を分ける基準"));
    for said in ["影響度を分ける基準", "問いの一覧と根拠", "根拠の区分"] {
        assert!(all(&with).contains(said), "{said}");
    }
}
