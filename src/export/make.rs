//! What is made of a record as it is asked for: one file, or all files of a set.

use super::{ExportError, ExportInput, ExportedFile, FileRole, Packing, Product};
use super::{one_file, set};

/// Makes one file.
///
/// # Errors
/// [`ExportError::NotFinal`] if a final copy is asked for and the record does not allow one; [`ExportError::NoSuchItem`] as
/// [`report`](super::report); [`ExportError::NotOscal`] if OSCAL would have to say more than the record holds; the others only if
/// the program itself is at fault.
pub fn render(product: &Product, input: &ExportInput<'_>) -> Result<Vec<u8>, ExportError> {
    match product {
        Product::Document(document, medium) => one_file::document(document, *medium, input),
        Product::Data(data) => one_file::data(*data, input),
        Product::Set(_, documents) => set::pack(&set::pre_application(documents, input)?),
    }
}

/// Makes a product: one file, or the files of the set, which then belong into a folder of the product's name.
///
/// # Errors
/// As [`render`].
pub fn make(product: &Product, input: &ExportInput<'_>) -> Result<Vec<ExportedFile>, ExportError> {
    match product {
        Product::Set(Packing::Folder, documents) => set::pre_application(documents, input),
        one_file => {
            let name = one_file.file_name(input.record, input.lang);
            Ok(vec![ExportedFile { name, bytes: render(one_file, input)?, role: FileRole::Document }])
        }
    }
}
