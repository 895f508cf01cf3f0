//! The printed page beside 確認 and 出力.

use std::time::Duration;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use liu_wizard::catalogue::StepId;
use liu_wizard::judgement::Outcome;
use liu_wizard::record::{Edit, Field, TextField};
use liu_wizard::text::{Label as _, Lang};
use liu_wizard::window::{Command, Request};

use crate::support::shell::{ByHand, NARROW, WIDE, Window, World};

/// Longer than edits are waited for before pages are set anew, in seconds.
const PAUSE: f64 = 0.2;

fn review(world: &World, size: [f32; 2]) -> Window {
    let mut window = world.open(size);
    window.command(Command::OpenExample(0));
    window.command(Command::GoTo(StepId::Review));
    window
}

/// A window in which work is done by hand, with what waits of it.
fn by_hand() -> (World, ByHand) {
    let by_hand = ByHand::default();
    (World { by_hand: Some(by_hand.clone()), ..World::default() }, by_hand)
}

fn name_service(window: &mut Window, name: &str) {
    let field = Field::Text(TextField::ServiceName);
    window.ask(Request::Edit(Edit::SetText { field, text: name.to_owned() }));
}

fn picture(window: &Window) -> Node<'_> {
    window.harness.get(by().role(Role::Image))
}

/// What a screen reader is told to be on the picture.
fn told(window: &Window) -> String {
    picture(window).accesskit_node().description().unwrap_or_default()
}

fn picture_name(window: &Window) -> String {
    picture(window).accesskit_node().label().unwrap_or_default()
}

fn has_picture(window: &Window) -> bool {
    window.harness.query(by().role(Role::Image)).is_some()
}

/// What is seen of the pages.
fn pixels(window: &mut Window) -> Vec<u8> {
    let rect = picture(window).rect().shrink(8.0);
    let all = window.harness.render().unwrap();
    let rows = (rect.top() as u32..rect.bottom() as u32).step_by(5);
    let of_row = |y| (rect.left() as u32..rect.right() as u32).map(move |x| (x, y));
    rows.flat_map(of_row).map(|(x, y)| all.get_pixel(x, y).0[0]).collect()
}

fn has_guidance(window: &Window) -> bool {
    window.harness.query(by().role(Role::Complementary)).is_some()
}

/// How many textures are held beside that of the fonts.
fn textures(window: &Window) -> usize {
    window.harness.ctx.tex_manager().read().num_allocated() - 1
}

#[test]
fn the_picture_tells_which_page_it_is_and_all_that_stands_on_it() {
    let window = review(&World::default(), WIDE);
    assert!(picture_name(&window).starts_with("印刷イメージ 1／"), "{}", picture_name(&window));
    let told = told(&window);
    assert!(told.contains(Outcome::Fits.label(Lang::Ja)), "{told}");
    assert!(told.contains(window.record().service.name.as_str()), "{told}");
    assert!(told.contains("本書は公式様式ではありません"), "{told}");
}

#[test]
fn it_follows_the_record_after_an_edit_and_says_so_meanwhile() {
    let mut window = review(&World::default(), WIDE);
    name_service(&mut window, "ウェブ会議サービス丁");
    assert!(window.has("更新中"), "the page before stays, and says that it is behind");
    assert!(!told(&window).contains("ウェブ会議サービス丁"));
    window.wait(PAUSE);
    assert!(told(&window).contains("ウェブ会議サービス丁"));
    assert!(!window.has("更新中"));
    window.press(Modifiers::COMMAND, Key::Z);
    window.wait(PAUSE);
    assert!(!told(&window).contains("ウェブ会議サービス丁"), "undo is an edit as well");
}

