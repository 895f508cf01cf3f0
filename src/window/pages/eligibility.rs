//! 登録できるか: five questions before there is a record, one at a time, and where their answers lead.

use std::path::Path;
use std::sync::Arc;

use egui::accesskit::Role as NodeRole;
use egui::{Frame, Id, Modal, ScrollArea, Ui, UiBuilder};

use crate::catalogue::{Catalogue, Eligibility, EligibilityOption, EligibilityPoint, EligibilityQuestion, Way};
use crate::judgement::{EligibilityAnswers, EligibilityOutcome, eligible};
use crate::record::Role;
use crate::text::{Lang, Message, eligibility as words, shown_path, window as shell};
use crate::window::dialogs::Purpose;
use crate::window::stack::{Asked, Page};
use crate::window::state::App;
use crate::window::theme::{TextKind, palette};
use crate::window::widgets::{
    Card, Cards, FocusGuide, Tone, bases_list, basis_badge, choice_cards, dialog_heading, ja_label, link_button, message_box,
    message_text, primary_button, secondary_button, section_heading, small_button,
};
use crate::window::{Command, Request};

/// The widest the page becomes, in points.
const WIDEST: f32 = 820.0;
/// For so many frames what the page shows is new.
const NEW_FRAMES: u8 = 3;

/// The page while it is open. What was answered is kept nowhere else.
#[derive(Debug)]
pub struct EligibilityPage {
    /// What the answers rest on. The entries of the list and the sources are those of the catalogue that the program ships.
    catalogue: Arc<Catalogue>,
    answers: EligibilityAnswers,
    at: At,
    /// What came of saving the page.
    saved: Option<Result<String, Message>>,
    /// In how many frames it has been what it shows.
    frames: u8,
}

/// What the page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum At {
    Question(EligibilityPoint),
    Result,
}

/// What its user asks for.
enum Act {
    Close,
    Save,
    BeginRecord,
    Copy(String),
}

impl EligibilityPage {
    /// The page at its first question.
    pub fn new(catalogue: Arc<Catalogue>) -> Self {
        let at = At::Question(EligibilityPoint::Information);
        Self { catalogue, answers: EligibilityAnswers::default(), at, saved: None, frames: 0 }
    }

    /// What was answered, and the catalogue that it rests on.
    pub fn answered(&self) -> (EligibilityAnswers, Arc<Catalogue>) {
        (self.answers.clone(), Arc::clone(&self.catalogue))
    }

    /// Says where the page was saved, or why it was not.
    pub fn tell_saved(&mut self, path: &Path, result: Result<(), Message>, lang: Lang) {
        self.saved = Some(result.map(|()| words::written(&shown_path(path), lang)));
    }

    fn outcome(&self) -> EligibilityOutcome {
        eligible(&self.answers, Eligibility::shipped(), &self.catalogue)
    }

    fn turn(&mut self, at: At) {
        (self.at, self.saved, self.frames) = (at, None, 0);
    }

    /// Goes on: to the next question that is asked at all, or to the result.
    fn go_on(&mut self) {
        let At::Question(point) = self.at else { return };
        let outcome = self.outcome();
        let next = EligibilityPoint::ALL.into_iter().find(|next| *next > point && !outcome.not_asked.contains(next));
        self.turn(next.map_or(At::Result, At::Question));
    }

    /// Goes back to the question before; false if there is none.
    fn go_back(&mut self) -> bool {
        let outcome = self.outcome();
        let before =
            EligibilityPoint::ALL.into_iter().rev().filter(|point| !outcome.not_asked.contains(point)).find(
                |before| match self.at {
                    At::Question(point) => *before < point,
                    At::Result => true,
                },
            );
        before.map(|before| self.turn(At::Question(before))).is_some()
    }
}

impl Page<App> for EligibilityPage {
    fn draw(&mut self, ui: &mut Ui, app: &App) -> Option<Asked<App>> {
        Some(match page(ui, self, app.lang())? {
            Act::Close => Asked::Close,
            Act::Save => Asked::act(|app: &mut App| app.ask(Purpose::SaveEligibility)),
            Act::BeginRecord => Asked::act(|app: &mut App| {
                app.pages.take::<Self>();
                app.carry_out(Request::Command(Command::New(Role::Csp)));
            }),
            Act::Copy(text) => Asked::act(move |app: &mut App| app.carry_out(Request::Command(Command::CopyText(text)))),
        })
    }
}

fn page(ui: &Ui, page: &mut EligibilityPage, lang: Lang) -> Option<Act> {
    let id = Id::unique("eligibility");
    let area = Modal::default_area(id).accessible_name(words::title(lang));
    let frame = Frame::window(ui.style());
    let response = Modal::new(id).area(area).frame(frame).backdrop_color(palette(ui).scrim).show(ui.ctx(), |ui| {
        let room = ui.ctx().content_rect().size();
        ui.set_width((room.x - 60.0).min(WIDEST));
        // The buttons stay in view and where they are, however small the screen and however much is said.
        let height = (room.y - 150.0).max(110.0);
        let scrolled = ScrollArea::vertical().id_salt(page.at).max_height(height).min_scrolled_height(height);
        let act = scrolled.auto_shrink([false, false]).show(ui, |ui| {
            ui.set_width(ui.available_width() - 12.0);
            match page.at {
                At::Question(point) => {
                    question(ui, page, point, lang);
                    None
                }
                At::Result => result(ui, page, lang),
            }
        });
        ui.add_space(6.0);
        foot(ui, page, lang).or(act.inner)
    });
    let closed = response.should_close().then_some(Act::Close);
    response.inner.or(closed)
}

