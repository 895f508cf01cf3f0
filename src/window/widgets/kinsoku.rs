//! Japanese line breaking (禁則): egui breaks lines after opening brackets and inside numbers. What is read breaks between phrases
//! besides; what is typed breaks where it may.

use std::rc::Rc;
use std::sync::Arc;

use egui::epaint::text::{ByteIndex, FontsView, Galley, LayoutJob, LayoutSection, TextWrapping};
use unicode_normalization::char::is_combining_mark;

use super::phrases::phrase_starts;

/// Characters that never begin a line (行頭禁則).
const NO_START: &str = "、。，．・：；？！ー々ゝゞヽヾ〻ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ」』）］｝〕〉》】〙〗｠»’”〟゛゜‐゠–〜～…‥‼⁇⁈⁉％‰℃｣､｡･ﾞﾟ)]},.:;!?%";
/// Characters that never end a line (行末禁則).
const NO_END: &str = "「『（［｛〔〈《【〘〖｟«‘“〝￥＄￡＃№｢([{$#¥";

fn is_japanese(character: char) -> bool {
    matches!(character,
        '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}' | '\u{2460}'..='\u{24FF}')
}

/// Part of a number: digits with the marks between them, half or full width.
fn is_of_number(character: char) -> bool {
    character.is_ascii_digit() || matches!(character, '０'..='９' | ',' | '.' | '，' | '．')
}

fn attaches_to_the_one_before(character: char) -> bool {
    is_combining_mark(character) || matches!(character, '\u{200D}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0020}'..='\u{E007F}')
}

/// Whether a line may end after `before` and the next one start with `after`.
pub fn may_break(before: char, after: char) -> bool {
    if after == ' ' || NO_START.contains(after) || NO_END.contains(before) || attaches_to_the_one_before(after) {
        return false;
    }
    if is_of_number(before) && is_of_number(after) {
        return false;
    }
    if before == after && matches!(before, '…' | '‥' | '―' | '—') {
        return false;
    }
    before == ' ' || before == '-' || is_japanese(before) || is_japanese(after)
}

/// Where lines end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breaks {
    /// Wherever they may: for what is typed, so that little moves while it is typed.
    Anywhere,
    /// Between phrases, as long as that leaves no line nearly empty: for what is read.
    Phrases,
}

/// Lays out `job` with Japanese line breaking. Characters and cursor positions are those of the text as it is.
///
/// Where glyphs and characters do not stand one for one, as in some scripts that are no Japanese, lines break as egui breaks them.
pub fn layout_ja(fonts: &mut FontsView<'_>, job: LayoutJob, breaks: Breaks, pixels_per_point: f32) -> Arc<Galley> {
    let width = job.wrap.max_width;
    let mut unwrapped = job.clone();
    unwrapped.wrap.max_width = f32::INFINITY;
    let flat = fonts.layout_job(unwrapped);
    if flat.rows.iter().all(|row| row.row.size.x <= width) {
        return flat;
    }
    let Some(lines) = lines_of(&job, &flat, width, breaks) else { return fonts.layout_job(job) };
    let laid_out: Vec<Arc<Galley>> = lines.iter().map(|line| fonts.layout_job(part_of(&job, line))).collect();
    let mut galley = Galley::concat(Arc::new(job), &laid_out, pixels_per_point);
    for (row, line) in galley.rows.iter_mut().zip(lines) {
        if line.ends_softly {
            row.ends_with_newline = false;
        }
    }
    Arc::new(galley)
}

/// A line of a text: its bytes, and whether it ends where the text has no line break.
struct LineOf {
    from: usize,
    to: usize,
    ends_softly: bool,
}

