//! What differs between two records, or between two states of one, place by place.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fmt;

use super::{
    Answer, Approval, Asked, CataloguePin, CheckListPoint, Choice, ConfidentialityGrade, Date, DayField, Field, Grade,
    InformationItem, ItemField, ItemFieldKind, ItemId, Objective, PersonCount, ProfileId, PublicationPlan, RaiseTo, ReceivedFile,
    Record, RecordId, RecordPart, RedFlagReply, RequestRef, Role, TaskChoice, TextField,
};

/// A place in which two records can differ.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// The id of the record: two records, not two states of one.
    Id,
    /// Who works with it.
    Role,
    /// The day on which it was begun.
    Created,
    /// The files that were taken into it.
    Received,
    /// 依頼先
    Asked,
    /// The request it answers.
    AnswersRequest,
    /// A place that a screen shows.
    Field(Field),
}

impl fmt::Display for Place {
    /// The path of the place in the file; items are named by their id.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id => formatter.write_str("id"),
            Self::Role => formatter.write_str("role"),
            Self::Created => formatter.write_str("created"),
            Self::Received => formatter.write_str("received"),
            Self::Asked => formatter.write_str("asked"),
            Self::AnswersRequest => formatter.write_str("answers_request"),
            Self::Field(field) => field.fmt(formatter),
        }
    }
}

