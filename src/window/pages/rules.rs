//! 目録の新旧比較: the record under its own catalogue and under the one in use, side by side, and the step from one to the other.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Frame, Id, Modal, Ui, UiBuilder};

use crate::catalogue::Catalogue;
use crate::judgement::{CellChange, Finding, MoveBlocked, RulesComparison, SideSource};
use crate::portfolio::Rules;
use crate::record::{Date, Objective, Record};
use crate::text::command_line::pin;
use crate::text::{self, Label as _, Lang, report as report_words, rules as words, window as shell};
use crate::window::Command;
use crate::window::stack::{Asked, Page};
use crate::window::state::App;
use crate::window::theme::{TextKind, palette};
use crate::window::widgets::{
    Column, Tone, ja_label, link_button, message_box, message_text, primary_button, secondary_button, section_heading, table,
};

/// How many cells are shown before more are asked for.
const ROWS: usize = 60;
/// Below this width, in points, a difference is a block and no row.
const LEAST_WIDTH: f32 = 620.0;

/// The comparison while it is open.
#[derive(Debug)]
pub struct RulesPage {
    /// Worked out once for each state of the record.
    comparison: RulesComparison,
    record: Arc<Record>,
    old_catalogue: Arc<Catalogue>,
    new_catalogue: Arc<Catalogue>,
    overall: Vec<Row>,
    cells: Vec<Row>,
    rows: usize,
    only_changes: bool,
    /// Whether the user is asked if he means it.
    confirming: bool,
    question_is_new: bool,
    is_new: bool,
}

/// What the comparison is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RulesAct {
    /// To be closed.
    Close,
    /// To move the record to the catalogue in use.
    Move,
}

/// A line of a table, in words.
#[derive(Debug)]
struct Row {
    what: String,
    old: String,
    new: String,
    difference: &'static str,
    is_same: bool,
}

impl RulesPage {
    /// Opens the comparison of a record.
    pub fn new(record: &Arc<Record>, rules: &Rules, today: Date, lang: Lang) -> Self {
        let comparison = rules.compare(record, today);
        let old_catalogue = Arc::clone(rules.pinned().unwrap_or(&rules.in_use));
        let mut page = Self {
            comparison,
            record: Arc::clone(record),
            old_catalogue,
            new_catalogue: Arc::clone(&rules.in_use),
            overall: Vec::new(),
            cells: Vec::new(),
            rows: ROWS,
            only_changes: false,
            confirming: false,
            question_is_new: false,
            is_new: true,
        };
        page.overall = page.overall(lang);
        page.cells = page.cells(lang);
        page
    }

    fn refresh(&mut self, record: &Arc<Record>, rules: &Rules, today: Date, lang: Lang) {
        if !Arc::ptr_eq(&self.record, record) || !Arc::ptr_eq(&self.new_catalogue, &rules.in_use) {
            *self =
                Self { is_new: false, rows: self.rows, only_changes: self.only_changes, ..Self::new(record, rules, today, lang) };
        }
    }

    fn overall(&self, lang: Lang) -> Vec<Row> {
        let (old, new) = (self.comparison.old.as_ref(), &self.comparison.new);
        let row = |what: &str, old: String, new: String, same: Option<bool>| Row {
            what: what.to_owned(),
            old,
            new,
            difference: same.map_or(CellChange::NotKnown.label(lang), |same| words::same_or_not(same, lang)),
            is_same: same == Some(true),
        };
        let outcome = old.map(|old| old.outcome);
        let mut rows = vec![row(
            report_words::outcome(lang),
            words::outcome(outcome, lang),
            words::outcome(Some(new.outcome), lang),
            outcome.map(|outcome| outcome == new.outcome),
        )];
        for (what, before, after) in [
            (report_words::condition_listed(lang), old.map(|old| old.condition_listed), new.condition_listed),
            (report_words::condition_low(lang), old.map(|old| old.condition_low), new.condition_low),
        ] {
            let same = before.map(|before| before == after);
            rows.push(row(what, words::condition(before, lang), words::condition(Some(after), lang), same));
        }
        for (objective, after) in new.objectives.iter() {
            let before = words::level(old.map(|old| old.objectives[objective]), &self.old_catalogue, lang);
            let change = self.comparison.objective_change(objective);
            rows.push(Row {
                what: objective.label(lang).to_owned(),
                old: before,
                new: words::level(Some(*after), &self.new_catalogue, lang),
                difference: change.label(lang),
                is_same: change == CellChange::Same,
            });
        }
        rows
    }

