//! Findings (指摘) in words: what stands out, where, and what to do.

use super::fields::{field_name, field_place, item_name, question_name, question_names, red_flag_text};
use super::labels::level as level_name;
use super::problems::corporate_number_error;
use super::{Label, Lang, Message};
use crate::catalogue::{Catalogue, Mark};
use crate::judgement::{Finding, FindingKind};
use crate::record::{ItemId, Objective, Record, check_corporate_number};

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
        let mark = format!("{} {}", basis.mark.label(lang), sources.join(lang.pick("・", ", "))).trim().to_owned();
        if !marks.contains(&mark) {
            marks.push(mark);
        }
    }
    if marks.is_empty() {
        marks.push(Mark::ThisTool.label(lang).to_owned());
    }
    marks.join(lang.pick("、", "; "))
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
                "“{item}” is confidentiality 3, while the gate says that no such information is handled."
            )
        }
        Kind::NoSensitiveItemAgainstGate => say!(
            lang,
            "前提確認では要機密情報を扱うと答えていますが、取り扱う情報はすべて機密性1です。",
            "The gate says that sensitive information is handled, while every item is confidentiality 1."
        ),
        Kind::SensitiveItemAgainstGate(item) => {
            let item = name(item);
            say!(
                lang,
                "「{item}」は機密性2又は3ですが、前提確認では要機密情報を扱わないと答えています。",
                "“{item}” is confidentiality 2 or 3, while the gate says that no sensitive information is handled."
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
            "The service is not the assumed one of the entry, and no reason is given."
        ),
        Kind::WideUse => say!(
            lang,
            "使う機能や入れる情報を限定できないため、広い使い方を前提に評価します。",
            "The use cannot be limited, so the wide use is assessed."
        ),
        Kind::AssessorNotOfAgency => say!(
            lang,
            "評価者が利用機関の職員ではないため、この評価は無効です。",
            "The assessor is not of the using agency, so the assessment is invalid."
        ),
        Kind::TaskNotChosen => say!(lang, "対象業務を選んでいません。", "No target task is chosen."),
        Kind::TaskUnknown => say!(
            lang,
            "対象業務が不明なので、条件①は確定しません。",
            "The target task is unknown, so condition ① is not settled."
        ),
        Kind::TaskNotListed => {
            say!(lang, "対象業務一覧に当てはまる行がありません。", "No entry of the list of target tasks applies.")
        }
        Kind::EntryEmpty => say!(lang, "貼り付けた行に業務の文言がありません。", "The pasted row has no task."),
        Kind::TaskWordingUnconfirmed => say!(
            lang,
            "選んだ行の業務の文言は、公式の文書で確認できていません。",
            "The wording of the chosen entry is not confirmed by official text."
        ),
        Kind::RedFlagOpen(id) => {
            let flag = flag(id);
            say!(lang, "注意点「{flag}」が未確認です。", "The red flag “{flag}” is not addressed.")
        }
        Kind::RedFlagWithoutWord(id) => {
            let flag = flag(id);
            say!(lang, "注意点「{flag}」に一言がありません。", "There is no word on the red flag “{flag}”.")
        }
        Kind::RedFlagApplies(id) => {
            let flag = flag(id);
            say!(
                lang,
                "注意点「{flag}」に該当します。低位とは限りません。",
                "The red flag “{flag}” applies. Low is not to be taken for granted."
            )
        }
        Kind::NoItems => say!(lang, "取り扱う情報が一つもありません。", "There is no information item."),
        Kind::ItemWithoutName(item) => {
            let item = name(item);
            say!(lang, "{item}に名称がありません。", "There is no name: {item}.")
        }
        Kind::ItemWithoutGrade(item, objective) => {
            let cell = cell(item, *objective);
            say!(lang, "{cell}の格付がありません。", "There is no grade: {cell}.")
        }
        Kind::ItemWithoutPersonCount(item) => {
            let item = name(item);
            say!(lang, "「{item}」の個人情報の人数を答えていません。", "The number of persons is not answered for “{item}”.")
        }
        Kind::ItemsOfSameName(_, item) => {
            let item = name(item);
            say!(lang, "「{item}」という名称の情報が二つあります。", "Two items are called “{item}”.")
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
                "Answered unknown, so the proposal is not settled, {cell}: {questions}."
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
            "The use is said to be limited, and no conditions of use are written."
        ),
        Kind::ResidualRiskMissing => say!(
            lang,
            "引き下げた又は理由を付けた決定があるのに、残るリスクが空です。",
            "Something was lowered or explained, and no residual risk is written."
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
            say!(lang, "承認者と評価者が同じ人です。", "The approver is the assessor.")
        }
        Kind::ChangedSinceApproval => {
            let state = record.approval.state.label(lang);
            say!(
                lang,
                "「{state}」になったあとで、内容が変わりました。",
                "The content was changed after it came to the state “{state}”."
            )
        }
        Kind::KeptCopyIsAnother => say!(
            lang,
            "承認の対象として残した控えの内容が、要約値（SHA-256）に合いません。",
            "The copy kept of the content that the approval covers does not fit its digest (SHA-256)."
        ),
        Kind::ApprovalStatementChanged => say!(
            lang,
            "承認の記載（状態、だれが、いつ、コメント、有効期間、意見）が、記録したときのものではありません。",
            "What stands in the approval (state, by whom, when, comment, validity, opinions) is not what was recorded."
        ),
        Kind::ApprovalStatementNotKnown => say!(
            lang,
            "承認の記載に要約値（SHA-256）がないため、記録したあとで変わったかどうか分かりません。",
            "What stands in the approval has no digest (SHA-256), so it is not known whether it was changed since it was recorded."
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
                "この記録は別の目録（{used}）で作られました。今の目録は{present}です。",
                "The record was made with another catalogue ({used}) than the one in use ({present})."
            )
        }
        Kind::ProfileUnknown => {
            let profile = &record.profile;
            say!(lang, "手続の版「{profile}」は目録にありません。", "The catalogue has no procedure profile {profile}.")
        }
        Kind::UnknownId(id) => {
            say!(lang, "「{id}」は目録にありません。", "The catalogue does not know {id}.")
        }
        Kind::InvisibleCharacters => {
            let field = field();
            say!(lang, "見えない文字が入っています: {field}。", "There are invisible characters: {field}.")
        }
        Kind::OutsideJisX0213(characters) => {
            let shown: Vec<String> =
                characters.iter().map(|character| format!("{character} (U+{:04X})", u32::from(*character))).collect();
            let shown = shown.join(lang.pick("、", ", "));
            say!(lang, "JIS X 0213にない文字があります: {shown}。", "There are characters outside JIS X 0213: {shown}.")
        }
        Kind::TextLong(length) => {
            let field = field();
            say!(lang, "長い文です（{length}文字）: {field}。", "The text is long ({length} characters): {field}.")
        }
    }
}

