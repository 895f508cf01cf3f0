//! 対象業務

use egui::Key;
use egui::accesskit::Role as Kind;
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use liu_wizard::catalogue::StepId;
use liu_wizard::record::{Answer, Field, Role, TaskChoice, TaskId};
use liu_wizard::window::Topic;
use liu_wizard::window::widgets::field_id;

use super::service::{input, type_into};
use super::views::TALL;
use crate::support::host::{Host, Window, empty_record, focused, press, record, window};

const SEARCH: &str = "業務、サービス、情報の言葉で探す";

fn rows(window: &Window<'_>) -> Vec<String> {
    let rows = window.query_all(by().role(Kind::RadioButton).label_contains("想定サービス例："));
    rows.filter_map(|row| row.accesskit_node().label()).collect()
}

fn listed(id: &str) -> TaskChoice {
    TaskChoice::Listed(TaskId::new(id).unwrap())
}

#[test]
fn the_search_folds_width_case_and_kana_and_finds_task_service_group_and_information() {
    let mut window = window(Host::new(StepId::Task, empty_record(Role::Agency)), TALL);
    let all = rows(&window).len();
    assert_eq!(all, 14);
    for (typed, found) in [
        ("ＷＥＢ会議", "Web会議サービス"),
        ("ｱﾝｹｰﾄ", "Webアンケートサービス"),
        ("たれんと", "タレントマネジメントサービス"),
        ("liu-a3", "映像・コンテンツ等配信サービス"),
        ("チャット　会議の音声", "Web会議サービス"),
    ] {
        window.state_mut().page = Default::default();
        window.run();
        type_into(&mut window, SEARCH, typed);
        let shown = rows(&window);
        assert!(shown.len() < all && shown.iter().any(|row| row.contains(found)), "{typed}: {shown:?}");
    }
    window.state_mut().page = Default::default();
    window.run();
    type_into(&mut window, SEARCH, "宇宙船");
    window.get_by_label_contains("この言葉に合う業務はありません");
    window.get_by_label("一覧に該当なし");
}

#[test]
fn from_the_search_the_arrow_keys_reach_the_rows_and_a_key_chooses() {
    let mut window = window(Host::new(StepId::Task, empty_record(Role::Agency)), TALL);
    input(&window, SEARCH).focus();
    window.run();
    press(&mut window, &[Key::ArrowDown]);
    assert!(focused(&window).contains("想定サービス例：Web会議サービス"), "{}", focused(&window));
    assert_eq!(window.state().topic, Topic::Task(TaskId::new("LIU-A1").unwrap()));
    press(&mut window, &[Key::ArrowDown]);
    assert_eq!(window.state().record.task, TaskChoice::NotChosen);
    press(&mut window, &[Key::Space]);
    assert_eq!(window.state().record.task, listed("LIU-A2"));
    press(&mut window, &[Key::ArrowUp, Key::Enter]);
    assert_eq!(window.state().record.task, listed("LIU-A1"));
    assert!(focused(&window).contains("Web会議サービス"), "the focus stays on the row");
}

#[test]
fn choosing_another_task_keeps_what_was_said_and_a_jump_finds_the_chosen_row() {
    let mut window = window(Host::new(StepId::Task, record(&["資料"])), TALL);
    let answers = window.state().record.gate.clone();
    let row = rows(&window).into_iter().find(|row| row.contains("採用管理")).unwrap();
    window.get_by_label(&row).click();
    window.run();
    assert_eq!(window.state().record.task, listed("LIU-B3"));
    assert_eq!((&window.state().record.gate, window.state().record.items.len()), (&answers, 1));
    window.ctx.memory_mut(|memory| memory.request_focus(field_id(&Field::Task)));
    window.run();
    assert_eq!(focused(&window), row);
}

#[test]
fn not_listed_and_unknown_are_answers_and_can_be_taken_back() {
    let mut window = window(Host::new(StepId::Task, empty_record(Role::Agency)), TALL);
    for (label, choice) in [("一覧に該当なし", TaskChoice::NotListed), ("不明", TaskChoice::Unknown)] {
        window.get_by_role_and_label(Kind::RadioButton, label).click();
        window.run();
        assert_eq!(window.state().record.task, choice);
    }
    window.get_by_label("選択を取り消す").click();
    window.run();
    assert_eq!(window.state().record.task, TaskChoice::NotChosen);
}

#[test]
fn an_official_row_is_pasted_split_and_corrected() {
    let mut window = window(Host::new(StepId::Task, empty_record(Role::Agency)), TALL);
    window.get_by_role_and_label(Kind::RadioButton, "公式の行を貼り付ける").click();
    window.run();
    input(&window, "一覧の行（そのまま貼り付け）").focus();
    window.run();
    window.event(egui::Event::Paste("広報動画を配信する業務\t動画配信サービス\t対象業務一覧 2024-01".to_owned()));
    window.run();
    window.get_by_label("3つの欄に分ける").click();
    window.run();
    type_into(&mut window, "貼り付けた行の想定サービス例", "（公開用）");
    let TaskChoice::AgencyEntry { task, service, origin } = &window.state().record.task else { panic!("no entry") };
    assert_eq!((task.as_str(), origin.as_str()), ("広報動画を配信する業務", "対象業務一覧 2024-01"));
    assert!(service.as_str().contains("動画配信サービス") && service.as_str().contains("（公開用）"));
}

#[test]
fn each_red_flag_is_answered_with_a_word() {
    let mut window = window(Host::new(StepId::Task, record(&["資料"])), TALL);
    let flags: Vec<_> = window.state().catalogue.task(&TaskId::new("LIU-A1").unwrap()).unwrap().red_flags.clone();
    let group = format!("{} — 該当するか", flags[1].text.ja);
    window.get_by_role_and_label(Kind::RadioGroup, &group).focus();
    window.run();
    press(&mut window, &[Key::Num2, Key::Tab]);
    window.event(egui::Event::Text("録画しない設定にする".to_owned()));
    window.run();
    let reply = window.state().record.red_flag(&flags[1].id).unwrap();
    assert_eq!((&reply.applies, reply.word.as_str()), (&Answer::No, "録画しない設定にする"));
    assert!(window.state().record.red_flag(&flags[0].id).is_none());
}