/// The lines of a text that was laid out without any width; nothing if its glyphs are not one for each character.
fn lines_of(job: &LayoutJob, flat: &Galley, width: f32, breaks: Breaks) -> Option<Vec<LineOf>> {
    let mut lines = Vec::new();
    let mut byte = 0;
    for placed in &flat.rows {
        let rest = job.text.get(byte..)?;
        let paragraph = if job.break_on_newline { rest.split('\n').next()? } else { rest };
        // The characters of the text, and not those of the glyphs: all glyphs of a letter with its marks name the letter.
        let characters: Vec<(char, f32, f32)> =
            paragraph.chars().zip(&placed.row.glyphs).map(|(character, glyph)| (character, glyph.pos.x, glyph.max_x())).collect();
        if characters.len() != placed.row.glyphs.len() || paragraph.chars().nth(characters.len()).is_some() {
            return None;
        }
        let is_short = characters.last().is_none_or(|(.., right)| *right <= width);
        let phrases = if breaks == Breaks::Phrases && !is_short { phrase_starts(paragraph) } else { Rc::default() };
        let mut start = 0;
        for end in line_ends(&characters, width, &phrases) {
            let taken = characters.get(start..end).unwrap_or_default();
            let from = byte;
            byte += taken.iter().map(|(character, ..)| character.len_utf8()).sum::<usize>();
            lines.push(LineOf { from, to: byte, ends_softly: end < characters.len() });
            start = end;
        }
        if placed.ends_with_newline {
            byte += 1;
        }
    }
    Some(lines)
}

/// Where the lines of a paragraph end, the last one at its end.
fn line_ends(characters: &[(char, f32, f32)], width: f32, phrases: &[usize]) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut start = 0;
    loop {
        start = line_end(characters, start, width, phrases);
        ends.push(start);
        if start >= characters.len() {
            break;
        }
    }
    if !phrases.is_empty() {
        fill_last_line(characters, width, phrases, &mut ends);
    }
    ends
}

/// A last line of a few characters takes the last phrase of the line before it along: 「す。」 is no line.
fn fill_last_line(characters: &[(char, f32, f32)], width: f32, phrases: &[usize], ends: &mut [usize]) {
    let [.., before, last_but_one, last] = ends else {
        let [last_but_one, last] = ends else { return };
        return fill(characters, width, phrases, 0, last_but_one, *last);
    };
    fill(characters, width, phrases, *before, last_but_one, *last);
}

fn fill(characters: &[(char, f32, f32)], width: f32, phrases: &[usize], from: usize, end: &mut usize, last: usize) {
    if last - *end > LONE {
        return;
    }
    let fits = |start: &usize| match (characters.get(*start), characters.get(last - 1)) {
        (Some((_, left, _)), Some((.., right))) => right - left <= width,
        _ => false,
    };
    let is_break = |start: &usize| match (characters.get(start.wrapping_sub(1)), characters.get(*start)) {
        (Some((before, ..)), Some((after, ..))) => may_break(*before, *after),
        _ => false,
    };
    let earlier = phrases.iter().rev().copied().filter(|start| *start > from && *start < *end);
    // A phrase longer than the line has no beginning on it; then a few characters go along.
    let by_character = (from + 1..end.saturating_sub(1)).rev();
    if let Some(start) = earlier.chain(by_character).find(|start| fits(start) && is_break(start)) {
        *end = start;
    }
}

/// A last line of no more characters than this is too short.
const LONE: usize = 3;

/// A line that ends with a phrase is filled to this share at least; else it ends within the phrase.
const LEAST_SHARE: f32 = 0.45;

