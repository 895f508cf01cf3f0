//! Sentences of whom a provider asked, and of what came back.

sentences! {
    no_addressee = "宛先（依頼先の機関）が空欄のため、送付を記録していません。", "The sending was not noted: the request has no addressee.";
    not_a_file = "この記録は自分のファイルではないため（パッケージかPDFの中）、送付を記録していません。",
        "The sending was not noted: the record stands in a package or a PDF, and not in a file of its own.";
    none_asked = "依頼先は、まだ記録されていません。", "No agency was asked so far.";

    /// A sending was noted.
    sent_noted(agency: &str, on: &str) = "送付を記録しました：{agency}、{on}", "Noted as sent: {agency}, {on}";
    /// A request of the very same content had been noted as sent.
    sent_before(agency: &str, on: &str) = "同じ内容の送付が記録されています：{agency}、{on}", "Already noted as sent with the same content: {agency}, {on}";
    /// The request that an answer is made from was addressed to another agency.
    not_addressed(other: &str) = "「{other}」に宛てた依頼から作られています。", "It is made from the request that was addressed to {other}.";
    /// Other answers are made from the same request.
    used_again(count: usize) = "同じ依頼から作られた回答が、ほかに{count}件あります。", "Other answers made from the same request: {count}.";
    never_asked = "この機関への依頼は、記録されていません。", "No request to this agency is noted.";
}
