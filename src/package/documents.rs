//! What people read in a package beside the documents of its records: letter, reason for sending back, cover with check-list.

use super::backing::backed_outcome;
use super::manifest::{Part, PartRole};
use super::taken::LeftOut;
use super::{Answering, Objection, PackageKind, is_decided, objections};
use crate::catalogue::Procedure;
use crate::export::{
    self, Block, Cell, Chapter, Document, Emphasis, ExportError, ExportInput, Fact, Head, Report, Table, text_or_blank,
};
use crate::record::{Line, Objective, Person, Record, RequestRef, Role, TextField};
use crate::text::{Label as _, Lang, difference, labels, package as words, procedure as by_procedure, report as report_words};

/// A document of a record as it stands in a package.
pub(super) fn of_record(document: &Document, input: &ExportInput<'_>) -> Result<Report, ExportError> {
    let mut report = export::report(document, input)?;
    match (input.record.role, &mut report.verdict) {
        (Role::Agency, Some(verdict)) => {
            verdict.outcome.text = backed_outcome(input.record, input.judgement, input.today, input.lang);
        }
        (Role::Agency, None) => {}
        // On a provider's record nobody decides.
        (Role::Csp, _) => report.running.state.clear(),
    }
    Ok(report)
}

/// 依頼文: what the provider wrote to the agency, and what goes with it.
pub(super) fn letter(enclosed: &[Part], input: &ExportInput<'_>) -> Report {
    let (lang, record) = (input.lang, input.record);
    let (request, procedure) = (&record.request, input.catalogue.procedure(record));
    let addressee = match request.addressee.as_str() {
        asked if asked.trim().is_empty() => of_the_paper(input),
        asked => words::to_body(asked, lang),
    };
    let letter = vec![Block::paragraph(without_addressee(request.letter.as_str(), &addressee))];
    let mut cover = service(input);
    if let Some(deadline) = request.deadline {
        cover.push(Fact::new(report_words::deadline(lang), Cell::new(report_words::date(deadline, lang))));
    }
    let chapters = vec![Chapter::new(words::role_letter(lang), letter), enclosures(enclosed, procedure, lang)];
    let head = head(addressee, input);
    Report { head, cover, chapters, ..sheet(by_procedure::letter_title(procedure, lang), input) }
}

/// Why a request is sent back.
pub(super) fn comment(request: &RequestRef, comment: &str, enclosed: &[Part], input: &ExportInput<'_>) -> Report {
    let lang = input.lang;
    let provider = input.record.service.provider.as_str();
    let mut cover = service(input);
    cover.push(Fact::new(report_words::answers_request(lang), Cell::new(report_words::request_ref(request, lang))));
    let blocks =
        vec![Block::paragraph(words::comment_lead(lang)), Block::heading(words::comment_reason(lang)), Block::paragraph(comment)];
    let enclosures = enclosures(enclosed, input.catalogue.procedure(input.record), lang);
    let chapters = vec![Chapter::new(words::comment_title(lang), blocks), enclosures];
    let head = head(words::to_body(provider, lang), input);
    Report { head, cover, chapters, ..sheet(words::comment_title(lang), input) }
}

/// The cover of an application: who assessed with which result, the check-list, and what is enclosed.
pub(super) fn cover(results: &[ExportInput<'_>], left_out: &[[String; 3]], enclosed: &[Part], input: &ExportInput<'_>) -> Report {
    let lang = input.lang;
    let enclosure = enclosures_with_digests(enclosed, input.catalogue.procedure(input.record), lang);
    let mut chapters = vec![assessed(results, input), export::check_list(input), enclosure];
    chapters.extend(not_enclosed(left_out, lang));
    chapters.push(export::what_comes_next(input));
    let head = head(of_the_paper(input), input);
    Report { head, cover: service(input), chapters, ..sheet(words::cover_title(lang), input) }
}

/// To whom it goes, on which day, and from whom. Who is not known is left to be written by hand.
fn head(addressee: String, input: &ExportInput<'_>) -> Head {
    let (lang, record) = (input.lang, input.record);
    let (sender, contact) = match record.role {
        Role::Csp => (record.service.provider.to_string(), record.request.contact.as_str()),
        // Of an agency no contact is recorded: that of the request is the provider's.
        Role::Agency => (agency_of(record), ""),
    };
    let sender = if sender.trim().is_empty() { words::line_to_write(lang).to_owned() } else { sender };
    let mut facts = vec![
        Fact::new(report_words::paper_date(lang), Cell::new(report_words::short_date(input.today, lang))),
        Fact::new(words::sender(lang), Cell::new(sender)),
    ];
    if !contact.trim().is_empty() {
        facts.push(Fact::new(TextField::Contact.label(lang), Cell::new(contact)));
    }
    let addressee = if addressee.trim().is_empty() { words::addressee_to_write(lang).to_owned() } else { addressee };
    Head { addressee: Cell::new(addressee), facts, ..Head::default() }
}

/// 宛先 as it was entered for the documents of the record, with the word of respect that was given it.
fn of_the_paper(input: &ExportInput<'_>) -> String {
    input.record.paper.addressee.to_string()
}

/// A letter without its first line where that says no more than the head, which stands right above it.
fn without_addressee<'a>(letter: &'a str, addressee: &str) -> &'a str {
    let bare = |text: &str| text.replace(char::is_whitespace, "");
    match letter.trim_start().split_once('\n') {
        Some((first, rest)) if bare(first) == bare(addressee) && !rest.trim().is_empty() => rest.trim_start_matches('\n'),
        _ => letter,
    }
}

