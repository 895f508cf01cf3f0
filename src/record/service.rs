//! What a provider says of its service: the CSP part (サービス).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Answer, Line, Prose};

/// What a provider says of its service: the CSP part (サービス).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Service {
    /// Name of the provider.
    pub provider: Line<100>,
    /// 法人番号 as typed; whether it holds is a finding, so that a slip is never lost.
    pub corporate_number: Line<13>,
    /// Name of the service.
    pub name: Line<100>,
    /// Where it is described.
    pub url: Line<200>,
    /// What it does.
    pub summary: Prose<400>,
    /// Whether it is offered as SaaS, in the provider's own view. The gate asks the agency again (G1).
    pub is_saas: Answer,
    /// The platform it runs on.
    pub platform: Line<100>,
    /// Registration of that platform, for example on the ISMAPクラウドサービスリスト, in words.
    pub platform_registration: Line<200>,
    /// Kinds of information it may hold.
    pub information_kinds: Prose<400>,
    /// Where data are kept.
    pub data_location: Line<100>,
    /// 再委託先: who else handles the information. Older records have none, and it is written only where it is filled.
    #[serde(skip_serializing_if = "Prose::is_empty")]
    pub subcontractors: Prose<400>,
    /// The functions that are used.
    pub functions: Prose<400>,
    /// Other certifications.
    pub certifications: Prose<400>,
}
