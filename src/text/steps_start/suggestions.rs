//! Menus of words that are often written into a field.

use crate::text::Lang;

sentences! {
    menu = "候補", "Suggest";
    separator = "、", ", ";
}

/// What a screen reader calls the menu of a field.
pub fn menu_of(label: &str, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("{label}の候補"),
        Lang::En => format!("Suggestions for {label}"),
    }
}
