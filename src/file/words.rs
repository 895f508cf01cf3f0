//! What does not fit in a file, in words.

use super::problem::{Problem, Refused, Slip};
use crate::text::{Lang, Message};

/// What does not fit, and what was expected.
pub(super) fn problem_in_words(problem: &Problem, lang: Lang) -> (String, String) {
    let pick = |ja: String, en: String| match lang {
        Lang::Ja => ja,
        Lang::En => en,
    };
    let list = |names: &[String]| names.iter().take(20).map(String::as_str).collect::<Vec<_>>().join(lang.pick("、", ", "));
    match problem {
        Problem::CutOff => (
            pick("記録が途中で切れています。".to_owned(), "The record ends in the middle.".to_owned()),
            pick("閉じ括弧まで揃った記録。".to_owned(), "A whole record up to its closing bracket.".to_owned()),
        ),
        Problem::Trailing => (
            pick("記録の後に余分な文字があります。".to_owned(), "Something stands after the end of the record.".to_owned()),
            pick("閉じ括弧で終わる記録。".to_owned(), "A record that ends with its closing bracket.".to_owned()),
        ),
        Problem::TooDeep => (
            pick("括弧が深く重なりすぎています。".to_owned(), "Brackets are nested too deeply.".to_owned()),
            pick("128 段までの括弧。記録は 10 段ほどです。".to_owned(), "At most 128 levels; a record has about 10.".to_owned()),
        ),
        Problem::NotUtf8 => (
            pick("文字として読めないデータが混じっています。".to_owned(), "Bytes stand there that are no text.".to_owned()),
            pick("UTF-8 のテキスト。".to_owned(), "Text in UTF-8.".to_owned()),
        ),
        Problem::UnknownField { found, known } => (
            pick(format!("「{found}」という項目はありません。"), format!("There is no field `{found}`.")),
            pick(format!("ここに置ける項目: {}", list(known)), format!("Fields that can stand here: {}", list(known))),
        ),
        Problem::MissingField { field } => (
            pick(format!("項目「{field}」がありません。"), format!("The field `{field}` is missing.")),
            pick(
                format!("この括弧の中に、項目「{field}」とその値。"),
                format!("The field `{field}` with its value within this bracket."),
            ),
        ),
        Problem::RepeatedField { field } => (
            pick(format!("項目「{field}」が二度あります。"), format!("The field `{field}` stands twice.")),
            pick("同じ項目は一度だけ。".to_owned(), "Each field once.".to_owned()),
        ),
        Problem::UnknownWord { found, known } => (
            pick(format!("「{found}」という値はありません。"), format!("There is no value `{found}`.")),
            pick(format!("ここに置ける値: {}", list(known)), format!("Values that can stand here: {}", list(known))),
        ),
        Problem::WrongKind { expected, found } => {
            let found = found.as_deref().map(|found| format!(": {found}")).unwrap_or_default();
            (
                pick("値の種類が違います。".to_owned(), format!("The value is of the wrong kind{found}.")),
                pick(format!("{}。", expected.name(lang)), format!("Expected {}.", expected.name(lang))),
            )
        }
        Problem::Refused(refused) => refused_in_words(refused, lang),
        Problem::Spelling(slip) => {
            let (what_ja, what_en, expected_ja, expected_en) = slip_in_words(slip);
            let said = if let Slip::Other(said) = slip { format!(" ({said})") } else { String::new() };
            (pick(format!("{what_ja}{said}"), format!("{what_en}{said}")), pick(expected_ja.to_owned(), expected_en.to_owned()))
        }
    }
}

