//! Making the changes that an [`Edit`] names.

use std::collections::{HashMap, HashSet};

use super::{
    Answer, CheckListPoint, Choice, Edit, EditError, Field, InformationItem, ItemField, ItemId, Line, List, MOST_ENTRIES,
    NewItem, Objective, PerObjective, Prose, Record, RedFlagReply,
};

impl Record {
    /// Makes one change.
    ///
    /// # Errors
    /// [`EditError`]; the record is then as it was.
    pub fn apply(&mut self, edit: Edit) -> Result<(), EditError> {
        match edit {
            Edit::SetText { field, text } => self.set_text(field, &text)?,
            Edit::AnswerGate(question, answer) => self.gate.answers.set(question, answer),
            Edit::SetServiceIsSaas(answer) => self.service.is_saas = answer,
            Edit::SetDay(field, day) => *self.day_mut(field) = day,
            Edit::ChooseTask(task) => self.task = task,
            Edit::AnswerRedFlag(flag, answer) => match self.red_flags.iter_mut().find(|reply| reply.flag == flag) {
                Some(reply) => reply.applies = answer,
                None => {
                    has_room(&self.red_flags, 1, List::RedFlags)?;
                    self.red_flags.push(RedFlagReply { flag, applies: answer, word: Line::default() });
                }
            },
            Edit::AddItems(items) => self.add_items(items)?,
            Edit::RemoveItem(id) => {
                let index = self.index_of(&id)?;
                self.items.remove(index);
            }
            Edit::MoveItem(id, places) => {
                let from = self.index_of(&id)?;
                let last = self.items.len().saturating_sub(1);
                let to = from.saturating_add_signed(places).min(last);
                let item = self.items.remove(from);
                self.items.insert(to, item);
            }
            Edit::DuplicateItem { of, id } => self.duplicate_item(&of, id)?,
            Edit::GradeConfidentiality(items, grade) => self.each(&items, |item| item.confidentiality_grade = grade)?,
            Edit::GradeIntegrity(items, grade) => self.each(&items, |item| item.integrity_grade = grade)?,
            Edit::GradeAvailability(items, grade) => self.each(&items, |item| item.availability_grade = grade)?,
            Edit::CountPersons(items, count) => self.each(&items, |item| item.person_count = count)?,
            Edit::PlanPublication(items, plan) => self.each(&items, |item| item.publication = plan)?,
            Edit::AnswerItems(items, question, answer) => {
                self.each(&items, |item| item.answers.set(question.clone(), answer.clone()))?;
            }
            Edit::Decide { item, objective, level, against } => {
                self.decide(&item, objective, Choice::Decided { level, against })?;
            }
            Edit::DecideAsProposed(cells) => {
                let places: HashMap<ItemId, usize> =
                    self.items.iter().enumerate().map(|(place, item)| (item.id.clone(), place)).collect();
                if let Some((missing, ..)) = cells.iter().find(|(item, ..)| !places.contains_key(item)) {
                    return Err(EditError::NoSuchItem(missing.clone()));
                }
                for (item, objective, against) in cells {
                    if let Some(item) = places.get(&item).and_then(|place| self.items.get_mut(*place)) {
                        item.decisions[objective].choice = Choice::Decided { level: against.level, against };
                    }
                }
            }
            Edit::Undecide(item, objective) => self.decide(&item, objective, Choice::NotDecided)?,
            Edit::RaiseObjective(objective, to) => self.raises[objective].to = to,
            Edit::SuggestTask(task) => self.request.suggested_task = task,
            Edit::AnswerCheckList(point, answer) => *self.application.point_mut(point) = answer,
            Edit::ChooseProfile(profile) => self.profile = profile,
            Edit::MoveToCatalogue(pin) => self.catalogue = pin,
            Edit::ChooseValidity(validity) => self.restate(|approval| approval.validity = validity),
            Edit::MoveApproval { to, by, on, comment } => self.move_approval(to, by, on, &comment)?,
            Edit::StateJudged(stated) => self.state_judged(stated)?,
            Edit::NoteReceived(file) => {
                if !self.received.contains(&file) {
                    has_room(&self.received, 1, List::Received)?;
                    self.received.push(file);
                }
            }
            Edit::SetAsked(asked) => {
                has_room::<()>(&[], asked.len(), List::Asked)?;
                for asked in &asked {
                    has_room::<()>(&[], asked.sent.len(), List::Sent)?;
                    has_room::<()>(&[], asked.came.len(), List::Came)?;
                }
                self.asked = asked;
            }
            Edit::AddOpinion { by, on, view, comment } => self.add_opinion(by, on, view, &comment)?,
            Edit::AddComment(comment) => self.add_comment(comment)?,
            Edit::ResolveComment(id) => self.set_resolved(id, true)?,
            Edit::ReopenComment(id) => self.set_resolved(id, false)?,
            Edit::RemoveComment(id) => self.remove_comment(id)?,
            Edit::Restore(content) => *self = Self { id: self.id.clone(), ..self.beside(*content) },
            Edit::Together(edits) => {
                let mut changed = self.clone();
                changed.apply_each(edits)?;
                *self = changed;
            }
        }
        Ok(())
    }

