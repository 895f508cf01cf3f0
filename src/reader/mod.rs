//! Reading a stranger's file in a process of its own, for libraries that cannot be bounded from outside.
//!
//! The program starts itself once more, as a reader. That process takes memory and time from itself before it takes a byte
//! ([`confine`]), reads the file from its standard input, opens nothing, and answers on its standard output in parts of known
//! length. Whatever it does (it runs out of memory or time, breaks down, answers nonsense) is a [`ReaderProblem`] here and nothing
//! more.
//!
//! A new question is a new [`Task`]: what answers it takes [`Confined`], so that it cannot be called anywhere else, and is named
//! once more in `command_line::reader`; what asks it calls [`Reader::ask`] and believes nothing of the answer.
//!
//! **Invariant:** nobody but a confined process gives a stranger's PDF or workbook to the library that reads it.

mod ask;
mod confined;
pub mod limits;
mod parts;
mod problem;
mod task;
mod watch;

pub use ask::Reader;
pub use confined::{Confined, confine};
pub use parts::{Parts, write};
pub use problem::ReaderProblem;
pub use task::Task;
