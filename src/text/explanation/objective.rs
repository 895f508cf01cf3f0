//! The level of an objective, and each item of which there is something to tell.

use super::teller::Teller;
use crate::judgement::{CauseEffect, CellJudgement, QuestionState, Standing};
use crate::record::{ConfidentialityGrade, InformationItem, Objective, QuestionId, RaiseTo};
use crate::text::fields::answer;
use crate::text::labels::grade;
use crate::text::{Label as _, marks};

impl Teller<'_> {
    /// The level of an objective, its raise, and the items of which there is nothing to tell one by one.
    pub(super) fn objective(&self, objective: Objective) -> String {
        let (lang, name) = (self.lang, objective.label(self.lang));
        let value = self.assessment(self.judgement.objectives[objective]);
        let mut sentences = vec![say!(lang, "{name}は{value}です。", "{name}: {value}.")];
        if self.record.items.is_empty() {
            sentences.push(say!(lang, "取り扱う情報がまだありません。", "There is no information item yet."));
        }
        if let RaiseTo::Level(to) = self.record.raises[objective].to {
            let (to, reason) = (self.level(to), self.record.raises[objective].reason.as_str().trim());
            sentences.push(if reason.is_empty() {
                say!(
                    lang,
                    "業務全体として{to}への引上げがありますが、理由がまだありません。",
                    "For the task as a whole it is raised to {to}; the reason is still missing."
                )
            } else {
                say!(
                    lang,
                    "業務全体として{to}への引上げがあります。理由:「{reason}」",
                    "For the task as a whole it is raised to {to}: “{reason}”"
                )
            });
        }
        let (mut by_grade, mut plain): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        for (name, item, cell) in self.cells(objective).filter(|(_, _, cell)| !has_story(cell)) {
            let is_one = item.confidentiality_grade == ConfidentialityGrade::One;
            let group = if objective == Objective::Confidentiality && is_one { &mut by_grade } else { &mut plain };
            let level = self.assessment(cell.effective);
            group.push(say!(lang, "「{name}」（{level}）", "“{name}” ({level})"));
        }
        if !by_grade.is_empty() {
            let items = self.join(&by_grade);
            sentences.push(say!(
                lang,
                "機密性1なので低位と提案し、提案どおりに決定したもの: {items}。",
                "Proposed low from the grade confidentiality 1, and decided as proposed: {items}."
            ));
        }
        if !plain.is_empty() {
            let items = self.join(&plain);
            sentences.push(say!(
                lang,
                "影響度を引き上げる答えがなく、提案どおりに決定したもの: {items}。",
                "No answer raised the level; decided as proposed: {items}."
            ));
        }
        sentences.join(marks::between_sentences(lang))
    }

    /// One paragraph for each item of which there is something to tell.
    pub(super) fn telling_items(&self, objective: Objective) -> Vec<String> {
        let telling = self.cells(objective).filter(|(_, _, cell)| has_story(cell));
        telling.map(|(name, item, cell)| self.cell(name, item, objective, cell)).collect()
    }

    pub(super) fn cell(&self, name: &str, item: &InformationItem, objective: Objective, cell: &CellJudgement) -> String {
        let lang = self.lang;
        let proposal = self.assessment(cell.proposal);
        let heading = objective.label(lang);
        let heading = say!(lang, "{heading}「{name}」: ", "{heading}, “{name}”: ");
        let mut sentences = Vec::new();
        for cause in &cell.causes {
            let question = self.question_of(item, cell, &cause.question);
            sentences.push(match &cause.effect {
                CauseEffect::Raises(level) => {
                    let level = self.level(*level);
                    say!(lang, "{question}が{level}に引き上げます。", "{question} raises it to {level}.")
                }
                CauseEffect::AsksForReason => {
                    say!(lang, "{question}により、決定には理由が必要です。", "{question} requires a reason.")
                }
                CauseEffect::Mitigates(named) => {
                    let named: Vec<String> = named.iter().map(|id| self.question_of(item, cell, id)).collect();
                    let named = self.join(&named);
                    say!(
                        lang,
                        "{question}により、{named}は引き上げません。決定には理由が必要です。",
                        "{question} mitigates {named}; the decision needs a reason."
                    )
                }
            });
        }
        if objective == Objective::Confidentiality && item.confidentiality_grade == ConfidentialityGrade::NotGraded {
            sentences.push(say!(lang, "機密性の格付がありません。", "It is not graded."));
        }
        if !cell.open.is_empty() {
            let open: Vec<String> = cell.open.iter().map(|id| self.question_of(item, cell, id)).collect();
            let open = self.join(&open);
            sentences.push(say!(lang, "まだ分からない問い: {open}。", "Not known: {open}."));
        }
        sentences.push(say!(lang, "提案は{proposal}です。", "The proposal is {proposal}."));
        sentences.push(self.decision(item, objective, cell));
        heading + &sentences.join(marks::between_sentences(lang))
    }

    /// A question of an item with what was answered, or what it was derived from.
    pub(super) fn question_of(&self, item: &InformationItem, cell: &CellJudgement, id: &QuestionId) -> String {
        let lang = self.lang;
        let state = cell.questions.iter().find(|(question, _)| question == id).map(|(_, state)| state);
        let given = match state {
            Some(QuestionState::FromConfidentialityGrade(grade)) => grade.label(lang).to_owned(),
            Some(QuestionState::FromGrade(found)) => {
                let section = self.catalogue.question(id).and_then(|question| question.section.objective());
                grade(*found, section.unwrap_or(Objective::Integrity), lang)
            }
            Some(QuestionState::FromPersonCount(count)) => count.label(lang).to_owned(),
            Some(QuestionState::Asked | QuestionState::NotApplicable) | None => match self.catalogue.question(id) {
                Some(question) => answer(item.answers.get(id.as_str()), question, lang),
                None => item.answers.get(id.as_str()).label(lang).to_owned(),
            },
        };
        let question = self.question(id);
        say!(lang, "{question}（{given}）", "{question} ({given})")
    }

    pub(super) fn decision(&self, item: &InformationItem, objective: Objective, cell: &CellJudgement) -> String {
        let (lang, reason) = (self.lang, item.decisions[objective].reason.as_str().trim());
        let decided = cell.decided.map_or_else(String::new, |level| self.level(level));
        let effective = self.assessment(cell.effective);
        let told = match cell.standing {
            Standing::NotDecided => say!(lang, "まだ決定していません。", "It is not decided yet."),
            Standing::Reopened => say!(
                lang,
                "{decided}と決定しましたが、そのあと提案が決定を超えたため、効力がありません（{effective}）。",
                "It was decided as {decided}, but the proposal rose above that, so it has no effect ({effective})."
            ),
            Standing::ProposalOpen => say!(
                lang,
                "{decided}と決定しましたが、提案が未確定なので、まだ効力がありません（{effective}）。",
                "It was decided as {decided}, which has no effect while the proposal is open ({effective})."
            ),
            Standing::ReasonMissing => say!(
                lang,
                "{decided}と決定しましたが、必要な理由がないため効力がありません（{effective}）。",
                "It was decided as {decided}, which has no effect without the reason it needs ({effective})."
            ),
            Standing::Raised => {
                say!(lang, "提案より高い{decided}と決定しました（引上げ）。", "It was decided higher, as {decided} (raised).")
            }
            Standing::Lowered => {
                say!(lang, "提案より低い{decided}と決定しました（引下げ）。", "It was decided lower, as {decided} (lowered).")
            }
            Standing::Explained | Standing::AsProposed => {
                say!(lang, "提案どおり{decided}と決定しました。", "It was decided as proposed, {decided}.")
            }
        };
        if reason.is_empty() || !cell.standing.stands() {
            return told;
        }
        say!(lang, "{told}理由:「{reason}」", "{told} Reason: “{reason}”")
    }
}

/// Whether there is more to tell of a cell than that it was decided as proposed.
fn has_story(cell: &CellJudgement) -> bool {
    !cell.causes.is_empty() || cell.standing != Standing::AsProposed
}
