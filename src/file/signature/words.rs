//! Why a record was not signed or a signature does not hold, in words.

use super::{KeyProblem, ListProblem, NAMESPACE, SignatureError, SignatureProblem, WhyNot};
use crate::file::names::at_name;
use crate::text::{Lang, Message};

/// A sentence in both languages.
type Both = (String, String);

/// What is wrong, what was expected, and what to do.
type Parts = (Both, Both, Both);

impl SignatureError {
    /// What the user is told.
    pub fn message(&self, lang: Lang) -> Message {
        let (place, (what, expected, action)) = match self {
            SignatureError::File(error) => return error.message(lang),
            SignatureError::TooLarge { name, most } => (at_name(name, lang), too_large(*most)),
            SignatureError::Key { name, problem } => (at_name(name, lang), key(problem)),
            SignatureError::Signature { name, problem } => (at_name(name, lang), signature(problem)),
            SignatureError::List { name, line, problem } => (at_line(name, *line, lang), list(problem)),
            SignatureError::NotAllowed { name, why } => (at_name(name, lang), not_allowed(why)),
            SignatureError::NotCanonical { name } => (at_name(name, lang), not_canonical()),
        };
        let pick = |(ja, en): Both| match lang {
            Lang::Ja => ja,
            Lang::En => en,
        };
        Message { what: pick(what), place, expected: pick(expected), action: pick(action) }
    }
}

fn at_line(name: &str, line: usize, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("ファイル: {name} の {line} 行"),
        Lang::En => format!("File: {name}, line {line}"),
    }
}

fn both(ja: impl Into<String>, en: impl Into<String>) -> Both {
    (ja.into(), en.into())
}

fn nothing() -> Both {
    both("", "")
}

fn an_openssh_key() -> Both {
    both("OpenSSH の秘密鍵（Ed25519 か ECDSA P-256）。", "A private key of OpenSSH (Ed25519 or ECDSA P-256).")
}

fn make_a_key() -> Both {
    both(
        "鍵がないときは `ssh-keygen -t ed25519` で作れます。署名しなくても、ほかの機能はすべて使えます。",
        "`ssh-keygen -t ed25519` makes a key. Everything else works without a signature.",
    )
}

fn too_large(most: u64) -> Parts {
    let kib = most / 1024;
    (
        both("ファイルが大きすぎます。", "The file is too large."),
        both(format!("{kib} KiB まで。"), format!("At most {kib} KiB.")),
        both(
            "別のファイルを選んでいないか確かめてください。このファイルは読み込んでいません。",
            "Make sure it is the right file. It was not read.",
        ),
    )
}