/// What stands in a place. Two places are the same only if their values are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldValue<'a> {
    /// Nothing: the question is not answered, or the thing the place belongs to is not there.
    Absent,
    /// The id of the record.
    Id(&'a RecordId),
    /// Who works with it.
    Role(Role),
    /// A text.
    Text(&'a str),
    /// An answer.
    Answer(&'a Answer),
    /// A day, if one is set.
    Date(Option<Date>),
    /// The procedure profile.
    Profile(&'a ProfileId),
    /// The catalogue.
    Catalogue(&'a CataloguePin),
    /// The choice of a target task.
    Task(&'a TaskChoice),
    /// What was said to a red flag.
    RedFlag(&'a RedFlagReply),
    /// The items in their order, by name.
    Items(Vec<(&'a ItemId, &'a str)>),
    /// 機密性の格付
    ConfidentialityGrade(ConfidentialityGrade),
    /// 完全性 or 可用性の格付
    Grade(Objective, Grade),
    /// How many people.
    PersonCount(PersonCount),
    /// Whether it is to be published.
    Publication(PublicationPlan),
    /// The decision on a cell, without its reason.
    Choice(&'a Choice),
    /// A raise for the task as a whole, without its reason.
    Raise(RaiseTo),
    /// The files that were taken in.
    Received(&'a [ReceivedFile]),
    /// Whom a provider asked.
    Asked(&'a [Asked]),
    /// The request that is answered.
    Request(&'a RequestRef),
    /// State, day, validity and comment of the approval.
    Approval(&'a Approval),
}

/// One place in which two records differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference<'a> {
    /// Where.
    pub place: Place,
    /// What stood there.
    pub old: FieldValue<'a>,
    /// What stands there now.
    pub new: FieldValue<'a>,
}

impl Record {
    /// Everything in which `newer` differs from this record, in the order of the steps.
    ///
    /// An item that only one of the two has is told once, by its name, and not attribute by attribute. The order of the
    /// replies to red flags says nothing and is not told.
    pub fn differences<'a>(&'a self, newer: &'a Self) -> Vec<Difference<'a>> {
        let mut before: BTreeMap<Place, FieldValue<'a>> = self.values().into_iter().collect();
        let both = Both { old: self, new: newer, in_old: self.item_ids(), in_new: newer.item_ids() };
        let mut differences = Vec::new();
        for (place, new) in newer.values() {
            let old = before.remove(&place).unwrap_or(FieldValue::Absent);
            if old != new && both.tell(&place) {
                differences.push(Difference { place, old, new });
            }
        }
        let gone = self.values().into_iter().filter(|(place, _)| before.contains_key(place) && both.tell(place));
        differences.extend(gone.map(|(place, old)| Difference { place, old, new: FieldValue::Absent }));
        differences
    }

    /// This record with the ids of `other` for those items that both have, so that [`Self::differences`] lays them side by side.
    ///
    /// In two states of one record an id names one item for good. What is left then, and every item of another record, is the
    /// same as the first with its name; an item without a name is like no other. An item that `other` does not have gets an id
    /// that `other` does not use.
    #[must_use]
    pub fn with_item_ids_of(&self, other: &Self) -> Self {
        let mut free = Free::of(&other.items);
        let is_one = self.id == other.id;
        let mut ids: Vec<Option<ItemId>> =
            self.items.iter().map(|item| if is_one { free.take_id(&item.id) } else { None }).collect();
        for (id, item) in ids.iter_mut().zip(&self.items) {
            if id.is_none() && !item.name.is_blank() {
                *id = free.take_name(item.name.as_str().trim());
            }
        }
        let mut aligned = self.clone();
        let used: BTreeSet<&ItemId> = self.items.iter().chain(&other.items).map(|item| &item.id).collect();
        let others = other.item_ids();
        let mut own = (1_u32..).filter_map(|number| ItemId::new(format!("own-{number}")).ok()).filter(|id| !used.contains(id));
        for (item, id) in aligned.items.iter_mut().zip(ids) {
            match id {
                Some(id) => item.id = id,
                None if others.contains(&item.id) => item.id = own.next().unwrap_or_else(|| item.id.clone()),
                None => {}
            }
        }
        aligned
    }

    /// Every place with what stands there, in the order of the steps.
    fn values(&self) -> Vec<(Place, FieldValue<'_>)> {
        let mut values = vec![
            (Place::Id, FieldValue::Id(&self.id)),
            (Place::Role, FieldValue::Role(self.role)),
            (Place::Created, FieldValue::Date(Some(self.created))),
        ];
        if let Some(request) = &self.answers_request {
            values.push((Place::AnswersRequest, FieldValue::Request(request)));
        }
        let mut put = |field, value| values.push((Place::Field(field), value));
        put(Field::Profile, FieldValue::Profile(&self.profile));
        put(Field::Catalogue, FieldValue::Catalogue(&self.catalogue));
        for part in RecordPart::ALL {
            for field in TextField::of(part).map(Field::Text) {
                if let Some(value) = self.text(&field) {
                    put(field, FieldValue::Text(value));
                }
            }
            if part == RecordPart::Request {
                put(Field::SuggestedTask, FieldValue::Task(&self.request.suggested_task));
            }
            for day in DayField::of(part) {
                put(Field::Day(day), FieldValue::Date(self.day_of(day)));
            }
            // What else stands in the part.
            match part {
                RecordPart::Service => put(Field::ServiceIsSaas, FieldValue::Answer(&self.service.is_saas)),
                RecordPart::Procurement => {
                    for (question, answer) in self.gate.answers.iter() {
                        put(Field::Gate(question.clone()), FieldValue::Answer(answer));
                    }
                }
                RecordPart::Gate => put(Field::Task, FieldValue::Task(&self.task)),
                RecordPart::Task => {
                    for reply in &self.red_flags {
                        put(Field::RedFlag(reply.flag.clone()), FieldValue::RedFlag(reply));
                    }
                    put(Field::Items, FieldValue::Items(self.item_names()));
                    self.items.iter().for_each(|item| item_values(item, &mut put));
                    for (objective, raise) in self.raises.iter() {
                        let reason = Field::RaiseReason(objective);
                        put(Field::Raise(objective), FieldValue::Raise(raise.to));
                        put(reason, FieldValue::Text(raise.reason.as_str()));
                    }
                }
                RecordPart::Application => {
                    for point in CheckListPoint::ALL {
                        put(Field::CheckList(point), FieldValue::Answer(self.check_list_point(point)));
                    }
                }
                RecordPart::Case | RecordPart::Paper | RecordPart::Agency | RecordPart::Decisions | RecordPart::Request => {}
            }
        }
        put(Field::Approval, FieldValue::Approval(&self.approval));
        values.push((Place::Received, FieldValue::Received(&self.received)));
        values.push((Place::Asked, FieldValue::Asked(&self.asked)));
        values
    }

    fn item_ids(&self) -> HashSet<&ItemId> {
        self.items.iter().map(|item| &item.id).collect()
    }

    fn item_names(&self) -> Vec<(&ItemId, &str)> {
        self.items.iter().map(|item| (&item.id, item.name.as_str())).collect()
    }
}

fn item_values<'a>(item: &'a InformationItem, put: &mut impl FnMut(Field, FieldValue<'a>)) {
    for part in ItemField::ALL {
        let field = Field::Item(item.id.clone(), part);
        let value = match part.kind() {
            ItemFieldKind::ConfidentialityGrade => FieldValue::ConfidentialityGrade(item.confidentiality_grade),
            ItemFieldKind::IntegrityGrade => FieldValue::Grade(Objective::Integrity, item.integrity_grade),
            ItemFieldKind::AvailabilityGrade => FieldValue::Grade(Objective::Availability, item.availability_grade),
            ItemFieldKind::PersonCount => FieldValue::PersonCount(item.person_count),
            ItemFieldKind::Publication => FieldValue::Publication(item.publication),
            ItemFieldKind::Text => item.text(part).map_or(FieldValue::Absent, FieldValue::Text),
        };
        put(field, value);
    }
    for (question, answer) in item.answers.iter() {
        put(Field::Answer(item.id.clone(), question.clone()), FieldValue::Answer(answer));
    }
    for (objective, decision) in item.decisions.iter() {
        put(Field::Decision(item.id.clone(), objective), FieldValue::Choice(&decision.choice));
        put(Field::Reason(item.id.clone(), objective), FieldValue::Text(decision.reason.as_str()));
    }
}

/// The items of a record that were not paired yet. Each is found by its id or by its name, not by looking through all.
struct Free<'a> {
    by_id: HashMap<&'a ItemId, usize>,
    /// Places of items with this name, the first one last.
    by_name: HashMap<&'a str, Vec<usize>>,
    items: Vec<Option<&'a ItemId>>,
}

impl<'a> Free<'a> {
    fn of(items: &'a [InformationItem]) -> Self {
        let mut by_name: HashMap<&str, Vec<usize>> = HashMap::new();
        for (place, item) in items.iter().enumerate().rev() {
            by_name.entry(item.name.as_str().trim()).or_default().push(place);
        }
        let by_id = items.iter().enumerate().map(|(place, item)| (&item.id, place)).collect();
        Self { by_id, by_name, items: items.iter().map(|item| Some(&item.id)).collect() }
    }

    fn take_id(&mut self, id: &ItemId) -> Option<ItemId> {
        self.items.get_mut(*self.by_id.get(id)?)?.take().cloned()
    }

    fn take_name(&mut self, name: &str) -> Option<ItemId> {
        let places = self.by_name.get_mut(name)?;
        while let Some(place) = places.pop() {
            if let Some(id) = self.items.get_mut(place).and_then(Option::take) {
                return Some(id.clone());
            }
        }
        None
    }
}

/// Two contents, with the ids of their items.
struct Both<'a> {
    old: &'a Record,
    new: &'a Record,
    in_old: HashSet<&'a ItemId>,
    in_new: HashSet<&'a ItemId>,
}

impl Both<'_> {
    /// Whether a difference in this place is worth telling beside the others.
    fn tell(&self, place: &Place) -> bool {
        let Place::Field(field) = place else { return true };
        let in_both = |item: &ItemId| self.in_old.contains(item) && self.in_new.contains(item);
        match field {
            // Added and removed items are told one by one; here only the order counts.
            Field::Items => {
                let kept = |from: &'_ Record| -> Vec<ItemId> {
                    from.items.iter().map(|item| &item.id).filter(|id| in_both(id)).cloned().collect()
                };
                kept(self.old) != kept(self.new)
            }
            // The three texts of a pasted row are told one by one.
            Field::Task => {
                !matches!((&self.old.task, &self.new.task), (TaskChoice::AgencyEntry { .. }, TaskChoice::AgencyEntry { .. }))
            }
            Field::Item(_, ItemField::Name) => true,
            Field::Item(item, _) | Field::Answer(item, _) | Field::Decision(item, _) | Field::Reason(item, _) => in_both(item),
            _ => true,
        }
    }
}
