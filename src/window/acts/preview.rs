//! The printed page in the window: when it is shown, and who works on it.

use std::sync::Arc;
use std::time::Duration;

use crate::catalogue::StepId;
use crate::export::CopyKind;
use crate::window::jobs::{Desk, JobKind};
use crate::window::panels;
use crate::window::preview::{Next, Source, View, has_preview, picture_id};
use crate::window::state::App;
use crate::window::widgets::FocusGuide;

impl App {
    /// Has done what the printed page needs next, given what of it is in view; nothing if it is not shown.
    pub(in crate::window) fn work_on_preview(&mut self, view: Option<View>) {
        let (Some(view), Some(source)) = (view, self.printed_source()) else {
            self.beside.preview.rest();
            return;
        };
        let now = self.ctx.input(|input| input.time);
        match self.beside.preview.follow(source, &view, now) {
            Next::Nothing => {}
            Next::Wait(seconds) => self.ctx.request_repaint_after(Duration::from_secs_f64(seconds.max(0.01))),
            Next::Work(work) => {
                self.jobs.begin(
                    JobKind::Preview,
                    move |_: &Desk<Self>| work.run(),
                    |app: &mut Self, made| {
                        let lang = app.lang();
                        app.beside.preview.take(&app.ctx, made.map_err(|broken| broken.message(lang)));
                    },
                );
            }
        }
    }

    /// What the printed page is made of.
    pub(in crate::window) fn printed_source(&self) -> Option<Source> {
        let (open, lang) = (self.open.as_ref()?, self.lang());
        let (record, judgement) = (Arc::clone(open.draft.record()), Arc::clone(open.draft.judgement()));
        let output = &open.page.output;
        Some(Source {
            copy: output.copy(CopyKind::at_hand(&record, &judgement)),
            along: output.along(),
            lang: output.lang(lang),
            record,
            judgement,
            catalogue: Arc::clone(open.draft.catalogue()),
            today: self.today,
            document: self.beside.preview.document.clone(),
            screens: lang,
        })
    }

    /// 印刷イメージ: shows or hides the printed page; from a step that has none, goes to one that has.
    pub(in crate::window) fn toggle_preview(&mut self) {
        if self.shows_approver()
            && let Some(open) = &mut self.open
        {
            open.approver.is_large = !open.approver.is_large;
            return;
        }
        let Some(open) = &self.open else { return };
        let drawer = self.beside.is_drawer;
        let show = !(has_preview(open.step) && self.beside.preview_shown.is_shown(drawer));
        if !has_preview(open.step) {
            self.go_to(StepId::Review);
        }
        self.show_preview(show, drawer);
    }

    pub(in crate::window) fn show_preview(&mut self, show: bool, drawer: bool) {
        if !drawer {
            self.beside.preview_shown.beside = show;
            return;
        }
        self.beside.preview_shown.instead_of_step = show;
        if show {
            self.ctx.with_plugin::<FocusGuide, _>(|guide| guide.want(picture_id()));
        } else {
            self.focus_heading();
        }
    }

    /// 説明を見る: it never hides. Where the guidance is shown already, the focus goes there, to be read aloud and scrolled.
    pub(in crate::window) fn help(&mut self) {
        let is_over = !self.pages.is_empty();
        if !is_over && self.shows_approver() {
            return self.help_approver();
        }
        let Some(open) = self.open.as_ref().filter(|_| !is_over) else { return self.show_keys() };
        let drawer = self.beside.is_drawer;
        let is_behind = !drawer && has_preview(open.step) && self.beside.preview_shown.beside;
        if is_behind || !self.beside.guidance.is_shown(drawer) {
            self.toggle_guidance();
        } else {
            self.ctx.with_plugin::<FocusGuide, _>(|guide| guide.want_shown(panels::guidance_id()));
        }
    }

    /// The same on 承認者のページ.
    fn help_approver(&mut self) {
        if let Some(open) = &mut self.open
            && std::mem::replace(&mut open.approver.helps, true)
        {
            self.ctx.with_plugin::<FocusGuide, _>(|guide| guide.want(panels::guidance_id()));
        }
    }

    /// Esc goes back one thing: it closes what stands in the place of the step, or over a part of it. Returns whether it did.
    pub(in crate::window) fn close_drawer(&mut self) -> bool {
        if self.shows_approver()
            && let Some(open) = &mut self.open
        {
            let was_over = open.approver.helps || open.approver.is_large;
            if !std::mem::take(&mut open.approver.helps) {
                open.approver.is_large = false;
            }
            if was_over {
                self.focus_heading();
            }
            return was_over;
        }
        let drawer = self.beside.is_drawer;
        if self.open.is_none() || !drawer {
            return false;
        }
        if self.beside.preview_shown.instead_of_step {
            self.show_preview(false, drawer);
            return true;
        }
        let is_shown = self.beside.guidance.is_shown(drawer);
        if is_shown {
            self.beside.guidance.toggle(drawer);
        }
        is_shown
    }

    /// The guidance takes the place of the printed page, or is shown or hidden.
    pub(in crate::window) fn toggle_guidance(&mut self) {
        if self.shows_approver()
            && let Some(open) = &mut self.open
        {
            open.approver.helps = !open.approver.helps;
            return;
        }
        let drawer = self.beside.is_drawer;
        let has_preview = self.open.as_ref().is_some_and(|open| has_preview(open.step));
        if !drawer && has_preview && self.beside.preview_shown.beside {
            self.beside.preview_shown.beside = false;
            if self.beside.guidance.is_shown(drawer) {
                return;
            }
        }
        self.beside.guidance.toggle(drawer);
    }
}