    fn cells(&self, lang: Lang) -> Vec<Row> {
        let (old, new) = (self.comparison.old.as_ref(), &self.comparison.new);
        let mut rows = Vec::new();
        for item in &self.record.items {
            for objective in Objective::ALL {
                let change = self.comparison.change(&item.id, objective);
                let before = old.and_then(|old| old.cell(&item.id, objective));
                rows.push(Row {
                    what: words::cell_name(&text::item_name(&item.id, &self.record, lang), objective.label(lang), lang),
                    old: words::cell(before, &self.old_catalogue, lang),
                    new: words::cell(new.cell(&item.id, objective), &self.new_catalogue, lang),
                    difference: change.label(lang),
                    is_same: change == CellChange::Same,
                });
            }
        }
        rows
    }
}

/// Says above a step that the record was made with another catalogue than the one in use, if it was. Returns what was chosen.
pub fn rules_notice(ui: &mut Ui, record: &Record, rules: &Rules, lang: Lang) -> Option<Command> {
    if !rules.are_not_in_use(record) {
        return None;
    }
    let (pinned, in_use) = (&record.catalogue, rules.in_use.pin());
    match rules.pinned() {
        Some(_) => message_text(ui, Tone::Neutral, &words::made_under(pinned, &in_use, lang)),
        None => {
            message_text(ui, Tone::Warning, &words::not_at_hand(pinned, &in_use, lang));
            match &record.approval.stated {
                Some(stated) => message_text(ui, Tone::Neutral, &words::stated_outcome(stated, lang)),
                None => message_text(ui, Tone::Warning, words::nothing_known(lang)),
            }
        }
    }
    let chosen = link_button(ui, words::open(lang)).clicked();
    ui.add_space(8.0);
    chosen.then_some(Command::ShowRules)
}

impl Page<App> for RulesPage {
    fn draw(&mut self, ui: &mut Ui, window: &App) -> Option<Asked<App>> {
        let draft = &window.open.as_ref()?.draft;
        Some(match rules_page(ui, self, draft.record(), draft.rules(), window.today, window.lang())? {
            RulesAct::Close => Asked::Close,
            RulesAct::Move => Asked::act(|app: &mut App| {
                app.pages.take::<Self>();
                app.move_to_catalogue_in_use();
            }),
        })
    }
}

/// Shows the comparison. Returns what is asked for.
fn rules_page(ui: &Ui, page: &mut RulesPage, record: &Arc<Record>, rules: &Rules, today: Date, lang: Lang) -> Option<RulesAct> {
    page.refresh(record, rules, today, lang);
    let id = Id::unique("rules");
    let area = Modal::default_area(id).accessible_name(words::title(lang));
    let frame = Frame::window(ui.style());
    let response = Modal::new(id).area(area).frame(frame).backdrop_color(palette(ui).scrim).show(ui.ctx(), |ui| {
        let room = ui.ctx().content_rect().size();
        ui.set_width((room.x - 60.0).min(1080.0));
        let height = (room.y - 130.0).max(160.0);
        let act = egui::ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, true]).show(
            ui,
            |ui| {
                ui.spacing_mut().item_spacing.y = 6.0;
                ui.set_width(ui.available_width() - 16.0);
                contents(ui, page, lang)
            },
        );
        ui.add_space(6.0);
        let close = secondary_button(ui, shell::close(lang));
        if std::mem::take(&mut page.is_new) {
            close.request_focus();
        }
        act.inner.or_else(|| close.clicked().then_some(RulesAct::Close))
    });
    let closed = response.should_close().then_some(RulesAct::Close);
    response.inner.or(closed)
}

