//! What the tests of all storeys share: records to start from and a small language to change them, generators of arbitrary
//! ones, cases to export, readers that are not ours, a desk with the program on it, and a window that is drawn by the CPU.

#![allow(dead_code, reason = "each test file uses its part of this module")]
#![allow(clippy::expect_used, clippy::panic, reason = "a fixture that cannot be made is a failed test")]

pub mod arbitrary;
pub mod case;
pub mod command_line;
pub mod cpu_renderer;
pub mod drawn;
pub mod exports;
pub mod findings;
pub mod host;
pub mod officer;
pub mod oscal;
pub mod package;
pub mod paper;
pub mod pictures;
pub mod readers;
pub mod shell;
pub mod strangers;
pub mod told;
pub mod word;
pub mod workbook;

use std::sync::Arc;

use liu_wizard::catalogue::{Catalogue, Effect, StepId};
use liu_wizard::judgement::judge;
use liu_wizard::reader::Reader;
use liu_wizard::record::{
    Answer, ApprovalState, ConfidentialityGrade, Date, DayField, Edit, Field, Grade, InformationItem, ItemId, Level, NewItem,
    Objective, OptionId, Person, PersonCount, ProfileId, QuestionId, Record, RecordId, RedFlagId, Role, TaskChoice, TaskId,
    TextField, Validity,
};

/// By what strangers' files are read: the program that was built with the tests.
pub fn reader() -> Reader {
    Reader::of(env!("CARGO_BIN_EXE_liu-wizard"))
}

/// The catalogue that the program ships.
pub fn catalogue() -> Arc<Catalogue> {
    Catalogue::shipped().expect("the shipped catalogue is sound")
}

/// The steps of a record of this role, in their order.
pub fn steps_of(role: Role) -> Vec<StepId> {
    catalogue().steps(&blank(role))
}

/// Every step there is: those of an agency, then those that only a provider has.
pub fn all_steps() -> Vec<StepId> {
    let mut steps = steps_of(Role::Agency);
    steps.extend(steps_of(Role::Csp).into_iter().filter(|step| !steps.contains(step)).collect::<Vec<_>>());
    steps
}

/// The next edition of the catalogue: what C4 asked a reason for now raises to moderate.
pub fn another_catalogue() -> Arc<Catalogue> {
    let mut catalogue = Catalogue::clone(&catalogue());
    catalogue.meta.version = "2027-04-01".to_owned();
    let changed = catalogue.questions.iter_mut().find(|question| question.id.as_str() == "C4").expect("C4");
    changed.effect = Effect::Raise(Level::Moderate);
    Arc::new(catalogue)
}

/// An edition that lists LIU-A1 no more.
pub fn catalogue_without_the_task() -> Arc<Catalogue> {
    let mut catalogue = Catalogue::clone(&another_catalogue());
    catalogue.meta.version = "2028-04-01".to_owned();
    catalogue.tasks.retain(|task| task.id.as_str() != "LIU-A1");
    for question in &mut catalogue.questions {
        question.examples.retain(|example| example.tasks.iter().all(|task| task.as_str() != "LIU-A1"));
    }
    Arc::new(catalogue)
}

/// A record approved the way the window does it: with what was judged, by this catalogue, kept beside the approval.
pub fn approved_by(mut record: Record, catalogue: &Catalogue) -> Record {
    apply(&mut record, Edit::ChooseValidity(Validity::TwelveMonths));
    for to in [ApprovalState::Submitted, ApprovalState::Approved] {
        let by = person("課長", "架空 花子");
        apply(&mut record, Edit::MoveApproval { to, by, on: today(), comment: String::new() });
    }
    let stated = judge(&record, catalogue, today()).stated(catalogue.pin());
    apply(&mut record, Edit::StateJudged(Box::new(stated)));
    record
}

/// The day on which tests take place.
pub fn today() -> Date {
    day("2026-11-23")
}

pub fn day(written: &str) -> Date {
    written.parse().expect("a day")
}

pub fn question(id: &str) -> QuestionId {
    QuestionId::new(id).expect("a question id")
}

pub fn profile(id: &str) -> ProfileId {
    ProfileId::new(id).expect("a profile id")
}

pub fn red_flag(id: &str) -> RedFlagId {
    RedFlagId::new(id).expect("a red flag id")
}

pub fn item_id(id: &str) -> ItemId {
    ItemId::new(id).expect("an item id")
}

/// A record in which nothing was answered.
pub fn blank(role: Role) -> Record {
    let catalogue = catalogue();
    let id = RecordId::new("00000000-0000-4000-8000-000000000001").expect("a record id");
    Record::new(id, role, day("2026-11-01"), profile("pre_application"), catalogue.pin())
}

/// Makes a change that must succeed.
pub fn apply(record: &mut Record, edit: Edit) {
    record.apply(edit).expect("the change is made");
}

