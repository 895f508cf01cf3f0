//! The provider's check-list, also for catalogues that have none of their own.

use std::sync::OnceLock;

use super::load::read;
use super::{Catalogue, CheckPoint};

/// The check-list as it stood in the program before catalogues had one. The file is never changed.
const OF_THE_FIRST_FORM: &str = include_str!("../../assets/catalogue/earlier/check_list.ron");

impl Catalogue {
    /// The provider's check-list in the order in which it is shown. For a catalogue of the first form it is the one of then.
    pub fn check_points(&self) -> &[CheckPoint] {
        static READ: OnceLock<Vec<CheckPoint>> = OnceLock::new();
        if self.is_of_the_first_form() {
            // A test keeps the file readable.
            return READ.get_or_init(|| read("check_list", OF_THE_FIRST_FORM).unwrap_or_default());
        }
        &self.check_list
    }

    /// Whether it has the form of the catalogues until 2026-11-23: without a check-list, and with the period of a procedure said
    /// in its title alone. Own catalogues of that form are taken as well.
    pub(super) fn is_of_the_first_form(&self) -> bool {
        self.check_list.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{CheckListPoint, ContentDigest};

    #[test]
    fn the_check_list_of_the_first_form_is_whole_and_stays_as_it_was() {
        let digest = ContentDigest::of(OF_THE_FIRST_FORM.as_bytes());
        assert_eq!(digest.as_str(), "fe0c1933d499dcb953cda0536ea232aa639205d0fba409398a6ac9ecb1ae5d40");
        let mut own = Catalogue::clone(&Catalogue::shipped().unwrap());
        own.check_list.clear();
        let points: Vec<CheckListPoint> = own.check_points().iter().map(|point| point.id).collect();
        assert_eq!(points, CheckListPoint::ALL);
    }

    #[test]
    fn points_are_called_as_in_records() {
        for point in CheckListPoint::ALL {
            assert_eq!(serde_json::to_value(point).unwrap(), point.name());
        }
    }
}
