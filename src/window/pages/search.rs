//! The search: steps, fields, questions and commands by any word of theirs.

use egui::{Frame, Id, Key, Modal, Modifiers, Sense, Ui, WidgetInfo, accesskit::Role, vec2};

use crate::catalogue::{Catalogue, Question, Section, StepId};
use crate::record::{DayField, Field, ItemField, Record, TextField};
use crate::text::{self, Label as _, Lang, Nearness, Query, window as words};
use crate::window::panels::Place;
use crate::window::stack::{Asked, Page};
use crate::window::state::App;
use crate::window::theme::{TextKind, palette, tokens};
use crate::window::widgets::{FocusGuide, drawn, ja_label, ja_layout, job_of, line_input, tell_selected};
use crate::window::{Command, MenuCommand, Request, Situation};

/// The most entries shown at once.
const SHOWN: usize = 60;

/// The search while it is open.
#[derive(Debug, Default)]
pub struct Search {
    typed: String,
    chosen: usize,
    has_focus: bool,
}

impl Page<App> for Search {
    fn draw(&mut self, ui: &mut Ui, window: &App) -> Option<Asked<App>> {
        let lang = window.lang();
        let mut entries: Vec<Entry> = Vec::new();
        if let Some(open) = &window.open {
            entries.extend(entries_of(open.draft.record(), open.draft.catalogue(), open.place(), lang));
        }
        entries.extend(commands(&window.situation(), lang));
        match search(ui, self, &entries, lang) {
            Found::Open => None,
            Found::Closed => Some(Asked::Close),
            Found::Chosen(command) => Some(Asked::act(|app: &mut App| {
                app.pages.take::<Self>();
                // What was found is to be seen.
                app.pages.close_all_but_a_question();
                app.carry_out(Request::Command(command));
            })),
        }
    }

    fn gives_way(&self) -> bool {
        true
    }
}

impl App {
    /// 検索
    pub(in crate::window) fn show_search(&mut self) {
        self.pages.open(Search::default());
        self.ctx.request_repaint();
    }
}

/// What the search came to.
#[derive(Debug)]
enum Found {
    /// Still looking.
    Open,
    /// Closed without a choice.
    Closed,
    /// Something was chosen.
    Chosen(Command),
}

struct Entry {
    kind: &'static str,
    is_enabled: bool,
    title: String,
    more: String,
    command: Command,
}

/// Shows the search.
fn search(ui: &Ui, state: &mut Search, entries: &[Entry], lang: Lang) -> Found {
    let input_id = Id::unique("search input");
    let modal_id = Id::unique("search");
    let query = Query::new(&state.typed);
    let mut found: Vec<(Nearness, &Entry)> = entries
        .iter()
        .filter_map(|entry| Some((query.nearness(&entry.title, [entry.more.as_str(), entry.kind])?, entry)))
        .collect();
    found.sort_by_key(|(nearness, _)| *nearness);
    let found: Vec<&Entry> = found.into_iter().map(|(_, entry)| entry).take(SHOWN).collect();
    let mut outcome = Found::Open;
    let area = Modal::default_area(modal_id).accessible_name(words::search_title(lang));
    let response =
        Modal::new(modal_id).area(area).frame(Frame::window(ui.style())).backdrop_color(palette(ui).scrim).show(ui.ctx(), |ui| {
            let width = (ui.ctx().content_rect().width() - 80.0).min(620.0);
            ui.set_width(width);
            let keys = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
            if keys(Key::ArrowDown) {
                state.chosen = (state.chosen + 1).min(found.len().saturating_sub(1));
            }
            if keys(Key::ArrowUp) {
                state.chosen = state.chosen.saturating_sub(1);
            }
            let entered = keys(Key::Enter);
            let hint = words::search_hint(lang);
            let field = line_input(ui, input_id, words::search_title(lang), hint, &mut state.typed, lang);
            if field.changed() {
                state.chosen = 0;
            }
            if !state.has_focus {
                state.has_focus = true;
                ui.ctx().with_plugin::<FocusGuide, _>(|guide| guide.want(input_id));
            }
            ui.add_space(6.0);
            if found.is_empty() {
                ja_label(ui, words::search_nothing(lang), TextKind::Body);
            }
            let height = (ui.ctx().content_rect().height() - 230.0).clamp(80.0, 420.0);
            egui::ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for (index, entry) in found.iter().enumerate() {
                    let clicked = row(ui, entry, index == state.chosen);
                    if entry.is_enabled && (clicked || (entered && index == state.chosen)) {
                        outcome = Found::Chosen(entry.command.clone());
                    }
                }
            });
        });
    if response.should_close() && matches!(outcome, Found::Open) {
        outcome = Found::Closed;
    }
    outcome
}

