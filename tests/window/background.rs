//! Work in the background that breaks down: it is said, nothing waits for it for ever, and the same can be asked for again.

use std::path::Path;

use egui::accesskit::Role as NodeRole;
use egui::{Key, Modifiers};
use liu_wizard::catalogue::StepId;
use liu_wizard::export::{Along, CopyKind, Data, Document, Medium, Product};
use liu_wizard::file::{Settings, to_ron};
use liu_wizard::package::PackageKind;
use liu_wizard::record::{Edit, Field, RecordId, Role, TextField};
use liu_wizard::text::Lang;
use liu_wizard::window::{
    CameFrom, CheckOrder, Command, ExportOrder, ExportState, JobKind, PackageState, PagesState, PrecedentState, Request,
    SavingAttachments, SignOrder, ToPrint, Work,
};

use crate::support::shell::{Break, WIDE, Window, World, folders};
use crate::support::workbook::{answered, workbook};
use crate::support::{another_catalogue, approved_by, catalogue, example};

const FILE: &str = "/cases/case.liu.ron";
const OTHER: &str = "/cases/other.liu.ron";
const PACKAGE: &str = "/cases/request.liu.zip";
const SHEET: &str = "/cases/sheet.xlsx";
const EVIDENCE: &str = "/cases/diagram.pdf";
const KEY: &str = "/keys/open";
const SIGNATURE: &str = "/cases/case.liu.json.sig";
const CATALOGUE: &str = "/cases/catalogue.ron";
const PANICKED: &str = "作業が途中で止まりました（プログラムの不具合です）。";
const NOT_BEGUN: &str = "作業を始められませんでした（パソコンのメモリーが足りないようです）。";
/// High enough that no step has to be scrolled.
const TALL: [f32; 2] = [1366.0, 4200.0];
const ANYWHERE: &[Break] = &[Break::Panics, Break::PanicsAtTheDisk, Break::IsNotBegun];
/// For work that has nothing to do with the disk.
const WITHOUT_DISK: &[Break] = &[Break::Panics, Break::IsNotBegun];

/// Asks for work of this kind and breaks it, in each of these ways: it is said, and asked for again it is done.
fn gets_over(
    kind: JobKind,
    ways: &[Break],
    begin: impl Fn(&World) -> Window,
    act: impl Fn(&World, &mut Window),
    is_done: impl Fn(&World, &Window) -> bool,
) {
    for way in ways {
        let mut world = World { in_use: catalogue(), ..World::default() };
        if kind == JobKind::KeepFormerCatalogue {
            world.in_use = another_catalogue();
        }
        let mut window = begin(&world);
        world.workers.break_next(kind, *way);
        act(&world, &mut window);
        assert!(world.workers.has_broken(), "{kind:?} was not asked for");
        let said = match (kind, way) {
            (JobKind::Dialog, _) => "ファイルを選ぶ画面を開けませんでした。パスを入力してください。",
            (_, Break::IsNotBegun) => NOT_BEGUN,
            (_, Break::Panics | Break::PanicsAtTheDisk) => PANICKED,
        };
        assert!(window.has_containing(said), "{kind:?} {way:?}: nothing is said");
        assert!(!is_done(&world, &window), "{kind:?} {way:?}: it was done all the same");
        if window.has("できませんでした") || kind == JobKind::Dialog {
            window.press(Modifiers::NONE, Key::Escape);
        }
        act(&world, &mut window);
        assert!(is_done(&world, &window), "{kind:?} {way:?}: it cannot be asked for again");
    }
}

fn put_records(world: &World) {
    let mut other = example();
    world.disk.put(Path::new(FILE), to_ron(&other).unwrap().as_bytes());
    other.id = RecordId::new("other").unwrap();
    world.disk.put(Path::new(OTHER), to_ron(&other).unwrap().as_bytes());
}

/// A window with a record of an agency, saved in a file.
fn with_record(world: &World) -> Window {
    put_records(world);
    let mut window = world.open(TALL);
    window.command(Command::OpenPath(FILE.into()));
    assert!(window.has_record());
    window
}

