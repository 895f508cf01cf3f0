//! A signature holds for exactly one content and one purpose, here and with stock OpenSSH, and nothing that is not one gets through.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "what a test cannot prepare fails it, and it writes as another program would"
)]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::support::command_line::Desk;
use liu_wizard::file::signature::{
    AllowedSigners, KeyProblem, ListProblem, Listed, NAMESPACE, SignatureError, SignatureProblem, Signer, WhyNot, check_opened,
    sign, verify,
};
use liu_wizard::file::{Foreign, MemoryStorage, open, parse, to_json};
use liu_wizard::record::{Date, Record};
use liu_wizard::text::Lang;
use proptest::prelude::*;
use ssh_key::public::{Ed25519PublicKey, KeyData, SkEd25519};
use ssh_key::{Algorithm, HashAlg, LineEnding, PublicKey, Signature, SshSig};

const RON: &str = include_str!("../data/format/v1.liu.ron");
/// The record above as canonical JSON: what the signatures among the test data are of.
const JSON: &[u8] = include_bytes!("../data/signatures/v1.liu.json");
const ED25519: &[u8] = include_bytes!("../data/signatures/ed25519");
const ED25519_PUBLIC: &str = include_str!("../data/signatures/ed25519.pub");
const ED25519_ENCRYPTED: &[u8] = include_bytes!("../data/signatures/ed25519_encrypted");
const PASSPHRASE: &[u8] = "試験専用 passphrase".as_bytes();
const P256: &[u8] = include_bytes!("../data/signatures/p256");
const P384: &[u8] = include_bytes!("../data/signatures/p384");
const RSA: &[u8] = include_bytes!("../data/signatures/rsa");
const RSA_PUBLIC: &str = include_str!("../data/signatures/rsa.pub");
/// Made by stock `ssh-keygen -Y sign`.
const STOCK: &[u8] = include_bytes!("../data/signatures/ed25519.sig");
const STOCK_P256: &[u8] = include_bytes!("../data/signatures/p256.sig");
const STOCK_SHA256: &[u8] = include_bytes!("../data/signatures/sha256.sig");
const STOCK_RSA: &[u8] = include_bytes!("../data/signatures/rsa.sig");
const STOCK_OTHER: &[u8] = include_bytes!("../data/signatures/other_namespace.sig");

fn record() -> Record {
    parse(RON.as_bytes(), "v1.liu.ron").unwrap().0
}

fn day(written: &str) -> Date {
    written.parse().unwrap()
}

/// Every refusal says what is wrong, where and what to do, in both languages.
fn teaches(error: &SignatureError) {
    let [ja, en] = [Lang::Ja, Lang::En].map(|lang| error.message(lang));
    for message in [&ja, &en] {
        assert!(!message.what.is_empty() && !message.place.is_empty() && !message.action.is_empty(), "{message}");
    }
    assert!(ja.what.chars().any(|c| ('ぁ'..='ん').contains(&c)), "{ja}");
    assert!(en.to_string().is_ascii() || !en.what.chars().any(|c| ('ぁ'..='ん').contains(&c)), "{en}");
    assert!(!error.to_string().is_empty());
}

fn key_problem(key: &[u8], passphrase: Option<&[u8]>) -> KeyProblem {
    let error = sign(&record(), key, "key", passphrase).unwrap_err();
    teaches(&error);
    assert!(!error.is_objection());
    match error {
        SignatureError::Key { problem, .. } => problem,
        other => panic!("{other:?}"),
    }
}

fn signature_problem(signature: &[u8]) -> SignatureProblem {
    match verify(&record(), signature, "a.sig") {
        Err(error @ SignatureError::Signature { .. }) => {
            teaches(&error);
            let SignatureError::Signature { problem, .. } = error else { panic!() };
            problem
        }
        other => panic!("{other:?}"),
    }
}

/// `ssh-keygen`, where there is one. Elsewhere the signatures among the test data stand for it.
fn ssh_keygen() -> Option<Command> {
    let there = Command::new("ssh-keygen").arg("-?").stdin(Stdio::null()).output().is_ok();
    if !there {
        eprintln!("no ssh-keygen here: the part with it was not run");
    }
    there.then(|| {
        let mut command = Command::new("ssh-keygen");
        command.env("TZ", "Asia/Tokyo").env("LC_ALL", "C").env_remove("SSH_AUTH_SOCK").env_remove("SSH_ASKPASS");
        command
    })
}

