//! What the program remembers of its user: language, name, look, zoom, recent files, folders with precedents, the agency's own catalogue.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::decode::text_or_foreign;
use super::diagnose::of_ron;
use super::names::at_path;
use super::ron_text::{ron_options, ron_pretty};
use super::words::problem_in_words;
use super::{AppFolders, Cause, Foreign, Place, Problem, Readers, Storage, StorageError};
use crate::bounds::SETTINGS_BYTES;
use crate::record::{CataloguePin, Line};
use crate::text::file::own_folder as words;
use crate::text::{Lang, Message};

/// How many recent files are remembered.
pub const RECENT: usize = 10;

/// How somebody goes through the questions. Both ways show the same record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WayThrough {
    /// 案内: one question, or one small group, at a time.
    Guided,
    /// 一覧表: all questions of a step at once.
    #[default]
    Overview,
}

impl WayThrough {
    /// The other one.
    pub const fn other(self) -> Self {
        match self {
            Self::Guided => Self::Overview,
            Self::Overview => Self::Guided,
        }
    }
}

/// What the program remembers of its user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The language of the screens.
    pub lang: Lang,
    /// The name that stands in the history and at comments. Empty until the user gives one: it is never the login name.
    pub author: Line<60>,
    /// The colours of the window.
    pub look: Look,
    /// The zoom of the window in percent, 50 to 400.
    pub zoom_percent: u16,
    /// How the user went through the questions last. Who never chose is guided.
    pub way: WayThrough,
    /// Files opened or saved, the latest first, at most [`RECENT`].
    pub recent: Vec<PathBuf>,
    /// The folder in which the last file was chosen.
    pub last_folder: Option<PathBuf>,
    /// The folder into which files were made last.
    pub export_folder: Option<PathBuf>,
    /// The folders in which precedents are looked for, in the order in which they were added.
    pub precedent_folders: Vec<PathBuf>,
    /// The agency's own catalogue, with which new records are made. Without one it is the catalogue shipped.
    pub catalogue: Option<OwnCatalogue>,
}

/// The colours of the window (表示).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// システムに合わせる: light or dark, as the system says.
    #[default]
    System,
    /// ライト
    Light,
    /// ダーク
    Dark,
    /// ハイコントラスト
    Contrast,
}

impl Look {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::System, Self::Light, Self::Dark, Self::Contrast];

    /// Its name in the settings file.
    const fn code(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }
}

/// An agency's own catalogue. The program keeps a copy of it in a folder of its own, named by the digest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnCatalogue {
    /// Its id, version and digest.
    pub pin: CataloguePin,
    /// The file it was loaded from, to be shown. It is not read again.
    pub file: String,
}

/// Why the settings are not those that were saved, or were not saved.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SettingsError {
    /// Reading or writing failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// They could not be understood, and the usual ones hold.
    #[error("{}: not understood: {said:?}", .kept.display())]
    Broken {
        /// Where they are kept now.
        kept: PathBuf,
        /// Why.
        said: Said,
        /// Whether they were put aside there.
        is_aside: bool,
    },
}

/// Why settings could not be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// The file is something else.
    Other(Foreign),
    /// Something does not fit in it.
    Unfit(Box<(Place, Problem)>),
}

/// A name beside a file under which it can be put aside, without taking the place of what was put aside before.
fn free_name(storage: &dyn Storage, path: &Path) -> PathBuf {
    let numbered = |number: usize| {
        let number = if number == 1 { String::new() } else { format!("-{number}") };
        path.with_file_name(format!("settings.ron.broken{number}"))
    };
    let is_free = |name: &PathBuf| matches!(storage.read(name, 0), Err(error) if error.cause == Cause::NotFound);
    (1..10).map(numbered).find(is_free).unwrap_or_else(|| numbered(10))
}

/// The file. What a newer version added is skipped: settings are a convenience and no record.
#[derive(Serialize, Deserialize)]
#[serde(default)]
struct Written {
    lang: String,
    author: String,
    look: String,
    zoom_percent: u16,
    way: String,
    recent: Vec<PathBuf>,
    last_folder: Option<PathBuf>,
    export_folder: Option<PathBuf>,
    precedent_folders: Vec<PathBuf>,
    catalogue: Option<OwnCatalogue>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            lang: Lang::Ja,
            author: Line::default(),
            look: Look::default(),
            zoom_percent: 100,
            way: WayThrough::Guided,
            recent: Vec::new(),
            last_folder: None,
            export_folder: None,
            precedent_folders: Vec::new(),
            catalogue: None,
        }
    }
}

