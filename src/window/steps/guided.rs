//! 案内: what is done at one time on a step, in which order, and where it stands.

use egui::{Id, Key, Modifiers, Ui};

use crate::catalogue::{Catalogue, Effect, Question, Section, StepId};
use crate::file::WayThrough;
use crate::judgement::{CellJudgement, FindingKind, Judgement, QuestionState, Standing, gate_end};
use crate::record::{Answer, Assessment, Field, InformationItem, Level, Objective, QuestionId, Record};
use crate::text::steps_finish::guided as words;
use crate::text::{Label as _, Lang, item_name, question_name};
use crate::window::memory::{Guided, Spot};
use crate::window::theme::{TextKind, palette};
use crate::window::widgets::{
    BoxState, choices_to_be_read, field_id, ja_label, ja_layout, page_heading_id, progress_boxes, segmented,
};
use crate::window::{Command, StepContext, Topic};

/// The most characters of an item's name on a button.
const LONGEST_NAME: usize = 16;

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
fn has_two_ways(step: StepId, record: &Record) -> bool {
    step == StepId::Gate || (step == StepId::Decisions || objective_of(step).is_some()) && !record.items.is_empty()
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
        // What is settled by now wants no thought of its own any more.
        Some(Spot::Cell(..)) => {
            spots.iter().position(|spot| is_open(step, spot, record, judgement)).unwrap_or(spots.len().saturating_sub(1))
        }
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
    let done: Vec<Spot> = match (step, objective_of(step)) {
        (StepId::Gate, _) => gate_questions(record, catalogue, judgement).map(|id| Spot::Question(id.clone())).collect(),
        (StepId::Decisions, _) => decisions(record, judgement),
        (_, Some(objective)) => {
            let questions = catalogue.questions.iter().filter(|question| question.section.objective() == Some(objective));
            let asked = questions.filter(|question| asked_of(&question.id, objective, record, judgement).next().is_some());
            asked.map(|question| Spot::Question(question.id.clone())).collect()
        }
        (_, None) => return Vec::new(),
    };
    done.into_iter().chain([Spot::End]).collect()
}

/// The gate questions up to the one that ends the gate, and those beyond it that would end it sooner. The target task has a step of
/// its own.
fn gate_questions<'a>(
    record: &'a Record,
    catalogue: &'a Catalogue,
    judgement: &'a Judgement,
) -> impl Iterator<Item = &'a QuestionId> + 'a {
    let questions = || catalogue.questions_of(Section::Gate).filter(|question| question.effect != Effect::TaskChoice);
    let ends = move |question: &Question| {
        gate_end(question).is_some_and(|(answer, _)| answer == *record.gate.answers.get(question.id.as_str()))
    };
    let last = questions().position(ends);
    let counts = move |id: &QuestionId| {
        judgement.findings.iter().any(|finding| matches!(&finding.kind, FindingKind::GateNotAnswered(other) if other == id))
    };
    let matters = move |(place, question): &(usize, &Question)| {
        // What was answered stays where it was.
        let is_answered = *record.gate.answers.get(question.id.as_str()) != Answer::NotAnswered;
        last.is_none_or(|last| *place <= last) || is_answered || counts(&question.id)
    };
    questions().enumerate().filter(matters).map(|(_, question)| &question.id)
}

