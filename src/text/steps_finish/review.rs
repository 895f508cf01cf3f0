//! Sentences of 確認.

use super::super::Lang;

sentences! {
    title = "確認", "Review";
    lead = "回答と、判定の理由を読み返します。指摘を選ぶと、その欄へ移ります。",
        "Read the answers and the reasons once more. Choose a finding to go to its field.";
    why = "なぜこの結果か", "Why this result";
    outcome = "判定", "Outcome";
    no_findings = "指摘はありません。", "There are no findings.";
    severity = "重さ", "Severity";
    finding = "指摘と、することの案内", "Finding, and what to do";
    place = "欄", "Field";
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

    /// Heading of the findings.
    findings_title(count: usize) = "指摘 {count}", "Findings: {count}";
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
