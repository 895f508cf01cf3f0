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
    acts_note = "役職と氏名は、次の画面でご自身が入力します。", "You enter your title and name on the next screen.";
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
