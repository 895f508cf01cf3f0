//! 取り扱う情報

use egui::accesskit::Role as Kind;
use egui::{Event, Id, Key, Modifiers};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use liu_wizard::catalogue::StepId;
use liu_wizard::record::{
    ConfidentialityGrade, Edit, Field, Grade, InformationItem, ItemField, PersonCount, PublicationPlan, Role,
};
use liu_wizard::window::widgets::field_id;
use liu_wizard::window::{Command, Topic};

use super::service::{input, type_into};
use super::views::{NARROW, TALL};
use crate::support::host::{Host, Window, empty_record, focused, id, picture, press, record, window};

const THREE: [&str; 3] = ["議事録", "名簿", "資料"];

fn names(window: &Window<'_>) -> Vec<String> {
    window.state().record.items.iter().map(|item| item.name.to_string()).collect()
}

fn item<'w>(window: &'w Window<'_>, place: usize) -> &'w InformationItem {
    window.state().record.items.get(place).unwrap()
}

/// Opens the menu of a cell, and takes a value of it.
fn choose(window: &mut Window<'_>, cell: &str, value: &str) {
    window.get_by_role_and_label(Kind::ComboBox, cell).click();
    window.run();
    let of_menu = |node: &Node<'_>| {
        let node = node.accesskit_node();
        node.role() == Kind::Button && node.label().is_some_and(|label| label == value)
    };
    let found = window.root().children_recursive().find(of_menu);
    found.unwrap_or_else(|| panic!("no {value} in the menu of {cell}")).click();
    window.run();
}

/// The cell of an item in the table.
fn cell(place: usize, attribute: ItemField) -> Id {
    field_id(&Field::Item(id(place), attribute))
}

fn focus(window: &mut Window<'_>, place: usize, attribute: ItemField) {
    window.ctx.memory_mut(|memory| memory.request_focus(cell(place, attribute)));
    window.run();
}

fn has_focus(window: &Window<'_>, place: usize, attribute: ItemField) -> bool {
    window.ctx.memory(|memory| memory.focused()) == Some(cell(place, attribute))
}

fn paste(window: &mut Window<'_>, text: &str) {
    window.event(Event::Paste(text.to_owned()));
    window.run();
}

fn click(window: &mut Window<'_>, label: &str) {
    window.get_by_label(label).click();
    window.run();
}

#[test]
fn typical_information_is_added_one_by_one_or_all_at_once_and_each_only_once() {
    let mut window = window(Host::new(StepId::Items, record(&[])), TALL);
    let typical: Vec<String> = {
        let host = window.state();
        let task = host.catalogue.tasks.first().unwrap();
        task.typical_information.iter().map(|information| information.name.ja.clone()).collect()
    };
    click(&mut window, &format!("「{}」を追加", typical[1]));
    assert_eq!(names(&window), [typical[1].clone()]);
    click(&mut window, &format!("想定される情報から追加（{}件）", typical.len() - 1));
    click(&mut window, "すべて追加");
    assert_eq!(names(&window).len(), typical.len());
    assert!(window.state().record.items.iter().all(|item| item.confidentiality_grade == ConfidentialityGrade::NotGraded));
    assert!(window.query_by_label_contains("想定される情報から追加").is_none());
}

#[test]
fn an_own_row_is_added_and_named_at_once() {
    let mut window = window(Host::new(StepId::Items, empty_record(Role::Agency)), TALL);
    click(&mut window, "情報を追加");
    window.run();
    assert_eq!(focused(&window), "（名称なし） — 名称");
    window.event(Event::Text("申込者一覧".to_owned()));
    window.run();
    assert_eq!(names(&window), ["申込者一覧"]);
    type_into(&mut window, "内容", "申込書の写し");
    type_into(&mut window, "申込者一覧 — 誰の情報か", "国民");
    type_into(&mut window, "保存期間", "1年");
    let item = item(&window, 0);
    assert_eq!((item.description.as_str(), item.whose.as_str(), item.retention.as_str()), ("申込書の写し", "国民", "1年"));
}

