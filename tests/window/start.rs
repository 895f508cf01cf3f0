//! The start page: what this is, going on, beginning, the tour; and that no procedure is taken whose time is over without a word.

use std::path::{Path, PathBuf};

use egui::accesskit::Role as NodeRole;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use liu_wizard::catalogue::StepId;
use liu_wizard::file::{Settings, Storage as _, to_ron};
use liu_wizard::record::{Answer, ApprovalState, Edit, Field, Person, Record, RecordId, Role, TextField, Validity};
use liu_wizard::text::{Label as _, Lang};
use liu_wizard::window::{Command, Request};

use crate::support::blank as empty_record;
use crate::support::shell::{NARROW, WIDE, Window, World, folders};
use crate::support::{catalogue, finished, question};

/// A computer on which these records were used lately, the first of them last.
fn world_with(records: &[(&str, Record)]) -> World {
    let world = World::default();
    let mut settings = Settings::default();
    for (name, record) in records.iter().rev() {
        let path = PathBuf::from(format!("/cases/{name}.liu.ron"));
        world.disk.put(&path, to_ron(record).unwrap().as_bytes());
        settings.remember(&path);
    }
    settings.save(&world.disk, &folders()).unwrap();
    world
}

fn named(id: &str, name: &str, mut record: Record) -> Record {
    record.id = RecordId::new(id).unwrap();
    record.apply(Edit::SetText { field: Field::Text(TextField::CaseName), text: name.to_owned() }).unwrap();
    record
}

fn moved(mut record: Record, to: ApprovalState, on: &str) -> Record {
    let by = Person::default();
    let on = on.parse().unwrap();
    record.apply(Edit::MoveApproval { to, by, on, comment: String::new() }).unwrap();
    record
}

fn approved(id: &str, name: &str, on: &str) -> Record {
    let mut record = moved(named(id, name, finished()), ApprovalState::Submitted, on);
    record.apply(Edit::ChooseValidity(Validity::SixMonths)).unwrap();
    moved(record, ApprovalState::Approved, on)
}

/// The names of the links that open a record, from top to bottom.
fn order(window: &Window) -> Vec<String> {
    let mut links: Vec<(f32, String)> = window
        .harness
        .query_all(by().role(NodeRole::Link).label_contains("開く："))
        .map(|node| (node.rect().top(), node.accesskit_node().label().unwrap_or_default()))
        .collect();
    links.sort_by(|one, other| one.0.total_cmp(&other.0));
    links.into_iter().map(|(_, name)| name.trim_start_matches("開く：").to_owned()).collect()
}

/// What the rail says of a step.
fn rail_says(window: &Window, step: StepId) -> String {
    let row = by().role(NodeRole::Tab).label_contains(step.label(Lang::Ja));
    window.harness.get(row).accesskit_node().label().unwrap_or_default()
}

/// What things of a role are called, and what is said of them.
fn descriptions(window: &Window, role: NodeRole) -> Vec<(String, String)> {
    let all = window.harness.query_all(by().role(role));
    all.map(|node| {
        let node = node.accesskit_node();
        (node.label().unwrap_or_default(), node.description().unwrap_or_default())
    })
    .collect()
}

#[test]
fn a_stranger_reads_what_this_is_and_what_he_ends_with_and_finds_two_equal_ways_in() {
    let mut window = World::default().open(WIDE);
    for said in ["影響度を評価して記録します", "評価結果の説明", "どこへも送信も提出もしません"]
    {
        assert!(window.has_containing(said), "{said}");
    }
    let cards = ["政府機関等として評価する", "クラウドサービス事業者として依頼する"];
    let english = ["Assess as a government agency", "Ask as a cloud service provider"];
    for size in [WIDE, NARROW, [1000.0, 700.0]] {
        for (lang, cards) in [(Lang::Ja, cards), (Lang::En, english)] {
            let mut window = World::default().open(size);
            window.command(Command::SetLang(lang));
            let rects = cards.map(|name| window.harness.get(by().role(NodeRole::Button).label(name)).rect());
            assert_eq!(rects[0].size(), rects[1].size(), "both ways in weigh the same: {size:?} {lang:?}");
        }
    }
    let said = descriptions(&window, NodeRole::Button);
    assert!(said.iter().any(|(name, said)| name == cards[0] && said.contains("使う側")), "{said:?}");
    assert!(said.iter().any(|(name, said)| name == cards[1] && said.contains("提供する側")), "{said:?}");
    window.picture("start-first");
    window.click_button(cards[1]);
    assert_eq!(window.record().role, Role::Csp);
}

