//! What the command line tells of records, catalogues and sets, and how it ends.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "what a test cannot prepare fails it, and it writes as another program would"
)]

use crate::support::command_line::Desk;
use serde_json::Value;

#[test]
fn check_ends_with_zero_without_errors_one_with_and_two_when_something_cannot_be_read() {
    let desk = Desk::with_examples();
    let fine = desk.run(&["check", "LIU-A1.liu.ron", "LIU-C3.liu.ron"]);
    assert_eq!(fine.code, 0, "{fine:?}");
    assert!(fine.out.contains("LIU-A1.liu.ron：適合（LIUの考え方に適合）"), "{}", fine.out);
    assert!(fine.out.contains("LIU-C3.liu.ron：不適合（低位を超える）"), "{}", fine.out);

    desk.run(&["new", "begun"]);
    let objections = desk.run(&["check", "begun.liu.ron"]);
    assert_eq!(objections.code, 1, "{objections:?}");
    assert!(
        objections.out.contains("[すること]")
            && !objections.out.contains("[エラー]")
            && objections.out.contains("前提確認の「")
            && !objections.out.contains('_'),
        "{}",
        objections.out
    );

    let worst = desk.run(&["check", "begun.liu.ron", "missing.liu.ron", "LIU-A1.liu.ron"]);
    assert_eq!(worst.code, 2, "{worst:?}");
    assert!(worst.out.contains("LIU-A1.liu.ron：適合"), "the others are checked all the same: {}", worst.out);
    assert!(worst.err.contains("missing.liu.ron") && !worst.out.contains("missing.liu.ron"), "{worst:?}");
}

