//! Change of rules in the window: the old outcome unchanged, the new one beside it, and a move that nobody makes by accident.

use std::path::Path;

use egui::accesskit::Role as NodeRole;
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use liu_wizard::catalogue::StepId;
use liu_wizard::file::{parse, to_ron};
use liu_wizard::record::{ApprovalState, Edit, Outcome, Person, Record, Validity};
use liu_wizard::window::{Command, Request};

use crate::support::shell::{NARROW, WIDE, Window, World};
use crate::support::{another_catalogue, apply, approved_by, catalogue, catalogue_without_the_task, example, finished};

const FILE: &str = "/cases/web会議.liu.ron";

fn world(record: &Record) -> World {
    let world = World::default();
    world.disk.put(Path::new(FILE), to_ron(record).unwrap().as_bytes());
    world
}

fn on_disk(world: &World) -> Record {
    parse(&world.disk.get(Path::new(FILE)).unwrap(), FILE).unwrap().0
}

fn open(world: &World, size: [f32; 2]) -> Window {
    let mut window = world.open(size);
    window.command(Command::OpenPath(FILE.into()));
    window
}

/// A world in which the next edition is in use, with a record approved under the one before.
fn next_year() -> World {
    World { in_use: another_catalogue(), ..world(&approved_by(example(), &catalogue())) }
}

fn made_with_another() -> Record {
    let mut record = finished();
    apply(&mut record, Edit::MoveToCatalogue(another_catalogue().pin()));
    approved_by(record, &another_catalogue())
}

fn click(window: &mut Window, name: &str) {
    window.click_at(NodeRole::Button, name);
}

#[test]
fn the_old_outcome_stays_on_the_screen_and_the_new_one_is_a_link_away() {
    let world = next_year();
    let mut window = open(&world, WIDE);
    assert_eq!(window.judgement().outcome, Outcome::Fits);
    for step in [StepId::Introduction, StepId::Review, StepId::Approval, StepId::Output] {
        window.command(Command::GoTo(step));
        assert!(window.has_containing("とは別の目録"), "{step:?}");
    }
    window.command(Command::GoTo(StepId::Review));
    window.picture("rules-notice");
    window.click_at(NodeRole::Link, "新旧を比べる");
    assert!(window.has("目録の新旧比較"));
    for said in
        ["適合（LIUの考え方に適合）", "不適合（低位を超える）", "変わる", "未評価になる", "同じ", "3件のうち1件が変わります。"]
    {
        assert!(window.has(said), "{said}");
    }
    assert!(window.has_containing("再確認が必要") && window.has_containing("承認は失効します"));
    window.picture("rules-comparison");
    window.click_button("閉じる");
    assert!(!window.has("目録の新旧比較"));
    assert_eq!((window.record(), on_disk(&world)), (approved_by(example(), &catalogue()), approved_by(example(), &catalogue())));
    assert!(!world.disk.paths().iter().any(|path| path.starts_with("/home/own/catalogues")), "looking keeps nothing");
}

#[test]
fn a_move_is_confirmed_undone_and_saved_as_a_revision() {
    let world = next_year();
    let mut window = open(&world, WIDE);
    window.command(Command::ShowRules);
    click(&mut window, "この目録に移す");
    assert_eq!(window.record().catalogue, catalogue().pin(), "nothing is moved before it is confirmed");
    click(&mut window, "やめる");
    click(&mut window, "この目録に移す");
    window.picture("rules-confirm");
    click(&mut window, "移す");
    assert!(!window.has("目録の新旧比較"));
    let moved = window.record();
    assert_eq!((&moved.catalogue, moved.approval.state), (&another_catalogue().pin(), ApprovalState::Lapsed));
    assert_eq!(window.judgement().outcome, Outcome::NotLow);
    window.command(Command::Undo);
    assert_eq!(window.record(), approved_by(example(), &catalogue()), "one act, undone at once");
    assert_eq!(window.judgement().outcome, Outcome::Fits, "and judged by its own catalogue again");
    window.command(Command::Redo);
    assert_eq!(window.judgement().outcome, Outcome::NotLow);
    assert_eq!(on_disk(&world).catalogue, catalogue().pin(), "nothing is saved by itself");
    window.command(Command::Save);
    let saved = on_disk(&world);
    assert_eq!((&saved.catalogue, saved.history.len()), (&another_catalogue().pin(), 1));
    // Both are at hand from now on, whatever is in use: the one that was shipped is in the program.
    let kept = world.disk.paths().into_iter().filter(|path| path.starts_with("/home/own/catalogues")).count();
    assert_eq!(kept, 1);
    drop(window);
    let world = World { in_use: catalogue(), session: 2, ..world };
    assert_eq!(open(&world, WIDE).judgement().outcome, Outcome::NotLow);
}

