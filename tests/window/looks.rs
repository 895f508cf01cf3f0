//! Nothing is cut or lost, whatever the size; colours can be told apart.

use egui::accesskit::Role as NodeRole;
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use liu_wizard::record::Role;
use liu_wizard::window::Command;

use crate::support::shell::{NARROW, WIDE, World};
use crate::support::steps_of;

#[test]
fn every_step_of_an_example_is_shown_wide_and_narrow() {
    for (size, name) in [(WIDE, "wide"), (NARROW, "narrow")] {
        let mut window = World::default().open(size);
        window.picture(&format!("start-{name}"));
        window.command(Command::OpenExample(0));
        for step in steps_of(Role::Agency) {
            window.command(Command::GoTo(step));
            window.picture(&format!("{step:?}-{name}"));
        }
    }
}

#[test]
fn a_narrow_window_keeps_every_button_of_the_shell_in_sight() {
    let mut window = World::default().open(NARROW);
    window.command(Command::OpenExample(0));
    for guidance in ["open", "closed"] {
        for name in ["ファイル", "編集", "表示", "ヘルプ", "戻る", "次へ：サービス"] {
            let rect = window.harness.get(by().role(NodeRole::Button).label(name)).rect();
            let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, NARROW.into());
            assert!(screen.contains_rect(rect), "{name} at {rect:?}, guidance {guidance}");
        }
        let why = window.harness.get_by_label("なぜ？").rect();
        assert!(why.right() <= NARROW[0], "{why:?}");
        window.command(Command::ToggleGuidance);
    }
    let steps = window.harness.get(by().role(NodeRole::Button).label_contains("手順 1"));
    assert!(steps.accesskit_node().label().unwrap().contains("はじめに"));
}
