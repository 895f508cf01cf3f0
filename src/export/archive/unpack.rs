//! The files in a ZIP file, read as if somebody had made it to do harm.

use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};

use zip::{CompressionMethod, ZipArchive};

use super::end;
use super::limits::Limits;
use super::name::{self, MANIFEST_NAME, as_disks_see};
use super::problem::{ArchiveProblem, Forgiven};
use crate::bounds::ZIP_ENTRIES;
use crate::file::byte_count;
use crate::record::excerpt;

/// A file by name and content.
pub type NamedFile = (String, Vec<u8>);

/// What a ZIP file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unpacked {
    /// The files in their order, with the folder before them that they do not share with their manifest.
    pub files: Vec<NamedFile>,
    /// What of the outer form was let pass.
    pub forgiven: Vec<Forgiven>,
}

/// The files of a ZIP file, in its order. None of them is written anywhere.
///
/// # Errors
/// [`ArchiveProblem`] says what is wrong with it.
pub fn unpack(bytes: &[u8], limits: Limits) -> Result<Unpacked, ArchiveProblem> {
    let damaged = |error: zip::result::ZipError| ArchiveProblem::Damaged { said: error.to_string() };
    let limits = limits.of_length(byte_count(bytes));
    let whole = end::find(bytes, limits.files.saturating_mul(ZIP_ENTRIES), limits)?;
    let config = zip::read::Config { archive_offset: zip::read::ArchiveOffset::Known(whole.offset) };
    let mut archive = ZipArchive::with_config(config, Cursor::new(whole.bytes.as_ref())).map_err(damaged)?;
    if archive.has_duplicate_names() {
        return Err(ArchiveProblem::Twice { name: String::new() });
    }
    let listing = Listing::of(&archive, limits)?;
    // Other readers may go by what stands before each file. Where the two differ, nobody knows what was meant.
    archive.validate_header_consistency().map_err(damaged)?;
    let mut all = 0_u64;
    let mut files = Vec::with_capacity(listing.files.len());
    for (index, name) in listing.files {
        let file = archive.by_index(index).map_err(damaged)?;
        let declared = file.size();
        let most = limits.each.min(limits.all.saturating_sub(all));
        let mut content = Vec::new();
        // One byte more than allowed, so that a size that lies is found out without reading all there is.
        let read = file.take(most.saturating_add(1)).read_to_end(&mut content);
        let length = byte_count(&content);
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
    let mut forgiven = Vec::new();
    let before = listing.begins_at.unwrap_or(whole.directory);
    forgiven.extend((before > 0).then_some(Forgiven::Before(before)));
    forgiven.extend((whole.behind > 0).then_some(Forgiven::Behind(whole.behind)));
    forgiven.extend(whole.has_comment.then_some(Forgiven::Comment));
    forgiven.extend(out_of_folder(&mut files)?.map(Forgiven::Folder));
    forgiven.extend((!listing.added.is_empty()).then_some(Forgiven::AddedBySystems(listing.added)));
    forgiven.extend((listing.in_shift_jis > 0).then_some(Forgiven::ShiftJis(listing.in_shift_jis)));
    Ok(Unpacked { files, forgiven })
}

/// What the directory of a ZIP file says that it holds.
#[derive(Default)]
struct Listing {
    /// The files that are to be read: which entry, and its name.
    files: Vec<(usize, String)>,
    /// Those that systems add by themselves. They are not read.
    added: Vec<String>,
    /// How many names are in Shift_JIS.
    in_shift_jis: usize,
    /// Where the first entry begins.
    begins_at: Option<u64>,
}

impl Listing {
    fn of(archive: &ZipArchive<Cursor<&[u8]>>, limits: Limits) -> Result<Self, ArchiveProblem> {
        let mut listing = Self::default();
        let mut seen = BTreeSet::new();
        for index in 0..archive.len() {
            let damaged = |error: zip::result::ZipError| ArchiveProblem::Damaged { said: error.to_string() };
            let entry = archive.by_index_data(index).map_err(damaged)?;
            listing.begins_at = Some(listing.begins_at.map_or(entry.header_start(), |first| first.min(entry.header_start())));
            let garbled = || entry.name().map_or_else(|_| String::from_utf8_lossy(entry.name_raw()).into_owned(), Into::into);
            let (path, is_shift_jis) = name::decoded(entry.name_raw(), garbled);
            let is_added = name::is_added_by_systems(&path);
            if is_folder(&entry, &path, is_added)? {
                continue;
            }
            if is_added {
                listing.added.push(shown(&path));
                continue;
            }
            refuse_unreadable(&entry, &path, limits)?;
            if !seen.insert(as_disks_see(&path)) {
                return Err(ArchiveProblem::Twice { name: path });
            }
            listing.in_shift_jis += usize::from(is_shift_jis);
            listing.files.push((index, path));
        }
        if listing.files.len() > limits.files {
            return Err(ArchiveProblem::TooManyFiles { most: limits.files });
        }
        Ok(listing)
    }
}

/// Whether an entry is a folder, and so has nothing in it. What is neither that nor a file is refused, whatever it is called.
fn is_folder(entry: &zip::read::ZipFileEntry<'_>, path: &str, is_added: bool) -> Result<bool, ArchiveProblem> {
    let kind = entry.unix_mode().unwrap_or_default() & 0o170_000;
    let is_folder = path.ends_with('/') || kind == 0o040_000;
    if entry.is_symlink() || !matches!(kind, 0 | 0o040_000 | 0o100_000) || (is_folder && entry.size() > 0) {
        return Err(ArchiveProblem::NotAFile { name: shown(path) });
    }
    let within = path.trim_end_matches('/');
    let is_name = if is_added { !name::leads_elsewhere(within) } else { !is_folder || name::is_plain_path(within) };
    if is_name { Ok(is_folder) } else { Err(ArchiveProblem::Name { name: shown(path) }) }
}

/// Refuses a file by what the directory says of it.
fn refuse_unreadable(entry: &zip::read::ZipFileEntry<'_>, path: &str, limits: Limits) -> Result<(), ArchiveProblem> {
    if !name::is_plain_path(path) {
        return Err(ArchiveProblem::Name { name: shown(path) });
    }
    let method = entry.compression();
    if entry.encrypted() || method == CompressionMethod::AES {
        return Err(ArchiveProblem::Encrypted { name: path.to_owned() });
    }
    if ![CompressionMethod::STORE, CompressionMethod::DEFLATE].contains(&method) {
        return Err(ArchiveProblem::Method { name: path.to_owned(), method: called(method) });
    }
    if entry.size() > limits.each {
        return Err(ArchiveProblem::TooLarge { name: path.to_owned(), most: limits.each });
    }
    Ok(())
}

/// The names that ZIP programs give to the ways they offer to pack.
fn called(method: CompressionMethod) -> &'static str {
    let known = [
        (CompressionMethod::DEFLATE64, "Deflate64"),
        (CompressionMethod::BZIP2, "BZip2"),
        (CompressionMethod::LZMA, "LZMA"),
        (CompressionMethod::ZSTD, "Zstandard"),
        (CompressionMethod::ZSTD_DEPRECATED, "Zstandard"),
        (CompressionMethod::XZ, "XZ"),
        (CompressionMethod::PPMD, "PPMd"),
        (CompressionMethod::IMPLODE, "Implode"),
        (CompressionMethod::SHRINK, "Shrink"),
    ];
    known.into_iter().find(|(known, _)| *known == method).map_or("?", |(_, name)| name)
}

