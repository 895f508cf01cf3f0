//! How RON is read and written.

use ron::ser::PrettyConfig;

use crate::bounds::RECORD_NESTING;

/// How RON is read and written: what may be left out may also be written bare.
pub(super) fn ron_options() -> ron::Options {
    ron::Options::default()
        .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
        .with_recursion_limit(RECORD_NESTING)
}

/// Pretty RON the same on every system, with characters that act or hide escaped.
pub(super) fn ron_pretty() -> PrettyConfig {
    PrettyConfig::new().struct_names(false).new_line("\n").indentor("  ")
}
