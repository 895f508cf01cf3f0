//! The button that writes a package, what became of it, and what is attached.

use egui::{Response, Ui};

use crate::export::Along;
use crate::package::{self, LARGEST_ATTACHMENT, LARGEST_ATTACHMENTS, MOST_ATTACHMENTS, PackageKind};
use crate::text::procedure as by_procedure;
use crate::text::steps_finish::provider as words;
use crate::window::steps::beside::{In, Offered, beside};
use crate::window::theme::TextKind;
use crate::window::widgets::{
    FocusGuide, Tone, ja_label, link_button, message_text, primary_button, secondary_button, section_heading, small_button,
};
use crate::window::{Command, PackageState, Request, StepContext, ToAttach};

/// What goes along in the next package. Comments do unless they are kept back: between the parties that is what they are for.
#[derive(Clone, Copy, Debug)]
pub struct GoesAlong(pub Along);

impl Default for GoesAlong {
    fn default() -> Self {
        Self(Along { comments: true, ..Along::default() })
    }
}

/// A button that asks where a package of this kind is to go; `problem` says why it cannot be made yet, or is empty.
pub fn packing(ui: &mut Ui, cx: &mut StepContext<'_>, kind: PackageKind, label: &str, problem: &str) {
    goes_along(ui, cx, kind);
    let running = matches!(cx.outside.package, PackageState::Running(_));
    ui.add_space(4.0);
    let button = ui.add_enabled_ui(problem.is_empty() && !running, |ui| primary_button(ui, label)).inner;
    came_to(ui, cx, kind, &button);
    if button.clicked() {
        cx.command(Command::MakePackage(kind));
    }
    if !problem.is_empty() {
        ja_label(ui, problem, TextKind::Small);
    }
    became(ui, cx, kind);
}

/// What the package carries beside the content. A request holds no history; the results in an application bring their comments.
fn goes_along(ui: &mut Ui, cx: &mut StepContext<'_>, kind: PackageKind) {
    let (own, of_results) =
        (cx.record.comments.len(), cx.outside.received.iter().map(|taken| taken.result.record.comments.len()));
    let revisions = cx.record.history.len();
    let offered = match kind {
        PackageKind::Request => Offered { comments: package::comments_of_request(cx.record).count(), revisions: 0 },
        PackageKind::Result | PackageKind::Returned => Offered { comments: own, revisions },
        PackageKind::Application => Offered { comments: own + of_results.sum::<usize>(), revisions },
    };
    beside(ui, offered, In::Package, &mut cx.page.along.0, cx.lang);
}

/// Brings the button on the screen if somebody came to the page for it.
fn came_to(ui: &Ui, cx: &mut StepContext<'_>, kind: PackageKind, button: &Response) {
    if cx.page.to_package == Some(kind) {
        cx.page.to_package = None;
        ui.ctx().with_plugin::<FocusGuide, _>(|guide| guide.want_shown(button.id));
    }
}

/// What became of a package of this kind.
fn became(ui: &mut Ui, cx: &StepContext<'_>, kind: PackageKind) {
    let lang = cx.lang;
    match &cx.outside.package {
        PackageState::Running(made) if *made == kind => {
            ja_label(ui, words::package_running(lang), TextKind::Small);
        }
        PackageState::Finished(made, file) if *made == kind => {
            if let Ok(written) = &file.result {
                let path = file.path.to_string_lossy();
                message_text(ui, Tone::Success, &words::package_written(&path, written.bytes, written.digest.as_str(), lang));
            }
        }
        PackageState::Idle | PackageState::Running(_) | PackageState::Finished(..) => {}
    }
}

/// What an agency hands back: its result, or the request without one.
pub fn result(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    section_heading(ui, words::hand_over_result(lang));
    ja_label(ui, &by_procedure::hand_over_result(cx.catalogue.procedure(cx.record), lang), TextKind::Body);
    attachments(ui, cx);
    packing(ui, cx, PackageKind::Result, words::result_package(lang), "");
    if cx.record.answers_request.is_some() {
        let running = matches!(cx.outside.package, PackageState::Running(_));
        ui.add_space(4.0);
        let button = ui.add_enabled_ui(!running, |ui| secondary_button(ui, words::return_request(lang))).inner;
        came_to(ui, cx, PackageKind::Returned, &button);
        if button.clicked() {
            cx.command(Command::MakePackage(PackageKind::Returned));
        }
        became(ui, cx, PackageKind::Returned);
    }
}

/// The files that go into the next package besides, and the act that adds one.
pub fn attachments(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    ja_label(ui, words::attachments(lang), TextKind::Strong);
    ja_label(ui, &words::attachments_lead(LARGEST_ATTACHMENT, LARGEST_ATTACHMENTS, MOST_ATTACHMENTS, lang), TextKind::Small);
    for (place, ToAttach { path, bytes }) in cx.outside.attachments.iter().enumerate() {
        let name = path.file_name().map_or_else(|| path.to_string_lossy(), |name| name.to_string_lossy());
        ui.horizontal_wrapped(|ui| {
            ja_label(ui, &words::attachment(&name, *bytes, lang), TextKind::Body).on_hover_text(path.to_string_lossy());
            if link_button(ui, words::attachment_remove(lang))
                .accessible_name(words::attachment_remove_name(&name, lang))
                .clicked()
            {
                cx.out.push(Request::Command(Command::RemoveAttachment(place)));
            }
        });
    }
    let sizes = cx.outside.attachments.iter().map(|file| file.bytes);
    if sizes.len() > 0 {
        ja_label(ui, &words::attachments_in_all(sizes.len(), sizes.sum(), lang), TextKind::Small);
    }
    if small_button(ui, words::attachment_add(lang)).clicked() {
        cx.command(Command::AddAttachment);
    }
    ui.add_space(6.0);
}
