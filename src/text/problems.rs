//! Errors of the record in words: what is wrong, what was expected, what to do.

use super::characters::other_than_ascii;
use super::file::reading;
use super::{Label, Lang, Message};
use crate::record::{CorporateNumberError, Date, DateError, EditError, Field, HARD_LENGTH, IdError, ItemField, List, TextError};

/// Why a text was not taken.
pub fn text_error(error: &TextError, lang: Lang) -> Message {
    match error {
        TextError::RefusedCharacter { code, position } => Message {
            what: say!(
                lang,
                "使えない文字（U+{code:04X}）が{position}文字目にあります。",
                "Character {position} (U+{code:04X}) is not allowed."
            ),
            expected: say!(
                lang,
                "制御文字と、文字の向きを変える文字を除く文字",
                "No control characters, and none that change the direction of text"
            ),
            action: say!(lang, "その文字を消してください。", "Remove that character."),
            ..Message::default()
        },
        TextError::LineBreak { position } => Message {
            what: say!(lang, "{position}文字目に改行があります。", "There is a line break at character {position}."),
            expected: say!(lang, "一行の文", "A single line"),
            action: say!(lang, "改行を消してください。", "Remove the line break."),
            ..Message::default()
        },
        TextError::TooLong { length } => Message {
            what: say!(lang, "長すぎます（{length}文字）。", "The text is too long ({length} characters)."),
            expected: say!(lang, "{HARD_LENGTH}文字まで", "At most {HARD_LENGTH} characters"),
            action: say!(
                lang,
                "短くするか、別の資料に分けてください。",
                "Shorten it, or move the details to a separate document."
            ),
            ..Message::default()
        },
    }
}

/// Why a change was not made.
pub fn edit_error(error: &EditError, lang: Lang) -> Message {
    match error {
        EditError::Text { field, problem } => Message { place: brief_name(field, lang), ..text_error(problem, lang) },
        EditError::NoSuchItem(item) => Message {
            what: say!(lang, "情報 {item} は、もうありません。", "Information item {item} no longer exists."),
            action: say!(lang, "一覧を見て、選び直してください。", "Choose again from the list."),
            ..Message::default()
        },
        EditError::ItemExists(item) => Message {
            what: say!(lang, "情報 {item} は、すでにあります。", "Information item {item} already exists."),
            action: say!(lang, "別の識別子で加えてください。", "Add it under another id."),
            ..Message::default()
        },
        EditError::NoSuchComment(_) => Message {
            what: say!(lang, "このコメントは、もうありません。", "This comment no longer exists."),
            action: say!(lang, "一覧を見て、選び直してください。", "Choose again from the list."),
            ..Message::default()
        },
        EditError::CommentExists(id) => Message {
            what: say!(lang, "コメント {id} は、すでにあります。", "Comment {id} already exists."),
            action: say!(lang, "別の識別子で加えてください。", "Add it under another id."),
            ..Message::default()
        },
        EditError::NotText(field) => Message {
            what: say!(lang, "この項目には文を入れられません。", "This field does not hold text."),
            place: brief_name(field, lang),
            ..Message::default()
        },
        EditError::ApprovalStep { from, to } => {
            let (from, to) = (from.label(lang), to.label(lang));
            Message {
                what: say!(lang, "「{from}」から「{to}」へは進めません。", "“{from}” cannot become “{to}”."),
                place: say!(lang, "承認", "Approval"),
                expected: say!(
                    lang,
                    "作成中→確認依頼→承認・差戻し・否認→（承認のみ）失効の順",
                    "Draft, then approval requested, then approved, returned or rejected; an approval may be revoked"
                ),
                action: say!(lang, "先に前の状態へ進めてください。", "Go through the earlier state first."),
            }
        }
        EditError::TooMany(list) => too_many(*list, lang),
        EditError::NothingApproved(state) => {
            let state = state.label(lang);
            Message {
                what: say!(
                    lang,
                    "「{state}」の記録には、承認時の判定を残せません。",
                    "The outcome at approval cannot be kept for a record in the state “{state}”."
                ),
                place: say!(lang, "承認", "Approval"),
                expected: say!(lang, "承認された記録", "A record that is approved"),
                action: say!(lang, "先に承認してください。", "Approve it first."),
            }
        }
    }
}

/// What stands at a path of the file, such as `agency.name`, in words; the path itself where it is no field.
pub fn path_in_words(path: &str, lang: Lang) -> String {
    let Some(field) = Field::from_path(path) else { return reading::field(path, lang) };
    let name = brief_name(&field, lang);
    match &field {
        Field::Item(item, part) => reading::of_item(item.as_str(), part.label(lang), lang),
        Field::Reason(item, _) => reading::of_item(item.as_str(), &name, lang),
        Field::Text(_) | Field::Day(_) | Field::RedFlag(_) | Field::RaiseReason(_) => name,
        _ => reading::field(path, lang),
    }
}

