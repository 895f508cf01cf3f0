//! The worked examples: one finished record for each target task. Agencies, providers and numbers in them are fictitious.

use crate::text::examples as words;
use crate::text::{Lang, Sentence};

/// A worked example.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// The target task it was considered for. What came of it is the judgement's, not said here.
    pub task: &'static str,
    about: Sentence,
    /// The record, as it stands in a file.
    pub ron: &'static str,
}

impl Example {
    /// What it is about, in a few words.
    pub fn title(&self, lang: Lang) -> &'static str {
        (self.about)(lang)
    }

    /// What the file is called: `LIU-A1.liu.ron`.
    pub fn file_name(&self) -> String {
        format!("{}.liu.ron", self.task)
    }
}

macro_rules! examples {
    ($($task:literal, $about:path;)*) => {
        &[$(Example {
            task: $task,
            about: $about,
            ron: include_str!(concat!("../assets/examples/", $task, ".liu.ron")),
        },)*]
    };
}

/// All worked examples, in the order of the target tasks.
pub const fn all() -> &'static [Example] {
    examples! {
        "LIU-A1", words::a1;
        "LIU-A2", words::a2;
        "LIU-A3", words::a3;
        "LIU-A4", words::a4;
        "LIU-B1", words::b1;
        "LIU-B2", words::b2;
        "LIU-B3", words::b3;
        "LIU-B4", words::b4;
        "LIU-B5", words::b5;
        "LIU-B6", words::b6;
        "LIU-C1", words::c1;
        "LIU-C2", words::c2;
        "LIU-C3", words::c3;
        "LIU-C4", words::c4;
    }
}
