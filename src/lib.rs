//! liu-wizard walks an officer of a Japanese agency through the ISMAP-LIU impact assessment, offline.
//!
//! The rooms, ground floor first. Each imports only what `ARCHITECTURE.md` allows it; a test keeps it so.

/// How much each reader takes, in one table.
pub mod bounds;

/// What an assessment is: parts, answers, decisions, approval, and the edits that change them.
pub mod record;

/// What the scheme says, as versioned data: target tasks, questions and effects, criteria, profiles, sources.
pub mod catalogue;

/// From answers to outcome: proposals, decisions, conditions, outcome, findings. One pure function.
pub mod judgement;

/// Every sentence the program says, in Japanese and in English.
pub mod text;

/// The fonts the program carries, as bytes, for the window and the PDF alike.
pub mod fonts;

/// Of whose work the program is made, and under which licences.
pub mod third_party;

/// A stranger's file read by a process of its own, with limits of memory and time.
pub mod reader;

/// One record on disk: the format and its versions, saving that loses nothing, locks, recovery, settings.
pub mod file;

/// The record for the outside: one report, then PDF, Markdown, JSON and RON as thin writers of it.
pub mod export;

/// What provider and agency hand each other, as one file: request, result, application.
pub mod package;

/// Many records, and records with the catalogue they need: opening them checked, looking through folders.
pub mod portfolio;

/// A filled-in assessment sheet, read again: laid beside the record, difference by difference; and rows pasted from a spreadsheet.
pub mod import;

/// The record being worked on: its changes, undo and redo, and what follows from it.
pub mod draft;

/// The worked examples that the program carries.
pub mod examples;

/// The program without a window: one file per command.
pub mod command_line;

/// The window: steps, panels and widgets, and the one place that acts.
pub mod window;
