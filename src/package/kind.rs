//! What packages there are, and how large one may be.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use crate::bounds::PACKAGE_BYTES as MAX_BYTES;

/// What a package is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PackageKind {
    /// 依頼: a provider asks an agency to assess.
    Request,
    /// 評価結果: an agency's assessment.
    Result,
    /// 返送: an agency sends a request back without an assessment.
    Returned,
    /// 事前申請: the provider's part with the results of agencies.
    Application,
}

impl PackageKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Request, Self::Result, Self::Returned, Self::Application];

    /// The name in the manifest.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Result => "result",
            Self::Returned => "returned",
            Self::Application => "application",
        }
    }
}
