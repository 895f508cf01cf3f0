//! The whole way from the start page to the files, by hands that have no pointer: once by the keyboard alone, once by the requests of
//! an assistive technology alone. Both walk the same way.

use std::path::PathBuf;

use egui::accesskit::{Action, ActionData, ActionRequest, NodeId, Role as NodeRole, Toggled, TreeId};
use egui::{Event, Key, Modifiers};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use liu_wizard::file::{Storage as _, WayThrough};
use liu_wizard::judgement::{Outcome, Severity};
use liu_wizard::record::{ApprovalState, Record};

use crate::support::shell::{WIDE, Window, World};
use crate::support::told::Told;

/// What somebody can do who has no pointer.
trait Hands {
    fn window(&mut self) -> &mut Window;

    /// Operates what has this role and a name with this part, or exactly the name behind a `=`.
    fn press(&mut self, role: NodeRole, name: &str);

    /// Writes into the field with this label.
    fn write(&mut self, field: &str, text: &str);

    /// Chooses an option of the group whose name has this part.
    fn choose(&mut self, group: &str, option: &str);

    /// Chooses a value in a cell of a table.
    fn pick(&mut self, cell: &str, value: &str);

    /// Takes or drops a check box.
    fn check(&mut self, name: &str) {
        self.press(NodeRole::CheckBox, name);
    }
}

fn role_of(node: &Node<'_>) -> NodeRole {
    node.accesskit_node().role()
}

fn name_of(node: &Node<'_>) -> String {
    node.accesskit_node().label().unwrap_or_default()
}

/// Whether a node has this name, or a name with this part.
fn is_called(node: &Node<'_>, name: &str) -> bool {
    name.strip_prefix('=').map_or_else(|| name_of(node).contains(name), |whole| name_of(node) == whole)
}

fn is_field(node: &Node<'_>, field: &str) -> bool {
    matches!(role_of(node), NodeRole::TextInput | NodeRole::MultilineTextInput) && name_of(node).ends_with(field)
}

/// The group that a node stands in.
fn group_of(node: &Node<'_>) -> String {
    let mut above = std::iter::successors(node.accesskit_node().parent(), |parent| parent.parent());
    above.find(|parent| parent.role() == NodeRole::RadioGroup).and_then(|group| group.label()).unwrap_or_default()
}

fn is_option(node: &Node<'_>, group: &str, option: &str) -> bool {
    let said = name_of(node);
    // In a table an option is named after its question, too.
    role_of(node) == NodeRole::RadioButton && said.rsplit('：').next() == Some(option) && group_of(node).contains(group)
}

fn is_chosen(node: &Node<'_>) -> bool {
    node.accesskit_node().toggled() == Some(Toggled::True) || node.accesskit_node().is_selected() == Some(true)
}

/// Has nothing but a keyboard.
struct Keyboard(Window);

impl Keyboard {
    fn key(&mut self, key: Key) {
        self.0.press(Modifiers::NONE, key);
    }

    fn focused<R>(&self, read: impl FnOnce(&Node<'_>) -> R) -> Option<R> {
        let node = self.0.harness.root().children_recursive().find(|node| node.is_focused());
        node.map(|node| read(&node))
    }

    /// Goes on by Tab until the focus is on it.
    fn tabs_to(&mut self, what: &str, is_it: impl Fn(&Node<'_>) -> bool) {
        let mut passed = Vec::new();
        for _ in 0..250 {
            if self.focused(&is_it) == Some(true) {
                return;
            }
            passed.push(self.0.focused());
            self.key(Key::Tab);
        }
        panic!("Tab does not lead to {what}, but to {passed:?}");
    }
}

impl Hands for Keyboard {
    fn window(&mut self) -> &mut Window {
        &mut self.0
    }

    fn press(&mut self, role: NodeRole, name: &str) {
        self.tabs_to(name, |node| role_of(node) == role && is_called(node, name));
        self.key(if role == NodeRole::CheckBox { Key::Space } else { Key::Enter });
    }

    fn write(&mut self, field: &str, text: &str) {
        self.tabs_to(field, |node| is_field(node, field));
        self.0.compose("よみ");
        self.0.commit(text);
    }

    fn choose(&mut self, group: &str, option: &str) {
        let is_there = |node: &Node<'_>| match role_of(node) {
            NodeRole::RadioGroup => name_of(node).contains(group),
            NodeRole::RadioButton => group_of(node).contains(group),
            _ => false,
        };
        self.tabs_to(group, is_there);
        for key in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9] {
            self.key(key);
            let mut nodes = self.0.harness.root().children_recursive();
            if nodes.any(|node| is_option(&node, group, option) && is_chosen(&node)) {
                return;
            }
        }
        // Cards and rows of a list are stops of Tab, one by one.
        self.tabs_to(option, |node| is_option(node, group, option));
        self.key(Key::Space);
    }

