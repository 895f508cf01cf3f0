//! A user's own catalogue is taken when it fits together, and otherwise refused with everything that does not.

use liu_wizard::catalogue::{
    Band, Catalogue, CatalogueError, CatalogueProblem, CheckPoint, Effect, IdKind, LARGEST_FILE_BYTES, Language, Mark, Month,
    OutcomeWhen, Period, Question, RequiredField, Section, SourceId, StepId,
};
use liu_wizard::record::{CheckListPoint, Level, Objective, QuestionId, RedFlagId, Role, TaskId};

/// Breaks a copy of the shipped catalogue, and expects exactly these problems, from the values and from the file alike.
fn check(break_it: impl FnOnce(&mut Catalogue), expected: &[CatalogueProblem]) {
    let mut catalogue = Catalogue::clone(&Catalogue::shipped().unwrap());
    break_it(&mut catalogue);
    assert_eq!(catalogue.problems(), expected);
    let loaded = Catalogue::from_ron("own.ron", &catalogue.to_ron().unwrap());
    if expected.is_empty() {
        assert_eq!(loaded.unwrap(), catalogue);
    } else {
        let refused = CatalogueError::Inconsistent { name: "own.ron".to_owned(), problems: expected.to_vec() };
        assert_eq!(loaded.unwrap_err(), refused);
    }
}

fn question<'a>(catalogue: &'a mut Catalogue, id: &str) -> &'a mut Question {
    catalogue.questions.iter_mut().find(|question| question.id == *id).unwrap()
}

fn id(raw: &str) -> QuestionId {
    QuestionId::new(raw).unwrap()
}

#[test]
fn the_shipped_catalogue_written_out_loads_again_as_the_same() {
    check(|_| {}, &[]);
    let shipped = Catalogue::shipped().unwrap();
    let text = shipped.to_ron().unwrap();
    assert!(text.starts_with("// liu-wizard の目録"));
    let loaded = Catalogue::from_ron("own.ron", &text).unwrap();
    assert_eq!(loaded.digest(), shipped.digest());
    assert_eq!(loaded.to_ron().unwrap(), text);
}

#[test]
fn a_scale_of_two_levels_loads() {
    check(
        |catalogue| {
            catalogue.levels.truncate(2);
            catalogue.levels[1].name.ja = "低位を超える".to_owned();
            catalogue.criteria.iter_mut().for_each(|criterion| criterion.levels.truncate(2));
            for question in &mut catalogue.questions {
                if question.effect == Effect::Raise(Level::High) {
                    question.effect = Effect::Raise(Level::Moderate);
                }
            }
            for precedent in catalogue.tasks.iter_mut().flat_map(|task| &mut task.precedents) {
                for level in [&mut precedent.confidentiality, &mut precedent.integrity, &mut precedent.availability] {
                    *level = (*level).min(Level::Moderate);
                }
            }
        },
        &[],
    );
}

#[test]
fn a_missing_language_is_named_with_its_place() {
    let missing = |path: &str, language| CatalogueProblem::MissingLanguage { path: path.to_owned(), language };
    check(|it| question(it, "C2").guidance.en.clear(), &[missing("questions[C2].guidance", Language::English)]);
    check(|it| it.tasks[0].task.ja = " \u{3000}".to_owned(), &[missing("tasks[LIU-A1].task", Language::Japanese)]);
    check(|it| question(it, "C2").examples[1].case.ja.clear(), &[missing("questions[C2].examples[1].case", Language::Japanese)]);
    check(|it| it.profiles[1].wording.preface.en.clear(), &[missing("profiles[procurement].wording.preface", Language::English)]);
    check(|it| it.criteria[0].levels[2].en.clear(), &[missing("criteria[0].levels[2]", Language::English)]);
    check(|it| it.definitions[0].term.en.clear(), &[missing("definitions[confidentiality_3].term", Language::English)]);
    check(|it| it.sources[0].title.ja.clear(), &[missing("sources[S1].title", Language::Japanese)]);
    check(|it| it.meta.basis[0].note.ja.clear(), &[missing("meta.basis[0].note", Language::Japanese)]);
}