#[test]
fn a_blocked_move_says_why_and_cannot_be_made() {
    let world = World { in_use: catalogue_without_the_task(), ..world(&approved_by(example(), &catalogue())) };
    let mut window = open(&world, WIDE);
    assert_eq!(window.judgement().outcome, Outcome::Fits, "its own catalogue knows the task");
    window.command(Command::ShowRules);
    assert!(window.has_containing("LIU-A1（対象業務の選択）"));
    window.harness.get(by().role(NodeRole::Button).label("この目録に移す")).scroll_to_me();
    window.run();
    window.picture("rules-blocked");
    assert!(window.harness.get(by().role(NodeRole::Button).label("この目録に移す")).accesskit_node().is_disabled());
}

#[test]
fn without_the_old_catalogue_the_approval_is_quoted() {
    let world = world(&made_with_another());
    let mut window = open(&world, WIDE);
    window.command(Command::GoTo(StepId::Review));
    assert!(window.has_containing("手元にありません"));
    assert!(window.has_containing("承認時の記載（目録 liu-wizard 2027-04-01"));
    window.picture("rules-not-at-hand");
    window.command(Command::ShowRules);
    assert!(window.has_containing("いま計算したものではありません"));
    window.picture("rules-stated");
    // A catalogue that comes into use while the record is open.
    window.use_catalogue(another_catalogue());
    assert!(window.has("この記録は、使っている目録で作られています。比べる相手はありません。"));
    assert!(!window.has_containing("手元にありません"));
    window.use_catalogue(catalogue());
    window.click_button("閉じる");
    assert!(window.has_containing("とは別の目録") && !window.has_containing("手元にありません"), "it was in use until now");
}

#[test]
fn the_comparison_is_usable_at_200_percent() {
    let world = next_year();
    let mut window = open(&world, NARROW);
    window.command(Command::ShowRules);
    window.picture("rules-narrow");
    assert!(window.has("不適合（低位を超える）") || window.has_containing("不適合（低位を超える）"));
    click(&mut window, "この目録に移す");
    window.picture("rules-narrow-confirm");
    click(&mut window, "移す");
    assert_eq!(window.record().catalogue, another_catalogue().pin());
}

#[test]
fn an_approval_given_in_the_window_keeps_what_was_judged() {
    let mut record = example();
    apply(&mut record, Edit::ChooseValidity(Validity::TwelveMonths));
    let by = Person { name: "架空 花子".try_into().unwrap(), ..Person::default() };
    let on = crate::support::today();
    apply(&mut record, Edit::MoveApproval { to: ApprovalState::Submitted, by, on, comment: String::new() });
    let world = world(&record);
    let mut window = open(&world, WIDE);
    window.command(Command::GoTo(StepId::Approval));
    window.click_at(NodeRole::Button, "承認する…");
    window.click_at(NodeRole::Button, "課長 架空 花子（承認者）");
    window.click_at(NodeRole::Button, "承認する");
    let approval = window.record().approval;
    assert_eq!(approval.state, ApprovalState::Approved);
    assert_eq!(*approval.stated.unwrap(), window.judgement().stated(catalogue().pin()));
    window.ask(Request::Command(Command::Undo));
    assert_eq!(window.record().approval, record.approval, "one act");
}
