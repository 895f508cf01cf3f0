//! Choices that are there to be read: those of a record of which nothing can be changed. They take the focus, so that they are
//! read aloud, and are neither drawn nor announced as something that a click would change.

use egui::{Id, Response, Sense, Ui, UiBuilder, UiStackInfo};

/// The mark on the part of a page that says so.
const TAG: &str = "choices to be read";

/// Why choices cannot be made, if they cannot.
pub type Why = Option<&'static str>;

/// Shows contents whose choices can only be read, with the reason for it; without one they can be made.
pub fn choices_to_be_read<R>(ui: &mut Ui, why: Why, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let info = UiStackInfo::default().with_tag_value(TAG, why);
    ui.scope_builder(UiBuilder::new().ui_stack_info(info), contents).inner
}

/// Why the choices here can only be read, if so. The innermost part of the page that says something of it decides.
pub fn why_only_read(ui: &Ui) -> Why {
    ui.stack().iter().find_map(|part| part.tags().get_downcast::<Why>(TAG).copied()).flatten()
}

/// What a single choice reacts to: to a click only where it can be made.
pub fn sense_of_choice(why: Why, sense: Sense) -> Sense {
    if why.is_none() {
        sense
    } else if sense.is_focusable() {
        Sense::focusable_noninteractive()
    } else {
        Sense::hover()
    }
}

/// Tells those who see a choice and those who hear it that it cannot be made, and why.
pub fn tell_only_read(ui: &Ui, choice: Response, why: Why) -> Response {
    let Some(why) = why else { return choice };
    tell_group_only_read(ui, choice.id, Some(why));
    choice.on_hover_text(why)
}

/// The same for a group of choices, which is only heard.
pub fn tell_group_only_read(ui: &Ui, group: Id, why: Why) {
    let Some(why) = why else { return };
    ui.ctx().accesskit_node_builder(group, |node| {
        node.set_read_only();
        let told = node.description().map(|said| format!("{said}\n{why}"));
        node.set_description(told.unwrap_or_else(|| why.to_owned()));
    });
}

/// Tells those who hear a row of a list, or a tab, whether it is the one that is shown. egui says so of a check box.
pub fn tell_selected(ui: &Ui, row: Id, selected: bool) {
    ui.ctx().accesskit_node_builder(row, |node| {
        node.clear_toggled();
        node.set_selected(selected);
    });
}
