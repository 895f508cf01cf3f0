//! Requests, results and applications in the window: opened, taken in, and written.

use std::path::Path;

use egui::accesskit::Role as NodeRole;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{Queryable as _, by};
use liu_wizard::catalogue::{Catalogue, StepId};
use liu_wizard::export::Along;
use liu_wizard::file::Storage as _;
use liu_wizard::package::{self, LeftOut, Objection, PackageKind, PartRole, Setting, TakenResult, Wish};
use liu_wizard::record::{
    Answer, ApprovalState, CheckListPoint, Date, DayField, Edit, Field, Line, Record, Role, TaskChoice, TaskId, TextField,
    Validity,
};
use liu_wizard::text::{Lang, window as shell_words};
use liu_wizard::window::{Command, PackageState, Request};

use crate::support::command_line::Desk;
use crate::support::drawn::Drawn;
use crate::support::package::{assessed, changed_files, files, repacked, with_part};
use crate::support::shell::{Window, World};

const REQUEST: &str = "/cases/request.liu.zip";
/// High enough that no step has to be scrolled.
const TALL: [f32; 2] = [1366.0, 2400.0];

fn set(window: &mut Window, field: TextField, text: &str) {
    window.ask(Request::Edit(Edit::SetText { field: Field::Text(field), text: text.to_owned() }));
}

/// A provider's window, in which a request was written.
fn provider(world: &World) -> Window {
    let mut window = world.open(TALL);
    window.command(Command::New(Role::Csp));
    set(&mut window, TextField::ServiceName, "ウェブ会議サービス甲");
    set(&mut window, TextField::Letter, "評価をお願いします。");
    window.command(Command::GoTo(StepId::Request));
    world.dialogs.answer("/cases/request");
    window.click_button("依頼パッケージを書き出す");
    window
}

/// Makes a package although nobody approved the result.
fn pack_undecided(window: &mut Window, kind: PackageKind) {
    window.command(Command::MakePackage(kind));
    window.click_button("承認されていないものとして書き出す…");
}

fn close_unsaved(window: &mut Window) {
    window.command(Command::CloseRecord);
    if window.has("保存しない") {
        window.click_button("保存しない");
    }
}

fn read(world: &World, path: &str) -> package::Package {
    package::read(&world.disk.get(Path::new(path)).unwrap()).unwrap()
}

#[test]
fn a_request_is_written_with_the_bytes_of_the_command_line() {
    let world = World::default();
    let window = provider(&world);
    let (record, catalogue) = (window.record(), Catalogue::shipped().unwrap());
    let setting = Setting {
        catalogue: &catalogue,
        today: Date::new(2026, 11, 23).unwrap(),
        lang: Lang::Ja,
        along: Along::default(),
        undecided: true,
    };
    let made = package::make(&record, Wish::Request, &[], &setting).unwrap();
    assert!(world.disk.get(Path::new(REQUEST)).unwrap() == made);
    assert!(window.has_containing("書き出しました：/cases/request.liu.zip"));
    let asked = world.dialogs.asked().pop().unwrap();
    assert!(asked.name.ends_with("_ウェブ会議サービス甲_依頼.liu.zip"), "{}", asked.name);
    // The record itself was neither saved nor changed by it.
    assert_eq!(window.path(), None);
}

#[test]
fn another_file_of_that_name_stays() {
    let world = World::default();
    let mut window = world.open(TALL);
    window.command(Command::New(Role::Csp));
    world.disk.put(Path::new(REQUEST), b"mine");
    world.dialogs.answer(REQUEST);
    window.command(Command::MakePackage(PackageKind::Request));
    assert!(window.has("できませんでした"));
    assert_eq!(world.disk.get(Path::new(REQUEST)).unwrap(), b"mine");
    window.with_outside(|outside| assert!(matches!(outside.package, PackageState::Idle)));
}

#[test]
fn a_request_dropped_on_the_window_begins_an_assessment() {
    let world = World::default();
    let mut window = provider(&world);
    let ours = window.record();
    let bytes = world.disk.get(Path::new(REQUEST)).unwrap();
    close_unsaved(&mut window);
    window.drop_file(Path::new(REQUEST));
    assert!(!window.has_record(), "it is asked first what for");
    assert_eq!(window.focused(), "評価を始める");
    window.press(Modifiers::NONE, Key::Enter);
    let begun = window.record();
    assert_eq!((begun.role, &begun.service, &begun.request), (Role::Agency, &ours.service, &ours.request));
    assert_ne!(begun.id, ours.id);
    assert_eq!(begun.answers_request.as_ref().unwrap().content, ours.content_digest());
    assert_eq!(window.path(), None, "it has no file of its own yet");
    assert!(window.has_containing("依頼パッケージから評価を始めました"));
    window.command(Command::GoTo(StepId::Service));
    assert!(window.has_containing("依頼パッケージから受け継いだ"));
    world.dialogs.answer("/cases/assessment");
    window.command(Command::Save);
    assert_eq!(window.path().as_deref(), Some(Path::new("/cases/assessment.liu.ron")));
    assert!(world.disk.get(Path::new(REQUEST)).unwrap() == bytes);
    assert_eq!(world.disk.list(Path::new("/cases")).unwrap().iter().filter(|entry| entry.path.starts_with(REQUEST)).count(), 1);
}

