//! Help, and what is said when the arguments are not understood.

use std::path::PathBuf;

use crate::text::{Lang, Message};

/// Why the arguments are not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArgumentProblem {
    /// There is no such option, or one argument too many.
    Unknown(String),
    /// There is no such command.
    UnknownCommand(String),
    /// An argument that is needed is not there.
    Missing(String),
    /// A command is needed here.
    MissingCommand,
    /// An option lacks its value.
    MissingValue(String),
    /// An option stands twice.
    Twice(String),
    /// A file to open in the window stands before a command.
    FileBeforeCommand(PathBuf),
    /// An option has a value that means nothing.
    Value {
        /// The option.
        option: &'static str,
        /// What stood there.
        found: String,
        /// What could stand there.
        expected: String,
    },
    /// Something else, in the words of the argument reader.
    Other(String),
}

/// How a day is written.
pub const DAY_FORMS: &str = "2026-11-23, 2026/11/23, 令和8年11月23日, R8.11.23";

impl ArgumentProblem {
    /// What is wrong with the arguments, and what to do.
    pub fn message(&self, lang: Lang) -> Message {
        let what = match self {
            Self::Unknown(found) => say!(lang, "「{found}」は分からない引数です", "unknown argument `{found}`"),
            Self::UnknownCommand(found) => {
                say!(lang, "「{found}」というコマンドはありません", "there is no command `{found}`")
            }
            Self::Missing(missing) => say!(lang, "引数が足りません：{missing}", "an argument is missing: {missing}"),
            Self::MissingCommand => lang.pick("コマンドが足りません", "a command is missing").to_owned(),
            Self::MissingValue(option) => say!(lang, "{option} に値がありません", "{option} has no value"),
            Self::FileBeforeCommand(file) => {
                let file = file.display();
                say!(lang, "コマンドの前に「{file}」があります", "`{file}` comes before the command")
            }
            Self::Twice(option) => say!(lang, "{option} は一度だけ指定してください", "{option} is given twice"),
            Self::Value { option, found, .. } => {
                say!(lang, "{option} の値「{found}」は使えません", "`{found}` is not a valid value for {option}")
            }
            Self::Other(said) => say!(lang, "引数を理解できません：{said}", "the arguments cannot be understood: {said}"),
        };
        let expected = match self {
            Self::Value { expected, .. } => say!(lang, "使える値：{expected}", "expected: {expected}"),
            _ => String::new(),
        };
        Message { what, place: String::new(), expected, action: see_help(lang).to_owned() }
    }
}

sentences! {
    see_help = "使い方は liu-wizard --help で確かめられます。", "See `liu-wizard --help` for what can be typed.";
    commands_heading = "コマンド", "Commands";
    arguments_heading = "引数", "Arguments";
    options_heading = "オプション", "Options";
    command_value_name = "コマンド", "COMMAND";
    json_help = "機械で読むための JSON で出します。", "Print JSON for other programs.";
    record_file_help = "評価記録（*.liu.ron、*.liu.json、記録を添付したPDF、又はパッケージ *.liu.zip）。",
        "An assessment record (*.liu.ron, *.liu.json, a PDF with a record attached, or a package *.liu.zip).";
    overwrite_help = "内容の違う同名のファイルがあれば置き換えます。指定しなければ、何も置き換えません。",
        "Replace files of the same name and other content. Without it nothing is replaced.";
    after_panic = "liu-wizard: プログラムの誤りで止まりました。保存していない入力は、次に開いたときに復元できます。上の英文を添えて開発元に知らせてください。",
        "liu-wizard: a fault of the program stopped it. What was not saved is offered for recovery at the next start. Please report the lines above.";

    /// How help is laid out.
    help_template = "{about-with-newline}\n使い方：{usage}\n\n{all-args}{after-help}",
        "{about-with-newline}\nUsage: {usage}\n\n{all-args}{after-help}";
}

