//! What is said when records and catalogues are opened together.

use std::path::Path;

use super::{Lang, Message, marks};
use crate::record::CataloguePin;

sentences! {
    ids_unknown(named: &str) = "目録にない番号があるため、この記録を開けません：{named}", "the record names ids that the catalogue does not know: {named}";
    ids_of(in_use: &str) = "使っている目録 {in_use} にある番号", "ids of the catalogue in use, {in_use}";
    load_its_catalogue(made_with: &str) = "この記録は目録 {made_with} で作られました。その目録を、ウィンドウの「表示」→「目録…」で読み込んで使うか、コマンドの --catalogue FILE で指定してから、開いてください。",
        "The record was made with catalogue {made_with}. Load and use that one in the window by View, Catalogue…, or name it by --catalogue FILE, and open the record again.";
    open_previous = "番号を書き換えた覚えがなければ、保存されている前の版を開いてください。",
        "If nobody changed ids by hand, open the previous version that was kept.";
    kept_not_saved(file: &str) = "受け取った {file} は、記録が保存されていないため手元にありません", "{file}, which was received, is not at hand: the record was not saved";
    kept_not_there(file: &str) = "受け取った {file} が見つかりません", "{file}, which was received, is not there";
    kept_changed(file: &str) = "受け取った {file} が、受け取ったときの内容と違います", "{file} is not what was received";
    kept_read_again(digest: &str) = "記録のファイルと同じ場所の「LIU-…_received」フォルダーを一緒に移すか、元のファイル（SHA-256 {digest}…）をもう一度読み込んでください。",
        "Bring the folder “LIU-…_received” along that stood beside the record, or read the file (SHA-256 {digest}…) once more.";
    kept_elsewhere = "受け取ったファイルを、記録のそばに控えられませんでした。元のファイルを残しておいてください。",
        "What was received could not be kept beside the record. Do not throw the original away.";
}

/// How many ids are named before the rest is only counted.
const MOST_NAMED: usize = 10;

/// A record names ids, each with its place, that the catalogue in use does not know.
pub fn dangling_ids(path: &Path, ids: &[(&str, String)], made_with: &CataloguePin, in_use: &CataloguePin, lang: Lang) -> Message {
    let named: Vec<_> = ids.iter().take(MOST_NAMED).map(|(id, place)| format!("{id}（{place}）")).collect();
    let rest = ids.len().saturating_sub(MOST_NAMED);
    let more = match rest {
        0 => String::new(),
        _ => say!(lang, "、ほか{rest}件", ", and {rest} more"),
    };
    let named = format!("{}{more}", named.join(marks::comma(lang)));
    let pin = |pin: &CataloguePin| format!("{} {} ({})", pin.id, pin.version, pin.digest.short());
    let (made_with_words, in_use_words) = (pin(made_with), pin(in_use));
    let action = if made_with == in_use { open_previous(lang).to_owned() } else { load_its_catalogue(&made_with_words, lang) };
    Message {
        what: ids_unknown(&named, lang),
        place: crate::text::shown_path(path),
        expected: ids_of(&in_use_words, lang),
        action,
    }
}

/// What was received could not be kept beside the record, for this reason.
pub fn not_kept(message: Message, lang: Lang) -> Message {
    let action = [kept_elsewhere(lang), message.action.as_str()].join(marks::between_sentences(lang));
    Message { action, ..message }
}

/// A message about a file, which it names where it names nothing yet.
pub fn in_file(message: Message, path: &Path) -> Message {
    if message.place.is_empty() { Message { place: crate::text::shown_path(path), ..message } } else { message }
}