#[test]
fn no_frame_sets_a_page_and_no_more_than_one_piece_of_work_is_under_way() {
    let (world, by_hand) = by_hand();
    let mut window = review(&world, WIDE);
    assert_eq!(by_hand.waiting(), ["preview"], "the first pages are ordered at once");
    assert!(window.has("ページを作っています…"));
    while by_hand.work() {
        window.run();
    }
    let before = told(&window);
    for name in ["丁", "丁の", "丁の改", "丁の改版"] {
        name_service(&mut window, name);
        assert_eq!(by_hand.waiting(), [""; 0], "nothing is set while somebody types");
    }
    window.wait(PAUSE);
    assert_eq!(by_hand.waiting(), ["preview"]);
    name_service(&mut window, "戊");
    window.wait(PAUSE);
    assert_eq!(by_hand.waiting(), ["preview"], "what comes next waits for its end");
    assert_eq!(told(&window), before, "the frames went on meanwhile, with the page as it was");
    by_hand.work();
    window.run();
    assert!(told(&window).contains("丁の改版") && window.has("更新中"));
    assert_eq!(by_hand.waiting(), ["preview"], "then the newest is set, and what was between never");
    by_hand.work();
    window.run();
    assert!(told(&window).contains('戊') && !window.has("更新中"));
    assert_eq!(by_hand.waiting(), [""; 0]);
}

#[test]
fn what_was_made_for_another_document_or_record_is_never_shown() {
    let (world, by_hand) = by_hand();
    let mut window = review(&world, WIDE);
    window.harness.get_by_role_and_label(Role::ComboBox, "印刷イメージの文書").click();
    window.run();
    window.click("影響度評価シート");
    by_hand.work();
    window.run();
    assert!(!has_picture(&window), "the record was set, but the sheet is wanted");
    by_hand.work();
    window.run();
    assert!(told(&window).contains("影響度評価シート\n"), "{}", told(&window));
    name_service(&mut window, "戊");
    window.wait(PAUSE);
    window.command(Command::CloseRecord);
    window.click_button("保存しない");
    window.command(Command::OpenExample(1));
    window.command(Command::GoTo(StepId::Review));
    while by_hand.work() {
        window.run();
        assert!(!has_picture(&window) || !told(&window).contains('戊'), "{}", told(&window));
    }
    assert!(told(&window).contains(window.record().service.name.as_str()));
}

#[test]
fn work_that_breaks_down_is_said_in_place_and_the_next_edit_is_shown_again() {
    let (world, by_hand) = by_hand();
    let mut window = review(&world, WIDE);
    by_hand.break_down();
    window.run();
    assert!(window.has("作業が途中で止まりました（プログラムの不具合です）。"));
    assert_eq!(by_hand.waiting(), [""; 0], "it is not tried over and over");
    name_service(&mut window, "戊");
    window.wait(PAUSE);
    by_hand.work();
    window.run();
    assert!(told(&window).contains('戊'));
}

#[test]
fn what_cannot_be_set_is_said_in_place() {
    let mut window = review(&World::default(), WIDE);
    let item = window.record().items[0].clone();
    window.harness.get_by_role_and_label(Role::ComboBox, "印刷イメージの文書").click();
    window.run();
    window.click(&format!("情報ごとの評価：{}", item.name.as_str()));
    assert!(told(&window).contains(item.name.as_str()));
    window.ask(Request::Edit(Edit::RemoveItem(item.id.clone())));
    window.wait(PAUSE);
    assert!(window.has_containing("という情報はこの記録にありません"));
    assert!(!has_picture(&window));
}

#[test]
fn pages_are_turned_by_buttons_and_by_keys() {
    let mut window = review(&World::default(), WIDE);
    window.click_button("次のページ");
    assert!(picture_name(&window).starts_with("印刷イメージ 2／"));
    window.click_button("前のページ");
    assert!(picture_name(&window).starts_with("印刷イメージ 1／"));
    picture(&window).click();
    window.run();
    window.press(Modifiers::NONE, Key::PageDown);
    window.press(Modifiers::NONE, Key::PageDown);
    assert!(picture_name(&window).starts_with("印刷イメージ 3／"));
    window.press(Modifiers::NONE, Key::End);
    let name = picture_name(&window);
    let (page, pages) = name.trim_start_matches("印刷イメージ ").trim_end_matches(" ページ").split_once('／').unwrap();
    assert_eq!(page, pages);
    window.press(Modifiers::NONE, Key::Home);
    for _ in 0..10 {
        window.press(Modifiers::NONE, Key::ArrowDown);
    }
    assert!(picture_name(&window).starts_with("印刷イメージ 2／"), "{}", picture_name(&window));
}

