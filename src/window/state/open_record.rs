//! One open record with everything the window keeps beside it.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::catalogue::{Procedure, StepId};
use crate::draft::Draft;
use crate::file::{Expected, Orphan, OwnSave, RecordLock};
use crate::judgement::{Judgement, Progress, StepProgress, step_progress};
use crate::package::{CameAttached, PackageKind};
use crate::portfolio::Rules;
use crate::record::{ApprovalState, ContentDigest, Date, Field, Record, Role};
use crate::text::{Lang, Message, approval};
use crate::window::jobs::Stop;
use crate::window::panels::{CommentPanel, Place};
use crate::window::state::{Leaving, Trial};
use crate::window::steps::PageState;
use crate::window::widgets::{TextDrafts, Tone};
use crate::window::{CameFrom, ExportOrder, Outside, SavedState, Topic};

/// One open record.
pub(in crate::window) struct OpenRecord {
    pub draft: Draft,
    pub drafts: TextDrafts,
    pub page: PageState,
    pub guidance: Topic,
    pub comments: CommentPanel,
    pub step: StepId,
    pub outside: Outside,
    /// The field to be brought on the screen, and for how many more frames it is asked for.
    pub target: Option<(Field, u8)>,
    /// How the step is scrolled.
    pub scrolling: Scrolling,
    /// Where a jump to a field came from, until somebody goes there again.
    pub way_back: Option<WayBack>,
    /// What the file held when it was opened or last saved.
    pub file_digest: Option<ContentDigest>,
    /// What was said last of the file outside, so that nothing is said twice.
    pub told_file: FileNow,
    /// The copies beside the file that were told of.
    pub told_copies: Vec<PathBuf>,
    pub access: Access,
    /// When its lock file was renewed, by the clock that measures spans.
    pub lock_renewed: Duration,
    pub saving: Saving,
    /// Answers that are tried, beside the record.
    pub trial: Option<Trial>,
    /// Tells the export under way to stop.
    pub stop_export: Stop,
    /// Files that are to be made as soon as a folder was chosen.
    pub export_waits: Option<(ExportOrder, Option<PackageKind>)>,
    /// The approver's page.
    pub approver: ApproverShown,
    /// Whether it is the worked example of a tour: nothing of it is ever saved, kept or asked about.
    pub in_tour: bool,
    /// What had the focus when a comparison was asked for.
    pub focus_before: Option<egui::Id>,
    /// The saves under way, in the order in which they began: of each place one at most.
    pub saves: Vec<UnderWay>,
    /// To be saved there once the save under way at that place has ended; where that was said, what is there may be replaced.
    pub save_again: Option<(PathBuf, Option<Expected>)>,
    /// What the user wants once the save under way has succeeded.
    pub after_save: Option<AfterSave>,
    pub autosave: Autosave,
    /// The snapshot it was restored from: taken away once it is saved or let go.
    pub restored_from: Option<Orphan>,
    /// What a save put in place, or was about to, when an earlier run ended.
    pub own_save: Option<OwnSave>,
    /// Why the request is sent back, once that was said, until a place for the package is chosen.
    pub comment: String,
    /// Whether the next package may hold a result on which nobody decided, once that was said.
    pub undecided: bool,
    /// What came attached and is to be saved, until a folder is chosen.
    pub to_save: Option<ToSave>,
    /// Of which revision and of which file it was last looked what was received.
    pub received_of: Option<(u64, Option<PathBuf>)>,
    /// Where the approval stands, in words.
    pub approval: ApprovalWords,
    /// The steps that were looked at and left again.
    pub seen: BTreeSet<StepId>,
    progress: Vec<(StepId, StepProgress)>,
    /// Of which revision that is, with how many steps seen, whether something was made, how many
    /// results, and whether the procedure was to be confirmed then.
    progress_of: Option<(u64, usize, bool, usize, bool)>,
}

/// How the step is scrolled.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::window) struct Scrolling {
    /// The step, or the part of it, that was drawn last. Another one begins at its top, and so does each of another record.
    pub shown: Option<egui::Id>,
    /// Where it was scrolled to then, in points.
    pub at: f32,
    /// Where the step that is drawn next begins, in points.
    pub begin_at: f32,
}

/// Where a jump to a field came from.
#[derive(Clone, Copy, Debug)]
pub(in crate::window) struct WayBack {
    /// The step.
    pub step: StepId,
    /// Where it was scrolled to, in points.
    pub scrolled: f32,
    /// What led away from there.
    pub link: Option<egui::Id>,
}

/// Whether the approver's page stands in place of the steps, as long as the state is 確認依頼.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::window) struct ApproverShown {
    pub is_shown: bool,
    /// Whether the printed page takes all the room.
    pub is_large: bool,
    /// Whether its guidance is shown.
    pub helps: bool,
}

/// What came attached and is to be saved.
pub(in crate::window) struct ToSave {
    pub from: CameFrom,
    /// Each with its number in the package.
    pub files: Vec<(usize, Arc<CameAttached>)>,
}

