//! Catalogues in words: what the parts of one are called, what stands in them, and what differs between two.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::{Label as _, Lang, labels, marks};
use crate::catalogue::{
    Band, Basis, Bilingual, Catalogue, CatalogueChange, CatalogueDifference, CataloguePart, Effect, Mark, NotApplicableWhen,
    OutcomeWhen, Section, StepId, in_reading_order,
};
use crate::record::{Level, Objective, Role};

sentences! {
    nothing = "（なし）", "(none)";
    order = "並び順", "Order";
    whole_entry = "項目の全体", "The whole entry";
}

/// A difference between two catalogues in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Which entry: LIU-A1 and the service it stands for. Empty for what is no entry of a list.
    pub entry: String,
    /// What of it: 業務（日本語）.
    pub place: String,
    /// What the older catalogue says.
    pub old: String,
    /// What the newer one says.
    pub new: String,
}

/// A difference between two catalogues in words.
pub fn told(found: &CatalogueDifference, old: &Catalogue, new: &Catalogue, lang: Lang) -> Told {
    let field = found.within.iter().rev().find(|name| is_field(name)).map_or("", String::as_str);
    let said = |value: &Value, catalogue: &Catalogue| value_in(value, field, catalogue, lang);
    let (was, is) = match &found.change {
        CatalogueChange::Added(value) => (nothing(lang).to_owned(), said(value, new)),
        CatalogueChange::Removed(value) => (said(value, old), nothing(lang).to_owned()),
        CatalogueChange::Changed { old: was, new: is } => (said(was, old), said(is, new)),
        CatalogueChange::Reordered { old: was, new: is } => (was.join(comma(lang)), is.join(comma(lang))),
    };
    Told { entry: entry(found, old, new, lang), place: place(found, lang), old: was, new: is }
}

/// What a part of a catalogue is called.
pub fn part(part: CataloguePart, lang: Lang) -> &'static str {
    match part {
        CataloguePart::Meta => lang.pick("目録の名前と版", "Name and version"),
        CataloguePart::Tasks => lang.pick("対象業務", "Target tasks"),
        CataloguePart::Questions => lang.pick("問い", "Questions"),
        CataloguePart::Levels => lang.pick("影響度の段階", "Levels"),
        CataloguePart::Criteria => lang.pick("影響度の基準", "Criteria"),
        CataloguePart::Definitions => lang.pick("定義", "Definitions"),
        CataloguePart::Profiles => lang.pick("手続の版", "Profiles"),
        CataloguePart::CheckList => lang.pick("事業者の確認表", "Check-list of the provider"),
        CataloguePart::Sources => lang.pick("出典", "Sources"),
    }
}

/// An entry by its id, and by what the newer catalogue calls it, or the older one if it is gone.
fn entry(found: &CatalogueDifference, old: &Catalogue, new: &Catalogue, lang: Lang) -> String {
    let Some(id) = &found.entry else { return String::new() };
    match [new, old].into_iter().find_map(|catalogue| called(found.part, id, catalogue)) {
        // Levels and criteria are told apart by what they are called.
        Some(name) if matches!(found.part, CataloguePart::Levels | CataloguePart::Criteria) => name.text(lang).to_owned(),
        Some(name) => format!("{id}　{}", name.text(lang)),
        None => id.clone(),
    }
}

fn called<'a>(part: CataloguePart, id: &str, catalogue: &'a Catalogue) -> Option<&'a Bilingual> {
    match part {
        CataloguePart::Meta => None,
        CataloguePart::Tasks => catalogue.tasks.iter().find(|task| task.id.as_str() == id).map(|task| &task.service),
        CataloguePart::Questions => {
            catalogue.questions.iter().find(|question| question.id.as_str() == id).map(|question| &question.short)
        }
        CataloguePart::Levels => catalogue.levels.iter().find(|level| level_key(level.level) == id).map(|level| &level.name),
        CataloguePart::Criteria => catalogue.criteria.iter().map(|criterion| &criterion.aspect).find(|aspect| aspect.ja == id),
        CataloguePart::Definitions => catalogue.definition(id).map(|definition| &definition.term),
        CataloguePart::Profiles => {
            catalogue.profiles.iter().find(|profile| profile.id.as_str() == id).map(|profile| &profile.title)
        }
        CataloguePart::CheckList => catalogue.check_list.iter().find(|point| point.id.name() == id).map(|point| &point.text),
        CataloguePart::Sources => catalogue.sources.iter().find(|source| source.id.0 == id).map(|source| &source.title),
    }
}

