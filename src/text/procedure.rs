//! What is called otherwise in one procedure than in the other.

use super::Lang;
use crate::catalogue::Procedure;

/// Makes a function `name(procedure, lang)` of each entry: the Japanese and the English words in either procedure.
macro_rules! by_procedure {
    ($($(#[$doc:meta])* $name:ident { PreApplication => $ja:literal, $en:literal; AtProcurement => $other_ja:literal, $other_en:literal; })*) => {
        $(
            $(#[$doc])*
            pub const fn $name(procedure: Procedure, lang: Lang) -> &'static str {
                match procedure {
                    Procedure::PreApplication => lang.pick($ja, $en),
                    Procedure::AtProcurement => lang.pick($other_ja, $other_en),
                }
            }
        )*
    };
}

by_procedure! {
    /// The document with everything in it.
    document_record {
        PreApplication => "事前申請記録", "Pre-application record";
        AtProcurement => "調達時確認記録", "Procurement confirmation record";
    }
    /// What a provider asks an agency for.
    letter_title {
        PreApplication => "影響度評価のお願い", "Request for an impact assessment";
        AtProcurement => "影響度評価のお願い（調達時確認）", "Request for an impact assessment (confirmation at procurement)";
    }
    /// What holds the files of a record together.
    set {
        PreApplication => "事前申請の記録一式", "Pre-application set";
        AtProcurement => "調達の記録一式", "Procurement record set";
    }
    /// How the name of its folder or file ends.
    set_in_name {
        PreApplication => "set", "set_en";
        AtProcurement => "調達の記録一式", "procurement_set";
    }
    /// The provider's check-list. In the second procedure there is none; what was entered before is shown all the same.
    check_list {
        PreApplication => "事前申請の確認表", "Check-list of the pre-application";
        AtProcurement => "確認表（この手続では使いません）", "Check-list (not used in this procedure)";
    }
    /// What a provider does with the results it receives, as one line of an estimate of time.
    provider_receives {
        PreApplication => "評価結果を受け取り、事前申請の欄を確かめる", "Received results and pre-application";
        AtProcurement => "評価結果を受け取り、記録を出力する", "Received results and output";
    }
    /// How a provider's record goes on, and who assesses.
    provider_way {
        PreApplication => "この記録は、依頼 → 受領 → 事前申請 の順に進みます。影響度（機密性・完全性・可用性）は、依頼された機関が評価します。", "This record goes from request to results received to pre-application. The levels are assessed by the agencies that are asked.";
        AtProcurement => "この記録は、依頼 → 受領 の順に進みます。影響度（機密性・完全性・可用性）は、依頼された機関が評価します。", "This record goes from request to results received. The levels are assessed by the agencies that are asked.";
    }
    /// What of a provider's record does not go out with a request.
    request_leaves_out {
        PreApplication => "事前申請の確認表と備考は依頼に入らず、この記録だけに残ります。", "The check-list of the pre-application and its remarks are no part of a request. They stay in this record.";
        AtProcurement => "ほかの手続のために書いた確認表と備考は依頼に入らず、この記録だけに残ります。", "A check-list and remarks entered for another procedure are no part of a request. They stay in this record.";
    }
}

/// What an agency hands to the provider.
pub fn hand_over_result(procedure: Procedure, lang: Lang) -> String {
    let document = document_record(procedure, lang);
    say!(
        lang,
        "この記録、{document}（PDF）、評価結果の説明（PDF）を一つのファイルにまとめます。",
        "Puts this record, its document ({document}) and the explanation (PDF) into one file."
    )
}
