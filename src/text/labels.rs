//! Names of levels, objectives, answers, outcomes, states: one word for one thing, on screen and in every export.

use super::{Lang, marks};
use crate::catalogue::{Catalogue, Mark, StepId};
use crate::judgement::{Concern, Condition, Outcome, Severity, Standing};
use crate::record::{
    Answer, ApprovalState, AskedState, Assessment, CameAs, CheckListPoint, ConfidentialityGrade, DayField, Grade, ItemField,
    Level, List, Objective, OpinionView, PersonCount, PublicationPlan, Role, TextField, Validity,
};

/// Things with a short name in both languages.
pub trait Label {
    /// The name in this language.
    fn label(&self, lang: Lang) -> &'static str;
}

macro_rules! labels {
    ($type:ty { $($pattern:pat => $ja:literal, $en:literal;)* }) => {
        impl Label for $type {
            fn label(&self, lang: Lang) -> &'static str {
                match self { $($pattern => lang.pick($ja, $en),)* }
            }
        }
    };
}

labels!(Objective {
    Self::Confidentiality => "機密性", "Confidentiality";
    Self::Integrity => "完全性", "Integrity";
    Self::Availability => "可用性", "Availability";
});

labels!(List {
    Self::Items => "取り扱う情報", "information items";
    Self::RedFlags => "注意点への回答", "replies to red flags";
    Self::Comments => "コメント", "comments";
    Self::Opinions => "承認への意見", "opinions on an approval";
    Self::Received => "取り込んだファイル", "files taken in";
    Self::Asked => "依頼先", "agencies asked";
    Self::Sent => "送付", "requests sent to one agency";
    Self::Came => "届いたもの", "answers of one agency";
    Self::Causes => "決定のもとになった問い", "questions behind a decision";
    Self::Stated => "承認時に判定した情報", "items judged with an approval";
    Self::History => "変更の履歴", "revisions in the history";
});

labels!(AskedState {
    Self::Preparing => "作成中", "In preparation";
    Self::Sent => "送付", "Sent";
    Self::Acknowledged => "受領", "Acknowledged";
    Self::Returned => "差戻し", "Sent back";
    Self::Answered => "評価結果あり", "Answered";
    Self::Overdue => "期限超過", "Overdue";
});

labels!(CameAs {
    Self::Result => "評価結果", "Result";
    Self::Sheet => "記入された評価シート", "Filled-in sheet";
    Self::Returned => "返送", "Sent back";
});

labels!(Outcome {
    Self::Fits => "適合（LIUの考え方に適合）", "Eligible (consistent with ISMAP-LIU)";
    Self::NotLow => "不適合（低位を超える）", "Not low";
    Self::Unlisted => "要確認（一覧に該当なし）", "Needs clarification (not on the list)";
    Self::Undetermined => "未確定", "Undetermined";
    Self::NotRequired => "LIU不要（統一基準4.2.3で判断）", "ISMAP-LIU not required (see 4.2.3)";
    Self::OutOfScope => "対象外（ISMAPで判断）", "Out of scope (decide under ISMAP)";
    Self::InvalidAssessor => "無効（評価者が利用機関の職員でない）", "Invalid (assessor not from the using agency)";
    Self::Stop => "停止（上位者へ）", "Stop (escalate)";
});

/// An outcome where there is little room. The whole of it stands on 確認 and on paper.
pub const fn outcome_in_short(outcome: Outcome, lang: Lang) -> &'static str {
    match outcome {
        Outcome::Fits => lang.pick("適合", "Eligible"),
        Outcome::NotLow => lang.pick("不適合", "Not low"),
        Outcome::Unlisted => lang.pick("要確認", "To clarify"),
        Outcome::Undetermined => lang.pick("未確定", "Undetermined"),
        Outcome::NotRequired => lang.pick("LIU不要", "Not required"),
        Outcome::OutOfScope => lang.pick("対象外", "Out of scope"),
        Outcome::InvalidAssessor => lang.pick("無効", "Invalid"),
        Outcome::Stop => lang.pick("停止", "Stop"),
    }
}

/// An objective where there is little room: the letter of its questions.
pub const fn objective_in_short(objective: Objective) -> &'static str {
    match objective {
        Objective::Confidentiality => "C",
        Objective::Integrity => "I",
        Objective::Availability => "A",
    }
}

labels!(Condition {
    Self::Yes => "はい", "Yes";
    Self::No => "いいえ", "No";
    Self::Undetermined => "未確定", "Undetermined";
});

labels!(Severity {
    Self::Error => "エラー", "Error";
    Self::Warning => "警告", "Warning";
    Self::Note => "参考", "Note";
});

labels!(Concern {
    Self::Error => "エラー", "Error";
    Self::ToDo => "すること", "To do";
    Self::Warning => "警告", "Warning";
    Self::Note => "参考", "Note";
});

