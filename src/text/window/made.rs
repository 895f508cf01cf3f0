//! What was made, and opening it.

use std::path::Path;

use crate::text::{Lang, Message, shown_path};

sentences! {
    not_opened_what = "ほかのプログラムで開けませんでした。", "It could not be opened with another program.";
    opened_to_print_what = "このパソコンの印刷の機能が使えなかったため、PDFを開きました。",
        "This computer has no printing command that took the PDF, so it was opened.";
    opened_to_print_do = "開いた画面から印刷してください。", "Print it from there.";
    print_title = "印刷", "Print";
    print_usual = "このパソコンでいつも使うプリンターに送ります。", "It goes to the printer this computer uses by default.";
    print_choose = "プリンターや部数を選ぶときは、PDFを開いて、その画面から印刷します。", "To choose a printer or the number of copies, open the PDF and print from there.";
    print_now = "印刷する", "Print";
    print_open = "PDFを開く", "Open the PDF";
    nothing_to_print_what = "印刷するPDFができませんでした。", "No PDF came of it to be printed.";
    nothing_to_print_do = "「出力」でPDFを作り、そこから印刷してください。", "Make the PDF under Output and print it from there.";
    not_opened_do = "ファイルは作られています。場所をコピーして、ご自身で開いてください。", "The file was made. Copy its path and open it yourself.";
}

/// A file was given to the printer.
pub fn sent_to_printer(path: &Path, lang: Lang) -> String {
    let name = shown_path(path.file_name().unwrap_or(path.as_os_str()));
    say!(
        lang,
        "「{name}」をプリンターに渡しました。出てこないときは、プリンターを確かめてください。",
        "“{name}” went to the printer. If nothing comes out, check the printer."
    )
}

/// No PDF came of a document.
pub fn nothing_to_print(lang: Lang) -> Message {
    Message { what: nothing_to_print_what(lang).to_owned(), action: nothing_to_print_do(lang).to_owned(), ..Message::default() }
}

/// No command of the system printed it: it was opened.
pub fn opened_to_print(path: &Path, lang: Lang) -> Message {
    Message {
        what: opened_to_print_what(lang).to_owned(),
        place: shown_path(path),
        expected: String::new(),
        action: opened_to_print_do(lang).to_owned(),
    }
}

/// A file that was made could not be opened outside.
pub fn not_opened_outside(path: &Path, said: &str, lang: Lang) -> Message {
    Message {
        what: not_opened_what(lang).to_owned(),
        place: shown_path(path),
        expected: said.to_owned(),
        action: not_opened_do(lang).to_owned(),
    }
}
