//! How a file that was read stood on the disk, where it was not as the program writes it.

sentences! {
    byte_order_mark = "先頭に BOM（U+FEFF）がありました。次に保存すると、BOM のない UTF-8 になります。",
        "It began with a byte order mark (U+FEFF). The next save writes UTF-8 without one.";
    line_ends = "改行が CR LF でした。次に保存すると LF になります。", "Its lines end in CR LF. The next save writes LF.";
    utf16 = "文字コードが UTF-16 でした。内容は欠けていません。次に保存すると UTF-8 になります。",
        "It is text in UTF-16; nothing was lost. The next save writes UTF-8.";
    read_otherwise(file: &str) = "{file} を、書かれているとおりではない形で読み取りました。", "{file} was not read exactly as written.";
    look_and_save = "内容を確かめてください。ファイルは元のままです。次に保存すると、読み取った形で書き込みます。",
        "Check the content. The file was left as it is; the next save writes what was read.";
    field(path: &str) = "項目 {path}", "field {path}";
    of_item(item: &str, name: &str) = "情報 {item} の{name}", "{name} of item {item}";
}