/// Whether stock OpenSSH takes a signature of a content for a purpose, by a list of allowed signers, at noon of a day.
fn stock_accepts(content: &[u8], signature: &[u8], list: &str, who: &str, namespace: &str, day: &str) -> bool {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let (list, signature) = (file("allowed_signers", list.as_bytes()), file("a.sig", signature));
    let mut checking = ssh_keygen()
        .unwrap()
        .args(["-Y", "verify", "-I", who, "-n", namespace, "-O", &format!("verify-time={day}120000"), "-f"])
        .arg(list)
        .arg("-s")
        .arg(signature)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // It may have said no before it read everything.
    checking.stdin.take().unwrap().write_all(content).ok();
    checking.wait().unwrap().success()
}

fn list_of(signer: &Signer) -> String {
    format!("hanako@example.go.jp {}\n", signer.public_key)
}

#[test]
fn stock_openssh_accepts_our_signature_and_refuses_it_after_a_change_or_for_another_purpose() {
    if ssh_keygen().is_none() {
        return;
    }
    let (who, today) = ("hanako@example.go.jp", "20261123");
    for (key, passphrase) in [(ED25519, None), (P256, None), (ED25519_ENCRYPTED, Some(PASSPHRASE))] {
        let signed = sign(&record(), key, "key", passphrase).unwrap();
        let list = list_of(&signed.signer);
        let accepts = |content: &[u8], namespace| stock_accepts(content, signed.text.as_bytes(), &list, who, namespace, today);
        assert!(accepts(JSON, NAMESPACE), "{}", signed.signer.kind);
        assert!(!accepts(JSON, "file"));
        let mut changed = JSON.to_vec();
        changed[1000] ^= 1;
        assert!(!accepts(&changed, NAMESPACE));
    }
}

#[test]
fn a_fresh_signature_of_stock_openssh_is_accepted_by_us() {
    for kind in ["ed25519", "ecdsa"] {
        let folder = tempfile::tempdir().unwrap();
        let (key, json) = (folder.path().join("key"), folder.path().join("a.liu.json"));
        std::fs::write(&json, to_json(&record()).unwrap()).unwrap();
        let Some(mut making) = ssh_keygen() else { return };
        assert!(making.args(["-q", "-t", kind, "-N", "", "-C", "", "-f"]).arg(&key).output().unwrap().status.success());
        let signing = ssh_keygen().unwrap().args(["-Y", "sign", "-n", NAMESPACE, "-f"]).arg(&key).arg(&json).output().unwrap();
        assert!(signing.status.success(), "{signing:?}");
        let signer = verify(&record(), &std::fs::read(folder.path().join("a.liu.json.sig")).unwrap(), "a.sig").unwrap();
        let shown = ssh_keygen().unwrap().arg("-lf").arg(&key).output().unwrap();
        assert!(String::from_utf8(shown.stdout).unwrap().contains(&signer.fingerprint));
        assert_eq!(std::fs::read_to_string(key.with_extension("pub")).unwrap().trim_end(), signer.public_key);
    }
}

#[test]
fn kept_signatures_of_stock_openssh_are_accepted_and_our_ed25519_one_is_the_same_bytes_every_time() {
    assert_eq!(to_json(&record()).unwrap().as_bytes(), JSON, "what was signed is no longer what is written");
    let signer = verify(&record(), STOCK, "a.sig").unwrap();
    assert_eq!(signer.kind, "ssh-ed25519");
    assert!(ED25519_PUBLIC.starts_with(&signer.public_key));
    assert_eq!(verify(&record(), STOCK_SHA256, "a.sig").unwrap(), signer);
    assert_eq!(verify(&record(), STOCK_P256, "a.sig").unwrap().kind, "ecdsa-sha2-nistp256");
    for _ in 0..2 {
        let signed = sign(&record(), ED25519, "key", None).unwrap();
        assert_eq!(signed.text.as_bytes(), STOCK);
        assert_eq!(signed.signer, signer);
    }
    let windows = String::from_utf8(STOCK.to_vec()).unwrap().replace('\n', "\r\n");
    assert_eq!(verify(&record(), windows.as_bytes(), "a.sig").unwrap(), signer, "line ends of Windows do no harm");
}

#[test]
fn any_bit_changed_in_a_signature_is_noticed() {
    for good in [STOCK, STOCK_P256] {
        for at in 0..good.len() {
            for bit in 0..8 {
                let mut changed = good.to_vec();
                changed[at] ^= 1 << bit;
                assert!(verify(&record(), &changed, "a.sig").is_err(), "byte {at}, bit {bit}");
            }
        }
    }
    for changed in [[b"x\n", STOCK].concat(), [STOCK, b"x"].concat(), [STOCK, STOCK].concat(), STOCK[..200].to_vec()] {
        assert_eq!(signature_problem(&changed), SignatureProblem::NotASignature);
    }
}

