//! What a user can do in the window around its steps, with keyboard, mouse and input method, and what must be seen there.

#[path = "../support/cpu_renderer.rs"]
mod cpu_renderer;
#[path = "../support/shell.rs"]
mod shell;

mod basics;
mod comments;
mod files;
mod history;
mod keeping;
mod looks;
