//! Asking for files and folders: by the system's dialogs, or from a script in tests.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::SignaturePart;
use crate::package::PackageKind;
use crate::text::{Lang, eligibility, signature, window as words};

/// What a file or folder is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// Opening a record.
    Open,
    /// Saving a record under a new name.
    SaveAs,
    /// The folder for exports.
    ExportFolder,
    /// A result of an agency.
    Receive,
    /// The provider's own record, to take in there what is looked at.
    OwnRecord,
    /// A filled-in assessment sheet.
    Import,
    /// A record to be laid beside the one on the screen.
    Compare,
    /// A folder in which precedents are looked for.
    PrecedentFolder,
    /// A file that signing or checking a signature needs.
    ForSignature(SignaturePart),
    /// Saving a package.
    SavePackage(PackageKind),
    /// A file to be put into a package.
    Attach,
    /// A catalogue to be laid beside the one in use.
    Catalogue,
    /// Saving a copy of the catalogue shipped.
    SaveCatalogue,
    /// Saving the page that tells whether a service can be registered.
    SaveEligibility,
    /// The folder for what came attached.
    AttachmentFolder,
}

/// One question to the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// For what.
    pub purpose: Purpose,
    /// The folder to begin in.
    pub folder: Option<PathBuf>,
    /// The name to begin with, when saving.
    pub name: String,
    /// The language of the dialog's title.
    pub lang: Lang,
}

/// Waits for the answer to a question: `None` if the user chose nothing, or if there was no dialog to choose in.
pub type Choosing = Box<dyn FnOnce() -> Option<PathBuf> + Send>;

/// Asks for files and folders.
pub trait FileDialogs {
    /// Opens the dialog, without waiting: the answer is waited for in the background.
    fn ask(&mut self, question: &Question) -> Choosing;

    /// Whether there may be no dialog at all, so that an answer of nothing may not be the user's.
    fn may_be_missing(&self) -> bool {
        false
    }

    /// Whether a dialog for saving asks before it gives the name of a file that is there.
    fn asks_before_replacing(&self) -> bool {
        false
    }
}

/// Ties a system dialog to the main window.
pub type Attach = Box<dyn Fn(rfd::AsyncFileDialog) -> rfd::AsyncFileDialog>;

/// The system's own dialogs. Where there is no desktop portal they answer at once with nothing.
pub struct SystemDialogs {
    attach: Attach,
}

impl SystemDialogs {
    /// Dialogs that belong to a window.
    pub fn new(attach: Attach) -> Self {
        Self { attach }
    }
}

impl FileDialogs for SystemDialogs {
    fn may_be_missing(&self) -> bool {
        cfg!(target_os = "linux")
    }

    fn asks_before_replacing(&self) -> bool {
        true
    }

    fn ask(&mut self, question: &Question) -> Choosing {
        let lang = question.lang;
        let mut dialog = (self.attach)(rfd::AsyncFileDialog::new()).set_title(title(question.purpose, lang));
        if let Some(folder) = &question.folder {
            dialog = dialog.set_directory(folder);
        }
        // Created here, on the main thread, as some systems demand; awaited elsewhere.
        match question.purpose {
            Purpose::Open | Purpose::OwnRecord | Purpose::Compare => {
                // A PDF may have a record attached; a package is a ZIP file.
                let dialog = dialog.add_filter(words::file_filter(lang), &["ron", "json", "pdf", "zip"]);
                waiting(dialog.pick_file())
            }
            // An agency without the program fills in an Excel sheet.
            Purpose::Receive => {
                let dialog = dialog.add_filter(words::file_filter(lang), &["zip", "xlsx", "ron", "json", "pdf"]);
                waiting(dialog.pick_file())
            }
            Purpose::Import => waiting(dialog.add_filter(words::import_filter(lang), &["xlsx"]).pick_file()),
            Purpose::SaveAs => waiting(with_filter(dialog, lang).set_file_name(&question.name).save_file()),
            Purpose::SavePackage(_) => {
                let dialog = dialog.add_filter(words::package_filter(lang), &["zip"]).set_file_name(&question.name);
                waiting(dialog.save_file())
            }
            Purpose::Attach => waiting(dialog.pick_file()),
            Purpose::Catalogue => waiting(dialog.add_filter(words::catalogue_filter(lang), &["ron"]).pick_file()),
            Purpose::SaveCatalogue => {
                let dialog = dialog.add_filter(words::catalogue_filter(lang), &["ron"]).set_file_name(&question.name);
                waiting(dialog.save_file())
            }
            Purpose::SaveEligibility => {
                let dialog = dialog.add_filter(eligibility::pdf_filter(lang), &["pdf"]).set_file_name(&question.name);
                waiting(dialog.save_file())
            }
            Purpose::ExportFolder | Purpose::PrecedentFolder | Purpose::AttachmentFolder => waiting(dialog.pick_folder()),
            // Keys and lists have no ending of their own.
            Purpose::ForSignature(_) => waiting(dialog.pick_file()),
        }
    }
}

