//! Change of rules: a record keeps the catalogue it was made with; the one in use is laid beside it, and nothing moves by itself.

use std::path::{Path, PathBuf};

use crate::support::command_line::Desk;
use crate::support::{
    another_catalogue, apply, approved_by, catalogue, catalogue_without_the_task, example, finished, person, today, write,
};
use liu_wizard::catalogue::Catalogue;
use liu_wizard::export::{CopyKind, Document, ExportInput, Medium, Product, judgement_json, render};
use liu_wizard::file::{AppFolders, FileFormat, MemoryStorage, parse, to_ron};
use liu_wizard::judgement::{CellChange, MoveBlocked, RulesComparison, SideSource, Standing, judge, move_to, statement_holds};
use liu_wizard::portfolio::{AtHand, OpenError, Shelf, find, open_checked, scan};
use liu_wizard::record::{
    ApprovalState, Assessment, ChangesSinceApproval, Edit, Field, Level, Moment, Objective, Outcome, Place, Record, RecordId,
    TaskId, TextField,
};
use liu_wizard::text::Lang;
use serde_json::Value;

/// The example of the contract: low, with C4 answered yes. Approved under the shipped catalogue.
fn approved() -> Record {
    approved_by(example(), &catalogue())
}

fn folders() -> AppFolders {
    AppFolders::at("/data")
}

fn path() -> &'static Path {
    Path::new("/cases/a.liu.ron")
}

/// A disk with a record, and a shelf on which `in_use` is used; `kept` is what the program kept before.
fn disk(record: &Record, in_use: &std::sync::Arc<Catalogue>, kept: &[&Catalogue]) -> (MemoryStorage, Shelf) {
    let storage = MemoryStorage::new();
    storage.put(path(), to_ron(record).unwrap().as_bytes());
    let shelf = Shelf::new(std::sync::Arc::clone(in_use), Some(&folders()));
    for catalogue in kept {
        shelf.keep(&storage, catalogue).unwrap();
    }
    (storage, Shelf::new(std::sync::Arc::clone(in_use), Some(&folders())))
}

/// A record that was made and approved under the next edition, which is then taken away again.
fn made_with_another() -> Record {
    let other = another_catalogue();
    let mut record = finished();
    apply(&mut record, Edit::MoveToCatalogue(other.pin()));
    approved_by(record, &other)
}

// What opening shows

#[test]
fn what_was_approved_under_the_old_catalogue_is_shown_unchanged_under_the_new_one() {
    let (old, new) = (catalogue(), another_catalogue());
    let (storage, shelf) = disk(&approved(), &new, &[]);
    let opened = open_checked(&storage, path(), &shelf).unwrap().record;
    let rules = shelf.for_record(&storage, &opened);
    assert_eq!((rules.at_hand, rules.catalogue.pin()), (AtHand::Pinned, old.pin()));
    assert_eq!(judge(&opened, &rules.catalogue, today()), judge(&approved(), &old, today()));
    assert_eq!(judge(&opened, &rules.catalogue, today()).outcome, Outcome::Fits);
}

#[test]
fn the_new_outcome_stands_beside_it_cell_by_cell() {
    let (old, new) = (catalogue(), another_catalogue());
    let record = approved();
    let comparison = RulesComparison::of(&record, Some(&old), &new, today());
    let (before, item) = (comparison.old.as_ref().unwrap(), &record.items[0].id);
    assert_eq!((before.source, before.outcome), (SideSource::Computed, Outcome::Fits));
    assert_eq!(comparison.new.outcome, Outcome::NotLow);
    let changes = Objective::ALL.map(|objective| comparison.change(item, objective));
    assert_eq!(changes, [CellChange::BecomesOpen, CellChange::Same, CellChange::Same]);
    let cell = |side: &liu_wizard::judgement::RulesSide| side.cell(item, Objective::Confidentiality).unwrap();
    assert_eq!(cell(before).computed, Some((Assessment::assessed(Level::Low), Standing::Explained)));
    assert_eq!(cell(&comparison.new).computed, Some((Assessment::assessed(Level::Moderate), Standing::Reopened)));
    let come: Vec<&str> = comparison.findings_come.iter().map(|finding| finding.kind.id()).collect();
    assert!(come.contains(&"reopened"), "{come:?}");
    assert!(!come.contains(&"catalogue_differs"), "that is what all of it is about");
    assert!(comparison.differs() && comparison.voids_approval && comparison.unknown.is_empty());
    assert!(!RulesComparison::of(&record, Some(&old), &old, today()).differs());
}

