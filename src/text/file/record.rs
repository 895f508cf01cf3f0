//! Why a record was not opened or saved.

use crate::text::Lang;

sentences! {
    too_large = "ファイルが大きすぎます。", "The file is too large.";
    usual_size = "評価記録は 16 MiB までです。ふつうは 1 MiB を超えません。", "A record has at most 16 MiB, and usually less than 1 MiB.";
    choose_another_not_read = "別のファイルを選んでください。このファイルは読み込んでいません。", "Choose another file. This one was not read.";
    a_record = "liu-wizard の評価記録（.liu.ron か .liu.json）。", "An assessment record of liu-wizard (.liu.ron or .liu.json).";

    made_by_newer(version: u32) = "より新しい liu-wizard で作られた記録です（形式の第{version}版）。",
        "This record was made by a newer liu-wizard (format version {version}).";
    reads_up_to(version: u32) = "このプログラムが読めるのは第{version}版までです。", "This program reads up to version {version}.";
    open_with_newer = "新しい liu-wizard で開いてください。読み違えを防ぐため、一部だけを開くことはしません。ファイルは元のままです。",
        "Open it with the newer liu-wizard. It is not read in part, so that nothing is misread. The file was left as it is.";
    no_such_version(version: u32) = "形式の第{version}版というものはありません。", "There is no format version {version}.";
    known_versions(version: u32) = "第1版から第{version}版まで。", "Versions 1 to {version}.";

    id_twice(id: &str) = "識別子 {id} が二度使われています。", "The id {id} is used twice.";
    each_id_once = "識別子は一つの記録の中で一度だけ使えます。", "Each id may appear only once in a record.";
    correct_what_was_edited = "テキストエディターで書き換えたときは、その箇所を直すか、書き換える前のファイルを開いてください。ファイルは元のままです。",
        "If it was edited by hand, correct that place or open the file as it was before. The file was left as it is.";
    get_the_original = "コピーや転送が途中で終わったおそれがあります。元のファイルをもう一度受け取るか、保存のたびに取ってある前の版（プログラムのデータフォルダーの versions）を開いてください。ファイルは元のままです。",
        "A copy or transfer may have stopped half-way. Get the original again, or open a previous version, kept at every save under versions in the program's data folder. The file was left as it is.";

    not_writable = "記録を書き表せませんでした。プログラムの誤りです。", "The record could not be written as text. This is a fault of the program.";
    keep_by_export = "保存はしていません。「出力」で PDF か Markdown を書き出して内容を残し、開発元に知らせてください。",
        "Nothing was saved. Export a PDF or Markdown to keep the content, and report this.";
    exists = "同じ名前のファイルがすでにあります。", "A file of this name already exists.";
    rename_or_replace = "別の名前を付けるか、上書きすることを選んでください。", "Choose another name, or choose to replace it.";
    changed_outside = "開いた後に、ほかの人かほかのプログラムがこのファイルを書き換えています。",
        "Somebody or something changed this file after you opened it.";
    as_opened = "開いたときと同じ内容のファイル。", "The file as it was when it was opened.";
    save_and_compare = "保存はしていません。「別名で保存」で自分の版を残し、二つを見比べてください。",
        "Nothing was saved. Save yours under another name and compare the two.";
    vanished = "開いたファイルがなくなっています。移動・削除・名前の変更があったか、共有フォルダーへの接続が切れています。",
        "The file that was opened is gone: moved, deleted, renamed, or the share is not connected.";
    save_under_another_name = "内容はこの画面に残っています。「別名で保存」で保存してください。",
        "The content is still here. Save it under another name.";
    reads_back_differently = "書き込んだ内容と、読み直した内容が違います。", "What was written reads back differently.";
    save_elsewhere = "ディスクか接続に障害のおそれがあります。別の場所に「別名で保存」してください。前の版は残っています。",
        "The disk or the connection may be faulty. Save to another place. The previous version is kept.";
    not_confirmed = "書き込みましたが、ディスクに確定したことを確かめられません。",
        "It was written, but the disk did not confirm that it is stored safely.";
    not_read_back = "新しい内容に置き換えましたが、読み直して確かめることができませんでした。",
        "The new content is in place, but could not be read again to check it.";
    save_again_previous_kept = "もう一度保存してください。繰り返すときは別の場所に「別名で保存」してください。前の版は残っています。",
        "Save again. If this recurs, save to another place. The previous version is kept.";
    save_again = "もう一度保存してください。繰り返すときは別の場所に「別名で保存」してください。",
        "Save again. If this recurs, save to another place.";
    previous_not_kept = "前の版の控えを取れないため、上書きしませんでした。",
        "The previous version could not be kept, so nothing was replaced.";
    save_without_previous = "「別名で保存」では控えが要らないので保存できます。空き容量も確かめてください。",
        "Saving under another name needs no such copy. Check the free space, too.";
    locked(by: &str, since: &str) = "この記録は {by} が開いています（{since} から）。", "This record is open: {by}, since {since}.";
    locked_since_unknown(by: &str) = "この記録は {by} が開いています（いつからかはロックファイルからは分かりません）。",
        "This record is open: {by}. The lock file does not say since when.";
    somebody = "ほかの人かほかのプログラム", "somebody else";
    being_written(by: &str) = "この記録には {by} の別のコマンドが書き込んでいる途中です。",
        "Another command is writing to this record: {by}.";
    wait_a_moment = "少し待ってから、もう一度行ってください。", "Wait a moment and try again.";
    close_first = "何も書き込んでいません。閉じてもらってから、もう一度実行してください。閉じたのに残っているときは、記録の隣の .~lock. で始まるファイルを確かめてください。",
        "Nothing was written. Have it closed, then run this again. If nobody has it open, look for a file beside the record whose name begins with .~lock.";
    close_or_read_only = "閉じてもらうか、読み取り専用で開いてください。", "Have it closed, or open it read-only.";
}

/// A file is no record, but something that has a name.
pub fn not_a_record(name: &str, lang: Lang) -> String {
    // A space parts Latin letters from kana, as everywhere in Japanese here.
    let space = if name.ends_with(|end: char| end.is_ascii_alphanumeric()) { " " } else { "" };
    say!(lang, "評価記録ではありません。{name}{space}です。", "This is not an assessment record but {name}.")
}
