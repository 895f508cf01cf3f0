//! Words of the documents that people read: the printed form and Markdown.

use super::{Label as _, Lang, labels, marks};
use crate::catalogue::{Basis, Catalogue};
use crate::judgement::CauseEffect;
use crate::record::{Asked, AskedState, Came, Date, Level, QuestionId, ReceivedFile, RequestRef};

pub use super::days::{both_calendars as date, short_date};

sentences! {
    /// Numbers of lines that stand together: 61～80.
    from_to(first: usize, last: usize) = "{first}～{last}", "{first}–{last}";
    not_official = "本書は公式様式ではありません", "This is not an official form";
    not_submitted = "この記録はまだ提出されていません。", "This record has not been handed in.";
    draft = "作成中", "Draft";
    print_note = "このPDFの印刷条件（紙面を確かめるための情報）", "How this PDF was printed (used to verify its pages)";
    document_sheet = "影響度評価シート", "Impact assessment sheet";
    document_explanation = "評価結果の説明", "Explanation of the result";
    document_item = "情報ごとの評価", "Assessment of one information item";
    part_record = "記録", "Record";
    part_provider = "第1部　事業者の記入部分", "Part 1: the provider's part";
    part_agency = "第2部　利用機関の記入部分", "Part 2: the agency's part";
    case = "案件", "Case";
    id = "番号", "Id";
    provider_document = "クラウドサービス事業者の記入部分", "The cloud service provider's part";
    empty = "未記入", "Not filled in";
    not_chosen = "未選択", "Not chosen";
    not_applicable = "対象外", "Not applicable";
    not_applicable_short = "対象外", "n/a";
    not_answered_short = "未回答", "Open";
    none = "なし", "None";


    // At a glance
    outcome = "判定", "Outcome";
    overall = "総合", "Overall";
    condition_listed = "条件①（一覧）", "① On the list";
    condition_low = "条件②（低位）", "② Low";
    agency = "利用機関", "Agency";
    target_task = "対象業務", "Target task";
    approval_state = "承認の状態", "Approval";
    findings_count = "指摘", "Findings";

    // The versions
    versions = "版の一覧", "Versions";
    no_versions = "まだ保存されていません。", "Not saved yet.";
    version = "版", "Version";
    saved_at = "保存した日時", "Saved";
    saved_by = "保存した方", "By";
    version_changed = "変わった項目", "What changed";

    // The head and the front page
    paper_date = "日付", "Date";
    made_by = "作成", "Prepared by";
    look_at = "注意", "Note";
    gate_decides = "前提", "Gate";
    lowering_reasons = "引下げの理由", "Why decisions are below the proposal";
    decision_block = "評価と承認", "Assessment and approval";
    person_and_title = "役職・氏名", "Title and name";
    decision_and_comment = "決定・意見", "Decision and comment";
    opinion = "意見", "Opinion";
    revoked_by = "失効", "Revoked";
    to_decide = "承認 ・ 差戻し ・ 否認", "Approved / Returned / Rejected";
    validity_chosen_on_approval = "承認のときに選びます", "Chosen on approval";
    condition_number = "番号", "No.";
    condition_text = "条件", "Condition";
    risk_text = "リスク", "Risk";
    conditions_of_use = "利用条件", "Conditions of use";
    residual_risk = "残るリスク", "Residual risk";
    contents = "目次", "Contents";
    every_item = "情報ごとの影響度（全件）", "Levels of every item";
    nothing_here = "該当なし", "Not applicable";
    nothing_entered = "記入なし（任意）", "None (optional)";
    left_to_the_agency = "利用機関が記入", "For the using agency to fill in";
    part_is_complete = "記入済み", "Complete";
    part_is_open = "記入中", "Being filled in";
    both_parts = "事業者の記入部分と利用機関の評価", "The provider's part and an agency's assessment";

    // Chapters
    whole_task = "業務全体", "The task as a whole";
    request_and_check_list = "依頼と確認表", "Request and check-list";
    why = "判定とその理由", "Outcome, and why";
    this_record = "この記録について", "About this record";
    service = "クラウドサービス（事業者の記入部分）", "Cloud service (the provider's part)";
    agency_and_people = "利用機関と体制", "Agency and people";
    gate = "前提確認", "Gate questions";
    items = "取り扱う情報", "Information handled";
    answers = "問いへの回答と提案", "Answers and proposals";
    decisions = "影響度の決定", "Impact levels";
    use_and_risk = "利用条件と残るリスク", "Conditions of use and residual risk";
    findings = "指摘", "Findings";
    approval = "承認", "Approval";
    request = "評価の依頼", "Request for an assessment";
    criteria = "影響度の基準と用語", "Levels, criteria and terms";
    questions = "問いの一覧と根拠", "Questions and their basis";
    sources = "出典と根拠の区分", "Sources and basis marks";
    next = "このあと", "What comes next";
    annex = "付録", "Annex:";
    unprintable_characters = "印刷できない文字", "Characters that cannot be printed";

    // About this record
    record_id = "記録の番号", "Record";
    content_digest = "内容の要約値（SHA-256）", "Digest of the content (SHA-256)";
    role = "作成者の立場", "Made by";
    created = "作成を始めた日", "Started on";
    exported = "書き出した日", "Exported on";
    profile = "手続の版", "Procedure profile";
    catalogue = "目録", "Catalogue";
    catalogue_pinned = "作成したときの目録", "Catalogue at creation";
    catalogue_used = "判定に使った目録", "Catalogue used for the judgement";
    received = "取り込んだファイル", "Files taken in";
    asked = "依頼先", "Agencies asked";
    answers_request = "回答する依頼", "Request answered";
    unknown_profile = "この目録にない手続の版", "a profile this catalogue does not have";
    copy = "写しの種類", "Version";
    copy_draft = "作成中の写し", "Draft";
    copy_final = "確定の写し", "Final";

    // Service and people
    is_saas = "SaaSとして提供", "Offered as SaaS";
    corporate_number_fits = "検査数字は合っています", "the check digit is correct";
    corporate_number_wrong = "検査数字が合いません。番号を確かめてください", "the check digit is wrong; check the number";
    assessed_on = "評価した日", "Assessed on";
    procurement_date = "調達日", "Procurement date";

    // Questions
    answers_that_count = "効いている回答", "Answers that count";
    asked_of_each = "問い（記号は下の表の列）", "Questions (ids are the columns of the table below)";
    why_decided = "決定とその理由", "Decisions and reasons";
    nothing_counts = "影響度を上げる回答はありません", "No answer raises the level";
    grades = "格付", "Grades";
    personal = "個人情報", "Personal data";
    publication = "公表", "Publication";
    retention = "保存期間", "Retention";
    question = "問い", "Question";
    answer = "回答", "Answer";
    effect = "結果への働き", "Consequence";
    basis = "根拠", "Basis";
    effect_on_proposal = "提案への働き", "Effect on the proposal";
    from_the_grade = "格付から", "from the grade";
    from_the_count = "人数から", "from the number of persons";
    from_the_task = "対象業務の選択から", "from the choice of the target task";
    keeps_open = "提案を未確定にしている", "keeps the proposal open";
    asks_for_reason = "決定に理由が要る", "needs a reason";
    no_items = "取り扱う情報が登録されていません。", "No information item has been entered.";
    no_reason = "理由が書かれていません", "no reason is written";
    no_reason_needed = "不要", "Not needed";
    levels_at_a_glance = "情報ごとの影響度", "Levels at a glance";
    provider_part = "事業者の記入部分", "Provider's part";

    // Target task
    listed = "一覧の項目", "Entry of the list";
    unknown = "不明", "Unknown";
    not_listed = "一覧に該当なし", "Not on the list";
    group = "分類", "Group";
    assumed_service = "想定サービス例", "Assumed service";
    task_wording = "業務", "Task";
    explanation = "説明", "Explanation";
    task_unknown_to_catalogue = "この目録にない項目", "An entry this catalogue does not have";
    red_flags = "注意点（低位とは言いにくい事情）", "Red flags (circumstances in which low is unlikely)";
    red_flag = "注意点", "Red flag";
    applies = "該当するか", "Applies?";
    word = "補足", "Remarks";
    flags_of_other_tasks = "選んだ対象業務以外の注意点への回答", "Replies to red flags of other tasks";
    precedents = "参考：米国 NIST SP 800-60 の暫定区分", "For reference: provisional levels of NIST SP 800-60 (US)";
    precedents_explained = "米国の前例であり、日本の公式の影響度ではありません。判定には使っていません。",
        "A precedent from the United States, not an official Japanese level, and not used for the outcome.";
    information_type = "情報の種類", "Type of information";

    // Information
    name = "名称", "Name";

    // Decisions
    information = "情報", "Information";
    objective = "区分", "Objective";
    proposal = "提案", "Proposal";
    decision = "決定", "Decision";
    reason = "理由", "Reason";
    lowered_explained = "「引下げ」は提案より低く決めたもの、「未評価」は回答か決定が足りず、まだ評価といえないものです。未評価は低位ではありません。",
        "“Lowered” was decided below the proposal; “not assessed” lacks answers or a decision. What is not assessed is not low.";
    whole = "業務全体（集約）", "The task as a whole (aggregation)";
    highest_of_items = "情報ごとの最高", "Highest of the items";
    raise = "引上げ", "Raise";
    not_raised = "引上げなし", "Not raised";
    result = "結果", "Result";

    // Comments
    comments = "コメント", "Comments";
    no_comments = "コメントはありません。", "There are no comments.";
    comment_by = "書いた方", "By";
    comment_open = "未解決", "Open";
    comment_resolved = "解決済み", "Resolved";

    field_is_gone = "この記録にはもうない欄", "A field this record no longer has";

    // Findings
    no_findings = "指摘はありません。", "There are no findings.";
    severity = "重さ", "Severity";
    finding = "指摘", "Finding";
    place_of_finding = "欄", "Field";
    action = "すること", "What to do";
    finding_kind = "指摘の種類（プログラム用）", "Kind of finding (for programs)";

    // Approval
    state = "状態", "State";
    by = "記録した方", "Recorded by";
    on = "日付", "Date";
    comment = "コメント", "Comment";
    validity = "有効期間", "Validity";
    valid_until = "有効期限", "Valid until";
    covers = "対象とした内容", "Content it covers";
    covers_this = "この内容です", "this content";
    covers_other = "この内容ではありません", "not this content";
    no_signature = "電子署名ではありません。氏名と日付は入力されたものです。", "This is not an electronic signature: name and date are as entered.";

    // For the approver
    lowered_cells = "提案より低くした決定", "Decisions below the proposal";
    nothing_lowered = "提案より低くした決定はありません。", "Nothing was decided below its proposal.";
    explained_cells = "理由を添えて提案どおりにした決定", "Decisions as proposed, with the reason required";
    sign_off = "確認欄", "Sign-off";
    sign_off_explained = "日付と署名（又は押印）は、この欄に手で書き入れてください。プログラムの承認の状態とは別のものです。",
        "Date and signature are written by hand, separately from the approval state in the program.";
    signs_as = "立場", "Role";
    assessor = "評価者", "Assessor";
    approver = "承認者", "Approver";
    title_of_person = "役職", "Title";
    name_of_person = "氏名", "Name";
    signature = "署名・押印", "Signature";

    // Request and check-list
    suggested_task = "想定する対象業務", "Target task suggested";
    deadline = "回答を希望する日", "Reply requested by";
    point = "確認すること", "Item to confirm";
    at_hand = "そろっているか", "Available";

    // Levels and sources
    levels = "影響度の呼び名", "Names of the levels";
    level = "影響度", "Level";
    level_criteria = "影響度を分ける基準", "What tells the levels apart";
    aspect = "観点", "Aspect";
    terms = "用語", "Terms";
    term = "用語", "Term";
    meaning = "意味", "Meaning";
    marks = "根拠の区分", "Basis marks";
    mark = "区分", "Mark";
    source_id = "略号", "Id";
    source = "出典", "Source";
    address = "所在", "Address";

    // What is not printable
    code_point = "文字", "Character";
    where_it_stands = "あらわれる所", "Where it appears";
    between_points = "、", "; ";
    unprintable_explained = "次の文字は書体にないか、目に見えないか、1文字に多く重なりすぎているため、〓と印刷しました。記録には入力どおり残っています。",
        "These characters are not in the fonts, cannot be seen, or are too many on one letter, and are printed as 〓. The record keeps them as typed.";
    front_page = "表紙", "Front page";

    // Styles of a Word document, by what they are for
    style_draft = "作成中の印", "Draft mark";
    style_outcome = "判定の結果", "Outcome";
    style_notice = "注意書き", "Notice";
    style_small_print = "補足の小さな文字", "Small print";
    style_cell = "表の文字", "Table text";
    style_cell_kept = "表の文字（次の行と同じページ）", "Table text, on the page of the next row";
    style_cell_detail = "表の小さな文字", "Table small print";
    style_column = "表の見出し", "Table header";
    style_label = "項目名", "Label";
    style_between_tables = "表と表の間", "Between tables";
    style_good = "合う結果", "Result that fits";
    style_bad = "合わない結果", "Result that does not fit";
    style_lowered = "引下げ", "Lowered";
    style_open = "定まっていないこと", "Not settled";
    style_faint = "記入のないこと", "Nothing entered";
    style_table = "記録の表", "Table of the record";
    style_facts = "項目と値の表", "Labels and values";

    /// The state of the approval at the head of every page.
    running_state(state: &str) = "状態：{state}", "Approval: {state}";
    /// How far a provider's part is, at the head of every page.
    running_part(state: &str) = "事業者の記入部分：{state}", "Provider's part: {state}";

    /// What the assessor came to: 低位と評価.
    assessed_as(level: &str) = "{level}と評価", "Assessed as {level}";
    /// That what was approved, rejected … is the content of this version.
    state_of_version(state: &str) = "{state}の対象とした内容", "content of this approval: {state}";
    /// That so many versions are not in the table.
    earlier_versions(count: u32) = "ほかに、これより前の{count}版があります。",
        "Earlier versions that are not listed here: {count}.";
    /// That there are so many more.
    and_others(count: usize) = "ほか{count}件", "{count} more";
    /// That so many reasons stand elsewhere.
    more_lowered(hidden: usize, document: &str) = "ほかに{hidden}件の引下げがあります。理由は{document}の区分ごとの章にあります。",
        "{hidden} more were lowered; for the reasons see the chapters on each objective in the {document}.";
    /// That the other items have nothing to tell one by one.
    others_as_proposed(count: usize) = "ほかの{count}件は、影響度を上げる回答がなく、提案どおりに決定しました。",
        "For the other {count}, no answer raised the level; decided as proposed.";
    /// A chapter on one objective: 機密性：回答と決定.
    objective_chapter(objective: &str) = "{objective}：回答と決定", "{objective}: answers and decisions";
    /// A word that explains another: 低位（引下げ）.
    with_note(text: &str, note: &str) = "{text}（{note}）", "{text} ({note})";
    /// A label and its value within a line: 提案：中位.
    labelled(label: &str, value: &str) = "{label}：{value}", "{label}: {value}";
    /// Version of the catalogue with its name.
    catalogue_version(id: &str, version: &str) = "{id} 第{version}版", "{id}, version {version}";
    /// How many decisions are told elsewhere.
    more_explained(hidden: usize, document: &str) = "ほかに{hidden}件あります。理由は{document}の区分ごとの章にあります。",
        "{hidden} more; for the reasons see the chapters on each objective in the {document}.";
    /// How many findings are told elsewhere.
    more_findings(hidden: usize, document: &str) = "ほかに{hidden}件あります。すべて{document}の「指摘」にあります。",
        "{hidden} more; see Findings in the {document} for all of them.";
    /// How many findings there are of each severity.

    /// The number of a chapter: 第3章.
    chapter_number(number: usize) = "第{number}章", "{number}.";
    /// The number of a part of the annex: 付録1.
    annex_number(number: usize) = "付録{number}", "Annex {number}:";
    /// An entry of the list by its id and wording.
    entry(id: &str, wording: &str) = "{id}　{wording}", "{id}: {wording}";
}

