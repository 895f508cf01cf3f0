//! A share that does not answer while files are read from it or made on it: it is said, and nothing elsewhere waits for it.

use std::path::Path;

use liu_wizard::catalogue::StepId;
use liu_wizard::export::{Along, CopyKind, Data, Product};
use liu_wizard::file::to_ron;
use liu_wizard::package::PackageKind;
use liu_wizard::record::Role;
use liu_wizard::text::Lang;
use liu_wizard::window::{Command, ExportOrder, ExportState, JobKind, PackageState};

use crate::support::example;
use crate::support::shell::{Window, World};

const FILE: &str = "/cases/case.liu.ron";
/// High enough that no step has to be scrolled.
const TALL: [f32; 2] = [1366.0, 2400.0];
const NO_ANSWER: &str = "が応答しません。別の場所を選べば";

/// A window with a record, whose work of this kind waits for a share.
fn with_record(world: &World, kind: JobKind) -> Window {
    world.disk.put(Path::new(FILE), to_ron(&example()).unwrap().as_bytes());
    let mut window = world.open(TALL);
    window.command(Command::OpenPath(FILE.into()));
    begin_to_hang(world, kind);
    window
}

fn begin_to_hang(world: &World, kind: JobKind) {
    world.workers.on_threads(kind);
    world.workers.hang("/share");
}

fn export(window: &mut Window, folder: &str) {
    let products = vec![Product::Data(Data::Json), Product::Data(Data::Ron)];
    let order = ExportOrder { folder: folder.into(), products, copy: CopyKind::Draft, lang: Lang::Ja, along: Along::default() };
    window.command(Command::Export(order));
}

/// Lets time go by in which a place that works would have answered.
fn wait_in_vain(world: &World, window: &mut Window) {
    world.workers.wait_for_waiting(1);
    window.run();
    window.wait(3.0);
    assert!(!window.has_containing(NO_ANSWER), "a slow share is none that hangs");
    window.wait(3.0);
    assert!(window.has_containing(NO_ANSWER));
}

/// Does what was begun last, which no share holds up.
fn finish_newest(world: &World, window: &mut Window) {
    world.workers.join_newest();
    window.run();
}

/// The share answers, and what waited for it goes on.
fn reconnect(world: &World, window: &mut Window) {
    world.workers.connect();
    world.workers.join();
    window.run();
}

fn is_there(world: &World, beginning: &str) -> bool {
    world.disk.paths().iter().any(|path| path.to_string_lossy().starts_with(beginning))
}

fn finished_in(window: &Window) -> String {
    window.with_outside(|outside| match &outside.export {
        ExportState::Finished(files) => files[0].path.parent().unwrap().display().to_string(),
        other => panic!("{other:?}"),
    })
}

#[test]
fn files_are_made_elsewhere_while_a_share_does_not_answer() {
    let world = World::default();
    let mut window = with_record(&world, JobKind::Export);
    window.command(Command::GoTo(StepId::Output));
    export(&mut window, "/share/out");
    export(&mut window, "/cases/early");
    wait_in_vain(&world, &mut window);
    window.picture("export-hangs");
    export(&mut window, "/cases/out");
    finish_newest(&world, &mut window);
    assert_eq!(finished_in(&window), "/cases/out");
    assert!(
        is_there(&world, "/cases/out") && !is_there(&world, "/cases/early"),
        "one order at a time as long as there is an answer"
    );
    reconnect(&world, &mut window);
    assert_eq!(finished_in(&window), "/cases/out", "what came too late is of no interest");
    assert!(world.disk.paths().iter().filter(|path| path.starts_with("/share")).count() <= 1, "nothing more is begun there");
}

#[test]
fn an_export_that_is_stopped_does_not_wait_for_a_share_that_does_not_answer() {
    let world = World::default();
    let mut window = with_record(&world, JobKind::Export);
    window.command(Command::GoTo(StepId::Output));
    export(&mut window, "/share/out");
    wait_in_vain(&world, &mut window);
    window.command(Command::StopExport);
    window.run();
    assert!(window.has("中止しました。ファイルは書き出していません。"));
    // To the same place again: it waits behind the first, can be stopped as well, and then nothing is written.
    export(&mut window, "/share/out");
    window.wait(6.0);
    window.command(Command::StopExport);
    window.run();
    reconnect(&world, &mut window);
    assert!(window.with_outside(|outside| matches!(outside.export, ExportState::Stopped(_))));
}

#[test]
fn a_package_is_made_elsewhere_while_a_share_does_not_answer() {
    let world = World::default();
    world.disk.put(Path::new("/share/readme"), b"");
    let mut window = world.open(TALL);
    window.command(Command::New(Role::Csp));
    window.command(Command::GoTo(StepId::Request));
    begin_to_hang(&world, JobKind::Package);
    for (place, is_taken) in [("/share/a.liu.zip", true), ("/cases/early.liu.zip", false)] {
        world.dialogs.answer(place);
        window.command(Command::MakePackage(PackageKind::Request));
        assert!(window.with_outside(|outside| matches!(outside.package, PackageState::Running(..))), "{is_taken}");
    }
    wait_in_vain(&world, &mut window);
    window.picture("package-hangs");
    world.dialogs.answer("/cases/b.liu.zip");
    window.click_button("依頼パッケージを書き出す");
    finish_newest(&world, &mut window);
    let made = |window: &Window| {
        window.with_outside(|outside| match &outside.package {
            PackageState::Finished(_, file) => file.path.clone(),
            other => panic!("{other:?}"),
        })
    };
    assert_eq!(made(&window), Path::new("/cases/b.liu.zip"));
    assert!(is_there(&world, "/cases/b.liu.zip") && !is_there(&world, "/cases/early"));
    reconnect(&world, &mut window);
    assert_eq!(made(&window), Path::new("/cases/b.liu.zip"));
    assert!(window.has_containing("/share/a.liu.zip"), "that it came to be after all is said");
}

#[test]
fn what_is_read_elsewhere_does_not_wait_for_a_share_that_does_not_answer() {
    let world = World::default();
    for path in ["/share/a.txt", "/cases/b.txt"] {
        world.disk.put(Path::new(path), b"evidence");
    }
    let mut window = with_record(&world, JobKind::Attach);
    window.command(Command::AddAttachmentPath("/share/a.txt".into()));
    world.workers.wait_for_waiting(1);
    window.command(Command::AddAttachmentPath("/cases/b.txt".into()));
    finish_newest(&world, &mut window);
    let attached = |window: &Window| window.with_outside(|outside| outside.attachments.len());
    assert_eq!(attached(&window), 1);
    reconnect(&world, &mut window);
    assert_eq!(attached(&window), 2);
}
