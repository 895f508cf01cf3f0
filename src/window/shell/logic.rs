//! What happens once per frame, also while nothing is drawn: answers of threads and dialogs, keys, snapshots, closing.

use std::path::Path;
use std::time::Duration;

use egui::{Context, Key, Modifiers, ViewportCommand};

use crate::catalogue::StepId;
use crate::record::Role;
use crate::text::window as words;
use crate::window::acts::may_be_catalogue;
use crate::window::commands::Focus;
use crate::window::pages::CataloguePage;
use crate::window::state::App;
use crate::window::state::Leaving;
use crate::window::state::OpenRecord;
use crate::window::widgets::FocusGuide;
use crate::window::{Command, MenuCommand, Request, panels};

impl App {
    /// Does what a frame needs before it is drawn. Call it once per frame, also when the window is hidden.
    pub fn logic(&mut self, ctx: &Context) {
        // Not the time of egui, which stands still while the window is hidden.
        let now = self.env.clock.elapsed();
        self.today = self.env.clock.today();
        while let Some(act) = self.jobs.next_act() {
            act(self);
        }
        let composing = ctx.with_plugin::<FocusGuide, _>(|guide| guide.is_composing()).unwrap_or_default();
        self.keys(ctx, composing);
        self.dropped_files(ctx);
        if let Some(open) = &mut self.open {
            open.drafts.set_composing(composing);
            open.draft.set_today(self.today);
            if let Some(wait) = open.draft.drop_hidden_answers(now.as_secs_f64()) {
                ctx.request_repaint_after(Duration::from_secs_f64(wait));
            }
            count_down_target(open);
        }
        self.show_what_is_noted();
        self.keep_precedents();
        self.tell_of_lost_catalogue();
        self.look_when_back(ctx);
        self.renew_lock(ctx);
        self.watch_saves(ctx);
        self.watch_work(ctx);
        self.note_last_state();
        self.autosave(ctx, composing);
        self.end_if_asked(ctx);
        self.close_requests(ctx);
        self.finish_quitting(ctx);
        if let Some(open) = &mut self.open {
            open.refresh_saved();
        }
        self.window_title(ctx);
    }

    fn keys(&mut self, ctx: &Context, composing: bool) {
        if composing {
            return;
        }
        if !self.pages.is_empty() {
            return self.keys_over_pages(ctx);
        }
        let escapes = ctx.input(|input| input.key_pressed(Key::Escape)) && !egui::Popup::is_any_open(ctx);
        if escapes && self.close_drawer() {
            return;
        }
        let focus = match (ctx.text_edit_focused(), ctx.memory(egui::Memory::focused), &self.open) {
            (true, Some(id), Some(open)) if open.drafts.is_record_field(id) && !open.drafts.has_own_undo(ctx, id) => Focus::Text,
            (true, ..) => Focus::TextWithUndo,
            (false, ..) => Focus::Elsewhere,
        };
        // Escape closes a menu first. The tour holds nothing that could be lost.
        let is_free = !egui::Popup::is_any_open(ctx);
        if is_free && self.is_touring() && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            return self.carry_out(Request::Command(Command::EndTour));
        }
        let os = ctx.os();
        let pressed = ctx.input_mut(|input| MenuCommand::pressed(input, focus, os));
        if let Some(command) = pressed {
            self.carry_out(Request::Command(command.command()));
        }
    }

    /// Of the keys of commands, what lies over the window takes help and the search: these are there always.
    fn keys_over_pages(&mut self, ctx: &Context) {
        let pressed = |command: MenuCommand| {
            let keys = command.keys(ctx.os());
            ctx.input_mut(|input| keys.iter().any(|keys| input.consume_shortcut(keys)))
        };
        if pressed(MenuCommand::Help) {
            self.show_keys();
        } else if !self.pages.has_question() && pressed(MenuCommand::Search) {
            self.show_search();
        }
    }

    fn dropped_files(&mut self, ctx: &Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        let paths: Vec<_> = dropped.iter().map(|file| file.path()).filter(|path| !path.as_os_str().is_empty()).collect();
        if !paths.is_empty() && self.takes_attachments() && paths.iter().all(|path| is_surely_no_record(path)) {
            for path in paths {
                self.carry_out(Request::Command(Command::AddAttachmentPath(path.to_owned())));
            }
        } else if let Some(path) = paths.first() {
            let is_for_page = self.pages.has::<CataloguePage>() && may_be_catalogue(path);
            let command = if is_for_page { Command::LoadCataloguePath } else { Command::OpenPath };
            self.carry_out(Request::Command(command((*path).to_owned())));
        }
    }

    /// Whether the page on the screen is one on which a package is made.
    pub(in crate::window) fn takes_attachments(&self) -> bool {
        !self.pages.has_question()
            && self.open.as_ref().is_some_and(|open| match open.step {
                StepId::Request | StepId::Application => true,
                StepId::Output => open.draft.record().role == Role::Agency,
                _ => false,
            })
    }

    /// The system wants the program to end. It closes without a question; what was not saved is offered when it starts again.
    fn end_if_asked(&mut self, ctx: &Context) {
        if self.end.is_asked() && !self.frames.may_close {
            self.frames.may_close = true;
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }

    fn close_requests(&mut self, ctx: &Context) {
        if !ctx.input(|input| input.viewport().close_requested()) || self.frames.may_close {
            return;
        }
        if self.frames.quitting.is_some() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        } else if self.open.is_some() {
            // Also one without changes is closed first: its lock file may lie on a share that hangs.
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.leave(Leaving::Quit);
        }
    }

    fn window_title(&mut self, ctx: &Context) {
        let lang = self.lang();
        let title = match &self.open {
            None => words::app_title(lang).to_owned(),
            Some(open) => {
                let name = panels::case_name(open.draft.record(), open.outside.path.as_ref());
                words::window_title(&name, open.is_unsaved(), lang)
            }
        };
        if title != self.frames.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.frames.title = title;
        }
    }
}

/// Whether a dropped file can only be meant as evidence: by its ending it is nothing that the program opens.
fn is_surely_no_record(path: &Path) -> bool {
    const OPENED: [&str; 5] = ["ron", "json", "zip", "pdf", "xlsx"];
    path.extension().is_some_and(|ending| !OPENED.iter().any(|opened| ending.eq_ignore_ascii_case(opened)))
}

/// A target is asked for in a few frames only; then the user is free to close its section again.
fn count_down_target(open: &mut OpenRecord) {
    open.target = open.target.take().and_then(|(field, frames)| frames.checked_sub(1).map(|left| (field, left)));
}