/// A list of a record has more entries than it may have, or would have.
pub fn too_many(list: List, lang: Lang) -> Message {
    let (name, most) = (list.label(lang), list.most());
    Message {
        what: say!(lang, "{name}が多すぎます。", "There are too many {name}."),
        expected: say!(lang, "{name}は{most}件まで", "At most {most} {name}"),
        action: match list {
            List::Items => say!(
                lang,
                "扱いが同じ情報を一つにまとめるか、業務を分けて別の評価記録にしてください。",
                "Combine items that are handled alike, or split the task into separate records."
            ),
            List::Comments => say!(lang, "済んだコメントを削除してください。", "Delete resolved comments."),
            _ => say!(lang, "要らないものを除いてください。", "Remove what is not needed."),
        },
        ..Message::default()
    }
}

/// What a field is called where its item need not be named.
fn brief_name(field: &Field, lang: Lang) -> String {
    match field {
        Field::Text(text) => text.label(lang).to_owned(),
        Field::Item(_, ItemField::Name) => say!(lang, "情報の名称", "Name of the item"),
        Field::Item(_, part) => part.label(lang).to_owned(),
        Field::Reason(_, objective) => {
            let objective = objective.label(lang);
            say!(lang, "{objective}の決定の理由", "Reason for the decision ({objective})")
        }
        Field::RaiseReason(objective) => {
            let objective = objective.label(lang);
            say!(lang, "業務全体での{objective}の引上げの理由", "Reason for the raise for the task as a whole ({objective})")
        }
        Field::Day(day) => day.label(lang).to_owned(),
        Field::RedFlag(_) => say!(lang, "注意点への補足", "Comment on the red flag"),
        Field::Approval => say!(lang, "承認のコメント", "Approval comment"),
        other => other.to_string(),
    }
}

/// Why a text is no date.
pub fn date_error(error: &DateError, lang: Lang) -> Message {
    match error {
        DateError::NoDay { found } => Message {
            what: say!(lang, "「{found}」は日付として読めません。", "“{found}” is not a date.") + &other_than_ascii(found, lang),
            expected: say!(
                lang,
                "2026-11-23、2026/11/23、令和8年11月23日(月)、R8.11.23 のような、実在する日",
                "A real date, such as 2026-11-23, 2026/11/23, 23 November 2026, 令和8年11月23日(月) or R8.11.23"
            ),
            action: say!(lang, "年月日を確かめて書き直してください。", "Check year, month and day, and enter it again."),
            ..Message::default()
        },
        DateError::Weekday { found, day } => {
            let weekday = weekday(*day, lang);
            Message {
                what: say!(
                    lang,
                    "「{found}」は曜日が合いません。{day}は{weekday}曜日です。",
                    "The weekday in “{found}” is wrong: {day} is a {weekday}."
                ),
                expected: String::new(),
                action: say!(
                    lang,
                    "日と曜日のどちらが正しいかを確かめて書き直してください。",
                    "Check which of the two is right, and enter it again."
                ),
                ..Message::default()
            }
        }
    }
}

/// The day of the week, in Japanese without 曜日.
fn weekday(day: Date, lang: Lang) -> &'static str {
    match day.weekday() {
        0 => lang.pick("日", "Sunday"),
        1 => lang.pick("月", "Monday"),
        2 => lang.pick("火", "Tuesday"),
        3 => lang.pick("水", "Wednesday"),
        4 => lang.pick("木", "Thursday"),
        5 => lang.pick("金", "Friday"),
        _ => lang.pick("土", "Saturday"),
    }
}

/// Why a text is no id.
pub fn id_error(error: &IdError, lang: Lang) -> Message {
    let found = &error.found;
    Message {
        what: say!(lang, "「{found}」は識別子として使えません。", "“{found}” is not an id.") + &other_than_ascii(found, lang),
        expected: say!(lang, "半角の英数字と - _ . で、1〜64文字", "1 to 64 of A–Z, a–z, 0–9, “-”, “_” and “.”"),
        action: say!(lang, "識別子を直してください。", "Correct the id."),
        ..Message::default()
    }
}

