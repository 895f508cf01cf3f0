//! What is said of a record that was made with another catalogue than the one in use: both side by side, and the move.

use super::command_line::pin;
use super::{Label as _, Lang, Message, field_name, labels, marks};
use crate::catalogue::{Catalogue, DanglingId};
use crate::judgement::{CellChange, CellSide, Condition, MoveBlocked, Outcome, RulesComparison, Scope, SideSource};
use crate::record::{Assessment, CataloguePin, Record, Stated};

/// How many ids are named before the rest is only counted.
const MOST_NAMED: usize = 10;

sentences! {
    title = "目録の新旧比較", "Old and new catalogue compared";
    open = "新旧を比べる", "Compare old and new";
    lead = "この記録を、作成したときの目録と、使っている目録とで判定し、並べて示します。見るだけでは何も変わりません。",
        "The record under the catalogue it was made with and under the one in use, side by side. Looking changes nothing.";
    same_catalogue = "この記録は、使っている目録で作られています。比べる相手はありません。",
        "The record was made with the catalogue in use. There is nothing to compare.";
    old = "作成したときの目録", "Catalogue it was made with";
    new = "使っている目録", "Catalogue in use";
    difference = "違い", "Difference";
    what = "項目", "What";
    whole = "全体", "The whole";
    cells = "情報ごとの影響度", "Levels of each information item";
    not_known = "分かりません", "Not known";
    as_stated = "承認時の記載", "As stated at approval";
    as_stated_note = "作成したときの目録が手元にないため、承認のときに残された記載を示します。いま計算したものではありません。",
        "The catalogue it was made with is not at hand. This is what was stated when it was approved, and not computed now.";
    as_stated_changed = "承認の後に内容が変わっています。記載は、変わる前の内容についてのものです。",
        "The content was changed after the approval. What is stated is about the content before that.";
    nothing_known = "作成したときの目録が手元になく、承認時の記載もないため、元の判定は分かりません。低位とみなすことはできません。",
        "The catalogue it was made with is not at hand and no approval states the outcome, so the old one is not known. It must not be treated as low.";
    nothing_differs = "判定も、影響度も、指摘も変わりません。", "Neither outcome nor levels nor findings change.";
    nothing_differs_from_stated = "判定も影響度も、承認時の記載と同じです。指摘の違いは分かりません。",
        "Outcome and levels are as stated at approval. Whether findings differ is not known.";
    findings_gone = "なくなる指摘", "Findings that disappear";
    findings_come = "新しく出る指摘", "New findings";
    questions_gone = "作成したときの目録だけにある問い", "Questions of the old catalogue only";
    questions_come = "使っている目録だけにある問い", "Questions of the catalogue in use only";
    tasks_gone = "作成したときの目録だけにある対象業務", "Target tasks of the old catalogue only";
    tasks_come = "使っている目録だけにある対象業務", "Target tasks of the catalogue in use only";
    scope = "問いと対象業務の違い", "Questions and target tasks that differ";
    move_heading = "使っている目録に移す", "Move to the catalogue in use";
    move_lead = "移すと、この記録はこれから使っている目録で判定されます。回答と決定はそのまま残り、成り立たなくなった決定は再確認になります。保存すると変更の履歴に残ります。自動で移ることはありません。",
        "Once moved, the record is judged by the catalogue in use. Answers and decisions stay; a decision that no longer stands is to be confirmed again. Saving makes it a revision. Nothing moves by itself.";
    move_voids = "この記録は承認されています。移すと承認は失効します。", "The record is approved. Moving it revokes the approval.";
    move_act = "この目録に移す", "Move to this catalogue";
    move_confirm = "使っている目録に移しますか", "Move to the catalogue in use?";
    moved = "使っている目録に移しました。「元に戻す」で取り消せます。", "Moved to the catalogue in use. “Undo” takes it back.";
    already_there = "この記録は、もう使っている目録で作られています。", "The record was made with the catalogue in use already.";
    blocked = "使っている目録にない番号があるため、移せません。", "It cannot be moved: it uses ids that the catalogue in use does not have.";
    move_yes = "移す", "Move";
    move_no = "やめる", "Do not move";
    only_changes = "変わるものだけを示す", "Only what changes";
    show = "目録の新旧比較…", "Old and new catalogue…";
    on_command_line = "比べるには liu-wizard catalogue compare を使います。", "To compare: liu-wizard catalogue compare.";
    standing_pinned = "使っている目録とは別の版。この記録はこの目録で判定しました", "another than the one in use; it judged this record";
    standing_missing = "手元にありません。この記録は使っている目録で判定しました", "not at hand; the one in use judged this record";
    statement_holds = "承認時の記載は、その目録で計算し直した判定と合っています", "what was stated at approval is what that catalogue gives";
    statement_differs = "承認時の記載が、その目録で計算し直した判定と合いません", "what was stated at approval is not what that catalogue gives";
    statement_unchecked = "承認時の記載は、その目録か承認時の内容が手元にないため、確かめられません",
        "what was stated at approval cannot be checked: that catalogue or that content is not at hand";

    /// How many cells come out otherwise.
    cells_counted(changed: usize, all: usize) = "{all}件のうち{changed}件が変わります。", "{changed} of {all} change.";
}

