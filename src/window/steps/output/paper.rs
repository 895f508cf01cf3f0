//! What the documents will say at their head, and the way to where it is entered.

use egui::Ui;

use crate::record::{Field, RecordPart, TextField};
use crate::text::Label as _;
use crate::text::steps_finish::output as words;
use crate::window::theme::TextKind;
use crate::window::widgets::{ja_label, link_button, section_heading};
use crate::window::{Command, StepContext};

/// The three lines of the head. They belong to the content, which is not changed here, where it may have been approved.
pub(super) fn paper(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    section_heading(ui, words::paper(lang));
    for field in TextField::of(RecordPart::Paper) {
        let text = cx.record.text(&Field::Text(field)).unwrap_or_default();
        ja_label(ui, &words::of_paper(field.label(lang), text, lang), TextKind::Body);
    }
    if link_button(ui, words::paper_change(lang)).clicked() {
        cx.command(Command::JumpTo(Field::Text(TextField::PaperNumber)));
    }
}
