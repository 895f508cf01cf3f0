//! Sentences of the matrix pages 機密性, 完全性, 可用性.

use super::super::{Lang, marks};
use crate::record::Objective;

sentences! {
    lead = "取り扱う情報ごとに答えます。「不明」と未回答は低位になりません。",
        "Answer for each item of information. “Unknown” and unanswered never count as low.";
    previous_items = "◀ 前の情報", "◀ Previous items";
    next_items = "次の情報 ▶", "Next items ▶";
    no_items = "取り扱う情報がまだありません。ここでは情報ごとに答えるので、先に情報を一覧にします。",
        "There is no item of information yet. Questions here are answered for each item, so list the items first.";
    go_to_items = "取り扱う情報へ", "Go to Information handled";
    as_table = "表で答える", "Answer as a table";
    one_by_one = "情報を一件ずつ答える", "Answer one item at a time";
    which_item = "答える情報", "Item to answer for";
    previous_item = "前の情報", "Previous item";
    next_item = "次の情報", "Next item";
    because_no_personal_data = "個人情報なし", "no personal data";
    because_confidentiality_one = "機密性1", "confidentiality 1";
    because_nothing_to_mitigate = "抑える対象の回答なし", "nothing to mitigate";
    derived_row = "「取り扱う情報」の記入から決まります。", "Taken from “Information handled”.";
    grade_missing = "機密性の格付が必要", "needs a confidentiality grade";
    proposal = "提案", "Proposal";

    /// Which columns are on the screen.
    columns_shown(first: usize, last: usize, all: usize) = "情報{all}件のうち {first}〜{last}件目",
        "Items {first}–{last} of {all}";
    /// The act that answers a row for every item that applies and is not answered; other answers stay as they are.
    answer_the_rest(count: usize, answer: &str) = "未回答の{count}件を「{answer}」に", "{count} unanswered: “{answer}”";
    /// What that act does, in full.
    answer_the_rest_help(count: usize, answer: &str) = "この問いが当てはまり、まだ答えていない{count}件の情報に「{answer}」と答えます。答えた分と「不明」は変えません。元に戻せます。",
        "Answers “{answer}” for the {count} items to which the question applies and which have no answer yet. Given answers and “unknown” stay. Can be undone.";
    /// Accessible name of a cell's option: the cell and what it says.
    option_name(cell: &str, option: &str) = "{cell}：{option}", "{cell}: {option}";
    /// Accessible name of a derived value that leads to where it is changed.
    derived_name(cell: &str, value: &str) = "{cell}：{value}（取り扱う情報で変える）",
        "{cell}: {value} (change under Information handled)";
    /// What a cell says that is not asked.
    not_applicable_because(why: &str) = "対象外（{why}）", "Not applicable ({why})";

    /// Which item of how many.
    place(place: usize, all: usize) = "{place}／{all}件目", "{place} of {all}";
    /// Accessible name of a cell that is not asked.
    not_applicable_name(cell: &str, why: &str) = "{cell}：対象外（{why}）", "{cell}: not applicable ({why})";
    /// The answers that raise a cell.
    raised_by(questions: &str) = "{questions} による", "because of {questions}";
    /// The answers that ask for a reason.
    reason_needed(questions: &str) = "理由が必要（{questions}）", "needs a reason ({questions})";
    /// The mitigations that were used.
    mitigated_by(questions: &str) = "{questions} により引き上げない", "mitigated by {questions}";
    /// The questions that are not answered or 不明.
    still_open(questions: &str) = "残り {questions}", "open: {questions}";
    /// The questions that are answered 不明.
    unknown_answers(questions: &str) = "不明 {questions}", "unknown: {questions}";
    /// How many of a row are answered.
    answered(given: usize, asked: usize) = "回答 {given}／{asked}", "{given} of {asked} answered";
    /// Words that were left out of a short list.
    and_more(count: usize) = "ほか{count}", "{count} more";
}

/// Heading of the page.
pub const fn title(objective: Objective, lang: Lang) -> &'static str {
    match objective {
        Objective::Confidentiality => lang.pick("機密性 ― 漏えいしたときの影響", "Confidentiality: if it leaks"),
        Objective::Integrity => {
            lang.pick("完全性 ― 改ざん・誤り・破損したときの影響", "Integrity: if it is altered, wrong or damaged")
        }
        Objective::Availability => {
            lang.pick("可用性 ― 使えない・失われたときの影響", "Availability: if it cannot be used or is lost")
        }
    }
}

/// How the page is operated with the keyboard.
pub const fn keys(objective: Objective, lang: Lang) -> &'static str {
    match objective {
        Objective::Confidentiality | Objective::Integrity => lang.pick(
            "矢印・Enterで移り、1〜3で答え、Backspaceで取り消します。Ctrl+Rで右へ、Ctrl+Dで下へ写し、Ctrl+Vで表を貼れます。",
            "Arrows and Enter move, 1–3 answer, Backspace clears. Ctrl+R fills right, Ctrl+D fills down, Ctrl+V pastes a block.",
        ),
        Objective::Availability => lang.pick(
            "矢印・Enterで移り、1〜3（A2は1〜5）で答え、Backspaceで取り消します。Ctrl+Rで右へ、Ctrl+Dで下へ写し、Ctrl+Vで表を貼れます。",
            "Arrows and Enter move, 1–3 answer (A2: 1–5), Backspace clears. Ctrl+R fills right, Ctrl+D fills down, Ctrl+V pastes a block.",
        ),
    }
}

/// Head of the question column.
pub const fn questions_head(objective: Objective, lang: Lang) -> &'static str {
    match objective {
        Objective::Confidentiality => lang.pick("漏えいしたとき", "If it leaks"),
        Objective::Integrity => lang.pick("改ざん・誤り・破損したとき", "If altered, wrong or damaged"),
        Objective::Availability => lang.pick("使えない・失われたとき", "If unusable or lost"),
    }
}

/// Accessible name of the proposal of an item.
pub fn proposal_name(item: &str, level: &str, lines: &[String], lang: Lang) -> String {
    let rest = lines.join(marks::semicolon(lang));
    match rest.as_str() {
        "" => say!(lang, "提案 {item}：{level}", "Proposal for {item}: {level}"),
        rest => say!(lang, "提案 {item}：{level}。{rest}", "Proposal for {item}: {level}. {rest}"),
    }
}
