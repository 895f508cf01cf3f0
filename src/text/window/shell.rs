//! Menus, result strip, rail, guidance, footer and dialogs.

use crate::judgement::{Progress, StepProgress};
use crate::text::{Label as _, Lang, Message, marks};

sentences! {
    app_name = "liu-wizard", "liu-wizard";
    app_title = "liu-wizard — ISMAP-LIU 影響度評価", "liu-wizard — ISMAP-LIU impact assessment";
    app_subtitle = "ISMAP-LIU 業務・情報の影響度評価", "ISMAP-LIU impact assessment of tasks and information";
    not_official = "本書は公式様式ではありません。", "This is not an official form.";

    menu_bar = "メニュー", "Menu";
    menu_file = "ファイル", "File";
    menu_edit = "編集", "Edit";
    menu_view = "表示", "View";
    menu_help = "ヘルプ", "Help";
    menu_language = "言語", "Language";

    new_agency = "新規（政府機関等として）", "New (as a government agency)";
    new_csp = "新規（クラウドサービス事業者として）", "New (as a cloud service provider)";
    open = "開く…", "Open…";
    open_by_path = "パスを入力して開く…", "Open by path…";
    close_record = "閉じて最初の画面へ", "Close and go to the start page";
    save = "保存", "Save";
    save_as = "別名で保存…", "Save as…";
    undo = "元に戻す", "Undo";
    redo = "やり直し", "Redo";
    take_choice_back = "選んだ答えを取り消す", "Clear the chosen answer";
    output = "出力…", "Export…";
    stop_export = "出力を中止", "Stop the export";
    choose_folder = "フォルダーを選ぶ…", "Choose a folder…";
    add_received = "評価結果のファイルを選ぶ…", "Choose a result file…";
    add_precedent_folder = "先例のフォルダーを加える…", "Add a folder with precedents…";
    remove_precedent_folder = "外す", "Remove";
    read_precedents = "もう一度読む", "Reload";
    precedent_folder_known = "このフォルダーはもう加えてあります。", "This folder has already been added.";
    next_step = "次の手順", "Next step";
    previous_step = "前の手順", "Previous step";
    explain = "なぜこの結果か", "Why this result";
    show_history = "変更の履歴…", "History…";
    compare_record = "別の記録と比べる…", "Compare with another record…";
    search = "手順・欄・操作を探す…", "Find a step, field or command…";
    guidance = "説明", "Guidance";
    zoom_in = "拡大", "Zoom in";
    zoom_out = "縮小", "Zoom out";
    zoom_reset = "標準の大きさ", "Normal size";
    about = "このプログラムについて…", "About this program…";
    quit = "終了", "Quit";
    japanese = "日本語", "日本語";
    english = "English", "English";
    look_system = "見た目：システムに合わせる", "Look: as the system";
    look_light = "見た目：ライト", "Look: light";
    look_dark = "見た目：ダーク", "Look: dark";
    look_contrast = "見た目：ハイコントラスト", "Look: high contrast";

    results = "いまの結果", "Result so far";
    overall = "総合", "Overall";
    condition_listed = "①一覧", "① On the list";
    condition_low = "②低位", "② Low";
    outcome = "判定", "Outcome";
    why = "なぜ？", "Why?";

    steps = "手順", "Steps";
    case_without_name = "名前のない評価記録", "Assessment without a name";
    current_step = "いまの手順", "Current step";
    back = "戻る", "Back";
    finish = "最後の手順です", "This is the last step";
    nothing_remains = "この手順の残り なし", "Nothing left on this step";
    hide_guidance = "説明を閉じる", "Hide the guidance";
    read_only = "読み取り専用", "Read-only";

    never_saved = "未保存", "Not saved";
    changed = "未保存の変更があります", "Unsaved changes";
    saving = "保存しています", "Saving";
    saving_older = "保存しています・後の変更は未保存", "Saving; later changes not yet";
    saving_hangs = "保存の応答を待っています", "Waiting for the save";
    not_saved = "保存できませんでした", "Could not be saved";
    show_reason = "理由を見る", "Show why";

    guidance_meaning = "意味と見分け方", "What it means";
    guidance_examples = "例", "Examples";
    guidance_examples_for_task = "この業務での例", "Examples for this task";
    guidance_consequence = "答えのあと", "What follows";
    guidance_basis = "根拠", "Basis";
    guidance_typical = "取り扱う情報の例", "Typical information";
    guidance_red_flags = "注意", "Red flags";
    guidance_precedents = "参考水準（SP 800-60）", "Precedent (SP 800-60)";
    guidance_precedent_note = "日本の公式の水準ではありません。判定には使いません。", "Not an official Japanese level. It is not used for the outcome.";
    guidance_levels = "影響度の目安", "What tells the levels apart";
    guidance_here = "この手順ですること", "What to do here";

    close = "閉じる", "Close";
    cancel = "やめる", "Cancel";
    path = "パス", "Path";
    /// What stands in place of the result for a provider.
    provider_results = "依頼と受領の進み", "How far request and answers have come";
    enter_path = "パスを入力", "Enter a path";
    open_this = "このファイルを開く", "Open this file";
    save_here = "ここに保存", "Save here";
    use_this_folder = "このフォルダーにする", "Use this folder";
    dialog_waiting = "ファイルを選ぶ画面を開いています。出てこないときは、パスを入力してください。", "The file dialog is being opened. If it does not appear, enter a path.";
    no_dialog = "ファイルを選ぶ画面を開けませんでした。パスを入力してください。", "The file dialog could not be opened. Enter a path.";
    taken_from_pdf = "PDFに添付された記録を開きました。保存すると新しいファイルになります。PDFは変わりません。",
        "Opened the record attached to the PDF. Saving makes a new file; the PDF stays as it is.";
    wait_for_save = "保存しています。終わってから、もう一度選んでください。", "It is being saved. Choose it again when that is done.";
    covered_opened = "そのときの内容を、ファイルのない記録として開きました。元のファイルは変わりません。",
        "The content as of then was opened as a record without a file. The original file is not changed.";
    begun_from_request = "依頼パッケージから評価を始めました。保存すると評価記録のファイルができます。",
        "An assessment was started from the request package. Saving creates the file of the record.";
    already_open = "このファイルはもう開いています。", "This file is already open.";
    dialog_nothing = "ファイルは選ばれませんでした。", "No file was chosen.";
    path_hint_file = "例：C:\\評価\\web会議.liu.ron　/home/me/web.liu.ron", "For example C:\\work\\case.liu.ron or /home/me/case.liu.ron";
    path_hint_folder = "例：C:\\評価\\出力　/home/me/out", "For example C:\\work\\out or /home/me/out";

    close_title = "保存していない変更があります", "There are unsaved changes";
    close_body = "保存しないと、最後に保存してからの変更は失われます。", "If you do not save, what you changed since the last save is lost.";
    close_save = "保存する", "Save";
    close_discard = "保存しない", "Do not save";
    close_back = "戻る", "Go back";

    recovery_title = "前回、保存されずに終わった記録があります", "A record was left unsaved last time";
    recovery_body = "途中の状態が残っています。復元すると、保存していない記録として開きます。", "Its last state was kept. Restored, it opens as an unsaved record.";
    recovery_restore = "復元する", "Restore";
    recovery_discard = "消す…", "Discard…";
    recovery_discard_ask = "この記録の保存されていない状態を消します。元には戻せません。", "This unsaved state will be discarded for good.";
    recovery_discard_not = "消さない", "Keep it";
    recovery_keep = "あとで決める", "Decide later";
    recovery_discard_sure = "本当に消す", "Discard for good";
    recovery_unnamed = "名前のない記録", "Record without a name";

    locked_title = "この記録は、ほかで開かれています", "This record is open elsewhere";
    locked_read_only = "読み取り専用で開く", "Open read-only";
    locked_copy = "写しとして開く", "Open as a copy";
    locked_explain = "読み取り専用では、同じ場所に保存できません。写しは別の名前で保存します。", "Read-only cannot be saved in the same place. A copy is saved under another name.";

    overwrite_title = "同じ名前のファイルがあります", "A file of that name exists";
    overwrite_body = "置き換えると、いまのファイルは前の版として残ります。", "If you replace it, the present file is kept as the previous version.";
    overwrite_replace = "置き換える", "Replace";
    outside_change_title = "ファイルがほかで変更されています", "The file was changed elsewhere";
    outside_gone_title = "ファイルが元の場所にありません", "The file is no longer there";
    outside_gone_save_again = "元の場所に保存し直す", "Save it there again";
    outside_change_compare = "比べる", "Compare";
    outside_change_overwrite = "上書きする", "Replace it";
    outside_change_choose = "比べてから、別名で保存するか、上書きするかを選べます。閉じても、この画面の内容は残ります。",
        "Compare the two, then save yours under another name or replace the other. If you close this, what is on the screen stays.";
    changed_while_reading = "ほかの人がこのファイルを保存しました。開き直すと、新しい内容を読めます。",
        "Somebody else saved this file. Open it again to read what is new.";
    other_copies_title = "同じ記録の別の写しがあります", "There are other copies of this record";
    compare_with_copy(name: &str) = "{name} と比べる", "Compare with {name}";
    locked_save_elsewhere = "何も置き換えていません。閉じてもらうか、別の名前で保存してください。",
        "Nothing was replaced. Have it closed, or save under another name.";
    outside_change_save_as = "別名で保存…", "Save as…";

    search_title = "手順・欄・問い・操作を探す", "Find a step, field, question or command";
    search_hint = "例：要配慮、保存、承認者", "For example: sensitive, save, approver";
    search_nothing = "見つかりません。言葉を短くしてみてください。", "Nothing found. Try a shorter word.";
    search_kind_step = "手順", "Step";
    search_kind_field = "欄", "Field";
    search_kind_question = "問い", "Question";
    search_kind_command = "操作", "Command";
    /// Of one that cannot be given now.
    search_kind_disabled = "操作（いまは使えません）", "Command (not now)";

    about_title = "このプログラムについて", "About this program";
    problem_title = "できませんでした", "This could not be completed";
    note_title = "お知らせ", "Please note";
    about_body = "政府機関等とクラウドサービス事業者の担当者が、ISMAP-LIUの業務・情報の影響度を評価し、その記録を作る道具です。公式のものではありません。公式の様式、審査、登録に代わるものではありません。ネットワークには接続しません。", "A tool with which government agencies and cloud service providers assess the impact of tasks and information under ISMAP-LIU and make the record of it. It is not official. It takes the place of no official form, review or registration. It opens no network connection.";
    about_fonts = "書体：BIZ UDPGothic、Noto Sans JP（SIL Open Font License 1.1）", "Fonts: BIZ UDPGothic, Noto Sans JP (SIL Open Font License 1.1)";
    about_others = "他者の著作物とライセンス", "Third-party works and licences";
    about_others_command = "コマンド liu-wizard licences でも読めます。", "The command liu-wizard licences prints them, too.";
    about_licence = "このプログラム：MIT 又は Apache-2.0", "This program: MIT or Apache-2.0";

    file_filter = "評価記録", "Assessment records";
    attach = "添付するファイルを選ぶ…", "Choose a file to attach…";
    attach_this = "このファイルを添付", "Attach this file";
    path_hint_attachment = "例：C:\\証拠\\構成図.pdf　/home/me/diagram.pdf", "For example C:\\work\\diagram.pdf or /home/me/diagram.pdf";
    package_filter = "パッケージ", "Packages";
    path_hint_package = "例：C:\\評価\\web会議_依頼.liu.zip　/home/me/web.liu.zip", "For example C:\\work\\case.liu.zip or /home/me/case.liu.zip";
    return_lead = "評価せずに、依頼を事業者へ返します。直してほしいことを書いてください。", "Sends the request back to the provider without an assessment. Write what should be corrected.";
    return_comment = "返送の理由", "Reason for sending it back";
    return_on = "保存先を選ぶ…", "Choose where to save…";
    save_attachments = "添付を保存するフォルダーを選ぶ…", "Choose a folder for the attachments…";
    request_opened_title = "依頼パッケージを開きます", "Opening a request package";
    request_opened_begin = "評価を始める", "Begin the assessment";
    request_opened_look = "依頼の内容を見る（事業者の記録として開く）", "Open the provider's record";
    request_opened_begin_lead = "評価する機関の方：サービスの記入部分と依頼を受け継いだ、新しい評価記録を始めます。",
        "If your agency assesses: begins a new record with the provider's part and the request.";
    request_opened_look_lead = "依頼した事業者の方：中の記録をそのまま開きます。確認表など、依頼に入らないものは空です。",
        "If the request is yours: opens the record in it as it is. What no request holds, such as a check-list, is empty.";
    drop_here_or_attach = "ここに落とすと開きます（記録でもPDFでもないファイルは、添付に加えます）", "Drop to open (what is neither record nor PDF is attached)";
    drop_here = "ここに落とすと開きます", "Drop to open";
    read_only_note = "読み取り専用で開いています。変更は別名で保存してください。", "Opened read-only. Save changes under another name.";
    package_opened_title = "受け取ったパッケージ", "A package that was received";
    package_receive_lead = "受領に取り込むと、開いている記録の「受領」に並びます。記録そのものは変わりません。",
        "It is added to “Received results” of the open record. The record itself does not change.";
    package_look_lead = "読むだけで開くと、開いている記録を閉じて、中の記録を読み取り専用で見せます。",
        "Viewing closes the open record and shows the one in the package, read-only.";
    package_receive = "受領に取り込む", "Add to Received results";
    package_look = "読むだけで開く", "View read-only";
    looking = "読むだけで開いています。内容は変えられません。", "Opened for viewing only. It cannot be changed.";
    receive_looked_at = "依頼した自分の記録を開いて、受領に取り込む…", "Open your own record and add this to Received results…";
    looking_action = "書き換えるには、「別名で保存」で自分の記録にしてください。", "To change it, save it as your own record with “Save as”.";
    undecided_title = "承認されていません", "Not approved";
    undecided_body = "承認も否認もされていない評価結果です。書き出すと、説明や送付状には、承認されていないことが判定と並んで書かれます。",
        "The result is neither approved nor rejected. If exported, its documents state next to the outcome that it is not approved.";
    undecided_pack = "承認されていないものとして書き出す…", "Export as not approved…";
    undone = "元に戻しました", "Undone";
    redone = "やり直しました", "Redone";
    take_back = "取り消す", "Clear";
    take_back_help = "選んだ答えを取り消します（Backspace）", "Clears the answer (Backspace)";
    nothing_to_take_back = "取り消す答えがありません。先に、その答えを選びます。",
        "There is no answer to clear. Select the answer first.";
    copied = "コピーしました", "Copied";

    /// The rail as one line: 手順 7／12 機密性.
    step_of_steps(number: usize, of: usize, name: &str) = "手順 {number}／{of} {name}", "Step {number} of {of}: {name}";
    /// The head of the rail.
    steps_done(done: usize, of: usize) = "入力済 {done}／{of}", "Done {done} of {of}";
    /// The same where there is no room for a name.
    step_count(number: usize, of: usize) = "{number}／{of}", "{number}/{of}";
    /// The rail as one line, where there is little room: 7／13 機密性.
    step_in_short(number: usize, of: usize, name: &str) = "{number}／{of} {name}", "{number}/{of} {name}";
    /// The button to the next step.
    next(name: &str) = "次へ：{name}", "Next: {name}";

    /// The name of the program's version.
    version(version: &str) = "版 {version}", "Version {version}";

    /// How many files came attached, and where they are.
    request_attachments(count: usize) = "添付：{count}個（開いたあと、手順「サービス」に出ます）",
        "Attached: {count} (shown on the step Service once opened)";

    /// The record in a package was opened.
    taken_from_package(kind: &str) = "パッケージ（{kind}）の中の評価記録を、読むだけで開きました。",
        "Opened the record in the package ({kind}) for viewing only.";

    /// The way back to the step from which a jump led here.
    back_to(step: &str) = "{step}に戻る", "Back to {step}";

    /// Accessible name of the button that takes back what was chosen under this name.
    take_back_name(name: &str) = "取り消す：{name}", "Clear: {name}";
}

