//! What is recommended for who has this record in this state: one button, and what it will make or where it leads.

use std::path::PathBuf;

use egui::Ui;

use super::folder::folder;
use super::making::folder_of;
use super::products::product_name;
use crate::catalogue::Procedure;
use crate::export::{Along, CopyKind, Document, Medium, Product};
use crate::judgement::{Outcome, Stand};
use crate::package::{self, PackageKind};
use crate::text::Lang;
use crate::text::steps_finish::output as words;
use crate::window::theme::{TextKind, tokens};
use crate::window::widgets::{button_width, card_frame, ja_label, low_section_heading, primary_button, secondary_button};
use crate::window::{Command, ExportOrder, StepContext};

/// Below this width, in points, the button stands below the words.
const BESIDE: f32 = 520.0;

/// What is recommended: what it is called, what it is for, what the button says and does.
struct Recommended {
    title: &'static str,
    about: &'static str,
    button: &'static str,
    act: Act,
}

/// What the button does.
enum Act {
    /// Makes these, and with them a package.
    Make(Vec<Product>, Option<PackageKind>),
    /// Leads to where a package is made.
    Lead(PackageKind),
}

fn recommended(cx: &StepContext<'_>) -> Recommended {
    let pdf = |document| Product::Document(document, Medium::Pdf);
    let explanation = || vec![pdf(Document::Explanation)];
    let both = || vec![pdf(Document::Explanation), pdf(Document::Record)];
    let said = |words: [fn(Lang) -> &'static str; 3], act| {
        let [title, about, button] = words.map(|word| word(cx.lang));
        Recommended { title, about, button, act }
    };
    let sheet = || {
        let words = [words::for_agency, words::for_agency_about, words::make_sheet];
        said(words, Act::Make(vec![pdf(Document::Sheet)], None))
    };
    let result = |about| said([words::for_provider, about, words::make_result], Act::Make(both(), Some(PackageKind::Result)));
    let hands_in = cx.catalogue.procedure(cx.record) == Procedure::PreApplication;
    match Stand::of(cx.record, cx.judgement, cx.today) {
        Stand::PartComplete if hands_in => {
            said([words::request, words::request_about, words::to_request], Act::Lead(PackageKind::Request))
        }
        Stand::ResultReceived if hands_in => {
            said([words::application, words::application_open, words::to_application], Act::Lead(PackageKind::Application))
        }
        Stand::ReadyToApply if hands_in => {
            said([words::application, words::application_ready, words::to_application], Act::Lead(PackageKind::Application))
        }
        Stand::PartOpen | Stand::PartComplete | Stand::ResultReceived | Stand::ReadyToApply => sheet(),
        Stand::Approved(Outcome::Fits) if hands_in => result(words::for_provider_about),
        Stand::Approved(Outcome::NotLow) if hands_in => result(words::for_provider_not_low),
        Stand::Approved(_) | Stand::Rejected | Stand::Lapsed | Stand::Expired => {
            said([words::to_keep, words::to_keep_about, words::make_to_keep], Act::Make(both(), None))
        }
        Stand::StatementChanged | Stand::Changed(_) | Stand::Returned | Stand::Draft(..) | Stand::Submitted(_) => {
            let words = [words::for_approver, words::for_approver_about, words::make_explanation];
            said(words, Act::Make(explanation(), None))
        }
    }
}

/// Whether what is recommended makes the package of the result.
pub(super) fn makes_result(cx: &StepContext<'_>) -> bool {
    matches!(recommended(cx).act, Act::Make(_, Some(PackageKind::Result)))
}

/// Shows it, and says whether it asks for the folder. Before anything was made its button is the main one of the page; afterwards
/// what was made has that.
pub(super) fn ui(ui: &mut Ui, cx: &mut StepContext<'_>) -> bool {
    let what = recommended(cx);
    let is_made = folder_of(cx).is_some() && matches!(what.act, Act::Make(..));
    let asks_where = !is_made && matches!(what.act, Act::Make(..));
    let text = if is_made { words::make_again(cx.lang) } else { what.button };
    let clicked = card_frame(ui, |ui| {
        let width = ui.available_width();
        ui.set_width(width);
        let button = |ui: &mut Ui| {
            let is_free = !cx.outside.export.is_busy();
            let filled = if is_made { secondary_button } else { primary_button };
            ui.add_enabled_ui(is_free, |ui| filled(ui, text)).inner.clicked()
        };
        let room = button_width(ui, text) + tokens::GAP_L;
        let clicked = if width >= BESIDE {
            ui.horizontal(|ui| {
                ui.vertical(|ui| {
                    ui.set_width(width - room);
                    about(ui, cx, &what, is_made);
                });
                button(ui)
            })
            .inner
        } else {
            about(ui, cx, &what, is_made);
            button(ui)
        };
        if asks_where {
            folder(ui, cx);
        }
        clicked
    });
    if clicked {
        carry_out(cx, what.act);
    }
    asks_where
}

/// What it is for; before it is made, the files that there will be.
fn about(ui: &mut Ui, cx: &StepContext<'_>, what: &Recommended, is_made: bool) {
    let lang = cx.lang;
    ui.spacing_mut().item_spacing.y = 2.0;
    low_section_heading(ui, what.title);
    ja_label(ui, what.about, TextKind::Data);
    let Act::Make(products, package) = &what.act else { return };
    if is_made {
        return;
    }
    ui.add_space(4.0);
    let in_files = cx.page.output.lang(lang);
    let procedure = cx.catalogue.procedure(cx.record);
    for product in products {
        let name = product_name(product, procedure, lang);
        let file = product.file_name(cx.record, in_files);
        ja_label(ui, &words::will_make(&name, &file, lang), TextKind::Small);
    }
    if let Some(kind) = package {
        let file = package::suggested_name(*kind, cx.record, lang);
        ja_label(ui, &words::will_make(words::for_program(lang), &file, lang), TextKind::Small);
    }
    let said = match cx.page.output.copy(CopyKind::at_hand(cx.record, cx.judgement)) {
        CopyKind::Final => words::is_final(lang),
        CopyKind::Draft => words::is_draft(lang),
    };
    ja_label(ui, said, TextKind::Small);
}

fn carry_out(cx: &mut StepContext<'_>, act: Act) {
    let (products, package) = match act {
        Act::Lead(kind) => return cx.command(Command::GoToPackage(kind)),
        Act::Make(products, package) => (products, package),
    };
    let folder = PathBuf::from(super::folder::typed(cx).trim());
    let copy = cx.page.output.copy(CopyKind::at_hand(cx.record, cx.judgement));
    let order = ExportOrder { folder, products, copy, lang: cx.page.output.lang(cx.lang), along: Along::default() };
    cx.command(match package {
        Some(kind) => Command::ExportWith(order, kind),
        None => Command::Export(order),
    });
}
