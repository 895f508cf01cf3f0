//! What is around the record: its file, what is made of it, what was received.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::signature::SignatureDesk;
use crate::export::Product;
use crate::file::byte_count;
use crate::judgement::Judgement;
use crate::package::{CameAttached, Objection, PackageKind, TakenResult, objections};
use crate::portfolio::{Pages, Precedents};
use crate::record::{Came, ContentDigest, Record, TaskId};
use crate::text::Message;

/// What is around the record.
#[derive(Debug, Default)]
pub struct Outside {
    /// The file of the record, if it has one.
    pub path: Option<PathBuf>,
    /// Whether the file holds what is on the screen.
    pub saved: SavedState,
    /// The folder into which files are made, once chosen.
    pub export_folder: Option<PathBuf>,
    /// What became of the last export.
    pub export: ExportState,
    /// What became of the last package.
    pub package: PackageState,
    /// Files to be put into the next package.
    pub attachments: Vec<ToAttach>,
    /// What came attached in the package that the record was opened from.
    pub came_attached: Vec<Arc<CameAttached>>,
    /// The package whose record is only looked at: nothing of it can be changed. Nothing for a record to work on.
    pub looked_at: Option<LookedAt>,
    /// Why the request was sent back, if the record was opened from a package that says so.
    pub returned_for: Option<String>,
    /// What became of saving what came attached.
    pub saving_attachments: SavingAttachments,
    /// Results of agencies that were taken in.
    pub received: Vec<ReceivedRecord>,
    /// Those that the record does not note, since that was undone. They come back with it.
    pub put_aside: Vec<ReceivedRecord>,
    /// What the record notes as received and is not at hand, by its digest, and why.
    pub lost: Vec<(ContentDigest, Message)>,
    /// Earlier records for the same target task.
    pub precedents: PrecedentSearch,
    /// What is known of signatures.
    pub signature: SignatureDesk,
    /// What is known of the pages of the PDF that the record was opened from.
    pub pages: PagesState,
}

impl Outside {
    /// Whether documents or a package were made of the record since it was opened.
    pub fn has_made_something(&self) -> bool {
        let made = match &self.export {
            ExportState::Finished(files) | ExportState::Stopped(files) => files.iter().any(|file| file.result.is_ok()),
            ExportState::Idle | ExportState::Running(_) => false,
        };
        made || matches!(&self.package, PackageState::Finished(_, file) if file.result.is_ok())
    }
}

/// What is known of the pages of the PDF, or of the package, that a record was opened from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum PagesState {
    /// It was opened from no PDF.
    #[default]
    NoPdf,
    /// They are being checked: those of the PDF with this digest.
    Checking(ContentDigest),
    /// Whether they are what the record prints.
    Known(Pages),
    /// Those of the PDFs in a package are being checked, which has this digest of its path.
    CheckingPackage(ContentDigest),
    /// Whether those of the PDFs in a package are what the records attached to them print, with their names.
    OfPackage(Vec<(String, Pages)>),
    /// The check broke off.
    Broken(Message),
}

/// A package whose record is only looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookedAt {
    /// Of what kind it is.
    pub kind: PackageKind,
    /// Its file.
    pub path: PathBuf,
}

impl LookedAt {
    /// Whether it is something that a provider takes into its own record.
    pub const fn can_be_received(&self) -> bool {
        matches!(self.kind, PackageKind::Result | PackageKind::Returned)
    }
}

/// 先例: where earlier records were looked for, for which task, and what came of it.
#[derive(Debug, Default)]
pub struct PrecedentSearch {
    /// The folders that the user chose.
    pub folders: Vec<PathBuf>,
    /// The target task, if it is one of the list. For others there are no precedents.
    pub task: Option<TaskId>,
    /// What came of it.
    pub state: PrecedentState,
}

/// What became of a search for precedents.
#[derive(Debug, Default)]
pub enum PrecedentState {
    /// There is no folder, or no listed task, to look for.
    #[default]
    NotSought,
    /// It is under way.
    Reading {
        /// How many files were looked at.
        done: usize,
        /// How many there are; 0 while that is not known.
        of: usize,
    },
    /// It came to its end.
    Found(Precedents),
    /// It broke down.
    BrokeOff(Message),
}

/// A file to be put into the next package. It is read when that is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToAttach {
    /// Where it stands.
    pub path: PathBuf,
    /// Its size in bytes when it was chosen.
    pub bytes: u64,
}

/// Where something came attached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameFrom {
    /// In the package that the record was opened from.
    Opened,
    /// In results of agencies that were taken in; the number is the place of the result in their list.
    Received(usize),
}

/// What became of saving what came attached.
#[derive(Debug, Default)]
pub enum SavingAttachments {
    /// Nobody asked for it.
    #[default]
    Idle,
    /// It is under way.
    Running(CameFrom, AtWork),
    /// It came to its end; single files may have failed.
    Finished(CameFrom, Vec<ExportedFile>),
}

