//! Why no record can be taken from a PDF.

sentences! {
    with_one_record = "評価記録を一つ添付したPDF", "A PDF with one assessment record attached";
    no_record = "このPDFには評価記録が添付されていません。", "No assessment record is attached to this PDF.";
    choose_as_exported = "liu-wizard が書き出したままのPDFを選ぶか、渡した人に .liu.ron か .liu.json を頼んでください。印刷し直したPDFでは添付が失われます。",
        "Choose a PDF as liu-wizard exported it, or ask for the .liu.ron or .liu.json. A PDF that was printed again has lost its attachment.";
    several(count: usize) = "このPDFには、内容の違う評価記録が{count}件添付されています。", "{count} different assessment records are attached to this PDF.";
    ask_which = "どれを使うかを渡した人に確かめ、その .liu.ron か .liu.json を受け取ってください。",
        "Ask whoever handed it over which one is meant, and for its .liu.ron or .liu.json.";
    protected = "このPDFはパスワードで保護されています。", "This PDF is protected by a password.";
    ask_without_protection = "保護のないPDFか、.liu.ron か .liu.json を受け取ってください。",
        "Ask for the PDF without protection, or for the .liu.ron or .liu.json.";
    unreadable(said: &str) = "PDFとして読めません：{said}", "This cannot be read as a PDF: {said}";
    send_again = "途中で壊れたおそれがあります。渡した人に、もう一度送ってもらってください。",
        "It may have been damaged in transit. Ask the sender to send it again.";
}
