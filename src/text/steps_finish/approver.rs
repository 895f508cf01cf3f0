//! Sentences of 承認者のページ.

sentences! {
    title = "承認者のページ", "Approver's page";
    read_record = "記録を詳しく読む", "Read the record in full";
    open_page = "承認者のページを開く", "Open the approver's page";
    lowered = "下げたものと、その理由", "What was lowered, and why";
    nothing_lowered = "提案より低く決めたものはありません。", "Nothing was decided below its proposal.";
    conditions = "利用条件", "Conditions of use";
    no_conditions = "書かれていません。", "None are written.";
    risks = "残るリスク", "Residual risk";
    no_risks = "書かれていません。", "None is written.";
    no_findings = "エラーと警告はありません。", "There are no errors and no warnings.";
    close = "閉じる", "Close";
    information = "情報ごとの影響度", "Levels of each item";
    condition_head = "条件", "Condition";
    risk_head = "リスク", "Risk";
    read_findings = "指摘を読む", "Read the findings";
    read_details = "詳細（要約値）", "Details (digests)";
    print = "印刷…", "Print…";
    help = "説明", "Help";
    close_help = "説明を閉じる", "Close the help";
    proposed = "提案", "Proposed";
    decided = "決定", "decided";
    help_order = "上から順に読むと、判定、下げたものとその理由、利用条件、残るリスクが分かります。",
        "Read from the top: the outcome, what was lowered and why, the conditions of use, the residual risk.";
    help_lowered = "▽の付いた決定は、答えから出た提案より低くしたものです。理由に納得できるかを確かめます。",
        "A decision marked ▽ is below what the answers proposed. See whether its reason convinces you.";
    help_not_assessed = "未評価は低位ではありません。残っているときは、差し戻して書き足してもらいます。",
        "What is not assessed is not low. Where something is left, return it to be completed.";
    help_acts = "承認・差戻し・否認は、押したあとの画面で内容を示し、お名前と日付を尋ねてから記録します。",
        "Approve, return and reject each show what it is about and ask for your name and the day before anything is recorded.";
    help_bound = "承認は、いまの内容に結び付きます。あとで変わると、そのことと前後の値が示されます。",
        "An approval is bound to the content as it is now. A later change is shown, with the values before and after.";
    help_close = "閉じても何も記録しません。記録の全体は「記録を詳しく読む」で読めます。",
        "Closing records nothing. The whole record can be read by “Read the record in full”.";
    acts_note = "役職と氏名は、次の画面でご自身が入力します。", "You enter your title and name on the next screen.";
    acts_bound = "承認は、いまの内容に結び付きます。", "An approval is bound to the content as it is now.";
    large = "大きく見る", "See it large";
    small = "もとの大きさに戻す", "Back to its place";

    /// Who asked, and when.
    requested(on: &str, by: &str) = "確認依頼　{on}　{by}さんから", "Requested on {on} by {by}";
    /// A condition, what came of it, and why.
    condition(mark: &str, found: &str, sentence: &str) = "{mark} {found}　{sentence}", "{mark} {found}: {sentence}";
    /// How many findings there are.
    findings_in_short(errors: usize, warnings: usize) = "指摘　エラー {errors}・警告 {warnings}", "Findings: errors {errors}, warnings {warnings}";
    /// An item under an objective.
    cell(item: &str, objective: &str) = "{item}・{objective}", "{item}, {objective}";
    /// From the proposal to the decision.
    from_to(proposal: &str, decision: &str) = "提案 {proposal} → 決定 {decision}", "Proposed {proposal} → decided {decision}";
    /// The answers that led to the proposal.
    causes(questions: &str) = "もとの答え　{questions}", "Because of {questions}";
    /// Heading of the findings.
    findings(count: usize) = "指摘 {count}件", "Findings: {count}";
    /// A finding with how grave it is.
    finding(severity: &str, what: &str) = "{severity}：{what}", "{severity}: {what}";
    /// Further findings.
    more_findings(count: usize) = "ほか{count}件", "{count} more";
}
