//! What stands in cells that are not to be filled in: what the program noted that it wrote is left alone, all else is told.

use std::collections::{BTreeMap, BTreeSet};

use super::content::{Content, shown};
use super::{CellPlace, SheetCell};
use super::{Outside, OutsideKind};
use crate::export::workbook::{FIXED, MARK, mark};

/// The cells that are not to be filled in, of all worksheets.
#[derive(Default)]
pub(super) struct Others {
    cells: Vec<(CellPlace, Content, bool)>,
    /// How often the program wrote each text, by what notes it.
    written: BTreeMap<String, usize>,
    formulas: usize,
    is_noted: bool,
}

impl Others {
    /// Adds the cells of a worksheet. Rows that were torn apart are told as such, and not cell by cell.
    pub(super) fn add(
        &mut self,
        sheet: &str,
        found: &BTreeMap<(u32, u32), Content>,
        (answers, torn): (&[SheetCell], &BTreeSet<u32>),
    ) {
        let notes = |content: &Content| matches!(content, Content::Text(text) if text.starts_with(FIXED));
        // Where the program notes what it wrote, nobody sees anything.
        let is_of_the_program = found.values().any(notes);
        let answers: BTreeSet<(u32, u32)> = answers.iter().map(|cell| (cell.at.row, cell.at.column)).collect();
        for ((row, column), content) in found.iter().filter(|(place, _)| !answers.contains(place)) {
            match content {
                Content::Text(text) if text.starts_with(FIXED) => self.note(text),
                _ if is_of_the_program => {}
                content => {
                    let at = CellPlace { sheet: sheet.to_owned(), row: *row, column: *column };
                    self.cells.push((at, content.clone(), torn.contains(row)));
                }
            }
        }
    }

    fn note(&mut self, text: &str) {
        let mut parts = text.split(' ').skip(1);
        self.formulas += parts.next().and_then(|number| number.parse::<usize>().ok()).unwrap_or_default();
        self.is_noted = true;
        let mut marks = parts.next().unwrap_or_default().chars();
        loop {
            let mark: String = marks.by_ref().take(MARK).collect();
            if mark.len() < MARK {
                return;
            }
            *self.written.entry(mark).or_default() += 1;
        }
    }

    /// Whether the workbook says what the program wrote.
    pub(super) const fn are_known(&self) -> bool {
        self.is_noted
    }

    /// What somebody else wrote, and what is not there any more.
    pub(super) fn outside(mut self, answers: &[SheetCell]) -> Vec<Outside> {
        if !self.is_noted {
            return Vec::new();
        }
        let mut found: BTreeMap<String, Vec<(CellPlace, String)>> = BTreeMap::new();
        let (mut formulas, mut known_on) = (0_usize, BTreeSet::new());
        for (at, content, is_torn) in std::mem::take(&mut self.cells) {
            let text = match content {
                Content::Formula => {
                    formulas += 1;
                    continue;
                }
                Content::Text(text) if mark(&text).is_none() => continue,
                Content::Text(text) => match mark(&text).and_then(|mark| self.written.get_mut(&mark)) {
                    Some(left) if *left > 0 => {
                        *left -= 1;
                        known_on.insert(at.sheet.clone());
                        continue;
                    }
                    _ => shown(&text),
                },
                other => other.told(),
            };
            if !is_torn {
                found.entry(at.sheet.clone()).or_default().push((at, text));
            }
        }
        let mut outside = Vec::new();
        let mut written = 0;
        for (sheet, texts) in found {
            if known_on.contains(&sheet) || answers.iter().any(|cell| cell.at.sheet == sheet) {
                written += texts.len();
                outside.extend(texts.into_iter().map(|(at, text)| Outside {
                    sheet: sheet.clone(),
                    at: Some(at),
                    what: OutsideKind::Written(text),
                }));
            } else {
                let first = texts.first().map(|(_, text)| text.clone()).unwrap_or_default();
                outside.push(Outside { sheet, at: None, what: OutsideKind::FurtherSheet { cells: texts.len(), first } });
            }
        }
        let whole = |what| Outside { sheet: String::new(), at: None, what };
        if let Some(more) = formulas.checked_sub(self.formulas).filter(|more| *more > 0) {
            outside.push(whole(OutsideKind::Formulas(more)));
        }
        // A text that was changed is told where it stands now.
        let missing = self.written.values().sum::<usize>();
        if let Some(missing) = missing.checked_sub(written).filter(|missing| *missing > 0) {
            outside.push(whole(OutsideKind::Missing(missing)));
        }
        outside
    }
}
