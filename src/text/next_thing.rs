//! The next thing to be done, on one line.

use super::{Label as _, Lang};
use crate::catalogue::{Procedure, StepId};
use crate::judgement::{NextThing, Outcome};
use crate::record::{ApprovalState, Field};

sentences! {
    /// A request was sent back.
    mend_returned(agency: &str) = "{agency}から返送された依頼を直す", "Correct the request that {agency} sent back";
    /// Agencies have the request and did not answer yet.
    await_answers(count: usize) = "依頼した機関の回答を待つ（{count}機関）", "Wait for the agencies that were asked ({count})";
    request_approval = "承認者に確認を依頼する", "Request approval";
    submit_anew = "作成中に戻し、もう一度確認を依頼する", "Withdraw to draft and request approval again";
    have_approved_again = "いまの内容で承認を受け直す", "Have the present content approved";
    await_decision = "承認者の確認を待つ", "Wait for the approver's decision";
    read_return = "差戻しのコメントに沿って直す", "Correct it as the comment asks";
    read_rejection = "否認のコメントを読む", "Read why it was rejected";
    assess_again = "内容を見直し、もう一度承認を受ける", "Review it and have it approved again";
    find_earlier = "承認の記載を確かめる", "Check what stands in the approval";
    hand_over = "事業者に結果を渡す", "Give the result to the provider";
    keep_with_procurement = "調達の記録とともに保管する", "Keep it with the procurement files";
    choose_otherwise = "使い方かサービスを見直す", "Reconsider the use or the service";
    ask_the_desk = "相談窓口に確かめる", "Ask the consultation desk";
    follow_423 = "統一基準 4.2.3 で手続を進める", "Proceed under section 4.2.3";
    follow_ismap = "ISMAP の考え方で判断する", "Decide under ISMAP";
    escalate = "情報セキュリティの責任者に報告する", "Report to those responsible for security";
    other_assessor = "利用機関の職員が評価し直す", "Have staff of the agency assess";
    settle_all = "不明の答えを確かめる", "Settle what is unknown";
    make_request = "依頼パッケージを作って渡す", "Make the request package and pass it on";
    give_part = "記入部分を調達する機関に渡す", "Give your part to the procuring agency";
    make_application = "事前申請のパッケージを作る", "Make the pre-application package";

    choose_task = "対象業務を選ぶ", "Choose the target task";
    list_items = "取り扱う情報を挙げる", "List the information handled";
    is_saas = "SaaSか", "SaaS or not";
    red_flags = "注意点", "points to note";

    /// With what to begin on a step.
    begin_with(step: &str, from: &str) = "{step} {from}から", "{step}, from {from}";
    /// The line on which it stands.
    next(what: &str) = "次：{what}", "Next: {what}";
}

/// The next thing to be done, on one line: 機密性 C7から、残り18問.
pub fn next_thing(next: &NextThing, lang: Lang) -> String {
    match next {
        NextThing::Fill { field: Field::Task | Field::SuggestedTask, .. } => choose_task(lang).to_owned(),
        NextThing::Fill { field: Field::Items, .. } => list_items(lang).to_owned(),
        NextThing::Fill { step, field, left } => {
            let from = match beginning(field, lang) {
                Some(from) => begin_with(step.label(lang), &from, lang),
                None => step.label(lang).to_owned(),
            };
            if matches!(field, Field::Answer(..) | Field::Gate(_)) {
                say!(lang, "{from}、残り{left}問", "{from} ({left} questions left)")
            } else {
                say!(lang, "{from}、残り{left}件", "{from} ({left} left)")
            }
        }
        NextThing::Mend { step, field, left } => {
            let place = place(*step, field, lang);
            say!(lang, "{place}の指摘を直す（あわせて{left}件）", "Correct {place} ({left} in all)")
        }
        NextThing::Settle { step, field } => {
            let place = place(*step, field, lang);
            say!(lang, "{place}の「不明」を確かめる", "Settle what is unknown: {place}")
        }
        NextThing::CheckList { left, .. } => {
            say!(lang, "確認表の残り{left}件を確かめる", "Go through the rest of the check-list ({left})")
        }
        NextThing::MendReturned(agency) => mend_returned(agency, lang),
        NextThing::AskAgain { agency, days, others: 0 } => {
            say!(
                lang,
                "{agency}に回答を確かめる（期限を{days}日過ぎています）",
                "Ask {agency} about its answer ({days} days overdue)"
            )
        }
        NextThing::AskAgain { agency, days, others } => say!(
            lang,
            "{agency}に回答を確かめる（期限を{days}日過ぎています。ほか{others}機関）",
            "Ask {agency} about its answer ({days} days overdue; {others} others)"
        ),
        NextThing::AwaitAnswers(count) => await_answers(*count, lang),
        NextThing::AwaitDecision(title) if !title.trim().is_empty() => {
            say!(lang, "{title}の確認を待つ", "Wait for the decision of {title}")
        }
        NextThing::AnswerComments(open @ 1..) => say!(lang, "コメント{open}件に答える", "Answer the comments ({open})"),
        other => plain(other, lang).to_owned(),
    }
}