#[test]
fn any_bit_changed_below_the_armour_of_a_signature_is_noticed() {
    // Lengths and the version stand outside of what is signed.
    for good in [STOCK, STOCK_P256] {
        let bytes = unarmoured(good);
        for at in 0..bytes.len() {
            for bit in 0..8 {
                let mut changed = bytes.clone();
                changed[at] ^= 1 << bit;
                assert!(verify(&record(), &armoured(&changed, "SSH SIGNATURE"), "a.sig").is_err(), "byte {at}, bit {bit}");
            }
        }
    }
}

#[test]
fn any_byte_changed_in_a_record_is_noticed() {
    let (disk, json, file) = (MemoryStorage::new(), Path::new("a.liu.json"), Path::new("a.sig"));
    disk.put(file, STOCK);
    let check = || {
        let opened = open(&disk, json).map_err(SignatureError::from)?;
        check_opened(&disk, &opened, json, file, None, day("2026-11-23"))
    };
    disk.put(json, JSON);
    check().unwrap();
    let mut read_all_the_same = 0;
    for at in 0..JSON.len() {
        for bit in [0, 5] {
            let mut changed = JSON.to_vec();
            changed[at] ^= 1 << bit;
            disk.put(json, &changed);
            read_all_the_same += usize::from(open(&disk, json).is_ok());
            assert!(check().is_err(), "byte {at}, bit {bit}");
        }
    }
    assert!(read_all_the_same > 500, "only {read_all_the_same} of the changes left a record that opens");
}

#[test]
fn a_record_written_otherwise_is_neither_signed_nor_taken_for_the_signed_one() {
    let desk = Desk::with_examples();
    let key = fixture("ed25519");
    assert_eq!(desk.run(&["sign", "LIU-A1.liu.ron", "--key", &key]).code, 0);
    let pretty: serde_json::Value = serde_json::from_str(&desk.read("LIU-A1.liu.json")).unwrap();
    desk.write("pretty.liu.json", serde_json::to_string_pretty(&pretty).unwrap());
    let signing = desk.run(&["sign", "pretty.liu.json", "--key", &key]);
    assert_eq!((signing.code, signing.out.as_str()), (1, ""), "{signing:?}");
    assert!(signing.err.contains("RFC 8785"), "{}", signing.err);
    assert!(!desk.path("pretty.liu.json.sig").exists());
    let checking = desk.run(&["verify", "pretty.liu.json", "--signature", "LIU-A1.liu.json.sig"]);
    assert_eq!(checking.code, 1, "{checking:?}");
}

#[test]
fn a_signature_for_another_purpose_or_by_another_kind_of_key_is_refused_by_name() {
    assert_eq!(signature_problem(STOCK_OTHER), SignatureProblem::OtherNamespace("file".to_owned()));
    assert_eq!(signature_problem(STOCK_RSA), SignatureProblem::Unsupported("ssh-rsa".to_owned()));
    let key = PublicKey::from_openssh(ED25519_PUBLIC).unwrap();
    let KeyData::Ed25519(key) = key.key_data() else { panic!() };
    let on_a_token = KeyData::SkEd25519(SkEd25519::new(*key, "ssh:"));
    let signature = Signature::new(Algorithm::SkEd25519, [0; 69]).unwrap();
    let signature = SshSig::new(on_a_token, NAMESPACE, HashAlg::Sha512, signature).unwrap().to_pem(LineEnding::LF).unwrap();
    let kind = "sk-ssh-ed25519@openssh.com".to_owned();
    assert_eq!(signature_problem(signature.as_bytes()), SignatureProblem::Unsupported(kind));
    for text in ["", "-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----\n", "署名", "{}"] {
        assert_eq!(signature_problem(text.as_bytes()), SignatureProblem::NotASignature, "{text}");
    }
}

#[test]
fn a_key_without_a_secret_is_refused_though_its_signature_fits_everything() {
    // The neutral point as public key: S·B = R + k·A holds for S = 0 and R = A, whatever was signed.
    let mut neutral = [0; 32];
    neutral[0] = 1;
    let signature = Signature::new(Algorithm::Ed25519, [neutral, [0; 32]].concat()).unwrap();
    let key = KeyData::Ed25519(Ed25519PublicKey(neutral));
    let forged = SshSig::new(key.clone(), NAMESPACE, HashAlg::Sha512, signature).unwrap();
    PublicKey::from(key).verify(NAMESPACE, b"anything", &forged).expect("the reader alone takes it for good");
    let forged = forged.to_pem(LineEnding::LF).unwrap();
    assert_eq!(signature_problem(forged.as_bytes()), SignatureProblem::WeakKey);
}

