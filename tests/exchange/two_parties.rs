//! Provider and agencies hand each other packages, on the command line: request, one sent back, results, application.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "what a test cannot prepare fails it, and it writes as another program would"
)]

use crate::support::command_line::{Desk, Ran};
use crate::support::package::{assessed, changed_files, files, repacked};
use liu_wizard::export::Along;
use liu_wizard::file::{self, Storage as _};
use liu_wizard::package::{self, Answering, PackageKind, PartRole};
use liu_wizard::record::{
    Answer, CheckListPoint, Comment, CommentId, ContentDigest, Date, DayField, Edit, Field, Line, ProfileId, Record, Role,
    TaskChoice, TaskId, TextField,
};

const REQUEST: &str = "request.liu.zip";

fn record(desk: &Desk, name: &str) -> Record {
    file::parse(&std::fs::read(desk.path(name)).unwrap(), name).unwrap().0
}

fn write(desk: &Desk, name: &str, record: &Record) {
    desk.write(name, file::to_ron(record).unwrap());
}

fn read(desk: &Desk, name: &str) -> package::Package {
    package::read(&std::fs::read(desk.path(name)).unwrap()).unwrap()
}

fn hand_over(from: &Desk, name: &str, to: &Desk, as_name: &str) {
    std::fs::copy(from.path(name), to.path(as_name)).unwrap();
}

fn fine(ran: Ran) -> String {
    assert_eq!(ran.code, 0, "{ran:?}");
    ran.out
}

fn set(record: &mut Record, field: TextField, text: &str) {
    record.apply(Edit::SetText { field: Field::Text(field), text: text.to_owned() }).unwrap();
}

/// A provider with a record of its own, and a request made of it.
fn provider() -> Desk {
    let desk = Desk::new();
    fine(desk.run(&["new", "--role", "csp", "--task", "LIU-A1", "ours"]));
    let mut ours = record(&desk, "ours.liu.ron");
    for (field, text) in [
        (TextField::Provider, "架空クラウド株式会社"),
        (TextField::CorporateNumber, "7000012050002"),
        (TextField::ServiceName, "ウェブ会議サービス甲"),
        (TextField::ServiceSummary, "会議の音声と映像を中継する。"),
        (TextField::Addressee, "架空省 総務課"),
        (TextField::Letter, "架空省　御中\n評価をお願いします。"),
    ] {
        set(&mut ours, field, text);
    }
    write(&desk, "ours.liu.ron", &ours);
    assert_eq!(fine(desk.run(&["package", "request", "ours.liu.ron", "--to", "request"])), "request.liu.zip\n");
    desk
}

/// An agency that begins an assessment of the request, finishes it as `agency` and packs the result.
fn assess(request: &Desk, agency: &str) -> Desk {
    let desk = Desk::new();
    hand_over(request, REQUEST, &desk, REQUEST);
    fine(desk.run(&["new", "--request", REQUEST, "case"]));
    let begun = record(&desk, "case.liu.ron");
    write(&desk, "case.liu.ron", &assessed(begun, agency));
    fine(desk.run(&["package", "result", "case.liu.ron", "--to", "result.liu.zip"]));
    desk
}

#[test]
fn the_whole_round_from_request_to_application() {
    let provider = provider();

    // The first agency assesses; the second sends the request back first.
    let first = assess(&provider, "架空省");
    let second = Desk::new();
    hand_over(&provider, REQUEST, &second, REQUEST);
    fine(second.run(&["new", "--request", REQUEST, "case"]));
    let reason = "連絡先を書いてください。";
    let back = ["package", "result", "case.liu.ron", "--returned", "--comment", reason, "--to", "back.liu.zip"];
    fine(second.run(&back));
    hand_over(&second, "back.liu.zip", &provider, "back.liu.zip");
    assert!(fine(provider.run(&["verify", "back.liu.zip"])).contains(reason));
    let taken = provider.run(&["package", "application", "ours.liu.ron", "--with", "back.liu.zip", "--to", "no.liu.zip"]);
    assert_eq!((taken.code, taken.out.as_str()), (2, ""), "{taken:?}");
    assert!(taken.err.contains("評価されずに返送") && !provider.path("no.liu.zip").exists(), "{}", taken.err);

    // The provider mends its request, and the second agency assesses, too.
    let mut ours = record(&provider, "ours.liu.ron");
    set(&mut ours, TextField::Contact, "営業部 架空一郎");
    write(&provider, "ours.liu.ron", &ours);
    fine(provider.run(&["package", "request", "ours.liu.ron", "--to", REQUEST, "--overwrite"]));
    let second = assess(&provider, "架空庁");

    // Both results go into the application, whole and as they came.
    hand_over(&first, "result.liu.zip", &provider, "a.liu.zip");
    hand_over(&second, "result.liu.zip", &provider, "b.liu.zip");
    let pack = ["package", "application", "ours.liu.ron", "--with", "a.liu.zip", "b.liu.zip", "--to", "application"];
    assert_eq!(fine(provider.run(&pack)), "application.liu.zip\n");
    let application = read(&provider, "application.liu.zip");
    // The history stays at home.
    let sent = |record: &Record| Along::default().of(record);
    assert_eq!(application.record, Record { asked: Vec::new(), ..sent(&ours) });
    assert_eq!(
        application.results,
        [record(&first, "case.liu.ron"), record(&second, "case.liu.ron")].map(|record| sent(&record))
    );
    let answers: Vec<_> = application.results.iter().map(|result| Answering::of(result, &ours)).collect();
    assert_eq!(answers, [Answering::ThisWithSameService, Answering::This]);
    let came = read(&first, "result.liu.zip");
    for (part, bytes) in came.parts().filter(|(part, _)| part.role.document().is_some()) {
        assert!(application.parts().any(|(other, theirs)| other.role == part.role && theirs == bytes), "{}", part.name);
    }

    // Somebody else, who has nothing but the application, verifies it.
    let third = Desk::new();
    hand_over(&provider, "application.liu.zip", &third, "application.liu.zip");
    let said = fine(third.run(&["verify", "application.liu.zip"]));
    for expected in ["書き出したときのまま", "事前申請", "架空省", "架空庁", "送付状と確認表", "内容は変わっていません"]
    {
        assert!(said.contains(expected), "{expected}: {said}");
    }
}

