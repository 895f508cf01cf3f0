//! What the window does, each with what it begins in the background and what becomes of that.

mod asking;
mod carry_out;
mod catalogue;
mod choose;
mod compare;
mod covered;
mod export;
mod go;
mod leave;
mod look_beside;
mod open;
mod package;
mod pages;
mod precedents;
mod preview;
mod recover;
mod rules;
mod save;
mod settings;
mod sign;
mod snapshot;
mod taken_back;
mod traces;

pub(super) use catalogue::may_be_catalogue;
