//! What the step 承認 remembers.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::file::signature::Secret;
use crate::record::{Approval, ApprovalState, ContentDigest, OpinionView};
use crate::window::signature::SignaturePart;

/// What the page remembers.
#[derive(Debug, Default)]
pub(in crate::window) struct ApprovalStep {
    /// What was recorded just now, by its seal: said in the first line while that is what stands there.
    pub(in crate::window) done: Option<ContentDigest>,
    /// The state whose question was closed without an answer: its button gets the focus again.
    pub(in crate::window) come_back_to: Option<ApprovalState>,
    /// The part of 承認者のページ to be brought in view.
    pub(in crate::window) go_to: Option<ApproverPart>,
    /// The opinion being entered.
    pub(in crate::window) opinion: OpinionForm,
    /// The section on signatures.
    pub(in crate::window) signature: SignatureSection,
}

impl ApprovalStep {
    /// Notes that this was recorded just now.
    pub(in crate::window) fn note_done(&mut self, approval: &Approval) {
        self.done.clone_from(&approval.seal);
    }

    /// Gives the focus to the button that leads to this state.
    pub(in crate::window) fn come_back_to(&mut self, state: ApprovalState) {
        self.come_back_to = Some(state);
    }
}

/// A part of 承認者のページ that a link leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::window) enum ApproverPart {
    /// What stands out.
    Findings,
    /// The digests.
    Details,
}

/// The opinion being entered.
#[derive(Debug, Default)]
pub(in crate::window) struct OpinionForm {
    pub(in crate::window) title: String,
    pub(in crate::window) name: String,
    /// Today, until something else is typed.
    pub(in crate::window) date: Option<String>,
    pub(in crate::window) view: Option<OpinionView>,
    pub(in crate::window) comment: String,
}

/// What the section remembers: paths as typed, until others are chosen in a dialog.
#[derive(Debug, Default)]
pub(in crate::window) struct SignatureSection {
    pub(in crate::window) typed: BTreeMap<SignaturePart, String>,
    /// What was last chosen in a dialog.
    pub(in crate::window) chosen: BTreeMap<SignaturePart, PathBuf>,
    pub(in crate::window) passphrase: Passphrase,
    pub(in crate::window) replace: bool,
}

/// What is being typed to unlock a key. Overwritten when it is no longer needed.
#[derive(Default)]
pub(in crate::window) struct Passphrase(pub(in crate::window) String);

impl Passphrase {
    pub(in crate::window) fn take(&mut self) -> Option<Secret> {
        Some(std::mem::take(&mut self.0)).filter(|typed| !typed.is_empty()).map(Secret::from)
    }
}

impl Drop for Passphrase {
    fn drop(&mut self) {
        self.take();
    }
}

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Passphrase(…)")
    }
}
