//! The first line of a step: what is left there, and the way to the first of it. It takes the same room whatever it says.

use egui::{Ui, vec2};

use super::place::Place;
use crate::catalogue::{Catalogue, StepId};
use crate::judgement::{Concern, Finding, Judgement, Progress, step_of};
use crate::record::{Field, Record};
use crate::text::{self, Label as _, Lang, marks, window as words};
use crate::window::Command;
use crate::window::theme::{TextKind, palette};
use crate::window::widgets::{ja_layout, link_button};

/// How many places are named at most.
const NAMED: usize = 3;
/// How high the line is, in points.
const HEIGHT: f32 = 26.0;

/// Shows the line. Returns the field that was chosen.
pub fn left_here(
    ui: &mut Ui,
    place: Place<'_>,
    record: &Record,
    catalogue: &Catalogue,
    judgement: &Judgement,
    lang: Lang,
) -> Option<Command> {
    let step = place.step;
    let here = || judgement.findings.iter().filter(|finding| step_of(&finding.field, catalogue) == step);
    let wrong: Vec<&Finding> = here().filter(|finding| finding.concern() == Concern::Error).collect();
    let open: Vec<&Finding> = here().filter(|finding| finding.concern() == Concern::ToDo).collect();
    let mut to_look_at = here().filter(|finding| finding.concern() == Concern::Warning);
    let first = wrong.first().or(open.first()).copied().or_else(|| to_look_at.next()).map(|finding| finding.field.clone());
    let (_, state) = place.steps.get(place.index())?;
    let names = |findings: &[&Finding]| {
        let mut names: Vec<String> = Vec::new();
        for finding in findings {
            let name = text::field_name(&finding.field, record, catalogue, lang);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let more = names.len() > NAMED;
        names.truncate(NAMED);
        (names.join(marks::comma(lang)), more)
    };
    let sentences = match (wrong.is_empty(), open.is_empty()) {
        (false, _) => {
            let (named, more) = names(&wrong);
            [
                words::wrong_here(wrong.len(), &words::and_more(&named, more, lang), lang),
                words::wrong_here_in_short(wrong.len(), lang),
            ]
        }
        (true, false) => {
            let (named, more) = names(&open);
            let count = state.remaining.max(open.len());
            [words::left_here(count, &words::and_more(&named, more, lang), lang), words::left_here_in_short(count, lang)]
        }
        (true, true) => {
            let said = match step {
                // 確認 says itself what is left.
                StepId::Review | StepId::Approval | StepId::Output | StepId::Received => {
                    words::stands_here(&place.said(step, *state, lang), lang)
                }
                // What is to be looked at is said here as on the rail.
                _ if state.progress == Progress::NeedsAttention => words::stands_here(&place.said(step, *state, lang), lang),
                _ => words::nothing_left_here(step.label(lang), lang),
            };
            [said.clone(), said]
        }
    };
    line(ui, &sentences, first)
}

/// The longest sentence that fits on the line; a link where there is a field to go to.
fn line(ui: &mut Ui, sentences: &[String; 2], field: Option<Field>) -> Option<Command> {
    let [long, short] = sentences;
    let room = ui.available_width();
    let fits = ja_layout(ui, long, TextKind::Body, palette(ui).text_body, f32::INFINITY).size().x <= room;
    let said = if fits { long } else { short };
    let (_, rect) = ui.allocate_space(vec2(room, HEIGHT));
    let mut line = ui.new_child(egui::UiBuilder::new().id_salt("left here").max_rect(rect));
    match field {
        Some(field) => link_button(&mut line, said).clicked().then_some(Command::JumpTo(field)),
        None => {
            let galley = ja_layout(&line, said, TextKind::Small, TextKind::Small.color(palette(&line)), f32::INFINITY);
            line.add(egui::Label::new(galley));
            None
        }
    }
}
