//! The time that a procedure profile applies to, as its title says it: 事前申請（2022-11〜2025-03）.

use super::{Basis, Catalogue, Profile};
use crate::record::{Date, ProfileId};

/// What stands between the first and the last month.
const TO: char = '〜';

/// That the period of a procedure is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeriodOver<'a> {
    /// The procedure.
    pub profile: &'a Profile,
    /// What that rests on: the bases of the procedure that came after it, or its own.
    pub bases: &'a [Basis],
}

impl Profile {
    /// The month in which it began, and the month in which it ended, as far as its title says so.
    pub fn period(&self) -> (Option<Month>, Option<Month>) {
        match self.title.ja.split_once(TO) {
            Some((before, after)) => (Month::last_of(before), Month::first_of(after)),
            None => (None, None),
        }
    }
}

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    year: i16,
    month: i8,
}

impl Month {
    /// A month that a text begins with: `2025-03）`.
    fn first_of(text: &str) -> Option<Self> {
        Self::parse(&text.chars().take(7).collect::<String>())
    }

    /// A month that a text ends with: `事前申請（2022-11`.
    fn last_of(text: &str) -> Option<Self> {
        let skipped = text.chars().count().checked_sub(7)?;
        Self::parse(&text.chars().skip(skipped).collect::<String>())
    }

    fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        let month = month.parse().ok().filter(|month| (1..=12).contains(month))?;
        Some(Self { year: year.parse().ok()?, month })
    }

    fn of(day: Date) -> Self {
        Self { year: day.year(), month: day.month() }
    }
}

impl Catalogue {
    /// That the period of this procedure is over on this day; nothing if it is not, or if that is not known.
    pub fn period_over(&self, profile: &ProfileId, today: Date) -> Option<PeriodOver<'_>> {
        let profile = self.profile(profile)?;
        let ended = profile.period().1.filter(|ended| *ended < Month::of(today))?;
        let later = self.profiles.iter().find(|other| other.period().0.is_some_and(|began| began > ended));
        Some(PeriodOver { profile, bases: &later.unwrap_or(profile).basis })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Mark;

    #[test]
    fn a_period_is_over_from_the_month_after_its_last() {
        let catalogue = Catalogue::shipped().unwrap();
        let over = |profile: &str, year, month, day| {
            let day = Date::new(year, month, day).unwrap();
            catalogue.period_over(&ProfileId::new(profile).unwrap(), day).map(|over| over.bases[0].mark)
        };
        assert_eq!(over("pre_application", 2025, 3, 31), None);
        assert_eq!(over("pre_application", 2025, 4, 1), Some(Mark::ThirdParty));
        assert_eq!(over("procurement", 2026, 11, 27), None);
        assert_eq!(over("unknown", 2026, 11, 27), None);
    }

    #[test]
    fn a_title_without_months_has_no_period() {
        for title in ["事前申請", "〜", "一〜二", "2022-13〜2025-00"] {
            let mut profile = Catalogue::shipped().unwrap().profiles[0].clone();
            profile.title.ja = title.to_owned();
            assert_eq!(profile.period(), (None, None), "{title}");
        }
    }
}
