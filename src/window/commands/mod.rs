//! Everything the window can be asked to do.

mod act;
mod taken_back;

use std::path::PathBuf;

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::catalogue::StepId;
use crate::export::{Along, Copy, Product};
use crate::package::PackageKind;
use crate::record::{ApprovalState, Field, Role};
use crate::text::steps_finish::approval;
use crate::text::{Label as _, Lang, rules, signature, window as words};
use crate::window::{CameFrom, CheckOrder, SignOrder, SignaturePart};

/// One thing the window can be asked to do. Menus, shortcuts, buttons and the search all send these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// 新規: begins a record in this role.
    New(Role),
    /// 開く: asks for a file.
    Open,
    /// Opens this file.
    OpenPath(PathBuf),
    /// Opens the worked example with this place in the list of examples, as a new record without a file.
    OpenExample(usize),
    /// Opens the content for which the state of the approval was recorded, as a new record without a file.
    OpenCovered,
    /// 閉じる: leaves the record for the start page.
    CloseRecord,
    /// 保存
    Save,
    /// 別名で保存
    SaveAs,
    /// 元に戻す
    Undo,
    /// やり直し
    Redo,
    /// Takes back the choice that had the focus last.
    TakeChoiceBack,
    /// Goes to the step where files are made.
    GoToOutput,
    /// Lets the user type the path of a file to open.
    OpenByPath,
    /// Asks for the folder into which files are made; the answer stands in [`Outside::export_folder`](super::Outside).
    ChooseExportFolder,
    /// Takes a typed path as that folder.
    SetExportFolder(PathBuf),
    /// 出力: makes files.
    Export(ExportOrder),
    /// 中止: writes no more of the files that are being made.
    StopExport,
    /// Asks where a package of this kind is to go, and makes it of the record as it is.
    MakePackage(PackageKind),
    /// Goes to where a package of this kind is made.
    GoToPackage(PackageKind),
    /// Asks for a file to be put into the next package.
    AddAttachment,
    /// Puts this file into the next package.
    AddAttachmentPath(PathBuf),
    /// Leaves that file out again; the number is its place in the list.
    RemoveAttachment(usize),
    /// Asks for a folder, and saves there what came attached: one file by its place in the list, or all.
    SaveAttachments(CameFrom, Option<usize>),
    /// Asks for a result file of an agency, to be shown beside others (受領).
    AddReceived,
    /// Asks for the provider's own record, and takes in there the package that is looked at.
    ReceiveLookedAt,
    /// Takes in this result file of an agency.
    AddReceivedPath(PathBuf),
    /// 評価シートを取り込む: asks for a filled-in sheet.
    ImportSheet,
    /// Lays this filled-in sheet beside the record.
    ImportSheetPath(PathBuf),
    /// Puts a received result away; the number is its place in the list.
    RemoveReceived(usize),
    /// Puts a received result that is about another service or text into the application all the same, or leaves it out again.
    WantReceived(usize, bool),
    /// Asks for a folder in which precedents are looked for (先例).
    AddPrecedentFolder,
    /// Looks there no more; the number is the folder's place in the list. The folder itself stays as it is.
    RemovePrecedentFolder(usize),
    /// Looks for precedents again.
    ReadPrecedents,
    /// Asks before the approval is brought to this state: what it is about, by whom and when.
    AskApproval(ApprovalState),
    /// 署名する: signs the saved record.
    Sign(SignOrder),
    /// Checks a signature against the record on the screen.
    CheckSignature(CheckOrder),
    /// Asks for a file that signing or checking needs.
    ChooseForSignature(SignaturePart),
    /// Goes to a step.
    GoTo(StepId),
    /// 次の手順
    NextStep,
    /// 前の手順
    PreviousStep,
    /// Goes to the step of a field and focuses it.
    JumpTo(Field),
    /// Goes to the explanation of the outcome (なぜ？).
    ShowExplanation,
    /// 変更の履歴
    ShowHistory,
    /// 目録: shows the catalogue that new records begin with.
    ShowCatalogue,
    /// Lays the catalogue in this file beside the one in use.
    LoadCataloguePath(PathBuf),
    /// 目録の新旧比較: the record under its own catalogue and under the one in use.
    ShowRules,
    /// 別の記録と比べる: asks for a record to be laid beside this one.
    CompareRecord,
    /// 検索: opens the search for steps, fields, questions and commands.
    Search,
    /// 説明: shows or hides the guidance.
    ToggleGuidance,
    /// 印刷イメージ: shows or hides the printed page.
    TogglePreview,
    /// 拡大
    ZoomIn,
    /// 縮小
    ZoomOut,
    /// 標準の大きさ
    ZoomReset,
    /// Changes the language of the screens.
    SetLang(Lang),
    /// Puts a text on the clipboard.
    CopyText(String),
    /// ライセンス, version and what the program is not.
    About,
    /// 終了
    Quit,
}

