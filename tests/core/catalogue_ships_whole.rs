//! The shipped catalogue is whole, says what the contract of the questions says, and agrees with what it was made from.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use liu_wizard::catalogue::{Bilingual, Catalogue, Categorisation, Effect, Mark, OutcomeWhen, Question, Section, StepId};
use liu_wizard::record::{ContentDigest, Level, Objective, ProfileId, QuestionId};
use serde_json::Value;

fn shipped() -> Arc<Catalogue> {
    Catalogue::shipped().unwrap()
}

fn earlier(digest: &str) -> Arc<Catalogue> {
    Catalogue::ever_shipped(&ContentDigest::from_hex(digest).unwrap()).unwrap()
}

#[test]
fn the_shipped_catalogue_loads_and_everything_fits() {
    assert_eq!(shipped().problems(), Vec::new());
}

#[test]
fn the_target_tasks_are_those_of_the_list_word_for_word() {
    let list: Value = serde_json::from_str(include_str!("../data/target-tasks.json")).unwrap();
    let entries = list["entries"].as_array().unwrap();
    let catalogue = shipped();
    assert_eq!(catalogue.tasks.len(), entries.len());
    for (task, entry) in catalogue.tasks.iter().zip(entries) {
        let id = entry["id"].as_str().unwrap();
        assert_eq!(task.id.as_str(), id);
        assert_eq!(task.group.ja, entry["group"], "{id}");
        assert_eq!(task.service.ja, entry["assumed_service"], "{id}");
        assert_eq!(task.service_basis.mark, Mark::Official, "{id}");
        assert_eq!(task.task.ja, entry["task_name"], "{id}");
        let mark = if entry["task_name_mark"] == "Q" { Mark::OfficialQuoted } else { Mark::ThisTool };
        assert_eq!(task.task_basis.mark, mark, "{id}");
        let information: Vec<&str> = task.typical_information.iter().map(|information| information.name.ja.as_str()).collect();
        assert_eq!(information, strings(&entry["typical_information"]), "{id}");
        let flags: Vec<&str> = task.red_flags.iter().map(|flag| flag.text.ja.as_str()).collect();
        assert_eq!(flags, strings(&entry["red_flags"]), "{id}");
        for (index, flag) in task.red_flags.iter().enumerate() {
            assert_eq!(flag.id.as_str(), format!("{id}.F{}", index + 1));
        }
        let precedents: Vec<(&str, [Level; 3])> = task.precedents.iter().map(|it| (it.title.en.as_str(), levels(it))).collect();
        let listed = entry["precedent_sp800_60"].as_array().unwrap().iter();
        let listed: Vec<(&str, [Level; 3])> = listed
            .map(|it| (it["type"].as_str().unwrap(), ["c", "i", "a"].map(|objective| level(it[objective].as_str().unwrap()))))
            .collect();
        assert_eq!(precedents, listed, "{id}");
    }
}

/// The published table is the yardstick from outside. No precedent deviates from it; one that does must be named here.
#[test]
fn precedents_are_as_published() {
    let table = include_str!("../data/sp800-60v2r1_information_types.csv");
    let published: BTreeMap<&str, [&str; 3]> = table.lines().skip(1).map(published_row).collect();
    assert_eq!(published.len(), 169);
    let catalogue = shipped();
    let precedents: Vec<&Categorisation> = catalogue.tasks.iter().flat_map(|task| &task.precedents).collect();
    assert!(precedents.len() >= 14);
    for precedent in precedents {
        let (id, _) = precedent.title.en.split_once(' ').unwrap();
        let (ja_id, _) = precedent.title.ja.split_once(' ').unwrap();
        assert_eq!(ja_id, id);
        assert_eq!(levels(precedent), published[id].map(level), "{id}");
    }
}

/// Id and levels of a row. Titles may hold commas within quotes, so the levels are taken from the end.
fn published_row(row: &str) -> (&str, [&str; 3]) {
    let (id, _) = row.split_once(',').unwrap();
    let mut from_the_end = row.rsplitn(4, ',');
    let [availability, integrity, confidentiality] = std::array::from_fn(|_| from_the_end.next().unwrap());
    (id, [confidentiality, integrity, availability])
}

