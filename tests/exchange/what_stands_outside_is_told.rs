//! Whatever somebody does to a sheet beside filling it in is told or does no harm. Nothing of it is dropped in silence.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "what a test cannot prepare fails it"
)]

use crate::support::finished;
use crate::support::workbook::{
    answered, beside, cell_of, cell_xml, inline, part, part_of, parts, read, with_content, with_part, workbook, zip_of,
};
use liu_wizard::import::{Import, OutsideKind, ProblemKind};
use liu_wizard::record::Record;
use liu_wizard::text::Lang;

const G1: &str = "gate.answers.G1";

fn exported() -> (Record, Vec<u8>) {
    let record = finished();
    let bytes = workbook(&record, Lang::Ja);
    (record, bytes)
}

/// What is told of a sheet, with no difference to the record.
fn told(bytes: &[u8], record: &Record) -> Vec<OutsideKind> {
    let import = beside(&read(bytes).unwrap(), record);
    assert_eq!(import.rows, [], "no field changes");
    kinds(&import)
}

fn kinds(import: &Import) -> Vec<OutsideKind> {
    for problem in &import.problems {
        for lang in [Lang::Ja, Lang::En] {
            let message = problem.message(lang);
            assert!(!message.what.is_empty() && !message.action.is_empty(), "{message:?}");
        }
    }
    let outside = import.problems.iter().map(|problem| match &problem.kind {
        ProblemKind::Outside { what, .. } => what.clone(),
        other => panic!("{other:?}"),
    });
    outside.collect()
}

/// The part of the worksheet of G1, and its cell.
fn g1(bytes: &[u8]) -> (String, String) {
    cell_of(bytes, G1)
}

/// The file with a part more that belongs to the worksheet of G1.
fn attached(bytes: &[u8], kind: &str, name: &str, content: &str) -> Vec<u8> {
    let (sheet, _) = g1(bytes);
    let rels = sheet.replace("worksheets/", "worksheets/_rels/") + ".rels";
    let relation = format!(
        "<Relationship Id=\"rId90\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"../{name}\"/>"
    );
    let mut files = parts(bytes);
    let all = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relation}</Relationships>"
    );
    files.retain(|(found, _)| *found != rels);
    files.push((rels, all.into_bytes()));
    files.push((format!("xl/{name}"), content.as_bytes().to_vec()));
    zip_of(&files)
}

/// The file with a row more below all others of the worksheet of G1.
fn with_row(bytes: &[u8], cells: &str) -> Vec<u8> {
    with_part(bytes, &g1(bytes).0, |xml| xml.replace("</sheetData>", &format!("<row r=\"900\">{cells}</row></sheetData>")))
}

#[test]
fn a_sheet_that_nobody_touched_has_nothing_to_tell() {
    for lang in [Lang::Ja, Lang::En] {
        let record = finished();
        let sheet = read(&workbook(&record, lang)).unwrap();
        assert!(sheet.says_what_was_written);
        let import = beside(&sheet, &record);
        assert_eq!((import.rows, import.problems), (vec![], vec![]));
    }
}

#[test]
fn a_cell_far_from_all_others_is_told_and_the_rest_is_read() {
    let (record, bytes) = exported();
    let with = |cells: &str| {
        with_part(&answered(&bytes, &[(G1, "不明")]), &g1(&bytes).0, |xml| {
            xml.replace("</sheetData>", &format!("{cells}</sheetData>"))
        })
    };
    let number = |at: &str| format!("<c r=\"{at}\"><v>7</v></c>");
    for (cells, at) in [
        (format!("<row r=\"1048576\">{}{}</row>", number("B1048576"), number("XFD1048576")), "B1048576"),
        (format!("<row r=\"990\">{}{}</row>", number("IX990"), number("XFD990")), "IX990"),
        (format!("<row r=\"200002\">{}</row><row r=\"200003\">{}</row>", number("A200002"), number("A200003")), "A200002"),
    ] {
        let import = beside(&read(&with(&cells)).unwrap(), &record);
        assert_eq!(kinds(&import), [OutsideKind::FarOut { cells: 2, first: "7".to_owned() }], "{at}");
        assert!(import.problems[0].message(Lang::Ja).place.ends_with(&format!(" {at}")), "{:?}", import.problems[0]);
        let [row] = import.rows.as_slice() else { panic!("{at}: {:?}", import.rows) };
        assert_eq!(row.path(), G1, "what was filled in is read");
    }
    // What is empty there is nothing.
    let empty = with("<row r=\"1048576\"><c r=\"XFD1048576\" s=\"1\"/></row>");
    assert_eq!(kinds(&beside(&read(&empty).unwrap(), &record)), []);
}