/// Takes off the folder that the manifest stands in, and says which it was.
fn out_of_folder(files: &mut [NamedFile]) -> Result<Option<String>, ArchiveProblem> {
    let manifests: Vec<&str> =
        files.iter().map(|(path, _)| path.as_str()).filter(|path| name::last(path) == MANIFEST_NAME).collect();
    let folder = match manifests.as_slice() {
        [] => {
            let nested = files.iter().find(|(path, _)| path.to_lowercase().ends_with(".zip"));
            return nested.map_or(Ok(None), |(name, _)| Err(ArchiveProblem::Nested { name: name.clone() }));
        }
        [manifest] => manifest.strip_suffix(MANIFEST_NAME).unwrap_or_default().to_owned(),
        several => return Err(ArchiveProblem::Several { names: several.iter().map(|name| shown(name)).collect() }),
    };
    if folder.is_empty() {
        return Ok(None);
    }
    for (path, _) in files {
        if let Some(within) = path.strip_prefix(&folder) {
            *path = within.to_owned();
        }
    }
    Ok(Some(folder.trim_end_matches('/').to_owned()))
}

/// A name as it is shown: not longer than names may be, and with nothing in it that acts or hides.
fn shown(name: &str) -> String {
    excerpt(name, name::LONGEST_NAME)
}
