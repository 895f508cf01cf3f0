//! An approval is given by nobody's accident: what it is about is shown, a name is entered by who bears it, and what was done is
//! said where he looks.

use egui::accesskit::Role as NodeRole;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use liu_wizard::catalogue::StepId;
use liu_wizard::judgement::judge;
use liu_wizard::record::{
    Answer, Approval, ApprovalState, ContentDigest, Edit, Field, Level, Moment, Objective, Record, TextField, Validity,
};
use liu_wizard::text::Lang;
use liu_wizard::window::{Command, Request};

use crate::support::shell::{NARROW, WIDE, Window, World};
use crate::support::{apply, catalogue, example, last_item, person, question, today, write};

/// Room for the page and the dialog as a whole.
const TALL: [f32; 2] = [1366.0, 2000.0];

fn submitted() -> Record {
    let mut record = example();
    submit(&mut record);
    record
}

fn submit(record: &mut Record) {
    apply(record, Edit::ChooseValidity(Validity::TwelveMonths));
    let by = person("課長補佐", "架空 太郎");
    apply(record, Edit::MoveApproval { to: ApprovalState::Submitted, by, on: today(), comment: String::new() });
}

/// Decides the confidentiality of the last item below what its answers propose; the reason stands there.
fn lower(record: &mut Record) {
    let item = last_item(record).id.clone();
    apply(record, Edit::AnswerItems(vec![item.clone()], question("C2"), Answer::Yes));
    let judgement = judge(record, &catalogue(), today());
    let against = judgement.items.last().unwrap().cells.confidentiality.seen();
    let (objective, level) = (Objective::Confidentiality, Level::Low);
    apply(record, Edit::Decide { item, objective, level, against });
}

fn approved() -> Record {
    let mut record = submitted();
    let by = person("課長", "架空 花子");
    apply(&mut record, Edit::MoveApproval { to: ApprovalState::Approved, by, on: today(), comment: String::new() });
    record
}

fn on_approval(record: &Record, size: [f32; 2]) -> Window {
    let world = World::default();
    world.disk.put("/cases/a.liu.ron".as_ref(), liu_wizard::file::to_ron(record).unwrap().as_bytes());
    let mut window = world.open(size);
    window.command(Command::OpenPath("/cases/a.liu.ron".into()));
    window.command(Command::GoTo(StepId::Approval));
    window
}

fn write_in(window: &mut Window, field: TextField, text: &str) {
    window.ask(Request::Edit(Edit::SetText { field: Field::Text(field), text: text.to_owned() }));
}

fn is_enabled(window: &Window, button: &str) -> bool {
    !window.harness.get(by().role(NodeRole::Button).label(button)).accesskit_node().is_disabled()
}

fn click(window: &mut Window, button: &str) {
    window.click_at(NodeRole::Button, button);
}

fn types(window: &mut Window, field: &str, text: &str) {
    window.field(field).scroll_to_me();
    window.run();
    window.field(field).click();
    window.run();
    window.commit(text);
}

/// What stands beside a name in the dialog or on the page.
fn has_all(window: &Window, words: &[&str]) {
    for word in words {
        assert!(window.has_containing(word), "{word}");
    }
}

#[test]
fn one_click_approves_nothing_and_no_name_is_filled_in() {
    let mut record = example();
    lower(&mut record);
    submit(&mut record);
    let mut window = on_approval(&record, TALL);
    click(&mut window, "承認する…");
    assert_eq!(window.record().approval, record.approval);
    for field in ["役職", "氏名", "コメント"] {
        assert_eq!(window.field(field).value().unwrap_or_default(), "", "{field}");
    }
    assert!(!is_enabled(&window, "承認する"));
    assert!(window.has("氏名を入力すると記録できます。"));
    has_all(
        &window,
        &[
            "架空会議",
            "審議会の運営",
            "適合（LIUの考え方に適合）",
            "機密性 低位",
            "総合 低位",
            "▽引下げ 1件",
            "確認依頼のあと、内容は変わっていません。",
        ],
    );
    assert!(window.has("日付：2026年11月23日（令和8年11月23日）"), "the day of the act is shown");
    window.picture("approval-asks");
    click(&mut window, "承認する");
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.record().approval, record.approval, "nothing is recorded without a name");
}

