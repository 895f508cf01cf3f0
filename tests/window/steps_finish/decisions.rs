//! 影響度の決定.

use egui_kittest::kittest::Queryable as _;
use liu_wizard::catalogue::StepId;
use liu_wizard::judgement::Standing;
use liu_wizard::record::{Answer, Choice, Edit, Field, Level, Objective, RaiseTo};
use liu_wizard::window::widgets::field_id;
use liu_wizard::window::{Command, Topic};

use super::{NARROW, WIDE};
use crate::support::host::{Host, Window, all_no, id, press, question, record, window};

const TWO: [&str; 2] = ["会議の音声・映像", "参加者の氏名"];

fn choice(window: &Window<'_>, item: usize, objective: Objective) -> Option<Level> {
    match window.state().record.item(&id(item)).unwrap().decisions[objective].choice {
        Choice::NotDecided => None,
        Choice::Decided { level, .. } => Some(level),
    }
}

fn standing(window: &Window<'_>, item: usize, objective: Objective) -> Standing {
    window.state().judgement.item(&id(item)).unwrap().cells[objective].standing
}

/// Chooses an option of the decision of a cell by its digit, as the keyboard does.
fn decide(window: &mut Window<'_>, item: usize, objective: Objective, digit: egui::Key) {
    let field = field_id(&Field::Decision(id(item), objective));
    window.ctx.memory_mut(|memory| memory.request_focus(field));
    window.run();
    press(window, &[digit]);
}

#[test]
fn what_needs_no_reason_is_decided_as_proposed_in_one_act_that_can_be_undone() {
    let mut host = Host::new(StepId::Decisions, all_no(&TWO));
    host.apply(Edit::AnswerItems(vec![id(1)], question("C1"), Answer::Yes));
    let mut window = window(host, WIDE);
    let before = window.state().record.clone();
    window.get_by_label("理由のいらない 5 件を提案どおりに決定").click();
    window.run();
    assert_eq!(choice(&window, 1, Objective::Confidentiality), None, "C1 asks for a reason");
    assert_eq!(choice(&window, 2, Objective::Confidentiality), Some(Level::Low));
    assert!(window.query_by_label_contains("件を提案どおりに決定").is_none());
    window.get_by_label("決まったもの 5／6");
    window.state_mut().undo();
    assert_eq!(window.state().record, before);
}

#[test]
fn a_decision_below_the_proposal_asks_for_a_reason_and_is_marked_once_it_has_one() {
    let mut host = Host::new(StepId::Decisions, all_no(&TWO));
    host.apply(Edit::AnswerItems(vec![id(1)], question("C7"), Answer::Yes));
    let mut window = window(host, WIDE);
    window.get_by_label("提案 中位（C7）");
    decide(&mut window, 1, Objective::Confidentiality, egui::Key::Num1);
    assert_eq!(standing(&window, 1, Objective::Confidentiality), Standing::ReasonMissing);
    window.get_by_label("理由がない");
    window.get_by_label("会議の音声・映像 機密性の理由").click();
    window.run();
    window.get_by_label("会議の音声・映像 機密性の理由").type_text("会議の内容は同日に公表する。");
    window.run();
    assert_eq!(standing(&window, 1, Objective::Confidentiality), Standing::Lowered);
    window.get_by_label("引下げ");
    assert_eq!(window.state().topic, Topic::Levels);
}

#[test]
fn a_decision_above_the_proposal_stands_at_once_and_is_marked() {
    let mut window = window(Host::new(StepId::Decisions, all_no(&TWO)), WIDE);
    decide(&mut window, 2, Objective::Integrity, egui::Key::Num2);
    assert_eq!(standing(&window, 2, Objective::Integrity), Standing::Raised);
    window.get_by_label("引上げ");
    press(&mut window, &[egui::Key::Backspace]);
    assert_eq!(choice(&window, 2, Objective::Integrity), None);
}

