//! What stands between words, facts and sentences that are put together.

sentences! {
    /// Something said in addition.
    in_brackets(text: &str) = "（{text}）", " ({text})";

    comma = "、", ", ";
    semicolon = "、", "; ";
    dot = "・", ", ";
    slash = "／", " / ";
    colon = "：", ": ";
    dash = "　", " – ";
    gap = "　", "   ";
    between_sentences = "", " ";
    between_remarks = "　", ".  ";
    between_results = "　", "; ";
    between_answers = "／", "; ";
    between_answer_and_word = "。", ". ";
}