#[test]
fn what_was_asked_can_be_left_and_the_focus_is_back_on_its_button() {
    for leave in ["Esc", "button"] {
        let record = submitted();
        let mut window = on_approval(&record, WIDE);
        click(&mut window, "承認する…");
        types(&mut window, "氏名", "架空 次郎");
        match leave {
            "Esc" => {
                window.press(Modifiers::NONE, Key::Escape);
            }
            _ => click(&mut window, "記録せずに閉じる"),
        }
        assert!(!window.has("承認しますか"), "{leave}");
        assert_eq!(window.record(), record_of(&window, &record), "{leave}");
        assert_eq!(window.focused(), "承認する…", "{leave}");
    }
}

/// The record that is expected: opening a file changes nothing in it.
fn record_of(window: &Window, expected: &Record) -> Record {
    assert_eq!(window.record().approval, expected.approval);
    expected.clone()
}

#[test]
fn enter_approves_only_on_the_button_that_says_so() {
    let mut window = on_approval(&submitted(), TALL);
    click(&mut window, "承認する…");
    window.press(Modifiers::NONE, Key::Enter);
    types(&mut window, "氏名", "架空 次郎");
    window.press(Modifiers::NONE, Key::Enter);
    window.press(Modifiers::COMMAND, Key::Enter);
    assert_eq!(window.record().approval.state, ApprovalState::Submitted);
    for _ in 0..20 {
        if window.focused() == "承認する" {
            break;
        }
        window.press(Modifiers::NONE, Key::Tab);
    }
    assert_eq!(window.focused(), "承認する");
    window.press(Modifiers::NONE, Key::Enter);
    let approval = window.record().approval;
    assert_eq!((approval.state, approval.by, approval.on), (ApprovalState::Approved, person("", "架空 次郎"), Some(today())));
}

#[test]
fn every_act_asks_and_says_in_the_first_line_what_was_done() {
    use ApprovalState::{Approved, Draft, Lapsed, Rejected, Returned, Submitted};
    for (record, act, to, said) in [
        (example(), "確認を依頼する", Submitted, "確認を依頼しました"),
        (submitted(), "承認する", Approved, "承認しました"),
        (submitted(), "差し戻す", Returned, "差し戻しました"),
        (submitted(), "否認する", Rejected, "否認しました"),
        (submitted(), "作成中に戻す", Draft, "作成中に戻しました"),
        (approved(), "失効させる", Lapsed, "失効させました"),
    ] {
        for size in [WIDE, NARROW] {
            let mut window = on_approval(&record, size);
            click(&mut window, &format!("{act}…"));
            window.picture(&format!("approval-{to:?}-{}", size[0]));
            click(&mut window, "課長 架空 花子（承認者）");
            types(&mut window, "コメント", "確かめました。");
            click(&mut window, act);
            let approval = window.record().approval;
            assert_eq!(approval.state, to, "{act}");
            let (by, comment) = match &approval.lapse {
                Some(lapse) => (&lapse.by, &lapse.comment),
                None => (&approval.by, &approval.comment),
            };
            assert_eq!((by, comment.as_str()), (&person("課長", "架空 花子"), "確かめました。"), "{act}");
            let sentence = format!("{said}（課長 架空 花子、2026年11月23日（令和8年11月23日））。");
            assert!(window.focused().starts_with(&sentence), "{act}: the focus is on {}", window.focused());
            let focused = window.harness.root().children_recursive().find(|node| node.is_focused()).unwrap().rect();
            assert!(focused.top() >= 0.0 && focused.bottom() <= size[1], "{act}: {focused:?} is in view");
            window.picture(&format!("approval-{to:?}-{}-done", size[0]));
            window.press(Modifiers::COMMAND, Key::Z);
            assert_eq!(window.record().approval, record.approval, "{act}: one act");
            assert!(!window.has_containing(said), "{act}: what was taken back is not said");
        }
    }
}

