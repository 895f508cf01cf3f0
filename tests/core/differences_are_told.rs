//! Whatever is changed in a record is told when the two are compared, and in words that differ.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "what a test cannot prepare fails it, and it writes as another program would"
)]

use liu_wizard::catalogue::Catalogue;
use liu_wizard::examples;
use liu_wizard::file;
use liu_wizard::record::{Answer, DayField, Edit, Field, FieldValue, ItemId, NewItem, Place, QuestionId, Record, TextField};
use liu_wizard::text::{Lang, difference};
use serde_json::Value;

fn example(task: &str) -> Record {
    let example = examples::all().iter().find(|example| example.task == task).unwrap();
    file::parse(example.ron.as_bytes(), task).unwrap().0
}

/// Values that can stand somewhere in a record; wherever one is taken and another stood, something was changed.
fn other_values(leaf: &Value) -> Vec<Value> {
    let words = [
        "yes",
        "no",
        "unknown",
        "low",
        "moderate",
        "one",
        "two",
        "none",
        "up_to_100",
        "planned",
        "published",
        "csp",
        "agency",
        "draft",
        "approved",
        "not_chosen",
        "six_months",
        "not_decided",
        "not_raised",
        "not_listed",
        "procurement",
        "2030-01-01",
    ];
    let mut values: Vec<Value> = words.into_iter().map(Value::from).collect();
    match leaf {
        Value::String(text) => {
            values.push(format!("{text}甲").into());
            values.push(format!("{text}x").into());
        }
        Value::Bool(bool) => values.push((!bool).into()),
        _ => {}
    }
    values
}

/// With the head of the documents and the procurement, which no example has.
fn with_every_part(mut record: Record) -> Record {
    let texts = TextField::ALL.iter().filter(|text| ["paper.", "procurement."].iter().any(|part| text.path().starts_with(part)));
    for text in texts {
        record.apply(Edit::SetText { field: Field::Text(*text), text: "架空".to_owned() }).unwrap();
    }
    record.apply(Edit::SetDay(DayField::ProcurementDate, Some("2026-12-01".parse().unwrap()))).unwrap();
    record
}

fn leaves(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(object) => object.iter().for_each(|(key, part)| leaves(part, &format!("{at}/{key}"), found)),
        Value::Array(array) => array.iter().enumerate().for_each(|(index, part)| leaves(part, &format!("{at}/{index}"), found)),
        _ => found.push(at.to_owned()),
    }
}

#[test]
fn every_value_of_a_record_that_is_changed_is_told() {
    let catalogue = Catalogue::shipped().unwrap();
    for task in ["LIU-A2", "LIU-B1"] {
        let record = with_every_part(example(task));
        let whole = serde_json::to_value(&record).unwrap();
        let mut places = Vec::new();
        leaves(&whole, "", &mut places);
        let mut changed_places = 0;
        for place in &places {
            let mut changed = false;
            for other in other_values(whole.pointer(place).unwrap()) {
                let mut value = whole.clone();
                *value.pointer_mut(place).unwrap() = other;
                let Ok(newer) = serde_json::from_value::<Record>(value) else { continue };
                if newer == record {
                    continue;
                }
                changed = true;
                let differences = record.differences(&newer);
                assert!(!differences.is_empty(), "{task}{place}");
                for found in &differences {
                    for lang in [Lang::Ja, Lang::En] {
                        let [old, new] =
                            [&found.old, &found.new].map(|value| difference::value(value, &found.place, &catalogue, lang));
                        assert_ne!(old, new, "{task}{place} {:?}", found.place);
                        assert!(!difference::place(&found.place, &record, &newer, &catalogue, lang).is_empty());
                    }
                }
            }
            changed_places += usize::from(changed);
        }
        // A digest and an id of a catalogue's thing take few other values; all the rest were changed.
        assert!(changed_places * 10 > places.len() * 9, "{task}: {changed_places} of {}", places.len());
    }
}

