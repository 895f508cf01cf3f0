//! Whom a provider asked, and what came back, in the window: noted where it is made and read, there again after reopening.

use std::path::Path;

use liu_wizard::catalogue::{Catalogue, StepId};
use liu_wizard::export::Along;
use liu_wizard::file::Storage as _;
use liu_wizard::package::{self, PackageKind, Setting, Wish};
use liu_wizard::record::{Approval, AskedState, Date, Edit, Field, Record, RecordId, Role, TextField};
use liu_wizard::text::Lang;
use liu_wizard::window::{Command, Request};

use crate::support::package::assessed;
use crate::support::shell::{Window, World};

const TALL: [f32; 2] = [1366.0, 2400.0];
const OURS: &str = "/cases/ours.liu.ron";

fn today() -> Date {
    Date::new(2026, 11, 23).unwrap()
}

fn type_in(window: &mut Window, field: TextField, text: &str) {
    window.ask(Request::Edit(Edit::SetText { field: Field::Text(field), text: text.to_owned() }));
}

/// A provider's record, saved.
fn provider(world: &World) -> Window {
    let mut window = world.open(TALL);
    window.command(Command::New(Role::Csp));
    for (field, text) in [
        (TextField::Provider, "架空クラウド株式会社"),
        (TextField::ServiceName, "ウェブ会議サービス甲"),
        (TextField::Addressee, "架空省 総務課"),
    ] {
        type_in(&mut window, field, text);
    }
    world.dialogs.answer(OURS);
    window.command(Command::Save);
    window
}

fn put(world: &World, path: &str, record: &Record, wish: Wish<'_>) {
    let (catalogue, along) = (Catalogue::shipped().unwrap(), Along { comments: true, ..Along::default() });
    let setting = Setting { catalogue: &catalogue, today: today(), lang: Lang::Ja, along, undecided: true };
    world.disk.put(Path::new(path), &package::make(record, wish, &[], &setting).unwrap());
}

fn result_of(request: &Record, agency: &str, id: &str) -> Record {
    let pin = Catalogue::shipped().unwrap().pin();
    assessed(package::begin_assessment(&package::request_of(request), RecordId::new(id).unwrap(), today(), pin), agency)
}

fn ask(world: &World, window: &mut Window, agency: &str, path: &str) {
    type_in(window, TextField::Addressee, agency);
    world.dialogs.answer(path);
    window.command(Command::MakePackage(PackageKind::Request));
}

fn states(window: &Window) -> Vec<(String, AskedState)> {
    window.record().asked.iter().map(|asked| (asked.agency.to_string(), asked.state(today()))).collect()
}

fn received(window: &Window) -> Vec<String> {
    window.with_outside(|outside| outside.received.iter().map(|one| one.record().agency.name.to_string()).collect())
}

#[test]
fn making_a_request_notes_the_agency_and_names_the_file_after_it() {
    let world = World::default();
    let mut window = provider(&world);
    ask(&world, &mut window, "架空省 総務課 御中", "/cases/one.liu.zip");
    let asked = world.dialogs.asked().pop().unwrap();
    assert!(asked.name.ends_with("_ウェブ会議サービス甲_架空省_総務課_依頼.liu.zip"), "{}", asked.name);
    assert_eq!(states(&window), [("架空省 総務課 御中".to_owned(), AskedState::Sent)]);
    ask(&world, &mut window, "架空庁", "/cases/two.liu.zip");
    assert_eq!(states(&window).len(), 2);
    window.command(Command::Undo);
    assert_eq!(states(&window).len(), 1, "what was noted can be taken back like any other change");
    window.command(Command::Redo);
    assert_eq!(states(&window).len(), 2);
}

#[test]
fn what_was_received_is_there_again_after_reopening_though_the_original_is_gone() {
    let world = World::default();
    let mut window = provider(&world);
    ask(&world, &mut window, "架空省 総務課", "/cases/one.liu.zip");
    let ours = window.record();
    put(&world, "/in/result.liu.zip", &result_of(&ours, "架空省", "ministry"), Wish::Result);
    let comment = "保管場所を書いてください。".try_into().unwrap();
    put(&world, "/in/back.liu.zip", &result_of(&ours, "架空庁", "office"), Wish::Returned { comment: &comment });
    window.command(Command::GoTo(StepId::Received));
    for path in ["/in/result.liu.zip", "/in/back.liu.zip"] {
        window.command(Command::AddReceivedPath(path.into()));
    }
    window.command(Command::Save);
    for path in ["/in/result.liu.zip", "/in/back.liu.zip"] {
        world.disk.remove(Path::new(path)).unwrap();
    }
    window.command(Command::CloseRecord);
    window.command(Command::OpenPath(OURS.into()));
    window.command(Command::GoTo(StepId::Received));
    assert_eq!(received(&window), ["架空省", "架空庁"]);
    assert!(window.has("入れます") && window.has("保管場所を書いてください。"));
    assert!(window.has("result.liu.zip"), "by the name under which it came");
    assert_eq!(window.record().asked.len(), 2, "nothing was noted twice");
    window.command(Command::CloseRecord);
    assert!(!window.has_record(), "reopening changed nothing that would have to be saved");
}

