//! What the catalogue says in its texts: one word for one thing, as the program's own sentences, and no fact of the scheme without what it
//! rests on.

use liu_wizard::catalogue::{Basis, Catalogue, Mark, reason_phrases};
use serde_json::Value;

use crate::words_are_used_as_agreed::{ENGLISH, JAPANESE, found};

/// Texts that say otherwise, each by a part of it, with why. A catalogue that has left the house is not changed for a spelling, since every
/// record made with it would be said to have another: what only waits for that goes with the next one.
const MAY_STAY: [(&str, &str); 20] = [
    // Here 質問 is what somebody asks to be told, and not a question of the assessment.
    ("入力して質問する", "somebody asks"),
    ("質問の履歴", "somebody asked"),
    ("質問の数だけ", "somebody asked"),
    ("急がない質問", "somebody asks"),
    ("中毒の質問", "somebody asks"),
    ("よくある質問", "somebody asks"),
    // Here 設問 is an item of a questionnaire that goes out to people.
    ("尋ねる設問", "of a questionnaire"),
    ("設問の前に", "of a questionnaire"),
    ("設問・自由記述", "of a questionnaire"),
    // What SaaS is finished software of.
    ("できあがったソフトウェア", "the definition of SaaS"),
    ("用意したソフトウェア", "the definition of SaaS"),
    ("会議ソフトウェア", "with the next catalogue"),
    ("フォルダ", "with the next catalogue, and as the list of tasks has it"),
    ("開発者の端末", "with the next catalogue"),
    ("meeting; errors are mended", "with the next catalogue"),
    ("systems; errors are mended", "with the next catalogue"),
    ("not yet mended", "with the next catalogue"),
    ("Announcements stand on", "with the next catalogue"),
    ("Submitted material", "what companies handed in"),
    ("仮想サーバ", "with the next catalogue"),
];

/// All texts of the shipped catalogue and of the beginnings of a reason, Japanese and English.
fn texts() -> Vec<(String, String)> {
    fn collect(value: &Value, found: &mut Vec<(String, String)>) {
        match value {
            Value::Object(map) => {
                if let (Some(Value::String(ja)), Some(Value::String(en))) = (map.get("ja"), map.get("en")) {
                    found.push((ja.clone(), en.clone()));
                }
                map.values().for_each(|value| collect(value, found));
            }
            Value::Array(list) => list.iter().for_each(|value| collect(value, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    collect(&serde_json::to_value(&*Catalogue::shipped().unwrap()).unwrap(), &mut found);
    found.extend(reason_phrases().iter().map(|phrase| (phrase.text.ja.clone(), phrase.text.en.clone())));
    found
}

#[test]
fn one_word_stands_for_one_thing_in_the_catalogue_too() {
    let texts = texts();
    assert!(texts.len() > 1000, "{}", texts.len());
    let mut wrong = Vec::new();
    for (ja, en) in &texts {
        for (text, list) in [(ja, JAPANESE.as_slice()), (en, ENGLISH.as_slice())] {
            let may_stay = MAY_STAY.iter().any(|(part, _)| text.contains(part));
            wrong.extend(found(text, list).into_iter().filter(|_| !may_stay).map(|why| format!("{why}: {text}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for (part, why) in MAY_STAY {
        assert!(texts.iter().any(|(ja, en)| ja.contains(part) || en.contains(part)), "nothing says {part} any more ({why})");
    }
}

/// Words by which a sentence speaks of the scheme, or of the law.
const OF_THE_SCHEME: [&str; 18] = [
    "ISMAP",
    "統一基準",
    "制度",
    "所管",
    "監査",
    "登録簿",
    "審査",
    "事前申請",
    "本申請",
    "NISC",
    "デジタル庁",
    "秘密文書",
    "特定秘密",
    "保護法",
    "公開法",
    "公式",
    "法律",
    "要機密情報",
];

/// Sentences whose fact rests on what another definition names, to be named here as well in the next catalogue.
const WITHOUT_BASIS: [&str; 1] = ["ISMAP-LIU は機密性2情報の中で使う制度なので、"];

/// Whether a basis is more than this tool's word: a source, or the mark that it is general knowledge nobody checked.
fn carries(basis: &Basis) -> bool {
    basis.mark != Mark::ThisTool || !basis.sources.is_empty()
}

/// The sentences that speak of the scheme and neither have a basis nor say that this is not known.
fn without_basis<'a>(text: &'a str, bases: &[Basis]) -> Vec<&'a str> {
    let says_so = |sentence: &str| sentence.contains("確認でき") || sentence.contains("本ツール");
    let sentences = text.split_inclusive('。').map(str::trim);
    let of_scheme = sentences.filter(|sentence| OF_THE_SCHEME.iter().any(|word| sentence.contains(word)));
    of_scheme.filter(|sentence| !bases.iter().any(carries) && !says_so(sentence)).collect()
}

#[test]
fn no_sentence_of_the_catalogue_states_a_fact_of_the_scheme_without_a_mark() {
    let catalogue = Catalogue::shipped().unwrap();
    let mut found: Vec<&str> = Vec::new();
    for question in &catalogue.questions {
        for text in [&question.text, &question.guidance, &question.consequence] {
            found.extend(without_basis(&text.ja, &question.basis));
        }
    }
    for definition in &catalogue.definitions {
        found.extend(without_basis(&definition.text.ja, std::slice::from_ref(&definition.basis)));
    }
    for profile in &catalogue.profiles {
        found.extend(without_basis(&profile.summary.ja, &profile.basis));
    }
    for point in &catalogue.check_list {
        found.extend(without_basis(&point.guidance.ja, std::slice::from_ref(&point.basis)));
    }
    for task in &catalogue.tasks {
        let bases = [task.service_basis.clone(), task.task_basis.clone()];
        found.extend(without_basis(&task.explanation.ja, &bases));
    }
    for criterion in &catalogue.criteria {
        criterion.levels.iter().for_each(|level| found.extend(without_basis(&level.ja, std::slice::from_ref(&criterion.basis))));
    }
    found.retain(|sentence| !WITHOUT_BASIS.iter().any(|known| sentence.starts_with(known)));
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_statement_without_basis_is_seen() {
    let basis =
        |mark| Catalogue::shipped().unwrap().questions.iter().flat_map(|it| it.basis.clone()).find(|it| it.mark == mark).unwrap();
    let text = "審査には1か月かかります。分からないときは「不明」です。";
    assert_eq!(without_basis(text, &[basis(Mark::ThisTool)]), ["審査には1か月かかります。"]);
    assert_eq!(without_basis(text, &[basis(Mark::ThisTool), basis(Mark::Official)]), Vec::<&str>::new());
    assert_eq!(without_basis("公式の基準は確認できていません。", &[]), Vec::<&str>::new());
}
