//! Headings and sentences of the results.

use std::io;
use std::path::Path;

use crate::catalogue::Catalogue;
use crate::judgement::{CellJudgement, Outcome, Standing};
use crate::record::{Assessment, CataloguePin, ContentDigest, Date, IdError, Objective, PerObjective, Record};
use crate::text::labels::{assessment, level};
use crate::text::{Label as _, Lang, Message, marks};

sentences! {
    problem_prefix = "liu-wizard: エラー: ", "liu-wizard: error: ";
    outcome_heading = "判定", "Outcome";
    condition_listed = "条件① 対象業務一覧に当たる", "Condition 1: on the list";
    condition_low = "条件② 影響度が低位", "Condition 2: impact is low";
    overall = "全体", "Overall";
    items_heading = "取り扱う情報", "Information handled";
    reasons_heading = "なぜこの結果か", "Why this result";
    findings_heading = "指摘", "Findings";
    no_findings = "指摘はありません。", "No findings.";
    attached_to_pdf = "PDFに添付されたJSON", "JSON attached to a PDF";
    nothing_attached = "添付はありません。", "Nothing is attached.";
    in_package = "パッケージの中のJSON", "JSON in a package";
    no_differences = "違いはありません。", "No differences.";
    not_official = "本書は公式様式ではありません。", "This is not an official form.";
    absent = "（なし）", "(none)";
    record_whole = "壊れていません", "whole";
    approval_none = "承認に結び付いた内容はありません", "not bound to an approval";
    approval_unchanged = "承認の状態を記録したときから内容は変わっていません", "content unchanged since its state was recorded";
    approval_changed = "承認の状態を記録した後に内容が変わっています", "content changed since its state was recorded";
    approval_copy_wrong = "残した控えの内容が承認の状態を記録したときの内容ではありません", "the copy that was kept is not the content its state was recorded for";
    catalogue_same = "使っている目録と同じ", "same as the catalogue in use";
    set_whole = "一式は書き出したときのままです", "the set is as it was exported";
    set_not_whole = "一式は書き出したときのままではありません", "the set is not as it was exported";
    set_not_sealed = "一覧（manifest.json）そのものには封がありません。前の版が作ったためで、書き出した日が変えられていても分かりません。", "The list of the set (manifest.json) is not sealed itself, since an earlier version made it: if the day of the export was changed, nobody can tell.";
    catalogue_whole = "矛盾はありません", "holds together";
    no_records = "評価記録はありません。", "No records.";
    profiles_heading = "手続の版", "Procedure profiles";
    tasks_heading = "対象業務", "Target tasks";
    questions_heading = "問い", "Questions";

    /// A file does not go into the application, for this reason.
    left_out(why: &str) = "事前申請に入れません。{why}", "Left out of the application. {why}";
    /// The same, where somebody may decide otherwise.
    left_out_unless_included(why: &str) = "事前申請に入れません。{why}それでも入れるには --include-differing を付けてください。",
        "Left out of the application. {why} To put it in all the same, add --include-differing.";
    /// A file goes into the application although this speaks against it.
    goes_in_all_the_same(why: &str) = "指定により事前申請に入れます。{why}", "Put into the application as asked for. {why}";

    /// That the history holds, with how many revisions are kept.
    history_whole(kept: &str) = "{kept}、つながっています", "{kept}, it holds";
    /// That the history does not hold, with how many revisions are kept.
    history_not_whole(kept: &str) = "{kept}、つながっていません", "{kept}, it does not hold";

    /// The format of a record and its version.
    format_and_version(format: &str, version: u32) = "形式：{format}、第{version}版", "format: {format}, version {version}";

    /// The last day of an approval.
    valid_until(day: Date) = "有効期限 {day}", "valid until {day}";
}

/// A copy of the record lies beside it that holds what it does not.
pub fn other_copy(copy: &Path, record: &Path, lang: Lang) -> String {
    let (copy, record) = (copy.display(), record.display());
    say!(
        lang,
        "同じ記録の別の写しが、この記録にない内容を含んでいます：{copy}（liu-wizard diff で {record} と見比べられます）",
        "Another copy of this record holds what it does not: {copy} (compare it with {record} by liu-wizard diff)"
    )
}

/// The version that was replaced could not be kept where it usually is.
pub fn previous_kept_beside(path: &Path, lang: Lang) -> String {
    let path = path.display();
    say!(
        lang,
        "プログラムのデータフォルダーに書き込めないため、前の版を記録の隣に残しました：{path}",
        "The program's own folder cannot be written, so the previous version was kept beside the record: {path}"
    )
}

