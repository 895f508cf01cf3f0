//! The system: its outcome, the information it handles, and its levels where it has any.

use super::model::{
    AuthorizationBoundary, Categorization, Impact, InformationType, Prop, SecurityImpactLevel, Status, SystemCharacteristics,
    SystemId, SystemInformation,
};
use super::names::{NAMESPACE, RECORD_IDS};
use super::plan::{Extent, Levels, Plan, fips_199, level_of, objective_of};
use super::value::{Prose, Value};
use crate::judgement::CellJudgement;
use crate::record::{InformationItem, Objective, RaiseTo, TaskChoice, TextField};
use crate::text::{Label as _, labels, oscal as words, report};

/// What stands for the id of a task that the agency pasted from the official list.
const AGENCY_ENTRY: &str = "agency_entry";

/// What the system is, and how it came out.
pub(super) fn characteristics(plan: &Plan<'_>) -> SystemCharacteristics {
    let (record, lang) = (plan.input.record, plan.input.lang);
    let levels = match &plan.extent {
        Extent::Categorised(levels) => Some(levels),
        Extent::NoLevels | Extent::Incomplete => None,
    };
    SystemCharacteristics {
        system_ids: [SystemId { identifier_type: RECORD_IDS, id: plan.value(record.id.as_str()) }],
        system_name: plan.value(record.service.name.as_str()),
        description: plan.prose(&format!("{}\n{}", record.agency.purpose, record.service.summary)),
        security_sensitivity_level: levels.map(|levels| fips_199(levels.overall)),
        system_information: SystemInformation { props: outcome(levels, plan), information_types: information_types(plan) },
        security_impact_level: levels.map(|levels| SecurityImpactLevel {
            security_objective_confidentiality: objective_of(levels, Objective::Confidentiality),
            security_objective_integrity: objective_of(levels, Objective::Integrity),
            security_objective_availability: objective_of(levels, Objective::Availability),
        }),
        status: status(plan),
        authorization_boundary: AuthorizationBoundary { description: boundary(plan) },
        remarks: levels.is_none().then(|| Prose::fixed(words::not_assessed_is_not_low(lang))),
    }
}

/// Nothing is claimed of it that the record does not hold.
pub(super) fn status(plan: &Plan<'_>) -> Status {
    Status { state: "other", remarks: Prose::fixed(words::status_unknown(plan.input.lang)) }
}

fn boundary(plan: &Plan<'_>) -> Prose {
    let (record, lang) = (plan.input.record, plan.input.lang);
    let mut lines = vec![words::boundary_unknown(lang).to_owned()];
    for (field, text) in [
        (TextField::ServiceName, record.service.name.as_str()),
        (TextField::Functions, record.service.functions.as_str()),
        (TextField::AgencyTaskName, record.agency.task_name.as_str()),
    ] {
        if Value::new(text).is_some() {
            lines.push(report::labelled(field.label(lang), text, lang));
        }
    }
    plan.prose(&lines.join("\n"))
}

/// Outcome, both conditions, task and raises: what the information came to as a whole.
fn outcome(levels: Option<&Levels>, plan: &Plan<'_>) -> Vec<Prop> {
    let (judgement, lang) = (plan.input.judgement, plan.input.lang);
    let mut props = vec![
        Prop::named("outcome", &judgement.outcome).map(|prop| prop.remarks(judgement.outcome.label(lang))),
        Prop::named("condition-listed", &judgement.condition_listed).map(|prop| prop.remarks(report::condition_listed(lang))),
        Prop::named("condition-low", &judgement.condition_low).map(|prop| prop.remarks(report::condition_low(lang))),
        target_task(plan),
    ];
    if levels.is_some() {
        props.extend(Objective::ALL.map(|objective| raised(objective, plan)));
    }
    props.into_iter().flatten().collect()
}

