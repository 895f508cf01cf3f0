//! The question before an approval is brought to another state: what it is about, what was changed, by whom and when.
//!
//! Nothing is filled in for anybody: a name is typed, or chosen by who bears it. The day is that of the act, shown, and another
//! one can be entered: it says nothing in anybody's name, and a click for it on every act would only be clicked.

use std::sync::Arc;

use egui::{Context, Frame, Id, Margin, Modal, ScrollArea, Stroke, Ui};

use crate::judgement::{Severity, Standing};
use crate::record::{ApprovalState, Date, Edit, Line, Objective, Person, Prose, Record, Validity, same_person};
use crate::text::approval::{self as said, Changes};
use crate::text::days::both_calendars;
use crate::text::difference::Told;
use crate::text::steps_finish::approval as words;
use crate::text::{self, Label as _, Lang, edit_error, labels, marks};
use crate::window::commands::MenuCommand;
use crate::window::stack::{Asked, Page};
use crate::window::state::App;
use crate::window::steps::approval::done_id;
use crate::window::theme::{TextKind, palette_of};
use crate::window::widgets::{
    Column, FocusGuide, Tone, clearable_choice_row, dialog_heading, ja_label, line_input, link_button, message_text,
    primary_button, prose_input, secondary_button, section_heading, small_button, table,
};

/// Below this width, in points, changes are blocks.
const LEAST_WIDTH: f32 = 560.0;
/// For so many passes the question is new: the first one only measures it.
const PASSES_NEW: u8 = 2;
const WIDEST: f32 = 860.0;
const SCROLL_BAR: f32 = 12.0;

/// What is asked and answered.
#[derive(Debug)]
pub(in crate::window) struct ApprovalForm {
    /// The state that is to be recorded.
    to: ApprovalState,
    /// What it is recorded for, in words.
    about: About,
    /// The day of the act.
    today: Date,
    /// People that the record knows, with what they are there.
    people: Vec<(Person, String)>,
    title: String,
    name: String,
    /// Another day, once one is wanted.
    other_day: Option<String>,
    validity: Validity,
    comment: String,
    /// The content was another one when this was opened first.
    is_changed_meanwhile: bool,
    /// For how many more passes it is new: its heading takes the focus.
    passes_new: u8,
}

/// What is chosen.
#[derive(Clone, Copy, Debug)]
enum Choice {
    /// To record what was asked.
    Record,
    /// To record nothing.
    Close,
}

impl Page<App> for ApprovalForm {
    fn draw(&mut self, ui: &mut Ui, window: &App) -> Option<Asked<App>> {
        let is_new = self.passes_new > 0;
        self.passes_new = self.passes_new.saturating_sub(1);
        match show(ui.ctx(), self, is_new, window.lang())? {
            Choice::Close => Some(Asked::Close),
            Choice::Record => Some(Asked::act(App::record_approval)),
        }
    }

    /// Gives the focus back to the button that opened the question.
    fn close(self: Box<Self>, window: &mut App) {
        if let Some(open) = &mut window.open {
            open.page.approval.come_back_to(self.to);
        }
    }

    fn is_question(&self) -> bool {
        true
    }
}

/// What is approved, returned or rejected.
#[derive(Debug)]
struct About {
    record: Arc<Record>,
    facts: Vec<(&'static str, String)>,
    /// What was changed since the state of now was recorded.
    changes: Option<Changes>,
    errors: usize,
}

impl App {
    /// Asks before the approval is brought to another state.
    pub(in crate::window) fn ask_approval(&mut self, to: ApprovalState) {
        if !self.may_change() {
            return;
        }
        let Some(about) = self.about_approval() else { return };
        let record = &about.record;
        if !record.approval.state.next().contains(&to) {
            return;
        }
        let form = ApprovalForm {
            to,
            today: self.today,
            people: people(record, &self.settings.author, self.lang()),
            title: String::new(),
            name: String::new(),
            other_day: None,
            validity: record.approval.validity,
            comment: String::new(),
            is_changed_meanwhile: false,
            passes_new: PASSES_NEW,
            about,
        };
        self.show_approval(form);
    }

