//! Both procedure profiles in the window: the steps shown and the words said follow the profile of the record.

use egui::accesskit::Role as NodeRole;
use egui_kittest::kittest::{Queryable as _, by};
use liu_wizard::catalogue::{Profile, StepId};
use liu_wizard::record::{Edit, ProfileId, Role};
use liu_wizard::text::{Label as _, Lang};
use liu_wizard::window::{Command, Request};

use crate::shell::{WIDE, Window, World};
use crate::support::catalogue;

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
            assert!(window.has(next), "{} {role:?}", profile.id);
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
