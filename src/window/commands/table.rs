//! The table of commands that need nothing said with them: what each is called, what it does, its keys on each system, when it can
//! be given, and in which menu it stands. Menus, keys, footer, search and tests read it and nothing else.
//!
//! To add one: a line in `menu_commands!`, a row in [`MenuCommand::row`], the command itself in [`MenuCommand::command`] and in
//! [`MenuCommand::of`], and what it does where commands take effect. Whatever is forgotten of this does not compile.

use egui::os::OperatingSystem;
use egui::{Context, Key, KeyboardShortcut, Modifiers};

use super::command::Focus;
use super::menu::Menu;
use super::situation::Situation;
use crate::package::PackageKind;
use crate::text::steps_finish::guided;
use crate::text::window::{self as words, traces};
use crate::text::{Lang, eligibility, rules, trial};

/// Declares the commands in the order in which menus and search show them.
macro_rules! menu_commands {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// A command that needs nothing said with it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum MenuCommand { $($(#[$doc])* $name,)* }

        impl MenuCommand {
            /// All of them, in the order of menus and search.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];
        }
    };
}

menu_commands! {
    /// 新規（政府機関等として）
    NewAgency,
    /// 新規（クラウドサービス事業者として）
    NewCsp,
    /// 開く
    Open,
    /// パスを入力して開く
    OpenByPath,
    /// 保存
    Save,
    /// 別名で保存
    SaveAs,
    /// 出力
    GoToOutput,
    /// 評価シートを取り込む
    ImportSheet,
    /// 閉じて最初の画面へ
    CloseRecord,
    /// 依頼パッケージ
    PackRequest,
    /// 評価結果パッケージ
    PackResult,
    /// 依頼の返送
    SendBack,
    /// 事前申請パッケージ
    PackApplication,
    /// 終了
    Quit,
    /// 元に戻す
    Undo,
    /// やり直し
    Redo,
    /// 選んだ答えを取り消す
    TakeChoiceBack,
    /// 検索
    Search,
    /// 次の手順
    NextStep,
    /// 前の手順
    PreviousStep,
    /// 確認・承認に戻る
    GoBack,
    /// 案内と一覧表を切り替える
    TakeOtherWay,
    /// 試しに答える
    BeginTrial,
    /// なぜこの結果か
    ShowExplanation,
    /// 変更の履歴
    ShowHistory,
    /// 目録の新旧比較
    ShowRules,
    /// 別の記録と比べる
    CompareRecord,
    /// 印刷イメージ
    TogglePreview,
    /// 目録
    ShowCatalogue,
    /// 拡大
    ZoomIn,
    /// 縮小
    ZoomOut,
    /// 標準の大きさ
    ZoomReset,
    /// 日本語
    Japanese,
    /// English
    English,
    /// システムに合わせる
    LookSystem,
    /// ライト
    LookLight,
    /// ダーク
    LookDark,
    /// ハイコントラスト
    LookContrast,
    /// 説明を見る
    Help,
    /// 説明の表示・非表示
    ToggleGuidance,
    /// キーの一覧
    ShowKeys,
    /// 例でひと回りする
    Tour,
    /// ひと回りを終える
    EndTour,
    /// 登録できるか確かめる
    AskEligibility,
    /// このプログラムが残すもの
    ShowTraces,
    /// 診断情報をコピー
    ShowDiagnostics,
    /// このプログラムについて
    About,
}

/// When a command can be given.
#[derive(Clone, Copy)]
enum When {
    Always,
    WithRecord,
    CanUndo,
    CanRedo,
    CanTakeBack,
    CanGoBack,
    /// Offered at all only while a tour is under way.
    InTour,
    /// Offered at all only where such a package can be made.
    CanPack(PackageKind),
}

