//! The start page.

use crate::record::{ApprovalState, Date, Moment};
use crate::text::{Label as _, Lang, marks};

sentences! {
    start_heading = "ISMAP-LIU　業務・情報の影響度評価", "ISMAP-LIU: impact assessment of tasks and information";
    start_lead = "SaaSを使う業務と情報について、影響度を評価して記録します。", "Assess, and put on record, the impact of a task and its information that a SaaS is to handle.";
    start_papers = "終わると、承認を受けるための「評価結果の説明」と、事業者に渡す記録ができます。",
        "You end with an explanation of the result, to be approved, and a record for the provider.";
    start_is_not_official = "公式様式ではありません。このプログラムは、どこへも送信も提出もしません。", "Not an official form. This program sends and submits nothing, anywhere.";

    start_go_on = "続きから", "Go on";
    start_no_recent = "まだありません。記録を保存すると、ここから続けられます。", "Nothing yet. Once a record is saved, you go on from here.";
    start_continue = "続ける", "Go on";
    start_open_recent = "開く", "Open";
    start_open_file = "ファイルを開く…", "Open a file…";
    start_open_note = "記録（.liu.ron、.liu.json）と、受け取ったパッケージ（.liu.zip）を開けます。この画面に落としても開きます。", "Records (.liu.ron, .liu.json) and packages that were received (.liu.zip). You can also drop a file here.";
    start_reading = "読んでいます…", "Reading…";
    start_not_read = "開けません", "Cannot be opened";
    start_in_progress = "入力中", "In progress";

    start_new = "新しく始める", "Begin";
    start_as_agency = "政府機関等として評価する", "Assess as a government agency";
    start_as_agency_note = "SaaSを使う側です。影響度を評価し、決めて、承認を受けます。", "You use the SaaS: you assess and decide, and have it approved.";
    start_as_provider = "クラウドサービス事業者として依頼する", "Ask as a cloud service provider";
    start_as_provider_note = "SaaSを提供する側です。サービスを説明し、利用する機関に評価を依頼します。", "You provide the SaaS: you describe it and ask an agency to assess.";

    start_first_time = "初めての方へ", "New here?";
    start_first_time_note = "架空の満足度調査を例に、始めから出力までをひと回りします。5分ほどです。ご自身の記録は変わりません。",
        "A made-up survey, walked through from the beginning to the output. About five minutes. Your own records stay as they are.";
    start_catalogue = "目録", "Catalogue";
    start_about = "このプログラムについて", "About this program";

    /// Agencies that were asked and have not answered in time.
    start_overdue(count: usize) = "回答の期限超過 {count}機関", "Overdue answers: {count}";
    /// The worked examples, which are shown when this is chosen.
    start_examples(count: usize) = "記入例 {count}件", "Worked examples ({count})";
    /// A button is named with the record it is about.
    start_of(act: &str, name: &str) = "{act}：{name}", "{act}: {name}";
    /// When a record was saved last.
    start_saved(when: &str) = "{when}に保存", "saved {when}";
    /// The end of an approval that is near.
    start_ends_in(day: Date, days: i32) = "有効期限 {day}（あと{days}日）", "Valid until {day} ({days} days left)";
    /// The end of an approval.
    start_valid_until(day: Date) = "有効期限 {day}", "valid until {day}";
    /// The end of an approval that has gone by.
    start_ended(day: Date) = "有効期限切れ {day}", "Expired on {day}";
}

/// A day as people say it near to today: きょう, 11月25日, 2025-11-25.
pub fn start_day(day: Date, today: Date, lang: Lang) -> String {
    let (month, of_month) = (day.month(), day.day());
    match day.days_until(today) {
        0 => lang.pick("きょう", "today").to_owned(),
        1 => lang.pick("きのう", "yesterday").to_owned(),
        _ if day.year() == today.year() => say!(lang, "{month}月{of_month}日", "{day}"),
        _ => day.to_string(),
    }
}

/// A moment as people say it near to today: きょう 14:32.
pub fn start_moment(moment: Moment, today: Date, lang: Lang) -> String {
    let day = moment.day_in_japan().map(|day| start_day(day, today, lang)).unwrap_or_default();
    format!("{day} {}", moment.time_in_japan()).trim().to_owned()
}

/// A state with the day on which it was come to: 差戻し（11月25日）.
pub fn start_state(state: ApprovalState, on: Option<Date>, today: Date, lang: Lang) -> String {
    let name = if state == ApprovalState::Draft { start_in_progress(lang) } else { state.label(lang) };
    match on.filter(|_| state != ApprovalState::Draft).map(|day| start_day(day, today, lang)) {
        Some(day) => say!(lang, "{name}（{day}）", "{name} ({day})"),
        None => name.to_owned(),
    }
}

/// Two things said of a record, one after the other.
pub fn start_and(one: &str, other: &str, lang: Lang) -> String {
    [one, other].join(marks::dash(lang))
}
