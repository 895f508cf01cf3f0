//! 出力.

use std::path::PathBuf;

use egui_kittest::kittest::Queryable as _;
use liu_wizard::catalogue::StepId;
use liu_wizard::export::{Packing, Product};
use liu_wizard::text::Message;
use liu_wizard::window::{Command, ExportOrder, ExportProgress, ExportState, ExportedFile, Made};

use crate::host::{Host, all_no, button, record, window};

const TALL: [f32; 2] = [826.0, 1500.0];

fn host() -> Host {
    Host::new(StepId::Output, all_no(&["会議の音声・映像"]))
}

#[test]
fn what_is_picked_is_ordered_into_the_folder_that_was_typed() {
    let mut window = window(host(), TALL);
    window.get_by_label("書き出し先のフォルダーを入れてください。");
    button(&window, "書き出す").click();
    window.run();
    assert_eq!(window.state().commands, [], "nothing is ordered without a folder");
    window.get_by(|node| node.role() == egui::accesskit::Role::TextInput).click();
    window.run();
    window.get_by(|node| node.role() == egui::accesskit::Role::TextInput).type_text("/cases/架空");
    window.run();
    window.get_by_label_contains("Markdown ―").click();
    window.run();
    window.get_by_label("ZIPに").click();
    window.run();
    button(&window, "書き出す").click();
    window.run();
    let products = vec![Product::RECORD_PDF, Product::RECORD_MARKDOWN, Product::Set(Packing::Zip)];
    assert_eq!(window.state().commands, [Command::Export(ExportOrder { folder: PathBuf::from("/cases/架空"), products })]);
}

#[test]
fn a_folder_chosen_in_the_dialog_stands_in_the_field() {
    let mut window = window(host(), TALL);
    button(&window, "フォルダーを選ぶ…").click();
    window.run();
    assert_eq!(window.state_mut().commands.pop(), Some(Command::ChooseExportFolder));
    window.state_mut().outside.export_folder = Some(PathBuf::from("/cases/選んだ先"));
    window.run();
    button(&window, "書き出す").click();
    window.run();
    let Some(Command::Export(order)) = window.state_mut().commands.pop() else { panic!("nothing was ordered") };
    assert_eq!(order.folder, PathBuf::from("/cases/選んだ先"));
}

#[test]
fn a_draft_says_that_it_is_one_and_what_a_final_copy_needs() {
    let mut window = window(Host::new(StepId::Output, record(&["会議の音声・映像"])), TALL);
    window.get_by_label_contains("作成中の写しになります");
    window.get_by_label_contains("エラーの指摘が");
    window.get_by_label("承認へ移る").click();
    window.run();
    assert_eq!(window.state().commands, [Command::GoTo(StepId::Approval)]);
}

#[test]
fn what_was_made_is_listed_and_what_was_not_is_said() {
    let mut host = host();
    let failed = Message { what: "書き込めませんでした。".to_owned(), ..Message::default() };
    host.outside.export = ExportState::Finished(vec![
        ExportedFile { path: PathBuf::from("/cases/案件.pdf"), result: Ok(Made::of(&[0; 1536])) },
        ExportedFile { path: PathBuf::from("/cases/案件.md"), result: Err(failed) },
    ]);
    let mut window = window(host, TALL);
    window.get_by_label("/cases/案件.pdf");
    window.get_by_label("1.5 KB");
    window.get_by_label(Made::of(&[0; 1536]).digest.short());
    window.get_by_label("書き込めませんでした。");
    window.get_by_label_contains("この記録はまだ提出されていません。このプログラムはどこへも送信しません。");
    window.get_by_label("/cases/案件.pdf の場所をコピー").click();
    window.run();
    assert_eq!(window.state().commands, [Command::CopyText("/cases/案件.pdf".to_owned())]);
}

#[test]
fn while_files_are_being_made_no_second_order_is_taken() {
    let mut host = host();
    host.outside.export_folder = Some(PathBuf::from("/tmp"));
    host.outside.export = ExportState::Running(ExportProgress { done: 1, of: 2 });
    let mut window = window(host, TALL);
    assert!(window.query_all_by_label("書き出しています（2種類のうち1種類が済み）").next().is_some());
    button(&window, "書き出す").click();
    window.run();
    assert_eq!(window.state().commands, []);
}
