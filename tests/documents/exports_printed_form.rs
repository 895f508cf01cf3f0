//! The printed form says what the record says, on pages that a reader which is not ours can read.

use crate::support::exports::{
    Case, approved, blank, conference_item, dense, line, pages, prose, purpose_harmed, today, web_conference,
};
use liu_wizard::export::{CopyKind, ExportError, Product, render, unprintable};
use liu_wizard::judgement::Outcome;
use liu_wizard::record::{ApprovalState, Record, Role};
use liu_wizard::text::{Label as _, Lang};
use proptest::prelude::*;

fn pdf(record: Record) -> Vec<u8> {
    let case = Case::new(record);
    render(&Product::RECORD_PDF, &case.input(Lang::Ja)).unwrap()
}

#[test]
fn names_outcome_and_notice_are_there_to_be_read() {
    let pages = pages(&pdf(approved(web_conference())));
    let first = &pages[0];
    for said in
        ["本書は公式様式ではありません", "ウェブ会議サービス甲", "架空クラウド株式会社", "LIU-A1", Outcome::Fits.label(Lang::Ja)]
    {
        assert!(first.contains(said), "{said} in {first}");
    }
    let all = pages.concat();
    for said in [
        "髙﨑一郎",
        "神田花子",
        "公表前提、会議後に議事録を公表",
        "2026年11月20日（令和8年11月20日）",
        "この記録はまだ提出されていません",
        "7000012050002検査数字は合っています",
        "第1章",
        "公式（引用）S3",
    ] {
        assert!(all.contains(said), "{said}");
    }
}

#[test]
fn every_page_names_record_content_and_state() {
    let record = approved(web_conference());
    let (id, digest) = (record.id.short().to_owned(), record.content_digest().short().to_owned());
    let pages = pages(&pdf(record));
    for (index, page) in pages.iter().enumerate() {
        for said in [format!("評価記録{id}内容{digest}"), "状態：承認".to_owned(), format!("{}/{}", index + 1, pages.len())]
        {
            assert!(page.contains(&said), "{said} on page {}: {page}", index + 1);
        }
    }
}

#[test]
fn a_draft_says_so_on_every_page_and_a_final_copy_on_none() {
    // 確認依頼: the state itself does not say 作成中.
    let mut submitted = web_conference();
    submitted.approval.state = ApprovalState::Submitted;
    let draft = pages(&pdf(submitted));
    assert!(draft.len() > 3 && draft.iter().all(|page| page.contains("作成中")), "{draft:?}");
    let record = approved(web_conference());
    let final_copy = pages(&pdf(record));
    assert!(final_copy.len() > 3 && !final_copy.iter().any(|page| page.contains("作成中")));
}

#[test]
fn a_final_copy_is_refused_while_there_are_errors_or_no_approval() {
    let refused = |record: Record| {
        let case = Case::new(record);
        let mut input = case.input(Lang::Ja);
        input.copy = CopyKind::Final;
        Product::files().iter().all(|product| matches!(render(product, &input), Err(ExportError::NotFinal { .. })))
    };
    assert!(refused(web_conference()), "not approved");
    assert!(refused(approved(purpose_harmed(""))), "with an error");
    assert!(refused(blank(Role::Csp)), "blank");
    assert!(!refused(approved(web_conference())));
}

#[test]
fn what_was_lowered_is_said_in_words() {
    let all = pages(&pdf(purpose_harmed("名簿は会議の公表と同時に公開する"))).concat();
    assert!(all.contains("低位（引下げ）"), "{all}");
    assert_eq!(all.matches("名簿は会議の公表と同時に公開する").count(), 2, "in the explanation and beside the decision");
    assert!(all.contains("提案を中位以上にする"));
}

#[test]
fn a_change_after_the_approval_is_said_on_every_page() {
    let mut record = approved(web_conference());
    record.conditions_of_use = prose("録画もする。");
    let pages = pages(&pdf(record));
    assert!(pages.iter().all(|page| page.contains("承認後に変更あり") && page.contains("作成中")));
}

#[test]
fn text_of_the_record_never_acts() {
    let hostile = "#set page(fill: red) $x^2$ *bold* <b>&amp; #eval(\"1\") ]) \\u{202E}";
    let mut record = web_conference();
    record.service.summary = prose(hostile);
    record.items[0].name = line(hostile);
    record.agency.name = line(hostile);
    let all = pages(&pdf(record)).concat();
    assert!(all.matches(&dense(hostile)).count() >= 3, "{all}");
}

