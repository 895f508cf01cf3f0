//! Chapters of what people entered about record, service, agency and request.

use super::{bases, date_cell, empty, profile, text_fact};
use crate::export::report::{Block, Cell, Chapter, Emphasis, Entry, Fact, Table};
use crate::export::{Copy, ExportInput};
use crate::record::{Answer, CataloguePin, Field, Place, TextField, check_corporate_number};
use crate::text::{Label as _, Lang, procedure as by_procedure, report as words};

/// What names the record, and what it was made with.
pub(super) fn this_record(input: &ExportInput<'_>) -> Chapter {
    let (lang, record) = (input.lang, input.record);
    let (profile_name, profile_bases) = match profile(input) {
        Some(profile) => (profile.title.text(lang).to_owned(), bases(&profile.basis, lang)),
        None => (words::with_note(record.profile.as_str(), words::unknown_profile(lang), lang), String::new()),
    };
    let copy = match input.copy {
        Copy::Draft => words::copy_draft(lang),
        Copy::Final => words::copy_final(lang),
    };
    let mut facts = vec![
        text_fact(TextField::CaseName, &record.case_name, lang),
        Fact::new(words::record_id(lang), Cell::new(record.id.as_str()).of(Entry::Fixed(Place::Id))),
        Fact::new(words::content_digest(lang), Cell::new(record.content_digest().as_str())),
        Fact::new(words::copy(lang), Cell::new(copy)),
        Fact::new(words::role(lang), Cell::new(record.role.label(lang)).of(Entry::Fixed(Place::Role))),
        Fact::new(words::created(lang), date_cell(Some(record.created), lang).of(Entry::Fixed(Place::Created))),
        Fact::new(words::exported(lang), date_cell(Some(input.today), lang)),
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
    let (lang, service) = (input.lang, &input.record.service);
    let facts = vec![
        text_fact(TextField::Provider, &service.provider, lang),
        Fact::new(TextField::CorporateNumber.label(lang), corporate_number(input).of(text_entry(TextField::CorporateNumber))),
        text_fact(TextField::ServiceName, &service.name, lang),
        text_fact(TextField::ServiceUrl, &service.url, lang),
        text_fact(TextField::ServiceSummary, &service.summary, lang),
        Fact::new(words::is_saas(lang), answer_cell(&service.is_saas, lang).of(Entry::Answer(Field::ServiceIsSaas))),
        text_fact(TextField::Platform, &service.platform, lang),
        text_fact(TextField::PlatformRegistration, &service.platform_registration, lang),
        text_fact(TextField::InformationKinds, &service.information_kinds, lang),
        text_fact(TextField::DataLocation, &service.data_location, lang),
        text_fact(TextField::Functions, &service.functions, lang),
        text_fact(TextField::Certifications, &service.certifications, lang),
    ];
    Chapter::new(words::service(lang), vec![Block::Facts { facts }])
}

const fn text_entry(field: TextField) -> Entry {
    Entry::Text(Field::Text(field))
}

fn corporate_number(input: &ExportInput<'_>) -> Cell {
    let (lang, number) = (input.lang, &input.record.service.corporate_number);
    if number.is_blank() {
        return empty(lang);
    }
    match check_corporate_number(number.as_str()) {
        Ok(()) => Cell::new(number.as_str()).detail(words::corporate_number_fits(lang)),
        Err(_) => Cell::with(number.as_str(), Emphasis::Open).detail(words::corporate_number_wrong(lang)),
    }
}

/// An answer of はい, いいえ, 不明; an open one stands out.
pub(super) fn answer_cell(answer: &Answer, lang: Lang) -> Cell {
    Cell::with(answer.label(lang), if answer.is_known() { Emphasis::Plain } else { Emphasis::Open })
}

/// The agency, and who answers for the assessment.
pub(super) fn agency(input: &ExportInput<'_>) -> Chapter {
    let (lang, agency) = (input.lang, &input.record.agency);
    let mut facts = vec![
        text_fact(TextField::AgencyName, &agency.name, lang),
        text_fact(TextField::Bureau, &agency.bureau, lang),
        text_fact(TextField::Section, &agency.section, lang),
        text_fact(TextField::AgencyTaskName, &agency.task_name, lang),
        text_fact(TextField::Purpose, &agency.purpose, lang),
        text_fact(TextField::Users, &agency.users, lang),
        text_fact(TextField::AssessorTitle, &agency.assessor.title, lang),
        text_fact(TextField::AssessorName, &agency.assessor.name, lang),
        text_fact(TextField::ApproverTitle, &agency.approver.title, lang),
        text_fact(TextField::ApproverName, &agency.approver.name, lang),
        Fact::new(words::assessed_on(lang), date_cell(agency.assessed_on, lang).of(Entry::Date(Field::AssessedOn))),
    ];
    if input.catalogue.shows_procurement(input.record) {
        facts.extend(procurement(input));
    }
    Chapter::new(words::agency_and_people(lang), vec![Block::Facts { facts }])
}

/// The procurement for which the assessment is made.
fn procurement(input: &ExportInput<'_>) -> [Fact; 4] {
    let (lang, procurement) = (input.lang, &input.record.procurement);
    let date = date_cell(procurement.date, lang).of(Entry::Date(Field::ProcurementDate));
    [
        text_fact(TextField::ProcurementTitle, &procurement.title, lang),
        text_fact(TextField::ProcurementNumber, &procurement.number, lang),
        Fact::new(words::procurement_date(lang), date),
        text_fact(TextField::ProcurementPeriod, &procurement.period, lang),
    ]
}

/// What the head of a document says beside its title.
pub(super) fn paper(input: &ExportInput<'_>) -> [Fact; 3] {
    let (lang, paper) = (input.lang, &input.record.paper);
    [
        text_fact(TextField::PaperNumber, &paper.number, lang),
        text_fact(TextField::PaperAddressee, &paper.addressee, lang),
        text_fact(TextField::PaperHandling, &paper.handling, lang),
    ]
}

/// The provider's request.
pub(super) fn request(input: &ExportInput<'_>) -> Chapter {
    let (lang, request) = (input.lang, &input.record.request);
    let facts = vec![
        text_fact(TextField::Addressee, &request.addressee, lang),
        Fact::new(
            words::suggested_task(lang),
            super::gate_and_task::task_cell(&request.suggested_task, input).of(Entry::Choice(Field::SuggestedTask)),
        ),
        text_fact(TextField::SuggestedInformation, &request.suggested_information, lang),
        text_fact(TextField::Contact, &request.contact, lang),
        Fact::new(words::deadline(lang), date_cell(request.deadline, lang).of(Entry::Date(Field::Deadline))),
        text_fact(TextField::Letter, &request.letter, lang),
    ];
    Chapter::new(words::request(lang), vec![Block::Facts { facts }])
}

/// The provider's check-list of the pre-application.
pub fn check_list(input: &ExportInput<'_>) -> Chapter {
    let (lang, application) = (input.lang, &input.record.application);
    let mut table = Table::new("", &[(words::point(lang), 3), (words::at_hand(lang), 1)]);
    for point in input.catalogue.check_points().iter().map(|point| point.id) {
        let answer = answer_cell(input.record.check_list_point(point), lang).of(Entry::Answer(Field::CheckList(point)));
        table.rows.push(vec![Cell::new(point.label(lang)), answer]);
    }
    let remarks = vec![text_fact(TextField::ApplicationRemarks, &application.remarks, lang)];
    let blocks = vec![Block::Table(table), Block::Facts { facts: remarks }];
    Chapter::new(by_procedure::check_list(super::procedure(input), lang), blocks)
}