fn heading_id() -> Id {
    Id::unique("eligibility heading")
}

/// What the page is for and where in it one is, in small letters, and below it what it is about now.
fn head(ui: &mut Ui, at: &str, heading: &str, lang: Lang) {
    ja_label(ui, &words::of_title(at, lang), TextKind::SmallStrong);
    dialog_heading(ui, heading_id(), heading);
}

/// A question, what each of its answers does, and what follows from the one that was given.
fn question(ui: &mut Ui, page: &mut EligibilityPage, point: EligibilityPoint, lang: Lang) {
    let Some(asked) = Eligibility::shipped().question(point) else { return };
    let number = EligibilityPoint::ALL.iter().position(|other| *other == point).unwrap_or_default() + 1;
    head(ui, &words::number(number, EligibilityPoint::ALL.len(), lang), asked.text.text(lang), lang);
    if number == 1 {
        ja_label(ui, words::lead(lang), TextKind::Small);
    }
    ja_label(ui, asked.about.text(lang), TextKind::Body);
    ui.add_space(6.0);
    let options = asked.answers(&page.catalogue);
    let meanings: Vec<String> = options.iter().map(|option| meaning(option, asked, &page.catalogue, lang)).collect();
    let given = page.answers.get(point);
    let cards: Vec<Card<'_>> = options
        .iter()
        .zip(&meanings)
        .map(|(option, meaning)| Card {
            id: card_id(point, &option.id),
            title: option.text.text(lang),
            marks: if is_task(option, asked) { vec![option.id.as_str()] } else { Vec::new() },
            meaning,
            aspects: Vec::new(),
            level: None,
            chosen: given == Some(option.id.as_str()),
        })
        .collect();
    let chosen = choice_cards(ui, asked.text.text(lang), &cards, Cards::Stack).and_then(|index| options.get(index));
    if let Some(option) = chosen {
        page.answers.set(point, option.id.as_str());
    }
    let given = page.answers.get(point);
    if let Some(option) = options.iter().find(|option| given == Some(option.id.as_str())) {
        ui.add_space(8.0);
        ja_label(ui, option.because.text(lang), TextKind::Strong);
        basis_badge(ui, &option.basis, &page.catalogue, lang);
    }
}

fn card_id(point: EligibilityPoint, option: &str) -> Id {
    Id::unique(("eligibility answer", point, option))
}

/// Whether an answer is an entry of the list of target tasks.
fn is_task(option: &EligibilityOption, asked: &EligibilityQuestion) -> bool {
    asked.each_task.is_some() && asked.options.iter().all(|other| other.id != option.id)
}

/// What stands below an answer before it is given: of an entry of the list its task, of any other what it does.
fn meaning(option: &EligibilityOption, asked: &EligibilityQuestion, catalogue: &Catalogue, lang: Lang) -> String {
    let task = catalogue.tasks.iter().find(|task| is_task(option, asked) && task.id.as_str() == option.id);
    task.map_or_else(|| words::leads(option.leads, lang), |task| task.task.text(lang)).to_owned()
}

/// Where the answers lead, why, and what is to be done.
fn result(ui: &mut Ui, page: &mut EligibilityPage, lang: Lang) -> Option<Act> {
    let (eligibility, outcome) = (Eligibility::shipped(), page.outcome());
    let way = outcome.way.and_then(|way| eligibility.way(way));
    head(ui, words::result(lang), way.map_or(words::not_told(lang), |way| way.title.text(lang)), lang);
    ja_label(ui, way.map_or(words::not_told_about(lang), |way| way.text.text(lang)), TextKind::Body);
    if let Some(way) = way {
        bases_list(ui, &way.basis, &page.catalogue, lang);
    }
    match &page.saved {
        Some(Ok(said)) => {
            message_text(ui, Tone::Success, said);
        }
        Some(Err(message)) => message_box(ui, Tone::Error, message),
        None => {}
    }
    let mut act = desk(ui, page, &outcome, lang);
    let mut back_to = None;
    section_heading(ui, words::answers(lang));
    for question in &eligibility.questions {
        if answer(ui, page, question, &outcome, lang) {
            back_to = Some(question.point);
        }
    }
    if outcome.asks_to_prepare(eligibility) {
        section_heading(ui, words::to_prepare(lang));
        ja_label(ui, words::to_prepare_note(lang), TextKind::Small);
        list(ui, words::to_prepare(lang), |ui| {
            for point in page.catalogue.check_points() {
                ui.add_space(4.0);
                ja_label(ui, point.text.text(lang), TextKind::Strong);
                ja_label(ui, point.guidance.text(lang), TextKind::Body);
                basis_badge(ui, &point.basis, &page.catalogue, lang);
            }
        });
    }
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        if link_button(ui, words::begin_again(lang)).clicked() {
            page.answers = EligibilityAnswers::default();
            back_to = Some(EligibilityPoint::Information);
        }
        if way.is_some_and(|way| way.prepares) && link_button(ui, words::begin_record(lang)).clicked() {
            act = Some(Act::BeginRecord);
        }
    });
    if way.is_some_and(|way| way.prepares) {
        ja_label(ui, words::begin_record_note(lang), TextKind::Small);
    }
    ja_label(ui, words::not_official(lang), TextKind::Small);
    if let Some(point) = back_to {
        page.turn(At::Question(point));
    }
    act
}

