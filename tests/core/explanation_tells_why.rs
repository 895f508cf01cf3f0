//! 「なぜこの結果か」 names the questions, answers, decisions and reasons that led to the outcome, in both languages.

use crate::support::case::changed;
use crate::support::{blank, catalogue, example, finished, question, today, undecided};
use liu_wizard::judgement::{Finding, FindingKind, judge};
use liu_wizard::record::{Answer, Edit, Field, OptionId, Record, Role, TextField};
use liu_wizard::text::{Lang, answer, explain, finding_basis};

fn told(record: &Record, lang: Lang) -> String {
    let catalogue = catalogue();
    explain(record, &catalogue, &judge(record, &catalogue, today()), lang).join("\n")
}

/// What the explanation has to name, in Japanese and in English.
#[track_caller]
fn tells(record: &Record, ja: &[&str], en: &[&str]) {
    for (lang, parts) in [(Lang::Ja, ja), (Lang::En, en)] {
        let told = told(record, lang);
        for part in parts {
            assert!(told.contains(part), "“{part}” is not in:\n{told}");
        }
    }
}

#[test]
fn fits_names_both_conditions_the_entry_and_the_reasons() {
    tells(
        &example(),
        &[
            "判定は「適合（LIUの考え方に適合）」です。条件①",
            "G1 SaaSか（はい）",
            "条件①は満たします。業務は一覧のLIU-A1「公表を前提とした",
            "公式（引用）",
            "機密性は低位です。",
            "C1 不開示情報（はい）により、決定には理由が必要です。",
            "C4 職員以外の個人情報（はい）により",
            "提案どおり低位と決定しました。理由:「公表前提。会議後に議事録を公表する。」",
            "影響度を引き上げる答えがなく、提案どおりに決定したもの: 「会議の音声・映像・チャット」（低位）。",
            "全体は低位なので、条件②は満たします。",
            "公表予定の資料だけを扱う。",
            "公表前の漏えい",
        ],
        &["Both conditions hold", "LIU-A1", "requires a reason", "Condition ② holds.", "公表前提。会議後に議事録を公表する。"],
    );
}

#[test]
fn not_low_names_what_raised_it_and_what_was_lowered_without_a_reason() {
    let record = changed(example(), "C7=yes undecide.C reason.C= decide.C=low");
    tells(
        &record,
        &[
            "判定は「不適合（低位を超える）」です。全体の影響度が少なくとも中位で、低位を超えます。残りの答えや決定によらず、これは変わりません。",
            "C7 業務の目的（はい）が中位に引き上げます。",
            "低位と決定しましたが、必要な理由がないため効力がありません（未評価（少なくとも中位））。",
            "条件②は満たしません。",
            "エラーと「すること」があと1件",
        ],
        &["above low", "C7 Purpose of the work (Yes) raises it to Moderate.", "no effect without the reason", "does not hold"],
    );
}

#[test]
fn a_lowered_cell_is_told_with_its_reason_and_once_more_among_the_lowered() {
    let record = changed(example(), "C7=yes decide.C=low reason.C=録画をしない。");
    tells(
        &record,
        &[
            "提案より低い低位と決定しました（引下げ）。理由:「録画をしない。」",
            "引下げは1件です: 「会議の音声・映像・チャット」の機密性（中位→低位）。",
        ],
        &[
            "(lowered). Reason: “録画をしない。”",
            "Lowered (1): Confidentiality of “会議の音声・映像・チャット” (Moderate → Low).",
        ],
    );
}

#[test]
fn undetermined_names_everything_that_is_not_settled() {
    let record = changed(example(), "C2=unknown G8=unknown task=unknown grade.I=open persons=unknown");
    tells(
        &record,
        &[
            "判定は「未確定」です。まだ定まらないこと: G8 評価者（不明）、条件①（業務が対象業務一覧に当たるか）、条件②（影響度が低位か）。",
            "まだ分からない問い: C2 要配慮個人情報（不明）、C3 人数（不明）。",
            "まだ分からない問い: I1 完全性2情報（未格付）。",
            "どの対象業務に当たるかが不明です。",
        ],
        &["Not settled: G8 Assessor (Unknown), condition ①", "Not known: C2", "which entry applies is unknown"],
    );
    tells(&changed(undecided(), ""), &["まだ決定していません。"], &["It is not decided yet."]);
    tells(&changed(finished(), "no_items"), &["取り扱う情報がまだありません。"], &["There is no information item yet."]);
    tells(&changed(finished(), "grade.C=open"), &["機密性の格付がありません。"], &["It is not graded."]);
    tells(&changed(finished(), "task=blank_entry"), &["貼り付けた行に業務の文言がありません。"], &["the pasted row has no task"]);
    tells(&changed(finished(), "task=LIU-Z9"), &["選んだLIU-Z9は目録にありません。"], &["does not know LIU-Z9"]);
    tells(&changed(finished(), "task=open"), &["対象業務をまだ選んでいません。"], &["no target task is chosen"]);
    let contradiction = changed(finished(), "G2=no");
    tells(&contradiction, &["前提確認の答えと情報の格付の食い違い"], &["contradict each other"]);
    tells(&changed(contradiction, "C9=yes"), &["判定は「不適合", "前提確認の答えと情報の格付が食い違っています"], &["Not low"]);
}

