//! Sentences of 承認.

use super::super::{Lang, concern_counts};
use crate::judgement::{Concern, Judgement};
use crate::record::ApprovalState;

sentences! {
    title = "承認", "Approval";
    lead = "いまの内容に対して、確認を依頼し、承認・差戻し・否認を記録します。",
        "Record approval requests and decisions, for the content as it is now.";
    by = "記録した方", "By";
    on = "日付", "Date";
    comment = "コメント", "Comment";
    comment_hint = "差戻しのときは、直してほしい点を", "When returning it: what should be changed";
    valid_until = "有効期限", "Valid until";
    validity = "有効期間", "Validity";
    validity_lead = "承認がいつまで有効かを選びます。制度の定めではなく、機関の決めです。",
        "How long the approval is to hold. This is the agency's choice, not a rule of the scheme.";
    content_lead = "承認の状態は、記録したときの要約値（SHA-256）の内容に結び付きます。", "A state of the approval is bound to the content with the digest (SHA-256) it was recorded for.";
    no_content_yet = "この状態に結び付いた内容はありません。", "No content is bound to this state.";
    draft_forgets = "作成中に戻すと、この状態の記録と、そのときの内容の控えは、この記録からなくなります。残しておくには、先に「別名で保存」をしてください。",
        "Withdrawing to draft removes the recorded state, and the copy of the content, from this record. To keep them, choose “Save as” first.";
    opinions_lead = "決定とは別に、ほかの方の意見をいくつでも残せます。意見は、述べたときの内容に結び付きます。",
        "Apart from the decision, any number of others may give an opinion. An opinion is bound to the content it was given on.";
    no_opinions = "意見はまだありません。", "There are no opinions yet.";
    opinion_title = "意見を述べた方の役職", "Reviewer's title";
    opinion_name = "意見を述べた方の氏名", "Reviewer's name";
    opinion_date = "意見の日付", "Date of the opinion";
    opinion_add = "意見を加える", "Add opinion";
    opinion_needs_name = "意見を述べた方の氏名を入力すると加えられます。", "Enter the name to add it.";
    opinion_needs_view = "立場を選ぶと加えられます。", "Choose a position to add it.";
    opinion_needs_words = "異議と意見は、内容を書くと加えられます。", "Objections and comments need text before they can be added.";
    digest_then = "記録したときの内容", "Content when it was recorded";
    digest_now = "いまの内容", "Content now";
    next_step = "次に記録すること", "What to record next";
    next_step_lead = "押すと、対象の内容を示し、だれが・いつ・コメントを尋ねてから記録します。",
        "Each shows what it is about and asks by whom, on which day and with which comment before anything is recorded.";
    subject = "対象", "Subject";
    subject_case = "案件", "Case";
    subject_service = "サービス", "Service";
    subject_agency = "利用機関", "Agency";
    subject_task = "業務", "Task";
    subject_outcome = "判定", "Outcome";
    subject_levels = "影響度", "Impact levels";
    subject_lowered = "引き下げた決定", "Decisions below the proposal";
    subject_findings = "残っている指摘", "Remaining findings";
    changes_unknown = "どの項目が変わったかを示せないため、この内容は承認できません。作成中に戻し、あらためて確認を依頼してください。",
        "What was changed cannot be shown, so this content cannot be approved. Withdraw to draft and request approval again.";
    who = "だれが記録しますか", "Who records it";
    who_lead = "記録する方が自分で入力するか、次から自分を選びます。はじめから入っている名前はありません。",
        "Whoever records it enters the name, or chooses it here. No name is filled in beforehand.";
    as_approver = "承認者", "approver";
    as_assessor = "評価者", "assessor";
    as_user = "このパソコンの使用者", "user of this computer";
    another_day = "別の日にする", "Another day";
    date_hint = "例：2026-11-23、令和8年11月23日", "For example 2026-11-23";
    validity_needed = "有効期間を選ぶと承認できます。", "Choose a validity to approve it.";
    close = "記録せずに閉じる", "Close without recording";
    changed_meanwhile = "この画面を開いているあいだに内容が変わりました。もう一度お確かめください。",
        "The content was changed while this was open. Please look at it again.";
    details = "詳細（要約値）", "Details (digests)";
    saved_when_saved = "ファイルには、保存すると残ります。", "It is stored in the file when you save.";
    who_title = "役職", "Title";
    who_name = "氏名", "Name";
    name_needed = "氏名を入力すると記録できます。", "Enter a name to record it.";
    approver_is_assessor = "承認者が評価者と同じ方です。別の方の確認をお勧めします。",
        "The approver is also the assessor. Confirmation by somebody else is advisable.";
    errors_remain = "エラーか「すること」が残っています。承認の前に「確認」で見てください。",
        "Errors or things to do remain. Look at Review before approving.";
    proves_title = "この記録が示すこと・示さないこと", "What this does and does not prove";
    proves = "記録した内容があとで変わったかどうかは分かります。", "It shows whether the content was changed afterwards.";
    proves_not = "電子署名ではありません。だれが記録したかは、入力した氏名のほかに確かめられません。決裁の手続は機関の定めに従ってください。",
        "It is not an electronic signature: who recorded it is known only from the name entered. Follow your agency's own approval rules.";
    expired = "承認の有効期限を過ぎています。期限切れの承認は、承認がないのと同じに扱ってください。",
        "The validity of the approval has run out. Treat it as if there were none.";
    approved_otherwise = "承認されたのは、いまとは別の内容です。", "The approved content differs from the present content.";
    self_approved = "評価者と承認者が同じ人です。このことは、承認を示すすべての出力に書かれます。",
        "Approver and assessor are the same person. Every document that shows the approval says so.";
    see_errors = "確認へ", "Go to Review";

    /// That recording reaches no file by itself.
    ready(undo: &str) = "記録しても、保存するまではファイルに残りません。{undo} で戻せます。",
        "It is stored in the file when you save. {undo} undoes it.";

    /// Accessible name of the chain of states.
    chain(state: &str) = "承認の状態：{state}", "Approval: {state}";
    /// The last day on which an approval holds, and how many days are left.
    until(day: &str, days_left: i32) = "{day}（あと{days_left}日）", "{day} ({days_left} days left)";

    /// On which day it is recorded: shown, since it is the day of the act unless another is entered.
    day_of_the_act(day: &str) = "日付：{day}", "Date: {day}";
}

