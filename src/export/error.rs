//! Why an export was not made.

use thiserror::Error;

use super::{ArchiveProblem, MANIFEST_NAME, ManifestProblem, SetProblem};
use crate::file::{FileError, StorageError};
use crate::record::ApprovalState;
use crate::text::{Label as _, Lang, Message};

/// Why an export was not made, written or read.
#[derive(Debug, Error)]
pub enum ExportError {
    /// A final copy was asked for of a record on which nothing was decided, or that has findings of severity error.
    #[error("no final copy: the record is {state:?} and has {errors} findings of severity error")]
    NotFinal {
        /// The state of the approval; nothing for a provider's record, on which nobody decides.
        state: Option<ApprovalState>,
        /// How many findings are errors.
        errors: usize,
    },
    /// The approved content was asked for of a record that was never approved, or whose approved content is not known.
    #[error("no approved content: the record is {state:?}, or the content of then is not known")]
    NoApprovedContent {
        /// The state of the approval.
        state: ApprovalState,
    },
    /// A document was asked for about an item that the record does not have.
    #[error("there is no information item `{item}`")]
    NoSuchItem {
        /// What was asked for.
        item: String,
    },
    /// The record cannot be said in OSCAL without saying more than it holds.
    #[error("no OSCAL of this record: {problem}")]
    NotOscal {
        /// What is missing, in words.
        problem: String,
    },
    /// The pages could not be set: the program is at fault.
    #[error("the pages could not be set: {problem}")]
    Layout {
        /// What the typesetter said.
        problem: String,
    },
    /// The record could not be written as a file.
    #[error(transparent)]
    File(#[from] FileError),
    /// A file could not be put where it should go.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// The set could not be packed: the program is at fault.
    #[error("the set could not be packed: {problem}")]
    Packing {
        /// What the packer said.
        problem: String,
    },
    /// The ZIP file cannot be read, or holds what no set holds.
    #[error("this is no set that can be read: {}", .0.words(Lang::En))]
    Unpacking(ArchiveProblem),
    /// There is no manifest among the files.
    #[error("there is no manifest.json among the files")]
    NoManifest,
    /// The manifest cannot be read.
    #[error("manifest.json: {problem}")]
    Manifest {
        /// What is wrong with it.
        problem: String,
    },
    /// The manifest is of a later version of the program.
    #[error("manifest.json has version {version}, this program knows versions up to {known}")]
    ManifestNewer {
        /// Its version.
        version: u32,
        /// The latest version that is known.
        known: u32,
    },
}

impl From<ManifestProblem> for ExportError {
    fn from(problem: ManifestProblem) -> Self {
        match problem {
            ManifestProblem::Missing => Self::NoManifest,
            ManifestProblem::Unreadable(problem) => Self::Manifest { problem },
            ManifestProblem::OtherFormat(found) => Self::Manifest { problem: format!("format {found:?}") },
            ManifestProblem::Newer { version, known } => Self::ManifestNewer { version, known },
        }
    }
}

impl ExportError {
    /// What went wrong, and what to do.
    pub fn message(&self, lang: Lang) -> Message {
        let message = |what: String, expected: &str, action: &str| Message {
            what,
            expected: expected.to_owned(),
            action: action.to_owned(),
            ..Message::default()
        };
        match self {
            Self::NotFinal { state: Some(state), errors } => message(
                match lang {
                    Lang::Ja => {
                        format!("確定の写しは作れません。状態は「{}」、エラーの指摘は{errors}件です。", state.label(lang))
                    }
                    Lang::En => {
                        format!("No final copy: the state is “{}”, findings of severity error: {errors}.", state.label(lang))
                    }
                },
                lang.pick(
                    "承認され、エラーの指摘がない記録。または、否認・差戻し・失効が記録され、その後に変更のない記録",
                    "A record that is approved and has no finding of severity error, or that was rejected, returned or revoked and not changed since",
                ),
                lang.pick(
                    "「確認」の指摘をなくして承認を記録するか、作成中の写しを書き出してください。",
                    "Settle the findings under Review and record the approval, or export a draft.",
                ),
            ),
            Self::NotFinal { state: None, errors } => message(
                match lang {
                    Lang::Ja => format!("確定の写しは作れません。エラーの指摘が{errors}件あります。"),
                    Lang::En => format!("No final copy: findings of severity error: {errors}."),
                },
                lang.pick(
                    "記入部分と確認表に足りないところのない、事業者の記録",
                    "A provider's record whose part and check-list lack nothing",
                ),
                lang.pick(
                    "「確認」の指摘をなくすか、作成中の写しを書き出してください。",
                    "Settle the findings under Review, or export a draft.",
                ),
            ),
            Self::NoApprovedContent { state: state @ (ApprovalState::Approved | ApprovalState::Lapsed) } => message(
                match lang {
                    Lang::Ja => format!("状態は「{}」ですが、承認したときの内容が分かりません。", state.label(lang)),
                    Lang::En => format!("The state is “{}”, but the content that was approved is not known.", state.label(lang)),
                },
                lang.pick(
                    "承認した内容の控えがあり、要約値に合う記録",
                    "A record that keeps a copy of the approved content, with its digest",
                ),
                lang.pick("承認したときのファイルを探してください。", "Look for the file as it was when it was approved."),
            ),
            Self::NoApprovedContent { state } => message(
                match lang {
                    Lang::Ja => format!("承認した内容がありません。状態は「{}」です。", state.label(lang)),
                    Lang::En => format!("There is no approved content: the state is “{}”.", state.label(lang)),
                },
                lang.pick("承認された記録", "A record that was approved"),
                lang.pick(
                    "--approved を付けずに、いまの内容を書き出してください。",
                    "Leave out --approved to export the content as it is now.",
                ),
            ),
            Self::NoSuchItem { item } => message(
                match lang {
                    Lang::Ja => format!("「{item}」という情報はこの記録にありません。"),
                    Lang::En => format!("The record has no information item “{item}”."),
                },
                lang.pick("取り扱う情報の番号（1から）かID", "The number (from 1) or the id of an information item"),
                lang.pick("「取り扱う情報」で番号を確かめてください。", "Look the number up under “Information handled”."),
            ),
            Self::NotOscal { problem } => message(
                match lang {
                    Lang::Ja => format!("OSCALでは書き出せません：{problem}"),
                    Lang::En => format!("No OSCAL can be made: {problem}"),
                },
                lang.pick(
                    "取り扱う情報があり、政府機関等が評価した記録（確定の写しでは、すべて評価・決定されたもの）",
                    "A record with information items that an agency assessed; for a final copy, all of them and decided",
                ),
                lang.pick(
                    "「確認」の指摘をなくすか、作成中の写しか、ほかの形式で書き出してください。",
                    "Settle the findings under Review, or export a draft, or choose another format.",
                ),
            ),
            Self::Layout { problem } => message(
                match lang {
                    Lang::Ja => format!("紙面を組めませんでした（プログラムの不具合です）：{problem}"),
                    Lang::En => format!("The pages could not be set, which is a fault of this program: {problem}"),
                },
                "",
                lang.pick(
                    "記録は無事です。MarkdownかJSONで書き出し、この文を開発元に伝えてください。",
                    "The record is safe. Export Markdown or JSON, and report this sentence.",
                ),
            ),
            Self::File(error) => error.message(lang),
            Self::Storage(error) => error.message(lang),
            Self::Packing { problem } => message(
                match lang {
                    Lang::Ja => format!("一式をまとめられませんでした：{problem}"),
                    Lang::En => format!("The set could not be packed: {problem}"),
                },
                "",
                lang.pick("フォルダーに書き出してください。", "Export to a folder instead."),
            ),
            Self::Unpacking(problem) => {
                message(
                    match lang {
                        Lang::Ja => format!("一式として読めません：{}", problem.words(lang)),
                        Lang::En => format!("This cannot be read as a set: {}", problem.words(lang)),
                    },
                    lang.pick(
                        "このプログラムが書き出したZIP（PDF・JSON・RONとmanifest.json）",
                        "A ZIP file this program exported (PDF, JSON and RON with manifest.json)",
                    ),
                    problem.action(lang).unwrap_or(lang.pick(
                        "渡した方に、もう一度書き出してもらってください。",
                        "Ask whoever handed it over to export it again.",
                    )),
                )
            }
            Self::NoManifest => message(
                lang.pick("manifest.json がありません。", "There is no manifest.json.").to_owned(),
                lang.pick(
                    "このプログラムが書き出した記録一式のフォルダーかZIP",
                    "The folder or ZIP file of a set that this program exported",
                ),
                lang.pick("一式のフォルダーかZIPを選んでください。", "Choose the folder or ZIP file of a set."),
            ),
            Self::Manifest { problem } => message(
                match lang {
                    Lang::Ja => format!("manifest.json を読めません：{problem}"),
                    Lang::En => format!("manifest.json cannot be read: {problem}"),
                },
                lang.pick("このプログラムが書き出したままの manifest.json", "manifest.json as this program exported it"),
                lang.pick("渡した方に、もう一度書き出してもらってください。", "Ask whoever handed it over to export it again."),
            ),
            Self::ManifestNewer { version, known } => message(
                match lang {
                    Lang::Ja => {
                        format!("manifest.json の版は{version}で、このプログラムが知る版（{known}まで）より新しいものです。")
                    }
                    Lang::En => format!("manifest.json has version {version}; this program knows versions up to {known}."),
                },
                "",
                lang.pick("新しい版のプログラムで確かめてください。", "Verify it with a newer version of the program."),
            ),
        }
    }
}

impl SetProblem {
    /// The file that it is about.
    pub fn file(&self) -> &str {
        match self {
            Self::Missing(name)
            | Self::Changed(name)
            | Self::NotListed(name)
            | Self::Unreadable(name)
            | Self::AnotherRecord(name) => name,
            Self::ManifestChanged => MANIFEST_NAME,
        }
    }

    /// What does not fit, and what to do.
    pub fn message(&self, lang: Lang) -> Message {
        let name = self.file();
        let (ja, en) = match self {
            Self::Missing(_) => ("一覧にあるファイルがありません", "a file that the manifest lists is missing"),
            Self::Changed(_) => ("書き出したあとで内容が変わっています", "its content was changed since the export"),
            Self::NotListed(_) => ("一覧にないファイルです", "the manifest does not list this file"),
            Self::Unreadable(_) => ("記録として読めません", "it cannot be read as a record"),
            Self::AnotherRecord(_) => {
                ("一覧が示す記録と、番号か内容が違います", "it is another record, or another content, than the manifest says")
            }
            Self::ManifestChanged => (
                "一覧（manifest.json）が書き出したあとで書き換えられています",
                "the list of the set (manifest.json) was changed since the export",
            ),
        };
        Message {
            what: lang.pick(ja, en).to_owned(),
            place: name.to_owned(),
            expected: lang.pick("書き出したときのままの一式", "The set as it was exported").to_owned(),
            action: lang
                .pick("渡した方に、もう一度書き出してもらってください。", "Ask whoever handed it over to export it again.")
                .to_owned(),
        }
    }
}
