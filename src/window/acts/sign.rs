//! Signing the saved record and checking signatures of the one on the screen, beside the window.

use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;

use crate::file::signature::{self, Placing, SignatureError};
use crate::file::{self, AppFolders, FileError, Storage};
use crate::record::{Record, RecordId};
use crate::text::Message;
use crate::window::jobs::{Broken, Desk, JobKind};
use crate::window::state::App;
use crate::window::{CheckOrder, SavedState, SignOrder, Signature, SignatureDesk, SignaturePart, Work};

impl App {
    /// 署名する: signs the record as it was saved.
    pub(in crate::window) fn sign(&mut self, order: SignOrder) {
        let Some(open) = &mut self.open else { return };
        let (SavedState::Saved { .. }, Some(path)) = (&open.outside.saved, open.outside.path.clone()) else { return };
        open.outside.signature.signing = Work::Running;
        let record = Arc::clone(open.draft.record());
        let (storage, folders, now) = (Arc::clone(&self.env.storage), self.env.folders.clone(), self.env.clock.now());
        let (signed, place) = (Arc::clone(&record), path.clone());
        let work = move |_: &Desk<Self>| sign_saved(storage.as_ref(), &signed, &path, &order, &folders, now);
        self.jobs.begin_at(JobKind::Sign, &place, work, move |app: &mut Self, result| app.signed(record, result));
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
    pub(in crate::window) fn check_signature(&mut self, order: CheckOrder) {
        let Some(open) = &mut self.open else { return };
        open.outside.signature.checking = Work::Running;
        let record = Arc::clone(open.draft.record());
        let (storage, today) = (Arc::clone(&self.env.storage), self.today);
        let (checked, place) = (Arc::clone(&record), order.signature.clone());
        let work =
            move |_: &Desk<Self>| signature::check(storage.as_ref(), &checked, &order.signature, order.allowed.as_deref(), today);
        self.jobs.begin_at(JobKind::CheckSignature, &place, work, move |app: &mut Self, result| {
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