#[test]
fn every_attribute_is_chosen_and_taken_back() {
    let mut window = window(Host::new(StepId::Items, empty_record(Role::Agency)), TALL);
    click(&mut window, "情報を追加");
    for (attribute, value) in [
        ("機密性の格付", "機密性2"),
        ("完全性の格付", "完全性1"),
        ("可用性の格付", "可用性2"),
        ("個人情報の人数", "101〜1,000人"),
    ] {
        choose(&mut window, &format!("（名称なし） — {attribute}"), value);
    }
    click(&mut window, "公表する予定");
    type_into(&mut window, "公表の時期", "翌月");
    click(&mut window, "個人情報の種類の候補");
    click(&mut window, "氏名");
    let first = item(&window, 0);
    assert_eq!(
        (first.confidentiality_grade, first.integrity_grade, first.availability_grade),
        (ConfidentialityGrade::Two, Grade::One, Grade::Two)
    );
    assert_eq!((first.person_count, first.personal_data.as_str()), (PersonCount::UpTo1000, "氏名"));
    assert_eq!((first.publication, first.publication_time.as_str()), (PublicationPlan::Planned, "翌月"));
    choose(&mut window, "（名称なし） — 機密性の格付", "機密性2");
    assert_eq!(item(&window, 0).confidentiality_grade, ConfidentialityGrade::Two, "it stays at a second click");
    assert_eq!(focused(&window), "（名称なし） — 機密性の格付", "the menu hands the focus back");
    choose(&mut window, "（名称なし） — 機密性の格付", "取り消す");
    assert_eq!(item(&window, 0).confidentiality_grade, ConfidentialityGrade::NotGraded);
}

#[test]
fn grades_are_explained_when_they_get_the_focus() {
    let mut window = window(Host::new(StepId::Items, record(&THREE)), TALL);
    window.get_by_role_and_label(Kind::ComboBox, "議事録 — 完全性の格付").focus();
    window.run();
    assert_eq!(window.state().topic, Topic::Field(Field::Item(id(1), ItemField::IntegrityGrade)));
}

#[test]
fn items_are_moved_duplicated_and_deleted_and_the_deletion_can_be_undone() {
    let mut window = window(Host::new(StepId::Items, record(&THREE)), TALL);
    window.get_by_role_and_label(Kind::RowHeader, "名簿").click();
    window.run();
    click(&mut window, "上へ");
    assert_eq!(names(&window), ["名簿", "議事録", "資料"]);
    click(&mut window, "下へ");
    click(&mut window, "下へ");
    assert_eq!(names(&window), ["議事録", "資料", "名簿"]);
    click(&mut window, "複製");
    assert_eq!(names(&window), ["議事録", "資料", "名簿", "名簿"]);
    click(&mut window, "削除");
    assert_eq!(names(&window), ["議事録", "資料", "名簿"]);
    window.get_by_label("「名簿」を削除しました。");
    click(&mut window, "元に戻す");
    assert_eq!(window.state().commands, [Command::Undo]);
    window.state_mut().undo();
    window.run();
    assert!(window.query_by_label("「名簿」を削除しました。").is_none());
}

#[test]
fn the_list_is_worked_with_the_keyboard() {
    let mut window = window(Host::new(StepId::Items, record(&THREE)), TALL);
    window.get_by_role_and_label(Kind::RowHeader, "議事録").focus();
    window.run();
    press(&mut window, &[Key::ArrowDown]);
    assert_eq!(focused(&window), "名簿");
    window.get_by_role_and_label(Kind::RadioGroup, "名簿 — 公表の予定");
    window.key_press_modifiers(Modifiers::ALT, Key::ArrowDown);
    window.run();
    assert_eq!(names(&window), ["議事録", "資料", "名簿"]);
    assert_eq!(focused(&window), "名簿");
}

