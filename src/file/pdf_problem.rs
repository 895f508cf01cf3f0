//! Why no record can be taken from a PDF.

use crate::text::Lang;

/// Why no record can be taken from a PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PdfProblem {
    /// No record is attached to it.
    NoRecord,
    /// Records that differ are attached to it, so many.
    Several(usize),
    /// It is protected by a password.
    Protected,
    /// It cannot be read as a PDF.
    Unreadable {
        /// What the reader said.
        said: String,
    },
}

impl PdfProblem {
    /// What is wrong, and what to do.
    pub(super) fn words(&self, lang: Lang) -> (String, &'static str) {
        match self {
            Self::NoRecord => (
                lang.pick("このPDFには評価記録が添付されていません。", "No assessment record is attached to this PDF.").to_owned(),
                lang.pick(
                    "liu-wizard が書き出したままのPDFを選ぶか、渡した人に .liu.ron か .liu.json を頼んでください。印刷し直したPDFでは添付が失われます。",
                    "Choose a PDF as liu-wizard exported it, or ask for the .liu.ron or .liu.json. A PDF that was printed again has lost its attachment.",
                ),
            ),
            Self::Several(count) => (
                match lang {
                    Lang::Ja => format!("このPDFには、内容の違う評価記録が{count}件添付されています。"),
                    Lang::En => format!("{count} different assessment records are attached to this PDF."),
                },
                lang.pick(
                    "どれを使うかを渡した人に確かめ、その .liu.ron か .liu.json を受け取ってください。",
                    "Ask whoever handed it over which one is meant, and for its .liu.ron or .liu.json.",
                ),
            ),
            Self::Protected => (
                lang.pick("このPDFはパスワードで保護されています。", "This PDF is protected by a password.").to_owned(),
                lang.pick(
                    "保護のないPDFか、.liu.ron か .liu.json を受け取ってください。",
                    "Ask for the PDF without protection, or for the .liu.ron or .liu.json.",
                ),
            ),
            Self::Unreadable { said } => (
                match lang {
                    Lang::Ja => format!("PDFとして読めません：{said}"),
                    Lang::En => format!("This cannot be read as a PDF: {said}"),
                },
                lang.pick(
                    "途中で壊れたおそれがあります。渡した人に、もう一度送ってもらってください。",
                    "It may have been damaged on its way. Ask whoever handed it over to send it again.",
                ),
            ),
        }
    }
}