/// Where the line that starts at `start` ends: as far as it fits, then back to the last phrase, or to the last place where a line
/// may break.
fn line_end(characters: &[(char, f32, f32)], start: usize, width: f32, phrases: &[usize]) -> usize {
    let Some((_, left, _)) = characters.get(start) else { return characters.len() };
    let rest = characters.get(start..).unwrap_or_default();
    let fit = rest.iter().take_while(|(character, _, right)| right - left <= width || *character == ' ').count();
    let behind = rest.iter().skip(fit.max(1)).take_while(|(character, ..)| attaches_to_the_one_before(*character)).count();
    let fit = start + fit.max(1) + behind;
    if fit >= characters.len() {
        return characters.len();
    }
    let breaks_before = |index: &usize| match (characters.get(index - 1), characters.get(*index)) {
        (Some((before, ..)), Some((after, ..))) => may_break(*before, *after),
        _ => false,
    };
    let is_filled = |index: &usize| characters.get(index - 1).is_some_and(|(.., right)| right - left >= width * LEAST_SHARE);
    let phrase = phrases.iter().rev().copied().find(|at| (start + 1..=fit).contains(at) && breaks_before(at));
    let phrase = phrase.filter(is_filled);
    phrase.or_else(|| (start + 1..=fit).rev().find(breaks_before)).unwrap_or(fit)
}

/// A line of a job as a job of its own. It takes no more than its own length, however long the whole is.
fn part_of(job: &LayoutJob, line: &LineOf) -> LayoutJob {
    let LineOf { from: byte, to: end, .. } = *line;
    // Sections stand in their order, and each where the one before it ends.
    let first = job.sections.partition_point(|section| section.byte_range.end.0 < byte);
    let sections = job.sections.iter().skip(first).take_while(|section| section.byte_range.start.0 <= end);
    LayoutJob {
        text: job.text.get(byte..end).unwrap_or_default().to_owned(),
        sections: sections
            .filter_map(|section| {
                let (from, to) = (section.byte_range.start.0.max(byte), section.byte_range.end.0.min(end));
                (from < to || byte == end).then(|| LayoutSection {
                    leading_space: if section.byte_range.start.0 >= byte { section.leading_space } else { 0.0 },
                    byte_range: ByteIndex(from - byte)..ByteIndex(to - byte),
                    format: section.format.clone(),
                })
            })
            .collect(),
        wrap: TextWrapping { max_width: f32::INFINITY, ..job.wrap },
        first_row_min_height: job.first_row_min_height,
        break_on_newline: job.break_on_newline,
        halign: job.halign,
        justify: job.justify,
        round_output_to_gui: job.round_output_to_gui,
        keep_trailing_whitespace: true,
    }
}

#[cfg(test)]
mod tests {
    use egui::epaint::text::cursor::CCursor;
    use egui::epaint::text::{CharIndex, Fonts, TextOptions};
    use egui::{FontDefinitions, FontId};
    use proptest::prelude::*;

    use super::*;
    use crate::window::theme::LIGHT;

    /// Lays out at a width in points, and gives the lines back.
    fn lay_out(text: &str, width: f32, breaks: Breaks) -> (Arc<Galley>, Vec<String>) {
        let mut fonts = Fonts::new(TextOptions::default(), FontDefinitions::default());
        let job = LayoutJob::simple(text.to_owned(), FontId::proportional(14.0), LIGHT.text, width);
        let galley = layout_ja(&mut fonts.with_pixels_per_point(1.0), job, breaks, 1.0);
        let lines = galley.rows.iter().map(|row| row.text()).collect();
        (galley, lines)
    }

    #[test]
    fn lines_end_and_begin_as_japanese_lines_may() {
        for (before, after, may) in [
            ('下', '「', true),
            ('「', '評', false),
            ('る', '。', false),
            ('ャ', 'ー', false),
            ('価', 'を', true),
            ('１', '２', false),
            ('1', ',', false),
            (',', '0', false),
            ('0', '人', true),
            ('約', '1', true),
            ('…', '…', false),
            ('a', 'b', false),
            (' ', 'b', true),
            ('葛', '\u{E0100}', false),
        ] {
            assert_eq!(may_break(before, after), may, "{before}|{after}");
        }
    }