#[test]
fn an_assessment_takes_over_what_the_provider_said_and_decides_nothing() {
    let provider = provider();
    fine(provider.run(&["new", "--request", REQUEST, "case"]));
    let (ours, begun) = (record(&provider, "ours.liu.ron"), record(&provider, "case.liu.ron"));
    assert_eq!((begun.role, &begun.service, &begun.request), (Role::Agency, &ours.service, &ours.request));
    assert_eq!(begun.request.suggested_task, TaskChoice::Listed(TaskId::new("LIU-A1").unwrap()));
    assert_eq!(begun.task, TaskChoice::NotChosen, "whether it applies is for the agency to decide");
    assert_ne!(begun.id, ours.id);
    // Nothing else is in it than in a record that somebody just began.
    let empty = Record::new(begun.id.clone(), begun.role, begun.created, begun.profile.clone(), begun.catalogue.clone());
    let (service, request, history) = (begun.service.clone(), begun.request.clone(), begun.history.clone());
    assert_eq!(begun, Record { service, request, history, answers_request: begun.answers_request.clone(), ..empty });
    let request = begun.answers_request.unwrap();
    assert_eq!(
        (request.record, request.content, request.service),
        (ours.id.clone(), package::request_of(&ours).content_digest(), ours.service.digest())
    );
    let of_a_record = provider.run(&["new", "--request", "ours.liu.ron", "other"]);
    assert_eq!(of_a_record.code, 2);
    assert!(of_a_record.err.contains("依頼パッケージではありません") && !provider.path("other.liu.ron").exists());
}

#[test]
fn a_package_is_read_wherever_a_record_is() {
    let provider = provider();
    let agency = assess(&provider, "架空省");
    let before = std::fs::read(agency.path("result.liu.zip")).unwrap();
    let of_record = fine(agency.run(&["show", "case.liu.ron", "--json"]));
    assert_eq!(fine(agency.run(&["show", "result.liu.zip", "--json"])), of_record);
    assert!(fine(agency.run(&["check", "result.liu.zip"])).contains("適合"));
    fine(agency.run(&["diff", "case.liu.ron", "result.liu.zip"]));
    fine(agency.run(&["export", "result.liu.zip", "--to", "out", "--format", "json"]));
    // Whatever it is called.
    hand_over(&agency, "result.liu.zip", &agency, "result");
    assert_eq!(fine(agency.run(&["show", "result", "--json"])), of_record);
    assert!(fine(agency.run(&["verify", "result"])).contains("評価結果の説明"));
    assert_eq!(std::fs::read(agency.path("result.liu.zip")).unwrap(), before);
}

#[test]
fn each_kind_holds_what_its_reader_needs() {
    let provider = provider();
    let agency = assess(&provider, "架空省");
    let roles = |package: &package::Package| package.parts().map(|(part, _)| part.role).collect::<Vec<_>>();
    let request = read(&provider, REQUEST);
    assert_eq!(request.kind(), PackageKind::Request);
    assert_eq!(roles(&request), [PartRole::Record, PartRole::Sheet, PartRole::Workbook, PartRole::Letter, PartRole::Letter]);
    let (_, letter) = request.parts().find(|(part, _)| part.name == "letter.md").unwrap();
    assert!(std::str::from_utf8(letter).unwrap().contains("評価をお願いします。"));
    let result = read(&agency, "result.liu.zip");
    assert_eq!(result.kind(), PackageKind::Result);
    assert_eq!(roles(&result), [PartRole::Record, PartRole::RecordDocument, PartRole::Explanation]);
    assert_eq!(result.manifest.answers, result.record.answers_request);
    assert!(result.manifest.answers.is_some());
}

#[test]
fn equal_input_gives_equal_bytes_and_nothing_is_replaced_unasked() {
    let desk = provider();
    fine(desk.run(&["package", "request", "ours.liu.ron", "--to", "again.liu.zip"]));
    let made = std::fs::read(desk.path(REQUEST)).unwrap();
    assert!(made == std::fs::read(desk.path("again.liu.zip")).unwrap());
    desk.write("again.liu.zip", "mine");
    let refused = desk.run(&["package", "request", "ours.liu.ron", "--to", "again.liu.zip"]);
    assert_eq!((refused.code, refused.out.as_str(), desk.read("again.liu.zip").as_str()), (3, "", "mine"), "{refused:?}");
}

