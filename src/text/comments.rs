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
    received_lead = "開くだけでは、この記録に入りません。", "Opening them adds none to this record.";
    is_here = "この記録にあります", "In this record";
    all_here = "依頼の内容へのコメントは、すべてこの記録にあります。", "All comments on the request are in this record.";
    agency_not_named = "（機関名なし）", "(agency not named)";
    none_open = "未解決のコメントはありません。", "No open comments.";

    /// Heading of the comments on a field.
    on_field(field: &str) = "{field}へのコメント", "Comments on {field}";
    /// Heading of the open comments on 確認.
    open_title(count: usize) = "未解決のコメント {count}", "Open comments: {count}";
    /// Heading of the comments that came with results, and how many of them are open.
    received_title(count: usize, open: usize) = "受け取った記録のコメント {count}（未解決 {open}）",
        "Comments in the records received: {count} ({open} open)";
    /// The act that takes comments of agencies over.
    take_over(count: usize) = "依頼の内容へのコメント{count}件をこの記録に取り込む",
        "Take the comments on the request into this record ({count})";

    /// Heading on the command line, and how many are open.
    all_title(count: usize, open: usize) = "コメント {count}（未解決 {open}）", "Comments: {count} ({open} open)";

    /// The mark at a field with open comments.
    mark(count: usize) = "コメント {count}", "Comments: {count}";
}

/// What was said, to which field, by whom, when and whether it is resolved, in one line.
pub fn line(comment: &Comment, place: &str, lang: Lang) -> String {
    let state = if comment.resolved { resolved(lang) } else { open(lang) };
    let (signed, text) = (signed(comment, lang), &comment.text);
    say!(lang, "［{state}］{place}：{text}（{signed}）", "[{state}] {place}: {text} ({signed})")
}

/// What a screen reader says of a cell of a table on which there are open comments.
pub fn marked_name(name: &str, count: usize, lang: Lang) -> String {
    let mark = mark(count, lang);
    say!(lang, "{name}、未解決の{mark}", "{name}, open {mark}")
}

/// Who said it, and when.
pub fn signed(comment: &Comment, lang: Lang) -> String {
    let (by, on) = (super::history::author(&comment.by, lang), super::days::both_calendars(comment.on, lang));
    say!(lang, "{by}　{on}", "{by}, {on}")
}

/// By whom it was said and when, and in which agency's record it stands. It may have come with the request.
pub fn signed_at(agency: &str, comment: &Comment, lang: Lang) -> String {
    let signed = signed(comment, lang);
    say!(lang, "{agency}の記録　{signed}", "{signed}; in the record of {agency}")
}

/// Under which name a comment is going to stand.
pub fn will_be_signed(author: &Line<60>, lang: Lang) -> String {
    if author.is_blank() {
        return say!(
            lang,
            "名前なしで残ります。名前は「変更の履歴」で付けられます。",
            "It will be kept without a name. You can enter one under “History”."
        );
    }
    say!(lang, "{author} の名前で残ります。", "It will be kept under the name {author}.")
}

/// Accessible name of the link to a field that is to be mended.
pub fn mend_name(place: &str, lang: Lang) -> String {
    say!(lang, "{place} を直す", "Correct {place}")
}

/// Accessible name of an act on a comment.
pub fn act_name(act: &str, comment: &Comment, lang: Lang) -> String {
    let said: String = comment.text.as_str().chars().take(30).collect();
    say!(lang, "{act}：{said}", "{act}: {said}")
}
