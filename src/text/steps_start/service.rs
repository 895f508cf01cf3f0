//! サービス

use crate::record::{CorporateNumberError, Role, TextField};
use crate::text::Lang;

sentences! {
    title = "サービス — 何を使いますか", "Service";
    provider_section = "事業者", "Provider";
    service_section = "サービス", "Service";
    platform_section = "基盤", "Platform";
    information_section = "情報と機能", "Information and functions";
    certification_section = "認証", "Certifications";
    is_saas = "SaaSとして提供されていますか", "Is it offered as SaaS?";
    is_saas_hint = "事業者の説明によります。前提確認（G1）で、利用する機関があらためて確かめます。",
        "As the provider says. The using agency checks again with gate question G1.";
    corporate_number_holds = "13桁で、検査用数字も合っています。", "13 digits, and the check digit fits.";
}

/// What the step is for, by role.
pub const fn lead(role: Role, lang: Lang) -> &'static str {
    match role {
        Role::Agency => lang.pick(
            "事業者の資料を見て書きます。事業者から受け取った記録があれば、そのまま使えます。分からない欄は空けておけます。",
            "Filled from the provider's documents, or taken from a record the provider sent. Leave open what you do not know.",
        ),
        Role::Csp => lang.pick(
            "評価する機関が読む説明です。機関の担当者に分かる言葉で書いてください。",
            "The assessing agency reads this. Write in words its staff understands.",
        ),
    }
}

/// What to put into a field.
pub const fn hint(field: TextField, lang: Lang) -> &'static str {
    match field {
        TextField::Provider => lang.pick("法人の正式な名前", "Full legal name"),
        TextField::CorporateNumber => {
            lang.pick("国税庁が指定した13桁の数字", "The 13 digits assigned by the National Tax Agency")
        }
        TextField::ServiceName => {
            lang.pick("プランや版で機能が違うときは、プランの名前も", "With the plan, if functions differ between plans")
        }
        TextField::ServiceUrl => lang.pick("サービスを説明しているページ", "The page that describes the service"),
        TextField::ServiceSummary => lang.pick("何をするサービスかを2〜3文で", "What it does, in two or three sentences"),
        TextField::Platform => lang.pick("その上で動いているIaaS・PaaSの名前", "The IaaS or PaaS it runs on"),
        TextField::PlatformRegistration => {
            lang.pick("ISMAPクラウドサービスリストなどへの登録", "For example on the ISMAP cloud service list")
        }
        TextField::InformationKinds => {
            lang.pick("サービスに入れてよい情報、入れない情報", "Information that may and may not be put into the service")
        }
        TextField::DataLocation => lang.pick("国と地域。控えの置き場所も", "Country and region, also of copies"),
        TextField::Functions => lang.pick(
            "使う機能だけを。使わない機能は利用条件に書けます",
            "Only those used; unused ones can go into the conditions of use",
        ),
        TextField::Certifications => lang.pick("認証の名前と有効期限", "Name and expiry of certifications"),
        _ => "",
    }
}

/// Words that are often written into a field.
pub const fn suggestions(field: TextField) -> &'static [[&'static str; 2]] {
    match field {
        TextField::PlatformRegistration => &[
            ["ISMAPクラウドサービスリストに登録済み", "On the ISMAP cloud service list"],
            ["登録なし", "Not registered"],
            ["確認中", "Being checked"],
        ],
        TextField::DataLocation => &[["国内", "Japan"], ["国外", "Abroad"], ["国内と国外", "Japan and abroad"]],
        TextField::Certifications => &[
            ["ISO/IEC 27001", "ISO/IEC 27001"],
            ["ISO/IEC 27017", "ISO/IEC 27017"],
            ["ISO/IEC 27018", "ISO/IEC 27018"],
            ["SOC 2", "SOC 2"],
            ["プライバシーマーク", "PrivacyMark"],
        ],
        _ => &[],
    }
}

/// What is to be said of a 法人番号 that does not hold, while it is being typed.
pub fn corporate_number(error: &CorporateNumberError, lang: Lang) -> String {
    match (error, lang) {
        (CorporateNumberError::NotThirteenDigits { found }, Lang::Ja) if *found < 13 => {
            format!("いま{found}桁です。あと{}桁です。", 13 - found)
        }
        (CorporateNumberError::NotThirteenDigits { found }, Lang::Ja) => format!("いま{found}桁です。13桁にしてください。"),
        (CorporateNumberError::NotThirteenDigits { found }, Lang::En) => format!("{found} digits; 13 are expected."),
        (CorporateNumberError::NotADigit { found }, Lang::Ja) => {
            format!("数字でない文字「{found}」があります。数字だけを入れてください。")
        }
        (CorporateNumberError::NotADigit { found }, Lang::En) => format!("`{found}` is not a digit. Enter digits only."),
        (CorporateNumberError::WrongCheckDigit { expected, found }, Lang::Ja) => format!(
            "検査用数字（先頭の1桁）が合いません。続く12桁からは{expected}になるはずですが、{found}です。数字の打ち間違いを確かめてください。"
        ),
        (CorporateNumberError::WrongCheckDigit { expected, found }, Lang::En) => format!(
            "The check digit (the first one) does not fit: the other twelve call for {expected}, not {found}. Look for a slip."
        ),
    }
}
