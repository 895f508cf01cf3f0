//! 案内 and 一覧表: two ways through the same answers.

use std::path::Path;

use egui::accesskit::Role as NodeRole;
use egui::{Key, Modifiers};
use liu_wizard::catalogue::StepId;
use liu_wizard::export::Along;
use liu_wizard::file::{Settings, WayThrough};
use liu_wizard::package::{self, Setting, Wish};
use liu_wizard::record::{Answer, ConfidentialityGrade, Edit, Grade, ItemId, NewItem, PersonCount, Role};
use liu_wizard::text::Lang;
use liu_wizard::window::{Command, Request};

use crate::support::shell::{NARROW, WIDE, Window, World, folders};
use crate::support::{catalogue, finished, question, today};

const NAMES: [&str; 3] = ["選択式の回答", "自由記述の回答", "設問と案内文"];

/// A record with three items, the last of which is of 機密性1, in 案内 at a step.
fn guided(size: [f32; 2], step: StepId) -> Window {
    let mut window = World { way: WayThrough::Guided, ..World::default() }.open(size);
    fill(&mut window);
    window.command(Command::GoTo(step));
    window
}

fn fill(window: &mut Window) {
    window.command(Command::New(Role::Agency));
    let new = |(place, name): (usize, &str)| NewItem { id: id(place), name: name.to_owned(), description: String::new() };
    let all = vec![id(1), id(2), id(3)];
    for edit in [
        Edit::AddItems((1..).zip(NAMES).map(new).collect()),
        Edit::GradeConfidentiality(vec![id(1), id(2)], ConfidentialityGrade::Two),
        Edit::GradeConfidentiality(vec![id(3)], ConfidentialityGrade::One),
        Edit::GradeIntegrity(all.clone(), Grade::One),
        Edit::GradeAvailability(all.clone(), Grade::One),
        Edit::CountPersons(all, PersonCount::UpTo1000),
    ] {
        window.ask(Request::Edit(edit));
    }
}

fn id(place: usize) -> ItemId {
    ItemId::new(format!("i{place}")).unwrap()
}

fn answers(window: &Window, of: &str) -> Vec<Answer> {
    window.record().items.iter().map(|item| item.answers.get(of).clone()).collect()
}

fn press(window: &mut Window, key: Key) {
    window.press(Modifiers::NONE, key);
}

#[test]
fn what_each_answer_will_do_stands_before_the_answer() {
    let window = guided(WIDE, StepId::Confidentiality);
    assert!(window.has("公表予定のない不開示情報（情報公開法5条各号）を含みますか（公表前提なら公表時期を記入）"));
    assert!(window.has("はい：提案はそのままで、決定に理由が要ります。"));
    assert!(window.has("いいえ：この問いでは、理由は要りません。"));
    assert!(window.has("不明：未評価のまま残ります。低位にはなりません。"));
    assert!(!window.has_containing("要配慮個人情報を含みますか"), "one question at a time");
}

#[test]
fn one_click_answers_all_alike_as_one_act_that_is_undone_at_once() {
    let mut window = guided(WIDE, StepId::Confidentiality);
    let before = window.record();
    window.click_at(NodeRole::RadioButton, "C1 不開示情報 2件とも同じ：いいえ");
    assert_eq!(answers(&window, "C1"), [Answer::No, Answer::No, Answer::NotAnswered], "the third is not asked");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.record(), before);
    window.click_at(NodeRole::RadioButton, "C1 不開示情報 自由記述の回答：はい");
    assert_eq!(answers(&window, "C1"), [Answer::NotAnswered, Answer::Yes, Answer::NotAnswered]);
}

#[test]
fn a_whole_objective_is_answered_by_digits_and_enter() {
    let mut window = guided(WIDE, StepId::Confidentiality);
    assert_eq!(window.focused(), "C1 不開示情報 2件とも同じ");
    for key in [Key::Num1, Key::Num2, Key::Num1, Key::Num2, Key::Num2, Key::Num2, Key::Num2, Key::Num2] {
        assert!(window.focused().ends_with("2件とも同じ"), "{}", window.focused());
        press(&mut window, key);
        press(&mut window, Key::Enter);
    }
    assert!(window.has("機密性の問いから出た提案"));
    assert!(window.has_containing("「選択式の回答」、「自由記述の回答」：提案は低位です。C1 不開示情報、C3 人数、C4 職員以外の個人情報により、決定には理由が要ります。"));
    assert!(window.has_containing("「設問と案内文」：提案は低位です。"));
    assert!(window.has("問いにはすべて答えました。"));
    press(&mut window, Key::Enter);
    assert_eq!(window.focused(), "I2 権利義務・処分 3件とも同じ", "on to the next step");
}

