//! 先例: earlier records for the same target task, to be read and copied from. Nothing is filled in from them.

use egui::accesskit::Role;
use egui::{Frame, Id, Margin, Response, Ui, UiBuilder};

use crate::judgement::{Outcome, Standing};
use crate::portfolio::{AtHand, Precedent, PrecedentItem, Precedents, Unreadable, lower_than_every};
use crate::record::{Objective, TextField};
use crate::text::steps_finish::precedents as words;
use crate::text::{Label as _, Lang, labels, numbered_name, window as window_words};
use crate::window::theme::{TextKind, palette, tokens};
use crate::window::widgets::{Tone, badge, ja_label, link_button, message_text, section_heading, small_button};
use crate::window::{Command, PrecedentState, StepContext};

/// How many precedents are shown at first: the rest of the page is to stay near.
const SHOWN: usize = 5;
/// How many more are shown on request.
const MORE: usize = 20;
/// How many unreadable files are named before the rest is only counted.
const MOST_NAMED: usize = 50;
/// Room for the button beside a heading, in points.
const BESIDE: f32 = 112.0;

pub(super) fn ui(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    let outside = cx.outside;
    let sought = &outside.precedents;
    section_heading(ui, words::title(lang));
    if let PrecedentState::Found(precedents) = &sought.state {
        let lower = lower_than_every(precedents, cx.judgement);
        if !lower.is_empty() {
            message_text(ui, Tone::Warning, &words::lower_than_every(&lower, cx.catalogue, lang));
        }
    }
    let lead = match (sought.folders.is_empty(), &sought.task) {
        (_, None) => words::task_needed(lang),
        (true, Some(_)) => words::no_folders(lang),
        (false, Some(_)) => words::lead(lang),
    };
    ja_label(ui, lead, TextKind::Body);
    steady(ui, "acts", |ui| acts(ui, cx));
    steady(ui, "folders", |ui| folders(ui, cx));
    if let PrecedentState::Found(precedents) = &sought.state {
        steady(ui, "unreadable", |ui| unreadable(ui, cx, &precedents.unreadable));
        steady(ui, "list", |ui| list(ui, cx, precedents));
    }
}

/// A part whose buttons keep their ids, and with them the focus, whatever comes and goes above it: rows out of view, the note.
fn steady(ui: &mut Ui, part: &str, contents: impl FnOnce(&mut Ui)) {
    let id = Id::unique(("precedents", part));
    ui.scope_builder(UiBuilder::new().scope_id(id), contents);
}

/// Adding a folder, reading again, and how far the reading has come.
fn acts(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    let status = match &cx.outside.precedents.state {
        PrecedentState::NotSought => None,
        PrecedentState::Reading { done, of, .. } => Some(words::reading(*done, *of, lang)),
        PrecedentState::Found(precedents) if precedents.found == 0 => Some(words::none_found(lang).to_owned()),
        PrecedentState::Found(precedents) => Some(words::count(precedents.found, precedents.kept.len(), lang)),
        PrecedentState::BrokeOff(message) => Some(message.what.clone()),
    };
    ui.horizontal_wrapped(|ui| {
        if small_button(ui, window_words::add_precedent_folder(lang)).clicked() {
            cx.command(Command::AddPrecedentFolder);
        }
        if let Some(status) = status {
            if small_button(ui, window_words::read_precedents(lang)).clicked() {
                cx.command(Command::ReadPrecedents);
            }
            let builder = UiBuilder::new().id_salt("precedent status").accessibility_role(Role::Status);
            ui.scope_builder(builder, |ui| ja_label(ui, &status, TextKind::Small));
        }
    });
}

fn folders(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let (lang, outside) = (cx.lang, cx.outside);
    if outside.precedents.folders.is_empty() {
        return;
    }
    ja_label(ui, words::folders(lang), TextKind::SmallStrong);
    for (place, folder) in outside.precedents.folders.iter().enumerate() {
        let path = crate::text::shown_path(folder);
        ui.horizontal_wrapped(|ui| {
            ja_label(ui, &path, TextKind::Small);
            let remove = link_button(ui, window_words::remove_precedent_folder(lang));
            if remove.accessible_name(words::remove_folder(&path, lang)).clicked() {
                cx.command(Command::RemovePrecedentFolder(place));
            }
        });
    }
}

