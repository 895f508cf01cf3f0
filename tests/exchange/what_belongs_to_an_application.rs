//! What goes into an application, and what does not: of other providers, of other services, sent back, or approved by nobody.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "what a test cannot prepare fails it")]

use crate::support::command_line::{Desk, Ran};
use crate::support::package::assessed;
use liu_wizard::file;
use liu_wizard::package::{self, Package, PartRole};
use liu_wizard::record::Answer;
use liu_wizard::record::{ApprovalState, CheckListPoint, Date, Edit, Field, Line, Person, Record, TextField};

const REQUEST: &str = "request.liu.zip";

fn fine(ran: Ran) -> String {
    assert_eq!(ran.code, 0, "{ran:?}");
    ran.out
}

fn record(desk: &Desk, name: &str) -> Record {
    file::parse(&std::fs::read(desk.path(name)).unwrap(), name).unwrap().0
}

fn write(desk: &Desk, name: &str, record: &Record) {
    desk.write(name, file::to_ron(record).unwrap());
}

fn read(desk: &Desk, name: &str) -> Package {
    package::read(&std::fs::read(desk.path(name)).unwrap()).unwrap()
}

fn set(record: &mut Record, field: TextField, text: &str) {
    record.apply(Edit::SetText { field: Field::Text(field), text: text.to_owned() }).unwrap();
}

const OURS: [(TextField, &str); 5] = [
    (TextField::Provider, "架空クラウド株式会社"),
    (TextField::CorporateNumber, "7000012050002"),
    (TextField::ServiceName, "ウェブ会議サービス甲"),
    (TextField::ServiceSummary, "会議の音声と映像を中継する。"),
    (TextField::Addressee, "架空省 総務課"),
];

/// A provider with a record in which its part is filled in, and a request made of it.
fn provider(part: &[(TextField, &str)]) -> Desk {
    let desk = Desk::new();
    fine(desk.run(&["new", "--role", "csp", "--task", "LIU-A1", "ours"]));
    let mut ours = record(&desk, "ours.liu.ron");
    for (field, text) in OURS.iter().chain(part) {
        set(&mut ours, *field, text);
    }
    write(&desk, "ours.liu.ron", &ours);
    fine(desk.run(&["package", "request", "ours.liu.ron", "--to", REQUEST]));
    desk
}

/// The result of an agency that assessed and approved what the provider asked, put on a desk.
fn result_of(request: &Desk, agency: &str, to: &Desk, name: &str) {
    fine(request.run(&["new", "--request", REQUEST, name]));
    let begun = record(request, &format!("{name}.liu.ron"));
    write(request, "case.liu.ron", &assessed(begun, agency));
    fine(request.run(&["package", "result", "case.liu.ron", "--to", &format!("{name}.liu.zip")]));
    std::fs::copy(request.path(&format!("{name}.liu.zip")), to.path("copy")).unwrap();
    std::fs::rename(to.path("copy"), to.path(&format!("{name}.zip"))).unwrap();
}

/// The words on the pages of a part.
fn printed(package: &Package, role: PartRole) -> String {
    let (_, bytes) = package.parts().find(|(part, _)| part.role == role).unwrap();
    pdf_extract::extract_text_from_mem(bytes).unwrap().replace(char::is_whitespace, "")
}

