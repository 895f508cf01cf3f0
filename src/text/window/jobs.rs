//! What work in the background is called, and what is said when it breaks down.

use crate::text::{Lang, Message};

sentences! {
    job_dialog = "ファイルを選ぶ画面", "The file dialog";
    job_open = "ファイルを開く", "Opening the file";
    job_check_pages = "PDFの紙面の確認", "Checking the pages of the PDF";
    job_look = "ファイルの確認", "Looking at the file";
    job_save = "保存", "Saving";
    job_unlock = "ロックファイルの片付け", "Removing the lock file";
    job_snapshot = "途中の状態の保管", "Keeping the unsaved changes";
    job_settings = "設定の保存", "Saving the settings";
    job_print = "印刷", "Printing";
    job_export = "出力", "Making files";
    job_preview = "印刷イメージ", "Printed page";
    job_package = "パッケージの作成", "Making the package";
    job_receive = "受領", "Taking in the result";
    job_keep_received = "受け取ったファイルの控え", "Keeping what was received";
    job_attach = "添付", "Attaching the file";
    job_save_attachments = "添付ファイルの保存", "Saving the attachments";
    job_import = "評価シートの取込み", "Reading the assessment sheet";
    job_compare = "別の記録との比較", "Comparing with another record";
    job_precedents = "先例の検索", "Looking for precedents";
    job_sign = "署名", "Signing";
    job_check_signature = "署名の確認", "Checking the signature";
    job_read_catalogue = "目録の読込み", "Reading the catalogue";
    job_keep_catalogue = "目録の保管", "Keeping the catalogue";
    job_write_catalogue = "目録の書出し", "Writing the catalogue";
    job_traces = "残すものの確認", "Looking at what the program leaves";
    broke_off = "作業が途中で止まりました（プログラムの不具合です）。", "The work stopped, which is a fault of this program.";
    broke_off_action = "記録は無事です。保存してから、もう一度お試しください。", "The record is safe. Save it and try again.";
    broke_off_saving = "画面の記録は無事です。もう一度保存するか、別の名前で保存してください。",
        "The record on the screen is safe. Save it again, or under another name.";
    not_begun = "作業を始められませんでした（パソコンのメモリーが足りないようです）。",
        "The work could not be started: the computer seems to be short of memory.";
    not_begun_action = "ほかのプログラムを閉じてから、もう一度お試しください。", "Close other programs and try again.";
}

/// That work in the background did not come to its end.
pub fn job_broke_off(name: &str, is_save: bool, lang: Lang) -> Message {
    let action = if is_save { broke_off_saving(lang) } else { broke_off_action(lang) };
    Message { what: broke_off(lang).to_owned(), place: name.to_owned(), action: action.to_owned(), ..Message::default() }
}

/// That work in the background could not be begun.
pub fn job_not_begun(name: &str, lang: Lang) -> Message {
    let action = not_begun_action(lang).to_owned();
    Message { what: not_begun(lang).to_owned(), place: name.to_owned(), action, ..Message::default() }
}
