//! 承認.

use egui_kittest::kittest::Queryable as _;
use liu_wizard::catalogue::StepId;
use liu_wizard::file::signature::Secret;
use liu_wizard::record::{ApprovalState, Edit, Field, TextField, Validity};
use liu_wizard::text::Lang;
use liu_wizard::window::widgets::field_id;
use liu_wizard::window::{CheckOrder, Command, SavedState, SignOrder};

use crate::host::{Host, Window, all_no, button, picture, press, today, window};

const TALL: [f32; 2] = [826.0, 1300.0];
/// Room for the section on signatures, opened.
const TALLER: [f32; 2] = [826.0, 2600.0];
const SECTION: &str = "電子署名（任意）";
const SIGN: &str = "保存した記録に署名する";

fn host() -> Host {
    let mut host = Host::new(StepId::Approval, all_no(&["会議の音声・映像"]));
    for (field, text) in [
        (TextField::AssessorTitle, "係長"),
        (TextField::AssessorName, "架空 花子"),
        (TextField::ApproverTitle, "課長"),
        (TextField::ApproverName, "架空 太郎"),
    ] {
        host.apply(Edit::SetText { field: Field::Text(field), text: text.to_owned() });
    }
    host
}

#[test]
fn the_assessor_asks_and_the_approver_approves_each_named_beforehand() {
    let mut window = window(host(), TALL);
    assert_eq!(window.get_by_label("氏名").value().as_deref(), Some("架空 花子"));
    button(&window, "確認を依頼する").click();
    window.run();
    assert_eq!(window.state().record.approval.state, ApprovalState::Submitted);
    assert_eq!(window.get_by_label("氏名").value().as_deref(), Some("架空 太郎"));
    for act in ["承認する", "差し戻す", "否認する", "作成中に戻す"] {
        button(&window, act);
    }
    button(&window, "承認する").click();
    window.run();
    let approval = &window.state().record.approval;
    assert_eq!(approval.state, ApprovalState::Approved);
    assert_eq!((approval.by.title.as_str(), approval.by.name.as_str()), ("課長", "架空 太郎"));
    assert_eq!(approval.on, Some(today()));
    assert_eq!(approval.content, Some(window.state().record.content_digest()));
}

#[test]
fn only_the_states_that_may_follow_are_offered() {
    let window = window(host(), TALL);
    assert!(window.query_by_label("承認する").is_none());
    assert!(window.query_by_label("差し戻す").is_none());
}

#[test]
fn nothing_is_recorded_without_a_name_or_with_a_date_that_is_none() {
    let mut host = host();
    host.apply(Edit::SetText { field: Field::Text(TextField::AssessorName), text: String::new() });
    let mut window = window(host, TALL);
    window.get_by_label("氏名を入力すると記録できます。");
    button(&window, "確認を依頼する").click();
    window.run();
    assert_eq!(window.state().record.approval.state, ApprovalState::Draft);
    window.get_by_label("氏名").click();
    window.run();
    window.get_by_label("氏名").type_text("架空 花子");
    window.run();
    window.get_by_label("日付").click();
    window.run();
    window.get_by_label("日付").type_text("ごろ");
    window.run();
    window.get_by_label_contains("日付として読めません");
    button(&window, "確認を依頼する").click();
    window.run();
    assert_eq!(window.state().record.approval.state, ApprovalState::Draft);
}

#[test]
fn a_change_after_approval_is_said_and_the_approval_stays_what_it_was() {
    let mut window = window(host(), TALL);
    button(&window, "確認を依頼する").click();
    window.run();
    button(&window, "承認する").click();
    window.run();
    assert!(window.query_by_label_contains("承認後に変更あり").is_none());
    let edit = Edit::SetText { field: Field::Text(TextField::ConditionsOfUse), text: "録画しない。".to_owned() };
    window.state_mut().apply(edit);
    window.run();
    assert!(window.query_all_by_label_contains("承認後に変更あり").next().is_some());
    assert_eq!(window.state().record.approval.state, ApprovalState::Approved);
}

#[test]
fn an_approver_who_is_the_assessor_is_warned_of() {
    let mut host = host();
    for (field, text) in [(TextField::ApproverTitle, "係長"), (TextField::ApproverName, "架空 花子")] {
        host.apply(Edit::SetText { field: Field::Text(field), text: text.to_owned() });
    }
    let window = window(host, TALL);
    assert!(window.query_all_by_label_contains("承認者が評価者と同じ方です").next().is_some());
}

