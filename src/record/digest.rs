//! The digest that names the content of a record.

use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize};
use sha2::{Digest as _, Sha256};

use super::{Record, Service};

/// SHA-256 in 64 lower-case hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct ContentDigest(String);

impl ContentDigest {
    /// The digest of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        use fmt::Write as _;
        let mut hex = String::with_capacity(64);
        for byte in Sha256::digest(bytes) {
            // Writing to a string cannot fail.
            write!(hex, "{byte:02x}").ok();
        }
        Self(hex)
    }

    /// Takes 64 lower-case hexadecimal digits.
    pub fn from_hex(raw: &str) -> Option<Self> {
        let hex = raw.len() == 64 && raw.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        hex.then(|| Self(raw.to_owned()))
    }

    /// The 64 digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first twelve digits, for headers and for reading aloud.
    pub fn short(&self) -> &str {
        self.0.get(..12).unwrap_or(&self.0)
    }
}

impl fmt::Display for ContentDigest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for ContentDigest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = String::deserialize(deserializer)?;
        Self::from_hex(&raw).ok_or_else(|| serde::de::Error::custom("expected 64 lower-case hexadecimal digits (SHA-256)"))
    }
}

impl JsonSchema for ContentDigest {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ContentDigest".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^[0-9a-f]{64}$", "description": "SHA-256" })
    }
}

impl Record {
    /// The content alone, without what stands beside it: the approval, which covers it, comments and history.
    #[must_use]
    pub fn content_alone(&self) -> Self {
        Self {
            id: self.id.clone(),
            role: self.role,
            created: self.created,
            profile: self.profile.clone(),
            catalogue: self.catalogue.clone(),
            case_name: self.case_name.clone(),
            paper: self.paper.clone(),
            service: self.service.clone(),
            agency: self.agency.clone(),
            procurement: self.procurement.clone(),
            gate: self.gate.clone(),
            task: self.task.clone(),
            red_flags: self.red_flags.clone(),
            items: self.items.clone(),
            raises: self.raises.clone(),
            conditions_of_use: self.conditions_of_use.clone(),
            residual_risk: self.residual_risk.clone(),
            request: self.request.clone(),
            application: self.application.clone(),
            received: self.received.clone(),
            answers_request: self.answers_request.clone(),
            approval: super::Approval::default(),
            comments: Vec::new(),
            history: super::History::default(),
        }
    }

    /// The canonical JSON (RFC 8785) of [`Record::content_alone`].
    pub fn canonical_content(&self) -> String {
        self.content_alone().canonical()
    }

    /// The canonical JSON (RFC 8785) of the record as it stands.
    pub(super) fn canonical(&self) -> String {
        // The record holds strings, enums and booleans only, none of which can fail to become JSON.
        serde_jcs::to_string(self).unwrap_or_default()
    }

    /// Whether the content is that of another record, whatever stands beside either.
    pub fn same_content(&self, other: &Self) -> bool {
        self.content_alone() == other.content_alone()
    }

    /// SHA-256 of [`Record::canonical_content`].
    pub fn content_digest(&self) -> ContentDigest {
        ContentDigest::of(self.canonical_content().as_bytes())
    }
}

impl Service {
    /// SHA-256 of the canonical JSON (RFC 8785) of the CSP part alone.
    pub fn digest(&self) -> ContentDigest {
        // As above, nothing in it can fail to become JSON.
        ContentDigest::of(serde_jcs::to_string(self).unwrap_or_default().as_bytes())
    }
}
