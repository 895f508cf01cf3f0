//! What is entered in the cells of the workbook, in words: the same words are written out and read back.

use super::carried::{self, CELL_UNITS, NotCarried};
use super::cell::Entry;
use crate::catalogue::{Catalogue, Effect, Mark};
use crate::record::{
    Answer, Choice, ConfidentialityGrade, DayField, Field, Grade, ItemField, ItemFieldKind, Level, Objective, PersonCount,
    PublicationPlan, QuestionId, RaiseTo, Record, RecordPart, TaskChoice, TextField,
};
use crate::text::{self, Label as _, Lang, difference, labels, report as words};

/// Something that is picked from a list, or is what stands for nothing picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// An answer.
    Answer(Answer),
    /// A target task.
    Task(TaskChoice),
    /// 機密性の格付
    Confidentiality(ConfidentialityGrade),
    /// 完全性 or 可用性の格付
    Grade(Objective, Grade),
    /// How many people.
    Persons(PersonCount),
    /// Whether it is to be published.
    Publication(PublicationPlan),
    /// A level, if any: of a decision, or of a raise.
    Level(Option<Level>),
}

/// What can be picked in a field, in the order in which it is offered. Empty for a field that takes text or a day.
pub fn picks(field: &Field, catalogue: &Catalogue) -> Vec<Pick> {
    match field {
        Field::ServiceIsSaas | Field::RedFlag(_) | Field::CheckList(_) => answers(None, catalogue),
        Field::Gate(question) | Field::Answer(_, question) => answers(Some(question), catalogue),
        Field::Task | Field::SuggestedTask => {
            let listed = catalogue.tasks.iter().map(|task| TaskChoice::Listed(task.id.clone()));
            listed.chain([TaskChoice::Unknown, TaskChoice::NotListed]).map(Pick::Task).collect()
        }
        Field::Item(_, part) => match part.kind() {
            ItemFieldKind::ConfidentialityGrade => {
                use ConfidentialityGrade::{One, Three, Two};
                [One, Two, Three].map(Pick::Confidentiality).to_vec()
            }
            ItemFieldKind::IntegrityGrade => grades(Objective::Integrity),
            ItemFieldKind::AvailabilityGrade => grades(Objective::Availability),
            ItemFieldKind::PersonCount => {
                use PersonCount::{None, Over1000, Unknown, UpTo100, UpTo1000};
                [None, UpTo100, UpTo1000, Over1000, Unknown].map(Pick::Persons).to_vec()
            }
            ItemFieldKind::Publication => {
                use PublicationPlan::{NotPlanned, Planned, Published, Unknown};
                [NotPlanned, Planned, Published, Unknown].map(Pick::Publication).to_vec()
            }
            ItemFieldKind::Text => Vec::new(),
        },
        Field::Decision(..) | Field::Raise(_) => {
            catalogue.levels.iter().map(|definition| Pick::Level(Some(definition.level))).collect()
        }
        Field::Text(_)
        | Field::Day(_)
        | Field::Items
        | Field::Reason(..)
        | Field::RaiseReason(_)
        | Field::Approval
        | Field::Catalogue
        | Field::Profile => Vec::new(),
    }
}

fn answers(question: Option<&QuestionId>, catalogue: &Catalogue) -> Vec<Pick> {
    let effect = question.and_then(|question| catalogue.question(question)).map(|question| &question.effect);
    let mut answers = match effect {
        Some(Effect::Options(options)) => options.iter().map(|option| Answer::Choice(option.id.clone())).collect(),
        _ => vec![Answer::Yes, Answer::No],
    };
    answers.push(Answer::Unknown);
    answers.into_iter().map(Pick::Answer).collect()
}

fn grades(objective: Objective) -> Vec<Pick> {
    [Grade::One, Grade::Two].map(|grade| Pick::Grade(objective, grade)).to_vec()
}

