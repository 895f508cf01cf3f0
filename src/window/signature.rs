//! Signing the saved record and checking signatures of the one on the screen, beside the window.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;

use super::SavedState;
use super::app::App;
use super::jobs::{Broken, Desk, JobKind};
use crate::file::signature::{self, Checked, Placing, Secret, SignatureError, SignedFiles, Signer};
use crate::file::{self, AppFolders, FileError, Storage};
use crate::record::{Record, RecordId};
use crate::text::Message;

/// A file that signing or checking needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SignaturePart {
    /// The private key.
    Key,
    /// The signature to be checked.
    Signature,
    /// The list of allowed signers.
    AllowedSigners,
}

/// A signature to be made of the saved record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignOrder {
    /// The file of the private key.
    pub key: PathBuf,
    /// What protects it, if anything was entered.
    pub passphrase: Option<Secret>,
    /// Whether an earlier signature may be replaced.
    pub replace: bool,
}

/// A signature to be checked against the record on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckOrder {
    /// The file of the signature.
    pub signature: PathBuf,
    /// A list of allowed signers, if one is to be asked.
    pub allowed: Option<PathBuf>,
}

/// What is known of signatures of the record on the screen.
#[derive(Debug, Default)]
pub struct SignatureDesk {
    /// Files that were chosen in a dialog.
    pub chosen: BTreeMap<SignaturePart, PathBuf>,
    /// What became of signing.
    pub signing: Work<Signature>,
    /// What became of checking.
    pub checking: Work<Checked>,
}

/// A signature that was made.
#[derive(Debug)]
pub struct Signature {
    /// Where it stands, and beside what.
    pub files: SignedFiles,
    /// Whose key it was made with.
    pub signer: Signer,
}

/// Work that is done beside the window.
#[derive(Debug, Default)]
pub enum Work<T> {
    /// None was asked for.
    #[default]
    Idle,
    /// It is being done.
    Running,
    /// It was done, or not, with the record as it was then.
    Done(Arc<Record>, Result<T, Message>),
}

impl App {
    /// 署名する: signs the record as it was saved.
    pub(super) fn sign(&mut self, order: SignOrder) {
        let Some(open) = &mut self.open else { return };
        let (SavedState::Saved { .. }, Some(path)) = (&open.outside.saved, open.outside.path.clone()) else { return };
        open.outside.signature.signing = Work::Running;
        let record = Arc::clone(open.draft.record());
        let (storage, folders, now) = (Arc::clone(&self.env.storage), self.env.folders.clone(), self.env.clock.now());
        let signed = Arc::clone(&record);
        let work = move |_: &Desk<Self>| sign_saved(storage.as_ref(), &signed, &path, &order, &folders, now);
        self.jobs.begin(JobKind::Sign, work, move |app: &mut Self, result| app.signed(record, result));
    }

    fn signed(&mut self, record: Arc<Record>, result: Result<Result<Signature, SignatureError>, Broken>) {
        let result = self.told(result);
        let Some(desk) = self.desk_of(&record.id) else { return };
        if let Ok(signature) = &result {
            desk.chosen.insert(SignaturePart::Signature, signature.files.signature.clone());
        }
        desk.signing = Work::Done(record, result);
    }

    /// 確かめる: checks a signature against the record on the screen.
    pub(super) fn check_signature(&mut self, order: CheckOrder) {
        let Some(open) = &mut self.open else { return };
        open.outside.signature.checking = Work::Running;
        let record = Arc::clone(open.draft.record());
        let (storage, today) = (Arc::clone(&self.env.storage), self.today);
        let checked = Arc::clone(&record);
        let work =
            move |_: &Desk<Self>| signature::check(storage.as_ref(), &checked, &order.signature, order.allowed.as_deref(), today);
        self.jobs.begin(JobKind::CheckSignature, work, move |app: &mut Self, result| {
            let result = app.told(result);
            if let Some(desk) = app.desk_of(&record.id) {
                desk.checking = Work::Done(record, result);
            }
        });
    }

    /// A result with what is told of it if it is none.
    fn told<T>(&self, result: Result<Result<T, SignatureError>, Broken>) -> Result<T, Message> {
        let lang = self.lang();
        result.map_err(|broken| broken.message(lang))?.map_err(|error| error.message(lang))
    }

    /// What is known of signatures of this record, if it is still on the screen.
    fn desk_of(&mut self, record: &RecordId) -> Option<&mut SignatureDesk> {
        let open = self.open.as_mut().filter(|open| open.draft.record().id == *record)?;
        Some(&mut open.outside.signature)
    }
}

/// Signs a file that holds what is on the screen.
fn sign_saved(
    storage: &dyn Storage,
    record: &Record,
    path: &Path,
    order: &SignOrder,
    folders: &AppFolders,
    now: Timestamp,
) -> Result<Signature, SignatureError> {
    let opened = file::open(storage, path)?;
    if opened.record != *record {
        return Err(FileError::ChangedOutside { path: path.to_owned() }.into());
    }
    let signed = signature::sign_opened(storage, &opened, path, &order.key, order.passphrase.as_ref())?;
    let placing = Placing { file: path, to: None, replace: order.replace };
    let files = signature::place(storage, &opened, &signed, &placing, folders, now)?;
    Ok(Signature { files, signer: signed.signer })
}
