//! What a frame draws, looked at as shapes: text that is cut, text upon text, text that cannot be told from its ground.
#![allow(dead_code, reason = "each test that looks at shapes uses a part of it")]

use egui::epaint::{ClippedShape, Shape, TextShape};
use egui::{Color32, FullOutput, Rect, vec2};

/// How far a letter may reach beyond its place, in points: ink is rounded to pixels.
const TOLERANCE: f32 = 1.5;

/// What is no higher than this, in points, is a bar: menu, strip, footer, the line of the steps. None of them scrolls.
const HIGHEST_BAR: f32 = 73.0;
/// In a window this high nothing that fills it scrolls.
const HIGH: f32 = 2_000.0;

/// A line of text as it is drawn.
struct Line {
    text: String,
    ink: Rect,
    clip: Rect,
    /// Its place in the order of drawing.
    order: usize,
    /// The whole text, if this is shortened by …
    whole: Option<String>,
    /// Its colour, unless it is faded because it cannot be operated.
    color: Option<Color32>,
}

/// A filled rectangle.
struct Ground {
    rect: Rect,
    order: usize,
    color: Color32,
}

/// The texts and grounds of a frame.
#[derive(Default)]
pub struct Drawn {
    lines: Vec<Line>,
    grounds: Vec<Ground>,
}

impl Drawn {
    /// Of a frame.
    pub fn of(output: &FullOutput) -> Self {
        let mut drawn = Self::default();
        for (order, ClippedShape { clip_rect, shape, .. }) in output.shapes.iter().enumerate() {
            drawn.take(shape, *clip_rect, order);
        }
        drawn
    }

