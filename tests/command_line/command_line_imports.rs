//! A filled-in sheet is shown beside its record, and taken in only where that was asked for.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "what a test cannot prepare fails it, and it writes as another program would"
)]

use crate::support::command_line::{Desk, tree};
use crate::support::workbook::{answered, with_part};
use liu_wizard::record::{Answer, ApprovalState, Record};

/// A desk with a record and its sheet, in which G1 and G3 were answered otherwise, and G2 with a word that means nothing.
fn filled() -> Desk {
    let desk = Desk::with_examples();
    let ran = desk.run(&["export", "LIU-A1.liu.ron", "--to", ".", "--format", "xlsx"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let bytes = std::fs::read(desk.path(ran.out.trim())).unwrap();
    desk.write("untouched.xlsx", &bytes);
    let bytes = answered(&bytes, &[("gate.answers.G1", "いいえ"), ("gate.answers.G2", "たぶん"), ("gate.answers.G3", "不明")]);
    desk.write("sheet.xlsx", bytes);
    desk
}

fn record(desk: &Desk, name: &str) -> Record {
    liu_wizard::file::parse(desk.read(name).as_bytes(), name).unwrap().0
}

#[test]
fn differences_are_printed_row_by_row_and_nothing_is_written() {
    let desk = filled();
    let before = tree(desk.folder.path());
    let ran = desk.run(&["import", "sheet.xlsx", "--into", "LIU-A1.liu.ron"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    for said in [
        "前提確認 › G1 SaaSか\n  gate.answers.G1 (案件 ",
        ")\n  - はい\n  + いいえ",
        "gate.answers.G3",
        "取り込めません：「たぶん」は",
        "(案件 ",
    ] {
        assert!(ran.out.contains(said), "{said}: {}", ran.out);
    }
    assert!(tree(desk.folder.path()) == before);
    let english = desk.run(&["import", "sheet.xlsx", "--into", "LIU-A1.liu.ron", "--lang", "en"]);
    assert!(english.out.contains("  - Yes\n  + No") && english.out.contains("Not imported"), "{}", english.out);
}

#[test]
fn a_sheet_without_differences_ends_well() {
    let desk = filled();
    let ran = desk.run(&["import", "untouched.xlsx", "--into", "LIU-A1.liu.ron"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{ran:?}");
}

#[test]
fn what_is_accepted_is_written_and_the_file_is_noted() {
    let desk = filled();
    let ran = desk.run(&["import", "sheet.xlsx", "--into", "LIU-A1.liu.ron", "--accept", "all", "--to", "taken"]);
    assert_eq!(ran.code, 1, "one word was not taken: {ran:?}");
    assert!(ran.out.starts_with("taken.liu.ron\n"), "{}", ran.out);
    let (old, new) = (record(&desk, "LIU-A1.liu.ron"), record(&desk, "taken.liu.ron"));
    assert_eq!(*old.gate.answers.get("G1"), Answer::Yes, "the record itself stays");
    assert_eq!((new.gate.answers.get("G1"), new.gate.answers.get("G2")), (&Answer::No, old.gate.answers.get("G2")));
    let [received] = new.received.as_slice() else { panic!("{:?}", new.received) };
    assert_eq!(received.name.as_str(), "sheet.xlsx");
    assert_eq!(received.sha256, liu_wizard::record::ContentDigest::of(&std::fs::read(desk.path("sheet.xlsx")).unwrap()));
    let shown = desk.run(&["export", "taken.liu.ron", "--to", "out", "--format", "md", "--draft"]);
    assert_eq!(shown.code, 0, "{shown:?}");
    let printed = std::fs::read_to_string(desk.path(shown.out.trim())).unwrap();
    assert!(printed.contains("sheet.xlsx") && printed.contains(received.sha256.as_str()));
    let again = desk.run(&["import", "sheet.xlsx", "--into", "LIU-A1.liu.ron", "--accept", "none", "--to", "taken"]);
    assert_eq!(again.code, 3, "nothing is written over: {again:?}");
}

#[test]
fn rows_can_be_accepted_one_by_one_into_the_record_itself() {
    let desk = filled();
    let before = desk.read("LIU-A1.liu.ron");
    let ran = desk.run(&["import", "sheet.xlsx", "--into", "LIU-A1.liu.ron", "--accept", "gate.answers.G3"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    let new = record(&desk, "LIU-A1.liu.ron");
    assert_eq!((new.gate.answers.get("G1"), new.gate.answers.get("G3")), (&Answer::Yes, &Answer::Unknown));
    let kept = desk.kept().into_iter().any(|(_, bytes)| bytes == before.as_bytes());
    assert!(kept, "the previous version is kept");
    assert_eq!(new.received.len(), 1);
}

#[test]
fn what_makes_no_sense_is_refused_and_nothing_is_written() {
    let desk = filled();
    desk.write("no.xlsx", "no sheet");
    let before = tree(desk.folder.path());
    for (arguments, said) in [
        (&["sheet.xlsx", "--into", "LIU-A1.liu.ron", "--accept", "gate.answers.G9"][..], "gate.answers.G9"),
        (&["sheet.xlsx", "--into", "LIU-A2.liu.ron"], "別の評価記録"),
        (&["no.xlsx", "--into", "LIU-A1.liu.ron"], "no.xlsx"),
        (&["none.xlsx", "--into", "LIU-A1.liu.ron"], "none.xlsx"),
        (&["sheet.xlsx", "--into", "none.liu.ron"], "none.liu.ron"),
        (&["sheet.xlsx", "--into", "LIU-A1.liu.ron", "--to", "x"], "--accept"),
        (&["sheet.xlsx"], "--into"),
    ] {
        let ran = desk.run(&[&["import"], arguments].concat());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?} {ran:?}");
        assert!(ran.err.contains(said), "{said}: {}", ran.err);
    }
    assert!(tree(desk.folder.path()) == before);
}

#[test]
fn what_is_taken_in_is_a_revision_and_no_change_from_outside() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["new", "case.liu.ron"]).code, 0);
    let made = desk.run(&["export", "case.liu.ron", "--to", ".", "--format", "xlsx"]);
    std::fs::rename(desk.path(made.out.trim_end()), desk.path("sheet.xlsx")).unwrap();
    let filled = answered(&std::fs::read(desk.path("sheet.xlsx")).unwrap(), &[("gate.answers.G1", "はい")]);
    desk.write("sheet.xlsx", filled);
    let before = record(&desk, "case.liu.ron");
    for (arguments, name) in [(&["--to", "copy.liu.ron"][..], "copy.liu.ron"), (&[], "case.liu.ron")] {
        let import = [&["import", "sheet.xlsx", "--into", "case.liu.ron", "--accept", "all"], arguments].concat();
        assert_eq!(desk.run(&import).code, 0);
        let verified = desk.run(&["verify", name]);
        assert_eq!(verified.code, 0, "{verified:?}");
        let after = record(&desk, name);
        assert!(after.received.len() == 1 && after.content_digest() != before.content_digest());
    }
}

/// A desk with an approved record and its sheet, in which these gate questions were answered otherwise.
fn approved(answers: &[(&str, &str)]) -> Desk {
    let desk = Desk::with_examples();
    let example = record(&desk, "LIU-A1.liu.ron");
    assert_eq!((example.approval.state, example.changed_since_approval()), (ApprovalState::Approved, false));
    let ran = desk.run(&["export", "LIU-A1.liu.ron", "--to", ".", "--format", "xlsx"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let bytes = std::fs::read(desk.path(ran.out.trim())).unwrap();
    desk.write("sheet.xlsx", if answers.is_empty() { bytes } else { answered(&bytes, answers) });
    desk
}

#[test]
fn what_is_taken_into_an_approved_record_says_what_becomes_of_approval_and_outcome() {
    for (accept, outcome) in
        [("all", "判定：適合（LIUの考え方に適合） → "), ("gate.answers.G1", "判定：適合（LIUの考え方に適合） → ")]
    {
        let desk = approved(&[("gate.answers.G1", "いいえ")]);
        let ran = desk.run(&["import", "sheet.xlsx", "--into", "LIU-A1.liu.ron", "--accept", accept]);
        assert_eq!(ran.code, 0, "{ran:?}");
        for said in ["「承認」は、取込み前の内容に対するものです", "承認後に変更あり", outcome] {
            assert!(ran.err.contains(said), "{accept} {said}: {}", ran.err);
        }
    }
    let desk = approved(&[("gate.answers.G1", "いいえ")]);
    let english = desk.run(&["import", "sheet.xlsx", "--into", "LIU-A1.liu.ron", "--accept", "all", "--lang", "en"]);
    assert!(english.err.contains("does not cover") && english.err.contains("Outcome: Eligible"), "{}", english.err);
}

#[test]
fn what_changes_nothing_says_so_and_leaves_the_record_as_it_is() {
    let desk = approved(&[]);
    let before = desk.read("LIU-A1.liu.ron");
    let ran = desk.run(&["import", "sheet.xlsx", "--into", "LIU-A1.liu.ron", "--accept", "all"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{ran:?}");
    assert!(ran.err.contains("違うところはありません"), "{}", ran.err);
    assert_eq!(desk.read("LIU-A1.liu.ron"), before);
}

#[test]
fn who_accepts_nothing_changes_nothing() {
    for answers in [&[][..], &[("gate.answers.G1", "いいえ")]] {
        let desk = approved(answers);
        let (before, kept) = (desk.read("LIU-A1.liu.ron"), tree(desk.folder.path()));
        let ran = desk.run(&["import", "sheet.xlsx", "--into", "LIU-A1.liu.ron", "--accept", "none"]);
        assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{ran:?}");
        assert!(ran.err.contains("記録は書き換えていません") && !ran.err.contains("取込み前"), "{}", ran.err);
        assert_eq!(desk.read("LIU-A1.liu.ron"), before);
        assert!(tree(desk.folder.path()) == kept, "no version is kept of what did not change");
        // A copy that was asked for is made, and is what the record is: its approval covers it.
        let copied = desk.run(&["import", "sheet.xlsx", "--into", "LIU-A1.liu.ron", "--accept", "none", "--to", "copy"]);
        assert_eq!((copied.code, copied.out.as_str()), (0, "copy.liu.ron\n"), "{copied:?}");
        assert!(!copied.err.contains("取込み前"), "{}", copied.err);
        let copy = record(&desk, "copy.liu.ron");
        assert!(copy.received.is_empty() && !copy.changed_since_approval());
    }
}

#[test]
fn an_erasure_is_taken_only_by_its_name() {
    let erased = |accept: &str| {
        let desk = approved(&[("gate.answers.G1", ""), ("gate.answers.G3", "不明")]);
        let ran = desk.run(&["import", "sheet.xlsx", "--into", "LIU-A1.liu.ron", "--accept", accept]);
        assert_eq!(ran.code, 0, "{ran:?}");
        let gate = record(&desk, "LIU-A1.liu.ron").gate.answers;
        (gate.get("G1").clone(), gate.get("G3").clone(), ran.err)
    };
    let (first, third, said) = erased("all");
    assert_eq!((first, third), (Answer::Yes, Answer::Unknown));
    assert!(said.contains("名指し"), "{said}");
    let (first, third, _) = erased("gate.answers.G1");
    assert_eq!((first, third), (Answer::NotAnswered, Answer::No));
}

#[test]
fn what_was_read_and_is_only_to_be_checked_is_not_said_to_be_refused() {
    let desk = Desk::with_examples();
    let ran = desk.run(&["export", "LIU-A1.liu.ron", "--to", ".", "--format", "xlsx"]);
    let bytes = std::fs::read(desk.path(ran.out.trim())).unwrap();
    let hidden = with_part(&answered(&bytes, &[("gate.answers.G1", "いいえ")]), "xl/worksheets/sheet2.xml", |xml| {
        xml.replace("<row r=\"7\"", "<row r=\"7\" hidden=\"1\"")
    });
    desk.write("sheet.xlsx", hidden);
    for (lang, expected, other) in
        [("ja", "確かめてください：記入欄のある行（7行目）", "取り込めません"), ("en", "To be checked: ", "Not imported")]
    {
        let ran = desk.run(&["import", "sheet.xlsx", "--into", "LIU-A1.liu.ron", "--lang", lang]);
        assert!(ran.code == 1 && ran.out.contains(expected) && !ran.out.contains(other), "{ran:?}");
        assert!(ran.out.contains("gate.answers.G1"), "what stands in the hidden row was read: {ran:?}");
    }
}
