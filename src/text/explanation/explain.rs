//! The explanation, paragraph by paragraph.

use super::teller::Teller;
use crate::catalogue::Catalogue;
use crate::judgement::{Judgement, Outcome};
use crate::record::{Objective, Record, Role};
use crate::text::Lang;
use crate::text::fields::numbered_item_name;

/// How the outcome came about, one paragraph each: outcome, gate, condition ①, each objective with its items, condition ②, what
/// was lowered, on what the result rests, what is still to be mended.
pub fn explain(record: &Record, catalogue: &Catalogue, judgement: &Judgement, lang: Lang) -> Vec<String> {
    let names = record.items.iter().zip(1..).map(|(item, number)| numbered_item_name(item, number, lang)).collect();
    let teller = Teller { record, catalogue, judgement, lang, names };
    let is_blank_request = record.role == Role::Csp && record.gate.answers.is_empty() && record.items.is_empty();
    if is_blank_request {
        return vec![say!(
            lang,
            "これは事業者の記録です。影響度の評価は利用する政府機関等が行うため、判定は「未確定」です。",
            "This is a provider's record. The agency that uses the service assesses, so the outcome is undetermined."
        )];
    }
    let mut paragraphs = vec![teller.outcome()];
    paragraphs.extend(teller.gate());
    if !matches!(judgement.outcome, Outcome::Stop | Outcome::OutOfScope | Outcome::NotRequired) {
        paragraphs.push(teller.condition_listed());
        for objective in Objective::ALL {
            paragraphs.push(teller.objective(objective));
            paragraphs.extend(teller.telling_items(objective));
        }
        paragraphs.push(teller.condition_low());
        paragraphs.extend(teller.lowered());
        paragraphs.extend(teller.rests_on());
    }
    paragraphs.extend(teller.errors());
    paragraphs
}
