//! 承認.

use egui_kittest::kittest::Queryable as _;
use liu_wizard::catalogue::StepId;
use liu_wizard::file::signature::Secret;
use liu_wizard::record::{ApprovalState, Edit, Field, OpinionView, Person, TextField, Validity};
use liu_wizard::text::Lang;
use liu_wizard::window::widgets::field_id;
use liu_wizard::window::{CheckOrder, Command, SavedState, SignOrder};

use crate::support::host::{Host, Window, all_no, button, picture, press, today, window};

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
fn no_act_is_done_on_the_page_itself_each_asks_first() {
    use ApprovalState::{Approved, Draft, Lapsed, Rejected, Returned, Submitted};
    for (way, acts) in [
        (&[][..], &[("確認を依頼する…", Submitted)][..]),
        (&[Submitted], &[("承認する…", Approved), ("差し戻す…", Returned), ("否認する…", Rejected), ("作成中に戻す…", Draft)]),
        (&[Submitted, Approved], &[("作成中に戻す…", Draft), ("失効させる…", Lapsed)]),
        (&[Submitted, Returned], &[("確認を依頼する…", Submitted)]),
    ] {
        let mut host = host();
        way.iter().for_each(|to| step(&mut host, *to, "架空 太郎"));
        let mut window = window(host, TALL);
        for (act, to) in acts {
            let before = window.state().record.clone();
            button(&window, act).click();
            window.run();
            assert_eq!(window.state_mut().commands.pop(), Some(Command::AskApproval(*to)), "{act}");
            assert_eq!(window.state().record, before, "{act}");
        }
    }
}

#[test]
fn only_the_states_that_may_follow_are_offered() {
    let window = window(host(), TALL);
    assert!(window.query_by_label("承認する…").is_none());
    assert!(window.query_by_label("差し戻す…").is_none());
}

#[test]
fn a_change_after_approval_is_said_and_the_approval_stays_what_it_was() {
    let mut window = window(approved(), TALL);
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
    press(&mut window, &[egui::Key::Delete]);
    assert_eq!(window.state().record.approval.validity, Validity::NotChosen, "it can be taken back");
    press(&mut window, &[egui::Key::Num2]);
    step(window.state_mut(), ApprovalState::Submitted, "架空 花子");
    step(window.state_mut(), ApprovalState::Approved, "架空 太郎");
    window.run();
    assert!(window.query_by_label("24か月").is_none(), "nobody makes a given approval longer by a click");
    window.get_by_label("2027年11月23日（令和9年11月23日）（あと365日）");
}

fn person(name: &str) -> Person {
    Person { title: "課長".try_into().unwrap(), name: name.try_into().unwrap() }
}

fn step(host: &mut Host, to: ApprovalState, by: &str) {
    host.apply(Edit::MoveApproval { to, by: person(by), on: today(), comment: String::new() });
}

fn approved() -> Host {
    let mut host = host();
    host.apply(Edit::ChooseValidity(Validity::TwelveMonths));
    step(&mut host, ApprovalState::Submitted, "架空 花子");
    step(&mut host, ApprovalState::Approved, "架空 太郎");
    host
}

fn write(host: &mut Host, field: TextField, text: &str) {
    host.apply(Edit::SetText { field: Field::Text(field), text: text.to_owned() });
}

fn says(window: &Window<'_>, text: &str) -> bool {
    window.query_all_by_label_contains(text).next().is_some()
}

fn types(window: &mut Window<'_>, label: &str, text: &str) {
    window.get_by_label(label).click();
    window.run();
    window.get_by_label(label).type_text(text);
    window.run();
}

