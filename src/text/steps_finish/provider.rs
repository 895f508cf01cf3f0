//! Sentences of the provider's steps: 依頼, 受領, 事前申請.

use super::super::Lang;

sentences! {
    request_title = "依頼", "Request";
    request_lead = "サービスを使う機関に、業務・情報の影響度評価を依頼します。一つのファイル（依頼パッケージ）にして渡します。",
        "Asks an agency that uses the service to assess the impact. Handed over as one file, the request package.";
    request_next = "依頼の内容", "The request";
    request_hand_over = "依頼を渡す", "Hand over the request";
    request_package_lead = "この記録、影響度評価シート（PDFと記入用のExcel）、依頼文を一つのファイルにまとめます。機関がこのファイルを開くと、サービスの記入部分を受け継いだ評価が始まります。プログラムを使わない機関は、Excelに記入して返せます。",
        "Bundles this record, the assessment sheet (PDF, and Excel to fill in) and the letter into one file. An agency that opens it starts an assessment with your service details. An agency without the program can fill in the Excel sheet and send it back.";
    request_package = "依頼パッケージを書き出す", "Save the request package";
    application_package_lead = "この記録、受領した評価結果、送付状と確認表を一つのファイルにまとめます。",
        "Bundles this record, the results received, and a cover with the check-list into one file.";
    application_package = "事前申請パッケージを書き出す", "Save the application package";
    application_needs_results = "「受領」で評価結果を読み込むと書き出せます。", "Read results under “Received results” first.";
    application_hand_over = "まとめて書き出す", "Combine";
    attachments = "添付", "Attachments";
    attachment_add = "添付するファイルを選ぶ…", "Choose a file to attach…";
    attachment_remove = "外す", "Leave out";
    attachment_save = "保存…", "Save…";
    came_attached = "添付されていたもの", "What came attached";
    came_attached_lead = "このプログラムは中身を見ず、開きも実行もしません。評価記録にも、次に作るパッケージにも入りません。必要なものはフォルダーに保存し、渡したいものは改めて添付してください。",
        "The program neither looks into them nor opens or runs them. They go neither into the record nor into the next package: save what you need, and attach again what is to go on.";
    hand_over_result = "事業者に渡す", "Hand it to the provider";
    result_package = "評価結果パッケージを書き出す", "Save the result package";
    return_request = "依頼を評価せずに返送する…", "Send the request back without an assessment…";
    received_head_attached = "添付", "Attached";
    package_running = "書き出しています…", "Saving…";
    package_no_answer = "保存先が応答しません。別の場所を選べば、待たずに書き出せます。書きかけのファイルは、接続が戻ると書き出されることがあります。",
        "The place does not answer. Choose another, and it is written there without waiting. What is half written may yet come to be once the connection is back.";
    addressee_hint = "例：架空省 総務課", "For example Fictitious Ministry, General Affairs";
    suggested_task = "想定する対象業務", "Intended target task";
    suggested_task_lead = "あてはまるかどうかは、依頼された機関が判断します。", "Whether it applies is for the agency to decide.";
    suggested_information_hint = "このサービスに入ると思われる情報。例：会議の音声・映像", "Information that may be put into the service, such as sound and pictures of meetings";
    contact_hint = "部署・氏名・電話・メール", "Department, name, telephone, mail";
    deadline = "回答を希望する日", "Reply requested by";
    letter_hint = "機関の方に読んでもらう文", "What the agency is to read";
    letter_make = "記入内容から文案を作る", "Generate a letter from the entries";
    letter_replace = "文案で置き換える", "Replace with generated text";
    letter_replace_help = "いまの依頼文を、記入内容から作った文案に置き換えます。元に戻せます。",
        "Replaces the present letter with text generated from the entries. Can be undone.";
    letter_needs = "文案には、サービス名・事業者名・依頼先の機関が要ります。", "Generating the text needs the service, the provider and the addressee.";
    no_task_choice = "未選択", "Not chosen";
    unknown_task_choice = "不明（機関に判断してもらう）", "Unknown (left to the agency)";
    not_listed_choice = "一覧に該当なし", "Not on the list";
    received_title = "受領", "Received results";
    received_lead = "機関から受け取った評価結果（パッケージか記録）を並べて読みます。プログラムを使わない機関が記入した評価シート（Excel）も、ここで読みます。読み込んだものは依頼先ごとに記録に控え、ファイルを記録のそばに残します。機関の記録は変わりません。",
        "Reads results received from agencies, packages or records, side by side; also assessment sheets (Excel) filled in by an agency without the program. What is read is noted by agency and kept beside the record. The agencies' records are not changed.";
    received_open = "受け取った結果を開く…", "Open received results…";
    received_path = "ファイルの場所（.liu.zip／.liu.ron／.liu.json／.xlsx）", "Path of a file (.liu.zip, .liu.ron, .liu.json, .xlsx)";
    received_take = "読み込む", "Read";
    received_none = "まだ開いていません。", "None opened yet.";
    received_close = "一覧から外す", "Remove from the list";
    received_head_agency = "機関", "Agency";
    received_head_answers = "依頼との対応", "Answers this request";
    received_head_returned = "返送の理由", "Reason for return";
    received_differs = "機関により異なる", "Agencies differ";
    received_head_service = "サービス", "Service";
    received_head_task = "対象業務", "Target task";
    received_head_outcome = "判定", "Outcome";
    received_head_levels = "機密性・完全性・可用性", "C, I, A";
    received_head_conditions = "利用条件", "Conditions of use";
    received_head_risk = "残るリスク", "Residual risk";
    received_head_approval = "承認", "Approval";
    received_head_file = "ファイル", "File";
    received_other_catalogue = "別の版の目録で作られた記録です。判定は、いまの目録で計算し直したものです。",
        "Made with another catalogue. The outcome is computed with the present one.";
    received_head_set = "事前申請に", "In the application";
    received_in = "入れます", "Included";
    received_out = "入れません", "Left out";
    received_want = "それでも入れる", "Include it anyway";
    received_unchanged = "この状態を記録したときの内容のまま", "Content as it was when this was recorded";
    none_written = "記入なし", "No entry";
    application_title = "事前申請", "Pre-application";
    application_lead = "事業者の側でそろえるものを確かめます。「不明」と未回答は、そろったことになりません。",
        "What the provider needs to have ready. “Unknown” and unanswered do not count as ready.";
    application_remarks_hint = "申し送ること、予定の日など", "Notes to pass on, planned dates";
    application_next = "提出の前に", "Before submission";
    application_not_known = "様式の番号、添付書類の一覧、審査の期間、有効期間は、このプログラムでは確認できていません。制度所管省庁の最新の案内で確かめてください。",
        "Form numbers, the list of attachments, review times and validity are not known to this program. Check the current notices of the bodies in charge.";

    /// Accessible name of the link that saves a file that came attached.
    attachment_save_name(file: &str) = "添付 {file} を保存…", "Save the attachment {file}…";
    /// The button that saves all that came attached.
    attachments_save_all(count: usize) = "{count}個すべて保存…", "Save all {count}…";
    /// A file that came attached was saved there.
    attachment_saved(path: &str) = "添付を保存しました：{path}", "The attachment was saved: {path}";
    /// A file that came attached is missing or changed, and cannot be saved.
    attachment_damaged(what: &str) = "{what}。保存できません。", "It cannot be saved: {what}.";
    /// Accessible name of the link that leaves a file out.
    attachment_remove_name(file: &str) = "{file} を添付から外す", "Leave out {file}";
    /// How many results go into the application.
    results_at_hand(count: usize) = "同封する評価結果：{count}件", "Results enclosed: {count}";
    /// Something that was received and does not go into the application.
    result_left_out(whose: &str, why: &str) = "同封しません：{whose}。{why}", "Not enclosed: {whose}. {why}";
    /// That an agency answered in a sheet, without the program, with its name and digest.
    received_from_sheet(name: &str, sha256: &str) = "Excelの評価シート「{name}」に記入されたもの（SHA-256 {sha256}）。",
        "Entered in the Excel sheet “{name}” (SHA-256 {sha256}).";

    /// How many points of the check-list are there.
    points_at_hand(yes: usize, all: usize) = "そろったもの {yes}／{all}", "Ready: {yes} of {all}";

    /// Accessible name of the link that takes a record off the list.
    received_close_name(file: &str) = "{file} を一覧から外す", "Remove {file} from the list";
}

