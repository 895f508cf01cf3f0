//! What goes along beside the content: offered where there is any, and taken along only as ticked.

use std::path::Path;

use egui::accesskit::Role as NodeRole;
use liu_wizard::catalogue::StepId;
use liu_wizard::export::{Along, Data, Product};
use liu_wizard::file;
use liu_wizard::package;
use liu_wizard::record::{Comment, CommentId, Edit, Field, Line, Prose, Record, Role, TextField};
use liu_wizard::text::Lang;
use liu_wizard::window::{Command, Request};

use crate::support::shell::{WIDE, Window, World};

const TALL: [f32; 2] = [1366.0, 1600.0];
const COMMENTS: &str = "ファイルにコメントを含める（1件）";
const HISTORY: &str = "ファイルに変更の履歴を含める（1件）";

fn commented(window: &mut Window, field: TextField) {
    let comment = Comment {
        id: CommentId::new("c1").unwrap(),
        field: Line::new(&Field::Text(field).to_string()).unwrap(),
        by: Line::default(),
        on: "2026-11-23".parse().unwrap(),
        text: Prose::new("正式名称ですか。").unwrap(),
        resolved: false,
        from: None,
    };
    window.ask(Request::Edit(Edit::AddComment(comment)));
}

fn saved(world: &World, window: &mut Window) {
    world.dialogs.answer("/cases/case.liu.ron");
    window.command(Command::Save);
    assert_eq!(window.record().history.len(), 1);
}

/// The record as data, as the window wrote it into this folder.
fn exported(world: &World, window: &mut Window, folder: &str) -> Record {
    window.command(Command::SetExportFolder(folder.into()));
    let name = Product::Data(Data::Json).file_name(&window.record(), Lang::Ja);
    window.click_at(NodeRole::Button, "書き出す");
    let path = Path::new(folder).join(name);
    let bytes = world.disk.get(&path).unwrap_or_else(|| panic!("{}: {:?}", path.display(), world.disk.paths()));
    file::parse(&bytes, "came").unwrap().0
}

#[test]
fn an_export_carries_comments_and_history_only_as_ticked() {
    let world = World::default();
    let mut window = world.open(WIDE);
    window.command(Command::New(Role::Agency));
    window.command(Command::GoTo(StepId::Output));
    window.click_at(NodeRole::Link, "その他の形式");
    assert!(
        !window.has_containing("ファイルにコメント") && !window.has_containing("ファイルに変更の履歴"),
        "nothing is offered where there is nothing"
    );
    commented(&mut window, TextField::AgencyName);
    saved(&world, &mut window);
    window.click_at(NodeRole::CheckBox, "JSON：ほかのプログラムで使うために。このプログラムで開けます");
    let record = window.record();
    for (tick, folder, along) in [
        (None, "/none", Along::default()),
        (Some(COMMENTS), "/comments", Along { comments: true, ..Along::default() }),
        (Some(HISTORY), "/both", Along::EVERYTHING),
    ] {
        if let Some(tick) = tick {
            window.click_at(NodeRole::CheckBox, tick);
        }
        assert_eq!(window.has_containing("書き直す前の記載"), along.history);
        assert_eq!(exported(&world, &mut window, folder), along.of(&record), "{folder}");
    }
    window.picture("along_export");
}

#[test]
fn a_package_takes_along_only_the_comments_that_are_ticked_and_a_houses_own_are_not() {
    let world = World::default();
    let mut window = world.open(TALL);
    window.command(Command::New(Role::Csp));
    commented(&mut window, TextField::ServiceName);
    saved(&world, &mut window);
    window.command(Command::GoTo(StepId::Request));
    assert!(!window.has_containing("変更の履歴を含める"), "a request holds no history");
    for (goes, path) in [(false, "/cases/without.liu.zip"), (true, "/cases/with.liu.zip")] {
        if goes {
            window.click_at(NodeRole::CheckBox, "この記録の中だけのコメントも渡す（1件）");
        }
        world.dialogs.answer(path);
        window.click_button("依頼パッケージを書き出す");
        let package = package::read(&world.disk.get(Path::new(path)).unwrap()).unwrap();
        assert_eq!(package.record.comments.is_empty(), !goes, "{path}");
        assert!(package.record.history.is_empty());
    }
    window.picture("along_request");
}

/// Whether a text stands on any page of the printed record, which is read as text.
fn is_printed(window: &mut Window, text: &str) -> bool {
    let mut found = false;
    for _ in 0..12 {
        found |= window.has_containing(text);
        window.click_button("次のページ");
    }
    for _ in 0..12 {
        window.click_button("前のページ");
    }
    found
}

#[test]
fn the_printed_page_shows_the_comments_that_will_be_printed() {
    let mut window = World::default().open(WIDE);
    window.command(Command::New(Role::Agency));
    commented(&mut window, TextField::AgencyName);
    window.command(Command::GoTo(StepId::Output));
    window.click("文字で読む");
    assert!(!is_printed(&mut window, "正式名称ですか。"));
    window.click_at(NodeRole::Link, "その他の形式");
    window.click_at(NodeRole::CheckBox, COMMENTS);
    assert!(is_printed(&mut window, "正式名称ですか。"));
}
