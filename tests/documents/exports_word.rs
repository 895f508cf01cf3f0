//! A Word document says what the report says, in styles that can be changed and places that can be typed into, to readers that
//! are not ours.

use std::collections::BTreeSet;

use crate::support::exports::{Case, approved, blank, dense, line, prose, purpose_harmed, sensitive_unknown, web_conference};
use crate::support::word::{Node, paragraphs, paragraphs_by_docx_rs, part, part_names, printed_by_office_suite, said_by, word};
use liu_wizard::export::{Block, Document, Emphasis, Report, report};
use liu_wizard::judgement::Outcome;
use liu_wizard::record::{Record, Role};
use liu_wizard::text::{Label as _, Lang};

const LANGS: [Lang; 2] = [Lang::Ja, Lang::En];

fn report_of(document: &Document, record: &Record, lang: Lang) -> Report {
    report(document, &Case::new(record.clone()).input(lang)).unwrap()
}

fn records() -> [Record; 4] {
    [purpose_harmed("理由の一行目\n　二行目"), approved(web_conference()), sensitive_unknown(), blank(Role::Csp)]
}

fn body(document: &Document, record: &Record, lang: Lang) -> Node {
    part(&word(document, record, lang), "word/document.xml")
}

#[test]
fn every_text_of_the_report_is_there_in_its_order() {
    for record in records() {
        for document in Document::WHOLE {
            for lang in LANGS {
                let expected = said_by(&report_of(&document, &record, lang));
                assert!(expected.len() > 20, "{expected:?}");
                let docx = word(&document, &record, lang);
                assert_eq!(paragraphs(&docx), expected, "{document:?} {lang:?}");
                assert_eq!(paragraphs_by_docx_rs(&docx), expected, "{document:?} {lang:?}");
            }
        }
    }
    let record = web_conference();
    let item = Document::Item(record.items[0].id.clone());
    assert_eq!(paragraphs(&word(&item, &record, Lang::Ja)), said_by(&report_of(&item, &record, Lang::Ja)));
}

#[test]
fn hostile_text_comes_back_as_typed() {
    let long = "長".repeat(10_000);
    for text in [
        "=cmd|' /C calc'!A0",
        "<script>alert(1)</script>",
        "#set page(fill: red)",
        "$x$",
        "*b*",
        "../../x",
        "]]>",
        "&amp;",
        "_x0041_",
        "  前後の空白  ",
        "会議🙂",
        "한국",
        "𠮷 葛\u{E0100} 髙﨑 ㈱ ① ＡＢｶﾞ",
        &long,
    ] {
        let mut record = web_conference();
        record.service.name = line(text);
        // No field takes more than those 10,000.
        let head: String = text.chars().take(100).collect();
        record.service.summary = prose(&format!("{head}\n{head}"));
        record.items[0].name = line(text);
        let docx = word(&Document::Sheet, &record, Lang::Ja);
        let read = paragraphs(&docx);
        assert!(text.contains('&') || paragraphs_by_docx_rs(&docx) == read, "{text:.200}");
        for expected in [text.to_owned(), format!("{head}\n{head}"), format!("(1) {text}")] {
            assert!(read.contains(&expected), "{expected:.200} is not among {:.2000}", format!("{read:?}"));
        }
    }
}

#[test]
fn what_cannot_be_seen_is_shown() {
    let mut record = web_conference();
    record.service.name = line("架\u{200B}空");
    record.items[0].name = line("架\u{00AD}空");
    let docx = word(&Document::Sheet, &record, Lang::Ja);
    let read = paragraphs(&docx);
    assert!(read.contains(&"架〔U+200B〕空".to_owned()) && read.contains(&"(1) 架〔U+00AD〕空".to_owned()), "{read:?}");
    let names =
        part(&docx, "word/document.xml").all("w:tblCaption").iter().any(|name| name.attribute("w:val").contains('\u{AD}'));
    assert!(!names, "nor in the name of a table");
}

