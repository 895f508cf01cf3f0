//! The part of an OSCAL system security plan that is written, field for field as the schema has it.

use serde::Serialize;
use uuid::Uuid;

use super::names::{NAMESPACE, name_of};
use super::value::{Prose, Title, Value};

macro_rules! assemblies {
    ($($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* })*) => {
        $(
            $(#[$meta])*
            #[derive(Debug, Serialize)]
            #[serde(rename_all = "kebab-case")]
            pub(super) struct $name { $($(#[$field_meta])* pub(super) $field: $type,)* }
        )*
    };
}

assemblies! {
    /// The whole file.
    Document {
        system_security_plan: SystemSecurityPlan,
    }

    SystemSecurityPlan {
        uuid: Uuid,
        metadata: Metadata,
        import_profile: ImportProfile,
        system_characteristics: SystemCharacteristics,
        system_implementation: SystemImplementation,
        control_implementation: ControlImplementation,
        back_matter: BackMatter,
    }

    Metadata {
        title: Title,
        last_modified: String,
        version: Value,
        oscal_version: &'static str,
        props: Vec<Prop>,
        links: [Link; 1],
        roles: Vec<RoleDefinition>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        parties: Vec<Party>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        responsible_parties: Vec<ResponsibleParty>,
        remarks: Prose,
    }

    /// A name with a value, in a namespace; OSCAL's own if there is none.
    Prop {
        name: &'static str,
        #[serde(skip_serializing_if = "Option::is_none")]
        ns: Option<&'static str>,
        value: Value,
        #[serde(skip_serializing_if = "Option::is_none")]
        remarks: Option<Prose>,
    }

    Link {
        href: String,
        rel: &'static str,
    }

    RoleDefinition {
        id: &'static str,
        title: Title,
    }

    Party {
        uuid: Uuid,
        #[serde(rename = "type")]
        kind: &'static str,
        name: Value,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        props: Vec<Prop>,
    }

    ResponsibleParty {
        role_id: &'static str,
        party_uuids: [Uuid; 1],
    }

    ImportProfile {
        href: String,
        remarks: Prose,
    }

    SystemCharacteristics {
        system_ids: [SystemId; 1],
        system_name: Value,
        description: Prose,
        #[serde(skip_serializing_if = "Option::is_none")]
        security_sensitivity_level: Option<&'static str>,
        system_information: SystemInformation,
        #[serde(skip_serializing_if = "Option::is_none")]
        security_impact_level: Option<SecurityImpactLevel>,
        status: Status,
        authorization_boundary: AuthorizationBoundary,
        #[serde(skip_serializing_if = "Option::is_none")]
        remarks: Option<Prose>,
    }

    SystemId {
        identifier_type: &'static str,
        id: Value,
    }

    SystemInformation {
        props: Vec<Prop>,
        information_types: Vec<InformationType>,
    }

    InformationType {
        uuid: Uuid,
        title: Title,
        description: Prose,
        #[serde(skip_serializing_if = "Option::is_none")]
        categorizations: Option<[Categorization; 1]>,
        props: Vec<Prop>,
        #[serde(skip_serializing_if = "Option::is_none")]
        confidentiality_impact: Option<Impact>,
        #[serde(skip_serializing_if = "Option::is_none")]
        integrity_impact: Option<Impact>,
        #[serde(skip_serializing_if = "Option::is_none")]
        availability_impact: Option<Impact>,
    }

    Categorization {
        system: &'static str,
        information_type_ids: [Value; 1],
    }

    /// One cell: what was proposed, what was decided, and why.
    Impact {
        base: &'static str,
        selected: &'static str,
        #[serde(skip_serializing_if = "Option::is_none")]
        adjustment_justification: Option<Prose>,
    }

    SecurityImpactLevel {
        security_objective_confidentiality: &'static str,
        security_objective_integrity: &'static str,
        security_objective_availability: &'static str,
    }

    Status {
        state: &'static str,
        remarks: Prose,
    }

    AuthorizationBoundary {
        description: Prose,
    }

    SystemImplementation {
        users: [SystemUser; 1],
        components: [Component; 1],
    }

    SystemUser {
        uuid: Uuid,
        title: Title,
        role_ids: [&'static str; 1],
    }

    Component {
        uuid: Uuid,
        #[serde(rename = "type")]
        kind: &'static str,
        title: Title,
        description: Prose,
        status: Status,
    }

    ControlImplementation {
        description: Prose,
        implemented_requirements: [ImplementedRequirement; 1],
    }

    ImplementedRequirement {
        uuid: Uuid,
        control_id: &'static str,
        by_components: [ByComponent; 1],
    }

    ByComponent {
        component_uuid: Uuid,
        uuid: Uuid,
        description: Prose,
    }

    BackMatter {
        resources: Vec<Resource>,
    }

    Resource {
        uuid: Uuid,
        title: Title,
        description: Prose,
        #[serde(skip_serializing_if = "Option::is_none")]
        rlinks: Option<[Rlink; 1]>,
        #[serde(skip_serializing_if = "Option::is_none")]
        base64: Option<Base64>,
    }

    Rlink {
        href: String,
        media_type: &'static str,
        hashes: [Hash; 1],
    }

    Hash {
        algorithm: &'static str,
        value: Value,
    }

    Base64 {
        filename: String,
        media_type: &'static str,
        value: String,
    }
}

impl Prop {
    /// A property of this program's own; none if there is nothing to read in its value.
    pub(super) fn own(name: &'static str, value: &str) -> Option<Self> {
        Value::new(value).map(|value| Self { name, ns: Some(NAMESPACE), value, remarks: None })
    }

    /// A property whose value is one of a few, by its name.
    pub(super) fn named(name: &'static str, value: &impl Serialize) -> Option<Self> {
        Self::own(name, &name_of(value)?)
    }

    /// The same with a word on it.
    pub(super) fn remarks(mut self, text: &str) -> Self {
        self.remarks = Prose::new(text);
        self
    }
}
