//! Days as people write them: in either calendar, with any dash, with a weekday or a time, in Japanese or English.

use super::date::{Date, DateError, ERAS};
use super::fold::fold;

/// Days of the week, from Sunday.
const WEEKDAYS: [(char, &str); 7] = [
    ('日', "sunday"),
    ('月', "monday"),
    ('火', "tuesday"),
    ('水', "wednesday"),
    ('木', "thursday"),
    ('金', "friday"),
    ('土', "saturday"),
];
/// Months, from January.
const MONTHS: [&str; 12] =
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
/// Words beside a weekday that say nothing about the day: 27日（金・祝）.
const HOLIDAYS: [&str; 5] = ["祝日", "振替休日", "休日", "祝", "休"];
/// The serial numbers by which spreadsheets mean a day between 2000 and 2099. Any other number is not taken for a day.
const SERIALS: std::ops::RangeInclusive<i32> = 36_526..=73_050;

/// A day as it was written, with the time of day that was written with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenDay {
    /// The day in Japan.
    pub day: Date,
    /// The time of day, 15:30; nothing if none was written, or midnight, by which programs mean none.
    pub time: Option<String>,
}

impl Date {
    /// Reads a day as people write it.
    ///
    /// # Errors
    /// [`DateError`]: it is no day, or its weekday is that of another day.
    pub fn written(raw: &str) -> Result<WrittenDay, DateError> {
        let shown = || raw.trim().chars().take(40).collect();
        let folded = fold(raw);
        let read = Reading::of(&folded).ok_or_else(|| DateError::NoDay { found: shown() })?;
        let weekday = read.date.weekday();
        if read.weekdays.iter().any(|written| *written != weekday) {
            return Err(DateError::Weekday { found: shown(), day: read.date });
        }
        Ok(WrittenDay { day: read.in_japan().ok_or_else(|| DateError::NoDay { found: shown() })?, time: read.time_in_words() })
    }

    /// The day that a spreadsheet means by this number, if it is a day of this century.
    pub fn from_serial(number: &str) -> Option<WrittenDay> {
        let (days, rest) = number.split_once('.').unwrap_or((number, ""));
        let serial: i32 = days.parse().ok().filter(|serial| SERIALS.contains(serial))?;
        let day = Self::new(1899, 12, 30)?.plus_days(serial)?;
        let fraction: f64 = if rest.is_empty() { 0.0 } else { format!("0.{rest}").parse().ok()? };
        let minutes = (1..1440).rfind(|minute| f64::from(*minute) <= fraction * 1440.0 + 0.01);
        Some(WrittenDay { day, time: minutes.map(|minutes| format!("{}:{:02}", minutes / 60, minutes % 60)) })
    }
}

/// What was read of a text.
struct Reading {
    date: Date,
    weekdays: Vec<u8>,
    time: Option<[i8; 3]>,
    /// Minutes ahead of Greenwich, if it is said.
    offset: Option<i32>,
}

impl Reading {
    fn of(folded: &str) -> Option<Self> {
        let mut scan = Scan(folded);
        let mut weekdays = Vec::new();
        scan.weekday(&mut weekdays)?;
        scan.skip(&[' ', ',']);
        let date = scan.in_english().or_else(|| scan.in_numbers())?;
        let mut reading = Self { date, weekdays, time: None, offset: None };
        loop {
            scan.skip(&[' ', ',']);
            let before = scan.0;
            scan.weekday(&mut reading.weekdays)?;
            scan.skip(&[' ', ',']);
            if reading.time.is_none()
                && let Some((time, offset)) = scan.time()
            {
                (reading.time, reading.offset) = (Some(time), offset);
            }
            if scan.0 == before {
                break;
            }
        }
        scan.skip(&['。']);
        scan.0.is_empty().then_some(reading)
    }

    /// The day in Japan: a time in another zone may fall on the next.
    fn in_japan(&self) -> Option<Date> {
        let (Some([hour, minute, second]), Some(offset)) = (self.time, self.offset) else { return Some(self.date) };
        let offset = jiff::tz::Offset::from_seconds(offset.checked_mul(60)?).ok()?;
        let local = jiff::civil::date(self.date.year(), self.date.month(), self.date.day()).at(hour, minute, second, 0);
        Date::in_japan(offset.to_timestamp(local).ok()?)
    }