#[test]
fn each_recent_record_says_where_it_stands_and_what_is_next() {
    let mut draft = named("a", "満足度調査", empty_record(Role::Agency));
    draft.apply(Edit::SetText { field: Field::Text(TextField::ServiceName), text: "甲".to_owned() }).unwrap();
    let submitted = moved(named("b", "人材育成", finished()), ApprovalState::Submitted, "2026-11-20");
    let records = [("a", draft), ("b", submitted), ("c", approved("c", "動画の配信", "2026-11-02"))];
    for size in [WIDE, NARROW] {
        for lang in [Lang::Ja, Lang::En] {
            let mut window = world_with(&records).open(size);
            window.command(Command::SetLang(lang));
            window.picture(&format!("start-recent-{}-{lang:?}", size[0]));
            let expected = lang.pick(
                "満足度調査|入力中|サービス 事業者名から|人材育成|確認依頼（11月20日）|の確認を待つ|動画の配信|有効期限 2027-05-02|次：事業者に結果を渡す",
                "満足度調査|In progress|from Provider|人材育成|Awaiting decision (2026-11-20)|Wait for|動画の配信|valid until 2027-05-02|Next: Give the result to the provider",
            );
            for said in expected.split('|') {
                assert!(window.has_containing(said), "{said} at {size:?}");
            }
        }
    }
}

#[test]
fn what_expires_first_stands_first_behind_what_was_worked_on_last() {
    let records = [
        ("a", named("a", "いまの案件", empty_record(Role::Agency))),
        ("b", named("b", "ふつうの案件", empty_record(Role::Agency))),
        ("c", approved("c", "まだ先", "2026-11-02")),
        ("d", approved("d", "もうすぐ", "2026-06-20")),
        ("e", approved("e", "切れた", "2026-04-01")),
    ];
    let mut window = world_with(&records).open(WIDE);
    window.picture("start-expiry");
    assert!(window.has("続ける：いまの案件"));
    assert_eq!(order(&window), ["切れた", "もうすぐ", "ふつうの案件", "まだ先"]);
    assert!(window.has_containing("有効期限 2026-12-20（あと27日）"));
    assert!(window.has_containing("有効期限切れ 2026-10-01"));
    // What was read late does not move what somebody may be pointing at.
    let world = world_with(&records);
    world.workers.hold("recent records");
    let mut window = world.open(WIDE);
    let before = order(&window);
    window.wait(2.0);
    world.workers.let_go();
    window.run();
    assert!(window.has_containing("有効期限切れ 2026-10-01"));
    assert_eq!(before.len(), order(&window).len());
    assert_eq!(order(&window).last().unwrap(), "切れた");
}

#[test]
fn what_cannot_be_read_is_a_row_that_says_why_and_stops_nothing() {
    let world = world_with(&[
        ("a", named("a", "あ", empty_record(Role::Agency))),
        ("b", named("b", "い", empty_record(Role::Agency))),
        ("c", named("c", "う", empty_record(Role::Agency))),
    ]);
    world.disk.put(Path::new("/cases/b.liu.ron"), b"(");
    let mut window = world.open(WIDE);
    window.picture("start-broken");
    assert_eq!(order(&window), ["b.liu.ron", "う"]);
    assert!(window.has("開けません"));
    window.click_at(NodeRole::Link, "開く：う");
    assert_eq!(window.record().case_name.as_str(), "う");
}

