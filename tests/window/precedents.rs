//! 先例 in the whole window: folders that are remembered, reading beside the window, and a clipboard.

use std::path::Path;

use egui::accesskit::Role;
use egui::{Key, Modifiers, OutputCommand};
use egui_kittest::kittest::{Queryable as _, by};
use liu_wizard::catalogue::StepId;
use liu_wizard::file::{Settings, Storage as _, to_ron};
use liu_wizard::record::{Edit, Field, Record, RecordId, TaskChoice, TaskId, TextField};
use liu_wizard::window::{Command, PrecedentState, Request};

use crate::support::shell::{NARROW, WIDE, Window, World, folders};

const FOLDER: &str = "/書類/過年度";
const CONDITIONS: &str = "公表を前提とする会議に限る。";

fn put(world: &World, record: &Record, id: &str, agency: &str) {
    let mut record = record.clone();
    record.id = RecordId::new(id).unwrap();
    for (field, text) in [(TextField::AgencyName, agency), (TextField::ConditionsOfUse, CONDITIONS)] {
        record.apply(Edit::SetText { field: Field::Text(field), text: text.to_owned() }).unwrap();
    }
    world.disk.create_folder(Path::new(FOLDER)).unwrap();
    world.disk.put(&Path::new(FOLDER).join(format!("{id}.liu.ron")), to_ron(&record).unwrap().as_bytes());
}

/// The decisions of the first example, with a precedent beside a copy of the example itself and a torn file.
fn opened(world: &World, size: [f32; 2]) -> Window {
    let mut window = world.open(size);
    window.command(Command::OpenExample(0));
    let record = window.record();
    put(world, &record, "earlier", "架空省 前の課");
    world.disk.put(&Path::new(FOLDER).join("own.liu.ron"), to_ron(&record).unwrap().as_bytes());
    world.disk.put(&Path::new(FOLDER).join("torn.liu.ron"), b"(format:");
    window.command(Command::GoTo(StepId::Decisions));
    window
}

fn choose_folder(world: &World, window: &mut Window) {
    world.dialogs.answer(FOLDER);
    window.command(Command::AddPrecedentFolder);
    window.run();
}

/// The files of the precedents found, and how many files could not be read.
fn found(window: &Window) -> Option<(Vec<String>, usize)> {
    window.with_outside(|outside| match &outside.precedents.state {
        PrecedentState::Found(found) => {
            let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
            Some((found.kept.iter().map(|kept| name(&kept.path)).collect(), found.unreadable.len()))
        }
        PrecedentState::NotSought | PrecedentState::Reading { .. } | PrecedentState::BrokeOff(_) => None,
    })
}

#[test]
fn a_folder_chosen_once_is_read_now_and_in_later_runs() {
    let world = World::default();
    let mut window = opened(&world, WIDE);
    assert_eq!(found(&window), None);
    let before = window.record();
    choose_folder(&world, &mut window);
    let expected = Some((vec!["earlier.liu.ron".to_owned()], 1));
    assert_eq!(found(&window), expected, "neither the record itself nor what is torn");
    assert_eq!(window.record(), before, "nothing is filled in by itself");
    choose_folder(&world, &mut window);
    assert!(window.has_containing("このフォルダーはもう加えてあります。"));

    let mut later = world.open(WIDE);
    later.command(Command::OpenExample(0));
    assert_eq!(found(&later), None, "nothing is read before it is to be shown");
    later.command(Command::GoTo(StepId::Decisions));
    later.run();
    assert!(found(&later).is_some());
    later.command(Command::RemovePrecedentFolder(0));
    later.run();
    assert_eq!(found(&later), None);
    assert!(Settings::load(&world.disk, &folders()).0.precedent_folders.is_empty());
}

