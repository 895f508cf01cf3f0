//! Rows copied from a spreadsheet, understood as far as they can be, with what was not understood.

pub use crate::bounds::PASTED_ROWS as MAX_ROWS;
use crate::record::{
    ConfidentialityGrade, Edit, Field, Grade, ItemField, ItemId, Line, NewItem, Objective, PersonCount, Prose, PublicationPlan,
    TextChanges,
};
use crate::text::meant::{self, Heading};

/// What a paste came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// The rows, in their order.
    pub rows: Vec<PastedRow>,
    /// The attributes that were found somewhere, in the order of the step.
    pub attributes: Vec<ItemField>,
    /// What was not understood, and is not in the rows.
    pub leftovers: Vec<Leftover>,
}

/// One information item as it was pasted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PastedRow {
    /// What it is called.
    pub name: String,
    /// What it contains.
    pub description: String,
    /// Texts of other attributes.
    pub texts: Vec<(ItemField, String)>,
    /// 機密性の格付
    pub confidentiality: ConfidentialityGrade,
    /// 完全性の格付
    pub integrity: Grade,
    /// 可用性の格付
    pub availability: Grade,
    /// How many people.
    pub persons: PersonCount,
    /// Publication plan.
    pub publication: PublicationPlan,
}

/// A piece of the paste that was left out, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leftover {
    /// The heading of this column, from 1, names no attribute.
    UnknownColumn {
        /// The column.
        column: usize,
        /// Its heading.
        heading: String,
    },
    /// What stands in this row, from 1, is no value of the attribute.
    NotAValue {
        /// The row.
        row: usize,
        /// The attribute.
        attribute: ItemField,
        /// What stands there.
        text: String,
    },
    /// Without headings there is no attribute to which this cell belongs.
    NoPlace {
        /// The row.
        row: usize,
        /// The column.
        column: usize,
        /// What stands there.
        text: String,
    },
    /// A text is taken otherwise than it stands in this row.
    Changed {
        /// The row.
        row: usize,
        /// What the text is.
        attribute: ItemField,
        /// What was changed.
        changes: TextChanges,
    },
    /// Rows beyond [`MAX_ROWS`].
    TooManyRows {
        /// How many.
        rows: usize,
    },
}

enum Value {
    Confidentiality(ConfidentialityGrade),
    Integrity(Grade),
    Availability(Grade),
    Persons(PersonCount),
    Publication(PublicationPlan),
}

/// Reads rows with tabs between the cells, as every spreadsheet copies them.
///
/// A first row of headings says what the columns are. Without one the first cell is the name, words such as 機密性2, 〜100 and
/// 公表しない are recognised wherever they stand, and the first other text is the description.
pub fn read(text: &str) -> Pasted {
    read_as(text, None)
}

/// The same of a block that is pasted into a table, from one of its cells on: without headings its columns are those of the table, and a
/// line without anything passes over a row.
pub fn read_into(text: &str, columns: &[ItemField]) -> Pasted {
    read_as(text, Some(columns.iter().copied().map(Some).collect()))
}

fn read_as(text: &str, columns: Option<Vec<Option<ItemField>>>) -> Pasted {
    let mut table = rows_of(text);
    let is_blank = |cells: &Vec<String>| cells.iter().all(|cell| cell.trim().is_empty());
    if columns.is_some() {
        let filled = table.iter().rposition(|cells| !is_blank(cells)).map_or(0, |last| last + 1);
        table.truncate(filled);
    } else {
        table.retain(|cells| !is_blank(cells));
    }
    let mut pasted = Pasted::default();
    let headings = table.first().and_then(|first| headings(first));
    let skipped = usize::from(headings.is_some());
    if let (Some(columns), Some(first)) = (&headings, table.first()) {
        for (index, (column, heading)) in columns.iter().zip(first).enumerate() {
            if column.is_none() && !heading.trim().is_empty() {
                pasted.leftovers.push(Leftover::UnknownColumn { column: index + 1, heading: heading.trim().to_owned() });
            }
        }
    }
    let body = table.len().saturating_sub(skipped);
    for (index, cells) in table.iter().enumerate().skip(skipped).take(MAX_ROWS) {
        let mut reader = RowReader { row: index + 1, made: PastedRow::default(), pasted: &mut pasted };
        match headings.as_ref().or(columns.as_ref()) {
            Some(columns) => reader.by_headings(columns, cells),
            None => reader.by_content(cells),
        }
        let made = reader.made;
        pasted.rows.push(made);
    }
    if body > MAX_ROWS {
        pasted.leftovers.push(Leftover::TooManyRows { rows: body - MAX_ROWS });
    }
    pasted.attributes.sort_unstable();
    pasted
}

