//! What is said when an assessment sheet is taken in again.

use super::{Label as _, Lang, Message, approval, question_name};
use crate::catalogue::Catalogue;
use crate::record::{ApprovalState, Field, Objective};

sentences! {
    not_sheet = "このプログラムが書き出した評価シートではありません。", "This is no assessment sheet that this program exported.";
    no_keys = "隠れた列が消えているため、どの欄の答えか分かりません。",
        "The hidden columns are gone, so that nobody can tell which cell answers what.";
    a_sheet = "このプログラムが書き出した評価シート（.xlsx）", "An assessment sheet (.xlsx) that this program exported";
    a_whole_sheet = "Excelで開ける評価シート", "An assessment sheet that Excel opens";
    sheet_of_this_record = "開いている評価記録の評価シート", "The sheet of the record that is open";
    same_catalogue = "使っている目録で書き出した評価シート", "A sheet exported with the catalogue in use";
    hidden_columns = "書き出したままの列がそろった評価シート", "A sheet with all columns that were exported";
    choose_sheet = "評価シートのファイルを選んでください。", "Choose the file of an assessment sheet.";
    take_password_off = "Excelで開いてパスワード（または秘密度ラベルの暗号化）を外し、.xlsx の形式で保存してから選んでください。",
        "Open it in Excel, take the password or the encryption off, save it as .xlsx, and choose that.";
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
        "Its content may have been lost while it was copied. Ask for it again.";
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
    kind_owner_file = "Excelがブックを開いている間だけ置く目印のファイル", "the mark that Excel puts beside a workbook while it is open";
    ask_again = "返した方に、書き出したファイルへ記入し直してもらってください。",
        "Ask whoever sent it to fill in the exported file again.";
    keep_properties = "書き出したファイルに、Excelで直接記入して返してもらってください。別の表計算に写すと、ファイルの属性が失われます。",
        "Have the exported file itself filled in, in Excel. A copy into another spreadsheet loses the properties of the file.";
    update = "新しい版のプログラムで取り込んでください。", "Take it in with a newer version of the program.";
    open_other = "その評価記録を開いて取り込んでください。", "Open that record and take it in there.";
    export_again = "同じ目録で開くか、評価シートを書き出し直してください。",
        "Open the record with the same catalogue, or export the sheet again.";
    copy_answers = "書き出し直した評価シートに、答えを写してください。", "Export the sheet again and copy the answers into it.";
    limit_file = "16 MiBまで", "16 MiB at most";
    limit_entries = "中のファイルが多すぎます", "too many files inside";
    limit_unpacked = "展開すると大きすぎます", "too large when unpacked";
    limit_styles = "セルの書式が多すぎます", "too many cell formats";
    limit_texts = "文字列が多すぎます", "too many texts";
    limit_sheets = "シートが多すぎます", "too many worksheets";
    limit_extent = "行または列が多すぎます", "too many rows or columns";
    limit_cells = "セルが多すぎます", "too many cells";
    one_line = "この欄は一行のため、改行を空白にします。", "The field has one line: line breaks become blanks.";
    nothing_taken = "答えは何も変わりません。受け取ったファイルの名前だけを記録に残します。",
        "No answer changes. All that is noted in the record is the file that was received.";
    nothing_to_take = "評価シートに記録と違うところはありません。記録は書き換えていません。",
        "The sheet says what the record says. The record was left as it is.";
    enter_as_comment = "要るなら、プログラムの該当する項目に入力するか、コメントとして残してください。",
        "If it is needed, enter it in its field, or leave it as a comment, in the program.";
    enter_in_cells = "要るなら、記入欄（色の付いたセル）かプログラムに入力してください。",
        "If it is needed, enter it in the cells to be filled in (the coloured ones), or in the program.";
    attach_it = "要るなら、元のファイルを別に保管し、パッケージに添付してください。",
        "If it is needed, keep the original file, and attach it to a package.";
    look_at_hidden = "隠れた行の答えも読みました。取り込む前に、違いの一覧で確かめてください。",
        "Answers that are hidden were read too. Look at them in the list of differences before they are taken.";
    enter_merged = "記録の値はそのままにしました。プログラムで入力してください。",
        "The record keeps what it says there. Enter them in the program.";
    look_in_the_file = "元のファイルを開いて確かめてください。", "Open the file itself and look.";
    a_picture = "図や写真が貼られています。", "There is a picture.";
    a_drawing = "図形や線、グラフなどが置かれています。", "There is a shape, a line, a chart or the like.";
    a_control = "ボタンやチェックボックス、埋め込みのファイルが置かれています。",
        "There is a button, a box to tick, or an embedded file.";
    hidden_sheet = "シートが非表示になっています。", "The worksheet is hidden.";
    a_filter = "フィルターが付いています。", "There is a filter.";
    a_macro = "マクロが入っています。動かしていません。", "There is a macro. It was not run.";
    formula_outside = "記入欄の外に数式があります。", "A formula stands outside the cells to be filled in.";
    erasures_left = "空にされた欄は、名指しで選んだときだけ取り込みます。",
        "Emptied cells are taken only if they are chosen by themselves.";
    erases = "記録にある答えを消します。", "This takes away what the record says.";
    not_taken = "取り込めません", "Not taken";
    new_item = "新しい情報の追加", "A new item";
    changed_since = "評価シートを書き出したあとで、記録の内容が変わっています。違いは、いまの記録との違いです。",
        "The record was changed after the sheet was exported. The differences are those to the record as it is now.";
}

