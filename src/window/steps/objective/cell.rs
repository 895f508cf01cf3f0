//! One cell of the matrix: the options of a question for one item, as one stop of the Tab key.
//!
//! Unlike the answers of a form, a cell leaves all four arrows to the table, so that nothing is answered by walking through it.

use egui::accesskit::Role;
use egui::{
    CornerRadius, Event, EventFilter, Id, Key, Modifiers, Pos2, Rect, Sense, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, vec2,
};

use crate::catalogue::{Effect, Question};
use crate::record::Answer;
use crate::text::steps_finish::objective as words;
use crate::text::{Label as _, Lang};
use crate::window::theme::{TextKind, palette, tokens};
use crate::window::widgets::{
    Room, Why, digit_keys, is_taken_back_by_key, ja_layout, option_colors, paint_chosen_edge, room_for, sense_of_choice,
    take_back_button, tell_group_only_read, tell_only_read, why_only_read,
};

const PADDING: f32 = 7.0;
/// How much of the space around the options is free, in points.
const AROUND: f32 = 8.0;

/// One option of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Segment<'a> {
    pub(super) answer: Answer,
    pub(super) text: &'a str,
}

/// The options of a question in the order of the keys 1, 2, 3 …; 不明 comes last.
pub(super) fn segments(question: &Question, lang: Lang) -> Vec<Segment<'_>> {
    let plain = |answer: Answer| {
        let text = answer.label(lang);
        Segment { answer, text }
    };
    match &question.effect {
        Effect::Options(options) => options
            .iter()
            .map(|option| Segment { answer: Answer::Choice(option.id.clone()), text: option.text.text(lang) })
            .chain([plain(Answer::Unknown)])
            .collect(),
        _ => [Answer::Yes, Answer::No, Answer::Unknown].map(plain).into(),
    }
}

/// How many options stand side by side: all of a few, two of many, and only one where their words would not fit otherwise.
fn per_row(widths: &[f32], width: f32) -> usize {
    let widest = widths.iter().copied().fold(0.0, f32::max);
    if widths.len() <= 3 && widths.iter().sum::<f32>() <= width + AROUND {
        widths.len()
    } else if 2.0 * widest <= width {
        2
    } else {
        1
    }
}

