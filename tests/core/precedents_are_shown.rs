//! Earlier records for the same target task are found in folders, with what was decided in them and why.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use crate::support::case::changed;
use crate::support::{apply, catalogue, example, finished, today, undecided, write};
use liu_wizard::file::{MemoryStorage, Storage as _, to_ron};
use liu_wizard::judgement::{Standing, judge};
use liu_wizard::portfolio::{MOST_PRECEDENTS, Precedents, Shelf, Unreadable, find, lower_than_every};
use liu_wizard::record::{
    ApprovalState, Assessment, Date, DayField, Edit, Field, Level, Objective, Record, RecordId, TaskId, TextField,
};
use liu_wizard::text::Lang;

const FOLDER: &str = "/cases";

fn task() -> TaskId {
    TaskId::new("LIU-A1").unwrap()
}

fn own() -> RecordId {
    RecordId::new("own").unwrap()
}

fn named(id: &str, mut record: Record) -> Record {
    record.id = RecordId::new(id).unwrap();
    record
}

fn put(storage: &MemoryStorage, path: &str, record: &Record) {
    storage.put(Path::new(path), to_ron(record).unwrap().as_bytes());
}

/// A disk with these records, each in a file named after its id.
fn disk(records: &[Record]) -> MemoryStorage {
    let storage = MemoryStorage::new();
    storage.create_folder(Path::new(FOLDER)).unwrap();
    for record in records {
        put(&storage, &format!("{FOLDER}/{}.liu.ron", record.id), record);
    }
    storage
}

fn found_in(storage: &MemoryStorage, folders: &[&str]) -> Precedents {
    let folders: Vec<PathBuf> = folders.iter().map(PathBuf::from).collect();
    let seen = &mut |_: &Path, _| ControlFlow::Continue(());
    find(storage, &folders, &task(), &own(), &Shelf::new(catalogue(), None), today(), seen).unwrap()
}

fn found(records: &[Record]) -> Precedents {
    found_in(&disk(records), &[FOLDER])
}

fn files(precedents: &Precedents) -> Vec<&str> {
    precedents.kept.iter().map(|kept| kept.path.file_stem().unwrap().to_str().unwrap().trim_end_matches(".liu")).collect()
}

#[test]
fn records_for_the_same_listed_task_are_precedents_and_the_record_itself_is_none() {
    let precedents = found(&[
        named("same", finished()),
        named("own", finished()),
        named("other", changed(finished(), "task=LIU-A2")),
        named("open", changed(finished(), "task=open")),
        named("unknown", changed(finished(), "task=unknown")),
        named("not_listed", changed(finished(), "task=not_listed")),
        named("entry", changed(finished(), "task=entry")),
    ]);
    assert_eq!(files(&precedents), ["same"]);
    assert_eq!(precedents.unreadable, []);
}

#[test]
fn a_precedent_tells_what_was_decided_why_and_under_what_conditions() {
    let mut record = changed(example(), "raise.A=moderate raise_reason.A=多くの会議が重なる");
    write(&mut record, Field::Text(TextField::ResidualRisk), "公表前の漏えい。");
    record.approval.state = ApprovalState::Approved;
    record.approval.content = Some(record.content_digest());
    record.approval = record.approval.sealed();
    let approved = found(std::slice::from_ref(&record));
    let precedent = approved.kept.first().unwrap();
    assert_eq!((precedent.agency.as_str(), precedent.service.as_str()), ("架空庁 総務課", "架空会議"));
    assert_eq!((precedent.assessed_on, precedent.state), (Some(today()), ApprovalState::Approved));
    assert_eq!(precedent.outcome, judge(&record, &catalogue(), today()).outcome);
    assert_eq!(precedent.objectives, judge(&record, &catalogue(), today()).objectives);
    assert_eq!(precedent.conditions_of_use, "公表予定の資料だけを扱う。");
    assert_eq!(precedent.residual_risk, "公表前の漏えい。");
    assert!(!precedent.changed_since_approval && !precedent.made_with_other_catalogue);
    let raise = precedent.raises.first().unwrap();
    assert_eq!(
        (raise.objective, raise.to, raise.reason.as_str()),
        (Objective::Availability, Level::Moderate, "多くの会議が重なる")
    );
    let item = precedent.items.first().unwrap();
    let cell = &item.cells[Objective::Confidentiality];
    assert_eq!(item.name, "会議の音声・映像・チャット");
    assert_eq!((cell.level, cell.standing), (Assessment::assessed(Level::Low), Standing::Explained));
    assert_eq!(cell.reason, "公表前提。会議後に議事録を公表する。");

    write(&mut record, Field::Text(TextField::Purpose), "別の目的");
    record.catalogue.version = "2020".try_into().unwrap();
    let later = found(&[record]);
    let precedent = later.kept.first().unwrap();
    assert!(precedent.changed_since_approval && precedent.made_with_other_catalogue);
}

#[test]
fn a_decision_that_does_not_stand_is_no_level_of_a_precedent() {
    for (changes, standing) in [
        ("", Standing::NotDecided),
        ("C7=yes decide.C=low", Standing::ReasonMissing),
        ("decide.C=low C2=yes", Standing::Reopened),
        ("C2=unknown decide.C=low", Standing::ProposalOpen),
    ] {
        let precedents = found(&[named("a", changed(undecided(), changes))]);
        let cell = &precedents.kept[0].items[0].cells[Objective::Confidentiality];
        assert_eq!(cell.standing, standing, "{changes}");
        assert!(!cell.level.is_assessed() && !precedents.kept[0].objectives.confidentiality.is_assessed(), "{changes}");
        assert_eq!(precedents.lowest.confidentiality, None, "{changes}");
    }
}

