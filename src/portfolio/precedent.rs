//! 先例: earlier records for the same target task, in folders that the user chose.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashSet};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::scan::record_paths;
use super::{AtHand, OpenError, Rules, Shelf, open_checked};
use crate::file::{Storage, StorageError};
use crate::judgement::{ItemJudgement, Judgement, Outcome, Standing, judge};
use crate::record::{
    ApprovalState, ApprovalStatement, Assessment, Date, InformationItem, Level, Objective, PerObjective, RaiseTo, Record,
    RecordId, TaskChoice, TaskId,
};
use crate::text::{Lang, Message};

/// How many precedents are kept.
pub const MOST_PRECEDENTS: usize = 200;

/// The precedents for one target task.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Precedents {
    /// Those that are kept: the newest by the day of assessment, then in the order of their paths; at most
    /// [`MOST_PRECEDENTS`].
    pub kept: Vec<Precedent>,
    /// How many were found.
    pub found: usize,
    /// The lowest level of each objective among all that were found and are assessed in it, kept or not.
    pub lowest: PerObjective<Option<Level>>,
    /// What could not be read, and why.
    pub unreadable: Vec<Unreadable>,
}

/// What is worth knowing of an earlier record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Precedent {
    /// The file.
    pub path: PathBuf,
    /// The agency with bureau and section, as far as they were written.
    pub agency: String,
    /// Name of the service.
    pub service: String,
    /// Day of the assessment.
    pub assessed_on: Option<Date>,
    /// Where the approval stands.
    pub state: ApprovalState,
    /// Whether the content was changed since.
    pub changed_since_approval: bool,
    /// Whether what stands in the approval is what was recorded.
    pub statement: ApprovalStatement,
    /// Whether it was made with another catalogue than the one in use.
    pub made_with_other_catalogue: bool,
    /// Whether its own catalogue judged it.
    pub at_hand: AtHand,
    /// 判定
    pub outcome: Outcome,
    /// The level of each objective.
    pub objectives: PerObjective<Assessment>,
    /// The information items in the order of the record.
    pub items: Vec<PrecedentItem>,
    /// The objectives that were raised for the task as a whole.
    pub raises: Vec<PrecedentRaise>,
    /// 利用条件
    pub conditions_of_use: String,
    /// 残るリスク
    pub residual_risk: String,
}

/// An information item of an earlier record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrecedentItem {
    /// What it is called.
    pub name: String,
    /// What was decided on it.
    pub cells: PerObjective<PrecedentCell>,
}

/// What was decided on one objective of an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrecedentCell {
    /// The level that counts. Where the decision does not stand it is not assessed.
    pub level: Assessment,
    /// What became of the decision.
    pub standing: Standing,
    /// Why, in the assessor's words.
    pub reason: String,
}

/// A raise for the task as a whole (集約).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrecedentRaise {
    /// Of which objective.
    pub objective: Objective,
    /// To which level.
    pub to: Level,
    /// Why.
    pub reason: String,
}

/// Something that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// A file that is a record by its name.
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        why: OpenError,
    },
    /// A folder: one that was chosen, or one below it.
    Folder(StorageError),
}

impl Unreadable {
    /// Which file or folder.
    pub fn path(&self) -> &Path {
        match self {
            Self::File { path, .. } => path,
            Self::Folder(error) => &error.path,
        }
    }

    /// What is wrong, where, what was expected, and what to do.
    pub fn message(&self, lang: Lang) -> Message {
        match self {
            Self::File { why, .. } => why.message(lang),
            Self::Folder(error) => error.message(lang),
        }
    }
}

