//! 取り扱う情報

use egui::accesskit::Role as Kind;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
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
    assert_eq!(focused(&window), "名称");
    window.event(Event::Text("申込者一覧".to_owned()));
    window.run();
    assert_eq!(names(&window), ["申込者一覧"]);
    type_into(&mut window, "内容", "申込書の写し");
    type_into(&mut window, "誰の情報か", "国民");
    type_into(&mut window, "保存期間", "1年");
    let item = item(&window, 0);
    assert_eq!((item.description.as_str(), item.whose.as_str(), item.retention.as_str()), ("申込書の写し", "国民", "1年"));
}

#[test]
fn every_attribute_is_chosen_and_taken_back() {
    let mut window = window(Host::new(StepId::Items, empty_record(Role::Agency)), TALL);
    click(&mut window, "情報を追加");
    for label in ["機密性2", "完全性1", "可用性2", "101〜1,000人", "公表する予定"] {
        click(&mut window, label);
    }
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
    click(&mut window, "機密性2");
    assert_eq!(item(&window, 0).confidentiality_grade, ConfidentialityGrade::Two, "it stays at a second click");
    let grade =
        window.get_by(|node| node.label().is_some_and(|name| name.starts_with("取り消す") && name.contains("機密性の格付")));
    grade.click();
    window.run();
    assert_eq!(item(&window, 0).confidentiality_grade, ConfidentialityGrade::NotGraded);
}

#[test]
fn grades_are_explained_when_they_get_the_focus() {
    let mut window = window(Host::new(StepId::Items, record(&THREE)), TALL);
    window.get_by_role_and_label(Kind::RadioGroup, "議事録 — 完全性の格付").focus();
    window.run();
    assert_eq!(window.state().topic, Topic::Field(Field::Item(id(1), ItemField::IntegrityGrade)));
}

#[test]
fn items_are_moved_duplicated_and_deleted_and_the_deletion_can_be_undone() {
    let mut window = window(Host::new(StepId::Items, record(&THREE)), TALL);
    click(&mut window, "名簿");
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
    window.get_by_role_and_label(Kind::ListBoxOption, "議事録").focus();
    window.run();
    press(&mut window, &[Key::ArrowDown]);
    assert_eq!(focused(&window), "名簿");
    window.get_by_role_and_label(Kind::RadioGroup, "名簿 — 機密性の格付");
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
    window.get_by_role_and_label(Kind::RadioGroup, "資料 — 個人情報の人数");
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
        window.get_by_role_and_label(Kind::ListBoxOption, "情報200").click_accesskit();
        window.run();
        window.get_by_role_and_label(Kind::RadioGroup, "情報200 — 機密性の格付");
        click(&mut window, "すべて選ぶ");
        window.get_by_label("199件をまとめて変更");
    }
}