#[test]
fn nothing_moves_on_opening_saving_and_exporting() {
    let new = another_catalogue();
    let (storage, shelf) = disk(&approved(), &new, &[]);
    let opened = open_checked(&storage, path(), &shelf).unwrap().record;
    assert_eq!(opened, approved());
    let saved = opened.with_revision(Some(&opened), Moment::of("2026-11-23T05:32:00Z".parse().unwrap()), &Default::default());
    assert_eq!((&saved.catalogue, &saved.approval), (&catalogue().pin(), &approved().approval));
    let (rules, judgement) = (shelf.for_record(&storage, &opened), judge(&opened, &catalogue(), today()));
    let input =
        ExportInput { copy: CopyKind::Draft, ..ExportInput::new(&opened, &rules.catalogue, &judgement, today(), Lang::Ja) };
    let printed = render(&Product::Document(Document::Record, Medium::Markdown), &input).unwrap();
    let printed = String::from_utf8(printed).unwrap();
    assert!(printed.contains("適合（LIUの考え方に適合）") && !printed.contains("2027-04-01"), "{printed}");
    assert_eq!(judgement_json(&input).catalogue, catalogue().pin());
}

#[test]
fn lists_and_precedents_are_judged_by_their_own_catalogues() {
    let new = another_catalogue();
    let (storage, shelf) = disk(&approved(), &new, &[]);
    let folder = [PathBuf::from("/cases")];
    let listed = scan(&storage, &folder[0], &shelf, today(), &mut |_, _| {}).unwrap().records.remove(0).content.unwrap();
    assert_eq!((listed.outcome, listed.at_hand, listed.stated), (Outcome::Fits, AtHand::Pinned, None));
    let (task, own) = (TaskId::new("LIU-A1").unwrap(), RecordId::new("own").unwrap());
    let mut seen = |_: &Path, _| std::ops::ControlFlow::Continue(());
    let precedents = find(&storage, &folder, &task, &own, &shelf, today(), &mut seen).unwrap();
    let precedent = &precedents.kept[0];
    assert_eq!((precedent.outcome, precedent.made_with_other_catalogue), (Outcome::Fits, true));
    assert_eq!(precedent.at_hand, AtHand::Pinned);
}

#[test]
fn ids_are_looked_for_in_the_catalogue_that_judges() {
    // The record names LIU-A1, which the one in use does not list; its own does.
    let (storage, shelf) = disk(&approved(), &catalogue_without_the_task(), &[]);
    assert!(open_checked(&storage, path(), &shelf).is_ok());
    // Where its own is not at hand, the one in use would have to know it.
    let (storage, shelf) = disk(&made_with_another(), &catalogue_without_the_task(), &[]);
    assert!(matches!(open_checked(&storage, path(), &shelf), Err(OpenError::DanglingIds { .. })));
    let (storage, shelf) = disk(&made_with_another(), &catalogue_without_the_task(), &[&another_catalogue()]);
    assert!(open_checked(&storage, path(), &shelf).is_ok());
}

// The catalogue of then is not at hand

