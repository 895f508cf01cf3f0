//! Signing the saved record, and checking signatures, from the window.

use std::path::Path;

use liu_wizard::catalogue::StepId;
use liu_wizard::file::Storage as _;
use liu_wizard::file::signature::{Secret, verify};
use liu_wizard::file::{MemoryStorage, to_json};
use liu_wizard::record::{Edit, Field, TextField};
use liu_wizard::window::dialogs::Purpose;
use liu_wizard::window::{CheckOrder, Command, Request, SignOrder, SignaturePart, Work};

use crate::support::shell::{Window, World};

const ENCRYPTED: &[u8] = include_bytes!("../data/signatures/ed25519_encrypted");
const KEY: &[u8] = include_bytes!("../data/signatures/ed25519");
const KEY_PUBLIC: &str = include_str!("../data/signatures/ed25519.pub");
const STRANGER: &str = include_str!("../data/signatures/p256.pub");
const JSON: &str = "/cases/a.liu.json";
const SIGNATURE: &str = "/cases/a.liu.json.sig";
const TALL: [f32; 2] = [1366.0, 4200.0];

/// A saved record on the step of the approval, its section on signatures opened.
fn at_the_section(world: &World) -> Window {
    world.disk.create_folder(Path::new("/keys")).unwrap();
    world.disk.put(Path::new("/keys/open"), KEY);
    world.disk.put(Path::new("/keys/locked"), ENCRYPTED);
    let mut window = world.open(TALL);
    window.command(Command::OpenExample(0));
    world.dialogs.answer("/cases/a.liu.ron");
    window.command(Command::Save);
    window.command(Command::GoTo(StepId::Approval));
    window.click("電子署名（任意）");
    window.run();
    window
}

fn sign(window: &mut Window, key: &str, passphrase: Option<&str>, replace: bool) {
    let passphrase = passphrase.map(|typed| Secret::from(typed.to_owned()));
    window.command(Command::Sign(SignOrder { key: key.into(), passphrase, replace }));
}

fn check(window: &mut Window, allowed: Option<&str>) {
    window.command(Command::CheckSignature(CheckOrder { signature: SIGNATURE.into(), allowed: allowed.map(Into::into) }));
}

fn change(window: &mut Window) {
    let field = Field::Text(TextField::Purpose);
    window.ask(Request::Edit(Edit::SetText { field, text: "別の目的".to_owned() }));
}

fn there(disk: &MemoryStorage, path: &str) -> bool {
    disk.get(Path::new(path)).is_some()
}

#[test]
fn a_saved_record_is_signed_beside_its_file_with_a_key_chosen_in_a_dialog() {
    let world = World::default();
    let mut window = at_the_section(&world);
    world.dialogs.answer("/keys/open");
    window.click_button("鍵のファイルを選ぶ…");
    assert_eq!(window.field("秘密鍵のファイル").value().as_deref(), Some("/keys/open"));
    window.click_button("保存した記録に署名する");
    let record = window.record();
    assert_eq!(world.disk.get(Path::new(JSON)).unwrap(), to_json(&record).unwrap().as_bytes());
    let signer = verify(&record, &world.disk.get(Path::new(SIGNATURE)).unwrap(), "a.sig").unwrap();
    assert!(window.has_containing(&signer.fingerprint), "the key is named by its fingerprint");
    assert_eq!(window.path().as_deref(), Some(Path::new("/cases/a.liu.ron")));

    assert_eq!(
        window.field("署名のファイル（.sig）").value().as_deref(),
        Some(SIGNATURE),
        "what was made can be checked at once"
    );
    window.click_button("この記録の署名か確かめる");
    assert!(window.has_containing("署名は、この記録の内容に合っています。"));
    window.picture("signed-and-checked");
}

#[test]
fn a_signature_is_good_only_for_the_record_it_was_checked_against() {
    let world = World::default();
    let mut window = at_the_section(&world);
    sign(&mut window, "/keys/open", None, false);
    check(&mut window, None);
    change(&mut window);
    assert!(!window.has_containing("内容に合っています"));
    assert!(window.has("その後に記録が変わりました。"));
    check(&mut window, None);
    assert!(window.has_containing("内容に合いません"));
}

