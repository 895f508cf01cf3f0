//! The record being worked on: its changes, undo and redo, what follows from it, and whether the file holds it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::catalogue::Catalogue;
use crate::judgement::{Judgement, QuestionState, judge};
use crate::portfolio::{AtHand, Rules};
use crate::record::{Answer, Comment, Date, Edit, EditError, Field, InformationItem, ItemId, QuestionId, Record};

/// How many acts can be undone.
const UNDO_DEPTH: usize = 300;
/// How many can be undone however long the record is.
const LEAST_UNDO_DEPTH: usize = 20;
/// How many bytes all that can be undone may take, about.
const UNDO_BYTES: usize = 128 * 1024 * 1024;
/// How long an answer to a question that no longer applies is kept, in seconds.
const HIDDEN_ANSWER_KEPT_SECS: f64 = 60.0;

/// The record being worked on.
#[derive(Debug)]
pub struct Draft {
    record: Arc<Record>,
    /// What it is judged by.
    rules: Rules,
    /// Catalogues to which undo and restoring may lead back.
    others: Vec<Arc<Catalogue>>,
    today: Date,
    judgement: Arc<Judgement>,
    /// Grows with every change, also by undo and redo.
    revision: u64,
    undo: Vec<Arc<Record>>,
    redo: Vec<Arc<Record>>,
    /// The field that is being typed into: further typing there joins the same act.
    typing_into: Option<Field>,
    /// What the file holds, or what the record began as. A record that was restored is kept nowhere.
    kept: Option<Arc<Record>>,
    is_changed: bool,
    /// Answers that count no more because their question no longer applies, and since when.
    hidden_since: BTreeMap<(ItemId, QuestionId), f64>,
    /// Answers that were dropped for that, brought back by undo, and so stay.
    spared: BTreeSet<(ItemId, QuestionId)>,
}

impl Draft {
    /// Begins with a record that is kept already, or in which there is nothing to be kept yet.
    pub fn new(record: Record, rules: Rules, today: Date) -> Self {
        let record = Arc::new(record);
        let kept = Some(Arc::clone(&record));
        Self::with(record, kept, rules, today)
    }

    /// Begins with a record that no file is known to hold safely: one that was restored, or whose save the disk did not confirm.
    pub fn unsaved(record: Record, rules: Rules, today: Date) -> Self {
        Self::with(Arc::new(record), None, rules, today)
    }

    fn with(record: Arc<Record>, kept: Option<Arc<Record>>, rules: Rules, today: Date) -> Self {
        let judgement = Arc::new(judge(&record, &rules.catalogue, today));
        let mut draft = Self {
            is_changed: kept.is_none(),
            kept,
            record,
            rules,
            others: Vec::new(),
            today,
            judgement,
            revision: 0,
            undo: Vec::new(),
            redo: Vec::new(),
            typing_into: None,
            hidden_since: BTreeMap::new(),
            spared: BTreeSet::new(),
        };
        // What a file holds is not changed by opening it.
        draft.spared = draft.hidden_answers().into_iter().collect();
        draft
    }

    /// The record as it is.
    pub fn record(&self) -> &Arc<Record> {
        &self.record
    }

    /// What was saved last, or what the record began as; nothing for a record that was restored.
    pub fn saved(&self) -> Option<&Arc<Record>> {
        self.kept.as_ref()
    }

    /// What was saved last; the record as it is where that is not at hand.
    pub fn saved_or_present(&self) -> &Arc<Record> {
        self.kept.as_ref().unwrap_or(&self.record)
    }

    /// What follows from it.
    pub fn judgement(&self) -> &Arc<Judgement> {
        &self.judgement
    }

    /// The catalogue it is judged with.
    pub fn catalogue(&self) -> &Arc<Catalogue> {
        &self.rules.catalogue
    }

    /// What it is judged by, and whether that is its own catalogue.
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// Makes another catalogue known before the record is changed to one made with it.
    pub fn learn(&mut self, catalogue: Arc<Catalogue>) {
        if !self.others.iter().any(|other| other.digest() == catalogue.digest()) {
            self.others.push(catalogue);
        }
    }

    /// Takes another catalogue into use. The record stays with its own as long as that is at hand.
    pub fn use_from_now_on(&mut self, catalogue: Arc<Catalogue>) {
        self.learn(Arc::clone(&self.rules.in_use));
        self.rules.in_use = catalogue;
        self.judge_anew();
    }