impl Default for Written {
    fn default() -> Self {
        Self::from(&Settings::default())
    }
}

impl From<&Settings> for Written {
    fn from(settings: &Settings) -> Self {
        // A path that is no Unicode cannot be written; forgetting it is better than forgetting all.
        let writable = |path: &&PathBuf| path.to_str().is_some();
        Self {
            lang: settings.lang.code().to_owned(),
            author: settings.author.to_string(),
            look: settings.look.code().to_owned(),
            zoom_percent: settings.zoom_percent,
            way: match settings.way {
                WayThrough::Guided => "guided",
                WayThrough::Overview => "overview",
            }
            .to_owned(),
            recent: settings.recent.iter().filter(writable).take(RECENT).cloned().collect(),
            last_folder: settings.last_folder.iter().find(writable).cloned(),
            export_folder: settings.export_folder.iter().find(writable).cloned(),
            precedent_folders: settings.precedent_folders.iter().filter(writable).cloned().collect(),
            catalogue: settings.catalogue.clone(),
        }
    }
}

impl From<Written> for Settings {
    fn from(written: Written) -> Self {
        let mut recent = written.recent;
        recent.truncate(RECENT);
        Self {
            lang: if written.lang == "en" { Lang::En } else { Lang::Ja },
            author: Line::from_typed(&written.author).0,
            look: Look::ALL.into_iter().find(|look| look.code() == written.look).unwrap_or_default(),
            zoom_percent: if (50..=400).contains(&written.zoom_percent) { written.zoom_percent } else { 100 },
            way: if written.way == "overview" { WayThrough::Overview } else { WayThrough::Guided },
            recent,
            last_folder: written.last_folder,
            export_folder: written.export_folder,
            precedent_folders: written.precedent_folders,
            catalogue: written.catalogue,
        }
    }
}

impl Settings {
    /// The settings as they were saved; the usual ones where there are none or they are broken, with why. Broken ones are put
    /// aside, so that the next save of settings does not take their place.
    pub fn load(storage: &dyn Storage, folders: &AppFolders) -> (Self, Option<SettingsError>) {
        let (settings, error) = Self::read(storage, folders);
        let Some(SettingsError::Broken { kept: path, said, .. }) = error else { return (settings, error) };
        let kept = free_name(storage, &path);
        let put_aside =
            storage.read(&path, SETTINGS_BYTES).and_then(|bytes| storage.write_for(&kept, &bytes, Readers::OwnerOnly));
        let error = put_aside.and_then(|()| storage.remove(&path)).map_or_else(SettingsError::from, |()| SettingsError::Broken {
            kept,
            said,
            is_aside: true,
        });
        (settings, Some(error))
    }

    /// The same, for somebody who only looks: nothing is moved.
    pub fn read(storage: &dyn Storage, folders: &AppFolders) -> (Self, Option<SettingsError>) {
        let path = folders.settings_file();
        let bytes = match storage.read(&path, SETTINGS_BYTES) {
            Ok(bytes) => bytes,
            Err(error) if error.cause == Cause::NotFound => return (Self::default(), None),
            Err(error) => return (Self::default(), Some(error.into())),
        };
        // Whatever a person or an editor made of them: a byte order mark and UTF-16 are no reason to forget all.
        let broken = |said| (Self::default(), Some(SettingsError::Broken { kept: path, said, is_aside: false }));
        let text = match text_or_foreign(&bytes) {
            Ok(text) => text,
            Err(what) => return broken(Said::Other(what)),
        };
        match ron_options().from_str::<Written>(&text) {
            Ok(written) => (written.into(), None),
            Err(error) => broken(match Foreign::of_text(&text) {
                what @ (Foreign::Html | Foreign::Xml | Foreign::Json) => Said::Other(what),
                _ => Said::Unfit(Box::new(of_ron(&text, error))),
            }),
        }
    }

