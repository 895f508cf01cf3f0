//! The outcome, the gate, both conditions, and on what the result rests.

use super::teller::Teller;
use crate::catalogue::{Effect, Section};
use crate::judgement::{Condition, FindingKind, Outcome, Severity, Standing};
use crate::record::{Answer, Field, Objective, QuestionId, TaskChoice};
use crate::text::Label as _;
use crate::text::fields::answer;

impl Teller<'_> {
    /// The gate questions whose answers lead to the outcome by themselves.
    pub(super) fn ending_questions(&self) -> Vec<String> {
        let questions = self.judgement.findings.iter().filter_map(|finding| match (&finding.kind, &finding.field) {
            (FindingKind::GateEnds(id, outcome), _) if *outcome == self.judgement.outcome => Some(id),
            (FindingKind::AssessorNotOfAgency, Field::Gate(id)) => Some(id),
            _ => None,
        });
        questions.map(|id| self.question_with_gate_answer(id)).collect()
    }

    pub(super) fn question_with_gate_answer(&self, id: &QuestionId) -> String {
        let given = self.record.gate.answers.get(id.as_str());
        let given = match self.catalogue.question(id) {
            Some(question) => answer(given, question, self.lang),
            None => given.label(self.lang).to_owned(),
        };
        let question = self.question(id);
        say!(self.lang, "{question}（{given}）", "{question} ({given})")
    }

    pub(super) fn contradicts(&self) -> bool {
        self.judgement.findings.iter().any(|finding| {
            matches!(
                finding.kind,
                FindingKind::GradeThreeAgainstGate(_)
                    | FindingKind::NoSensitiveItemAgainstGate
                    | FindingKind::SensitiveItemAgainstGate(_)
            )
        })
    }

    pub(super) fn outcome(&self) -> String {
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
    pub(super) fn undetermined_because(&self) -> Vec<String> {
        let lang = self.lang;
        if self.contradicts() {
            return vec![say!(
                lang,
                "前提確認の答えと情報の格付の食い違い",
                "the gate answers and the grades of the items contradict each other"
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

    pub(super) fn gate(&self) -> Vec<String> {
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
                "The gate answers and the grades of the items contradict each other. Correct one of them."
            ));
        }
        told
    }

    pub(super) fn condition_listed(&self) -> String {
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

    pub(super) fn condition_low(&self) -> String {
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

    /// What was lowered, all in one place.
    pub(super) fn lowered(&self) -> Option<String> {
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
    pub(super) fn rests_on(&self) -> Vec<String> {
        let lang = self.lang;
        let mut told = Vec::new();
        if !self.record.conditions_of_use.is_blank() {
            let conditions = self.record.conditions_of_use.as_str().trim();
            told.push(say!(
                lang,
                "この結果は次の利用条件によります:「{conditions}」",
                "The result applies to this use only: “{conditions}”"
            ));
        }
        if !self.record.residual_risk.is_blank() {
            let risk = self.record.residual_risk.as_str().trim();
            told.push(say!(lang, "残るリスクとして挙げられたもの:「{risk}」", "Risk that remains: “{risk}”"));
        }
        told
    }

    pub(super) fn errors(&self) -> Option<String> {
        let number = self.judgement.count(Severity::Error);
        (number > 0).then(|| {
            say!(
                self.lang,
                "完成版にするまでに、エラーと「すること」があと{number}件あります。",
                "Before a final copy can be made, errors and things to do remain: {number}."
            )
        })
    }
}