/// The decisions: those that need no reason together, then each that wants a thought.
fn decisions(record: &Record, judgement: &Judgement) -> Vec<Spot> {
    let wants_thought = |cell: &CellJudgement| {
        let is_plain = matches!(cell.standing, Standing::NotDecided | Standing::AsProposed);
        !is_plain || cell.needs_reason() || cell.proposal != Assessment::assessed(Level::Low)
    };
    let cells = record.items.iter().zip(&judgement.items).flat_map(|(item, judged)| {
        let cells = judged.cells.iter().filter(|(_, cell)| wants_thought(cell));
        cells.map(|(objective, _)| Spot::Cell(item.id.clone(), objective))
    });
    [Spot::AsProposed].into_iter().chain(cells).collect()
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

/// Whether something of a spot is not answered, or not decided.
pub(in crate::window) fn is_open(step: StepId, spot: &Spot, record: &Record, judgement: &Judgement) -> bool {
    match (spot, objective_of(step)) {
        (Spot::Question(id), Some(objective)) => asked_of(id, objective, record, judgement).any(|item| has_no_answer(item, id)),
        (Spot::Question(id), None) => *record.gate.answers.get(id.as_str()) == Answer::NotAnswered,
        (Spot::AsProposed, _) => !judgement.decidable_as_proposed().is_empty(),
        (Spot::Cell(id, objective), _) => {
            let judged = record.items.iter().zip(&judgement.items).find(|(item, _)| item.id == *id);
            judged.is_some_and(|(_, judged)| !judged.cells[*objective].standing.stands())
        }
        (Spot::End, _) => false,
    }
}

/// The spot that a topic of the guidance is about, on a step that shows it.
pub(in crate::window) fn spot_of(step: StepId, topic: &Topic, catalogue: &Catalogue) -> Option<Spot> {
    match topic {
        Topic::Question(id) => {
            let question = catalogue.question(id)?;
            let is_here = match objective_of(step) {
                Some(objective) => question.section.objective() == Some(objective),
                None => step == StepId::Gate && question.section == Section::Gate,
            };
            let is_asked = !matches!(question.effect, Effect::PersonCount { .. } | Effect::GradeTwoExplains | Effect::TaskChoice);
            (is_here && is_asked).then(|| Spot::Question(id.clone()))
        }
        Topic::Field(Field::Decision(item, objective) | Field::Reason(item, objective)) if step == StepId::Decisions => {
            Some(Spot::Cell(item.clone(), *objective))
        }
        Topic::Field(_) if matches!(step, StepId::Decisions | StepId::Gate) => Some(Spot::End),
        _ => None,
    }
}

/// The field in which 一覧表 shows what a spot is about.
pub(in crate::window) fn field_of(step: StepId, spot: &Spot, record: &Record, judgement: &Judgement) -> Option<Field> {
    match (spot, objective_of(step)) {
        (Spot::Question(id), Some(objective)) => {
            let first = asked_of(id, objective, record, judgement).next();
            first.map(|item| Field::Answer(item.id.clone(), id.clone()))
        }
        (Spot::Question(id), None) => Some(Field::Gate(id.clone())),
        (Spot::Cell(item, objective), _) => Some(Field::Decision(item.clone(), *objective)),
        (Spot::AsProposed | Spot::End, _) => None,
    }
}

/// The widget with which a spot begins: the answer for all where none has one, else the first that is missing.
pub(in crate::window) fn first_focus(step: StepId, spot: &Spot, record: &Record, judgement: &Judgement) -> Id {
    let (id, objective) = match (spot, objective_of(step)) {
        (Spot::Question(id), Some(objective)) => (id, objective),
        (Spot::Question(id), None) => return field_id(&Field::Gate(id.clone())),
        (Spot::Cell(item, objective), _) => return field_id(&Field::Decision(item.clone(), *objective)),
        (Spot::AsProposed | Spot::End, _) => return page_heading_id(),
    };
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
pub(in crate::window) fn name_of(spot: &Spot, record: &Record, catalogue: &Catalogue, lang: Lang) -> String {
    match spot {
        Spot::Question(id) => question_name(id, catalogue, lang),
        Spot::AsProposed => words::without_reason(lang).to_owned(),
        Spot::Cell(item, objective) => {
            let name: String = item_name(item, record, lang).chars().take(LONGEST_NAME).collect();
            words::row_name(&name, objective.label(lang), lang)
        }
        Spot::End => words::the_end(lang).to_owned(),
    }
}

/// Notes what is shown, and lets the guidance follow it.
pub(in crate::window) fn arrive(cx: &mut StepContext<'_>, step: StepId, place: &GuidedPlace) {
    let spot = place.spot().clone();
    let is_new = cx.page.guided.shown.as_ref() != Some(&(step, spot.clone()));
    cx.page.guided.shown = Some((step, spot.clone()));
    if is_new {
        *cx.guidance = match &spot {
            Spot::Question(question) => Topic::Question(question.clone()),
            Spot::Cell(..) => Topic::Levels,
            Spot::AsProposed | Spot::End => Topic::Step(step),
        };
    }
    cx.page.guided.go(step, spot);
}

/// What the step is about, how far one has come in it, and the switch to 一覧表.
pub(in crate::window) fn header(ui: &mut Ui, cx: &mut StepContext<'_>, step: StepId, place: &GuidedPlace, about: &str) {
    let lang = cx.lang;
    let done: Vec<&Spot> = place.all().filter(|spot| **spot != Spot::End).collect();
    let is_open = |spot: &Spot| is_open(step, spot, cx.record, cx.judgement);
    let states: Vec<BoxState> = done
        .iter()
        .map(|spot| match spot {
            _ if *spot == place.spot() => BoxState::Current,
            _ if is_open(spot) => BoxState::Open,
            _ => BoxState::Done,
        })
        .collect();
    let finished = done.iter().filter(|spot| !is_open(spot)).count();
    let said = words::progress(finished, done.len(), lang);
    let place_said = (place.index() < done.len()).then(|| words::question_of(place.index() + 1, done.len(), lang));
    switch_line(ui, cx, |ui, _| {
        ja_label(ui, step.label(lang), TextKind::Strong);
        ja_label(ui, about, TextKind::Small);
        progress_boxes(ui, &states, &said);
        if let Some(place_said) = place_said {
            ja_label(ui, &place_said, TextKind::Small);
        }
    });
}

/// Enter goes on where it means nothing else: on the heading, on answers, and where nothing has the focus.
pub(in crate::window) fn enter_goes_on(ui: &Ui, cx: &mut StepContext<'_>, is_answer: impl Fn(Id) -> bool) {
    let focused = ui.memory(egui::Memory::focused);
    let goes_on = focused.is_none_or(|id| id == page_heading_id() || is_answer(id));
    if goes_on && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
        cx.command(Command::NextQuestion);
    }
}

/// The first line of a step that has two ways: what is said at the left, and the switch at the right.
pub(in crate::window) fn switch_line<'a>(
    ui: &mut Ui,
    cx: &mut StepContext<'a>,
    left: impl FnOnce(&mut Ui, &mut StepContext<'a>),
) {
    let words = [words::guided(cx.lang), words::overview(cx.lang)];
    let width = words.map(|word| ja_layout(ui, word, TextKind::Strong, palette(ui).text, f32::INFINITY).size().x + 28.0);
    ui.horizontal_wrapped(|ui| {
        left(ui, cx);
        let room = ui.available_size_before_wrap().x - width.iter().sum::<f32>();
        if room > 0.0 {
            ui.add_space(room);
        } else {
            ui.end_row();
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
