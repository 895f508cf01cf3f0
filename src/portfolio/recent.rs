//! A record on the start page: whose it is, where it stands, and what is to be done next.

use std::path::Path;

use super::{OpenError, Rules, Shelf, open_checked};
use crate::file::Storage;
use crate::judgement::{DAYS_BEFORE_END, NextThing, judge};
use crate::record::{ApprovalState, AskedState, Date, Moment, Record, Role};

/// What the start page says of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecentRecord {
    /// Name of the case; empty if it has none.
    pub case_name: String,
    /// Whose it is: agency and section, or the provider.
    pub whose: String,
    /// Whose part it is.
    pub role: Role,
    /// Where the approval stands.
    pub state: ApprovalState,
    /// The day on which it came to that state.
    pub state_on: Option<Date>,
    /// Whether the content was changed since.
    pub changed: bool,
    /// The last day on which an approval holds.
    pub expires_on: Option<Date>,
    /// When it was saved last, as far as its history tells.
    pub saved_at: Option<Moment>,
    /// How many agencies that a provider asked have not answered in time.
    pub overdue: usize,
    /// What is to be done next.
    pub next: NextThing,
}

impl RecentRecord {
    /// What is said of a record, judged by its rules on a day.
    pub fn of(record: &Record, rules: &Rules, today: Date) -> Self {
        let judgement = judge(record, &rules.catalogue, today);
        let names = match record.role {
            Role::Agency => [record.agency.name.as_str(), record.agency.section.as_str()],
            Role::Csp => [record.service.provider.as_str(), ""],
        };
        let whose = names.into_iter().filter(|name| !name.trim().is_empty()).collect::<Vec<_>>().join(" ");
        Self {
            case_name: record.case_name.to_string(),
            whose,
            role: record.role,
            state: record.approval.state,
            state_on: record.approval.lapse.as_ref().map_or(record.approval.on, |lapse| Some(lapse.on)),
            changed: record.changed_since_approval(),
            expires_on: record.approval.expires_on(),
            saved_at: record.history.last().map(|revision| revision.at),
            overdue: record.asked.iter().filter(|asked| asked.state(today) == AskedState::Overdue).count(),
            next: NextThing::of(record, &rules.catalogue, &judgement, today),
        }
    }

    /// Reads it from its file.
    ///
    /// # Errors
    /// [`OpenError`] if the file is no record that can be opened.
    pub fn read(storage: &dyn Storage, path: &Path, shelf: &Shelf, today: Date) -> Result<Self, OpenError> {
        let opened = open_checked(storage, path, shelf)?;
        Ok(Self::of(&opened.record, &shelf.for_record(storage, &opened.record), today))
    }

    /// In how many days the approval ends, if that is soon, or has come about already.
    pub fn ends_in(&self, today: Date) -> Option<i32> {
        self.expires_on.map(|day| today.days_until(day)).filter(|days| *days <= DAYS_BEFORE_END)
    }
}
