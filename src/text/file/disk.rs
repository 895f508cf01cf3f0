//! What the disk did not do.

use crate::text::{Lang, marks};

sentences! {
    // Each verb has a Japanese form of its own, so that these are whole clauses.
    not_read = "ファイルを読み込めませんでした。", "Could not read the file.";
    not_written = "ファイルに書き込めませんでした。", "Could not write the file.";
    not_confirmed = "ファイルは書き込みましたが、ディスクに確定したことを確かめられませんでした。",
        "The file was written, but the disk did not confirm that it is stored safely.";
    write_again = "新しい内容は読み取れますが、停電などで失われるおそれがあります。もう一度行い、繰り返すときは別の場所に書き込んでください。",
        "The new content is there, but may be lost if the power fails. Try again; if this recurs, write to another place.";
    not_listed = "フォルダーの中を読み取れませんでした。", "Could not list the folder.";
    not_removed = "ファイルを削除できませんでした。", "Could not remove the file.";
    no_folder_made = "フォルダーを作成できませんでした。", "Could not make the folder.";
    no_lock = "ファイルを占有できませんでした。", "Could not lock the file.";

    not_found = "見つかりません。", "It does not exist.";
    check_the_place = "名前と場所、共有フォルダーや USB への接続を確かめてください。",
        "Check the name and the place, and whether the share or USB stick is connected.";
    is_folder = "同じ名前のフォルダーです。", "It is a folder.";
    choose_a_file = "ファイルを選ぶか、別の名前を付けてください。", "Choose a file, or another name.";
    no_file = "ふつうのファイルではありません（機器など）。", "It is not an ordinary file but a device or a pipe.";
    choose_another = "別のファイルを選んでください。", "Choose another file.";
    no_folder = "途中の名前がフォルダーではなくファイルです。", "A part of the path is a file, not a folder.";
    choose_another_folder = "別のフォルダーを選んでください。", "Choose another folder.";
    exists = "同じ名前のものがすでにあります。", "It already exists.";
    choose_another_name = "別の名前を付けてください。", "Choose another name.";
    no_right_to_read = "このフォルダーやファイルを読む権限がありません。", "You have no permission to read it.";
    have_it_copied = "管理者に権限を確かめるか、読める場所に写してもらってください。",
        "Ask the administrator for permission, or have it copied to where you may read it.";
    no_right = "このフォルダーやファイルを使う権限がありません。", "You have no permission for it.";
    save_to_own_folder = "書き込めるフォルダー（ドキュメントなど）に「別名で保存」するか、管理者に権限を確かめてください。",
        "Save to a folder of your own, or ask the administrator for permission.";
    read_only = "読み取り専用のディスクです。", "The disk is read-only.";
    save_to_writable = "書き込めるディスクに「別名で保存」してください。", "Save to a disk that can be written.";
    full = "ディスクの空きがありません。", "The disk is full.";
    make_room = "不要なファイルを片付けるか、別のディスクに「別名で保存」してください。いまの内容はこの画面に残っています。",
        "Make room, or save to another disk. What you see on the screen is not lost.";
    in_use = "ほかのプログラムが使っています。", "Another program is using it.";
    close_it_there = "ほかのプログラムで閉じてから、もう一度行ってください。ウイルス対策の検査中なら、少し待ってください。",
        "Close it there and try again. If a virus scanner is at work, wait a moment.";
    too_large = "大きすぎます。", "It is too large.";
    bad_name = "ここでは使えない名前です。", "This name cannot be used here.";
    use_a_shorter_name = "短い名前にし、\\ / : * ? \" < > | を除いてください。", "Use a shorter name without \\ / : * ? \" < > |";
    too_deep = "フォルダーが深すぎるため、中を見ていません。", "It is nested too deeply and was not searched.";
    choose_that_folder = "そのフォルダーを直接選んでください。", "Choose that folder itself.";
    not_utf8 = "名前がUTF-8ではないため、そのままでは表示も入力もできません（\\xの形で示します）。",
        "The name is not UTF-8 and cannot be shown or typed as it is (bytes are given as \\x).";
    rename = "ファイルやフォルダーの名前を付け直してください。", "Rename the file or folder.";
    stopped = "保存先が止まりました。", "The storage stopped.";
    try_again = "もう一度行ってください。", "Try again.";
    system_said(said: &str) = "システムからの知らせ: {said}", "The system said: {said}";
    save_elsewhere_if_again = "もう一度行い、繰り返すときは別の場所に「別名で保存」してください。",
        "Try again; if this recurs, save to another place.";
    open_elsewhere_if_again = "もう一度行い、繰り返すときは別の場所に写してから開いてください。",
        "Try again; if this recurs, copy it to another place and open it there.";
}

/// What was not done, with the reason.
pub fn because(not_done: &str, cause: &str, lang: Lang) -> String {
    format!("{not_done}{}{cause}", marks::between_sentences(lang))
}
