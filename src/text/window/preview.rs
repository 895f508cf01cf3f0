//! Sentences of the printed page beside a step.

sentences! {
    printed_page = "印刷イメージ", "Printed page";
    hide_printed_page = "印刷イメージを閉じる", "Close the printed page";
    beside_the_step = "手順の横に出すもの", "What is shown beside the step";
    which_document = "印刷イメージの文書", "Document shown as printed";
    read_as_text = "文字で読む", "As text";
    page_before = "前のページ", "Previous page";
    page_after = "次のページ", "Next page";
    page_zoom = "ページの大きさ", "Size of the page";
    whole_page = "ページ全体", "Page";
    page_width = "幅に合わせる", "Width";
    page_larger = "ページを大きく", "Larger page";
    page_smaller = "ページを小さく", "Smaller page";
    page_keys = "前後のページ：PageUp・PageDown　大きさ：＋・−　幅に合わせる：0", "Pages: Page Up, Page Down. Size: + and −. Fit width: 0";
    being_set = "更新中", "Updating";
    first_being_set = "ページを作っています…", "Laying out the pages…";

    /// Which page it is, of how many: 3／12.
    page_of(page: usize, pages: usize) = "{page}／{pages}", "{page} of {pages}";
    /// What a screen reader says of the picture of a page.
    picture_of_page(page: usize, pages: usize) = "印刷イメージ {page}／{pages} ページ", "Printed page {page} of {pages}";
    /// What a screen reader says of the text of a page.
    text_of_page(page: usize, pages: usize) = "{page}／{pages} ページの文字", "Text of page {page} of {pages}";
    /// The document of one item: 情報ごとの評価：会議の音声.
    document_of_item(document: &str, item: &str) = "{document}：{item}", "{document}: {item}";
}