/// The target task by its id, or how the choice stands.
fn target_task(plan: &Plan<'_>) -> Option<Prop> {
    let (record, catalogue, lang) = (plan.input.record, plan.input.catalogue, plan.input.lang);
    let (value, said) = match &record.task {
        TaskChoice::Listed(id) => (id.as_str(), catalogue.task(id).map_or("", |task| task.task.text(lang))),
        TaskChoice::AgencyEntry { task, .. } => (AGENCY_ENTRY, task.as_str()),
        TaskChoice::NotListed => ("not_listed", report::not_listed(lang)),
        TaskChoice::Unknown => ("unknown", report::unknown(lang)),
        TaskChoice::NotChosen => ("not_chosen", report::not_chosen(lang)),
    };
    Prop::own("target-task", value).map(|prop| prop.remarks(said))
}

/// The raise of an objective for the task as a whole.
fn raised(objective: Objective, plan: &Plan<'_>) -> Option<Prop> {
    let raise = &plan.input.record.raises[objective];
    let name = match objective {
        Objective::Confidentiality => "raised-confidentiality",
        Objective::Integrity => "raised-integrity",
        Objective::Availability => "raised-availability",
    };
    match raise.to {
        RaiseTo::NotRaised => None,
        RaiseTo::Level(level) => Prop::own(name, fips_199(level)).map(|prop| prop.remarks(raise.reason.as_str())),
    }
}

fn information_types(plan: &Plan<'_>) -> Vec<InformationType> {
    let (record, judgement) = (plan.input.record, plan.input.judgement);
    let judged = record.items.iter().filter_map(|item| Some((item, judgement.item(&item.id)?)));
    judged
        .map(|(item, judged)| {
            let impact = |objective: Objective| impact(item, objective, &judged.cells[objective], plan);
            let open = judged.cells.iter().filter_map(|(objective, cell)| not_assessed(objective, cell, plan));
            InformationType {
                uuid: plan.names.uuid(&format!("information-type/{}", item.id)),
                title: plan.value(item.name.as_str()).title(),
                description: plan.prose(item.description.as_str()),
                categorizations: categorization(plan),
                props: Prop::own("item-id", item.id.as_str()).into_iter().chain(open).collect(),
                confidentiality_impact: impact(Objective::Confidentiality),
                integrity_impact: impact(Objective::Integrity),
                availability_impact: impact(Objective::Availability),
            }
        })
        .collect()
}

/// The target task as the type of the information, if there is one.
fn categorization(plan: &Plan<'_>) -> Option<[Categorization; 1]> {
    let id = match &plan.input.record.task {
        TaskChoice::Listed(id) => plan.input.catalogue.task(id)?.id.as_str(),
        TaskChoice::AgencyEntry { .. } => AGENCY_ENTRY,
        TaskChoice::NotListed | TaskChoice::Unknown | TaskChoice::NotChosen => return None,
    };
    Some([Categorization { system: NAMESPACE, information_type_ids: [plan.value(id)] }])
}

/// The impact of a cell, if it is assessed.
fn impact(item: &InformationItem, objective: Objective, cell: &CellJudgement, plan: &Plan<'_>) -> Option<Impact> {
    let (base, selected) = (level_of(cell.proposal)?, level_of(cell.effective)?);
    let reason = Prose::new(item.decisions[objective].reason.as_str());
    // A raise needs no reason here, but whoever reads OSCAL expects one: it is said that there is none.
    let no_reason = || (base != selected).then(|| Prose::fixed(words::raised_without_reason(plan.input.lang)));
    Some(Impact { base: fips_199(base), selected: fips_199(selected), adjustment_justification: reason.or_else(no_reason) })
}

/// That a cell is not assessed, and what is known of it in words.
fn not_assessed(objective: Objective, cell: &CellJudgement, plan: &Plan<'_>) -> Option<Prop> {
    if cell.effective.is_assessed() {
        return None;
    }
    let said = labels::assessment(cell.effective, plan.input.catalogue, plan.input.lang);
    Prop::own("not-assessed", objective.name()).map(|prop| prop.remarks(&said))
}