fn strings(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
}

fn level(name: &str) -> Level {
    match name.to_lowercase().as_str() {
        "low" => Level::Low,
        "moderate" => Level::Moderate,
        "high" => Level::High,
        other => panic!("{other}"),
    }
}

fn levels(precedent: &Categorisation) -> [Level; 3] {
    Objective::ALL.map(|objective| precedent.level(objective))
}

#[test]
fn questions_and_effects_are_those_of_the_contract() {
    use Section::{Availability, Confidentiality, Gate, Integrity};
    #[rustfmt::skip]
    let contract = [
        ("G1", Gate, "対象はSaaSですか（IaaS・PaaSは「いいえ」）", "ends no_out_of_scope"),
        ("G2", Gate, "要機密情報（機密性2情報又は機密性3情報）を扱いますか", "ends no_not_required"),
        ("G3", Gate, "機密性3情報（秘密文書に相当）を扱いますか", "ends yes_out_of_scope"),
        ("G4", Gate, "特定秘密・重要経済安保情報・特定個人情報を扱いますか", "ends yes_stop"),
        ("G5", Gate, "業務は対象業務一覧のどれに当たりますか", "task choice"),
        ("G6", Gate, "想定サービス例と、利用するサービスは対応しますか", "reason when no"),
        ("G7", Gate, "使う機能・入れる情報の範囲を限定できますか（利用条件）", "warning when no"),
        ("G8", Gate, "評価者は、利用する政府機関等の職員ですか", "ends no_invalid_assessor"),
        ("C1", Confidentiality, "公表予定のない不開示情報（情報公開法5条各号）を含みますか（公表前提なら公表時期を記入）", "explain"),
        ("C2", Confidentiality, "要配慮個人情報を含みますか（自由記述・添付を含む）", "raise moderate"),
        ("C3", Confidentiality, "個人情報は何人分ですか（なし／〜100／101〜1,000／1,000超）", "persons: explain from up_to_1000; from over_1000 with C4 raise moderate"),
        ("C4", Confidentiality, "職員以外（国民など）の個人情報ですか", "explain"),
        ("C5", Confidentiality, "財産的被害につながる情報（口座・決済・認証情報）を含みますか", "raise moderate"),
        ("C6", Confidentiality, "法人の正当な利益（営業秘密・入札・許認可）を害しますか", "raise moderate"),
        ("C7", Confidentiality, "業務の目的（調査・交渉・監督・試験など）を損ないますか", "raise moderate"),
        ("C8", Confidentiality, "多数が集まることで、一件ずつより機微になりますか", "raise moderate"),
        ("C9", Confidentiality, "人の生命・身体の安全に関わりますか（所在の秘匿、身分を秘匿する職員など）", "raise high"),
        ("I1", Integrity, "完全性2情報ですか", "grade 2 explains"),
        ("I2", Integrity, "内容が国民の権利義務・給付・処分に直接使われますか", "raise moderate"),
        ("I3", Integrity, "公開された内容を国民が信じて行動しますか（緊急・健康・手続）", "raise moderate"),
        ("I4", Integrity, "他のシステムへ自動で反映されますか（配備・連携）", "raise moderate"),
        ("I5", Integrity, "原本・控えが別にあり、照合・復元できますか", "mitigate I2 I4"),
        ("I6", Integrity, "誤りが人の生命・身体の安全に関わりますか", "raise high"),
        ("A1", Availability, "可用性2情報ですか", "grade 2 explains"),
        ("A2", Availability, "どのくらい止まると業務に支障が出ますか（1時間以内／1日以内／3日以内／それ以上）",
            "1時間以内: raise moderate, 1日以内: explain, 3日以内, それ以上"),
        ("A3", Availability, "代替手段（電話・紙・別サービス）がありますか", "mitigate A2 A5"),
        ("A4", Availability, "災害・事案対応の初動の唯一の手段として使いますか", "raise high"),
        ("A5", Availability, "法定期限・締切のある手続に使いますか", "raise moderate"),
        ("A6", Availability, "失われると取り戻せない（再取得・再作成できない）情報ですか", "raise moderate"),
    ];
    let catalogue = shipped();
    let found: Vec<_> =
        catalogue.questions.iter().map(|it| (it.id.as_str(), it.section, it.text.ja.as_str(), words(it))).collect();
    let expected: Vec<_> = contract.iter().map(|&(id, section, text, effect)| (id, section, text, effect.to_owned())).collect();
    assert_eq!(found, expected);
}

