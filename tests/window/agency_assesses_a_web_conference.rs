//! The whole way in the window: an officer assesses a Web conference from the start page to the exported files, and what the
//! window said is what the program says of those files without a window.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a window that does not do as told is to fail loudly")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use egui::Key;
use egui::accesskit::Role;
use liu_wizard::file::{DiskStorage, Storage as _};
use serde_json::Value;

use crate::support::officer::Officer;

const FILE: &str = "/cases/Web会議.liu.ron";
const UNASSESSED: &str = "未評価";
const AT_LEAST_MODERATE: &str = "未評価（少なくとも中位）";
const LOW: &str = "低位";
const FITS: &str = "適合（LIUの考え方に適合）";
const NOT_LOW: &str = "不適合（低位を超える）";
const UNDETERMINED: &str = "未確定";

/// What an officer does on each page, in the order of the pages.
impl Officer {
    fn begins(&mut self) {
        self.clicks_button("政府機関等として評価する");
        self.window.command(liu_wizard::window::Command::TakeWay(liu_wizard::file::WayThrough::Overview));
        self.sees_results([UNASSESSED, UNASSESSED, UNASSESSED, UNASSESSED, UNDETERMINED, UNDETERMINED, UNDETERMINED]);
        self.sees("未保存");
    }

    fn describes_the_service(&mut self) {
        self.goes_on_to("サービス");
        self.writes("事業者名", "かくう", "架空クラウド株式会社");
        self.writes("サービス名", "かくうかいぎ", "架空会議");
        self.writes("サービスの概要", "かいぎ", "音声・映像・チャットによるWeb会議");
        self.chooses("SaaSとして提供されていますか", "はい");
    }

    fn describes_the_agency_and_its_people(&mut self) {
        self.goes_on_to("利用機関と体制");
        for (field, reading, text) in [
            ("機関名", "かくうちょう", "架空庁"),
            ("課室", "そうむか", "総務課"),
            ("業務の名称（機関での呼び方）", "しんぎかい", "審議会の運営（オンライン開催）"),
            ("利用目的", "うちあわせ", "民間委員を交えた会議を開くため"),
            ("評価者の役職", "かちょうほさ", "課長補佐"),
            ("評価者の氏名", "かくうたろう", "架空 太郎"),
            ("評価した日", "れいわ", "令和8年11月23日"),
            ("承認者の役職", "かちょう", "課長"),
            ("承認者の氏名", "かくうはなこ", "架空 花子"),
        ] {
            self.writes(field, reading, text);
        }
        assert_eq!(self.window.record().agency.assessed_on, Some("2026-11-23".parse().unwrap()));
    }

    fn passes_the_gate(&mut self) {
        self.goes_on_to("前提確認");
        for (question, answer) in [
            ("G1 ", "はい"),
            ("G2 ", "はい"),
            ("G3 ", "いいえ"),
            ("G4 ", "いいえ"),
            ("G6 ", "はい"),
            ("G7 ", "はい"),
            ("G8 ", "はい"),
        ] {
            self.chooses(question, answer);
        }
    }

    fn finds_the_task(&mut self) {
        self.goes_on_to("対象業務");
        self.writes("業務、サービス、情報の言葉で探す", "うぇぶかいぎ", "Ｗｅｂ会議");
        self.clicks_like(Role::RadioButton, "（想定サービス例：Web会議サービス、");
        for flag in ["公表を予定しない審議", "録画に不開示情報が残る", "入札・許認可の相手方との非公開協議"]
        {
            self.chooses(flag, "該当しない");
            assert_eq!(self.window.focused(), "該当しない", "the keyboard goes on from where the mouse was");
            self.presses(Key::Tab);
            self.composes("がいとうしない", "該当しないことを確認した。");
        }
        self.sees_results([UNASSESSED, UNASSESSED, UNASSESSED, UNASSESSED, "はい", UNDETERMINED, UNDETERMINED]);
    }

