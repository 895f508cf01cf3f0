//! The two ways through the questions: going from one to the other without losing the place, and going on within a step.

use super::go::Direction;
use crate::file::WayThrough;
use crate::record::Field;
use crate::window::Topic;
use crate::window::memory::Spot;
use crate::window::state::{App, OpenRecord};
use crate::window::steps::guided;
use crate::window::widgets::FocusGuide;

impl App {
    /// Takes a way from now on, at the same place, and remembers it.
    pub(in crate::window) fn take_way(&mut self, way: WayThrough) {
        self.settings.way = way;
        self.save_settings();
        let Some(open) = &mut self.open else { return };
        if open.page.guided.way == way {
            return;
        }
        let was_at = place(open).map(|place| place.spot().clone());
        open.page.guided.way = way;
        match way {
            WayThrough::Guided => {
                if let Some(spot) = guided::spot_of(open.step, &open.guidance, open.draft.catalogue()) {
                    open.page.guided.go(open.step, spot);
                }
                self.begin_spot();
            }
            WayThrough::Overview => {
                let field = was_at.and_then(|spot| guided::field_of(open.step, &spot, open.shown().0, open.shown().1));
                match field {
                    Some(field) => self.jump_to(field),
                    None => self.focus_heading(),
                }
            }
        }
    }

    pub(in crate::window) fn take_other_way(&mut self) {
        let way = self.open.as_ref().map_or(self.settings.way, |open| open.page.guided.way);
        self.take_way(way.other());
    }

    /// To the next question of 案内, or the one before; beyond the last and the first to the next step.
    pub(in crate::window) fn go_inside(&mut self, direction: Direction) {
        let Some(open) = &mut self.open else { return };
        let beside = place(open).and_then(|place| match direction {
            Direction::Next => place.next().cloned(),
            Direction::Previous => place.previous().cloned(),
        });
        match beside {
            Some(spot) => {
                open.page.guided.go(open.step, spot);
                self.begin_spot();
            }
            None => self.go(direction),
        }
    }

    /// Gives the focus to what is to be done first at the present spot of 案内. Returns whether there is one.
    pub(in crate::window) fn begin_spot(&mut self) -> bool {
        let Some(open) = &mut self.open else { return false };
        let Some(place) = place(open) else { return false };
        let (spot, step) = (place.spot().clone(), open.step);
        if let Spot::Question(question) = &spot {
            open.guidance = Topic::Question(question.clone());
        }
        let first = guided::first_focus(step, &spot, open.shown().0, open.shown().1);
        self.ctx.with_plugin::<FocusGuide, _>(|guide| guide.want(first));
        self.ctx.request_repaint();
        true
    }

    /// Makes 案内 stand where a field is, so that a jump finds it.
    pub(in crate::window) fn bring_to_spot(open: &mut OpenRecord, field: &Field) {
        let topic = match field {
            Field::Gate(question) | Field::Answer(_, question) => Topic::Question(question.clone()),
            other => Topic::Field(other.clone()),
        };
        if let Some(spot) = guided::spot_of(open.step, &topic, open.draft.catalogue()) {
            open.page.guided.go(open.step, spot);
        }
    }
}

/// Where 案内 stands on the step shown, if that is the way taken there.
fn place(open: &OpenRecord) -> Option<guided::GuidedPlace> {
    let (record, judgement) = open.shown();
    guided::place(open.step, record, open.draft.catalogue(), judgement, &open.page.guided)
}
