//! The tour through a worked example.

use crate::catalogue::StepId;
use crate::text::{Lang, Message};

sentences! {
    tour = "例でひと回りする", "Take the tour";
    tour_hint = "記入例を開き、始めから出力までをひと回りします。保存はしません。", "Walks through a worked example from the beginning to the output. Nothing is saved.";
    end_tour = "ひと回りを終える", "End the tour";
    end_tour_hint = "記入例を閉じて、最初の画面に戻ります。", "Closes the example and goes back to the start page.";
    example_not_saved = "例です（保存しません）", "Example (not saved)";
    tour_writes_nothing_what = "ひと回りの例は、保存も出力もしません。", "The example of the tour is neither saved nor exported.";
    tour_writes_nothing_do = "ひと回りを終えてから、ご自身の記録で行ってください。記入例は「記入例」から別に開けます。",
        "End the tour first and do it with a record of your own. Worked examples can be opened apart from it.";

    /// Where in the tour one is.
    tour_at(number: usize, of: usize, step: &str) = "ひと回り {number}／{of}　{step}", "Tour {number} of {of}: {step}";
    /// How it goes on.
    tour_goes_on(keys: &str) = "下の「次へ」か {keys} で進みます。答えを変えてみても、何も保存されません。",
        "Go on with Next below or {keys}. Try other answers if you like: nothing is saved.";
    /// The button that ends it.
    end_tour_by(keys: &str) = "終える（{keys}）", "End ({keys})";
}

/// What there is to see on a step.
pub const fn tour_sees(step: StepId, lang: Lang) -> &'static str {
    match step {
        StepId::Introduction => lang.pick(
            "一つの案件が一つの記録です。左に手順、上にいまの結果、右に説明があります。",
            "One case is one record. The steps are on the left, the result above, guidance on the right.",
        ),
        StepId::Service => lang.pick(
            "使うサービスのことを書きます。事業者から依頼を受けたときは、もう書いてあります。",
            "What the service is. If a provider asked for the assessment, this is filled in already.",
        ),
        StepId::Agency => lang.pick(
            "どの課が、何のために使い、誰が評価して承認するかを書きます。",
            "Which section uses it and for what, who assesses and who approves.",
        ),
        StepId::Gate => lang.pick(
            "ISMAP-LIUを考える案件かを確かめます。ここで終わる案件もあります。",
            "Is this a case for ISMAP-LIU at all? Some cases end here.",
        ),
        StepId::Task => lang.pick(
            "業務を対象業務一覧から選びます。これが条件①です。",
            "Choose the task from the list of target tasks. This is condition ①.",
        ),
        StepId::Items => lang.pick(
            "サービスに入れる情報を挙げます。この先は、情報ごとに考えます。",
            "List the information that goes into the service. From here on each item is looked at by itself.",
        ),
        StepId::Confidentiality => lang.pick(
            "漏れたときの影響を問いで考えます。答えから影響度の提案が出ます。",
            "What if it leaks? From the answers a level is proposed.",
        ),
        StepId::Integrity => lang.pick(
            "書き換わったときの影響です。分からない問いは「不明」のまま進めます。",
            "What if it is altered? Leave as unknown what you do not know.",
        ),
        StepId::Availability => lang.pick("使えなくなったときの影響です。", "What if it cannot be used?"),
        StepId::Decisions => lang.pick(
            "提案を見て、評価者が決めます。提案より低くするときは、理由を書きます。",
            "The assessor decides, looking at the proposals. To go below one, he writes the reason.",
        ),
        StepId::Request => lang.pick("機関に評価を依頼します。", "Ask an agency for the assessment."),
        StepId::Received => lang.pick("機関から届いた結果を並べます。", "Results that came from agencies."),
        StepId::Application => lang.pick("事前申請に添えるものを確かめます。", "Check what goes with the pre-application."),
        StepId::Review => lang.pick(
            "足りないことと、なぜこの結果かを、承認を頼む前に見直します。",
            "What is still missing, and why the result is what it is, before approval is requested.",
        ),
        StepId::Approval => lang.pick(
            "承認者が読み、承認・差戻し・否認を記録します。承認は、そのときの内容に結び付きます。",
            "The approver reads it and approves, returns or rejects it. An approval is bound to the content of that moment.",
        ),
        StepId::Output => lang.pick(
            "書類と、事業者に渡すものを作ります。提出はしません。ひと回りは、ここまでです。",
            "Documents, and what goes to the provider. Nothing is handed in. Here the tour ends.",
        ),
    }
}

/// Why nothing is saved or exported during the tour.
pub fn tour_writes_nothing(lang: Lang) -> Message {
    let (what, action) = (tour_writes_nothing_what(lang), tour_writes_nothing_do(lang));
    Message { what: what.to_owned(), action: action.to_owned(), ..Message::default() }
}