fn application<'a>(with: &[&'a str], more: &[&'a str]) -> Vec<&'a str> {
    [&["package", "application", "ours.liu.ron", "--to", "application.liu.zip", "--with"][..], with, more].concat()
}

#[test]
fn another_providers_result_is_refused_before_anything_is_written() {
    let ours = provider(&[]);
    for (part, said) in [
        (&[(TextField::Provider, "架空ネット株式会社"), (TextField::CorporateNumber, "1000012160145")][..], "1000012160145"),
        (&[(TextField::Provider, "架空ネット株式会社")], "架空ネット株式会社"),
        (&[(TextField::CorporateNumber, "1000012160145")], "1000012160145"),
    ] {
        result_of(&provider(part), "架空省", &ours, "other");
        for more in [&[][..], &["--include-differing"], &["--draft"]] {
            let ran = ours.run(&application(&["other.zip"], more));
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{ran:?}");
            assert!(ran.err.contains("ほかの事業者") && ran.err.contains(said) && ran.err.contains("other.zip"), "{}", ran.err);
            assert!(!ours.path("application.liu.zip").exists());
        }
    }
}

#[test]
fn the_same_provider_written_otherwise_is_the_same() {
    let ours = provider(&[]);
    let same = provider(&[(TextField::Provider, "架空クラウド（株）"), (TextField::CorporateNumber, "7000012050002")]);
    result_of(&same, "架空省", &ours, "same");
    let ran = ours.run(&application(&["same.zip"], &[]));
    assert_eq!(ran.code, 1, "it answers another request, which is said: {ran:?}");
    assert!(ran.err.contains("別の依頼への回答です") && !ran.err.contains("入れません"), "{}", ran.err);
    assert_eq!(read(&ours, "application.liu.zip").results.len(), 1);
}

#[test]
fn another_service_or_text_is_left_out_and_said_before_and_in_the_cover_unless_it_is_wanted() {
    let ours = provider(&[]);
    result_of(&ours, "架空省", &ours, "fits");
    for (part, said) in [
        ((TextField::ServiceName, "保管サービス乙"), "保管サービス乙"),
        ((TextField::ServiceSummary, "録画もする。"), "サービスの概要"),
    ] {
        result_of(&provider(&[part]), "架空庁", &ours, "differs");
        let ran = ours.run(&application(&["fits.zip", "differs.zip"], &["--overwrite"]));
        assert_eq!(ran.code, 1, "{ran:?}");
        assert!(ran.err.contains("differs.zip：事前申請に入れません。") && ran.err.contains(said), "{}", ran.err);
        assert!(ran.err.contains("--include-differing"), "{}", ran.err);
        let made = read(&ours, "application.liu.zip");
        assert_eq!(made.results.iter().map(|result| result.agency.name.as_str()).collect::<Vec<_>>(), ["架空省"]);
        let cover = printed(&made, PartRole::Cover);
        for expected in ["同封しないもの", "架空庁", said] {
            assert!(cover.contains(expected), "{expected}: {cover}");
        }
        // Alone it is nothing to hand in.
        let alone = ours.run(&application(&["differs.zip"], &["--overwrite"]));
        assert_eq!((alone.code, alone.out.as_str()), (2, ""), "{alone:?}");
        assert!(alone.err.contains("評価結果がありません"), "{}", alone.err);

        let wanted = ours.run(&application(&["fits.zip", "differs.zip"], &["--overwrite", "--include-differing"]));
        assert_eq!(wanted.code, 1, "{wanted:?}");
        assert!(wanted.err.contains("指定により事前申請に入れます") && wanted.err.contains(said), "{}", wanted.err);
        let made = read(&ours, "application.liu.zip");
        assert_eq!(made.results.len(), 2);
        let cover = printed(&made, PartRole::Cover);
        assert!(cover.contains("この記録との違い") && cover.contains(said) && !cover.contains("同封しないもの"), "{cover}");
    }
}

#[test]
fn the_cover_says_its_day_who_hands_in_to_whom_and_what_is_enclosed() {
    let ours = provider(&[(TextField::Contact, "営業部 架空一郎")]);
    result_of(&ours, "架空省", &ours, "fits");
    ours.write("言明.pdf", "言明書");
    let cover = |lang| {
        let more = ["--overwrite", "--attach", "言明.pdf", "--lang", lang];
        fine(ours.run(&application(&["fits.zip"], &more)));
        printed(&read(&ours, "application.liu.zip"), PartRole::Cover)
    };
    let says = |cover: &str, expected: &[&str]| {
        for words in expected {
            assert!(cover.contains(words), "{words}: {cover}");
        }
    };
    // To whom it goes is nowhere said: the agency that was asked is another matter.
    let ja = cover("ja");
    says(&ja, &["2026（令和8）年11月23日", "差出人", "架空クラウド株式会社", "営業部架空一郎", "宛先：＿＿＿＿", "同封物"]);
    says(&ja, &["言明.pdf", "事前申請記録", "評価結果の記録", "7000012050002"]);
    assert!(!ja.contains("御中"), "{ja}");
    says(&cover("en"), &["2026-11-23", "From", "架空クラウド株式会社", "営業部架空一郎", "To:____", "Enclosures", "言明.pdf"]);

    let mut addressed = record(&ours, "ours.liu.ron");
    set(&mut addressed, TextField::PaperAddressee, "架空の運営支援機関　御中");
    write(&ours, "ours.liu.ron", &addressed);
    let cover = cover("ja");
    says(&cover, &["架空の運営支援機関御中"]);
    assert!(!cover.contains("宛先："), "{cover}");
}

/// A request that an agency sends back although it had begun to assess, and even approved.
fn sent_back(ours: &Desk) {
    fine(ours.run(&["new", "--request", REQUEST, "back"]));
    let begun = record(ours, "back.liu.ron");
    write(ours, "case.liu.ron", &assessed(begun, "架空庁"));
    let back = ["package", "result", "case.liu.ron", "--returned", "--comment", "連絡先を書いてください。", "--to", "back.zip"];
    fine(ours.run(&back));
    std::fs::rename(ours.path("back.liu.zip"), ours.path("back.zip")).unwrap();
}

#[test]
fn a_request_that_was_sent_back_has_neither_outcome_nor_levels_anywhere() {
    let ours = provider(&[]);
    sent_back(&ours);
    let back = read(&ours, "back.zip");
    assert!(back.record.items.is_empty() && back.record.approval == Default::default(), "nothing of the assessment goes back");
    assert_eq!(back.record.agency.name.as_str(), "架空庁");
    // Those of earlier programs hold one, and are read without it.
    let json = file::to_json(&record(&ours, "case.liu.ron")).unwrap();
    let (content, state) = (record(&ours, "case.liu.ron").content_digest(), "approved");
    let earlier = crate::support::package::with_part(&std::fs::read(ours.path("back.zip")).unwrap(), "record", json.as_bytes());
    let earlier = crate::support::package::with_manifest(&earlier, |manifest| {
        manifest["content"] = content.as_str().into();
        manifest["state"] = state.into();
        for part in manifest["parts"].as_array_mut().unwrap() {
            part["content"] = content.as_str().into();
        }
    });
    ours.write("earlier.zip", earlier);
    for name in ["back.zip", "earlier.zip"] {
        let shown = fine(ours.run(&["show", name]));
        let checked = ours.run(&["check", name]);
        let verified = ours.run(&["verify", name]);
        assert_eq!(checked.code, 1, "{checked:?}");
        for said in [&shown, &checked.out, &verified.out] {
            assert!(said.contains("返送（評価なし）") && said.contains("連絡先を書いてください。"), "{name}: {said}");
            for level in ["低位", "適合", "中位", "承認に結び付いた", "承認の状態"] {
                assert!(!said.contains(level), "{name}: {level} in {said}");
            }
        }
        let json = fine(ours.run(&["show", name, "--json"]));
        assert!(json.contains("\"returned\": \"連絡先を書いてください。\""), "{json}");
        assert!(!json.contains("outcome") && !json.contains("low") && !json.contains("低位"), "{json}");
        let files = fine(ours.run(&["export", name, "--to", name.trim_end_matches(".zip"), "--format", "md"]));
        let printed = ours.read(files.trim());
        let item = &record(&ours, "case.liu.ron").items[0].name;
        assert!(printed.contains("架空庁") && !printed.contains(item.as_str()), "{name}: {item}");
    }
    assert!(!ours.run(&["show", "case.liu.ron"]).out.contains("返送"), "what is no package is told as before");
}

#[test]
fn of_what_an_agency_wrote_only_its_name_and_the_case_go_back_with_a_request() {
    let mut begun = record(&provider(&OURS), "ours.liu.ron");
    begun.procurement.date = Some(Date::new(2026, 12, 24).unwrap());
    let stays = |field: &TextField| {
        let whose = [TextField::AgencyName, TextField::Bureau, TextField::Section, TextField::CaseName];
        let of_the_provider = ["service.", "request.", "application."].iter().any(|part| field.path().starts_with(part));
        !of_the_provider && !whose.contains(field)
    };
    // Words of an entry that an agency pasted can be written only where it pasted one.
    let write = |field: &TextField| Edit::SetText { field: Field::Text(*field), text: "内密".to_owned() };
    let fields = TextField::ALL.iter().copied().filter(stays);
    let written = fields.filter(|field| begun.apply(write(field)).is_ok()).count();
    let back = package::without_assessment(&begun);
    let text = file::to_ron(&back).unwrap();
    assert!(written > 10 && !text.contains("内密") && !text.contains("2026-12-24"), "{text}");
    assert_eq!((&back.agency.name, &back.service), (&begun.agency.name, &begun.service));
    // Of a whole assessment no more goes back than of one that was only begun.
    let desk = provider(&OURS);
    fine(desk.run(&["new", "--request", REQUEST, "begun"]));
    let begun = record(&desk, "begun.liu.ron");
    let whole = assessed(begun.clone(), "架空庁");
    assert!(!whole.items.is_empty() && whole.gate != begun.gate && whole.approval != begun.approval);
    let mut named = begun;
    set(&mut named, TextField::AgencyName, "架空庁");
    let back = package::without_assessment(&whole);
    assert_eq!(back, Record { agency: back.agency.clone(), ..package::without_assessment(&named) });
    let of_agency = (&back.agency.purpose, &back.agency.approver, back.agency.assessed_on);
    assert_eq!(of_agency, (&Default::default(), &Default::default(), None));
}

#[test]
fn what_was_sent_back_is_left_out_and_said_before_and_in_the_cover() {
    let ours = provider(&[]);
    sent_back(&ours);
    result_of(&ours, "架空省", &ours, "fits");
    let ran = ours.run(&application(&["fits.zip", "back.zip"], &["--include-differing"]));
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.err.contains("back.zip：事前申請に入れません。") && ran.err.contains("連絡先を書いてください。"), "{}", ran.err);
    let made = read(&ours, "application.liu.zip");
    assert_eq!(made.results.len(), 1);
    let cover = printed(&made, PartRole::Cover);
    for expected in ["同封しないもの", "架空庁", "評価されずに返送", "連絡先を書いてください。"] {
        assert!(cover.contains(expected), "{expected}: {cover}");
    }
}