    fn about_approval(&self) -> Option<About> {
        let open = self.open.as_ref()?;
        let (lang, catalogue, judgement) = (self.lang(), open.draft.catalogue(), open.draft.judgement());
        let record = Arc::clone(open.draft.record());
        let objectives = Objective::ALL.into_iter().map(|objective| {
            let level = labels::assessment(judgement.objectives[objective], catalogue, lang);
            format!("{} {level}", objective.label(lang))
        });
        let overall = labels::assessment(judgement.overall, catalogue, lang);
        let overall = format!("{} {overall}", text::window::overall(lang));
        let levels: Vec<String> = objectives.chain([overall]).collect();
        let cells = judgement.items.iter().flat_map(|item| item.cells.iter());
        let lowered = cells.filter(|(_, cell)| matches!(cell.standing, Standing::Lowered | Standing::ReasonMissing)).count();
        let errors = judgement.count(Severity::Error);
        let agency = [record.agency.name.as_str(), record.agency.section.as_str()].join(" ");
        let mut facts = vec![
            (words::subject_case(lang), record.case_name.to_string()),
            (words::subject_service(lang), record.service.name.to_string()),
            (words::subject_agency(lang), agency.trim().to_owned()),
            (words::subject_task(lang), record.agency.task_name.to_string()),
            (words::subject_outcome(lang), judgement.outcome.label(lang).to_owned()),
            (words::subject_levels(lang), levels.join(marks::dot(lang))),
            (words::subject_lowered(lang), words::lowered(lowered, lang)),
            (words::subject_findings(lang), words::findings(judgement, lang)),
        ];
        facts.retain(|(_, fact)| !fact.is_empty());
        let changes = said::changes_since(&record, catalogue, lang).map(|changes| {
            let then = open.draft.saved_or_present().covered_in_history(&record.approval);
            then.map_or(changes, |then| said::changes_from(&then, &record, catalogue, lang))
        });
        Some(About { record, facts, changes, errors })
    }

    /// Records what was asked, if it is still about the same content.
    fn record_approval(&mut self) {
        let lang = self.lang();
        let Some(form) = self.pages.take::<ApprovalForm>() else { return };
        let Some(open) = &mut self.open else { return };
        if open.draft.record() != &form.about.record {
            let Some(about) = self.about_approval() else { return };
            return self.show_approval(ApprovalForm { about, is_changed_meanwhile: true, passes_new: PASSES_NEW, ..*form });
        }
        let Ok(act) = form.act(lang) else { return };
        let stated = (form.to == ApprovalState::Approved)
            .then(|| Edit::StateJudged(Box::new(open.draft.judgement().stated(open.draft.catalogue().pin()))));
        let validity = (form.validity != form.about.record.approval.validity).then_some(Edit::ChooseValidity(form.validity));
        // The validity goes before: an approval is sealed with it. What was before the one who approves is kept beside it.
        let edits: Vec<Edit> = validity.into_iter().chain([act]).chain(stated).collect();
        if let Err(error) = open.draft.apply(Edit::Together(edits)) {
            return self.tell(edit_error(&error, lang));
        }
        open.page.approval.note_done(&open.draft.record().approval);
        self.news.clear();
        self.ctx.with_plugin::<FocusGuide, _>(|guide| guide.want_shown(done_id()));
    }

    fn show_approval(&mut self, form: ApprovalForm) {
        self.pages.open(form);
        self.ctx.request_repaint();
    }
}

/// The people that may record something, each once.
fn people(record: &Record, author: &Line<60>, lang: Lang) -> Vec<(Person, String)> {
    let user = Person { name: author.clone(), ..Person::default() };
    let known = [
        (record.agency.approver.clone(), words::as_approver(lang)),
        (record.agency.assessor.clone(), words::as_assessor(lang)),
        (record.approval.by.clone(), ""),
        (user, words::as_user(lang)),
    ];
    let mut people: Vec<(Person, String)> = Vec::new();
    for (person, as_what) in known {
        if !person.name.is_blank() && !people.iter().any(|(other, _)| same_person(other, &person)) {
            people.push((person, as_what.to_owned()));
        }
    }
    people
}

impl ApprovalForm {
    /// What the dialog is called.
    pub(in crate::window) fn title(&self, lang: Lang) -> &'static str {
        words::act_title(self.to, lang)
    }

    /// What is to be recorded, or what is missing for that.
    fn act(&self, lang: Lang) -> Result<Edit, String> {
        let (title, _) = Line::from_typed(&self.title);
        let (name, _) = Line::from_typed(&self.name);
        let (comment, _) = Prose::<400>::from_whole(&self.comment);
        if self.to == ApprovalState::Approved && self.changes_are_unknown() {
            return Err(words::changes_unknown(lang).to_owned());
        }
        if name.is_blank() {
            return Err(words::name_needed(lang).to_owned());
        }
        let on = self.day(lang)?;
        if self.to == ApprovalState::Approved && self.validity == Validity::NotChosen {
            return Err(words::validity_needed(lang).to_owned());
        }
        Ok(Edit::MoveApproval { to: self.to, by: Person { title, name }, on, comment: comment.as_str().to_owned() })
    }

