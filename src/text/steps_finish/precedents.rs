//! Sentences of 先例, the earlier records shown with 影響度の決定.

use crate::catalogue::Catalogue;
use crate::record::{ApprovalState, ApprovalStatement, Assessment, Date, Level, Objective, PerObjective};
use crate::text::days::both_calendars;
use crate::text::labels::{self, Label as _};
use crate::text::{Lang, approval, command_line, marks};

sentences! {
    title = "先例", "Precedents";
    lead = "同じ対象業務の、前の記録です。読んで考えるための参考で、ひとりでに記入されるものはありません。",
        "Earlier records for the same target task, for reference. Nothing is filled in automatically.";
    no_folders = "前の記録があるフォルダーを加えると、同じ対象業務の先例がここに並びます。",
        "Add the folders that hold earlier records to see the precedents for this target task here.";
    task_needed = "先例は、対象業務を一覧から選んだ記録について探します。",
        "Precedents are looked for once a target task of the list is chosen.";
    none_found = "同じ対象業務の先例はありません。", "There are no precedents for this target task.";
    folders = "先例を探すフォルダー", "Folders with precedents";
    show = "内容を見る", "Show";
    hide = "閉じる", "Hide";
    copy = "写す", "Copy";
    no_agency = "機関名の記入なし", "No agency given";
    no_service = "サービス名の記入なし", "No service given";
    no_day = "評価日の記入なし", "No assessment date";
    no_items = "取り扱う情報の記入なし", "No information items";
    whole = "業務全体（集約）", "The task as a whole (aggregation)";
    own_catalogue = "別の版の目録で作られた記録です。影響度と判定は、その目録によるものです。",
        "Made with another catalogue than the one in use. Levels and outcome are computed with its own.";
    other_catalogue = "手元にない版の目録で作られた記録です。影響度と判定は、使っている目録で計算し直したものです。",
        "Made with a catalogue that is not at hand. Levels and outcome are computed with the one in use.";

    /// That there are more that are not shown.
    further(count: usize) = "ほか{count}件", "and {count} more";
    /// Shows so many more precedents.
    show_more(count: usize) = "さらに{count}件を表示", "Show {count} more";
    /// Accessible name of the button that takes a folder off the list.
    remove_folder(folder: &str) = "{folder} を外す", "Remove {folder}";

    /// Accessible name of the button that shows something or hides it.
    toggle_name(what: &str, act: &str) = "{what}：{act}", "{what}: {act}";
    /// Accessible name of the button that copies a text of a precedent.
    copy_name(whose: &str, what: &str) = "{whose}：{what}を写す", "{whose}: copy the {what}";
}

/// That precedents are being read, and how far it has come.
pub fn reading(done: usize, of: usize, lang: Lang) -> String {
    match of {
        0 => lang.pick("読んでいます", "Reading").to_owned(),
        _ => say!(lang, "読んでいます（{done}／{of}）", "Reading ({done} of {of})"),
    }
}

/// How many precedents there are, and whether some are left out.
pub fn count(found: usize, kept: usize, lang: Lang) -> String {
    match found {
        _ if found > kept => say!(lang, "{found}件のうち新しい{kept}件", "The newest {kept} of {found} precedents"),
        1 => lang.pick("1件", "1 precedent").to_owned(),
        _ => say!(lang, "{found}件", "{found} precedents"),
    }
}

/// How many files and folders could not be read.
pub fn unreadable(count: usize, lang: Lang) -> String {
    match count {
        1 => lang.pick("読めなかったファイル 1件", "1 file could not be read").to_owned(),
        _ => say!(lang, "読めなかったファイル {count}件", "{count} files could not be read"),
    }
}

/// Whose assessment of which service: 架空省 総務課／ウェブ会議サービス甲.
pub fn whose(agency: &str, service: &str, lang: Lang) -> String {
    let agency = if agency.trim().is_empty() { no_agency(lang) } else { agency.trim() };
    let service = if service.trim().is_empty() { no_service(lang) } else { service.trim() };
    say!(lang, "{agency}／{service}", "{agency} / {service}")
}

/// The day in both calendars, and where the approval stands.
pub fn day_and_approval(
    on: Option<Date>,
    state: ApprovalState,
    changed: bool,
    statement: ApprovalStatement,
    lang: Lang,
) -> String {
    let day = on.map_or_else(|| no_day(lang).to_owned(), |day| both_calendars(day, lang));
    let marks: Vec<&str> = changed.then(|| approval::changed_after(state, lang)).into_iter().collect();
    let marks = [marks, approval::statement_mark(statement, lang).into_iter().collect()].concat();
    let state = approval::with_marks(state, &marks, lang);
    format!("{day}{}{state}", marks::gap(lang))
}

/// The three levels on one line.
pub fn levels(objectives: &PerObjective<Assessment>, catalogue: &Catalogue, lang: Lang) -> String {
    command_line::three(objectives, catalogue, lang)
}

/// An objective with its level, and what stands out about the decision: 機密性 低位（引下げ）.
pub fn objective_level(objective: Objective, level: &str, standing: &str, lang: Lang) -> String {
    let objective = objective.label(lang);
    match standing {
        "" => format!("{objective} {level}"),
        _ => say!(lang, "{objective} {level}（{standing}）", "{objective} {level} ({standing})"),
    }
}

/// The reason of a cell or of a raise, as the copy button names it.
pub fn reason_of(what: &str, objective: Objective, lang: Lang) -> String {
    let objective = objective.label(lang);
    say!(lang, "{what} {objective}の理由", "reason for {what} {objective}")
}

/// That the decision is lower than every precedent, with the level here and the lowest of the precedents. `lower` is not empty.
pub fn lower_than_every(lower: &[(Objective, Level, Level)], catalogue: &Catalogue, lang: Lang) -> String {
    let top = catalogue.levels.iter().map(|definition| definition.level).max();
    let one = |(objective, here, lowest): &(Objective, Level, Level)| {
        let (name, here) = (objective.label(lang), labels::level(*here, catalogue, lang));
        let there = labels::level(*lowest, catalogue, lang);
        if Some(*lowest) == top {
            say!(lang, "{name}（{here}、先例は{there}）", "{name} ({here}; precedents: {there})")
        } else {
            say!(lang, "{name}（{here}、先例は{there}以上）", "{name} ({here}; precedents: {there} or higher)")
        }
    };
    let listed = lower.iter().map(one).collect::<Vec<_>>().join(marks::comma(lang));
    say!(lang, "この決定はどの先例よりも低くなっています：{listed}", "This decision is lower than every precedent: {listed}")
}
