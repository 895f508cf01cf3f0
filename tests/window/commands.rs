//! The table of commands: what it says is what menus, keys, footer and search do.

use std::collections::BTreeSet;

use egui::accesskit::Role as NodeRole;
use egui::os::OperatingSystem;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use liu_wizard::package::PackageKind;
use liu_wizard::record::Role;
use liu_wizard::text::Lang;
use liu_wizard::window::{Command, Menu, MenuCommand, Situation};

use crate::support::shell::{WIDE, Window, World};

const SYSTEMS: [OperatingSystem; 3] = [OperatingSystem::Windows, OperatingSystem::Nix, OperatingSystem::Mac];

/// The names of the entries of a menu, greyed ones too.
fn entries(window: &mut Window, menu: &str) -> Vec<String> {
    let before = buttons(window);
    window.click_button(menu);
    let mut names = buttons(window);
    for name in before {
        let at = names.iter().rposition(|other| *other == name).unwrap();
        names.remove(at);
    }
    window.press(Modifiers::NONE, Key::Escape);
    names
}

fn buttons(window: &Window) -> Vec<String> {
    let all = window.harness.query_all(by().role(NodeRole::Button));
    all.map(|node| node.accesskit_node().label().unwrap_or_default()).collect()
}

#[test]
fn every_command_has_a_name_and_a_hint_of_its_own_in_both_languages() {
    for lang in [Lang::Ja, Lang::En] {
        let (mut names, mut hints) = (BTreeSet::new(), BTreeSet::new());
        for command in MenuCommand::ALL {
            assert!(names.insert(command.name(lang)), "{command:?}: {}", command.name(lang));
            assert!(hints.insert(command.hint(lang)), "{command:?}: {}", command.hint(lang));
            assert!(!command.hint(lang).is_empty() && command.hint(lang) != command.name(lang), "{command:?}");
            let end = lang.pick("。", ".");
            assert!(command.hint(lang).ends_with(end), "{command:?}: {}", command.hint(lang));
        }
    }
}

#[test]
fn a_row_and_its_command_belong_together() {
    for command in MenuCommand::ALL {
        assert_eq!(MenuCommand::of(&command.command()), Some(*command));
    }
    assert_eq!(MenuCommand::of(&Command::StopExport), None);
}

#[test]
fn no_key_does_two_things_on_any_system() {
    for os in SYSTEMS {
        let mut seen = BTreeSet::new();
        for command in MenuCommand::ALL {
            for keys in command.keys(os) {
                assert!(seen.insert(format!("{keys:?}")), "{command:?} on {os:?}: {keys:?}");
            }
        }
        assert!(seen.len() > 15, "{os:?}");
    }
}

#[test]
fn menus_show_the_table_with_its_keys_and_grey_what_cannot_be_done() {
    for role in [None, Some(Role::Agency), Some(Role::Csp)] {
        let mut window = World::default().open(WIDE);
        if let Some(role) = role {
            window.command(Command::New(role));
        }
        let packages: &[PackageKind] = match role {
            Some(Role::Csp) => &[PackageKind::Request],
            Some(Role::Agency) => &[PackageKind::Result],
            None => &[],
        };
        let situation = Situation { has_record: role.is_some(), packages, ..Situation::default() };
        for menu in Menu::ALL {
            let shown = entries(&mut window, menu.name(Lang::Ja));
            let of_table = MenuCommand::ALL.iter().filter(|command| command.menu().0 == menu && command.is_offered(&situation));
            let expected: Vec<String> = of_table
                .map(|command| {
                    let keys = command.shown_keys(&window.harness.ctx).unwrap_or_default();
                    [command.name(Lang::Ja), &keys].join(" ").trim_end().to_owned()
                })
                .collect();
            assert_eq!(shown, expected, "{menu:?} of {role:?}");
        }
        window.click_button("編集");
        let undo = by().role(NodeRole::Button).label_contains(MenuCommand::Undo.name(Lang::Ja));
        assert!(window.harness.get(undo).accesskit_node().is_disabled(), "nothing was changed yet");
    }
}

#[test]
fn every_key_of_the_table_does_what_it_says() {
    let mut window = World::default().open(WIDE);
    window.command(Command::New(Role::Agency));
    let os = window.harness.ctx.os();
    // Told by what is seen of it.
    let mut check = |command: MenuCommand, seen: &dyn Fn(&Window) -> bool| {
        for keys in command.keys(os) {
            assert!(!seen(&window), "{command:?}, before {keys:?}");
            window.press(keys.modifiers, keys.logical_key);
            assert!(seen(&window), "{command:?} by {keys:?}");
            window.press(Modifiers::NONE, Key::Escape);
            window.command(Command::GoTo(liu_wizard::catalogue::StepId::Introduction));
        }
    };
    check(MenuCommand::Search, &|window| window.has("手順・欄・問い・操作を探す"));
    check(MenuCommand::NextStep, &|window| window.has("次へ：利用機関と体制"));
    check(MenuCommand::GoToOutput, &|window| window.has("最後の手順です"));
}

#[test]
fn the_footer_takes_its_keys_from_the_table() {
    let mut window = World::default().open(WIDE);
    window.command(Command::New(Role::Agency));
    let next = MenuCommand::NextStep.shown_keys(&window.harness.ctx).unwrap();
    assert_eq!(next, "Ctrl+PgDn");
    for said in [&format!("{next} 次へ"), "F1 説明", "Ctrl+K 探す"] {
        assert!(window.has(said), "{said}");
    }
}