/// What a button to a state says.
pub const fn act(to: ApprovalState, lang: Lang) -> &'static str {
    match to {
        ApprovalState::Draft => lang.pick("作成中に戻す", "Withdraw to draft"),
        ApprovalState::Submitted => lang.pick("確認を依頼する", "Request approval"),
        ApprovalState::Returned => lang.pick("差し戻す", "Return"),
        ApprovalState::Approved => lang.pick("承認する", "Approve"),
        ApprovalState::Rejected => lang.pick("否認する", "Reject"),
        ApprovalState::Lapsed => lang.pick("失効させる", "Revoke approval"),
    }
}

/// What a state means.
pub const fn meaning(state: ApprovalState, lang: Lang) -> &'static str {
    match state {
        ApprovalState::Draft => lang.pick("まだ確認を依頼していません。", "Approval not requested yet."),
        ApprovalState::Submitted => lang.pick(
            "承認者の確認を待っています。内容は変えられますが、変えたことが示されます。",
            "Waiting for the approver. The content may still change, and that is shown.",
        ),
        ApprovalState::Returned => lang.pick("直してから、もう一度依頼します。", "To be corrected; then request approval again."),
        ApprovalState::Approved => lang.pick("承認されています。", "Approved."),
        ApprovalState::Rejected => lang.pick("否認されています。", "Rejected."),
        ApprovalState::Lapsed => lang.pick(
            "承認は、有効期限を待たずに失効しました。あらためて承認を受けるには、作成中に戻します。",
            "The approval was revoked before its validity ended. To have it approved again, withdraw to draft.",
        ),
    }
}

/// What the button says that opens the content for which a state was recorded.
pub const fn open_covered(state: ApprovalState, lang: Lang) -> &'static str {
    match state {
        ApprovalState::Draft => lang.pick("記録した内容を開く", "Open the content it was recorded for"),
        ApprovalState::Submitted => lang.pick("確認を依頼した内容を開く", "Open the content sent for approval"),
        ApprovalState::Returned => lang.pick("差し戻した内容を開く", "Open the content that was returned"),
        ApprovalState::Approved | ApprovalState::Lapsed => lang.pick("承認した内容を開く", "Open the content that was approved"),
        ApprovalState::Rejected => lang.pick("否認した内容を開く", "Open the content that was rejected"),
    }
}