/// How far a step has come, in words.
pub fn progress(state: StepProgress, lang: Lang) -> String {
    let StepProgress { progress, findings, .. } = state;
    let said = match (progress, findings) {
        (Progress::NeedsAttention, 0) => lang.pick("要確認", "To check"),
        (Progress::NeedsAttention, 1) => lang.pick("指摘 1", "1 finding"),
        (Progress::NeedsAttention, _) => return say!(lang, "指摘 {findings}", "{findings} findings"),
        (Progress::NotStarted, _) => lang.pick("未着手", "Not begun"),
        (Progress::InProgress, _) => lang.pick("入力中", "Begun"),
        (Progress::Done, _) => lang.pick("入力済", "Done"),
    };
    said.to_owned()
}

/// How much is left on the step shown.
pub fn remaining(count: usize, lang: Lang) -> String {
    match count {
        0 => nothing_remains(lang).to_owned(),
        1 => lang.pick("この手順の残り 1", "1 left on this step").to_owned(),
        _ => say!(lang, "この手順の残り {count}", "{count} left on this step"),
    }
}

/// That the file holds what is on the screen, since this time of day.
pub fn saved_at(time: &str, lang: Lang) -> String {
    format!("{} {time}", lang.pick("保存済み", "Saved")).trim_end().to_owned()
}

