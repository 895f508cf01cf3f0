//! What is said of a received file as such: what it is instead of a sheet, and what stands outside the cells to be filled in.

use super::Lang;

sentences! {
    take_password_off = "Excelで開いてパスワード（又は秘密度ラベルの暗号化）を外し、.xlsx の形式で保存してから選んでください。",
        "Open it in Excel, remove the password or the encryption, save it as .xlsx, and choose that.";
    save_as_xlsx = "ExcelかLibreOfficeで開き、「Excelブック（.xlsx）」の形式で保存してから選んでください。書き出したままの .xlsx があれば、それに記入するのが確かです。",
        "Open it in Excel or LibreOffice, save it as an Excel workbook (.xlsx), and choose that. Filling in the .xlsx that was exported is safer still.";
    export_from_numbers = "Numbersの「書き出す」→「Excel…」で .xlsx にしてから選んでください。隠れた列が失われるときは、書き出したままの .xlsx にExcelかLibreOfficeで記入してください。",
        "Export it from Numbers to Excel (.xlsx) and choose that. If the hidden columns are lost, fill in the exported .xlsx in Excel or LibreOffice.";
    names_are_lost = "この形式では、どの欄の答えかを示す隠れた列が失われます。書き出した .xlsx に記入し、.xlsx のまま保存して選んでください。",
        "This format loses the hidden columns that name the cells. Fill in the .xlsx that was exported, keep it an .xlsx, and choose that.";
    open_the_record = "「ファイル」→「開く」で開いてください。二つの記録の違いは「比較」で見られます。",
        "Open it by File, Open. To see in what two records differ, compare them.";
    open_the_package = "「ファイル」→「開く」でパッケージとして開いてください。",
        "Open it as a package, by File, Open.";
    unpack_first = "展開し、中の評価シート（.xlsx）を選んでください。",
        "Unpack it, and choose the assessment sheet (.xlsx) in it.";
    save_attachment = "メールの添付ファイルを保存し、その評価シート（.xlsx）を選んでください。",
        "Save the attachment of the mail, and choose that assessment sheet (.xlsx).";
    choose_without_mark = "名前が ~$ で始まらない方のファイルを選んでください。",
        "Choose the file whose name does not begin with ~$.";
    ask_for_whole = "コピーや転送の途中で中身が失われたおそれがあります。もう一度受け取ってください。",
        "Its content may have been lost in copying. Ask for it again.";
    kind_old_excel = "古い形式のExcelブック（.xls）", "a workbook of the old Excel format (.xls)";
    kind_binary_excel = "バイナリ形式のExcelブック（.xlsb）", "a binary Excel workbook (.xlsb)";
    kind_xml_excel = "XML形式の古いExcelブック", "a workbook in the XML format of Excel 2003";
    kind_open_document = "OpenDocumentの表計算（.ods）", "an OpenDocument spreadsheet (.ods)";
    kind_numbers = "Numbersの書類", "a document of Apple Numbers";
    kind_encrypted = "パスワードなどで暗号化されたファイル", "a file that is encrypted, for example by a password";
    kind_web_page = "ウェブページ（HTML）か、その表", "a web page (HTML), or a table of one";
    kind_text_table = "文字だけの表（CSVなど）", "a table as plain text (CSV or the like)";
    kind_document = "ワープロの文書（Wordなど）", "a document of a word processor (Word or the like)";
    kind_slides = "プレゼンテーション", "a presentation";
    kind_mail = "メール", "a mail";
    kind_record = "評価記録", "an assessment record";
    kind_package = "このプログラムのパッケージか、書類一式", "a package or a set of documents of this program";
    kind_archive = "圧縮ファイル", "a compressed archive";
    kind_owner_file = "Excelがブックを開いている間だけ置く目印のファイル", "the marker file that Excel keeps beside an open workbook";
    enter_as_comment = "要るなら、プログラムの該当する項目に入力するか、コメントとして残してください。",
        "If it is needed, enter it in its field, or leave it as a comment, in the program.";
    enter_in_cells = "要るなら、記入欄（色の付いたセル）かプログラムに入力してください。",
        "If it is needed, enter it in the cells to be filled in (the coloured ones), or in the program.";
    attach_it = "要るなら、元のファイルを別に保管し、パッケージに添付してください。",
        "If it is needed, keep the original file, and attach it to a package.";
    look_at_hidden = "隠れたところの答えも読みました。取り込む前に、違いの一覧で確かめてください。",
        "Answers that are hidden were read too. Look at them in the list of differences before they are taken.";
    enter_merged = "記録の値はそのままにしました。プログラムで入力してください。",
        "The record was left as it is there. Enter them in the program.";
    look_in_the_file = "元のファイルを開いて確かめてください。", "Open the file itself to check.";
    a_picture = "図や写真が貼られています。", "There is a picture.";
    a_drawing = "図形や線、グラフなどが置かれています。", "There is a shape, a line, a chart or the like.";
    a_control = "ボタンやチェックボックス、埋め込みのファイルが置かれています。",
        "There is a button, a box to tick, or an embedded file.";
    hidden_sheet = "シートが非表示になっています。", "The worksheet is hidden.";
    a_filter = "フィルターが付いています。", "There is a filter.";
    a_macro = "マクロが入っています。動かしていません。", "There is a macro. It was not run.";

    /// A file is something else.
    another_kind(kind: &str) = "評価シート（.xlsx）ではなく、{kind}です。", "This is not an assessment sheet (.xlsx) but {kind}.";

    /// A text box.
    a_text_box(text: &str) = "テキストボックスがあります：「{text}」", "There is a text box: “{text}”";

    /// A worksheet that the program did not write.
    further_sheet(cells: usize, first: &str) = "書き出したものにないシートです（{cells}個のセル、「{first}」など）。",
        "This worksheet was not exported ({cells} cells, such as “{first}”).";
    /// A text outside the answer cells.
    written_outside(text: &str) = "記入欄の外に書かれています：「{text}」",
        "Written outside the cells to be filled in: “{text}”";
    /// Cells far from all others.
    far_out(cells: usize, first: &str) = "評価シートの行と列から遠く離れて書かれています（{cells}個のセル、「{first}」など）。",
        "Written far outside the rows and columns of the sheet ({cells} cells, such as “{first}”).";
    /// Formulas that the program did not write.
    formulas_outside(number: usize) = "記入欄の外に、書き出していない数式が{number}個あります。",
        "There are {number} formulas outside the cells to be filled in that were not exported.";
    /// Texts that the program wrote are gone.
    missing_texts(number: usize) = "書き出した文（記入欄の外）のうち{number}個が、消えているか書き換えられています。",
        "{number} of the texts that were exported outside the cells to be filled in are gone or were changed.";
    /// A column of answers is gone.
    lost_column(number: usize) = "記入欄の列が消えているか、ずれています（{number}個の欄）。",
        "A column of cells to be filled in is gone or was moved ({number} cells).";

    /// More than is told.
    more_outside(number: usize) = "記入欄の外に、ほか{number}件があります。",
        "There are {number} more things outside the cells to be filled in.";
}

