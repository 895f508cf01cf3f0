//! What to write: documents by format, data, the set. Each says what it is for and whether it comes back as a record.

use egui::{ComboBox, Id, Ui};

use crate::catalogue::Procedure;
use crate::export::{Data, Document, Medium, Packing, Product};
use crate::record::{ItemId, Record};
use crate::text::steps_finish::output as words;
use crate::text::{Lang, numbered_item_name, procedure as by_procedure};
use crate::window::StepContext;
use crate::window::theme::{TextKind, palette};
use crate::window::widgets::{choice_row, drawn, ja_label, ja_layout, section_heading};

/// What the formats of a document need beside its name, in points.
const FORMATS_WIDTH: f32 = 270.0;

/// What a product is called, for a person.
pub(super) fn product_name(product: &Product, procedure: Procedure, lang: Lang) -> String {
    let set = by_procedure::set(procedure, lang);
    match product {
        Product::Document(document, medium) => {
            words::document_as(document.label(procedure, lang), medium_name(*medium, lang), lang)
        }
        Product::Data(data) => data_name(*data, lang).to_owned(),
        Product::Set(Packing::Folder, _) => words::set_as(set, words::set_folder(lang), lang),
        Product::Set(Packing::Zip, _) => words::set_as(set, words::set_zip(lang), lang),
    }
}

/// The documents, with a box to tick for each format.
pub(super) fn documents(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let procedure = cx.catalogue.procedure(cx.record);
    let (lang, page) = (cx.lang, &mut cx.page.output);
    section_heading(ui, words::documents(lang));
    let item = page.item(cx.record).cloned();
    let whole = Document::of_role(cx.record.role);
    let names = whole.iter().cloned().chain(item.clone().map(Document::Item)).map(|document| document.label(procedure, lang));
    let widest =
        names.map(|name| ja_layout(ui, name, TextKind::Body, palette(ui).text, f32::INFINITY).size().x).fold(0.0, f32::max);
    let beside = (widest + 16.0 + FORMATS_WIDTH <= ui.available_width()).then_some(widest + 16.0);
    for document in whole {
        let name = document.label(procedure, lang);
        for medium in row(ui, name, beside, lang, &|medium| page.documents.contains(&(document.clone(), medium))) {
            toggle(&mut page.documents, (document.clone(), medium));
        }
    }
    if let Some(id) = item {
        let name = Document::Item(id.clone()).label(procedure, lang);
        for medium in row(ui, name, beside, lang, &|medium| page.item_media.contains(&medium)) {
            toggle(&mut page.item_media, medium);
        }
        if let Some(chosen) = which_item(ui, cx.record, &id, lang) {
            page.item = Some(chosen);
        }
    }
    ui.add_space(2.0);
    for medium in Medium::ALL {
        ja_label(ui, &words::kind_and_use(medium_name(medium, lang), medium_use(medium, lang), lang), TextKind::Small);
    }
}

/// A document with its formats, which stand beside its name if that may take `beside` points. Returns what was ticked or
/// unticked.
fn row(ui: &mut Ui, name: &str, beside: Option<f32>, lang: Lang, is_chosen: &dyn Fn(Medium) -> bool) -> Vec<Medium> {
    let boxes = |ui: &mut Ui| {
        let mut toggled = Vec::new();
        for medium in Medium::ALL {
            let mut chosen = is_chosen(medium);
            let format = medium_name(medium, lang);
            let ticked = ui.checkbox(&mut chosen, format).accessible_name(words::document_as(name, format, lang));
            if ticked.changed() {
                toggled.push(medium);
            }
        }
        toggled
    };
    match beside {
        None => {
            ja_label(ui, name, TextKind::Body);
            ui.horizontal_wrapped(boxes).inner
        }
        Some(width) => {
            ui.horizontal(|ui| {
                let galley = ja_layout(ui, name, TextKind::Body, palette(ui).text_body, f32::INFINITY);
                let used = ui.add(egui::Label::new(galley)).rect.width();
                ui.add_space((width - used - ui.spacing().item_spacing.x).max(0.0));
                boxes(ui)
            })
            .inner
        }
    }
}

