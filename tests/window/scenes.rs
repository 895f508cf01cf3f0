//! Whatever the window can show beside the steps of a worked example, each opened as a user opens it: for tests that look at all of it.

use std::path::Path;

use egui::accesskit::Role as NodeRole;
use liu_wizard::catalogue::{Eligibility, StepId};
use liu_wizard::export::Along;
use liu_wizard::file::{WayThrough, to_ron};
use liu_wizard::package::{self, PackageKind, Setting, Wish};
use liu_wizard::record::{Answer, ApprovalState, Edit, Field, ItemField, ItemId, NewItem, Record, Role, TextField};
use liu_wizard::text::{Lang, eligibility};
use liu_wizard::window::{Command, Menu, Request, ToPrint};

use super::approver::waiting;
use crate::support::shell::{WIDE, Window, World};
use crate::support::workbook::{answered, workbook};
use crate::support::{another_catalogue, approved_by, blank, catalogue, example, finished, question, steps_of, today};

const FILE: &str = "/cases/case.liu.ron";
const OTHER: &str = "/cases/other.liu.ron";

/// Every scene in a language. Each window has to be closed before the next one is opened only if a test wants that.
pub fn each(lang: Lang, mut look_at: impl FnMut(&mut Window, &str)) {
    type Scenes = fn(Lang, &mut dyn FnMut(&mut Window, &str));
    let scenes: [Scenes; 8] =
        [start_and_menus, the_five_questions, pages, dialogs, of_packages, of_the_approver, the_guided_way, on_the_side];
    for scenes in scenes {
        scenes(lang, &mut look_at);
    }
}

fn in_lang(world: &World, lang: Lang) -> Window {
    let mut window = world.open(WIDE);
    window.command(Command::SetLang(lang));
    window
}

fn with(record: &Record, lang: Lang) -> (World, Window) {
    let world = World::default();
    world.disk.put(Path::new(FILE), to_ron(record).unwrap().as_bytes());
    let mut window = in_lang(&world, lang);
    window.command(Command::OpenPath(FILE.into()));
    assert!(window.has_record());
    (world, window)
}

fn start_and_menus(lang: Lang, look_at: &mut dyn FnMut(&mut Window, &str)) {
    let mut window = in_lang(&World::default(), lang);
    look_at(&mut window, "start page, first time");
    let (_world, mut window) = with(&example(), lang);
    for menu in Menu::ALL {
        window.click_button(menu.name(lang));
        look_at(&mut window, &format!("menu {}", menu.name(lang)));
        window.harness.set_size(WIDE.into());
        window.press(egui::Modifiers::NONE, egui::Key::Escape);
    }
    window.command(Command::CloseRecord);
    look_at(&mut window, "start page with a record");
}

fn the_five_questions(lang: Lang, look_at: &mut dyn FnMut(&mut Window, &str)) {
    let mut window = in_lang(&World::default(), lang);
    window.command(Command::AskEligibility);
    for (number, question) in (1..).zip(&Eligibility::shipped().questions) {
        look_at(&mut window, &format!("question {number} of five"));
        window.harness.set_size(WIDE.into());
        window.run();
        window.click_at(NodeRole::RadioButton, question.options.last().unwrap().text.text(lang));
        look_at(&mut window, &format!("question {number} of five, answered"));
        window.harness.set_size(WIDE.into());
        window.run();
        let next = if window.has_button(eligibility::next_question(lang)) {
            eligibility::next_question
        } else {
            eligibility::see_result
        };
        window.click_button(next(lang));
    }
    look_at(&mut window, "where five answers lead");
}

fn pages(lang: Lang, look_at: &mut dyn FnMut(&mut Window, &str)) {
    let (world, mut window) = with(&example(), lang);
    world.disk.put(Path::new(OTHER), to_ron(&finished()).unwrap().as_bytes());
    for (name, command) in [
        ("search", Command::Search),
        ("keys", Command::ShowKeys),
        ("catalogue", Command::ShowCatalogue),
        ("history", Command::ShowHistory),
        ("traces", Command::ShowTraces),
        ("diagnostics", Command::ShowDiagnostics),
        ("comparison", Command::CompareRecord),
    ] {
        if name == "comparison" {
            world.dialogs.answer(OTHER);
        }
        window.command(command);
        if name == "search" {
            window.commit(lang.pick("機密性", "confidentiality"));
        }
        look_at(&mut window, name);
        window.press(egui::Modifiers::NONE, egui::Key::Escape);
    }
    let sheet = answered(&workbook(&window.record(), lang), &[("gate.answers.G1", lang.pick("いいえ", "No"))]);
    world.disk.put(Path::new("/cases/sheet.xlsx"), &sheet);
    window.command(Command::ImportSheetPath("/cases/sheet.xlsx".into()));
    look_at(&mut window, "a filled-in sheet");

    let world = World { in_use: another_catalogue(), ..World::default() };
    world.disk.put(Path::new(FILE), to_ron(&approved_by(example(), &catalogue())).unwrap().as_bytes());
    let mut window = in_lang(&world, lang);
    window.command(Command::OpenPath(FILE.into()));
    window.command(Command::ShowRules);
    look_at(&mut window, "old and new catalogue");
}