#[test]
fn a_key_that_cannot_be_signed_with_is_told_from_one_that_needs_something() {
    assert_eq!(key_problem(ED25519_ENCRYPTED, None), KeyProblem::Encrypted);
    assert_eq!(key_problem(ED25519_ENCRYPTED, Some(b"")), KeyProblem::Encrypted);
    assert_eq!(key_problem(ED25519_ENCRYPTED, Some("試験専用　passphrase".as_bytes())), KeyProblem::WrongPassphrase);
    assert_eq!(key_problem(RSA, None), KeyProblem::Unsupported("ssh-rsa".to_owned()));
    assert_eq!(key_problem(P384, None), KeyProblem::Unsupported("ecdsa-sha2-nistp384".to_owned()));
    assert_eq!(key_problem(ED25519_PUBLIC.as_bytes(), None), KeyProblem::PublicHalf);
    for other in
        ["-----BEGIN RSA PRIVATE KEY-----\nAAAA\n", "PuTTY-User-Key-File-3: ssh-ed25519\n", "-----BEGIN PRIVATE KEY-----\n"]
    {
        assert_eq!(key_problem(other.as_bytes(), None), KeyProblem::OtherFormat, "{other}");
    }
    for no_key in [&b""[..], b"\0\xFF", STOCK, JSON, &ED25519[..300]] {
        assert_eq!(key_problem(no_key, None), KeyProblem::NotAKey);
    }
    assert!(sign(&record(), ED25519, "key", Some(b"not needed")).is_ok());
    let windows = String::from_utf8(ED25519.to_vec()).unwrap().replace('\n', "\r\n") + "\r\n";
    assert!(sign(&record(), windows.as_bytes(), "key", None).is_ok());
    let large = vec![b' '; 64 * 1024 + 1];
    assert!(matches!(sign(&record(), &large, "key", None), Err(SignatureError::TooLarge { .. })));
    assert!(matches!(verify(&record(), &large, "a.sig"), Err(SignatureError::TooLarge { .. })));
}

#[test]
fn a_message_about_rsa_says_why_it_is_left_out() {
    let error = sign(&record(), RSA, "key", None).unwrap_err();
    for lang in [Lang::Ja, Lang::En] {
        assert!(error.message(lang).action.contains("RUSTSEC-2023-0071"));
    }
}

#[test]
fn a_key_file_whose_halves_do_not_belong_together_signs_nothing() {
    let mut bytes = unarmoured(P256);
    let public = unarmoured_public(include_str!("../data/signatures/p256.pub"));
    let other = {
        // The negative of a point is a point: the last 32 bytes, y, become p - y.
        let mut other = public.clone();
        let from = other.len() - 32;
        negate_mod_p256(&mut other[from..]);
        other
    };
    let places: Vec<usize> = (0..bytes.len() - public.len()).filter(|at| bytes[*at..].starts_with(&public[30..])).collect();
    assert_eq!(places.len(), 2, "the public half stands before and within the private part");
    for at in places {
        bytes[at..at + other.len() - 30].copy_from_slice(&other[30..]);
    }
    assert_eq!(key_problem(&armoured(&bytes, "OPENSSH PRIVATE KEY"), None), KeyProblem::HalvesDiffer);
}

#[test]
fn a_passphrase_that_would_take_minutes_to_try_is_not_tried() {
    let mut bytes = unarmoured(ED25519_ENCRYPTED);
    let rounds = [0, 0, 0, 16];
    let at = bytes.windows(4).enumerate().filter(|(_, four)| *four == rounds).map(|(at, _)| at).nth(1).unwrap();
    bytes[at..at + 4].copy_from_slice(&[0x7F, 0xFF, 0xFF, 0xFF]);
    let problem = key_problem(&armoured(&bytes, "OPENSSH PRIVATE KEY"), Some(PASSPHRASE));
    assert_eq!(problem, KeyProblem::TooManyRounds(0x7FFF_FFFF));
}

fn signer() -> Signer {
    verify(&record(), STOCK, "a.sig").unwrap()
}

fn find(list: &str, today: &str) -> Result<Listed, SignatureError> {
    let found = AllowedSigners::parse(list.as_bytes(), "allowed_signers").and_then(|list| list.find(&signer(), day(today)));
    if let Err(error) = &found {
        teaches(error);
    }
    found
}

fn why_not(list: &str, today: &str) -> WhyNot {
    match find(list, today) {
        Err(SignatureError::NotAllowed { why, .. }) => why,
        other => panic!("{list}: {other:?}"),
    }
}

fn list_problem(list: &str) -> (usize, ListProblem) {
    match find(list, "2026-11-23") {
        Err(SignatureError::List { line, problem, .. }) => (line, problem),
        other => panic!("{list}: {other:?}"),
    }
}

