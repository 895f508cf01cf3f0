//! Words of the strip of a provider.

use crate::text::Lang;

sentences! {
    /// How many results came.
    provider_came(count: usize) = "受領　評価結果 {count}", "Received: {count} results";
    /// How many points of the check-list are there.
    provider_points(yes: usize, all: usize) = "事前申請　確認表 {yes}／{all}", "Application: {yes} of {all} points";
}

/// How many agencies were asked, and how many of them are overdue.
pub fn provider_asked(sent: usize, overdue: usize, lang: Lang) -> String {
    match overdue {
        0 => say!(lang, "依頼　送付 {sent}機関", "Requests: {sent} sent"),
        _ => say!(lang, "依頼　送付 {sent}機関（期限超過 {overdue}）", "Requests: {sent} sent ({overdue} overdue)"),
    }
}