/// The desk, with its address to copy, and what it is to be asked.
fn desk(ui: &mut Ui, page: &EligibilityPage, outcome: &EligibilityOutcome, lang: Lang) -> Option<Act> {
    let (eligibility, mut act) = (Eligibility::shipped(), None);
    section_heading(ui, words::desk(lang));
    ja_label(ui, eligibility.desk.name.text(lang), TextKind::Strong);
    if outcome.way == Some(Way::Desk) {
        list(ui, words::to_ask(lang), |ui| {
            for counted in outcome.counted.iter().filter(|counted| counted.decides) {
                if let Some(question) = eligibility.question(counted.point) {
                    ja_label(ui, &words::asked(question.text.text(lang), lang), TextKind::Body);
                }
            }
        });
    } else {
        ja_label(ui, eligibility.desk.about.text(lang), TextKind::Body);
    }
    ui.horizontal_wrapped(|ui| {
        ja_label(ui, &eligibility.desk.address, TextKind::Body);
        if small_button(ui, words::copy_address(lang)).clicked() {
            act = Some(Act::Copy(eligibility.desk.address.clone()));
        }
    });
    basis_badge(ui, &eligibility.desk.basis, &page.catalogue, lang);
    act
}

/// A question with its answer, what follows from it, and the way back to it. Returns whether that is taken.
fn answer(ui: &mut Ui, page: &EligibilityPage, question: &EligibilityQuestion, outcome: &EligibilityOutcome, lang: Lang) -> bool {
    let short = question.short.text(lang);
    let counted = outcome.counted.iter().find(|counted| counted.point == question.point);
    let not_asked = outcome.not_asked.contains(&question.point);
    let said = match counted {
        Some(counted) => counted.option.text.text(lang),
        None if not_asked => words::not_asked(lang),
        None => words::open(lang),
    };
    ui.add_space(6.0);
    ja_label(ui, &crate::text::report::labelled(short, said, lang), TextKind::Strong);
    if let Some(counted) = counted {
        ja_label(ui, counted.option.because.text(lang), TextKind::Body);
        basis_badge(ui, &counted.option.basis, &page.catalogue, lang);
    }
    if not_asked {
        return false;
    }
    let link = link_button(ui, if counted.is_some() { words::change(lang) } else { words::answer_it(lang) });
    // There are several of them.
    ui.ctx().accesskit_node_builder(link.id, |node| node.set_label(words::change_of(short, lang)));
    link.clicked()
}

fn list(ui: &mut Ui, name: &str, contents: impl FnOnce(&mut Ui)) {
    let builder = UiBuilder::new().accessibility_role(NodeRole::List).accessibility_label(name);
    ui.scope_builder(builder, contents);
}

/// The one filled button goes on, or, once it is told where to go, keeps that on paper.
fn foot(ui: &mut Ui, page: &mut EligibilityPage, lang: Lang) -> Option<Act> {
    // What is new is read from its top. A menu that closes takes the focus once more.
    if page.frames < NEW_FRAMES {
        ui.ctx().with_plugin::<FocusGuide, _>(|guide| guide.want(heading_id()));
    }
    page.frames = page.frames.saturating_add(1);
    let mut act = None;
    ui.horizontal_wrapped(|ui| {
        let outcome = page.outcome();
        match page.at {
            At::Question(point) => {
                let is_last = EligibilityPoint::ALL.into_iter().all(|other| other <= point || outcome.not_asked.contains(&other));
                let text = if is_last { words::see_result(lang) } else { words::next_question(lang) };
                if primary_button(ui, text).clicked() {
                    page.go_on();
                }
            }
            At::Result => match outcome.open.first().filter(|_| outcome.way.is_none()) {
                Some(open) => {
                    if primary_button(ui, words::answer_open(lang)).clicked() {
                        page.turn(At::Question(*open));
                    }
                }
                None => {
                    if primary_button(ui, words::save_pdf(lang)).clicked() {
                        act = Some(Act::Save);
                    }
                }
            },
        }
        let is_first = page.at == At::Question(EligibilityPoint::Information);
        if !is_first && secondary_button(ui, shell::back(lang)).clicked() {
            page.go_back();
        }
        if secondary_button(ui, shell::close(lang)).clicked() {
            act = Some(Act::Close);
        }
    });
    act
}
