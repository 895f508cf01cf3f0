//! What the command line writes, and what it does not write over.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "what a test cannot prepare fails it, and it writes as another program would"
)]

mod command_line_support;

use std::collections::BTreeSet;

use command_line_support::{Desk, tree};

#[test]
fn a_catalogue_is_written_to_begin_an_own_one_from_and_replaces_nothing_unasked() {
    let desk = Desk::new();
    let written = desk.run(&["catalogue", "write", "own.ron"]);
    assert_eq!((written.code, written.out.trim(), written.err.as_str()), (0, "own.ron", ""));
    assert!(desk.read("own.ron").starts_with("// liu-wizard の目録"));
    assert_eq!(desk.run(&["catalogue", "diff", "shipped", "own.ron"]).code, 0);
    let edited = desk.read("own.ron").replacen("version: \"", "version: \"9", 1);
    desk.write("own.ron", &edited);
    let again = desk.run(&["catalogue", "write", "own.ron"]);
    assert_eq!((again.code, again.out.as_str()), (3, ""));
    assert_eq!(desk.read("own.ron"), edited);
    // Of an agency's own one there is a copy, too.
    assert_eq!(desk.run(&["--catalogue", "own.ron", "catalogue", "write", "copy.ron"]).code, 0);
    assert_eq!(desk.run(&["catalogue", "diff", "own.ron", "copy.ron"]).code, 0);
    assert_eq!(desk.run(&["catalogue", "write", "own.ron", "--overwrite"]).code, 0);
    assert_eq!(desk.run(&["catalogue", "diff", "shipped", "own.ron"]).code, 0);
}

#[test]
fn commands_use_the_shipped_catalogue_whatever_the_window_is_set_to() {
    let desk = Desk::new();
    let own = r#"(catalogue: Some((pin: (id: "x", version: "9", digest: "DIGEST"), file: "x.ron")))"#;
    desk.keep("settings.ron", own.replace("DIGEST", &"0".repeat(64)));
    assert_eq!(desk.run(&["new", "case.liu.ron"]).code, 0);
    assert!(desk.read("case.liu.ron").contains("2026-11-23"), "{}", desk.read("case.liu.ron"));
    assert!(!desk.read("case.liu.ron").contains(&"0".repeat(64)));
}

