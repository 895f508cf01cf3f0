//! 変更の履歴: who changed what and when, newest first; comparing any two contents and bringing one back.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Checkbox, Frame, Id, Modal, Ui, UiBuilder, WidgetInfo};

use super::changes::{self, Changes, Pair};
use super::point::{HistoryAct, Point, Shown, point_name, restore};
use crate::catalogue::Catalogue;
use crate::portfolio::{OpenError, Rules};
use crate::record::{Edit, HistoryError, Line, Record, Revision};
use crate::text::{Lang, history as words};
use crate::window::stack::{Asked, Page};
use crate::window::state::App;
use crate::window::theme::{TextKind, palette};
use crate::window::widgets::{
    Tone, ja_label, line_input, link_button, message_box, message_text, primary_button, secondary_button, section_heading,
    small_button,
};

/// How many revisions are shown before more are asked for.
const ROWS: usize = 40;

/// The history while it is open.
#[derive(Debug)]
pub struct HistoryPage {
    /// What was saved last: the state from which earlier ones are had.
    saved: Arc<Record>,
    problems: Vec<HistoryError>,
    /// The record on the screen.
    present: Arc<Record>,
    is_unsaved: bool,
    /// The name as typed.
    author: String,
    rows: usize,
    /// The contents chosen to be compared, at most two.
    chosen: Vec<Point>,
    /// What is compared, if it is not the list that is shown.
    changes: Option<Changes>,
    /// What came of the last act.
    news: String,
    is_new: bool,
}

impl HistoryPage {
    /// Opens the history of what was saved last, beside the record on the screen. `author` is the name of the settings.
    pub fn new(saved: &Arc<Record>, present: &Arc<Record>, author: &str) -> Self {
        Self {
            saved: Arc::clone(saved),
            problems: saved.history_problems(),
            present: Arc::clone(present),
            is_unsaved: !present.same_content(saved),
            author: author.to_owned(),
            rows: ROWS,
            chosen: Vec::new(),
            changes: None,
            news: String::new(),
            is_new: true,
        }
    }

    /// Says what came of the last act.
    pub fn tell(&mut self, news: String) {
        self.news = news;
    }

    /// Begins anew if something else was saved meanwhile, and sees whether the record was changed.
    fn refresh(&mut self, saved: &Arc<Record>, present: &Arc<Record>, catalogue: &Catalogue, lang: Lang) {
        if !Arc::ptr_eq(&self.saved, saved) {
            *self = Self { is_new: false, author: std::mem::take(&mut self.author), ..Self::new(saved, present, "") };
        }
        if !Arc::ptr_eq(&self.present, present) {
            self.present = Arc::clone(present);
            self.is_unsaved = !present.same_content(saved);
            self.changes = self.changes.take().map(|changes| changes.again(Shown { saved, present, catalogue, lang }));
        }
    }
}

impl Page<App> for HistoryPage {
    fn draw(&mut self, ui: &mut Ui, window: &App) -> Option<Asked<App>> {
        let draft = &window.open.as_ref()?.draft;
        let act = history(ui, self, draft.saved_or_present(), draft.record(), draft.catalogue(), window.lang())?;
        Some(match act {
            HistoryAct::Close => Asked::Close,
            HistoryAct::Restore(content) => Asked::act(|app: &mut App| app.restore_content(content)),
        })
    }

    /// The name is kept as typed.
    fn close(self: Box<Self>, window: &mut App) {
        let author = Line::from_typed(self.author.trim()).0;
        if author != window.settings.author {
            window.settings.author = author;
            window.save_settings();
        }
    }
}

impl App {
    /// 変更の履歴
    pub(in crate::window) fn show_history(&mut self) {
        let Some(open) = &self.open else { return };
        let saved = open.draft.saved_or_present();
        let page = HistoryPage::new(saved, open.draft.record(), self.settings.author.as_str());
        self.pages.open(page);
    }

