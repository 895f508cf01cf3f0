//! What is said when an assessment sheet is taken in again.

use super::{Label as _, Lang, Message, approval, marks, question_name};
use crate::catalogue::Catalogue;
use crate::record::{ApprovalState, Field, Objective};

pub use super::import_files::*;

sentences! {
    not_sheet = "このプログラムが書き出した評価シートではありません。", "This is not an assessment sheet exported by this program.";
    no_keys = "隠れた列が消えているため、どの欄の答えか分かりません。",
        "The hidden columns are missing, so it is not known which answer belongs to which cell.";
    a_sheet = "このプログラムが書き出した評価シート（.xlsx）", "An assessment sheet (.xlsx) that this program exported";
    a_whole_sheet = "Excelで開ける評価シート", "An assessment sheet that Excel opens";
    sheet_of_this_record = "開いている評価記録の評価シート", "The sheet of the record that is open";
    same_catalogue = "使っている目録で書き出した評価シート", "A sheet exported with the catalogue in use";
    hidden_columns = "書き出したままの列がそろった評価シート", "A sheet with all columns that were exported";
    choose_sheet = "評価シートのファイルを選んでください。", "Choose the file of an assessment sheet.";
    ask_again = "返した方に、書き出したファイルへ記入し直してもらってください。",
        "Ask the sender to fill in the exported file again.";
    keep_properties = "書き出したファイルに、Excelで直接記入して返してもらってください。別の表計算に写すと、ファイルの属性が失われます。",
        "Have the exported file itself filled in, in Excel. A copy into another spreadsheet loses the properties of the file.";
    update = "新しい版のプログラムで取り込んでください。", "Import it with a newer version of the program.";
    open_other = "その評価記録を開いて取り込んでください。", "Open that record and import it there.";
    export_again = "同じ目録で開くか、評価シートを書き出し直してください。",
        "Open the record with the same catalogue, or export the sheet again.";
    copy_answers = "書き出し直した評価シートに、答えを写してください。", "Export the sheet again and copy the answers into it.";
    limit_file = "16 MiBまで", "16 MiB at most";
    limit_entries = "中のファイルが多すぎます", "too many files inside";
    limit_unpacked = "展開すると大きすぎます", "too large when unpacked";
    limit_styles = "セルの書式が多すぎます", "too many cell formats";
    limit_texts = "文字列が多すぎます", "too many texts";
    limit_sheets = "シートが多すぎます", "too many worksheets";
    limit_cells = "セルが多すぎます", "too many cells";
    nothing_taken = "何も取り込んでいません。記録は書き換えていません。", "Nothing was imported. The record was left as it is.";
    nothing_to_take = "評価シートに記録と違うところはありません。記録は書き換えていません。",
        "The sheet says what the record says. The record was left as it is.";
    not_looked_outside = "以前の形式の評価シートのため、記入欄の外に文字が書き足されていないかは調べていません。",
        "This sheet has an earlier format: whether text was written outside the cells to be filled in was not looked at.";
    erasures_left = "空にされた欄は、名指しで選んだときだけ取り込みます。",
        "Emptied cells are imported only if chosen one by one.";
    erases = "記録にある答えを消します。", "This deletes what the record says.";
    not_taken = "取り込めません", "Not imported";
    to_be_checked = "確かめてください", "To be checked";
    new_item = "新しい情報の追加", "A new item";
    nothing_filled_in = "評価シートの機関の欄に、何も記入されていません。", "The agency's part of the sheet is empty.";
    fill_in = "記入した評価シートを返してもらい、そのファイルを選んでください。", "Ask for the sheet that was filled in, and choose that file.";
    earlier_request = "評価シートは、依頼のいまの内容ではなく、前の内容で書き出されたものです。結果は、その内容への回答とします。",
        "The sheet was exported from an earlier content of the request. The result counts as an answer to that.";
    changed_since = "評価シートを書き出したあとで、記録の内容が変わっています。違いは、いまの記録との違いです。",
        "The record was changed after the sheet was exported. The differences are those to the record as it is now.";

    /// A record was made of what an agency filled in.
    answered(name: &str, filled: usize, sha256: &str) = "評価シート（Excel）「{name}」に記入された{filled}か所から、評価結果を作りました。このプログラムでは承認されていません。SHA-256 {sha256}",
        "Made a result of what was filled in in the sheet (Excel) “{name}”, in {filled} places. Nobody approved it in this program. SHA-256 {sha256}";
    /// A file has more than any sheet.
    too_large(limit: &str) = "評価シートとしては大きすぎます（{limit}）。",
        "This is too large for an assessment sheet ({limit}).";
    /// A file cannot be read.
    broken(problem: &str) = "ファイルが壊れています（{problem}）。", "The file is broken ({problem}).";
    /// A sheet of a later version.
    newer(version: u32, known: u32) = "評価シートの版は{version}で、このプログラムが知る版（{known}まで）より新しいものです。",
        "The sheet has version {version}; this program knows versions up to {known}.";
    /// A sheet of another record.
    another_record(found: &str, expected: &str) = "別の評価記録（{found}）の評価シートです。開いている記録は {expected} です。",
        "This is the sheet of another record ({found}). The one that is open is {expected}.";
    /// A sheet of another catalogue.
    another_catalogue(found: &str, expected: &str) = "別の目録（{found}）で書き出した評価シートです。使っている目録は {expected} です。",
        "This sheet was exported with another catalogue ({found}). The one in use is {expected}.";
    /// How much of what a sheet says otherwise was taken in.
    taken(chosen: usize, of: usize) = "違い{of}件のうち{chosen}件を取り込みました。",
        "{chosen} of {of} differences were taken in.";

    /// A result before and after.
    before_and_after(place: &str, old: &str, new: &str) = "{place}：{old} → {new}", "{place}: {old} → {new}";
    /// The outcome is the same.
    outcome_stays(outcome: &str) = "判定は変わりません（{outcome}）。", "The outcome stays the same ({outcome}).";

    /// The word on a red flag, beside whether it applies.
    word_on(flag: &str) = "{flag}の補足", "{flag}, comment";

    /// A character was left out.
    left_out(code: u32, position: usize) = "{position}文字目の、使えない文字（U+{code:04X}）を除いて取り込みます。",
        "Character {position} (U+{code:04X}) is not allowed and is left out.";

    /// All that differs is blank.
    only_blanks(position: usize) = "違いは、空白か改行だけです（{position}文字目）。",
        "Only blanks or line breaks differ (character {position}).";
    /// A time of day was left out.
    time_left_out(time: &str) = "時刻（{time}）を除き、日だけを取り込みます。",
        "The time ({time}) is left out; only the day is imported.";
}