/// A file is something else.
pub fn another_kind(kind: &str, lang: Lang) -> String {
    say!(lang, "評価シート（.xlsx）ではなく、{kind}です。", "This is no assessment sheet (.xlsx), but {kind}.")
}

/// A ZIP file with a workbook in it.
pub fn kind_zip_with_sheet(name: &str, lang: Lang) -> String {
    let name: String = name.chars().take(80).collect();
    say!(lang, "中に「{name}」のあるZIPファイル", "a ZIP archive with “{name}” in it")
}

/// A file has more than any sheet.
pub fn too_large(limit: &str, lang: Lang) -> String {
    say!(lang, "評価シートとしては大きすぎます（{limit}）。", "This is larger than any assessment sheet ({limit}).")
}

/// A file cannot be read.
pub fn broken(problem: &str, lang: Lang) -> String {
    say!(lang, "ファイルが壊れています（{problem}）。", "The file is broken ({problem}).")
}

/// A sheet of a later version.
pub fn newer(version: u32, known: u32, lang: Lang) -> String {
    say!(
        lang,
        "評価シートの版は{version}で、このプログラムが知る版（{known}まで）より新しいものです。",
        "The sheet has version {version}; this program knows versions up to {known}."
    )
}

/// A sheet of another record.
pub fn another_record(found: &str, expected: &str, lang: Lang) -> String {
    say!(
        lang,
        "別の評価記録（{found}）の評価シートです。開いている記録は {expected} です。",
        "This is the sheet of another record ({found}). The one that is open is {expected}."
    )
}

/// A sheet of another catalogue.
pub fn another_catalogue(found: &str, expected: &str, lang: Lang) -> String {
    say!(
        lang,
        "別の目録（{found}）で書き出した評価シートです。使っている目録は {expected} です。",
        "This sheet was exported with another catalogue ({found}). The one in use is {expected}."
    )
}

/// How much of what a sheet says otherwise was taken in.
pub fn taken(chosen: usize, of: usize, lang: Lang) -> String {
    say!(lang, "違い{of}件のうち{chosen}件を取り込みました。", "{chosen} of {of} differences were taken in.")
}

/// A new item by its name, and how many answers come with it.
pub fn item_with_answers(name: &str, answers: usize, lang: Lang) -> String {
    let name = if name.trim().is_empty() { lang.pick("（名称なし）", "(no name)") } else { name };
    say!(lang, "{name}（回答{answers}件）", "{name} ({answers} answers)")
}

/// What is said of a new item in one field.
pub fn of_item(field: &Field, said: &str, catalogue: &Catalogue, lang: Lang) -> String {
    let objective = |objective: &Objective, what: &str| format!("{}{}{what}", objective.label(lang), lang.pick("の", ": "));
    let name = match field {
        Field::Item(_, part) => part.label(lang).to_owned(),
        Field::Answer(_, question) => question_name(question, catalogue, lang),
        Field::Decision(_, of) => objective(of, lang.pick("決定", "decision")),
        Field::Reason(_, of) => objective(of, lang.pick("理由", "reason")),
        other => other.to_string(),
    };
    super::report::labelled(&name, said, lang)
}

/// A note or comment on a cell.
pub fn a_comment(by: &str, text: &str, lang: Lang) -> String {
    match by.trim() {
        "" => say!(lang, "コメントがあります：「{text}」", "There is a comment: “{text}”"),
        by => say!(lang, "コメントがあります（{by}）：「{text}」", "There is a comment ({by}): “{text}”"),
    }
}

/// A text box.
pub fn a_text_box(text: &str, lang: Lang) -> String {
    say!(lang, "テキストボックスがあります：「{text}」", "There is a text box: “{text}”")
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
        "Cells to be filled in were merged, so that nobody can tell which one is answered ({range})."
    )
}