fn words(question: &Question) -> String {
    let name = |value: &Level| serde_json::to_value(value).unwrap().as_str().unwrap().to_owned();
    match &question.effect {
        Effect::Ends(end) => format!("ends {}", serde_json::to_value(end).unwrap().as_str().unwrap()),
        Effect::TaskChoice => "task choice".to_owned(),
        Effect::ReasonWhenNo => "reason when no".to_owned(),
        Effect::WarningWhenNo => "warning when no".to_owned(),
        Effect::Raise(to) => format!("raise {}", name(to)),
        Effect::Explain => "explain".to_owned(),
        Effect::Mitigate(ids) => format!("mitigate {}", ids.iter().map(QuestionId::as_str).collect::<Vec<_>>().join(" ")),
        Effect::Options(options) => {
            let option = |it: &liu_wizard::catalogue::EffectOption| match (it.raise, it.explain) {
                (Some(to), _) => format!("{}: raise {}", it.text.ja, name(&to)),
                (None, true) => format!("{}: explain", it.text.ja),
                (None, false) => it.text.ja.clone(),
            };
            options.iter().map(option).collect::<Vec<_>>().join(", ")
        }
        Effect::PersonCount { explain_from, raise_from, with, to } => {
            let band = |band| serde_json::to_value(band).unwrap().as_str().unwrap().to_owned();
            let (explain_from, raise_from, to) = (band(explain_from), band(raise_from), name(to));
            format!("persons: explain from {explain_from}; from {raise_from} with {with} raise {to}")
        }
        Effect::GradeTwoExplains => "grade 2 explains".to_owned(),
    }
}

#[test]
fn personal_data_and_grade_one_take_the_right_questions_away() {
    for question in &shipped().questions {
        let expected = match question.id.as_str() {
            "C2" | "C3" | "C4" => r#"["no_personal_data","confidentiality_one"]"#,
            "C1" | "C5" | "C6" | "C7" | "C8" | "C9" => r#"["confidentiality_one"]"#,
            _ => "[]",
        };
        assert_eq!(serde_json::to_string(&question.not_applicable_when).unwrap(), expected, "{}", question.id);
    }
}

#[test]
fn every_question_about_information_has_two_general_examples() {
    let catalogue = shipped();
    for question in catalogue.questions.iter().filter(|question| question.section != Section::Gate) {
        let general = question.examples.iter().filter(|example| example.tasks.is_empty());
        assert!(general.count() >= 2, "{}", question.id);
    }
}

/// Where the task makes a difference, an officer sees for the chosen task one case each way.
#[test]
fn every_task_has_two_examples_with_different_answers_on_every_question_where_it_matters() {
    let catalogue = shipped();
    let derived = ["C3", "I1", "A1"];
    let asked = |it: &&Question| it.section != Section::Gate && !derived.contains(&it.id.as_str());
    for question in catalogue.questions.iter().filter(asked) {
        for task in &catalogue.tasks {
            let of_this_task = question.examples.iter().filter(|example| example.tasks.contains(&task.id));
            let answers: BTreeSet<&str> = of_this_task.map(|example| example.answer.ja.as_str()).collect();
            assert!(answers.len() >= 2, "{} for {}", question.id, task.id);
        }
    }
}

#[test]
fn examples_answer_with_words_that_can_be_chosen() {
    let yes_or_no = [("はい", "Yes"), ("いいえ", "No")];
    for question in &shipped().questions {
        let options: Vec<(&str, &str)> = match &question.effect {
            Effect::Options(options) => options.iter().map(|it| (it.text.ja.as_str(), it.text.en.as_str())).collect(),
            Effect::Raise(_) | Effect::Explain | Effect::Mitigate(_) => yes_or_no.to_vec(),
            _ => continue,
        };
        for example in &question.examples {
            assert!(
                options.contains(&(example.answer.ja.as_str(), example.answer.en.as_str())),
                "{}: {:?}",
                question.id,
                example
            );
        }
    }
}

