//! Making a package: the parts, the manifest that lists them, and one ZIP file of both. Equal input gives equal bytes.

use std::collections::BTreeSet;

use super::manifest::{FORMAT, Manifest, Part, PartRole, VERSION};
use super::read::LIMITS;
use super::taken::{LeftOut, Setting, TakenResult};
use super::{
    Attachment, MakeError, Objection, PackageKind, application_of, attachment, documents, is_decided, objections, request_of,
    without_assessment,
};
use crate::bounds::PACKAGE_BYTES;
use crate::catalogue::{Catalogue, Procedure};
use crate::export::{
    self, ArchiveProblem, Data, Document, ExportInput, MANIFEST_NAME, Medium, NamedFile, Printed, Product, Report,
};
use crate::file::{self, byte_count};
use crate::judgement::{Judgement, judge};
use crate::record::{ContentDigest, Line, Prose, Record, RecordId, Role};
use crate::text::meant::without_courtesy;
use crate::text::{Lang, package as words};

/// The most characters of an agency's name that a file's name takes.
const LONGEST_AGENCY: usize = 24;

/// What package is to be made of a record.
#[derive(Clone, Copy, Debug)]
pub enum Wish<'a> {
    /// 依頼, of a provider's record.
    Request,
    /// 評価結果, of an agency's record.
    Result,
    /// 返送, of an agency's record that was begun from a request.
    Returned {
        /// Why the request is sent back.
        comment: &'a Prose<1000>,
    },
    /// 事前申請, of a provider's record with results of agencies.
    Application {
        /// The results.
        results: &'a [TakenResult],
        /// What was received and does not go in, which the cover says.
        left_out: &'a [LeftOut],
    },
}

impl Wish<'_> {
    /// The kind of package.
    pub const fn kind(&self) -> PackageKind {
        match self {
            Self::Request => PackageKind::Request,
            Self::Result => PackageKind::Result,
            Self::Returned { .. } => PackageKind::Returned,
            Self::Application { .. } => PackageKind::Application,
        }
    }

    /// The results that go in.
    const fn results(&self) -> &[TakenResult] {
        match self {
            Self::Request | Self::Result | Self::Returned { .. } => &[],
            Self::Application { results, .. } => results,
        }
    }
}

/// Makes a package.
///
/// # Errors
/// [`MakeError`] says what the record or the results lack for it.
pub fn make(record: &Record, wish: Wish<'_>, attachments: &[Attachment], setting: &Setting<'_>) -> Result<Vec<u8>, MakeError> {
    check(record, wish, setting.catalogue)?;
    check_decided(record, wish, setting)?;
    let reduced;
    let record = match wish {
        Wish::Request => {
            reduced = request_of(record);
            &reduced
        }
        Wish::Returned { .. } => {
            reduced = without_assessment(record);
            &reduced
        }
        Wish::Application { .. } => {
            reduced = application_of(record, setting.along.history);
            &reduced
        }
        Wish::Result => record,
    };
    attachment::check_attachments(
        attachments.iter().map(|attachment| (attachment.title.as_str(), byte_count(&attachment.bytes))),
    )?;
    let judgement = judge(record, setting.catalogue, setting.today);
    let mut input = input(record, &judgement, setting);
    // An application is kept for those who ask later what was gone by. It says so once: in the applicant's own record.
    input.along.annex = matches!(wish, Wish::Application { .. });
    let results = wish.results();
    let judged: Vec<Judgement> = results.iter().map(|result| result.judge(setting)).collect();
    let of_results: Vec<ExportInput<'_>> = results
        .iter()
        .zip(&judged)
        .map(|(result, judged)| self::input(&result.record, judged, &result.setting(setting)))
        .collect();
    let mut parts = Parts::default();
    parts.add_record(record, PartRole::Record, "", setting)?;
    match wish {
        Wish::Request => {
            parts.add_document(PartRole::Sheet, "", &input)?;
            // So that an agency without the program can answer, too.
            let workbook = Product::Data(Data::Workbook);
            let name = workbook.file_name(record, setting.lang);
            parts.add(&name, PartRole::Workbook, export::render(&workbook, &input)?, Some(record));
        }
        Wish::Result => {
            parts.add_document(PartRole::RecordDocument, "", &input)?;
            parts.add_document(PartRole::Explanation, "", &input)?;
        }
        Wish::Returned { .. } => {}
        Wish::Application { .. } => {
            parts.add_document(PartRole::RecordDocument, "", &input)?;
            for (number, (result, input)) in (1..).zip(results.iter().zip(&of_results)) {
                parts.add_result(result, &words::of_result(number, setting.lang), input, setting)?;
            }
        }
    }
    for attachment in attachments {
        parts.add(attachment.title.as_str(), PartRole::Attachment, attachment.bytes.clone(), None);
    }
    // It comes last, since it lists all the others.
    parts.add_letter(wish, &of_results, setting, &input)?;
    let comment = match wish {
        Wish::Returned { comment } => Some(comment.clone()),
        Wish::Request | Wish::Result | Wish::Application { .. } => None,
    };
    let manifest = Manifest {
        format: FORMAT.to_owned(),
        version: VERSION,
        kind: wish.kind(),
        record: record.id.clone(),
        content: record.content_digest(),
        state: record.approval.state,
        profile: record.profile.clone(),
        catalogue: record.catalogue.clone(),
        made_on: setting.today,
        answers: record.answers_request.clone(),
        comment,
        parts: parts.listed,
        seal: ContentDigest::of(b""),
    };
    pack(manifest, parts.files)
}

