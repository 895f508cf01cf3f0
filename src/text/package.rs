//! What is said of packages: request, result, returned request, application.

use super::{Lang, Message, marks};
use crate::record::RecordId;

sentences! {
    // Why a package is refused
    no_manifest = "manifest.json がないため、パッケージとして読めません。", "There is no manifest.json, so it cannot be read as a package.";
    manifest_changed = "manifest.json が書き出したときのままではありません。", "manifest.json is not as it was exported.";
    not_one_record = "中心となる評価記録が一つではありません", "it does not have exactly one main record";
    another_record = "中の評価記録が manifest.json の示すものではありません", "the record in it is not the one that manifest.json describes";
    role_of_record = "中の評価記録の作成者（政府機関等・事業者）が、この種類のパッケージに合いません",
        "a record in it is of the wrong side, agency or provider, for this kind of package";
    results_misfit = "評価結果が足りないか、重なっているか、入るはずのない種類です", "results are missing, duplicated or of a kind that does not belong here";
    comment_misfit = "返送の理由か、回答する依頼が欠けています", "the reason for sending it back, or the request it answers, is missing or out of place";
    as_exported = "liu-wizard が書き出したままのパッケージ（.liu.zip）", "A package as liu-wizard exported it (.liu.zip)";
    ask_again = "中身は読み込んでいません。渡した方に、もう一度書き出してもらってください。パッケージではないZIPなら、展開して中の .liu.ron か .liu.json を開いてください。",
        "Nothing of it was taken in. Ask whoever handed it over to export it again. If it is another ZIP file, unpack it and open the .liu.ron or .liu.json in it.";
    newer_program = "新しい版の liu-wizard で開いてください。", "Open it with a newer liu-wizard.";

    // Why none is made
    of_a_provider = "事業者の評価記録ではありません。", "The record is not a provider's.";
    of_an_agency = "政府機関等の評価記録ではありません。", "The record is not an agency's.";
    use_providers = "このパッケージは、事業者の立場（csp）で作った記録から書き出します。", "This package is made of a record of role csp.";
    use_agencys = "評価結果と返送は、政府機関等の立場（agency）で作った記録から書き出します。", "Results and returned requests are made of a record of role agency.";
    answers_no_request = "この評価記録は、どの依頼に回答するかを示していません。", "The record does not say which request it answers.";
    begin_from_request = "依頼パッケージを開いて始めた評価だけが、返送できます。", "Only an assessment begun from a request package can be sent back.";
    no_comment = "返送の理由がありません。", "No reason for sending it back is given.";
    write_comment = "事業者に直してほしいことを書いてください。", "Write what the provider should correct.";
    no_application = "この記録の手続（調達時確認）では事前申請を行わないとされているため、事前申請パッケージは作りません。",
        "In the procedure of this record (confirmation at procurement) no pre-application is said to be made, so no application package is.";
    without_application = "評価結果は、調達する機関が調達の記録とともに保管するとされています（公式文書で確かめてください）。事業者の記録は「出力」か export で書き出せます。事前申請のための記録なら、「はじめに」で手続の版を選び直してください。",
        "The procuring agency is said to keep the result with its procurement files: check this against official text. Export the provider's record under Output or with export. If it is meant for a pre-application, choose that procedure under Introduction.";
    no_results = "評価結果がありません。", "No result is given.";
    give_results = "機関から受け取った評価結果のパッケージか記録を、一度ずつ指定してください。", "Give the result packages or records received from agencies, each once.";
    decide_first = "機関で承認（又は否認）を記録してから書き出してください。承認されていないことを示したうえで渡すなら、コマンドでは --draft を付けます。",
        "Have the agency record its approval or rejection first. To hand it over all the same, said to be not approved, add --draft to the command.";
    undecided_notice = "この一式には、承認されていない評価結果が入っています。", "This application contains results that have not been approved.";
    differences = "この記録との違い", "Differs from this record";
    give_our_results = "この事業者のサービスについての評価結果だけを入れてください。この記録の事業者名や法人番号が違っているなら、「サービス」で直してください。",
        "Include only results about this provider's services. If the provider or corporate number of this record is wrong, correct it under Service.";
    provider_not_said = "どの事業者のサービスについての結果か、事業者名と法人番号からは分かりません。",
        "Provider and corporate number do not tell whose service the result is about.";
    is_saas = "SaaSかどうか", "whether it is SaaS";
    left_out_chapter = "同封しないもの", "What is not enclosed";
    left_out_lead = "受け取ったもののうち、次は同封していません。", "Of what was received, the following is not enclosed.";
    left_out_why = "同封しない理由", "Why not";
    agency = "機関", "Agency";
    service = "サービス", "Service";
    returned_outcome = "返送（評価なし）", "Returned without an assessment";
    not_assessed = "評価されていません。", "Not assessed.";
    make_it_smaller = "これを超えるパッケージは、だれにも開けません。結果を分けて提出するか、添付・履歴・コメントを減らしてください。",
        "Nobody could open a larger package. Include fewer results, attachments, comments or history.";
    fewer_attachments = "添付を減らすか、別に渡してください。", "Attach fewer files, or hand them over separately.";

    // Kinds
    kind_request = "依頼", "Request";
    kind_result = "評価結果", "Result";
    kind_returned = "返送（評価なし）", "Returned without an assessment";
    kind_application = "事前申請", "Pre-application";

    // Names of files
    name_request = "依頼", "request";
    name_result = "評価結果", "result";
    name_returned = "返送", "returned";
    name_application = "事前申請", "application";
    file_letter = "依頼文", "letter";
    file_comment = "返送の理由", "reason";
    file_cover = "送付状と確認表", "cover_and_check-list";

    // Documents
    sender = "差出人", "From";
    line_to_write = "＿＿＿＿＿＿＿＿＿＿", "____________________";
    addressee_to_write = "宛先：＿＿＿＿＿＿＿＿＿＿＿＿", "To: ________________________";
    comment_title = "依頼の返送", "Return of a request";
    comment_lead = "次の依頼を、評価せずにお返しします。", "The following request is returned without an assessment.";
    comment_reason = "返送の理由", "Reason";
    cover_title = "事前申請の送付状と確認表", "Pre-application: cover and check-list";
    results_chapter = "政府機関等の評価結果", "Results of agencies";
    results_differ = "評価結果は機関ごとに異なります。", "The results differ between agencies.";
    enclosed_chapter = "同封物", "Enclosures";
    answering = "依頼との対応", "Answers this request";
    levels = "機密性・完全性・可用性", "C, I, A";
    file_name = "ファイル", "File";
    what_it_is = "内容", "What it is";
    size = "大きさ", "Size";

    // Roles of parts
    role_record = "評価記録", "Record";
    role_result = "評価結果の記録", "Record of a result";
    role_workbook = "影響度評価シート（Excel、記入用）", "Assessment sheet (Excel, to fill in)";
    from_sheet = "評価シート（Excel）から取り込んだ回答", "Answers taken in from the sheet (Excel)";
    role_letter = "依頼文", "Letter";
    role_comment = "返送の理由", "Reason for sending it back";
    role_cover = "送付状と確認表", "Cover and check-list";
    role_attachment = "添付", "Attachment";

    // How a result stands to the request
    answers_this = "この依頼への回答です", "Answers this request";
    answers_this_same_service = "この依頼への回答です（依頼のあとでこの記録が変わりましたが、サービスの記入部分は同じです）",
        "Answers this request (this record was changed since, its service part was not)";
    answers_before_change = "この依頼への回答ですが、依頼のあとでサービスの記入部分が変わっています",
        "Answers this request, but the service part was changed since";
    answers_other_service = "この依頼への回答としていますが、サービスの記入部分が依頼のときと違います",
        "Claims to answer this request, but its service part differs";
    answers_another = "別の依頼への回答です", "Answers another request";
    answers_not_said = "どの依頼への回答かを示していません", "Does not say which request it answers";

    // verify
    kind_heading = "パッケージの種類", "Kind of package";
    package_whole = "パッケージは書き出したときのままです", "the package is as it was exported";
    package_not_whole = "パッケージは書き出したときのままではありません", "the package is not as it was exported";

    /// It is refused for this reason.
    not_read(reason: &str) = "パッケージとして読めません：{reason}。", "It cannot be read as a package: {reason}.";
    /// The manifest is none, for this reason.
    manifest_unreadable(reason: &str) = "manifest.json を読めません：{reason}", "manifest.json cannot be read: {reason}";

    /// One part, and what is amiss with it.
    of_part(name: &str, what: &str) = "「{name}」は{what}", "“{name}”: {what}";
    /// One attachment, by what it was called and by its name in the package, and what is amiss with it.
    of_attachment(title: &str, file: &str, what: &str) = "添付「{title}」（{file}）は{what}",
        "the attachment “{title}” ({file}): {what}";
    /// The manifest names a part twice.
    listed_twice(name: &str) = "manifest.json に「{name}」が二度載っています", "manifest.json lists “{name}” twice";

    /// It was not made, for this reason.
    not_made(reason: &str) = "パッケージを作れませんでした：{reason}。", "The package was not made: {reason}.";
    /// Two results are the same record.
    result_twice(id: &RecordId) = "同じ評価結果が二度指定されています：{id}", "The same result is given twice: {id}";
    /// A name with the state of its approval.
    in_state(name: &str, state: &str) = "{name}（{state}）", "{name} ({state})";

    /// That nobody approved a result, with the state it is in.
    not_decided(state: &str) = "承認されていません：{state}", "not approved: {state}";
    /// An outcome with what must be said together with it.
    outcome_with(outcome: &str, backing: &str) = "{outcome}（{backing}）", "{outcome} ({backing})";
    /// A result that is another provider's.
    not_ours(why: &str) = "ほかの事業者についての評価結果は、事前申請に入れられません。{why}",
        "A result about another provider cannot go into the application. {why}";
    /// It is about another provider.
    other_provider(ours: &str, theirs: &str) = "別の事業者についての結果です（結果：{theirs}、この記録：{ours}）。",
        "It is about another provider (result: {theirs}, this record: {ours}).";
    /// It is about a provider with another corporate number.
    other_number(ours: &str, theirs: &str) = "事業者の法人番号が違います（結果：{theirs}、この記録：{ours}）。",
        "The provider's corporate number differs (result: {theirs}, this record: {ours}).";

    /// What was given as a result is something else.
    not_a_result(kind: &str) = "評価結果ではありません。種類は「{kind}」です。", "This is not a result but: {kind}.";
    /// More attachments than allowed.
    too_many_attachments(most: usize) = "添付が多すぎます（{most}個まで）", "too many attachments (at most {most})";

    /// How a file of the `number`th result begins.
    of_result(number: usize) = "結果{number}_", "result{number}_";
}

