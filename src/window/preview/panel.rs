//! The printed page on the screen: which document, which page, how large; as a picture, or as text.

use egui::accesskit::{Live, Role};
use egui::emath::GuiRounding as _;
use egui::{
    Align, Button, ComboBox, EventFilter, Frame, Id, Key, Layout, Margin, Modifiers, Rect, Response, ScrollArea, Sense,
    StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};

use super::sight::{Stack, Zoom};
use super::state::{Go, MOST_DENSITY, Preview, Shown, View};
use crate::catalogue::{Catalogue, Procedure};
use crate::export::Document;
use crate::record::Record;
use crate::text::{Lang, numbered_item_name, window as words};
use crate::window::theme::{TextKind, UNTINTED, palette, tokens};
use crate::window::widgets::{Tone, badge, drawn, ja_label, ja_layout, message_box, segmented};

/// An A4 page, in typographic points: the size that pages will have before there is one.
const A4: (f32, f32) = (595.28, 841.89);
/// The least and most width of the list of documents, in points.
const LEAST_DOCUMENT: f32 = 80.0;
const MOST_DOCUMENT: f32 = 300.0;
/// How far an arrow key scrolls, in points.
const ARROW: f32 = 60.0;

/// The id of the picture: the one stop of the Tab key among the pages.
pub(in crate::window) fn picture_id() -> Id {
    Id::unique("printed page")
}

impl Preview {
    /// Shows the pages under a bar with their numbers and sizes. Returns what of them is in view.
    pub(in crate::window) fn ui(&mut self, ui: &mut Ui, lang: Lang) -> View {
        let builder = UiBuilder::new().accessibility_role(Role::Region).accessibility_label(words::printed_page(lang));
        ui.scope_builder(builder, |ui| {
            ui.horizontal_wrapped(|ui| {
                self.turning(ui, lang);
                self.sizes(ui, lang);
            });
            self.pages(ui, lang)
        })
        .inner
    }

    /// The same where the size is not chosen: which page it is, and the page.
    pub(in crate::window) fn in_short(&mut self, ui: &mut Ui, lang: Lang) -> View {
        let builder = UiBuilder::new().accessibility_role(Role::Region).accessibility_label(words::printed_page(lang));
        ui.scope_builder(builder, |ui| {
            ui.horizontal(|ui| self.turning(ui, lang));
            self.pages(ui, lang)
        })
        .inner
    }

    /// Which document, and whether it is read as text: within this width, in points, as far as words allow.
    pub(in crate::window) fn choices(&mut self, ui: &mut Ui, record: &Record, catalogue: &Catalogue, width: f32, lang: Lang) {
        let text = ja_layout(ui, words::read_as_text(lang), TextKind::Body, palette(ui).text, f32::INFINITY).size().x;
        let beside = ui.spacing().icon_width + ui.spacing().icon_spacing + text + 2.0 * ui.spacing().item_spacing.x;
        let procedure = catalogue.procedure(record);
        let name = ja_layout(ui, self.document.label(procedure, lang), TextKind::Body, palette(ui).text, f32::INFINITY).size().x;
        let arrow = ui.spacing().icon_width + ui.spacing().icon_spacing + 2.0 * ui.spacing().button_padding.x;
        // Where both do not fit, the second stands in the bar below.
        self.text_is_in_bar = width - beside < (name + arrow).clamp(LEAST_DOCUMENT, MOST_DOCUMENT);
        let room = if self.text_is_in_bar { width } else { width - beside };
        self.which_document(ui, record, procedure, room.clamp(LEAST_DOCUMENT, MOST_DOCUMENT), lang);
        if !self.text_is_in_bar {
            ui.checkbox(&mut self.as_text, words::read_as_text(lang));
        }
    }