    fn lists_the_information(&mut self) {
        self.goes_on_to("取り扱う情報");
        self.clicks_button("情報を追加");
        self.composes("かいぎ", "会議の音声・映像・チャット");
        // The table is filled by the keyboard: Enter goes on to the next cell, a digit chooses.
        for (cell, digit) in [
            ("誰の情報か", None),
            ("機密性の格付", Some(Key::Num2)),
            ("完全性の格付", Some(Key::Num1)),
            ("可用性の格付", Some(Key::Num1)),
            ("個人情報の種類", None),
            ("個人情報の人数", Some(Key::Num2)),
        ] {
            self.presses(Key::Enter);
            assert_eq!(self.window.focused(), format!("会議の音声・映像・チャット — {cell}"));
            digit.into_iter().for_each(|digit| self.presses(digit));
        }
        self.chooses("会議の音声・映像・チャット — 公表の予定", "公表する予定");
        self.writes("公表の時期", "かいぎのあと", "会議の1か月後に議事録を公表");
    }

    fn answers_the_matrices_with_the_keyboard_alone(&mut self) {
        let (yes, no, longer) = (Key::Num1, Key::Num2, Key::Num4);
        self.presses_with_ctrl(Key::PageDown);
        let others = ["C5", "C6", "C7", "C8", "C9"].map(|question| (question, no));
        self.answers_by_keyboard(&[&[("C1", yes), ("C2", no), ("C4", yes)], others.as_slice()].concat());
        self.sees("提案 会議の音声・映像・チャット：低位。理由が必要（C1、C4）");
        self.presses_with_ctrl(Key::PageDown);
        self.answers_by_keyboard(&["I2", "I3", "I4", "I6"].map(|question| (question, no)));
        self.presses_with_ctrl(Key::PageDown);
        self.answers_by_keyboard(&[("A2", longer), ("A4", no), ("A5", no), ("A6", no)]);
        self.sees("提案 会議の音声・映像・チャット：低位");
        // Nothing is low as long as nobody decided so.
        self.sees_results([UNASSESSED, UNASSESSED, UNASSESSED, UNASSESSED, "はい", UNDETERMINED, UNDETERMINED]);
    }

    fn decides(&mut self) {
        self.presses_with_ctrl(Key::PageDown);
        self.clicks_button("理由のいらない 2 件を提案どおりに決定");
        self.sees_results([UNASSESSED, LOW, LOW, UNASSESSED, "はい", UNDETERMINED, UNDETERMINED]);
        self.chooses("会議の音声・映像・チャット 機密性の決定", LOW);
        self.sees("理由がない");
        self.writes("機密性の理由", "こうひょうぜんてい", "公表前提。会議後に議事録を公表する。");
        self.does_not_see("理由がない");
        self.sees_results([LOW, LOW, LOW, LOW, "はい", "はい", FITS]);
        self.writes("利用条件", "こうひょう", "公表を前提とする会議に限る。");
        self.writes("残るリスク", "もれる", "公表前の発言が漏れると、日程の調整が要る。");
    }

    fn reads_it_all_again(&mut self) {
        self.goes_on_to("確認");
        self.sees("条件①（業務が対象業務一覧に当たる）と条件②（影響度が低位）の両方を満たします。");
        self.sees("することは残っていません。");
        self.sees("審議会の運営（オンライン開催）");
        self.sees("会議の音声・映像・チャット");
    }

    fn has_it_approved(&mut self) {
        self.goes_on_to("承認");
        self.chooses("有効期間", "12か月");
        self.records("確認を依頼する", "課長補佐 架空 太郎（評価者）", |_| {});
        self.sees("承認の状態：確認依頼");
        self.records("承認する", "課長 架空 花子（承認者）", |officer| {
            officer.writes("コメント", "かくにん", "内容を確認しました。");
        });
        self.sees("承認の状態：承認");
        self.sees("2027年11月23日");
        self.sees("課長 架空 花子");
    }

