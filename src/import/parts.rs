//! The files inside a workbook, read by name. What is read here was measured before.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use crate::bounds::SHEET_PART;
use crate::export::workbook::{Step, attribute, walk};

/// The files inside a workbook.
pub(super) struct Parts<'a> {
    archive: zip::ZipArchive<Cursor<&'a [u8]>>,
    indexes: BTreeMap<String, usize>,
}

/// What one file says of another that belongs to it.
pub(super) struct Relation {
    /// Its id, which other parts name it by.
    pub id: String,
    /// What kind of part it is: the last word of its type.
    pub kind: String,
    /// Where it is.
    pub path: String,
}

impl<'a> Parts<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Option<Self> {
        let archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
        let names = archive.file_names().enumerate();
        let indexes = names.filter_map(|(index, name)| Some((normal(&name.ok()?), index))).collect();
        Some(Self { archive, indexes })
    }

    /// The names of all files, in lower case.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.indexes.keys().map(String::as_str)
    }

    pub(super) fn read(&mut self, path: &str) -> Option<Vec<u8>> {
        let index = *self.indexes.get(&normal(path))?;
        let mut content = Vec::new();
        self.archive.by_index(index).ok()?.take(SHEET_PART).read_to_end(&mut content).ok()?;
        Some(content)
    }

    /// What belongs to a file.
    pub(super) fn relations(&mut self, of: &str) -> Vec<Relation> {
        let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
        let Some(content) = self.read(&format!("{folder}/_rels/{name}.rels")) else { return Vec::new() };
        let mut relations = Vec::new();
        walk(&content, &mut |step| {
            if let Step::Open(tag) = step
                && tag.local_name().as_ref() == "Relationship"
                && let (Some(id), Some(kind), Some(target)) =
                    (attribute(tag, "Id"), attribute(tag, "Type"), attribute(tag, "Target"))
            {
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                relations.push(Relation { id, kind, path: resolved(folder, &target) });
            }
        });
        relations
    }
}

fn normal(path: &str) -> String {
    path.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}

/// A path as it is named from a folder.
fn resolved(folder: &str, target: &str) -> String {
    if target.starts_with('/') {
        return target.trim_start_matches('/').to_owned();
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// Row and column, from 0, of a cell as people call it: D12.
pub(super) fn cell_of(name: &str) -> Option<(u32, u32)> {
    let digits = name.trim_start_matches(|character: char| character.is_ascii_alphabetic() || character == '$');
    let letters = name.strip_suffix(digits)?;
    let mut column = 0_u32;
    for letter in letters.bytes().filter(u8::is_ascii_alphabetic) {
        column = column.checked_mul(26)?.checked_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)?;
    }
    Some((digits.trim_start_matches('$').parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_and_cells_are_read_as_spreadsheets_mean_them() {
        assert_eq!(resolved("xl/worksheets", "../comments1.xml"), "xl/comments1.xml");
        assert_eq!(resolved("xl/worksheets", "/xl/drawings/drawing1.xml"), "xl/drawings/drawing1.xml");
        assert_eq!(cell_of("D12"), Some((11, 3)));
        assert_eq!(cell_of("$AA$1"), Some((0, 26)));
        for none in ["", "12", "D", "D0", "あ1", "ZZZZZZZZZZZZ1"] {
            assert_eq!(cell_of(none), None, "{none}");
        }
    }
}
