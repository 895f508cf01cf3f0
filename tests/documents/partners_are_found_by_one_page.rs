//! 機関へのご案内: one page by which a provider looks for an agency, and which tells nothing of other agencies.

use crate::support::exports::{Case, blank, dense, line, pages, prose, web_conference};
use crate::support::word::{paragraphs, said_by, word};
use liu_wizard::export::{Document, ExportError, ExportInput, Medium, Product, render, report, typeset};
use liu_wizard::file;
use liu_wizard::portfolio::{Pages, Shelf};
use liu_wizard::record::{Answer, CheckListPoint, Date, Edit, Record, Role, TaskChoice, TaskId};
use liu_wizard::text::{Label as _, Lang, partner as words};

/// The service of a record, as its provider's own record would hold it.
fn of_provider(from: &Record) -> Record {
    let mut record = blank(Role::Csp);
    record.service = from.service.clone();
    record.request = from.request.clone();
    if record.request.suggested_task == TaskChoice::NotChosen {
        record.request.suggested_task = from.task.clone();
    }
    if record.request.suggested_information.is_blank() {
        let names: Vec<&str> = from.items.iter().map(|item| item.name.as_str()).collect();
        record.request.suggested_information = prose(&names.join("、"));
    }
    if record.request.contact.is_blank() {
        record.request.contact = prose("架空クラウド株式会社　公共営業部\nliu@example.test");
    }
    record
}

fn examples() -> Vec<Record> {
    liu_wizard::examples::all().iter().map(|example| file::parse(example.ron.as_bytes(), "example").unwrap().0).collect()
}

fn asks_another_agency() -> Record {
    let mut record = of_provider(&web_conference());
    record.case_name = line("内緒の案件名");
    record.request.addressee = line("よその省");
    record.request.letter = prose("よその省あての依頼文");
    record.request.deadline = Date::new(2026, 12, 24);
    record.apply(Edit::AnswerCheckList(CheckListPoint::Gbizid, Answer::No)).unwrap();
    record.application.remarks = prose("内緒の備考");
    record
}

fn pdf(record: &Record, lang: Lang) -> Vec<u8> {
    render(&Product::Document(Document::Partner, Medium::Pdf), &Case::new(record.clone()).input(lang)).unwrap()
}

#[test]
fn each_example_is_introduced_on_one_page() {
    for record in examples().iter().map(of_provider).chain([of_provider(&web_conference()), blank(Role::Csp)]) {
        for lang in [Lang::Ja, Lang::En] {
            let input_of = Case::new(record.clone());
            let pages = typeset(&Document::Partner, &input_of.input(lang)).unwrap();
            let text = pages.text(0);
            assert_eq!(pages.count(), 1, "{} {lang:?}: {text}", record.service.name);
            assert!(!text.contains(words::goes_on(lang)));
        }
    }
}

#[test]
fn it_says_what_the_service_is_what_for_what_is_asked_and_how_to_answer_and_gives_no_figure_that_is_not_known() {
    let record = of_provider(&web_conference());
    for (lang, task) in [(Lang::Ja, "LIU-A1"), (Lang::En, "LIU-A1")] {
        let printed = pages(&pdf(&record, lang)).concat();
        for said in [
            "ウェブ会議サービス甲",
            "架空クラウド株式会社",
            task,
            "機密性2情報まで",
            "会議の音声・映像・チャット",
            words::step_task(lang),
            words::no_figure(lang),
            &words::estimate(60, 140, lang),
            words::answer_package(lang),
            words::answer_sheet(lang),
            "liu@example.test",
            liu_wizard::text::report::not_official(lang),
            liu_wizard::catalogue::Mark::OfficialQuoted.label(lang),
        ] {
            assert!(printed.contains(&dense(said)), "{lang:?} says nothing of {said}: {printed}");
        }
        assert!(!printed.contains(&dense(liu_wizard::text::report::draft(lang))), "an offer is no draft");
    }
}

