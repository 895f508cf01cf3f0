//! What somebody hears who does not see the window: whatever can be operated says what it is, what it is called, how it stands and what
//! helps with it, in the order in which Tab goes through it.

use std::collections::HashMap;

use egui::accesskit::{Action, NodeId, Role as NodeRole};
use egui::{Key, Modifiers};
use egui_kittest::Node;
use egui_kittest::kittest::NodeT as _;
use liu_wizard::catalogue::StepId;
use liu_wizard::file::WayThrough;
use liu_wizard::record::{ApprovalState, Field, Role, TextField};
use liu_wizard::text::Lang;
use liu_wizard::window::Command;

use crate::support::shell::{NARROW, WIDE, Window, World};
use crate::support::told::Told;

const AGENCY: [StepId; 13] = [
    StepId::Introduction,
    StepId::Service,
    StepId::Agency,
    StepId::Gate,
    StepId::Task,
    StepId::Items,
    StepId::Confidentiality,
    StepId::Integrity,
    StepId::Availability,
    StepId::Decisions,
    StepId::Review,
    StepId::Approval,
    StepId::Output,
];
const PROVIDER: [StepId; 5] = [StepId::Service, StepId::Request, StepId::Received, StepId::Application, StepId::Output];

fn open(size: [f32; 2], way: WayThrough, lang: Lang) -> (Window, Told) {
    let mut window = World { way, ..World::default() }.open(size);
    let told = Told::default();
    window.harness.ctx.add_plugin(told.clone());
    window.command(Command::SetLang(lang));
    (window, told)
}

/// Shows every step of both parties, blank and filled in, and what can lie over them.
fn everywhere(
    size: [f32; 2],
    (way, lang): (WayThrough, Lang),
    shown: &[&str],
    look_at: &mut dyn FnMut(&mut Window, &Told, &str),
) {
    let (mut window, told) = open(size, way, lang);
    look_at(&mut window, &told, "the start page");
    for (role, steps) in [(Role::Agency, AGENCY.as_slice()), (Role::Csp, PROVIDER.as_slice())] {
        window.command(Command::New(role));
        window.command(Command::TakeWay(way));
        for step in steps {
            window.command(Command::GoTo(*step));
            look_at(&mut window, &told, &format!("{step:?} of a blank record"));
        }
    }
    for (index, example) in liu_wizard::examples::all().iter().enumerate() {
        if shown.contains(&example.task) {
            window.command(Command::OpenExample(index));
            window.command(Command::TakeWay(way));
            for step in AGENCY {
                window.command(Command::GoTo(step));
                look_at(&mut window, &told, &format!("{step:?} of {}", example.task));
            }
        }
    }
    let (mut window, told) = open(size, way, lang);
    window.command(Command::New(Role::Agency));
    window.command(Command::JumpTo(Field::Text(TextField::AgencyName)));
    window.commit("架空省");
    let commands = [
        Command::OpenByPath,
        Command::About,
        Command::ShowKeys,
        Command::CloseRecord,
        Command::ShowCatalogue,
        Command::ShowHistory,
        Command::ShowRules,
        Command::ShowTraces,
        Command::Search,
        Command::AskApproval(ApprovalState::Submitted),
    ];
    for command in commands {
        window.command(command.clone());
        if window.has_dialog() {
            look_at(&mut window, &told, &format!("{command:?}"));
            window.press(Modifiers::NONE, Key::Escape);
        }
        assert!(!window.has_dialog(), "{command:?} is not closed by Esc");
    }
}

fn is_field(role: NodeRole) -> bool {
    matches!(role, NodeRole::TextInput | NodeRole::MultilineTextInput | NodeRole::PasswordInput)
}

