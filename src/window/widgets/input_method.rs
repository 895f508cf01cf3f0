//! What egui and winit leave open with input methods, mended in one place.
//!
//! - egui has the input method start anew whenever a field is given the focus, and switches it off wherever nothing can be written.
//!   Under X11 winit can only do that by making a new input context, which begins switched off: who fills in a form would switch
//!   Japanese on again for each field.
//! - A press of the pointer in mid-composition takes the focus away, and nobody commits what is composed.
//!
//! Here the input method is left alone as long as nothing is composed, and what is composed is committed before the pointer, or an
//! assistive technology, does anything else.

use egui::accesskit::Action;
use egui::os::OperatingSystem;
use egui::output::IMEOutput;
use egui::{Context, Event, FullOutput, IMEPurpose, Id, ImeEvent, Key, Modifiers, RawInput};

/// Watches what an input method does, and keeps it switched on.
#[derive(Debug, Default)]
pub(super) struct InputMethod {
    /// What is being composed, and where.
    composed: String,
    composed_in: Option<Id>,
    /// Input that waits until what was composed is in its field.
    held: Vec<Event>,
    /// What was committed here. The input method may do it once more when it is told to forget it.
    settled: Option<String>,
    /// Whether the input method is to forget what it composes.
    forgets: bool,
    by_keyboard: bool,
    /// Whether what has the focus takes digits.
    takes_digits: bool,
    /// What was last said of a field that is written in.
    last: Option<IMEOutput>,
}

impl InputMethod {
    pub(super) fn is_composing(&self) -> bool {
        !self.composed.is_empty()
    }

    /// Nothing is composed any more: the focus is elsewhere.
    pub(super) fn end(&mut self) {
        self.composed.clear();
    }

    /// Says that what has the focus takes digits in this pass: an input method would keep them for itself.
    pub(super) fn note_digits(&mut self) {
        self.takes_digits = true;
    }

    /// A new pass begins.
    pub(super) fn begin_pass(&mut self) {
        self.takes_digits = false;
    }

    /// Follows what the input method does. What would end a composition is held back for a frame, in which the composed text is
    /// committed: in the same frame the field may have lost the focus already.
    pub(super) fn take(&mut self, ctx: &Context, input: &mut RawInput) {
        let writes = ctx.text_edit_focused();
        let mut waiting = std::mem::take(&mut self.held).into_iter().chain(std::mem::take(&mut input.events));
        while let Some(event) = waiting.next() {
            match &event {
                // Nothing can be written here: what was typed are keys.
                Event::Ime(ImeEvent::Preedit { text, .. }) if !writes => {
                    self.forgets |= !text.is_empty();
                    input.events.extend(keys_of(text));
                    continue;
                }
                Event::Ime(ImeEvent::Commit(text)) if !writes => {
                    input.events.extend(keys_of(text));
                    continue;
                }
                Event::Ime(ImeEvent::Preedit { text, .. }) => {
                    self.composed.clone_from(text);
                    self.composed_in = ctx.memory(egui::Memory::focused);
                    self.settled.take_if(|_| !text.is_empty());
                }
                Event::Ime(ImeEvent::Commit(text)) => {
                    if self.settled.take_if(|settled| settled == text).is_some() {
                        continue;
                    }
                    self.composed.clear();
                }
                Event::WindowFocused(false) => self.composed.clear(),
                Event::Key { pressed: true, .. } => {
                    self.by_keyboard = true;
                    self.settled = None;
                }
                Event::PointerButton { pressed: true, .. } => self.by_keyboard = false,
                _ => {}
            }
            if self.is_composing() && is_elsewhere(&event) {
                let composed = std::mem::take(&mut self.composed);
                input.events.push(Event::Ime(ImeEvent::Commit(composed.clone())));
                self.settled = Some(composed);
                self.forgets = true;
                self.held = std::iter::once(event).chain(waiting).collect();
                ctx.request_repaint();
                return;
            }
            input.events.push(event);
        }
    }

    /// Says to the system whether there is something to be written, and whether the input method is to begin anew.
    pub(super) fn give(&mut self, ctx: &Context, output: &mut FullOutput) {
        let is_left = self.is_composing() && ctx.memory(egui::Memory::focused) != self.composed_in;
        let forgets = std::mem::take(&mut self.forgets) || is_left;
        let is_kept_on = ctx.os() == OperatingSystem::Nix;
        match &mut output.platform_output.ime {
            Some(ime) => {
                ime.should_interrupt_composition = forgets || ime.should_interrupt_composition && !is_kept_on;
                self.last = Some(*ime);
            }
            // Digits that are pressed on a choice are meant for it; who came there by the pointer will hardly press any.
            ime if is_kept_on && !(self.by_keyboard && self.takes_digits) => {
                let kept = |last| IMEOutput { purpose: IMEPurpose::Normal, should_interrupt_composition: forgets, ..last };
                *ime = self.last.map(kept);
            }
            None => {}
        }
    }
}

/// Whether this does something else than to go on with a composition.
fn is_elsewhere(event: &Event) -> bool {
    match event {
        Event::PointerButton { pressed, .. } => *pressed,
        Event::AccessKitActionRequest(request) => request.action != Action::ScrollIntoView,
        _ => false,
    }
}

/// The key that was pressed where an input method made a character of it.
fn keys_of(text: &str) -> Vec<Event> {
    let mut characters = text.chars();
    let key = match (characters.next(), characters.next()) {
        (Some(' ' | '　'), None) => Some(Key::Space),
        (Some('0' | '０'), None) => Some(Key::Num0),
        (Some('1' | '１'), None) => Some(Key::Num1),
        (Some('2' | '２'), None) => Some(Key::Num2),
        (Some('3' | '３'), None) => Some(Key::Num3),
        (Some('4' | '４'), None) => Some(Key::Num4),
        (Some('5' | '５'), None) => Some(Key::Num5),
        (Some('6' | '６'), None) => Some(Key::Num6),
        (Some('7' | '７'), None) => Some(Key::Num7),
        (Some('8' | '８'), None) => Some(Key::Num8),
        (Some('9' | '９'), None) => Some(Key::Num9),
        _ => None,
    };
    let event = |key, pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE };
    key.map(|key| vec![event(key, true), event(key, false)]).unwrap_or_default()
}