#[test]
fn what_a_package_cannot_be_made_of_is_said_and_nothing_is_written() {
    let desk = Desk::with_examples();
    fine(desk.run(&["new", "--role", "csp", "csp"]));
    for (arguments, said) in [
        (&["request", "LIU-A1.liu.ron"][..], "事業者の評価記録ではありません"),
        (&["result", "csp.liu.ron"], "政府機関等の評価記録ではありません"),
        (&["result", "LIU-A1.liu.ron", "--returned", "--comment", "x"], "どの依頼に回答するか"),
        (&["application", "csp.liu.ron", "--with", "csp.liu.ron"], "政府機関等の評価記録ではありません"),
        (&["application", "csp.liu.ron", "--include-differing", "--with", "LIU-A1.liu.ron", "LIU-A1.liu.ron"], "二度指定"),
        (&["application", "csp.liu.ron"], "評価結果がありません"),
        (&["result", "LIU-A1.liu.ron", "--returned"], "引数が足りません"),
    ] {
        let ran = desk.run(&[&["package"], arguments, &["--to", "made.liu.zip"]].concat());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}: {ran:?}");
        assert!(ran.err.contains(said), "{arguments:?}: {}", ran.err);
        assert!(!desk.path("made.liu.zip").exists());
    }
}

#[test]
fn a_result_that_answers_another_request_is_packed_and_objected_to() {
    let (one, other) = (provider(), provider());
    let agency = assess(&other, "架空省");
    hand_over(&agency, "result.liu.zip", &one, "result.liu.zip");
    let ran = one.run(&["package", "application", "ours.liu.ron", "--with", "result.liu.zip", "--to", "application"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, "application.liu.zip\n"), "{ran:?}");
    assert!(ran.err.contains("別の依頼への回答です"), "{}", ran.err);
    let application = read(&one, "application.liu.zip");
    assert_eq!(Answering::of(&application.results[0], &application.record), Answering::Another);
}

#[test]
fn a_change_after_approval_is_told_of_a_package_too() {
    let provider = provider();
    let agency = assess(&provider, "架空省");
    let mut changed = record(&agency, "case.liu.ron");
    set(&mut changed, TextField::Purpose, "あとで書き換えた目的");
    write(&agency, "case.liu.ron", &changed);
    fine(agency.run(&["package", "result", "case.liu.ron", "--draft", "--to", "changed.liu.zip"]));
    let verified = agency.run(&["verify", "changed.liu.zip"]);
    assert_eq!(verified.code, 1, "{verified:?}");
    assert!(verified.out.contains("内容が変わっています"), "{}", verified.out);
}

#[test]
fn evidence_is_carried_under_a_name_of_its_own() {
    let desk = provider();
    desk.write("構成図.PNG", b"\x89PNG and what a picture holds");
    desk.write("setup.exe", b"MZ\0");
    fine(desk.run(&["package", "request", "ours.liu.ron", "--to", "more", "--attach", "構成図.PNG", "setup.exe"]));
    let package = read(&desk, "more.liu.zip");
    let attached: Vec<_> = package.parts().filter(|(part, _)| part.role == PartRole::Attachment).collect();
    let names: Vec<_> = attached.iter().map(|(part, _)| (part.name.as_str(), part.title.as_ref().unwrap().as_str())).collect();
    assert_eq!(names, [("attachment01.png", "構成図.PNG"), ("attachment02.bin", "setup.exe")]);
    assert_eq!(attached[1].1, b"MZ\0");
    assert!(fine(desk.run(&["verify", "more.liu.zip"])).contains("構成図.PNG"));

    desk.write("large.bin", vec![0; 20 * 1024 * 1024 + 1]);
    let refused = desk.run(&["package", "request", "ours.liu.ron", "--to", "large", "--attach", "large.bin"]);
    assert_eq!((refused.code, desk.path("large.liu.zip").exists()), (2, false), "{refused:?}");
    assert!(refused.err.contains("large.bin") && refused.err.contains("20 MiB"), "{}", refused.err);
}

/// What each written form of a paper in a package says, without its blanks.
fn papers(desk: &Desk, name: &str, role: PartRole) -> Vec<String> {
    let package = read(desk, name);
    let said = package.parts().filter(|(part, _)| part.role == role).map(|(part, bytes)| match part.name.ends_with(".pdf") {
        true => pdf_extract::extract_text_from_mem(bytes).unwrap(),
        // What would act in Markdown is written with a sign before it.
        false => String::from_utf8(bytes.to_vec()).unwrap().replace('\\', ""),
    });
    let said: Vec<String> = said.map(|text| text.replace(char::is_whitespace, "")).collect();
    assert!(!said.is_empty(), "{role:?} in {name}");
    said
}

fn every_form_says(papers: &[String], expected: &[&str]) {
    for paper in papers {
        for words in expected {
            assert!(paper.contains(&words.replace(char::is_whitespace, "")), "{words}: {paper}");
        }
    }
}