/// The keys of a command: the first is the one that is shown.
#[derive(Clone, Copy)]
enum Keys {
    None,
    /// The same on every system: ⌘ stands for Ctrl on a Mac.
    One(KeyboardShortcut),
    /// The same with a second one.
    Two([KeyboardShortcut; 2]),
    PerSystem {
        mac: [KeyboardShortcut; 2],
        other: [KeyboardShortcut; 2],
    },
    /// A key that does it only where the focus is, and is read there.
    WhereFocusIs(KeyboardShortcut),
}

/// A row of the table.
struct Row {
    name: fn(Lang) -> &'static str,
    hint: fn(Lang) -> &'static str,
    keys: Keys,
    when: When,
    /// The menu, and the group in it: groups are kept apart by a line.
    menu: (Menu, u8),
}

const fn key(modifiers: Modifiers, key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(modifiers, key)
}

const COMMAND: Modifiers = Modifiers::COMMAND;
const COMMAND_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

impl MenuCommand {
    fn row(self) -> Row {
        use Keys::{None as NoKeys, One, PerSystem, Two, WhereFocusIs};
        use Menu::{Edit, File, Help, View};
        use When::{Always, CanGoBack, CanPack, CanRedo, CanTakeBack, CanUndo, InTour, WithRecord};

        // Name, hint, keys, when, menu and group.
        let row = |name, hint, keys, when, menu| Row { name, hint, keys, when, menu };
        match self {
            Self::NewAgency => row(words::new_agency, words::new_agency_hint, One(key(COMMAND, Key::N)), Always, (File, 0)),
            Self::NewCsp => row(words::new_csp, words::new_csp_hint, NoKeys, Always, (File, 0)),
            Self::Open => row(words::open, words::open_hint, One(key(COMMAND, Key::O)), Always, (File, 0)),
            Self::OpenByPath => row(words::open_by_path, words::open_by_path_hint, NoKeys, Always, (File, 0)),
            Self::Save => row(words::save, words::save_hint, One(key(COMMAND, Key::S)), WithRecord, (File, 1)),
            Self::SaveAs => row(words::save_as, words::save_as_hint, One(key(COMMAND_SHIFT, Key::S)), WithRecord, (File, 1)),
            Self::GoToOutput => row(words::output, words::output_hint, One(key(COMMAND, Key::E)), WithRecord, (File, 1)),
            Self::ImportSheet => row(words::import_sheet, words::import_sheet_hint, NoKeys, WithRecord, (File, 1)),
            Self::CloseRecord => row(words::close_record, words::close_record_hint, NoKeys, WithRecord, (File, 1)),
            Self::PackRequest => row(
                |lang| words::make_package(PackageKind::Request.name(), lang),
                words::pack_request_hint,
                NoKeys,
                CanPack(PackageKind::Request),
                (File, 1),
            ),
            Self::PackResult => row(
                |lang| words::make_package(PackageKind::Result.name(), lang),
                words::pack_result_hint,
                NoKeys,
                CanPack(PackageKind::Result),
                (File, 1),
            ),
            Self::SendBack => row(
                |lang| words::make_package(PackageKind::Returned.name(), lang),
                words::send_back_hint,
                NoKeys,
                CanPack(PackageKind::Returned),
                (File, 1),
            ),
            Self::PackApplication => row(
                |lang| words::make_package(PackageKind::Application.name(), lang),
                words::pack_application_hint,
                NoKeys,
                CanPack(PackageKind::Application),
                (File, 1),
            ),
            Self::Quit => row(words::quit, words::quit_hint, One(key(COMMAND, Key::Q)), Always, (File, 2)),
            Self::Undo => row(words::undo, words::undo_hint, One(key(COMMAND, Key::Z)), CanUndo, (Edit, 0)),
            Self::Redo => {
                const Y: KeyboardShortcut = key(COMMAND, Key::Y);
                const SHIFT_Z: KeyboardShortcut = key(COMMAND_SHIFT, Key::Z);
                let keys = PerSystem { mac: [SHIFT_Z, Y], other: [Y, SHIFT_Z] };
                row(words::redo, words::redo_hint, keys, CanRedo, (Edit, 0))
            }
            Self::TakeChoiceBack => {
                let keys = WhereFocusIs(key(Modifiers::NONE, Key::Backspace));
                row(words::take_choice_back, words::take_choice_back_hint, keys, CanTakeBack, (Edit, 0))
            }
            Self::Search => {
                let keys = Two([key(COMMAND, Key::K), key(COMMAND, Key::F)]);
                row(words::search, words::search_command_hint, keys, Always, (Edit, 1))
            }
            Self::NextStep => {
                let keys = Two([key(COMMAND, Key::PageDown), key(COMMAND, Key::ArrowRight)]);
                row(words::next_step, words::next_step_hint, keys, WithRecord, (View, 0))
            }
            Self::PreviousStep => {
                let keys = Two([key(COMMAND, Key::PageUp), key(COMMAND, Key::ArrowLeft)]);
                row(words::previous_step, words::previous_step_hint, keys, WithRecord, (View, 0))
            }
            Self::GoBack => row(words::go_back, words::go_back_hint, One(key(COMMAND, Key::B)), CanGoBack, (View, 0)),
            Self::BeginTrial => {
                row(trial::try_answers, trial::try_answers_hint, One(key(COMMAND, Key::T)), WithRecord, (Edit, 1))
            }
            Self::TakeOtherWay => {
                row(guided::toggle_way, guided::toggle_way_hint, One(key(COMMAND, Key::G)), WithRecord, (View, 0))
            }
            Self::ShowExplanation => row(words::explain, words::explain_hint, NoKeys, WithRecord, (View, 0)),
            Self::ShowHistory => row(words::show_history, words::show_history_hint, NoKeys, WithRecord, (View, 0)),
            Self::ShowRules => row(rules::show, words::show_rules_hint, NoKeys, WithRecord, (View, 0)),
            Self::CompareRecord => row(words::compare_record, words::compare_record_hint, NoKeys, WithRecord, (View, 0)),
            Self::TogglePreview => {
                row(words::printed_page, words::printed_page_hint, One(key(COMMAND, Key::P)), WithRecord, (View, 0))
            }
            Self::ShowCatalogue => row(words::show_catalogue, words::show_catalogue_hint, NoKeys, Always, (View, 1)),
            Self::ZoomIn => {
                let keys = Two([key(COMMAND, Key::Plus), key(COMMAND, Key::Equals)]);
                row(words::zoom_in, words::zoom_in_hint, keys, Always, (View, 2))
            }
            Self::ZoomOut => row(words::zoom_out, words::zoom_out_hint, One(key(COMMAND, Key::Minus)), Always, (View, 2)),
            Self::ZoomReset => row(words::zoom_reset, words::zoom_reset_hint, One(key(COMMAND, Key::Num0)), Always, (View, 2)),
            Self::Japanese => row(words::japanese, words::japanese_hint, NoKeys, Always, (View, 3)),
            Self::English => row(words::english, words::english_hint, NoKeys, Always, (View, 3)),
            Self::LookSystem => row(words::look_system, words::look_system_hint, NoKeys, Always, (View, 4)),
            Self::LookLight => row(words::look_light, words::look_light_hint, NoKeys, Always, (View, 4)),
            Self::LookDark => row(words::look_dark, words::look_dark_hint, NoKeys, Always, (View, 4)),
            Self::LookContrast => row(words::look_contrast, words::look_contrast_hint, NoKeys, Always, (View, 4)),
            Self::Help => row(words::help, words::help_hint, One(key(Modifiers::NONE, Key::F1)), Always, (Help, 0)),
            Self::ToggleGuidance => row(words::toggle_guidance, words::guidance_hint, NoKeys, WithRecord, (Help, 0)),
            Self::ShowKeys => row(words::show_keys, words::show_keys_hint, One(key(COMMAND, Key::Slash)), Always, (Help, 0)),
            Self::Tour => row(words::tour, words::tour_hint, NoKeys, Always, (Help, 0)),
            Self::EndTour => {
                let keys = WhereFocusIs(key(Modifiers::NONE, Key::Escape));
                row(words::end_tour, words::end_tour_hint, keys, InTour, (Help, 0))
            }
            Self::AskEligibility => row(eligibility::menu, eligibility::menu_hint, NoKeys, Always, (Help, 0)),
            Self::ShowTraces => row(traces::menu, traces::menu_hint, NoKeys, Always, (Help, 1)),
            Self::ShowDiagnostics => row(traces::diagnostics_menu, traces::diagnostics_hint, NoKeys, Always, (Help, 1)),
            Self::About => row(words::about, words::about_hint, NoKeys, Always, (Help, 1)),
        }
    }

