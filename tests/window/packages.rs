//! Requests, results and applications in the window: opened, taken in, and written.

use std::path::Path;

use liu_wizard::catalogue::{Catalogue, StepId};
use liu_wizard::export::Along;
use liu_wizard::file::Storage as _;
use liu_wizard::package::{self, PackageKind, Setting, TakenResult, Wish};
use liu_wizard::record::{Date, Edit, Field, Role, TextField};
use liu_wizard::text::Lang;
use liu_wizard::window::{Command, PackageState, Request};

use crate::shell::{Window, World};

const REQUEST: &str = "/cases/request.liu.zip";
/// High enough that no step has to be scrolled.
const TALL: [f32; 2] = [1366.0, 2400.0];

fn set(window: &mut Window, field: TextField, text: &str) {
    window.ask(Request::Edit(Edit::SetText { field: Field::Text(field), text: text.to_owned() }));
}

/// A provider's window, in which a request was written.
fn provider(world: &World) -> Window {
    let mut window = world.open(TALL);
    window.command(Command::New(Role::Csp));
    set(&mut window, TextField::ServiceName, "ウェブ会議サービス甲");
    set(&mut window, TextField::Letter, "評価をお願いします。");
    window.command(Command::GoTo(StepId::Request));
    world.dialogs.answer("/cases/request");
    window.click_button("依頼パッケージを書き出す");
    window
}

fn close_unsaved(window: &mut Window) {
    window.command(Command::CloseRecord);
    window.click_button("保存しない");
}

fn read(world: &World, path: &str) -> package::Package {
    package::read(&world.disk.get(Path::new(path)).unwrap()).unwrap()
}

#[test]
fn a_request_is_written_with_the_bytes_of_the_command_line() {
    let world = World::default();
    let window = provider(&world);
    let (record, catalogue) = (window.record(), Catalogue::shipped().unwrap());
    let setting =
        Setting { catalogue: &catalogue, today: Date::new(2026, 11, 23).unwrap(), lang: Lang::Ja, along: Along::default() };
    let made = package::make(&record, Wish::Request, &[], &setting).unwrap();
    assert!(world.disk.get(Path::new(REQUEST)).unwrap() == made);
    assert!(window.has_containing("書き出しました：/cases/request.liu.zip"));
    let asked = world.dialogs.asked().pop().unwrap();
    assert!(asked.name.ends_with("_ウェブ会議サービス甲_依頼.liu.zip"), "{}", asked.name);
    // The record itself was neither saved nor changed by it.
    assert_eq!(window.path(), None);
}

#[test]
fn another_file_of_that_name_stays() {
    let world = World::default();
    let mut window = world.open(TALL);
    window.command(Command::New(Role::Csp));
    world.disk.put(Path::new(REQUEST), b"mine");
    world.dialogs.answer(REQUEST);
    window.command(Command::MakePackage(PackageKind::Request));
    assert!(window.has("できませんでした"));
    assert_eq!(world.disk.get(Path::new(REQUEST)).unwrap(), b"mine");
    window.with_outside(|outside| assert!(matches!(outside.package, PackageState::Idle)));
}

#[test]
fn a_request_dropped_on_the_window_begins_an_assessment() {
    let world = World::default();
    let mut window = provider(&world);
    let ours = window.record();
    let bytes = world.disk.get(Path::new(REQUEST)).unwrap();
    close_unsaved(&mut window);
    window.drop_file(Path::new(REQUEST));
    let begun = window.record();
    assert_eq!((begun.role, &begun.service, &begun.request), (Role::Agency, &ours.service, &ours.request));
    assert_ne!(begun.id, ours.id);
    assert_eq!(begun.answers_request.as_ref().unwrap().content, ours.content_digest());
    assert_eq!(window.path(), None, "it has no file of its own yet");
    assert!(window.has_containing("依頼パッケージから評価を始めました"));
    window.command(Command::GoTo(StepId::Service));
    assert!(window.has_containing("依頼パッケージから受け継いだ"));
    world.dialogs.answer("/cases/assessment");
    window.command(Command::Save);
    assert_eq!(window.path().as_deref(), Some(Path::new("/cases/assessment.liu.ron")));
    assert!(world.disk.get(Path::new(REQUEST)).unwrap() == bytes);
    assert_eq!(world.disk.list(Path::new("/cases")).unwrap().iter().filter(|entry| entry.path.starts_with(REQUEST)).count(), 1);
}

