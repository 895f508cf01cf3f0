//! Where the history goes along, the documents list the versions of the record: number, day, who, and what was changed.

use crate::support::exports::{Case, approved, dense, line, pages, prose, web_conference};
use crate::support::word::paragraphs;
use liu_wizard::export::{Along, Document, Medium, Product, render, report};
use liu_wizard::record::{Moment, Record};
use liu_wizard::text::Lang;

fn at(hour: i64) -> Moment {
    Moment::of(jiff::Timestamp::from_second(1_795_000_000 + hour * 3_600).unwrap())
}

/// Saved three times by two people, and approved.
fn saved() -> Record {
    let first = web_conference().with_revision(None, at(0), &line("係長 甲野"));
    let mut second = first.clone();
    second.residual_risk = prose("別の残るリスク。");
    second.items[0].retention = line("60日");
    let second = second.with_revision(Some(&first), at(1), &line("課長 乙野"));
    let mut third = second.clone();
    third.conditions_of_use = prose("録画はしない。");
    approved(third.with_revision(Some(&second), at(2), &line("")))
}

/// The document in this medium as text without blanks.
fn said(record: &Record, document: &Document, medium: Medium, along: Along, lang: Lang) -> String {
    let case = Case::new(record.clone());
    let mut input = case.input(lang);
    input.along = along;
    let bytes = render(&Product::Document(document.clone(), medium), &input).unwrap();
    dense(&match medium {
        Medium::Pdf => pages(&bytes).concat(),
        Medium::Docx => paragraphs(&bytes).join("\n"),
        Medium::Markdown => String::from_utf8(bytes).unwrap().replace('*', ""),
    })
}

#[test]
fn number_day_person_and_change_of_each_version_stand_in_every_medium_and_language() {
    let record = saved();
    let along = Along { history: true, ..Along::default() };
    for lang in [Lang::Ja, Lang::En] {
        let wanted = match lang {
            Lang::Ja => [
                "第1版",
                "作成",
                "係長甲野",
                "第2版",
                "残るリスク",
                "保存期間",
                "課長乙野",
                "第3版",
                "利用条件",
                "（名前なし）",
                "承認の対象とした内容",
            ],
            Lang::En => [
                "Revision1",
                "Begun",
                "係長甲野",
                "Revision2",
                "Residualrisk",
                "Retention",
                "課長乙野",
                "Revision3",
                "Conditionsofuse",
                "(noname)",
                "contentofthisapproval:Approved",
            ],
        };
        for (document, medium) in [Document::Record, Document::Sheet].iter().flat_map(|it| Medium::ALL.map(|medium| (it, medium)))
        {
            let with = said(&record, document, medium, along, lang);
            let title = dense(lang.pick("版の一覧", "Versions"));
            let (_, table) = with.split_once(&title).unwrap_or_else(|| panic!("{document:?} {medium:?}"));
            for word in wanted {
                assert!(table.contains(&dense(word)), "{word} in {document:?} {medium:?}: {table:.600}");
            }
            let without = said(&record, document, medium, Along::default(), lang);
            assert!(!without.contains(&title) && !without.contains("課長乙野"), "{document:?} {medium:?}");
        }
    }
}

#[test]
fn of_a_long_history_the_latest_versions_are_listed_and_the_others_counted() {
    let mut record = saved();
    for hour in 3..60 {
        let mut next = record.clone();
        next.case_name = line(&format!("案件{hour}"));
        record = next.with_revision(Some(&record), at(hour), &line("係長"));
    }
    let case = Case::new(record);
    let mut input = case.input(Lang::Ja);
    input.along.history = true;
    let mut texts = Vec::new();
    report(&Document::Record, &input).unwrap().change_texts(&mut |_, text| texts.push(text.clone()));
    let all = texts.join("\n");
    assert!(all.contains("第60版\n") && all.contains("第31版\n") && !all.contains("第30版\n"), "{all:.3000}");
    assert!(all.contains("ほかに、これより前の30版があります。"));
}

#[test]
fn a_history_that_does_not_hold_is_said_beside_its_versions() {
    let mut record = saved();
    record.case_name = line("あとから書き換えた");
    let case = Case::new(record);
    let mut input = case.input(Lang::Ja);
    input.along.history = true;
    let mut texts = Vec::new();
    report(&Document::Record, &input).unwrap().change_texts(&mut |_, text| texts.push(text.clone()));
    assert!(texts.iter().any(|text| text.contains("最後の第3版のあとに、履歴に残らない変更があります")), "{texts:?}");
}
