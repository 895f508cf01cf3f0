//! Every step is shown in both languages, wide and narrow, empty and filled, without a missing glyph or an unnamed input.

use liu_wizard::catalogue::StepId;
use liu_wizard::record::Role;
use liu_wizard::text::Lang;

use crate::support::host::{Host, empty_record, picture, record, window};

/// What the shell leaves for a step at 1366×768, and at 200 % zoom.
pub const WIDE: [f32; 2] = [826.0, 620.0];
pub const NARROW: [f32; 2] = [683.0, 270.0];
/// So high that a whole page is in view.
pub const TALL: [f32; 2] = [826.0, 2600.0];
/// So narrow that everything stands one below the other.
const SLIM: [f32; 2] = [480.0, 1800.0];

fn show_everywhere(step: StepId) {
    let filled = record(&["会議の音声・映像・チャット", "参加者の氏名・連絡先", "公表予定資料の画面共有"]);
    for (record, state) in [(empty_record(Role::Agency), "empty"), (empty_record(Role::Csp), "csp"), (filled, "filled")] {
        for (lang, language) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
            for (size, width) in [(WIDE, "wide"), (NARROW, "narrow"), (TALL, "tall"), (SLIM, "slim")] {
                let mut host = Host::new(step, record.clone());
                host.lang = lang;
                picture(&mut window(host, size), &format!("{step:?}-{state}-{language}-{width}"));
            }
        }
    }
}

#[test]
fn the_introduction_is_shown_everywhere() {
    show_everywhere(StepId::Introduction);
}

#[test]
fn the_service_is_shown_everywhere() {
    show_everywhere(StepId::Service);
}

#[test]
fn the_agency_is_shown_everywhere() {
    show_everywhere(StepId::Agency);
}

#[test]
fn the_gate_is_shown_everywhere() {
    show_everywhere(StepId::Gate);
}

#[test]
fn the_task_is_shown_everywhere() {
    show_everywhere(StepId::Task);
}

#[test]
fn the_items_are_shown_everywhere() {
    show_everywhere(StepId::Items);
}
