//! What a user can do in the steps from the matrix pages to the output, and what must be seen there.

mod approval;
mod decisions;
mod objective;
mod output;
mod pictures;
mod precedents;
mod provider;
mod review;

/// The room a step has in a window of 1366×768 points.
const WIDE: [f32; 2] = [826.0, 620.0];
/// The room it has at 200 % zoom on such a screen.
const NARROW: [f32; 2] = [683.0, 250.0];