#[test]
fn without_the_old_catalogue_the_outcome_is_as_the_approval_states_it() {
    let record = made_with_another();
    let (storage, shelf) = disk(&record, &catalogue(), &[]);
    let rules = shelf.for_record(&storage, &record);
    assert_eq!((rules.at_hand, rules.catalogue.pin()), (AtHand::InUseOnly, catalogue().pin()));
    let comparison = rules.compare(&record, today());
    let old = comparison.old.as_ref().unwrap();
    assert_eq!((old.source, &old.catalogue, old.outcome), (SideSource::Stated, &another_catalogue().pin(), Outcome::Fits));
    assert!(comparison.findings_gone.is_empty() && comparison.findings_come.is_empty() && comparison.scope.is_none());
    let listed = scan(&storage, Path::new("/cases"), &shelf, today(), &mut |_, _| {}).unwrap().records.remove(0).content.unwrap();
    assert_eq!((listed.at_hand, listed.stated), (AtHand::InUseOnly, Some(Outcome::Fits)));
}

#[test]
fn what_no_approval_states_is_not_known_and_never_the_same() {
    let mut record = made_with_another();
    record.approval.stated = None;
    let comparison = RulesComparison::of(&record, None, &catalogue(), today());
    assert_eq!(comparison.old, None);
    let item = &record.items[0].id;
    assert!(Objective::ALL.iter().all(|objective| comparison.change(item, *objective) == CellChange::NotKnown));
    assert!(comparison.differs(), "nobody can say that it does not");
    assert_eq!(liu_wizard::text::rules::level(None, &catalogue(), Lang::Ja), "分かりません");
}

#[test]
fn an_item_that_was_added_after_the_approval_is_not_known_of_then() {
    let mut record = made_with_another();
    let added = crate::support::add_item(&mut record, "名簿");
    let comparison = RulesComparison::of(&record, None, &catalogue(), today());
    assert_eq!(comparison.change(&added, Objective::Integrity), CellChange::NotKnown);
    assert_eq!(comparison.change(&record.items[0].id, Objective::Integrity), CellChange::Same);
}

#[test]
fn documents_print_what_the_approval_states_beside_what_is_computed() {
    let record = made_with_another();
    let judgement = judge(&record, &catalogue(), today());
    let printed = |lang, document| {
        let catalogue = catalogue();
        let input = ExportInput { copy: CopyKind::Draft, ..ExportInput::new(&record, &catalogue, &judgement, today(), lang) };
        String::from_utf8(render(&Product::Document(document, Medium::Markdown), &input).unwrap()).unwrap()
    };
    for document in [Document::Record, Document::Explanation, Document::Sheet] {
        let said = printed(Lang::Ja, document.clone());
        assert!(said.contains("手元にありません") && said.contains("承認時の記載（目録 "), "{document:?}\n{said}");
        let said = printed(Lang::En, document);
        assert!(said.contains("not at hand") && said.contains("As stated at approval (catalogue "), "{said}");
    }
    assert!(printed(Lang::Ja, Document::Record).contains("いま計算したものではありません"));
    let catalogue = catalogue();
    let input = ExportInput { copy: CopyKind::Draft, ..ExportInput::new(&record, &catalogue, &judgement, today(), Lang::Ja) };
    let data = judgement_json(&input);
    assert_eq!((data.catalogue, data.made_with), (catalogue.pin(), another_catalogue().pin()));
    assert_eq!(data.approval.stated.unwrap().outcome, Outcome::Fits);
}

// What an approval keeps

#[test]
fn what_is_stated_is_no_content_and_goes_with_the_approval() {
    let mut record = approved();
    let stated = record.approval.stated.clone().unwrap();
    assert_eq!((stated.outcome, stated.items.len()), (Outcome::Fits, 1));
    assert_eq!(record.content_digest(), example().content_digest());
    for format in FileFormat::ALL {
        assert_eq!(parse(format.write(&record).unwrap().as_bytes(), "any").unwrap().0, record);
    }
    let step = |to| Edit::MoveApproval { to, by: person("課長", "架空 花子"), on: today(), comment: String::new() };
    apply(&mut record, step(ApprovalState::Lapsed));
    assert_eq!(record.approval.stated, Some(stated.clone()), "what lapses is the approval that was given");
    apply(&mut record, step(ApprovalState::Draft));
    assert_eq!(record.approval.stated, None);
    assert!(record.apply(Edit::StateJudged(stated)).is_err(), "there is no approval to keep it with");
}

