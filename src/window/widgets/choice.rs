//! Choosing one of a few: segmented answers and radio lists, operated as one stop of the Tab key.
//!
//! Tab reaches the group; ←→ (and ↑↓ in a list) or the digits choose. What is chosen stays so, however often it is chosen;
//! where it can be taken back, that is an act of its own: see [`taking_back`](super::taking_back). Where it is only to be read, see
//! [`reading`](super::reading).

use egui::accesskit::Role;
use egui::{
    Color32, EventFilter, Id, Key, Modifiers, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo,
    vec2,
};

use super::reading::{Why, sense_of_choice, tell_group_only_read, tell_only_read, why_only_read};
use super::taking_back::{Room, is_taken_back_by_key, room_for, take_back_button};
use super::{digit_keys, ja_layout, radio_circle};
use crate::record::Answer;
use crate::text::{Label as _, Lang};
use crate::window::theme::{CLEAR, Palette, TextKind, palette, tokens};

/// The height of an option with a circle: the circle, and 8 points above and below.
const RADIO_ROW: f32 = tokens::RADIO + 16.0;

/// はい｜いいえ｜不明. Returns the new answer when it changed; taken back it is [`Answer::NotAnswered`].
///
/// `name` is what a screen reader says: the question and what it is about.
pub fn answer_buttons(ui: &mut Ui, id: Id, name: &str, answer: &Answer, lang: Lang) -> Option<Answer> {
    let options = [Answer::Yes, Answer::No, Answer::Unknown].map(|option| {
        let label = option.label(lang);
        (option, label)
    });
    segmented(ui, id, name, &options, answer, Some((&Answer::NotAnswered, lang)))
}

/// What a choice is once it was taken back, and in which language that act is named. A choice without cannot be taken back.
pub type Cleared<'a, T> = Option<(&'a T, Lang)>;

/// A few options side by side in one frame. Returns the new choice when it changed.
pub fn segmented<T: Clone + PartialEq>(
    ui: &mut Ui,
    id: Id,
    name: &str,
    options: &[(T, &str)],
    current: &T,
    cleared: Cleared<'_, T>,
) -> Option<T> {
    let words: Vec<f32> =
        options.iter().map(|(_, text)| ja_layout(ui, text, TextKind::Strong, palette(ui).text, f32::INFINITY).size().x).collect();
    // Longer words, in a narrow cell of a table, get less room around them.
    let sides: f32 = options.iter().map(|_| 2.0).sum();
    let padding = ((ui.available_width() - words.iter().sum::<f32>()) / sides).clamp(3.0, 14.0);
    let widths: Vec<f32> = words.into_iter().map(|width| width + 2.0 * padding).collect();
    let size = vec2(widths.iter().sum(), tokens::CHIP_HEIGHT);
    let room = room_for(ui, cleared.map(|(_, lang)| lang), ui.available_width() - size.x);
    let (_, rect) = ui.allocate_space(size + vec2(room.width(), room.height()));
    let rect = Rect::from_min_size(rect.min, size);
    let mut left = rect.left();
    let cells: Vec<Rect> = widths
        .iter()
        .map(|width| {
            let cell = Rect::from_min_size(Pos2::new(left, rect.top()), vec2(*width, rect.height()));
            left += width;
            cell
        })
        .collect();
    let chosen = options.iter().position(|(option, _)| option == current);
    let arrows = Arrows::Horizontal;
    let group =
        Group { id, name, chosen, rect, cells: &cells, texts: &texts(options), arrows, can_clear: cleared.is_some(), room };
    let act = group.operate(ui);
    if ui.is_rect_visible(rect) {
        paint_segments(ui, &group);
    }
    resolve(act, chosen, options, cleared)
}

/// A list of options with a circle before each: side by side where they fit, else one below the other.
/// Returns the new choice when it changed. A choice cannot be taken back; offer an option for that.
pub fn choice_row<T: Clone + PartialEq>(
    ui: &mut Ui,
    id: Id,
    name: &str,
    options: &[(T, &str)],
    current: Option<&T>,
) -> Option<T> {
    row(ui, id, name, options, current, None)
}

/// The same for a choice that can be taken back: it is `cleared` then.
pub fn clearable_choice_row<T: Clone + PartialEq>(
    ui: &mut Ui,
    id: Id,
    name: &str,
    options: &[(T, &str)],
    current: &T,
    cleared: (&T, Lang),
) -> Option<T> {
    row(ui, id, name, options, Some(current), Some(cleared))
}

