//! Words of the workbook that a person fills in and sends back.

use super::{Label as _, Lang};
use crate::record::{HARD_LENGTH, Objective};

sentences! {
    front = "使い方", "Read me first";
    case_sheet = "案件", "Case";
    items_sheet = "情報ごとの評価", "Items";
    field = "項目", "Field";
    value = "記入欄", "Entry";
    number = "番号", "No.";
    remaining = "残り", "Open";
    attributes = "どんな情報か・格付・人数", "What it is, grades, number of persons";
    proposal_then = "提案（書き出したとき）", "Proposal (when exported)";
    outcome_then = "判定（書き出したとき）", "Outcome (when exported)";
    conditions_and_raises = "利用条件・残るリスク・業務全体での引上げ", "Conditions of use, residual risk, raises for the task as a whole";
    provider = "事業者", "provider";
    word_on_it = "　補足", "  comment";
    items_lead = "一つの情報を一行に書きます。水色の欄で選ぶか書いてください。空いた行に名前を書くと、新しい情報になります。空欄と不明は、低位になりません。灰色の欄は対象外です。",
        "One row an item. Choose or write in the blue cells; a name in a free row makes a new item. Neither an empty cell nor Unknown is low. Grey cells do not apply.";
    case_lead = "情報ごとの回答と決定は、次のシートに書きます。", "Answers and decisions for each item are on the next sheet.";
    how_to = "記入のしかた", "How to fill it in";
    carried = "取り込まれるもの", "What is imported";
    not_carried = "取り込まれないもの", "What is not imported";
    colour = "水色の欄に記入してください。ほかの欄は保護されています。保護にパスワードはありません。書き間違いを防ぐためのもので、改ざんは防げません。",
        "Fill in the blue cells. The others are protected, without a password: a guard against slips, not against tampering.";
    choosing = "選ぶ欄では、セルを選ぶと出る一覧から選びます。空欄は「未回答」「未決定」などと同じで、低位とは扱いません。",
        "Where something is to be chosen, take it from the list of the cell. An empty cell means not answered or not decided, never low.";
    writing = "文の欄では、Alt+Enterで改行できます。日付は 2026-11-23、2026/11/23、令和8年11月23日 のように書きます。数式は取り込まれません。",
        "In texts, Alt+Enter breaks a line. Days are written like 2026-11-23 or 2026/11/23. Formulas are not taken in.";
    deciding = "決定は、同じ行の回答を見て決めたものとして取り込みます。前に決めたあとで回答を変えたときは、理由を書き直すか、「（再確認済み）」の付いた段階を選んでください。提案より低くするには理由が要ります。",
        "A decision is taken in as made against the answers of its row. Where answers were changed after it, write the reason anew or choose the level marked “confirmed again”. Going below the proposal needs a reason.";
    whole = "シート・行・列を加えたり消したりせずに、このファイルのまま返してください。隠れた行と列に、欄ごとの名前が書かれています。",
        "Return this file without adding or deleting sheets, rows or columns: hidden rows and columns identify each cell.";
    returned = "返されたファイルは、プログラムの「評価シートを取り込む」で読みます。違いを一つずつ示し、選んだものだけを記録に入れます。",
        "The program reads it with “Import an assessment sheet”, shows every difference, and imports what you choose.";
    as_exported = "提案と判定は書き出したときのものです。このファイルでは計算し直さず、取り込むときに計算します。対象業務を選び直すと注意点も変わるので、取り込んだあとで書き出し直してください。",
        "Proposals and outcome are as of the export; they are computed again when the file is taken in, not here. Another target task has other red flags: export again after taking it in.";
    not_carried_identity = "記録の番号、作成者の立場、作成を始めた日、手続の版、目録",
        "Id of the record, who made it, when it was begun, procedure profile, catalogue";
    not_carried_item_list = "取り扱う情報の削除と並べ替え（新しい情報は、用意した行に書けば加わります）",
        "Taking away and moving items (new ones are added if written into the rows prepared for them)";
    not_carried_derived = "格付・人数・対象業務の選択から決まる答え", "Answers that follow from a grade, the number of persons or the target task";
    not_carried_unfit = "その問いの選択肢にない答え", "An answer that is not one of its question's answers";
    not_carried_suggested_row = "依頼の「想定する対象業務」に貼り付けた行の文",
        "The texts of a pasted row that the request suggests as target task";
    not_carried_too_long = "一つのセルに入りきらない文（その欄にその旨を書きます）", "A text too long for a cell (the cell says so)";
    not_carried_approval = "承認の状態とコメント", "State and comment of the approval";
    not_carried_received = "取り込んだファイルの一覧", "The list of files taken in";
    not_carried_asked = "依頼先の一覧（送付と回答の記録）", "The list of agencies asked, with what was sent and what came";
    cut = "長すぎて全文を示せません。この欄は取り込まれません。プログラムで直してください。",
        "Too long to show in full. This cell is not imported; change it in the program.";
    cut_here = "…（以下略）", "… (cut)";
    pick_title = "一覧から選ぶ", "Choose from the list";
    day_message = "2026-11-23、2026/11/23、令和8年11月23日 のように書きます。空欄のままでもかまいません。",
        "Write it like 2026-11-23 or 2026/11/23. It may stay empty.";
    confirm_message = "回答を変えたあとも同じ段階にするときは、「（再確認済み）」を選びます。",
        "To keep a level after answers were changed, choose it as confirmed again.";
    error_title = "この欄には書けません", "This cannot be entered here";
    error_pick = "一覧から選ぶか、空欄にしてください。", "Choose from the list, or leave it empty.";

    /// A level that was chosen again after answers were changed.
    confirmed(level: &str) = "{level}（再確認済み）", "{level} (confirmed again)";
    /// Which answers raised a proposal.
    raised_by(questions: &str) = "上げた回答：{questions}", "Raised by {questions}";
    /// Which answers ask for a reason.
    reason_for(questions: &str) = "理由が要る：{questions}", "Reason for {questions}";
    /// An item, and how many others are like it.
    and_others(item: &str, others: usize) = "{item}　ほか{others}件", "{item} and {others} more";
    /// What a step is about, and who fills it in.
    by(step: &str, who: &str) = "{step}（{who}）", "{step} ({who})";
    /// A red flag before it is replied to.
    flag(text: &str) = "注意点：{text}", "Red flag: {text}";
    /// What an empty cell means.
    empty_means(nothing: &str) = "空欄は「{nothing}」です。", "Empty means: {nothing}.";
}

