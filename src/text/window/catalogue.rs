//! What the page of the catalogue (目録) says.

use std::path::Path;

use crate::record::CataloguePin;
use crate::text::{Lang, Message};

sentences! {
    show_catalogue = "目録…", "Catalogue…";
    catalogue_title = "目録", "Catalogue";
    catalogue_lead = "目録は、対象業務、問い、基準、手続の版などをまとめたものです。新しい記録は、ここに示す目録で始まります。",
        "The catalogue holds the target tasks, questions, criteria and procedure profiles. New records begin with the one shown here.";
    catalogue_pinned_note = "開いている記録と、これまでの記録は、作ったときの目録のまま変わりません。",
        "The open record, and those made before, stay with the catalogue they were made with.";
    catalogue_in_use = "新しい記録に使う目録", "For new records";
    catalogue_of_record = "開いている記録の目録", "Of the open record";
    catalogue_not_at_hand = "この目録は手元にないため、上の目録で判定しています。", "It is not at hand: the record is judged by the one above.";
    catalogue_name = "名前", "Name";
    catalogue_id_version = "番号と版", "Id and version";
    catalogue_digest = "要約値（SHA-256）", "Digest (SHA-256)";
    catalogue_copy_digest = "要約値をコピー", "Copy the digest";
    catalogue_origin = "出どころ", "Origin";
    catalogue_origin_shipped = "このプログラムに同梱", "Shipped with this program";
    catalogue_content = "内容", "Content";
    catalogue_basis = "根拠", "Basis";
    catalogue_load = "別の目録を読み込む…", "Load another catalogue…";
    catalogue_back = "同梱の目録に戻す", "Go back to the one shipped";
    catalogue_write = "同梱の目録を書き出す…", "Save a copy of the one shipped…";
    catalogue_write_note = "機関の目録は、同梱の目録を書き出して書き換えると作れます。書き方は、書き出したファイルの先頭にあります。",
        "To make your own catalogue, start from a copy of the one shipped. How to write it is explained at the top of that file.";
    catalogue_reading = "目録を読んでいます。", "The catalogue is being read.";
    catalogue_refused = "読み込めませんでした", "Not loaded";
    catalogue_unchanged = "使う目録は変わっていません。", "The catalogue in use has not changed.";
    catalogue_loaded = "読み込んだ目録", "The catalogue loaded";
    catalogue_same = "使っている目録と同じ内容です。", "It is the same as the catalogue in use.";
    catalogue_same_version = "内容が違うのに、番号と版が使っている目録と同じです。取り違えないよう、meta.version を変えることをお勧めします。",
        "Its content differs, yet id and version are those of the catalogue in use. To tell them apart, better change meta.version.";
    catalogue_differences = "使っている目録との違い", "Differences to the catalogue in use";
    catalogue_place = "ところ", "Place";
    catalogue_now = "使っている目録", "In use";
    catalogue_then = "読み込んだ目録", "Loaded";
    catalogue_use = "この目録を使う", "Use this catalogue";
    catalogue_use_note = "使うことにすると、写しをこのプログラムのデータとして残し、次に始めたときも使います。元のファイルはなくなってもかまいません。",
        "If you use it, a copy is kept in the program's own data and used from the next start on, too. The file itself is not needed any more.";
    catalogue_keeping = "目録の写しを残しています。", "A copy of the catalogue is being kept.";
    catalogue_back_done = "同梱の目録に戻しました。新しい記録から使います。", "The catalogue shipped is in use again, for new records.";
    catalogue_filter = "目録", "Catalogues";
    catalogue_use_file = "この目録を読み込む", "Load this catalogue";
    catalogue_path_hint = "例：C:\\評価\\目録.ron　/home/me/catalogue.ron", "For example C:\\work\\catalogue.ron or /home/me/catalogue.ron";

    /// Where an agency's own catalogue came from.
    catalogue_origin_own(file: &str) = "機関の目録（{file} から読み込み）", "The agency's own, loaded from {file}";

    /// How much stands in it.
    catalogue_counts(tasks: usize, questions: usize) = "対象業務 {tasks}件、問い {questions}件",
        "{tasks} target tasks, {questions} questions";
    /// How many things differ, in all or of a kind.
    catalogue_count(name: &str, number: usize) = "{name} {number}件", "{name}: {number}";
    /// How many problems a catalogue has that are not listed yet, or differences.
    catalogue_more(number: usize) = "ほか{number}件を表示", "Show {number} more";

    /// The start page's word on an own catalogue.
    catalogue_for_new(title: &str, version: &str) = "新しい記録は、目録「{title}」（版 {version}）で始まります。",
        "New records begin with the catalogue “{title}”, version {version}.";

    /// The name under which a copy of the catalogue is first saved.
    catalogue_file_name(version: &str) = "目録_{version}.ron", "catalogue_{version}.ron";
}

/// Where a catalogue came from that the command line named.
pub fn catalogue_origin_given(file: &Path, lang: Lang) -> String {
    let file = crate::text::shown_path(file);
    say!(
        lang,
        "この起動だけ、コマンドラインで指定（--catalogue {file}）",
        "Named on the command line for this run (--catalogue {file})"
    )
}

/// Its id and version.
pub fn catalogue_pin(pin: &CataloguePin, lang: Lang) -> String {
    let (id, version) = (&pin.id, &pin.version);
    say!(lang, "{id}　版 {version}", "{id}, version {version}")
}

/// That new records begin with another catalogue from now on.
pub fn catalogue_used(pin: &CataloguePin, lang: Lang) -> String {
    let pin = catalogue_pin(pin, lang);
    say!(lang, "これから作る記録は、目録 {pin} で始まります。", "New records begin with the catalogue {pin} from now on.")
}

/// A copy of the catalogue was saved.
pub fn catalogue_written(path: &Path, lang: Lang) -> String {
    let path = crate::text::shown_path(path);
    say!(
        lang,
        "書き出しました：{path}。書き換えたら meta.version も変え、「別の目録を読み込む…」で読み込んでください。",
        "Saved: {path}. Edit it, change meta.version too, and load it by “Load another catalogue…”."
    )
}

/// The catalogue that was set is not to be had from where it is kept.
pub fn catalogue_lost(pin: &CataloguePin, file: &str, kept: &Path, lang: Lang) -> Message {
    let (words, digest) = (catalogue_pin(pin, lang), pin.digest.short());
    Message {
        what: say!(
            lang,
            "選んであった機関の目録（{words}）を読み込めないため、同梱の目録を使います。",
            "The agency's own catalogue that was chosen ({words}) cannot be had. The one shipped is used instead."
        ),
        place: crate::text::shown_path(kept),
        expected: say!(
            lang,
            "写しが残っていて、要約値が {digest} で始まること",
            "A copy of it there, whose digest begins with {digest}"
        ),
        action: say!(
            lang,
            "「表示」→「目録…」で、元のファイル（{file}）をもう一度読み込むか、同梱の目録に戻してください。それまで、新しい記録は同梱の目録で始まります。",
            "Under View, Catalogue…, load its file again ({file}), or go back to the one shipped. Until then new records begin with the one shipped."
        ),
    }
}
