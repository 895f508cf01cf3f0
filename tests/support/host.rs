//! A host for single steps: it applies their edits, keeps one undo step per edit, and collects their commands.
#![allow(dead_code, reason = "each test that shows steps uses a part of it")]

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Event, ImeEvent};
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use egui_kittest::{Harness, Node};
use liu_wizard::catalogue::{Catalogue, StepId};
use liu_wizard::judgement::{Judgement, judge};
use liu_wizard::record::{
    Answer, CommentId, ConfidentialityGrade, Date, Edit, Grade, ItemId, NewItem, OptionId, PersonCount, QuestionId, Record,
    RecordId, Role as User, TaskChoice, TaskId,
};
use liu_wizard::text::Lang;
use liu_wizard::window::steps::{self, PageState};
use liu_wizard::window::widgets::TextDrafts;
use liu_wizard::window::{Command, IdSource, Outside, Request, StepContext, Topic};

pub struct Host {
    pub record: Record,
    pub catalogue: Arc<Catalogue>,
    pub judgement: Judgement,
    pub step: StepId,
    pub lang: Lang,
    pub page: PageState,
    pub drafts: TextDrafts,
    pub topic: Topic,
    pub outside: Outside,
    pub undo: Vec<Record>,
    pub commands: Vec<Command>,
    ids: Ids,
}

#[derive(Default)]
struct Ids(usize);

impl IdSource for Ids {
    fn record_id(&mut self) -> RecordId {
        RecordId::new("r").unwrap()
    }

    fn item_id(&mut self) -> ItemId {
        self.0 += 1;
        ItemId::new(format!("new{}", self.0)).unwrap()
    }

    fn comment_id(&mut self) -> CommentId {
        self.0 += 1;
        CommentId::new(format!("comment{}", self.0)).unwrap()
    }
}

pub fn today() -> Date {
    Date::new(2026, 11, 23).unwrap()
}

impl Host {
    pub fn new(step: StepId, record: Record) -> Self {
        let catalogue = Catalogue::shipped().unwrap();
        let judgement = judge(&record, &catalogue, today());
        Self {
            record,
            catalogue,
            judgement,
            step,
            lang: Lang::Ja,
            page: PageState::default(),
            drafts: TextDrafts::default(),
            topic: Topic::Step(step),
            outside: Outside::default(),
            undo: Vec::new(),
            commands: Vec::new(),
            ids: Ids::default(),
        }
    }

    pub fn ui(&mut self, ui: &mut egui::Ui) {
        self.watch_the_input_method(ui);
        let mut out = Vec::new();
        egui::CentralPanel::default().show(ui, |ui| {
            egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                let mut cx = StepContext {
                    record: &self.record,
                    catalogue: &self.catalogue,
                    judgement: &self.judgement,
                    today: today(),
                    lang: self.lang,
                    outside: &self.outside,
                    target: None,
                    drafts: &mut self.drafts,
                    page: &mut self.page,
                    guidance: &mut self.topic,
                    out: &mut out,
                    ids: &mut self.ids,
                };
                steps::show(self.step, ui, &mut cx);
            });
        });
        for request in out {
            match request {
                Request::Edit(edit) => self.apply(edit),
                Request::Command(command) => self.commands.push(command),
            }
        }
    }

    pub fn apply(&mut self, edit: Edit) {
        self.undo.push(self.record.clone());
        self.record.apply(edit).unwrap();
        self.judgement = judge(&self.record, &self.catalogue, today());
    }

    pub fn undo(&mut self) {
        self.record = self.undo.pop().unwrap();
        self.judgement = judge(&self.record, &self.catalogue, today());
    }

    fn watch_the_input_method(&mut self, ui: &egui::Ui) {
        for event in ui.input(|input| input.events.clone()) {
            match event {
                Event::Ime(ImeEvent::Preedit { text, .. }) => self.drafts.set_composing(!text.is_empty()),
                Event::Ime(ImeEvent::Commit(_)) => self.drafts.set_composing(false),
                _ => {}
            }
        }
    }

    pub fn answer(&self, item: &str, question: &str) -> &Answer {
        self.record.item(&ItemId::new(item).unwrap()).unwrap().answers.get(question)
    }
}

pub type Window<'a> = Harness<'a, Host>;

