//! Moments to the second, as the history of a record keeps them.

use std::fmt;

use jiff::Timestamp;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Date;

/// A second between 1970 and 9999, written as RFC 3339 in UTC: 2026-11-23T05:32:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(Timestamp);

impl Moment {
    /// The second in which an instant falls. A clock that says a year before 1970 is taken to say its first second.
    pub fn of(instant: Timestamp) -> Self {
        Self(Timestamp::from_second(instant.as_second().max(0)).unwrap_or(Timestamp::UNIX_EPOCH))
    }

    /// How many seconds lie between an earlier moment and this one; negative if that one is later.
    pub fn seconds_after(self, earlier: Self) -> i64 {
        self.0.as_second() - earlier.0.as_second()
    }

    /// The day in Japan.
    pub fn day_in_japan(self) -> Option<Date> {
        Date::in_japan(self.0)
    }

    /// The time of day in Japan, such as 14:32.
    pub fn time_in_japan(self) -> String {
        let japan = jiff::tz::Offset::from_hours(9);
        japan.map_or_else(|_| String::new(), |japan| japan.to_datetime(self.0).strftime("%H:%M").to_string())
    }

    /// Reads the one way in which a moment is written.
    fn parse(raw: &str) -> Option<Self> {
        let moment = Self::of(raw.parse().ok()?);
        (moment.to_string() == raw).then_some(moment)
    }
}

impl fmt::Display for Moment {
    /// RFC 3339 in UTC.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, formatter)
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = String::deserialize(deserializer)?;
        let found = || raw.chars().take(40).collect::<String>();
        Self::parse(&raw)
            .ok_or_else(|| serde::de::Error::custom(format!("`{}` is not a moment: expected 2026-11-23T05:32:00Z", found())))
    }
}

impl JsonSchema for Moment {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Moment".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "format": "date-time",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$",
            "description": "A moment to the second, in UTC",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(instant: &str) -> Moment {
        Moment::of(instant.parse().unwrap())
    }

    #[test]
    fn a_moment_is_told_to_the_second_and_shown_in_japan() {
        let moment = moment("2026-11-22T15:32:59.999Z");
        assert_eq!(moment.to_string(), "2026-11-22T15:32:59Z");
        assert_eq!((moment.day_in_japan(), moment.time_in_japan().as_str()), (Date::new(2026, 11, 23), "00:32"));
    }

    #[test]
    fn every_clock_gives_a_moment_that_can_be_read_again() {
        for instant in [Timestamp::MIN, Timestamp::MAX, Timestamp::UNIX_EPOCH] {
            let moment = Moment::of(instant);
            assert_eq!(Moment::parse(&moment.to_string()), Some(moment), "{instant}");
            assert!(moment.day_in_japan().is_some());
        }
    }

    #[test]
    fn there_is_one_way_to_write_a_moment() {
        for other in
            ["2026-11-23t05:32:00Z", "2026-11-23 05:32:00Z", "2026-11-23T14:32:00+09:00", "2026-11-23T05:32:00.5Z", "", "明日"]
        {
            assert_eq!(Moment::parse(other), None, "{other}");
        }
    }
}
