//! Sentences of 承認.

use super::super::Lang;
use crate::record::ApprovalState;

sentences! {
    title = "承認", "Approval";
    lead = "いまの内容に対して、確認を依頼し、承認・差戻し・否認を記録します。",
        "Records the request for approval and the answer to it, for the content as it is now.";
    by = "記録した方", "By";
    on = "日付", "Date";
    comment = "コメント", "Comment";
    comment_hint = "差戻しのときは、直してほしい点を", "When returning it: what should be changed";
    valid_until = "有効期限", "Valid until";
    validity = "有効期間", "Validity";
    validity_lead = "承認がいつまで有効かを選びます。制度の定めではなく、機関の決めです。",
        "How long the approval is to hold. This is the agency's choice, not a rule of the scheme.";
    content = "対象の内容", "Content covered";
    content_lead = "承認は、次の要約値（SHA-256）の内容に結び付きます。", "An approval is bound to the content with this digest (SHA-256).";
    changed = "承認後に変更あり", "Changed since approval";
    changed_help = "承認などを記録したあとで内容が変わっています。いまの内容は、その記録の対象ではありません。",
        "The content was changed after this state was recorded. What stands here now is not what was approved.";
    digest_then = "記録したときの内容", "Content when it was recorded";
    digest_now = "いまの内容", "Content now";
    next_step = "次に記録すること", "What to record next";
    who_title = "役職", "Title";
    who_name = "氏名", "Name";
    name_needed = "氏名を入力すると記録できます。", "Enter a name to record it.";
    approver_is_assessor = "承認者が評価者と同じ方です。別の方の確認をお勧めします。",
        "The approver is the assessor. Having somebody else confirm is advisable.";
    errors_remain = "エラーの指摘が残っています。承認の前に「確認」で見てください。",
        "Findings of severity error remain. Look at Review before approving.";
    proves_title = "この記録が示すこと・示さないこと", "What this does and does not prove";
    proves = "記録した内容があとで変わったかどうかは分かります。", "It shows whether the content was changed afterwards.";
    proves_not = "電子署名ではありません。だれが記録したかは、入力した氏名のほかに確かめられません。決裁の手続は機関の定めに従ってください。",
        "It is no electronic signature: who recorded it is known only from the name entered. Follow your agency's own rules of approval.";
    expired = "有効期限を過ぎています。", "The approval is no longer valid.";
    see_errors = "確認へ", "Go to Review";
}

/// What a button to a state says.
pub const fn act(to: ApprovalState, lang: Lang) -> &'static str {
    match to {
        ApprovalState::Draft => lang.pick("作成中に戻す", "Take back to draft"),
        ApprovalState::Submitted => lang.pick("確認を依頼する", "Submit for approval"),
        ApprovalState::Returned => lang.pick("差し戻す", "Return"),
        ApprovalState::Approved => lang.pick("承認する", "Approve"),
        ApprovalState::Rejected => lang.pick("否認する", "Reject"),
    }
}

/// What a state means.
pub const fn meaning(state: ApprovalState, lang: Lang) -> &'static str {
    match state {
        ApprovalState::Draft => lang.pick("まだ確認を依頼していません。", "Not yet submitted."),
        ApprovalState::Submitted => lang.pick(
            "承認者の確認を待っています。内容は変えられますが、変えたことが示されます。",
            "Waiting for the approver. The content may still change, and that is shown.",
        ),
        ApprovalState::Returned => lang.pick("直してから、もう一度依頼します。", "To be corrected and submitted again."),
        ApprovalState::Approved => lang.pick("承認されています。", "Approved."),
        ApprovalState::Rejected => lang.pick("否認されています。", "Rejected."),
    }
}

/// Accessible name of the chain of states.
pub fn chain(state: &str, lang: Lang) -> String {
    say!(lang, "承認の状態：{state}", "State of the approval: {state}")
}

/// The last day on which an approval holds, and how many days are left.
pub fn until(day: &str, days_left: i32, lang: Lang) -> String {
    say!(lang, "{day}（あと{days_left}日）", "{day} ({days_left} days left)")
}