/// A heading with its value: 判定：適合.
pub fn fact(heading: &str, value: &str, lang: Lang) -> String {
    format!("{heading}{}{value}", marks::colon(lang))
}

/// What two records have in one place, with how it compares: 低位 → 中位［違う］. What is the same is said once.
pub fn two_values(old: &str, new: &str, relation: &str, lang: Lang) -> String {
    let values = if old == new { old.to_owned() } else { format!("{old} → {new}") };
    say!(lang, "{values}［{relation}］", "{values} [{relation}]")
}

/// The three levels on one line.
pub fn three(objectives: &PerObjective<Assessment>, catalogue: &Catalogue, lang: Lang) -> String {
    let one = |(objective, state): (Objective, &Assessment)| {
        format!("{} {}", objective.label(lang), assessment(*state, catalogue, lang))
    };
    objectives.iter().map(one).collect::<Vec<_>>().join(marks::comma(lang))
}

/// A cell on one line: 低位（提案 中位、決定 低位、引下げ）.
pub fn cell(cell: &CellJudgement, catalogue: &Catalogue, lang: Lang) -> String {
    let effective = assessment(cell.effective, catalogue, lang);
    let proposal = assessment(cell.proposal, catalogue, lang);
    match cell.decided.map(|decided| level(decided, catalogue, lang)) {
        None => {
            let standing = Standing::NotDecided.label(lang);
            say!(lang, "{effective}（提案 {proposal}、{standing}）", "{effective} (proposal {proposal}, {standing})")
        }
        Some(decided) => {
            let standing = cell.standing.label(lang);
            say!(
                lang,
                "{effective}（提案 {proposal}、決定 {decided}、{standing}）",
                "{effective} (proposal {proposal}, decision {decided}, {standing})"
            )
        }
    }
}

/// A record by its names: 架空ミーティング／政策検討会の開催.
pub fn record_names(record: &Record, lang: Lang) -> String {
    let names = [record.case_name.as_str(), record.service.name.as_str(), record.agency.name.as_str()];
    let names: Vec<_> = names.into_iter().filter(|name| !name.is_empty()).collect();
    if names.is_empty() {
        lang.pick("名前のない評価記録", "Record without a name").to_owned()
    } else {
        names.join(marks::slash(lang))
    }
}

/// Which catalogue: 目録 liu-wizard 2026-11-23 (1a2b3c4d5e6f).
pub fn pin(pin: &CataloguePin) -> String {
    format!("{} {} ({})", pin.id, pin.version, pin.digest.short())
}

/// The digest that names the content of a record.
pub fn content_digest(digest: &ContentDigest, lang: Lang) -> String {
    fact(lang.pick("内容の SHA-256", "SHA-256 of the content"), digest.as_str(), lang)
}

/// The catalogue a record was made with, and how it stands to the one in use.
pub fn record_catalogue(catalogue: &CataloguePin, standing: &str, lang: Lang) -> String {
    let catalogue = pin(catalogue);
    say!(lang, "目録：{catalogue}（{standing}）", "catalogue: {catalogue} ({standing})")
}

/// That so many examples were written, and one of them exported.
pub fn examples_written(examples: usize, folder: &Path, kind: &str, set: &Path, outcome: Outcome, lang: Lang) -> String {
    let (folder, set, outcome) = (folder.display(), set.display(), outcome.label(lang));
    say!(
        lang,
        "記入例{examples}件を {folder} に書き出しました。そのうち1件（判定：{outcome}）を、{kind}として {set} に出力しました。\n記入例の機関・事業者・法人番号はすべて架空です。この記録はまだ提出されていません。",
        "{examples} worked examples are in {folder}. One of them (outcome: {outcome}) was exported as a {kind} to {set}.\nAgencies, providers and corporate numbers are fictitious. Nothing has been handed in."
    )
}

/// A message about a file, which it names where it names nothing yet.
pub use crate::text::portfolio::in_file as in_place;

/// A package was expected.
pub fn no_package(path: &Path, lang: Lang) -> Message {
    Message {
        what: lang.pick("パッケージではありません。", "This is not a package.").to_owned(),
        place: path.display().to_string(),
        expected: lang.pick("パッケージ（.liu.zip）", "A package (.liu.zip)").to_owned(),
        action: lang
            .pick(
                "添付はパッケージにだけ入ります。評価記録には入りません。",
                "Attachments are kept in packages only, not in records.",
            )
            .to_owned(),
    }
}

