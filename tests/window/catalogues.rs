//! 目録 in the window: an agency's own catalogue is read, laid beside the one in use, used for new records, and never lost in silence.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::accesskit::Role as NodeRole;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use liu_wizard::catalogue::Catalogue;
use liu_wizard::file::{Cause, Fault, Settings, Storage as _};
use liu_wizard::record::{CataloguePin, Edit, Field, Role, TextField};
use liu_wizard::window::dialogs::Purpose;
use liu_wizard::window::{Command, Request};

use crate::support::shell::{NARROW, WIDE, Window, World, folders};

const FILE: &str = "/cases/架空省の目録.ron";

fn shipped() -> Arc<Catalogue> {
    Catalogue::shipped().unwrap()
}

/// A catalogue of an agency: another version, a task in other words, one of its own, and a basis that changed.
fn own() -> Catalogue {
    let mut own = Catalogue::clone(&shipped());
    own.meta.title.ja = "架空省の目録".to_owned();
    own.meta.title.en = "Catalogue of the ministry".to_owned();
    own.meta.version = "2027-04-01".to_owned();
    own.tasks[0].task.ja = "職員だけが参加する会議".to_owned();
    let mut added = own.tasks[1].clone();
    added.id = liu_wizard::record::TaskId::new("OWN-1").unwrap();
    added.red_flags.clear();
    own.tasks.push(added);
    own.questions[1].guidance.ja = "省の手引の3ページも見てください。".to_owned();
    // As a file it is checked and loses nothing.
    Catalogue::from_ron("own.ron", &own.to_ron().unwrap()).unwrap()
}

fn put(world: &World, path: &str, catalogue: &Catalogue) {
    world.disk.put(Path::new(path), catalogue.to_ron().unwrap().as_bytes());
}

fn kept(catalogue: &Catalogue) -> PathBuf {
    folders().catalogues().join(format!("{}.ron", catalogue.digest()))
}

fn settings(world: &World) -> Settings {
    Settings::load(&world.disk, &folders()).0
}

/// The page, with this file chosen in the system's dialog.
fn load(world: &World, window: &mut Window, path: &str) {
    if !window.has("別の目録を読み込む…") {
        window.command(Command::ShowCatalogue);
    }
    world.dialogs.answer(path);
    window.click_button("別の目録を読み込む…");
}

fn pin_of_new_record(window: &mut Window) -> CataloguePin {
    window.command(Command::New(Role::Agency));
    window.record().catalogue
}

/// The texts of the rows of the differences.
fn texts(window: &Window) -> Vec<String> {
    let nodes = window.harness.query_all(by().role(NodeRole::Label));
    nodes.filter_map(|node| node.accesskit_node().value().or_else(|| node.accesskit_node().label())).collect()
}

#[test]
fn the_page_tells_of_the_catalogue_in_use_without_any_record() {
    let world = World::default();
    let mut window = world.open(WIDE);
    window.click_button("表示");
    window.click_button("目録…");
    window.picture("catalogue");
    let shipped = shipped();
    let counts = format!("対象業務 {}件、質問 {}件", shipped.tasks.len(), shipped.questions.len());
    for said in ["新しい記録に使う目録", &shipped.meta.title.ja, "このプログラムに同梱", &counts, shipped.digest().short()]
    {
        assert!(window.has_containing(said), "{said}");
    }
    assert!(!window.has("同梱の目録に戻す"), "there is nothing to go back from");
    assert_eq!(window.focused(), "別の目録を読み込む…");
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.has("新しい記録に使う目録"));
}