fn contents(ui: &mut Ui, page: &mut RulesPage, lang: Lang) -> Option<RulesAct> {
    section_heading(ui, words::title(lang));
    ja_label(ui, words::lead(lang), TextKind::Body);
    if !page.comparison.is_other_catalogue() {
        message_text(ui, Tone::Success, words::same_catalogue(lang));
        return None;
    }
    match page.comparison.old.as_ref().map(|old| old.source) {
        Some(SideSource::Computed) => {}
        Some(SideSource::Stated) => {
            message_text(ui, Tone::Warning, words::as_stated_note(lang));
            if page.record.changed_since_approval() {
                message_text(ui, Tone::Warning, words::as_stated_changed(lang));
            }
        }
        None => message_text(ui, Tone::Warning, words::nothing_known(lang)),
    }
    match page.comparison.old.as_ref().map(|old| old.source) {
        _ if page.comparison.differs() => {}
        Some(SideSource::Stated) => message_text(ui, Tone::Neutral, words::nothing_differs_from_stated(lang)),
        Some(SideSource::Computed) | None => message_text(ui, Tone::Success, words::nothing_differs(lang)),
    }
    if ui.available_width() < LEAST_WIDTH {
        // In blocks the columns have no heads.
        ja_label(ui, &words::old_side(&page.comparison, lang), TextKind::Body);
        ja_label(ui, &words::new_side(&page.comparison, lang), TextKind::Body);
    }
    section_heading(ui, words::whole(lang));
    rows(ui, "rules overall", words::whole(lang), &page.overall, page.overall.len(), page, lang);
    cells(ui, page, lang);
    findings(ui, words::findings_gone(lang), &page.comparison.findings_gone, page, &page.old_catalogue, lang);
    findings(ui, words::findings_come(lang), &page.comparison.findings_come, page, &page.new_catalogue, lang);
    let scope = page.comparison.scope.as_ref().map(|scope| words::scope_lines(scope, lang)).unwrap_or_default();
    if !scope.is_empty() {
        section_heading(ui, words::scope(lang));
    }
    for (heading, ids) in scope {
        ja_label(ui, heading, TextKind::Strong);
        ja_label(ui, &ids, TextKind::Body);
    }
    move_section(ui, page, lang)
}

fn cells(ui: &mut Ui, page: &mut RulesPage, lang: Lang) {
    let changed = page.cells.iter().filter(|row| !row.is_same).count();
    section_heading(ui, words::cells(lang));
    if page.cells.is_empty() {
        ja_label(ui, text::report::none(lang), TextKind::Body);
        return;
    }
    ja_label(ui, &words::cells_counted(changed, page.cells.len(), lang), TextKind::Body);
    ui.checkbox(&mut page.only_changes, words::only_changes(lang));
    let shown: Vec<&Row> = page.cells.iter().filter(|row| !page.only_changes || !row.is_same).collect();
    let all = shown.len();
    rows(ui, "rules cells", words::cells(lang), shown, page.rows, page, lang);
    let hidden = all.saturating_sub(page.rows);
    if hidden > 0 && link_button(ui, &text::history::more(hidden, lang)).clicked() {
        page.rows += 5 * ROWS;
    }
}