    fn take(&mut self, shape: &Shape, clip: Rect, order: usize) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| self.take(shape, clip, order)),
            Shape::Rect(rect) if rect.fill.a() == 255 => {
                self.grounds.push(Ground { rect: rect.rect.intersect(clip), order, color: rect.fill });
            }
            Shape::Text(text) => self.take_text(text, clip, order),
            _ => {}
        }
    }

    fn take_text(&mut self, text: &TextShape, clip: Rect, order: usize) {
        let job = &text.galley.job;
        let own = job.sections.first().map_or(Color32::PLACEHOLDER, |section| section.format.color);
        let own = if own == Color32::PLACEHOLDER { text.fallback_color } else { own };
        let color = text.override_text_color.unwrap_or(own);
        let color = (text.opacity_factor == 1.0 && color.a() == 255).then_some(color);
        for placed in &text.galley.rows {
            let ink = placed.row.visuals.mesh_bounds.translate(text.pos.to_vec2() + placed.pos.to_vec2());
            if ink.is_positive() && ink.intersects(clip) {
                let whole = text.galley.elided.then(|| text.galley.job.text.clone());
                self.lines.push(Line { text: placed.row.text(), ink, clip, order, whole, color });
            }
        }
    }

    /// Leaves out what begins within these places.
    pub fn leave_out(&mut self, places: &[Rect]) {
        self.lines.retain(|line| !places.iter().any(|place| place.contains(line.ink.left_center())));
    }

    /// Texts that are cut at their left or right; and at their top or bottom where nothing scrolls, in a bar and in a window that is
    /// higher than anything in it.
    pub fn cut(&self, screen: Rect) -> Vec<String> {
        let mut found = Vec::new();
        for line in &self.lines {
            let is_in_view = line.clip.y_range().contains(line.ink.center().y) && screen.contains(line.ink.center());
            let clip = line.clip.intersect(screen);
            let is_cut = line.ink.left() < clip.left() - TOLERANCE || line.ink.right() > clip.right() + TOLERANCE;
            let is_fixed = (clip.height() <= HIGHEST_BAR && !self.scrolls(clip, screen)) || clip.height() >= HIGH;
            let is_out = line.ink.top() < clip.top() - TOLERANCE || line.ink.bottom() > clip.bottom() + TOLERANCE;
            let is_cut = (is_cut && line.whole.is_none()) || (is_fixed && is_out);
            if is_in_view && is_cut && !self.is_covered(line, line.ink) {
                found.push(format!("「{}」 is cut: {:?} in {:?}", line.text, line.ink, clip));
            }
        }
        found
    }

    /// Whether a low place is what is seen of a cell at the end of something that scrolls.
    fn scrolls(&self, part: Rect, screen: Rect) -> bool {
        let is_same = |one: f32, other: f32| (one - other).abs() < 0.5;
        self.lines.iter().map(|line| line.clip).any(|clip| {
            let ends_there = is_same(clip.bottom(), part.bottom()) || is_same(clip.top(), part.top());
            ends_there
                && clip.height() > HIGHEST_BAR
                && clip.height() < screen.height() - 1.0
                && clip.expand(1.0).contains_rect(part)
        })
    }

    /// Texts that are shortened, with where they are and what they are in full.
    pub fn shortened(&self) -> Vec<(Rect, String)> {
        let in_view = self.lines.iter().filter(|line| line.clip.contains(line.ink.center()));
        in_view.filter_map(|line| Some((line.ink, line.whole.clone()?))).collect()
    }

    /// All that is read, without blanks and breaks of lines.
    pub fn said(&self) -> String {
        self.lines.iter().flat_map(|line| line.text.chars()).filter(|letter| !letter.is_whitespace()).collect()
    }

    /// Each line with its place, for comparing two frames.
    pub fn placed(&self) -> Vec<String> {
        self.lines.iter().map(|line| format!("{} {:?}", line.text, line.ink)).collect()
    }

    /// The places of what is filled with a colour and as high as a button.
    pub fn filled(&self, color: Color32) -> Vec<Rect> {
        let is_button = |ground: &&Ground| ground.color == color && ground.rect.height() >= 30.0 && ground.rect.width() >= 60.0;
        self.grounds.iter().filter(is_button).map(|ground| ground.rect).collect()
    }

    /// Texts that lie upon each other.
    pub fn overlapping(&self) -> Vec<String> {
        let mut found = Vec::new();
        for (index, one) in self.lines.iter().enumerate() {
            for other in self.lines.iter().skip(index + 1) {
                let both = one.ink.intersect(one.clip).intersect(other.ink.intersect(other.clip));
                let is_much = both.width() > 2.0 && both.height() > 3.0;
                if is_much && !self.is_covered(one, both) && !self.is_covered(other, both) {
                    found.push(format!("「{}」 lies upon 「{}」 at {both:?}", other.text, one.text));
                }
            }
        }
        found
    }

    /// Texts with less contrast to what was painted below them than 4.5 to 1, or 3 to 1 where they are large.
    pub fn hard_to_read(&self) -> Vec<String> {
        let mut found = Vec::new();
        for line in &self.lines {
            let mut below = self.grounds.iter().filter(|ground| ground.order <= line.order);
            let ground = below.rfind(|ground| ground.rect.expand(0.5).contains(line.ink.center()));
            let (Some(color), Some(ground)) = (line.color, ground) else { continue };
            let contrast = contrast(color, ground.color);
            let least = if line.ink.height() > 24.0 { 3.0 } else { 4.5 };
            if contrast < least {
                found.push(format!("「{}」 in {color:?} on {:?}: {contrast:.2}", line.text, ground.color));
            }
        }
        found
    }

    /// Where each line with just these words begins, from the top of the window.
    pub fn tops_of(&self, words: &str) -> Vec<f32> {
        self.lines.iter().filter(|line| line.text.trim() == words).map(|line| line.ink.top()).collect()
    }

    /// Whether a line with these words is wholly seen within a part of the window.
    pub fn shows_in(&self, part: Rect, words: &str) -> bool {
        let is_seen = |line: &&Line| part.contains_rect(line.ink) && line.clip.expand(TOLERANCE).contains_rect(line.ink);
        self.lines.iter().filter(is_seen).any(|line| line.text.contains(words))
    }

    /// Whether something was painted later over this part of a line, such as the head of a table that stays in view.
    fn is_covered(&self, line: &Line, part: Rect) -> bool {
        let part = part.shrink2(vec2(part.width().min(2.0) / 4.0, part.height() / 4.0));
        self.grounds.iter().any(|ground| ground.order > line.order && ground.rect.contains_rect(part))
    }
}

/// The contrast of two colours by WCAG 2.
pub fn contrast(one: Color32, other: Color32) -> f64 {
    let luminance = |color: Color32| {
        let channel = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(color.r()) + 0.7152 * channel(color.g()) + 0.0722 * channel(color.b())
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}
