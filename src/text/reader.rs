//! Why a stranger's file could not be read by the process that reads it.

sentences! {
    not_started(said: &str) = "ファイルを読むためのプロセスを起動できませんでした：{said}", "The process that reads the file could not be started: {said}";
    too_long = "このファイルは、ふつうのファイルでは考えられないほど読むのに時間がかかるため、読むのをやめました。何も取り込んでいません。",
        "This file takes longer to read than any ordinary file, so reading was stopped. Nothing was taken from it.";
    too_much = "このファイルは、ふつうのファイルでは考えられないほど読むのにメモリを使うため、読むのをやめました。何も取り込んでいません。",
        "This file takes more memory to read than any ordinary file, so reading was stopped. Nothing was taken from it.";
    broke_down = "このファイルを読むプロセスが途中で止まりました。何も取り込んでいません。開いている記録はそのままです。",
        "The process reading this file stopped. Nothing was imported from it. Open records are unaffected.";
    nonsense = "このファイルから、扱える量を超える内容か、意味をなさない内容が返されました。何も取り込んでいません。",
        "What came back from this file is more than can be taken, or makes no sense. Nothing was taken from it.";
    start_again = "プログラムを終了して起動し直してください。更新した直後や、プログラムのファイルを動かした後に起こります。",
        "Close the program and start it again. This happens after an update, or when its file was moved.";
    ask_the_sender = "壊れているか、害を与えるために作られたおそれがあります。渡した人に確かめ、元のプログラムから書き出し直したものか、.liu.ron か .liu.json を受け取ってください。",
        "It may be damaged, or made to do harm. Check with whoever handed it over, and ask for it exported anew, or for the .liu.ron or .liu.json.";
}
