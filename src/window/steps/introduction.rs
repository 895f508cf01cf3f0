//! はじめに

use egui::{Id, Rect, Ui, UiBuilder, vec2};

use crate::catalogue::{Catalogue, Definition, Profile};
use crate::examples;
use crate::record::{Edit, Field, RecordPart, TextField};
use crate::text::steps_start::introduction as words;
use crate::text::{Label as _, Lang, next};
use crate::window::steps::suggestions::{Choosing, text_field_with_suggestions};
use crate::window::theme::{TextKind, tokens};
use crate::window::widgets::{
    Card, Cards, FieldSpec, FocusGuide, Tone, bases_list, basis_badge, choice_cards, field_id, findings_of, forward_focus,
    guide_on_focus, ja_label, link_button, message_text, page_heading, secondary_button, section_heading, text_field,
};
use crate::window::{Command, StepContext, Topic};

/// Shows the step.
pub fn ui(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    page_heading(ui, words::title(lang), words::lead(lang));
    profile(ui, cx);
    this_record(ui, cx);
    paper(ui, cx);
    if ui.available_width() >= tokens::TWO_COLUMNS_WIDTH {
        // What hangs over the edge of a column must not widen the page.
        let place = ui.available_rect_before_wrap();
        let mut both = ui.new_child(UiBuilder::new().id_salt("needed and time").max_rect(place));
        both.columns(2, |columns| {
            if let [left, right] = columns {
                needed(left, cx);
                time(right, cx);
            }
        });
        ui.advance_cursor_after_rect(Rect::from_min_size(place.min, vec2(place.width(), both.min_rect().height())));
    } else {
        needed(ui, cx);
        time(ui, cx);
    }
    scheme(ui, cx);
    worked_examples(ui, cx);
}

fn this_record(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    section_heading(ui, words::this_record(lang));
    let name = TextField::CaseName;
    text_field(ui, cx, Field::Text(name), FieldSpec::new(name.label(lang)).hint(words::case_name_hint(lang)));
    ja_label(ui, &words::role(cx.record.role.label(lang), lang), TextKind::Strong);
    ja_label(ui, words::role_meaning(cx.record.role, lang), TextKind::Body);
}

fn profile(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    section_heading(ui, words::profile(lang));
    ja_label(ui, words::profile_lead(lang), TextKind::Body);
    let profiles = &cx.catalogue.profiles;
    let group = field_id(&Field::Profile);
    let chosen = profiles.iter().position(|profile| profile.id == cx.record.profile);
    let id = |index: usize| group.with(index);
    forward_focus(ui, group, id(chosen.unwrap_or(0)));
    let meanings: Vec<String> = profiles.iter().map(|profile| what_speaks_for(profile, lang)).collect();
    let cards: Vec<Card<'_>> = profiles
        .iter()
        .enumerate()
        .zip(&meanings)
        .map(|((index, profile), meaning)| Card {
            id: id(index),
            title: profile.title.text(lang),
            marks: marks(profile, lang),
            meaning,
            aspects: Vec::new(),
            level: None,
            chosen: Some(index) == chosen,
        })
        .collect();
    let clicked = choice_cards(ui, words::profile(lang), &cards, Cards::Stack);
    for card in &cards {
        guide_on_focus(ui, cx, card.id, || Topic::Field(Field::Profile));
    }
    if let Some(profile) = clicked.and_then(|index| profiles.get(index)) {
        cx.edit(Edit::ChooseProfile(profile.id.clone()));
        cx.page.introduction.asks_for_profile = false;
    }
    period_over(ui, cx, id(chosen.unwrap_or(0)));
    match chosen.and_then(|index| profiles.get(index)) {
        Some(profile) => bases_list(ui, &profile.basis, cx.catalogue, lang),
        None => message_text(ui, Tone::Error, words::profile_unknown(lang)),
    }
    findings_of(ui, cx, &Field::Profile);
}

/// What the documents are to say at their head. It belongs to the content: the documents that were approved say it.
fn paper(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    section_heading(ui, words::paper(lang));
    ja_label(ui, words::paper_lead(lang), TextKind::Small);
    for field in TextField::of(RecordPart::Paper) {
        let spec = FieldSpec::new(field.label(lang)).hint(words::paper_hint(field, lang));
        if field == TextField::PaperHandling {
            text_field_with_suggestions(ui, cx, &Field::Text(field), spec, words::HANDLING, Choosing::Replaces);
        } else {
            text_field(ui, cx, Field::Text(field), spec);
        }
    }
}