/// A ZIP file with a workbook in it.
pub fn kind_zip_with_sheet(name: &str, lang: Lang) -> String {
    let name: String = name.chars().take(80).collect();
    say!(lang, "中に「{name}」のあるZIPファイル", "a ZIP archive with “{name}” in it")
}

/// A note or comment on a cell.
pub fn a_comment(by: &str, text: &str, lang: Lang) -> String {
    match by.trim() {
        "" => say!(lang, "コメントがあります：「{text}」", "There is a comment: “{text}”"),
        by => say!(lang, "コメントがあります（{by}）：「{text}」", "There is a comment ({by}): “{text}”"),
    }
}

/// Rows with answers are hidden.
pub fn hidden_rows(first: u32, last: u32, lang: Lang) -> String {
    if first == last {
        return say!(
            lang,
            "記入欄のある行（{first}行目）が隠れています。",
            "Row {first}, with cells to be filled in, is hidden."
        );
    }
    say!(
        lang,
        "記入欄のある行（{first}〜{last}行目）が隠れています。",
        "Rows {first} to {last}, with cells to be filled in, are hidden."
    )
}

/// Answer cells were merged.
pub fn merged(range: &str, lang: Lang) -> String {
    let range: String = range.chars().take(40).collect();
    say!(
        lang,
        "記入欄が結合されているため、どの欄の答えか分かりません（{range}）。",
        "Cells to be filled in were merged, so it is not known which one is answered ({range})."
    )
}

/// A part of the file cannot be read.
pub fn unreadable_part(part: &str, lang: Lang) -> String {
    let part: String = part.chars().take(80).collect();
    say!(lang, "読めない部分があります（{part}）。", "A part of the file cannot be read ({part}).")
}
