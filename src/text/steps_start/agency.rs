//! Sentences of 利用機関と体制.

use crate::record::TextField;
use crate::text::{Lang, Sentence};

sentences! {
    title = "利用機関と体制 — 誰が、何のために使いますか", "Agency and people";
    lead = "評価するのは、サービスを利用する機関の職員です。業務の名前は、一覧の言葉ではなく、ふだんの呼び方で書きます。",
        "Staff of the using agency make the assessment. Name the task as you usually call it, not in the words of the list.";
    people_hint = "役職は自由に書けます。「候補」から選ぶこともできます。", "Titles are free text; you can also pick from “Suggest”.";
    assessed_on = "評価した日", "Date of assessment";
    today = "今日にする", "Today";
    procurement_hint = "この評価をもとに行う調達です。分かっているところだけ書きます。", "The procurement this assessment is for. Fill in what is known.";
    procurement_date = "調達日", "Date of procurement";
    procurement_date_hint = "機関で調達の日としている日（公告日、契約日など）。例：2026-11-25、令和8年11月25日",
        "The date your agency uses for the procurement (notice, contract or other), for example 2026-11-25";
}

/// The heading above a field that begins a section of the step.
pub const fn heading_above(field: TextField, lang: Lang) -> Option<&'static str> {
    Some(match field {
        TextField::AgencyName => lang.pick("利用機関", "Agency"),
        TextField::AgencyTaskName => lang.pick("業務と利用", "Task and use"),
        TextField::AssessorTitle => lang.pick("評価者", "Assessor"),
        TextField::ApproverTitle => lang.pick("承認者", "Approver"),
        TextField::ProcurementTitle => lang.pick("調達", "Procurement"),
        _ => return None,
    })
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
        TextField::ProcurementTitle => {
            lang.pick("例：Web会議サービスの利用（令和9年度）", "For example: use of a web conference service")
        }
        TextField::ProcurementNumber => lang.pick("機関で付けた番号", "The number given by your agency"),
        TextField::ProcurementPeriod => {
            lang.pick("例：令和9年4月1日から令和10年3月31日まで", "For example: 2027-04-01 to 2028-03-31")
        }
        _ => "",
    }
}

/// Titles that are often written.
pub const fn titles(field: TextField) -> &'static [Sentence] {
    const TITLES: &[Sentence] = words! {
        "係長", "Subsection chief";
        "課長補佐", "Deputy director";
        "室長", "Office director";
        "課長", "Director";
        "部長", "Department head";
        "課室情報セキュリティ責任者", "Section information security officer";
        "情報システムセキュリティ責任者", "Information system security officer";
    };
    match field {
        TextField::AssessorTitle | TextField::ApproverTitle => TITLES,
        _ => &[],
    }
}
