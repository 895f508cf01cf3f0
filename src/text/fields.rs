//! Names of places, items, questions and answers, as sentences speak of them.

use super::{Label, Lang, marks};
use crate::catalogue::{Catalogue, Effect, Question};
use crate::judgement::step_of;
use crate::record::{Answer, Field, InformationItem, ItemId, Objective, QuestionId, Record, RedFlagId};

/// What a place in a record is called: 会議の音声の機密性の格付, G2 要機密情報.
pub fn field_name(field: &Field, record: &Record, catalogue: &Catalogue, lang: Lang) -> String {
    let of_item = |item: &ItemId, what: &str| {
        let item = item_name(item, record, lang);
        say!(lang, "「{item}」の{what}", "{what} of “{item}”")
    };
    let of_objective = |objective: &Objective, ja: &str, en: &str| {
        let objective = objective.label(lang);
        say!(lang, "{objective}の{ja}", "{en} ({objective})")
    };
    match field {
        Field::Text(text) => text.label(lang).to_owned(),
        Field::ServiceIsSaas => lang.pick("SaaSとして提供されるか", "Offered as SaaS").to_owned(),
        Field::Day(day) => day.label(lang).to_owned(),
        Field::Gate(question) => question_name(question, catalogue, lang),
        Field::Task => lang.pick("対象業務の選択", "Choice of the target task").to_owned(),
        Field::RedFlag(flag) => {
            let flag = red_flag_text(flag, catalogue, lang);
            say!(lang, "注意点「{flag}」", "Red flag “{flag}”")
        }
        Field::Items => lang.pick("取り扱う情報の一覧", "List of the information handled").to_owned(),
        Field::Item(item, part) => of_item(item, part.label(lang)),
        Field::Answer(item, question) => of_item(item, &question_name(question, catalogue, lang)),
        Field::Decision(item, objective) => of_item(item, &of_objective(objective, "決定", "Decision")),
        Field::Reason(item, objective) => of_item(item, &of_objective(objective, "決定の理由", "Reason for the decision")),
        Field::Raise(objective) => of_objective(objective, "業務全体での引上げ", "Raise for the task as a whole"),
        Field::RaiseReason(objective) => {
            of_objective(objective, "業務全体での引上げの理由", "Reason for the raise for the task as a whole")
        }
        Field::SuggestedTask => lang.pick("想定する対象業務", "Target task suggested").to_owned(),
        Field::CheckList(point) => point.label(lang).to_owned(),
        Field::Approval => lang.pick("承認", "Approval").to_owned(),
        Field::Catalogue => lang.pick("目録", "Catalogue").to_owned(),
        Field::Profile => lang.pick("手続の版", "Procedure profile").to_owned(),
    }
}

/// A place with the step on which it is shown: 影響度の決定 › 「会議の音声」の機密性の決定.
pub fn field_place(field: &Field, record: &Record, catalogue: &Catalogue, lang: Lang) -> String {
    let step = step_of(field, catalogue).label(lang);
    format!("{step} › {}", field_name(field, record, catalogue, lang))
}

/// What an item is called; one without a name is called by its place in the list.
pub fn item_name(id: &ItemId, record: &Record, lang: Lang) -> String {
    let found = (1..).zip(&record.items).find(|(_, item)| item.id == *id);
    match found {
        Some((number, item)) => numbered_item_name(item, number, lang),
        // Its id says nothing to people.
        None => lang.pick("この記録にもうない情報", "an item this record no longer has").to_owned(),
    }
}

/// What an item is called whose place in the list, counted from 1, is known.
pub fn numbered_item_name(item: &InformationItem, number: usize, lang: Lang) -> String {
    numbered_name(item.name.as_str(), number, lang)
}

/// The same of an item of which only the name is known.
pub fn numbered_name(name: &str, number: usize, lang: Lang) -> String {
    if name.trim().is_empty() {
        return say!(lang, "{number}番目の情報（名称なし）", "item {number} (no name)");
    }
    name.trim().to_owned()
}

/// A question by its id and its short name: C2 要配慮個人情報.
pub fn question_name(id: &QuestionId, catalogue: &Catalogue, lang: Lang) -> String {
    match catalogue.question(id) {
        Some(question) => format!("{id} {}", question.short.text(lang)),
        None => id.to_string(),
    }
}

/// Several questions by id and short name.
pub(super) fn question_names(ids: &[QuestionId], catalogue: &Catalogue, lang: Lang) -> String {
    let names: Vec<String> = ids.iter().map(|id| question_name(id, catalogue, lang)).collect();
    names.join(marks::comma(lang))
}

/// What a red flag says.
pub(super) fn red_flag_text(id: &RedFlagId, catalogue: &Catalogue, lang: Lang) -> String {
    catalogue.red_flag(id).map_or_else(|| id.to_string(), |flag| flag.text.text(lang).to_owned())
}

/// An answer in words; an option by what it says. An answer of another kind than the question's is named for what it is.
pub fn answer(answer: &Answer, question: &Question, lang: Lang) -> String {
    match (answer, &question.effect) {
        (Answer::NotAnswered | Answer::Unknown, _) => answer.label(lang).to_owned(),
        (Answer::Choice(id), Effect::Options(options)) => {
            let option = options.iter().find(|option| option.id == *id);
            option.map_or_else(|| unfit(id.as_str(), lang), |option| option.text.text(lang).to_owned())
        }
        (Answer::Choice(id), _) => unfit(id.as_str(), lang),
        (Answer::Yes | Answer::No, Effect::Options(_)) => unfit(answer.label(lang), lang),
        (Answer::Yes | Answer::No, _) => answer.label(lang).to_owned(),
    }
}

fn unfit(found: &str, lang: Lang) -> String {
    say!(lang, "この問いの答えではありません（{found}）", "not an answer to this question ({found})")
}
