//! What is said when an assessment sheet is taken in again.

use super::{Label as _, Lang, Message, question_name};
use crate::catalogue::Catalogue;
use crate::record::{Field, Objective};

sentences! {
    not_workbook = "Excelのファイル（.xlsx）ではありません。", "This is no Excel file (.xlsx).";
    protected = "パスワードで保護されているか、古い形式（.xls）のファイルです。",
        "This file is protected by a password, or of the old format (.xls).";
    not_sheet = "このプログラムが書き出した評価シートではありません。", "This is no assessment sheet that this program exported.";
    no_keys = "隠れた列が消えているため、どの欄の答えか分かりません。",
        "The hidden columns are gone, so that nobody can tell which cell answers what.";
    a_sheet = "このプログラムが書き出した評価シート（.xlsx）", "An assessment sheet (.xlsx) that this program exported";
    a_whole_sheet = "Excelで開ける評価シート", "An assessment sheet that Excel opens";
    an_open_sheet = "パスワードのない .xlsx", "An .xlsx file without a password";
    sheet_of_this_record = "開いている評価記録の評価シート", "The sheet of the record that is open";
    same_catalogue = "使っている目録で書き出した評価シート", "A sheet exported with the catalogue in use";
    hidden_columns = "書き出したままの列がそろった評価シート", "A sheet with all columns that were exported";
    choose_sheet = "評価シートのファイルを選んでください。", "Choose the file of an assessment sheet.";
    take_password_off = "パスワードを外し、.xlsx の形式で保存してから選んでください。",
        "Take the password off, save it as .xlsx, and choose it again.";
    ask_again = "返した方に、書き出したファイルへ記入し直してもらってください。",
        "Ask whoever sent it to fill in the exported file again.";
    keep_properties = "書き出したファイルに、Excelで直接記入して返してもらってください。別の表計算に写すと、ファイルの属性が失われます。",
        "Have the exported file itself filled in, in Excel. A copy into another spreadsheet loses the properties of the file.";
    update = "新しい版のプログラムで取り込んでください。", "Take it in with a newer version of the program.";
    open_other = "その評価記録を開いて取り込んでください。", "Open that record and take it in there.";
    export_again = "同じ目録で開くか、評価シートを書き出し直してください。",
        "Open the record with the same catalogue, or export the sheet again.";
    copy_answers = "書き出し直した評価シートに、答えを写してください。", "Export the sheet again and copy the answers into it.";
    limit_file = "16 MiBまで", "16 MiB at most";
    limit_entries = "中のファイルが多すぎます", "too many files inside";
    limit_unpacked = "展開すると大きすぎます", "too large when unpacked";
    limit_sheets = "シートが多すぎます", "too many worksheets";
    limit_extent = "行または列が多すぎます", "too many rows or columns";
    limit_cells = "セルが多すぎます", "too many cells";
    not_taken = "取り込めません", "Not taken";
    new_item = "新しい情報の追加", "A new item";
    changed_since = "評価シートを書き出したあとで、記録の内容が変わっています。違いは、いまの記録との違いです。",
        "The record was changed after the sheet was exported. The differences are those to the record as it is now.";
}

/// A file has more than any sheet.
pub fn too_large(limit: &str, lang: Lang) -> String {
    say!(lang, "評価シートとしては大きすぎます（{limit}）。", "This is larger than any assessment sheet ({limit}).")
}

/// A file cannot be read.
pub fn broken(problem: &str, lang: Lang) -> String {
    say!(lang, "ファイルが壊れています（{problem}）。", "The file is broken ({problem}).")
}

/// A sheet of a later version.
pub fn newer(version: u32, known: u32, lang: Lang) -> String {
    say!(
        lang,
        "評価シートの版は{version}で、このプログラムが知る版（{known}まで）より新しいものです。",
        "The sheet has version {version}; this program knows versions up to {known}."
    )
}

/// A sheet of another record.
pub fn another_record(found: &str, expected: &str, lang: Lang) -> String {
    say!(
        lang,
        "別の評価記録（{found}）の評価シートです。開いている記録は {expected} です。",
        "This is the sheet of another record ({found}). The one that is open is {expected}."
    )
}

/// A sheet of another catalogue.
pub fn another_catalogue(found: &str, expected: &str, lang: Lang) -> String {
    say!(
        lang,
        "別の目録（{found}）で書き出した評価シートです。使っている目録は {expected} です。",
        "This sheet was exported with another catalogue ({found}). The one in use is {expected}."
    )
}

/// How much of what a sheet says otherwise was taken in.
pub fn taken(chosen: usize, of: usize, lang: Lang) -> String {
    say!(lang, "違い{of}件のうち{chosen}件を取り込みました。", "{chosen} of {of} differences were taken in.")
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

/// The word on a red flag, beside whether it applies.
pub fn word_on(flag: &str, lang: Lang) -> String {
    say!(lang, "{flag}の補足", "{flag}, a word on it")
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
            "The number of this row and what stands in it do not belong together: some of the columns were sorted or moved, so that nobody can tell which item it is about.",
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
        say!(lang, "同じ欄（{key}）が二つ以上あります。", "The same cell ({key}) stands twice or more."),
        (
            lang.pick("欄ごとに一つの答え", "One answer for each cell"),
            lang.pick("行やシートを写していないか確かめてください。", "Look for rows or sheets that were copied."),
        ),
    )
}

/// A key that no record has.
pub fn unknown_key(key: &str, lang: Lang) -> Message {
    let key: String = key.chars().take(120).collect();
    message(
        say!(lang, "記録にない欄（{key}）です。", "No record has this cell ({key})."),
        (hidden_columns(lang), lang.pick("隠れた列を書き換えないでください。", "Leave the hidden columns as they are.")),
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
        lang.pick("数式が入っています。", "A formula stands here.").to_owned(),
        (lang.pick("文字で書いた答え", "An answer written as text"), as_text(lang)),
    )
}

/// A number where text should be.
pub fn not_text(found: &str, lang: Lang) -> Message {
    message(
        say!(lang, "文字ではなく、数値などが入っています（{found}）。", "A number or the like stands here, not text ({found})."),
        (lang.pick("文字で書いた答え", "An answer written as text"), as_text(lang)),
    )
}

fn as_text(lang: Lang) -> &'static str {
    lang.pick(
        "セルの書式を変えずに、文字で書き直してください。",
        "Write it again as text, without changing the format of the cell.",
    )
}

/// Too long for a cell.
pub fn too_long(lang: Lang) -> Message {
    message(
        lang.pick("セルに入る長さを超えています。", "This is longer than a cell can have.").to_owned(),
        ("", lang.pick("短くするか、プログラムで入力してください。", "Shorten it, or enter it in the program.")),
    )
}

/// A word that cannot be chosen.
pub fn unknown_word(found: &str, expected: &[String], lang: Lang) -> Message {
    let named = expected.iter().take(20).map(String::as_str).collect::<Vec<_>>().join(lang.pick("、", ", "));
    message(
        say!(lang, "「{found}」は、この欄で選べません。", "“{found}” cannot be chosen here."),
        (named.as_str(), lang.pick("一覧から選び直してください。", "Choose again from the list.")),
    )
}

/// The proposal of a decision is missing.
pub fn no_proposal(lang: Lang) -> Message {
    message(
        lang.pick("どの提案を見て決めたかが読めません。", "It cannot be read against which proposal this was decided.")
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
