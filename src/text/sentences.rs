//! How sentences are written down: the one idiom for two languages.

/// Makes a function of each line: `name = "Japanese", "English";` says the same always, and
/// `name(found: &str) = "Japanese {found}", "English {found}";` takes arguments before the language.
macro_rules! sentences {
    (@one [$($about:tt)*] $name:ident = $ja:literal, $en:literal) => {
        $($about)*
        #[doc = concat!("「", $ja, "」")]
        pub const fn $name(lang: $crate::text::Lang) -> &'static str {
            lang.pick($ja, $en)
        }
    };
    (@one [$($about:tt)*] $name:ident($($argument:ident: $kind:ty),+) = $ja:literal, $en:literal) => {
        $($about)*
        #[doc = concat!("「", $ja, "」")]
        pub fn $name($($argument: $kind,)+ lang: $crate::text::Lang) -> String {
            say!(lang, $ja, $en)
        }
    };
    ($($(#[$about:meta])* $name:ident $(($($argument:ident: $kind:ty),+))? = $ja:literal, $en:literal;)*) => {
        $(sentences!(@one [$(#[$about])*] $name $(($($argument: $kind),+))? = $ja, $en);)*
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

/// A list of words, `"Japanese", "English";` each: a `&[Sentence]`.
macro_rules! words {
    ($($ja:literal, $en:literal;)*) => {
        &[$(|lang: $crate::text::Lang| lang.pick($ja, $en)),*]
    };
}
