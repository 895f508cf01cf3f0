//! 出力: what to write and where to; what was made, what was not done, and what comes next.

use std::path::{Path, PathBuf};

use egui::{Id, ProgressBar, Ui};

use crate::catalogue::StepId;
use crate::export::{Copy, Data, Medium, Packing, Product};
use crate::judgement::{Finding, Severity};
use crate::record::ApprovalState;
use crate::text::steps_finish::output as words;
use crate::text::{Label as _, Lang};
use crate::window::theme::TextKind;
use crate::window::widgets::{
    Column, Tone, choice_row, ja_label, line_input, link_button, message_box, message_text, page_heading, primary_button,
    secondary_button, section_heading, table,
};
use crate::window::{Command, ExportOrder, ExportState, ExportedFile, Made, StepContext};

/// Single files in the order in which they are offered.
const FORMATS: [Product; 4] =
    [Product::RECORD_PDF, Product::Data(Data::Json), Product::RECORD_MARKDOWN, Product::Data(Data::Ron)];
/// Below this width, in points, the files made are blocks.
const LEAST_WIDTH: f32 = 560.0;

/// What the page remembers.
#[derive(Debug)]
pub struct Page {
    /// Single files to be made.
    formats: Vec<Product>,
    /// The pre-application set, if it is to be made.
    set: Option<Product>,
    /// The folder as typed, until one is chosen in a dialog.
    folder: Option<String>,
    /// The folder last chosen in a dialog.
    chosen: Option<PathBuf>,
}

impl Default for Page {
    fn default() -> Self {
        Self { formats: vec![Product::RECORD_PDF], set: Some(Product::Set(Packing::Folder)), folder: None, chosen: None }
    }
}

/// Shows the step.
pub fn ui(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    page_heading(ui, words::title(lang), words::lead(lang));
    formats(ui, cx);
    set(ui, cx);
    copy(ui, cx);
    let folder = folder(ui, cx);
    start(ui, cx, &folder);
    if let ExportState::Finished(files) = &cx.outside.export {
        made(ui, cx, files);
    }
    section_heading(ui, words::not_done(lang));
    message_text(ui, Tone::Warning, words::not_submitted(lang));
    ja_label(ui, words::not_official(lang), TextKind::Body);
    let profile = cx.catalogue.profile(&cx.record.profile);
    if let Some(profile) = profile {
        section_heading(ui, words::next(lang));
        ja_label(ui, profile.wording.what_comes_next.text(lang), TextKind::Body);
    }
}

fn formats(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    section_heading(ui, words::formats(lang));
    let chosen = &mut cx.page.output.formats;
    for kind in FORMATS {
        let mut is_chosen = chosen.contains(&kind);
        if ui.checkbox(&mut is_chosen, words::kind_and_use(kind_name(&kind), kind_use(&kind, lang), lang)).changed() {
            chosen.retain(|other| *other != kind);
            if is_chosen {
                chosen.push(kind);
            }
        }
    }
}

fn kind_name(product: &Product) -> &'static str {
    match product {
        Product::Data(Data::Json) => "JSON",
        Product::Data(Data::Ron) => "RON",
        Product::Document(_, Medium::Markdown) => "Markdown",
        _ => "PDF",
    }
}

fn kind_use(product: &Product, lang: Lang) -> &'static str {
    match product {
        Product::Data(Data::Json) => words::json_document(lang),
        Product::Data(Data::Ron) => words::ron_document(lang),
        Product::Document(_, Medium::Markdown) => words::markdown_document(lang),
        _ => words::portable_document(lang),
    }
}

fn set(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    section_heading(ui, words::set(lang));
    ja_label(ui, words::set_lead(lang), TextKind::Small);
    let options = [
        (Some(Product::Set(Packing::Folder)), words::set_folder(lang)),
        (Some(Product::Set(Packing::Zip)), words::set_zip(lang)),
        (None, words::set_none(lang)),
    ];
    let page = &mut cx.page.output;
    if let Some(set) = choice_row(ui, Id::unique("output set"), words::set(lang), &options, Some(&page.set)) {
        page.set = set;
    }
}

/// Whether the files will be final, and what is missing if they are not.
fn copy(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    section_heading(ui, words::copy(lang));
    match Copy::at_hand(cx.record, cx.judgement) {
        Copy::Final => {
            ja_label(ui, words::copy_final(lang), TextKind::Success);
        }
        Copy::Draft => {
            ja_label(ui, words::copy_draft(lang), TextKind::Strong);
            ja_label(ui, words::final_not_possible(lang), TextKind::Small);
            let errors = cx.judgement.count(Severity::Error);
            if errors > 0 {
                let first = cx.judgement.findings.iter().find(|finding| finding.severity() == Severity::Error);
                ja_label(ui, &words::errors_left(errors, &first_error(cx, first), lang), TextKind::Body);
                if link_button(ui, words::see_errors(lang)).clicked() {
                    cx.command(Command::GoTo(StepId::Review));
                }
            }
            if cx.record.approval.state != ApprovalState::Approved {
                ja_label(ui, &words::not_approved(cx.record.approval.state.label(lang), lang), TextKind::Body);
                if link_button(ui, words::see_approval(lang)).clicked() {
                    cx.command(Command::GoTo(StepId::Approval));
                }
            }
        }
    }
}