#[test]
fn guidance_is_three_to_seven_sentences() {
    for question in &shipped().questions {
        for (text, end) in [(&question.guidance.ja, "。"), (&question.guidance.en, ".")] {
            let sentences = text.matches(end).count();
            assert!((3..=7).contains(&sentences), "{}: {sentences} sentences: {text}", question.id);
        }
    }
}

#[test]
fn marks_of_definitions_are_those_of_the_sources() {
    let catalogue = shipped();
    #[rustfmt::skip]
    let expected = [
        ("confidentiality_3", Mark::OfficialQuoted, "S25"), ("confidentiality_2", Mark::OfficialQuoted, "S10b"),
        ("confidentiality_1", Mark::OfficialQuoted, "S25"), ("integrity_2", Mark::OfficialQuoted, "S25"),
        ("integrity_1", Mark::OfficialQuoted, "S25"), ("availability_2", Mark::OfficialQuoted, "S25"),
        ("availability_1", Mark::OfficialQuoted, "S25"), ("sensitive_information", Mark::Official, "S1"),
        ("integrity_protected", Mark::OfficialQuoted, "S27"), ("availability_protected", Mark::OfficialQuoted, "S27"),
        ("protected_information", Mark::OfficialQuoted, "S27"), ("cloud_service", Mark::Official, "S1"),
        ("special_care_personal_information", Mark::OfficialQuoted, "S35"), ("two_conditions", Mark::OfficialQuoted, "S3"),
    ];
    for (id, mark, source) in expected {
        let basis = &catalogue.definition(id).unwrap().basis;
        assert_eq!((basis.mark, basis.sources.first().map(|source| source.0.as_str())), (mark, Some(source)), "{id}");
    }
}

#[test]
fn the_check_list_asks_what_it_always_asked_and_says_what_that_rests_on() {
    let catalogue = shipped();
    #[rustfmt::skip]
    let contract = [
        ("gbizid", "GビズIDを取得していますか", Mark::OfficialQuoted, "S16"),
        ("own_part_complete", "事業者の記入部分（サービス）を埋めましたか", Mark::OfficialQuoted, "S16"),
        ("assessment_received", "政府機関等から評価の結果を受け取りましたか", Mark::OfficialQuoted, "S16"),
        ("statement", "言明の準備ができていますか", Mark::Official, "S1"),
        ("internal_audit", "内部監査の結果がありますか", Mark::ThirdParty, "S5"),
        ("external_audit", "外部監査の予定がありますか", Mark::Official, "S1 S2"),
        ("consultation", "事前相談をしましたか", Mark::Official, "S17 S19"),
    ];
    let told = |catalogue: &Catalogue| -> Vec<(String, String, Mark, String)> {
        let points = catalogue.check_points().iter().map(|point| {
            let sources: Vec<&str> = point.basis.sources.iter().map(|source| source.0.as_str()).collect();
            (point.id.name().to_owned(), point.text.ja.clone(), point.basis.mark, sources.join(" "))
        });
        points.collect()
    };
    let expected: Vec<_> =
        contract.map(|(id, text, mark, sources)| (id.to_owned(), text.to_owned(), mark, sources.to_owned())).into();
    assert_eq!(told(&catalogue), expected);
    // The catalogue before had no check-list. The one of then was the program's, and asks the same in both languages.
    let before = earlier("4f774a2747a7781d2d04278bf7e1be44cba9dd07ce8dd0959c62ea2763d97041");
    assert!(before.check_list.is_empty() && !catalogue.check_list.is_empty());
    assert_eq!(told(&before), expected);
    for (then, now) in before.check_points().iter().zip(catalogue.check_points()) {
        assert_eq!((&then.text, &then.guidance), (&now.text, &now.guidance));
    }
}

