//! The printed form: pages written as PDF/A-3a and PDF/UA-1, packed, with the record attached, and how they were printed.

use typst::foundations::{Datetime, Smart};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::pages::{self, Attached, failed, forget, midnight, sentence};
use super::pdf_packed::packed;
use super::report::Report;
use super::{ExportError, ExportInput};

/// Sets a report and attaches what is attached. `program` is the version of the program that the PDF is said to be made by.
pub(super) fn write(report: Report, input: &ExportInput<'_>, attached: Attached, program: &str) -> Result<Vec<u8>, ExportError> {
    let pages = pages::set(report, input, attached)?;
    let made = typst_pdf::pdf(pages.document(), &options(input, midnight(input)?, program));
    // The next export is of another record: nothing of this one is of use to it.
    forget(0);
    made.map(packed).map_err(|problems| failed(sentence(&problems)))
}

fn options(input: &ExportInput<'_>, date: Datetime, program: &str) -> PdfOptions {
    PdfOptions {
        ident: Smart::Custom(input.record.id.to_string()),
        creator: Smart::Custom(Some(format!("liu-wizard {program}"))),
        timestamp: Some(Timestamp::new_utc(date)),
        standards: PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1]).unwrap_or_default(),
        tagged: true,
        ..PdfOptions::default()
    }
}
