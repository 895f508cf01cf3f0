//! ZIP files that hold other files side by side: packed without times, and read as if somebody had made them to do harm.
//!
//! Nothing is unpacked to the disk. What a ZIP file says of itself (names, sizes, how many) is believed nowhere.

use std::io::{Cursor, Read as _, Write as _};

use unicode_normalization::UnicodeNormalization as _;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::record::is_refused;
use crate::text::Lang;

/// What a ZIP file begins with.
const MAGIC: &[u8] = b"PK\x03\x04";
/// What the record at its end begins with.
const END_MAGIC: &[u8] = b"PK\x05\x06";
/// The length of that record, in bytes, without a comment.
const END_LENGTH: usize = 22;
/// What stands before it in a ZIP file for more than 4 GiB, and its length.
const ZIP64_MAGIC: &[u8] = b"PK\x06\x07";
const ZIP64_LENGTH: usize = 20;
/// No name within a ZIP file has more characters.
const LONGEST_NAME: usize = 120;

/// A file by name and content.
pub type NamedFile = (String, Vec<u8>);

/// What a ZIP file may hold at most. Sizes are in bytes, unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// So many files.
    pub files: usize,
    /// So much in one file.
    pub each: u64,
    /// So much in all of them.
    pub all: u64,
}

/// Why a ZIP file is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArchiveProblem {
    /// It is no ZIP file.
    NotZip,
    /// Its end is missing, or something stands after it.
    CutOff,
    /// It holds more files than allowed.
    TooManyFiles {
        /// So many are allowed.
        most: usize,
    },
    /// A file is larger than allowed, whatever the ZIP file says of it.
    TooLarge {
        /// The file.
        name: String,
        /// So many bytes are allowed.
        most: u64,
    },
    /// The files together are larger than allowed.
    AllTooLarge {
        /// So many bytes are allowed.
        most: u64,
    },
    /// A name that is more than a name, such as `../x`, `C:x` or `CON`.
    Name {
        /// The name.
        name: String,
    },
    /// Two files of one name, or of names that a disk takes for one.
    Twice {
        /// The name; empty if the reader does not tell.
        name: String,
    },
    /// A folder, a link or a device.
    NotAFile {
        /// Its name.
        name: String,
    },
    /// A file is encrypted.
    Encrypted {
        /// The file.
        name: String,
    },
    /// A file is packed in a way that is not read.
    Method {
        /// The file.
        name: String,
    },
    /// It contradicts itself, or a file does not have the check sum or size that is said of it.
    Damaged {
        /// What the reader said.
        said: String,
    },
}

impl ArchiveProblem {
    /// What is wrong with it.
    pub fn words(&self, lang: Lang) -> String {
        let (what, name) = match self {
            Self::NotZip => (lang.pick("ZIPファイルではありません", "it is no ZIP file"), None),
            Self::CutOff => (
                lang.pick(
                    "ZIPファイルの終わりが欠けているか、余分なものがあります",
                    "its end is missing, or something follows it",
                ),
                None,
            ),
            Self::TooManyFiles { most } => {
                return match lang {
                    Lang::Ja => format!("ファイルが多すぎます（{most}個まで）"),
                    Lang::En => format!("it holds too many files (at most {most})"),
                };
            }
            Self::TooLarge { name, most } => {
                let most = mebibytes(*most);
                return match lang {
                    Lang::Ja => format!("「{name}」が大きすぎます（{most} MiBまで）"),
                    Lang::En => format!("“{name}” is too large (at most {most} MiB)"),
                };
            }
            Self::AllTooLarge { most } => {
                let most = mebibytes(*most);
                return match lang {
                    Lang::Ja => format!("中身が合わせて大きすぎます（{most} MiBまで）"),
                    Lang::En => format!("its content is too large (at most {most} MiB)"),
                };
            }
            Self::Name { name } => (lang.pick("使えないファイル名です", "this is no name for a file in it"), Some(name)),
            Self::Twice { name } => (lang.pick("同じ名前のファイルが二つあります", "two files have one name"), Some(name)),
            Self::NotAFile { name } => {
                (lang.pick("ファイルではないもの（フォルダーやリンク）があります", "it holds a folder or a link"), Some(name))
            }
            Self::Encrypted { name } => (lang.pick("暗号化されたファイルがあります", "a file in it is encrypted"), Some(name)),
            Self::Method { name } => (
                lang.pick("読めない圧縮方式のファイルがあります", "a file in it is compressed in a way that is not read"),
                Some(name),
            ),
            Self::Damaged { said } => (lang.pick("壊れています", "it is damaged"), Some(said)),
        };
        match name.filter(|name| !name.is_empty()) {
            None => what.to_owned(),
            Some(name) => format!("{what}{}{name}", lang.pick("：", ": ")),
        }
    }
}

const fn mebibytes(bytes: u64) -> u64 {
    bytes / (1024 * 1024)
}

/// Whether bytes are a ZIP file by how they begin.
pub fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC) || bytes.starts_with(END_MAGIC)
}

