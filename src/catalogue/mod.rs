//! What the scheme says, and what this program adds to it, as versioned data: target tasks, questions with their effects,
//! criteria, definitions, profiles, sources.
//!
//! **Invariant:** no judgement is made here, and no judgement that belongs in data stands in code.

mod basis;
mod check;
mod check_list;
mod difference;
mod digest_memory;
mod eligibility;
mod find;
mod load;
mod model;
mod month;
mod period;
mod problem;
mod procedure;
mod profile;
mod reason_phrases;
mod shipped;

pub use basis::{Basis, Bilingual, Mark, Source, SourceId};
pub use difference::{CatalogueChange, CatalogueDifference, CataloguePart, in_reading_order};
pub use eligibility::{
    ConsultationDesk, EachTask, Eligibility, EligibilityOption, EligibilityPoint, EligibilityQuestion, EligibilityWay, Leads, Way,
};
pub use find::DanglingId;
pub use load::{CatalogueError, LARGEST_FILE_BYTES};
pub use model::{
    Band, Catalogue, Categorisation, CheckPoint, Criterion, Definition, Effect, EffectOption, Example, LevelDefinition, Meta,
    NotApplicableWhen, OutcomeWhen, Question, RedFlag, Section, TargetTask, TypicalInformation,
};
pub use month::{Month, Period};
pub use period::PeriodOver;
pub use problem::{CatalogueProblem, IdKind, Language};
pub use procedure::Procedure;
pub use profile::{Profile, RequiredField, StepId, Wording};
pub use reason_phrases::{ReasonPhrase, reason_phrases};
