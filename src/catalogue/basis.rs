//! Texts in both languages, and what statements rest on.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A text in both languages. A missing one does not load.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// Japanese, the language of the scheme.
    pub ja: String,
    /// English, a reference translation.
    pub en: String,
}

/// How sure a statement is, and where it comes from. Shown and printed with whatever it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// 公式: official text seen, at least the part cited.
    Official,
    /// 公式（引用）: official wording as quoted or copied by a third party.
    OfficialQuoted,
    /// 第三者: a third party's summary.
    ThirdParty,
    /// 未確認: general knowledge, not checked against a text.
    Unverified,
    /// 本ツール: this project's own aid.
    ThisTool,
    /// 機関入力: entered by the agency from a list it holds.
    AgencyEntry,
}

/// Names a source, such as `S1`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SourceId(pub String);

/// What a statement rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// How sure it is.
    pub mark: Mark,
    /// Where it stands; empty only for [`Mark::ThisTool`] and [`Mark::Unverified`].
    #[serde(default)]
    pub sources: Vec<SourceId>,
    /// What of the statement rests on it.
    pub note: Bilingual,
}

/// A source that bases name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// What it is, with its date if it has one.
    pub title: Bilingual,
    /// Where it is to be found, to copy; the program opens no connection.
    #[serde(default)]
    pub address: String,
}
