//! 依頼先: whom the provider asked, where each request stands, and the acts on one of them.

use egui::{Id, ScrollArea, Ui};

use crate::record::{Asked, AskedState, Date, DayField, Edit, Field, Line, Prose, TextField};
use crate::text::steps_finish::asked as words;
use crate::text::{Label as _, Lang, date_error, days::short_date};
use crate::window::StepContext;
use crate::window::memory::AskedForm;
use crate::window::theme::TextKind;
use crate::window::widgets::{
    Column, Tone, badge, ja_label, line_input, link_button, message_text, path_input, section_heading, small_button, table,
    why_only_read,
};

const COLUMNS: [Column; 5] = [
    Column::Share { weight: 2.0, least: 160.0 },
    Column::Fixed(120.0),
    Column::Share { weight: 1.0, least: 110.0 },
    Column::Share { weight: 2.0, least: 150.0 },
    Column::Fixed(150.0),
];

/// Shows the agencies that were put down, and room to put down another.
pub(super) fn ui(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    section_heading(ui, words::heading(lang));
    ja_label(ui, words::lead(lang), TextKind::Small);
    let all = &cx.record.asked;
    if all.is_empty() {
        ja_label(ui, words::none(lang), TextKind::Body);
    } else {
        ja_label(ui, &words::counts(all.iter().map(|asked| asked.state(cx.today)), lang), TextKind::Strong);
        ScrollArea::horizontal().id_salt("asked").show(ui, |ui| {
            table(ui, "asked", words::heading(lang), &COLUMNS, |table| {
                table.row(|row| {
                    for head in words::heads(lang) {
                        row.cell(|ui| {
                            ja_label(ui, head, TextKind::SmallStrong);
                        });
                    }
                });
                for (place, asked) in all.iter().enumerate() {
                    table.row(|row| {
                        row.cell(|ui| agency(ui, cx, asked));
                        row.cell(|ui| state(ui, cx, asked));
                        row.cell(|ui| days(ui, cx, asked));
                        row.cell(|ui| came(ui, cx, asked));
                        row.cell(|ui| acts(ui, cx, place, asked));
                    });
                }
            });
        });
    }
    if why_only_read(ui).is_none() {
        form(ui, cx);
    }
    ui.add_space(8.0);
}

fn name(asked: &Asked, lang: Lang) -> &str {
    let name = asked.agency.as_str().trim();
    if name.is_empty() { words::no_name(lang) } else { name }
}

fn agency(ui: &mut Ui, cx: &StepContext<'_>, asked: &Asked) {
    ja_label(ui, name(asked, cx.lang), TextKind::Strong);
    if !asked.contact.is_blank() {
        ja_label(ui, asked.contact.as_str().trim(), TextKind::Small);
    }
}

fn state(ui: &mut Ui, cx: &StepContext<'_>, asked: &Asked) {
    let state = asked.state(cx.today);
    badge(ui, state.label(cx.lang), tone(state));
    let waits = asked.reply_by.filter(|_| state == AskedState::Overdue).map(|day| day.days_until(cx.today));
    if let Some(days) = waits {
        ja_label(ui, &words::overdue_by(days, cx.lang), TextKind::Small);
    }
}

/// In which tone a state is shown.
pub(in crate::window::steps) const fn tone(state: AskedState) -> Tone {
    match state {
        AskedState::Overdue | AskedState::Returned => Tone::Warning,
        AskedState::Answered => Tone::Success,
        AskedState::Sent | AskedState::Acknowledged => Tone::Key,
        AskedState::Preparing => Tone::Neutral,
    }
}

fn days(ui: &mut Ui, cx: &StepContext<'_>, asked: &Asked) {
    let lang = cx.lang;
    if let Some(sent) = asked.sent.last() {
        ja_label(ui, &words::sent_on(&short_date(sent.on, lang), asked.sent.len(), lang), TextKind::Small);
        if sent.service != cx.record.service.digest() {
            message_text(ui, Tone::Warning, words::service_changed(lang));
        }
    }
    if let Some(day) = asked.acknowledged {
        ja_label(ui, &words::acknowledged_on(&short_date(day, lang), lang), TextKind::Small);
    }
    if let Some(day) = asked.reply_by {
        ja_label(ui, &words::reply_by(&short_date(day, lang), lang), TextKind::Small);
    }
}