/// How the name begins under which the `number`th attachment is saved: the same in both languages, as file names are.
pub fn attached(number: usize) -> String {
    format!("添付{number:02}")
}

/// The kind of a package, by its name in the manifest.
pub fn kind(name: &str, lang: Lang) -> &'static str {
    match name {
        "request" => kind_request(lang),
        "result" => kind_result(lang),
        "returned" => kind_returned(lang),
        _ => kind_application(lang),
    }
}

/// An agency or a provider to whom a letter goes: 架空省 御中. A name that came with a word of respect has that one; no name stays none.
pub fn to_body(name: &str, lang: Lang) -> String {
    let name = name.trim();
    let is_polite = ["御中", "様", "殿", "宛", "宛て"].iter().any(|word| name.ends_with(word));
    let polite = if is_polite { "" } else { " 御中" };
    if name.is_empty() { String::new() } else { say!(lang, "{name}{polite}", "To {name}") }
}

/// The manifest is one of something else.
pub fn other_format(found: &str, lang: Lang) -> String {
    let found: String = found.chars().take(80).collect();
    say!(
        lang,
        "パッケージではありません。manifest.json の形式は「{found}」です。",
        "This is not a package: the format of its manifest.json is “{found}”."
    )
}

/// It was made by a later version of the program.
pub fn newer(version: u32, known: u32, lang: Lang) -> Message {
    Message {
        what: say!(
            lang,
            "より新しい liu-wizard で作られたパッケージです（形式の第{version}版）。",
            "This package was made by a newer liu-wizard (format version {version})."
        ),
        expected: say!(lang, "第{known}版まで", "Versions up to {known}"),
        action: newer_program(lang).to_owned(),
        ..Message::default()
    }
}

