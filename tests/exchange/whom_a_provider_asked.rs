//! A provider asks several agencies from one record: whom it asked, what each was sent and what came back stays with the record,
//! on the command line, wherever the record goes.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "what a test cannot prepare fails it")]

use crate::support::command_line::{Desk, Ran};
use crate::support::package::assessed;
use crate::support::workbook::fill;
use liu_wizard::file;
use liu_wizard::package::{self, Package, PartRole};
use liu_wizard::record::{Answer, AskedState, CheckListPoint, Date, Edit, Field, Record, TextField};

const OURS: [(TextField, &str); 5] = [
    (TextField::Provider, "架空クラウド株式会社"),
    (TextField::CorporateNumber, "7000012050002"),
    (TextField::ServiceName, "ウェブ会議サービス甲"),
    (TextField::ServiceSummary, "会議の音声と映像を中継する。"),
    (TextField::Contact, "営業部 架空 太郎"),
];

fn fine(ran: Ran) -> String {
    assert_eq!(ran.code, 0, "{ran:?}");
    ran.out
}

fn record(desk: &Desk, name: &str) -> Record {
    file::parse(&std::fs::read(desk.path(name)).unwrap(), name).unwrap().0
}

fn set(record: &mut Record, field: TextField, text: &str) {
    record.apply(Edit::SetText { field: Field::Text(field), text: text.to_owned() }).unwrap();
}

fn edit(desk: &Desk, change: impl FnOnce(&mut Record)) {
    let mut ours = record(desk, "ours.liu.ron");
    change(&mut ours);
    desk.write("ours.liu.ron", file::to_ron(&ours).unwrap());
}

