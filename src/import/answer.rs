//! A sheet that an agency filled in without the program, as the agency's record: what it says, and nobody's approval.

use super::{Import, ImportError, ImportRow, Problem, Sheet, accept, compare};
use crate::catalogue::Catalogue;
use crate::record::{ContentDigest, EditError, Field, ReceivedFile, Record};
use crate::text::{Lang, Message, edit_error, import as words};

/// What an agency answered in a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The agency's record. Nobody approved it in the program; it notes the file and its digest.
    pub record: Record,
    /// How many places were filled in.
    pub filled: usize,
    /// Where the sheet says something else in the provider's part, which is the provider's alone.
    pub of_provider: Vec<ImportRow>,
    /// What could not be taken.
    pub problems: Vec<Problem>,
    /// Whether the sheet was made of an earlier content of the request.
    pub of_earlier_request: bool,
}

/// Why a sheet gives no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnswerError {
    /// It is no sheet of this request.
    Sheet(ImportError),
    /// Nothing is filled in in the agency's part.
    NothingFilledIn,
    /// What is filled in does not fit together.
    Edit(EditError),
}

impl AnswerError {
    /// What is wrong, and what to do.
    pub fn message(&self, lang: Lang) -> Message {
        match self {
            Self::Sheet(error) => error.message(lang),
            Self::NothingFilledIn => Message {
                what: words::nothing_filled_in(lang).to_owned(),
                action: words::fill_in(lang).to_owned(),
                ..Message::default()
            },
            Self::Edit(error) => edit_error(error, lang),
        }
    }
}

/// Makes a record of a sheet that an agency filled in: `begun` is an assessment of the `request` in which nothing is answered, and
/// `is_providers` says which fields are the provider's.
///
/// # Errors
/// [`AnswerError`] says why it is no answer to the request.
pub fn answer(
    sheet: &Sheet,
    file: ReceivedFile,
    request: &Record,
    begun: Record,
    catalogue: &Catalogue,
    is_providers: impl Fn(&Field) -> bool,
) -> Result<Answered, AnswerError> {
    let Import { rows, problems, changed_since, .. } = compare(sheet, request, catalogue).map_err(AnswerError::Sheet)?;
    let (of_provider, rows): (Vec<ImportRow>, Vec<ImportRow>) =
        rows.into_iter().partition(|row| row.field().is_some_and(|field| is_providers(&field)));
    if rows.is_empty() {
        return Err(AnswerError::NothingFilledIn);
    }
    let mut record = begun;
    if changed_since {
        // The agency had the words of the sheet before it, so that it is those that it answers.
        let of_service = of_provider.iter().filter(|row| row.path().starts_with("service."));
        of_service.cloned().try_for_each(|row| record.apply(row.edit)).map_err(AnswerError::Edit)?;
        let service = record.service.digest();
        if let Some(answers) = &mut record.answers_request {
            let content = ContentDigest::from_hex(&sheet.content);
            answers.content = content.unwrap_or_else(|| ContentDigest::of(sheet.content.as_bytes()));
            answers.service = service;
        }
    }
    record.apply(accept(&rows, file)).map_err(AnswerError::Edit)?;
    Ok(Answered { record, filled: rows.len(), of_provider, problems, of_earlier_request: changed_since })
}

impl Answered {
    /// What must be said of it: what of the sheet is not in the record, and of which request it speaks.
    pub fn remarks(&self, catalogue: &Catalogue, lang: Lang) -> Vec<String> {
        let mut said = Vec::new();
        said.extend(self.of_earlier_request.then(|| words::earlier_request(lang).to_owned()));
        if !self.of_provider.is_empty() {
            let places = self.of_provider.iter().map(|row| row.place(&self.record, catalogue, lang));
            said.push(words::providers_part_differs(&places.collect::<Vec<_>>(), lang));
        }
        said.extend(self.problems.iter().map(|problem| problem.message(lang).to_string()));
        said
    }
}