/// That the sheet says something else in places of the provider's part.
pub fn providers_part_differs(places: &[String], lang: Lang) -> String {
    let places = places.join(marks::comma(lang));
    say!(
        lang,
        "事業者の記入部分で、評価シートの内容が依頼と違います：{places}。事業者の部分は機関の回答には入れません。",
        "In the provider's part the sheet differs from the request: {places}. The provider's part is not included in the agency's answer."
    )
}

/// An approval, or another state, no longer covers what stands in the record.
pub fn no_longer_covered(state: ApprovalState, lang: Lang) -> String {
    let (label, changed) = (state.label(lang), approval::changed_after(state, lang));
    say!(
        lang,
        "この記録の「{label}」は、取込み前の内容に対するものです。取込み後の内容には及びません（{changed}）。もう一度、確認と承認を受けてください。",
        "“{label}” was recorded for the content before the import. It does not cover the present content ({changed}). Have it reviewed and approved again."
    )
}

/// The same, with what must not be overlooked of the approval.
pub fn taken_into(chosen: usize, of: usize, lapsed: Option<ApprovalState>, lang: Lang) -> String {
    let taken = taken(chosen, of, lang);
    match lapsed.map(|state| approval::changed_after(state, lang)) {
        None => taken,
        Some(changed) => say!(lang, "{taken}{changed}。", "{taken} The record has {changed}."),
    }
}

/// A new item by its name, and how many answers come with it.
pub fn item_with_answers(name: &str, answers: usize, lang: Lang) -> String {
    let name = if name.trim().is_empty() { lang.pick("（名称なし）", "(no name)") } else { name };
    say!(lang, "{name}（回答{answers}件）", "{name} ({answers} answers)")
}

/// What is said of a new item in one field.
pub fn of_item(field: &Field, said: &str, catalogue: &Catalogue, lang: Lang) -> String {
    let objective = |objective: &Objective, what: &str| format!("{}{}{what}", objective.label(lang), lang.pick("の", ": "));
    let name = match field {
        Field::Item(_, part) => part.label(lang).to_owned(),
        Field::Answer(_, question) => question_name(question, catalogue, lang),
        Field::Decision(_, of) => objective(of, lang.pick("決定", "decision")),
        Field::Reason(_, of) => objective(of, lang.pick("理由", "reason")),
        other => other.to_string(),
    };
    super::report::labelled(&name, said, lang)
}

/// Cells lost their keys.
pub fn lost_keys(number: usize, lang: Lang) -> Message {
    message(
        say!(
            lang,
            "{number}個の欄が、行か列を消したために読めません。",
            "{number} cells cannot be read, since rows or columns were deleted."
        ),
        (hidden_columns(lang), copy_answers(lang)),
    )
}

/// A row of the table of items is of several items.
pub fn torn_row(lang: Lang) -> Message {
    message(
        lang.pick(
            "この行は、番号と中身が食い違っています。一部の列だけを並べ替えたか動かしたため、どの情報の答えか分かりません。",
            "The number and the content of this row do not match: some columns were sorted or moved, so it is not known which item it is about.",
        )
        .to_owned(),
        (
            lang.pick("書き出したときの番号のままの行", "Rows with the numbers they were exported with"),
            lang.pick("並べ替えを元に戻すか、書き出し直した評価シートに答えを写してください。", "Undo the sorting, or export the sheet again and copy the answers into it."),
        ),
    )
}