#[test]
fn the_rows_of_a_question_are_walked_and_answered_by_keys_and_walking_answers_nothing() {
    let mut window = guided(WIDE, StepId::Confidentiality);
    let before = window.record();
    for (key, focused) in [
        (Key::ArrowDown, "C1 不開示情報 選択式の回答"),
        (Key::ArrowDown, "C1 不開示情報 自由記述の回答"),
        (Key::ArrowDown, "C1 不開示情報 自由記述の回答"),
        (Key::ArrowUp, "C1 不開示情報 選択式の回答"),
    ] {
        press(&mut window, key);
        assert_eq!(window.focused(), focused);
    }
    assert_eq!(window.record(), before);
    press(&mut window, Key::Num3);
    assert_eq!(answers(&window, "C1")[0], Answer::Unknown);
    press(&mut window, Key::Num3);
    assert_eq!(answers(&window, "C1")[0], Answer::Unknown, "chosen again it stays");
    press(&mut window, Key::Backspace);
    assert_eq!(window.record(), before);
}

#[test]
fn what_cannot_matter_is_not_asked_and_that_is_said() {
    let mut window = guided(WIDE, StepId::Confidentiality);
    assert!(window.has_containing("「設問と案内文」は機密性1なので、この問いは当たりません。答えは要りません。"));
    window.ask(Request::Edit(Edit::CountPersons(vec![id(1), id(2)], PersonCount::None)));
    press(&mut window, Key::Enter);
    assert!(window.focused().starts_with("C5 "), "C2 and C4 apply to nobody: {}", window.focused());
    assert!(window.has_containing("C2 要配慮個人情報、C4 職員以外の個人情報は、どの情報にも当たりません"));
    assert!(window.has_containing("C3 人数は、取り扱う情報の記入から決まる"));
}

#[test]
fn a_question_that_ceases_to_apply_gives_way_to_the_next() {
    let mut window = guided(WIDE, StepId::Integrity);
    press(&mut window, Key::Num1);
    for _ in 0..3 {
        press(&mut window, Key::Enter);
    }
    assert!(window.focused().starts_with("I5 "), "I2 raises, so what mitigates it is asked: {}", window.focused());
    window.ask(Request::Edit(Edit::AnswerItems(vec![id(1), id(2), id(3)], question("I2"), Answer::No)));
    assert!(window.has_containing("誤りが人の生命・身体の安全に関わりますか"));
}

#[test]
fn the_place_is_kept_from_one_way_to_the_other_and_back() {
    let mut window = guided(WIDE, StepId::Confidentiality);
    for _ in 0..3 {
        press(&mut window, Key::Enter);
    }
    assert!(window.focused().starts_with("C5 "));
    window.click_at(NodeRole::RadioButton, "一覧表");
    assert_eq!(window.focused(), "C5 財産的被害 選択式の回答");
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::ArrowDown);
    window.press(Modifiers::COMMAND, Key::G);
    assert_eq!(window.focused(), "C7 業務の目的 2件とも同じ");
}

#[test]
fn the_way_is_remembered_and_who_is_new_or_begins_anew_is_guided() {
    let mut world = World { way: WayThrough::Guided, ..World::default() };
    assert_eq!(Settings::load(&world.disk, &folders()).0.way, WayThrough::Guided, "nobody chose yet");
    let mut window = world.open(WIDE);
    window.command(Command::OpenExample(0));
    window.command(Command::GoTo(StepId::Integrity));
    window.click_at(NodeRole::RadioButton, "一覧表");
    world.way = Settings::load(&world.disk, &folders()).0.way;
    assert_eq!(world.way, WayThrough::Overview);
    let mut window = world.open(WIDE);
    window.command(Command::OpenExample(0));
    window.command(Command::GoTo(StepId::Integrity));
    assert!(window.has("提案"), "the matrix");
    fill(&mut window);
    window.command(Command::GoTo(StepId::Integrity));
    assert!(window.has("はい：提案は中位以上です。下げるには理由が要ります。"), "a new record begins guided");
}

