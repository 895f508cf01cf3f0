//! What two parties must not do to each other in the window: other parties' results and comments, records in place of one's own.

use std::path::Path;

use egui::accesskit::{Role as NodeRole, Toggled};
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use liu_wizard::catalogue::{Catalogue, StepId};
use liu_wizard::export::Along;
use liu_wizard::import;
use liu_wizard::package::{self, PackageKind, Setting, TakenResult, Wish};
use liu_wizard::record::{Answer, ApprovalState, Comment, CommentId, Date, Edit, Field, Line, Record, RecordId, Role, TextField};
use liu_wizard::text::Lang;
use liu_wizard::window::{Command, Request};

use crate::support::package::assessed;
use crate::support::shell::{Window, World};
use crate::support::workbook::{fill, workbook};

const TALL: [f32; 2] = [1366.0, 2400.0];
const OURS: [(TextField, &str); 4] = [
    (TextField::Provider, "架空クラウド株式会社"),
    (TextField::CorporateNumber, "7000012050002"),
    (TextField::ServiceName, "ウェブ会議サービス甲"),
    (TextField::Addressee, "架空庁 総務課 御中"),
];

fn today() -> Date {
    Date::new(2026, 11, 23).unwrap()
}

fn set(record: &mut Record, field: TextField, text: &str) {
    record.apply(Edit::SetText { field: Field::Text(field), text: text.to_owned() }).unwrap();
}

/// A provider's window, and its record.
fn provider(world: &World) -> (Window, Record) {
    let mut window = world.open(TALL);
    window.command(Command::New(Role::Csp));
    for (field, text) in OURS {
        window.ask(Request::Edit(Edit::SetText { field: Field::Text(field), text: text.to_owned() }));
    }
    let record = window.record();
    (window, record)
}

/// What an agency makes of a request, approved.
fn assessment(request: &Record, agency: &str) -> Record {
    let id = RecordId::new(if agency == "架空省" { "ministry" } else { "office" }).unwrap();
    assessed(package::begin_assessment(request, id, today(), Catalogue::shipped().unwrap().pin()), agency)
}

fn put(world: &World, path: &str, record: &Record, wish: Wish<'_>) {
    let (catalogue, along) = (Catalogue::shipped().unwrap(), Along { comments: true, ..Along::default() });
    let setting = Setting { catalogue: &catalogue, today: today(), lang: Lang::Ja, along, undecided: true };
    world.disk.put(Path::new(path), &package::make(record, wish, &[], &setting).unwrap());
}

/// The record on the screen without what it notes of those it asked.
fn as_it_was(window: &Window) -> Record {
    Record { asked: Vec::new(), ..window.record() }
}

fn read(world: &World, path: &str) -> package::Package {
    package::read(&world.disk.get(Path::new(path)).unwrap()).unwrap()
}

fn is_ticked(window: &Window, label: &str) -> bool {
    let node = window.harness.get(by().role(NodeRole::CheckBox).label(label));
    node.accesskit_node().toggled() == Some(Toggled::True)
}

#[test]
fn another_providers_result_is_not_even_taken_in() {
    let world = World::default();
    let (mut window, ours) = provider(&world);
    let mut theirs = ours.clone();
    set(&mut theirs, TextField::Provider, "架空ネット株式会社");
    let result = assessment(&theirs, "架空省");
    put(&world, "/cases/other.liu.zip", &result, Wish::Result);
    world.disk.put(Path::new("/cases/other.liu.json"), liu_wizard::file::to_json(&result).unwrap().as_bytes());
    window.command(Command::GoTo(StepId::Received));
    for path in ["/cases/other.liu.zip", "/cases/other.liu.json"] {
        window.command(Command::AddReceivedPath(path.into()));
        assert!(
            window.has_containing("ほかの事業者についての評価結果は") && window.has_containing("架空ネット株式会社"),
            "{path}"
        );
        window.click_button("閉じる");
        window.with_outside(|outside| assert!(outside.received.is_empty()));
    }
    // Nor is another provider's record, or one's own.
    world.disk.put(Path::new("/cases/csp.liu.json"), liu_wizard::file::to_json(&ours).unwrap().as_bytes());
    window.command(Command::AddReceivedPath("/cases/csp.liu.json".into()));
    assert!(window.has_containing("政府機関等の評価記録ではありません"));
}

