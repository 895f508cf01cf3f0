//! 機密性, 完全性, 可用性: the matrix.

use egui::Key;
use egui_kittest::kittest::Queryable as _;
use liu_wizard::catalogue::StepId;
use liu_wizard::record::{Answer, Edit, Field, ItemField};
use liu_wizard::window::{Command, Topic};

use crate::host::{Host, focused, id, option, picture, press, question, record, window};

const WIDE: [f32; 2] = [826.0, 620.0];
const NARROW: [f32; 2] = [480.0, 300.0];
const THREE: [&str; 3] = ["会議の音声・映像", "参加者の氏名・連絡先", "公表予定資料"];

#[test]
fn a_cell_is_answered_with_one_click_and_a_second_click_takes_it_back() {
    let mut window = window(Host::new(StepId::Confidentiality, record(&THREE)), WIDE);
    window.get_by_label("C2 要配慮個人情報 会議の音声・映像：はい").click();
    window.run();
    assert_eq!(window.state().answer("i1", "C2"), &Answer::Yes);
    assert_eq!(window.state().topic, Topic::Question(question("C2")));
    picture(&mut window, "objective");
    window.get_by_label("C2 要配慮個人情報 会議の音声・映像：はい").click();
    window.run();
    assert_eq!(window.state().answer("i1", "C2"), &Answer::NotAnswered);
}
