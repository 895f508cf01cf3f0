//! サービス

use egui::Key;
use egui::accesskit::Role as Kind;
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use liu_wizard::catalogue::StepId;
use liu_wizard::package::begin_assessment;
use liu_wizard::record::{Answer, CharacterClass, Edit, Field, RecordId, RecordPart, Role, TextField, Treatment};
use liu_wizard::text::{Label as _, Lang};

use super::views::TALL;
use crate::support::host::{Host, Window, empty_record, focused, press, window};

pub fn input<'w>(window: &'w Window<'_>, label: &'w str) -> egui_kittest::Node<'w> {
    window.get(by().label(label).predicate(|node| matches!(node.role(), Kind::TextInput | Kind::MultilineTextInput)))
}

/// Types at the end of a field.
pub fn type_into(window: &mut Window<'_>, label: &str, text: &str) {
    input(window, label).focus();
    window.run();
    window.key_press(Key::End);
    window.event(egui::Event::Text(text.to_owned()));
    window.run();
}

#[test]
fn everything_typed_lands_in_its_place_for_agency_and_provider() {
    for role in [Role::Agency, Role::Csp] {
        let mut window = window(Host::new(StepId::Service, empty_record(role)), TALL);
        for field in TextField::of(RecordPart::Service) {
            let text = format!("{}の中身", field.label(Lang::Ja));
            type_into(&mut window, field.label(Lang::Ja), &text);
            assert_eq!(window.state().record.text(&Field::Text(field)), Some(text.as_str()));
        }
    }
}

#[test]
fn the_corporate_number_is_checked_while_it_is_typed() {
    let mut window = window(Host::new(StepId::Service, empty_record(Role::Csp)), TALL);
    type_into(&mut window, "法人番号", "70000120500");
    window.get_by_label("いま11桁です。あと2桁です。");
    type_into(&mut window, "法人番号", "02");
    window.get_by_label("13桁で、検査用数字も合っています。");
    press(&mut window, &[Key::Backspace]);
    type_into(&mut window, "法人番号", "3");
    assert!(window.query_by_label("13桁で、検査用数字も合っています。").is_none());
    window.get_by_label_contains("検査用数字（先頭の7）が合いません");
}

#[test]
fn a_suggested_word_is_taken_from_the_menu() {
    let mut window = window(Host::new(StepId::Service, empty_record(Role::Csp)), TALL);
    for word in ["ISO/IEC 27001", "ISO/IEC 27017"] {
        window.get_by_label("その他の認証の候補").click();
        window.run();
        window.get_by_label(word).click();
        window.run();
    }
    assert_eq!(window.state().record.service.certifications.as_str(), "ISO/IEC 27001、ISO/IEC 27017");
    window.get_by_label("データの保存場所の候補").click();
    window.run();
    window.get_by_label("国内").click();
    window.run();
    assert_eq!(window.state().record.service.data_location.as_str(), "国内");
}

#[test]
fn whether_it_is_saas_is_answered_and_taken_back() {
    let mut window = window(Host::new(StepId::Service, empty_record(Role::Csp)), TALL);
    window.get_by_role_and_label(Kind::RadioButton, "不明").click();
    window.run();
    assert_eq!(window.state().record.service.is_saas, Answer::Unknown);
    window.get_by_role_and_label(Kind::RadioButton, "不明").click();
    window.run();
    assert_eq!(window.state().record.service.is_saas, Answer::Unknown);
    press(&mut window, &[Key::Backspace]);
    assert_eq!(window.state().record.service.is_saas, Answer::NotAnswered);
}

#[test]
fn tab_goes_through_the_fields_in_their_order() {
    let mut window = window(Host::new(StepId::Service, empty_record(Role::Csp)), TALL);
    input(&window, "事業者名").focus();
    window.run();
    let mut seen = vec![focused(&window)];
    for _ in 0..6 {
        press(&mut window, &[Key::Tab]);
        seen.push(focused(&window));
    }
    assert_eq!(
        seen,
        [
            "事業者名",
            "法人番号",
            "サービス名",
            "サービスのURL",
            "サービスの概要",
            "SaaSとして提供されていますか",
            "基盤のサービス",
        ]
    );
}

