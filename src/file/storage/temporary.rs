//! Temporary files: what is written lies in one until it is whole. Each says by its name that it is ours, and by its lock that
//! somebody is writing it, so that those which a killed program left can be told from all else and be taken away.

use std::collections::BTreeSet;
use std::fs::{self, File, Metadata};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use uuid::{Uuid, Variant};

use super::super::machine::this_computer;
use super::Readers;

const BEGINNING: &str = ".~liu-wizard-";
const END: &str = ".tmp";

/// What another computer has not finished in this time it never will.
const ABANDONED_AFTER: Duration = Duration::from_hours(24);

/// A file that is being written, under a name of its own. Dropping it takes it away.
#[derive(Debug)]
pub(super) struct Temporary {
    path: PathBuf,
    file: File,
    is_there: bool,
}

impl Temporary {
    /// A new one beside `target`, and what earlier runs left in that folder taken away.
    pub(super) fn beside(target: &Path, access: &Access) -> io::Result<Self> {
        let temporary = Self::create(target, access)?;
        temporary.sweep_folder_once();
        Ok(temporary)
    }

    fn create(target: &Path, access: &Access) -> io::Result<Self> {
        loop {
            let path = target.with_file_name(name(this_computer(), Uuid::new_v4()));
            let mut options = File::options();
            options.write(true).create_new(true);
            access.restrict(&mut options);
            let temporary = Self { file: options.open(&path)?, path, is_there: true };
            // Somebody who sweeps may have come between. Where there are no locks, age tells.
            if temporary.hold() && temporary.path.exists() {
                return Ok(temporary);
            }
        }
    }

    #[cfg(unix)]
    fn hold(&self) -> bool {
        !matches!(self.file.try_lock(), Err(fs::TryLockError::WouldBlock))
    }

    /// That it is open is enough, see [`is_held`]; what is locked could not be renamed.
    #[cfg(not(unix))]
    #[expect(clippy::unused_self, reason = "as on other systems")]
    fn hold(&self) -> bool {
        true
    }

    /// Writes all of it, durably, and lets those read it who may.
    pub(super) fn fill(&mut self, bytes: &[u8], access: &Access) -> io::Result<()> {
        self.file.write_all(bytes)?;
        access.grant(&self.file);
        self.file.sync_all()
    }

    /// Puts it in the place of `target`, or makes it that.
    pub(super) fn replace(mut self, target: &Path) -> io::Result<()> {
        fs::rename(&self.path, target)?;
        self.is_there = false;
        Ok(())
    }

    /// Makes it `target`, which must not exist.
    pub(super) fn become_new(self, target: &Path) -> io::Result<()> {
        match fs::hard_link(&self.path, target) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
            // Sticks and some shares know no links. The name is taken first, and is empty for a moment.
            Err(_) => {
                drop(File::options().write(true).create_new(true).open(target)?);
                self.replace(target).inspect_err(|_| {
                    fs::remove_file(target).ok();
                })
            }
            Ok(()) => Ok(()),
        }
    }

    /// When it was last written, by the clock of the disk on which it lies.
    pub(super) fn time(&self) -> io::Result<SystemTime> {
        self.file.metadata()?.modified()
    }

    /// Looks once in each run through each folder that is written to.
    fn sweep_folder_once(&self) {
        static SWEPT: LazyLock<Mutex<BTreeSet<PathBuf>>> = LazyLock::new(Mutex::default);
        let folder = folder_of(&self.path).to_owned();
        if SWEPT.lock().unwrap_or_else(PoisonError::into_inner).insert(folder.clone()) {
            // What could not be taken away is no harm to what is written.
            sweep(&folder, self.time().ok()).ok();
        }
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if self.is_there {
            fs::remove_file(&self.path).ok();
        }
    }
}

