//! 案内 through the gate and the decisions, and the beginnings of a reason.

use egui::accesskit::Role as NodeRole;
use egui::{Key, Modifiers};
use liu_wizard::catalogue::StepId;
use liu_wizard::file::WayThrough;
use liu_wizard::judgement::Outcome;
use liu_wizard::record::{
    Answer, ConfidentialityGrade, Edit, Field, Grade, ItemField, ItemId, Level, NewItem, Objective, PersonCount, Role,
    TaskChoice, TaskId,
};
use liu_wizard::text::Lang;
use liu_wizard::window::{Command, Request};

use crate::support::drawn::Drawn;
use crate::support::question;
use crate::support::shell::{NARROW, WIDE, Window, World};

fn id(place: usize) -> ItemId {
    ItemId::new(format!("i{place}")).unwrap()
}

fn begun(size: [f32; 2]) -> Window {
    let mut window = World { way: WayThrough::Guided, ..World::default() }.open(size);
    window.command(Command::New(Role::Agency));
    window
}

/// Two items of a questionnaire: nothing is raised but that one has free text.
fn answered(size: [f32; 2]) -> Window {
    let mut window = begun(size);
    let new = |(place, name): (usize, &str)| NewItem { id: id(place), name: name.to_owned(), description: String::new() };
    let all = vec![id(1), id(2)];
    for edit in [
        Edit::ChooseTask(TaskChoice::Listed(TaskId::new("LIU-A4").unwrap())),
        Edit::AddItems((1..).zip(["選択式の回答", "自由記述の回答"]).map(new).collect()),
        Edit::GradeConfidentiality(all.clone(), ConfidentialityGrade::Two),
        Edit::GradeIntegrity(all.clone(), Grade::One),
        Edit::GradeAvailability(all.clone(), Grade::One),
        Edit::CountPersons(all.clone(), PersonCount::UpTo100),
        Edit::SetText { field: Field::Item(id(2), ItemField::Retention), text: "集計の確定後3か月".to_owned() },
    ] {
        window.ask(Request::Edit(edit));
    }
    for of in ["C1", "C2", "C4", "C5", "C6", "C7", "C8", "C9", "I2", "I3", "I4", "I6", "A4", "A5", "A6"] {
        window.ask(Request::Edit(Edit::AnswerItems(all.clone(), question(of), Answer::No)));
    }
    let longer = Answer::Choice(liu_wizard::record::OptionId::new("longer").unwrap());
    window.ask(Request::Edit(Edit::AnswerItems(all, question("A2"), longer)));
    window.ask(Request::Edit(Edit::AnswerItems(vec![id(2)], question("C2"), Answer::Yes)));
    window.command(Command::GoTo(StepId::Decisions));
    window
}

fn reason(window: &Window) -> String {
    window.record().items[1].decisions[Objective::Confidentiality].reason.to_string()
}

#[test]
fn the_gate_asks_one_question_after_the_other_by_one_key_each_and_says_where_it_leads() {
    let mut window = begun(WIDE);
    window.command(Command::GoTo(StepId::Gate));
    assert!(window.has("いいえ：LIUの対象外です。ISMAPで判断します。"));
    window.picture("guided-gate");
    for (of, key) in [
        ("G1", Key::Num1),
        ("G2", Key::Num1),
        ("G3", Key::Num2),
        ("G4", Key::Num2),
        ("G6", Key::Num1),
        ("G7", Key::Num1),
        ("G8", Key::Num1),
    ] {
        assert!(window.focused().starts_with(of), "{of}: {}", window.focused());
        window.press(Modifiers::NONE, key);
        window.press(Modifiers::NONE, Key::Enter);
    }
    assert!(window.has("前提確認の結果"));
    assert!(!window.has_containing("尋ねません"), "all were asked");
    window.picture("guided-gate-end");
    let answers = window.record().gate.answers;
    assert_eq!((answers.get("G3"), answers.get("G8")), (&Answer::No, &Answer::Yes));
}

#[test]
fn an_answer_that_ends_the_gate_leaves_out_what_cannot_change_that() {
    let mut window = begun(WIDE);
    window.command(Command::GoTo(StepId::Gate));
    window.press(Modifiers::NONE, Key::Num2);
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.focused().starts_with("G4 "), "only what would stop it sooner: {}", window.focused());
    window.press(Modifiers::NONE, Key::Num2);
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.has("前提確認の結果") && window.has_containing("この結果を変えないので尋ねません"));
    assert_eq!(window.judgement().outcome, Outcome::OutOfScope);
}

#[test]
fn what_needs_no_reason_is_decided_together_and_the_rest_one_by_one() {
    let mut window = answered(WIDE);
    window.picture("guided-as-proposed");
    window.click_button("理由のいらない 6 件を提案どおりに決定");
    assert!(window.has("「自由記述の回答」の機密性"), "on to what wants a thought");
    window.press(Modifiers::COMMAND, Key::Z);
    assert!(
        window.record().items.iter().all(|item| item
            .decisions
            .iter()
            .all(|(_, decision)| !matches!(decision.choice, liu_wizard::record::Choice::Decided { .. }))),
        "one act"
    );
}

