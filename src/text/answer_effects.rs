//! What an answer will do, in a few words that stand before the answer is given.
//!
//! They follow from the effect of the question, which is data of its catalogue, so that they hold for every catalogue and can never
//! say anything else than what is computed.

use super::{Lang, labels};
use crate::catalogue::{Catalogue, Effect, OutcomeWhen, Question};
use crate::record::Answer;

/// The most characters of such a text.
pub const MOST_CHARACTERS: usize = 25;

sentences! {
    /// The head of the column beside the answers.
    then_this = "答えると、こうなります →", "What each answer does →";
    raises_nothing = "この問いでは、提案は上がりません。", "Raises nothing.";
    stays_open = "未評価のまま残ります。低位にはなりません。", "Stays not assessed.";
    reason_needed = "提案はそのままで、決定に理由が要ります。", "Decision needs a reason.";
    no_reason_needed = "この問いでは、理由は要りません。", "Needs no reason.";
    mitigates = "引上げを抑えます。理由が要ります。", "Offsets; needs a reason.";
    mitigates_nothing = "引上げはそのままです。", "Offsets nothing.";
    goes_on = "次の問いへ進みます。", "Goes on.";
    undetermined = "判定は未確定のままです。", "Stays undetermined.";
    stops = "ここで停止し、上位者に相談します。", "Stops; ask your superior.";
    out_of_scope = "LIUの対象外です。ISMAPで判断します。", "Out of scope: use ISMAP.";
    not_required = "LIUは不要です。4.2.3で判断します。", "LIU not required (4.2.3).";
    invalid_assessor = "評価が無効になります。", "Assessment is invalid.";
    service_fits = "理由は要りません。", "Needs no reason.";
    service_differs = "対応すると考える理由が要ります。", "Needs a written reason.";
    finding_stays = "指摘が残ります。", "Leaves a finding.";
    use_limited = "範囲を利用条件に書きます。", "Write it as a condition.";
    wide_use = "最も広い使い方で評価します。", "The widest use counts.";

    /// An answer that raises.
    raises_to(level: &str) = "提案は{level}以上です。下げるには理由が要ります。", "At least {level}.";
    /// An answer that raises to the highest level.
    raises_to_highest(level: &str) = "提案は{level}です。下げるには理由が要ります。", "Proposes {level}.";
}

/// What an answer to a question will do. Nothing for an answer that the question does not have.
pub fn what_it_does(question: &Question, answer: &Answer, catalogue: &Catalogue, lang: Lang) -> Option<String> {
    let raises = |level| {
        let name = labels::level(level, catalogue, lang).to_lowercase();
        let is_highest = catalogue.levels.iter().all(|other| other.level <= level);
        if is_highest { raises_to_highest(&name, lang) } else { raises_to(&name, lang) }
    };
    let plain = |sentence: &'static str| Some(sentence.to_owned());
    match (&question.effect, answer) {
        (_, Answer::NotAnswered) | (Effect::TaskChoice | Effect::PersonCount { .. } | Effect::GradeTwoExplains, _) => None,
        (Effect::Ends(when), Answer::Yes | Answer::No) => plain(gate(*when, *answer == Answer::Yes, lang)),
        (Effect::Ends(_), Answer::Unknown) => plain(undetermined(lang)),
        (Effect::ReasonWhenNo, Answer::Yes) => plain(service_fits(lang)),
        (Effect::ReasonWhenNo, Answer::No) => plain(service_differs(lang)),
        (Effect::WarningWhenNo, Answer::Yes) => plain(use_limited(lang)),
        (Effect::WarningWhenNo, Answer::No) => plain(wide_use(lang)),
        (Effect::ReasonWhenNo | Effect::WarningWhenNo, Answer::Unknown) => plain(finding_stays(lang)),
        (Effect::Raise(level), Answer::Yes) => Some(raises(*level)),
        (Effect::Raise(_), Answer::No) => plain(raises_nothing(lang)),
        (Effect::Explain, Answer::Yes) => plain(reason_needed(lang)),
        (Effect::Explain, Answer::No) => plain(no_reason_needed(lang)),
        (Effect::Raise(_) | Effect::Explain | Effect::Options(_), Answer::Unknown) => plain(stays_open(lang)),
        (Effect::Mitigate(_), Answer::Yes) => plain(mitigates(lang)),
        (Effect::Mitigate(_), Answer::No | Answer::Unknown) => plain(mitigates_nothing(lang)),
        (Effect::Options(options), Answer::Choice(id)) => {
            let option = options.iter().find(|option| option.id == *id)?;
            match (option.raise, option.explain) {
                (Some(level), _) => Some(raises(level)),
                (None, true) => plain(reason_needed(lang)),
                (None, false) => plain(raises_nothing(lang)),
            }
        }
        (Effect::Options(_), Answer::Yes | Answer::No) | (_, Answer::Choice(_)) => None,
    }
}

