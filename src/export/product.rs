//! What can be made of a record: documents that people read, data that programs read, and the set that holds them together.

use serde::{Deserialize, Serialize};

use crate::catalogue::Procedure;
use crate::record::{ItemId, Record, Role};
use crate::text::{Lang, partner, procedure as by_procedure, report as words};

/// A document that people read.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Document {
    /// 事前申請記録 or 調達時確認記録, after the procedure: everything.
    Record,
    /// 影響度評価シート: the provider's part and the agency's part, apart from each other.
    Sheet,
    /// 評価結果の説明: for the approver, on two pages.
    Explanation,
    /// One information item, on one page.
    Item(ItemId),
    /// 機関へのご案内: what a provider offers and asks for, for an agency that knows nothing of it.
    Partner,
}

impl Document {
    /// The documents that every record has.
    pub const WHOLE: [Self; 3] = [Self::Record, Self::Sheet, Self::Explanation];

    /// The documents of the whole of a record of this role, in the order in which they are offered.
    pub fn of_role(role: Role) -> Vec<Self> {
        let own = (role == Role::Csp).then_some(Self::Partner);
        Self::WHOLE.into_iter().chain(own).collect()
    }

    /// The name on the command line.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Partner => "partner",
            Self::Record => "record",
            Self::Sheet => "sheet",
            Self::Explanation => "explanation",
            Self::Item(_) => "item",
        }
    }

    /// What the document is called in a procedure.
    pub const fn label(&self, procedure: Procedure, lang: Lang) -> &'static str {
        match self {
            Self::Partner => partner::document(lang),
            Self::Record => by_procedure::document_record(procedure, lang),
            Self::Sheet => words::document_sheet(lang),
            Self::Explanation => words::document_explanation(lang),
            Self::Item(_) => words::document_item(lang),
        }
    }
}

/// What a document is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Medium {
    /// PDF/A-3a and PDF/UA-1, with the record attached: it opens again.
    Pdf,
    /// A Word document, to be edited further.
    Docx,
    /// Markdown.
    Markdown,
}

impl Medium {
    /// All media.
    pub const ALL: [Self; 3] = [Self::Pdf, Self::Docx, Self::Markdown];

    /// The name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Markdown => "md",
        }
    }

    const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => ".pdf",
            Self::Docx => ".docx",
            Self::Markdown => ".md",
        }
    }
}

/// The record as data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Data {
    /// 影響度評価シート as an Excel workbook that a person fills in, and that can be taken in again.
    Workbook,
    /// The record as `*.liu.json`: it opens again.
    Json,
    /// An OSCAL system security plan.
    Oscal,
    /// The information items, a line each.
    ItemsCsv,
    /// The findings, a line each.
    FindingsCsv,
    /// The record as `*.liu.ron`: it opens again.
    Ron,
}

impl Data {
    /// All forms of data.
    pub const ALL: [Self; 6] = [Self::Workbook, Self::Json, Self::Oscal, Self::ItemsCsv, Self::FindingsCsv, Self::Ron];

    /// The name on the command line; both CSV files go by one.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Workbook => "xlsx",
            Self::Json => "json",
            Self::Oscal => "oscal",
            Self::ItemsCsv | Self::FindingsCsv => "csv",
            Self::Ron => "ron",
        }
    }

    const fn extension(self) -> &'static str {
        match self {
            Self::Workbook => ".xlsx",
            Self::Json => ".liu.json",
            Self::Oscal => ".oscal-ssp.json",
            Self::ItemsCsv | Self::FindingsCsv => ".csv",
            Self::Ron => ".liu.ron",
        }
    }
}

/// One thing that can be made of a record.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Product {
    /// A document.
    Document(Document, Medium),
    /// Data.
    Data(Data),
    /// The set of a record, with these documents of the whole record: a folder, or one ZIP file.
    Set(Packing, Vec<Document>),
}

/// How the files of a set are kept together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Packing {
    /// As files in a folder of their own.
    Folder,
    /// As one ZIP file.
    Zip,
}

impl Product {
    /// The whole record as PDF.
    pub const RECORD_PDF: Self = Self::Document(Document::Record, Medium::Pdf);
    /// The whole record as Markdown.
    pub const RECORD_MARKDOWN: Self = Self::Document(Document::Record, Medium::Markdown);

    /// The pre-application set with everything that people read of the whole record.
    pub fn set(packing: Packing) -> Self {
        Self::Set(packing, Document::WHOLE.to_vec())
    }

    /// Every single file that can be made of any record: each document in each medium, and all data.
    pub fn files() -> Vec<Self> {
        let documents = Document::WHOLE.into_iter();
        let documents = documents.flat_map(|document| Medium::ALL.map(|medium| Self::Document(document.clone(), medium)));
        documents.chain(Data::ALL.map(Self::Data)).collect()
    }

    /// The name of the file, or of the folder that holds the files: `LIU-3f6c1a90_ウェブ会議サービス甲_影響度評価シート.pdf`.
    pub fn file_name(&self, record: &Record, lang: Lang) -> String {
        let stem = super::file_name::stem(record);
        let (suffix, extension) = match self {
            Self::Document(document, medium) => (document_suffix(document, record, lang), medium.extension()),
            Self::Data(data) => {
                let suffix = match data {
                    Data::Workbook => words::document_sheet(lang),
                    Data::ItemsCsv => words::information(lang),
                    Data::FindingsCsv => words::findings(lang),
                    Data::Json | Data::Oscal | Data::Ron => "",
                };
                (suffix.to_owned(), data.extension())
            }
            Self::Set(Packing::Folder, _) => (set_suffix(record, lang), ""),
            Self::Set(Packing::Zip, _) => (set_suffix(record, lang), ".zip"),
        };
        let suffix = super::file_name::safe(&suffix);
        if suffix.is_empty() { format!("{stem}{extension}") } else { format!("{stem}_{suffix}{extension}") }
    }
}

/// A profile of the user's own is not known by its id alone. The set of such a record has the name that says of no procedure.
fn set_suffix(record: &Record, lang: Lang) -> String {
    by_procedure::set_in_name(Procedure::named(&record.profile), lang).to_owned()
}

fn document_suffix(document: &Document, record: &Record, lang: Lang) -> String {
    match document {
        // Beside the Japanese one, in one folder.
        Document::Record if lang == Lang::Ja => String::new(),
        Document::Record => lang.code().to_owned(),
        Document::Partner => partner::document(lang).to_owned(),
        Document::Sheet => words::document_sheet(lang).to_owned(),
        Document::Explanation => words::document_explanation(lang).to_owned(),
        Document::Item(id) => {
            let number = record.items.iter().position(|item| item.id == *id).map_or(0, |index| index + 1);
            format!("{}{number}", words::information(lang))
        }
    }
}
