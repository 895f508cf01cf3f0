//! A bordered table whose cells hold anything. Rows are as high as their highest cell; roles are given to assistive technology.

use egui::accesskit::Role;
use egui::layers::ShapeIdx;
use egui::{Color32, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, UiBuilder, vec2};

use crate::window::theme::{CLEAR, palette, tokens};

/// Around what stands in a cell, in points.
pub const CELL_PADDING: f32 = 9.0;

/// How wide a column is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Column {
    /// So many points.
    Fixed(f32),
    /// A share of what the fixed ones leave, and no less than so many points.
    Share {
        /// Its weight beside the other shares.
        weight: f32,
        /// The least width, in points.
        least: f32,
    },
}

/// A table being shown.
pub struct Table<'a> {
    ui: &'a mut Ui,
    widths: Vec<f32>,
}

/// A row being shown; cells come from left to right.
pub struct Row<'a> {
    ui: &'a mut Ui,
    widths: &'a [f32],
    next: usize,
    left: f32,
    bottom: f32,
    role: Role,
    cells: Vec<Cell>,
}

/// A cell that was shown: its top edge, what its ground will be painted as, and the edge of one that stands out.
struct Cell {
    top_edge: Rect,
    background: ShapeIdx,
    fill: Color32,
    edge: Option<Stroke>,
}

/// Shows a table. `name` is what a screen reader calls it.
pub fn table<R>(ui: &mut Ui, id_salt: &str, name: &str, columns: &[Column], contents: impl FnOnce(&mut Table<'_>) -> R) -> R {
    let widths = widths(columns, ui.available_width());
    let builder = UiBuilder::new().id_salt(id_salt).accessibility_role(Role::Table).accessibility_label(name);
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        contents(&mut Table { ui, widths })
    })
    .inner
}

fn widths(columns: &[Column], available: f32) -> Vec<f32> {
    let fixed: f32 = columns.iter().map(|column| if let Column::Fixed(width) = column { *width } else { 0.0 }).sum();
    let weights: f32 = columns.iter().map(|column| if let Column::Share { weight, .. } = column { *weight } else { 0.0 }).sum();
    let rest = (available - fixed).max(0.0);
    columns
        .iter()
        .map(|column| match *column {
            Column::Fixed(width) => width,
            Column::Share { weight, least } => (rest * weight / weights.max(f32::EPSILON)).max(least),
        })
        .collect()
}

impl Table<'_> {
    /// The head row.
    pub fn head<R>(&mut self, contents: impl FnOnce(&mut Row<'_>) -> R) -> R {
        self.line(palette(self.ui).surface, Role::ColumnHeader, contents)
    }

    /// A row on the page's colour.
    pub fn row<R>(&mut self, contents: impl FnOnce(&mut Row<'_>) -> R) -> R {
        self.line(palette(self.ui).page, Role::Cell, contents)
    }

    /// A row on another colour.
    pub fn row_on<R>(&mut self, fill: Color32, contents: impl FnOnce(&mut Row<'_>) -> R) -> R {
        self.line(fill, Role::Cell, contents)
    }

    /// Leaves so many points for rows that are not in view.
    pub fn gap(&mut self, height: f32) {
        self.ui.add_space(height);
    }

    /// The top edge of the next row.
    pub fn top(&self) -> f32 {
        self.ui.cursor().top()
    }

    fn line<R>(&mut self, fill: Color32, role: Role, contents: impl FnOnce(&mut Row<'_>) -> R) -> R {
        let start = self.ui.cursor().min;
        let builder = UiBuilder::new().accessibility_role(Role::Row);
        let background = self.ui.painter().add(Shape::Noop);
        let widths = &self.widths;
        self.ui
            .scope_builder(builder, |ui| {
                let mut row = Row { ui, widths, next: 0, left: start.x, bottom: start.y, role, cells: Vec::new() };
                let result = contents(&mut row);
                let Row { bottom, cells, .. } = row;
                let rect = Rect::from_min_max(start, Pos2::new(start.x + widths.iter().sum::<f32>(), bottom));
                ui.painter().set(background, Shape::rect_filled(rect, 0, fill));
                let stroke = palette(ui).line();
                for Cell { top_edge, background, fill, edge } in cells {
                    let cell = Rect::from_min_max(top_edge.min, Pos2::new(top_edge.right(), bottom));
                    ui.painter().set(background, Shape::rect_filled(cell, 0, fill));
                    ui.painter().rect_stroke(cell, 0, stroke, StrokeKind::Middle);
                    if let Some(edge) = edge {
                        ui.painter().rect_stroke(cell, 0, edge, StrokeKind::Inside);
                    }
                }
                ui.advance_cursor_after_rect(rect);
                result
            })
            .inner
    }
}

impl Row<'_> {
    /// What it is drawn in.
    pub fn ui(&self) -> &Ui {
        self.ui
    }

    /// The next cell.
    pub fn cell<R>(&mut self, contents: impl FnOnce(&mut Ui) -> R) -> R {
        self.span(1, CLEAR, contents)
    }

    /// The next cell, which stands out: on the ground of a warning and with its edge, which is what is seen of it in high contrast.
    pub fn cell_marked<R>(&mut self, contents: impl FnOnce(&mut Ui) -> R) -> R {
        let (fill, edge) = (palette(self.ui).warning_ground, palette(self.ui).warning_edge());
        self.place(1, fill, Some(edge), contents)
    }

    /// A cell over the next `columns` columns.
    pub fn span<R>(&mut self, columns: usize, fill: Color32, contents: impl FnOnce(&mut Ui) -> R) -> R {
        self.place(columns, fill, None, contents)
    }

    fn place<R>(&mut self, columns: usize, fill: Color32, edge: Option<Stroke>, contents: impl FnOnce(&mut Ui) -> R) -> R {
        let width: f32 = self.widths.iter().skip(self.next).take(columns).sum();
        let top = self.ui.max_rect().top();
        let outer = Rect::from_min_size(Pos2::new(self.left, top), vec2(width, f32::INFINITY));
        let inner =
            Rect::from_min_max(outer.min + vec2(CELL_PADDING, 6.0), Pos2::new(outer.right() - CELL_PADDING, top + 100_000.0));
        let background = self.ui.painter().add(Shape::Noop);
        let builder = UiBuilder::new().id_salt(self.next).max_rect(inner).accessibility_role(self.role);
        let mut cell = self.ui.new_child(builder);
        cell.spacing_mut().item_spacing = vec2(6.0, 4.0);
        let result = contents(&mut cell);
        let bottom = (cell.min_rect().bottom() + 6.0).max(top + tokens::CHIP_HEIGHT);
        self.bottom = self.bottom.max(bottom);
        let top_edge = Rect::from_min_max(outer.min, Pos2::new(outer.right(), top));
        self.cells.push(Cell { top_edge, background, fill, edge });
        self.next += columns;
        self.left += width;
        result
    }
}
