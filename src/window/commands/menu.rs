//! The menus of the menu bar.

use crate::text::{Lang, window as words};

/// A menu of the menu bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Menu {
    /// ファイル
    File,
    /// 編集
    Edit,
    /// 表示
    View,
    /// ヘルプ
    Help,
}

impl Menu {
    /// All, from left to right.
    pub const ALL: [Self; 4] = [Self::File, Self::Edit, Self::View, Self::Help];

    /// What it is called.
    pub const fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::File => words::menu_file(lang),
            Self::Edit => words::menu_edit(lang),
            Self::View => words::menu_view(lang),
            Self::Help => words::menu_help(lang),
        }
    }
}