#[test]
fn headings_are_styles_that_navigation_knows() {
    for (document, parted) in [(Document::Sheet, true), (Document::Record, false), (Document::Explanation, false)] {
        let record = web_conference();
        let report = report_of(&document, &record, Lang::Ja);
        let body = body(&document, &record, Lang::Ja);
        let of_style = |style: &str| -> Vec<String> {
            body.all("w:p").iter().filter(|paragraph| paragraph.style() == style).map(|paragraph| paragraph.said()).collect()
        };
        let (chapters, below) = if parted { ("Heading2", "Heading3") } else { ("Heading1", "Heading2") };
        let titles: Vec<String> = report.chapters.iter().map(|chapter| chapter.heading()).collect();
        assert_eq!(of_style(chapters), titles, "{document:?}");
        let blocks = report.chapters.iter().flat_map(|chapter| &chapter.blocks);
        let headings: Vec<&String> =
            blocks.filter_map(|block| if let Block::Heading { text } = block { Some(text) } else { None }).collect();
        assert_eq!(of_style(below).iter().collect::<Vec<_>>(), headings, "{document:?}");
        assert_eq!(of_style("Title"), std::slice::from_ref(&report.title));
        if parted {
            let parts: Vec<&str> = report.chapters.iter().map(|it| it.part.as_str()).filter(|part| !part.is_empty()).collect();
            assert_eq!(of_style("Heading1"), parts);
            let breaks = body.all("w:p").iter().filter(|it| it.has("w:pageBreakBefore")).map(|it| it.said()).collect::<Vec<_>>();
            assert_eq!(breaks, parts[1..], "a part begins on a page of its own");
        }
    }
}

#[test]
fn styles_have_the_names_that_word_knows_and_levels_of_their_own() {
    for document in Document::WHOLE {
        let docx = word(&document, &web_conference(), Lang::Ja);
        let styles = part(&docx, "word/styles.xml");
        let style = |id: &str| *styles.all("w:style").iter().find(|style| style.attribute("w:styleId") == id).unwrap();
        for (id, name) in [
            ("Normal", "Normal"),
            ("Title", "Title"),
            ("Subtitle", "Subtitle"),
            ("Heading1", "heading 1"),
            ("Heading2", "heading 2"),
            ("Heading3", "heading 3"),
            ("Caption", "caption"),
            ("ListBullet", "List Bullet"),
        ] {
            assert_eq!(style(id).val("w:name"), name);
        }
        for (id, level) in [("Heading1", "0"), ("Heading2", "1"), ("Heading3", "2")] {
            assert_eq!(style(id).val("w:outlineLvl"), level);
            assert!(style(id).has("w:keepNext"));
        }
        let names: BTreeSet<&str> = styles.all("w:name").iter().map(|name| name.attribute("w:val")).collect();
        assert_eq!(names.len(), styles.all("w:style").len(), "each has a name of its own");
        let known: BTreeSet<&str> = styles.all("w:style").iter().map(|style| style.attribute("w:styleId")).collect();
        for file in ["word/document.xml", "word/header1.xml", "word/footer1.xml", "word/styles.xml", "word/numbering.xml"] {
            let file = part(&docx, file);
            for name in ["w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next"] {
                for used in file.all(name) {
                    assert!(known.contains(used.attribute("w:val")), "{used:?}");
                }
            }
        }
    }
}

#[test]
fn fonts_language_and_line_breaking_are_japanese() {
    for (lang, language) in [(Lang::Ja, "ja-JP"), (Lang::En, "en-US")] {
        let docx = word(&Document::Sheet, &web_conference(), lang);
        let defaults = part(&docx, "word/styles.xml");
        let defaults = defaults.first("w:docDefaults").unwrap();
        let fonts = defaults.first("w:rFonts").unwrap();
        assert_eq!((fonts.attribute("w:ascii"), fonts.attribute("w:hAnsi")), ("BIZ UDPGothic", "BIZ UDPGothic"));
        assert_eq!(fonts.attribute("w:eastAsia"), "BIZ UDPゴシック");
        let spoken = defaults.first("w:lang").unwrap();
        assert_eq!((spoken.attribute("w:val"), spoken.attribute("w:eastAsia")), ("en-US", "ja-JP"));
        assert!(defaults.has("w:kinsoku"));
        assert_eq!(part(&docx, "docProps/core.xml").first("dc:language").unwrap().text, language);
        let page = part(&docx, "word/document.xml");
        let page = page.first("w:pgSz").unwrap();
        assert_eq!((page.attribute("w:w"), page.attribute("w:h")), ("11906", "16838"), "A4");
    }
}