labels!(Standing {
    Self::NotDecided => "未決定", "Not decided";
    Self::Reopened => "再確認が必要", "Needs confirmation again";
    Self::ProposalOpen => "提案が未確定", "Proposal open";
    Self::Raised => "引上げ", "Raised";
    Self::Lowered => "引下げ", "Lowered";
    Self::Explained => "理由あり", "Explained";
    Self::ReasonMissing => "理由がない", "Reason missing";
    Self::AsProposed => "提案どおり", "As proposed";
});

labels!(Answer {
    Self::NotAnswered => "未回答", "Not answered";
    Self::Unknown => "不明", "Unknown";
    Self::Yes => "はい", "Yes";
    Self::No => "いいえ", "No";
    Self::Choice(_) => "選択", "Chosen";
});

labels!(ConfidentialityGrade {
    Self::NotGraded => "未格付", "Not graded";
    Self::One => "機密性1", "Confidentiality 1";
    Self::Two => "機密性2", "Confidentiality 2";
    Self::Three => "機密性3", "Confidentiality 3";
});

labels!(PersonCount {
    Self::NotAnswered => "未回答", "Not answered";
    Self::Unknown => "不明", "Unknown";
    Self::None => "なし", "None";
    Self::UpTo100 => "〜100人", "up to 100";
    Self::UpTo1000 => "101〜1,000人", "101 to 1,000";
    Self::Over1000 => "1,000人超", "over 1,000";
});

labels!(PublicationPlan {
    Self::NotAnswered => "未回答", "Not answered";
    Self::Unknown => "不明", "Unknown";
    Self::NotPlanned => "公表しない", "Not to be published";
    Self::Planned => "公表する予定", "To be published";
    Self::Published => "公表済み", "Published";
});

labels!(Role {
    Self::Agency => "政府機関等", "Government agency";
    Self::Csp => "クラウドサービス事業者", "Cloud service provider";
});

labels!(ApprovalState {
    Self::Draft => "作成中", "Draft";
    Self::Submitted => "確認依頼", "Awaiting decision";
    Self::Returned => "差戻し", "Returned";
    Self::Approved => "承認", "Approved";
    Self::Rejected => "否認", "Rejected";
    Self::Lapsed => "失効", "Revoked";
});

labels!(OpinionView {
    Self::Agrees => "異議なし", "No objection";
    Self::Objects => "異議あり", "Objection";
    Self::Comments => "意見のみ", "Comment only";
});

labels!(Validity {
    Self::NotChosen => "未選択", "Not chosen";
    Self::SixMonths => "6か月", "6 months";
    Self::TwelveMonths => "12か月", "12 months";
    Self::TwentyFourMonths => "24か月", "24 months";
    Self::ThirtySixMonths => "36か月", "36 months";
});

labels!(Mark {
    Self::Official => "公式", "Official";
    Self::OfficialQuoted => "公式（引用）", "Official (quoted)";
    Self::ThirdParty => "第三者", "Third party";
    Self::Unverified => "未確認", "Unverified";
    Self::ThisTool => "本ツール", "This tool";
    Self::AgencyEntry => "機関入力", "Entered by the agency";
});

labels!(StepId {
    Self::Introduction => "はじめに", "Introduction";
    Self::Service => "サービス", "Service";
    Self::Agency => "利用機関と体制", "Agency and people";
    Self::Gate => "前提確認", "Gate questions";
    Self::Task => "対象業務", "Target task";
    Self::Items => "取り扱う情報", "Information handled";
    Self::Confidentiality => "機密性", "Confidentiality";
    Self::Integrity => "完全性", "Integrity";
    Self::Availability => "可用性", "Availability";
    Self::Decisions => "影響度の決定", "Impact levels";
    Self::Request => "依頼", "Request";
    Self::Received => "受領", "Received results";
    Self::Application => "事前申請", "Pre-application";
    Self::Review => "確認", "Review";
    Self::Approval => "承認", "Approval";
    Self::Output => "出力", "Output";
});