#[test]
fn an_agency_writes_its_result_or_sends_the_request_back_with_a_reason() {
    let world = World::default();
    let mut window = provider(&world);
    close_unsaved(&mut window);
    window.command(Command::OpenPath(REQUEST.into()));
    let begun = window.record();
    world.dialogs.answer("/cases/result.liu.zip");
    window.command(Command::MakePackage(PackageKind::Result));
    let result = read(&world, "/cases/result.liu.zip");
    assert_eq!((result.kind(), &result.record), (PackageKind::Result, &begun));

    window.command(Command::MakePackage(PackageKind::Returned));
    // Without a word the request is not sent back.
    window.click_button("保存先を選ぶ…");
    assert!(world.disk.get(Path::new("/cases/back.liu.zip")).is_none());

    window.field("返送の理由").focus();
    window.run();
    window.commit("連絡先を書いてください。");
    world.dialogs.answer("/cases/back.liu.zip");
    window.click_button("保存先を選ぶ…");
    let back = read(&world, "/cases/back.liu.zip");
    assert_eq!(back.kind(), PackageKind::Returned);
    assert_eq!(back.manifest.comment.as_ref().unwrap().as_str(), "連絡先を書いてください。");
}

#[test]
fn results_are_taken_in_side_by_side_and_put_together() {
    let world = World::default();
    let mut window = provider(&world);
    let ours = window.record();
    let catalogue = Catalogue::shipped().unwrap();
    let setting =
        Setting { catalogue: &catalogue, today: Date::new(2026, 11, 23).unwrap(), lang: Lang::Ja, along: Along::default() };
    let begin = |id: &str| {
        let id = liu_wizard::record::RecordId::new(id).unwrap();
        package::begin_assessment(&ours, id, setting.today, catalogue.pin())
    };
    let (one, other) = (begin("agency-one"), begin("agency-other"));
    let made = package::make(&one, Wish::Result, &[], &setting).unwrap();
    world.disk.put(Path::new("/cases/one.liu.zip"), &made);
    let comment = "対象外です。".try_into().unwrap();
    let made = package::make(&other, Wish::Returned { comment: &comment }, &[], &setting).unwrap();
    world.disk.put(Path::new("/cases/other.liu.zip"), &made);

    window.command(Command::GoTo(StepId::Received));
    for path in ["/cases/one.liu.zip", "/cases/other.liu.zip"] {
        window.command(Command::AddReceivedPath(path.into()));
    }
    assert!(window.has("この依頼への回答です") && window.has("対象外です。"));
    // A request is no result.
    window.command(Command::AddReceivedPath(REQUEST.into()));
    assert!(window.has_containing("評価結果ではありません"));
    window.click_button("閉じる");
    window.with_outside(|outside| assert_eq!(outside.received.len(), 2));

    window.command(Command::GoTo(StepId::Application));
    world.dialogs.answer("/cases/application.liu.zip");
    window.click_button("事前申請パッケージを書き出す");
    let application = read(&world, "/cases/application.liu.zip");
    assert_eq!((application.record, application.results), (ours.clone(), vec![one.clone()]));
    let taken = TakenResult::of_package(read(&world, "/cases/one.liu.zip")).unwrap();
    let expected = package::make(&ours, Wish::Application { results: &[taken] }, &[], &setting).unwrap();
    assert!(world.disk.get(Path::new("/cases/application.liu.zip")).unwrap() == expected);
}

#[test]
fn a_damaged_package_is_refused_in_words_and_changes_nothing() {
    let world = World::default();
    let mut window = provider(&world);
    let mut bytes = world.disk.get(Path::new(REQUEST)).unwrap();
    bytes.truncate(bytes.len() / 2);
    world.disk.put(Path::new("/cases/cut.liu.zip"), &bytes);
    close_unsaved(&mut window);
    window.command(Command::OpenExample(0));
    let example = window.record();
    window.command(Command::OpenPath("/cases/cut.liu.zip".into()));
    assert!(window.has_containing("終わりが欠けている"));
    assert_eq!(window.record(), example);
    assert!(world.disk.get(Path::new("/cases/cut.liu.zip")).unwrap() == bytes);
}

#[test]
fn evidence_goes_along_and_is_named_where_the_request_is_read() {
    let world = World::default();
    let mut window = provider(&world);
    world.disk.put(Path::new("/cases/構成図.pdf"), b"%PDF-1.7 a diagram");
    for path in ["/cases/構成図.pdf", "/cases/gone.txt"] {
        world.dialogs.answer(path);
        window.click_button("添付するファイルを選ぶ…");
    }
    world.dialogs.answer("/cases/more.liu.zip");
    window.command(Command::MakePackage(PackageKind::Request));
    assert!(window.has_containing("gone.txt") && world.disk.get(Path::new("/cases/more.liu.zip")).is_none());
    window.click_button("閉じる");
    window.click("gone.txt を添付から外す");
    world.dialogs.answer("/cases/more.liu.zip");
    window.command(Command::MakePackage(PackageKind::Request));
    close_unsaved(&mut window);
    window.command(Command::OpenPath("/cases/more.liu.zip".into()));
    window.command(Command::GoTo(StepId::Service));
    assert!(window.has_containing("構成図.pdf（添付01.pdf、1 KiB"));
}
