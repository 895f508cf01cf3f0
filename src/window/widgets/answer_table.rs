//! Answers as columns, each with what it will do in its head, and what is answered as rows. The whole cell is what is clicked, and
//! each row is one stop of the Tab key: digits answer, ↑↓ go to the other rows and answer nothing.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::text::LayoutJob;
use egui::{EventFilter, Galley, Id, Key, Modifiers, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::reading::{sense_of_choice, tell_group_only_read, tell_only_read, why_only_read};
use super::taking_back::{Room, is_taken_back_by_key, take_back_button};
use super::{digit_keys, drawn, ja_layout, paint_chosen_edge, radio_circle, row_fill};
use crate::record::Answer;
use crate::text::Lang;
use crate::text::steps_finish::guided as words;
use crate::window::theme::{TextKind, palette, tokens};

/// The least height of a row of cells, in points.
const ROW: f32 = tokens::ANSWER_HEIGHT;
/// The height of an answer that stands on a line of its own.
const LINE: f32 = tokens::ROW_HEIGHT;
/// The least width of a column of answers.
const LEAST_COLUMN: f32 = 92.0;
const PADDING: f32 = 12.0;
/// Before the word of an answer.
const CIRCLE: f32 = 34.0;
/// Room for the cross that takes an answer back.
const CROSS: f32 = 32.0;
/// How far beyond the view rows are laid out, so that Tab finds the next one.
const NEAR: f32 = 240.0;

/// An answer that can be given.
#[derive(Clone, Debug)]
pub struct AnswerHead<'a> {
    /// The answer.
    pub answer: Answer,
    /// Its word.
    pub word: &'a str,
    /// What it will do.
    pub does: String,
}

/// Something that is answered.
#[derive(Clone, Debug)]
pub struct AnswerRow {
    /// The id of the widget.
    pub id: Id,
    /// What stands at its left.
    pub title: String,
    /// What is known of it.
    pub facts: String,
    /// What a screen reader says.
    pub name: String,
    /// The answer as it is.
    pub current: Answer,
    /// Whether it stands for all rows.
    pub stands_for_all: bool,
    /// How many comments are open on it.
    pub comments: usize,
}

/// What was done in the table.
#[derive(Debug, Default)]
pub struct AnswerActs {
    /// The row, and its new answer; taken back it is [`Answer::NotAnswered`].
    pub answered: Option<(usize, Answer)>,
    /// The row that got the focus in this frame.
    pub gained_focus: Option<usize>,
}

/// What stays the same for all rows.
struct Form<'a> {
    heads: &'a [AnswerHead<'a>],
    left: f32,
    width: f32,
    /// How wide the column at the left is. Without it answers stand on lines of their own, below what is answered.
    titles: Option<f32>,
    lang: Lang,
}

impl Form<'_> {
    fn column(&self) -> f32 {
        let count = f32::from(u16::try_from(self.heads.len().max(1)).unwrap_or(u16::MAX));
        (self.width - self.titles.unwrap_or_default()) / count
    }

    fn title_width(&self) -> f32 {
        self.titles.unwrap_or(self.width) - 2.0 * PADDING - CROSS
    }

    /// Where the title and the answers of a row lie.
    fn lay(&self, top: f32, title_height: f32) -> (Rect, Vec<Rect>, f32) {
        let place = |count: usize| f32::from(u16::try_from(count).unwrap_or(u16::MAX));
        if let Some(titles) = self.titles {
            let height = ROW.max(title_height + PADDING);
            let title = Rect::from_min_size(pos2(self.left, top), vec2(titles, height));
            let cell = |index| pos2(self.left + titles + self.column() * place(index), top);
            let cells = (0..self.heads.len()).map(|index| Rect::from_min_size(cell(index), vec2(self.column(), height)));
            return (title, cells.collect(), height);
        }
        let title_height = title_height + PADDING;
        let title = Rect::from_min_size(pos2(self.left, top), vec2(self.width, title_height));
        let cell = |index| pos2(self.left, top + title_height + LINE * place(index));
        let cells = (0..self.heads.len()).map(|index| Rect::from_min_size(cell(index), vec2(self.width, LINE)));
        (title, cells.collect(), title_height + LINE * place(self.heads.len()))
    }
}

