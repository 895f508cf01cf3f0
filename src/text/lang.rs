//! The two languages, and the shape of a message.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::catalogue::Bilingual;

/// A language of the screens. Files are the same in both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Lang {
    /// 日本語, the default.
    #[default]
    Ja,
    /// English, the complete second language.
    En,
}

impl Lang {
    /// The language with this code: `ja` or `en`.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "ja" => Some(Self::Ja),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// Its code, as it stands in arguments and settings.
    pub const fn code(self) -> &'static str {
        self.pick("ja", "en")
    }

    /// Its tag with the country, as office documents name it.
    pub const fn tag(self) -> &'static str {
        self.pick("ja-JP", "en-US")
    }

    /// The text of this language.
    pub const fn pick<'a>(self, ja: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Ja => ja,
            Self::En => en,
        }
    }
}

impl Bilingual {
    /// The text in this language.
    pub fn text(&self, lang: Lang) -> &str {
        lang.pick(&self.ja, &self.en)
    }
}

/// A sentence without arguments, as `sentences!` makes it.
pub type Sentence = fn(Lang) -> &'static str;

/// A message that teaches: what is wrong, where, what was expected, what to do. Empty parts are not shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// What is wrong.
    pub what: String,
    /// Where: file, line, field.
    pub place: String,
    /// What was expected.
    pub expected: String,
    /// What to do.
    pub action: String,
}

impl fmt::Display for Message {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut first = true;
        for part in [&self.what, &self.place, &self.expected, &self.action] {
            if part.is_empty() {
                continue;
            }
            if !first {
                formatter.write_str("\n  ")?;
            }
            // A list of places keeps together below what is said of it.
            formatter.write_str(&part.replace('\n', "\n  "))?;
            first = false;
        }
        Ok(())
    }
}