/// That a record is judged by its own catalogue, which is not the one in use.
pub fn made_under(made_with: &CataloguePin, in_use: &CataloguePin, lang: Lang) -> String {
    let (made_with, in_use) = (pin(made_with), pin(in_use));
    say!(
        lang,
        "この記録は、使っている目録 {in_use} とは別の目録 {made_with} で作られました。判定は作成したときの目録によるもので、変わっていません。",
        "The record was made with catalogue {made_with}, not with {in_use}, which is in use. It is judged by its own; nothing has changed."
    )
}

/// That the catalogue of a record is not at hand.
pub fn not_at_hand(made_with: &CataloguePin, in_use: &CataloguePin, lang: Lang) -> String {
    let (made_with, in_use) = (pin(made_with), pin(in_use));
    say!(
        lang,
        "この記録を作ったときの目録 {made_with} が手元にありません。示している判定は、使っている目録 {in_use} によるものです。",
        "The catalogue of the record, {made_with}, is not at hand. What is shown is judged by {in_use}, which is in use."
    )
}

/// What an approval states, in one sentence.
pub fn stated_outcome(stated: &Stated, lang: Lang) -> String {
    let (catalogue, outcome) = (pin(&stated.catalogue), stated.outcome.label(lang));
    say!(lang, "承認時の記載（目録 {catalogue}）：{outcome}", "As stated at approval (catalogue {catalogue}): {outcome}")
}

/// What the old side is called.
pub fn old_name(comparison: &RulesComparison, lang: Lang) -> &'static str {
    match comparison.old.as_ref().map(|old| old.source) {
        Some(SideSource::Stated) => as_stated(lang),
        Some(SideSource::Computed) | None => old(lang),
    }
}

/// The catalogue of the old side.
pub fn old_pin(comparison: &RulesComparison) -> String {
    pin(comparison.old.as_ref().map_or(&comparison.pinned, |old| &old.catalogue))
}

/// The heading of the old side.
pub fn old_side(comparison: &RulesComparison, lang: Lang) -> String {
    let (source, catalogue) = (old_name(comparison, lang), old_pin(comparison));
    format!("{source}{}{catalogue}", marks::dash(lang))
}

/// The heading of the new side.
pub fn new_side(comparison: &RulesComparison, lang: Lang) -> String {
    format!("{}{}{}", new(lang), marks::dash(lang), pin(&comparison.new.catalogue))
}

/// An outcome of one side.
pub fn outcome(outcome: Option<Outcome>, lang: Lang) -> String {
    outcome.map_or(not_known(lang), |outcome| outcome.label(lang)).to_owned()
}

/// A condition of one side.
pub fn condition(condition: Option<Condition>, lang: Lang) -> String {
    condition.map_or(not_known(lang), |condition| condition.label(lang)).to_owned()
}

/// A level of one side.
pub fn level(level: Option<Assessment>, catalogue: &Catalogue, lang: Lang) -> String {
    level.map_or_else(|| not_known(lang).to_owned(), |level| labels::assessment(level, catalogue, lang))
}

/// What a cell is called: 1. 議事録　機密性.
pub fn cell_name(item: &str, objective: &str, lang: Lang) -> String {
    format!("{item}{}{objective}", marks::dash(lang))
}

