//! Taking a choice back. It is an act of its own, so that nobody loses an answer by a click too many: Backspace or Delete on the
//! choice, a button beside it where there is room that nothing else needs, and an entry of the menu 編集.

use egui::accesskit::Role;
use egui::{CursorIcon, Id, Key, Modifiers, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::{FocusGuide, ja_layout, why_only_read};
use crate::text::{Lang, window as words};
use crate::window::theme::{TextKind, palette, tokens};

/// Between a choice and the button beside it, in points.
const GAP: f32 = 8.0;
/// The same where there is less room.
const SMALL_GAP: f32 = 4.0;
/// On either side of the word on the button.
const PADDING: f32 = 5.0;
/// How wide the button is where there is no room for its word.
const CROSS: f32 = 24.0;
/// How high the line below a list is.
const LINE: f32 = 28.0;

/// Where the button stands. Its place is kept free while nothing is chosen, so that nothing moves when something is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Room {
    /// Nowhere.
    None,
    /// Beside the choice, with its word, which is so wide.
    Word(Lang, f32),
    /// Beside the choice, as a cross.
    Cross(Lang),
    /// On a line below.
    Below(Lang),
}

impl Room {
    /// How much it takes beside the choice, in points.
    pub fn width(self) -> f32 {
        match self {
            Self::None | Self::Below(_) => 0.0,
            Self::Word(_, width) => width + GAP,
            Self::Cross(_) => CROSS + SMALL_GAP,
        }
    }

    /// How much it takes below.
    pub fn height(self) -> f32 {
        if matches!(self, Self::Below(_)) { LINE } else { 0.0 }
    }
}

/// Where the button stands at a choice that leaves so much of its line: below it where there is no room beside. Without a language
/// there is none.
pub fn room_for(ui: &Ui, lang: Option<Lang>, left: f32) -> Room {
    let Some(lang) = lang else { return Room::None };
    let word = word_width(ui, lang);
    if left >= word + GAP {
        Room::Word(lang, word)
    } else if left >= CROSS + SMALL_GAP {
        Room::Cross(lang)
    } else {
        Room::Below(lang)
    }
}

fn word_width(ui: &Ui, lang: Lang) -> f32 {
    let word = ja_layout(ui, words::take_back(lang), TextKind::Small, palette(ui).key, f32::INFINITY);
    word.size().x + 2.0 * PADDING
}

/// The button for a choice with this id, name and place. Tab passes it by, since Backspace on the choice does the same.
pub fn take_back_button(ui: &Ui, id: Id, name: impl Fn() -> String, room: Room, choice: Rect) -> bool {
    let beside = |gap: f32, width: f32| {
        let size = vec2(width, tokens::TARGET_HEIGHT.min(choice.height()));
        Rect::from_min_size(pos2(choice.right() + gap, choice.top()), size)
    };
    let (lang, rect) = match room {
        Room::None => return false,
        Room::Word(lang, width) => (lang, beside(GAP, width)),
        Room::Cross(lang) => (lang, beside(SMALL_GAP, CROSS)),
        Room::Below(lang) => (lang, Rect::from_min_size(choice.left_bottom(), vec2(word_width(ui, lang), LINE))),
    };
    let word = words::take_back(lang);
    let response = ui.interact(rect, id.with("take back"), Sense::CLICK).on_hover_cursor(CursorIcon::PointingHand);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), words::take_back_name(&name(), lang)));
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        let (text, color) = (if matches!(room, Room::Cross(_)) { "×" } else { word }, palette(ui).key);
        let galley = ja_layout(ui, text, TextKind::Small, color, f32::INFINITY);
        let at = rect.center() - galley.size() / 2.0;
        let below = at.y + galley.size().y - 1.0;
        painter.galley(at, galley, color);
        if response.hovered() {
            painter.rect_stroke(rect, tokens::RADIUS, Stroke::new(1.0, color), StrokeKind::Inside);
        } else if text == word {
            painter.hline(rect.shrink2(vec2(PADDING, 0.0)).x_range(), below, Stroke::new(1.0, color));
        }
    }
    response.on_hover_text(words::take_back_help(lang)).clicked()
}

/// Whether the chosen thing that has the focus is taken back: by Backspace or Delete, or by the menu.
pub fn is_taken_back_by_key(ui: &Ui, id: Id, is_chosen: bool) -> bool {
    if why_only_read(ui).is_some() || !ui.memory(|memory| memory.has_focus(id)) {
        return false;
    }
    let is_asked = ui.ctx().with_plugin::<FocusGuide, _>(|guide| guide.note_choice(id, is_chosen));
    let is_pressed = ui.input_mut(|input| {
        let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
        pressed(Key::Backspace) || pressed(Key::Delete)
    });
    is_chosen && (is_asked == Some(true) || is_pressed)
}
