//! A chosen answer stays chosen, whatever is clicked or pressed again; to take it back is an act of its own.

use std::path::Path;

use egui::accesskit::{NodeId, Role as NodeRole, Toggled};
use egui::{Key, Modifiers};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use liu_wizard::catalogue::StepId;
use liu_wizard::export::Along;
use liu_wizard::file::WayThrough;
use liu_wizard::package::{self, Setting, Wish};
use liu_wizard::record::{Answer, DayField, Edit, Field, ItemField, Record, Role};
use liu_wizard::text::{Label as _, Lang};
use liu_wizard::window::{Command, Request};

use crate::support::shell::{WIDE, Window, World};
use crate::support::{add_item, all_steps, blank, catalogue, finished, last_item, today, undecided};

/// So high that every step is on the screen as a whole.
const TALL: [f32; 2] = [1366.0, 5200.0];

/// Of these one is always chosen: there is nothing to come back to.
const ALWAYS_CHOSEN: [&str; 7] =
    ["手続の版", "表示", "版", "文書の言語", "事前申請の記録一式", "手順の横に出すもの", "ページの大きさ"];

fn show(record: &Record, size: [f32; 2]) -> Window {
    let mut window = World::default().open(size);
    window.command(Command::New(record.role));
    window.command(Command::TakeWay(WayThrough::Overview));
    window.ask(Request::Edit(Edit::Restore(Box::new(record.clone()))));
    window
}

/// A step with all its choices: of an item the page shows, too.
fn go(window: &mut Window, step: StepId) -> bool {
    window.command(Command::GoTo(step));
    if let (StepId::Items, Some(item)) = (step, window.record().items.last().map(|item| item.id.clone())) {
        window.command(Command::JumpTo(Field::Item(item, ItemField::Name)));
    }
    window.harness.query_all(by().role(NodeRole::Heading).label(step.label(Lang::Ja))).next().is_some()
}

#[derive(Clone, Debug)]
struct Option_ {
    id: NodeId,
    group: String,
    name: String,
}

fn options(window: &Window) -> Vec<Option_> {
    let radios = window.harness.root().children_recursive().filter(|node| node.accesskit_node().role() == NodeRole::RadioButton);
    radios.map(|node| Option_ { id: id_of(&node), group: group_of(&node), name: name_of(&node) }).collect()
}

fn id_of(node: &Node<'_>) -> NodeId {
    node.accesskit_node().locate().0
}

fn name_of(node: &Node<'_>) -> String {
    node.accesskit_node().label().unwrap_or_default()
}

fn group_of(node: &Node<'_>) -> String {
    let above = std::iter::successors(node.accesskit_node().parent(), |parent| parent.parent());
    let mut groups = above.filter(|parent| parent.role() == NodeRole::RadioGroup);
    groups.next().and_then(|group| group.label()).unwrap_or_default()
}

fn find(window: &Window, id: NodeId) -> Option<Node<'_>> {
    window.harness.root().children_recursive().find(|node| id_of(node) == id)
}

/// The widget that has the focus: a group of options has it as a whole.
fn focus_of(window: &Window) -> Option<egui::Id> {
    window.harness.ctx.memory(egui::Memory::focused)
}

fn is_chosen(window: &Window, id: NodeId) -> Option<bool> {
    find(window, id).map(|node| node.accesskit_node().toggled() == Some(Toggled::True))
}

fn click(window: &mut Window, id: NodeId) {
    find(window, id).unwrap().click();
    window.run();
}

/// Does everything to every option of every step that must not take a choice back, and then what must.
fn every_choice_of(record: &Record) -> usize {
    let mut tried = 0;
    for step in all_steps() {
        let mut window = show(record, TALL);
        if !go(&mut window, step) {
            continue;
        }
        // How somebody looks at a record is no part of it, and leads elsewhere.
        for option in options(&window).into_iter().filter(|option| option.group != "進め方") {
            // An earlier option may have led to where this one is not asked.
            if find(&window, option.id).is_none() {
                window.ask(Request::Edit(Edit::Restore(Box::new(record.clone()))));
            }
            if find(&window, option.id).is_none() {
                continue;
            }
            let what = format!("{step:?}: {} / {}", option.group, option.name);
            tried += 1;
            click(&mut window, option.id);
            if find(&window, option.id).is_none() {
                continue;
            }
            assert_eq!(is_chosen(&window, option.id), Some(true), "{what}: a click chooses it");
            let (chosen, focus) = (window.record(), focus_of(&window));
            click(&mut window, option.id);
            window.press(Modifiers::NONE, Key::Space);
            // In a table of answers Enter goes on to the next cell, as in a spreadsheet.
            if !matches!(step, StepId::Confidentiality | StepId::Integrity | StepId::Availability) {
                window.press(Modifiers::NONE, Key::Enter);
            }
            assert_eq!(is_chosen(&window, option.id), Some(true), "{what}: it stays so when it is chosen again");
            assert_eq!((window.record(), focus_of(&window)), (chosen.clone(), focus), "{what}: nothing else happens");
            window.press(Modifiers::NONE, Key::Backspace);
            if ALWAYS_CHOSEN.contains(&option.group.as_str()) || option.name == "引上げなし" {
                assert_eq!(is_chosen(&window, option.id), Some(true), "{what}: there is no other state");
                continue;
            }
            assert_eq!(is_chosen(&window, option.id), Some(false), "{what}: Backspace takes it back");
            assert_eq!(focus_of(&window), focus, "{what}: the focus stays");
            if window.record() == chosen {
                // What is being written for an opinion is no part of the record yet.
                assert_eq!(option.group, "立場", "{what}");
                continue;
            }
            assert!(window.has_containing("答えを取り消しました"), "{what}: and it is said");
            window.press(Modifiers::COMMAND, Key::Z);
            assert_eq!(is_chosen(&window, option.id), Some(true), "{what}: Ctrl+Z brings it back");
        }
    }
    tried
}

