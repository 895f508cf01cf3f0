//! Names of things that others point at. All are made outside and passed in, so that equal input gives equal bytes.

use std::borrow::Borrow;
use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use thiserror::Error;

/// Why a name of a thing was not taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{found}` is not an id: expected 1 to 64 of A–Z, a–z, 0–9, `-`, `_` and `.`")]
pub struct IdError {
    /// What stood there, cut at 80 characters.
    pub found: String,
}

fn checked(raw: String) -> Result<String, IdError> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    if (1..=64).contains(&raw.len()) && raw.bytes().all(plain) {
        Ok(raw)
    } else {
        Err(IdError { found: raw.chars().take(80).collect() })
    }
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Takes a name of 1 to 64 of A–Z, a–z, 0–9, `-`, `_` and `.`.
            ///
            /// # Errors
            /// [`IdError`] with what stood there.
            pub fn new(raw: impl Into<String>) -> Result<Self, IdError> {
                checked(raw.into()).map(Self)
            }

            /// The name.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                self.0 == other
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                self.0 == *other
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let raw = String::deserialize(deserializer)?;
                Self::new(raw).map_err(serde::de::Error::custom)
            }
        }
    };
}

id! {
    /// One assessment record (評価記録), for its whole life: a UUID in its usual form.
    RecordId
}
id! {
    /// One information item within its record; it stays when the item is renamed or moved.
    ItemId
}
id! {
    /// A comment within its record.
    CommentId
}
id! {
    /// A question of the catalogue, such as `C2`.
    QuestionId
}
id! {
    /// An option of a question that is answered by choosing, such as `within_one_hour`.
    OptionId
}
id! {
    /// An entry of the 対象業務一覧, such as `LIU-A1`.
    TaskId
}
id! {
    /// A red flag of a target task, such as `LIU-A1.F1`.
    RedFlagId
}
id! {
    /// A procedure profile, such as `pre_application`.
    ProfileId
}
id! {
    /// A catalogue, such as `liu-wizard`.
    CatalogueId
}

impl RecordId {
    /// The first eight characters, for headers where the whole does not fit.
    pub fn short(&self) -> &str {
        self.0.get(..8).unwrap_or(&self.0)
    }
}