#[test]
fn each_ending_of_the_gate_names_its_question() {
    for (changes, ja, en) in [
        ("G4=yes", "判定は「停止（上位者へ）」です。前提確認の答えによります: G4 特別な法律の情報（はい）。", "Stop (escalate)"),
        ("G1=no", "対象外（ISMAPで判断）」です。前提確認の答えによります: G1 SaaSか（いいえ）。", "Out of scope"),
        ("G3=yes", "前提確認の答えによります: G3 機密性3情報（はい）。", "G3 Confidentiality 3 (Yes)"),
        (
            "grade.C=1 G2=no",
            "LIU不要（統一基準4.2.3で判断）」です。前提確認の答えによります: G2 要機密情報（いいえ）。",
            "not required",
        ),
        ("G8=no", "無効（評価者が利用機関の職員でない）」です。前提確認の答えによります: G8 評価者（いいえ）。", "Invalid"),
    ] {
        tells(&changed(finished(), changes), &[ja], &[en]);
    }
    // Where the gate ended it, levels are beside the point.
    assert!(!told(&changed(finished(), "G4=yes"), Lang::Ja).contains("条件②"));
}

#[test]
fn an_unlisted_task_a_pasted_row_and_another_service_are_told() {
    tells(&changed(finished(), "task=not_listed"), &["要確認（一覧に該当なし）", "条件①は満たしません。"], &["not on the list"]);
    tells(
        &changed(finished(), "task=entry"),
        &["公表前の資料を外部と編集する業務", "機関入力", "一覧 2026年版"],
        &["pasted from the list"],
    );
    tells(&changed(finished(), "G6=no service_reason=通話だけを使う。"), &["「通話だけを使う。」"], &["“通話だけを使う。”"]);
}

#[test]
fn every_standing_and_effect_is_told() {
    for (changes, ja) in [
        ("C7=yes", "低位と決定しましたが、そのあと提案が決定を超えたため、効力がありません（未評価（少なくとも中位））。"),
        ("C2=unknown", "低位と決定しましたが、提案が未確定なので、まだ効力がありません（未評価）。"),
        ("decide.C=high", "提案より高い高位と決定しました（引上げ）。"),
        ("grade.C=1", "機密性1なので低位と提案し、提案どおりに決定したもの: 「会議」（低位）。"),
        ("persons=over_1000 C4=yes", "C3 人数（1,000人超）が中位に引き上げます。"),
        ("I2=yes I5=yes", "I5 照合・復元（はい）により、I2 権利義務・処分（はい）は引き上げません。"),
        ("A2=within_one_day", "A2 許容できる停止（1日以内）により、決定には理由が必要です。"),
        ("grade.A=2", "A1 可用性2情報（可用性2）により、決定には理由が必要です。"),
        ("raise.I=moderate raise_reason.I=集約する。", "業務全体として中位への引上げがあります。理由:「集約する。」"),
        ("raise.I=moderate", "業務全体として中位への引上げがありますが、理由がまだありません。"),
        ("decide.A=moderate", "全体の影響度が中位で、低位を超えます。"),
        (
            "C7=yes decide.C=moderate",
            "機密性「会議」: C7 業務の目的（はい）が中位に引き上げます。提案は中位です。提案どおり中位と決定しました。",
        ),
    ] {
        tells(&changed(finished(), changes), &[ja], &[]);
    }
}

#[test]
fn a_providers_record_says_who_assesses() {
    tells(&blank(Role::Csp), &["利用する政府機関等が行うため"], &["The agency that uses the service assesses"]);
}

#[test]
fn an_answer_is_said_in_the_words_of_its_question() {
    let catalogue = catalogue();
    let said = |id: &str, given: Answer| answer(&given, catalogue.question(&question(id)).expect("a question"), Lang::Ja);
    let option = |id: &str| Answer::Choice(OptionId::new(id).expect("an option id"));
    assert_eq!(said("C2", Answer::Yes), "はい");
    assert_eq!(said("C2", Answer::NotAnswered), "未回答");
    assert_eq!(said("A2", option("within_one_hour")), "1時間以内");
    assert_eq!(said("A2", Answer::Unknown), "不明");
    assert_eq!(said("A2", option("never")), "この問いの答えではありません（never）");
    assert_eq!(said("A2", Answer::Yes), "この問いの答えではありません（はい）");
    assert_eq!(said("C2", option("longer")), "この問いの答えではありません（longer）");
}

#[test]
fn a_finding_says_what_it_rests_on() {
    let catalogue = catalogue();
    let record = changed(finished(), "task=not_listed G3=unknown");
    let basis = |kind: FindingKind, lang| finding_basis(&Finding { kind, field: Field::Task }, &record, &catalogue, lang);
    assert_eq!(basis(FindingKind::TaskNotListed, Lang::Ja), "公式（引用） S3、本ツール");
    assert_eq!(basis(FindingKind::GateUnknown(question("G3")), Lang::En), "Official S1, S2; This tool");
    assert_eq!(basis(FindingKind::NoItems, Lang::Ja), "本ツール");
}

#[test]
fn what_people_wrote_is_quoted_as_it_is() {
    let mut record = changed(finished(), "C7=yes decide.C=low");
    let field = Field::Reason(record.items[0].id.clone(), liu_wizard::record::Objective::Confidentiality);
    let text = "{reason} %s <b>\n二行目".to_owned();
    record.apply(Edit::SetText { field, text: text.clone() }).expect("the change is made");
    record
        .apply(Edit::SetText { field: Field::Text(TextField::ResidualRisk), text: "{0}".to_owned() })
        .expect("the change is made");
    assert!(told(&record, Lang::Ja).contains(&text) && told(&record, Lang::En).contains("{0}"));
}
