//! Signing the saved record and checking signatures of the one on the screen, beside the window.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;

use super::SavedState;
use super::app::App;
use super::logic::Event;
use crate::file::signature::{self, Checked, Placing, Secret, SignatureError, SignedFiles, Signer};
use crate::file::{self, AppFolders, FileError, Storage};
use crate::record::Record;
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

/// Work on signatures that came to its end.
pub(super) enum SignatureDone {
    Signed(Arc<Record>, Result<Signature, SignatureError>),
    Checked(Arc<Record>, Result<Checked, SignatureError>),
}

impl App {
    /// 署名する: signs the record as it was saved.
    pub(super) fn sign(&mut self, order: SignOrder) {
        let Some(open) = &mut self.open else { return };
        let (SavedState::Saved { .. }, Some(path)) = (&open.outside.saved, open.outside.path.clone()) else { return };
        open.outside.signature.signing = Work::Running;
        let record = Arc::clone(open.draft.record());
        let (storage, folders, now) = (Arc::clone(&self.env.storage), self.env.folders.clone(), self.env.clock.now());
        let (sender, ctx) = (self.sender.clone(), self.ctx.clone());
        let work = move || {
            let result = sign_saved(storage.as_ref(), &record, &path, &order, &folders, now);
            sender.send(Event::Signature(Box::new(SignatureDone::Signed(record, result)))).ok();
            ctx.request_repaint();
        };
        self.env.workers.run("sign", Box::new(work));
    }

    /// 確かめる: checks a signature against the record on the screen.
    pub(super) fn check_signature(&mut self, order: CheckOrder) {
        let Some(open) = &mut self.open else { return };
        open.outside.signature.checking = Work::Running;
        let record = Arc::clone(open.draft.record());
        let (storage, today) = (Arc::clone(&self.env.storage), self.today);
        let (sender, ctx) = (self.sender.clone(), self.ctx.clone());
        let work = move || {
            let result = signature::check(storage.as_ref(), &record, &order.signature, order.allowed.as_deref(), today);
            sender.send(Event::Signature(Box::new(SignatureDone::Checked(record, result)))).ok();
            ctx.request_repaint();
        };
        self.env.workers.run("check signature", Box::new(work));
    }

    pub(super) fn signature_done(&mut self, done: SignatureDone) {
        let lang = self.lang();
        let of = match &done {
            SignatureDone::Signed(record, _) | SignatureDone::Checked(record, _) => &record.id,
        };
        let Some(open) = self.open.as_mut().filter(|open| open.draft.record().id == *of) else { return };
        let desk = &mut open.outside.signature;
        match done {
            SignatureDone::Signed(record, result) => {
                if let Ok(signature) = &result {
                    desk.chosen.insert(SignaturePart::Signature, signature.files.signature.clone());
                }
                desk.signing = Work::Done(record, result.map_err(|error| error.message(lang)));
            }
            SignatureDone::Checked(record, result) => {
                desk.checking = Work::Done(record, result.map_err(|error| error.message(lang)));
            }
        }
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
