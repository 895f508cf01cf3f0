//! What always holds of a judgement, whatever stands in the record.

use crate::support::arbitrary::{Density, any_answer, any_item, any_record, any_record_of};
use crate::support::{catalogue, item_id, question, today};
use liu_wizard::catalogue::{Catalogue, Effect};
use liu_wizard::judgement::{Condition, FindingKind, Judgement, Outcome, QuestionState, Standing, judge};
use liu_wizard::record::{
    Answer, Assessment, ConfidentialityGrade, Grade, InformationItem, Level, Objective, PersonCount, QuestionId, RaiseTo, Record,
};
use liu_wizard::text::{Lang, explain, finding_basis, finding_message};
use proptest::prelude::*;
use proptest::sample::Index;

fn judged(record: &Record) -> Judgement {
    judge(record, &catalogue(), today())
}

/// Questions that raise when answered `yes`.
fn raising_questions() -> Vec<QuestionId> {
    let raises = |effect: &Effect| matches!(effect, Effect::Raise(_));
    catalogue().questions.iter().filter(|question| raises(&question.effect)).map(|question| question.id.clone()).collect()
}

/// Everything but the order of items and of their findings. Which of two items of one name came first is order, too.
fn without_order(judgement: &Judgement) -> (Outcome, Condition, Condition, Assessment, Vec<String>, Vec<String>) {
    let mut items: Vec<String> = judgement.items.iter().map(|item| format!("{item:?}")).collect();
    items.sort();
    let told = judgement.findings.iter().map(|finding| match finding.kind {
        FindingKind::ItemsOfSameName(..) => "items of the same name".to_owned(),
        _ => format!("{finding:?}"),
    });
    let mut findings: Vec<String> = told.collect();
    findings.sort();
    (judgement.outcome, judgement.condition_listed, judgement.condition_low, judgement.overall, items, findings)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_items_does_not_matter(record in any_record(), turn in any::<Index>()) {
        let mut turned = record.clone();
        if !turned.items.is_empty() {
            let places = turn.index(turned.items.len());
            turned.items.rotate_left(places);
        }
        let mut reversed = record.clone();
        reversed.items.reverse();
        // The approval is bound to the content, of which the order of items is a part.
        let mut record = record;
        for each in [&mut record, &mut turned, &mut reversed] {
            each.approval = Default::default();
        }
        prop_assert_eq!(without_order(&judged(&record)), without_order(&judged(&turned)));
        prop_assert_eq!(without_order(&judged(&record)), without_order(&judged(&reversed)));
    }

    #[test]
    fn adding_an_item_never_lowers_anything(record in any_record(), item in any_item(Density::Ragged)) {
        let before = judged(&record);
        let mut more = record;
        more.items.push(InformationItem { id: item_id("one-more"), ..item });
        let after = judged(&more);
        prop_assert_eq!(before.items.as_slice(), &after.items[..before.items.len()]);
        prop_assert!(after.overall.floor() >= before.overall.floor());
        for objective in Objective::ALL {
            let (before_it, after_it) = (before.objectives[objective], after.objectives[objective]);
            prop_assert!(after_it.floor() >= before_it.floor());
            prop_assert!(before_it.is_assessed() || before.items.is_empty() || !after_it.is_assessed());
        }
        prop_assert!(before.condition_low != Condition::No || after.condition_low == Condition::No);
    }

    #[test]
    fn a_yes_to_a_question_that_raises_never_lowers_anything(
        record in any_record(), which in any::<Index>(), at in any::<Index>(),
    ) {
        prop_assume!(!record.items.is_empty());
        let raising = raising_questions();
        let id = which.get(&raising);
        let index = at.index(record.items.len());
        let before = judged(&record);
        let mut raised = record;
        raised.items[index].answers.set(id.clone(), Answer::Yes);
        let after = judged(&raised);
        for (before, after) in before.items.iter().zip(&after.items) {
            for objective in Objective::ALL {
                let (before, after) = (&before.cells[objective], &after.cells[objective]);
                prop_assert!(after.proposal.floor() >= before.proposal.floor());
                // What was open may turn out as it was when somebody lowered it with a reason: then that decision stands again.
                let stands_again = before.standing == Standing::ProposalOpen && after.standing == Standing::Lowered;
                prop_assert!(after.effective.floor() >= before.effective.floor() || stands_again);
            }
        }
    }

    #[test]
    fn answers_that_do_not_apply_have_no_effect(record in any_record(), answer in any_answer()) {
        let before = judged(&record);
        let mut changed = record;
        changed.approval = Default::default();
        for (item, judged) in changed.items.iter_mut().zip(&before.items) {
            for (_, cell) in judged.cells.iter() {
                for (id, state) in &cell.questions {
                    // Derived questions are never asked; an answer that stands there all the same is no answer.
                    if *state != QuestionState::Asked {
                        item.answers.set(id.clone(), answer.clone());
                    }
                }
            }
        }
        let after = judged(&changed);
        prop_assert_eq!((before.outcome, before.overall, before.objectives), (after.outcome, after.overall, after.objectives));
        prop_assert_eq!(before.items, after.items);
    }

    #[test]
    fn removing_an_answer_never_makes_anything_assessed(record in any_record(), at in any::<Index>()) {
        prop_assume!(!record.items.is_empty());
        let index = at.index(record.items.len());
        let before = judged(&record);
        let answered: Vec<QuestionId> = record.items[index].answers.iter().map(|(id, _)| id.clone()).collect();
        let mut less: Vec<Record> = answered.into_iter().map(|id| {
            let mut less = record.clone();
            less.items[index].answers.set(id, Answer::NotAnswered);
            less
        }).collect();
        let mut forget = |change: fn(&mut InformationItem)| {
            let mut forgetful = record.clone();
            change(&mut forgetful.items[index]);
            less.push(forgetful);
        };
        forget(|item| item.confidentiality_grade = ConfidentialityGrade::NotGraded);
        forget(|item| item.integrity_grade = Grade::NotGraded);
        forget(|item| item.availability_grade = Grade::NotGraded);
        forget(|item| item.person_count = PersonCount::NotAnswered);
        for less in less {
            let after = judged(&less);
            prop_assert!(before.overall.is_assessed() || !after.overall.is_assessed());
            for objective in Objective::ALL {
                prop_assert!(before.objectives[objective].is_assessed() || !after.objectives[objective].is_assessed());
                let (before, after) = (&before.items[index].cells[objective], &after.items[index].cells[objective]);
                prop_assert!(before.proposal.is_assessed() || !after.proposal.is_assessed());
                prop_assert!(before.effective.is_assessed() || !after.effective.is_assessed(), "{:?} {:?}", before, after);
            }
        }
    }

    #[test]
    fn the_whole_is_the_highest_of_its_cells_and_raises(record in any_record()) {
        let judgement = judged(&record);
        let cells = || judgement.items.iter().flat_map(|item| item.cells.iter().map(|(_, cell)| cell.effective));
        let raises = record.raises.iter().filter_map(|(_, raise)| match raise.to {
            RaiseTo::Level(level) => Some(level),
            RaiseTo::NotRaised => None,
        });
        let highest = cells().map(Assessment::floor).chain(raises).max().unwrap_or(Level::Low);
        prop_assert_eq!(judgement.overall.floor(), highest);
        let complete = !judgement.items.is_empty() && cells().all(Assessment::is_assessed);
        prop_assert_eq!(judgement.overall.is_assessed(), complete);
    }

    #[test]
    fn unknown_and_not_answered_come_to_the_same(record in any_record()) {
        let mut forgotten = record.clone();
        for item in &mut forgotten.items {
            let unknown: Vec<QuestionId> =
                item.answers.iter().filter(|(_, answer)| **answer == Answer::Unknown).map(|(id, _)| id.clone()).collect();
            unknown.into_iter().for_each(|id| item.answers.set(id, Answer::NotAnswered));
        }
        let (known, forgotten) = (judged(&record), judged(&forgotten));
        prop_assert_eq!((known.outcome, known.overall, known.items), (forgotten.outcome, forgotten.overall, forgotten.items));
    }

    #[test]
    fn the_rules_in_data_are_those_of_the_contract(record in prop_oneof![any_record_of(Density::Full), any_record_of(Density::Ragged)]) {
        for (item, judged) in record.items.iter().zip(&judged(&record).items) {
            for objective in Objective::ALL {
                let cell = &judged.cells[objective];
                let (level, complete) = written_out(item, objective);
                prop_assert_eq!((cell.proposal.floor(), cell.proposal.is_assessed()), (level, complete), "{:?}", objective);
            }
        }
    }

    #[test]
    fn everything_can_be_said_in_both_languages(record in any_record()) {
        let (catalogue, judgement) = (catalogue(), judged(&record));
        for lang in [Lang::Ja, Lang::En] {
            for finding in &judgement.findings {
                let message = finding_message(finding, &record, &catalogue, lang);
                prop_assert!(!message.what.is_empty() && !message.place.is_empty() && !message.action.is_empty(), "{:?}", finding);
                prop_assert!(!finding_basis(finding, &record, &catalogue, lang).is_empty());
            }
            let told = explain(&record, &catalogue, &judgement, lang);
            prop_assert!(!told.is_empty() && told.iter().all(|paragraph| !paragraph.trim().is_empty()));
        }
    }

    #[test]
    fn a_scale_of_two_levels_is_never_left(record in any_record()) {
        let mut two: Catalogue = (*catalogue()).clone();
        two.levels.retain(|definition| definition.level != Level::High);
        let (with_three, with_two) = (judged(&record), judge(&record, &two, today()));
        prop_assert!(with_two.overall.floor() < Level::High);
        // Between low and not low, nothing changes: only what is above low has one name less.
        let is_low = |judgement: &Judgement| (judgement.condition_low, judgement.overall.is_assessed());
        for (three, two) in with_three.items.iter().zip(&with_two.items) {
            for objective in Objective::ALL {
                let (three, two) = (three.cells[objective].proposal, two.cells[objective].proposal);
                prop_assert_eq!(two, match three {
                    Assessment::Assessed { level } => Assessment::assessed(level.min(Level::Moderate)),
                    Assessment::NotAssessed { at_least } => Assessment::not_assessed(at_least.min(Level::Moderate)),
                });
            }
        }
        prop_assert!(is_low(&with_two).0 != Condition::Yes || with_two.overall == Assessment::assessed(Level::Low));
    }
}