#[test]
fn an_agency_writes_its_result_or_sends_the_request_back_with_a_reason() {
    let world = World::default();
    let mut window = provider(&world);
    close_unsaved(&mut window);
    window.command(Command::OpenPath(REQUEST.into()));
    window.click_button("評価を始める");
    let begun = window.record();
    world.dialogs.answer("/cases/result.liu.zip");
    pack_undecided(&mut window, PackageKind::Result);
    let result = read(&world, "/cases/result.liu.zip");
    assert_eq!((result.kind(), &result.record), (PackageKind::Result, &begun));

    window.command(Command::MakePackage(PackageKind::Returned));
    // Without a word the request is not sent back.
    window.click_button("保存先を選ぶ…");
    assert!(world.disk.get(Path::new("/cases/back.liu.zip")).is_none());

    window.field("返送の理由").focus();
    window.run();
    window.commit("連絡先を書いてください。");
    world.dialogs.answer("/cases/back.liu.zip");
    window.click_button("保存先を選ぶ…");
    let back = read(&world, "/cases/back.liu.zip");
    assert_eq!(back.kind(), PackageKind::Returned);
    assert_eq!(back.manifest.comment.as_ref().unwrap().as_str(), "連絡先を書いてください。");
}

#[test]
fn that_pages_were_changed_is_said_when_a_result_is_taken_in() {
    let world = World::default();
    let mut window = provider(&world);
    let catalogue = Catalogue::shipped().unwrap();
    let today = Date::new(2026, 11, 23).unwrap();
    let setting = Setting { catalogue: &catalogue, today, lang: Lang::Ja, along: Along::default(), undecided: true };
    let id = liu_wizard::record::RecordId::new("agency-one").unwrap();
    let one = package::begin_assessment(&window.record(), id, today, catalogue.pin());
    let made = package::make(&one, Wish::Result, &[], &setting).unwrap();
    let whole = package::read(&made).unwrap();
    let (_, explanation) = whole.documents().find(|(part, _)| part.role == PartRole::Explanation).unwrap();
    let signed = with_part(&made, "explanation", &[explanation, b"\n% a signature\n"].concat());
    window.command(Command::GoTo(StepId::Received));
    for (zip, is_said) in [(&made, false), (&signed, true)] {
        world.disk.put(Path::new("/cases/one.liu.zip"), zip);
        window.command(Command::AddReceivedPath("/cases/one.liu.zip".into()));
        window.with_outside(|outside| assert_eq!(outside.received.len(), 1));
        assert_eq!(window.has_containing("書き足されています") && window.has_containing("explanation.pdf"), is_said);
        if is_said {
            window.picture("received-with-changed-pages");
            window.click_button("閉じる");
        }
    }
}

#[test]
fn results_are_taken_in_side_by_side_and_put_together() {
    let world = World::default();
    let mut window = provider(&world);
    let ours = window.record();
    let catalogue = Catalogue::shipped().unwrap();
    let setting = Setting {
        catalogue: &catalogue,
        today: Date::new(2026, 11, 23).unwrap(),
        lang: Lang::Ja,
        along: Along::default(),
        undecided: true,
    };
    let begin = |id: &str| {
        let id = liu_wizard::record::RecordId::new(id).unwrap();
        package::begin_assessment(&ours, id, setting.today, catalogue.pin())
    };
    let (one, other) = (begin("agency-one"), begin("agency-other"));
    let made = package::make(&one, Wish::Result, &[], &setting).unwrap();
    world.disk.put(Path::new("/cases/one.liu.zip"), &made);
    let comment = "対象外です。".try_into().unwrap();
    let made = package::make(&other, Wish::Returned { comment: &comment }, &[], &setting).unwrap();
    world.disk.put(Path::new("/cases/other.liu.zip"), &made);

    window.command(Command::GoTo(StepId::Received));
    for path in ["/cases/one.liu.zip", "/cases/other.liu.zip"] {
        window.command(Command::AddReceivedPath(path.into()));
    }
    assert!(window.has("この依頼への回答です") && window.has("対象外です。"));
    // A request is no result.
    window.command(Command::AddReceivedPath(REQUEST.into()));
    assert!(window.has_containing("評価結果ではありません"));
    window.click_button("閉じる");
    window.with_outside(|outside| assert_eq!(outside.received.len(), 2));

    window.command(Command::GoTo(StepId::Application));
    world.dialogs.answer("/cases/application.liu.zip");
    window.click_button("事前申請パッケージを書き出す");
    assert!(window.has("架空省（作成中）") || window.has_containing("（作成中）"));
    window.click_button("承認されていないものとして書き出す…");
    let application = read(&world, "/cases/application.liu.zip");
    assert_eq!((application.record, application.results), (ours.clone(), vec![one.clone()]));
    let taken = TakenResult::of_package(read(&world, "/cases/one.liu.zip"), &crate::support::reader()).unwrap();
    let left_out = [LeftOut {
        record: package::without_assessment(&other),
        why: vec![Objection::Returned("対象外です。".to_owned())],
    }];
    let wish = Wish::Application { results: &[taken], left_out: &left_out };
    let expected = package::make(&ours, wish, &[], &setting).unwrap();
    assert!(world.disk.get(Path::new("/cases/application.liu.zip")).unwrap() == expected);
}

