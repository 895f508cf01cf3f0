//! Every save is remembered: who changed what and when, and every earlier content comes back exactly, or it is said why not.

use crate::support::arbitrary::any_record;
use crate::support::{add_item, apply, blank, finished, item_id, person, question, red_flag, today, write};
use liu_wizard::export::{Along, CopyKind, Data, Document, ExportInput, Product, pre_application, render};
use liu_wizard::file::{FileFormat, parse, schema, to_json};
use liu_wizard::judgement::judge;
use liu_wizard::record::{
    Answer, ApprovalState, ContentDigest, Edit, Field, HistoryError, Level, Line, Moment, Objective, Place, RaiseTo, Record,
    Role, TextField,
};
use liu_wizard::text::Lang;
use proptest::prelude::*;

const HANAKO: &str = "架空 花子";

/// A moment so many seconds after a day's work began.
fn at(seconds: i64) -> Moment {
    let begin: jiff::Timestamp = "2026-11-23T00:00:00Z".parse().unwrap();
    Moment::of(begin + jiff::SignedDuration::from_secs(seconds))
}

fn by(name: &str) -> Line<60> {
    Line::new(name).unwrap()
}

/// Saves records one after another, an hour apart. Returns each as it was saved.
fn saved(records: &[Record]) -> Vec<Record> {
    let mut saved: Vec<Record> = Vec::new();
    for (hour, record) in (0..).zip(records) {
        saved.push(record.with_revision(saved.last(), at(hour * 3600), &by(HANAKO)));
    }
    saved
}

/// Begins a record and saves it after each of these changes, an hour apart.
fn worked_on(changes: &[&dyn Fn(&mut Record)]) -> Record {
    let mut record = finished();
    let mut states = vec![record.clone()];
    for change in changes {
        change(&mut record);
        states.push(record.clone());
    }
    saved(&states).pop().unwrap()
}

fn number(record: &Record) -> u32 {
    record.history.last().unwrap().number
}

fn name_the_agency(name: &'static str) -> impl Fn(&mut Record) {
    move |record| write(record, Field::Text(TextField::AgencyName), name)
}

/// Three revisions: begun, named, an item more.
fn three() -> Record {
    let add = |record: &mut Record| drop(add_item(record, "名簿"));
    worked_on(&[&name_the_agency("架空省"), &add])
}

proptest! {
    #[test]
    fn every_content_that_was_saved_comes_back_exactly(records in prop::collection::vec(any_record(), 1..7)) {
        let saved = saved(&records);
        let last = saved.last().unwrap();
        prop_assert_eq!(last.history_problems(), []);
        for state in &saved {
            let found = last.content_at(number(state)).unwrap();
            prop_assert_eq!(found.content_alone(), state.content_alone());
        }
        for format in FileFormat::ALL {
            let (read, _) = parse(format.write(last).unwrap().as_bytes(), "any").unwrap();
            prop_assert_eq!(&read, last);
        }
    }

    #[test]
    fn a_history_changes_no_content(record in any_record()) {
        let saved = saved(std::slice::from_ref(&record)).pop().unwrap();
        prop_assert_eq!(saved.history.len(), 1);
        prop_assert_eq!(saved.content_digest(), record.content_digest());
        prop_assert_eq!(saved.canonical_content(), record.canonical_content());
    }

    #[test]
    fn a_revision_counts_the_places_that_are_told_as_different(old in any_record(), new in any_record()) {
        let new = Record { approval: old.approval.clone(), ..new };
        let saved = new.with_revision(Some(&old), at(0), &by(""));
        prop_assert_eq!(saved.history.last().map_or(0, |last| last.places()), old.differences(&new).len());
    }

    /// Place by place, in any two records, what differs can be brought back until nothing differs.
    #[test]
    fn every_difference_can_be_taken_back_alone(old in any_record(), new in any_record()) {
        let new = Record { approval: old.approval.clone(), ..new };
        let mut record = new.clone();
        for found in old.differences(&new) {
            record = record.with_place_of(&found.place, &old).unwrap();
        }
        prop_assert_eq!(old.differences(&record), []);
    }
}

#[test]
fn the_first_save_of_a_new_record_begins_the_history() {
    let record = blank(Role::Agency).with_revision(None, at(0), &by(HANAKO));
    let [first] = &*record.history else { panic!("{:?}", record.history) };
    assert_eq!((first.number, first.by.as_str(), first.changes.len(), &first.previous), (1, HANAKO, 0, &None));
    assert_eq!(first.content, record.content_digest());
    assert_eq!(record.content_before(1), Ok(None));
}

