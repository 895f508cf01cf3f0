//! Fields of text with a menu of words that are often written into them. The text stays free.

use egui::{Popup, Ui, vec2};

use crate::record::{Edit, Field};
use crate::text::Sentence;
use crate::text::steps_start::suggestions as words;
use crate::window::StepContext;
use crate::window::theme::{TextKind, palette, tokens};
use crate::window::widgets::{FieldSpec, FocusGuide, Icon, field_id, ja_layout, paint_icon, small_button, text_field};

/// What choosing a word does to the text that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choosing {
    /// The word takes the place of the text.
    Replaces,
    /// The word is added to the text.
    Appends,
}

/// The margins of the field, and the gap before the menu.
const BESIDE: f32 = 34.0;

/// A field of text, and beside it a menu of words.
pub fn text_field_with_suggestions(
    ui: &mut Ui,
    cx: &mut StepContext<'_>,
    field: &Field,
    spec: FieldSpec<'_>,
    suggestions: &[Sentence],
    choosing: Choosing,
) {
    let menu = words::menu(cx.lang);
    let button_width = ja_layout(ui, menu, TextKind::Strong, TextKind::Strong.color(palette(ui)), f32::INFINITY).size().x + 24.0;
    let width = ui.available_width() - button_width - BESIDE;
    let input = text_field(ui, cx, field.clone(), spec.width(width.max(120.0)));
    let beside = egui::Rect::from_min_size(input.rect.right_top() + vec2(8.0, 0.0), vec2(button_width, input.rect.height()));
    let middle = egui::Layout::left_to_right(egui::Align::Center);
    let mut child = ui.new_child(egui::UiBuilder::new().id_salt(("suggestions", field)).max_rect(beside).layout(middle));
    let button = small_button(&mut child, menu);
    choose(ui, cx, field, spec.label(), suggestions, choosing, &button);
}

/// The menu alone, as an arrow in a cell of a table.
pub fn menu_of_words(
    ui: &Ui,
    cx: &mut StepContext<'_>,
    field: &Field,
    label: &str,
    suggestions: &[Sentence],
    choosing: Choosing,
    rect: egui::Rect,
) {
    let button = ui.interact(rect, field_id(field).with("words"), egui::Sense::click());
    if ui.is_rect_visible(rect) {
        if button.hovered() {
            ui.painter().rect_filled(rect, 0, palette(ui).hover_ground);
        }
        paint_icon(ui.painter(), Icon::Down, rect.center(), tokens::ICON_SMALL - 4.0, palette(ui).key, palette(ui).page);
    }
    choose(ui, cx, field, label, suggestions, choosing, &button);
}

fn choose(
    ui: &Ui,
    cx: &mut StepContext<'_>,
    field: &Field,
    label: &str,
    suggestions: &[Sentence],
    choosing: Choosing,
    button: &egui::Response,
) {
    let name = words::menu_of(label, cx.lang);
    button.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, &name));
    let mut chosen = None;
    Popup::menu(button).accessible_name(name).show(|ui| {
        for suggestion in suggestions {
            let word = suggestion(cx.lang);
            if ui.button(word).clicked() {
                chosen = Some(word);
            }
        }
    });
    if let Some(word) = chosen {
        let present = cx.record.text(field).unwrap_or_default();
        let text = combine(present, word, choosing, words::separator(cx.lang));
        cx.edit(Edit::SetText { field: field.clone(), text });
        // The menu is gone; what it wrote can be gone on with.
        ui.ctx().with_plugin::<FocusGuide, _>(|guide| guide.want(field_id(field)));
    }
}

fn combine(present: &str, word: &str, choosing: Choosing, separator: &str) -> String {
    let present_words: Vec<&str> = present.split(['、', ',']).map(str::trim).collect();
    match choosing {
        Choosing::Replaces => word.to_owned(),
        Choosing::Appends if present.trim().is_empty() => word.to_owned(),
        Choosing::Appends if present_words.contains(&word) => present.to_owned(),
        Choosing::Appends => format!("{present}{separator}{word}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_takes_the_place_of_the_text_or_is_added_once() {
        for (present, word, choosing, expected) in [
            ("課長", "室長", Choosing::Replaces, "室長"),
            ("", "氏名", Choosing::Appends, "氏名"),
            ("氏名", "所属", Choosing::Appends, "氏名、所属"),
            ("氏名、所属", "氏名", Choosing::Appends, "氏名、所属"),
        ] {
            assert_eq!(combine(present, word, choosing, "、"), expected);
        }
    }
}
