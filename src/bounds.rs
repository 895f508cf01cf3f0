//! How much each reader takes, all in one place. What is beyond a bound is refused by a message that says so, and nothing of it is taken.
//!
//! `SECURITY.md` shows this table; a test compares the two, and finds bounds that readers keep to themselves.

use std::fmt;

/// One bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    /// Of which reader.
    pub reader: &'static str,
    /// What is bounded.
    pub of: &'static str,
    /// The most that is taken.
    pub most: u64,
    /// In what it is counted.
    pub unit: Unit,
}

/// In what a bound is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Bytes.
    Bytes,
    /// Seconds.
    Seconds,
    /// What is named.
    Pieces,
}

impl fmt::Display for Bound {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        const KIB: u64 = 1024;
        const MIB: u64 = 1024 * 1024;
        match self.unit {
            Unit::Bytes if self.most.is_multiple_of(MIB) => write!(formatter, "{} MiB", self.most / MIB),
            Unit::Bytes if self.most.is_multiple_of(KIB) => write!(formatter, "{} KiB", self.most / KIB),
            Unit::Bytes => write!(formatter, "{} bytes", self.most),
            Unit::Seconds => write!(formatter, "{} s", self.most),
            Unit::Pieces => formatter.write_str(&grouped(self.most)),
        }
    }
}

/// A number as people write it: 1,000.
fn grouped(number: u64) -> String {
    let (before, last) = (number / 1000, number % 1000);
    if before == 0 { last.to_string() } else { format!("{},{last:03}", grouped(before)) }
}