/// A window with a provider's record, of which a request with an attachment was made.
fn with_request(world: &World) -> Window {
    world.disk.put(Path::new(EVIDENCE), b"%PDF-1.7 a diagram");
    let mut window = world.open(TALL);
    window.command(Command::New(Role::Csp));
    set(&mut window, TextField::ServiceName, "ウェブ会議サービス甲");
    window.command(Command::AddAttachmentPath(EVIDENCE.into()));
    world.dialogs.answer(PACKAGE);
    window.command(Command::MakePackage(PackageKind::Request));
    assert!(world.disk.get(Path::new(PACKAGE)).is_some());
    window
}

fn set(window: &mut Window, field: TextField, text: &str) {
    window.ask(Request::Edit(Edit::SetText { field: Field::Text(field), text: text.to_owned() }));
}

/// Gives the case another name than it has.
fn rename(window: &mut Window) {
    let name = format!("{}甲", window.record().case_name.as_str());
    set(window, TextField::CaseName, &name);
}

fn is_there(world: &World, path: impl AsRef<Path>) -> bool {
    world.disk.get(path.as_ref()).is_some()
}

fn has_snapshot(world: &World) -> bool {
    world.disk.paths().iter().any(|path| path.starts_with(folders().recovery()) && path.to_string_lossy().ends_with(".ron"))
}

#[test]
fn opening_a_file() {
    let begin = |world: &World| {
        put_records(world);
        world.open(WIDE)
    };
    let act = |_: &World, window: &mut Window| window.command(Command::OpenPath(FILE.into()));
    gets_over(JobKind::Open, ANYWHERE, begin, act, |_, window| window.has_record());
}

#[test]
fn printing_what_is_shown() {
    let act = |_: &World, window: &mut Window| {
        window.command(Command::Print(ToPrint::Shown));
        window.click_button("印刷する");
    };
    let is_printed = |world: &World, _: &Window| !world.opener.printed.lock().unwrap().is_empty();
    gets_over(JobKind::Print, ANYWHERE, with_record, act, is_printed);
}

#[test]
fn checking_the_pages_of_a_pdf() {
    let begin = |world: &World| {
        let mut window = world.open(TALL);
        window.command(Command::OpenExample(0));
        let (folder, products) = ("/cases".into(), vec![Product::Document(Document::Explanation, Medium::Pdf)]);
        let (copy, lang, along) = (CopyKind::Draft, Lang::Ja, Along::default());
        window.command(Command::Export(ExportOrder { folder, products, copy, lang, along }));
        window.command(Command::CloseRecord);
        window
    };
    let act = |world: &World, window: &mut Window| {
        let is_pdf = |path: &std::path::PathBuf| path.extension().is_some_and(|extension| extension == "pdf");
        let pdf = world.disk.paths().into_iter().find(is_pdf).unwrap();
        window.command(Command::CloseRecord);
        window.drop_file(&pdf);
    };
    let is_checked = |_: &World, window: &Window| window.with_outside(|outside| matches!(outside.pages, PagesState::Known(_)));
    gets_over(JobKind::CheckPages, ANYWHERE, begin, act, is_checked);
}

#[test]
fn looking_into_what_may_be_a_package() {
    let act = |_: &World, window: &mut Window| window.command(Command::OpenPath(PACKAGE.into()));
    let asks = |_: &World, window: &Window| window.has("保存していない変更があります");
    gets_over(JobKind::LookInto, ANYWHERE, with_request, act, asks);
}

#[test]
fn looking_at_what_may_be_a_catalogue() {
    let begin = |world: &World| {
        world.disk.put(Path::new(CATALOGUE), to_ron(&example()).unwrap().as_bytes());
        world.open(WIDE)
    };
    let act = |_: &World, window: &mut Window| window.command(Command::OpenPath(CATALOGUE.into()));
    gets_over(JobKind::SortOut, ANYWHERE, begin, act, |_, window| window.has_record());
}

#[test]
fn a_dialog_of_the_system() {
    let begin = |world: &World| {
        put_records(world);
        world.open(WIDE)
    };
    let act = |world: &World, window: &mut Window| {
        world.dialogs.answer(FILE);
        window.command(Command::Open);
    };
    gets_over(JobKind::Dialog, WITHOUT_DISK, begin, act, |_, window| window.has_record());
}

#[test]
fn saving_the_record() {
    let act = |_: &World, window: &mut Window| {
        rename(window);
        window.command(Command::Save);
    };
    let is_saved = |_: &World, window: &Window| {
        assert!(!window.has("保存しています…"), "nobody waits for it for ever");
        window.has("保存済み 14:32")
    };
    gets_over(JobKind::Save, ANYWHERE, with_record, act, is_saved);
}

