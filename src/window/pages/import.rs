//! Taking in a filled-in assessment sheet: reading it beside the window, then the list of what it says otherwise.

use std::path::PathBuf;
use std::sync::Arc;

use egui::{Context, Frame, Id, Modal, ScrollArea, Ui};

use crate::catalogue::Catalogue;
use crate::file::StorageError;
use crate::import::{self, Import, ImportError, ImportRow};
use crate::judgement::judge;
use crate::portfolio::{Effect, Side};
use crate::record::{Date, ReceivedFile, Record, RecordId};
use crate::text::{Lang, Message, import as import_words, marks, window as words};
use crate::window::jobs::{Broken, Desk, JobKind};
use crate::window::stack::{Asked, Page};
use crate::window::state::App;
use crate::window::theme::{TextKind, palette_of};
use crate::window::widgets::{
    Column, FocusGuide, Tone, ja_label, message_box, message_text, primary_button, secondary_button, small_button, table,
};

/// How many rows are shown before more are asked for.
const ROWS: usize = 100;
/// For so many passes the list is new: the first one only measures it.
const PASSES_NEW: u8 = 2;
/// How many problems are told one by one.
const PROBLEMS: usize = 20;
/// How much of a text is shown, in characters.
const SHOWN: usize = 600;
/// Below this width, in points, rows are blocks.
const LEAST_WIDTH: f32 = 640.0;
/// The widest the list becomes, in points.
const WIDEST: f32 = 980.0;

/// Why a sheet could not be laid beside the record.
enum Problem {
    Storage(StorageError),
    Sheet(ImportError),
}

/// A sheet beside the record, while the user chooses.
#[derive(Debug)]
pub(in crate::window) struct ImportReview {
    received: ReceivedFile,
    notes: Vec<&'static str>,
    problems: Vec<Message>,
    rows: Vec<ReviewRow>,
    shown: usize,
    record: Arc<Record>,
    rules: Arc<Catalogue>,
    today: Date,
    /// What taking in these rows would make of the record.
    effect: Option<(Vec<bool>, Effect)>,
    /// How high this was in the last frame, in points.
    foot: f32,
    /// For how many more passes it is new: its first control takes the focus.
    passes_new: u8,
}

/// What is chosen in the list.
#[derive(Clone, Copy, Debug)]
enum Choice {
    /// To take in what is ticked.
    TakeIn,
    /// To take in nothing.
    Close,
}

impl Page<App> for ImportReview {
    fn draw(&mut self, ui: &mut Ui, window: &App) -> Option<Asked<App>> {
        let is_new = self.passes_new > 0;
        self.passes_new = self.passes_new.saturating_sub(1);
        match show(ui.ctx(), self, is_new, window.lang())? {
            Choice::Close => Some(Asked::Close),
            Choice::TakeIn => Some(Asked::act(App::take_in)),
        }
    }

    fn is_question(&self) -> bool {
        true
    }
}

/// One difference, in words.
#[derive(Debug)]
struct ReviewRow {
    row: ImportRow,
    place: String,
    old: String,
    new: String,
    remarks: Vec<String>,
    is_chosen: bool,
}

impl App {
    /// Reads a sheet beside the window.
    pub(in crate::window) fn import_sheet(&mut self, path: PathBuf) {
        let lang = self.lang();
        if !self.may_change() {
            return;
        }
        let Some(open) = &self.open else { return };
        let (record, catalogue) = (Arc::clone(open.draft.record()), Arc::clone(open.draft.catalogue()));
        let (revision, storage) = (open.draft.revision(), Arc::clone(&self.env.storage));
        let (id, from) = (record.id.clone(), path.clone());
        words::import_reading(lang).clone_into(&mut self.news);
        let work = move |_: &Desk<Self>| {
            let bytes = import::read_file(storage.as_ref(), &path).map_err(Problem::Storage)?;
            let sheet = import::read(&storage.reader(), &bytes).map_err(Problem::Sheet)?;
            import::compare(&sheet, &record, &catalogue).map_err(Problem::Sheet)
        };
        self.jobs.begin(JobKind::Import, work, move |app: &mut Self, result| app.sheet_read(&id, revision, from, result));
    }

    fn sheet_read(&mut self, record: &RecordId, revision: u64, path: PathBuf, result: Result<Result<Import, Problem>, Broken>) {
        let (lang, today) = (self.lang(), self.today);
        let Some(open) = self.open.as_ref().filter(|open| open.draft.record().id == *record) else { return };
        if self.pages.has_question() {
            // The question on the screen must not be lost.
            words::import_put_off(lang).clone_into(&mut self.news);
            return;
        }
        if result.is_ok() && open.draft.revision() != revision {
            // Something was changed while it was read: what it says otherwise may be another thing now.
            return self.import_sheet(path);
        }
        self.news.clear();
        match result {
            Ok(Ok(found)) => {
                let received = import::received(&path, &found.sha256, today);
                let (record, catalogue) = (Arc::clone(open.draft.record()), Arc::clone(open.draft.catalogue()));
                let review = ImportReview::new(found, received, record, catalogue, (today, lang));
                self.pages.open(review);
                self.ctx.request_repaint();
            }
            Err(broken) => self.tell(broken.message(lang)),
            Ok(Err(Problem::Storage(error))) => self.tell(error.message(lang)),
            Ok(Err(Problem::Sheet(error))) => self.tell(Message { place: crate::text::shown_path(&path), ..error.message(lang) }),
        }
    }

