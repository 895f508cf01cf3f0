//! 出力.

use std::path::PathBuf;

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use liu_wizard::catalogue::StepId;
use liu_wizard::export::{Along, CopyKind, Data, Document, Medium, Packing, Product};
use liu_wizard::package::PackageKind;
use liu_wizard::record::{ApprovalState, Role as User, TaskChoice};
use liu_wizard::text::{Lang, Message};
use liu_wizard::window::{AtWork, Command, ExportOrder, ExportProgress, ExportState, ExportedFile, Made, ToPrint};

use crate::support::host::{Host, Window, all_no, button, id, record, today, window as folded};

const TALL: [f32; 2] = [826.0, 3600.0];

/// The step with every form of output unfolded.
fn window<'a>(host: Host, size: [f32; 2]) -> Window<'a> {
    let mut window = folded(host, size);
    window.get_by_role_and_label(Role::Link, "その他の形式").click();
    window.run();
    window
}

fn host() -> Host {
    Host::new(StepId::Output, all_no(&["会議の音声・映像"]))
}

/// The first worked example, approved as it is.
fn approved() -> Host {
    let example = liu_wizard::examples::all().first().unwrap();
    let (mut record, _) = liu_wizard::file::parse(example.ron.as_bytes(), "example").unwrap();
    record.approval.state = ApprovalState::Approved;
    record.approval.by = record.agency.approver.clone();
    record.approval.on = Some(today());
    record.approval.content = Some(record.content_digest());
    record.approval = record.approval.sealed();
    let host = Host::new(StepId::Output, record);
    assert_eq!(CopyKind::at_hand(&host.record, &host.judgement), CopyKind::Final);
    host
}

fn type_folder(window: &mut Window<'_>, folder: &str) {
    window.get_by(|node| node.role() == Role::TextInput).click();
    window.run();
    window.get_by(|node| node.role() == Role::TextInput).type_text(folder);
    window.run();
}

/// Clicks 書き出す and returns what was ordered by it.
fn order(window: &mut Window<'_>) -> ExportOrder {
    button(window, "書き出す").click();
    window.run();
    let Some(Command::Export(order)) = window.state_mut().commands.pop() else { panic!("nothing was ordered") };
    order
}

#[test]
fn what_is_picked_is_ordered_into_the_folder_that_was_typed() {
    let mut window = window(host(), TALL);
    window.get_by_label("書き出し先のフォルダーを入れてください。");
    button(&window, "書き出す").click();
    window.run();
    assert_eq!(window.state().commands, [], "nothing is ordered without a folder");
    type_folder(&mut window, "/cases/架空");
    for label in ["評価結果の説明（Markdown）", "事前申請記録（Markdown）", "情報ごとの評価（PDF）", "ZIPに"]
    {
        window.get_by_label(label).click();
        window.run();
    }
    window.get_by_label_contains("CSV（取り扱う情報）：").click();
    window.run();
    let products = vec![
        Product::RECORD_PDF,
        Product::RECORD_MARKDOWN,
        Product::Document(Document::Explanation, Medium::Markdown),
        Product::Document(Document::Item(id(1)), Medium::Pdf),
        Product::Data(Data::ItemsCsv),
        Product::set(Packing::Zip),
    ];
    let expected = ExportOrder {
        folder: PathBuf::from("/cases/架空"),
        products,
        copy: CopyKind::Draft,
        lang: Lang::Ja,
        along: Along::default(),
    };
    assert_eq!(order(&mut window), expected);
}

#[test]
fn the_record_as_pdf_and_the_set_are_proposed() {
    let mut window = window(host(), TALL);
    type_folder(&mut window, "/out");
    assert_eq!(order(&mut window).products, [Product::RECORD_PDF, Product::set(Packing::Folder)]);
}

#[test]
fn the_set_holds_the_documents_that_are_ticked_for_it() {
    let mut window = window(host(), TALL);
    type_folder(&mut window, "/out");
    window.get_by_label("影響度評価シートを一式に入れる").click();
    window.run();
    let without_sheet = Product::Set(Packing::Folder, vec![Document::Record, Document::Explanation]);
    assert_eq!(order(&mut window).products, [Product::RECORD_PDF, without_sheet]);
    window.get_by_role_and_label(Role::RadioButton, "まとめない").click();
    window.run();
    assert!(window.query_by_label("影響度評価シートを一式に入れる").is_none(), "without a set nothing goes into it");
}

