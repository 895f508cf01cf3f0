//! One record under two catalogues, side by side, and the step from the one to the other.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{CellJudgement, Condition, Finding, FindingKind, Judgement, Outcome, Standing, judge};
use crate::catalogue::{Catalogue, DanglingId};
use crate::record::{
    ApprovalState, Assessment, CataloguePin, Date, Edit, ItemId, Objective, PerObjective, Person, QuestionId, Record, Stated,
    TaskId,
};

/// A record under the catalogue it was made with, and under another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulesComparison {
    /// Under its own; nothing if that is not at hand and no approval states what was judged.
    pub old: Option<RulesSide>,
    /// Under the other.
    pub new: RulesSide,
    /// The catalogue it was made with.
    pub pinned: CataloguePin,
    /// What the record names and the new catalogue does not know. While there is any, the record cannot be moved.
    pub unknown: Vec<DanglingId>,
    /// Findings that there are no more under the new catalogue. None are known where the old side is not computed.
    pub findings_gone: Vec<Finding>,
    /// Findings that come with the new catalogue. None are known where the old side is not computed.
    pub findings_come: Vec<Finding>,
    /// What one catalogue asks or lists and the other does not; nothing where the old one is not at hand.
    pub scope: Option<Scope>,
    /// Whether a move makes an approval lapse.
    pub voids_approval: bool,
}

/// What came out under one catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulesSide {
    /// The catalogue.
    pub catalogue: CataloguePin,
    /// How it is known.
    pub source: SideSource,
    /// 判定
    pub outcome: Outcome,
    /// Condition ①
    pub condition_listed: Condition,
    /// Condition ②
    pub condition_low: Condition,
    /// The level of each objective for the task as a whole.
    pub objectives: PerObjective<Assessment>,
    /// The items with their cells.
    items: Vec<(ItemId, PerObjective<CellSide>)>,
}

/// How one side is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SideSource {
    /// It was computed from the record as it is.
    Computed,
    /// It is what the approval says was judged then, of the content of then.
    Stated,
}

/// A cell under one catalogue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CellSide {
    /// The level that counts.
    pub level: Assessment,
    /// What the answers propose, and what became of the decision; not known of what is only stated.
    pub computed: Option<(Assessment, Standing)>,
}

/// How a cell comes out under the new catalogue. The first that applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellChange {
    /// One side knows nothing of it.
    NotKnown,
    /// It was assessed and is no more.
    BecomesOpen,
    /// It was not assessed and is now.
    BecomesAssessed,
    /// The level that counts, or is certain, is higher.
    Higher,
    /// The level that counts, or is certain, is lower.
    Lower,
    /// The level is the same, and the decision stands otherwise.
    Standing,
    /// Only the proposal is another.
    Proposal,
    /// As before, as far as both sides know.
    Same,
}

/// What one catalogue has and the other has not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Questions that only the old one asks.
    pub questions_gone: Vec<QuestionId>,
    /// Questions that only the new one asks.
    pub questions_come: Vec<QuestionId>,
    /// Target tasks that only the old one lists.
    pub tasks_gone: Vec<TaskId>,
    /// Target tasks that only the new one lists.
    pub tasks_come: Vec<TaskId>,
}

/// Why a record cannot be moved to a catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MoveBlocked {
    /// It was made with that one already.
    AlreadyThere,
    /// It names what that one does not know.
    UnknownIds(Vec<DanglingId>),
}

impl CellChange {
    fn between(old: Option<CellSide>, new: Option<CellSide>) -> Self {
        let (Some(old), Some(new)) = (old, new) else { return Self::NotKnown };
        match Self::of_levels(old.level, new.level) {
            Self::Same => match (old.computed, new.computed) {
                (Some((_, had)), Some((_, has))) if had != has => Self::Standing,
                (Some((had, _)), Some((has, _))) if had != has => Self::Proposal,
                _ => Self::Same,
            },
            other => other,
        }
    }

