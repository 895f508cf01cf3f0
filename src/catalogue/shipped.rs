//! The catalogue that the program ships, and every one it shipped before. Each is known by its digest, so that a record is
//! judged by the catalogue it was made with on any machine.

use std::sync::{Arc, OnceLock};

use super::load::{checked, read};
use super::{Catalogue, CatalogueError, Question, TargetTask};
use crate::record::ContentDigest;

/// A catalogue that an earlier version of the program shipped, as `catalogue write` wrote it then. The file is never changed.
struct Earlier {
    /// Its digest, which records carry.
    digest: &'static str,
    /// The whole of it.
    text: &'static str,
    /// It, once it was asked for; nothing if the file does not have the digest.
    read: OnceLock<Option<Arc<Catalogue>>>,
}

/// A line of [`EARLIER`]: the version, which names the file, and the digest.
macro_rules! earlier {
    ($version:literal, $digest:literal) => {
        Earlier {
            digest: $digest,
            text: include_str!(concat!("../../assets/catalogue/earlier/", $version, ".ron")),
            read: OnceLock::new(),
        }
    };
}

/// All of them, the oldest first. The recipe for a further one stands in `CONTRIBUTING.md`.
static EARLIER: [Earlier; 1] = [earlier!("2026-11-23", "4f774a2747a7781d2d04278bf7e1be44cba9dd07ce8dd0959c62ea2763d97041")];

impl Earlier {
    fn catalogue(&self) -> Option<Arc<Catalogue>> {
        // Its digest says that it is what was checked and shipped then. What is asked of catalogues since does not touch it.
        let as_shipped = || read::<Catalogue>("liu-wizard", self.text).ok().filter(|it| it.digest().as_str() == self.digest);
        self.read.get_or_init(|| as_shipped().map(Arc::new)).clone()
    }
}

/// A file of the catalogue that is shipped now, read at its place in the package.
macro_rules! part {
    ($name:literal) => {
        read($name, include_str!(concat!("../../assets/catalogue/", $name)))
    };
}

impl Catalogue {
    /// The catalogue that the program ships, read and checked once.
    ///
    /// # Errors
    /// [`CatalogueError`] if the program was built with a broken one; a test keeps that from happening.
    pub fn shipped() -> Result<Arc<Self>, CatalogueError> {
        static SHIPPED: OnceLock<Result<Arc<Catalogue>, CatalogueError>> = OnceLock::new();
        SHIPPED.get_or_init(|| checked("liu-wizard", assemble()?).map(Arc::new)).clone()
    }

    /// The catalogue with this digest, if the program ships it or ever shipped it.
    pub fn ever_shipped(digest: &ContentDigest) -> Option<Arc<Self>> {
        let now = Self::shipped().ok().filter(|now| now.digest() == *digest);
        now.or_else(|| EARLIER.iter().find(|earlier| earlier.digest == digest.as_str())?.catalogue())
    }

    /// All catalogues that the program ships or ever shipped, the oldest first: what is said of each must hold.
    #[cfg(test)]
    pub(crate) fn all_ever_shipped() -> Vec<Arc<Self>> {
        EARLIER.iter().filter_map(Earlier::catalogue).chain(Self::shipped()).collect()
    }
}

fn assemble() -> Result<Catalogue, CatalogueError> {
    let mut tasks: Vec<TargetTask> = part!("tasks_streaming.ron")?;
    tasks.append(&mut part!("tasks_personnel.ron")?);
    tasks.append(&mut part!("tasks_efficiency.ron")?);
    let mut questions: Vec<Question> = part!("questions_gate.ron")?;
    questions.append(&mut part!("questions_confidentiality.ron")?);
    questions.append(&mut part!("questions_integrity.ron")?);
    questions.append(&mut part!("questions_availability.ron")?);
    Ok(Catalogue {
        meta: part!("meta.ron")?,
        sources: part!("sources.ron")?,
        tasks,
        questions,
        levels: part!("levels.ron")?,
        criteria: part!("criteria.ron")?,
        definitions: part!("definitions.ron")?,
        profiles: part!("profiles.ron")?,
        check_list: part!("check_list.ron")?,
        digest_memory: Default::default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_earlier_catalogue_has_the_digest_that_records_carry() {
        for earlier in &EARLIER {
            let catalogue = earlier.catalogue().unwrap_or_else(|| panic!("not as shipped: {}", earlier.digest));
            assert!(Catalogue::ever_shipped(&catalogue.digest()).is_some_and(|found| Arc::ptr_eq(&found, &catalogue)));
        }
    }

    /// The catalogue that is shipped now, and the digest of its content. A content is shipped under one version only: when that
    /// version has left the house, the next change is the next catalogue (`CONTRIBUTING.md`, *The next catalogue*). While it has
    /// not, a change of its content is a change of this digest.
    const NOW: (&str, &str) = ("2026-11-27", "35b2e0a63850bf301a2c64853afd153ec14049be470fa447338ca8c7b9b5775f");

    #[test]
    fn the_catalogue_of_now_is_the_one_that_is_shipped_under_its_version() {
        let now = Catalogue::shipped().unwrap();
        assert_eq!((now.meta.version.as_str(), now.digest().as_str()), NOW, "see the comment above NOW");
    }

    #[test]
    fn a_version_is_the_name_of_one_content_and_later_versions_sort_later() {
        let shipped: Vec<String> = Catalogue::all_ever_shipped().iter().map(|catalogue| catalogue.meta.version.clone()).collect();
        assert_eq!(shipped.len(), EARLIER.len() + 1);
        assert!(shipped.is_sorted_by(|earlier, later| earlier < later), "{shipped:?}");
    }

    #[test]
    fn a_text_that_was_changed_since_is_not_taken_for_what_was_shipped() {
        let earlier = &EARLIER[0];
        let text: &'static str = earlier.text.replacen("目録", "目次", 3).leak();
        assert!(Earlier { digest: earlier.digest, text, read: OnceLock::new() }.catalogue().is_none());
    }
}
