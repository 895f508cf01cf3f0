//! 「このあと」: what is to be done next and who does it, for each outcome and state.
//!
//! One place for window, documents and packages, so that none of them says of a rejected case what holds for an approved one.

use super::{Label as _, Lang, marks, report};
use crate::catalogue::{Catalogue, Procedure, Profile};
use crate::judgement::{Judgement, Outcome, Stand};
use crate::record::{ApprovalState, Date, Record};

/// Something to be done, and who does it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextStep {
    /// Who does it.
    pub who: &'static str,
    /// What is to be done.
    pub what: String,
}

sentences! {
    assessor = "評価者", "Assessor";
    approver = "承認者", "Approver";
    agency = "利用機関", "Using agency";
    procuring_agency = "調達する機関", "Procuring agency";
    provider = "事業者", "Provider";
    everybody = "利用機関と事業者", "Agency and provider";

    part_open = "記入部分に足りないところがあります。「確認」の指摘をなくします。",
        "Something is missing from your part. Settle the findings under Review.";
    part_complete = "依頼パッケージ（.liu.zip）を書き出し、サービスを使う政府機関等に渡して、影響度の評価を依頼します。電子メールに添付するか、USBメモリなどの媒体で渡します（相手の受け取れる方法を先に確かめます）。",
        "Export a request package (.liu.zip) and give it to an agency that uses the service, asking it for an assessment. Attach it to a mail, or hand it over on a medium such as a USB stick; ask first which of them the agency can take.";
    part_complete_procurement = "記入部分を、サービスを調達する政府機関等に渡します。影響度は、その機関が調達のときに確かめます。",
        "Give your part to the agency that procures the service. The agency itself confirms the impact at procurement.";
    agency_assesses = "受け取った依頼をもとに影響度を評価し、承認した結果を事業者に渡します。このプログラムがない機関は、パッケージの中の評価シート（Excel）に記入して返します。",
        "Assesses the impact from the request, and gives the approved result to the provider. An agency without this program fills in the assessment sheet (Excel) in the package and sends that back.";
    result_received = "確認表の残りの項目を確かめます。そろうまで、事前申請のパッケージは書き出しません。",
        "Go through the rest of the check-list. Export the pre-application package only when it is complete.";
    ready_to_apply = "事前申請のパッケージを書き出し、制度所管省庁等が定める様式と手続に従って提出します。監査を始める前に、ISMAP運用支援機関への事前相談が勧められています。",
        "Export the pre-application package, and hand it in following the forms and procedures of the authorities in charge. A prior consultation with the ISMAP support body is recommended before the audit begins.";

    statement_changed = "承認の記載が記録したときのものではないため、この結果は使えません。前の版のファイルを探すか、状態を作成中に戻して承認をやり直します。",
        "The approval entry is not what was recorded, so this result cannot be used. Find an earlier version of the file, or withdraw to draft and have it approved again.";
    changed_submitted = "確認を依頼した内容とは変わっています。状態を作成中に戻し、いまの内容でもう一度確認を依頼します。",
        "The content is no longer what was sent for approval. Withdraw to draft, and request approval of the present content.";
    changed_approved = "承認は、いまの内容には及びません。状態を作成中に戻してもう一度確認を依頼するか、承認したときの内容に戻します。それまで、この結果は使えません。",
        "The approval does not cover the present content. Withdraw to draft and request approval again, or go back to the content that was approved. Until then this result cannot be used.";
    changed_rejected = "否認されたあとで内容が変わっています。評価し直すなら、状態を作成中に戻して、もう一度確認を依頼します。",
        "The content was changed after it was rejected. To have it assessed again, withdraw to draft and request approval.";
    returned = "差戻しのコメントに沿って内容を直し、もう一度確認を依頼します。それまで、この結果は使えません。",
        "Correct the content as the comment asks, and request approval again. Until then this result cannot be used.";
    rejected = "この評価は否認されました。この結果でサービスを使うことも、事業者に結果として渡すこともできません。評価し直すなら、否認のコメントを踏まえて状態を作成中に戻します。",
        "This assessment was rejected. The service cannot be used on its strength, nor can it go to the provider as a result. To assess again, withdraw to draft and take up the comment.";
    lapsed = "承認は失効しました。この結果にもとづく利用を続けてよいかを見直します。続けるなら、状態を作成中に戻して評価し直し、もう一度承認を受けます。",
        "The approval was revoked. Review whether the service may still be used. If so, withdraw to draft, assess again and have it approved again.";
    lapsed_tell = "この結果を受け取った事業者に、失効したことを伝えます。", "Tell the provider that received this result that it was revoked.";
    expired = "承認の有効期間が過ぎています。内容を見直し、状態を作成中に戻して、もう一度承認を受けます。それまで、この結果は使えません。",
        "The approval has expired. Review the content, withdraw to draft and have it approved again. Until then this result cannot be used.";

    decide = "内容を読み、承認・差戻し・否認のどれかを決めて記録します。承認されるまで、この結果は使えません。",
        "Read the content and record a decision: approve, return or reject. Until it is approved this result cannot be used.";
    request_approval = "内容を見直し、承認者に確認を依頼します。承認されるまで、この結果は使えません。",
        "Review the content and request approval. Until it is approved this result cannot be used.";

    not_low = "影響度が低位を超えるため、この使い方に ISMAP-LIU は使えません。ISMAP のサービスリストから選ぶか、扱う情報や使い方を絞り、新しい評価として記録します。",
        "The impact is above low, so ISMAP-LIU does not cover this use. Choose a service from the ISMAP list, or narrow the information and use and record that as a new assessment.";
    not_low_tell = "この結果を、適合の評価として事前申請に添えることはできません。",
        "This result cannot be attached to a pre-application as an eligible one.";
    unlisted = "対象業務一覧にない業務でも認められるかを、制度所管省庁（デジタル庁の ISMAP-LIU 相談窓口）に確かめます。答えが出るまで、適合として扱いません。",
        "Ask the ministries in charge (the ISMAP-LIU help desk of the Digital Agency) whether a task that is not on the list is accepted. Until they answer, do not treat the result as eligible.";
    undetermined = "未回答・不明・未決定の欄を埋めて、判定を確定させます。未評価を低位とはみなしません。",
        "Answer and decide what is still open, so that the outcome is settled. What is not assessed does not count as low.";
    not_required = "要機密情報を扱わないため、ISMAP-LIU の評価は要りません。統一基準 4.2.3 に従って利用の手続を進めます。",
        "No sensitive information is handled, so no ISMAP-LIU assessment is needed. Proceed under section 4.2.3 of the common standards.";
    out_of_scope = "この使い方は ISMAP-LIU の対象外です。ISMAP の考え方で、使えるサービスかどうかを判断します。",
        "This use is outside ISMAP-LIU. Decide under ISMAP whether the service may be used.";
    stop = "評価を進めず、情報セキュリティの責任者に報告して指示を受けます。この情報をサービスに入れません。",
        "Stop the assessment, report to those responsible for information security, and follow their instructions. Do not put this information into the service.";
    invalid_assessor = "利用機関の職員が評価し直します。この評価は、承認されても使えません。",
        "Staff of the using agency must assess anew. This assessment cannot be used even if approved.";
    fits_without_profile = "手続の版がこの目録にないため、この先の手続は示せません。公式文書で確かめます。",
        "The procedure is not in this catalogue, so what follows cannot be said. Check it against official text.";
}

