//! Proposal, decision and effective level of one cell: an information item in one objective.

use super::{Cause, CauseEffect, CellJudgement, QuestionState, Standing};
use crate::catalogue::{Band, Catalogue, Effect, NotApplicableWhen, Question, Section};
use crate::record::{
    Answer, Assessment, Choice, ConfidentialityGrade, Decision, Grade, InformationItem, Level, Objective, PersonCount,
    QuestionId, SeenProposal,
};

/// The scale of levels that a catalogue uses. Levels that it does not have count as the next higher one that it has.
#[derive(Clone, Copy)]
pub(super) struct Scale<'a>(&'a Catalogue);

impl<'a> Scale<'a> {
    /// The scale of this catalogue.
    pub(super) fn of(catalogue: &'a Catalogue) -> Self {
        Self(catalogue)
    }

    /// The level of the scale that stands for `level`: itself, else the next higher one, else the highest.
    pub(super) fn place(self, level: Level) -> Level {
        let levels = || self.0.levels.iter().map(|definition| definition.level);
        levels().filter(|other| *other >= level).min().or_else(|| levels().max()).unwrap_or(level)
    }
}

/// The questions of one objective, ready to be put to item after item.
pub(super) struct Sheet<'a> {
    objective: Objective,
    questions: Vec<&'a Question>,
    scale: Scale<'a>,
}

/// What the answer to one question comes to, before mitigation.
#[derive(Default)]
struct Weight {
    raises: Option<Level>,
    explains: bool,
    open: bool,
}

impl<'a> Sheet<'a> {
    /// The questions of one objective.
    pub(super) fn new(catalogue: &'a Catalogue, objective: Objective) -> Self {
        let questions = catalogue.questions.iter().filter(|question| question.section.objective() == Some(objective));
        Self { objective, questions: questions.collect(), scale: Scale::of(catalogue) }
    }

    /// Judges one cell.
    pub(super) fn judge(&self, item: &InformationItem) -> CellJudgement {
        let mut cell = self.propose(item);
        decide(&mut cell, &item.decisions[self.objective], self.scale);
        cell
    }

    /// The proposal with its causes; nothing is said of the decision yet.
    fn propose(&self, item: &InformationItem) -> CellJudgement {
        let weights: Vec<Weight> = self.questions.iter().map(|question| self.weigh(question, item)).collect();
        let weighed = || self.questions.iter().copied().zip(&weights);
        let raising = |id: &QuestionId| weighed().any(|(question, weight)| question.id == *id && weight.raises.is_some());

        let mut cell = CellJudgement::default();
        let mut mitigated: Vec<&QuestionId> = Vec::new();
        let mut mitigations: Vec<Cause> = Vec::new();
        for question in &self.questions {
            let state = match &question.effect {
                Effect::Mitigate(named) => {
                    let named: Vec<&QuestionId> = named.iter().filter(|id| raising(id)).collect();
                    if !applies(question, item) || named.is_empty() {
                        QuestionState::NotApplicable
                    } else {
                        if *item.answers.get(question.id.as_str()) == Answer::Yes {
                            let effect = CauseEffect::Mitigates(named.iter().map(|id| (*id).clone()).collect());
                            mitigations.push(Cause { question: question.id.clone(), effect });
                            mitigated.extend(named);
                        }
                        QuestionState::Asked
                    }
                }
                _ => state(question, item),
            };
            cell.questions.push((question.id.clone(), state));
        }

        let highest = |left_out: &[&QuestionId]| {
            let counted = weighed().filter(|(question, _)| !left_out.contains(&&question.id));
            counted.filter_map(|(_, weight)| weight.raises).max().unwrap_or(Level::Low)
        };
        let level = highest(&mitigated);
        // A mitigation that takes nothing from the proposal was not used. If it asked for a reason all the same, taking its
        // answer back would turn a cell that is not assessed into an assessed one.
        let mitigation_used = level < highest(&[]);

        for (question, weight) in weighed() {
            let mut cause = |effect| cell.causes.push(Cause { question: question.id.clone(), effect });
            if let Some(level) = weight.raises
                && !mitigated.contains(&&question.id)
            {
                cause(CauseEffect::Raises(level));
            }
            if weight.explains {
                cause(CauseEffect::AsksForReason);
            }
            if mitigation_used && let Some(used) = mitigations.iter().find(|cause| cause.question == question.id) {
                cause(used.effect.clone());
            }
            if weight.open {
                cell.open.push(question.id.clone());
            }
        }
        // Without the grade it is not known which questions apply, so nothing can be called low.
        let ungraded =
            self.objective == Objective::Confidentiality && item.confidentiality_grade == ConfidentialityGrade::NotGraded;
        let complete = cell.open.is_empty() && !ungraded && !self.questions.is_empty();
        cell.proposal = if complete { Assessment::assessed(level) } else { Assessment::not_assessed(level) };
        cell
    }

