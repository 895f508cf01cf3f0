//! 前提確認

use egui::Key;
use egui::accesskit::Role as Kind;
use egui_kittest::kittest::Queryable as _;
use liu_wizard::catalogue::StepId;
use liu_wizard::record::{Answer, Edit, Field, Role, TaskChoice};
use liu_wizard::window::{Command, Topic};

use super::service::type_into;
use super::views::TALL;
use crate::support::host::{Host, Window, empty_record, focused, picture, press, question, record, window};

/// Below this width the branches are sentences.
const SLIM: [f32; 2] = [480.0, 2400.0];

fn gate_answer<'w>(window: &'w Window<'_>, id: &str) -> &'w Answer {
    window.state().record.gate.answers.get(id)
}

fn focus_question(window: &mut Window<'_>, start: &str) {
    let groups: Vec<_> = window.get_all_by_role(Kind::RadioGroup).collect();
    let group = groups.into_iter().find(|group| {
        use egui_kittest::kittest::NodeT as _;
        group.accesskit_node().label().is_some_and(|label| label.starts_with(start))
    });
    group.unwrap().focus();
    window.run();
}

#[test]
fn every_question_is_answered_by_key_and_its_guidance_shown() {
    let mut window = window(Host::new(StepId::Gate, empty_record(Role::Agency)), TALL);
    for (id, key, answer) in [
        ("G1", Key::Num1, Answer::Yes),
        ("G2", Key::Num2, Answer::No),
        ("G3", Key::Num3, Answer::Unknown),
        ("G4", Key::ArrowRight, Answer::Yes),
        ("G6", Key::Num1, Answer::Yes),
        ("G7", Key::Num2, Answer::No),
        ("G8", Key::Num1, Answer::Yes),
    ] {
        focus_question(&mut window, id);
        assert_eq!(window.state().topic, Topic::Question(question(id)));
        press(&mut window, &[key]);
        assert_eq!(gate_answer(&window, id), &answer, "{id}");
        press(&mut window, &[Key::Backspace]);
        assert_eq!(gate_answer(&window, id), &Answer::NotAnswered, "{id}");
        press(&mut window, &[key]);
    }
}

#[test]
fn the_way_is_said_in_a_sentence_that_follows_the_answers() {
    let mut window = window(Host::new(StepId::Gate, empty_record(Role::Agency)), TALL);
    window.get_by_label_contains("先はまだ決まりません");
    focus_question(&mut window, "G1");
    press(&mut window, &[Key::Num2]);
    window.get_by_label("G1 いいえ → 対象外（ISMAPで判断）");
    picture(&mut window, "gate-leaves");
}

#[test]
fn where_there_is_little_room_the_branches_are_sentences() {
    for size in [SLIM, TALL] {
        let window = window(Host::new(StepId::Gate, empty_record(Role::Agency)), size);
        for end in ["対象外（ISMAPで判断）", "LIU不要（統一基準4.2.3で判断）", "停止（上位者へ）", "要確認（制度所管省庁へ）"]
        {
            assert!(window.query_all_by_label_contains(end).count() >= 1, "{end}");
        }
    }
}

#[test]
fn the_task_is_shown_and_chosen_on_its_own_step() {
    let mut window = window(Host::new(StepId::Gate, record(&["資料"])), TALL);
    assert!(window.query_all_by_label_contains("LIU-A1（Web会議サービス）").count() >= 1);
    window.get_by_label_contains("想定サービス例：Web会議サービス");
    window.get_by_label("対象業務の手順で選ぶ").click();
    window.run();
    assert_eq!(window.state().commands, [Command::JumpTo(Field::Task)]);
}

#[test]
fn another_service_than_the_assumed_one_asks_for_a_reason() {
    let mut window = window(Host::new(StepId::Gate, record(&["資料"])), TALL);
    assert!(window.query_by_label("想定サービス例と異なる理由").is_none());
    focus_question(&mut window, "G6");
    press(&mut window, &[Key::Num2]);
    type_into(&mut window, "想定サービス例と異なる理由", "会議室予約と一体の製品のため");
    assert_eq!(window.state().record.gate.service_reason.as_str(), "会議室予約と一体の製品のため");
}

#[test]
fn tab_goes_from_question_to_question() {
    let mut host = Host::new(StepId::Gate, empty_record(Role::Agency));
    host.apply(Edit::ChooseTask(TaskChoice::Unknown));
    let mut window = window(host, TALL);
    focus_question(&mut window, "G1");
    let mut seen = Vec::new();
    for _ in 0..7 {
        press(&mut window, &[Key::Tab]);
        seen.push(focused(&window).chars().take(2).collect::<String>());
    }
    assert_eq!(seen, ["G2", "G3", "G4", "対象", "G6", "G7", "G8"]);
}

#[test]
fn an_empty_form_is_no_list_of_mistakes() {
    let window = window(Host::new(StepId::Gate, empty_record(Role::Agency)), TALL);
    assert_eq!(window.query_all_by_label_contains("エラー").count(), 0);
}
