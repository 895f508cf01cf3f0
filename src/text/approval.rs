//! What is said of an approval wherever it is shown, printed or exported: its state with what must not be overlooked, what was
//! changed after it, and the opinions beside it.

pub use super::approval_line::person;
use super::difference::{self, Told};
use super::{Label as _, Lang, marks};
use crate::catalogue::Catalogue;
use crate::record::{
    ApprovalState, ApprovalStatement, ChangesSinceApproval, ContentDigest, Date, Difference, Field, Opinion, Place, Record,
};

sentences! {
    run_out = "期限切れ", "expired";
    statement_changed = "承認の記載が変更されています", "the approval entry was changed";
    statement_not_known = "承認の記載が変更されたかどうか不明", "not known whether the approval entry was changed";
    statement_is_changed = "承認の記載（状態、だれが、いつ、コメント、有効期間、意見）が要約値（SHA-256）に合いません。記録したときの記載ではないため、この承認は使えません。",
        "The approval entry (state, by whom, when, comment, validity, opinions) does not match its digest (SHA-256). It is not what was recorded and cannot be relied on.";
    statement_is_not_known = "承認の記載に要約値（SHA-256）がないため、記録したあとで変更されたかどうかは分かりません。",
        "The approval entry has no digest (SHA-256), so it is not known whether it was changed after it was recorded.";
    by_the_assessor = "評価者と承認者が同じ人", "approver and assessor are the same person";
    lapsed_by = "失効を記録した方", "Revoked by";
    lapsed_on = "失効の日", "Revoked on";
    lapse_comment = "失効の理由", "Reason for revoking";
    changed_place = "変わった項目", "What was changed";
    changes = "変更された項目", "What was changed since";
    value_now = "いま", "Now";
    opinions = "意見", "Opinions";
    opinion_by = "述べた方", "By";
    opinion_on = "日付", "Date";
    opinion_view = "立場", "View";
    opinion_comment = "意見の内容", "Opinion";
    on_other_content = "いまの内容とは別の内容に対する意見です", "about another content than the present one";
    kept_copy_is_another = "残した控えの内容が要約値（SHA-256）に合いません。控えは使いません。",
        "The stored copy does not match its digest (SHA-256) and is not used.";

    /// That so many further changes stand elsewhere.
    more_changes(hidden: usize, document: &str) = "ほかに{hidden}項目あります。すべての変更は{document}の「承認」にあります。",
        "{hidden} more; see Approval in the {document} for all of them.";
}

/// The state of a record's approval with what must not be overlooked: 承認（期限切れ、承認後に変更あり）.
pub fn state(record: &Record, today: Date, lang: Lang) -> String {
    with_marks(record.approval.state, &marks(record, today, lang), lang)
}

/// The same for somebody who must not take for approved what is not: 未承認（確認依頼中）, 承認（期限切れ）.
pub fn standing(record: &Record, today: Date, lang: Lang) -> String {
    let state = match record.approval.state {
        ApprovalState::Draft => lang.pick("未承認（作成中）", "Not approved (draft)"),
        ApprovalState::Submitted => lang.pick("未承認（確認依頼中）", "Not approved (awaiting decision)"),
        ApprovalState::Returned => lang.pick("未承認（差戻し）", "Not approved (returned)"),
        ApprovalState::Approved => lang.pick("承認", "Approved"),
        ApprovalState::Rejected => lang.pick("否認", "Rejected"),
        ApprovalState::Lapsed => lang.pick("失効", "Revoked"),
    };
    let marks = marks(record, today, lang);
    if marks.is_empty() {
        state.to_owned()
    } else {
        format!("{state}{}{}", lang.pick("　", ": "), marks.join(marks::semicolon(lang)))
    }
}

/// A state with what must not be overlooked.
pub fn with_marks(state: ApprovalState, marks: &[&str], lang: Lang) -> String {
    if marks.is_empty() {
        return state.label(lang).to_owned();
    }
    let (state, marks) = (state.label(lang), marks.join(marks::semicolon(lang)));
    say!(lang, "{state}（{marks}）", "{state} ({marks})")
}

/// What must not be overlooked of a record's approval.
pub fn marks(record: &Record, today: Date, lang: Lang) -> Vec<&'static str> {
    let approval = &record.approval;
    let self_approved = record.is_approved_by_assessor();
    let mut marks = marks_of(approval.state, approval.has_run_out(today), record.changed_since_approval(), self_approved, lang);
    marks.extend(statement_mark(approval.statement(), lang));
    marks
}

/// What must not be overlooked: that an approval has run out, that the content was changed since, that the assessor approved.
pub fn marks_of(state: ApprovalState, has_run_out: bool, is_changed: bool, by_assessor: bool, lang: Lang) -> Vec<&'static str> {
    let mut marks = Vec::new();
    marks.extend(has_run_out.then(|| run_out(lang)));
    marks.extend(is_changed.then(|| changed_after(state, lang)));
    marks.extend(by_assessor.then(|| by_the_assessor(lang)));
    marks
}