/// Shows the table. `corner` stands at the left of the heads; the row with the id `must` is laid out wherever it is.
pub fn answer_table(
    ui: &mut Ui,
    name: &str,
    corner: &str,
    heads: &[AnswerHead<'_>],
    rows: &[AnswerRow],
    must: Option<Id>,
    lang: Lang,
) -> AnswerActs {
    let builder = UiBuilder::new().id_salt("answers").accessibility_role(Role::Table).accessibility_label(name);
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        contents(ui, corner, heads, rows, must, lang)
    })
    .inner
}

fn contents(ui: &mut Ui, corner: &str, heads: &[AnswerHead<'_>], rows: &[AnswerRow], must: Option<Id>, lang: Lang) -> AnswerActs {
    let width = ui.available_width();
    let titles = (width * 0.28).clamp(120.0, 240.0);
    let count = f32::from(u16::try_from(heads.len().max(1)).unwrap_or(u16::MAX));
    let titles = ((width - titles) / count >= LEAST_COLUMN).then_some(titles);
    let form = Form { heads, left: ui.cursor().left(), width, titles, lang };
    let top = ui.cursor().top();
    let texts: Vec<HeadText> = heads.iter().map(|head| HeadText::of(ui, head, &form)).collect();
    let head_height = texts.iter().map(|text| text.height(&form)).fold(0.0, f32::max) + 2.0 * PADDING;
    let head_height = if titles.is_some() { head_height } else { texts.iter().map(|text| text.height(&form)).sum() };
    let view = ui.clip_rect().y_range();
    let focused = ui.memory(egui::Memory::focused);
    let mut acts = AnswerActs::default();
    let mut at = top + head_height;
    let mut reveal = None;
    for (index, row) in rows.iter().enumerate() {
        let title = title(ui, row, &form);
        let (title_rect, cells, height) = form.lay(at, title.iter().map(|line| line.size().y).sum());
        let rect = Rect::from_min_size(pos2(form.left, at), vec2(width, height));
        at += height;
        let is_near = rect.bottom() >= view.min - NEAR && rect.top() <= view.max + NEAR;
        if !is_near && focused != Some(row.id) && must != Some(row.id) {
            continue;
        }
        let placed = Placed { rect, title: title_rect, cells: &cells };
        let did = show(ui, &form, row, &placed, &title);
        if did.gained_focus {
            acts.gained_focus = Some(index);
            // The head stays in view and would cover a row that is only just in view.
            reveal = titles.map(|_| Rect::from_min_max(rect.min - vec2(0.0, head_height), rect.max));
        }
        if let Some(answer) = did.answer {
            acts.answered = Some((index, answer));
        }
        let go = did.go.and_then(|by| index.checked_add_signed(by)).and_then(|to| rows.get(to));
        if let Some(to) = go {
            ui.memory_mut(|memory| memory.request_focus(to.id));
            ui.ctx().request_repaint();
        }
    }
    let whole = Rect::from_min_max(pos2(form.left, top), pos2(form.left + width, at));
    draw_head(ui, &form, corner, &texts, whole, head_height);
    ui.advance_cursor_after_rect(whole);
    if let Some(reveal) = reveal {
        ui.scroll_to_rect(reveal, None);
    }
    acts
}

/// The head of an answer, laid out.
struct HeadText {
    word: Arc<Galley>,
    does: Arc<Galley>,
}

impl HeadText {
    fn of(ui: &Ui, head: &AnswerHead<'_>, form: &Form<'_>) -> Self {
        let room = if form.titles.is_some() { form.column() - 2.0 * PADDING } else { form.width - 2.0 * PADDING };
        let word = ja_layout(ui, head.word, TextKind::Section, palette(ui).text, room);
        let beside = if form.titles.is_some() { 0.0 } else { word.size().x + PADDING };
        let does = ja_layout(ui, &head.does, TextKind::Small, palette(ui).text_body, (room - beside).max(80.0));
        Self { word, does }
    }

    fn height(&self, form: &Form<'_>) -> f32 {
        let (word, does) = (self.word.size().y, self.does.size().y);
        if form.titles.is_some() { word + 2.0 + does } else { word.max(does) + 4.0 }
    }
}

fn draw_head(ui: &Ui, form: &Form<'_>, corner: &str, texts: &[HeadText], whole: Rect, height: f32) {
    let rule = palette(ui).line();
    let painter = ui.painter();
    let name = |index: usize, rect: Rect| {
        let Some(head) = form.heads.get(index) else { return };
        let response = ui.interact(rect, ui.scope_id().with(("head", index)), Sense::hover());
        let name = words::head_name(head.word, &head.does, form.lang);
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &name));
    };
    let Some(titles) = form.titles else {
        let mut top = whole.top();
        for (index, text) in texts.iter().enumerate() {
            let rect = Rect::from_min_size(pos2(whole.left(), top), vec2(whole.width(), text.height(form)));
            painter.galley(rect.min + vec2(PADDING, 0.0), Arc::clone(&text.word), palette(ui).text);
            let beside = vec2(2.0 * PADDING + text.word.size().x, 3.0);
            painter.galley(rect.min + beside, Arc::clone(&text.does), palette(ui).text_body);
            name(index, rect);
            top = rect.bottom();
        }
        return;
    };
    // It stays in view while the table is.
    let top = ui.clip_rect().top().clamp(whole.top(), (whole.bottom() - height).max(whole.top()));
    let band = Rect::from_min_size(pos2(whole.left(), top), vec2(whole.width(), height));
    // Rows that have gone under the head must not be hit through it.
    ui.interact(band, ui.scope_id().with("heads"), Sense::CLICK);
    painter.rect_filled(band, 0, palette(ui).page);
    let corner = ja_layout(ui, corner, TextKind::Small, palette(ui).text_muted, titles - 8.0);
    painter.galley(pos2(band.left(), band.bottom() - corner.size().y - 8.0), corner, palette(ui).text_muted);
    let mut left = band.left() + titles;
    for (index, text) in texts.iter().enumerate() {
        let rect = Rect::from_min_size(pos2(left, top), vec2(form.column(), height));
        painter.galley(rect.min + vec2(PADDING, PADDING), Arc::clone(&text.word), palette(ui).text);
        let below = vec2(PADDING, PADDING + text.word.size().y + 2.0);
        painter.galley(rect.min + below, Arc::clone(&text.does), palette(ui).text_body);
        painter.rect_stroke(rect, 0, rule, StrokeKind::Middle);
        name(index, rect);
        left = rect.right();
    }
    painter.hline(band.x_range(), band.bottom(), rule);
}

