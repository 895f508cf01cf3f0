//! Sentences of the list of keys.

use crate::text::Sentence;

sentences! {
    keys_lead = "F1はいつでも助けを、Ctrl+Kはいつでも検索を出します。Escは一つ前に戻ります。",
        "F1 always helps, Ctrl+K always finds, Esc always goes back one thing.";
    keys_what = "操作", "Command";
    keys_keys = "キー", "Keys";
    keys_does = "すること", "What it does";
    keys_in_place = "選んだ場所で使うキー", "Keys where the focus is";

    key_tab = "Tab、Shift+Tab", "Tab, Shift+Tab";
    key_tab_does = "次の欄、前の欄へ移ります。", "Go to the next and to the previous control.";
    key_arrows = "矢印", "Arrows";
    key_arrows_does = "選択肢を選びます。表では、となりの欄へ移ります。", "Choose an option; in a table they go to the cell beside.";
    key_digits = "1、2、3…", "1, 2, 3…";
    key_digits_does = "その番目の選択肢を選びます。", "Choose the option at that place.";
    key_backspace = "Backspace", "Backspace";
    key_backspace_does = "選んだ答えを取り消します。", "Takes the chosen answer back.";
    key_enter = "Enter、Space", "Enter, Space";
    key_enter_does = "ボタンやリンクを押します。欄では入力を続けられます。", "Press a button or a link. In a field, typing goes on.";
    key_escape = "Esc", "Esc";
    key_escape_does = "開いているメニュー、画面、説明を一つ閉じます。", "Closes one thing that is open: a menu, a page, the guidance.";
}

/// The keys that act where the focus is, and what they do.
pub const KEYS_IN_PLACE: &[(Sentence, Sentence)] = &[
    (key_tab, key_tab_does),
    (key_arrows, key_arrows_does),
    (key_digits, key_digits_does),
    (key_backspace, key_backspace_does),
    (key_enter, key_enter_does),
    (key_escape, key_escape_does),
];