fn row(ui: &mut Ui, entry: &Entry, chosen: bool) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 32.0), Sense::click());
    let name = format!("{} {}", entry.title, entry.kind);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, entry.is_enabled, chosen, &name));
    tell_selected(ui, response.id, chosen);
    if chosen {
        ui.painter().rect_filled(rect, tokens::RADIUS, palette(ui).chosen_ground);
        // Told in every frame, the list would never come to rest.
        let view = ui.clip_rect().y_range();
        if rect.top() < view.min - 1.0 || rect.bottom() > view.max + 1.0 {
            ui.scroll_to_rect_animation(rect, None, egui::style::ScrollAnimation::none());
        }
    } else if response.hovered() {
        ui.painter().rect_filled(rect, tokens::RADIUS, palette(ui).surface);
    }
    let kind = ja_layout(ui, entry.kind, TextKind::Small, palette(ui).text_muted, f32::INFINITY);
    let at = egui::pos2(rect.right() - 10.0 - kind.size().x, rect.center().y - kind.size().y / 2.0);
    let room = at.x - rect.left() - 20.0;
    ui.painter().galley(at, kind, palette(ui).text_muted);
    let weight = if chosen { TextKind::Strong } else { TextKind::Body };
    let color = if entry.is_enabled { palette(ui).text } else { palette(ui).text_muted };
    // Of a long question as much as there is room for; the rest is said where the pointer rests.
    let mut job = job_of(drawn(&entry.title).into_owned(), weight, color, f32::INFINITY);
    job.wrap = egui::text::TextWrapping::truncate_at_width(room);
    let title = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let at = egui::pos2(rect.left() + 10.0, rect.center().y - title.size().y / 2.0);
    let is_shortened = title.elided;
    ui.painter().galley(at, title, color);
    let response = if is_shortened { response.on_hover_text(drawn(&entry.title)) } else { response };
    response.clicked()
}

/// The commands of the menus. Those that cannot be given now are shown, so that nobody looks for them elsewhere.
fn commands(situation: &Situation<'_>, lang: Lang) -> Vec<Entry> {
    let offered = MenuCommand::ALL.iter().filter(|command| command.is_offered(situation));
    offered
        .map(|command| {
            let is_enabled = command.is_enabled(situation);
            Entry {
                kind: if is_enabled { words::search_kind_command(lang) } else { words::search_kind_disabled(lang) },
                is_enabled,
                title: command.name(lang).to_owned(),
                more: command.hint(lang).to_owned(),
                command: command.command(),
            }
        })
        .collect()
}

fn entries_of(record: &Record, catalogue: &Catalogue, place: Place<'_>, lang: Lang) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (step, _) in place.steps {
        entries.push(Entry {
            kind: words::search_kind_step(lang),
            is_enabled: true,
            title: step.label(lang).to_owned(),
            more: words::step_purpose(*step, lang).to_owned(),
            command: Command::GoTo(*step),
        });
    }
    let shown = |step: StepId| place.steps.iter().any(|(other, _)| *other == step);
    let texts = TextField::ALL.iter().copied().map(Field::Text);
    let days = DayField::ALL.iter().copied().map(Field::Day);
    let fields = texts.chain(days).chain([Field::Profile, Field::Task]);
    for field in fields {
        let exists = !matches!(field, Field::Text(_)) || record.text(&field).is_some();
        let exists = exists && (!field.is_of_procurement() || catalogue.shows_procurement(record));
        if exists && shown(crate::judgement::step_of(&field, catalogue)) {
            entries.push(Entry {
                kind: words::search_kind_field(lang),
                is_enabled: true,
                title: text::field_name(&field, record, catalogue, lang),
                more: field.to_string(),
                command: Command::JumpTo(field),
            });
        }
    }
    for item in &record.items {
        let field = Field::Item(item.id.clone(), ItemField::Name);
        entries.push(Entry {
            kind: words::search_kind_field(lang),
            is_enabled: true,
            title: text::item_name(&item.id, record, lang),
            more: item.description.as_str().to_owned(),
            command: Command::JumpTo(field),
        });
    }
    for question in &catalogue.questions {
        entries.push(Entry {
            kind: words::search_kind_question(lang),
            is_enabled: true,
            title: format!("{}  {}", question.id, question.text.text(lang)),
            more: format!("{} {}", question.short.text(lang), question.guidance.text(lang)),
            command: command_for(question, record),
        });
    }
    entries
}

/// Where a question is answered: for the first item, if it is asked of items.
fn command_for(question: &Question, record: &Record) -> Command {
    let step = match question.section {
        Section::Gate => return Command::JumpTo(Field::Gate(question.id.clone())),
        Section::Confidentiality => StepId::Confidentiality,
        Section::Integrity => StepId::Integrity,
        Section::Availability => StepId::Availability,
    };
    match record.items.first() {
        Some(item) => Command::JumpTo(Field::Answer(item.id.clone(), question.id.clone())),
        None => Command::GoTo(step),
    }
}
