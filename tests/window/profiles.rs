//! Both procedure profiles in the window: the steps shown and the words said follow the profile of the record.

use egui::accesskit::Role as NodeRole;
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use liu_wizard::catalogue::{Procedure, Profile, StepId};
use liu_wizard::record::{Edit, ProfileId, Role};
use liu_wizard::text::steps_start::introduction::profile_speaks;
use liu_wizard::text::{Label as _, Lang};
use liu_wizard::window::{Command, Request};

use crate::support::catalogue;
use crate::support::shell::{WIDE, Window, World};

fn profiles() -> Vec<Profile> {
    catalogue().profiles.clone()
}

/// The steps on the rail, by their names.
fn steps(window: &Window) -> Vec<StepId> {
    let all = profiles().into_iter().flat_map(|profile| [Role::Agency, Role::Csp].map(|role| profile.steps(role))).flatten();
    let mut known: Vec<StepId> = Vec::new();
    all.for_each(|step| {
        if !known.contains(&step) {
            known.push(step);
        }
    });
    let is_shown = |step: &StepId| {
        let named = by().role(NodeRole::Tab).label_contains(step.label(Lang::Ja));
        window.harness.query_all(named).next().is_some()
    };
    known.into_iter().filter(is_shown).collect()
}

#[test]
fn the_steps_and_the_last_words_follow_the_profile() {
    for profile in profiles() {
        for role in [Role::Agency, Role::Csp] {
            let mut window = World::default().open(WIDE);
            window.command(Command::New(role));
            window.ask(Request::Edit(Edit::ChooseProfile(profile.id.clone())));
            let shown = steps(&window);
            let expected = match role {
                Role::Agency => profile.steps(Role::Agency),
                // Whoever asks receives what comes of it, also where the catalogue does not say so.
                Role::Csp => profile.steps(Role::Csp),
            };
            assert_eq!(expected.contains(&StepId::Received), role == Role::Csp, "{}", profile.id);
            for step in [StepId::Received, StepId::Application, StepId::Gate, StepId::Decisions, StepId::Request] {
                assert_eq!(shown.contains(&step), expected.contains(&step), "{} {role:?} {step:?}", profile.id);
            }
            window.command(Command::GoTo(StepId::Output));
            window.picture(&format!("profile-{}-{role:?}", profile.id));
            let next = match role {
                Role::Agency => "評価者：未回答・不明・未決定の欄を埋めて、判定を確定させます。未評価を低位とはみなしません。",
                Role::Csp => "事業者：記入部分に足りないところがあります。「確認」の指摘をなくします。",
            };
            assert!(window.has_containing(next), "{} {role:?}", profile.id);
        }
    }
}

#[test]
fn a_step_that_the_profile_has_not_is_left_when_it_is_chosen() {
    let mut window = World::default().open(WIDE);
    window.command(Command::New(Role::Csp));
    window.command(Command::GoTo(StepId::Application));
    assert!(steps(&window).contains(&StepId::Application));
    window.ask(Request::Edit(Edit::ChooseProfile(ProfileId::new("procurement").unwrap())));
    assert!(!steps(&window).contains(&StepId::Application));
    assert!(window.has_containing("はじめに"));
}

/// All that a screen says, without spaces: the labels, the values and the descriptions of whatever stands on it, one after the
/// other, since a sentence may stand in several lines.
fn words(window: &Window) -> [String; 3] {
    let said = |of: fn(&egui_kittest::Node<'_>) -> Option<String>| {
        let all: String = window.harness.root().children_recursive().filter_map(|node| of(&node)).collect();
        all.split_whitespace().collect::<String>().to_lowercase()
    };
    [
        said(|node| node.accesskit_node().label()),
        said(|node| node.accesskit_node().value()),
        said(|node| node.accesskit_node().description()),
    ]
}

/// Where a screen speaks of a pre-application, but for what tells the two procedures apart where one is chosen.
fn of_an_application(window: &Window) -> Option<String> {
    let told_apart: Vec<String> = profiles()
        .into_iter()
        .flat_map(|profile| [profile.title, profile.summary, profile.wording.what_comes_next])
        .flat_map(|text| [Lang::Ja, Lang::En].map(|lang| text.text(lang).to_owned()))
        .chain([Lang::Ja, Lang::En].map(|lang| profile_speaks(Procedure::PreApplication, lang).to_owned()))
        .map(|said| said.split_whitespace().collect::<String>().to_lowercase())
        .collect();
    words(window).into_iter().find_map(|said| {
        let rest = told_apart.iter().fold(said, |rest, told| rest.replace(told.as_str(), ""));
        let at = ["事前申請", "pre-application"].iter().find_map(|word| rest.find(word))?;
        Some(rest[at..].chars().take(60).collect())
    })
}

#[test]
fn no_screen_of_confirmation_at_procurement_speaks_of_a_pre_application() {
    for lang in [Lang::Ja, Lang::En] {
        for role in [Role::Agency, Role::Csp] {
            let mut window = World::default().open([1366.0, 2400.0]);
            window.command(Command::SetLang(lang));
            window.command(Command::New(role));
            // The other procedure does speak of it: the test can see what it looks for.
            window.command(Command::GoTo(StepId::Output));
            assert!(of_an_application(&window).is_some(), "{lang:?} {role:?}");
            window.ask(Request::Edit(Edit::ChooseProfile(ProfileId::new("procurement").unwrap())));
            let all = catalogue().steps(&window.record());
            assert!(all.len() >= 6, "{all:?}");
            for step in all {
                window.command(Command::GoTo(step));
                assert_eq!(of_an_application(&window), None, "{step:?} {lang:?} {role:?}");
                assert!(window.has_containing(step.label(lang)), "{step:?}");
            }
            // Beside a step stand guidance or the printed page, and over it what was asked for.
            for command in [Command::ToggleGuidance, Command::TogglePreview, Command::Search, Command::About] {
                window.command(command.clone());
                assert_eq!(of_an_application(&window), None, "{command:?} {lang:?} {role:?}");
            }
        }
    }
}
