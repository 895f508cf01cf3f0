//! 機密性, 完全性, 可用性: the matrix.

use egui::Key;
use egui_kittest::kittest::Queryable as _;
use liu_wizard::catalogue::StepId;
use liu_wizard::record::{Answer, ConfidentialityGrade, Edit, Field, ItemField, PersonCount};
use liu_wizard::window::widgets::field_id;
use liu_wizard::window::{Command, Topic};

use super::{NARROW, WIDE};
use crate::support::host::{Host, Window, focused, id, option, press, question, record, window};

const THREE: [&str; 3] = ["会議の音声・映像", "参加者の氏名・連絡先", "公表予定資料"];

fn focus(window: &mut Window<'_>, item: usize, of: &str) {
    let field = field_id(&Field::Answer(id(item), question(of)));
    window.ctx.memory_mut(|memory| memory.request_focus(field));
    window.run();
}

fn many(count: usize) -> Vec<String> {
    (1..=count).map(|number| format!("情報その{number}")).collect()
}

#[test]
fn a_cell_is_answered_with_one_click_stays_so_at_a_second_one_and_is_taken_back_by_its_key() {
    let mut window = window(Host::new(StepId::Confidentiality, record(&THREE)), WIDE);
    window.get_by_label("C2 要配慮個人情報 会議の音声・映像：はい").click();
    window.run();
    assert_eq!(window.state().answer("i1", "C2"), &Answer::Yes);
    assert_eq!(window.state().topic, Topic::Question(question("C2")));
    window.get_by_label("C2 要配慮個人情報 会議の音声・映像：はい").click();
    window.run();
    assert_eq!(window.state().answer("i1", "C2"), &Answer::Yes);
    press(&mut window, &[Key::Delete]);
    assert_eq!(window.state().answer("i1", "C2"), &Answer::NotAnswered);
}

#[test]
fn the_whole_matrix_is_answered_with_the_keyboard_alone() {
    let mut window = window(Host::new(StepId::Confidentiality, record(&THREE)), WIDE);
    // Tab goes past the link to the other view and comes to the first cell.
    while !focused(&window).starts_with("C1") {
        press(&mut window, &[Key::Tab]);
    }
    let start = focused(&window);
    assert!(start.ends_with("会議の音声・映像"), "{start}");
    // C3 is derived and is passed over.
    for _ in 0..8 {
        press(&mut window, &[Key::Num2, Key::ArrowRight, Key::Num3, Key::ArrowRight, Key::Num1]);
        press(&mut window, &[Key::ArrowLeft, Key::ArrowLeft, Key::ArrowDown]);
    }
    for question in ["C1", "C2", "C4", "C5", "C6", "C7", "C8", "C9"] {
        let answers = ["i1", "i2", "i3"].map(|item| window.state().answer(item, question).clone());
        assert_eq!(answers, [Answer::No, Answer::Unknown, Answer::Yes], "{question}");
    }
    assert!(focused(&window).starts_with("C9"), "the last row is the end: {}", focused(&window));
    press(&mut window, &[Key::Backspace]);
    assert_eq!(window.state().answer("i1", "C9"), &Answer::NotAnswered);
}

#[test]
fn walking_through_the_matrix_answers_nothing() {
    let mut window = window(Host::new(StepId::Integrity, record(&THREE)), WIDE);
    let before = window.state().record.clone();
    focus(&mut window, 1, "I2");
    press(&mut window, &[Key::ArrowRight, Key::ArrowDown, Key::ArrowRight, Key::ArrowUp, Key::ArrowLeft, Key::Space, Key::Enter]);
    assert_eq!(window.state().record, before);
}

#[test]
fn answering_the_rest_of_a_row_with_no_is_one_undo_step_and_leaves_given_answers_alone() {
    let mut window = window(Host::new(StepId::Confidentiality, record(&THREE)), [826.0, 1200.0]);
    window.state_mut().apply(Edit::AnswerItems(vec![id(2)], question("C5"), Answer::Unknown));
    window.run();
    let before = window.state().record.clone();
    window.get_by_label("C5 未回答の2件を「いいえ」に").click();
    window.run();
    let answers = ["i1", "i2", "i3"].map(|item| window.state().answer(item, "C5").clone());
    assert_eq!(answers, [Answer::No, Answer::Unknown, Answer::No]);
    assert!(window.query_by_label("C5 未回答の2件を「いいえ」に").is_none(), "nothing is left to answer");
    window.state_mut().undo();
    assert_eq!(window.state().record, before);
}

#[test]
fn the_rest_of_a_row_is_answered_only_where_the_question_applies() {
    let mut host = Host::new(StepId::Confidentiality, record(&THREE));
    host.apply(Edit::CountPersons(vec![id(3)], PersonCount::None));
    let mut window = window(host, WIDE);
    window.get_by_label("C2 未回答の2件を「いいえ」に").click();
    window.run();
    assert_eq!(window.state().answer("i3", "C2"), &Answer::NotAnswered);
}

#[test]
fn what_is_not_asked_says_why_and_what_is_derived_leads_to_the_item() {
    let mut host = Host::new(StepId::Confidentiality, record(&THREE));
    host.apply(Edit::CountPersons(vec![id(2)], PersonCount::None));
    host.apply(Edit::GradeConfidentiality(vec![id(3)], ConfidentialityGrade::One));
    let mut window = window(host, [826.0, 1200.0]);
    window.get_by_label("C2 要配慮個人情報 参加者の氏名・連絡先：対象外（個人情報なし）");
    window.get_by_label("C5 財産的被害 公表予定資料：対象外（機密性1）");
    window.get_by_label_contains("会議の音声・映像：〜100人（取り扱う情報で変える）").click();
    window.run();
    assert_eq!(window.state().commands, [Command::JumpTo(Field::Item(id(1), ItemField::PersonCount))]);
}

