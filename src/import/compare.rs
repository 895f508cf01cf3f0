//! A sheet beside the record it was made of: what it says otherwise, and what could not be taken. Nothing is guessed.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::ImportError;
use super::beside::{Beside, KeyedCell};
use super::cell::{Otherwise, as_kept, in_cell, says_pasted, written};
use super::content::Content;
use super::decision::decision;
use super::place::SheetCell;
use super::row::{Import, ImportRow, Problem, ProblemKind, Said};
use super::sheet::Sheet;
use super::told::told;
use crate::catalogue::Catalogue;
use crate::export::workbook::{NEW, made_item_ids};
use crate::export::{Entry, entered};
use crate::judgement::judge;
use crate::record::{Edit, EditError, Field, ItemField, ItemId, Line, NewItem, Prose, Record, TaskChoice, TextField, fold};
use crate::text::Lang;

/// Lays a sheet beside the record.
///
/// # Errors
/// [`ImportError::AnotherRecord`] and [`ImportError::AnotherCatalogue`]: the two cannot be compared.
pub fn compare(sheet: &Sheet, record: &Record, catalogue: &Catalogue) -> Result<Import, ImportError> {
    belong_together(sheet, record, catalogue)?;
    let (sheet, told) = told(sheet);
    let sheet = sheet.as_ref();
    let mut cells = Cells::of(sheet);
    let mut import = Import {
        rows: Vec::new(),
        problems: Vec::new(),
        is_looked_through: sheet.says_what_was_written,
        changed_since: sheet.content != record.content_digest().as_str(),
        sha256: sheet.sha256.clone(),
    };
    if sheet.lost > 0 {
        import.problems.push(Problem { at: None, kind: ProblemKind::LostKeys(sheet.lost) });
    }
    import.problems.extend(sheet.torn.iter().map(|at| Problem { at: Some(at.clone()), kind: ProblemKind::TornRow }));
    import.problems.append(&mut cells.twice);
    let pasted = cells.pasted_row(record, &mut import.problems);
    let new = cells.new_items(record);
    let mut with_new = record.clone();
    let blank = |id: &ItemId| NewItem { id: id.clone(), name: String::new(), description: String::new() };
    with_new.apply(Edit::AddItems(new.iter().map(blank).collect())).map_err(|error| match error {
        EditError::TooMany(list) => ImportError::TooMany(list),
        error => ImportError::Broken { problem: error.to_string() },
    })?;
    let beside = Beside { record: &with_new, catalogue, lang: sheet.lang, pasted };
    let entries = entered::entries(&with_new, catalogue);
    let mut found = Vec::new();
    let mut decisions = Vec::new();
    for (place, entry) in entries.into_iter().enumerate() {
        let Some(cell) = entered::key(&entry).and_then(|key| cells.by_key.remove(&key)) else { continue };
        match entry {
            // What was decided was decided against the answers of the sheet: they are read first.
            Entry::Choice(Field::Decision(item, objective)) => decisions.push((place, item, objective, cell)),
            Entry::Answer(Field::Answer(..)) if says_not_applicable(cell.content) => {}
            entry => match in_cell(&entry, &cell, &beside) {
                Ok(None) => {}
                Ok(Some(Otherwise { old, new, edit, remarks })) => {
                    found.push((place, ImportRow { entry, at: cell.at.clone(), old, new, edit, remarks }));
                }
                Err(kind) => import.problems.push(cell.problem(kind)),
            },
        }
    }
    let mut as_sheet = with_new.clone();
    for (_, row) in &found {
        // What the record does not take is told where it is taken in.
        as_sheet.apply(row.edit.clone()).ok();
    }
    let judged = judge(&as_sheet, catalogue, record.created);
    for (place, item, objective, cell) in decisions {
        let seen = judged.item(&item).map(|judged| judged.cells[objective].seen());
        match decision(&item, objective, (&cell, seen), (&beside, &as_sheet)) {
            Ok(None) => {}
            Ok(Some(Otherwise { old, new, edit, remarks })) => {
                let entry = Entry::Choice(Field::Decision(item, objective));
                found.push((place, ImportRow { entry, at: cell.at.clone(), old, new, edit, remarks }));
            }
            Err(kind) => import.problems.push(cell.problem(kind)),
        }
    }
    found.sort_by_key(|(place, _)| *place);
    import.rows = found.into_iter().map(|(_, row)| row).collect();
    gather_new_items(&mut import.rows, &new);
    for (key, cell) in &cells.by_key {
        let gone = key.starts_with("items[") && !cell.is_new;
        let kind = if gone { ProblemKind::ItemGone(key.clone()) } else { ProblemKind::UnknownKey(key.clone()) };
        import.problems.push(cell.problem(kind));
    }
    import.problems.extend(told);
    Ok(import)
}