/// What stands at the head of every page: case and service, then record and content.
pub fn identity(case: &str, record: &str, digest: &str, lang: Lang) -> String {
    let ids = say!(lang, "評価記録 {record}　内容 {digest}", "Record {record}   content {digest}");
    if case.is_empty() { ids } else { format!("{case}{}{ids}", marks::gap(lang)) }
}

/// Case and service on one line, of a document or at the head of a page: 観光案内所の満足度調査（かくうアンケート）.
pub fn case_and_service(case: &str, service: &str, lang: Lang) -> String {
    match (case.trim(), service.trim()) {
        ("", only) | (only, "") => only.to_owned(),
        (case, service) => with_note(case, service, lang),
    }
}

/// The name of a document by which its window and its file are known: title, case and service.
pub fn document_name(title: &str, case: &str, lang: Lang) -> String {
    if case.is_empty() { title.to_owned() } else { format!("{title}{}{case}", marks::dash(lang)) }
}

/// How long an approval holds, and its last day: 12か月　2027年11月22日（令和9年11月22日）まで.
pub fn validity_until(validity: &str, until: Date, today: Date, lang: Lang) -> String {
    let until = valid_until_with_state(until, today, lang);
    say!(lang, "{validity}　{until}まで", "{validity}, until {until}")
}

