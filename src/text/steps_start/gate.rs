//! Sentences of 前提確認.

use crate::text::Lang;

sentences! {
    title = "前提確認 — どの制度で考えますか", "Gate questions — which scheme applies?";
    lead = "答えによって、ISMAP-LIU、ISMAP、統一基準4.2.3、停止のどれに進むかが決まります。線の太いところが、いまの道筋です。",
        "The answers lead to ISMAP-LIU, ISMAP, section 4.2.3 or a stop. The thick line is the path so far.";
    path = "いまの道筋", "Path so far";
    goal = "ISMAP-LIUの影響度評価へ", "Continue to the ISMAP-LIU assessment";
    goal_open = "未回答があるため、まだここまで進めません。", "Not reached yet: some answers are missing.";
    contradicted = "答えが、取り扱う情報の格付と食い違っています。どちらかを直してください。",
        "The answers contradict the grades of the information items. Correct one of them.";
    no_task = "まだ選ばれていません", "Not chosen yet";
    task_unknown = "不明", "Unknown";
    task_pasted = "公式の行（機関入力）", "Official row (entered by the agency)";
    task_not_listed = "一覧に該当なし", "Not on the list";
    to_task = "対象業務の手順で選ぶ", "Choose under Target task";
    assumed_service = "想定サービス例：", "Assumed service: ";
    used_service = "使うサービス：", "Service used: ";
    choose_task_first = "対象業務を選ぶと、想定サービス例をここに示します。", "Choose the target task to see its assumed service here.";
    unlisted_end = "要確認（制度所管省庁へ）", "Needs clarification by the ministries in charge";
    reason_end = "理由を書いて進む", "Continue with a reason";
    wide_use_end = "広い使い方のまま評価", "Assess the widest use";
    wide_use = "「いいえ」のときは、使う機能や入れる情報を限定できない、最も広い使い方を評価します。",
        "If “No”, the widest use is assessed, since functions and information cannot be limited.";

    /// 「いいえ」のとき, and on the next line the place it leads to.
    when(answer: &str, end: &str) = "「{answer}」のとき →\n{end}", "{answer} →\n{end}";
}

/// One station of the way: G1 はい
pub fn station(id: &str, answer: &str) -> String {
    format!("{id} {answer}")
}

/// The stations of the way, and where it goes on or ends.
pub fn way(stations: &[String], end: &str) -> String {
    let mut way = stations.join(" → ");
    if !way.is_empty() {
        way.push_str(" → ");
    }
    way.push_str(end);
    way
}

/// The way stops at a question that is open.
pub fn waits_at(id: &str, short: &str, answer: &str, lang: Lang) -> String {
    let in_sentence = answer.to_lowercase();
    say!(
        lang,
        "{id}（{short}）が{answer}のため、先はまだ決まりません",
        "{id} ({short}): {in_sentence}, so the path is still open"
    )
}
