//! What is said of the history of a record: its revisions, and where it does not hold.

use super::{Lang, Message};
use crate::record::{HistoryError, Line, Moment, Revision};

sentences! {
    title = "変更の履歴", "History";
    lead = "保存するたびに、だれが、いつ、何を変えたかが記録のファイルに残ります。承認は内容ではないので、ここには出ません。",
        "Every save notes in the record's file who changed what, and when. Approval is not content and is not listed here.";
    none_yet = "まだ履歴はありません。保存すると始まります。", "There is no history yet. It begins with the first save.";
    holds = "履歴はつながっています。どの版の内容も組み立て直せます。", "The history is consistent: the content of every revision can be restored.";
    no_name = "（名前なし）", "(no name)";
    begun = "作成", "Begun";
    changes_folded = "これより前の変更は残っていません", "Earlier changes are no longer kept";
    nothing = "（なし）", "(none)";
    author_label = "お名前", "Your name";
    author_note = "これから保存する版とコメントに残ります。空のままでもかまいません。ログイン名やパソコンの名前は使いません。",
        "Used for revisions and comments from now on. It may stay empty. Login and host names are never used.";
    present = "保存していないいまの内容", "The present content, not saved yet";
    see = "変更を見る", "See the changes";
    restore_all = "この版に戻す", "Go back to this";
    compare = "選んだ二つを比べる", "Compare the two chosen";
    compare_note = "一覧で二つに印を付けると比べられます。", "Select two in the list to compare them.";
    is_so_already = "もうその内容です。", "This is already the content.";
    restored = "戻しました。「元に戻す」で取り消せます。次に保存すると、新しい版になります。",
        "Done. “Undo” takes it back. The next save makes it a new revision.";
    to_list = "一覧に戻る", "Back to the list";
    field = "欄", "Field";
    way_back = "戻す", "Restore";
    restore_field = "この欄を元に戻す", "Restore this field";
    restore_note = "「この欄を元に戻す」は、いまの記録のその欄を、左（古いほう）の値にします。ほかの欄は変わりません。",
        "“Restore this field” gives that field of the present record the value on the left, the older one. No other field changes.";
    not_alone = "この欄だけを戻すことはできません。", "This field cannot be restored by itself.";
    no_differences = "違いはありません。", "No differences.";
    raw_note = "記録のファイルに残る変更だけを示します。", "Only changes recorded in the file are shown.";
    changes_unknown = "変更の内容は分かりません", "What was changed is not known";

    /// A revision by its number.
    revision(number: u32) = "第{number}版", "Revision {number}";
    /// Accessible name of the button that shows the changes of a revision.
    see_name(number: u32) = "第{number}版の変更を見る", "See the changes of revision {number}";
    /// Accessible name of the button that goes back to a revision.
    restore_all_name(number: u32) = "第{number}版に戻す", "Go back to revision {number}";
    /// Accessible name of the button that restores a field.
    restore_field_name(field: &str) = "{field}を元に戻す", "Restore {field}";
    /// Accessible name of the mark that chooses a content to be compared.
    choose_name(content: &str) = "{content}を比べる", "Compare {content}";
    /// Heading of what a revision changed.
    made(number: u32) = "第{number}版での変更", "What revision {number} changed";
    /// Heading of what differs between two contents.
    between(old: &str, new: &str) = "{old}と{new}の違い", "{old} and {new}: differences";
    /// A value under the name of the content it stands in.
    named(content: &str, value: &str) = "{content}：{value}", "{content}: {value}";
    /// How much is hidden until it is asked for.
    more(count: usize) = "ほか{count}件を表示", "Show {count} more";
    /// The content before a revision.
    before(number: u32) = "第{number}版の前", "before revision {number}";

    /// How many revisions are kept.
    kept(count: usize) = "{count}版", "revisions kept: {count}";
}

/// When a revision was begun, in Japan, in both calendars.
pub fn moment(at: Moment, lang: Lang) -> String {
    let day = at.day_in_japan().map(|day| super::days::both_calendars(day, lang)).unwrap_or_default();
    let time = at.time_in_japan();
    say!(lang, "{day} {time}", "{day} {time} JST")
}

/// Who made a revision.
pub fn author(by: &Line<60>, lang: Lang) -> String {
    if by.is_blank() { no_name(lang).to_owned() } else { by.to_string() }
}

