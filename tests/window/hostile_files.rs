//! A file that somebody made to do harm is opened in the window while a record with unsaved text is open: nothing of it is lost.

use std::path::Path;

use liu_wizard::file::to_ron;
use liu_wizard::record::{Edit, Field, Role, TextField};
use liu_wizard::text::Lang;
use liu_wizard::window::{Command, Request};

use crate::support::shell::{ByHand, WIDE, World};
use crate::support::strangers::{names_in_a_circle, object_stream_of_zeros};
use crate::support::workbook::{with_part, workbook};
use crate::support::{blank, undecided};

const OWN: &str = "/cases/own.liu.ron";

#[test]
fn whatever_is_opened_what_was_typed_and_not_saved_stays() {
    let world = World::default();
    world.disk.put(Path::new(OWN), to_ron(&undecided()).unwrap().as_bytes());
    let sheet = with_part(&workbook(&blank(Role::Agency), Lang::Ja), "xl/sharedStrings.xml", |xml| {
        xml.replace("</sst>", &format!("<si><t>{}</t></si></sst>", "x".repeat(60_000_000)))
    });
    for (name, bytes) in [
        ("circle.pdf", names_in_a_circle()),
        ("zeros.pdf", object_stream_of_zeros()),
        ("bomb.xlsx", sheet),
        ("deep.liu.json", b"[".repeat(1_000_000)),
        ("zip.liu.ron", b"PK\x03\x04not a ZIP file".to_vec()),
        ("pdf.liu.ron", names_in_a_circle()),
    ] {
        world.disk.put(&Path::new("/cases").join(name), &bytes);
    }
    let mut window = world.open(WIDE);
    window.command(Command::OpenPath(OWN.into()));
    let field = Field::Text(TextField::Purpose);
    window.ask(Request::Edit(Edit::SetText { field, text: "まだ保存していない目的".to_owned() }));
    let typed = window.record();
    for (name, said) in [
        ("circle.pdf", "扱える量を超える"),
        ("zeros.pdf", "メモリを使う"),
        ("bomb.xlsx", "大きすぎます"),
        ("deep.liu.json", "評価記録ではありません"),
        ("zip.liu.ron", "ZIP"),
        ("pdf.liu.ron", "扱える量を超える"),
    ] {
        window.drop_file(&Path::new("/cases").join(name));
        // It may be a record, which would take the place of this one; but only once it could be read.
        if window.has("保存していない変更があります") {
            window.click_button("保存しない");
        }
        assert!(window.has_containing(said), "{name}: {said}");
        window.click_button("閉じる");
        assert_eq!((window.record(), window.path().as_deref()), (typed.clone(), Some(Path::new(OWN))), "{name}");
    }
    world.later(11);
    window.wait(11.0);
    let kept = world.disk.paths().into_iter().filter(|path| path.starts_with("/home/own/recovery"));
    let kept: Vec<String> = kept.map(|path| String::from_utf8(world.disk.get(&path).unwrap()).unwrap()).collect();
    assert!(kept.iter().any(|snapshot| snapshot.contains("まだ保存していない目的")), "{kept:?}");
    window.command(Command::Save);
    let saved = String::from_utf8(world.disk.get(Path::new(OWN)).unwrap()).unwrap();
    assert!(saved.contains("まだ保存していない目的"), "{saved}");
}

/// While the reader works, the window goes on.
#[test]
fn the_window_waits_for_no_reader() {
    let world = World { by_hand: Some(ByHand::default()), ..World::default() };
    world.disk.put(Path::new("/cases/circle.pdf"), &names_in_a_circle());
    let mut window = world.open(WIDE);
    window.command(Command::OpenExample(0));
    window.drop_file(Path::new("/cases/circle.pdf"));
    let by_hand = world.by_hand.as_ref().unwrap();
    let field = Field::Text(TextField::Purpose);
    window.ask(Request::Edit(Edit::SetText { field, text: "読んでいる間に".to_owned() }));
    let typed = window.record();
    while by_hand.work() {}
    window.run();
    assert!(window.has_containing("扱える量を超える"));
    assert_eq!(window.record(), typed);
    assert!(format!("{typed:?}").contains("読んでいる間に"));
}

/// A share may take its time with a file. What is typed meanwhile does not go when it comes.
#[test]
fn what_is_typed_while_another_record_is_read_is_asked_about() {
    let world = World { by_hand: Some(ByHand::default()), ..World::default() };
    world.disk.put(Path::new(OWN), to_ron(&undecided()).unwrap().as_bytes());
    let mut window = world.open(WIDE);
    window.command(Command::OpenExample(0));
    window.command(Command::OpenPath(OWN.into()));
    let field = Field::Text(TextField::Purpose);
    window.ask(Request::Edit(Edit::SetText { field, text: "読んでいる間に".to_owned() }));
    let typed = window.record();
    let by_hand = world.by_hand.as_ref().unwrap();
    while by_hand.work() {}
    window.run();
    assert!(window.has("保存していない変更があります"));
    assert_eq!(window.record(), typed);
}