/// What is to be done next with a record, in order.
pub fn steps(record: &Record, catalogue: &Catalogue, judgement: &Judgement, today: Date, lang: Lang) -> Vec<NextStep> {
    let teller = Teller { profile: catalogue.profile(&record.profile), procedure: catalogue.procedure(record), lang };
    teller.steps(Stand::of(record, judgement, today))
}

/// A step on one line: 承認者：内容を読み…
pub fn line(step: &NextStep, lang: Lang) -> String {
    report::labelled(step.who, &step.what, lang)
}

/// That the period of the record's procedure is over, with the mark of what that rests on; nothing if it is not.
pub fn period_over(record: &Record, catalogue: &Catalogue, today: Date, lang: Lang) -> Option<String> {
    let over = catalogue.period_over(&record.profile, today)?;
    let title = over.profile.title.text(lang);
    let marks = over.bases.iter().map(|basis| {
        let sources: Vec<&str> = basis.sources.iter().map(|source| source.0.as_str()).collect();
        format!("{} {}", basis.mark.label(lang), sources.join(marks::dot(lang))).trim().to_owned()
    });
    let marks = marks.collect::<Vec<_>>().join(marks::semicolon(lang));
    Some(say!(
        lang,
        "手続の版：{title}。この期間は過ぎています。いまの手続は、公式文書で確認してください。〔{marks}〕",
        "Procedure: {title}. This period is over; see official text for the procedure of today. [{marks}]"
    ))
}

struct Teller<'a> {
    profile: Option<&'a Profile>,
    procedure: Procedure,
    lang: Lang,
}