#[test]
fn several_items_are_changed_as_one_act() {
    let mut window = window(Host::new(StepId::Items, record(&THREE)), TALL);
    for name in ["議事録", "資料"] {
        click(&mut window, &format!("「{name}」をまとめて変更する対象にする"));
    }
    let before = window.state().undo.len();
    click(&mut window, "機密性 ▼");
    picture(&mut window, "items-bulk");
    let in_menu = window.get_all_by_label("機密性1").find(|node| node.accesskit_node().role() == Kind::Button);
    in_menu.unwrap().click();
    window.run();
    let grades: Vec<_> = window.state().record.items.iter().map(|item| item.confidentiality_grade).collect();
    assert_eq!(grades, [ConfidentialityGrade::One, ConfidentialityGrade::Two, ConfidentialityGrade::One]);
    assert_eq!(window.state().undo.len(), before + 1);
    click(&mut window, "まとめて削除");
    assert_eq!((names(&window), window.state().undo.len()), (vec!["名簿".to_owned()], before + 2));
    window.get_by_label("2件を削除しました。");
}

#[test]
fn rows_of_a_spreadsheet_are_previewed_and_added_as_one_act() {
    let mut window = window(Host::new(StepId::Items, record(&THREE)), TALL);
    let before = window.state().undo.len();
    click(&mut window, "表から貼り付け");
    input(&window, "貼り付ける欄").focus();
    window.run();
    window.event(Event::Paste("名称\t内容\t機密性\t色\n申込書\t紙の写し\t2\t青\n写真\t\t秘\t\n".to_owned()));
    window.run();
    window.get_by_label("2件を読み取りました。読み取った項目：名称、内容、機密性の格付");
    window.get_by_label("4列目「色」：当てはまる項目がありません。");
    window.get_by_label("3行目「秘」：機密性の格付として読み取れません。");
    picture(&mut window, "items-paste");
    assert_eq!(names(&window).len(), 3);
    click(&mut window, "2件を追加");
    assert_eq!(names(&window), ["議事録", "名簿", "資料", "申込書", "写真"]);
    assert_eq!(window.state().undo.len(), before + 1);
}

#[test]
fn a_jump_selects_the_item_it_leads_to() {
    let mut window = window(Host::new(StepId::Items, record(&THREE)), TALL);
    let field = Field::Item(id(3), ItemField::PersonCount);
    window.ctx.memory_mut(|memory| memory.request_focus(field_id(&field)));
    window.run();
    window.get_by_role_and_label(Kind::RadioGroup, "資料 — 公表の予定");
    assert_eq!(window.ctx.memory(|memory| memory.focused()), Some(field_id(&field)));
}

