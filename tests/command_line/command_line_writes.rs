//! What the command line writes, and what it does not write over.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "what a test cannot prepare fails it, and it writes as another program would"
)]

use std::collections::BTreeSet;

use crate::support::command_line::{Desk, tree};

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
fn new_says_so_where_the_time_of_the_procedure_is_over() {
    let desk = Desk::new();
    let ran = desk.run(&["new", "a"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, "a.liu.ron\n"), "{ran:?}");
    for word in ["この期間は過ぎています", "第三者 S20", "--profile", "procurement"] {
        assert!(ran.err.contains(word), "{word}: {}", ran.err);
    }
    let ran = desk.run(&["new", "--profile", "procurement", "b"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{ran:?}");
    let within_its_time = desk.command_on("2025-03-31", &["new", "c"]).output().unwrap();
    assert_eq!((within_its_time.status.code(), within_its_time.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn new_makes_a_record_that_opens_and_never_replaces_a_file() {
    let desk = Desk::new();
    let ran = desk.run(&["new", "--task", "liu-a2", "case"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, "case.liu.ron\n"));
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
        from: None,
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

/// An example and a copy of it in which one word is another.
fn two_of_one_id(desk: &Desk) {
    assert_eq!(desk.run(&["example", "examples"]).code, 0);
    let first = desk.read("examples/LIU-A3.liu.ron");
    let second = first.replacen("総務課", "別の局", 1);
    assert!(first != second, "the example names its bureau");
    desk.write("1.liu.ron", &first);
    desk.write("2.liu.ron", &second);
}

#[test]
fn two_copies_of_one_record_become_two_files_in_every_format() {
    let desk = Desk::new();
    two_of_one_id(&desk);
    let formats = "json,ron,md,csv,set,zip";
    let call = ["export", "1.liu.ron", "2.liu.ron", "1.liu.ron", "--to", "out", "--format", formats, "--overwrite"];
    let ran = desk.run(&call);
    assert_eq!(ran.code, 0, "{ran:?}");
    let printed: Vec<&str> = ran.out.lines().collect();
    let written: BTreeSet<_> = tree(&desk.path("out")).into_iter().map(|(path, _)| path).collect();
    assert_eq!(printed.iter().map(|line| desk.path(line)).collect::<BTreeSet<_>>(), written);
    assert_eq!(printed.len(), written.len(), "no file was written twice: {printed:?}");
    let of_one = desk.run(&["export", "1.liu.ron", "--to", "one", "--format", formats]);
    assert_eq!(written.len(), 2 * of_one.out.lines().count());
    let json: Vec<&&str> = printed.iter().filter(|line| line.ends_with(".liu.json") && !line.contains("_set")).collect();
    assert!(matches!(json.as_slice(), [_, second] if second.ends_with("_2.liu.json")), "{json:?}");
    assert!(desk.read(json[1]).contains("別の局") && !desk.read(json[0]).contains("別の局"));
    assert!(ran.err.contains("2.liu.ron") && ran.err.contains("_2.liu.json"), "which is which is said: {}", ran.err);
    for line in &printed {
        assert!(line.ends_with(".csv") || line.contains("_set") || line.contains("LIU-"), "{line}");
    }
    // The same call again gives the same files.
    let before = tree(&desk.path("out"));
    assert_eq!(desk.run(&call).code, 0);
    assert!(before == tree(&desk.path("out")));
}

#[test]
fn japanese_and_english_stand_side_by_side() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["example", "."]).code, 0);
    let mut all = BTreeSet::new();
    let mut count = 0;
    for lang in ["ja", "en"] {
        let ran = desk.run(&[
            "--lang",
            lang,
            "export",
            "LIU-A3.liu.ron",
            "--to",
            "out",
            "--format",
            "md,docx,zip,csv",
            "--document",
            "record,sheet,explanation",
            "--item",
            "1",
        ]);
        assert_eq!(ran.code, 0, "{ran:?}");
        count += ran.out.lines().count();
        all.extend(ran.out.lines().map(str::to_lowercase));
    }
    assert_eq!(all.len(), count, "{all:?}");
}

#[test]
fn no_two_products_of_a_record_have_one_name() {
    use liu_wizard::export::{Document, Packing, Product};
    use liu_wizard::text::Lang;
    for example in liu_wizard::examples::all() {
        let (record, _) = liu_wizard::file::parse(example.ron.as_bytes(), "example").unwrap();
        let items = record.items.iter().map(|item| Document::Item(item.id.clone()));
        let items = items.flat_map(|item| liu_wizard::export::Medium::ALL.map(|medium| Product::Document(item.clone(), medium)));
        let sets = [Packing::Folder, Packing::Zip].map(Product::set);
        let products: Vec<Product> = Product::files().into_iter().chain(items).chain(sets).collect();
        for lang in [Lang::Ja, Lang::En] {
            let names: BTreeSet<String> =
                products.iter().map(|product| product.file_name(&record, lang).to_lowercase()).collect();
            assert_eq!(names.len(), products.len(), "{names:?}");
        }
    }
}

#[test]
fn one_format_that_is_refused_keeps_no_other_from_being_made() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["new", "--role", "csp", "ours"]).code, 0);
    let ran = desk.run(&["export", "ours.liu.ron", "--to", "out", "--format", "oscal,json,md,csv", "--item", "7"]);
    assert_eq!(ran.code, 2, "the worst of them: {ran:?}");
    assert!(ran.err.contains("OSCALでは書き出せません") && ran.err.contains(".oscal-ssp.json"), "{}", ran.err);
    assert!(ran.err.contains("「7」という情報"), "{}", ran.err);
    let endings: Vec<&str> = ran.out.lines().map(|line| line.split_once('.').unwrap().1).collect();
    assert_eq!(endings, ["liu.json", "csv", "csv"], "and no document, since only the item's was asked for");
    let ran = desk.run(&["export", "ours.liu.ron", "--to", "more", "--format", "oscal,json"]);
    assert_eq!((ran.code, ran.out.lines().count()), (1, 1), "{ran:?}");
}

