//! What the window says while a filled-in assessment sheet is taken in.

use crate::text::{Lang, marks};

sentences! {
    import_sheet = "評価シートを取り込む…", "Import an assessment sheet…";
    import_title = "評価シートの取込み", "Import an assessment sheet";
    import_lead = "記録と違うところを挙げました。取り込むものを選んでください。選ぶまで、記録は変わりません。",
        "These are the differences from the record. Choose what to import. Until then the record stays as it is.";
    import_reading = "評価シートを読んでいます。", "The assessment sheet is being read.";
    import_put_off = "ほかの画面が開いているため、評価シートを取り込みませんでした。もう一度取り込んでください。",
        "Another dialog was open, so the sheet was not imported. Please import it again.";
    import_nothing = "記録との違いはありません。", "There are no differences from the record.";
    import_all = "すべて選ぶ", "Choose all";
    import_all_but = "「すべて選ぶ」は、記録の答えを消す違いを選びません。要るものは一つずつ選んでください。",
        "“Choose all” leaves out differences that delete an answer. Choose those one by one.";
    import_none = "すべて外す", "Choose none";
    import_accept = "選んだ変更を取り込む", "Import the chosen changes";
    import_place = "欄", "Field";
    import_now = "いまの記録", "The record now";
    import_then = "評価シート", "The sheet";
    import_more = "さらに表示", "Show more";
    import_use_file = "このファイルを取り込む", "Import this file";
    import_filter = "評価シート", "Assessment sheets";
    import_path_hint = "例：C:\\評価\\評価シート.xlsx　/home/me/sheet.xlsx", "For example C:\\work\\sheet.xlsx or /home/me/sheet.xlsx";

    /// How much could not be taken, or should be looked at.
    import_problems(number: usize) = "取り込めないか確かめるところ {number}件", "{number} not imported or to be checked";
    /// A text that is longer than what is shown of it.
    import_cut(more: usize) = "…（ほか{more}文字）", "… ({more} more characters)";
}

/// Which file it is, how much of it is chosen, and how much cannot be taken in.
pub fn import_counts(file: &str, (chosen, of): (usize, usize), problems: usize, lang: Lang) -> String {
    let counts = say!(lang, "{file}：違い {of}件、選択 {chosen}件", "{file}: {of} differences, {chosen} chosen");
    let problems = match problems {
        0 => String::new(),
        _ => format!("{}{}", marks::comma(lang), import_problems(problems, lang)),
    };
    format!("{counts}{problems}")
}
