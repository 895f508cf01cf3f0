//! Sentences of はじめに.

use crate::catalogue::Procedure;
use crate::record::{Role, TextField};
use crate::text::{Lang, Sentence, procedure as by_procedure};

sentences! {
    title = "はじめに", "Introduction";
    lead = "手順に沿って答えると、業務・情報の影響度評価の記録ができます。順番は自由です。分からないことは「不明」のまま先へ進めます。",
        "Answer step by step to make a record of the impact assessment, in any order. Leave what you do not know as “unknown”.";
    this_record = "この記録", "This record";
    case_name_hint = "自分たちが見分けられる名前です。例：Web会議サービス甲の評価", "A name you will recognise, such as: Assessment of web conference service A";
    paper = "書類の頭書き", "Head of the documents";
    paper_lead = "作る書類の1ページ目に入ります。決まっていない欄は空けておきます。承認の後に変えると、承認した内容からの変更になります。",
        "Printed on page 1 of the documents. Leave blank what is not decided. Changing it after approval changes the approved content.";
    profile = "手続の版", "Procedure profile";
    profile_lead = "どの手続のための記録かを選びます。示す手順、必須の欄、出力の言葉が変わります。",
        "Choose the procedure this record is for. It sets the steps shown, the required fields and the wording of exports.";
    profile_confirm = "この版で続ける", "Go on with this procedure";
    profile_confirmed = "この版で続けます。あとからでも変えられます。", "You go on with this procedure. You can change it at any time.";
    profile_unknown = "この記録の手続の版は、いまの目録にありません。下から選び直してください。",
        "The catalogue in use does not know the procedure profile of this record. Choose one below.";
    needed = "手元に用意するもの", "What you will need";
    time = "かかる時間の目安", "How long it takes";
    time_estimate = "時間は本ツールの見込みです。公式の数字ではありません。途中で保存し、あとで続けられます。",
        "The times are this tool's own estimate, not an official figure. You can save and continue later.";
    minutes_total = "あわせて", "Together";
    scheme = "制度のあらまし", "The scheme in brief";
    example = "記入例", "Worked examples";
    example_lead = "架空の機関と事業者による記入例です。新しい記録として開くので、いまの記録はそのまま残ります。",
        "Worked examples of fictitious agencies and providers. They open as a new record; the present one stays as it is.";
    no_form = "本ツールが作る書類は公式様式ではありません。", "Documents made by this tool are not official forms.";

    /// The button that takes the later procedure instead.
    profile_change(title: &str) = "「{title}」に変える", "Change to “{title}”";
    /// The role of the one who works with the record.
    role(role: &str) = "立場：{role}", "Role: {role}";

    /// サービスと体制を書く：約10〜20分
    estimate(what: &str, from: u16, to: u16) = "{what}：約{from}〜{to}分", "{what}: about {from} to {to} minutes";
}

/// What to put into a field of the head of the documents.
pub const fn paper_hint(field: TextField, lang: Lang) -> &'static str {
    match field {
        TextField::PaperNumber => lang.pick("例：架情第123号", "For example: No. 123"),
        TextField::PaperAddressee => lang.pick("役職や機関の名前。例：課室情報セキュリティ責任者　殿", "A title or an agency"),
        TextField::PaperHandling => lang.pick(
            "この書類そのものの格付です。評価する情報の格付は「取り扱う情報」に書きます。",
            "The classification of the document itself. Grades of the information assessed are entered under Information handled.",
        ),
        _ => "",
    }
}

/// Words that are often written for the grade and handling of a document.
pub const HANDLING: &[Sentence] = words! {
    "機密性1情報", "Confidentiality 1";
    "機密性2情報", "Confidentiality 2";
    "機密性2情報・関係者限り", "Confidentiality 2, restricted to those concerned";
    "機密性2情報・複製禁止", "Confidentiality 2, not to be copied";
};

/// When a procedure is the one to be chosen. What it rests on stands beside it.
pub const fn profile_speaks(procedure: Procedure, lang: Lang) -> &'static str {
    match procedure {
        Procedure::PreApplication => lang.pick(
            "選ぶとき：事業者から、事前申請に添える評価を頼まれているとき。",
            "Choose it if a provider asks for an assessment to go with its pre-application.",
        ),
        Procedure::AtProcurement => lang.pick(
            "選ぶとき：サービスを調達する機関が、その調達のために影響度を確かめるとき。",
            "Choose it if the procuring agency confirms the impact for a procurement of its own.",
        ),
    }
}

/// What a role means for the work with the record.
pub const fn role_meaning(role: Role, lang: Lang) -> &'static str {
    match role {
        Role::Agency => lang.pick(
            "サービスを利用する側として、影響度を評価し、決定します。評価は利用する機関の職員が行います。",
            "You use the service: you assess and decide on the impact. The assessment is made by staff of the using agency.",
        ),
        Role::Csp => lang.pick(
            "サービスを提供する側として、サービスの欄を書き、政府機関等へ評価を依頼します。影響度を評価し、決定するのは政府機関等です。",
            "You offer the service: you describe it and ask an agency for its assessment. The agency assesses and decides.",
        ),
    }
}

/// What to have at hand, one thing each.
pub const fn needed_things(role: Role) -> &'static [Sentence] {
    match role {
        Role::Agency => words! {
            "サービスの説明資料（機能、データの保存場所、認証）", "A description of the service: functions, where data are kept, certifications";
            "業務の説明（誰が、何のために使うか）", "A description of the task: who uses the service, and for what";
            "取り扱う情報の一覧と格付（機密性・完全性・可用性）", "A list of the information handled, with its three grades";
            "個人情報の種類とおおよその人数", "Kinds of personal data, and the approximate number of people";
            "止まったときの代替手段、控えの有無", "Fallback in an outage, and whether there are backups";
            "評価者と承認者の役職・氏名", "Titles and names of the assessor and the approver";
        },
        Role::Csp => words! {
            "サービスの説明資料（機能、データの保存場所、認証）", "A description of the service: functions, where data are kept, certifications";
            "法人番号（13桁）", "Your corporate number (13 digits)";
            "基盤となるクラウドサービスの名前と登録状況", "Name and registration of the underlying platform";
            "想定する業務と、預かる情報の種類", "The task you have in mind, and the kinds of information you expect to hold";
            "依頼先の政府機関等と連絡先", "The agency to ask, and its contact";
        },
    }
}

/// Groups of steps with an estimate in minutes, from and to.
pub fn estimates(role: Role, procedure: Procedure, lang: Lang) -> Vec<(&'static str, u16, u16)> {
    match role {
        Role::Agency => vec![
            (lang.pick("サービスと体制を書く", "Service and people"), 10, 20),
            (lang.pick("前提を確認し、対象業務を選ぶ", "Gate questions and target task"), 5, 15),
            (lang.pick("取り扱う情報を挙げる", "Information handled"), 10, 30),
            (lang.pick("機密性・完全性・可用性の問いに答える", "Questions on the three objectives"), 15, 30),
            (lang.pick("影響度を決め、理由と利用条件を書く", "Decisions, reasons and conditions of use"), 15, 30),
            (lang.pick("確認して出力する", "Review and output"), 5, 15),
        ],
        Role::Csp => vec![
            (lang.pick("サービスの欄を書く", "Service"), 10, 20),
            (lang.pick("想定する業務と情報を書き、依頼を作る", "Task, information and request"), 15, 30),
            (by_procedure::provider_receives(procedure, lang), 15, 30),
        ],
    }
}

/// A worked example, named by its target task.
pub fn example_title(task: &str, title: &str) -> String {
    format!("{task}  {title}")
}
