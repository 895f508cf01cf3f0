//! 登録できるか: five questions before there is a record, by mouse and by keys, and where their answers lead.

use std::path::Path;

use egui::accesskit::Role as NodeRole;
use egui::{Key, Modifiers, Rect, pos2};
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use liu_wizard::file::Look;
use liu_wizard::record::Role;
use liu_wizard::text::{Lang, eligibility as words};
use liu_wizard::window::dialogs::Purpose;
use liu_wizard::window::{Command, MenuCommand};

use crate::support::drawn::Drawn;
use crate::support::shell::{NARROW, WIDE, Window, World};

const LIU: [&str; 5] =
    ["機密性2情報が入り、機密性3情報は入らない", "SaaS", "Web会議サービス", "利用する機関が評価してくれる", "見込みがある"];

fn opened(world: &World) -> Window {
    let mut window = world.open(WIDE);
    window.click_at(NodeRole::Link, words::start_link(Lang::Ja));
    window
}

/// Gives these answers from the first question on.
fn give(window: &mut Window, answers: &[&str]) {
    for answer in answers {
        window.click_at(NodeRole::RadioButton, answer);
        let next = if window.has_button(words::next_question(Lang::Ja)) { words::next_question } else { words::see_result };
        window.click_button(next(Lang::Ja));
    }
}

#[test]
fn it_is_reached_from_the_start_page_the_menu_and_the_search() {
    let mut window = opened(&World::default());
    assert!(window.has_containing("自社のサービスを登録できますか　問い 1／5"));
    assert!(!window.has_record());
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.has_dialog());
    window.click_button("ヘルプ");
    window.click_button(MenuCommand::AskEligibility.name(Lang::Ja));
    assert!(window.has_containing("問い 1／5"));
    window.press(Modifiers::NONE, Key::Escape);
    window.press(Modifiers::COMMAND, Key::K);
    window.commit("登録できるか");
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.has_containing("問い 1／5"));
}

#[test]
fn five_answers_lead_to_liu_with_marks_what_to_prepare_and_the_desk_and_not_to_a_promise() {
    let mut window = opened(&World::default());
    window.picture("registration-question");
    give(&mut window, &LIU);
    for said in ["ISMAP-LIUを目指せます", "登録できると決まったわけではありません", "公式", "第三者", "GビズIDを取得していますか"]
    {
        assert!(window.has_containing(said), "{said}");
    }
    assert!(window.has("https://www.digital.go.jp/policies/security/ismap-liu#help_desk"));
    window.picture("registration-liu");
}

#[test]
fn what_is_not_known_leads_to_the_desk_and_what_is_open_to_nothing() {
    let mut window = opened(&World::default());
    give(&mut window, &["機密性2情報が入り、機密性3情報は入らない", "SaaS", "分からない", "まだ見つかっていない", "分からない"]);
    assert!(window.has("相談窓口に尋ねます") && !window.has("ISMAP-LIUを目指せます"));
    for question in ["対象業務一覧のどれに当たりますか", "見つかっていますか", "外部監査を受ける見込みはありますか"]
    {
        assert!(window.has_containing(question), "{question}");
    }
    window.picture("registration-desk");
    // Nothing holds anybody back, and nothing is taken for answered.
    let mut window = opened(&World::default());
    for _ in 0..4 {
        window.click_button(words::next_question(Lang::Ja));
    }
    window.click_button(words::see_result(Lang::Ja));
    assert!(window.has("まだ言えません") && !window.has("ISMAP-LIUを目指せます"));
    window.click_button(words::answer_open(Lang::Ja));
    assert!(window.has_containing("問い 1／5"));
}

#[test]
fn an_answer_that_decides_skips_the_rest_and_can_be_changed_from_the_result() {
    let mut window = opened(&World::default());
    give(&mut window, &["機密性2情報が入り、機密性3情報は入らない", "IaaS又はPaaS"]);
    assert!(window.has("ISMAPで考えます") && window.has_containing("問う必要がありません"));
    assert!(!window.has(words::to_prepare(Lang::Ja)), "what a pre-application needs is not said of ISMAP");
    window.click_at(NodeRole::Link, &words::change_of("サービスの形", Lang::Ja));
    assert!(window.has_containing("問い 2／5"));
    window.click_button("戻る");
    assert!(window.has_containing("問い 1／5"));
    window.click_at(NodeRole::RadioButton, "要機密情報（機密性2・3）は入らない。公表済みの情報だけ、など");
    window.click_button(words::see_result(Lang::Ja));
    assert!(window.has_containing("統一基準4.2.3によります"));
    window.click_button("戻る");
    assert!(window.has_containing("問い 1／5"), "the questions that are not asked are no way back");
}

