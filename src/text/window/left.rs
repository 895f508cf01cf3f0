//! What is left on a step, on its first line.

use crate::text::Lang;

sentences! {
    /// What is wrong on a step, and where.
    wrong_here(count: usize, names: &str) = "直すこと {count}：{names}", "To correct ({count}): {names}";
    /// The same without the places.
    wrong_here_in_short(count: usize) = "直すこと {count}", "To correct: {count}";
    /// What is still to be done on a step, and where.
    left_here(count: usize, names: &str) = "残り {count}：{names}", "Still to do ({count}): {names}";
    /// The same without the places.
    left_here_in_short(count: usize) = "残り {count}", "Still to do: {count}";
    /// That nothing is left on a step.
    nothing_left_here(step: &str) = "「{step}」に残っていることはありません。", "Nothing is left to do on {step}.";
    /// How a step stands on which nothing is filled in.
    stands_here(state: &str) = "いまの状態：{state}", "Where it stands: {state}";
}

/// Some names, and that there are more.
pub fn and_more(names: &str, more: bool, lang: Lang) -> String {
    if more { say!(lang, "{names} ほか", "{names} and more") } else { names.to_owned() }
}