#[test]
fn nothing_of_other_agencies_goes_along_neither_on_the_page_nor_in_what_is_attached() {
    let record = asks_another_agency();
    for (medium, lang) in [(Medium::Pdf, Lang::Ja), (Medium::Docx, Lang::Ja), (Medium::Markdown, Lang::En)] {
        let bytes = render(&Product::Document(Document::Partner, medium), &Case::new(record.clone()).input(lang)).unwrap();
        let said = match medium {
            Medium::Pdf => {
                let attached = file::read(&crate::support::reader(), &bytes, "in.pdf").unwrap().record;
                assert_eq!(attached.service, record.service);
                pages(&bytes).concat() + &file::to_json(&attached).unwrap()
            }
            Medium::Docx => paragraphs(&bytes).concat(),
            Medium::Markdown => String::from_utf8(bytes).unwrap(),
        };
        for secret in ["内緒", "よその省", "2026-12-24"] {
            assert!(!said.contains(secret), "{medium:?} tells {secret}");
        }
    }
}

#[test]
fn its_pages_are_known_again_as_those_of_any_other_document() {
    let record = asks_another_agency();
    for lang in [Lang::Ja, Lang::En] {
        let pdf = pdf(&record, lang);
        let disk = file::MemoryStorage::new().with_reader(crate::support::reader());
        let opened = file::read(&crate::support::reader(), &pdf, "in.pdf").unwrap();
        let shelf = Shelf::new(crate::support::catalogue(), None);
        let pages = Pages::of(&pdf, &opened.record, opened.print_note.as_deref(), None, (&disk, &shelf));
        assert!(pages.hold(), "{pages:?}");
    }
}

#[test]
fn a_long_text_goes_on_on_the_next_page_which_is_said_and_its_last_word_is_there() {
    let mut record = of_provider(&web_conference());
    let long = |mark: &str| prose(&format!("{}{mark}", "公表を前提とした会議に限り、資料は公表する版だけを写す。".repeat(90)));
    record.service.summary = long("M1終");
    record.service.functions = long("M2終");
    record.request.suggested_information = long("M3終");
    for lang in [Lang::Ja, Lang::En] {
        let printed = pages(&pdf(&record, lang));
        assert!(printed.len() > 1);
        assert!(printed[0].contains(&dense(words::goes_on(lang))), "{}", printed[0]);
        for mark in ["M1終", "M2終", "M3終", "liu@example.test"] {
            assert!(printed.concat().contains(mark), "{lang:?} {mark}");
        }
    }
}

#[test]
fn word_says_the_same() {
    let record = of_provider(&web_conference());
    for lang in [Lang::Ja, Lang::En] {
        let case = Case::new(record.clone());
        let wanted = said_by(&report(&Document::Partner, &case.input(lang)).unwrap());
        let found = paragraphs(&word(&Document::Partner, &record, lang)).concat();
        for said in wanted {
            assert!(said.lines().all(|line| found.contains(line)), "{lang:?} Word says nothing of {said}");
        }
    }
}

#[test]
fn an_agency_has_none_to_make_and_is_told_so() {
    let case = Case::new(web_conference());
    for lang in [Lang::Ja, Lang::En] {
        let input: ExportInput<'_> = case.input(lang);
        let refused = render(&Product::Document(Document::Partner, Medium::Pdf), &input).unwrap_err();
        assert!(matches!(refused, ExportError::OnlyOfProvider), "{refused:?}");
        assert!(!refused.message(lang).action.is_empty());
    }
    assert!(!Document::of_role(Role::Agency).contains(&Document::Partner));
}

#[test]
fn a_service_for_a_task_that_is_not_chosen_or_not_listed_says_so() {
    let mut record = of_provider(&web_conference());
    for (task, said) in [
        (TaskChoice::NotChosen, "未選択"),
        (TaskChoice::NotListed, "一覧に該当なし"),
        (TaskChoice::Unknown, "不明"),
        (TaskChoice::Listed(TaskId::new("LIU-B1").unwrap()), "想定サービス例"),
    ] {
        record.request.suggested_task = task;
        let printed = pages(&pdf(&record, Lang::Ja)).concat();
        assert!(printed.contains(said), "{said}: {printed}");
    }
}
