//! Comments beside the guidance: on the field in focus, marked at the field, counted on 確認.

use egui::accesskit::Role as NodeRole;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use liu_wizard::catalogue::{Catalogue, StepId};
use liu_wizard::export::Along;
use liu_wizard::file::WayThrough;
use liu_wizard::package::{self, Setting, Wish};
use liu_wizard::record::{
    Comment, CommentId, Date, DayField, Edit, Field, ItemField, Line, NewItem, Objective, Prose, QuestionId, Record,
};
use liu_wizard::record::{RecordPart, Role, TextField};
use liu_wizard::text::Lang;
use liu_wizard::window::{Command, Request};

use crate::support::shell::{WIDE, Window, World};

const AGENCY_NAME: Field = Field::Text(TextField::AgencyName);

fn begun(world: &World) -> Window {
    let mut window = world.open(WIDE);
    window.command(Command::New(Role::Agency));
    window
}

/// Writes a comment on the field that the panel is about.
fn comment(window: &mut Window, text: &str) {
    window.field("コメントを書く").scroll_to_me();
    window.run();
    window.field("コメントを書く").focus();
    window.run();
    window.commit(text);
    window.click_at(NodeRole::Button, "コメントを加える");
}

#[test]
fn a_comment_is_written_on_the_field_in_focus_and_marked_there() {
    let world = World::default();
    let mut window = begun(&world);
    assert!(window.has("欄を選ぶと、その欄へのコメントをここで読み書きできます。"));
    window.command(Command::JumpTo(AGENCY_NAME));
    assert!(window.has("機関名へのコメント"));
    assert!(window.has("この欄へのコメントはありません。"));
    comment(&mut window, "正式名称ですか。");
    let record = window.record();
    let [given] = &*record.comments else { panic!("{:?}", record.comments) };
    assert_eq!((given.field.as_str(), given.text.as_str(), given.by.as_str()), ("agency.name", "正式名称ですか。", ""));
    assert_eq!(given.on.to_string(), "2026-11-23");
    assert!(window.has("正式名称ですか。") && window.has("コメント 1"));
    assert_eq!(window.field("コメントを書く").value().unwrap_or_default(), "", "what was given is written no more");
    window.picture("comment");

    window.press(Modifiers::COMMAND, Key::Z);
    assert!(window.record().comments.is_empty() && !window.has("コメント 1"), "an act like any other");
}

#[test]
fn what_no_text_has_is_left_out_of_a_comment_before_it_is_given_and_told() {
    let mut window = begun(&World::default());
    window.command(Command::JumpTo(AGENCY_NAME));
    window.field("コメントを書く").focus();
    window.run();
    window.commit("正式\u{202E}名称\u{7}\u{7}ですか。");
    assert_eq!(window.field("コメントを書く").value().unwrap_or_default(), "正式名称ですか。");
    assert!(window.has_containing("U+202E（3文字目）") && window.has_containing("U+0007（6文字目から2個）"));
    window.click_at(NodeRole::Button, "コメントを加える");
    assert_eq!(window.record().comments[0].text.as_str(), "正式名称ですか。");
    assert!(!window.has_containing("U+202E"), "what was said goes with the text");
}

#[test]
fn a_comment_that_says_nothing_cannot_be_given() {
    let mut window = begun(&World::default());
    window.command(Command::JumpTo(AGENCY_NAME));
    let is_disabled = |window: &Window| {
        window.harness.get(by().role(NodeRole::Button).label("コメントを加える")).accesskit_node().is_disabled()
    };
    assert!(is_disabled(&window));
    window.field("コメントを書く").focus();
    window.run();
    window.commit("　 ");
    assert!(is_disabled(&window));
}

#[test]
fn a_comment_is_resolved_opened_again_and_taken_away() {
    let mut window = begun(&World::default());
    window.command(Command::JumpTo(AGENCY_NAME));
    comment(&mut window, "正式名称ですか。");
    window.click_at(NodeRole::Button, "解決済みにする：正式名称ですか。");
    assert!(window.record().comments[0].resolved && window.has("解決済み"));
    assert!(!window.has("コメント 1"), "only open ones are marked");
    window.click_at(NodeRole::Button, "未解決に戻す：正式名称ですか。");
    assert!(!window.record().comments[0].resolved);
    window.click_at(NodeRole::Button, "消す：正式名称ですか。");
    assert!(window.record().comments.is_empty());
}

