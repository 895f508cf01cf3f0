//! Words of the five questions on whether a service can be registered, and of their result. Questions and answers are data.

use super::Lang;
use crate::catalogue::{Basis, Leads, Source, Way};
use crate::text::{Label as _, marks};

sentences! {
    title = "自社のサービスを登録できますか", "Can my service be registered?";
    menu = "登録できるか確かめる…", "Can my service be registered?…";
    menu_hint = "記録を作る前に、五つの問いで、ISMAP-LIU・ISMAP・統一基準4.2.3・相談窓口のどれに進むかを確かめます。",
        "Five questions before there is a record: ISMAP-LIU, ISMAP, 4.2.3 of the common standards, or the consultation desk.";
    start_link = "登録できるか、五つの問いで確かめる", "Can my service be registered? Five questions";
    lead = "クラウドサービス事業者のための、記録を作る前の五つの問いです。答えはどこにも保存しません。",
        "Five questions for cloud service providers, before there is a record. The answers are saved nowhere.";
    basis = "根拠", "Rests on";
    see_result = "結果を見る", "See the result";
    next_question = "次の問いへ", "Next question";
    change = "答えを変える", "Change the answer";
    answer_it = "答える", "Answer";
    answer_open = "答えていない問いへ", "To the open question";
    job_write = "登録できるかの結果の書出し", "Writing the result of the five questions";
    path_hint = "PDFのファイルのパス（.pdf）", "Path of the PDF file (.pdf)";
    begin_again = "始めからやり直す", "Start over";
    begin_record = "事業者の記録を始める…", "Begin a provider's record…";
    begin_record_note = "答えは記録に引き継ぎません。サービスの欄から書き始めます。", "The answers are not carried over. You begin with the service.";
    save_pdf = "1ページのPDFに保存…", "Save as a one-page PDF…";
    pdf_filter = "PDF", "PDF";
    file_name = "登録できるか_五つの問い.pdf", "can_my_service_be_registered.pdf";
    copy_address = "宛先をコピー", "Copy the address";

    result = "進む先", "Where to go";
    not_told = "まだ言えません", "Cannot be told yet";
    not_told_about = "答えていない問いがあります。分からないときは「分からない」を選ぶと、相談窓口に何を尋ねるかが分かります。",
        "Some questions are open. Choose “I do not know” to learn what to ask the desk.";
    meaning = "意味", "Meaning";
    answers = "答えと、そこから言えること", "Answers, and what follows";
    question = "問い", "Question";
    answer = "答え", "Answer";
    follows = "そこから言えること", "What follows";
    open = "未回答", "Open";
    not_asked = "問う必要がありません", "Need not be asked";
    to_ask = "相談窓口に尋ねること", "What to ask the desk";
    to_prepare = "用意するもの", "What to prepare";
    to_prepare_note = "事前申請の手続で要るとされるものです。2025年4月からは、事前申請はなく、調達する機関が調達のときに確かめるとされます（第三者の資料だけによる）。どちらの手続になるかは、公式文書か相談窓口で確かめてください。期間、手数料、様式の番号は確認できていないため、書いていません。",
        "What the pre-application is said to need. From April 2025 there is said to be none: the procuring agency confirms at procurement (a third party's word alone). Check with official text or the desk which applies. Periods, fees and numbers of forms are not known, and so not given.";
    point = "項目", "Point";
    about_it = "説明", "Explanation";
    desk = "相談窓口", "Consultation desk";
    address = "宛先", "Address";
    sources = "出典", "Sources";
    not_official = "本書は公式様式ではなく、登録の可否を決めるものでもありません", "Not an official form, and no decision on registration";

    cli_how = "答えを --information、--form、--task、--assessor、--requirements で指定します。", "Give the answers by --information, --form, --task, --assessor and --requirements.";

    /// That a PDF was written.
    written(path: &str) = "保存しました：{path}", "Saved: {path}";
    /// Which of the questions this is: 問い 2／5.
    number(at: usize, of: usize) = "問い {at}／{of}", "Question {at} of {of}";
    /// Where one is on the page: its title, and which question or that it is the result.
    of_title(at: &str) = "自社のサービスを登録できますか　{at}", "Can my service be registered?  {at}";
    /// What the desk is to be asked, by the short names of the questions.
    ask_about(names: &str) = "次の点を尋ねます：{names}。", "Ask about: {names}.";
    /// An answer on the command line: its id, and what it says.
    cli_answer(id: &str, text: &str) = "{id}　{text}", "{id}  {text}";
    /// Something that the desk is to be asked.
    asked(question: &str) = "・{question}", "· {question}";
    /// The name of a button that takes one back to a question.
    change_of(question: &str) = "答えを変える：{question}", "Change the answer: {question}";
}

/// What an answer does, to be read before it is given.
pub const fn leads(leads: Leads, lang: Lang) -> &'static str {
    match leads {
        Leads::On => lang.pick("次の問いへ進みます。", "Leads on to the next question."),
        Leads::Asks => lang.pick("相談窓口に尋ねることになります。", "The desk is to be asked about it."),
        Leads::Ends(way) => ends(way, lang),
    }
}

/// That an answer ends the questions.
const fn ends(way: Way, lang: Lang) -> &'static str {
    match way {
        Way::Liu => lang.pick("ここで決まります：ISMAP-LIU。", "Decides it: ISMAP-LIU."),
        Way::Ismap => lang.pick("ここで決まります：ISMAP。", "Decides it: ISMAP."),
        Way::CommonStandards => lang.pick("ここで決まります：統一基準4.2.3。", "Decides it: 4.2.3 of the common standards."),
        Way::Desk => lang.pick("ここで決まります：相談窓口。", "Decides it: the consultation desk."),
    }
}

/// Mark and sources of a statement, without its note: 公式 S1、S2.
pub fn mark(basis: &Basis, lang: Lang) -> String {
    let sources: Vec<&str> = basis.sources.iter().map(|source| source.0.as_str()).collect();
    format!("{} {}", basis.mark.label(lang), sources.join(marks::comma(lang))).trim().to_owned()
}

/// A source with its address, if it has one.
pub fn source(source: &Source, lang: Lang) -> String {
    format!("{} {} {}", source.id.0, source.title.text(lang), source.address).trim().to_owned()
}
