//! Words of the picture: items × objectives at a glance.

use super::{Label as _, Lang, labels, marks};
use crate::catalogue::Catalogue;
use crate::judgement::Standing;
use crate::record::{Assessment, Level};

sentences! {
    title = "情報ごとの影響度", "Levels at a glance";
    information = "取り扱う情報", "Information handled";
    whole = "業務全体", "The task as a whole";
    raised_as_a_whole = "△業務全体として引上げ", "△ Raised for the task as a whole";
    lowered_explained = "▽引下げ：提案より低く決めたもの", "▽ Lowered: decided below the proposal";
    raised_explained = "△引上げ：提案より高く決めたもの", "△ Raised: decided above the proposal";
    explained_explained = "理由あり：説明を付けて決めたもの", "Explained: decided with a written reason";
    open_explained = "未評価：まだ低位と言えないもの", "Not assessed: cannot be called low yet";
    between_numbers = "、", ", ";
    all_others_plain = "すべて提案どおり", "all as proposed";

    /// Several items that are equal, by the name of the first.
    equal_items(first: &str, others: usize) = "{first} ほか{others}件", "{first} and {others} more";

    /// So many of them: 未評価 2件.
    counted(what: &str, count: usize) = "{what} {count}件", "{what}: {count}";
    /// Items from one number to another.
    from_to(first: usize, last: usize) = "({first})〜({last})", "({first}) to ({last})";

    /// The items that stand in no row of their own.
    other_items(count: usize) = "ほか{count}件", "{count} more";
}

/// What stands between two marks that are explained.
pub const fn between(lang: Lang) -> &'static str {
    marks::gap(lang)
}

/// What is to be said of a decision beside its level; nothing where it is as proposed.
pub fn mark(standing: Standing, proposal: Assessment, catalogue: &Catalogue, lang: Lang) -> String {
    let proposal = labels::assessment(proposal, catalogue, lang);
    match standing {
        Standing::Lowered => say!(lang, "▽引下げ（提案 {proposal}）", "▽ Lowered (proposal: {proposal})"),
        Standing::Raised => say!(lang, "△引上げ（提案 {proposal}）", "△ Raised (proposal: {proposal})"),
        Standing::AsProposed => String::new(),
        Standing::NotDecided | Standing::Reopened | Standing::ProposalOpen | Standing::Explained | Standing::ReasonMissing => {
            standing.label(lang).to_owned()
        }
    }
}

/// The items that stand in no row of their own, all assessed at this level.
pub fn other_items_all(count: usize, level: Level, catalogue: &Catalogue, lang: Lang) -> String {
    let level = labels::level(level, catalogue, lang);
    match count {
        1 => say!(lang, "ほか1件はすべて{level}", "1 more, {level}"),
        _ => say!(lang, "ほか{count}件はすべて{level}", "{count} more, all {level}"),
    }
}

/// A mark without what was proposed, as it is counted.
pub fn short_mark(standing: Standing, lang: Lang) -> &'static str {
    match standing {
        Standing::Lowered => lang.pick("▽引下げ", "▽ Lowered"),
        Standing::Raised => lang.pick("△引上げ", "△ Raised"),
        Standing::NotDecided
        | Standing::Reopened
        | Standing::ProposalOpen
        | Standing::Explained
        | Standing::ReasonMissing
        | Standing::AsProposed => standing.label(lang),
    }
}
