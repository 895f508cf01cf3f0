//! 「なぜこの結果か」: how the outcome came about, in sentences that name questions, answers, decisions and reasons.

use super::fields::{answer, numbered_item_name, question_name};
use super::labels::{assessment, grade, level as level_name};
use super::{Label, Lang, marks};
use crate::catalogue::{Catalogue, Effect, Section};
use crate::judgement::{
    CauseEffect, CellJudgement, Condition, FindingKind, Judgement, Outcome, QuestionState, Severity, Standing,
};
use crate::record::{
    Answer, Assessment, ConfidentialityGrade, Field, InformationItem, Level, Objective, QuestionId, RaiseTo, Record, Role,
    TaskChoice,
};

/// How the outcome came about, one paragraph each: outcome, gate, condition ①, each objective with its items, condition ②, what
/// was lowered, on what the result rests, what is still to be mended.
pub fn explain(record: &Record, catalogue: &Catalogue, judgement: &Judgement, lang: Lang) -> Vec<String> {
    let names = record.items.iter().zip(1..).map(|(item, number)| numbered_item_name(item, number, lang)).collect();
    let teller = Teller { record, catalogue, judgement, lang, names };
    let is_blank_request = record.role == Role::Csp && record.gate.answers.is_empty() && record.items.is_empty();
    if is_blank_request {
        return vec![say!(
            lang,
            "これは事業者の記録です。影響度の評価は利用する政府機関等が行うため、判定は「未確定」です。",
            "This is a provider's record. The agency that uses the service assesses, so the outcome is undetermined."
        )];
    }
    let mut paragraphs = vec![teller.outcome()];
    paragraphs.extend(teller.gate());
    if !matches!(judgement.outcome, Outcome::Stop | Outcome::OutOfScope | Outcome::NotRequired) {
        paragraphs.push(teller.condition_listed());
        for objective in Objective::ALL {
            paragraphs.push(teller.objective(objective));
            paragraphs.extend(teller.telling_items(objective));
        }
        paragraphs.push(teller.condition_low());
        paragraphs.extend(teller.lowered());
        paragraphs.extend(teller.rests_on());
    }
    paragraphs.extend(teller.errors());
    paragraphs
}

/// Everything sentences speak of.
struct Teller<'a> {
    record: &'a Record,
    catalogue: &'a Catalogue,
    judgement: &'a Judgement,
    lang: Lang,
    /// What the items are called, in their order.
    names: Vec<String>,
}