/// How many files could not be read; which, and why, on request.
fn unreadable(ui: &mut Ui, cx: &mut StepContext<'_>, unreadable: &[Unreadable]) {
    let lang = cx.lang;
    if unreadable.is_empty() {
        return;
    }
    let is_open = cx.page.decisions.precedents.unreadable_open;
    let count = words::unreadable(unreadable.len(), lang);
    ui.horizontal_wrapped(|ui| {
        ja_label(ui, &count, TextKind::Warning);
        if toggle(ui, is_open, lang, |act| words::toggle_name(&count, act, lang)).clicked() {
            cx.page.decisions.precedents.unreadable_open = !is_open;
        }
    });
    if !is_open {
        return;
    }
    for one in unreadable.iter().take(MOST_NAMED) {
        let message = one.message(lang);
        ja_label(ui, &crate::text::shown_path(one.path()), TextKind::SmallStrong);
        ja_label(ui, &format!("{} {}", message.what, message.action), TextKind::Small);
    }
    let rest = unreadable.len().saturating_sub(MOST_NAMED);
    if rest > 0 {
        ja_label(ui, &words::further(rest, lang), TextKind::Small);
    }
}

fn list(ui: &mut Ui, cx: &mut StepContext<'_>, precedents: &Precedents) {
    let shown = SHOWN + cx.page.decisions.precedents.more;
    for precedent in precedents.kept.iter().take(shown) {
        card(ui, cx, precedent);
    }
    let Some(next) = precedents.kept.get(shown) else { return };
    let more = precedents.kept.len().saturating_sub(shown).min(MORE);
    if link_button(ui, &words::show_more(more, cx.lang)).clicked() {
        let page = &mut cx.page.decisions.precedents;
        page.more += more;
        page.to_focus = Some(next.path.clone());
    }
}

fn card(ui: &mut Ui, cx: &mut StepContext<'_>, precedent: &Precedent) {
    let lang = cx.lang;
    let is_open = cx.page.decisions.precedents.open.contains(&precedent.path);
    let whose = words::whose(&precedent.agency, &precedent.service, lang);
    let named = precedent.assessed_on.map_or_else(|| whose.clone(), |day| format!("{whose} {day}"));
    let frame = Frame::new().stroke(palette(ui).line()).corner_radius(tokens::RADIUS).inner_margin(Margin::same(10));
    let builder = UiBuilder::new()
        .scope_id(Id::unique(("precedent", &precedent.path)))
        .accessibility_role(Role::Group)
        .accessibility_label(named.as_str());
    ui.scope_builder(builder, |ui| {
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal_top(|ui| {
                let width = (ui.available_width() - BESIDE).max(80.0);
                ui.vertical(|ui| {
                    ui.set_width(width);
                    ja_label(ui, &whose, TextKind::Strong);
                    let Precedent { assessed_on, state, changed_since_approval: changed, statement, .. } = precedent;
                    let approval = words::day_and_approval(*assessed_on, *state, *changed, *statement, lang);
                    ja_label(ui, &approval, TextKind::Small);
                    ui.horizontal_wrapped(|ui| {
                        badge(ui, precedent.outcome.label(lang), tone(precedent.outcome));
                        ja_label(ui, &words::levels(&precedent.objectives, cx.catalogue, lang), TextKind::Body);
                    });
                });
                let button = toggle(ui, is_open, lang, |act| words::toggle_name(&named, act, lang));
                let page = &mut cx.page.decisions.precedents;
                if page.to_focus.take_if(|path| *path == precedent.path).is_some() {
                    button.request_focus();
                }
                if button.clicked() && !page.open.remove(&precedent.path) {
                    page.open.insert(precedent.path.clone());
                }
            });
            if is_open {
                contents(ui, cx, precedent, &named);
            }
        });
    });
}

