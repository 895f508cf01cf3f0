//! What people mean by the words they write for a choice, wherever they write them: in a sheet, in pasted rows, in a field; and other words people write in
//! several ways.
//!
//! Words of the program and what is commonly written for them, in both languages. What could mean two things means nothing here.

use crate::record::{Answer, ConfidentialityGrade, Grade, ItemField, Objective, PersonCount, PublicationPlan, fold};

/// Whether a heading, or the field itself, has already said what a word is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// A digit alone is a grade, and a number alone counts persons.
    Said,
    /// The word has to say it.
    Absent,
}

/// Folded, without blanks, and without the full stop or the quotes that people put around a word.
pub fn bare(word: &str) -> String {
    let folded = fold(word).replace(' ', "");
    folded.trim_matches(['。', '.', '「', '」', '"', '\'', '“', '”', '‘', '’']).to_owned()
}

/// Yes, no or 不明. Circles and crosses are not taken: what they stand for differs from sheet to sheet.
pub fn answer(word: &str) -> Option<Answer> {
    Some(match bare(word).as_str() {
        "はい" | "yes" => Answer::Yes,
        "いいえ" | "no" => Answer::No,
        word if is_unknown(word) => Answer::Unknown,
        _ => return None,
    })
}

/// A grade of confidentiality: 機密性２, 機密性2情報, Confidentiality 2; under a heading 2 alone.
pub fn confidentiality_grade(word: &str, heading: Heading) -> Option<ConfidentialityGrade> {
    Some(match grade_digit(word, Objective::Confidentiality, heading)? {
        '1' => ConfidentialityGrade::One,
        '2' => ConfidentialityGrade::Two,
        '3' => ConfidentialityGrade::Three,
        _ => return None,
    })
}

/// A grade of integrity or availability.
pub fn grade(word: &str, objective: Objective, heading: Heading) -> Option<Grade> {
    Some(match grade_digit(word, objective, heading)? {
        '1' => Grade::One,
        '2' => Grade::Two,
        _ => return None,
    })
}

/// The digit of 機密性2情報 and the like.
fn grade_digit(word: &str, objective: Objective, heading: Heading) -> Option<char> {
    let names = match objective {
        Objective::Confidentiality => ["機密性", "confidentiality"],
        Objective::Integrity => ["完全性", "integrity"],
        Objective::Availability => ["可用性", "availability"],
    };
    let bare = bare(word);
    let named = names.iter().find_map(|name| bare.strip_prefix(name));
    let rest = match (named, heading) {
        (Some(rest), _) => rest,
        (None, Heading::Said) => bare.as_str(),
        (None, Heading::Absent) => return None,
    };
    let rest = rest.trim_matches([':', '-', '(', ')', '=']);
    let mut digits = rest.strip_suffix("情報").map_or(rest, |rest| rest.strip_suffix('の').unwrap_or(rest)).chars();
    let digit = digits.next()?;
    digits.next().is_none().then_some(digit)
}

/// Whether a word is a bare number, which says how many only under a heading.
pub fn is_number(word: &str) -> bool {
    bare(word).bytes().all(|byte| byte.is_ascii_digit() || byte == b',')
}

/// How many persons: one of the bands, a number, or 不明.
pub fn persons(word: &str) -> Option<PersonCount> {
    let bare = bare(word);
    if is_unknown(&bare) {
        return Some(PersonCount::Unknown);
    }
    let bare = bare.replace([',', '人', '名', '件'], "");
    let bare = bare.strip_suffix("persons").or_else(|| bare.strip_suffix("people")).unwrap_or(&bare);
    Some(match bare {
        "なし" | "無" | "無し" | "ない" | "none" | "0" => PersonCount::None,
        "-100" | "100以下" | "100以内" | "100まで" | "1-100" | "≤100" | "≦100" | "<=100" | "upto100" => {
            PersonCount::UpTo100
        }
        "101-1000" | "101to1000" => PersonCount::UpTo1000,
        "1000超" | "1000超え" | "1000を超える" | "1001以上" | "1001-" | ">1000" | "over1000" | "morethan1000" => {
            PersonCount::Over1000
        }
        digits if digits.bytes().all(|byte| byte.is_ascii_digit()) => match digits.parse::<u64>() {
            Ok(1..=100) => PersonCount::UpTo100,
            Ok(101..=1000) => PersonCount::UpTo1000,
            Ok(1001..) => PersonCount::Over1000,
            Ok(0) | Err(_) => return None,
        },
        _ => return None,
    })
}

/// Whether something is to be published, or 不明.
pub fn publication(word: &str) -> Option<PublicationPlan> {
    Some(match bare(word).as_str() {
        "公表しない" | "公表予定なし" | "公表の予定なし" | "非公表" | "非公開" | "nottobepublished" => {
            PublicationPlan::NotPlanned
        }
        "公表する予定" | "公表する" | "公表予定" | "公表予定あり" | "公表の予定あり" | "tobepublished" => {
            PublicationPlan::Planned
        }
        "公表済み" | "公表済" | "公開済み" | "公開済" | "published" => PublicationPlan::Published,
        word if is_unknown(word) => PublicationPlan::Unknown,
        _ => return None,
    })
}

