//! What is recommended for who has this record in this state: one button, and what it will make.

use std::path::PathBuf;

use egui::Ui;

use super::folder::folder;
use super::making::folder_of;
use super::products::product_name;
use crate::export::{Along, CopyKind, Document, Medium, Product};
use crate::judgement::Stand;
use crate::record::Role;
use crate::text::steps_finish::output as words;
use crate::window::theme::TextKind;
use crate::window::widgets::{card_frame, ja_label, primary_button, secondary_button, section_heading};
use crate::window::{Command, ExportOrder, StepContext};

/// What is recommended: what it is called, what it is for, what the button says, what is made.
struct Recommended {
    title: &'static str,
    about: &'static str,
    button: &'static str,
    products: Vec<Product>,
}

fn recommended(cx: &StepContext<'_>) -> Recommended {
    let lang = cx.lang;
    let pdf = |document| Product::Document(document, Medium::Pdf);
    if cx.record.role == Role::Csp {
        return Recommended {
            title: words::for_agency(lang),
            about: words::for_agency_about(lang),
            button: words::make_sheet(lang),
            products: vec![pdf(Document::Sheet)],
        };
    }
    match Stand::of(cx.record, cx.judgement, cx.today) {
        Stand::Approved(_) => Recommended {
            title: words::for_provider(lang),
            about: words::for_provider_about(lang),
            button: words::make_result(lang),
            products: vec![pdf(Document::Explanation), pdf(Document::Record)],
        },
        _ => Recommended {
            title: words::for_approver(lang),
            about: words::for_approver_about(lang),
            button: words::make_explanation(lang),
            products: vec![pdf(Document::Explanation)],
        },
    }
}

/// Shows it. Before anything was made its button is the main one of the page; afterwards what was made has that.
pub(super) fn ui(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    let what = recommended(cx);
    let copy = cx.page.output.copy(CopyKind::at_hand(cx.record, cx.judgement));
    let in_files = cx.page.output.lang(lang);
    card_frame(ui, |ui| {
        ui.set_width(ui.available_width());
        section_heading(ui, what.title);
        ja_label(ui, what.about, TextKind::Body);
        let procedure = cx.catalogue.procedure(cx.record);
        for product in &what.products {
            let name = product_name(product, procedure, lang);
            let file = product.file_name(cx.record, in_files);
            ja_label(ui, &words::will_make(&name, &file, lang), TextKind::Small);
        }
        let said = match copy {
            CopyKind::Final => words::is_final(lang),
            CopyKind::Draft => words::is_draft(lang),
        };
        ja_label(ui, said, TextKind::Small);
        let folder = folder(ui, cx);
        ui.add_space(8.0);
        ui.add_enabled_ui(!cx.outside.export.is_busy(), |ui| {
            let is_made = folder_of(cx).is_some();
            let text = if is_made { words::make_again(lang) } else { what.button };
            let button = if is_made { secondary_button(ui, text) } else { primary_button(ui, text) };
            if button.clicked() {
                let folder = PathBuf::from(folder.trim());
                let order = ExportOrder { folder, products: what.products, copy, lang: in_files, along: Along::default() };
                cx.command(Command::Export(order));
            }
        });
    });
}
