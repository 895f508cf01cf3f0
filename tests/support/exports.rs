//! A case to export: the example of the questionnaire, and what every export test needs of it.
#![allow(dead_code, reason = "each test takes what it needs")]

use std::sync::Arc;

use liu_wizard::catalogue::{Catalogue, Section};
use liu_wizard::export::{CopyKind, ExportInput};
use liu_wizard::judgement::{Judgement, judge};
use liu_wizard::record::{
    Answer, ApprovalState, Choice, ConfidentialityGrade, Date, Decision, Grade, InformationItem, ItemId, Level, Line, Objective,
    OptionId, PersonCount, Prose, PublicationPlan, QuestionId, Record, RecordId, RedFlagReply, Role, TaskChoice, TaskId,
    Validity,
};
use liu_wizard::text::Lang;

/// A record with its judgement.
pub struct Case {
    pub record: Record,
    pub catalogue: Arc<Catalogue>,
    pub judgement: Judgement,
}

/// The day of all exports.
pub fn today() -> Date {
    Date::new(2026, 11, 23).unwrap()
}

pub fn line<const SOFT: usize>(text: &str) -> Line<SOFT> {
    Line::new(text).unwrap()
}

pub fn prose<const SOFT: usize>(text: &str) -> Prose<SOFT> {
    Prose::new(text).unwrap()
}

impl Case {
    pub fn new(record: Record) -> Self {
        let catalogue = Catalogue::shipped().unwrap();
        let judgement = judge(&record, &catalogue, today());
        Self { record, catalogue, judgement }
    }

    pub fn input(&self, lang: Lang) -> ExportInput<'_> {
        ExportInput {
            copy: CopyKind::at_hand(&self.record, &self.judgement),
            ..ExportInput::new(&self.record, &self.catalogue, &self.judgement, today(), lang)
        }
    }
}

/// A record in which nothing was answered.
pub fn blank(role: Role) -> Record {
    let catalogue = Catalogue::shipped().unwrap();
    let id = RecordId::new("3f6c1a90-5b1e-4c7a-9a52-0d1f2e3c4b5a").unwrap();
    Record::new(id, role, Date::new(2026, 11, 2).unwrap(), catalogue.profiles[0].id.clone(), catalogue.pin())
}

pub fn decided(level: Level, reason: &str) -> Decision {
    use liu_wizard::record::{Assessment, SeenProposal};
    let against = SeenProposal::new(Assessment::assessed(level), Vec::new());
    Decision { choice: Choice::Decided { level, against }, reason: prose(reason) }
}

/// The item of the questionnaire's example, with every question answered and every cell decided low.
pub fn conference_item() -> InformationItem {
    let catalogue = Catalogue::shipped().unwrap();
    let mut item = InformationItem::new(ItemId::new("item-1").unwrap());
    item.name = line("会議の音声・映像・チャット");
    item.description = prose("公表を前提とした政策検討の会議の音声、映像、チャット。");
    item.whose = line("職員及び外部の委員");
    item.confidentiality_grade = ConfidentialityGrade::Two;
    item.integrity_grade = Grade::One;
    item.availability_grade = Grade::One;
    item.personal_data = line("氏名、所属、声、顔");
    item.person_count = PersonCount::UpTo100;
    item.publication = PublicationPlan::Planned;
    item.publication_time = line("会議の一か月後");
    item.retention = line("30日");
    for section in [Section::Confidentiality, Section::Integrity, Section::Availability] {
        for question in catalogue.questions_of(section) {
            item.answers.set(question.id.clone(), Answer::No);
        }
    }
    for id in ["C1", "C4"] {
        item.answers.set(QuestionId::new(id).unwrap(), Answer::Yes);
    }
    item.answers.set(QuestionId::new("A2").unwrap(), Answer::Choice(OptionId::new("longer").unwrap()));
    for objective in Objective::ALL {
        item.decisions[objective] = decided(Level::Low, "");
    }
    item.decisions.confidentiality = decided(Level::Low, "公表前提、会議後に議事録を公表");
    item
}