/// What to do about it.
fn action(kind: &FindingKind, lang: Lang) -> &'static str {
    use FindingKind as Kind;
    let (ja, en) = match kind {
        Kind::GradeThreeAgainstGate(_) | Kind::SensitiveItemAgainstGate(_) => {
            ("格付か、前提確認の答えのどちらかを直してください。", "Correct either the grade or the answer of the gate.")
        }
        Kind::NoSensitiveItemAgainstGate => (
            "格付か、前提確認の答えを直してください。足りない情報があれば加えてください。",
            "Correct the grades or the answer of the gate, or add what is missing.",
        ),
        Kind::GateNotAnswered(_) => ("はい・いいえ・不明のどれかを選んでください。", "Choose yes, no or unknown."),
        Kind::GateUnknown(_) => (
            "分かる人に確かめてください。不明のままでは判定は確定しません。",
            "Ask somebody who knows. While it is unknown, the outcome is not settled.",
        ),
        Kind::GateEnds(..) => ("この答えで正しいか確かめてください。", "Make sure that the answer is right."),
        Kind::ServiceReasonMissing => (
            "このサービスがこの業務に当てはまると考える理由を書いてください。",
            "Write why this service fits the task of the entry all the same.",
        ),
        Kind::WideUse => (
            "利用者が入れうる情報を、すべて取り扱う情報に挙げてください。",
            "List everything that users may put in among the information handled.",
        ),
        Kind::AssessorNotOfAgency => {
            ("利用する政府機関等の職員が評価してください。", "Let staff of the agency that uses the service assess.")
        }
        Kind::TaskNotChosen => (
            "一覧から選ぶか、「該当なし」又は「不明」を選んでください。",
            "Choose an entry of the list, or that none applies, or that it is unknown.",
        ),
        Kind::TaskUnknown => (
            "手元の対象業務一覧で確かめるか、相談窓口に尋ねてください。",
            "Look it up in the list at hand, or ask the consultation desk.",
        ),
        Kind::TaskNotListed => (
            "一覧にない業務が認められるかは、制度所管省庁に確かめてください。",
            "Ask the ministries in charge whether a task that is not listed can be accepted.",
        ),
        Kind::EntryEmpty => {
            ("公式の一覧の行を、業務の文言とともに貼り付けてください。", "Paste the row of the official list with its task.")
        }
        Kind::TaskWordingUnconfirmed => (
            "公式の一覧が手元にあれば、その行を貼り付けてください（機関入力）。",
            "If the official list is at hand, paste its row (entered by the agency).",
        ),
        Kind::RedFlagOpen(_) => ("該当するかどうかを選び、一言書いてください。", "Say whether it applies, with a word on it."),
        Kind::RedFlagWithoutWord(_) => ("そう言える理由を一言書いてください。", "Write in a word why that is so."),
        Kind::RedFlagApplies(_) => {
            ("答えと決定が、これを踏まえているか確かめてください。", "Make sure that answers and decisions take it into account.")
        }
        Kind::NoItems => ("サービスに入れる情報を挙げてください。", "List the information that goes into the service."),
        Kind::ItemWithoutName(_) => ("何の情報かが分かる名称を書いてください。", "Write what information it is."),
        Kind::ItemWithoutGrade(..) => {
            ("情報の格付を選んでください。格付がないと評価できません。", "Choose the grade. Without it nothing can be assessed.")
        }
        Kind::ItemWithoutPersonCount(_) => (
            "個人情報がなければ「なし」、あれば人数の区分を選んでください。",
            "Choose “none” if there is no personal data, else the band.",
        ),
        Kind::ItemsOfSameName(..) => ("区別できる名称にしてください。", "Give them names that tell them apart."),
        Kind::AnswersMissing(..) => {
            ("答えてください。分からなければ「不明」を選べます。", "Answer them; “unknown” is an answer too.")
        }
        Kind::AnswersUnknown(..) => (
            "分かる人に確かめてください。不明のままでは低位とは言えません。",
            "Ask somebody who knows. Unknown never counts as low.",
        ),
        Kind::NotDecided(..) => ("影響度を決定してください。", "Decide the level."),
        Kind::Reopened(..) => ("新しい提案を見て、もう一度決定してください。", "Look at the new proposal and decide again."),
        Kind::LowWhileOpen(..) => {
            ("残りの問いに答えるか、決定を取り消してください。", "Answer what is open, or take the decision back.")
        }
        Kind::LoweredWithoutReason(..) => {
            ("引き下げる理由を書くか、提案どおりに決定してください。", "Write the reason for lowering it, or decide as proposed.")
        }
        Kind::ExplanationMissing(..) => ("この影響度でよい理由を書いてください。", "Write why this level is right."),
        Kind::Lowered(..) => {
            ("承認者が理由を読んで納得できるか確かめてください。", "Make sure that the reason will convince the approver.")
        }
        Kind::RaiseWithoutReason(_) => {
            ("引き上げる理由を書くか、引上げを取り消してください。", "Write the reason, or take the raise back.")
        }
        Kind::BelowPrecedent(..) => (
            "先例は参考です。低くてよいか、もう一度考えてください。",
            "A precedent is no verdict. Consider once more whether lower is right.",
        ),
        Kind::ConditionsOfUseMissing => {
            ("使う機能と入れてよい情報の範囲を書いてください。", "Write which functions are used and what may be put in.")
        }
        Kind::ResidualRiskMissing => {
            ("受け入れるリスクと、その備えを書いてください。", "Write which risk is accepted and what is done about it.")
        }
        Kind::RequiredMissing => ("書いてください。", "Fill it in."),
        Kind::ServiceDiffersFromRequest => (
            "依頼パッケージをもう一度開いて評価するか、事業者に直した依頼を求めてください。",
            "Open the request package again and assess that, or ask the provider for a corrected request.",
        ),
        Kind::CorporateNumberWrong => (
            "国税庁の法人番号公表サイトの番号と見比べてください。",
            "Compare it with the number published by the National Tax Agency.",
        ),
        Kind::ApproverIsAssessor => ("できれば別の人が承認してください。", "Let somebody else approve, if that is possible."),
        Kind::ChangedSinceApproval => {
            ("状態を作成中に戻し、もう一度確認を依頼してください。", "Take it back to draft and submit it again.")
        }
        Kind::KeptCopyIsAnother => (
            "控えは使いません。前の版のファイルを探すか、状態を作成中に戻して承認をやり直してください。",
            "The copy is not used. Look for an earlier version of the file, or take it back to draft and have it approved again.",
        ),
        Kind::ApprovalStatementChanged => (
            "この承認は使わず、前の版のファイルを探すか、状態を作成中に戻して承認をやり直してください。",
            "Do not rely on this approval. Look for an earlier version of the file, or take it back to draft and have it approved again.",
        ),
        Kind::ApprovalStatementNotKnown => {
            ("記載した方に確かめるか、承認をやり直してください。", "Ask those who are named in it, or give the approval again.")
        }
        Kind::ApprovalIncomplete => ("承認をやり直してください。", "Give the approval again."),
        Kind::ApprovalExpired(_) | Kind::ApprovalEndsSoon(_) => {
            ("内容を見直し、もう一度承認を受けてください。", "Review the content and have it approved again.")
        }
        Kind::CatalogueDiffers => (
            "「目録の新旧比較」で、今の目録での結果が当時と同じか確かめてください。",
            "Check under “Old and new catalogue” whether the result is the same as it was then.",
        ),
        Kind::ProfileUnknown => ("手続の版を選び直してください。", "Choose a procedure profile again."),
        Kind::UnknownId(_) => (
            "選び直すか、この記録を作った目録を読み込んでください。",
            "Choose again, or load the catalogue that the record was made with.",
        ),
        Kind::InvisibleCharacters => ("その箇所を打ち直してください。", "Type that part again."),
        Kind::OutsideJisX0213(_) => (
            "そのままでも構いません。ほかの環境では表示や印刷ができないことがあります。",
            "They may stay. Elsewhere they may not be shown or printed.",
        ),
        Kind::TextLong(_) => ("短くできないか見直してください。", "See whether it can be shorter."),
    };
    lang.pick(ja, en)
}
