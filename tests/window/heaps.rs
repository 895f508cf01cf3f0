//! Of thousands of characters that stand as one letter the window draws as much as can be read, on every page and while they are
//! typed; it says so at the field, and keeps what was typed.

use egui::{Event, MissingGlyphPolicy};
use liu_wizard::catalogue::StepId;
use liu_wizard::record::{Edit, Field, HARD_LENGTH, ItemField, TextField};
use liu_wizard::window::{Command, Request};

use crate::support::shell::{WIDE, Window, World};
use crate::support::steps_of;

fn heaps() -> [String; 3] {
    let marks = format!("e{}", "\u{301}".repeat(HARD_LENGTH - 1));
    let joined = "ᄀ".repeat(HARD_LENGTH);
    let conjunct = "क\u{94D}".repeat(HARD_LENGTH / 2);
    [marks, joined, conjunct]
}

fn opened(world: &World) -> Window {
    let mut window = world.open(WIDE);
    // No font that is shipped has these characters: their heaps are drawn as boxes, one for each.
    window.harness.ctx.set_missing_glyph_policy(MissingGlyphPolicy::Tofu);
    window.command(Command::OpenExample(0));
    window
}

fn write(window: &mut Window, field: Field, text: &str) {
    window.ask(Request::Edit(Edit::SetText { field, text: text.to_owned() }));
}

#[test]
fn every_page_draws_a_heap_cut_and_the_field_says_so() {
    let world = World::default();
    let mut window = opened(&world);
    let item = window.record().items[0].id.clone();
    for heap in heaps() {
        for field in
            [Field::Text(TextField::CaseName), Field::Text(TextField::ResidualRisk), Field::Item(item.clone(), ItemField::Name)]
        {
            write(&mut window, field, &heap);
        }
        for step in steps_of(window.record().role) {
            window.command(Command::GoTo(step));
        }
        window.command(Command::GoTo(StepId::Decisions));
        assert!(window.has_containing("1文字に重なる"), "the field says what is not shown");
        assert_eq!(window.record().residual_risk.as_str(), heap, "what was typed is kept");
    }
    window.picture("heaps");
}

#[test]
fn a_heap_that_is_pasted_is_taken_as_it_is() {
    let world = World::default();
    let mut window = opened(&world);
    window.command(Command::GoTo(StepId::Decisions));
    write(&mut window, Field::Text(TextField::ResidualRisk), "");
    for heap in heaps() {
        write(&mut window, Field::Text(TextField::ResidualRisk), "");
        window.field("残るリスク").scroll_to_me();
        window.run();
        window.field("残るリスク").focus();
        window.run();
        window.harness.event(Event::Paste(heap.clone()));
        window.run();
        assert_eq!(window.record().residual_risk.as_str(), heap);
    }
}
