//! Why a record could not be opened or saved: what is wrong, where, what was expected, what to do.

use std::path::PathBuf;

use thiserror::Error;

use super::names::{at_name, at_path};
use super::problem::{Place, Problem, Refused};
use super::words::problem_in_words;
use super::{Foreign, PdfProblem, StorageError, VERSION};
use crate::text::{Lang, Message};

/// Why a file could not be opened or saved. The file on disk is as it was.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FileError {
    /// Reading or writing failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// Larger than any record.
    #[error("{name}: more than 16 MiB")]
    TooLarge {
        /// The file.
        name: String,
    },
    /// Not a record at all.
    #[error("{name}: not a record but {}", .what.name(Lang::En))]
    Foreign {
        /// The file.
        name: String,
        /// What it is.
        what: Foreign,
    },
    /// A PDF from which no record can be taken.
    #[error("{name}: {}", .problem.words(Lang::En).0)]
    Pdf {
        /// The file.
        name: String,
        /// Why.
        problem: PdfProblem,
    },
    /// A record of a version that this program does not know.
    #[error("{name}: format version {found}, this program reads 1 to {VERSION}")]
    OtherVersion {
        /// The file.
        name: String,
        /// The version it says.
        found: u32,
    },
    /// A record in which something does not fit.
    #[error("{name}: line {}, column {}: {problem:?}", .place.line, .place.column)]
    Unfit {
        /// The file.
        name: String,
        /// Where.
        place: Place,
        /// What does not fit.
        problem: Problem,
    },
    /// Two items, two replies or two comments with one id.
    #[error("{name}: id {id} stands twice")]
    RepeatedId {
        /// The file.
        name: String,
        /// The id.
        id: String,
    },
    /// The record could not be put into words, or not be read back from them.
    #[error("the record could not be written: {said}")]
    NotWritable {
        /// What the writer or the reader said.
        said: String,
    },
    /// A file of this name is there already, and was not to be replaced.
    #[error("{}: exists already", .path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// The file is no longer the one that was opened.
    #[error("{}: changed by something else since it was opened", .path.display())]
    ChangedOutside {
        /// The file.
        path: PathBuf,
    },
    /// The file that was opened is no longer there.
    #[error("{}: no longer there", .path.display())]
    Vanished {
        /// The file.
        path: PathBuf,
    },
    /// What was written is not what can be read now.
    #[error("{}: reads back differently from what was written", .path.display())]
    ReadsBackDifferently {
        /// The file.
        path: PathBuf,
    },
    /// The new content can be read, but the disk did not confirm that it is safe.
    #[error("{}: written, but not confirmed by the disk: {error}", .path.display())]
    NotConfirmed {
        /// The file.
        path: PathBuf,
        /// What the disk said.
        error: StorageError,
    },
    /// The previous version could not be kept, so that nothing was written.
    #[error("{}: the previous version could not be kept: {error}", .path.display())]
    PreviousNotKept {
        /// The file that was to be replaced.
        path: PathBuf,
        /// What the disk said.
        error: StorageError,
    },
    /// Somebody has the record open.
    #[error("{}: open by {by} since {since}", .path.display())]
    Locked {
        /// The file.
        path: PathBuf,
        /// Who, as far as the lock says.
        by: String,
        /// Since when, as ISO date and time in Japan.
        since: String,
    },
}