#[test]
fn characters_that_act_are_refused() {
    let expected = CatalogueProblem::RefusedCharacter { path: "questions[G1].text".to_owned(), code: 0x202E };
    check(|it| question(it, "G1").text.ja.push('\u{202E}'), &[expected]);
}

#[test]
fn a_missing_basis_is_named() {
    let missing = |path: &str| CatalogueProblem::MissingBasis { path: path.to_owned() };
    check(|it| question(it, "A4").basis.clear(), &[missing("questions[A4].basis")]);
    check(|it| it.profiles[0].basis.clear(), &[missing("profiles[pre_application].basis")]);
    check(|it| it.meta.basis.clear(), &[missing("meta.basis")]);
}

#[test]
fn what_calls_itself_official_or_quoted_or_a_third_partys_names_its_source() {
    let problem = |path: &str, mark| CatalogueProblem::BasisWithoutSource { path: path.to_owned(), mark };
    check(|it| it.definitions[0].basis.sources.clear(), &[problem("definitions[confidentiality_3].basis", Mark::OfficialQuoted)]);
    check(|it| it.tasks[2].service_basis.sources.clear(), &[problem("tasks[LIU-A3].service_basis", Mark::Official)]);
    check(|it| it.profiles[1].basis[0].sources.clear(), &[problem("profiles[procurement].basis[0]", Mark::ThirdParty)]);
    check(|it| it.levels[1].basis.sources.clear(), &[]);
}

#[test]
fn an_id_that_leads_nowhere_is_named() {
    let unknown = |path: &str, kind, id: &str| CatalogueProblem::UnknownId { path: path.to_owned(), kind, id: id.to_owned() };
    check(
        |it| question(it, "I5").effect = Effect::Mitigate(vec![id("I2"), id("I9")]),
        &[unknown("questions[I5].effect", IdKind::Question, "I9")],
    );
    check(
        |it| {
            let (explain_from, raise_from) = (Band::UpTo1000, Band::Over1000);
            question(it, "C3").effect = Effect::PersonCount { explain_from, raise_from, with: id("C44"), to: Level::Moderate };
        },
        &[unknown("questions[C3].effect", IdKind::Question, "C44")],
    );
    check(
        |it| question(it, "C2").examples[0].tasks.push(TaskId::new("LIU-Z9").unwrap()),
        &[unknown("questions[C2].examples[0].tasks", IdKind::Task, "LIU-Z9")],
    );
    check(
        |it| question(it, "C2").basis[0].sources.push(SourceId("S99".to_owned())),
        &[unknown("questions[C2].basis[0].sources", IdKind::Source, "S99")],
    );
}

#[test]
fn a_check_list_is_whole_or_there_is_none() {
    let missing = CatalogueProblem::CheckPointMissing;
    check(|it| drop(it.check_list.remove(0)), &[missing(CheckListPoint::Gbizid)]);
    check(|it| it.check_list.truncate(5), &[missing(CheckListPoint::ExternalAudit), missing(CheckListPoint::Consultation)]);
    check(|it| it.check_list.clear(), &[]);
    check(|it| it.check_list.reverse(), &[]);
    let twice = CatalogueProblem::DuplicateId { kind: IdKind::CheckPoint, id: "gbizid".to_owned() };
    check(|it| it.check_list.push(it.check_list[0].clone()), &[twice]);
    let path = "check_list[internal_audit].basis".to_owned();
    check(|it| it.check_list[4].basis.sources.clear(), &[CatalogueProblem::BasisWithoutSource { path, mark: Mark::ThirdParty }]);
    for (clear, path) in [
        ((|point| &mut point.text.ja) as fn(&mut CheckPoint) -> &mut String, "check_list[statement].text"),
        (|point| &mut point.guidance.ja, "check_list[statement].guidance"),
        (|point| &mut point.basis.note.ja, "check_list[statement].basis.note"),
    ] {
        let problem = CatalogueProblem::MissingLanguage { path: path.to_owned(), language: Language::Japanese };
        check(|it| clear(&mut it.check_list[3]).clear(), &[problem]);
    }
}