/// A save under way.
#[derive(Debug)]
pub(in crate::window) struct UnderWay {
    /// Later ones have higher numbers.
    pub number: u64,
    pub path: PathBuf,
    /// What is being saved.
    pub record: Arc<Record>,
    /// When it began, by the clock that measures spans.
    pub since: Duration,
    /// Whether it takes so long that the user is told.
    pub hangs: bool,
}

/// What follows once a save has succeeded.
#[derive(Debug)]
pub(in crate::window) struct AfterSave {
    pub leaving: Leaving,
    /// Whether changes made since the save began are given up.
    pub gives_up: bool,
}

/// What became of the file outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::window) enum FileNow {
    /// Nothing, as far as can be seen.
    AsKnown,
    /// It holds something else, of this digest.
    Changed(ContentDigest),
    /// It is no longer there.
    Gone,
}

/// What may be done with the file.
#[derive(Debug)]
pub(in crate::window) enum Access {
    /// Save and change. The lock, if one could be laid, tells others.
    Full { lock: Option<RecordLock> },
    /// Somebody else has it open.
    ReadOnly,
}

/// What the recovery snapshots know of the record.
#[derive(Debug, Default)]
pub(in crate::window) struct Autosave {
    /// When the first and the last change after the last snapshot were made, by the clock that measures spans.
    pub changed: Option<(Duration, Duration)>,
    /// The revision at the last look.
    pub seen: u64,
    /// Until when what was typed is kept, as a time of day.
    pub kept_at: Option<String>,
    /// Why nothing can be kept just now.
    pub trouble: Option<Message>,
    /// Whether that was told already. It is not told again and again.
    pub is_told: bool,
}

impl OpenRecord {
    pub(in crate::window) fn new(draft: Draft) -> Self {
        let step = draft.catalogue().steps(draft.record()).first().copied().unwrap_or(StepId::Introduction);
        Self {
            draft,
            drafts: TextDrafts::default(),
            page: PageState::default(),
            guidance: Topic::Step(step),
            comments: CommentPanel::default(),
            step,
            outside: Outside::default(),
            target: None,
            scrolling: Scrolling::default(),
            way_back: None,
            file_digest: None,
            told_file: FileNow::AsKnown,
            told_copies: Vec::new(),
            access: Access::Full { lock: None },
            lock_renewed: Duration::ZERO,
            saving: Saving::Idle,
            trial: None,
            stop_export: Stop::default(),
            export_waits: None,
            approver: ApproverShown::default(),
            in_tour: false,
            focus_before: None,
            saves: Vec::new(),
            save_again: None,
            after_save: None,
            autosave: Autosave::default(),
            restored_from: None,
            own_save: None,
            comment: String::new(),
            undecided: false,
            to_save: None,
            received_of: None,
            approval: ApprovalWords::default(),
            seen: BTreeSet::new(),
            progress: Vec::new(),
            progress_of: None,
        }
    }

    /// A record that no file holds yet.
    pub(in crate::window) fn fresh(record: Record, rules: Rules, today: Date) -> Self {
        Self::new(Draft::new(record, rules, today))
    }

    /// A record that is begun today. That the period of its procedure is over is to be confirmed.
    pub(in crate::window) fn begun(record: Record, rules: Rules, today: Date) -> Self {
        let is_over = rules.catalogue.period_over(&record.profile, today).is_some();
        let mut open = Self::fresh(record, rules, today);
        open.page.introduction.asks_for_profile = is_over;
        open
    }

    /// A record that a file holds.
    pub(in crate::window) fn of_file(record: Record, path: PathBuf, digest: ContentDigest, rules: Rules, today: Date) -> Self {
        let mut open = Self::fresh(record, rules, today);
        open.outside.path = Some(path);
        open.file_digest = Some(digest);
        open
    }

    /// A record read from a file of which the disk did not say that it is safe: it is still to be saved there.
    pub(in crate::window) fn not_confirmed(
        record: Record,
        path: PathBuf,
        digest: ContentDigest,
        rules: Rules,
        today: Date,
    ) -> Self {
        let mut open = Self::new(Draft::unsaved(record, rules, today));
        open.outside.path = Some(path);
        open.file_digest = Some(digest);
        open
    }

    /// The record and the judgement that the step shows: as they would be, where answers are tried there.
    pub(in crate::window) fn shown(&self) -> (&Arc<Record>, &Arc<Judgement>) {
        match self.trial.as_ref().filter(|_| Trial::is_shown_on(self.step)) {
            Some(trial) => (trial.record(), trial.judgement()),
            None => (self.draft.record(), self.draft.judgement()),
        }
    }

    pub(in crate::window) fn is_read_only(&self) -> bool {
        matches!(self.access, Access::ReadOnly)
    }

    /// Whether it holds what no file is known to hold. What is being saved is not saved yet.
    pub(in crate::window) fn is_unsaved(&self) -> bool {
        !self.in_tour && (self.draft.is_changed() || !self.saves.is_empty())
    }

    /// Whether the record was changed since the latest save began. Nothing if none is under way.
    fn is_newer_than_save(&self) -> Option<bool> {
        let saved = &self.saves.last()?.record;
        let present = self.draft.record();
        Some(!Arc::ptr_eq(saved, present) && saved != present)
    }

