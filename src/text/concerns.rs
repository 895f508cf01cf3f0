//! How many findings there are, told apart by what they are to their reader.

use super::{Label as _, Lang, marks};
use crate::judgement::{Concern, Judgement};

/// How many errors, things to do, warnings and notes there are: エラー 0、すること 19、警告 0、参考 0.
pub fn concern_counts(judgement: &Judgement, lang: Lang) -> String {
    let counts = Concern::ALL.map(|concern| format!("{} {}", concern.label(lang), judgement.count_of(concern)));
    counts.join(marks::comma(lang))
}