/// It is of a kind that is not known.
pub fn unknown_kind(found: &str, lang: Lang) -> Message {
    Message {
        what: say!(lang, "知らない種類のパッケージです：「{found}」", "Unknown kind of package: “{found}”"),
        expected: [kind_request(lang), kind_result(lang), kind_returned(lang), kind_application(lang)].join(marks::comma(lang)),
        action: newer_program(lang).to_owned(),
        ..Message::default()
    }
}

/// Parts do not fit the manifest.
pub fn parts_do_not_fit(parts: &[String], lang: Lang) -> String {
    let parts = parts.join(marks::semicolon(lang));
    say!(lang, "書き出したときのままではありません：{parts}。", "It is not as it was exported: {parts}.")
}

/// A file that came attached: what it was called, its name in the package, its size and digest.
pub fn attached_file(title: &str, name: &str, bytes: u64, digest: &str, lang: Lang) -> String {
    let kib = bytes.div_ceil(1024);
    say!(lang, "{title}（{name}、{kib} KiB、SHA-256 {digest}…）", "{title} ({name}, {kib} KiB, SHA-256 {digest}…)")
}

/// The file is larger than any package.
pub fn too_large(most: u64, lang: Lang) -> String {
    let most = most / (1024 * 1024);
    say!(lang, "大きすぎます（{most} MiBまで）", "it is too large (at most {most} MiB)")
}

