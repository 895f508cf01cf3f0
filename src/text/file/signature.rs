//! Why a record was not signed, or a signature does not hold.

use crate::record::Date;

sentences! {
    size_at_most(kib: u64) = "{kib} KiB まで。", "At most {kib} KiB.";
    is_it_the_right_file = "別のファイルを選んでいないか確かめてください。このファイルは読み込んでいません。",
        "Make sure it is the right file. It was not read.";

    an_openssh_key = "OpenSSH の秘密鍵（Ed25519 か ECDSA P-256）。", "A private key of OpenSSH (Ed25519 or ECDSA P-256).";
    make_a_key = "鍵がないときは `ssh-keygen -t ed25519` で作れます。署名しなくても、ほかの機能はすべて使えます。",
        "`ssh-keygen -t ed25519` makes a key. Everything else works without a signature.";
    no_key = "秘密鍵として読めません。", "This cannot be read as a private key.";
    public_half = "これは公開鍵です。署名には秘密鍵が要ります。", "This is a public key. Signing needs the private one.";
    choose_private_half = "末尾に .pub の付かないファイルを選んでください。", "Choose the file whose name does not end in .pub.";
    other_format = "OpenSSH の形式ではない秘密鍵です。", "This private key is not in OpenSSH format.";
    convert_a_copy = "写しを作り、その写しに `ssh-keygen -p -f 写し` を行うと OpenSSH の形式になります。PuTTY の鍵は PuTTYgen の「Conversions」で書き出してください。",
        "Make a copy and run `ssh-keygen -p -f COPY` on it. For a PuTTY key use “Conversions” in PuTTYgen.";
    rsa_key = "RSA の鍵では署名できません。", "RSA keys cannot be used for signing.";
    why_no_rsa = "使える RSA の実装には、署名にかかる時間から秘密鍵を知られるおそれ（RUSTSEC-2023-0071）が残っているため、あえて外しています。`ssh-keygen -t ed25519` で別の鍵を作ってください。",
        "It is left out on purpose: the RSA implementation at hand can give the private key away by the time that signing takes (RUSTSEC-2023-0071). Make another key with `ssh-keygen -t ed25519`.";
    unsupported_key(kind: &str) = "この種類の鍵（{kind}）では署名できません。", "Keys of this type ({kind}) cannot be used for signing.";
    encrypted = "秘密鍵がパスフレーズで保護されています。", "The private key is protected by a passphrase.";
    passphrase_of_key = "その鍵のパスフレーズ。", "The passphrase of that key.";
    enter_passphrase = "パスフレーズを入力してください。コマンドでは --passphrase-stdin を付け、標準入力で渡します。",
        "Enter the passphrase. On the command line give it on standard input, with --passphrase-stdin.";
    wrong_passphrase = "パスフレーズが違います。", "The passphrase is wrong.";
    enter_again = "大文字・小文字と、入力の切替え（半角・全角）を確かめて、もう一度入力してください。",
        "Check upper and lower case and the input method, and enter it again.";
    too_many_rounds(rounds: u32) = "この鍵の保護は {rounds} 回の繰返しを求めるため、確かめるのに時間がかかりすぎます。",
        "The protection of this key requires {rounds} rounds, which takes too long.";
    rounds_at_most = "1024 回まで。", "At most 1024 rounds.";
    fewer_rounds = "写しを作り、その写しに `ssh-keygen -p -a 100 -f 写し` を行ってください。",
        "Make a copy and run `ssh-keygen -p -a 100 -f COPY` on it.";
    halves_differ = "鍵ファイルの中の公開鍵と秘密鍵が対になっていません。",
        "The public and private halves in the key file do not match.";
    restore_key = "鍵ファイルが壊れています。控えから戻してください。", "The key file is damaged. Restore it from a copy.";

    no_signature = "SSH の署名として読めません。", "This cannot be read as an SSH signature.";
    one_signature = "「-----BEGIN SSH SIGNATURE-----」で始まる、一つの署名だけのファイル。",
        "A file that holds one signature and nothing else, beginning with “-----BEGIN SSH SIGNATURE-----”.";
    not_the_file_or_changed = "別のファイルを選んでいないか、送受信の途中で変わっていないかを確かめてください。",
        "Make sure it is the right file and was not changed in transit.";
    unsupported_signature(kind: &str) = "この種類の鍵（{kind}）の署名は、ここでは確かめられません。",
        "A signature of a key of this type ({kind}) cannot be checked here.";
    supported_signatures = "Ed25519 か ECDSA P-256 の鍵による署名。RSA は、使える実装に脆弱性が残っているため外しています。",
        "A signature by an Ed25519 or ECDSA P-256 key. RSA is left out, since the implementation at hand has an open vulnerability.";
    check_with_openssh(namespace: &str) = "OpenSSH の `ssh-keygen -Y verify -n {namespace}` で、.liu.json に対して確かめてください。",
        "Check it with `ssh-keygen -Y verify -n {namespace}` of OpenSSH, against the .liu.json.";
    other_purpose(found: &str) = "ほかの用途（{found}）のための署名です。", "The signature was given for another purpose ({found}).";
    for_this_purpose(namespace: &str) = "用途が {namespace} の署名。", "A signature for {namespace}.";
    sign_again(namespace: &str) = "署名した方に、`-n {namespace}` を付けて署名し直すよう頼んでください。",
        "Ask the signer to sign again with `-n {namespace}`.";
    weak_key = "秘密のない鍵による署名です。だれにでも作れます。",
        "The key of this signature is not secret: anybody can make such a signature.";
    do_not_trust = "この署名を信用しないでください。", "Do not trust this signature.";
    does_not_fit = "署名は、この記録の内容に合いません。", "The signature does not match the content of this record.";
    of_this_content = "この記録とまったく同じ内容への署名。承認の欄も含みます。",
        "A signature of exactly this content, the approval included.";
    get_both_again = "署名の後に記録が変わったか、別の記録の署名です。署名した方から、記録と署名を一緒に受け取り直してください。",
        "The record was changed after it was signed, or the signature belongs to another record. Get both again from the signer.";

    not_a_list(found: &str) = "許可署名者の一覧ではなく、{found}です。", "This is not a list of allowed signers but {found}.";
    list_quote_not_closed = "引用符「\"」が閉じていません。", "A quotation mark is not closed.";
    list_broken_key(kind: &str) = "公開鍵（{kind}）が途中で切れているか、壊れています。", "The public key ({kind}) is cut off or damaged.";
    key_on_one_line = "途中で改行されていない、一行の公開鍵。", "The whole public key on one line.";
    list_no_key = "名前と公開鍵の行として読めません。", "This cannot be read as a name with a public key.";
    list_pattern(found: &str) = "「{found}」のような、多くの名前に当たる書き方は使えません。",
        "Patterns that match many names, such as `{found}`, are not accepted.";
    list_authority = "認証局の鍵（cert-authority）には対応していません。",
        "Keys of certificate authorities (cert-authority) are not supported.";
    list_option(found: &str) = "「{found}」という指定は分かりません。", "The option `{found}` is not known.";
    list_twice(option: &str) = "「{option}」が二度あります。", "`{option}` appears twice.";
    list_no_day(found: &str) = "「{found}」は日として使えません。", "`{found}` cannot be used as a day.";
    a_day = "8桁の数字の日（例：20260401）。時刻は使えません。", "A day in eight digits, such as 20260401, without a time.";
    each_name = "一人ひとりの名前（コンマ区切り）。", "Each name by itself, with commas between them.";
    a_line = "「名前 [namespaces=\"…\",valid-after=\"20260401\",valid-before=\"20270401\"] ssh-ed25519 AAAA…」の形の行。",
        "A line such as `NAME [namespaces=\"…\",valid-after=\"20260401\",valid-before=\"20270401\"] ssh-ed25519 AAAA…`.";
    correct_line = "その行を直すか、`#` を付けて外してください。一部だけの一覧で判断しないよう、一覧は使っていません。",
        "Correct that line, or put `#` before it. The list was not used, so that nothing is judged by part of it.";

    not_listed = "署名した鍵は、許可署名者の一覧にありません。",
        "The signing key is not in the list of allowed signers.";
    key_of_other_purpose = "署名した鍵は、ほかの用途にだけ許されています。", "The signing key is allowed for other purposes only.";
    not_yet(first: Date) = "署名した鍵が許されるのは {first} からです。", "The signing key is allowed from {first} on.";
    no_longer(end: Date) = "署名した鍵が許されていたのは {end} の前日までです。", "The signing key was allowed until the day before {end}.";
    a_line_of_today(namespace: &str) = "用途 {namespace} で今日有効な行。", "A line valid today for {namespace}.";
    ask_for_fingerprint = "署名した方に鍵の指紋を確かめ、正しければ一覧を管理する方に加えてもらってください。",
        "Ask the signer for the fingerprint of the key; if it is right, have the keeper of the list add it.";

    not_canonical = "この JSON は、liu-wizard が書いたままではありません。署名の対象とは違うバイト列です。",
        "This JSON is not as liu-wizard writes it, so its bytes are not those that were signed.";
    canonical_json = "正準形（RFC 8785）の JSON。", "Canonical JSON (RFC 8785).";
    save_as_json = "受け取ったファイルなら、渡した人にもう一度もらってください。書き換えたのがご自身なら、liu-wizard で開いて別の名前（.liu.json）で保存し、それを使ってください。",
        "If you were given the file, get it again. If you edited it yourself, open it with liu-wizard, save it under another name (.liu.json), and use that.";
}
