//! 「なぜこの結果か」: how the outcome came about, in sentences that name questions, answers, decisions and reasons.

mod explain;
mod objective;
mod outcome;
mod teller;
mod tree;

pub use explain::explain;
pub use tree::{Why, why};