#[test]
fn a_package_that_was_packed_again_opens_and_what_differs_is_said() {
    let world = World::default();
    let mut window = provider(&world);
    let ours = window.record();
    let in_folder = |zip: &[u8]| {
        let files = files(zip).into_iter().map(|(name, bytes)| (format!("依頼/{name}"), bytes));
        repacked(&files.collect::<Vec<_>>())
    };
    let again = in_folder(&world.disk.get(Path::new(REQUEST)).unwrap());
    world.disk.put(Path::new("/cases/again.liu.zip"), &again);
    let catalogue = Catalogue::shipped().unwrap();
    let setting = Setting {
        catalogue: &catalogue,
        today: Date::new(2026, 11, 23).unwrap(),
        lang: Lang::Ja,
        along: Along::default(),
        undecided: true,
    };
    let id = liu_wizard::record::RecordId::new("agency-one").unwrap();
    let begun = package::begin_assessment(&ours, id, setting.today, catalogue.pin());
    let result = in_folder(&package::make(&begun, Wish::Result, &[], &setting).unwrap());
    world.disk.put(Path::new("/cases/result.liu.zip"), &result);
    window.command(Command::GoTo(StepId::Received));
    window.command(Command::AddReceivedPath("/cases/result.liu.zip".into()));
    assert!(window.has_containing("外側のフォルダー「依頼」"));
    window.click_button("閉じる");
    window.with_outside(|outside| assert_eq!(outside.received.len(), 1));

    close_unsaved(&mut window);
    window.drop_file(Path::new("/cases/again.liu.zip"));
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.record().service, ours.service);
    assert!(window.has_containing("外側のフォルダー「依頼」"));
    window.picture("packed-again");
    window.click_button("閉じる");
}

#[test]
fn a_damaged_package_is_refused_in_words_and_changes_nothing() {
    let world = World::default();
    let mut window = provider(&world);
    let mut bytes = world.disk.get(Path::new(REQUEST)).unwrap();
    bytes.truncate(bytes.len() / 2);
    world.disk.put(Path::new("/cases/cut.liu.zip"), &bytes);
    close_unsaved(&mut window);
    window.command(Command::OpenExample(0));
    let example = window.record();
    window.command(Command::OpenPath("/cases/cut.liu.zip".into()));
    assert!(window.has_containing("終わりが欠けている"));
    assert_eq!(window.record(), example);
    assert!(world.disk.get(Path::new("/cases/cut.liu.zip")).unwrap() == bytes);
}

/// A provider's window with a request that carries two files, closed again.
fn with_evidence(world: &World) -> Window {
    let mut window = provider(world);
    world.disk.put(Path::new("/cases/構成図.pdf"), b"%PDF-1.7 a diagram");
    world.disk.put(Path::new("/cases/setup.exe"), b"MZ");
    for path in ["/cases/構成図.pdf", "/cases/setup.exe"] {
        world.dialogs.answer(path);
        window.click_button("添付するファイルを選ぶ…");
    }
    world.dialogs.answer("/cases/more.liu.zip");
    window.click_button("依頼パッケージを書き出す");
    assert_eq!(read(world, "/cases/more.liu.zip").attachments().len(), 2);
    close_unsaved(&mut window);
    window
}

#[test]
fn what_is_attached_is_told_with_its_size_left_out_again_and_refused_where_it_cannot_go() {
    let world = World::default();
    let mut window = provider(&world);
    world.disk.put(Path::new("/cases/構成図.pdf"), &vec![0; 3000]);
    world.disk.put(Path::new("/cases/large.bin"), &vec![0; 20 * 1024 * 1024 + 1]);
    for (path, said) in [("/cases/gone.txt", "gone.txt"), ("/cases/large.bin", "20 MiBまで")] {
        world.dialogs.answer(path);
        window.click_button("添付するファイルを選ぶ…");
        assert!(window.has_containing(said), "{path}");
        window.click_button("閉じる");
    }
    world.dialogs.answer("/cases/構成図.pdf");
    window.click_button("添付するファイルを選ぶ…");
    assert!(window.has("構成図.pdf（3 KiB）") && window.has("添付：1個、合わせて3 KiB"));
    window.picture("request-attachments");
    window.click("構成図.pdf を添付から外す");
    window.with_outside(|outside| assert!(outside.attachments.is_empty()));
}