/// What may be attached.
pub fn attachments_lead(each: u64, all: u64, count: usize, lang: Lang) -> String {
    let (each, all) = (each / (1024 * 1024), all / (1024 * 1024));
    say!(
        lang,
        "構成図や認証の写しなど。一つ{each} MiB、合わせて{all} MiB、{count}個まで。中身は読まず、実行もしません。",
        "Diagrams, copies of certificates. At most {each} MiB each, {all} MiB in all, {count} files. They are neither read nor run."
    )
}

/// A file to be attached: its name and size.
pub fn attachment(file: &str, bytes: u64, lang: Lang) -> String {
    let kib = bytes.div_ceil(1024);
    say!(lang, "{file}（{kib} KiB）", "{file} ({kib} KiB)")
}

/// How many files are attached, and how large they are together.
pub fn attachments_in_all(count: usize, bytes: u64, lang: Lang) -> String {
    let kib = bytes.div_ceil(1024);
    say!(lang, "添付：{count}個、合わせて{kib} KiB", "Attached: {count}, {kib} KiB in all")
}

/// A file that came attached: what it was called, its name in the package, its size and digest.
pub fn attached_file(title: &str, name: &str, bytes: u64, digest: &str, lang: Lang) -> String {
    super::super::package::attached_file(title, name, bytes, digest, lang)
}

