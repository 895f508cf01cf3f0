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
#[error("`{found}` is not a date: expected 2026-11-23, 2026/11/23, 令和8年11月23日 or R8.11.23")]
pub struct DateError {
    /// What stood there, cut at 40 characters.
    pub found: String,
}

/// Eras with their name, letter and first day, newest first.
/// Source: 元号を改める政令 (令和, 平成), 内閣告示 (昭和), 詔書 (大正, 明治).
const ERAS: [(&str, char, (i16, i8, i8)); 5] = [
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

    fn parse(raw: &str) -> Option<Self> {
        let folded: String = raw.chars().map(half_width).filter(|character| !character.is_whitespace()).collect();
        for (name, letter, (first_year, month, day)) in ERAS {
            let Some(rest) = folded.strip_prefix(name).or_else(|| folded.strip_prefix([letter, letter.to_ascii_lowercase()]))
            else {
                continue;
            };
            let rest = rest.strip_prefix('元').map_or_else(|| rest.to_owned(), |after| format!("1{after}"));
            let [year_of_era, its_month, its_day] = numbers(&rest)?;
            let year = first_year.checked_add(year_of_era.checked_sub(1)?)?;
            let date = Self::new(year, i8::try_from(its_month).ok()?, i8::try_from(its_day).ok()?)?;
            let begins = jiff::civil::date(first_year, month, day);
            // 令和1年1月1日 was still 平成31年: such a day is a slip of the pen, not a date.
            let in_this_era = date.0 >= begins && date.in_japanese_era().starts_with(name);
            return (year_of_era >= 1 && in_this_era).then_some(date);
        }
        let [year, month, day] = numbers(&folded)?;
        Self::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).filter(|date| date.year() >= 1868)
    }
}

fn half_width(character: char) -> char {
    match character {
        '０'..='９' | '．' | '／' | '－' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character)
        }
        other => other,
    }
}

/// Three numbers with `-`, `/`, `.` or 年月日 between them.
fn numbers(text: &str) -> Option<[i16; 3]> {
    let text = text.strip_suffix('日').unwrap_or(text);
    let mut parts = text.split(['-', '/', '.', '年', '月']);
    let mut next = || {
        let part = parts.next()?;
        let plain = !part.is_empty() && part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| part.parse().ok()).flatten()
    };
    let three = [next()?, next()?, next()?];
    parts.next().is_none().then_some(three)
}

impl fmt::Display for Date {
    /// The ISO form, 2026-11-23.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, formatter)
    }
}

impl FromStr for Date {
    type Err = DateError;

    /// Reads what people write: 2026-11-23, 2026/11/23, 令和8年11月23日, R8.11.23, also in full-width.
    fn from_str(raw: &str) -> Result<Self, DateError> {
        Self::parse(raw).ok_or_else(|| DateError { found: raw.chars().take(40).collect() })
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
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