#[test]
fn what_is_being_written_stays_with_the_field_it_was_begun_on() {
    let mut window = begun(&World::default());
    window.command(Command::JumpTo(AGENCY_NAME));
    window.field("コメントを書く").focus();
    window.run();
    window.commit("機関のこと");
    window.command(Command::JumpTo(Field::Text(TextField::Bureau)));
    assert!(window.has("部局へのコメント"));
    assert_eq!(window.field("コメントを書く").value().unwrap_or_default(), "");
    window.command(Command::JumpTo(AGENCY_NAME));
    assert_eq!(window.field("コメントを書く").value().unwrap_or_default(), "機関のこと");
}

#[test]
fn every_kind_of_field_takes_a_comment() {
    let mut window = begun(&World::default());
    let item = liu_wizard::record::ItemId::new("a").unwrap();
    let new = NewItem { id: item.clone(), name: "名簿".to_owned(), description: String::new() };
    window.ask(Request::Edit(Edit::AddItems(vec![new])));
    let question = |id: &str| QuestionId::new(id).unwrap();
    for (field, name) in [
        (Field::Gate(question("G2")), "G2 要機密情報へのコメント"),
        (Field::Day(DayField::AssessedOn), "評価日へのコメント"),
        (Field::Task, "対象業務の選択へのコメント"),
        (Field::Profile, "手続の版へのコメント"),
        (Field::Item(item.clone(), ItemField::ConfidentialityGrade), "「名簿」の機密性の格付へのコメント"),
        (Field::Answer(item.clone(), question("C1")), "「名簿」のC1 不開示情報へのコメント"),
        (Field::Decision(item.clone(), Objective::Integrity), "「名簿」の完全性の決定へのコメント"),
        (Field::Raise(Objective::Availability), "可用性の業務全体での引上げへのコメント"),
    ] {
        window.command(Command::JumpTo(field.clone()));
        let headings: Vec<String> = window
            .harness
            .query_all(by().role(NodeRole::Heading).label_contains("へのコメント"))
            .map(|node| node.accesskit_node().label().unwrap_or_default())
            .collect();
        assert_eq!(headings, [name], "{field}");
    }
}

#[test]
fn open_comments_are_counted_on_review_and_lead_to_their_field() {
    let world = World::default();
    let mut window = begun(&world);
    window.command(Command::GoTo(StepId::Review));
    assert!(!window.has_containing("未解決のコメント"), "nobody has commented");
    for (field, text) in [(AGENCY_NAME, "正式名称ですか。"), (Field::Text(TextField::Bureau), "局名もお願いします。")]
    {
        window.command(Command::JumpTo(field));
        comment(&mut window, text);
    }
    window.command(Command::GoTo(StepId::Review));
    assert!(window.has("未解決のコメント 2"));
    window.harness.get_by_label("未解決のコメント 2").scroll_to_me();
    window.run();
    window.picture("comments-review");
    window.click_at(NodeRole::Button, "解決済みにする：局名もお願いします。");
    assert!(window.has("未解決のコメント 1"));
    window.click_at(NodeRole::Link, "利用機関と体制 › 機関名へ：正式名称ですか。");
    assert_eq!(window.focused(), "機関名");
    assert!(window.has("機関名へのコメント") && window.has("正式名称ですか。"));
}

#[test]
fn comments_are_saved_and_are_no_revision() {
    let world = World::default();
    let mut window = begun(&world);
    world.dialogs.answer("/cases/a.liu.ron");
    window.press(Modifiers::COMMAND, Key::S);
    window.command(Command::JumpTo(AGENCY_NAME));
    comment(&mut window, "正式名称ですか。");
    assert!(window.has("未保存の変更があります"));
    world.later(900);
    window.press(Modifiers::COMMAND, Key::S);
    let bytes = world.disk.get(std::path::Path::new("/cases/a.liu.ron")).unwrap();
    let record = liu_wizard::file::parse(&bytes, "a").unwrap().0;
    assert_eq!((record.comments.len(), record.history.len()), (1, 1));
}

const REQUEST: &str = "/cases/request.liu.zip";

/// Packs a record as somebody does who lets the comments go along.
fn pack(world: &World, record: &Record, wish: Wish<'_>, path: &str) {
    let (catalogue, along) = (Catalogue::shipped().unwrap(), Along { comments: true, ..Along::default() });
    let setting =
        Setting { catalogue: &catalogue, today: Date::new(2026, 11, 23).unwrap(), lang: Lang::Ja, along, undecided: true };
    world.disk.put(std::path::Path::new(path), &package::make(record, wish, &[], &setting).unwrap());
}