/// The title of the main window.
pub fn window_title(name: &str, unsaved: bool, lang: Lang) -> String {
    let mark = if unsaved { lang.pick("＊", "*") } else { "" };
    let name = if name.is_empty() { case_without_name(lang) } else { name };
    format!("{mark}{name} — {}", app_name(lang))
}

/// A record that was left unsaved: its name and when it was last changed.
pub fn recovery_entry(name: &str, when: &str, lang: Lang) -> String {
    let name = if name.is_empty() { recovery_unnamed(lang) } else { name };
    say!(lang, "{name}（{when}）", "{name} ({when})")
}

/// What the screen reader says of a step on the rail.
pub fn step_with_progress(name: &str, progress: &str) -> String {
    format!("{name} {progress}")
}

/// What the start page says of a worked example.
pub fn example_outcome(outcome: crate::judgement::Outcome, lang: Lang) -> String {
    outcome.label(lang).to_owned()
}

/// That copies of the record lie beside its file which hold something else.
pub fn other_copies(count: usize, lang: Lang) -> Message {
    Message {
        what: say!(
            lang,
            "同じフォルダーに、この記録の別の写しが {count} 件あり、この記録にない内容を含んでいます。",
            "Other copies of this record lie in the same folder ({count}) and hold what this one does not."
        ),
        action: say!(
            lang,
            "OneDrive などの同期で二人の変更が重なると、このような写しができます。比べて、要るものを移してから、要らないほうを片付けてください。",
            "Sync programs such as OneDrive leave them where two people changed one file. Compare them, take over what is needed, then put the other away."
        ),
        ..Message::default()
    }
}

