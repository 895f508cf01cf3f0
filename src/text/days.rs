//! Days in words.

use super::Lang;
use crate::record::Date;

/// A date in both calendars.
pub fn both_calendars(date: Date, lang: Lang) -> String {
    let (year, month, day, in_era) = (date.year(), date.month(), date.day(), date.in_japanese_era());
    say!(lang, "{year}年{month}月{day}日（{in_era}）", "{date} ({in_era})")
}

/// A day in both calendars where there is little room: 2026（令和8）年11月24日.
pub fn short_date(date: Date, lang: Lang) -> String {
    let era = date.in_japanese_era();
    let year = era.split_once('年').map(|(year, _)| year);
    let short = match lang {
        Lang::Ja => year.map(|year| japanese_date(date.year(), year, date.month(), date.day())),
        Lang::En => year.and_then(latin_era).map(|(name, year)| format!("{date} ({name} {year})")),
    };
    short.unwrap_or_else(|| both_calendars(date, lang))
}

fn japanese_date(year: i16, in_era: &str, month: i8, day: i8) -> String {
    format!("{year}（{in_era}）年{month}月{day}日")
}

/// The era of a year and its number: 令和8 is Reiwa, 8.
fn latin_era(year: &str) -> Option<(&'static str, &str)> {
    let eras = [("令和", "Reiwa"), ("平成", "Heisei"), ("昭和", "Showa")];
    eras.into_iter().find_map(|(era, name)| Some((name, year.strip_prefix(era)?)))
}
