//! What the worked examples are about.

sentences! {
    a1 = "有識者会議のWeb会議", "Web conference of an expert panel";
    a2 = "研究会資料の共同編集", "Editing a study group's papers together";
    a3 = "注意喚起動画の配信", "Streaming videos that warn consumers";
    a4 = "観光案内所の満足度調査", "Survey at tourist information desks";
    b1 = "本庁の人事管理", "Personnel records of a head office";
    b2 = "研究職の人材育成", "Development of research staff";
    b3 = "選考採用の応募管理", "Applications in a recruitment";
    b4 = "海外展開相談の名刺共有", "Sharing business cards of trade fairs";
    b5 = "事業者向け安全講習", "Safety course for private companies";
    b6 = "参集要員を含む安否確認", "Safety confirmation that includes first responders";
    c1 = "公開ツールの開発", "Developing a published tool";
    c2 = "文化行事サイトの運営", "Running a site on cultural events";
    c3 = "国際交渉の文書の翻訳", "Translating documents of a negotiation";
    c4 = "選択式の案内チャットボット", "Chatbot that guides by choices";
}