/// That there is no display, and what works without one.
pub fn no_display(lang: Lang) -> Message {
    Message {
        what: lang
            .pick("画面がないため、ウィンドウを開けません。", "There is no display, so no window can be opened.")
            .to_owned(),
        place: lang
            .pick("環境変数 DISPLAY と WAYLAND_DISPLAY がどちらもありません。", "Neither DISPLAY nor WAYLAND_DISPLAY is set.")
            .to_owned(),
        expected: String::new(),
        action: try_without_display(lang).to_owned(),
    }
}

const fn try_without_display(lang: Lang) -> &'static str {
    lang.pick(
        "画面なしで試すときは `liu-wizard example DIR` を実行してください（ソースから試すときは `cargo run --release -- example DIR`）。記入例と出力一式を DIR に書きます。",
        "To try it without a display run `liu-wizard example DIR` (from source: `cargo run --release -- example DIR`): it writes the worked examples and a complete export to DIR.",
    )
}

/// That the display which the environment names does not answer: what was tried, and why it failed.
pub fn display_not_reached(tried: &[String], said: &str, lang: Lang) -> Message {
    let has_both = tried.len() > 1;
    let tried = tried.join(marks::comma(lang));
    let other = if has_both {
        lang.pick(
            "Waylandにつながらないときは、WAYLAND_DISPLAY を外すと DISPLAY を使います。",
            "Where Wayland does not answer, unset WAYLAND_DISPLAY, and DISPLAY is used. ",
        )
    } else {
        ""
    };
    let check = lang.pick(
        "画面の番号と接続の許可（リモートの場合はX転送）を確かめてください。",
        "Check the name of the display and whether you may connect to it (on a remote machine, X forwarding). ",
    );
    Message {
        what: lang
            .pick("画面につながらないため、ウィンドウを開けません。", "The display is not reached, so no window can be opened.")
            .to_owned(),
        place: say!(lang, "試したもの：{tried}（{said}）", "tried: {tried} ({said})"),
        expected: String::new(),
        action: format!("{check}{other}{}", try_without_display(lang)),
    }
}

