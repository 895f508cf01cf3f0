//! What if: answers are tried beside the record, and taken over as one act or not at all.

use std::path::{Path, PathBuf};

use egui::{Key, Modifiers};
use liu_wizard::catalogue::StepId;
use liu_wizard::judgement::Outcome;
use liu_wizard::record::{Answer, Field};
use liu_wizard::window::Command;

use crate::support::question;
use crate::support::shell::{WIDE, Window, World};

/// Answers a question for the first item by its key.
fn answer(window: &mut Window, of: &str, key: Key) {
    let item = window.record().items[0].id.clone();
    window.command(Command::JumpTo(Field::Answer(item, question(of))));
    window.press(Modifiers::NONE, key);
}

/// The first worked example, in which C7 is tried with yes.
fn trying(world: &World) -> Window {
    let mut window = world.open(WIDE);
    window.command(Command::OpenExample(0));
    window.command(Command::GoTo(StepId::Confidentiality));
    window.press(Modifiers::COMMAND, Key::T);
    answer(&mut window, "C7", Key::Num1);
    window
}

fn c7(window: &Window) -> Answer {
    window.record().items[0].answers.get("C7").clone()
}

#[test]
fn what_would_come_of_an_answer_stands_beside_the_present_results_and_the_record_stays() {
    let mut window = trying(&World::default());
    window.picture("what-if");
    assert_eq!((c7(&window), window.judgement().outcome), (Answer::No, Outcome::Fits));
    assert!(window.has("機密性：低位 → 未評価（少なくとも中位）"));
    assert!(window.has("判定：適合（LIUの考え方に適合） → 不適合（低位を超える）"));
    assert!(window.has("完全性：低位のまま"));
}

#[test]
fn adopted_it_is_one_act() {
    let mut window = trying(&World::default());
    answer(&mut window, "C6", Key::Num3);
    let before = window.record();
    window.click_button("採用する");
    assert_eq!((c7(&window), window.judgement().outcome), (Answer::Yes, Outcome::NotLow));
    assert!(!window.has_containing("試し中"));
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.record(), before);
}

#[test]
fn discarded_nothing_is_left_and_undo_takes_back_what_was_tried_first() {
    let mut window = trying(&World::default());
    let before = window.record();
    window.press(Modifiers::COMMAND, Key::Z);
    assert!(window.has("機密性：低位のまま") && window.has("試した変更 0件"));
    assert_eq!(window.record(), before);
    answer(&mut window, "C7", Key::Num1);
    window.click_button("捨てる");
    assert!(!window.has_containing("試し中"));
    assert_eq!(window.record(), before);
}

#[test]
fn nothing_that_is_tried_is_saved_or_kept_as_a_snapshot() {
    let world = World::default();
    let mut window = trying(&world);
    window.wait(60.0);
    world.dialogs.answer("/cases/it.liu.ron");
    window.press(Modifiers::COMMAND, Key::S);
    window.wait(60.0);
    let written: Vec<PathBuf> = world.disk.paths();
    assert!(written.iter().any(|path| path == Path::new("/cases/it.liu.ron")), "{written:?}");
    for path in written {
        let text = String::from_utf8_lossy(&world.disk.get(&path).unwrap()).into_owned();
        assert!(!text.contains("\"C7\": yes"), "{}", path.display());
    }
    assert!(window.has_containing("試し中"), "it goes on being tried");
}
