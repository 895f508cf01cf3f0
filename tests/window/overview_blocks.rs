//! 一覧表 for those who know the job: filling on, copying from another item, pasting a block.

use egui::accesskit::Role as NodeRole;
use egui::{Event, Key, Modifiers};
use liu_wizard::catalogue::StepId;
use liu_wizard::record::{Answer, Edit, Field};
use liu_wizard::window::{Command, Request};

use crate::support::host::{id, record};
use crate::support::question;
use crate::support::shell::{WIDE, Window, World};

fn shown(step: StepId) -> Window {
    let mut window = World::default().open(WIDE);
    window.command(Command::OpenExample(0));
    window.ask(Request::Edit(Edit::Restore(Box::new(record(&["甲", "乙", "丙"])))));
    window.command(Command::GoTo(step));
    window
}

fn at(window: &mut Window, item: usize, of: &str) {
    window.command(Command::JumpTo(Field::Answer(id(item), question(of))));
}

fn answers(window: &Window, of: &str) -> Vec<Answer> {
    window.record().items.iter().map(|item| item.answers.get(of).clone()).collect()
}

fn paste(window: &mut Window, text: &str) {
    window.harness.event(Event::Paste(text.to_owned()));
    window.run();
}

use Answer::{No, NotAnswered, Unknown, Yes};

#[test]
fn enter_goes_down_and_from_the_foot_of_a_column_to_the_next() {
    let mut window = shown(StepId::Integrity);
    at(&mut window, 1, "I2");
    for expected in ["I3", "I4", "I6"] {
        window.press(Modifiers::NONE, Key::Enter);
        assert!(window.focused().starts_with(expected) && window.focused().ends_with('甲'), "{}", window.focused());
    }
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.focused().starts_with("I2") && window.focused().ends_with('乙'), "{}", window.focused());
}

#[test]
fn an_answer_is_filled_on_into_what_is_free_as_one_act() {
    let mut window = shown(StepId::Confidentiality);
    window.ask(Request::Edit(Edit::AnswerItems(vec![id(2)], question("C5"), Unknown)));
    at(&mut window, 1, "C5");
    window.press(Modifiers::NONE, Key::Num2);
    let before = window.record();
    window.press(Modifiers::COMMAND, Key::R);
    assert_eq!(answers(&window, "C5"), [No, Unknown, No]);
    window.press(Modifiers::COMMAND, Key::D);
    for of in ["C6", "C7", "C8", "C9"] {
        assert_eq!(answers(&window, of), [No, NotAnswered, NotAnswered]);
    }
    window.press(Modifiers::COMMAND, Key::Z);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.record(), before);
}

#[test]
fn a_block_goes_in_at_once_where_nothing_is_replaced_and_is_one_act() {
    let mut window = shown(StepId::Confidentiality);
    at(&mut window, 1, "C1");
    let before = window.record();
    paste(&mut window, "はい\tいいえ\t不明\r\nY\tN\t\r\nいいえ\tはい\tno\r\n");
    assert_eq!(answers(&window, "C1"), [Yes, No, Unknown]);
    assert_eq!(answers(&window, "C2"), [Yes, No, NotAnswered]);
    assert_eq!(answers(&window, "C4"), [No, Yes, No], "C3 follows from the items and takes no line");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.record(), before);
}

#[test]
fn a_block_that_replaces_is_shown_first_and_can_be_left() {
    let mut window = shown(StepId::Confidentiality);
    window.ask(Request::Edit(Edit::AnswerItems(vec![id(1)], question("C1"), Yes)));
    at(&mut window, 1, "C1");
    let before = window.record();
    paste(&mut window, "いいえ\tいいえ");
    assert_eq!(window.record(), before);
    assert!(window.has_containing("空いている1件に入れ、1件を置き換えます"));
    assert!(window.has("C1 不開示情報 甲：はい → いいえ"));
    window.click_button("やめる");
    assert_eq!(window.record(), before);
    at(&mut window, 1, "C1");
    paste(&mut window, "いいえ\tいいえ");
    window.click_button("空いているところだけ入れる");
    assert_eq!(answers(&window, "C1"), [Yes, No, NotAnswered]);
    at(&mut window, 1, "C1");
    paste(&mut window, "いいえ");
    window.click_button("置き換える");
    assert_eq!(answers(&window, "C1"), [No, No, NotAnswered]);
}

#[test]
fn what_could_mean_two_things_or_has_no_place_is_asked_and_never_guessed() {
    let mut window = shown(StepId::Confidentiality);
    at(&mut window, 3, "C1");
    let before = window.record();
    paste(&mut window, "たぶん\tはい");
    assert!(window.has_containing("2件は、答えとして読めないか、入れる場所がありません"));
    assert_eq!(window.record(), before);
    window.click_button("やめる");
    at(&mut window, 1, "C1");
    paste(&mut window, "○\t×");
    assert!(window.has_containing("○は「はい」、×は「いいえ」として読みました"));
    assert_eq!(window.record(), before);
    window.click_button("入れる");
    assert_eq!(answers(&window, "C1"), [Yes, No, NotAnswered]);
}

#[test]
fn the_answers_of_another_item_are_copied_as_one_act_after_they_were_shown() {
    let mut window = shown(StepId::Integrity);
    for (of, answer) in [("I2", Yes), ("I3", No), ("I4", No)] {
        window.ask(Request::Edit(Edit::AnswerItems(vec![id(1)], question(of), answer)));
    }
    window.ask(Request::Edit(Edit::AnswerItems(vec![id(3)], question("I3"), Yes)));
    let before = window.record();
    window.click_at(NodeRole::Link, "ほかの情報の答えを写す");
    assert!(window.has_containing("空いている2件に入れ、1件を置き換えます"));
    window.click_button("置き換える");
    assert_eq!(["I2", "I3", "I4"].map(|of| answers(&window, of)[2].clone()), [Yes, No, No]);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.record(), before);
}