    fn pick(&mut self, cell: &str, value: &str) {
        self.tabs_to(cell, |node| role_of(node) == NodeRole::ComboBox && name_of(node) == cell);
        for key in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5] {
            self.key(key);
            if self.focused(|node| holds(node, cell, value)) == Some(true) {
                return;
            }
        }
        panic!("{cell}: no digit chooses {value}");
    }
}

/// Whether a node is a cell that holds this value.
fn holds(node: &Node<'_>, cell: &str, value: &str) -> bool {
    role_of(node) == NodeRole::ComboBox && name_of(node) == cell && node.value().as_deref() == Some(value)
}

/// Has nothing but the tree of the window, and asks for what its nodes offer.
struct Assistant(Window, Told);

impl Assistant {
    /// The node, which must offer the action.
    fn find(&self, what: &str, action: Action, is_it: impl Fn(&Node<'_>) -> bool) -> NodeId {
        let found: Vec<_> = self.0.harness.root().children_recursive().filter(|node| is_it(node)).collect();
        let Some(node) = found.first() else {
            let all: Vec<_> = self.0.harness.root().children_recursive().map(|node| name_of(&node)).collect();
            panic!("no {what} among {all:?}");
        };
        assert!(!node.accesskit_node().is_disabled(), "{what} cannot be operated");
        let id = node.accesskit_node().locate().0;
        let offers = self.1.0.lock().unwrap().get(&id).is_some_and(|node| node.supports_action(action));
        assert!(offers, "{what} does not offer {action:?}");
        id
    }

    fn ask(&mut self, target_node: NodeId, action: Action, data: Option<ActionData>) {
        let request = ActionRequest { action, target_node, target_tree: TreeId::ROOT, data };
        self.0.harness.event(Event::AccessKitActionRequest(request));
        self.0.run();
    }
}

impl Hands for Assistant {
    fn window(&mut self) -> &mut Window {
        &mut self.0
    }

    fn press(&mut self, role: NodeRole, name: &str) {
        let node = self.find(name, Action::Click, |node| role_of(node) == role && is_called(node, name));
        self.ask(node, Action::Click, None);
    }

    /// The first half as a whole, the second where the cursor is.
    fn write(&mut self, field: &str, text: &str) {
        let middle = text.char_indices().nth(text.chars().count() / 2).map_or(0, |(at, _)| at);
        let (head, tail) = text.split_at(middle);
        let node =
            self.find(field, Action::SetValue, |node| is_field(node, field) && node.value().unwrap_or_default().is_empty());
        self.ask(node, Action::SetValue, Some(ActionData::Value(head.into())));
        self.ask(node, Action::Focus, None);
        assert!(self.0.focused().ends_with(field), "{field}: the focus is on {}", self.0.focused());
        self.ask(node, Action::ReplaceSelectedText, Some(ActionData::Value(tail.into())));
        let mut nodes = self.0.harness.root().children_recursive();
        let written = nodes.find(|other| other.accesskit_node().locate().0 == node).and_then(|node| node.value());
        assert_eq!(written.as_deref(), Some(text), "{field}");
    }

    fn pick(&mut self, cell: &str, value: &str) {
        self.press(NodeRole::ComboBox, &format!("={cell}"));
        self.press(NodeRole::Button, &format!("={value}"));
        let mut nodes = self.0.harness.root().children_recursive();
        assert!(nodes.any(|node| holds(&node, cell, value)), "{cell} does not say that it is {value}");
    }