#[test]
fn a_letter_says_its_day_who_asks_whom_and_what_is_enclosed() {
    let desk = provider();
    desk.write("構成図.png", b"\x89PNG and what a picture holds");
    let mut ours = record(&desk, "ours.liu.ron");
    set(&mut ours, TextField::Contact, "営業部 架空一郎\neigyo.example.jp");
    set(&mut ours, TextField::PaperAddressee, "社内の綴り");
    write(&desk, "ours.liu.ron", &ours);
    let pack = ["package", "request", "ours.liu.ron", "--overwrite", "--attach", "構成図.png", "--to", "p.liu.zip", "--lang"];
    let letter = |lang| {
        fine(desk.run(&[&pack[..], &[lang]].concat()));
        papers(&desk, "p.liu.zip", PartRole::Letter)
    };
    let (ja, en) = (letter("ja"), letter("en"));
    assert_eq!(ja.len(), 2);
    let both =
        ["架空クラウド株式会社", "営業部 架空一郎", "eigyo.example.jp", "構成図.png", "評価をお願いします。", "7000012050002"];
    every_form_says(&ja, &both);
    every_form_says(
        &ja,
        &["2026（令和8）年11月23日", "差出人", "架空省 総務課 御中", "同封物", "影響度評価シート（Excel、記入用）"],
    );
    every_form_says(&en, &both);
    every_form_says(&en, &["2026-11-23", "From", "To 架空省 総務課", "Enclosures", "Assessment sheet (Excel, to fill in)"]);
    assert!(ja.iter().chain(&en).all(|paper| !paper.contains("社内の綴り")), "a letter goes to the agency asked: {ja:?}");

    // A name that has its word of respect gets no second one, and a letter that begins with its addressee says it once.
    let mut ours = record(&desk, "ours.liu.ron");
    set(&mut ours, TextField::Addressee, "架空省 御中");
    set(&mut ours, TextField::Letter, "架空省　御中\n\n評価をお願いします。");
    write(&desk, "ours.liu.ron", &ours);
    for paper in letter("ja") {
        assert_eq!((paper.matches("御中").count(), paper.contains("評価をお願いします。")), (1, true), "{paper}");
    }
    // Where nobody is named there is a line to write on, for the sender, too.
    for field in [TextField::Addressee, TextField::PaperAddressee, TextField::Provider] {
        set(&mut ours, field, "");
    }
    set(&mut ours, TextField::Letter, "評価をお願いします。");
    write(&desk, "ours.liu.ron", &ours);
    let paper = letter("ja");
    every_form_says(&paper, &["宛先：＿＿＿＿", "差出人"]);
    assert!(paper.iter().all(|paper| !paper.contains("御中")), "{paper:?}");
    every_form_says(&letter("en"), &["To: ____"]);
    // It names the procedure in which nothing is applied for, and no other.
    assert!(paper.iter().all(|paper| !paper.contains("調達時確認")), "{paper:?}");
    ours.apply(Edit::ChooseProfile(ProfileId::new("procurement").unwrap())).unwrap();
    write(&desk, "ours.liu.ron", &ours);
    every_form_says(&letter("ja"), &["影響度評価のお願い（調達時確認）"]);
    every_form_says(&letter("en"), &["Request for an impact assessment (confirmation at procurement)"]);
}

#[test]
fn what_is_sent_back_says_its_day_who_returns_it_to_whom_and_what_is_enclosed() {
    let desk = provider();
    desk.write("指摘.txt", "指摘");
    fine(desk.run(&["new", "--request", REQUEST, "case"]));
    let mut case = record(&desk, "case.liu.ron");
    let of = [(TextField::AgencyName, "架空庁"), (TextField::Bureau, "架空局"), (TextField::Section, "架空課")];
    for (field, text) in of.into_iter().chain([(TextField::PaperAddressee, "庁内の課長")]) {
        set(&mut case, field, text);
    }
    write(&desk, "case.liu.ron", &case);
    let back = ["package", "result", "case.liu.ron", "--returned", "--comment", "連絡先がない。", "--attach", "指摘.txt"];
    let comment = |lang| {
        fine(desk.run(&[&back[..], &["--to", "back.liu.zip", "--overwrite", "--lang", lang]].concat()));
        papers(&desk, "back.liu.zip", PartRole::Comment)
    };
    let (ja, en) = (comment("ja"), comment("en"));
    assert_eq!(ja.len(), 2);
    let both = ["架空庁 架空局 架空課", "指摘.txt", "連絡先がない。", "ウェブ会議サービス甲", "7000012050002"];
    every_form_says(&ja, &both);
    every_form_says(&ja, &["2026（令和8）年11月23日", "差出人", "架空クラウド株式会社 御中", "同封物"]);
    every_form_says(&en, &both);
    every_form_says(&en, &["2026-11-23", "From", "To 架空クラウド株式会社", "Enclosures"]);
    assert!(ja.iter().chain(&en).all(|paper| !paper.contains("庁内の課長")), "it goes to the provider: {ja:?}");
}

/// A package of each kind, with something attached.
fn one_of_each_kind() -> Vec<Vec<u8>> {
    let provider = provider();
    provider.write("note.txt", "証拠");
    fine(provider.run(&["package", "request", "ours.liu.ron", "--to", "p", "--attach", "note.txt"]));
    let agency = assess(&provider, "架空省");
    agency.write("note.txt", "証拠");
    let back = ["--returned", "--comment", "連絡先がない。"];
    fine(agency.run(&[&["package", "result", "case.liu.ron", "--to", "back", "--attach", "note.txt"][..], &back].concat()));
    fine(agency.run(&["package", "result", "case.liu.ron", "--to", "result", "--attach", "note.txt", "--overwrite"]));
    hand_over(&agency, "result.liu.zip", &provider, "a.liu.zip");
    let application = ["package", "application", "ours.liu.ron", "--with", "a.liu.zip", "--to", "app", "--attach", "note.txt"];
    fine(provider.run(&application));
    let read = |desk: &Desk, name: &str| std::fs::read(desk.path(name)).unwrap();
    vec![
        read(&provider, "p.liu.zip"),
        read(&agency, "result.liu.zip"),
        read(&agency, "back.liu.zip"),
        read(&provider, "app.liu.zip"),
    ]
}

