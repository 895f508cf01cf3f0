//! Packages in the window: opening one, taking in results, and making one, beside the window.

mod attach;
mod make;
mod opened;
mod receive;
mod told;

pub(in crate::window) use crate::portfolio::is_workbook;
pub(in crate::window::acts) use make::PackageJob;