#[test]
fn a_reason_begins_with_what_the_record_knows_when_it_is_picked_and_never_by_itself() {
    let mut window = answered(WIDE);
    window.command(Command::JumpTo(Field::Decision(id(2), Objective::Confidentiality)));
    window.press(Modifiers::ALT, Key::Num1);
    assert_eq!(window.judgement().items[1].cells[Objective::Confidentiality].decided, Some(Level::Low));
    assert_eq!(reason(&window), "", "nothing is written by itself");
    window.picture("guided-reason");
    window.click_at(NodeRole::Button, "書き出しを入れる：保存は集計の確定後3か月までなので、");
    assert_eq!(reason(&window), "保存は集計の確定後3か月までなので、");
    assert_eq!(window.focused(), "自由記述の回答 機密性の理由");
    let only_begun = "「自由記述の回答」の機密性の決定の理由は、候補の書き出しだけです。";
    assert!(window.has_containing(only_begun), "a reason that is only the phrase is marked");
    assert!(window.has("点線は候補から入った部分です。"));
    window.picture("guided-reason-begun");
    let found = window.judgement().findings.into_iter().find(|finding| finding.kind.id() == "reason_only_begun");
    assert_eq!(found.map(|found| found.field), Some(Field::Reason(id(2), Objective::Confidentiality)));
    window.press(Modifiers::COMMAND, Key::End);
    window.commit("漏れても影響は短い間にとどまる。");
    assert_eq!(reason(&window), "保存は集計の確定後3か月までなので、漏れても影響は短い間にとどまる。");
    assert!(!window.has_containing("書き出しだけです"));
    window.picture("guided-reason-written");
    window.command(Command::SetLang(Lang::En));
    window.picture("guided-reason-en");
}

#[test]
fn the_cards_say_the_criteria_in_words_and_which_is_proposed() {
    let mut window = answered(WIDE);
    window.command(Command::JumpTo(Field::Decision(id(2), Objective::Confidentiality)));
    let card = |window: &Window, name: &str| {
        let mut cards = window.harness.query_all(egui_kittest::kittest::by().role(NodeRole::RadioButton).label(name));
        use egui_kittest::kittest::NodeT as _;
        cards.next().and_then(|card| card.accesskit_node().description()).unwrap_or_default()
    };
    use egui_kittest::kittest::Queryable as _;
    assert!(card(&window, "中位").starts_with("提案"), "{}", card(&window, "中位"));
    assert!(card(&window, "低位").contains("組織の運営："), "{}", card(&window, "低位"));
    window.click_at(NodeRole::RadioButton, "低位");
    assert!(card(&window, "低位").starts_with("▽ 引下げ"), "{}", card(&window, "低位"));
    window.click_at(NodeRole::Link, "答えを見る C2 要配慮個人情報");
    assert_eq!(window.focused(), "C2 要配慮個人情報 自由記述の回答");
}

#[test]
fn the_aspects_of_the_levels_stand_on_the_same_lines_in_the_three_cards() {
    for (lang, aspects) in
        [(Lang::Ja, ["組織の運営", "資産・費用", "個人"]), (Lang::En, ["Operations", "Assets and cost", "Individuals"])]
    {
        let mut window = answered(WIDE);
        window.command(Command::SetLang(lang));
        window.command(Command::JumpTo(Field::Decision(id(2), Objective::Confidentiality)));
        let drawn = Drawn::of(window.harness.output());
        for aspect in aspects {
            let tops = drawn.tops_of(aspect);
            assert!(tops.len() == 3 && tops.iter().all(|top| (top - tops[0]).abs() < 1.0), "{aspect}: {tops:?}");
        }
    }
}

#[test]
fn the_place_is_kept_on_gate_and_decisions_too() {
    let mut window = answered(WIDE);
    window.command(Command::JumpTo(Field::Decision(id(2), Objective::Confidentiality)));
    window.press(Modifiers::COMMAND, Key::G);
    assert_eq!(window.focused(), "自由記述の回答 機密性の決定");
    window.command(Command::GoTo(StepId::Gate));
    window.command(Command::JumpTo(Field::Gate(question("G4"))));
    window.press(Modifiers::COMMAND, Key::G);
    assert!(window.focused().starts_with("G4 "), "{}", window.focused());
}

#[test]
fn at_two_hundred_percent_a_decision_can_be_made_by_keys() {
    let mut window = answered(NARROW);
    window.command(Command::JumpTo(Field::Decision(id(2), Objective::Confidentiality)));
    window.press(Modifiers::ALT, Key::Num2);
    assert_eq!(window.judgement().items[1].cells[Objective::Confidentiality].decided, Some(Level::Moderate));
    window.picture("guided-reason-narrow");
}
