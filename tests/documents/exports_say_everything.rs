//! What is in the record is in the report: no field vanishes, and none acts as markup.

use crate::support::exports::{
    Case, approved, blank, conference_item, dense, pages, purpose_harmed, sensitive_unknown, today, web_conference,
};
use liu_wizard::catalogue::Catalogue;
use liu_wizard::export::{Document, Product, Report, render, report};
use liu_wizard::record::{
    Answer, ApprovalState, Edit, Field, ItemField, Objective, OpinionView, Person, QuestionId, Record, RedFlagId, Role,
    TaskChoice, TextField,
};
use liu_wizard::text::{Label as _, Lang};

fn markdown(record: Record, lang: Lang) -> String {
    let case = Case::new(record);
    String::from_utf8(render(&Product::RECORD_MARKDOWN, &case.input(lang)).unwrap()).unwrap()
}

fn with_annex(record: Record) -> Report {
    let case = Case::new(record);
    let mut input = case.input(Lang::Ja);
    input.along.annex = true;
    report(&Document::Record, &input).unwrap()
}

/// A record in which every text field holds a word of its own, 語 with a number.
fn every_text_filled(role: Role) -> Record {
    let mut number = 0;
    let mut word = || {
        number += 1;
        format!("語{number}終")
    };
    let mut record = blank(role);
    record.task = TaskChoice::AgencyEntry { task: Default::default(), service: Default::default(), origin: Default::default() };
    record.items.push(conference_item());
    let flag = RedFlagId::new("LIU-A1.F1").unwrap();
    record.apply(Edit::AnswerRedFlag(flag.clone(), Answer::No)).unwrap();
    let item = record.items[0].id.clone();
    let mut fields: Vec<Field> = TextField::ALL.iter().copied().map(Field::Text).collect();
    fields.push(Field::RedFlag(flag));
    for field in ItemField::ALL {
        fields.push(Field::Item(item.clone(), field));
    }
    for objective in Objective::ALL {
        fields.push(Field::Reason(item.clone(), objective));
        fields.push(Field::RaiseReason(objective));
    }
    for field in fields {
        // Grades, counts and plans are chosen, not written.
        record.apply(Edit::SetText { field, text: word() }).ok();
    }
    record.request.suggested_task = TaskChoice::AgencyEntry {
        task: crate::support::exports::prose(&word()),
        service: crate::support::exports::line(&word()),
        origin: crate::support::exports::line(&word()),
    };
    let by = Person { title: crate::support::exports::line(&word()), name: crate::support::exports::line(&word()) };
    record.apply(Edit::MoveApproval { to: ApprovalState::Submitted, by, on: today(), comment: word() }).unwrap();
    let by = Person { title: crate::support::exports::line(&word()), name: crate::support::exports::line(&word()) };
    record.apply(Edit::AddOpinion { by, on: today(), view: OpinionView::Objects, comment: word() }).unwrap();
    record
}

/// Every string of a record that is one of those words.
fn words(value: &serde_json::Value, found: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) if text.starts_with('語') => found.push(text.clone()),
        serde_json::Value::Array(values) => values.iter().for_each(|value| words(value, found)),
        serde_json::Value::Object(values) => values.values().for_each(|value| words(value, found)),
        _ => {}
    }
}

#[test]
fn every_text_of_a_record_stands_in_the_report() {
    for role in [Role::Agency, Role::Csp] {
        let record = every_text_filled(role);
        let mut entered = Vec::new();
        words(&serde_json::to_value(&record).unwrap(), &mut entered);
        // The copy of what was submitted repeats them.
        entered.sort_unstable();
        entered.dedup();
        assert_eq!(entered.len(), TextField::ALL.len() + 1 + 6 + 6 + 3 + 3 + 3, "every text field was filled: {entered:?}");
        for lang in [Lang::Ja, Lang::En] {
            let said = markdown(record.clone(), lang);
            let missing: Vec<&String> = entered.iter().filter(|word| !said.contains(word.as_str())).collect();
            assert!(missing.is_empty(), "{role:?} {lang:?}: {missing:?}");
        }
    }
}