    /// 選んだ変更を取り込む: one act, which can be undone as one.
    fn take_in(&mut self) {
        let lang = self.lang();
        let Some(review) = self.pages.take::<ImportReview>() else { return };
        let Some(open) = &mut self.open else { return };
        let (chosen, of) = (review.chosen().count(), review.rows.len());
        match open.draft.apply(import::accept(review.chosen(), review.received.clone())) {
            Ok(()) => {
                let lapsed = review.effect.as_ref().and_then(|(_, effect)| effect.lapsed);
                self.news = import_words::taken_into(chosen, of, lapsed, lang);
            }
            Err(error) => self.tell(crate::text::edit_error(&error, lang)),
        }
    }
}

impl ImportReview {
    fn new(
        found: Import,
        received: ReceivedFile,
        record: Arc<Record>,
        rules: Arc<Catalogue>,
        (today, lang): (Date, Lang),
    ) -> Self {
        let words_of = |row: ImportRow| ReviewRow {
            place: row.place(&record, &rules, lang),
            old: shown(&row.old_words(&rules, lang), lang),
            new: shown(&row.new_words(&rules, lang), lang),
            remarks: row
                .remarks
                .iter()
                .map(|remark| remark.words(lang))
                .chain(row.erases().then(|| import_words::erases(lang).to_owned()))
                .collect(),
            is_chosen: false,
            row,
        };
        let rows = found.rows.into_iter().map(words_of).collect();
        Self {
            received,
            notes: [
                found.changed_since.then(|| import_words::changed_since(lang)),
                (!found.is_looked_through).then(|| import_words::not_looked_outside(lang)),
            ]
            .into_iter()
            .flatten()
            .collect(),
            problems: found.problems.iter().map(|problem| problem.message(lang)).collect(),
            rows,
            shown: ROWS,
            record,
            rules,
            today,
            effect: None,
            foot: 0.0,
            passes_new: PASSES_NEW,
        }
    }

    /// What taking in what is chosen would make of the record; nothing if that could not be done.
    fn effect(&mut self, lang: Lang) -> Effect {
        let chosen: Vec<bool> = self.rows.iter().map(|row| row.is_chosen).collect();
        if let Some((of, effect)) = &self.effect
            && *of == chosen
        {
            return effect.clone();
        }
        let mut after = Record::clone(&self.record);
        let effect = match after.apply(import::accept(self.chosen(), self.received.clone())) {
            Ok(()) => {
                let [old, new] = [&*self.record, &after].map(|record| judge(record, &self.rules, self.today));
                let before = Side { record: &self.record, catalogue: &self.rules, judgement: &old };
                Effect::of(before, Side { record: &after, catalogue: &self.rules, judgement: &new }, lang)
            }
            Err(_) => Effect::default(),
        };
        self.effect = Some((chosen, effect.clone()));
        effect
    }

    fn chosen(&self) -> impl Iterator<Item = &ImportRow> {
        self.rows.iter().filter(|row| row.is_chosen).map(|row| &row.row)
    }
}

/// What is shown of a text; the rest is counted.
fn shown(text: &str, lang: Lang) -> String {
    let length = text.chars().count();
    if length <= SHOWN {
        return text.to_owned();
    }
    let begin: String = text.chars().take(SHOWN).collect();
    format!("{begin}{}", words::import_cut(length - SHOWN, lang))
}

/// Shows the list. Esc and a click beside it close it, and nothing was taken in.
fn show(ctx: &Context, review: &mut ImportReview, is_new: bool, lang: Lang) -> Option<Choice> {
    let id = Id::unique("import");
    let area = Modal::default_area(id).accessible_name(words::import_title(lang));
    let screen = ctx.content_rect().size();
    let response = Modal::new(id)
        .area(area)
        .frame(Frame::window(&ctx.global_style()))
        .backdrop_color(palette_of(ctx).scrim)
        .show(ctx, |ui| {
            ui.set_width((screen.x - 60.0).min(WIDEST));
            ui.spacing_mut().item_spacing.y = 8.0;
            ja_label(ui, words::import_title(lang), TextKind::Section);
            // Title, counts and buttons stay in view, however small the screen.
            let height = (screen.y - 216.0 - review.foot).max(90.0);
            ScrollArea::vertical()
                .id_salt("differences")
                .max_height(height)
                // Else it would grow from frame to frame, and what is clicked would move away.
                .min_scrolled_height(height)
                .auto_shrink([false, true])
                .show(ui, |ui| contents(ui, review, is_new, lang));
            foot(ui, review, is_new, lang)
        });
    let closed = response.should_close().then_some(Choice::Close);
    response.inner.or(closed)
}