fn level_key(level: Level) -> &'static str {
    match level {
        Level::Low => "low",
        Level::Moderate => "moderate",
        Level::High => "high",
    }
}

/// What of an entry differs: 根拠 1／備考（日本語）.
fn place(found: &CatalogueDifference, lang: Lang) -> String {
    let mut said = String::new();
    for name in &found.within {
        if let Some(index) = name.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            let number = index.parse::<usize>().map_or_else(|_| index.to_owned(), |index| (index + 1).to_string());
            said.push_str(&format!(" {number}"));
        } else if let Some(language) = language(name, lang) {
            said.push_str(language);
        } else {
            if !said.is_empty() {
                said.push_str(marks::slash(lang));
            }
            said.push_str(field(name, lang).unwrap_or(name));
        }
    }
    let is_order = matches!(found.change, CatalogueChange::Reordered { .. });
    match (said.is_empty(), is_order) {
        (true, true) => order(lang).to_owned(),
        (true, false) => whole_entry(lang).to_owned(),
        (false, true) => format!("{said}{}", lang.pick("の並び順", ": order")),
        (false, false) => said.trim_start().to_owned(),
    }
}

fn language(name: &str, lang: Lang) -> Option<&'static str> {
    match name {
        "ja" => Some(lang.pick("（日本語）", " (Japanese)")),
        "en" => Some(lang.pick("（英語）", " (English)")),
        _ => None,
    }
}

/// Whether a name is that of a field with a meaning of its own, and no id, place or language.
fn is_field(name: &str) -> bool {
    field(name, Lang::Ja).is_some()
}

/// What a field of a catalogue is called.
fn field(name: &str, lang: Lang) -> Option<&'static str> {
    let said = match name {
        "address" => lang.pick("所在", "Address"),
        "agency_steps" => lang.pick("政府機関等の手順", "Steps of an agency"),
        "answer" => lang.pick("答え", "Answer"),
        "aspect" => lang.pick("観点", "Aspect"),
        "availability" => lang.pick("可用性", "Availability"),
        "basis" => lang.pick("根拠", "Basis"),
        "case" => lang.pick("事例", "Case"),
        "confidentiality" => lang.pick("機密性", "Confidentiality"),
        "consequence" => lang.pick("答えのあと", "What follows"),
        "csp_steps" => lang.pick("クラウドサービス事業者の手順", "Steps of a provider"),
        "description" => lang.pick("内容", "Description"),
        "document_title" => lang.pick("文書の表題", "Title of the document"),
        "effect" => lang.pick("答えの効果", "Effect of the answer"),
        "examples" => lang.pick("例", "Examples"),
        "explanation" => lang.pick("説明", "Explanation"),
        "from" => lang.pick("始まりの月", "First month"),
        "group" => lang.pick("分類", "Group"),
        "guidance" => lang.pick("意味と見分け方", "What it means"),
        "id" => lang.pick("番号", "Id"),
        "integrity" => lang.pick("完全性", "Integrity"),
        "level" => lang.pick("段階", "Level"),
        "levels" => lang.pick("段階ごとの基準", "Meaning at each level"),
        "mark" => lang.pick("確からしさの印", "Mark"),
        "name" => lang.pick("名称", "Name"),
        "not_applicable_when" => lang.pick("尋ねない場合", "Not asked when"),
        "note" => lang.pick("備考", "Note"),
        "path" => lang.pick("欄", "Field"),
        "period" => lang.pick("手続の期間", "Period"),
        "precedents" => lang.pick("参考水準（SP 800-60）", "Precedents (SP 800-60)"),
        "preface" => lang.pick("まえがき", "Preface"),
        "red_flags" => lang.pick("注意点", "Red flags"),
        "required" => lang.pick("必要な欄", "Required fields"),
        "roles" => lang.pick("だれが書くか", "Who fills it in"),
        "section" => lang.pick("尋ねるところ", "Section"),
        "service" => lang.pick("想定サービス", "Assumed service"),
        "service_basis" => lang.pick("想定サービスの根拠", "Basis of the assumed service"),
        "short" => lang.pick("短い名前", "Short name"),
        "sources" => lang.pick("出典", "Sources"),
        "summary" => lang.pick("概要", "Summary"),
        "task" => lang.pick("業務", "Task"),
        "task_basis" => lang.pick("業務の根拠", "Basis of the task"),
        "tasks" => lang.pick("対象業務", "Target tasks"),
        "term" => lang.pick("用語", "Term"),
        "text" => lang.pick("本文", "Text"),
        "title" => lang.pick("表題", "Title"),
        "to" => lang.pick("終わりの月", "Last month"),
        "typical_information" => lang.pick("取り扱う情報の例", "Typical information"),
        "version" => lang.pick("版", "Version"),
        "what_comes_next" => lang.pick("そのあとのこと", "What comes next"),
        "wording" => lang.pick("文書の文言", "Wording of documents"),
        _ => return None,
    };
    Some(said)
}

