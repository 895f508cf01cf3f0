//! Keyboard focus that can be seen and stays in view, and a watch on input methods.
//!
//! egui draws no ring around custom widgets, does not scroll to what Tab reaches, and does not say whether an input method
//! is composing.

use egui::accesskit::{Action, ActionRequest, NodeId, TreeId};
use egui::{
    Context, Event, FullOutput, Id, Key, LayerId, Modifiers, Order, Plugin, RawInput, Rect, Stroke, StrokeKind, Ui, WidgetRect,
};

use super::focus_places::{FocusPlaces, usable};
use super::input_method::InputMethod;
use super::page_heading_id;
use super::stray_click::StrayClicks;
use crate::window::theme::{palette, tokens};

/// The plugin that does it. Add it to the context once.
#[derive(Debug, Default)]
pub struct FocusGuide {
    last_focus: Option<Id>,
    by_keyboard: bool,
    input_method: InputMethod,
    /// A focus to come: given once the widget with this id is there.
    wanted: Option<Wanted>,
    /// The choice that had the focus last and can be taken back, until something else of the page gets it.
    choice: Option<Id>,
    /// The choice that is to be taken back as soon as it has the focus again.
    to_take_back: Option<Id>,
    /// Where the focus was.
    places: FocusPlaces,
    /// What had the focus when Esc was pressed, which egui takes the focus away for.
    escaped: Option<Id>,
    stray_clicks: StrayClicks,
    /// Whether Tab was pressed: on the last control it leaves the focus nowhere for a moment, before it is on the first.
    tabbed: bool,
}

#[derive(Clone, Copy, Debug)]
struct Wanted {
    id: Id,
    frames_left: u8,
    was_given: bool,
}

/// How many frames a widget may take to appear after its step was opened.
const PATIENCE: u8 = 8;

impl FocusGuide {
    /// Whether an input method is composing.
    pub fn is_composing(&self) -> bool {
        self.input_method.is_composing()
    }

    /// Focuses a widget as soon as it is on the screen and scrolls to it.
    pub fn want(&mut self, id: Id) {
        self.wanted = Some(Wanted { id, frames_left: PATIENCE, was_given: false });
    }

    /// Does the same and shows the ring, whatever led there: the eye must find the place.
    pub fn want_shown(&mut self, id: Id) {
        self.want(id);
        self.by_keyboard = true;
    }

    /// Says where the menu bar is: the focus does not go there by itself.
    pub fn set_menu_bar(&mut self, rect: Rect) {
        self.places.set_menu_bar(rect);
    }

    /// Notes whether the choice that has the focus can be taken back. Returns whether it is to be.
    pub(super) fn note_choice(&mut self, id: Id, can_be_taken_back: bool) -> bool {
        self.choice = can_be_taken_back.then_some(id);
        self.to_take_back.take() == Some(id)
    }

    /// The choice that the menu would take back.
    pub fn choice(&self) -> Option<Id> {
        self.choice
    }

    /// Gives that choice the focus again, and has it taken back then. Returns whether there is one.
    pub fn take_choice_back(&mut self) -> bool {
        let Some(id) = self.choice else { return false };
        self.to_take_back = Some(id);
        self.want(id);
        true
    }
}