#[test]
fn a_list_allows_whom_it_names_on_the_days_it_names() {
    let key = signer().public_key;
    let today = "2026-11-23";
    let named = |principals: &[&str], comments: &[&str]| Listed {
        principals: principals.iter().map(ToString::to_string).collect(),
        comments: comments.iter().map(ToString::to_string).collect(),
    };
    assert_eq!(find(&format!("a@example.go.jp,b {key}"), today), Ok(named(&["a@example.go.jp", "b"], &[])));
    let whole = format!(
        "\u{FEFF}# 一覧\r\n\r\nother {RSA_PUBLIC}\"架空 花子\" NAMESPACES=\"file,liu-wizard-record\",valid-after=\"20261123\",valid-before=\"20261124\"\t{key}  会計課 \n"
    );
    assert_eq!(find(&whole, today), Ok(named(&["架空 花子"], &["会計課"])));
    assert_eq!(why_not(&whole, "2026-11-22"), WhyNot::NotYet(day("2026-11-23")));
    assert_eq!(why_not(&whole, "2026-11-24"), WhyNot::NoLonger(day("2026-11-24")));
    assert_eq!(why_not("", today), WhyNot::NotListed);
    assert_eq!(why_not(&format!("other {RSA_PUBLIC}"), today), WhyNot::NotListed);
    assert_eq!(why_not(&format!("a namespaces=\"file\" {key}"), today), WhyNot::OtherPurpose);
    let renewed = format!("a valid-before=\"20260101\" {key}\nb valid-after=\"20260101\" {key}\n");
    assert_eq!(find(&renewed, today), Ok(named(&["b"], &[])), "a later line may allow what an earlier one no longer does");
}

#[test]
fn a_list_with_a_line_that_is_not_understood_is_refused_with_the_line_and_the_reason() {
    let key = signer().public_key;
    let good = format!("a {key}\n");
    let cases = [
        (format!("*@example.go.jp {key}"), ListProblem::Pattern("*@example.go.jp".to_owned())),
        (format!("a,!b {key}"), ListProblem::Pattern("!b".to_owned())),
        (format!("a namespaces=\"liu-*\" {key}"), ListProblem::Pattern("liu-*".to_owned())),
        (format!("a cert-authority {key}"), ListProblem::Authority),
        (format!("a CERT-AUTHORITY,namespaces=\"file\" {key}"), ListProblem::Authority),
        (format!("a no-touch-required {key}"), ListProblem::Option("no-touch-required".to_owned())),
        (format!("a namespaces=file {key}"), ListProblem::Option("namespaces=file".to_owned())),
        (format!("a namespaces=\"file\",namespaces=\"x\" {key}"), ListProblem::Twice("namespaces".to_owned())),
        (format!("a valid-after=\"20261301\" {key}"), ListProblem::NoDay("20261301".to_owned())),
        (format!("a valid-before=\"202611231200\" {key}"), ListProblem::NoDay("202611231200".to_owned())),
        (format!("a valid-before=\"20261123Z\" {key}"), ListProblem::NoDay("20261123Z".to_owned())),
        (key.clone(), ListProblem::NoKey),
        ("a".to_owned(), ListProblem::NoKey),
        ("a ssh-ed25519 AAAA".to_owned(), ListProblem::BrokenKey("ssh-ed25519".to_owned())),
        (format!("a namespaces=\"file\" {}", &key[..40]), ListProblem::BrokenKey("ssh-ed25519".to_owned())),
        (format!("a, {key}"), ListProblem::NoKey),
        (format!("a namespaces=\"file {key}"), ListProblem::QuoteNotClosed),
        (format!("a　{key}"), ListProblem::FullWidth { found: '　', expected: " " }),
        (format!("a namespaces＝\"file\" {key}"), ListProblem::FullWidth { found: '＝', expected: "=" }),
        (format!("a namespaces=”file” {key}"), ListProblem::FullWidth { found: '”', expected: "\"" }),
        (format!("a valid-after=\"２０２６0401\" {key}"), ListProblem::FullWidth { found: '２', expected: "2" }),
        ("＃ 一覧".to_owned(), ListProblem::FullWidth { found: '＃', expected: "#" }),
        ("<<<<<<< ours".to_owned(), ListProblem::MergeMarks),
        ("=======".to_owned(), ListProblem::MergeMarks),
    ];
    for (line, expected) in cases {
        assert_eq!(list_problem(&format!("{good}{line}\n")), (2, expected), "{line}");
    }
    let misspelt = AllowedSigners::parse(format!("a namespace=\"file\" {key}").as_bytes(), "allowed_signers").unwrap_err();
    let said = misspelt.message(Lang::Ja);
    assert!(said.what.contains("「namespaces」の書き間違い") && said.place.contains("namespace="), "{said}");
}