/// What stands in a field.
fn value_in(value: &Value, field: &str, catalogue: &Catalogue, lang: Lang) -> String {
    if field == "effect"
        && let Some(found) = read::<Effect>(value)
    {
        return effect(&found, catalogue, lang);
    }
    match value {
        Value::Null => nothing(lang).to_owned(),
        Value::String(word) if word.is_empty() => nothing(lang).to_owned(),
        Value::String(word) => code(value, field, catalogue, lang).unwrap_or_else(|| word.clone()),
        Value::Array(list) if list.is_empty() => nothing(lang).to_owned(),
        Value::Array(list) => {
            let between = if list.iter().all(Value::is_string) { comma(lang) } else { "\n" };
            list.iter().map(|entry| value_in(entry, field, catalogue, lang)).collect::<Vec<_>>().join(between)
        }
        Value::Object(object) => object_in(value, object, catalogue, lang),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

fn object_in(value: &Value, object: &Map<String, Value>, catalogue: &Catalogue, lang: Lang) -> String {
    if let Some(text) = read::<Bilingual>(value) {
        return text.text(lang).to_owned();
    }
    if let Some(basis) = read::<Basis>(value) {
        let sources: Vec<&str> = basis.sources.iter().map(|source| source.0.as_str()).collect();
        return format!("［{}］{} {}", basis.mark.label(lang), basis.note.text(lang), sources.join(comma(lang)))
            .trim_end()
            .to_owned();
    }
    let lines = in_reading_order(object).into_iter().filter(|(_, part)| !is_nothing(part)).map(|(key, part)| {
        let (name, said) = (field(&key, lang).unwrap_or(&key), value_in(part, &key, catalogue, lang));
        let between = if said.contains('\n') { "\n" } else { "" };
        format!("{name}{}{between}{said}", colon(lang))
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn is_nothing(value: &Value) -> bool {
    value.is_null() || value.as_array().is_some_and(Vec::is_empty) || value.as_str().is_some_and(str::is_empty)
}

/// A word that a field takes from a fixed list.
fn code(value: &Value, field: &str, catalogue: &Catalogue, lang: Lang) -> Option<String> {
    match field {
        "mark" => read::<Mark>(value).map(|mark| mark.label(lang).to_owned()),
        "level" | "confidentiality" | "integrity" | "availability" => {
            read::<Level>(value).map(|level| labels::level(level, catalogue, lang))
        }
        "agency_steps" | "csp_steps" => read::<StepId>(value).map(|step| step.label(lang).to_owned()),
        "roles" => read::<Role>(value).map(|role| role.label(lang).to_owned()),
        "section" => read::<Section>(value).map(|section| section_name(section, lang).to_owned()),
        "not_applicable_when" => read::<NotApplicableWhen>(value).map(|when| not_asked_when(when, lang).to_owned()),
        _ => None,
    }
}

fn read<T: DeserializeOwned>(value: &Value) -> Option<T> {
    serde_json::from_value(value.clone()).ok()
}

fn section_name(section: Section, lang: Lang) -> &'static str {
    section.objective().map_or_else(|| StepId::Gate.label(lang), |objective: Objective| objective.label(lang))
}

fn not_asked_when(when: NotApplicableWhen, lang: Lang) -> &'static str {
    match when {
        NotApplicableWhen::NoPersonalData => lang.pick("個人情報がない情報", "The item has no personal data"),
        NotApplicableWhen::ConfidentialityOne => lang.pick("機密性1情報", "The item has confidentiality 1"),
    }
}

/// What an answer does, in a line, or in one for each option.
fn effect(effect: &Effect, catalogue: &Catalogue, lang: Lang) -> String {
    let level = |level: Level| labels::level(level, catalogue, lang);
    match effect {
        Effect::Ends(when) => ends(*when, lang).to_owned(),
        Effect::TaskChoice => lang.pick("対象業務の選択から決まる", "Follows from the choice of the target task").to_owned(),
        Effect::ReasonWhenNo => lang.pick("「いいえ」には理由が要る", "No needs a reason").to_owned(),
        Effect::WarningWhenNo => lang.pick("「いいえ」なら広い使い方として評価する", "No: the wide use is assessed").to_owned(),
        Effect::Raise(to) => {
            let to = level(*to);
            say!(lang, "「はい」なら提案は{to}以上", "Yes: the proposal is at least {to}")
        }
        Effect::Explain => lang.pick("「はい」なら決定に理由が要る", "Yes: the decision needs a reason").to_owned(),
        Effect::Mitigate(questions) => {
            let ids = questions.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(comma(lang));
            say!(
                lang,
                "「はい」なら {ids} は提案を引き上げない（理由が要る）",
                "Yes: {ids} no longer raise the proposal, and a reason is needed"
            )
        }
        Effect::Options(options) => {
            let options = options.iter().map(|option| {
                let raise = option.raise.map(|to| {
                    let to = level(to);
                    say!(lang, "提案は{to}以上", "the proposal is at least {to}")
                });
                let explain = option.explain.then(|| lang.pick("理由が要る", "a reason is needed").to_owned());
                let follows: Vec<String> = raise.into_iter().chain(explain).collect();
                let follows = if follows.is_empty() {
                    lang.pick("効果なし", "no effect").to_owned()
                } else {
                    follows.join(comma(lang))
                };
                format!("{}{}{}{follows}", option.id.as_str(), lang.pick("　", " "), with_colon(option.text.text(lang), lang))
            });
            options.collect::<Vec<_>>().join("\n")
        }
        Effect::PersonCount { explain_from, raise_from, with, to } => {
            let (explain, raise, with, to) = (band(*explain_from, lang), band(*raise_from, lang), with.as_str(), level(*to));
            say!(
                lang,
                "人数が{explain}なら理由が要り、{raise}で {with} が「はい」なら提案は{to}以上",
                "From {explain} persons on a reason is needed; from {raise} on, with yes to {with}, the proposal is at least {to}"
            )
        }
        Effect::GradeTwoExplains => lang.pick("格付が2なら理由が要る", "Grade 2 needs a reason").to_owned(),
    }
}

fn ends(when: OutcomeWhen, lang: Lang) -> &'static str {
    match when {
        OutcomeWhen::YesStop => lang.pick("「はい」なら停止", "Yes: stop"),
        OutcomeWhen::NoOutOfScope => lang.pick("「いいえ」なら対象外", "No: out of scope"),
        OutcomeWhen::YesOutOfScope => lang.pick("「はい」なら対象外", "Yes: out of scope"),
        OutcomeWhen::NoNotRequired => lang.pick("「いいえ」ならLIU不要", "No: ISMAP-LIU not required"),
        OutcomeWhen::NoInvalidAssessor => lang.pick("「いいえ」なら無効（評価者）", "No: invalid assessor"),
    }
}

fn band(band: Band, lang: Lang) -> &'static str {
    match band {
        Band::UpTo100 => lang.pick("1人以上", "1"),
        Band::UpTo1000 => lang.pick("101人以上", "101"),
        Band::Over1000 => lang.pick("1,000人超", "1,001"),
    }
}

fn with_colon(text: &str, lang: Lang) -> String {
    format!("{text}{}", colon(lang))
}

const fn colon(lang: Lang) -> &'static str {
    marks::colon(lang)
}

