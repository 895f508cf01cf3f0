//! Sentences of 試しに答える (what if).

sentences! {
    try_answers = "試しに答える", "Try answers (what if)";
    try_answers_hint = "答えを変えたら結果がどうなるかを、記録を変えずに確かめます。", "Shows what other answers would come to, without changing the record.";
    title = "試し中 ― 記録には入りません", "Trying answers – nothing goes into the record";
    lead = "ここで変えた答えは試しです。保存も承認もされません。", "Answers changed now are tried only. They are neither saved nor approved.";
    now = "いま", "Now";
    would_be = "試した結果", "With these answers";
    outcome = "判定", "Outcome";
    overall = "総合", "Overall";
    adopt = "採用する", "Adopt";
    discard = "捨てる", "Discard";
    begun = "答えを試しています。採用するまで、記録は変わりません。", "Answers are being tried. The record stays until you adopt them.";
    adopted = "試した答えを記録に入れました。", "The answers tried are now in the record.";
    discarded = "試した答えを捨てました。記録は変わっていません。", "The answers tried were discarded. The record is unchanged.";

    /// How many changes are tried.
    tried(count: usize) = "試した変更 {count}件", "{count} changes tried";
    /// A result now, and as it would be.
    changes(what: &str, now: &str, then: &str) = "{what}：{now} → {then}", "{what}: {now} → {then}";
    /// A result that stays.
    stays(what: &str, now: &str) = "{what}：{now}のまま", "{what}: still {now}";
}
