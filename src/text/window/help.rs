//! What each step is for, and what to do there.

use crate::catalogue::StepId;
use crate::record::Role;
use crate::text::{Lang, Sentence};

/// What a step is for, in one sentence.
pub const fn step_purpose(step: StepId, role: Role, lang: Lang) -> &'static str {
    match step {
        StepId::Service if matches!(role, Role::Csp) => lang.pick(
            "自社のサービスを、評価する機関の担当者に分かる言葉で説明します。",
            "Describes your service in words that the staff of the assessing agency understands.",
        ),
        StepId::Review if matches!(role, Role::Csp) => lang.pick(
            "書いたことを読み返し、依頼と受領がどこまで進んだかを確かめます。",
            "Reads again what was written, and how far requests and answers have come.",
        ),
        StepId::Introduction => {
            lang.pick("だれが、どの手続で評価するかを確かめます。", "Makes sure who assesses, and under which procedure.")
        }
        StepId::Service => lang.pick(
            "評価するクラウドサービスを、事業者の説明にそって書きます。",
            "Describes the cloud service, as its provider does.",
        ),
        StepId::Agency => lang.pick(
            "サービスを使う機関と業務、評価者と承認者を書きます。",
            "Names the agency and its task, the assessor and the approver.",
        ),
        StepId::Gate => lang.pick(
            "ISMAP-LIUで考えてよい場合かどうかを、先に確かめます。",
            "Finds out first whether ISMAP-LIU is the way at all.",
        ),
        StepId::Task => lang.pick(
            "業務が対象業務一覧のどれに当たるかを選びます（条件①）。",
            "Chooses the entry of the target task list (condition ①).",
        ),
        StepId::Items => lang.pick(
            "サービスで取り扱う情報を並べ、格付と個人情報の人数を書きます。",
            "Lists the information handled, with grades and the number of persons.",
        ),
        StepId::Confidentiality => {
            lang.pick("情報が漏れたときの影響を、情報ごとに答えます。", "Answers, for each item, what happens if it leaks.")
        }
        StepId::Integrity => lang.pick(
            "情報が改ざんされたり誤ったりしたときの影響を、情報ごとに答えます。",
            "Answers, for each item, what happens if it is altered or wrong.",
        ),
        StepId::Availability => lang.pick(
            "サービスが使えなかったり情報が失われたりしたときの影響を、情報ごとに答えます。",
            "Answers, for each item, what happens if it is lost or cannot be used.",
        ),
        StepId::Decisions => lang.pick(
            "提案を見て、評価者が影響度を決めます（条件②）。",
            "The assessor decides the levels, with the proposals in view (condition ②).",
        ),
        StepId::Request => {
            lang.pick("評価をお願いする機関への依頼を書きます。", "Writes the request to the agency that is to assess.")
        }
        StepId::Received => {
            lang.pick("機関から受け取った評価結果を並べて見ます。", "Shows the results of agencies side by side.")
        }
        StepId::Application => {
            lang.pick("事前申請に要るものがそろっているかを確かめます。", "Checks what a pre-application needs.")
        }
        StepId::Review => lang.pick(
            "答えと判定の理由を読み返し、指摘を直します。",
            "Reads the answers and the reasons again, and mends what was found.",
        ),
        StepId::Approval => lang.pick("承認を依頼し、結果を記録します。", "Asks for approval and records what came of it."),
        StepId::Output => lang.pick("記録をファイルに出力します。", "Makes files of the record."),
    }
}