impl FileError {
    /// What the user is told.
    pub fn message(&self, lang: Lang) -> Message {
        match self {
            Self::Storage(error) => error.message(lang),
            Self::TooLarge { name } => message(
                lang,
                ("ファイルが大きすぎます。", "The file is too large."),
                at_name(name, lang),
                (
                    "評価記録は 16 MiB までです。ふつうは 1 MiB を超えません。",
                    "A record has at most 16 MiB, and usually less than 1 MiB.",
                ),
                (
                    "別のファイルを選んでください。このファイルは読み込んでいません。",
                    "Choose another file. This one was not read.",
                ),
            ),
            Self::Foreign { name, what } => Message {
                what: match lang {
                    // A space parts Latin letters from kana, as everywhere in Japanese here.
                    Lang::Ja => format!(
                        "評価記録ではありません。{}{}です。",
                        what.name(lang),
                        if what.name(lang).ends_with(|end: char| end.is_ascii_alphanumeric()) { " " } else { "" }
                    ),
                    Lang::En => format!("This is not an assessment record but {}.", what.name(lang)),
                },
                place: at_name(name, lang),
                expected: expected_record(lang),
                action: what.advice(lang).to_owned(),
            },
            Self::Pdf { name, problem } => {
                let (what, action) = problem.words(lang);
                let expected = lang.pick("評価記録を一つ添付したPDF", "A PDF with one assessment record attached").to_owned();
                Message { what, place: at_name(name, lang), expected, action: action.to_owned() }
            }
            Self::OtherVersion { name, found } => other_version(name, *found, lang),
            Self::Unfit { name, place, problem } => unfit(name, place, problem, lang),
            Self::RepeatedId { name, id } => message(
                lang,
                (&format!("識別子 {id} が二度使われています。"), &format!("The id {id} is used twice.")),
                at_name(name, lang),
                ("識別子は一つの記録の中で一度だけ使えます。", "Each id stands once in a record."),
                (EDITED_JA, EDITED_EN),
            ),
            Self::NotWritable { said } => message(
                lang,
                (
                    "記録を書き表せませんでした。プログラムの誤りです。",
                    "The record could not be put into words. This is a fault of the program.",
                ),
                said.clone(),
                ("", ""),
                (
                    "保存はしていません。「出力」で PDF か Markdown を書き出して内容を残し、開発元に知らせてください。",
                    "Nothing was saved. Export a PDF or Markdown to keep the content, and report this.",
                ),
            ),
            Self::Exists { path } => message(
                lang,
                ("同じ名前のファイルがすでにあります。", "A file of this name exists already."),
                at_path(path, lang),
                ("", ""),
                ("別の名前を付けるか、上書きすることを選んでください。", "Choose another name, or choose to replace it."),
            ),
            Self::ChangedOutside { path } => message(
                lang,
                (
                    "開いた後に、ほかの人かほかのプログラムがこのファイルを書き換えています。",
                    "Somebody or something changed this file after you opened it.",
                ),
                at_path(path, lang),
                ("開いたときと同じ内容のファイル。", "The file as it was when it was opened."),
                (
                    "保存はしていません。「別名で保存」で自分の版を残し、二つを見比べてください。",
                    "Nothing was saved. Save yours under another name and compare the two.",
                ),
            ),
            Self::Vanished { path } => message(
                lang,
                (
                    "開いたファイルがなくなっています。移動・削除・名前の変更があったか、共有フォルダーへの接続が切れています。",
                    "The file that was opened is gone: moved, deleted, renamed, or the share is not connected.",
                ),
                at_path(path, lang),
                ("", ""),
                (
                    "内容はこの画面に残っています。「別名で保存」で保存してください。",
                    "The content is still here. Save it under another name.",
                ),
            ),
            Self::ReadsBackDifferently { path } => message(
                lang,
                ("書き込んだ内容と、読み直した内容が違います。", "What was written reads back differently."),
                at_path(path, lang),
                ("", ""),
                (
                    "ディスクか接続に障害のおそれがあります。別の場所に「別名で保存」してください。前の版は残っています。",
                    "The disk or the connection may be faulty. Save to another place. The previous version is kept.",
                ),
            ),
            Self::NotConfirmed { path, error } => message(
                lang,
                (
                    "書き込みましたが、ディスクに確定したことを確かめられません。",
                    "It was written, but the disk did not confirm that it is safe.",
                ),
                format!("{} ({error})", at_path(path, lang)),
                ("", ""),
                (
                    "もう一度保存してください。繰り返すときは別の場所に「別名で保存」してください。",
                    "Save again. If this comes back, save to another place.",
                ),
            ),
            Self::PreviousNotKept { path, error } => message(
                lang,
                (
                    "前の版の控えを取れないため、上書きしませんでした。",
                    "The previous version could not be kept, so nothing was replaced.",
                ),
                format!("{} ({error})", at_path(path, lang)),
                ("", ""),
                (
                    "「別名で保存」では控えが要らないので保存できます。空き容量も確かめてください。",
                    "Saving under another name needs no such copy. Check the free space, too.",
                ),
            ),
            Self::Locked { path, by, since } => message(
                lang,
                (
                    &format!("この記録は {by} が開いています（{since} から）。"),
                    &format!("This record is open: {by}, since {since}."),
                ),
                at_path(path, lang),
                ("", ""),
                ("閉じてもらうか、読み取り専用で開いてください。", "Ask for it to be closed, or open it read-only."),
            ),
        }
    }
}