fn row<T: Clone + PartialEq>(
    ui: &mut Ui,
    id: Id,
    name: &str,
    options: &[(T, &str)],
    current: Option<&T>,
    cleared: Cleared<'_, T>,
) -> Option<T> {
    let circle = tokens::RADIO + 10.0;
    let gap = 18.0;
    let available = ui.available_width();
    let wide: Vec<f32> = options
        .iter()
        .map(|(_, text)| ja_layout(ui, text, TextKind::Body, palette(ui).text, f32::INFINITY).size().x + circle + gap)
        .collect();
    let one_line = wide.iter().sum::<f32>() <= available + gap;
    let sizes: Vec<Vec2> = options
        .iter()
        .zip(&wide)
        .map(|((_, text), width)| {
            if one_line {
                return vec2(*width, RADIO_ROW);
            }
            let height = ja_layout(ui, text, TextKind::Body, palette(ui).text, (available - circle).max(80.0)).size().y + 8.0;
            vec2(available, height.max(RADIO_ROW))
        })
        .collect();
    let total = if one_line {
        vec2(sizes.iter().map(|size| size.x).sum::<f32>() - gap, RADIO_ROW)
    } else {
        vec2(available, sizes.iter().map(|size| size.y).sum())
    };
    let lang = cleared.map(|(_, lang)| lang);
    let room = if one_line { room_for(ui, lang, available - total.x) } else { lang.map_or(Room::None, Room::Below) };
    let (_, rect) = ui.allocate_space(total + vec2(room.width(), room.height()));
    let rect = Rect::from_min_size(rect.min, total);
    let mut at = rect.min;
    let cells: Vec<Rect> = sizes
        .iter()
        .map(|size| {
            let cell = Rect::from_min_size(at, *size);
            if one_line {
                at.x += size.x;
            } else {
                at.y += size.y;
            }
            cell
        })
        .collect();
    let chosen = current.and_then(|current| options.iter().position(|(option, _)| option == current));
    let arrows = if one_line { Arrows::Horizontal } else { Arrows::Both };
    let group =
        Group { id, name, chosen, rect, cells: &cells, texts: &texts(options), arrows, can_clear: cleared.is_some(), room };
    let act = group.operate(ui);
    if ui.is_rect_visible(rect) {
        paint_circles(ui, &group, circle);
    }
    resolve(act, chosen, options, cleared)
}

fn texts<'a, T>(options: &[(T, &'a str)]) -> Vec<&'a str> {
    options.iter().map(|(_, text)| *text).collect()
}

/// The new choice, if it is another one. To choose what is chosen already changes nothing.
fn resolve<T: Clone>(act: Option<Act>, chosen: Option<usize>, options: &[(T, &str)], cleared: Cleared<'_, T>) -> Option<T> {
    match act? {
        Act::Choose(index) if Some(index) != chosen => options.get(index).map(|(option, _)| option.clone()),
        Act::Choose(_) => None,
        Act::Clear => cleared.map(|(cleared, _)| cleared.clone()),
    }
}

#[derive(Clone, Copy)]
enum Arrows {
    /// ↑↓ are left to move between rows of a table.
    Horizontal,
    Both,
}

enum Act {
    Choose(usize),
    Clear,
}

struct Group<'a> {
    id: Id,
    name: &'a str,
    chosen: Option<usize>,
    rect: Rect,
    cells: &'a [Rect],
    texts: &'a [&'a str],
    arrows: Arrows,
    can_clear: bool,
    /// Where the button stands that takes the choice back.
    room: Room,
}

impl Group<'_> {
    /// Registers the group and its options, and says what the user did to them.
    fn operate(&self, ui: &mut Ui) -> Option<Act> {
        let why = why_only_read(ui);
        let group = ui.interact(self.rect, self.id, Sense::focusable_noninteractive());
        let mut act = None;
        let inner = ui.new_child(UiBuilder::new().id_salt(self.id).max_rect(self.rect).accessibility_parent(self.id));
        for (index, (cell, text)) in self.cells.iter().zip(self.texts).enumerate() {
            let option = inner.interact(*cell, self.option_id(index), sense_of_choice(why, Sense::CLICK));
            option.widget_info(|| WidgetInfo::selected(Role::RadioButton, inner.is_enabled(), self.chosen == Some(index), text));
            let option = tell_only_read(&inner, option, why);
            if option.clicked() {
                group.request_focus();
                act = Some(Act::Choose(index));
            }
        }
        if why.is_none()
            && self.chosen.is_some()
            && take_back_button(&inner, self.id, || self.name.to_owned(), self.room, self.rect)
        {
            group.request_focus();
            act = Some(Act::Clear);
        }
        ui.ctx().accesskit_node_builder(self.id, |node| {
            node.set_role(Role::RadioGroup);
            node.set_label(self.name.to_owned());
            if let Some(chosen) = self.chosen {
                node.set_active_descendant(self.option_id(chosen).accesskit_id());
            }
        });
        tell_group_only_read(ui, self.id, why);
        act.or_else(|| why.is_none().then(|| self.keys(ui, &group)).flatten())
    }

    fn option_id(&self, index: usize) -> Id {
        self.id.with(("option", index))
    }

    fn keys(&self, ui: &Ui, group: &Response) -> Option<Act> {
        if !group.has_focus() {
            return None;
        }
        let both = matches!(self.arrows, Arrows::Both);
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: both, ..Default::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(self.id, filter));
        let last = self.cells.len().checked_sub(1)?;
        if self.can_clear && is_taken_back_by_key(ui, self.id, self.chosen.is_some()) {
            return Some(Act::Clear);
        }
        let digits = digit_keys(ui);
        ui.input_mut(|input| {
            let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
            if pressed(Key::ArrowRight) || both && pressed(Key::ArrowDown) {
                return Some(Act::Choose(self.chosen.map_or(0, |at| if at == last { 0 } else { at + 1 })));
            }
            if pressed(Key::ArrowLeft) || both && pressed(Key::ArrowUp) {
                return Some(Act::Choose(self.chosen.map_or(last, |at| if at == 0 { last } else { at - 1 })));
            }
            (0..=last).zip(digits).find(|(_, key)| pressed(*key)).map(|(index, _)| Act::Choose(index))
        })
    }
}

