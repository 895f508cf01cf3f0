//! How far each step of the wizard has come.

use super::Judgement;
use crate::catalogue::{Catalogue, StepId};
use crate::record::{Field, Record};

/// How far a step has come, said in words on the rail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Progress {
    /// 未着手
    NotStarted,
    /// 入力中
    InProgress,
    /// 要確認: a finding of severity error or warning points there.
    NeedsAttention,
    /// 入力済
    Done,
}

/// How far one step has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepProgress {
    /// How far.
    pub progress: Progress,
    /// How many things are still to be answered, filled or decided.
    pub remaining: usize,
    /// How many findings of severity error or warning point to it.
    pub findings: usize,
}

/// The step on which a field is shown.
pub fn step_of(_field: &Field, _catalogue: &Catalogue) -> StepId {
    StepId::Introduction
}

/// How far a step has come.
pub fn step_progress(_step: StepId, _record: &Record, _catalogue: &Catalogue, _judgement: &Judgement) -> StepProgress {
    StepProgress { progress: Progress::NotStarted, remaining: 0, findings: 0 }
}
