//! Sentences of 対象業務.

sentences! {
    title = "対象業務 — 一覧のどれに当たりますか", "Target task — which entry of the list applies?";
    lead = "サービスの名前ではなく、業務で選びます。同じサービスでも、業務が違えば当たりません。",
        "Choose by the task, not by the name of the service. The same service used for another task does not fall under the entry.";
    search = "業務、サービス、情報の言葉で探す", "Search task, service or information";
    search_example = "例：会議、アンケート、採用", "For example: meeting, survey, recruiting";
    clear_search = "検索を消す", "Clear the search";
    list = "対象業務一覧", "List of target tasks";
    column_task = "対象業務", "Target task";
    column_service = "想定サービス例", "Assumed service";
    column_wording = "文言", "Wording";
    nothing_found = "この言葉に合う業務はありません。別の言葉で探すか、下の3つから選んでください。",
        "No entry matches. Try other words, or choose one of the three below.";
    other_answers = "一覧から選べないとき", "If no entry can be chosen";
    not_listed = "一覧に該当なし", "Not on the list";
    not_listed_meaning = "制度所管省庁への確認が必要です。低位でも「適合」にはなりません。",
        "Needs clarification by the ministries in charge. Even a low result is not then eligible.";
    unknown = "不明", "Unknown";
    unknown_meaning = "あとで決めます。判定は「未確定」のままです。", "To be decided later. The outcome stays undetermined.";
    paste_row = "公式の行を貼り付ける", "Paste the official row";
    paste_row_meaning = "手元の一覧の文言を写します。「機関入力」と表示されます。",
        "Copy the wording of the list you have. It is marked as entered by the agency.";
    paste_box = "一覧の行（そのまま貼り付け）", "Row of the list, as copied";
    paste_box_hint = "表からコピーした行は、業務、想定サービス例、出典の3つに分かれます。あとから直せます。",
        "A row copied from a table is split into task, assumed service and origin. You can correct them.";
    split_row = "3つの欄に分ける", "Split into the three fields";
    clear_choice = "選択を取り消す", "Clear the choice";
    chosen = "選んだ業務", "The chosen task";
    flags = "この業務で気を付けること", "What to watch for with this task";
    flags_lead = "当てはまると、低位とは言いにくくなります。当てはまるかどうかと、そう考えた理由を補足に書きます。",
        "If one applies, low is less likely. Say whether it applies, and briefly why.";
    applies = "該当する", "Applies";
    does_not_apply = "該当しない", "Does not apply";
    word = "補足", "Comment";
    word_hint = "例：録画しない設定にする", "For example: recording is switched off";
    precedents = "参考水準（NIST SP 800-60）", "Precedent (NIST SP 800-60)";
    precedents_note = "米国の暫定の分類です。日本の公式の水準ではなく、判定には使いません。",
        "Provisional US categories, not an official Japanese standard. They are not used for the outcome.";
    answers_stay = "業務を選び直しても、ほかの手順の答えはそのまま残ります。", "Choosing another task keeps the answers of the other steps.";

    /// How many entries the search shows.
    count(shown: usize, all: usize) = "{all}件のうち{shown}件", "{shown} of {all}";
    /// What a screen reader calls the answer to a red flag.
    flag_name(flag: &str) = "{flag} — 該当するか", "{flag} — does it apply?";
    /// An entry as a screen reader says it.
    row_name(task: &str, service: &str, mark: &str) = "{task}（想定サービス例：{service}、文言：{mark}）",
        "{task} (assumed service: {service}; wording: {mark})";
}
