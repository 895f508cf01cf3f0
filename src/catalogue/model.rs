//! The types of the catalogue's data. Field for field they are what stands in `assets/catalogue/*.ron`.

use serde::{Deserialize, Serialize};

use super::digest_memory::DigestMemory;
use super::{Basis, Bilingual, Profile, Source};
use crate::record::{CatalogueId, CheckListPoint, Level, Objective, OptionId, QuestionId, RedFlagId, TaskId};

/// The whole catalogue (目録).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    /// What it is.
    pub meta: Meta,
    /// The sources that bases name.
    pub sources: Vec<Source>,
    /// 対象業務一覧
    pub tasks: Vec<TargetTask>,
    /// G, C, I and A, in the order in which they are asked.
    pub questions: Vec<Question>,
    /// The scale of levels, lowest first, with what each is called.
    pub levels: Vec<LevelDefinition>,
    /// What tells the levels apart.
    pub criteria: Vec<Criterion>,
    /// Definitions of the grades and other terms.
    pub definitions: Vec<Definition>,
    /// The procedure profiles; the first is the default.
    pub profiles: Vec<Profile>,
    /// The provider's check-list, whole. Empty in the first form of catalogues, which had none: see
    /// [`check_points`](Self::check_points).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub check_list: Vec<CheckPoint>,
    /// Its digest, once it was asked for.
    #[serde(skip)]
    pub(super) digest_memory: DigestMemory,
}

/// Name, version and origin of a catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meta {
    /// Its id.
    pub id: CatalogueId,
    /// Its version; later versions sort later.
    pub version: String,
    /// What it is called.
    pub title: Bilingual,
    /// What the whole rests on.
    pub basis: Vec<Basis>,
}

/// An entry of the 対象業務一覧.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TargetTask {
    /// Its id, this program's own.
    pub id: TaskId,
    /// The group it stands in.
    pub group: Bilingual,
    /// The assumed service (想定サービス例).
    pub service: Bilingual,
    /// How sure the service's name is.
    pub service_basis: Basis,
    /// The task (業務).
    pub task: Bilingual,
    /// How sure the task's wording is.
    pub task_basis: Basis,
    /// What the entry means, in a sentence or two for somebody who chooses.
    pub explanation: Bilingual,
    /// Information that such a task typically handles.
    pub typical_information: Vec<TypicalInformation>,
    /// Circumstances in which low is unlikely.
    pub red_flags: Vec<RedFlag>,
    /// Provisional levels of NIST SP 800-60 for comparable information, as precedent and never as verdict.
    pub precedents: Vec<Categorisation>,
}

/// Information that a task typically handles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TypicalInformation {
    /// Its name.
    pub name: Bilingual,
    /// What it contains.
    pub description: Bilingual,
}

/// A circumstance in which low is unlikely.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RedFlag {
    /// Its id, such as `LIU-A1.F1`.
    pub id: RedFlagId,
    /// What it is.
    pub text: Bilingual,
}

/// A provisional categorisation of SP 800-60 volume 2.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Categorisation {
    /// Number and title of the information type.
    pub title: Bilingual,
    /// 機密性
    pub confidentiality: Level,
    /// 完全性
    pub integrity: Level,
    /// 可用性
    pub availability: Level,
}

impl Categorisation {
    /// The level for one objective.
    pub const fn level(&self, objective: Objective) -> Level {
        match objective {
            Objective::Confidentiality => self.confidentiality,
            Objective::Integrity => self.integrity,
            Objective::Availability => self.availability,
        }
    }
}

/// Where a question is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// 前提確認
    Gate,
    /// 機密性
    Confidentiality,
    /// 完全性
    Integrity,
    /// 可用性
    Availability,
}

impl Section {
    /// The objective whose cells the answers count for.
    pub const fn objective(self) -> Option<Objective> {
        match self {
            Self::Gate => None,
            Self::Confidentiality => Some(Objective::Confidentiality),
            Self::Integrity => Some(Objective::Integrity),
            Self::Availability => Some(Objective::Availability),
        }
    }
}

/// A question with its effect, basis and guidance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its id, such as `C2`, stable for ever.
    pub id: QuestionId,
    /// Where it is asked.
    pub section: Section,
    /// Two or three words for headings and lists: 要配慮個人情報.
    pub short: Bilingual,
    /// The question.
    pub text: Bilingual,
    /// What is meant, and how to tell.
    pub guidance: Bilingual,
    /// What the answer leads to, and what can be done about it.
    pub consequence: Bilingual,
    /// What it does to the proposal or the outcome.
    pub effect: Effect,
    /// When it is not asked.
    #[serde(default)]
    pub not_applicable_when: Vec<NotApplicableWhen>,
    /// What wording and effect rest on.
    pub basis: Vec<Basis>,
    /// Worked examples.
    pub examples: Vec<Example>,
}

