//! Which of the two procedures a profile is for. Words, documents and steps that differ between them ask here.

use super::{Catalogue, Profile, StepId};
use crate::record::Record;

/// A procedure in which an impact assessment is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Procedure {
    /// 事前申請: the provider attaches the assessment to its pre-application.
    PreApplication,
    /// 調達時確認: the procuring agency confirms for itself at each procurement; nobody applies.
    AtProcurement,
}

impl Procedure {
    /// Both.
    pub const ALL: [Self; 2] = [Self::PreApplication, Self::AtProcurement];

    /// The one that a profile with this id is for, as far as the id tells.
    fn named(id: &str) -> Option<Self> {
        match id {
            "pre_application" => Some(Self::PreApplication),
            "procurement" => Some(Self::AtProcurement),
            _ => None,
        }
    }
}

impl Profile {
    /// The procedure this profile is for. One of a catalogue of the user's own is known by whether its providers apply.
    pub fn procedure(&self) -> Procedure {
        Procedure::named(self.id.as_str()).unwrap_or_else(|| {
            if self.csp_steps.contains(&StepId::Application) { Procedure::PreApplication } else { Procedure::AtProcurement }
        })
    }
}

impl Catalogue {
    /// The procedure a record is made under. Where its profile is not at hand, its id tells, and an unknown one is taken for the
    /// procedure that asks for more.
    pub fn procedure(&self, record: &Record) -> Procedure {
        let known = self.profile(&record.profile).map(Profile::procedure);
        known.or_else(|| Procedure::named(record.profile.as_str())).unwrap_or(Procedure::PreApplication)
    }

    /// Whether the procurement of a record is shown: where the procedure is about one, and wherever something was entered.
    pub fn shows_procurement(&self, record: &Record) -> bool {
        self.procedure(record) == Procedure::AtProcurement || !record.procurement.is_empty()
    }
}
