//! Sentences about what goes along beside the content: comments and history.

use super::Lang;

sentences! {
    export_lead = "選ばなければ、どの形式にも入りません。コメントは文書にも印刷されます。",
        "Included only if chosen. Comments are printed in the documents as well.";
    annex = "記録の文書に付録（基準と用語、問いの根拠、出典）を付ける（記録一式には、いつも付きます）",
        "Add the annex to the record document (criteria, terms, basis of the questions, sources); a set always includes it";
    package_lead = "相手とやりとりしたコメントだけを選んであります。ほかのコメントは、選んだときだけ相手に渡ります。文書には印刷されません。",
        "Only comments exchanged with the other party are chosen; others go to it only if you choose them. The documents print none.";
    nobody = "機関名なし", "agency not named";
    history_warning = "履歴には、書き直す前の記載や消した記載もすべて入り、受け取った人が読めます。",
        "The history holds every earlier wording, including what was deleted, and the recipient can read it.";

    /// The tick for the comments in files.
    comments(count: usize) = "ファイルにコメントを含める（{count}件）", "Include comments in the files ({count})";
    /// The tick for comments of an agency on what the provider wrote.
    comments_to_provider(count: usize) = "事業者の記入部分へのコメントを渡す（{count}件）",
        "Hand over the comments on the provider's part ({count})";
    /// The tick for comments that were said in this record only.
    comments_of_house(count: usize) = "この記録の中だけのコメントも渡す（{count}件）",
        "Also hand over the comments made within this record ({count})";

    /// Whose comments are not handed over, and by which value of `--comments` they would be.
    kept_back(whose: &str, count: usize, value: &str) = "渡さないコメント：{whose}{count}件（渡すには --comments {value}）",
        "Comments not handed over: {whose}, {count} (to hand them over: --comments {value})";
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
        In::Files => lang.pick("ファイルに添えるもの", "What to include in the files"),
        In::Package => lang.pick("パッケージに添えるもの", "What to include in the package"),
    }
}

/// What the ticks do.
pub fn lead(whereto: In, lang: Lang) -> &'static str {
    match whereto {
        In::Files => export_lead(lang),
        In::Package => package_lead(lang),
    }
}

/// The tick for comments that came from an agency.
pub fn comments_with(party: &str, count: usize, lang: Lang) -> String {
    let party = if party.trim().is_empty() { nobody(lang) } else { party };
    say!(lang, "「{party}」とのコメントを渡す（{count}件）", "Hand over the comments exchanged with “{party}” ({count})")
}

/// The tick for the comments in an agency's result.
pub fn comments_in_result(agency: &str, count: usize, lang: Lang) -> String {
    let agency = if agency.trim().is_empty() { nobody(lang) } else { agency };
    say!(
        lang,
        "「{agency}」の評価結果にあるコメントも渡す（{count}件）",
        "Also hand over the comments in the result of “{agency}” ({count})"
    )
}

/// Whose comments they are: those made within the record, or a party's.
pub fn whose(party: Option<&str>, lang: Lang) -> String {
    match party.map(str::trim) {
        None => say!(lang, "この記録の中だけのもの", "made within the record"),
        Some(party) => {
            let party = if party.is_empty() { nobody(lang) } else { party };
            say!(lang, "「{party}」とのもの", "exchanged with “{party}”")
        }
    }
}

/// The tick for the history.
pub fn history(whereto: In, revisions: usize, lang: Lang) -> String {
    let place = match whereto {
        In::Files => lang.pick("ファイル", "files"),
        In::Package => lang.pick("パッケージ", "package"),
    };
    say!(lang, "{place}に変更の履歴を含める（{revisions}件）", "Include the history in the {place} (revisions: {revisions})")
}