#[test]
fn notes_and_conversations_are_told_with_their_cell_and_who_wrote_them() {
    let (record, bytes) = exported();
    let (_, at) = g1(&bytes);
    let note = format!(
        "<comments xmlns=\"x\"><authors><author>架空 太郎</author></authors><commentList><comment ref=\"{at}\" authorId=\"0\"><text><r><t>要確認</t></r><r><t>です</t></r></text></comment></commentList></comments>"
    );
    let noted = attached(&bytes, "comments", "comments1.xml", &note);
    let import = beside(&read(&noted).unwrap(), &record);
    assert_eq!(kinds(&import), [OutsideKind::Comment { by: "架空 太郎".to_owned(), text: "要確認です".to_owned() }]);
    let place = import.problems[0].message(Lang::Ja).place;
    assert!(place.ends_with(&format!(" {at}")), "{place}");
    let thread = format!(
        "<ThreadedComments xmlns=\"x\"><threadedComment ref=\"{at}\" personId=\"p\"><text>相談したい &amp; 急ぎ</text></threadedComment></ThreadedComments>"
    );
    let conversation = attached(&bytes, "threadedComment", "threadedComments/threadedComment1.xml", &thread);
    assert_eq!(told(&conversation, &record), [OutsideKind::Comment { by: String::new(), text: "相談したい & 急ぎ".to_owned() }]);
}

#[test]
fn text_boxes_pictures_and_shapes_are_told() {
    let (record, bytes) = exported();
    let anchor = |inside: &str| {
        format!(
            "<xdr:twoCellAnchor xmlns:xdr=\"x\" xmlns:a=\"a\"><xdr:from><xdr:col>3</xdr:col><xdr:row>4</xdr:row></xdr:from>{inside}</xdr:twoCellAnchor>"
        )
    };
    let drawing = format!(
        "<xdr:wsDr>{}{}{}</xdr:wsDr>",
        anchor("<xdr:sp><xdr:txBody><a:p><a:r><a:t>確認済　山田</a:t></a:r></a:p></xdr:txBody></xdr:sp>"),
        anchor("<xdr:pic/>"),
        anchor("<xdr:cxnSp/>")
    );
    let drawn = attached(&bytes, "drawing", "drawings/drawing1.xml", &drawing);
    let expected = [OutsideKind::TextBox("確認済　山田".to_owned()), OutsideKind::Picture, OutsideKind::Drawing];
    assert_eq!(told(&drawn, &record), expected);
    let embedded = attached(&bytes, "oleObject", "embeddings/oleObject1.bin", "");
    assert_eq!(told(&embedded, &record), [OutsideKind::Control]);
}

#[test]
fn a_further_sheet_is_told() {
    let (record, bytes) = exported();
    let mut files = parts(&with_part(&bytes, "xl/workbook.xml", |xml| {
        xml.replace("</sheets>", "<sheet name=\"メモ\" sheetId=\"99\" r:id=\"rId99\"/></sheets>")
    }));
    for (name, content) in &mut files {
        if name == "xl/_rels/workbook.xml.rels" {
            let more = "<Relationship Id=\"rId99\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet99.xml\"/></Relationships>";
            *content = std::str::from_utf8(content).unwrap().replace("</Relationships>", more).into_bytes();
        }
    }
    let cells = format!("<c r=\"A1\"{}</c><c r=\"B1\"><v>5</v></c>", inline("申し送り"));
    let sheet = format!(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">{cells}</row></sheetData></worksheet>"
    );
    files.push(("xl/worksheets/sheet99.xml".to_owned(), sheet.into_bytes()));
    let further = OutsideKind::FurtherSheet { cells: 2, first: "申し送り".to_owned() };
    assert_eq!(told(&zip_of(&files), &record), [further]);
}

