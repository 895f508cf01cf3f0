//! Every step is shown in both languages, wide and narrow, empty and filled, without a missing glyph or an unnamed input.

use liu_wizard::catalogue::StepId;
use liu_wizard::record::Role;
use liu_wizard::text::Lang;

use crate::host::{Host, empty_record, picture, record, window};

/// What the shell leaves for a step at 1366×768, and at 200 % zoom.
pub const WIDE: [f32; 2] = [826.0, 620.0];
pub const NARROW: [f32; 2] = [683.0, 270.0];
/// So high that a whole page is in view.
pub const TALL: [f32; 2] = [826.0, 1800.0];
const STEPS: [StepId; 6] = [StepId::Introduction, StepId::Service, StepId::Agency, StepId::Gate, StepId::Task, StepId::Items];

#[test]
fn every_step_is_shown_in_both_languages_and_sizes() {
    for step in STEPS {
        for (lang, language) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
            for (size, width) in [(WIDE, "wide"), (NARROW, "narrow"), (TALL, "tall"), ([480.0, 1800.0], "slim")] {
                for (record, state) in [
                    (empty_record(Role::Agency), "empty"),
                    (empty_record(Role::Csp), "csp"),
                    (record(&["会議の音声・映像・チャット", "参加者の氏名・連絡先", "公表予定資料の画面共有"]), "filled"),
                ] {
                    let mut host = Host::new(step, record);
                    host.lang = lang;
                    picture(&mut window(host, size), &format!("{step:?}-{state}-{language}-{width}"));
                }
            }
        }
    }
}
