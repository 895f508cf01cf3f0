//! 先例 on 影響度の決定.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use egui_kittest::kittest::Queryable as _;
use liu_wizard::catalogue::StepId;
use liu_wizard::file::{MemoryStorage, Storage as _, to_ron};
use liu_wizard::judgement::judge;
use liu_wizard::portfolio::{Shelf, find};
use liu_wizard::record::{Answer, DayField, Edit, Field, Level, Objective, Record, RecordId, TaskChoice, TextField};
use liu_wizard::text::Lang;
use liu_wizard::window::{Command, PrecedentState};

use crate::support::host::{Host, Window, all_no, button, empty_record, focused, id, press, question, today, window};

const TALL: [f32; 2] = [826.0, 3000.0];
const NAME: &str = "会議の音声・映像";
const NOTE: &str = "この決定はどの先例よりも低くなっています：";
const REASON: &str = "会議後に議事録を公表する。録画は30日で消す。";

/// A record of this agency in which confidentiality was decided, with a reason, and the rest as proposed.
pub fn earlier(agency: &str, confidentiality: Option<Level>) -> Record {
    let mut record = all_no(&[NAME]);
    record.id = RecordId::new(format!("earlier-{}", agency.len())).unwrap();
    let item = id(1);
    record.apply(Edit::AnswerItems(vec![item.clone()], question("C4"), Answer::Yes)).unwrap();
    let judgement = judge(&record, &liu_wizard::catalogue::Catalogue::shipped().unwrap(), today());
    record.apply(Edit::DecideAsProposed(judgement.decidable_as_proposed())).unwrap();
    if let Some(level) = confidentiality {
        let against = judgement.items[0].cells.confidentiality.seen();
        let objective = Objective::Confidentiality;
        record.apply(Edit::Decide { item: item.clone(), objective, level, against }).unwrap();
    }
    for (field, text) in [
        (Field::Reason(item, Objective::Confidentiality), REASON),
        (Field::Text(TextField::AgencyName), agency),
        (Field::Text(TextField::ServiceName), "ウェブ会議サービス甲"),
        (Field::Text(TextField::ConditionsOfUse), "公表を前提とする会議に限る。"),
        (Field::Text(TextField::ResidualRisk), "公表前の漏えい。"),
    ] {
        record.apply(Edit::SetText { field, text: text.to_owned() }).unwrap();
    }
    record.apply(Edit::SetDay(DayField::AssessedOn, Some("2026-04-01".parse().unwrap()))).unwrap();
    record
}

/// What a search in these records and one torn file comes to, as the window keeps it.
pub fn add_precedents(host: &mut Host, records: &[Record]) {
    let storage = MemoryStorage::new();
    storage.create_folder(Path::new("/書類/過年度")).unwrap();
    for (record, number) in records.iter().zip(1..) {
        let path = format!("/書類/過年度/{number:03}.liu.ron");
        storage.put(Path::new(&path), to_ron(record).unwrap().as_bytes());
    }
    storage.put(Path::new("/書類/過年度/torn.liu.ron"), b"(format: \"liu-wizard-record\",");
    let TaskChoice::Listed(task) = host.record.task.clone() else { panic!("no task") };
    let folders = vec![PathBuf::from("/書類/過年度")];
    let seen = &mut |_: &Path, _| ControlFlow::Continue(());
    let found = find(
        &storage,
        &folders,
        &task,
        &host.record.id,
        &Shelf::new(std::sync::Arc::clone(&host.catalogue), None),
        today(),
        seen,
    )
    .unwrap();
    host.outside.precedents.folders = folders;
    host.outside.precedents.task = Some(task);
    host.outside.precedents.state = PrecedentState::Found(found);
}

/// The step with everything decided low, and these precedents.
fn shown<'a>(records: &[Record]) -> Window<'a> {
    let mut host = Host::new(StepId::Decisions, all_no(&[NAME]));
    let decidable = host.judgement.decidable_as_proposed();
    host.apply(Edit::DecideAsProposed(decidable));
    add_precedents(&mut host, records);
    window(host, TALL)
}

#[test]
fn a_precedent_is_shown_in_short_and_opens_to_its_reasons_conditions_and_risks() {
    let mut window = shown(&[earlier("架空省", Some(Level::Low))]);
    let before = window.state().record.clone();
    for words in
        ["架空省／ウェブ会議サービス甲", "2026年4月1日（令和8年4月1日）　作成中", "機密性 低位、完全性 低位、可用性 低位", "1件"]
    {
        window.get_by_label(words);
    }
    assert!(window.query_by_label(REASON).is_none());
    button(&window, "架空省／ウェブ会議サービス甲 2026-04-01：内容を見る").click();
    window.run();
    for words in ["機密性 低位（理由あり）", REASON, "公表を前提とする会議に限る。", "公表前の漏えい。"]
    {
        window.get_by_label(words);
    }
    button(&window, "架空省／ウェブ会議サービス甲 2026-04-01：閉じる").click();
    window.run();
    assert!(window.query_by_label(REASON).is_none());
    assert_eq!(window.state().record, before);
}