#[test]
fn an_approval_is_made_to_lapse_by_an_act_and_says_who_gave_it_and_who_ended_it() {
    let mut host = approved();
    let comment = "サービスの利用をやめたため".to_owned();
    host.apply(Edit::MoveApproval { to: ApprovalState::Lapsed, by: person("架空 太郎"), on: today(), comment });
    let window = window(host, TALL);
    let approval = &window.state().record.approval;
    assert_eq!((approval.state, approval.by.name.as_str()), (ApprovalState::Lapsed, "架空 太郎"));
    assert!(says(&window, "承認の状態：失効"));
    for said in ["架空 太郎", "失効の理由", "サービスの利用をやめたため"] {
        assert!(says(&window, said), "{said}");
    }
    button(&window, "作成中に戻す…");
    assert!(window.query_by_label("失効させる…").is_none());
}

#[test]
fn an_approval_that_has_run_out_is_said_without_any_act() {
    let mut host = approved();
    host.record.approval.on = Some("2025-11-22".parse().unwrap());
    host.record.approval = std::mem::take(&mut host.record.approval).sealed();
    let window = window(host, TALL);
    assert!(says(&window, "承認の状態：承認（期限切れ）") && says(&window, "有効期限を過ぎています"));
    assert_eq!(window.state().record.approval.state, ApprovalState::Approved);
}

#[test]
fn every_change_after_it_stands_here_and_on_review_with_what_stood_there() {
    for (step, lang) in
        [(StepId::Approval, Lang::Ja), (StepId::Review, Lang::Ja), (StepId::Approval, Lang::En), (StepId::Review, Lang::En)]
    {
        for (size, width) in [(TALL, "wide"), ([480.0, 2400.0], "narrow")] {
            let mut host = approved();
            write(&mut host, TextField::ConditionsOfUse, "録画しない。");
            write(&mut host, TextField::AgencyName, "架空省");
            (host.step, host.lang) = (step, lang);
            let mut window = window(host, size);
            picture(&mut window, &format!("changes-{step:?}-{lang:?}-{width}"));
            let wanted = match lang {
                Lang::Ja => ["承認後に変更あり（2項目）", "利用条件", "録画しない。", "（空欄）", "承認したとき"],
                Lang::En => {
                    ["changed since approval, in 2 places", "Conditions of use", "録画しない。", "(empty)", "When approved"]
                }
            };
            for wanted in wanted {
                assert!(says(&window, wanted), "{step:?} {lang:?} {width}: {wanted}");
            }
            let open = lang.pick("承認した内容を開く", "Open the content that was approved");
            button(&window, open).scroll_to_me();
            window.run();
            button(&window, open).click();
            window.run();
            assert_eq!(window.state().commands, [Command::OpenCovered], "{step:?} {lang:?} {width}");
        }
    }
}

#[test]
fn the_list_of_changes_follows_the_record() {
    let mut window = window(approved(), TALL);
    assert!(!says(&window, "変更あり") && says(&window, "承認のあと、内容は変わっていません"));
    write(window.state_mut(), TextField::AgencyName, "架空省");
    window.run();
    assert!(says(&window, "（1項目）") && says(&window, "承認されたのは、いまとは別の内容です"));
    assert!(!says(&window, "承認されています。"));
    write(window.state_mut(), TextField::AgencyName, "架空庁");
    window.run();
    assert!(says(&window, "架空庁") && !says(&window, "架空省"));
    write(window.state_mut(), TextField::AgencyName, "");
    window.run();
    assert!(!says(&window, "変更あり"));
}

#[test]
fn a_long_list_of_changes_is_shown_in_parts() {
    let mut host = approved();
    let is_there = |field: &&TextField| !matches!(field, TextField::EntryTask | TextField::EntryService | TextField::EntryOrigin);
    let fields: Vec<TextField> = TextField::ALL.iter().filter(is_there).copied().collect();
    for field in &fields {
        write(&mut host, *field, "書き換えた");
    }
    let mut window = window(host, [826.0, 4000.0]);
    let count = |window: &Window<'_>| window.query_all_by_label("書き換えた").count();
    assert_eq!(count(&window), 20);
    window.get_by_label(&format!("ほか{}件を表示", fields.len() - 20)).click();
    window.run();
    assert_eq!(count(&window), fields.len());
}

