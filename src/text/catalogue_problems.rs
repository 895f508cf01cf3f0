//! What does not fit in a catalogue, in words.

use super::{Label as _, Lang, Message};
use crate::catalogue::{CatalogueError, CatalogueProblem, IdKind, LARGEST_FILE_BYTES, Language, OutcomeWhen};
use crate::record::Level;

sentences! {
    catalogue_unread(name: &str, why: &str) = "目録「{name}」を読めません。{why}", "The catalogue {name} cannot be read. {why}";
    correct_catalogue = "その行を直してください。書き方は、書き出した目録の先頭にあります。",
        "Correct that line. How to write one is explained at the top of an exported catalogue.";
    no_catalogue(name: &str, found: &str) = "「{name}」は目録ではなく、{found}です。", "{name} is not a catalogue but {found}.";
    catalogue_expected = "目録（*.ron）。同梱の目録を書き出した写しが下敷きになります。",
        "A catalogue (*.ron). A copy of the one shipped is a good beginning.";
}

/// Why a catalogue was not taken.
pub fn catalogue_error(error: &CatalogueError, lang: Lang) -> Message {
    match error {
        CatalogueError::TooLarge { name, bytes } => Message {
            what: say!(
                lang,
                "目録「{name}」が大きすぎます（{bytes}バイト）。",
                "The catalogue {name} is too large ({bytes} bytes)."
            ),
            expected: say!(lang, "{LARGEST_FILE_BYTES}バイトまで", "At most {LARGEST_FILE_BYTES} bytes"),
            action: say!(lang, "目録のファイルか確かめてください。", "Make sure that it is a catalogue."),
            ..Message::default()
        },
        CatalogueError::Syntax { name, said } => {
            let (line, column) = (said.span.start.line, said.span.start.col);
            Message {
                what: catalogue_unread(name, &said.code.to_string(), lang),
                place: say!(lang, "{line}行{column}文字目", "Line {line}, column {column}"),
                expected: say!(lang, "RON形式の目録", "A catalogue in RON"),
                action: correct_catalogue(lang).to_owned(),
            }
        }
        CatalogueError::Inconsistent { name, problems } => {
            let number = problems.len();
            let listed: Vec<String> = problems.iter().map(|problem| catalogue_problem(problem, lang)).collect();
            Message {
                what: say!(
                    lang,
                    "目録「{name}」に合わないところが{number}件あります。",
                    "The catalogue {name} has {number} inconsistencies."
                ),
                place: listed.join("\n"),
                action: say!(
                    lang,
                    "挙げたところを直して、読み込み直してください。",
                    "Correct what is listed, then load it again."
                ),
                ..Message::default()
            }
        }
        CatalogueError::Unwritable { problem } => Message {
            what: say!(lang, "目録を書き出せません: {problem}", "The catalogue cannot be written: {problem}"),
            ..Message::default()
        },
    }
}