/// What stands in a field of which something is picked; nothing for a field that takes text or a day.
pub fn picked(field: &Field, record: &Record) -> Option<Pick> {
    let item = |id| record.item(id);
    match field {
        Field::ServiceIsSaas => Some(Pick::Answer(record.service.is_saas.clone())),
        Field::Gate(question) => Some(Pick::Answer(record.gate.answers.get(question.as_str()).clone())),
        Field::RedFlag(flag) => {
            Some(Pick::Answer(record.red_flag(flag).map_or(Answer::NotAnswered, |reply| reply.applies.clone())))
        }
        Field::CheckList(point) => Some(Pick::Answer(record.check_list_point(*point).clone())),
        Field::Answer(id, question) => Some(Pick::Answer(item(id)?.answers.get(question.as_str()).clone())),
        Field::Task => Some(Pick::Task(record.task.clone())),
        Field::SuggestedTask => Some(Pick::Task(record.request.suggested_task.clone())),
        Field::Item(id, part) => {
            let item = item(id)?;
            match part.kind() {
                ItemFieldKind::ConfidentialityGrade => Some(Pick::Confidentiality(item.confidentiality_grade)),
                ItemFieldKind::IntegrityGrade => Some(Pick::Grade(Objective::Integrity, item.integrity_grade)),
                ItemFieldKind::AvailabilityGrade => Some(Pick::Grade(Objective::Availability, item.availability_grade)),
                ItemFieldKind::PersonCount => Some(Pick::Persons(item.person_count)),
                ItemFieldKind::Publication => Some(Pick::Publication(item.publication)),
                ItemFieldKind::Text => None,
            }
        }
        Field::Decision(id, objective) => Some(Pick::Level(match &item(id)?.decisions[*objective].choice {
            Choice::NotDecided => None,
            Choice::Decided { level, .. } => Some(*level),
        })),
        Field::Raise(objective) => Some(Pick::Level(match record.raises[*objective].to {
            RaiseTo::NotRaised => None,
            RaiseTo::Level(level) => Some(level),
        })),
        Field::Text(_)
        | Field::Day(_)
        | Field::Items
        | Field::Reason(..)
        | Field::RaiseReason(_)
        | Field::Approval
        | Field::Catalogue
        | Field::Profile => None,
    }
}

/// What stands for nothing picked in a field: 未回答, 未格付, 未選択, 未決定, 引上げなし.
pub fn nothing(field: &Field) -> Option<Pick> {
    match field {
        Field::ServiceIsSaas | Field::Gate(_) | Field::RedFlag(_) | Field::CheckList(_) | Field::Answer(..) => {
            Some(Pick::Answer(Answer::NotAnswered))
        }
        Field::Task | Field::SuggestedTask => Some(Pick::Task(TaskChoice::NotChosen)),
        Field::Item(_, part) => match part.kind() {
            ItemFieldKind::ConfidentialityGrade => Some(Pick::Confidentiality(ConfidentialityGrade::NotGraded)),
            ItemFieldKind::IntegrityGrade => Some(Pick::Grade(Objective::Integrity, Grade::NotGraded)),
            ItemFieldKind::AvailabilityGrade => Some(Pick::Grade(Objective::Availability, Grade::NotGraded)),
            ItemFieldKind::PersonCount => Some(Pick::Persons(PersonCount::NotAnswered)),
            ItemFieldKind::Publication => Some(Pick::Publication(PublicationPlan::NotAnswered)),
            ItemFieldKind::Text => None,
        },
        Field::Decision(..) | Field::Raise(_) => Some(Pick::Level(None)),
        Field::Text(_)
        | Field::Day(_)
        | Field::Items
        | Field::Reason(..)
        | Field::RaiseReason(_)
        | Field::Approval
        | Field::Catalogue
        | Field::Profile => None,
    }
}

impl Pick {
    /// The word for it in a cell of this field, also for what stands for nothing picked.
    pub fn word(&self, field: &Field, catalogue: &Catalogue, lang: Lang) -> String {
        match self {
            Self::Answer(answer) => match field {
                Field::Gate(question) | Field::Answer(_, question) => match catalogue.question(question) {
                    Some(question) => text::answer(answer, question, lang),
                    None => answer.label(lang).to_owned(),
                },
                _ => answer.label(lang).to_owned(),
            },
            // What was pasted stands in cells of its own.
            Self::Task(TaskChoice::AgencyEntry { .. }) => Mark::AgencyEntry.label(lang).to_owned(),
            Self::Task(task) => difference::task_choice(task, catalogue, lang),
            Self::Confidentiality(grade) => grade.label(lang).to_owned(),
            Self::Grade(objective, grade) => labels::grade(*grade, *objective, lang),
            Self::Persons(count) => count.label(lang).to_owned(),
            Self::Publication(plan) => plan.label(lang).to_owned(),
            Self::Level(Some(level)) => labels::level(*level, catalogue, lang),
            Self::Level(None) => match field {
                Field::Raise(_) => words::not_raised(lang).to_owned(),
                _ => crate::judgement::Standing::NotDecided.label(lang).to_owned(),
            },
        }
    }
}