/// What is said the same always.
const fn plain(next: &NextThing, lang: Lang) -> &'static str {
    match next {
        NextThing::Fill { .. } | NextThing::Mend { .. } | NextThing::Settle { .. } => settle_all(lang),
        NextThing::Ended(outcome) | NextThing::Approved(outcome, _) => match (outcome, next) {
            (Outcome::Fits, NextThing::Approved(_, Procedure::PreApplication)) => hand_over(lang),
            (Outcome::Fits, _) => keep_with_procurement(lang),
            (Outcome::NotLow, _) => choose_otherwise(lang),
            (Outcome::Unlisted, _) => ask_the_desk(lang),
            (Outcome::Undetermined, _) => settle_all(lang),
            (Outcome::NotRequired, _) => follow_423(lang),
            (Outcome::OutOfScope, _) => follow_ismap(lang),
            (Outcome::InvalidAssessor, _) => other_assessor(lang),
            (Outcome::Stop, _) => escalate(lang),
        },
        NextThing::RequestApproval => request_approval(lang),
        NextThing::SubmitAnew(ApprovalState::Approved) => have_approved_again(lang),
        NextThing::SubmitAnew(_) => submit_anew(lang),
        NextThing::AwaitDecision(_) => await_decision(lang),
        NextThing::AnswerComments(_) => read_return(lang),
        NextThing::ReadRejection => read_rejection(lang),
        NextThing::AssessAgain => assess_again(lang),
        NextThing::FindEarlierVersion => find_earlier(lang),
        NextThing::MakeRequest | NextThing::MendReturned(_) | NextThing::AskAgain { .. } | NextThing::AwaitAnswers(_) => {
            make_request(lang)
        }
        NextThing::GivePart => give_part(lang),
        NextThing::CheckList { .. } | NextThing::MakeApplication => make_application(lang),
    }
}

/// Where to begin on a step, in a word that needs no catalogue: the id of a question, the label of a field.
fn beginning(field: &Field, lang: Lang) -> Option<String> {
    Some(match field {
        Field::Text(text) => text.label(lang).to_owned(),
        Field::Day(day) => day.label(lang).to_owned(),
        Field::ServiceIsSaas => is_saas(lang).to_owned(),
        Field::Gate(question) | Field::Answer(_, question) => question.to_string(),
        Field::RedFlag(_) => red_flags(lang).to_owned(),
        Field::Item(_, part) => part.label(lang).to_owned(),
        Field::Decision(_, objective) | Field::Reason(_, objective) => objective.label(lang).to_owned(),
        Field::Raise(objective) | Field::RaiseReason(objective) => objective.label(lang).to_owned(),
        Field::CheckList(point) => point.label(lang).to_owned(),
        Field::Task | Field::Items | Field::SuggestedTask | Field::Approval | Field::Catalogue | Field::Profile => return None,
    })
}

/// A place with its step: 影響度の決定（機密性）.
fn place(step: StepId, field: &Field, lang: Lang) -> String {
    let step = step.label(lang);
    match beginning(field, lang) {
        Some(from) if from != step => say!(lang, "{step}（{from}）", "{step} ({from})"),
        _ => step.to_owned(),
    }
}
