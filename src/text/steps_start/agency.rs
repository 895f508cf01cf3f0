//! 利用機関と体制

use crate::record::TextField;
use crate::text::Lang;

sentences! {
    title = "利用機関と体制 — 誰が、何のために使いますか", "Agency and people";
    lead = "評価するのは、サービスを利用する機関の職員です。業務の名前は、一覧の言葉ではなく、ふだんの呼び方で書きます。",
        "Staff of the using agency assesses. Name the task as you call it day to day, not in the words of the list.";
    agency_section = "利用機関", "Agency";
    use_section = "業務と利用", "Task and use";
    assessor_section = "評価者", "Assessor";
    approver_section = "承認者", "Approver";
    people_hint = "役職は自由に書けます。「候補」から選ぶこともできます。", "Titles are free text; the menu offers some.";
    assessed_on = "評価した日", "Day of the assessment";
    today = "今日にする", "Today";
}

/// What to put into a field.
pub const fn hint(field: TextField, lang: Lang) -> &'static str {
    match field {
        TextField::AgencyName => {
            lang.pick("府省庁、独立行政法人などの名前", "Ministry, agency or incorporated administrative agency")
        }
        TextField::AgencyTaskName => lang.pick("例：審議会の運営（オンライン開催）", "For example: running the council (online)"),
        TextField::Purpose => lang.pick("何のために、どのように使うか", "What for, and how"),
        TextField::Users => lang.pick("例：課の職員約30名、民間委員10名", "For example: about 30 officers, 10 outside members"),
        _ => "",
    }
}

/// Titles that are often written.
pub const fn titles(field: TextField) -> &'static [[&'static str; 2]] {
    const TITLES: [[&str; 2]; 7] = [
        ["係長", "Subsection chief"],
        ["課長補佐", "Deputy director"],
        ["室長", "Office director"],
        ["課長", "Director"],
        ["部長", "Department head"],
        ["課室情報セキュリティ責任者", "Section information security officer"],
        ["情報システムセキュリティ責任者", "Information system security officer"],
    ];
    match field {
        TextField::AssessorTitle | TextField::ApproverTitle => &TITLES,
        _ => &[],
    }
}
