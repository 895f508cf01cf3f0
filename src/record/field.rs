//! Names of the places in a record that a finding points to, an edit changes and a screen shows.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{ItemId, Objective, QuestionId, RedFlagId};

/// One place in a record.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// A text of the record that stands once.
    Text(TextField),
    /// Whether the provider calls the service SaaS.
    ServiceIsSaas,
    /// Day of the assessment.
    AssessedOn,
    /// Day of the procurement.
    ProcurementDate,
    /// A gate question.
    Gate(QuestionId),
    /// The choice of the target task.
    Task,
    /// A red flag of the chosen task.
    RedFlag(RedFlagId),
    /// The list of information items as a whole.
    Items,
    /// An attribute of an information item.
    Item(ItemId, ItemField),
    /// The answer of an item to a question.
    Answer(ItemId, QuestionId),
    /// The decision on a cell.
    Decision(ItemId, Objective),
    /// The reason of the decision on a cell.
    Reason(ItemId, Objective),
    /// The raise of an objective for the task as a whole.
    Raise(Objective),
    /// The reason of that raise.
    RaiseReason(Objective),
    /// The request's suggested task.
    SuggestedTask,
    /// The request's deadline.
    Deadline,
    /// A point of the CSP's check-list.
    CheckList(CheckListPoint),
    /// State, validity and day of the approval.
    Approval,
    /// The catalogue the record is pinned to.
    Catalogue,
    /// The procedure profile.
    Profile,
}

impl Field {
    /// Whether it is a field of the procurement, which not every procedure is about.
    pub const fn is_of_procurement(&self) -> bool {
        matches!(
            self,
            Self::ProcurementDate
                | Self::Text(TextField::ProcurementTitle | TextField::ProcurementNumber | TextField::ProcurementPeriod)
        )
    }
}

macro_rules! text_fields {
    ($($(#[$doc:meta])* $name:ident = $path:literal;)*) => {
        /// A text that stands once in a record.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum TextField { $($(#[$doc])* $name,)* }

        impl TextField {
            /// All of them, in the order in which the steps show them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The path of the field in the file.
            pub const fn path(self) -> &'static str {
                match self { $(Self::$name => $path,)* }
            }
        }
    };
}

text_fields! {
    /// Name of the case in the agency's or the CSP's own filing.
    CaseName = "case_name";
    /// 文書番号
    PaperNumber = "paper.number";
    /// 宛先 of the document.
    PaperAddressee = "paper.addressee";
    /// 格付・取扱制限 of the document itself.
    PaperHandling = "paper.handling";
    /// Name of the provider.
    Provider = "service.provider";
    /// 法人番号
    CorporateNumber = "service.corporate_number";
    /// Name of the service.
    ServiceName = "service.name";
    /// Its web address.
    ServiceUrl = "service.url";
    /// What it does.
    ServiceSummary = "service.summary";
    /// The platform it runs on.
    Platform = "service.platform";
    /// Registration of that platform.
    PlatformRegistration = "service.platform_registration";
    /// Kinds of information it may hold.
    InformationKinds = "service.information_kinds";
    /// Where data are kept.
    DataLocation = "service.data_location";
    /// The functions that are used.
    Functions = "service.functions";
    /// Other certifications.
    Certifications = "service.certifications";
    /// 機関名
    AgencyName = "agency.name";
    /// 部局
    Bureau = "agency.bureau";
    /// 課室
    Section = "agency.section";
    /// The task in the agency's own words.
    AgencyTaskName = "agency.task_name";
    /// What the service is used for.
    Purpose = "agency.purpose";
    /// Who uses it.
    Users = "agency.users";
    /// Title of the assessor.
    AssessorTitle = "agency.assessor.title";
    /// Name of the assessor.
    AssessorName = "agency.assessor.name";
    /// Title of the approver.
    ApproverTitle = "agency.approver.title";
    /// Name of the approver.
    ApproverName = "agency.approver.name";
    /// 調達件名
    ProcurementTitle = "procurement.title";
    /// 調達番号
    ProcurementNumber = "procurement.number";
    /// 契約期間
    ProcurementPeriod = "procurement.period";
    /// Why the service fits although it is not the assumed one.
    ServiceReason = "gate.service_reason";
    /// The pasted row's task.
    EntryTask = "task.agency_entry.task";
    /// The pasted row's assumed service.
    EntryService = "task.agency_entry.service";
    /// Where the pasted row comes from.
    EntryOrigin = "task.agency_entry.origin";
    /// 利用条件
    ConditionsOfUse = "conditions_of_use";
    /// 残るリスク
    ResidualRisk = "residual_risk";
    /// The agency that is asked.
    Addressee = "request.addressee";
    /// The information the CSP expects.
    SuggestedInformation = "request.suggested_information";
    /// Whom to ask.
    Contact = "request.contact";
    /// Text of the letter.
    Letter = "request.letter";
    /// Remarks to the check-list.
    ApplicationRemarks = "application.remarks";
}

/// An attribute of an information item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ItemField {
    /// What it is called.
    Name,
    /// What it contains.
    Description,
    /// Whose it is.
    Whose,
    /// 機密性の格付
    ConfidentialityGrade,
    /// 完全性の格付
    IntegrityGrade,
    /// 可用性の格付
    AvailabilityGrade,
    /// Kinds of personal data.
    PersonalData,
    /// How many people.
    PersonCount,
    /// Publication plan.
    Publication,
    /// When it is published.
    PublicationTime,
    /// How long it is kept.
    Retention,
}

