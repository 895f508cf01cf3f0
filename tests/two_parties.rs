//! Provider and agencies hand each other packages, on the command line: request, one sent back, results, application.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "what a test cannot prepare fails it, and it writes as another program would"
)]

mod command_line_support;
mod package_support;

use command_line_support::{Desk, Ran};
use liu_wizard::export::Along;
use liu_wizard::file;
use liu_wizard::package::{self, Answering, PackageKind, PartRole};
use liu_wizard::record::{Edit, Field, Record, Role, TaskChoice, TaskId, TextField};
use package_support::{assessed, changed_files, files, repacked};

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
    assert!(taken.err.contains("評価結果ではありません") && !provider.path("no.liu.zip").exists(), "{}", taken.err);

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
    assert_eq!(application.record, sent(&ours));
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
    let request = begun.answers_request.unwrap();
    assert_eq!(
        (request.record, request.content, request.service),
        (ours.id.clone(), ours.content_digest(), ours.service.digest())
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
    assert_eq!(roles(&request), [PartRole::Record, PartRole::Sheet, PartRole::Letter, PartRole::Letter]);
    let (_, letter) = request.parts().find(|(part, _)| part.name == "依頼文.md").unwrap();
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
        (&["application", "csp.liu.ron", "--with", "LIU-A1.liu.ron", "LIU-A1.liu.ron"], "二度指定"),
        (&["application", "csp.liu.ron"], "引数が足りません"),
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
    fine(agency.run(&["package", "result", "case.liu.ron", "--to", "changed.liu.zip"]));
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
    assert_eq!(names, [("添付01.png", "構成図.PNG"), ("添付02.bin", "setup.exe")]);
    assert_eq!(attached[1].1, b"MZ\0");
    assert!(fine(desk.run(&["verify", "more.liu.zip"])).contains("構成図.PNG"));

    desk.write("large.bin", vec![0; 20 * 1024 * 1024 + 1]);
    let refused = desk.run(&["package", "request", "ours.liu.ron", "--to", "large", "--attach", "large.bin"]);
    assert_eq!((refused.code, desk.path("large.liu.zip").exists()), (2, false), "{refused:?}");
    assert!(refused.err.contains("large.bin") && refused.err.contains("20 MiB"), "{}", refused.err);
}

#[test]
fn every_byte_of_the_manifest_and_any_byte_of_a_part_is_noticed_when_it_changes() {
    let desk = provider();
    desk.write("note.txt", "証拠");
    fine(desk.run(&["package", "request", "ours.liu.ron", "--to", "p", "--attach", "note.txt"]));
    let files = files(&std::fs::read(desk.path("p.liu.zip")).unwrap());
    assert_eq!(files.len(), 6);
    let is_noticed = |changed: &[(String, Vec<u8>)]| package::read(&repacked(changed)).is_err();
    assert!(!is_noticed(&files), "unchanged it is whole");
    for (index, (name, bytes)) in files.iter().enumerate() {
        // Of large parts a sample, whose steps hit other places of each.
        let step = if name == "manifest.json" { 1 } else { bytes.len() / 101 + 1 };
        for at in (0..bytes.len()).step_by(step) {
            for bit in [1, 0x20] {
                assert!(is_noticed(&changed_files(&files, index, at, bit)), "{name} at {at}");
            }
        }
        let mut cut = files.clone();
        cut[index].1.pop();
        assert!(is_noticed(&cut), "{name} without its last byte");
    }
    // The command says so, too, and which part it is.
    desk.write("p.liu.zip", repacked(&changed_files(&files, 2, 400, 1)));
    let ran = desk.run(&["verify", "p.liu.zip"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.out.contains("書き出したときのままではありません") && ran.err.contains(&files[2].0), "{ran:?}");
    desk.write("p.liu.zip", repacked(&changed_files(&files, 0, 40, 1)));
    assert_eq!(desk.run(&["verify", "p.liu.zip"]).code, 2);
}

#[test]
fn a_printed_document_that_shows_another_record_is_told() {
    let provider = provider();
    let (one, other) = (assess(&provider, "架空省"), assess(&provider, "架空庁"));
    let printed = |desk: &Desk| {
        let package = read(desk, "result.liu.zip");
        package.parts().find(|(part, _)| part.role == PartRole::Explanation).map(|(_, bytes)| bytes.to_vec()).unwrap()
    };
    let forged = package_support::with_part(&std::fs::read(one.path("result.liu.zip")).unwrap(), "explanation", &printed(&other));
    one.write("forged.liu.zip", &forged);
    let ran = one.run(&["verify", "forged.liu.zip"]);
    assert_eq!(ran.code, 1, "every digest fits, and still: {ran:?}");
    assert!(ran.err.contains("評価結果の説明"), "{}", ran.err);
}
