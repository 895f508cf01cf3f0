//! How the command line speaks: in two languages, on the right stream, and with what to do.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "what a test cannot prepare fails it, and it writes as another program would"
)]

use std::io::Read as _;
use std::process::Stdio;

use crate::support::command_line::Desk;

#[test]
fn help_stands_in_both_languages_and_names_the_exit_codes() {
    let desk = Desk::new();
    for (lang, said) in [
        ("ja", ["使い方：", "評価記録を出力します。", "終了コード", "結果を書き出せない"]),
        ("en", ["Usage:", "Export records.", "Exit codes", "could not be written"]),
    ] {
        let help = desk.run(&["--lang", lang, "--help"]);
        assert_eq!((help.code, help.err.as_str()), (0, ""));
        for said in said {
            assert!(help.out.contains(said), "{said}: {}", help.out);
        }
        for command in
            ["new", "check", "show", "export", "verify", "diff", "history", "list", "catalogue", "example", "schema", "licences"]
        {
            let help = desk.run(&["--lang", lang, command, "--help"]);
            assert_eq!((help.code, help.err.as_str()), (0, ""), "{command}");
            assert!(help.out.contains(said[0]) && help.out.contains(command), "{}", help.out);
        }
    }
    let version = desk.run(&["--version"]);
    assert_eq!(version.out.trim_end(), concat!("liu-wizard ", env!("CARGO_PKG_VERSION")));
}

#[test]
fn arguments_that_mean_nothing_are_named() {
    let desk = Desk::new();
    for (arguments, said) in [
        (&["check"][..], "引数が足りません"),
        (&["check", "--colour", "x"], "--colour"),
        (&["catalogue"], "コマンドが足りません"),
        (&["catalogue", "burn"], "burn"),
        (&["export", "x", "--to"], "--to"),
        (&["--lang", "fr", "schema"], "fr"),
        (&["chek"], "chek"),
        (&["x.liu.ron", "check", "y.liu.ron"], "コマンドの前に「x.liu.ron」"),
        (&["--lang", "en", "chek"], "there is no such file"),
    ] {
        let ran = desk.run(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}: {ran:?}");
        assert!(ran.err.contains(said) && ran.err.contains("liu-wizard"), "{arguments:?}: {}", ran.err);
    }
    let mut command = desk.command(&["schema"]);
    command.args(["--today", "2026-11-24"]);
    let twice = command.output().unwrap();
    assert_eq!(twice.status.code(), Some(2));
}

#[test]
fn a_day_is_taken_as_people_write_it_and_nothing_else() {
    let desk = Desk::with_examples();
    let on = |day: &str| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_liu-wizard"))
            .args(["check", "LIU-A1.liu.ron", "--today", day])
            .current_dir(desk.folder.path())
            .env("LIU_WIZARD_DATA", desk.path("data"))
            .output()
            .unwrap();
        (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, out, _) = on("令和10年10月1日");
    assert!(code == 0 && out.contains("承認の有効期間はあと"), "{out}");
    let (_, out, _) = on("R8.11.23");
    assert!(!out.contains("承認の有効期間はあと"), "{out}");
    let (code, out, err) = on("明日");
    assert!(code == 2 && out.is_empty() && err.contains("明日") && err.contains("2026-11-23"), "{err}");
}

#[test]
fn quiet_leaves_results_and_errors() {
    let desk = Desk::new();
    let loud = desk.run(&["example", "a"]);
    let quiet = desk.run(&["example", "b", "--quiet"]);
    assert!(!loud.err.is_empty());
    assert_eq!((quiet.code, quiet.err.as_str()), (0, ""));
    assert_eq!(quiet.out.replace("b/", "a/"), loud.out);
    assert!(!desk.run(&["--quiet", "check", "missing.liu.ron"]).err.is_empty());
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let desk = Desk::new();
    let mut child = desk.command(&["catalogue", "show", "--json"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = [0; 1];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap().as_str()), (Some(0), ""));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_standard_output_is_said() {
    let desk = Desk::new();
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = desk.command(&["schema"]).stdout(full).stderr(Stdio::piped()).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8(output.stderr).unwrap().contains("結果を出力できませんでした"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_display_that_does_not_answer_is_named_with_what_to_do() {
    let desk = Desk::new();
    for (variables, said) in [
        (&[("DISPLAY", "nowhere.invalid:97")][..], "DISPLAY=nowhere.invalid:97"),
        (&[("DISPLAY", "/no/socket")], "DISPLAY=/no/socket"),
        (&[("WAYLAND_DISPLAY", "/no/socket")], "WAYLAND_DISPLAY=/no/socket"),
        (&[("WAYLAND_DISPLAY", "/no/socket"), ("DISPLAY", ":97")], "WAYLAND_DISPLAY=/no/socket、DISPLAY=:97"),
    ] {
        let output = desk.command(&[]).envs(variables.iter().copied()).output().unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(2), &b""[..]), "{err}");
        assert!(err.contains("画面につながらない") && err.contains(said), "{err}");
        assert!(err.contains("cargo run --release -- example DIR"), "{err}");
        let of_libraries = err.contains("WARN") || err.contains("ERROR") || err.contains(".rs:") || err.contains("panicked");
        assert!(!of_libraries, "nothing but the message: {err}");
        let output = desk.command(&["--lang", "en"]).envs(variables.iter().copied()).output().unwrap();
        assert!(String::from_utf8(output.stderr).unwrap().contains("The display is not reached"));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_display_it_says_what_to_do() {
    let desk = Desk::with_examples();
    for arguments in [&[][..], &["LIU-A1.liu.ron"]] {
        let ran = desk.run(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{ran:?}");
        assert!(ran.err.contains("cargo run --release -- example DIR"), "{}", ran.err);
    }
}

#[test]
fn the_work_of_others_is_told_with_its_licences() {
    let desk = Desk::new();
    let texts = desk.run(&["licences"]);
    assert_eq!(texts.code, 0);
    assert!(
        texts.out.contains("SIL Open Font License 1.1, for BIZ UDPGothic") && texts.out.contains("\n  typst 0."),
        "{}",
        texts.out
    );
    let list = desk.run(&["licences", "--sbom"]);
    let list: serde_json::Value = serde_json::from_str(&list.out).unwrap();
    assert_eq!((list["bomFormat"].as_str(), list["specVersion"].as_str()), (Some("CycloneDX"), Some("1.5")));
}