#[test]
fn a_save_that_breaks_down_before_leaving_does_not_leave() {
    for way in ANYWHERE {
        let world = World::default();
        let mut window = with_record(&world);
        rename(&mut window);
        let record = window.record();
        window.command(Command::CloseRecord);
        world.workers.break_next(JobKind::Save, *way);
        window.click_button("保存する");
        assert_eq!(window.record(), record);
        window.press(Modifiers::NONE, Key::Escape);
        window.command(Command::Save);
        assert!(window.has("保存済み 14:32"), "saved, and nobody is sent away");
    }
}

#[test]
fn what_is_typed_while_it_is_saved_is_saved_after_it_when_asked_for() {
    let world = World::default();
    let mut window = with_record(&world);
    rename(&mut window);
    world.workers.hold(JobKind::Save.thread_name());
    window.command(Command::Save);
    rename(&mut window);
    window.command(Command::Save);
    world.workers.let_go();
    window.run();
    world.workers.let_go();
    window.run();
    assert!(window.has("保存済み 14:32"), "the first save is no change from outside");
    let saved = String::from_utf8(world.disk.get(Path::new(FILE)).unwrap()).unwrap();
    assert!(saved.contains(window.record().case_name.as_str()));
}

#[test]
fn a_recovery_snapshot_and_the_next_one_is_taken() {
    let act = |_: &World, window: &mut Window| {
        rename(window);
        window.wait(3.0);
    };
    gets_over(JobKind::Snapshot, ANYWHERE, with_record, act, |world, _| has_snapshot(world));
}

#[test]
fn a_recovery_snapshot_is_tried_again_although_nobody_goes_on_typing() {
    let world = World::default();
    let mut window = with_record(&world);
    rename(&mut window);
    world.workers.break_next(JobKind::Snapshot, Break::Panics);
    window.wait(3.0);
    window.press(Modifiers::NONE, Key::Escape);
    window.wait(10.0);
    assert!(!has_snapshot(&world));
    window.wait(21.0);
    assert!(has_snapshot(&world));
}

#[test]
fn saving_the_settings() {
    let act = |_: &World, window: &mut Window| window.command(Command::ZoomIn);
    let is_kept = |world: &World, _: &Window| Settings::load(&world.disk, &folders()).0.zoom_percent > 100;
    gets_over(JobKind::Settings, ANYWHERE, with_record, act, is_kept);
}

#[test]
fn making_files() {
    let begin = |world: &World| {
        let mut window = with_record(world);
        window.command(Command::GoTo(StepId::Output));
        window
    };
    let act = |_: &World, window: &mut Window| {
        let products = vec![Product::Data(Data::Json)];
        let (folder, along) = ("/cases/out".into(), Along::default());
        window.command(Command::Export(ExportOrder { folder, products, copy: CopyKind::Draft, lang: Lang::Ja, along }));
    };
    let is_made = |_: &World, window: &Window| {
        window.with_outside(|outside| match &outside.export {
            ExportState::Finished(files) => files.iter().all(|file| file.result.is_ok()),
            other => panic!("{other:?}"),
        })
    };
    gets_over(JobKind::Export, ANYWHERE, begin, act, is_made);
}

#[test]
fn the_printed_page() {
    let act = |_: &World, window: &mut Window| {
        rename(window);
        window.command(Command::GoTo(StepId::Review));
        window.wait(1.0);
    };
    let is_shown = |_: &World, window: &Window| window.has_containing("印刷イメージ 1／");
    gets_over(JobKind::Preview, WITHOUT_DISK, with_record, act, is_shown);
}

#[test]
fn making_a_package() {
    let act = |world: &World, window: &mut Window| {
        world.dialogs.answer("/cases/second.liu.zip");
        window.command(Command::MakePackage(PackageKind::Request));
    };
    let is_made = |world: &World, window: &Window| {
        window.with_outside(|outside| assert!(!matches!(outside.package, PackageState::Running(..))));
        is_there(world, "/cases/second.liu.zip")
    };
    gets_over(JobKind::Package, ANYWHERE, with_request, act, is_made);
}