#[test]
fn a_revision_says_who_when_and_what() {
    let record = worked_on(&[&name_the_agency("架空省")]);
    let revision = record.history.last().unwrap();
    assert_eq!((revision.number, revision.at.to_string().as_str()), (2, "2026-11-23T01:00:00Z"));
    let [change] = &*revision.changes else { panic!("{revision:?}") };
    assert_eq!(change.path, "/agency/name");
    assert_eq!((change.old.as_deref(), change.new.as_deref()), (Some("\"架空庁\""), Some("\"架空省\"")));
}

#[test]
fn a_save_without_changes_and_one_of_the_approval_alone_are_no_revisions() {
    let first = finished().with_revision(None, at(0), &by(HANAKO));
    assert_eq!(first.with_revision(Some(&first), at(9000), &by("")).history, first.history);
    let mut submitted = first.clone();
    let to = ApprovalState::Submitted;
    apply(&mut submitted, Edit::MoveApproval { to, by: person("課長", ""), on: today(), comment: String::new() });
    assert_eq!(submitted.with_revision(Some(&first), at(9000), &by("")).history, first.history);
}

#[test]
fn a_record_of_an_older_program_begins_with_its_first_change() {
    let old = finished();
    let mut changed = old.clone();
    name_the_agency("架空省")(&mut changed);
    let saved = changed.with_revision(Some(&old), at(0), &by(""));
    assert_eq!((saved.history.len(), saved.history[0].changes.len()), (1, 1));
    assert_eq!(saved.content_before(1).unwrap().unwrap().content_alone(), old);
}

/// Saves by these people at these seconds, each naming the agency anew; how many changes each revision then has.
fn revisions(saves: &[(i64, &str, &str)]) -> Vec<(i64, usize)> {
    let mut saved = finished().with_revision(None, at(-9000), &by(HANAKO));
    for (seconds, name, agency) in saves {
        let mut changed = saved.clone();
        write(&mut changed, Field::Text(TextField::AgencyName), agency);
        saved = changed.with_revision(Some(&saved), at(*seconds), &by(name));
        assert_eq!(saved.history_problems(), []);
    }
    saved.history.iter().skip(1).map(|revision| (revision.at.seconds_after(at(0)), revision.changes.len())).collect()
}

#[test]
fn what_one_person_saves_within_five_minutes_is_one_revision() {
    assert_eq!(revisions(&[(0, HANAKO, "甲"), (300, HANAKO, "乙")]), [(0, 1)]);
    assert_eq!(revisions(&[(0, HANAKO, "甲"), (301, HANAKO, "乙")]), [(0, 1), (301, 1)]);
    assert_eq!(revisions(&[(0, HANAKO, "甲"), (200, HANAKO, "乙"), (400, HANAKO, "丙")]), [(0, 1), (400, 1)]);
    assert_eq!(revisions(&[(0, HANAKO, "甲"), (10, "架空 太郎", "乙")]), [(0, 1), (10, 1)]);
    assert_eq!(revisions(&[(0, HANAKO, "甲"), (-10, HANAKO, "乙")]), [(0, 1), (-10, 1)], "a clock that was set back");
}

#[test]
fn a_field_that_comes_back_within_five_minutes_was_not_changed() {
    assert_eq!(revisions(&[(0, HANAKO, "甲"), (60, HANAKO, "架空庁")]), []);
    let mut saved = three();
    let before = saved.history.clone();
    for agency in ["甲", "架空省"] {
        let mut changed = saved.clone();
        name_the_agency(agency)(&mut changed);
        saved = changed.with_revision(Some(&saved), at(9 * 3600), &by(HANAKO));
    }
    assert_eq!(saved.history, before);
}

#[test]
fn what_is_merged_leaves_the_content_of_an_approval_alone() {
    let mut approved = three();
    for to in [ApprovalState::Submitted, ApprovalState::Approved] {
        apply(&mut approved, Edit::MoveApproval { to, by: person("課長", ""), on: today(), comment: String::new() });
    }
    let digest = approved.content_digest();
    let mut changed = approved.clone();
    name_the_agency("別の庁")(&mut changed);
    let saved = changed.with_revision(Some(&approved), at(2 * 3600 + 60), &by(HANAKO));
    assert_eq!(saved.history.len(), 4);
    assert_eq!(saved.content_at(3).unwrap().content_digest(), digest);
    assert!(!saved.content_at(3).unwrap().changed_since_approval(), "with the approval as it is now");
}

