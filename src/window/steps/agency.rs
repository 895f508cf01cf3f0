//! 利用機関と体制

use egui::Ui;

use crate::record::{Edit, Field, TextField};
use crate::text::Label as _;
use crate::text::steps_start::agency as words;
use crate::window::StepContext;
use crate::window::Topic;
use crate::window::steps::suggestions::{Choosing, text_field_with_suggestions};
use crate::window::theme::{TextKind, tokens};
use crate::window::widgets::{
    FieldSpec, FocusGuide, date_field, field_id, guide_on_focus, ja_label, page_heading, section_heading, small_button,
    text_field,
};

/// Shows the step.
pub fn ui(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    page_heading(ui, words::title(lang), words::lead(lang));

    section_heading(ui, words::agency_section(lang));
    text(ui, cx, TextField::AgencyName);
    side_by_side(ui, cx, [TextField::Bureau, TextField::Section]);

    section_heading(ui, words::use_section(lang));
    text(ui, cx, TextField::AgencyTaskName);
    text(ui, cx, TextField::Purpose);
    text(ui, cx, TextField::Users);

    section_heading(ui, words::assessor_section(lang));
    ja_label(ui, words::people_hint(lang), TextKind::Small);
    side_by_side(ui, cx, [TextField::AssessorTitle, TextField::AssessorName]);
    assessed_on(ui, cx);

    section_heading(ui, words::approver_section(lang));
    side_by_side(ui, cx, [TextField::ApproverTitle, TextField::ApproverName]);

    if cx.catalogue.shows_procurement(cx.record) {
        procurement(ui, cx);
    }
}

fn procurement(ui: &mut Ui, cx: &mut StepContext<'_>) {
    section_heading(ui, words::procurement_section(cx.lang));
    ja_label(ui, words::procurement_hint(cx.lang), TextKind::Small);
    text(ui, cx, TextField::ProcurementTitle);
    text(ui, cx, TextField::ProcurementNumber);
    let field = Field::ProcurementDate;
    let spec = FieldSpec::new(words::procurement_date(cx.lang)).hint(words::procurement_date_hint(cx.lang));
    if let Some(date) = date_field(ui, cx, &field, spec, cx.record.procurement.date) {
        cx.edit(Edit::SetProcurementDate(date));
    }
    guide_on_focus(ui, cx, field_id(&field), || Topic::Field(Field::ProcurementDate));
    text(ui, cx, TextField::ProcurementPeriod);
}

fn text(ui: &mut Ui, cx: &mut StepContext<'_>, field: TextField) {
    let spec = FieldSpec::new(field.label(cx.lang)).hint(words::hint(field, cx.lang));
    let titles = words::titles(field);
    if titles.is_empty() {
        text_field(ui, cx, Field::Text(field), spec);
    } else {
        text_field_with_suggestions(ui, cx, &Field::Text(field), spec, titles, Choosing::Replaces);
    }
}

fn side_by_side(ui: &mut Ui, cx: &mut StepContext<'_>, fields: [TextField; 2]) {
    if ui.available_width() < tokens::TWO_COLUMNS_WIDTH {
        fields.into_iter().for_each(|field| text(ui, cx, field));
        return;
    }
    ui.columns(2, |columns| {
        for (column, field) in columns.iter_mut().zip(fields) {
            // Columns stretch what stands in them; a field leaves room for the menu beside it.
            column.vertical(|ui| text(ui, cx, field));
        }
    });
}

fn assessed_on(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let field = Field::AssessedOn;
    let current = cx.record.agency.assessed_on;
    let spec = FieldSpec::new(words::assessed_on(cx.lang));
    if let Some(date) = date_field(ui, cx, &field, spec, current) {
        cx.edit(Edit::SetAssessedOn(date));
    }
    guide_on_focus(ui, cx, field_id(&field), || Topic::Field(Field::AssessedOn));
    // It stays in its place, so that nothing moves, and hands the focus to the field when there is nothing left to do.
    let today = ui.add_enabled_ui(current != Some(cx.today), |ui| small_button(ui, words::today(cx.lang))).inner;
    if today.clicked() {
        cx.edit(Edit::SetAssessedOn(Some(cx.today)));
        ui.ctx().with_plugin::<FocusGuide, _>(|guide| guide.want_shown(field_id(&field)));
    }
}