fn dialogs(lang: Lang, look_at: &mut dyn FnMut(&mut Window, &str)) {
    let (world, mut window) = with(&finished(), lang);
    for to in [ApprovalState::Submitted, ApprovalState::Approved, ApprovalState::Returned, ApprovalState::Draft] {
        window.command(Command::AskApproval(to));
        look_at(&mut window, &format!("approval, {to:?}"));
        window.press(egui::Modifiers::NONE, egui::Key::Escape);
    }
    for (name, command) in [
        ("about", Command::About),
        ("a path", Command::OpenByPath),
        ("a problem", Command::OpenPath("/cases/none.liu.ron".into())),
        ("print", Command::Print(ToPrint::Shown)),
        ("a result nobody decided on", Command::MakePackage(PackageKind::Result)),
    ] {
        window.command(command);
        look_at(&mut window, name);
        window.press(egui::Modifiers::NONE, egui::Key::Escape);
    }
    window.ask(Request::Edit(Edit::AnswerGate(question("G3"), Answer::Unknown)));
    window.command(Command::CloseRecord);
    look_at(&mut window, "unsaved changes");
    window.press(egui::Modifiers::NONE, egui::Key::Escape);
    // Somebody else saves another content over it.
    world.disk.put(Path::new(FILE), to_ron(&example()).unwrap().as_bytes());
    window.command(Command::Save);
    look_at(&mut window, "changed outside");
    drop(window);

    let mut world = World::default();
    let mut window = in_lang(&world, lang);
    window.command(Command::New(Role::Agency));
    write(&mut window, TextField::CaseName, "Web会議");
    window.wait(3.0);
    drop(window);
    world.disk.restart();
    world.session = 2;
    look_at(&mut in_lang(&world, lang), "what was not saved");
}

fn of_packages(lang: Lang, look_at: &mut dyn FnMut(&mut Window, &str)) {
    let catalogue = catalogue();
    let setting = Setting { catalogue: &catalogue, today: today(), lang, along: Along::default(), undecided: true };
    let mut provider = blank(Role::Csp);
    provider
        .apply(Edit::SetText { field: Field::Text(TextField::ServiceName), text: "ウェブ会議サービス甲".to_owned() })
        .unwrap();
    for (name, record, wish) in [("result", finished(), Wish::Result), ("request", provider, Wish::Request)] {
        let zip = package::make(&record, wish, &[], &setting).unwrap();
        let (world, mut window) = with(&example(), lang);
        world.disk.put(Path::new("/cases/package.liu.zip"), &zip);
        window.command(Command::OpenPath("/cases/package.liu.zip".into()));
        look_at(&mut window, &format!("package: {name}"));
    }
}

fn of_the_approver(lang: Lang, look_at: &mut dyn FnMut(&mut Window, &str)) {
    let (_world, mut window) = with(&waiting(), lang);
    look_at(&mut window, "approver");
    window.command(Command::Help);
    look_at(&mut window, "approver with help");
    window.command(Command::ToggleGuidance);
    window.command(Command::TogglePreview);
    look_at(&mut window, "approver, printed page");
    let mut changed = waiting();
    changed.apply(Edit::SetText { field: Field::Text(TextField::ConditionsOfUse), text: "毎週点検する。".to_owned() }).unwrap();
    let (_world, mut window) = with(&changed, lang);
    look_at(&mut window, "approver, changed since");
}

fn the_guided_way(lang: Lang, look_at: &mut dyn FnMut(&mut Window, &str)) {
    let world = World { way: WayThrough::Guided, ..World::default() };
    let mut window = in_lang(&world, lang);
    window.command(Command::OpenExample(0));
    for step in steps_of(Role::Agency) {
        window.command(Command::GoTo(step));
        look_at(&mut window, &format!("guided, {step:?}"));
    }
    for objective in [StepId::Confidentiality, StepId::Decisions] {
        window.command(Command::GoTo(objective));
        for number in 0..3 {
            window.command(Command::NextQuestion);
            look_at(&mut window, &format!("guided, {objective:?}, {number}"));
        }
    }
}

fn on_the_side(lang: Lang, look_at: &mut dyn FnMut(&mut Window, &str)) {
    let mut window = in_lang(&World::default(), lang);
    window.command(Command::Tour);
    look_at(&mut window, "tour");
    let (_world, mut window) = with(&finished(), lang);
    window.command(Command::GoTo(StepId::Confidentiality));
    window.command(Command::BeginTrial);
    look_at(&mut window, "trial");
    let mut window = in_lang(&World::default(), lang);
    window.command(Command::New(Role::Agency));
    for step in steps_of(Role::Agency) {
        window.command(Command::GoTo(step));
        look_at(&mut window, &format!("blank, {step:?}"));
    }
    // Names as long as they may be, and longer than any line.
    write(&mut window, TextField::CaseName, &"とても長い案件名".repeat(12));
    write(&mut window, TextField::AgencyName, &"架空省架空局".repeat(12));
    let item = ItemId::new("long").unwrap();
    let new = NewItem { id: item.clone(), name: "申込者の一覧と連絡先".repeat(9), description: "説明".repeat(40) };
    window.ask(Request::Edit(Edit::AddItems(vec![new])));
    let field = Field::Item(item, ItemField::Whose);
    window.ask(Request::Edit(Edit::SetText { field, text: "Donaudampfschifffahrtsgesellschaft".repeat(4) }));
    for step in steps_of(Role::Agency) {
        window.command(Command::GoTo(step));
        look_at(&mut window, &format!("long names, {step:?}"));
    }
}

fn write(window: &mut Window, field: TextField, text: &str) {
    window.ask(Request::Edit(Edit::SetText { field: Field::Text(field), text: text.to_owned() }));
}