#[test]
fn what_is_not_saved_is_not_signed() {
    let world = World::default();
    let mut window = at_the_section(&world);
    change(&mut window);
    sign(&mut window, "/keys/open", None, false);
    assert!(!there(&world.disk, JSON) && !there(&world.disk, SIGNATURE));
    window.with_outside(|outside| assert!(matches!(outside.signature.signing, Work::Idle)));
}

#[test]
fn a_file_changed_by_somebody_else_is_not_signed_as_if_it_were_on_the_screen() {
    let world = World::default();
    let mut window = at_the_section(&world);
    let other = String::from_utf8(world.disk.get(Path::new("/cases/a.liu.ron")).unwrap()).unwrap();
    let before = window.record().agency.purpose.as_str().to_owned();
    assert!(!before.is_empty());
    world.disk.put(Path::new("/cases/a.liu.ron"), other.replacen(&before, "ほかの目的", 1).as_bytes());
    sign(&mut window, "/keys/open", None, false);
    assert!(window.has_containing("書き換えています"));
    assert!(!there(&world.disk, SIGNATURE));
}

#[test]
fn a_passphrase_that_is_missing_or_wrong_is_asked_for_in_the_section() {
    let world = World::default();
    let mut window = at_the_section(&world);
    sign(&mut window, "/keys/locked", None, false);
    assert!(window.has("秘密鍵がパスフレーズで保護されています。"));
    sign(&mut window, "/keys/locked", Some("wrong"), false);
    assert!(window.has("パスフレーズが違います。"));
    assert!(!there(&world.disk, SIGNATURE));
    sign(&mut window, "/keys/locked", Some("試験専用 passphrase"), false);
    assert!(there(&world.disk, SIGNATURE));
}

#[test]
fn an_earlier_signature_is_replaced_only_where_that_was_chosen() {
    let world = World::default();
    let mut window = at_the_section(&world);
    sign(&mut window, "/keys/open", None, false);
    let first = world.disk.get(Path::new(SIGNATURE)).unwrap();
    change(&mut window);
    window.command(Command::Save);
    sign(&mut window, "/keys/open", None, false);
    assert!(window.has("同じ名前のファイルがすでにあります。"));
    assert_eq!(world.disk.get(Path::new(SIGNATURE)).unwrap(), first);
    sign(&mut window, "/keys/open", None, true);
    assert_ne!(world.disk.get(Path::new(SIGNATURE)).unwrap(), first);
    assert_eq!(world.disk.get(Path::new(JSON)).unwrap(), to_json(&window.record()).unwrap().as_bytes());
}

#[test]
fn a_signer_is_looked_for_in_the_list_and_his_absence_is_said() {
    let world = World::default();
    let mut window = at_the_section(&world);
    sign(&mut window, "/keys/open", None, false);
    world.disk.put(Path::new("/keys/list"), format!("hanako@example.go.jp {KEY_PUBLIC}").as_bytes());
    check(&mut window, Some("/keys/list"));
    assert!(window.has_containing("hanako@example.go.jp"));
    world.disk.put(Path::new("/keys/list"), format!("taro@example.go.jp {STRANGER}").as_bytes());
    check(&mut window, Some("/keys/list"));
    assert!(window.has("署名した鍵は、許可署名者の一覧にありません。"));
}

#[test]
fn a_dialog_in_which_nothing_is_chosen_leaves_what_was_typed() {
    let world = World::default();
    let mut window = at_the_section(&world);
    window.click("許可署名者の一覧（任意）");
    window.commit("/keys/list");
    world.dialogs.cancel();
    window.click_button("一覧を選ぶ…");
    let purpose = world.dialogs.asked().last().unwrap().purpose;
    assert_eq!(purpose, Purpose::ForSignature(SignaturePart::AllowedSigners));
    assert_eq!(window.field("許可署名者の一覧（任意）").value().as_deref(), Some("/keys/list"));
}