#[test]
fn a_statement_that_does_not_follow_is_found_out() {
    let at_hand = |pin: &_| (*pin == catalogue().pin()).then(catalogue);
    let mut record = approved();
    assert_eq!(statement_holds(&record, at_hand, today()), Some(true));
    write(&mut record, Field::Text(TextField::Purpose), "別の目的");
    assert_eq!(statement_holds(&record, at_hand, today()), Some(true), "it is about the content that was approved");
    record.approval.stated.as_mut().unwrap().outcome = Outcome::NotLow;
    assert_eq!(statement_holds(&record, at_hand, today()), Some(false));
    assert_eq!(statement_holds(&made_with_another(), at_hand, today()), None, "its catalogue is not at hand");
    assert_eq!(statement_holds(&example(), at_hand, today()), None, "nothing is stated");
}

// The step

#[test]
fn a_move_is_one_revision_and_makes_the_approval_lapse() {
    let (record, new) = (approved(), another_catalogue());
    let by = person("", "評価 花子");
    let mut moved = record.clone();
    apply(&mut moved, move_to(&record, &new, by.clone(), today(), "移した".to_owned()).unwrap());
    assert_eq!(moved.catalogue, new.pin());
    assert_eq!(moved.approval.state, ApprovalState::Lapsed);
    let lapse = moved.approval.lapse.as_ref().unwrap();
    assert_eq!((&lapse.by, lapse.on, lapse.comment.as_str()), (&by, today(), "移した"));
    let ChangesSinceApproval::Changed(changes) = moved.changes_since_approval() else { panic!("changed") };
    assert_eq!(changes.iter().map(|change| &change.place).collect::<Vec<_>>(), [&Place::Field(Field::Catalogue)]);
    assert_eq!(moved.as_approved().unwrap().catalogue, catalogue().pin(), "what was approved stays as it was");
    // Answers and decisions stay; the decision that no longer stands is to be confirmed again.
    assert_eq!(moved.items, record.items);
    let cell = &judge(&moved, &new, today()).items[0].cells[Objective::Confidentiality];
    assert_eq!((cell.standing, cell.decided), (Standing::Reopened, Some(Level::Low)));

    let at = |written: &str| Moment::of(written.parse().unwrap());
    let saved = record.with_revision(None, at("2026-11-23T05:32:00Z"), &Default::default());
    let mut next = saved.clone();
    apply(&mut next, move_to(&saved, &new, by, today(), String::new()).unwrap());
    let next = next.with_revision(Some(&saved), at("2026-11-23T06:32:00Z"), &Default::default());
    let paths: Vec<&str> = next.history.iter().last().unwrap().changes.iter().map(|change| change.path.as_str()).collect();
    assert!(!paths.is_empty() && paths.iter().all(|path| path.starts_with("/catalogue")), "{paths:?}");
    assert_eq!(next.history.len(), saved.history.len() + 1);
}

#[test]
fn what_was_not_approved_is_moved_without_a_lapse() {
    let (record, new) = (example(), another_catalogue());
    let mut moved = record.clone();
    apply(&mut moved, move_to(&record, &new, person("", ""), today(), String::new()).unwrap());
    assert_eq!((&moved.catalogue, moved.approval.state), (&new.pin(), ApprovalState::Draft));
    assert_eq!(move_to(&moved, &new, person("", ""), today(), String::new()), Err(MoveBlocked::AlreadyThere));
}