#[test]
fn the_item_whose_document_is_made_can_be_chosen() {
    let mut window = window(Host::new(StepId::Output, all_no(&["会議の音声", "参加者の名簿"])), TALL);
    type_folder(&mut window, "/out");
    window.get_by_label("情報ごとの評価（Word）").click();
    window.run();
    window.get_by_role_and_label(Role::ComboBox, "どの情報か").click();
    window.run();
    window.get_by_label("参加者の名簿").click();
    window.run();
    let item = Product::Document(Document::Item(id(2)), Medium::Docx);
    assert!(order(&mut window).products.contains(&item));
}

#[test]
fn without_information_there_is_no_document_of_an_item() {
    let window = window(Host::new(StepId::Output, record(&[])), TALL);
    assert!(window.query_by_label("情報ごとの評価（PDF）").is_none());
    assert!(window.query_by_label("影響度評価シート（PDF）").is_some());
}

#[test]
fn the_files_that_will_be_made_are_named_before() {
    let host = host();
    let names = [Product::RECORD_PDF, Product::Data(Data::FindingsCsv)].map(|product| product.file_name(&host.record, Lang::Ja));
    let english = Product::Data(Data::FindingsCsv).file_name(&host.record, Lang::En);
    let mut window = window(host, TALL);
    window.get_by_label(&names[0]);
    assert!(window.query_by_label(&names[1]).is_none());
    window.get_by_label_contains("CSV（指摘）：").click();
    window.run();
    window.get_by_label(&names[1]);
    window.get_by_label_contains("_set/（PDF・JSON・RON・manifest.json）");
    window.get_by_role_and_label(Role::RadioButton, "English").click();
    window.run();
    window.get_by_label(&english);
}

#[test]
fn the_language_of_the_files_is_not_that_of_the_screens() {
    let mut window = window(host(), TALL);
    type_folder(&mut window, "/out");
    window.get_by_role_and_label(Role::RadioButton, "English").click();
    window.run();
    let ordered = order(&mut window);
    assert_eq!((ordered.lang, window.state().lang), (Lang::En, Lang::Ja));
}

#[test]
fn an_approved_record_is_exported_final_unless_a_draft_is_wanted() {
    let mut window = window(approved(), TALL);
    type_folder(&mut window, "/out");
    window.get_by_label("確定の写しになります。");
    assert_eq!(order(&mut window).copy, CopyKind::Final);
    window.get_by_role_and_label(Role::RadioButton, "作成中").click();
    window.run();
    window.get_by_label_contains("作成中の写しになります");
    assert!(window.query_by_label("確定の写しにするには、次のことが要ります。").is_none(), "nothing is missing");
    assert_eq!(order(&mut window).copy, CopyKind::Draft);
}

#[test]
fn a_final_copy_cannot_be_chosen_before_the_approval() {
    let mut window = window(host(), TALL);
    type_folder(&mut window, "/out");
    assert!(window.query_by_role_and_label(Role::RadioButton, "確定").is_none());
    window.get_by_label("確定の写しにするには、次のことが要ります。");
    assert_eq!(order(&mut window).copy, CopyKind::Draft);
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
    window.get_by_label_contains("エラーと「すること」が");
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
    window.get_by_label_contains(Made::of(&[0; 1536]).digest.short());
    window.get_by_label("書き込めませんでした。");
    window.get_by_label("/cases/案件.md");
    window.get_by_label_contains("この記録はまだ提出されていません。このプログラムはどこへも送信しません。");
    window.get_by_label("/cases/案件.pdf の場所をコピー").click();
    window.run();
    assert_eq!(window.state().commands, [Command::CopyText("/cases/案件.pdf".to_owned())]);
}

#[test]
fn while_files_are_being_made_it_is_said_which_and_no_second_order_is_taken() {
    let mut host = host();
    host.outside.export_folder = Some(PathBuf::from("/out"));
    let making = Product::Document(Document::Sheet, Medium::Markdown);
    host.outside.export = ExportState::Running(ExportProgress {
        making,
        done: 1,
        of: 2,
        stopping: false,
        files: Vec::new(),
        at_work: AtWork::default(),
    });
    let mut window = window(host, TALL);
    let said = "影響度評価シート（Markdown）を作っています（2件のうち1件が済み）";
    assert!(window.query_all_by_label(said).next().is_some());
    button(&window, "書き出す").click();
    window.run();
    assert_eq!(window.state().commands, []);
    button(&window, "中止").click();
    window.run();
    assert_eq!(window.state().commands, [Command::StopExport]);
}