#[test]
fn a_period_has_a_beginning_or_an_end_in_this_order() {
    let months = |from: &str, to: &str| Some(Period { from: Month::parse(from), to: Month::parse(to) });
    let path = || "profiles[pre_application].period".to_owned();
    check(|it| it.profiles[0].period = months("", ""), &[CatalogueProblem::Empty { path: path() }]);
    let ends_first = CatalogueProblem::PeriodEndsBeforeItBegins { path: path() };
    check(|it| it.profiles[0].period = months("2025-04", "2025-03"), &[ends_first]);
    for fits in [months("2025-03", "2025-03"), months("", "2025-03"), months("2025-03", ""), None] {
        check(|it| it.profiles[0].period = fits, &[]);
    }
    let text = Catalogue::shipped().unwrap().to_ron().unwrap().replacen("\"2022-11\"", "\"2022-13\"", 1);
    let refused = Catalogue::from_ron("own.ron", &text).unwrap_err().to_string();
    assert!(refused.contains("2022-13") && refused.contains("2025-03"), "{refused}");
}

#[test]
fn a_question_refers_only_to_its_own_section() {
    let problem = CatalogueProblem::OtherSection { path: "questions[I5].effect".to_owned(), id: id("A5") };
    check(|it| question(it, "I5").effect = Effect::Mitigate(vec![id("I2"), id("A5")]), &[problem]);
}

#[test]
fn an_id_that_stands_twice_is_named() {
    let twice = |kind, id: &str| CatalogueProblem::DuplicateId { kind, id: id.to_owned() };
    check(|it| it.sources.push(it.sources[0].clone()), &[twice(IdKind::Source, "S1")]);
    check(
        |it| {
            let mut copy = it.tasks[0].clone();
            copy.red_flags.clear();
            it.tasks.push(copy);
        },
        &[twice(IdKind::Task, "LIU-A1")],
    );
    check(|it| it.tasks[1].red_flags[0].id = RedFlagId::new("LIU-A1.F1").unwrap(), &[twice(IdKind::RedFlag, "LIU-A1.F1")]);
    check(|it| it.questions.push(it.questions[9].clone()), &[twice(IdKind::Question, "C2")]);
    check(|it| it.definitions.push(it.definitions[0].clone()), &[twice(IdKind::Definition, "confidentiality_3")]);
    check(|it| it.profiles.push(it.profiles[0].clone()), &[twice(IdKind::Profile, "pre_application")]);
    check(
        |it| it.profiles[0].csp_steps.push(StepId::Review),
        &[twice(IdKind::Step, "profiles[pre_application].csp_steps.Review")],
    );
    check(
        |it| {
            let Effect::Options(options) = &mut question(it, "A2").effect else { panic!("A2 has options") };
            options.push(options[0].clone());
        },
        &[twice(IdKind::Option, "A2.within_one_hour")],
    );
}

#[test]
fn lists_that_must_hold_something_do() {
    let empty = |path: &str| CatalogueProblem::Empty { path: path.to_owned() };
    check(|it| question(it, "A2").effect = Effect::Options(Vec::new()), &[empty("questions[A2].effect")]);
    check(|it| question(it, "A3").effect = Effect::Mitigate(Vec::new()), &[empty("questions[A3].effect")]);
    check(|it| it.profiles.clear(), &[empty("profiles")]);
    check(|it| it.profiles[0].agency_steps.clear(), &[empty("profiles[pre_application].agency_steps")]);
    check(|it| it.meta.version.clear(), &[empty("meta.version")]);
    check(|it| it.profiles[0].required[0].roles.clear(), &[empty("profiles[pre_application].required[service.name].roles")]);
    check(
        |it| {
            it.tasks.clear();
            it.questions.iter_mut().flat_map(|question| &mut question.examples).for_each(|example| example.tasks.clear());
        },
        &[empty("tasks")],
    );
}