#[test]
fn a_jump_finds_its_answer_in_the_guided_way_too() {
    let mut window = guided(WIDE, StepId::Integrity);
    window.command(Command::JumpTo(liu_wizard::record::Field::Answer(id(2), question("C7"))));
    assert_eq!(window.focused(), "C7 業務の目的 自由記述の回答");
    press(&mut window, Key::Num2);
    assert_eq!(answers(&window, "C7"), [Answer::NotAnswered, Answer::No, Answer::NotAnswered]);
    press(&mut window, Key::Enter);
    assert!(window.focused().starts_with("C8 "));
}

#[test]
fn the_buttons_below_name_what_comes_next_and_lead_back() {
    let mut window = guided(WIDE, StepId::Confidentiality);
    window.click_button("次へ：C2 要配慮個人情報");
    window.click_button("次へ：C4 職員以外の個人情報");
    window.click_button("戻る");
    assert!(window.focused().starts_with("C2 "));
    window.click_button("戻る");
    window.click_button("戻る");
    assert!(
        window.focused().starts_with("取り扱う情報"),
        "before the first question comes the step before: {}",
        window.focused()
    );
}

#[test]
fn at_two_hundred_percent_and_in_english_all_can_be_answered() {
    for (lang, all) in [(Lang::Ja, "A2 許容できる停止 3件とも同じ"), (Lang::En, "A2 Tolerable downtime All 3 the same")]
    {
        let mut window = guided(NARROW, StepId::Availability);
        window.command(Command::SetLang(lang));
        assert_eq!(window.focused(), all);
        window.picture(&format!("guided-narrow-{}", lang.code()));
        press(&mut window, Key::Num4);
        assert!(answers(&window, "A2").iter().all(|answer| matches!(answer, Answer::Choice(_))), "{:?}", answers(&window, "A2"));
    }
}

#[test]
fn two_hundred_items_are_answered_alike_and_each_is_reached() {
    let mut window = guided(WIDE, StepId::Confidentiality);
    let many = (4..=200).map(|place| NewItem { id: id(place), name: format!("情報{place}"), description: String::new() });
    window.ask(Request::Edit(Edit::AddItems(many.collect())));
    press(&mut window, Key::Num2);
    assert_eq!(answers(&window, "C1").iter().filter(|answer| **answer == Answer::No).count(), 199);
    window.command(Command::JumpTo(liu_wizard::record::Field::Answer(id(150), question("C1"))));
    assert_eq!(window.focused(), "C1 不開示情報 情報150");
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::Num1);
    assert_eq!(answers(&window, "C1")[150], Answer::Yes);
}

#[test]
fn pictures_of_the_guided_way() {
    let mut window = guided(WIDE, StepId::Confidentiality);
    for _ in 0..5 {
        press(&mut window, Key::Enter);
    }
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::Num2);
    press(&mut window, Key::ArrowDown);
    window.picture("guided-question");
    window.command(Command::SetLang(Lang::En));
    window.picture("guided-question-en");
    window.command(Command::SetLang(Lang::Ja));
    for _ in 0..3 {
        press(&mut window, Key::Enter);
    }
    window.picture("guided-end");
}

#[test]
fn what_is_only_looked_at_can_be_gone_through_and_not_answered() {
    let world = World { way: WayThrough::Guided, ..World::default() };
    let catalogue = catalogue();
    let setting = Setting { catalogue: &catalogue, today: today(), lang: Lang::Ja, along: Along::default(), undecided: true };
    world.disk.put(Path::new("/cases/it.liu.zip"), &package::make(&finished(), Wish::Result, &[], &setting).unwrap());
    let mut window = world.open(WIDE);
    window.command(Command::OpenPath("/cases/it.liu.zip".into()));
    let shown = window.record();
    window.command(Command::GoTo(StepId::Integrity));
    window.click_at(NodeRole::RadioButton, "I2 権利義務・処分 会議：はい");
    press(&mut window, Key::Num1);
    press(&mut window, Key::Backspace);
    assert_eq!(window.record(), shown);
    press(&mut window, Key::Enter);
    assert!(window.focused().starts_with("I3 "));
    window.click_at(NodeRole::RadioButton, "一覧表");
    assert!(window.focused().starts_with("I3 "), "how somebody looks at a record is no part of it: {}", window.focused());
}
