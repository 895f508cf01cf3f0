//! Chapter 取り扱う情報.

use super::filled;
use crate::export::ExportInput;
use crate::export::entered::item_entry;
use crate::export::report::{Block, Cell, Chapter, Emphasis, Fact, Table};
use crate::record::{ConfidentialityGrade, Field, Grade, InformationItem, ItemField, Objective, PersonCount, PublicationPlan};
use crate::text::{Label, Lang, labels, report as words};

/// Every item with all that was entered, a row each.
pub(super) fn items(input: &ExportInput<'_>) -> Chapter {
    let (lang, items) = (input.lang, &input.record.items);
    let block = if items.is_empty() {
        Block::paragraph(words::no_items(lang))
    } else {
        Block::Table(table(items.iter().enumerate(), input).dense_if(items.len() > super::MANY_ITEMS))
    };
    Chapter::new(words::items(lang), vec![block])
}

/// Every item with all that was entered, as 影響度評価シート has it. Of many, each a row: a third of a page each is more than anybody
/// leafs through.
pub(super) fn sheet(input: &ExportInput<'_>) -> Chapter {
    let (lang, items) = (input.lang, &input.record.items);
    if items.len() > super::MANY_ITEMS {
        return self::items(input);
    }
    let mut blocks: Vec<Block> = each(items, input).collect();
    if items.is_empty() {
        blocks.push(Block::paragraph(words::no_items(lang)));
    }
    Chapter::new(words::items(lang), blocks)
}

fn each<'a>(items: &'a [InformationItem], input: &'a ExportInput<'_>) -> impl Iterator<Item = Block> + 'a {
    let blocks =
        move |(index, item)| [Block::heading(heading(index, item, input.lang)), Block::Facts { facts: facts(item, input) }];
    items.iter().enumerate().flat_map(blocks)
}

/// Number and name of an item, as every chapter calls it.
pub(super) fn heading(index: usize, item: &InformationItem, lang: Lang) -> String {
    // It is never to be without a name.
    let name = if item.name.is_blank() { words::empty(lang) } else { item.name.as_str() };
    format!("({}) {name}", index + 1)
}

/// Items by their number from 0, each with all that was entered about it in a row.
pub(super) fn table<'a>(items: impl Iterator<Item = (usize, &'a InformationItem)>, input: &ExportInput<'_>) -> Table {
    let lang = input.lang;
    let columns = [
        (words::information(lang), 8),
        (ItemField::Whose.label(lang), 3),
        // The longest word must have room.
        (words::grades(lang), if lang == Lang::En { 5 } else { 3 }),
        (words::personal(lang), 4),
        (words::publication(lang), 4),
        (words::retention(lang), 3),
    ];
    let mut table = Table::new("", &columns);
    for (index, item) in items {
        let place = |field| Field::Item(item.id.clone(), field);
        let entry = |field| item_entry(place(field));
        let lines = |parts: Vec<String>| parts.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join("\n");
        let grades = [
            confidentiality(item, lang),
            grade(item.integrity_grade, Objective::Integrity, lang),
            grade(item.availability_grade, Objective::Availability, lang),
        ];
        let is_open = |cells: &[Cell]| cells.iter().any(|cell| cell.emphasis == Emphasis::Open);
        let emphasis = |open: bool| if open { Emphasis::Open } else { Emphasis::Plain };
        let named = |objective: Objective, cell: &Cell, graded: bool| match graded {
            true => cell.text.clone(),
            false => words::labelled(objective.label(lang), &cell.text, lang),
        };
        let grade_lines = vec![
            named(Objective::Confidentiality, &grades[0], item.confidentiality_grade != ConfidentialityGrade::NotGraded),
            named(Objective::Integrity, &grades[1], item.integrity_grade != Grade::NotGraded),
            named(Objective::Availability, &grades[2], item.availability_grade != Grade::NotGraded),
        ];
        let (count, plan) = (persons(item, lang), publication(item, lang));
        let (count_open, plan_open) = (is_open(std::slice::from_ref(&count)), is_open(std::slice::from_ref(&plan)));
        table.rows.push(vec![
            Cell::with(heading(index, item, lang), Emphasis::Strong)
                .detail(item.description.as_str())
                .of(entry(ItemField::Name))
                .and([entry(ItemField::Description)]),
            filled(&item.whose, &place(ItemField::Whose), input).of(entry(ItemField::Whose)),
            Cell::with(lines(grade_lines), emphasis(is_open(&grades)))
                .of(entry(ItemField::ConfidentialityGrade))
                .and([entry(ItemField::IntegrityGrade), entry(ItemField::AvailabilityGrade)]),
            Cell::with(lines(vec![count.text, item.personal_data.to_string()]), emphasis(count_open))
                .of(entry(ItemField::PersonCount))
                .and([entry(ItemField::PersonalData)]),
            Cell::with(lines(vec![plan.text, item.publication_time.to_string()]), emphasis(plan_open))
                .of(entry(ItemField::Publication))
                .and([entry(ItemField::PublicationTime)]),
            filled(&item.retention, &place(ItemField::Retention), input).of(entry(ItemField::Retention)),
        ]);
    }
    table
}

/// All that was entered about an item.
pub(super) fn facts(item: &InformationItem, input: &ExportInput<'_>) -> Vec<Fact> {
    let lang = input.lang;
    let place = |field| Field::Item(item.id.clone(), field);
    let cell = |field| match field {
        ItemField::Name => filled(&item.name, &place(field), input),
        ItemField::Description => filled(&item.description, &place(field), input),
        ItemField::Whose => filled(&item.whose, &place(field), input),
        ItemField::ConfidentialityGrade => confidentiality(item, lang),
        ItemField::IntegrityGrade => grade(item.integrity_grade, Objective::Integrity, lang),
        ItemField::AvailabilityGrade => grade(item.availability_grade, Objective::Availability, lang),
        ItemField::PersonalData => filled(&item.personal_data, &place(field), input),
        ItemField::PersonCount => persons(item, lang),
        ItemField::Publication => publication(item, lang),
        ItemField::PublicationTime => filled(&item.publication_time, &place(field), input),
        ItemField::Retention => filled(&item.retention, &place(field), input),
    };
    ItemField::ALL.into_iter().map(|field| Fact::new(field.label(lang), cell(field).of(item_entry(place(field))))).collect()
}

fn confidentiality(item: &InformationItem, lang: Lang) -> Cell {
    let open = item.confidentiality_grade == ConfidentialityGrade::NotGraded;
    choice(&item.confidentiality_grade, open, lang)
}

fn grade(grade: Grade, objective: Objective, lang: Lang) -> Cell {
    Cell::with(labels::grade(grade, objective, lang), if grade == Grade::NotGraded { Emphasis::Open } else { Emphasis::Plain })
}

fn persons(item: &InformationItem, lang: Lang) -> Cell {
    let open = matches!(item.person_count, PersonCount::NotAnswered | PersonCount::Unknown);
    choice(&item.person_count, open, lang)
}

fn publication(item: &InformationItem, lang: Lang) -> Cell {
    let open = matches!(item.publication, PublicationPlan::NotAnswered | PublicationPlan::Unknown);
    choice(&item.publication, open, lang)
}

fn choice(value: &impl Label, open: bool, lang: Lang) -> Cell {
    Cell::with(value.label(lang), if open { Emphasis::Open } else { Emphasis::Plain })
}
