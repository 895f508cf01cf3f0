//! The start page: what the program is, go on, begin, learn from an example.

use std::path::{Path, PathBuf};

use egui::{Frame, Margin, Rect, Response, ScrollArea, Ui, UiBuilder, vec2};

use crate::portfolio::{OpenError, RecentRecord};
use crate::record::{ApprovalState, Date, Role};
use crate::text::{Label as _, Lang, eligibility, next_line, next_thing, shown_path, window as words};
use crate::window::theme::{TextKind, palette, tokens};
use crate::window::widgets::{
    Icon, Tone, card_buttons, card_frame, drawn, icon, ja_label, ja_layout, link_button, page_heading, primary_button,
    secondary_button, section_heading,
};
use crate::window::{Command, MenuCommand};

/// How wide what stands beside is at most, and the least width of the page for it to stand beside.
const BESIDE: f32 = 404.0;
const LEAST_BESIDE: f32 = 900.0;
/// A row of the list, in points.
const ROW: f32 = 56.0;
/// What stands in a row begins here; before it is its icon.
const INDENT: f32 = 40.0;
/// Rows narrower than this have the state under the name.
const TWO_COLUMNS: f32 = 620.0;

/// What the start page shows.
#[derive(Debug, Default)]
pub struct StartPage {
    /// Records used lately, the latest first; after it what ends soon.
    pub recent: Vec<Recent>,
    /// Worked examples by task and title.
    pub examples: Vec<(String, String)>,
    /// What new records begin with, if it is not the catalogue shipped.
    pub own_catalogue: Option<String>,
    /// Whether the list of examples is unfolded.
    pub shows_examples: bool,
}

/// A record used lately.
#[derive(Debug)]
pub struct Recent {
    /// Its file.
    pub path: PathBuf,
    /// What is known of it.
    pub state: RecentState,
}

/// What is known of a record used lately.
#[derive(Debug)]
pub enum RecentState {
    /// It is being read.
    Reading,
    /// Where it stands.
    Known(Box<RecentRecord>),
    /// It could not be read.
    NotRead(Box<OpenError>),
}

impl StartPage {
    /// Lists these files. What is known of them already stays, and so does the order they had.
    pub fn list(&mut self, paths: &[PathBuf]) {
        let is_same = self.recent.len() == paths.len() && self.recent.iter().all(|recent| paths.contains(&recent.path));
        let is_first = self.recent.first().map(|recent| &recent.path) == paths.first();
        if !(is_same && is_first) {
            let new = |path: &PathBuf| Recent { path: path.clone(), state: RecentState::Reading };
            self.recent = paths.iter().map(new).collect();
        }
    }

    /// Learns where a record stands.
    pub fn learn(&mut self, path: &Path, found: Result<RecentRecord, OpenError>) {
        if let Some(recent) = self.recent.iter_mut().find(|recent| recent.path == path) {
            recent.state = match found {
                Ok(found) => RecentState::Known(Box::new(found)),
                Err(error) => RecentState::NotRead(Box::new(error)),
            };
        }
    }

    /// Puts the records whose approval ends soon behind the one last worked on, the one that ends first in front.
    pub fn put_what_ends_soon_first(&mut self, today: Date) {
        let ends = |recent: &Recent| match &recent.state {
            RecentState::Known(known) => known.ends_in(today),
            RecentState::Reading | RecentState::NotRead(_) => None,
        };
        if let Some((_, rest)) = self.recent.split_first_mut() {
            rest.sort_by_key(|recent| ends(recent).unwrap_or(i32::MAX));
        }
    }
}

impl Recent {
    fn known(&self) -> Option<&RecentRecord> {
        match &self.state {
            RecentState::Known(known) => Some(known),
            RecentState::Reading | RecentState::NotRead(_) => None,
        }
    }

    /// The name of the case, or of the file while that is not known.
    fn name(&self) -> String {
        let of_file = || self.path.file_name().map_or_else(|| shown_path(&self.path), shown_path);
        self.known().map(|known| known.case_name.clone()).filter(|name| !name.trim().is_empty()).unwrap_or_else(of_file)
    }