/// The title and the facts, in at most two lines each.
fn title(ui: &Ui, row: &AnswerRow, form: &Form<'_>) -> Vec<Arc<Galley>> {
    let lines = |text: &str, kind: TextKind, most: usize| {
        let mut job =
            LayoutJob::simple(drawn(text).into_owned(), kind.font(), kind.color(palette(ui)), form.title_width().max(60.0));
        job.wrap.max_rows = most;
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let title = lines(&row.title, TextKind::Strong, 2);
    if row.facts.is_empty() { vec![title] } else { vec![title, lines(&row.facts, TextKind::Small, 2)] }
}

/// Where a row lies.
struct Placed<'a> {
    rect: Rect,
    title: Rect,
    cells: &'a [Rect],
}

/// What was done in a row.
#[derive(Default)]
struct Did {
    answer: Option<Answer>,
    go: Option<isize>,
    gained_focus: bool,
}

fn show(ui: &mut Ui, form: &Form<'_>, row: &AnswerRow, placed: &Placed<'_>, title: &[Arc<Galley>]) -> Did {
    let why = why_only_read(ui);
    let options_rect = placed.cells.iter().fold(Rect::NOTHING, |whole, cell| whole.union(*cell));
    let group = ui.interact(options_rect, row.id, Sense::focusable_noninteractive());
    let mut did = Did { gained_focus: group.gained_focus(), ..Did::default() };
    ui.ctx().accesskit_node_builder(row.id, |node| {
        node.set_role(Role::RadioGroup);
        node.set_label(row.name.clone());
    });
    tell_group_only_read(ui, row.id, why);
    let options = ui.new_child(UiBuilder::new().id_salt(row.id).max_rect(options_rect).accessibility_parent(row.id));
    paint_ground(ui, row, placed, title);
    for (index, (head, rect)) in form.heads.iter().zip(placed.cells).enumerate() {
        let option = options.interact(*rect, row.id.with(("option", index)), sense_of_choice(why, Sense::CLICK));
        let chosen = head.answer == row.current;
        option.widget_info(|| {
            let name = words::head_name(&row.name, head.word, form.lang);
            WidgetInfo::selected(Role::RadioButton, options.is_enabled(), chosen, name)
        });
        ui.ctx().accesskit_node_builder(option.id, |node| node.set_description(head.does.clone()));
        let option = tell_only_read(&options, option, why);
        paint_option(ui, head.word, *rect, chosen, option.hovered(), row.stands_for_all);
        if option.clicked() {
            group.request_focus();
            did.gained_focus = true;
            did.answer = Some(head.answer.clone());
        }
    }
    let is_answered = row.current != Answer::NotAnswered;
    let beside = Rect::from_min_max(
        placed.title.min,
        pos2(placed.title.right() - CROSS, placed.title.top() + ROW.min(placed.title.height())),
    );
    let name = || row.name.clone();
    if why.is_none() && is_answered && take_back_button(&options, row.id, name, Room::Cross(form.lang), beside) {
        group.request_focus();
        did.answer = Some(Answer::NotAnswered);
    }
    if is_taken_back_by_key(ui, row.id, is_answered) {
        did.answer = Some(Answer::NotAnswered);
    }
    if group.has_focus() {
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(row.id, filter));
        keys(ui, form.heads, why.is_none(), &mut did);
    }
    if group.gained_focus() {
        // The arrows are the table's from the next frame on; without one, a first arrow would leave the table.
        ui.ctx().request_repaint();
    }
    did.answer.take_if(|answer| *answer == row.current);
    did
}