labels!(TextField {
    Self::CaseName => "案件名", "Case name";
    Self::PaperNumber => "文書番号", "Document number";
    Self::PaperAddressee => "文書の宛先", "Addressee";
    Self::PaperHandling => "文書の格付・取扱制限", "Classification and handling";
    Self::Provider => "事業者名", "Provider";
    Self::CorporateNumber => "法人番号", "Corporate number";
    Self::ServiceName => "サービス名", "Service";
    Self::ServiceUrl => "サービスのURL", "Web address";
    Self::ServiceSummary => "サービスの概要", "Summary of the service";
    Self::Platform => "基盤のサービス", "Underlying platform";
    Self::PlatformRegistration => "基盤の登録状況", "Registration of the platform";
    Self::InformationKinds => "取り扱える情報の種類", "Kinds of information it may hold";
    Self::DataLocation => "データの保存場所", "Data location";
    Self::Subcontractors => "再委託先", "Subcontractors";
    Self::Functions => "使う機能", "Functions used";
    Self::Certifications => "その他の認証", "Other certifications";
    Self::AgencyName => "機関名", "Agency";
    Self::Bureau => "部局", "Bureau";
    Self::Section => "課室", "Section";
    Self::AgencyTaskName => "業務の名称（機関での呼び方）", "Task in the agency's own words";
    Self::Purpose => "利用目的", "Purpose";
    Self::Users => "利用者", "Users";
    Self::AssessorTitle => "評価者の役職", "Title of the assessor";
    Self::AssessorName => "評価者の氏名", "Name of the assessor";
    Self::ApproverTitle => "承認者の役職", "Title of the approver";
    Self::ApproverName => "承認者の氏名", "Name of the approver";
    Self::ProcurementTitle => "調達件名", "Procurement title";
    Self::ProcurementNumber => "調達番号", "Procurement number";
    Self::ProcurementPeriod => "契約期間", "Contract period";
    Self::ServiceReason => "想定サービス例と異なる理由", "Why another service than the assumed one";
    Self::EntryTask => "貼り付けた行の業務", "Task of the pasted row";
    Self::EntryService => "貼り付けた行の想定サービス例", "Assumed service of the pasted row";
    Self::EntryOrigin => "貼り付けた行の出典と日付", "Origin and date of the pasted row";
    Self::ConditionsOfUse => "利用条件", "Conditions of use";
    Self::ResidualRisk => "残るリスク", "Residual risk";
    Self::Addressee => "依頼先の機関", "Addressee agency";
    Self::SuggestedInformation => "想定する情報", "Expected information";
    Self::Contact => "連絡先", "Contact";
    Self::Letter => "依頼文", "Letter";
    Self::ApplicationRemarks => "備考", "Remarks";
});

labels!(DayField {
    Self::AssessedOn => "評価日", "Date of assessment";
    Self::ProcurementDate => "調達日", "Date of procurement";
    Self::Deadline => "回答の希望日", "Reply requested by";
});

labels!(ItemField {
    Self::Name => "名称", "Name";
    Self::Description => "内容", "What it contains";
    Self::Whose => "誰の情報か", "Data subject / owner";
    Self::ConfidentialityGrade => "機密性の格付", "Confidentiality grade";
    Self::IntegrityGrade => "完全性の格付", "Integrity grade";
    Self::AvailabilityGrade => "可用性の格付", "Availability grade";
    Self::PersonalData => "個人情報の種類", "Kinds of personal data";
    Self::PersonCount => "個人情報の人数", "Number of persons";
    Self::Publication => "公表の予定", "Publication";
    Self::PublicationTime => "公表の時期", "Time of publication";
    Self::Retention => "保存期間", "Retention";
});

labels!(CheckListPoint {
    Self::Gbizid => "GビズID", "GBizID";
    Self::OwnPartComplete => "事業者の記入部分", "The provider's own part";
    Self::AssessmentReceived => "政府機関等の評価結果", "Assessment by an agency";
    Self::Statement => "言明", "Statement";
    Self::InternalAudit => "内部監査の結果", "Internal audit result";
    Self::ExternalAudit => "外部監査の予定", "Planned external audit";
    Self::Consultation => "事前相談", "Prior consultation";
});

/// A grade in words: 完全性1, 可用性2.
pub fn grade(grade: Grade, objective: Objective, lang: Lang) -> String {
    match grade {
        Grade::NotGraded => lang.pick("未格付", "Not graded").to_owned(),
        Grade::One => format!("{}{}1", objective.label(lang), marks::between_sentences(lang)),
        Grade::Two => format!("{}{}2", objective.label(lang), marks::between_sentences(lang)),
    }
}

/// What the catalogue's scale calls a level.
pub fn level(level: Level, catalogue: &Catalogue, lang: Lang) -> String {
    let definition = catalogue.levels.iter().find(|definition| definition.level == level);
    definition.map_or_else(|| format!("{level:?}"), |definition| definition.name.text(lang).to_owned())
}

/// An assessment where there is little room: beside bars, of which none is filled as long as it is not assessed.
pub fn assessment_in_short(assessment: Assessment, catalogue: &Catalogue, lang: Lang) -> String {
    match assessment {
        Assessment::NotAssessed { at_least: at_least @ (Level::Moderate | Level::High) } => {
            let name = level(at_least, catalogue, lang);
            say!(lang, "{name}以上", "At least {name}")
        }
        _ => self::assessment(assessment, catalogue, lang),
    }
}

/// An assessment in words: 低位, 未評価, 未評価（少なくとも中位）.
pub fn assessment(assessment: Assessment, catalogue: &Catalogue, lang: Lang) -> String {
    match assessment {
        Assessment::Assessed { level: at } => level(at, catalogue, lang),
        Assessment::NotAssessed { at_least: Level::Low } => lang.pick("未評価", "Not assessed").to_owned(),
        Assessment::NotAssessed { at_least } => {
            let name = level(at_least, catalogue, lang);
            say!(lang, "未評価（少なくとも{name}）", "Not assessed (at least {name})")
        }
    }
}
