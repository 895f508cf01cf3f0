//! What may befall a reader or writer.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::file::names::at_path;
use crate::text::{Lang, Message};

/// Something that was not done on the disk.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}: could not {}: {cause}", .path.display(), .action.verb())]
pub struct StorageError {
    /// The file or folder.
    pub path: PathBuf,
    /// What was to be done.
    pub action: Action,
    /// Why it was not.
    pub cause: Cause,
}

/// What was to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Read a file.
    Read,
    /// Write a file.
    Write,
    /// List a folder.
    List,
    /// Remove a file.
    Remove,
    /// Make a folder.
    CreateFolder,
    /// Hold a lock file.
    Lock,
}

/// Why something was not done on the disk.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Cause {
    /// There is no such file or folder.
    #[error("it does not exist")]
    NotFound,
    /// It is a folder.
    #[error("it is a folder")]
    IsFolder,
    /// It is a device or a pipe.
    #[error("it is no ordinary file")]
    NotAFile,
    /// Something above it is a file.
    #[error("a part of the path is a file")]
    NotAFolder,
    /// It exists already.
    #[error("it exists already")]
    Exists,
    /// No right to do so.
    #[error("permission denied")]
    Denied,
    /// The disk can only be read.
    #[error("the disk is read-only")]
    ReadOnly,
    /// The disk is full, or what the user may use of it.
    #[error("the disk is full")]
    Full,
    /// Another program holds it.
    #[error("it is in use")]
    InUse,
    /// Larger than what is read.
    #[error("it is too large")]
    TooLarge,
    /// A name that cannot be given to a file here.
    #[error("the name is not possible here")]
    BadName,
    /// A folder that lies deeper than is looked.
    #[error("it lies too deep")]
    TooDeep,
    /// A name that is no UTF-8, so that it cannot be shown, typed or written into a list as it is.
    #[error("its name is not UTF-8")]
    NotUtf8,
    /// The storage stopped: in tests, the moment the process is killed.
    #[error("the storage stopped")]
    Stopped,
    /// Something else, in the words of the operating system.
    #[error("{0}")]
    Other(String),
}

impl StorageError {
    /// What the operating system's error means.
    pub(super) fn new(path: &Path, action: Action, error: &io::Error) -> Self {
        Self { path: path.to_owned(), action, cause: Cause::of(error) }
    }

    /// What the user is told.
    pub fn message(&self, lang: Lang) -> Message {
        let (cause, action) = self.cause.words(self.action.writes(), lang);
        if self.cause == Cause::NotUtf8 {
            // The file itself was read.
            return Message { what: cause, place: at_path(&self.path, lang), action: action.to_owned(), ..Message::default() };
        }
        Message {
            what: match lang {
                Lang::Ja => format!("{}。{cause}", self.action.not_done()),
                Lang::En => format!("Could not {}. {cause}", self.action.verb()),
            },
            place: at_path(&self.path, lang),
            expected: String::new(),
            action: action.to_owned(),
        }
    }
}

impl Action {
    const fn verb(self) -> &'static str {
        match self {
            Self::Read => "read the file",
            Self::Write => "write the file",
            Self::List => "list the folder",
            Self::Remove => "remove the file",
            Self::CreateFolder => "make the folder",
            Self::Lock => "lock the file",
        }
    }

    /// That it was not done. Each verb has a form of its own, so that these are whole clauses.
    const fn not_done(self) -> &'static str {
        match self {
            Self::Read => "ファイルを読み込めませんでした",
            Self::Write => "ファイルに書き込めませんでした",
            Self::List => "フォルダーの中を読み取れませんでした",
            Self::Remove => "ファイルを削除できませんでした",
            Self::CreateFolder => "フォルダーを作成できませんでした",
            Self::Lock => "ファイルを占有できませんでした",
        }
    }

    /// Whether something on the disk was to be changed, so that another place to save to is of help.
    const fn writes(self) -> bool {
        match self {
            Self::Read | Self::List => false,
            Self::Write | Self::Remove | Self::CreateFolder | Self::Lock => true,
        }
    }
}

impl Cause {
    fn of(error: &io::Error) -> Self {
        use io::ErrorKind as Kind;
        match error.kind() {
            Kind::NotFound => Self::NotFound,
            Kind::IsADirectory => Self::IsFolder,
            Kind::NotADirectory => Self::NotAFolder,
            Kind::AlreadyExists => Self::Exists,
            Kind::ReadOnlyFilesystem => Self::ReadOnly,
            Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => Self::Full,
            Kind::ResourceBusy | Kind::ExecutableFileBusy | Kind::WouldBlock => Self::InUse,
            Kind::InvalidFilename => Self::BadName,
            _ if is_sharing_violation(error) => Self::InUse,
            Kind::PermissionDenied => Self::Denied,
            _ => Self::Other(error.to_string()),
        }
    }