#[test]
fn a_result_for_another_service_stays_out_of_the_application_until_it_is_wanted() {
    let world = World::default();
    let (mut window, ours) = provider(&world);
    let mut other = ours.clone();
    set(&mut other, TextField::ServiceName, "保管サービス乙");
    put(&world, "/cases/fits.liu.zip", &assessment(&ours, "架空省"), Wish::Result);
    put(&world, "/cases/other.liu.zip", &assessment(&other, "架空庁"), Wish::Result);
    window.command(Command::GoTo(StepId::Received));
    for path in ["/cases/fits.liu.zip", "/cases/other.liu.zip"] {
        window.command(Command::AddReceivedPath(path.into()));
    }
    assert!(window.has("入れます") && window.has("入れません"));
    assert!(window.has("別のサービスについての結果です（結果：保管サービス乙、この記録：ウェブ会議サービス甲）。"));
    window.picture("received-other-service");
    window.command(Command::GoTo(StepId::Application));
    assert!(window.has("同封する評価結果：1件") && window.has_containing("同封しません：架空庁。別のサービス"));
    window.picture("application-left-out");
    world.dialogs.answer("/cases/one.liu.zip");
    window.click_at(NodeRole::Button, "事前申請パッケージを書き出す");
    assert_eq!(read(&world, "/cases/one.liu.zip").results.len(), 1);

    window.command(Command::GoTo(StepId::Received));
    window.click_at(NodeRole::CheckBox, "それでも入れる");
    assert!(!window.has("入れません"));
    window.command(Command::GoTo(StepId::Application));
    assert!(window.has("同封する評価結果：2件") && !window.has_containing("同封しません"));
    world.dialogs.answer("/cases/both.liu.zip");
    window.click_at(NodeRole::Button, "事前申請パッケージを書き出す");
    assert_eq!(read(&world, "/cases/both.liu.zip").results.len(), 2);
    // What the record says counts when the package is made.
    window.ask(Request::Edit(Edit::SetText {
        field: Field::Text(TextField::Provider), text: "架空ネット株式会社".to_owned()
    }));
    assert!(window.has("同封する評価結果：0件"));
}

#[test]
fn what_was_sent_back_has_no_outcome_and_no_levels() {
    let world = World::default();
    let (mut window, ours) = provider(&world);
    let comment = "連絡先を書いてください。".try_into().unwrap();
    put(&world, "/cases/back.liu.zip", &assessment(&ours, "架空省"), Wish::Returned { comment: &comment });
    window.command(Command::GoTo(StepId::Received));
    window.command(Command::AddReceivedPath("/cases/back.liu.zip".into()));
    assert!(window.has("返送（評価なし）") && window.has("連絡先を書いてください。") && window.has("入れません"));
    for said in ["機密性 低位", "機密性 未評価", "承認"] {
        let cells = window.harness.query_all_by_label(said).count();
        // Its own row is called 承認; nothing is said in it.
        assert_eq!(cells, usize::from(said == "承認"), "{said}");
    }
    window.picture("received-returned");
    window.command(Command::GoTo(StepId::Application));
    assert!(
        window.has_containing("同封しません：架空省。依頼が評価されずに返送されたものです（理由：連絡先を書いてください。）。")
    );
}

fn said(id: &str, text: &str) -> Edit {
    Edit::AddComment(Comment {
        id: CommentId::new(id).unwrap(),
        field: Line::new(&Field::Text(TextField::ServiceName).to_string()).unwrap(),
        by: Line::default(),
        on: today(),
        text: text.try_into().unwrap(),
        resolved: false,
        from: None,
    })
}

