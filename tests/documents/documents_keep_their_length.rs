//! No document is longer than its reader has time for.

use crate::support::exports::{Case, conference_item, line, pages, web_conference};
use liu_wizard::export::{Document, Medium, Product, render, typeset};
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
    for count in [1, 5, 6, 12] {
        let explained = length(&with_items(count), &Document::Explanation, Lang::Ja);
        assert!(explained <= 2, "{count}: {explained}");
    }
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
            let most = lang.pick("3", "4").parse().unwrap();
            let explained = length(&record, &Document::Explanation, lang);
            assert!(explained <= most, "{lang:?}: {explained}");
            let recorded = length(&record, &Document::Record, lang);
            assert!(recorded <= lang.pick("20", "24").parse().unwrap(), "{lang:?}: {recorded}");
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
    for said in ["影響度を分ける基準", "質問の一覧と根拠", "根拠の区分"] {
        assert!(all(&with).contains(said), "{said}");
    }
}
