//! An officer of an agency at the window: sees what is on the screen, scrolls to it, clicks, presses keys, types Japanese.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a window that does not do as told is to fail loudly")]

use std::path::{Path, PathBuf};

use egui::accesskit::Role;
use egui::{Key, Modifiers, ViewportCommand, ViewportEvent, ViewportId};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use liu_wizard::catalogue::Catalogue;
use liu_wizard::export::{CopyKind, ExportInput, judgement_json};
use liu_wizard::record::Date;
use liu_wizard::text::Lang;
use serde_json::Value;

use crate::support::shell::{WIDE, Window, World};

pub struct Officer {
    pub world: World,
    pub window: Window,
}

impl Officer {
    pub fn at_the_start_page() -> Self {
        let world = World::default();
        let window = world.open(WIDE);
        Self { world, window }
    }

    /// Scrolls to the only thing of this role with this name and clicks it with the mouse.
    pub fn clicks(&mut self, role: Role, name: &str) {
        self.clicks_on(name, |node| node.role() == role && node.name() == name);
    }

    /// Clicks the only thing of this role whose name has this part.
    pub fn clicks_like(&mut self, role: Role, part: &str) {
        self.clicks_on(part, |node| node.role() == role && node.name().contains(part));
    }

    pub fn clicks_button(&mut self, name: &str) {
        self.clicks(Role::Button, name);
    }

    /// Clicks an option of the group whose name has this part.
    pub fn chooses(&mut self, group: &str, option: &str) {
        self.clicks_on(option, |node| {
            let above = std::iter::successors(node.accesskit_node().parent(), |parent| parent.parent());
            let mut groups = above.filter(|parent| parent.role() == Role::RadioGroup);
            let is_in_group = groups.next().is_some_and(|found| found.label().unwrap_or_default().contains(group));
            is_in_group && node.role() == Role::RadioButton && node.is_named(option)
        });
    }

    fn clicks_on(&mut self, name: &str, is_it: impl Fn(&Node<'_>) -> bool) {
        the_only(&self.window, name, &is_it).scroll_to_me();
        self.window.run();
        let rect = the_only(&self.window, name, &is_it).rect();
        let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, WIDE.into());
        assert!(screen.contains(rect.center()), "{name} cannot be scrolled to: {rect:?}");
        the_only(&self.window, name, &is_it).click();
        self.window.run();
    }

    pub fn presses(&mut self, key: Key) {
        self.window.press(Modifiers::NONE, key);
    }

    pub fn presses_with_ctrl(&mut self, key: Key) {
        self.window.press(Modifiers::COMMAND, key);
    }

    /// Goes on by the button at the foot of the page, which names the next step.
    pub fn goes_on_to(&mut self, step: &str) {
        self.clicks_button(&format!("次へ：{step}"));
        assert!(self.window.focused().starts_with(step), "{step}: the focus is on {}", self.window.focused());
    }

    /// Goes to a step by the list at the left.
    pub fn goes_to(&mut self, step: &str) {
        self.clicks_on(step, |node| node.role() == Role::Tab && node.name().split(' ').next() == Some(step));
    }

    /// Clicks into a field and types with an input method: first the reading, then what it is converted to.
    pub fn writes(&mut self, field: &str, reading: &str, text: &str) {
        self.clicks_on(field, |node| node.is_field() && node.name().ends_with(field));
        self.composes(reading, text);
    }

    /// Types with an input method where the focus is. Nothing reaches the record before it is converted.
    pub fn composes(&mut self, reading: &str, text: &str) {
        let before = self.window.has_record().then(|| self.window.record());
        self.window.compose(reading);
        assert_eq!(self.window.has_record().then(|| self.window.record()), before, "{reading} is not committed yet");
        self.window.commit(text);
    }

    /// Clicks into a field and replaces what stands there.
    pub fn rewrites(&mut self, field: &str, reading: &str, text: &str) {
        self.clicks_on(field, |node| node.is_field() && node.name().ends_with(field));
        self.presses_with_ctrl(Key::A);
        self.composes(reading, text);
    }

    /// Presses Tab until the focus is on something whose name starts so.
    pub fn tabs_to(&mut self, start: &str) {
        for _ in 0..40 {
            if self.window.focused().starts_with(start) {
                return;
            }
            self.presses(Key::Tab);
        }
        panic!("Tab does not lead to {start}, but to {}", self.window.focused());
    }

    /// Answers the questions of a matrix from the first one on, with digits and ↓ alone.
    pub fn answers_by_keyboard(&mut self, answers: &[(&str, Key)]) {
        let mut before = None;
        for (question, key) in answers {
            match before.replace(question) {
                None => self.tabs_to(question),
                Some(_) => self.presses(Key::ArrowDown),
            }
            assert!(self.window.focused().starts_with(question), "{question}: the focus is on {}", self.window.focused());
            self.presses(*key);
        }
    }

    /// Goes down to a question of the matrix and answers it with one key.
    pub fn changes_by_keyboard(&mut self, first: &str, question: &str, key: Key) {
        self.tabs_to(first);
        for _ in 0..10 {
            if self.window.focused().starts_with(question) {
                return self.presses(key);
            }
            self.presses(Key::ArrowDown);
        }
        panic!("the arrows do not lead to {question}");
    }