/// What the keyboard is pointed at: keys that mean something to a text field are left to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Focus {
    /// A text field that can undo typing of its own.
    TextWithUndo,
    /// A text field.
    Text,
    /// Anything else, or nothing.
    Elsewhere,
}

/// Files to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportOrder {
    /// Where to.
    pub folder: PathBuf,
    /// Which, in this order.
    pub products: Vec<Product>,
    /// Whether they are drafts.
    pub copy: Copy,
    /// The language of what people read in them.
    pub lang: Lang,
    /// What goes along beside the content.
    pub along: Along,
}

impl Command {
    /// The commands that need nothing said with them: what menus and the search list, in this order.
    pub const LISTED: [Self; 26] = [
        Self::New(Role::Agency),
        Self::New(Role::Csp),
        Self::Open,
        Self::OpenByPath,
        Self::Save,
        Self::SaveAs,
        Self::GoToOutput,
        Self::ImportSheet,
        Self::CloseRecord,
        Self::Undo,
        Self::Redo,
        Self::TakeChoiceBack,
        Self::NextStep,
        Self::PreviousStep,
        Self::ShowExplanation,
        Self::ShowHistory,
        Self::ShowCatalogue,
        Self::ShowRules,
        Self::CompareRecord,
        Self::Search,
        Self::ToggleGuidance,
        Self::TogglePreview,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomReset,
        Self::About,
    ];

