//! Chapters of what people entered about record, service, agency and request.

use super::{answer_cell, bases, blank, date_cell, day, entered, profile, text_fact};
use crate::export::report::{Block, Cell, Chapter, Emphasis, Entry, Fact, Table};
use crate::export::{CopyKind, ExportInput};
use crate::record::{Asked, CataloguePin, DayField, Field, Place, RecordPart, TextField, check_corporate_number};
use crate::text::{Label as _, Lang, procedure as by_procedure, report as words};

/// What names the record, and what it was made with.
pub(super) fn this_record(input: &ExportInput<'_>) -> Chapter {
    let (lang, record) = (input.lang, input.record);
    let (profile_name, profile_bases) = match profile(input) {
        Some(profile) => (profile.title.text(lang).to_owned(), bases(&profile.basis, lang)),
        None => (words::with_note(record.profile.as_str(), words::unknown_profile(lang), lang), String::new()),
    };
    let copy = match input.copy {
        CopyKind::Draft => words::copy_draft(lang),
        CopyKind::Final => words::copy_final(lang),
    };
    let mut facts = vec![
        text_fact(TextField::CaseName, input),
        Fact::new(words::record_id(lang), Cell::new(record.id.as_str()).of(Entry::Fixed(Place::Id))),
        Fact::new(words::content_digest(lang), Cell::new(record.content_digest().as_str())),
        Fact::new(words::copy(lang), Cell::new(copy)),
        Fact::new(words::role(lang), Cell::new(record.role.label(lang)).of(Entry::Fixed(Place::Role))),
        Fact::new(words::created(lang), date_cell(record.created, lang).of(Entry::Fixed(Place::Created))),
        Fact::new(words::exported(lang), date_cell(input.today, lang)),
        Fact::new(words::profile(lang), Cell::new(profile_name).detail(profile_bases).of(fixed(Field::Profile))),
    ];
    let used = input.catalogue.pin();
    if used == record.catalogue {
        facts.push(catalogue_fact(words::catalogue(lang), &used, lang));
    } else {
        facts.push(catalogue_fact(words::catalogue_used(lang), &used, lang));
        facts.push(catalogue_fact(words::catalogue_pinned(lang), &record.catalogue, lang));
    }
    // The last of them is the record's own.
    if let Some(pinned) = facts.last_mut() {
        pinned.value.entry = Some(fixed(Field::Catalogue));
    }
    if !record.received.is_empty() {
        let files: Vec<String> = record.received.iter().map(|file| words::received_file(file, lang)).collect();
        facts.push(Fact::new(words::received(lang), Cell::new(files.join("\n")).of(Entry::Fixed(Place::Received))));
    }
    if !record.asked.is_empty() {
        let line = |asked: &Asked| words::asked_line(asked, Some(asked.state(input.today)), lang);
        let asked: Vec<String> = record.asked.iter().map(line).collect();
        facts.push(Fact::new(words::asked(lang), Cell::new(asked.join("\n")).of(Entry::Fixed(Place::Asked))));
    }
    if let Some(request) = &record.answers_request {
        let cell = Cell::new(words::request_ref(request, lang)).of(Entry::Fixed(Place::AnswersRequest));
        facts.push(Fact::new(words::answers_request(lang), cell));
    }
    Chapter::new(words::this_record(lang), vec![Block::Facts { facts }])
}

pub(super) fn fixed(field: Field) -> Entry {
    Entry::Fixed(Place::Field(field))
}

fn catalogue_fact(label: &str, pin: &CataloguePin, lang: Lang) -> Fact {
    let version = words::catalogue_version(pin.id.as_str(), pin.version.as_str(), lang);
    Fact::new(label, Cell::new(version).detail(words::labelled("SHA-256", pin.digest.as_str(), lang)))
}