    fn words(&self, writes: bool, lang: Lang) -> (String, &'static str) {
        let (ja, en, do_ja, do_en) = match self {
            Self::NotFound => (
                "見つかりません。",
                "It does not exist.",
                "名前と場所、共有フォルダーや USB への接続を確かめてください。",
                "Check the name and the place, and whether the share or USB stick is connected.",
            ),
            Self::IsFolder => (
                "同じ名前のフォルダーです。",
                "It is a folder.",
                "ファイルを選ぶか、別の名前を付けてください。",
                "Choose a file, or another name.",
            ),
            Self::NotAFile => (
                "ふつうのファイルではありません（機器など）。",
                "It is no ordinary file but a device or a pipe.",
                "別のファイルを選んでください。",
                "Choose another file.",
            ),
            Self::NotAFolder => (
                "途中の名前がフォルダーではなくファイルです。",
                "A part of the path is a file, not a folder.",
                "別のフォルダーを選んでください。",
                "Choose another folder.",
            ),
            Self::Exists => {
                ("同じ名前のものがすでにあります。", "It exists already.", "別の名前を付けてください。", "Choose another name.")
            }
            Self::Denied if !writes => (
                "このフォルダーやファイルを読む権限がありません。",
                "You have no permission to read it.",
                "管理者に権限を確かめるか、読める場所に写してもらってください。",
                "Ask the administrator for permission, or have it copied to where you may read it.",
            ),
            Self::Denied => (
                "このフォルダーやファイルを使う権限がありません。",
                "You have no permission for it.",
                "書き込めるフォルダー（ドキュメントなど）に「別名で保存」するか、管理者に権限を確かめてください。",
                "Save to a folder of your own, or ask the administrator for permission.",
            ),
            Self::ReadOnly => (
                "読み取り専用のディスクです。",
                "The disk is read-only.",
                "書き込めるディスクに「別名で保存」してください。",
                "Save to a disk that can be written.",
            ),
            Self::Full => (
                "ディスクの空きがありません。",
                "The disk is full.",
                "不要なファイルを片付けるか、別のディスクに「別名で保存」してください。今の内容はこの画面に残っています。",
                "Make room, or save to another disk. What you see on the screen is not lost.",
            ),
            Self::InUse => (
                "ほかのプログラムが使っています。",
                "Another program is using it.",
                "ほかのプログラムで閉じてから、もう一度行ってください。ウイルス対策の検査中なら、少し待ってください。",
                "Close it there and try again. If a virus scanner is at work, wait a moment.",
            ),
            Self::TooLarge => ("大きすぎます。", "It is too large.", "別のファイルを選んでください。", "Choose another file."),
            Self::BadName => (
                "ここでは使えない名前です。",
                "The name is not possible here.",
                "短い名前にし、\\ / : * ? \" < > | を除いてください。",
                "Use a shorter name without \\ / : * ? \" < > |",
            ),
            Self::TooDeep => (
                "フォルダーが深すぎるため、中を見ていません。",
                "It lies too deep and was not looked into.",
                "そのフォルダーを直接選んでください。",
                "Choose that folder itself.",
            ),
            Self::NotUtf8 => (
                "名前がUTF-8ではないため、そのままでは表示も入力もできません（\\xの形で示します）。",
                "The name is not UTF-8 and cannot be shown or typed as it is (bytes are given as \\x).",
                "ファイルやフォルダーの名前を付け直してください。",
                "Rename the file or folder.",
            ),
            Self::Stopped => ("保存先が止まりました。", "The storage stopped.", "もう一度行ってください。", "Try again."),
            Self::Other(said) => {
                let what = match lang {
                    Lang::Ja => format!("システムからの知らせ: {said}"),
                    Lang::En => format!("The system said: {said}"),
                };
                let action = match writes {
                    true => lang.pick(
                        "もう一度行い、繰り返すときは別の場所に「別名で保存」してください。",
                        "Try again; if it comes back, save to another place.",
                    ),
                    false => lang.pick(
                        "もう一度行い、繰り返すときは別の場所に写してから開いてください。",
                        "Try again; if it comes back, copy it to another place and open it there.",
                    ),
                };
                return (what, action);
            }
        };
        (lang.pick(ja, en).to_owned(), lang.pick(do_ja, do_en))
    }
}

/// Whether Windows says that another program holds the file just now, as virus scanners and indexers do for moments.
pub(super) fn is_sharing_violation(error: &io::Error) -> bool {
    const SHARING_VIOLATION: i32 = 32;
    const LOCK_VIOLATION: i32 = 33;
    cfg!(windows) && matches!(error.raw_os_error(), Some(SHARING_VIOLATION | LOCK_VIOLATION))
}
