//! Approval (承認): a state beside the content, bound to the exact content it was given for.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ContentDigest, Date, Person, Prose};

/// Where the decision on the record stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ApprovalState {
    /// 作成中
    #[default]
    Draft,
    /// 確認依頼
    Submitted,
    /// 差戻し
    Returned,
    /// 承認
    Approved,
    /// 否認
    Rejected,
}

impl ApprovalState {
    /// The states that may follow. A state never changes content, and content never changes a state.
    pub const fn next(self) -> &'static [Self] {
        match self {
            Self::Draft | Self::Returned => &[Self::Submitted],
            Self::Submitted => &[Self::Approved, Self::Returned, Self::Rejected, Self::Draft],
            Self::Approved | Self::Rejected => &[Self::Draft],
        }
    }
}

/// How long an approval holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Validity {
    /// Not chosen.
    #[default]
    NotChosen,
    /// 6 months
    SixMonths,
    /// 12 months
    TwelveMonths,
    /// 24 months
    TwentyFourMonths,
    /// 36 months
    ThirtySixMonths,
}

impl Validity {
    /// All periods that can be chosen.
    pub const ALL: [Self; 4] = [Self::SixMonths, Self::TwelveMonths, Self::TwentyFourMonths, Self::ThirtySixMonths];

    /// The number of months.
    pub const fn months(self) -> Option<u8> {
        match self {
            Self::NotChosen => None,
            Self::SixMonths => Some(6),
            Self::TwelveMonths => Some(12),
            Self::TwentyFourMonths => Some(24),
            Self::ThirtySixMonths => Some(36),
        }
    }
}

/// The decision on the record as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Approval {
    /// Where it stands.
    pub state: ApprovalState,
    /// Who brought it to this state.
    pub by: Person,
    /// The day on which it came to this state.
    pub on: Option<Date>,
    /// What was said with it.
    pub comment: Prose<400>,
    /// How long an approval holds.
    pub validity: Validity,
    /// Digest of the content as it was then. A record whose content has another digest was changed since.
    pub content: Option<ContentDigest>,
}

impl Approval {
    /// The last day on which an approval holds, if there is one and it is limited.
    pub fn expires_on(&self) -> Option<Date> {
        match self.state {
            ApprovalState::Approved => self.on?.plus_months(self.validity.months()?),
            _ => None,
        }
    }
}
