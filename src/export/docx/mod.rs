//! A report as a Word document, to be edited further.
//!
//! Built of styles, so that a person can change how it looks in one place. It is written element by element: a library that
//! repeats header rows and sets title and language of a document was not at hand.

mod body;
mod frame;
mod layout;
mod package;
mod properties;
mod styles;
mod table;
mod text;
mod write;
mod xml;

pub(super) use write::write;
