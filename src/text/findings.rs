//! Findings (指摘) in words: what stands out, where, and what to do.

use super::fields::{field_name, field_place, item_name, question_name, question_names, red_flag_text};
use super::finding_actions::action;
use super::labels::level as level_name;
use super::problems::corporate_number_error;
use super::{Label, Lang, Message, characters, marks};
use crate::catalogue::{Catalogue, Mark};
use crate::judgement::{Finding, FindingKind};
use crate::record::{ItemId, MOST_IN_LETTER, Objective, Record, check_corporate_number};

/// How many characters a finding names one by one.
const MOST_NAMED: usize = 40;

/// A finding in words. Items are named by their names, cells by item and objective.
pub fn finding_message(finding: &Finding, record: &Record, catalogue: &Catalogue, lang: Lang) -> Message {
    let expected = match &finding.kind {
        FindingKind::CorporateNumberWrong => {
            let checked = check_corporate_number(record.service.corporate_number.as_str());
            checked.err().map_or_else(String::new, |error| corporate_number_error(&error, lang).expected)
        }
        FindingKind::TextLong(_) => record
            .text_limits(&finding.field)
            .map_or_else(String::new, |(length, _)| say!(lang, "{length}文字程度まで", "about {length} characters")),
        _ => String::new(),
    };
    Message {
        what: what(finding, record, catalogue, lang),
        place: field_place(&finding.field, record, catalogue, lang),
        expected,
        action: action(&finding.kind, lang).to_owned(),
    }
}

/// What a finding rests on, in words: 公式（引用）S3、本ツール. Every mark once.
pub fn finding_basis(finding: &Finding, record: &Record, catalogue: &Catalogue, lang: Lang) -> String {
    let mut marks: Vec<String> = Vec::new();
    for basis in finding.bases(record, catalogue) {
        let sources: Vec<&str> = basis.sources.iter().map(|source| source.0.as_str()).collect();
        let mark = format!("{} {}", basis.mark.label(lang), sources.join(marks::dot(lang))).trim().to_owned();
        if !marks.contains(&mark) {
            marks.push(mark);
        }
    }
    if marks.is_empty() {
        marks.push(Mark::ThisTool.label(lang).to_owned());
    }
    marks.join(marks::semicolon(lang))
}