    fn time_in_words(&self) -> Option<String> {
        let [hour, minute, second] = self.time.filter(|time| *time != [0; 3])?;
        let seconds = if second == 0 { String::new() } else { format!(":{second:02}") };
        Some(format!("{hour}:{minute:02}{seconds}"))
    }
}

/// What is left to be read, folded.
#[derive(Clone, Copy)]
struct Scan<'a>(&'a str);

impl<'a> Scan<'a> {
    fn skip(&mut self, characters: &[char]) -> bool {
        let rest = self.0.trim_start_matches(characters);
        let skipped = rest.len() < self.0.len();
        self.0 = rest;
        skipped
    }

    fn word(&mut self, word: &str) -> bool {
        self.0.strip_prefix(word).inspect(|rest| self.0 = rest).is_some()
    }

    fn first_of<T: Copy>(&mut self, words: impl IntoIterator<Item = (&'a str, T)>) -> Option<T> {
        words.into_iter().find_map(|(word, meaning)| self.word(word).then_some(meaning))
    }

    /// All digits that come next, if they are not too many.
    fn number(&mut self, most: usize) -> Option<i16> {
        let rest = self.0.trim_start_matches(|character: char| character.is_ascii_digit());
        let digits = self.0.strip_suffix(rest).filter(|digits| digits.len() <= most)?;
        let number = digits.parse().ok()?;
        self.0 = rest;
        Some(number)
    }

    /// A number below a hundred.
    fn small(&mut self) -> Option<i8> {
        self.number(2).and_then(|number| i8::try_from(number).ok())
    }

    /// A word of Latin letters, if it is one of these or its beginning of three letters or more.
    fn english(&mut self, words: impl IntoIterator<Item = &'static str>) -> Option<u8> {
        let rest = self.0.trim_start_matches(|character: char| character.is_ascii_alphabetic());
        let letters = self.0.strip_suffix(rest).filter(|letters| letters.len() >= 3)?;
        let found = words.into_iter().position(|word| word.starts_with(letters))?;
        self.0 = rest;
        self.skip(&['.']);
        u8::try_from(found).ok()
    }

    /// What stands between the parts of a date: one of these, or blanks.
    fn between(&mut self, separators: &[char]) -> Option<()> {
        let blank = self.skip(&[' ']);
        let mut rest = self.0.chars();
        if rest.next().is_some_and(|character| separators.contains(&character)) {
            self.0 = rest.as_str();
            self.skip(&[' ']);
            return Some(());
        }
        blank.then_some(())
    }

    /// A date in numbers, with or without an era.
    fn in_numbers(&mut self) -> Option<Date> {
        let before = *self;
        let era = ERAS.into_iter().find(|(name, letter, _)| {
            let letter = letter.to_ascii_lowercase().to_string();
            self.word(name)
                || name.chars().next().is_some_and(|first| self.word(first.to_string().as_str()))
                || self.word(&letter)
        });
        if era.is_some() {
            self.skip(&[' ', '.']);
        }
        let first_year = era.is_some() && self.word("元");
        let year = if first_year { 1 } else { self.number(4)? };
        self.between(&['-', '/', '.', '・', '年'])?;
        let month = self.small()?;
        self.between(&['-', '/', '.', '・', '月'])?;
        let day = self.small()?;
        self.skip(&[' ']);
        // 27日曜日 would be no date; 27日日曜日 is.
        let followed = self.0.starts_with("日曜") && !before.0.contains('月');
        if !followed {
            self.word("日");
        }
        let Some((name, _, (began, its_month, its_day))) = era else {
            return Date::new(year, month, day).filter(|date| date.year() >= 1868);
        };
        let gregorian = began.checked_add(year.checked_sub(1)?)?;
        let date = Date::new(gregorian, month, day)?;
        // 令和1年1月1日 was still 平成31年: such a day is a slip of the pen, not a date.
        let in_this_era = date >= Date::new(began, its_month, its_day)? && date.in_japanese_era().starts_with(name);
        (year >= 1 && in_this_era).then_some(date)
    }

    /// 27 November 2026, or November 27, 2026.
    fn in_english(&mut self) -> Option<Date> {
        let mut scan = *self;
        let separators = ['-', '/', '.', ','];
        let (month, day);
        if let Some(found) = scan.english(MONTHS) {
            scan.between(&separators)?;
            (month, day) = (found, scan.small()?);
        } else {
            day = scan.small()?;
            scan.first_of([("st", ()), ("nd", ()), ("rd", ()), ("th", ())]);
            scan.between(&separators)?;
            month = scan.english(MONTHS)?;
        }
        scan.first_of([("st", ()), ("nd", ()), ("rd", ()), ("th", ())]);
        scan.skip(&[' ', ',', '-', '/']);
        let year = scan.number(4)?;
        *self = scan;
        Date::new(year, i8::try_from(month + 1).ok()?, day).filter(|date| date.year() >= 1868)
    }

    /// Weekdays that come next, in brackets or not. `None`: something else stands in the brackets.
    fn weekday(&mut self, found: &mut Vec<u8>) -> Option<()> {
        for (open, close) in [("(", ")"), ("[", "]"), ("【", "】"), ("〔", "〕"), ("〈", "〉"), ("<", ">")] {
            if self.word(open) {
                let (inside, rest) = self.0.split_once(close)?;
                self.0 = rest;
                let mut inside = Scan(inside.trim());
                while !inside.0.is_empty() {
                    if inside.first_of(HOLIDAYS.map(|word| (word, ()))).is_none() {
                        found.push(inside.one_weekday()?);
                    }
                    inside.skip(&[' ', '・', ',', '、', '/', '-']);
                }
                return Some(());
            }
        }
        found.extend(self.one_weekday());
        Some(())
    }

    fn one_weekday(&mut self) -> Option<u8> {
        for (number, (name, _)) in (0_u8..).zip(WEEKDAYS) {
            let mut scan = *self;
            if scan.word(name.to_string().as_str()) {
                scan.first_of([("曜日", ()), ("曜", ())]);
                *self = scan;
                return Some(number);
            }
        }
        let mut scan = *self;
        let found = scan.english(WEEKDAYS.map(|(_, name)| name))?;
        *self = scan;
        Some(found)
    }

    /// A time of day, and how many minutes it is ahead of Greenwich if that is said.
    fn time(&mut self) -> Option<([i8; 3], Option<i32>)> {
        let mut scan = *self;
        scan.word("t");
        let halves = [("午前", 0), ("午後", 12), ("am", 0), ("pm", 12)];
        let mut half = scan.first_of(halves);
        scan.skip(&[' ']);
        let mut hour = scan.small()?;
        let (mut minute, mut second) = (0, 0);
        if scan.word("時") {
            if let Some(found) = scan.small() {
                minute = found;
                scan.word("分").then_some(())?;
                if let Some(found) = scan.small() {
                    second = found;
                    scan.word("秒").then_some(())?;
                }
            }
        } else {
            scan.word(":").then_some(())?;
            minute = scan.small()?;
            if scan.word(":") {
                second = scan.small()?;
                if scan.word(".") {
                    scan.number(9);
                    scan.skip(&['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
                }
            }
        }
        scan.skip(&[' ']);
        half = half.or_else(|| scan.first_of(halves));
        if let Some(half) = half {
            hour = (0..=12).contains(&hour).then_some(hour % 12 + half)?;
        }
        let fits = (0..24).contains(&hour) && (0..60).contains(&minute) && (0..60).contains(&second);
        let offset = scan.offset().filter(|_| fits)?;
        *self = scan;
        Some(([hour, minute, second], offset))
    }

    /// What is said of the time zone. `None`: it cannot be understood.
    fn offset(&mut self) -> Option<Option<i32>> {
        self.skip(&[' ']);
        if let Some(offset) = self.first_of([("z", 0), ("utc", 0), ("gmt", 0), ("jst", 540)]) {
            return Some(Some(offset));
        }
        let Some(sign) = self.first_of([("+", 1), ("-", -1)]) else { return Some(None) };
        let hours = self.small().filter(|hours| (0..15).contains(hours))?;
        self.word(":");
        let minutes = self.small().filter(|minutes| (0..60).contains(minutes))?;
        Some(Some(sign * (i32::from(hours) * 60 + i32::from(minutes))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day() -> Date {
        Date::new(2026, 11, 27).unwrap()
    }

    #[test]
    fn a_day_is_read_however_people_and_programs_write_it() {
        for written in [
            "2026-11-27",
            "2026/11/27",
            "2026.11.27",
            "2026‐11‐27",
            "2026–11–27",
            "2026−11−27",
            "２０２６ー１１ー２７",
            "2026ｰ11ｰ27",
            "2026 11 27",
            " 2026 / 11 / 27 \n",
            "2026・11・27",
            "2026年11月27日",
            "２０２６年１１月２７日",
            "2026年 11月 27日",
            "2026年11月27日（金）",
            "2026年11月27日金曜日",
            "2026年11月27日 (金・祝)",
            "2026/11/27(金)",
            "2026/11/27 金",
            "2026-11-27 [Fri]",
            "2026年11月27日㈮",
            "令和8年11月27日",
            "令和８年１１月２７日（金曜日）",
            "令和 8 年 11 月 27 日(金)",
            "㋿8年11月27日",
            "㋿８年㋊27日",
            "R8.11.27",
            "Ｒ８．１１．２７",
            "r8/11/27",
            "R 8-11-27",
            "令8.11.27",
            "2026-11-27 00:00:00",
            "2026-11-27T00:00:00.000",
            "2026/11/27 0:00",
            "2026年11月27日 0時00分",
            "2026\u{200B}-11-27\u{FEFF}",
            "27 November 2026",
            "Friday, 27 Nov 2026",
            "November 27th, 2026",
            "27-Nov-2026",
            "Fri., Nov. 27, 2026",
        ] {
            assert_eq!(Date::written(written), Ok(WrittenDay { day: day(), time: None }), "{written:?}");
        }
        assert_eq!("令和元年5月1日(水)".parse(), Ok(Date::new(2019, 5, 1).unwrap()));
        assert_eq!("R元.5.1".parse(), Ok(Date::new(2019, 5, 1).unwrap()));
        assert_eq!("2026年11月29日日曜日".parse(), Ok(Date::new(2026, 11, 29).unwrap()));
        assert_eq!("2026年11月30日月曜".parse(), Ok(Date::new(2026, 11, 30).unwrap()));
    }

    #[test]
    fn a_time_is_left_out_and_named() {
        for (written, time) in [
            ("2026-11-27 15:30", "15:30"),
            ("2026/11/27 15:30:05", "15:30:05"),
            ("2026年11月27日（金）午後3時30分", "15:30"),
            ("2026-11-27 3:30 PM", "15:30"),
            ("2026-11-27T15:30:00+09:00", "15:30"),
        ] {
            assert_eq!(Date::written(written), Ok(WrittenDay { day: day(), time: Some(time.to_owned()) }), "{written}");
        }
        // What is still the 26th in Greenwich is the 27th in Japan.
        assert_eq!(Date::written("2026-11-26T15:00:00Z").unwrap().day, day());
        assert_eq!(Date::written("2026-11-27T14:59:59Z").unwrap().day, day());
    }

    #[test]
    fn a_weekday_of_another_day_is_told() {
        for written in ["2026年11月27日（木）", "令和8年11月27日(土)", "Thursday, 27 November 2026", "2026-11-27 (金・土)"]
        {
            let error = Date::written(written).unwrap_err();
            assert_eq!(error, DateError::Weekday { found: written.to_owned(), day: day() }, "{written}");
        }
    }

    #[test]
    fn what_is_more_or_less_than_a_day_is_none() {
        for written in [
            "2026年11月27日まで",
            "2026-11-27 頃",
            "2026-11-27（仮）",
            "2026年11月",
            "2026年度11月27日",
            "2026-11-27-2026-11-28",
            "2026-11-27 25:00",
            "2026-11-27 15",
            "26/11/27",
            "11/27/2026",
            "2026月11年27",
            "20261127",
            "46353",
            "27 Nov",
            "R8.11.31",
            "2026--11-27",
            "(金)",
            "2026-11-27T15:00:00+99:00",
        ] {
            assert!(matches!(Date::written(written), Err(DateError::NoDay { .. })), "{written}: {:?}", Date::written(written));
        }
    }

    #[test]
    fn the_numbers_of_spreadsheets_are_days_of_this_century_only() {
        let serial = |number| Date::from_serial(number).map(|written| (written.day.to_string(), written.time));
        assert_eq!(serial("46353"), Some(("2026-11-27".to_owned(), None)));
        assert_eq!(serial("46353.5"), Some(("2026-11-27".to_owned(), Some("12:00".to_owned()))));
        assert_eq!(serial("46353.645833333336"), Some(("2026-11-27".to_owned(), Some("15:30".to_owned()))));
        for number in ["2026", "20261127", "-1", "0", "", "x", "46353.x"] {
            assert_eq!(serial(number), None, "{number}");
        }
    }
}
