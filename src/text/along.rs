//! Sentences about what goes along beside the content: comments and history.

use super::Lang;

sentences! {
    export_lead = "選ばなければ、どの形式にも入りません。コメントは文書にも印刷されます。",
        "Unless chosen, none of it is in any format. Comments are printed in the documents, too.";
    annex = "記録の文書に付録（基準と用語、質問の根拠、出典）を付ける",
        "Add the annex to the record as a document (criteria, terms, bases of the questions, sources)";
    package_lead = "コメントは相手に渡り、文書には印刷されません。",
        "Comments go to the other party; the documents do not print them.";
    history_warning = "履歴には、書き直す前の記載や消した記載もすべて入り、受け取った人が読めます。",
        "The history holds every earlier wording, also what was taken out, and whoever receives it can read that.";
}

/// What something goes along in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum In {
    /// Exported files.
    Files,
    /// A package.
    Package,
}

/// Heading of the ticks.
pub fn heading(whereto: In, lang: Lang) -> &'static str {
    match whereto {
        In::Files => lang.pick("ファイルに添えるもの", "What goes along in the files"),
        In::Package => lang.pick("パッケージに添えるもの", "What goes along in the package"),
    }
}

/// What the ticks do.
pub fn lead(whereto: In, lang: Lang) -> &'static str {
    match whereto {
        In::Files => export_lead(lang),
        In::Package => package_lead(lang),
    }
}

/// The tick for the comments.
pub fn comments(whereto: In, count: usize, lang: Lang) -> String {
    let of = |ja: &str, en: &str| match lang {
        Lang::Ja => format!("{ja}コメントを含める（{count}件）"),
        Lang::En => format!("Include comments in the {en} ({count})"),
    };
    match whereto {
        In::Files => of("ファイルに", "files"),
        In::Package => of("パッケージに", "package"),
    }
}

/// The tick for the history.
pub fn history(whereto: In, revisions: usize, lang: Lang) -> String {
    let of = |ja: &str, en: &str| match lang {
        Lang::Ja => format!("{ja}変更の履歴を含める（{revisions}件）"),
        Lang::En => format!("Include the history in the {en} (revisions: {revisions})"),
    };
    match whereto {
        In::Files => of("ファイルに", "files"),
        In::Package => of("パッケージに", "package"),
    }
}