#[test]
fn the_set_holds_the_documents_that_were_asked_for() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["example", "."]).code, 0);
    let set = |documents: &[&str], to: &str| {
        let ran = desk.run(&[&["export", "LIU-A3.liu.ron", "--to", to, "--format", "set"], documents].concat());
        assert_eq!(ran.code, 0, "{ran:?}");
        let verified = desk.run(&["verify", ran.out.lines().last().unwrap()]);
        assert_eq!(verified.code, 0, "{verified:?}");
        let pdf = ran.out.lines().filter(|line| line.ends_with(".pdf"));
        let endings: Vec<String> = pdf.map(|line| line.rsplit('/').next().unwrap().to_owned()).collect();
        let short = endings.iter().map(|name| name.rsplit('_').next().unwrap().trim_end_matches(".pdf").to_owned());
        short.collect::<Vec<_>>()
    };
    assert_eq!(set(&[], "all").len(), 3);
    assert_eq!(&set(&[], "all")[1..], ["影響度評価シート", "評価結果の説明"]);
    assert_eq!(set(&["--document", "explanation"], "explained"), ["評価結果の説明"]);
    assert_eq!(set(&["--document", "explanation,record"], "two").len(), 2);
}

#[test]
fn word_documents_and_sets_are_compressed() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["example", "."]).code, 0);
    let ran = desk.run(&["export", "LIU-A3.liu.ron", "--to", "out", "--format", "docx,zip"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    for line in ran.out.lines() {
        let mut archive = zip::ZipArchive::new(std::fs::File::open(desk.path(line)).unwrap()).unwrap();
        for index in 0..archive.len() {
            let entry = archive.by_index(index).unwrap();
            let is_small = entry.compressed_size() < entry.size() || entry.size() < 200;
            assert!(is_small, "{line}: {:?} {} of {}", entry.name(), entry.compressed_size(), entry.size());
        }
    }
}

#[test]
fn a_record_is_begun_in_the_procedure_that_is_asked_for() {
    let desk = Desk::new();
    for (arguments, expected) in [
        (&[][..], "pre_application"),
        (&["--profile", "procurement"], "procurement"),
        (&["--profile", "procurement", "--role", "csp"], "procurement"),
    ] {
        let ran = desk.run(&[&["new", &format!("case{}", arguments.len())], arguments].concat());
        assert_eq!(ran.code, 0, "{ran:?}");
        let name = ran.out.trim();
        let (record, _) = liu_wizard::file::parse(desk.read(name).as_bytes(), name).unwrap();
        assert_eq!(record.profile.as_str(), expected, "{arguments:?}");
        let printed = desk.run(&["export", name, "--to", "out", "--format", "md", "--draft"]);
        let title = if expected == "procurement" { "（調達時確認用）" } else { "（事前申請用）" };
        assert!(desk.read(printed.out.trim()).contains(title), "{arguments:?}");
        std::fs::remove_dir_all(desk.path("out")).unwrap();
    }
    // One that the catalogue does not have is named with those it has, and nothing is begun.
    let ran = desk.run(&["new", "other", "--profile", "procurment"]);
    assert_eq!((ran.code, desk.path("other.liu.ron").exists()), (2, false), "{ran:?}");
    for said in ["--profile", "procurment", "pre_application, procurement"] {
        assert!(ran.err.contains(said), "{said}: {}", ran.err);
    }
}