/// What became of a package.
#[derive(Debug, Default)]
pub enum PackageState {
    /// None was asked for.
    #[default]
    Idle,
    /// One of this kind is being made.
    Running(PackageKind, AtWork),
    /// One of this kind was made.
    Finished(PackageKind, ExportedFile),
}

/// Whether the file holds what is on the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SavedState {
    /// 未保存: never saved.
    #[default]
    NeverSaved,
    /// The worked example of a tour, which is saved nowhere.
    Example,
    /// 未保存の変更があります
    Changed,
    /// 保存しています
    Saving {
        /// Whether the record was changed since the save began.
        newer: bool,
        /// Whether it takes so long that something must be amiss.
        hangs: bool,
    },
    /// 保存済み, with the local time of day as `14:32`.
    Saved {
        /// When.
        at: String,
    },
    /// 保存できませんでした
    Failed(Message),
}

/// Work at a place that may not answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AtWork {
    /// Later work has higher numbers.
    pub number: u64,
    /// Since when the place is waited for, by the clock that measures spans; nothing while something is computed.
    pub waits_since: Option<Duration>,
    /// Whether that takes so long that the place does not seem to answer. Then other work need not wait for it.
    pub hangs: bool,
}

/// What became of an export.
#[derive(Debug, Default)]
pub enum ExportState {
    /// None was asked for.
    #[default]
    Idle,
    /// It is being made.
    Running(ExportProgress),
    /// It came to its end; single files may have failed.
    Finished(Vec<ExportedFile>),
    /// It was stopped after these.
    Stopped(Vec<ExportedFile>),
}

/// How far an export has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportProgress {
    /// What is being made.
    pub making: Product,
    /// How many products are done.
    pub done: usize,
    /// How many were ordered.
    pub of: usize,
    /// Whether it is to stop: nothing more will be written.
    pub stopping: bool,
    /// What was written so far, and what failed.
    pub files: Vec<ExportedFile>,
    /// Whether the place answers.
    pub at_work: AtWork,
}

impl Outside {
    /// What is being made at a place that may not answer.
    pub(super) fn at_work(&mut self) -> impl Iterator<Item = &mut AtWork> {
        let export = match &mut self.export {
            ExportState::Running(progress) => Some(&mut progress.at_work),
            ExportState::Idle | ExportState::Finished(_) | ExportState::Stopped(_) => None,
        };
        let package = match &mut self.package {
            PackageState::Running(_, at_work) => Some(at_work),
            PackageState::Idle | PackageState::Finished(..) => None,
        };
        let attachments = match &mut self.saving_attachments {
            SavingAttachments::Running(_, at_work) => Some(at_work),
            SavingAttachments::Idle | SavingAttachments::Finished(..) => None,
        };
        [export, package, attachments].into_iter().flatten()
    }
}

impl PackageState {
    /// Whether the next package has to wait.
    pub fn is_busy(&self) -> bool {
        matches!(self, Self::Running(_, at_work) if !at_work.hangs)
    }
}

impl ExportState {
    /// Whether the next export has to wait.
    pub fn is_busy(&self) -> bool {
        matches!(self, Self::Running(progress) if !progress.at_work.hangs)
    }
}

/// One file that was to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportedFile {
    /// Where it stands, or was to stand.
    pub path: PathBuf,
    /// What was made, or why it was not.
    pub result: Result<Made, Message>,
}

/// What is to be known of a file that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Its size in bytes.
    pub bytes: u64,
    /// SHA-256 of its content, to compare it with a copy.
    pub digest: ContentDigest,
}

impl Made {
    /// What is to be known of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self { bytes: byte_count(bytes), digest: ContentDigest::of(bytes) }
    }
}

/// A result of an agency that was taken in, with what follows from it.
#[derive(Debug)]
pub struct ReceivedRecord {
    /// The file it was read from.
    pub path: PathBuf,
    /// The record, with the documents that came with it.
    pub result: TakenResult,
    /// Its judgement, by the catalogue in use.
    pub judgement: Judgement,
    /// Why the request was sent back without an assessment, if it was.
    pub returned: Option<String>,
    /// What came attached with it.
    pub attached: Vec<Arc<CameAttached>>,
    /// What must be said of it besides, such as what of a sheet was not taken.
    pub remarks: Vec<String>,
    /// Whether it is to go into the application although it is about another service or text.
    pub wanted: bool,
    /// What the record notes of it; nothing of what only stands in a package that is looked at.
    pub came: Option<Came>,
}

impl ReceivedRecord {
    /// What speaks against putting it into an application of this record of a provider.
    pub fn objections(&self, ours: &Record) -> Vec<Objection> {
        match &self.returned {
            Some(comment) => vec![Objection::Returned(comment.clone())],
            None => objections(self.record(), ours),
        }
    }

    /// Whether it goes into an application of this record of a provider.
    pub fn goes_in(&self, ours: &Record) -> bool {
        let objections = self.objections(ours);
        objections.is_empty() || (self.wanted && objections.iter().all(Objection::can_be_overruled))
    }

    /// The record.
    pub const fn record(&self) -> &Record {
        &self.result.record
    }
}
