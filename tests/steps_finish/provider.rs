//! The provider's steps: 依頼, 受領, 事前申請.

use std::path::PathBuf;

use egui_kittest::kittest::Queryable as _;
use liu_wizard::catalogue::StepId;
use liu_wizard::judgement::judge;
use liu_wizard::record::{Answer, CheckListPoint, Date, Edit, Field, Role, TaskChoice, TaskId, TextField};
use liu_wizard::window::widgets::field_id;
use liu_wizard::window::{Command, ReceivedRecord};

use crate::host::{Host, all_no, button, empty_record, press, today, window};

const TALL: [f32; 2] = [826.0, 1600.0];

fn csp(step: StepId) -> Host {
    let mut host = Host::new(step, empty_record(Role::Csp));
    for (field, text) in [(TextField::Provider, "架空クラウド株式会社"), (TextField::ServiceName, "ウェブ会議サービス甲")]
    {
        host.apply(Edit::SetText { field: Field::Text(field), text: text.to_owned() });
    }
    host
}

#[test]
fn a_letter_is_drafted_from_what_was_entered_in_one_undoable_act() {
    let mut host = csp(StepId::Request);
    host.apply(Edit::SuggestTask(TaskChoice::Listed(TaskId::new("LIU-A1").unwrap())));
    let mut window = window(host, TALL);
    button(&window, "記入内容から文案を作る").click();
    window.run();
    assert_eq!(window.state().record.request.letter.as_str(), "", "without an addressee there is no letter");
    let edit = Edit::SetText { field: Field::Text(TextField::Addressee), text: "架空省".to_owned() };
    window.state_mut().apply(edit);
    window.run();
    button(&window, "記入内容から文案を作る").click();
    window.run();
    let letter = window.state().record.request.letter.as_str().to_owned();
    assert!(letter.starts_with("架空省　御中") && letter.contains("LIU-A1 Web会議サービス"), "{letter}");
    window.state_mut().undo();
    assert_eq!(window.state().record.request.letter.as_str(), "");
}

#[test]
fn the_deadline_is_taken_as_people_write_it() {
    let mut window = window(csp(StepId::Request), TALL);
    let field = field_id(&Field::Deadline);
    window.ctx.memory_mut(|memory| memory.request_focus(field));
    window.run();
    window.event(egui::Event::Text("令和8年12月25日".to_owned()));
    window.run();
    assert_eq!(window.state().record.request.deadline, Date::new(2026, 12, 25));
}

#[test]
fn received_results_stand_side_by_side_and_change_nothing() {
    let mut host = csp(StepId::Received);
    for (path, agency) in [("/cases/a.liu.ron", "架空省"), ("/cases/b.liu.ron", "架空庁")] {
        let mut record = all_no(&["会議の音声・映像"]);
        let fields =
            [(TextField::AgencyName, agency), (TextField::ConditionsOfUse, "録画しない。"), (TextField::ServiceName, "別の名")];
        for (field, text) in fields {
            record.apply(Edit::SetText { field: Field::Text(field), text: text.to_owned() }).unwrap();
        }
        let judgement = judge(&record, &host.catalogue, today());
        host.outside.received.push(ReceivedRecord { path: PathBuf::from(path), record, judgement });
    }
    let before = host.record.clone();
    let mut window = window(host, TALL);
    for words in ["架空省", "架空庁"] {
        window.get_by_label(words);
    }
    assert_eq!(window.query_all_by_label("録画しない。").count(), 2);
    assert_eq!(window.query_all_by_label("サービス名がこの記録と異なります。").count(), 2);
    window.get_by_label("b.liu.ron を一覧から外す").click();
    window.run();
    assert_eq!(window.state().commands, [Command::RemoveReceived(1)]);
    assert_eq!(window.state().record, before);
}

#[test]
fn a_received_file_is_taken_by_dialog_or_by_path() {
    let mut window = window(csp(StepId::Received), TALL);
    button(&window, "受け取った記録を開く…").click();
    window.run();
    window.get_by_label("ファイルの場所（.liu.ron／.liu.json）").click();
    window.run();
    window.get_by_label("ファイルの場所（.liu.ron／.liu.json）").type_text("/cases/a.liu.ron");
    window.run();
    button(&window, "読み込む").click();
    window.run();
    let expected = [Command::AddReceived, Command::AddReceivedPath(PathBuf::from("/cases/a.liu.ron"))];
    assert_eq!(window.state().commands, expected);
}

#[test]
fn unknown_points_of_the_check_list_do_not_count_as_at_hand() {
    let mut window = window(csp(StepId::Application), TALL);
    for (point, key) in [(CheckListPoint::Gbizid, egui::Key::Num1), (CheckListPoint::Statement, egui::Key::Num3)] {
        let field = field_id(&Field::CheckList(point));
        window.ctx.memory_mut(|memory| memory.request_focus(field));
        window.run();
        press(&mut window, &[key]);
    }
    assert_eq!(window.state().record.application.gbizid, Answer::Yes);
    assert_eq!(window.state().record.application.statement, Answer::Unknown);
    window.get_by_label("そろったもの 1／7");
}
