//! The dialogs of the window itself, and what can be chosen in them.

use std::path::PathBuf;

use crate::file::Orphan;
use crate::package::{Package, PackageKind};
use crate::text::Message;
use crate::window::dialogs::Purpose;
use crate::window::state::Leaving;
use crate::window::{PrintWay, ToPrint};

/// A dialog that is open.
#[derive(Debug)]
pub(in crate::window) enum Dialog {
    /// There are unsaved changes.
    Unsaved(Leaving),
    /// Records of runs that ended without good-bye.
    Recovery { orphans: Vec<Orphan>, when: Vec<String>, to_discard: Option<usize> },
    /// Somebody else has the record open.
    Locked { path: PathBuf, message: Message },
    /// A file of that name is there.
    Exists { path: PathBuf },
    /// The file was changed by something else, or is gone.
    ChangedOutside { path: PathBuf, message: Message, is_gone: bool },
    /// Copies of the record lie beside its file and hold something else.
    OtherCopies { message: Message, copies: Vec<PathBuf> },
    /// A save does not come to its end. Whether what is on the screen is kept among the program's own data.
    Hangs { path: PathBuf, leaving: Option<Leaving>, is_kept: bool },
    /// Something went wrong.
    Problem(Message),
    /// Something worth knowing that is no problem.
    Note(Message),
    /// A path is to be typed.
    Path { purpose: Purpose, note: &'static str, typed: String },
    /// Why a request is sent back is to be said.
    Return { comment: String },
    /// A package would hold results on which nobody decided.
    Undecided { kind: PackageKind, results: Vec<String> },
    /// A package other than a request was opened while a record is open: to take it in there, or to look at it.
    Package { package: Box<Package>, path: PathBuf, told: Told },
    /// A request was opened: to assess it, or to look at it.
    Request { package: Box<Package>, path: PathBuf, attached: usize, damaged: Option<Message> },
    /// Something is to be printed: by the usual printer, or from the program that opens it.
    Print { what: ToPrint, name: String },
    /// What the program is.
    About,
}

/// What is told of a package before it is opened.
#[derive(Debug, Default)]
pub(in crate::window) struct Told {
    /// What it is, whose, and how it stands to the record that is open.
    pub lines: Vec<String>,
    /// What is amiss with it.
    pub damaged: Option<Message>,
    /// Whether the record that is open can take it in.
    pub can_be_received: bool,
}

/// What was chosen in a dialog.
#[derive(Clone, Debug)]
pub(in crate::window) enum Choice {
    /// The dialog closes and nothing else happens.
    Close,
    SaveThenLeave(Leaving),
    LeaveUnsaved(Leaving),
    /// The save goes on or not; what is on the screen is kept to be restored, if it can be.
    LeaveHanging(Leaving, bool),
    SaveAsThenLeave(Leaving),
    Restore(usize),
    /// Asks whether this one is to be discarded, or asks no longer.
    AskDiscard(Option<usize>),
    Discard(usize),
    OpenReadOnly(PathBuf),
    OpenCopy(PathBuf),
    Replace(PathBuf),
    /// Lays what this file holds beside the record.
    Compare(PathBuf),
    SaveAs,
    PathTyped(Purpose, PathBuf),
    Return(String),
    /// Makes the package although nobody decided on its results.
    PackUndecided(PackageKind),
    /// Begins an assessment of the request.
    BeginAssessment,
    /// Opens the provider's record in the request.
    LookAtRequest,
    /// Takes what an agency sent into the record that is open (受領).
    Receive,
    /// Opens the record in the package to be looked at.
    LookAt,
    /// Prints it in this way.
    Print(ToPrint, PrintWay),
}
