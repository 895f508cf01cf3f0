//! What the steps from はじめに to 取り扱う情報 say.

pub mod agency;
pub mod gate;
pub mod introduction;
pub mod items;
pub mod service;
pub mod suggestions;
pub mod task;