#[test]
fn the_size_is_changed_by_buttons_and_by_keys() {
    let percent = |window: &Window| {
        let percents = window.harness.get_all(by().label_contains("%"));
        percents.filter_map(|node| node.value()?.strip_suffix('%')?.parse::<u16>().ok()).next().unwrap()
    };
    let mut window = review(&World::default(), WIDE);
    let width = percent(&window);
    window.harness.get_by_role_and_label(Role::RadioButton, "ページ全体").click();
    window.run();
    let whole = percent(&window);
    assert!(whole < width, "{whole} < {width}");
    window.click_button("ページを大きく");
    assert!(percent(&window) > whole);
    window.click_button("ページを小さく");
    window.click_button("ページを小さく");
    assert!(percent(&window) < whole);
    picture(&window).click();
    window.run();
    window.press(Modifiers::NONE, Key::Num0);
    assert_eq!(percent(&window), width);
    window.press(Modifiers::NONE, Key::Plus);
    assert!(percent(&window) > width);
    assert!(picture_name(&window).starts_with("印刷イメージ 1／"), "the same page is looked at");
}

#[test]
fn a_page_wider_than_the_view_is_moved_sideways_by_keys() {
    let mut window = review(&World::default(), WIDE);
    picture(&window).click();
    window.run();
    for _ in 0..6 {
        window.press(Modifiers::NONE, Key::Plus);
    }
    let before = pixels(&mut window);
    window.press(Modifiers::NONE, Key::ArrowRight);
    assert_ne!(pixels(&mut window), before);
    window.press(Modifiers::NONE, Key::ArrowLeft);
    assert_eq!(pixels(&mut window), before);
}

#[test]
fn the_page_can_be_read_as_text() {
    let mut window = review(&World::default(), WIDE);
    window.click("文字で読む");
    assert!(!has_picture(&window));
    let title = "業務・情報の影響度評価記録（事前申請用）";
    assert!(window.has(title));
    assert_eq!(textures(&window), 0, "no picture is kept for it");
    window.click_button("次のページ");
    assert!(!window.has(title), "of each page its own text");
    window.click("文字で読む");
    assert!(picture_name(&window).starts_with("印刷イメージ 2／"));
    assert!(textures(&window) > 0);
}

#[test]
fn only_what_is_in_view_is_kept_as_pictures() {
    let mut window = review(&World::default(), WIDE);
    for _ in 0..4 {
        window.click_button("次のページ");
        assert!((1..=2).contains(&textures(&window)), "{}", textures(&window));
    }
    window.command(Command::GoTo(StepId::Service));
    assert_eq!(textures(&window), 0, "none beside a step without it");
}

#[test]
fn at_rest_no_frame_is_asked_for() {
    let window = review(&World::default(), WIDE);
    let output = window.harness.output().viewport_output.get(&egui::ViewportId::ROOT).unwrap();
    assert!(output.repaint_delay > Duration::from_hours(1), "{:?}", output.repaint_delay);
}

#[test]
fn guidance_and_printed_page_take_turns_and_stay_as_chosen() {
    let mut window = review(&World::default(), WIDE);
    assert!(has_picture(&window), "it is there unasked");
    window.harness.get_by_role_and_label(Role::RadioButton, "説明").click();
    window.run();
    window.picture("preview-guidance");
    assert!(!has_picture(&window) && has_guidance(&window));
    window.command(Command::GoTo(StepId::Output));
    assert!(!has_picture(&window), "as chosen before");
    window.press(Modifiers::COMMAND, Key::P);
    assert!(has_picture(&window) && !has_guidance(&window));
    window.press(Modifiers::NONE, Key::F1);
    assert!(!has_picture(&window) && has_guidance(&window));
    window.command(Command::GoTo(StepId::Service));
    window.press(Modifiers::COMMAND, Key::P);
    assert!(has_picture(&window), "from a step without it, it is gone to");
}