/// The points of how to fill it in.
pub const POINTS: [fn(Lang) -> &'static str; 7] = [colour, choosing, writing, deciding, whole, returned, as_exported];

/// What is lost in this objective.
pub fn objective(objective: Objective, lang: Lang) -> String {
    let name = objective.label(lang);
    let lost = match objective {
        Objective::Confidentiality => lang.pick("漏えいしたとき", "if it leaks"),
        Objective::Integrity => lang.pick("書き換えられたり誤っていたりしたとき", "if it is falsified or wrong"),
        Objective::Availability => lang.pick("止まったり失われたりしたとき", "if it stops or is lost"),
    };
    say!(lang, "{name}　{lost}", "{name}: {lost}")
}

/// How long a text may be, and whether it may have several lines.
pub fn text_message(soft: usize, multiline: bool, lang: Lang) -> String {
    if multiline {
        say!(
            lang,
            "{soft}文字までが目安です。改行できます（Alt+Enter）。",
            "Up to about {soft} characters. Lines may be broken (Alt+Enter)."
        )
    } else {
        say!(lang, "一行で、{soft}文字までが目安です。", "One line of up to about {soft} characters.")
    }
}

/// A text is longer than a record takes.
pub fn error_text(lang: Lang) -> String {
    say!(lang, "{HARD_LENGTH}文字までです。", "At most {HARD_LENGTH} characters.")
}
