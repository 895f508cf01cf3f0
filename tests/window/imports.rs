//! Taking in a filled-in assessment sheet: nothing changes before somebody chose it, and what was chosen is undone as one.

use std::path::Path;

use egui::accesskit::{Role as NodeRole, Toggled};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use liu_wizard::record::{Answer, Record};
use liu_wizard::text::Lang;
use liu_wizard::window::Command;
use liu_wizard::window::dialogs::Purpose;

use crate::support::shell::{NARROW, WIDE, Window, World};
use crate::support::workbook::{answered, cell_of, workbook};

const SHEET: &str = "/cases/sheet.xlsx";
const G1: &str = "前提確認 › G1 SaaSか";
const G3: &str = "前提確認 › G3 機密性3情報";

/// A window with an example, and a sheet of it on the disk in which three gate questions were answered otherwise, one of them
/// by a word that means nothing.
fn with_sheet(size: [f32; 2]) -> (World, Window, Record) {
    let world = World::default();
    let mut window = world.open(size);
    window.command(Command::OpenExample(0));
    let record = window.record();
    let sheet = answered(
        &workbook(&record, Lang::Ja),
        &[("gate.answers.G1", "いいえ"), ("gate.answers.G2", "たぶん"), ("gate.answers.G3", "不明")],
    );
    world.disk.put(Path::new(SHEET), &sheet);
    (world, window, record)
}

/// The sheet as a file manager drops it.
#[derive(Debug)]
struct Dropped;

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        Path::new(SHEET)
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("the window reads it from the disk".to_owned())
    }
}

fn gate(record: &Record, question: &str) -> Answer {
    record.gate.answers.get(question).clone()
}

#[test]
fn differences_are_listed_and_nothing_changes_before_they_are_accepted() {
    let (world, mut window, before) = with_sheet(WIDE);
    world.dialogs.answer(SHEET);
    window.command(Command::ImportSheet);
    assert_eq!(world.dialogs.asked()[0].purpose, Purpose::Import);
    window.picture("import");
    let at = format!("案件 {}", cell_of(&workbook(&before, Lang::Ja), "gate.answers.G2").1);
    for said in [
        "評価シートの取込み",
        "sheet.xlsx：違い 2件、選択 0件、取り込めないか確かめるところ 1件",
        "取り込めないか確かめるところ 1件",
        "「たぶん」は、この欄で選べません。",
        at.as_str(),
    ] {
        assert!(window.has(said), "{said}");
    }
    for place in [G1, G3] {
        let boxes = window.harness.get(by().role(NodeRole::CheckBox).label(place));
        assert_eq!(boxes.accesskit_node().toggled(), Some(Toggled::False), "{place}");
    }
    assert_eq!(window.record(), before);
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.has("評価シートの取込み"));
    assert_eq!(window.record(), before);
}

#[test]
fn what_was_chosen_is_taken_in_as_one_act() {
    let (_world, mut window, before) = with_sheet(WIDE);
    window.command(Command::ImportSheetPath(SHEET.into()));
    window.click_button("すべて選ぶ");
    window.click(G3);
    assert!(window.has_containing("違い 2件、選択 1件"));
    window.click_button("選んだ変更を取り込む");
    assert!(window.has_containing("違い2件のうち1件を取り込みました。"));
    let after = window.record();
    assert_eq!(
        (gate(&after, "G1"), gate(&after, "G2"), gate(&after, "G3")),
        (Answer::No, gate(&before, "G2"), gate(&before, "G3"))
    );
    assert_eq!(after.received[0].name.as_str(), "sheet.xlsx");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.record(), before, "one undo takes everything back");
}

#[test]
fn what_becomes_of_approval_and_outcome_is_said_before_and_after() {
    let (_world, mut window, before) = with_sheet(WIDE);
    assert!(before.approval.content.is_some() && !before.changed_since_approval());
    window.command(Command::ImportSheetPath(SHEET.into()));
    let covered = "「承認」は、取込み前の内容に対するものです";
    assert!(!window.has_containing(covered), "nothing is chosen yet");
    window.click_button("すべて選ぶ");
    window.picture("import-approved");
    assert!(window.has_containing(covered) && window.has_containing("判定：適合（LIUの考え方に適合） → "));
    window.click_button("選んだ変更を取り込む");
    assert!(window.has_containing("違い2件のうち2件を取り込みました。承認後に変更あり。"));
}

#[test]
fn what_takes_an_answer_away_is_ticked_by_itself_only() {
    let (world, mut window, before) = with_sheet(WIDE);
    let sheet = answered(&workbook(&before, Lang::Ja), &[("gate.answers.G1", ""), ("gate.answers.G3", "不明")]);
    world.disk.put(Path::new(SHEET), &sheet);
    window.command(Command::ImportSheetPath(SHEET.into()));
    window.click_button("すべて選ぶ");
    assert!(window.has_containing("違い 2件、選択 1件") && window.has("記録にある答えを消します。"));
    window.click(G1);
    assert!(window.has_containing("違い 2件、選択 2件"));
    window.click_button("すべて選ぶ");
    assert!(window.has_containing("違い 2件、選択 2件"), "what was ticked stays ticked");
    window.click_button("選んだ変更を取り込む");
    assert_eq!(gate(&window.record(), "G1"), Answer::NotAnswered);
}