#[test]
fn what_was_written_beside_is_told_and_so_is_a_locked_cell_that_was_changed() {
    let (record, bytes) = exported();
    let signed = with_row(&bytes, &format!("<c r=\"B900\"{}</c>", inline("承認　架空 花子　2026-11-27")));
    assert_eq!(told(&signed, &record), [OutsideKind::Written("承認　架空 花子　2026-11-27".to_owned())]);
    let number = with_row(&bytes, "<c r=\"B900\"><v>12</v></c>");
    assert_eq!(told(&number, &record), [OutsideKind::Written("12".to_owned())]);
    // The question beside the answer is replaced by another.
    let (sheet, at) = g1(&bytes);
    let xml = part(&bytes, &sheet);
    let row = at.trim_start_matches(|character: char| character.is_ascii_alphabetic());
    let question = ["B", "C", "A"]
        .into_iter()
        .map(|column| format!("{column}{row}"))
        .find(|at| xml.contains(&format!("<c r=\"{at}\"")) && cell_xml(&xml, at).contains("t=\"s\""));
    let question = question.unwrap();
    let changed = with_part(&bytes, &sheet, |xml| {
        xml.replace(cell_xml(xml, &question), &format!("<c r=\"{question}\"{}</c>", inline("別の問い")))
    });
    assert_eq!(told(&changed, &record), [OutsideKind::Written("別の問い".to_owned())]);
    let emptied = with_part(&bytes, &sheet, |xml| xml.replace(cell_xml(xml, &question), ""));
    assert_eq!(told(&emptied, &record), [OutsideKind::Missing(1)]);
}

#[test]
fn formulas_outside_are_counted_and_filters_and_macros_told() {
    let (record, bytes) = exported();
    assert_eq!(told(&with_row(&bytes, "<c r=\"B900\"><f>1+1</f><v>2</v></c>"), &record), [OutsideKind::Formulas(1)]);
    let filtered = with_part(&bytes, &g1(&bytes).0, |xml| xml.replace("</sheetData>", "</sheetData><autoFilter ref=\"A1:F9\"/>"));
    assert_eq!(told(&filtered, &record), [OutsideKind::Filter]);
    let mut files = parts(&bytes);
    files.push(("xl/vbaProject.bin".to_owned(), vec![0]));
    assert_eq!(told(&zip_of(&files), &record), [OutsideKind::Macro]);
}

#[test]
fn hidden_answers_are_read_and_told() {
    let (record, bytes) = exported();
    let (sheet, at) = g1(&bytes);
    let row = at.trim_start_matches(|character: char| character.is_ascii_alphabetic()).to_owned();
    let number: u32 = row.parse().unwrap();
    let answered = with_content(&bytes, G1, &inline("いいえ"));
    let hidden =
        with_part(&answered, &sheet, |xml| xml.replace(&format!("<row r=\"{row}\""), &format!("<row r=\"{row}\" hidden=\"1\"")));
    let import = beside(&read(&hidden).unwrap(), &record);
    assert_eq!((import.rows.len(), kinds(&import)), (1, vec![OutsideKind::HiddenRows(number, number)]));
    assert!(import.problems[0].is_to_be_checked(), "it was read");
    let name = &read(&bytes).unwrap().cells.iter().find(|cell| cell.key == G1).unwrap().at.sheet.clone();
    assert_eq!(part_of(&bytes, name), sheet);
    let hidden = with_part(&answered, "xl/workbook.xml", |xml| {
        xml.replace(&format!("<sheet name=\"{name}\""), &format!("<sheet name=\"{name}\" state=\"hidden\""))
    });
    let import = beside(&read(&hidden).unwrap(), &record);
    assert_eq!((import.rows.len(), kinds(&import)), (1, vec![OutsideKind::HiddenSheet]));
    assert!(import.problems[0].is_to_be_checked(), "it was read");
}

