//! The printed page in the window: when it is shown, and who works on it.

use std::sync::Arc;
use std::time::Duration;

use super::{Next, Source, View, picture_id};
use crate::catalogue::StepId;
use crate::export::Copy;
use crate::window::app::App;
use crate::window::jobs::{Desk, JobKind};
use crate::window::widgets::FocusGuide;

/// Whether the printed page is shown: in place of the guidance where there is room, and in place of the step where there is not.
#[derive(Clone, Copy, Debug)]
pub(in crate::window) struct PreviewShown {
    pub beside: bool,
    pub instead_of_step: bool,
}

impl Default for PreviewShown {
    fn default() -> Self {
        Self { beside: true, instead_of_step: false }
    }
}

impl PreviewShown {
    /// Whether it is shown, by whether there is only room for a drawer.
    pub(in crate::window) const fn is_shown(self, drawer: bool) -> bool {
        if drawer { self.instead_of_step } else { self.beside }
    }
}

/// The steps that have the printed page beside them.
pub(in crate::window) const fn has_preview(step: StepId) -> bool {
    matches!(step, StepId::Review | StepId::Output)
}

impl App {
    /// Has done what the printed page needs next, given what of it is in view; nothing if it is not shown.
    pub(in crate::window) fn work_on_preview(&mut self, view: Option<View>) {
        let lang = self.lang();
        let (Some(view), Some(open)) = (view, &self.open) else {
            self.preview.rest();
            return;
        };
        let (record, judgement) = (Arc::clone(open.draft.record()), Arc::clone(open.draft.judgement()));
        let output = &open.page.output;
        let source = Source {
            copy: output.copy(Copy::at_hand(&record, &judgement)),
            along: output.along(),
            lang: output.lang(lang),
            record,
            judgement,
            catalogue: Arc::clone(open.draft.catalogue()),
            today: self.today,
            document: self.preview.document.clone(),
            screens: lang,
        };
        let now = self.ctx.input(|input| input.time);
        match self.preview.follow(source, &view, now) {
            Next::Nothing => {}
            Next::Wait(seconds) => self.ctx.request_repaint_after(Duration::from_secs_f64(seconds.max(0.01))),
            Next::Work(work) => {
                self.jobs.begin(
                    JobKind::Preview,
                    move |_: &Desk<Self>| work.run(),
                    |app: &mut Self, made| {
                        let lang = app.lang();
                        app.preview.take(&app.ctx, made.map_err(|broken| broken.message(lang)));
                    },
                );
            }
        }
    }

    /// 印刷イメージ: shows or hides the printed page; from a step that has none, goes to one that has.
    pub(in crate::window) fn toggle_preview(&mut self) {
        let Some(open) = &self.open else { return };
        let drawer = self.guidance_is_drawer;
        let show = !(has_preview(open.step) && self.preview_shown.is_shown(drawer));
        if !has_preview(open.step) {
            self.go_to(StepId::Review);
        }
        self.show_preview(show, drawer);
    }

    pub(in crate::window) fn show_preview(&mut self, show: bool, drawer: bool) {
        if !drawer {
            self.preview_shown.beside = show;
            return;
        }
        self.preview_shown.instead_of_step = show;
        if show {
            self.ctx.with_plugin::<FocusGuide, _>(|guide| guide.want(picture_id()));
        } else {
            self.focus_heading();
        }
    }

    /// 説明: the guidance takes the place of the printed page, or is shown or hidden.
    pub(in crate::window) fn toggle_guidance(&mut self) {
        let drawer = self.guidance_is_drawer;
        let has_preview = self.open.as_ref().is_some_and(|open| has_preview(open.step));
        if !drawer && has_preview && self.preview_shown.beside {
            self.preview_shown.beside = false;
            if self.guidance.is_shown(drawer) {
                return;
            }
        }
        self.guidance.toggle(drawer);
    }
}
