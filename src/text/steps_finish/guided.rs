//! Sentences of 案内: one question at a time, what came out in the end, and the way to 一覧表 and back.

use super::super::{Lang, marks};
use crate::record::Objective;

sentences! {
    guided = "案内", "Guided";
    overview = "一覧表", "Overview";
    /// Accessible name of the switch.
    way_through = "進め方", "Way through";
    toggle_way = "案内と一覧表を切り替える", "Switch between guided and overview";
    toggle_way_hint = "一問ずつの案内と、まとめて見る一覧表を行き来します。いまの場所は変わりません。",
        "Goes from one question at a time to the whole table and back. Your place is kept.";
    answer_together = "まとめて答える", "Answered together";
    the_end = "まとめ", "Summary";
    derived = "取り扱う情報の記入から決まるので、ここでは尋ねません。", "taken from Information handled, so not asked here.";
    nothing_left = "この問いの残り　なし", "Nothing left on this question";
    this_case = "この評価", "This assessment";
    gate_about = "どの制度で考えるか", "which scheme applies";
    decisions_about = "提案を見て決める", "decide on the proposals";
    gate_end = "前提確認の結果", "Where the gate leads";
    gate_task = "対象業務（G5）は、次の手順で選びます。", "The target task (G5) is chosen on the next step.";
    gate_hidden = "ほかの問いは、この結果を変えないので尋ねません。", "The other questions would not change this and are not asked.";
    without_reason = "理由のいらないもの", "Those that need no reason";
    none_without_reason = "いま提案どおりにまとめて決められるものはありません。", "Nothing can be decided as proposed just now.";
    one_by_one_next = "理由が要るもの、中位以上のもの、まだ評価できないものは、このあと一つずつ決めます。",
        "What needs a reason, is above low or cannot be assessed yet follows one by one.";
    proposal_head = "提案", "Proposal";
    see_answer = "答えを見る", "See the answer";
    reason_chips = "候補を選ぶと、書き出しが入ります。続きはご自身の言葉で書きます。点線は記録から入る部分です。",
        "Pick a beginning, then go on in your own words. What is dotted comes from the record.";
    picked_legend = "点線は候補から入った部分です。", "What is dotted was taken from a suggestion.";
    rests_on_conditions = "この決定がよりどころとする利用条件", "Conditions of use this decision rests on";
    no_conditions = "まだ書かれていません。", "None written yet.";
    to_conditions = "利用条件を書く", "Write the conditions of use";
    decisions_end = "業務全体と、利用条件、残るリスク", "The task as a whole, conditions, remaining risk";
    level_keys = "Alt+1〜 影響度を選ぶ", "Alt+1… choose a level";
    proposed_mark = "提案", "Proposed";
    lowered_mark = "▽ 引下げ", "▽ Lowered";
    raised_mark = "△ 引上げ", "△ Raised";
    raises_word = "上げた", "Raised";
    reason_word = "理由が要る", "Needs a reason";
    offsets_word = "抑えた", "Offset";
    open_word = "まだ答えていない", "Open";
    all_answered = "問いにはすべて答えました。", "Every question is answered.";
    to_the_question = "残りの問いへ", "To the open question";
    not_low_yet = "影響度は、次の「影響度の決定」で決めます。提案だけでは低位になりません。",
        "Levels are decided on Impact levels. A proposal alone is never low.";

    copy_answers = "ほかの情報の答えを写す", "Copy the answers of another item";
    copy_from = "写す元", "From";
    copy_to = "写す先", "To";
    pasted_block = "貼り付けた表", "The block pasted";
    take_block = "入れる", "Take it";
    replace_all = "置き換える", "Replace";
    only_free = "空いているところだけ入れる", "Only where there is no answer";
    block_circles = "○は「はい」、×は「いいえ」として読みました。", "A circle was read as yes, a cross as no.";
    leave_it = "やめる", "Leave it";

    /// What a block would change.
    block(free: usize, replaced: usize) = "空いている{free}件に入れ、{replaced}件を置き換えます。元に戻せます。",
        "Fills {free} without an answer and replaces {replaced}. Can be undone.";
    /// What of a block has no place.
    block_left_out(count: usize) = "{count}件は、答えとして読めないか、入れる場所がありません。入れません。",
        "{count} are no answers here, or have no place. They are left out.";
    /// An answer that is replaced.
    changed(cell: &str, from: &str, to: &str) = "{cell}：{from} → {to}", "{cell}: {from} → {to}";
    /// A chip with a beginning of a reason.
    pick_phrase(phrase: &str) = "書き出しを入れる：{phrase}", "Begin with: {phrase}";
    /// A cell, as a heading.
    cell_title(item: &str, objective: &str) = "「{item}」の{objective}", "{objective} of “{item}”";
    /// All items of a question at once.
    all_alike(count: usize) = "{count}件とも同じ", "All {count} the same";
    /// Where among the questions.
    question_of(place: usize, all: usize) = "問い {place}／{all}", "Question {place} of {all}";
    /// Where among the questions, for a screen reader.
    progress(answered: usize, all: usize) = "答えた問い {answered}／{all}", "{answered} of {all} questions answered";
    /// How many items of the question are open.
    left(count: usize) = "この問いの残り　{count}件", "Left on this question: {count}";
    /// Accessible name of the answers for one item, or for all.
    row_name(question: &str, row: &str) = "{question} {row}", "{question} {row}";
    /// Accessible name of the head of an answer's column.
    head_name(answer: &str, does: &str) = "{answer}：{does}", "{answer}: {does}";
    /// Items to which a question does not apply, and why.
    not_asked_of(items: &str, why: &str) = "{items}は{why}なので、この問いは当たりません。答えは要りません。",
        "Not asked of {items} ({why}). No answer is needed.";
    /// Questions that apply to no item, and why.
    passed_over(questions: &str, why: &str) = "{questions}は、どの情報にも当たりません（{why}）。答えは要りません。",
        "{questions}: not asked of any item ({why}). No answer is needed.";
    /// Questions that follow from attributes of the items.
    derived_questions(questions: &str, why: &str) = "{questions}は、{why}", "{questions}: {why}";
    /// An item among others.
    named(item: &str) = "「{item}」", "“{item}”";
    /// More items than are named.
    and_others(items: &str, more: usize) = "{items}ほか{more}件", "{items} and {more} more";
    /// All items.
    all_items(count: usize) = "{count}件とも", "All {count} items";
    /// What came out for some items.
    proposed(items: &str, level: &str) = "{items}：提案は{level}です。", "{items}: the proposal is {level}.";
    /// What raised the proposal.
    raised_by(questions: &str) = "{questions}への答えで上がりました。", "Raised by the answers to {questions}.";
    /// What was offset.
    mitigated_by(questions: &str) = "{questions}により、引上げは抑えられています。", "Offset by {questions}.";
    /// What asks for a reason.
    reason_for(questions: &str) = "{questions}により、決定には理由が要ります。", "The decision needs a reason because of {questions}.";
    /// What keeps it from being assessed.
    open_because(questions: &str) = "{questions}が残っているので、まだ評価されていません。", "Not assessed yet, since {questions} is open.";
}