    /// Saves the settings.
    ///
    /// # Errors
    /// [`SettingsError::Storage`] if they were not saved; the former ones are whole then.
    pub fn save(&self, storage: &dyn Storage, folders: &AppFolders) -> Result<(), SettingsError> {
        let path = folders.settings_file();
        let text = ron::Options::default().to_string_pretty(&Written::from(self), ron_pretty());
        let text = text.map_err(|error| StorageError {
            path: path.clone(),
            action: super::Action::Write,
            cause: Cause::Other(error.to_string()),
        })?;
        storage.create_folder(folders.data())?;
        storage.write_for(&path, text.as_bytes(), Readers::OwnerOnly)?;
        Ok(())
    }

    /// Puts a file, and its folder, in front of those remembered.
    pub fn remember(&mut self, path: &Path) {
        self.recent.retain(|other| other != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(RECENT);
        self.last_folder = path.parent().map(Path::to_owned).or(self.last_folder.take());
    }
}

impl SettingsError {
    /// What the user is told.
    pub fn message(&self, lang: Lang) -> Message {
        match self {
            Self::Storage(error) => Message { expected: words::room_for_settings(lang).to_owned(), ..error.message(lang) },
            Self::Broken { kept, said, is_aside } => Message {
                what: words::settings_broken(lang).to_owned(),
                place: at_path(kept, lang),
                expected: match said {
                    Said::Other(what) => words::settings_are(what.name(lang), lang),
                    Said::Unfit(unfit) => {
                        let (place, problem) = unfit.as_ref();
                        let (what, _) = problem_in_words(problem, lang);
                        words::settings_do_not_fit(place.line, place.column, &place.excerpt, &what, lang)
                    }
                },
                action: if *is_aside { words::choose_settings_again(lang) } else { words::settings_left(lang) }.to_owned(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{Fault, MemoryStorage};
    use crate::record::{CatalogueId, ContentDigest};

    fn settings() -> Settings {
        let author = Line::new("架空 花子").unwrap();
        let mut settings = Settings {
            lang: Lang::En,
            author,
            look: Look::Contrast,
            zoom_percent: 150,
            way: WayThrough::Overview,
            ..Settings::default()
        };
        for case in 0..12 {
            settings.remember(Path::new(&format!("/書類/{case}.liu.ron")));
        }
        settings.remember(Path::new("/書類/5.liu.ron"));
        settings.precedent_folders = vec![PathBuf::from("/書類/過年度"), PathBuf::from("/共有")];
        settings
    }

    #[test]
    fn settings_come_back_as_they_were_saved() {
        let (storage, folders) = (MemoryStorage::new(), AppFolders::at("/data"));
        assert_eq!(Settings::load(&storage, &folders), (Settings::default(), None));
        settings().save(&storage, &folders).unwrap();
        assert_eq!(Settings::load(&storage, &folders), (settings(), None));
    }

    #[test]
    fn the_latest_file_stands_first_and_once_and_ten_are_remembered() {
        let recent = settings().recent;
        let first = Path::new("/書類/5.liu.ron");
        assert_eq!(recent.first().map(PathBuf::as_path), Some(first));
        assert_eq!(recent.iter().filter(|path| *path == first).count(), 1);
        assert_eq!(recent.len(), RECENT);
        assert_eq!(settings().last_folder.as_deref(), Some(Path::new("/書類")));
    }

    #[test]
    fn broken_settings_are_put_aside_and_said() {
        let (storage, folders) = (MemoryStorage::new(), AppFolders::at("/data"));
        storage.put(&folders.settings_file(), b"(lang: 5");
        let (loaded, error) = Settings::load(&storage, &folders);
        assert_eq!(loaded, Settings::default());
        let kept = Path::new("/data/settings.ron.broken");
        assert!(matches!(&error, Some(SettingsError::Broken { kept: at, .. }) if at == kept), "{error:?}");
        assert_eq!(storage.get(kept).as_deref(), Some(&b"(lang: 5"[..]));
        let message = error.unwrap().message(Lang::Ja);
        assert!(message.place.contains("settings.ron.broken") && message.expected.contains("1 行"), "{message}");
        assert_eq!(Settings::load(&storage, &folders), (Settings::default(), None));
        // What breaks next does not take its place.
        storage.put(&folders.settings_file(), b"<html>");
        let (_, error) = Settings::load(&storage, &folders);
        assert_eq!(storage.get(kept).as_deref(), Some(&b"(lang: 5"[..]));
        let message = error.unwrap().message(Lang::Ja);
        assert!(message.place.contains("settings.ron.broken-2") && message.expected.contains("HTML"), "{message}");
    }

    #[test]
    fn who_only_looks_moves_nothing_and_is_told() {
        let (storage, folders) = (MemoryStorage::new(), AppFolders::at("/data"));
        storage.put(&folders.settings_file(), b"(lang: 5");
        let (settings, error) = Settings::read(&storage, &folders);
        assert!(settings == Settings::default() && error.is_some());
        assert_eq!(storage.get(&folders.settings_file()).as_deref(), Some(&b"(lang: 5"[..]));
        assert!(Settings::load(&storage, &folders).1.is_some(), "the window tells of it still");
    }

    #[test]
    fn settings_that_notepad_saved_are_read_in_every_encoding_that_loses_nothing() {
        let (storage, folders) = (MemoryStorage::new(), AppFolders::at("/data"));
        let text = "(lang: \"en\",\r\n author: \"架空 花子\")";
        let utf16: Vec<u8> = std::iter::once('\u{FEFF}')
            .chain(text.chars())
            .collect::<String>()
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        for bytes in [["\u{FEFF}", text].concat().into_bytes(), utf16] {
            storage.put(&folders.settings_file(), &bytes);
            let (settings, error) = Settings::load(&storage, &folders);
            assert_eq!((settings.lang, settings.author.as_str(), error), (Lang::En, "架空 花子", None));
        }
    }

    #[test]
    fn newer_settings_are_read_as_far_as_they_are_known_and_nonsense_is_not_taken() {
        let (storage, folders) = (MemoryStorage::new(), AppFolders::at("/data"));
        storage.put(&folders.settings_file(), br#"(lang: "en", zoom_percent: 9000, look: "pink", colour: (1, 2))"#);
        let expected = Settings { lang: Lang::En, ..Settings::default() };
        assert_eq!(Settings::load(&storage, &folders), (expected, None));
    }

    #[test]
    fn older_settings_that_know_nothing_of_precedents_still_load() {
        let (storage, folders) = (MemoryStorage::new(), AppFolders::at("/data"));
        let older = r#"(lang: "en", zoom_percent: 125, recent: ["/書類/a.liu.ron"], last_folder: Some("/書類"))"#;
        storage.put(&folders.settings_file(), older.as_bytes());
        let (loaded, error) = Settings::load(&storage, &folders);
        assert_eq!((loaded.zoom_percent, error), (125, None));
        assert_eq!((loaded.recent.len(), loaded.precedent_folders.len()), (1, 0));
    }

    #[test]
    fn an_own_catalogue_is_remembered_and_older_settings_know_of_none() {
        let (storage, folders) = (MemoryStorage::new(), AppFolders::at("/data"));
        let pin = CataloguePin {
            id: CatalogueId::new("own").unwrap(),
            version: Line::new("2027-04-01").unwrap(),
            digest: ContentDigest::of(b"own"),
        };
        let own = OwnCatalogue { pin, file: "C:\\目録\\own.ron".to_owned() };
        let with_own = Settings { catalogue: Some(own), ..settings() };
        with_own.save(&storage, &folders).unwrap();
        assert_eq!(Settings::load(&storage, &folders), (with_own, None));
        let older = r#"(lang: "en", author: "", zoom_percent: 125, recent: [], last_folder: None, precedent_folders: [])"#;
        storage.put(&folders.settings_file(), older.as_bytes());
        assert_eq!(Settings::load(&storage, &folders).0.catalogue, None);
    }

    #[test]
    fn a_full_disk_leaves_the_former_settings() {
        let (storage, folders) = (MemoryStorage::new(), AppFolders::at("/data"));
        settings().save(&storage, &folders).unwrap();
        storage.set_fault(Fault::FailsFrom(1, Cause::Full));
        let error = Settings::default().save(&storage, &folders).unwrap_err();
        assert!(error.message(Lang::Ja).what.contains("空きがありません"), "{error}");
        storage.restart();
        assert_eq!(Settings::load(&storage, &folders).0, settings());
    }
}
