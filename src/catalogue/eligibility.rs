//! Can my service be registered? The questions that are asked before there is a record, and the ways to which they lead.
//!
//! No record rests on them, and so they stand beside the catalogues and not in them. What they say rests on sources of the catalogue
//! that the program ships.

use std::sync::OnceLock;

use serde::Deserialize;

use super::load::read;
use super::{Basis, Bilingual, Catalogue};

/// What the ways are told apart by. One question is asked of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EligibilityPoint {
    /// The grade of what goes into the service.
    Information,
    /// SaaS, or something else.
    Form,
    /// Which entry of the 対象業務一覧.
    Task,
    /// Who makes the assessment.
    Assessor,
    /// 基本言明要件 and external audit.
    Requirements,
}

impl EligibilityPoint {
    /// All, in the order in which they are asked: what ends the whole comes first.
    pub const ALL: [Self; 5] = [Self::Information, Self::Form, Self::Task, Self::Assessor, Self::Requirements];

    /// The name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Information => "information",
            Self::Form => "form",
            Self::Task => "task",
            Self::Assessor => "assessor",
            Self::Requirements => "requirements",
        }
    }
}

/// Where somebody goes from here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// ISMAP-LIU
    Liu,
    /// ISMAP
    Ismap,
    /// 統一基準 4.2.3: no registration is asked for.
    CommonStandards,
    /// ISMAP-LIU相談窓口
    Desk,
}

impl Way {
    /// All ways.
    pub const ALL: [Self; 4] = [Self::Liu, Self::Ismap, Self::CommonStandards, Self::Desk];

    /// The name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Liu => "liu",
            Self::Ismap => "ismap",
            Self::CommonStandards => "4.2.3",
            Self::Desk => "desk",
        }
    }
}

/// What an answer does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Leads {
    /// On to the next question.
    On,
    /// On to the next question, but at the end to the desk, which is asked about this.
    Asks,
    /// To this way, whatever is answered later.
    Ends(Way),
}

/// All of it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Eligibility {
    /// Who is asked where the answers do not decide.
    pub desk: ConsultationDesk,
    /// The questions in the order in which they are asked.
    pub questions: Vec<EligibilityQuestion>,
    /// What is said of each way.
    pub ways: Vec<EligibilityWay>,
}

/// ISMAP-LIU相談窓口
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsultationDesk {
    /// What it is called.
    pub name: Bilingual,
    /// Where it is to be found, to copy; the program opens no connection.
    pub address: String,
    /// What it is asked.
    pub about: Bilingual,
    /// What that rests on.
    pub basis: Basis,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EligibilityQuestion {
    /// What it is about.
    pub point: EligibilityPoint,
    /// Two or three words for lists.
    pub short: Bilingual,
    /// The question.
    pub text: Bilingual,
    /// What is meant, and how to tell.
    pub about: Bilingual,
    /// What each entry of the 対象業務一覧 says as an answer, where the entries are answers; they come first.
    #[serde(default)]
    pub each_task: Option<EachTask>,
    /// The answers.
    pub options: Vec<EligibilityOption>,
}

/// What an entry of the 対象業務一覧 says as an answer. It leads on.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EachTask {
    /// Why it leads there.
    pub because: Bilingual,
    /// What that rests on.
    pub basis: Basis,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EligibilityOption {
    /// Its id within the question.
    pub id: String,
    /// What it says.
    pub text: Bilingual,
    /// What it does.
    pub leads: Leads,
    /// Why it leads there.
    pub because: Bilingual,
    /// What that rests on.
    pub basis: Basis,
}

/// What is said of a way.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EligibilityWay {
    /// The way.
    pub way: Way,
    /// What it is, in one line.
    pub title: Bilingual,
    /// What it means, and what it does not.
    pub text: Bilingual,
    /// What that rests on.
    pub basis: Vec<Basis>,
    /// Whether it is said what the pre-application asks to have at hand.
    pub prepares: bool,
}

impl Eligibility {
    /// The one that the program ships.
    pub fn shipped() -> &'static Self {
        static READ: OnceLock<Eligibility> = OnceLock::new();
        READ.get_or_init(|| {
            // A test keeps the file readable.
            read("eligibility", include_str!("../../assets/eligibility/eligibility.ron")).unwrap_or_else(|_| Self::none())
        })
    }

    /// Without questions nothing is ever told.
    fn none() -> Self {
        let nothing = || Bilingual { ja: String::new(), en: String::new() };
        let basis = Basis { mark: super::Mark::ThisTool, sources: Vec::new(), note: nothing() };
        let desk = ConsultationDesk { name: nothing(), address: String::new(), about: nothing(), basis };
        Self { desk, questions: Vec::new(), ways: Vec::new() }
    }

    /// The question on a point.
    pub fn question(&self, point: EligibilityPoint) -> Option<&EligibilityQuestion> {
        self.questions.iter().find(|question| question.point == point)
    }

    /// What is said of a way.
    pub fn way(&self, way: Way) -> Option<&EligibilityWay> {
        self.ways.iter().find(|said| said.way == way)
    }
}

impl EligibilityQuestion {
    /// The answers in the order in which they are offered: first the entries of the list, where they are answers.
    pub fn answers(&self, catalogue: &Catalogue) -> Vec<EligibilityOption> {
        let each = self.each_task.iter().flat_map(|each| {
            catalogue.tasks.iter().map(|task| EligibilityOption {
                id: task.id.to_string(),
                text: task.service.clone(),
                leads: Leads::On,
                because: each.because.clone(),
                basis: each.basis.clone(),
            })
        });
        each.chain(self.options.iter().cloned()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bases(eligibility: &Eligibility) -> impl Iterator<Item = &Basis> {
        let of_questions = eligibility.questions.iter().flat_map(|question| {
            let each = question.each_task.iter().map(|each| &each.basis);
            each.chain(question.options.iter().map(|option| &option.basis))
        });
        let of_ways = eligibility.ways.iter().flat_map(|way| &way.basis);
        std::iter::once(&eligibility.desk.basis).chain(of_questions).chain(of_ways)
    }

    #[test]
    fn each_point_is_asked_once_in_order_and_each_way_is_described() {
        let eligibility = Eligibility::shipped();
        let asked: Vec<_> = eligibility.questions.iter().map(|question| question.point).collect();
        assert_eq!(asked, EligibilityPoint::ALL);
        let ways: Vec<_> = eligibility.ways.iter().map(|said| said.way).collect();
        assert_eq!(ways, Way::ALL);
        assert!(eligibility.desk.address.starts_with("https://www.digital.go.jp/"));
    }

    #[test]
    fn every_statement_has_its_mark_and_names_sources_that_there_are() {
        let catalogue = Catalogue::shipped().unwrap();
        for basis in bases(Eligibility::shipped()) {
            assert!(basis.sources.iter().all(|source| catalogue.source(source).is_some()), "{basis:?}");
            let needs_none = matches!(basis.mark, super::super::Mark::ThisTool | super::super::Mark::Unverified);
            assert!(needs_none || !basis.sources.is_empty(), "{basis:?}");
        }
    }

    #[test]
    fn not_to_know_can_always_be_answered_and_leads_to_the_desk() {
        for question in &Eligibility::shipped().questions {
            let unknown = question.options.iter().find(|option| option.id == "unknown").expect("an answer for who does not know");
            assert_eq!(unknown.leads, Leads::Asks, "{:?}", question.point);
            let ids: std::collections::BTreeSet<_> = question.options.iter().map(|option| &option.id).collect();
            assert_eq!(ids.len(), question.options.len(), "{:?}", question.point);
        }
    }
}