/// Why something was lowered: C2 要配慮個人情報により、提案は中位.
pub fn proposed_because(causes: &str, proposal: &str, lang: Lang) -> String {
    match causes {
        "" => say!(lang, "提案は{proposal}", "proposal: {proposal}"),
        _ => say!(lang, "{causes}により、提案は{proposal}", "proposal: {proposal}, because of {causes}"),
    }
}

/// What an answer does to a cell.
pub fn cause(effect: &CauseEffect, catalogue: &Catalogue, lang: Lang) -> String {
    match effect {
        CauseEffect::Raises(level) => raises(*level, catalogue, lang),
        CauseEffect::AsksForReason => asks_for_reason(lang).to_owned(),
        CauseEffect::Mitigates(questions) => mitigates(questions, lang),
    }
}

fn raises(level: Level, catalogue: &Catalogue, lang: Lang) -> String {
    let name = labels::level(level, catalogue, lang);
    say!(lang, "提案を{name}以上にする", "proposal at least {name}")
}

fn mitigates(questions: &[QuestionId], lang: Lang) -> String {
    let names: Vec<&str> = questions.iter().map(QuestionId::as_str).collect();
    let names = names.join(marks::comma(lang));
    say!(lang, "{names}の引上げを打ち消し、決定に理由が要る", "cancels the raise by {names}; the decision needs a reason")
}

