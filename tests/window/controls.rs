//! Controls that never surprise: where the focus is after an act, where a step begins, the way back, and what is said when.

use egui::accesskit::Role as NodeRole;
use egui::{Key, Modifiers, Rect};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use liu_wizard::catalogue::StepId;
use liu_wizard::file::WayThrough;
use liu_wizard::record::{Edit, Field, ItemField, QuestionId, Role, TextField};
use liu_wizard::window::{Command, Request};

use crate::support::host::{id, record};
use crate::support::shell::{NARROW, WIDE, Window, World};

fn new(size: [f32; 2], role: Role) -> Window {
    let mut window = World::default().open(size);
    window.command(Command::New(role));
    window
}

/// Clicks a place of the window.
fn click_at(window: &mut Window, at: egui::Pos2) {
    window.harness.event(egui::Event::PointerMoved(at));
    for pressed in [true, false] {
        window.harness.event(egui::Event::PointerButton {
            pos: at,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
    }
    window.run();
}

fn heading_top(window: &Window, label: &str) -> f32 {
    window.harness.get(by().role(NodeRole::Heading).label_contains(label).predicate(|node| node.level() == Some(1))).rect().top()
}

#[test]
fn enter_and_escape_leave_the_focus_in_the_field() {
    let mut window = new(WIDE, Role::Agency);
    window.command(Command::JumpTo(Field::Text(TextField::AgencyName)));
    window.commit("架空省");
    for key in [Key::Enter, Key::Escape, Key::Enter] {
        window.press(Modifiers::NONE, key);
        assert_eq!(window.focused(), "機関名", "after {key:?}");
    }
    window.commit("統計局");
    assert_eq!(window.record().agency.name.as_str(), "架空省統計局", "and typing goes on there");
}

#[test]
fn a_menu_and_a_click_on_nothing_leave_the_focus_alone() {
    let mut window = new(WIDE, Role::Agency);
    window.command(Command::JumpTo(Field::Text(TextField::AgencyName)));
    window.commit("架空省");
    click_at(&mut window, egui::pos2(WIDE[0] * 0.5, WIDE[1] - 150.0));
    assert_eq!(window.focused(), "機関名", "a click on nothing");
    window.click_button("編集");
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!(window.focused(), "機関名", "a menu that was closed again");
    window.click_button("編集");
    let undo = window.harness.get(by().role(NodeRole::Button).label_contains("元に戻す"));
    undo.click();
    window.run();
    assert_eq!((window.focused().as_str(), window.record().agency.name.as_str()), ("機関名", ""), "a command of the menu");
}

#[test]
fn a_suggestion_and_today_leave_the_focus_in_their_field() {
    let mut window = new(WIDE, Role::Agency);
    window.command(Command::GoTo(StepId::Agency));
    window.click_at(NodeRole::Button, "評価者の役職の候補");
    window.click_button("係長");
    assert_eq!(window.focused(), "評価者の役職");
    assert_eq!(window.record().agency.assessor.title.as_str(), "係長");
    window.click_at(NodeRole::Button, "今日にする");
    assert_eq!(window.focused(), "評価した日");
    window.press(Modifiers::NONE, Key::Tab);
    assert!(!window.focused().is_empty() && window.focused() != "ファイル", "{}", window.focused());
}

#[test]
fn what_is_clicked_has_the_focus_and_what_is_gone_hands_it_on() {
    let mut window = new(WIDE, Role::Agency);
    window.command(Command::GoTo(StepId::Items));
    window.click_button("情報を追加");
    window.click_button("情報を追加");
    assert_eq!(window.focused(), "（名称なし） — 名称");
    window.click_button("複製");
    window.click_at(NodeRole::Button, "削除");
    assert!(!window.focused().is_empty(), "after a deletion");
    // The last of all: the list and the form are gone.
    for _ in 0..2 {
        window.click_at(NodeRole::Button, "削除");
        assert!(!window.focused().is_empty() && window.focused() != "ファイル", "{}", window.focused());
    }
    assert!(window.record().items.is_empty());
}

#[test]
fn the_paste_box_opens_with_the_focus_and_leaves_it_on_what_was_added() {
    let mut window = new(WIDE, Role::Agency);
    window.command(Command::GoTo(StepId::Items));
    let button = "表から貼り付け";
    window.click_button(button);
    assert_eq!(window.focused(), "貼り付ける欄");
    window.commit("名称\t情報の主体\n回答\t市民\n意見\t市民");
    window.click_button("2件を追加");
    assert_eq!(window.record().items.iter().map(|item| item.whose.as_str().to_owned()).collect::<Vec<_>>(), ["市民", "市民"]);
    assert_eq!(window.focused(), "回答 — 名称");
}

#[test]
fn a_step_opens_at_its_top_also_after_it_was_scrolled_and_in_another_record() {
    for size in [WIDE, NARROW] {
        let mut window = new(size, Role::Agency);
        window.command(Command::GoTo(StepId::Service));
        let top = heading_top(&window, "サービス");
        for by_new_record in [false, true] {
            window.command(Command::JumpTo(Field::Text(TextField::Certifications)));
            assert!(!window.has("サービス") || heading_top(&window, "サービス") < top - 50.0, "scrolled down");
            if by_new_record {
                window.ask(Request::Edit(Edit::SetText { field: Field::Text(TextField::CaseName), text: String::new() }));
                window.command(Command::New(Role::Agency));
                if window.has_dialog() {
                    window.click_button("保存しない");
                }
            }
            window.command(Command::GoTo(StepId::Gate));
            window.command(Command::GoTo(StepId::Service));
            assert_eq!(heading_top(&window, "サービス"), top, "{size:?}, in another record: {by_new_record}");
        }
    }
}

#[test]
fn a_jump_from_the_review_leads_back_to_where_it_came_from() {
    let mut window = new(WIDE, Role::Agency);
    assert!(!window.has_button("確認に戻る"));
    window.command(Command::GoTo(StepId::Review));
    let link = |window: &Window| {
        let mut links = window.harness.query_all(by().role(NodeRole::Link).label_contains("担当部署"));
        links.next().map(|link| link.rect())
    };
    let node = window.harness.query_all(by().role(NodeRole::Link).label_contains("機関名")).next().unwrap();
    node.scroll_to_me();
    window.run();
    let before = link(&window);
    window.harness.query_all(by().role(NodeRole::Link).label_contains("機関名")).next().unwrap().click();
    window.run();
    assert_eq!(window.focused(), "機関名");
    for by_key in [false, true] {
        if by_key {
            window.command(Command::JumpTo(Field::Text(TextField::AgencyName)));
            window.press(Modifiers::COMMAND, Key::B);
        } else {
            window.click_button("確認に戻る");
            assert_eq!(link(&window), before, "as it was left");
            assert!(window.focused().contains("機関名"), "on what led away: {}", window.focused());
        }
        assert!(window.has("次へ：承認"));
        assert!(!window.has_button("確認に戻る"), "there and back is one way");
    }
    window.command(Command::GoTo(StepId::Approval));
    window.command(Command::JumpTo(Field::Gate(QuestionId::new("G1").unwrap())));
    assert!(window.has_button("承認に戻る"));
    window.command(Command::GoTo(StepId::Approval));
    assert!(!window.has_button("承認に戻る"));
}

#[test]
fn dialogs_over_a_record_give_the_focus_back() {
    let mut window = new(WIDE, Role::Agency);
    window.command(Command::JumpTo(Field::Text(TextField::AgencyName)));
    window.commit("架空省");
    for command in [Command::About, Command::OpenByPath, Command::CloseRecord, Command::ShowCatalogue, Command::Search] {
        window.command(command.clone());
        assert!(window.has_dialog(), "{command:?}");
        window.press(Modifiers::NONE, Key::Escape);
        assert!(!window.has_dialog(), "{command:?} is closed by Esc");
        assert_eq!(window.focused(), "機関名", "{command:?}");
    }
}

/// Items enough to be scrolled through, each with an answer to be given.
fn many_items(window: &mut Window, count: usize) {
    let names: Vec<String> = (1..=count).map(|place| format!("情報{place}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    window.ask(Request::Edit(Edit::Restore(Box::new(record(&names)))));
}

/// Where the control in focus is, and the head of a column.
fn focus_and_head(window: &Window, head: &str) -> (Rect, Rect) {
    let focused = window.harness.root().children_recursive().find(Node::is_focused).unwrap().rect();
    let is_head = |node: &Node<'_>| {
        let node = node.accesskit_node();
        node.role() == NodeRole::ColumnHeader && node.label().is_some_and(|label| label.contains(head))
    };
    let found = window.harness.root().children_recursive().find(is_head);
    (focused, found.unwrap_or_else(|| panic!("no head {head} over {focused:?}")).rect())
}

/// Where the footer begins, which what is in focus must not be under.
fn foot(window: &Window) -> f32 {
    let next = window.harness.query_all(by().role(NodeRole::Button).label_contains("次へ"));
    next.map(|node| node.rect().top()).fold(f32::INFINITY, f32::min)
}

/// How far the ring of the focus reaches beyond a control.
const RING: f32 = 7.0;

#[test]
fn the_heads_of_the_list_stay_and_cover_no_cell_in_focus() {
    for size in [WIDE, [1024.0, 600.0]] {
        let mut window = new(size, Role::Agency);
        many_items(&mut window, 30);
        window.command(Command::GoTo(StepId::Items));
        for place in [30, 12, 1, 29, 2] {
            window.command(Command::JumpTo(Field::Item(id(place), ItemField::PersonCount)));
            // A jump and then by key, down and up.
            for key in [None, Some(Key::ArrowUp), Some(Key::ArrowDown)] {
                key.into_iter().for_each(|key| window.press(Modifiers::NONE, key));
                let (cell, head) = focus_and_head(&window, "個人情報の人数");
                let at = format!("{size:?}, item {place}, {key:?}: {cell:?} under {head:?}");
                assert!(window.focused().ends_with("個人情報の人数"), "{at}");
                let foot = foot(&window);
                assert!(head.top() >= 40.0 && cell.top() > head.bottom() - 2.0 && cell.bottom() < foot, "{at} {foot}");
                assert!((head.left() - cell.left()).abs() < 3.0, "{at}");
            }
        }
    }
}

#[test]
fn the_heads_of_the_matrix_keep_the_names_and_cover_no_cell_in_focus() {
    for size in [WIDE, [1024.0, 600.0]] {
        let mut window = new(size, Role::Agency);
        many_items(&mut window, 6);
        window.command(Command::TakeWay(WayThrough::Overview));
        for (step, questions) in
            [(StepId::Confidentiality, ["C1", "C9", "C5", "C2"]), (StepId::Availability, ["A2", "A6", "A5", "A4"])]
        {
            window.command(Command::GoTo(step));
            for (item, of) in [1, 2, 6, 1].into_iter().zip(questions) {
                window.command(Command::JumpTo(Field::Answer(id(item), QuestionId::new(of).unwrap())));
                for key in [None, Some(Key::ArrowUp), Some(Key::ArrowDown), Some(Key::ArrowUp)] {
                    key.into_iter().for_each(|key| window.press(Modifiers::NONE, key));
                    let name = format!("情報{item}");
                    assert!(window.focused().ends_with(&name), "{}", window.focused());
                    let (cell, head) = focus_and_head(&window, &name);
                    let at = format!("{size:?}, {of} {name}, {key:?}: {cell:?} under {head:?}");
                    assert!(head.top() >= 40.0 && cell.top() - RING > head.bottom() - 1.0, "{at}");
                    assert!(cell.bottom() < size[1] - 30.0, "{at}");
                    assert!(head.x_range().contains(cell.center().x), "{at}");
                }
            }
        }
    }
}