impl Plugin for FocusGuide {
    fn debug_name(&self) -> &'static str {
        "focus_guide"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        drop_out_of_reach(ctx, input);
        self.input_method.take(ctx, input);
        self.stray_clicks.swallow(ctx, input);
        for event in &input.events {
            match event {
                Event::Key { pressed: true, .. } => self.by_keyboard = true,
                Event::PointerButton { pressed: true, .. } => self.by_keyboard = false,
                _ => {}
            }
        }
        self.follow_assistive_click(ctx, input);
        self.tabbed = input.events.iter().any(|event| is_pressed(event, Key::Tab));
        self.give_wanted_focus(ctx);
        let focus = ctx.memory(egui::Memory::focused);
        self.escaped = focus.filter(|_| input.events.iter().any(|event| is_pressed(event, Key::Escape)));
        if focus == self.last_focus {
            return;
        }
        self.last_focus = focus;
        self.input_method.end();
        let Some(id) = focus else { return };
        let widget = find(ctx, id);
        // A menu and a page over the step leave what was chosen on the step alone.
        if self.choice != Some(id) && widget.is_some_and(|widget| widget.layer_id.order == Order::Background) {
            self.choice = None;
        }
        let hidden = widget.is_some_and(|widget| !widget.interact_rect.contains_rect(widget.rect));
        if hidden {
            input.events.push(Event::AccessKitActionRequest(ActionRequest {
                action: Action::ScrollIntoView,
                target_node: id.accesskit_id(),
                target_tree: TreeId::ROOT,
                data: None,
            }));
        }
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        self.input_method.give(ctx, output);
    }

    fn on_begin_pass(&mut self, ui: &mut Ui) {
        self.input_method.begin_pass();
        // Esc goes back one thing, and no thing is gone by the control in focus losing it.
        if let Some(id) = self.escaped.take() {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
    }

    fn on_end_pass(&mut self, ui: &mut Ui) {
        self.stray_clicks.note(ui.ctx());
        if self.wanted.is_some() {
            // The widget may be there by now; the focus is given before the next frame.
            ui.ctx().request_repaint();
        } else {
            self.follow_click(ui.ctx());
            self.keep_focus(ui.ctx());
        }
        if let Some(widget) = ui.memory(egui::Memory::focused).and_then(|id| usable(ui.ctx(), id)) {
            self.places.note(ui.ctx(), &widget);
        }
        if !self.by_keyboard {
            return;
        }
        let Some(id) = ui.memory(egui::Memory::focused) else { return };
        let Some(widget) = find(ui.ctx(), id) else { return };
        let visible = widget.rect.intersect(widget.interact_rect.expand(RING));
        if visible.is_positive() {
            paint_ring(ui, widget.rect, widget.interact_rect.expand(RING));
        }
    }
}

impl FocusGuide {
    /// What is clicked has the focus then, as Tab is to go on from there. A menu is there for one act, and leaves it alone.
    fn follow_click(&self, ctx: &Context) {
        let clicked = ctx.interaction_snapshot(|interaction| interaction.clicked).and_then(|id| usable(ctx, id));
        if let Some(widget) = clicked.filter(|widget| !self.places.is_of_menu(ctx, widget))
            && ctx.memory(|memory| memory.focused().is_none_or(|id| self.places.is_last(id)))
        {
            ctx.memory_mut(|memory| memory.request_focus(widget.id));
        }
    }

    /// The same where an assistive technology clicks: a field is to be written in then.
    fn follow_assistive_click(&self, ctx: &Context, input: &RawInput) {
        for event in &input.events {
            let Event::AccessKitActionRequest(ActionRequest { action: Action::Click, target_node, .. }) = event else { continue };
            let widget = of_node(ctx, *target_node)
                .and_then(|widget| usable(ctx, widget.id))
                .filter(|widget| !self.places.is_of_menu(ctx, widget));
            if let Some(widget) = widget {
                ctx.memory_mut(|memory| memory.request_focus(widget.id));
            }
        }
    }

    /// Hands the focus on if what had it is gone. What only asked for it may be on the screen in the next pass.
    fn keep_focus(&self, ctx: &Context) {
        let is_lost = match ctx.memory(egui::Memory::focused) {
            None => !self.tabbed,
            Some(id) => usable(ctx, id).is_none() && self.places.is_last(id),
        };
        if !is_lost {
            return;
        }
        let allowed = |widget: &WidgetRect| ctx.memory(|memory| memory.allows_interaction(widget.layer_id));
        let heading = || usable(ctx, page_heading_id()).filter(allowed).map(|widget| widget.id);
        match self.places.successor(ctx).or_else(heading) {
            Some(id) => {
                ctx.memory_mut(|memory| memory.request_focus(id));
                ctx.request_repaint();
            }
            // What lay over the page is gone in the next pass only.
            None if ctx.memory(|memory| memory.top_modal_layer()).is_some() => ctx.request_repaint(),
            None => {}
        }
    }
}