    /// A number that grows with every change.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Whether the record differs from what is kept.
    pub fn is_changed(&self) -> bool {
        self.is_changed
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// Makes one change. Typing on in the same field joins the act before it.
    ///
    /// # Errors
    /// [`EditError`]; the record is then as it was.
    pub fn apply(&mut self, edit: Edit) -> Result<(), EditError> {
        let typed_into = match &edit {
            Edit::SetText { field, .. } => Some(field.clone()),
            _ => None,
        };
        let restores = matches!(edit, Edit::Restore(_));
        let before = Arc::clone(&self.record);
        let mut changed = Record::clone(&before);
        changed.apply(edit)?;
        if changed == *before {
            return Ok(());
        }
        let joins = typed_into.is_some() && typed_into == self.typing_into && self.redo.is_empty();
        if !joins {
            self.undo.push(before);
            let most = undo_depth(&changed);
            self.undo.drain(..self.undo.len().saturating_sub(most));
        }
        self.redo.clear();
        self.typing_into = typed_into;
        self.replace(Arc::new(changed));
        if restores {
            // What was saved so comes back so.
            let hidden = self.hidden_answers();
            self.spared.extend(hidden);
        }
        Ok(())
    }

    /// Ends the act of typing: what is typed next is undone by itself.
    pub fn end_typing(&mut self) {
        self.typing_into = None;
    }

    /// 元に戻す
    pub fn undo(&mut self) {
        // A field's own undo may have brought the record back already: such an act is passed over.
        while self.undo.last().is_some_and(|before| **before == *self.record) {
            self.undo.pop();
        }
        let Some(before) = self.undo.pop() else { return };
        self.redo.push(Arc::clone(&self.record));
        self.typing_into = None;
        self.replace(before);
        let hidden = self.hidden_answers();
        self.spared.extend(hidden);
    }

    /// やり直し
    pub fn redo(&mut self) {
        let Some(after) = self.redo.pop() else { return };
        self.undo.push(Arc::clone(&self.record));
        self.typing_into = None;
        self.replace(after);
    }

    /// Says that this state of the record is what the file now holds. Its history holds whatever is undone after.
    pub fn keep(&mut self, saved: Arc<Record>) {
        for record in std::iter::once(&mut self.record).chain(&mut self.undo).chain(&mut self.redo) {
            if record.history != saved.history {
                Arc::make_mut(record).history = saved.history.clone();
            }
        }
        self.is_changed = *self.record != *saved;
        self.kept = Some(saved);
        self.end_typing();
    }

    /// Judges again if the day has changed.
    pub fn set_today(&mut self, today: Date) {
        if today != self.today {
            self.today = today;
            self.judge_anew();
        }
    }

    /// Drops answers whose question has not applied for a minute, as one act that can be undone.
    ///
    /// `now` is a time in seconds that only grows. Returns after how many seconds to come again, if there is something to wait for.
    pub fn drop_hidden_answers(&mut self, now: f64) -> Option<f64> {
        let hidden: BTreeSet<_> = self.hidden_answers().into_iter().collect();
        self.spared.retain(|cell| hidden.contains(cell));
        self.hidden_since.retain(|cell, _| hidden.contains(cell));
        for cell in hidden {
            if !self.spared.contains(&cell) {
                self.hidden_since.entry(cell).or_insert(now);
            }
        }
        let due: Vec<_> = self
            .hidden_since
            .iter()
            .filter(|(_, since)| now - **since >= HIDDEN_ANSWER_KEPT_SECS)
            .map(|(cell, _)| cell.clone())
            .collect();
        if !due.is_empty() && self.is_as_recorded() {
            // What was approved or submitted is not changed behind anybody's back.
            self.spared.extend(due);
            self.hidden_since.clear();
        } else if !due.is_empty() {
            let drops = due.iter().cloned().map(|(item, question)| Edit::AnswerItems(vec![item], question, Answer::NotAnswered));
            if let Err(error) = self.apply(Edit::Together(drops.collect())) {
                log::error!("hidden answers stay: {error}");
                self.spared.extend(due);
            }
            self.hidden_since.clear();
        }
        let first = self.hidden_since.values().copied().fold(f64::INFINITY, f64::min);
        first.is_finite().then(|| (first + HIDDEN_ANSWER_KEPT_SECS - now).max(0.0))
    }

    /// Whether the state of the approval is bound to the content as it is now.
    fn is_as_recorded(&self) -> bool {
        self.record.approval.content.is_some() && !self.record.changed_since_approval()
    }

    /// Cells that have an answer to a question that does not apply.
    fn hidden_answers(&self) -> Vec<(ItemId, QuestionId)> {
        let mut hidden = Vec::new();
        for (item, judged) in self.record.items.iter().zip(&self.judgement.items) {
            for (_, cell) in judged.cells.iter() {
                for (question, state) in &cell.questions {
                    let not_asked = *state == QuestionState::NotApplicable;
                    if not_asked && *item.answers.get(question.as_str()) != Answer::NotAnswered {
                        hidden.push((item.id.clone(), question.clone()));
                    }
                }
            }
        }
        hidden
    }

    fn replace(&mut self, record: Arc<Record>) {
        self.record = record;
        self.revision += 1;
        self.is_changed = self.kept.as_ref().is_none_or(|kept| **kept != *self.record);
        self.judge_anew();
    }

    /// Judges by the record's own catalogue where that is known, else by the one in use.
    fn judge_anew(&mut self) {
        let pin = &self.record.catalogue;
        if self.rules.catalogue.pin() != *pin {
            let in_use = Arc::clone(&self.rules.in_use);
            let known = std::iter::once(&in_use).chain(&self.others).find(|catalogue| catalogue.pin() == *pin).cloned();
            let at_hand = if known.is_some() { AtHand::Pinned } else { AtHand::InUseOnly };
            let catalogue = known.unwrap_or_else(|| Arc::clone(&in_use));
            let before = std::mem::replace(&mut self.rules, Rules { catalogue, at_hand, in_use });
            self.learn(before.catalogue);
        }
        self.judgement = Arc::new(judge(&self.record, &self.rules.catalogue, self.today));
    }
}

/// How many acts can be undone of a record as long as this one: each keeps a record of its own.
fn undo_depth(record: &Record) -> usize {
    (UNDO_BYTES / bytes_of(record).max(1)).clamp(LEAST_UNDO_DEPTH, UNDO_DEPTH)
}

/// What a record takes in memory, about: its texts, and what stands in its lists.
fn bytes_of(record: &Record) -> usize {
    let texts: usize = record.texts().iter().map(|(_, text)| text.len()).sum();
    let comments: usize = record.comments.iter().map(|comment| size_of::<Comment>() + comment.text.as_str().len()).sum();
    let items: usize = record.items.iter().map(|item| size_of::<InformationItem>() + item.answers.iter().count() * 128).sum();
    let covered = record.approval.covered.as_deref().map_or(0, bytes_of);
    size_of::<Record>() + texts + comments + items + covered
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{ConfidentialityGrade, NewItem, PersonCount, RecordId, Role, TextField};

    fn today() -> Date {
        Date::new(2026, 11, 23).unwrap()
    }

    fn draft() -> Draft {
        let catalogue = Catalogue::shipped().unwrap();
        let id = RecordId::new("r").unwrap();
        let record = Record::new(id, Role::Agency, today(), catalogue.profiles.first().unwrap().id.clone(), catalogue.pin());
        Draft::new(record, Rules::of(catalogue), today())
    }

    fn item() -> ItemId {
        ItemId::new("i1").unwrap()
    }

    fn question(id: &str) -> QuestionId {
        QuestionId::new(id).unwrap()
    }

    fn set(draft: &mut Draft, field: TextField, text: &str) {
        draft.apply(Edit::SetText { field: Field::Text(field), text: text.to_owned() }).unwrap();
    }

    /// A draft in which C4 is answered, and then does not apply any more.
    fn with_a_hidden_answer() -> Draft {
        let mut draft = draft();
        for edit in [
            Edit::AddItems(vec![NewItem { id: item(), name: "名簿".to_owned(), description: String::new() }]),
            Edit::GradeConfidentiality(vec![item()], ConfidentialityGrade::Two),
            Edit::CountPersons(vec![item()], PersonCount::UpTo100),
            Edit::AnswerItems(vec![item()], question("C4"), Answer::Yes),
            Edit::CountPersons(vec![item()], PersonCount::None),
        ] {
            draft.apply(edit).unwrap();
        }
        draft
    }

    fn c4(draft: &Draft) -> Answer {
        draft.record().item(&item()).unwrap().answers.get("C4").clone()
    }

    #[test]
    fn typing_on_in_a_field_is_one_act_and_another_field_is_another() {
        let mut draft = draft();
        for text in ["架", "架空", "架空省"] {
            set(&mut draft, TextField::AgencyName, text);
        }
        set(&mut draft, TextField::Bureau, "局");
        draft.undo();
        assert_eq!((draft.record().agency.name.as_str(), draft.record().agency.bureau.as_str()), ("架空省", ""));
        draft.undo();
        assert_eq!(draft.record().agency.name.as_str(), "");
        assert!(!draft.can_undo() && !draft.is_changed());
        draft.redo();
        draft.redo();
        assert_eq!(draft.record().agency.bureau.as_str(), "局");
    }

    #[test]
    fn a_change_that_changes_nothing_is_no_act() {
        let mut draft = draft();
        set(&mut draft, TextField::AgencyName, "");
        assert!(!draft.can_undo());
    }

    #[test]
    fn an_answer_that_does_not_count_is_dropped_after_a_minute_and_comes_back_by_undo() {
        let mut draft = with_a_hidden_answer();
        assert_eq!(draft.drop_hidden_answers(100.0), Some(60.0));
        assert_eq!(draft.drop_hidden_answers(130.0), Some(30.0));
        assert_eq!(c4(&draft), Answer::Yes);
        assert_eq!(draft.drop_hidden_answers(160.0), None);
        assert_eq!(c4(&draft), Answer::NotAnswered);
        draft.undo();
        assert_eq!(c4(&draft), Answer::Yes);
        assert_eq!(draft.drop_hidden_answers(1000.0), None, "what was brought back stays");
        assert_eq!(c4(&draft), Answer::Yes);
    }

    #[test]
    fn an_answer_that_counts_again_in_time_is_kept() {
        let mut draft = with_a_hidden_answer();
        draft.drop_hidden_answers(100.0);
        draft.undo();
        assert_eq!(draft.drop_hidden_answers(500.0), None);
        assert_eq!(c4(&draft), Answer::Yes);
    }

    #[test]
    fn what_can_be_undone_of_a_long_record_takes_no_more_memory_than_of_a_short_one() {
        let mut draft = draft();
        assert_eq!(undo_depth(draft.record()), UNDO_DEPTH);
        let long = "あ".repeat(crate::record::HARD_LENGTH);
        let ids: Vec<ItemId> = (0..100).map(|number| ItemId::new(format!("i{number}")).unwrap()).collect();
        let new = |id: &ItemId| NewItem { id: id.clone(), name: String::new(), description: long.clone() };
        draft.apply(Edit::AddItems(ids.iter().map(new).collect())).unwrap();
        let depth = UNDO_BYTES / bytes_of(draft.record());
        assert!((LEAST_UNDO_DEPTH..30).contains(&depth), "{depth}");
        for number in 0..40 {
            set(&mut draft, if number % 2 == 0 { TextField::Bureau } else { TextField::Section }, &number.to_string());
        }
        assert_eq!(draft.undo.len(), depth);
    }

    #[test]
    fn what_was_submitted_is_not_changed_by_dropping_answers() {
        let mut draft = with_a_hidden_answer();
        draft.drop_hidden_answers(100.0);
        let (by, comment) = (crate::record::Person::default(), String::new());
        draft.apply(Edit::MoveApproval { to: crate::record::ApprovalState::Submitted, by, on: today(), comment }).unwrap();
        assert_eq!(draft.drop_hidden_answers(160.0), None);
        assert!(!draft.record().changed_since_approval());
        assert_eq!(c4(&draft), Answer::Yes);
    }

    #[test]
    fn opening_a_record_changes_nothing_in_it() {
        let record = Record::clone(with_a_hidden_answer().record());
        let mut draft = Draft::new(record, Rules::of(Catalogue::shipped().unwrap()), today());
        assert_eq!(draft.drop_hidden_answers(0.0), None);
        assert_eq!(draft.drop_hidden_answers(1000.0), None);
        assert!(!draft.is_changed());
    }

    #[test]
    fn saved_and_undone_past_the_save_it_is_changed() {
        let mut draft = draft();
        set(&mut draft, TextField::AgencyName, "架空省");
        let saved = Arc::clone(draft.record());
        draft.keep(saved);
        assert!(!draft.is_changed());
        draft.undo();
        assert!(draft.is_changed());
    }
}
