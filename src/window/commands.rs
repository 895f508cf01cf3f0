//! Everything the window can be asked to do.

use std::path::PathBuf;

use crate::catalogue::StepId;
use crate::record::{Field, Role};
use crate::text::Lang;

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
    /// Goes to the step where files are made.
    GoToOutput,
    /// Asks for the folder into which files are made; the answer stands in [`Outside::export_folder`](super::Outside).
    ChooseExportFolder,
    /// Takes a typed path as that folder.
    SetExportFolder(PathBuf),
    /// 出力: makes files.
    Export(ExportOrder),
    /// Asks for a result file of an agency, to be shown beside others (受領).
    AddReceived,
    /// Takes in this result file of an agency.
    AddReceivedPath(PathBuf),
    /// Puts a received result away; the number is its place in the list.
    RemoveReceived(usize),
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
    /// 検索: opens the search for steps, fields, questions and commands.
    Search,
    /// 説明: shows or hides the guidance.
    ToggleGuidance,
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

/// Files to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportOrder {
    /// Where to.
    pub folder: PathBuf,
    /// Which, in this order.
    pub kinds: Vec<ExportKind>,
}

/// A file, or a set of files, that can be made of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ExportKind {
    /// The record as PDF.
    Pdf,
    /// The judgement and the record as JSON.
    Json,
    /// The record as Markdown.
    Markdown,
    /// The record file itself.
    Ron,
    /// The pre-application record as a folder: PDF, JSON, RON and a manifest.
    PreApplicationFolder,
    /// The same as one ZIP.
    PreApplicationZip,
}

impl ExportKind {
    /// All kinds in the order in which they are shown.
    pub const ALL: [Self; 6] =
        [Self::Pdf, Self::Json, Self::Markdown, Self::Ron, Self::PreApplicationFolder, Self::PreApplicationZip];
}
