//! What a judgement is made of.

use schemars::JsonSchema;
use serde::Serialize;

use crate::record::{
    Assessment, CataloguePin, ConfidentialityGrade, Field, Grade, ItemId, Level, Marked, Objective, PerObjective, PersonCount,
    QuestionId, RedFlagId, SeenCause, SeenProposal, Stated, StatedItem,
};
pub use crate::record::{Condition, Outcome};

/// Everything that follows from a record, its catalogue and a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// 判定
    pub outcome: Outcome,
    /// Condition ①: the task falls under the 対象業務一覧.
    pub condition_listed: Condition,
    /// Condition ②: the result of the assessment is 低位.
    pub condition_low: Condition,
    /// The highest of the three objectives.
    pub overall: Assessment,
    /// Each objective: the highest of its cells, raised for the task as a whole where the assessor did so.
    pub objectives: PerObjective<Assessment>,
    /// The items in the order of the record.
    pub items: Vec<ItemJudgement>,
    /// What stands out, errors first, then in the order of the steps.
    pub findings: Vec<Finding>,
}

impl Judgement {
    /// The judgement of the item with this id.
    pub fn item(&self, id: &ItemId) -> Option<&ItemJudgement> {
        self.items.iter().find(|item| item.id == *id)
    }

    /// How many findings have this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity() == severity).count()
    }

    /// What an approval of it says was judged, by the catalogue of this pin.
    pub fn stated(&self, catalogue: CataloguePin) -> Stated {
        let levels = |item: &ItemJudgement| PerObjective::from_fn(|objective| item.cells[objective].effective);
        Stated {
            catalogue,
            outcome: self.outcome,
            condition_listed: self.condition_listed,
            condition_low: self.condition_low,
            objectives: self.objectives,
            items: self.items.iter().map(|item| StatedItem { id: item.id.clone(), levels: levels(item) }).collect(),
        }
    }

    /// Whether a final copy may be exported: no finding is an error.
    pub fn is_final(&self) -> bool {
        self.count(Severity::Error) == 0
    }

    /// The cells that can be decided as proposed in one act: proposal assessed, no reason needed, no decision standing.
    pub fn decidable_as_proposed(&self) -> Vec<(ItemId, Objective, SeenProposal)> {
        let mut cells = Vec::new();
        for item in &self.items {
            for (objective, cell) in item.cells.iter() {
                if cell.can_be_decided_as_proposed() {
                    cells.push((item.id.clone(), objective, cell.seen()));
                }
            }
        }
        cells
    }
}

/// The judgement of one information item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemJudgement {
    /// The item.
    pub id: ItemId,
    /// Its three cells.
    pub cells: PerObjective<CellJudgement>,
}

/// The judgement of one cell: an information item in one objective.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellJudgement {
    /// 提案: what the answers propose.
    pub proposal: Assessment,
    /// What the assessor chose, whether or not it takes effect.
    pub decided: Option<Level>,
    /// What became of the decision.
    pub standing: Standing,
    /// The level that counts.
    pub effective: Assessment,
    /// The answers that raise the cell or ask for a reason, in the order of the questions. A mitigation is among them only if
    /// it took something from the proposal.
    pub causes: Vec<Cause>,
    /// Applicable questions that are not answered or 不明 and keep the proposal from being assessed. A missing 機密性 grade keeps
    /// it from that as well, and stands for no question.
    pub open: Vec<QuestionId>,
    /// How each question of the objective applies to this item, in the order of the questions.
    pub questions: Vec<(QuestionId, QuestionState)>,
}

impl CellJudgement {
    /// Whether a decision equal to the proposal needs a written reason: an `explain` applies or a `mitigate` was used.
    pub fn needs_reason(&self) -> bool {
        self.causes.iter().any(|cause| !matches!(cause.effect, CauseEffect::Raises(_)))
    }