/// Refuses what the wish cannot be made of.
fn check(record: &Record, wish: Wish<'_>, catalogue: &Catalogue) -> Result<(), MakeError> {
    let kind = wish.kind();
    let role = match wish {
        Wish::Request | Wish::Application { .. } => Role::Csp,
        Wish::Result | Wish::Returned { .. } => Role::Agency,
    };
    if record.role != role {
        return Err(MakeError::Role { kind });
    }
    match wish {
        Wish::Request | Wish::Result => Ok(()),
        Wish::Returned { .. } if record.answers_request.is_none() => Err(MakeError::AnswersNoRequest),
        Wish::Returned { comment } if comment.is_blank() => Err(MakeError::NoComment),
        Wish::Returned { .. } => Ok(()),
        Wish::Application { .. } if catalogue.procedure(record) == Procedure::AtProcurement => Err(MakeError::NoApplication),
        Wish::Application { results: [], .. } => Err(MakeError::NoResults),
        Wish::Application { results, .. } => {
            if results.iter().any(|result| result.record.role != Role::Agency) {
                return Err(MakeError::Role { kind: PackageKind::Result });
            }
            let of_others = |result: &TakenResult| objections(&result.record, record).into_iter().find(Objection::is_refusal);
            if let Some(objection) = results.iter().find_map(of_others) {
                return Err(MakeError::NotOurs(objection));
            }
            let mut seen: BTreeSet<&RecordId> = BTreeSet::from([&record.id]);
            match results.iter().find(|result| !seen.insert(&result.record.id)) {
                Some(twice) => Err(MakeError::ResultTwice(twice.record.id.clone())),
                None => Ok(()),
            }
        }
    }
}

/// Refuses results on which nobody decided, unless they are wanted.
fn check_decided(record: &Record, wish: Wish<'_>, setting: &Setting<'_>) -> Result<(), MakeError> {
    let results: Vec<&Record> = match wish {
        Wish::Request | Wish::Returned { .. } => Vec::new(),
        Wish::Result => vec![record],
        Wish::Application { results, .. } => results.iter().map(|result| &result.record).collect(),
    };
    let undecided: Vec<Record> = results.into_iter().filter(|result| !is_decided(result)).cloned().collect();
    if undecided.is_empty() || setting.undecided {
        return Ok(());
    }
    Err(MakeError::Undecided { of: undecided, today: setting.today })
}

fn input<'a>(record: &'a Record, judgement: &'a Judgement, setting: &Setting<'a>) -> ExportInput<'a> {
    let Setting { catalogue, today, lang, .. } = *setting;
    ExportInput::new(record, catalogue, judgement, today, lang)
}

/// The parts that are made so far.
#[derive(Default)]
struct Parts {
    listed: Vec<Part>,
    files: Vec<NamedFile>,
    /// How many results were begun.
    results: usize,
}

impl Parts {
    /// Adds a part that is called `title`. In the package it has a name of ASCII characters, which every ZIP program and disk leaves
    /// as it is.
    fn add(&mut self, title: &str, role: PartRole, bytes: Vec<u8>, of: Option<&Record>) {
        let name = self.stored_name(title, role);
        self.listed.push(Part {
            name: name.clone(),
            role,
            size: byte_count(&bytes),
            sha256: ContentDigest::of(&bytes),
            of: of.map(|record| record.id.clone()),
            content: of.map(Record::content_digest),
            title: Some(Line::of_name(title)),
        });
        self.files.push((name, bytes));
    }