/// The rows as one act that adds them below the items that are there.
pub fn as_edit(rows: &[PastedRow], mut new_id: impl FnMut() -> ItemId) -> Edit {
    let mut added = Vec::with_capacity(rows.len());
    let mut filled = Vec::new();
    for row in rows {
        let id = new_id();
        added.push(NewItem { id: id.clone(), name: row.name.clone(), description: row.description.clone() });
        let beside = row.edits_of(&id).into_iter();
        let beside = beside.filter(|(attribute, _)| !matches!(attribute, ItemField::Name | ItemField::Description));
        filled.extend(beside.map(|(_, edit)| edit));
    }
    let mut edits = vec![Edit::AddItems(added)];
    edits.append(&mut filled);
    Edit::Together(edits)
}

impl PastedRow {
    /// What the row says of an item, attribute by attribute.
    pub fn edits_of(&self, id: &ItemId) -> Vec<(ItemField, Edit)> {
        let mut edits = Vec::new();
        let texts = [(ItemField::Name, &self.name), (ItemField::Description, &self.description)].into_iter();
        let others = self.texts.iter().map(|(attribute, text)| (*attribute, text));
        for (attribute, text) in texts.chain(others).filter(|(_, text)| !text.is_empty()) {
            edits.push((attribute, Edit::SetText { field: Field::Item(id.clone(), attribute), text: text.clone() }));
        }
        let one = || vec![id.clone()];
        if self.confidentiality != ConfidentialityGrade::NotGraded {
            edits.push((ItemField::ConfidentialityGrade, Edit::GradeConfidentiality(one(), self.confidentiality)));
        }
        if self.integrity != Grade::NotGraded {
            edits.push((ItemField::IntegrityGrade, Edit::GradeIntegrity(one(), self.integrity)));
        }
        if self.availability != Grade::NotGraded {
            edits.push((ItemField::AvailabilityGrade, Edit::GradeAvailability(one(), self.availability)));
        }
        if self.persons != PersonCount::NotAnswered {
            edits.push((ItemField::PersonCount, Edit::CountPersons(one(), self.persons)));
        }
        if self.publication != PublicationPlan::NotAnswered {
            edits.push((ItemField::Publication, Edit::PlanPublication(one(), self.publication)));
        }
        edits
    }
}

struct RowReader<'a> {
    row: usize,
    made: PastedRow,
    pasted: &'a mut Pasted,
}

impl RowReader<'_> {
    fn by_headings(&mut self, columns: &[Option<ItemField>], cells: &[String]) {
        for (index, cell) in cells.iter().enumerate() {
            let cell = cell.trim();
            if cell.is_empty() {
                continue;
            }
            match columns.get(index) {
                Some(Some(attribute)) => self.put(*attribute, cell),
                // A column whose heading names nothing is reported once, above.
                Some(None) => {}
                None => self.leave(index, cell),
            }
        }
    }

    fn by_content(&mut self, cells: &[String]) {
        for (index, cell) in cells.iter().enumerate() {
            let cell = cell.trim();
            if cell.is_empty() {
                continue;
            }
            if index == 0 {
                self.put(ItemField::Name, cell);
            } else if let Some(values) = values(cell) {
                values.into_iter().for_each(|value| self.set(value));
            } else if self.made.description.is_empty() {
                self.put(ItemField::Description, cell);
            } else {
                self.leave(index, cell);
            }
        }
    }

    fn put(&mut self, attribute: ItemField, cell: &str) {
        let value = match attribute {
            ItemField::ConfidentialityGrade => meant::confidentiality_grade(cell, Heading::Said).map(Value::Confidentiality),
            ItemField::IntegrityGrade => meant::grade(cell, Objective::Integrity, Heading::Said).map(Value::Integrity),
            ItemField::AvailabilityGrade => meant::grade(cell, Objective::Availability, Heading::Said).map(Value::Availability),
            ItemField::PersonCount => meant::persons(cell).map(Value::Persons),
            ItemField::Publication => meant::publication(cell).map(Value::Publication),
            // 「なし」 under 個人情報 says how many, not which.
            ItemField::PersonalData => match meant::persons(cell) {
                Some(count) => Some(Value::Persons(count)),
                None => return self.put_text(attribute, cell),
            },
            ItemField::Name | ItemField::Description | ItemField::Whose | ItemField::PublicationTime | ItemField::Retention => {
                return self.put_text(attribute, cell);
            }
        };
        match value {
            Some(value) => self.set(value),
            None => self.pasted.leftovers.push(Leftover::NotAValue { row: self.row, attribute, text: cell.to_owned() }),
        }
    }

    fn put_text(&mut self, attribute: ItemField, cell: &str) {
        let (text, changes) = match attribute {
            ItemField::Description => {
                let (text, changes) = Prose::<400>::from_whole(cell);
                (text.as_str().to_owned(), changes)
            }
            _ => {
                let (text, changes) = Line::<60>::from_whole(cell);
                (text.as_str().to_owned(), changes)
            }
        };
        if !changes.is_empty() {
            self.pasted.leftovers.push(Leftover::Changed { row: self.row, attribute, changes });
        }
        match attribute {
            ItemField::Name => self.made.name = text,
            ItemField::Description => self.made.description = text,
            other => self.made.texts.push((other, text)),
        }
        self.found(attribute);
    }

    fn set(&mut self, value: Value) {
        let attribute = match value {
            Value::Confidentiality(grade) => {
                self.made.confidentiality = grade;
                ItemField::ConfidentialityGrade
            }
            Value::Integrity(grade) => {
                self.made.integrity = grade;
                ItemField::IntegrityGrade
            }
            Value::Availability(grade) => {
                self.made.availability = grade;
                ItemField::AvailabilityGrade
            }
            Value::Persons(count) => {
                self.made.persons = count;
                ItemField::PersonCount
            }
            Value::Publication(plan) => {
                self.made.publication = plan;
                ItemField::Publication
            }
        };
        self.found(attribute);
    }

    fn found(&mut self, attribute: ItemField) {
        if !self.pasted.attributes.contains(&attribute) {
            self.pasted.attributes.push(attribute);
        }
    }

    fn leave(&mut self, index: usize, cell: &str) {
        self.pasted.leftovers.push(Leftover::NoPlace { row: self.row, column: index + 1, text: cell.to_owned() });
    }
}

