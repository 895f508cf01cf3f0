//! The start page.

sentences! {
    start_heading = "ISMAP-LIU 影響度評価の記録", "Records of ISMAP-LIU impact assessments";
    start_lead = "対象業務と取り扱う情報について答えると、機密性・完全性・可用性の影響度と判定の案が出ます。決めるのは評価者です。記録はPDFなどに出力できます。",
        "Answer what the task is and which information it handles: the program proposes levels for confidentiality, integrity and availability, and an outcome. The assessor decides. Export as PDF and other formats.";
    start_new = "新しく作る", "Begin";
    start_new_agency_note = "SaaSを使う側です。業務と情報の影響度を評価します。", "You use the SaaS: you assess the impact of the task and its information.";
    start_new_csp_note = "SaaSを提供する側です。サービスの説明と依頼を作り、評価結果を受け取ります。", "You provide the SaaS: you describe it, ask agencies, and take in their results.";
    start_open = "続きを開く", "Continue";
    start_open_note = "評価記録（.liu.ron、.liu.json）を開きます。この画面にファイルを落としても開きます。", "Opens an assessment record (.liu.ron, .liu.json). You can also drop a file on this page.";
    start_recent = "最近使った記録", "Recent records";
    start_no_recent = "まだありません。", "None yet.";
    start_examples = "記入例を見る", "Worked examples";
    start_examples_note = "架空の機関と事業者による記入例です。開いて自由に変えられます。元の例は変わりません。", "Worked examples of fictitious agencies and providers. Open one and change what you like: the example itself stays as it is.";
    start_is = "このプログラムについて", "What this program is";
    start_is_offline = "ネットワークに接続しません。入力した内容は、このパソコンの中だけにあります。", "It opens no network connection. What you type stays on this computer.";
    start_is_not_official = "公式のものではありません。公式の様式、審査、登録に代わるものではなく、出力には「本書は公式様式ではありません」と印刷します。", "It is not official and takes the place of no official form, review or registration. Exports say so on every copy.";
    start_is_aid = "問いと目安の多くは、このプログラムによる補助です。どこまでが公式の文言かは、根拠の印で分かります。", "Most questions and criteria are this program's own aid. Marks tell how far a wording is official.";
}