/// What a statement rests on, in a line of small print: 公式（引用） S3：業務の文言.
pub fn basis_line(basis: &Basis, lang: Lang) -> String {
    let sources: Vec<&str> = basis.sources.iter().map(|source| source.0.as_str()).collect();
    let mark = basis.mark.label(lang);
    let head = if sources.is_empty() { mark.to_owned() } else { format!("{mark} {}", sources.join(marks::comma(lang))) };
    labelled(&head, basis.note.text(lang), lang)
}

/// A chapter as it is numbered, and what stands in it.
pub fn place(chapter: &str, label: &str, lang: Lang) -> String {
    let chapter = if chapter.is_empty() { front_page(lang) } else { chapter.trim_end_matches('.') };
    if label.is_empty() { chapter.to_owned() } else { format!("{chapter}「{label}」") }
}

/// What a mark of a basis means.
pub fn mark_meaning(mark: crate::catalogue::Mark, lang: Lang) -> &'static str {
    use crate::catalogue::Mark;
    match mark {
        Mark::Official => lang.pick("公式の文書を見て確かめた", "checked against official text"),
        Mark::OfficialQuoted => {
            lang.pick("公式の文言を第三者が引用・転載したもの", "official wording as quoted or copied by a third party")
        }
        Mark::ThirdParty => lang.pick("第三者がまとめたもの", "a third party's summary"),
        Mark::Unverified => {
            lang.pick("一般に知られたこと。文書で確かめていない", "general knowledge, not checked against a text")
        }
        Mark::ThisTool => lang.pick("このプログラムが評価の助けに設けたもの", "this program's own aid"),
        Mark::AgencyEntry => lang.pick("機関が手元の一覧から入力したもの", "entered by the agency from a list it holds"),
    }
}

