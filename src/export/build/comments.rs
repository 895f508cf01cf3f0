//! Chapter コメント, where it is asked for.

use super::date_cell;
use crate::export::ExportInput;
use crate::export::report::{Block, Cell, Chapter, Emphasis, Table};
use crate::text::{self, report as words};

/// Every comment, in the order in which they were given; nothing unless comments are asked for.
pub(super) fn comments(input: &ExportInput<'_>) -> Option<Chapter> {
    if !input.along.comments {
        return None;
    }
    let lang = input.lang;
    let columns = [
        (words::place_of_finding(lang), 4),
        (words::comment(lang), 7),
        (words::comment_by(lang), 3),
        (words::on(lang), 3),
        (words::state(lang), 2),
    ];
    let mut table = Table::new("", &columns);
    for comment in &input.record.comments {
        let place = comment.field().map(|field| text::field_name(&field, input.record, input.catalogue, lang));
        let (state, emphasis) = if comment.resolved {
            (words::comment_resolved(lang), Emphasis::Plain)
        } else {
            (words::comment_open(lang), Emphasis::Open)
        };
        table.rows.push(vec![
            match place {
                Some(place) => Cell::new(place),
                // Where it was is all that is known of it.
                None => Cell::new(words::field_is_gone(lang)).detail(comment.field.as_str()),
            },
            Cell::new(comment.text.as_str()),
            Cell::new(text::history::author(&comment.by, lang)),
            date_cell(comment.on, lang),
            Cell::with(state, emphasis),
        ]);
    }
    let block = if table.rows.is_empty() { Block::paragraph(words::no_comments(lang)) } else { Block::Table(table) };
    Some(Chapter::new(words::comments(lang), vec![block]))
}
