//! 事前申請: what the provider has to have at hand beside the assessment.

use egui::{Frame, Margin, Ui};

use crate::catalogue::CheckPoint;
use crate::package::{Objection, PackageKind};
use crate::record::{Answer, Edit, Field, TextField};
use crate::text::Label as _;
use crate::text::steps_finish::provider as words;
use crate::window::steps::packing::{attachments, packing};
use crate::window::theme::{TextKind, palette, tokens};
use crate::window::widgets::{
    FieldSpec, Tone, answer_buttons, basis_badge, field_id, findings_of, guide_on_focus, ja_label, message_text, page_heading,
    section_heading, text_field,
};
use crate::window::{StepContext, Topic};

/// Shows the step.
pub fn ui(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    page_heading(ui, words::application_title(lang), words::application_lead(lang));
    let points = cx.catalogue.check_points();
    let at_hand = points.iter().filter(|point| *cx.record.check_list_point(point.id) == Answer::Yes);
    ja_label(ui, &words::points_at_hand(at_hand.count(), points.len(), lang), TextKind::Small);
    for point in points {
        self::point(ui, cx, point);
    }
    let field = TextField::ApplicationRemarks;
    let spec = FieldSpec::new(field.label(lang)).hint(words::application_remarks_hint(lang));
    text_field(ui, cx, Field::Text(field), spec);
    section_heading(ui, words::application_hand_over(lang));
    ja_label(ui, words::application_package_lead(lang), TextKind::Body);
    let results = cx.outside.received.iter().filter(|received| received.goes_in(cx.record)).count();
    ja_label(ui, &words::results_at_hand(results, lang), TextKind::Small);
    left_out(ui, cx);
    let yes = points.iter().filter(|point| *cx.record.check_list_point(point.id) == Answer::Yes).count();
    if yes < points.len() {
        message_text(ui, Tone::Warning, &words::application_incomplete(yes, points.len(), lang));
    }
    let problem = if results == 0 { words::application_needs_results(lang) } else { "" };
    attachments(ui, cx);
    packing(ui, cx, PackageKind::Application, words::application_package(lang), problem);
    section_heading(ui, words::application_next(lang));
    message_text(ui, Tone::Neutral, words::application_not_known(lang));
}

/// What was received and is not enclosed, and why.
fn left_out(ui: &mut Ui, cx: &StepContext<'_>) {
    let lang = cx.lang;
    for received in cx.outside.received.iter().filter(|received| !received.goes_in(cx.record)) {
        let agency = received.record().agency.name.as_str().trim();
        let name = received.path.file_name().map_or_else(|| received.path.to_string_lossy(), |name| name.to_string_lossy());
        let whose = if agency.is_empty() { &name } else { agency };
        let why = Objection::all_words(&received.objections(cx.record), lang);
        message_text(ui, Tone::Warning, &words::result_left_out(whose, &why, lang));
    }
}

fn point(ui: &mut Ui, cx: &mut StepContext<'_>, point: &CheckPoint) {
    let lang = cx.lang;
    let field = Field::CheckList(point.id);
    let frame = Frame::new().stroke(palette(ui).line()).corner_radius(tokens::RADIUS).inner_margin(Margin::same(10));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let question = point.text.text(lang);
        ja_label(ui, question, TextKind::Strong);
        ja_label(ui, point.guidance.text(lang), TextKind::Body);
        let id = field_id(&field);
        if let Some(answer) = answer_buttons(ui, id, question, cx.record.check_list_point(point.id), lang) {
            cx.edit(Edit::AnswerCheckList(point.id, answer));
        }
        guide_on_focus(ui, cx, id, || Topic::Field(field.clone()));
        findings_of(ui, cx, &field);
        basis_badge(ui, &point.basis, cx.catalogue, lang);
    });
}