/// Makes one difference of all that is said of an item which is not there yet: it is taken in whole or not at all.
fn gather_new_items(rows: &mut Vec<ImportRow>, new: &[ItemId]) {
    let mut by_item: HashMap<&ItemId, Vec<ImportRow>> = new.iter().map(|id| (id, Vec::new())).collect();
    for row in std::mem::take(rows) {
        match row.item().and_then(|id| by_item.get_mut(&id)) {
            Some(of_item) => of_item.push(row),
            None => rows.push(row),
        }
    }
    for id in new {
        let of_item = by_item.remove(id).unwrap_or_default();
        let Some(at) = of_item.first().map(|row| row.at.clone()) else { continue };
        let is_name = |row: &&ImportRow| row.field() == Some(Field::Item(id.clone(), ItemField::Name));
        let at = of_item.iter().find(is_name).map_or(at, |row| row.at.clone());
        let blank = NewItem { id: id.clone(), name: String::new(), description: String::new() };
        let edits = std::iter::once(Edit::AddItems(vec![blank])).chain(of_item.iter().map(|row| row.edit.clone()));
        let edit = Edit::Together(edits.collect());
        let remarks = of_item.iter().flat_map(|row| row.remarks.clone()).collect();
        let said = of_item.into_iter().filter_map(|row| Some((row.field()?, row.new))).collect();
        let entry = Entry::Text(Field::Item(id.clone(), ItemField::Name));
        rows.push(ImportRow { entry, at, old: Said::Absent, new: Said::Item(said), edit, remarks });
    }
}

/// 対象外 is no answer: it says that none is needed.
fn says_not_applicable(content: &Content) -> bool {
    let Content::Text(word) = content else { return false };
    [Lang::Ja, Lang::En].iter().any(|lang| fold(crate::text::report::not_applicable(*lang)) == fold(word))
}

fn belong_together(sheet: &Sheet, record: &Record, catalogue: &Catalogue) -> Result<(), ImportError> {
    if sheet.record != record.id.as_str() {
        let (found, expected) = (sheet.record.chars().take(64).collect(), record.id.to_string());
        return Err(ImportError::AnotherRecord { found, expected });
    }
    let pin = catalogue.pin();
    let [id, version, digest] = &sheet.catalogue;
    if digest != pin.digest.as_str() {
        let named = |id: &str, version: &str, digest: &str| {
            let part = |text: &str, most| text.chars().take(most).collect::<String>();
            format!("{} {} ({})", part(id, 64), part(version, 40), part(digest, 12))
        };
        return Err(ImportError::AnotherCatalogue {
            found: named(id, version, digest),
            expected: named(pin.id.as_str(), pin.version.as_str(), pin.digest.as_str()),
        });
    }
    Ok(())
}

/// The cells of a sheet by their keys.
struct Cells<'a> {
    by_key: BTreeMap<String, KeyedCell<'a>>,
    twice: Vec<Problem>,
}

