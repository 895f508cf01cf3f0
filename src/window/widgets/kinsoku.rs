//! Japanese line breaking (禁則): egui breaks lines after opening brackets and inside numbers.

use std::sync::Arc;

use egui::epaint::text::{ByteIndex, FontsView, Galley, LayoutJob, LayoutSection};

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
    matches!(character, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' | '\u{3099}' | '\u{309A}')
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

/// Lays out `job` with Japanese line breaking. Characters and cursor positions are those of the text as it is.
pub fn layout_ja(fonts: &mut FontsView<'_>, job: LayoutJob, pixels_per_point: f32) -> Arc<Galley> {
    let width = job.wrap.max_width;
    let mut unwrapped = job.clone();
    unwrapped.wrap.max_width = f32::INFINITY;
    let flat = fonts.layout_job(unwrapped);
    if flat.rows.iter().all(|row| row.row.size.x <= width) {
        return flat;
    }
    let mut lines = Vec::new();
    let mut ends_softly = Vec::new();
    let mut byte = 0;
    for placed in &flat.rows {
        let characters: Vec<(char, f32, f32)> =
            placed.row.glyphs.iter().map(|glyph| (glyph.chr, glyph.pos.x, glyph.max_x())).collect();
        let mut start = 0;
        loop {
            let end = line_end(&characters, start, width);
            let taken = characters.get(start..end).unwrap_or_default();
            let length: usize = taken.iter().map(|(character, ..)| character.len_utf8()).sum();
            lines.push(fonts.layout_job(part_of(&job, byte, length)));
            byte += length;
            ends_softly.push(end < characters.len());
            start = end;
            if start >= characters.len() {
                break;
            }
        }
        if placed.ends_with_newline {
            byte += 1;
        }
    }
    let mut galley = Galley::concat(Arc::new(job), &lines, pixels_per_point);
    for (row, soft) in galley.rows.iter_mut().zip(ends_softly) {
        if soft {
            row.ends_with_newline = false;
        }
    }
    Arc::new(galley)
}

/// Where the line that starts at `start` ends: as far as it fits, then back to the last place where a line may break.
fn line_end(characters: &[(char, f32, f32)], start: usize, width: f32) -> usize {
    let Some((_, left, _)) = characters.get(start) else { return characters.len() };
    let rest = characters.get(start..).unwrap_or_default();
    let fit = rest.iter().take_while(|(character, _, right)| right - left <= width || *character == ' ').count();
    let fit = start + fit.max(1);
    if fit >= characters.len() {
        return characters.len();
    }
    let breaks_before = |index: &usize| match (characters.get(index - 1), characters.get(*index)) {
        (Some((before, ..)), Some((after, ..))) => may_break(*before, *after),
        _ => false,
    };
    (start + 1..=fit).rev().find(breaks_before).unwrap_or(fit)
}

/// The part of a job that is `length` bytes long and begins at `byte`, as a job of one line.
fn part_of(job: &LayoutJob, byte: usize, length: usize) -> LayoutJob {
    let end = byte + length;
    let mut line = job.clone();
    line.wrap.max_width = f32::INFINITY;
    line.keep_trailing_whitespace = true;
    line.text = job.text.get(byte..end).unwrap_or_default().to_owned();
    line.sections = job
        .sections
        .iter()
        .filter_map(|section| {
            let (from, to) = (section.byte_range.start.0.max(byte), section.byte_range.end.0.min(end));
            let holds_the_empty_line = length == 0 && section.byte_range.start.0 <= byte && byte <= section.byte_range.end.0;
            (from < to || holds_the_empty_line).then(|| LayoutSection {
                leading_space: if section.byte_range.start.0 >= byte { section.leading_space } else { 0.0 },
                byte_range: ByteIndex(from.max(byte) - byte)..ByteIndex(to.max(byte) - byte),
                format: section.format.clone(),
            })
        })
        .collect();
    line
}

#[cfg(test)]
mod tests {
    use egui::epaint::text::cursor::CCursor;
    use egui::epaint::text::{CharIndex, Fonts, TextOptions};
    use egui::{Color32, FontDefinitions, FontId};
    use proptest::prelude::*;

    use super::*;

    /// Lays out at a width in points, and gives the lines back.
    fn lay_out(text: &str, width: f32) -> (Arc<Galley>, Vec<String>) {
        let mut fonts = Fonts::new(TextOptions::default(), FontDefinitions::default());
        let job = LayoutJob::simple(text.to_owned(), FontId::proportional(14.0), Color32::BLACK, width);
        let galley = layout_ja(&mut fonts.with_pixels_per_point(1.0), job, 1.0);
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

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn no_character_is_lost_and_the_cursor_finds_back(
            text in "[あ-ん一-三「」（）。、ー0-9０-９a-c \n]{0,60}",
            width in 20.0_f32..300.0,
        ) {
            let (galley, lines) = lay_out(&text, width);
            let counted: usize = galley.rows.iter().map(|row| row.char_count_including_newline().0).sum();
            prop_assert_eq!(counted, text.chars().count());
            prop_assert_eq!(lines.concat(), text.replace('\n', ""));
            for index in 0..=text.chars().count() {
                let cursor = CCursor { index: CharIndex(index), prefer_next_row: true };
                let back = galley.cursor_from_pos(galley.pos_from_cursor(cursor).center().to_vec2());
                prop_assert_eq!(back.index.0, index);
            }
        }
    }
}
