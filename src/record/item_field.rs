//! The attributes of an information item.

/// What an attribute of an item takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemFieldKind {
    /// A text.
    Text,
    /// One of the grades of 機密性.
    ConfidentialityGrade,
    /// One of the grades of 完全性.
    IntegrityGrade,
    /// One of the grades of 可用性.
    AvailabilityGrade,
    /// How many people.
    PersonCount,
    /// Whether it is to be published.
    Publication,
}

/// The one table of the attributes, in the order in which the step shows them: how each is called in the program, where it is kept
/// in [`InformationItem`](super::InformationItem), which is its name in the file, too, and what it takes.
macro_rules! item_fields {
    ($make:ident) => {
        $make! {
            /// What it is called.
            Name: name, Text;
            /// What it contains.
            Description: description, Text;
            /// Whose it is.
            Whose: whose, Text;
            /// 機密性の格付
            ConfidentialityGrade: confidentiality_grade, ConfidentialityGrade;
            /// 完全性の格付
            IntegrityGrade: integrity_grade, IntegrityGrade;
            /// 可用性の格付
            AvailabilityGrade: availability_grade, AvailabilityGrade;
            /// Kinds of personal data.
            PersonalData: personal_data, Text;
            /// How many people.
            PersonCount: person_count, PersonCount;
            /// Publication plan.
            Publication: publication, Publication;
            /// When it is published.
            PublicationTime: publication_time, Text;
            /// How long it is kept.
            Retention: retention, Text;
        }
    };
}

pub(super) use item_fields;

macro_rules! name_them {
    ($($(#[$doc:meta])* $name:ident: $kept:ident, $kind:ident;)*) => {
        /// An attribute of an information item.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum ItemField { $($(#[$doc])* $name,)* }

        impl ItemField {
            /// All of them, in the order in which the step shows them.
            pub const ALL: [Self; [$(stringify!($name)),*].len()] = [$(Self::$name),*];

            /// The name of the field in the file.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => stringify!($kept),)* }
            }

            /// What it takes.
            pub const fn kind(self) -> ItemFieldKind {
                match self { $(Self::$name => ItemFieldKind::$kind,)* }
            }
        }
    };
}

item_fields!(name_them);
