//! The judgement as data: what `show --json` prints, with the names of the questionnaire.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::ExportInput;
use super::approval_json::{ApprovalDocument, approval_document};
use crate::judgement::{CauseEffect, CellJudgement, Condition, Finding, ItemJudgement, Outcome, Severity, Standing};
use crate::record::{
    Assessment, CataloguePin, ContentDigest, Date, Decision, InformationItem, ItemId, Level, Objective, PerObjective, QuestionId,
    RecordId,
};
use crate::text;

/// A judgement with everything that led to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct JudgementDocument {
    /// 判定
    pub outcome: Outcome,
    /// Condition ①: the task falls under the 対象業務一覧.
    pub condition_listed: Condition,
    /// Condition ②: the result of the assessment is 低位.
    pub condition_low: Condition,
    /// The highest of the three objectives.
    pub overall: Assessment,
    /// The three objectives.
    pub objectives: PerObjective<Assessment>,
    /// The information items, in the order of the record.
    pub items: Vec<ItemDocument>,
    /// What stands out.
    pub findings: Vec<FindingDocument>,
    /// Why the outcome is so, in sentences.
    pub explanation: Vec<String>,
    /// The record that was judged.
    pub record: RecordDocument,
    /// Its approval, and what was changed after it.
    pub approval: ApprovalDocument,
    /// The catalogue it was judged by.
    pub catalogue: CataloguePin,
    /// The catalogue it was made with: another one only where that is not at hand.
    pub made_with: CataloguePin,
    /// The day for which it was judged.
    pub today: Date,
}

/// One information item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ItemDocument {
    /// Its id.
    pub id: ItemId,
    /// What it is called.
    pub name: String,
    /// Its three cells.
    pub cells: PerObjective<CellDocument>,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CellDocument {
    /// What the answers propose.
    pub proposal: Assessment,
    /// What the assessor decided.
    pub decision: DecisionDocument,
    /// The level that counts.
    pub effective: Assessment,
    /// The answers that raise the cell or ask for a reason.
    pub causes: Vec<CauseDocument>,
    /// Applicable questions that are not answered or 不明.
    pub open: Vec<QuestionId>,
}

/// The decision on a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum DecisionDocument {
    /// Nothing was decided.
    #[default]
    NotDecided,
    /// A level was decided, whether or not that takes effect.
    Decided {
        /// The level.
        level: Level,
        /// What became of the decision.
        standing: Standing,
        /// Why, in the assessor's words.
        reason: String,
    },
}

/// An answer that does something to a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CauseDocument {
    /// The question.
    pub question: QuestionId,
    /// What its answer does.
    #[serde(flatten)]
    pub effect: EffectDocument,
}

/// What an answer does to a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "effect", rename_all = "snake_case")]
pub enum EffectDocument {
    /// The proposal is at least this level.
    Raises {
        /// The level.
        level: Level,
    },
    /// The decision needs a written reason.
    AsksForReason,
    /// These questions no longer raise the cell; the decision needs a written reason.
    Mitigates {
        /// The questions.
        questions: Vec<QuestionId>,
    },
}

/// Something that stands out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FindingDocument {
    /// The id of its kind.
    pub id: String,
    /// How grave it is.
    pub severity: Severity,
    /// Path of the field where it is to be mended.
    #[serde(rename = "where")]
    pub place: String,
    /// What it is.
    pub message: String,
    /// What to do.
    pub action: String,
}

/// The record that was judged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RecordDocument {
    /// Its id.
    pub id: RecordId,
    /// Digest of its content, without its approval.
    pub digest: ContentDigest,
}

/// The judgement as data.
pub fn judgement_json(input: &ExportInput<'_>) -> JudgementDocument {
    let ExportInput { record, catalogue, judgement, today, .. } = *input;
    let by_id: BTreeMap<&ItemId, &InformationItem> = record.items.iter().map(|item| (&item.id, item)).collect();
    JudgementDocument {
        outcome: judgement.outcome,
        condition_listed: judgement.condition_listed,
        condition_low: judgement.condition_low,
        overall: judgement.overall,
        objectives: judgement.objectives,
        items: judgement.items.iter().map(|item| item_document(item, by_id.get(&item.id).copied())).collect(),
        findings: judgement.findings.iter().map(|finding| finding_document(finding, input)).collect(),
        explanation: text::explain(record, catalogue, judgement, input.lang),
        record: RecordDocument { id: record.id.clone(), digest: record.content_digest() },
        approval: approval_document(input),
        catalogue: catalogue.pin(),
        made_with: record.catalogue.clone(),
        today,
    }
}

fn item_document(judged: &ItemJudgement, item: Option<&InformationItem>) -> ItemDocument {
    let decision = |objective: Objective| item.map(|item| &item.decisions[objective]);
    ItemDocument {
        id: judged.id.clone(),
        name: item.map_or_else(String::new, |item| item.name.to_string()),
        cells: PerObjective::from_fn(|objective| cell_document(&judged.cells[objective], decision(objective))),
    }
}

fn cell_document(cell: &CellJudgement, decision: Option<&Decision>) -> CellDocument {
    let effect = |effect: &CauseEffect| match effect {
        CauseEffect::Raises(level) => EffectDocument::Raises { level: *level },
        CauseEffect::AsksForReason => EffectDocument::AsksForReason,
        CauseEffect::Mitigates(questions) => EffectDocument::Mitigates { questions: questions.clone() },
    };
    let causes =
        cell.causes.iter().map(|cause| CauseDocument { question: cause.question.clone(), effect: effect(&cause.effect) });
    CellDocument {
        proposal: cell.proposal,
        decision: cell.decided.map_or(DecisionDocument::NotDecided, |level| DecisionDocument::Decided {
            level,
            standing: cell.standing,
            reason: decision.map_or_else(String::new, |decision| decision.reason.to_string()),
        }),
        effective: cell.effective,
        causes: causes.collect(),
        open: cell.open.clone(),
    }
}

fn finding_document(finding: &Finding, input: &ExportInput<'_>) -> FindingDocument {
    let message = text::finding_message(finding, input.record, input.catalogue, input.lang);
    FindingDocument {
        id: finding.kind.id().to_owned(),
        severity: finding.severity(),
        place: finding.field.to_string(),
        message: message.what,
        action: message.action,
    }
}