fn said(id: &str, field: &Field, by: &str, text: &str) -> Edit {
    Edit::AddComment(Comment {
        id: CommentId::new(id).unwrap(),
        field: Line::new(&field.to_string()).unwrap(),
        by: Line::new(by).unwrap(),
        on: Date::new(2026, 11, 23).unwrap(),
        text: Prose::new(text).unwrap(),
        resolved: false,
        from: None,
    })
}

/// A provider's record with a comment of its own, and a request made of it.
fn requested(world: &World, size: [f32; 2]) -> (Window, Record) {
    let mut window = world.open(size);
    window.command(Command::New(Role::Csp));
    for (field, text) in [(TextField::ServiceName, "ウェブ会議サービス甲"), (TextField::Letter, "お願いします。")]
    {
        window.ask(Request::Edit(Edit::SetText { field: Field::Text(field), text: text.to_owned() }));
    }
    window.ask(Request::Edit(said("ours", &Field::Text(TextField::ServiceName), "事業者 一郎", "改称の予定あり。")));
    let ours = window.record();
    pack(world, &ours, Wish::Request, REQUEST);
    world.dialogs.answer("/cases/ours");
    window.command(Command::Save);
    window.command(Command::CloseRecord);
    (window, ours)
}

#[test]
fn every_field_of_a_request_is_read_only_and_takes_the_focus_and_a_comment() {
    let world = World::default();
    let (mut window, _) = requested(&world, WIDE);
    window.command(Command::OpenPath(REQUEST.into()));
    window.click_button("評価を始める");
    window.command(Command::GoTo(StepId::Service));
    let texts = TextField::of(RecordPart::Service).chain(TextField::of(RecordPart::Request)).map(Field::Text);
    let fields: Vec<Field> = texts.chain([Field::ServiceIsSaas, Field::SuggestedTask, Field::Day(DayField::Deadline)]).collect();
    for field in &fields {
        window.command(Command::JumpTo(field.clone()));
        let before = window.record();
        let name = liu_wizard::text::field_name(field, &before, &Catalogue::shipped().unwrap(), Lang::Ja);
        assert!(window.has(&format!("{name}へのコメント")), "{field}");
        let focused = window.harness.root().children_recursive().find(|node| node.is_focused()).unwrap();
        assert!(focused.accesskit_node().is_read_only(), "{field}");
        window.commit("書けない");
        assert_eq!(window.record(), before, "{field}");
        comment(&mut window, &format!("{name}について。"));
    }
    assert_eq!(window.record().comments.len(), fields.len() + 1, "the provider's own one came along");
    window.command(Command::JumpTo(Field::Day(DayField::Deadline)));
    window.picture("comment-read-only");
    window.command(Command::JumpTo(Field::Text(TextField::ServiceName)));
    assert!(window.has("改称の予定あり。") && window.has("コメント 2"));
    window.picture("comment-read-only-text");
}

#[test]
fn a_value_that_is_read_only_is_reached_by_click_and_by_tab() {
    let world = World::default();
    let (mut window, _) = requested(&world, WIDE);
    window.command(Command::OpenPath(REQUEST.into()));
    window.click_button("評価を始める");
    window.command(Command::JumpTo(Field::Text(TextField::ServiceSummary)));
    // Tab goes on from a text of several lines that takes no typing.
    window.press(Modifiers::NONE, Key::Tab);
    assert!(window.has("SaaSとして提供されるかへのコメント"), "{}", window.focused());
    window.command(Command::JumpTo(Field::Text(TextField::ServiceName)));
    window.click_at(NodeRole::TextInput, "SaaSとして提供されていますか");
    assert!(window.has("SaaSとして提供されるかへのコメント"));
}

