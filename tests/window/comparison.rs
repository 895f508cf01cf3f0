//! 記録の比較: the record on the screen beside another one, to be read only.

use std::path::Path;

use egui::accesskit::Role as NodeRole;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use liu_wizard::examples;
use liu_wizard::package::PackageKind;
use liu_wizard::record::{Edit, Field, ItemId, NewItem, Record, Role, TextField};
use liu_wizard::text::Lang;
use liu_wizard::window::{Command, Request};

use crate::support::shell::{NARROW, WIDE, Window, World};

const ONE: &str = "/cases/one.liu.ron";
const OTHER: &str = "/cases/other.liu.ron";
const NOT_LOW: &str = "比べる記録のほうが高い";

fn example(task: &str) -> String {
    examples::all().iter().find(|example| example.task == task).unwrap().ron.to_owned()
}

/// A window with one record open and another one that the next dialog will answer with.
fn with_two(world: &World, size: [f32; 2], one: &str, other: &str) -> Window {
    let mut window = world.open(size);
    world.disk.put(Path::new(ONE), one.as_bytes());
    world.disk.put(Path::new(OTHER), other.as_bytes());
    window.command(Command::OpenPath(ONE.into()));
    assert!(window.has_record());
    world.dialogs.answer(OTHER);
    window
}

/// What stands in the row of this place: left, right, and how the two compare.
fn row(window: &Window, place: &str) -> Vec<String> {
    let rows = window.harness.get_all(by().role(NodeRole::Row)).map(|row| {
        let words = row.children_recursive().filter(|node| node.accesskit_node().role() == NodeRole::Label);
        words.map(|word| word.value().unwrap_or_default()).collect::<Vec<_>>()
    });
    let mut found = rows.filter(|row| row.first().is_some_and(|first| first == place));
    found.next().unwrap_or_else(|| panic!("no row {place}"))[1..].to_vec()
}

fn is_open(window: &Window) -> bool {
    window.has("記録の比較") || window.has("Comparison of two records")
}

#[test]
fn two_cases_lie_side_by_side_with_their_names_outcomes_and_levels_first() {
    let world = World::default();
    let other = example("LIU-B1").replacen("\"C7\": no", "\"C7\": yes", 1);
    let mut window = with_two(&world, WIDE, &example("LIU-A1"), &other);
    let before = window.record();
    window.click_button("表示");
    window.click_button("別の記録と比べる…");
    window.picture("comparison");
    assert!(is_open(&window));
    assert_eq!(row(&window, "ファイル"), [ONE, OTHER, "違う"]);
    assert_eq!(row(&window, "機関名")[0], "架空省");
    assert_eq!(row(&window, "承認").len(), 3);
    assert_eq!(row(&window, "対象業務").len(), 3);
    assert_eq!(row(&window, "判定")[0], "適合（LIUの考え方に適合）");
    assert_eq!(row(&window, "完全性"), ["低位", "低位", "同じ"]);
    let case = |record: &str| format!("{record}：【記入例】");
    for side in ["この記録", "比べる記録"] {
        assert!(window.has_containing(&case(side)), "{side} by its case");
    }
    let name = window.harness.get(by().role(NodeRole::Table)).accesskit_node().label().unwrap();
    assert!(name.contains(before.case_name.as_str()) && name.contains("比べる記録："), "{name}");
    assert_eq!(window.record(), before, "to read only");
}

#[test]
fn what_is_higher_is_said_in_words_and_what_is_not_assessed_is_never_low() {
    let world = World::default();
    let one = example("LIU-A1");
    let high = one.replacen("\"C7\": no", "\"C7\": yes", 1);
    let mut window = with_two(&world, WIDE, &one, &high);
    window.command(Command::CompareRecord);
    let [left, right, relation] = row(&window, "機密性").try_into().unwrap();
    assert_eq!((left.as_str(), relation.as_str()), ("低位", "未評価があり、比べられない"), "{right}");
    assert!(right.starts_with("未評価"), "the higher proposal reopened the decision: {right}");
    assert!(window.has("未評価は、どの影響度とも比べません。低位とはみなしません。"));
    window.press(Modifiers::NONE, Key::Escape);

    let not_raised = "confidentiality: (\n        to: not_raised,\n        reason: \"\"";
    assert!(one.contains(not_raised));
    let raised = one.replacen(not_raised, "confidentiality: (to: level(moderate), reason: \"集約\"", 1);
    world.disk.put(Path::new(OTHER), raised.as_bytes());
    world.dialogs.answer(OTHER);
    window.command(Command::CompareRecord);
    assert_eq!(row(&window, "機密性"), ["低位", "中位", NOT_LOW]);
    assert!(!window.has("未評価は、どの影響度とも比べません。低位とはみなしません。"));
}

