//! The worked examples: one finished record for each target task. Agencies, providers and numbers in them are fictitious.

use crate::text::Lang;

/// A worked example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// The target task it was considered for. What came of it is the judgement's, not said here.
    pub task: &'static str,
    /// What it is about, in Japanese.
    ja: &'static str,
    /// The same in English.
    en: &'static str,
    /// The record, as it stands in a file.
    pub ron: &'static str,
}

impl Example {
    /// What it is about, in a few words.
    pub const fn title(&self, lang: Lang) -> &'static str {
        lang.pick(self.ja, self.en)
    }

    /// What the file is called: `LIU-A1.liu.ron`.
    pub fn file_name(&self) -> String {
        format!("{}.liu.ron", self.task)
    }
}

macro_rules! examples {
    ($($task:literal, $ja:literal, $en:literal;)*) => {
        &[$(Example {
            task: $task,
            ja: $ja,
            en: $en,
            ron: include_str!(concat!("../assets/examples/", $task, ".liu.ron")),
        },)*]
    };
}

/// All worked examples, in the order of the target tasks.
pub const fn all() -> &'static [Example] {
    examples! {
        "LIU-A1", "有識者会議のWeb会議", "Web conference of an expert panel";
        "LIU-A2", "研究会資料の共同編集", "Editing a study group's papers together";
        "LIU-A3", "注意喚起動画の配信", "Streaming videos that warn consumers";
        "LIU-A4", "観光案内所の満足度調査", "Survey at tourist information desks";
        "LIU-B1", "本庁の人事管理", "Personnel records of a head office";
        "LIU-B2", "研究職の人材育成", "Development of research staff";
        "LIU-B3", "選考採用の応募管理", "Applications in a recruitment";
        "LIU-B4", "海外展開相談の名刺共有", "Sharing business cards of trade fairs";
        "LIU-B5", "事業者向け安全講習", "Safety course for private companies";
        "LIU-B6", "参集要員を含む安否確認", "Safety confirmation that includes first responders";
        "LIU-C1", "公開ツールの開発", "Developing a published tool";
        "LIU-C2", "文化行事サイトの運営", "Running a site on cultural events";
        "LIU-C3", "国際交渉の文書の翻訳", "Translating documents of a negotiation";
        "LIU-C4", "選択式の案内チャットボット", "Chatbot that guides by choices";
    }
}