/// How much a revision changed. `is_oldest` if none before it is kept.
pub fn extent(revision: &Revision, is_oldest: bool, lang: Lang) -> String {
    match (revision.places(), is_oldest) {
        (0, true) if revision.previous.is_none() => begun(lang).to_owned(),
        (0, true) => changes_folded(lang).to_owned(),
        (0, false) => changes_unknown(lang).to_owned(),
        (1, _) => say!(lang, "1か所を変更", "1 change"),
        (places, _) => say!(lang, "{places}か所を変更", "{places} changes"),
    }
}

/// That so many of the oldest revisions are no longer kept.
pub fn folded(count: u32, lang: Lang) -> String {
    match count {
        1 => say!(
            lang,
            "第1版は、記録が大きくなりすぎないよう、まとめられて残っていません。",
            "Revision 1 was merged away so that the record does not grow too large."
        ),
        _ => say!(
            lang,
            "第1版から第{count}版までは、記録が大きくなりすぎないよう、まとめられて残っていません。",
            "Revisions 1 to {count} were merged away so that the record does not grow too large."
        ),
    }
}

/// Why a history does not hold, or an earlier content is not to be had from it.
pub fn problem(error: &HistoryError, lang: Lang) -> Message {
    match error {
        HistoryError::NoSuchRevision { number } => Message {
            what: say!(lang, "第{number}版はありません。", "There is no revision {number}."),
            action: say!(lang, "履歴の一覧にある番号を選んでください。", "Choose a number that the history lists."),
            ..Message::default()
        },
        HistoryError::Altered { number } => Message {
            what: say!(
                lang,
                "第{number}版の記録が、作られたときのものではありません。",
                "Revision {number} is not as it was made."
            ),
            expected: say!(lang, "中身と要約値（SHA-256）が合う版", "A revision that matches its digest (SHA-256)"),
            action: not_to_be_had(lang),
            ..Message::default()
        },
        HistoryError::Unlinked { number } => Message {
            what: say!(
                lang,
                "第{number}版が、その前にある版につながっていません。",
                "Revision {number} does not follow the one before it."
            ),
            expected: say!(lang, "続いた番号と、前の版の要約値", "The next number, and the digest of the previous revision"),
            action: not_to_be_had(lang),
            ..Message::default()
        },
        HistoryError::ChangedOutside { number } => Message {
            what: say!(
                lang,
                "第{number}版の前に、履歴に残らない変更があります。",
                "Before revision {number} the content was changed without leaving a trace in the history."
            ),
            expected: say!(lang, "前の版の内容から始まる変更", "Changes that start from the content of the previous revision"),
            action: say!(
                lang,
                "このプログラムの外で書き換えられたのかもしれません。第{number}版より前の内容は組み立て直せません。控えのファイルと見比べてください。",
                "Another program may have edited the file. Contents before revision {number} cannot be restored. Compare with a copy of the file."
            ),
            ..Message::default()
        },
        HistoryError::ChangedSince { number } => Message {
            what: say!(
                lang,
                "最後の第{number}版のあとに、履歴に残らない変更があります。",
                "After the last revision, {number}, the content was changed without leaving a trace in the history."
            ),
            expected: say!(lang, "第{number}版の内容のままの記録", "A record with the content of revision {number}"),
            action: not_to_be_had(lang),
            ..Message::default()
        },
        HistoryError::DoesNotApply { number, path } => Message {
            what: say!(
                lang,
                "第{number}版の変更が、その版の内容に合いません。",
                "The changes of revision {number} do not match its content."
            ),
            place: path.clone(),
            expected: say!(lang, "変更のあとの値が、その版の内容にある値", "New values that match its content"),
            action: not_to_be_had(lang),
        },
        HistoryError::Unreadable { number } => Message {
            what: say!(
                lang,
                "第{number}版の内容を、このプログラムは評価記録として読めません。",
                "This program cannot read the content of revision {number} as a record."
            ),
            action: say!(
                lang,
                "その版を作ったときの liu-wizard で開いてください。",
                "Open the record with the liu-wizard with which that revision was made."
            ),
            ..Message::default()
        },
    }
}

fn not_to_be_had(lang: Lang) -> String {
    say!(
        lang,
        "このプログラムの外で書き換えられたか、ファイルが壊れています。ここから前の内容は組み立て直せません。控えのファイルと見比べてください。",
        "Another program edited the file, or it is damaged. Earlier contents cannot be restored. Compare with a copy of the file."
    )
}