/// Looks for precedents in these folders and those below them: records for the listed task `task` other than `except`. Files
/// that say the same are one precedent. What cannot be read is told with its reason and stops nothing.
///
/// `seen` is told of each file before it is read, with how many there are. It may stop the search; there is no result then,
/// since a part of the precedents would look like all of them.
pub fn find(
    storage: &dyn Storage,
    folders: &[PathBuf],
    task: &TaskId,
    except: &RecordId,
    shelf: &Shelf,
    today: Date,
    seen: &mut dyn FnMut(&Path, usize) -> ControlFlow<()>,
) -> Option<Precedents> {
    let mut precedents = Precedents::default();
    let (mut paths, mut identities) = (BTreeSet::new(), HashSet::new());
    for folder in folders {
        let mut below = Vec::new();
        match record_paths(storage, folder, &mut below) {
            // One folder may lie within another, or be reached by a link.
            Ok(found) => paths.extend(found.into_iter().filter(|path| identities.insert(storage.identity(path)))),
            Err(error) => below.push(error),
        }
        precedents.unreadable.extend(below.into_iter().map(Unreadable::Folder));
    }
    let count = paths.len();
    let mut told = HashSet::new();
    for path in paths {
        if seen(&path, count).is_break() {
            return None;
        }
        let record = match open_checked(storage, &path, shelf) {
            Ok(opened) => opened.record,
            Err(why) => {
                precedents.unreadable.push(Unreadable::File { path, why });
                continue;
            }
        };
        let is_precedent = record.id != *except && matches!(&record.task, TaskChoice::Listed(listed) if listed == task);
        let approval = (record.approval.state, record.changed_since_approval(), record.approval.statement());
        if is_precedent && told.insert((record.content_digest(), approval)) {
            precedents.take(Precedent::of(&record, path, &shelf.for_record(storage, &record), today));
        }
    }
    Some(precedents)
}

/// The objectives that are assessed here at a level below that of every precedent assessed in them: objective, level here,
/// lowest level of the precedents. Where no precedent is assessed in an objective, nothing is said of it.
pub fn lower_than_every(precedents: &Precedents, judgement: &Judgement) -> Vec<(Objective, Level, Level)> {
    let compared = judgement.objectives.iter().filter_map(|(objective, here)| match here {
        Assessment::Assessed { level } => Some((objective, *level, precedents.lowest[objective]?)),
        Assessment::NotAssessed { .. } => None,
    });
    compared.filter(|(_, here, lowest)| here < lowest).collect()
}

impl Precedents {
    fn take(&mut self, new: Precedent) {
        self.found += 1;
        for (objective, assessment) in new.objectives.iter() {
            if let Assessment::Assessed { level } = assessment {
                let lowest = &mut self.lowest[objective];
                *lowest = Some(lowest.map_or(*level, |other| other.min(*level)));
            }
        }
        let at = self.kept.partition_point(|other| other.order() <= new.order());
        self.kept.insert(at, new);
        self.kept.truncate(MOST_PRECEDENTS);
    }
}

impl Precedent {
    fn of(record: &Record, path: PathBuf, rules: &Rules, today: Date) -> Self {
        let judgement = judge(record, &rules.catalogue, today);
        let agency = [&record.agency.name, &record.agency.bureau, &record.agency.section];
        let agency: Vec<&str> = agency.into_iter().map(|part| part.as_str().trim()).filter(|part| !part.is_empty()).collect();
        Self {
            path,
            agency: agency.join(" "),
            service: record.service.name.to_string(),
            assessed_on: record.agency.assessed_on,
            state: record.approval.state,
            changed_since_approval: record.changed_since_approval(),
            statement: record.approval.statement(),
            made_with_other_catalogue: rules.are_not_in_use(record),
            at_hand: rules.at_hand,
            outcome: judgement.outcome,
            objectives: judgement.objectives,
            items: record.items.iter().zip(&judgement.items).map(|(item, judged)| PrecedentItem::of(item, judged)).collect(),
            raises: raises(record),
            conditions_of_use: record.conditions_of_use.to_string(),
            residual_risk: record.residual_risk.to_string(),
        }
    }

    /// Newest first, those without a day last, then by path.
    fn order(&self) -> (Reverse<Option<Date>>, &Path) {
        (Reverse(self.assessed_on), &self.path)
    }
}

impl PrecedentItem {
    fn of(item: &InformationItem, judged: &ItemJudgement) -> Self {
        let cell = |objective| PrecedentCell {
            level: judged.cells[objective].effective,
            standing: judged.cells[objective].standing,
            reason: item.decisions[objective].reason.to_string(),
        };
        Self { name: item.name.to_string(), cells: PerObjective::from_fn(cell) }
    }
}

fn raises(record: &Record) -> Vec<PrecedentRaise> {
    let raised = record.raises.iter().filter_map(|(objective, raise)| match raise.to {
        RaiseTo::NotRaised => None,
        RaiseTo::Level(to) => Some(PrecedentRaise { objective, to, reason: raise.reason.to_string() }),
    });
    raised.collect()
}