    fn which_document(&mut self, ui: &mut Ui, record: &Record, procedure: Procedure, width: f32, lang: Lang) {
        let items = record.items.iter().zip(1..).map(|(item, number)| {
            let name = numbered_item_name(item, number, lang);
            let document = Document::Item(item.id.clone());
            let label = words::document_of_item(document.label(procedure, lang), &name, lang);
            (document, label)
        });
        let whole = Document::of_role(record.role)
            .into_iter()
            .map(|document| (document.clone(), document.label(procedure, lang).to_owned()));
        let choices: Vec<(Document, String)> = whole.chain(items).collect();
        let shown = choices.iter().find(|(document, _)| *document == self.document);
        let text = shown.map_or_else(|| self.document.label(procedure, lang).to_owned(), |(_, label)| label.clone());
        let mut chosen = None;
        let combo = ui
            .scope(|ui| {
                // Without this bound a long name would be shown whole.
                ui.set_max_width(width);
                let combo = ComboBox::from_id_salt("printed document").width(width).truncate().selected_text(drawn(&text));
                combo.show_ui(ui, |ui| {
                    for (document, label) in &choices {
                        if ui.selectable_label(*document == self.document, drawn(label)).clicked() {
                            chosen = Some(document.clone());
                        }
                    }
                })
            })
            .inner;
        combo.response.accessible_name(words::which_document(lang));
        if let Some(document) = chosen.filter(|document| *document != self.document) {
            self.document = document;
            (self.page, self.place, self.go, self.stack) = (0, (0, 0.0), None, None);
        }
    }

    /// Which page.
    fn turning(&mut self, ui: &mut Ui, lang: Lang) {
        let count = self.shown().map_or(0, |shown| shown.sizes.len());
        self.page = self.page.min(count.saturating_sub(1));
        if sign_button(ui, "◀", words::page_before(lang), self.page > 0).clicked() {
            self.go_to(self.page.saturating_sub(1));
        }
        let number = if count == 0 { 0 } else { self.page + 1 };
        let label = ja_label(ui, &words::page_of(number, count, lang), TextKind::Body);
        ui.ctx().accesskit_node_builder(label.id, |node| node.set_live(Live::Polite));
        if sign_button(ui, "▶", words::page_after(lang), self.page + 1 < count).clicked() {
            self.go_to(self.page + 1);
        }
    }

    /// As text, or how large.
    fn sizes(&mut self, ui: &mut Ui, lang: Lang) {
        if self.text_is_in_bar {
            ui.checkbox(&mut self.as_text, words::read_as_text(lang));
        }
        if self.as_text {
            return;
        }
        ui.add_space(8.0);
        let options = [(Zoom::Whole, words::whole_page(lang)), (Zoom::Width, words::page_width(lang))];
        let zoom = segmented(ui, Id::unique("page zoom"), words::page_zoom(lang), &options, &self.zoom, None);
        self.zoom = zoom.unwrap_or(self.zoom);
        let shown = self.stack.as_ref().map_or(100, Stack::percent);
        if sign_button(ui, "−", words::page_smaller(lang), Zoom::smaller(shown) != Zoom::Percent(shown)).clicked() {
            self.zoom = Zoom::smaller(shown);
        }
        ja_label(ui, &format!("{shown}%"), TextKind::Small);
        if sign_button(ui, "＋", words::page_larger(lang), Zoom::larger(shown) != Zoom::Percent(shown)).clicked() {
            self.zoom = Zoom::larger(shown);
        }
    }

    fn go_to(&mut self, page: usize) {
        self.page = page;
        self.go = Some(Go::Page(page));
    }

    /// The pages themselves, or what stands in their place.
    fn pages(&mut self, ui: &mut Ui, lang: Lang) -> View {
        let rect = ui.available_rect_before_wrap();
        if let Some(message) = self.problem() {
            message_box(ui, Tone::Error, message);
            return self.nothing_in_view(ui, rect.size());
        }
        let is_stale = self.is_stale();
        let shown = self.shown.take_if(|shown| self.wanted.as_ref().is_some_and(|wanted| shown.source.is_sheet_of(wanted)));
        let Some(mut shown) = shown else {
            ja_label(ui, words::first_being_set(lang), TextKind::Small);
            let first = View { pages: 0..1, ..self.nothing_in_view(ui, rect.size()) };
            return if self.as_text { View { pages: 0..0, ..first } } else { first };
        };
        let view = if self.as_text {
            self.text(ui, &mut shown, lang);
            self.nothing_in_view(ui, rect.size())
        } else {
            self.pictures(ui, rect, &mut shown, lang)
        };
        self.shown = Some(shown);
        if is_stale {
            being_set(ui, rect, lang);
        }
        view
    }