/// What to know and do on a step, one paragraph each.
pub const fn step_help(step: StepId, role: Role) -> &'static [Sentence] {
    match step {
        StepId::Service if matches!(role, Role::Csp) => words! {
            "機関は、この説明をもとに影響度を評価します。機能、データの保存場所、再委託先は、事実を具体的に書いてください。",
                "The agency assesses by this description. Be exact about functions, where data are kept, and subcontractors.";
            "分からない欄は空けたまま先へ進めます。依頼を送ったあとで直すと、「依頼」の一覧に、送った内容と違うことが出ます。",
                "Leave what you do not know and go on. What you change after a request was sent is pointed out in the list on the request page.";
        },
        StepId::Review if matches!(role, Role::Csp) => words! {
            "指摘を選ぶと、その欄へ移ります。記入部分と依頼がそろえば、依頼パッケージを渡せます。",
                "Choose a finding to go to its field. Once your part and the request are complete, the request package can be handed over.";
            "影響度は機関が評価するため、ここには出ません。確認表は、評価結果を受け取ってから回答します。",
                "Levels are not shown here, since agencies assess them. The check-list is answered once a result has come.";
        },
        StepId::Introduction => words! {
            "役割と手続の版を選びます。手続の版によって、手順と必須の欄が変わります。",
                "Choose the role and the procedure. The procedure decides which steps and required fields there are.";
            "順番どおりでなくてもかまいません。分からない欄は空けたまま先へ進めます。残っているものは手順の一覧と「確認」に出ます。",
                "The order is free. Leave what you do not know and go on: what is left is marked on its step and listed on the review page.";
        },
        StepId::Service => words! {
            "事業者の資料から写します。機関が一人で始めるときは、分かる範囲で書きます。",
                "Copy from the provider's documents. An agency that starts alone writes what it knows.";
            "法人番号は13桁です。検査用の数字が合わないときは指摘が出ますが、入力はそのまま残ります。",
                "A corporate number has 13 digits. If its check digit does not hold you are told so; what you typed stays.";
        },
        StepId::Agency => words! {
            "評価するのは、サービスを利用する機関の職員です。承認者は、評価者とは別の人にします。",
                "The assessor belongs to the agency that uses the service. The approver is somebody else.";
            "役職は自由に書けます。日付は西暦でも和暦でも書けます。",
                "Titles are free text. Dates may be written in either calendar.";
        },
        StepId::Gate => words! {
            "答えによっては、ISMAP-LIUではなくISMAPや統一基準4.2.3で考えることになります。その場合も、ここまでの記録は残せます。",
                "Some answers lead away from ISMAP-LIU, to ISMAP or to 4.2.3 of the common standards. The record can still be kept.";
            "「不明」と未回答は同じ扱いで、判定は「未確定」のままです。",
                "Unknown counts like no answer: the outcome stays undetermined.";
        },
        StepId::Task => words! {
            "サービスの名前ではなく、業務で選びます。同じサービスでも、業務が違えば当たりません。",
                "Choose by the task and not by the name of the service: the same service used for another task does not fall under the entry.";
            "「該当なし」と「不明」も答えです。手元に公式の一覧があれば、その行を貼り付けられます。",
                "“Not listed” and “unknown” are answers too. If you have the official list, you can paste its row.";
        },
        StepId::Items => words! {
            "中身の違う情報は分けて書きます。影響度は、いちばん高い情報で決まります。",
                "List different kinds of information separately. The item with the highest level decides.";
            "格付は影響度ではありません。機密性2でも低位のことがあります。完全性1・可用性1は低位を支えます。",
                "A grade is not a level: confidentiality 2 may still be low. Integrity 1 and availability 1 support low.";
        },
        StepId::Confidentiality | StepId::Integrity | StepId::Availability => words! {
            "情報ごとに、はい・いいえ・不明で答えます。「不明」と未回答は低位になりません。",
                "Answer yes, no or unknown for each item. Unknown and no answer never count as low.";
            "使えるキーは、問いの上に書いてあります。",
                "The keys that can be used stand above the questions.";
        },
        StepId::Decisions => words! {
            "提案より上げるのは自由です。下げるときと、説明の要る答えがあるときは、理由を書くまで決定は働きません。",
                "Raising is free. Lowering, and answers that call for an explanation, need a reason: until it is written the decision has no effect.";
            "あとから提案が上がると、決定は開き直され、もう一度確かめるまで未評価になります。",
                "If a proposal rises later, the decision is reopened and counts as not assessed until it is confirmed.";
        },
        StepId::Request => words! {
            "サービスの説明とあわせて機関に渡す内容です。機関は、業務の実情にそって別に評価します。",
                "This goes to the agency with the description of the service. The agency makes its own assessment for its task.";
            "依頼パッケージを書き出すと、宛先・送付日・送った内容が「依頼先」に残ります。続けて宛先を替えれば、次の機関への依頼になります。",
                "Saving a request package notes addressee, day and content under “Agencies asked”. Change the addressee, and the next is for another agency.";
        },
        StepId::Received => words! {
            "機関から届いたファイル（.liu.zip、.xlsx など）を選ぶと、判定と条件が並びます。評価の内容は変えられません。",
                "Choose the files that agencies sent (.liu.zip, .xlsx and others) to see their outcomes and conditions side by side. The assessments cannot be changed.";
            "読み込んだファイルは、記録のそばの「LIU-…_received」フォルダーに控えます。記録を移すときは、一緒に移してください。",
                "What was read is kept in the folder “LIU-…_received” beside the record. Move it along with the record.";
        },
        StepId::Application => words! {
            "確かめの一覧は、公開されている範囲の情報による補助です。提出先の最新の案内を必ず確認してください。",
                "The check-list is an aid based on public information. Always check the latest notice of the body you apply to.";
        },
        StepId::Review => words! {
            "指摘を選ぶと、その欄へ移ります。エラーや「すること」があるあいだは「作成中」の写しだけを出力できます。",
                "Choose a finding to go to its field. While there are errors or things to do, only a copy marked as a draft can be exported.";
            "「なぜこの結果か」は、どの答えと決定が判定を決めたかを文で示します。",
                "“Why this result” says in sentences which answers and decisions led to the outcome.";
        },
        StepId::Approval => words! {
            "承認は、いまの内容そのものに結び付きます。あとで変えると「承認後に変更あり」と、変わった項目の前後の値を示します。",
                "An approval is bound to the exact content it was given for. A later change is shown as such, with old and new values.";
            "承認した内容は控えとして残り、いつでも開けます。意見は決定とは別に残せます。",
                "The approved content is kept and can be opened at any time. Opinions are kept apart from the decision.";
            "保存しても承認の状態は変わりません。有効期限を過ぎた承認は、何もしなくても期限切れと示します。",
                "Saving never changes the state of the approval. An approval past its validity is shown as expired automatically.";
        },
        StepId::Output => words! {
            "形式とフォルダーを選びます。出力しても、提出したことにはなりません。",
                "Choose formats and a folder. Making files does not submit anything.";
        },
    }
}
