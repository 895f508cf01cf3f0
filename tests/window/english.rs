//! English words are longer: none is cut, broken in its middle or left out, at the sizes that people have.

use egui::accesskit::Role as NodeRole;
use egui::epaint::text::Galley;
use egui::{Rect, Shape};
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use liu_wizard::record::{Answer, Edit, Role};
use liu_wizard::text::Lang;
use liu_wizard::window::{Command, Request};

use crate::support::shell::{Window, World};
use crate::support::{question, steps_of};

/// 1366×768 at 100 %, 150 % and 200 %, so high that a step is on the screen as a whole.
const WIDTHS: [f32; 3] = [1366.0, 911.0, 683.0];
const HEIGHT: f32 = 3600.0;

fn english(width: f32, role: Role) -> Window {
    let mut window = World::default().open([width, HEIGHT]);
    window.command(Command::SetLang(Lang::En));
    if role == Role::Agency {
        window.command(Command::OpenExample(0));
        // Something to be mended, so that there are findings.
        window.ask(Request::Edit(Edit::AnswerGate(question("G3"), Answer::Unknown)));
    } else {
        window.command(Command::New(role));
    }
    window
}

/// What is amiss with the words on the screen.
fn faults(window: &Window) -> Vec<String> {
    let mut found = Vec::new();
    for clipped in &window.harness.output().shapes {
        look(&clipped.shape, clipped.clip_rect, &mut found);
    }
    found
}

fn look(shape: &Shape, clip: Rect, found: &mut Vec<String>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| look(shape, clip, found)),
        Shape::Text(text) => {
            let said = text.galley.text();
            let rect = text.visual_bounding_rect();
            // What was typed into a field may be longer than it.
            let is_typed = said.chars().any(|sign| !sign.is_ascii() && sign.is_alphabetic());
            let is_seen = !is_typed && rect.intersects(clip.shrink(2.0)) && rect.is_positive();
            if is_seen && (rect.left() < clip.left() - 1.0 || rect.right() > clip.right() + 1.0) {
                found.push(format!("cut: {said}"));
            }
            if text.galley.elided {
                found.push(format!("left out in part: {said}"));
            }
            found.extend(broken(&text.galley).map(|at| format!("broken: {at} in {said} at {rect:?}")));
        }
        _ => {}
    }
}

/// Where a line ends in the middle of a word.
fn broken(galley: &Galley) -> impl Iterator<Item = String> {
    let rows: Vec<String> = galley.rows.iter().map(|row| row.row.glyphs.iter().map(|glyph| glyph.chr).collect()).collect();
    let pairs: Vec<(String, String)> = rows.windows(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect();
    pairs.into_iter().filter_map(|(above, below)| {
        let (last, first) = (above.chars().last()?, below.chars().next()?);
        (last.is_ascii_alphabetic() && first.is_ascii_alphabetic()).then(|| format!("{above}/{below}"))
    })
}

#[test]
fn no_english_word_is_cut_broken_or_left_out() {
    let mut all = Vec::new();
    for role in [Role::Agency, Role::Csp] {
        for width in WIDTHS {
            let mut window = english(width, role);
            for step in steps_of(role) {
                window.command(Command::GoTo(step));
                all.extend(faults(&window).into_iter().map(|fault| format!("{step:?} of {role:?} at {width}: {fault}")));
            }
        }
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn strip_has_one_line_and_rail_no_higher_rows_in_english() {
    let window = english(1366.0, Role::Agency);
    let why = window.harness.get_by_label("Why?").rect();
    let first = window.harness.get_all_by_label("Confidentiality").next().unwrap().rect();
    assert!((first.center().y - why.center().y).abs() < 20.0, "{first:?}, {why:?}");
    for row in window.harness.get_all(by().role(NodeRole::Tab)) {
        let name = row.accesskit_node().label().unwrap();
        assert!(row.rect().height() <= 44.0, "{name}: {:?}", row.rect());
    }
}