#[test]
fn every_question_stands_there_with_what_was_answered() {
    let said = markdown(sensitive_unknown(), Lang::Ja);
    let catalogue = Catalogue::shipped().unwrap();
    for question in &catalogue.questions {
        assert!(said.contains(&format!("| {} | {} | ", question.id, question.text.ja)), "{}", question.id);
    }
    assert!(said.contains("| C2 | 要配慮個人情報を含みますか（自由記述・添付を含む） | **不明** |"), "{said}");
    assert!(said.contains("C2 要配慮個人情報：提案を未確定にしている"), "{said}");
    assert!(said.contains("| I1 | 完全性2情報ですか | 完全性1（格付から） |"), "{said}");
    assert!(said.contains("**はい** |") && said.contains("決定に理由が要る：C1 不開示情報、C4 職員以外の個人情報"), "{said}");
}

#[test]
fn an_answer_that_does_not_apply_is_not_shown_as_an_answer() {
    let mut record = web_conference();
    record.items[0].person_count = liu_wizard::record::PersonCount::None;
    record.items[0].answers.set(QuestionId::new("C2").unwrap(), Answer::Yes);
    let said = markdown(record, Lang::Ja);
    assert!(said.contains("| C2 | 要配慮個人情報を含みますか（自由記述・添付を含む） | 対象外 |"), "{said}");
}

#[test]
fn both_languages_are_whole() {
    for record in
        [blank(Role::Agency), blank(Role::Csp), purpose_harmed(""), approved(web_conference()), every_text_filled(Role::Csp)]
    {
        let case = Case::new(record);
        let (ja, en) = (
            report(&Document::Record, &case.input(Lang::Ja)).unwrap(),
            report(&Document::Record, &case.input(Lang::En)).unwrap(),
        );
        assert_eq!(ja.chapters.len(), en.chapters.len());
        for (ja, en) in ja.chapters.iter().zip(&en.chapters) {
            assert_ne!(ja.title, en.title);
            assert_eq!(ja.blocks.len(), en.blocks.len(), "{}", en.title);
            assert!(en.title.is_ascii(), "{}", en.title);
        }
    }
}

#[test]
fn bases_and_their_marks_are_printed() {
    let mut texts = Vec::new();
    with_annex(web_conference()).change_texts(&mut |_, text| texts.push(text.clone()));
    let said =
        |mark: &str, note: &str| texts.iter().any(|text| text.lines().any(|line| line.starts_with(mark) && line.ends_with(note)));
    let catalogue = Catalogue::shipped().unwrap();
    let task = catalogue.tasks.iter().find(|task| task.id == "LIU-A1").unwrap();
    let bases = catalogue.questions.iter().flat_map(|question| &question.basis);
    let bases = bases.chain(catalogue.definitions.iter().map(|definition| &definition.basis));
    let bases = bases.chain(catalogue.criteria.iter().map(|criterion| &criterion.basis));
    for basis in bases.chain([&task.task_basis, &task.service_basis]) {
        assert!(said(basis.mark.label(Lang::Ja), &basis.note.ja), "{basis:?}");
    }
    for source in &catalogue.sources {
        assert!(texts.contains(&source.id.0) && texts.contains(&source.title.ja), "{}", source.id.0);
    }
}

#[test]
fn printed_form_and_markdown_say_the_same_chapters() {
    let case = Case::new(purpose_harmed("理由"));
    let printed = pages(&render(&Product::RECORD_PDF, &case.input(Lang::Ja)).unwrap()).concat();
    for chapter in &report(&Document::Record, &case.input(Lang::Ja)).unwrap().chapters {
        assert!(printed.contains(&dense(&chapter.heading())), "{}", chapter.title);
    }
}
