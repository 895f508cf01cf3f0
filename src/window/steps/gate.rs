//! 前提確認: the gate questions as the decision tree that they are. The way so far is drawn thick and said in a sentence.

mod guided;
mod parts;
mod way;

use egui::{Pos2, Rect, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2};

use self::parts::{SPINE, full_width, under_the_question, way_in_words};
use self::way::{Branch, Fork, Way};
use crate::catalogue::{Effect, Question, Section, StepId};
use crate::record::{Edit, Field};
use crate::text::Lang;
use crate::text::steps_start::gate as words;
use crate::window::steps::guided as ways;
use crate::window::theme::{TextKind, palette, tokens};
use crate::window::widgets::{answer_buttons, field_id, guide_on_focus, ja_label, ja_layout, link_button, page_heading};
use crate::window::{Command, StepContext, Topic};

/// Room for the three answers and the button that takes one back.
const ANSWERS: f32 = 236.0;
/// Room for the box in which a branch ends.
const END: f32 = 208.0;
/// From this width on the tree is drawn; below it the branches are sentences.
const TREE_WIDTH: f32 = 640.0;
const RADIUS: f32 = 7.0;

/// Shows the step.
pub fn ui(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    if let Some(place) = ways::place(StepId::Gate, cx.record, cx.catalogue, cx.judgement, &cx.page.guided) {
        guided::ui(ui, cx, &place);
        return;
    }
    ways::switch_line(ui, cx, |_, _| ());
    page_heading(ui, words::title(lang), words::lead(lang));
    let way = Way::of(cx.record, cx.catalogue, cx.judgement, lang);
    way_in_words(ui, &way, lang);
    let catalogue = cx.catalogue;
    let mut nodes = Vec::new();
    for question in catalogue.questions_of(Section::Gate) {
        let fork = way.fork(question);
        nodes.push((row(ui, cx, question, &way, &fork), fork.on_the_way));
    }
    let goal = goal(ui, &way, lang);
    nodes.push((goal, way.reaches_goal()));
    spine(ui, &nodes, &way);
}

/// Shows one question, and returns where its node is to be drawn.
fn row(ui: &mut Ui, cx: &mut StepContext<'_>, question: &Question, way: &Way<'_>, fork: &Fork) -> Pos2 {
    let top = ui.cursor().min;
    let width = ui.available_width();
    let tree = width >= TREE_WIDTH;
    let right = top.x + width;
    let text_right = if tree { right - ANSWERS - END - 16.0 } else { right };
    let mut below = child(ui, question, "text", top + vec2(SPINE, 0.0), text_right, |ui| {
        ja_label(ui, &format!("{}  {}", question.id, question.text.text(cx.lang)), TextKind::Strong);
        under_the_question(ui, cx, question);
        if !tree {
            answer(ui, cx, question, way);
            if let Some(branch) = &fork.branch {
                ja_label(ui, &branch.sentence, if branch.taken { TextKind::SmallStrong } else { TextKind::Small });
            }
        }
    });
    let node = pos2(top.x + SPINE / 2.0 - 3.0, top.y + 12.0);
    if tree {
        let answers = pos2(text_right + 8.0, top.y);
        below = below.max(child(ui, question, "answers", answers, answers.x + ANSWERS, |ui| answer(ui, cx, question, way)));
        if let Some(branch) = &fork.branch {
            below = below.max(draw_branch(ui, branch, pos2(right - END, top.y)));
        }
    }
    let rect = Rect::from_min_max(top, pos2(right, below));
    ui.advance_cursor_after_rect(rect);
    full_width(ui, cx, question);
    ui.add_space(10.0);
    node
}

fn child(ui: &mut Ui, question: &Question, part: &str, at: Pos2, right: f32, contents: impl FnOnce(&mut Ui)) -> f32 {
    let max_rect = Rect::from_min_max(at, pos2(right, f32::INFINITY));
    let mut child = ui.new_child(UiBuilder::new().id_salt((question.id.as_str(), part)).max_rect(max_rect));
    contents(&mut child);
    child.min_rect().bottom()
}

