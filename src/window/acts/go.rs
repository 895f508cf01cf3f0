//! Going from step to step.

use crate::catalogue::StepId;
use crate::export::Document;
use crate::judgement::{NextThing, step_of};
use crate::package::PackageKind;
use crate::record::{Field, Role};
use crate::window::Topic;
use crate::window::state::{App, ApproverShown, WayBack};
use crate::window::widgets::{FocusGuide, field_id, page_heading_id};

/// For how many frames a step is told which field to bring on the screen.
const TARGET_FRAMES: u8 = 6;

/// To which of the steps beside the one shown.
pub(in crate::window) enum Direction {
    Next,
    Previous,
}

impl App {
    pub(in crate::window) fn go(&mut self, direction: Direction) {
        let Some(open) = &mut self.open else { return };
        open.refresh_progress();
        let step = match direction {
            Direction::Next => open.place().next(),
            Direction::Previous => open.place().previous(),
        };
        if let Some(step) = step {
            self.go_to(step);
        }
    }

    pub(in crate::window) fn go_to(&mut self, step: StepId) {
        let Some(open) = &mut self.open else { return };
        open.refresh_progress();
        if open.place().steps.iter().any(|(other, _)| *other == step) {
            if open.step != step {
                open.seen.insert(open.step);
            }
            open.step = step;
            open.approver.is_shown = false;
            self.beside.preview_shown.instead_of_step = false;
            open.guidance = Topic::Step(step);
            if open.way_back.is_some_and(|way| way.step == step) {
                open.way_back = None;
            }
            // A question of 案内 is answered at once; what is asked is said with the answers.
            if !self.begin_spot() {
                self.focus_heading();
            }
        }
    }

    /// Goes to where the next thing is to be done.
    pub(in crate::window) fn go_to_next_thing(&mut self) {
        let Some(open) = &self.open else { return };
        let draft = &open.draft;
        let next = NextThing::of(draft.record(), draft.catalogue(), draft.judgement(), self.today);
        match next.field() {
            Some(field) => self.jump_to(field.clone()),
            None => self.go_to(next.step()),
        }
    }

    /// 承認者のページ
    pub(in crate::window) fn show_approver(&mut self) {
        if let Some(open) = &mut self.open {
            open.approver = ApproverShown { is_shown: true, ..ApproverShown::default() };
            self.beside.preview.document = Document::Explanation;
            self.focus_heading();
        }
    }

    /// Goes back to where a jump to a field came from, as it was left.
    pub(in crate::window) fn go_back(&mut self) {
        let Some(way) = self.open.as_mut().and_then(|open| open.way_back.take()) else { return };
        self.go_to(way.step);
        if let Some(open) = &mut self.open {
            open.scrolling.begin_at = way.scrolled;
        }
        if let Some(link) = way.link {
            self.ctx.with_plugin::<FocusGuide, _>(|guide| guide.want_shown(link));
        }
    }

    /// Goes to where a package of this kind is made, and to the button that makes it.
    pub(in crate::window) fn go_to_package(&mut self, kind: PackageKind) {
        self.go_to(match kind {
            PackageKind::Request => StepId::Request,
            PackageKind::Application => StepId::Application,
            PackageKind::Result | PackageKind::Returned => StepId::Output,
        });
        if let Some(open) = &mut self.open {
            open.page.to_package = Some(kind);
        }
    }

    pub(in crate::window) fn focus_heading(&self) {
        self.ctx.with_plugin::<FocusGuide, _>(|guide| guide.want(page_heading_id()));
        self.ctx.request_repaint();
    }

    pub(in crate::window) fn jump_to(&mut self, field: Field) {
        let Some(open) = &self.open else { return };
        let step = match step_of(&field, open.draft.catalogue()) {
            // An agency has no step of the request: it reads it with the service.
            StepId::Request if open.draft.record().role == Role::Agency => StepId::Service,
            step => step,
        };
        let (from, scrolled) = (open.step, open.scrolling.at);
        self.go_to(step);
        let Some(open) = &mut self.open else { return };
        // Where everything is looked over, a jump is there and back.
        if from != step && matches!(from, StepId::Review | StepId::Approval | StepId::Output) {
            let clicked = self.ctx.interaction_snapshot(|interaction| interaction.clicked);
            let link = clicked.or_else(|| self.ctx.memory(egui::Memory::focused));
            open.way_back = Some(WayBack { step: from, scrolled, link });
        }
        // Who was led to a field is told what is to be done there.
        open.drafts.visit(&field);
        Self::bring_to_spot(open, &field);
        open.guidance = match &field {
            Field::Gate(question) | Field::Answer(_, question) => Topic::Question(question.clone()),
            other => Topic::Field(other.clone()),
        };
        self.ctx.with_plugin::<FocusGuide, _>(|guide| guide.want_shown(field_id(&field)));
        open.target = Some((field, TARGET_FRAMES));
    }
}