#[test]
fn a_file_that_can_only_be_evidence_is_attached_where_it_falls_and_a_record_is_opened() {
    let world = World::default();
    let mut window = provider(&world);
    world.disk.put(Path::new("/cases/構成図.PNG"), b"a picture");
    window.drop_file(Path::new("/cases/構成図.PNG"));
    assert!(window.has("構成図.PNG（1 KiB）"));
    // Where no package is made, it is none of the files that the program opens.
    window.command(Command::GoTo(StepId::Service));
    window.drop_file(Path::new("/cases/構成図.PNG"));
    window.with_outside(|outside| assert_eq!(outside.attachments.len(), 1));
    assert!(window.has("保存していない変更があります"));
}

#[test]
fn what_came_attached_is_listed_and_saved_under_a_harmless_name_and_nothing_is_replaced() {
    let world = World::default();
    let mut window = with_evidence(&world);
    window.command(Command::OpenPath("/cases/more.liu.zip".into()));
    window.click_button("評価を始める");
    window.command(Command::GoTo(StepId::Service));
    assert!(
        window.has_containing("構成図.pdf（attachment01.pdf、1 KiB")
            && window.has_containing("setup.exe（attachment02.bin、1 KiB")
    );
    world.disk.put(Path::new("/kept/添付01_構成図.pdf"), b"mine");
    world.dialogs.answer("/kept");
    window.click("添付 構成図.pdf を保存…");
    assert!(window.has("添付を保存しました：/kept/添付01_構成図 (2).pdf"));
    world.dialogs.answer("/kept");
    window.click_button("2個すべて保存…");
    let kept = |name: &str| world.disk.get(&Path::new("/kept").join(name)).unwrap();
    assert_eq!(kept("添付01_構成図.pdf"), b"mine");
    assert_eq!(kept("添付01_構成図 (2).pdf"), b"%PDF-1.7 a diagram");
    assert_eq!(kept("添付02_setup_exe.bin"), b"MZ");
    assert_eq!(world.disk.list(Path::new("/kept")).unwrap().len(), 3, "the same again is not written twice");
    window.picture("came-attached");
    // They go on by nobody's hand but the user's.
    world.dialogs.answer("/cases/result.liu.zip");
    pack_undecided(&mut window, PackageKind::Result);
    assert!(read(&world, "/cases/result.liu.zip").attachments().is_empty());
}

#[test]
fn a_damaged_attachment_is_named_and_never_saved_and_the_record_opens() {
    let world = World::default();
    let mut window = with_evidence(&world);
    let whole = files(&world.disk.get(Path::new("/cases/more.liu.zip")).unwrap());
    let place = |name: &str| whole.iter().position(|(other, _)| other == name).unwrap();
    let changed = changed_files(&whole, place("attachment01.pdf"), 3, 1);
    let mut missing = whole.clone();
    missing.remove(place("attachment02.bin"));
    for (index, (files, title, other)) in
        [(changed, "構成図.pdf", "setup.exe"), (missing, "setup.exe", "構成図.pdf")].into_iter().enumerate()
    {
        world.disk.put(Path::new("/cases/damaged.liu.zip"), &repacked(&files));
        window.command(Command::OpenPath("/cases/damaged.liu.zip".into()));
        assert!(window.has_containing(&format!("「{title}」（")));
        window.picture(&format!("damaged-attachment-{index}"));
        window.click_button("依頼の内容を見る（事業者の記録として開く）");
        assert!(window.has_containing(&format!("「{title}」（")), "it is said after opening, too");
        window.click_button("閉じる");
        window.command(Command::GoTo(StepId::Service));
        assert!(window.has_containing("保存できません"));
        assert!(!window.has(&format!("添付 {title} を保存…")) && window.has(&format!("添付 {other} を保存…")));
        window.command(Command::CloseRecord);
    }
}

/// Whoever opens a package reads its PDFs beside it, with another program.
#[test]
fn what_the_pages_of_the_pdfs_in_a_package_are_is_said_when_it_is_opened() {
    let world = World::default();
    let mut window = provider(&world);
    let whole = world.disk.get(Path::new(REQUEST)).unwrap();
    let sheet = |zip: &[u8]| {
        let package = package::read(zip).unwrap();
        let (part, bytes) = package.documents().find(|(part, _)| part.role == PartRole::Sheet).unwrap();
        (part.name.clone(), bytes.to_vec())
    };
    let (name, bytes) = sheet(&whole);
    let signed = with_part(&whole, "sheet", &[bytes.as_slice(), b"\n% a signature\n"].concat());
    close_unsaved(&mut window);
    for (lang, zip, said) in [
        (Lang::Ja, &whole, "どれも、添付された記録を印刷したものと1バイトも違いません"),
        (Lang::En, &whole, "are byte for byte what the attached records print"),
        (Lang::Ja, &signed, "書き足されています"),
        (Lang::En, &signed, "bytes were added"),
    ] {
        world.disk.put(Path::new(REQUEST), zip);
        window.command(Command::SetLang(lang));
        for chosen in [shell_words::request_opened_begin(lang), shell_words::request_opened_look(lang)] {
            window.command(Command::OpenPath(REQUEST.into()));
            window.click_button(chosen);
            assert!(window.has_record() && window.has_containing(said), "{lang:?} {chosen}: {said}");
            assert_eq!(window.has_containing(&name), zip == &signed, "{lang:?} {chosen}: which PDF it is");
            window.picture(&format!("pages-of-package-{lang:?}-{}", zip == &signed));
            window.command(Command::CloseRecord);
            if window.has_record() {
                window.click_button(shell_words::close_discard(lang));
            }
        }
    }
}

