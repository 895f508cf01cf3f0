//! What each row of the table asks for, and which row asks for it.

use super::command::Command;
use super::table::MenuCommand;
use crate::file::Look;
use crate::package::PackageKind;
use crate::record::Role;
use crate::text::Lang;

impl MenuCommand {
    /// The row of a command; none for one that something is said with, or that only one place on a page offers.
    pub fn of(command: &Command) -> Option<Self> {
        Some(match command {
            Command::New(Role::Agency) => Self::NewAgency,
            Command::New(Role::Csp) => Self::NewCsp,
            Command::Open => Self::Open,
            Command::OpenByPath => Self::OpenByPath,
            Command::CloseRecord => Self::CloseRecord,
            Command::Save => Self::Save,
            Command::SaveAs => Self::SaveAs,
            Command::Undo => Self::Undo,
            Command::Redo => Self::Redo,
            Command::TakeChoiceBack => Self::TakeChoiceBack,
            Command::GoToOutput => Self::GoToOutput,
            Command::GoToPackage(PackageKind::Request) => Self::PackRequest,
            Command::GoToPackage(PackageKind::Result) => Self::PackResult,
            Command::GoToPackage(PackageKind::Returned) => Self::SendBack,
            Command::GoToPackage(PackageKind::Application) => Self::PackApplication,
            Command::ImportSheet => Self::ImportSheet,
            Command::NextStep => Self::NextStep,
            Command::PreviousStep => Self::PreviousStep,
            Command::GoBack => Self::GoBack,
            Command::BeginTrial => Self::BeginTrial,
            Command::TakeOtherWay => Self::TakeOtherWay,
            Command::ShowExplanation => Self::ShowExplanation,
            Command::ShowHistory => Self::ShowHistory,
            Command::ShowCatalogue => Self::ShowCatalogue,
            Command::ShowRules => Self::ShowRules,
            Command::CompareRecord => Self::CompareRecord,
            Command::Search => Self::Search,
            Command::Help => Self::Help,
            Command::ToggleGuidance => Self::ToggleGuidance,
            Command::ShowKeys => Self::ShowKeys,
            Command::TogglePreview => Self::TogglePreview,
            Command::ZoomIn => Self::ZoomIn,
            Command::ZoomOut => Self::ZoomOut,
            Command::ZoomReset => Self::ZoomReset,
            Command::SetLang(Lang::Ja) => Self::Japanese,
            Command::SetLang(Lang::En) => Self::English,
            Command::Tour => Self::Tour,
            Command::EndTour => Self::EndTour,
            Command::SetLook(Look::System) => Self::LookSystem,
            Command::SetLook(Look::Light) => Self::LookLight,
            Command::SetLook(Look::Dark) => Self::LookDark,
            Command::SetLook(Look::Contrast) => Self::LookContrast,
            Command::AskEligibility => Self::AskEligibility,
            Command::ShowTraces => Self::ShowTraces,
            Command::ShowDiagnostics => Self::ShowDiagnostics,
            Command::About => Self::About,
            Command::Quit => Self::Quit,
            Command::OpenPath(_)
            | Command::Continue(_)
            | Command::OpenExample(_)
            | Command::OpenCovered
            | Command::Export(_)
            | Command::ExportWith(..)
            | Command::StopExport
            | Command::ChooseExportFolder
            | Command::SetExportFolder(_)
            | Command::MakePackage(_)
            | Command::AddAttachment
            | Command::AddAttachmentPath(_)
            | Command::RemoveAttachment(_)
            | Command::SaveAttachments(..)
            | Command::AddReceived
            | Command::AddReceivedPath(_)
            | Command::ReceiveLookedAt
            | Command::RemoveReceived(_)
            | Command::ForgetLost(_)
            | Command::WantReceived(..)
            | Command::ImportSheetPath(_)
            | Command::AddPrecedentFolder
            | Command::RemovePrecedentFolder(_)
            | Command::ReadPrecedents
            | Command::AskApproval(_)
            | Command::Sign(_)
            | Command::CheckSignature(_)
            | Command::ChooseForSignature(_)
            | Command::AdoptTrial
            | Command::DiscardTrial
            | Command::TakeWay(_)
            | Command::NextQuestion
            | Command::PreviousQuestion
            | Command::ReadRecord
            | Command::ShowApprover
            | Command::OpenOutside(_)
            | Command::Print(_)
            | Command::GoTo(_)
            | Command::JumpTo(_)
            | Command::LoadCataloguePath(_)
            | Command::CopyText(_) => return None,
        })
    }

    /// The command itself.
    pub const fn command(self) -> Command {
        match self {
            Self::NewAgency => Command::New(Role::Agency),
            Self::NewCsp => Command::New(Role::Csp),
            Self::Open => Command::Open,
            Self::OpenByPath => Command::OpenByPath,
            Self::Save => Command::Save,
            Self::SaveAs => Command::SaveAs,
            Self::GoToOutput => Command::GoToOutput,
            Self::ImportSheet => Command::ImportSheet,
            Self::CloseRecord => Command::CloseRecord,
            Self::PackRequest => Command::GoToPackage(PackageKind::Request),
            Self::PackResult => Command::GoToPackage(PackageKind::Result),
            Self::SendBack => Command::GoToPackage(PackageKind::Returned),
            Self::PackApplication => Command::GoToPackage(PackageKind::Application),
            Self::Quit => Command::Quit,
            Self::Undo => Command::Undo,
            Self::Redo => Command::Redo,
            Self::TakeChoiceBack => Command::TakeChoiceBack,
            Self::Search => Command::Search,
            Self::NextStep => Command::NextStep,
            Self::PreviousStep => Command::PreviousStep,
            Self::GoBack => Command::GoBack,
            Self::BeginTrial => Command::BeginTrial,
            Self::TakeOtherWay => Command::TakeOtherWay,
            Self::ShowExplanation => Command::ShowExplanation,
            Self::ShowHistory => Command::ShowHistory,
            Self::ShowRules => Command::ShowRules,
            Self::CompareRecord => Command::CompareRecord,
            Self::TogglePreview => Command::TogglePreview,
            Self::ShowCatalogue => Command::ShowCatalogue,
            Self::ZoomIn => Command::ZoomIn,
            Self::ZoomOut => Command::ZoomOut,
            Self::ZoomReset => Command::ZoomReset,
            Self::Japanese => Command::SetLang(Lang::Ja),
            Self::English => Command::SetLang(Lang::En),
            Self::LookSystem => Command::SetLook(Look::System),
            Self::LookLight => Command::SetLook(Look::Light),
            Self::LookDark => Command::SetLook(Look::Dark),
            Self::LookContrast => Command::SetLook(Look::Contrast),
            Self::Help => Command::Help,
            Self::ToggleGuidance => Command::ToggleGuidance,
            Self::ShowKeys => Command::ShowKeys,
            Self::Tour => Command::Tour,
            Self::EndTour => Command::EndTour,
            Self::AskEligibility => Command::AskEligibility,
            Self::ShowTraces => Command::ShowTraces,
            Self::ShowDiagnostics => Command::ShowDiagnostics,
            Self::About => Command::About,
        }
    }
}
