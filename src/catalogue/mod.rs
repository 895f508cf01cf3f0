//! What the scheme says, and what this program adds to it, as versioned data: target tasks, questions with their effects,
//! criteria, definitions, profiles, sources.
//!
//! **Invariant:** no judgement is made here, and no judgement that belongs in data stands in code.

mod check;
mod difference;
mod digest_memory;
mod find;
mod load;
mod model;
mod period;
mod procedure;
mod shipped;

pub use check::{CatalogueProblem, IdKind, Language};
pub use difference::{CatalogueChange, CatalogueDifference, CataloguePart, in_reading_order};
pub use find::DanglingId;
pub use load::{CatalogueError, LARGEST_FILE_BYTES};
pub use model::{
    Band, Basis, Bilingual, Catalogue, Categorisation, Criterion, Definition, Effect, EffectOption, Example, LevelDefinition,
    Mark, Meta, NotApplicableWhen, OutcomeWhen, Profile, Question, RedFlag, RequiredField, Section, Source, SourceId, StepId,
    TargetTask, TypicalInformation, Wording,
};
pub use period::{Month, PeriodOver};
pub use procedure::Procedure;
