//! What is said of ZIP files: why one is not read, and what of its outer form is let pass.

use super::{Lang, marks};

sentences! {
    not_zip = "ZIPファイルではありません", "it is not a ZIP file";
    cut_off = "ZIPファイルの終わりが欠けているか、別のZIPファイルがつながっています", "its end is missing, or another ZIP file is appended to it";
    spanned = "分割されたZIPファイルの一つです", "it is one part of a split ZIP file";
    bad_name = "使えないファイル名です", "a file in it has an invalid name";
    twice = "同じ名前のファイルが二つあります", "two files have the same name";
    not_a_file = "ファイルではないもの（リンクなど）があります", "it holds a link or something else that is not a file";
    encrypted = "パスワードで暗号化されたファイルがあります", "a file in it is encrypted with a password";
    damaged = "壊れています", "it is damaged";

    pack_again = "展開し、出てきたものを、名前も中身も変えずに、ふつうのZIP（Windowsの「ZIPファイルに圧縮」など。方式は Deflate）にまとめ直して開いてください。",
        "Unpack it, and pack what comes out, names and content unchanged, as an ordinary ZIP file (Deflate). Then open that.";
    decrypt = "パスワードで展開してください。中に .liu.zip があればそれを開き、なければ出てきたものを、変えずに、パスワードなしのZIPにまとめ直して開いてください。",
        "Unpack it with the password. If there is a .liu.zip in it, open that; otherwise pack what comes out, unchanged, as a ZIP file without a password.";
    take_out = "展開して、中のZIPファイルを開いてください。", "Unpack it, and open the ZIP file in it.";
    take_apart = "展開して、一つずつ別のZIPにまとめ直すか、それぞれの元の .liu.zip を開いてください。",
        "Unpack it and repack each one separately, or open the original .liu.zip of each.";
    join = "分割されたファイルをすべて同じところに置いて展開し、中の .liu.zip を開いてください。",
        "Put all parts into one folder, unpack them together, and open the .liu.zip inside.";

    has_comment = "ZIPファイルに付いた注釈", "a comment on the ZIP file";

    /// It is an archive of another kind.
    other_archive(kind: &str) = "ZIPファイルではなく、{kind}形式の書庫です",
        "it is not a ZIP file but another kind of archive ({kind})";
    /// There is a ZIP file in it that may be what is looked for.
    nested(name: &str) = "ZIPファイルの中に、さらにZIPファイル「{name}」があります", "the ZIP file holds another one, “{name}”";

    /// More files than allowed.
    too_many_files(most: usize) = "ファイルが多すぎます（{most}個まで）", "it holds too many files (at most {most})";

    /// A file is packed in a way that is not read.
    method(name: &str) = "このプログラムでは読めない圧縮方式（{name}）のファイルがあります",
        "a file in it uses a compression method that is not supported ({name})";

    /// Everything stands in a folder.
    in_folder(name: &str) = "外側のフォルダー「{name}」", "the folder “{name}” around it";

    /// Bytes before the beginning.
    before(bytes: u64) = "ZIPファイルの前にある{bytes}バイト", "{bytes} bytes before the ZIP file";
    /// Bytes behind the end.
    behind(bytes: usize) = "ZIPファイルの後ろにある{bytes}バイト", "{bytes} bytes after the ZIP file";
    /// Names in Shift_JIS.
    shift_jis(count: usize) = "Shift_JIS（CP932）で書かれた{count}個のファイル名",
        "names written in Shift_JIS (CP932): {count}";
    /// Names with their marks apart.
    marks_apart(count: usize) = "濁点などが分かれて書かれた（macOSの）{count}個のファイル名",
        "names with their marks apart from the letters, as macOS writes them: {count}";
    /// A file that was known by its content.
    renamed(from: &str, to: &str) = "「{from}」という名前（中身から「{to}」と分かりました）",
        "the name “{from}” (its content is that of “{to}”)";
}

/// A file in it, and what is wrong with it.
pub fn of_file(what: &str, name: &str, lang: Lang) -> String {
    match name {
        "" => what.to_owned(),
        name => say!(lang, "{what}：{name}", "{what}: {name}"),
    }
}

/// It holds several packages.
pub fn several(manifests: &[String], lang: Lang) -> String {
    let manifests = manifests.join(marks::comma(lang));
    say!(
        lang,
        "一つのZIPに複数のパッケージや一式が入っています（{manifests}）",
        "it holds several packages or sets ({manifests})"
    )
}

/// A file is too large.
pub fn too_large(name: &str, most: u64, lang: Lang) -> String {
    let most = most / (1024 * 1024);
    say!(lang, "「{name}」が大きすぎます（{most} MiBまで）", "“{name}” is too large (at most {most} MiB)")
}

/// All of it is too large.
pub fn all_too_large(most: u64, lang: Lang) -> String {
    let most = most / (1024 * 1024);
    say!(lang, "中身が合わせて大きすぎます（{most} MiBまで）", "its content is too large (at most {most} MiB)")
}

/// What of the outer form of a file was let pass.
pub fn passed_over(said: &[String], lang: Lang) -> String {
    let said = said.join(marks::semicolon(lang));
    say!(
        lang,
        "外側の形が書き出したときと違います（中身には関わりません）：{said}",
        "its outer form is not as exported; the content is not affected: {said}"
    )
}

/// Files that systems add.
pub fn added_by_systems(names: &[String], lang: Lang) -> String {
    const MOST: usize = 3;
    let shown = names.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join(marks::comma(lang));
    let count = names.len();
    if count > MOST {
        say!(
            lang,
            "システムが加えたファイル（{shown} など{count}個）",
            "files added by the system ({shown} and others, {count} in all)"
        )
    } else {
        say!(lang, "システムが加えたファイル（{shown}）", "files added by the system ({shown})")
    }
}