const fn comma(lang: Lang) -> &'static str {
    marks::comma(lang)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn changed(change: impl FnOnce(&mut Catalogue)) -> Vec<(String, String, String, String)> {
        let shipped = Catalogue::shipped().unwrap();
        let mut other = Catalogue::clone(&shipped);
        change(&mut other);
        let other = Catalogue::from_ron("own.ron", &other.to_ron().unwrap()).unwrap();
        let in_words = |found: &CatalogueDifference| {
            let Told { entry, place, old, new } = told(found, &shipped, &other, Lang::Ja);
            (entry, place, old, new)
        };
        shipped.differences(&other).iter().map(in_words).collect()
    }

    #[test]
    fn every_field_of_a_catalogue_has_a_name() {
        let mut unnamed = BTreeSet::new();
        let mut parts: Vec<(bool, Value)> = vec![(true, Catalogue::shipped().unwrap().to_json())];
        while let Some((is_outermost, value)) = parts.pop() {
            match value {
                Value::Object(object) => {
                    for (key, part) in object {
                        let is_known = is_outermost || key == "effect" || is_field(&key) || language(&key, Lang::En).is_some();
                        if !is_known {
                            unnamed.insert(key.clone());
                        }
                        if key != "effect" {
                            parts.push((false, part));
                        }
                    }
                }
                Value::Array(list) => parts.extend(list.into_iter().map(|part| (false, part))),
                _ => {}
            }
        }
        assert!(unnamed.is_empty(), "{unnamed:?}");
    }

    #[test]
    fn every_effect_of_the_shipped_questions_is_said_in_both_languages() {
        let shipped = Catalogue::shipped().unwrap();
        for question in &shipped.questions {
            let value = serde_json::to_value(&question.effect).unwrap();
            let [ja, en] = [Lang::Ja, Lang::En].map(|lang| value_in(&value, "effect", &shipped, lang));
            assert!(!ja.contains('{') && !en.contains('{') && ja != en, "{}: {ja} {en}", question.id);
        }
    }

    #[test]
    fn a_difference_is_said_with_entry_place_and_both_texts() {
        let found = changed(|own| {
            own.tasks[0].task.ja = "別の業務".to_owned();
            own.questions.iter_mut().find(|question| question.id == *"C2").unwrap().effect = Effect::Raise(Level::High);
            own.criteria[0].levels[0].ja = "別の基準".to_owned();
            own.definitions[0].basis.mark = Mark::Unverified;
            own.profiles[0].agency_steps.pop();
        });
        let said: Vec<_> = found.iter().map(|(entry, place, ..)| format!("{entry}|{place}")).collect();
        let shipped = Catalogue::shipped().unwrap();
        let service = &shipped.tasks[0].service.ja;
        assert_eq!(said[0], format!("LIU-A1　{service}|業務（日本語）"));
        assert_eq!((found[0].2.as_str(), found[0].3.as_str()), (shipped.tasks[0].task.ja.as_str(), "別の業務"));
        assert!(said[1].starts_with("C2　") && said[1].ends_with("|答えの効果"), "{}", said[1]);
        assert!(found[1].3.contains("高位"), "{}", found[1].3);
        assert_eq!(said[2], format!("{}|段階ごとの基準 1（日本語）", shipped.criteria[0].aspect.ja));
        assert!(said[3].ends_with("|根拠／確からしさの印"), "{}", said[3]);
        assert_eq!(found[3].3, "未確認");
        assert!(said[4].ends_with("|政府機関等の手順") && found[4].2.ends_with("出力"), "{}: {}", said[4], found[4].2);
    }

    #[test]
    fn an_entry_that_is_new_gone_or_moved_is_said_as_a_whole() {
        let found = changed(|own| {
            own.tasks.swap(0, 1);
            let mut added = own.tasks[2].clone();
            added.id = crate::record::TaskId::new("OWN-1").unwrap();
            added.red_flags.clear();
            own.tasks.push(added);
        });
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].0.starts_with("OWN-1　") && found[0].1 == "項目の全体" && found[0].2 == "（なし）");
        assert!(found[0].3.contains("業務：") && found[0].3.contains("［"), "{}", found[0].3);
        assert_eq!((found[1].0.as_str(), found[1].1.as_str()), ("", "並び順"));
        assert!(found[1].3.starts_with("LIU-A2、LIU-A1"), "{}", found[1].3);
    }
}