fn title(purpose: Purpose, lang: Lang) -> &'static str {
    match purpose {
        Purpose::Open => words::open(lang),
        Purpose::SaveAs => words::save_as(lang),
        Purpose::ExportFolder => words::choose_folder(lang),
        Purpose::Receive => words::add_received(lang),
        Purpose::OwnRecord => words::receive_looked_at(lang),
        Purpose::Import => words::import_sheet(lang),
        Purpose::Compare => words::compare_record(lang),
        Purpose::PrecedentFolder => words::add_precedent_folder(lang),
        Purpose::ForSignature(SignaturePart::Key) => signature::choose_key(lang),
        Purpose::ForSignature(SignaturePart::Signature) => signature::choose_signature(lang),
        Purpose::ForSignature(SignaturePart::AllowedSigners) => signature::choose_list(lang),
        Purpose::SavePackage(kind) => words::make_package(kind.name(), lang),
        Purpose::Attach => words::attach(lang),
        Purpose::Catalogue => words::catalogue_load(lang),
        Purpose::SaveCatalogue => words::catalogue_write(lang),
        Purpose::SaveEligibility => eligibility::save_pdf(lang),
        Purpose::AttachmentFolder => words::save_attachments(lang),
    }
}

fn with_filter(dialog: rfd::AsyncFileDialog, lang: Lang) -> rfd::AsyncFileDialog {
    // Portals know no double extensions: `.liu.ron` is a `.ron`.
    dialog.add_filter(words::file_filter(lang), &["ron", "json"])
}

fn waiting(answer: impl Future<Output = Option<rfd::FileHandle>> + Send + 'static) -> Choosing {
    Box::new(move || pollster::block_on(answer).map(|file| file.path().to_owned()))
}

/// Answers from a script: for tests. Clones share the script.
#[derive(Clone, Debug, Default)]
pub struct ScriptedDialogs {
    script: Arc<Mutex<Script>>,
}

#[derive(Debug, Default)]
struct Script {
    answers: VecDeque<Option<PathBuf>>,
    asked: Vec<Question>,
}

impl ScriptedDialogs {
    /// Adds an answer to the end of the script.
    pub fn answer(&self, path: impl AsRef<Path>) {
        self.lock().answers.push_back(Some(path.as_ref().to_owned()));
    }

    /// Adds to the end of the script that nothing is chosen.
    pub fn cancel(&self) {
        self.lock().answers.push_back(None);
    }

    /// Drops the answers that nobody asked for.
    pub fn forget(&self) {
        self.lock().answers.clear();
    }

    /// What was asked so far.
    pub fn asked(&self) -> Vec<Question> {
        self.lock().asked.clone()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Script> {
        self.script.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl FileDialogs for ScriptedDialogs {
    fn ask(&mut self, question: &Question) -> Choosing {
        let answer = {
            let mut script = self.lock();
            script.asked.push(question.clone());
            script.answers.pop_front().flatten()
        };
        Box::new(move || answer)
    }
}