#[test]
fn levels_ascend_from_low() {
    let scale = CatalogueProblem::ScaleNotAscendingFromLow;
    check(|it| it.levels.reverse(), std::slice::from_ref(&scale));
    check(|it| it.levels.swap(1, 2), std::slice::from_ref(&scale));
    let mut catalogue = Catalogue::clone(&Catalogue::shipped().unwrap());
    catalogue.levels.remove(0);
    assert!(catalogue.problems().contains(&scale), "without low");
    catalogue.levels.clear();
    assert!(catalogue.problems().contains(&scale), "without levels");
    let mut catalogue = Catalogue::clone(&Catalogue::shipped().unwrap());
    catalogue.levels.truncate(1);
    assert!(catalogue.problems().contains(&scale), "with low alone");
}

#[test]
fn criteria_have_as_many_levels_as_the_scale() {
    let problem = CatalogueProblem::CriterionLevels { path: "criteria[1]".to_owned(), expected: 3, found: 2 };
    check(|it| it.criteria[1].levels.truncate(2), &[problem]);
}

#[test]
fn a_level_beyond_the_scale_is_named() {
    let mut catalogue = Catalogue::clone(&Catalogue::shipped().unwrap());
    catalogue.levels.truncate(2);
    catalogue.criteria.iter_mut().for_each(|criterion| criterion.levels.truncate(2));
    let beyond: Vec<String> = catalogue.problems().iter().map(ToString::to_string).collect();
    assert_eq!(
        beyond,
        [
            "tasks[LIU-B6].precedents[1].integrity: High is not on the scale",
            "tasks[LIU-B6].precedents[1].availability: High is not on the scale",
            "questions[C9].effect: High is not on the scale",
            "questions[I6].effect: High is not on the scale",
            "questions[A4].effect: High is not on the scale",
        ]
    );
}

#[test]
fn effects_stand_in_their_section() {
    let problem = |path: &str| CatalogueProblem::EffectOutOfPlace { path: path.to_owned() };
    check(|it| question(it, "G7").effect = Effect::Raise(Level::High), &[problem("questions[G7].effect")]);
    check(|it| question(it, "C9").effect = Effect::WarningWhenNo, &[problem("questions[C9].effect")]);
    check(
        |it| question(it, "G7").not_applicable_when = question(it, "C2").not_applicable_when.clone(),
        &[problem("questions[G7].not_applicable_when")],
    );
}

#[test]
fn leaving_questions_out_never_makes_things_low() {
    for (left_out, end) in [("G1", OutcomeWhen::NoOutOfScope), ("G4", OutcomeWhen::YesStop)] {
        check(|it| it.questions.retain(|question| question.id != *left_out), &[CatalogueProblem::GateEndMissing(end)]);
    }
    check(|it| it.questions.retain(|question| question.id != "G5"), &[CatalogueProblem::TaskChoiceMissing]);
    check(
        |it| it.questions.retain(|question| question.section != Section::Integrity),
        &[CatalogueProblem::ObjectiveWithoutQuestion(Objective::Integrity)],
    );
}

#[test]
fn a_profile_requires_only_what_a_record_has() {
    let field = "agency.telephone".to_owned();
    let path = "profiles[pre_application].required[agency.telephone]".to_owned();
    let required = RequiredField { path: field.clone(), roles: vec![Role::Agency] };
    check(|it| it.profiles[0].required.push(required), &[CatalogueProblem::UnknownField { path, field }]);
}