    fn nothing_in_view(&self, ui: &Ui, room: Vec2) -> View {
        let pages = self.shown.as_ref().map_or_else(|| vec![A4], |shown| shown.sizes.clone());
        View { pages: 0..0, density: density(ui, &Stack::new(&pages, self.zoom, room), &pages) }
    }

    fn text(&self, ui: &mut Ui, shown: &mut Shown, lang: Lang) {
        let name = words::text_of_page(self.page + 1, shown.sizes.len(), lang);
        let builder = UiBuilder::new().accessibility_role(Role::Document).accessibility_label(name);
        ui.scope_builder(builder, |ui| {
            ScrollArea::vertical().id_salt(("printed text", self.page)).auto_shrink(false).show(ui, |ui| {
                for line in shown.text(self.page).lines() {
                    ja_label(ui, line, TextKind::Body);
                }
            });
        });
    }

    fn pictures(&mut self, ui: &mut Ui, rect: Rect, shown: &mut Shown, lang: Lang) -> View {
        ui.painter().rect_filled(rect, 0, palette(ui).surface);
        let stack = Stack::new(&shown.sizes, self.zoom, rect.size());
        // It lies under the scroll bars, which are operated by themselves.
        let eye = ui.interact(rect, picture_id(), Sense::click());
        self.keys(ui, &eye, &stack, rect.height());
        let lowest = (stack.size.y - rect.height()).max(0.0);
        let mut sideways = None;
        let target = match self.go.take() {
            Some(Go::Page(page)) => Some(stack.top_of(page)),
            Some(Go::Height(height)) => Some(height),
            Some(Go::Sideways(left)) => {
                sideways = Some(left.clamp(0.0, (stack.size.x - rect.width()).max(0.0)));
                None
            }
            None if self.stack.as_ref().is_some_and(|before| *before != stack) => Some(stack.height_of(self.place)),
            None => None,
        };
        let salt = ("printed pages", self.turn, &self.document);
        let mut area = ScrollArea::both().id_salt(salt).auto_shrink(false).content_margin(Margin::ZERO);
        if let Some(target) = target {
            area = area.vertical_scroll_offset(target.clamp(0.0, lowest));
        }
        if let Some(left) = sideways {
            area = area.horizontal_scroll_offset(left);
        }
        let output = area.show_viewport(ui, |ui, viewport| {
            let origin = ui.max_rect().min.to_vec2();
            let pages = stack.in_view(viewport.top(), viewport.bottom());
            for page in pages.clone() {
                if let Some(rect) = stack.rect(page) {
                    paint_page(ui, rect.translate(origin), shown, page);
                }
            }
            ui.allocate_space(stack.size);
            pages
        });
        let Vec2 { x: left, y: top } = output.state.clamped_offset();
        if target.is_none() && (top - self.top).abs() > 0.5 {
            self.page = stack.looked_at(top, rect.height());
        }
        (self.top, self.left, self.place) = (top, left, stack.place(top));
        self.page = self.page.min(shown.sizes.len().saturating_sub(1));
        self.describe(ui, &eye, shown, lang);
        let density = density(ui, &stack, &shown.sizes);
        self.stack = Some(stack);
        View { pages: output.inner, density }
    }

    /// What a screen reader says of the picture: which page it is, and all that stands on it.
    fn describe(&self, ui: &Ui, eye: &Response, shown: &mut Shown, lang: Lang) {
        let name = words::picture_of_page(self.page + 1, shown.sizes.len(), lang);
        eye.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
        let text = shown.text(self.page);
        ui.ctx().accesskit_node_builder(eye.id, |node| node.set_description(text));
        eye.clone().on_hover_text(words::page_keys(lang));
    }

