//! Names of the texts that stand once in a record.

use super::RecordPart;
use super::text_fields::text_fields;

macro_rules! is_later {
    () => {
        false
    };
    (later) => {
        true
    };
}

macro_rules! name_them {
    ($($(#[$doc:meta])* $name:ident: $first:ident $(. $next:ident)*, $part:ident $(, $later:ident)?;)*) => {
        /// A text that stands once in a record.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum TextField { $($(#[$doc])* $name,)* }

        impl TextField {
            /// All of them, in the order in which the steps show them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The path of the field in the file.
            pub const fn path(self) -> &'static str {
                match self { $(Self::$name => concat!(stringify!($first) $(, ".", stringify!($next))*),)* }
            }

            /// The part of the record to which it belongs.
            pub const fn part(self) -> RecordPart {
                match self { $(Self::$name => RecordPart::$part,)* }
            }

            /// Whether records were printed before there was this text. It stands in a document only where something was entered,
            /// so that the documents of an older record stay as they were.
            pub const fn came_later(self) -> bool {
                match self { $(Self::$name => is_later!($($later)?),)* }
            }
        }
    };
}

text_fields!(name_them);

impl TextField {
    /// The texts of a part, in the order in which the steps show them.
    pub fn of(part: RecordPart) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |text| text.part() == part)
    }
}
