//! Of whose work the program is made, and under which licences: what every copy of it has to carry along.

/// The licence of the program, then what it is made of, with the licences' full texts and those of the fonts. `.ci/third_party` writes it.
pub static LICENCES: &str = include_str!("../assets/third_party/licences.txt");

/// The same as a list for other programs: CycloneDX 1.5 in JSON, with the digest of each crate's source.
pub static SBOM: &str = include_str!("../assets/third_party/sbom.cdx.json");
