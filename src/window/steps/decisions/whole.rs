//! The task as a whole: per objective the assessor may raise, and says why.

use egui::Ui;

use crate::record::{Edit, Field, Level, Objective, RaiseTo};
use crate::text::steps_finish::decisions as words;
use crate::text::{Label as _, labels};
use crate::window::StepContext;
use crate::window::theme::TextKind;
use crate::window::widgets::{
    FieldSpec, choice_row, field_id, findings_of, is_taken_back_by_key, ja_label, section_heading, text_field,
};

pub(super) fn ui(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    section_heading(ui, words::whole_title(lang));
    ja_label(ui, words::whole_lead(lang), TextKind::Body);
    for objective in Objective::ALL {
        let now = labels::assessment(cx.judgement.objectives[objective], cx.catalogue, lang);
        ui.horizontal_wrapped(|ui| {
            ja_label(ui, objective.label(lang), TextKind::Strong);
            ja_label(ui, &words::level_now(&now, lang), TextKind::Small);
        });
        raise(ui, cx, objective);
        findings_of(ui, cx, &Field::Raise(objective));
        let raise = &cx.record.raises[objective];
        if raise.to != RaiseTo::NotRaised || !raise.reason.is_blank() {
            let name = words::reason_of(&words::raise_name(objective.label(lang), lang), lang);
            let spec = FieldSpec::new(words::reason(lang)).rows(2);
            text_field(ui, cx, Field::RaiseReason(objective), spec).accessible_name(name);
        }
    }
}

/// Not raised, or one of the levels above the lowest: nothing is lowered here.
fn raise(ui: &mut Ui, cx: &mut StepContext<'_>, objective: Objective) {
    let lang = cx.lang;
    let levels = cx.catalogue.levels.iter().map(|definition| definition.level).filter(|level| *level > Level::Low);
    let named: Vec<(RaiseTo, String)> = std::iter::once((RaiseTo::NotRaised, words::not_raised(lang).to_owned()))
        .chain(levels.map(|level| (RaiseTo::Level(level), words::raise_to(&labels::level(level, cx.catalogue, lang), lang))))
        .collect();
    let options: Vec<(RaiseTo, &str)> = named.iter().map(|(to, name)| (*to, name.as_str())).collect();
    let id = field_id(&Field::Raise(objective));
    let name = words::raise_name(objective.label(lang), lang);
    let to = &cx.record.raises[objective].to;
    let chosen = choice_row(ui, id, &name, &options, Some(to));
    // Not to raise is an option of its own, and what is left when a raise is taken back.
    let is_taken_back = is_taken_back_by_key(ui, id, *to != RaiseTo::NotRaised);
    if let Some(to) = chosen.or_else(|| is_taken_back.then_some(RaiseTo::NotRaised)) {
        cx.edit(Edit::RaiseObjective(objective, to));
    }
}
