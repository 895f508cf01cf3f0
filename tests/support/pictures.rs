//! Pictures of the window that are kept beside the tests, and compared with what is drawn now.
//!
//! A picture that differs is an error; the kept one, the new one and what differs lie in `tmp/pictures` of the build folder then. After
//! somebody has looked at them, the new ones are kept by running the test once more with [`ACCEPT`].

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder as _, RgbImage, RgbaImage};

/// With `1` every picture that differs is kept as it is now; with another value only those in whose names it occurs.
pub const ACCEPT: &str = "LIU_WIZARD_ACCEPT_PICTURES";

/// How far a channel may be off before a pixel counts as another one: edges of letters are rounded otherwise on other processors.
const SAME: u8 = 24;
/// How many pixels may be others.
const FEW: usize = 16;

fn kept_in() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/window/pictures")
}

fn told_in() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures")
}

/// The pictures of a test, in the order in which they were drawn.
#[derive(Default)]
pub struct Pictures {
    seen: BTreeSet<String>,
    wrong: Vec<String>,
}

impl Pictures {
    /// Compares a picture with the one that is kept under this name.
    pub fn see(&mut self, name: &str, drawn: &RgbaImage) {
        assert!(self.seen.insert(name.to_owned()), "two pictures are called {name}");
        let (new, path) = (in_few_colours(drawn), kept_in().join(format!("{name}.png")));
        let old = image::open(&path).ok().map(|image| image.to_rgb8());
        let (others, difference) = compare(old.as_ref(), &new);
        for (what, _) in parts(None, &new, &difference) {
            std::fs::remove_file(told_in().join(format!("{name}.{what}.png"))).ok();
        }
        if old.is_some() && others <= FEW {
            return;
        }
        if is_accepted(name) {
            return save(&path, &new);
        }
        for (what, image) in parts(old.as_ref(), &new, &difference) {
            if let Some(image) = image {
                save(&told_in().join(format!("{name}.{what}.png")), image);
            }
        }
        self.wrong.push(if old.is_some() { format!("{name}: {others} pixels differ") } else { format!("{name}: is not kept") });
    }

    /// Fails if a picture differed. `of` is what the names of this test's pictures begin with: what is kept and drawn by nobody
    /// any more is an error as well.
    pub fn end(mut self, of: &str) {
        let kept = std::fs::read_dir(kept_in()).into_iter().flatten().flatten();
        let names = kept.filter_map(|entry| entry.file_name().to_str()?.strip_suffix(".png").map(str::to_owned));
        let unseen = names.filter(|name| name.starts_with(of) && !self.seen.contains(name));
        self.wrong.extend(unseen.map(|name| format!("{name}: is kept, and nothing draws it")));
        let folder = told_in();
        assert!(
            self.wrong.is_empty(),
            "{}\nLook at the pictures in {}. To keep the new ones, run this test again with {ACCEPT}=1.",
            self.wrong.join("\n"),
            folder.display()
        );
    }
}

fn parts<'a>(
    old: Option<&'a RgbImage>,
    new: &'a RgbImage,
    difference: &'a RgbImage,
) -> [(&'static str, Option<&'a RgbImage>); 3] {
    [("old", old), ("new", Some(new)), ("difference", old.map(|_| difference))]
}

fn is_accepted(name: &str) -> bool {
    std::env::var(ACCEPT).is_ok_and(|wanted| wanted == "1" || !wanted.is_empty() && name.contains(&wanted))
}

/// On white, in twenty steps a channel: enough to be looked at, and small files.
fn in_few_colours(drawn: &RgbaImage) -> RgbImage {
    let step = |channel: u8| ((u16::from(channel) * 19 + 127) / 255 * 255 / 19) as u8;
    RgbImage::from_fn(drawn.width(), drawn.height(), |x, y| {
        let [red, green, blue, alpha] = drawn.get_pixel(x, y).0;
        image::Rgb([red, green, blue].map(|channel| step(channel.saturating_add(255 - alpha))))
    })
}

/// How many pixels differ, and a picture of them: red on what is there now, made pale.
fn compare(old: Option<&RgbImage>, new: &RgbImage) -> (usize, RgbImage) {
    let mut others = 0;
    let is_other = |x: u32, y: u32| {
        let pair = old.and_then(|old| old.get_pixel_checked(x, y)).map(|old| old.0.into_iter().zip(new.get_pixel(x, y).0));
        pair.is_none_or(|mut pair| pair.any(|(old, new)| old.abs_diff(new) > SAME))
    };
    let difference = RgbImage::from_fn(new.width(), new.height(), |x, y| {
        if is_other(x, y) {
            others += 1;
            image::Rgb([220, 0, 0])
        } else {
            image::Rgb(new.get_pixel(x, y).0.map(|channel| 255 - (255 - channel) / 4))
        }
    });
    let is_larger = old.is_some_and(|old| old.dimensions() != new.dimensions());
    (if is_larger { usize::MAX } else { others }, difference)
}

fn save(path: &Path, image: &RgbImage) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, FilterType::NoFilter);
    encoder.write_image(image.as_raw(), image.width(), image.height(), ExtendedColorType::Rgb8).unwrap();
    std::fs::write(path, bytes).unwrap();
}
