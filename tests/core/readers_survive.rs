//! What fuzzing found, or began with, goes through every reader again. `fuzz/README.md` says how to look for more.

use std::fs;
use std::path::Path;

use crate::support::readers::READERS;

#[test]
fn every_reader_survives_its_corpus() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/fuzz");
    let mut names: Vec<_> =
        fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    let mut readers: Vec<_> = READERS.iter().map(|reader| reader.name).collect();
    readers.sort_unstable();
    assert_eq!(names, readers, "each reader has a corpus, each corpus a reader");
    for reader in READERS {
        let mut inputs = 0;
        for entry in fs::read_dir(folder.join(reader.name)).unwrap() {
            let path = entry.unwrap().path();
            // Whoever fails is named, also by a stack that runs over.
            println!("{}", path.display());
            (reader.read)(&fs::read(&path).unwrap());
            inputs += 1;
        }
        assert!(inputs > 0, "{} has no corpus", reader.name);
    }
}