/// Why a text is no 法人番号.
pub fn corporate_number_error(error: &CorporateNumberError, lang: Lang) -> Message {
    let what = match error {
        CorporateNumberError::NotThirteenDigits { found } => {
            say!(lang, "法人番号が{found}桁です。", "The corporate number has {found} digits.")
        }
        CorporateNumberError::NotADigit { found } => {
            say!(lang, "法人番号に数字以外の文字「{found}」があります。", "The corporate number contains “{found}”.")
                + &other_than_ascii(&found.to_string(), lang)
        }
        CorporateNumberError::WrongCheckDigit { found, .. } => say!(
            lang,
            "法人番号の検査用数字（先頭の{found}）が合いません。",
            "The check digit of the corporate number (the first, {found}) does not match."
        ),
    };
    let expected = match error {
        CorporateNumberError::NotThirteenDigits { .. } | CorporateNumberError::NotADigit { .. } => {
            say!(lang, "13桁の数字", "13 digits")
        }
        CorporateNumberError::WrongCheckDigit { expected, .. } => {
            say!(lang, "残りの12桁が正しければ、先頭は{expected}", "The first digit is {expected} if the other twelve are right")
        }
    };
    let action =
        say!(lang, "打ち間違いや、数字の入れ替わりがないか確かめてください。", "Check for a typing error or swapped digits.");
    Message { what, expected, action, ..Message::default() }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::record::{ApprovalState, Date, DayField, ItemId, Line, Objective, RedFlagId, TextField, check_corporate_number};

    /// A message in both languages: what is wrong and what to do, in Japanese and in English.
    pub(in crate::text) fn check(message: impl Fn(Lang) -> Message, ja: &[&str], en: &[&str]) {
        for (lang, parts) in [(Lang::Ja, ja), (Lang::En, en)] {
            let said = message(lang).to_string();
            for part in parts {
                assert!(said.contains(part), "“{part}” is not in:\n{said}");
            }
            let is_japanese = said.chars().any(|character| ('ぁ'..='ん').contains(&character));
            assert_eq!(is_japanese, lang == Lang::Ja, "{said}");
        }
    }

    #[test]
    fn texts_that_are_not_taken() {
        let refused = Line::<10>::new("a\u{202E}b").unwrap_err();
        check(|lang| text_error(&refused, lang), &["U+202E", "2文字目", "消してください"], &["U+202E", "Remove"]);
        let broken = Line::<10>::new("一\n二").unwrap_err();
        check(|lang| text_error(&broken, lang), &["2文字目に改行"], &["line break at character 2"]);
        let long = Line::<10>::new(&"あ".repeat(20_001)).unwrap_err();
        check(|lang| text_error(&long, lang), &["20001文字", "20000文字まで"], &["20001 characters", "At most 20000"]);
    }

    #[test]
    fn edits_that_are_not_made() {
        let item = ItemId::new("item-1").unwrap();
        let problem = TextError::LineBreak { position: 3 };
        for (field, ja, en) in [
            (Field::Text(TextField::ServiceName), "サービス名", "Service"),
            (Field::Item(item.clone(), ItemField::Name), "情報の名称", "Name of the item"),
            (Field::Item(item.clone(), ItemField::Whose), "誰の情報か", "Data subject / owner"),
            (Field::Reason(item.clone(), Objective::Integrity), "完全性の決定の理由", "Reason of the decision (Integrity)"),
            (Field::RaiseReason(Objective::Availability), "可用性の引上げの理由", "Availability"),
            (Field::RedFlag(RedFlagId::new("LIU-A1.F1").unwrap()), "注意点への補足", "Comment on the red flag"),
            (Field::Approval, "承認のコメント", "Approval comment"),
            (Field::Day(DayField::Deadline), "回答の希望日", "Reply requested by"),
        ] {
            let error = EditError::Text { field, problem: problem.clone() };
            check(|lang| edit_error(&error, lang), &[ja, "3文字目"], &[en, "character 3"]);
        }
        check(
            |lang| edit_error(&EditError::NoSuchItem(item.clone()), lang),
            &["item-1", "もうありません"],
            &["no information item item-1"],
        );
        check(|lang| edit_error(&EditError::ItemExists(item.clone()), lang), &["すでにあります"], &["already"]);
        check(|lang| edit_error(&EditError::NotText(Field::Task), lang), &["文を入れられません"], &["does not hold text"]);
        let step = EditError::ApprovalStep { from: ApprovalState::Draft, to: ApprovalState::Approved };
        check(|lang| edit_error(&step, lang), &["「作成中」から「承認」へは進めません"], &["“Draft” cannot become “Approved”"]);
    }

    #[test]
    fn dates_ids_and_numbers_that_are_none() {
        let date = "令和1年1月1日".parse::<Date>().unwrap_err();
        check(|lang| date_error(&date, lang), &["「令和1年1月1日」", "令和8年11月23日"], &["is not a date", "2026-11-23"]);
        let weekday = "2026年11月27日（木）".parse::<Date>().unwrap_err();
        check(|lang| date_error(&weekday, lang), &["2026-11-27は金曜日です", "どちらが正しいか"], &["2026-11-27 is a Friday"]);
        let id = ItemId::new("a b").unwrap_err();
        check(|lang| id_error(&id, lang), &["「a b」", "半角の英数字"], &["“a b” is not an id", "1 to 64"]);
        for (number, ja, en) in [
            ("123", "3桁です", "has 3 digits"),
            ("7000-12050002", "「-」があります", "“-” in the corporate number"),
            ("7000012050003", "先頭は6", "The first digit is 6"),
        ] {
            let error = check_corporate_number(number).unwrap_err();
            check(|lang| corporate_number_error(&error, lang), &[ja, "打ち間違い"], &[en, "slip"]);
        }
    }
}
