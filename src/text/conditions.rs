//! Why the outcome is so, for somebody with three minutes: one sentence a condition, and never a list of names.

use super::fields::{answer, question_name};
use super::labels::{assessment, level as level_name};
use super::{Label as _, Lang, marks};
use crate::catalogue::Catalogue;
use crate::judgement::{CellJudgement, Condition, Finding, FindingKind, Judgement, Outcome, Standing};
use crate::record::{Field, Level, Objective, Record, TaskChoice};

/// Condition ①: whether the task is on the list.
pub fn listed(record: &Record, catalogue: &Catalogue, lang: Lang) -> String {
    match &record.task {
        TaskChoice::Listed(id) => match catalogue.task(id) {
            Some(entry) => {
                let task = entry.task.text(lang);
                say!(lang, "業務は、対象業務一覧の「{task}」（{id}）に当たります。", "The task is on the list: “{task}” ({id}).")
            }
            None => say!(lang, "選んだ行（{id}）は、この目録にありません。", "The chosen entry ({id}) is not in this catalogue."),
        },
        TaskChoice::AgencyEntry { task, .. } if !task.is_blank() => {
            let task = task.as_str().trim();
            say!(
                lang,
                "業務は、機関が貼り付けた一覧の行「{task}」に当たります（機関入力）。",
                "The task is the row “{task}” that the agency pasted from the list (entered by the agency)."
            )
        }
        TaskChoice::AgencyEntry { .. } => {
            say!(lang, "貼り付けた行に業務の文言がありません。", "The pasted row does not name a task.")
        }
        TaskChoice::NotListed => {
            say!(lang, "対象業務一覧に、当てはまる行がありません。", "No entry of the list of target tasks applies.")
        }
        TaskChoice::Unknown => {
            say!(lang, "どの対象業務に当たるかが分かっていません。", "It is not known which entry of the list applies.")
        }
        TaskChoice::NotChosen => say!(lang, "対象業務をまだ選んでいません。", "No target task has been chosen yet."),
    }
}

/// Condition ②: whether the impact is low.
pub fn low(catalogue: &Catalogue, judgement: &Judgement, lang: Lang) -> String {
    let items = judgement.items.len();
    let all = || Objective::ALL.map(|objective| objective.label(lang)).join(marks::dot(lang));
    let low = level_name(Level::Low, catalogue, lang);
    if items == 0 && judgement.condition_low == Condition::Undetermined {
        return say!(lang, "取り扱う情報をまだ登録していません。", "No information has been entered yet.");
    }
    let of_cells = |wanted: &dyn Fn(&CellJudgement) -> bool| {
        judgement.items.iter().filter(|item| item.cells.iter().any(|(_, cell)| wanted(cell))).count()
    };
    match judgement.condition_low {
        Condition::Yes => {
            let all = all();
            match items {
                1 => say!(
                    lang,
                    "情報の{all}を、すべて{low}と決定しました。",
                    "{all} of the information were all decided as {low}."
                ),
                _ => say!(
                    lang,
                    "{items}件の情報とも、{all}を{low}と決定しました。",
                    "{all} of all {items} items were decided as {low}."
                ),
            }
        }
        Condition::No => {
            let above: Vec<String> = judgement
                .objectives
                .iter()
                .filter(|(_, value)| value.floor() > Level::Low)
                .map(|(objective, value)| {
                    let (objective, value) = (objective.label(lang), assessment(*value, catalogue, lang));
                    say!(lang, "{objective}が{value}", "{objective} is {value}")
                })
                .collect();
            let above = above.join(marks::comma(lang));
            let count = of_cells(&|cell| cell.effective.floor() > Level::Low);
            match count {
                0 => say!(
                    lang,
                    "{above}で、{low}を超えます（業務全体の引上げによります）。",
                    "{above}: above {low}, because the task as a whole was raised."
                ),
                _ => say!(
                    lang,
                    "{above}で、{low}を超えます（{items}件の情報のうち{count}件によります）。",
                    "{above}: above {low}, because of {count} of {items} items."
                ),
            }
        }
        Condition::Undetermined => {
            let open: Vec<&str> = judgement
                .objectives
                .iter()
                .filter(|(_, value)| !value.is_assessed())
                .map(|(objective, _)| objective.label(lang))
                .collect();
            let (open, count) = (open.join(marks::dot(lang)), of_cells(&|cell| !cell.effective.is_assessed()));
            say!(
                lang,
                "{open}が未評価です（{items}件の情報のうち{count}件）。未評価は{low}ではありません。",
                "Not assessed: {open} ({count} of {items} items). What is not assessed is not {low}."
            )
        }
    }
}

/// What of the gate decides the outcome by itself; nothing if nothing does.
pub fn gate(record: &Record, catalogue: &Catalogue, judgement: &Judgement, lang: Lang) -> Option<String> {
    let outcome = judgement.outcome;
    let ends = |finding: &Finding| match (&finding.kind, &finding.field) {
        (FindingKind::GateEnds(id, ends_with), _) if *ends_with == outcome => Some(id.clone()),
        (FindingKind::AssessorNotOfAgency, Field::Gate(id)) if outcome == Outcome::InvalidAssessor => Some(id.clone()),
        _ => None,
    };
    let questions: Vec<String> = judgement
        .findings
        .iter()
        .filter_map(ends)
        .map(|id| {
            let given = record.gate.answers.get(id.as_str());
            let given = match catalogue.question(&id) {
                Some(question) => answer(given, question, lang),
                None => given.label(lang).to_owned(),
            };
            let question = question_name(&id, catalogue, lang);
            say!(lang, "{question}：{given}", "{question}: {given}")
        })
        .collect();
    if !questions.is_empty() {
        let questions = questions.join(marks::semicolon(lang));
        return Some(say!(
            lang,
            "前提確認の答えで判定が決まります（{questions}）。",
            "The gate decides the outcome ({questions})."
        ));
    }
    let contradicts = judgement.findings.iter().any(|finding| {
        matches!(
            finding.kind,
            FindingKind::GradeThreeAgainstGate(_)
                | FindingKind::NoSensitiveItemAgainstGate
                | FindingKind::SensitiveItemAgainstGate(_)
        )
    });
    contradicts.then(|| {
        say!(
            lang,
            "前提確認の答えと情報の格付が食い違っています。",
            "The gate answers and the grades of the items contradict each other."
        )
    })
}

/// How many decisions have this standing.
pub fn count(judgement: &Judgement, standing: Standing) -> usize {
    judgement.items.iter().flat_map(|item| item.cells.iter()).filter(|(_, cell)| cell.standing == standing).count()
}

/// What an approver must look at: how much was lowered and raised.
pub fn moved(judgement: &Judgement, lang: Lang) -> String {
    let (lowered, raised) = (count(judgement, Standing::Lowered), count(judgement, Standing::Raised));
    match (lowered, raised) {
        (_, 0) => say!(lang, "▽引下げ {lowered}件", "▽ lowered: {lowered}"),
        _ => say!(lang, "▽引下げ {lowered}件、△引上げ {raised}件", "▽ lowered: {lowered}, △ raised: {raised}"),
    }
}
