//! Where the focus was, so that it is never lost: a control that goes away hands it to its successor.

use egui::{Context, Id, LayerId, Order, Rect, WidgetRect};

/// How many controls on either side are remembered.
const NEIGHBOURS: usize = 24;
/// Of how many parts of the window the last place is remembered.
const PLACES: usize = 4;

/// Where the focus was last, in each part of the window: on the page, in the menu bar, in what lies over them.
#[derive(Debug, Default)]
pub(super) struct FocusPlaces {
    /// The most recent last.
    places: Vec<Place>,
    /// Where the menu bar is. Nobody works there: the focus does not go there by itself.
    menu_bar: Option<Rect>,
}

#[derive(Debug)]
struct Place {
    layer: LayerId,
    is_menu: bool,
    id: Id,
    rect: Rect,
    /// What Tab reaches before it, the nearest first.
    before: Vec<Id>,
    /// What Tab reaches after it.
    after: Vec<Id>,
}

impl FocusPlaces {
    /// Says where the menu bar is.
    pub(super) fn set_menu_bar(&mut self, rect: Rect) {
        self.menu_bar = Some(rect);
    }

    /// Whether a control stands in the menu bar or in a menu, which is there for one act and then gone.
    pub(super) fn is_of_menu(&self, ctx: &Context, widget: &WidgetRect) -> bool {
        match widget.layer_id.order {
            Order::Background => self.menu_bar.is_some_and(|bar| bar.contains(widget.rect.center())),
            _ => ctx.memory(|memory| memory.top_modal_layer()) != Some(widget.layer_id),
        }
    }

    /// Notes what has the focus in this pass. Call it at the end of the pass.
    pub(super) fn note(&mut self, ctx: &Context, widget: &WidgetRect) {
        let is_menu = self.is_of_menu(ctx, widget);
        let stops = stops(ctx, widget.layer_id);
        let at = stops.iter().position(|id| *id == widget.id).unwrap_or(stops.len());
        let (before, after) = stops.split_at(at);
        let place = Place {
            layer: widget.layer_id,
            is_menu,
            id: widget.id,
            rect: widget.rect,
            before: before.iter().rev().take(NEIGHBOURS).copied().collect(),
            after: after.iter().skip(1).take(NEIGHBOURS).copied().collect(),
        };
        self.places.retain(|other| other.layer != place.layer || other.is_menu != place.is_menu);
        self.places.push(place);
        if self.places.len() > PLACES {
            self.places.remove(0);
        }
    }

    /// Whether this was the last to have the focus.
    pub(super) fn is_last(&self, id: Id) -> bool {
        self.places.last().is_some_and(|place| place.id == id)
    }

    /// What is to have the focus when what had it is gone: the control itself if it is still there, else the nearer of its
    /// neighbours; where the whole part of the window is gone, what had the focus before in the part below.
    pub(super) fn successor(&self, ctx: &Context) -> Option<Id> {
        let allowed = |place: &&Place| !place.is_menu && ctx.memory(|memory| memory.allows_interaction(place.layer));
        self.places.iter().rev().filter(allowed).find_map(|place| place.successor(ctx))
    }
}

impl Place {
    fn successor(&self, ctx: &Context) -> Option<Id> {
        let there = |id: &Id| usable(ctx, *id).map(|widget| (*id, distance(self.rect, widget.rect)));
        if usable(ctx, self.id).is_some() {
            return Some(self.id);
        }
        let (after, before) = (self.after.iter().find_map(there), self.before.iter().find_map(there));
        match (after, before) {
            (Some((after, far)), Some((before, near))) => Some(if near < far { before } else { after }),
            (after, before) => after.or(before).map(|(id, _)| id),
        }
    }
}

fn distance(from: Rect, to: Rect) -> f32 {
    from.center().distance(to.center())
}

/// What Tab reaches on a layer, in this order.
fn stops(ctx: &Context, layer: LayerId) -> Vec<Id> {
    ctx.viewport(|viewport| {
        let widgets = viewport.this_pass.widgets.get_layer(layer);
        widgets.filter(|widget| widget.enabled && widget.sense.is_focusable()).map(|widget| widget.id).collect()
    })
}

/// A control that is shown in this pass and can take the focus.
pub(super) fn usable(ctx: &Context, id: Id) -> Option<WidgetRect> {
    let widget = ctx.viewport(|viewport| viewport.this_pass.widgets.get(id).copied());
    widget.filter(|widget| widget.enabled && widget.sense.is_focusable())
}