#[test]
fn the_file_of_the_same_case_is_compared_with_what_is_not_saved_yet() {
    let world = World::default();
    let one = example("LIU-A1");
    let mut window = with_two(&world, WIDE, &one, &one);
    window.ask(Request::Edit(Edit::SetText { field: Field::Text(TextField::Bureau), text: "総務局".to_owned() }));
    window.command(Command::CompareRecord);
    window.picture("comparison-same-case");
    assert!(window.has("違いは1か所です。"));
    assert!(window.has_containing("一つの評価記録の、別のときの内容です。"));
    assert_eq!(row(&window, "ファイル")[0], format!("{ONE}（保存していない変更を含む）"));
    window.press(Modifiers::NONE, Key::End);
    assert_eq!(row(&window, "部局"), ["総務局", "大臣官房", "違う"]);
}

#[test]
fn a_broken_file_is_told_and_changes_nothing() {
    let world = World::default();
    let mut window = with_two(&world, WIDE, &example("LIU-A1"), "(format: \"liu-wizard");
    let before = window.record();
    window.command(Command::CompareRecord);
    assert!(!is_open(&window));
    window.picture("comparison-broken");
    assert!(window.has("できませんでした") && window.has_containing("other.liu.ron"));
    assert_eq!((window.record(), window.path().unwrap()), (before, ONE.into()));
    window.press(Modifiers::NONE, Key::Escape);
    world.dialogs.cancel();
    window.command(Command::CompareRecord);
    assert!(!is_open(&window));
}

#[test]
fn a_record_in_a_package_can_be_compared_and_says_where_it_was_found() {
    let world = World::default();
    let mut window = world.open(WIDE);
    world.disk.put(Path::new(ONE), example("LIU-A1").as_bytes());
    window.command(Command::OpenPath(ONE.into()));
    world.dialogs.answer("/cases/result.liu.zip");
    window.command(Command::MakePackage(PackageKind::Result));
    world.dialogs.answer("/cases/result.liu.zip");
    window.command(Command::CompareRecord);
    assert!(window.has("違いはありません。"));
    assert_eq!(row(&window, "ファイル")[1], "/cases/result.liu.zip（パッケージの中のJSON）");
}

#[test]
fn all_decisions_are_shown_item_by_item_with_their_reasons() {
    let world = World::default();
    let mut window = with_two(&world, WIDE, &example("LIU-A1"), &example("LIU-A2"));
    window.command(Command::CompareRecord);
    window.harness.get(by().role(NodeRole::RadioButton).label("情報ごとの決定をすべて")).click();
    window.run();
    window.press(Modifiers::NONE, Key::PageDown);
    window.picture("comparison-decisions");
    let item = "会議の音声・映像・チャット";
    let [left, right, relation] = row(&window, &format!("「{item}」の完全性")).try_into().unwrap();
    assert!(left.starts_with("低位（提案 "), "{left}");
    assert_eq!((right.as_str(), relation.as_str()), ("（なし）", "比べる記録にない"));
    let confidentiality = row(&window, &format!("「{item}」の機密性"));
    assert!(confidentiality[0].contains("\n理由："), "{confidentiality:?}");
}

#[test]
fn the_other_record_is_read_beside_the_window() {
    let world = World::default();
    world.workers.hold("compare");
    let mut window = with_two(&world, WIDE, &example("LIU-A1"), &example("LIU-A2"));
    window.command(Command::CompareRecord);
    assert!(!is_open(&window) && window.has_containing("比べる記録を読んでいます。"));
    window.command(Command::About);
    world.workers.let_go();
    window.run();
    assert!(!is_open(&window), "the dialog on the screen stays");
    assert!(window.has_containing("記録を比べませんでした"));
    window.press(Modifiers::NONE, Key::Escape);
    world.dialogs.answer(OTHER);
    window.command(Command::CompareRecord);
    window.ask(Request::Edit(Edit::SetText {
        field: Field::Text(TextField::CaseName), text: "読むあいだに改名".to_owned()
    }));
    world.workers.let_go();
    window.run();
    assert_eq!(row(&window, "案件名")[0], "読むあいだに改名", "what is compared is what is on the screen");
    world.dialogs.answer(OTHER);
    window.press(Modifiers::NONE, Key::Escape);
    window.command(Command::CompareRecord);
    window.command(Command::New(Role::Agency));
    window.click_button("保存しない");
    world.workers.let_go();
    window.run();
    assert!(!is_open(&window), "it was another record that was to be compared");
}

