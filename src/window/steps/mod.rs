//! The steps of the wizard, one file each. A step reads the record and collects what it asks for.

pub mod agency;
pub mod application;
pub mod approval;
pub mod approver;
mod attached;
mod beside;
pub mod decisions;
pub mod gate;
pub(super) mod guided;
pub mod introduction;
pub mod items;
pub mod objective;
pub mod output;
mod packing;
pub mod received;
pub mod request;
pub mod review;
pub mod service;
mod show;
mod suggestions;
pub mod task;

pub use crate::window::memory::PageState;
pub use show::show;