#[test]
fn what_was_changed_since_the_request_is_shown_before_it_is_approved() {
    for (lang, words) in [
        (Lang::Ja, ["確認依頼後に変更あり（1項目）", "利用条件", "録画もする。", "確認を依頼したとき", "変わった 1 項目"]),
        (
            Lang::En,
            [
                "changed since approval was requested, in 1 place.",
                "Conditions of use",
                "録画もする。",
                "When approval was requested",
                "the 1 change shown above",
            ],
        ),
    ] {
        let mut window = on_approval(&submitted(), TALL);
        let before = window.record().conditions_of_use.to_string();
        write_in(&mut window, TextField::ConditionsOfUse, "録画もする。");
        window.command(Command::SetLang(lang));
        let act = lang.pick("承認する", "Approve");
        click(&mut window, &format!("{act}…"));
        click(&mut window, lang.pick("課長 架空 花子（承認者）", "課長 架空 花子 (approver)"));
        window.picture(&format!("approval-changes-{}", lang.code()));
        has_all(&window, &words);
        has_all(&window, &[&before]);
        click(&mut window, act);
        let record = window.record();
        assert_eq!((record.approval.state, &record.approval.content), (ApprovalState::Approved, &Some(record.content_digest())));
    }
}

/// The same without what programs of earlier days did not keep.
fn of_an_older_program(record: &Record) -> Record {
    let Approval { state, by, on, comment, validity, content, .. } = record.approval.clone();
    Record { approval: Approval { state, by, on, comment, validity, content, ..Approval::default() }, ..record.clone() }
}

#[test]
fn what_cannot_be_shown_cannot_be_approved() {
    let mut record = of_an_older_program(&submitted());
    write(&mut record, Field::Text(TextField::ConditionsOfUse), "録画もする。");
    let mut window = on_approval(&record, TALL);
    click(&mut window, "承認する…");
    click(&mut window, "課長 架空 花子（承認者）");
    assert!(!is_enabled(&window, "承認する"));
    assert!(window.has_containing("どの項目が変わったかを示せないため、この内容は承認できません"));
    click(&mut window, "記録せずに閉じる");
    for act in ["差し戻す", "作成中に戻す"] {
        click(&mut window, &format!("{act}…"));
        click(&mut window, "課長 架空 花子（承認者）");
        assert!(is_enabled(&window, act), "{act}");
        click(&mut window, "記録せずに閉じる");
    }
}

#[test]
fn the_history_knows_what_was_submitted_where_no_copy_was_kept() {
    let [at, later] = ["2026-11-23T01:00:00Z", "2026-11-23T03:00:00Z"].map(|at| Moment::of(at.parse().unwrap()));
    let by = "架空 太郎".try_into().unwrap();
    let then = of_an_older_program(&submitted()).with_revision(None, at, &by);
    let mut record = then.clone();
    write(&mut record, Field::Text(TextField::ConditionsOfUse), "録画もする。");
    let record = record.with_revision(Some(&then), later, &by);
    let mut window = on_approval(&record, TALL);
    click(&mut window, "承認する…");
    click(&mut window, "課長 架空 花子（承認者）");
    has_all(&window, &["（1項目）", "録画もする。", then.conditions_of_use.as_str()]);
    assert!(is_enabled(&window, "承認する"));
}

#[test]
fn a_content_that_changes_under_the_question_is_shown_anew() {
    let mut window = on_approval(&submitted(), TALL);
    click(&mut window, "承認する…");
    types(&mut window, "氏名", "架空 次郎");
    // As when hidden answers are let go of after a while.
    write_in(&mut window, TextField::ConditionsOfUse, "録画もする。");
    click(&mut window, "承認する");
    assert_eq!(window.record().approval.state, ApprovalState::Submitted);
    has_all(&window, &["内容が変わりました", "録画もする。"]);
    assert_eq!(window.field("氏名").value().as_deref(), Some("架空 次郎"), "what was typed is kept");
    click(&mut window, "承認する");
    assert_eq!(window.record().approval.state, ApprovalState::Approved);
}

