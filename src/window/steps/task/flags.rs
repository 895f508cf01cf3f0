//! The red flags of the chosen entry: whether each applies, and a word on it.

use egui::Ui;

use crate::catalogue::{RedFlag, TargetTask};
use crate::record::{Answer, Edit, Field};
use crate::text::Label as _;
use crate::text::steps_start::task as words;
use crate::window::theme::{TextKind, palette, tokens};
use crate::window::widgets::{FieldSpec, field_id, guide_on_focus, ja_label, section_heading, segmented, text_field};
use crate::window::{StepContext, Topic};

/// Shows the red flags of an entry.
pub fn ui(ui: &mut Ui, cx: &mut StepContext<'_>, task: &TargetTask) {
    if task.red_flags.is_empty() {
        return;
    }
    section_heading(ui, words::flags(cx.lang));
    ja_label(ui, words::flags_lead(cx.lang), TextKind::Body);
    for flag in &task.red_flags {
        egui::Frame::new().stroke(palette(ui).line()).corner_radius(tokens::RADIUS).inner_margin(egui::Margin::same(10)).show(
            ui,
            |ui| {
                ui.set_width(ui.available_width());
                show(ui, cx, flag);
            },
        );
    }
}

fn show(ui: &mut Ui, cx: &mut StepContext<'_>, flag: &RedFlag) {
    let lang = cx.lang;
    let text = flag.text.text(lang);
    ja_label(ui, text, TextKind::Strong);
    let field = Field::RedFlag(flag.id.clone());
    let reply = cx.record.red_flag(&flag.id).map_or(&Answer::NotAnswered, |reply| &reply.applies);
    let options = [
        (Answer::Yes, words::applies(lang)),
        (Answer::No, words::does_not_apply(lang)),
        (Answer::Unknown, Answer::Unknown.label(lang)),
    ];
    let id = field_id(&field).with("applies");
    let name = words::flag_name(text, lang);
    if let Some(answer) = segmented(ui, id, &name, &options, reply, Some((&Answer::NotAnswered, lang))) {
        cx.edit(Edit::AnswerRedFlag(flag.id.clone(), answer));
    }
    let topic = Topic::Field(field.clone());
    guide_on_focus(ui, cx, id, || topic);
    text_field(ui, cx, field, FieldSpec::new(words::word(lang)).hint(words::word_hint(lang)));
}
