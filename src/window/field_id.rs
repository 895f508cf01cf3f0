//! The id of the widget that stands for a field.

use egui::Id;

use crate::record::Field;

/// The id of the widget that stands for a field. Jumping to a field focuses the widget with this id.
pub fn field_id(field: &Field) -> Id {
    Id::unique(("field", field))
}