/// Which item's document it is. Returns the item that was chosen instead.
fn which_item(ui: &mut Ui, record: &Record, current: &ItemId, lang: Lang) -> Option<ItemId> {
    let mut chosen = None;
    let named = || record.items.iter().zip(1..).map(|(item, number)| (&item.id, numbered_item_name(item, number, lang)));
    let shown = named().find(|(id, _)| *id == current).map(|(_, name)| name).unwrap_or_default();
    ui.horizontal_wrapped(|ui| {
        let label = ja_label(ui, words::which_item(lang), TextKind::Small);
        let width = ui.available_width().clamp(120.0, 320.0);
        let combo =
            ComboBox::from_id_salt("output item").width(width).truncate().selected_text(drawn(&shown)).show_ui(ui, |ui| {
                for (id, name) in named() {
                    if ui.selectable_label(id == current, drawn(&name)).clicked() {
                        chosen = Some(id.clone());
                    }
                }
            });
        combo.response.labelled_by(label.id);
    });
    chosen
}

/// The data, with a box to tick for each.
pub(super) fn data(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    section_heading(ui, words::data(lang));
    let chosen = &mut cx.page.output.data;
    for data in Data::ALL {
        let mut is_chosen = chosen.contains(&data);
        let text = words::kind_and_use(data_name(data, lang), data_use(data, lang), lang);
        if ui.checkbox(&mut is_chosen, text).changed() {
            toggle(chosen, data);
        }
    }
}

/// The set, and how it is kept together.
pub(super) fn set(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    let procedure = cx.catalogue.procedure(cx.record);
    let name = by_procedure::set(procedure, lang);
    section_heading(ui, name);
    ja_label(ui, words::set_lead(lang), TextKind::Small);
    let options = [
        (Some(Packing::Folder), words::set_folder(lang)),
        (Some(Packing::Zip), words::set_zip(lang)),
        (None, words::set_none(lang)),
    ];
    let page = &mut cx.page.output;
    if let Some(set) = choice_row(ui, Id::unique("output set"), name, &options, Some(&page.set)) {
        page.set = set;
    }
    if page.set.is_some() {
        ja_label(ui, words::set_documents(lang), TextKind::Small);
        for document in Document::WHOLE {
            let mut is_in = page.set_of.contains(&document);
            if ui.checkbox(&mut is_in, words::in_set(document.label(procedure, lang), lang)).changed() {
                toggle(&mut page.set_of, document);
            }
        }
    }
}

fn toggle<T: PartialEq>(chosen: &mut Vec<T>, one: T) {
    match chosen.iter().position(|other| *other == one) {
        Some(at) => drop(chosen.remove(at)),
        None => chosen.push(one),
    }
}

const fn medium_name(medium: Medium, lang: Lang) -> &'static str {
    match medium {
        Medium::Pdf => "PDF",
        Medium::Docx => words::word(lang),
        Medium::Markdown => "Markdown",
    }
}

const fn medium_use(medium: Medium, lang: Lang) -> &'static str {
    match medium {
        Medium::Pdf => words::pdf_use(lang),
        Medium::Docx => words::word_use(lang),
        Medium::Markdown => words::markdown_use(lang),
    }
}

const fn data_name(data: Data, lang: Lang) -> &'static str {
    match data {
        Data::Workbook => words::workbook(lang),
        Data::Json => "JSON",
        Data::Oscal => "OSCAL",
        Data::ItemsCsv => words::items_csv(lang),
        Data::FindingsCsv => words::findings_csv(lang),
        Data::Ron => "RON",
    }
}

const fn data_use(data: Data, lang: Lang) -> &'static str {
    match data {
        Data::Workbook => words::workbook_use(lang),
        Data::Json => words::json_use(lang),
        Data::Oscal => words::oscal_use(lang),
        Data::ItemsCsv | Data::FindingsCsv => words::csv_use(lang),
        Data::Ron => words::ron_use(lang),
    }
}
