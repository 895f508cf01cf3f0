//! Whether a result belongs to a provider's record: of the same provider, for the same service as that is described now.
//!
//! Names are compared as people mean them: width, blanks and the short forms of a legal form make no other provider.

use crate::record::{Field, Record, TextField, fold};
use crate::text::meant::LEGAL_FORMS;

/// What speaks against putting a result into an application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Objection {
    /// It is about another provider.
    OtherProvider {
        /// The provider of the application.
        ours: String,
        /// The provider of the result.
        theirs: String,
    },
    /// It is about a provider with another 法人番号.
    OtherNumber {
        /// The number of the application's provider.
        ours: String,
        /// The number in the result.
        theirs: String,
    },
    /// Whose service it is about is not written in one of the two, or not in full.
    ProviderNotSaid,
    /// It is about another service of the provider.
    OtherService {
        /// The service of the application.
        ours: String,
        /// The service of the result.
        theirs: String,
    },
    /// The provider's part is another in these fields.
    OtherText(Vec<Field>),
    /// It is none: the request was sent back without an assessment, for this reason.
    Returned(String),
}

impl Objection {
    /// Whether nothing makes up for it: the result is another provider's.
    pub const fn is_refusal(&self) -> bool {
        matches!(self, Self::OtherProvider { .. } | Self::OtherNumber { .. })
    }

    /// Whether somebody may put the result in all the same.
    pub const fn can_be_overruled(&self) -> bool {
        matches!(self, Self::ProviderNotSaid | Self::OtherService { .. } | Self::OtherText(_))
    }
}

/// What speaks against putting this result into an application of the provider's record; nothing if it belongs there.
pub fn objections(result: &Record, ours: &Record) -> Vec<Objection> {
    let (theirs, our) = (&result.service, &ours.service);
    if theirs == our {
        return Vec::new();
    }
    let (their_number, our_number) = (number(theirs.corporate_number.as_str()), number(our.corporate_number.as_str()));
    let numbers_agree = !our_number.is_empty() && their_number == our_number;
    let mut found = Vec::new();
    if !their_number.is_empty() && !our_number.is_empty() && !numbers_agree {
        let (ours, theirs) = (our.corporate_number.to_string(), theirs.corporate_number.to_string());
        found.push(Objection::OtherNumber { ours, theirs });
    }
    match same_provider(theirs.provider.as_str(), our.provider.as_str()) {
        Some(true) => {}
        Some(false) => {
            found.push(Objection::OtherProvider { ours: our.provider.to_string(), theirs: theirs.provider.to_string() });
        }
        None if numbers_agree => {}
        None => found.push(Objection::ProviderNotSaid),
    }
    if name(theirs.name.as_str()) != name(our.name.as_str()) {
        // That it is described in other words goes without saying.
        found.push(Objection::OtherService { ours: our.name.to_string(), theirs: theirs.name.to_string() });
        return found;
    }
    let different = differing_fields(result, ours);
    if !different.is_empty() {
        found.push(Objection::OtherText(different));
    }
    found
}

/// The fields of the provider's part that say something else, apart from who offers what.
fn differing_fields(result: &Record, ours: &Record) -> Vec<Field> {
    let named = [TextField::Provider, TextField::CorporateNumber, TextField::ServiceName];
    let texts = TextField::ALL.iter().copied().filter(|text| text.path().starts_with("service.") && !named.contains(text));
    let mut fields: Vec<Field> =
        texts.map(Field::Text).filter(|field| result.text(field).map(fold) != ours.text(field).map(fold)).collect();
    if result.service.is_saas != ours.service.is_saas {
        fields.push(Field::ServiceIsSaas);
    }
    fields
}

/// Whether two names are one provider's. Nobody can tell where one of them is missing, or lacks the legal form.
fn same_provider(one: &str, other: &str) -> Option<bool> {
    let (one, other) = (provider(one), provider(other));
    let is_missing = one.is_empty() || other.is_empty();
    let bare = |name: &str| without_legal_form(name) == name;
    let lacks_form = without_legal_form(&one) == without_legal_form(&other) && (bare(&one) || bare(&other));
    match one == other {
        true => Some(true),
        false if is_missing || lacks_form => None,
        false => Some(false),
    }
}