fn first_error(cx: &StepContext<'_>, finding: Option<&Finding>) -> String {
    finding.map(|finding| crate::text::finding_message(finding, cx.record, cx.catalogue, cx.lang).what).unwrap_or_default()
}

/// Where to: typed, or chosen in a dialog. Returns what stands there.
fn folder(ui: &mut Ui, cx: &mut StepContext<'_>) -> String {
    let lang = cx.lang;
    ui.add_space(12.0);
    let page = &mut cx.page.output;
    if page.chosen != cx.outside.export_folder {
        page.chosen.clone_from(&cx.outside.export_folder);
        page.folder = None;
    }
    let chosen = page.chosen.as_deref().map(Path::to_string_lossy).unwrap_or_default();
    let mut text = page.folder.clone().unwrap_or_else(|| chosen.into_owned());
    if line_input(ui, Id::unique("output folder"), words::folder(lang), words::folder_hint(lang), &mut text).changed() {
        page.folder = Some(text.clone());
    }
    ui.add_space(4.0);
    if secondary_button(ui, words::choose_folder(lang)).clicked() {
        cx.command(Command::ChooseExportFolder);
    }
    text
}

fn start(ui: &mut Ui, cx: &mut StepContext<'_>, folder: &str) {
    let lang = cx.lang;
    ui.add_space(12.0);
    let page = &cx.page.output;
    let products: Vec<Product> = FORMATS.into_iter().filter(|kind| page.formats.contains(kind)).chain(page.set.clone()).collect();
    let running = match &cx.outside.export {
        ExportState::Running(progress) => Some(*progress),
        ExportState::Idle | ExportState::Finished(_) => None,
    };
    let problem = if products.is_empty() {
        words::nothing_chosen(lang)
    } else if folder.trim().is_empty() {
        words::folder_needed(lang)
    } else {
        ""
    };
    ui.add_enabled_ui(problem.is_empty() && running.is_none(), |ui| {
        if primary_button(ui, words::start(lang)).clicked() {
            cx.command(Command::Export(ExportOrder { folder: PathBuf::from(folder.trim()), products }));
        }
    });
    if !problem.is_empty() {
        ja_label(ui, problem, TextKind::Small);
    }
    if let Some(progress) = running {
        let share = |count: usize| f32::from(u16::try_from(count).unwrap_or(u16::MAX));
        let text = words::progress(progress.done, progress.of, lang);
        ui.add(ProgressBar::new(share(progress.done) / share(progress.of.max(1))).desired_height(18.0)).accessible_name(&text);
        ja_label(ui, &text, TextKind::Small);
    }
}

/// What was made, and what went wrong.
fn made(ui: &mut Ui, cx: &mut StepContext<'_>, files: &[ExportedFile]) {
    let lang = cx.lang;
    section_heading(ui, words::made(lang));
    for file in files {
        if let Err(message) = &file.result {
            message_box(ui, Tone::Error, message);
        }
    }
    let written: Vec<(&ExportedFile, &Made)> =
        files.iter().filter_map(|file| file.result.as_ref().ok().map(|made| (file, made))).collect();
    if written.is_empty() {
        return;
    }
    if ui.available_width() < LEAST_WIDTH {
        for (file, made) in written {
            ui.separator();
            ja_label(ui, &file.path.to_string_lossy(), TextKind::Body);
            ja_label(ui, &words::size(made.bytes, lang), TextKind::Small);
            ja_label(ui, &words::digest(made.digest.short(), lang), TextKind::Small);
            copy_path(ui, cx, file);
        }
        return;
    }
    let columns = [Column::Share { weight: 1.0, least: 240.0 }, Column::Fixed(90.0), Column::Fixed(130.0), Column::Fixed(120.0)];
    table(ui, "made", words::made(lang), &columns, |table| {
        table.head(|row| {
            for title in [words::made_path(lang), words::made_size(lang), words::made_digest(lang), ""] {
                row.cell(|ui| ja_label(ui, title, TextKind::Strong));
            }
        });
        for (file, made) in written {
            table.row(|row| {
                row.cell(|ui| ja_label(ui, &file.path.to_string_lossy(), TextKind::Body));
                row.cell(|ui| ja_label(ui, &words::size(made.bytes, lang), TextKind::Body));
                row.cell(|ui| ja_label(ui, made.digest.short(), TextKind::Small).on_hover_text(made.digest.as_str()));
                row.cell(|ui| copy_path(ui, cx, file));
            });
        }
    });
}

fn copy_path(ui: &mut Ui, cx: &mut StepContext<'_>, file: &ExportedFile) {
    let path = file.path.to_string_lossy();
    let link = link_button(ui, words::copy_path(cx.lang)).accessible_name(words::copy_path_of(&path, cx.lang));
    if link.clicked() {
        cx.command(Command::CopyText(path.into_owned()));
    }
}
