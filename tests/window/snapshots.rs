//! Recovery snapshots: when one is taken, what it holds, and what is offered when the program starts again.

use std::path::Path;

use egui::{Event, ImeEvent};
use liu_wizard::file::{AppFolders, Cause, Fault, Session};
use liu_wizard::record::{Edit, Field, Record, Role, TextField};
use liu_wizard::window::{Command, Request};
use uuid::Uuid;

use crate::support::shell::{WIDE, Window, World, folders};

fn begin(world: &World) -> Window {
    let mut window = world.open(WIDE);
    window.command(Command::New(Role::Agency));
    window
}

fn name(window: &mut Window, name: &str) {
    let field = Field::Text(TextField::CaseName);
    window.ask(Request::Edit(Edit::SetText { field, text: name.to_owned() }));
}

/// What would be offered if the program were killed now.
fn recovered(world: &World) -> Option<Record> {
    let disk = liu_wizard::file::MemoryStorage::new();
    for path in world.disk.paths() {
        disk.put(&path, &world.disk.get(&path).unwrap());
    }
    let session = Session::begin(std::sync::Arc::new(disk), AppFolders::at(folders().data()), Uuid::from_u128(99)).unwrap();
    let orphan = session.orphans().unwrap().into_iter().next()?;
    Some(orphan.content.unwrap().record)
}

fn recovered_name(world: &World) -> String {
    recovered(world).map_or_else(String::new, |record| record.case_name.as_str().to_owned())
}

#[test]
fn who_types_without_a_pause_loses_no_more_than_ten_seconds() {
    let world = World::default();
    let mut window = begin(&world);
    let (mut typed, mut kept_at) = (String::new(), 0);
    // Two keys a second for two minutes.
    for half_second in 1..=240 {
        typed.push('あ');
        if typed.chars().count() > 30 {
            typed.clear();
        }
        name(&mut window, &typed);
        window.wait(0.5);
        if recovered_name(&world) == typed {
            kept_at = half_second;
        }
        assert!(
            half_second - kept_at <= 21,
            "after {} s nothing was kept for more than ten seconds",
            f64::from(half_second) / 2.0
        );
    }
}

#[test]
fn a_composition_is_waited_for_but_not_for_ever_and_is_no_part_of_a_snapshot() {
    let world = World::default();
    let mut window = begin(&world);
    window.command(Command::JumpTo(Field::Text(TextField::CaseName)));
    window.commit("架空");
    window.compose("かいぎ");
    window.wait(11.0);
    assert_eq!(recovered_name(&world), "", "the composition may end in a moment");
    window.wait(10.0);
    assert_eq!(recovered_name(&world), "架空");
    window.commit("会議");
    window.wait(3.0);
    assert_eq!(recovered_name(&world), "架空会議");
}

#[test]
fn words_that_are_committed_one_after_the_other_without_a_moment_between_are_kept() {
    let world = World::default();
    let mut window = begin(&world);
    window.command(Command::JumpTo(Field::Text(TextField::CaseName)));
    window.compose("かくう");
    for (word, next) in [("架空", "かいぎ"), ("会議", "さーびす"), ("サービス", "こう")] {
        // Both in one frame, as some input methods tell of it.
        window.harness.input_mut().events.extend([
            Event::Ime(ImeEvent::Commit(word.to_owned())),
            Event::Ime(ImeEvent::Preedit { text: next.to_owned(), active_range_chars: None }),
        ]);
        window.wait(8.0);
    }
    window.wait(8.0);
    assert_eq!(window.record().case_name.as_str(), "架空会議サービス", "what is still composed is no part of it");
    assert_eq!(recovered_name(&world), "架空会議サービス");
    window.commit("甲");
    assert_eq!(window.record().case_name.as_str(), "架空会議サービス甲");
}

#[test]
fn a_clock_that_jumps_neither_stops_snapshots_nor_makes_one_in_each_frame() {
    for jump in [-86_400, 86_400, -3_650 * 86_400] {
        let world = World::default();
        let mut window = begin(&world);
        name(&mut window, "前");
        window.wait(3.0);
        world.later(jump);
        name(&mut window, "後");
        world.later(-jump / 2);
        window.wait(3.0);
        assert_eq!(recovered_name(&world), "後", "{jump}");
        let before = world.disk.steps();
        for _ in 0..20 {
            window.wait(0.1);
        }
        assert_eq!(world.disk.steps(), before, "{jump}: nothing was changed, and nothing is written");
    }
}

#[test]
fn turning_to_another_window_keeps_what_was_typed_at_once() {
    let world = World::default();
    let mut window = begin(&world);
    name(&mut window, "会議");
    window.harness.input_mut().focused = false;
    window.run();
    assert_eq!(recovered_name(&world), "会議");
}

