//! What OSCAL asks for beside the categorisation, as far as the record holds it, and the record itself.

use super::model::{
    BackMatter, Base64, ByComponent, Component, ControlImplementation, Hash, ImplementedRequirement, ImportProfile, Resource,
    Rlink, SystemImplementation, SystemUser,
};
use super::names::USER;
use super::plan::Plan;
use super::system::status;
use super::value::{Prose, Value, base64};
use crate::record::ContentDigest;
use crate::text::{self, oscal as words};

/// The control under which a security categorisation stands in SP 800-53.
const SECURITY_CATEGORIZATION: &str = "ra-2";
/// What a record is, to who opens it.
const JSON: &str = "application/json";

/// That no baseline of controls is claimed.
pub(super) fn import_profile(plan: &Plan<'_>) -> ImportProfile {
    ImportProfile { href: format!("#{}", no_baseline(plan)), remarks: Prose::fixed(words::no_baseline(plan.input.lang)) }
}

fn no_baseline(plan: &Plan<'_>) -> uuid::Uuid {
    plan.names.uuid("resource/no-baseline")
}

/// Names the record's own file in the back matter.
pub(super) fn record_file(plan: &Plan<'_>) -> uuid::Uuid {
    plan.names.uuid("resource/record")
}

fn this_system(plan: &Plan<'_>) -> uuid::Uuid {
    plan.names.uuid("component/this-system")
}

/// Who uses the service, and the service as the one component.
pub(super) fn system(plan: &Plan<'_>) -> SystemImplementation {
    let record = plan.input.record;
    SystemImplementation {
        users: [SystemUser {
            uuid: plan.names.uuid("user"),
            title: plan.value(record.agency.users.as_str()).title(),
            role_ids: [USER],
        }],
        components: [Component {
            uuid: this_system(plan),
            kind: "this-system",
            title: plan.value(record.service.name.as_str()).title(),
            description: plan.prose(record.service.summary.as_str()),
            status: status(plan),
        }],
    }
}

/// RA-2 alone: how the outcome came about, with the conditions it rests on and the risk that is left.
pub(super) fn controls(plan: &Plan<'_>) -> ControlImplementation {
    ControlImplementation {
        description: Prose::fixed(words::security_categorization_alone(plan.input.lang)),
        implemented_requirements: [ImplementedRequirement {
            uuid: plan.names.uuid("requirement/ra-2"),
            control_id: SECURITY_CATEGORIZATION,
            by_components: [ByComponent {
                component_uuid: this_system(plan),
                uuid: plan.names.uuid("requirement/ra-2/this-system"),
                description: statement(plan),
            }],
        }],
    }
}

fn statement(plan: &Plan<'_>) -> Prose {
    let input = plan.input;
    plan.prose(&text::explain(input.record, input.catalogue, input.judgement, input.lang).join("\n"))
}

/// Why there is no baseline, and the record as the program opens it again.
pub(super) fn back_matter(native: &str, plan: &Plan<'_>) -> BackMatter {
    let lang = plan.input.lang;
    let baseline = Resource {
        uuid: no_baseline(plan),
        title: Value::fixed(words::no_baseline_title(lang)).title(),
        description: Prose::fixed(words::no_baseline(lang)),
        rlinks: None,
        base64: None,
    };
    // Letters, digits, `-`, `_` and `.` only, by which both a token and an address are made.
    let name = format!("LIU-{}.liu.json", plan.input.record.id);
    let hash = Hash { algorithm: "SHA-256", value: plan.value(ContentDigest::of(native.as_bytes()).as_str()) };
    let record = Resource {
        uuid: record_file(plan),
        title: Value::fixed(words::record_title(lang)).title(),
        description: Prose::fixed(words::record_file(lang)),
        rlinks: Some([Rlink { href: name.clone(), media_type: JSON, hashes: [hash] }]),
        base64: Some(Base64 { filename: name, media_type: JSON, value: base64(native.as_bytes()) }),
    };
    BackMatter { resources: vec![baseline, record] }
}
