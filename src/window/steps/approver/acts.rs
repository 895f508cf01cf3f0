//! The acts below 承認者のページ, each of which asks before anything is recorded, and the ways to what stands further down.

use egui::{Align, Layout, Ui};

use crate::record::ApprovalState;
use crate::text::Lang;
use crate::text::steps_finish::approver as words;
use crate::window::memory::ApproverPart;
use crate::window::theme::{TextKind, palette, tokens};
use crate::window::widgets::{FocusGuide, button_width, ja_layout, link_button, primary_button, secondary_button};
use crate::window::{Command, MenuCommand, StepContext};

/// Between what closes and what decides, in points.
const APART: f32 = 24.0;
/// What is recorded by the acts, in their order.
const DECIDES: [ApprovalState; 3] = [ApprovalState::Approved, ApprovalState::Returned, ApprovalState::Rejected];

/// How many rows the acts take in this width beyond the first.
pub fn further_rows(ui: &Ui, width: f32, lang: Lang) -> f32 {
    let gap = ui.spacing().item_spacing.x;
    let acts = DECIDES.map(|to| button_width(ui, &crate::text::steps_finish::approval::act_asks(to, lang)));
    let (mut rows, mut left) = (0.0, width - button_width(ui, words::close(lang)) - APART - 2.0 * gap);
    for act in acts {
        if act > left {
            rows += 1.0;
            left = width;
        }
        left -= act + gap;
    }
    rows
}

/// Shows them. What closes stands where elsewhere one goes back. `news` is said if there is any.
pub fn acts(ui: &mut Ui, cx: &mut StepContext<'_>, news: &str) {
    let lang = cx.lang;
    let come_back_to = cx.page.approval.come_back_to.take();
    ui.horizontal_wrapped(|ui| {
        if secondary_button(ui, words::close(lang)).clicked() {
            cx.command(Command::CloseRecord);
        }
        ui.add_space(APART);
        for to in DECIDES {
            let text = crate::text::steps_finish::approval::act_asks(to, lang);
            let button = if to == ApprovalState::Approved { primary_button(ui, &text) } else { secondary_button(ui, &text) };
            if come_back_to == Some(to) {
                ui.ctx().with_plugin::<FocusGuide, _>(|guide| guide.want_shown(button.id));
            }
            if button.clicked() {
                cx.command(Command::AskApproval(to));
            }
        }
        let room = ui.available_size_before_wrap().x;
        let width = |ui: &Ui, text: &str, kind| ja_layout(ui, text, kind, palette(ui).text, f32::INFINITY).size().x;
        let keys = MenuCommand::Help.shown_keys(ui.ctx()).unwrap_or_default();
        let help = format!("{} {keys}", words::help(lang));
        let links = [words::read_findings(lang), words::read_details(lang), &help];
        let linked: f32 = links.iter().map(|link| width(ui, link, TextKind::Body) + tokens::GAP_L).sum();
        let note = [words::acts_note(lang), words::acts_bound(lang)].map(str::to_owned);
        let note = if news.is_empty() { note.join("\n") } else { news.to_owned() };
        let has_links = linked <= room;
        let left = if has_links { room - linked - tokens::GAP_L } else { room };
        // News is said whatever goes; the note is said where there is room for it.
        let galley =
            ja_layout(ui, &note, TextKind::Small, palette(ui).text_muted, if news.is_empty() { f32::INFINITY } else { left });
        if galley.size().x <= left {
            let label = ui.add(egui::Label::new(galley).selectable(false));
            if !news.is_empty() {
                ui.ctx().accesskit_node_builder(label.id, |node| node.set_live(egui::accesskit::Live::Polite));
            }
        }
        if !has_links {
            return;
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = tokens::GAP_L;
            for (link, leads_to) in links.into_iter().zip([Some(ApproverPart::Findings), Some(ApproverPart::Details), None]).rev()
            {
                if link_button(ui, link).clicked() {
                    match leads_to {
                        Some(part) => cx.page.approval.go_to = Some(part),
                        None => cx.command(Command::Help),
                    }
                }
            }
        });
    });
}
