//! `eligibility`: five answers lead to one way, on the terminal and on one page; what is unknown or missing leads to no yes.

use crate::support::command_line::Desk;

const ALL_ON: [&str; 10] =
    ["--information", "two", "--form", "saas", "--task", "liu-a1", "--assessor", "found", "--requirements", "yes"];

fn with<'a>(change: &[(&'a str, &'a str)]) -> Vec<&'a str> {
    let mut arguments = vec!["eligibility"];
    for pair in ALL_ON.chunks(2) {
        let changed = change.iter().find(|(option, _)| *option == pair[0]);
        let value = changed.map_or(pair[1], |(_, value)| *value);
        if !value.is_empty() {
            arguments.extend([pair[0], value]);
        }
    }
    arguments
}

#[test]
fn without_answers_it_prints_the_questions_and_how_to_answer() {
    let desk = Desk::new();
    for (lang, said) in [("ja", "サービスの形は、どれですか"), ("en", "What form of service is it?")] {
        let ran = desk.run(&["--lang", lang, "eligibility"]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        for said in [said, "--information", "--requirements", "LIU-C4", "iaas_paas", "unknown"] {
            assert!(ran.out.contains(said), "{said}: {}", ran.out);
        }
    }
}

#[test]
fn each_way_is_told_with_why_marks_and_the_desk() {
    let desk = Desk::new();
    for (change, said) in [
        (&[][..], "ISMAP-LIUを目指せます"),
        (&[("--form", "iaas_paas")], "ISMAPで考えます"),
        (&[("--information", "none")], "統一基準4.2.3によります"),
        (&[("--task", "unknown")], "相談窓口に尋ねます"),
        (&[("--requirements", "unknown"), ("--assessor", "none")], "相談窓口に尋ねます"),
    ] {
        let ran = desk.run(&with(change));
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{change:?}");
        for said in [said, "[公式 S1", "https://www.digital.go.jp/policies/security/ismap-liu#help_desk"] {
            assert!(ran.out.contains(said), "{change:?} {said}: {}", ran.out);
        }
        assert_eq!(ran.out.contains("ISMAP-LIUを目指せます"), change.is_empty());
    }
}

#[test]
fn an_open_question_is_named_and_nothing_is_told() {
    let ran = Desk::new().run(&with(&[("--assessor", "")]));
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("まだ言えません") && ran.out.contains("評価する機関：未回答"), "{}", ran.out);
    assert!(!ran.out.contains("目指せます"));
}

#[test]
fn an_answer_that_there_is_not_is_refused_with_those_that_there_are() {
    let desk = Desk::new();
    for (option, value, expected) in [("--form", "paas", "saas, iaas_paas, unknown"), ("--task", "LIU-Z9", "LIU-A1")] {
        let ran = desk.run(&with(&[(option, value)]));
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        assert!(ran.err.contains(option) && ran.err.contains(value) && ran.err.contains(expected), "{}", ran.err);
    }
}

#[test]
fn the_page_is_written_and_replaces_no_other_unasked() {
    let desk = Desk::new();
    let path = desk.path("page.pdf");
    let to = path.to_str().unwrap().to_owned();
    let mut arguments = with(&[]);
    arguments.extend(["--to", &to]);
    let ran = desk.run(&arguments);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{ran:?}");
    assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF-"));
    let mut other = with(&[("--task", "unknown")]);
    other.extend(["--to", &to]);
    assert_eq!(desk.run(&other).code, 3);
    other.push("--overwrite");
    assert_eq!(desk.run(&other).code, 0);
}

#[test]
fn a_provider_exports_the_introduction_and_an_agency_is_told_whose_it_is() {
    let desk = Desk::with_examples();
    desk.run(&["new", "--role", "csp", desk.path("mine.liu.ron").to_str().unwrap()]);
    let out = desk.path("out");
    let export = |file: &str| {
        desk.run(&[
            "export",
            desk.path(file).to_str().unwrap(),
            "--to",
            out.to_str().unwrap(),
            "--document",
            "partner",
            "--format",
            "pdf,docx",
        ])
    };
    let made = export("mine.liu.ron");
    assert_eq!((made.code, made.err.as_str()), (0, ""), "{made:?}");
    assert!(
        made.out.lines().count() == 2 && made.out.contains("機関へのご案内.pdf") && made.out.contains("機関へのご案内.docx"),
        "{}",
        made.out
    );
    let refused = export("LIU-A1.liu.ron");
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(refused.err.contains("事業者の記録"), "{}", refused.err);
}
