//! How sentences without arguments are written down.

/// Makes a function `name(lang)` of each line `name = "Japanese", "English";`.
macro_rules! sentences {
    ($($name:ident = $ja:literal, $en:literal;)*) => {
        $(
            #[doc = $ja]
            pub const fn $name(lang: $crate::text::Lang) -> &'static str {
                lang.pick($ja, $en)
            }
        )*
    };
}