/// What is wrong and what was expected, each in Japanese and English.
const fn slip_in_words(slip: &Slip) -> (&'static str, &'static str, &'static str, &'static str) {
    match slip {
        Slip::Comma => (
            "コンマ「,」が足りないか、余分です。",
            "A comma is missing or superfluous.",
            "項目と項目の間に「,」を一つ。この行か、すぐ前の行を見てください。",
            "One comma between fields. Look at this line or the one before.",
        ),
        Slip::Colon => {
            ("コロン「:」がありません。", "A colon is missing.", "項目名と値の間に「:」。", "A colon between name and value.")
        }
        Slip::Bracket => {
            ("括弧が閉じていません。", "A bracket is not closed.", "対になった ( )、[ ]、{ }。", "Paired ( ), [ ] and { }.")
        }
        Slip::Value => (
            "値として読めません。",
            "This cannot be read as a value.",
            "文字列は引用符 \" \" で囲みます。",
            "Text stands in quotation marks.",
        ),
        Slip::Name => {
            ("項目名として読めません。", "This cannot be read as a name.", "決められた項目名。", "One of the known names.")
        }
        Slip::Escape => (
            "「\\」の後の文字に意味がありません。",
            "What follows the backslash has no meaning.",
            "「\\」そのものは「\\\\」、引用符は「\\\"」と書きます。",
            "A backslash is written \\\\, a quotation mark \\\".",
        ),
        Slip::Control => (
            "引用符の中に、改行などの制御文字があります。",
            "A control character, such as a line break, stands within quotation marks.",
            "改行は「\\n」と書きます。引用符の閉じ忘れも確かめてください。",
            "A line break is written \\n. Look for a quotation mark that is not closed.",
        ),
        Slip::Character(_) => (
            "ここに置けない文字があります。",
            "A character stands where it cannot stand.",
            "対になった括弧と引用符、項目の間のコンマ。",
            "Paired brackets and quotation marks, commas between fields.",
        ),
        Slip::Other(_) => (
            "書き方が正しくありません。",
            "This is not spelled correctly.",
            "対になった括弧と引用符、項目の間のコンマ。",
            "Paired brackets and quotation marks, commas between fields.",
        ),
    }
}

fn refused_in_words(refused: &Refused, lang: Lang) -> (String, String) {
    let pick = |ja: String, en: String| match lang {
        Lang::Ja => ja,
        Lang::En => en,
    };
    match refused {
        Refused::Character { code, position } => (
            pick(
                format!("文章の {position} 文字目に、使えない文字 U+{code} があります。"),
                format!("Character {position} of the text is U+{code}, which is not allowed."),
            ),
            pick(
                "制御文字や文字の向きを変える文字を含まない文章。".to_owned(),
                "Text without control and direction characters.".to_owned(),
            ),
        ),
        Refused::LineBreak => (
            pick("一行の欄に改行があります。".to_owned(), "A line break stands in a field of one line.".to_owned()),
            pick("改行のない文章。".to_owned(), "Text without line breaks.".to_owned()),
        ),
        Refused::TooLong { length } => (
            pick(format!("文章が長すぎます（{length} 文字）。"), format!("The text is too long: {length} characters.")),
            pick(
                format!("{} 文字まで。", crate::record::HARD_LENGTH),
                format!("At most {} characters.", crate::record::HARD_LENGTH),
            ),
        ),
        Refused::TooMany(list) => {
            let Message { what, expected, .. } = crate::text::too_many(*list, lang);
            (what, expected)
        }
        Refused::Date { found } => (
            pick(format!("「{found}」は日付ではありません。"), format!("`{found}` is not a date.")),
            pick("2026-11-23 の形の日付。".to_owned(), "A date like 2026-11-23.".to_owned()),
        ),
        Refused::Moment { found } => (
            pick(format!("「{found}」は日時ではありません。"), format!("`{found}` is not a moment.")),
            pick("2026-11-23T05:32:00Z の形の日時。".to_owned(), "A moment like 2026-11-23T05:32:00Z.".to_owned()),
        ),
        Refused::Id { found } => (
            pick(format!("「{found}」は識別子ではありません。"), format!("`{found}` is not an id.")),
            pick("英数字と - _ . を使った 1〜64 文字。".to_owned(), "1 to 64 of A–Z, a–z, 0–9, - _ and .".to_owned()),
        ),
        Refused::Digest => (
            pick("ダイジェスト（SHA-256）の形ではありません。".to_owned(), "This is not a SHA-256.".to_owned()),
            pick("0〜9 と a〜f の 64 文字。".to_owned(), "64 of 0–9 and a–f.".to_owned()),
        ),
        Refused::AnsweredTwice { question } => (
            pick(format!("質問 {question} の回答が二つあります。"), format!("Question {question} is answered twice.")),
            pick("一つの質問に一つの回答。".to_owned(), "One answer to one question.".to_owned()),
        ),
        Refused::Other(said) => {
            (pick(format!("値を受け付けられません（{said}）。"), format!("The value was not taken: {said}.")), String::new())
        }
    }
}
