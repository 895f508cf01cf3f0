//! Every control of every step and dialog is operated once, by mouse and by key: afterwards something sensible has the focus, what was
//! operated is where it was, and no other control has come under the pointer.

use std::collections::{BTreeMap, BTreeSet};

use egui::accesskit::{NodeId, Role as NodeRole};
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use liu_wizard::catalogue::StepId;
use liu_wizard::record::Role;
use liu_wizard::window::Command;

use crate::support::shell::{WIDE, Window, World};

/// A control as a hand meets it.
#[derive(Clone, Debug)]
struct Control {
    id: NodeId,
    role: NodeRole,
    name: String,
    rect: Rect,
}

/// Where the menu bar and the strip of results end.
const TOP: f32 = 100.0;

fn is_control(node: &Node<'_>) -> bool {
    use NodeRole::{Button, CheckBox, ComboBox, Link, ListBoxOption, MultilineTextInput, RadioButton, Switch, TextInput};
    let role = node.accesskit_node().role();
    matches!(role, Button | CheckBox | ComboBox | Link | ListBoxOption | MultilineTextInput | RadioButton | Switch | TextInput)
        && !node.accesskit_node().is_disabled()
}

fn controls(window: &Window) -> Vec<Control> {
    let nodes = window.harness.root().children_recursive().filter(is_control);
    nodes
        .map(|node| Control {
            id: node.accesskit_node().locate().0,
            role: node.accesskit_node().role(),
            name: node.accesskit_node().label().or_else(|| node.accesskit_node().value()).unwrap_or_default(),
            rect: node.rect(),
        })
        .collect()
}

/// The controls of which one stands for all of its kind: of many cells, rows and cards the first.
fn kinds(all: Vec<Control>) -> Vec<Control> {
    let mut seen = BTreeSet::new();
    let kind = |name: &str| -> String {
        let end: Vec<char> = name.chars().filter(|character| !character.is_ascii_digit()).collect();
        end.iter().rev().take(3).collect()
    };
    all.into_iter().filter(|control| seen.insert((format!("{:?}", control.role), kind(&control.name)))).collect()
}

fn find<'a>(window: &'a Window, control: &Control) -> Option<Node<'a>> {
    window.harness.root().children_recursive().find(|node| node.accesskit_node().locate().0 == control.id)
}

/// What tells one page, or what lies over it, from another.
fn page(window: &Window) -> (String, BTreeSet<String>, BTreeSet<String>) {
    let names = |role| {
        let nodes = window.harness.query_all(by().role(role));
        nodes.map(|node| node.accesskit_node().label().unwrap_or_default()).collect::<BTreeSet<_>>()
    };
    let top: BTreeSet<String> = window
        .harness
        .query_all(by().role(NodeRole::Heading))
        .filter(|node| node.accesskit_node().level() == Some(1))
        .map(|node| node.accesskit_node().label().unwrap_or_default())
        .collect();
    (window.record().case_name.to_string(), top, names(NodeRole::Dialog))
}

fn pointer(window: &mut Window, at: Pos2) {
    window.harness.event(Event::PointerMoved(at));
    window.harness.step();
}

fn button(window: &mut Window, at: Pos2, pressed: bool) {
    window.harness.event(Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE });
    window.harness.step();
}

/// The controls under the pointer, by egui's own reckoning.
fn under_pointer(window: &Window) -> Vec<Control> {
    let ids: Vec<NodeId> =
        window.harness.ctx.interaction_snapshot(|now| now.hovered.iter().map(|id| id.accesskit_id()).collect());
    controls(window).into_iter().filter(|control| ids.contains(&control.id)).collect()
}

/// Where the focus is, or why that is nowhere to go on from.
fn focus_problem(window: &Window) -> Option<String> {
    let focused =
        window.harness.root().children_recursive().find(|node| node.is_focused() && node.accesskit_node().label().is_some());
    let Some(node) = focused else {
        let any = window.harness.root().children_recursive().any(|node| node.is_focused());
        return (!any || window.focused().is_empty()).then(|| "nothing has the focus".to_owned());
    };
    if node.accesskit_node().is_disabled() {
        return Some(format!("“{}” has the focus and cannot be operated", window.focused()));
    }
    let is_menu = ["ファイル", "編集", "表示", "ヘルプ"].contains(&window.focused().as_str()) && node.rect().top() < TOP;
    is_menu.then(|| format!("the focus went to the menu: {}", window.focused()))
}

