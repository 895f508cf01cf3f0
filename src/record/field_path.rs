//! From the path of a field back to the field.

use super::{CheckListPoint, DayField, Field, ItemField, ItemId, Objective, QuestionId, RedFlagId, TextField};

impl Field {
    /// The field whose path this is, as [`Field`] writes it; `None` if it is none. Whether the thing it belongs to is there is
    /// another question.
    pub fn from_path(path: &str) -> Option<Self> {
        if let Some(text) = TextField::ALL.iter().find(|text| text.path() == path) {
            return Some(Self::Text(*text));
        }
        if let Some(day) = DayField::ALL.iter().find(|day| day.path() == path) {
            return Some(Self::Day(*day));
        }
        let alone =
            [Self::ServiceIsSaas, Self::Task, Self::Items, Self::SuggestedTask, Self::Approval, Self::Catalogue, Self::Profile];
        let named = Objective::ALL.into_iter().flat_map(|objective| [Self::Raise(objective), Self::RaiseReason(objective)]);
        let named = named.chain(CheckListPoint::ALL.map(Self::CheckList)).chain(alone);
        named.into_iter().find(|field| field.to_string() == path).or_else(|| Self::with_id(path))
    }

    /// A field of a question, a red flag or an item. Ids hold dots and no brackets.
    fn with_id(path: &str) -> Option<Self> {
        if let Some(question) = path.strip_prefix("gate.answers.") {
            return QuestionId::new(question).ok().map(Self::Gate);
        }
        if let Some(flag) = path.strip_prefix("red_flags[") {
            return RedFlagId::new(flag.strip_suffix(']')?).ok().map(Self::RedFlag);
        }
        let (item, part) = path.strip_prefix("items[")?.split_once("].")?;
        let item = ItemId::new(item).ok()?;
        if let Some(question) = part.strip_prefix("answers.") {
            return Some(Self::Answer(item, QuestionId::new(question).ok()?));
        }
        if let Some(decision) = part.strip_prefix("decisions.") {
            let (name, is_reason) = decision.strip_suffix(".reason").map_or((decision, false), |name| (name, true));
            let objective = Objective::ALL.into_iter().find(|objective| objective.name() == name)?;
            return Some(if is_reason { Self::Reason(item, objective) } else { Self::Decision(item, objective) });
        }
        ItemField::ALL.into_iter().find(|field| field.name() == part).map(|field| Self::Item(item, field))
    }
}