/// A sheet that goes with the copies. It is no copy of a record itself, final or not, and nobody approves it: it never says 作成中.
fn sheet(title: &str, input: &ExportInput<'_>) -> Report {
    let mut report = export::empty_report(title, input);
    report.running.draft.clear();
    report.running.state.clear();
    report
}

fn service(input: &ExportInput<'_>) -> Vec<Fact> {
    let service = &input.record.service;
    [
        (TextField::Provider, service.provider.as_str()),
        (TextField::CorporateNumber, service.corporate_number.as_str()),
        (TextField::ServiceName, service.name.as_str()),
    ]
    .map(|(field, text)| Fact::new(field.label(input.lang), text_or_blank(text, field, input)))
    .into()
}

/// The results one below the other, and that they differ if they do.
fn assessed(results: &[ExportInput<'_>], input: &ExportInput<'_>) -> Chapter {
    let lang = input.lang;
    let mut blocks = Vec::new();
    if results.iter().any(|result| !is_decided(result.record)) {
        blocks.push(Block::Notice { text: words::undecided_notice(lang).to_owned() });
    }
    let came_of = |result: &ExportInput<'_>| (result.judgement.outcome, result.judgement.objectives);
    if results.iter().any(|result| Some(came_of(result)) != results.first().map(came_of)) {
        blocks.push(Block::Notice { text: words::results_differ(lang).to_owned() });
    }
    for (number, its_own) in (1..).zip(results) {
        let agency = text_or_blank(&agency_of(its_own.record), TextField::AgencyName, its_own);
        blocks.push(Block::heading(format!("{number}. {}", agency.text)));
        blocks.push(Block::Facts { facts: result(its_own, input.record) });
    }
    Chapter::new(words::results_chapter(lang), blocks)
}

/// What is told of a result that answers a request, or is said to.
fn result(input: &ExportInput<'_>, request: &Record) -> Vec<Fact> {
    let ExportInput { record, catalogue, judgement, lang, .. } = *input;
    let levels = Objective::ALL.map(|objective| {
        let level = labels::assessment(judgement.objectives[objective], catalogue, lang);
        report_words::labelled(objective.label(lang), &level, lang)
    });
    let state = crate::text::approval::state(record, input.today, lang);
    let answering = Answering::of(record, request);
    let emphasis = if answering.fits() { Emphasis::Plain } else { Emphasis::Open };
    let outcome = backed_outcome(record, judgement, input.today, lang);
    let entered = |field: TextField, text| Fact::new(field.label(lang), text_or_blank(text, field, input));
    let mut facts = vec![
        Fact::new(report_words::target_task(lang), Cell::new(difference::task_choice(&record.task, catalogue, lang))),
        Fact::new(report_words::outcome(lang), Cell::with(outcome, Emphasis::Strong)),
        Fact::new(words::levels(lang), Cell::new(levels.join("\n"))),
        entered(TextField::ConditionsOfUse, record.conditions_of_use.as_str()),
        entered(TextField::ResidualRisk, record.residual_risk.as_str()),
        Fact::new(report_words::approval_state(lang), Cell::new(state).detail(person(&record.approval.by))),
        Fact::new(words::answering(lang), Cell::with(answering_in_words(answering, lang), emphasis)),
        Fact::new(report_words::record_id(lang), Cell::new(record.id.as_str()).detail(record.content_digest().as_str())),
    ];
    if !record.received.is_empty() {
        let files: Vec<String> = record.received.iter().map(|file| report_words::received_file(file, lang)).collect();
        facts.push(Fact::new(words::from_sheet(lang), Cell::new(files.join("\n"))));
    }
    // It is enclosed all the same since somebody wanted it so.
    let objections = objections(record, request);
    if !objections.is_empty() {
        let said = Objection::all_words(&objections, lang);
        facts.push(Fact::new(words::differences(lang), Cell::with(said, Emphasis::Open)));
    }
    facts
}

/// 同封物 of a letter: what each file is, and what it is called.
fn enclosures(parts: &[Part], procedure: Procedure, lang: Lang) -> Chapter {
    let mut table = Table::new("", &[(words::what_it_is(lang), 3), (words::file_name(lang), 5)]);
    table.rows = parts.iter().map(|part| vec![Cell::new(role_in_words(part.role, procedure, lang)), file_of(part)]).collect();
    Chapter::new(words::enclosed_chapter(lang), vec![Block::Table(table)])
}

/// 同封物 of an application, which its reader may want to check file by file.
fn enclosures_with_digests(parts: &[Part], procedure: Procedure, lang: Lang) -> Chapter {
    let columns = [(words::file_name(lang), 5), (words::what_it_is(lang), 3), ("SHA-256", 3)];
    let mut table = Table::new("", &columns);
    for part in parts {
        table.rows.push(vec![
            file_of(part),
            Cell::new(role_in_words(part.role, procedure, lang)),
            Cell::default().detail(part.sha256.as_str()),
        ]);
    }
    Chapter::new(words::enclosed_chapter(lang), vec![Block::Table(table)])
}

/// What a file is called, and in small print its name in the package.
fn file_of(part: &Part) -> Cell {
    let title = part.title.as_ref().map_or(part.name.as_str(), Line::as_str);
    Cell::new(title).detail(part.name.as_str())
}

/// What is told of something that was received and is left out: of whom, of which service, and why.
pub(super) fn left_out_row(LeftOut { record, why }: &LeftOut, lang: Lang) -> [String; 3] {
    [agency_of(record), record.service.name.to_string(), Objection::all_words(why, lang)]
}

/// What was received and is left out, and why; nothing if nothing is.
fn not_enclosed(left_out: &[[String; 3]], lang: Lang) -> Option<Chapter> {
    let columns = [(words::agency(lang), 3), (words::service(lang), 3), (words::left_out_why(lang), 5)];
    let mut table = Table::new("", &columns);
    table.rows.extend(left_out.iter().map(|row| row.iter().map(Cell::new).collect()));
    let blocks = vec![Block::paragraph(words::left_out_lead(lang)), Block::Table(table)];
    (!left_out.is_empty()).then(|| Chapter::new(words::left_out_chapter(lang), blocks))
}

fn agency_of(record: &Record) -> String {
    let agency = &record.agency;
    let names = [agency.name.as_str(), agency.bureau.as_str(), agency.section.as_str()].map(str::trim);
    names.into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(" ")
}

fn person(person: &Person) -> String {
    format!("{} {}", person.title, person.name).trim().to_owned()
}

/// How a result stands to the request, in words.
pub(super) const fn answering_in_words(answering: Answering, lang: Lang) -> &'static str {
    match answering {
        Answering::This => words::answers_this(lang),
        Answering::ThisWithSameService => words::answers_this_same_service(lang),
        Answering::ThisBeforeChange => words::answers_before_change(lang),
        Answering::ThisWithOtherService => words::answers_other_service(lang),
        Answering::Another => words::answers_another(lang),
        Answering::NotSaid => words::answers_not_said(lang),
    }
}

/// What a part is, in words.
pub(super) const fn role_in_words(role: PartRole, procedure: Procedure, lang: Lang) -> &'static str {
    match role {
        PartRole::Record => words::role_record(lang),
        PartRole::Result => words::role_result(lang),
        PartRole::RecordDocument => by_procedure::document_record(procedure, lang),
        PartRole::Sheet => report_words::document_sheet(lang),
        PartRole::Workbook => words::role_workbook(lang),
        PartRole::Explanation => report_words::document_explanation(lang),
        PartRole::Letter => words::role_letter(lang),
        PartRole::Comment => words::role_comment(lang),
        PartRole::Cover => words::role_cover(lang),
        PartRole::Attachment => words::role_attachment(lang),
    }
}

impl PackageKind {
    /// What it is called.
    pub fn label(self, lang: Lang) -> &'static str {
        words::kind(self.name(), lang)
    }
}

impl Answering {
    /// What is said of it.
    pub const fn label(self, lang: Lang) -> &'static str {
        answering_in_words(self, lang)
    }
}

impl PartRole {
    /// What it is called in a package of a record made under this procedure.
    pub const fn label(self, procedure: Procedure, lang: Lang) -> &'static str {
        role_in_words(self, procedure, lang)
    }
}