#[test]
fn a_record_differs_in_nothing_from_itself() {
    for task in ["LIU-A1", "LIU-A2", "LIU-B6"] {
        let record = example(task);
        assert_eq!(record.differences(&record.clone()), []);
    }
}

#[test]
fn items_that_come_and_go_are_told_once_and_an_order_as_an_order() {
    let record = example("LIU-A2");
    let item = |index: usize| record.items[index].id.clone();

    let mut without = record.clone();
    without.apply(Edit::RemoveItem(item(1))).unwrap();
    let gone = record.differences(&without);
    assert_eq!(gone.len(), 1, "{gone:?}");
    assert_eq!(gone[0].new, FieldValue::Absent);
    assert_eq!(without.differences(&record)[0].old, FieldValue::Absent);

    let mut with = record.clone();
    let id = ItemId::new("added").unwrap();
    with.apply(Edit::AddItems(vec![NewItem { id: id.clone(), name: "名簿".to_owned(), description: String::new() }])).unwrap();
    with.apply(Edit::AnswerItems(vec![id], QuestionId::new("C2").unwrap(), Answer::Yes)).unwrap();
    assert_eq!(record.differences(&with).len(), 1);

    let mut moved = record.clone();
    moved.apply(Edit::MoveItem(item(2), -2)).unwrap();
    let order = record.differences(&moved);
    assert_eq!(order.iter().map(|found| &found.place).collect::<Vec<_>>(), [&Place::Field(liu_wizard::record::Field::Items)]);
}

/// The items of one record, by name and id.
fn items(record: &Record) -> Vec<(&str, &str)> {
    record.items.iter().map(|item| (item.name.as_str(), item.id.as_str())).collect()
}

fn with_items(mut record: Record, items: &[(&str, &str)]) -> Record {
    let old: Vec<ItemId> = record.items.iter().map(|item| item.id.clone()).collect();
    old.into_iter().for_each(|id| record.apply(Edit::RemoveItem(id)).unwrap());
    let new = items.iter().map(|(name, id)| NewItem {
        id: ItemId::new(*id).unwrap(),
        name: (*name).to_owned(),
        description: String::new(),
    });
    record.apply(Edit::AddItems(new.collect())).unwrap();
    record
}

#[test]
fn items_of_two_cases_are_paired_by_name_and_never_by_a_mere_id() {
    let one = with_items(example("LIU-A1"), &[("会議", "item-1"), ("名簿", "item-2"), ("", "item-3")]);
    let other = with_items(example("LIU-A2"), &[("名簿", "item-1"), ("議事録", "item-2"), ("", "item-3")]);
    let aligned = one.with_item_ids_of(&other);
    assert_eq!(items(&aligned), [("会議", "own-1"), ("名簿", "item-1"), ("", "own-2")]);
    assert_eq!(aligned.items[1], liu_wizard::record::InformationItem { id: other.items[0].id.clone(), ..one.items[1].clone() });
    let same = with_items(example("LIU-A2"), &[("名簿", "a"), ("名簿", "b"), ("名簿", "c")]);
    let twice = with_items(example("LIU-A1"), &[("名簿", "x"), ("名簿", "b")]);
    assert_eq!(items(&twice.with_item_ids_of(&same)), [("名簿", "a"), ("名簿", "b")], "each is paired once");
}

#[test]
fn items_of_one_case_are_paired_by_id_then_by_name_and_the_rest_stays_alone() {
    let one = with_items(example("LIU-A1"), &[("会議", "item-1"), ("名簿", "item-2"), ("資料", "item-3")]);
    let other = with_items(example("LIU-A1"), &[("名簿", "item-9"), ("改名", "item-1"), ("図面", "item-3")]);
    let aligned = one.with_item_ids_of(&other);
    assert_eq!(items(&aligned), [("会議", "item-1"), ("名簿", "item-9"), ("資料", "item-3")]);
    let mut swapped = one.clone();
    swapped.apply(Edit::MoveItem(one.items[0].id.clone(), 1)).unwrap();
    assert_eq!(one.with_item_ids_of(&swapped), one);
}