    /// What is drawn beside it.
    fn icon(&self, today: Date) -> Icon {
        let RecentState::Known(known) = &self.state else {
            return if matches!(self.state, RecentState::Reading) { Icon::Empty } else { Icon::Wrong };
        };
        match known.state {
            ApprovalState::Draft => Icon::Half,
            ApprovalState::Submitted => Icon::Sent,
            ApprovalState::Returned => Icon::Returned,
            ApprovalState::Approved if known.ends_in(today).is_some() => Icon::Clock,
            ApprovalState::Approved if known.changed => Icon::Attention,
            ApprovalState::Approved => Icon::Done,
            ApprovalState::Rejected | ApprovalState::Lapsed => Icon::Wrong,
        }
    }

    /// Where it stands, in a few words and in its tone.
    fn state(&self, today: Date, lang: Lang) -> (String, Tone) {
        let known = match &self.state {
            RecentState::Known(known) => known,
            RecentState::Reading => return (words::start_reading(lang).to_owned(), Tone::Neutral),
            RecentState::NotRead(_) => return (words::start_not_read(lang).to_owned(), Tone::Error),
        };
        let state = words::start_state(known.state, known.state_on, today, lang);
        match (known.state, known.expires_on, known.ends_in(today)) {
            (ApprovalState::Approved, Some(day), Some(..0)) => (words::start_ended(day, lang), Tone::Warning),
            (ApprovalState::Approved, Some(day), Some(days)) => (words::start_ends_in(day, days, lang), Tone::Warning),
            (ApprovalState::Approved, ..) if known.changed => (state, Tone::Warning),
            (ApprovalState::Approved, Some(day), None) => {
                (words::start_and(known.state.label(lang), &words::start_valid_until(day, lang), lang), Tone::Success)
            }
            (ApprovalState::Approved, None, _) => (state, Tone::Success),
            (ApprovalState::Draft | ApprovalState::Submitted, ..) => (state, Tone::Key),
            (ApprovalState::Returned | ApprovalState::Rejected | ApprovalState::Lapsed, ..) => (state, Tone::Warning),
        }
    }

    /// What is to be done next, or why that is not known.
    fn next(&self, lang: Lang) -> String {
        match &self.state {
            RecentState::Known(known) => next_thing(&known.next, lang),
            RecentState::Reading => String::new(),
            RecentState::NotRead(error) => error.message(lang).what,
        }
    }
}

/// The start page. Returns what was chosen.
pub fn start_page(ui: &mut Ui, page: &mut StartPage, today: Date, lang: Lang) -> Option<Command> {
    let mut chosen = None;
    let whole = ui.available_rect_before_wrap();
    if whole.width() < LEAST_BESIDE {
        ScrollArea::vertical().id_salt("start").auto_shrink(false).show(ui, |ui| {
            Frame::new().inner_margin(Margin::symmetric(16, 12)).show(ui, |ui| {
                what_it_is(ui, lang);
                go_on(ui, page, today, lang, &mut chosen);
                begin(ui, page, lang, &mut chosen);
            });
        });
        return chosen;
    }
    let (left, right) = whole.split_left_right_at_x(whole.right() - (whole.width() * 0.3).min(BESIDE));
    column(ui, left, "start", palette(ui).page, [48, 28], |ui| {
        ui.set_max_width(ui.available_width().min(980.0));
        what_it_is(ui, lang);
        go_on(ui, page, today, lang, &mut chosen);
    });
    column(ui, right, "start beside", palette(ui).surface_soft, [32, 28], |ui| begin(ui, page, lang, &mut chosen));
    ui.painter().vline(right.left(), right.y_range(), palette(ui).line());
    chosen
}

fn column(ui: &mut Ui, rect: Rect, salt: &str, fill: egui::Color32, [x, y]: [i8; 2], contents: impl FnOnce(&mut Ui)) {
    crate::window::widgets::region(ui, rect, salt, fill, |ui| {
        ScrollArea::vertical().id_salt(salt).auto_shrink(false).show(ui, |ui| {
            Frame::new().inner_margin(Margin::symmetric(x, y)).show(ui, contents);
        });
    });
}

fn what_it_is(ui: &mut Ui, lang: Lang) {
    page_heading(ui, words::start_heading(lang), words::start_lead(lang));
    ui.add_space(-8.0);
    ja_label(ui, words::start_papers(lang), TextKind::Body);
    ja_label(ui, words::start_is_not_official(lang), TextKind::Body);
    ui.add_space(8.0);
}