#[test]
fn a_list_is_read_in_every_encoding_that_loses_nothing_and_else_named_for_what_it_is() {
    let key = signer().public_key;
    let list = format!("# 一覧\r\n架空 {key}\r\n").replace("架空", "花子");
    let utf16: Vec<u8> = "\u{FEFF}".encode_utf16().chain(list.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let read = AllowedSigners::parse(&utf16, "allowed_signers").unwrap();
    assert_eq!(read.find(&signer(), day("2026-11-23")).unwrap().principals, ["花子"]);
    let (shift_jis, _, _) = encoding_rs::SHIFT_JIS.encode(&list);
    for (bytes, expected) in [
        (&*shift_jis, Foreign::ShiftJis),
        (b"a\n\xFF", Foreign::Binary),
        (b"%PDF-1.7\n", Foreign::Pdf),
        (b"<!DOCTYPE html>\n<html></html>", Foreign::Html),
    ] {
        let error = AllowedSigners::parse(bytes, "allowed_signers").unwrap_err();
        assert!(matches!(&error, SignatureError::NotAList { what, .. } if *what == expected), "{error:?}");
        teaches(&error);
    }
}

#[test]
fn stock_openssh_judges_a_list_on_a_day_as_we_do() {
    if ssh_keygen().is_none() {
        return;
    }
    let key = signer().public_key;
    let lists = [
        format!("a {key}\n"),
        format!("a,b valid-after=\"20261123\" {key} x\n"),
        format!("a valid-before=\"20261123\" {key}\n"),
        format!("a valid-after=\"20261122\",valid-before=\"20261123\" {key}\n"),
        format!("a namespaces=\"file\" {key}\n"),
        format!("a namespaces=\"file,liu-wizard-record\" {key}\n"),
        format!("a {RSA_PUBLIC}"),
        format!("a valid-before=\"20260101\" {key}\na valid-after=\"20260101\" {key}\n"),
    ];
    for list in lists {
        for today in ["20261121", "20261122", "20261123", "20261124"] {
            let day = format!("{}-{}-{}", &today[..4], &today[4..6], &today[6..]);
            let ours = find(&list, &day).is_ok_and(|listed| listed.principals.contains(&"a".to_owned()));
            assert_eq!(ours, stock_accepts(JSON, STOCK, &list, "a", NAMESPACE, today), "{today}: {list}");
        }
    }
}

fn fixture(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/signatures").join(name).to_str().unwrap().to_owned()
}

fn run_with_input(desk: &Desk, arguments: &[&str], input: &[u8]) -> (i32, String) {
    let mut command = desk.command(arguments);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).ok();
    let output = child.wait_with_output().unwrap();
    (output.status.code().unwrap(), String::from_utf8([output.stdout, output.stderr].concat()).unwrap())
}

#[test]
fn the_command_line_signs_a_record_and_checks_it_again() {
    let desk = Desk::with_examples();
    let key = fixture("ed25519");
    let signed = desk.run(&["sign", "LIU-A1.liu.ron", "--key", &key]);
    assert_eq!(signed.code, 0, "{signed:?}");
    assert!(signed.out.contains("LIU-A1.liu.json.sig") && signed.out.contains("SHA256:"), "{}", signed.out);
    for said in ["要約値（SHA-256）だけでは", "だれであるか", "電子署名法", "ssh-keygen -Y verify"] {
        assert!(signed.err.contains(said), "{said}: {}", signed.err);
    }
    let signature = "LIU-A1.liu.json.sig";
    for file in ["LIU-A1.liu.ron", "LIU-A1.liu.json"] {
        let checked = desk.run(&["verify", file, "--signature", signature]);
        assert_eq!(checked.code, 0, "{checked:?}");
        assert!(checked.out.contains("記録の内容に合っています") && checked.out.contains("確かめていません"), "{}", checked.out);
    }
    desk.write("allowed_signers", format!("hanako@example.go.jp {ED25519_PUBLIC}"));
    let listed = desk.run(&["verify", "LIU-A1.liu.ron", "--signature", signature, "--allowed-signers", "allowed_signers"]);
    assert_eq!(listed.code, 0, "{listed:?}");
    assert!(listed.out.contains("hanako@example.go.jp"), "{}", listed.out);
    if ssh_keygen().is_some() {
        let [json, signature] = ["LIU-A1.liu.json", signature].map(|name| std::fs::read(desk.path(name)).unwrap());
        let list = desk.read("allowed_signers");
        assert!(stock_accepts(&json, &signature, &list, "hanako@example.go.jp", NAMESPACE, "20261123"));
    }

    desk.write("allowed_signers", format!("taro@example.go.jp {RSA_PUBLIC}"));
    let stranger = desk.run(&["verify", "LIU-A1.liu.ron", "--signature", signature, "--allowed-signers", "allowed_signers"]);
    assert_eq!(stranger.code, 1, "{stranger:?}");
    assert!(stranger.out.contains("SHA256:") && stranger.err.contains("一覧にありません"), "{stranger:?}");
    let other = desk.run(&["verify", "LIU-A2.liu.ron", "--signature", signature]);
    assert_eq!(other.code, 1, "{other:?}");
    assert!(other.err.contains("内容に合いません"), "{}", other.err);
    let none = desk.run(&["verify", "LIU-A1.liu.ron", "--signature", "LIU-A1.liu.json"]);
    assert_eq!(none.code, 2, "{none:?}");
}

