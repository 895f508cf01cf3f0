//! A sheet beside the record it was made of: what it says otherwise, and what could not be taken. Nothing is guessed.

use std::collections::{BTreeMap, BTreeSet};

use super::ImportError;
use super::cell::{Otherwise, as_kept, in_cell, says_pasted, written};
use super::content::Content;
use super::row::{Import, ImportRow, Problem, ProblemKind, Said};
use super::sheet::{Sheet, SheetCell};
use super::told::told;
use crate::catalogue::Catalogue;
use crate::export::workbook::NEW;
use crate::export::{Entry, entered};
use crate::record::{Edit, Field, ItemField, ItemId, Line, NewItem, Prose, Record, TaskChoice, TextField};
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
    import.problems.append(&mut cells.twice);
    let pasted = cells.pasted_row(record, &mut import.problems);
    let beside = Beside { record, catalogue, lang: sheet.lang, pasted };
    for entry in entered::entries(record, catalogue) {
        let Some(cell) = entered::key(&entry).and_then(|key| cells.by_key.remove(&key)) else { continue };
        match in_cell(&entry, &cell, &beside) {
            Ok(None) => {}
            Ok(Some(Otherwise { old, new, edit, remarks })) => {
                import.rows.push(ImportRow { entry, at: cell.at.clone(), old, new, edit, remarks });
            }
            Err(kind) => import.problems.push(cell.problem(kind)),
        }
    }
    cells.new_items(&mut import);
    for (key, cell) in &cells.by_key {
        let gone = key.starts_with("items[") && !cell.is_new;
        let kind = if gone { ProblemKind::ItemGone(key.clone()) } else { ProblemKind::UnknownKey(key.clone()) };
        import.problems.push(cell.problem(kind));
    }
    import.problems.extend(told);
    Ok(import)
}

/// What a cell is read beside.
pub(super) struct Beside<'a> {
    /// The record.
    pub record: &'a Record,
    /// Its catalogue.
    pub catalogue: &'a Catalogue,
    /// The language of the sheet.
    pub lang: Lang,
    /// The row that was pasted as target task, if the sheet has one and the record has none.
    pub pasted: Option<TaskChoice>,
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

/// A cell with what stands behind its key.
pub(super) struct KeyedCell<'a> {
    /// Where it is.
    pub at: &'a super::sheet::CellPlace,
    /// What stands in it.
    pub content: &'a Content,
    /// What follows the key: the proposal a decision is made against.
    pub shown: Option<&'a str>,
    /// Whether it is of an item that may be added.
    pub is_new: bool,
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
                |at: &super::sheet::CellPlace| Problem { at: Some(at.clone()), kind: ProblemKind::DuplicateKey(path.to_owned()) };
            if twice.contains(path) {
                problems.push(again(at));
            } else if let Some(first) = by_key.remove(path) {
                problems.extend([again(first.at), again(at)]);
                twice.insert(path.to_owned());
            } else {
                by_key.insert(path.to_owned(), KeyedCell { at, content, shown, is_new });
            }
        }
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

    /// What was written into the rows for new items. An item that was added before stands in the record already.
    fn new_items(&mut self, import: &mut Import) {
        let keys: Vec<String> = self.by_key.iter().filter(|(_, cell)| cell.is_new).map(|(key, _)| key.clone()).collect();
        for key in keys {
            let Some(id) = key.strip_suffix("].name").and_then(|key| key.strip_prefix("items[")) else { continue };
            let Ok(id) = ItemId::new(id) else { continue };
            let field = |part| Field::Item(id.clone(), part);
            let Some(name) = self.by_key.remove(&key) else { continue };
            let description = self.by_key.remove(&field(ItemField::Description).to_string());
            let read = |cell: Option<&KeyedCell<'_>>, multiline| match cell {
                None => Ok(String::new()),
                Some(cell) => {
                    let kept = written(cell.content).and_then(|text| as_kept(text, multiline));
                    kept.map_err(|kind| cell.problem(kind))
                }
            };
            match (read(Some(&name), false), read(description.as_ref(), true)) {
                (Ok(name), Ok(description)) if name.trim().is_empty() && description.trim().is_empty() => {}
                (Ok(said), Ok(description)) => {
                    let new = Said::Text([said.as_str(), description.as_str()].join("\n").trim_end().to_owned());
                    let edit = Edit::AddItems(vec![NewItem { id: id.clone(), name: said, description }]);
                    let entry = Entry::Text(field(ItemField::Name));
                    import.rows.push(ImportRow { entry, at: name.at.clone(), old: Said::Absent, new, edit, remarks: Vec::new() });
                }
                (name, description) => import.problems.extend([name.err(), description.err()].into_iter().flatten()),
            }
        }
    }
}

impl KeyedCell<'_> {
    /// What is wrong with it.
    pub(super) fn problem(&self, kind: ProblemKind) -> Problem {
        Problem { at: Some(self.at.clone()), kind }
    }
}