#[test]
fn items_that_come_go_and_come_again_are_remembered_in_their_order() {
    let add = |name: &'static str| move |record: &mut Record| drop(add_item(record, name));
    let remove = |record: &mut Record| apply(record, Edit::RemoveItem(item_id("item-2")));
    let again = |record: &mut Record| {
        let copy = Edit::DuplicateItem { of: item_id("item-1"), id: item_id("item-2") };
        apply(record, copy);
    };
    let down = |record: &mut Record| apply(record, Edit::MoveItem(item_id("item-1"), 2));
    let last = worked_on(&[&add("名簿"), &add("議事録"), &remove, &again, &down]);
    let order = |number| -> Vec<String> {
        last.content_at(number).unwrap().items.iter().map(|item| format!("{} {}", item.id, item.name)).collect()
    };
    assert_eq!(order(3), ["item-1 会議", "item-2 名簿", "item-3 議事録"]);
    assert_eq!(order(4), ["item-1 会議", "item-3 議事録"]);
    assert_eq!(order(5), ["item-1 会議", "item-2 会議", "item-3 議事録"]);
    assert_eq!(order(6), ["item-2 会議", "item-3 議事録", "item-1 会議"]);
    let moved = last.history.last().unwrap();
    assert_eq!(moved.changes.iter().map(|change| change.path.as_str()).collect::<Vec<_>>(), ["/items"], "an order is one change");
}

#[test]
fn every_byte_of_a_revision_counts() {
    let record = three();
    let text = to_json(&record).unwrap();
    let begin = text.find("\"history\":").unwrap() + "\"history\":".len();
    let end = begin + serde_jcs::to_string(&record.history).unwrap().len();
    let (mut read, mut refused) = (0, 0);
    for index in begin..end {
        for bit in [1, 0x10] {
            let mut bytes = text.clone().into_bytes();
            bytes[index] ^= bit;
            match parse(&bytes, "flipped.liu.json") {
                Ok((flipped, _)) => {
                    read += 1;
                    assert_ne!(flipped.history_problems(), [], "{}", String::from_utf8_lossy(&bytes[index - 9..index + 9]));
                }
                Err(_) => refused += 1,
            }
        }
    }
    assert!(read > 500 && refused > 500, "{read} were read, {refused} were not");
}

/// The history with its revisions put otherwise.
fn with_revisions(record: &Record, change: impl Fn(&mut Vec<serde_json::Value>)) -> Record {
    let mut value = serde_json::to_value(record).unwrap();
    change(value["history"].as_array_mut().unwrap());
    serde_json::from_value(value).unwrap()
}

#[test]
fn a_revision_that_is_missing_or_out_of_order_is_named() {
    let record = three();
    let without = with_revisions(&record, |history| drop(history.remove(1)));
    assert_eq!(without.history_problems(), [HistoryError::Unlinked { number: 3 }]);
    let swapped = with_revisions(&record, |history| history.swap(0, 1));
    assert_eq!(swapped.history_problems(), [1, 3].map(|number| HistoryError::Unlinked { number }));
    let torn = with_revisions(&record, |history| drop(history.pop()));
    assert_eq!(torn.history_problems(), [HistoryError::ChangedSince { number: 2 }]);
    let other = with_revisions(&record, |history| history[1]["by"] = "だれか".into());
    assert_eq!(other.history_problems(), [HistoryError::Altered { number: 2 }]);
    assert_eq!(other.content_at(1), Err(HistoryError::Altered { number: 2 }), "nothing is built on it");
}

#[test]
fn a_chain_made_anew_around_a_false_change_is_still_found_out() {
    let forged = with_revisions(&three(), |history| {
        let last = history.last_mut().unwrap().as_object_mut().unwrap();
        let change = last["changes"].as_array_mut().unwrap().iter_mut().find(|change| change["path"] == "/items").unwrap();
        change["new"] = "[\"item-1\"]".into();
        last.remove("digest");
        let digest = ContentDigest::of(serde_jcs::to_string(&*last).unwrap().as_bytes());
        last.insert("digest".to_owned(), digest.as_str().into());
    });
    let expected = HistoryError::DoesNotApply { number: 3, path: "/items".to_owned() };
    assert_eq!(forged.history_problems(), std::slice::from_ref(&expected));
    assert_eq!(forged.content_at(2), Err(expected));
}