#[test]
fn signing_replaces_nothing_unless_told_to_and_then_only_a_signature() {
    let desk = Desk::with_examples();
    let (first, second) = (fixture("ed25519"), fixture("p256"));
    let sign = |more: &[&str]| desk.run(&[&["sign", "LIU-A1.liu.ron"][..], more].concat());
    assert_eq!(sign(&["--key", &first]).code, 0);
    let made = desk.read("LIU-A1.liu.json.sig");
    assert_eq!(sign(&["--key", &first]).code, 0, "the same signature may be made again");
    let refused = sign(&["--key", &second]);
    assert_eq!((refused.code, refused.out.as_str()), (3, ""), "{refused:?}");
    assert_eq!(desk.read("LIU-A1.liu.json.sig"), made);
    assert_eq!(sign(&["--key", &second, "--overwrite"]).code, 0);
    assert_ne!(desk.read("LIU-A1.liu.json.sig"), made);

    let record = desk.read("LIU-A1.liu.ron");
    assert_eq!(sign(&["--key", &first, "--to", "LIU-A1.liu.ron", "--overwrite"]).code, 3);
    assert_eq!(desk.read("LIU-A1.liu.ron"), record, "a slip in the name loses no record");

    desk.write("LIU-A2.liu.json", "mine");
    let beside = desk.run(&["sign", "LIU-A2.liu.ron", "--key", &first]);
    assert_eq!(beside.code, 3, "{beside:?}");
    assert_eq!(desk.read("LIU-A2.liu.json"), "mine");
    assert!(!desk.path("LIU-A2.liu.json.sig").exists(), "no signature without what it signs");

    std::fs::create_dir(desk.path("out")).unwrap();
    assert_eq!(desk.run(&["sign", "LIU-A2.liu.ron", "--key", &first, "--to", "out/a2.sig"]).code, 0);
    assert!(desk.path("out/a2.sig").exists() && desk.path("out/LIU-A2.liu.json").exists());
}

#[test]
fn a_passphrase_comes_from_standard_input_and_neither_it_nor_the_key_is_left_anywhere() {
    let desk = Desk::with_examples();
    let key = fixture("ed25519_encrypted");
    let order = ["sign", "LIU-A1.liu.ron", "--key", &key];
    let without = desk.run(&order);
    assert_eq!((without.code, without.out.as_str()), (2, ""), "{without:?}");
    assert!(without.err.contains("--passphrase-stdin"), "{}", without.err);
    let with = [&order[..], &["--passphrase-stdin"]].concat();
    assert_eq!(run_with_input(&desk, &with, b"wrong\n").0, 2);
    assert_eq!(run_with_input(&desk, &with, b"").0, 2);
    assert!(!desk.path("LIU-A1.liu.json").exists() && !desk.path("LIU-A1.liu.json.sig").exists());
    let (code, said) = run_with_input(&desk, &with, &[PASSPHRASE, b"\r\n"].concat());
    assert_eq!(code, 0, "{said}");
    let secret_line = ED25519_ENCRYPTED.split(|byte| *byte == b'\n').nth(4).unwrap();
    let contains = |bytes: &[u8], part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    let left: Vec<(PathBuf, Vec<u8>)> = crate::support::command_line::tree(desk.folder.path());
    for (path, bytes) in left.iter().chain([&(PathBuf::from("output"), said.into_bytes())]) {
        assert!(!contains(bytes, PASSPHRASE) && !contains(bytes, secret_line), "{}", path.display());
    }
}