#[test]
fn a_text_is_copied_by_a_button_that_says_what_and_fills_in_nothing() {
    let mut window = shown(&[earlier("架空省", Some(Level::Low))]);
    let before = window.state().record.clone();
    let whose = "架空省／ウェブ会議サービス甲 2026-04-01";
    button(&window, &format!("{whose}：内容を見る")).click();
    window.run();
    for what in ["会議の音声・映像 機密性の理由", "利用条件", "残るリスク"] {
        button(&window, &format!("{whose}：{what}を写す")).click();
        window.run();
    }
    let copied = [REASON, "公表を前提とする会議に限る。", "公表前の漏えい。"];
    assert_eq!(window.state().commands, copied.map(|text| Command::CopyText(text.to_owned())));
    assert_eq!(window.state().record, before);
}

#[test]
fn that_the_decision_is_lower_than_every_precedent_is_said_exactly_when_it_is() {
    let moderate = || earlier("架空省", Some(Level::Moderate));
    let window = shown(&[moderate(), earlier("架空庁甲", None)]);
    window.get_by_label(&format!("{NOTE}機密性（低位、先例は中位以上）"));
    window.get_by_label_contains("機密性 未評価");
    let high = shown(&[earlier("架空省", Some(Level::High))]);
    high.get_by_label(&format!("{NOTE}機密性（低位、先例は高位）"));
    for records in [vec![], vec![earlier("架空庁甲", None)], vec![moderate(), earlier("架空庁甲", Some(Level::Low))]] {
        assert!(shown(&records).query_by_label_contains(NOTE).is_none(), "{}", records.len());
    }
    let mut window = shown(&[moderate()]);
    window.state_mut().apply(Edit::Undecide(id(1), Objective::Confidentiality));
    window.run();
    assert!(window.query_by_label_contains(NOTE).is_none(), "what is not assessed here is not low");
}

#[test]
fn what_could_not_be_read_is_counted_and_named_on_request() {
    let mut window = shown(&[]);
    window.get_by_label("同じ対象業務の先例はありません。");
    assert!(window.query_by_label("/書類/過年度/torn.liu.ron").is_none());
    button(&window, "読めなかったファイル 1件：内容を見る").click();
    window.run();
    window.get_by_label("/書類/過年度/torn.liu.ron");
}

#[test]
fn folders_are_added_taken_off_and_read_again_by_commands() {
    let mut window = shown(&[]);
    for name in ["先例のフォルダーを加える…", "もう一度読む"] {
        button(&window, name).click();
        window.run();
    }
    window.get_by_label("/書類/過年度 を外す").click();
    window.run();
    let expected = [Command::AddPrecedentFolder, Command::ReadPrecedents, Command::RemovePrecedentFolder(0)];
    assert_eq!(window.state().commands, expected);
    let state = PrecedentState::Reading { done: 3, of: 40 };
    window.state_mut().outside.precedents.state = state;
    window.run();
    window.get_by_label("読んでいます（3／40）");
}

#[test]
fn where_there_is_nothing_to_look_for_it_is_said_what_is_needed() {
    let mut window = window(Host::new(StepId::Decisions, empty_record(liu_wizard::record::Role::Agency)), TALL);
    window.get_by_label("先例は、対象業務を一覧から選んだ記録について探します。");
    window.state_mut().outside.precedents.task = Some(liu_wizard::record::TaskId::new("LIU-A1").unwrap());
    window.state_mut().lang = Lang::En;
    window.run();
    window.get_by_label("Add the folders that hold earlier records to see the precedents for this target task here.");
}

#[test]
fn reading_again_keeps_the_focus_although_the_note_goes_and_comes() {
    let mut window = shown(&[earlier("架空省", Some(Level::Moderate))]);
    button(&window, "もう一度読む").focus();
    window.run();
    let found = std::mem::take(&mut window.state_mut().outside.precedents.state);
    for (state, has_note) in [(PrecedentState::Reading { done: 0, of: 0 }, false), (found, true)] {
        window.state_mut().outside.precedents.state = state;
        window.run();
        assert_eq!(window.query_by_label_contains(NOTE).is_some(), has_note);
        assert_eq!(focused(&window), "もう一度読む");
    }
}

#[test]
fn more_precedents_are_shown_on_request_and_the_keyboard_goes_on_with_them() {
    let records: Vec<Record> = (1..=28)
        .map(|number| {
            let mut record = earlier(&format!("架空省{number:02}"), Some(Level::Low));
            record.id = RecordId::new(format!("r{number}")).unwrap();
            record
        })
        .collect();
    let mut window = shown(&records);
    let count = |window: &Window<'_>| window.query_all_by_label_contains("：内容を見る").count() - 1;
    assert_eq!(count(&window), 5);
    window.get_by_label("さらに20件を表示").focus();
    window.run();
    press(&mut window, &[egui::Key::Enter]);
    assert_eq!(count(&window), 25);
    assert_eq!(focused(&window), "架空省06／ウェブ会議サービス甲 2026-04-01：内容を見る");
    window.get_by_label("さらに3件を表示").focus();
    window.run();
    press(&mut window, &[egui::Key::Enter]);
    assert_eq!(count(&window), 28);
    assert!(window.query_by_label_contains("件を表示").is_none());
}
