//! No text is cut, lies upon another, or cannot be told from its ground: on no step, page or dialog, in no look, in no language, at no
//! zoom. What is shortened says the rest.
//!
//! Geometry is tested in one look, since it is the same in all, which is tested as well.

use std::collections::BTreeSet;

use egui::accesskit::Role as NodeRole;
use egui::{Rect, pos2, vec2};
use egui_kittest::kittest::NodeT as _;
use liu_wizard::catalogue::StepId;
use liu_wizard::file::Look;
use liu_wizard::record::Role;
use liu_wizard::text::Lang;
use liu_wizard::window::{Command, theme};

use crate::support::drawn::Drawn;
use crate::support::shell::{Window, World};
use crate::support::steps_of;

/// Common screens, in pixels.
const SCREENS: [[f32; 2]; 2] = [[1366.0, 768.0], [1024.0, 600.0]];
const ZOOMS: [f32; 4] = [1.0, 1.25, 1.5, 2.0];
/// High enough for any step as a whole.
const WHOLE: f32 = 9_000.0;

/// Opens the steps of both roles in turn.
fn on_every_step(lang: Lang, mut look_at: impl FnMut(&mut Window, &str)) {
    for role in [Role::Agency, Role::Csp] {
        let mut window = World::default().open([1366.0, 768.0]);
        window.command(Command::SetLang(lang));
        match role {
            Role::Agency => window.command(Command::OpenExample(0)),
            Role::Csp => window.command(Command::New(role)),
        }
        window.command(Command::GoTo(StepId::Review));
        window.command(Command::TogglePreview);
        for step in steps_of(role) {
            window.command(Command::GoTo(step));
            look_at(&mut window, &format!("{role:?} {step:?} {lang:?}"));
        }
    }
}

/// What is wrong with how a window of this size, in points, looks.
fn looked_at(window: &mut Window, size: [f32; 2]) -> Vec<String> {
    window.harness.set_size(size.into());
    window.run();
    let mut drawn = Drawn::of(window.harness.output());
    // What was typed into a line may be longer than the line, which scrolls.
    let fields = window.harness.root().children_recursive().filter(|node| node.accesskit_node().role() == NodeRole::TextInput);
    drawn.leave_out(&fields.map(|node| node.rect()).collect::<Vec<_>>());
    let screen = Rect::from_min_size(pos2(0.0, 0.0), vec2(size[0], size[1]));
    drawn.cut(screen).into_iter().chain(drawn.overlapping()).collect()
}

fn nothing_is_cut(lang: Lang) {
    let mut wrong = BTreeSet::new();
    on_every_step(lang, |window, place| {
        for screen in SCREENS {
            for zoom in ZOOMS {
                let [width, height] = screen.map(|side| side / zoom);
                for height in [height, WHOLE] {
                    let found = looked_at(window, [width, height]);
                    wrong.extend(found.into_iter().map(|found| format!("{place} {width:.0}×{height:.0}: {found}")));
                }
            }
        }
    });
    assert!(wrong.is_empty(), "{} findings:\n{}", wrong.len(), wrong.into_iter().collect::<Vec<_>>().join("\n"));
}

/// Every page, dialog and menu, each in every size of a screen, and once as high as it wants to be.
fn no_page_is_cut(lang: Lang) {
    let mut wrong = BTreeSet::new();
    super::scenes::each(lang, |window, place| {
        for screen in SCREENS {
            for zoom in ZOOMS {
                let [width, height] = screen.map(|side| side / zoom);
                let found = looked_at(window, [width, height]);
                wrong.extend(found.into_iter().map(|found| format!("{place} {lang:?} {width:.0}×{height:.0}: {found}")));
            }
        }
        window.harness.set_size(vec2(1366.0, WHOLE));
        wrong.extend(looked_at(window, [1366.0, WHOLE]).into_iter().map(|found| format!("{place} {lang:?}, whole: {found}")));
        wrong.extend(without_the_rest(window).into_iter().map(|found| format!("{place} {lang:?}: {found}")));
    });
    assert!(wrong.is_empty(), "{} findings:\n{}", wrong.len(), wrong.into_iter().collect::<Vec<_>>().join("\n"));
}