#[test]
fn equal_input_gives_equal_bytes() {
    assert_eq!(pdf(purpose_harmed("理由")), pdf(purpose_harmed("理由")));
    assert_ne!(pdf(purpose_harmed("理由")), pdf(purpose_harmed("別の理由")));
}

#[test]
fn characters_no_font_has_are_printed_as_a_substitute_and_told_in_an_appendix() {
    let mut record = web_conference();
    record.service.name = line("会議🙂室한\u{200B}");
    let pages = pages(&pdf(record));
    let all = pages.concat();
    assert!(all.contains("会議〓室〓〓"), "{all}");
    let appendix = &all[all.rfind("付録").unwrap()..];
    for code in ["U+1F642", "U+D55C", "U+200B"] {
        assert!(appendix.contains(code), "{code} in {appendix}");
    }
    assert!(appendix.contains("第2章「サービス名」"), "{appendix}");
    let without = pages_without_appendix();
    assert!(!without.contains("付録"));
}

fn pages_without_appendix() -> String {
    pages(&pdf(web_conference())).concat()
}

#[test]
fn the_record_lies_in_the_file_and_opens_again() {
    let record = approved(web_conference());
    let pdf = pdf(record.clone());
    let document = pdf_extract::Document::load_mem(&pdf).unwrap();
    let attached: Vec<Vec<u8>> = document
        .objects
        .values()
        .filter_map(|object| object.as_stream().ok())
        .filter(|stream| stream.dict.get(b"Type").is_ok_and(|kind| kind.as_name().is_ok_and(|name| name == b"EmbeddedFile")))
        .map(|stream| stream.decompressed_content().unwrap())
        .collect();
    // Beside it lies the note of how it was printed.
    let records: Vec<_> = attached.iter().filter_map(|file| liu_wizard::file::parse(file, "record.liu.json").ok()).collect();
    assert_eq!((attached.len(), records.len()), (2, 1));
    assert!(records.iter().all(|(read, _)| *read == record));
}

#[test]
fn an_empty_record_prints_with_every_field_said_to_be_empty() {
    for role in [Role::Agency, Role::Csp] {
        let all = pages(&pdf(blank(role))).concat();
        assert!(all.contains("未記入") && all.contains("作成中"));
    }
    assert!(pages(&pdf(blank(Role::Agency))).concat().contains("未確定"));
    let provider = pages(&pdf(blank(Role::Csp))).concat();
    assert!(provider.contains("事前申請の確認表") && !provider.contains("第1章判定"), "{provider}");
}

#[test]
fn many_items_and_long_texts_break_across_pages() {
    let mut record = web_conference();
    record.items.clear();
    for index in 0..30 {
        let mut item = conference_item();
        item.id = liu_wizard::record::ItemId::new(format!("item-{index}")).unwrap();
        item.name = line(&format!("情報その{index}"));
        item.description = prose(&"彙".repeat(1_400));
        record.items.push(item);
    }
    record.service.url = line(&format!("https://example.test/{}", "Q".repeat(1_000)));
    record.residual_risk = prose(&"一行\n".repeat(400));
    let pages = pages(&pdf(record));
    assert!(pages.len() > 40, "{}", pages.len());
    let all = pages.concat();
    assert!(all.contains("情報その29"));
    assert_eq!(all.matches('彙').count(), 30 * 1_400);
    assert_eq!(all.matches('Q').count(), 1_000, "the address is whole");
}

#[test]
fn the_date_of_the_export_is_the_day_given() {
    let pdf = pdf(approved(web_conference()));
    let metadata = String::from_utf8_lossy(&pdf).into_owned();
    assert!(metadata.contains(&format!("<xmp:CreateDate>{}T00:00:00", today())), "no clock is read");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    #[test]
    fn any_text_in_any_field_can_be_printed(text in "\\PC{0,120}|[\\u{0300}-\\u{036F}\\u{FE00}-\\u{FE0F}\\u{3040}-\\u{30FF}\\u{200B}-\\u{200D}a-z]{0,120}") {
        let (text, _) = liu_wizard::record::Prose::<400>::from_typed(&text);
        let mut record = purpose_harmed("理由");
        record.service.name = line(text.as_str());
        record.service.summary = text.clone();
        record.items[0].name = line(text.as_str());
        record.items[0].decisions.confidentiality.reason = text.clone();
        record.residual_risk = prose(text.as_str());
        prop_assert!(pdf(record).starts_with(b"%PDF-"), "{:?}", unprintable(text.as_str()));
    }
}