/// Files, by name and content, as one ZIP file: stored, without times, so that equal input gives equal bytes.
///
/// # Errors
/// Only if the program itself is at fault: two files of one name, or more than a ZIP file can hold.
pub fn pack<'a>(files: impl Iterator<Item = (&'a str, &'a [u8])>) -> zip::result::ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive.start_file(name, options)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// The files of a ZIP file, in its order. None of them is written anywhere.
///
/// # Errors
/// [`ArchiveProblem`] says what is wrong with it.
pub fn unpack(bytes: &[u8], limits: Limits) -> Result<Vec<NamedFile>, ArchiveProblem> {
    let damaged = |error: zip::result::ZipError| ArchiveProblem::Damaged { said: error.to_string() };
    refuse_other_ends(bytes, limits)?;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > limits.files {
        return Err(ArchiveProblem::TooManyFiles { most: limits.files });
    }
    if archive.has_duplicate_names() {
        return Err(ArchiveProblem::Twice { name: String::new() });
    }
    let mut names: Vec<String> = Vec::with_capacity(archive.len());
    let mut all = 0_u64;
    for index in 0..archive.len() {
        let name = acceptable(&archive.by_index_data(index).map_err(damaged)?, limits)?;
        if names.iter().any(|other| as_disks_see(other) == as_disks_see(&name)) {
            return Err(ArchiveProblem::Twice { name });
        }
        names.push(name);
    }
    // Other readers may go by what stands before each file. Where the two differ, nobody knows what was meant.
    archive.validate_header_consistency().map_err(damaged)?;
    let mut files = Vec::with_capacity(names.len());
    for (index, name) in names.into_iter().enumerate() {
        let file = archive.by_index(index).map_err(damaged)?;
        let declared = file.size();
        let most = limits.each.min(limits.all.saturating_sub(all));
        let mut content = Vec::new();
        // One byte more than allowed, so that a size that lies is found out without reading all there is.
        let read = file.take(most.saturating_add(1)).read_to_end(&mut content);
        let length = size(&content);
        all = all.saturating_add(length);
        if length > limits.each {
            return Err(ArchiveProblem::TooLarge { name, most: limits.each });
        }
        if all > limits.all {
            return Err(ArchiveProblem::AllTooLarge { most: limits.all });
        }
        read.map_err(|error| ArchiveProblem::Damaged { said: format!("{name}: {error}") })?;
        if length != declared {
            return Err(ArchiveProblem::Damaged { said: format!("{name}: {length} ≠ {declared}") });
        }
        files.push((name, content));
    }
    Ok(files)
}

/// The reader of ZIP files makes room for as many files as the end of the file declares, so that this is looked at first.
fn refuse_other_ends(bytes: &[u8], limits: Limits) -> Result<(), ArchiveProblem> {
    if !is_zip(bytes) {
        return Err(ArchiveProblem::NotZip);
    }
    let from_end = |length: usize| bytes.len().checked_sub(length).and_then(|start| bytes.get(start..));
    let end = from_end(END_LENGTH).filter(|end| end.starts_with(END_MAGIC) && end.ends_with(&[0, 0]));
    let Some(end) = end else { return Err(ArchiveProblem::CutOff) };
    let is_zip64 = from_end(END_LENGTH + ZIP64_LENGTH).is_some_and(|rest| rest.starts_with(ZIP64_MAGIC));
    let count = |at: usize| end.get(at..at + 2).and_then(|two| two.try_into().ok()).map_or(u16::MAX, u16::from_le_bytes);
    if is_zip64 || [8, 10].into_iter().any(|at| usize::from(count(at)) > limits.files) {
        return Err(ArchiveProblem::TooManyFiles { most: limits.files });
    }
    Ok(())
}

/// The name of a file that may be read.
fn acceptable(entry: &zip::read::ZipFileEntry<'_>, limits: Limits) -> Result<String, ArchiveProblem> {
    let shown: String = String::from_utf8_lossy(entry.name_raw()).chars().take(LONGEST_NAME).collect();
    let name = entry.name().map_err(|_| ArchiveProblem::Name { name: shown.clone() })?.into_owned();
    let kind = entry.unix_mode().unwrap_or_default() & 0o170_000;
    if !entry.is_file() || !matches!(kind, 0 | 0o100_000) {
        return Err(ArchiveProblem::NotAFile { name: shown });
    }
    if !is_plain_name(&name) {
        return Err(ArchiveProblem::Name { name: shown });
    }
    if entry.encrypted() {
        return Err(ArchiveProblem::Encrypted { name });
    }
    if ![CompressionMethod::STORE, CompressionMethod::DEFLATE].contains(&entry.compression()) {
        return Err(ArchiveProblem::Method { name });
    }
    if entry.size() > limits.each {
        return Err(ArchiveProblem::TooLarge { name, most: limits.each });
    }
    Ok(name)
}

/// Whether a name is the name of a file on every system, and nothing more: no folder, no drive, no device, nothing unseen.
fn is_plain_name(name: &str) -> bool {
    const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];
    let stem = name.split('.').next().unwrap_or_default().to_lowercase();
    let stem = stem.trim_end_matches(|digit: char| digit.is_ascii_digit());
    let acts = |character: char| r#"/\:*?"<>|"#.contains(character) || character.is_control() || is_refused(character);
    !name.is_empty()
        && name.chars().count() <= LONGEST_NAME
        && !name.contains(acts)
        && !name.starts_with([' ', '.'])
        && !name.ends_with([' ', '.'])
        && !DEVICES.contains(&stem)
}

/// A name as it is compared by disks that know no difference between large and small letters, or between ways to write a kana.
fn as_disks_see(name: &str) -> String {
    name.nfkc().flat_map(char::to_lowercase).collect()
}

fn size(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}