#[test]
fn header_rows_repeat_and_short_rows_stay_whole() {
    let mut record = purpose_harmed("理由");
    record.items[0].decisions.integrity.reason = prose(&"長い理由。".repeat(100));
    for document in Document::WHOLE {
        let body = body(&document, &record, Lang::Ja);
        let tables: Vec<&Node> = body.all("w:tbl").into_iter().filter(|it| it.val("w:tblStyle") == "RecordTable").collect();
        assert!(tables.len() > 1, "{document:?}");
        for table in tables {
            let repeats: Vec<bool> = table.all("w:tr").iter().map(|row| row.has("w:tblHeader")).collect();
            assert!(repeats[0] && repeats.len() > 1 && !repeats[1..].contains(&true), "{document:?} {repeats:?}");
        }
        let rows = body.all("w:tr");
        let (long, short): (Vec<&Node>, Vec<&Node>) =
            rows.iter().partition(|row| row.all("w:tc").iter().any(|cell| cell.said().chars().count() > 300));
        assert!(!long.is_empty() || document == Document::Explanation, "{document:?}");
        // What is neither is held together or not by how narrow its column is.
        let few_words = |row: &&&Node| row.all("w:tc").iter().all(|cell| cell.said().chars().count() < 30);
        assert!(short.iter().filter(few_words).all(|row| row.has("w:cantSplit")), "{document:?}");
        assert!(long.iter().all(|row| !row.has("w:cantSplit")), "{document:?}");
    }
}

#[test]
fn tables_fill_the_page_have_names_and_stay_apart() {
    for record in records() {
        for document in Document::WHOLE {
            let body = body(&document, &record, Lang::Ja);
            for table in body.all("w:tbl") {
                let widths = table.all("w:gridCol");
                let sum: u32 = widths.iter().map(|column| column.attribute("w:w").parse::<u32>().unwrap()).sum();
                assert_eq!(sum, 9_752, "{document:?}");
                assert!(table.all("w:tr").iter().all(|row| row.all("w:tc").len() == widths.len()));
                assert!(table.all("w:tc").iter().all(|cell| cell.children.last().unwrap().name == "w:p"));
                assert!(!table.val("w:tblCaption").is_empty(), "{document:?}");
                assert!(table.val("w:tblStyle") == "FactsTable" || !table.val("w:tblDescription").is_empty());
            }
            let blocks: Vec<&str> = body.children[0].children.iter().map(|block| block.name.as_str()).collect();
            assert!(!blocks.windows(2).any(|two| two == ["w:tbl", "w:tbl"] || two == ["w:tbl", "w:sectPr"]), "{document:?}");
        }
    }
}

#[test]
fn what_was_lowered_or_is_open_stands_out_by_weight_and_ground() {
    let body = body(&Document::Sheet, &purpose_harmed("理由"), Lang::Ja);
    let lowered: Vec<&Node> = body.all("w:tc").into_iter().filter(|cell| cell.val("w:rStyle") == "Lowered").collect();
    assert!(!lowered.is_empty());
    for cell in lowered {
        assert!(cell.said().contains("引下げ"), "never by colour alone");
        assert_eq!(cell.first("w:shd").unwrap().attribute("w:fill"), "FFF0E0");
    }
    let docx = word(&Document::Record, &sensitive_unknown(), Lang::Ja);
    let open = part(&docx, "word/document.xml");
    let open: Vec<&Node> = open.all("w:tc").into_iter().filter(|cell| cell.val("w:rStyle") == "Open").collect();
    assert!(open.iter().any(|cell| cell.said() == "不明"));
    assert!(open.iter().all(|cell| cell.first("w:shd").unwrap().attribute("w:fill") == "FBF5E0"));
    let styles = part(&docx, "word/styles.xml");
    for style in styles.all("w:style") {
        let id = style.attribute("w:styleId");
        assert!(!["Good", "Bad", "Lowered", "Open", "Strong"].contains(&id) || style.has("w:b"), "{id}");
    }
}

