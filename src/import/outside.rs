//! What stands in a workbook outside the cells to be filled in: notes, comments, drawings, further sheets, what was written
//! beside. None of it is taken, and all of it is told.

use std::collections::{BTreeMap, BTreeSet};

use super::content::shown;
use super::parts::{Parts, Relation, cell_of};
use super::{CellPlace, Outside, OutsideKind, SheetCell};
use crate::export::workbook::{Step, attribute, unlocked_formats, walk};

/// The worksheets of a workbook, as it lists them.
struct Listed {
    name: String,
    id: String,
    is_hidden: bool,
}

/// What stands in the parts of a workbook beside its cells.
pub(super) fn beside_cells(bytes: &[u8], cells: &[SheetCell]) -> Vec<Outside> {
    let Some(mut parts) = Parts::open(bytes) else { return Vec::new() };
    let mut found = Vec::new();
    if parts.names().any(|name| name.ends_with("vbaproject.bin")) {
        found.push(Outside { sheet: String::new(), at: None, what: OutsideKind::Macro });
    }
    let relations = parts.relations("xl/workbook.xml");
    let people = people(&mut parts, &relations);
    let unlocked = unlocked(&mut parts);
    // A program that does not keep which cells are locked says nothing by it.
    let mut keeps_locks = false;
    let mut lost_columns = Vec::new();
    for sheet in sheets(&mut parts) {
        let Some(relation) = relations.iter().find(|relation| relation.id == sheet.id) else { continue };
        let mut in_sheet = InSheet { name: &sheet.name, found: Vec::new() };
        let answers: BTreeSet<(u32, u32)> =
            cells.iter().filter(|cell| cell.at.sheet == sheet.name).map(|cell| (cell.at.row, cell.at.column)).collect();
        if sheet.is_hidden {
            in_sheet.tell(None, OutsideKind::HiddenSheet);
        }
        let open = in_sheet.rows_and_filters(&mut parts, &relation.path, (&answers, &unlocked));
        keeps_locks |= !open.is_empty();
        let mut columns: BTreeMap<u32, Vec<(u32, u32)>> = BTreeMap::new();
        answers.iter().for_each(|place| columns.entry(place.1).or_default().push(*place));
        for (column, places) in columns {
            // One cell alone may have been pasted with the lock of where it came from.
            if places.len() > 1 && !places.iter().any(|place| open.contains(place)) {
                let row = places.first().map_or(0, |(row, _)| *row);
                let at = CellPlace { sheet: sheet.name.clone(), row, column };
                let what = OutsideKind::LostColumn(places.len());
                lost_columns.push(Outside { sheet: sheet.name.clone(), at: Some(at), what });
            }
        }
        in_sheet.attached(&mut parts, &relation.path, &people);
        found.append(&mut in_sheet.found);
    }
    if keeps_locks {
        found.append(&mut lost_columns);
    }
    found
}

fn sheets(parts: &mut Parts<'_>) -> Vec<Listed> {
    let mut sheets = Vec::new();
    if let Some(content) = parts.read("xl/workbook.xml") {
        walk(&content, &mut |step| {
            if let Step::Open(tag) = step
                && tag.local_name().as_ref() == "sheet"
                && let (Some(name), Some(id)) = (attribute(tag, "name"), attribute(tag, "id"))
            {
                // What is hidden so that nobody can show it was hidden by the program.
                let is_hidden = attribute(tag, "state").as_deref() == Some("hidden");
                sheets.push(Listed { name, id, is_hidden });
            }
        });
    }
    sheets
}

/// For each format whether cells that have it can be filled in.
fn unlocked(parts: &mut Parts<'_>) -> Vec<bool> {
    let content = parts.read("xl/styles.xml").unwrap_or_default();
    unlocked_formats(&content)
}

/// The people who wrote comments, by the ids that comments name.
fn people(parts: &mut Parts<'_>, relations: &[Relation]) -> BTreeMap<String, String> {
    let mut people = BTreeMap::new();
    for relation in relations.iter().filter(|relation| relation.kind == "person") {
        let Some(content) = parts.read(&relation.path) else { continue };
        walk(&content, &mut |step| {
            if let Step::Open(tag) = step
                && tag.local_name().as_ref() == "person"
                && let (Some(id), Some(name)) = (attribute(tag, "id"), attribute(tag, "displayName"))
            {
                people.insert(id, name);
            }
        });
    }
    people
}

/// What is found in one worksheet.
struct InSheet<'a> {
    name: &'a str,
    found: Vec<Outside>,
}