/// The height of the options in a cell of this width, in points, with the act below them where there is no room for it beside.
pub(super) fn height(ui: &Ui, segments: &[Segment<'_>], width: f32, lang: Lang) -> f32 {
    let placed = layout(ui, segments, Pos2::ZERO, width);
    whole(&placed).height() + room(ui, &placed, Pos2::ZERO, width, lang).height()
}

/// Where the act stands that takes the answer back.
fn room(ui: &Ui, placed: &[Rect], at: Pos2, width: f32, lang: Lang) -> Room {
    // The cross may reach into the space around the options.
    room_for(ui, Some(lang), at.x + width + AROUND - whole(placed).right())
}

fn whole(placed: &[Rect]) -> Rect {
    placed.iter().fold(Rect::NOTHING, |whole, part| whole.union(*part))
}

/// Where the options lie: in one row as wide as their words, or in rows of options of the same width.
fn layout(ui: &Ui, segments: &[Segment<'_>], at: Pos2, width: f32) -> Vec<Rect> {
    let words =
        |segment: &Segment<'_>| ja_layout(ui, segment.text, TextKind::SmallStrong, palette(ui).text, f32::INFINITY).size().x;
    let widths: Vec<f32> = segments.iter().map(|segment| words(segment) + 2.0 * PADDING).collect();
    let per_row = per_row(&widths, width).max(1);
    let mut placed = Vec::with_capacity(segments.len());
    if per_row == segments.len() {
        let mut left = at.x;
        for width in widths {
            let rect = Rect::from_min_size(Pos2::new(left, at.y), vec2(width, tokens::TARGET_HEIGHT));
            left = rect.right();
            placed.push(rect);
        }
        return placed;
    }
    let mut top = at.y;
    for row in segments.chunks(per_row) {
        let share = if row.len() == 2 { width / 2.0 } else { width };
        let mut left = at.x;
        for _ in row {
            placed.push(Rect::from_min_size(Pos2::new(left, top), vec2(share, tokens::TARGET_HEIGHT)));
            left += share;
        }
        top += tokens::TARGET_HEIGHT;
    }
    placed
}

/// What was done in a cell.
#[derive(Debug, Default, PartialEq)]
pub(super) struct CellOutput {
    /// The new answer.
    pub(super) answer: Option<Answer>,
    /// Where the arrows want to go: columns to the right, rows down.
    pub(super) go: Option<(isize, isize)>,
    /// The cell got the focus in this frame.
    pub(super) gained_focus: bool,
    /// Whether that was by a click, so that it is in view already.
    pub(super) is_clicked: bool,
    /// What was done that is about other cells, too.
    pub(super) beyond: Option<Beyond>,
}

/// What is done from a cell and is about others, too.
#[derive(Debug, PartialEq)]
pub(super) enum Beyond {
    /// Enter: on to the next cell, at the end of the column to the next column.
    Next,
    /// The answer goes to the free cells at the right.
    FillRight,
    /// The answer goes to the free cells below.
    FillDown,
    /// A block of a spreadsheet.
    Paste(String),
}

/// Shows the options of one cell with the chosen one filled. `name` is the question and the item.
pub(super) fn cell(
    ui: &mut Ui,
    id: Id,
    at: Pos2,
    width: f32,
    name: &dyn Fn() -> String,
    segments: &[Segment<'_>],
    current: &Answer,
    lang: Lang,
) -> CellOutput {
    let placed = layout(ui, segments, at, width);
    let (rect, why) = (whole(&placed), why_only_read(ui));
    let group = ui.interact(rect, id, Sense::focusable_noninteractive());
    let mut output = CellOutput { gained_focus: group.gained_focus(), ..CellOutput::default() };
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(Role::RadioGroup);
        node.set_label(name());
    });
    tell_group_only_read(ui, id, why);
    let options = ui.new_child(UiBuilder::new().id_salt(id).max_rect(rect).accessibility_parent(id));
    for (index, (segment, part)) in segments.iter().zip(&placed).enumerate() {
        let option = options.interact(*part, id.with(("option", index)), sense_of_choice(why, Sense::CLICK));
        let chosen = segment.answer == *current;
        option.widget_info(|| {
            let label = words::option_name(&name(), segment.text, lang);
            WidgetInfo::selected(Role::RadioButton, options.is_enabled(), chosen, label)
        });
        if tell_only_read(&options, option, why).clicked() {
            group.request_focus();
            (output.gained_focus, output.is_clicked) = (true, true);
            output.answer = Some(segment.answer.clone());
        }
    }
    let is_answered = *current != Answer::NotAnswered;
    let room = room(ui, &placed, at, width, lang);
    if why.is_none() && is_answered && take_back_button(&options, id, name, room, rect) {
        group.request_focus();
        (output.gained_focus, output.is_clicked) = (true, true);
        output.answer = Some(Answer::NotAnswered);
    }
    if is_taken_back_by_key(ui, id, is_answered) {
        output.answer = Some(Answer::NotAnswered);
    }
    if group.has_focus() {
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        read_keys(ui, segments, why, &mut output);
    }
    if group.gained_focus() {
        // The arrows are the table's from the next frame on; without one, a first arrow would leave the table.
        ui.ctx().request_repaint();
    }
    if ui.is_rect_visible(rect) {
        paint(ui, segments, &placed, rect, current, why);
    }
    output.answer.take_if(|answer| answer == current);
    output
}

fn read_keys(ui: &Ui, segments: &[Segment<'_>], why: Why, output: &mut CellOutput) {
    const ARROWS: [(Key, (isize, isize)); 4] =
        [(Key::ArrowLeft, (-1, 0)), (Key::ArrowRight, (1, 0)), (Key::ArrowUp, (0, -1)), (Key::ArrowDown, (0, 1))];
    let digits = digit_keys(ui);
    ui.input_mut(|input| {
        let pasted = input.events.iter().find_map(|event| match event {
            Event::Paste(text) if why.is_none() => Some(Beyond::Paste(text.clone())),
            _ => None,
        });
        let fills = [(Key::R, Beyond::FillRight), (Key::D, Beyond::FillDown)];
        let filled = fills.into_iter().find(|(key, _)| why.is_none() && input.consume_key(Modifiers::COMMAND, *key));
        let next = input.consume_key(Modifiers::NONE, Key::Enter).then_some(Beyond::Next);
        output.beyond = pasted.or(filled.map(|(_, fill)| fill)).or(next);
        let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
        for (segment, key) in segments.iter().zip(digits) {
            if why.is_none() && pressed(key) {
                output.answer = Some(segment.answer.clone());
            }
        }
        for (key, direction) in ARROWS {
            if pressed(key) {
                output.go = Some(direction);
            }
        }
    });
}

fn paint(ui: &Ui, segments: &[Segment<'_>], placed: &[Rect], rect: Rect, current: &Answer, why: Why) {
    let painter = ui.painter();
    painter.rect_filled(rect, tokens::RADIUS, if why.is_some() { palette(ui).surface } else { palette(ui).page });
    for (segment, part) in segments.iter().zip(placed) {
        let chosen = segment.answer == *current;
        let (fill, color) = option_colors(palette(ui), why, chosen, ui.rect_contains_pointer(*part));
        painter.rect_filled(*part, corners(*part, rect), fill);
        if part.left() > rect.left() && why.is_none() {
            painter.vline(part.left(), part.y_range(), palette(ui).edge());
        }
        if part.top() > rect.top() && why.is_none() {
            painter.hline(part.x_range(), part.top(), palette(ui).edge());
        }
        let kind = if chosen { TextKind::SmallStrong } else { TextKind::Small };
        let galley = ja_layout(ui, segment.text, kind, color, f32::INFINITY);
        let offset: Vec2 = galley.size() / 2.0;
        painter.with_clip_rect(part.intersect(ui.clip_rect())).galley(part.center() - offset, galley, color);
    }
    if why.is_none() {
        painter.rect_stroke(rect, tokens::RADIUS, palette(ui).edge(), StrokeKind::Inside);
    }
    if let Some((_, part)) = segments.iter().zip(placed).find(|(segment, _)| segment.answer == *current) {
        paint_chosen_edge(ui, *part, corners(*part, rect), why);
    }
}

/// Round where a part touches a corner of the whole.
fn corners(part: Rect, whole: Rect) -> CornerRadius {
    let touches = |a: Pos2, b: Pos2| if (a - b).length() < 1.0 { tokens::RADIUS } else { 0 };
    CornerRadius {
        nw: touches(part.left_top(), whole.left_top()),
        ne: touches(part.right_top(), whole.right_top()),
        sw: touches(part.left_bottom(), whole.left_bottom()),
        se: touches(part.right_bottom(), whole.right_bottom()),
    }
}