#[test]
fn the_provider_reads_what_agencies_say_and_takes_over_what_is_said_to_its_request() {
    let world = World::default();
    let (mut window, ours) = requested(&world, [1366.0, 2400.0]);
    let begin = |id: &str, agency: &str| {
        let id = liu_wizard::record::RecordId::new(id).unwrap();
        let pin = Catalogue::shipped().unwrap().pin();
        let mut begun = package::begin_assessment(&ours, id, Date::new(2026, 11, 23).unwrap(), pin);
        begun.agency.name = Line::new(agency).unwrap();
        begun
    };
    let (name, location) = (Field::Text(TextField::ServiceName), Field::Text(TextField::DataLocation));
    let mut one = begin("one", "架空省");
    let mut other = begin("other", "架空庁");
    one.apply(said("a1", &name, "架空 花子", "正式名称ですか。")).unwrap();
    one.apply(said("a2", &location, "", "国内ですか。")).unwrap();
    one.apply(Edit::ResolveComment(CommentId::new("a2").unwrap())).unwrap();
    one.apply(said("a3", &Field::Text(TextField::AgencyName), "架空 花子", "内輪の話。")).unwrap();
    other.apply(said("b1", &Field::Day(DayField::Deadline), "架空 次郎", "もう少し先でお願いします。")).unwrap();
    pack(&world, &one, Wish::Result, "/cases/one.liu.zip");
    let comment = "記入をお願いします。".try_into().unwrap();
    pack(&world, &other, Wish::Returned { comment: &comment }, "/cases/other.liu.zip");

    window.command(Command::OpenPath("/cases/ours.liu.ron".into()));
    let before = window.record();
    window.command(Command::GoTo(StepId::Received));
    for _ in 0..2 {
        for path in ["/cases/one.liu.zip", "/cases/other.liu.zip"] {
            window.command(Command::AddReceivedPath(path.into()));
        }
    }
    assert_eq!(Record { asked: Vec::new(), ..window.record() }, before, "reading takes nothing over");
    assert!(window.has("受け取った記録のコメント 6（未解決 5）"));
    for said in [
        "正式名称ですか。",
        "国内ですか。",
        "内輪の話。",
        "もう少し先でお願いします。",
        "架空庁の記録　架空 次郎　2026年11月23日（令和8年11月23日）",
    ] {
        assert!(window.has(said), "{said}");
    }
    window.picture("received-comments");
    window.click_button("依頼の内容へのコメント3件をこの記録に取り込む");
    let taken: Vec<(String, String, bool)> = window
        .record()
        .comments
        .iter()
        .map(|comment| (comment.id.to_string(), comment.by.to_string(), comment.resolved))
        .collect();
    let expected = [("ours", "事業者 一郎", false), ("a1", "架空 花子", false), ("a2", "", true), ("b1", "架空 次郎", false)];
    assert_eq!(taken, expected.map(|(id, by, resolved)| (id.to_owned(), by.to_owned(), resolved)));
    assert!(window.has("依頼の内容へのコメントは、すべてこの記録にあります。"));
    window.command(Command::AddReceivedPath("/cases/one.liu.zip".into()));
    assert!(!window.has_containing("件をこの記録に取り込む") && window.record().comments.len() == 4);
    window.picture("received-comments-taken");

    window.click_at(NodeRole::Link, "依頼 › 回答の希望日：もう少し先でお願いします。");
    assert!(window.has("回答の希望日へのコメント") && window.has("もう少し先でお願いします。"));
    window.click_at(NodeRole::Button, "解決済みにする：もう少し先でお願いします。");
    window.press(Modifiers::COMMAND, Key::Z);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.record().comments, before.comments, "one step of undo takes them all back");
}

#[test]
fn comments_are_marked_in_the_tables_of_answers_and_decisions() {
    let world = World::default();
    let mut window = begun(&world);
    let item = liu_wizard::record::ItemId::new("a").unwrap();
    let new = NewItem { id: item.clone(), name: "名簿".to_owned(), description: String::new() };
    window.ask(Request::Edit(Edit::AddItems(vec![new])));
    let answer = Field::Answer(item.clone(), QuestionId::new("C1").unwrap());
    let decision = Field::Decision(item, Objective::Integrity);
    for (field, text, spoken) in [(&answer, "根拠は。", "C1 不開示情報 名簿"), (&decision, "高くないか。", "名簿 完全性")]
    {
        window.command(Command::JumpTo(field.clone()));
        comment(&mut window, text);
        let marked = |window: &Window| {
            let groups = window.harness.query_all(by().role(NodeRole::RadioGroup).label_contains("、未解決のコメント 1"));
            groups.map(|node| node.accesskit_node().label().unwrap_or_default()).collect::<Vec<_>>()
        };
        assert!(marked(&window).iter().any(|name| name.contains(spoken)), "{:?}", marked(&window));
        window.command(Command::JumpTo(field.clone()));
        window.picture(if field == &answer { "comment-matrix" } else { "comment-decision" });
        window.click_at(NodeRole::Button, &format!("解決済みにする：{text}"));
        assert_eq!(marked(&window), Vec::<String>::new());
    }
    window.command(Command::TakeWay(WayThrough::Overview));
    window.command(Command::JumpTo(answer));
    window.press(Modifiers::NONE, Key::ArrowDown);
    assert!(window.has("「名簿」のC2 要配慮個人情報へのコメント"), "the comments follow the cell in focus");
    for _ in 0..8 {
        window.command(Command::ZoomIn);
    }
    window.ask(Request::Edit(said("z", &decision, "", "拡大しても見えるか。")));
    window.command(Command::JumpTo(decision));
    window.picture("comment-decision-200");
}
