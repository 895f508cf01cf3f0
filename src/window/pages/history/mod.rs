//! 変更の履歴: what was saved when and by whom, and what was changed between.

mod changes;
mod page;
mod point;