#[test]
fn what_differs_is_listed_and_nothing_is_used_before_it_is_said() {
    let world = World::default();
    put(&world, FILE, &own());
    let mut window = world.open(WIDE);
    load(&world, &mut window, FILE);
    window.picture("catalogue-loaded");
    assert_eq!(world.dialogs.asked().last().map(|question| question.purpose), Some(Purpose::Catalogue));
    assert!(window.has("使っている目録との違い 6件"));
    let shipped = shipped();
    let task = format!("LIU-A1　{}", shipped.tasks[0].service.ja);
    for said in [
        "目録の名前と版 3件",
        "対象業務 2件",
        "質問 1件",
        &task,
        "業務（日本語）",
        "tasks.LIU-A1.task.ja",
        &shipped.tasks[0].task.ja,
        "職員だけが参加する会議",
        "項目の全体",
        "架空省の目録",
    ] {
        assert!(texts(&window).iter().any(|text| text == said), "{said}: {:?}", texts(&window));
    }
    assert!(window.has_containing("OWN-1　"));
    window.click_button("やめる");
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!(pin_of_new_record(&mut window), shipped.pin());
    assert_eq!(settings(&world).catalogue, None);
    assert!(world.disk.get(&kept(&own())).is_none());
}

#[test]
fn the_differences_are_a_table_and_a_list_in_a_narrow_window() {
    for (size, picture) in [(WIDE, "catalogue-differences"), (NARROW, "catalogue-differences-narrow")] {
        let world = World::default();
        put(&world, FILE, &own());
        let mut window = world.open(size);
        load(&world, &mut window, FILE);
        window.harness.get_by_label("職員だけが参加する会議").scroll_to_me();
        window.run();
        window.picture(picture);
        let text = window.harness.get_by_label("職員だけが参加する会議").rect();
        assert!(text.right() <= size[0] && text.left() >= 0.0, "{text:?}");
        for button in ["この目録を使う", "やめる"] {
            let button = window.harness.get(by().role(NodeRole::Button).label(button)).rect();
            assert!(button.bottom() < size[1] && button.right() < size[0], "{button:?}");
        }
        if size == WIDE {
            let tables = window.harness.query_all(by().role(NodeRole::Table).label("対象業務 2件")).count();
            assert_eq!(tables, 1, "a table with a name");
        }
    }
}

#[test]
fn once_used_new_records_are_pinned_to_it_and_the_open_one_stays() {
    let world = World::default();
    put(&world, FILE, &own());
    let mut window = world.open(WIDE);
    let before = pin_of_new_record(&mut window);
    load(&world, &mut window, FILE);
    window.click_button("この目録を使う");
    window.picture("catalogue-used");
    assert!(window.has_containing("これから作る記録は、目録 "));
    assert!(window.has_containing("機関の目録（/cases/架空省の目録.ron から読み込み）"));
    assert!(window.has("開いている記録の目録"), "it is another now");
    window.harness.get_by_label("目録の新旧比較…").scroll_to_me();
    window.run();
    window.picture("catalogue-of-record");
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!((window.record().catalogue, &before), (shipped().pin(), &shipped().pin()));
    assert_eq!(pin_of_new_record(&mut window), own().pin());
    assert_eq!(settings(&world).catalogue.unwrap().pin, own().pin());
    assert!(world.disk.get(&kept(&own())).is_some());
}

#[test]
fn the_next_run_honours_it_without_the_file_it_came_from() {
    let mut world = World::default();
    put(&world, FILE, &own());
    let mut window = world.open(WIDE);
    load(&world, &mut window, FILE);
    window.click_button("この目録を使う");
    drop(window);
    world.disk.put(Path::new(FILE), b"gone");
    world.session = 2;
    let mut window = world.open(WIDE);
    window.picture("catalogue-start");
    assert!(window.has("新しい記録は、目録「架空省の目録」（版 2027-04-01）で始まります。"));
    assert_eq!(pin_of_new_record(&mut window), own().pin());
    // And back again.
    window.command(Command::ShowCatalogue);
    window.click_button("同梱の目録に戻す");
    assert!(window.has("同梱の目録に戻しました。新しい記録から使います。"));
    drop(window);
    world.session = 3;
    let mut window = world.open(WIDE);
    assert!(!window.has_containing("架空省の目録"));
    assert_eq!(pin_of_new_record(&mut window), shipped().pin());
}