/// What the columns are, if this row has headings: one of them names the item, and at least half name an attribute.
fn headings(cells: &[String]) -> Option<Vec<Option<ItemField>>> {
    let columns: Vec<Option<ItemField>> = cells.iter().map(|cell| meant::item_field(cell)).collect();
    let filled = cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    let known = columns.iter().flatten().count();
    (columns.contains(&Some(ItemField::Name)) && known * 2 >= filled).then_some(columns)
}

/// All values that a cell without a heading names, if it names nothing else.
fn values(cell: &str) -> Option<Vec<Value>> {
    if let Some(value) = value(cell) {
        return Some(vec![value]);
    }
    let parts: Vec<&str> = cell.split(['、', '，', ',', '/', '／', '・', ' ', '\u{3000}', '\n']).collect();
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).map(value).collect()
}

fn value(cell: &str) -> Option<Value> {
    meant::confidentiality_grade(cell, Heading::Absent)
        .map(Value::Confidentiality)
        .or_else(|| meant::grade(cell, Objective::Integrity, Heading::Absent).map(Value::Integrity))
        .or_else(|| meant::grade(cell, Objective::Availability, Heading::Absent).map(Value::Availability))
        .or_else(|| {
            meant::persons(cell).filter(|count| *count != PersonCount::Unknown && !meant::is_number(cell)).map(Value::Persons)
        })
        .or_else(|| meant::publication(cell).filter(|plan| *plan != PublicationPlan::Unknown).map(Value::Publication))
}

fn rows_of(text: &str) -> Vec<Vec<String>> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut rows = vec![Vec::new()];
    let mut rest = text.as_str();
    loop {
        let (cell, after) = cell_of(rest);
        if let Some(row) = rows.last_mut() {
            row.push(cell);
        }
        let mut following = after.chars();
        match following.next() {
            None => return rows,
            Some('\n') => rows.push(Vec::new()),
            Some(_) => {}
        }
        rest = following.as_str();
    }
}

/// The first cell and what follows it. A cell with line breaks or tabs stands in quotes, with quotes inside it doubled.
fn cell_of(text: &str) -> (String, &str) {
    if let Some(mut rest) = text.strip_prefix('"') {
        let mut cell = String::new();
        while let Some((before, after)) = rest.split_once('"') {
            cell.push_str(before);
            if let Some(after_doubled) = after.strip_prefix('"') {
                cell.push('"');
                rest = after_doubled;
            } else if after.is_empty() || after.starts_with(['\t', '\n']) {
                return (cell, after);
            } else {
                break;
            }
        }
    }
    let end = text.find(['\t', '\n']).unwrap_or(text.len());
    let (cell, after) = text.split_at(end);
    (cell.to_owned(), after)
}
