//! Sentences of 出力.

use super::super::Lang;

sentences! {
    title = "出力", "Output";
    for_approver = "承認を受けるための説明", "Explanation for the approval";
    for_approver_about = "承認者が読む2ページの説明です。記録の内容と承認の状態は変わりません。", "Two pages for the approver to read. Neither the content nor the approval changes.";
    make_explanation = "説明を作る", "Make the explanation";
    for_provider = "事業者に渡す評価結果", "The result for the provider";
    for_provider_about = "説明と記録のPDFと、事業者のliu-wizardが読み込むファイルです。一つのフォルダーにまとめて作ります。",
        "The explanation and the record as PDF, and a file for the provider's liu-wizard, in one folder.";
    for_provider_not_low = "低位を超える結果を知らせるためのものです。適合の評価としては使えません。",
        "To tell the provider that the impact is above low. It cannot be used as an eligible assessment.";
    for_program = "事業者が取り込むファイル", "For the provider to take in";
    to_keep = "機関に残す記録", "Files to keep";
    to_keep_about = "説明と記録のPDFです。事業者に渡す結果は含みません。", "The explanation and the record as PDF. No result for a provider is among them.";
    make_to_keep = "記録を作る", "Make the files";
    request = "機関に渡す依頼", "The request to an agency";
    request_about = "記入部分がそろいました。依頼は「依頼」の手順で作ります。", "Your part is complete. The request is made in the step Request.";
    to_request = "「依頼」へ進む", "Go to Request";
    application = "事前申請の一式", "The pre-application";
    application_open = "確認表の残りを確かめると、「事前申請」の手順で作れます。", "Once the rest of the check-list is settled, it is made in the step Pre-application.";
    application_ready = "そろいました。「事前申請」の手順で作ります。", "Everything is there. It is made in the step Pre-application.";
    to_application = "「事前申請」へ進む", "Go to Pre-application";
    make_result = "評価結果を作る", "Make the result";
    for_agency = "機関に見せる記入部分", "Your part, to show to an agency";
    for_agency_about = "影響度評価シートのPDFです。依頼そのものは「依頼」で作ります。", "The assessment sheet as PDF. The request itself is made under Request.";
    make_sheet = "シートを作る", "Make the sheet";
    make_again = "もう一度作る", "Make it again";
    is_final = "確定の版です。", "A final copy.";
    is_draft = "「作成中」と各ページに入る版です。", "A draft, marked on every page.";
    other_forms = "その他の形式", "Other forms";
    other_forms_lead = "Word・Excel・Markdown・CSV・JSON・OSCAL・一式、作成中の写し", "Word, Excel, Markdown, CSV, JSON, OSCAL, the set, drafts";
    you_are_here = "いまここ", "You are here";
    open_folder = "フォルダーを開く", "Open the folder";
    open_file = "開く", "Open";
    print_file = "印刷…", "Print…";
    print_how = "プリンターに送るか、PDFを開いて印刷するかを選びます。", "Choose to send it to the printer, or to open the PDF and print from there.";
    documents = "文書（人が読むもの）", "Documents (for people)";
    which_item = "どの情報か", "Which information item";
    word = "Word", "Word";
    pdf_use = "印刷・回覧・保管に。記録が添付され、このプログラムで開き直せます。",
        "To print, circulate and keep. The record is attached, so this program can open it again.";
    word_use = "Wordで手直しして使うために。記録には戻せません。", "To be edited further. Cannot be re-imported.";
    markdown_use = "文章として読み、版を比べるために。記録には戻せません。",
        "To read as plain text and to compare. Cannot be re-imported.";
    data = "データ（機械が読むもの）", "Data (for programs)";
    workbook = "Excel 評価シート", "Excel assessment sheet";
    workbook_use = "記入してもらい、取り込むために", "for others to fill in and for import";
    json_use = "ほかのプログラムで使うために。このプログラムで開けます", "for other programs; opens with this program";
    oscal_use = "OSCALの道具に渡すために（SSP）。記録には戻せません", "a system security plan; cannot be re-imported";
    items_csv = "CSV（取り扱う情報）", "CSV (information items)";
    findings_csv = "CSV（指摘）", "CSV (findings)";
    csv_use = "表計算で集計するために。記録には戻せません", "for spreadsheets; cannot be re-imported";
    ron_use = "評価記録そのもの。このプログラムで開けます", "the record itself; opens with this program";
    set_lead = "文書のPDF、記録のJSON・RON、それぞれの要約値の一覧（manifest.json）をまとめます。",
        "Documents as PDF, the record as JSON and RON, and a manifest (manifest.json) that lists their digests.";
    set_documents = "一式に入れる文書（PDF）", "Documents in the set (PDF)";
    set_none = "まとめない", "No set";
    set_folder = "フォルダーに", "As a folder";
    set_zip = "ZIPに", "As a ZIP file";
    paper = "書類の頭書き", "Head of the documents";
    paper_change = "「はじめに」で入れる・直す", "Enter or change under Introduction";
    copy = "版", "Version";
    copy_is_final = "確定", "Final";
    copy_is_draft = "作成中", "Draft";
    copy_draft = "作成中の写しになります（各ページに「作成中」と入ります）。", "The files will be drafts, marked on every page.";
    copy_final = "確定の写しになります。", "The files will be final copies.";
    final_not_possible = "確定の写しにするには、次のことが要ります。", "A final copy still needs:";
    see_errors = "確認で指摘を見る", "See the findings under Review";
    see_approval = "承認へ移る", "Go to Approval";
    language = "文書の言語", "Language of the documents";
    language_lead = "見出しと説明の言語です。記入した内容は訳しません。",
        "Of headings and explanations. What was entered is not translated.";
    folder = "書き出し先のフォルダー", "Folder";
    folder_hint = "例：C:\\Users\\…\\Documents", "For example C:\\Users\\…\\Documents";
    choose_folder = "フォルダーを選ぶ…", "Choose folder…";
    folder_needed = "書き出し先のフォルダーを入れてください。", "Enter a folder to write to.";
    nothing_chosen = "書き出すものを選んでください。", "Choose what to write.";
    names = "できるファイル", "Files that will be made";
    never_overwritten = "同じ名前で内容の違うファイルがあるときは、上書きせず「 (2)」のように番号を付けます。",
        "A file with the same name and different content is never overwritten: the new one is numbered “ (2)” and so on.";
    start = "書き出す", "Write files";
    stop = "中止", "Stop";
    no_answer = "出力先が応答しません。別の場所を選べば、待たずに出力できます。書きかけのファイルは、接続が戻ると書き出されることがあります。",
        "The place does not answer. Choose another, and files are made there without waiting. What is half written may yet come to be once the connection is back.";
    stopping = "中止しています。いま作っているものは捨てます。", "Stopping. What is being made now will be discarded.";
    stopped_before = "中止しました。中止の前に書き出したファイルは次のとおりです。", "Stopped. Files written before that:";
    stopped_nothing = "中止しました。ファイルは書き出していません。", "Stopped. No file was written.";
    made = "書き出したファイル", "Files written";
    made_path = "ファイル", "File";
    made_size = "大きさ", "Size";
    made_digest = "SHA-256（先頭）", "SHA-256 (start)";
    copy_path = "場所をコピー", "Copy path";
    not_submitted = "この記録はまだ提出されていません。このプログラムはどこへも送信しません。",
        "This record has not been handed in. The program sends nothing anywhere.";
    not_official = "書き出したものは公式様式ではありません。", "The exported files are not official forms.";
    next = "このあと", "What comes next";

    /// How many files were made.
    made_count(count: usize) = "{count}つのファイルができました", "Files made: {count}";
    /// Something that will be made, and its file.
    will_make(name: &str, file: &str) = "・{name}　{file}", "· {name}: {file}";
    /// Accessible name of the link that opens a file.
    open_file_of(path: &str) = "{path} を開く", "Open {path}";
    /// Accessible name of the link that opens a file to print it.
    print_file_of(path: &str) = "{path} を印刷", "Print {path}";

    /// A format, and what it is for.
    kind_and_use(name: &str, used_for: &str) = "{name}：{used_for}", "{name}: {used_for}";
    /// How many errors keep a final copy from being made; the first of them in words.
    errors_left(count: usize, first: &str) = "・エラーと「すること」が合わせて{count}件あります。最初のもの：{first}",
        "· Errors and things to do: {count}. The first: {first}";
    /// That the record is not approved.
    not_approved(state: &str) = "・承認の状態が「{state}」です。", "· The approval state is “{state}”.";
    /// A document in a format: 事前申請記録（PDF）.
    document_as(document: &str, format: &str) = "{document}（{format}）", "{document} ({format})";

    /// A document that goes into the set.
    in_set(document: &str) = "{document}を一式に入れる", "{document} in the set";
    /// How far the writing has come, and what is being made.
    progress(making: &str, done: usize, all: usize) = "{making}を作っています（{all}件のうち{done}件が済み）",
        "Making: {making} ({done} of {all} done)";
    /// A folder that will be made, and what it will hold.
    folder_of_set(name: &str) = "{name}/（PDF・JSON・RON・manifest.json）", "{name}/ (PDF, JSON, RON, manifest.json)";
    /// Accessible name of the link that copies where a file stands.
    copy_path_of(path: &str) = "{path} の場所をコピー", "Copy the path {path}";
    /// The first digits of a digest.
    digest(digits: &str) = "SHA-256 {digits}…", "SHA-256 {digits}…";
}

/// A line of the head of the documents: 文書番号：架情第123号.
pub fn of_paper(name: &str, text: &str, lang: Lang) -> String {
    let text = if text.trim().is_empty() { lang.pick("なし", "none") } else { text.trim() };
    say!(lang, "{name}：{text}", "{name}: {text}")
}

/// A set, and how it is kept together.
pub fn set_as(set: &str, packing: &str, lang: Lang) -> String {
    document_as(set, packing, lang)
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