/// What stands out.
fn what(finding: &Finding, record: &Record, catalogue: &Catalogue, lang: Lang) -> String {
    use FindingKind as Kind;
    let name = |id: &ItemId| item_name(id, record, lang);
    let question = |id| question_name(id, catalogue, lang);
    let flag = |id| red_flag_text(id, catalogue, lang);
    let level = |level| level_name(level, catalogue, lang);
    let cell = |item: &ItemId, objective: Objective| {
        let (item, objective) = (name(item), objective.label(lang));
        say!(lang, "「{item}」の{objective}", "{objective} of “{item}”")
    };
    let field = || field_name(&finding.field, record, catalogue, lang);
    match &finding.kind {
        Kind::GradeThreeAgainstGate(item) => {
            let item = name(item);
            say!(
                lang,
                "「{item}」は機密性3ですが、前提確認では機密性3情報を扱わないと答えています。",
                "“{item}” is confidentiality 3, while the gate answer says that no such information is handled."
            )
        }
        Kind::NoSensitiveItemAgainstGate => say!(
            lang,
            "前提確認では要機密情報を扱うと答えていますが、取り扱う情報はすべて機密性1です。",
            "The gate answer says that sensitive information is handled, while every item is confidentiality 1."
        ),
        Kind::SensitiveItemAgainstGate(item) => {
            let item = name(item);
            say!(
                lang,
                "「{item}」は機密性2又は3ですが、前提確認では要機密情報を扱わないと答えています。",
                "“{item}” is confidentiality 2 or 3, while the gate answer says that no sensitive information is handled."
            )
        }
        Kind::GateNotAnswered(id) => {
            let question = question(id);
            say!(lang, "前提確認の「{question}」に答えていません。", "The gate question “{question}” is not answered.")
        }
        Kind::GateUnknown(id) => {
            let question = question(id);
            say!(lang, "前提確認の「{question}」が不明のままです。", "The gate question “{question}” is answered unknown.")
        }
        Kind::GateEnds(id, outcome) => {
            let (question, outcome) = (question(id), outcome.label(lang));
            say!(
                lang,
                "「{question}」の答えは、判定「{outcome}」につながります。",
                "The answer to “{question}” leads to the outcome “{outcome}”."
            )
        }
        Kind::ServiceReasonMissing => say!(
            lang,
            "想定サービス例と異なるサービスですが、その理由がありません。",
            "The service differs from the assumed one, and no reason is given."
        ),
        Kind::WideUse => say!(
            lang,
            "使う機能や入れる情報を限定できないため、広い使い方を前提に評価します。",
            "The use cannot be limited, so the widest use is assessed."
        ),
        Kind::AssessorNotOfAgency => say!(
            lang,
            "評価者が利用機関の職員ではないため、この評価は無効です。",
            "The assessor is not from the using agency, so the assessment is invalid."
        ),
        Kind::TaskNotChosen => say!(lang, "対象業務を選んでいません。", "No target task is chosen."),
        Kind::TaskUnknown => say!(
            lang,
            "対象業務が不明なので、条件①は確定しません。",
            "The target task is unknown, so condition ① is undetermined."
        ),
        Kind::TaskNotListed => {
            say!(lang, "対象業務一覧に当てはまる行がありません。", "No entry of the list of target tasks applies.")
        }
        Kind::EntryEmpty => say!(lang, "貼り付けた行に業務の文言がありません。", "The pasted row has no task."),
        Kind::TaskWordingUnconfirmed => say!(
            lang,
            "選んだ行の業務の文言は、公式の文書で確認できていません。",
            "The wording of the chosen entry has not been confirmed against official text."
        ),
        Kind::RedFlagOpen(id) => {
            let flag = flag(id);
            say!(lang, "注意点「{flag}」が未確認です。", "The red flag “{flag}” is not addressed.")
        }
        Kind::RedFlagWithoutWord(id) => {
            let flag = flag(id);
            say!(lang, "注意点「{flag}」に補足がありません。", "There is no comment on the red flag “{flag}”.")
        }
        Kind::RedFlagApplies(id) => {
            let flag = flag(id);
            say!(
                lang,
                "注意点「{flag}」に該当します。低位とは限りません。",
                "The red flag “{flag}” applies. Low cannot be taken for granted."
            )
        }
        Kind::NoItems => say!(lang, "取り扱う情報が一つもありません。", "No information item is listed."),
        Kind::ItemWithoutName(item) => {
            let item = name(item);
            say!(lang, "{item}に名称がありません。", "{item} has no name.")
        }
        Kind::ItemWithoutGrade(item, objective) => {
            let cell = cell(item, *objective);
            say!(lang, "{cell}の格付がありません。", "Grade missing: {cell}.")
        }
        Kind::ItemWithoutPersonCount(item) => {
            let item = name(item);
            say!(lang, "「{item}」の個人情報の人数を答えていません。", "The number of persons is not answered for “{item}”.")
        }
        Kind::ItemsOfSameName(_, item) => {
            let item = name(item);
            say!(lang, "「{item}」という名称の情報が二つあります。", "Two items have the name “{item}”.")
        }
        Kind::AnswersMissing(item, objective, ids) => {
            let (cell, questions) = (cell(item, *objective), question_names(ids, catalogue, lang));
            say!(lang, "{cell}で答えていない問いがあります: {questions}。", "Not answered, {cell}: {questions}.")
        }
        Kind::AnswersUnknown(item, objective, ids) => {
            let (cell, questions) = (cell(item, *objective), question_names(ids, catalogue, lang));
            say!(
                lang,
                "{cell}に不明の答えがあり、提案が確定しません: {questions}。",
                "Answered unknown, so the proposal stays open, {cell}: {questions}."
            )
        }
        Kind::NotDecided(item, objective) => {
            let cell = cell(item, *objective);
            say!(lang, "{cell}の影響度を決定していません。", "The level is not decided: {cell}.")
        }
        Kind::Reopened(item, objective) => {
            let cell = cell(item, *objective);
            say!(
                lang,
                "{cell}は、決定のあとで提案が決定を超えたため、決定が効力を失いました。",
                "The proposal rose above the decision after it was made, so it no longer takes effect: {cell}."
            )
        }
        Kind::LowWhileOpen(item, objective) => {
            let cell = cell(item, *objective);
            say!(
                lang,
                "{cell}は提案が未確定なのに、低位と決定しています。",
                "Low was decided while the proposal is not assessed: {cell}."
            )
        }
        Kind::LoweredWithoutReason(item, objective) => {
            let cell = cell(item, *objective);
            say!(
                lang,
                "{cell}を提案より低く決定していますが、理由がありません。",
                "The decision is below the proposal and has no reason: {cell}."
            )
        }
        Kind::ExplanationMissing(item, objective) => {
            let cell = cell(item, *objective);
            say!(
                lang,
                "{cell}の決定には理由が必要ですが、書かれていません。",
                "The decision needs a written reason and has none: {cell}."
            )
        }
        Kind::ReasonOnlyBegun(item, objective) => {
            let cell = cell(item, *objective);
            say!(
                lang,
                "{cell}の決定の理由は、候補の書き出しだけです。",
                "The reason for the decision is only a suggested beginning: {cell}."
            )
        }
        Kind::Lowered(item, objective) => {
            let cell = cell(item, *objective);
            say!(
                lang,
                "{cell}は、理由を付けて提案より低く決定しています（引下げ）。",
                "The decision is below the proposal, with a reason (lowered): {cell}."
            )
        }
        Kind::RaiseWithoutReason(objective) => {
            let objective = objective.label(lang);
            say!(
                lang,
                "業務全体で{objective}を引き上げていますが、理由がありません。",
                "{objective} is raised for the task as a whole, and no reason is given."
            )
        }
        Kind::BelowPrecedent(objective, precedent) => {
            let (objective, precedent) = (objective.label(lang), level(*precedent));
            say!(
                lang,
                "{objective}の提案は、似た情報の先例（NIST SP 800-60では{precedent}）より低くなっています。",
                "{objective} is proposed below the precedent for comparable information (NIST SP 800-60: {precedent})."
            )
        }
        Kind::ConditionsOfUseMissing => say!(
            lang,
            "利用を限定できると答えていますが、利用条件が空です。",
            "The use is said to be limited, but no conditions of use are given."
        ),
        Kind::ResidualRiskMissing => say!(
            lang,
            "引き下げた又は理由を付けた決定があるのに、残るリスクが空です。",
            "A decision was lowered or explained, but no residual risk is given."
        ),
        Kind::RequiredMissing => {
            let field = field();
            say!(lang, "必要な項目が空です: {field}。", "A required field is empty: {field}.")
        }
        Kind::ServiceDiffersFromRequest => say!(
            lang,
            "サービスの記入部分が、依頼を受け取ったときのままではありません。",
            "The provider's part is not as it was when the request was taken in."
        ),
        Kind::CorporateNumberWrong => {
            let checked = check_corporate_number(record.service.corporate_number.as_str());
            checked.err().map_or_else(String::new, |error| corporate_number_error(&error, lang).what)
        }
        Kind::ApproverIsAssessor => {
            say!(lang, "承認者と評価者が同じ人です。", "The approver is also the assessor.")
        }
        Kind::ChangedSinceApproval => {
            let state = record.approval.state.label(lang);
            say!(
                lang,
                "「{state}」になったあとで、内容が変わりました。",
                "The content was changed after the state became “{state}”."
            )
        }
        Kind::KeptCopyIsAnother => say!(
            lang,
            "承認の対象として残した控えの内容が、要約値（SHA-256）に合いません。",
            "The stored copy of the approved content does not match its digest (SHA-256)."
        ),
        Kind::ApprovalStatementChanged => say!(
            lang,
            "承認の記載（状態、だれが、いつ、コメント、有効期間、意見）が、記録したときのものではありません。",
            "The approval entry (state, by whom, when, comment, validity, opinions) is not what was recorded."
        ),
        Kind::ApprovalStatementNotKnown => say!(
            lang,
            "承認の記載に要約値（SHA-256）がないため、記録したあとで変わったかどうか分かりません。",
            "The approval entry has no digest (SHA-256), so it is not known whether it was changed after it was recorded."
        ),
        Kind::ApprovalIncomplete => say!(
            lang,
            "承認に、承認した人・日付・有効期間・内容の要約値のどれかが欠けています。",
            "The approval lacks its person, day, validity or the digest of what was approved."
        ),
        Kind::ApprovalExpired(days) => {
            say!(lang, "承認の有効期間が{days}日前に切れました。", "The approval ended {days} days ago.")
        }
        Kind::ApprovalEndsSoon(days) => {
            say!(lang, "承認の有効期間はあと{days}日です。", "The approval ends in {days} days.")
        }
        Kind::CatalogueDiffers => {
            let (used, present) = (record.catalogue.version.as_str(), &catalogue.meta.version);
            say!(
                lang,
                "この記録は別の目録（{used}）で作られました。いまの目録は{present}です。",
                "The record was made with a catalogue ({used}) other than the one in use ({present})."
            )
        }
        Kind::ProfileUnknown => {
            let profile = &record.profile;
            say!(lang, "手続の版「{profile}」は目録にありません。", "The catalogue has no procedure profile {profile}.")
        }
        Kind::UnknownId(id) => {
            say!(lang, "「{id}」は目録にありません。", "The catalogue does not know {id}.")
        }
        Kind::InvisibleCharacters(marked) => {
            let (field, told) = (field(), characters::told(marked, record.text(&finding.field), lang));
            say!(lang, "見えない文字が入っています: {field} {told}。", "There are invisible characters: {field} {told}.")
        }
        Kind::CharactersWithoutMeaning(marked) => {
            let (field, told) = (field(), characters::told(marked, record.text(&finding.field), lang));
            say!(
                lang,
                "外字など、決まった字のない符号があります: {field} {told}。",
                "There are codes without a character of their own: {field} {told}."
            )
        }
        Kind::LookAlikeCharacters(marked) => {
            let (field, told) = (field(), characters::told(marked, record.text(&finding.field), lang));
            say!(
                lang,
                "英字に見える別の字が入っています: {field} {told}。",
                "There are letters that only look Latin: {field} {told}."
            )
        }
        Kind::Heaped(count) => {
            let field = field();
            say!(
                lang,
                "1文字に重なる記号や文字が多すぎます（{MOST_IN_LETTER}字まで）。超える{count}字は表示も印刷もせず、〓で示します: {field}。",
                "Too many marks or characters are stacked on one letter (at most {MOST_IN_LETTER}). The other {count} are neither shown nor printed and appear as 〓: {field}."
            )
        }
        Kind::OutsideJisX0213(characters) => {
            let named = |character: &char| format!("{character} (U+{:04X})", u32::from(*character));
            let mut shown: Vec<String> = characters.iter().take(MOST_NAMED).map(named).collect();
            if let Some(more) = characters.len().checked_sub(MOST_NAMED).filter(|more| *more > 0) {
                shown.push(say!(lang, "ほか{more}字", "{more} more"));
            }
            let shown = shown.join(marks::comma(lang));
            say!(lang, "JIS X 0213にない文字があります: {shown}。", "There are characters outside JIS X 0213: {shown}.")
        }
        Kind::TextLong(length) => {
            let field = field();
            say!(lang, "長い文です（{length}文字）: {field}。", "The text is long ({length} characters): {field}.")
        }
    }
}