/// The heading of the summary of an objective.
pub const fn came_out(objective: Objective, lang: Lang) -> &'static str {
    match objective {
        Objective::Confidentiality => lang.pick("機密性の問いから出た提案", "What the confidentiality questions propose"),
        Objective::Integrity => lang.pick("完全性の問いから出た提案", "What the integrity questions propose"),
        Objective::Availability => lang.pick("可用性の問いから出た提案", "What the availability questions propose"),
    }
}

/// What an objective is about, beside its name.
pub const fn about(objective: Objective, lang: Lang) -> &'static str {
    match objective {
        Objective::Confidentiality => lang.pick("漏えいしたときの影響", "if it leaks"),
        Objective::Integrity => lang.pick("改ざん・誤り・破損したときの影響", "if it is altered, wrong or damaged"),
        Objective::Availability => lang.pick("使えない・失われたときの影響", "if it cannot be used or is lost"),
    }
}

/// The first sentence of a text.
pub fn first_sentence(text: &str, lang: Lang) -> &str {
    let end = lang.pick("。", ". ");
    let length = text.find(end).map(|at| at + end.trim_end().len());
    length.and_then(|length| text.get(..length)).unwrap_or(text)
}

/// Sentences one after the other.
pub fn sentences(sentences: &[String], lang: Lang) -> String {
    sentences.join(marks::between_sentences(lang))
}
