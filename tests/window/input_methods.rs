//! Japanese as it is typed: an input method that is switched on stays on from field to field, and what is being composed is in its
//! field when the pointer goes elsewhere.

use std::sync::{Arc, Mutex};

use egui::accesskit::{Action, ActionRequest, Role as NodeRole, TreeId};
use egui::{Context, Event, FullOutput, ImeEvent, Key, Modifiers, PointerButton, Pos2};
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use liu_wizard::catalogue::StepId;
use liu_wizard::record::{Field, Role, TextField};
use liu_wizard::window::Command;

use crate::support::shell::{WIDE, Window, World};

/// What the system is told of each frame: `None` switches the input method off, `Some(true)` makes it begin anew, which under X11
/// switches it off, too.
#[derive(Clone, Default)]
struct Told(Arc<Mutex<Vec<Option<bool>>>>);

impl egui::Plugin for Told {
    fn debug_name(&self) -> &'static str {
        "told"
    }

    fn output_hook(&mut self, _ctx: &Context, output: &mut FullOutput) {
        self.0.lock().unwrap().push(output.platform_output.ime.map(|ime| ime.should_interrupt_composition));
    }
}

impl Told {
    /// What was told since this was asked last.
    fn since(&self) -> Vec<Option<bool>> {
        std::mem::take(&mut *self.0.lock().unwrap())
    }

    #[track_caller]
    fn stayed_on(&self, what: &str) {
        let told = self.since();
        assert!(!told.is_empty() && told.iter().all(|told| *told == Some(false)), "{what}: {told:?}");
    }
}

/// A blank record on the page of the agency, with the focus in the first field, in which an input method is on.
fn writing() -> (Window, Told) {
    let mut window = World::default().open(WIDE);
    let told = Told::default();
    window.harness.ctx.add_plugin(told.clone());
    window.command(Command::New(Role::Agency));
    window.command(Command::JumpTo(Field::Text(TextField::AgencyName)));
    told.since();
    window.run();
    told.stayed_on("in the field");
    (window, told)
}

fn place_of(window: &Window, field: &str) -> Pos2 {
    window.field(field).rect().center()
}

fn press_at(window: &mut Window, at: Pos2) {
    window.harness.event(Event::PointerMoved(at));
    for pressed in [true, false] {
        let button = PointerButton::Primary;
        window.harness.event(Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE });
    }
    window.run();
}

fn preedit(text: &str) -> Event {
    Event::Ime(ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None })
}

/// What an input method may say when it is told to forget a composition.
fn says_late(window: &mut Window, text: &str) {
    window.harness.event(preedit(""));
    window.harness.event(Event::Ime(ImeEvent::Commit(text.to_owned())));
    window.run();
}

#[test]
fn an_input_method_stays_on_from_field_to_field() {
    let (mut window, told) = writing();
    window.commit("架空省");
    told.stayed_on("after a word");
    for field in ["部局", "課室", "部局", "部局"] {
        // Else it were a double click, which selects a word.
        window.wait(1.0);
        let at = place_of(&window, field);
        press_at(&mut window, at);
        told.stayed_on(&format!("a click into {field}"));
        window.compose("きょ");
        window.commit("局");
        told.stayed_on(&format!("a word in {field}"));
    }
    for _ in 0..8 {
        window.press(Modifiers::NONE, Key::Tab);
        told.stayed_on(&format!("Tab to {}", window.focused()));
    }
    window.command(Command::GoTo(StepId::Service));
    told.stayed_on("on another page");
    window.command(Command::JumpTo(Field::Text(TextField::ServiceName)));
    told.stayed_on("in a field of another page");
    window.leave_and_come_back();
    told.stayed_on("after another window");
    assert_eq!(window.record().agency.name.as_str(), "架空省");
    assert_eq!(window.record().agency.bureau.as_str(), "局局局");
}