fn ran_on(desk: &Desk, day: &str, arguments: &[&str]) -> Ran {
    let output = desk.command_on(day, arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ran { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

fn provider() -> Desk {
    let desk = Desk::new();
    fine(desk.run(&["new", "--role", "csp", "--task", "LIU-A1", "ours"]));
    edit(&desk, |ours| OURS.iter().for_each(|(field, text)| set(ours, *field, text)));
    desk
}

fn ask(desk: &Desk, agency: &str, name: &str) -> Ran {
    desk.run(&["package", "request", "ours.liu.ron", "--agency", agency, "--reply-by", "2026-12-10", "--to", name])
}

fn read(desk: &Desk, name: &str) -> Package {
    package::read(&std::fs::read(desk.path(name)).unwrap()).unwrap()
}

/// The agency's result of the request, put on the desk as `NAME.liu.zip`.
fn answer(desk: &Desk, request: &str, agency: &str, name: &str) {
    fine(desk.run(&["new", "--request", request, name]));
    let begun = record(desk, &format!("{name}.liu.ron"));
    desk.write(&format!("{name}-done.liu.ron"), file::to_ron(&assessed(begun, agency)).unwrap());
    fine(desk.run(&["package", "result", &format!("{name}-done.liu.ron"), "--to", &format!("{name}.liu.zip")]));
}

fn states(desk: &Desk, day: &str) -> Vec<(String, AskedState)> {
    let on: Date = day.parse().unwrap();
    record(desk, "ours.liu.ron").asked.iter().map(|asked| (asked.agency.to_string(), asked.state(on))).collect()
}

#[test]
fn making_a_request_notes_whom_it_went_to_what_was_sent_and_when() {
    let desk = provider();
    let ran = ask(&desk, "架空省 総務課", "one.liu.zip");
    assert!(ran.code == 0 && ran.err.contains("送付を記録しました：架空省 総務課"), "{ran:?}");
    let ours = record(&desk, "ours.liu.ron");
    let sent = read(&desk, "one.liu.zip").record;
    let [asked] = &ours.asked[..] else { panic!("{:?}", ours.asked) };
    assert_eq!((asked.sent[0].on, &asked.sent[0].content), ("2026-11-23".parse().unwrap(), &sent.content_digest()));
    assert_eq!((asked.reply_by, &asked.sent[0].service), (Some("2026-12-10".parse().unwrap()), &sent.service.digest()));
    assert!(sent.asked.is_empty(), "whom else it asked is no agency's business");
    // The same once more is no second sending, and keeps its day.
    let ran = ran_on(&desk, "2026-11-30", &["package", "request", "ours.liu.ron", "--overwrite", "--to", "one.liu.zip"]);
    assert!(ran.code == 0 && ran.err.contains("同じ内容の送付が記録されています"), "{ran:?}");
    assert_eq!(record(&desk, "ours.liu.ron"), ours);
    // With other words it is another, of the day that is said.
    edit(&desk, |ours| set(ours, TextField::ServiceSummary, "録画もする。"));
    let again = ["package", "request", "ours.liu.ron", "--overwrite", "--sent", "2026-12-01", "--to", "one.liu.zip"];
    fine(desk.run(&again));
    let days: Vec<String> = record(&desk, "ours.liu.ron").asked[0].sent.iter().map(|sent| sent.on.to_string()).collect();
    assert_eq!(days, ["2026-11-23", "2026-12-01"]);
    // Addressed to nobody it is made all the same, and not noted, which is said.
    edit(&desk, |ours| set(ours, TextField::Addressee, ""));
    let ran = desk.run(&["package", "request", "ours.liu.ron", "--to", "nobody.liu.zip"]);
    assert!(ran.code == 0 && ran.err.contains("送付を記録していません"), "{ran:?}");
    assert_eq!(record(&desk, "ours.liu.ron").asked.len(), 1);
}

#[test]
fn three_agencies_are_asked_and_what_came_back_goes_with_the_record_into_the_application() {
    let desk = provider();
    for (agency, name) in [("架空省 総務課", "one"), ("架空庁 情報課", "two"), ("架空県 総務部", "three")] {
        fine(ask(&desk, agency, &format!("{name}.liu.zip")));
    }
    assert_eq!(states(&desk, "2026-12-10").iter().filter(|(_, state)| *state == AskedState::Sent).count(), 3);
    assert!(states(&desk, "2026-12-11").iter().all(|(_, state)| *state == AskedState::Overdue));

    // One answers by a package, one by the sheet, one sends it back.
    answer(&desk, "one.liu.zip", "架空省", "first");
    let request = read(&desk, "two.liu.zip");
    let (_, sheet) = request.parts().find(|(part, _)| part.role == PartRole::Workbook).unwrap();
    desk.write("filled.xlsx", fill(sheet, &[("agency.name", "架空庁"), ("agency.purpose", "会議に使う。")]));
    fine(desk.run(&["new", "--request", "three.liu.zip", "third"]));
    fine(desk.run(&[
        "package",
        "result",
        "third.liu.ron",
        "--returned",
        "--comment",
        "データの保管場所を書いてください。",
        "--to",
        "back.liu.zip",
    ]));
    // Meanwhile another provider's result comes by mistake.
    let other = provider();
    edit(&other, |ours| {
        set(ours, TextField::Provider, "架空ネット株式会社");
        set(ours, TextField::CorporateNumber, "1000012160145");
    });
    fine(ask(&other, "架空省", "r.liu.zip"));
    answer(&other, "r.liu.zip", "架空省", "theirs");
    std::fs::copy(other.path("theirs.liu.zip"), desk.path("theirs.liu.zip")).unwrap();

    let before = record(&desk, "ours.liu.ron");
    let ran = desk.run(&["package", "receive", "ours.liu.ron", "first.liu.zip", "theirs.liu.zip"]);
    assert!(ran.code == 2 && ran.err.contains("1000012160145"), "{ran:?}");
    assert_eq!(record(&desk, "ours.liu.ron"), before, "of what is refused nothing is taken in, nor of what came with it");

    let ran = desk.run(&["package", "receive", "ours.liu.ron", "first.liu.zip", "filled.xlsx", "back.liu.zip"]);
    assert!(ran.code == 1 && ran.err.contains("データの保管場所を書いてください。"), "{ran:?}");
    for said in ["架空省 総務課：評価結果あり", "架空庁 情報課：評価結果あり", "架空県 総務部：差戻し"]
    {
        assert!(ran.out.contains(said), "{said}: {}", ran.out);
    }
    // Read again it stands where it stood.
    desk.run(&["package", "receive", "ours.liu.ron", "filled.xlsx", "first.liu.zip"]);
    let ours = record(&desk, "ours.liu.ron");
    assert!(ours.asked.iter().all(|asked| asked.came.len() == 1), "{:?}", ours.asked);

    // The originals go, and the record moves with what is kept beside it.
    let moved = Desk::new();
    let mut beside = std::fs::read_dir(desk.folder.path()).unwrap().map(|entry| entry.unwrap().path());
    let kept = beside.find(|path| path.to_string_lossy().ends_with("_received")).unwrap();
    std::fs::create_dir(moved.path(kept.file_name().unwrap().to_str().unwrap())).unwrap();
    for file in std::fs::read_dir(&kept).unwrap() {
        let file = file.unwrap().path();
        let to = moved.folder.path().join(kept.file_name().unwrap()).join(file.file_name().unwrap());
        std::fs::copy(file, to).unwrap();
    }
    std::fs::copy(desk.path("ours.liu.ron"), moved.path("ours.liu.ron")).unwrap();
    assert_eq!(moved.run(&["package", "receive", "ours.liu.ron"]).code, 0, "all that is noted is there");

    edit(&moved, |ours| {
        for point in CheckListPoint::ALL {
            ours.apply(Edit::AnswerCheckList(point, Answer::Yes)).unwrap();
        }
    });
    let ran = moved.run(&["package", "application", "ours.liu.ron", "--draft", "--to", "application.liu.zip"]);
    assert!(ran.code == 1 && ran.err.contains("データの保管場所を書いてください。"), "what is left out is said: {ran:?}");
    let made = read(&moved, "application.liu.zip");
    let agencies: Vec<&str> = made.results.iter().map(|result| result.agency.name.as_str()).collect();
    assert_eq!(agencies, ["架空省", "架空庁"]);
    assert!(made.record.asked.is_empty(), "whom it asked is not handed in");
    assert!(moved.run(&["verify", "application.liu.zip"]).code <= 1);

    // A file that is gone is said, by its name; nothing is made without it as if it had never come.
    for file in std::fs::read_dir(moved.folder.path().join(kept.file_name().unwrap())).unwrap() {
        let file = file.unwrap().path();
        if file.extension().is_some_and(|ending| ending == "xlsx") {
            std::fs::remove_file(file).unwrap();
        }
    }
    let ran = moved.run(&["package", "receive", "ours.liu.ron"]);
    assert!(ran.code == 1 && ran.err.contains("受け取った filled.xlsx が見つかりません"), "{ran:?}");
    let ran = moved.run(&["package", "application", "ours.liu.ron", "--draft", "--to", "another.liu.zip"]);
    assert!(ran.code == 2 && !moved.path("another.liu.zip").exists(), "{ran:?}");
}

#[test]
fn a_request_used_twice_or_by_an_agency_that_was_not_addressed_is_said() {
    let desk = provider();
    fine(ask(&desk, "架空省 総務課", "one.liu.zip"));
    for (agency, name) in [("架空省", "first"), ("架空庁", "second")] {
        answer(&desk, "one.liu.zip", agency, name);
    }
    assert_eq!(desk.run(&["package", "receive", "ours.liu.ron", "first.liu.zip"]).code, 0);
    let ran = desk.run(&["package", "receive", "ours.liu.ron", "second.liu.zip"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    for said in ["「架空省 総務課」に宛てた依頼から作られています", "同じ依頼から作られた回答が、ほかに1件あります"]
    {
        assert!(ran.err.contains(said), "{said}: {ran:?}");
    }
}

#[test]
fn who_asked_nobody_has_the_file_and_the_digest_it_had() {
    let desk = provider();
    let before = record(&desk, "ours.liu.ron");
    assert!(!desk.read("ours.liu.ron").contains("asked"), "who asked nobody has nothing of it in the file");
    fine(ask(&desk, "架空省", "one.liu.zip"));
    let ours = record(&desk, "ours.liu.ron");
    assert_ne!(ours.content_digest(), before.content_digest());
    assert!(desk.read("ours.liu.ron").contains("asked"));
    let mut restored = ours.clone();
    restored.apply(Edit::SetAsked(Vec::new())).unwrap();
    restored.apply(Edit::SetText { field: Field::Text(TextField::Addressee), text: String::new() }).unwrap();
    restored.request.deadline = None;
    assert_eq!(restored.content_digest(), before.content_digest());
}
