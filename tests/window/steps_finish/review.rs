//! 確認.

use egui::accesskit::Role as NodeRole;
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use liu_wizard::catalogue::StepId;
use liu_wizard::judgement::{FindingKind, Severity};
use liu_wizard::record::{Answer, Edit, Field, Objective, TextField};
use liu_wizard::text::{Label as _, Lang, explain, finding_message};
use liu_wizard::window::{Command, Request};

use crate::support::catalogue;
use crate::support::host::{Host, all_no, id, question, record, window};
use crate::support::shell::{WIDE, World};

const TALL: [f32; 2] = [826.0, 4000.0];
const TWO: [&str; 2] = ["会議の音声・映像", "参加者の氏名"];

fn lowered() -> Host {
    let mut host = Host::new(StepId::Review, all_no(&TWO));
    host.apply(Edit::AnswerItems(vec![id(1)], question("C7"), Answer::Yes));
    let against = host.judgement.items[0].cells.confidentiality.seen();
    let (item, objective, level) = (id(1), Objective::Confidentiality, liu_wizard::record::Level::Low);
    host.apply(Edit::Decide { item, objective, level, against });
    host.apply(Edit::SetText { field: Field::Reason(id(1), objective), text: "同日に公表する。".to_owned() });
    host
}

#[test]
fn the_page_says_why_in_the_words_of_the_judgement() {
    let window = window(lowered(), TALL);
    let state = window.state();
    let paragraphs = explain(&state.record, &state.catalogue, &state.judgement, Lang::Ja);
    assert!(!paragraphs.is_empty());
    for paragraph in &paragraphs {
        window.get_by_label(paragraph);
    }
}

#[test]
fn every_finding_is_listed_by_severity_and_leads_to_its_field() {
    let mut window = window(Host::new(StepId::Review, record(&[])), TALL);
    let findings = window.state().judgement.findings.clone();
    assert!(findings.len() > 2 && findings.len() <= 20);
    for severity in [Severity::Error, Severity::Warning] {
        let finding = findings.iter().find(|finding| finding.severity() == severity).unwrap();
        let message = finding_message(finding, &window.state().record, &window.state().catalogue, Lang::Ja);
        assert!(window.query_all_by_label(&message.what).next().is_some(), "{}", message.what);
        let link = format!("{}へ", message.place);
        window.get_all_by_label(&link).next().unwrap().click();
        window.run();
        let command = window.state_mut().commands.pop();
        let jumped = findings.iter().filter(|other| command == Some(Command::JumpTo(other.field.clone())));
        assert!(jumped.clone().count() > 0, "{command:?}");
    }
}

#[test]
fn a_lowered_decision_stands_out_with_its_reason() {
    let window = window(lowered(), TALL);
    assert!(window.state().judgement.findings.iter().any(|finding| matches!(finding.kind, FindingKind::Lowered(..))));
    window.get_by_label("低位（提案 中位、引下げ）\n同日に公表する。");
}

#[test]
fn answers_are_read_back_step_by_step_and_lead_to_where_they_are_changed() {
    let mut host = lowered();
    host.apply(Edit::SetText { field: Field::Text(TextField::AgencyName), text: "架空省".to_owned() });
    host.apply(Edit::AnswerItems(vec![id(2)], question("C2"), Answer::Unknown));
    let mut window = window(host, TALL);
    window.get_by_label("架空省");
    window.get_by_label("はい：C7");
    window.get_by_label("不明：C2");
    window.get_by_label("機関名を変更").click();
    window.run();
    assert_eq!(window.state().commands, [Command::JumpTo(Field::Text(TextField::AgencyName))]);
}

#[test]
fn long_lists_open_on_request() {
    let names: Vec<String> = (1..=60).map(|number| format!("情報その{number}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut window = window(Host::new(StepId::Review, all_no(&names)), TALL);
    let more = format!("ほか{}件を表示", window.state().judgement.findings.len() - 20);
    assert!(window.query_all_by_label_contains("「情報その60」の可用性が").next().is_none());
    window.get_all_by_label(&more).next().unwrap().click();
    window.run();
    assert!(window.query_all_by_label_contains("情報その60").next().is_some());
}

#[test]
fn items_and_objectives_stand_in_one_picture_with_words_for_every_level() {
    let names = ["情報1", "情報2", "情報3"];
    let window = window(Host::new(StepId::Review, all_no(&names)), TALL);
    let table = window.get_all_by_label("情報ごとの影響度").find(|node| node.accesskit_node().role() == NodeRole::Table);
    let table = table.expect("a table that a screen reader finds by its name");
    for (number, name) in (1..).zip(names) {
        assert!(table.query_by_label(&format!("({number}) {name}")).is_some(), "{name}");
    }
    assert!(table.query_by_label("業務全体").is_some());
    assert_eq!(table.query_all_by_label_contains("未評価").count(), 12, "nothing is decided, and that is said in every field");
}

/// Seen beside the printed page on a common screen: what is to be mended first, the picture below it, and in columns.
#[test]
fn outcome_and_findings_stand_on_the_first_screen() {
    for lang in [Lang::Ja, Lang::En] {
        let mut window = World::default().open(WIDE);
        window.command(Command::SetLang(lang));
        window.command(Command::OpenExample(0));
        window.ask(Request::Edit(Edit::AnswerGate(question("G3"), Answer::Unknown)));
        window.command(Command::GoTo(StepId::Review));
        window.picture(&format!("review-screen-{lang:?}"));
        let judgement = window.judgement();
        assert!(window.has(lang.pick("印刷イメージ", "Printed page")), "the printed page is beside it");
        let of_first = &judgement.findings[0];
        let message = finding_message(of_first, &window.record(), &catalogue(), lang);
        let rect_of = |label: &str| {
            let nodes = window.harness.get_all_by_label(label);
            nodes.filter(|node| node.accesskit_node().raw_bounds().is_some()).map(|node| node.rect()).next_back().unwrap()
        };
        let back = by().role(NodeRole::Button).label(lang.pick("戻る", "Back"));
        let footer = window.harness.get(back).rect().top();
        let shown = [judgement.outcome.label(lang), &message.what];
        for label in shown {
            assert!(rect_of(label).bottom() < footer, "{label} at {:?}", rect_of(label));
        }
        let table = lang.pick("情報ごとの影響度", "Levels at a glance");
        let table = window.harness.get(by().role(NodeRole::Table).label(table));
        let first = table.children_recursive().find(|node| node.accesskit_node().raw_bounds().is_some()).unwrap().rect();
        assert!(first.top() > rect_of(&message.what).bottom(), "the picture comes after");
    }
}