fn keys(ui: &Ui, heads: &[AnswerHead<'_>], may_answer: bool, did: &mut Did) {
    let digits = digit_keys(ui);
    ui.input_mut(|input| {
        for (head, key) in heads.iter().zip(digits) {
            if may_answer && input.consume_key(Modifiers::NONE, key) {
                did.answer = Some(head.answer.clone());
            }
        }
        for (key, by) in [(Key::ArrowUp, -1), (Key::ArrowDown, 1)] {
            if input.consume_key(Modifiers::NONE, key) {
                did.go = Some(by);
            }
        }
    });
}

fn paint_ground(ui: &Ui, row: &AnswerRow, placed: &Placed<'_>, title: &[Arc<Galley>]) {
    let painter = ui.painter();
    if row.stands_for_all {
        painter.rect_filled(placed.rect, 0, palette(ui).surface);
    }
    let height: f32 = title.iter().map(|line| line.size().y).sum();
    let mut at = pos2(placed.title.left() + PADDING, placed.title.center().y - height / 2.0);
    for (line, kind) in title.iter().zip([TextKind::Strong, TextKind::Small]) {
        painter.galley(at, Arc::clone(line), kind.color(palette(ui)));
        at.y += line.size().y;
    }
    painter.rect_stroke(placed.title, 0, palette(ui).line(), StrokeKind::Middle);
    if row.comments > 0 {
        let corner = placed.title.left_top();
        let points = vec![corner, corner + vec2(11.0, 0.0), corner + vec2(0.0, 11.0)];
        painter.add(egui::Shape::convex_polygon(points, palette(ui).key, Stroke::NONE));
    }
}

fn paint_option(ui: &Ui, word: &str, rect: Rect, chosen: bool, hovered: bool, on_grey: bool) {
    if !ui.is_rect_visible(rect) {
        return;
    }
    let why = why_only_read(ui);
    let painter = ui.painter();
    if chosen || hovered || why.is_some() || !on_grey {
        painter.rect_filled(rect, 0, row_fill(palette(ui), why, chosen, hovered));
    }
    painter.rect_stroke(rect, 0, palette(ui).line(), StrokeKind::Middle);
    if chosen {
        paint_chosen_edge(ui, rect.shrink(1.0), 0, why);
    }
    radio_circle(ui, pos2(rect.left() + PADDING + 10.0, rect.center().y), chosen, hovered);
    let (kind, color) = match (chosen, why.is_some()) {
        (true, false) => (TextKind::Strong, palette(ui).key),
        (true, true) => (TextKind::Strong, palette(ui).text),
        (false, _) => (TextKind::Body, palette(ui).text),
    };
    let text = ja_layout(ui, word, kind, color, (rect.width() - PADDING - CIRCLE).max(40.0));
    painter.galley(pos2(rect.left() + PADDING + CIRCLE - 6.0, rect.center().y - text.size().y / 2.0), text, color);
}