/// A worksheet that the program did not write.
pub fn further_sheet(cells: usize, first: &str, lang: Lang) -> String {
    say!(
        lang,
        "書き出したものにないシートです（{cells}個のセル、「{first}」など）。",
        "This worksheet was not exported ({cells} cells, such as “{first}”)."
    )
}

/// A text outside the answer cells.
pub fn written_outside(text: &str, lang: Lang) -> String {
    say!(lang, "記入欄の外に書かれています：「{text}」", "This stands outside the cells to be filled in: “{text}”")
}

/// A part of the file cannot be read.
pub fn unreadable_part(part: &str, lang: Lang) -> String {
    let part: String = part.chars().take(80).collect();
    say!(lang, "読めない部分があります（{part}）。", "A part of the file cannot be read ({part}).")
}

/// More than is told.
pub fn more_outside(number: usize, lang: Lang) -> String {
    say!(lang, "記入欄の外に、ほか{number}件があります。", "There are {number} more things outside the cells to be filled in.")
}

/// An approval, or another state, no longer covers what stands in the record.
pub fn no_longer_covered(state: ApprovalState, lang: Lang) -> String {
    let (label, changed) = (state.label(lang), approval::changed_after(state, lang));
    say!(
        lang,
        "この記録の「{label}」は、取込み前の内容に対するものです。取込み後の内容には及びません（{changed}）。もう一度、確認と承認を受けてください。",
        "“{label}” was recorded for the content before. It does not cover what stands in the record now ({changed}). Have it reviewed and approved again."
    )
}

/// A result before and after.
pub fn before_and_after(place: &str, old: &str, new: &str, lang: Lang) -> String {
    say!(lang, "{place}：{old} → {new}", "{place}: {old} → {new}")
}

/// The outcome is the same.
pub fn outcome_stays(outcome: &str, lang: Lang) -> String {
    say!(lang, "判定は変わりません（{outcome}）。", "The outcome stays the same ({outcome}).")
}

/// The same, with what must not be overlooked of the approval.
pub fn taken_into(chosen: usize, of: usize, lapsed: Option<ApprovalState>, lang: Lang) -> String {
    let taken = taken(chosen, of, lang);
    match lapsed.map(|state| approval::changed_after(state, lang)) {
        None => taken,
        Some(changed) => say!(lang, "{taken}{changed}。", "{taken} The record has {changed}."),
    }
}

/// The word on a red flag, beside whether it applies.
pub fn word_on(flag: &str, lang: Lang) -> String {
    say!(lang, "{flag}の補足", "{flag}, a word on it")
}

/// Cells lost their keys.
pub fn lost_keys(number: usize, lang: Lang) -> Message {
    message(
        say!(
            lang,
            "{number}個の欄が、行か列を消したために読めません。",
            "{number} cells cannot be read, since rows or columns were deleted."
        ),
        (hidden_columns(lang), copy_answers(lang)),
    )
}

/// A row of the table of items is of several items.
pub fn torn_row(lang: Lang) -> Message {
    message(
        lang.pick(
            "この行は、番号と中身が食い違っています。一部の列だけを並べ替えたか動かしたため、どの情報の答えか分かりません。",
            "The number of this row and what stands in it do not belong together: some of the columns were sorted or moved, so that nobody can tell which item it is about.",
        )
        .to_owned(),
        (
            lang.pick("書き出したときの番号のままの行", "Rows with the numbers they were exported with"),
            lang.pick("並べ替えを元に戻すか、書き出し直した評価シートに答えを写してください。", "Undo the sorting, or export the sheet again and copy the answers into it."),
        ),
    )
}

/// A key stands twice.
pub fn duplicate_key(key: &str, lang: Lang) -> Message {
    message(
        say!(lang, "同じ欄（{key}）が二つ以上あります。", "The same cell ({key}) stands twice or more."),
        (
            lang.pick("欄ごとに一つの答え", "One answer for each cell"),
            lang.pick(
                "どちらの答えが正しいかを確かめ、プログラムで入力してください。",
                "Find out which answer is meant, and enter it in the program.",
            ),
        ),
    )
}

/// A key that no record has.
pub fn unknown_key(key: &str, lang: Lang) -> Message {
    let key: String = key.chars().take(120).collect();
    message(
        say!(lang, "記録にない欄（{key}）です。", "No record has this cell ({key})."),
        (hidden_columns(lang), copy_answers(lang)),
    )
}

/// The item is gone.
pub fn item_gone(key: &str, lang: Lang) -> Message {
    let key: String = key.chars().take(120).collect();
    message(
        say!(
            lang,
            "この欄の情報は、記録から削除されています（{key}）。",
            "The item of this cell was removed from the record ({key})."
        ),
        ("", lang.pick("要るなら、情報を加えて答えを入力してください。", "If it is needed, add the item and enter its answers.")),
    )
}