#[test]
fn a_provider_looks_at_its_own_request_which_holds_no_check_list() {
    let world = World::default();
    let mut window = world.open(TALL);
    window.command(Command::New(Role::Csp));
    set(&mut window, TextField::ServiceName, "ウェブ会議サービス甲");
    set(&mut window, TextField::ApplicationRemarks, "監査の指摘がまだ直っていない。");
    window.ask(Request::Edit(Edit::AnswerCheckList(CheckListPoint::Gbizid, Answer::Yes)));
    let ours = window.record();
    window.command(Command::GoTo(StepId::Request));
    assert!(window.has_containing("事前申請の確認表と備考は依頼に入らず"));
    world.dialogs.answer(REQUEST);
    window.click_button("依頼パッケージを書き出す");
    close_unsaved(&mut window);
    window.command(Command::OpenPath(REQUEST.into()));
    window.picture("request-opened");
    window.click_button("依頼の内容を見る（事業者の記録として開く）");
    let opened = window.record();
    assert_eq!((&opened.id, opened.role, &opened.service, &opened.request), (&ours.id, Role::Csp, &ours.service, &ours.request));
    assert_eq!(opened.application, Default::default());
    assert_eq!(window.path(), None, "the package is never written to");
    // What is not chosen changes nothing.
    window.command(Command::OpenPath(REQUEST.into()));
    window.click_button("やめる");
    assert_eq!(window.record(), opened);
}

#[test]
fn an_agency_attaches_evidence_where_the_menu_leads_it() {
    let world = World::default();
    let mut window = provider(&world);
    close_unsaved(&mut window);
    window.command(Command::OpenPath(REQUEST.into()));
    window.click_button("評価を始める");
    window.command(Command::GoToPackage(PackageKind::Result));
    assert_eq!(window.focused(), "評価結果パッケージを書き出す");
    world.disk.put(Path::new("/cases/議事録.txt"), "証拠".as_bytes());
    world.dialogs.answer("/cases/議事録.txt");
    window.click_button("添付するファイルを選ぶ…");
    world.dialogs.answer("/cases/result.liu.zip");
    window.click_button("評価結果パッケージを書き出す");
    window.click_button("承認されていないものとして書き出す…");
    window.picture("result-package");
    let result = read(&world, "/cases/result.liu.zip");
    assert_eq!(result.attachments()[0].content.as_deref().unwrap(), "証拠".as_bytes());
    // With a request that is sent back, too; and the provider sees both, beside the results.
    window.click_button("依頼を評価せずに返送する…");
    window.field("返送の理由").focus();
    window.run();
    window.commit("連絡先を書いてください。");
    world.dialogs.answer("/cases/back.liu.zip");
    window.click_button("保存先を選ぶ…");
    assert_eq!(read(&world, "/cases/back.liu.zip").attachments().len(), 1);
    close_unsaved(&mut window);
    window.command(Command::New(Role::Csp));
    window.command(Command::GoTo(StepId::Received));
    window.command(Command::AddReceivedPath("/cases/result.liu.zip".into()));
    world.dialogs.answer("/kept");
    world.disk.create_folder(Path::new("/kept")).unwrap();
    window.click("添付 議事録.txt を保存…");
    assert_eq!(world.disk.get(Path::new("/kept/添付01_議事録.txt")).unwrap(), "証拠".as_bytes());
    window.command(Command::OpenPath("/cases/back.liu.zip".into()));
    window.click_button("読むだけで開く");
    window.click_button("保存しない");
    window.command(Command::GoTo(StepId::Service));
    assert!(window.has("連絡先を書いてください。"));
}

/// The assessment of the agency on the screen, finished and approved.
fn assess(window: &mut Window, agency: &str, conditions: &str) {
    let mut done = assessed(window.record(), agency);
    done.conditions_of_use = conditions.try_into().unwrap();
    window.ask(Request::Edit(Edit::Restore(Box::new(done.content_alone()))));
    window.ask(Request::Edit(Edit::ChooseValidity(done.approval.validity)));
    for to in [ApprovalState::Submitted, ApprovalState::Approved] {
        let (by, on) = (done.approval.by.clone(), done.approval.on.unwrap());
        window.ask(Request::Edit(Edit::MoveApproval { to, by, on, comment: String::new() }));
    }
}