fn syntax(text: &str) -> (usize, usize, String) {
    match Catalogue::from_ron("own.ron", text) {
        Err(CatalogueError::Syntax { name, said }) => {
            assert_eq!(name, "own.ron");
            (said.span.start.line, said.span.start.col, said.code.to_string())
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_cannot_be_read_is_refused_with_its_line() {
    let text = Catalogue::shipped().unwrap().to_ron().unwrap();
    let head = text.lines().take_while(|line| line.starts_with("//")).count();

    let (line, _, problem) = syntax(&text.replacen("version:", "edition:", 1));
    let place = text.lines().position(|line| line.contains("version: ")).unwrap() + 1;
    assert_eq!(line, place);
    assert!(place > head && problem.contains("edition") && problem.contains("version"), "{problem}");

    let (_, _, problem) = syntax(&text.replacen("section: gate", "section: door", 1));
    assert!(problem.contains("door"), "{problem}");
    let (_, _, problem) = syntax(&text.replacen("mark: official,", "mark: certain,", 1));
    assert!(problem.contains("certain"), "{problem}");
    let (_, _, problem) = syntax(&text.replacen("version: ", "version: \"1\", version: ", 1));
    assert!(problem.contains("version"), "{problem}");
    let (_, _, problem) = syntax(&text.replacen("id: \"G1\"", "id: \"G 1\"", 1));
    assert!(problem.contains("G 1"), "{problem}");

    let cut: String = text.chars().take(text.chars().count() / 2).collect();
    let (line, ..) = syntax(&cut);
    assert!(line > head);
    assert_eq!(syntax("").0, 1);
    assert_eq!(syntax("{\"schema\": \"oscal\", \"catalog\": {}}").0, 1);
    assert_eq!(syntax(&"(".repeat(1_000_000)).0, 1);
    assert_eq!(syntax(&"[".repeat(1_000_000)).0, 1);
}

#[test]
fn a_language_left_out_of_the_file_is_a_clear_error() {
    let text = Catalogue::shipped().unwrap().to_ron().unwrap();
    let english = "en: \"Low\",";
    let line = text.lines().position(|line| line.contains(english)).unwrap() + 1;
    let (found, _, problem) = syntax(&text.replacen(english, "", 1));
    assert!(found.abs_diff(line) <= 1, "{found} {line}");
    assert!(problem.contains("en"), "{problem}");
}

#[test]
fn an_editors_byte_order_mark_and_line_ends_change_nothing() {
    let shipped = Catalogue::shipped().unwrap();
    let text = format!("\u{FEFF}{}", shipped.to_ron().unwrap().replace('\n', "\r\n"));
    let loaded = Catalogue::from_ron("own.ron", &text).unwrap();
    assert_eq!(loaded, *shipped);
    assert_eq!(loaded.digest(), shipped.digest());
}

#[test]
fn a_file_beyond_all_measure_is_not_read() {
    let text = " ".repeat(LARGEST_FILE_BYTES + 1);
    let refused = CatalogueError::TooLarge { name: "own.ron".to_owned(), bytes: LARGEST_FILE_BYTES + 1 };
    assert_eq!(Catalogue::from_ron("own.ron", &text).unwrap_err(), refused);
}

#[test]
fn the_digest_names_the_content_and_nothing_else() {
    let shipped = Catalogue::shipped().unwrap();
    assert_eq!(shipped.digest(), shipped.digest());
    assert_eq!(shipped.digest(), Catalogue::clone(&shipped).digest());
    assert_eq!(shipped.pin().digest, shipped.digest());
    assert_eq!(shipped.pin().version.as_str(), shipped.meta.version);
    let mut changed = Catalogue::clone(&shipped);
    question(&mut changed, "A6").consequence.en.push('!');
    assert_ne!(changed.digest(), shipped.digest());
    assert_ne!(changed, *shipped);
}
