//! Where a ZIP file ends, and what stands around it: bytes that a mail gateway or a comment added, a larger directory (zip64).
//!
//! The reader of ZIP files makes room for as many entries as the end declares, so that this is looked at before it.

use std::borrow::Cow;

use super::{ArchiveProblem, Limits};

/// What a ZIP file begins with.
const LOCAL: &[u8] = b"PK\x03\x04";
/// What an entry of its directory begins with.
const CENTRAL: &[u8] = b"PK\x01\x02";
/// What the record at its end begins with, and its length without a comment.
const END: &[u8] = b"PK\x05\x06";
const END_LENGTH: usize = 22;
/// What stands before that where a number does not fit into it: where to find the larger record, and that record.
const LOCATOR: &[u8] = b"PK\x06\x07";
const LOCATOR_LENGTH: usize = 20;
const END64: &[u8] = b"PK\x06\x06";
const END64_LENGTH: usize = 56;
/// What a part of a ZIP file that was cut into several begins with.
const SPANNED: &[u8] = b"PK\x07\x08";

/// Archives of other kinds, by how they begin.
const OTHERS: [(&[u8], &str); 6] = [
    (b"7z\xBC\xAF\x27\x1C", "7z"),
    (b"Rar!\x1A\x07", "RAR"),
    (b"\x1F\x8B", "gzip"),
    (b"MSCF", "CAB"),
    (b"BZh", "bzip2"),
    (b"\xFD7zXZ\0", "xz"),
];

/// A ZIP file without what stands behind its end.
pub(super) struct Whole<'a> {
    /// It ends with the record at its end, which has no comment.
    pub bytes: Cow<'a, [u8]>,
    /// So many bytes stand before what it takes for its beginning.
    pub offset: u64,
    /// Where its directory begins.
    pub directory: u64,
    /// So many bytes stood behind it.
    pub behind: usize,
    /// Whether it had a comment.
    pub has_comment: bool,
}

/// The numbers of one record at the end.
struct End {
    /// Where it stands.
    at: usize,
    comment: usize,
    offset: u64,
    directory: u64,
}

/// Finds the end of a ZIP file.
pub(super) fn find<'a>(bytes: &'a [u8], most: usize, limits: Limits) -> Result<Whole<'a>, ArchiveProblem> {
    let end = last_end(bytes, most, limits)?.ok_or_else(|| without_end(bytes))?;
    let after = end.at + END_LENGTH;
    let around = bytes.get(after..).unwrap_or_default();
    // What is let pass is no second ZIP file, which another reader might take for the first.
    if position(around, LOCAL).is_some() || (end.offset > 0 && bytes.starts_with(LOCAL)) {
        return Err(ArchiveProblem::CutOff);
    }
    let whole = bytes.get(..after).unwrap_or_default();
    let whole = if end.comment == 0 {
        Cow::Borrowed(whole)
    } else {
        let mut whole = whole.to_vec();
        let length = whole.len();
        whole.truncate(length.saturating_sub(2));
        whole.extend([0, 0]);
        Cow::Owned(whole)
    };
    let behind = around.len().saturating_sub(end.comment);
    Ok(Whole { bytes: whole, offset: end.offset, directory: end.directory, behind, has_comment: end.comment > 0 })
}

/// The last record in the bytes that is one.
fn last_end(bytes: &[u8], most: usize, limits: Limits) -> Result<Option<End>, ArchiveProblem> {
    let mut rest = bytes;
    while let Some(at) = rest.windows(END.len()).rposition(|four| four == END) {
        if let Some(end) = end_at(bytes, at, most, limits)? {
            return Ok(Some(end));
        }
        rest = rest.get(..at + END.len() - 1).unwrap_or_default();
    }
    Ok(None)
}

/// The record at a place, unless what stands there only looks like one.
fn end_at(bytes: &[u8], at: usize, most: usize, limits: Limits) -> Result<Option<End>, ArchiveProblem> {
    let Some(record) = bytes.get(at..at + END_LENGTH) else { return Ok(None) };
    let comment = usize::from(number(record, 20, 2).and_then(|length| u16::try_from(length).ok()).unwrap_or(u16::MAX));
    let numbers = [(8, 2), (10, 2), (12, 4), (16, 4)].map(|(from, length)| number(record, from, length).unwrap_or(u64::MAX));
    let [mut here, mut all, mut size, mut offset] = numbers;
    let mut directory_end = at;
    if let Some((large, large_at)) = end64_before(bytes, at) {
        directory_end = large_at;
        if all == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF {
            [here, all, size, offset] = [24, 32, 40, 48].map(|from| number(large, from, 8).unwrap_or(u64::MAX));
        }
    }
    if at + END_LENGTH + comment > bytes.len() {
        return Ok(None);
    }
    if [4, 6].into_iter().any(|from| number(record, from, 2) != Some(0)) && here != all {
        return Err(ArchiveProblem::Spanned);
    }
    if here.max(all) > as_u64(most) {
        return Err(ArchiveProblem::TooManyFiles { most: limits.files });
    }
    let start = usize::try_from(size).ok().and_then(|size| directory_end.checked_sub(size));
    let Some(start) = start.filter(|start| all == 0 || bytes.get(*start..).is_some_and(|rest| rest.starts_with(CENTRAL))) else {
        return Ok(None);
    };
    let before = as_u64(start).checked_sub(offset);
    let offset = before.ok_or_else(|| ArchiveProblem::Damaged { said: format!("{offset} > {start}") })?;
    Ok(Some(End { at, comment, offset, directory: as_u64(start) }))
}

/// The larger record before the one at a place, with its own place.
fn end64_before(bytes: &[u8], at: usize) -> Option<(&[u8], usize)> {
    let locator = at.checked_sub(LOCATOR_LENGTH)?;
    let start = locator.checked_sub(END64_LENGTH)?;
    let is_there = bytes.get(locator..)?.starts_with(LOCATOR) && bytes.get(start..)?.starts_with(END64);
    is_there.then(|| bytes.get(start..locator)).flatten().map(|record| (record, start))
}

/// What bytes are that have no end of a ZIP file.
fn without_end(bytes: &[u8]) -> ArchiveProblem {
    if bytes.starts_with(SPANNED) {
        return ArchiveProblem::Spanned;
    }
    if bytes.starts_with(LOCAL) {
        return ArchiveProblem::CutOff;
    }
    let is_lzh = bytes.get(2..5) == Some(b"-lh") && bytes.get(6) == Some(&b'-');
    let other = OTHERS.into_iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, kind)| kind);
    other.or(is_lzh.then_some("LZH")).map_or(ArchiveProblem::NotZip, |kind| ArchiveProblem::OtherArchive { kind })
}

/// A number of so many bytes, the lowest first.
fn number(bytes: &[u8], from: usize, length: usize) -> Option<u64> {
    let bytes = bytes.get(from..from + length)?;
    Some(bytes.iter().rev().fold(0, |number, byte| (number << 8) | u64::from(*byte)))
}

fn position(bytes: &[u8], magic: &[u8]) -> Option<usize> {
    bytes.windows(magic.len()).position(|window| window == magic)
}

fn as_u64(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}