#[test]
fn a_record_that_names_what_the_new_catalogue_does_not_know_is_not_moved() {
    let (record, new) = (approved(), catalogue_without_the_task());
    let blocked = move_to(&record, &new, person("", ""), today(), String::new()).unwrap_err();
    let MoveBlocked::UnknownIds(ids) = &blocked else { panic!("{blocked:?}") };
    assert!(ids.iter().any(|found| found.id == "LIU-A1" && found.field == Field::Task), "{ids:?}");
    let comparison = RulesComparison::of(&record, Some(&catalogue()), &new, today());
    assert_eq!(&comparison.unknown, ids);
    assert_eq!(comparison.scope.unwrap().tasks_gone, [TaskId::new("LIU-A1").unwrap()]);
    for lang in [Lang::Ja, Lang::En] {
        let message = liu_wizard::text::rules::move_blocked(&blocked, &record, &catalogue(), lang);
        assert!(message.place.contains("LIU-A1") && !message.action.is_empty(), "{message:?}");
    }
}

// On the command line

/// A desk with the approved record and the next edition as a file.
fn desk(record: &Record) -> Desk {
    let desk = Desk::new();
    desk.write("a.liu.ron", to_ron(record).unwrap());
    desk.write("next.ron", another_catalogue().to_ron().unwrap());
    desk.write("gone.ron", catalogue_without_the_task().to_ron().unwrap());
    desk
}

#[test]
fn the_command_line_shows_the_old_outcome_and_points_to_the_comparison() {
    let desk = desk(&approved());
    for command in ["check", "show", "verify"] {
        let same = desk.run(&[command, "a.liu.ron"]);
        assert!(!same.err.contains("catalogue compare"), "{command} {same:?}");
        let other = desk.run(&[command, "a.liu.ron", "--catalogue", "next.ron"]);
        assert_eq!(other.code, same.code, "{command}");
        assert!(other.out.contains("とは別の"), "{command} {}", other.out);
        assert!(other.err.contains("catalogue compare"), "{command} {}", other.err);
        assert!(command == "verify" || other.out.contains("適合（LIUの考え方に適合）"), "{}", other.out);
    }
    let before = desk.read("a.liu.ron");
    let listed = desk.run(&["list", ".", "--json", "--catalogue", "next.ron"]);
    let listed: Value = serde_json::from_str(&listed.out).unwrap();
    assert_eq!((&listed[0]["outcome"], &listed[0]["judged_by_own_catalogue"]), (&Value::from("fits"), &Value::from(true)));
    assert_eq!(desk.run(&["export", "a.liu.ron", "--to", "out", "--format", "md", "--catalogue", "next.ron"]).code, 0);
    assert_eq!(desk.read("a.liu.ron"), before, "nothing moves by itself");
    assert_eq!(desk.kept(), [], "looking keeps nothing");
}

#[test]
fn the_comparison_is_printed_and_ends_with_1_if_anything_differs() {
    let desk = desk(&approved());
    let same = desk.run(&["catalogue", "compare", "a.liu.ron"]);
    assert_eq!((same.code, same.out.as_str()), (0, ""), "{same:?}");
    let other = desk.run(&["catalogue", "compare", "a.liu.ron", "--catalogue", "next.ron"]);
    assert_eq!(other.code, 1);
    for said in ["2027-04-01", "判定  [変わる]\n  - 適合", "  + 不適合", "機密性  [未評価になる]", "再確認が必要", "承認は失効"]
    {
        assert!(other.out.contains(said), "{said}\n{}", other.out);
    }
    let english = desk.run(&["catalogue", "compare", "a.liu.ron", "--catalogue", "next.ron", "--lang", "en"]);
    assert!(english.out.contains("[No longer assessed]") && english.out.contains("revokes the approval"), "{}", english.out);
    let json = desk.run(&["catalogue", "compare", "a.liu.ron", "--json", "--catalogue", "next.ron"]);
    assert_eq!(json.code, 1);
    let json: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!((&json["old"]["outcome"], &json["new"]["outcome"]), (&Value::from("fits"), &Value::from("not_low")));
    assert_eq!(json["new"]["items"][0]["cells"]["confidentiality"]["standing"], "reopened");
    assert_eq!((&json["old"]["stated_at_approval"], &json["voids_approval"]), (&Value::from(false), &Value::from(true)));
}