#[test]
fn what_one_agency_said_goes_to_no_other_unless_somebody_ticks_it() {
    let world = World::default();
    let (mut window, ours) = provider(&world);
    let mut result = assessment(&ours, "架空省");
    result.apply(said("theirs", "正式名称ですか。")).unwrap();
    put(&world, "/cases/one.liu.zip", &result, Wish::Result);
    window.command(Command::GoTo(StepId::Received));
    window.command(Command::AddReceivedPath("/cases/one.liu.zip".into()));
    window.click_at(NodeRole::Button, "依頼の内容へのコメント1件をこの記録に取り込む");
    window.ask(Request::Edit(said("own", "社内の話。")));
    let from = window.record().comments[0].from.clone().unwrap();
    assert_eq!((from.record, from.name.as_str()), (result.id.clone(), "架空省"));

    // The next request goes to 架空庁.
    let (theirs, own) = ("「架空省」とのコメントを渡す（1件）", "この記録の中だけのコメントも渡す（1件）");
    window.command(Command::GoTo(StepId::Request));
    assert!(!is_ticked(&window, theirs) && !is_ticked(&window, own));
    window.picture("comments-by-whose");
    world.dialogs.answer("/cases/other.liu.zip");
    window.click_button("依頼パッケージを書き出す");
    let other = read(&world, "/cases/other.liu.zip");
    assert!(other.record.comments.is_empty());
    assert!(other.parts().all(|(_, bytes)| !String::from_utf8_lossy(bytes).contains("正式名称ですか。")));
    // One to the agency that said it takes it along.
    let addressed = Edit::SetText { field: Field::Text(TextField::Addressee), text: "架空省　総務課御中".to_owned() };
    window.ask(Request::Edit(addressed));
    assert!(is_ticked(&window, theirs) && !is_ticked(&window, own));
    world.dialogs.answer("/cases/same.liu.zip");
    window.click_button("依頼パッケージを書き出す");
    let ids = |record: &Record| record.comments.iter().map(|comment| comment.id.to_string()).collect::<Vec<_>>();
    assert_eq!(ids(&read(&world, "/cases/same.liu.zip").record), ["theirs"]);

    // The application goes to neither: nothing goes along, not even in the result, until it is ticked.
    window.command(Command::GoTo(StepId::Application));
    let in_result = "「架空省」の評価結果にあるコメントも渡す（1件）";
    assert!(!is_ticked(&window, theirs) && !is_ticked(&window, own) && !is_ticked(&window, in_result));
    world.dialogs.answer("/cases/application.liu.zip");
    window.click_at(NodeRole::Button, "事前申請パッケージを書き出す");
    let made = read(&world, "/cases/application.liu.zip");
    assert!(made.record.comments.is_empty() && made.results[0].comments.is_empty());
    window.click_at(NodeRole::CheckBox, in_result);
    world.dialogs.answer("/cases/with.liu.zip");
    window.click_at(NodeRole::Button, "事前申請パッケージを書き出す");
    let made = read(&world, "/cases/with.liu.zip");
    assert!(made.record.comments.is_empty());
    assert_eq!(ids(&made.results[0]), ["theirs"]);
}

/// Opens a file over what is on the screen: from the menu, or by letting it fall on the window.
fn open(world: &World, window: &mut Window, path: &str, by_drop: bool) {
    if by_drop {
        window.drop_file(Path::new(path));
    } else {
        world.dialogs.answer(path);
        window.command(Command::Open);
    }
}

#[test]
fn a_package_never_takes_the_place_of_the_record_that_is_open_unless_that_is_wanted() {
    let world = World::default();
    let (mut window, ours) = provider(&world);
    let result = assessment(&ours, "架空省");
    let comment = "連絡先を書いてください。".try_into().unwrap();
    let results = [TakenResult::of_record(result.clone())];
    put(&world, "/cases/result.liu.zip", &result, Wish::Result);
    put(&world, "/cases/back.liu.zip", &assessment(&ours, "架空庁"), Wish::Returned { comment: &comment });
    put(&world, "/cases/application.liu.zip", &ours, Wish::Application { results: &results, left_out: &[] });
    for by_drop in [false, true] {
        for (path, expected) in [("/cases/result.liu.zip", 1), ("/cases/back.liu.zip", 2), ("/cases/application.liu.zip", 2)] {
            open(&world, &mut window, path, by_drop);
            assert_eq!(as_it_was(&window), ours, "{path} is asked about first, unsaved changes or not");
            assert!(window.has("受領に取り込む") && window.has("読むだけで開く"));
            window.picture(&format!("package-opened-{expected}"));
            window.click_button("受領に取り込む");
            assert_eq!(as_it_was(&window), ours, "{path}");
            assert!(window.has_containing("機関から受け取った評価結果"), "on 受領");
            window.with_outside(|outside| {
                assert_eq!(outside.received.len(), if by_drop { 2 } else { expected }, "{path}");
            });
        }
    }
    open(&world, &mut window, "/cases/result.liu.zip", true);
    window.click_button("やめる");
    assert_eq!(as_it_was(&window), ours);
    // A result of another provider cannot be taken in.
    let mut other = ours.clone();
    set(&mut other, TextField::Provider, "架空ネット株式会社");
    put(&world, "/cases/other.liu.zip", &assessment(&other, "架空省"), Wish::Result);
    open(&world, &mut window, "/cases/other.liu.zip", false);
    assert!(window.has_containing("架空ネット株式会社") && !window.has("受領に取り込む"));
}

