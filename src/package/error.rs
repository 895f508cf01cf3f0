//! Why a package was not read, and why none was made.

use thiserror::Error;

use super::{Objection, PackageKind};
use crate::export::{ArchiveProblem, ExportError, ManifestProblem, SetProblem};
use crate::file::{FileError, StorageError};
use crate::record::{Date, Field, Line, Record, RecordId};
use crate::text::{Label as _, Lang, Message, approval, marks, package as words};

/// Why a file was not read as a package. It was left as it is, and nothing of it was written anywhere.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PackageError {
    /// It is larger than any package.
    #[error("more than {} MiB", super::MAX_BYTES / (1024 * 1024))]
    TooLarge,
    /// It is no ZIP file that can be read safely.
    #[error("not read as a ZIP file: {}", .0.words(Lang::En))]
    Archive(ArchiveProblem),
    /// Its manifest is not read.
    #[error("manifest.json: {0:?}")]
    Manifest(ManifestProblem),
    /// It is a package of a kind that this program does not know.
    #[error("unknown kind of package `{found}`")]
    UnknownKind {
        /// The kind.
        found: String,
    },
    /// Its manifest is not as the program wrote it.
    #[error("manifest.json was changed")]
    ManifestChanged,
    /// Parts are missing, were changed, or are not listed.
    #[error("parts do not fit the manifest: {0:?}")]
    Parts(Vec<SetProblem>),
    /// Everything is whole but these attachments, each by what it was called.
    #[error("attachments are missing or changed: {0:?}")]
    Attachments(Vec<(Line<200>, SetProblem)>),
    /// A part that is to be a record is none.
    #[error(transparent)]
    Record(FileError),
    /// The parts are as listed, and are not what such a package holds.
    #[error("the parts do not fit together: {0:?}")]
    Misfit(#[from] Misfit),
}

/// What does not fit together in a package.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{self:?}")]
pub enum Misfit {
    /// The manifest lists a name twice.
    ListedTwice {
        /// The name.
        name: String,
    },
    /// There is not exactly one record that the package is about.
    NotOneRecord,
    /// The record is not the one that the manifest describes.
    AnotherRecord,
    /// A record is of an agency where it must be a provider's, or the other way round.
    RoleOfRecord,
    /// Results are missing, stand twice, or stand where none belong.
    Results,
    /// The reason why a request is sent back is missing, or stands where none belongs.
    Comment,
    /// There are too many attachments.
    TooManyAttachments {
        /// So many are allowed.
        most: usize,
    },
    /// An attachment is too large.
    AttachmentTooLarge {
        /// What it is called.
        title: String,
        /// So many bytes are allowed.
        most: u64,
    },
    /// The attachments together are too large.
    AttachmentsTooLarge {
        /// So many bytes are allowed.
        most: u64,
    },
}

/// Why no package was made.
#[derive(Debug, Error)]
pub enum MakeError {
    /// Packages of this kind are made of a record of the other role.
    #[error("no package of kind {} is made of such a record", .kind.name())]
    Role {
        /// The kind.
        kind: PackageKind,
    },
    /// Only an assessment that was begun from a request can be sent back.
    #[error("the record does not say which request it answers")]
    AnswersNoRequest,
    /// Nothing is said about why a request is sent back.
    #[error("no comment")]
    NoComment,
    /// In the procedure of the record nobody applies.
    #[error("no application is made in the procedure of this record")]
    NoApplication,
    /// No result is given for an application.
    #[error("no result")]
    NoResults,
    /// A result is given twice.
    #[error("result {0} is given twice")]
    ResultTwice(RecordId),
    /// What was given as a result of an agency is none.
    #[error("a package of kind {} is no result", .kind.name())]
    NotAResult {
        /// What it is.
        kind: PackageKind,
    },
    /// A result is another provider's.
    #[error("a result is another provider's: {0:?}")]
    NotOurs(Objection),
    /// Results on which nobody decided, and that were not said to go all the same.
    #[error("nobody decided on {} results", .of.len())]
    Undecided {
        /// The records.
        of: Vec<Record>,
        /// The day on which that was looked at.
        today: Date,
    },
    /// A document in a result does not show the record of that result.
    #[error("a document does not fit: {0:?}")]
    Document(SetProblem),
    /// A file to be attached could not be read.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// Attachments are too many or too large.
    #[error(transparent)]
    Attachments(#[from] Misfit),
    /// A document could not be made.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// What was made is more than a package may hold, so that nobody could open it. Nothing of it was written.
    #[error("the package could not be read again: {}", .0.words(Lang::En))]
    NotReadable(ArchiveProblem),
    /// The parts could not be packed: the program is at fault.
    #[error("the package could not be packed: {problem}")]
    Packing {
        /// What the packer said.
        problem: String,
    },
}

impl PackageError {
    /// What is wrong, what was expected, and what to do. Where is not known here.
    pub fn message(&self, lang: Lang) -> Message {
        let what = match self {
            Self::TooLarge => words::not_read(&words::too_large(super::MAX_BYTES, lang), lang),
            Self::Archive(problem) => words::not_read(&problem.words(lang), lang),
            Self::Manifest(ManifestProblem::Missing) => words::no_manifest(lang).to_owned(),
            Self::Manifest(ManifestProblem::OtherFormat(found)) => words::other_format(found, lang),
            Self::Manifest(ManifestProblem::Unreadable(problem)) => words::manifest_unreadable(problem, lang),
            Self::Manifest(ManifestProblem::Newer { version, known }) => return words::newer(*version, *known, lang),
            Self::UnknownKind { found } => return words::unknown_kind(found, lang),
            Self::ManifestChanged => words::manifest_changed(lang).to_owned(),
            Self::Parts(problems) => {
                let problems = problems.iter().map(|problem| problem.message(lang));
                let said: Vec<String> = problems.map(|message| words::of_part(&message.place, &message.what, lang)).collect();
                words::parts_do_not_fit(&said, lang)
            }
            Self::Attachments(damaged) => {
                let said = damaged.iter().map(|(title, problem)| {
                    words::of_attachment(title.as_str(), problem.file(), &problem.message(lang).what, lang)
                });
                words::parts_do_not_fit(&said.collect::<Vec<_>>(), lang)
            }
            Self::Record(error) => return error.message(lang),
            Self::Misfit(misfit) => words::not_read(&misfit.words(lang), lang),
        };
        let action = match self {
            Self::Archive(problem) => problem.action(lang).unwrap_or(words::ask_again(lang)),
            _ => words::ask_again(lang),
        };
        let expected = words::as_exported(lang).to_owned();
        Message { what, expected, action: action.to_owned(), ..Message::default() }
    }
}

impl Misfit {
    /// What does not fit.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Self::ListedTwice { name } => words::listed_twice(name, lang),
            Self::NotOneRecord => words::not_one_record(lang).to_owned(),
            Self::AnotherRecord => words::another_record(lang).to_owned(),
            Self::RoleOfRecord => words::role_of_record(lang).to_owned(),
            Self::Results => words::results_misfit(lang).to_owned(),
            Self::Comment => words::comment_misfit(lang).to_owned(),
            Self::TooManyAttachments { most } => words::too_many_attachments(*most, lang),
            Self::AttachmentTooLarge { title, most } => words::attachment_too_large(title, *most, lang),
            Self::AttachmentsTooLarge { most } => words::attachments_too_large(*most, lang),
        }
    }
}

