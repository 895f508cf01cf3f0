//! What the window looks like: about two dozen pictures kept beside this test. See `support::pictures` for how one is accepted.
//!
//! They are drawn by the CPU, with the fonts that the program ships and on a day that stands still, so that they are the same
//! everywhere. None shows the version of the program or a printed page, which change for reasons of their own.

use std::path::Path;

use egui::{Key, Modifiers};
use liu_wizard::catalogue::StepId;
use liu_wizard::export::Along;
use liu_wizard::package::{self, Setting, Wish};
use liu_wizard::record::{Answer, ApprovalState, Edit, Field, Record, Role, TextField};
use liu_wizard::text::Lang;
use liu_wizard::window::{Command, Request};

use crate::support::pictures::Pictures;
use crate::support::shell::{NARROW, WIDE, Window, World};
use crate::support::workbook::{answered, workbook};
use crate::support::{catalogue, finished, question, steps_of, today};

impl Pictures {
    fn of(&mut self, name: &str, window: &mut Window) {
        self.see(name, &window.harness.render().unwrap());
    }
}

/// A window with the first worked example, without the printed page.
fn example(size: [f32; 2]) -> Window {
    let mut window = World::default().open(size);
    window.command(Command::OpenExample(0));
    window.command(Command::GoTo(StepId::Review));
    window.command(Command::TogglePreview);
    window
}

#[test]
fn start_and_the_steps_of_an_agency() {
    let mut pictures = Pictures::default();
    let mut window = World::default().open(WIDE);
    pictures.of("agency-00-start", &mut window);
    let mut window = example(WIDE);
    for (number, step) in (1..).zip(steps_of(Role::Agency)) {
        window.command(Command::GoTo(step));
        pictures.of(&format!("agency-{number:02}-{step:?}").to_lowercase(), &mut window);
    }
    pictures.end("agency-");
}

#[test]
fn the_steps_that_only_a_provider_has_and_other_sizes_and_languages() {
    let mut pictures = Pictures::default();
    let mut window = World::default().open(WIDE);
    window.command(Command::New(Role::Csp));
    window.ask(Request::Edit(Edit::SetText {
        field: Field::Text(TextField::ServiceName),
        text: "ウェブ会議サービス甲".to_owned(),
    }));
    for step in [StepId::Request, StepId::Received, StepId::Application] {
        window.command(Command::GoTo(step));
        pictures.of(&format!("other-provider-{step:?}").to_lowercase(), &mut window);
    }
    let mut window = example(NARROW);
    window.command(Command::GoTo(StepId::Confidentiality));
    pictures.of("other-narrow", &mut window);
    let mut window = example(WIDE);
    window.command(Command::SetLang(Lang::En));
    window.command(Command::GoTo(StepId::Decisions));
    pictures.of("other-english", &mut window);
    pictures.end("other-");
}

#[test]
fn menus_dialogs_and_the_search() {
    let mut pictures = Pictures::default();
    let mut window = example(WIDE);
    window.command(Command::GoTo(StepId::Gate));
    window.click_button("ファイル");
    pictures.of("over-menu", &mut window);
    window.press(Modifiers::NONE, Key::Escape);
    window.press(Modifiers::COMMAND, Key::K);
    window.commit("保存");
    pictures.of("over-search", &mut window);
    window.press(Modifiers::NONE, Key::Escape);

    window.ask(Request::Edit(Edit::AnswerGate(question("G3"), Answer::Unknown)));
    window.command(Command::AskApproval(ApprovalState::Draft));
    pictures.of("over-approval", &mut window);

    let world = World::default();
    let catalogue = catalogue();
    let setting = Setting { catalogue: &catalogue, today: today(), lang: Lang::Ja, along: Along::default(), undecided: true };
    let packed = |record: &Record, wish: Wish<'_>| package::make(record, wish, &[], &setting).unwrap();
    world.disk.put(Path::new("/cases/result.liu.zip"), &packed(&finished(), Wish::Result));
    let mut window = world.open(WIDE);
    window.command(Command::OpenExample(0));
    let sheet = answered(&workbook(&window.record(), Lang::Ja), &[("gate.answers.G1", "いいえ"), ("gate.answers.G3", "不明")]);
    world.disk.put(Path::new("/cases/sheet.xlsx"), &sheet);
    window.command(Command::ImportSheetPath("/cases/sheet.xlsx".into()));
    pictures.of("over-sheet", &mut window);
    window.press(Modifiers::NONE, Key::Escape);
    window.command(Command::OpenPath("/cases/result.liu.zip".into()));
    pictures.of("over-package", &mut window);
    window.click_button("読むだけで開く");
    window.command(Command::GoTo(StepId::Integrity));
    pictures.of("over-read-only", &mut window);
    pictures.end("over-");
}