/// One thing in a catalogue that does not fit.
pub fn catalogue_problem(problem: &CatalogueProblem, lang: Lang) -> String {
    match problem {
        CatalogueProblem::TooMany { path, found, most } => say!(
            lang,
            "{path}: {found}件あります（{most}件まで）",
            "{path}: there are {found} entries, at most {most} can be read"
        ),
        CatalogueProblem::MissingLanguage { path, language: Language::Japanese } => {
            say!(lang, "{path}: 日本語の文がありません", "{path}: there is no Japanese text")
        }
        CatalogueProblem::MissingLanguage { path, language: Language::English } => {
            say!(lang, "{path}: 英語の文がありません", "{path}: there is no English text")
        }
        CatalogueProblem::RefusedCharacter { path, code } => {
            say!(lang, "{path}: 使えない文字（U+{code:04X}）があります", "{path}: character U+{code:04X} is not allowed")
        }
        CatalogueProblem::MissingBasis { path } => say!(lang, "{path}: 根拠がありません", "{path}: there is no basis"),
        CatalogueProblem::BasisWithoutSource { path, mark } => {
            let mark = mark.label(lang);
            say!(lang, "{path}: 「{mark}」には出典が要ります", "{path}: “{mark}” needs a source")
        }
        CatalogueProblem::DuplicateId { kind, id } => {
            let kind = kind_name(*kind, lang);
            say!(lang, "{kind} {id} が二つあります", "{kind} {id} appears twice")
        }
        CatalogueProblem::UnknownId { path, kind, id } => {
            let kind = kind_name(*kind, lang);
            say!(lang, "{path}: {kind} {id} がありません", "{path}: there is no {kind} {id}")
        }
        CatalogueProblem::OtherSection { path, id } => {
            say!(lang, "{path}: {id} は別の区分の問いです", "{path}: {id} is asked in another section")
        }
        CatalogueProblem::Empty { path } => say!(lang, "{path}: 中身がありません", "{path}: it is empty"),
        CatalogueProblem::ScaleNotAscendingFromLow => say!(
            lang,
            "levels: low から始め、二段階以上を低い順に並べます",
            "levels: expected low and at least one higher level, lowest first"
        ),
        CatalogueProblem::LevelNotOnScale { path, level } => {
            let level = level_word(*level);
            say!(lang, "{path}: {level} は段階にありません", "{path}: {level} is not on the scale")
        }
        CatalogueProblem::CriterionLevels { path, expected, found } => say!(
            lang,
            "{path}: 段階の数は{expected}ですが、{found}あります",
            "{path}: expected {expected} levels as on the scale, found {found}"
        ),
        CatalogueProblem::EffectOutOfPlace { path } => {
            say!(lang, "{path}: この効果はこの区分の問いには使えません", "{path}: this effect cannot be used in this section")
        }
        CatalogueProblem::GateEndMissing(when) => {
            let when = ending(*when);
            say!(lang, "questions: 前提確認に {when} の問いがありません", "questions: no gate question has the effect {when}")
        }
        CatalogueProblem::TaskChoiceMissing => say!(
            lang,
            "questions: 前提確認に対象業務を選ぶ問いがありません",
            "questions: no gate question is the choice of the target task"
        ),
        CatalogueProblem::ObjectiveWithoutQuestion(objective) => {
            let objective = objective.label(lang);
            say!(lang, "questions: {objective}の問いがありません", "questions: there is none for {objective}")
        }
        CatalogueProblem::UnknownField { path, field } => {
            say!(lang, "{path}: 記録に {field} という項目はありません", "{path}: no record has a field {field}")
        }
        CatalogueProblem::CheckPointMissing(point) => {
            let (id, name) = (point.name(), point.label(lang));
            say!(lang, "check_list: {id}（{name}）がありません", "check_list: {id} ({name}) is missing")
        }
        CatalogueProblem::PeriodEndsBeforeItBegins { path } => {
            say!(lang, "{path}: 終わりの月が始まりの月より前です", "{path}: it ends before it begins")
        }
    }
}

fn kind_name(kind: IdKind, lang: Lang) -> &'static str {
    match kind {
        IdKind::Source => lang.pick("出典", "source"),
        IdKind::Task => lang.pick("対象業務", "target task"),
        IdKind::RedFlag => lang.pick("注意点", "red flag"),
        IdKind::Question => lang.pick("問い", "question"),
        IdKind::Option => lang.pick("選択肢", "option"),
        IdKind::Definition => lang.pick("用語", "definition"),
        IdKind::Profile => lang.pick("手続の版", "profile"),
        IdKind::Step => lang.pick("手順", "step"),
        IdKind::CheckPoint => lang.pick("確認表の項目", "point of the check-list"),
    }
}

/// A level as it is written in a catalogue.
fn level_word(level: Level) -> &'static str {
    match level {
        Level::Low => "low",
        Level::Moderate => "moderate",
        Level::High => "high",
    }
}