#[test]
fn a_mitigation_is_asked_only_where_something_is_to_be_mitigated() {
    let mut window = window(Host::new(StepId::Integrity, record(&THREE)), [826.0, 1200.0]);
    assert!(window.query_by_label_contains("I5 原本・控え 会議の音声・映像：はい").is_none());
    window.state_mut().apply(Edit::AnswerItems(vec![id(1)], question("I2"), Answer::Yes));
    window.run();
    window.get_by_label_contains("会議の音声・映像：未評価（少なくとも中位）。I2 による");
    window
        .get_by(|node| node.label().is_some_and(|label| label.starts_with("I5") && label.ends_with("会議の音声・映像：はい")))
        .click();
    window.run();
    assert_eq!(window.state().answer("i1", "I5"), &Answer::Yes);
}

#[test]
fn the_question_of_time_offers_its_own_options_by_click_and_by_digit() {
    let mut window = window(Host::new(StepId::Availability, record(&THREE)), WIDE);
    window
        .get_by(|node| node.label().is_some_and(|label| label.starts_with("A2") && label.ends_with("会議の音声・映像：1日以内")))
        .click();
    window.run();
    let options: Vec<_> = match &window.state().catalogue.question(&question("A2")).unwrap().effect {
        liu_wizard::catalogue::Effect::Options(options) => options.iter().map(|option| option.id.clone()).collect(),
        other => panic!("{other:?}"),
    };
    assert_eq!(window.state().answer("i1", "A2"), &option(options[1].as_str()));
    press(&mut window, &[Key::Num4]);
    assert_eq!(window.state().answer("i1", "A2"), &option(options[3].as_str()));
    press(&mut window, &[Key::Num5]);
    assert_eq!(window.state().answer("i1", "A2"), &Answer::Unknown);
}

#[test]
fn the_proposal_names_its_causes_and_what_is_still_open() {
    let mut host = Host::new(StepId::Confidentiality, record(&THREE));
    for other in ["C1", "C4", "C6", "C7", "C8", "C9"] {
        host.apply(Edit::AnswerItems(vec![id(1)], question(other), Answer::No));
    }
    host.apply(Edit::AnswerItems(vec![id(1)], question("C2"), Answer::Yes));
    host.apply(Edit::AnswerItems(vec![id(1)], question("C5"), Answer::Unknown));
    let window = window(host, [826.0, 1200.0]);
    window.get_by_label("提案 会議の音声・映像：未評価（少なくとも中位）。C2 による、不明 C5");
}

#[test]
fn two_hundred_items_are_reached_by_arrows_by_a_jump_and_by_the_pager() {
    let names = many(200);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut window = window(Host::new(StepId::Confidentiality, record(&names)), WIDE);
    window.get_by_label("情報200件のうち 1〜3件目");
    assert!(window.query_by_label("C1 不開示情報 情報その150：はい").is_none(), "what is out of view is not laid out");
    focus(&mut window, 150, "C7");
    window.get_by_label("C7 業務の目的 情報その150：はい").click();
    window.run();
    assert_eq!(window.state().answer("i150", "C7"), &Answer::Yes);
    press(&mut window, &[Key::ArrowRight, Key::ArrowRight, Key::ArrowRight, Key::Num2]);
    assert_eq!(focused(&window), "C7 業務の目的 情報その153");
    assert_eq!(window.state().answer("i153", "C7"), &Answer::No);
    window.get_by_label("次の情報 ▶").scroll_to_me();
    window.run();
    window.get_by_label("次の情報 ▶").click();
    window.run();
    window.get_by_label("情報200件のうち 154〜156件目");
}

#[test]
fn a_focused_cell_is_never_under_the_head_of_the_table() {
    let mut window = window(Host::new(StepId::Confidentiality, record(&THREE)), [826.0, 400.0]);
    focus(&mut window, 1, "C9");
    for _ in 0..7 {
        press(&mut window, &[Key::ArrowUp]);
        let head = window.get_by_label("漏えいしたとき").rect();
        let cell = window.get_by_label(&focused(&window)).rect();
        let in_view = cell.top() >= head.bottom() - 1.0 && cell.bottom() <= 400.0;
        assert!(in_view, "{}: {cell:?}, with the head at {head:?}", focused(&window));
    }
}

#[test]
fn in_a_narrow_window_one_item_is_answered_at_a_time() {
    let mut window = window(Host::new(StepId::Confidentiality, record(&THREE)), [480.0, 1600.0]);
    assert!(window.query_by_label("C2 要配慮個人情報 参加者の氏名・連絡先：はい").is_none());
    window.get_by_label("次の情報").click();
    window.run();
    window.get_by_label("C2 要配慮個人情報 参加者の氏名・連絡先：はい").click();
    window.run();
    assert_eq!(window.state().answer("i2", "C2"), &Answer::Yes);
    press(&mut window, &[Key::ArrowDown, Key::Num2]);
    assert_eq!(window.state().answer("i2", "C4"), &Answer::No);
    press(&mut window, &[Key::ArrowRight, Key::Num3]);
    assert_eq!(window.state().answer("i3", "C4"), &Answer::Unknown);
}

#[test]
fn without_items_the_page_says_so_and_leads_to_them() {
    let mut window = window(Host::new(StepId::Availability, record(&[])), NARROW);
    window.get_by_label("取り扱う情報へ").click();
    window.run();
    assert_eq!(window.state().commands, [Command::JumpTo(Field::Items)]);
}