/// The example of the questionnaire: a web conference service that fits.
pub fn web_conference() -> Record {
    let catalogue = Catalogue::shipped().unwrap();
    let mut record = blank(Role::Agency);
    record.case_name = line("政策検討会議のウェブ会議化");
    record.service.provider = line("架空クラウド株式会社");
    record.service.corporate_number = line("7000012050002");
    record.service.name = line("ウェブ会議サービス甲");
    record.service.url = line("https://example.test/conference");
    record.service.summary = prose("ブラウザで使うウェブ会議。録画と字幕の機能がある。");
    record.service.is_saas = Answer::Yes;
    record.service.information_kinds = prose("機密性2情報まで");
    record.service.data_location = line("日本国内");
    record.service.functions = prose("会議、画面共有、チャット。録画は使わない。");
    record.agency.name = line("架空省");
    record.agency.bureau = line("大臣官房");
    record.agency.section = line("総務課");
    record.agency.task_name = line("制度改正の検討会の運営");
    record.agency.purpose = prose("外部の委員を交えた検討会をオンラインで開く。");
    record.agency.users = line("総務課の職員と外部の委員");
    record.agency.assessor.title = line("総務課 係長");
    record.agency.assessor.name = line("髙﨑 一郎");
    record.agency.approver.title = line("総務課長");
    record.agency.approver.name = line("神田 花子");
    record.agency.assessed_on = Some(Date::new(2026, 11, 20).unwrap());
    for (id, answer) in [
        ("G1", Answer::Yes),
        ("G2", Answer::Yes),
        ("G3", Answer::No),
        ("G4", Answer::No),
        ("G6", Answer::Yes),
        ("G7", Answer::Yes),
        ("G8", Answer::Yes),
    ] {
        record.gate.answers.set(QuestionId::new(id).unwrap(), answer);
    }
    let task = TaskId::new("LIU-A1").unwrap();
    for flag in &catalogue.task(&task).unwrap().red_flags {
        let reply = RedFlagReply { flag: flag.id.clone(), applies: Answer::No, word: line("公表する会議に限る") };
        record.red_flags.push(reply);
    }
    record.task = TaskChoice::Listed(task);
    record.items.push(conference_item());
    record.conditions_of_use = prose("公表を前提とする会議に限る。録画はしない。");
    record.residual_risk = prose("公表前の発言が漏れると、日程の調整が要る。");
    record
}

/// The same with C7 (業務の目的を損なう) answered yes and this reason for the decision on confidentiality.
pub fn purpose_harmed(reason: &str) -> Record {
    let mut record = web_conference();
    let item = &mut record.items[0];
    item.answers.set(QuestionId::new("C7").unwrap(), Answer::Yes);
    let judged = Case::new(record.clone());
    let seen = judged.judgement.items[0].cells.confidentiality.seen();
    let decision = &mut record.items[0].decisions.confidentiality;
    decision.choice = Choice::Decided { level: Level::Low, against: seen };
    decision.reason = prose(reason);
    record
}

/// The same with C2 (要配慮個人情報) answered 不明.
pub fn sensitive_unknown() -> Record {
    let mut record = web_conference();
    record.items[0].answers.set(QuestionId::new("C2").unwrap(), Answer::Unknown);
    record
}

/// The same, approved.
pub fn approved(mut record: Record) -> Record {
    record.approval.state = ApprovalState::Approved;
    record.approval.by = record.agency.approver.clone();
    record.approval.on = Some(Date::new(2026, 11, 22).unwrap());
    record.approval.validity = Validity::TwelveMonths;
    record.approval.comment = prose("確認しました。");
    record.approval.content = Some(record.content_digest());
    record.approval = record.approval.sealed();
    record
}

/// Text without white space: a reader of PDF puts lines and blanks where it sees fit.
pub fn dense(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

/// The text of each page, as a reader that is not ours sees it.
pub fn pages(pdf: &[u8]) -> Vec<String> {
    pdf_extract::extract_text_from_mem_by_pages(pdf).unwrap().iter().map(|page| dense(page)).collect()
}
