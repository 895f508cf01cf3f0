//! The attributes of an information item.

/// An attribute of an information item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ItemField {
    /// What it is called.
    Name,
    /// What it contains.
    Description,
    /// Whose it is.
    Whose,
    /// 機密性の格付
    ConfidentialityGrade,
    /// 完全性の格付
    IntegrityGrade,
    /// 可用性の格付
    AvailabilityGrade,
    /// Kinds of personal data.
    PersonalData,
    /// How many people.
    PersonCount,
    /// Publication plan.
    Publication,
    /// When it is published.
    PublicationTime,
    /// How long it is kept.
    Retention,
}

impl ItemField {
    /// All of them, in the order in which the step shows them.
    pub const ALL: [Self; 11] = [
        Self::Name,
        Self::Description,
        Self::Whose,
        Self::ConfidentialityGrade,
        Self::IntegrityGrade,
        Self::AvailabilityGrade,
        Self::PersonalData,
        Self::PersonCount,
        Self::Publication,
        Self::PublicationTime,
        Self::Retention,
    ];

    /// The name of the field in the file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Description => "description",
            Self::Whose => "whose",
            Self::ConfidentialityGrade => "confidentiality_grade",
            Self::IntegrityGrade => "integrity_grade",
            Self::AvailabilityGrade => "availability_grade",
            Self::PersonalData => "personal_data",
            Self::PersonCount => "person_count",
            Self::Publication => "publication",
            Self::PublicationTime => "publication_time",
            Self::Retention => "retention",
        }
    }
}