/// Operates each kind of control of what `make` opens, each in a window of its own.
fn crawl(what: &str, make: impl Fn() -> Window) {
    let window = make();
    let all = kinds(controls(&window).into_iter().filter(|control| control.rect.top() > TOP || window.has_dialog()).collect());
    assert!(!all.is_empty(), "{what}: nothing to operate");
    let mut problems = Vec::new();
    for control in &all {
        for by_key in [false, true] {
            let is_text = matches!(control.role, NodeRole::TextInput | NodeRole::MultilineTextInput);
            let takes_key = matches!(control.role, NodeRole::Button | NodeRole::Link | NodeRole::CheckBox) || is_text;
            if by_key && !takes_key {
                continue;
            }
            let mut window = make();
            let Some(node) = find(&window, control) else { continue };
            node.scroll_to_me();
            window.run();
            if let Some(problem) = operate(&mut window, control, by_key) {
                problems.push(format!("{what}: {:?} “{}”, by key: {by_key}: {problem}", control.role, control.name));
            }
        }
    }
    assert!(problems.is_empty(), "{}\n{} problems", problems.join("\n"), problems.len());
}

fn operate(window: &mut Window, control: &Control, by_key: bool) -> Option<String> {
    let before = page(window);
    let at = find(window, control)?.rect().center();
    pointer(window, at);
    if !under_pointer(window).iter().any(|under| under.id == control.id) {
        // It lies under something else, which is another question.
        return None;
    }
    if by_key {
        find(window, control)?.focus();
        window.run();
        window.press(Modifiers::NONE, Key::Enter);
    } else {
        button(window, at, true);
        button(window, at, false);
        window.run();
    }
    if window.closes() || !window.has_record() {
        return None;
    }
    if let Some(problem) = focus_problem(window) {
        return Some(problem);
    }
    // Who is on the heading has come to another page, or to the same one of another record.
    let (headings, on) = (page(window), window.focused());
    if by_key || headings != before || headings.1.contains(&on) {
        return None;
    }
    pointer(window, at);
    let now = under_pointer(window);
    let other = now.iter().find(|under| under.id != control.id)?.clone();
    match find(window, control).map(|node| node.rect().contains(at)) {
        Some(true) => None,
        // A list that opens does so under the pointer, and what asks for the next thing scrolls there.
        _ if is_of_popup(window) || is_led_on(window, control) => None,
        Some(false) => Some(format!("it moved, and now “{}” ({:?}) is under the pointer", other.name, other.role)),
        None => {
            // What is gone leaves its place to another; then a second click that was not aimed anew does nothing.
            let before = window.record();
            button(window, at, true);
            button(window, at, false);
            window.run();
            (window.record() != before).then(|| format!("a second click hits “{}” ({:?})", other.name, other.role))
        }
    }
}

fn is_of_popup(window: &Window) -> bool {
    egui::Popup::is_any_open(&window.harness.ctx)
}

/// Whether the act led to another control on purpose: the focus is there, and it is in view.
fn is_led_on(window: &Window, control: &Control) -> bool {
    let focused = window.harness.root().children_recursive().find(|node| node.is_focused());
    focused.is_some_and(|node| {
        node.accesskit_node().locate().0 != control.id
            && matches!(node.accesskit_node().role(), NodeRole::TextInput | NodeRole::MultilineTextInput)
    })
}

fn example(step: StepId) -> Window {
    let mut window = World::default().open(WIDE);
    window.command(Command::OpenExample(0));
    window.command(Command::GoTo(step));
    window
}

fn blank(role: Role, step: StepId) -> Window {
    let mut window = World::default().open(WIDE);
    window.command(Command::New(role));
    window.command(Command::GoTo(step));
    window
}

