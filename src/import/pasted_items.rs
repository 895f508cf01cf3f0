//! Rows copied from a spreadsheet, understood as far as they can be, with what was not understood.

use crate::record::{
    ConfidentialityGrade, Edit, Field, Grade, ItemField, ItemId, Line, NewItem, Objective, PersonCount, Prose, PublicationPlan,
};
use crate::text::meant::{self, Heading};

/// The most rows that are taken in one paste.
pub const MAX_ROWS: usize = 500;

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
    /// Characters that act or hide were taken out of this row.
    RefusedCharacters {
        /// The row.
        row: usize,
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
    let mut table = rows_of(text);
    table.retain(|cells| cells.iter().any(|cell| !cell.trim().is_empty()));
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
        match &headings {
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
        for (attribute, text) in &row.texts {
            filled.push(Edit::SetText { field: Field::Item(id.clone(), *attribute), text: text.clone() });
        }
        let one = || vec![id.clone()];
        if row.confidentiality != ConfidentialityGrade::NotGraded {
            filled.push(Edit::GradeConfidentiality(one(), row.confidentiality));
        }
        if row.integrity != Grade::NotGraded {
            filled.push(Edit::GradeIntegrity(one(), row.integrity));
        }
        if row.availability != Grade::NotGraded {
            filled.push(Edit::GradeAvailability(one(), row.availability));
        }
        if row.persons != PersonCount::NotAnswered {
            filled.push(Edit::CountPersons(one(), row.persons));
        }
        if row.publication != PublicationPlan::NotAnswered {
            filled.push(Edit::PlanPublication(one(), row.publication));
        }
    }
    let mut edits = vec![Edit::AddItems(added)];
    edits.append(&mut filled);
    Edit::Together(edits)
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
        let (text, problems) = match attribute {
            ItemField::Description => {
                let (text, problems) = Prose::<400>::from_whole(cell);
                (text.as_str().to_owned(), problems)
            }
            _ => {
                let (text, problems) = Line::<60>::from_whole(cell);
                (text.as_str().to_owned(), problems)
            }
        };
        if !problems.is_empty() {
            self.pasted.leftovers.push(Leftover::RefusedCharacters { row: self.row });
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{CatalogueId, CataloguePin, ContentDigest, Date, ProfileId, Record, RecordId, Role};

    fn row(name: &str, description: &str) -> PastedRow {
        PastedRow { name: name.to_owned(), description: description.to_owned(), ..PastedRow::default() }
    }

    #[test]
    fn without_headings_the_first_cell_is_the_name_and_the_first_text_the_description() {
        let pasted = read("議事録\t会議の記録\r\n名簿\t\t\r\n\r\n資料\t公表予定の資料\r\n");
        assert_eq!(pasted.rows, [row("議事録", "会議の記録"), row("名簿", ""), row("資料", "公表予定の資料")]);
        assert_eq!(pasted.leftovers, []);
        assert_eq!(pasted.attributes, [ItemField::Name, ItemField::Description]);
    }

    #[test]
    fn words_for_grades_persons_and_publication_are_understood_wherever_they_stand() {
        let graded = PastedRow {
            confidentiality: ConfidentialityGrade::Two,
            integrity: Grade::One,
            availability: Grade::Two,
            persons: PersonCount::UpTo100,
            publication: PublicationPlan::NotPlanned,
            ..row("名簿", "委員の名簿")
        };
        for text in [
            "名簿\t委員の名簿\t機密性2\t完全性1\t可用性2\t〜100\t公表しない",
            "名簿\t機密性２情報\t可用性２情報\t委員の名簿\t非公表\t100人以下\t完全性１",
            "名簿\t委員の名簿\t機密性2、完全性1、可用性2\t～100人\t公表しない",
        ] {
            let pasted = read(text);
            assert_eq!((pasted.rows, pasted.leftovers), (vec![graded.clone()], vec![]), "{text}");
        }
    }

    #[test]
    fn headings_say_what_the_columns_are_in_any_order() {
        let text = "機密性\t情報の名称\t人数\t保存期間\t備考\t公表の予定\n2\t申込者一覧\t1,500\t1年\t要相談\t不明\n";
        let pasted = read(text);
        let expected = PastedRow {
            confidentiality: ConfidentialityGrade::Two,
            persons: PersonCount::Over1000,
            publication: PublicationPlan::Unknown,
            texts: vec![(ItemField::Retention, "1年".to_owned())],
            ..row("申込者一覧", "")
        };
        assert_eq!(pasted.rows, [expected]);
        assert_eq!(pasted.leftovers, [Leftover::UnknownColumn { column: 5, heading: "備考".to_owned() }]);
    }

    #[test]
    fn what_is_not_understood_is_said_with_its_place_and_guessed_at_nowhere() {
        let pasted = read("名称\t完全性\t人数\n台帳\t3\tたくさん\n");
        assert_eq!(pasted.rows, [row("台帳", "")]);
        assert_eq!(
            pasted.leftovers,
            [
                Leftover::NotAValue { row: 2, attribute: ItemField::IntegrityGrade, text: "3".to_owned() },
                Leftover::NotAValue { row: 2, attribute: ItemField::PersonCount, text: "たくさん".to_owned() },
            ]
        );
        let pasted = read("台帳\t受付の台帳\t12\tその他");
        assert_eq!(pasted.rows, [row("台帳", "受付の台帳")]);
        assert_eq!(
            pasted.leftovers,
            [
                Leftover::NoPlace { row: 1, column: 3, text: "12".to_owned() },
                Leftover::NoPlace { row: 1, column: 4, text: "その他".to_owned() },
            ]
        );
    }

    #[test]
    fn persons_are_counted_in_bands() {
        for (written, expected) in [
            ("なし", PersonCount::None),
            ("0", PersonCount::None),
            ("1", PersonCount::UpTo100),
            ("100人", PersonCount::UpTo100),
            ("101", PersonCount::UpTo1000),
            ("101〜1,000", PersonCount::UpTo1000),
            ("１０００名", PersonCount::UpTo1000),
            ("1001件", PersonCount::Over1000),
            ("1,000超", PersonCount::Over1000),
            ("不明", PersonCount::Unknown),
            ("多い", PersonCount::NotAnswered),
            ("99999999999999999999", PersonCount::NotAnswered),
        ] {
            let pasted = read(&format!("名称\t人数\nx\t{written}"));
            assert_eq!(pasted.rows.first().map(|row| row.persons), Some(expected), "{written}");
        }
    }

    #[test]
    fn cells_with_line_breaks_tabs_and_quotes_stay_whole() {
        let pasted = read("\"議事\n録\"\t\"一行目\n二行目\t\"\"引用\"\"\"\n\"閉じない\t説明");
        assert_eq!(pasted.rows, [row("議事 録", "一行目\n二行目 \"引用\""), row("\"閉じない", "説明")]);
    }

    #[test]
    fn characters_that_act_are_taken_out_and_named() {
        let pasted = read("名\u{202E}簿\t説明");
        assert_eq!(pasted.rows, [row("名簿", "説明")]);
        assert_eq!(pasted.leftovers, [Leftover::RefusedCharacters { row: 1 }]);
    }

    #[test]
    fn rows_beyond_the_most_are_counted_and_not_taken() {
        let text = "情報\n".repeat(MAX_ROWS + 3);
        let pasted = read(&text);
        assert_eq!(pasted.rows.len(), MAX_ROWS);
        assert_eq!(pasted.leftovers, [Leftover::TooManyRows { rows: 2 }]);
    }

    #[test]
    fn nothing_comes_of_nothing() {
        for text in ["", "\n\n", " \t \n"] {
            assert_eq!(read(text), Pasted::default(), "{text:?}");
        }
    }

    #[test]
    fn a_paste_is_one_act_that_fills_all_it_understood() {
        let digest = ContentDigest::of(b"");
        let pin = CataloguePin { id: CatalogueId::new("test").unwrap(), version: Line::default(), digest };
        let day = Date::new(2026, 11, 23).unwrap();
        let mut record = Record::new(RecordId::new("r").unwrap(), Role::Agency, day, ProfileId::new("p").unwrap(), pin);
        let pasted = read("名称\t誰の情報か\t機密性\t完全性\t可用性\t人数\t公表\n名簿\t委員\t2\t1\t1\tなし\t公表済み\n資料\n");
        let mut next = 0;
        let edit = as_edit(&pasted.rows, || {
            next += 1;
            ItemId::new(format!("i{next}")).unwrap()
        });
        record.apply(edit).unwrap();
        let [first, second] = record.items.as_slice() else { panic!("two rows were pasted") };
        assert_eq!((first.name.as_str(), first.whose.as_str()), ("名簿", "委員"));
        assert_eq!(
            (first.confidentiality_grade, first.integrity_grade, first.availability_grade),
            (ConfidentialityGrade::Two, Grade::One, Grade::One)
        );
        assert_eq!((first.person_count, first.publication), (PersonCount::None, PublicationPlan::Published));
        assert_eq!(second.name.as_str(), "資料");
        assert_eq!(second.confidentiality_grade, ConfidentialityGrade::NotGraded);
    }
}
