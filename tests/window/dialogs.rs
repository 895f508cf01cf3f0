//! Dialogs over the window. That each has the focus when it opens is looked at by `Window::run`, in every test that opens one.

use std::path::Path;

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use liu_wizard::export::Along;
use liu_wizard::package::{self, Setting, Wish};
use liu_wizard::record::{Field, Record, Role, TextField};
use liu_wizard::text::{Lang, window as words};
use liu_wizard::third_party::LICENCES;
use liu_wizard::window::Command;

use crate::support::shell::{NARROW, WIDE, Window, World};
use crate::support::workbook::{answered, workbook};
use crate::support::{blank, catalogue, finished, today};

fn put(world: &World, path: &str, record: &Record, wish: Wish<'_>) {
    let catalogue = catalogue();
    let along = Along::default();
    let setting = Setting { catalogue: &catalogue, today: today(), lang: Lang::Ja, along, undecided: true };
    world.disk.put(Path::new(path), &package::make(record, wish, &[], &setting).unwrap());
}

/// A window with a record, in which somebody writes.
fn writing(world: &World, role: Role) -> Window {
    let mut window = world.open(WIDE);
    window.command(Command::New(role));
    window.command(Command::JumpTo(Field::Text(TextField::ServiceName)));
    assert_eq!(window.focused(), "サービス名");
    window
}

#[test]
fn a_package_that_is_opened_over_a_record_asks_with_the_focus_on_its_first_answer() {
    let world = World::default();
    put(&world, "/cases/result.liu.zip", &finished(), Wish::Result);
    put(&world, "/cases/request.liu.zip", &blank(Role::Csp), Wish::Request);
    for (path, answer) in [("/cases/result.liu.zip", "読むだけで開く"), ("/cases/request.liu.zip", "評価を始める")] {
        for by_drop in [true, false] {
            let mut window = writing(&world, Role::Agency);
            if by_drop {
                window.drop_file(Path::new(path));
            } else {
                window.command(Command::OpenPath(path.into()));
            }
            assert_eq!(window.focused(), answer, "{path}, by drop: {by_drop}");
            window.press(Modifiers::NONE, Key::Tab);
            assert_ne!(window.focused(), answer, "and Tab goes on from there");
        }
    }
}

#[test]
fn a_sheet_beside_the_record_stands_still_although_the_one_before_it_said_less() {
    for size in [WIDE, NARROW] {
        let world = World::default();
        let mut window = world.open(size);
        window.command(Command::OpenExample(0));
        let ours = workbook(&window.record(), Lang::Ja);
        let little = [("gate.answers.G1", "いいえ")];
        let much: Vec<(String, &str)> =
            (1..=8).filter(|gate| *gate != 5).map(|gate| (format!("gate.answers.G{gate}"), "不明")).collect();
        let much: Vec<(&str, &str)> = much.iter().map(|(path, answer)| (path.as_str(), *answer)).collect();
        for (path, answers) in [("/cases/little.xlsx", &little[..]), ("/cases/much.xlsx", &much[..])] {
            world.disk.put(Path::new(path), &answered(&ours, answers));
        }
        window.command(Command::ImportSheetPath("/cases/little.xlsx".into()));
        window.click_button("やめる");
        window.ask_without_waiting(Command::ImportSheetPath("/cases/much.xlsx".into()));
        let mut places = Vec::new();
        for _ in 0..12 {
            window.harness.step();
            places.extend(window.harness.query_by_label("選んだ変更を取り込む").map(|button| button.rect()));
        }
        // The first pass only measures, and is not shown.
        let shown = &places[1..];
        assert!(shown.len() > 3 && shown.iter().all(|place| *place == shown[0]), "{size:?}: {places:?}");
    }
}

#[test]
fn the_licences_of_others_are_shown_where_the_program_says_what_it_is() {
    let world = World::default();
    let mut window = world.open(WIDE);
    window.command(Command::About);
    let first = "liu-wizard: MIT or Apache-2.0";
    assert!(!window.has_containing(first));
    window.click(words::about_others(Lang::Ja));
    window.picture("about-licences");
    assert!(window.has_containing(first));
    // Of thousands of lines those in view are laid out.
    let far = "Notices of crates";
    assert!(LICENCES.contains(far) && !window.has_containing(far));
}
