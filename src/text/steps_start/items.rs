//! Sentences of 取り扱う情報.

use crate::record::{ItemField, TextChanges};
use crate::text::{Label as _, Lang, Sentence, characters, marks};

sentences! {
    title = "取り扱う情報 — サービスに何を入れますか", "Information handled — what goes into the service?";
    lead = "影響度は、情報ごとに考えます。性質の違う情報は分けて書きます。", "The impact is assessed per kind of information. List information of different kinds separately.";
    list = "取り扱う情報の一覧", "List of information handled";
    empty = "まだ1件もありません。想定される情報から選ぶか、自分で追加してください。", "None yet. Choose from typical information, or add your own.";
    add = "追加する", "Add";
    add_one = "情報を追加", "Add information";
    paste = "表から貼り付け", "Paste from a table";
    suggestions = "この業務で想定される情報", "Typical for this task";
    suggestions_lead = "本ツールの例です。実際に入れる情報だけを追加してください。格付は付きません。",
        "Examples by this tool. Add only what will really be put into the service. Grades are not set.";
    suggestions_none = "対象業務を一覧から選ぶと、想定される情報を示します。", "Choose a target task from the list to see typical information.";
    add_all = "すべて追加", "Add all";
    unnamed = "（名称なし）", "(no name)";
    select_all = "すべて選ぶ", "Select all";
    select_none = "選択を解除", "Select none";
    move_up = "上へ", "Move up";
    move_down = "下へ", "Move down";
    duplicate = "複製", "Duplicate";
    delete = "削除", "Delete";
    undo = "元に戻す", "Undo";
    table_keys = "Enterで次の欄へ進み、最後の欄では次の情報を書き始めます。数字で選び、Ctrl+Dで下の空いた欄に写します。表計算ソフトの表も貼り付けられます。",
        "Enter goes to the next cell, and from the last one begins another item. A digit chooses, Ctrl+D fills empty cells below. Rows of a spreadsheet can be pasted.";
    not_chosen = "未選択", "Not chosen";
    grade_hint = "格付は情報の取扱いの区分で、影響度そのものではありません。意味は説明の欄にあります。",
        "A grade says how information is to be handled; it is not the impact level. See the guidance for what each means.";
    publication = "公表と保存", "Publication and retention";
    whose_hint = "例：職員、国民、民間委員、事業者", "For example: staff, citizens, outside members, companies";
    description_hint = "何が書かれているか。自由記述や添付があれば、それも", "What is in it, including free text and attachments";
    personal_hint = "例：氏名、所属、メールアドレス", "For example: name, organisation, mail address";
    publication_time_hint = "例：会議の1か月後", "For example: a month after the meeting";
    retention_hint = "例：年度末から1年", "For example: one year from the end of the fiscal year";
    paste_lead = "表計算ソフトの行をコピーして、下の欄に貼り付けます。1列目が名称、2列目が内容です。見出しの行があれば、列を読み分けます。",
        "Copy rows of a spreadsheet into the box below. The first column is the name, the second the description. A row of headings tells the columns apart.";
    paste_words = "「機密性2」「完全性1」「可用性1」「なし」「〜100」「公表しない」などの言葉も読み取ります。",
        "Words such as 機密性2, 完全性1, 可用性1, なし, 〜100 and 公表しない are understood too.";
    paste_box = "貼り付ける欄", "Paste box";
    paste_cancel = "やめる", "Cancel";
    paste_result = "読み取り結果", "What was read";
    paste_leftovers = "読み取れなかったもの（追加されません）", "Not read (not added)";
    bulk_grade_c = "機密性", "Confidentiality";
    bulk_grade_i = "完全性", "Integrity";
    bulk_grade_a = "可用性", "Availability";
    bulk_persons = "人数", "Persons";
    bulk_delete = "まとめて削除", "Delete these";
    bulk_publication = "公表", "Publication";
    no_item_selected = "表から1件を選ぶと、ここで詳しく書けます。", "Select one in the table to describe it here.";
    missing = "要確認", "To check";
    complete = "入力済", "Complete";

    /// 「議事録」を削除しました。
    removed(name: &str) = "「{name}」を削除しました。", "Deleted: {name}.";
    /// 3件を削除しました。
    removed_many(count: usize) = "{count}件を削除しました。", "Deleted: {count} items.";
    /// How many items there are.
    count(count: usize) = "{count}件", "{count} items";
    /// How many items are selected for a change of all of them.
    selected(count: usize) = "{count}件をまとめて変更", "Change {count} items at once";
    /// What a screen reader calls the box that selects an item for a change of many.
    select_name(name: &str) = "「{name}」をまとめて変更する対象にする", "Select {name} for bulk change";
    /// Opens the typical information of the chosen task.
    suggestions_left(count: usize) = "想定される情報から追加（{count}件）", "Add from typical information ({count})";
    /// What a screen reader calls the button that adds one typical piece of information.
    add_suggestion(name: &str) = "「{name}」を追加", "Add {name}";

    /// Adds what was pasted.
    add_pasted(rows: usize) = "{rows}件を追加", "Add {rows} items";
    /// A heading that names no attribute.
    unknown_column(column: usize, heading: &str) = "{column}列目「{heading}」：当てはまる項目がありません。",
        "Column {column}, {heading}: no matching field.";

    /// A cell for which no column says what it is.
    no_place(row: usize, column: usize, text: &str) = "{row}行目の{column}列目「{text}」：何の項目か分かりません。見出しの行を付けると読み取れます。",
        "Row {row}, column {column}, {text}: not clear which field this is. Add a row of headings.";
    /// Rows beyond what one paste takes.
    too_many_rows(rows: usize, most: usize) = "一度に読み取れるのは{most}行までです。残りの{rows}行は、あとで貼り付けてください。",
        "One paste takes {most} rows. Paste the other {rows} afterwards.";
    paste_cut(most: usize) = "一度に読み取れるのは{most}字までです。続きは、あとで貼り付けてください。",
        "One paste takes {most} characters. Paste the rest afterwards.";
    /// ほか3件
    more(count: usize) = "ほか{count}件", "and {count} more";
}