fn is_pressed(event: &Event, wanted: Key) -> bool {
    matches!(event, Event::Key { key, pressed: true, modifiers, .. } if *key == wanted && *modifiers == Modifiers::NONE)
}

/// How far the ring reaches beyond the widget, in points.
const RING: f32 = 7.0;

impl FocusGuide {
    /// Gives the focus as soon as the widget is there, and again if a first frame without sizes took it away.
    fn give_wanted_focus(&mut self, ctx: &Context) {
        let Some(wanted) = &mut self.wanted else { return };
        let has_focus = ctx.memory(egui::Memory::focused) == Some(wanted.id);
        if wanted.was_given && has_focus || wanted.frames_left == 0 {
            self.wanted = None;
            return;
        }
        wanted.frames_left -= 1;
        if find(ctx, wanted.id).is_some_and(|widget| widget.enabled) {
            wanted.was_given = true;
            let id = wanted.id;
            ctx.memory_mut(|memory| memory.request_focus(id));
        }
    }
}

/// The keys that answer by number where the focus is, 1 for the first answer. Whoever asks for them in a pass gets them from the
/// keyboard, and not by way of an input method.
pub fn digit_keys(ui: &Ui) -> [Key; 9] {
    ui.ctx().with_plugin::<FocusGuide, _>(|guide| guide.input_method.note_digits());
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9]
}

/// Whether a widget with this id is on the screen.
pub fn is_on_screen(ctx: &Context, id: Id) -> bool {
    find(ctx, id).is_some()
}

/// Takes out what an assistive technology asks of something that lies under a dialog: nobody else could operate it there.
fn drop_out_of_reach(ctx: &Context, input: &mut RawInput) {
    input.events.retain(|event| match event {
        Event::AccessKitActionRequest(ActionRequest { action, target_node, .. }) if *action != Action::ScrollIntoView => {
            let layer = of_node(ctx, *target_node).map(|widget| widget.layer_id);
            layer.is_none_or(|layer| ctx.memory(|memory| memory.allows_interaction(layer)))
        }
        _ => true,
    });
}

/// The widget that a node of the accessibility tree stands for.
fn of_node(ctx: &Context, node: NodeId) -> Option<WidgetRect> {
    ctx.viewport(|viewport| {
        let mut widgets = viewport.this_pass.widgets.layers().flat_map(|(_, widgets)| widgets);
        widgets.find(|widget| widget.id.accesskit_id() == node).copied()
    })
}

/// Where a widget was last shown. Asking egui for its response instead would take the focus from a group of options right
/// after a click on one of them, as that click was not on the group itself.
fn find(ctx: &Context, id: Id) -> Option<WidgetRect> {
    ctx.viewport(|viewport| viewport.this_pass.widgets.get(id).or_else(|| viewport.prev_pass.widgets.get(id)).copied())
}

/// Two lines around the widget, of which one is seen on any ground: yellow inside and black outside, turned round in the dark looks.
fn paint_ring(ui: &Ui, rect: Rect, clip: Rect) {
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Tooltip, Id::unique("focus ring"))).with_clip_rect(clip);
    let radius = f32::from(tokens::RADIUS);
    painter.rect_stroke(rect.expand(1.0), radius + 1.0, Stroke::new(2.0, palette(ui).focus_halo), StrokeKind::Outside);
    painter.rect_stroke(rect.expand(3.0), radius + 3.0, Stroke::new(4.0, palette(ui).focus), StrokeKind::Outside);
}