/// 続きから
fn go_on(ui: &mut Ui, page: &StartPage, today: Date, lang: Lang, chosen: &mut Option<Command>) {
    section_heading(ui, words::start_go_on(lang));
    match page.recent.split_first() {
        None => {
            ja_label(ui, words::start_no_recent(lang), TextKind::Body);
        }
        Some((last, rest)) => {
            last_worked_on(ui, last, today, lang, chosen);
            for recent in rest {
                row(ui, recent, today, lang, chosen);
            }
        }
    }
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        if link_button(ui, words::start_open_file(lang)).clicked() {
            *chosen = Some(Command::Open);
        }
        ui.add_space(8.0);
        if link_button(ui, MenuCommand::OpenByPath.name(lang)).clicked() {
            *chosen = Some(Command::OpenByPath);
        }
        ui.add_space(8.0);
        ja_label(ui, words::start_open_note(lang), TextKind::Small);
    });
}

/// The record last worked on, with the one filled button of the page.
fn last_worked_on(ui: &mut Ui, recent: &Recent, today: Date, lang: Lang, chosen: &mut Option<Command>) {
    let name = recent.name();
    let (state, tone) = recent.state(today, lang);
    let saved = recent.known().and_then(|known| known.saved_at).map(|at| words::start_moment(at, today, lang));
    card_frame(ui, |ui| {
        ui.set_width(ui.available_width());
        let label = words::start_continue(lang);
        let go_on = |ui: &mut Ui| named(primary_button(ui, label), &words::start_of(label, &name, lang));
        let about = |ui: &mut Ui| {
            ui.horizontal_top(|ui| {
                icon(ui, recent.icon(today), tone.color(palette(ui)));
                ui.add_space(4.0);
                ja_label(ui, &name, TextKind::Section).on_hover_text(drawn(&shown_path(&recent.path)));
            });
            ui.horizontal_wrapped(|ui| {
                colored(ui, &state, tone);
                ja_label(ui, &recent.next(lang), TextKind::Body);
                if let Some(saved) = &saved {
                    ja_label(ui, &words::start_saved(saved, lang), TextKind::Small);
                }
            });
        };
        let button = if ui.available_width() < 420.0 {
            about(ui);
            go_on(ui)
        } else {
            let width = ui.available_width() - crate::window::widgets::button_width(ui, label) - 24.0;
            ui.horizontal(|ui| {
                ui.vertical(|ui| {
                    ui.set_width(width);
                    about(ui);
                });
                go_on(ui)
            })
            .inner
        };
        if button.clicked() {
            *chosen = Some(Command::Continue(recent.path.clone()));
        }
    });
}

/// Another record: whose it is, where it stands, what is next.
fn row(ui: &mut Ui, recent: &Recent, today: Date, lang: Lang, chosen: &mut Option<Command>) {
    let name = recent.name();
    let whose = match recent.known() {
        Some(known) if known.whose.is_empty() => known.role.label(lang).to_owned(),
        Some(known) => known.whose.clone(),
        None => recent.path.parent().map(shown_path).unwrap_or_default(),
    };
    let (state, tone) = recent.state(today, lang);
    let next = recent.next(lang);
    let said = if recent.known().is_some() { next_line(&next, lang) } else { next };
    let label = words::start_open_recent(lang);
    let link = ja_layout(ui, label, TextKind::Body, palette(ui).key, f32::INFINITY).size().x;
    let width = ui.available_width();
    let wide = width >= TWO_COLUMNS;
    let start = ui.cursor().min;
    let place = |left: f32, right: f32| Rect::from_min_size(start + vec2(left, 8.0), vec2(right - left, ROW * 4.0));
    let middle = if wide { width * 0.6 } else { width - link - 24.0 };
    let mut mark = ui.new_child(UiBuilder::new().id_salt((&recent.path, "icon")).max_rect(place(8.0, INDENT)));
    mark.add_space(10.0);
    icon(&mut mark, recent.icon(today), tone.color(palette(ui)));
    let mut left = ui.new_child(UiBuilder::new().id_salt(&recent.path).max_rect(place(INDENT, middle - 16.0)));
    left.spacing_mut().item_spacing.y = 2.0;
    ja_label(&mut left, &name, TextKind::Strong).on_hover_text(drawn(&shown_path(&recent.path)));
    ja_label(&mut left, &whose, TextKind::Small);
    let mut bottom = left.min_rect().bottom();
    let stands = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        colored(ui, &state, tone);
        ja_label(ui, &said, TextKind::Small);
        ui.min_rect().bottom()
    };
    if wide {
        let mut right =
            ui.new_child(UiBuilder::new().id_salt((&recent.path, "state")).max_rect(place(middle, width - link - 16.0)));
        bottom = bottom.max(stands(&mut right));
    } else {
        bottom = bottom.max(stands(&mut left));
    }
    let mut end = ui.new_child(UiBuilder::new().id_salt((&recent.path, "open")).max_rect(place(width - link, width)));
    end.add_space(10.0);
    if named(link_button(&mut end, label), &words::start_of(label, &name, lang)).clicked() {
        *chosen = Some(Command::OpenPath(recent.path.clone()));
    }
    let height = (bottom - start.y + 8.0).max(ROW);
    ui.advance_cursor_after_rect(Rect::from_min_size(start, vec2(width, height)));
    ui.painter().hline(start.x..=start.x + width, start.y + height, palette(ui).line());
}

