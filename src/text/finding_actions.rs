//! What to do about a finding.

use super::Lang;
use crate::judgement::FindingKind;

/// What to do about it.
pub(super) fn action(kind: &FindingKind, lang: Lang) -> &'static str {
    use FindingKind as Kind;
    match kind {
        Kind::GradeThreeAgainstGate(_) | Kind::SensitiveItemAgainstGate(_) => lang.pick("格付か、前提確認の答えのどちらかを直してください。", "Correct either the grade or the gate answer."),
        Kind::NoSensitiveItemAgainstGate => lang.pick("格付か、前提確認の答えを直してください。足りない情報があれば加えてください。", "Correct the grades or the gate answer, or add what is missing."),
        Kind::GateNotAnswered(_) => lang.pick("はい・いいえ・不明のどれかを選んでください。", "Choose yes, no or unknown."),
        Kind::GateUnknown(_) => lang.pick("分かる人に確かめてください。不明のままでは判定は確定しません。", "Ask somebody who knows. While it is unknown, the outcome stays undetermined."),
        Kind::GateEnds(..) => lang.pick("この答えで正しいか確かめてください。", "Make sure that the answer is right."),
        Kind::ServiceReasonMissing => lang.pick("このサービスがこの業務に当てはまると考える理由を書いてください。", "Explain why this service still fits the task of the entry."),
        Kind::WideUse => lang.pick("利用者が入れうる情報を、すべて取り扱う情報に挙げてください。", "List everything users may enter under Information handled."),
        Kind::AssessorNotOfAgency => lang.pick("利用する政府機関等の職員が評価してください。", "Have staff of the using agency make the assessment."),
        Kind::TaskNotChosen => lang.pick("一覧から選ぶか、「該当なし」又は「不明」を選んでください。", "Choose an entry of the list, or that none applies, or that it is unknown."),
        Kind::TaskUnknown => lang.pick("手元の対象業務一覧で確かめるか、相談窓口に尋ねてください。", "Check the list you have, or ask the consultation desk."),
        Kind::TaskNotListed => lang.pick("一覧にない業務が認められるかは、制度所管省庁に確かめてください。", "Ask the ministries in charge whether a task that is not listed can be accepted."),
        Kind::EntryEmpty => lang.pick("公式の一覧の行を、業務の文言とともに貼り付けてください。", "Paste the row of the official list with its task."),
        Kind::TaskWordingUnconfirmed => lang.pick("公式の一覧が手元にあれば、その行を貼り付けてください（機関入力）。", "If you have the official list, paste its row (entered by the agency)."),
        Kind::RedFlagOpen(_) => lang.pick("該当するかどうかを選び、補足を書いてください。", "Say whether it applies, with a short comment."),
        Kind::RedFlagWithoutWord(_) => lang.pick("そう言える理由を補足に書いてください。", "Write briefly why that is so."),
        Kind::RedFlagApplies(_) => lang.pick("答えと決定が、これを踏まえているか確かめてください。", "Make sure that answers and decisions take it into account."),
        Kind::NoItems => lang.pick("サービスに入れる情報を挙げてください。", "List the information that goes into the service."),
        Kind::ItemWithoutName(_) => lang.pick("何の情報かが分かる名称を書いてください。", "Give it a name that says what it is."),
        Kind::ItemWithoutGrade(..) => lang.pick("情報の格付を選んでください。格付がないと評価できません。", "Choose the grade. Without it nothing can be assessed."),
        Kind::ItemWithoutPersonCount(_) => lang.pick("個人情報がなければ「なし」、あれば人数の区分を選んでください。", "Choose “none” if there is no personal data, else the band."),
        Kind::ItemsOfSameName(..) => lang.pick("区別できる名称にしてください。", "Give them names that tell them apart."),
        Kind::AnswersMissing(..) => lang.pick("答えてください。分からなければ「不明」を選べます。", "Answer them; “unknown” is an answer too."),
        Kind::AnswersUnknown(..) => lang.pick("分かる人に確かめてください。不明のままでは低位とは言えません。", "Ask somebody who knows. Unknown never counts as low."),
        Kind::NotDecided(..) => lang.pick("影響度を決定してください。", "Decide the level."),
        Kind::Reopened(..) => lang.pick("新しい提案を見て、もう一度決定してください。", "Look at the new proposal and decide again."),
        Kind::LowWhileOpen(..) => lang.pick("残りの問いに答えるか、決定を取り消してください。", "Answer what is open, or take the decision back."),
        Kind::LoweredWithoutReason(..) => lang.pick("引き下げる理由を書くか、提案どおりに決定してください。", "Write the reason for lowering it, or decide as proposed."),
        Kind::ExplanationMissing(..) => lang.pick("この影響度でよい理由を書いてください。", "Write why this level is right."),
        Kind::ReasonOnlyBegun(..) => lang.pick("なぜ影響が小さいかを、ご自身の言葉で続けてください。", "Say in your own words why the impact would be small."),
        Kind::Lowered(..) => lang.pick("承認者が理由を読んで納得できるか確かめてください。", "Make sure the approver will find the reason convincing."),
        Kind::RaiseWithoutReason(_) => lang.pick("引き上げる理由を書くか、引上げを取り消してください。", "Write the reason, or withdraw the raise."),
        Kind::BelowPrecedent(..) => lang.pick("先例は参考です。低くてよいか、もう一度考えてください。", "A precedent is for reference only. Consider once more whether a lower level is right."),
        Kind::ConditionsOfUseMissing => lang.pick("使う機能と入れてよい情報の範囲を書いてください。", "Write which functions are used and which information may be entered."),
        Kind::ResidualRiskMissing => lang.pick("受け入れるリスクと、その備えを書いてください。", "Write which risk is accepted and what is done about it."),
        Kind::RequiredMissing => lang.pick("書いてください。", "Fill it in."),
        Kind::ServiceDiffersFromRequest => lang.pick("依頼パッケージをもう一度開いて評価するか、事業者に直した依頼を求めてください。", "Open the request package again and assess that, or ask the provider for a corrected request."),
        Kind::CorporateNumberWrong => lang.pick("国税庁の法人番号公表サイトの番号と見比べてください。", "Compare it with the number published by the National Tax Agency."),
        Kind::ApproverIsAssessor => lang.pick("できれば別の人が承認してください。", "If possible, have somebody else approve."),
        Kind::ChangedSinceApproval => lang.pick("状態を作成中に戻し、もう一度確認を依頼してください。", "Withdraw to draft and request approval again."),
        Kind::KeptCopyIsAnother => lang.pick("控えは使いません。前の版のファイルを探すか、状態を作成中に戻して承認をやり直してください。", "The copy is not used. Look for an earlier version of the file, or withdraw to draft and have it approved again."),
        Kind::ApprovalStatementChanged => lang.pick("この承認は使わず、前の版のファイルを探すか、状態を作成中に戻して承認をやり直してください。", "Do not rely on this approval. Look for an earlier version of the file, or withdraw to draft and have it approved again."),
        Kind::ApprovalStatementNotKnown => lang.pick("記載した方に確かめるか、承認をやり直してください。", "Ask those named in it, or have it approved again."),
        Kind::ApprovalIncomplete => lang.pick("承認をやり直してください。", "Have it approved again."),
        Kind::ApprovalExpired(_) | Kind::ApprovalEndsSoon(_) => lang.pick("内容を見直し、もう一度承認を受けてください。", "Review the content and have it approved again."),
        Kind::CatalogueDiffers => lang.pick("「目録の新旧比較」で、いまの目録での結果が当時と同じか確かめてください。", "Check under “Old and new catalogue” whether the result is the same as it was then."),
        Kind::ProfileUnknown => lang.pick("手続の版を選び直してください。", "Choose a procedure profile again."),
        Kind::UnknownId(_) => lang.pick("選び直すか、この記録を作った目録を読み込んでください。", "Choose again, or load the catalogue that the record was made with."),
        Kind::InvisibleCharacters(_) => lang.pick("その箇所を打ち直してください。", "Type that part again."),
        Kind::CharactersWithoutMeaning(_) => lang.pick("外字は、ほかのパソコンでは別の字になるか、表示されません。JIS にある字かかなに直してください。", "On other computers this is a different character, or none. Use a JIS character or kana instead."),
        Kind::LookAlikeCharacters(_) => lang.pick("ほかの文字体系の、見た目が似た字です。意図したものでなければ、英字で打ち直してください。", "It only looks like a Latin letter. Unless that is meant, type the word again in Latin letters."),
        Kind::Heaped(_) => {
            lang.pick("重ねた記号を消し、打ち直してください。", "Remove the stacked marks and type that part again.")
        }
        Kind::OutsideJisX0213(_) => lang.pick("そのままでも構いません。ほかの環境では表示や印刷ができないことがあります。", "They may stay, but may not be shown or printed elsewhere."),
        Kind::TextLong(_) => lang.pick("短くできないか見直してください。", "See whether it can be shorter."),
    }
}