/// What of this node is not said.
fn unsaid(node: &Node<'_>, told: &HashMap<NodeId, egui::accesskit::Node>) -> Vec<&'static str> {
    use NodeRole::{
        Button, CheckBox, ComboBox, Dialog, Heading, Link, ListBox, ListBoxOption, MenuItem, Navigation, RadioButton, RadioGroup,
        Region, Switch, Tab, Table, TreeItem,
    };
    let (role, node) = (node.accesskit_node().role(), node.accesskit_node());
    let raw = told.get(&node.locate().0);
    let offers = |action| raw.is_some_and(|raw| raw.supports_action(action));
    let is_operated = is_field(role)
        || matches!(role, Button | CheckBox | ComboBox | Link | ListBoxOption | MenuItem | RadioButton | Switch | Tab);
    let is_named =
        is_operated || matches!(role, Dialog | Heading | ListBox | Navigation | RadioGroup | Region | Table | TreeItem);
    let is_fixed = node.is_disabled() || node.is_read_only();
    let mut unsaid = Vec::new();
    let mut must = |holds: bool, what| {
        if !holds {
            unsaid.push(what);
        }
    };
    must(!is_named || node.label().is_some_and(|label| !label.trim().is_empty()), "its name");
    must(!matches!(role, CheckBox | RadioButton | Switch) || node.toggled().is_some(), "whether it is chosen");
    must(!matches!(role, Tab | ListBoxOption) || node.is_selected().is_some(), "whether it is selected");
    must(role != Heading || raw.is_some_and(|raw| raw.level().is_some()), "its level");
    must(!is_field(role) || is_fixed || offers(Action::SetValue), "that it can be written in");
    must(!is_operated || is_field(role) || is_fixed || offers(Action::Click), "that it can be operated");
    unsaid
}

fn nothing_is_unsaid(size: [f32; 2], way: WayThrough, lang: Lang) {
    let mut problems = Vec::new();
    everywhere(size, (way, lang), &["LIU-A1", "LIU-B1"], &mut |window, told, what| {
        let told = told.0.lock().unwrap();
        for node in window.harness.root().children_recursive() {
            let unsaid = unsaid(&node, &told);
            if !unsaid.is_empty() {
                let (role, name) = (node.accesskit_node().role(), node.accesskit_node().label().unwrap_or_default());
                let value = node.accesskit_node().value().unwrap_or_default();
                problems.push(format!("{what}: {role:?} “{name}” “{value}” at {:?} does not say {unsaid:?}", node.rect()));
            }
        }
    });
    problems.dedup();
    assert!(problems.is_empty(), "{}\n{} problems", problems.join("\n"), problems.len());
}

#[test]
fn whatever_can_be_operated_says_what_it_is_and_how_it_stands() {
    nothing_is_unsaid(WIDE, WayThrough::Overview, Lang::Ja);
    nothing_is_unsaid(WIDE, WayThrough::Guided, Lang::En);
    nothing_is_unsaid(NARROW, WayThrough::Guided, Lang::Ja);
}

/// The nodes in the order in which they are read.
fn in_order(window: &Window) -> HashMap<NodeId, usize> {
    let nodes = window.harness.root().children_recursive().enumerate();
    nodes.map(|(at, node)| (node.accesskit_node().locate().0, at)).collect()
}

fn tab_goes_in_the_order_of_reading(way: WayThrough, lang: Lang, shown: &[&str]) {
    let mut problems = Vec::new();
    everywhere(WIDE, (way, lang), shown, &mut |window, _, what| {
        let mut first = None;
        let mut last: Option<(NodeId, String)> = None;
        let mut back = Vec::new();
        for _ in 0..400 {
            window.harness.key_press(Key::Tab);
            window.harness.step();
            let focused = window.harness.root().children_recursive().find(|node| node.is_focused());
            let Some(id) = focused.map(|node| node.accesskit_node().locate().0) else { continue };
            if *first.get_or_insert(id) == id && last.is_some() {
                break;
            }
            let (order, name) = (in_order(window), window.focused());
            if let Some((before, called)) = last.replace((id, name.clone()))
                && order.get(&before).is_some_and(|before| order[&id] < *before)
            {
                back.push(format!("“{called}” → “{name}”"));
            }
        }
        // It begins anew once.
        if back.len() > 1 {
            problems.push(format!("{what} {way:?}: Tab goes back: {}", back.join(", ")));
        }
    });
    assert!(problems.is_empty(), "{}\n{} problems", problems.join("\n"), problems.len());
}

#[test]
fn tab_goes_in_the_order_of_reading_where_all_is_seen() {
    tab_goes_in_the_order_of_reading(WayThrough::Overview, Lang::Ja, &["LIU-A1"]);
}

#[test]
fn tab_goes_in_the_order_of_reading_where_one_question_is_seen() {
    tab_goes_in_the_order_of_reading(WayThrough::Guided, Lang::En, &[]);
}

/// Words beside a field that help with it, and that it must be filled in, are said of the field itself.
#[test]
fn a_field_says_what_helps_with_it_and_that_it_is_required() {
    let (mut window, told) = open(WIDE, WayThrough::Overview, Lang::Ja);
    window.command(Command::New(Role::Agency));
    window.command(Command::GoTo(StepId::Agency));
    let said = |window: &Window, field: &str| {
        let id = window.field(field).accesskit_node().locate().0;
        let told = told.0.lock().unwrap();
        let node = &told[&id];
        (node.is_required(), node.invalid().is_some(), node.description().unwrap_or_default().to_owned())
    };
    let (required, invalid, description) = said(&window, "機関名");
    assert!(required && !invalid && description.contains("府省庁"), "{description}");
    assert!(!said(&window, "部局").0);
    window.command(Command::JumpTo(Field::Text(TextField::AgencyName)));
    window.press(Modifiers::NONE, Key::Tab);
    window.press(Modifiers::NONE, Key::Tab);
    let (_, invalid, description) = said(&window, "機関名");
    assert!(invalid && description.contains("府省庁") && description.contains('\n'), "{description}");
}
