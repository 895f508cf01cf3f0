//! Where the program keeps what is its own: settings, previous versions, recovery snapshots, kept catalogues.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;
use thiserror::Error;

use crate::record::{ContentDigest, RecordId};
use crate::text::file::own_folder as words;
use crate::text::{Lang, Message};

/// The environment variable that names another folder for the program's own data.
pub const DATA_VARIABLE: &str = "LIU_WIZARD_DATA";

/// A file of this name beside the program makes it keep its data there too, in `data`, as on a USB stick.
pub const PORTABLE_MARK: &str = "portable";

/// The folder of the program's own data, and what stands where in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppFolders {
    data: PathBuf,
}

/// There is no place for the program's own data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the user has no home folder; set {DATA_VARIABLE} to a folder")]
pub struct NoDataFolder;

impl AppFolders {
    /// The given folder, which need not exist yet.
    pub fn at(data: impl Into<PathBuf>) -> Self {
        Self { data: data.into() }
    }

    /// The folder that [`DATA_VARIABLE`] names, else `data` beside a program marked as portable, else the user's own.
    ///
    /// # Errors
    /// [`NoDataFolder`] if none of them can be told.
    pub fn find() -> Result<Self, NoDataFolder> {
        let program = std::env::current_exe().ok().filter(|program| program.with_file_name(PORTABLE_MARK).is_file());
        // Snapshots and previous versions must not travel with a roaming profile.
        let own =
            etcetera::choose_base_strategy().ok().map(|base| if cfg!(windows) { base.cache_dir() } else { base.data_dir() });
        Self::choose(std::env::var_os(DATA_VARIABLE), program.as_deref(), own)
    }

    fn choose(named: Option<OsString>, portable: Option<&Path>, own: Option<PathBuf>) -> Result<Self, NoDataFolder> {
        let named = named.filter(|named| !named.is_empty()).map(PathBuf::from);
        let portable = portable.map(|program| program.with_file_name("data"));
        let own = own.map(|own| own.join("liu-wizard"));
        named.or(portable).or(own).map(Self::at).ok_or(NoDataFolder)
    }

    /// The folder itself.
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// The file of the settings.
    pub fn settings_file(&self) -> PathBuf {
        self.data.join("settings.ron")
    }

    /// The folder of the lock files by which a running program is known.
    pub(super) fn sessions(&self) -> PathBuf {
        self.data.join("sessions")
    }

    /// The file that is held while a forgotten lock is taken over.
    pub(super) fn taking_over(&self) -> PathBuf {
        self.sessions().join("taking-over.lock")
    }

    /// The folder of the recovery snapshots.
    pub fn recovery(&self) -> PathBuf {
        self.data.join("recovery")
    }

    /// The folder of the catalogues that are kept for records made with them: each a file named by its digest.
    pub fn catalogues(&self) -> PathBuf {
        self.data.join("catalogues")
    }

    /// The folder of what was made to be printed.
    pub(super) fn printed(&self) -> PathBuf {
        self.data.join("printed")
    }

    /// The folder of the previous versions of all records.
    pub(super) fn all_versions(&self) -> PathBuf {
        self.data.join("versions")
    }

    /// The folder of the previous versions of one record.
    pub fn versions(&self, record: &RecordId) -> PathBuf {
        self.all_versions().join(key(record))
    }

    /// Names this data folder on this computer, so that a lock file can say whose session it speaks of.
    pub(super) fn desk(&self, host: &str) -> String {
        ContentDigest::of(format!("{host}\n{}", self.data.display()).as_bytes()).short().to_owned()
    }
}

/// A name for files of one record. The id itself may be a name that a system forbids, such as `..` or `CON`.
pub(super) fn key(record: &RecordId) -> String {
    ContentDigest::of(record.as_str().as_bytes()).short().to_owned()
}

impl NoDataFolder {
    /// What the user is told.
    pub fn message(self, lang: Lang) -> Message {
        Message {
            what: words::undecided(lang).to_owned(),
            place: String::new(),
            expected: words::home(lang).to_owned(),
            action: words::name_a_folder(DATA_VARIABLE, PORTABLE_MARK, lang),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_variable_comes_before_the_portable_mark_and_that_before_the_home_folder() {
        let own = || Some(PathBuf::from("/home/hanako/.local/share"));
        let portable = Some(Path::new("/media/stick/liu-wizard"));
        let chosen = |named: Option<&str>, portable, own| {
            AppFolders::choose(named.map(OsString::from), portable, own).map(|folders| folders.data().to_owned())
        };
        assert_eq!(chosen(Some("/d"), portable, own()), Ok(PathBuf::from("/d")));
        assert_eq!(chosen(Some(""), portable, own()), Ok(PathBuf::from("/media/stick/data")));
        assert_eq!(chosen(None, None, own()), Ok(PathBuf::from("/home/hanako/.local/share/liu-wizard")));
        assert_eq!(chosen(None, None, None), Err(NoDataFolder));
    }

    #[test]
    fn no_record_id_leads_out_of_the_folder() {
        let folders = AppFolders::at("/data");
        for id in ["..", ".", "CON", "0197f0c4-aaaa-4bbb-8ccc-000000000001"] {
            let folder = folders.versions(&RecordId::new(id).unwrap());
            assert_eq!(folder.parent(), Some(Path::new("/data/versions")), "{id}");
            assert!(folder.file_name().unwrap().to_str().unwrap().chars().all(|c| c.is_ascii_hexdigit()), "{id}");
        }
    }
}