/// An ending of the gate as it is written in a catalogue.
fn ending(when: OutcomeWhen) -> &'static str {
    match when {
        OutcomeWhen::YesStop => "ends(yes_stop)",
        OutcomeWhen::NoOutOfScope => "ends(no_out_of_scope)",
        OutcomeWhen::YesOutOfScope => "ends(yes_out_of_scope)",
        OutcomeWhen::NoNotRequired => "ends(no_not_required)",
        OutcomeWhen::NoInvalidAssessor => "ends(no_invalid_assessor)",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Mark;
    use crate::record::{CheckListPoint, Objective, QuestionId};
    use crate::text::problems::tests::check;

    #[test]
    fn catalogues_that_are_not_taken() {
        let name = || "mine.ron".to_owned();
        let said = ron::from_str::<bool>("\n\n      x").unwrap_err();
        let syntax = CatalogueError::Syntax { name: name(), said: Box::new(said) };
        check(|lang| catalogue_error(&syntax, lang), &["「mine.ron」を読めません", "3行7文字目"], &["Line 3, column 7"]);
        let large = CatalogueError::TooLarge { name: name(), bytes: 50_000_000 };
        check(|lang| catalogue_error(&large, lang), &["50000000バイト"], &["50000000 bytes"]);
        let unwritable = CatalogueError::Unwritable { problem: "x".to_owned() };
        check(|lang| catalogue_error(&unwritable, lang), &["書き出せません"], &["cannot be written"]);
        let inconsistent = CatalogueError::Inconsistent { name: name(), problems: every_problem() };
        check(|lang| catalogue_error(&inconsistent, lang), &["22件", "根拠がありません"], &["22 things", "there is no basis"]);
    }

    #[test]
    fn every_problem_of_a_catalogue_is_said_in_both_languages() {
        for problem in every_problem() {
            let (ja, en) = (catalogue_problem(&problem, Lang::Ja), catalogue_problem(&problem, Lang::En));
            assert!(ja.chars().any(|character| ('ぁ'..='ん').contains(&character)), "{ja}");
            // Names such as 機密性 have English names, too.
            assert!(en.is_ascii() || en.contains('“'), "{en}");
        }
    }

    fn every_problem() -> Vec<CatalogueProblem> {
        let path = || "questions[C2]".to_owned();
        let mut problems = vec![
            CatalogueProblem::TooMany { path: path(), found: 1_001, most: 1_000 },
            CatalogueProblem::MissingLanguage { path: path(), language: Language::Japanese },
            CatalogueProblem::MissingLanguage { path: path(), language: Language::English },
            CatalogueProblem::RefusedCharacter { path: path(), code: 0x202E },
            CatalogueProblem::MissingBasis { path: path() },
            CatalogueProblem::BasisWithoutSource { path: path(), mark: Mark::Official },
            CatalogueProblem::DuplicateId { kind: IdKind::Question, id: "C2".to_owned() },
            CatalogueProblem::UnknownId { path: path(), kind: IdKind::Source, id: "S99".to_owned() },
            CatalogueProblem::OtherSection { path: path(), id: QuestionId::new("A2").unwrap() },
            CatalogueProblem::Empty { path: path() },
            CatalogueProblem::ScaleNotAscendingFromLow,
            CatalogueProblem::CriterionLevels { path: path(), expected: 3, found: 2 },
            CatalogueProblem::EffectOutOfPlace { path: path() },
            CatalogueProblem::GateEndMissing(OutcomeWhen::YesStop),
            CatalogueProblem::TaskChoiceMissing,
            CatalogueProblem::ObjectiveWithoutQuestion(Objective::Integrity),
            CatalogueProblem::UnknownField { path: path(), field: "service.colour".to_owned() },
            CatalogueProblem::CheckPointMissing(CheckListPoint::Gbizid),
            CatalogueProblem::PeriodEndsBeforeItBegins { path: path() },
        ];
        problems.extend(Level::ALL.map(|level| CatalogueProblem::LevelNotOnScale { path: path(), level }));
        problems
    }
}