/// A package that was written: where, how large, and its digest.
pub fn package_written(path: &str, bytes: u64, digest: &str, lang: Lang) -> String {
    let kib = bytes.div_ceil(1024);
    say!(lang, "書き出しました：{path}（{kib} KiB、SHA-256 {digest}）", "Saved: {path} ({kib} KiB, SHA-256 {digest})")
}

/// What the letter of a request is made from. Empty parts are left out.
pub struct LetterParts<'a> {
    /// The agency that is asked.
    pub addressee: &'a str,
    /// Name of the provider.
    pub provider: &'a str,
    /// Name of the service.
    pub service: &'a str,
    /// What the service does.
    pub summary: &'a str,
    /// The target task in mind.
    pub task: &'a str,
    /// The information expected.
    pub information: &'a str,
    /// The day by which an answer is hoped for.
    pub deadline: &'a str,
    /// Whom to ask.
    pub contact: &'a str,
}

/// A draft of the letter. Letters go to Japanese agencies, and follow the language of the screen all the same.
pub fn letter(parts: &LetterParts<'_>, lang: Lang) -> String {
    let LetterParts { addressee, provider, service, .. } = parts;
    let mut lines = vec![
        say!(lang, "{addressee}　御中", "To {addressee}"),
        String::new(),
        say!(
            lang,
            "{provider}が提供する「{service}」について、ISMAP-LIUの業務・情報の影響度評価をお願いします。",
            "We, {provider}, ask you to assess the impact on work and information of our service “{service}” under ISMAP-LIU."
        ),
    ];
    let details = [
        (lang.pick("サービスの概要", "Summary"), parts.summary),
        (lang.pick("想定する対象業務", "Intended target task"), parts.task),
        (lang.pick("想定する情報", "Expected information"), parts.information),
        (lang.pick("回答を希望する日", "Reply requested by"), parts.deadline),
        (lang.pick("連絡先", "Contact"), parts.contact),
    ];
    if details.iter().any(|(_, text)| !text.is_empty()) {
        lines.push(String::new());
    }
    for (name, text) in details {
        if !text.is_empty() {
            lines.push(say!(lang, "{name}：{text}", "{name}: {text}"));
        }
    }
    lines.push(String::new());
    lines.push(
        lang.pick(
            "評価と、業務・情報が低位にあたるかどうかの判断は、利用する機関で行っていただくものです。同封の記録に回答を記入するか、同封の影響度評価シート（Excel）に記入して、お返しください。",
            "The assessment, and whether work and information are of low impact, is for the using agency to decide. Please return the enclosed record, or the enclosed assessment sheet (Excel), with your answers.",
        )
        .to_owned(),
    );
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_leaves_out_what_was_not_entered() {
        let parts = LetterParts {
            addressee: "架空省",
            provider: "架空クラウド株式会社",
            service: "ウェブ会議サービス甲",
            summary: "",
            task: "LIU-A1",
            information: "",
            deadline: "",
            contact: "",
        };
        let letter = letter(&parts, Lang::Ja);
        assert!(letter.starts_with("架空省　御中\n") && letter.contains("「ウェブ会議サービス甲」"), "{letter}");
        assert!(
            letter.contains("想定する対象業務：LIU-A1") && !letter.contains("連絡先") && !letter.contains("回答を希望する日")
        );
    }
}
