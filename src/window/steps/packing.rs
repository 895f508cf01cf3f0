//! The button that writes a package, what became of it, and what is attached.

use egui::{Response, Ui};

use crate::package::{self, Circle, LARGEST_ATTACHMENT, LARGEST_ATTACHMENTS, MOST_ATTACHMENTS, Offer, PackageKind};
use crate::text::procedure as by_procedure;
use crate::text::steps_finish::provider as words;
use crate::text::{Lang, along as along_words};
use crate::window::steps::beside::{In, history};
use crate::window::theme::TextKind;
use crate::window::widgets::{
    FocusGuide, Tone, drawn, ja_label, link_button, message_text, primary_button, secondary_button, section_heading, small_button,
};
use crate::window::{Command, PackageState, ReceivedRecord, Request, StepContext, ToAttach};

/// A button that asks where a package of this kind is to go; `problem` says why it cannot be made yet, or is empty.
pub fn packing(ui: &mut Ui, cx: &mut StepContext<'_>, kind: PackageKind, label: &str, problem: &str) {
    goes_along(ui, cx, kind);
    let running = cx.outside.package.is_busy();
    ui.add_space(4.0);
    // A result and what is sent back stand on 出力, where the recommended thing is filled.
    let is_filled = matches!(kind, PackageKind::Request | PackageKind::Application);
    let button = ui
        .add_enabled_ui(problem.is_empty() && !running, |ui| {
            if is_filled { primary_button(ui, label) } else { secondary_button(ui, label) }
        })
        .inner;
    came_to(ui, cx, kind, &button);
    if button.clicked() {
        cx.command(Command::MakePackage(kind));
    }
    if !problem.is_empty() {
        ja_label(ui, problem, TextKind::Small);
    }
    became(ui, cx, kind);
}

/// What the package carries beside the content: the comments by whose they are, and the history. Requests hold no history.
fn goes_along(ui: &mut Ui, cx: &mut StepContext<'_>, kind: PackageKind) {
    let lang = cx.lang;
    let results = cx.outside.received.iter().filter(|received| received.goes_in(cx.record)).map(ReceivedRecord::record);
    let offers = package::comments_to_offer(kind, cx.record, results);
    let revisions = match kind {
        PackageKind::Request | PackageKind::Returned => 0,
        PackageKind::Result | PackageKind::Application => cx.record.history.len(),
    };
    if offers.is_empty() && revisions == 0 {
        return;
    }
    section_heading(ui, along_words::heading(In::Package, lang));
    ja_label(ui, along_words::lead(In::Package, lang), TextKind::Small);
    for offer in offers {
        let mut wanted = cx.page.along.wants(kind, &offer);
        if ui.checkbox(&mut wanted, offer.label(lang)).changed() {
            cx.page.along.decided.insert((kind.name(), offer.circle), wanted);
        }
    }
    history(ui, In::Package, revisions, &mut cx.page.along.history, lang);
}

impl Offer {
    fn label(&self, lang: Lang) -> String {
        match &self.circle {
            Circle::Parties => along_words::comments_to_provider(self.count, lang),
            Circle::House => along_words::comments_of_house(self.count, lang),
            Circle::With(party) => along_words::comments_with(party.name.as_str(), self.count, lang),
            Circle::InResult(agency) => along_words::comments_in_result(agency.name.as_str(), self.count, lang),
        }
    }
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
        PackageState::Running(made, at_work) if *made == kind => {
            ja_label(ui, words::package_running(lang), TextKind::Small);
            if at_work.hangs {
                message_text(ui, Tone::Warning, words::package_no_answer(lang));
            }
        }
        PackageState::Finished(made, file) if *made == kind => {
            if let Ok(written) = &file.result {
                let path = file.path.to_string_lossy();
                message_text(ui, Tone::Success, &words::package_written(&path, written.bytes, written.digest.as_str(), lang));
            }
        }
        PackageState::Idle | PackageState::Running(..) | PackageState::Finished(..) => {}
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
        let running = cx.outside.package.is_busy();
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
            ja_label(ui, &words::attachment(&name, *bytes, lang), TextKind::Body).on_hover_text(drawn(&path.to_string_lossy()));
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
