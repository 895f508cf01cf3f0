//! Comments beside the guidance: on the field in focus, marked at the field, counted on 確認.

use egui::accesskit::Role as NodeRole;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use liu_wizard::catalogue::StepId;
use liu_wizard::record::{Edit, Field, ItemField, NewItem, Objective, QuestionId, Role, TextField};
use liu_wizard::window::{Command, Request};

use crate::shell::{WIDE, Window, World};

const AGENCY_NAME: Field = Field::Text(TextField::AgencyName);

fn begun(world: &World) -> Window {
    let mut window = world.open(WIDE);
    window.command(Command::New(Role::Agency));
    window
}

fn click(window: &mut Window, role: NodeRole, name: &str) {
    window.harness.get(by().role(role).label(name)).scroll_to_me();
    window.run();
    window.harness.get(by().role(role).label(name)).click();
    window.run();
}

/// Writes a comment on the field that the panel is about.
fn comment(window: &mut Window, text: &str) {
    window.field("コメントを書く").scroll_to_me();
    window.run();
    window.field("コメントを書く").focus();
    window.run();
    window.commit(text);
    click(window, NodeRole::Button, "コメントを加える");
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
    click(&mut window, NodeRole::Button, "解決済みにする：正式名称ですか。");
    assert!(window.record().comments[0].resolved && window.has("解決済み"));
    assert!(!window.has("コメント 1"), "only open ones are marked");
    click(&mut window, NodeRole::Button, "未解決に戻す：正式名称ですか。");
    assert!(!window.record().comments[0].resolved);
    click(&mut window, NodeRole::Button, "消す：正式名称ですか。");
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
        (Field::AssessedOn, "評価日へのコメント"),
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
    click(&mut window, NodeRole::Button, "解決済みにする：局名もお願いします。");
    assert!(window.has("未解決のコメント 1"));
    click(&mut window, NodeRole::Link, "利用機関と体制 › 機関名へ：正式名称ですか。");
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