fn moved(record: &mut Record, to: ApprovalState) {
    let by = Person { title: Line::new("課長").unwrap(), name: Line::new("架空 花子").unwrap() };
    let on = Date::new(2026, 11, 21).unwrap();
    record.apply(Edit::MoveApproval { to, by, on, comment: "理由".to_owned() }).unwrap();
}

/// Each state that is no standing approval, with what is said of it, and whether it goes only if that is wanted.
fn states(approved: &Record) -> Vec<(&'static str, Record, bool)> {
    let undecided = Record { approval: Default::default(), ..approved.clone() };
    let mut submitted = undecided.clone();
    moved(&mut submitted, ApprovalState::Submitted);
    let (mut returned, mut rejected, mut lapsed, mut changed) =
        (submitted.clone(), submitted.clone(), approved.clone(), approved.clone());
    moved(&mut returned, ApprovalState::Returned);
    moved(&mut rejected, ApprovalState::Rejected);
    moved(&mut lapsed, ApprovalState::Lapsed);
    set(&mut changed, TextField::Purpose, "あとで書き換えた目的");
    vec![
        ("承認されていません：作成中", undecided, true),
        ("承認されていません：確認依頼", submitted, true),
        ("承認されていません：差戻し", returned, true),
        ("承認されていません：失効", lapsed, true),
        ("承認されていません：承認（承認後に変更あり", changed, true),
        ("否認", rejected, false),
    ]
}

