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

/// A sentence with arguments in this language. A missing language does not compile.
macro_rules! say {
    ($lang:expr, $ja:literal, $en:literal) => {
        match $lang {
            $crate::text::Lang::Ja => format!($ja),
            $crate::text::Lang::En => format!($en),
        }
    };
}