#[test]
fn a_reopened_decision_says_why_and_waits_until_it_is_confirmed() {
    let mut host = Host::new(StepId::Decisions, all_no(&TWO));
    let decidable = host.judgement.decidable_as_proposed();
    host.apply(Edit::DecideAsProposed(decidable));
    host.apply(Edit::AnswerItems(vec![id(1)], question("C2"), Answer::Yes));
    let mut window = window(host, WIDE);
    window.get_by_label("再確認が必要");
    window.get_by_label("提案が変わりました。決めたときは低位、いまは中位です。新しくC2が加わりました。");
    assert_eq!(standing(&window, 1, Objective::Confidentiality), Standing::Reopened);
    window.get_by_label("会議の音声・映像 機密性：低位のまま確認する").scroll_to_me();
    window.run();
    window.get_by_label("会議の音声・映像 機密性：低位のまま確認する").click();
    window.run();
    assert_eq!(
        standing(&window, 1, Objective::Confidentiality),
        Standing::ReasonMissing,
        "confirmed, and now below the proposal"
    );
    window.state_mut().undo();
    window.run();
    window.get_by_label("会議の音声・映像 機密性：提案 中位 に決め直す").click();
    window.run();
    assert_eq!(standing(&window, 1, Objective::Confidentiality), Standing::AsProposed);
    assert!(window.query_by_label("再確認が必要").is_none());
}

#[test]
fn low_while_questions_are_open_does_not_count_and_leads_to_the_question() {
    let mut window = window(Host::new(StepId::Decisions, record(&TWO)), WIDE);
    decide(&mut window, 1, Objective::Integrity, egui::Key::Num1);
    assert_eq!(standing(&window, 1, Objective::Integrity), Standing::ProposalOpen);
    window.get_by_label("提案が未確定");
    window.get_by_label("提案が未確定のまま低位と決めています。先に残りの問いに答えてください。");
    window.get_all_by_label("残り I2、I3、I4、I6").next().unwrap().click();
    window.run();
    assert_eq!(window.state().commands, [Command::JumpTo(Field::Answer(id(1), question("I2")))]);
}

#[test]
fn the_task_as_a_whole_is_raised_with_a_reason_of_its_own() {
    let mut window = window(Host::new(StepId::Decisions, all_no(&TWO)), [826.0, 1400.0]);
    assert!(window.query_by_label("業務全体 可用性の理由").is_none());
    let field = field_id(&Field::Raise(Objective::Availability));
    window.ctx.memory_mut(|memory| memory.request_focus(field));
    window.run();
    press(&mut window, &[egui::Key::Num2]);
    assert_eq!(window.state().record.raises.availability.to, RaiseTo::Level(Level::Moderate));
    window.get_by_label("業務全体 可用性の理由");
}

#[test]
fn only_what_is_not_settled_is_shown_on_request_and_stays_while_it_is_being_settled() {
    let mut host = Host::new(StepId::Decisions, all_no(&TWO));
    let first: Vec<_> = host.judgement.decidable_as_proposed().into_iter().filter(|(item, ..)| *item == id(1)).collect();
    host.apply(Edit::DecideAsProposed(first));
    let mut window = window(host, WIDE);
    window.get_by_label("決まっていないもの").click();
    window.run();
    assert!(window.query_by_label("会議の音声・映像").is_none());
    window.get_by_label_contains("件を提案どおりに決定").click();
    window.run();
    window.get_by_label("参加者の氏名");
}

#[test]
fn a_jump_reaches_a_row_far_out_of_view() {
    let names: Vec<String> = (1..=200).map(|number| format!("情報その{number}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    for size in [WIDE, NARROW] {
        let mut window = window(Host::new(StepId::Decisions, all_no(&names)), size);
        assert!(window.query_by_label("情報その180").is_none(), "what is out of view is not laid out");
        decide(&mut window, 180, Objective::Availability, egui::Key::Num3);
        assert_eq!(choice(&window, 180, Objective::Availability), Some(Level::High));
    }
}
