//! Why a ZIP file is not read, and what of its outer form is let pass.

use crate::text::{Lang, archive as words};

/// Why a ZIP file is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArchiveProblem {
    /// It is no ZIP file.
    NotZip,
    /// It is an archive of another kind.
    OtherArchive {
        /// Which.
        kind: &'static str,
    },
    /// Its end is missing, or another ZIP file is joined to it.
    CutOff,
    /// It was cut into several files.
    Spanned,
    /// What is looked for is in a ZIP file within this one.
    Nested {
        /// The ZIP file inside.
        name: String,
    },
    /// It holds several packages or sets side by side.
    Several {
        /// Where their manifests are.
        names: Vec<String>,
    },
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
    /// A link or a device.
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
        /// What the way is called.
        method: &'static str,
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
        match self {
            Self::NotZip => words::not_zip(lang).to_owned(),
            Self::OtherArchive { kind } => words::other_archive(kind, lang),
            Self::CutOff => words::cut_off(lang).to_owned(),
            Self::Spanned => words::spanned(lang).to_owned(),
            Self::Nested { name } => words::nested(name, lang),
            Self::Several { names } => words::several(names, lang),
            Self::TooManyFiles { most } => words::too_many_files(*most, lang),
            Self::TooLarge { name, most } => words::too_large(name, *most, lang),
            Self::AllTooLarge { most } => words::all_too_large(*most, lang),
            Self::Name { name } => words::of_file(words::bad_name(lang), name, lang),
            Self::Twice { name } => words::of_file(words::twice(lang), name, lang),
            Self::NotAFile { name } => words::of_file(words::not_a_file(lang), name, lang),
            Self::Encrypted { name } => words::of_file(words::encrypted(lang), name, lang),
            Self::Method { name, method } => words::of_file(&words::method(method, lang), name, lang),
            Self::Damaged { said } => words::of_file(words::damaged(lang), said, lang),
        }
    }

    /// What to do, where the reader can do something himself.
    pub const fn action(&self, lang: Lang) -> Option<&'static str> {
        match self {
            Self::OtherArchive { .. } | Self::Method { .. } => Some(words::pack_again(lang)),
            Self::Spanned => Some(words::join(lang)),
            Self::Nested { .. } => Some(words::take_out(lang)),
            Self::Several { .. } => Some(words::take_apart(lang)),
            Self::Encrypted { .. } => Some(words::decrypt(lang)),
            Self::NotZip
            | Self::CutOff
            | Self::TooManyFiles { .. }
            | Self::TooLarge { .. }
            | Self::AllTooLarge { .. }
            | Self::Name { .. }
            | Self::Twice { .. }
            | Self::NotAFile { .. }
            | Self::Damaged { .. } => None,
        }
    }
}

/// What of the outer form of a ZIP file was let pass: it changes nothing in what the file holds, and is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Forgiven {
    /// Everything stands in a folder.
    Folder(String),
    /// Files that systems add by themselves were left out.
    AddedBySystems(Vec<String>),
    /// It has a comment.
    Comment,
    /// So many bytes stand before its beginning.
    Before(u64),
    /// So many bytes stand behind its end.
    Behind(usize),
    /// So many names are written in Shift_JIS.
    ShiftJis(usize),
    /// So many names are written with marks apart from their letters, as macOS does it.
    MarksApart(usize),
    /// A file was known by its content.
    Renamed {
        /// Its name.
        from: String,
        /// The name it was listed by.
        to: String,
    },
}

impl Forgiven {
    /// What was let pass.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Self::Folder(name) => words::in_folder(name, lang),
            Self::AddedBySystems(names) => words::added_by_systems(names, lang),
            Self::Comment => words::has_comment(lang).to_owned(),
            Self::Before(bytes) => words::before(*bytes, lang),
            Self::Behind(bytes) => words::behind(*bytes, lang),
            Self::ShiftJis(count) => words::shift_jis(*count, lang),
            Self::MarksApart(count) => words::marks_apart(*count, lang),
            Self::Renamed { from, to } => words::renamed(from, to, lang),
        }
    }
}