#[test]
fn a_result_that_nobody_approved_is_refused_unless_it_is_said_to_go_and_its_papers_say_so_with_the_outcome() {
    let ours = provider(&[]);
    result_of(&ours, "架空省", &ours, "fits");
    let approved = record(&ours, "case.liu.ron");
    for (said, case, is_refused) in states(&approved) {
        write(&ours, "state.liu.ron", &case);
        let result = ["package", "result", "state.liu.ron", "--to", "state.liu.zip", "--overwrite"];
        let with_state = application(&["state.liu.ron"], &["--overwrite"]);
        for command in [&result[..], &with_state] {
            let made = ours.path(command.iter().find(|argument| argument.ends_with(".liu.zip")).unwrap());
            std::fs::remove_file(&made).ok();
            let ran = ours.run(command);
            if is_refused {
                assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{said}: {ran:?}");
                assert!(ran.err.contains("承認されていない評価結果です") && ran.err.contains("--draft"), "{}", ran.err);
                assert!(!made.exists());
            }
            let ran = ours.run(&[command, &["--draft"]].concat());
            assert!(ran.code < 2 && made.exists(), "{said}: {ran:?}");
        }
        let outcome = format!("適合（LIUの考え方に適合）（{said}");
        let result = read(&ours, "state.liu.zip");
        for role in [PartRole::Explanation, PartRole::RecordDocument] {
            let text = printed(&result, role);
            assert!(text.contains(&outcome), "{role:?}: {outcome}: {text}");
        }
        let application = read(&ours, "application.liu.zip");
        let cover = printed(&application, PartRole::Cover);
        assert!(cover.contains(&outcome), "{outcome}: {cover}");
        assert_eq!(cover.contains("承認されていない評価結果が入っています"), is_refused, "{said}: {cover}");
    }
}

