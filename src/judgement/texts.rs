//! Findings about texts: characters nobody sees, characters other printers may lack, and length.

use super::{Finding, FindingKind, jisx0213};
use crate::record::{
    CharacterClass, Field, InformationItem, Marked, Objective, Person, Prose, Record, Text, TextField, Treatment, heaped, marked,
};

/// What stands out about every text of the record.
pub(super) fn findings(record: &Record) -> Vec<Finding> {
    let mut found = Vec::new();
    for text in TextField::ALL.iter().copied() {
        let field = Field::Text(text);
        if let (Some(text), Some((soft_length, _))) = (record.text(&field), record.text_limits(&field)) {
            look_at(text, soft_length, field, &mut found);
        }
    }
    for reply in &record.red_flags {
        look_at_text(&reply.word, || Field::RedFlag(reply.flag.clone()), &mut found);
    }
    for item in &record.items {
        look_at_item(item, &mut found);
    }
    for (objective, raise) in record.raises.iter() {
        look_at_text(&raise.reason, || Field::RaiseReason(objective), &mut found);
    }
    look_at_act(&record.approval.by, &record.approval.comment, &mut found);
    if let Some(lapse) = &record.approval.lapse {
        look_at_act(&lapse.by, &lapse.comment, &mut found);
    }
    for opinion in &record.approval.opinions {
        look_at_act(&opinion.by, &opinion.comment, &mut found);
    }
    found
}

/// Who did something to the approval, and what was said with it.
fn look_at_act(by: &Person, comment: &Prose<400>, found: &mut Vec<Finding>) {
    look_at_text(&by.title, || Field::Approval, found);
    look_at_text(&by.name, || Field::Approval, found);
    look_at_text(comment, || Field::Approval, found);
}

/// The texts of an item, asked of it directly: asking the record for each would search all items for each.
fn look_at_item(item: &InformationItem, found: &mut Vec<Finding>) {
    for (part, text, soft_length) in item.texts().filter(|(_, text, _)| !text.is_empty()) {
        look_at(text, soft_length, Field::Item(item.id.clone(), part), found);
    }
    for objective in Objective::ALL {
        look_at_text(&item.decisions[objective].reason, || Field::Reason(item.id.clone(), objective), found);
    }
}

fn look_at_text<const SOFT: usize, const LINES: bool>(
    text: &Text<SOFT, LINES>,
    field: impl FnOnce() -> Field,
    found: &mut Vec<Finding>,
) {
    if !text.as_str().is_empty() {
        look_at(text.as_str(), SOFT, field(), found);
    }
}

fn look_at(text: &str, soft_length: usize, field: Field, found: &mut Vec<Finding>) {
    let mut add = |kind| found.push(Finding { kind, field: field.clone() });
    if text.is_ascii() && text.len() <= soft_length && !text.bytes().any(|byte| byte.is_ascii_control()) {
        return;
    }
    let marked = marked(text);
    let of = |classes: &[CharacterClass]| -> Vec<Marked> {
        marked.iter().filter(|mark| classes.contains(&mark.class)).copied().collect()
    };
    let look_alike = of(&[CharacterClass::LookAlike]);
    let without_meaning = of(&[CharacterClass::PrivateUse, CharacterClass::Unassigned]);
    // What no text has is none of the others, and would be as unseen.
    let unseen: Vec<Marked> =
        marked.iter().filter(|mark| !look_alike.contains(mark) && !without_meaning.contains(mark)).copied().collect();
    for (found, kind) in [
        (unseen, FindingKind::InvisibleCharacters as fn(Vec<Marked>) -> FindingKind),
        (without_meaning, FindingKind::CharactersWithoutMeaning),
        (look_alike, FindingKind::LookAlikeCharacters),
    ] {
        if !found.is_empty() {
            add(kind(found));
        }
    }
    let heaped = heaped(text);
    if heaped > 0 {
        add(FindingKind::Heaped(heaped));
    }
    let mut outside: Vec<char> = text.chars().filter(|character| !jisx0213::contains(*character)).collect();
    outside.retain(|character| CharacterClass::of(*character).treatment() == Treatment::Kept);
    outside.sort_unstable();
    outside.dedup();
    if !outside.is_empty() {
        add(FindingKind::OutsideJisX0213(outside));
    }
    let length = text.chars().count();
    if length > soft_length {
        add(FindingKind::TextLong(length));
    }
}