    fn day(&self, lang: Lang) -> Result<Date, String> {
        let Some(typed) = &self.other_day else { return Ok(self.today) };
        typed.trim().parse().map_err(|error| text::date_error(&error, lang).to_string())
    }

    /// Whether something was changed that cannot be shown.
    fn changes_are_unknown(&self) -> bool {
        let record = &self.about.record;
        self.about.changes.as_ref().is_some_and(|changes| changes.each.is_empty()) && !record.only_order_was_changed()
    }
}

/// Shows the question. Esc and the button that closes it record nothing; a click beside it does nothing at all.
fn show(ctx: &Context, form: &mut ApprovalForm, is_new: bool, lang: Lang) -> Option<Choice> {
    let id = Id::unique("approval act");
    let title = form.title(lang);
    let area = Modal::default_area(id).accessible_name(title);
    let screen = ctx.content_rect().size();
    let response = Modal::new(id)
        .area(area)
        .frame(Frame::window(&ctx.global_style()))
        .backdrop_color(palette_of(ctx).scrim)
        .show(ctx, |ui| {
            ui.set_width((screen.x - 60.0).min(WIDEST));
            ui.spacing_mut().item_spacing.y = 6.0;
            // Whoever reads aloud begins here; Enter does nothing here.
            let heading = id.with("title");
            dialog_heading(ui, heading, title);
            if is_new {
                ui.ctx().with_plugin::<FocusGuide, _>(|guide| guide.want(heading));
            }
            // Title, what is missing and the buttons stay in view, however small the screen.
            let height = (screen.y - 200.0).max(90.0);
            ScrollArea::vertical()
                .id_salt("about")
                .max_height(height)
                // Else it would grow from frame to frame, and what is clicked would move away.
                .min_scrolled_height(height)
                .auto_shrink([false, true])
                .show(ui, |ui| contents(ui, form, lang));
            foot(ui, form, lang)
        });
    // An input method has Esc for itself.
    let composes = ctx.with_plugin::<FocusGuide, _>(|guide| guide.is_composing()).unwrap_or_default();
    let escaped = response.should_close() && !response.backdrop_response.clicked() && !composes;
    response.inner.or(escaped.then_some(Choice::Close))
}

fn contents(ui: &mut Ui, form: &mut ApprovalForm, lang: Lang) {
    // The bar of the scroll area lies over what is as wide as it.
    ui.set_max_width(ui.available_width() - SCROLL_BAR);
    if form.is_changed_meanwhile {
        message_text(ui, Tone::Warning, words::changed_meanwhile(lang));
    }
    section_heading(ui, words::subject(lang));
    for (name, fact) in &form.about.facts {
        self::fact(ui, name, fact);
    }
    let state = form.about.record.approval.state;
    if form.about.record.approval.content.is_some() {
        match &form.about.changes {
            Some(changes) => self::changes(ui, changes, state, lang),
            None => {
                ja_label(ui, words::unchanged_since(state, lang), TextKind::Body);
            }
        }
    }
    let leads_to_approval = matches!(form.to, ApprovalState::Submitted | ApprovalState::Approved);
    if leads_to_approval && form.about.errors > 0 {
        message_text(ui, Tone::Warning, words::errors_remain(lang));
    }
    if form.to == ApprovalState::Draft && form.about.record.approval.content.is_some() {
        message_text(ui, Tone::Warning, words::draft_forgets(lang));
    }
    section_heading(ui, words::who(lang));
    ja_label(ui, words::who_lead(lang), TextKind::Small);
    who(ui, form, lang);
    day(ui, form, lang);
    if form.to == ApprovalState::Approved {
        ja_label(ui, words::validity(lang), TextKind::Strong);
        let options = Validity::ALL.map(|validity| (validity, validity.label(lang)));
        let (id, name, cleared) = (Id::unique("approval act validity"), words::validity(lang), (&Validity::NotChosen, lang));
        if let Some(validity) = clearable_choice_row(ui, id, name, &options, &form.validity, cleared) {
            form.validity = validity;
        }
    }
    let hint = if form.to == ApprovalState::Returned { words::comment_hint(lang) } else { "" };
    prose_input(ui, Id::unique("approval act comment"), words::comment(lang), hint, &mut form.comment, 2, lang);
}

fn fact(ui: &mut Ui, name: &str, value: &str) {
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(130.0_f32.min(ui.available_width() * 0.3));
            ja_label(ui, name, TextKind::Small);
        });
        ui.vertical(|ui| ja_label(ui, value, TextKind::Body));
    });
}

