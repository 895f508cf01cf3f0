//! What the window does, each with what it begins in the background and what becomes of that.

mod asking;
mod at_work;
mod carry_out;
mod catalogue;
mod choose;
mod compare;
mod covered;
mod eligibility;
mod export;
mod go;
mod leave;
mod look_beside;
mod open;
mod open_outside;
mod package;
mod pages;
mod precedents;
mod preview;
mod print;
mod recent;
mod recover;
mod rules;
mod save;
mod settings;
mod sign;
mod snapshot;
mod taken_back;
mod tour;
mod traces;
mod trial;
mod ways;

pub(super) use catalogue::may_be_catalogue;
