//! What may befall a reader or writer.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::file::names::at_path;
use crate::text::file::disk as words;
use crate::text::{Lang, Message};

/// Something that was not done on the disk.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}: {} {cause}", .path.display(), .action.not_done(Lang::En))]
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
    /// Have the disk confirm that a file which was written, and is in its place, is safe there.
    Confirm,
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

    /// Why it was not done, in a sentence.
    pub(in crate::file) fn reason(&self, lang: Lang) -> String {
        self.cause.words(self.action.writes(), lang).0
    }

    /// What the user is told.
    pub fn message(&self, lang: Lang) -> Message {
        let (cause, action) = self.cause.words(self.action.writes(), lang);
        if self.cause == Cause::NotUtf8 {
            // The file itself was read.
            return Message { what: cause, place: at_path(&self.path, lang), action: action.to_owned(), ..Message::default() };
        }
        // What is in place need not go elsewhere because of it.
        let action = if self.action == Action::Confirm { words::write_again(lang) } else { action };
        Message {
            what: words::because(self.action.not_done(lang), &cause, lang),
            place: at_path(&self.path, lang),
            expected: String::new(),
            action: action.to_owned(),
        }
    }
}

impl Action {
    /// That it was not done.
    const fn not_done(self, lang: Lang) -> &'static str {
        match self {
            Self::Read => words::not_read(lang),
            Self::Write => words::not_written(lang),
            Self::Confirm => words::not_confirmed(lang),
            Self::List => words::not_listed(lang),
            Self::Remove => words::not_removed(lang),
            Self::CreateFolder => words::no_folder_made(lang),
            Self::Lock => words::no_lock(lang),
        }
    }

    /// Whether something on the disk was to be changed, so that another place to save to is of help.
    const fn writes(self) -> bool {
        match self {
            Self::Read | Self::List => false,
            Self::Write | Self::Confirm | Self::Remove | Self::CreateFolder | Self::Lock => true,
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
        let (what, action) = match self {
            Self::NotFound => (words::not_found(lang), words::check_the_place(lang)),
            Self::IsFolder => (words::is_folder(lang), words::choose_a_file(lang)),
            Self::NotAFile => (words::no_file(lang), words::choose_another(lang)),
            Self::NotAFolder => (words::no_folder(lang), words::choose_another_folder(lang)),
            Self::Exists => (words::exists(lang), words::choose_another_name(lang)),
            Self::Denied if !writes => (words::no_right_to_read(lang), words::have_it_copied(lang)),
            Self::Denied => (words::no_right(lang), words::save_to_own_folder(lang)),
            Self::ReadOnly => (words::read_only(lang), words::save_to_writable(lang)),
            Self::Full => (words::full(lang), words::make_room(lang)),
            Self::InUse => (words::in_use(lang), words::close_it_there(lang)),
            Self::TooLarge => (words::too_large(lang), words::choose_another(lang)),
            Self::BadName => (words::bad_name(lang), words::use_a_shorter_name(lang)),
            Self::TooDeep => (words::too_deep(lang), words::choose_that_folder(lang)),
            Self::NotUtf8 => (words::not_utf8(lang), words::rename(lang)),
            Self::Stopped => (words::stopped(lang), words::try_again(lang)),
            Self::Other(said) => {
                let action = if writes { words::save_elsewhere_if_again(lang) } else { words::open_elsewhere_if_again(lang) };
                return (words::system_said(said, lang), action);
            }
        };
        (what.to_owned(), action)
    }
}

/// Whether Windows says that another program holds the file just now, as virus scanners and indexers do for moments.
pub(super) fn is_sharing_violation(error: &io::Error) -> bool {
    const SHARING_VIOLATION: i32 = 32;
    const LOCK_VIOLATION: i32 = 33;
    cfg!(windows) && matches!(error.raw_os_error(), Some(SHARING_VIOLATION | LOCK_VIOLATION))
}