/// Names a control with the record it is about, since there are several of its kind.
fn named(response: Response, name: &str) -> Response {
    response.ctx.accesskit_node_builder(response.id, |node| node.set_label(name));
    response
}

fn colored(ui: &mut Ui, text: &str, tone: Tone) {
    let galley = ja_layout(ui, text, TextKind::SmallStrong, tone.color(palette(ui)), ui.available_width());
    ui.add(egui::Label::new(galley).selectable(false));
}

/// 新しく始める, 初めての方へ, and what else there is.
fn begin(ui: &mut Ui, page: &mut StartPage, lang: Lang, chosen: &mut Option<Command>) {
    section_heading(ui, words::start_new(lang));
    let cards = [
        (words::start_as_agency(lang), words::start_as_agency_note(lang)),
        (words::start_as_provider(lang), words::start_as_provider_note(lang)),
    ];
    match card_buttons(ui, cards) {
        Some(0) => *chosen = Some(Command::New(Role::Agency)),
        Some(_) => *chosen = Some(Command::New(Role::Csp)),
        None => {}
    }
    if link_button(ui, eligibility::start_link(lang)).clicked() {
        *chosen = Some(Command::AskEligibility);
    }
    if let Some(said) = &page.own_catalogue {
        ja_label(ui, said, TextKind::Small);
    }
    ui.add_space(8.0);
    section_heading(ui, words::start_first_time(lang));
    ja_label(ui, words::start_first_time_note(lang), TextKind::Small);
    // Who has nothing to go on with begins here.
    let is_first = page.recent.is_empty();
    let tour = if is_first { primary_button(ui, words::tour(lang)) } else { secondary_button(ui, words::tour(lang)) };
    if tour.clicked() {
        *chosen = Some(Command::Tour);
    }
    ui.add_space(8.0);
    ui.separator();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 24.0;
        for (name, command) in
            [(words::start_catalogue(lang), Command::ShowCatalogue), (words::start_about(lang), Command::About)]
        {
            if link_button(ui, name).clicked() {
                *chosen = Some(command);
            }
        }
    });
    examples(ui, page, lang, chosen);
}

/// The worked examples, unfolded below their link.
fn examples(ui: &mut Ui, page: &mut StartPage, lang: Lang, chosen: &mut Option<Command>) {
    if page.examples.is_empty() {
        return;
    }
    let fold = link_button(ui, &words::start_examples(page.examples.len(), lang));
    if fold.clicked() {
        page.shows_examples = !page.shows_examples;
    }
    ui.ctx().accesskit_node_builder(fold.id, |node| node.set_expanded(page.shows_examples));
    if !page.shows_examples {
        return;
    }
    for (index, (task, title)) in page.examples.iter().enumerate() {
        ui.horizontal_top(|ui| {
            ui.set_min_height(tokens::TARGET_HEIGHT);
            let (rect, _) = ui.allocate_exact_size(vec2(64.0, 22.0), egui::Sense::hover());
            let mut number = ui.new_child(UiBuilder::new().max_rect(rect));
            ja_label(&mut number, task, TextKind::Small);
            if link_button(ui, title).clicked() {
                *chosen = Some(Command::OpenExample(index));
            }
        });
    }
}