#[test]
fn places_to_sign_are_empty_and_can_be_typed_into() {
    for document in [Document::Sheet, Document::Explanation] {
        for (lang, name) in [(Lang::Ja, "承認者：署名・押印"), (Lang::En, "Approver: Signature")] {
            let record = web_conference();
            let report = report_of(&document, &record, lang);
            let wanted = report.cells().iter().filter(|cell| cell.emphasis == Emphasis::ToWrite).count();
            let body = body(&document, &record, lang);
            let places = body.all("w:sdt");
            assert_eq!((places.len(), wanted), (3, 3), "{document:?}");
            for place in &places {
                assert!(place.has("w:text") && place.has("w:r") && place.said().is_empty());
                assert!(!place.has("w:showingPlcHdr") && !place.has("w:lock"), "nothing to delete first, nothing locked");
                assert_eq!(place.val("w:alias"), place.val("w:tag"));
            }
            let ids: BTreeSet<&str> = places.iter().map(|place| place.val("w:id")).collect();
            let names: BTreeSet<&str> = places.iter().map(|place| place.val("w:alias")).collect();
            assert_eq!((ids.len(), names.len()), (3, 3));
            assert!(names.contains(name), "{names:?}");
            let rows = body.all("w:tr");
            let to_sign: Vec<&&Node> = rows.iter().filter(|row| row.has("w:sdt")).collect();
            assert_eq!(to_sign.len(), 2);
            assert!(to_sign.iter().all(|row| row.val("w:trHeight") == "680"), "room for a signature");
        }
    }
}

#[test]
fn every_page_names_record_state_and_number() {
    let record = approved(web_conference());
    let (id, digest) = (record.id.short().to_owned(), record.content_digest().short().to_owned());
    let docx = word(&Document::Sheet, &record, Lang::Ja);
    let header = part(&docx, "word/header1.xml").said();
    assert!(header.contains(&id) && header.contains(&digest) && header.contains("状態：承認"), "{header}");
    let footer = part(&docx, "word/footer1.xml");
    assert!(footer.said().starts_with("本書は公式様式ではありません"));
    let fields: Vec<&str> = footer.all("w:fldSimple").iter().map(|field| field.attribute("w:instr")).collect();
    assert_eq!(fields, ["PAGE", "NUMPAGES"]);
    let body = part(&docx, "word/document.xml");
    let links = part(&docx, "word/_rels/document.xml.rels");
    for reference in ["w:headerReference", "w:footerReference"] {
        let id = body.first(reference).unwrap().attribute("r:id");
        assert!(links.all("Relationship").iter().any(|link| link.attribute("Id") == id), "{reference}");
    }
}

#[test]
fn a_draft_says_so_on_every_page_and_a_final_copy_on_none() {
    let draft = word(&Document::Sheet, &web_conference(), Lang::Ja);
    let header = part(&draft, "word/header1.xml");
    let runs = header.all("w:r");
    let mark = runs.iter().find(|run| run.said() == "作成中").unwrap();
    assert!(mark.has("w:bdr") && mark.val("w:rStyle") == "Bad", "bold and boxed");
    assert_eq!(paragraphs(&draft)[0], "作成中");
    let last = word(&Document::Sheet, &approved(web_conference()), Lang::Ja);
    assert!(!part(&last, "word/header1.xml").said().contains("作成中"));
    assert!(!paragraphs(&last).iter().any(|text| text == "作成中"));
}