#[test]
fn in_every_step_of_an_agency_a_chosen_answer_stays_until_it_is_taken_back() {
    let tried = every_choice_of(&undecided());
    assert!(tried > 90, "{tried}");
}

#[test]
fn in_every_step_of_a_provider_a_chosen_answer_stays_until_it_is_taken_back() {
    let tried = every_choice_of(&blank(Role::Csp));
    assert!(tried > 25, "{tried}");
}

#[test]
fn the_button_beside_a_choice_is_always_in_its_place_and_takes_back_what_is_chosen() {
    for size in [WIDE, [683.0, 768.0]] {
        let mut window = World::default().open(size);
        window.command(Command::New(Role::Csp));
        window.command(Command::GoTo(StepId::Service));
        let yes = "はい";
        window.click_at(NodeRole::RadioButton, yes);
        assert_eq!(window.record().service.is_saas, Answer::Yes);
        let button = "取り消す：SaaSとして提供されていますか";
        let below = |window: &Window| window.field("基盤のサービス").rect();
        let stood = below(&window);
        window.click_button(button);
        assert_eq!(
            (window.record().service.is_saas, window.focused()),
            (Answer::NotAnswered, "SaaSとして提供されていますか".into())
        );
        assert!(window.has_containing("答えを取り消しました") && !window.has(button));
        assert_eq!(below(&window), stood, "nothing moved");
        window.press(Modifiers::COMMAND, Key::Z);
        assert_eq!(window.record().service.is_saas, Answer::Yes);
    }
}

#[test]
fn the_menu_takes_back_the_choice_that_had_the_focus_last() {
    const ENTRY: &str = "選んだ答えを取り消す";
    let mut window = show(&undecided(), WIDE);
    window.command(Command::GoTo(StepId::Confidentiality));
    let option = "C2 要配慮個人情報 会議：はい";
    let cell = option.trim_end_matches("：はい");
    let answer = |window: &Window| last_item(&window.record()).answers.get("C2").clone();
    let is_offered = |window: &mut Window| {
        window.click_button("編集");
        let entry = window.harness.query_all(by().role(NodeRole::Button).label_contains(ENTRY)).next().unwrap();
        let is_offered = !entry.accesskit_node().is_disabled();
        window.press(Modifiers::NONE, Key::Escape);
        is_offered
    };
    assert!(!is_offered(&mut window), "nothing was chosen yet");
    window.click_at(NodeRole::RadioButton, option);
    assert_eq!(answer(&window), Answer::Yes);
    assert!(is_offered(&mut window));
    window.click_button("編集");
    window.harness.query_all(by().role(NodeRole::Button).label_contains(ENTRY)).next().unwrap().click();
    window.run();
    assert_eq!((answer(&window), window.focused().as_str()), (Answer::NotAnswered, cell), "the focus is back on the cell");
    assert!(window.has_containing("答えを取り消しました"));
    // The search has every command, too.
    window.click_at(NodeRole::RadioButton, option);
    window.press(Modifiers::COMMAND, Key::K);
    window.commit(ENTRY);
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!((answer(&window), window.focused().as_str()), (Answer::NotAnswered, cell));
    // A field that has the focus since is nobody's answer.
    window.click_at(NodeRole::RadioButton, option);
    window.command(Command::JumpTo(Field::Text(liu_wizard::record::TextField::AgencyName)));
    window.command(Command::TakeChoiceBack);
    assert_eq!(answer(&window), Answer::Yes);
    assert!(window.has_containing("取り消す答えがありません"));
}

#[test]
fn a_suggestion_and_today_leave_the_focus_in_the_field_that_they_wrote_into() {
    let mut window = World::default().open([1366.0, 1400.0]);
    window.command(Command::New(Role::Agency));
    window.command(Command::GoTo(StepId::Agency));
    window.click_button("評価者の役職の候補");
    window.click_button("課長補佐");
    assert_eq!((window.record().agency.assessor.title.as_str(), window.focused().as_str()), ("課長補佐", "評価者の役職"));
    window.click_button("今日にする");
    assert_eq!((window.record().agency.assessed_on, window.focused().as_str()), (Some(today()), "評価した日"));
    assert!(window.has("今日にする"), "what is not needed any more stays in its place");
}

