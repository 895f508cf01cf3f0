//! Chapter 取り扱う情報.

use super::filled;
use crate::export::ExportInput;
use crate::export::entered::item_entry;
use crate::export::report::{Block, Cell, Chapter, Emphasis, Fact, Table};
use crate::record::{ConfidentialityGrade, Field, Grade, InformationItem, ItemField, Objective, PersonCount, PublicationPlan};
use crate::text::{Label, Lang, labels, report as words};

/// An overview, then every item with all that was entered.
pub(super) fn items(input: &ExportInput<'_>) -> Chapter {
    let (lang, items) = (input.lang, &input.record.items);
    let mut blocks = Vec::new();
    if items.is_empty() {
        blocks.push(Block::paragraph(words::no_items(lang)));
    } else {
        blocks.push(Block::Table(overview(items, lang)));
    }
    blocks.extend(each(items, lang));
    Chapter::new(words::items(lang), blocks)
}

/// Every item with all that was entered, as 影響度評価シート has it.
pub(super) fn sheet(input: &ExportInput<'_>) -> Chapter {
    let (lang, items) = (input.lang, &input.record.items);
    let mut blocks: Vec<Block> = each(items, lang).collect();
    if items.is_empty() {
        blocks.push(Block::paragraph(words::no_items(lang)));
    }
    Chapter::new(words::items(lang), blocks)
}

fn each(items: &[InformationItem], lang: Lang) -> impl Iterator<Item = Block> {
    let blocks = move |(index, item)| [Block::heading(heading(index, item, lang)), Block::Facts { facts: facts(item, lang) }];
    items.iter().enumerate().flat_map(blocks)
}

/// Number and name of an item, as every chapter calls it.
pub(super) fn heading(index: usize, item: &InformationItem, lang: Lang) -> String {
    format!("({}) {}", index + 1, filled(&item.name, lang).text)
}

fn overview(items: &[InformationItem], lang: Lang) -> Table {
    let columns = [
        (words::name(lang), 7),
        (ItemField::ConfidentialityGrade.label(lang), 3),
        (ItemField::IntegrityGrade.label(lang), 3),
        (ItemField::AvailabilityGrade.label(lang), 3),
        (ItemField::PersonCount.label(lang), 3),
        (ItemField::Publication.label(lang), 3),
    ];
    let mut table = Table::new("", &columns);
    for (index, item) in items.iter().enumerate() {
        table.rows.push(vec![
            Cell::new(heading(index, item, lang)),
            confidentiality(item, lang),
            grade(item.integrity_grade, Objective::Integrity, lang),
            grade(item.availability_grade, Objective::Availability, lang),
            persons(item, lang),
            publication(item, lang),
        ]);
    }
    table
}

/// All that was entered about an item.
pub(super) fn facts(item: &InformationItem, lang: Lang) -> Vec<Fact> {
    let cell = |field| match field {
        ItemField::Name => filled(&item.name, lang),
        ItemField::Description => filled(&item.description, lang),
        ItemField::Whose => filled(&item.whose, lang),
        ItemField::ConfidentialityGrade => confidentiality(item, lang),
        ItemField::IntegrityGrade => grade(item.integrity_grade, Objective::Integrity, lang),
        ItemField::AvailabilityGrade => grade(item.availability_grade, Objective::Availability, lang),
        ItemField::PersonalData => filled(&item.personal_data, lang),
        ItemField::PersonCount => persons(item, lang),
        ItemField::Publication => publication(item, lang),
        ItemField::PublicationTime => filled(&item.publication_time, lang),
        ItemField::Retention => filled(&item.retention, lang),
    };
    ItemField::ALL
        .into_iter()
        .map(|field| Fact::new(field.label(lang), cell(field).of(item_entry(Field::Item(item.id.clone(), field)))))
        .collect()
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
