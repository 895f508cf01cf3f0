//! How much a new officer has to do: a questionnaire of 800 citizens with three items of information, from the start page to a record
//! without an error, in 案内. Clicks, keys and scrolls are counted; see the figures with
//! `cargo test --test window journey_is_short -- --nocapture`.

use egui::accesskit::Role as NodeRole;
use egui::{Event, Key, Modifiers, Pos2, Rect};
use egui_kittest::Node;
use egui_kittest::kittest::NodeT as _;
use liu_wizard::file::WayThrough;
use liu_wizard::judgement::{Outcome, Severity};
use liu_wizard::record::TaskId;
use liu_wizard::text::Lang;

use crate::support::catalogue;
use crate::support::shell::{WIDE, Window, World};

/// What a hand does.
struct Hand {
    window: Window,
    clicks: usize,
    keys: usize,
    scrolls: usize,
    texts: usize,
}

impl Hand {
    fn presses(&mut self, modifiers: Modifiers, key: Key) {
        self.keys += 1;
        self.window.press(modifiers, key);
    }

    fn key(&mut self, key: Key) {
        self.presses(Modifiers::NONE, key);
    }

    fn clicks(&mut self, what: &str, is_it: impl Fn(&Node<'_>) -> bool) {
        // What lies between strip and footer is in view.
        let step = Rect::from_min_max(Pos2::new(265.0, 106.0), Pos2::new(1048.0, 704.0));
        let at = found(&self.window, what, &is_it).rect().center();
        if step.x_range().contains(at.x) && !step.y_range().contains(at.y) {
            self.scrolls += 1;
            found(&self.window, what, &is_it).scroll_to_me();
            self.window.run();
        }
        self.clicks += 1;
        found(&self.window, what, &is_it).click();
        self.window.run();
    }

    fn clicks_on(&mut self, role: NodeRole, name: &str) {
        self.clicks(name, |node| {
            node.accesskit_node().role() == role && node.accesskit_node().label().is_some_and(|label| label.contains(name))
        });
    }

    /// Goes on by Tab to a field, and types.
    fn tabs_and_types(&mut self, field: &str, text: &str) {
        for _ in 0..40 {
            if self.window.focused().ends_with(field) {
                break;
            }
            self.key(Key::Tab);
        }
        assert!(self.window.focused().ends_with(field), "{field}: the focus is on {}", self.window.focused());
        self.types(text);
    }

    fn types(&mut self, text: &str) {
        self.texts += 1;
        self.window.commit(text);
    }

    fn next_step(&mut self) {
        self.presses(Modifiers::COMMAND, Key::PageDown);
    }

    /// Answers alike what is asked, and goes on.
    fn answers(&mut self, keys: &[Key]) {
        for key in keys {
            self.key(*key);
            self.key(Key::Enter);
        }
    }
}

fn found<'w>(window: &'w Window, what: &str, is_it: &impl Fn(&Node<'_>) -> bool) -> Node<'w> {
    let found = window.harness.root().children_recursive().find(|node| is_it(node));
    found.unwrap_or_else(|| panic!("no {what}, the focus is on {}", window.focused()))
}

#[test]
fn a_questionnaire_of_eight_hundred_citizens_takes_few_clicks_and_scrolls() {
    const YES: Key = Key::Num1;
    const NO: Key = Key::Num2;
    let window = World { way: WayThrough::Guided, ..World::default() }.open(WIDE);
    let mut hand = Hand { window, clicks: 0, keys: 0, scrolls: 0, texts: 0 };
    hand.clicks_on(NodeRole::Button, "政府機関等として評価する");
    hand.next_step();
    for (field, text) in [
        ("事業者名", "架空フォーム株式会社"),
        ("サービス名", "架空アンケート"),
        ("サービスの概要", "設問を作り、回答を集めるサービス"),
    ] {
        hand.tabs_and_types(field, text);
    }
    hand.clicks_on(NodeRole::RadioButton, "はい");
    hand.next_step();
    for (field, text) in [
        ("機関名", "架空観光庁"),
        ("課室", "振興課"),
        ("業務の名称（機関での呼び方）", "案内所の満足度調査"),
        ("利用目的", "来訪者の満足度を尋ねる"),
        ("評価者の役職", "係長"),
        ("評価者の氏名", "架空 太郎"),
        ("評価した日", "令和8年11月23日"),
        ("承認者の役職", "課長"),
        ("承認者の氏名", "架空 花子"),
    ] {
        hand.tabs_and_types(field, text);
    }
    hand.next_step();
    hand.answers(&[YES, YES, NO, NO, YES, YES, YES]);
    hand.key(Key::Enter);

    hand.tabs_and_types("業務、サービス、情報の言葉で探す", "アンケート");
    hand.clicks_on(NodeRole::RadioButton, "（想定サービス例：Webアンケートサービス");
    let flags = catalogue().task(&TaskId::new("LIU-A4").unwrap()).unwrap().red_flags.clone();
    for flag in flags {
        let name = flag.text.text(Lang::Ja).to_owned();
        hand.clicks(&name, |node| {
            let mut above = std::iter::successors(node.accesskit_node().parent(), |parent| parent.parent());
            let group = above.find(|parent| parent.role() == NodeRole::RadioGroup);
            group.is_some_and(|group| group.label().unwrap_or_default().contains(&name))
                && node.accesskit_node().label().is_some_and(|label| label == "該当しない")
        });
        hand.key(Key::Tab);
        hand.types("該当しないことを確認した。");
    }

    hand.next_step();
    hand.clicks_on(NodeRole::Button, "表から貼り付け");
    hand.window.harness.event(Event::Paste(
        "名称\t内容\t誰の情報か\t機密性の格付\t完全性の格付\t可用性の格付\t個人情報の人数\t保存期間\n選択式の回答\t満足度と年代\t来訪者\t2\t1\t1\t800\t集計の確定後3か月\n自由記述の回答\t感想\t来訪者\t2\t1\t1\t800\t集計の確定後3か月\n記念品の送付先\t氏名と住所\t希望した来訪者\t2\t1\t1\t80\t発送の翌月".to_owned(),
    ));
    hand.window.run();
    hand.clicks_on(NodeRole::Button, "3件を追加");
    assert_eq!(hand.window.record().items.len(), 3);

    hand.next_step();
    // Only what people write in their own words may tell of an illness.
    hand.answers(&[NO]);
    hand.key(NO);
    hand.clicks_on(NodeRole::RadioButton, "自由記述の回答：はい");
    hand.key(Key::Enter);
    hand.answers(&[YES, NO, NO, NO, NO, NO]);
    hand.key(Key::Enter);
    hand.answers(&[NO, NO, NO, NO]);
    hand.key(Key::Enter);
    hand.answers(&[Key::Num4, NO, NO, NO]);
    hand.key(Key::Enter);

    hand.clicks_on(NodeRole::Button, "理由のいらない 6 件を提案どおりに決定");
    for _ in 0..3 {
        hand.presses(Modifiers::ALT, YES);
        hand.clicks_on(NodeRole::Button, "書き出しを入れる：集計した結果だけを使うので、");
        hand.types("漏れても影響は一時的な不便にとどまる。");
        hand.clicks("次へ", |node| {
            node.accesskit_node().role() == NodeRole::Button
                && node.accesskit_node().label().is_some_and(|label| label.starts_with("次へ："))
        });
    }
    hand.tabs_and_types("利用条件", "氏名を尋ねる設問を置かない。");
    hand.tabs_and_types("残るリスク", "感想に書かれた事情が知られることがある。");
    hand.next_step();

    let judgement = hand.window.judgement();
    assert_eq!(judgement.outcome, Outcome::Fits);
    let errors: Vec<_> = judgement.findings.iter().filter(|finding| finding.severity() == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:?}");
    println!("案内: {} clicks, {} keys, {} scrolls, {} texts", hand.clicks, hand.keys, hand.scrolls, hand.texts);
    assert!(hand.clicks <= 50, "{} clicks", hand.clicks);
    assert!(hand.scrolls <= 8, "{} scrolls", hand.scrolls);
}