/// A cell of one side: 低位（提案 中位、引下げ）.
pub fn cell(cell: Option<CellSide>, catalogue: &Catalogue, lang: Lang) -> String {
    let said = level(cell.map(|cell| cell.level), catalogue, lang);
    let Some((proposal, standing)) = cell.and_then(|cell| cell.computed) else { return said };
    let (proposal, standing) = (labels::assessment(proposal, catalogue, lang), standing.label(lang));
    say!(lang, "{said}（提案 {proposal}、{standing}）", "{said} (proposal {proposal}, {standing})")
}

/// Whether two sides say the same.
pub fn same_or_not(same: bool, lang: Lang) -> &'static str {
    if same { CellChange::Same.label(lang) } else { lang.pick("変わる", "Changes") }
}

impl super::Label for CellChange {
    fn label(&self, lang: Lang) -> &'static str {
        match self {
            Self::Same => lang.pick("同じ", "Same"),
            Self::Higher => lang.pick("高くなる", "Higher"),
            Self::Lower => lang.pick("低くなる", "Lower"),
            Self::BecomesOpen => lang.pick("未評価になる", "No longer assessed"),
            Self::BecomesAssessed => lang.pick("評価済みになる", "Now assessed"),
            Self::Standing => lang.pick("決定の扱いが変わる", "The decision is treated differently"),
            Self::Proposal => lang.pick("提案が変わる", "Another proposal"),
            Self::NotKnown => lang.pick("比べられない", "Cannot be compared"),
        }
    }
}

/// The ids that only one catalogue has, each with its heading.
pub fn scope_lines(scope: &Scope, lang: Lang) -> Vec<(&'static str, String)> {
    fn ids<T: ToString>(ids: &[T], lang: Lang) -> String {
        ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(marks::comma(lang))
    }
    let lines = [
        (questions_gone(lang), ids(&scope.questions_gone, lang)),
        (questions_come(lang), ids(&scope.questions_come, lang)),
        (tasks_gone(lang), ids(&scope.tasks_gone, lang)),
        (tasks_come(lang), ids(&scope.tasks_come, lang)),
    ];
    lines.into_iter().filter(|(_, ids)| !ids.is_empty()).collect()
}

/// What is said of the approval that lapses by a move.
pub fn move_comment(from: &CataloguePin, to: &CataloguePin, lang: Lang) -> String {
    let (from, to) = (pin(from), pin(to));
    say!(lang, "目録を {from} から {to} に移したため", "Moved from catalogue {from} to {to}")
}

/// Why a record cannot be moved, with what it names and the new catalogue does not know. `catalogue` is the one it was made with,
/// or that names its fields as far as it knows them.
pub fn move_blocked(problem: &MoveBlocked, record: &Record, catalogue: &Catalogue, lang: Lang) -> Message {
    match problem {
        MoveBlocked::AlreadyThere => Message { what: already_there(lang).to_owned(), ..Message::default() },
        MoveBlocked::UnknownIds(ids) => Message {
            what: blocked(lang).to_owned(),
            place: unknown_ids(ids, record, catalogue, lang),
            expected: lang.pick("使っている目録にある番号だけの記録", "A record that uses only ids of the catalogue in use").to_owned(),
            action: lang
                .pick(
                    "記録は作成したときの目録のままで使えます。移すには、作成したときの目録で、示した欄の回答や選択を改めてから、もう一度試してください。",
                    "The record can be used with its own catalogue as before. To move it, change what is named there under its own catalogue, and try again.",
                )
                .to_owned(),
        },
    }
}

/// The ids that a catalogue does not know, each with its place, which `catalogue` names.
pub fn unknown_ids(ids: &[DanglingId], record: &Record, catalogue: &Catalogue, lang: Lang) -> String {
    let named = ids.iter().take(MOST_NAMED).map(|DanglingId { field, id }| {
        let field = field_name(field, record, catalogue, lang);
        say!(lang, "{id}（{field}）", "{id} ({field})")
    });
    let mut named: Vec<String> = named.collect();
    let rest = ids.len().saturating_sub(MOST_NAMED);
    if rest > 0 {
        named.push(say!(lang, "ほか{rest}件", "and {rest} more"));
    }
    named.join(marks::comma(lang))
}
