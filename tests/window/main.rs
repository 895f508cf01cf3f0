//! What a user can do in the window around its steps, with keyboard, mouse and input method, and what must be seen there.

#[path = "../support/mod.rs"]
mod support;

mod agency_assesses_a_web_conference;
mod along;
mod approvals;
mod approver;
mod background;
mod basics;
mod catalogues;
mod choices;
mod commands;
mod comments;
mod comparison;
mod controls;
mod crawler;
mod dialogs;
mod english;
mod files;
mod guided;
mod guided_decisions;
mod hanging;
mod heaps;
mod history;
mod hostile_files;
mod imports;
mod keeping;
mod looks;
mod outside;
mod overview_blocks;
mod packages;
mod parties;
mod pictures_kept;
mod precedents;
mod preview;
mod profiles;
mod restoring;
mod rules;
mod saving;
mod signatures;
mod snapshots;
mod start;
mod state_machine;
mod steps_finish;
mod steps_start;
mod traces;
