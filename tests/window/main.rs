//! What a user can do in the window around its steps, with keyboard, mouse and input method, and what must be seen there.

#[path = "../command_line_support/mod.rs"]
mod command_line_support;
#[path = "../support/cpu_renderer.rs"]
mod cpu_renderer;
#[path = "../package_support/mod.rs"]
mod package_support;
#[path = "../support/shell.rs"]
mod shell;
#[path = "../support/mod.rs"]
mod support;
#[path = "../workbook_support/mod.rs"]
mod workbook_support;

mod along;
mod approvals;
mod basics;
mod catalogues;
mod choices;
mod comments;
mod comparison;
mod files;
mod history;
mod imports;
mod keeping;
mod looks;
mod packages;
mod parties;
mod precedents;
mod preview;
mod profiles;
mod rules;
mod signatures;
