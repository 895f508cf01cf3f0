//! Everything the window can be asked to do.

use std::path::PathBuf;

use crate::catalogue::StepId;
use crate::export::{Along, CopyKind, Product};
use crate::file::{Look, WayThrough};
use crate::package::PackageKind;
use crate::record::{ApprovalState, ContentDigest, Field, Role};
use crate::text::Lang;
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
    /// Opens this file where its next thing is to be done.
    Continue(PathBuf),
    /// 例でひと回りする: walks through a worked example that is saved nowhere.
    Tour,
    /// Leaves that example for the start page.
    EndTour,
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
    /// The same, and a package of this kind in the same folder.
    ExportWith(ExportOrder, PackageKind),
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
    /// Takes what is noted as received and is not at hand out of the record, by its digest.
    ForgetLost(ContentDigest),
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
    /// Leaves the approver's page for the record in full.
    ReadRecord,
    /// 承認者のページ: shows it in place of the steps while the state is 確認依頼.
    ShowApprover,
    /// Opens a file that was made, or its folder, with the program that the system has for it.
    OpenOutside(PathBuf),
    /// 印刷: asks how, and prints.
    Print(ToPrint),
    /// Goes to a step.
    GoTo(StepId),
    /// Takes this way through the questions from now on; the place is kept.
    TakeWay(WayThrough),
    /// 案内と一覧表を切り替える
    TakeOtherWay,
    /// 試しに答える: answers are tried beside the record.
    BeginTrial,
    /// 採用: what was tried becomes the record's, as one act.
    AdoptTrial,
    /// 捨てる: what was tried is let go.
    DiscardTrial,
    /// The next question of 案内, or the next step after the last one.
    NextQuestion,
    /// The question before.
    PreviousQuestion,
    /// 次の手順
    NextStep,
    /// 前の手順
    PreviousStep,
    /// Goes to the step of a field and focuses it.
    JumpTo(Field),
    /// Goes back to where the latest such jump came from.
    GoBack,
    /// Goes to the explanation of the outcome (なぜ？).
    ShowExplanation,
    /// 変更の履歴
    ShowHistory,
    /// 目録: shows the catalogue that new records begin with.
    ShowCatalogue,
    /// Lays the catalogue in this file beside the one in use.
    LoadCataloguePath(PathBuf),
    /// このプログラムが残すもの: what stands in the program's own folder.
    ShowTraces,
    /// 登録できるか: five questions before there is a record.
    AskEligibility,
    /// 診断情報: what may be told of the program to who helps.
    ShowDiagnostics,
    /// 目録の新旧比較: the record under its own catalogue and under the one in use.
    ShowRules,
    /// 別の記録と比べる: asks for a record to be laid beside this one.
    CompareRecord,
    /// 検索: opens the search for steps, fields, questions and commands.
    Search,
    /// 説明を見る: shows the guidance, or goes there; where there is none, shows the keys.
    Help,
    /// Shows or hides the guidance.
    ToggleGuidance,
    /// キーの一覧
    ShowKeys,
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
    /// 表示: changes the colours of the window.
    SetLook(Look),
    /// Puts a text on the clipboard.
    CopyText(String),
    /// ライセンス, version and what the program is not.
    About,
    /// 終了
    Quit,
}

/// What is to be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ToPrint {
    /// A file that was made.
    File(PathBuf),
    /// The document that is shown as the printed page.
    Shown,
}

/// How it is to be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::window) enum PrintWay {
    /// By the printer that the system uses when none is named.
    UsualPrinter,
    /// From the program that opens it.
    WhereItOpens,
}

/// What the keyboard is pointed at: keys that mean something to a text field are left to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::window) enum Focus {
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
    pub copy: CopyKind,
    /// The language of what people read in them.
    pub lang: Lang,
    /// What goes along beside the content.
    pub along: Along,
}
