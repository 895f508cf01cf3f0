//! The worked examples are finished records of this program's own making: they come out as told, and none is hard-coded.
//!
//! When the catalogue changes, their pins and the digests of their approvals have to follow:
//! `UPDATE_EXAMPLES=1 cargo test --test core worked_examples` writes them anew, decisions being taken again against what the
//! catalogue then proposes.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "what a test cannot prepare fails it, and it writes as another program would"
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use liu_wizard::catalogue::{Catalogue, Mark};
use liu_wizard::examples::{self, Example};
use liu_wizard::file;
use liu_wizard::judgement::{FindingKind, Judgement, Outcome, Severity, Standing, judge};
use liu_wizard::record::{
    ApprovalState, Choice, Date, Level, Objective, RaiseTo, Record, TaskChoice, Validity, check_corporate_number,
};

/// What each example is to come out as.
const OUTCOMES: [(&str, Outcome); 14] = [
    ("LIU-A1", Outcome::Fits),
    ("LIU-A2", Outcome::Fits),
    ("LIU-A3", Outcome::Fits),
    ("LIU-A4", Outcome::Fits),
    ("LIU-B1", Outcome::NotLow),
    ("LIU-B2", Outcome::Undetermined),
    ("LIU-B3", Outcome::Fits),
    ("LIU-B4", Outcome::Fits),
    ("LIU-B5", Outcome::Unlisted),
    ("LIU-B6", Outcome::OutOfScope),
    ("LIU-C1", Outcome::Fits),
    ("LIU-C2", Outcome::Fits),
    ("LIU-C3", Outcome::NotLow),
    ("LIU-C4", Outcome::NotRequired),
];

fn today() -> Date {
    Date::new(2026, 11, 23).unwrap()
}

fn read(example: &Example) -> Record {
    let (record, _) =
        file::parse(example.ron.as_bytes(), example.task).unwrap_or_else(|error| panic!("{}: {error}", example.task));
    record
}

fn judged(example: &Example) -> (Record, Judgement) {
    let record = read(example);
    let judgement = judge(&record, &Catalogue::shipped().unwrap(), today());
    (record, judgement)
}

fn path_of(example: &Example) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/examples").join(example.file_name())
}

/// The example as it has to stand beside the catalogue that is shipped now.
fn refreshed(mut record: Record) -> Record {
    let catalogue = Catalogue::shipped().unwrap();
    record.catalogue = catalogue.pin();
    let judgement = judge(&record, &catalogue, today());
    for (item, judged) in record.items.iter_mut().zip(&judgement.items) {
        for objective in Objective::ALL {
            if let Choice::Decided { against, .. } = &mut item.decisions[objective].choice {
                *against = judged.cells[objective].seen();
            }
        }
    }
    if record.approval.state != ApprovalState::Draft {
        record.approval.content = Some(record.content_digest());
        record.approval.covered = Some(Box::new(record.content_alone()));
        record.approval = record.approval.sealed();
    }
    record
}

#[test]
fn each_stands_as_the_program_itself_would_write_it_today() {
    let update = std::env::var_os("UPDATE_EXAMPLES").is_some();
    for example in examples::all() {
        let path = path_of(example);
        let written = file::to_ron(&refreshed(read(example))).unwrap();
        if update {
            std::fs::write(&path, &written).unwrap();
        } else {
            assert_eq!(example.ron, written, "{}: run UPDATE_EXAMPLES=1 cargo test --test core worked_examples", path.display());
        }
    }
}

#[test]
fn there_is_one_for_each_target_task_and_each_comes_out_as_told() {
    let catalogue = Catalogue::shipped().unwrap();
    let tasks: Vec<_> = catalogue.tasks.iter().map(|task| task.id.as_str()).collect();
    let told: Vec<_> = OUTCOMES.iter().map(|(task, _)| *task).collect();
    assert_eq!(tasks, told);
    let found: Vec<_> = examples::all().iter().map(|example| (example.task, judged(example).1.outcome)).collect();
    assert_eq!(found, OUTCOMES);
}

#[test]
fn none_has_an_error_left_and_none_names_what_the_catalogue_does_not_know() {
    for example in examples::all() {
        let (record, judgement) = judged(example);
        let errors: Vec<_> = judgement.findings.iter().filter(|finding| finding.severity() == Severity::Error).collect();
        assert!(errors.is_empty(), "{}: {errors:?}", example.task);
        let catalogue = Catalogue::shipped().unwrap();
        assert!(catalogue.dangling_ids(&record).is_empty(), "{}", example.task);
        let surprising = judgement.findings.iter().filter(|finding| {
            matches!(
                finding.kind,
                FindingKind::TextLong(_)
                    | FindingKind::OutsideJisX0213(_)
                    | FindingKind::InvisibleCharacters(_)
                    | FindingKind::CharactersWithoutMeaning(_)
                    | FindingKind::LookAlikeCharacters(_)
                    | FindingKind::CatalogueDiffers
                    | FindingKind::RedFlagWithoutWord(_)
                    | FindingKind::ItemsOfSameName(..)
                    | FindingKind::ApproverIsAssessor
                    | FindingKind::Reopened(..)
            )
        });
        assert_eq!(surprising.collect::<Vec<_>>(), Vec::<&_>::new(), "{}", example.task);
    }
}