    fn saves(&mut self) {
        self.sees("未保存");
        self.world.dialogs.answer(FILE);
        self.presses_with_ctrl(Key::S);
        self.sees("保存済み 14:32");
    }

    /// The whole way.
    fn assesses_a_web_conference() -> Self {
        let mut officer = Self::at_the_start_page();
        officer.begins();
        officer.describes_the_service();
        officer.describes_the_agency_and_its_people();
        officer.passes_the_gate();
        officer.finds_the_task();
        officer.lists_the_information();
        officer.answers_the_matrices_with_the_keyboard_alone();
        officer.decides();
        officer.reads_it_all_again();
        officer.has_it_approved();
        officer.saves();
        officer
    }
}

/// What an export wrote.
struct Exported {
    pdf: String,
    json: Vec<u8>,
    names: Vec<PathBuf>,
}

fn exported(officer: &Officer, folder: &str) -> Exported {
    let names = officer.files_in(folder);
    let at_top = |ending: &str| {
        let is = |name: &&PathBuf| name.parent() == Some(Path::new(folder)) && name.to_string_lossy().ends_with(ending);
        officer.file(names.iter().find(is).unwrap_or_else(|| panic!("no {ending} among {names:?}")))
    };
    let pdf = pdf_extract::extract_text_from_mem(&at_top(".pdf")).unwrap();
    Exported { pdf: dense(&pdf), json: at_top(".liu.json"), names }
}

