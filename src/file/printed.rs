//! The PDF that is made to be printed: it stands in the program's own folder, the last one alone, until the next start.

use std::path::PathBuf;

use super::{AppFolders, Cause, EntryKind, Storage, StorageError};

/// Writes it and takes away the one before. Returns where it stands.
///
/// # Errors
/// [`StorageError`] if it cannot be written.
pub fn keep_printed(storage: &dyn Storage, folders: &AppFolders, name: &str, bytes: &[u8]) -> Result<PathBuf, StorageError> {
    forget_printed(storage, folders);
    let folder = folders.printed();
    storage.create_folder(&folder)?;
    let path = folder.join(name);
    storage.write_durably(&path, bytes)?;
    Ok(path)
}

/// Takes away what was printed before. What another program still reads may stay: the next time tries again.
pub fn forget_printed(storage: &dyn Storage, folders: &AppFolders) {
    let files = match storage.list(&folders.printed()) {
        Ok(files) => files,
        Err(error) if error.cause == Cause::NotFound => return,
        Err(error) => {
            log::warn!("{error}");
            return;
        }
    };
    for file in files.into_iter().filter(|entry| entry.kind == EntryKind::File) {
        if let Err(error) = storage.remove(&file.path) {
            log::warn!("{error}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::MemoryStorage;

    #[test]
    fn what_was_printed_last_stands_alone_and_goes_with_the_next_start() {
        let (storage, folders) = (MemoryStorage::new(), AppFolders::at("/data"));
        forget_printed(&storage, &folders);
        let first = keep_printed(&storage, &folders, "説明.pdf", b"1").unwrap();
        let second = keep_printed(&storage, &folders, "記録.pdf", b"2").unwrap();
        assert_eq!((storage.get(&first), storage.get(&second).as_deref()), (None, Some(&b"2"[..])));
        forget_printed(&storage, &folders);
        assert_eq!(storage.get(&second), None);
    }
}
