//! Why a reader gave no answer.

use serde::{Deserialize, Serialize};

use crate::text::Lang;
use crate::text::reader as words;

/// Why a reader gave no answer. Nothing of the file was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReaderProblem {
    /// It could not be started.
    NotStarted {
        /// What the system said.
        said: String,
    },
    /// It took more time than any honest file needs.
    TooLong,
    /// It took more memory than any honest file needs.
    TooMuch,
    /// It broke down.
    BrokeDown,
    /// It answered something else than was asked, or more than can be.
    Nonsense,
}

impl ReaderProblem {
    /// What is wrong.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Self::NotStarted { said } => words::not_started(said, lang),
            Self::TooLong => words::too_long(lang).to_owned(),
            Self::TooMuch => words::too_much(lang).to_owned(),
            Self::BrokeDown => words::broke_down(lang).to_owned(),
            Self::Nonsense => words::nonsense(lang).to_owned(),
        }
    }

    /// What to do.
    pub const fn action(&self, lang: Lang) -> &'static str {
        match self {
            Self::NotStarted { .. } => words::start_again(lang),
            Self::TooLong | Self::TooMuch | Self::BrokeDown | Self::Nonsense => words::ask_the_sender(lang),
        }
    }
}
