//! A CPU renderer for `egui_kittest`: needs neither a GPU nor a software Vulkan driver.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test that paints wrongly is to fail loudly")]

use std::collections::HashMap;

use egui::epaint::{ClippedPrimitive, ImageData, Mesh, Primitive, Vertex, textures::TextureFilter};
use egui::{Color32, ColorImage, TextureId, TexturesDelta};
use egui_kittest::TestRenderer;
use image::RgbaImage;

struct Texture {
    image: ColorImage,
    linear: bool,
}

#[derive(Default)]
pub struct CpuRenderer {
    textures: HashMap<TextureId, Texture>,
}

impl TestRenderer for CpuRenderer {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        for (id, images) in delta.set.drain() {
            for delta in images {
                let ImageData::Color(patch) = &delta.image;
                let linear = delta.options.magnification == TextureFilter::Linear;
                match delta.pos {
                    None => {
                        self.textures.insert(id, Texture { image: (**patch).clone(), linear });
                    }
                    Some([x0, y0]) => {
                        let texture = self.textures.get_mut(&id).expect("patch of an unknown texture");
                        for y in 0..patch.height() {
                            for x in 0..patch.width() {
                                texture.image[(x0 + x, y0 + y)] = patch[(x, y)];
                            }
                        }
                    }
                }
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&id);
        }
    }

    fn render(&mut self, ctx: &egui::Context, output: &egui::FullOutput) -> Result<RgbaImage, String> {
        let ppp = ctx.pixels_per_point();
        let size = ctx.content_rect().size() * ppp;
        let mut canvas = Canvas::new(size.x.round() as usize, size.y.round() as usize);
        for ClippedPrimitive { clip_rect, primitive } in ctx.tessellate(output.shapes.clone(), ppp) {
            let Primitive::Mesh(mesh) = primitive else {
                return Err("paint callbacks need a GPU".to_owned());
            };
            let texture = self.textures.get(&mesh.texture_id).ok_or("missing texture")?;
            canvas.paint(&mesh, texture, clip_rect * ppp, ppp);
        }
        Ok(canvas.into_image())
    }
}

struct Canvas {
    width: usize,
    height: usize,
    /// Premultiplied, gamma space, like egui's vertex colors.
    pixels: Vec<[f32; 4]>,
}

impl Canvas {
    fn new(width: usize, height: usize) -> Self {
        Self { width, height, pixels: vec![[0.0; 4]; width * height] }
    }

    fn paint(&mut self, mesh: &Mesh, texture: &Texture, clip: egui::Rect, ppp: f32) {
        let clip_x = clip.min.x.round().max(0.0) as usize..(clip.max.x.round().max(0.0) as usize).min(self.width);
        let clip_y = clip.min.y.round().max(0.0) as usize..(clip.max.y.round().max(0.0) as usize).min(self.height);
        for triangle in mesh.indices.chunks_exact(3) {
            let corner = |i: usize| mesh.vertices[triangle[i] as usize];
            let (a, mut b, mut c) = (corner(0), corner(1), corner(2));
            let mut area = edge(a, b, c.pos.x, c.pos.y);
            if area == 0.0 {
                continue;
            }
            if area < 0.0 {
                std::mem::swap(&mut b, &mut c);
                area = -area;
            }
            let xs = [a.pos.x * ppp, b.pos.x * ppp, c.pos.x * ppp];
            let ys = [a.pos.y * ppp, b.pos.y * ppp, c.pos.y * ppp];
            let span = |v: [f32; 3], clip: &std::ops::Range<usize>| {
                let lo = v[0].min(v[1]).min(v[2]).floor().max(clip.start as f32) as usize;
                let hi = (v[0].max(v[1]).max(v[2]).ceil().max(0.0) as usize).min(clip.end);
                lo..hi
            };
            let (range_x, range_y) = (span(xs, &clip_x), span(ys, &clip_y));
            let is_plain = [b, c].iter().all(|other| other.uv == a.uv && other.color == a.color);
            let plain = is_plain.then(|| source(texture.sample(a.uv.x, a.uv.y), a.color.to_array().map(f32::from)));
            if plain.is_some_and(|plain| plain[3] == 0.0) {
                continue;
            }
            for y in range_y {
                let py = (y as f32 + 0.5) / ppp;
                let range_x = within([(b, c), (c, a), (a, b)], py, ppp, &range_x);
                if let Some(plain) = plain {
                    let is_inside = |x: &usize| {
                        let px = (*x as f32 + 0.5) / ppp;
                        let [wa, wb, wc] = [edge(b, c, px, py), edge(c, a, px, py), edge(a, b, px, py)];
                        inside(wa, b, c) && inside(wb, c, a) && inside(wc, a, b)
                    };
                    let (Some(first), Some(last)) = (range_x.clone().find(is_inside), range_x.rev().find(is_inside)) else {
                        continue;
                    };
                    let row = &mut self.pixels[y * self.width + first..=y * self.width + last];
                    if plain[3] == 1.0 {
                        row.fill(plain);
                    } else {
                        row.iter_mut().for_each(|pixel| blend(pixel, plain));
                    }
                    continue;
                }
                for x in range_x {
                    let px = (x as f32 + 0.5) / ppp;
                    let (wa, wb, wc) = (edge(b, c, px, py), edge(c, a, px, py), edge(a, b, px, py));
                    if !(inside(wa, b, c) && inside(wb, c, a) && inside(wc, a, b)) {
                        continue;
                    }
                    let (wa, wb, wc) = (wa / area, wb / area, wc / area);
                    let mix = |f: fn(&Vertex) -> f32| wa * f(&a) + wb * f(&b) + wc * f(&c);
                    let texel = texture.sample(mix(|v| v.uv.x), mix(|v| v.uv.y));
                    let color = [
                        mix(|v| v.color.r() as f32),
                        mix(|v| v.color.g() as f32),
                        mix(|v| v.color.b() as f32),
                        mix(|v| v.color.a() as f32),
                    ];
                    blend(&mut self.pixels[y * self.width + x], source(texel, color));
                }
            }
        }
    }

