//! Menus of words that are often written into a field.

sentences! {
    menu = "候補", "Suggest";
    separator = "、", ", ";

    /// What a screen reader calls the menu of a field.
    menu_of(label: &str) = "{label}の候補", "Suggestions for {label}";
}
