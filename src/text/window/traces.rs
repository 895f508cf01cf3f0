//! What the program leaves on a computer, and what is told of it when somebody needs help.

sentences! {
    title = "このプログラムが残すもの", "What this program leaves";
    menu = "このプログラムが残すもの…", "What this program leaves…";
    menu_hint = "このパソコンに残る設定・前の版・復元用の控えを示し、空にできます。",
        "Shows the settings, previous versions and snapshots kept on this computer, and lets you delete them.";
    lead = "保存した記録のほかに、このプログラムが書くのは次のフォルダーの中だけです。ネットワークには接続しません。",
        "Besides the records you save, this program writes only into this folder. It opens no network connection.";
    beside = "記録を開いている間は、その隣に、だれが開いているかを書いた小さなファイル（.~lock.…#）も置き、閉じると消します。",
        "While a record is open, a small file beside it (.~lock.…#) says who has it open. It is deleted when the record is closed.";
    folder = "フォルダー", "Folder";
    copy_folder = "パスをコピー", "Copy the path";
    what = "何か", "What";
    how_much = "量", "How much";
    counting = "数えています…", "Counting…";
    files(count: usize, size: &str) = "{count}件、{size}", "{count} files, {size}";
    none = "なし", "none";
    empty_it = "空にする", "Empty";
    empty_this(name: &str) = "「{name}」を空にする", "Empty “{name}”";
    forget = "最近のファイルを忘れる", "Forget recent files";
    forgotten = "最近使ったファイルの一覧を消しました。", "The list of recent files was cleared.";

    settings = "設定", "Settings";
    settings_what = "表示言語、入力した名前、拡大率、最近使ったファイルの場所、先例のフォルダー、読み込んだ目録。",
        "Language, the name you entered, zoom, where recent files are, folders of precedents, the catalogue you loaded.";
    versions = "前の版", "Previous versions";
    versions_what = "保存のたびに取る、記録の前の版。新しい10件と、14日分の一日1件。",
        "The state of a record before each save: the newest ten, and one a day for fourteen days.";
    recovery = "復元用の控え", "Recovery snapshots";
    recovery_what = "保存していない変更の控え。保存するか、捨てて閉じると消えます。強制終了のあとに残ったものは、次に開いたときに復元できます。",
        "Unsaved changes. They are deleted when you save, or close without saving. What is left after a crash can be restored at the next start.";
    catalogues = "目録の控え", "Kept catalogues";
    catalogues_what = "保存した記録が使う目録。消すと、同梱されていない目録で作った記録は、当時の目録で判定できなくなります。",
        "Catalogues of saved records. Without them, a record made with a catalogue that is not shipped can no longer be judged by its own catalogue.";
    printed = "印刷のために作ったPDF", "Made to be printed";
    printed_what = "最後に印刷したPDF。次に印刷するか、次に起動すると消えます。",
        "The PDF printed last. It is deleted at the next printing or the next start.";
    sessions = "動作中の印", "Who is running";
    sessions_what = "動いているプログラムを見分ける空のファイル。終わると消えます。", "Empty files that show which programs are running. They are deleted on exit.";
    other = "そのほか", "Other files";
    other_what = "このプログラムのものではないか、見分けられないファイル。触れません。", "Files that are not this program's, or not known to it. They are left alone.";

    ask_recovery(count: usize) = "復元できる控えが{count}件あります。保存していない作業の、ただ一つの写しかもしれません。消すと元に戻せません。",
        "There are {count} snapshots that can be restored. They may be the only copy of unsaved work. Deleting them cannot be undone.";
    ask_versions(count: usize) = "前の版{count}件を消します。元に戻せません。保存した記録そのものは変わりません。",
        "Deletes {count} previous versions. This cannot be undone. The saved records themselves stay as they are.";
    ask_catalogues(count: usize) = "目録の控え{count}件を消します。使用中の目録は残します。",
        "Deletes {count} kept catalogues. The one in use stays.";
    ask_printed(count: usize) = "印刷のために作ったPDF{count}件を消します。記録はそのまま残ります。",
        "Deletes {count} PDF files made to be printed. The records stay as they are.";
    do_it = "消す", "Remove";
    leave_it = "やめる", "Keep";
    removed(count: usize) = "{count}件を消しました。", "{count} files were removed.";
    left_in_use(count: usize) = "使用中の{count}件は残しました。ほかに開いている liu-wizard があれば、閉じてからもう一度試してください。",
        "{count} in use were kept. Close other liu-wizard windows and try again.";
    not_removed(count: usize) = "{count}件は消せませんでした。", "{count} could not be removed.";
    no_session = "このフォルダーに書き込めないため、空にできません。", "The folder cannot be written, so nothing can be emptied.";

    diagnostics = "診断情報", "Diagnostics";
    diagnostics_menu = "診断情報をコピー…", "Copy diagnostics…";
    diagnostics_hint = "問合せに添える情報を示し、コピーします。記録の内容は含みません。",
        "Shows the details to send with a question, and copies them. They contain nothing of a record's content.";
    diagnostics_lead = "コピーされるのは、次の文字がすべてです。記録の内容、名前、ファイルの場所は含みません。どこにも送りません。",
        "This is all that is copied: no record content, no names, no file locations. It is not sent anywhere.";
    copy = "この内容をコピー", "Copy this";
    version(version: &str) = "版: {version}", "Version: {version}";
    system(os: &str, arch: &str) = "システム: {os} {arch}", "System: {os} {arch}";
    renderer(name: &str) = "描画: {name}", "Renderer: {name}";
    catalogue(pin: &str) = "目録: {pin}", "Catalogue: {pin}";
    own_catalogue = "（設定で選んだもの）", " (chosen in the settings)";
    screen(zoom: u16, scale: &str, lang: &str) = "画面: 拡大率 {zoom}%、倍率 {scale}、言語 {lang}", "Screen: zoom {zoom}%, scale {scale}, language {lang}";
    no_record = "記録: 開いていない", "Record: none open";
    record(profile: &str, items: usize, findings: usize, comments: usize, revisions: usize) =
        "記録: 手続 {profile}、情報 {items}件、指摘 {findings}件、コメント {comments}件、履歴 {revisions}版",
        "Record: procedure {profile}, {items} items, {findings} findings, {comments} comments, {revisions} revisions";
    kept(name: &str, files: usize, bytes: u64) = "{name}: {files}件、{bytes}バイト", "{name}: {files} files, {bytes} bytes";
}
