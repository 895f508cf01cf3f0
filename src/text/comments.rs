//! Comments on fields, beside the guidance and on 確認.

use super::Lang;
use crate::record::{Comment, Line};

sentences! {
    title = "コメント", "Comments";
    choose_field = "欄を選ぶと、その欄へのコメントをここで読み書きできます。", "Choose a field to read and write comments on it here.";
    none_yet = "この欄へのコメントはありません。", "No comments on this field.";
    write = "コメントを書く", "Write a comment";
    add = "コメントを加える", "Add the comment";
    open = "未解決", "Open";
    resolved = "解決済み", "Resolved";
    resolve = "解決済みにする", "Resolve";
    reopen = "未解決に戻す", "Reopen";
    remove = "消す", "Remove";
    none_open = "未解決のコメントはありません。", "No open comments.";
}

/// Heading of the comments on a field.
pub fn on_field(field: &str, lang: Lang) -> String {
    say!(lang, "{field}へのコメント", "Comments on {field}")
}

/// Heading of the open comments on 確認.
pub fn open_title(count: usize, lang: Lang) -> String {
    say!(lang, "未解決のコメント {count}", "Open comments: {count}")
}

/// The mark at a field with open comments.
pub fn mark(count: usize, lang: Lang) -> String {
    say!(lang, "コメント {count}", "Comments: {count}")
}

/// Who said it, and when.
pub fn signed(comment: &Comment, lang: Lang) -> String {
    let (by, on) = (super::history::author(&comment.by, lang), super::window::both_calendars(comment.on, lang));
    say!(lang, "{by}　{on}", "{by}, {on}")
}

/// Under which name a comment is going to stand.
pub fn will_be_signed(author: &Line<60>, lang: Lang) -> String {
    if author.is_blank() {
        return say!(
            lang,
            "名前なしで残ります。名前は「変更の履歴」で付けられます。",
            "It will stand without a name. Give one under “History”."
        );
    }
    say!(lang, "{author} の名前で残ります。", "It will stand under the name {author}.")
}

/// Accessible name of an act on a comment.
pub fn act_name(act: &str, comment: &Comment, lang: Lang) -> String {
    let said: String = comment.text.as_str().chars().take(30).collect();
    say!(lang, "{act}：{said}", "{act}: {said}")
}