macro_rules! bounds {
    ($($reader:literal { $($(#[doc = $doc:literal])+ $name:ident: $kind:ty = $most:expr, $unit:ident, $of:literal;)* })*) => {
        $($($(#[doc = $doc])+ pub const $name: $kind = $most;)*)*

        /// Every one, reader by reader.
        pub const ALL: &[Bound] = &[$($(Bound { reader: $reader, of: $of, most: $most, unit: Unit::$unit },)*)*];
    };
}

bounds! {
    "reader process (PDF, workbook)" {
        /// So much memory of its own, in bytes. With the program that asks, and the file and the answer in it, it stays below 256 MiB.
        PROCESS_MEMORY: u64 = 160 * 1024 * 1024, Bytes, "memory";
        /// So many seconds of processor time. It does not go on while others have the processor, so that a loaded computer changes
        /// nothing. Programs that are built for developers have ten times as much, since they are ten times slower.
        PROCESS_SECONDS: u64 = 2, Seconds, "processor time";
        /// After so many seconds by the clock it is ended whatever it has used: where the system knows no limit of processor time, or
        /// does not let it work. Programs that are built for developers have more.
        PROCESS_WALL_SECONDS: u64 = 20, Seconds, "time by the clock";
        /// The largest file that is taken in, in bytes. Larger ones than a reader takes are only named for what they are.
        PROCESS_INPUT: u64 = 64 * 1024 * 1024, Bytes, "file given to it";
        /// The longest answer, in bytes. A record has at most 16 MiB, and so have the texts of a sheet.
        PROCESS_ANSWER: u64 = 40 * 1024 * 1024, Bytes, "answer";
        /// The most parts of an answer.
        PROCESS_PARTS: usize = 4096, Pieces, "parts of an answer";
    }
    "record (RON, JSON), snapshot, copy" {
        /// The largest file that is read, in bytes. A record of two hundred items has under a twentieth of it.
        RECORD_BYTES: u64 = 16 * 1024 * 1024, Bytes, "file";
        /// Values within values.
        RECORD_NESTING: usize = 128, Pieces, "values within values";
        /// The most entries of a list.
        RECORD_ENTRIES: usize = 1_000, Pieces, "entries of a list";
        /// The most revisions that a history has.
        RECORD_REVISIONS: usize = 2_000, Pieces, "revisions of the history";
        /// How many bytes of changes a history keeps at most, so that a record with its history always has room in one file.
        RECORD_CHANGES: usize = 2 * 1024 * 1024, Bytes, "changes in the history (older ones are folded)";
        /// The most characters any text may hold. Longer text is refused, never cut.
        RECORD_TEXT: usize = 20_000, Pieces, "characters of a text";
        /// The most characters of what a reader sees as one letter (an extended grapheme cluster of Unicode). The longest that people
        /// write have eleven: a family in emoji with the colour of each skin; the highest stacks of Tibetan and Sanskrit have ten.
        RECORD_LETTER: usize = 16, Pieces, "characters shown as one letter";
    }
    "PDF" {
        /// No single stream of a PDF is unpacked beyond this, in bytes: no record is larger.
        PDF_STREAM: usize = 16 * 1024 * 1024, Bytes, "stream, unpacked";
        /// All files that may be records have no more than this together, in bytes.
        PDF_TOGETHER: usize = 32 * 1024 * 1024, Bytes, "attached files together, unpacked";
        /// No PDF with more attached files is looked through. Files that the catalogue names twice count twice.
        PDF_ATTACHED: usize = 256, Pieces, "attached files";
        /// The tree of attached files is followed no deeper.
        PDF_DEPTH: usize = 16, Pieces, "levels of the tree of attached files";
        /// In the tree of attached files no more is looked at.
        PDF_NODES: usize = 1024, Pieces, "nodes of the tree of attached files";
        /// No note of how a PDF was printed is larger, in bytes.
        PDF_NOTE: usize = 1024 * 1024, Bytes, "note of how it was printed";
    }
    "workbook (XLSX)" {
        /// The largest file that is looked at, to say what it is.
        SHEET_LOOKED_AT: u64 = 64 * 1024 * 1024, Bytes, "file that is named for what it is";
        /// The largest workbook, as it comes.
        SHEET_BYTES: u64 = 16 * 1024 * 1024, Bytes, "file";
        /// The most files inside it. Comments, drawings and settings of printers are files of their own for each worksheet.
        SHEET_PARTS: usize = 1024, Pieces, "files inside";
        /// The largest of them, unpacked. The texts of the largest record have a third of it.
        SHEET_PART: u64 = 48 * 1024 * 1024, Bytes, "file inside, unpacked";
        /// All of them, unpacked.
        SHEET_UNPACKED: u64 = 96 * 1024 * 1024, Bytes, "all files inside, unpacked";
        /// The most formats, fonts, fills and borders each. Excel itself ends at half of it; workbooks that were copied together for
        /// years come near.
        SHEET_STYLES: usize = 131_072, Pieces, "formats, and parts of formats";
        /// The longest tag among them …
        SHEET_STYLE_TAG: usize = 1024, Bytes, "tag of a format";
        /// … and all of it if each format has it once more, as the reader keeps them.
        SHEET_STYLE_TEXT: usize = 64 * 1024 * 1024, Bytes, "formats as the library keeps them";
        /// The most shared texts.
        SHEET_TEXTS: usize = 999_999, Pieces, "shared texts";
        /// The most digits of the number that announces them: the reader makes room for what is announced.
        SHEET_TEXTS_DIGITS: usize = 6, Pieces, "digits of the number that announces them";
        /// The most worksheets; the program makes a third of it.
        SHEET_SHEETS: usize = 48, Pieces, "worksheets";
        /// What stands further down than this was not made by this program. It is told and not kept.
        SHEET_ROW: u32 = 200_000, Pieces, "rows kept";
        /// What stands further to the right than this was not made by this program. It is told and not kept.
        SHEET_COLUMN: u32 = 256, Pieces, "columns kept";
        /// The most cells of all worksheets, empty ones counted.
        SHEET_CELLS: usize = 2_000_000, Pieces, "cells";
        /// The most text of all cells, in bytes. A text that many cells share counts once for each, since each keeps it.
        SHEET_TEXT: usize = 64 * 1024 * 1024, Bytes, "text of all cells";
    }
    "printed pages (PDF, preview)" {
        /// A document is set into pages up to so many lines of cells, which take the typesetter about two gigabytes: the record of a
        /// thousand items has some 120,000.
        DOCUMENT_LINES: usize = 200_000, Pieces, "lines of all cells, about";
    }
    "pasted rows" {
        /// The most rows that are taken in one paste.
        PASTED_ROWS: usize = 500, Pieces, "rows";
        /// The most characters that any field of text takes in one paste; more is cut before it is laid out, which is said. Fields of
        /// the record take fewer.
        PASTED_TEXT: usize = 200_000, Pieces, "characters of a paste";
    }
    "ZIP file" {
        /// No name within a ZIP file has more characters.
        ZIP_NAME: usize = 120, Pieces, "characters of a name";
        /// No file stands deeper than this.
        ZIP_DEPTH: usize = 16, Pieces, "folders within folders";
        /// Where systems add files and folders, a ZIP file has so many times more entries than files.
        ZIP_ENTRIES: usize = 4, Pieces, "entries for each file that is allowed";
        /// What any ZIP file may unpack to, however small it is: the records and documents of a case, many times.
        ZIP_SMALL: u64 = 64 * 1024 * 1024, Bytes, "unpacked, however small it is, …";
        /// So many times its length more. Text packs better than that, and no case has so much of it; pictures and documents do not.
        ZIP_TIMES: u64 = 4, Pieces, "… and so many times its length more";
    }
    "package" {
        /// The largest file that is read as a package, in bytes.
        PACKAGE_BYTES: u64 = 200 * 1024 * 1024, Bytes, "file";
        /// So many files.
        PACKAGE_FILES: usize = 200, Pieces, "files inside";
        /// So much in one file, in bytes.
        PACKAGE_FILE: u64 = 64 * 1024 * 1024, Bytes, "file inside, unpacked";
        /// So much in all of them, in bytes.
        PACKAGE_UNPACKED: u64 = 192 * 1024 * 1024, Bytes, "all files inside, unpacked";
        /// No manifest is larger than this, in bytes: two hundred parts take a tenth of it.
        PACKAGE_MANIFEST: usize = 1024 * 1024, Bytes, "manifest";
        /// A package carries so many attachments at most.
        PACKAGE_ATTACHMENTS: usize = 50, Pieces, "attachments";
        /// None of them is larger than this, in bytes.
        PACKAGE_ATTACHMENT: u64 = 20 * 1024 * 1024, Bytes, "attachment";
        /// All of them together are not larger than this, in bytes.
        PACKAGE_ATTACHED: u64 = 100 * 1024 * 1024, Bytes, "attachments together";
    }
    "set (folder or ZIP file)" {
        /// The largest file that is read as a set, in bytes.
        SET_BYTES: u64 = 256 * 1024 * 1024, Bytes, "file";
        /// So many files.
        SET_FILES: usize = 64, Pieces, "files inside";
        /// So much in one file, in bytes.
        SET_FILE: u64 = 64 * 1024 * 1024, Bytes, "file inside, unpacked";
        /// So much in all of them, in bytes.
        SET_UNPACKED: u64 = 256 * 1024 * 1024, Bytes, "all files inside, unpacked";
    }
    "catalogue, kept catalogue" {
        /// The largest catalogue that is read, in bytes. The one shipped has about a tenth of it.
        CATALOGUE_BYTES: usize = 4 * 1024 * 1024, Bytes, "file";
        /// The most sources, tasks, questions, definitions and profiles each.
        CATALOGUE_ENTRIES: usize = 1_000, Pieces, "entries of a list";
        /// The most of what stands within tasks or questions, all together.
        CATALOGUE_NESTED: usize = 10_000, Pieces, "red flags and examples in all";
    }
    "signature" {
        /// The largest file that is read as a signature, in bytes. One of ours has under 600.
        SIGNATURE_BYTES: u64 = 16 * 1024, Bytes, "file";
        /// The largest file that is read as a private key, in bytes. The longest keys have a fifth of it.
        KEY_BYTES: u64 = 64 * 1024, Bytes, "key";
        /// The longest passphrase, in bytes, as in OpenSSH.
        PASSPHRASE_BYTES: usize = 1024, Bytes, "passphrase";
        /// The most rounds by which a passphrase is made a key.
        KEY_ROUNDS: u32 = 1024, Pieces, "rounds by which a passphrase is made a key";
        /// The largest list of allowed signers that is read, in bytes: some ten thousand lines.
        SIGNERS_BYTES: u64 = 1024 * 1024, Bytes, "list of allowed signers";
    }
    "settings" {
        /// Far more than any settings file has, in bytes.
        SETTINGS_BYTES: u64 = 1024 * 1024, Bytes, "file";
    }
    "lock beside a record" {
        /// Far more than any lock file has, in bytes.
        LOCK_BYTES: u64 = 64 * 1024, Bytes, "file";
    }
    "conflicted copies beside a record" {
        /// How many files beside a record are looked into.
        COPIES: usize = 16, Pieces, "files looked into";
        /// How large a copy is that is looked into, in bytes; records are far smaller.
        COPY_BYTES: u64 = 4 * 1024 * 1024, Bytes, "file";
    }
    "folder that is looked through" {
        /// Folders nested deeper than this are not entered, which is said.
        FOLDER_DEPTH: usize = 32, Pieces, "folders within folders";
        /// How many links are followed one after another.
        LINKS: usize = 16, Pieces, "links one after another";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_is_written_as_people_write_it() {
        let bound = |most, unit| Bound { reader: "", of: "", most, unit }.to_string();
        assert_eq!(bound(999, Unit::Pieces), "999");
        assert_eq!(bound(2_000_007, Unit::Pieces), "2,000,007");
        assert_eq!(bound(64 * 1024, Unit::Bytes), "64 KiB");
        assert_eq!(bound(160 * 1024 * 1024, Unit::Bytes), "160 MiB");
        assert_eq!(bound(1000, Unit::Bytes), "1000 bytes");
        assert_eq!(bound(2, Unit::Seconds), "2 s");
    }
}
