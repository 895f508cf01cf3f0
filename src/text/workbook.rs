//! Words of the workbook that a person fills in and sends back.

use super::Lang;
use crate::record::HARD_LENGTH;

sentences! {
    front = "はじめに", "Read first";
    field = "項目", "Field";
    value = "記入欄", "Entry";
    content = "内容", "Content";
    remark = "備考", "Remark";
    how_to = "記入のしかた", "How to fill it in";
    carried = "取り込まれるもの", "What is taken in again";
    not_carried = "取り込まれないもの", "What is not taken in";
    colour = "色の付いた欄に記入してください。ほかの欄は保護されています。保護にパスワードはありません。書き間違いを防ぐためのもので、改ざんは防げません。",
        "Fill in the coloured cells. The others are protected, without a password: a guard against slips, not against tampering.";
    choosing = "選ぶ欄では、セルを選ぶと出る一覧から選びます。空欄は「未回答」「未決定」などと同じで、低位とは扱いません。",
        "Where something is to be chosen, take it from the list of the cell. An empty cell means not answered or not decided, never low.";
    writing = "文の欄では、Alt+Enterで改行できます。日付は 2026-11-23、2026/11/23、令和8年11月23日 のように書きます。数式は取り込まれません。",
        "In texts, Alt+Enter breaks a line. Days are written like 2026-11-23 or 2026/11/23. Formulas are not taken in.";
    whole = "シート・行・列を加えたり消したりせずに、このファイルのまま返してください。隠れた列に、欄ごとの名前が書かれています。",
        "Send this file back without adding or deleting sheets, rows or columns: hidden columns hold the name of each cell.";
    returned = "返されたファイルは、プログラムの「評価シートを取り込む」で読みます。違いを一つずつ示し、選んだものだけを記録に入れます。",
        "The program reads it with “Take in an assessment sheet”, shows every difference, and takes into the record what is chosen.";
    as_exported = "提案と判定は書き出したときのものです。このファイルでは計算し直しません。対象業務を選び直すと注意点も変わるので、取り込んだあとで書き出し直してください。",
        "Proposals and outcome are as of the export and are not computed again here. Another target task has other red flags: export again after taking it in.";
    not_carried_identity = "記録の番号、作成者の立場、作成を始めた日、手続の版、目録",
        "Id of the record, who made it, when it was begun, procedure profile, catalogue";
    not_carried_item_list = "取り扱う情報の削除と並べ替え（新しい情報は、用意した行に書けば加わります）",
        "Taking away and moving items (new ones are added if written into the rows prepared for them)";
    not_carried_derived = "格付・人数・対象業務の選択から決まる答え", "Answers that follow from a grade, the number of persons or the target task";
    not_carried_unfit = "その質問の答えではない答え", "An answer that is none to its question";
    not_carried_suggested_row = "依頼の「想定する対象業務」に貼り付けた行の文",
        "The texts of a pasted row that the request suggests as target task";
    not_carried_too_long = "一つのセルに入りきらない文（備考にその旨を書きます）", "A text that does not fit into a cell (its remark says so)";
    not_carried_approval = "承認の状態とコメント", "State and comment of the approval";
    not_carried_received = "取り込んだファイルの一覧", "The list of files taken in";
    cut = "長すぎて全文を示せません。この欄は取り込まれません。プログラムで直してください。",
        "Too long to be shown whole. This cell is not taken in; change it in the program.";
    cut_here = "…（以下略）", "… (cut)";
    new_items = "新しい情報", "New items";
    new_items_explained = "ここに名称を書くと、取り込むときに新しい情報として加わります。格付と質問への回答は、取り込んだあとでプログラムに入力するか、書き出し直したシートに書いてください。",
        "What is named here is added as a new item. Its grades and answers are entered afterwards, in the program or in a sheet exported again.";
    pick_title = "一覧から選ぶ", "Choose from the list";
    day_message = "2026-11-23、2026/11/23、令和8年11月23日 のように書きます。空欄のままでもかまいません。",
        "Write it like 2026-11-23 or 2026/11/23. It may stay empty.";
    error_title = "この欄には書けません", "This cannot be entered here";
    error_pick = "一覧から選ぶか、空欄にしてください。", "Choose from the list, or leave it empty.";
}

/// A new item by its number.
pub fn new_item(number: usize, lang: Lang) -> String {
    say!(lang, "新しい情報 {number}", "New item {number}")
}

/// What an empty cell means.
pub fn empty_means(nothing: &str, lang: Lang) -> String {
    say!(lang, "空欄は「{nothing}」です。", "Empty means: {nothing}.")
}

/// How long a text may be, and whether it may have several lines.
pub fn text_message(soft: usize, multiline: bool, lang: Lang) -> String {
    match (multiline, lang) {
        (true, Lang::Ja) => format!("{soft}文字までが目安です。改行できます（Alt+Enter）。"),
        (true, Lang::En) => format!("Up to about {soft} characters. Lines may be broken (Alt+Enter)."),
        (false, Lang::Ja) => format!("一行で、{soft}文字までが目安です。"),
        (false, Lang::En) => format!("One line of up to about {soft} characters."),
    }
}

/// A text is longer than a record takes.
pub fn error_text(lang: Lang) -> String {
    say!(lang, "{HARD_LENGTH}文字までです。", "At most {HARD_LENGTH} characters.")
}
