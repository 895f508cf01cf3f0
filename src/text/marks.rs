//! What stands between words and sentences that are put together.

sentences! {
    comma = "、", ", ";
    semicolon = "、", "; ";
    dot = "・", ", ";
    slash = "／", " / ";
    colon = "：", ": ";
    between_sentences = "", " ";
}
