//! The footer: back, next, what is left on the step, the keys worth knowing.

use egui::accesskit::{Live, Role};
use egui::{Align, Key, Label, Layout, Sense, StrokeKind, Ui, WidgetInfo, vec2};

use super::place::Place;
use crate::catalogue::StepId;
use crate::text::{Label as _, Lang, window as words};
use crate::window::theme::{TextKind, palette, tokens};
use crate::window::widgets::{Rank, ja_layout, ranked_button};
use crate::window::{Command, MenuCommand};

/// What of a step is shown, where it is gone through in parts.
#[derive(Clone, Debug, Default)]
pub struct Inside {
    /// Whether it is gone through so.
    pub is_guided: bool,
    /// What comes next on the step, in a word or two.
    pub next: Option<String>,
    /// Whether digits answer.
    pub answers: bool,
    /// Whether something on it is to be done before one goes on, which is filled then in the place of 次へ.
    pub has_main_act: bool,
}

/// The footer, with the way back to the step from which a jump led here. `news` is said first if there is any. Returns what was
/// chosen.
pub fn footer(
    ui: &mut Ui,
    place: Place<'_>,
    inside: &Inside,
    back_to: Option<StepId>,
    news: &str,
    lang: Lang,
) -> Option<Command> {
    let mut chosen = None;
    let height = tokens::BUTTON_HEIGHT.min(ui.available_height());
    ui.spacing_mut().item_spacing.x = tokens::GAP_M;
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        let can_go_back = inside.is_guided || place.previous().is_some();
        let back = ui.add_enabled_ui(can_go_back, |ui| ranked_button(ui, words::back(lang), Rank::Outlined, height)).inner;
        if back.clicked() {
            chosen = Some(if inside.is_guided { Command::PreviousQuestion } else { Command::PreviousStep });
        }
        let rank = if inside.has_main_act || has_own_act(place.step) { Rank::Outlined } else { Rank::Filled };
        if let Some(next) = &inside.next {
            if ranked_button(ui, &words::next(next, lang), rank, height).clicked() {
                chosen = Some(Command::NextQuestion);
            }
        } else if let Some(next) = place.next() {
            if ranked_button(ui, &words::next(next.label(lang), lang), rank, height).clicked() {
                chosen = Some(Command::NextStep);
            }
        } else {
            let galley = ja_layout(ui, words::finish(lang), TextKind::Body, palette(ui).text_muted, f32::INFINITY);
            ui.add(Label::new(galley).selectable(false));
        }
        if let Some(step) = back_to
            && ranked_button(ui, &words::back_to(step.label(lang), lang), Rank::Outlined, height).clicked()
        {
            chosen = Some(Command::GoBack);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let remaining = place.steps.get(place.index()).map_or(0, |(_, state)| state.remaining);
            let left = words::remaining(remaining, lang);
            let whole = if news.is_empty() { left.clone() } else { format!("{news}　{left}") };
            let keys = keys(ui, inside, lang);
            let mut room = ui.available_width();
            // What there is room for, the most telling first: the news, what is left, the keys.
            let says = |ui: &Ui, text: &str| ja_layout(ui, text, TextKind::Small, palette(ui).text_body, f32::INFINITY).size().x;
            let text = if says(ui, &whole) <= room { Some(whole.as_str()) } else { Some(news).filter(|news| !news.is_empty()) };
            let text = text.filter(|text| says(ui, text) <= room);
            room -= text.map_or(0.0, |text| says(ui, text) + tokens::GAP_L);
            if news.is_empty() && keys.iter().map(|key| cap_width(ui, key)).sum::<f32>() <= room {
                for key in keys.iter().rev() {
                    cap(ui, key);
                }
                ui.add_space(tokens::GAP_S);
            }
            if let Some(text) = text {
                let galley = ja_layout(ui, text, TextKind::Small, palette(ui).text_body, f32::INFINITY);
                let response = ui.add(Label::new(galley).selectable(false));
                ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
            }
        });
    });
    chosen
}

/// Whether the page of the step has a main act of its own, which is filled then in the place of 次へ.
const fn has_own_act(step: StepId) -> bool {
    matches!(step, StepId::Approval | StepId::Output | StepId::Request | StepId::Application)
}

/// Keys worth knowing, each with what it does.
fn keys(ui: &Ui, inside: &Inside, lang: Lang) -> Vec<(String, &'static str)> {
    let shown = |command: MenuCommand| command.shown_keys(ui.ctx()).unwrap_or_default();
    let mut keys = Vec::new();
    if inside.answers {
        keys.push((words::cap_digits(lang).to_owned(), words::key_answer(lang)));
        keys.push((Key::Enter.name().to_owned(), words::key_next(lang)));
    } else {
        keys.push((shown(MenuCommand::NextStep), words::key_next(lang)));
    }
    keys.push((shown(MenuCommand::Help), words::key_guidance(lang)));
    keys.push((shown(MenuCommand::Search), words::key_find(lang)));
    keys
}

/// On either side of the name of a key.
const CAP_PADDING: f32 = 7.0;

fn cap_width(ui: &Ui, (key, act): &(String, &str)) -> f32 {
    let width = |text: &str| ja_layout(ui, text, TextKind::Small, palette(ui).text, f32::INFINITY).size().x;
    width(key) + 2.0 * CAP_PADDING + 6.0 + width(act) + tokens::GAP_M
}

/// A key as it stands on the keyboard, and what it does.
fn cap(ui: &mut Ui, (key, act): &(String, &str)) {
    let palette = palette(ui);
    let said = format!("{key} {act}");
    let act = ja_layout(ui, act, TextKind::Small, palette.text_muted, f32::INFINITY);
    let key = ja_layout(ui, key, TextKind::Small, palette.text_body, f32::INFINITY);
    let cap = vec2(key.size().x + 2.0 * CAP_PADDING, key.size().y);
    let (rect, response) = ui.allocate_exact_size(vec2(cap.x + 6.0 + act.size().x, cap.y), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    let place = egui::Rect::from_min_size(rect.min, cap);
    ui.painter().rect_stroke(place, tokens::RADIUS_MARK, palette.edge(), StrokeKind::Inside);
    ui.painter().galley(place.min + vec2(CAP_PADDING, 0.0), key, palette.text_body);
    ui.painter().galley(egui::pos2(place.right() + 6.0, rect.top()), act, palette.text_muted);
}
