//! What the plan is, of which record it was made, and who is named in it.

use super::implementation::record_file;
use super::model::{Link, Metadata, Party, Prop, ResponsibleParty, RoleDefinition};
use super::names::{OSCAL_VERSION, USER, name_of};
use super::plan::{Extent, Plan};
use super::value::{Prose, Value};
use crate::export::CopyKind;
use crate::record::{Person, Role};
use crate::text::{Label as _, Lang, oscal as words, procedure, report};

const AGENCY: &str = "agency";
const PROVIDER: &str = "cloud-service-provider";
const ASSESSOR: &str = "assessor";
const APPROVER: &str = "approver";

/// Title, version, digests, roles and parties.
pub(super) fn metadata(plan: &Plan<'_>) -> Metadata {
    let lang = plan.input.lang;
    let parties = parties(plan);
    let responsible = parties.iter().map(|(role_id, party)| ResponsibleParty { role_id, party_uuids: [party.uuid] }).collect();
    Metadata {
        title: plan.value(&title(plan)).title(),
        last_modified: format!("{}T00:00:00+09:00", plan.input.today),
        version: version(plan),
        oscal_version: OSCAL_VERSION,
        props: props(plan),
        // The record says the same in another format.
        links: [Link { href: format!("#{}", record_file(plan)), rel: "alternate" }],
        roles: roles(lang),
        responsible_parties: responsible,
        parties: parties.into_iter().map(|(_, party)| party).collect(),
        remarks: remarks(plan),
    }
}

fn title(plan: &Plan<'_>) -> String {
    let (record, catalogue, lang) = (plan.input.record, plan.input.catalogue, plan.input.lang);
    let profile = catalogue.profile(&record.profile);
    let document = profile.map_or(procedure::document_record(catalogue.procedure(record), lang), |profile| {
        profile.wording.document_title.text(lang)
    });
    let subject = if record.case_name.is_blank() { record.service.name.as_str() } else { record.case_name.as_str() };
    if Value::new(subject).is_none() { document.to_owned() } else { report::labelled(document, subject, lang) }
}

/// Content and state, as every printed page names them.
fn version(plan: &Plan<'_>) -> Value {
    let record = plan.input.record;
    let state = name_of(&record.approval.state).unwrap_or_default();
    plan.value(&format!("{}-{state}", record.content_digest().short()))
}

fn props(plan: &Plan<'_>) -> Vec<Prop> {
    let (record, lang) = (plan.input.record, plan.input.lang);
    let approval = &record.approval;
    let catalogue = plan.input.catalogue.pin();
    let completeness = match plan.extent {
        Extent::Categorised(_) | Extent::NoLevels => "complete",
        Extent::Incomplete => "draft-incomplete",
    };
    let copy = match plan.input.copy {
        CopyKind::Draft => "draft",
        CopyKind::Final => "final",
    };
    let changed = approval.content.as_ref().map(|_| if record.changed_since_approval() { "yes" } else { "no" });
    let props = [
        Prop::own("completeness", completeness),
        Prop::own("copy", copy),
        Prop::own("language", lang.code()),
        Prop::named("approval-state", &approval.state).map(|prop| prop.remarks(approval.state.label(lang))),
        approval.on.and_then(|on| Prop::own("approval-state-on", &on.to_string())),
        changed.and_then(|changed| Prop::own("changed-since-approval", changed)),
        Prop::own("content-digest", record.content_digest().as_str()),
        Prop::own("procedure-profile", record.profile.as_str()),
        Prop::own("catalogue-id", catalogue.id.as_str()),
        Prop::own("catalogue-version", catalogue.version.as_str()),
        Prop::own("catalogue-digest", catalogue.digest.as_str()),
    ];
    props.into_iter().flatten().collect()
}

fn roles(lang: Lang) -> Vec<RoleDefinition> {
    let roles = [
        (AGENCY, report::agency(lang)),
        (PROVIDER, Role::Csp.label(lang)),
        (ASSESSOR, report::assessor(lang)),
        (APPROVER, report::approver(lang)),
        (USER, crate::record::TextField::Users.label(lang)),
    ];
    roles.into_iter().map(|(id, title)| RoleDefinition { id, title: Value::fixed(title).title() }).collect()
}

/// Who is named in the record, each in the role that it has.
fn parties(plan: &Plan<'_>) -> Vec<(&'static str, Party)> {
    let record = plan.input.record;
    let (agency, service) = (&record.agency, &record.service);
    let office = format!("{} {} {}", agency.name, agency.bureau, agency.section);
    let number = Prop::own("corporate-number", service.corporate_number.as_str());
    let parties = [
        party(AGENCY, "organization", &office, None, plan),
        party(PROVIDER, "organization", service.provider.as_str(), number, plan),
        person(ASSESSOR, &agency.assessor, plan),
        person(APPROVER, &agency.approver, plan),
    ];
    parties.into_iter().flatten().collect()
}

/// A person by name, or by office if there is no name.
fn person(role: &'static str, person: &Person, plan: &Plan<'_>) -> Option<(&'static str, Party)> {
    let title = Value::new(person.title.as_str());
    if person.name.is_blank() {
        return party(role, "person", person.title.as_str(), None, plan);
    }
    let title = title.map(|value| Prop { name: "job-title", ns: None, value, remarks: None });
    party(role, "person", person.name.as_str(), title, plan)
}

fn party(
    role: &'static str,
    kind: &'static str,
    name: &str,
    prop: Option<Prop>,
    plan: &Plan<'_>,
) -> Option<(&'static str, Party)> {
    let uuid = plan.names.uuid(&format!("party/{role}"));
    let party = Party { uuid, kind, name: Value::new(name)?, props: prop.into_iter().collect() };
    Some((role, party))
}

/// What the document is not, and what it lacks.
fn remarks(plan: &Plan<'_>) -> Prose {
    let (record, lang) = (plan.input.record, plan.input.lang);
    let mut sentences = vec![words::sentence(report::not_official(lang), lang)];
    match plan.input.copy {
        CopyKind::Draft => sentences.push(words::sentence(report::draft(lang), lang)),
        CopyKind::Final => {}
    }
    if record.changed_since_approval() {
        sentences.push(words::sentence(crate::text::approval::changed_after(record.approval.state, lang), lang));
    }
    let statement = crate::text::approval::statement_mark(record.approval.statement(), lang);
    sentences.extend(statement.map(|statement| words::sentence(statement, lang)));
    match plan.extent {
        Extent::Categorised(_) => {}
        Extent::NoLevels => sentences.push(words::no_levels(plan.input.judgement.outcome.label(lang), lang)),
        Extent::Incomplete => sentences.push(words::draft_incomplete(lang).to_owned()),
    }
    plan.prose(&sentences.join("\n"))
}
