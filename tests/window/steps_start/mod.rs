//! What a user can do in the steps from はじめに to 取り扱う情報, and what must be seen there.

mod agency;
mod gate;
mod introduction;
mod items;
mod service;
mod task;
mod views;
