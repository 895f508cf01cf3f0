//! What a file is that is no record, and what to do with it instead.

sentences! {
    empty = "空のファイル", "an empty file";
    zeros = "0 だけが並んだデータ（停電などで書き込みが終わらなかったファイル）", "nothing but zeros, as a power failure can leave behind";
    pdf = "PDF 文書", "a PDF document";
    xlsx = "Excel のブック", "an Excel workbook";
    docx = "Word の文書", "a Word document";
    old_office = "古い形式の Office 文書（.xls / .doc など）", "an old Office document (.xls, .doc or the like)";
    zip = "ZIP ファイル", "a ZIP archive";
    image = "画像", "a picture";
    program = "プログラム", "a program";
    binary = "文字で書かれていないデータ", "data that is not text";
    html = "ウェブページ（HTML）", "a web page (HTML)";
    xml = "XML 文書", "an XML document";
    utf16 = "文字コードが UTF-16 のテキスト", "text in UTF-16";
    shift_jis = "文字コードが Shift_JIS のテキスト", "text in Shift_JIS";
    cnil_pia = "CNIL の PIA ツールの JSON", "JSON of the CNIL's PIA tool";
    oscal = "OSCAL の JSON", "OSCAL JSON";
    record = "liu-wizard の評価記録", "a liu-wizard record";
    catalogue = "liu-wizard の目録", "a liu-wizard catalogue";
    judgement = "liu-wizard が書き出した判定の JSON", "a judgement written by liu-wizard (JSON)";
    manifest = "liu-wizard が書き出した記録一式の一覧", "the file list of a set written by liu-wizard";
    json = "別の目的の JSON", "JSON of something else";
    ron = "別の目的の RON", "RON of something else";
    text = "ふつうのテキスト", "plain text";

    look_for_the_original = "コピーや転送の途中で中身が失われたおそれがあります。渡した人の控えか、保存のたびに取ってある前の版（プログラムのデータフォルダーの versions）を確かめてください。",
        "Its content may have been lost while it was copied. Ask for the original, or look under versions in the program's data folder.";
    sign_in_first = "ログインの画面や共有サービスの画面が、ファイルの代わりに保存されたおそれがあります。ログインしてから、もう一度ダウンロードしてください。",
        "The page of a login or of a sharing service may have been saved in place of the file. Sign in, then download it again.";
    unpack = "ZIP を展開し、中の .liu.ron か .liu.json を開いてください。", "Unpack it and open the .liu.ron or .liu.json in it.";
    save_as_utf8 = "テキストエディターで文字コードを UTF-8 にして保存し直してから開いてください。",
        "Save it again as UTF-8 in a text editor, then open it.";
    load_as_catalogue = "目録は、ウィンドウの「表示」→「目録…」から読み込むか、コマンドの --catalogue で指定してください。",
        "Load a catalogue in the window by View, Catalogue…, or name it on the command line with --catalogue.";
    open_as_record = "評価記録は、「ファイル」→「開く…」から開いてください。", "Open a record by File, Open….";
    open_its_record = "同じところにある .liu.ron か .liu.json を開いてください。", "Open the .liu.ron or .liu.json that belongs to it.";
    ask_for_its_record = "これを作った人から .liu.ron か .liu.json を受け取ってください。", "Ask whoever made it for the .liu.ron or .liu.json.";
    choose_another = "別のファイルを選んでください。", "Choose another file.";
}