#[test]
fn a_content_changed_outside_is_named_and_nothing_before_it_is_guessed() {
    let mut outside = three();
    name_the_agency("外で変えた庁")(&mut outside);
    assert_eq!(outside.history_problems(), [HistoryError::ChangedSince { number: 3 }]);
    assert_eq!(outside.content_at(3), Err(HistoryError::ChangedSince { number: 3 }));

    let mut later = outside.clone();
    write(&mut later, Field::Text(TextField::Bureau), "総務局");
    // Within five minutes of the last revision: what came from outside must not become a part of it.
    let later = later.with_revision(Some(&outside), at(2 * 3600 + 60), &by(HANAKO));
    assert_eq!(later.history_problems(), [HistoryError::ChangedOutside { number: 4 }]);
    assert_eq!(later.content_at(3), Err(HistoryError::ChangedOutside { number: 4 }));
    assert_eq!(later.content_before(4).unwrap().unwrap().content_alone(), outside.content_alone(), "what it began with is known");
    assert_eq!(later.content_at(9), Err(HistoryError::NoSuchRevision { number: 9 }));
}

#[test]
fn a_record_whose_last_save_is_not_at_hand_tells_no_changes_but_the_gap() {
    let mut restored = three();
    name_the_agency("復元した庁")(&mut restored);
    let saved = restored.with_revision(None, at(9 * 3600), &by(""));
    let last = saved.history.last().unwrap();
    assert_eq!((last.number, last.changes.len()), (4, 0));
    assert_eq!(saved.history_problems(), [HistoryError::ChangedOutside { number: 4 }]);
}

#[test]
fn the_oldest_revisions_are_folded_away_and_that_is_said() {
    let mut saved = blank(Role::Agency).with_revision(None, at(0), &by(""));
    for round in 1..=2003 {
        let mut changed = saved.clone();
        let to = if round % 2 == 1 { RaiseTo::Level(Level::High) } else { RaiseTo::NotRaised };
        apply(&mut changed, Edit::RaiseObjective(Objective::Integrity, to));
        saved = changed.with_revision(Some(&saved), at(round * 600), &by(""));
    }
    assert_eq!((saved.history.len(), saved.history.folded(), number(&saved)), (2000, 4, 2004));
    assert_eq!(saved.history_problems(), []);
    assert_eq!(saved.content_at(5).unwrap().raises.integrity.to, RaiseTo::NotRaised);
    assert_eq!(saved.content_at(4), Err(HistoryError::NoSuchRevision { number: 4 }));
}

#[test]
fn however_much_is_written_the_record_with_its_history_can_be_saved() {
    let texts = [TextField::ResidualRisk, TextField::ConditionsOfUse, TextField::Letter, TextField::Purpose];
    let mut saved = finished().with_revision(None, at(0), &by(""));
    for round in 1..40 {
        let mut changed = saved.clone();
        // What takes the most room in a file: characters that hide are written as escapes.
        for field in texts {
            write(&mut changed, Field::Text(field), &format!("{round}{}", "\u{E0100}".repeat(19_000)));
        }
        saved = changed.with_revision(Some(&saved), at(round * 600), &by(""));
        assert_eq!(saved.history_problems(), []);
    }
    assert!(saved.history.folded() > 30 && !saved.history.is_empty());
    for format in FileFormat::ALL {
        assert!(format.write(&saved).unwrap().len() < 12 * 1024 * 1024);
    }
    // Too much for any history: the revision stays, without its changes.
    let mut enormous = saved.clone();
    for field in TextField::ALL {
        enormous.apply(Edit::SetText { field: Field::Text(*field), text: "\u{E0100}".repeat(20_000) }).ok();
    }
    let enormous = enormous.with_revision(Some(&saved), at(99_999), &by(""));
    assert_eq!((enormous.history.len(), enormous.history[0].changes.len()), (1, 0));
    assert_eq!((enormous.history_problems(), enormous.content_before(number(&enormous))), (vec![], Ok(None)));
}