#[test]
fn an_application_of_final_results_is_final_and_nothing_of_it_says_draft() {
    let ours = provider(&[]);
    let example = liu_wizard::examples::all().iter().find(|example| example.task == "LIU-A1").unwrap();
    let (example, _) = file::parse(example.ron.as_bytes(), "example").unwrap();
    let mut complete = Record { service: example.service, ..record(&ours, "ours.liu.ron") };
    for (field, text) in [(TextField::Contact, "営業部"), (TextField::SuggestedInformation, "会議の音声")] {
        set(&mut complete, field, text);
    }
    for point in CheckListPoint::ALL {
        complete.apply(Edit::AnswerCheckList(point, Answer::Yes)).unwrap();
    }
    write(&ours, "ours.liu.ron", &complete);
    fine(ours.run(&["package", "request", "ours.liu.ron", "--to", REQUEST, "--overwrite"]));
    result_of(&ours, "架空省", &ours, "fits");
    fine(ours.run(&application(&["fits.zip"], &[])));
    let made = read(&ours, "application.liu.zip");
    let mut with_annex = Vec::new();
    for (part, bytes) in made.parts().filter(|(part, _)| part.name.ends_with(".pdf")) {
        let text = pdf_extract::extract_text_from_mem(bytes).unwrap().replace(char::is_whitespace, "");
        assert!(!text.contains("作成中"), "{}: {text}", part.name);
        if ["付録1", "付録2", "付録3"].iter().any(|chapter| text.contains(chapter)) {
            with_annex.push((part.name.clone(), text.contains("問いの一覧と根拠")));
        }
    }
    // What was gone by stands in it once, for all results.
    assert_eq!(with_annex, [("record.pdf".to_owned(), true)]);
}

/// The part of a request package that an agency without the program fills in.
fn sheet_of(desk: &Desk) -> Vec<u8> {
    let request = read(desk, REQUEST);
    request.parts().find(|(part, _)| part.role == PartRole::Workbook).map(|(_, bytes)| bytes.to_vec()).unwrap()
}