impl<'a> Cells<'a> {
    fn of(sheet: &'a Sheet) -> Self {
        let mut by_key: BTreeMap<String, KeyedCell<'a>> = BTreeMap::new();
        let mut twice = BTreeSet::new();
        let mut problems = Vec::new();
        for SheetCell { key, at, content } in &sheet.cells {
            let (path, shown) = key.split_once(' ').map_or((key.as_str(), None), |(path, shown)| (path, Some(shown)));
            let (path, is_new) = path.strip_prefix(NEW).map_or((path, false), |path| (path, true));
            let again =
                |at: &super::place::CellPlace| Problem { at: Some(at.clone()), kind: ProblemKind::DuplicateKey(path.to_owned()) };
            if twice.contains(path) {
                problems.push(again(at));
            } else if let Some(first) = by_key.remove(path) {
                problems.extend([again(first.at), again(at)]);
                twice.insert(path.to_owned());
            } else {
                by_key.insert(path.to_owned(), KeyedCell { at, content, shown, is_new });
            }
        }
        // A row that was copied has all its cells twice: that is one thing to say.
        let mut told = BTreeSet::new();
        problems.retain(|problem: &Problem| {
            problem.at.as_ref().is_none_or(|at| told.insert((at.sheet.clone(), at.row, is_of_row(&problem.kind))))
        });
        Self { by_key, twice: problems }
    }

    /// The pasted row of the sheet, where the record has none to compare its texts with. They belong to the choice of the task.
    fn pasted_row(&mut self, record: &Record, problems: &mut Vec<Problem>) -> Option<TaskChoice> {
        if matches!(record.task, TaskChoice::AgencyEntry { .. }) {
            return None;
        }
        let is_chosen = self.by_key.get(&Field::Task.to_string()).is_some_and(|cell| says_pasted(cell.content));
        let fields = [(TextField::EntryTask, true), (TextField::EntryService, false), (TextField::EntryOrigin, false)];
        let cells = fields.map(|(field, multiline)| (self.by_key.remove(field.path()), multiline));
        let mut texts = cells.iter().map(|(cell, multiline)| {
            let cell = cell.as_ref()?;
            let kept = written(cell.content).and_then(|text| as_kept(text, *multiline));
            match kept {
                Ok(text) if is_chosen => Some(text),
                Ok(text) if text.trim().is_empty() => None,
                Ok(_) => {
                    problems.push(cell.problem(ProblemKind::NoPastedRow));
                    None
                }
                Err(kind) => {
                    problems.push(cell.problem(kind));
                    None
                }
            }
        });
        let [task, service, origin] = [texts.next().flatten(), texts.next().flatten(), texts.next().flatten()];
        Some(TaskChoice::AgencyEntry {
            task: Prose::new(&task?).ok()?,
            service: Line::new(&service?).ok()?,
            origin: Line::new(&origin?).ok()?,
        })
    }

    /// The items that may be added and are not there yet, in the order of the sheet. An item that was added before stands in
    /// the record already.
    fn new_items(&mut self, record: &Record) -> Vec<ItemId> {
        let mut found: Vec<(&super::place::CellPlace, ItemId)> = Vec::new();
        let mut known: HashSet<ItemId> = record.items.iter().map(|item| item.id.clone()).collect();
        let made = made_item_ids(record);
        for (key, cell) in self.by_key.iter().filter(|(_, cell)| cell.is_new) {
            let id = key.strip_prefix("items[").and_then(|key| key.split_once(']'));
            let Some(id) = id.and_then(|(id, _)| ItemId::new(id).ok()) else { continue };
            if made.contains(&id) && known.insert(id.clone()) {
                found.push((cell.at, id));
            }
        }
        found.sort();
        found.into_iter().map(|(_, id)| id).collect()
    }
}

/// Whether a problem is about the whole row of an item.
fn is_of_row(kind: &ProblemKind) -> bool {
    matches!(kind, ProblemKind::DuplicateKey(key) if key.starts_with("items["))
}