impl Objection {
    /// What speaks against it.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Self::OtherProvider { ours, theirs } => words::other_provider(ours, theirs, lang),
            Self::OtherNumber { ours, theirs } => words::other_number(ours, theirs, lang),
            Self::ProviderNotSaid => words::provider_not_said(lang).to_owned(),
            Self::OtherService { ours, theirs } => words::other_service(ours, theirs, lang),
            Self::OtherText(fields) => {
                let label = |field: &Field| match field {
                    Field::Text(text) => text.label(lang),
                    _ => words::is_saas(lang),
                };
                words::other_text(&fields.iter().map(label).collect::<Vec<_>>(), lang)
            }
            Self::Returned(comment) => words::is_returned(comment, lang),
        }
    }

    /// What speaks against it, all in one sentence.
    pub fn all_words(all: &[Self], lang: Lang) -> String {
        all.iter().map(|one| one.words(lang)).collect::<Vec<_>>().join(marks::between_sentences(lang))
    }
}

impl MakeError {
    /// What went wrong, and what to do.
    pub fn message(&self, lang: Lang) -> Message {
        let message = |what: String, action: &str| Message { what, action: action.to_owned(), ..Message::default() };
        match self {
            Self::Role { kind } => {
                let (what, action) = match kind {
                    PackageKind::Request | PackageKind::Application => (words::of_a_provider(lang), words::use_providers(lang)),
                    PackageKind::Result | PackageKind::Returned => (words::of_an_agency(lang), words::use_agencys(lang)),
                };
                message(what.to_owned(), action)
            }
            Self::AnswersNoRequest => message(words::answers_no_request(lang).to_owned(), words::begin_from_request(lang)),
            Self::NoComment => message(words::no_comment(lang).to_owned(), words::write_comment(lang)),
            Self::NoApplication => message(words::no_application(lang).to_owned(), words::without_application(lang)),
            Self::NoResults => message(words::no_results(lang).to_owned(), words::give_results(lang)),
            Self::ResultTwice(id) => message(words::result_twice(id, lang), words::give_results(lang)),
            Self::NotAResult { kind } => {
                message(words::not_a_result(words::kind(kind.name(), lang), lang), words::give_results(lang))
            }
            Self::NotOurs(objection) => message(words::not_ours(&objection.words(lang), lang), words::give_our_results(lang)),
            Self::Undecided { of, today } => {
                let said = of.iter().map(|record| {
                    let names = [record.agency.name.as_str(), record.service.name.as_str()].map(str::trim);
                    let name = names.into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(marks::slash(lang));
                    let name = if name.is_empty() { record.id.to_string() } else { name };
                    words::in_state(&name, &approval::state(record, *today, lang), lang)
                });
                let said: Vec<String> = said.collect();
                message(words::undecided(&said, lang), words::decide_first(lang))
            }
            Self::Document(problem) => problem.message(lang),
            Self::Attachments(misfit) => message(words::not_made(&misfit.words(lang), lang), words::fewer_attachments(lang)),
            Self::Storage(error) => error.message(lang),
            Self::Export(error) => error.message(lang),
            Self::NotReadable(problem) => message(words::not_made(&problem.words(lang), lang), words::make_it_smaller(lang)),
            Self::Packing { problem } => message(words::not_made(problem, lang), ""),
        }
    }
}