/// What a button says that asks before it brings the approval to a state.
pub fn act_asks(to: ApprovalState, lang: Lang) -> String {
    format!("{}…", act(to, lang))
}

/// Title of the dialog that asks before the approval is brought to a state.
pub const fn act_title(to: ApprovalState, lang: Lang) -> &'static str {
    match to {
        ApprovalState::Draft => lang.pick("作成中に戻しますか", "Withdraw to draft?"),
        ApprovalState::Submitted => lang.pick("確認を依頼しますか", "Request approval?"),
        ApprovalState::Returned => lang.pick("差し戻しますか", "Return it?"),
        ApprovalState::Approved => lang.pick("承認しますか", "Approve it?"),
        ApprovalState::Rejected => lang.pick("否認しますか", "Reject it?"),
        ApprovalState::Lapsed => lang.pick("失効させますか", "Revoke the approval?"),
    }
}

/// That a state was recorded just now, by whom and on which day.
pub fn done(state: ApprovalState, by: &str, on: &str, lang: Lang) -> String {
    let what = match state {
        ApprovalState::Draft => lang.pick("作成中に戻しました", "Withdrawn to draft"),
        ApprovalState::Submitted => lang.pick("確認を依頼しました", "Approval requested"),
        ApprovalState::Returned => lang.pick("差し戻しました", "Returned"),
        ApprovalState::Approved => lang.pick("承認しました", "Approved"),
        ApprovalState::Rejected => lang.pick("否認しました", "Rejected"),
        ApprovalState::Lapsed => lang.pick("失効させました", "Approval revoked"),
    };
    let whom = say!(lang, "{by}、{on}", "{by}, {on}");
    let later = saved_when_saved(lang);
    say!(lang, "{what}（{whom}）。{later}", "{what} ({whom}). {later}")
}

/// That nothing was changed since the state was recorded.
pub const fn unchanged_since(state: ApprovalState, lang: Lang) -> &'static str {
    match state {
        ApprovalState::Draft => lang.pick("記録のあと、内容は変わっていません。", "Nothing was changed since it was recorded."),
        ApprovalState::Submitted => {
            lang.pick("確認依頼のあと、内容は変わっていません。", "Nothing was changed since approval was requested.")
        }
        ApprovalState::Returned => {
            lang.pick("差戻しのあと、内容は変わっていません。", "Nothing was changed since it was returned.")
        }
        ApprovalState::Approved | ApprovalState::Lapsed => {
            lang.pick("承認のあと、内容は変わっていません。", "Nothing was changed since approval.")
        }
        ApprovalState::Rejected => {
            lang.pick("否認のあと、内容は変わっていません。", "Nothing was changed since it was rejected.")
        }
    }
}

/// How many decisions were lowered.
pub fn lowered(count: usize, lang: Lang) -> String {
    match count {
        0 => lang.pick("なし", "None").to_owned(),
        _ => say!(lang, "▽引下げ {count}件", "▽ {count} lowered"),
    }
}

/// How many findings remain.
pub fn findings(judgement: &Judgement, lang: Lang) -> String {
    let remain = judgement.findings.iter().any(|finding| finding.concern() != Concern::Note);
    if remain { concern_counts(judgement, lang) } else { lang.pick("なし", "None").to_owned() }
}

/// The button that takes this person for the one who records.
pub fn take_person(person: &str, as_what: &str, lang: Lang) -> String {
    match as_what {
        "" => person.to_owned(),
        _ => say!(lang, "{person}（{as_what}）", "{person} ({as_what})"),
    }
}

/// That it can be recorded, for a content that was changed in so many places.
pub fn ready_with_changes(count: usize, lang: Lang) -> String {
    let changes = if count == 1 { "change" } else { "changes" };
    say!(
        lang,
        "変わった {count} 項目を含む、いまの内容に対して記録します（上に示しています）。",
        "It is recorded for the content as it is now, with the {count} {changes} shown above."
    )
}