/// What stands below the help of every command.
pub const fn after_help(lang: Lang) -> &'static str {
    lang.pick(
        "結果は標準出力へ、知らせは標準エラーへ出します。

終了コード
  0  問題なし
  1  読めたが、指摘がある（エラー、すること、承認後の変更、内容や判定の違い、移せない目録、履歴の途切れ、不一致）
  2  読めない、又は引数が正しくない
  3  結果を書き出せない
  4  ほかの人が記録を開いている、又は書き込んでいる（何も書き込みません。時間をおいて再実行できます）

同じ記録と同じ --today からは、いつも同じ内容ができます。",
        "Results go to standard output, messages to standard error.

Exit codes
  0  nothing to object to
  1  read, with objections (errors, things to do, changes since approval, differences, a catalogue
     that a record cannot be moved to, a history that does not hold)
  2  not readable, or the arguments are not right
  3  the result could not be written
  4  somebody has the record open or is writing to it (nothing was written; run it again later)

The same record and the same --today always give the same bytes.",
    )
}

/// What a command is for; `path` is its name below `liu-wizard`.
pub fn about(path: &str, lang: Lang) -> Option<&'static str> {
    let said = match path {
        "" => lang.pick("ISMAP-LIU「業務・情報の影響度評価」を手順に沿って行い、その記録を出力します。通信はしません。\nコマンドを付けなければウィンドウを開きます。", "Walks through the ISMAP-LIU impact assessment and exports the record of it. It opens no connection.\nWithout a command it opens the window."),
        "new" => lang.pick("新しい評価記録を作ります。", "Make a new assessment record."),
        "check" => lang.pick("評価記録の判定と指摘を示します。", "Print the outcome and the findings of records."),
        "show" => lang.pick("判定を、提案・決定・条件・理由とともに示します。", "Print the judgement: proposals, decisions, conditions, reasons."),
        "export" => lang.pick("評価記録を出力します。", "Export records."),
        "sign" => lang.pick("評価記録に、ご自身の SSH 鍵で署名します（任意）。署名の対象は .liu.json の中身そのもので、その .liu.json と署名（.liu.json.sig）を並べて書き出すので、\nliu-wizard を持たない人も OpenSSH の ssh-keygen -Y verify -n liu-wizard-record で確かめられます。\n使える鍵は Ed25519 と ECDSA P-256 です。RSA は、使える実装に脆弱性（RUSTSEC-2023-0071）が残っているため外しています。\n署名は、鍵を持つ人がその内容に署名したことを示します。その人がだれか、いつ署名したかは示しません。電子署名法の認定認証業務や GPKI の証明書による署名ではありません。", "Sign a record with your own SSH key (optional). What is signed is exactly the content of the .liu.json; it and the signature (.liu.json.sig) are written\nside by side, so that anybody can check them with ssh-keygen -Y verify -n liu-wizard-record of OpenSSH, without liu-wizard.\nKeys are Ed25519 or ECDSA P-256. RSA is left out, since the implementation at hand has an open vulnerability (RUSTSEC-2023-0071).\nA signature shows that the holder of the key signed this content. It does not show who that is, nor when. It is not a signature with a certificate under the\nElectronic Signatures Act or of the GPKI."),
        "package" => lang.pick("事業者と機関が受け渡すパッケージ（.liu.zip）を作ります。添付の一覧と取り出しもします。", "Make the packages (.liu.zip) that provider and agency hand each other, or list what came attached in one."),
        "package request" => lang.pick("事業者：評価の依頼を一つのファイルにまとめます（記録、影響度評価シート、依頼文）。", "Provider: pack the request for an assessment (record, assessment sheet, letter)."),
        "package result" => lang.pick("機関：評価結果を一つのファイルにまとめます（記録、その文書、評価結果の説明）。", "Agency: pack the result of an assessment (record, its document, the explanation)."),
        "package receive" => lang.pick("事業者：機関から届いた評価結果・返送・記入されたExcelを記録に控え、依頼先ごとに、どこまで進んだかを一覧にします。ファイルは、記録のそばの LIU-…_received フォルダーに控えます。", "Provider: note in the record what agencies sent back (results, requests sent back, filled-in sheets), and list whom was asked and where each request stands. The files are kept in the folder LIU-…_received beside the record."),
        "package application" => lang.pick("事業者：事前申請を一つのファイルにまとめます（自分の記録、各機関の結果、送付状と確認表）。手続が調達時確認の記録からは作りません。", "Provider: pack the pre-application (own record, results of agencies, cover and check-list). None is made under confirmation at procurement."),
        "package attachments" => lang.pick("パッケージの添付を一覧にします。--to を指定すると、フォルダーに取り出します。開いたり実行したりはしません。", "List what is attached in a package, or with --to save it to a folder. It is neither opened nor run."),
        "verify" => lang.pick("評価記録、パッケージ、記録一式が壊れておらず、承認後に変わっていないかを確かめます。署名があれば、それも確かめます。", "Tell whether records, packages or sets are whole and unchanged since approval, and whether a signature fits."),
        "diff" => lang.pick("二つの評価記録の判定と影響度、違いを、項目ごとに示します。情報は、同じ記録なら番号、そうでなければ名称で組にします。", "Print outcome and levels of two records, and what differs, field by field. Items are paired by id in states of one record, else by name."),
        "import" => lang.pick("記入された評価シート（Excel）と評価記録の違いを、項目ごとに示します。--accept を付けなければ何も書き換えません。", "Print what a filled-in assessment sheet (Excel) says otherwise than the record. Without --accept nothing is written."),
        "history" => lang.pick("評価記録の変更の履歴を、新しい順に示します。", "Print the history of a record, newest first."),
        "list" => lang.pick("フォルダーの中の評価記録を一覧にします。", "List the records in a folder."),
        "catalogue" => lang.pick("目録（対象業務一覧・問い・手続の版・確認表）を扱います。", "Look at catalogues: target tasks, questions, profiles, check-list."),
        "catalogue show" => lang.pick("使っている目録を示します。", "Print the catalogue in use."),
        "catalogue check" => lang.pick("目録のファイルに矛盾がないかを確かめます。", "Tell whether a catalogue file holds together."),
        "catalogue diff" => lang.pick("二つの目録の違いを示します。", "Print what differs between two catalogues."),
        "catalogue write" => lang.pick("使っている目録をファイルに書き出します。機関の目録を作るときの下敷きになります。", "Write the catalogue in use to a file, for an agency to begin its own from."),
        "catalogue compare" => lang.pick("評価記録を、作成したときの目録と使っている目録とで判定し、並べて示します。何も書き換えません。", "Judge a record by the catalogue it was made with and by the one in use, and print both. Nothing is written."),
        "catalogue move" => lang.pick("評価記録を、使っている目録に移します。変更の履歴に残り、承認は失効します。使っている目録にない番号があれば移しません。", "Move a record to the catalogue in use: a revision, and an approval is revoked. Refused if it names what that catalogue does not know."),
        "eligibility" => lang.pick("自社のサービスを登録できるか、五つの問いへの答えから、進む先（ISMAP-LIU、ISMAP、統一基準4.2.3、相談窓口）を示します。答えを指定しなければ、問いと答えを示します。", "Can my service be registered? From the answers to five questions: ISMAP-LIU, ISMAP, 4.2.3 of the common standards, or the consultation desk. Without answers, print the questions."),
        "example" => lang.pick("対象業務ごとの記入例（14件、機関・事業者は架空）を書き出し、そのうち1件を記録一式として出力します。画面は要りません。", "Write the 14 worked examples (fictitious agencies and providers) and export one as a set. Needs no display."),
        "licences" => lang.pick("このプログラムが使っている他者の著作物の一覧と、そのライセンスの全文を示します。", "Print of whose work the program is made, with the full texts of the licences."),
        "schema" => lang.pick("評価記録の JSON Schema を示します。", "Print the JSON Schema of the record."),
        _ => return None,
    };
    Some(said)
}

