//! A small language for cases that read like a table: `C7=yes decide.C=low` changes a record, `outcome=not_low` is expected.

use liu_wizard::judgement::{Judgement, QuestionState, judge};
use liu_wizard::record::{
    Answer, Assessment, ConfidentialityGrade, Edit, Field, Grade, ItemField, Level, NewItem, OptionId, PersonCount, RaiseTo,
    Record, TaskChoice, TaskId, TextField,
};

use super::{add_item, apply, catalogue, decide_open_cells, item_id, last_item, objective, question, today, write};

/// The record after these changes, made from left to right. What concerns an item concerns the last one.
pub fn changed(mut record: Record, changes: &str) -> Record {
    for change in changes.split_whitespace() {
        let (what, value) = change.split_once('=').unwrap_or((change, ""));
        let (verb, letter) = what.split_once('.').unwrap_or((what, ""));
        make(&mut record, verb, letter, value);
    }
    record
}

fn make(record: &mut Record, verb: &str, letter: &str, value: &str) {
    let item = || last_item(record).id.clone();
    let edit = match (verb, letter) {
        ("grade", "C") => Edit::GradeConfidentiality(vec![item()], confidentiality_grade(value)),
        ("grade", "I") => Edit::GradeIntegrity(vec![item()], grade(value)),
        ("grade", "A") => Edit::GradeAvailability(vec![item()], grade(value)),
        ("persons", _) => Edit::CountPersons(vec![item()], persons(value)),
        ("name", _) => return write(record, Field::Item(item(), ItemField::Name), value),
        ("item", _) => {
            add_item(record, value);
            return;
        }
        ("empty_item", _) => {
            let id = item_id(&format!("item-{}", record.items.len() + 1));
            Edit::AddItems(vec![NewItem { id, name: value.to_owned(), description: String::new() }])
        }
        ("no_items", _) => return record.items.clear(),
        ("decide", "") => return decide_open_cells(record),
        ("decide", letter) => {
            let (item, objective) = (item(), objective(letter));
            let judgement = judge(record, &catalogue(), today());
            let against = judgement.item(&item).expect("the item").cells[objective].seen();
            Edit::Decide { item, objective, level: level(value), against }
        }
        ("undecide", letter) => Edit::Undecide(item(), objective(letter)),
        ("reason", letter) => return write(record, Field::Reason(item(), objective(letter)), value),
        ("raise", letter) => Edit::RaiseObjective(objective(letter), raise(value)),
        ("raise_reason", letter) => return write(record, Field::RaiseReason(objective(letter)), value),
        ("service_reason", _) => return write(record, Field::Text(TextField::ServiceReason), value),
        ("conditions", _) => return write(record, Field::Text(TextField::ConditionsOfUse), value),
        ("risk", _) => return write(record, Field::Text(TextField::ResidualRisk), value),
        ("task", _) => Edit::ChooseTask(match value {
            "open" => TaskChoice::NotChosen,
            "unknown" => TaskChoice::Unknown,
            "not_listed" => TaskChoice::NotListed,
            "entry" => entry("公表前の資料を外部と編集する業務"),
            "blank_entry" => entry(" "),
            id => TaskChoice::Listed(TaskId::new(id).expect("a task id")),
        }),
        (id, _) if id.starts_with('G') => Edit::AnswerGate(question(id), answer(value)),
        (id, _) => Edit::AnswerItems(vec![item()], question(id), answer(value)),
    };
    apply(record, edit);
}

fn entry(task: &str) -> TaskChoice {
    TaskChoice::AgencyEntry {
        task: task.try_into().expect("a task"),
        service: "架空サービス".try_into().expect("a service"),
        origin: "一覧 2026年版".try_into().expect("an origin"),
    }
}

fn answer(value: &str) -> Answer {
    match value {
        "yes" => Answer::Yes,
        "no" => Answer::No,
        "unknown" => Answer::Unknown,
        "open" => Answer::NotAnswered,
        option => Answer::Choice(OptionId::new(option).expect("an option id")),
    }
}

fn level(value: &str) -> Level {
    match value {
        "low" => Level::Low,
        "moderate" => Level::Moderate,
        "high" => Level::High,
        other => panic!("no level {other}"),
    }
}

fn raise(value: &str) -> RaiseTo {
    if value == "none" { RaiseTo::NotRaised } else { RaiseTo::Level(level(value)) }
}