#[test]
fn a_kept_catalogue_that_is_gone_or_damaged_is_said_and_the_shipped_one_is_used() {
    for damage in [None, Some(&b"(meta: ()"[..])] {
        let mut world = World::default();
        put(&world, FILE, &own());
        let mut window = world.open(WIDE);
        load(&world, &mut window, FILE);
        window.click_button("この目録を使う");
        drop(window);
        match damage {
            Some(bytes) => world.disk.put(&kept(&own()), bytes),
            None => world.disk.remove(&kept(&own())).unwrap(),
        }
        world.session = 2;
        let mut window = world.open(WIDE);
        window.picture("catalogue-lost");
        assert!(window.has_containing("同梱の目録を使います。"), "{damage:?}");
        window.click_button("閉じる");
        assert_eq!(pin_of_new_record(&mut window), shipped().pin());
        window.command(Command::ShowCatalogue);
        assert!(window.has_containing("同梱の目録を使います。"), "it is said where it can be mended");
        assert!(settings(&world).catalogue.is_some(), "what comes back is used again");
        window.click_button("同梱の目録に戻す");
        assert!(!window.has_containing("同梱の目録を使います。"));
        assert_eq!(settings(&world).catalogue, None);
    }
}

#[test]
fn that_it_is_lost_is_said_even_after_a_crash() {
    let mut world = World::default();
    put(&world, FILE, &own());
    let mut window = world.open(WIDE);
    load(&world, &mut window, FILE);
    window.click_button("この目録を使う");
    window.press(Modifiers::NONE, Key::Escape);
    window.command(Command::New(Role::Agency));
    window.ask(Request::Edit(Edit::SetText { field: Field::Text(TextField::CaseName), text: "途中".to_owned() }));
    window.wait(3.0);
    drop(window);
    world.disk.remove(&kept(&own())).unwrap();
    world.disk.restart();
    world.session = 2;
    let mut window = world.open(WIDE);
    assert!(window.has("前回、保存されずに終わった記録があります"));
    window.click_button("あとで決める");
    assert!(window.has_containing("同梱の目録を使います。"));
}

#[test]
fn a_catalogue_that_does_not_fit_is_refused_with_every_reason_and_changes_nothing() {
    let world = World::default();
    let mut broken = own();
    broken.tasks[0].task.en.clear();
    broken.tasks[1].task_basis.sources.clear();
    broken.questions[3].basis.clear();
    put(&world, FILE, &broken);
    let mut window = world.open(WIDE);
    load(&world, &mut window, FILE);
    window.picture("catalogue-refused");
    for said in [
        "読み込めませんでした",
        "使う目録は変わっていません。",
        "tasks[LIU-A1].task: 英語の文がありません",
        "挙げたところを直して、読み込み直してください。",
    ] {
        assert!(window.has_containing(said), "{said}: {:?}", texts(&window));
    }
    assert!(window.has_containing("根拠がありません") && window.has_containing("には出典が要ります"));
    assert!(!window.has("この目録を使う"));
    window.click_button("戻る");
    assert!(window.has("このプログラムに同梱"));
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!(pin_of_new_record(&mut window), shipped().pin());
    assert_eq!(settings(&world).catalogue, None);
}

#[test]
fn a_slip_in_the_writing_is_refused_with_its_line_and_what_is_no_text_as_such() {
    let world = World::default();
    let text = own().to_ron().unwrap().replacen("task_basis:", "task_bias:", 1);
    world.disk.put(Path::new(FILE), text.as_bytes());
    world.disk.put(Path::new("/cases/x.ron"), &[0xFF, 0xFE, 0x00]);
    let mut window = world.open(WIDE);
    load(&world, &mut window, FILE);
    for said in ["行", "task_bias", "「task_basis」の書き間違い"] {
        assert!(window.has_containing(said), "{said}: {:?}", texts(&window));
    }
    load(&world, &mut window, "/cases/x.ron");
    assert!(window.has_containing("「x.ron」は目録ではなく"));
    load(&world, &mut window, "/cases/none.ron");
    assert!(window.has("読み込めませんでした"));
}