/// Kinds of personal data that are often written.
pub const PERSONAL_DATA: &[Sentence] = words! {
    "氏名", "Name";
    "所属", "Organisation";
    "役職", "Title";
    "メールアドレス", "Email address";
    "電話番号", "Telephone number";
    "住所", "Address";
    "生年月日", "Date of birth";
    "顔写真・映像", "Face photos or video";
    "音声", "Voice";
};

/// The head of a column, in short; it is said in full to a screen reader and under the pointer.
pub fn column(attribute: ItemField, lang: Lang) -> &'static str {
    match attribute {
        ItemField::ConfidentialityGrade => lang.pick("機密性", "Conf."),
        ItemField::IntegrityGrade => lang.pick("完全性", "Integr."),
        ItemField::AvailabilityGrade => lang.pick("可用性", "Avail."),
        ItemField::PersonalData => lang.pick("個人情報", "Personal data"),
        ItemField::PersonCount => lang.pick("人数", "Persons"),
        other => other.label(lang),
    }
}

/// An attribute of an item, as a screen reader says it: 議事録 — 機密性の格付
pub fn attribute_of(attribute: ItemField, name: &str, lang: Lang) -> String {
    format!("{name} — {}", attribute.label(lang))
}

/// What a paste came to.
pub fn pasted(rows: usize, attributes: &[ItemField], lang: Lang) -> String {
    let names: Vec<&str> = attributes.iter().map(|attribute| attribute.label(lang)).collect();
    let names = names.join(marks::comma(lang));
    say!(lang, "{rows}件を読み取りました。読み取った項目：{names}", "{rows} items understood, with: {names}")
}

/// What a block pasted into the table would do.
pub fn block(free: usize, replaced: usize, added: usize, lang: Lang) -> String {
    let parts = [
        (free, say!(lang, "空いている{free}か所に入れる", "fills {free} empty cells")),
        (replaced, say!(lang, "{replaced}か所を置き換える", "replaces {replaced}")),
        (added, say!(lang, "{added}件を加える", "adds {added} items")),
    ];
    let done: Vec<String> = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, part)| part).collect();
    let done = done.join(marks::comma(lang));
    say!(lang, "すること：{done}。元に戻せます。", "This {done}. Can be undone.")
}

/// A cell that is no value of its attribute.
pub fn not_a_value(row: usize, attribute: ItemField, text: &str, lang: Lang) -> String {
    let attribute = attribute.label(lang);
    say!(lang, "{row}行目「{text}」：{attribute}として読み取れません。", "Row {row}, {text}: cannot be read as {attribute}.")
}

/// A cut piece of what was pasted, for a message.
pub fn excerpt(text: &str) -> String {
    let mut start: String = text.chars().take(30).collect();
    if text.chars().nth(30).is_some() {
        start.push('…');
    }
    start.replace('\n', " ")
}

/// A text of a row was taken otherwise than it stands there.
pub fn changed(row: usize, attribute: ItemField, changes: &TextChanges, lang: Lang) -> String {
    let (name, changed) = (attribute.label(lang), characters::changes(changes, lang).join(marks::between_sentences(lang)));
    say!(lang, "{row}行目の{name}：{changed}", "Row {row}, {name}: {changed}")
}