#[test]
fn a_package_opened_on_the_start_page_is_looked_at_and_goes_into_ones_own_record_from_there() {
    const GO_ON: &str = "依頼した自分の記録を開いて、受領に取り込む…";
    let world = World::default();
    let (mut window, ours) = provider(&world);
    let result = assessment(&ours, "架空省");
    let comment = "連絡先を書いてください。".try_into().unwrap();
    let results = [TakenResult::of_record(result.clone())];
    put(&world, "/cases/result.liu.zip", &result, Wish::Result);
    put(&world, "/cases/back.liu.zip", &assessment(&ours, "架空庁"), Wish::Returned { comment: &comment });
    put(&world, "/cases/application.liu.zip", &ours, Wish::Application { results: &results, left_out: &[] });
    let mut others = ours.clone();
    set(&mut others, TextField::Provider, "架空ネット株式会社");
    for (path, record) in [("ours", &ours), ("agencys", &result), ("others", &others)] {
        let json = liu_wizard::file::to_json(record).unwrap();
        world.disk.put(Path::new(&format!("/cases/{path}.liu.json")), json.as_bytes());
    }
    window.command(Command::CloseRecord);
    window.click_button("保存しない");
    for path in ["/cases/result.liu.zip", "/cases/back.liu.zip"] {
        // As a double click on the file, or naming it on the command line, does.
        window.command(Command::OpenPath(path.into()));
        assert!(window.record().role == Role::Agency && window.has_containing("内容は変えられません"), "{path}");
        window.picture("looked-at-from-start");
        world.dialogs.cancel();
        window.click_button(GO_ON);
        assert!(window.record().role == Role::Agency, "who chooses nothing stays where he was");
        world.dialogs.answer("/cases/ours.liu.json");
        window.click_button(GO_ON);
        assert_eq!((as_it_was(&window), window.path().as_deref()), (ours.clone(), Some(Path::new("/cases/ours.liu.json"))));
        assert!(window.has_containing("機関から受け取った評価結果"), "on 受領");
        let taken = window.with_outside(|outside| outside.received.iter().map(|one| one.path.clone()).collect::<Vec<_>>());
        assert_eq!(taken, [Path::new(path)]);
        window.command(Command::CloseRecord);
        window.click_button("保存しない");
    }
    // Into another's record nothing is taken, and it is said why.
    for (path, said) in [("agencys", "事業者の評価記録ではありません"), ("others", "ほかの事業者についての評価結果は")]
    {
        window.command(Command::OpenPath("/cases/result.liu.zip".into()));
        world.dialogs.answer(format!("/cases/{path}.liu.json"));
        window.click_button(GO_ON);
        assert!(window.has_containing(said), "{path}");
        window.click_button("閉じる");
        window.with_outside(|outside| assert!(outside.received.is_empty(), "{path}"));
        window.command(Command::CloseRecord);
    }
    // An application is what a provider made: there is nothing to take in.
    window.command(Command::OpenPath("/cases/application.liu.zip".into()));
    assert!(window.record().role == Role::Csp && window.has_containing("内容は変えられません") && !window.has(GO_ON));
}

#[test]
fn a_record_that_is_only_looked_at_stays_as_it_is() {
    let world = World::default();
    let (mut window, ours) = provider(&world);
    let result = assessment(&ours, "架空省");
    put(&world, "/cases/result.liu.zip", &result, Wish::Result);
    open(&world, &mut window, "/cases/result.liu.zip", false);
    window.click_button("読むだけで開く");
    assert!(window.has("保存していない変更があります"), "what was not saved is asked about");
    window.click_button("保存しない");
    let shown = window.record();
    assert_eq!((&shown.id, &shown.approval), (&result.id, &result.approval));
    assert!(window.has_containing("内容は変えられません") && window.has("読み取り専用"));
    window.picture("looked-at");

    let edits = [
        Request::Edit(Edit::SetText { field: Field::Text(TextField::AgencyName), text: "別の省".to_owned() }),
        Request::Edit(said("c", "一言。")),
        Request::Edit(Edit::MoveApproval {
            to: ApprovalState::Lapsed,
            by: Default::default(),
            on: today(),
            comment: String::new(),
        }),
        Request::Command(Command::Undo),
        Request::Command(Command::MakePackage(PackageKind::Result)),
        Request::Command(Command::ImportSheetPath("/cases/none.xlsx".into())),
    ];
    for edit in edits {
        window.ask(edit.clone());
        assert_eq!(window.record(), shown, "{edit:?}");
        if window.has("閉じる") {
            window.click_button("閉じる");
        }
    }
    window.command(Command::JumpTo(Field::Text(TextField::AgencyName)));
    let focused = window.harness.root().children_recursive().find(|node| node.is_focused()).unwrap();
    assert!(focused.accesskit_node().is_read_only());
    window.commit("書けない");
    assert_eq!(window.record(), shown);
    // Saved elsewhere it is a record of one's own.
    world.dialogs.answer("/cases/mine.liu.ron");
    window.command(Command::Save);
    assert_eq!(window.path().as_deref(), Some(Path::new("/cases/mine.liu.ron")));
    window.ask(Request::Edit(Edit::SetText { field: Field::Text(TextField::Purpose), text: "別の目的".to_owned() }));
    assert_eq!(window.record().agency.purpose.as_str(), "別の目的");
}