impl Teller<'_> {
    fn is_pre_application(&self) -> bool {
        self.procedure == Procedure::PreApplication
    }

    fn agency(&self) -> &'static str {
        if self.is_pre_application() { agency(self.lang) } else { procuring_agency(self.lang) }
    }

    fn steps(&self, stand: Stand) -> Vec<NextStep> {
        let lang = self.lang;
        let step = |who: fn(Lang) -> &'static str, what: fn(Lang) -> &'static str| NextStep {
            who: who(lang),
            what: what(lang).to_owned(),
        };
        match stand {
            Stand::PartOpen => vec![step(provider, part_open)],
            Stand::PartComplete if self.is_pre_application() => {
                vec![step(provider, part_complete), step(agency, agency_assesses)]
            }
            Stand::PartComplete | Stand::ResultReceived | Stand::ReadyToApply if !self.is_pre_application() => {
                vec![step(provider, part_complete_procurement)]
            }
            Stand::PartComplete | Stand::ResultReceived => vec![step(provider, result_received)],
            Stand::ReadyToApply => vec![step(provider, ready_to_apply)],
            Stand::StatementChanged => vec![step(assessor, statement_changed)],
            Stand::Changed(ApprovalState::Submitted) => vec![step(assessor, changed_submitted)],
            Stand::Changed(ApprovalState::Rejected) => vec![step(assessor, changed_rejected)],
            Stand::Changed(_) => vec![step(assessor, changed_approved)],
            Stand::Returned => vec![step(assessor, returned)],
            Stand::Rejected => vec![step(assessor, rejected)],
            Stand::Lapsed if self.is_pre_application() => vec![step(assessor, lapsed), step(agency, lapsed_tell)],
            Stand::Lapsed => vec![step(assessor, lapsed)],
            Stand::Expired => vec![step(assessor, expired)],
            Stand::Draft(outcome, errors) => self.draft(outcome, errors),
            Stand::Submitted(outcome) => {
                let mut steps = vec![step(approver, decide)];
                steps.extend(self.outcome(outcome).into_iter().map(|step| self.once_approved(step)));
                steps
            }
            Stand::Approved(outcome) => self.outcome(outcome),
        }
    }

    fn draft(&self, outcome: Outcome, errors: usize) -> Vec<NextStep> {
        let lang = self.lang;
        // Here the outcome itself says what the assessor has to do, whoever approves.
        if matches!(outcome, Outcome::Undetermined | Outcome::Stop | Outcome::InvalidAssessor) {
            return self.outcome(outcome);
        }
        let mut what = request_approval(lang).to_owned();
        if errors > 0 {
            let mend =
                say!(lang, "エラーと「すること」（{errors}件）をなくします。", "Settle the errors and things to do ({errors}).");
            what = format!("{mend}{}{what}", marks::between_sentences(lang));
        }
        let mut steps = vec![NextStep { who: assessor(lang), what }];
        steps.extend(self.outcome(outcome).into_iter().map(|step| self.once_approved(step)));
        steps
    }

    fn once_approved(&self, step: NextStep) -> NextStep {
        let what = step.what;
        let what = say!(self.lang, "承認されたあとは：{what}", "Once it is approved: {what}");
        NextStep { who: step.who, what }
    }

    /// What follows from an outcome, once it is approved.
    fn outcome(&self, outcome: Outcome) -> Vec<NextStep> {
        let lang = self.lang;
        let step = |who: &'static str, what: &str| NextStep { who, what: what.to_owned() };
        match outcome {
            Outcome::Fits => match self.profile {
                Some(profile) => {
                    let who = if self.is_pre_application() { everybody(lang) } else { self.agency() };
                    vec![step(who, procedure(profile, lang))]
                }
                None => vec![step(self.agency(), fits_without_profile(lang))],
            },
            Outcome::NotLow if self.is_pre_application() => {
                vec![step(self.agency(), not_low(lang)), step(provider(lang), not_low_tell(lang))]
            }
            Outcome::NotLow => vec![step(self.agency(), not_low(lang))],
            Outcome::Unlisted => vec![step(self.agency(), unlisted(lang))],
            Outcome::Undetermined => vec![step(assessor(lang), undetermined(lang))],
            Outcome::NotRequired => vec![step(self.agency(), not_required(lang))],
            Outcome::OutOfScope => vec![step(self.agency(), out_of_scope(lang))],
            Outcome::Stop => vec![step(assessor(lang), stop(lang))],
            Outcome::InvalidAssessor => vec![step(self.agency(), invalid_assessor(lang))],
        }
    }
}

/// What the catalogue says of the procedure after an approval of what fits. Most begin with what is said of every record anyway.
fn procedure(profile: &Profile, lang: Lang) -> &str {
    let text = profile.wording.what_comes_next.text(lang);
    text.strip_prefix(report::not_submitted(lang)).unwrap_or(text).trim_start()
}
