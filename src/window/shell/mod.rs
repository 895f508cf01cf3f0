//! What is around it all: the real window, its frames, where its parts stand, and what happens once per frame.

mod approver;
mod begin;
mod frame;
mod layout;
mod logic;
mod native;
mod signals;

pub use native::{CLOSE_VARIABLE, RENDERER_VARIABLE, Then, WindowError, WindowOptions, run};
