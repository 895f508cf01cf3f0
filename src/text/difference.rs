//! Differences between two records in words.

use super::approval_line::in_a_line;
use super::{Label as _, Lang, answer, field_name, labels, marks, question_name};
use crate::catalogue::Catalogue;
use crate::record::{
    Answer, CataloguePin, Choice, Date, Difference, Field, FieldValue, ItemId, Place, QuestionId, RaiseTo, Record, RedFlagReply,
    TaskChoice,
};

sentences! {
    nothing = "（なし）", "(none)";
}

/// A difference in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What the place is called.
    pub place: String,
    /// What stood there.
    pub old: String,
    /// What stands there now.
    pub new: String,
}

/// A difference between two records in words.
pub fn told(found: &Difference<'_>, old: &Record, new: &Record, catalogue: &Catalogue, lang: Lang) -> Told {
    Told {
        place: place(&found.place, old, new, catalogue, lang),
        old: value(&found.old, &found.place, catalogue, lang),
        new: value(&found.new, &found.place, catalogue, lang),
    }
}

/// What a place is called. Items are named as the newer record names them, or as the older one did.
pub fn place(place: &Place, old: &Record, new: &Record, catalogue: &Catalogue, lang: Lang) -> String {
    match place {
        Place::Id => lang.pick("評価記録の番号", "Id of the record").to_owned(),
        Place::Role => lang.pick("作る人", "Made by").to_owned(),
        Place::Created => lang.pick("作成を始めた日", "Begun on").to_owned(),
        Place::Received => super::report::received(lang).to_owned(),
        Place::Asked => super::report::asked(lang).to_owned(),
        Place::AnswersRequest => super::report::answers_request(lang).to_owned(),
        Place::Field(field) => {
            let named_by = if item_of(field).is_some_and(|item| new.item(item).is_none()) { old } else { new };
            field_name(field, named_by, catalogue, lang)
        }
    }
}

/// What stands in a place.
pub fn value(value: &FieldValue<'_>, place: &Place, catalogue: &Catalogue, lang: Lang) -> String {
    match value {
        FieldValue::Absent => nothing(lang).to_owned(),
        FieldValue::Id(id) => id.to_string(),
        FieldValue::Role(role) => role.label(lang).to_owned(),
        FieldValue::Text("") => lang.pick("（空欄）", "(empty)").to_owned(),
        FieldValue::Text(text) => (*text).to_owned(),
        FieldValue::Answer(found) => answer_in(found, question_of(place), catalogue, lang),
        FieldValue::Date(date) => day(*date, lang),
        FieldValue::Profile(id) => {
            catalogue.profile(id).map_or_else(|| id.to_string(), |profile| profile.title.text(lang).to_owned())
        }
        FieldValue::Catalogue(CataloguePin { id, version, digest }) => format!("{id} {version} ({})", digest.short()),
        FieldValue::Task(task) => task_choice(task, catalogue, lang),
        FieldValue::RedFlag(RedFlagReply { applies, word, .. }) => {
            let applies = match applies {
                Answer::Yes => lang.pick("該当する", "applies"),
                Answer::No => lang.pick("該当しない", "does not apply"),
                Answer::NotAnswered | Answer::Unknown | Answer::Choice(_) => applies.label(lang),
            };
            if word.is_blank() { applies.to_owned() } else { format!("{applies}{}{word}", marks::colon(lang)) }
        }
        FieldValue::Items(items) => {
            let named = items.iter().map(|(id, name)| if name.is_empty() { id.as_str() } else { name });
            named.collect::<Vec<_>>().join(marks::comma(lang))
        }
        FieldValue::ConfidentialityGrade(grade) => grade.label(lang).to_owned(),
        FieldValue::Grade(objective, grade) => labels::grade(*grade, *objective, lang),
        FieldValue::PersonCount(count) => count.label(lang).to_owned(),
        FieldValue::Publication(plan) => plan.label(lang).to_owned(),
        FieldValue::Choice(choice) => decision(choice, catalogue, lang),
        FieldValue::Raise(RaiseTo::NotRaised) => lang.pick("引上げなし", "Not raised").to_owned(),
        FieldValue::Raise(RaiseTo::Level(to)) => labels::level(*to, catalogue, lang),
        FieldValue::Request(request) => super::report::request_ref(request, lang),
        FieldValue::Received([]) | FieldValue::Asked([]) => lang.pick("（なし）", "(none)").to_owned(),
        FieldValue::Received(files) => {
            files.iter().map(|file| super::report::received_file(file, lang)).collect::<Vec<_>>().join("\n")
        }
        FieldValue::Asked(asked) => {
            asked.iter().map(|asked| super::report::asked_line(asked, None, lang)).collect::<Vec<_>>().join("\n")
        }
        FieldValue::Approval(found) => in_a_line(found, lang),
    }
}

/// The choice of a target task, with the assumed service of the entry.
pub fn task_choice(task: &TaskChoice, catalogue: &Catalogue, lang: Lang) -> String {
    match task {
        TaskChoice::NotChosen => lang.pick("未選択", "Not chosen").to_owned(),
        TaskChoice::Unknown => lang.pick("不明", "Unknown").to_owned(),
        TaskChoice::NotListed => lang.pick("一覧に該当なし", "Not on the list").to_owned(),
        TaskChoice::Listed(id) => match catalogue.task(id) {
            Some(entry) => format!("{id} {}", entry.service.text(lang)),
            None => id.to_string(),
        },
        TaskChoice::AgencyEntry { task, service, origin } => {
            let parts = [task.as_str(), service.as_str(), origin.as_str()];
            let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            format!("{}{}{}", lang.pick("機関入力", "Entered by the agency"), marks::colon(lang), parts.join(" / "))
        }
    }
}

fn item_of(field: &Field) -> Option<&ItemId> {
    match field {
        Field::Item(item, _) | Field::Answer(item, _) | Field::Decision(item, _) | Field::Reason(item, _) => Some(item),
        _ => None,
    }
}

fn question_of(place: &Place) -> Option<&QuestionId> {
    match place {
        Place::Field(Field::Gate(question) | Field::Answer(_, question)) => Some(question),
        _ => None,
    }
}

fn answer_in(found: &Answer, question: Option<&QuestionId>, catalogue: &Catalogue, lang: Lang) -> String {
    match question.and_then(|question| catalogue.question(question)) {
        Some(question) => answer(found, question, lang),
        None => found.label(lang).to_owned(),
    }
}

fn day(date: Option<Date>, lang: Lang) -> String {
    date.map_or_else(|| lang.pick("（なし）", "(none)").to_owned(), |date| date.to_string())
}

/// A decision with the proposal it was made against: 低位（提案 中位 に対して：C7 業務の目的）.
fn decision(choice: &Choice, catalogue: &Catalogue, lang: Lang) -> String {
    let Choice::Decided { level, against } = choice else { return lang.pick("未決定", "Not decided").to_owned() };
    let level = labels::level(*level, catalogue, lang);
    let mut seen = labels::level(against.level, catalogue, lang);
    if !against.complete {
        seen.push_str(lang.pick("以上（未確定）", " or more (incomplete)"));
    }
    let causes: Vec<_> = against.causes.iter().map(|cause| question_name(&cause.question, catalogue, lang)).collect();
    if !causes.is_empty() {
        seen = format!("{seen}{}{}", marks::colon(lang), causes.join(marks::comma(lang)));
    }
    say!(lang, "{level}（見た提案 {seen}）", "{level} (proposal seen: {seen})")
}
