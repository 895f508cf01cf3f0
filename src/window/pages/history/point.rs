//! What the parts of the history are shown from, and what they ask for.

use crate::catalogue::Catalogue;
use crate::record::Record;
use crate::text::{Lang, history as words};

/// A content that can be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Point {
    /// After this revision.
    Revision(u32),
    /// As it is on the screen, and not saved yet.
    Present,
}

/// What the history is asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum HistoryAct {
    /// To be closed.
    Close,
    /// To put this content in place of the present one.
    Restore(Box<Record>),
}

/// What a part of the page is shown from.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// What was saved last.
    pub saved: &'a Record,
    /// The record on the screen.
    pub present: &'a Record,
    /// The catalogue it is judged by.
    pub catalogue: &'a Catalogue,
    /// The language of the screens.
    pub lang: Lang,
}

/// Asks to put a content in place of the present one, if it is another.
pub fn restore(content: Record, news: &mut String, cx: Shown<'_>) -> Option<HistoryAct> {
    if content.same_content(cx.present) {
        words::is_so_already(cx.lang).clone_into(news);
        return None;
    }
    Some(HistoryAct::Restore(Box::new(content)))
}

/// What a content is called.
pub fn point_name(point: Point, lang: Lang) -> String {
    match point {
        Point::Revision(number) => words::revision(number, lang),
        Point::Present => words::present(lang).to_owned(),
    }
}
