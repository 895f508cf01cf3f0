//! 利用機関と体制

use egui_kittest::kittest::{NodeT as _, Queryable as _};
use liu_wizard::catalogue::StepId;
use liu_wizard::record::{Date, DayField, Edit, Field, ProfileId, RecordPart, Role, TextField};
use liu_wizard::text::{Label as _, Lang};
use liu_wizard::window::Topic;

use super::service::type_into;
use super::views::{NARROW, TALL};
use crate::support::host::{Host, empty_record, today, window};

#[test]
fn everything_typed_lands_in_its_place_also_where_there_is_little_room() {
    for size in [TALL, [480.0, 2400.0], NARROW] {
        let mut window = window(Host::new(StepId::Agency, empty_record(Role::Agency)), size);
        for field in TextField::of(RecordPart::Agency) {
            let text = format!("{}の中身", field.label(Lang::Ja));
            type_into(&mut window, field.label(Lang::Ja), &text);
            assert_eq!(window.state().record.text(&Field::Text(field)), Some(text.as_str()));
        }
    }
}

#[test]
fn the_procurement_is_asked_for_where_the_procedure_is_about_one_or_something_was_entered() {
    let hidden = window(Host::new(StepId::Agency, empty_record(Role::Agency)), TALL);
    assert!(hidden.query_by_label("調達件名").is_none());

    let mut record = empty_record(Role::Agency);
    record.apply(Edit::ChooseProfile(ProfileId::new("procurement").unwrap())).unwrap();
    for size in [TALL, NARROW] {
        let mut window = window(Host::new(StepId::Agency, record.clone()), size);
        for field in TextField::of(RecordPart::Procurement) {
            let text = format!("{}の中身", field.label(Lang::Ja));
            type_into(&mut window, field.label(Lang::Ja), &text);
            assert_eq!(window.state().record.text(&Field::Text(field)), Some(text.as_str()));
        }
        type_into(&mut window, "調達日", "令和8年12月1日");
        assert_eq!(window.state().record.procurement.date, Date::new(2026, 12, 1));
    }

    let mut filled = empty_record(Role::Agency);
    filled.apply(Edit::SetDay(DayField::ProcurementDate, Date::new(2026, 12, 1))).unwrap();
    window(Host::new(StepId::Agency, filled), TALL).get_by_label("調達件名");
}

#[test]
fn a_title_is_suggested_and_stays_free_text() {
    let mut window = window(Host::new(StepId::Agency, empty_record(Role::Agency)), TALL);
    window.get_by_label("評価者の役職の候補").click();
    window.run();
    window.get_by_label("課室情報セキュリティ責任者").click();
    window.run();
    type_into(&mut window, "評価者の役職", "（代理）");
    let title = window.state().record.agency.assessor.title.as_str();
    assert!(title.contains("課室情報セキュリティ責任者") && title.contains("（代理）"), "{title}");
}

#[test]
fn the_day_of_the_assessment_is_read_in_either_calendar_or_set_to_today() {
    let mut window = window(Host::new(StepId::Agency, empty_record(Role::Agency)), TALL);
    type_into(&mut window, "評価した日", "令和8年4月1日");
    assert_eq!(window.state().record.agency.assessed_on, Date::new(2026, 4, 1));
    assert_eq!(window.state().topic, Topic::Field(Field::Day(DayField::AssessedOn)));
    window.get_by_label("今日にする").click();
    window.run();
    assert_eq!(window.state().record.agency.assessed_on, Some(today()));
    let again = window.get_by_label("今日にする");
    assert!(again.accesskit_node().is_disabled(), "there is nothing left for it to do, and it stays in its place");
}
