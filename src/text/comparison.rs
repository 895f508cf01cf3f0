//! What is said of two records that lie side by side.

use super::{Lang, marks};
use crate::record::Objective;

sentences! {
    title = "記録の比較", "Comparison of two records";
    lead = "見るだけの画面です。ここからは、どちらの記録も変わりません。PgUp・PgDnで動かせます。",
        "To read only: neither record is changed from here. Page Up and Page Down move the list.";
    reading = "比べる記録を読んでいます。", "The other record is being read.";
    put_off = "ほかの画面が開いているため、記録を比べませんでした。もう一度選んでください。",
        "Another dialog was open, so the records were not compared. Please choose again.";
    compare_this = "このファイルと比べる", "Compare with this file";
    this_record = "この記録", "This record";
    first_record = "元の記録", "The first record";
    other_record = "比べる記録", "The other record";
    one_record = "一つの評価記録の、別のときの内容です。情報は番号で、番号で決まらないものは名称で組にしています。",
        "Two states of one record. Items are paired by their ids, and what is left by name.";
    two_records = "別々の評価記録です。情報は名称が同じものを組にし、ほかは片方だけにあるものとして示します。",
        "Two different records. Items of the same name are paired; the others appear on one side only.";
    facts = "二つの記録", "The two records";
    results = "判定と影響度", "Outcome and levels";
    not_assessed_note = "未評価は、どの影響度とも比べません。低位とはみなしません。",
        "What is not assessed is not compared with any level and is never taken for low.";
    file = "ファイル", "File";
    no_file = "（ファイルなし）", "(no file)";
    judged_by = "判定に使った目録", "Catalogue it is judged by";
    of_the_record = "記録そのもの", "The record itself";
    what_is_shown = "表示する内容", "What is shown";
    only_differences = "違いだけ", "Only differences";
    all_decisions = "情報ごとの決定をすべて", "All decisions, item by item";
    decisions = "情報ごとの決定", "Decisions, item by item";
    no_items = "どちらの記録にも、取り扱う情報がありません。", "Neither record has any information items.";
    place = "項目", "Field";
    relation = "異同", "Compared";
    same = "同じ", "The same";
    different = "違う", "Different";
    same_level = "影響度は同じ", "The same level";
    not_comparable = "未評価があり、比べられない", "Cannot be compared: not assessed";

    /// The file, with changes on the screen that it does not hold.
    file_with_changes(file: &str) = "{file}（保存していない変更を含む）", "{file} (with changes not saved yet)";
    /// The file, with where the record was found in it.
    file_with_place(file: &str, place: &str) = "{file}（{place}）", "{file} ({place})";

    /// What a screen reader calls the table.
    table_name(left: &str, right: &str) = "{left}と{right}", "{left}; {right}";
    /// Heading over the differences of a step.
    differences_of(step: &str) = "違い：{step}", "Differences: {step}";

    /// What was decided with the reason given.
    with_reason(cell: &str, reason: &str) = "{cell}\n理由：{reason}", "{cell}\nReason: {reason}";
    /// That the level is higher on the second side, by what that side is called.
    higher(other: &str) = "{other}のほうが高い", "{other} is higher";
    /// That the level is lower on the second side.
    lower(other: &str) = "{other}のほうが低い", "{other} is lower";
    /// That a thing is not there on the second side.
    missing(other: &str) = "{other}にない", "Not in {other}";
    /// That a thing is there on the second side only.
    added(other: &str) = "{other}だけにある", "Only in {other}";
}

/// A side with the case that stands there: この記録：Web会議.
pub fn side(side: &str, case: &str, lang: Lang) -> String {
    match case {
        "" => side.to_owned(),
        _ => format!("{side}{}{case}", marks::colon(lang)),
    }
}

/// How many differences there are.
pub fn count(differences: usize, lang: Lang) -> String {
    match differences {
        0 => lang.pick("違いはありません。", "No differences.").to_owned(),
        1 => lang.pick("違いは1か所です。", "1 difference.").to_owned(),
        _ => say!(lang, "違いは{differences}か所です。", "{differences} differences."),
    }
}

/// The level of an item in one objective: 「会議の音声」の機密性.
pub fn cell_of(item: &str, objective: Objective, lang: Lang) -> String {
    use super::Label as _;
    let objective = objective.label(lang);
    say!(lang, "「{item}」の{objective}", "{objective} of “{item}”")
}