#[test]
fn going_on_leads_to_the_next_thing_to_be_done() {
    let mut record = named("a", "あ", empty_record(Role::Agency));
    record.apply(Edit::SetText { field: Field::Text(TextField::ServiceName), text: "甲".to_owned() }).unwrap();
    record.apply(Edit::SetText { field: Field::Text(TextField::Provider), text: "乙".to_owned() }).unwrap();
    let mut window = world_with(&[("a", record)]).open(WIDE);
    window.click_button("続ける：あ");
    assert_eq!(window.focused(), "機関名", "the first thing that is missing has the focus");
    // What waits for somebody's decision leads there.
    let submitted = moved(named("b", "い", finished()), ApprovalState::Submitted, "2026-11-20");
    let mut window = world_with(&[("b", submitted)]).open(WIDE);
    window.click_button("続ける：い");
    assert!(window.focused().contains("承認"), "{}", window.focused());
}

#[test]
fn the_start_page_is_walked_by_keyboard() {
    let mut window = world_with(&[("a", named("a", "あ", empty_record(Role::Agency)))]).open(WIDE);
    let mut seen = Vec::new();
    for _ in 0..30 {
        window.press(Modifiers::NONE, Key::Tab);
        seen.push(window.focused());
    }
    for name in ["続ける：あ", "ファイルを開く…", "政府機関等として評価する", "例でひと回りする", "目録"]
    {
        assert!(seen.iter().any(|focused| focused == name), "Tab does not lead to {name}: {seen:?}");
    }
}

#[test]
fn the_tour_walks_through_every_step_and_changes_nothing() {
    for lang in [Lang::Ja, Lang::En] {
        let world = world_with(&[("a", named("a", "あ", empty_record(Role::Agency)))]);
        let mut window = world.open(WIDE);
        window.command(Command::SetLang(lang));
        let before: Vec<_> = world.disk.paths().into_iter().map(|path| (world.disk.get(&path), path)).collect();
        window.click_button(lang.pick("例でひと回りする", "Take the tour"));
        let steps = catalogue().steps(&window.record());
        assert_eq!(steps.len(), 13);
        for (number, step) in (1..).zip(&steps) {
            let here = format!("{number}{}", lang.pick("／13", " of 13"));
            assert!(window.has_containing(&here) && window.has_containing(step.label(lang)), "{here} {step:?}");
            window.picture(&format!("tour-{number:02}-{lang:?}"));
            window.press(Modifiers::COMMAND, Key::PageDown);
        }
        // Trying another answer is part of it; saving and exporting are not.
        window.ask(Request::Edit(Edit::AnswerGate(question("G1"), Answer::No)));
        for command in [Command::Save, Command::SaveAs] {
            window.command(command);
            let told = lang.pick("ひと回りの例は、保存も出力もしません", "neither saved nor exported");
            assert!(window.has_containing(told));
            window.press(Modifiers::NONE, Key::Escape);
        }
        assert!(world.dialogs.asked().is_empty(), "nobody was asked where to save");
        window.wait(30.0);
        window.press(Modifiers::NONE, Key::Escape);
        assert!(!window.has_record(), "Esc ends the tour, and asks nothing");
        assert!(window.has(lang.pick("続ける：あ", "Go on: あ")), "the start page is there again");
        let after: Vec<_> = world.disk.paths().into_iter().map(|path| (world.disk.get(&path), path)).collect();
        assert_eq!(before, after, "the disk is as it was");
    }
}

#[test]
fn escape_in_the_tour_closes_what_lies_over_it_first() {
    let mut window = World::default().open(WIDE);
    window.command(Command::Tour);
    window.command(Command::Search);
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.has_record());
    window.click_button("ファイル");
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.has_record(), "a menu closes, and the tour stays");
    window.command(Command::JumpTo(Field::Text(TextField::AgencyName)));
    window.compose("かく");
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.has_record(), "an input method has Esc for itself");
    window.commit("架空省");
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.has_record(), "the focus is on {}", window.focused());
}

