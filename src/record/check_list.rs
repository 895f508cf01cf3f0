//! The points of the CSP's check-list.

use serde::{Deserialize, Serialize};

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