/// The contract's tables written out by hand: the level that is proposed, and whether everything that counts is answered.
fn written_out(item: &InformationItem, objective: Objective) -> (Level, bool) {
    let is = |id: &str| item.answers.get(question(id).as_str()) == &Answer::Yes;
    let known = |id: &str| matches!(item.answers.get(question(id).as_str()), Answer::Yes | Answer::No);
    let stops_after = |option: &str| matches!(item.answers.get("A2"), Answer::Choice(id) if *id == option);
    let highest = |raises: &[(bool, Level)]| {
        raises.iter().filter(|(raises, _)| *raises).map(|(_, level)| *level).max().unwrap_or(Level::Low)
    };
    match objective {
        Objective::Confidentiality if item.confidentiality_grade == ConfidentialityGrade::One => (Level::Low, true),
        Objective::Confidentiality => {
            let personal = item.person_count != PersonCount::None;
            let raises = [
                (personal && is("C2"), Level::Moderate),
                (item.person_count == PersonCount::Over1000 && is("C4"), Level::Moderate),
                (is("C5"), Level::Moderate),
                (is("C6"), Level::Moderate),
                (is("C7"), Level::Moderate),
                (is("C8"), Level::Moderate),
                (is("C9"), Level::High),
            ];
            let counted = !matches!(item.person_count, PersonCount::NotAnswered | PersonCount::Unknown);
            let about_people = !personal || (counted && known("C2") && known("C4"));
            let others = ["C1", "C5", "C6", "C7", "C8", "C9"].into_iter().all(known);
            let graded = item.confidentiality_grade != ConfidentialityGrade::NotGraded;
            (highest(&raises), about_people && others && graded)
        }
        Objective::Integrity => {
            let copies = is("I5");
            let raises = [
                (is("I2") && !copies, Level::Moderate),
                (is("I3"), Level::Moderate),
                (is("I4") && !copies, Level::Moderate),
                (is("I6"), Level::High),
            ];
            let complete = ["I2", "I3", "I4", "I6"].into_iter().all(known);
            (highest(&raises), complete && item.integrity_grade != Grade::NotGraded)
        }
        Objective::Availability => {
            let another_way = is("A3");
            let raises = [
                (stops_after("within_one_hour") && !another_way, Level::Moderate),
                (is("A4"), Level::High),
                (is("A5") && !another_way, Level::Moderate),
                (is("A6"), Level::Moderate),
            ];
            let chosen = ["within_one_hour", "within_one_day", "within_three_days", "longer"].into_iter().any(stops_after);
            let complete = ["A4", "A5", "A6"].into_iter().all(known);
            (highest(&raises), complete && chosen && item.availability_grade != Grade::NotGraded)
        }
    }
}
