//! What a user can do in the steps from the matrix pages to the output, and what must be seen there.

#[path = "../support/cpu_renderer.rs"]
mod cpu_renderer;
#[path = "../support/host.rs"]
mod host;
mod objective;
