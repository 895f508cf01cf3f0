//! What stands in a cell of a received workbook, before it is known what it answers.

use calamine::DataRef;
use serde::{Deserialize, Serialize};

use crate::export::carried::CELL_UNITS;
use crate::record::Date;

/// The most digits that a spreadsheet keeps of a number; what comes after them became zeros.
const DIGITS: usize = 15;
/// How much of a foreign text is told.
const SHOWN: usize = 200;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Content {
    /// Text; empty if nothing was entered.
    Text(String),
    /// A number of which no digit was lost, written out: 8999900000001.
    Number(String),
    /// A number of which digits may have been lost.
    LongNumber(String),
    /// A day that the spreadsheet knows as one.
    Day(Date),
    /// A day with a time of day.
    Moment(Date, String),
    /// A formula, whatever came of it.
    Formula,
    /// A truth value, a length of time or an error, where the program writes text.
    NotText(String),
    /// More text than a cell can have.
    TooLong,
}

impl Content {
    /// What the reader of spreadsheets found.
    pub(super) fn of(value: &DataRef<'_>) -> Self {
        match value {
            DataRef::Empty => Self::Text(String::new()),
            DataRef::String(found) => text(found),
            DataRef::SharedString(found) => text(found),
            DataRef::DateTime(found) => day(found).unwrap_or_else(|| Self::NotText(found.to_string())),
            DataRef::DateTimeIso(found) => match Date::written(found) {
                Ok(written) => written.time.map_or(Self::Day(written.day), |time| Self::Moment(written.day, time)),
                Err(_) => Self::NotText(in_brief(found)),
            },
            DataRef::DurationIso(found) => Self::NotText(in_brief(found)),
            DataRef::Int(found) => number(&found.to_string()),
            DataRef::Float(found) => number(&found.to_string()),
            DataRef::Bool(found) => Self::NotText(found.to_string().to_uppercase()),
            DataRef::Error(found) => Self::NotText(found.to_string()),
        }
    }

    /// How much memory its text takes.
    pub(super) fn size(&self) -> usize {
        match self {
            Self::Text(text) | Self::Number(text) | Self::LongNumber(text) | Self::NotText(text) | Self::Moment(_, text) => {
                text.len()
            }
            Self::Day(_) | Self::Formula | Self::TooLong => 0,
        }
    }

    /// What is told of it where it is not taken.
    pub(super) fn told(&self) -> String {
        match self {
            Self::Text(text) | Self::Number(text) | Self::LongNumber(text) | Self::NotText(text) => shown(text),
            Self::Day(day) => day.to_string(),
            Self::Moment(day, time) => format!("{day} {time}"),
            Self::Formula => "=…".to_owned(),
            Self::TooLong => "…".to_owned(),
        }
    }

    /// Whether nothing stands in the cell.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Text(text) if text.is_empty())
    }
}

fn text(found: &str) -> Content {
    if found.encode_utf16().count() > CELL_UNITS { Content::TooLong } else { Content::Text(found.to_owned()) }
}

/// A number as its shortest decimal, which has no exponent.
fn number(shortest: &str) -> Content {
    let shortest = if shortest == "-0" { "0" } else { shortest };
    let unsigned = shortest.trim_start_matches('-');
    let (whole, part) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_digits(whole) || !is_digits(part) {
        return Content::NotText(in_brief(shortest));
    }
    let significant = format!("{whole}{part}").trim_start_matches('0').len();
    if significant > DIGITS { Content::LongNumber(in_brief(shortest)) } else { Content::Number(shortest.to_owned()) }
}

/// A day, unless it is a mere time of day, which spreadsheets put before the year 1900.
fn day(found: &calamine::ExcelDateTime) -> Option<Content> {
    if !found.is_datetime() {
        return None;
    }
    let (year, month, day, hour, minute, second, milli) = found.to_ymd_hms_milli();
    let day = Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?)?;
    if year < 1900 {
        return None;
    }
    Some(match (hour, minute, second, milli) {
        (0, 0, 0, 0) => Content::Day(day),
        (_, _, 0, _) => Content::Moment(day, format!("{hour}:{minute:02}")),
        (_, _, second, _) => Content::Moment(day, format!("{hour}:{minute:02}:{second:02}")),
    })
}

/// What is told of a foreign text.
pub(super) fn shown(text: &str) -> String {
    let text = text.trim();
    let cut: String = text.chars().take(SHOWN).collect();
    if cut.len() < text.len() { format!("{cut}…") } else { cut }
}

/// The beginning of a foreign text, where it stands within a sentence.
pub(super) fn in_brief(text: &str) -> String {
    text.chars().take(80).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_taken_as_it_was_typed_unless_digits_may_be_lost() {
        for (value, expected) in [
            (DataRef::Float(8_999_900_000_001.0), Content::Number("8999900000001".to_owned())),
            (DataRef::Float(12_345.0), Content::Number("12345".to_owned())),
            (DataRef::Float(-0.0), Content::Number("0".to_owned())),
            (DataRef::Float(99.5), Content::Number("99.5".to_owned())),
            (DataRef::Float(0.000_01), Content::Number("0.00001".to_owned())),
            (DataRef::Int(3), Content::Number("3".to_owned())),
            (DataRef::Float(1e15), Content::LongNumber("1000000000000000".to_owned())),
            (DataRef::Float(1.234_567_890_123_456_7e19), Content::LongNumber("12345678901234567000".to_owned())),
            (DataRef::Float(0.1 + 0.2), Content::LongNumber("0.30000000000000004".to_owned())),
            (DataRef::Float(f64::NAN), Content::NotText("NaN".to_owned())),
            (DataRef::Float(f64::INFINITY), Content::NotText("inf".to_owned())),
            (DataRef::Bool(true), Content::NotText("TRUE".to_owned())),
            (DataRef::DateTimeIso("2026-11-27T00:00:00".to_owned()), Content::Day(Date::new(2026, 11, 27).unwrap())),
        ] {
            assert_eq!(Content::of(&value), expected, "{value:?}");
        }
    }
}