#[test]
fn the_time_of_the_screen_stands_still_while_the_window_is_hidden_and_a_snapshot_is_taken_all_the_same() {
    let world = World::default();
    let mut window = begin(&world);
    name(&mut window, "会議");
    window.hidden(5.0);
    assert_eq!(recovered_name(&world), "会議");
}

#[test]
fn when_the_system_ends_the_program_all_that_was_typed_is_offered_again() {
    let mut world = World::default();
    let mut window = begin(&world);
    window.command(Command::JumpTo(Field::Text(TextField::CaseName)));
    window.commit("架空会議");
    assert_eq!(recovered_name(&world), "", "no snapshot was due yet");
    let (last_state, commands) = window.end();
    assert!(commands.contains(&egui::ViewportCommand::Close), "it closes without a question: {commands:?}");
    drop(window);
    last_state.write_at_last();
    drop(last_state);
    world.session = 2;
    let mut window = world.open(WIDE);
    window.click_button("復元する");
    assert_eq!(window.record().case_name.as_str(), "架空会議");
}

#[test]
fn when_the_system_ends_the_program_no_lock_stays_and_nothing_saved_is_offered_again() {
    let world = World::default();
    let mut window = begin(&world);
    name(&mut window, "会議");
    world.dialogs.answer("/cases/a.liu.ron");
    window.command(Command::Save);
    let (last_state, _) = window.end();
    drop(window);
    last_state.write_at_last();
    drop(last_state);
    assert!(recovered(&world).is_none());
    let beside: Vec<_> = world.disk.paths().into_iter().filter(|path| path.starts_with("/cases")).collect();
    assert_eq!(beside, [Path::new("/cases/a.liu.ron")]);
}

const WORKS: Fault = Fault::FailsAt(usize::MAX, Cause::Full);

#[test]
fn a_snapshot_that_cannot_be_written_is_told_once_with_where_the_text_is_and_the_message_goes_when_it_can() {
    for cause in [Cause::Full, Cause::Denied, Cause::ReadOnly, Cause::NotFound] {
        let world = World::default();
        let mut window = begin(&world);
        world.disk.set_fault(Fault::FailsFrom(1, cause.clone()));
        name(&mut window, "一");
        window.wait(3.0);
        assert!(window.has("入力の途中の控えを取れません。"), "{cause:?}");
        assert!(window.has_containing("保存していない内容は、この画面にしかありません。"));
        window.picture("not-kept");
        window.press(egui::Modifiers::NONE, egui::Key::Escape);
        for text in ["一二", "一二三", "一二三四"] {
            name(&mut window, text);
            window.wait(3.0);
            assert!(!window.has("できませんでした"), "{cause:?}: it is not told again and again");
            assert!(
                window.has_containing("入力の途中の控えを取れません。「保存」で残してください。"),
                "{cause:?}: it is still said"
            );
        }
        window.picture("not-kept-standing");
        world.disk.set_fault(WORKS);
        window.wait(31.0);
        assert_eq!(recovered_name(&world), "一二三四", "{cause:?}");
        assert!(!window.has_containing("控えを取れません"), "{cause:?}: the message goes");
    }
}

#[test]
fn what_was_kept_before_a_disk_was_full_is_said() {
    let world = World::default();
    let mut window = begin(&world);
    name(&mut window, "一");
    window.wait(3.0);
    world.disk.set_fault(Fault::FailsFrom(1, Cause::Full));
    name(&mut window, "一二");
    window.wait(3.0);
    assert!(window.has_containing("14:32 までの控えはあります。"));
    assert_eq!(recovered_name(&world), "一", "and it is whole");
}

#[test]
fn where_nothing_could_be_kept_when_the_program_began_it_is_as_soon_as_that_is_possible() {
    let world = World::default();
    world.disk.set_fault(Fault::FailsFrom(1, Cause::Denied));
    let mut window = world.open_despite_faults(WIDE);
    window.press(egui::Modifiers::NONE, egui::Key::Escape);
    window.command(Command::New(Role::Agency));
    name(&mut window, "会議");
    assert!(window.has_containing("入力の途中の控えを取れません"));
    world.disk.set_fault(WORKS);
    window.wait(31.0);
    window.wait(3.0);
    assert_eq!(recovered_name(&world), "会議");
    assert!(!window.has_containing("控えを取れません"));
}

#[test]
fn settings_that_cannot_be_saved_are_told_once_until_they_can() {
    let world = World::default();
    let mut window = begin(&world);
    let full = Fault::FailsFrom(1, Cause::Full);
    let said = "ディスクの空きがありません。";
    world.disk.set_fault(full.clone());
    window.command(Command::ZoomIn);
    assert!(window.has_containing(said));
    window.command(Command::ZoomOut);
    assert!(!window.has_containing(said), "once");
    world.disk.set_fault(WORKS);
    window.command(Command::ZoomIn);
    world.disk.set_fault(full);
    window.command(Command::ZoomOut);
    assert!(window.has_containing(said), "it could be saved meanwhile, and cannot any more");
}
