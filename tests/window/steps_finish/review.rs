//! 確認.

use egui::accesskit::Role as NodeRole;
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use liu_wizard::catalogue::StepId;
use liu_wizard::judgement::{FindingKind, Severity};
use liu_wizard::record::{Answer, Edit, Field, Objective, TextField};
use liu_wizard::text::{Label as _, Lang, Why, explain, finding_message, why};
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
    let mut window = window(lowered(), TALL);
    let state = window.state();
    let tree = why(&state.record, &state.catalogue, &state.judgement, Lang::Ja);
    fn all(branch: &Why) -> Vec<String> {
        branch.said.iter().cloned().chain(branch.below.iter().flat_map(all)).collect()
    }
    let said: Vec<String> = tree.iter().flat_map(all).collect();
    let paragraphs = explain(&state.record, &state.catalogue, &state.judgement, Lang::Ja);
    // The outcome stands above, and what is to be mended in the list of what is to be done.
    let left_out = paragraphs.iter().filter(|paragraph| !said.contains(paragraph)).count();
    assert!(paragraphs.len() > 5 && left_out <= 2, "{paragraphs:?}\n{said:?}");
    window.get_by_label("すべて開く").click();
    window.run();
    for sentence in &said {
        assert!(window.query_all_by_label(sentence).next().is_some(), "{sentence}");
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
    let to_do = window.state().judgement.findings.iter().filter(|finding| finding.severity() != Severity::Note).count();
    let more = format!("ほか{}件を表示", to_do - 20);
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
        let first = rect_of(table);
        assert!(first.top() > rect_of(&message.what).bottom(), "the picture comes after");
    }
}

#[test]
fn what_is_to_be_done_comes_first_the_needed_before_the_rest_with_a_word_for_how_urgent_it_is() {
    let mut host = lowered();
    host.apply(Edit::AnswerItems(vec![id(2)], question("C2"), Answer::Unknown));
    let mut window = window(host, TALL);
    let steps = catalogue().steps(&window.state().record);
    let needed = window.state().judgement.count(Severity::Error);
    window.get_by_label(&format!("確認を依頼するまでに、あと{needed}件必要です。"));
    let tops = |window: &crate::support::host::Window<'_>, word: &str| {
        window.query_all_by_label(word).map(|node| node.rect().top()).collect::<Vec<_>>()
    };
    let (needed, others) = (tops(&window, "必要"), tops(&window, "できれば"));
    assert!(!needed.is_empty() && !others.is_empty());
    let last = needed.iter().copied().fold(0.0, f32::max);
    assert!(others.iter().all(|top| *top > last), "{needed:?} {others:?}");
    window.get_by_label("最初の1件へ進む").click();
    window.run();
    let Some(Command::JumpTo(field)) = window.state_mut().commands.pop() else { panic!("it leads nowhere") };
    let errors = window.state().judgement.findings.iter().filter(|finding| finding.severity() == Severity::Error);
    let place = |field: &Field| steps.iter().position(|step| *step == liu_wizard::judgement::step_of(field, &catalogue()));
    let first = errors.map(|finding| place(&finding.field)).min().unwrap();
    assert_eq!(place(&field), first, "{field:?} is on the first step that lacks something");
}

#[test]
fn equal_rows_of_the_tree_are_folded_but_what_was_lowered_among_them_is_said() {
    let names = ["一", "二", "三", "四"];
    let mut host = Host::new(StepId::Review, all_no(&names));
    let decide = |host: &mut Host, number: usize, level| {
        for objective in Objective::ALL {
            let against = host.judgement.items[number - 1].cells[objective].seen();
            host.apply(Edit::Decide { item: id(number), objective, level, against });
        }
    };
    host.apply(Edit::AnswerItems(vec![id(1)], question("C7"), Answer::Yes));
    for number in 1..=3 {
        decide(&mut host, number, liu_wizard::record::Level::Low);
    }
    let reason = Field::Reason(id(1), Objective::Confidentiality);
    host.apply(Edit::SetText { field: reason, text: "同日に公表する。".to_owned() });
    decide(&mut host, 4, liu_wizard::record::Level::Moderate);
    let tree = why(&host.record, &host.catalogue, &host.judgement, Lang::Ja);
    let confidentiality = &tree.last().unwrap().below[0];
    let rows: Vec<(&str, &str)> = confidentiality.below.iter().map(|row| (row.title.as_str(), row.mark.as_str())).collect();
    assert_eq!(rows, [("四", "△引上げ"), ("ほか3件", "▽引下げ 1件")]);
    // On the screen the same, and a key opens the fold.
    let mut window = window(host, TALL);
    let fold = window.query_all_by_label_contains("ほか3件 ▽引下げ 1件").next().unwrap();
    fold.click();
    window.run();
    assert!(window.query_all_by_label_contains("一 ▽引下げ 低位").next().is_some());
}