/// What stands in the record, as it is written in a cell: empty if nothing was entered.
pub fn written(entry: &Entry, record: &Record, catalogue: &Catalogue, lang: Lang) -> String {
    match entry {
        Entry::Fixed(_) => String::new(),
        Entry::Text(field) => record.text(field).unwrap_or_default().to_owned(),
        Entry::Date(field) => record.day(field).map_or_else(String::new, |day| day.to_string()),
        Entry::Answer(field) | Entry::Choice(field) => match picked(field, record) {
            None => String::new(),
            Some(found) if nothing(field).as_ref() == Some(&found) => String::new(),
            Some(found) => found.word(field, catalogue, lang),
        },
    }
}

/// The name of a cell that does not change with its position: the path of its place in the file, and `#word` for the word on
/// a red flag.
pub fn key(entry: &Entry) -> Option<String> {
    match entry {
        Entry::Fixed(_) => None,
        Entry::Text(flag @ Field::RedFlag(_)) => Some(format!("{flag}#word")),
        Entry::Text(field) | Entry::Answer(field) | Entry::Date(field) | Entry::Choice(field) => Some(field.to_string()),
    }
}

/// Every cell that a workbook of this record can have, in the order of the steps.
pub fn entries(record: &Record, catalogue: &Catalogue) -> Vec<Entry> {
    let mut entries = Vec::new();
    for part in RecordPart::ALL {
        for text in TextField::of(part) {
            entries.push(Entry::Text(Field::Text(text)));
            match text {
                TextField::Addressee => entries.push(Entry::Choice(Field::SuggestedTask)),
                TextField::Contact => entries.push(Entry::Date(Field::Day(DayField::Deadline))),
                _ => {}
            }
        }
        match part {
            RecordPart::Service => entries.push(Entry::Answer(Field::ServiceIsSaas)),
            RecordPart::Agency | RecordPart::Procurement => {
                entries.extend(DayField::of(part).map(|day| Entry::Date(Field::Day(day))));
            }
            // Another choice takes away the texts that belong to the one before: it comes after them.
            RecordPart::Task => entries.push(Entry::Choice(Field::Task)),
            RecordPart::Case
            | RecordPart::Paper
            | RecordPart::Gate
            | RecordPart::Decisions
            | RecordPart::Request
            | RecordPart::Application => {}
        }
    }
    entries.extend(catalogue.check_points().iter().map(|point| Entry::Answer(Field::CheckList(point.id))));
    for flag in catalogue.tasks.iter().flat_map(|task| &task.red_flags) {
        entries.push(Entry::Answer(Field::RedFlag(flag.id.clone())));
        entries.push(Entry::Text(Field::RedFlag(flag.id.clone())));
    }
    entries.extend(catalogue.questions.iter().map(|question| Entry::Answer(Field::Gate(question.id.clone()))));
    for item in &record.items {
        entries.extend(ItemField::ALL.map(|part| item_entry(Field::Item(item.id.clone(), part))));
        let answers = catalogue.questions.iter().map(|question| Field::Answer(item.id.clone(), question.id.clone()));
        entries.extend(answers.map(Entry::Answer));
        for objective in Objective::ALL {
            entries.push(Entry::Choice(Field::Decision(item.id.clone(), objective)));
            entries.push(Entry::Text(Field::Reason(item.id.clone(), objective)));
        }
    }
    for objective in Objective::ALL {
        entries.push(Entry::Choice(Field::Raise(objective)));
        entries.push(Entry::Text(Field::RaiseReason(objective)));
    }
    entries.retain(|entry| carried::of(&entry.place(), catalogue).is_ok());
    entries
}

/// Why what stands in the record cannot come back by a workbook although its place can.
pub fn value_not_carried(entry: &Entry, record: &Record, catalogue: &Catalogue) -> Option<NotCarried> {
    match entry {
        Entry::Fixed(_) | Entry::Date(_) => None,
        Entry::Text(field) => {
            let units = record.text(field).map_or(0, |text| text.encode_utf16().count());
            (units > CELL_UNITS).then_some(NotCarried::TooLong)
        }
        Entry::Answer(field) | Entry::Choice(field) => match picked(field, record) {
            Some(Pick::Task(TaskChoice::AgencyEntry { .. })) if *field == Field::Task => None,
            Some(Pick::Task(TaskChoice::AgencyEntry { .. })) => Some(NotCarried::SuggestedRow),
            Some(found) => {
                let known = nothing(field).as_ref() == Some(&found) || picks(field, catalogue).contains(&found);
                (!known).then_some(NotCarried::Unfit)
            }
            None => None,
        },
    }
}

/// How an attribute of an item is entered.
pub(super) fn item_entry(place: Field) -> Entry {
    if nothing(&place).is_some() { Entry::Choice(place) } else { Entry::Text(place) }
}