macro_rules! steps {
    ($($name:ident: $step:ident;)*) => {
        $(#[test]
        fn $name() {
            crawl(concat!(stringify!($step), " of an example"), || example(StepId::$step));
            crawl(concat!(stringify!($step), " of a blank record"), || blank(Role::Agency, StepId::$step));
        })*
    };
}

steps! {
    every_control_of_introduction: Introduction;
    every_control_of_service: Service;
    every_control_of_agency: Agency;
    every_control_of_gate: Gate;
    every_control_of_task: Task;
    every_control_of_items: Items;
    every_control_of_confidentiality: Confidentiality;
    every_control_of_integrity: Integrity;
    every_control_of_availability: Availability;
    every_control_of_decisions: Decisions;
    every_control_of_review: Review;
    every_control_of_approval: Approval;
    every_control_of_output: Output;
}

#[test]
fn every_control_of_a_provider() {
    for step in [StepId::Service, StepId::Request, StepId::Received, StepId::Application, StepId::Output] {
        crawl(&format!("{step:?} of a provider"), || blank(Role::Csp, step));
    }
}

#[test]
fn every_control_of_what_lies_over_a_record() {
    let commands = [
        Command::OpenByPath,
        Command::About,
        Command::ShowKeys,
        Command::CloseRecord,
        Command::ShowCatalogue,
        Command::ShowHistory,
        Command::ShowRules,
        Command::AskApproval(liu_wizard::record::ApprovalState::Submitted),
    ];
    for command in commands {
        crawl(&format!("{command:?}"), || {
            let mut window = blank(Role::Agency, StepId::Agency);
            window.command(Command::JumpTo(liu_wizard::record::Field::Text(liu_wizard::record::TextField::AgencyName)));
            window.commit("架空省");
            window.command(command.clone());
            window
        });
    }
}

/// Counters, findings and hints come and go while somebody fills in a form from the top to the bottom by mouse. Nothing of it moves the
/// field that is clicked next.
#[test]
fn leaving_a_field_moves_no_other() {
    let agency = [StepId::Introduction, StepId::Service, StepId::Agency, StepId::Items, StepId::Decisions];
    let steps =
        agency.map(|step| (Role::Agency, step)).into_iter().chain([(Role::Csp, StepId::Request), (Role::Csp, StepId::Service)]);
    let mut problems = Vec::new();
    for (role, step) in steps {
        let mut window = World::default().open([1366.0, 4000.0]);
        window.command(Command::New(role));
        window.command(Command::GoTo(step));
        if step == StepId::Items {
            window.click_button("情報を追加");
        }
        let fields = |window: &Window| -> Vec<Control> {
            let all = controls(window).into_iter();
            all.filter(|control| matches!(control.role, NodeRole::TextInput | NodeRole::MultilineTextInput)).collect()
        };
        for text in ["", "R8.13.40", "文"] {
            for field in fields(&window) {
                let before: BTreeMap<String, Rect> = places(&window);
                let at = field.rect.center();
                pointer(&mut window, at);
                button(&mut window, at, true);
                button(&mut window, at, false);
                window.run();
                let after = places(&window);
                for (name, rect) in &before {
                    if let Some(now) = after.get(name).filter(|now| (now.min - rect.min).length() > 1.0) {
                        problems
                            .push(format!("{step:?}: “{name}” moved from {rect:?} to {now:?} when “{}” was clicked", field.name));
                    }
                }
                if !text.is_empty() {
                    window.commit(text);
                }
            }
        }
    }
    assert!(problems.is_empty(), "{}\n{} problems", problems.join("\n"), problems.len());
}

/// Where each control of the step is that has a name of its own.
fn places(window: &Window) -> BTreeMap<String, Rect> {
    let step = controls(window).into_iter().filter(|control| control.rect.left() < 1000.0 && control.rect.left() > 240.0);
    let mut places: BTreeMap<String, Vec<Rect>> = BTreeMap::new();
    for control in step {
        places.entry(format!("{:?} {}", control.role, control.name)).or_default().push(control.rect);
    }
    places.into_iter().filter_map(|(name, rects)| (rects.len() == 1).then(|| (name, rects[0]))).collect()
}