    /// Makes changes one after the other, also those that stand together within others: the copy to come back to is made once.
    fn apply_each(&mut self, edits: Vec<Edit>) -> Result<(), EditError> {
        edits.into_iter().try_for_each(|edit| match edit {
            Edit::Together(within) => self.apply_each(within),
            edit => self.apply(edit),
        })
    }

    /// The answer to a point of the CSP's check-list.
    pub const fn check_list_point(&self, point: CheckListPoint) -> &Answer {
        self.application.point(point)
    }

    fn add_items(&mut self, items: Vec<NewItem>) -> Result<(), EditError> {
        has_room(&self.items, items.len(), List::Items)?;
        let mut made = Vec::with_capacity(items.len());
        let mut ids: HashSet<ItemId> = self.items.iter().map(|item| item.id.clone()).collect();
        for NewItem { id, name, description } in items {
            if !ids.insert(id.clone()) {
                return Err(EditError::ItemExists(id));
            }
            let mut item = InformationItem::new(id.clone());
            let field = |part| Field::Item(id.clone(), part);
            item.name = Line::new(&name).map_err(|problem| EditError::Text { field: field(ItemField::Name), problem })?;
            item.description =
                Prose::new(&description).map_err(|problem| EditError::Text { field: field(ItemField::Description), problem })?;
            made.push(item);
        }
        self.items.append(&mut made);
        Ok(())
    }

    fn duplicate_item(&mut self, of: &ItemId, id: ItemId) -> Result<(), EditError> {
        let index = self.index_of(of)?;
        if self.item(&id).is_some() {
            return Err(EditError::ItemExists(id));
        }
        has_room(&self.items, 1, List::Items)?;
        let Some(original) = self.items.get(index) else { return Err(EditError::NoSuchItem(of.clone())) };
        let mut copy = InformationItem { id, ..original.clone() };
        copy.decisions = PerObjective::default();
        self.items.insert(index + 1, copy);
        Ok(())
    }

    fn decide(&mut self, item: &ItemId, objective: Objective, choice: Choice) -> Result<(), EditError> {
        let Some(item) = self.items.iter_mut().find(|other| other.id == *item) else {
            return Err(EditError::NoSuchItem(item.clone()));
        };
        item.decisions[objective].choice = choice;
        Ok(())
    }

    fn each(&mut self, items: &[ItemId], mut change: impl FnMut(&mut InformationItem)) -> Result<(), EditError> {
        let named: HashSet<&ItemId> = items.iter().collect();
        let there: HashSet<&ItemId> = self.items.iter().map(|item| &item.id).collect();
        if let Some(missing) = items.iter().find(|id| !there.contains(id)) {
            return Err(EditError::NoSuchItem(missing.clone()));
        }
        for item in self.items.iter_mut().filter(|item| named.contains(&item.id)) {
            change(item);
        }
        Ok(())
    }

    pub(super) fn index_of(&self, id: &ItemId) -> Result<usize, EditError> {
        self.items.iter().position(|item| item.id == *id).ok_or_else(|| EditError::NoSuchItem(id.clone()))
    }
}

/// Whether so many more may stand in a list.
pub(super) fn has_room<T>(entries: &[T], more: usize, list: List) -> Result<(), EditError> {
    if entries.len().saturating_add(more) > MOST_ENTRIES { Err(EditError::TooMany(list)) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{CatalogueId, CataloguePin, ConfidentialityGrade, ContentDigest, Date, ProfileId, RecordId, Role};

    fn record() -> Record {
        let digest = ContentDigest::of(b"");
        let pin = CataloguePin { id: CatalogueId::new("test").unwrap(), version: Line::default(), digest };
        let day = Date::new(2026, 11, 23).unwrap();
        Record::new(RecordId::new("r").unwrap(), Role::Agency, day, ProfileId::new("p").unwrap(), pin)
    }

    #[test]
    fn changes_made_together_are_made_all_or_not_at_all() {
        let id = ItemId::new("i1").unwrap();
        let new = NewItem { id: id.clone(), name: "議事録".to_owned(), description: String::new() };
        let add = Edit::AddItems(vec![new]);
        let grade = Edit::GradeConfidentiality(vec![id.clone()], ConfidentialityGrade::Two);

        let mut changed = record();
        changed.apply(Edit::Together(vec![add.clone(), grade.clone()])).unwrap();
        assert_eq!(changed.item(&id).map(|item| item.confidentiality_grade), Some(ConfidentialityGrade::Two));

        let mut unchanged = record();
        assert_eq!(unchanged.apply(Edit::Together(vec![add.clone(), grade, add])), Err(EditError::ItemExists(id)));
        assert_eq!(unchanged, record());
    }
}