    /// What menus, buttons and the search call it.
    pub fn label(&self, lang: Lang) -> &'static str {
        match self {
            Self::New(Role::Agency) => words::new_agency(lang),
            Self::New(Role::Csp) => words::new_csp(lang),
            Self::Open | Self::OpenPath(_) | Self::OpenExample(_) | Self::OpenCovered => words::open(lang),
            Self::OpenByPath => words::open_by_path(lang),
            Self::CloseRecord => words::close_record(lang),
            Self::Save => words::save(lang),
            Self::SaveAs => words::save_as(lang),
            Self::Undo => words::undo(lang),
            Self::Redo => words::redo(lang),
            Self::TakeChoiceBack => words::take_choice_back(lang),
            Self::GoToOutput | Self::Export(_) => words::output(lang),
            Self::StopExport => words::stop_export(lang),
            Self::ChooseExportFolder | Self::SetExportFolder(_) => words::choose_folder(lang),
            Self::MakePackage(kind) | Self::GoToPackage(kind) => words::make_package(kind.name(), lang),
            Self::AddAttachment | Self::AddAttachmentPath(_) | Self::RemoveAttachment(_) => words::attach(lang),
            Self::SaveAttachments(..) => words::save_attachments(lang),
            Self::AddReceived | Self::AddReceivedPath(_) | Self::RemoveReceived(_) | Self::WantReceived(..) => {
                words::add_received(lang)
            }
            Self::ReceiveLookedAt => words::receive_looked_at(lang),
            Self::ImportSheet | Self::ImportSheetPath(_) => words::import_sheet(lang),
            Self::AddPrecedentFolder => words::add_precedent_folder(lang),
            Self::RemovePrecedentFolder(_) => words::remove_precedent_folder(lang),
            Self::ReadPrecedents => words::read_precedents(lang),
            Self::AskApproval(to) => approval::act(*to, lang),
            Self::Sign(_) => signature::sign(lang),
            Self::CheckSignature(_) => signature::check(lang),
            Self::ChooseForSignature(_) => signature::use_this_file(lang),
            Self::GoTo(step) => step.label(lang),
            Self::NextStep => words::next_step(lang),
            Self::PreviousStep => words::previous_step(lang),
            Self::JumpTo(_) | Self::Search => words::search(lang),
            Self::ShowExplanation => words::explain(lang),
            Self::ShowHistory => words::show_history(lang),
            Self::ShowCatalogue => words::show_catalogue(lang),
            Self::LoadCataloguePath(_) => words::catalogue_load(lang),
            Self::ShowRules => rules::show(lang),
            Self::CompareRecord => words::compare_record(lang),
            Self::ToggleGuidance => words::guidance(lang),
            Self::TogglePreview => words::printed_page(lang),
            Self::ZoomIn => words::zoom_in(lang),
            Self::ZoomOut => words::zoom_out(lang),
            Self::ZoomReset => words::zoom_reset(lang),
            Self::SetLang(Lang::Ja) => words::japanese(lang),
            Self::SetLang(Lang::En) => words::english(lang),
            Self::CopyText(_) => words::copied(lang),
            Self::About => words::about(lang),
            Self::Quit => words::quit(lang),
        }
    }

    /// The key that does it from anywhere, as menus show it.
    pub const fn shortcut(&self) -> Option<KeyboardShortcut> {
        let (modifiers, key) = match self {
            Self::New(Role::Agency) => (Modifiers::COMMAND, Key::N),
            Self::Open => (Modifiers::COMMAND, Key::O),
            Self::Save => (Modifiers::COMMAND, Key::S),
            Self::SaveAs => (Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S),
            Self::Undo => (Modifiers::COMMAND, Key::Z),
            Self::Redo => (Modifiers::COMMAND, Key::Y),
            Self::GoToOutput => (Modifiers::COMMAND, Key::E),
            Self::NextStep => (Modifiers::COMMAND, Key::PageDown),
            Self::PreviousStep => (Modifiers::COMMAND, Key::PageUp),
            Self::Search => (Modifiers::COMMAND, Key::K),
            Self::ToggleGuidance => (Modifiers::NONE, Key::F1),
            Self::TogglePreview => (Modifiers::COMMAND, Key::P),
            Self::ZoomIn => (Modifiers::COMMAND, Key::Plus),
            Self::ZoomOut => (Modifiers::COMMAND, Key::Minus),
            Self::ZoomReset => (Modifiers::COMMAND, Key::Num0),
            Self::Quit => (Modifiers::COMMAND, Key::Q),
            _ => return None,
        };
        Some(KeyboardShortcut::new(modifiers, key))
    }

    /// The key that a menu shows beside it: also one that does it only where the focus is.
    pub fn shown_shortcut(&self) -> Option<KeyboardShortcut> {
        match self {
            Self::TakeChoiceBack => Some(KeyboardShortcut::new(Modifiers::NONE, Key::Backspace)),
            _ => self.shortcut(),
        }
    }

    /// Further keys that do the same. Those with arrows are left to a text field that has the focus.
    const fn other_shortcut(&self) -> Option<KeyboardShortcut> {
        let (modifiers, key) = match self {
            Self::Redo => (Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z),
            Self::Search => (Modifiers::COMMAND, Key::F),
            Self::NextStep => (Modifiers::COMMAND, Key::ArrowRight),
            Self::PreviousStep => (Modifiers::COMMAND, Key::ArrowLeft),
            Self::ZoomIn => (Modifiers::COMMAND, Key::Equals),
            _ => return None,
        };
        Some(KeyboardShortcut::new(modifiers, key))
    }

    /// The command whose keys were pressed, taken from the input.
    pub(super) fn pressed(input: &mut egui::InputState, focus: Focus) -> Option<Self> {
        let mut listed: Vec<Self> = Self::LISTED.to_vec();
        listed.push(Self::Quit);
        // Of two shortcuts with the same key the one with more modifiers must be asked first.
        let keys = |command: &Self| [command.shortcut(), command.other_shortcut()];
        let mut pairs: Vec<(KeyboardShortcut, Self)> =
            listed.iter().flat_map(|command| keys(command).into_iter().flatten().map(|key| (key, command.clone()))).collect();
        pairs.sort_by_key(|(shortcut, _)| !shortcut.modifiers.shift);
        let left_to_text = |shortcut: &KeyboardShortcut, command: &Self| match focus {
            Focus::Elsewhere => false,
            Focus::Text => matches!(shortcut.logical_key, Key::ArrowLeft | Key::ArrowRight),
            Focus::TextWithUndo => {
                matches!(shortcut.logical_key, Key::ArrowLeft | Key::ArrowRight) || matches!(command, Self::Undo | Self::Redo)
            }
        };
        pairs
            .into_iter()
            .find(|(shortcut, command)| !left_to_text(shortcut, command) && input.consume_shortcut(shortcut))
            .map(|(_, command)| command)
    }
}