/// Everything that was changed, with what stood there: nobody approves what he was not shown.
fn changes(ui: &mut Ui, changes: &Changes, state: ApprovalState, lang: Lang) {
    section_heading(ui, said::changes(lang));
    message_text(ui, Tone::Warning, &changes.whole);
    let then = said::value_then(state, lang);
    if ui.available_width() >= LEAST_WIDTH && !changes.each.is_empty() {
        let share = |weight, least| Column::Share { weight, least };
        table(
            ui,
            "approval act changes",
            said::changes(lang),
            &[share(2.0, 140.0), share(3.0, 160.0), share(3.0, 160.0)],
            |table| {
                table.head(|row| {
                    for title in [said::changed_place(lang), then, said::value_now(lang)] {
                        row.cell(|ui| ja_label(ui, title, TextKind::Strong));
                    }
                });
                for Told { place, old, new } in &changes.each {
                    table.row(|row| {
                        row.cell(|ui| ja_label(ui, place, TextKind::Strong));
                        row.cell(|ui| ja_label(ui, old, TextKind::Body));
                        row.cell(|ui| ja_label(ui, new, TextKind::Body));
                    });
                }
            },
        );
        return;
    }
    for Told { place, old, new } in &changes.each {
        ui.separator();
        ja_label(ui, place, TextKind::Strong);
        fact(ui, then, old);
        fact(ui, said::value_now(lang), new);
    }
}

/// Title and name: typed, or taken by a click from those that the record knows.
fn who(ui: &mut Ui, form: &mut ApprovalForm, lang: Lang) {
    ui.horizontal_wrapped(|ui| {
        let mut chosen = None;
        for (person, as_what) in &form.people {
            if small_button(ui, &words::take_person(&said::person(person), as_what, lang)).clicked() {
                chosen = Some(person);
            }
        }
        if let Some(Person { title, name }) = chosen {
            (form.title, form.name) = (title.to_string(), name.to_string());
        }
    });
    line_input(ui, Id::unique("approval act title"), words::who_title(lang), "", &mut form.title, lang);
    line_input(ui, Id::unique("approval act name"), words::who_name(lang), "", &mut form.name, lang);
    let (name, _) = Line::from_typed(&form.name);
    let typed = Person { name, ..Person::default() };
    if form.to == ApprovalState::Approved && same_person(&typed, &form.about.record.agency.assessor) {
        message_text(ui, Tone::Warning, words::approver_is_assessor(lang));
    }
}

fn day(ui: &mut Ui, form: &mut ApprovalForm, lang: Lang) {
    let id = Id::unique("approval act day");
    let Some(typed) = &mut form.other_day else {
        ui.horizontal_wrapped(|ui| {
            ja_label(ui, &words::day_of_the_act(&both_calendars(form.today, lang), lang), TextKind::Strong);
            if link_button(ui, words::another_day(lang)).clicked() {
                form.other_day = Some(String::new());
                ui.ctx().with_plugin::<FocusGuide, _>(|guide| guide.want(id));
            }
        });
        return;
    };
    line_input(ui, id, words::on(lang), words::date_hint(lang), typed, lang);
    if let Ok(day) = typed.trim().parse::<Date>() {
        ja_label(ui, &both_calendars(day, lang), TextKind::Small);
    }
}

/// What is missing, and the act by its name. It is not what Enter does elsewhere in the dialog.
fn foot(ui: &mut Ui, form: &ApprovalForm, lang: Lang) -> Option<Choice> {
    let problem = form.act(lang).err();
    let count = form.about.changes.as_ref().map_or(0, |changes| changes.each.len());
    Frame::new().stroke(Stroke::NONE).inner_margin(Margin::symmetric(0, 2)).show(ui, |ui| {
        match (&problem, count) {
            (Some(problem), _) => ja_label(ui, problem, TextKind::Small),
            (None, 0) => {
                let undo = MenuCommand::Undo.shown_keys(ui.ctx()).unwrap_or_default();
                ja_label(ui, &words::ready(&undo, lang), TextKind::Small)
            }
            (None, count) => ja_label(ui, &words::ready_with_changes(count, lang), TextKind::Warning),
        };
    });
    let mut choice = None;
    ui.horizontal_wrapped(|ui| {
        let act = ui.add_enabled_ui(problem.is_none(), |ui| primary_button(ui, words::act(form.to, lang))).inner;
        if act.clicked() {
            choice = Some(Choice::Record);
        }
        if secondary_button(ui, words::close(lang)).clicked() {
            choice = Some(Choice::Close);
        }
    });
    choice
}
