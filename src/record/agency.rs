//! The agency that uses the service, and who answers for the assessment (利用機関と体制).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Date, Line, Person, Prose};

/// The agency that uses the service, and who answers for the assessment (利用機関と体制).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Agency {
    /// 機関名
    pub name: Line<100>,
    /// 部局
    pub bureau: Line<100>,
    /// 課室
    pub section: Line<100>,
    /// The task in the agency's own words.
    pub task_name: Line<100>,
    /// What the service is used for.
    pub purpose: Prose<400>,
    /// Who uses it.
    pub users: Line<100>,
    /// Who assesses.
    pub assessor: Person,
    /// Who approves.
    pub approver: Person,
    /// Day of the assessment.
    pub assessed_on: Option<Date>,
}
