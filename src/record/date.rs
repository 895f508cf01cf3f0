//! Calendar days, kept as ISO dates and shown in 西暦 and 和暦.

use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

/// A day of the Gregorian calendar between 1868-10-23 and 9999-12-31.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(jiff::civil::Date);

/// Why a text is not a date.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DateError {
    /// It is no day.
    #[error("`{found}` is not a date: expected 2026-11-23, 2026/11/23, 令和8年11月23日 or R8.11.23")]
    NoDay {
        /// What stood there, cut at 40 characters.
        found: String,
    },
    /// The weekday is that of another day.
    #[error("the weekday in `{found}` is not that of {day}")]
    Weekday {
        /// What stood there, cut at 40 characters.
        found: String,
        /// The day without its weekday.
        day: Date,
    },
}

/// Eras with their name, letter and first day, newest first.
/// Source: 元号を改める政令 (令和, 平成), 内閣告示 (昭和), 詔書 (大正, 明治).
pub(super) const ERAS: [(&str, char, (i16, i8, i8)); 5] = [
    ("令和", 'R', (2019, 5, 1)),
    ("平成", 'H', (1989, 1, 8)),
    ("昭和", 'S', (1926, 12, 25)),
    ("大正", 'T', (1912, 7, 30)),
    ("明治", 'M', (1868, 10, 23)),
];

impl Date {
    /// The day with this year, month and day of the month, if there is one.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        let date = jiff::civil::Date::new(year, month, day).ok()?;
        let first = jiff::civil::date(1868, 10, 23);
        (date >= first).then_some(Self(date))
    }

    /// The day on which an instant falls in Japan.
    pub fn in_japan(instant: jiff::Timestamp) -> Option<Self> {
        let offset = jiff::tz::Offset::from_hours(9).ok()?;
        let date = offset.to_datetime(instant).date();
        Self::new(date.year(), date.month(), date.day())
    }

    /// Year of the Gregorian calendar.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// Month, 1 to 12.
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// Day of the month, 1 to 31.
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// The same day of the month this many months later, or the last day of that month.
    pub fn plus_months(self, months: u8) -> Option<Self> {
        self.0.checked_add(jiff::Span::new().months(i64::from(months))).ok().map(Self)
    }

    /// The day this many days later.
    pub(super) fn plus_days(self, days: i32) -> Option<Self> {
        self.0.checked_add(jiff::Span::new().days(i64::from(days))).ok().map(Self)
    }

    /// The day of the week, from 0 for Sunday.
    pub fn weekday(self) -> u8 {
        u8::try_from(self.0.weekday().to_sunday_zero_offset()).unwrap_or(0)
    }

    /// Days from this day to another; negative if the other is earlier.
    pub fn days_until(self, other: Self) -> i32 {
        self.0.until(other.0).map_or(0, |span| span.get_days())
    }

    /// In the Japanese calendar: 令和8年11月23日; the first year of an era is 元年.
    pub fn in_japanese_era(self) -> String {
        for (name, _, (year, month, day)) in ERAS {
            if self.0 >= jiff::civil::date(year, month, day) {
                let year_of_era = self.year() - year + 1;
                let year_text = if year_of_era == 1 { "元".to_owned() } else { year_of_era.to_string() };
                return format!("{name}{year_text}年{}月{}日", self.month(), self.day());
            }
        }
        self.to_string()
    }
}

impl fmt::Display for Date {
    /// The ISO form, 2026-11-23.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, formatter)
    }
}

impl FromStr for Date {
    type Err = DateError;

    /// Reads what people write: 2026-11-23, 2026/11/23, 令和8年11月23日(月), R8.11.23, also in full-width. A time is left out.
    fn from_str(raw: &str) -> Result<Self, DateError> {
        Self::written(raw).map(|written| written.day)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = String::deserialize(deserializer)?;
        // Where files are read, one sentence says that it is no day.
        let no_day = |_| serde::de::Error::custom(DateError::NoDay { found: raw.chars().take(40).collect() });
        raw.parse().map_err(no_day)
    }
}

impl JsonSchema for Date {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "date" })
    }
}

#[cfg(test)]
mod tests {
    use icu_calendar::cal::Japanese;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn people_write_dates_in_many_ways() {
        for written in
            ["2026-11-23", "2026/11/23", "2026.11.23", "令和8年11月23日", "R8.11.23", "ｒ８．１１．２３", "2026年11月23日"]
        {
            assert_eq!(written.parse(), Ok(Date::new(2026, 11, 23).unwrap()), "{written}");
        }
        assert_eq!("令和元年5月1日".parse(), Ok(Date::new(2019, 5, 1).unwrap()));
        assert_eq!("昭和64年1月7日".parse(), Ok(Date::new(1989, 1, 7).unwrap()));
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for written in
            ["", "2026-02-29", "令和1年1月1日", "R0.1.1", "20261123", "2026-11", "明日", "2026-11-23-1", "H40.1.1", "1700-01-01"]
        {
            assert!(written.parse::<Date>().is_err(), "{written}");
        }
    }

    proptest! {
        #[test]
        fn eras_agree_with_icu(days in 0_i32..60_000) {
            let date = jiff::civil::date(1873, 1, 1).checked_add(jiff::Span::new().days(days)).map(Date).unwrap();
            let iso = icu_calendar::Date::try_new_iso(i32::from(date.year()), u8::try_from(date.month()).unwrap(), u8::try_from(date.day()).unwrap()).unwrap();
            let era = iso.to_calendar(Japanese::new()).year().era().unwrap();
            let name = match era.era.as_str() { "reiwa" => "令和", "heisei" => "平成", "showa" => "昭和", "taisho" => "大正", _ => "明治" };
            let year = if era.year == 1 { "元".to_owned() } else { era.year.to_string() };
            prop_assert_eq!(date.in_japanese_era(), format!("{name}{year}年{}月{}日", date.month(), date.day()));
            prop_assert_eq!(date.in_japanese_era().parse(), Ok(date));
            prop_assert_eq!(date.to_string().parse(), Ok(date));
        }
    }
}