fn confidentiality_grade(value: &str) -> ConfidentialityGrade {
    match value {
        "open" => ConfidentialityGrade::NotGraded,
        "1" => ConfidentialityGrade::One,
        "2" => ConfidentialityGrade::Two,
        "3" => ConfidentialityGrade::Three,
        other => panic!("no grade {other}"),
    }
}

fn grade(value: &str) -> Grade {
    match value {
        "open" => Grade::NotGraded,
        "1" => Grade::One,
        "2" => Grade::Two,
        other => panic!("no grade {other}"),
    }
}

fn persons(value: &str) -> PersonCount {
    match value {
        "open" => PersonCount::NotAnswered,
        "unknown" => PersonCount::Unknown,
        "none" => PersonCount::None,
        "up_to_100" => PersonCount::UpTo100,
        "up_to_1000" => PersonCount::UpTo1000,
        "over_1000" => PersonCount::Over1000,
        other => panic!("no number of persons {other}"),
    }
}

/// What of the expectations does not hold, as found instead. `low` is assessed low, `>=low` is not assessed and at least low.
pub fn misses(record: &Record, expected: &str) -> Vec<String> {
    let judgement = judge(record, &catalogue(), today());
    let mut misses = Vec::new();
    for expectation in expected.split_whitespace() {
        let (what, value) = expectation.split_once('=').unwrap_or((expectation, ""));
        let found = found(&judgement, what, value);
        if found != value {
            misses.push(format!("{what} is {found}, expected {value}"));
        }
    }
    misses
}

fn found(judgement: &Judgement, what: &str, value: &str) -> String {
    let (what, part) = what.split_once('.').unwrap_or((what, ""));
    let cell = |letter: &str| &judgement.items.last().expect("an item").cells[objective(letter)];
    match what {
        "outcome" => name(&judgement.outcome),
        "listed" => name(&judgement.condition_listed),
        "low" => name(&judgement.condition_low),
        "overall" => assessment(judgement.overall),
        "objective" => assessment(judgement.objectives[objective(part)]),
        "proposal" => assessment(cell(part).proposal),
        "effective" => assessment(cell(part).effective),
        "standing" => name(&cell(part).standing),
        "needs_reason" => yes_no(cell(part).needs_reason()),
        "as_proposed" => yes_no(cell(part).can_be_decided_as_proposed()),
        "causes" => {
            let causes: Vec<String> = cell(part).causes.iter().map(|cause| cause.question.to_string()).collect();
            causes.join(",")
        }
        "open" => {
            let open: Vec<String> = cell(part).open.iter().map(ToString::to_string).collect();
            open.join(",")
        }
        "state" => {
            let letter = part.get(..1).expect("a question id");
            let states = &cell(letter).questions;
            let (_, state) = states.iter().find(|(id, _)| *id == part).expect("a question of the objective");
            match state {
                QuestionState::Asked => "asked",
                QuestionState::NotApplicable => "not_applicable",
                QuestionState::FromConfidentialityGrade(_) | QuestionState::FromGrade(_) | QuestionState::FromPersonCount(_) => {
                    "derived"
                }
            }
            .to_owned()
        }
        // `finding=id` is there, `none=id` is not.
        "finding" | "none" => {
            let is_there = judgement.findings.iter().any(|finding| finding.kind.id() == value);
            if is_there == (what == "finding") { value.to_owned() } else { format!("not so: {:?}", ids(judgement)) }
        }
        "errors" => judgement.count(liu_wizard::judgement::Severity::Error).to_string(),
        other => panic!("nothing is called {other}"),
    }
}

/// The ids of the findings, each once.
pub fn ids(judgement: &Judgement) -> Vec<&'static str> {
    let mut ids: Vec<_> = judgement.findings.iter().map(|finding| finding.kind.id()).collect();
    ids.dedup();
    ids
}

pub fn assessment(value: Assessment) -> String {
    match value {
        Assessment::Assessed { level } => name(&level),
        Assessment::NotAssessed { at_least } => format!(">={}", name(&at_least)),
    }
}

/// The name of a value as it stands in files and exports.
pub fn name(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).expect("a value").as_str().expect("a name").to_owned()
}

fn yes_no(value: bool) -> String {
    if value { "yes" } else { "no" }.to_owned()
}
