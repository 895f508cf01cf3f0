//! Words of 機関へのご案内: one page by which a provider looks for an agency that makes the assessment.

sentences! {
    document = "機関へのご案内", "Introduction for agencies";
    lead = "政府機関等で使っていただきたいSaaSのご案内です。ISMAP-LIUの業務・情報の影響度は、サービスを利用する政府機関等が評価します。評価してくださる機関を探しています。",
        "This introduces a SaaS that government agencies may want to use. Under ISMAP-LIU the agency that uses a service assesses its impact. We are looking for an agency to do so.";
    service = "サービス", "The service";
    use_ = "使っていただきたい業務と、入る情報", "The task it is for, and the information that goes in";
    asked = "お願いしたいこと", "What we ask for";
    step = "すること", "What to do";
    basis = "根拠", "Rests on";
    time = "かかる時間", "How long it takes";
    no_figure = "評価にかかる期間や費用について、公式の数字は確認できていません。",
        "No official figure is known of how long the assessment takes or what it costs.";
    answer = "結果の返し方", "How to answer";
    answer_package = "依頼をいただければ、依頼パッケージ（.liu.zip）を送ります。liu-wizardで開いて答え、承認した結果を評価結果パッケージにして返します。評価しないときは、理由を添えて返せます。",
        "On request we send a request package (.liu.zip). Open it with liu-wizard, answer, and send the approved result back as a result package. It can also be sent back, with the reason, without an assessment.";
    answer_sheet = "liu-wizardを使わないときは、影響度評価シート（Excel）に記入して返します。",
        "Without liu-wizard, fill in the assessment sheet (Excel) and send it back.";
    answer_question = "先にお尋ねになりたいことは、下の連絡先にお寄せください。", "For questions beforehand, see the contact below.";
    afterwards = "そのあと", "Afterwards";
    contact = "連絡先", "Contact";
    goes_on = "内容が長いため、次のページに続きます。", "This is long, and goes on on the next page.";

    step_gate = "SaaSであること、機密性2情報を扱い機密性3情報は扱わないことを確かめる", "Confirm that it is SaaS, and that confidentiality 2 but no confidentiality 3 is handled";
    step_task = "業務が対象業務一覧に当たることを確かめる（条件①）", "Confirm that the task is on the list of target tasks (condition ①)";
    step_levels = "扱う情報ごとに、機密性・完全性・可用性が損なわれたときの影響度を評価し、低位かどうかを決める（条件②）",
        "Assess, for each kind of information, the impact of a loss of confidentiality, integrity or availability, and decide whether it is low (condition ②)";
    step_approve = "責任者の承認を受けて、結果を返す（誰が承認するかの定めは確認できていません）",
        "Have the result approved and send it back (no rule on who approves is known)";
    after_pre_application = "いただいた結果は、事業者が事前申請に添えます。そのあとは、外部監査、本申請、登録と進みます。",
        "The provider attaches the result to its pre-application. External audit, application and registration follow.";
    after_procurement = "この手続では事前申請はなく、調達する機関が、調達のときに影響度が低位であることを自ら確かめるとされています。",
        "Under this procedure no pre-application is said to be made: the procuring agency itself confirms at procurement that the impact is low.";

    only_of_provider = "機関へのご案内は、事業者の記録から作ります。この記録は政府機関等のものです。",
        "The introduction for agencies is made of a provider's record. This record is an agency's.";
    a_providers_record = "事業者の記録", "A provider's record";
    choose_other = "ほかの文書を選んでください。", "Choose another document.";

    /// The time that this tool expects answering to take.
    estimate(from: u16, to: u16) = "本ツールでの記入の見込みは、あわせて約{from}〜{to}分です（本ツールの見込みで、公式の数字ではありません）。",
        "With this tool, filling everything in is expected to take about {from} to {to} minutes in all (its own estimate, not an official figure).";
}