/// Shows one step in a window of this size, in points.
pub fn window<'a>(host: Host, size: [f32; 2]) -> Window<'a> {
    let mut window = Harness::builder()
        .with_size(size)
        .with_max_steps(12)
        .with_render_cursor(false)
        .with_theme(egui::Theme::Light)
        .renderer(super::cpu_renderer::CpuRenderer::default())
        .with_context_setup(liu_wizard::window::theme::install)
        .build_ui_state(|ui, host: &mut Host| host.ui(ui), host);
    window.run();
    window
}

pub fn button<'w>(window: &'w Window<'_>, label: &'w str) -> Node<'w> {
    window.get(by().role(Role::Button).label(label))
}

pub fn press(window: &mut Window<'_>, keys: &[egui::Key]) {
    for key in keys {
        window.key_press(*key);
        window.run();
    }
}

/// What has the focus, by its accessible name.
pub fn focused(window: &Window<'_>) -> String {
    let node = window.root().children_recursive().find(|node| node.is_focused());
    node.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
}

/// Keeps a picture where somebody can look at it, when `LIU_WIZARD_PICTURES` names a folder; `LIU_WIZARD_PICTURE` says of
/// which names.
pub fn picture(window: &mut Window<'_>, name: &str) {
    let wanted = std::env::var("LIU_WIZARD_PICTURE").unwrap_or_default();
    if let Ok(folder) = std::env::var("LIU_WIZARD_PICTURES")
        && name.contains(&wanted)
    {
        window.render().unwrap().save(format!("{folder}/{name}.png")).unwrap();
    }
}

/// A record in which nothing was answered.
pub fn empty_record(role: User) -> Record {
    let catalogue = Catalogue::shipped().unwrap();
    let id = RecordId::new("00000000-0000-4000-8000-000000000001").unwrap();
    Record::new(id, role, today(), catalogue.profiles.first().unwrap().id.clone(), catalogue.pin())
}

/// A record with these items, graded 機密性2・完全性1・可用性1 with up to 100 persons, and nothing answered.
pub fn record(items: &[&str]) -> Record {
    let mut record = empty_record(User::Agency);
    let new = items.iter().zip(1..).map(|(name, place)| NewItem {
        id: id(place),
        name: (*name).to_owned(),
        description: String::new(),
    });
    record.apply(Edit::AddItems(new.collect())).unwrap();
    let ids: Vec<ItemId> = (1..=items.len()).map(id).collect();
    for edit in [
        Edit::ChooseTask(TaskChoice::Listed(TaskId::new("LIU-A1").unwrap())),
        Edit::GradeConfidentiality(ids.clone(), ConfidentialityGrade::Two),
        Edit::GradeIntegrity(ids.clone(), Grade::One),
        Edit::GradeAvailability(ids.clone(), Grade::One),
        Edit::CountPersons(ids, PersonCount::UpTo100),
    ] {
        record.apply(edit).unwrap();
    }
    for (gate, answer) in [
        ("G1", Answer::Yes),
        ("G2", Answer::Yes),
        ("G3", Answer::No),
        ("G4", Answer::No),
        ("G6", Answer::Yes),
        ("G7", Answer::Yes),
        ("G8", Answer::Yes),
    ] {
        record.apply(Edit::AnswerGate(QuestionId::new(gate).unwrap(), answer)).unwrap();
    }
    record
}

/// The same with every question answered so that nothing is raised and no reason is asked for.
pub fn all_no(items: &[&str]) -> Record {
    let catalogue = Catalogue::shipped().unwrap();
    let mut record = record(items);
    let ids: Vec<ItemId> = (1..=items.len()).map(id).collect();
    for question in catalogue.questions.iter().filter(|question| question.section.objective().is_some()) {
        let answer = match &question.effect {
            liu_wizard::catalogue::Effect::Options(options) => Answer::Choice(options.last().unwrap().id.clone()),
            _ => Answer::No,
        };
        record.apply(Edit::AnswerItems(ids.clone(), question.id.clone(), answer)).unwrap();
    }
    record
}

pub fn id(place: usize) -> ItemId {
    ItemId::new(format!("i{place}")).unwrap()
}

pub fn question(id: &str) -> QuestionId {
    QuestionId::new(id).unwrap()
}

pub fn option(id: &str) -> Answer {
    Answer::Choice(OptionId::new(id).unwrap())
}