#[test]
fn the_whole_round_in_the_window() {
    let world = World::default();
    // The provider writes its request.
    let mut window = world.open(TALL);
    window.command(Command::New(Role::Csp));
    for (field, text) in [
        (TextField::Provider, "架空クラウド株式会社"),
        (TextField::CorporateNumber, "7000012050002"),
        (TextField::ServiceName, "ウェブ会議サービス甲"),
        (TextField::Addressee, "架空省 総務課"),
        (TextField::SuggestedInformation, "会議の音声"),
    ] {
        set(&mut window, field, text);
    }
    window.ask(Request::Edit(Edit::SuggestTask(TaskChoice::Listed(TaskId::new("LIU-A1").unwrap()))));
    window.ask(Request::Edit(Edit::SetDay(DayField::Deadline, Date::new(2026, 12, 25))));
    window.command(Command::GoTo(StepId::Request));
    window.click_button("記入内容から文案を作る");
    world.dialogs.answer("/cases/ours");
    window.command(Command::Save);
    world.dialogs.answer(REQUEST);
    window.click_button("依頼パッケージを書き出す");
    window.command(Command::Save);
    window.command(Command::CloseRecord);

    // One agency assesses. Its provider's part is the provider's to change.
    window.drop_file(Path::new(REQUEST));
    window.click_button("評価を始める");
    window.command(Command::GoTo(StepId::Service));
    assert!(window.has_containing("依頼パッケージから受け継いだ"));
    assess(&mut window, "架空省", "公表を前提とする会議に限る。");
    world.dialogs.answer("/cases/a.liu.zip");
    window.command(Command::GoToPackage(PackageKind::Result));
    window.click_button("評価結果パッケージを書き出す");
    close_unsaved(&mut window);

    // The other sends it back first.
    world.dialogs.answer(REQUEST);
    window.command(Command::Open);
    window.click_button("評価を始める");
    window.command(Command::GoToPackage(PackageKind::Returned));
    window.click_button("依頼を評価せずに返送する…");
    window.field("返送の理由").focus();
    window.run();
    window.commit("連絡先を書いてください。");
    world.dialogs.answer("/cases/back.liu.zip");
    window.click_button("保存先を選ぶ…");
    close_unsaved(&mut window);

    // The provider reads why, mends its request, and the other agency assesses, too.
    window.command(Command::OpenPath("/cases/ours.liu.ron".into()));
    window.command(Command::GoTo(StepId::Received));
    window.command(Command::AddReceivedPath("/cases/back.liu.zip".into()));
    assert!(window.has("連絡先を書いてください。"));
    window.click_at(NodeRole::Link, "back.liu.zip を一覧から外す");
    set(&mut window, TextField::Contact, "営業部 架空一郎");
    window.command(Command::Save);
    window.command(Command::GoTo(StepId::Request));
    world.dialogs.answer("/cases/again.liu.zip");
    window.click_button("依頼パッケージを書き出す");
    window.command(Command::Save);
    window.command(Command::OpenPath("/cases/again.liu.zip".into()));
    window.click_button("評価を始める");
    assess(&mut window, "架空庁", "録画は使わない。");
    world.dialogs.answer("/cases/b.liu.zip");
    window.command(Command::GoToPackage(PackageKind::Result));
    window.click_button("評価結果パッケージを書き出す");
    close_unsaved(&mut window);

    // Both results stand side by side, with what differs, and go into the application.
    window.command(Command::OpenPath("/cases/ours.liu.ron".into()));
    window.command(Command::GoTo(StepId::Received));
    for path in ["/cases/a.liu.zip", "/cases/b.liu.zip"] {
        world.dialogs.answer(path);
        window.click_button("受け取った結果を開く…");
    }
    assert!(window.has_containing("架空省") && window.has_containing("架空庁") && window.has("この依頼への回答です"));
    assert!(window.has("機関により異なる") && window.has("録画は使わない。"));
    window.picture("both-results");
    for point in CheckListPoint::ALL {
        window.ask(Request::Edit(Edit::AnswerCheckList(point, Answer::Yes)));
    }
    window.command(Command::GoTo(StepId::Application));
    assert!(window.has("同封する評価結果：2件"));
    world.dialogs.answer("/cases/application");
    window.click_button("事前申請パッケージを書き出す");
    close_unsaved(&mut window);

    // It opens again, with the results in it.
    window.command(Command::OpenPath("/cases/application.liu.zip".into()));
    window.command(Command::GoTo(StepId::Received));
    window.with_outside(|outside| assert_eq!(outside.received.len(), 2));
    assert!(window.has_containing("架空省") && window.has_containing("架空庁"));
    let application = world.disk.get(Path::new("/cases/application.liu.zip")).unwrap();
    world.dialogs.answer("/cases/once-more");
    window.command(Command::MakePackage(PackageKind::Application));
    assert!(world.disk.get(Path::new("/cases/once-more.liu.zip")).unwrap() == application, "made again of what it holds");

    // Somebody else, who has nothing but the application, verifies it.
    let third = Desk::new();
    third.write("application.liu.zip", &application);
    let verified = third.run(&["verify", "application.liu.zip"]);
    assert_eq!(verified.code, 0, "{verified:?}");
    for expected in ["書き出したときのまま", "架空省", "架空庁", "送付状と確認表", "内容は変わっていません"]
    {
        assert!(verified.out.contains(expected), "{expected}: {}", verified.out);
    }
}

