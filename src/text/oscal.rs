//! Words of the OSCAL plan.

use super::{Lang, marks, report};
use crate::record::Date;

sentences! {
    draft_incomplete = "評価されていない区分があるか、判定が未確定です。評価されていない区分の影響度と、システム全体の影響度は書いていません。未評価は低位ではありません。",
        "Something is not assessed, or the outcome is undetermined. No level is given for what is not assessed, and none for the system. Not assessed is not low.";
    not_assessed_is_not_low = "システム全体の影響度は書いていません。書いていないことは、低位であることを意味しません。",
        "No level is given for the system as a whole. This does not mean that it is low.";
    status_unknown = "システムが稼働しているかどうかは、この記録にありません。", "The record does not say whether the system is in operation.";
    boundary_unknown = "認可の境界は、この記録では定めていません。評価の対象は、次のサービスの利用です。",
        "The record does not set an authorization boundary. What was considered is the use of this service.";
    no_baseline_title = "管理策の基準（ベースライン）について", "On the baseline of controls";
    no_baseline = "この記録は、業務・情報の影響度の評価だけを示します。管理策の基準を選んだとも、満たしているとも主張しません。OSCALが参照先を求めるため、この説明を置いています。",
        "This record shows an impact assessment and nothing else. It does not claim that a baseline of controls was selected or met. OSCAL requires a reference here, so this explanation is given.";
    security_categorization_alone = "管理策の実装は、この記録にありません。セキュリティ区分（RA-2）に当たる影響度の評価だけを書いています。",
        "The record does not describe how controls are implemented. Only the impact assessment, which corresponds to security categorization (RA-2), is given.";
    record_title = "評価記録のファイル", "The assessment record as a file";
    record_file = "このプランの元になった評価記録です。取り出して、liu-wizardで開けます。要約値は、取り出したファイルのSHA-256です。",
        "The assessment record this plan was made of. Taken out, it opens in liu-wizard. The hash is the SHA-256 of the file as taken out.";
    raised_without_reason = "提案より高く決めています（引上げ）。理由は記録にありません。", "Decided above the proposal (raised). The record holds no reason.";
    not_assessed_by_an_agency = "事業者の記録で、政府機関等による評価がまだありません。", "This is a provider's record, and no agency has assessed anything in it.";
    no_items = "取り扱う情報が登録されていません。", "No information item has been entered.";

    /// Why the system has no level although nothing is missing.
    no_levels(outcome: &str) = "判定が「{outcome}」なので、システム全体の影響度は書いていません。",
        "The outcome is “{outcome}”, so no level of the system is given.";

    /// A cell by its item and objective.
    cell(item: &str, objective: &str) = "{item}の{objective}", "{objective} of {item}";
    /// That OSCAL cannot name the day of the export.
    day_without_a_name(day: Date) = "書き出す日（{day}）をOSCALでは表せません。",
        "OSCAL cannot express the export date ({day}).";
}

/// A few words as a sentence.
pub fn sentence(words: &str, lang: Lang) -> String {
    format!("{words}{}", lang.pick("。", "."))
}

/// Why there is no final copy: the outcome and the cells that are not assessed, which may be none.
pub fn incomplete(outcome: &str, cells: &[String], lang: Lang) -> String {
    let head = say!(
        lang,
        "確定の写しにするには、足りないものがあります（判定は「{outcome}」）",
        "something is missing for a final copy (the outcome is “{outcome}”)"
    );
    if cells.is_empty() {
        return sentence(&head, lang);
    }
    let cells = cells.join(report::between_points(lang));
    let open = say!(lang, "評価されていない区分：{cells}", "Not assessed: {cells}");
    format!("{}{}{}", sentence(&head, lang), marks::between_sentences(lang), sentence(&open, lang))
}