#[test]
fn in_a_narrow_window_it_takes_the_place_of_the_step() {
    let mut window = review(&World::default(), NARROW);
    assert!(!has_picture(&window));
    window.click_button("印刷イメージ");
    assert!(has_picture(&window));
    assert_eq!(window.focused(), picture_name(&window), "the keys are at hand");
    assert!(picture(&window).rect().height() > 130.0, "{:?}", picture(&window).rect());
    window.picture("preview-narrow");
    window.click_button("印刷イメージを閉じる");
    assert!(!has_picture(&window));
    assert_eq!(window.focused(), "確認");
}

#[test]
fn in_a_narrow_window_nothing_of_it_is_cut_and_nothing_overlaps() {
    let names = |lang: Lang| match lang {
        Lang::Ja => ["印刷イメージの文書", "文字で読む", "印刷イメージを閉じる", "説明（F1）", "次のページ", "ページを大きく"],
        Lang::En => {
            ["Document shown as printed", "As text", "Close the printed page", "Guidance (F1)", "Next page", "Larger page"]
        }
    };
    let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, NARROW.into());
    for lang in [Lang::Ja, Lang::En] {
        let mut window = World::default().open(NARROW);
        window.command(Command::SetLang(lang));
        window.command(Command::OpenExample(0));
        window.command(Command::GoTo(StepId::Review));
        window.press(Modifiers::COMMAND, Key::P);
        let rects = names(lang).map(|name| window.harness.get_by_label(name).rect());
        for (index, rect) in rects.iter().enumerate() {
            assert!(screen.contains_rect(*rect), "{} at {rect:?}", names(lang)[index]);
            let others = rects.iter().skip(index + 1);
            assert!(others.clone().all(|other| !other.intersects(rect.shrink(1.0))), "{} at {rect:?}", names(lang)[index]);
        }
    }
}

#[test]
fn it_shows_the_copy_and_the_language_that_were_chosen_for_the_files() {
    let mut window = review(&World::default(), WIDE);
    let head = |window: &Window| told(window).lines().next().unwrap().to_owned();
    assert!(!head(&window).contains("作成中"), "the example is approved");
    window.command(Command::GoTo(StepId::Output));
    window.click_at(Role::Link, "その他の形式");
    window.click_at(Role::RadioButton, "作成中");
    assert!(head(&window).contains("作成中"));
    window.click_at(Role::RadioButton, "English");
    assert!(told(&window).contains("This is not an official form"), "{}", told(&window));
    assert!(window.has("書き出す"), "the screens stay Japanese");
}

#[test]
fn it_is_shown_in_every_size_and_language() {
    for (size, name) in [(WIDE, "wide"), (NARROW, "narrow"), ([910.0, 512.0], "drawer"), ([1920.0, 1080.0], "large")] {
        for lang in [Lang::Ja, Lang::En] {
            let mut window = World::default().open(size);
            window.command(Command::SetLang(lang));
            window.command(Command::OpenExample(1));
            window.command(Command::GoTo(StepId::Output));
            if !has_picture(&window) {
                window.press(Modifiers::COMMAND, Key::P);
            }
            assert!(has_picture(&window));
            window.picture(&format!("preview-{name}-{lang:?}"));
        }
    }
}

#[test]
fn at_250_percent_nothing_of_the_bars_lies_under_something_else() {
    let world = World::default();
    let mut window = review(&world, [546.0, 307.0]);
    window.press(Modifiers::COMMAND, Key::P);
    let place = |label: &str| window.harness.get(by().label(label)).rect();
    let as_text = place("文字で読む");
    for other in ["印刷イメージを閉じる", "次のページ", "ページを大きく"] {
        assert!(!as_text.intersects(place(other)), "{other}");
    }
}