#[test]
fn every_kind_of_package_opens_again_from_dialog_and_by_drop() {
    let world = World::default();
    let mut window = provider(&world);
    let ours = window.record();
    let catalogue = Catalogue::shipped().unwrap();
    let (today, lang, along) = (Date::new(2026, 11, 23).unwrap(), Lang::Ja, Along::default());
    let setting = Setting { catalogue: &catalogue, today, lang, along, undecided: true };
    let id = liu_wizard::record::RecordId::new("agency-one").unwrap();
    let begun = package::begin_assessment(&ours, id, today, catalogue.pin());
    let comment = "対象外です。".try_into().unwrap();
    let results = [TakenResult::of_record(begun.clone())];
    for (wish, about) in [
        (Wish::Request, &ours),
        (Wish::Result, &begun),
        (Wish::Returned { comment: &comment }, &begun),
        (Wish::Application { results: &results, left_out: &[] }, &ours),
    ] {
        let kind = wish.kind();
        let zip = package::make(about, wish, &[], &setting).unwrap();
        let path = Path::new("/cases/any.liu.zip");
        world.disk.put(path, &zip);
        for by_drop in [false, true] {
            close_unsaved(&mut window);
            if by_drop {
                window.drop_file(path);
            } else {
                world.dialogs.answer(path);
                window.command(Command::Open);
            }
            if kind == PackageKind::Request {
                window.click_button("依頼の内容を見る（事業者の記録として開く）");
            }
            assert_eq!(window.record().id, about.id, "{kind:?}");
            let received = window.with_outside(|outside| outside.received.len());
            assert_eq!(received, usize::from(kind == PackageKind::Application), "{kind:?}");
            if kind == PackageKind::Returned {
                window.command(Command::GoTo(StepId::Service));
                assert!(window.has("対象外です。"));
            }
        }
        assert!(world.disk.get(path).unwrap() == zip);
    }
}

#[test]
fn a_byte_changed_in_any_part_is_said_when_the_package_is_opened() {
    let world = World::default();
    let mut window = with_evidence(&world);
    let whole = files(&world.disk.get(Path::new("/cases/more.liu.zip")).unwrap());
    let path = Path::new("/cases/changed.liu.zip");
    for (index, (name, bytes)) in whole.iter().enumerate() {
        for at in [0, bytes.len() / 2, bytes.len() - 1] {
            let mut zip = repacked(&whole);
            // In the ZIP file itself, whose check sum is then wrong; and by somebody who packs it anew.
            let from = zip.windows(bytes.len()).position(|window| window == bytes).unwrap();
            zip[from + at] ^= 1;
            for zip in [zip, repacked(&changed_files(&whole, index, at, 1))] {
                world.disk.put(path, &zip);
                window.command(Command::OpenPath(path.into()));
                let is_refused = window.has("できませんでした");
                let is_said = window.has_containing("添付が書き出したときのままではありません");
                assert!(is_refused || (is_said && name.starts_with("attachment")), "{name} at {at}");
                assert!(!window.has_record());
                window.click_button(if is_refused { "閉じる" } else { "やめる" });
            }
        }
    }
}

#[test]
fn an_approval_that_was_changed_outside_is_said_on_its_page_and_on_the_review() {
    let world = World::default();
    let mut window = provider(&world);
    close_unsaved(&mut window);
    window.command(Command::OpenPath(REQUEST.into()));
    window.click_button("評価を始める");
    assess(&mut window, "架空省", "公表を前提とする会議に限る。");
    let approved = window.record();
    let forged: [fn(&mut Record); 4] = [
        |record| record.approval.by.name = Line::new("架空 五郎").unwrap(),
        |record| record.approval.on = Date::new(2026, 11, 22),
        |record| record.approval.validity = Validity::ThirtySixMonths,
        |record| record.approval.seal = None,
    ];
    close_unsaved(&mut window);
    for (index, forge) in forged.into_iter().enumerate() {
        let mut record = approved.clone();
        forge(&mut record);
        let path = format!("/cases/forged{index}.liu.json");
        world.disk.put(Path::new(&path), liu_wizard::file::to_json(&record).unwrap().as_bytes());
        window.command(Command::OpenPath(path.into()));
        window.command(Command::GoTo(StepId::Approval));
        let said = if index == 3 {
            "承認の記載が変更されたかどうか不明"
        } else {
            "承認の記載が変更されています"
        };
        assert!(window.has_containing(said), "{index}");
        window.picture(&format!("approval-changed-{index}"));
        window.command(Command::GoTo(StepId::Review));
        let found =
            if index == 3 { "承認の記載に要約値（SHA-256）がない" } else { "承認の記載（状態、だれが" };
        assert!(window.has_containing(found), "{index}");
        window.command(Command::CloseRecord);
    }
}

