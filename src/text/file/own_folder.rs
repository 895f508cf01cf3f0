//! The program's own folder, and the settings in it.

sentences! {
    undecided = "プログラムのデータを置くフォルダーが決まりません。", "There is no folder for the program's own data.";
    home = "利用者のホームフォルダー。", "A home folder of the user.";
    name_a_folder(variable: &str, mark: &str) = "環境変数 {variable} にフォルダーを指定するか、プログラムの隣に {mark} という名前のファイルを置いてください。",
        "Set {variable} to a folder, or put a file named {mark} beside the program.";

    room_for_settings = "設定（言語・拡大率・最近のファイル）を置けること。", "A place for the settings (language, zoom, recent files).";
    settings_broken = "設定ファイルを読み取れないため、はじめの設定で動いています。",
        "The settings could not be understood, so the usual ones are in use.";
    settings_are(what: &str) = "設定ではなく、{what}になっています。", "It is not a settings file but {what}.";
    settings_do_not_fit(line: usize, column: usize, excerpt: &str, what: &str) = "{line} 行 {column} 文字目「{excerpt}」: {what}",
        "Line {line}, column {column}, “{excerpt}”: {what}";
    settings_left = "ファイルはそのままです。ウィンドウを開くと、別の名前で残して設定を作り直します。",
        "The file was left as it is. The window, when it is opened, keeps it under another name and begins new settings.";
    choose_settings_again = "言語や拡大率は「設定」で選び直せます。元の設定ファイルは上の名前で残してあります。記録には影響しません。",
        "Choose language and zoom again. The old settings are kept under the name above. No record is affected.";
}