    /// How a level comes out under the new catalogue.
    pub fn of_levels(old: Assessment, new: Assessment) -> Self {
        match (old.is_assessed(), new.is_assessed()) {
            (true, false) => Self::BecomesOpen,
            (false, true) => Self::BecomesAssessed,
            _ if new.floor() > old.floor() => Self::Higher,
            _ if new.floor() < old.floor() => Self::Lower,
            _ => Self::Same,
        }
    }
}

impl RulesSide {
    fn computed(judgement: &Judgement, catalogue: CataloguePin) -> Self {
        let side = |cell: &CellJudgement| CellSide { level: cell.effective, computed: Some((cell.proposal, cell.standing)) };
        let cells = judgement.items.iter().map(|item| {
            let cells = PerObjective::from_fn(|objective| side(&item.cells[objective]));
            (item.id.clone(), cells)
        });
        Self {
            catalogue,
            source: SideSource::Computed,
            outcome: judgement.outcome,
            condition_listed: judgement.condition_listed,
            condition_low: judgement.condition_low,
            objectives: judgement.objectives,
            items: cells.collect(),
        }
    }

    /// What an approval states.
    pub fn stated(stated: &Stated) -> Self {
        let side = |level| CellSide { level, computed: None };
        let cells = stated.items.iter().map(|item| {
            let cells = PerObjective::from_fn(|objective| side(item.levels[objective]));
            (item.id.clone(), cells)
        });
        Self {
            catalogue: stated.catalogue.clone(),
            source: SideSource::Stated,
            outcome: stated.outcome,
            condition_listed: stated.condition_listed,
            condition_low: stated.condition_low,
            objectives: stated.objectives,
            items: cells.collect(),
        }
    }

    /// The cell of an item; nothing if this side knows nothing of it.
    pub fn cell(&self, item: &ItemId, objective: Objective) -> Option<CellSide> {
        self.items.iter().find(|(id, _)| id == item).map(|(_, cells)| cells[objective])
    }
}

impl RulesComparison {
    /// Lays a record under the catalogue it was made with, if that is at hand, beside what it is under `new`. Where it is not at
    /// hand, what the approval states stands in its place. Pure: the record stays as it is.
    pub fn of(record: &Record, old: Option<&Catalogue>, new: &Catalogue, today: Date) -> Self {
        let before = old.map(|old| judge(record, old, today));
        let after = judge(record, new, today);
        let old_side = match &before {
            Some(judgement) => Some(RulesSide::computed(judgement, record.catalogue.clone())),
            None => record.approval.stated.as_deref().map(RulesSide::stated),
        };
        let findings = |judgement: Option<&Judgement>| {
            let findings = judgement.map(|judgement| judgement.findings.clone()).unwrap_or_default();
            // That the catalogue is another is what all of this is about.
            findings.into_iter().filter(|finding| finding.kind != FindingKind::CatalogueDiffers).collect::<Vec<_>>()
        };
        let (mut gone, mut come) = (Vec::new(), Vec::new());
        if before.is_some() {
            let (had, has) = (findings(before.as_ref()), findings(Some(&after)));
            gone = had.iter().filter(|finding| !has.contains(finding)).cloned().collect();
            come = has.into_iter().filter(|finding| !had.contains(finding)).collect();
        }
        Self {
            old: old_side,
            new: RulesSide::computed(&after, new.pin()),
            pinned: record.catalogue.clone(),
            unknown: new.dangling_ids(record),
            findings_gone: gone,
            findings_come: come,
            scope: old.map(|old| Scope::between(old, new)),
            voids_approval: record.approval.state == ApprovalState::Approved,
        }
    }

    /// Whether two catalogues are compared at all.
    pub fn is_other_catalogue(&self) -> bool {
        self.pinned != self.new.catalogue
    }