    /// Whether all that is on the screen is being saved.
    pub(in crate::window) fn is_being_saved(&self) -> bool {
        self.is_newer_than_save() == Some(false)
    }

    /// The kinds of packages that can be made of it.
    pub(in crate::window) fn packages(&self) -> &'static [PackageKind] {
        let record = self.draft.record();
        match record.role {
            Role::Csp if self.applies() && self.outside.received.iter().any(|received| received.goes_in(record)) => {
                &[PackageKind::Request, PackageKind::Application]
            }
            Role::Csp => &[PackageKind::Request],
            Role::Agency if record.answers_request.is_some() => &[PackageKind::Result, PackageKind::Returned],
            Role::Agency => &[PackageKind::Result],
        }
    }

    /// Whether a provider applies in the procedure of the record.
    fn applies(&self) -> bool {
        self.draft.catalogue().procedure(self.draft.record()) == Procedure::PreApplication
    }

    /// The steps with how far each has come; computed anew only when the record has changed.
    pub(in crate::window) fn refresh_progress(&mut self) {
        let made = self.outside.has_made_something();
        let asks = self.page.introduction.asks_for_profile;
        let of = (self.draft.revision(), self.seen.len(), made, self.outside.received.len(), asks);
        if self.progress_of == Some(of) {
            return;
        }
        let (record, catalogue, judgement) = (self.draft.record(), self.draft.catalogue(), self.draft.judgement());
        let steps = catalogue.steps(record);
        let progress = |step: StepId| {
            let mut progress = step_progress(step, record, catalogue, judgement, self.seen.contains(&step));
            // Neither stands in the record.
            let is_done = step == StepId::Output && made || step == StepId::Received && !self.outside.received.is_empty();
            if is_done && progress.progress == Progress::NotStarted {
                progress.progress = Progress::Done;
            }
            (step, progress)
        };
        self.progress = steps.iter().copied().map(progress).collect();
        if let Some((_, introduction)) = self.progress.iter_mut().find(|(step, _)| asks && *step == StepId::Introduction) {
            introduction.progress = Progress::NeedsAttention;
            introduction.findings += 1;
        }
        self.progress_of = Some(of);
        if !steps.contains(&self.step)
            && let Some(first) = steps.first()
        {
            self.step = *first;
        }
    }

    pub(in crate::window) fn place(&self) -> Place<'_> {
        Place { step: self.step, steps: &self.progress, approval: self.draft.record().approval.state }
    }

    /// Says anew where the approval stands, if that may be another than before.
    pub(in crate::window) fn refresh_approval(&mut self, today: Date, lang: Lang) {
        let of = (self.draft.revision(), today, lang);
        if self.approval.of != Some(of) {
            let record = self.draft.record();
            let is_as_recorded = approval::marks(record, today, lang).is_empty();
            let tone = match record.approval.state {
                ApprovalState::Approved if is_as_recorded => Tone::Success,
                ApprovalState::Submitted if is_as_recorded => Tone::Key,
                _ => Tone::Warning,
            };
            let is_asked_for = record.approval.state != ApprovalState::Draft;
            let said = is_asked_for.then(|| (approval::state(record, today, lang), tone));
            self.approval = ApprovalWords { of: Some(of), said };
        }
    }

    /// Says anew whether the file holds what is on the screen.
    pub(in crate::window) fn refresh_saved(&mut self) {
        let newer = self.is_newer_than_save();
        self.outside.saved = match (&self.saving, &self.outside.path) {
            _ if self.in_tour => SavedState::Example,
            _ if newer.is_some() => {
                SavedState::Saving { newer: newer == Some(true), hangs: self.saves.last().is_some_and(|save| save.hangs) }
            }
            (Saving::Failed(message), _) => SavedState::Failed(message.clone()),
            (Saving::Idle | Saving::Done { .. }, None) => SavedState::NeverSaved,
            (_, Some(_)) if self.draft.is_changed() => SavedState::Changed,
            (Saving::Done { at }, Some(_)) => SavedState::Saved { at: at.clone() },
            (Saving::Idle, Some(_)) => SavedState::Saved { at: String::new() },
        };
    }
}

/// Where the approval stands. It is put in words when the record has changed and not per frame, since it asks for digests.
#[derive(Debug, Default)]
pub(in crate::window) struct ApprovalWords {
    of: Option<(u64, Date, Lang)>,
    said: Option<(String, Tone)>,
}

impl ApprovalWords {
    /// What the strip shows of it: nothing as long as nobody asked for an approval.
    pub(in crate::window) fn shown(&self) -> Option<(&str, Tone)> {
        self.said.as_ref().map(|(said, tone)| (said.as_str(), *tone))
    }
}

/// What became of the last save.
#[derive(Clone, Debug, Default)]
pub(in crate::window) enum Saving {
    /// None came to its end since the record was opened.
    #[default]
    Idle,
    /// It succeeded at this time of day.
    Done { at: String },
    /// It failed; the file is as it was.
    Failed(Message),
}