#[test]
fn the_validity_is_chosen_and_shown_with_its_last_day() {
    let mut window = window(host(), TALL);
    let field = field_id(&Field::Approval);
    window.ctx.memory_mut(|memory| memory.request_focus(field));
    window.run();
    press(&mut window, &[egui::Key::Num2]);
    assert_eq!(window.state().record.approval.validity, Validity::TwelveMonths);
    button(&window, "確認を依頼する").click();
    window.run();
    button(&window, "承認する").click();
    window.run();
    window.get_by_label("2027年11月23日（令和9年11月23日）（あと365日）");
}

#[test]
fn the_page_claims_no_more_than_it_proves() {
    let window = window(host(), TALL);
    window.get_by_label_contains("電子署名ではありません");
}

fn saved() -> Host {
    let mut host = host();
    host.outside.path = Some("/cases/a.liu.ron".into());
    host.outside.saved = SavedState::Saved { at: String::new() };
    host
}

fn opened<'a>(host: Host) -> Window<'a> {
    let section = if host.lang == Lang::Ja { SECTION } else { "Electronic signature (optional)" };
    let mut window = window(host, TALLER);
    window.get_by_label(section).click();
    window.run();
    window.run();
    window
}

fn type_into(window: &mut Window<'_>, label: &str, text: &str) {
    window.get_by_label(label).click();
    window.run();
    window.get_by_label(label).type_text(text);
    window.run();
}

#[test]
fn signing_is_a_closed_section_that_says_what_it_proves_when_opened() {
    let closed = window(saved(), TALLER);
    assert!(closed.query_by_label(SIGN).is_none());
    for (lang, said) in [
        (Lang::Ja, ["両方を書き換えられる人", "この鍵を持つ人", "だれであるか", "電子署名法", "RSA は", "ssh-keygen -Y verify"]),
        (
            Lang::En,
            [
                "edit both",
                "holder of this key",
                "who that person is",
                "Electronic Signatures Act",
                "RSA is",
                "ssh-keygen -Y verify",
            ],
        ),
    ] {
        let mut host = saved();
        host.lang = lang;
        let mut window = opened(host);
        for part in said {
            window.get_by_label_contains(part);
        }
        picture(&mut window, &format!("Signature-{}", lang.code()));
    }
}

#[test]
fn only_what_was_saved_can_be_signed_and_a_key_has_to_be_named() {
    let mut window = opened(host());
    window.get_by_label_contains("保存すると署名できます");
    type_into(&mut window, "秘密鍵のファイル", "/keys/id");
    button(&window, SIGN).click();
    window.run();
    assert_eq!(window.state().commands, []);
    let mut window = opened(saved());
    button(&window, SIGN).click();
    window.run();
    assert_eq!(window.state().commands, []);
}

#[test]
fn the_passphrase_is_masked_goes_with_the_order_and_is_then_forgotten() {
    let mut window = opened(saved());
    type_into(&mut window, "秘密鍵のファイル", "\"/keys/id\"");
    let label = "パスフレーズ（鍵が保護されているとき）";
    type_into(&mut window, label, "open sesame");
    assert_eq!(window.get_by_label(label).value().as_deref(), Some("•".repeat(11).as_str()));
    assert!(!format!("{:?}", window.state().page.approval).contains("sesame"));
    button(&window, SIGN).click();
    window.run();
    let order = |passphrase| Command::Sign(SignOrder { key: "/keys/id".into(), passphrase, replace: false });
    assert_eq!(window.state().commands, [order(Some(Secret::from("open sesame".to_owned())))]);
    assert!(!format!("{:?}", window.state().commands).contains("sesame"));
    button(&window, SIGN).click();
    window.run();
    assert_eq!(window.state().commands[1], order(None));
}

#[test]
fn a_signature_is_checked_with_or_without_a_list() {
    let check = "この記録の署名か確かめる";
    let mut window = opened(host());
    type_into(&mut window, "署名のファイル（.sig）", "/cases/a.sig");
    button(&window, check).click();
    window.run();
    type_into(&mut window, "許可署名者の一覧（任意）", "/cases/list");
    button(&window, check).click();
    window.run();
    let order = |allowed| Command::CheckSignature(CheckOrder { signature: "/cases/a.sig".into(), allowed });
    assert_eq!(window.state().commands, [order(None), order(Some("/cases/list".into()))]);
}