/// What the catalogue of 2026-11-27 says otherwise than the one before: facts that the program said by itself until then, and the
/// name of an outcome, in English, as everything else calls it.
#[test]
fn the_catalogue_of_2026_11_27_asks_what_the_one_before_asked() {
    let before = earlier("4f774a2747a7781d2d04278bf7e1be44cba9dd07ce8dd0959c62ea2763d97041");
    let then = earlier("35b2e0a63850bf301a2c64853afd153ec14049be470fa447338ca8c7b9b5775f");
    let places: Vec<String> = before.differences(&then).iter().map(|difference| difference.place()).collect();
    #[rustfmt::skip]
    let expected = [
        "meta.version", "questions.G5.consequence.en", "questions.G5.basis[1].note.en", "definitions.unlisted_task.text.en",
        "definitions.unlisted_task.basis.note.en", "profiles.pre_application.period", "profiles.procurement.period", "check_list.gbizid",
        "check_list.own_part_complete", "check_list.assessment_received", "check_list.statement", "check_list.internal_audit",
        "check_list.external_audit", "check_list.consultation",
    ];
    assert_eq!(places, expected);
}

#[test]
fn every_source_is_named_by_a_basis() {
    let everything = serde_json::to_string(&*shipped()).unwrap();
    let lists = everything.split(r#""sources":["#).filter_map(|rest| rest.split_once(']'));
    let named: BTreeSet<&str> = lists.flat_map(|(list, _)| list.split(',')).map(|id| id.trim_matches('"')).collect();
    for source in &shipped().sources {
        assert!(named.contains(source.id.0.as_str()), "{}", source.id.0);
    }
}

#[test]
fn only_low_is_an_official_name_of_a_level() {
    let marks: Vec<(Level, Mark)> = shipped().levels.iter().map(|it| (it.level, it.basis.mark)).collect();
    assert_eq!(marks, [(Level::Low, Mark::Official), (Level::Moderate, Mark::ThisTool), (Level::High, Mark::ThisTool)]);
}

#[test]
fn the_default_profile_is_the_pre_application_and_the_other_hands_none_in() {
    let catalogue = shipped();
    let ids: Vec<&str> = catalogue.profiles.iter().map(|profile| profile.id.as_str()).collect();
    assert_eq!(ids, ["pre_application", "procurement"]);
    let procurement = catalogue.profile(&ProfileId::new("procurement").unwrap()).unwrap();
    assert!(!procurement.csp_steps.contains(&StepId::Application));
    assert_eq!(procurement.basis.iter().map(|basis| basis.mark).collect::<Vec<_>>(), [Mark::ThirdParty]);
    for profile in &catalogue.profiles {
        assert!(profile.wording.preface.ja.starts_with("本書は公式様式ではありません。"));
        assert_eq!(profile.agency_steps.len(), 13);
    }
}

#[test]
fn the_gate_can_end_in_every_way() {
    let catalogue = shipped();
    for end in OutcomeWhen::ALL {
        assert_eq!(catalogue.questions.iter().filter(|question| question.effect == Effect::Ends(end)).count(), 1, "{end:?}");
    }
}

#[test]
fn words_are_those_of_the_field_and_can_be_printed() {
    let texts = texts();
    assert!(texts.len() > 1000);
    for text in &texts {
        for wrong in ["整合性", "ISMAR", "ISMAL", "ISM MAP", "ガイドランス", "タイトル", "都度府県", "27011"] {
            assert!(!text.ja.contains(wrong), "{wrong} in {}", text.ja);
        }
        assert_eq!(liu_wizard::export::unprintable(&text.ja), Vec::<char>::new(), "{}", text.ja);
        assert_eq!(liu_wizard::export::unprintable(&text.en), Vec::<char>::new(), "{}", text.en);
        let japanese = |character: char| matches!(character, '\u{3040}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}');
        // The scheme's own word is quoted once in the English text.
        let english = text.en.replace("低位", "");
        assert!(!english.chars().any(japanese), "{}", text.en);
    }
}

/// All texts of the catalogue, found by their shape in its JSON.
fn texts() -> Vec<Bilingual> {
    fn collect(value: &Value, found: &mut Vec<Bilingual>) {
        match value {
            Value::Object(object) if object.contains_key("ja") => found.push(serde_json::from_value(value.clone()).unwrap()),
            Value::Object(object) => object.values().for_each(|value| collect(value, found)),
            Value::Array(list) => list.iter().for_each(|value| collect(value, found)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    let mut found = Vec::new();
    collect(&serde_json::to_value(&*shipped()).unwrap(), &mut found);
    found
}