#[test]
fn taking_in_a_result() {
    let begin = |world: &World| {
        put_records(world);
        with_request(world)
    };
    let act = |_: &World, window: &mut Window| window.command(Command::AddReceivedPath(FILE.into()));
    // It is of another service, which is found out by reading it.
    let is_read = |_: &World, window: &Window| {
        window.has("できませんでした") && !window.has_containing(PANICKED) && !window.has_containing(NOT_BEGUN)
            || window.with_outside(|outside| outside.received.len() == 1)
    };
    gets_over(JobKind::Receive, ANYWHERE, begin, act, is_read);
}

#[test]
fn attaching_a_file() {
    let begin = |world: &World| {
        world.disk.put(Path::new(EVIDENCE), b"%PDF-1.7 a diagram");
        with_record(world)
    };
    let act = |_: &World, window: &mut Window| window.command(Command::AddAttachmentPath(EVIDENCE.into()));
    let is_attached = |_: &World, window: &Window| window.with_outside(|outside| outside.attachments.len() == 1);
    gets_over(JobKind::Attach, ANYWHERE, begin, act, is_attached);
}

#[test]
fn saving_what_came_attached() {
    let begin = |world: &World| {
        let mut window = with_request(world);
        window.command(Command::CloseRecord);
        window.click_button("保存しない");
        window.command(Command::OpenPath(PACKAGE.into()));
        window.click_button("評価を始める");
        window.command(Command::GoTo(StepId::Service));
        window
    };
    let act = |world: &World, window: &mut Window| {
        world.dialogs.answer("/cases");
        window.command(Command::SaveAttachments(CameFrom::Opened, None));
    };
    let is_saved = |_: &World, window: &Window| {
        window.with_outside(|outside| match &outside.saving_attachments {
            SavingAttachments::Finished(_, files) => files.iter().all(|file| file.result.is_ok()),
            other => panic!("{other:?}"),
        })
    };
    gets_over(JobKind::SaveAttachments, ANYWHERE, begin, act, is_saved);
}

#[test]
fn reading_a_filled_in_sheet() {
    let begin = |world: &World| {
        let window = with_record(world);
        let sheet = answered(&workbook(&window.record(), Lang::Ja), &[("gate.answers.G1", "いいえ")]);
        world.disk.put(Path::new(SHEET), &sheet);
        window
    };
    let act = |_: &World, window: &mut Window| window.command(Command::ImportSheetPath(SHEET.into()));
    gets_over(JobKind::Import, ANYWHERE, begin, act, |_, window| window.has("前提確認 › G1 SaaSか"));
}

#[test]
fn looking_what_became_of_the_file_outside() {
    let act = |world: &World, window: &mut Window| {
        world.disk.put(Path::new(FILE), b"changed elsewhere");
        window.leave_and_come_back();
    };
    let is_seen = |_: &World, window: &Window| window.has("ファイルがほかで変更されています");
    gets_over(JobKind::LookBeside, ANYWHERE, with_record, act, is_seen);
}

#[test]
fn comparing_with_another_record() {
    let act = |world: &World, window: &mut Window| {
        world.dialogs.answer(OTHER);
        window.command(Command::CompareRecord);
    };
    gets_over(JobKind::Compare, ANYWHERE, with_record, act, |_, window| window.has("記録の比較"));
}

#[test]
fn looking_for_precedents() {
    let begin = |world: &World| {
        let mut window = with_record(world);
        window.command(Command::GoTo(StepId::Decisions));
        window
    };
    let act = |world: &World, window: &mut Window| {
        if window.with_outside(|outside| outside.precedents.folders.is_empty()) {
            world.dialogs.answer("/cases");
            window.command(Command::AddPrecedentFolder);
        } else {
            window.click_button("もう一度読む");
        }
    };
    let is_found =
        |_: &World, window: &Window| window.with_outside(|outside| matches!(outside.precedents.state, PrecedentState::Found(_)));
    gets_over(JobKind::Precedents, ANYWHERE, begin, act, is_found);
}

fn at_the_signatures(world: &World) -> Window {
    world.disk.put(Path::new(KEY), include_bytes!("../data/signatures/ed25519"));
    let mut window = with_record(world);
    window.command(Command::GoTo(StepId::Approval));
    window.click("電子署名（任意）");
    window.run();
    window
}

fn sign(_: &World, window: &mut Window) {
    window.command(Command::Sign(SignOrder { key: KEY.into(), passphrase: None, replace: true }));
}