    fn choose(&mut self, group: &str, option: &str) {
        let node = self.find(option, Action::Click, |node| is_option(node, group, option));
        self.ask(node, Action::Click, None);
        let mut nodes = self.0.harness.root().children_recursive();
        let is_told = nodes.any(|node| is_option(&node, group, option) && is_chosen(&node));
        assert!(is_told, "{group}: the tree does not say that {option} is chosen");
    }
}

/// Goes on by the button at the foot of the page.
fn go_on(hands: &mut impl Hands, step: &str) {
    hands.press(NodeRole::Button, &format!("次へ：{step}"));
    let window = hands.window();
    let tabs = window.harness.query_all(by().role(NodeRole::Tab));
    let shown: Vec<_> = tabs.filter(is_chosen).map(|tab| name_of(&tab)).collect();
    assert!(shown.len() == 1 && shown[0].starts_with(step), "{step} is not there, but {shown:?}");
    assert!(!window.focused().is_empty(), "{step}: nothing has the focus");
}

/// From the start page to the files.
fn walk(hands: &mut impl Hands, world: &World) -> Record {
    hands.press(NodeRole::Button, "政府機関等として評価する");
    go_on(hands, "サービス");
    hands.write("事業者名", "架空クラウド株式会社");
    hands.write("サービス名", "架空会議");
    hands.write("サービスの概要", "音声・映像・チャットによるWeb会議");
    hands.choose("SaaSとして提供されていますか", "はい");
    go_on(hands, "利用機関と体制");
    for (field, text) in [
        ("機関名", "架空庁"),
        ("課室", "総務課"),
        ("業務の名称（機関での呼び方）", "審議会の運営"),
        ("利用目的", "民間委員を交えた会議を開くため"),
        ("評価者の役職", "課長補佐"),
        ("評価者の氏名", "架空 太郎"),
        ("評価した日", "令和8年11月23日"),
        ("承認者の役職", "課長"),
        ("承認者の氏名", "架空 花子"),
    ] {
        hands.write(field, text);
    }
    go_on(hands, "前提確認");
    hands.choose("進め方", "一覧表");
    for (question, answer) in [
        ("G1 ", "はい"),
        ("G2 ", "はい"),
        ("G3 ", "いいえ"),
        ("G4 ", "いいえ"),
        ("G6 ", "はい"),
        ("G7 ", "はい"),
        ("G8 ", "はい"),
    ] {
        hands.choose(question, answer);
    }
    go_on(hands, "対象業務");
    hands.write("業務、サービス、情報の言葉で探す", "Ｗｅｂ会議");
    hands.press(NodeRole::RadioButton, "（想定サービス例：Web会議サービス、");
    for flag in ["公表を予定しない審議", "録画に不開示情報が残る", "入札・許認可の相手方との非公開協議"]
    {
        hands.choose(flag, "該当しない");
        hands.write("補足", "該当しないことを確認した。");
    }
    go_on(hands, "取り扱う情報");
    hands.press(NodeRole::Button, "情報を追加");
    hands.write("名称", "会議の音声");
    for (attribute, value) in
        [("機密性の格付", "機密性2"), ("完全性の格付", "完全性1"), ("可用性の格付", "可用性1"), ("個人情報の人数", "〜100人")]
    {
        hands.pick(&format!("会議の音声 — {attribute}"), value);
    }
    hands.choose("会議の音声 — 公表の予定", "公表する予定");
    hands.write("公表の時期", "会議の1か月後に議事録を公表");
    for (step, answers) in [
        (
            "機密性",
            [
                ("C1", "はい"),
                ("C2", "いいえ"),
                ("C4", "はい"),
                ("C5", "いいえ"),
                ("C6", "いいえ"),
                ("C7", "いいえ"),
                ("C8", "いいえ"),
                ("C9", "いいえ"),
            ]
            .as_slice(),
        ),
        ("完全性", &[("I2", "いいえ"), ("I3", "いいえ"), ("I4", "いいえ"), ("I6", "いいえ")]),
        ("可用性", &[("A4", "いいえ"), ("A5", "いいえ"), ("A6", "いいえ")]),
    ] {
        go_on(hands, step);
        for (question, answer) in answers {
            hands.choose(&format!("{question} "), answer);
        }
    }
    hands.choose("A2 ", "それ以上");
    go_on(hands, "影響度の決定");
    hands.press(NodeRole::Button, "理由のいらない 2 件を提案どおりに決定");
    hands.choose("会議の音声 機密性の決定", "低位");
    hands.write("機密性の理由", "公表前提。会議後に議事録を公表する。");
    hands.write("利用条件", "公表を前提とする会議に限る。");
    hands.write("残るリスク", "公表前の発言が漏れると、日程の調整が要る。");
    go_on(hands, "確認");
    assert!(hands.window().has("することは残っていません。"));
    go_on(hands, "承認");
    hands.choose("有効期間", "12か月");
    hands.press(NodeRole::Button, "確認を依頼する…");
    assert!(hands.window().has_dialog());
    hands.press(NodeRole::Button, "課長補佐 架空 太郎（評価者）");
    hands.press(NodeRole::Button, "=確認を依頼する");
    assert!(hands.window().has_containing("承認の状態：確認依頼"));
    go_on(hands, "出力");
    hands.press(NodeRole::Link, "その他の形式");
    hands.check("JSON");
    world.dialogs.answer("/made");
    hands.press(NodeRole::Button, "フォルダーを選ぶ…");
    hands.press(NodeRole::Button, "=書き出す");
    assert!(hands.window().has_containing("ファイルができました"));
    hands.window().record()
}

fn is_whole(world: &World, window: &Window, record: &Record) {
    let judgement = window.judgement();
    assert_eq!(judgement.outcome, Outcome::Fits);
    let errors: Vec<_> = judgement.findings.iter().filter(|finding| finding.severity() == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:?}");
    assert_eq!(record.approval.state, ApprovalState::Submitted);
    let made: Vec<PathBuf> = world.disk.paths().into_iter().filter(|path| path.starts_with("/made")).collect();
    assert!(made.iter().any(|path| path.to_string_lossy().ends_with(".liu.json")), "{made:?}");
}

fn world() -> World {
    let world = World { way: WayThrough::Overview, ..World::default() };
    world.disk.create_folder(std::path::Path::new("/made")).unwrap();
    world
}

#[test]
fn the_whole_way_is_walked_by_the_keyboard_alone() {
    let world = world();
    let mut hands = Keyboard(world.open(WIDE));
    let record = walk(&mut hands, &world);
    is_whole(&world, &hands.0, &record);
}

#[test]
fn the_whole_way_is_walked_by_an_assistive_technology_alone() {
    let world = world();
    let (mut window, told) = (world.open(WIDE), Told::default());
    window.harness.ctx.add_plugin(told.clone());
    window.run();
    let mut hands = Assistant(window, told);
    let record = walk(&mut hands, &world);
    is_whole(&world, &hands.0, &record);
}

#[test]
fn what_lies_under_a_dialog_is_out_of_reach_of_an_assistive_technology() {
    let world = world();
    let (mut window, told) = (world.open(WIDE), Told::default());
    window.harness.ctx.add_plugin(told.clone());
    window.run();
    let mut hands = Assistant(window, told);
    hands.press(NodeRole::Button, "政府機関等として評価する");
    hands.write("案件名", "架空会議");
    hands.0.command(liu_wizard::window::Command::CloseRecord);
    assert!(hands.0.has_dialog());
    let before = hands.0.record();
    let field = hands.find("案件名", Action::SetValue, |node| is_field(node, "案件名"));
    hands.ask(field, Action::SetValue, Some(ActionData::Value("別の名".into())));
    hands.ask(field, Action::Focus, None);
    hands.press(NodeRole::Button, "次へ：サービス");
    assert_eq!(hands.0.record(), before);
    assert!(hands.0.has_dialog());
    assert_ne!(hands.0.focused(), "案件名");
    hands.0.press(Modifiers::NONE, Key::Escape);
    assert!(!hands.0.has_dialog());
    hands.press(NodeRole::Button, "次へ：サービス");
    assert!(hands.0.has("次へ：利用機関と体制"));
}