/// That no renderer could start.
pub fn no_renderer(attempts: &[String], variable: &str, lang: Lang) -> Message {
    let try_without = try_without_display(lang);
    Message {
        what: lang.pick("ウィンドウを描けません。", "The window cannot be drawn.").to_owned(),
        place: attempts.join("\n  "),
        expected: lang
            .pick("OpenGL 2.0以上、又はVulkan・DirectX 12・Metal。", "OpenGL 2.0 or later, or Vulkan, DirectX 12 or Metal.")
            .to_owned(),
        action: say!(
            lang,
            "{variable}=glow 又は {variable}=wgpu で描き方を選べます。{try_without}",
            "Choose the renderer with {variable}=glow or {variable}=wgpu. {try_without}"
        ),
    }
}

/// Whose request was opened.
pub fn request_of(provider: &str, service: &str, lang: Lang) -> String {
    let names: Vec<&str> = [provider, service].into_iter().map(str::trim).filter(|name| !name.is_empty()).collect();
    if names.is_empty() {
        lang.pick("名前のない依頼", "A request without a name").to_owned()
    } else {
        names.join(marks::slash(lang))
    }
}

/// Attachments of a package that was opened are missing or changed: each with what is amiss.
pub fn damaged_attachments(files: &[String], lang: Lang) -> Message {
    let files = files.join(marks::semicolon(lang));
    Message {
        what: say!(
            lang,
            "添付が書き出したときのままではありません：{files}。評価記録とほかの部分は、書き出したときのままです。",
            "Attachments are not as they were exported: {files}. The record and everything else are."
        ),
        expected: lang.pick("書き出したときのままの添付", "Attachments as they were exported").to_owned(),
        action: lang
            .pick(
                "壊れた添付は保存できません。渡した方に、もう一度書き出してもらってください。",
                "A damaged attachment cannot be saved. Ask whoever handed it over to export the package again.",
            )
            .to_owned(),
        ..Message::default()
    }
}