#[test]
fn of_many_differences_the_first_are_shown_and_the_rest_when_asked_for() {
    let world = World::default();
    let mut other = own();
    for question in &mut other.questions {
        for text in [&mut question.text, &mut question.guidance, &mut question.consequence] {
            text.ja.push('。');
            text.en.push('.');
        }
    }
    put(&world, FILE, &other);
    let mut window = world.open(WIDE);
    load(&world, &mut window, FILE);
    let rows = |window: &Window| texts(window).iter().filter(|text| text.starts_with("questions.")).count();
    let all = 6 * other.questions.len();
    assert!(rows(&window) < 60 && all > 150);
    window.click_at(NodeRole::Link, &format!("ほか{}件を表示", 5 + all - 60));
    assert_eq!(rows(&window), all);
    assert!(!window.has_containing("件を表示"));
}

#[test]
fn the_same_catalogue_again_is_said_to_be_the_same_and_one_that_forgot_its_version_is_told() {
    let world = World::default();
    put(&world, FILE, &shipped());
    let mut other = own();
    other.meta.version.clone_from(&shipped().meta.version);
    put(&world, "/cases/other.ron", &other);
    let mut window = world.open(WIDE);
    load(&world, &mut window, FILE);
    assert!(window.has("使っている目録と同じ内容です。") && !window.has("この目録を使う"));
    window.click_button("戻る");
    load(&world, &mut window, "/cases/other.ron");
    assert!(window.has_containing("meta.version を変えることをお勧めします"));
}

#[test]
fn what_cannot_be_kept_is_not_used() {
    let world = World::default();
    put(&world, FILE, &own());
    let mut window = world.open(WIDE);
    load(&world, &mut window, FILE);
    world.disk.set_fault(Fault::FailsFrom(1, Cause::Full));
    window.click_button("この目録を使う");
    assert!(window.has_containing("空きがありません") && window.has("使う目録は変わっていません。"));
    world.disk.restart();
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!(pin_of_new_record(&mut window), shipped().pin());
    assert_eq!(settings(&world).catalogue, None);
}

#[test]
fn a_dropped_catalogue_opens_the_page_and_leaves_the_open_record_alone() {
    let world = World::default();
    put(&world, FILE, &own());
    let mut window = world.open(WIDE);
    window.command(Command::New(Role::Agency));
    window.ask(Request::Edit(Edit::SetText { field: Field::Text(TextField::CaseName), text: "途中".to_owned() }));
    window.drop_file(Path::new(FILE));
    assert!(window.has("使っている目録との違い 6件"));
    assert!(!window.has("保存していない変更があります"));
    assert_eq!(window.record().case_name.as_str(), "途中");
    window.press(Modifiers::NONE, Key::Escape);
    // A record by such a name is still a record.
    let example = liu_wizard::examples::all()[0].ron;
    world.disk.put(Path::new("/cases/記録.ron"), example.as_bytes());
    window.drop_file(Path::new("/cases/記録.ron"));
    assert!(window.has("保存していない変更があります"));
}

#[test]
fn a_file_that_nobody_waits_for_any_more_changes_nothing() {
    let world = World::default();
    put(&world, FILE, &own());
    world.workers.hold("read catalogue");
    let mut window = world.open(WIDE);
    load(&world, &mut window, FILE);
    assert!(window.has("目録を読んでいます。"), "the window does not wait for the disk");
    window.press(Modifiers::NONE, Key::Escape);
    world.workers.let_go();
    window.run();
    assert!(!window.has("読み込んだ目録"));
    // Nor does a slow one come before the one that was chosen after it.
    load(&world, &mut window, FILE);
    window.click_button("戻る");
    put(&world, "/cases/other.ron", &shipped());
    load(&world, &mut window, "/cases/other.ron");
    world.workers.let_go();
    window.run();
    assert!(window.has("目録を読んでいます。") && window.has("/cases/other.ron"));
    world.workers.let_go();
    window.run();
    assert!(window.has("使っている目録と同じ内容です。"));
}