/// Text without white space: a reader of PDF puts lines and blanks where it sees fit.
fn dense(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

impl Exported {
    /// Runs the program itself on the exported JSON.
    fn run(&self, arguments: &[&str]) -> Output {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Web会議.liu.json");
        DiskStorage::new().create_new(&path, &self.json).unwrap();
        let program = env!("CARGO_BIN_EXE_liu-wizard");
        let mut command = Command::new(program);
        command.args(["--lang", "ja", "--today", "2026-11-23"]).args(arguments).arg(&path);
        // Not what somebody keeps in the folder of the program on this machine.
        command.env("LIU_WIZARD_DATA", folder.path().join("data")).output().unwrap()
    }

    fn shown_as_json(&self) -> Value {
        let output = self.run(&["show", "--json"]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    }

    fn says(&self, words: &str) -> bool {
        self.pdf.contains(&dense(words))
    }
}

#[test]
fn from_the_start_page_to_the_files_window_and_program_agree() {
    let mut officer = Officer::assesses_a_web_conference();
    officer.goes_on_to("出力");
    officer.sees("確定の版です。");
    officer.exports_to("/cases/出力");
    let files = exported(&officer, "/cases/出力");
    officer.sees("この記録はまだ提出されていません。");

    let shown = files.shown_as_json();
    assert_eq!(shown, officer.judgement());
    assert_eq!((&shown["outcome"], &shown["items"][0]["name"]), (&"fits".into(), &"会議の音声・映像・チャット".into()));
    assert_eq!(files.run(&["check"]).status.code(), Some(0));
    for words in [FITS, "会議の音声・映像・チャット", "公表前提。会議後に議事録を公表する。", "本書は公式様式ではありません"]
    {
        assert!(files.says(words), "{words}");
    }
    assert!(!files.says("作成中"), "an approved record without an error is exported as final");
    let in_set = files.names.iter().filter(|name| name.starts_with("/cases/出力") && name.components().count() == 5);
    let mut in_set: Vec<_> = in_set.map(|name| name.file_name().unwrap().to_string_lossy().into_owned()).collect();
    in_set.sort();
    assert!(in_set.len() == 6 && in_set.iter().any(|name| name == "manifest.json"), "{in_set:?}");
    officer.sees("保存済み 14:32");
}

#[test]
fn an_answer_that_raises_reopens_the_decision_until_it_is_confirmed_with_a_reason() {
    let mut officer = Officer::assesses_a_web_conference();
    officer.goes_to("機密性");
    officer.changes_by_keyboard("C1", "C7", Key::Num1);
    officer.sees_results([AT_LEAST_MODERATE, LOW, LOW, AT_LEAST_MODERATE, "はい", "いいえ", NOT_LOW]);
    officer.sees("未保存の変更があります");
    officer.exports_without_set_to("/cases/不適合");
    let files = exported(&officer, "/cases/不適合");
    officer.sees("作成中の写しになります");
    assert_eq!(files.shown_as_json(), officer.judgement());
    assert_eq!(files.shown_as_json()["outcome"], "not_low");
    assert!(files.says(NOT_LOW) && files.says("作成中") && !files.says(FITS));
    assert_eq!(files.run(&["check"]).status.code(), Some(1), "the content is not what was approved");

    officer.goes_to("影響度の決定");
    officer.sees("再確認が必要");
    officer.rewrites("機密性の理由", "どうじつ", "同日に議事録を公表するため、漏えいしても支障は軽微。");
    officer.clicks_button("会議の音声・映像・チャット 機密性：低位のまま確認する");
    officer.sees_results([LOW, LOW, LOW, LOW, "はい", "はい", FITS]);
    officer.sees("引下げ");
    officer.goes_to("確認");
    officer.sees("低位（提案 中位、引下げ）\n同日に議事録を公表するため、漏えいしても支障は軽微。");
    officer.exports_without_set_to("/cases/引下げ");
    let files = exported(&officer, "/cases/引下げ");
    assert_eq!(files.shown_as_json(), officer.judgement());
    assert_eq!(files.shown_as_json()["outcome"], "fits");
    assert!(files.says(FITS) && files.says("引下げ") && !files.says(NOT_LOW));
}

#[test]
fn an_answer_of_unknown_makes_a_finished_assessment_undetermined_until_it_is_undone() {
    let mut officer = Officer::assesses_a_web_conference();
    officer.goes_to("機密性");
    officer.changes_by_keyboard("C1", "C2", Key::Num3);
    officer.sees_results([UNASSESSED, LOW, LOW, UNASSESSED, "はい", UNDETERMINED, UNDETERMINED]);
    officer.exports_without_set_to("/cases/未確定");
    let files = exported(&officer, "/cases/未確定");
    assert_eq!(files.shown_as_json(), officer.judgement());
    assert_eq!(files.shown_as_json()["outcome"], "undetermined");
    assert!(files.says("未確定") && !files.says(FITS));
    officer.presses_with_ctrl(Key::Z);
    officer.sees_results([LOW, LOW, LOW, LOW, "はい", "はい", FITS]);
    officer.sees("保存済み 14:32");
}

#[test]
fn acts_on_several_steps_are_undone_and_done_again_one_by_one() {
    let mut officer = Officer::at_the_start_page();
    officer.begins();
    officer.describes_the_service();
    officer.goes_to("前提確認");
    officer.chooses("G1 ", "はい");
    let after = officer.window.record();
    for _ in 0..5 {
        officer.presses_with_ctrl(Key::Z);
    }
    let before = officer.window.record();
    assert!(
        before.gate.answers.is_empty() && before.service.name.as_str().is_empty() && before.service.provider.as_str().is_empty()
    );
    for _ in 0..5 {
        officer.presses_with_ctrl(Key::Y);
    }
    assert_eq!(officer.window.record(), after);
}

#[test]
fn the_window_does_not_close_over_unsaved_work() {
    let mut officer = Officer::at_the_start_page();
    officer.begins();
    officer.describes_the_service();
    assert!(officer.closes_the_window());
    officer.sees("保存していない変更があります");
    officer.presses(Key::Escape);
    officer.does_not_see("保存していない変更があります");
    assert!(officer.closes_the_window());
    officer.world.dialogs.answer(FILE);
    officer.clicks_button("保存する");
    let saved = officer.file(FILE);
    assert!(String::from_utf8(saved).unwrap().contains("架空会議"));
}
