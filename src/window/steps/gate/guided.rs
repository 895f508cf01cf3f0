//! 案内 through the gate: one question at a time, up to the one that ends it.

use egui::Ui;

use super::parts::{full_width, under_the_question, way_in_words};
use super::way::Way;
use crate::catalogue::{Question, StepId};
use crate::record::{Answer, Edit, Field};
use crate::text::steps_finish::guided as words;
use crate::text::steps_start::gate as gate_words;
use crate::text::{Label as _, answer_effects, question_name};
use crate::window::memory::Spot;
use crate::window::steps::guided::{GuidedPlace, arrive, enter_goes_on, header};
use crate::window::theme::TextKind;
use crate::window::widgets::{
    AnswerHead, AnswerRow, answer_table, field_id, ja_label, link_button, name_with_comments, open_comments, page_heading,
};
use crate::window::{Command, StepContext};

/// Shows where 案内 stands.
pub(super) fn ui(ui: &mut Ui, cx: &mut StepContext<'_>, place: &GuidedPlace) {
    arrive(cx, StepId::Gate, place);
    header(ui, cx, StepId::Gate, place, words::gate_about(cx.lang));
    let catalogue = cx.catalogue;
    let question = match place.spot() {
        Spot::Question(id) => catalogue.question(id),
        Spot::AsProposed | Spot::Cell(..) | Spot::End => None,
    };
    match question {
        Some(shown) => ask(ui, cx, shown),
        None => end(ui, cx, place),
    }
    let row = question.map(|question| field_id(&Field::Gate(question.id.clone())));
    enter_goes_on(ui, cx, |id| row == Some(id));
}

fn ask(ui: &mut Ui, cx: &mut StepContext<'_>, question: &Question) {
    let lang = cx.lang;
    page_heading(ui, question.text.text(lang), words::first_sentence(question.guidance.text(lang), lang));
    under_the_question(ui, cx, question);
    let heads: Vec<AnswerHead<'_>> = [Answer::Yes, Answer::No, Answer::Unknown]
        .into_iter()
        .map(|answer| {
            let does = answer_effects::what_it_does(question, &answer, cx.catalogue, lang).unwrap_or_default();
            let word = answer.label(lang);
            AnswerHead { answer, word, does }
        })
        .collect();
    let field = Field::Gate(question.id.clone());
    let title = question_name(&question.id, cx.catalogue, lang);
    let row = AnswerRow {
        id: field_id(&field),
        title: words::this_case(lang).to_owned(),
        facts: cx.record.service.name.to_string(),
        name: name_with_comments(cx, &field, title.clone()),
        current: cx.record.gate.answers.get(question.id.as_str()).clone(),
        stands_for_all: false,
        comments: open_comments(cx, &field),
    };
    let acts = answer_table(ui, &title, answer_effects::then_this(lang), &heads, &[row], None, lang);
    if let Some((_, answer)) = acts.answered {
        cx.edit(Edit::AnswerGate(question.id.clone(), answer));
    }
    ui.add_space(8.0);
    full_width(ui, cx, question);
}

/// Where the answers lead.
fn end(ui: &mut Ui, cx: &mut StepContext<'_>, place: &GuidedPlace) {
    let lang = cx.lang;
    page_heading(ui, words::gate_end(lang), "");
    let way = Way::of(cx.record, cx.catalogue, cx.judgement, lang);
    way_in_words(ui, &way, lang);
    let asked = place.all().filter(|spot| matches!(spot, Spot::Question(_))).count();
    let all = cx.catalogue.questions_of(crate::catalogue::Section::Gate);
    let all = all.filter(|question| question.effect != crate::catalogue::Effect::TaskChoice).count();
    if asked < all {
        ja_label(ui, words::gate_hidden(lang), TextKind::Small);
    }
    ja_label(ui, words::gate_task(lang), TextKind::Body);
    if link_button(ui, gate_words::to_task(lang)).clicked() {
        cx.command(Command::JumpTo(Field::Task));
    }
}