/// What an answer does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// Gate: answered so, the whole ends with this outcome. Not answered, the outcome stays undetermined.
    Ends(OutcomeWhen),
    /// Gate: derived from the choice of the target task (condition ①).
    TaskChoice,
    /// Gate: `no` needs a written reason (G6).
    ReasonWhenNo,
    /// Gate: `no` means that the wide use is assessed (G7).
    WarningWhenNo,
    /// `yes`: the proposal is at least this.
    Raise(Level),
    /// `yes`: the decision takes effect only with a written reason.
    Explain,
    /// `yes`: the named questions no longer raise this cell; a written reason is needed.
    Mitigate(Vec<QuestionId>),
    /// Answered by choosing one of these.
    Options(Vec<EffectOption>),
    /// Derived from the number of persons: from one band on a reason is needed, and from another on, together with `yes`
    /// to a question, the proposal is at least a level.
    PersonCount {
        /// From this band on a reason is needed.
        explain_from: Band,
        /// From this band on it can raise …
        raise_from: Band,
        /// … if this question is answered `yes` …
        with: QuestionId,
        /// … to this.
        to: Level,
    },
    /// Derived from the item's grade in this objective: grade 2 needs a reason.
    GradeTwoExplains,
}

/// When a gate question ends the whole, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OutcomeWhen {
    /// `yes` → stop
    YesStop,
    /// `no` → out of scope
    NoOutOfScope,
    /// `yes` → out of scope
    YesOutOfScope,
    /// `no` → not required
    NoNotRequired,
    /// `no` → invalid assessor
    NoInvalidAssessor,
}

impl OutcomeWhen {
    /// All ways in which the gate can end an assessment.
    pub const ALL: [Self; 5] =
        [Self::YesStop, Self::NoOutOfScope, Self::YesOutOfScope, Self::NoNotRequired, Self::NoInvalidAssessor];
}

/// An option of a question that is answered by choosing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EffectOption {
    /// Its id.
    pub id: OptionId,
    /// What it says.
    pub text: Bilingual,
    /// What it raises to.
    #[serde(default)]
    pub raise: Option<Level>,
    /// Whether the decision then needs a reason.
    #[serde(default)]
    pub explain: bool,
}

/// A band of [`PersonCount`](crate::record::PersonCount) with people in it, lowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Band {
    /// 〜100
    #[serde(rename = "up_to_100")]
    UpTo100,
    /// 101〜1,000
    #[serde(rename = "up_to_1000")]
    UpTo1000,
    /// 1,000超
    #[serde(rename = "over_1000")]
    Over1000,
}

/// When a question is not asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotApplicableWhen {
    /// The item has no personal data.
    NoPersonalData,
    /// The item is 機密性1情報: the proposal is low from the grade.
    ConfidentialityOne,
}

/// A worked example to a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// The target tasks it is shown for; empty for all.
    #[serde(default)]
    pub tasks: Vec<TaskId>,
    /// The circumstance, in a sentence.
    pub case: Bilingual,
    /// What to answer then, in a word: はい, いいえ, an option.
    pub answer: Bilingual,
}

/// A level of the scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelDefinition {
    /// The level.
    pub level: Level,
    /// What it is called.
    pub name: Bilingual,
    /// How sure that name is.
    pub basis: Basis,
}

/// One aspect by which levels are told apart, such as 組織の運営.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// The aspect.
    pub aspect: Bilingual,
    /// What it means at each level of the scale, lowest first.
    pub levels: Vec<Bilingual>,
    /// What it rests on.
    pub basis: Basis,
}

/// A definition, for example of a grade.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// A name to find it by, such as `confidentiality_2`.
    pub id: String,
    /// The term.
    pub term: Bilingual,
    /// What it means.
    pub text: Bilingual,
    /// What it rests on.
    pub basis: Basis,
}

/// A point of the provider's check-list. That a record has an answer for it is the record's matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckPoint {
    /// Which one.
    pub id: CheckListPoint,
    /// What is asked.
    pub text: Bilingual,
    /// What it means, and why it is on the list.
    pub guidance: Bilingual,
    /// What that rests on.
    pub basis: Basis,
}
