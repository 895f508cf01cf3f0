//! Saves and snapshots that do not go as they should.

use std::path::Path;

use crate::text::{Lang, Message, marks, shown_path};

sentences! {
    leaving_after_save = "保存が終わりしだい、この記録を離れます。", "This record is left as soon as it is saved.";
    hangs_title = "保存が終わりません", "Saving does not finish";
    hangs_wait = "待つ", "Wait";
    hangs_leave = "控えを残して閉じる", "Close and keep a recovery copy";
    hangs_lose = "失って閉じる", "Close and lose the changes";
    hangs_leaving = "このまま閉じると、保存が終わったかどうかは分かりません。ファイルは、前の内容か新しい内容のどちらかです。画面の内容は控えとしてこのパソコンに残り、次にプログラムを始めたときに復元できます。",
        "If you close now, nobody can say whether the save came to its end: the file holds the old or the new content whole. What is on the screen is kept on this computer and is offered when the program starts next.";
    hangs_losing = "このまま閉じると、保存が終わったかどうかは分かりません。控えを取るフォルダーも使えないため、保存されていない内容は失われます。",
        "If you close now, nobody can say whether the save came to its end. The folder for recovery cannot be used either, so that what is not saved is lost.";

    lock_is_lost = "長く開いたままだったため、この記録はほかの人も開いています。保存するときに、ほかで変更されていないか確かめます。",
        "This record stood open for so long that somebody else has opened it, too. Before it is saved it is checked whether the file was changed.";
    restored_is_saved = "プログラムが終わる直前の保存は済んでいました。ファイルには、復元した内容が入っています。",
        "The save that was under way when the program ended was done: the file holds what was restored.";
    restored_after_its_save = "プログラムが終わる直前の保存は済んでいました。そのあとの変更は未保存です。",
        "The save that was under way when the program ended was done. What was changed after it is not saved.";
    restored_as_a_copy = "復元した内容は、写しとして開いています。「保存」で、別の場所に保存できます。",
        "What was restored is open as a copy. Save it to another place.";

    not_kept_in_short = "入力の途中の控えを取れません。「保存」で残してください。", "No recovery copy can be kept. Save the record.";
    not_kept_title = "入力の途中の控えを取れません。", "No recovery copy of your input can be kept.";
    kept_until(at: &str) = "{at} までの控えはあります。その後に入力した内容は、この画面にしかありません。",
        "What you typed until {at} is kept. What you typed since is only on this screen.";
    kept_nowhere = "保存していない内容は、この画面にしかありません。", "What is not saved is only on this screen.";
    save_it = "「保存」か「別名で保存」で残してください。控えは、取れるようになりしだい、また取ります。",
        "Save the record, here or in another place. It is kept again as soon as that is possible.";
    /// The same as [`hangs`], in the footer.
    hangs_in_short(file: &str) = "「{file}」の保存が終わりません。別の場所に「別名で保存」できます。",
        "Saving “{file}” does not finish. You can save to another place.";
    no_answer = "保存先が応答しません。共有フォルダーやネットワークの接続が切れているおそれがあります。",
        "The file's location does not respond. A shared folder or the network may be disconnected.";
    saving_to(path: &str) = "保存先: {path}", "Saving to: {path}";
    go_on_meanwhile = "接続を確かめてください。待つ間も入力を続けられ、別の場所に「別名で保存」することもできます。",
        "Check the connection. You can go on typing meanwhile, or save to another place.";
    kept_meanwhile = "画面の内容の控えは、このパソコンに取り続けています。",
        "What is on the screen is kept for recovery on this computer meanwhile.";
}

/// That a save does not come to its end, and what can be done.
pub fn hangs(path: &Path, is_kept: bool, lang: Lang) -> Message {
    let action: &[&str] = if is_kept { &[go_on_meanwhile(lang), kept_meanwhile(lang)] } else { &[go_on_meanwhile(lang)] };
    Message {
        what: no_answer(lang).to_owned(),
        place: saving_to(&shown_path(path), lang),
        action: action.join(marks::between_sentences(lang)),
        ..Message::default()
    }
}

/// That no recovery snapshot can be written, why, and where what was typed is: nowhere else, or kept until then.
pub fn not_kept(why: &Message, kept_at: Option<&str>, lang: Lang) -> Message {
    let place = [why.what.as_str(), why.place.as_str()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let is_where = kept_at.map_or_else(|| kept_nowhere(lang).to_owned(), |at| kept_until(at, lang));
    let action = [is_where.as_str(), save_it(lang)].join(marks::between_sentences(lang));
    Message { what: not_kept_title(lang).to_owned(), place, action, ..Message::default() }
}
