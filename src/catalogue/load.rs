//! Reading, writing and naming a catalogue.

use ron::error::SpannedError;
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::de::DeserializeOwned;
use thiserror::Error;

use super::{Catalogue, CatalogueProblem};
pub use crate::bounds::CATALOGUE_BYTES as LARGEST_FILE_BYTES;
use crate::record::{CataloguePin, ContentDigest, Line};

/// What stands at the head of a catalogue that the program writes out.
const HEAD: &str = "\
// liu-wizard の目録（対象業務、問いと効果、影響度の基準、用語、手続の版、確認表、出典）。
// 形式は RON です。書き換えて、自分の目録として読み込めます。
//  - 文は必ず日本語 (ja) と英語 (en) の両方を書きます。空の文は読み込めません。
//  - mark は official 公式、official_quoted 公式（引用）、third_party 第三者、unverified 未確認、this_tool 本ツール、
//    agency_entry 機関入力。最初の三つは sources に出典の id が必要です。
//  - levels は low から始めて低い順に並べます。二段階（low と moderate）でもかまいません。criteria の段数も合わせます。
//  - profiles の period は手続の期間です（from と to に年-月。分からない方は書きません）。
//  - check_list は事業者の確認表です。七つの項目をすべて一つずつ、並べたい順に書きます。
//  - 内容を変えたら meta.version も変えてください。記録は版と SHA-256 を覚えています。
// The catalogue of liu-wizard, in RON. Edit a copy and load it as your own: every text in both languages, every statement
// with its basis, levels lowest first, all seven points of the check-list. `catalogue check` names whatever does not fit.
";

/// Why a catalogue was not taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CatalogueError {
    /// It is larger than a catalogue can sensibly be.
    #[error("{name}: {bytes} bytes, at most {LARGEST_FILE_BYTES} are read")]
    TooLarge {
        /// The file.
        name: String,
        /// Its length in bytes.
        bytes: usize,
    },
    /// It is not RON of the expected shape.
    #[error("{name}: line {}, column {}: {}", .said.span.start.line, .said.span.start.col, .said.code)]
    Syntax {
        /// The file.
        name: String,
        /// What the reader said, and of which place.
        said: Box<SpannedError>,
    },
    /// It reads well, and its parts do not fit together.
    #[error("{name}: {}", .problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Inconsistent {
        /// The file.
        name: String,
        /// What does not fit.
        problems: Vec<CatalogueProblem>,
    },
    /// It cannot be written out.
    #[error("the catalogue cannot be written: {problem}")]
    Unwritable {
        /// What the writer said.
        problem: String,
    },
}

impl Catalogue {
    /// A user's own catalogue: one file with everything in it. `name` is what errors call it.
    ///
    /// # Errors
    /// [`CatalogueError`] with the line and column, or with everything that does not fit.
    pub fn from_ron(name: &str, text: &str) -> Result<Self, CatalogueError> {
        checked(name, read(name, text)?)
    }

    /// The whole catalogue as one file with a commented head, to be edited and loaded by [`Catalogue::from_ron`].
    ///
    /// # Errors
    /// [`CatalogueError::Unwritable`] if the writer refuses.
    pub fn to_ron(&self) -> Result<String, CatalogueError> {
        let layout = PrettyConfig::new().struct_names(false).new_line("\n").indentor("  ");
        let body = format().to_string_pretty(self, layout);
        let body = body.map_err(|error| CatalogueError::Unwritable { problem: error.to_string() })?;
        Ok(format!("{HEAD}{body}\n"))
    }

    /// SHA-256 of the canonical JSON (RFC 8785) of the content. Computed once; to change a catalogue, change a clone.
    pub fn digest(&self) -> ContentDigest {
        // Strings and enums only, none of which can fail to become JSON.
        let compute = || ContentDigest::of(serde_jcs::to_string(self).unwrap_or_default().as_bytes());
        self.digest_memory.get_or_compute(compute)
    }

    /// What a record made with this catalogue remembers of it.
    pub fn pin(&self) -> CataloguePin {
        let (version, _) = Line::from_typed(&self.meta.version);
        CataloguePin { id: self.meta.id.clone(), version, digest: self.digest() }
    }
}

/// The one dialect of all catalogue files. Nesting is limited to 128 by the reader itself.
fn format() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// What stands in a file of the dialect. `name` is what errors call it.
pub(super) fn read<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, CatalogueError> {
    if text.len() > LARGEST_FILE_BYTES {
        return Err(CatalogueError::TooLarge { name: name.to_owned(), bytes: text.len() });
    }
    // An editor's byte order mark is no part of the text, and line ends inside strings must not depend on the editor.
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text).replace("\r\n", "\n");
    format().from_str(&text).map_err(|said| CatalogueError::Syntax { name: name.to_owned(), said: Box::new(said) })
}

/// The catalogue, if its parts fit together.
pub(super) fn checked(name: &str, catalogue: Catalogue) -> Result<Catalogue, CatalogueError> {
    let problems = catalogue.problems();
    if problems.is_empty() { Ok(catalogue) } else { Err(CatalogueError::Inconsistent { name: name.to_owned(), problems }) }
}
