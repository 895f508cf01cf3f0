//! Sentences of サービス.

use crate::record::{Role, TextField};
use crate::text::{Lang, Sentence};

sentences! {
    title_to_use = "サービス — 何を使いますか", "Service";
    title_to_offer = "サービス — 何を提供しますか", "Service: what you offer";
    is_saas = "SaaSとして提供されていますか", "Is it offered as SaaS?";
    is_saas_hint = "事業者の説明によります。前提確認（G1）で、利用する機関があらためて確かめます。",
        "As the provider says. The using agency checks again with gate question G1.";
    of_the_request = "依頼パッケージから受け継いだ事業者の記入です。ここでは変えられませんが、欄を選ぶとコメントを書けます。誤りがあれば、事業者に直した依頼を求めてください。",
        "Taken from the request package; only the provider can change it. Choose a field to comment on it. If something is wrong, ask the provider for a corrected request.";
    request_section = "依頼の内容", "The request";
    corporate_number_holds = "13桁で、検査用数字も合っています。", "13 digits, and the check digit is correct.";
}

/// The title of the step, by role.
pub const fn title(role: Role, lang: Lang) -> &'static str {
    match role {
        Role::Agency => title_to_use(lang),
        Role::Csp => title_to_offer(lang),
    }
}

/// What the step is for, by role.
pub const fn lead(role: Role, lang: Lang) -> &'static str {
    match role {
        Role::Agency => lang.pick(
            "事業者の資料を見て書きます。事業者から受け取った記録があれば、そのまま使えます。分からない欄は空けておけます。",
            "Fill this in from the provider's documents, or use a record the provider sent. Leave blank what you do not know.",
        ),
        Role::Csp => lang.pick(
            "評価する機関が読む説明です。機関の担当者に分かる言葉で書いてください。",
            "The assessing agency reads this. Write in words its staff understands.",
        ),
    }
}

/// The heading above a field that begins a section of the step.
pub const fn heading_above(field: TextField, lang: Lang) -> Option<&'static str> {
    Some(match field {
        TextField::Provider => lang.pick("事業者", "Provider"),
        TextField::ServiceName => lang.pick("サービス", "Service"),
        TextField::Platform => lang.pick("基盤", "Platform"),
        TextField::InformationKinds => lang.pick("情報と機能", "Information and functions"),
        TextField::Certifications => lang.pick("認証", "Certifications"),
        _ => return None,
    })
}

/// What to put into a field.
pub const fn hint(field: TextField, role: Role, lang: Lang) -> &'static str {
    match field {
        TextField::Functions if matches!(role, Role::Csp) => lang.pick(
            "機関に使ってもらう機能。使わなくてもよい機能は、そう分かるように",
            "Functions for the agency to use; say which of them it may leave unused",
        ),
        TextField::Provider => lang.pick("法人の正式な名前", "Full legal name"),
        TextField::CorporateNumber => {
            lang.pick("国税庁が指定した13桁の数字", "The 13 digits assigned by the National Tax Agency")
        }
        TextField::ServiceName => {
            lang.pick("プランや版で機能が違うときは、プランの名前も", "Include the plan, if functions differ between plans")
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
        TextField::Subcontractors => lang.pick(
            "情報を扱うほかの事業者の名前と、その国",
            "Names of other companies that handle the information, with their countries",
        ),
        TextField::Functions => lang.pick(
            "使う機能だけを。使わない機能は利用条件に書けます",
            "Only those used; unused ones can go into the conditions of use",
        ),
        TextField::Certifications => lang.pick("認証の名前と有効期限", "Name and expiry of certifications"),
        _ => "",
    }
}

/// Words that are often written into a field.
pub const fn suggestions(field: TextField) -> &'static [Sentence] {
    match field {
        TextField::PlatformRegistration => words! {
            "ISMAPクラウドサービスリストに登録済み", "On the ISMAP cloud service list";
            "登録なし", "Not registered";
            "確認中", "To be confirmed";
        },
        TextField::DataLocation => words! {
            "国内", "Japan";
            "国外", "Abroad";
            "国内と国外", "Japan and abroad";
        },
        TextField::Subcontractors => words! {
            "再委託なし", "None";
        },
        TextField::Certifications => words! {
            "ISO/IEC 27001", "ISO/IEC 27001";
            "ISO/IEC 27017", "ISO/IEC 27017";
            "ISO/IEC 27018", "ISO/IEC 27018";
            "SOC 2", "SOC 2";
            "プライバシーマーク", "PrivacyMark";
        },
        _ => &[],
    }
}

/// How many digits a 法人番号 has, and how many are missing or too many.
pub fn corporate_number_digits(found: usize, lang: Lang) -> String {
    match 13_usize.checked_sub(found) {
        Some(missing) => say!(lang, "いま{found}桁です。あと{missing}桁です。", "{found} digits, {missing} to go."),
        None => say!(lang, "いま{found}桁です。13桁にしてください。", "{found} digits; 13 are expected."),
    }
}
