//! What the program leaves is shown and emptied on request, and what is told of it for help has nothing of a record in it.

use std::path::Path;

use egui::OutputCommand;
use egui::accesskit::Role as NodeRole;
use egui_kittest::kittest::Queryable as _;
use liu_wizard::record::{ContentDigest, Edit, Field, Role, TextField};
use liu_wizard::text::Lang;
use liu_wizard::window::{Command, Request};

use crate::support::shell::{WIDE, Window, World};

const VERSION: &str = "/home/own/versions/0123456789ab/20261101T120000000Z-0123456789ab.liu.ron";
const ORPHAN: &str = "/home/own/recovery/00000000-0000-0000-0000-000000000009.0123456789ab.ron";

fn world() -> World {
    let world = World::default();
    world.disk.put(Path::new(VERSION), b"12345");
    world.disk.put(Path::new(&format!("/home/own/catalogues/{}.ron", ContentDigest::of(b"own"))), b"own");
    world
}

fn shown(world: &World) -> Window {
    let mut window = world.open(WIDE);
    window.command(Command::ShowTraces);
    window
}

#[test]
fn what_stands_in_the_folder_is_shown_with_its_amount_and_what_it_is() {
    let world = world();
    let mut window = shown(&world);
    for said in ["このプログラムが残すもの", "/home/own", "前の版: 1件", "目録の控え: 1件", "復元用の控え: なし"]
    {
        assert!(window.has_containing(said), "{said}");
    }
    assert!(window.has_containing("ネットワークには接続しません"));
    window.picture("traces");
    window.command(Command::SetLang(Lang::En));
    assert!(window.has_containing("Previous versions: 1 files"));
    window.picture("traces_en");
}

#[test]
fn emptying_asks_first_and_leaves_the_rest() {
    let world = world();
    let mut window = shown(&world);
    window.click_at(NodeRole::Button, "「前の版」を空にする");
    assert!(window.has_containing("元に戻せません"));
    window.click_at(NodeRole::Button, "やめる");
    assert!(world.disk.get(Path::new(VERSION)).is_some());
    window.click_at(NodeRole::Button, "「前の版」を空にする");
    window.click_at(NodeRole::Button, "消す");
    assert!(world.disk.get(Path::new(VERSION)).is_none());
    assert!(window.has_containing("1件を消しました") && window.has_containing("前の版: なし"));
    assert!(window.has_containing("目録の控え: 1件"));
}

#[test]
fn snapshots_of_unsaved_work_go_only_after_it_was_said_what_they_are() {
    let world = World::default();
    let mut window = world.open(WIDE);
    world.disk.put(Path::new(ORPHAN), b"()");
    window.command(Command::ShowTraces);
    window.click_at(NodeRole::Button, "「復元用の控え」を空にする");
    assert!(window.has_containing("ただ一つの写し"));
    assert!(world.disk.get(Path::new(ORPHAN)).is_some());
    window.click_at(NodeRole::Button, "消す");
    assert!(world.disk.get(Path::new(ORPHAN)).is_none());
}

#[test]
fn the_list_of_recent_files_can_be_forgotten() {
    let world = World::default();
    world.disk.put(
        Path::new("/home/own/settings.ron"),
        "(lang: \"ja\", author: \"架空 花子\", recent: [\"/書類/甲.liu.ron\"])".as_bytes(),
    );
    let mut window = world.open(WIDE);
    assert!(window.has_containing("甲.liu.ron"));
    window.command(Command::ShowTraces);
    window.click_at(NodeRole::Button, "最近のファイルを忘れる");
    let settings = String::from_utf8(world.disk.get(Path::new("/home/own/settings.ron")).unwrap()).unwrap();
    assert!(!settings.contains("甲.liu.ron") && settings.contains("架空 花子"), "{settings}");
}

#[test]
fn diagnostics_are_shown_before_they_are_copied_and_have_nothing_of_a_record_no_name_and_no_path() {
    let world = World::default();
    world.disk.put(
        Path::new("/home/own/settings.ron"),
        "(lang: \"ja\", author: \"秘密 花子\", recent: [\"/書類/秘密.liu.ron\"])".as_bytes(),
    );
    let mut window = world.open(WIDE);
    window.command(Command::New(Role::Agency));
    for field in [TextField::CaseName, TextField::AgencyName, TextField::ServiceName] {
        let edit = Edit::SetText { field: Field::Text(field), text: "秘密の記載".to_owned() };
        window.ask(Request::Edit(edit));
    }
    window.command(Command::ShowDiagnostics);
    for said in ["これ", "版: ", "システム: ", "目録: ", "情報 0件", "設定: 1件"] {
        assert!(said == "これ" || window.has_containing(said), "{said}");
    }
    window.picture("diagnostics");
    let mut copied = Vec::new();
    window.harness.get_by_label("この内容をコピー").click();
    for _ in 0..4 {
        window.harness.step();
        copied.extend(window.harness.output().platform_output.commands.clone());
    }
    let [OutputCommand::CopyText(copied)] = copied.as_slice() else { panic!("{copied:?}") };
    assert!(copied.contains("liu-wizard") && copied.contains(env!("CARGO_PKG_VERSION")), "{copied}");
    for secret in ["秘密", "/home/own", "/書類", "架空", "liu.ron"] {
        assert!(!copied.contains(secret), "{secret}: {copied}");
    }
    for line in copied.lines() {
        assert!(window.has(line), "shown as it is copied: {line}");
    }
}
