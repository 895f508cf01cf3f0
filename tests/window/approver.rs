//! 承認者のページ: where a record waits for a decision, one page says all that is needed for it, and nothing is recorded unasked.

use std::path::{Path, PathBuf};

use egui::accesskit::Role as NodeRole;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use liu_wizard::examples;
use liu_wizard::file::{parse, to_ron};
use liu_wizard::judgement::judge;
use liu_wizard::record::{Answer, ApprovalState, Edit, Field, Level, Objective, Record, TextField};
use liu_wizard::text::Lang;
use liu_wizard::window::{Command, Request};

use crate::support::shell::{NARROW, WIDE, Window, World};
use crate::support::{catalogue, person, question, today};

const FILE: &str = "/cases/waits.liu.ron";

/// A worked example in which a cell is lowered, with a reason, and that waits for a decision.
pub fn waiting() -> Record {
    let example = examples::all().iter().find(|example| example.task == "LIU-A4").unwrap();
    let (mut record, _) = parse(example.ron.as_bytes(), "example").unwrap();
    let item = record.items[0].id.clone();
    record.apply(Edit::AnswerItems(vec![item.clone()], question("C2"), Answer::Yes)).unwrap();
    let against = judge(&record, &catalogue(), today()).items[0].cells.confidentiality.seen();
    let objective = Objective::Confidentiality;
    record.apply(Edit::Decide { item: item.clone(), objective, level: Level::Low, against }).unwrap();
    let reason = "毎週の点検で消すため、残る影響は一時的にとどまる。".to_owned();
    record.apply(Edit::SetText { field: Field::Reason(item, objective), text: reason }).unwrap();
    for to in [ApprovalState::Draft, ApprovalState::Submitted] {
        let by = person("主査", "見本 直子");
        record.apply(Edit::MoveApproval { to, by, on: today(), comment: String::new() }).unwrap();
    }
    record
}

fn opened(record: &Record, size: [f32; 2], lang: Lang) -> (World, Window) {
    let world = World::default();
    let mut window = world.open(size);
    world.disk.put(Path::new(FILE), to_ron(record).unwrap().as_bytes());
    window.command(Command::SetLang(lang));
    window.command(Command::OpenPath(PathBuf::from(FILE)));
    (world, window)
}

fn words(window: &Window) -> String {
    let nodes = window.harness.root().children_recursive();
    let said = nodes.flat_map(|node| [node.accesskit_node().label(), node.accesskit_node().value()]);
    said.flatten().collect::<Vec<_>>().join("\n")
}

#[test]
fn what_waits_for_a_decision_opens_on_one_page_that_says_what_is_to_be_decided() {
    for size in [WIDE, NARROW] {
        for (lang, expected) in [
            (
                Lang::Ja,
                "承認者のページ|見本 直子さんから|適合（LIUの考え方に適合）|① はい|② はい|提案 中位 → 決定 低位|毎週の点検で消すため|利用条件|残るリスク|承認する…|差し戻す…|否認する…|閉じる",
            ),
            (
                Lang::En,
                "Approver's page|見本 直子|① Yes|② Yes|Proposed|Conditions of use|Residual risk|Approve…|Return…|Reject…|Close",
            ),
        ] {
            let (_world, mut window) = opened(&waiting(), size, lang);
            window.picture(&format!("approver-{}-{lang:?}", size[0]));
            let said = words(&window);
            for word in expected.split('|') {
                assert!(said.contains(word), "{word} at {size:?}: {said}");
            }
            assert!(!said.contains("SHA-256"), "digests wait under the details: {said}");
            let acts = window.harness.get(by().role(NodeRole::Button).label(lang.pick("承認する…", "Approve…"))).rect();
            assert!(acts.bottom() <= size[1], "the acts stay in view: {acts:?}");
            assert!(!said.contains(lang.pick("次へ：", "Next:")), "no step is offered beside it");
        }
    }
}

#[test]
fn an_approver_decides_by_keyboard_and_nothing_is_filled_in_for_him() {
    let (_world, mut window) = opened(&waiting(), WIDE, Lang::Ja);
    for _ in 0..60 {
        if window.focused() == "承認する…" {
            break;
        }
        window.press(Modifiers::NONE, Key::Tab);
    }
    assert_eq!(window.focused(), "承認する…");
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.record().approval.state, ApprovalState::Submitted, "it asks first");
    assert_eq!(window.field("氏名").value().unwrap_or_default(), "", "nobody's name is there");
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!(window.focused(), "承認する…", "closed without an answer, the button has the focus again");
    window.press(Modifiers::NONE, Key::Enter);
    window.field("氏名").focus();
    window.run();
    window.commit("例示 浩");
    window.click_at(NodeRole::Button, "承認する");
    let approval = window.record().approval;
    assert_eq!((approval.state, approval.by.name.as_str()), (ApprovalState::Approved, "例示 浩"));
    assert!(window.has_containing("次へ：出力"), "the steps are there again, at 承認");
}

#[test]
fn what_was_changed_since_the_request_is_shown() {
    let mut record = waiting();
    record.apply(Edit::SetText { field: Field::Text(TextField::ConditionsOfUse), text: "毎週点検する。".to_owned() }).unwrap();
    let (_world, mut window) = opened(&record, WIDE, Lang::Ja);
    window.picture("approver-changed");
    assert!(window.has_containing("確認依頼後に変更あり"));
    assert!(window.has("毎週点検する。"));
}

