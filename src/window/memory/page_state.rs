//! What the steps remember that is not part of the record.

use super::approval::ApprovalStep;
use super::asked::AskedForm;
use super::content::Content;
use super::decisions::DecisionsStep;
use super::guided::Guided;
use super::introduction::IntroductionStep;
use super::items::ItemsStep;
use super::objective::ObjectiveSteps;
use super::output::OutputStep;
use super::packing::GoesAlong;
use super::received::ReceivedStep;
use super::review::ReviewStep;
use super::task::TaskStep;
use crate::package::PackageKind;

/// What the steps remember that is not part of the record. A new record starts with a fresh one.
#[derive(Debug, Default)]
pub struct PageState {
    /// The way through the questions, and where it stands.
    pub(in crate::window) guided: Guided,
    pub(in crate::window) introduction: IntroductionStep,
    pub(in crate::window) task: TaskStep,
    pub(in crate::window) items: ItemsStep,
    pub(in crate::window) objective: ObjectiveSteps,
    pub(in crate::window) decisions: DecisionsStep,
    pub(in crate::window) review: ReviewStep,
    pub(in crate::window) approval: ApprovalStep,
    /// Which content the approval covers.
    pub(in crate::window) content: Content,
    pub(in crate::window) output: OutputStep,
    pub(in crate::window) asked: AskedForm,
    pub(in crate::window) received: ReceivedStep,
    /// The kind of package for whose button somebody comes to its page.
    pub(in crate::window) to_package: Option<PackageKind>,
    /// What goes along in the next package.
    pub(in crate::window) along: GoesAlong,
}