#[test]
fn a_signature_is_of_one_record() {
    let desk = Desk::with_examples();
    for arguments in [
        &["verify", "LIU-A1.liu.ron", "LIU-A2.liu.ron", "--signature", "x.sig"][..],
        &["verify", ".", "--signature", "x.sig"],
        &["verify", "LIU-A1.liu.ron", "--allowed-signers", "x"],
        &["sign", "LIU-A1.liu.ron"],
        &["sign", "LIU-A1.liu.ron", "--key", "nowhere"],
    ] {
        let ran = desk.run(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}: {ran:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn no_bytes_bring_it_down(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let record = record();
        for armour in ["SSH SIGNATURE", "OPENSSH PRIVATE KEY"] {
            let armoured = armoured(&bytes, armour);
            prop_assert!(sign(&record, &armoured, "key", None).is_err());
            prop_assert!(verify(&record, &armoured, "a.sig").is_err());
        }
        prop_assert!(sign(&record, &bytes, "key", Some(&bytes)).is_err());
        prop_assert!(verify(&record, &bytes, "a.sig").is_err());
        AllowedSigners::parse(&bytes, "allowed_signers").ok();
    }

    #[test]
    fn a_changed_key_signs_for_its_own_or_not_at_all(
        which in 0..4_usize,
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        cut in proptest::option::of(any::<prop::sample::Index>()),
    ) {
        let mut bytes = unarmoured([ED25519, P256, P384, RSA][which]);
        for (at, value) in changes {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(signed) = sign(&record(), &armoured(&bytes, "OPENSSH PRIVATE KEY"), "key", None) {
            prop_assert_eq!(verify(&record(), signed.text.as_bytes(), "a.sig").unwrap(), signed.signer);
        }
    }

    #[test]
    fn a_changed_signature_never_holds(
        which in 0..4_usize,
        changes in proptest::collection::vec((any::<prop::sample::Index>(), 1..=255_u8), 1..4),
        cut in proptest::option::of(any::<prop::sample::Index>()),
    ) {
        let good = unarmoured([STOCK, STOCK_P256, STOCK_RSA, STOCK_SHA256][which]);
        let mut bytes = good.clone();
        for (at, change) in changes {
            let at = at.index(bytes.len());
            bytes[at] ^= change;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        prop_assume!(bytes != good);
        prop_assert!(verify(&record(), &armoured(&bytes, "SSH SIGNATURE"), "a.sig").is_err());
    }

    #[test]
    fn a_list_of_any_text_is_read_or_refused(text in "([a-z*!,\"= #\t-]{0,12}(valid-after=\"20261123\"|namespaces=|ssh-ed25519 AAAA| \r\n)){0,8}") {
        if let Ok(list) = AllowedSigners::parse(text.as_bytes(), "allowed_signers") {
            prop_assert!(list.find(&signer(), day("2026-11-23")).is_err());
        }
    }
}

const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Bytes as OpenSSH writes them between two lines that say what they are.
fn armoured(bytes: &[u8], label: &str) -> Vec<u8> {
    let mut text = Vec::new();
    for three in bytes.chunks(3) {
        let at = |index: usize| three.get(index).copied().map_or(0, u32::from);
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for place in 0..4 {
            let digit = BASE64[(bits >> (18 - 6 * place) & 63) as usize];
            text.push(if place <= three.len() { digit } else { b'=' });
        }
    }
    let lines: Vec<&[u8]> = text.chunks(70).collect();
    [format!("-----BEGIN {label}-----\n").as_bytes(), &lines.join(&b'\n'), format!("\n-----END {label}-----\n").as_bytes()]
        .concat()
}

fn unarmoured(text: &[u8]) -> Vec<u8> {
    let lines = text.split(|byte| *byte == b'\n').filter(|line| !line.starts_with(b"-----"));
    from_base64(&lines.collect::<Vec<_>>().concat())
}

fn unarmoured_public(line: &str) -> Vec<u8> {
    from_base64(line.split(' ').nth(1).unwrap().as_bytes())
}

fn from_base64(text: &[u8]) -> Vec<u8> {
    let digits: Vec<u32> =
        text.iter().filter_map(|digit| BASE64.iter().position(|known| known == digit)).map(|value| value as u32).collect();
    let mut bytes = Vec::new();
    for four in digits.chunks(4) {
        let bits = four.iter().fold(0, |bits, digit| bits << 6 | digit) << (6 * (4 - four.len()));
        bytes.extend(bits.to_be_bytes()[1..four.len()].iter());
    }
    bytes
}

/// `p - y` in 32 bytes, most significant first, for the prime of P-256.
fn negate_mod_p256(y: &mut [u8]) {
    const P: [u8; 32] = [
        0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
        0xFF, 0xFF, 0xFF, 0xFF,
    ];
    let mut borrow = 0;
    for (digit, p) in y.iter_mut().zip(P).rev() {
        let difference = i32::from(p) - i32::from(*digit) - borrow;
        borrow = i32::from(difference < 0);
        *digit = (difference & 0xFF) as u8;
    }
}
