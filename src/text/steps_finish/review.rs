//! Sentences of 確認.

use super::super::Lang;
use crate::judgement::Severity;

sentences! {
    title = "確認", "Review";
    to_do = "はじめにすること", "To do first";
    nothing_to_do = "することは残っていません。", "Nothing is left to do.";
    go_to_first = "最初の1件へ進む", "Go to the first";
    to_field = "この欄へ", "Go there";
    notes = "参考", "Notes";
    read_answers = "すべての答えを読み返す", "Read all answers";
    open_all = "すべて開く", "Unfold all";
    close_all = "すべて閉じる", "Fold all";
    to_decision = "決定へ", "Go to the decision";
    nothing_needed = "必要なことは、すべてそろっています。", "Everything that is needed is there.";
    why = "なぜこの結果か", "Why this result";
    outcome = "判定", "Outcome";
    answers = "回答の確認", "Your answers";
    answers_lead = "手順ごとに読み返します。直すときは「変更」を選びます。", "Step by step. Choose “Change” to correct something.";
    change = "変更", "Change";
    empty = "未入力", "Empty";
    not_chosen = "未選択", "Not chosen";
    unknown_task = "不明", "Unknown";
    not_listed = "一覧に該当なし", "Not on the list";
    entered_by_agency = "機関入力", "Entered by the agency";
    nothing_asked = "問いの対象外", "No question applies";
    every_no = "「はい」「不明」なし", "No “yes” or “unknown”";

    /// What is left before approval can be requested.
    needed_left(count: usize) = "確認を依頼するまでに、あと{count}件必要です。", "Still needed before approval can be requested: {count}.";
    /// Heading of what is to be done.
    to_do_title(count: usize) = "はじめにすること {count}件", "To do first: {count}";
    /// What is worth knowing, folded.
    notes_title(count: usize) = "参考 {count}件", "Notes: {count}";
    /// Accessible name of the way to a decision.
    to_decision_of(item: &str) = "{item}の決定へ", "Go to the decision on {item}";
    /// Link of a finding to its field.
    go_to(place: &str) = "{place}へ", "Go to {place}";
    /// Accessible name of the link that changes a field.
    change_name(field: &str) = "{field}を変更", "Change {field}";
    /// Questions with one answer, as a part of a line: はい：C1、C4.
    answered_so(answer: &str, questions: &str) = "{answer}：{questions}", "{answer}: {questions}";

    /// Personal data that are not counted in persons.
    personal_data(count: &str) = "個人情報 {count}", "personal data: {count}";
    /// How much is hidden until it is asked for.
    rows_hidden(count: usize) = "ほか{count}件を表示", "Show {count} more";
}

/// A decision in a line: 低位（提案 中位、引下げ）; only the proposal where nothing is decided.
pub fn decision_line(decided: &str, proposal: &str, standing: &str, lang: Lang) -> String {
    if decided.is_empty() {
        return say!(lang, "{standing}（提案 {proposal}）", "{standing} (proposal: {proposal})");
    }
    say!(lang, "{decided}（提案 {proposal}、{standing}）", "{decided} (proposal: {proposal}; {standing})")
}

/// How urgent a finding is, in a word.
pub const fn urgency(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Error => lang.pick("必要", "Needed"),
        Severity::Warning => lang.pick("できれば", "If possible"),
        Severity::Note => lang.pick("参考", "Note"),
    }
}