#[test]
fn an_agency_without_the_program_answers_by_the_sheet_in_the_request() {
    let ours = provider(&[]);
    let entered =
        [("agency.name", "架空省"), ("agency.purpose", "会議"), ("gate.answers.G1", "はい"), ("gate.answers.G2", "不明")];
    ours.write("filled.xlsx", crate::support::workbook::fill(&sheet_of(&ours), &entered));
    let made = ours.run(&["new", "--request", REQUEST, "--sheet", "filled.xlsx", "answer"]);
    assert_eq!((made.code, made.out.as_str()), (0, "answer.liu.ron\n"), "{made:?}");
    let answer = record(&ours, "answer.liu.ron");
    let digest = liu_wizard::record::ContentDigest::of(&std::fs::read(ours.path("filled.xlsx")).unwrap());
    assert!(made.err.contains("承認されていません") && made.err.contains(digest.as_str()), "{}", made.err);
    assert_eq!((answer.agency.name.as_str(), answer.agency.purpose.as_str()), ("架空省", "会議"));
    assert_eq!((answer.gate.answers.get("G1"), answer.gate.answers.get("G2")), (&Answer::Yes, &Answer::Unknown));
    assert_eq!((answer.approval.state, &answer.received[0].sha256), (ApprovalState::Draft, &digest));
    let request = record(&ours, "ours.liu.ron");
    assert_eq!(package::Answering::of(&answer, &request), package::Answering::This);

    // It goes into an application only if that is wanted, and is said to be what it is.
    let refused = ours.run(&application(&["answer.liu.ron"], &[]));
    assert_eq!((refused.code, refused.out.as_str()), (1, ""), "{refused:?}");
    let packed = ours.run(&application(&["answer.liu.ron"], &["--draft"]));
    assert_eq!(packed.code, 1, "{packed:?}");
    let cover = printed(&read(&ours, "application.liu.zip"), PartRole::Cover);
    for expected in ["承認されていません：作成中", "評価シート（Excel）から取り込んだ回答", "filled.xlsx", digest.as_str()]
    {
        assert!(cover.contains(expected), "{expected}: {cover}");
    }
}