#[test]
fn reading_it_again_stands_in_its_place_and_taking_it_off_can_be_undone() {
    let world = World::default();
    let mut window = provider(&world);
    ask(&world, &mut window, "架空省", "/cases/one.liu.zip");
    let first = window.record();
    ask(&world, &mut window, "架空庁", "/cases/two.liu.zip");
    let second = window.record();
    put(&world, "/in/a.liu.zip", &result_of(&first, "架空省", "ministry"), Wish::Result);
    put(&world, "/in/b.liu.zip", &result_of(&second, "架空庁", "office"), Wish::Result);
    window.command(Command::GoTo(StepId::Received));
    for path in ["/in/a.liu.zip", "/in/b.liu.zip"] {
        window.command(Command::AddReceivedPath(path.into()));
    }
    let mut anew = result_of(&first, "架空省", "ministry");
    anew.apply(Edit::SetText { field: Field::Text(TextField::ResidualRisk), text: "新しい残るリスク".to_owned() }).unwrap();
    put(&world, "/in/anew.liu.zip", &anew, Wish::Result);
    window.command(Command::AddReceivedPath("/in/anew.liu.zip".into()));
    assert_eq!(received(&window), ["架空省", "架空庁"], "in its place, and once");
    assert!(window.has("新しい残るリスク"));
    assert!(window.record().asked.iter().all(|asked| asked.came.len() == 1));
    window.command(Command::RemoveReceived(0));
    assert_eq!(received(&window), ["架空庁"]);
    assert_eq!(states(&window)[0].1, AskedState::Sent);
    window.command(Command::Undo);
    assert_eq!(received(&window).len(), 2);
    assert_eq!(states(&window)[0].1, AskedState::Answered);
}

#[test]
fn what_is_gone_is_said_by_its_name_and_can_be_read_again() {
    let world = World::default();
    let mut window = provider(&world);
    ask(&world, &mut window, "架空省", "/cases/one.liu.zip");
    let result = result_of(&window.record(), "架空省", "ministry");
    put(&world, "/in/result.liu.zip", &result, Wish::Result);
    window.command(Command::GoTo(StepId::Received));
    window.command(Command::AddReceivedPath("/in/result.liu.zip".into()));
    window.command(Command::Save);
    window.command(Command::CloseRecord);
    for path in world.disk.paths() {
        if path.to_string_lossy().contains("_received") {
            world.disk.remove(&path).unwrap();
        }
    }
    window.command(Command::OpenPath(OURS.into()));
    window.command(Command::GoTo(StepId::Received));
    assert!(window.has_containing("受け取った result.liu.zip が見つかりません"));
    assert!(received(&window).is_empty());
    assert_eq!(states(&window)[0].1, AskedState::Answered, "the record still says that it came");
    window.picture("received-lost");
    window.command(Command::AddReceivedPath("/in/result.liu.zip".into()));
    assert!(!window.has_containing("見つかりません"));
    assert_eq!(received(&window), ["架空省"]);
}

#[test]
fn a_record_that_was_never_saved_keeps_what_it_received_as_soon_as_it_is() {
    let world = World::default();
    let mut window = world.open(TALL);
    window.command(Command::New(Role::Csp));
    for (field, text) in [(TextField::Provider, "架空クラウド株式会社"), (TextField::ServiceName, "甲")] {
        type_in(&mut window, field, text);
    }
    put(&world, "/in/result.liu.zip", &result_of(&window.record(), "架空省", "ministry"), Wish::Result);
    window.command(Command::GoTo(StepId::Received));
    window.command(Command::AddReceivedPath("/in/result.liu.zip".into()));
    assert!(!world.disk.paths().iter().any(|path| path.to_string_lossy().contains("_received")));
    world.dialogs.answer(OURS);
    window.command(Command::Save);
    world.disk.remove(Path::new("/in/result.liu.zip")).unwrap();
    window.command(Command::CloseRecord);
    window.command(Command::OpenPath(OURS.into()));
    assert_eq!(received(&window), ["架空省"]);
}

#[test]
fn the_strip_of_a_provider_speaks_of_requests_and_answers_and_of_no_levels() {
    let world = World::default();
    let mut window = provider(&world);
    assert!(!window.has_containing("未確定") && window.has_containing("依頼　送付 0機関"));
    ask(&world, &mut window, "架空省", "/cases/one.liu.zip");
    let result = result_of(&window.record(), "架空省", "ministry");
    let undecided = Record { approval: Approval::default(), ..result.clone() };
    put(&world, "/in/undecided.liu.zip", &undecided, Wish::Result);
    window.command(Command::AddReceivedPath("/in/undecided.liu.zip".into()));
    assert!(window.has_containing("事前申請　確認表 0／7"), "nobody decided on it");
    put(&world, "/in/result.liu.zip", &result, Wish::Result);
    window.command(Command::AddReceivedPath("/in/result.liu.zip".into()));
    assert!(window.has_containing("依頼　送付 1機関") && window.has_containing("受領　評価結果 1"));
    // That a result came is told to the check-list, and to nothing else of it.
    assert!(window.has_containing("事前申請　確認表 1／7"));
    window.command(Command::GoTo(StepId::Review));
    assert!(window.has_containing("依頼 → 受領 → 事前申請") && !window.has_containing("機密性 未評価"));
    window.command(Command::GoTo(StepId::Application));
    assert!(window.has_containing("そろったものが 1／7"), "who makes it now is warned");
}

#[test]
fn the_service_step_speaks_to_who_offers_the_service() {
    let world = World::default();
    let mut window = provider(&world);
    window.command(Command::GoTo(StepId::Service));
    assert!(window.has("サービス — 何を提供しますか") && !window.has_containing("事業者の資料から写します"));
}