#[test]
fn lower_than_every_precedent_is_said_exactly_when_it_is_so() {
    let moderate = || changed(undecided(), "decide.C=moderate decide");
    let high = || changed(undecided(), "decide.C=high decide");
    let low = finished;
    let open = || changed(undecided(), "decide.I=low decide.A=low");
    let waits_at_moderate = || changed(undecided(), "C7=yes decide.I=low decide.A=low");
    let said = |lowest| vec![(Objective::Confidentiality, Level::Low, lowest)];
    type Case = (&'static str, Vec<Record>, Record, Vec<(Objective, Level, Level)>);
    let cases: Vec<Case> = vec![
        ("there is none", vec![], low(), vec![]),
        ("lower than the only one", vec![moderate()], low(), said(Level::Moderate)),
        ("lower than all, of which the lowest is told", vec![high(), moderate()], low(), said(Level::Moderate)),
        ("as low as one of them", vec![high(), low()], low(), vec![]),
        ("equal", vec![moderate()], moderate(), vec![]),
        ("higher", vec![moderate()], high(), vec![]),
        ("not assessed here", vec![moderate()], open(), vec![]),
        ("not assessed there is not low", vec![moderate(), open()], low(), said(Level::Moderate)),
        ("not assessed there is no level at all", vec![open()], low(), vec![]),
        ("not even one that is at least moderate", vec![waits_at_moderate()], low(), vec![]),
    ];
    for (what, precedents, here, expected) in cases {
        let records: Vec<Record> = precedents.into_iter().zip('a'..).map(|(record, id)| named(&id.to_string(), record)).collect();
        let judgement = judge(&here, &catalogue(), today());
        assert_eq!(lower_than_every(&found(&records), &judgement), expected, "{what}");
    }
}

#[test]
fn what_cannot_be_read_is_listed_with_its_reason_and_stops_nothing() {
    let storage = disk(&[named("whole", finished())]);
    storage.put(Path::new("/cases/torn.liu.ron"), b"(format: \"liu-wizard-record\", version: 1, record: (id:");
    let precedents = found_in(&storage, &["/nowhere", FOLDER]);
    assert_eq!(files(&precedents), ["whole"]);
    let unreadable: Vec<_> =
        precedents.unreadable.iter().map(|one| (one.path().to_str().unwrap(), one.message(Lang::Ja).what)).collect();
    assert_eq!(unreadable.iter().map(|(path, _)| *path).collect::<Vec<_>>(), ["/nowhere", "/cases/torn.liu.ron"]);
    assert!(unreadable.iter().all(|(_, why)| !why.is_empty()));
    assert!(matches!(precedents.unreadable[0], Unreadable::Folder(_)));
}

#[test]
fn files_that_say_the_same_are_one_precedent_and_a_folder_chosen_twice_is_read_once() {
    let mut approved = named("a", finished());
    let storage = disk(std::slice::from_ref(&approved));
    storage.create_folder(Path::new("/cases/export")).unwrap();
    put(&storage, "/cases/export/record.liu.ron", &approved);
    assert_eq!(found_in(&storage, &[FOLDER, "/cases/export"]).found, 1);
    approved.approval.state = ApprovalState::Approved;
    put(&storage, "/cases/export/record.liu.ron", &approved);
    assert_eq!(found_in(&storage, &[FOLDER]).found, 2, "another state is something else to know");
}

#[test]
fn the_newest_are_kept_and_those_that_are_not_kept_still_count() {
    let day = |days: i16| {
        Date::new(2020 + days / 300, 1 + i8::try_from(days % 300 / 28).unwrap(), 1 + i8::try_from(days % 28).unwrap())
    };
    let mut records = Vec::new();
    for number in 0..i16::try_from(MOST_PRECEDENTS).unwrap() + 2 {
        let mut record = named(&format!("r{number:03}"), if number == 0 { finished() } else { undecided() });
        apply(&mut record, Edit::SetDay(DayField::AssessedOn, if number == 1 { None } else { day(number) }));
        records.push(record);
    }
    let precedents = found(&records);
    assert_eq!((precedents.found, precedents.kept.len()), (MOST_PRECEDENTS + 2, MOST_PRECEDENTS));
    let days: Vec<Option<Date>> = precedents.kept.iter().map(|kept| kept.assessed_on).collect();
    assert!(days.is_sorted_by(|one, next| one >= next) && days.iter().all(Option::is_some));
    assert_eq!(precedents.lowest.confidentiality, Some(Level::Low), "the oldest was low and is not kept");
}

#[test]
fn a_search_that_is_stopped_has_no_result() {
    let storage = disk(&[named("a", finished()), named("b", finished())]);
    let mut told = Vec::new();
    let mut seen = |path: &Path, count| {
        told.push((path.to_owned(), count));
        ControlFlow::Break(())
    };
    let folders = [PathBuf::from(FOLDER)];
    assert_eq!(find(&storage, &folders, &task(), &own(), &Shelf::new(catalogue(), None), today(), &mut seen), None);
    assert_eq!(told, [(PathBuf::from("/cases/a.liu.ron"), 2)]);
}