fn paint_segments(ui: &Ui, group: &Group<'_>) {
    let painter = ui.painter();
    let why = why_only_read(ui);
    painter.rect_filled(group.rect, tokens::RADIUS, if why.is_some() { palette(ui).surface } else { palette(ui).page });
    let last = group.cells.len().saturating_sub(1);
    let corners_of = |index: usize| egui::CornerRadius {
        nw: if index == 0 { tokens::RADIUS } else { 0 },
        sw: if index == 0 { tokens::RADIUS } else { 0 },
        ne: if index == last { tokens::RADIUS } else { 0 },
        se: if index == last { tokens::RADIUS } else { 0 },
    };
    for (index, (cell, text)) in group.cells.iter().zip(group.texts).enumerate() {
        let chosen = group.chosen == Some(index);
        let corners = corners_of(index);
        let hovered = ui.rect_contains_pointer(*cell);
        let (fill, color) = option_colors(palette(ui), why, chosen, hovered);
        painter.rect_filled(*cell, corners, fill);
        if index > 0 && why.is_none() {
            painter.vline(cell.left(), cell.y_range(), palette(ui).edge());
        }
        let kind = if chosen { TextKind::Strong } else { TextKind::Body };
        let galley = ja_layout(ui, text, kind, color, f32::INFINITY);
        painter.galley(cell.center() - galley.size() / 2.0, galley, color);
    }
    if why.is_none() {
        painter.rect_stroke(group.rect, tokens::RADIUS, palette(ui).edge(), StrokeKind::Inside);
    }
    if let Some(cell) = group.chosen.and_then(|chosen| group.cells.get(chosen)) {
        paint_chosen_edge(ui, *cell, corners_of(group.chosen.unwrap_or_default()), why);
    }
}

/// The ground and the text of an option. What is only to be read has no colour of what can be operated: a grey strip, on which
/// the chosen option stands out by a frame and by its weight. A chosen one has [`paint_chosen_edge`] around it as well.
pub fn option_colors(palette: &Palette, why: Why, chosen: bool, hovered: bool) -> (Color32, Color32) {
    match (why.is_some(), chosen, hovered) {
        (true, true, _) => (palette.page, palette.text),
        (true, false, _) => (CLEAR, palette.text_muted),
        (false, true, _) => (palette.chosen_ground, palette.key),
        (false, false, true) => (palette.hover_ground, palette.text),
        (false, false, false) => (CLEAR, palette.text),
    }
}

/// The edge of a chosen option.
pub fn paint_chosen_edge(ui: &Ui, rect: Rect, corners: impl Into<egui::CornerRadius>, why: Why) {
    let palette = palette(ui);
    let stroke = if why.is_some() { Stroke::new(tokens::EDGE_CHOSEN, palette.text_muted) } else { palette.chosen_edge() };
    ui.painter().rect_stroke(rect, corners, stroke, StrokeKind::Inside);
}

fn paint_circles(ui: &Ui, group: &Group<'_>, circle: f32) {
    let painter = ui.painter();
    for (index, (cell, text)) in group.cells.iter().zip(group.texts).enumerate() {
        let chosen = group.chosen == Some(index);
        let center = Pos2::new(cell.left() + tokens::RADIO / 2.0, cell.top() + RADIO_ROW / 2.0);
        radio_circle(ui, center, chosen, ui.rect_contains_pointer(*cell));
        let color = if why_only_read(ui).is_some() && !chosen { palette(ui).text_muted } else { palette(ui).text };
        let galley = ja_layout(ui, text, TextKind::Body, color, (cell.width() - circle).max(80.0));
        let first_line = galley.rows.first().map_or(0.0, |row| row.row.size.y);
        let at = Pos2::new(cell.left() + circle, center.y - first_line / 2.0);
        painter.galley(at, galley, color);
    }
}
