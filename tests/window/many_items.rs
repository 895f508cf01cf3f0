//! Two hundred items: what is not in view costs nothing, and a window at rest draws no frame.

use std::path::Path;
use std::time::Duration;

use egui::ViewportId;
use egui_kittest::kittest::NodeT as _;
use liu_wizard::catalogue::StepId;
use liu_wizard::file::{WayThrough, to_ron};
use liu_wizard::record::{Record, Role};
use liu_wizard::window::Command;

use super::approver::waiting;
use crate::support::host::all_no;
use crate::support::shell::{WIDE, Window, World};
use crate::support::steps_of;

const FILE: &str = "/cases/many.liu.ron";
/// A node of the accessibility tree is made for whatever is laid out. From few items to many there may be so many more: names of
/// numbers are longer, and a row more may begin to be seen.
const MORE: usize = 80;

/// The window looks at its file from time to time; nothing else wakes it.
const LOOKS: Duration = Duration::from_secs(1);

fn with_items(count: usize) -> Record {
    let names: Vec<String> = (1..=count).map(|number| format!("取り扱う情報その{number}（会議の音声・映像）")).collect();
    all_no(&names.iter().map(String::as_str).collect::<Vec<_>>())
}

fn opened(record: &Record, way: WayThrough) -> Window {
    let world = World { way, ..World::default() };
    let mut window = world.open(WIDE);
    world.disk.put(Path::new(FILE), to_ron(record).unwrap().as_bytes());
    window.command(Command::OpenPath(FILE.into()));
    assert!(window.has_record());
    window
}

fn laid_out(window: &Window) -> usize {
    window.harness.root().children_recursive().count()
}

fn is_at_rest(window: &Window) -> bool {
    let outputs = &window.harness.output().viewport_output;
    outputs.get(&ViewportId::ROOT).is_some_and(|output| output.repaint_delay >= LOOKS)
}

#[test]
fn of_many_items_only_those_in_view_are_laid_out_on_any_step() {
    for way in [WayThrough::Overview, WayThrough::Guided] {
        let (few, many) = (with_items(40), with_items(200));
        let (mut few, mut many) = (opened(&few, way), opened(&many, way));
        let mut wrong = Vec::new();
        for step in steps_of(Role::Agency) {
            let [few, many] = [&mut few, &mut many].map(|window| {
                window.command(Command::GoTo(step));
                laid_out(window)
            });
            // Of a row of the table of items that is out of view there is its name, by which a screen reader counts and finds it.
            let by_name = if step == StepId::Items { 2 * (200 - 40) } else { 0 };
            if many > few + MORE + by_name {
                wrong.push(format!("{step:?}, {way:?}: {few} with 40 items, {many} with 200"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

#[test]
fn a_window_at_rest_asks_for_no_frame_on_any_step() {
    for way in [WayThrough::Overview, WayThrough::Guided] {
        let mut window = opened(&with_items(200), way);
        for step in steps_of(Role::Agency) {
            window.command(Command::GoTo(step));
            // The pages of a document are set a moment after an edit.
            window.wait(1.0);
            window.harness.step();
            assert!(is_at_rest(&window), "{step:?}, {way:?}");
        }
    }
    let mut approver = opened(&waiting(), WayThrough::Overview);
    approver.wait(1.0);
    approver.harness.step();
    assert!(is_at_rest(&approver), "the approver's page");
}