#[test]
fn every_kind_of_package_opens_again_on_the_command_line() {
    let desk = Desk::new();
    for (number, zip) in one_of_each_kind().into_iter().enumerate() {
        desk.write("any.liu.zip", &zip);
        let record = package::read(&zip).unwrap().record;
        let shown = fine(desk.run(&["show", "any.liu.zip", "--json"]));
        assert!(shown.contains(record.id.as_str()), "{shown}");
        assert!(fine(desk.run(&["verify", "any.liu.zip"])).contains("note.txt"));
        fine(desk.run(&["export", "any.liu.zip", "--to", &format!("out{number}"), "--format", "ron"]));
        assert!(fine(desk.run(&["package", "attachments", "any.liu.zip"])).contains("note.txt"));
        assert_eq!(std::fs::read(desk.path("any.liu.zip")).unwrap(), zip);
    }
}

#[test]
fn every_byte_of_every_part_is_noticed_when_it_changes() {
    for zip in one_of_each_kind() {
        let files = files(&zip);
        let is_noticed = |changed: &[(String, Vec<u8>)]| package::read(&repacked(changed)).is_err();
        assert!(!is_noticed(&files), "unchanged it is whole");
        let manifest = package::read(&zip).unwrap().manifest;
        for (index, (name, bytes)) in files.iter().enumerate() {
            // Every byte of small parts, and a dense sample of the printed ones: below, that the digest is over all of it.
            let step = if bytes.len() <= 4096 { 1 } else { bytes.len() / 101 + 1 };
            for at in (0..bytes.len()).step_by(step) {
                assert!(is_noticed(&changed_files(&files, index, at, 1 << (at % 8))), "{name} at {at}");
            }
            let mut cut = files.clone();
            cut[index].1.pop();
            assert!(is_noticed(&cut), "{name} without its last byte");
            if name != "manifest.json" {
                let part = manifest.parts.iter().find(|part| part.name == *name).unwrap();
                assert_eq!(part.sha256, ContentDigest::of(bytes), "the digest is over all of it");
                assert_eq!(part.size, bytes.len() as u64);
            }
        }
    }
}

#[test]
fn every_byte_of_the_file_itself_is_noticed_or_means_nothing() {
    let zip = one_of_each_kind().swap_remove(0);
    let whole = package::read(&zip).unwrap();
    let contents =
        |package: &package::Package| package.parts().map(|(part, bytes)| (part.name.clone(), bytes.to_vec())).collect::<Vec<_>>();
    let expected = contents(&whole);
    // The headers stand before each part and at the end.
    let headers =
        |at: usize| at + 1200 > zip.len() || zip[at.saturating_sub(60)..at].windows(4).any(|four| four == b"PK\x03\x04");
    for at in (0..zip.len()).filter(|at| at % 499 == 0 || headers(*at)) {
        let mut changed = zip.clone();
        changed[at] ^= 1 << (at % 8);
        if let Ok(package) = package::read(&changed) {
            // Such as the time of a file, which nobody reads.
            assert!(package.manifest == whole.manifest && contents(&package) == expected, "at {at}");
        }
    }
}

