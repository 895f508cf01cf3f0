//! What the head of a document says beside its title: 文書番号, 宛先, and how the document itself is to be handled.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Line;

/// The head of a document made of a record, as far as people give it. All of it may be empty, and is then not written, so that
/// a record without it keeps its digest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Paper {
    /// 文書番号
    #[serde(skip_serializing_if = "Line::is_empty")]
    pub number: Line<60>,
    /// 宛先 of the document. To whom a request goes stands in the request.
    #[serde(skip_serializing_if = "Line::is_empty")]
    pub addressee: Line<100>,
    /// 格付・取扱制限 of the document itself, in words. It says nothing of the information that is assessed.
    #[serde(skip_serializing_if = "Line::is_empty")]
    pub handling: Line<60>,
}

impl Paper {
    /// Whether nothing was entered.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