/// Results on which nobody decided.
pub fn undecided(results: &[String], lang: Lang) -> String {
    let results = results.join(marks::comma(lang));
    say!(lang, "承認されていない評価結果です：{results}。", "This result has not been approved: {results}.")
}

/// It is about another service.
pub fn other_service(ours: &str, theirs: &str, lang: Lang) -> String {
    let blank =
        |name: &str| if name.trim().is_empty() { lang.pick("未記入", "not filled in").to_owned() } else { name.to_owned() };
    let (ours, theirs) = (blank(ours), blank(theirs));
    say!(
        lang,
        "別のサービスについての結果です（結果：{theirs}、この記録：{ours}）。",
        "It is about another service (result: {theirs}, this record: {ours})."
    )
}

/// The provider's part says something else in these fields.
pub fn other_text(fields: &[&str], lang: Lang) -> String {
    let fields = fields.join(marks::comma(lang));
    say!(
        lang,
        "評価されたサービスの記入部分が、この記録と違います（{fields}）。",
        "The service part that was assessed says something else than this record ({fields})."
    )
}

/// The request was sent back without an assessment, for this reason.
pub fn is_returned(comment: &str, lang: Lang) -> String {
    let comment = comment.trim();
    if comment.is_empty() {
        return say!(lang, "依頼が評価されずに返送されたものです。", "The request was returned without an assessment.");
    }
    say!(
        lang,
        "依頼が評価されずに返送されたものです（理由：{comment}）。",
        "The request was returned without an assessment (reason: {comment})."
    )
}

/// An attachment that is too large.
pub fn attachment_too_large(title: &str, most: u64, lang: Lang) -> String {
    let most = most / (1024 * 1024);
    say!(lang, "添付「{title}」が大きすぎます（{most} MiBまで）", "the attachment “{title}” is too large (at most {most} MiB)")
}

/// Attachments that are too large together.
pub fn attachments_too_large(most: u64, lang: Lang) -> String {
    let most = most / (1024 * 1024);
    say!(lang, "添付が合わせて大きすぎます（{most} MiBまで）", "the attachments are too large in total (at most {most} MiB)")
}
