//! What is said of files: opened, saved, refused, signed.

pub mod disk;
pub mod foreign;
pub mod own_folder;
pub mod pdf;
pub mod place;
pub mod reading;
pub mod record;
pub mod signature;
pub mod spelling;
