//! What a digest and a signature prove, and what not; and what is said of a signature that was made or checked.

use super::{Lang, marks};

sentences! {
    digest_proves = "要約値（SHA-256）だけでは、記録と要約値の両方を書き換えられる人に対して、何も証明しません。",
        "A digest (SHA-256) alone proves nothing against somebody who can edit both the record and the digest.";
    proves = "署名は、この鍵を持つ人が、承認の欄も含めてまさにこの内容に署名したことを示します。",
        "A signature shows that the holder of this key signed exactly this content, the approval included.";
    proves_not = "その人がだれであるかは、公開鍵か指紋を別の確かな経路で受け取っていなければ分かりません。いつ署名したかも示しません。",
        "It does not show who that person is, unless the public key or its fingerprint came by another, trusted way; nor when it was signed.";
    not_statutory = "電子署名法の認定認証業務の証明書や、GPKI（政府認証基盤）の証明書による署名ではありません。",
        "It is not a signature with a certificate of an accredited service under Japan's Electronic Signatures Act or of the GPKI.";
    rsa_left_out = "使える鍵は OpenSSH の Ed25519 と ECDSA P-256 です。RSA は、使える実装に署名の時間から秘密鍵を知られるおそれ（RUSTSEC-2023-0071）が残っているため、あえて外しています。",
        "Keys are those of OpenSSH, Ed25519 or ECDSA P-256. RSA is left out on purpose: the implementation at hand can give the private key away by the time that signing takes (RUSTSEC-2023-0071).";
    fits = "記録の内容に合っています", "matches the content of the record";
    key = "署名した鍵", "Signing key";
    listed = "許可署名者の一覧", "List of allowed signers";
    not_listed = "認められません", "not allowed";
    no_list = "指定されていません（だれの鍵かは確かめていません）", "none given (whose key it is was not checked)";
    fits_whole = "署名は、この記録の内容に合っています。", "The signature fits the content of this record.";
    signed_file = "署名した内容", "What was signed";
    signature_file = "署名", "Signature";

    section = "電子署名（任意）", "Electronic signature (optional)";
    optional = "ご自身の SSH 鍵で、保存した記録に署名できます。鍵がなくても、ほかの機能はすべて使えます。",
        "You can sign the saved record with your own SSH key. Everything else works without one.";
    sign_heading = "署名する", "Sign";
    key_file = "秘密鍵のファイル", "File of the private key";
    key_hint = "例：C:\\Users\\me\\.ssh\\id_ed25519　/home/me/.ssh/id_ed25519",
        "For example C:\\Users\\me\\.ssh\\id_ed25519 or /home/me/.ssh/id_ed25519";
    key_is_read_only = "鍵もパスフレーズも、読むだけで、どこにも残しません。", "Neither the key nor the passphrase is kept anywhere.";
    choose_key = "鍵のファイルを選ぶ…", "Choose the key file…";
    passphrase = "パスフレーズ（鍵が保護されているとき）", "Passphrase (if the key is protected)";
    replace = "前の署名と、並べて書く .liu.json があれば置き換える", "Replace an earlier signature, and the .liu.json beside it";
    sign = "保存した記録に署名する", "Sign the saved record";
    signing = "署名しています", "Signing";
    signed = "署名しました。次の二つを一緒に渡してください。", "Signed. Hand these two over together.";
    save_first = "保存すると署名できます。署名は保存した内容に対するものです。", "Save the record to sign it: what is signed is what was saved.";
    record_changed = "その後に記録が変わりました。", "The record has changed since.";
    check_heading = "署名を確かめる", "Check a signature";
    signature_path = "署名のファイル（.sig）", "File of the signature (.sig)";
    signature_hint = "例：/home/me/web.liu.json.sig", "For example /home/me/case.liu.json.sig";
    choose_signature = "署名のファイルを選ぶ…", "Choose the signature…";
    list_path = "許可署名者の一覧（任意）", "List of allowed signers (optional)";
    list_hint = "OpenSSH の allowed_signers の形式", "As allowed_signers of OpenSSH";
    choose_list = "一覧を選ぶ…", "Choose the list…";
    use_this_file = "このファイルにする", "Use this file";
    check = "この記録の署名か確かめる", "Check it against this record";
    checking = "確かめています", "Checking";
}

/// All that has to be known before one relies on a signature.
pub const fn statements(lang: Lang) -> [&'static str; 4] {
    [digest_proves(lang), proves(lang), proves_not(lang), not_statutory(lang)]
}

/// A key by its type and fingerprint.
pub fn key_names(kind: &str, fingerprint: &str) -> String {
    format!("{kind} {fingerprint}")
}

/// What the list calls a signer: 山田 <a@example.go.jp>（事務用）.
pub fn listed_as(principals: &[String], comments: &[String], lang: Lang) -> String {
    let (names, comments) = (principals.join(marks::comma(lang)), comments.join(marks::comma(lang)));
    match comments.as_str() {
        "" => names,
        _ => say!(lang, "{names}（{comments}）", "{names} ({comments})"),
    }
}

/// How somebody without this program checks a signature.
pub fn how_to_check(namespace: &str, lang: Lang) -> String {
    let command = format!("ssh-keygen -Y verify -f allowed_signers -I WHO -n {namespace} -s NAME.liu.json.sig < NAME.liu.json");
    say!(lang, "liu-wizard がなくても確かめられます：{command}", "It can be checked without liu-wizard: {command}")
}