#[test]
fn a_procedure_whose_time_is_over_is_never_taken_without_a_word() {
    for size in [WIDE, NARROW] {
        let mut window = World::default().open(size);
        window.command(Command::New(Role::Agency));
        assert_eq!(window.record().profile.as_str(), "pre_application");
        let rail = |window: &Window| rail_says(window, StepId::Introduction);
        if size == WIDE {
            assert!(rail(&window).contains("要確認") || rail(&window).contains("指摘"), "{}", rail(&window));
        }
        assert!(window.has_containing("この期間は過ぎています"));
        window.picture(&format!("procedure-{}", size[0]));
        window.click_at(NodeRole::Button, "この版で続ける");
        assert_eq!(window.record().profile.as_str(), "pre_application");
        assert!(window.focused().starts_with("事前申請"), "the focus is on the procedure: {}", window.focused());
        assert!(window.has_containing("この版で続けます"));
        if size == WIDE {
            assert!(!rail(&window).contains("指摘") && !rail(&window).contains("要確認"), "{}", rail(&window));
        }
    }
    let mut window = World::default().open(WIDE);
    window.command(Command::New(Role::Agency));
    window.click_at(NodeRole::Button, "「調達時確認（2025-04〜・公式文書で要確認）」に変える");
    assert_eq!(window.record().profile.as_str(), "procurement");
    assert!(window.focused().starts_with("調達時確認"), "{}", window.focused());
    assert!(!window.has_containing("この期間は過ぎています"));
}

#[test]
fn within_its_time_the_procedure_asks_nothing() {
    let world = World::default();
    world.now.set("2025-02-03T05:00:00Z".parse().unwrap());
    let mut window = world.open(WIDE);
    window.command(Command::New(Role::Agency));
    assert!(!window.has_containing("この期間は過ぎています") && !window.has("この版で続ける"));
    let said = descriptions(&window, NodeRole::RadioButton);
    let is_said = |word: &str| said.iter().any(|(_, said)| said.contains(word));
    assert!(is_said("選ぶとき：事業者から") && is_said("選ぶとき：サービスを調達する機関が") && is_said("第三者"), "{said:?}");
}

#[test]
fn the_folder_of_the_last_output_is_remembered_and_the_rail_knows_that_something_was_made() {
    let mut record = named("a", "あ", finished());
    record.paper = liu_wizard::record::Paper::default();
    let world = world_with(&[("a", record)]);
    let mut window = world.open(WIDE);
    window.click_button("続ける：あ");
    window.command(Command::GoTo(StepId::Output));
    assert!(rail_says(&window, StepId::Output).contains("未着手"));
    world.dialogs.answer("/out");
    world.disk.create_folder(Path::new("/out")).unwrap();
    window.click_at(NodeRole::Button, "説明を作る");
    assert_eq!(world.dialogs.asked().len(), 1, "the folder is asked for once");
    assert!(rail_says(&window, StepId::Output).contains("入力済"), "{}", rail_says(&window, StepId::Output));
    window.click_at(NodeRole::Button, "フォルダーを開く");
    assert_eq!(*world.opener.opened.lock().unwrap(), [PathBuf::from("/out")]);
    world.opener.refuses.store(true, std::sync::atomic::Ordering::Relaxed);
    window.click_at(NodeRole::Button, "フォルダーを開く");
    assert!(window.has_containing("ほかのプログラムで開けませんでした"));
    window.press(Modifiers::NONE, Key::Escape);
    // In the next run the folder is there.
    let settings = Settings::load(&world.disk, &folders()).0;
    assert_eq!(settings.export_folder.as_deref(), Some(Path::new("/out")));
}

#[test]
fn a_step_that_is_to_be_looked_at_does_not_say_that_nothing_is_left() {
    for lang in [Lang::Ja, Lang::En] {
        let mut window = World::default().open(WIDE);
        window.command(Command::SetLang(lang));
        window.command(Command::New(Role::Agency));
        assert!(!window.has_containing(lang.pick("に残っていることはありません", "Nothing is left to do on")), "{lang:?}");
        window.click_button(lang.pick("この版で続ける", "Go on with this procedure"));
        assert!(window.has_containing(lang.pick("に残っていることはありません", "Nothing is left to do on")), "{lang:?}");
    }
}