#[test]
fn it_closes_by_key_and_by_button_and_the_focus_goes_back() {
    let world = World::default();
    let mut window = with_two(&world, WIDE, &example("LIU-A1"), &example("LIU-A2"));
    window.field("案件名").focus();
    window.run();
    window.command(Command::CompareRecord);
    assert_eq!(window.focused(), "閉じる");
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!is_open(&window));
    assert_eq!(window.focused(), "案件名");
    world.dialogs.answer(OTHER);
    window.command(Command::CompareRecord);
    window.press(Modifiers::NONE, Key::Enter);
    assert!(!is_open(&window));
    assert_eq!(window.focused(), "案件名");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(
        window.record().case_name.as_str(),
        "【記入例】LIU-A1 有識者会議のWeb会議",
        "nothing was done that could be undone"
    );
}

/// The example with two hundred items, each with a text of its own.
fn of_two_hundred(window: &mut Window, mark: &str) -> Record {
    let items = (0..200).map(|number| NewItem {
        id: ItemId::new(format!("{mark}-{number}")).unwrap(),
        name: format!("情報{number}"),
        description: format!("{mark}の内容 {number}").repeat(3),
    });
    window.ask(Request::Edit(Edit::AddItems(items.collect())));
    window.record()
}

#[test]
fn two_hundred_items_are_laid_out_only_where_they_are_seen() {
    let world = World::default();
    let mut window = world.open(WIDE);
    world.disk.put(Path::new(ONE), example("LIU-A2").as_bytes());
    window.command(Command::OpenPath(ONE.into()));
    of_two_hundred(&mut window, "other");
    world.dialogs.answer(OTHER);
    window.command(Command::SaveAs);
    window.command(Command::OpenPath(ONE.into()));
    of_two_hundred(&mut window, "one");
    world.dialogs.answer(OTHER);
    window.command(Command::CompareRecord);
    assert!(window.has("違いは200か所です。"), "paired by name, they differ in what they contain alone");
    let rows = |window: &Window| window.harness.get_all(by().role(NodeRole::Row)).count();
    assert!(rows(&window) < 40, "{}", rows(&window));
    window.press(Modifiers::NONE, Key::PageDown);
    window.press(Modifiers::NONE, Key::PageDown);
    window.picture("comparison-200");
    assert!(rows(&window) < 40, "{}", rows(&window));
    window.press(Modifiers::NONE, Key::End);
    assert_eq!(row(&window, "「情報199」の内容")[2], "違う");
    window.press(Modifiers::NONE, Key::Home);
    assert_eq!(row(&window, "ファイル").len(), 3);
}

#[test]
fn it_can_be_read_at_two_hundred_percent_and_in_english() {
    let world = World::default();
    let mut window = with_two(&world, NARROW, &example("LIU-A1"), &example("LIU-B1"));
    window.command(Command::CompareRecord);
    window.picture("comparison-narrow");
    let close = window.harness.get(by().role(NodeRole::Button).label("閉じる")).rect();
    assert!(close.bottom() <= NARROW[1] && close.top() >= 0.0, "{close:?}");
    window.press(Modifiers::NONE, Key::PageDown);
    window.press(Modifiers::NONE, Key::PageDown);
    window.picture("comparison-narrow-rows");
    window.command(Command::SetLang(Lang::En));
    window.picture("comparison-narrow-en");
    assert!(is_open(&window) && window.has_containing("The other record: "));
    drop(window);
    let mut window = with_two(&World::default(), WIDE, &example("LIU-A1"), &example("LIU-B1"));
    window.command(Command::SetLang(Lang::En));
    window.command(Command::CompareRecord);
    window.picture("comparison-en");
}

#[test]
fn what_was_read_does_not_cover_a_page_that_was_opened_meanwhile() {
    let pages = [
        (Command::ShowCatalogue, "新しい記録に使う目録"),
        (Command::ShowHistory, "変更の履歴"),
        (Command::ShowRules, "目録の新旧比較"),
    ];
    for (command, title) in pages {
        let world = World::default();
        world.workers.hold("compare");
        let mut window = with_two(&world, WIDE, &example("LIU-A1"), &example("LIU-A2"));
        window.command(Command::CompareRecord);
        window.command(command);
        world.workers.let_go();
        window.run();
        assert!(window.has(title) && !is_open(&window), "{title}");
        window.press(Modifiers::NONE, Key::Escape);
        assert!(!window.has(title) && window.has_containing("記録を比べませんでした"), "{title}");
    }
}

#[test]
fn what_was_read_takes_the_place_of_the_search() {
    let world = World::default();
    world.workers.hold("compare");
    let mut window = with_two(&world, WIDE, &example("LIU-A1"), &example("LIU-A2"));
    window.command(Command::CompareRecord);
    window.command(Command::Search);
    world.workers.let_go();
    window.run();
    assert!(is_open(&window));
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!is_open(&window), "nothing of the search is left under it");
}