impl ItemField {
    /// All of them, in the order in which the step shows them.
    pub const ALL: [Self; 11] = [
        Self::Name,
        Self::Description,
        Self::Whose,
        Self::ConfidentialityGrade,
        Self::IntegrityGrade,
        Self::AvailabilityGrade,
        Self::PersonalData,
        Self::PersonCount,
        Self::Publication,
        Self::PublicationTime,
        Self::Retention,
    ];

    /// The name of the field in the file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Description => "description",
            Self::Whose => "whose",
            Self::ConfidentialityGrade => "confidentiality_grade",
            Self::IntegrityGrade => "integrity_grade",
            Self::AvailabilityGrade => "availability_grade",
            Self::PersonalData => "personal_data",
            Self::PersonCount => "person_count",
            Self::Publication => "publication",
            Self::PublicationTime => "publication_time",
            Self::Retention => "retention",
        }
    }
}

/// A point of the CSP's check-list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckListPoint {
    /// GビズID
    Gbizid,
    /// The CSP's part is complete.
    OwnPartComplete,
    /// An agency's assessment was received.
    AssessmentReceived,
    /// 言明
    Statement,
    /// 内部監査
    InternalAudit,
    /// 外部監査
    ExternalAudit,
    /// 事前相談
    Consultation,
}

impl CheckListPoint {
    /// All points in the order in which they are shown.
    pub const ALL: [Self; 7] = [
        Self::Gbizid,
        Self::OwnPartComplete,
        Self::AssessmentReceived,
        Self::Statement,
        Self::InternalAudit,
        Self::ExternalAudit,
        Self::Consultation,
    ];

    /// The name of the point in the file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gbizid => "gbizid",
            Self::OwnPartComplete => "own_part_complete",
            Self::AssessmentReceived => "assessment_received",
            Self::Statement => "statement",
            Self::InternalAudit => "internal_audit",
            Self::ExternalAudit => "external_audit",
            Self::Consultation => "consultation",
        }
    }
}

impl fmt::Display for Field {
    /// The path of the place in the file; items are named by their id.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(field) => formatter.write_str(field.path()),
            Self::ServiceIsSaas => formatter.write_str("service.is_saas"),
            Self::AssessedOn => formatter.write_str("agency.assessed_on"),
            Self::ProcurementDate => formatter.write_str("procurement.date"),
            Self::Gate(question) => write!(formatter, "gate.answers.{question}"),
            Self::Task => formatter.write_str("task"),
            Self::RedFlag(flag) => write!(formatter, "red_flags[{flag}]"),
            Self::Items => formatter.write_str("items"),
            Self::Item(item, field) => write!(formatter, "items[{item}].{}", field.name()),
            Self::Answer(item, question) => write!(formatter, "items[{item}].answers.{question}"),
            Self::Decision(item, objective) => write!(formatter, "items[{item}].decisions.{}", objective.name()),
            Self::Reason(item, objective) => write!(formatter, "items[{item}].decisions.{}.reason", objective.name()),
            Self::Raise(objective) => write!(formatter, "raises.{}", objective.name()),
            Self::RaiseReason(objective) => write!(formatter, "raises.{}.reason", objective.name()),
            Self::SuggestedTask => formatter.write_str("request.suggested_task"),
            Self::Deadline => formatter.write_str("request.deadline"),
            Self::CheckList(point) => write!(formatter, "application.{}", point.name()),
            Self::Approval => formatter.write_str("approval"),
            Self::Catalogue => formatter.write_str("catalogue"),
            Self::Profile => formatter.write_str("profile"),
        }
    }
}