    /// `record.liu.json`, `result2_record.pdf`, `attachment01.pdf`.
    fn stored_name(&self, title: &str, role: PartRole) -> String {
        let result = if self.results > 0 { format!("result{}", self.results) } else { String::new() };
        let (stem, ending) = match role {
            PartRole::Attachment => {
                let count = self.listed.iter().filter(|part| part.role == PartRole::Attachment).count();
                (format!("attachment{:02}", count + 1), attachment::stored_ending(title))
            }
            PartRole::Record => ("record".to_owned(), "liu.json".to_owned()),
            PartRole::Result => (result, "liu.json".to_owned()),
            PartRole::RecordDocument | PartRole::Sheet | PartRole::Explanation if self.results > 0 => {
                (format!("{result}_{}", role.stem()), ending_of(title))
            }
            _ => (role.stem().to_owned(), ending_of(title)),
        };
        let first = format!("{stem}.{ending}");
        let others = (2..).map(|copy| format!("{stem}_{copy}.{ending}"));
        let mut names = std::iter::once(first.clone()).chain(others);
        names.find(|name| !self.listed.iter().any(|part| part.name == *name)).unwrap_or(first)
    }

    fn add_record(&mut self, record: &Record, role: PartRole, before: &str, setting: &Setting<'_>) -> Result<(), MakeError> {
        let name = format!("{before}{}", Product::Data(Data::Json).file_name(record, setting.lang));
        let json = file::to_json(&setting.along.of(record)).map_err(export::ExportError::from)?;
        self.results += usize::from(role == PartRole::Result);
        self.add(&name, role, json.into_bytes(), Some(record));
        Ok(())
    }

    fn add_document(&mut self, role: PartRole, before: &str, input: &ExportInput<'_>) -> Result<(), MakeError> {
        let document = role.document().unwrap_or(Document::Record);
        let (report, printed) = (documents::of_record(&document, input)?, Printed::InPackage(document.clone()));
        let name = format!("{before}{}", Product::Document(document, Medium::Pdf).file_name(input.record, input.lang));
        self.add(&name, role, export::write_report(report, Medium::Pdf, &printed, input)?, Some(input.record));
        Ok(())
    }