/// A formula in an answer.
pub fn formula(lang: Lang) -> Message {
    message(
        lang.pick("数式が入っています。", "A formula stands here.").to_owned(),
        (lang.pick("文字で書いた答え", "An answer written as text"), as_text(lang)),
    )
}

/// A day or the like where text should be.
pub fn not_text(found: &str, lang: Lang) -> Message {
    message(
        say!(
            lang,
            "文字ではなく、日付や真偽値などが入っています（{found}）。",
            "A date, a truth value or the like stands here, not text ({found})."
        ),
        (lang.pick("文字で書いた答え", "An answer written as text"), as_text(lang)),
    )
}

/// A number that a spreadsheet does not keep whole.
pub fn long_number(found: &str, lang: Lang) -> Message {
    message(
        say!(
            lang,
            "数値として記録されていて、桁が失われたおそれがあります（{found}）。",
            "This was kept as a number, of which digits may have been lost ({found})."
        ),
        (
            lang.pick("15桁までの数値か、文字で書いた答え", "A number of up to 15 digits, or an answer written as text"),
            as_text(lang),
        ),
    )
}

fn as_text(lang: Lang) -> &'static str {
    lang.pick(
        "このセルに、先頭に ' を付けて文字として書き直すか、プログラムで入力してください。",
        "Write it again in this cell with a ' before it, which makes it text, or enter it in the program.",
    )
}

/// A character was left out.
pub fn left_out(code: u32, position: usize, lang: Lang) -> String {
    say!(
        lang,
        "{position}文字目の、使えない文字（U+{code:04X}）を除いて取り込みます。",
        "Character {position} (U+{code:04X}) is not allowed and is left out."
    )
}

/// All that differs cannot be seen.
pub fn only_hidden(code: u32, position: usize, in_sheet: bool, lang: Lang) -> String {
    match in_sheet {
        true => say!(
            lang,
            "違いは、評価シートの{position}文字目にある見えない文字（U+{code:04X}）だけです。",
            "All that differs is an invisible character in the sheet: character {position} (U+{code:04X})."
        ),
        false => say!(
            lang,
            "違いは、記録の{position}文字目にある見えない文字（U+{code:04X}）だけです。",
            "All that differs is an invisible character in the record: character {position} (U+{code:04X})."
        ),
    }
}

/// All that differs is blank.
pub fn only_blanks(position: usize, lang: Lang) -> String {
    say!(
        lang,
        "違いは、空白か改行だけです（{position}文字目）。",
        "All that differs are blanks or line breaks (character {position})."
    )
}

/// A time of day was left out.
pub fn time_left_out(time: &str, lang: Lang) -> String {
    say!(lang, "時刻（{time}）を除き、日だけを取り込みます。", "The time ({time}) is left out; the day is taken.")
}

/// Too long for a cell.
pub fn too_long(lang: Lang) -> Message {
    message(
        lang.pick("セルに入る長さを超えています。", "This is longer than a cell can have.").to_owned(),
        ("", lang.pick("短くするか、プログラムで入力してください。", "Shorten it, or enter it in the program.")),
    )
}

/// A word that cannot be chosen.
pub fn unknown_word(found: &str, expected: &[String], lang: Lang) -> Message {
    let named = expected.iter().take(20).map(String::as_str).collect::<Vec<_>>().join(lang.pick("、", ", "));
    message(
        say!(lang, "「{found}」は、この欄で選べません。", "“{found}” cannot be chosen here."),
        (named.as_str(), lang.pick("一覧から選び直してください。", "Choose again from the list.")),
    )
}

/// The proposal of a decision is missing.
pub fn no_proposal(lang: Lang) -> Message {
    message(
        lang.pick("どの提案を見て決めたかが読めません。", "It cannot be read against which proposal this was decided.")
            .to_owned(),
        (hidden_columns(lang), lang.pick("プログラムで決め直してください。", "Decide it in the program.")),
    )
}

/// Texts of a pasted row without the row.
pub fn no_pasted_row(lang: Lang) -> Message {
    message(
        lang.pick(
            "貼り付けた行の文ですが、対象業務に「機関入力」が選ばれていません。",
            "This is a text of a pasted row, but no pasted row is chosen as target task.",
        )
        .to_owned(),
        (
            "",
            lang.pick(
                "要るなら、プログラムの「対象業務」で行を貼り付けてください。",
                "If it is needed, paste the row under Target task.",
            ),
        ),
    )
}

fn message(what: String, (expected, action): (&str, &str)) -> Message {
    Message { what, place: String::new(), expected: expected.to_owned(), action: action.to_owned() }
}