#[test]
fn another_day_and_a_validity_are_asked_for_and_a_slip_is_said() {
    let mut record = submitted();
    apply(&mut record, Edit::ChooseValidity(Validity::NotChosen));
    let mut window = on_approval(&record, TALL);
    click(&mut window, "承認する…");
    click(&mut window, "課長 架空 花子（承認者）");
    assert!(!is_enabled(&window, "承認する") && window.has("有効期間を選ぶと承認できます。"));
    let six = window.harness.get_all(by().role(NodeRole::RadioButton).label("6か月")).last().unwrap();
    six.click();
    window.run();
    window.click_at(NodeRole::Link, "別の日にする");
    assert_eq!(window.focused(), "日付");
    window.commit("11月ごろ");
    assert!(!is_enabled(&window, "承認する") && window.has_containing("日付として読めません"));
    window.press(Modifiers::COMMAND, Key::A);
    window.commit("令和8年11月20日");
    assert!(window.has("2026年11月20日（令和8年11月20日）"));
    click(&mut window, "承認する");
    let approval = window.record().approval;
    assert_eq!((approval.validity, approval.on), (Validity::SixMonths, Some("2026-11-20".parse().unwrap())));
    assert_eq!(approval.expires_on(), Some("2027-05-20".parse().unwrap()));
    assert_eq!(approval.statement(), liu_wizard::record::ApprovalStatement::AsRecorded);
}

#[test]
fn an_approver_who_is_the_assessor_is_warned_before_he_approves() {
    let mut window = on_approval(&submitted(), TALL);
    click(&mut window, "承認する…");
    assert!(!window.has_containing("承認者が評価者と同じ方です"));
    types(&mut window, "氏名", "架空太郎");
    assert!(window.has_containing("承認者が評価者と同じ方です"));
}

#[test]
fn a_record_that_waits_for_an_approval_opens_where_it_is_given() {
    for (record, heading) in [(submitted(), "承認者のページ"), (approved(), "はじめに"), (example(), "はじめに")] {
        let world = World::default();
        world.disk.put("/cases/a.liu.ron".as_ref(), liu_wizard::file::to_ron(&record).unwrap().as_bytes());
        let mut window = world.open(WIDE);
        window.command(Command::OpenPath("/cases/a.liu.ron".into()));
        assert_eq!(window.focused(), heading);
    }
}

#[test]
fn strip_rail_and_review_tell_where_the_approval_stands() {
    let strip = |window: &Window| {
        let strip = window.harness.get(by().role(NodeRole::Status).label("いまの結果"));
        let words = strip.children_recursive().map(|node| node.accesskit_node().value().unwrap_or_default());
        words.collect::<Vec<_>>().join(" ")
    };
    let rail = |window: &Window, state: &str| window.has(&format!("承認 {state}"));
    let mut window = on_approval(&example(), WIDE);
    assert!(!strip(&window).contains("承認") && rail(&window, "未着手"));
    window = on_approval(&submitted(), WIDE);
    assert!(strip(&window).contains("承認 確認依頼") && rail(&window, "確認依頼"), "{}", strip(&window));
    window.command(Command::GoTo(StepId::Review));
    assert!(window.has("承認の状態：確認依頼"));
    window = on_approval(&approved(), WIDE);
    assert!(strip(&window).contains("承認 承認") && rail(&window, "承認"), "{}", strip(&window));
    write_in(&mut window, TextField::ConditionsOfUse, "録画もする。");
    assert!(strip(&window).contains("承認（承認後に変更あり）") && rail(&window, "指摘 1"), "{}", strip(&window));
    window.command(Command::GoTo(StepId::Review));
    window.picture("approval-changed-review");
    assert!(window.has("承認の状態：承認（承認後に変更あり）"));
}

#[test]
fn a_content_of_before_keeps_its_digest_with_an_approval_of_the_dialog() {
    let mut window = on_approval(&submitted(), TALL);
    let digest: ContentDigest = window.record().content_digest();
    click(&mut window, "承認する…");
    click(&mut window, "課長 架空 花子（承認者）");
    click(&mut window, "承認する");
    assert_eq!(window.record().content_digest(), digest, "approval never changes content");
}
