//! What does not fit in the text of a record, a catalogue, a list or the settings, and what was expected there.

use crate::text::{Lang, marks};

sentences! {
    cut_off = "途中で切れています。", "The file ends in the middle.";
    a_whole_record = "最後の閉じ括弧まで揃ったファイル。", "A whole file, up to its last closing bracket.";
    trailing = "終わりの括弧の後に余分な文字があります。", "There is something after the end.";
    ends_with_bracket = "閉じ括弧で終わるファイル。", "A file that ends with its closing bracket.";
    too_deep = "括弧が深く重なりすぎています。", "Brackets are nested too deeply.";
    levels_at_most = "128 段までの括弧。ふつうは 10 段ほどです。", "At most 128 levels; about 10 are usual.";
    not_utf8 = "文字として読めないデータが混じっています。", "There are bytes that are not text.";
    utf8_text = "UTF-8 のテキスト。", "Text in UTF-8.";
    zeros = "ここから後ろが 0 で埋まっています。書き込みの途中で電源か接続が切れたファイルです。",
        "From here on there are only zeros: the power or the connection failed while it was being written.";
    shift_jis = "評価記録ですが、文字コードが Shift_JIS（メモ帳の「ANSI」）です。Shift_JIS にない字は保存のときに「?」になり、文字コードも確実には見分けられないため、そのままは読みません。",
        "It is a record, but in Shift_JIS (“ANSI” in Notepad). Characters that Shift_JIS lacks have become “?”, and the encoding cannot be detected with certainty, so it is not read as it is.";
    save_again_as_utf8 = "メモ帳で開き、「?」になった字がないか確かめ、文字コードを UTF-8 にして保存し直してから開いてください。ファイルは元のままです。",
        "Open it in Notepad, look for characters that became “?”, save it again as UTF-8, then open it. The file was left as it is.";
    merge_marks = "二つの版を合わせ損ねた印（<<<<<<<、=======、>>>>>>>）が残っています。",
        "The marks of a failed merge of two versions (<<<<<<<, =======, >>>>>>>) are left in it.";
    one_version = "どちらか一方の版だけ。", "One of the two versions only.";
    choose_a_version = "印の間の、要らない方の行と印の行を消してください。合わせる前のファイルがあれば、そちらを開くのが確実です。",
        "Delete the lines of one version and the lines with the marks. It is safer to open the file as it was before the merge.";
    full_width(found: char, expected: &str) = "全角の「{found}」があります。", "There is a full-width “{found}” where “{expected}” is expected.";
    half_width(expected: &str) = "半角の「{expected}」。", "A plain “{expected}”.";
    quote_not_closed = "ここで始まる引用符「\"」が閉じていません。", "The quotation mark that opens here is not closed.";
    a_quote_in_its_line = "文字列の終わりの「\"」。改行は「\\n」と書きます。", "A quotation mark at the end of the text. A line break is written \\n.";
    bracket_before(found: &str) = "項目「{found}」の前で、括弧が閉じていません。", "A bracket is not closed before the field `{found}`.";
    meant(word: &str) = "「{word}」の書き間違いではありませんか。", " Did you mean `{word}`?";
    unknown_field(found: &str) = "「{found}」という項目はありません。", "There is no field `{found}`.";
    missing_field(field: &str) = "項目「{field}」がありません。", "The field `{field}` is missing.";
    field_in_bracket(field: &str) = "この括弧の中に、項目「{field}」とその値。", "The field `{field}` with its value within this bracket.";
    repeated_field(field: &str) = "項目「{field}」が二度あります。", "The field `{field}` appears twice.";
    each_field_once = "同じ項目は一度だけ。", "Each field once.";
    unknown_value(found: &str) = "「{found}」という値はありません。", "There is no value `{found}`.";
    this_kind(kind: &str) = "{kind}。", "Expected {kind}.";

    comma = "コンマ「,」が足りないか、余分です。", "A comma is missing or superfluous.";
    one_comma = "項目と項目の間に「,」を一つ。この行か、すぐ前の行を見てください。",
        "One comma between fields. Look at this line or the one before.";
    colon = "コロン「:」がありません。", "A colon is missing.";
    a_colon = "項目名と値の間に「:」。", "A colon between name and value.";
    bracket = "括弧が閉じていません。", "A bracket is not closed.";
    paired_brackets = "対になった ( )、[ ]、{ }。", "Paired ( ), [ ] and { }.";
    value = "値として読めません。", "This cannot be read as a value.";
    in_quotation_marks = "文字列は引用符 \" \" で囲みます。", "Text is written in quotation marks.";
    name = "項目名として読めません。", "This cannot be read as a name.";
    a_known_name = "決められた項目名。", "One of the known names.";
    escape = "「\\」の後の文字に意味がありません。", "The character after the backslash has no meaning.";
    how_to_escape = "「\\」そのものは「\\\\」、引用符は「\\\"」と書きます。", "A backslash is written \\\\, a quotation mark \\\".";
    control = "引用符の中に、改行などの制御文字があります。",
        "There is a control character, such as a line break, within quotation marks.";
    how_to_break = "改行は「\\n」と書きます。引用符の閉じ忘れも確かめてください。",
        "A line break is written \\n. Look for a quotation mark that is not closed.";
    character = "ここに置けない文字があります。", "There is a character that is not allowed here.";
    other_spelling = "書き方が正しくありません。", "This is not written correctly.";
    pairs_and_commas = "対になった括弧と引用符、項目の間のコンマ。", "Paired brackets and quotation marks, commas between fields.";

    refused_character(position: &str, code: &str) = "文章の {position} 文字目に、使えない文字 U+{code} があります。",
        "Character {position} of the text is U+{code}, which is not allowed.";
    allowed_characters = "制御文字や文字の向きを変える文字を含まない文章。", "Text without control and direction characters.";
    line_break = "一行の欄に改行があります。", "There is a line break in a single-line field.";
    one_line = "改行のない文章。", "Text without line breaks.";
    too_long(length: &str) = "文章が長すぎます（{length} 文字）。", "The text is too long: {length} characters.";
    length_at_most(most: usize) = "{most} 文字まで。", "At most {most} characters.";
    no_date(found: &str) = "「{found}」は日付ではありません。", "`{found}` is not a date.";
    a_date = "2026-11-23 の形の日付。", "A date like 2026-11-23.";
    no_moment(found: &str) = "「{found}」は日時ではありません。", "`{found}` is not a moment.";
    a_moment = "2026-11-23T05:32:00Z の形の日時。", "A moment like 2026-11-23T05:32:00Z.";
    no_id(found: &str) = "「{found}」は識別子ではありません。", "`{found}` is not an id.";
    an_id = "英数字と - _ . を使った 1〜64 文字。", "1 to 64 of A–Z, a–z, 0–9, - _ and .";
    no_digest = "要約値（SHA-256）の形ではありません。", "This is not in the form of a SHA-256 digest.";
    a_digest = "0〜9 と a〜f の 64 文字。", "64 of 0–9 and a–f.";
    answered_twice(question: &str) = "問い {question} の答えが二つあります。", "Question {question} is answered twice.";
    answered_once = "一つの問いに一つの答え。", "One answer to one question.";
    not_taken(said: &str) = "値を受け付けられません（{said}）。", "The value was not accepted: {said}.";

    kind_text = "引用符 \" \" で囲んだ文字列", "text in quotation marks";
    kind_boolean = "true か false", "true or false";
    kind_number = "0 以上の整数", "a whole number";
    kind_list = "[ ] で囲んだ一覧", "a list in [ ]";
    kind_fields = "項目名と値の組", "named fields";
    kind_word = "決められた語の一つ", "one of the allowed words";
}

/// Names of fields that can stand here.
pub fn known_fields(names: &[String], lang: Lang) -> String {
    let names = first_of(names, lang);
    say!(lang, "ここに置ける項目: {names}", "Fields allowed here: {names}")
}

/// Values that can stand here.
pub fn known_values(names: &[String], lang: Lang) -> String {
    let names = first_of(names, lang);
    say!(lang, "ここに置ける値: {names}", "Values allowed here: {names}")
}

/// A value of the wrong kind, with what the reader calls it, where it says so.
pub fn wrong_kind(found: Option<&str>, lang: Lang) -> String {
    let found = found.map(|found| format!(": {found}")).unwrap_or_default();
    say!(lang, "値の種類が違います。", "The value is of the wrong kind{found}.")
}

fn first_of(names: &[String], lang: Lang) -> String {
    names.iter().take(20).map(String::as_str).collect::<Vec<_>>().join(marks::comma(lang))
}
