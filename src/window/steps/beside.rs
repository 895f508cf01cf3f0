//! The ticks for what goes along beside the content. What a record does not have is not offered.

use egui::Ui;

use crate::export::Along;
pub use crate::text::along::In;
use crate::text::{Lang, along as words};
use crate::window::theme::TextKind;
use crate::window::widgets::{Tone, ja_label, message_text, section_heading};

/// What could go along.
#[derive(Clone, Copy, Debug)]
pub struct Offered {
    /// How many comments.
    pub comments: usize,
    /// How many revisions.
    pub revisions: usize,
}

/// Shows what could go along, and takes what is ticked; nothing where there is nothing to offer.
pub fn beside(ui: &mut Ui, offered: Offered, whereto: In, along: &mut Along, lang: Lang) {
    let Offered { comments, revisions } = offered;
    let nothing = comments == 0 && revisions == 0;
    if nothing && whereto == In::Package {
        return;
    }
    section_heading(ui, words::heading(whereto, lang));
    if whereto == In::Files {
        ui.checkbox(&mut along.annex, words::annex(lang));
    }
    if nothing {
        return;
    }
    ja_label(ui, words::lead(whereto, lang), TextKind::Small);
    if comments > 0 {
        ui.checkbox(&mut along.comments, words::comments(comments, lang));
    }
    history(ui, whereto, revisions, &mut along.history, lang);
}

/// The tick for the history; nothing where there is none.
pub fn history(ui: &mut Ui, whereto: In, revisions: usize, goes_along: &mut bool, lang: Lang) {
    if revisions > 0 {
        ui.checkbox(goes_along, words::history(whereto, revisions, lang));
        if *goes_along {
            message_text(ui, Tone::Warning, words::history_warning(lang));
        }
    }
}
