//! How cells look. Every cell that holds words of the record is text and stays text, also when somebody edits it.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use super::super::report::Emphasis;
use super::page::Across;

/// The height of a line in points.
pub(super) const LINE_HEIGHT: f64 = 13.5;
/// What a cell to be filled in is filled with.
pub(super) const ANSWER_COLOUR: Color = Color::RGB(0x00E8_F1FE);

/// A font of Windows and Office for Japanese; where it is not there, the spreadsheet takes its own.
const FONT: &str = "BIZ UDPゴシック";
/// Shift JIS and modern, as Excel numbers them.
const CHARSET: u8 = 128;
const FAMILY: u8 = 3;

/// The number format of text, as Excel numbers them.
const TEXT: u8 = 49;

const LINE: Color = Color::RGB(0x0099_9999);
const HEADER: Color = Color::RGB(0x00E6_E6E6);
const BAND: Color = Color::RGB(0x0033_3333);
const FAINT: Color = Color::RGB(0x0059_5959);
const GOOD: Color = Color::RGB(0x0000_6600);
const BAD: Color = Color::RGB(0x00B0_0000);

/// The formats of all cells.
pub(super) struct Styles {
    pub default: Format,
    pub header: Format,
    pub key: Format,
    /// The id of a question, above it.
    pub small: Format,
    /// The band above the heads of a table.
    pub band: Format,
    /// The headings of a form.
    pub section: Format,
    /// What is said beside a title.
    pub lead: Format,
    /// A number that is computed.
    pub number: Format,
    /// What a cell looks like that is not to be answered.
    pub grey: Format,
    /// What a cell looks like that says 不明.
    pub unknown: Format,
    /// What a cell looks like in a row that has a name by now.
    pub named: Format,
    pub title: Format,
    answer: Format,
    picked: Format,
    free: Format,
    free_picked: Format,
    plain: Format,
    strong: Format,
    good: Format,
    bad: Format,
    open: Format,
    faint: Format,
    heading: Format,
    text: Format,
    note: Format,
    notice: Format,
}

impl Styles {
    pub fn new() -> Self {
        let default = Format::new()
            .set_font_name(FONT)
            .set_font_charset(CHARSET)
            .set_font_family(FAMILY)
            .set_font_size(10)
            .set_align(FormatAlign::Top);
        // The apostrophe that is not shown keeps Excel from computing what is typed on.
        let text = default.clone().set_num_format_index(TEXT).set_quote_prefix().set_text_wrap();
        let cell = text.clone().set_border(FormatBorder::Thin).set_border_color(LINE);
        Self {
            header: cell.clone().set_bold().set_background_color(HEADER),
            key: default.clone().set_num_format_index(TEXT).set_quote_prefix().set_font_color(FAINT),
            small: default.clone().set_font_size(9).set_font_color(FAINT),
            band: text.clone().set_bold().set_font_color(Color::White).set_background_color(BAND).unset_text_wrap(),
            section: text
                .clone()
                .set_bold()
                .set_font_size(11)
                .set_align(FormatAlign::Bottom)
                .set_border_bottom(FormatBorder::Medium)
                .set_border_bottom_color(BAND)
                .unset_text_wrap(),
            lead: text.clone().unset_text_wrap().set_align(FormatAlign::VerticalCenter),
            number: default
                .clone()
                .set_bold()
                .set_border(FormatBorder::Thin)
                .set_border_color(LINE)
                .set_align(FormatAlign::Center),
            grey: Format::new().set_background_color(HEADER).set_font_color(FAINT),
            unknown: Format::new().set_bold().set_border(FormatBorder::Dashed),
            named: Format::new().set_background_color(ANSWER_COLOUR),
            answer: cell.clone().set_background_color(ANSWER_COLOUR).set_unlocked(),
            picked: cell.clone().set_background_color(ANSWER_COLOUR).set_unlocked().set_align(FormatAlign::Center),
            free: cell.clone().set_unlocked(),
            free_picked: cell.clone().set_unlocked().set_align(FormatAlign::Center),
            strong: cell.clone().set_bold(),
            good: cell.clone().set_bold().set_font_color(GOOD),
            bad: cell.clone().set_bold().set_font_color(BAD),
            open: cell.clone().set_bold().set_italic(),
            faint: cell.clone().set_font_color(FAINT),
            plain: cell,
            title: text.clone().set_bold().set_font_size(14).unset_text_wrap(),
            heading: text.clone().set_bold().set_font_size(11),
            note: text.clone().set_font_color(FAINT),
            notice: text.clone().set_bold().set_font_color(BAD),
            text,
            default,
        }
    }

    /// A cell to be filled in: picked from a list or written, in the row of an item or in one that is free.
    pub fn answer_in(&self, is_picked: bool, is_free: bool) -> &Format {
        match (is_picked, is_free) {
            (false, false) => &self.answer,
            (true, false) => &self.picked,
            (false, true) => &self.free,
            (true, true) => &self.free_picked,
        }
    }

    /// A cell that is not filled in.
    pub fn fixed(&self, emphasis: Emphasis) -> &Format {
        match emphasis {
            Emphasis::Plain | Emphasis::ToWrite => &self.plain,
            Emphasis::Strong => &self.strong,
            Emphasis::Good => &self.good,
            Emphasis::Bad | Emphasis::Lowered => &self.bad,
            Emphasis::Open => &self.open,
            Emphasis::Faint => &self.faint,
        }
    }

    /// A text across the page.
    pub fn across(&self, what: Across) -> &Format {
        match what {
            Across::Title => &self.title,
            Across::Heading => &self.heading,
            Across::Text => &self.text,
            Across::Note => &self.note,
            Across::Notice => &self.notice,
        }
    }
}