impl InSheet<'_> {
    fn tell(&mut self, at: Option<(u32, u32)>, what: OutsideKind) {
        let at = at.map(|(row, column)| CellPlace { sheet: self.name.to_owned(), row, column });
        self.found.push(Outside { sheet: self.name.to_owned(), at, what });
    }

    /// Rows that are hidden, each run of them once, what is merged, and filters.
    /// Tells which of the answers can be filled in.
    fn rows_and_filters(
        &mut self,
        parts: &mut Parts<'_>,
        path: &str,
        (answers, unlocked): (&BTreeSet<(u32, u32)>, &[bool]),
    ) -> BTreeSet<(u32, u32)> {
        let mut open = BTreeSet::new();
        let Some(content) = parts.read(path) else { return open };
        let mut runs: Vec<(u32, u32)> = Vec::new();
        let mut next_row = 0_u32;
        let mut has_filter = false;
        let mut merged = Vec::new();
        walk(&content, &mut |step| {
            let Step::Open(tag) = step else { return };
            match tag.local_name().as_ref() {
                "row" => {
                    let row = attribute(tag, "r").and_then(|row| row.parse().ok()).unwrap_or(next_row + 1);
                    next_row = row;
                    if is_true(attribute(tag, "hidden")) {
                        match runs.last_mut() {
                            Some((_, last)) if *last + 1 == row => *last = row,
                            _ => runs.push((row, row)),
                        }
                    }
                }
                "c" if !answers.is_empty() => {
                    let format = attribute(tag, "s").and_then(|format| format.parse::<usize>().ok());
                    let is_open = format.and_then(|format| unlocked.get(format)).copied().unwrap_or_default();
                    if is_open && let Some(place) = attribute(tag, "r").and_then(|name| cell_of(&name)) {
                        open.extend(answers.get(&place).copied());
                    }
                }
                "autoFilter" => has_filter = true,
                "mergeCell" => merged.extend(attribute(tag, "ref")),
                _ => {}
            }
        });
        runs.into_iter().for_each(|(first, last)| self.tell(None, OutsideKind::HiddenRows(first, last)));
        merged.into_iter().for_each(|range| self.tell(None, OutsideKind::Merged(range)));
        if has_filter {
            self.tell(None, OutsideKind::Filter);
        }
        open
    }

    /// What is attached to the worksheet.
    fn attached(&mut self, parts: &mut Parts<'_>, path: &str, people: &BTreeMap<String, String>) {
        let relations = parts.relations(path);
        let of = |kind: &'static str| relations.iter().filter(move |relation| relation.kind == kind);
        let mut comments: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
        for relation in of("comments") {
            match parts.read(&relation.path) {
                Some(content) => self.notes(&relation.path, &content, &mut comments),
                None => self.tell(None, OutsideKind::Unreadable(relation.path.clone())),
            }
        }
        // A conversation stands once more as a note, behind a notice of Excel.
        for relation in of("threadedComment") {
            let Some(content) = parts.read(&relation.path) else { continue };
            let mut threads: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
            conversation(&content, people, &mut threads);
            comments.extend(threads);
        }
        for (cell, said) in comments {
            for (by, text) in said {
                self.tell(cell_of(&cell), OutsideKind::Comment { by: shown(&by), text: shown(&text) });
            }
        }
        for relation in of("drawing") {
            match parts.read(&relation.path) {
                Some(content) => self.drawings(&relation.path, &content),
                None => self.tell(None, OutsideKind::Unreadable(relation.path.clone())),
            }
        }
        for _ in
            relations.iter().filter(|relation| matches!(relation.kind.as_str(), "control" | "ctrlProp" | "oleObject" | "package"))
        {
            self.tell(None, OutsideKind::Control);
        }
        for _ in of("image") {
            self.tell(None, OutsideKind::Picture);
        }
    }

    fn notes(&mut self, path: &str, content: &[u8], comments: &mut BTreeMap<String, Vec<(String, String)>>) {
        let mut authors: Vec<String> = Vec::new();
        let (mut at, mut by, mut text) = (String::new(), None::<usize>, String::new());
        let (mut in_author, mut in_text, mut in_phonetic) = (false, false, false);
        let whole = walk(content, &mut |step| match step {
            Step::Open(tag) => match tag.local_name().as_ref() {
                "author" => {
                    authors.push(String::new());
                    in_author = true;
                }
                "comment" => {
                    at = attribute(tag, "ref").unwrap_or_default();
                    by = attribute(tag, "authorId").and_then(|id| id.parse().ok());
                    text.clear();
                }
                "t" => in_text = true,
                "rPh" => in_phonetic = true,
                _ => {}
            },
            Step::Text(found) => {
                if in_author && let Some(author) = authors.last_mut() {
                    author.push_str(found);
                } else if in_text && !in_phonetic {
                    text.push_str(found);
                }
            }
            Step::Close(name) => match name {
                "author" => in_author = false,
                "t" => in_text = false,
                "rPh" => in_phonetic = false,
                "comment" => {
                    let by = by.and_then(|by| authors.get(by)).cloned().unwrap_or_default();
                    comments.entry(std::mem::take(&mut at)).or_default().push((by, std::mem::take(&mut text)));
                }
                _ => {}
            },
        });
        if !whole {
            self.tell(None, OutsideKind::Unreadable(path.to_owned()));
        }
    }

    fn drawings(&mut self, path: &str, content: &[u8]) {
        let mut anchor = Anchor::default();
        let mut found = Vec::new();
        let whole = walk(content, &mut |step| {
            if let Some(drawn) = anchor.step(step) {
                found.push(drawn);
            }
        });
        found.into_iter().for_each(|(at, what)| self.tell(at, what));
        if !whole {
            self.tell(None, OutsideKind::Unreadable(path.to_owned()));
        }
    }
}

