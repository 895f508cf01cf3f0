//! What the case is called.

use std::path::PathBuf;

use crate::record::Record;

/// What the case is called, by the first name there is: the case, the service, the task, the file.
pub fn case_name(record: &Record, path: Option<&PathBuf>) -> String {
    let names = [record.case_name.as_str(), record.service.name.as_str(), record.agency.task_name.as_str()];
    let named = names.into_iter().find(|name| !name.trim().is_empty()).map(str::to_owned);
    let from_path = || path.and_then(|path| path.file_name()).map(|name| name.to_string_lossy().into_owned());
    named.or_else(from_path).unwrap_or_default()
}