fn contents(ui: &mut Ui, review: &mut ImportReview, is_new: bool, lang: Lang) {
    for note in &review.notes {
        message_text(ui, Tone::Warning, note);
    }
    if !review.problems.is_empty() {
        ja_label(ui, &words::import_problems(review.problems.len(), lang), TextKind::Strong);
        review.problems.iter().take(PROBLEMS).for_each(|problem| message_box(ui, Tone::Warning, problem));
    }
    if review.rows.is_empty() {
        ja_label(ui, words::import_nothing(lang), TextKind::Body);
        return;
    }
    ja_label(ui, words::import_lead(lang), TextKind::Body);
    if review.rows.iter().any(|found| found.row.erases()) {
        ja_label(ui, words::import_all_but(lang), TextKind::Body);
    }
    let rows = review.rows.iter_mut().take(review.shown).enumerate();
    if ui.available_width() >= LEAST_WIDTH {
        let columns = [3.0, 3.0, 3.0].map(|weight| Column::Share { weight, least: 160.0 });
        table(ui, "import rows", words::import_title(lang), &columns, |table| {
            table.head(|row| {
                for title in [words::import_place(lang), words::import_now(lang), words::import_then(lang)] {
                    row.cell(|ui| ja_label(ui, title, TextKind::Strong));
                }
            });
            for (index, found) in rows {
                table.row(|row| {
                    row.cell(|ui| choice(ui, found, is_new && index == 0));
                    row.cell(|ui| ja_label(ui, &found.old, TextKind::Body));
                    row.cell(|ui| {
                        ja_label(ui, &found.new, TextKind::Body);
                        remarks(ui, found);
                    });
                });
            }
        });
    } else {
        for (index, found) in rows {
            ui.separator();
            choice(ui, found, is_new && index == 0);
            for (title, text) in [(words::import_now(lang), &found.old), (words::import_then(lang), &found.new)] {
                ja_label(ui, title, TextKind::SmallStrong);
                ja_label(ui, text, TextKind::Body);
            }
            remarks(ui, found);
        }
    }
    if review.rows.len() > review.shown && small_button(ui, words::import_more(lang)).clicked() {
        review.shown += ROWS;
    }
}

/// The box that chooses a difference, named by its place, with the cell of the sheet.
fn choice(ui: &mut Ui, found: &mut ReviewRow, takes_focus: bool) {
    let response = ui.checkbox(&mut found.is_chosen, found.place.as_str());
    if takes_focus {
        ui.ctx().with_plugin::<FocusGuide, _>(|guide| guide.want(response.id));
    }
    ja_label(ui, &found.row.at.to_string(), TextKind::Small);
}

fn remarks(ui: &mut Ui, found: &ReviewRow) {
    for remark in &found.remarks {
        ja_label(ui, remark, TextKind::SmallStrong);
    }
}

fn foot(ui: &mut Ui, review: &mut ImportReview, is_new: bool, lang: Lang) -> Option<Choice> {
    let (chosen, of) = (review.chosen().count(), review.rows.len());
    let counts = words::import_counts(review.received.name.as_str(), (chosen, of), review.problems.len(), lang);
    ja_label(ui, &counts, TextKind::Body);
    let effect = if chosen > 0 { review.effect(lang) } else { Effect::default() };
    let said = ui.scope(|ui| {
        if let Some(approval) = effect.approval(lang) {
            message_text(ui, Tone::Warning, &approval);
        }
        if !effect.results.is_empty() {
            ja_label(ui, &effect.results.join(marks::between_results(lang)), TextKind::Small);
        }
    });
    let height = said.response.rect.height();
    if (height - review.foot).abs() > 0.5 {
        // The list above makes room for it before anything is seen, or clicked.
        review.foot = height;
        ui.ctx().request_discard("what is below the list became higher or lower");
    }
    let mut choice = None;
    ui.horizontal_wrapped(|ui| {
        if of > 0 {
            if ui.add_enabled_ui(chosen > 0, |ui| primary_button(ui, words::import_accept(lang))).inner.clicked() {
                choice = Some(Choice::TakeIn);
            }
            for (text, is_chosen) in [(words::import_all(lang), true), (words::import_none(lang), false)] {
                if secondary_button(ui, text).clicked() {
                    // What takes something away is ticked by itself or not at all.
                    let choose = |row: &mut ReviewRow| row.is_chosen = is_chosen && (row.is_chosen || !row.row.erases());
                    review.rows.iter_mut().for_each(choose);
                }
            }
        }
        let close = secondary_button(ui, if of > 0 { words::cancel(lang) } else { words::close(lang) });
        // There is nothing else here that could have the focus.
        if of == 0 && is_new {
            ui.ctx().with_plugin::<FocusGuide, _>(|guide| guide.want(close.id));
        }
        if close.clicked() {
            choice = Some(Choice::Close);
        }
    });
    choice
}