#[test]
fn a_change_after_submission_is_not_called_one_after_approval() {
    let mut host = host();
    step(&mut host, ApprovalState::Submitted, "架空 花子");
    write(&mut host, TextField::AgencyName, "架空省");
    let window = window(host, TALL);
    assert!(says(&window, "確認依頼後に変更あり（1項目）") && !says(&window, "承認後に変更あり"));
    button(&window, "確認を依頼した内容を開く");
}

#[test]
fn a_copy_that_is_another_content_is_said_and_cannot_be_opened() {
    let mut host = approved();
    write(&mut host, TextField::AgencyName, "架空省");
    host.record.approval.covered.as_mut().unwrap().case_name = "書き換えた".try_into().unwrap();
    let window = window(host, TALL);
    assert!(
        says(&window, "残した控えの内容が要約値（SHA-256）に合いません") && says(&window, "どの項目が変わったかは分かりません")
    );
    assert!(!says(&window, "書き換えた"));
    assert!(window.query_by_label("承認した内容を開く").is_none());
}

#[test]
fn an_approval_by_the_assessor_is_allowed_and_marked() {
    let mut host = host();
    step(&mut host, ApprovalState::Submitted, "架空 花子");
    let mut window = window(host, TALL);
    assert!(!says(&window, "評価者と承認者が同じ人"));
    step(window.state_mut(), ApprovalState::Approved, "架空花子");
    window.run();
    assert!(says(&window, "承認の状態：承認（評価者と承認者が同じ人）"));
    assert!(says(&window, "承認を示すすべての出力に書かれます"));
}

#[test]
fn others_say_what_they_think_and_an_opinion_on_another_content_says_so() {
    let mut window = window(approved(), [826.0, 2000.0]);
    assert!(says(&window, "意見はまだありません"));
    let state = window.state().record.approval.state;
    types(&mut window, "意見を述べた方の役職", "補佐");
    assert!(says(&window, "意見を述べた方の氏名を入力すると加えられます"));
    types(&mut window, "意見を述べた方の氏名", "架空 三郎");
    assert!(says(&window, "立場を選ぶと加えられます"));
    window.ctx.memory_mut(|memory| memory.request_focus(egui::Id::unique("opinion view")));
    window.run();
    press(&mut window, &[egui::Key::Num2]);
    button(&window, "意見を加える").click();
    window.run();
    assert!(window.state().record.approval.opinions.is_empty(), "an objection needs its words");
    types(&mut window, "意見の内容", "録画の扱いを書くこと");
    button(&window, "意見を加える").click();
    window.run();
    let record = &window.state().record;
    let [opinion] = record.approval.opinions.as_slice() else { panic!("{:?}", record.approval.opinions) };
    assert_eq!((opinion.view, opinion.by.name.as_str(), opinion.on), (OpinionView::Objects, "架空 三郎", today()));
    assert_eq!((opinion.comment.as_str(), &opinion.content), ("録画の扱いを書くこと", &record.content_digest()));
    assert_eq!(record.approval.state, state, "an opinion is no decision");
    assert!(says(&window, "異議あり") && says(&window, "録画の扱いを書くこと") && !says(&window, "別の内容に対する意見"));
    assert_eq!(window.get_by_label("意見を述べた方の氏名").value().as_deref(), Some(""), "the form is empty again");
    write(window.state_mut(), TextField::AgencyName, "架空省");
    window.run();
    assert!(says(&window, "いまの内容とは別の内容に対する意見です"));
    picture(&mut window, "opinions");
}

#[test]
fn digests_are_not_the_first_thing_an_approver_sees() {
    let mut window = window(approved(), TALLER);
    let digest = |window: &Window<'_>| {
        let begin = window.state().record.content_digest().as_str().get(..8).unwrap().to_owned();
        says(window, &begin)
    };
    assert!(!digest(&window) && !says(&window, "SHA-256"));
    window.get_by_label("詳細（要約値）").click();
    window.run();
    window.run();
    assert!(digest(&window));
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
    assert!(!format!("{:?}", window.state().page).contains("sesame"));
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
