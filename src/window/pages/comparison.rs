//! 記録の比較: the record on the screen and another one side by side, to be read only.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::style::ScrollAnimation;
use egui::{Frame, Id, Key, Modal, Modifiers, Ui, vec2};

use crate::catalogue::{Catalogue, StepId};
use crate::file::Found;
use crate::judgement::{Judgement, judge};
use crate::portfolio::{Compared, Comparison, Relation, Side};
use crate::record::{Date, Record};
use crate::text::{Label as _, Lang, command_line, comparison as words};
use crate::window::panels::case_name;
use crate::window::stack::{Asked, Page};
use crate::window::state::App;
use crate::window::theme::{TextKind, palette};
use crate::window::widgets::{
    FocusGuide, SideBySide, SideHeads, SideLine, SideRow, Tone, is_on_screen, ja_label, page_heading_id, secondary_button,
    section_heading, segmented,
};

/// How wide the page becomes at most, in points.
const WIDEST: f32 = 1240.0;
/// Farther than any list is long, in points.
const FAR: f32 = 1.0e6;
const FRAMES_TO_END: u8 = 4;

/// The record on the screen, as it is compared.
#[derive(Clone, Copy, Debug)]
pub struct Present<'a> {
    /// The record.
    pub record: &'a Arc<Record>,
    /// The catalogue it is judged by.
    pub catalogue: &'a Arc<Catalogue>,
    /// What follows from it.
    pub judgement: &'a Judgement,
    /// Its file, if it has one.
    pub path: Option<&'a Path>,
    /// Whether the file holds what is on the screen.
    pub is_changed: bool,
    /// The day in Japan.
    pub today: Date,
}

/// The record that is compared with it.
#[derive(Clone, Debug)]
pub struct Other {
    /// The record.
    pub record: Record,
    /// The catalogue it is judged by.
    pub catalogue: Arc<Catalogue>,
    /// The file it was read from.
    pub path: PathBuf,
    /// Where in the file it was found.
    pub found: Found,
}

/// The comparison while it is open.
#[derive(Debug)]
pub struct ComparisonPage {
    other: Other,
    /// From what it was made: it is made anew as soon as one of these is another.
    present: Arc<Record>,
    today: Date,
    lang: Lang,
    left: String,
    right: String,
    about: &'static str,
    count: String,
    differences: SideBySide,
    decisions: SideBySide,
    shown: Shown,
    /// For how many more frames the list goes to its end, which moves away while rows are laid out for the first time.
    to_end: u8,
    is_new: bool,
    /// What had the focus when it was asked for.
    pub focus_before: Option<Id>,
}

/// What is shown under the results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Differences,
    Decisions,
}

impl ComparisonPage {
    /// Lays the two records side by side, which takes its time with long ones.
    pub fn new(present: Present<'_>, other: Other, lang: Lang) -> Self {
        let judgement = judge(&other.record, &other.catalogue, present.today);
        let old = Side { record: present.record, catalogue: present.catalogue, judgement: present.judgement };
        let new = Side { record: &other.record, catalogue: &other.catalogue, judgement: &judgement };
        let found = Comparison::of(old, new, present.today, lang);
        // What came out of both is looked for first.
        let mut lines = vec![SideLine::Heading(words::results(lang).to_owned())];
        lines.extend(found.results.iter().map(|row| line(row, lang)));
        if found.has_unassessed() {
            lines.push(SideLine::Note(words::not_assessed_note(lang).to_owned()));
        }
        lines.push(SideLine::Heading(words::facts(lang).to_owned()));
        lines.extend(found.facts.iter().map(|row| line(row, lang)));
        lines.push(SideLine::Row(files(present, &other, lang)));
        let mut decisions = lines.clone();
        lines.extend(by_step(&found.differences, lang));
        decisions.push(SideLine::Heading(words::decisions(lang).to_owned()));
        decisions.extend(found.decisions.iter().map(|row| line(row, lang)));
        if found.decisions.is_empty() {
            decisions.push(SideLine::Note(words::no_items(lang).to_owned()));
        }
        let path = present.path.map(Path::to_owned);
        let left = words::side(words::this_record(lang), &case_name(present.record, path.as_ref()), lang);
        let right = words::side(words::other_record(lang), &case_name(&other.record, Some(&other.path)), lang);
        Self {
            present: Arc::clone(present.record),
            today: present.today,
            lang,
            left,
            right,
            about: if found.is_one_record { words::one_record(lang) } else { words::two_records(lang) },
            count: words::count(found.differences.len(), lang),
            differences: SideBySide::new(lines),
            decisions: SideBySide::new(decisions),
            shown: Shown::Differences,
            to_end: 0,
            is_new: true,
            focus_before: None,
            other,
        }
    }

    /// Lays them side by side anew if the record, the day or the language changed meanwhile.
    fn refresh(&mut self, present: Present<'_>, lang: Lang) {
        if !Arc::ptr_eq(&self.present, present.record) || self.today != present.today || self.lang != lang {
            let (shown, is_new, focus_before) = (self.shown, self.is_new, self.focus_before);
            *self = Self { shown, is_new, focus_before, ..Self::new(present, self.other.clone(), lang) };
        }
    }
}

/// The files of both.
fn files(present: Present<'_>, other: &Other, lang: Lang) -> SideRow {
    let old = match present.path.map(crate::text::shown_path) {
        None => words::no_file(lang).to_owned(),
        Some(file) if present.is_changed => words::file_with_changes(&file, lang),
        Some(file) => file,
    };
    let new = crate::text::shown_path(&other.path);
    let new = match other.found {
        Found::File(_) => new,
        Found::AttachedToPdf => words::file_with_place(&new, command_line::attached_to_pdf(lang), lang),
        Found::InPackage => words::file_with_place(&new, command_line::in_package(lang), lang),
    };
    let relation = if old == new { Relation::Same } else { Relation::Different };
    row(words::file(lang), old, new, relation, lang)
}