#[test]
fn what_is_composed_is_committed_when_the_pointer_goes_elsewhere() {
    type Place = fn(&Window) -> Pos2;
    let elsewhere: [(&str, Place); 5] = [
        ("into another field", |window| place_of(window, "課室")),
        ("into a field that is drawn before", |window| place_of(window, "機関名")),
        ("into the field itself", |window| place_of(window, "部局")),
        ("on nothing", |_| Pos2::new(WIDE[0] * 0.5, WIDE[1] - 40.0)),
        ("to another step", |window| window.harness.get(by().role(NodeRole::Tab).label_contains("対象業務")).rect().center()),
    ];
    for (what, place) in elsewhere {
        let (mut window, told) = writing();
        let at = place_of(&window, "部局");
        press_at(&mut window, at);
        window.commit("情報");
        window.compose("きょく");
        assert_eq!(window.record().agency.bureau.as_str(), "情報", "{what}: not committed yet");
        told.since();
        let at = place(&window);
        press_at(&mut window, at);
        let told = told.since();
        assert_eq!(told.iter().filter(|told| **told == Some(true)).count(), 1, "{what}: it is to forget once: {told:?}");
        assert_eq!(window.record().agency.bureau.as_str(), "情報きょく", "{what}");
        says_late(&mut window, "きょく");
        let record = window.record();
        let names = [&record.agency.name, &record.agency.bureau, &record.agency.section].map(|text| text.as_str().to_owned());
        assert_eq!(names, ["", "情報きょく", ""], "{what}: nothing twice, and nothing in another field");
        assert!(!window.has_dialog());
        if window.focused() == "課室" {
            window.compose("きょく");
            window.commit("局");
            assert_eq!(window.record().agency.section.as_str(), "局", "typing goes on there");
            window.compose("か");
            window.commit("課");
            assert_eq!(window.record().agency.section.as_str(), "局課");
        }
    }
}

#[test]
fn what_is_composed_is_committed_when_an_assistive_technology_goes_elsewhere() {
    for action in [Action::Focus, Action::Click] {
        let (mut window, _) = writing();
        window.compose("きょく");
        let target = window.field("課室").accesskit_node().locate().0;
        let request = ActionRequest { action, target_node: target, target_tree: TreeId::ROOT, data: None };
        window.harness.event(Event::AccessKitActionRequest(request));
        window.run();
        assert_eq!(window.record().agency.name.as_str(), "きょく", "{action:?}");
        assert_eq!((window.focused().as_str(), window.record().agency.section.as_str()), ("課室", ""), "{action:?}");
    }
}

/// Goes by key to the first choice of the first questions.
fn to_a_choice(window: &mut Window) {
    window.command(Command::GoTo(StepId::Gate));
    for _ in 0..30 {
        window.press(Modifiers::NONE, Key::Tab);
        let focused = window.harness.root().children_recursive().find(|node| node.is_focused());
        if focused.is_some_and(|node| node.accesskit_node().role() == NodeRole::RadioGroup) {
            return;
        }
    }
    panic!("Tab leads to no choice");
}

#[test]
fn digits_answer_also_where_an_input_method_is_on() {
    let (mut window, told) = writing();
    to_a_choice(&mut window);
    assert_eq!(told.since().last(), Some(&None), "who comes by key may press digits: the input method does not get them");
    let blank = window.record().gate;
    window.press(Modifiers::NONE, Key::Num1);
    let first = window.record().gate;
    assert_ne!(first, blank);
    // Who comes by the pointer goes on to write.
    let at = window.harness.query_all(by().role(NodeRole::RadioButton).label_contains("いいえ")).next().unwrap().rect().center();
    press_at(&mut window, at);
    let second = window.record().gate;
    assert_ne!(second, first);
    told.since();
    window.run();
    told.stayed_on("after a click on a choice");
    // And if he presses a digit all the same, it comes by way of the input method.
    for said in [preedit("１"), Event::Ime(ImeEvent::Commit("1".to_owned()))] {
        window.press(Modifiers::NONE, Key::Num2);
        assert_eq!(window.record().gate, second);
        window.harness.event(said);
        window.run();
        assert_eq!(window.record().gate, first);
    }
}

#[test]
fn what_an_input_method_makes_of_a_key_where_nothing_can_be_written_is_that_key() {
    let (mut window, told) = writing();
    window.commit("架空省");
    window.command(Command::ShowCatalogue);
    assert!(window.has_dialog());
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.has_dialog());
    window.command(Command::About);
    let close = window.harness.get(by().role(NodeRole::Button).label("閉じる"));
    close.focus();
    window.run();
    told.since();
    window.harness.event(preedit("あ"));
    window.run();
    assert!(told.since().contains(&Some(true)), "nothing can be composed here: it is told so");
    assert!(window.has_dialog());
    window.commit("　");
    assert!(!window.has_dialog(), "the space bar presses the button");
    assert_eq!(window.record().agency.name.as_str(), "架空省");
}