    /// The keys of the picture, while it has the focus; and the wheel with Ctrl.
    fn keys(&mut self, ui: &Ui, eye: &Response, stack: &Stack, room: f32) {
        let factor = ui.input(egui::InputState::zoom_delta);
        if ui.rect_contains_pointer(eye.rect) && (factor - 1.0).abs() > 1e-3 {
            self.zoom = Zoom::times(stack.percent(), factor);
            ui.ctx().request_repaint();
        }
        if eye.clicked() {
            eye.request_focus();
        }
        if !eye.has_focus() {
            return;
        }
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..Default::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(eye.id, filter));
        let last = stack.count().saturating_sub(1);
        let keys = [
            Key::PageDown,
            Key::PageUp,
            Key::Home,
            Key::End,
            Key::ArrowDown,
            Key::ArrowUp,
            Key::ArrowRight,
            Key::ArrowLeft,
            Key::Plus,
            Key::Equals,
            Key::Minus,
            Key::Num0,
        ];
        let pressed = ui.input_mut(|input| keys.into_iter().find(|key| input.consume_key(Modifiers::NONE, *key)));
        match pressed {
            Some(Key::PageDown) => self.go_to((self.page + 1).min(last)),
            Some(Key::PageUp) => self.go_to(self.page.saturating_sub(1)),
            Some(Key::Home) => self.go_to(0),
            Some(Key::End) => self.go_to(last),
            Some(Key::ArrowDown) => self.scroll(self.top + ARROW, stack, room),
            Some(Key::ArrowUp) => self.scroll(self.top - ARROW, stack, room),
            Some(Key::ArrowRight) => self.go = Some(Go::Sideways(self.left + ARROW)),
            Some(Key::ArrowLeft) => self.go = Some(Go::Sideways(self.left - ARROW)),
            Some(Key::Plus | Key::Equals) => self.zoom = Zoom::larger(stack.percent()),
            Some(Key::Minus) => self.zoom = Zoom::smaller(stack.percent()),
            Some(Key::Num0) => self.zoom = Zoom::Width,
            _ => return,
        }
        ui.ctx().request_repaint();
    }

    fn scroll(&mut self, top: f32, stack: &Stack, room: f32) {
        self.page = stack.looked_at(top.clamp(0.0, (stack.size.y - room).max(0.0)), room);
        self.go = Some(Go::Height(top));
    }
}

/// Pixels for a typographic point at which these pages are drawn.
fn density(ui: &Ui, stack: &Stack, pages: &[(f32, f32)]) -> f32 {
    let longest = pages.iter().map(|(width, height)| width.max(*height)).fold(1.0, f32::max);
    let side = ui.input(|input| input.max_texture_side) as f32;
    (stack.scale * ui.pixels_per_point()).min(MOST_DENSITY).min((side - 1.0) / longest)
}

/// A sheet, white until its picture is there. A picture drawn for another size is stretched meanwhile.
fn paint_page(ui: &Ui, rect: Rect, shown: &Shown, page: usize) {
    let rect = rect.round_to_pixels(ui.pixels_per_point());
    let painter = ui.painter();
    painter.rect(rect, 0, palette(ui).page, palette(ui).line(), StrokeKind::Outside);
    let Some(picture) = shown.pictures.get(&page) else { return };
    let exact = picture.texture.size_vec2() / ui.pixels_per_point();
    let fits = (exact - rect.size()).abs().max_elem() < 1.0;
    let rect = if fits { Rect::from_min_size(rect.min, exact) } else { rect };
    let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    painter.image(picture.texture.id(), rect, whole, UNTINTED);
}

/// 更新中, in the corner of the pages.
fn being_set(ui: &mut Ui, rect: Rect, lang: Lang) {
    let corner = Rect::from_min_max(pos2(rect.left(), rect.top() + 6.0), pos2(rect.right() - 16.0, rect.top() + 34.0));
    ui.scope_builder(UiBuilder::new().max_rect(corner).layout(Layout::right_to_left(Align::Min)), |ui| {
        Frame::new().fill(palette(ui).page).show(ui, |ui| badge(ui, words::being_set(lang), Tone::Key));
    });
}

/// A button with a sign for its text.
fn sign_button(ui: &mut Ui, sign: &str, name: &str, enabled: bool) -> Response {
    let galley =
        ja_layout(ui, sign, TextKind::Body, if enabled { palette(ui).key } else { palette(ui).text_muted }, f32::INFINITY);
    let button = Button::new(galley).min_size(vec2(tokens::TARGET_HEIGHT, tokens::TARGET_HEIGHT));
    let response = ui.add_enabled(enabled, button).on_hover_text(name);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    response
}
