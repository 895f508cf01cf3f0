//! Sentences of the list of agencies asked, on 依頼.

use super::super::{Label as _, Lang, marks};
use crate::record::AskedState;

sentences! {
    heading = "依頼先", "Agencies asked";
    lead = "一つの記録から、いくつの機関にも依頼できます。依頼パッケージを書き出すと、宛先・送付日・送った内容がここに残ります。",
        "One record can ask any number of agencies. Saving a request package notes here to whom it goes, when, and what was sent.";
    none = "まだどの機関にも依頼していません。", "No agency was asked so far.";
    no_name = "（宛先なし）", "(no addressee)";
    service_changed = "送ったあとで、サービスの記入部分が変わりました。必要なら、もう一度依頼してください。",
        "The service part was changed after this was sent. Send it once more if that matters.";
    nothing_came = "まだ届いていません", "Nothing came so far";
    prepare = "この機関への依頼を作る", "Prepare the request";
    correct = "直す", "Correct";
    take_off = "外す", "Remove";
    leave = "やめる", "Leave it";
    keep = "この内容にする", "Keep this";
    add = "依頼先に加える", "Add to the list";
    add_link = "これから依頼する機関を書き留める…", "Put down an agency to be asked…";
    add_heading = "これから依頼する機関を加える", "Add an agency to be asked";
    agency = "機関", "Agency";
    agency_hint = "例：架空省 総務課", "For example Fictitious Ministry, General Affairs";
    contact = "先方の連絡先", "Contact there";
    contact_hint = "部署・氏名・電話・メール", "Department, name, telephone, mail";
    reply_by_label = "回答を希望する日", "Reply requested by";
    sent_label = "送付日", "Sent on";
    acknowledged_label = "受領の連絡があった日", "Acknowledged on";
    day_hint = "例：2026-12-25、令和8年12月25日", "For example 2026-12-25";

    head_state = "状態", "State";
    head_sent = "送付と期限", "Sent, and reply by";
    head_came = "届いたもの", "What came";
    head_acts = "操作", "Acts";

    /// An act on one of the agencies.
    of(act: &str, agency: &str) = "{act}：{agency}", "{act}: {agency}";
    /// For how many days it is overdue.
    overdue_by(days: i32) = "{days}日過ぎています", "{days} days overdue";
    /// The day on which the agency said that it has the request.
    acknowledged_on(on: &str) = "受領の連絡 {on}", "Acknowledged {on}";
    /// The day on which an answer is hoped for.
    reply_by(on: &str) = "回答希望 {on}", "Reply by {on}";
    /// What came back: as what, under which name, and when.
    came(kind: &str, file: &str, on: &str) = "{kind}　{file}（{on}）", "{kind}: {file} ({on})";
}

/// The heads of the table.
pub const fn heads(lang: Lang) -> [&'static str; 5] {
    [agency(lang), head_state(lang), head_sent(lang), head_came(lang), head_acts(lang)]
}

/// When it was sent last, and how often.
pub fn sent_on(on: &str, times: usize, lang: Lang) -> String {
    match times {
        0 | 1 => say!(lang, "送付 {on}", "Sent {on}"),
        _ => say!(lang, "送付 {on}（{times}回目）", "Sent {on} (time {times})"),
    }
}

/// How many requests stand where, those that wait for the provider first: 期限超過 1、送付 2.
pub fn counts(states: impl Iterator<Item = AskedState> + Clone, lang: Lang) -> String {
    let count = |state: AskedState| states.clone().filter(|other| *other == state).count();
    let said = AskedState::ALL.into_iter().map(|state| (state, count(state))).filter(|(_, count)| *count > 0);
    said.map(|(state, count)| format!("{} {count}", state.label(lang))).collect::<Vec<_>>().join(marks::comma(lang))
}