fn key(problem: &KeyProblem) -> Parts {
    match problem {
        KeyProblem::NotAKey => {
            (both("秘密鍵として読めません。", "This cannot be read as a private key."), an_openssh_key(), make_a_key())
        }
        KeyProblem::PublicHalf => (
            both("これは公開鍵です。署名には秘密鍵が要ります。", "This is a public key. Signing needs the private one."),
            an_openssh_key(),
            both("末尾に .pub の付かないファイルを選んでください。", "Choose the file whose name does not end in .pub."),
        ),
        KeyProblem::OtherFormat => (
            both("OpenSSH の形式ではない秘密鍵です。", "This private key is not in the format of OpenSSH."),
            an_openssh_key(),
            both(
                "写しを作り、その写しに `ssh-keygen -p -f 写し` を行うと OpenSSH の形式になります。PuTTY の鍵は PuTTYgen の「Conversions」で書き出してください。",
                "Make a copy and run `ssh-keygen -p -f COPY` on it. For a key of PuTTY use “Conversions” in PuTTYgen.",
            ),
        ),
        KeyProblem::Unsupported(kind) if kind == "ssh-rsa" => (
            both("RSA の鍵では署名できません。", "An RSA key cannot be signed with."),
            an_openssh_key(),
            both(
                "使える RSA の実装には、署名にかかる時間から秘密鍵を知られるおそれ（RUSTSEC-2023-0071）が残っているため、あえて外しています。`ssh-keygen -t ed25519` で別の鍵を作ってください。",
                "It is left out on purpose: the RSA implementation at hand can give the private key away by the time that signing takes (RUSTSEC-2023-0071). Make another key with `ssh-keygen -t ed25519`.",
            ),
        ),
        KeyProblem::Unsupported(kind) => (
            both(
                format!("この種類の鍵（{kind}）では署名できません。"),
                format!("A key of this type ({kind}) cannot be signed with."),
            ),
            an_openssh_key(),
            make_a_key(),
        ),
        KeyProblem::Encrypted => (
            both("秘密鍵がパスフレーズで保護されています。", "The private key is protected by a passphrase."),
            both("その鍵のパスフレーズ。", "The passphrase of that key."),
            both(
                "パスフレーズを入力してください。コマンドでは --passphrase-stdin を付け、標準入力で渡します。",
                "Enter the passphrase. On the command line give it on standard input, with --passphrase-stdin.",
            ),
        ),
        KeyProblem::WrongPassphrase => (
            both("パスフレーズが違います。", "The passphrase is wrong."),
            both("その鍵のパスフレーズ。", "The passphrase of that key."),
            both(
                "大文字・小文字と、入力の切替え（半角・全角）を確かめて、もう一度入力してください。",
                "Check capitals and the input method, and enter it again.",
            ),
        ),
        KeyProblem::TooManyRounds(rounds) => (
            both(
                format!("この鍵の保護は {rounds} 回の繰返しを求めるため、確かめるのに時間がかかりすぎます。"),
                format!("The protection of this key asks for {rounds} rounds, which takes too long."),
            ),
            both("1024 回まで。", "At most 1024 rounds."),
            both(
                "写しを作り、その写しに `ssh-keygen -p -a 100 -f 写し` を行ってください。",
                "Make a copy and run `ssh-keygen -p -a 100 -f COPY` on it.",
            ),
        ),
        KeyProblem::HalvesDiffer => (
            both(
                "鍵ファイルの中の公開鍵と秘密鍵が対になっていません。",
                "The public and the private half in the key file do not belong together.",
            ),
            an_openssh_key(),
            both("鍵ファイルが壊れています。控えから戻してください。", "The key file is damaged. Restore it from a copy."),
        ),
    }
}

fn signature(problem: &SignatureProblem) -> Parts {
    match problem {
        SignatureProblem::NotASignature => (
            both("SSH の署名として読めません。", "This cannot be read as an SSH signature."),
            both(
                "「-----BEGIN SSH SIGNATURE-----」で始まる、一つの署名だけのファイル。",
                "A file that holds one signature and nothing else, beginning with “-----BEGIN SSH SIGNATURE-----”.",
            ),
            both(
                "別のファイルを選んでいないか、送受信の途中で変わっていないかを確かめてください。",
                "Make sure it is the right file, and was not changed on its way.",
            ),
        ),
        SignatureProblem::Unsupported(kind) => (
            both(
                format!("この種類の鍵（{kind}）の署名は、ここでは確かめられません。"),
                format!("A signature of a key of this type ({kind}) cannot be checked here."),
            ),
            both(
                "Ed25519 か ECDSA P-256 の鍵による署名。RSA は、使える実装に脆弱性が残っているため外しています。",
                "A signature by an Ed25519 or ECDSA P-256 key. RSA is left out, since the implementation at hand has an open vulnerability.",
            ),
            both(
                format!("OpenSSH の `ssh-keygen -Y verify -n {NAMESPACE}` で、.liu.json に対して確かめてください。"),
                format!("Check it with `ssh-keygen -Y verify -n {NAMESPACE}` of OpenSSH, against the .liu.json."),
            ),
        ),
        SignatureProblem::OtherNamespace(found) => (
            both(
                format!("ほかの用途（{found}）のための署名です。"),
                format!("The signature was given for another purpose ({found})."),
            ),
            both(format!("用途が {NAMESPACE} の署名。"), format!("A signature for {NAMESPACE}.")),
            both(
                format!("署名した方に、`-n {NAMESPACE}` を付けて署名し直すよう頼んでください。"),
                format!("Ask the signer to sign again with `-n {NAMESPACE}`."),
            ),
        ),
        SignatureProblem::WeakKey => (
            both(
                "秘密のない鍵による署名です。だれにでも作れます。",
                "The key of this signature has no secret: everybody can make such a signature.",
            ),
            nothing(),
            both("この署名を信用しないでください。", "Do not trust this signature."),
        ),
        SignatureProblem::DoesNotFit => (
            both("署名は、この記録の内容に合いません。", "The signature does not fit the content of this record."),
            both(
                "この記録とまったく同じ内容への署名。承認の欄も含みます。",
                "A signature of exactly this content, the approval included.",
            ),
            both(
                "署名の後に記録が変わったか、別の記録の署名です。署名した方から、記録と署名を一緒に受け取り直してください。",
                "The record was changed after it was signed, or the signature is of another record. Get both again from the signer.",
            ),
        ),
    }
}