#[test]
fn example_writes_fourteen_records_and_one_complete_export_and_says_where() {
    let desk = Desk::new();
    let ran = desk.run(&["example", "made/here"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let files = tree(&desk.path("made/here"));
    let examples = files.iter().filter(|(path, _)| {
        path.file_name().unwrap().to_str().unwrap().starts_with("LIU-A1.") || path.parent().unwrap().ends_with("here")
    });
    assert_eq!(examples.count(), 14);
    let endings: BTreeSet<_> = files
        .iter()
        .filter(|(path, _)| !path.parent().unwrap().ends_with("here"))
        .map(|(path, _)| path.file_name().unwrap().to_str().unwrap().split_once('.').unwrap().1.to_owned())
        .collect();
    assert_eq!(endings.iter().map(String::as_str).collect::<Vec<_>>(), ["json", "liu.json", "liu.ron", "pdf"]);
    let printed: BTreeSet<_> = ran.out.lines().map(|line| desk.path(line)).collect();
    let written: BTreeSet<_> = files.iter().map(|(path, _)| path.clone()).collect();
    assert_eq!(printed, written, "every file is named on standard output, and nothing else");
    assert!(ran.err.contains("まだ提出されていません"), "{}", ran.err);
}

#[test]
fn the_same_record_on_the_same_day_gives_the_same_bytes() {
    let (first, second) = (Desk::new(), Desk::new());
    let formats = "pdf,json,md,ron,set,zip";
    let made = [&first, &second].map(|desk| {
        assert_eq!(desk.run(&["example", "."]).code, 0);
        let ran = desk.run(&["export", "LIU-A3.liu.ron", "LIU-B2.liu.ron", "--to", "out", "--format", formats]);
        assert_eq!(ran.code, 0, "{ran:?}");
        tree(desk.folder.path())
            .into_iter()
            .map(|(path, bytes)| (path.strip_prefix(desk.folder.path()).unwrap().to_owned(), bytes))
            .collect::<Vec<_>>()
    });
    assert!(made[0].len() >= 14 + 4 + 2 * 9);
    for (one, other) in made[0].iter().zip(&made[1]) {
        assert_eq!(one.0, other.0);
        assert!(one.1 == other.1, "{} differs", one.0.display());
    }
    let zip = made[0].iter().find(|(path, _)| path.extension().is_some_and(|end| end == "zip")).unwrap();
    let verified = first.run(&["verify", zip.0.to_str().unwrap()]);
    assert_eq!(verified.code, 0, "{verified:?}");
}

#[test]
fn an_export_replaces_no_other_content_unless_told_to() {
    let desk = Desk::with_examples();
    let export = ["export", "LIU-A1.liu.ron", "--to", "out", "--format", "md"];
    let made = desk.run(&export);
    assert_eq!(made.code, 0);
    assert_eq!(desk.run(&export).code, 0, "the same content may be made again");
    let path = made.out.trim_end().to_owned();
    desk.write(&path, "mine");
    let refused = desk.run(&export);
    assert_eq!((refused.code, refused.out.as_str()), (3, ""), "{refused:?}");
    assert!(refused.err.contains(std::path::Path::new(&path).file_name().unwrap().to_str().unwrap()), "{}", refused.err);
    assert_eq!(desk.read(&path), "mine");
    assert_eq!(desk.run(&[&export[..], &["--overwrite"]].concat()).code, 0);
    assert_ne!(desk.read(&path), "mine");
}

#[test]
fn a_final_copy_needs_an_approved_record_without_errors() {
    let desk = Desk::with_examples();
    let approved = desk.run(&["export", "--final", "LIU-A1.liu.ron", "--to", "out", "--format", "md"]);
    assert_eq!(approved.code, 0, "{approved:?}");
    assert!(!desk.read(approved.out.trim_end()).contains("作成中"));
    let submitted = desk.run(&["export", "--final", "LIU-B2.liu.ron", "--to", "out", "--format", "md"]);
    assert_eq!((submitted.code, submitted.out.as_str()), (1, ""), "{submitted:?}");
    let draft = desk.run(&["export", "LIU-B2.liu.ron", "--to", "out", "--format", "md"]);
    assert_eq!(draft.code, 0);
    assert!(desk.read(draft.out.trim_end()).contains("作成中"));
}

#[test]
fn an_unknown_format_is_named_with_those_that_are_known_and_nothing_is_written() {
    let desk = Desk::with_examples();
    let ran = desk.run(&["export", "LIU-A1.liu.ron", "--to", "out", "--format", "pdf,odt"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    for said in ["odt", "pdf, docx, md, xlsx, json, oscal, csv, ron, set, zip"] {
        assert!(ran.err.contains(said), "{said}: {}", ran.err);
    }
    assert!(!desk.path("out").exists());
}

#[test]
fn a_folder_that_cannot_be_written_to_ends_with_three() {
    let desk = Desk::with_examples();
    // A file stands where the folder should be: refused whoever runs it, even as root.
    desk.write("out", "a file");
    for command in
        [&["export", "LIU-A1.liu.ron", "--to", "out", "--format", "md"][..], &["example", "out"], &["new", "out/begun"]]
    {
        let ran = desk.run(command);
        assert_eq!((ran.code, ran.out.as_str()), (3, ""), "{command:?}: {ran:?}");
        assert!(ran.err.contains("out"), "{}", ran.err);
    }
    assert_eq!(desk.read("out"), "a file");
}

#[test]
fn new_makes_a_record_that_opens_and_never_replaces_a_file() {
    let desk = Desk::new();
    let ran = desk.run(&["new", "--task", "liu-a2", "case"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "case.liu.ron\n", ""));
    let made = desk.read("case.liu.ron");
    assert!(made.contains("listed(\"LIU-A2\")") && made.contains("created: \"2026-11-23\""), "{made}");
    let again = desk.run(&["new", "case.liu.ron"]);
    assert_eq!((again.code, again.out.as_str()), (3, ""), "{again:?}");
    assert_eq!(desk.read("case.liu.ron"), made);

    let csp = desk.run(&["new", "--role", "csp", "--task", "LIU-B1", "request.json"]);
    assert_eq!((csp.code, csp.out.as_str()), (0, "request.liu.json\n"), "{csp:?}");
    let shown: serde_json::Value = serde_json::from_str(&desk.read("request.liu.json")).unwrap();
    assert_eq!(shown["record"]["request"]["suggested_task"]["listed"], "LIU-B1");

    for (arguments, said) in [(["new", "--task", "LIU-Z9", "x"], "LIU-C4"), (["new", "--role", "admin", "x"], "agency, csp")] {
        let ran = desk.run(&arguments);
        assert_eq!(ran.code, 2, "{ran:?}");
        assert!(ran.err.contains(said), "{}", ran.err);
    }
    assert!(!desk.path("x.liu.ron").exists());
}

#[test]
fn comments_are_exported_only_when_asked_for() {
    use liu_wizard::record::{Comment, CommentId, Edit, Line, Prose};
    let desk = Desk::with_examples();
    let text = desk.read("LIU-A1.liu.ron");
    let (mut record, _) = liu_wizard::file::parse(text.as_bytes(), "LIU-A1").unwrap();
    let comment = Comment {
        id: CommentId::new("c1").unwrap(),
        field: Line::new("agency.name").unwrap(),
        by: Line::default(),
        on: "2026-11-23".parse().unwrap(),
        text: Prose::new("内輪の話です。").unwrap(),
        resolved: false,
    };
    record.apply(Edit::AddComment(comment)).unwrap();
    desk.write("LIU-A1.liu.ron", liu_wizard::file::to_ron(&record).unwrap());
    for (folder, more, expected) in [("without", &[][..], false), ("with", &["--comments"][..], true)] {
        let arguments = ["export", "LIU-A1.liu.ron", "--to", folder, "--format", "md,json"];
        let ran = desk.run(&[&arguments[..], more].concat());
        assert_eq!(ran.code, 0, "{ran:?}");
        for (path, bytes) in tree(&desk.path(folder)) {
            assert_eq!(String::from_utf8(bytes).unwrap().contains("内輪の話です。"), expected, "{}", path.display());
        }
    }
}