fn line(found: &Compared, lang: Lang) -> SideLine {
    SideLine::Row(row(&found.place, found.old.clone(), found.new.clone(), found.relation, lang))
}

fn row(place: &str, old: String, new: String, relation: Relation, lang: Lang) -> SideRow {
    let words = relation.words(words::other_record(lang), lang);
    SideRow { place: place.to_owned(), old, new, relation: words, tone: tone(relation) }
}

/// Neither record is right or wrong: what differs is only to be seen, and what is not assessed to be minded.
const fn tone(relation: Relation) -> Tone {
    match relation {
        Relation::Same | Relation::SameLevel => Tone::Neutral,
        Relation::Different | Relation::Missing | Relation::Added | Relation::Higher | Relation::Lower => Tone::Key,
        Relation::NotComparable => Tone::Warning,
    }
}

/// The differences under a heading for each step.
fn by_step(differences: &[Compared], lang: Lang) -> Vec<SideLine> {
    let mut lines = Vec::new();
    let mut before: Option<Option<StepId>> = None;
    for found in differences {
        if before != Some(found.step) {
            before = Some(found.step);
            let name = found.step.map_or(words::of_the_record(lang), |step| step.label(lang));
            lines.push(SideLine::Heading(words::differences_of(name, lang)));
        }
        lines.push(line(found, lang));
    }
    if lines.is_empty() {
        lines.push(SideLine::Note(words::count(0, lang)));
    }
    lines
}

impl Page<App> for ComparisonPage {
    fn draw(&mut self, ui: &mut Ui, window: &App) -> Option<Asked<App>> {
        let open = window.open.as_ref()?;
        let draft = &open.draft;
        let present = Present {
            record: draft.record(),
            catalogue: draft.catalogue(),
            judgement: draft.judgement(),
            path: open.outside.path.as_deref(),
            is_changed: draft.is_changed(),
            today: window.today,
        };
        comparison(ui, self, present, window.lang()).then_some(Asked::Close)
    }

    /// The focus goes back to where it was.
    fn close(self: Box<Self>, window: &mut App) {
        let before = self.focus_before.filter(|id| is_on_screen(&window.ctx, *id));
        let id = before.unwrap_or_else(page_heading_id);
        window.ctx.with_plugin::<FocusGuide, _>(|guide| guide.want(id));
    }
}

/// Shows both records. Returns whether the page is to be closed.
fn comparison(ui: &Ui, page: &mut ComparisonPage, present: Present<'_>, lang: Lang) -> bool {
    page.refresh(present, lang);
    let id = Id::unique("comparison");
    let area = Modal::default_area(id).accessible_name(words::title(lang));
    let frame = Frame::window(ui.style());
    let response = Modal::new(id).area(area).frame(frame).backdrop_color(palette(ui).scrim).show(ui.ctx(), |ui| {
        let room = ui.ctx().content_rect().size();
        ui.set_width((room.x - 60.0).min(WIDEST));
        let height = (room.y - 116.0).max(160.0);
        let area = egui::ScrollArea::vertical().id_salt(page.shown == Shown::Decisions).max_height(height);
        area.auto_shrink([false, true]).min_scrolled_height(height).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            ui.set_width(ui.available_width() - 12.0);
            scroll_by_keys(ui, &mut page.to_end, height);
            contents(ui, page, lang);
        });
        ui.add_space(6.0);
        let close = secondary_button(ui, crate::text::window::close(lang));
        if std::mem::take(&mut page.is_new) {
            close.request_focus();
        }
        close.clicked()
    });
    response.should_close() || response.inner
}

fn contents(ui: &mut Ui, page: &mut ComparisonPage, lang: Lang) {
    section_heading(ui, words::title(lang));
    ja_label(ui, page.about, TextKind::Body);
    ja_label(ui, words::lead(lang), TextKind::Small);
    ui.horizontal_wrapped(|ui| {
        let options = [(Shown::Differences, words::only_differences(lang)), (Shown::Decisions, words::all_decisions(lang))];
        let id = Id::unique("what is compared");
        if let Some(shown) = segmented(ui, id, words::what_is_shown(lang), &options, &page.shown, None) {
            page.shown = shown;
        }
        ja_label(ui, &page.count, TextKind::Strong);
    });
    ui.add_space(4.0);
    let name = words::table_name(&page.left, &page.right, lang);
    let heads = SideHeads {
        place: words::place(lang),
        old: &page.left,
        new: &page.right,
        relation: words::relation(lang),
        short: [words::this_record(lang), words::other_record(lang)],
        lang,
    };
    match page.shown {
        Shown::Differences => page.differences.ui(ui, "differences", &name, heads),
        Shown::Decisions => page.decisions.ui(ui, "decisions", &name, heads),
    }
}

/// There is nothing in the rows that Tab could lead to, so the keys that turn pages move them.
fn scroll_by_keys(ui: &Ui, to_end: &mut u8, height: f32) {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let page = 0.85 * height;
    for (key, step) in [(Key::PageDown, -page), (Key::PageUp, page), (Key::Home, FAR)] {
        if pressed(key) {
            *to_end = 0;
            ui.scroll_with_delta(vec2(0.0, step));
        }
    }
    if pressed(Key::End) {
        *to_end = FRAMES_TO_END;
    }
    if *to_end > 0 {
        *to_end -= 1;
        ui.scroll_with_delta_animation(vec2(0.0, -FAR), ScrollAnimation::none());
        ui.ctx().request_repaint();
    }
}
