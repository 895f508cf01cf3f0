//! Why an export was not made or cannot be read, and what in a set does not fit.

sentences! {
    not_final(state: &str, errors: usize) = "確定の写しは作れません。状態は「{state}」、エラーと「すること」は合わせて{errors}件です。",
        "No final copy: the state is “{state}”, errors and things to do: {errors}.";
    approved_without_errors = "承認され、エラーも「すること」もない記録。又は、否認・差戻し・失効が記録され、その後に変更のない記録",
        "A record that is approved and has neither errors nor things to do, or that was rejected, returned or revoked and not changed since";
    settle_and_approve = "「確認」の指摘をなくして承認を記録するか、作成中の写しを書き出してください。",
        "Settle the findings under Review and record the approval, or export a draft.";
    part_not_final(errors: usize) = "確定の写しは作れません。エラーと「すること」が合わせて{errors}件あります。",
        "No final copy: errors and things to do: {errors}.";
    complete_part = "記入部分と確認表に足りないところのない、事業者の記録", "A provider's record with its own part and the check-list complete";
    settle = "「確認」の指摘をなくすか、作成中の写しを書き出してください。", "Settle the findings under Review, or export a draft.";
    approved_content_unknown(state: &str) = "状態は「{state}」ですが、承認したときの内容が分かりません。",
        "The state is “{state}”, but the content that was approved is not known.";
    with_approved_copy = "承認した内容の控えがあり、要約値に合う記録", "A record that keeps a copy of the approved content, with its digest";
    look_for_approved = "承認したときのファイルを探してください。", "Look for the file as it was when it was approved.";
    not_approved(state: &str) = "承認した内容がありません。状態は「{state}」です。", "There is no approved content: the state is “{state}”.";
    an_approved_record = "承認された記録", "A record that was approved";
    leave_out_approved = "--approved を付けずに、いまの内容を書き出してください。", "Leave out --approved to export the content as it is now.";
    no_such_item(item: &str) = "「{item}」という情報はこの記録にありません。", "The record has no information item “{item}”.";
    number_or_id = "取り扱う情報の番号（1から）かID", "The number (from 1) or the id of an information item";
    look_up_number = "「取り扱う情報」で番号を確かめてください。", "Look the number up under “Information handled”.";
    not_oscal(problem: &str) = "OSCALでは書き出せません：{problem}", "OSCAL cannot be made: {problem}";
    assessed_record = "取り扱う情報があり、政府機関等が評価した記録（確定の写しでは、すべて評価・決定されたもの）",
        "A record with information items that an agency assessed; for a final copy, all of them and decided";
    settle_or_other_format = "「確認」の指摘をなくすか、作成中の写しか、ほかの形式で書き出してください。",
        "Settle the findings under Review, or export a draft, or choose another format.";
    not_set(problem: &str) = "紙面を組めませんでした（プログラムの不具合です）：{problem}",
        "The pages could not be laid out, which is a fault of this program: {problem}";
    export_and_report = "記録は無事です。MarkdownかJSONで書き出し、この文を開発元に伝えてください。",
        "The record is safe. Export Markdown or JSON, and report this message.";
    too_long(lines: usize, most: usize) = "長すぎるため、紙面にできません（およそ{lines}行。{most}行まで）。",
        "This is too long to be set into pages: about {lines} lines, at most {most}.";
    shorten_or_other_medium = "記録は無事です。WordかMarkdownで書き出すか、同じように扱う情報を1つにまとめるか、長い文を短くしてください。",
        "The record is safe. Export Word or Markdown, make one entry of items that are handled alike, or shorten long texts.";
    too_large_to_read_again(size: u64, most: u64) =
        "できあがったファイルは約{size} MiBで、このプログラムで開き直せる大きさ（{most} MiB）を超えます。そのため書き出しませんでした。",
        "What was made has about {size} MiB, more than this program can open again ({most} MiB), so it was not written.";
    leave_out_or_other_medium = "付録・変更の履歴・コメントを付けずに書き出すか、WordかMarkdownで書き出してください。",
        "Leave out the annex, the history and the comments, or export Word or Markdown.";
    not_packed(problem: &str) = "一式をまとめられませんでした：{problem}", "The set could not be packed: {problem}";
    export_to_folder = "フォルダーに書き出してください。", "Export to a folder instead.";
    not_a_set(problem: &str) = "一式として読めません：{problem}", "This cannot be read as a set: {problem}";
    a_zip_of_a_set = "このプログラムが書き出したZIP（PDF・JSON・RONとmanifest.json）",
        "A ZIP file this program exported (PDF, JSON and RON with manifest.json)";
    ask_again = "渡した方に、もう一度書き出してもらってください。", "Ask whoever handed it over to export it again.";
    no_manifest = "manifest.json がありません。", "There is no manifest.json.";
    folder_or_zip = "このプログラムが書き出した記録一式のフォルダーかZIP", "The folder or ZIP file of a set that this program exported";
    choose_set = "一式のフォルダーかZIPを選んでください。", "Choose the folder or ZIP file of a set.";
    manifest_unreadable(problem: &str) = "manifest.json を読めません：{problem}", "manifest.json cannot be read: {problem}";
    manifest_as_exported = "このプログラムが書き出したままの manifest.json", "manifest.json as this program exported it";
    manifest_newer(version: u32, known: u32) = "manifest.json の版は{version}で、このプログラムが知る版（{known}まで）より新しいものです。",
        "manifest.json has version {version}; this program knows versions up to {known}.";
    verify_with_newer = "新しい版のプログラムで確かめてください。", "Verify it with a newer version of the program.";

    missing = "一覧にあるファイルがありません", "a file that the manifest lists is missing";
    changed = "書き出したあとで内容が変わっています", "its content was changed since the export";
    not_listed = "一覧にないファイルです", "the manifest does not list this file";
    unreadable = "記録として読めません", "it cannot be read as a record";
    another_record = "一覧が示す記録と、番号か内容が違います", "it is another record, or another content, than the manifest says";
    manifest_changed = "一覧（manifest.json）が書き出したあとで書き換えられています", "the list of the set (manifest.json) was changed since the export";
    as_exported = "書き出したときのままの一式", "The set as it was exported";
}