#[test]
fn what_fits_was_approved_for_exactly_this_content() {
    for example in examples::all() {
        let (record, judgement) = judged(example);
        if judgement.outcome == Outcome::Fits {
            assert_eq!(record.approval.state, ApprovalState::Approved, "{}", example.task);
            assert_ne!(record.approval.validity, Validity::NotChosen, "{}", example.task);
            assert!(record.approval.content.is_some() && !record.changed_since_approval(), "{}", example.task);
        }
    }
}

#[test]
fn nobody_can_take_them_for_real() {
    let mut numbers = BTreeSet::new();
    for example in examples::all() {
        let record = read(example);
        let task = example.task;
        assert!(record.case_name.as_str().starts_with(&format!("【記入例】{task}")), "{task}");
        assert!(record.service.provider.as_str().contains("架空") || record.service.provider.as_str().contains("例示"), "{task}");
        assert!(record.agency.name.as_str().contains("架空") || record.agency.name.as_str().contains("例示"), "{task}");
        assert!(record.service.certifications.as_str().contains("すべて架空"), "{task}");
        assert!(record.service.url.as_str().contains(".example."), "{task}");
        let number = record.service.corporate_number.as_str().to_owned();
        assert_eq!(check_corporate_number(&number), Ok(()), "{task}");
        assert_eq!(number.get(1..5), Some("9999"), "{task}: no registry office has this number");
        assert!(numbers.insert(number), "{task}");
    }
}

#[test]
fn together_they_show_what_the_program_can_do() {
    let all: Vec<_> = examples::all().iter().map(|example| (example.task, judged(example))).collect();
    let shown = |what: &str, shows: &dyn Fn(&Record, &Judgement) -> bool| {
        assert!(all.iter().any(|(_, (record, judgement))| shows(record, judgement)), "no example shows {what}");
    };
    let standing = |wanted: Standing| {
        move |_: &Record, judgement: &Judgement| {
            judgement.items.iter().any(|item| item.cells.iter().any(|(_, cell)| cell.standing == wanted))
        }
    };
    shown("a lowered decision", &standing(Standing::Lowered));
    shown("an explained decision", &standing(Standing::Explained));
    shown("a decision as proposed", &standing(Standing::AsProposed));
    shown("a mitigation", &|_, judgement| {
        use liu_wizard::judgement::CauseEffect::Mitigates;
        let causes = judgement.items.iter().flat_map(|item| item.cells.iter()).flat_map(|(_, cell)| &cell.causes);
        causes.into_iter().any(|cause| matches!(cause.effect, Mitigates(_)))
    });
    shown("a raise of the whole", &|record, _| record.raises.iter().any(|(_, raise)| matches!(raise.to, RaiseTo::Level(_))));
    shown("several items", &|record, _| record.items.len() >= 3);
    shown("a red flag that applies", &|_, judgement| {
        judgement.findings.iter().any(|finding| matches!(finding.kind, FindingKind::RedFlagApplies(_)))
    });
    shown("another service than the assumed one", &|record, _| !record.gate.service_reason.is_blank());
    shown("the second profile", &|record, _| record.profile == *"procurement");
    shown("a CSP's request", &|record, _| !record.request.letter.is_blank());
    for state in [ApprovalState::Approved, ApprovalState::Rejected, ApprovalState::Returned, ApprovalState::Submitted] {
        shown("each state of an approval", &|record, _| record.approval.state == state);
    }
}

/// The example at the end of the questionnaire, in its three variants.
#[test]
fn the_web_conference_comes_out_as_the_questionnaire_says() {
    let example = examples::all().first().unwrap();
    let catalogue = Catalogue::shipped().unwrap();
    let (record, judgement) = judged(example);
    assert_eq!(record.task, TaskChoice::Listed(liu_wizard::record::TaskId::new("LIU-A1").unwrap()));
    assert_eq!(catalogue.tasks.first().unwrap().task_basis.mark, Mark::OfficialQuoted);
    for (_, cell) in judgement.items.first().unwrap().cells.iter() {
        assert_eq!(cell.proposal, liu_wizard::record::Assessment::assessed(Level::Low));
    }

    let with = |question: &str, answer: liu_wizard::record::Answer, reason: Option<&str>| {
        let mut record = record.clone();
        let item = record.items.first_mut().unwrap();
        item.answers.set(liu_wizard::record::QuestionId::new(question).unwrap(), answer);
        if let Some(reason) = reason {
            item.decisions.confidentiality.reason = liu_wizard::record::Prose::new(reason).unwrap();
        }
        // Decided with the changed proposal before the assessor's eyes.
        let record = refreshed(record);
        let judgement = judge(&record, &catalogue, today());
        let cell = judgement.items.first().unwrap().cells.confidentiality.clone();
        (judgement.outcome, cell.standing, cell.proposal)
    };
    use liu_wizard::record::{Answer, Assessment};
    let moderate = Assessment::assessed(Level::Moderate);
    assert_eq!(with("C7", Answer::Yes, Some("")), (Outcome::NotLow, Standing::ReasonMissing, moderate));
    assert_eq!(with("C7", Answer::Yes, None), (Outcome::Fits, Standing::Lowered, moderate));
    let (outcome, _, proposal) = with("C2", Answer::Unknown, None);
    assert_eq!((outcome, proposal), (Outcome::Undetermined, Assessment::not_assessed(Level::Low)));
}