    /// Whether the cell may be decided together with others, as proposed.
    pub fn can_be_decided_as_proposed(&self) -> bool {
        self.proposal.is_assessed() && !self.needs_reason() && self.standing == Standing::NotDecided
    }

    /// The proposal as a decision made now would remember it.
    pub fn seen(&self) -> SeenProposal {
        let causes = self.causes.iter().filter_map(|cause| match cause.effect {
            CauseEffect::Raises(level) => Some(SeenCause { question: cause.question.clone(), level }),
            CauseEffect::AsksForReason | CauseEffect::Mitigates(_) => None,
        });
        SeenProposal::new(self.proposal, causes.collect())
    }
}

/// What became of the decision on a cell. The first that applies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// 未決定
    #[default]
    NotDecided,
    /// 再確認: the proposal rose above it since it was made, and it was not confirmed again.
    Reopened,
    /// The proposal is not assessed, so the decision waits.
    ProposalOpen,
    /// 引上げ: above the proposal.
    Raised,
    /// 引下げ: below the proposal, with a reason.
    Lowered,
    /// As proposed, with the reason it needs.
    Explained,
    /// It needs a reason and has none.
    ReasonMissing,
    /// As proposed.
    AsProposed,
}

impl Standing {
    /// Whether the decision takes effect.
    pub const fn stands(self) -> bool {
        matches!(self, Self::Raised | Self::Lowered | Self::Explained | Self::AsProposed)
    }
}

/// An answer that does something to a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    /// The question.
    pub question: QuestionId,
    /// What its answer does.
    pub effect: CauseEffect,
}

/// What an answer does to a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CauseEffect {
    /// The proposal is at least this level.
    Raises(Level),
    /// The decision needs a written reason.
    AsksForReason,
    /// These questions, which would raise the cell, no longer do; the decision needs a written reason.
    Mitigates(Vec<QuestionId>),
}

/// How a question applies to an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuestionState {
    /// It is asked.
    Asked,
    /// It does not apply; an answer that may be there has no effect.
    NotApplicable,
    /// Derived from the item's 機密性 grade.
    FromConfidentialityGrade(ConfidentialityGrade),
    /// Derived from the item's 完全性 or 可用性 grade, and never asked twice.
    FromGrade(Grade),
    /// Derived from the number of persons, and never asked twice.
    FromPersonCount(PersonCount),
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// A final copy cannot be made.
    Error,
    /// Somebody should look at it.
    Warning,
    /// Worth knowing.
    Note,
}

/// Something that stands out, with the place to go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub kind: FindingKind,
    /// Where it is to be mended.
    pub field: Field,
}

impl Finding {
    /// How grave it is.
    pub fn severity(&self) -> Severity {
        self.kind.severity()
    }
}

