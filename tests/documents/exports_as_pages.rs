//! What is printed can be looked at before: the same pages, as pictures and as text.

use crate::support::exports::{Case, approved, blank, line, prose, web_conference};
use liu_wizard::export::{CopyKind, Document, ExportError, LONGEST_SIDE, Pages, Product, render, typeset};
use liu_wizard::judgement::Outcome;
use liu_wizard::record::{ItemId, Record, Role};
use liu_wizard::text::{Label as _, Lang};

fn pages(document: &Document, record: Record, lang: Lang) -> Pages {
    typeset(document, &Case::new(record).input(lang)).unwrap()
}

fn all_text(pages: &Pages) -> String {
    (0..pages.count()).map(|page| pages.text(page)).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_pages_are_those_of_the_pdf() {
    let case = Case::new(approved(web_conference()));
    let input = case.input(Lang::Ja);
    let pages = typeset(&Document::Record, &input).unwrap();
    let printed = crate::support::exports::pages(&render(&Product::RECORD_PDF, &input).unwrap());
    assert_eq!(pages.count(), printed.len());
    let bare = |text: &str| text.chars().filter(|character| !character.is_whitespace()).collect::<String>();
    for (index, printed) in printed.iter().enumerate() {
        let first_line = pages.text(index).lines().nth(1).map(bare).unwrap();
        assert!(bare(printed).contains(&first_line), "{first_line} on page {}: {printed}", index + 1);
    }
}

#[test]
fn the_text_of_a_page_is_read_in_the_order_in_which_it_stands() {
    let text = pages(&Document::Record, web_conference(), Lang::Ja).text(0);
    let mut rest = text.as_str();
    for said in [
        "業務・情報の影響度評価記録（事前申請用）\n",
        "政策検討会議のウェブ会議化\nウェブ会議サービス甲\n",
        "判定　承認の状態\n適合（LIUの考え方に適合）　未承認（作成中）\n",
        "条件①（一覧）",
        "条件②（低位）",
        "情報ごとの影響度\n",
        "評価と承認\n",
        "本書は公式様式ではありません　1 / ",
    ] {
        let at = rest.find(said).unwrap_or_else(|| panic!("{said:?} is not where it should be in {text}"));
        rest = &rest[at + said.len()..];
    }
}

#[test]
fn a_line_goes_on_however_it_wraps_and_ends_where_it_was_typed() {
    let mut record = web_conference();
    let long = "公表を前提とした会議に限り、参加者は事前に登録した方に限り、録画と文字起こしは使わず、資料は公表する版だけを写すものとする。".repeat(3);
    record.service.summary = prose(&format!("{long}\n二行目"));
    let text = all_text(&pages(&Document::Record, record, Lang::Ja));
    assert!(text.contains(&format!("{long}\n二行目\n")), "{text}");
    let english = all_text(&pages(&Document::Record, web_conference(), Lang::En));
    assert!(english.contains("It records what the agency that uses the service has established and decided"), "{english}");
}

#[test]
fn both_languages_and_every_document_say_the_outcome_in_text() {
    for lang in [Lang::Ja, Lang::En] {
        for document in Document::WHOLE {
            let text = all_text(&pages(&document, web_conference(), lang));
            assert!(text.contains(Outcome::Fits.label(lang)), "{document:?}: {text}");
        }
    }
}

#[test]
fn a_draft_says_so_once_in_the_head_of_each_page() {
    let mut record = approved(web_conference());
    let draft = |record: Record, copy: CopyKind| {
        let case = Case::new(record);
        let mut input = case.input(Lang::Ja);
        input.copy = copy;
        typeset(&Document::Record, &input)
    };
    let heads =
        |pages: &Pages| (0..pages.count()).map(|page| pages.text(page).lines().next().unwrap().to_owned()).collect::<Vec<_>>();
    let drafted = draft(record.clone(), CopyKind::Draft).unwrap();
    let says_so_once = |head: &String| head.contains("評価記録") && head.matches("作成中").count() == 1;
    assert!(heads(&drafted).iter().all(says_so_once), "{:?}", heads(&drafted));
    let made = draft(record.clone(), CopyKind::Final).unwrap();
    assert!(heads(&made).iter().all(|head| !head.contains("作成中")), "{:?}", heads(&made));
    record.case_name = line("変えた");
    assert!(matches!(draft(record, CopyKind::Final), Err(ExportError::NotFinal { .. })));
}

#[test]
fn a_picture_is_as_large_as_asked_and_shows_ink_on_white() {
    let pages = pages(&Document::Record, blank(Role::Agency), Lang::Ja);
    assert_eq!(pages.size(0).map(|(width, height)| (width.round(), height.round())), Some((595.0, 842.0)));
    for (density, width, height) in [(1.0, 595, 842), (0.5, 298, 421), (2.0, 1191, 1684)] {
        let picture = pages.picture(0, density).unwrap();
        assert_eq!((picture.width, picture.height), (width, height));
        assert_eq!(picture.rgba.len(), width * height * 4);
        assert_eq!(picture.rgba[..4], [255, 255, 255, 255], "the corner is white");
        assert!(picture.rgba.chunks(4).any(|pixel| pixel[0] < 64), "there is ink");
        assert!(picture.rgba.chunks(4).all(|pixel| pixel[3] == 255), "a page is opaque");
    }
}

#[test]
fn no_picture_is_larger_than_can_be_shown_and_none_is_made_of_a_page_that_is_not_there() {
    let pages = pages(&Document::Explanation, blank(Role::Agency), Lang::Ja);
    for density in [1e9, f32::INFINITY, f32::NAN, -1.0, 0.0] {
        let picture = pages.picture(0, density).unwrap();
        assert!(picture.width.max(picture.height) <= LONGEST_SIDE as usize, "{picture:?} at {density}");
    }
    let beyond = pages.count();
    assert_eq!((pages.picture(beyond, 1.0), pages.size(beyond), pages.text(beyond)), (None, None, String::new()));
}

#[test]
fn an_edit_is_on_the_pages_that_are_set_next() {
    let mut record = web_conference();
    let before = pages(&Document::Record, record.clone(), Lang::Ja);
    record.service.name = line("ウェブ会議サービス乙");
    let after = pages(&Document::Record, record.clone(), Lang::Ja);
    assert!(before.text(0).contains("ウェブ会議サービス甲") && after.text(0).contains("ウェブ会議サービス乙"));
    assert_ne!(before.picture(0, 1.0), after.picture(0, 1.0));
    let again = pages(&Document::Record, record, Lang::Ja);
    assert_eq!(again.picture(0, 1.0), after.picture(0, 1.0), "equal input gives equal pixels");
}

#[test]
fn an_item_that_is_not_there_has_no_pages() {
    let missing = Document::Item(ItemId::new("none").unwrap());
    let refused = typeset(&missing, &Case::new(web_conference()).input(Lang::Ja));
    assert!(matches!(refused, Err(ExportError::NoSuchItem { .. })), "{refused:?}");
}
