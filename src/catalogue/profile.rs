//! Procedure profiles: for whom which steps, fields and words there are, and when a procedure applied.

use serde::{Deserialize, Serialize};

use super::{Basis, Bilingual, Period};
use crate::record::{Field, ProfileId, Role};

/// A procedure profile (手続の版): title, steps, required fields, wording.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Its id.
    pub id: ProfileId,
    /// What it is called.
    pub title: Bilingual,
    /// What it is, in a few sentences.
    pub summary: Bilingual,
    /// The time it applies to; nothing if that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// How sure that is.
    pub basis: Vec<Basis>,
    /// The steps of an agency, in their order.
    pub agency_steps: Vec<StepId>,
    /// The steps of a CSP, in their order.
    pub csp_steps: Vec<StepId>,
    /// Fields without which a final copy is not complete.
    pub required: Vec<RequiredField>,
    /// Wording of the exports.
    pub wording: Wording,
}

/// A step of the wizard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepId {
    /// はじめに
    Introduction,
    /// サービス
    Service,
    /// 利用機関と体制
    Agency,
    /// 前提確認
    Gate,
    /// 対象業務
    Task,
    /// 取り扱う情報
    Items,
    /// 機密性
    Confidentiality,
    /// 完全性
    Integrity,
    /// 可用性
    Availability,
    /// 影響度の決定
    Decisions,
    /// 依頼
    Request,
    /// 受領
    Received,
    /// 事前申請
    Application,
    /// 確認
    Review,
    /// 承認
    Approval,
    /// 出力
    Output,
}

/// A field that a profile requires.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequiredField {
    /// The path of the field in the file: that of a [`TextField`](crate::record::TextField), or of a [`DayField`](crate::record::DayField).
    pub path: String,
    /// Who has to fill it.
    pub roles: Vec<Role>,
}

impl RequiredField {
    /// The field whose path this is; nothing if a field of that path cannot be required.
    pub fn field(&self) -> Option<Field> {
        let found = Field::from_path(&self.path)?;
        matches!(found, Field::Text(_) | Field::Day(_)).then_some(found)
    }
}

/// Words of a profile that exports print.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// Title of the record as a document.
    pub document_title: Bilingual,
    /// What the document is and what it is not.
    pub preface: Bilingual,
    /// What comes after it, and who does it.
    pub what_comes_next: Bilingual,
}