    fn weigh(&self, question: &Question, item: &InformationItem) -> Weight {
        const OPEN: Weight = Weight { raises: None, explains: false, open: true };
        if !applies(question, item) {
            return Weight::default();
        }
        let answer = item.answers.get(question.id.as_str());
        match &question.effect {
            Effect::Raise(level) => match answer {
                Answer::Yes => Weight { raises: Some(self.scale.place(*level)), ..Weight::default() },
                Answer::No => Weight::default(),
                // An answer of another kind than the question's says nothing.
                Answer::NotAnswered | Answer::Unknown | Answer::Choice(_) => OPEN,
            },
            Effect::Explain => match answer {
                Answer::Yes => Weight { explains: true, ..Weight::default() },
                Answer::No => Weight::default(),
                Answer::NotAnswered | Answer::Unknown | Answer::Choice(_) => OPEN,
            },
            Effect::Options(options) => {
                let Answer::Choice(chosen) = answer else { return OPEN };
                let Some(option) = options.iter().find(|option| option.id == *chosen) else { return OPEN };
                Weight { raises: option.raise.map(|level| self.scale.place(level)), explains: option.explain, open: false }
            }
            Effect::PersonCount { explain_from, raise_from, with, to } => match band(item.person_count) {
                CountedBand::NotKnown => OPEN,
                CountedBand::Nobody => Weight::default(),
                CountedBand::Some(band) => {
                    let raises = band >= *raise_from && self.says_yes(with, item);
                    let raises = raises.then(|| self.scale.place(*to));
                    Weight { raises, explains: band >= *explain_from, open: false }
                }
            },
            Effect::GradeTwoExplains => match graded(question.section, item) {
                Graded::No => OPEN,
                Graded::One => Weight::default(),
                Graded::TwoOrMore => Weight { explains: true, ..Weight::default() },
            },
            // Mitigations keep nothing open; the others belong to the gate and say nothing about a cell.
            Effect::Mitigate(_) | Effect::Ends(_) | Effect::TaskChoice | Effect::ReasonWhenNo | Effect::WarningWhenNo => {
                Weight::default()
            }
        }
    }

    fn says_yes(&self, id: &QuestionId, item: &InformationItem) -> bool {
        let question = self.questions.iter().find(|question| question.id == *id);
        question.is_some_and(|question| applies(question, item) && *item.answers.get(id.as_str()) == Answer::Yes)
    }
}

/// The number of persons as far as bands tell.
enum CountedBand {
    NotKnown,
    Nobody,
    Some(Band),
}

fn band(count: PersonCount) -> CountedBand {
    match count {
        PersonCount::NotAnswered | PersonCount::Unknown => CountedBand::NotKnown,
        PersonCount::None => CountedBand::Nobody,
        PersonCount::UpTo100 => CountedBand::Some(Band::UpTo100),
        PersonCount::UpTo1000 => CountedBand::Some(Band::UpTo1000),
        PersonCount::Over1000 => CountedBand::Some(Band::Over1000),
    }
}

/// The grade of an item in the objective of a section, as far as [`Effect::GradeTwoExplains`] cares.
enum Graded {
    No,
    One,
    TwoOrMore,
}