fn came(ui: &mut Ui, cx: &StepContext<'_>, asked: &Asked) {
    for came in &asked.came {
        let on = short_date(came.file.on, cx.lang);
        ja_label(ui, &words::came(came.kind.label(cx.lang), came.file.name.as_str(), &on, cx.lang), TextKind::Small);
    }
    if asked.came.is_empty() {
        ja_label(ui, words::nothing_came(cx.lang), TextKind::Small);
    }
}

fn acts(ui: &mut Ui, cx: &mut StepContext<'_>, place: usize, asked: &Asked) {
    let (lang, name) = (cx.lang, name(asked, cx.lang).to_owned());
    if why_only_read(ui).is_some() {
        return;
    }
    let act = |ui: &mut Ui, label: &str| link_button(ui, label).accessible_name(words::of(label, &name, lang)).clicked();
    if act(ui, words::prepare(lang)) {
        let text = |field: TextField, text: &str| Edit::SetText { field: Field::Text(field), text: text.to_owned() };
        let day = Edit::SetDay(DayField::Deadline, asked.reply_by);
        cx.edit(Edit::Together(vec![text(TextField::Addressee, asked.agency.as_str()), day]));
    }
    if act(ui, words::correct(lang)) {
        cx.page.asked = AskedForm::of(Some(place), asked);
    }
    if act(ui, words::take_off(lang)) {
        let mut all = cx.record.asked.clone();
        if place < all.len() {
            all.remove(place);
        }
        cx.page.asked = AskedForm::default();
        cx.edit(Edit::SetAsked(all));
    }
}

/// Puts down another agency, or corrects one.
fn form(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    let of = cx.page.asked.of.and_then(|place| cx.record.asked.get(place)).cloned();
    if of.is_none() {
        cx.page.asked.of = None;
    }
    if !cx.page.asked.is_shown {
        if link_button(ui, words::add_link(lang)).clicked() {
            cx.page.asked.is_shown = true;
        }
        return;
    }
    let id = |part: &str| Id::unique("asked form").with(part);
    ui.add_space(8.0);
    let heading = match &of {
        Some(asked) => words::of(words::correct(lang), name(asked, lang), lang),
        None => words::add_heading(lang).to_owned(),
    };
    ja_label(ui, &heading, TextKind::Strong);
    let form = &mut cx.page.asked;
    line_input(ui, id("agency"), words::agency(lang), words::agency_hint(lang), &mut form.agency, lang);
    line_input(ui, id("contact"), words::contact(lang), words::contact_hint(lang), &mut form.contact, lang);
    let hint = words::day_hint(lang);
    path_input(ui, id("reply by"), words::reply_by_label(lang), hint, &mut form.reply_by);
    if of.as_ref().is_some_and(|asked| !asked.sent.is_empty()) {
        path_input(ui, id("sent"), words::sent_label(lang), hint, &mut form.sent);
        path_input(ui, id("acknowledged"), words::acknowledged_label(lang), hint, &mut form.acknowledged);
    }
    let read = read(form, of.as_ref(), lang);
    let is_named = !form.agency.trim().is_empty();
    if let Err(problem) = &read {
        message_text(ui, Tone::Error, problem);
    }
    ui.horizontal_wrapped(|ui| {
        let label = if of.is_some() { words::keep(lang) } else { words::add(lang) };
        let button = ui.add_enabled_ui(is_named && read.is_ok(), |ui| small_button(ui, label)).inner;
        if let (true, Ok(asked)) = (button.clicked(), read) {
            let mut all = cx.record.asked.clone();
            match cx.page.asked.of.and_then(|place| all.get_mut(place)) {
                Some(there) => *there = asked,
                None => all.push(asked),
            }
            cx.page.asked = AskedForm::default();
            cx.edit(Edit::SetAsked(all));
        }
        if link_button(ui, words::leave(lang)).clicked() {
            cx.page.asked = AskedForm::default();
        }
    });
}

/// What the form says, upon what stood there.
fn read(form: &AskedForm, of: Option<&Asked>, lang: Lang) -> Result<Asked, String> {
    let day = |typed: &str| match typed.trim() {
        "" => Ok(None),
        typed => Date::written(typed).map(|written| Some(written.day)).map_err(|error| date_error(&error, lang).what),
    };
    let mut asked = of.cloned().unwrap_or_default();
    asked.agency = Line::from_whole(form.agency.trim()).0;
    asked.contact = Prose::from_whole(form.contact.trim()).0;
    asked.reply_by = day(&form.reply_by)?;
    asked.acknowledged = day(&form.acknowledged)?;
    if let (Some(sent), Some(on)) = (asked.sent.last_mut(), day(&form.sent)?) {
        sent.on = on;
    }
    Ok(asked)
}