/// What a procedure is, and when it is the one to be chosen.
fn what_speaks_for(profile: &Profile, lang: Lang) -> String {
    let speaks = words::profile_speaks(profile.procedure(), lang);
    format!("{}\n{speaks}", profile.summary.text(lang))
}

/// That the period of the procedure is over. Who begins a record says whether it is to be this procedure all the same; what asks for
/// that leaves its room to what was answered.
fn period_over(ui: &mut Ui, cx: &mut StepContext<'_>, chosen: Id) {
    let lang = cx.lang;
    let Some(said) = next::period_over(cx.record, cx.catalogue, cx.today, lang) else { return };
    let over = cx.catalogue.period_over(&cx.record.profile, cx.today);
    let later = over.and_then(|over| over.later);
    ui.add_space(8.0);
    message_text(ui, Tone::Warning, &said);
    if !cx.page.introduction.asks_for_profile {
        if cx.page.introduction.has_confirmed {
            ja_label(ui, words::profile_confirmed(lang), TextKind::Strong);
        }
        return;
    }
    ui.horizontal_wrapped(|ui| {
        if secondary_button(ui, words::profile_confirm(lang)).clicked() {
            cx.page.introduction.asks_for_profile = false;
            cx.page.introduction.has_confirmed = true;
            ui.ctx().with_plugin::<FocusGuide, _>(|guide| guide.want(chosen));
        }
        if let Some(later) = later
            && secondary_button(ui, &words::profile_change(later.title.text(lang), lang)).clicked()
        {
            cx.page.introduction.asks_for_profile = false;
            cx.edit(Edit::ChooseProfile(later.id.clone()));
            let place = cx.catalogue.profiles.iter().position(|profile| profile.id == later.id);
            let card = field_id(&Field::Profile).with(place.unwrap_or_default());
            ui.ctx().with_plugin::<FocusGuide, _>(|guide| guide.want(card));
        }
    });
}

fn marks(profile: &Profile, lang: Lang) -> Vec<&str> {
    let mut marks: Vec<&str> = Vec::new();
    for basis in &profile.basis {
        let mark = basis.mark.label(lang);
        if !marks.contains(&mark) {
            marks.push(mark);
        }
    }
    marks
}

fn needed(ui: &mut Ui, cx: &StepContext<'_>) {
    section_heading(ui, words::needed(cx.lang));
    for thing in words::needed_things(cx.record.role) {
        bullet(ui, thing(cx.lang));
    }
}

fn bullet(ui: &mut Ui, text: &str) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ja_label(ui, "・", TextKind::Body);
        ui.vertical(|ui| ja_label(ui, text, TextKind::Body));
    });
}

fn time(ui: &mut Ui, cx: &StepContext<'_>) {
    let lang = cx.lang;
    section_heading(ui, words::time(lang));
    let estimates = words::estimates(cx.record.role, cx.catalogue.procedure(cx.record), lang);
    for (what, from, to) in &estimates {
        bullet(ui, &words::estimate(what, *from, *to, lang));
    }
    let total = estimates.iter().fold((0, 0), |(from, to), (_, least, most)| (from + least, to + most));
    ja_label(ui, &words::estimate(words::minutes_total(lang), total.0, total.1, lang), TextKind::Strong);
    ja_label(ui, words::time_estimate(lang), TextKind::Small);
}

fn scheme(ui: &mut Ui, cx: &StepContext<'_>) {
    section_heading(ui, words::scheme(cx.lang));
    // In this order; a catalogue that lacks a term says nothing of it.
    for name in ["ismap_liu", "two_conditions", "low", "flow"] {
        let found = cx.catalogue.procedure(cx.record).definitions(cx.catalogue).find(|definition| definition.id == name);
        if let Some(found) = found {
            definition(ui, found, cx.catalogue, cx.lang);
        }
    }
    ja_label(ui, words::no_form(cx.lang), TextKind::Strong);
}

/// A definition of the catalogue with what it rests on.
fn definition(ui: &mut Ui, definition: &Definition, catalogue: &Catalogue, lang: Lang) {
    ja_label(ui, definition.term.text(lang), TextKind::Strong);
    ja_label(ui, definition.text.text(lang), TextKind::Body);
    basis_badge(ui, &definition.basis, catalogue, lang);
    ui.add_space(6.0);
}

fn worked_examples(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    section_heading(ui, words::example(lang));
    ja_label(ui, words::example_lead(lang), TextKind::Body);
    for (index, example) in examples::all().iter().enumerate() {
        let title = words::example_title(example.task, example.title(lang));
        if link_button(ui, &title).clicked() {
            cx.command(Command::OpenExample(index));
        }
    }
    ui.add_space(8.0);
}
