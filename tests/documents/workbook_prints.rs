//! What a workbook takes on paper: few pages, on A4, with everything on them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, reason = "what a test cannot prepare fails it")]

use std::path::Path;
use std::process::Command;

use crate::support::case::changed;
use crate::support::workbook::{part, part_of, workbook};
use crate::support::{apply, finished, write};
use liu_wizard::record::{Edit, Field, ItemField, ItemId, NewItem, Objective, Record, Role};
use liu_wizard::text::Lang;

/// A record of so many items, each described and explained in a sentence or two.
fn of_items(count: usize) -> Record {
    let mut record =
        changed(finished(), "C4=yes reason.C=委員の氏名と所属は、会議の公表と同時に公開されるため、漏れても影響は小さい。");
    let item = record.items[0].id.clone();
    write(&mut record, Field::Item(item.clone(), ItemField::Description), "会議で話された内容と、画面に映した資料");
    write(&mut record, Field::Reason(item.clone(), Objective::Availability), "止まったときは電話会議に切り替える。");
    let first = record.items[0].clone();
    for number in 2..=count {
        let id = ItemId::new(format!("item-{number}")).unwrap();
        apply(&mut record, Edit::AddItems(vec![NewItem { id: id.clone(), name: String::new(), description: String::new() }]));
        let mut item = first.clone();
        (item.id, item.name) = (id, format!("取り扱う情報の{number}番目").as_str().try_into().unwrap());
        record.items[number - 1] = item;
    }
    record
}

/// How a worksheet is set up for print.
fn set_up(bytes: &[u8], sheet: &str) -> String {
    let xml = part(bytes, &part_of(bytes, sheet));
    let head = &xml[..xml.find("<sheetData").unwrap()];
    let foot = &xml[xml.find("</sheetData>").unwrap()..];
    format!("{head}{foot}")
}

#[test]
fn every_sheet_is_set_up_for_few_pages_of_a4() {
    for (lang, names) in [(Lang::Ja, ["使い方", "案件", "情報ごとの評価"]), (Lang::En, ["Read me first", "Case", "Items"])]
    {
        let bytes = workbook(&of_items(3), lang);
        let [front, case, items] = names.map(|name| set_up(&bytes, name));
        for set in [&front, &case, &items] {
            assert!(set.contains("paperSize=\"9\""));
        }
        assert!(part(&bytes, "xl/workbook.xml").contains("!$A$1</definedName>"), "how to fill it in is not printed: {front}");
        assert!(case.contains("fitToPage=\"1\"") && case.contains("orientation=\"portrait\""), "{case}");
        assert!(!case.contains("fitToHeight=\"0\""), "all of the case on one page: {case}");
        // The table is four pages wide, each with the names at its left and the heads above.
        assert!(items.contains("orientation=\"landscape\"") && !items.contains("fitToPage"));
        assert!(items.contains("<colBreaks count=\"3\" manualBreakCount=\"3\">"), "{items}");
        let scale: u32 = items.split("scale=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap();
        assert!((55..=90).contains(&scale), "{scale}");
        let names = part(&bytes, "xl/workbook.xml");
        assert!(
            names.contains(&format!("{}!$B:$C,", lang.pick("情報ごとの評価", "Items"))) && names.contains("!$3:$4</definedName>"),
            "{names}"
        );
    }
}

/// How many pages a workbook takes when it is printed by an office suite with fonts, font configuration and profile of its own.
fn pages_of(bytes: &[u8]) -> Option<usize> {
    if Command::new("soffice").arg("--version").output().is_err() {
        eprintln!("soffice is not on PATH: no office suite was asked to print the workbook");
        return None;
    }
    let folder = tempfile::tempdir().unwrap();
    let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/fonts");
    let config = format!(
        "<fontconfig><dir>{}</dir><cachedir>{}</cachedir></fontconfig>",
        fonts.display(),
        folder.path().join("cache").display()
    );
    std::fs::write(folder.path().join("fonts.conf"), config).unwrap();
    std::fs::write(folder.path().join("sheet.xlsx"), bytes).unwrap();
    let output = Command::new("soffice")
        .env("FONTCONFIG_FILE", folder.path().join("fonts.conf"))
        .env("HOME", folder.path())
        .env("LC_ALL", "C.UTF-8")
        .env_remove("DISPLAY")
        .arg(format!("-env:UserInstallation=file://{}", folder.path().join("profile").display()))
        .args(["--headless", "--convert-to", "pdf", "--outdir"])
        .arg(folder.path())
        .arg(folder.path().join("sheet.xlsx"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let printed = std::fs::read(folder.path().join("sheet.pdf")).unwrap();
    let pages = pdf_extract::extract_text_from_mem_by_pages(&printed).map_or(0, |pages| pages.len());
    Some(pages)
}

#[test]
fn three_items_take_at_most_five_pages_and_sixty_at_most_eighteen() {
    for (items, most) in [(3, 5), (60, 18)] {
        for lang in [Lang::Ja, Lang::En] {
            let Some(pages) = pages_of(&workbook(&of_items(items), lang)) else { return };
            assert!((4..=most).contains(&pages), "{items} items: {pages} pages ({lang:?})");
        }
    }
    // The provider's sheet has its request and its check-list beside the agency's part.
    let mut provider = of_items(3);
    provider.role = Role::Csp;
    if let Some(pages) = pages_of(&workbook(&provider, Lang::Ja)) {
        assert!(pages <= 5, "{pages}");
    }
}
