//! What can be wrong with a catalogue.

use thiserror::Error;

use super::{Mark, OutcomeWhen};
use crate::record::{CheckListPoint, Level, Objective, QuestionId};

/// Something in a catalogue that does not fit. Paths name entries by their ids: `questions[C2].basis[0]`.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CatalogueProblem {
    /// There is more of something than can be looked up in one go.
    #[error("{path}: {found} entries, at most {most} are read")]
    TooMany {
        /// What.
        path: String,
        /// How many there are.
        found: usize,
        /// How many there may be.
        most: usize,
    },
    /// A text is empty in one of the languages.
    #[error("{path}: the {language:?} text is missing")]
    MissingLanguage {
        /// The text.
        path: String,
        /// The language it lacks.
        language: Language,
    },
    /// A text holds a control or bidi character that acts or hides.
    #[error("{path}: character U+{code:04X} is not allowed in text")]
    RefusedCharacter {
        /// The text.
        path: String,
        /// The character's code point.
        code: u32,
    },
    /// A statement says nothing of what it rests on.
    #[error("{path}: there is no basis")]
    MissingBasis {
        /// The list of bases that is empty.
        path: String,
    },
    /// A basis calls itself official, quoted or a third party's and names no source.
    #[error("{path}: {mark:?} needs a source")]
    BasisWithoutSource {
        /// The basis.
        path: String,
        /// Its mark.
        mark: Mark,
    },
    /// An id stands twice.
    #[error("{kind:?} {id} stands twice")]
    DuplicateId {
        /// Of what.
        kind: IdKind,
        /// The id.
        id: String,
    },
    /// An id is named that does not exist.
    #[error("{path}: there is no {kind:?} {id}")]
    UnknownId {
        /// Where it is named.
        path: String,
        /// What it should be.
        kind: IdKind,
        /// The id.
        id: String,
    },
    /// A question refers to one that is asked in another section.
    #[error("{path}: {id} is asked in another section")]
    OtherSection {
        /// Where it is named.
        path: String,
        /// The question that is named.
        id: QuestionId,
    },
    /// A list is empty that must not be.
    #[error("{path}: it is empty")]
    Empty {
        /// The list.
        path: String,
    },
    /// The levels are not in ascending order from low, or there is only one.
    #[error("levels: expected low and at least one higher level, lowest first")]
    ScaleNotAscendingFromLow,
    /// A level is named that is not on the scale.
    #[error("{path}: {level:?} is not on the scale")]
    LevelNotOnScale {
        /// Where it is named.
        path: String,
        /// The level.
        level: Level,
    },
    /// A criterion has another number of levels than the scale.
    #[error("{path}: expected {expected} levels as on the scale, found {found}")]
    CriterionLevels {
        /// The criterion.
        path: String,
        /// How many the scale has.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// An effect of the gate stands on a question about information, or the other way round.
    #[error("{path}: this effect cannot be used in this section")]
    EffectOutOfPlace {
        /// The effect.
        path: String,
    },
    /// No question of the gate ends the assessment in this way, so nothing would stop it.
    #[error("questions: no gate question ends with {0:?}")]
    GateEndMissing(OutcomeWhen),
    /// No question of the gate is derived from the choice of the target task.
    #[error("questions: no gate question is the choice of the target task")]
    TaskChoiceMissing,
    /// No question is asked for this objective, so everything would be low.
    #[error("questions: none is asked about {0:?}")]
    ObjectiveWithoutQuestion(Objective),
    /// A profile requires a field that no record has.
    #[error("{path}: no record has a field {field}")]
    UnknownField {
        /// Where it is named.
        path: String,
        /// The path that is named.
        field: String,
    },
    /// A check-list leaves out a point that records have.
    #[error("check_list: the point {} is missing", .0.name())]
    CheckPointMissing(CheckListPoint),
    /// A period is over before it begins.
    #[error("{path}: it ends before it begins")]
    PeriodEndsBeforeItBegins {
        /// The period.
        path: String,
    },
}

/// A language of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// `ja`
    Japanese,
    /// `en`
    English,
}

/// What an id is the id of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IdKind {
    /// A source.
    Source,
    /// A target task.
    Task,
    /// A red flag.
    RedFlag,
    /// A question.
    Question,
    /// An option of a question.
    Option,
    /// A definition.
    Definition,
    /// A profile.
    Profile,
    /// A step of a profile.
    Step,
    /// A point of the check-list.
    CheckPoint,
}