#[test]
fn signing_the_saved_record() {
    let is_signed = |world: &World, window: &Window| {
        window.with_outside(|outside| assert!(!matches!(outside.signature.signing, Work::Running)));
        is_there(world, SIGNATURE)
    };
    gets_over(JobKind::Sign, ANYWHERE, at_the_signatures, sign, is_signed);
}

#[test]
fn checking_a_signature() {
    let begin = |world: &World| {
        let mut window = at_the_signatures(world);
        sign(world, &mut window);
        window
    };
    let act = |_: &World, window: &mut Window| {
        window.command(Command::CheckSignature(CheckOrder { signature: SIGNATURE.into(), allowed: None }));
    };
    let is_checked =
        |_: &World, window: &Window| window.with_outside(|outside| matches!(outside.signature.checking, Work::Done(_, Ok(_))));
    gets_over(JobKind::CheckSignature, ANYWHERE, begin, act, is_checked);
}

fn with_catalogue(world: &World) -> Window {
    world.disk.put(Path::new(CATALOGUE), another_catalogue().to_ron().unwrap().as_bytes());
    world.open(WIDE)
}

#[test]
fn reading_a_catalogue() {
    let act = |_: &World, window: &mut Window| window.command(Command::LoadCataloguePath(CATALOGUE.into()));
    gets_over(JobKind::ReadCatalogue, ANYWHERE, with_catalogue, act, |_, window| window.has("この目録を使う"));
}

#[test]
fn keeping_a_catalogue_to_use_it() {
    let begin = |world: &World| {
        let mut window = with_catalogue(world);
        window.command(Command::LoadCataloguePath(CATALOGUE.into()));
        window
    };
    let act = |_: &World, window: &mut Window| window.click_button("この目録を使う");
    let is_used = |world: &World, _: &Window| Settings::load(&world.disk, &folders()).0.catalogue.is_some();
    gets_over(JobKind::KeepCatalogue, ANYWHERE, begin, act, is_used);
}

#[test]
fn writing_the_shipped_catalogue() {
    let begin = |world: &World| {
        let mut window = world.open(WIDE);
        window.command(Command::ShowCatalogue);
        window
    };
    let act = |world: &World, window: &mut Window| {
        world.dialogs.answer("/cases/shipped.ron");
        window.click_button("同梱の目録を書き出す…");
    };
    gets_over(JobKind::WriteCatalogue, ANYWHERE, begin, act, |world, _| is_there(world, "/cases/shipped.ron"));
}

#[test]
fn writing_the_page_that_tells_whether_a_service_can_be_registered() {
    let begin = |world: &World| {
        let mut window = world.open(WIDE);
        window.command(Command::AskEligibility);
        window.click_at(NodeRole::RadioButton, "要機密情報（機密性2・3）は入らない。公表済みの情報だけ、など");
        window.click_button("結果を見る");
        window
    };
    let act = |world: &World, window: &mut Window| {
        world.dialogs.answer("/cases/page.pdf");
        window.click_button("1ページのPDFに保存…");
    };
    gets_over(JobKind::WriteEligibility, ANYWHERE, begin, act, |world, _| is_there(world, "/cases/page.pdf"));
}

#[test]
fn keeping_the_catalogue_that_a_record_leaves() {
    let begin = |world: &World| {
        let record = approved_by(example(), &catalogue());
        world.disk.put(Path::new(FILE), to_ron(&record).unwrap().as_bytes());
        let mut window = world.open(TALL);
        window.command(Command::OpenPath(FILE.into()));
        window
    };
    let act = |_: &World, window: &mut Window| {
        if window.record().catalogue == another_catalogue().pin() {
            window.command(Command::Undo);
        }
        window.command(Command::ShowRules);
        window.click_at(NodeRole::Button, "この目録に移す");
        window.click_at(NodeRole::Button, "移す");
    };
    let is_moved = |_: &World, window: &Window| {
        !window.has_containing(PANICKED)
            && !window.has_containing(NOT_BEGUN)
            && window.record().catalogue == another_catalogue().pin()
    };
    // One that was ever shipped is at hand anyway, so that nothing is written.
    gets_over(JobKind::KeepFormerCatalogue, WITHOUT_DISK, begin, act, is_moved);
}
