//! When a procedure applied, and that its time is over.

use super::{Basis, Catalogue, Month, Period, Profile};
use crate::record::{Date, ProfileId};

/// That the period of a procedure is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeriodOver<'a> {
    /// The procedure.
    pub profile: &'a Profile,
    /// The procedure that came after it, if one did.
    pub later: Option<&'a Profile>,
    /// What that rests on: the bases of the procedure that came after it, or its own.
    pub bases: &'a [Basis],
}

impl Catalogue {
    /// When the procedure of a profile applied; nothing if that is not known.
    pub fn period(&self, profile: &Profile) -> Option<Period> {
        if self.is_of_the_first_form() { period_in_title(&profile.title.ja) } else { profile.period }
    }

    /// That the period of this procedure is over on this day; nothing if it is not, or if that is not known.
    pub fn period_over(&self, profile: &ProfileId, today: Date) -> Option<PeriodOver<'_>> {
        let profile = self.profile(profile)?;
        let ended = self.period(profile)?.to.filter(|ended| *ended < Month::of(today))?;
        let began_later = |other: &&Profile| self.period(other).and_then(|period| period.from).is_some_and(|began| began > ended);
        let later = self.profiles.iter().find(began_later);
        Some(PeriodOver { profile, later, bases: &later.unwrap_or(profile).basis })
    }
}

/// The period that a title says: 事前申請（2022-11〜2025-03）. The first form of catalogues said it nowhere else.
fn period_in_title(title: &str) -> Option<Period> {
    let (before, after) = title.split_once('〜')?;
    let skipped = before.chars().count().saturating_sub(7);
    let from = Month::parse(&before.chars().skip(skipped).collect::<String>());
    let to = Month::parse(&after.chars().take(7).collect::<String>());
    (from.is_some() || to.is_some()).then_some(Period { from, to })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Mark;
    use crate::record::ContentDigest;

    fn of_the_first_form() -> Catalogue {
        let digest = "4f774a2747a7781d2d04278bf7e1be44cba9dd07ce8dd0959c62ea2763d97041";
        Catalogue::clone(&Catalogue::ever_shipped(&ContentDigest::from_hex(digest).unwrap()).unwrap())
    }

    #[test]
    fn a_period_is_over_from_the_month_after_its_last() {
        for catalogue in [of_the_first_form(), Catalogue::clone(&Catalogue::shipped().unwrap())] {
            let over = |profile: &str, year, month, day| {
                let day = Date::new(year, month, day).unwrap();
                catalogue.period_over(&ProfileId::new(profile).unwrap(), day).map(|over| over.bases[0].mark)
            };
            assert_eq!(over("pre_application", 2025, 3, 31), None);
            assert_eq!(over("pre_application", 2025, 4, 1), Some(Mark::ThirdParty));
            assert_eq!(over("procurement", 2026, 11, 27), None);
            assert_eq!(over("unknown", 2026, 11, 27), None);
        }
    }

    #[test]
    fn what_stands_in_a_catalogue_counts_and_not_its_title() {
        let mut own = Catalogue::clone(&Catalogue::shipped().unwrap());
        own.profiles[0].title.ja = "事前申請（2022-11〜2023-01）".to_owned();
        assert_eq!(own.period(&own.profiles[0]), Catalogue::shipped().unwrap().profiles[0].period);
        own.profiles[0].period = None;
        assert_eq!(own.period(&own.profiles[0]), None);
    }

    #[test]
    fn a_catalogue_of_the_first_form_says_it_in_the_title() {
        let mut own = of_the_first_form();
        own.profiles[0].title.ja = "事前申請（2022-11〜2026-03）".to_owned();
        let period = own.period(&own.profiles[0]).unwrap();
        assert_eq!((period.from, period.to), (Month::parse("2022-11"), Month::parse("2026-03")));
        for title in ["事前申請", "〜", "一〜二", "2022-13〜2025-00"] {
            own.profiles[0].title.ja = title.to_owned();
            assert_eq!(own.period(&own.profiles[0]), None, "{title}");
        }
    }
}