const EDITED_JA: &str =
    "テキストエディターで書き換えたときは、その箇所を直すか、書き換える前のファイルを開いてください。ファイルは元のままです。";
const EDITED_EN: &str =
    "If it was edited by hand, correct that place or open the file as it was before. The file was left as it is.";
const COPY_JA: &str = "コピーや転送が途中で終わったおそれがあります。元のファイルをもう一度受け取るか、保存のたびに取ってある前の版（プログラムのデータフォルダーの versions）を開いてください。ファイルは元のままです。";
const COPY_EN: &str = "A copy or transfer may have stopped half-way. Get the original again, or open a previous version, kept at every save under versions in the program's data folder. The file was left as it is.";

fn message(lang: Lang, what: (&str, &str), place: String, expected: (&str, &str), action: (&str, &str)) -> Message {
    Message {
        what: lang.pick(what.0, what.1).to_owned(),
        place,
        expected: lang.pick(expected.0, expected.1).to_owned(),
        action: lang.pick(action.0, action.1).to_owned(),
    }
}

fn expected_record(lang: Lang) -> String {
    lang.pick("liu-wizard の評価記録（.liu.ron か .liu.json）。", "An assessment record of liu-wizard (.liu.ron or .liu.json).")
        .to_owned()
}

fn other_version(name: &str, found: u32, lang: Lang) -> Message {
    if found > VERSION {
        message(
            lang,
            (
                &format!("より新しい liu-wizard で作られた記録です（形式の第{found}版）。"),
                &format!("This record was made by a newer liu-wizard (format version {found})."),
            ),
            at_name(name, lang),
            (
                &format!("このプログラムが読めるのは第{VERSION}版までです。"),
                &format!("This program reads up to version {VERSION}."),
            ),
            (
                "新しい liu-wizard で開いてください。読み違えを防ぐため、一部だけを開くことはしません。ファイルは元のままです。",
                "Open it with the newer liu-wizard. Nothing is read in part, so that nothing is misread. The file was left as it is.",
            ),
        )
    } else {
        message(
            lang,
            (&format!("形式の第{found}版というものはありません。"), &format!("There is no format version {found}.")),
            at_name(name, lang),
            (&format!("第1版から第{VERSION}版まで。"), &format!("Versions 1 to {VERSION}.")),
            (EDITED_JA, EDITED_EN),
        )
    }
}

fn unfit(name: &str, place: &Place, problem: &Problem, lang: Lang) -> Message {
    let (what, expected) = problem_in_words(problem, lang);
    let Place { line, column, excerpt } = place;
    let mut at = match lang {
        Lang::Ja => format!("ファイル: {name} の {line} 行 {column} 文字目"),
        Lang::En => format!("File: {name}, line {line}, column {column}"),
    };
    if !excerpt.is_empty() {
        at.push_str(&match lang {
            Lang::Ja => format!("「{excerpt}」"),
            Lang::En => format!(": {excerpt}"),
        });
    }
    let action = match problem {
        Problem::Refused(Refused::TooMany(list)) => crate::text::too_many(*list, lang).action,
        Problem::CutOff | Problem::NotUtf8 => lang.pick(COPY_JA, COPY_EN).to_owned(),
        _ => lang.pick(EDITED_JA, EDITED_EN).to_owned(),
    };
    Message { what, place: at, expected, action }
}
