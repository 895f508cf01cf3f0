//! No colour is named outside of the theme: what is not a role of its palettes would be right in one look and wrong in the others.

use crate::house::Source;

#[test]
fn nothing_but_the_theme_names_a_colour() {
    let mut found = Vec::new();
    for source in Source::all().iter().filter(|source| !source.path.starts_with("window/theme/")) {
        for (number, line) in source.text.lines().enumerate() {
            // A type is no colour; its constants and makers are.
            let names = ["Color32::", "Rgba::", "Hsva::", "hex_color!", "Visuals::light", "Visuals::dark"];
            if names.iter().any(|name| line.contains(name)) {
                found.push(format!("src/{}:{}: {}", source.path, number + 1, line.trim()));
            }
        }
    }
    assert!(found.is_empty(), "take a role of the palette instead:\n{}", found.join("\n"));
}