fn graded(section: Section, item: &InformationItem) -> Graded {
    let grade = match section {
        Section::Gate => return Graded::One,
        Section::Confidentiality => {
            return match item.confidentiality_grade {
                ConfidentialityGrade::NotGraded => Graded::No,
                ConfidentialityGrade::One => Graded::One,
                ConfidentialityGrade::Two | ConfidentialityGrade::Three => Graded::TwoOrMore,
            };
        }
        Section::Integrity => item.integrity_grade,
        Section::Availability => item.availability_grade,
    };
    match grade {
        Grade::NotGraded => Graded::No,
        Grade::One => Graded::One,
        Grade::Two => Graded::TwoOrMore,
    }
}

/// Whether the attributes of the item leave the question standing.
fn applies(question: &Question, item: &InformationItem) -> bool {
    !question.not_applicable_when.iter().any(|when| match when {
        NotApplicableWhen::NoPersonalData => item.person_count == PersonCount::None,
        NotApplicableWhen::ConfidentialityOne => item.confidentiality_grade == ConfidentialityGrade::One,
    })
}

/// How a question that is no mitigation applies to an item.
fn state(question: &Question, item: &InformationItem) -> QuestionState {
    if !applies(question, item) {
        return QuestionState::NotApplicable;
    }
    match (&question.effect, question.section) {
        (Effect::PersonCount { .. }, _) => QuestionState::FromPersonCount(item.person_count),
        (Effect::GradeTwoExplains, Section::Integrity) => QuestionState::FromGrade(item.integrity_grade),
        (Effect::GradeTwoExplains, Section::Availability) => QuestionState::FromGrade(item.availability_grade),
        (Effect::GradeTwoExplains, Section::Confidentiality) => {
            QuestionState::FromConfidentialityGrade(item.confidentiality_grade)
        }
        _ => QuestionState::Asked,
    }
}

/// What becomes of the decision. A decision that lacks what it needs has no effect.
fn decide(cell: &mut CellJudgement, decision: &Decision, scale: Scale<'_>) {
    let floor = cell.proposal.floor();
    let Choice::Decided { level, against } = &decision.choice else {
        cell.effective = Assessment::not_assessed(floor);
        return;
    };
    let level = scale.place(*level);
    cell.decided = Some(level);
    cell.standing = standing(cell, level, against, !decision.reason.is_blank(), scale);
    cell.effective = match cell.standing {
        Standing::Raised | Standing::Lowered | Standing::Explained | Standing::AsProposed => Assessment::assessed(level),
        Standing::ProposalOpen => Assessment::not_assessed(floor.max(level)),
        Standing::NotDecided | Standing::Reopened | Standing::ReasonMissing => Assessment::not_assessed(floor),
    };
}

/// The first that applies.
fn standing(cell: &CellJudgement, decided: Level, against: &SeenProposal, has_reason: bool, scale: Scale<'_>) -> Standing {
    let proposed = cell.proposal.floor();
    if is_reopened(cell, decided, against, scale) {
        Standing::Reopened
    } else if !cell.proposal.is_assessed() {
        Standing::ProposalOpen
    } else if decided > proposed {
        Standing::Raised
    } else if decided < proposed {
        if has_reason { Standing::Lowered } else { Standing::ReasonMissing }
    } else if cell.needs_reason() {
        if has_reason { Standing::Explained } else { Standing::ReasonMissing }
    } else {
        Standing::AsProposed
    }
}

/// Whether the proposal rose above the decision since it was made, or a new cause above it appeared.
fn is_reopened(cell: &CellJudgement, decided: Level, against: &SeenProposal, scale: Scale<'_>) -> bool {
    let proposed = cell.proposal.floor();
    let rose = proposed > decided && proposed > scale.place(against.level);
    let was_seen = |question: &QuestionId, level: Level| {
        against.causes.iter().any(|seen| seen.question == *question && scale.place(seen.level) >= level)
    };
    let has_new_cause = cell.causes.iter().any(|cause| match cause.effect {
        CauseEffect::Raises(level) => level > decided && !was_seen(&cause.question, level),
        CauseEffect::AsksForReason | CauseEffect::Mitigates(_) => false,
    });
    rose || has_new_cause
}