#[test]
fn a_sheet_answers_the_request_it_was_made_of_and_changes_nothing_of_the_providers() {
    let ours = provider(&[]);
    let sheet = sheet_of(&ours);
    let entered = [("agency.name", "架空省"), ("service.summary", "機関が書き換えた概要"), ("gate.answers.G1", "たぶん")];
    ours.write("filled.xlsx", crate::support::workbook::fill(&sheet, &entered));
    let made = ours.run(&["new", "--request", REQUEST, "--sheet", "filled.xlsx", "answer"]);
    assert_eq!(made.code, 1, "what was not taken is said: {made:?}");
    assert!(made.err.contains("サービスの概要") && made.err.contains("「たぶん」"), "{}", made.err);
    let request = record(&ours, "ours.liu.ron");
    assert_eq!(record(&ours, "answer.liu.ron").service, request.service);

    // The provider changes its part, and the agency returns the sheet of before.
    let mut changed = request.clone();
    set(&mut changed, TextField::ServiceSummary, "録画もする。");
    write(&ours, "ours.liu.ron", &changed);
    fine(ours.run(&["package", "request", "ours.liu.ron", "--to", "later.liu.zip"]));
    ours.write("filled.xlsx", crate::support::workbook::fill(&sheet, &[("agency.name", "架空省")]));
    let made = ours.run(&["new", "--request", "later.liu.zip", "--sheet", "filled.xlsx", "earlier"]);
    assert_eq!(made.code, 1, "{made:?}");
    assert!(made.err.contains("前の内容"), "{}", made.err);
    let earlier = record(&ours, "earlier.liu.ron");
    assert_eq!(earlier.service, request.service, "it is the words of the sheet that the agency had before it");
    assert_eq!(package::Answering::of(&earlier, &changed), package::Answering::ThisBeforeChange);
    assert!(!package::objections(&earlier, &changed).is_empty());

    // A sheet of another record, one with nothing filled in, and no sheet are refused.
    ours.write("other.xlsx", sheet_of(&provider(&[])));
    ours.write("blank.xlsx", &sheet);
    ours.write("no.xlsx", "nothing");
    for (name, said) in [("other.xlsx", "別の評価記録"), ("blank.xlsx", "何も記入されていません"), ("no.xlsx", "no.xlsx")]
    {
        let ran = ours.run(&["new", "--request", REQUEST, "--sheet", name, "none"]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{name}: {ran:?}");
        assert!(ran.err.contains(said) && !ours.path("none.liu.ron").exists(), "{name}: {}", ran.err);
    }
}

#[test]
fn what_one_agency_said_goes_to_no_other_on_the_command_line() {
    use liu_wizard::record::{Comment, CommentId, RecordId, Sender};
    let ours = provider(&[]);
    let comment = |id: &str, from: Option<&str>| Comment {
        id: CommentId::new(id).unwrap(),
        field: Line::new("service.name").unwrap(),
        by: Line::default(),
        on: Date::new(2026, 11, 20).unwrap(),
        text: id.try_into().unwrap(),
        resolved: false,
        from: from.map(|name| Sender { record: RecordId::new("r").unwrap(), name: Line::new(name).unwrap() }),
    };
    let mut talked = record(&ours, "ours.liu.ron");
    for comment in [comment("own", None), comment("asked", Some("架空省")), comment("elsewhere", Some("架空庁"))] {
        talked.apply(Edit::AddComment(comment)).unwrap();
    }
    write(&ours, "ours.liu.ron", &talked);
    for (more, expected, kept_back) in [
        (&[][..], &["asked"][..], &["--comments own", "「架空庁」とのもの1件"][..]),
        (&["--comments", "own"], &["own", "asked"], &["「架空庁」とのもの"]),
        (&["--comments", "架空庁"], &["asked", "elsewhere"], &["--comments own"]),
        (&["--comments", "all"], &["own", "asked", "elsewhere"], &[]),
        (&["--without-comments"], &[], &[]),
    ] {
        let command = ["package", "request", "ours.liu.ron", "--to", REQUEST, "--overwrite"];
        let ran = ours.run(&[&command, more].concat());
        assert_eq!(ran.code, 0, "{ran:?}");
        let ids: Vec<String> = read(&ours, REQUEST).record.comments.iter().map(|comment| comment.id.to_string()).collect();
        assert_eq!(ids, expected, "{more:?}");
        for said in kept_back {
            assert!(ran.err.contains(said), "{said}: {}", ran.err);
        }
    }
    let unknown = ours.run(&["package", "request", "ours.liu.ron", "--to", "x", "--comments", "架空局"]);
    assert!(unknown.code == 2 && unknown.err.contains("架空庁") && !ours.path("x.liu.zip").exists(), "{unknown:?}");

    // A result takes along what was said to the provider, and nothing of what the agency said to itself.
    fine(ours.run(&["new", "--request", REQUEST, "case"]));
    let mut case = assessed(record(&ours, "case.liu.ron"), "架空省");
    case.apply(Edit::AddComment(comment("to-provider", None))).unwrap();
    case.apply(Edit::AddComment(Comment { field: Line::new("agency.name").unwrap(), ..comment("inside", None) })).unwrap();
    write(&ours, "case.liu.ron", &case);
    let ran = ours.run(&["package", "result", "case.liu.ron", "--to", "result"]);
    assert!(ran.code == 0 && ran.err.contains("--comments own"), "{ran:?}");
    assert!(read(&ours, "result.liu.zip").record.comments.iter().map(|comment| comment.id.as_str()).eq(["to-provider"]));
    // The application is for others than these two.
    fine(ours.run(&application(&["result.liu.zip"], &[])));
    let made = read(&ours, "application.liu.zip");
    assert!(made.record.comments.is_empty() && made.results[0].comments.is_empty());
    for (_, bytes) in made.parts() {
        assert!(!String::from_utf8_lossy(bytes).contains("to-provider"));
    }
    fine(ours.run(&application(&["result.liu.zip"], &["--overwrite", "--comments", "results"])));
    assert_eq!(read(&ours, "application.liu.zip").results[0].comments.len(), 1);
}