#[test]
fn moving_on_the_command_line_keeps_what_was_and_lapses_the_approval() {
    let desk = desk(&approved());
    let moved = desk.run(&["catalogue", "move", "a.liu.ron", "--to", "b.liu.ron", "--catalogue", "next.ron"]);
    assert_eq!(moved.code, 0, "{moved:?}");
    assert_eq!(desk.read("a.liu.ron"), to_ron(&approved()).unwrap());
    let (record, _) = parse(desk.read("b.liu.ron").as_bytes(), "b").unwrap();
    assert_eq!((&record.catalogue, record.approval.state), (&another_catalogue().pin(), ApprovalState::Lapsed));
    assert_eq!(record.history.iter().count(), 1);
    desk.write("c.liu.ron", "somebody's");
    assert_eq!(desk.run(&["catalogue", "move", "a.liu.ron", "--to", "c.liu.ron", "--catalogue", "next.ron"]).code, 3);
    assert_eq!(desk.read("c.liu.ron"), "somebody's");
    // The next edition was kept, so that its records are judged by it though it is not in use.
    let shown = desk.run(&["show", "b.liu.ron"]);
    assert!(shown.out.contains("不適合") && shown.out.contains("とは別の目録"), "{}", shown.out);
    // In its place, with the previous version kept.
    assert_eq!(desk.run(&["catalogue", "move", "a.liu.ron", "--catalogue", "next.ron"]).code, 0);
    assert_eq!(parse(desk.read("a.liu.ron").as_bytes(), "a").unwrap().0.catalogue, another_catalogue().pin());
    assert!(desk.kept().iter().any(|(path, bytes)| path.to_string_lossy().contains("versions") && *bytes == to_ron(&approved()).unwrap().as_bytes()));
    let again = desk.run(&["catalogue", "move", "a.liu.ron", "--catalogue", "next.ron"]);
    assert!(again.code == 0 && again.out.is_empty() && again.err.contains("もう"), "{again:?}");
}

#[test]
fn the_command_line_refuses_a_move_that_would_drop_something() {
    let desk = desk(&approved());
    let refused = desk.run(&["catalogue", "move", "a.liu.ron", "--catalogue", "gone.ron"]);
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(refused.err.contains("LIU-A1") && refused.err.contains("移せません"), "{}", refused.err);
    assert_eq!(desk.read("a.liu.ron"), to_ron(&approved()).unwrap());
    let compared = desk.run(&["catalogue", "compare", "a.liu.ron", "--catalogue", "gone.ron"]);
    assert!(compared.code == 1 && compared.out.contains("LIU-A1"), "{compared:?}");
}

#[test]
fn without_the_catalogue_the_command_line_says_what_was_stated() {
    let desk = desk(&made_with_another());
    for command in ["check", "show", "verify"] {
        let ran = desk.run(&[command, "a.liu.ron"]);
        assert!(ran.out.contains("手元にありません"), "{command} {}", ran.out);
        assert!(ran.out.contains("承認時の記載（目録 "), "{command} {}", ran.out);
    }
    assert!(desk.run(&["verify", "a.liu.ron"]).out.contains("確かめられません"));
    assert!(desk.run(&["list", "."]).out.contains("承認時の記載：適合"));
    let compared = desk.run(&["catalogue", "compare", "a.liu.ron"]);
    assert!(
        compared.out.contains("- 承認時の記載") && compared.out.contains("いま計算したものではありません"),
        "{}",
        compared.out
    );
    // With it at hand the statement is checked.
    let checked = desk.run(&["verify", "a.liu.ron", "--catalogue", "next.ron"]);
    assert!(checked.out.contains("計算し直した判定と合っています"), "{}", checked.out);
    let mut forged = made_with_another();
    forged.approval.stated.as_mut().unwrap().outcome = Outcome::NotLow;
    desk.write("forged.liu.ron", to_ron(&forged).unwrap());
    let checked = desk.run(&["verify", "forged.liu.ron", "--catalogue", "next.ron"]);
    assert!(checked.code == 1 && checked.out.contains("合いません"), "{checked:?}");
}