/// What the provider says of its service.
pub(super) fn service(input: &ExportInput<'_>) -> Chapter {
    Chapter::new(words::service(input.lang), vec![Block::Facts { facts: facts(RecordPart::Service, input) }])
}

/// The texts of a part, with what else is asked for between them.
fn facts(part: RecordPart, input: &ExportInput<'_>) -> Vec<Fact> {
    let (lang, record) = (input.lang, input.record);
    let mut facts = Vec::new();
    let is_shown = |field: &TextField| !(field.came_later() && record.is_blank(&Field::Text(*field)));
    for field in TextField::of(part).filter(is_shown) {
        let value = match field {
            TextField::CorporateNumber => corporate_number(input).of(Entry::Text(Field::Text(field))),
            _ => entered(field, input),
        };
        facts.push(Fact::new(field.label(lang), value));
        match field {
            TextField::ServiceSummary => {
                let is_saas = answer_cell(&record.service.is_saas, lang).of(Entry::Answer(Field::ServiceIsSaas));
                facts.push(Fact::new(words::is_saas(lang), is_saas));
            }
            TextField::ApproverName => {
                let assessed_on = day(DayField::AssessedOn, input);
                facts.push(Fact::new(words::assessed_on(lang), assessed_on));
            }
            TextField::ProcurementNumber => {
                let date = day(DayField::ProcurementDate, input);
                facts.push(Fact::new(words::procurement_date(lang), date));
            }
            TextField::Addressee => {
                let task = super::gate_and_task::task_cell(&record.request.suggested_task, input);
                facts.push(Fact::new(words::suggested_task(lang), task.of(Entry::Choice(Field::SuggestedTask))));
            }
            TextField::Contact => {
                let deadline = day(DayField::Deadline, input);
                facts.push(Fact::new(words::deadline(lang), deadline));
            }
            _ => {}
        }
    }
    facts
}

fn corporate_number(input: &ExportInput<'_>) -> Cell {
    let (lang, number) = (input.lang, &input.record.service.corporate_number);
    if number.is_blank() {
        return blank(&Field::Text(TextField::CorporateNumber), input);
    }
    match check_corporate_number(number.as_str()) {
        Ok(()) => Cell::new(number.as_str()).detail(words::corporate_number_fits(lang)),
        Err(_) => Cell::with(number.as_str(), Emphasis::Open).detail(words::corporate_number_wrong(lang)),
    }
}

/// The agency, and who answers for the assessment.
pub(super) fn agency(input: &ExportInput<'_>) -> Chapter {
    let mut facts_of_agency = facts(RecordPart::Agency, input);
    if input.catalogue.shows_procurement(input.record) {
        facts_of_agency.extend(facts(RecordPart::Procurement, input));
    }
    Chapter::new(words::agency_and_people(input.lang), vec![Block::Facts { facts: facts_of_agency }])
}

/// What the head of a document says beside its title.
pub(super) fn paper(input: &ExportInput<'_>) -> Vec<Fact> {
    facts(RecordPart::Paper, input)
}

/// The provider's request.
pub(super) fn request(input: &ExportInput<'_>) -> Chapter {
    Chapter::new(words::request(input.lang), vec![Block::Facts { facts: facts(RecordPart::Request, input) }])
}

/// The provider's check-list of the pre-application.
pub fn check_list(input: &ExportInput<'_>) -> Chapter {
    let lang = input.lang;
    let mut table = Table::new("", &[(words::point(lang), 3), (words::at_hand(lang), 1)]);
    for point in input.catalogue.check_points().iter().map(|point| point.id) {
        let answer = answer_cell(input.record.check_list_point(point), lang).of(Entry::Answer(Field::CheckList(point)));
        table.rows.push(vec![Cell::new(point.label(lang)), answer]);
    }
    let blocks = vec![Block::Table(table), Block::Facts { facts: facts(RecordPart::Application, input) }];
    Chapter::new(by_procedure::check_list(super::procedure(input), lang), blocks)
}
