//! Which of the two procedures a profile is for. Words, documents and steps that differ between them ask here.

use super::{Catalogue, Definition, Profile, StepId};
use crate::record::{Application, ProfileId, Record, Role};

/// A procedure in which an impact assessment is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Procedure {
    /// 事前申請: the provider attaches the assessment to its pre-application.
    PreApplication,
    /// 調達時確認: the procuring agency confirms for itself at each procurement; nobody applies.
    AtProcurement,
}

/// The term of the catalogue that tells the way from the pre-application on.
const WAY_OF_AN_APPLICATION: &str = "flow";

impl Procedure {
    /// Both.
    pub const ALL: [Self; 2] = [Self::PreApplication, Self::AtProcurement];

    /// The procedure of a profile that is not at hand, as far as its id tells. An unknown one is taken for the procedure that asks
    /// for more.
    pub fn named(id: &ProfileId) -> Self {
        if id.as_str() == "procurement" { Self::AtProcurement } else { Self::PreApplication }
    }

    /// The terms of the catalogue that have a meaning in this procedure.
    pub fn definitions(self, catalogue: &Catalogue) -> impl Iterator<Item = &Definition> {
        let is_used = move |definition: &&Definition| self == Self::PreApplication || definition.id != WAY_OF_AN_APPLICATION;
        catalogue.definitions.iter().filter(is_used)
    }
}

impl Profile {
    /// The procedure this profile is for. Whether its providers apply tells, also in a profile of the user's own.
    pub fn procedure(&self) -> Procedure {
        if self.csp_steps.contains(&StepId::Application) { Procedure::PreApplication } else { Procedure::AtProcurement }
    }

    /// The steps of a role, in their order. Whoever sends a request receives what comes of it: 受領 follows 依頼 also in a profile
    /// that does not name it.
    pub fn steps(&self, role: Role) -> Vec<StepId> {
        let mut steps = match role {
            Role::Agency => self.agency_steps.clone(),
            Role::Csp => self.csp_steps.clone(),
        };
        let request = steps.iter().position(|step| *step == StepId::Request);
        if let Some(request) = request.filter(|_| !steps.contains(&StepId::Received)) {
            steps.insert(request + 1, StepId::Received);
        }
        steps
    }
}

impl Catalogue {
    /// The procedure a record is made under.
    pub fn procedure(&self, record: &Record) -> Procedure {
        self.profile(&record.profile).map_or_else(|| Procedure::named(&record.profile), Profile::procedure)
    }

    /// The steps of a record, in their order: those of its profile for its role. Where its profile is not at hand, of the first.
    pub fn steps(&self, record: &Record) -> Vec<StepId> {
        let profile = self.profile(&record.profile).or_else(|| self.profiles.first());
        profile.map(|profile| profile.steps(record.role)).unwrap_or_default()
    }

    /// Whether the provider's check-list of a record is shown: where somebody applies, and wherever something was entered.
    pub fn shows_check_list(&self, record: &Record) -> bool {
        self.procedure(record) == Procedure::PreApplication || record.application != Application::default()
    }

    /// Whether the procurement of a record is shown: where the procedure is about one, and wherever something was entered.
    pub fn shows_procurement(&self, record: &Record) -> bool {
        self.procedure(record) == Procedure::AtProcurement || !record.procurement.is_empty()
    }
}