impl Teller<'_> {
    fn join(&self, parts: &[String]) -> String {
        parts.join(marks::comma(self.lang))
    }

    fn question(&self, id: &QuestionId) -> String {
        question_name(id, self.catalogue, self.lang)
    }

    fn level(&self, level: Level) -> String {
        level_name(level, self.catalogue, self.lang)
    }

    fn assessment(&self, value: Assessment) -> String {
        assessment(value, self.catalogue, self.lang)
    }

    /// The gate questions whose answers lead to the outcome by themselves.
    fn ending_questions(&self) -> Vec<String> {
        let questions = self.judgement.findings.iter().filter_map(|finding| match (&finding.kind, &finding.field) {
            (FindingKind::GateEnds(id, outcome), _) if *outcome == self.judgement.outcome => Some(id),
            (FindingKind::AssessorNotOfAgency, Field::Gate(id)) => Some(id),
            _ => None,
        });
        questions.map(|id| self.question_with_gate_answer(id)).collect()
    }

    fn question_with_gate_answer(&self, id: &QuestionId) -> String {
        let given = self.record.gate.answers.get(id.as_str());
        let given = match self.catalogue.question(id) {
            Some(question) => answer(given, question, self.lang),
            None => given.label(self.lang).to_owned(),
        };
        let question = self.question(id);
        say!(self.lang, "{question}（{given}）", "{question} ({given})")
    }

    fn contradicts(&self) -> bool {
        self.judgement.findings.iter().any(|finding| {
            matches!(
                finding.kind,
                FindingKind::GradeThreeAgainstGate(_)
                    | FindingKind::NoSensitiveItemAgainstGate
                    | FindingKind::SensitiveItemAgainstGate(_)
            )
        })
    }

    fn outcome(&self) -> String {
        let (lang, outcome) = (self.lang, self.judgement.outcome.label(self.lang));
        match self.judgement.outcome {
            Outcome::Fits => say!(
                lang,
                "判定は「{outcome}」です。条件①（業務が対象業務一覧に当たる）と条件②（影響度が低位）の両方を満たします。",
                "The outcome is: {outcome}. Both conditions hold: ① the task is on the list, ② the impact is low."
            ),
            Outcome::NotLow if self.judgement.overall.is_assessed() => {
                let overall = self.assessment(self.judgement.overall);
                say!(
                    lang,
                    "判定は「{outcome}」です。全体の影響度が{overall}で、低位を超えます。",
                    "The outcome is: {outcome}. The overall impact is above low: {overall}."
                )
            }
            Outcome::NotLow => {
                let at_least = self.level(self.judgement.overall.floor());
                say!(
                    lang,
                    "判定は「{outcome}」です。全体の影響度が少なくとも{at_least}で、低位を超えます。残りの答えや決定によらず、これは変わりません。",
                    "The outcome is: {outcome}. The overall impact is above low: at least {at_least}, whatever is still to come."
                )
            }
            Outcome::Unlisted => say!(
                lang,
                "判定は「{outcome}」です。影響度は低位ですが、業務が対象業務一覧に当たりません。認められるかは制度所管省庁に確かめてください。",
                "The outcome is: {outcome}. The impact is low, but the task is not on the list: ask the ministries in charge."
            ),
            Outcome::Undetermined => {
                let open = self.join(&self.undetermined_because());
                say!(
                    lang,
                    "判定は「{outcome}」です。まだ定まらないこと: {open}。",
                    "The outcome is: {outcome}. Not settled: {open}."
                )
            }
            Outcome::NotRequired | Outcome::OutOfScope | Outcome::InvalidAssessor | Outcome::Stop => {
                let because = self.join(&self.ending_questions());
                say!(
                    lang,
                    "判定は「{outcome}」です。前提確認の答えによります: {because}。",
                    "The outcome is: {outcome}. It follows from the gate: {because}."
                )
            }
        }
    }

    /// What keeps the outcome from being settled, in the order in which it is looked at.
    fn undetermined_because(&self) -> Vec<String> {
        let lang = self.lang;
        if self.contradicts() {
            return vec![say!(
                lang,
                "前提確認の答えと情報の格付の食い違い",
                "the gate and the grades of the items contradict each other"
            )];
        }
        let mut open: Vec<String> = Vec::new();
        for question in self.catalogue.questions_of(Section::Gate) {
            let is_open = !matches!(self.record.gate.answers.get(question.id.as_str()), Answer::Yes | Answer::No);
            if is_open && matches!(question.effect, Effect::Ends(_)) {
                open.push(self.question_with_gate_answer(&question.id));
            }
        }
        if self.judgement.condition_listed == Condition::Undetermined {
            open.push(say!(lang, "条件①（業務が対象業務一覧に当たるか）", "condition ① (whether the task is on the list)"));
        }
        if self.judgement.condition_low == Condition::Undetermined {
            open.push(say!(lang, "条件②（影響度が低位か）", "condition ② (whether the impact is low)"));
        }
        open
    }

    fn gate(&self) -> Vec<String> {
        let lang = self.lang;
        let asked = self.catalogue.questions_of(Section::Gate).filter(|question| question.effect != Effect::TaskChoice);
        let answers: Vec<String> = asked.map(|question| self.question_with_gate_answer(&question.id)).collect();
        let answers = self.join(&answers);
        let mut told = vec![say!(lang, "前提確認の答え: {answers}。", "Gate answers: {answers}.")];
        let reason = self.record.gate.service_reason.as_str().trim();
        let differs = self.catalogue.questions_of(Section::Gate).any(|question| {
            question.effect == Effect::ReasonWhenNo && *self.record.gate.answers.get(question.id.as_str()) == Answer::No
        });
        if differs && !reason.is_empty() {
            told.push(say!(
                lang,
                "想定サービス例と異なるサービスを使う理由:「{reason}」",
                "Why another service than the assumed one is used: “{reason}”"
            ));
        }
        if self.contradicts() && self.judgement.outcome == Outcome::NotLow {
            told.push(say!(
                lang,
                "前提確認の答えと情報の格付が食い違っています。直してください。",
                "The gate and the grades of the items contradict each other and are to be corrected."
            ));
        }
        told
    }

    fn condition_listed(&self) -> String {
        let lang = self.lang;
        match &self.record.task {
            TaskChoice::Listed(id) => match self.catalogue.task(id) {
                Some(entry) => {
                    let (task, service) = (entry.task.text(lang), entry.service.text(lang));
                    let mark = entry.task_basis.mark.label(lang);
                    say!(
                        lang,
                        "条件①は満たします。業務は一覧の{id}「{task}」（想定サービス例: {service}、文言の根拠: {mark}）に当たります。",
                        "Condition ① holds. The task is entry {id}, “{task}” (assumed service: {service}; wording: {mark})."
                    )
                }
                None => say!(
                    lang,
                    "条件①は未確定です。選んだ{id}は目録にありません。",
                    "Condition ① is undetermined: the catalogue does not know {id}."
                ),
            },
            TaskChoice::AgencyEntry { task, origin, .. } if !task.is_blank() => {
                let (task, origin) = (task.as_str().trim(), origin.as_str().trim());
                say!(
                    lang,
                    "条件①は満たします。業務は、機関が貼り付けた一覧の行「{task}」（機関入力、出典: {origin}）に当たります。",
                    "Condition ① holds. The task is the row “{task}” that the agency pasted from the list (origin: {origin})."
                )
            }
            TaskChoice::AgencyEntry { .. } => say!(
                lang,
                "条件①は未確定です。貼り付けた行に業務の文言がありません。",
                "Condition ① is undetermined: the pasted row has no task."
            ),
            TaskChoice::NotListed => say!(
                lang,
                "条件①は満たしません。対象業務一覧に当てはまる行がないとしています。",
                "Condition ① does not hold: no entry of the list applies."
            ),
            TaskChoice::Unknown => say!(
                lang,
                "条件①は未確定です。どの対象業務に当たるかが不明です。",
                "Condition ① is undetermined: which entry applies is unknown."
            ),
            TaskChoice::NotChosen => say!(
                lang,
                "条件①は未確定です。対象業務をまだ選んでいません。",
                "Condition ① is undetermined: no target task is chosen."
            ),
        }
    }

    fn condition_low(&self) -> String {
        let (lang, overall) = (self.lang, self.assessment(self.judgement.overall));
        match self.judgement.condition_low {
            Condition::Yes => say!(
                lang,
                "三つのうち最も高いものを全体の影響度とします。全体は{overall}なので、条件②は満たします。",
                "The highest of the three is the overall impact: {overall}. Condition ② holds."
            ),
            Condition::No => say!(
                lang,
                "三つのうち最も高いものを全体の影響度とします。全体は{overall}なので、条件②は満たしません。",
                "The highest of the three is the overall impact: {overall}. Condition ② does not hold."
            ),
            Condition::Undetermined => say!(
                lang,
                "三つのうち最も高いものを全体の影響度とします。全体は{overall}なので、条件②は未確定です。",
                "The highest of the three is the overall impact: {overall}. Condition ② is undetermined."
            ),
        }
    }

    /// The level of an objective, its raise, and the items of which there is nothing to tell one by one.
    fn objective(&self, objective: Objective) -> String {
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

    /// The cells of an objective, each with its item and what that is called.
    fn cells(&self, objective: Objective) -> impl Iterator<Item = (&str, &InformationItem, &CellJudgement)> {
        let items = self.names.iter().zip(&self.record.items).zip(&self.judgement.items);
        items.map(move |((name, item), judged)| (name.as_str(), item, &judged.cells[objective]))
    }

    /// One paragraph for each item of which there is something to tell.
    fn telling_items(&self, objective: Objective) -> Vec<String> {
        let telling = self.cells(objective).filter(|(_, _, cell)| has_story(cell));
        telling.map(|(name, item, cell)| self.cell(name, item, objective, cell)).collect()
    }

    fn cell(&self, name: &str, item: &InformationItem, objective: Objective, cell: &CellJudgement) -> String {
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
    fn question_of(&self, item: &InformationItem, cell: &CellJudgement, id: &QuestionId) -> String {
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

    fn decision(&self, item: &InformationItem, objective: Objective, cell: &CellJudgement) -> String {
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

    /// What was lowered, all in one place.
    fn lowered(&self) -> Option<String> {
        let lang = self.lang;
        let mut cells = Vec::new();
        for objective in Objective::ALL {
            for (name, _, cell) in self.cells(objective).filter(|(_, _, cell)| cell.standing == Standing::Lowered) {
                let objective = objective.label(lang);
                let (from, to) = (self.level(cell.proposal.floor()), self.assessment(cell.effective));
                cells.push(say!(lang, "「{name}」の{objective}（{from}→{to}）", "{objective} of “{name}” ({from} → {to})"));
            }
        }
        let (number, cells) = (cells.len(), self.join(&cells));
        (number > 0).then(|| say!(lang, "引下げは{number}件です: {cells}。", "Lowered ({number}): {cells}."))
    }

    /// Conditions of use and residual risk: on what the result rests.
    fn rests_on(&self) -> Vec<String> {
        let lang = self.lang;
        let mut told = Vec::new();
        if !self.record.conditions_of_use.is_blank() {
            let conditions = self.record.conditions_of_use.as_str().trim();
            told.push(say!(
                lang,
                "この結果は次の利用条件によります:「{conditions}」",
                "The result holds for this use: “{conditions}”"
            ));
        }
        if !self.record.residual_risk.is_blank() {
            let risk = self.record.residual_risk.as_str().trim();
            told.push(say!(lang, "残るリスクとして挙げられたもの:「{risk}」", "Risk that remains: “{risk}”"));
        }
        told
    }

    fn errors(&self) -> Option<String> {
        let number = self.judgement.count(Severity::Error);
        (number > 0).then(|| {
            say!(
                self.lang,
                "完成版にするには、あと{number}件のエラーを直す必要があります。",
                "Before a final copy can be made, errors are to be mended: {number}."
            )
        })
    }
}

/// Whether there is more to tell of a cell than that it was decided as proposed.
fn has_story(cell: &CellJudgement) -> bool {
    !cell.causes.is_empty() || cell.standing != Standing::AsProposed
}