/// A request package was expected.
pub fn no_request(path: &Path, lang: Lang) -> Message {
    Message {
        what: lang.pick("依頼パッケージではありません。", "This is not a request package.").to_owned(),
        place: path.display().to_string(),
        expected: lang
            .pick("事業者から受け取った依頼パッケージ（.liu.zip）", "A request package from a provider (.liu.zip)")
            .to_owned(),
        action: lang
            .pick(
                "評価記録はそのまま開けます。依頼は、事業者が liu-wizard package request で作ります。",
                "A record can be opened as it is. Requests are made by providers with `liu-wizard package request`.",
            )
            .to_owned(),
    }
}

/// The target task asked for is not in the catalogue.
pub fn no_such_task(found: &str, known: &[&str], lang: Lang) -> Message {
    let known = known.join(marks::comma(lang));
    Message {
        what: say!(lang, "対象業務「{found}」は目録にありません", "the catalogue has no target task `{found}`"),
        expected: say!(lang, "使える番号：{known}", "one of {known}"),
        action: lang
            .pick("liu-wizard catalogue show で一覧を確かめられます。", "`liu-wizard catalogue show` lists them.")
            .to_owned(),
        ..Message::default()
    }
}

/// The catalogue offers no procedure profile to begin a record under.
pub fn no_profile(lang: Lang) -> Message {
    Message {
        what: lang.pick("目録に手続の版がありません", "the catalogue has no procedure profile").to_owned(),
        action: lang.pick("別の目録を使ってください。", "Use another catalogue.").to_owned(),
        ..Message::default()
    }
}

/// An id was made that is none: the program is at fault.
pub fn id_refused(error: &IdError, lang: Lang) -> Message {
    let found = &error.found;
    let what = say!(lang, "記録の番号を作れませんでした：{found}", "no id could be made for the record: {found}");
    Message { what, ..Message::default() }
}

/// Standard output takes nothing more.
pub fn output_failed(error: &io::Error, lang: Lang) -> Message {
    Message {
        what: say!(lang, "結果を出力できませんでした：{error}", "the result could not be written to standard output: {error}"),
        action: lang
            .pick("出力先の空き容量と書込みの権限を確かめてください。", "Check free space and permissions where it goes.")
            .to_owned(),
        ..Message::default()
    }
}

/// Standard input gives nothing to read.
pub fn input_failed(error: &io::Error, lang: Lang) -> Message {
    Message {
        what: say!(lang, "標準入力を読めませんでした：{error}", "standard input could not be read: {error}"),
        action: lang.pick("入力の渡し方を確かめてください。", "Check how it is passed.").to_owned(),
        ..Message::default()
    }
}

/// A set was given where a signature needs one record.
pub fn signature_of_a_set(path: &Path, lang: Lang) -> Message {
    Message {
        what: lang.pick("署名は一つの評価記録に対するものです。", "A signature covers a single record.").to_owned(),
        place: path.display().to_string(),
        expected: lang
            .pick("評価記録のファイル（*.liu.ron、*.liu.json、PDF）。", "The file of a record (*.liu.ron, *.liu.json or PDF).")
            .to_owned(),
        action: lang.pick("一式の中の .liu.json を指定してください。", "Name the .liu.json in the set.").to_owned(),
    }
}

/// A file has a number in its name, since another record gives the same name. `path` is the record it is made of.
pub fn named_apart(name: &str, path: &Path, lang: Lang) -> String {
    let path = path.display();
    say!(
        lang,
        "同じ名前になる記録がほかにもあるため、「{path}」からは「{name}」を作ります",
        "another record gives the same name, so that what is made of “{path}” is called “{name}”"
    )
}

/// A file to be opened in the window is not there; perhaps a command was meant.
pub fn no_such_file(path: &Path, lang: Lang) -> Message {
    Message {
        what: lang.pick("ファイルがありません", "there is no such file").to_owned(),
        place: path.display().to_string(),
        expected: String::new(),
        action: super::see_help(lang).to_owned(),
    }
}

/// With which procedures a record can be made.
pub fn other_procedures<'a>(ids: impl Iterator<Item = &'a str>, lang: Lang) -> String {
    let ids = ids.collect::<Vec<_>>().join(marks::comma(lang));
    say!(
        lang,
        "ほかの手続で作るには --profile を付けるか、はじめにで選び直してください（{ids}）。",
        "For another procedure use --profile, or choose it under Introduction ({ids})."
    )
}
