//! What the commands of the menus do, in one sentence each. What they are called stands with the menus.

sentences! {
    key_next = "次へ", "next";
    key_guidance = "説明", "guidance";
    key_find = "探す", "find";
    /// Digits that answer: 1 and those that follow.
    cap_digits = "1〜", "1…";
    key_answer = "答える", "answer";

    new_agency_hint = "サービスを使う機関として、新しい評価記録を始めます。", "Begins a record as the agency that uses the service.";
    new_csp_hint = "サービスを提供する事業者として、依頼と申請の記録を始めます。", "Begins a record as the provider, for requests and the application.";
    open_hint = "評価記録、パッケージ、PDFの中の記録、評価シートを開きます。", "Opens a record, a package, a record in a PDF, or a sheet.";
    open_by_path_hint = "ファイルを選ぶ画面を使わずに、パスで開きます。", "Opens a file by its path, without the file dialog.";
    save_hint = "記録をそのファイルに保存します。", "Saves the record to its file.";
    save_as_hint = "記録をほかのファイルに保存し、以後はそちらで続けます。", "Saves the record to another file and goes on with that.";
    output_hint = "PDF、Word、Excelなどの文書を作る手順へ移ります。", "Goes to the step that makes PDF, Word, Excel and other documents.";
    import_sheet_hint = "記入されたExcelの評価シートを、記録と並べて取り込みます。", "Lays a filled-in Excel sheet beside the record, to be taken in.";
    close_record_hint = "記録を閉じます。保存していない変更があれば、先に尋ねます。", "Closes the record, and asks first if there are unsaved changes.";
    pack_request_hint = "評価する機関に渡すファイルを作るページへ移ります。", "Goes to where the file for the assessing agency is made.";
    pack_result_hint = "評価の結果を事業者に渡すファイルを作るページへ移ります。", "Goes to where the file with the result for the provider is made.";
    send_back_hint = "評価せずに依頼を返すページへ移ります。", "Goes to where the request is sent back without an assessment.";
    pack_application_hint = "事前申請に出すファイルを作るページへ移ります。", "Goes to where the file for the pre-application is made.";
    quit_hint = "プログラムを終わります。保存していない変更があれば、先に尋ねます。", "Ends the program, and asks first if there are unsaved changes.";
    undo_hint = "最後の変更を取り消します。", "Takes the last change back.";
    redo_hint = "取り消した変更を、もう一度行います。", "Makes the change again that was taken back.";
    take_choice_back_hint = "最後に選んだ答えを、まだ答えていない状態に戻します。", "Leaves the question unanswered again on which the focus was last.";
    search_command_hint = "手順、欄、問い、操作を、どの言葉からでも探します。", "Finds steps, fields, questions and commands by any word of theirs.";
    next_step_hint = "次の手順へ進みます。", "Goes on to the next step.";
    previous_step_hint = "前の手順へ戻ります。", "Goes back to the previous step.";
    go_back = "来た手順に戻る", "Back to where I came from";
    go_back_hint = "確認、承認、出力から移ってきたとき、そこへ戻ります。", "Goes back to review, approval or output after a jump from there.";
    explain_hint = "判定とその理由、指摘を示します。", "Shows the outcome, the reasons for it, and the findings.";
    show_history_hint = "保存のたびに何が変わったかを示し、以前の内容に戻せます。", "Shows what each save changed, and brings earlier content back.";
    show_rules_hint = "記録の目録と使用中の目録とで、判定がどう変わるかを並べます。", "Lays the results under the record's catalogue and the one in use side by side.";
    compare_record_hint = "ほかの評価記録を選び、違いを並べます。", "Lays another record beside this one and shows where they differ.";
    printed_page_hint = "手順の横に、文書のページを印刷したときの姿で示します。", "Shows beside the step what the document looks like when it is printed.";
    show_catalogue_hint = "対象業務、問い、基準の目録を示し、ほかの目録に替えられます。", "Shows the catalogue of tasks, questions and criteria, and takes another one into use.";
    zoom_in_hint = "画面の文字を大きくします。", "Makes everything on the screen larger.";
    zoom_out_hint = "画面の文字を小さくします。", "Makes everything on the screen smaller.";
    zoom_reset_hint = "画面の文字をはじめの大きさに戻します。", "Brings everything back to its normal size.";
    japanese_hint = "画面を日本語にします。", "Shows the screens in Japanese.";
    english_hint = "画面を英語にします。", "Shows the screens in English.";
    help = "説明を見る", "Help";
    help_hint = "選んだ欄の意味、例、根拠を示します。押すたびに隠れることはありません。", "Shows what the chosen field means, with examples and what it rests on.";
    toggle_guidance = "説明の表示・非表示", "Show or hide the guidance";
    guidance_hint = "画面の横の説明を出したり、隠したりします。", "Shows the guidance beside the step, or hides it.";
    show_keys = "キーの一覧", "Keys";
    show_keys_hint = "すべての操作と、そのキーを示します。", "Shows all commands with their keys.";
    look_system_hint = "画面の色を、システムの設定に合わせます。", "Takes the colours of the screen from the system, light or dark.";
    look_light_hint = "明るい画面にします。", "Shows dark text on a light screen.";
    look_dark_hint = "暗い画面にします。", "Shows light text on a dark screen.";
    look_contrast_hint = "黒、白、黄だけの、見分けやすい画面にします。", "Shows the screen in black, white and yellow alone.";
    about_hint = "版、ライセンス、このプログラムでないものを示します。", "Shows the version, the licences, and what this program is not.";

    /// The button of the guidance where it is a drawer.
    show_guidance(keys: &str) = "説明（{keys}）", "Guidance ({keys})";
    /// An answer was taken back.
    taken_back(undo: &str) = "答えを取り消しました（{undo} で戻せます）", "Answer cleared ({undo} brings it back)";
}
