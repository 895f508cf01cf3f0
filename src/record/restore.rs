//! Taking one place of a record from another state of it.

use super::leaves::Leaves;
use super::{Field, InformationItem, ItemId, Place, Record, RedFlagId, TaskChoice, TextField};

impl Record {
    /// The record with one place as it stands in `from`; `None` if the place is no content or cannot be taken alone.
    ///
    /// An item that only one of the two has comes or goes as a whole.
    pub fn with_place_of(&self, place: &Place, from: &Self) -> Option<Self> {
        let field = match place {
            Place::Id => return None,
            Place::Role => return self.with_path_of("/role", from),
            Place::Created => return self.with_path_of("/created", from),
            Place::AnswersRequest => {
                return Some(Self { answers_request: from.answers_request.clone(), ..self.clone() });
            }
            Place::Received => return Some(Self { received: from.received.clone(), ..self.clone() }),
            Place::Asked => return Some(Self { asked: from.asked.clone(), ..self.clone() }),
            Place::Field(field) => field,
        };
        match field {
            Field::Items => Some(self.ordered_like(from)),
            Field::RedFlag(flag) => Some(self.with_reply_of(flag, from)),
            Field::Item(item, _) | Field::Answer(item, _) | Field::Decision(item, _) | Field::Reason(item, _)
                if self.item(item).is_some() != from.item(item).is_some() =>
            {
                Some(self.with_item_of(item, from))
            }
            _ => self.with_path_of(&self.path_of(field, from)?, from),
        }
    }

    fn with_path_of(&self, path: &str, from: &Self) -> Option<Self> {
        let mut leaves = Leaves::of(self);
        leaves.take_from(&Leaves::of(from), path);
        Some(self.beside(leaves.record()?))
    }

    /// Where a field stands in the content.
    fn path_of(&self, field: &Field, from: &Self) -> Option<String> {
        let is_entry = |record: &Self| matches!(record.task, TaskChoice::AgencyEntry { .. });
        Some(match field {
            // The texts of a pasted row come with the row, unless both have one.
            Field::Text(TextField::EntryTask | TextField::EntryService | TextField::EntryOrigin)
                if !(is_entry(self) && is_entry(from)) =>
            {
                "/task".to_owned()
            }
            Field::Text(text) => format!("/{}", text.path().replace('.', "/")),
            Field::ServiceIsSaas => "/service/is_saas".to_owned(),
            Field::Day(day) => format!("/{}", day.path().replace('.', "/")),
            Field::Gate(question) => format!("/gate/answers/{question}"),
            Field::Task => "/task".to_owned(),
            Field::RedFlag(flag) => format!("/red_flags/{flag}"),
            Field::Items => "/items".to_owned(),
            Field::Item(item, part) => format!("/items/{item}/{}", part.name()),
            Field::Answer(item, question) => format!("/items/{item}/answers/{question}"),
            Field::Decision(item, objective) => format!("/items/{item}/decisions/{}/choice", objective.name()),
            Field::Reason(item, objective) => format!("/items/{item}/decisions/{}/reason", objective.name()),
            Field::Raise(objective) => format!("/raises/{}/to", objective.name()),
            Field::RaiseReason(objective) => format!("/raises/{}/reason", objective.name()),
            Field::SuggestedTask => "/request/suggested_task".to_owned(),
            Field::CheckList(point) => format!("/application/{}", point.name()),
            Field::Approval => return None,
            Field::Catalogue => "/catalogue".to_owned(),
            Field::Profile => "/profile".to_owned(),
        })
    }

    fn with_reply_of(&self, flag: &RedFlagId, from: &Self) -> Self {
        let mut record = self.clone();
        let index = record.red_flags.iter().position(|reply| reply.flag == *flag);
        match (index.and_then(|index| record.red_flags.get_mut(index)), from.red_flag(flag)) {
            (Some(reply), Some(wanted)) => *reply = wanted.clone(),
            (None, Some(wanted)) => record.red_flags.push(wanted.clone()),
            (Some(_), None) | (None, None) => record.red_flags.retain(|reply| reply.flag != *flag),
        }
        record
    }

    /// With an item that only `from` has, below the one it stands below there; or without one that `from` does not have.
    fn with_item_of(&self, id: &ItemId, from: &Self) -> Self {
        let mut record = self.clone();
        record.items.retain(|item| item.id != *id);
        let Some(place) = from.items.iter().position(|item| item.id == *id) else { return record };
        let mut above = from.items.iter().take(place).rev();
        let at = above.find_map(|above| record.items.iter().position(|item| item.id == above.id)).map_or(0, |index| index + 1);
        if let Some(item) = from.items.get(place) {
            record.items.insert(at, item.clone());
        }
        record
    }

    /// With the items that both have in the order of `from`. The others stay where they are.
    fn ordered_like(&self, from: &Self) -> Self {
        let mut wanted = from.items.iter().filter_map(|item| self.item(&item.id));
        let in_order = |item: &InformationItem| {
            let wanted = from.item(&item.id).and_then(|_| wanted.next());
            wanted.unwrap_or(item).clone()
        };
        let items = self.items.iter().map(in_order).collect();
        Self { items, ..self.clone() }
    }
}
