//! Sentences of the steps in which an assessment is answered, decided, checked, approved and handed on.

pub mod approval;
pub mod approver;
pub mod asked;
pub mod decisions;
pub mod guided;
mod listed;
pub mod objective;
pub mod output;
pub mod precedents;
pub mod provider;
pub mod review;

pub use listed::listed;