#[test]
fn a_stopped_export_says_what_was_written_before() {
    let mut host = host();
    let written = ExportedFile { path: PathBuf::from("/out/案件.md"), result: Ok(Made::of(b"text")) };
    host.outside.export = ExportState::Stopped(vec![written]);
    let mut window = window(host, TALL);
    window.get_by_label_contains("中止の前に書き出したファイルは次のとおりです");
    window.get_by_label("/out/案件.md");
    window.state_mut().outside.export = ExportState::Stopped(Vec::new());
    window.run();
    window.get_by_label("中止しました。ファイルは書き出していません。");
}

#[test]
fn one_button_is_recommended_for_who_has_the_record_and_says_what_it_makes() {
    let before = Product::Document(Document::Explanation, Medium::Pdf);
    for (host, button_text, products, package) in [
        (host(), "説明を作る", vec![before.clone()], None),
        (approved(), "評価結果を作る", vec![before, Product::RECORD_PDF], Some(PackageKind::Result)),
    ] {
        let names: Vec<String> = products.iter().map(|product| product.file_name(&host.record, Lang::Ja)).collect();
        let mut window = folded(host, TALL);
        assert!(window.query_by_label("書き出す").is_none(), "the rest is folded");
        for name in names {
            assert!(window.query_all_by_label_contains(&name).next().is_some(), "{name} is named before it is made");
        }
        button(&window, button_text).click();
        window.run();
        let (order, with) = match window.state_mut().commands.pop() {
            Some(Command::Export(order)) => (order, None),
            Some(Command::ExportWith(order, kind)) => (order, Some(kind)),
            _ => panic!("nothing was ordered"),
        };
        assert_eq!((order.products, with), (products, package));
        assert_eq!(order.folder, PathBuf::new(), "the folder is asked for where none is known");
    }
}

#[test]
fn what_was_made_is_opened_and_printed_and_then_the_folder_is_the_main_act() {
    let mut host = approved();
    host.outside.export =
        ExportState::Finished(vec![ExportedFile { path: PathBuf::from("/out/説明.pdf"), result: Ok(Made::of(b"pdf")) }]);
    let mut window = folded(host, TALL);
    for (label, command) in [
        ("/out/説明.pdf を開く", Command::OpenOutside(PathBuf::from("/out/説明.pdf"))),
        ("/out/説明.pdf を印刷", Command::Print(ToPrint::File(PathBuf::from("/out/説明.pdf")))),
        ("フォルダーを開く", Command::OpenOutside(PathBuf::from("/out"))),
    ] {
        window.get_by_label(label).click();
        window.run();
        assert_eq!(window.state_mut().commands.pop(), Some(command), "{label}");
    }
    button(&window, "もう一度作る");
    window.get_by_label_contains("いまここ・");
    window.get_by_label_contains("この記録はまだ提出されていません");
}

/// A record whose assessment came to this, approved.
fn approved_with(change: impl FnOnce(&mut liu_wizard::record::Record)) -> Host {
    let mut record = approved().record;
    change(&mut record);
    record.approval.content = Some(record.content_digest());
    record.approval = record.approval.sealed();
    Host::new(StepId::Output, record)
}

#[test]
fn what_is_recommended_follows_role_state_and_outcome() {
    let state = |state| move |record: &mut liu_wizard::record::Record| record.approval.state = state;
    let provider = Host::new(StepId::Output, liu_wizard::record::Record { role: User::Csp, ..record(&[]) });
    let hosts = vec![
        (approved_with(state(ApprovalState::Submitted)), "説明を作る"),
        (approved_with(state(ApprovalState::Rejected)), "記録を作る"),
        (approved_with(state(ApprovalState::Lapsed)), "記録を作る"),
        (approved_with(|record| record.task = TaskChoice::NotListed), "記録を作る"),
        (approved_with(|_| ()), "評価結果を作る"),
        (provider, "シートを作る"),
    ];
    for (host, said) in hosts {
        let window = folded(host, TALL);
        assert!(window.query_by_role_and_label(Role::Button, said).is_some(), "{said}");
    }
}