#[test]
fn a_result_that_nobody_approved_is_asked_about_before_it_is_packed() {
    let world = World::default();
    let (mut window, ours) = provider(&world);
    let undecided = Record { approval: Default::default(), ..assessment(&ours, "架空省") };
    put(&world, "/cases/draft.liu.zip", &undecided, Wish::Result);
    window.command(Command::AddReceivedPath("/cases/draft.liu.zip".into()));
    window.command(Command::GoTo(StepId::Application));
    window.click_at(NodeRole::Button, "事前申請パッケージを書き出す");
    assert!(window.has("承認されていません") && window.has("架空省（作成中）"));
    window.picture("undecided");
    window.click_button("やめる");
    assert!(world.dialogs.asked().is_empty(), "no place was asked for");
    window.click_at(NodeRole::Button, "事前申請パッケージを書き出す");
    world.dialogs.answer("/cases/application.liu.zip");
    window.click_button("承認されていないものとして書き出す…");
    assert_eq!(read(&world, "/cases/application.liu.zip").results.len(), 1);
    // Nothing is asked of one that was approved.
    put(&world, "/cases/draft.liu.zip", &assessment(&ours, "架空省"), Wish::Result);
    window.command(Command::AddReceivedPath("/cases/draft.liu.zip".into()));
    world.dialogs.answer("/cases/final.liu.zip");
    window.click_at(NodeRole::Button, "事前申請パッケージを書き出す");
    assert!(world.disk.get(Path::new("/cases/final.liu.zip")).is_some());
}

#[test]
fn a_sheet_that_an_agency_filled_in_is_its_answer_and_no_approval() {
    let world = World::default();
    let (mut window, ours) = provider(&world);
    let sheet = fill(&workbook(&package::request_of(&ours), Lang::Ja), &[("agency.name", "架空省"), ("gate.answers.G1", "はい")]);
    let digest = import::read(&crate::support::reader(), &sheet).unwrap().sha256;
    for path in ["/cases/filled.xlsx", "/cases/again.XLSX"] {
        world.disk.put(Path::new(path), &sheet);
    }
    window.command(Command::GoTo(StepId::Received));
    window.command(Command::AddReceivedPath("/cases/filled.xlsx".into()));
    window.drop_file(Path::new("/cases/again.XLSX"));
    assert_eq!(as_it_was(&window), ours, "the provider's own words are left alone");
    window.with_outside(|outside| {
        assert_eq!(outside.received.len(), 1, "one file is one answer, whatever it is called");
        let record = outside.received[0].record();
        assert_eq!((record.role, record.agency.name.as_str()), (Role::Agency, "架空省"));
        assert_eq!(record.gate.answers.get("G1"), &Answer::Yes);
        assert_eq!((record.approval.state, &record.service), (ApprovalState::Draft, &ours.service));
        assert_eq!(record.received[0].sha256, digest);
    });
    assert!(window.has_containing("Excelの評価シート「again.XLSX」に記入されたもの") && window.has_containing(digest.as_str()));
    assert!(window.has("この依頼への回答です"));
    window.picture("received-sheet");
    // The sheet of another record, and one in which nothing is filled in, are none.
    let mut other = ours.clone();
    other.id = RecordId::new("another").unwrap();
    for (path, bytes) in [("/cases/other.xlsx", workbook(&other, Lang::Ja)), ("/cases/blank.xlsx", workbook(&ours, Lang::Ja))] {
        world.disk.put(Path::new(path), &bytes);
        window.command(Command::AddReceivedPath(path.into()));
        assert!(window.has("できませんでした") && window.has_containing(path), "{path}");
        window.click_button("閉じる");
    }
    window.with_outside(|outside| assert_eq!(outside.received.len(), 1));
}