#[test]
fn the_question_and_the_lists_fit_a_window_at_two_hundred_percent() {
    let world = World::default();
    with_evidence(&world);
    for lang in [Lang::Ja, Lang::En] {
        let mut window = world.open(crate::support::shell::NARROW);
        window.command(Command::SetLang(lang));
        window.command(Command::OpenPath("/cases/more.liu.zip".into()));
        let name = format!("narrow-{}", lang.code());
        window.picture(&format!("{name}-request"));
        let begin = if lang == Lang::Ja { "評価を始める" } else { "Begin the assessment" };
        window.click_at(NodeRole::Button, begin);
        window.command(Command::GoTo(StepId::Service));
        window.picture(&format!("{name}-attached"));
        window.command(Command::GoToPackage(PackageKind::Result));
        window.picture(&format!("{name}-result"));
        let button = if lang == Lang::Ja { "評価結果パッケージを書き出す" } else { "Save the result package" };
        assert_eq!(window.focused(), button);
    }
}

#[test]
fn a_step_with_a_long_name_takes_no_more_room_than_another() {
    let world = World::default();
    let sizes = [(crate::support::shell::WIDE, "wide"), ([911.0, 512.0], "middle"), (crate::support::shell::NARROW, "narrow")];
    for (size, name) in sizes {
        let mut window = world.open(size);
        window.command(Command::New(Role::Csp));
        window.command(Command::SetLang(Lang::En));
        if name == "narrow" {
            window.click_button("Step 1 of 7: Introduction");
        }
        window.picture(&format!("rail-english-{name}"));
        let height = |label: &str| {
            let row = window.harness.get_all(by().role(NodeRole::Tab).label_contains(label)).next().unwrap();
            row.rect().height()
        };
        // Where the two do not fit side by side, the state stands below in the same row: whole, and no step moves.
        assert!((height("Received results") - height("Service")).abs() < 0.5, "{name}");
        let drawn = Drawn::of(window.harness.output());
        for label in ["Service", "Received results", "Pre-application"] {
            let row = window.harness.get_all(by().role(NodeRole::Tab).label_contains(label)).next().unwrap().rect();
            assert!(drawn.shows_in(row, label) && drawn.shows_in(row, "Not begun"), "{name}: {label}");
        }
        window.command(Command::SetLang(Lang::Ja));
    }
}

/// From the field where an agency says something, through the file it hands over, to that field in the provider's record.
#[test]
fn what_an_agency_says_to_a_field_reaches_that_field_of_the_provider() {
    const SAID: &str = "国内のどの地域ですか。";
    const LOCATION: Field = Field::Text(TextField::DataLocation);
    let world = World::default();
    let mut window = provider(&world);
    world.dialogs.answer("/cases/ours.liu.ron");
    window.command(Command::Save);
    window.command(Command::CloseRecord);

    window.command(Command::OpenPath(REQUEST.into()));
    window.click_button("評価を始める");
    window.command(Command::JumpTo(LOCATION));
    window.field("コメントを書く").focus();
    window.run();
    window.commit(SAID);
    window.click_at(NodeRole::Button, "コメントを加える");
    window.command(Command::GoToPackage(PackageKind::Result));
    assert!(window.has("事業者の記入部分へのコメントを渡す（1件）"));
    world.dialogs.answer("/cases/said.liu.zip");
    window.click_at(NodeRole::Button, "評価結果パッケージを書き出す");
    window.click_button("承認されていないものとして書き出す…");
    close_unsaved(&mut window);

    window.command(Command::OpenPath("/cases/ours.liu.ron".into()));
    window.command(Command::GoTo(StepId::Received));
    world.dialogs.answer("/cases/said.liu.zip");
    window.click_button("受け取った結果を開く…");
    assert!(window.has(SAID) && window.record().comments.is_empty(), "nothing is taken over by itself");
    window.click_at(NodeRole::Button, "依頼の内容へのコメント1件をこの記録に取り込む");
    window.command(Command::JumpTo(LOCATION));
    assert!(window.has(SAID), "beside its field");
    window.picture("said-to-the-provider");
    window.click_at(NodeRole::Button, &format!("解決済みにする：{SAID}"));
    let [comment] = &window.record().comments[..] else { panic!("one was said") };
    assert!(comment.resolved && comment.is_on(&LOCATION));
}
