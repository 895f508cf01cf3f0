//! 印刷: what was made, or what is shown as the printed page, is sent to the printer or opened to be printed.

use std::path::PathBuf;
use std::sync::Arc;

use crate::export::{self, Medium, Product};
use crate::file;
use crate::text::{Message, shown_path, window as words};
use crate::window::jobs::{Desk, JobKind};
use crate::window::pages::Dialog;
use crate::window::preview::Source;
use crate::window::state::App;
use crate::window::{PrintWay, Printing, ToPrint};

/// What is printed: a file, or what has still to become one.
enum Paper {
    File(PathBuf),
    Shown(Box<Source>),
}

impl App {
    /// Asks how this is to be printed, before anything leaves the window.
    pub(in crate::window) fn ask_print(&mut self, what: ToPrint) {
        let lang = self.lang();
        let name = match &what {
            ToPrint::File(path) => shown_path(path.file_name().unwrap_or(path.as_os_str())),
            ToPrint::Shown => match &self.open {
                Some(open) => {
                    let procedure = open.draft.catalogue().procedure(open.draft.record());
                    self.beside.preview.document.label(procedure, lang).to_owned()
                }
                None => return,
            },
        };
        self.show_dialog(Dialog::Print { what, name });
    }

    /// Prints it, beside the window.
    pub(in crate::window) fn print(&mut self, what: ToPrint, way: PrintWay) {
        let lang = self.lang();
        let paper = match what {
            ToPrint::File(path) => Paper::File(path),
            ToPrint::Shown => match self.printed_source() {
                Some(source) => Paper::Shown(Box::new(source)),
                None => return,
            },
        };
        let (opener, storage) = (Arc::clone(&self.env.opener), Arc::clone(&self.env.storage));
        let folders = self.env.folders.clone();
        let work = move |_: &Desk<Self>| -> Result<(PathBuf, Option<Printing>), Message> {
            let path = match paper {
                Paper::File(path) => path,
                Paper::Shown(source) => {
                    let product = Product::Document(source.document.clone(), Medium::Pdf);
                    let files = export::make(&product, &source.input()).map_err(|error| error.message(lang))?;
                    let Some(made) = files.into_iter().next() else { return Err(words::nothing_to_print(lang)) };
                    let kept = file::keep_printed(storage.as_ref(), &folders, &made.name, &made.bytes);
                    kept.map_err(|error| error.message(lang))?
                }
            };
            let printed = match way {
                PrintWay::UsualPrinter => opener.print(&path).map(Some),
                PrintWay::WhereItOpens => opener.open(&path).map(|()| None),
            };
            match printed {
                Ok(printing) => Ok((path, printing)),
                Err(error) => Err(words::not_opened_outside(&path, &error.to_string(), lang)),
            }
        };
        self.jobs.begin(JobKind::Print, work, move |app: &mut Self, result| match result {
            Ok(Ok((_, None))) => {}
            Ok(Ok((path, Some(Printing::Sent)))) => app.news = words::sent_to_printer(&path, lang),
            Ok(Ok((path, Some(Printing::Opened)))) => app.note(words::opened_to_print(&path, lang)),
            Ok(Err(message)) => app.tell(message),
            Err(broken) => app.tell(broken.message(lang)),
        });
    }
}