/// That what stands in an approval is not what was recorded, or that this is not known, in a few words.
pub const fn statement_mark(statement: ApprovalStatement, lang: Lang) -> Option<&'static str> {
    match statement {
        ApprovalStatement::Nothing | ApprovalStatement::AsRecorded => None,
        ApprovalStatement::NotKnown => Some(statement_not_known(lang)),
        ApprovalStatement::Changed => Some(statement_changed(lang)),
    }
}

/// The same as a sentence.
pub const fn statement_problem(statement: ApprovalStatement, lang: Lang) -> Option<&'static str> {
    match statement {
        ApprovalStatement::Nothing | ApprovalStatement::AsRecorded => None,
        ApprovalStatement::NotKnown => Some(statement_is_not_known(lang)),
        ApprovalStatement::Changed => Some(statement_is_changed(lang)),
    }
}

/// That the content was changed after a state was recorded.
pub const fn changed_after(state: ApprovalState, lang: Lang) -> &'static str {
    match state {
        ApprovalState::Draft => lang.pick("記録後に変更あり", "changed since it was recorded"),
        ApprovalState::Submitted => lang.pick("確認依頼後に変更あり", "changed since approval was requested"),
        ApprovalState::Returned => lang.pick("差戻し後に変更あり", "changed since it was returned"),
        ApprovalState::Approved | ApprovalState::Lapsed => lang.pick("承認後に変更あり", "changed since approval"),
        ApprovalState::Rejected => lang.pick("否認後に変更あり", "changed since it was rejected"),
    }
}

/// What the content of then is called, over against the present one.
pub const fn value_then(state: ApprovalState, lang: Lang) -> &'static str {
    match state {
        ApprovalState::Draft => lang.pick("記録したとき", "When it was recorded"),
        ApprovalState::Submitted => lang.pick("確認を依頼したとき", "When approval was requested"),
        ApprovalState::Returned => lang.pick("差し戻したとき", "When returned"),
        ApprovalState::Approved | ApprovalState::Lapsed => lang.pick("承認したとき", "When approved"),
        ApprovalState::Rejected => lang.pick("否認したとき", "When rejected"),
    }
}

/// What was changed after the state of an approval was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// That something was changed, how much, and what that means.
    pub whole: String,
    /// Each place with what stood there and what stands there now. Empty if that is not known, or no value was changed.
    pub each: Vec<Told>,
}

/// What was changed after the state of the approval was recorded; nothing if nothing was, or if the state is bound to no content.
pub fn changes_since(record: &Record, catalogue: &Catalogue, lang: Lang) -> Option<Changes> {
    let changed = changed_after(record.approval.state, lang);
    match record.changes_since_approval() {
        ChangesSinceApproval::NotBound | ChangesSinceApproval::Unchanged => None,
        ChangesSinceApproval::Changed(found) => {
            let old = record.covered_content().unwrap_or(record);
            Some(told_changes(&found, old, record, catalogue, lang))
        }
        ChangesSinceApproval::Unknown => {
            let whole = if record.approval.covered.is_some() {
                say!(
                    lang,
                    "{changed}。残した控えの内容が要約値に合わないため、どの項目が変わったかは分かりません。",
                    "The content has {changed}. The stored copy does not match its digest, so it is not known what was changed."
                )
            } else {
                say!(
                    lang,
                    "{changed}。そのときの内容の控えがないため、どの項目が変わったかは分かりません。",
                    "The content has {changed}. No copy of it was kept, so it is not known what was changed."
                )
            };
            Some(Changes { whole, each: Vec::new() })
        }
    }
}

/// The same over against a content of then that stands elsewhere than in the record.
pub fn changes_from(then: &Record, record: &Record, catalogue: &Catalogue, lang: Lang) -> Changes {
    let mut found = then.differences(record);
    found.retain(|found| found.place != Place::Field(Field::Approval));
    told_changes(&found, then, record, catalogue, lang)
}

fn told_changes(found: &[Difference<'_>], old: &Record, record: &Record, catalogue: &Catalogue, lang: Lang) -> Changes {
    let changed = changed_after(record.approval.state, lang);
    let each: Vec<Told> = found.iter().map(|found| difference::told(found, old, record, catalogue, lang)).collect();
    let count = each.len();
    let places = if count == 1 { "place" } else { "places" };
    let whole = match count {
        0 => say!(
            lang,
            "{changed}。どの項目の値も同じで、意味のない順序だけが違います。",
            "The content has {changed}: no value differs, only an order without meaning."
        ),
        _ => say!(
            lang,
            "{changed}（{count}項目）。いまの内容は、その記録の対象ではありません。",
            "The content has {changed}, in {count} {places}. The present content is not what that state was recorded for."
        ),
    };
    Changes { whole, each }
}

/// A change on one line: 利用条件：録画しない。 → 録画する。
pub fn change_line(change: &Told, lang: Lang) -> String {
    let Told { place, old, new } = change;
    say!(lang, "{place}：{old} → {new}", "{place}: {old} → {new}")
}

/// That an opinion is about another content than the present one.
pub fn other_content(opinion: &Opinion, now: &ContentDigest, lang: Lang) -> Option<&'static str> {
    (opinion.content != *now).then(|| on_other_content(lang))
}
