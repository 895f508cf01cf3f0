//! Drives one reader with libFuzzer; the environment variable `READER` names it.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/support/readers.rs"]
mod readers;

static READ: LazyLock<fn(&[u8])> = LazyLock::new(|| {
    let name = std::env::var("READER").unwrap_or_default();
    let reader = readers::READERS.iter().find(|reader| reader.name == name);
    reader.unwrap_or_else(|| panic!("READER={name} names none of tests/support/readers.rs")).read
});

fuzz_target!(|bytes: &[u8]| READ(bytes));
