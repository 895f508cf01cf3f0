//! What others say beside the one decision (意見): those that were given, and a form for another.

use egui::{Frame, Id, Margin, Ui};

use super::parts::{edit, fact, read_date};
use crate::record::{Date, Edit, Line, Opinion, OpinionView, Person, Prose};
use crate::text::days::both_calendars;
use crate::text::steps_finish::approval as words;
use crate::text::{Label as _, approval as said};
use crate::window::StepContext;
use crate::window::memory::OpinionForm;
use crate::window::theme::{TextKind, palette, tokens};
use crate::window::widgets::{
    Tone, badge, clearable_choice_row, ja_label, line_input, message_text, prose_input, secondary_button, section_heading,
};

/// Shows the opinions and the form.
pub(super) fn ui(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    section_heading(ui, said::opinions(lang));
    ja_label(ui, words::opinions_lead(lang), TextKind::Small);
    if cx.record.approval.opinions.is_empty() {
        ja_label(ui, words::no_opinions(lang), TextKind::Body);
    }
    for opinion in &cx.record.approval.opinions {
        show(ui, cx, opinion);
    }
    ui.add_space(6.0);
    let act = Frame::new()
        .stroke(palette(ui).line())
        .corner_radius(tokens::RADIUS)
        .inner_margin(Margin::same(12))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            form(ui, cx)
        })
        .inner;
    if let Some(act) = act {
        cx.edit(act);
        cx.page.approval.opinion = OpinionForm::default();
    }
}

/// One opinion: how he stands to it, who and when, and in which words.
fn show(ui: &mut Ui, cx: &StepContext<'_>, opinion: &Opinion) {
    let lang = cx.lang;
    let by = said::person(&opinion.by);
    ui.horizontal_wrapped(|ui| {
        badge(ui, opinion.view.label(lang), view_tone(opinion.view));
        ja_label(ui, &by, TextKind::Strong);
        ja_label(ui, &both_calendars(opinion.on, lang), TextKind::Small);
    });
    if !opinion.comment.is_blank() {
        fact(ui, said::opinion_comment(lang), opinion.comment.as_str());
    }
    if let Some(other) = cx.page.content.now().and_then(|now| said::other_content(opinion, now, lang)) {
        message_text(ui, Tone::Warning, other);
    }
    ui.separator();
}

const fn view_tone(view: OpinionView) -> Tone {
    match view {
        OpinionView::Agrees => Tone::Success,
        OpinionView::Objects => Tone::Error,
        OpinionView::Comments => Tone::Neutral,
    }
}

/// The form. What is in it can be added once it says who, on which day and how he stands to it.
fn form(ui: &mut Ui, cx: &mut StepContext<'_>) -> Option<Edit> {
    let lang = cx.lang;
    let form = &mut cx.page.approval.opinion;
    line_input(ui, Id::unique("opinion title"), words::opinion_title(lang), "", &mut form.title, lang);
    line_input(ui, Id::unique("opinion name"), words::opinion_name(lang), "", &mut form.name, lang);
    let date = edit(ui, "opinion date", words::opinion_date(lang), &mut form.date, &cx.today.to_string(), lang);
    let on = read_date(&date, lang);
    if let Ok(on) = &on {
        ja_label(ui, &both_calendars(*on, lang), TextKind::Small);
    }
    ja_label(ui, said::opinion_view(lang), TextKind::Strong);
    let options = OpinionView::ALL.map(|view| (Some(view), view.label(lang)));
    let id = Id::unique("opinion view");
    if let Some(view) = clearable_choice_row(ui, id, said::opinion_view(lang), &options, &form.view, (&None, lang)) {
        form.view = view;
    }
    prose_input(ui, Id::unique("opinion comment"), said::opinion_comment(lang), "", &mut form.comment, 2, lang);
    let (act, problem) = match act(form, on, lang) {
        Ok(act) => (Some(act), String::new()),
        Err(problem) => (None, problem),
    };
    if !problem.is_empty() {
        ja_label(ui, &problem, TextKind::Small);
    }
    let button = ui.add_enabled_ui(act.is_some(), |ui| secondary_button(ui, words::opinion_add(lang))).inner;
    act.filter(|_| button.clicked())
}

/// What is to be recorded, or what is missing for that.
fn act(form: &OpinionForm, on: Result<Date, String>, lang: crate::text::Lang) -> Result<Edit, String> {
    let (title, _) = Line::from_typed(&form.title);
    let (name, _) = Line::from_typed(&form.name);
    let (comment, _) = Prose::<400>::from_whole(&form.comment);
    if name.is_blank() {
        return Err(words::opinion_needs_name(lang).to_owned());
    }
    let on = on?;
    let view = form.view.ok_or_else(|| words::opinion_needs_view(lang).to_owned())?;
    if view != OpinionView::Agrees && comment.is_blank() {
        return Err(words::opinion_needs_words(lang).to_owned());
    }
    Ok(Edit::AddOpinion { by: Person { title, name }, on, view, comment: comment.as_str().to_owned() })
}
