//! The printed form: pages written as PDF/A-3a and PDF/UA-1, packed, with the record attached, and how they were printed.

use typst::foundations::{Datetime, Smart};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::ExportError;
use super::pages::{self, Attached, failed, forget, midnight, sentence};
use super::pdf_packed::packed;
use super::report::Report;
use crate::record::Date;
use crate::text::Lang;

/// What a PDF says of itself.
pub(super) struct Said<'a> {
    /// What it is of: the id of the record.
    pub of: &'a str,
    /// The day of the export.
    pub today: Date,
    /// The language of its pages.
    pub lang: Lang,
    /// The version of the program that made it.
    pub program: &'a str,
}

/// Sets a report and attaches what is attached.
pub(super) fn write(report: Report, attached: Attached, said: &Said<'_>) -> Result<Vec<u8>, ExportError> {
    let pages = pages::set(report, said.today, said.lang, attached)?;
    let made = typst_pdf::pdf(pages.document(), &options(said, midnight(said.today)?));
    // The next export is of another record: nothing of this one is of use to it.
    forget(0);
    made.map(packed).map_err(|problems| failed(sentence(&problems)))
}

fn options(said: &Said<'_>, date: Datetime) -> PdfOptions {
    PdfOptions {
        ident: Smart::Custom(said.of.to_owned()),
        creator: Smart::Custom(Some(format!("liu-wizard {}", said.program))),
        timestamp: Some(Timestamp::new_utc(date)),
        standards: PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1]).unwrap_or_default(),
        tagged: true,
        ..PdfOptions::default()
    }
}