/// A key stands twice.
pub fn duplicate_key(key: &str, lang: Lang) -> Message {
    message(
        say!(lang, "同じ欄（{key}）が二つ以上あります。", "The same cell ({key}) appears more than once."),
        (
            lang.pick("欄ごとに一つの答え", "One answer for each cell"),
            lang.pick(
                "どちらの答えが正しいかを確かめ、プログラムで入力してください。",
                "Check which answer is right, and enter it in the program.",
            ),
        ),
    )
}

/// A key that no record has.
pub fn unknown_key(key: &str, lang: Lang) -> Message {
    let key: String = key.chars().take(120).collect();
    message(
        say!(lang, "記録にない欄（{key}）です。", "No record has this cell ({key})."),
        (hidden_columns(lang), copy_answers(lang)),
    )
}

/// The item is gone.
pub fn item_gone(key: &str, lang: Lang) -> Message {
    let key: String = key.chars().take(120).collect();
    message(
        say!(
            lang,
            "この欄の情報は、記録から削除されています（{key}）。",
            "The item of this cell was removed from the record ({key})."
        ),
        ("", lang.pick("要るなら、情報を加えて答えを入力してください。", "If it is needed, add the item and enter its answers.")),
    )
}

/// A formula in an answer.
pub fn formula(lang: Lang) -> Message {
    message(
        lang.pick("数式が入っています。", "There is a formula here.").to_owned(),
        (lang.pick("文字で書いた答え", "An answer written as text"), as_text(lang)),
    )
}

/// A day or the like where text should be.
pub fn not_text(found: &str, lang: Lang) -> Message {
    message(
        say!(
            lang,
            "文字ではなく、日付や真偽値などが入っています（{found}）。",
            "There is a date, a truth value or the like here instead of text ({found})."
        ),
        (lang.pick("文字で書いた答え", "An answer written as text"), as_text(lang)),
    )
}

/// A number that a spreadsheet does not keep whole.
pub fn long_number(found: &str, lang: Lang) -> Message {
    message(
        say!(
            lang,
            "数値として記録されていて、桁が失われたおそれがあります（{found}）。",
            "This is stored as a number, so digits may have been lost ({found})."
        ),
        (
            lang.pick("15桁までの数値か、文字で書いた答え", "A number of up to 15 digits, or an answer written as text"),
            as_text(lang),
        ),
    )
}

fn as_text(lang: Lang) -> &'static str {
    lang.pick(
        "このセルに、先頭に ' を付けて文字として書き直すか、プログラムで入力してください。",
        "Enter it again in this cell with a leading ' to make it text, or enter it in the program.",
    )
}

/// All that differs cannot be seen.
pub fn only_hidden(code: u32, position: usize, in_sheet: bool, lang: Lang) -> String {
    match in_sheet {
        true => say!(
            lang,
            "違いは、評価シートの{position}文字目にある見えない文字（U+{code:04X}）だけです。",
            "Only an invisible character in the sheet differs: character {position} (U+{code:04X})."
        ),
        false => say!(
            lang,
            "違いは、記録の{position}文字目にある見えない文字（U+{code:04X}）だけです。",
            "Only an invisible character in the record differs: character {position} (U+{code:04X})."
        ),
    }
}

/// Too long for a cell.
pub fn too_long(lang: Lang) -> Message {
    message(
        lang.pick("セルに入る長さを超えています。", "This is longer than a cell can hold.").to_owned(),
        ("", lang.pick("短くするか、プログラムで入力してください。", "Shorten it, or enter it in the program.")),
    )
}

/// A word that cannot be chosen.
pub fn unknown_word(found: &str, expected: &[String], lang: Lang) -> Message {
    let named = expected.iter().take(20).map(String::as_str).collect::<Vec<_>>().join(marks::comma(lang));
    message(
        say!(lang, "「{found}」は、この欄で選べません。", "“{found}” cannot be chosen here."),
        (named.as_str(), lang.pick("一覧から選び直してください。", "Choose again from the list.")),
    )
}

/// The proposal of a decision is missing.
pub fn no_proposal(lang: Lang) -> Message {
    message(
        lang.pick("どの提案を見て決めたかが読めません。", "It is not known which proposal this decision was made against.")
            .to_owned(),
        (hidden_columns(lang), lang.pick("プログラムで決め直してください。", "Decide it in the program.")),
    )
}

/// Texts of a pasted row without the row.
pub fn no_pasted_row(lang: Lang) -> Message {
    message(
        lang.pick(
            "貼り付けた行の文ですが、対象業務に「機関入力」が選ばれていません。",
            "This is a text of a pasted row, but no pasted row is chosen as target task.",
        )
        .to_owned(),
        (
            "",
            lang.pick(
                "要るなら、プログラムの「対象業務」で行を貼り付けてください。",
                "If it is needed, paste the row under Target task.",
            ),
        ),
    )
}

fn message(what: String, (expected, action): (&str, &str)) -> Message {
    Message { what, place: String::new(), expected: expected.to_owned(), action: action.to_owned() }
}