#[test]
fn without_a_choice_nothing_can_be_accepted() {
    let (_world, mut window, before) = with_sheet(WIDE);
    window.command(Command::ImportSheetPath(SHEET.into()));
    window.click_button("すべて選ぶ");
    window.click_button("すべて外す");
    let accept = window.harness.get(by().role(NodeRole::Button).label("選んだ変更を取り込む"));
    assert!(accept.accesskit_node().is_disabled());
    window.click_button("やめる");
    assert_eq!(window.record(), before);
}

#[test]
fn the_keyboard_is_enough_also_at_twice_the_size() {
    let (_world, mut window, _) = with_sheet(NARROW);
    window.command(Command::ImportSheetPath(SHEET.into()));
    window.picture("import-narrow");
    assert_eq!(window.focused(), G1, "the first difference has the focus");
    window.press(Modifiers::NONE, Key::Space);
    window.press(Modifiers::NONE, Key::Tab);
    assert_eq!(window.focused(), G3);
    window.press(Modifiers::NONE, Key::Tab);
    assert_eq!(window.focused(), "選んだ変更を取り込む");
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(gate(&window.record(), "G1"), Answer::No);
}

#[test]
fn the_buttons_stay_in_view_however_small_the_screen_and_long_the_list() {
    let (world, mut window, record) = with_sheet(NARROW);
    let mut other = record.clone();
    for answers in [&mut other.gate.answers, &mut other.items[0].answers] {
        let asked: Vec<_> = answers.iter().map(|(question, _)| question.clone()).collect();
        asked.into_iter().for_each(|question| answers.set(question, Answer::Unknown));
    }
    world.disk.put(Path::new(SHEET), &workbook(&other, Lang::Ja));
    window.command(Command::ImportSheetPath(SHEET.into()));
    let screen = window.harness.ctx.content_rect();
    for label in ["選んだ変更を取り込む", "すべて選ぶ", "やめる"] {
        let button = window.harness.get(by().role(NodeRole::Button).label(label)).rect();
        assert!(screen.contains_rect(button), "{label}: {button:?}");
    }
    window.click_button("すべて選ぶ");
    for label in ["選んだ変更を取り込む", "すべて選ぶ", "やめる"] {
        let button = window.harness.get(by().role(NodeRole::Button).label(label)).rect();
        assert!(screen.contains_rect(button), "with what becomes of the approval, {label}: {button:?}");
    }
    window.click_button("選んだ変更を取り込む");
    assert_eq!((window.record().gate, window.record().items), (other.gate, other.items));
}

#[test]
fn a_sheet_that_is_dropped_or_typed_is_taken_in_where_a_record_is_open() {
    let (_world, mut window, before) = with_sheet(WIDE);
    window.harness.input_mut().dropped_files.push(std::sync::Arc::new(Dropped));
    window.run();
    assert!(window.has("評価シートの取込み"));
    window.press(Modifiers::NONE, Key::Escape);
    window.command(Command::OpenByPath);
    window.press(Modifiers::COMMAND, Key::A);
    window.commit(SHEET);
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.has("評価シートの取込み"));
    assert_eq!(window.record(), before);
}

#[test]
fn what_is_no_sheet_of_this_record_is_named_and_nothing_changes() {
    let (world, mut window, before) = with_sheet(WIDE);
    let mut other = before.clone();
    other.id = liu_wizard::record::RecordId::new("another").unwrap();
    world.disk.put(Path::new("/cases/other.xlsx"), &workbook(&other, Lang::Ja));
    world.disk.put(Path::new("/cases/none.xlsx"), b"nothing");
    for (path, said) in [
        ("/cases/other.xlsx", "別の評価記録（another）"),
        ("/cases/none.xlsx", "評価シート（.xlsx）ではなく、ふつうのテキストです"),
        ("/cases/gone.xlsx", "gone.xlsx"),
    ] {
        window.command(Command::ImportSheetPath(path.into()));
        assert!(window.has("できませんでした") && window.has_containing(said), "{path}");
        window.click_button("閉じる");
    }
    assert_eq!(window.record(), before);
}

#[test]
fn a_sheet_without_differences_says_so() {
    let (world, mut window, before) = with_sheet(WIDE);
    world.disk.put(Path::new(SHEET), &workbook(&before, Lang::Ja));
    window.command(Command::ImportSheetPath(SHEET.into()));
    assert!(window.has("記録との違いはありません。"));
    assert_eq!(window.focused(), "閉じる");
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.record(), before);
}

#[test]
fn the_command_stands_in_the_menu_and_needs_a_record() {
    let world = World::default();
    let mut window = world.open(WIDE);
    window.command(Command::ImportSheet);
    assert!(world.dialogs.asked().is_empty(), "without a record there is nothing to take it into");
    window.command(Command::OpenExample(0));
    window.click("ファイル");
    assert!(window.has("評価シートを取り込む…"));
}