/// What is shortened and does not say the rest where the pointer rests on it, on a common screen and at 200 %.
fn without_the_rest(window: &mut Window) -> Vec<String> {
    window.harness.ctx.all_styles_mut(|style| {
        style.interaction.tooltip_delay = 0.0;
        style.interaction.show_tooltips_only_when_still = false;
    });
    let mut wrong = Vec::new();
    for size in [[1366.0, 768.0], [683.0, 384.0]] {
        window.harness.set_size(size.into());
        window.run();
        for (place, whole) in Drawn::of(window.harness.output()).shortened() {
            window.harness.hover_at(place.center());
            window.run();
            let end: Vec<char> = whole.chars().filter(|letter| !letter.is_whitespace()).collect();
            let end: String = end[end.len().saturating_sub(6)..].iter().collect();
            if !Drawn::of(window.harness.output()).said().contains(&end) {
                wrong.push(format!("「{whole}」 is shortened at {size:?}, and nothing says the rest"));
            }
        }
        window.harness.remove_cursor();
    }
    wrong
}

#[test]
fn no_page_is_cut_in_japanese() {
    no_page_is_cut(Lang::Ja);
}

#[test]
fn no_page_is_cut_in_english() {
    no_page_is_cut(Lang::En);
}

#[test]
fn every_look_has_the_same_geometry() {
    on_every_step(Lang::Ja, |window, place| {
        for size in [[1366.0, 768.0], [683.0, 384.0]] {
            window.harness.set_size(size.into());
            let placed = [Look::Light, Look::Dark, Look::Contrast].map(|look| {
                window.command(Command::SetLook(look));
                Drawn::of(window.harness.output()).placed()
            });
            assert!(placed[0].len() > 10, "{place}");
            for other in &placed {
                let moved = other.iter().zip(&placed[0]).find(|(one, other)| one != other);
                assert!(
                    moved.is_none() && other.len() == placed[0].len(),
                    "{place} at {size:?}: text stands elsewhere: {moved:?}"
                );
            }
        }
    });
}

#[test]
fn a_menu_shows_all_its_entries_where_there_is_room() {
    let mut window = World::default().open([1366.0, 768.0]);
    window.command(Command::OpenExample(0));
    window.click_button("ファイル");
    let drawn = Drawn::of(window.harness.output());
    let screen = Rect::from_min_size(pos2(0.0, 0.0), vec2(1366.0, 768.0));
    for entry in ["新規（政府機関等として）", "終了"] {
        assert!(drawn.shows_in(screen, entry), "{entry}");
    }
}

#[test]
fn nothing_is_cut_in_japanese() {
    nothing_is_cut(Lang::Ja);
}

#[test]
fn nothing_is_cut_in_english() {
    nothing_is_cut(Lang::En);
}

#[test]
fn everything_can_be_read_in_every_look() {
    for look in [Look::Light, Look::Dark, Look::Contrast] {
        let mut wrong = BTreeSet::new();
        on_every_step(Lang::Ja, |window, place| {
            window.command(Command::SetLook(look));
            window.harness.set_size(vec2(1366.0, WHOLE));
            window.run();
            let found = Drawn::of(window.harness.output()).hard_to_read();
            wrong.extend(found.into_iter().map(|found| format!("{place}: {found}")));
            window.harness.set_size(vec2(1366.0, 768.0));
            window.run();
            window.picture(&format!("look-{look:?}-{}", place.replace(' ', "-")));
        });
        assert!(wrong.is_empty(), "{look:?}: {} findings:\n{}", wrong.len(), wrong.into_iter().collect::<Vec<_>>().join("\n"));
    }
}

#[test]
fn the_current_step_is_in_sight_at_any_zoom() {
    for screen in SCREENS {
        for zoom in ZOOMS {
            let size = screen.map(|side| side / zoom);
            let mut window = World::default().open(size);
            window.command(Command::OpenExample(0));
            for step in [StepId::Output, StepId::Introduction, StepId::Approval] {
                window.command(Command::GoTo(step));
                let drawn = Drawn::of(window.harness.output());
                assert!(
                    drawn.shows_in(Rect::from_min_size(pos2(0.0, 0.0), vec2(260.0, size[1])), step_name(step)),
                    "{step:?} {size:?}"
                );
            }
        }
    }
}

fn step_name(step: StepId) -> &'static str {
    liu_wizard::text::Label::label(&step, Lang::Ja)
}

#[test]
fn one_button_of_a_page_is_filled_at_most() {
    let key = theme::LIGHT.key;
    let mut wrong = Vec::new();
    let mut look_at = |window: &mut Window, place: &str| {
        window.harness.set_size(vec2(1366.0, WHOLE));
        window.run();
        let filled = Drawn::of(window.harness.output()).filled(key);
        if filled.len() > 1 {
            wrong.push(format!("{place}: {filled:?}"));
        }
    };
    on_every_step(Lang::Ja, &mut look_at);
    let mut window = World::default().open([1366.0, 768.0]);
    look_at(&mut window, "the start page");
    window.command(Command::New(Role::Agency));
    for step in steps_of(Role::Agency) {
        window.command(Command::GoTo(step));
        look_at(&mut window, &format!("a new record, {step:?}"));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
