//! Every sentence the program says, in Japanese and in English. A missing one does not compile.
//!
//! **Invariant:** nothing is decided here. Official wording and questions are data of the catalogue, not sentences of this room.

#[macro_use]
mod sentences;

mod fold;
pub mod labels;
mod lang;
pub mod steps_finish;
pub mod window;

pub use fold::{Query, fold};
pub use labels::Label;
pub use lang::{Lang, Message};
