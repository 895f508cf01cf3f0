//! 承認.

use egui_kittest::kittest::Queryable as _;
use liu_wizard::catalogue::StepId;
use liu_wizard::record::{ApprovalState, Edit, Field, TextField, Validity};
use liu_wizard::window::widgets::field_id;

use crate::host::{Host, all_no, button, press, today, window};

const TALL: [f32; 2] = [826.0, 1300.0];

fn host() -> Host {
    let mut host = Host::new(StepId::Approval, all_no(&["会議の音声・映像"]));
    for (field, text) in [
        (TextField::AssessorTitle, "係長"),
        (TextField::AssessorName, "架空 花子"),
        (TextField::ApproverTitle, "課長"),
        (TextField::ApproverName, "架空 太郎"),
    ] {
        host.apply(Edit::SetText { field: Field::Text(field), text: text.to_owned() });
    }
    host
}

#[test]
fn the_assessor_asks_and_the_approver_approves_each_named_beforehand() {
    let mut window = window(host(), TALL);
    assert_eq!(window.get_by_label("氏名").value().as_deref(), Some("架空 花子"));
    button(&window, "確認を依頼する").click();
    window.run();
    assert_eq!(window.state().record.approval.state, ApprovalState::Submitted);
    assert_eq!(window.get_by_label("氏名").value().as_deref(), Some("架空 太郎"));
    for act in ["承認する", "差し戻す", "否認する", "作成中に戻す"] {
        button(&window, act);
    }
    button(&window, "承認する").click();
    window.run();
    let approval = &window.state().record.approval;
    assert_eq!(approval.state, ApprovalState::Approved);
    assert_eq!((approval.by.title.as_str(), approval.by.name.as_str()), ("課長", "架空 太郎"));
    assert_eq!(approval.on, Some(today()));
    assert_eq!(approval.content, Some(window.state().record.content_digest()));
}

#[test]
fn only_the_states_that_may_follow_are_offered() {
    let window = window(host(), TALL);
    assert!(window.query_by_label("承認する").is_none());
    assert!(window.query_by_label("差し戻す").is_none());
}

#[test]
fn nothing_is_recorded_without_a_name_or_with_a_date_that_is_none() {
    let mut host = host();
    host.apply(Edit::SetText { field: Field::Text(TextField::AssessorName), text: String::new() });
    let mut window = window(host, TALL);
    window.get_by_label("氏名を入力すると記録できます。");
    button(&window, "確認を依頼する").click();
    window.run();
    assert_eq!(window.state().record.approval.state, ApprovalState::Draft);
    window.get_by_label("氏名").click();
    window.run();
    window.get_by_label("氏名").type_text("架空 花子");
    window.run();
    window.get_by_label("日付").click();
    window.run();
    window.get_by_label("日付").type_text("ごろ");
    window.run();
    window.get_by_label_contains("日付として読めません");
    button(&window, "確認を依頼する").click();
    window.run();
    assert_eq!(window.state().record.approval.state, ApprovalState::Draft);
}

#[test]
fn a_change_after_approval_is_said_and_the_approval_stays_what_it_was() {
    let mut window = window(host(), TALL);
    button(&window, "確認を依頼する").click();
    window.run();
    button(&window, "承認する").click();
    window.run();
    assert!(window.query_by_label_contains("承認後に変更あり").is_none());
    let edit = Edit::SetText { field: Field::Text(TextField::ConditionsOfUse), text: "録画しない。".to_owned() };
    window.state_mut().apply(edit);
    window.run();
    assert!(window.query_all_by_label_contains("承認後に変更あり").next().is_some());
    assert_eq!(window.state().record.approval.state, ApprovalState::Approved);
}

#[test]
fn an_approver_who_is_the_assessor_is_warned_of() {
    let mut host = host();
    for (field, text) in [(TextField::ApproverTitle, "係長"), (TextField::ApproverName, "架空 花子")] {
        host.apply(Edit::SetText { field: Field::Text(field), text: text.to_owned() });
    }
    let window = window(host, TALL);
    assert!(window.query_all_by_label_contains("承認者が評価者と同じ方です").next().is_some());
}

#[test]
fn the_validity_is_chosen_and_shown_with_its_last_day() {
    let mut window = window(host(), TALL);
    let field = field_id(&Field::Approval);
    window.ctx.memory_mut(|memory| memory.request_focus(field));
    window.run();
    press(&mut window, &[egui::Key::Num2]);
    assert_eq!(window.state().record.approval.validity, Validity::TwelveMonths);
    button(&window, "確認を依頼する").click();
    window.run();
    button(&window, "承認する").click();
    window.run();
    window.get_by_label("2027年11月23日（令和9年11月23日）（あと365日）");
}

#[test]
fn the_page_claims_no_more_than_it_proves() {
    let window = window(host(), TALL);
    window.get_by_label_contains("電子署名ではありません");
}