#[test]
fn which_part_was_changed_is_said_by_the_command() {
    let desk = provider();
    fine(desk.run(&["package", "request", "ours.liu.ron", "--to", "p"]));
    let files = files(&std::fs::read(desk.path("p.liu.zip")).unwrap());
    desk.write("p.liu.zip", repacked(&changed_files(&files, 2, 400, 1)));
    let ran = desk.run(&["verify", "p.liu.zip"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.out.contains("書き出したときのままではありません") && ran.err.contains(&files[2].0), "{ran:?}");
    desk.write("p.liu.zip", repacked(&changed_files(&files, 0, 40, 1)));
    assert_eq!(desk.run(&["verify", "p.liu.zip"]).code, 2);
}

/// Everything that stands in the files of a workbook.
fn workbook_text(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    for index in 0..archive.len() {
        std::io::Read::read_to_string(&mut archive.by_index(index).unwrap(), &mut text).unwrap();
    }
    text
}

#[test]
fn what_is_the_providers_own_stays_with_it() {
    let desk = provider();
    let mut ours = record(&desk, "ours.liu.ron");
    set(&mut ours, TextField::ApplicationRemarks, "監査の指摘がまだ直っていない。");
    ours.apply(Edit::AnswerCheckList(CheckListPoint::InternalAudit, Answer::No)).unwrap();
    write(&desk, "ours.liu.ron", &ours);
    fine(desk.run(&["package", "request", "ours.liu.ron", "--to", REQUEST, "--overwrite"]));
    let request = read(&desk, REQUEST);
    assert_eq!(request.record, package::request_of(&ours));
    assert_eq!((&request.record.application, &request.record.id), (&Default::default(), &ours.id));
    for (part, bytes) in request.parts() {
        // The record stands in the PDFs, too, as it was attached.
        let text = match part.role {
            PartRole::Workbook => workbook_text(bytes),
            _ if part.name.ends_with(".pdf") => {
                file::to_json(&file::read(&crate::support::reader(), bytes, &part.name).unwrap().record).unwrap()
            }
            _ => String::from_utf8(bytes.to_vec()).unwrap(),
        };
        assert!(!text.contains("監査の指摘"), "{}", part.name);
    }
    // Not even where comments and history are wanted along: what stood there once, and what was said to it, stays, too.
    let comment = |id: &str, field: Field| Comment {
        id: CommentId::new(id).unwrap(),
        field: Line::new(&field.to_string()).unwrap(),
        by: Line::default(),
        on: Date::new(2026, 11, 20).unwrap(),
        text: "内部の話".try_into().unwrap(),
        resolved: false,
        from: None,
    };
    let mut talked = ours.clone();
    for (id, field) in [("a", TextField::Contact), ("b", TextField::ApplicationRemarks)] {
        talked.apply(Edit::AddComment(comment(id, Field::Text(field)))).unwrap();
    }
    let talked = Along::EVERYTHING.of(&package::request_of(&talked));
    assert_eq!(talked.comments.iter().map(|comment| comment.id.as_str()).collect::<Vec<_>>(), ["a"]);
    assert!(talked.history.is_empty());
    // The check-list goes on being filled in while agencies assess: the result answers the request all the same.
    let agency = assess(&desk, "架空省");
    let result = read(&agency, "result.liu.zip");
    assert_eq!(Answering::of(&result.record, &ours), Answering::This);
    set(&mut ours, TextField::ApplicationRemarks, "直した。");
    assert_eq!(Answering::of(&result.record, &ours), Answering::This);
    // In the application it stands.
    write(&desk, "ours.liu.ron", &ours);
    hand_over(&agency, "result.liu.zip", &desk, "a.liu.zip");
    fine(desk.run(&["package", "application", "ours.liu.ron", "--with", "a.liu.zip", "--to", "application"]));
    assert_eq!(read(&desk, "application.liu.zip").record.application, ours.application);
}

#[test]
fn the_record_in_a_request_is_read_as_the_providers() {
    let desk = provider();
    let shown = fine(desk.run(&["show", REQUEST, "--json"]));
    // Whom it asked stays at home, so that the content is another.
    let ours = record(&desk, "ours.liu.ron");
    let (at_home, sent) = (ours.content_digest(), package::request_of(&ours).content_digest());
    assert_eq!(shown, fine(desk.run(&["show", "ours.liu.ron", "--json"])).replace(at_home.as_str(), sent.as_str()));
    let checked = desk.run(&["check", REQUEST]);
    assert_eq!(checked.out, desk.run(&["check", "ours.liu.ron"]).out.replace("ours.liu.ron", REQUEST), "{checked:?}");
    assert!(fine(desk.run(&["export", REQUEST, "--to", "out", "--format", "json"])).contains("out"));
}

#[test]
fn what_came_attached_is_listed_and_saved_and_no_file_is_replaced() {
    let desk = provider();
    desk.write("構成図.PDF", b"%PDF-1.7 a diagram");
    desk.write("setup.exe", b"MZ");
    desk.write("con", b"a device");
    fine(desk.run(&["package", "request", "ours.liu.ron", "--to", "more", "--attach", "構成図.PDF", "setup.exe", "con"]));
    let listed = fine(desk.run(&["package", "attachments", "more.liu.zip"]));
    assert_eq!(listed.lines().count(), 3, "{listed}");
    assert!(listed.contains("構成図.PDF（attachment01.pdf、1 KiB") && listed.contains("setup.exe（attachment02.bin"), "{listed}");
    std::fs::create_dir(desk.path("kept")).unwrap();
    desk.write("kept/添付01_構成図.pdf", "mine");
    let save = ["package", "attachments", "more.liu.zip", "--to", "kept"];
    for _ in 0..2 {
        let saved = fine(desk.run(&save));
        let names: Vec<String> = saved.lines().map(|line| line.replace('\\', "/")).collect();
        assert_eq!(names, ["kept/添付01_構成図 (2).pdf", "kept/添付02_setup_exe.bin", "kept/添付03_con.bin"]);
    }
    assert_eq!(desk.read("kept/添付01_構成図.pdf"), "mine");
    assert_eq!(std::fs::read_dir(desk.path("kept")).unwrap().count(), 4);
    assert_eq!(desk.read("kept/添付01_構成図 (2).pdf"), "%PDF-1.7 a diagram");
    // They go neither into the record nor into the next package.
    fine(desk.run(&["new", "--request", "more.liu.zip", "case"]));
    fine(desk.run(&["package", "result", "case.liu.ron", "--draft", "--to", "result"]));
    assert!(read(&desk, "result.liu.zip").attachments().is_empty());
    let none = desk.run(&["package", "attachments", "result.liu.zip"]);
    assert!(fine(none).is_empty());
    let no_package = desk.run(&["package", "attachments", "ours.liu.ron"]);
    assert_eq!((no_package.code, no_package.err.contains("パッケージではありません")), (2, true), "{no_package:?}");
}

#[test]
fn a_name_made_to_do_harm_is_saved_as_a_harmless_one() {
    let long = format!("{}.pdf", "あ".repeat(190));
    for (title, expected) in [
        ("../../etc/passwd", "添付01_etc_passwd.bin"),
        ("C:\\Windows\\system32\\calc.exe", "添付01_C_Windows_system32_calc_exe.bin"),
        ("a\u{202E}fdp.exe", "添付01_afdp_exe.bin"),
        ("NUL", "添付01_NUL.bin"),
        ("..", "添付01.bin"),
        ("", "添付01.bin"),
        (".pdf", "添付01.pdf"),
        ("報告.PDF", "添付01_報告.pdf"),
        ("報告.pdf.exe", "添付01_報告_pdf_exe.bin"),
        (long.as_str(), &format!("添付01_{}.pdf", "あ".repeat(48))),
    ] {
        let came = package::CameAttached {
            title: Line::from_typed(title).0,
            name: "添付01.pdf".to_owned(),
            size: 0,
            sha256: ContentDigest::of(b""),
            content: Ok(Vec::new()),
        };
        assert_eq!(came.file_name(1), expected, "{title}");
        let (disk, folder) = (file::MemoryStorage::new(), std::path::Path::new("/cases/attached"));
        disk.create_folder(folder).unwrap();
        assert_eq!(package::save_attachment(&disk, folder, &came, 1).unwrap(), folder.join(expected), "{title}");
        assert_eq!(disk.paths(), [folder.join(expected)], "nothing else is written: {title}");
    }
}

#[test]
fn a_missing_or_changed_attachment_is_named_everywhere_and_never_saved() {
    let desk = provider();
    desk.write("構成図.pdf", b"%PDF-1.7 a diagram");
    desk.write("note.txt", "証拠");
    fine(desk.run(&["package", "request", "ours.liu.ron", "--to", "whole", "--attach", "構成図.pdf", "note.txt"]));
    let whole = files(&std::fs::read(desk.path("whole.liu.zip")).unwrap());
    let place = whole.iter().position(|(name, _)| name == "attachment01.pdf").unwrap();
    let mut missing = whole.clone();
    missing.remove(place);
    for (zip, said) in [
        (repacked(&changed_files(&whole, place, 3, 1)), "内容が変わっています"),
        (repacked(&missing), "一覧にあるファイルがありません"),
    ] {
        desk.write("p.liu.zip", &zip);
        let verified = desk.run(&["verify", "p.liu.zip"]);
        assert_eq!(verified.code, 1, "{verified:?}");
        assert!(verified.out.contains("書き出したときのままではありません"), "{verified:?}");
        assert!(verified.err.contains("構成図.pdf") && verified.err.contains(said), "{verified:?}");
        // Who is not told so is not given the record either.
        for command in [&["show"][..], &["check"], &["new", "made", "--request"], &["export", "--to", "out"]] {
            let ran = desk.run(&[command, &["p.liu.zip"]].concat());
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{command:?}: {ran:?}");
            assert!(
                ran.err.contains("「構成図.pdf」（attachment01.pdf）は") && ran.err.contains(said),
                "{command:?}: {}",
                ran.err
            );
        }
        let saved = desk.run(&["package", "attachments", "p.liu.zip", "--to", "kept"]);
        assert_eq!(saved.code, 1, "{saved:?}");
        assert!(saved.err.contains("構成図.pdf") && saved.err.contains(said), "{saved:?}");
        assert!(saved.out.contains("note.txt") && !saved.out.contains("構成図"), "{saved:?}");
        let kept = std::fs::read_dir(desk.path("kept")).unwrap().count();
        assert_eq!(kept, 1, "the whole one alone");
    }
    assert!(!desk.path("made.liu.ron").exists() && !desk.path("out").exists());
}

#[test]
fn a_printed_document_that_shows_another_record_is_told() {
    let provider = provider();
    let (one, other) = (assess(&provider, "架空省"), assess(&provider, "架空庁"));
    let printed = |desk: &Desk| {
        let package = read(desk, "result.liu.zip");
        package.parts().find(|(part, _)| part.role == PartRole::Explanation).map(|(_, bytes)| bytes.to_vec()).unwrap()
    };
    let forged =
        crate::support::package::with_part(&std::fs::read(one.path("result.liu.zip")).unwrap(), "explanation", &printed(&other));
    one.write("forged.liu.zip", &forged);
    let ran = one.run(&["verify", "forged.liu.zip"]);
    assert_eq!(ran.code, 1, "every digest fits, and still: {ran:?}");
    assert!(ran.err.contains("評価結果の説明"), "{}", ran.err);
}

#[test]
fn a_printed_document_whose_pages_were_changed_is_told_in_every_package() {
    let provider = provider();
    let agency = assess(&provider, "架空省");
    hand_over(&agency, "result.liu.zip", &provider, "a.liu.zip");
    fine(provider.run(&["package", "application", "ours.liu.ron", "--with", "a.liu.zip", "--to", "application"]));
    let desk = Desk::new();
    for (from, name, roles) in [
        (&provider, REQUEST, &["sheet", "letter"][..]),
        (&agency, "result.liu.zip", &["record_document", "explanation"]),
        (&provider, "application.liu.zip", &["record_document", "cover"]),
    ] {
        let whole = std::fs::read(from.path(name)).unwrap();
        desk.write("whole.liu.zip", &whole);
        let said = fine(desk.run(&["verify", "whole.liu.zip"]));
        assert!(said.matches("1バイトも違いません").count() >= roles.len(), "{name}: {said}");
        for role in roles {
            // What is behind the end of a PDF is seen by nobody, and is another file all the same.
            let package = package::read(&whole).unwrap();
            let (part, bytes) = package.documents().find(|(part, _)| serde_json::to_value(part.role).unwrap() == *role).unwrap();
            desk.write("alone.pdf", bytes);
            let alone = desk.run(&["verify", "alone.pdf"]);
            let tells_of_others = ["letter", "cover"].contains(role);
            assert_eq!(
                alone.code == 1 && alone.err.contains("パッケージ（.liu.zip）のまま"),
                tells_of_others,
                "{role}: {alone:?}"
            );
            let changed = crate::support::package::with_part(&whole, role, &[bytes, b"\n"].concat());
            desk.write("changed.liu.zip", changed);
            let said = desk.run(&["verify", "changed.liu.zip"]);
            assert_eq!(said.code, 1, "{name} {role}: {said:?}");
            assert!(said.err.contains("書き足されています") && said.err.contains(&part.name), "{name} {role}: {said:?}");
        }
    }
}

#[test]
fn a_history_that_another_program_packed_is_held_to_what_a_record_is_held_to() {
    let desk = assess(&provider(), "架空省");
    let packed = std::fs::read(desk.path("result.liu.zip")).unwrap();
    let verified = |name: &str, record: &Record| {
        let json = liu_wizard::file::to_json(record).unwrap();
        desk.write(name, crate::support::package::with_part(&packed, "record", json.as_bytes()));
        desk.run(&["verify", name])
    };
    let changed_outside = record(&desk, "case.liu.ron");
    assert!(!changed_outside.history.is_empty(), "it keeps how it began, and it was filled in by another program");
    let told = verified("altered.liu.zip", &changed_outside);
    let problem = &changed_outside.history_problems()[0];
    let problem = liu_wizard::text::history::problem(problem, liu_wizard::text::Lang::Ja).what;
    assert!(told.code == 1 && told.out.contains("、つながっていません"), "{told:?}");
    assert!(told.err.contains(&problem), "{}", told.err);

    let at = liu_wizard::record::Moment::of("2026-11-23T01:00:00Z".parse().unwrap());
    let kept = Along { comments: true, ..Along::default() }.of(&changed_outside).with_revision(None, at, &Default::default());
    let whole = verified("whole.liu.zip", &kept);
    assert!(whole.out.contains("、つながっています") && !whole.err.contains(&problem), "{whole:?}");
}

#[test]
fn comments_on_the_request_come_along_into_the_assessment_and_no_others() {
    let provider = provider();
    let mut ours = record(&provider, "ours.liu.ron");
    let on = [
        Field::Text(TextField::ServiceName),
        Field::Day(DayField::Deadline),
        Field::CheckList(CheckListPoint::Gbizid),
        Field::Approval,
        Field::Profile,
        Field::Task,
    ];
    for (number, field) in on.iter().enumerate() {
        let comment = Comment {
            id: CommentId::new(format!("c{number}")).unwrap(),
            field: Line::new(&field.to_string()).unwrap(),
            by: Line::new("架空 一郎").unwrap(),
            on: Date::new(2026, 11, 23).unwrap(),
            text: "一言。".try_into().unwrap(),
            resolved: number == 1,
            from: None,
        };
        ours.apply(Edit::AddComment(comment)).unwrap();
    }
    let ids = |record: &Record| record.comments.iter().map(|comment| comment.id.to_string()).collect::<Vec<_>>();
    let request = package::request_of(&ours);
    assert_eq!(ids(&request), ["c0", "c1", "c4", "c5"]);
    let begin = |request: &Record| {
        let id = liu_wizard::record::RecordId::new("begun").unwrap();
        package::begin_assessment(request, id, Date::new(2026, 11, 23).unwrap(), request.catalogue.clone())
    };
    let begun = begin(&request);
    assert_eq!(begun.comments, ours.comments[..2], "as they were said, open or resolved");
    assert!(begin(&Along::default().of(&request)).comments.is_empty());
    assert!(package::take_over_comments(&ours, [&begun, &begun]).is_none(), "they are the provider's already");
    let (edit, count) = package::take_over_comments(&Along::default().of(&ours), [&begun, &begun]).unwrap();
    let mut again = Along::default().of(&ours);
    again.apply(edit).unwrap();
    assert_eq!((count, ids(&again)), (2, vec!["c0".to_owned(), "c1".to_owned()]));
}

#[test]
fn show_lists_comments_those_that_are_open_first() {
    let desk = Desk::new();
    fine(desk.run(&["new", "--role", "csp", "ours"]));
    let mut ours = record(&desk, "ours.liu.ron");
    assert!(!fine(desk.run(&["show", "ours.liu.ron"])).contains("コメント"));
    for (id, text, resolved) in [("a", "済んだこと。", true), ("b", "残ること。\nもう一つ。", false)] {
        let comment = Comment {
            id: CommentId::new(id).unwrap(),
            field: Line::new("service.name").unwrap(),
            by: Line::new("架空 花子").unwrap(),
            on: Date::new(2026, 11, 23).unwrap(),
            text: text.try_into().unwrap(),
            resolved,
            from: None,
        };
        ours.apply(Edit::AddComment(comment)).unwrap();
    }
    write(&desk, "ours.liu.ron", &ours);
    let shown = fine(desk.run(&["show", "ours.liu.ron"]));
    let place = |said: &str| shown.find(said).unwrap_or_else(|| panic!("{said}: {shown}"));
    assert!(place("コメント 2（未解決 1）") < place("［未解決］サービス › サービス名：残ること。\n    もう一つ。（架空 花子"));
    assert!(place("残ること。") < place("［解決済み］サービス › サービス名：済んだこと。"));
    assert!(fine(desk.run(&["--lang", "en", "show", "ours.liu.ron"])).contains("Comments: 2 (1 open)"));
}