#[test]
fn it_is_answered_by_keys_alone() {
    let mut window = opened(&World::default());
    let mut pressed = 0;
    while !window.has("ISMAP-LIUを目指せます") {
        // Each opens at its question. Of the answers, which come after it, each first one leads on.
        assert!(window.focused().ends_with("か"), "{}", window.focused());
        window.press(Modifiers::NONE, Key::Tab);
        window.press(Modifiers::NONE, Key::Space);
        while window.focused() != words::next_question(Lang::Ja) && window.focused() != words::see_result(Lang::Ja) {
            window.press(Modifiers::NONE, Key::Tab);
            pressed += 1;
            assert!(pressed < 60, "the way to the next question was not found from {}", window.focused());
        }
        window.press(Modifiers::NONE, Key::Enter);
    }
    assert_eq!(window.focused(), "ISMAP-LIUを目指せます");
}

#[test]
fn each_question_is_a_group_of_radio_buttons_that_say_what_they_do_before_they_are_chosen() {
    let window = opened(&World::default());
    let group = by().role(NodeRole::RadioGroup).label("サービスに入る行政の情報は、どれに当たりますか");
    let radios =
        window.harness.get(group).children_recursive().filter(|node| node.accesskit_node().role() == NodeRole::RadioButton);
    let said: Vec<String> = radios.map(|node| node.accesskit_node().description().unwrap_or_default()).collect();
    assert_eq!(said.len(), 5);
    assert!(said[1].contains("統一基準4.2.3") && said[2].contains("相談窓口") && said[4].contains("相談窓口"), "{said:?}");
}

#[test]
fn the_result_is_saved_as_one_page_and_no_file_is_replaced_unasked() {
    let world = World::default();
    let mut window = opened(&world);
    give(&mut window, &LIU);
    world.disk.put(Path::new("/cases/別.pdf"), b"another");
    world.dialogs.answer("/cases/結果");
    window.click_button(words::save_pdf(Lang::Ja));
    assert_eq!(world.dialogs.asked().last().map(|asked| asked.purpose), Some(Purpose::SaveEligibility));
    let made = world.disk.get(Path::new("/cases/結果.pdf")).unwrap();
    assert!(made.starts_with(b"%PDF-") && window.has_containing("保存しました：/cases/結果.pdf"));
    world.dialogs.answer("/cases/別.pdf");
    window.click_button(words::save_pdf(Lang::Ja));
    assert_eq!(world.disk.get(Path::new("/cases/別.pdf")).unwrap(), b"another");
    assert!(window.has("できませんでした") || window.has_containing("すでに"), "that it was not is said");
}

#[test]
fn a_providers_record_is_begun_from_the_result_and_says_that_nothing_is_carried_over() {
    let mut window = opened(&World::default());
    give(&mut window, &LIU);
    assert!(window.has_containing("答えは記録に引き継ぎません"));
    window.click_at(NodeRole::Link, words::begin_record(Lang::Ja));
    assert!(!window.has_dialog());
    assert_eq!(window.record().role, Role::Csp);
}

#[test]
fn nothing_of_it_is_cut_or_hard_to_read_in_any_look_language_or_size() {
    for (look, lang, size) in [
        (Look::Light, Lang::Ja, WIDE),
        (Look::Light, Lang::En, WIDE),
        (Look::Dark, Lang::Ja, WIDE),
        (Look::Contrast, Lang::En, WIDE),
        (Look::Light, Lang::Ja, NARROW),
        (Look::Light, Lang::En, NARROW),
    ] {
        let mut window = World::default().open(size);
        window.command(Command::SetLook(look));
        window.command(Command::SetLang(lang));
        window.command(Command::AskEligibility);
        for at in 0..7 {
            let inside = Rect::from_min_size(pos2(0.0, 0.0), size.into());
            let found: Vec<String> = Drawn::of(window.harness.output()).cut(inside);
            assert!(found.is_empty(), "{look:?} {lang:?} {size:?}, {at}: {found:?}");
            for name in [words::next_question(lang), words::see_result(lang), words::save_pdf(lang)] {
                let button = window.harness.query_all(by().role(NodeRole::Button).label(name)).next();
                assert!(button.is_none_or(|button| inside.contains_rect(button.rect())), "{name} at {at} {size:?}");
            }
            window.picture(&format!("registration-{look:?}-{lang:?}-{:.0}-{at}", size[0]));
            if at < 6 {
                let radios: Vec<String> = window
                    .harness
                    .query_all(by().role(NodeRole::RadioButton))
                    .map(|node| node.accesskit_node().label().unwrap_or_default())
                    .collect();
                if let Some(first) = radios.first() {
                    window.click_at(NodeRole::RadioButton, first);
                }
                for name in [words::next_question(lang), words::see_result(lang)] {
                    if window.has_button(name) {
                        window.click_button(name);
                        break;
                    }
                }
            }
        }
    }
}