/// The attribute of an item that the heading of a column names.
pub fn item_field(heading: &str) -> Option<ItemField> {
    Some(match bare(heading).as_str() {
        "名称" | "情報の名称" | "情報名" | "情報" | "項目" | "項目名" | "取り扱う情報" | "取扱情報" | "name" | "information"
        | "item" => ItemField::Name,
        "内容" | "情報の内容" | "説明" | "概要" | "description" | "whatitcontains" => ItemField::Description,
        "誰の情報か" | "誰の情報" | "誰の" | "本人" | "対象者" | "情報の主体" | "主体" | "情報主体" | "データ主体" | "所有者"
        | "情報の持ち主" | "持ち主" | "whose" | "whoseitis" | "datasubject" | "datasubject/owner" | "subject" | "owner" => {
            ItemField::Whose
        }
        "機密性" | "機密性の格付" | "機密性格付" | "confidentiality" | "confidentialitygrade" => {
            ItemField::ConfidentialityGrade
        }
        "完全性" | "完全性の格付" | "完全性格付" | "integrity" | "integritygrade" => ItemField::IntegrityGrade,
        "可用性" | "可用性の格付" | "可用性格付" | "availability" | "availabilitygrade" => {
            ItemField::AvailabilityGrade
        }
        "個人情報" | "個人情報の種類" | "personaldata" | "kindsofpersonaldata" => ItemField::PersonalData,
        "人数" | "件数" | "個人情報の人数" | "個人情報の件数" | "persons" | "numberofpersons" => {
            ItemField::PersonCount
        }
        "公表" | "公表の予定" | "公表予定" | "publication" => ItemField::Publication,
        "公表の時期" | "公表時期" | "公表日" | "timeofpublication" => ItemField::PublicationTime,
        "保存期間" | "保管期間" | "retention" => ItemField::Retention,
        _ => return None,
    })
}

/// The legal forms of firms, short and long, as they stand after folding.
pub const LEGAL_FORMS: [(&str, &str); 4] =
    [("(株)", "株式会社"), ("(有)", "有限会社"), ("(同)", "合同会社"), ("(合)", "合同会社")];

/// An addressee without what is written behind a name out of courtesy.
pub fn without_courtesy(addressee: &str) -> &str {
    ["御中", "殿", "様", "宛"].iter().find_map(|end| addressee.strip_suffix(end)).unwrap_or(addressee)
}

fn is_unknown(bare: &str) -> bool {
    matches!(bare, "不明" | "unknown" | "わからない" | "分からない")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_understands_its_own_headings() {
        use crate::text::{Label as _, Lang};
        for field in ItemField::ALL {
            for lang in [Lang::Ja, Lang::En] {
                assert_eq!(item_field(field.label(lang)), Some(field), "{}", field.label(lang));
            }
        }
        assert_eq!(item_field("情報の主体"), Some(ItemField::Whose));
    }

    #[test]
    fn a_word_means_the_same_however_it_is_written() {
        for word in ["はい", "ハイ", "ﾊｲ", " はい ", "はい。", "「はい」", "はい\u{200B}", "はい\r\n", "YES", "ｙｅｓ", "Yes."]
        {
            assert_eq!(answer(word), Some(Answer::Yes), "{word:?}");
        }
        for word in ["いいえ", "イイエ", "ｲｲｴ", "No", "ＮＯ"] {
            assert_eq!(answer(word), Some(Answer::No), "{word}");
        }
        for word in ["○", "×", "たぶん", "はい／いいえ", "有", "1", "", "TRUE", "n/a", "はいいいえ"] {
            assert_eq!(answer(word), None, "{word}");
        }
        for word in [
            "機密性2",
            "機密性２",
            "機密性 2情報",
            "機密性2の情報",
            "機密性：２",
            "機密性（2）",
            "2",
            "Confidentiality 2",
            "機密性‐2",
        ] {
            assert_eq!(confidentiality_grade(word, Heading::Said), Some(ConfidentialityGrade::Two), "{word}");
        }
        for word in ["機密性4", "完全性2", "機密性2以上", "12", "", "機密性"] {
            assert_eq!(confidentiality_grade(word, Heading::Said), None, "{word}");
        }
        assert_eq!(confidentiality_grade("2", Heading::Absent), None);
        assert_eq!(grade("完全性２情報", Objective::Integrity, Heading::Absent), Some(Grade::Two));
        for word in ["～100人", "〜100", "~100人", "100人以下", "１００人以下", "−100人", "up to 100", "85"] {
            assert_eq!(persons(word), Some(PersonCount::UpTo100), "{word}");
        }
        for word in ["1000人以上", "約100人", "多数", "100〜200人"] {
            assert_eq!(persons(word), None, "{word}");
        }
        assert_eq!(publication("公表済"), Some(PublicationPlan::Published));
        assert_eq!(publication("公開するかもしれない"), None);
    }
}