    /// Puts an earlier content in place of the present one, if the catalogue in use knows all that it names.
    fn restore_content(&mut self, content: Box<Record>) {
        let lang = self.lang();
        let Rules { catalogue, .. } = self.rules(&content);
        let Some(open) = &mut self.open else { return };
        let unknown = catalogue.dangling_ids(&content);
        if !unknown.is_empty() {
            let in_use = Box::new(catalogue.pin());
            let path = open.outside.path.clone().unwrap_or_default();
            let error = OpenError::DanglingIds { path, ids: unknown, made_with: Box::new(content.catalogue), in_use };
            return self.tell(error.message(lang));
        }
        open.draft.learn(catalogue);
        self.edit(Edit::Restore(content));
        if let Some(page) = self.pages.get_mut::<HistoryPage>() {
            page.tell(words::restored(lang).to_owned());
        }
    }
}

/// Shows the history of `saved`, what was saved last. `present` is the record on the screen. Returns what is asked for.
fn history(
    ui: &Ui,
    page: &mut HistoryPage,
    saved: &Arc<Record>,
    present: &Arc<Record>,
    catalogue: &Catalogue,
    lang: Lang,
) -> Option<HistoryAct> {
    page.refresh(saved, present, catalogue, lang);
    let cx = Shown { saved, present, catalogue, lang };
    let id = Id::unique("history");
    let area = Modal::default_area(id).accessible_name(words::title(lang));
    let frame = Frame::window(ui.style());
    let response = Modal::new(id).area(area).frame(frame).backdrop_color(palette(ui).scrim).show(ui.ctx(), |ui| {
        let room = ui.ctx().content_rect().size();
        ui.set_width((room.x - 60.0).min(980.0));
        let height = (room.y - 130.0).max(160.0);
        let act = egui::ScrollArea::vertical().id_salt(page.changes.is_some()).max_height(height).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            ui.set_width(ui.available_width() - 12.0);
            let shown = page.changes.take();
            match shown {
                Some(changes) => {
                    let (act, stays) = changes::ui(ui, changes, &mut page.news, cx);
                    // Back on the list, the focus must be somewhere.
                    page.is_new = stays.is_none();
                    page.changes = stays;
                    act
                }
                None => list(ui, page, cx),
            }
        });
        ui.add_space(6.0);
        let close = secondary_button(ui, crate::text::window::close(lang));
        if std::mem::take(&mut page.is_new) {
            close.request_focus();
        }
        act.inner.or_else(|| close.clicked().then_some(HistoryAct::Close))
    });
    let closed = response.should_close().then_some(HistoryAct::Close);
    response.inner.or(closed)
}

fn list(ui: &mut Ui, page: &mut HistoryPage, cx: Shown<'_>) -> Option<HistoryAct> {
    let lang = cx.lang;
    section_heading(ui, words::title(lang));
    ja_label(ui, words::lead(lang), TextKind::Body);
    line_input(ui, Id::unique("history author"), words::author_label(lang), "", &mut page.author, lang);
    ja_label(ui, words::author_note(lang), TextKind::Small);
    ui.add_space(4.0);
    for problem in &page.problems {
        message_box(ui, Tone::Warning, &words::problem(problem, lang));
    }
    if cx.saved.history.is_empty() {
        ja_label(ui, words::none_yet(lang), TextKind::Body);
    } else if page.problems.is_empty() {
        ja_label(ui, words::holds(lang), TextKind::Success);
    }
    if !page.news.is_empty() {
        message_text(ui, Tone::Success, &page.news);
    }
    compare(ui, page, cx);
    if page.is_unsaved {
        ui.separator();
        entry(ui, "present", words::present(lang), |ui| {
            ui.horizontal_wrapped(|ui| {
                choose(ui, &mut page.chosen, Point::Present, lang);
                ja_label(ui, words::present(lang), TextKind::Strong);
            });
        });
    }
    let mut act = None;
    for (index, revision) in cx.saved.history.iter().enumerate().rev().take(page.rows) {
        ui.separator();
        entry(ui, revision.number, &words::revision(revision.number, lang), |ui| {
            act = self::revision(ui, page, revision, index == 0, cx).or(act.take());
        });
    }
    let hidden = cx.saved.history.len().saturating_sub(page.rows);
    if hidden > 0 && link_button(ui, &words::more(hidden, lang)).clicked() {
        page.rows += 5 * ROWS;
    }
    let folded = cx.saved.history.folded();
    if hidden == 0 && folded > 0 {
        ui.separator();
        ja_label(ui, &words::folded(folded, lang), TextKind::Small);
    }
    act
}

