//! 案内: what is done at one time on a step, in which order, and where it stands.

use egui::{Id, Ui};

use crate::catalogue::{Catalogue, Effect, StepId};
use crate::file::WayThrough;
use crate::judgement::{CellJudgement, Judgement, QuestionState};
use crate::record::{Answer, Field, InformationItem, Objective, QuestionId, Record};
use crate::text::steps_finish::guided as words;
use crate::text::{Lang, question_name};
use crate::window::memory::{Guided, Spot};
use crate::window::theme::{TextKind, palette};
use crate::window::widgets::{choices_to_be_read, field_id, ja_layout, page_heading_id, segmented};
use crate::window::{Command, StepContext, Topic};

/// Where 案内 stands on a step: among the spots that there are, of which there is at least one.
#[derive(Clone, Debug)]
pub(in crate::window) struct GuidedPlace {
    before: Vec<Spot>,
    spot: Spot,
    after: Vec<Spot>,
}

impl GuidedPlace {
    /// What is done now.
    pub(in crate::window) const fn spot(&self) -> &Spot {
        &self.spot
    }

    /// What is done next on this step.
    pub(in crate::window) fn next(&self) -> Option<&Spot> {
        self.after.first()
    }

    /// What was done before on this step.
    pub(in crate::window) fn previous(&self) -> Option<&Spot> {
        self.before.last()
    }

    /// All that is done on the step, in its order.
    pub(in crate::window) fn all(&self) -> impl Iterator<Item = &Spot> {
        self.before.iter().chain([&self.spot]).chain(&self.after)
    }

    /// How many come before the one now.
    pub(in crate::window) const fn index(&self) -> usize {
        self.before.len()
    }
}

/// The objective of a step that asks for one.
pub(in crate::window) const fn objective_of(step: StepId) -> Option<Objective> {
    match step {
        StepId::Confidentiality => Some(Objective::Confidentiality),
        StepId::Integrity => Some(Objective::Integrity),
        StepId::Availability => Some(Objective::Availability),
        _ => None,
    }
}

/// Whether there are two ways through a step.
pub(in crate::window) fn has_two_ways(step: StepId, record: &Record) -> bool {
    objective_of(step).is_some() && !record.items.is_empty()
}

/// Where 案内 stands on a step; nothing where the step is not gone through so.
pub(in crate::window) fn place(
    step: StepId,
    record: &Record,
    catalogue: &Catalogue,
    judgement: &Judgement,
    guided: &Guided,
) -> Option<GuidedPlace> {
    if guided.way != WayThrough::Guided || !has_two_ways(step, record) {
        return None;
    }
    let spots = spots(step, record, catalogue, judgement);
    let at = guided.at(step);
    let found = at.and_then(|at| spots.iter().position(|spot| spot == at));
    let at = found.unwrap_or_else(|| match at {
        // What was asked no longer applies: on to what follows it.
        Some(Spot::Question(gone)) => follower(gone, &spots, catalogue),
        _ => spots.iter().position(|spot| is_open(step, spot, record, judgement)).unwrap_or_default(),
    });
    let mut spots = spots;
    let mut after = spots.split_off(at.min(spots.len()));
    if after.is_empty() {
        return None;
    }
    let spot = after.remove(0);
    Some(GuidedPlace { before: spots, spot, after })
}

/// What is done on a step, one after the other.
fn spots(step: StepId, record: &Record, catalogue: &Catalogue, judgement: &Judgement) -> Vec<Spot> {
    let Some(objective) = objective_of(step) else { return Vec::new() };
    let questions = catalogue.questions.iter().filter(|question| question.section.objective() == Some(objective));
    let asked = questions.filter(|question| asked_of(&question.id, objective, record, judgement).next().is_some());
    asked.map(|question| Spot::Question(question.id.clone())).chain([Spot::End]).collect()
}

/// The items that a question is asked of; none for one that follows from their attributes.
fn asked_of<'a>(
    id: &'a QuestionId,
    objective: Objective,
    record: &'a Record,
    judgement: &'a Judgement,
) -> impl Iterator<Item = &'a InformationItem> + 'a {
    let items = record.items.iter().zip(&judgement.items);
    let is_asked =
        move |cell: &CellJudgement| cell.questions.iter().any(|(other, state)| other == id && *state == QuestionState::Asked);
    items.filter(move |(_, judged)| is_asked(&judged.cells[objective])).map(|(item, _)| item)
}

