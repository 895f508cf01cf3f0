//! 利用機関と体制

use egui::Ui;

use crate::record::{DayField, Edit, Field, RecordPart, TextField};
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

    part(ui, cx, RecordPart::Agency);
    if cx.catalogue.shows_procurement(cx.record) {
        part(ui, cx, RecordPart::Procurement);
    }
}

/// The fields of a part in their order. Two that belong together stand side by side.
fn part(ui: &mut Ui, cx: &mut StepContext<'_>, part: RecordPart) {
    for field in TextField::of(part) {
        if let Some(heading) = words::heading_above(field, cx.lang) {
            section_heading(ui, heading);
        }
        match field {
            TextField::Bureau => side_by_side(ui, cx, [field, TextField::Section]),
            TextField::AssessorTitle => {
                ja_label(ui, words::people_hint(cx.lang), TextKind::Small);
                side_by_side(ui, cx, [field, TextField::AssessorName]);
                assessed_on(ui, cx);
            }
            TextField::ApproverTitle => side_by_side(ui, cx, [field, TextField::ApproverName]),
            // They stand beside those above.
            TextField::Section | TextField::AssessorName | TextField::ApproverName => {}
            TextField::ProcurementTitle => {
                ja_label(ui, words::procurement_hint(cx.lang), TextKind::Small);
                text(ui, cx, field);
            }
            TextField::ProcurementNumber => {
                text(ui, cx, field);
                procurement_date(ui, cx);
            }
            _ => text(ui, cx, field),
        }
    }
}

fn procurement_date(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let field = Field::Day(DayField::ProcurementDate);
    let spec = FieldSpec::new(words::procurement_date(cx.lang)).hint(words::procurement_date_hint(cx.lang));
    if let Some(date) = date_field(ui, cx, &field, spec, cx.record.procurement.date) {
        cx.edit(Edit::SetDay(DayField::ProcurementDate, date));
    }
    guide_on_focus(ui, cx, field_id(&field), || Topic::Field(Field::Day(DayField::ProcurementDate)));
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
    let field = Field::Day(DayField::AssessedOn);
    let current = cx.record.agency.assessed_on;
    let spec = FieldSpec::new(words::assessed_on(cx.lang));
    if let Some(date) = date_field(ui, cx, &field, spec, current) {
        cx.edit(Edit::SetDay(DayField::AssessedOn, date));
    }
    guide_on_focus(ui, cx, field_id(&field), || Topic::Field(Field::Day(DayField::AssessedOn)));
    // It stays in its place, so that nothing moves, and hands the focus to the field when there is nothing left to do.
    let today = ui.add_enabled_ui(current != Some(cx.today), |ui| small_button(ui, words::today(cx.lang))).inner;
    if today.clicked() {
        cx.edit(Edit::SetDay(DayField::AssessedOn, Some(cx.today)));
        ui.ctx().with_plugin::<FocusGuide, _>(|guide| guide.want_shown(field_id(&field)));
    }
}