/// A file that was taken in, with its day and the digest by which a copy of it can be told.
pub fn received_file(file: &ReceivedFile, lang: Lang) -> String {
    let ReceivedFile { name, sha256, on } = file;
    let on = date(*on, lang);
    say!(lang, "{name}（{on}に取込み、SHA-256 {sha256}）", "{name} (taken in on {on}, SHA-256 {sha256})")
}

/// An agency that was asked: where the request stands, when it was sent, by when an answer is hoped for, and what came back.
pub fn asked_line(asked: &Asked, state: Option<AskedState>, lang: Lang) -> String {
    let agency = asked.agency.as_str().trim();
    let agency = if agency.is_empty() { lang.pick("（宛先なし）", "(no addressee)") } else { agency };
    let mut said: Vec<String> = Vec::new();
    said.extend(state.map(|state| state.label(lang).to_owned()));
    said.extend((!asked.contact.is_blank()).then(|| asked.contact.as_str().trim().replace('\n', " ")));
    said.extend(asked.sent.iter().map(|sent| {
        let (on, content) = (date(sent.on, lang), sent.content.as_str());
        say!(lang, "送付 {on}（内容の SHA-256 {content}）", "sent {on} (SHA-256 of the content {content})")
    }));
    said.extend(asked.acknowledged.map(|day| {
        let day = date(day, lang);
        say!(lang, "受領の連絡 {day}", "acknowledged {day}")
    }));
    said.extend(asked.reply_by.map(|day| {
        let day = date(day, lang);
        say!(lang, "回答希望 {day}", "reply requested by {day}")
    }));
    said.extend(asked.came.iter().map(|Came { file, kind, .. }| labelled(kind.label(lang), &received_file(file, lang), lang)));
    if said.is_empty() { agency.to_owned() } else { labelled(agency, &said.join(crate::text::marks::semicolon(lang)), lang) }
}

/// A request by the provider's record, the digest of its content, and the digest of the CSP part that was taken over.
pub fn request_ref(request: &RequestRef, lang: Lang) -> String {
    let RequestRef { record, content, service } = request;
    say!(
        lang,
        "{record}（内容の SHA-256 {content}、サービスの記入部分の SHA-256 {service}）",
        "{record} (SHA-256 of the content {content}, of the provider's part {service})"
    )
}

/// The day until which an approval holds, and how far off that is.
pub fn valid_until_with_state(until: Date, today: Date, lang: Lang) -> String {
    let text = date(until, lang);
    if today.days_until(until) < 0 { with_note(&text, lang.pick("期限切れ", "expired"), lang) } else { text }
}