fn has_no_answer(item: &InformationItem, id: &QuestionId) -> bool {
    *item.answers.get(id.as_str()) == Answer::NotAnswered
}

/// The place of what comes after a question that is no longer asked.
fn follower(gone: &QuestionId, spots: &[Spot], catalogue: &Catalogue) -> usize {
    let order = |id: &QuestionId| catalogue.questions.iter().position(|question| question.id == *id);
    let is_later = |spot: &Spot| match spot {
        Spot::Question(question) => order(question) > order(gone),
        _ => true,
    };
    spots.iter().position(is_later).unwrap_or_default()
}

/// Whether something of a spot is not answered.
pub(in crate::window) fn is_open(step: StepId, spot: &Spot, record: &Record, judgement: &Judgement) -> bool {
    let (Some(objective), Spot::Question(id)) = (objective_of(step), spot) else { return false };
    asked_of(id, objective, record, judgement).any(|item| has_no_answer(item, id))
}

/// The spot that a topic of the guidance is about, on a step that shows it.
pub(in crate::window) fn spot_of(step: StepId, topic: &Topic, catalogue: &Catalogue) -> Option<Spot> {
    let objective = objective_of(step)?;
    match topic {
        Topic::Question(id) => {
            let question = catalogue.question(id)?;
            let is_here = question.section.objective() == Some(objective);
            let is_derived = matches!(question.effect, Effect::PersonCount { .. } | Effect::GradeTwoExplains);
            (is_here && !is_derived).then(|| Spot::Question(id.clone()))
        }
        _ => None,
    }
}

/// The field in which 一覧表 shows what a spot is about.
pub(in crate::window) fn field_of(step: StepId, spot: &Spot, record: &Record, judgement: &Judgement) -> Option<Field> {
    let (Some(objective), Spot::Question(id)) = (objective_of(step), spot) else { return None };
    let first = asked_of(id, objective, record, judgement).next();
    first.map(|item| Field::Answer(item.id.clone(), id.clone()))
}

/// The widget with which a spot begins: the answer for all where none has one, else the first that is missing.
pub(in crate::window) fn first_focus(step: StepId, spot: &Spot, record: &Record, judgement: &Judgement) -> Id {
    let (Some(objective), Spot::Question(id)) = (objective_of(step), spot) else { return page_heading_id() };
    let asked: Vec<&InformationItem> = asked_of(id, objective, record, judgement).collect();
    if asked.len() > 1 && asked.iter().all(|item| has_no_answer(item, id)) {
        return all_alike_id(id);
    }
    let first = asked.iter().find(|item| has_no_answer(item, id)).or_else(|| asked.first());
    first.map_or_else(page_heading_id, |item| field_id(&Field::Answer(item.id.clone(), id.clone())))
}

/// The id of the widget that answers a question for all items alike.
pub(in crate::window) fn all_alike_id(question: &QuestionId) -> Id {
    Id::unique(("all alike", question.as_str()))
}

/// What is done next, in a word or two, for a button.
pub(in crate::window) fn name_of(spot: &Spot, catalogue: &Catalogue, lang: Lang) -> String {
    match spot {
        Spot::Question(id) => question_name(id, catalogue, lang),
        Spot::End => words::the_end(lang).to_owned(),
    }
}

/// The first line of a step that has two ways: what is said at the left, and the switch at the right.
pub(in crate::window) fn switch_line<'a>(
    ui: &mut Ui,
    cx: &mut StepContext<'a>,
    left: impl FnOnce(&mut Ui, &mut StepContext<'a>),
) {
    let words = [words::guided(cx.lang), words::overview(cx.lang)];
    let width = words.map(|word| ja_layout(ui, word, TextKind::Strong, palette(ui).text, f32::INFINITY).size().x + 22.0);
    ui.horizontal_wrapped(|ui| {
        left(ui, cx);
        let room = ui.available_size_before_wrap().x - width.iter().sum::<f32>();
        if room > 0.0 {
            ui.add_space(room);
        }
        switch(ui, cx);
    });
    ui.add_space(4.0);
}

/// 案内｜一覧表
fn switch(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    let options = [(WayThrough::Guided, words::guided(lang)), (WayThrough::Overview, words::overview(lang))];
    let (id, way) = (Id::unique("way through"), cx.page.guided.way);
    // How somebody looks at a record is no part of it.
    let chosen = choices_to_be_read(ui, None, |ui| segmented(ui, id, words::way_through(lang), &options, &way, None));
    if let Some(way) = chosen {
        cx.command(Command::TakeWay(way));
    }
}
