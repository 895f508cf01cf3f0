//! The provider's steps: 依頼, 受領, 事前申請.

use std::path::PathBuf;
use std::sync::Arc;

use egui_kittest::kittest::Queryable as _;
use liu_wizard::catalogue::{Catalogue, StepId};
use liu_wizard::judgement::judge;
use liu_wizard::package::{PackageKind, TakenResult, begin_assessment};
use liu_wizard::record::{
    Answer, CheckListPoint, Date, DayField, Edit, Field, Record, RecordId, Role, TaskChoice, TaskId, TextField,
};
use liu_wizard::window::widgets::field_id;
use liu_wizard::window::{Command, ExportedFile, Made, PackageState, ReceivedRecord, ToAttach};

use crate::support::host::{Host, all_no, button, empty_record, press, today, window};

const TALL: [f32; 2] = [826.0, 1800.0];

fn csp(step: StepId) -> Host {
    let mut host = Host::new(step, empty_record(Role::Csp));
    for (field, text) in [(TextField::Provider, "架空クラウド株式会社"), (TextField::ServiceName, "ウェブ会議サービス甲")]
    {
        host.apply(Edit::SetText { field: Field::Text(field), text: text.to_owned() });
    }
    host
}

fn receive(host: &mut Host, path: &str, record: Record, returned: Option<&str>) {
    let judgement = judge(&record, &host.catalogue, today());
    let (path, result, returned) = (PathBuf::from(path), TakenResult::of_record(record), returned.map(str::to_owned));
    let (attached, remarks) = (Vec::new(), Vec::new());
    host.outside.received.push(ReceivedRecord {
        path,
        result,
        judgement,
        returned,
        attached,
        remarks,
        wanted: false,
        came: None,
    });
}

/// The result of an agency that answers the host's record as it is now.
fn result(host: &Host, agency: &str) -> Record {
    let id = RecordId::new(agency.len().to_string()).unwrap();
    let begun = begin_assessment(&host.record, id, today(), host.catalogue.pin());
    let example = all_no(&["会議の音声・映像"]);
    let mut record = Record { gate: example.gate, task: example.task, items: example.items, ..begun };
    let field = Field::Text(TextField::AgencyName);
    record.apply(Edit::SetText { field, text: agency.to_owned() }).unwrap();
    record
}

#[test]
fn the_request_is_handed_over_as_one_file() {
    let mut window = window(csp(StepId::Request), TALL);
    button(&window, "依頼パッケージを書き出す").click();
    window.run();
    assert_eq!(window.state().commands, [Command::MakePackage(PackageKind::Request)]);
    let made = Made::of(b"a package");
    let digest = made.digest.to_string();
    let file = ExportedFile { path: PathBuf::from("/cases/request.liu.zip"), result: Ok(made) };
    window.state_mut().outside.package = PackageState::Finished(PackageKind::Request, file);
    window.run();
    window.get_by_label_contains("/cases/request.liu.zip");
    window.get_by_label_contains(&digest);
}

#[test]
fn files_are_attached_and_left_out_again() {
    let mut host = csp(StepId::Request);
    host.outside.attachments = vec![ToAttach { path: PathBuf::from("/evidence/構成図.pdf"), bytes: 2000 }];
    let mut window = window(host, TALL);
    window.get_by_label("構成図.pdf（2 KiB）");
    window.get_by_label("添付：1個、合わせて2 KiB");
    button(&window, "添付するファイルを選ぶ…").click();
    window.run();
    window.get_by_label("構成図.pdf を添付から外す").click();
    window.run();
    assert_eq!(window.state().commands, [Command::AddAttachment, Command::RemoveAttachment(0)]);
}

#[test]
fn an_application_needs_a_result_that_was_not_sent_back() {
    let mut host = csp(StepId::Application);
    let returned = result(&host, "架空省");
    receive(&mut host, "/cases/back.liu.zip", returned, Some("連絡先がない"));
    let mut window = window(host, [826.0, 3400.0]);
    window.get_by_label("同封する評価結果：0件");
    button(&window, "事前申請パッケージを書き出す").click();
    window.run();
    assert_eq!(window.state().commands, []);
    let record = result(window.state(), "架空庁の局");
    receive(window.state_mut(), "/cases/result.liu.zip", record, None);
    window.run();
    button(&window, "事前申請パッケージを書き出す").click();
    window.run();
    assert_eq!(window.state().commands, [Command::MakePackage(PackageKind::Application)]);
}