    /// Whether anything comes out otherwise under the new catalogue: outcome, a condition, a level, what became of a decision,
    /// a finding, or an id it does not know. Where the old side is not known it counts as different: nobody can say it is not.
    pub fn differs(&self) -> bool {
        let Some(old) = &self.old else { return self.is_other_catalogue() };
        let new = &self.new;
        old.outcome != new.outcome
            || old.condition_listed != new.condition_listed
            || old.condition_low != new.condition_low
            || old.objectives != new.objectives
            || new
                .items
                .iter()
                .any(|(item, _)| Objective::ALL.iter().any(|objective| self.change(item, *objective) != CellChange::Same))
            || new.items.len() != old.items.len()
            || !self.findings_gone.is_empty()
            || !self.findings_come.is_empty()
            || !self.unknown.is_empty()
    }

    /// How a cell comes out under the new catalogue.
    pub fn change(&self, item: &ItemId, objective: Objective) -> CellChange {
        CellChange::between(self.old.as_ref().and_then(|old| old.cell(item, objective)), self.new.cell(item, objective))
    }

    /// How an objective comes out for the task as a whole.
    pub fn objective_change(&self, objective: Objective) -> CellChange {
        let old = self.old.as_ref().map(|old| old.objectives[objective]);
        old.map_or(CellChange::NotKnown, |old| CellChange::of_levels(old, self.new.objectives[objective]))
    }
}

impl Scope {
    fn between(old: &Catalogue, new: &Catalogue) -> Self {
        let questions = |catalogue: &Catalogue| -> Vec<QuestionId> {
            catalogue.questions.iter().map(|question| question.id.clone()).collect()
        };
        let tasks = |catalogue: &Catalogue| -> Vec<TaskId> { catalogue.tasks.iter().map(|task| task.id.clone()).collect() };
        let (questions_gone, questions_come) = only_in(questions(old), questions(new));
        let (tasks_gone, tasks_come) = only_in(tasks(old), tasks(new));
        Self { questions_gone, questions_come, tasks_gone, tasks_come }
    }

    /// Whether both have the same.
    pub fn is_same(&self) -> bool {
        *self == Self::default()
    }
}

/// What only the one and what only the other has.
fn only_in<T: Ord + Clone>(old: Vec<T>, new: Vec<T>) -> (Vec<T>, Vec<T>) {
    let (had, has): (BTreeSet<T>, BTreeSet<T>) = (old.iter().cloned().collect(), new.iter().cloned().collect());
    let gone = old.into_iter().filter(|one| !has.contains(one)).collect();
    let come = new.into_iter().filter(|one| !had.contains(one)).collect();
    (gone, come)
}

/// The one act by which a record is moved to another catalogue: it is judged by that one from then on, and an approval lapses.
/// Answers and decisions stay; a decision that no longer stands reopens by itself.
///
/// `by`, `on` and `comment` are kept with the approval that lapses.
///
/// # Errors
/// [`MoveBlocked`]; nothing is dropped to make it fit.
pub fn move_to(record: &Record, catalogue: &Catalogue, by: Person, on: Date, comment: String) -> Result<Edit, MoveBlocked> {
    let pin = catalogue.pin();
    if record.catalogue == pin {
        return Err(MoveBlocked::AlreadyThere);
    }
    let unknown = catalogue.dangling_ids(record);
    if !unknown.is_empty() {
        return Err(MoveBlocked::UnknownIds(unknown));
    }
    let mut edits = Vec::new();
    if record.approval.state == ApprovalState::Approved {
        edits.push(Edit::MoveApproval { to: ApprovalState::Lapsed, by, on, comment });
    }
    edits.push(Edit::MoveToCatalogue(pin));
    Ok(Edit::Together(edits))
}

/// Whether what an approval states is what follows from the content it covers, by the catalogue it names; nothing where that
/// cannot be told.
pub fn statement_holds(
    record: &Record,
    catalogue_of: impl FnOnce(&CataloguePin) -> Option<Arc<Catalogue>>,
    today: Date,
) -> Option<bool> {
    let stated = record.approval.stated.as_deref()?;
    let covered = record.as_approved()?;
    let catalogue = catalogue_of(&stated.catalogue)?;
    Some(judge(&covered, &catalogue, today).stated(stated.catalogue.clone()) == *stated)
}