pub fn write(record: &mut Record, field: Field, text: &str) {
    apply(record, Edit::SetText { field, text: text.to_owned() });
}

/// An agency's record with nothing left to do but the decisions: LIU-A1, one item 「会議」 of 機密性2・完全性1・可用性1, at most
/// 100 people, every question answered so that nothing is raised and nothing asks for a reason.
pub fn undecided() -> Record {
    let mut record = blank(Role::Agency);
    for (field, text) in [
        (TextField::Provider, "架空クラウド株式会社"),
        (TextField::ServiceName, "架空会議"),
        (TextField::AgencyName, "架空庁"),
        (TextField::Section, "総務課"),
        (TextField::AgencyTaskName, "審議会の運営"),
        (TextField::Purpose, "外部委員との打合せ"),
        (TextField::AssessorTitle, "課長補佐"),
        (TextField::AssessorName, "架空 太郎"),
        (TextField::ApproverTitle, "課長"),
        (TextField::ApproverName, "架空 花子"),
        (TextField::ConditionsOfUse, "公表予定の資料だけを扱う。"),
    ] {
        write(&mut record, Field::Text(field), text);
    }
    apply(&mut record, Edit::SetDay(DayField::AssessedOn, Some(today())));
    for (id, answer) in [
        ("G1", Answer::Yes),
        ("G2", Answer::Yes),
        ("G3", Answer::No),
        ("G4", Answer::No),
        ("G6", Answer::Yes),
        ("G7", Answer::Yes),
        ("G8", Answer::Yes),
    ] {
        apply(&mut record, Edit::AnswerGate(question(id), answer));
    }
    let task = TaskId::new("LIU-A1").expect("a task id");
    apply(&mut record, Edit::ChooseTask(TaskChoice::Listed(task.clone())));
    let flags: Vec<RedFlagId> = catalogue().task(&task).expect("LIU-A1").red_flags.iter().map(|flag| flag.id.clone()).collect();
    for flag in flags {
        apply(&mut record, Edit::AnswerRedFlag(flag.clone(), Answer::No));
        write(&mut record, Field::RedFlag(flag), "該当しないことを確認した。");
    }
    add_item(&mut record, "会議");
    record
}

/// Adds an item of 機密性2・完全性1・可用性1 in which nothing is raised and nothing asks for a reason.
pub fn add_item(record: &mut Record, name: &str) -> ItemId {
    let id = item_id(&format!("item-{}", record.items.len() + 1));
    let new = NewItem { id: id.clone(), name: name.to_owned(), description: String::new() };
    apply(record, Edit::AddItems(vec![new]));
    apply(record, Edit::GradeConfidentiality(vec![id.clone()], ConfidentialityGrade::Two));
    apply(record, Edit::GradeIntegrity(vec![id.clone()], Grade::One));
    apply(record, Edit::GradeAvailability(vec![id.clone()], Grade::One));
    apply(record, Edit::CountPersons(vec![id.clone()], PersonCount::UpTo100));
    for question in &catalogue().questions {
        let answer = match &question.effect {
            Effect::Raise(_) | Effect::Explain => Answer::No,
            Effect::Options(_) => Answer::Choice(OptionId::new("longer").expect("an option id")),
            _ => continue,
        };
        apply(record, Edit::AnswerItems(vec![id.clone()], question.id.clone(), answer));
    }
    id
}

/// Decides every cell that is not decided yet at what is now proposed, whether or not the decision will stand.
pub fn decide_open_cells(record: &mut Record) {
    let judgement = judge(record, &catalogue(), today());
    for item in &judgement.items {
        for (objective, cell) in item.cells.iter().filter(|(_, cell)| cell.decided.is_none()) {
            let (level, against) = (cell.proposal.floor(), cell.seen());
            apply(record, Edit::Decide { item: item.id.clone(), objective, level, against });
        }
    }
}

/// An agency's record in which everything is answered and decided: low in all three objectives, without any finding.
pub fn finished() -> Record {
    let mut record = undecided();
    decide_open_cells(&mut record);
    record
}

/// The example of the contract: the video conference of LIU-A1, decided low, confidentiality with a reason.
pub fn example() -> Record {
    case::changed(
        undecided(),
        "name=会議の音声・映像・チャット C1=yes C4=yes decide reason.C=公表前提。会議後に議事録を公表する。 risk=公表前の漏えい",
    )
}

pub fn person(title: &str, name: &str) -> Person {
    Person { title: title.try_into().expect("a title"), name: name.try_into().expect("a name") }
}

pub fn last_item(record: &Record) -> &InformationItem {
    record.items.last().expect("an item")
}

pub fn objective(letter: &str) -> Objective {
    match letter {
        "C" => Objective::Confidentiality,
        "I" => Objective::Integrity,
        "A" => Objective::Availability,
        other => panic!("no objective {other}"),
    }
}