fn list(problem: &ListProblem) -> Parts {
    let form = || {
        both(
            "「名前 [namespaces=\"…\",valid-after=\"20260401\",valid-before=\"20270401\"] ssh-ed25519 AAAA…」の形の行。",
            "A line such as `NAME [namespaces=\"…\",valid-after=\"20260401\",valid-before=\"20270401\"] ssh-ed25519 AAAA…`.",
        )
    };
    let mend = || {
        both(
            "その行を直すか、`#` を付けて外してください。一部だけの一覧で判断しないよう、一覧は使っていません。",
            "Correct that line, or put `#` before it. The list was not used, so that nothing is judged by a part of it.",
        )
    };
    let what = match problem {
        ListProblem::NotText => {
            both("文字として読めないデータが混じっています。", "Bytes stand there that are no text in UTF-8.")
        }
        ListProblem::NoKey => both("名前と公開鍵の行として読めません。", "This cannot be read as a name with a public key."),
        ListProblem::Pattern(found) => both(
            format!("「{found}」のような、多くの名前に当たる書き方は使えません。"),
            format!("Patterns that stand for many names, such as `{found}`, are not taken."),
        ),
        ListProblem::Authority => both(
            "認証局の鍵（cert-authority）には対応していません。",
            "Keys of certificate authorities (cert-authority) are not supported.",
        ),
        ListProblem::Option(found) => {
            both(format!("「{found}」という指定は分かりません。"), format!("The option `{found}` is not known."))
        }
        ListProblem::Twice(option) => both(format!("「{option}」が二度あります。"), format!("`{option}` stands twice.")),
        ListProblem::NoDay(found) => {
            both(format!("「{found}」は日として使えません。"), format!("`{found}` cannot be used as a day."))
        }
    };
    let expected = match problem {
        ListProblem::NoDay(_) => {
            both("8桁の数字の日（例：20260401）。時刻は使えません。", "A day in eight digits, such as 20260401, without a time.")
        }
        ListProblem::Pattern(_) => both("一人ひとりの名前（コンマ区切り）。", "Each name by itself, with commas between them."),
        _ => form(),
    };
    (what, expected, mend())
}

fn not_allowed(why: &WhyNot) -> Parts {
    let what = match why {
        WhyNot::NotListed => both(
            "署名した鍵は、許可署名者の一覧にありません。",
            "The key of the signature does not stand in the list of allowed signers.",
        ),
        WhyNot::OtherPurpose => {
            both("署名した鍵は、ほかの用途にだけ許されています。", "The key of the signature is allowed for other purposes only.")
        }
        WhyNot::NotYet(first) => both(
            format!("署名した鍵が許されるのは {first} からです。"),
            format!("The key of the signature is allowed from {first} on."),
        ),
        WhyNot::NoLonger(end) => both(
            format!("署名した鍵が許されていたのは {end} の前日までです。"),
            format!("The key of the signature was allowed until the day before {end}."),
        ),
    };
    (
        what,
        both(format!("用途 {NAMESPACE} で今日有効な行。"), format!("A line that holds today for {NAMESPACE}.")),
        both(
            "署名した方に鍵の指紋を確かめ、正しければ一覧を管理する方に加えてもらってください。",
            "Ask the signer for the fingerprint of his key; if it is right, have it added by whoever keeps the list.",
        ),
    )
}

fn not_canonical() -> Parts {
    (
        both(
            "この JSON は、liu-wizard が書いたままではありません。署名の対象とは違うバイト列です。",
            "This JSON is not as liu-wizard writes it: its bytes are not those that are signed.",
        ),
        both("正準形（RFC 8785）の JSON。", "Canonical JSON (RFC 8785)."),
        both(
            "受け取ったファイルなら、渡した人にもう一度もらってください。書き換えたのがご自身なら、liu-wizard で開いて別の名前（.liu.json）で保存し、それを使ってください。",
            "If you were given the file, get it again. If you edited it yourself, open it with liu-wizard, save it under another name (.liu.json), and use that.",
        ),
    )
}
