//! A frame of the window.

use egui::{Frame, Margin, Ui};

use crate::record::Role;
use crate::text::{Label as _, Lang, window as words};
use crate::window::panels::{self, MenuState};
use crate::window::shell::layout::Room;
use crate::window::stack::Asked;
use crate::window::state::{App, OpenRecord};
use crate::window::theme::{TextKind, palette, tokens};
use crate::window::widgets::{FocusGuide, region};
use crate::window::{Command, Request, Situation};

impl App {
    /// Draws a frame, and carries out what was asked for in it.
    pub fn ui(&mut self, ui: &mut Ui) {
        let lang = self.lang();
        let mut asked: Vec<Request> = Vec::new();
        if let Some(command) = self.menu(ui, lang) {
            asked.push(Request::Command(command));
        }
        if self.open.is_some() {
            self.record_ui(ui, lang, &mut asked);
        } else {
            let (rect, today) = (ui.available_rect_before_wrap(), self.today);
            let chosen =
                region(ui, rect, "start page", palette(ui).page, |ui| panels::start_page(ui, &mut self.start, today, lang));
            asked.extend(chosen.map(Request::Command));
        }
        self.pages_ui(ui);
        self.drop_target(ui, lang);
        for request in asked {
            self.carry_out(request);
        }
        self.note_focus(ui);
        // The frame of the system may show the title, and yet nobody reads it aloud.
        ui.ctx().accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label(self.frames.title.as_str()));
        // What was typed in this frame is not lost if there is no other.
        self.note_last_state();
    }

    fn menu(&mut self, ui: &mut Ui, lang: Lang) -> Option<Command> {
        let whose = self.open.as_ref().map(|open| whose_line(open, lang)).unwrap_or_default();
        let named = |open: &OpenRecord| panels::case_name(open.draft.record(), open.outside.path.as_ref());
        let case = self.open.as_ref().map(named).unwrap_or_default();
        let case = if case.is_empty() { words::case_without_name(lang) } else { &case };
        let state = MenuState {
            situation: self.situation(),
            case,
            whose: &whose,
            saved: self.open.as_ref().map(|open| &open.outside.saved),
            read_only: self.open.as_ref().is_some_and(OpenRecord::is_read_only),
        };
        let frame = Frame::new().fill(palette(ui).page).inner_margin(Margin { left: 8, right: 8, top: 0, bottom: 0 });
        let height = if Room::of(ui.available_width()).is_narrow() { tokens::CHIP_HEIGHT } else { tokens::MENU_HEIGHT };
        let bar = egui::Panel::top("menu").frame(frame).exact_size(height).show(ui, |ui| panels::menu_bar(ui, &state, lang));
        ui.painter().hline(bar.response.rect.x_range(), bar.response.rect.bottom() - 0.5, palette(ui).line());
        ui.ctx().with_plugin::<FocusGuide, _>(|guide| guide.set_menu_bar(bar.response.rect));
        bar.inner
    }

    /// What it depends on which commands can be given.
    pub(in crate::window) fn situation(&self) -> Situation<'_> {
        Situation {
            has_record: self.open.is_some(),
            packages: self.open.as_ref().map_or(&[], OpenRecord::packages),
            can_undo: self
                .open
                .as_ref()
                .is_some_and(|open| open.draft.can_undo() || open.trial.as_ref().is_some_and(|trial| trial.count() > 0)),
            can_redo: self.open.as_ref().is_some_and(|open| open.draft.can_redo()),
            can_go_back: self.open.as_ref().is_some_and(|open| open.way_back.is_some()),
            in_tour: self.open.as_ref().is_some_and(|open| open.in_tour),
            can_take_back: self.ctx.with_plugin::<FocusGuide, _>(|guide| guide.choice().is_some()).unwrap_or_default(),
            lang: self.lang(),
            look: self.settings.look,
        }
    }

    /// What lies over the window, and what it asks for.
    fn pages_ui(&mut self, ui: &mut Ui) {
        let room = Some(ui.ctx().content_rect());
        if self.frames.room != room && std::mem::replace(&mut self.frames.room, room).is_some() && !self.pages.is_empty() {
            // What lies over the window stands by the size it had before: it is drawn once more before it is seen.
            ui.ctx().request_discard("the window has another size");
        }
        let mut pages = std::mem::take(&mut self.pages);
        let asked = pages.draw(ui, self);
        self.pages.lay_back(pages);
        for (number, asked) in asked {
            match asked {
                Asked::Act(act) => act(self),
                Asked::Close => {
                    if let Some(page) = self.pages.take_numbered(number) {
                        page.close(self);
                    }
                }
            }
            self.ctx.request_repaint();
        }
    }

    /// Leaving a field ends the act of typing into it.
    fn note_focus(&mut self, ui: &Ui) {
        let focus = ui.memory(|memory| memory.focused());
        if focus != self.frames.focus {
            self.frames.focus = focus;
            if let Some(open) = &mut self.open {
                open.draft.end_typing();
            }
        }
    }

    fn drop_target(&self, ui: &Ui, lang: Lang) {
        if ui.input(|input| input.raw.hovered_files.is_empty()) {
            return;
        }
        let painter = ui.ctx().layer_painter(egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("drop target")));
        let rect = ui.ctx().content_rect();
        painter.rect_filled(rect, 0, palette(ui).scrim);
        let text = if self.takes_attachments() { words::drop_here_or_attach(lang) } else { words::drop_here(lang) };
        let font = TextKind::Heading.font();
        painter.text(rect.center(), egui::Align2::CENTER_CENTER, text, font, palette(ui).on_scrim);
    }
}

/// Whose record it is, and under which profile.
fn whose_line(open: &OpenRecord, lang: Lang) -> String {
    let record = open.draft.record();
    let names = match record.role {
        Role::Agency => [record.agency.name.as_str(), record.agency.section.as_str()],
        Role::Csp => [record.service.provider.as_str(), ""],
    };
    let whose = names.into_iter().filter(|name| !name.trim().is_empty()).collect::<Vec<_>>().join(" ");
    let profile = open.draft.catalogue().profile(&record.profile).map(|profile| profile.title.text(lang));
    let whose = if whose.is_empty() { record.role.label(lang).to_owned() } else { whose };
    [Some(whose.as_str()), profile].into_iter().flatten().collect::<Vec<_>>().join("・")
}