/// What an argument of a command is for.
pub fn argument_help(path: &str, argument: &str, lang: Lang) -> Option<&'static str> {
    let said = match (path, argument) {
        (_, "lang") => lang.pick("使う言語：ja（日本語）又は en（英語）。既定はウィンドウの設定の言語です。", "Language: ja or en. Default: as set in the window."),
        (_, "quiet") => lang.pick("知らせと進み具合を出しません。エラーは出します。", "No messages and no progress; errors are still printed."),
        (_, "today") => lang.pick("今日とする日（例：2026-11-23、令和8年11月23日）。有効期間の判定と出力の日付に使います。既定は日本時間の今日です。", "The day taken for today, such as 2026-11-23, for validity and dates in exports. Default: today in Japan."),
        (_, "catalogue") => lang.pick("この実行で使う目録のファイル。既定は、コマンドでは同梱の目録、ウィンドウでは設定した目録（なければ同梱の目録）です。", "A catalogue file to use in this run. Default: for commands the one shipped, for the window the one set there, if any."),
        (_, "help") => lang.pick("使い方を示します。", "Print help."),
        (_, "version") => lang.pick("版を示します。", "Print the version."),
        ("", "file") => lang.pick("ウィンドウで開く評価記録。", "A record to open in the window."),
        ("licences", "sbom") => lang.pick("部品表（SBOM）を CycloneDX 1.5 の JSON で出します。", "Print the software bill of materials instead (CycloneDX 1.5, JSON)."),
        ("new", "role") => lang.pick("作る人：agency（政府機関等）又は csp（事業者）。既定は agency。", "Who makes it: agency or csp. Default: agency."),
        ("new", "task") => lang.pick("対象業務の番号（例：LIU-A1）。", "Target task, such as LIU-A1."),
        ("new", "profile") => lang.pick("手続の版の番号（例：procurement）。番号は catalogue show で分かります。既定は目録の最初の版です。", "Version of the procedure, such as procurement; catalogue show lists them. The default is the first of the catalogue."),
        ("new", "request") => lang.pick("依頼パッケージ。サービスの記入部分と依頼を受け継いだ、機関の評価記録を作ります。", "A request package: makes the agency's record of its assessment, with the provider's part and the request."),
        ("new", "sheet") => lang.pick("プログラムを使わない機関が記入して返した評価シート（Excel）。その回答を入れた評価記録を作ります。承認されたものにはなりません。", "The assessment sheet (Excel) that an agency without the program filled in and sent back: makes the record of its answers. It is not approved by that."),
        ("new", "file") => lang.pick("作るファイル。すでにあるファイルは上書きしません。", "The file to make. An existing file is never replaced."),
        ("check", "files") => record_file_help(lang),
        ("show", "file") => record_file_help(lang),
        ("show" | "list" | "diff" | "history" | "catalogue show" | "catalogue compare", "json") => {
            json_help(lang)
        }
        ("export", "files") => record_file_help(lang),
        ("export", "to") => lang.pick("書き出すフォルダー。なければ作ります。", "The folder to write to. It is made if need be."),
        ("export", "format") => lang.pick("形式（コンマ区切り）：pdf、docx、md（文書）、xlsx（記入できる評価シート）、json、oscal、csv、ron、set（記録一式）、zip（一式を一つのファイルに）。既定は pdf。", "Formats, comma-separated: pdf, docx, md (documents), xlsx (the sheet to fill in), json, oscal, csv, ron, set (the record with a manifest), zip (the set in one file). Default: pdf."),
        ("export", "document") => lang.pick("pdf、docx、md で作る文書と一式に入れる文書（コンマ区切り）：record（記録全体：事前申請記録か調達時確認記録）、sheet（影響度評価シート）、explanation（評価結果の説明）、partner（事業者の記録から、評価してくれる機関を探すための1ページの案内。一式には入りません）。既定は record、一式では初めの三つです。", "Documents to make as pdf, docx or md, and to put into the set, comma-separated: record (all of it), sheet, explanation, partner (of a provider's record: one page to look for an agency that assesses; never in the set). Default: record; in the set the first three."),
        ("export", "item") => lang.pick("一つの情報だけの1ページの文書を作ります。番号（1から）かIDで指定します。", "Make the one-page extract of an information item, named by its number (from 1) or id."),
        ("export", "approved") => lang.pick("いまの内容ではなく、承認したときの内容を書き出します。承認されたことがないか、そのときの内容が分からなければ作りません。", "Export the content as it was approved, not as it is now; refused if it never was, or if that content is not known."),
        ("export", "final_copy") => lang.pick("確定の写しを作ります。承認されていないか、エラーか「すること」があれば作りません。", "Make a final copy; refused unless the record is approved and has neither errors nor things to do."),
        ("export", "draft") => lang.pick("作成中の写しを作ります。どちらも指定しなければ、記録の状態で決まります。", "Make a draft. Without either, the state of the record decides."),
        ("sign", "file") => record_file_help(lang),
        ("sign", "key") => lang.pick("OpenSSH の秘密鍵のファイル（例：~/.ssh/id_ed25519）。読むだけで、どこにも残しません。", "The file of an OpenSSH private key, such as ~/.ssh/id_ed25519. It is read and kept nowhere."),
        ("sign", "passphrase_stdin") => lang.pick("鍵のパスフレーズを、標準入力の最初の行から読みます。打つと画面に見えるので、パイプかファイルで渡してください。", "Read the passphrase of the key from the first line of standard input. Pass it by a pipe or a file: what is typed would be seen."),
        ("sign", "to") => lang.pick("署名のファイル。既定は、評価記録の .liu.json の名前に .sig を付けたもの。", "The file of the signature. Default: the name of the record's .liu.json with .sig after it."),
        ("sign", "overwrite") => lang.pick("前の署名と、並べて書く .liu.json を置き換えます（.liu.json の前の内容は前の版として残ります）。指定しなければ、何も置き換えません。", "Replace an earlier signature, and the .liu.json beside it (its content is kept as a previous version). Without it nothing is replaced."),
        ("export", "comments") => lang.pick("コメントも出力に含めます。指定しなければ、どの形式にもコメントは出ません。", "Include the comments. Without it they appear in no format."),
        ("export", "history") => lang.pick("変更の履歴も、開き直せる形式（JSON、RON、PDF に添付する記録）に含め、文書に版の一覧を付けます。以前の記載がすべて入ります。", "Include the history in what opens again (JSON, RON, the record attached to a PDF), with every earlier wording, and list the versions in documents."),
        ("export", "annex") => lang.pick("評価記録の文書に付録（基準と用語、問いの根拠、出典）も付けます。記録一式には、指定しなくても一度付きます。", "Add the annex to the record as a document: criteria, terms, what the questions rest on, sources. A set has it once, unasked."),
        ("export" | "example" | "catalogue write", "overwrite") => overwrite_help(lang),
        ("package request" | "package receive" | "package application", "file") => lang.pick("事業者の評価記録。", "The provider's record."),
        ("package result", "file") => lang.pick("機関の評価記録。", "The agency's record."),
        ("package attachments", "file") => lang.pick("パッケージ（.liu.zip）。", "A package (.liu.zip)."),
        ("package attachments", "to") => lang.pick("取り出す先のフォルダー。なければ作ります。すでにあるファイルは置き換えず、番号を付けます。", "The folder to save to; made if it is not there. No file is replaced: another of the name gets a number."),
        ("package result", "returned") => lang.pick("評価せずに返送します。--comment で理由を書きます。", "Send the request back without an assessment, for the reason given by --comment."),
        ("package result", "comment") => lang.pick("返送の理由。", "Why the request is sent back."),
        ("package request", "agency") => lang.pick("依頼先の機関。記録の「依頼先」に書き入れます。", "The agency that is asked. It is entered in the record as addressee."),
        ("package request", "reply_by") => lang.pick("回答を希望する日。記録に書き入れます。", "The day by which an answer is hoped for. It is entered in the record."),
        ("package request", "sent") => lang.pick("送付日。指定しなければ今日。", "The day on which it is sent. Default: today."),
        ("package receive", "results") => lang.pick("機関から届いたもの：パッケージ、評価記録、記入されたExcel。なければ、一覧だけを出します。", "What agencies sent: packages, records, filled-in sheets. Without any, the list alone is printed."),
        ("package application", "with") => lang.pick("機関から受け取った評価結果（パッケージ、評価記録、記入されたExcel）。いくつでも。指定しなければ、package receive で控えたものを使います。", "Results received from agencies: packages, records or filled-in sheets, as many as there are. Default: those taken in by package receive."),
        ("package result" | "package application", "draft") => lang.pick("承認も否認もされていない評価結果でも書き出します。説明や送付状には、承認されていないことを判定と並べて書きます。指定しなければ、書き出しません。", "Make it although nobody approved or rejected the result. Its papers say so beside the outcome. Without it, it is refused."),
        ("package application", "include_differing") => lang.pick("サービスや記入部分がこの記録と違う評価結果も入れます。指定しなければ入れず、送付状にそのことを書きます。別の事業者の評価結果は、どちらでも入れません。", "Put in results, too, about another service or another service part than the record's. Without it they are left out, and the cover says so. Another provider's results never go in."),
        (path, "to") if path.starts_with("package ") => lang.pick("作るファイル（.liu.zip）。", "The file to make (.liu.zip)."),
        (path, "attach") if path.starts_with("package ") => lang.pick("添付するファイル（一つ20 MiB、合わせて100 MiB、50個まで）。中身は読まず、実行もしません。", "Files to attach (at most 20 MiB each, 100 MiB in all, 50 of them). They are neither read nor run."),
        (path, "comments") if path.starts_with("package ") => lang.pick("相手とやりとりしたもののほかに渡すコメント（コンマ区切り）：own（この記録の中だけのもの）、results（評価結果にあるもの）、機関名（その機関とのもの）、all（すべて）。指定しなければ、ほかの相手とのコメントも、記録の中だけのコメントも渡しません。", "Comments to hand over besides those exchanged with the other party, comma-separated: own (made within the record), results (in the results), the name of an agency (exchanged with it), all. Without it neither comments of others nor the record's own go along."),
        (path, "without_comments") if path.starts_with("package ") => lang.pick("コメントを一つも渡しません。", "Hand over no comments at all."),
        (path, "history") if path.starts_with("package ") => lang.pick("変更の履歴も入れます。以前の記載がすべて入ります。依頼と返送には入りません。", "Put the history in, with every earlier wording. Requests, and those sent back, never hold it."),
        (path, "overwrite") if path.starts_with("package ") => overwrite_help(lang),
        ("verify", "paths") => lang.pick("評価記録、パッケージ（.liu.zip）、又は記録一式（フォルダー、ZIP、manifest.json）。", "A record, a package (.liu.zip), or a set (folder, ZIP or manifest.json)."),
        ("verify", "signature") => lang.pick("評価記録の署名（*.sig）。記録は一つだけ指定します。", "A signature (*.sig) of the record. Name one record only."),
        ("verify", "allowed_signers") => lang.pick("許可署名者の一覧（OpenSSH の allowed_signers）。署名した鍵が今日認められているかを確かめます。ワイルドカードと cert-authority には対応していません。", "A list of allowed signers (allowed_signers of OpenSSH): tells whether the key of the signature is allowed today. Wildcards and cert-authority are not supported."),
        ("diff", "old") => lang.pick("元の評価記録。", "The first record."),
        ("diff", "new") => lang.pick("比べる評価記録。", "The other record."),
        ("import", "sheet") => lang.pick("記入された評価シート（*.xlsx）。", "The assessment sheet that was filled in (*.xlsx)."),
        ("import", "into") => lang.pick("取り込む先の評価記録。--to がなければ、これを書き換えます（前の内容は残ります）。", "The record to take it into. Without --to it is the one that is written; its previous content is kept."),
        ("import", "accept") => lang.pick("取り込む違い：all（記録の答えを消すものを除くすべて）、none（取り込まず、受け取ったことだけを残す）、又は表示された項目の道筋（コンマ区切り）。", "What to take in: all (but what takes an answer away), none (only note that the sheet was received), or the paths printed, comma-separated."),
        ("import", "to") => lang.pick("取り込んだ結果を書く新しいファイル。すでにあるファイルは上書きしません。", "A new file for the result. An existing file is never replaced."),
        ("history", "file") => record_file_help(lang),
        ("history", "show") => lang.pick("この番号の版で何が変わったかを示します。", "Print what the revision of this number changed."),
        ("history", "since") => lang.pick("この番号の版の内容と、--show の版の内容を比べます。", "Compare the content after this revision with that after the one of --show."),
        ("list", "folder") => lang.pick("評価記録のあるフォルダー。下のフォルダーも見ます。", "The folder with the records; folders below are read too."),
        ("list", "task") => lang.pick("この対象業務の評価記録だけを一覧にします（例：LIU-A1）。読めないファイルも示します。", "List only records for this target task, such as LIU-A1, and what cannot be read."),
        ("catalogue check", "file") => lang.pick("目録のファイル（*.ron）。", "The catalogue file (*.ron)."),
        ("catalogue diff", "old") => lang.pick("元の目録。「shipped」は同梱の目録です。", "The older catalogue; `shipped` is the one shipped."),
        ("catalogue diff", "new") => lang.pick("比べる目録。「shipped」は同梱の目録です。", "The newer catalogue; `shipped` is the one shipped."),
        ("catalogue write", "file") => lang.pick("作るファイル（*.ron）。", "The file to make (*.ron)."),
        ("catalogue compare", "file") => record_file_help(lang),
        ("catalogue move", "file") => lang.pick("移す評価記録。--to がなければ、これを書き換えます（前の内容は残ります）。", "The record to move. Without --to it is the one that is written; its previous content is kept."),
        ("catalogue move", "to") => lang.pick("移した記録を書く新しいファイル。すでにあるファイルは上書きしません。", "A new file for the record that is moved. An existing file is never replaced."),
        ("eligibility", "to") => lang.pick("結果を1ページのPDFに書き出すファイル。", "Write the result to this file as a one-page PDF."),
        ("eligibility", "overwrite") => overwrite_help(lang),
        ("eligibility", "information") => lang.pick("サービスに入る情報：two（機密性2）、none（要機密情報なし）、three（機密性3も）、special（特別な法律の情報も）、unknown（分からない）。", "What goes in: two (confidentiality 2), none (nothing confidential), three (confidentiality 3 too), special (under special acts), unknown."),
        ("eligibility", "form") => lang.pick("サービスの形：saas、iaas_paas、unknown。", "Form of service: saas, iaas_paas, unknown."),
        ("eligibility", "task") => lang.pick("対象業務の番号（例：LIU-A1）、not_listed、unknown。", "Target task, such as LIU-A1, or not_listed, unknown."),
        ("eligibility", "assessor") => lang.pick("評価する機関：found（ある）、none（まだない）、own（自社で評価するつもり）、unknown。", "Who assesses: found, none (not found yet), own (we mean to), unknown."),
        ("eligibility", "requirements") => lang.pick("基本言明要件と外部監査の見込み：yes、no、unknown。", "Basic requirements and audit expected: yes, no, unknown."),
        ("example", "folder") => lang.pick("書き出すフォルダー。なければ作ります。", "The folder to write to. It is made if need be."),
        _ => return None,
    };
    Some(said)
}