#[test]
fn the_command_line_wins_in_its_run_and_only_there() {
    let mut world = World::default();
    put(&world, FILE, &own());
    let mut window = world.open(WIDE);
    load(&world, &mut window, FILE);
    window.click_button("この目録を使う");
    drop(window);
    let mut given = own();
    given.meta.version = "2028-04-01".to_owned();
    let given = Catalogue::from_ron("given", &given.to_ron().unwrap()).unwrap();
    world.in_use = Arc::new(given.clone());
    world.given = Some(PathBuf::from("/cases/given.ron"));
    world.session = 2;
    let mut window = world.open(WIDE);
    assert_eq!(pin_of_new_record(&mut window), given.pin());
    window.command(Command::ShowCatalogue);
    assert!(window.has("この起動だけ、コマンドラインで指定（--catalogue /cases/given.ron）"));
    drop(window);
    world.in_use = shipped();
    world.given = None;
    world.session = 3;
    let mut window = world.open(WIDE);
    assert_eq!(pin_of_new_record(&mut window), own().pin());
}

#[test]
fn a_copy_to_begin_from_is_saved_and_loads_again() {
    let world = World::default();
    let mut window = world.open(WIDE);
    window.command(Command::ShowCatalogue);
    world.dialogs.answer("/cases/下敷き");
    window.click_button("同梱の目録を書き出す…");
    let asked = world.dialogs.asked().pop().unwrap();
    assert_eq!((asked.purpose, asked.name), (Purpose::SaveCatalogue, format!("目録_{}.ron", shipped().meta.version)));
    let written = String::from_utf8(world.disk.get(Path::new("/cases/下敷き.ron")).unwrap()).unwrap();
    assert_eq!(Catalogue::from_ron("x", &written).unwrap().digest(), shipped().digest());
    assert!(window.has_containing("書き出しました：/cases/下敷き.ron"));
    // What is there already is not replaced unasked.
    world.disk.put(Path::new("/cases/下敷き.ron"), b"mine");
    world.dialogs.answer("/cases/下敷き.ron");
    window.click_button("同梱の目録を書き出す…");
    assert_eq!(world.disk.get(Path::new("/cases/下敷き.ron")).as_deref(), Some(&b"mine"[..]));
    assert!(window.has("できませんでした"));
}

#[test]
fn the_page_speaks_english_and_fits_a_narrow_window() {
    for (size, name) in [(WIDE, "wide"), (NARROW, "narrow")] {
        let world = World::default();
        put(&world, FILE, &own());
        let mut window = world.open(size);
        window.command(Command::SetLang(liu_wizard::text::Lang::En));
        window.command(Command::ShowCatalogue);
        window.picture(&format!("catalogue-english-{name}"));
        let close = window.harness.get(by().role(NodeRole::Button).label("Close")).rect();
        assert!(close.bottom() < size[1] && close.right() < size[0], "{close:?}");
        assert!(close.width() > close.height(), "its word stands in a line: {close:?}");
        world.dialogs.answer(FILE);
        window.click_button("Load another catalogue…");
        window.picture(&format!("catalogue-english-loaded-{name}"));
        // What the two catalogues say in Japanese is quoted; what the page says is not.
        let quoted = [shipped().to_ron().unwrap(), own().to_ron().unwrap()];
        let said = texts(&window);
        let is_japanese = |text: &&String| text.chars().any(|character| ('ぁ'..='ん').contains(&character));
        let japanese: Vec<_> = said.iter().filter(is_japanese).collect();
        let own_words = japanese.iter().filter(|text| **text != FILE && !quoted.iter().any(|file| file.contains(text.as_str())));
        assert_eq!(own_words.collect::<Vec<_>>(), Vec::<&&String>::new());
        window.click_button("Cancel");
        window.command(Command::SetLang(liu_wizard::text::Lang::Ja));
        window.picture(&format!("catalogue-{name}"));
    }
}