fn entry(ui: &mut Ui, salt: impl std::hash::Hash + std::fmt::Debug, name: &str, contents: impl FnOnce(&mut Ui)) {
    let builder = UiBuilder::new().id_salt(("revision", salt)).accessibility_role(Role::Group).accessibility_label(name);
    ui.scope_builder(builder, contents);
}

/// One revision: who, when, how much, and what can be done with it.
fn revision(ui: &mut Ui, page: &mut HistoryPage, revision: &Revision, is_oldest: bool, cx: Shown<'_>) -> Option<HistoryAct> {
    let (lang, number) = (cx.lang, revision.number);
    ui.horizontal_wrapped(|ui| {
        choose(ui, &mut page.chosen, Point::Revision(number), lang);
        ja_label(ui, &words::revision(number, lang), TextKind::Strong);
        ja_label(ui, &words::moment(revision.at, lang), TextKind::Body);
        ja_label(ui, &words::author(&revision.by, lang), TextKind::Body);
        ja_label(ui, &words::extent(revision, is_oldest, lang), TextKind::Body);
    });
    let mut act = None;
    ui.horizontal_wrapped(|ui| {
        let see = small_button(ui, words::see(lang)).accessible_name(words::see_name(number, lang));
        if see.clicked() {
            page.news.clear();
            page.changes = Some(Changes::of(Pair::Made(number), cx));
        }
        let back = small_button(ui, words::restore_all(lang)).accessible_name(words::restore_all_name(number, lang));
        if back.clicked() {
            match cx.saved.content_at(number) {
                Ok(content) => act = restore(content, &mut page.news, cx),
                Err(error) => page.changes = Some(Changes::failed(Pair::Made(number), error, cx)),
            }
        }
    });
    act
}

/// Marks a content to be compared. Of two that are marked the earlier mark goes when a third one comes.
fn choose(ui: &mut Ui, chosen: &mut Vec<Point>, point: Point, lang: Lang) {
    let mut is_chosen = chosen.contains(&point);
    let checkbox = ui.add(Checkbox::without_text(&mut is_chosen));
    let name = words::choose_name(&point_name(point, lang), lang);
    checkbox.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), is_chosen, &name));
    if checkbox.on_hover_text(&name).changed() {
        chosen.retain(|other| *other != point);
        if is_chosen {
            chosen.push(point);
            let spare = chosen.len().saturating_sub(2);
            chosen.drain(..spare);
        }
    }
}

fn compare(ui: &mut Ui, page: &mut HistoryPage, cx: Shown<'_>) {
    let mut both = page.chosen.clone();
    both.sort_unstable();
    let pair = if let [old, new] = *both { Some(Pair::Chosen(old, new)) } else { None };
    ui.horizontal_wrapped(|ui| {
        let button = ui.add_enabled_ui(pair.is_some(), |ui| primary_button(ui, words::compare(cx.lang))).inner;
        if let (true, Some(pair)) = (button.clicked(), pair) {
            page.news.clear();
            page.changes = Some(Changes::of(pair, cx));
        }
        ja_label(ui, words::compare_note(cx.lang), TextKind::Small);
    });
}