/// A button that shows or hides something. `name` is given what it does.
fn toggle(ui: &mut Ui, is_open: bool, lang: Lang, name: impl FnOnce(&str) -> String) -> Response {
    let act = if is_open { words::hide(lang) } else { words::show(lang) };
    let button = small_button(ui, act).accessible_name(name(act));
    ui.ctx().accesskit_node_builder(button.id, |node| node.set_expanded(is_open));
    button
}

fn contents(ui: &mut Ui, cx: &mut StepContext<'_>, precedent: &Precedent, whose: &str) {
    let lang = cx.lang;
    if precedent.made_with_other_catalogue {
        let said = match precedent.at_hand {
            AtHand::Pinned => words::own_catalogue(lang),
            AtHand::InUseOnly => words::other_catalogue(lang),
        };
        ja_label(ui, said, TextKind::Small);
    }
    if precedent.items.is_empty() {
        ja_label(ui, words::no_items(lang), TextKind::Small);
    }
    for (item, place) in precedent.items.iter().zip(1..) {
        ui.separator();
        item_ui(ui, cx, item, place, whose);
    }
    if !precedent.raises.is_empty() {
        ui.separator();
        ja_label(ui, words::whole(lang), TextKind::Strong);
    }
    for raise in &precedent.raises {
        let level = labels::level(raise.to, cx.catalogue, lang);
        let raised = Standing::Raised.label(lang);
        ja_label(ui, &words::objective_level(raise.objective, &level, raised, lang), TextKind::SmallStrong);
        let what = words::reason_of(words::whole(lang), raise.objective, lang);
        text(ui, cx, &raise.reason, &words::copy_name(whose, &what, lang));
    }
    for (title, written) in [
        (TextField::ConditionsOfUse.label(lang), &precedent.conditions_of_use),
        (TextField::ResidualRisk.label(lang), &precedent.residual_risk),
    ] {
        if !written.trim().is_empty() {
            ui.separator();
            ja_label(ui, title, TextKind::Strong);
            text(ui, cx, written, &words::copy_name(whose, title, lang));
        }
    }
    ui.separator();
    ja_label(ui, &crate::text::shown_path(&precedent.path), TextKind::Small);
}

fn item_ui(ui: &mut Ui, cx: &mut StepContext<'_>, item: &PrecedentItem, place: usize, whose: &str) {
    let lang = cx.lang;
    let name = numbered_name(&item.name, place, lang);
    ja_label(ui, &name, TextKind::Strong);
    for objective in Objective::ALL {
        let cell = &item.cells[objective];
        let level = labels::assessment(cell.level, cx.catalogue, lang);
        let standing = match cell.standing {
            Standing::AsProposed => "",
            standing => standing.label(lang),
        };
        ja_label(ui, &words::objective_level(objective, &level, standing, lang), TextKind::SmallStrong);
        let what = words::reason_of(&name, objective, lang);
        text(ui, cx, &cell.reason, &words::copy_name(whose, &what, lang));
    }
}

/// A text with the button that puts it on the clipboard.
fn text(ui: &mut Ui, cx: &mut StepContext<'_>, written: &str, copy_name: &str) {
    let written = written.trim();
    if written.is_empty() {
        return;
    }
    ui.horizontal_top(|ui| {
        if small_button(ui, words::copy(cx.lang)).accessible_name(copy_name).clicked() {
            cx.command(Command::CopyText(written.to_owned()));
        }
        ui.vertical(|ui| ja_label(ui, written, TextKind::Body));
    });
}

const fn tone(outcome: Outcome) -> Tone {
    match outcome {
        Outcome::Fits => Tone::Success,
        Outcome::NotLow | Outcome::Stop | Outcome::InvalidAssessor => Tone::Error,
        Outcome::Unlisted | Outcome::OutOfScope | Outcome::NotRequired => Tone::Warning,
        Outcome::Undetermined => Tone::Neutral,
    }
}