#[test]
fn show_json_prints_the_judgement_with_the_names_of_the_contract_and_nothing_else() {
    let desk = Desk::with_examples();
    let ran = desk.run(&["show", "--json", "LIU-A1.liu.ron"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let shown: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(shown["outcome"], "fits");
    assert_eq!((&shown["condition_listed"], &shown["condition_low"]), (&"yes".into(), &"yes".into()));
    let low = serde_json::json!({ "state": "assessed", "level": "low" });
    assert_eq!(shown["overall"], low);
    for objective in ["confidentiality", "integrity", "availability"] {
        assert_eq!(shown["objectives"][objective], low);
        let cell = &shown["items"][0]["cells"][objective];
        assert_eq!((&cell["proposal"], &cell["effective"]), (&low, &low));
        assert!(cell["decision"].is_object() && cell["causes"].is_array(), "{cell}");
    }
    for finding in shown["findings"].as_array().unwrap() {
        for name in ["id", "severity", "where", "message"] {
            assert!(!finding[name].is_null(), "{name}: {finding}");
        }
    }
}

#[test]
fn show_says_why_in_both_languages() {
    let desk = Desk::with_examples();
    let ja = desk.run(&["show", "LIU-A3.liu.ron"]);
    for said in ["判定：適合（LIUの考え方に適合）", "なぜこの結果か", "引下げ", "本書は公式様式ではありません。"]
    {
        assert!(ja.out.contains(said), "{said}: {}", ja.out);
    }
    let en = desk.run(&["--lang", "en", "show", "LIU-A3.liu.ron"]);
    for said in ["Outcome: Eligible", "Why this result", "Lowered", "This is not an official form."] {
        assert!(en.out.contains(said), "{said}: {}", en.out);
    }
}

#[test]
fn no_sentence_says_how_the_program_calls_a_finding_and_json_does() {
    let desk = Desk::with_examples();
    let blank = liu_wizard::file::to_ron(&crate::support::blank(liu_wizard::record::Role::Agency)).unwrap();
    desk.write("blank.liu.ron", &blank);
    let all: Vec<String> = liu_wizard::examples::all().iter().map(|example| format!("{}.liu.ron", example.task)).collect();
    let files = || all.iter().map(String::as_str).chain(["blank.liu.ron"]);
    for lang in ["ja", "en"] {
        let mut said = desk.run(&["--lang", lang, "check"].into_iter().chain(files()).collect::<Vec<_>>()).out;
        for file in files() {
            said.push_str(&desk.run(&["--lang", lang, "show", file]).out);
            said.push_str(&desk.run(&["--lang", lang, "verify", file]).out);
            said.push_str(&desk.run(&["--lang", lang, "diff", "blank.liu.ron", file]).out);
        }
        let is_name = |word: &&str| word.contains('_') && word.chars().all(|c| c.is_ascii_lowercase() || "_.".contains(c));
        let names: Vec<&str> = said.split_whitespace().filter(is_name).collect();
        assert!(said.len() > 20_000 && names.is_empty(), "{names:?}");
    }
    assert!(desk.run(&["show", "--json", "blank.liu.ron"]).out.contains("\"required_missing\""));
}

#[test]
fn list_names_what_it_reads_and_says_why_it_does_not_read_the_rest() {
    let desk = Desk::with_examples();
    let all = desk.run(&["list", "."]);
    assert_eq!((all.code, all.err.as_str()), (0, ""), "{all:?}");
    for said in
        ["LIU-B6.liu.ron", "対象外（ISMAPで判断）", "LIU-B5.liu.ron", "一覧に該当なし", "有効期限 2028-10-09", "未評価", "承認"]
    {
        assert!(all.out.contains(said), "{said}: {}", all.out);
    }
    desk.write("torn.liu.ron", "(format: \"liu-wizard-record\", version: 1, record: (id:");
    let torn = desk.run(&["list", "--json", "."]);
    assert_eq!(torn.code, 2, "{torn:?}");
    let records: Value = serde_json::from_str(&torn.out).unwrap();
    let records = records.as_array().unwrap();
    // Fourteen examples, the two record files of the set, and the torn one.
    assert_eq!(records.len(), 17);
    let unreadable: Vec<_> = records.iter().filter(|record| record["readable"] == false).collect();
    assert_eq!(unreadable.len(), 1);
    assert!(unreadable[0]["path"].as_str().unwrap().ends_with("torn.liu.ron"));
    assert!(!unreadable[0]["problem"]["what"].as_str().unwrap().is_empty());
    assert!(records.iter().any(|record| record["outcome"] == "unlisted" && record["task"] == "not_listed"));
}

#[test]
fn list_can_be_limited_to_one_target_task_and_still_says_what_it_does_not_read() {
    let desk = Desk::with_examples();
    let one = desk.run(&["list", "--task", "liu-a2", "."]);
    assert_eq!((one.code, one.err.as_str()), (0, ""), "{one:?}");
    assert!(one.out.contains("LIU-A2.liu.ron") && !one.out.contains("LIU-A1.liu.ron"), "{}", one.out);
    desk.write("torn.liu.ron", "(format:");
    let torn = desk.run(&["list", "--task", "LIU-A2", "."]);
    assert!(torn.code == 2 && torn.out.contains("torn.liu.ron"), "{torn:?}");
    let unknown = desk.run(&["list", "--task", "LIU-Z9", "."]);
    assert!(unknown.code == 2 && unknown.err.contains("LIU-Z9"), "{unknown:?}");
}

#[test]
fn a_folder_that_is_not_there_cannot_be_listed() {
    let desk = Desk::new();
    let ran = desk.run(&["list", "nowhere"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("nowhere"), "{}", ran.err);
}

#[test]
fn diff_names_each_place_with_what_stood_there_and_what_stands_there() {
    let desk = Desk::with_examples();
    let old = desk.read("LIU-A1.liu.ron");
    desk.write("changed.liu.ron", old.replace("\"C7\": no", "\"C7\": yes").replace("架空ミーティング", "架空会議室"));
    let ran = desk.run(&["diff", "LIU-A1.liu.ron", "changed.liu.ron"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    let said = "「会議の音声・映像・チャット」のC7";
    assert!(ran.out.contains(said) && ran.out.contains("  - いいえ\n  + はい"), "{}", ran.out);
    assert!(ran.out.contains("サービス名\n  - 架空ミーティング\n  + 架空会議室"), "{}", ran.out);
    let outcome = ran.out.lines().find(|line| line.starts_with("判定：")).unwrap();
    assert!(outcome.contains(" → ") && outcome.ends_with("［違う］"), "the outcome changes with it: {outcome}");

    let same = desk.run(&["diff", "LIU-A1.liu.ron", "LIU-A1.liu.ron"]);
    assert_eq!((same.code, same.out.as_str()), (0, ""));
    assert!(same.err.contains("違いはありません"), "{}", same.err);
}

#[test]
fn diff_of_two_cases_tells_both_outcomes_and_pairs_no_items_by_a_mere_id() {
    let desk = Desk::with_examples();
    let ran = desk.run(&["diff", "LIU-A1.liu.ron", "LIU-A2.liu.ron"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    for place in ["判定：", "条件①", "条件②", "全体：", "機密性：", "完全性：", "可用性："] {
        assert!(ran.out.lines().any(|line| line.starts_with(place)), "{place}: {}", ran.out);
    }
    // Both have an item-1, which are two different things.
    let one_sided = "「会議の音声・映像・チャット」の名称\n  - 会議の音声・映像・チャット\n  + （なし）";
    assert!(ran.out.contains(one_sided), "{}", ran.out);
    assert!(!ran.out.contains("「会議の音声・映像・チャット」のC"), "{}", ran.out);
    let steps: Vec<&str> = ran.out.lines().filter_map(|line| line.strip_prefix("# ")).collect();
    assert_eq!(steps.first(), Some(&"記録そのもの"));
    let known = ["サービス", "利用機関と体制", "対象業務", "取り扱う情報"];
    let told: Vec<&str> = steps.iter().copied().filter(|step| known.contains(step)).collect();
    assert_eq!(told, known, "each step once and in the order of the steps: {steps:?}");
}

#[test]
fn diff_as_data_tells_both_sides_and_never_takes_what_is_open_for_low() {
    let desk = Desk::with_examples();
    let open = desk.read("LIU-A1.liu.ron").replacen("\"C7\": no", "\"C7\": unknown", 1);
    desk.write("open.liu.ron", open);
    let ran = desk.run(&["diff", "--json", "LIU-A1.liu.ron", "open.liu.ron"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    let told: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(told["is_one_record"], true);
    assert_eq!(told["first"]["objectives"]["confidentiality"]["state"], "assessed");
    assert_eq!(told["second"]["objectives"]["confidentiality"]["state"], "not_assessed");
    let results = told["results"].as_array().unwrap();
    let cell = results.iter().find(|row| row["path"] == "objectives.confidentiality").unwrap();
    assert_eq!((cell["relation"].as_str(), cell["new"].as_str()), (Some("not_comparable"), Some("未評価")));
    let differences = told["differences"].as_array().unwrap();
    assert!(differences.iter().any(|row| row["path"].as_str().unwrap().ends_with(".answers.C7")), "{differences:?}");

    let same = desk.run(&["diff", "--json", "LIU-A1.liu.ron", "LIU-A1.liu.ron"]);
    let told: serde_json::Value = serde_json::from_str(&same.out).unwrap();
    assert_eq!((same.code, told["differences"].as_array().map(Vec::len)), (0, Some(0)));
}

#[test]
fn verify_knows_a_whole_record_from_one_that_was_changed_after_its_approval() {
    let desk = Desk::with_examples();
    let whole = desk.run(&["verify", "LIU-A1.liu.ron"]);
    assert_eq!((whole.code, whole.err.as_str()), (0, ""), "{whole:?}");
    assert!(whole.out.contains("内容は変わっていません") && whole.out.contains("使っている目録と同じ"), "{}", whole.out);
    desk.write("LIU-A1.liu.ron", desk.read("LIU-A1.liu.ron").replacen("職員12名", "職員120名", 1));
    let changed = desk.run(&["verify", "LIU-A1.liu.ron"]);
    assert_eq!(changed.code, 1, "{changed:?}");
    assert!(changed.out.contains("内容が変わっています"), "{}", changed.out);
    desk.write("LIU-A1.liu.ron", "PK\u{3}\u{4}");
    assert_eq!(desk.run(&["verify", "LIU-A1.liu.ron"]).code, 2);
}

#[test]
fn verify_finds_what_was_changed_in_a_set() {
    let desk = Desk::with_examples();
    let set =
        std::fs::read_dir(desk.folder.path()).unwrap().map(|entry| entry.unwrap().path()).find(|path| path.is_dir()).unwrap();
    let manifest = set.join("manifest.json");
    for path in [&set, &manifest] {
        let whole = desk.run(&["verify", path.to_str().unwrap()]);
        assert_eq!((whole.code, whole.err.as_str()), (0, ""), "{whole:?}");
        assert!(whole.out.contains("書き出したときのままです"), "{}", whole.out);
    }
    let json = std::fs::read_dir(&set)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.to_str().unwrap().ends_with(".liu.json"));
    let json = json.unwrap();
    std::fs::write(&json, std::fs::read_to_string(&json).unwrap().replace("12名", "13名")).unwrap();
    let changed = desk.run(&["verify", set.to_str().unwrap()]);
    assert_eq!(changed.code, 1, "{changed:?}");
    assert!(changed.err.contains(json.file_name().unwrap().to_str().unwrap()), "{}", changed.err);
    std::fs::remove_file(&manifest).unwrap();
    assert_eq!(desk.run(&["verify", set.to_str().unwrap()]).code, 2, "without a manifest there is nothing to check against");
}

#[test]
fn a_record_that_names_what_the_catalogue_does_not_know_is_refused_with_each_id_and_its_place() {
    let desk = Desk::with_examples();
    desk.write(
        "LIU-A1.liu.ron",
        desk.read("LIU-A1.liu.ron").replace("\"C7\": no", "\"C77\": no").replace("LIU-A1.F2", "LIU-A1.F9"),
    );
    for command in [&["check", "LIU-A1.liu.ron"][..], &["show", "LIU-A1.liu.ron"], &["export", "LIU-A1.liu.ron", "--to", "out"]] {
        let ran = desk.run(command);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{ran:?}");
        for said in ["C77", "items[item-1].answers.C77", "LIU-A1.F9"] {
            assert!(ran.err.contains(said), "{said}: {}", ran.err);
        }
    }
    assert!(!desk.path("out").exists());
    // Pinned to another catalogue, it says which one to load.
    let now = format!("version: \"{}\"", crate::support::catalogue().meta.version);
    let pinned = desk.read("LIU-A1.liu.ron").replace(&now, "version: \"2031-04-01\"");
    desk.write("LIU-A1.liu.ron", pinned);
    let ran = desk.run(&["check", "LIU-A1.liu.ron"]);
    assert!(ran.err.contains("2031-04-01") && ran.err.contains("--catalogue"), "{}", ran.err);
}

#[test]
fn the_schema_is_one_and_the_examples_fit_it() {
    let desk = Desk::with_examples();
    let ran = desk.run(&["schema"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let schema: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    let validator = jsonschema::validator_for(&schema).unwrap();
    assert_eq!(desk.run(&["export", "LIU-A2.liu.ron", "--to", "out", "--format", "json"]).code, 0);
    let (_, bytes) = crate::support::command_line::tree(&desk.path("out")).pop().unwrap();
    let record: Value = serde_json::from_slice(&bytes).unwrap();
    assert!(
        validator.is_valid(&record),
        "{:?}",
        validator.iter_errors(&record).map(|error| error.to_string()).collect::<Vec<_>>()
    );
}

#[test]
fn a_catalogue_is_shown_checked_compared_and_used() {
    let desk = Desk::with_examples();
    let shown = desk.run(&["catalogue", "show"]);
    assert_eq!((shown.code, shown.err.as_str()), (0, ""));
    for said in ["LIU-A1", "LIU-C4", "[公式（引用）]", "G1", "A6", "procurement", "[第三者] 内部監査の結果がありますか"]
    {
        assert!(shown.out.contains(said), "{said}: {}", shown.out);
    }
    let json: Value = serde_json::from_str(&desk.run(&["catalogue", "show", "--json"]).out).unwrap();
    assert_eq!(json["tasks"].as_array().unwrap().len(), 14);

    let catalogue = liu_wizard::catalogue::Catalogue::shipped().unwrap();
    let mut own = (*catalogue).clone();
    own.meta.version = "2027-01-01".to_owned();
    own.tasks[0].task.ja = "別の文言".to_owned();
    desk.write("own.ron", ron::to_string(&own).unwrap());
    assert_eq!(desk.run(&["catalogue", "check", "own.ron"]).code, 0);
    let differing = desk.run(&["catalogue", "diff", "shipped", "own.ron"]);
    assert_eq!(differing.code, 1, "{differing:?}");
    assert!(differing.out.contains("tasks.LIU-A1.task.ja") && differing.out.contains("別の文言"), "{}", differing.out);
    assert!(!differing.out.contains("LIU-A2"), "{}", differing.out);
    let service = &catalogue.tasks[0].service.ja;
    let told = format!(
        "対象業務　LIU-A1　{service}　業務（日本語）  [tasks.LIU-A1.task.ja]\n  - {}\n  + 別の文言\n",
        catalogue.tasks[0].task.ja
    );
    assert!(differing.out.contains(&told), "{}", differing.out);
    assert_eq!(desk.run(&["catalogue", "diff", "shipped", "shipped"]).code, 0);
    let used = desk.run(&["--catalogue", "own.ron", "check", "LIU-A1.liu.ron"]);
    assert_eq!(used.code, 0, "{used:?}");
    assert!(used.out.contains("判定は作成したときの目録による"), "its own catalogue judges it: {}", used.out);

    desk.write("broken.ron", ron::to_string(&own).unwrap().replacen("basis", "bias", 1));
    let broken = desk.run(&["catalogue", "check", "broken.ron"]);
    assert_eq!((broken.code, broken.out.as_str()), (2, ""));
    assert!(broken.err.contains("broken.ron") && broken.err.contains("bias"), "{}", broken.err);
    let renamed = own.to_ron().unwrap().replacen("\"LIU-A1\"", "\"LIU-Z1\"", 1);
    desk.write("dangling.ron", renamed);
    let dangling = desk.run(&["catalogue", "check", "dangling.ron"]);
    assert_eq!(dangling.code, 2);
    let reasons: Vec<&str> = dangling.err.lines().skip(1).collect();
    assert!(reasons.len() > 10 && reasons.iter().all(|line| line.starts_with("  ")), "{}", dangling.err);
}

/// Writes an example with three saves: begun, the agency renamed, an item renamed.
fn with_history(desk: &Desk) -> liu_wizard::record::Record {
    use liu_wizard::record::{Edit, Field, ItemField, Line, Moment, TextField};
    let example = liu_wizard::examples::all().iter().find(|example| example.task == "LIU-A1").unwrap();
    let (mut record, _) = liu_wizard::file::parse(example.ron.as_bytes(), "LIU-A1").unwrap();
    record.approval = Default::default();
    let by = Line::new("架空 花子").unwrap();
    let at = |hour: i64| Moment::of(jiff::Timestamp::from_second(1_795_411_920 + hour * 3600).unwrap());
    let mut saved = record.with_revision(None, at(0), &by);
    let item = Field::Item(saved.items[0].id.clone(), ItemField::Name);
    for (hour, field, text) in [(1, Field::Text(TextField::AgencyName), "架空省改"), (2, item, "会議の記録")] {
        let mut changed = saved.clone();
        changed.apply(Edit::SetText { field, text: text.to_owned() }).unwrap();
        saved = changed.with_revision(Some(&saved), at(hour), &by);
    }
    desk.write("case.liu.ron", liu_wizard::file::to_ron(&saved).unwrap());
    saved
}

#[test]
fn history_tells_who_changed_what_and_when_newest_first() {
    let desk = Desk::new();
    with_history(&desk);
    let listed = desk.run(&["history", "case.liu.ron"]);
    assert_eq!((listed.code, listed.err.as_str()), (0, ""), "{listed:?}");
    let lines: Vec<&str> = listed.out.lines().collect();
    assert_eq!(lines[0], "第3版  2026年11月23日（令和8年11月23日） 16:32  架空 花子  1か所を変更");
    assert_eq!(lines[2], "第1版  2026年11月23日（令和8年11月23日） 14:32  架空 花子  作成");

    let shown = desk.run(&["history", "case.liu.ron", "--show", "2"]);
    assert_eq!(shown.code, 0, "{shown:?}");
    assert!(shown.out.contains("- 第2版の前\n+ 第2版\n") && shown.out.contains("機関名\n  - "), "{}", shown.out);
    assert!(shown.out.contains("+ 架空省改") && !shown.out.contains("会議の記録"), "{}", shown.out);
    let since = desk.run(&["history", "case.liu.ron", "--show", "3", "--since", "1"]);
    assert!(since.out.contains("+ 架空省改") && since.out.contains("+ 会議の記録"), "{}", since.out);
    assert!(desk.run(&["history", "case.liu.ron", "--show", "1"]).out.contains("作成"));
    let none = desk.run(&["history", "case.liu.ron", "--show", "9"]);
    assert_eq!(none.code, 2);
    assert!(none.err.contains("第9版はありません"), "{}", none.err);

    let json: Value = serde_json::from_str(&desk.run(&["history", "case.liu.ron", "--json"]).out).unwrap();
    assert_eq!(
        (&json["revisions"][1]["changes"][0]["path"], &json["problems"]),
        (&"/agency/name".into(), &serde_json::json!([]))
    );
}

#[test]
fn a_history_that_does_not_hold_is_an_objection_and_says_where() {
    let desk = Desk::new();
    with_history(&desk);
    let whole = desk.run(&["verify", "case.liu.ron"]);
    assert_eq!(whole.code, 0, "{whole:?}");
    assert!(whole.out.contains("変更の履歴：3版、つながっています"), "{}", whole.out);
    let text = desk.read("case.liu.ron");

    desk.write("case.liu.ron", text.replace("2026-11-23T06:32:00Z", "2026-11-23T06:33:00Z"));
    for command in ["verify", "history"] {
        let ran = desk.run(&[command, "case.liu.ron"]);
        assert_eq!(ran.code, 1, "{ran:?}");
        assert!(ran.err.contains("第2版の記録が、作られたときのものではありません"), "{}", ran.err);
    }
    let shown = desk.run(&["history", "case.liu.ron", "--show", "2"]);
    assert_eq!(shown.code, 1);
    assert!(shown.out.contains("/agency/name") && shown.out.contains("架空省改"), "what the file says is told: {}", shown.out);

    desk.write("case.liu.ron", text.replacen("架空省改", "外の省", 1));
    let outside = desk.run(&["verify", "case.liu.ron"]);
    assert_eq!(outside.code, 1, "{outside:?}");
    assert!(outside.err.contains("最後の第3版のあとに、履歴に残らない変更があります"), "{}", outside.err);
}

#[test]
fn a_record_begun_on_the_command_line_begins_its_history_without_a_name() {
    let desk = Desk::new();
    desk.run(&["new", "begun"]);
    let listed = desk.run(&["history", "begun.liu.ron"]);
    assert_eq!(listed.code, 0, "{listed:?}");
    assert!(listed.out.starts_with("第1版") && listed.out.contains("（名前なし）  作成"), "{}", listed.out);
}

/// The paths on a list, and all of what was said.
fn listed(desk: &Desk, folder: &str) -> (Vec<String>, crate::support::command_line::Ran) {
    let ran = desk.run(&["list", folder, "--json"]);
    let list: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let paths = list.as_array().unwrap().iter().map(|record| record["path"].as_str().unwrap().to_owned());
    (paths.collect(), ran)
}

#[cfg(unix)]
#[test]
fn each_record_is_listed_once_whatever_links_lead_to_it() {
    use std::os::unix::fs::symlink;
    let desk = Desk::new();
    std::fs::create_dir_all(desk.path("cases/a/b")).unwrap();
    std::fs::create_dir_all(desk.path("elsewhere")).unwrap();
    for name in ["cases/1.liu.ron", "cases/a/2.liu.ron", "cases/a/b/3.liu.ron", "elsewhere/4.liu.ron"] {
        assert_eq!(desk.run(&["new", name]).code, 0);
    }
    for link in ["cases/up", "cases/a/up", "cases/a/b/up", "cases/a/b/up2"] {
        symlink(desk.path("cases"), desk.path(link)).unwrap();
    }
    symlink("..", desk.path("cases/a/b/parent")).unwrap();
    symlink("b", desk.path("cases/a/again")).unwrap();
    symlink(desk.path("elsewhere"), desk.path("cases/0-there")).unwrap();
    symlink("a/2.liu.ron", desk.path("cases/0.liu.ron")).unwrap();
    symlink("nowhere.liu.ron", desk.path("cases/lost.liu.ron")).unwrap();
    std::fs::hard_link(desk.path("cases/a/b/3.liu.ron"), desk.path("cases/hard.liu.ron")).unwrap();
    let (paths, ran) = listed(&desk, "cases");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let expected = ["cases/0-there/4.liu.ron", "cases/1.liu.ron", "cases/a/2.liu.ron", "cases/a/b/3.liu.ron"];
    assert_eq!(paths, expected, "by its own place where it has one, else by the first");
}

#[test]
fn a_folder_that_lies_too_deep_is_told() {
    let desk = Desk::new();
    let deep: String = (0..40).map(|number| format!("/{number}")).collect();
    std::fs::create_dir_all(desk.path(&format!("cases{deep}"))).unwrap();
    assert_eq!(desk.run(&["new", "cases/here.liu.ron"]).code, 0);
    assert_eq!(desk.run(&["new", &format!("cases{deep}/deep.liu.ron")]).code, 0);
    let (paths, ran) = listed(&desk, "cases");
    assert_eq!(paths, ["cases/here.liu.ron"]);
    assert!(ran.code == 2 && ran.err.contains("深すぎる") && ran.err.contains("32 (cases/0/1/2/"), "{ran:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_no_utf8_is_told_and_the_record_is_listed_all_the_same() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let desk = Desk::new();
    assert_eq!(desk.run(&["new", "cases.liu.ron"]).code, 0);
    std::fs::create_dir(desk.path("cases")).unwrap();
    // 表.liu.ron, as Windows writes it in a ZIP file.
    let name = desk.path("cases").join(OsStr::from_bytes(b"\x95\\.liu.ron"));
    std::fs::copy(desk.path("cases.liu.ron"), name).unwrap();
    let (paths, ran) = listed(&desk, "cases");
    assert_eq!(paths, ["cases/\\x95\\.liu.ron"]);
    assert!(ran.code == 1 && ran.err.contains("UTF-8") && ran.err.contains("\\x95\\.liu.ron"), "{ran:?}");
    assert!(!ran.out.contains('\u{FFFD}') && !ran.err.contains('\u{FFFD}'), "{ran:?}");
}

#[test]
fn no_library_speaks_on_standard_error() {
    let desk = Desk::with_examples();
    let ran = desk.run(&["export", "LIU-A1.liu.ron", "--to", "out", "--format", "pdf,xlsx"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let [pdf, xlsx] = [".pdf", ".xlsx"].map(|ending| ran.out.lines().find(|line| line.ends_with(ending)).unwrap().to_owned());
    let bytes = std::fs::read(desk.path(&pdf)).unwrap();
    // Torn at many places, so that readers find much to remark on.
    for (number, at) in (1..12).map(|part| (part, bytes.len() * part / 12)) {
        desk.write(&format!("torn{number}.pdf"), &bytes[..at]);
        let mut spoilt = bytes.clone();
        spoilt[at..at + 40].fill(b'?');
        desk.write(&format!("spoilt{number}.pdf"), &spoilt);
        for name in [format!("torn{number}.pdf"), format!("spoilt{number}.pdf")] {
            for command in ["verify", "show"] {
                let ran = desk.run(&[command, &name]);
                let is_ours = |line: &str| line.starts_with("liu-wizard: ") || line.starts_with("  ");
                assert!(ran.err.lines().all(is_ours), "{command} {name}: {}", ran.err);
            }
        }
    }
    let ran = desk.run(&["import", &xlsx, "--into", "LIU-A1.liu.ron"]);
    assert!(!ran.err.contains("WARN") && !ran.err.contains("ERROR"), "{}", ran.err);
}
