//! Whether the pages of a PDF are what the record attached to it prints.

sentences! {
    checking = "このPDFの紙面が、添付された記録を印刷したものかどうかを確かめています。", "Checking whether the pages of this PDF are what the attached record prints.";
    checking_package = "このパッケージのPDFの紙面が、添付された記録を印刷したものかどうかを確かめています。",
        "Checking whether the pages of the PDFs in this package are what the attached records print.";
    package_held(count: usize) = "このパッケージのPDF（{count}件）の紙面は、どれも、添付された記録を印刷したものと1バイトも違いません。",
        "The pages of all PDFs in this package ({count}) are byte for byte what the attached records print.";
    package_not_held(count: usize, all: usize) =
        "このパッケージのPDF{all}件のうち{count}件は、紙面が添付された記録を印刷したものではないか、そうかどうか確かめられません。",
        "Of the PDFs in this package ({all}), the pages of {count} are not what the attached records print, or it cannot be told.";
    of_part(name: &str, said: &str) = "・{name}：{said}", "– {name}: {said}";
    more_parts(count: usize) = "・ほか{count}件", "– and {count} more";
    held(word: &str) = "このPDFの紙面は、{word}。", "The pages of this PDF: {word}.";
    heading = "紙面", "Pages";
    of(name: &str) = "{name} の紙面", "Pages of {name}";
    as_printed(day: &str) = "添付された記録を{day}に印刷したものと、1バイトも違いません", "byte for byte what the attached record prints, as of {day}";
    as_printed_by_other_catalogue(day: &str, used: &str) =
        "添付された記録を{day}に印刷したものと、1バイトも違いません（ただし判定に使った目録は、記録の目録ではなく {used} です）",
        "byte for byte what the attached record prints, as of {day} (judged by catalogue {used}, which is not the record's own)";
    not_as_printed = "添付された記録を印刷したものではありません", "not what the attached record prints";
    not_known = "添付された記録を印刷したものかどうか、確かめられません", "it cannot be told whether they are what the attached record prints";
    of_the_pages(word: &str, why: &str) = "このPDFの紙面は、{word}。{why}", "The pages of this PDF: {word}. {why}";
    added(bytes: u64) =
        "印刷したままのPDFの後ろに{bytes}バイトが書き足されています（電子署名や注釈はこうして加わります）。書き足されたものは、見える紙面を変えることができます。",
        "Behind the PDF as it was printed, {bytes} bytes were added, as a signature or a comment is. What was added can change what is seen.";
    other_bytes(version: &str) =
        "このプログラムの版（{version}）で印刷したと書いてありますが、この版が印刷するものと違います。印刷した後で紙面かほかの部分が変わったか、別のプログラムが保存し直したものです。",
        "It says that this version of the program ({version}) printed it, which prints something else. The pages or something else in it were changed afterwards, or another program saved it anew.";
    not_allowed = "この記録からは印刷できないもの（決定していない記録の確定の写しなど）を印刷したと書いてあります。",
        "It says that it shows what cannot be printed of this record, such as a final copy of what was not decided.";
    no_note = "どう印刷したかがPDFに書いてありません。前の版か別のプログラムが作ったか、後で取り除かれたものです。",
        "The PDF does not say how it was printed: an earlier version or another program made it, or that was taken out.";
    note_unread = "どう印刷したかの書き方を、この版は知りません。後の版が作ったか、後で書き換えられたものです。",
        "What the PDF says of how it was printed is not understood: a later version made it, or it was changed.";
    other_version(version: &str, ours: &str) =
        "別の版（{version}）のプログラムで印刷したと書いてあり、この版（{ours}）が印刷するものと違います。版が違うためか、変えられたためかは分かりません。その版のプログラムがあれば、それで確かめられます。",
        "It says that another version of the program ({version}) printed it, and this one ({ours}) prints something else. Whether that is for the version or because it was changed is not known; that version can tell.";
    no_catalogue(pin: &str) = "印刷のときに判定に使った目録（{pin}）が、手元にありません。", "The catalogue by which it was judged when it was printed ({pin}) is not at hand.";
    no_package = "同じパッケージにあるほかのファイルのことを書いた紙面です。", "The pages describe other files in the package the PDF came from.";
    not_read = "PDFをもう一度読むことができないか、開いた後で変わっています。", "The PDF cannot be read again, or was changed since it was opened.";
    not_set(problem: &str) = "紙面を組み直せませんでした：{problem}", "The pages could not be laid out again: {problem}";
    expected = "添付された記録を印刷したままのPDF", "A PDF as the attached record prints it";
    rely_on_the_record =
        "紙面に頼らず、添付された記録を読んでください。記録は、このPDFをそのまま開けば見られます。紙が要るときは、そこから印刷し直してください。",
        "Do not rely on the pages; read the attached record, which opens if the PDF is opened here, and print it again where paper is needed.";
    verify_the_package = "パッケージ（.liu.zip）のまま確かめてください。", "Verify the package (.liu.zip) itself.";
}