#[test]
fn closing_records_nothing_and_the_whole_record_is_one_link_away_and_back() {
    let (_world, mut window) = opened(&waiting(), WIDE, Lang::Ja);
    window.click_at(NodeRole::Link, "記録を詳しく読む");
    assert_eq!(window.focused(), "確認");
    window.command(Command::GoTo(liu_wizard::catalogue::StepId::Approval));
    window.click_at(NodeRole::Link, "承認者のページを開く");
    assert_eq!(window.focused(), "承認者のページ");
    window.click_at(NodeRole::Link, "大きく見る");
    window.picture("approver-large");
    window.click_at(NodeRole::Link, "もとの大きさに戻す");
    let before = window.record();
    window.click_button("閉じる");
    assert!(!window.has_record());
    assert_eq!(before, waiting());
    // A record that is no longer waiting has its steps.
    let (_world, mut window) = opened(&waiting(), WIDE, Lang::Ja);
    let by = person("課長", "例示 浩");
    window.ask(Request::Edit(Edit::MoveApproval { to: ApprovalState::Returned, by, on: today(), comment: String::new() }));
    assert!(window.has_containing("次へ：出力"));
}

#[test]
fn f1_helps_beside_the_page_and_escape_takes_one_thing_back() {
    for size in [WIDE, NARROW] {
        let (_world, mut window) = opened(&waiting(), size, Lang::Ja);
        let helps = |window: &Window| window.harness.query_all(by().role(NodeRole::Complementary)).next().is_some();
        assert!(!helps(&window));
        window.press(Modifiers::NONE, Key::F1);
        window.picture(&format!("approver-help-{}", size[0]));
        assert!(helps(&window) && window.has_containing("未評価は低位ではありません"), "{size:?}");
        assert!(window.has_button("承認する…"), "what is to be decided stays in view");
        window.press(Modifiers::NONE, Key::F1);
        assert_eq!(window.focused(), "承認者のページ", "the second time the help has the focus, and is not hidden");
        assert!(helps(&window));
        window.press(Modifiers::NONE, Key::Escape);
        assert!(!helps(&window) && window.has_record(), "{size:?}");
    }
}

#[test]
fn the_levels_of_a_few_items_are_a_table_beside_the_reasons_and_all_is_read_without_scrolling() {
    let (_world, window) = opened(&waiting(), WIDE, Lang::Ja);
    let rect = |text: &str| window.harness.query_all_by_label(text).next().unwrap_or_else(|| panic!("{text}")).rect();
    assert!(window.harness.query_all(by().role(NodeRole::ColumnHeader)).count() >= 4, "a table with heads");
    let (picture, reasons) = (rect("情報ごとの影響度"), rect("下げたものと、その理由"));
    assert!((picture.top() - reasons.top()).abs() < 2.0 && picture.right() < reasons.left(), "{picture:?} {reasons:?}");
    let acts = rect("承認する…");
    for text in ["適合（LIUの考え方に適合）", "利用条件", "残るリスク"] {
        assert!(rect(text).bottom() < acts.top(), "{text} is in view on a common screen: {:?}", rect(text));
    }
}

#[test]
fn what_is_shown_is_printed_or_opened_to_be_printed_and_both_are_said() {
    let (world, mut window) = opened(&waiting(), WIDE, Lang::Ja);
    let printed = || world.opener.printed.lock().unwrap().clone();
    window.click_at(NodeRole::Link, "印刷…");
    window.picture("approver-print");
    assert!(window.has_dialog() && printed().is_empty(), "it is asked first");
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.has_dialog() && printed().is_empty());
    window.click_at(NodeRole::Link, "印刷…");
    window.click_button("印刷する");
    let [pdf] = &printed()[..] else { panic!("one file is printed: {:?}", printed()) };
    assert!(pdf.starts_with("/home/own/printed") && world.disk.get(pdf).unwrap().starts_with(b"%PDF"), "{pdf:?}");
    assert!(window.has_containing("プリンターに渡しました"), "it is said that it went, and not that it was printed");

    world.opener.has_no_printer.store(true, std::sync::atomic::Ordering::Relaxed);
    window.click_at(NodeRole::Link, "印刷…");
    window.click_button("印刷する");
    assert!(window.has_containing("PDFを開きました") && window.has_containing("開いた画面から印刷してください"));
    assert_eq!((printed().len(), world.opener.opened.lock().unwrap().len()), (1, 1));
    window.press(Modifiers::NONE, Key::Escape);
    window.click_at(NodeRole::Link, "印刷…");
    window.click_button("PDFを開く");
    assert!(!window.has_dialog(), "nothing more is to be said of what one asked for");
    assert_eq!(world.opener.opened.lock().unwrap().len(), 2);

    world.opener.refuses.store(true, std::sync::atomic::Ordering::Relaxed);
    window.click_at(NodeRole::Link, "印刷…");
    window.click_button("印刷する");
    assert!(window.has_containing("ほかのプログラムで開けませんでした"));
    assert!(world.disk.paths().iter().filter(|path| path.starts_with("/home/own/printed")).count() == 1, "the last one alone");
}

#[test]
fn what_was_made_to_be_printed_goes_with_the_next_start() {
    let (mut world, mut window) = opened(&waiting(), WIDE, Lang::Ja);
    window.click_at(NodeRole::Link, "印刷…");
    window.click_button("印刷する");
    let kept = |world: &World| world.disk.paths().iter().any(|path| path.starts_with("/home/own/printed"));
    assert!(kept(&world));
    drop(window);
    world.session = 2;
    let _window = world.open(WIDE);
    assert!(!kept(&world));
}

#[test]
fn links_lead_to_the_findings_and_to_the_digests() {
    let (_world, mut window) = opened(&waiting(), WIDE, Lang::Ja);
    window.click_at(NodeRole::Link, "詳細（要約値）");
    assert!(window.has_containing("SHA-256"), "the digests are unfolded");
    window.click_at(NodeRole::Link, "指摘を読む");
    assert!(window.harness.get_by_label_contains("指摘 ").rect().top() < WIDE[1]);
}