const fn gate(when: OutcomeWhen, yes: bool, lang: Lang) -> &'static str {
    match (when, yes) {
        (OutcomeWhen::YesStop, true) => stops(lang),
        (OutcomeWhen::NoOutOfScope, false) | (OutcomeWhen::YesOutOfScope, true) => out_of_scope(lang),
        (OutcomeWhen::NoNotRequired, false) => not_required(lang),
        (OutcomeWhen::NoInvalidAssessor, false) => invalid_assessor(lang),
        (OutcomeWhen::YesStop | OutcomeWhen::YesOutOfScope, false)
        | (OutcomeWhen::NoOutOfScope | OutcomeWhen::NoNotRequired | OutcomeWhen::NoInvalidAssessor, true) => goes_on(lang),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The answers that a question offers.
    fn offered(question: &Question) -> Vec<Answer> {
        match &question.effect {
            Effect::Options(options) => {
                options.iter().map(|option| Answer::Choice(option.id.clone())).chain([Answer::Unknown]).collect()
            }
            Effect::TaskChoice | Effect::PersonCount { .. } | Effect::GradeTwoExplains => Vec::new(),
            _ => vec![Answer::Yes, Answer::No, Answer::Unknown],
        }
    }

    #[test]
    fn each_answer_of_each_question_of_every_catalogue_has_a_short_text_in_both_languages() {
        let mut seen = 0;
        for catalogue in Catalogue::all_ever_shipped() {
            for question in &catalogue.questions {
                for answer in offered(question) {
                    for lang in [Lang::Ja, Lang::En] {
                        let text = what_it_does(question, &answer, &catalogue, lang);
                        let text = text.unwrap_or_else(|| panic!("nothing for {} {answer:?}", question.id));
                        let length = text.chars().count();
                        assert!((1..=MOST_CHARACTERS).contains(&length), "{} {answer:?}: {length}: {text}", question.id);
                        seen += 1;
                    }
                }
            }
        }
        assert!(seen > 200, "{seen}");
    }

    #[test]
    fn answers_that_do_different_things_say_different_things() {
        let catalogue = Catalogue::shipped().unwrap();
        let says = |id: &str, answer: Answer| {
            let question = catalogue.questions.iter().find(|question| question.id.as_str() == id).unwrap();
            what_it_does(question, &answer, &catalogue, Lang::Ja).unwrap()
        };
        assert_eq!(says("C2", Answer::Yes), "提案は中位以上です。下げるには理由が要ります。");
        assert_eq!(says("C9", Answer::Yes), "提案は高位です。下げるには理由が要ります。");
        assert_eq!(says("C2", Answer::Unknown), "未評価のまま残ります。低位にはなりません。");
        assert_eq!(says("I5", Answer::No), says("I5", Answer::Unknown));
        assert_ne!(says("G1", Answer::Yes), says("G1", Answer::No));
    }
}