    fn into_image(self) -> RgbaImage {
        let bytes = self.pixels.iter().flatten().map(|v| (v * 255.0).round().clamp(0.0, 255.0) as u8).collect();
        RgbaImage::from_raw(self.width as u32, self.height as u32, bytes).expect("size matches")
    }
}

impl Texture {
    /// Premultiplied gamma-space color at a normalized position.
    fn sample(&self, u: f32, v: f32) -> [f32; 4] {
        let [w, h] = self.image.size;
        let (x, y) = (u * w as f32 - 0.5, v * h as f32 - 0.5);
        let at = |x: f32, y: f32| {
            let x = (x.max(0.0) as usize).min(w - 1);
            let y = (y.max(0.0) as usize).min(h - 1);
            let c: Color32 = self.image[(x, y)];
            c.to_array().map(|v| v as f32 / 255.0)
        };
        if !self.linear {
            return at(x + 0.5, y + 0.5);
        }
        let (x0, y0) = (x.floor(), y.floor());
        let (fx, fy) = (x - x0, y - y0);
        let (p, q, r, s) = (at(x0, y0), at(x0 + 1.0, y0), at(x0, y0 + 1.0), at(x0 + 1.0, y0 + 1.0));
        std::array::from_fn(|i| (p[i] * (1.0 - fx) + q[i] * fx) * (1.0 - fy) + (r[i] * (1.0 - fx) + s[i] * fx) * fy)
    }
}

fn source(texel: [f32; 4], color: [f32; 4]) -> [f32; 4] {
    std::array::from_fn(|i| texel[i] * color[i] / 255.0)
}

fn blend(pixel: &mut [f32; 4], source: [f32; 4]) {
    for i in 0..4 {
        pixel[i] = source[i] + pixel[i] * (1.0 - source[3]);
    }
}

/// The part of a row in which a triangle can lie, a pixel too wide on either side.
fn within(edges: [(Vertex, Vertex); 3], py: f32, ppp: f32, row: &std::ops::Range<usize>) -> std::ops::Range<usize> {
    let (mut first, mut last) = (row.start as f32, row.end as f32);
    for (from, to) in edges {
        let slope = from.pos.y - to.pos.y;
        if slope != 0.0 {
            let at = -edge(from, to, 0.0, py) / slope * ppp - 0.5;
            if slope > 0.0 {
                first = first.max(at.floor() - 1.0);
            } else {
                last = last.min(at.ceil() + 2.0);
            }
        }
    }
    first as usize..(last.max(first) as usize).min(row.end)
}

/// Twice the signed area of the triangle `a`, `b`, `(x, y)`.
fn edge(a: Vertex, b: Vertex, x: f32, y: f32) -> f32 {
    (b.pos.x - a.pos.x) * (y - a.pos.y) - (b.pos.y - a.pos.y) * (x - a.pos.x)
}

/// Top-left fill rule, so that triangles sharing an edge never paint a pixel twice.
fn inside(w: f32, a: Vertex, b: Vertex) -> bool {
    let (dx, dy) = (b.pos.x - a.pos.x, b.pos.y - a.pos.y);
    w > 0.0 || (w == 0.0 && (dy < 0.0 || (dy == 0.0 && dx > 0.0)))
}