/// What a finding is about. Each has an id and a severity; its sentence is in `text`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindingKind {
    /// An item is 機密性3 while G3 says that there is none.
    GradeThreeAgainstGate(ItemId),
    /// G2 says that 要機密情報 is handled while all items are graded and none is.
    NoSensitiveItemAgainstGate,
    /// An item is 機密性2 or 3 while G2 says that no 要機密情報 is handled.
    SensitiveItemAgainstGate(ItemId),
    /// A gate question is not answered.
    GateNotAnswered(QuestionId),
    /// A gate question is answered 不明.
    GateUnknown(QuestionId),
    /// The answer to a gate question ends the assessment.
    GateEnds(QuestionId, Outcome),
    /// The service is not the assumed one, and no reason is given (G6).
    ServiceReasonMissing,
    /// The use cannot be limited, so the wide use is assessed (G7).
    WideUse,
    /// No target task is chosen.
    TaskNotChosen,
    /// The target task is 不明.
    TaskUnknown,
    /// No entry of the list applies.
    TaskNotListed,
    /// The pasted official row has no task.
    EntryEmpty,
    /// The wording of the chosen entry is not confirmed.
    TaskWordingUnconfirmed,
    /// A red flag of the chosen task was not answered.
    RedFlagOpen(RedFlagId),
    /// A red flag was answered without a word on it.
    RedFlagWithoutWord(RedFlagId),
    /// A red flag applies.
    RedFlagApplies(RedFlagId),
    /// No information item is listed.
    NoItems,
    /// An item has no name.
    ItemWithoutName(ItemId),
    /// An item lacks a grade in this objective.
    ItemWithoutGrade(ItemId, Objective),
    /// An item lacks the number of persons.
    ItemWithoutPersonCount(ItemId),
    /// Two items have the same name.
    ItemsOfSameName(ItemId, ItemId),
    /// Applicable questions of a cell are not answered.
    AnswersMissing(ItemId, Objective, Vec<QuestionId>),
    /// Applicable questions of a cell are answered 不明.
    AnswersUnknown(ItemId, Objective, Vec<QuestionId>),
    /// A cell is not decided although its proposal is assessed.
    NotDecided(ItemId, Objective),
    /// A decision was reopened by a higher proposal.
    Reopened(ItemId, Objective),
    /// Low was decided while the proposal is not assessed.
    LowWhileOpen(ItemId, Objective),
    /// A decision below the proposal has no reason.
    LoweredWithoutReason(ItemId, Objective),
    /// A decision that must be explained has no reason.
    ExplanationMissing(ItemId, Objective),
    /// The reason of a decision is only a beginning from the catalogue (書き出し), with nothing of one's own in it.
    ReasonOnlyBegun(ItemId, Objective),
    /// A decision is below the proposal, with a reason.
    Lowered(ItemId, Objective),
    /// A raise for the task as a whole has no reason.
    RaiseWithoutReason(Objective),
    /// The proposals are below the SP 800-60 precedent of the chosen task.
    BelowPrecedent(Objective, Level),
    /// 利用条件 is empty although the use is said to be limited.
    ConditionsOfUseMissing,
    /// 残るリスク is empty although something was lowered or explained.
    ResidualRiskMissing,
    /// A field that the profile requires is empty.
    RequiredMissing,
    /// The CSP part is not the one that was taken over with the request.
    ServiceDiffersFromRequest,
    /// The 法人番号 does not hold.
    CorporateNumberWrong,
    /// The assessor is not of the using agency (G8).
    AssessorNotOfAgency,
    /// The approver is also the assessor.
    ApproverIsAssessor,
    /// The content was changed after the approval was given.
    ChangedSinceApproval,
    /// The copy kept of the content that the approval covers does not fit its digest.
    KeptCopyIsAnother,
    /// What stands in the approval is not what was recorded.
    ApprovalStatementChanged,
    /// What stands in the approval has no digest, so that nobody knows whether it was changed.
    ApprovalStatementNotKnown,
    /// The approval lacks its person, day, validity or the digest of what was approved.
    ApprovalIncomplete,
    /// The approval is no longer valid; since so many days.
    ApprovalExpired(i32),
    /// The approval ends within 60 days; in so many days.
    ApprovalEndsSoon(i32),
    /// The catalogue in use is another than the one the record was made with.
    CatalogueDiffers,
    /// The profile is not known to the catalogue.
    ProfileUnknown,
    /// An id is not known to the catalogue: a question, an option, a task or a red flag.
    UnknownId(String),
    /// A text has characters that nobody sees.
    InvisibleCharacters(Vec<Marked>),
    /// A text has 外字, or codes that mean no character yet: each machine shows another one, or none.
    CharactersWithoutMeaning(Vec<Marked>),
    /// Within a Latin word stand letters of another script that look Latin.
    LookAlikeCharacters(Vec<Marked>),
    /// So many characters of a text cannot be shown, since too many stand as one letter.
    Heaped(usize),
    /// A text has characters outside JIS X 0213 that other printers may not show.
    OutsideJisX0213(Vec<char>),
    /// A text is longer than its soft length.
    TextLong(usize),
}