fn answer(ui: &mut Ui, cx: &mut StepContext<'_>, question: &Question, way: &Way<'_>) {
    let lang = cx.lang;
    if question.effect == Effect::TaskChoice {
        ja_label(ui, &way.answer(question), TextKind::Strong);
        if link_button(ui, words::to_task(lang)).clicked() {
            cx.command(Command::JumpTo(Field::Task));
        }
        return;
    }
    let field = Field::Gate(question.id.clone());
    let id = field_id(&field);
    let given = cx.record.gate.answers.get(question.id.as_str());
    let name = format!("{} {}", question.id, question.text.text(lang));
    if let Some(answer) = answer_buttons(ui, id, &name, given, lang) {
        cx.edit(Edit::AnswerGate(question.id.clone(), answer));
    }
    guide_on_focus(ui, cx, id, || Topic::Question(question.id.clone()));
}

/// The box in which a branch ends, with the line that leads to it. Returns how far down it reaches.
fn draw_branch(ui: &mut Ui, branch: &Branch, at: Pos2) -> f32 {
    let kind = if branch.taken { TextKind::SmallStrong } else { TextKind::Small };
    let galley = ja_layout(ui, &branch.sentence, kind, kind.color(palette(ui)), END - 40.0);
    let text = Rect::from_min_size(at + vec2(30.0, 5.0), galley.size());
    let frame = Rect::from_min_max(pos2(at.x + 20.0, at.y), pos2(at.x + END, text.bottom() + 5.0));
    let stroke = if branch.taken { Stroke::new(3.0, palette(ui).key) } else { palette(ui).line() };
    ui.painter().hline(at.x..=frame.left(), at.y + tokens::TARGET_HEIGHT / 2.0, stroke);
    ui.painter().rect(frame, tokens::RADIUS, palette(ui).page, stroke, StrokeKind::Inside);
    ui.place(text, egui::Label::new(galley).selectable(false));
    frame.bottom()
}

fn goal(ui: &mut Ui, way: &Way<'_>, lang: Lang) -> Pos2 {
    let top = ui.cursor().min;
    let reached = way.reaches_goal();
    ui.horizontal_top(|ui| {
        ui.add_space(SPINE);
        ui.vertical(|ui| {
            ja_label(ui, words::goal(lang), if reached { TextKind::Strong } else { TextKind::Body });
            if !reached && way.is_open() {
                ja_label(ui, words::goal_open(lang), TextKind::Small);
            }
        });
    });
    top + vec2(SPINE / 2.0 - 3.0, 12.0)
}

/// The line that joins the questions: thick as far as the way goes.
fn spine(ui: &Ui, nodes: &[(Pos2, bool)], way: &Way<'_>) {
    let painter = ui.painter();
    for (from, to) in nodes.iter().zip(nodes.iter().skip(1)) {
        let thick = from.1 && to.1;
        let stroke = if thick { Stroke::new(4.0, palette(ui).key) } else { palette(ui).line() };
        painter.vline(from.0.x, from.0.y + RADIUS..=to.0.y - RADIUS, stroke);
    }
    for (index, (center, on_the_way)) in nodes.iter().enumerate() {
        let is_goal = index + 1 == nodes.len();
        let stroke = if *on_the_way { Stroke::new(3.0, palette(ui).key) } else { palette(ui).edge() };
        let fill = if *on_the_way && !way.waits_at(index) { palette(ui).key } else { palette(ui).page };
        if is_goal {
            painter.rect(Rect::from_center_size(*center, vec2(14.0, 14.0)), 2.0, fill, stroke, StrokeKind::Inside);
        } else {
            painter.circle(*center, RADIUS, fill, stroke);
        }
    }
}