    /// What menus, buttons and the search call it.
    pub fn name(self, lang: Lang) -> &'static str {
        (self.row().name)(lang)
    }

    /// What it does, in one sentence.
    pub fn hint(self, lang: Lang) -> &'static str {
        (self.row().hint)(lang)
    }

    /// The menu in which it stands, and the group in it.
    pub fn menu(self) -> (Menu, u8) {
        self.row().menu
    }

    /// Whether it can be given.
    pub fn is_enabled(self, situation: &Situation<'_>) -> bool {
        match self.row().when {
            When::Always => true,
            When::WithRecord => situation.has_record,
            When::CanUndo => situation.can_undo,
            When::CanRedo => situation.can_redo,
            When::CanTakeBack => situation.can_take_back,
            When::CanGoBack => situation.can_go_back,
            When::InTour => situation.in_tour,
            When::CanPack(kind) => situation.packages.contains(&kind),
        }
    }

    /// Whether its menu shows it: also greyed, unless it is about a package that cannot be made of this record at all, or about a
    /// tour that nobody is on.
    pub fn is_offered(self, situation: &Situation<'_>) -> bool {
        !matches!(self.row().when, When::CanPack(_) | When::InTour) || self.is_enabled(situation)
    }

    /// The keys that do it from anywhere on this system.
    pub fn keys(self, os: OperatingSystem) -> Vec<KeyboardShortcut> {
        match self.row().keys {
            Keys::None | Keys::WhereFocusIs(_) => Vec::new(),
            Keys::One(keys) => vec![keys],
            Keys::Two(keys) => keys.to_vec(),
            Keys::PerSystem { mac, other } => if os.is_mac() { mac } else { other }.to_vec(),
        }
    }

    /// The key that is shown beside it, as this system writes it; nothing if it has none.
    pub fn shown_keys(self, ctx: &Context) -> Option<String> {
        let shown = match self.row().keys {
            Keys::WhereFocusIs(key) => Some(key),
            _ => self.keys(ctx.os()).first().copied(),
        };
        shown
            .map(|keys| ctx.format_shortcut(&keys).replace("PageDown", "PgDn").replace("PageUp", "PgUp").replace("Escape", "Esc"))
    }

    /// The command whose keys were pressed, taken from the input.
    pub(in crate::window) fn pressed(input: &mut egui::InputState, focus: Focus, os: OperatingSystem) -> Option<Self> {
        let mut pairs: Vec<(KeyboardShortcut, Self)> =
            Self::ALL.iter().flat_map(|command| command.keys(os).into_iter().map(|keys| (keys, *command))).collect();
        // Of two shortcuts with the same key the one with more modifiers must be asked first.
        pairs.sort_by_key(|(shortcut, _)| !shortcut.modifiers.shift);
        let is_arrow = |shortcut: &KeyboardShortcut| matches!(shortcut.logical_key, Key::ArrowLeft | Key::ArrowRight);
        let left_to_text = |shortcut: &KeyboardShortcut, command: Self| match focus {
            Focus::Elsewhere => false,
            Focus::Text => is_arrow(shortcut),
            Focus::TextWithUndo => is_arrow(shortcut) || matches!(command, Self::Undo | Self::Redo),
        };
        pairs
            .into_iter()
            .find(|(shortcut, command)| !left_to_text(shortcut, *command) && input.consume_shortcut(shortcut))
            .map(|(_, command)| command)
    }
}
