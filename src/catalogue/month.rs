//! Months, and the time from one to another.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::record::Date;

/// A month of a year, written `2025-03`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Month {
    year: i16,
    month: i8,
}

/// The time that a procedure applies to, first and last month included. What is left out is not known, or has not come yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// The first month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Month>,
    /// The last month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Month>,
}

impl Month {
    /// The month of a day.
    pub fn of(day: Date) -> Self {
        Self { year: day.year(), month: day.month() }
    }

    /// Takes four digits, a hyphen and two digits.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        let number = |digits: &str, length| {
            let is_number = digits.len() == length && digits.bytes().all(|digit| digit.is_ascii_digit());
            is_number.then(|| digits.parse::<i16>().ok()).flatten()
        };
        let month = number(month, 2).and_then(|month| i8::try_from(month).ok()).filter(|month| (1..=12).contains(month))?;
        Some(Self { year: number(year, 4)?, month })
    }
}

impl fmt::Display for Month {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}", self.year, self.month)
    }
}

impl From<Month> for String {
    fn from(month: Month) -> Self {
        month.to_string()
    }
}

impl TryFrom<String> for Month {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).ok_or_else(|| format!("`{text}` is not a month: expected 2025-03"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_read_as_it_is_written_and_nothing_else_is_one() {
        for month in ["2022-11", "2025-03", "0001-12"] {
            assert_eq!(Month::parse(month).unwrap().to_string(), month);
        }
        for no_month in ["", "2025", "2025-3", "2025-13", "2025-00", "2025-03-01", "25-03", "+025-03", "２０２５-03", "一-二"]
        {
            assert_eq!(Month::parse(no_month), None, "{no_month}");
        }
    }
}
