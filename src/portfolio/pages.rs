//! Whether the pages of a PDF are what the record attached to it prints.
//!
//! Nothing on the pages is read or understood for that. What was printed is printed once more, and only bytes that are the same
//! count: whatever was drawn over, taken out, turned or added, there or in what is attached, is another file.
//!
//! **Why nothing can be told of what another version printed.** Template, fonts and typesetter are built into each version, so that
//! this one cannot print as another did, and sets the same record otherwise: in other words, other lines, other pages. Laid beside
//! those, a difference is no sign of a change. Nor would equal text and equal strokes, page by page, be a sign that there was none:
//! what is seen is decided by more than that (fonts that draw other letters, layers, notes, forms and scripts over a page, a page box
//! that hides half of it), and who changed a page chooses which version it names. Whoever has that version can have it tell.

use std::path::Path;

use super::Shelf;
use crate::export::{ExportError, PROGRAM, PrintNote};
use crate::file::{self, MAX_BYTES, Storage, byte_count};
use crate::package::{NotPrinted, Package, print_again};
use crate::record::{CataloguePin, ContentDigest, Date, Record};
use crate::text::{Lang, Message, command_line::pin, pages as words, report::date};

/// So many PDFs of a package are named one by one.
const MOST_NAMED: usize = 5;

/// Whether the pages of a PDF are what the record attached to it prints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pages {
    /// They are, byte for byte.
    AsPrinted {
        /// The day on which it was printed.
        day: Date,
        /// The catalogue that the record was judged by, where that is not its own.
        catalogue: Option<Box<CataloguePin>>,
    },
    /// They are not.
    NotAsPrinted(PagesProblem),
    /// Nobody can tell.
    NotKnown(PagesUnknown),
}

/// In what the pages of a PDF are not what its record prints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PagesProblem {
    /// Something was added behind what was printed, as a signature is, or a comment.
    Added {
        /// So many bytes.
        bytes: u64,
    },
    /// It says that this version of the program printed it, which prints something else.
    Other,
    /// It says that it shows what the record does not allow to be printed.
    NotAllowed,
}

/// Why nobody can tell whether pages are what the record prints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PagesUnknown {
    /// The PDF does not say how it was printed: it is by an earlier program or by another one, or the note was taken away.
    NoNote,
    /// What it says of that is not understood: it is by a later program, or was changed.
    NoteUnread,
    /// It says that another version of the program printed it, and this one prints something else.
    OtherVersion {
        /// That version, by its own account.
        version: String,
    },
    /// A catalogue by which it was printed is not at hand.
    NoCatalogue(Box<CataloguePin>),
    /// It tells of what stands beside it in a package, and is looked at without that.
    NoPackage,
    /// The PDF could not be read once more.
    NotRead,
    /// The pages could not be set again.
    NotSet {
        /// What the typesetter said.
        problem: String,
    },
}

impl Pages {
    /// Whether somebody may rely on what the pages show.
    pub const fn hold(&self) -> bool {
        matches!(self, Self::AsPrinted { .. })
    }

    /// What is to be said of a PDF: `pdf` is its bytes, `record` and `note` are attached to it, and `package` is the package that it
    /// stands in.
    pub fn of(
        pdf: &[u8],
        record: &Record,
        note: Option<&str>,
        package: Option<&Package>,
        (storage, shelf): (&dyn Storage, &Shelf),
    ) -> Self {
        let Some(note) = note else { return Self::NotKnown(PagesUnknown::NoNote) };
        let Some(note) = PrintNote::read(note) else { return Self::NotKnown(PagesUnknown::NoteUnread) };
        let is_of_this_version = note.program() == PROGRAM;
        let other = |problem| match is_of_this_version {
            true => Self::NotAsPrinted(problem),
            // Another version may have printed it so, and its name may as well be a lie.
            false => Self::NotKnown(PagesUnknown::OtherVersion { version: note.program().to_owned() }),
        };
        match print_again(&note, record, package, |pin| shelf.pinned(storage, pin)) {
            Ok(printed) if printed == pdf => {
                let is_its_own = note.catalogue == record.catalogue;
                Self::AsPrinted { day: note.day, catalogue: (!is_its_own).then(|| Box::new(note.catalogue.clone())) }
            }
            Ok(printed) => match pdf.strip_prefix(printed.as_slice()) {
                Some(added) => Self::NotAsPrinted(PagesProblem::Added { bytes: byte_count(added) }),
                None => other(PagesProblem::Other),
            },
            Err(NotPrinted::NoCatalogue(pin)) => Self::NotKnown(PagesUnknown::NoCatalogue(pin)),
            Err(NotPrinted::NoPackage) => Self::NotKnown(PagesUnknown::NoPackage),
            Err(NotPrinted::OtherPackage) => other(PagesProblem::Other),
            Err(
                NotPrinted::OtherCatalogue
                | NotPrinted::Export(ExportError::NotFinal { .. } | ExportError::NoSuchItem { .. } | ExportError::OnlyOfProvider),
            ) => other(PagesProblem::NotAllowed),
            Err(NotPrinted::Export(error)) => Self::NotKnown(PagesUnknown::NotSet { problem: error.to_string() }),
        }
    }

