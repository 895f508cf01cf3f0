//! A frame of the longest pages stays far below what an eye notices, with a screen reader listening.

use std::time::{Duration, Instant};

use egui::{Context, RawInput, Rect, pos2, vec2};
use liu_wizard::catalogue::StepId;

use crate::host::{Host, all_no};

/// The median of some frames of a step with 200 items, in a window of 1366×768 points.
fn median_frame(step: StepId) -> Duration {
    let names: Vec<String> = (1..=200).map(|number| format!("取り扱う情報その{number}（会議の音声・映像）")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut host = Host::new(step, all_no(&names));
    let ctx = Context::default();
    liu_wizard::window::theme::install(&ctx);
    ctx.enable_accesskit();
    let input = RawInput { screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1366.0, 768.0))), ..RawInput::default() };
    let mut frames: Vec<Duration> = (0..15)
        .map(|_| {
            let start = Instant::now();
            let mut output = ctx.run_ui(input.clone(), |ui| host.ui(ui));
            let shapes = std::mem::take(&mut output.shapes);
            ctx.tessellate(shapes, 1.0);
            output.textures_delta.clear();
            start.elapsed()
        })
        .collect();
    frames.sort();
    frames[frames.len() / 2]
}

#[test]
fn a_frame_with_two_hundred_items_is_quick_even_in_a_test_build() {
    for step in [StepId::Confidentiality, StepId::Availability, StepId::Decisions, StepId::Review] {
        let frame = median_frame(step);
        println!("{step:?}: {frame:?}");
        // The program's own code is not optimised here and other tests run beside: a release build takes a few milliseconds.
        assert!(frame < Duration::from_millis(250), "{step:?}: {frame:?}");
    }
}