/// The folder in which a file lies.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Takes away what killed programs left half written in a folder: ordinary files of exactly our names that nobody is writing. Those
/// of other computers are left for a day by `clock`, the disk's own; without it they stay.
pub(super) fn sweep(folder: &Path, clock: Option<SystemTime>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let Some(computer) = name.to_str().and_then(computer_of) else { continue };
        let path = entry.path();
        let abandoned = fs::symlink_metadata(&path).is_ok_and(|metadata| {
            metadata.is_file()
                && match is_held(&path) {
                    Some(false) => computer == this_computer() || is_old(&metadata, clock),
                    Some(true) => false,
                    None => is_old(&metadata, clock),
                }
        });
        if abandoned {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}

fn is_old(metadata: &Metadata, clock: Option<SystemTime>) -> bool {
    let age = clock.zip(metadata.modified().ok()).and_then(|(now, written)| now.duration_since(written).ok());
    age.is_some_and(|age| age >= ABANDONED_AFTER)
}

/// Whether somebody is writing a temporary file; nothing where it cannot be told.
#[cfg(unix)]
fn is_held(path: &Path) -> Option<bool> {
    match File::options().write(true).open(path).ok()?.try_lock() {
        Ok(()) => Some(false),
        Err(fs::TryLockError::WouldBlock) => Some(true),
        Err(fs::TryLockError::Error(_)) => None,
    }
}

/// Whether somebody has a temporary file open: then Windows lets nobody have it alone.
#[cfg(windows)]
fn is_held(path: &Path) -> Option<bool> {
    use std::os::windows::fs::OpenOptionsExt as _;
    File::options().write(true).share_mode(0).open(path).ok().map(|_| false)
}

#[cfg(not(any(unix, windows)))]
fn is_held(_: &Path) -> Option<bool> {
    None
}

/// How a temporary file is called: short, so that there is room for it wherever there is room for what it becomes.
pub(super) fn name(computer: &str, unique: Uuid) -> String {
    format!("{BEGINNING}{computer}-{}{END}", unique.simple())
}

/// Which computer made a temporary file of this name; nothing if the name is not exactly one of ours.
pub(super) fn computer_of(name: &str) -> Option<&str> {
    let (computer, unique) = name.strip_prefix(BEGINNING)?.strip_suffix(END)?.split_once('-')?;
    let is_hex = |text: &str| text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    let is_random = |id: Uuid| id.get_version_num() == 4 && id.get_variant() == Variant::RFC4122;
    let ours = computer.len() == 12 && is_hex(computer) && unique.len() == 32 && is_hex(unique);
    (ours && Uuid::try_parse(unique).is_ok_and(is_random)).then_some(computer)
}

/// Who may read a file, as the system keeps it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Access {
    /// As the system has it for new files.
    Usual,
    /// The user alone.
    OwnerOnly,
    /// As a file that was there.
    #[cfg(unix)]
    As {
        /// The marks of who may read, write and run it.
        mode: u32,
        /// Whose it is, if the new file is to be his; only a superuser can give it to him.
        owner: Option<u32>,
        /// The group whose members may read it.
        group: u32,
    },
}

impl Access {
    /// What `readers` means for a file that is written at `target`.
    pub(super) fn of(readers: Readers<'_>, target: &Path) -> Self {
        match readers {
            Readers::OwnerOnly => Self::OwnerOnly,
            Readers::As(original) => fs::metadata(original).map_or(Self::OwnerOnly, |metadata| Self::like(&metadata, false)),
            Readers::AsBefore => fs::metadata(target).map_or(Self::Usual, |metadata| Self::like(&metadata, true)),
        }
    }

    #[cfg(unix)]
    fn like(metadata: &Metadata, is_the_same: bool) -> Self {
        use std::os::unix::fs::MetadataExt as _;
        Self::As { mode: metadata.mode() & 0o777, owner: is_the_same.then(|| metadata.uid()), group: metadata.gid() }
    }

    #[cfg(not(unix))]
    fn like(_: &Metadata, _: bool) -> Self {
        Self::Usual
    }

    /// Nobody but the user may read what is half written, unless everybody may read what is new.
    #[cfg(unix)]
    fn restrict(self, options: &mut fs::OpenOptions) {
        use std::os::unix::fs::OpenOptionsExt as _;
        if !matches!(self, Self::Usual) {
            options.mode(0o600);
        }
    }

    #[cfg(not(unix))]
    #[expect(clippy::unused_self, reason = "as on other systems")]
    fn restrict(self, _: &mut fs::OpenOptions) {}

    /// Lets those read a file who may. Where the system refuses, fewer may: never more.
    #[cfg(unix)]
    fn grant(self, file: &File) {
        use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, fchown};
        let Self::As { mode, owner, group } = self else { return };
        let Ok(metadata) = file.metadata() else { return };
        if let Some(owner) = owner.filter(|owner| *owner != metadata.uid()) {
            fchown(file, Some(owner), None).ok();
        }
        // Another group must not read by marks that were meant for this one.
        let same_group = group == metadata.gid() || fchown(file, None, Some(group)).is_ok();
        let mode = if same_group { mode } else { (mode & !0o070) | (((mode & 0o007) << 3) & mode) };
        file.set_permissions(fs::Permissions::from_mode(mode)).ok();
    }

    #[cfg(not(unix))]
    #[expect(clippy::unused_self, reason = "as on other systems")]
    fn grant(self, _: &File) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_name_that_can_be_nothing_else_is_ours() {
        let ours = name(this_computer(), Uuid::new_v4());
        assert_eq!(computer_of(&ours), Some(this_computer()));
        assert!(ours.len() < 70, "{ours}");
        let good = ".~liu-wizard-0123456789ab-0f0e0d0c0b0a4908870605040302010f.tmp";
        assert_eq!(computer_of(good), Some("0123456789ab"));
        for other in [
            "",
            ".tmp",
            ".~liu-wizard-.tmp",
            ".~liu-wizard-0123456789ab-.tmp",
            &good.replace(".~", "~"),
            &good.replace(".~", "."),
            &good.replace(".tmp", ".tmp.bak"),
            &good.replace(".tmp", ""),
            &good.replace(".tmp", ".TMP"),
            &good.replace("0f0e", "0F0E"),
            &good.replace("0f0e", "0f0"),
            &good.replace("0f0e", "0f0e0"),
            &good.replace("4908", "1908"),
            &good.replace("8706", "0706"),
            &good.replace("0123456789ab", "0123456789a"),
            &good.replace("0123456789ab", "0123456789aB"),
            ".a.liu.ron.backup",
            ".a.liu.ron.aB3xY9",
        ] {
            assert_eq!(computer_of(other), None, "{other}");
        }
    }
}
