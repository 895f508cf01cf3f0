//! What is told of a sheet besides its differences: what stands outside its cells, and cells that cannot be read as they are.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::OutsideKind;
use super::parts::cell_of;
use super::place::SheetCell;
use super::row::{Problem, ProblemKind};
use super::sheet::Sheet;

/// How many things are told one by one.
const MOST: usize = 300;

/// The sheet without the cells that merging took apart from their contents, and what is told of it.
pub(super) fn told(sheet: &Sheet) -> (Cow<'_, Sheet>, Vec<Problem>) {
    let (mut problems, mut swallowed) = (Vec::new(), BTreeSet::new());
    for outside in &sheet.outside {
        let answers = || sheet.cells.iter().filter(|cell| cell.at.sheet == outside.sheet);
        let is_told = match &outside.what {
            // Answers in hidden rows are read; rows without answers may be the program's own.
            OutsideKind::HiddenRows(first, last) => answers().any(|cell| (*first..=*last).contains(&(cell.at.row + 1))),
            OutsideKind::HiddenSheet => answers().next().is_some(),
            OutsideKind::Merged(range) => {
                let inside: Vec<_> = answers().filter(|cell| is_in(range, (cell.at.row, cell.at.column))).collect();
                let first = range.split(':').next().and_then(cell_of);
                let is_whole = inside.len() <= 1 && inside.iter().all(|cell| Some((cell.at.row, cell.at.column)) == first);
                if !is_whole {
                    swallowed.extend(inside.into_iter().map(|cell| cell.at.clone()));
                }
                !is_whole
            }
            OutsideKind::LostColumn(_) => {
                let of_column = |cell: &&SheetCell| Some(cell.at.column) == outside.at.as_ref().map(|at| at.column);
                swallowed.extend(answers().filter(of_column).map(|cell| cell.at.clone()));
                true
            }
            _ => true,
        };
        if is_told {
            let kind = ProblemKind::Outside { sheet: outside.sheet.clone(), what: outside.what.clone() };
            problems.push(Problem { at: outside.at.clone(), kind });
        }
    }
    if problems.len() > MOST {
        let more = problems.len() - MOST;
        problems.truncate(MOST);
        problems.push(Problem { at: None, kind: ProblemKind::Outside { sheet: String::new(), what: OutsideKind::More(more) } });
    }
    if swallowed.is_empty() {
        return (Cow::Borrowed(sheet), problems);
    }
    let mut without = sheet.clone();
    without.cells.retain(|cell| !swallowed.contains(&cell.at));
    (Cow::Owned(without), problems)
}

/// Whether a cell is in a range such as B4:D9.
fn is_in(range: &str, (row, column): (u32, u32)) -> bool {
    let mut corners = range.split(':').map(cell_of);
    let (Some(Some(first)), Some(Some(last))) = (corners.next(), corners.next()) else { return false };
    (first.0..=last.0).contains(&row) && (first.1..=last.1).contains(&column)
}