/// What was read of one thing that is drawn.
#[derive(Default)]
struct Anchor {
    text: String,
    place: [Option<u32>; 2],
    picture: bool,
    in_from: bool,
    in_text: bool,
    in_fallback: bool,
    reads: Option<usize>,
}

impl Anchor {
    /// Takes a step; what was drawn is told where it ends.
    fn step(&mut self, step: Step<'_, '_>) -> Option<(Option<(u32, u32)>, OutsideKind)> {
        match step {
            Step::Open(tag) => match tag.local_name().as_ref() {
                "twoCellAnchor" | "oneCellAnchor" | "absoluteAnchor" => *self = Self::default(),
                "from" => self.in_from = true,
                "row" if self.in_from => self.reads = Some(0),
                "col" if self.in_from => self.reads = Some(1),
                "Fallback" => self.in_fallback = true,
                "pic" => self.picture = true,
                "t" => self.in_text = true,
                _ => {}
            },
            Step::Text(found) => {
                if let Some(place) = self.reads.and_then(|index| self.place.get_mut(index)) {
                    *place = found.trim().parse().ok();
                } else if self.in_text && !self.in_fallback {
                    self.text.push_str(found);
                }
            }
            Step::Close(name) => match name {
                "from" => self.in_from = false,
                "row" | "col" => self.reads = None,
                "Fallback" => self.in_fallback = false,
                "t" => self.in_text = false,
                "p" if !self.text.is_empty() => self.text.push('\n'),
                "twoCellAnchor" | "oneCellAnchor" | "absoluteAnchor" => {
                    let at = match self.place {
                        [Some(row), Some(column)] => Some((row, column)),
                        _ => None,
                    };
                    let what = match (self.text.trim(), self.picture) {
                        ("", true) => OutsideKind::Picture,
                        ("", false) => OutsideKind::Drawing,
                        (text, _) => OutsideKind::TextBox(shown(text)),
                    };
                    return Some((at, what));
                }
                _ => {}
            },
        }
        None
    }
}

fn conversation(content: &[u8], people: &BTreeMap<String, String>, threads: &mut BTreeMap<String, Vec<(String, String)>>) {
    let (mut at, mut by, mut text, mut in_text) = (String::new(), String::new(), String::new(), false);
    walk(content, &mut |step| match step {
        Step::Open(tag) => match tag.local_name().as_ref() {
            "threadedComment" => {
                at = attribute(tag, "ref").unwrap_or_default();
                by = attribute(tag, "personId").and_then(|id| people.get(&id).cloned()).unwrap_or_default();
                text.clear();
            }
            "text" => in_text = true,
            _ => {}
        },
        Step::Text(found) if in_text => text.push_str(found),
        Step::Text(_) => {}
        Step::Close("text") => in_text = false,
        Step::Close("threadedComment") => {
            threads.entry(std::mem::take(&mut at)).or_default().push((std::mem::take(&mut by), std::mem::take(&mut text)));
        }
        Step::Close(_) => {}
    });
}

fn is_true(value: Option<String>) -> bool {
    matches!(value.as_deref(), Some("1" | "true"))
}