#[test]
fn one_slip_in_a_date_is_said_once() {
    let mut window = World::default().open([1366.0, 1400.0]);
    window.command(Command::New(Role::Agency));
    window.command(Command::JumpTo(Field::Day(DayField::AssessedOn)));
    window.commit("R8.13.40");
    window.press(Modifiers::NONE, Key::Tab);
    assert!(window.has_containing("日付として読めません"));
    assert!(!window.has_containing("必要な項目が空です"), "it is not empty");
}

/// What is read and not made: every choice of every step of a record that is only looked at.
#[test]
fn choices_of_a_record_that_is_only_looked_at_are_there_to_be_read() {
    const NOTHING: &str = "内容は変えられません";
    let mut read = 0;
    for (record, wish) in [(finished(), Wish::Result), (blank(Role::Csp), Wish::Request)] {
        let world = World::default();
        let catalogue = catalogue();
        let along = Along::default();
        let setting = Setting { catalogue: &catalogue, today: today(), lang: Lang::Ja, along, undecided: true };
        world.disk.put(Path::new("/cases/it.liu.zip"), &package::make(&record, wish, &[], &setting).unwrap());
        let mut window = world.open(TALL);
        window.command(Command::OpenPath("/cases/it.liu.zip".into()));
        if record.role == Role::Csp {
            window.click_button("依頼の内容を見る（事業者の記録として開く）");
        }
        let shown = window.record();
        for step in all_steps() {
            // What is made of a record is no part of it.
            if step == StepId::Output || !go(&mut window, step) {
                continue;
            }
            window.picture(&format!("read-only-{step:?}-{:?}", record.role));
            for option in options(&window) {
                let what = format!("{step:?}: {} / {}", option.group, option.name);
                if ["表示", "手順の横に出すもの", "ページの大きさ", "進め方"].contains(&option.group.as_str())
                {
                    continue;
                }
                read += 1;
                let node = find(&window, option.id).unwrap();
                assert!(node.accesskit_node().is_read_only(), "{what}");
                assert!(node.accesskit_node().description().is_some_and(|why| why.contains(NOTHING)), "{what}: says why");
                click(&mut window, option.id);
                assert_eq!(window.record(), shown, "{what}");
                assert!(!window.has("閉じる"), "{what}: it is said before anybody tries");
            }
        }
        let groups = window.harness.query_all(by().role(NodeRole::RadioGroup)).count();
        assert!(groups > 0 || record.role == Role::Csp);
    }
    assert!(read > 80, "{read}");
}

#[test]
fn in_a_table_of_narrow_columns_each_answer_has_the_same_way_back() {
    for lang in [Lang::Ja, Lang::En] {
        let mut record = undecided();
        for name in ["名簿", "議事録"] {
            add_item(&mut record, name);
        }
        let mut window = show(&record, TALL);
        window.command(Command::SetLang(lang));
        for (step, question) in [(StepId::Confidentiality, "C2"), (StepId::Availability, "A2")] {
            window.command(Command::GoTo(step));
            let of_question = |option: &Option_| option.group.starts_with(question);
            let groups: Vec<String> = {
                let mut groups: Vec<String> =
                    options(&window).into_iter().filter(of_question).map(|option| option.group).collect();
                groups.dedup();
                groups
            };
            assert_eq!(groups.len(), 3, "{lang:?} {question}");
            for group in groups {
                let first = options(&window).into_iter().find(|option| option.group == group).unwrap();
                click(&mut window, first.id);
                let stood = find(&window, first.id).unwrap().rect();
                let answered = window.record();
                let button = if lang == Lang::Ja { format!("取り消す：{group}") } else { format!("Clear: {group}") };
                window.click_button(&button);
                assert_ne!(window.record(), answered, "{button}");
                assert_eq!(is_chosen(&window, first.id), Some(false), "{button}");
                // In English the strip above may come to a second line when a result gets longer words.
                let stands = find(&window, first.id).unwrap().rect();
                assert!(stands == stood || lang == Lang::En, "{button}: nothing moved: {stood:?}, {stands:?}");
            }
        }
    }
}

#[test]
fn where_a_choice_fills_its_line_the_way_back_stands_below_it() {
    let mut window = World::default().open(WIDE);
    window.command(Command::SetLang(Lang::En));
    window.command(Command::OpenExample(0));
    window.command(Command::GoTo(StepId::Decisions));
    let levels: Vec<Option_> = options(&window).into_iter().filter(|option| option.name == "High").collect();
    assert_eq!(levels.len(), 3, "{levels:?}");
    for level in levels {
        let button = format!("Clear: {}", level.group);
        let stands = window.harness.get(by().role(NodeRole::Button).label(&button)).rect();
        let choice = find(&window, level.id).unwrap().rect();
        assert!(stands.top() >= choice.bottom() - 1.0 || stands.left() >= choice.right(), "{button}: {stands:?}, {choice:?}");
    }
}