    /// What the strip of results says, name and value in turn, the outcome last.
    pub fn results(&self) -> Vec<String> {
        let strip = self.window.harness.get(by().role(Role::Status).label("いまの結果"));
        let words = strip
            .children_recursive()
            .map(|node| if node.name().is_empty() { node.value().unwrap_or_default() } else { node.name() });
        let mut words: Vec<String> = words.filter(|word| word != "なぜ？" && !word.is_empty()).collect();
        // Where the approval stands is seen in tests of its own.
        if let Some(at) = words.iter().position(|word| word == "承認") {
            words.drain(at..at + 2);
        }
        words
    }

    /// Brings the approval to another state: the button on the page, who does it, and the button that names the act.
    pub fn records(&mut self, act: &str, who: &str, also: impl FnOnce(&mut Self)) {
        self.clicks_button(&format!("{act}…"));
        self.clicks_button(who);
        also(self);
        self.clicks_button(act);
    }

    /// Asserts what the strip says: the three objectives, the whole, both conditions, the outcome.
    #[track_caller]
    pub fn sees_results(&self, [c, i, a, overall, listed, low, outcome]: [&str; 7]) {
        let expected =
            ["機密性", c, "完全性", i, "可用性", a, "総合", overall, "①一覧", listed, "②低位", low, outcome].map(str::to_owned);
        assert_eq!(self.results(), expected);
    }

    #[track_caller]
    pub fn sees(&self, words: &str) {
        assert!(self.window.has_containing(words), "{words} is not to be seen");
    }

    #[track_caller]
    pub fn does_not_see(&self, words: &str) {
        assert!(!self.window.has_containing(words), "{words} is to be seen");
    }

    /// Clicks the close button of the window. Returns whether the window stays.
    pub fn closes_the_window(&mut self) -> bool {
        let root = ViewportId::ROOT;
        self.window.harness.input_mut().viewports.entry(root).or_default().events.push(ViewportEvent::Close);
        self.window.harness.step();
        let commands = self.window.harness.output().viewport_output.get(&root).map(|output| output.commands.clone());
        self.window.harness.input_mut().viewports.entry(root).or_default().events.clear();
        self.window.run();
        commands.unwrap_or_default().contains(&ViewportCommand::CancelClose)
    }

    /// Writes PDF and JSON, without the pre-application set, into a folder chosen in the dialog.
    pub fn exports_without_set_to(&mut self, folder: &str) {
        self.goes_to("出力");
        self.unfolds_other_forms();
        self.chooses("事前申請の記録一式", "まとめない");
        self.exports_to(folder);
    }

    /// Writes PDF, JSON and the pre-application set into a folder chosen in the dialog.
    pub fn exports_to(&mut self, folder: &str) {
        self.goes_to("出力");
        self.unfolds_other_forms();
        if !is_checked(&self.window, "JSON") {
            self.clicks_like(Role::CheckBox, "JSON");
        }
        self.world.dialogs.answer(folder);
        self.clicks_button("フォルダーを選ぶ…");
        self.clicks_button("書き出す");
        self.sees("ファイルができました");
    }

    fn unfolds_other_forms(&mut self) {
        if !self.window.has("書き出す") {
            self.clicks(Role::Link, "その他の形式");
        }
    }

    /// The files in a folder of the disk, and below it.
    pub fn files_in(&self, folder: &str) -> Vec<PathBuf> {
        self.world.disk.paths().into_iter().filter(|path| path.starts_with(folder)).collect()
    }

    pub fn file(&self, path: impl AsRef<Path>) -> Vec<u8> {
        self.world.disk.get(path.as_ref()).unwrap_or_else(|| panic!("{} is not there", path.as_ref().display()))
    }

    /// The judgement that the window shows, as data.
    pub fn judgement(&self) -> Value {
        let (record, judgement) = (self.window.record(), self.window.judgement());
        let copy = CopyKind::at_hand(&record, &judgement);
        let catalogue = Catalogue::shipped().unwrap();
        let today: Date = "2026-11-23".parse().unwrap();
        let input = ExportInput { copy, ..ExportInput::new(&record, &catalogue, &judgement, today, Lang::Ja) };
        serde_json::to_value(judgement_json(&input)).unwrap()
    }
}

fn is_checked(window: &Window, part: &str) -> bool {
    let checkbox = window.harness.get(by().role(Role::CheckBox).label_contains(part));
    checkbox.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
}

#[track_caller]
fn the_only<'w>(window: &'w Window, name: &str, is_it: &dyn Fn(&Node<'_>) -> bool) -> Node<'w> {
    let mut found = window.harness.root().children_recursive().filter(|node| is_it(node));
    let first = found.next().unwrap_or_else(|| panic!("there is no {name}"));
    assert!(found.next().is_none(), "{name} is there more than once");
    first
}

/// What a thing on the screen is.
trait Thing {
    fn role(&self) -> Role;
    fn name(&self) -> String;

    /// In a table an option is named after its question too.
    fn is_named(&self, name: &str) -> bool {
        self.name().rsplit('：').next() == Some(name)
    }

    fn is_field(&self) -> bool {
        matches!(self.role(), Role::TextInput | Role::MultilineTextInput)
    }
}

impl Thing for Node<'_> {
    fn role(&self) -> Role {
        self.accesskit_node().role()
    }

    fn name(&self) -> String {
        self.accesskit_node().label().unwrap_or_default()
    }
}