    /// The same of a PDF on disk whose record was opened. `digest` is that of the file as it was then.
    pub fn of_file(
        path: &Path,
        digest: &ContentDigest,
        record: &Record,
        note: Option<&str>,
        (storage, shelf): (&dyn Storage, &Shelf),
    ) -> Self {
        match storage.read(path, MAX_BYTES) {
            Ok(pdf) if ContentDigest::of(&pdf) == *digest => Self::of(&pdf, record, note, None, (storage, shelf)),
            _ => Self::NotKnown(PagesUnknown::NotRead),
        }
    }

    /// The same of each PDF of a package, with its name in it.
    pub fn of_package(package: &Package, (storage, shelf): (&dyn Storage, &Shelf)) -> Vec<(String, Self)> {
        let reader = storage.reader();
        let of_part = |bytes: &[u8], name: &str| match file::read(&reader, bytes, name) {
            Ok(opened) => Self::of(bytes, &opened.record, opened.print_note.as_deref(), Some(package), (storage, shelf)),
            Err(_) => Self::NotKnown(PagesUnknown::NotRead),
        };
        package.documents().map(|(part, bytes)| (part.name.clone(), of_part(bytes, &part.name))).collect()
    }

    /// What speaks against relying on the pages of PDFs of a package; nothing if nothing does.
    pub fn message_of_package(all: &[(String, Self)], lang: Lang) -> Option<Message> {
        let told: Vec<(&str, Message)> =
            all.iter().filter_map(|(name, pages)| Some((name.as_str(), pages.message(lang)?))).collect();
        let (_, first) = told.first()?;
        let named = told.iter().take(MOST_NAMED).map(|(name, message)| words::of_part(name, &message.what, lang));
        let more = told.len().checked_sub(MOST_NAMED).filter(|more| *more > 0).map(|more| words::more_parts(more, lang));
        let what = words::package_not_held(told.len(), all.len(), lang);
        let what = std::iter::once(what).chain(named).chain(more).collect::<Vec<_>>().join("\n");
        Some(Message { what, ..first.clone() })
    }

    /// Which of the three it is, in words that follow 「紙面：」.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Self::AsPrinted { day, catalogue: None } => words::as_printed(&date(*day, lang), lang),
            Self::AsPrinted { day, catalogue: Some(other) } => {
                words::as_printed_by_other_catalogue(&date(*day, lang), &pin(other), lang)
            }
            Self::NotAsPrinted(_) => words::not_as_printed(lang).to_owned(),
            Self::NotKnown(_) => words::not_known(lang).to_owned(),
        }
    }

    /// What speaks against relying on the pages, and what to do; nothing if nothing does. The place is left open.
    pub fn message(&self, lang: Lang) -> Option<Message> {
        let (why, action) = match self {
            Self::AsPrinted { .. } => return None,
            Self::NotAsPrinted(problem) => (problem.words(lang), words::rely_on_the_record(lang)),
            Self::NotKnown(unknown @ PagesUnknown::NoPackage) => (unknown.words(lang), words::verify_the_package(lang)),
            Self::NotKnown(unknown) => (unknown.words(lang), words::rely_on_the_record(lang)),
        };
        let what = words::of_the_pages(&self.words(lang), &why, lang);
        let (expected, action) = (words::expected(lang).to_owned(), action.to_owned());
        Some(Message { what, expected, action, ..Message::default() })
    }
}

impl PagesProblem {
    fn words(&self, lang: Lang) -> String {
        match self {
            Self::Added { bytes } => words::added(*bytes, lang),
            Self::Other => words::other_bytes(PROGRAM, lang),
            Self::NotAllowed => words::not_allowed(lang).to_owned(),
        }
    }
}

impl PagesUnknown {
    fn words(&self, lang: Lang) -> String {
        match self {
            Self::NoNote => words::no_note(lang).to_owned(),
            Self::NoteUnread => words::note_unread(lang).to_owned(),
            Self::OtherVersion { version } => words::other_version(version, PROGRAM, lang),
            Self::NoCatalogue(missing) => words::no_catalogue(&pin(missing), lang),
            Self::NoPackage => words::no_package(lang).to_owned(),
            Self::NotRead => words::not_read(lang).to_owned(),
            Self::NotSet { problem } => words::not_set(problem, lang),
        }
    }
}