/// Lines of a table where there is room, else blocks.
fn rows<'a>(
    ui: &mut Ui,
    salt: &str,
    name: &str,
    rows: impl IntoIterator<Item = &'a Row>,
    most: usize,
    page: &RulesPage,
    lang: Lang,
) {
    let comparison = &page.comparison;
    let [old, new] = [words::old_name(comparison, lang), words::new(lang)];
    let [old_pin, new_pin] = [words::old_pin(comparison), pin(&comparison.new.catalogue)];
    let shown = rows.into_iter().take(most);
    let kind = |row: &Row| if row.is_same { TextKind::Body } else { TextKind::Strong };
    if ui.available_width() >= LEAST_WIDTH {
        let share = |weight| Column::Share { weight, least: 120.0 };
        let columns = [share(1.0), share(1.2), share(1.2), Column::Fixed(150.0)];
        let (same, changed) = (palette(ui).page, palette(ui).warning_ground);
        table(ui, salt, name, &columns, |table| {
            table.head(|row| {
                for (title, pin) in [(words::what(lang), ""), (old, &*old_pin), (new, &*new_pin), (words::difference(lang), "")] {
                    row.cell(|ui| {
                        ja_label(ui, title, TextKind::Strong);
                        if !pin.is_empty() {
                            ja_label(ui, pin, TextKind::Small);
                        }
                    });
                }
            });
            for one in shown {
                let fill = if one.is_same { same } else { changed };
                table.row_on(fill, |row| {
                    row.cell(|ui| ja_label(ui, &one.what, TextKind::Body));
                    row.cell(|ui| ja_label(ui, &one.old, TextKind::Body));
                    row.cell(|ui| ja_label(ui, &one.new, kind(one)));
                    row.cell(|ui| ja_label(ui, one.difference, kind(one)));
                });
            }
        });
        return;
    }
    for (index, one) in shown.enumerate() {
        ui.separator();
        let builder = UiBuilder::new().id_salt((salt, index)).accessibility_role(Role::Group);
        ui.scope_builder(builder, |ui| {
            ja_label(ui, &one.what, TextKind::Strong);
            ja_label(ui, &text::history::named(old, &one.old, lang), TextKind::Body);
            ja_label(ui, &text::history::named(new, &one.new, lang), kind(one));
            ja_label(ui, &text::history::named(words::difference(lang), one.difference, lang), kind(one));
        });
    }
}

fn findings(ui: &mut Ui, heading: &str, findings: &[Finding], page: &RulesPage, catalogue: &Catalogue, lang: Lang) {
    if findings.is_empty() {
        return;
    }
    section_heading(ui, heading);
    for finding in findings.iter().take(ROWS) {
        let message = text::finding_message(finding, &page.record, catalogue, lang);
        ja_label(ui, &text::history::named(finding.severity().label(lang), &message.what, lang), TextKind::Body);
    }
    let hidden = findings.len().saturating_sub(ROWS);
    if hidden > 0 {
        ja_label(ui, &text::history::more(hidden, lang), TextKind::Small);
    }
}

fn move_section(ui: &mut Ui, page: &mut RulesPage, lang: Lang) -> Option<RulesAct> {
    section_heading(ui, words::move_heading(lang));
    ja_label(ui, words::move_lead(lang), TextKind::Body);
    let unknown = &page.comparison.unknown;
    if !unknown.is_empty() {
        message_box(
            ui,
            Tone::Error,
            &words::move_blocked(&MoveBlocked::UnknownIds(unknown.clone()), &page.record, &page.old_catalogue, lang),
        );
    }
    if page.comparison.voids_approval {
        message_text(ui, Tone::Warning, words::move_voids(lang));
    }
    if !page.confirming {
        let can = unknown.is_empty();
        if ui.add_enabled_ui(can, |ui| primary_button(ui, words::move_act(lang))).inner.clicked() {
            page.confirming = true;
            page.question_is_new = true;
        }
        return None;
    }
    let mut act = None;
    ja_label(ui, words::move_confirm(lang), TextKind::Strong);
    ui.horizontal_wrapped(|ui| {
        if primary_button(ui, words::move_yes(lang)).clicked() {
            act = Some(RulesAct::Move);
        }
        let no = secondary_button(ui, words::move_no(lang));
        if std::mem::take(&mut page.question_is_new) {
            // What does nothing is what Enter does.
            no.request_focus();
            no.scroll_to_me(Some(egui::Align::Max));
        }
        if no.clicked() {
            page.confirming = false;
        }
    });
    act
}