#[test]
fn a_part_taken_over_with_a_request_is_read_and_not_changed() {
    let mut provider = empty_record(Role::Csp);
    let filled = [(TextField::ServiceName, "ウェブ会議サービス甲"), (TextField::Letter, "評価をお願いします。")];
    for (field, text) in filled {
        provider.apply(Edit::SetText { field: Field::Text(field), text: text.to_owned() }).unwrap();
    }
    provider.service.is_saas = Answer::Yes;
    let id = RecordId::new("begun").unwrap();
    let begun = begin_assessment(&provider, id, provider.created, provider.catalogue.clone());
    let mut window = window(Host::new(StepId::Service, begun.clone()), TALL);
    window.get_by_label_contains("依頼パッケージから受け継いだ事業者の記入です");
    for field in TextField::of(RecordPart::Service).chain([TextField::Letter]) {
        let node = input(&window, field.label(Lang::Ja));
        assert!(node.accesskit_node().is_read_only(), "{field:?}");
        type_into(&mut window, field.label(Lang::Ja), "書き足し");
    }
    assert_eq!(input(&window, "サービス名").value().as_deref(), Some("ウェブ会議サービス甲"));
    assert_eq!(input(&window, "依頼文").value().as_deref(), Some("評価をお願いします。"));
    assert_eq!(window.query_all_by_label("その他の認証の候補").count(), 0);
    assert_eq!(window.query_all(by().role(Kind::RadioButton)).count(), 0);
    assert_eq!(input(&window, "SaaSとして提供されていますか").value().as_deref(), Some("はい"));
    assert_eq!(window.state().record, begun);
}

#[test]
fn a_part_that_no_longer_fits_the_request_is_warned_of() {
    let provider = empty_record(Role::Csp);
    let id = RecordId::new("begun").unwrap();
    let mut begun = begin_assessment(&provider, id, provider.created, provider.catalogue.clone());
    begun.service.name = "別のサービス".try_into().unwrap();
    let window = window(Host::new(StepId::Service, begun), TALL);
    window.get_by_label_contains("依頼を受け取ったときのままではありません");
}

#[test]
fn a_break_behind_what_is_pasted_or_typed_is_no_part_of_the_text() {
    let mut window = window(Host::new(StepId::Service, empty_record(Role::Agency)), TALL);
    let said = |window: &Window<'_>, field| window.state().record.text(&Field::Text(field)).unwrap_or_default().to_owned();
    let paste = |window: &mut Window<'_>, field: TextField, text: &str| {
        input(window, field.label(Lang::Ja)).focus();
        window.run();
        window.event(egui::Event::Paste(text.to_owned()));
        window.run();
    };
    // As spreadsheets copy a cell.
    paste(&mut window, TextField::Provider, "架空クラウド株式会社\r\n");
    assert_eq!(said(&window, TextField::Provider), "架空クラウド株式会社");
    paste(&mut window, TextField::CorporateNumber, "\n8999900000001\n");
    assert_eq!(said(&window, TextField::CorporateNumber), "8999900000001");
    paste(&mut window, TextField::ServiceName, "一\n二\n");
    assert_eq!(said(&window, TextField::ServiceName), "一 二");
    paste(&mut window, TextField::ServiceSummary, "一行目\n\n");
    assert_eq!(said(&window, TextField::ServiceSummary), "一行目");
    // It stays where something follows it.
    window.event(egui::Event::Text("二行目".to_owned()));
    window.run();
    press(&mut window, &[Key::Enter]);
    assert_eq!(said(&window, TextField::ServiceSummary), "一行目\n\n二行目");
}

#[test]
fn what_is_typed_or_pasted_is_taken_as_the_table_of_characters_says_and_what_is_not_is_told() {
    for class in CharacterClass::ALL {
        for sample in class.samples() {
            let mut window = window(Host::new(StepId::Service, empty_record(Role::Agency)), TALL);
            // No font need have a character for what is to be told of.
            window.ctx.set_missing_glyph_policy(egui::MissingGlyphPolicy::Tofu);
            let field = TextField::ServiceName;
            input(&window, field.label(Lang::Ja)).focus();
            window.run();
            window.event(egui::Event::Paste((*sample).to_owned()));
            window.run();
            let stored = window.state().record.text(&Field::Text(field)).unwrap_or_default().to_owned();
            let code = format!("U+{:04X}", u32::from(sample.chars().nth(1).unwrap()));
            let is_told = window.query_all_by_label_contains(&code).next().is_some();
            match class.treatment() {
                Treatment::LeftOut => assert!(stored.chars().count() + 1 == sample.chars().count() && is_told, "{sample:?}"),
                Treatment::Marked => assert!(stored == *sample && is_told, "{sample:?} {stored:?}"),
                // A break within a line, a tab and a mark are told by their names.
                Treatment::Changed => {
                    assert_ne!(stored, *sample);
                    assert!(
                        ["空白にしました", "一つの字にしました"]
                            .iter()
                            .any(|said| window.query_all_by_label_contains(said).next().is_some()),
                        "{sample:?}"
                    );
                }
                Treatment::Kept => assert!(stored == *sample, "{sample:?} {stored:?}"),
            }
        }
    }
}