/// What making a package is called, by the name of its kind.
pub fn make_package(kind: &str, lang: Lang) -> &'static str {
    match kind {
        "request" => lang.pick("依頼パッケージを書き出す…", "Save the request package…"),
        "result" => lang.pick("評価結果パッケージを書き出す…", "Save the result package…"),
        "returned" => lang.pick("依頼を評価せずに返送する…", "Send the request back without an assessment…"),
        _ => lang.pick("事前申請パッケージを書き出す…", "Save the application package…"),
    }
}

/// Somebody wanted to change a record that is only looked at.
pub fn only_looked_at(lang: Lang) -> Message {
    Message { what: looking(lang).to_owned(), action: looking_action(lang).to_owned(), ..Message::default() }
}

/// Above each step of a record that is only looked at: that nothing can be changed, and what can be done with it.
pub fn looking_note(kind: &str, lang: Lang) -> String {
    let (looking, action) = (looking(lang), looking_action(lang));
    say!(lang, "パッケージ（{kind}）を{looking}{action}", "Package ({kind}). {looking} {action}")
}

/// A record was opened to take an agency's answer into it, and is none of a provider.
pub fn not_the_providers_record(lang: Lang) -> Message {
    Message {
        what: lang.pick("開いた記録は、事業者の評価記録ではありません。", "The open record is not a provider's.").to_owned(),
        expected: lang.pick("評価を依頼した事業者の評価記録", "The record of the provider who sent the request").to_owned(),
        action: lang
            .pick(
                "依頼パッケージを書き出した評価記録を開き、「受領」でこのパッケージを読み込んでください。",
                "Open the record that the request package was made of, and read this package under “Received results”.",
            )
            .to_owned(),
        ..Message::default()
    }
}

/// A package was made.
pub fn package_made(path: &std::path::Path, lang: Lang) -> String {
    let path = crate::text::shown_path(path);
    say!(lang, "パッケージを書き出しました：{path}", "The package was saved: {path}")
}