#[test]
fn it_is_said_whether_a_result_answers_this_very_request() {
    let mut host = csp(StepId::Received);
    let (exact, mut altered) = (result(&host, "架空省"), result(&host, "架空省の外局"));
    altered.service = Default::default();
    receive(&mut host, "/cases/a.liu.zip", exact, None);
    receive(&mut host, "/cases/b.liu.zip", altered, None);
    receive(&mut host, "/cases/c.liu.ron", all_no(&["名簿"]), None);
    let elsewhere = result(&csp(StepId::Received), "架空省の別の局");
    let mut elsewhere_changed = elsewhere.clone();
    elsewhere_changed.answers_request.as_mut().unwrap().record = RecordId::new("another").unwrap();
    receive(&mut host, "/cases/d.liu.zip", elsewhere_changed, None);
    let mut window = window(host, [1600.0, 1600.0]);
    for said in [
        "この依頼への回答です",
        "この依頼への回答としていますが、サービスの記入部分が依頼のときと違います",
        "どの依頼への回答かを示していません",
        "別の依頼への回答です",
    ] {
        assert_eq!(window.query_all_by_label(said).count(), 1, "{said}");
    }
    // Changing the letter afterwards is told apart from changing the service.
    let changes = [
        (TextField::Contact, "この依頼への回答です（依頼のあとでこの記録が変わりましたが、サービスの記入部分は同じです）"),
        (TextField::ServiceName, "この依頼への回答ですが、依頼のあとでサービスの記入部分が変わっています"),
    ];
    for (field, said) in changes {
        window.state_mut().apply(Edit::SetText { field: Field::Text(field), text: "書き直した".to_owned() });
        window.run();
        assert_eq!(window.query_all_by_label(said).count(), 1, "{said}");
    }
}

#[test]
fn rows_in_which_agencies_differ_are_marked_in_words() {
    let mut host = csp(StepId::Received);
    for (path, agency, conditions) in [("/a.liu.zip", "架空省", "録画しない。"), ("/b.liu.zip", "架空庁の局", "録画しない。")]
    {
        let mut record = result(&host, agency);
        let field = Field::Text(TextField::ConditionsOfUse);
        record.apply(Edit::SetText { field, text: conditions.to_owned() }).unwrap();
        receive(&mut host, path, record, None);
    }
    let mut window = window(host, TALL);
    assert_eq!(window.query_all_by_label("機関により異なる").count(), 0, "different agencies saying the same");
    let record = &mut window.state_mut().outside.received[1].result.record;
    let field = Field::Text(TextField::ConditionsOfUse);
    record.apply(Edit::SetText { field, text: "録画は内部に限る。".to_owned() }).unwrap();
    window.run();
    assert_eq!(window.query_all_by_label("機関により異なる").count(), 1);
    // One that was sent back says nothing on the matter, and why it was is shown.
    window.state_mut().outside.received[1].returned = Some("連絡先がありません。".to_owned());
    window.run();
    assert_eq!(window.query_all_by_label("機関により異なる").count(), 0);
    window.get_by_label("連絡先がありません。");
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
    let field = field_id(&Field::Day(DayField::Deadline));
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
        receive(&mut host, path, record, None);
    }
    let before = host.record.clone();
    let mut window = window(host, TALL);
    for words in ["架空省", "架空庁"] {
        window.get_by_label(words);
    }
    assert_eq!(window.query_all_by_label("録画しない。").count(), 2);
    let other = "別のサービスについての結果です（結果：別の名、この記録：ウェブ会議サービス甲）。";
    assert_eq!(window.query_all_by_label(other).count(), 2);
    assert_eq!(window.query_all_by_label("入れません").count(), 2);
    window.get_by_label("b.liu.ron を一覧から外す").click();
    window.run();
    assert_eq!(window.state().commands, [Command::RemoveReceived(1)]);
    assert_eq!(window.state().record, before);
}

#[test]
fn a_received_file_is_taken_by_dialog_or_by_path() {
    let mut window = window(csp(StepId::Received), TALL);
    button(&window, "受け取った結果を開く…").click();
    window.run();
    window.get_by_label("ファイルの場所（.liu.zip／.liu.ron／.liu.json／.xlsx）").click();
    window.run();
    window.get_by_label("ファイルの場所（.liu.zip／.liu.ron／.liu.json／.xlsx）").type_text("/cases/a.liu.ron");
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

#[test]
fn the_check_list_is_that_of_the_catalogue() {
    let mut host = csp(StepId::Application);
    let mut own = Catalogue::clone(&host.catalogue);
    own.check_list[0].text.ja = "申請のためのアカウントがありますか".to_owned();
    own.check_list[0].basis.note.ja = "機関の手引による。".to_owned();
    own.check_list.reverse();
    host.catalogue = Arc::new(own);
    let window = window(host, TALL);
    let place = |label| window.query_all_by_label(label).next().unwrap().rect().top();
    assert!(place("申請のためのアカウントがありますか") > place("事前相談をしましたか"), "in the order of the catalogue");
    window.get_by_label_contains("機関の手引による。");
    assert_eq!(window.query_all_by_label("GビズIDを取得していますか").count(), 0);
}