    #[test]
    fn a_letter_in_two_characters_wraps_as_one_and_loses_nothing() {
        let text = "re\u{301}sume\u{301} ".repeat(30);
        let (galley, lines) = lay_out(&text, 90.0, Breaks::Anywhere);
        assert!(galley.rows.len() > 5);
        assert_eq!(lines.concat(), text);
        assert!(!lines.iter().any(|line| line.starts_with('\u{301}')), "{lines:?}");
    }

    /// Lines in the program's own font, whose characters are as wide as they are high.
    fn lines_in_own_font(text: &str, width: f32, breaks: Breaks) -> Vec<String> {
        let ctx = egui::Context::default();
        crate::window::theme::install(&ctx);
        let mut lines = Vec::new();
        let output = ctx.run_ui(egui::RawInput::default(), |ui| {
            let job = LayoutJob::simple(text.to_owned(), FontId::proportional(16.0), LIGHT.text, width);
            let galley = ui.fonts_mut(|fonts| layout_ja(fonts, job, breaks, 1.0));
            lines = galley.rows.iter().map(|row| row.text()).collect();
        });
        output.drop_without_applying_deltas();
        lines
    }

    #[test]
    fn what_is_read_breaks_between_phrases_and_leaves_no_line_with_a_lone_ending() {
        let text = "情報ごとに、はい・いいえ・不明で答えます。「不明」と未回答は低位になりません。";
        for width in 90..400_u16 {
            let lines = lines_in_own_font(text, f32::from(width), Breaks::Phrases);
            let last = lines.last().unwrap();
            assert!(lines.len() < 2 || last.chars().count() > LONE, "{width}: {lines:?}");
            assert_eq!(lines.concat(), text);
        }
        let lines = lines_in_own_font(text, 264.0, Breaks::Phrases);
        assert!(lines.iter().all(|line| !line.starts_with('ん')), "{lines:?}");
        assert_ne!(lines, lines_in_own_font(text, 264.0, Breaks::Anywhere));
    }

    /// What is laid out for the lines of a text is the text once, and not the text once for each line.
    #[test]
    fn lines_take_what_the_text_takes() {
        for text in ["あいうえおかきくけこ".repeat(500), "a\n".repeat(2_000), "word ".repeat(900)] {
            let mut fonts = Fonts::new(TextOptions::default(), FontDefinitions::default());
            let job = LayoutJob::simple(text.clone(), FontId::proportional(14.0), LIGHT.text, 60.0);
            let mut flat = job.clone();
            flat.wrap.max_width = f32::INFINITY;
            let flat = fonts.with_pixels_per_point(1.0).layout_job(flat);
            let lines = lines_of(&job, &flat, 60.0, Breaks::Anywhere).unwrap();
            assert!(lines.len() > 100);
            let laid_out: usize = lines.iter().map(|line| part_of(&job, line).text.len()).sum();
            assert_eq!(laid_out, text.replace('\n', "").len());
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn no_character_is_lost_and_the_cursor_finds_back(
            text in "[あ-ん一-三「」（）。、ー0-9０-９a-c\u{301}\u{302}\u{323} \n]{0,60}",
            width in 20.0_f32..300.0,
            breaks in prop_oneof![Just(Breaks::Anywhere), Just(Breaks::Phrases)],
        ) {
            let (galley, lines) = lay_out(&text, width, breaks);
            let counted: usize = galley.rows.iter().map(|row| row.char_count_including_newline().0).sum();
            prop_assert_eq!(counted, text.chars().count());
            prop_assert_eq!(lines.concat(), text.replace('\n', ""));
            // What stands upon a letter has the place of the letter.
            let places = if text.chars().any(is_combining_mark) { 0..0 } else { 0..text.chars().count() + 1 };
            for index in places {
                let cursor = CCursor { index: CharIndex(index), prefer_next_row: true };
                let back = galley.cursor_from_pos(galley.pos_from_cursor(cursor).center().to_vec2());
                prop_assert_eq!(back.index.0, index);
            }
        }
    }
}