#[test]
fn properties_name_title_record_and_day_and_nobody() {
    let record = approved(web_conference());
    let docx = word(&Document::Sheet, &record, Lang::Ja);
    let core = part(&docx, "docProps/core.xml");
    let said: Vec<(&str, &str)> = core.children.iter().map(|it| (it.name.as_str(), it.text.as_str())).collect();
    let expected = [
        ("dc:title", "影響度評価シート"),
        ("dc:creator", "liu-wizard"),
        ("cp:lastModifiedBy", "liu-wizard"),
        ("dc:language", "ja-JP"),
        ("dcterms:created", "2026-11-23T00:00:00Z"),
        ("dcterms:modified", "2026-11-23T00:00:00Z"),
    ];
    assert_eq!(said, expected);
    let custom = part(&docx, "docProps/custom.xml");
    let value = |name: &str| {
        let property = *custom.all("property").iter().find(|it| it.attribute("name") == name).unwrap();
        property.children[0].text.clone()
    };
    assert_eq!(value("record"), record.id.as_str());
    assert_eq!(value("content"), record.content_digest().as_str());
    assert_eq!(value("record_format_version"), liu_wizard::file::VERSION.to_string());
    let program = part(&docx, "docProps/app.xml");
    assert!(program.first("Application").unwrap().text.starts_with("liu-wizard "));
}

#[test]
fn every_file_is_listed_and_none_lies_outside() {
    let docx = word(&Document::Record, &web_conference(), Lang::Ja);
    let names = part_names(&docx);
    assert_eq!(names[0], "[Content_Types].xml");
    let types = part(&docx, "[Content_Types].xml");
    let listed: BTreeSet<String> = types.all("Override").iter().map(|it| it.attribute("PartName").to_owned()).collect();
    let mut linked = BTreeSet::new();
    for file in ["_rels/.rels", "word/_rels/document.xml.rels"] {
        for link in part(&docx, file).all("Relationship") {
            assert_eq!(link.attribute("TargetMode"), "", "nothing is fetched");
            linked.insert(link.attribute("Target").to_owned());
        }
    }
    let there: BTreeSet<String> =
        names.iter().filter(|name| name.ends_with(".xml") && !name.starts_with('[')).map(|name| format!("/{name}")).collect();
    assert_eq!((&listed, &linked), (&there, &there));
}

#[test]
fn equal_input_gives_equal_bytes() {
    let made = |reason| word(&Document::Record, &purpose_harmed(reason), Lang::Ja);
    assert_eq!(made("理由"), made("理由"));
    assert_ne!(made("理由"), made("別の理由"));
}

#[test]
fn an_office_suite_opens_it_and_prints_title_and_outcome() {
    let docx = word(&Document::Sheet, &approved(web_conference()), Lang::Ja);
    let Some(pdf) = printed_by_office_suite(&docx) else { return };
    let printed = crate::support::exports::pages(&pdf).concat();
    for said in ["影響度評価シート", Outcome::Fits.label(Lang::Ja), "ウェブ会議サービス甲"] {
        assert!(printed.contains(&dense(said)), "{said} in {printed:.2000}");
    }
}

#[test]
fn an_office_suite_prints_the_last_word_of_rows_that_are_longer_than_a_page() {
    let mut record = purpose_harmed(&format!("{}最後の言葉い", "長い理由。".repeat(400)));
    record.items[0].decisions.integrity.reason = prose(&format!("{}最後の言葉ろ", "行\n".repeat(200)));
    record.red_flags[0].word = line(&format!("{}最後の言葉は", "語".repeat(1_300)));
    record.items[0].name = line(&format!("{}最後の言葉に", "名".repeat(1_100)));
    let Some(pdf) = printed_by_office_suite(&word(&Document::Sheet, &record, Lang::Ja)) else { return };
    let printed = crate::support::exports::pages(&pdf).concat();
    for said in ["最後の言葉い", "最後の言葉ろ", "最後の言葉は", "最後の言葉に"] {
        assert!(printed.contains(said), "{said}");
    }
}
