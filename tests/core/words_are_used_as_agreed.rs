//! One word for one thing, in the same tone, in both languages: what the program says is read against a list of words and turns of
//! phrase that are not used, each with what is said instead. Who wants another word changes it everywhere, and the list.

use crate::house::Source;

/// A word or a turn of phrase that is not used.
pub(crate) struct Avoided {
    word: &'static str,
    /// What follows where it is part of another word, which is meant.
    unless_before: &'static [&'static str],
    instead: &'static str,
}

const fn avoided(word: &'static str, instead: &'static str) -> Avoided {
    Avoided { word, unless_before: &[], instead }
}

const fn but(word: &'static str, unless_before: &'static [&'static str], instead: &'static str) -> Avoided {
    Avoided { word, unless_before, instead }
}

pub(crate) const JAPANESE: [Avoided; 34] = [
    // Terms of the scheme, and of this program: one word for one thing.
    avoided("整合性", "完全性"),
    avoided("質問", "問い"),
    avoided("設問", "問い"),
    avoided("一言", "補足"),
    avoided("ダイジェスト", "要約値"),
    avoided("ハッシュ", "要約値"),
    avoided("カタログ", "目録"),
    avoided("バージョン", "版"),
    avoided("インポート", "取込み"),
    avoided("エクスポート", "書出し"),
    avoided("バックアップ", "控え"),
    avoided("ディレクトリ", "フォルダー"),
    avoided("ユーザ", "利用者、使用者"),
    avoided("コンピュータ", "パソコン"),
    avoided("端末", "パソコン"),
    avoided("命令", "コマンド"),
    avoided("アプリ", "プログラム"),
    avoided("ソフトウェア", "プログラム"),
    avoided("エラーメッセージ", "指摘、知らせ"),
    // Spelling, after the notation of official documents.
    but("フォルダ", &["ー"], "フォルダー"),
    but("サーバ", &["ー"], "サーバー"),
    but("プリンタ", &["ー"], "プリンター"),
    but("エディタ", &["ー"], "エディター"),
    avoided("または", "又は"),
    avoided("および", "及び"),
    avoided("下さい", "ください"),
    avoided("出来", "でき"),
    avoided("全て", "すべて"),
    avoided("もう一回", "もう一度"),
    avoided("再度", "もう一度"),
    avoided("今の", "いまの"),
    avoided("あなた", "（主語は要らない）"),
    // Promises and statements on the scheme for which there is no basis.
    avoided("様式第", "（様式の番号は言わない）"),
    avoided("審査期間", "（審査の期間は言わない）"),
];

/// The same for English: plain, the words of the field, no literal Japanese.
pub(crate) const ENGLISH: [Avoided; 47] = [
    // One word for one thing.
    avoided("catalog ", "catalogue"),
    avoided("license", "licence (verb and noun are told apart by nobody who reads a screen)"),
    avoided("checklist", "check-list"),
    avoided("take it in ", "import, or add to Received results"),
    avoided("Take in ", "Import"),
    avoided("taken in again", "imported"),
    avoided("Mail address", "Email address"),
    avoided("Settled:", "Decided:"),
    avoided("Submit it", "Request approval"),
    avoided("Submitted", "Approval requested, Awaiting decision"),
    avoided("Take back to draft", "Withdraw to draft"),
    avoided("ake it back to draft", "Withdraw to draft"),
    avoided("aken back to draft", "Withdrawn to draft"),
    avoided("Make it lapse", "Revoke approval"),
    avoided("hand in the", "submit"),
    // Turns of phrase of another language.
    avoided("Mend ", "Correct"),
    avoided("mend ", "correct"),
    avoided(" mended", "corrected"),
    avoided("stands twice", "appears twice"),
    avoided("stands here", "is here"),
    avoided("It stands", "it is kept"),
    avoided("stands outside", "is outside"),
    avoided("What stands", "the entry"),
    avoided("stand on", "appear"),
    avoided("stands beside", "apart from"),
    avoided("It is no ", "It is not a"),
    avoided("it is no ", "it is not a"),
    avoided("This is no ", "This is not a"),
    avoided("has it not", "Not in …"),
    avoided("had again", "restored"),
    avoided("had back", "restored"),
    avoided("this comes back", "this recurs"),
    avoided("it comes back", "it recurs"),
    avoided("come to its end", "finish"),
    avoided("comes to its end", "finishes"),
    avoided("broke off", "stopped"),
    avoided("a word on", "a comment"),
    avoided("in a word", "briefly"),
    avoided("Fits (", "Eligible ("),
    avoided("kept down by", "mitigated by"),
    avoided("asks for a reason", "requires a reason"),
    avoided("The way so far", "Path so far"),
    avoided("Answers of the gate", "Gate answers"),
    avoided("Answer hoped for", "Reply requested"),
    avoided("Whose it is", "Data subject / owner"),
    avoided("Take off", "Remove"),
    avoided("whereof", "of which"),
];

/// Words that other rules or systems prescribe, each with its reason.
const MAY_STAY: [(&str, &str, &str); 2] =
    [("text/meant.rs", "", "words that are read and not said"), ("text/days.rs", "", "the names of eras")];

/// The most characters between two full stops of what is read on a screen.
const LONGEST: usize = 60;

/// What is longer, where it is not guidance but help of a command, a message with names and paths in it, or a list.
const MAY_BE_LONG: [&str; 10] = [
    "text/archive.rs",
    "text/command_line/",
    "text/file/",
    "text/meant.rs",
    "text/pages.rs",
    "text/portfolio.rs",
    "text/problems.rs",
    "text/signature.rs",
    "text/import_files.rs",
    "text/reader.rs",
];

fn may_stay(path: &str, text: &str) -> bool {
    MAY_STAY.iter().any(|(file, part, _)| *file == path && (part.is_empty() || text.contains(part)))
}

/// What of a text is avoided, with what is said instead.
pub(crate) fn found(text: &str, list: &[Avoided]) -> Vec<String> {
    let is_meant = |avoided: &Avoided, end: usize| avoided.unless_before.iter().any(|next| text[end..].starts_with(next));
    let of = |avoided: &Avoided| {
        let at = text.match_indices(avoided.word).find(|(at, _)| !is_meant(avoided, at + avoided.word.len()))?;
        Some(format!("「{}」: {} ({})", avoided.word, avoided.instead, at.0))
    };
    list.iter().filter_map(of).collect()
}

/// Sentences that are whole: what ends in 。 outside of brackets.
fn sentences(text: &str) -> Vec<&str> {
    text.split_inclusive(['。', '\n']).map(str::trim).filter(|sentence| !sentence.is_empty()).collect()
}

/// Whether a Japanese sentence ends in a plain form, where です・ます is meant.
fn is_plain(sentence: &str) -> bool {
    let Some(body) = sentence.strip_suffix('。') else { return false };
    let polite = [
        "ます",
        "ません",
        "です",
        "でした",
        "ました",
        "ください",
        "でしょう",
        "ましょう",
        "ませんか",
        "ますか",
        "ですか",
        "一つ",
    ];
    let plain = ["る", "た", "だ", "い", "う", "く", "す", "つ", "む", "ぬ", "ぶ"];
    !polite.iter().any(|end| body.ends_with(end)) && plain.iter().any(|end| body.ends_with(end))
}

/// How long a sentence is, a name or a number in it counting as four characters, and what is typed as it stands as none.
fn length(sentence: &str) -> usize {
    let mut length = 0;
    let mut depth = 0_usize;
    for character in sentence.split('`').step_by(2).flat_map(str::chars) {
        match character {
            '{' => depth += 1,
            '}' => {
                depth = depth.saturating_sub(1);
                length += 4;
            }
            _ if depth == 0 => length += 1,
            _ => {}
        }
    }
    length
}

#[test]
fn one_word_stands_for_one_thing_in_both_languages() {
    let mut wrong = Vec::new();
    for source in Source::all().iter().filter(|source| source.is_text()) {
        for said in source.said().iter().filter(|said| !may_stay(&source.path, &said.text)) {
            let list: &[Avoided] = if said.is_japanese { &JAPANESE } else { &ENGLISH };
            wrong.extend(found(&said.text, list).into_iter().map(|why| format!("{}: {why}: {}", said.place, said.text)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn whole_sentences_are_polite_and_short() {
    let mut wrong = Vec::new();
    for source in Source::all().iter().filter(|source| source.is_text()) {
        let may_be_long = MAY_BE_LONG.iter().any(|path| source.path.starts_with(path));
        for said in source.said().iter().filter(|said| said.is_japanese && !may_stay(&source.path, &said.text)) {
            for sentence in sentences(&said.text) {
                // An example is what somebody may write, not what the program says.
                let is_example = said.text.contains("例：");
                if is_plain(sentence) && !is_example {
                    wrong.push(format!("{}: です・ます: {sentence}", said.place));
                }
                if length(sentence) > LONGEST + 1 && !may_be_long {
                    wrong.push(format!("{}: {} characters: {sentence}", said.place, length(sentence)));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_not_as_agreed_is_seen() {
    assert_eq!(found("整合性を保つフォルダ", &JAPANESE).len(), 2);
    assert_eq!(found("フォルダーを選びます。", &JAPANESE), Vec::<String>::new());
    assert_eq!(found("What stands in the approval", &ENGLISH).len(), 1);
    for (sentence, expected) in [
        ("記録を保存する。", true),
        ("記録を保存した。", true),
        ("低位とはいえない。", true),
        ("記録を保存します。", false),
        ("保存しますか。", false),
        ("16 MiB まで。", false),
        ("保存する", false),
    ] {
        assert_eq!(is_plain(sentence), expected, "{sentence}");
    }
    assert_eq!((length("{name}を{count}件"), length("あいう。")), (10, 4));
    assert_eq!(sentences("一です。二です。\n三"), ["一です。", "二です。", "三"]);
}