fn provider(text: &str) -> String {
    LEGAL_FORMS.iter().fold(name(text), |name, (short, long)| name.replace(short, &fold(long)))
}

fn without_legal_form(name: &str) -> String {
    LEGAL_FORMS.iter().fold(name.to_owned(), |name, (_, long)| name.replace(&fold(long), ""))
}

/// A name without what makes no difference.
fn name(text: &str) -> String {
    fold(text).replace(' ', "")
}

/// The digits of a 法人番号, however it was typed.
fn number(text: &str) -> String {
    fold(text).chars().filter(char::is_ascii_alphanumeric).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{CataloguePin, Date, Edit, ProfileId, RecordId, Role};

    fn record(role: Role, provider: &str, number: &str, service: &str, summary: &str) -> Record {
        let pin = CataloguePin {
            id: crate::record::CatalogueId::new("c").unwrap(),
            version: "1".try_into().unwrap(),
            digest: crate::record::ContentDigest::of(b""),
        };
        let (id, on) = (RecordId::new("r").unwrap(), Date::new(2026, 11, 23).unwrap());
        let mut record = Record::new(id, role, on, ProfileId::new("p").unwrap(), pin);
        for (field, text) in [
            (TextField::Provider, provider),
            (TextField::CorporateNumber, number),
            (TextField::ServiceName, service),
            (TextField::ServiceSummary, summary),
        ] {
            record.apply(Edit::SetText { field: Field::Text(field), text: text.to_owned() }).unwrap();
        }
        record
    }

    fn against(theirs: [&str; 4]) -> Vec<Objection> {
        let [provider, number, service, summary] = theirs;
        let ours = record(Role::Csp, "架空クラウド株式会社", "7000012050002", "会議サービス甲", "中継する。");
        objections(&record(Role::Agency, provider, number, service, summary), &ours)
    }

    #[test]
    fn the_same_provider_is_known_however_its_name_was_typed() {
        for name in ["架空クラウド株式会社", "架空クラウド（株）", "架空クラウド㈱", "架空ｸﾗｳﾄﾞ 株式会社", " 架空クラウド　(株) "]
        {
            for number in ["7000012050002", "", "７００００１２０５０００２"] {
                let found = against([name, number, "会議サービス 甲", "中継する。"]);
                assert!(found.is_empty(), "{name} {number}: {found:?}");
            }
        }
        assert!(against(["架空クラウド", "7000012050002", "会議サービス甲", "中継する。"]).is_empty(), "the number tells");
    }

    #[test]
    fn another_provider_is_refused_by_name_and_by_number() {
        for (name, number) in [
            ("架空ネット株式会社", "7000012050002"),
            ("株式会社架空クラウド", ""),
            ("架空クラウド有限会社", ""),
            ("架空クラウド株式会社", "1000012160145"),
        ] {
            let found = against([name, number, "会議サービス甲", "中継する。"]);
            assert!(found.iter().any(Objection::is_refusal), "{name} {number}: {found:?}");
        }
    }

    #[test]
    fn another_service_or_text_or_one_not_said_can_be_overruled_and_nothing_else() {
        for (theirs, expected) in [
            (["架空クラウド株式会社", "7000012050002", "保管サービス乙", "中継する。"], "OtherService"),
            (["架空クラウド株式会社", "7000012050002", "", "中継する。"], "OtherService"),
            (["架空クラウド株式会社", "7000012050002", "会議サービス甲", "録画もする。"], "OtherText"),
            (["", "", "会議サービス甲", "中継する。"], "ProviderNotSaid"),
            (["架空クラウド", "", "会議サービス甲", "中継する。"], "ProviderNotSaid"),
        ] {
            let found = against(theirs);
            let [one] = &found[..] else { panic!("{theirs:?}: {found:?}") };
            assert!(format!("{one:?}").starts_with(expected) && one.can_be_overruled() && !one.is_refusal(), "{one:?}");
        }
        assert!(!Objection::Returned(String::new()).can_be_overruled());
    }
}
