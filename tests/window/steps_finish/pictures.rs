//! Every page of these steps in a usual window and at 200 % zoom: nothing panics, no glyph is missing, every input is named.

use std::path::PathBuf;
use std::sync::Arc;

use liu_wizard::catalogue::StepId;
use liu_wizard::export::SetProblem;
use liu_wizard::judgement::judge;
use liu_wizard::package::{CameAttached, TakenResult};
use liu_wizard::record::{Answer, ContentDigest, Edit, Field, Level, Line, Objective, TextField};
use liu_wizard::text::Lang;
use liu_wizard::window::{ExportState, ExportedFile, Made, ReceivedRecord, ToAttach};

use super::precedents::{add_precedents, earlier};
use super::{NARROW, WIDE};
use crate::support::host::{Host, all_no, id, picture, question, today, window};

fn case(step: StepId, lang: Lang) -> Host {
    let mut host =
        Host::new(step, all_no(&["会議の音声・映像・チャット", "参加者の氏名・所属・連絡先", "公表予定資料の画面共有"]));
    host.lang = lang;
    let decidable = host.judgement.decidable_as_proposed();
    let some = decidable.into_iter().filter(|(item, objective, _)| *item != id(3) || *objective == Objective::Integrity);
    host.apply(Edit::DecideAsProposed(some.collect()));
    for (item, of, answer) in [
        (1, "C1", Answer::Yes),
        (1, "C4", Answer::Yes),
        (2, "C7", Answer::Yes),
        (2, "I2", Answer::Yes),
        (3, "C6", Answer::Unknown),
        (3, "C8", Answer::NotAnswered),
    ] {
        host.apply(Edit::AnswerItems(vec![id(item)], question(of), answer));
    }
    let against = host.judgement.items[1].cells.confidentiality.seen();
    let (item, objective) = (id(2), Objective::Confidentiality);
    host.apply(Edit::Decide { item, objective, level: Level::Low, against });
    for (field, text) in [
        (Field::Reason(id(1), Objective::Confidentiality), "会議後に議事録を公表する。"),
        (Field::Reason(id(2), Objective::Confidentiality), "名簿は会議の公表と同時に公開する。"),
        (Field::Text(TextField::ServiceName), "ウェブ会議サービス甲"),
        (Field::Text(TextField::Provider), "架空クラウド株式会社"),
        (Field::Text(TextField::AgencyName), "架空省"),
        (Field::Text(TextField::Addressee), "架空省 総務課"),
        (Field::Text(TextField::ApproverName), "架空 太郎"),
        (Field::Text(TextField::AssessorName), "架空 花子"),
        (Field::Text(TextField::ConditionsOfUse), "公表を前提とする会議に限る。録画は会議後30日で消去する。"),
    ] {
        host.apply(Edit::SetText { field, text: text.to_owned() });
    }
    let judgement = judge(&host.record, &host.catalogue, today());
    let attached = |title: &str, content| CameAttached {
        title: Line::new(title).unwrap(),
        name: "添付01.pdf".to_owned(),
        size: 48_000,
        sha256: ContentDigest::of(title.as_bytes()),
        content,
    };
    let came: Vec<Arc<CameAttached>> = vec![
        Arc::new(attached("構成図（第2版）.pdf", Ok(Vec::new()))),
        Arc::new(attached("認証の写し.pdf", Ok(Vec::new()))),
        Arc::new(attached("監査.pdf", Err(SetProblem::Changed("添付03.pdf".to_owned())))),
    ];
    host.outside.came_attached = came.clone();
    host.outside.attachments = vec![
        ToAttach { path: PathBuf::from("/evidence/構成図.pdf"), bytes: 48_000 },
        ToAttach { path: PathBuf::from("/evidence/認証の写し.pdf"), bytes: 2_000_000 },
    ];
    for name in ["a.liu.ron", "b.liu.ron"] {
        let path = PathBuf::from("/home/shinsei/受領").join(name);
        host.outside.received.push(ReceivedRecord {
            path,
            result: TakenResult::of_record(host.record.clone()),
            judgement: judgement.clone(),
            returned: None,
            attached: came.clone(),
            remarks: Vec::new(),
            wanted: false,
            came: None,
        });
    }
    add_precedents(&mut host, &[earlier("架空省 大臣官房 総務課", Some(Level::Moderate)), earlier("架空庁", None)]);
    host.outside.export = ExportState::Finished(vec![ExportedFile {
        path: PathBuf::from("/home/shinsei/出力/LIU-00000000_ウェブ会議サービス甲.pdf"),
        result: Ok(Made::of(&[0; 1_234_567])),
    }]);
    host
}

#[test]
fn every_page_is_shown_in_both_languages_and_at_both_sizes() {
    use StepId::{Application, Approval, Availability, Confidentiality, Decisions, Integrity, Output, Received, Request, Review};
    for step in [Confidentiality, Integrity, Availability, Decisions, Review, Approval, Output, Request, Received, Application] {
        for (lang, name) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
            for (size, width) in [(WIDE, "wide"), (NARROW, "narrow"), ([480.0, 2400.0], "phone"), ([826.0, 2400.0], "tall")] {
                let mut window = window(case(step, lang), size);
                picture(&mut window, &format!("{step:?}-{name}-{width}"));
            }
        }
    }
}
