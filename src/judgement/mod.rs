//! From answers to outcome: proposals, decisions, conditions, outcome and findings, by one pure function.
//!
//! **Invariant:** no I/O, no clock, no failure, no panic; the order of items and answers changes nothing. Whatever is missing
//! or unknown stays *not assessed* from the cell up to the outcome.

mod approval;
mod basis;
mod cell;
mod eligibility;
mod findings;
mod gate;
mod jisx0213;
mod judge;
mod kinds;
mod model;
mod next_thing;
mod progress;
mod reasons;
mod stand;
mod texts;
mod two_catalogues;

pub use approval::DAYS_BEFORE_END;
pub use eligibility::{EligibilityAnswers, EligibilityOutcome, eligible};
pub use gate::gate_end;
pub use judge::judge;
pub use kinds::Concern;
pub use model::{
    Cause, CauseEffect, CellJudgement, Condition, Finding, FindingKind, ItemJudgement, Judgement, Outcome, QuestionState,
    Severity, Standing,
};
pub use next_thing::NextThing;
pub use progress::{Progress, StepProgress, step_of, step_progress};
pub use stand::Stand;
pub use two_catalogues::{
    CellChange, CellSide, MoveBlocked, RulesComparison, RulesSide, Scope, SideSource, move_to, statement_holds,
};