#[test]
fn a_field_an_item_and_a_reply_come_back_each_alone() {
    let old = three();
    let mut new = old.clone();
    name_the_agency("別の庁")(&mut new);
    write(&mut new, Field::Text(TextField::Bureau), "総務局");
    apply(&mut new, Edit::RemoveItem(item_id("item-1")));
    apply(&mut new, Edit::AnswerItems(vec![item_id("item-2")], question("C2"), Answer::NotAnswered));
    apply(&mut new, Edit::AnswerRedFlag(red_flag("LIU-A1.F1"), Answer::Yes));

    let take = |field: Field| new.with_place_of(&Place::Field(field), &old).unwrap();
    let agency = take(Field::Text(TextField::AgencyName));
    assert_eq!((agency.agency.name.as_str(), agency.agency.bureau.as_str()), ("架空省", "総務局"));
    let item = take(Field::Item(item_id("item-1"), liu_wizard::record::ItemField::Name));
    assert_eq!(item.items.iter().map(|item| item.id.as_str()).collect::<Vec<_>>(), ["item-1", "item-2"], "at its place");
    assert_eq!(item.items[0], old.items[0]);
    let answer = take(Field::Answer(item_id("item-2"), question("C2")));
    assert_eq!(answer.items[0].answers.get("C2"), &Answer::No);
    assert_eq!(take(Field::RedFlag(red_flag("LIU-A1.F1"))).red_flags, old.red_flags);
    assert_eq!(new.with_place_of(&Place::Field(Field::Approval), &old), None, "an approval is no content");
}

#[test]
fn restoring_replaces_the_content_and_nothing_beside_it() {
    let mut record = three();
    for to in [ApprovalState::Submitted, ApprovalState::Approved] {
        apply(&mut record, Edit::MoveApproval { to, by: person("課長", ""), on: today(), comment: String::new() });
    }
    let (approval, history) = (record.approval.clone(), record.history.clone());
    let first = record.content_at(1).unwrap();
    apply(&mut record, Edit::Restore(Box::new(Record { approval: Default::default(), history: Default::default(), ..first })));
    assert_eq!((&record.approval, &record.history), (&approval, &history));
    assert_eq!((record.agency.name.as_str(), record.items.len()), ("架空庁", 1));
    assert!(record.changed_since_approval());
}

#[test]
fn a_record_with_its_history_fits_the_schema() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    let mut value: serde_json::Value = serde_json::from_str(&to_json(&three()).unwrap()).unwrap();
    let faults: Vec<String> = validator.iter_errors(&value).map(|fault| fault.to_string()).collect();
    assert_eq!(faults, Vec::<String>::new());
    value["record"]["history"][0]["at"] = "2026-11-23 05:32:00".into();
    assert!(!validator.is_valid(&value) && parse(value.to_string().as_bytes(), "moment.liu.json").is_err());
}

#[test]
fn no_export_carries_the_history() {
    const GONE: &str = "消した名前の庁";
    let record = worked_on(&[&name_the_agency(GONE), &name_the_agency("架空省")]);
    let (catalogue, today) = (crate::support::catalogue(), today());
    let judgement = judge(&record, &catalogue, today);
    let input = ExportInput {
        copy: CopyKind::Draft,
        along: Along { comments: true, ..Along::default() },
        ..ExportInput::new(&record, &catalogue, &judgement, today, Lang::Ja)
    };
    for (data, parsed) in [Data::Json, Data::Ron].map(|data| (data, render(&Product::Data(data), &input).unwrap())) {
        let (read, _) = parse(&parsed, "export").unwrap();
        assert!(read.history.is_empty() && read.same_content(&record), "{data:?}");
    }
    for file in pre_application(&Document::WHOLE, &input).unwrap() {
        let found = file.bytes.windows(GONE.len()).any(|bytes| bytes == GONE.as_bytes());
        assert!(!found, "{}", file.name);
    }
}

#[test]
fn what_acts_cannot_come_in_by_a_history() {
    let text = to_json(&three()).unwrap();
    for bad in ["\u{202E}", "\u{7f}", "\\n"] {
        let hostile = text.replacen("\"\\\"架空庁\\\"\"", &format!("\"\\\"架{bad}空庁\\\"\""), 1);
        assert_ne!(hostile, text);
        assert!(parse(hostile.as_bytes(), "hostile.liu.json").is_err(), "{bad:?}");
    }
}
