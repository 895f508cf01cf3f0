//! The table of items: whose row it is, and what stands in which column.

use std::collections::BTreeSet;

use super::content::Content;
use super::place::Contents;
use crate::export::workbook::{NEW, NUMBER, WITHOUT};

/// A row of a table of items.
pub(super) struct TableRow {
    /// Which, from 0.
    pub row: u32,
    /// Its cells by their columns.
    pub keys: Vec<(u32, String)>,
    /// Whether what tells whose row it is contradicts itself.
    pub is_torn: bool,
}

/// The rows of the table with this corner. A row is named by its key and says its number, and its decisions name its item once
/// more: whoever sorts a part of the columns tears the rows apart, and that must not go unnoticed.
pub(super) fn rows_of(found: &Contents, (top, first): (u32, u32)) -> Vec<TableRow> {
    let text = |place: (u32, u32)| match found.get(&place) {
        Some(Content::Text(text) | Content::Number(text)) => Some(text.as_str()),
        _ => None,
    };
    let heads =
        found.range((top, first + 1)..=(top, u32::MAX)).filter_map(|((_, column), _)| Some((*column, text((top, *column))?)));
    let (numbers, columns): (Vec<_>, Vec<_>) = heads.partition(|(_, head)| *head == NUMBER);
    let columns: Vec<(u32, &str)> = columns.into_iter().filter(|(_, head)| head.starts_with('.')).collect();
    let last = found.last_key_value().map_or(top, |((row, _), _)| *row);
    let mut rows = Vec::new();
    for row in top + 1..=last {
        let Some(key) = text((row, first)) else { continue };
        let mut parts = key.split(' ');
        let item = parts.next().unwrap_or_default();
        let (mut number, mut without) = ("", BTreeSet::new());
        for part in parts {
            if let Some(left_out) = part.strip_prefix(WITHOUT) {
                without.insert(left_out);
            } else {
                number = part.strip_prefix(NUMBER).unwrap_or(number);
            }
        }
        let says = |place| match found.get(&place) {
            // Some programs make a number of what looks like one.
            Some(Content::Text(text) | Content::Number(text)) => text.trim() == number,
            _ => false,
        };
        let other_number = numbers.iter().any(|(column, _)| !says((row, *column)));
        let of_this = format!("{item}.");
        let named = |content: &Content| matches!(content, Content::Text(text) if is_key_of_item(text));
        let mut beside = found.range((row, first + 1)..=(row, u32::MAX)).filter(|(_, content)| named(content));
        let other_item = beside.any(|(_, content)| !matches!(content, Content::Text(text) if text.starts_with(&of_this)));
        let keys = columns.iter().filter(|(_, head)| !without.contains(head));
        let keys = keys.map(|(column, head)| (*column, format!("{item}{head}"))).collect();
        rows.push(TableRow { row, keys, is_torn: other_number || other_item });
    }
    rows
}

/// Whether a text is the key of a decision, and nothing that anybody would write.
fn is_key_of_item(text: &str) -> bool {
    let text = text.strip_prefix(NEW).unwrap_or(text);
    text.starts_with("items[") && text.contains("].decisions.") && text.ends_with('}')
}
