//! Sentences of 影響度の決定.

use super::super::Lang;

sentences! {
    title = "影響度の決定", "Impact levels";
    lead = "提案を見て、評価者が決めます。下げるときと、説明が要るときは理由を書きます。",
        "The program proposes; the assessor decides. Lowering, and answers that call for an explanation, need a reason.";
    as_proposed_help = "提案が決まっていて理由のいらない、未決定のものだけを提案どおりに決めます。元に戻せます。",
        "Decides as proposed only those that are undecided, have a settled proposal and need no reason. Can be undone.";
    item_head = "情報", "Information";
    reason = "理由", "Reason";
    add_reason = "理由を書く", "Write a reason";
    waits_for_proposal = "問いに答え終わるまで、この決定は効きません。", "This decision waits until the questions are answered.";
    low_while_open = "提案が未確定のまま低位と決めています。先に残りの問いに答えてください。",
        "Low was decided while the proposal is open. Answer the remaining questions first.";
    whole_title = "業務全体（集約）", "The task as a whole (aggregation)";
    whole_lead = "多くの情報が集まることで影響が大きくなるときは、業務全体として引き上げます。下げることはできません。",
        "If the impact grows because much information is kept together, raise the task as a whole. It cannot be lowered.";
    not_raised = "引上げなし", "Not raised";
    conditions_hint = "低位といえる前提になる使い方。例：公表を前提とする会議に限る。録画は30日で消す。",
        "The use that the level depends on. For example: only meetings to be published; recordings are deleted after 30 days.";
    residual_hint = "それでも起こりうることと、そのときの影響。例：公表前の名簿が漏れると、日程の調整が要る。",
        "What can still happen, and its effect. For example: if the list leaks early, dates must be changed.";
    conditions_and_risk = "利用条件と残るリスク", "Conditions of use and residual risk";
    show_only = "表示", "Show";
    show_all = "すべて", "All";
    show_open = "決まっていないもの", "Not settled";

    /// The one act for the cells that need no reason.
    decide_as_proposed(count: usize) = "理由のいらない {count} 件を提案どおりに決定",
        "Decide {count} as proposed (no reason needed)";
    /// What the cell is asked to be decided.
    decision_of(cell: &str) = "{cell}の決定", "Decision on {cell}";
    /// Accessible name of the reason of a cell.
    reason_of(cell: &str) = "{cell}の理由", "Reason for {cell}";

    /// Leads to the questions that keep a proposal open.
    open_questions(questions: &str) = "残り {questions}", "Open: {questions}";

    /// Decides anew what the present proposal says.
    decide_anew(level: &str) = "提案 {level} に決め直す", "Decide {level} as proposed";
    /// Confirms the level that was decided, now against the present proposal.
    confirm_level(level: &str) = "{level}のまま確認する", "Confirm {level}";
    /// A raise of the task as a whole.
    raise_to(level: &str) = "{level}に引上げ", "Raise to {level}";
    /// Accessible name of the choice of a raise.
    raise_name(objective: &str) = "業務全体 {objective}", "The task as a whole: {objective}";
    /// The level of an objective as it is now.
    level_now(level: &str) = "いまの影響度 {level}", "Level now: {level}";
    /// How many cells are decided.
    decided_count(decided: usize, all: usize) = "決まったもの {decided}／{all}", "Decided: {decided} of {all}";
}

/// The proposal of a cell, with the answers that raised it if there are any.
pub fn proposal_line(level: &str, questions: &str, lang: Lang) -> String {
    match questions {
        "" => say!(lang, "提案 {level}", "Proposal: {level}"),
        _ => say!(lang, "提案 {level}（{questions}）", "Proposal: {level} ({questions})"),
    }
}

/// Accessible name of a cell: 会議の音声・映像 機密性.
pub fn cell_name(item: &str, objective: &str) -> String {
    format!("{item} {objective}")
}

/// Why a decision was reopened: the proposal it was made against, and the one now.
pub fn reopened_because(then: &str, now: &str, new_causes: &str, lang: Lang) -> String {
    match new_causes {
        "" => say!(
            lang,
            "提案が変わりました。決めたときは{then}、いまは{now}です。",
            "The proposal changed: it was {then} when decided and is {now} now."
        ),
        _ => say!(
            lang,
            "提案が変わりました。決めたときは{then}、いまは{now}です。新しく{new_causes}が加わりました。",
            "The proposal changed: it was {then} when decided and is {now} now. New: {new_causes}."
        ),
    }
}