#[test]
fn merged_answers_leave_their_fields_as_they_are() {
    let (record, bytes) = exported();
    let cells: Vec<_> = read(&bytes).unwrap().cells;
    let is_below = |one: &liu_wizard::import::CellPlace, other: &liu_wizard::import::CellPlace| {
        (&one.sheet, one.column, one.row + 1) == (&other.sheet, other.column, other.row)
    };
    let pairs = cells.iter().flat_map(|one| cells.iter().map(move |other| (one, other)));
    let (one, other) = pairs.into_iter().find(|(one, other)| is_below(&one.at, &other.at)).unwrap();
    let (key, first, second) = (other.key.split(' ').next().unwrap().to_owned(), one.at.clone(), other.at.clone());
    let name = |place: &liu_wizard::import::CellPlace| place.to_string().rsplit(' ').next().unwrap().to_owned();
    let range = format!("{}:{}", name(&first), name(&second));
    let emptied = with_content(&bytes, &key, "><v></v>");
    let merged = with_part(&emptied, &part_of(&bytes, &first.sheet), |xml| {
        let merge = format!("<mergeCell ref=\"{range}\"/>");
        if xml.contains("</mergeCells>") {
            xml.replace("</mergeCells>", &format!("{merge}</mergeCells>"))
        } else {
            xml.replace("</sheetData>", &format!("</sheetData><mergeCells count=\"1\">{merge}</mergeCells>"))
        }
    });
    assert_eq!(told(&merged, &record), [OutsideKind::Merged(range)]);
}

/// As spreadsheets do it: what stands right of a deleted column moves left, and of an inserted one right.
fn moved(xml: &str, from: u32, by: i32) -> String {
    let mut moved = String::new();
    for (index, piece) in xml.split("<c r=\"").enumerate() {
        if index == 0 {
            moved.push_str(piece);
            continue;
        }
        let (name, rest) = piece.split_once('"').unwrap();
        let digits = name.trim_start_matches(|character: char| character.is_ascii_alphabetic());
        let column =
            name.strip_suffix(digits).unwrap().bytes().fold(0, |sum, letter| sum * 26 + u32::from(letter - b'A') + 1) - 1;
        if by < 0 && column == from {
            // The cell goes, and with it what it holds.
            let end = if rest[..rest.find('>').unwrap()].ends_with('/') {
                rest.find("/>").unwrap() + 2
            } else {
                rest.find("</c>").unwrap() + 4
            };
            moved.push_str(&rest[end..]);
            continue;
        }
        let column = if column >= from { column.checked_add_signed(by).unwrap() } else { column };
        let letters = if column < 26 {
            char::from(b'A' + u8::try_from(column).unwrap()).to_string()
        } else {
            let (first, second) = (column / 26 - 1, column % 26);
            [first, second].map(|letter| char::from(b'A' + u8::try_from(letter).unwrap())).iter().collect()
        };
        moved.push_str(&format!("<c r=\"{letters}{digits}\"{rest}"));
    }
    moved
}

#[test]
fn a_column_that_was_deleted_or_put_in_leaves_its_fields_as_they_are() {
    let (record, bytes) = exported();
    let sheet = read(&bytes).unwrap();
    let at = sheet.cells.iter().find(|cell| cell.key == G1).unwrap().at.clone();
    for by in [-1, 1] {
        let changed = with_part(&bytes, &g1(&bytes).0, |xml| moved(xml, at.column, by));
        let import = beside(&read(&changed).unwrap(), &record);
        assert_eq!(import.rows, [], "{by}: no field changes");
        let lost = import
            .problems
            .iter()
            .any(|problem| matches!(problem.kind, ProblemKind::Outside { what: OutsideKind::LostColumn(_), .. }));
        assert!(lost, "{by}: {:?}", import.problems);
    }
}

#[test]
fn rows_that_are_put_in_empty_do_no_harm() {
    let (record, bytes) = exported();
    assert_eq!(told(&with_row(&bytes, ""), &record), []);
}

#[test]
fn a_row_that_is_gone_leaves_its_fields_as_they_are_and_is_told() {
    let (record, bytes) = exported();
    let (sheet, at) = g1(&bytes);
    let row = at.trim_start_matches(|character: char| character.is_ascii_alphabetic()).to_owned();
    let gone = with_part(&bytes, &sheet, |xml| {
        let from = xml.find(&format!("<row r=\"{row}\"")).unwrap();
        let to = from + xml[from..].find("</row>").unwrap() + "</row>".len();
        format!("{}{}", &xml[..from], &xml[to..])
    });
    let import = beside(&read(&gone).unwrap(), &record);
    assert_eq!(import.rows, []);
    assert!(import.problems.iter().any(|problem| matches!(problem.kind, ProblemKind::LostKeys(_))), "{:?}", import.problems);
}
