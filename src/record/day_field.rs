//! Names of the days that stand once in a record.

use super::RecordPart;
use super::day_fields::day_fields;

macro_rules! name_them {
    ($($(#[$doc:meta])* $name:ident: $group:ident.$field:ident, $part:ident;)*) => {
        /// A day that stands once in a record.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum DayField { $($(#[$doc])* $name,)* }

        impl DayField {
            /// All of them, in the order in which the steps show them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The path of the field in the file.
            pub const fn path(self) -> &'static str {
                match self { $(Self::$name => concat!(stringify!($group), ".", stringify!($field)),)* }
            }

            /// The part of the record to which it belongs.
            pub const fn part(self) -> RecordPart {
                match self { $(Self::$name => RecordPart::$part,)* }
            }
        }
    };
}

day_fields!(name_them);

impl DayField {
    /// The days of a part, in the order in which the steps show them.
    pub fn of(part: RecordPart) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |day| day.part() == part)
    }
}