    /// Adds what is read first: letter, reason for sending back, or cover.
    fn add_letter(
        &mut self,
        wish: Wish<'_>,
        of_results: &[ExportInput<'_>],
        setting: &Setting<'_>,
        input: &ExportInput<'_>,
    ) -> Result<(), MakeError> {
        let (record, lang, both) = (input.record, setting.lang, &[Medium::Pdf, Medium::Markdown]);
        match wish {
            Wish::Request if record.request.letter.is_blank() => Ok(()),
            Wish::Request => {
                let letter = documents::letter(&self.listed, input);
                self.add_report(letter, both, words::file_letter(lang), (PartRole::Letter, Printed::Letter), input)
            }
            Wish::Result => Ok(()),
            Wish::Returned { comment } => {
                let request = record.answers_request.as_ref().ok_or(MakeError::AnswersNoRequest)?;
                let comment = documents::comment(request, comment.as_str(), &self.listed, input);
                self.add_report(comment, both, words::file_comment(lang), (PartRole::Comment, Printed::Reason), input)
            }
            Wish::Application { left_out, .. } => {
                let left_out: Vec<_> = left_out.iter().map(|left_out| documents::left_out_row(left_out, lang)).collect();
                let cover = documents::cover(of_results, &left_out, &self.listed, input);
                let judged_by = of_results.iter().map(|result| result.catalogue.pin()).collect();
                let printed = (PartRole::Cover, Printed::Cover { judged_by, left_out });
                self.add_report(cover, &[Medium::Pdf], words::file_cover(lang), printed, input)
            }
        }
    }

    fn add_report(
        &mut self,
        report: Report,
        media: &[Medium],
        name: &str,
        (role, printed): (PartRole, Printed),
        input: &ExportInput<'_>,
    ) -> Result<(), MakeError> {
        for medium in media {
            let bytes = export::write_report(report.clone(), *medium, &printed, input)?;
            self.add(&format!("{name}.{}", medium.name()), role, bytes, Some(input.record));
        }
        Ok(())
    }

    /// A result with its documents: as they came, or made anew if the record came alone.
    fn add_result(
        &mut self,
        result: &TakenResult,
        before: &str,
        input: &ExportInput<'_>,
        setting: &Setting<'_>,
    ) -> Result<(), MakeError> {
        let record = &result.record;
        self.add_record(record, PartRole::Result, before, setting)?;
        if result.documents.is_empty() {
            return self.add_document(PartRole::RecordDocument, before, input);
        }
        for (role, bytes) in &result.documents {
            let product = Product::Document(role.document().unwrap_or(Document::Record), Medium::Pdf);
            let name = format!("{before}{}", product.file_name(record, setting.lang));
            self.add(&name, *role, bytes.clone(), Some(record));
        }
        Ok(())
    }
}

/// How the name of a part that the program makes ends.
fn ending_of(title: &str) -> String {
    title.rsplit_once('.').map_or_else(|| "bin".to_owned(), |(_, ending)| ending.to_lowercase())
}

fn pack(manifest: Manifest, files: Vec<NamedFile>) -> Result<Vec<u8>, MakeError> {
    let manifest = (MANIFEST_NAME.to_owned(), manifest.write()?);
    let files = std::iter::once(&manifest).chain(&files).map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    let packed = export::pack(files).map_err(|error| MakeError::Packing { problem: error.to_string() })?;
    if byte_count(&packed) > PACKAGE_BYTES {
        return Err(MakeError::NotReadable(ArchiveProblem::AllTooLarge { most: PACKAGE_BYTES }));
    }
    // What nobody could open again is not handed out.
    export::unpack(&packed, LIMITS).map_err(MakeError::NotReadable)?;
    Ok(packed)
}

/// The name under which a package is first saved, with the agency from or to which it goes:
/// `LIU-3f6c1a90_ウェブ会議サービス甲_架空省_依頼.liu.zip`.
pub fn suggested_name(kind_of: PackageKind, record: &Record, lang: Lang) -> String {
    let kind = match kind_of {
        PackageKind::Request => words::name_request(lang),
        PackageKind::Result => words::name_result(lang),
        PackageKind::Returned => words::name_returned(lang),
        PackageKind::Application => words::name_application(lang),
    };
    let agency = match kind_of {
        PackageKind::Request => export::safe_name_part(without_courtesy(record.request.addressee.as_str().trim())),
        PackageKind::Result | PackageKind::Returned => export::safe_name_part(record.agency.name.as_str()),
        PackageKind::Application => String::new(),
    };
    let agency: String = agency.chars().take(LONGEST_AGENCY).collect();
    let between = if agency.is_empty() { "" } else { "_" };
    format!("{}{between}{agency}_{kind}.liu.zip", export::file_stem(record))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::ProfileId;

    fn packed(files: Vec<NamedFile>) -> Result<Vec<u8>, MakeError> {
        let catalogue = Catalogue::shipped().unwrap();
        let (id, profile) =
            (RecordId::new("c0ffee00-0000-4000-8000-000000000001").unwrap(), ProfileId::new("pre_application").unwrap());
        let record = Record::new(id, Role::Csp, crate::record::Date::new(2026, 11, 23).unwrap(), profile, catalogue.pin());
        let manifest = Manifest {
            format: FORMAT.to_owned(),
            version: VERSION,
            kind: PackageKind::Request,
            record: record.id.clone(),
            content: record.content_digest(),
            state: record.approval.state,
            profile: record.profile.clone(),
            catalogue: record.catalogue.clone(),
            made_on: record.created,
            answers: None,
            comment: None,
            parts: Vec::new(),
            seal: ContentDigest::of(b""),
        };
        pack(manifest, files)
    }

    #[test]
    fn a_package_that_could_not_be_opened_again_is_not_made() {
        let files = |count: usize, size: usize| (0..count).map(|number| (format!("f{number}"), vec![0; size])).collect();
        assert!(packed(files(199, 1)).is_ok());
        assert!(matches!(packed(files(200, 1)), Err(MakeError::NotReadable(ArchiveProblem::TooManyFiles { .. }))));
        // Zeros pack to nothing, and a small ZIP file may not hold much.
        let refused = packed(files(6, 15 << 20)).unwrap_err();
        assert!(matches!(refused, MakeError::NotReadable(ArchiveProblem::AllTooLarge { .. })), "{refused:?}");
        for lang in [Lang::Ja, Lang::En] {
            let message = refused.message(lang);
            assert!(message.what.contains("MiB") && !message.action.is_empty(), "{message}");
        }
    }
}