#[test]
fn two_hundred_items_stay_within_reach() {
    let names: Vec<String> = (1..=200).map(|place| format!("情報{place}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    for size in [[826.0, 620.0], NARROW] {
        let mut window = window(Host::new(StepId::Items, record(&names)), size);
        window.state_mut().apply(Edit::RemoveItem(id(1)));
        window.run();
        window.get_by_role_and_label(Kind::RowHeader, "情報200").click_accesskit();
        window.run();
        window.get_by_role_and_label(Kind::RadioGroup, "情報200 — 公表の予定");
        // Only the rows in view have all their cells.
        let cells = window.query_all(by().role(Kind::ComboBox)).count();
        assert!((3..90).contains(&cells), "{cells}");
        focus(&mut window, 200, ItemField::PersonCount);
        click(&mut window, "すべて選ぶ");
        window.get_by_label("199件をまとめて変更");
    }
}

#[test]
fn enter_goes_from_cell_to_cell_and_from_the_last_one_begins_the_next_item() {
    let mut window = window(Host::new(StepId::Items, record(&["議事録"])), [826.0, 620.0]);
    focus(&mut window, 1, ItemField::Name);
    for attribute in [
        ItemField::Whose,
        ItemField::ConfidentialityGrade,
        ItemField::IntegrityGrade,
        ItemField::AvailabilityGrade,
        ItemField::PersonalData,
        ItemField::PersonCount,
    ] {
        press(&mut window, &[Key::Enter]);
        assert!(has_focus(&window, 1, attribute), "{attribute:?}: {}", focused(&window));
    }
    press(&mut window, &[Key::Enter]);
    assert_eq!((names(&window), focused(&window)), (vec!["議事録".to_owned(), String::new()], "（名称なし） — 名称".to_owned()));
    window.event(Event::Text("名簿".to_owned()));
    window.run();
    press(&mut window, &[Key::Enter, Key::Enter, Key::Num2, Key::Enter, Key::Num1]);
    let second = item(&window, 1);
    assert_eq!(
        (second.name.as_str(), second.confidentiality_grade, second.integrity_grade),
        ("名簿", ConfidentialityGrade::Two, Grade::One)
    );
    // A row without a name is not followed by another.
    let second = second.id.clone();
    window.state_mut().apply(Edit::SetText { field: Field::Item(second, ItemField::Name), text: String::new() });
    window.run();
    press(&mut window, &[Key::Enter; 4]);
    assert_eq!((names(&window).len(), focused(&window)), (2, "（名称なし） — 名称".to_owned()));
}

#[test]
fn tab_walks_the_cells_in_the_order_in_which_they_are_read() {
    let mut window = window(Host::new(StepId::Items, record(&["議事録", "名簿"])), [826.0, 620.0]);
    focus(&mut window, 1, ItemField::Name);
    let mut walked = Vec::new();
    for _ in 0..9 {
        press(&mut window, &[Key::Tab]);
        walked.push(focused(&window));
    }
    let expected = [
        "議事録 — 誰の情報か",
        "議事録 — 機密性の格付",
        "議事録 — 完全性の格付",
        "議事録 — 可用性の格付",
        "個人情報の種類の候補",
        "議事録 — 個人情報の種類",
        "議事録 — 個人情報の人数",
        "「名簿」をまとめて変更する対象にする",
        "名簿",
    ];
    assert_eq!(walked, expected);
}

#[test]
fn the_arrows_go_beside_and_below_and_within_a_text_from_letter_to_letter() {
    let mut window = window(Host::new(StepId::Items, record(&THREE)), TALL);
    focus(&mut window, 1, ItemField::IntegrityGrade);
    press(&mut window, &[Key::ArrowDown]);
    assert!(has_focus(&window, 2, ItemField::IntegrityGrade));
    press(&mut window, &[Key::ArrowLeft, Key::ArrowLeft, Key::ArrowDown]);
    assert!(has_focus(&window, 3, ItemField::Whose));
    press(&mut window, &[Key::ArrowLeft, Key::ArrowRight]);
    assert!(has_focus(&window, 3, ItemField::Whose), "within the text");
    press(&mut window, &[Key::ArrowDown, Key::ArrowUp, Key::ArrowUp, Key::ArrowUp, Key::ArrowUp]);
    assert!(has_focus(&window, 1, ItemField::Whose), "it stops at the ends");
}

#[test]
fn what_stands_in_a_cell_is_filled_down_into_what_is_free_as_one_act() {
    let mut window = window(Host::new(StepId::Items, record(&THREE)), TALL);
    window.state_mut().apply(Edit::GradeConfidentiality(vec![id(2), id(3)], ConfidentialityGrade::NotGraded));
    window.state_mut().apply(Edit::SetText { field: Field::Item(id(2), ItemField::Whose), text: "委員".to_owned() });
    window.run();
    focus(&mut window, 1, ItemField::Whose);
    window.event(Event::Text("職員".to_owned()));
    window.run();
    let before = window.state().undo.len();
    window.key_press_modifiers(Modifiers::COMMAND, Key::D);
    window.run();
    let whose = |window: &Window<'_>| (0..3).map(|place| item(window, place).whose.to_string()).collect::<Vec<_>>();
    assert_eq!(whose(&window), ["職員", "委員", "職員"]);
    focus(&mut window, 1, ItemField::ConfidentialityGrade);
    window.key_press_modifiers(Modifiers::COMMAND, Key::D);
    window.run();
    assert!((0..3).all(|place| item(&window, place).confidentiality_grade == ConfidentialityGrade::Two));
    assert_eq!(window.state().undo.len(), before + 2);
    focus(&mut window, 1, ItemField::Name);
    window.key_press_modifiers(Modifiers::COMMAND, Key::D);
    window.run();
    assert_eq!(names(&window), THREE, "each has a name of its own");
}

#[test]
fn a_block_fills_cells_from_the_one_in_use_on_and_appends_rows_as_one_act() {
    let mut window = window(Host::new(StepId::Items, record(&["議事録"])), TALL);
    window.state_mut().apply(Edit::CountPersons(vec![id(1)], PersonCount::NotAnswered));
    window.run();
    focus(&mut window, 1, ItemField::Whose);
    let before = window.state().record.clone();
    paste(&mut window, "職員\t2\t1\t1\t氏名\t800\r\n国民\t1\t2\t\t\tなし\r\n");
    let (first, second) = (item(&window, 0), item(&window, 1));
    assert_eq!((first.whose.as_str(), first.personal_data.as_str(), first.person_count), ("職員", "氏名", PersonCount::UpTo1000));
    assert_eq!(
        (second.whose.as_str(), second.integrity_grade, second.availability_grade),
        ("国民", Grade::Two, Grade::NotGraded)
    );
    assert_eq!(second.person_count, PersonCount::None);
    assert!(has_focus(&window, 1, ItemField::Whose), "the focus stays");
    window.state_mut().undo();
    assert_eq!(window.state().record, before);
}

#[test]
fn headings_of_a_block_say_what_its_columns_are() {
    let mut window = window(Host::new(StepId::Items, empty_record(Role::Agency)), TALL);
    click(&mut window, "情報を追加");
    window.run();
    paste(&mut window, "情報の名称\t保存期間\t内容\n議事録\t1年\t会議の記録\n名簿\t\t委員");
    assert_eq!(names(&window), ["議事録", "名簿"]);
    let first = item(&window, 0);
    assert_eq!((first.retention.as_str(), first.description.as_str()), ("1年", "会議の記録"));
}

#[test]
fn a_block_that_replaces_or_is_not_understood_is_shown_first() {
    let mut window = window(Host::new(StepId::Items, record(&THREE)), TALL);
    let before = window.state().record.clone();
    focus(&mut window, 2, ItemField::ConfidentialityGrade);
    paste(&mut window, "3\t秘");
    assert_eq!(window.state().record, before);
    window.get_by_label("すること：1か所を置き換える。元に戻せます。");
    window.get_by_label("名簿 — 機密性の格付：機密性2 → 機密性3");
    window.get_by_label("1行目「秘」：完全性の格付として読み取れません。");
    picture(&mut window, "items-block");
    click(&mut window, "やめる");
    assert_eq!(window.state().record, before);
    focus(&mut window, 2, ItemField::ConfidentialityGrade);
    paste(&mut window, "3\n\n1");
    assert_eq!(item(&window, 2).confidentiality_grade, ConfidentialityGrade::Two, "shown first");
    click(&mut window, "置き換える");
    let grades = (0..3).map(|place| item(&window, place).confidentiality_grade).collect::<Vec<_>>();
    assert_eq!(grades, [ConfidentialityGrade::Two, ConfidentialityGrade::Three, ConfidentialityGrade::Two]);
    let fourth = item(&window, 3);
    assert_eq!(
        (names(&window).len(), fourth.confidentiality_grade),
        (4, ConfidentialityGrade::One),
        "a line without anything passes over a row"
    );
}

#[test]
fn what_is_wrong_with_a_cell_is_said_in_the_details_and_to_a_screen_reader() {
    let mut window = window(Host::new(StepId::Items, record(&["議事録", "議事録"])), TALL);
    focus(&mut window, 2, ItemField::Name);
    window.get_by_label_contains("「議事録」という名称の情報が二つあります。");
    let node = window.root().children_recursive().find(Node::is_focused).unwrap();
    assert!(node.accesskit_node().description().is_some_and(|said| said.contains("二つあります")));
}