#[test]
fn another_task_is_looked_for_as_soon_as_it_is_chosen() {
    let world = World::default();
    let mut window = opened(&world, WIDE);
    choose_folder(&world, &mut window);
    let task = TaskChoice::Listed(TaskId::new("LIU-A3").unwrap());
    window.ask(Request::Edit(Edit::ChooseTask(task)));
    window.run();
    assert_eq!(found(&window), Some((vec![], 1)));
    window.ask(Request::Edit(Edit::ChooseTask(TaskChoice::Unknown)));
    window.run();
    assert_eq!(found(&window), None);
    window.command(Command::Undo);
    window.command(Command::Undo);
    window.run();
    assert_eq!(found(&window).unwrap().0, ["earlier.liu.ron"]);
}

#[test]
fn what_came_into_the_folder_meanwhile_is_found_by_reading_again() {
    let world = World::default();
    let mut window = opened(&world, WIDE);
    choose_folder(&world, &mut window);
    put(&world, &window.record(), "late", "架空庁");
    window.run();
    assert_eq!(found(&window).unwrap().0.len(), 1);
    window.command(Command::ReadPrecedents);
    window.run();
    assert_eq!(found(&window).unwrap().0.len(), 2);
}

#[test]
fn tab_goes_through_the_precedents_also_at_twice_the_size() {
    for size in [WIDE, NARROW] {
        let world = World::default();
        let mut window = opened(&world, size);
        choose_folder(&world, &mut window);
        let mut visited = Vec::new();
        while visited.last().is_none_or(|name: &String| !name.ends_with("利用条件を写す")) && visited.len() < 30 {
            window.press(Modifiers::NONE, Key::Tab);
            visited.push(window.focused());
            if window.focused().starts_with("架空省 前の課") && window.focused().ends_with("内容を見る") {
                window.press(Modifiers::NONE, Key::Enter);
            }
        }
        let from = visited.iter().position(|name| name == "先例のフォルダーを加える…").unwrap();
        let rest: Vec<&str> = visited[from..].iter().map(|name| name.rsplit('：').next().unwrap()).collect();
        let reason = "会議の音声・映像・チャット 機密性の理由を写す";
        let expected = [
            "先例のフォルダーを加える…",
            "もう一度読む",
            "/書類/過年度 を外す",
            "内容を見る",
            "内容を見る",
            reason,
            "利用条件を写す",
        ];
        assert_eq!(rest, expected, "{size:?}");
    }
}

#[test]
fn of_several_searches_only_the_latest_counts() {
    let world = World::default();
    let mut window = opened(&world, WIDE);
    world.workers.hold("precedents");
    choose_folder(&world, &mut window);
    assert!(window.has("読んでいます"), "the window goes on meanwhile");
    window.command(Command::ReadPrecedents);
    world.workers.let_go();
    window.run();
    assert_eq!(found(&window), None, "the first search was overtaken");
    world.workers.let_go();
    window.run();
    assert_eq!(found(&window).unwrap().0, ["earlier.liu.ron"]);
}

#[test]
fn what_was_looked_for_in_another_record_is_not_taken() {
    let world = World::default();
    let mut window = opened(&world, WIDE);
    world.workers.hold("precedents");
    choose_folder(&world, &mut window);
    window.command(Command::OpenExample(2));
    world.workers.let_go();
    window.run();
    assert_eq!(found(&window), None);
    window.command(Command::GoTo(StepId::Decisions));
    window.run();
    world.workers.let_go();
    window.run();
    assert_eq!(found(&window).unwrap().0, Vec::<String>::new(), "another task");
}

#[test]
fn a_sentence_of_a_precedent_goes_to_the_clipboard() {
    let world = World::default();
    let mut window = opened(&world, WIDE);
    choose_folder(&world, &mut window);
    let before = window.record();
    window.harness.get(by().role(Role::Button).label_contains("架空省 前の課")).click_accesskit();
    window.run();
    window.harness.get(by().role(Role::Button).label_contains("利用条件を写す")).click_accesskit();
    let mut copied = Vec::new();
    for _ in 0..3 {
        window.harness.step();
        copied.extend(window.harness.output().platform_output.commands.clone());
    }
    assert!(matches!(copied.as_slice(), [OutputCommand::CopyText(text)] if text == CONDITIONS), "{copied:?}");
    assert!(window.has_containing("コピーしました"));
    assert_eq!(window.record(), before);
}
