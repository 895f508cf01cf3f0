//! Where something is, in words.

sentences! {
    file(name: &str) = "ファイル: {name}", "File: {name}";
    line(name: &str, line: usize) = "ファイル: {name} の {line} 行", "File: {name}, line {line}";
    column(name: &str, line: usize, column: usize) = "ファイル: {name} の {line} 行 {column} 文字目", "File: {name}, line {line}, column {column}";
    in_field(field: &str) = "（{field}）", " ({field})";
    excerpt(excerpt: &str) = "「{excerpt}」", ": {excerpt}";
}
