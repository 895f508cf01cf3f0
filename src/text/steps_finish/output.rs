//! Sentences of 出力.

use super::super::Lang;

sentences! {
    title = "出力", "Output";
    lead = "記録をファイルに書き出します。書き出しても、記録の内容と承認の状態は変わりません。",
        "Writes the record as files. Neither its content nor its approval changes.";
    formats = "形式", "Formats";
    set = "事前申請の記録一式", "Pre-application set";
    set_lead = "PDF・JSON・RONと、それぞれの要約値（SHA-256）の一覧（manifest.json）をまとめます。",
        "PDF, JSON and RON with a manifest (manifest.json) that lists their digests.";
    set_none = "まとめない", "No set";
    set_folder = "フォルダーに", "As a folder";
    set_zip = "ZIPに", "As a ZIP file";
    copy = "版", "Copy";
    copy_draft = "作成中の写しになります（各ページに「作成中」と入ります）。", "The files will be drafts, marked on every page.";
    copy_final = "確定の写しになります。", "The files will be final copies.";
    final_not_possible = "確定の写しにするには、次のことが要ります。", "A final copy still needs:";
    see_errors = "確認で指摘を見る", "See the findings under Review";
    see_approval = "承認へ移る", "Go to Approval";
    folder = "書き出し先のフォルダー", "Folder";
    folder_hint = "例：C:\\Users\\…\\Documents", "For example C:\\Users\\…\\Documents";
    choose_folder = "フォルダーを選ぶ…", "Choose folder…";
    folder_needed = "書き出し先のフォルダーを入れてください。", "Enter a folder to write to.";
    nothing_chosen = "形式か一式を選んでください。", "Choose a format or the set.";
    start = "書き出す", "Write files";
    made = "書き出したファイル", "Files written";
    made_path = "ファイル", "File";
    made_size = "大きさ", "Size";
    made_digest = "SHA-256（先頭）", "SHA-256 (start)";
    copy_path = "場所をコピー", "Copy path";
    not_done = "していないこと", "What was not done";
    not_submitted = "この記録はまだ提出されていません。このプログラムはどこへも送信しません。",
        "This record has not been handed in. The program sends nothing anywhere.";
    not_official = "書き出したものは公式様式ではありません。", "What was written is no official form.";
    next = "このあと", "What comes next";
    portable_document = "印刷と確認のための文書", "A document to read and print";
    json_document = "機械で読むための記録。このプログラムで開けます", "The record for programs; opens with this program";
    markdown_document = "文章として読み、差分を取るための文書", "Plain text to read and compare";
    ron_document = "この評価記録そのもの。このプログラムで開けます", "The record itself, to be opened with this program";
}

/// A format, and what it is for.
pub fn kind_and_use(name: &str, used_for: &str, lang: Lang) -> String {
    say!(lang, "{name} ― {used_for}", "{name}: {used_for}")
}

/// How many errors keep a final copy from being made; the first of them in words.
pub fn errors_left(count: usize, first: &str, lang: Lang) -> String {
    say!(
        lang,
        "・エラーの指摘が{count}件あります。最初のもの：{first}",
        "· Findings of severity error: {count}. The first: {first}"
    )
}

/// That the record is not approved.
pub fn not_approved(state: &str, lang: Lang) -> String {
    say!(lang, "・承認の状態が「{state}」です。", "· The approval is in state “{state}”.")
}

/// How far the writing has come.
pub fn progress(done: usize, all: usize, lang: Lang) -> String {
    say!(lang, "書き出しています（{all}種類のうち{done}種類が済み）", "Writing: {done} of {all} kinds done")
}

/// Accessible name of the link that copies where a file stands.
pub fn copy_path_of(path: &str, lang: Lang) -> String {
    say!(lang, "{path} の場所をコピー", "Copy the path {path}")
}

/// The first digits of a digest.
pub fn digest(digits: &str, lang: Lang) -> String {
    say!(lang, "SHA-256 {digits}…", "SHA-256 {digits}…")
}

/// A size for people: 12.3 KB.
pub fn size(bytes: u64, lang: Lang) -> String {
    // Tenths are enough to read, and integers keep the sum exact.
    let tenths = |unit: u64| (bytes.saturating_mul(10) + unit / 2) / unit;
    let shown = |tenths: u64, name: &str| format!("{}.{} {name}", tenths / 10, tenths % 10);
    match bytes {
        0..1024 => format!("{bytes} {}", lang.pick("バイト", "bytes")),
        1024..1_048_576 => shown(tenths(1024), "KB"),
        _ => shown(tenths(1_048_576), "MB"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_said_in_the_unit_that_reads_best() {
        for (bytes, shown) in [(0, "0 バイト"), (1023, "1023 バイト"), (1024, "1.0 KB"), (1536, "1.5 KB"), (5_242_880, "5.0 MB")]
        {
            assert_eq!(size(bytes, Lang::Ja), shown);
        }
    }
}
