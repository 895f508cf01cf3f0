//! The system ends the program: by a signal, by logging off, by closing the terminal it was started from.
//!
//! On Unix these are SIGTERM, SIGHUP and SIGINT. Windows tells windows of it by a message (`WM_ENDSESSION`) that the windowing library
//! does not hand on and that could be had only by code that is not safe; there a snapshot is written as soon as the window is left.

#[cfg(not(unix))]
pub(super) use elsewhere::{Heard, listen};
#[cfg(unix)]
pub(super) use unix::{Heard, listen};

#[cfg(not(unix))]
mod elsewhere {
    use crate::window::LastState;
    use crate::window::jobs::Stop;

    /// Nothing is heard.
    pub struct Heard;

    /// Nothing can be listened to.
    pub fn listen(_: LastState, _: Stop, _: &egui::Context) -> Heard {
        Heard
    }
}

#[cfg(unix)]
mod unix {
    use std::io;
    use std::sync::Arc;
    use std::sync::atomic::AtomicBool;
    use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
    use std::time::Duration;

    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    use signal_hook::{flag, low_level};

    use crate::window::LastState;
    use crate::window::jobs::Stop;

    /// What ends a program, kindly.
    const ENDINGS: [i32; 3] = [SIGTERM, SIGHUP, SIGINT];

    /// How long the window may take to close once the snapshot is written. A share that hangs would hold it up for ever.
    const PATIENCE: Duration = Duration::from_secs(3);

    /// Lives as long as the window.
    pub struct Heard {
        _alive: Option<Sender<()>>,
    }

    /// Writes what was not saved when a signal wants the program to end, and has the window close then. A second signal ends the
    /// program at once.
    pub fn listen(last_state: LastState, end: Stop, ctx: &egui::Context) -> Heard {
        let (alive, gone) = channel();
        let ctx = ctx.clone();
        match begin(
            last_state,
            move || {
                end.ask();
                ctx.request_repaint();
            },
            gone,
        ) {
            Ok(()) => Heard { _alive: Some(alive) },
            Err(error) => {
                log::warn!("signals are not listened to: {error}");
                Heard { _alive: None }
            }
        }
    }

    fn begin(last_state: LastState, close: impl Fn() + Send + 'static, gone: Receiver<()>) -> io::Result<()> {
        let was_asked = Arc::new(AtomicBool::new(false));
        for signal in ENDINGS {
            // In this order: a first signal finds the mark unset, then sets it.
            flag::register_conditional_default(signal, Arc::clone(&was_asked))?;
            flag::register(signal, Arc::clone(&was_asked))?;
        }
        let mut signals = Signals::new(ENDINGS)?;
        let wait = move || {
            let Some(signal) = signals.forever().next() else { return };
            last_state.write_at_last();
            close();
            if gone.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                low_level::emulate_default_handler(signal).ok();
            }
        };
        std::thread::Builder::new().name("signals".to_owned()).spawn(wait).map(drop)
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::process::ExitStatusExt as _;
    use std::path::Path;
    use std::process::{Command, Stdio};
    use std::sync::Arc;

    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::low_level::raise;
    use uuid::Uuid;

    use crate::file::{AppFolders, DiskStorage, Entry, Lock, Readers, Session, SnapshotMeta, Storage, StorageError};
    use crate::record::{Date, Edit, Field, Record, RecordId, Role, TextField};
    use crate::window::jobs::Stop;
    use crate::window::state::{LastState, Unsaved};

    /// The folder of the child of these tests, and the signal it raises.
    const CHILD: &str = "LIU_WIZARD_TEST_SIGNAL";
    const THIS: &str = "window::shell::signals::tests::a_signal_keeps_what_was_not_saved_and_then_ends_the_program";

    fn session(folder: &Path, id: u128) -> Session {
        Session::begin(Arc::new(DiskStorage::new()), AppFolders::at(folder), Uuid::from_u128(id)).unwrap()
    }

    /// A program with unsaved text gets a signal. Its window never closes, as if a share held it up.
    fn child(folder: &Path, signal: i32) -> ! {
        let last_state = LastState::default();
        last_state.set(Some(unsaved("会議", session(folder, 1))));
        let _heard = super::listen(last_state, Stop::default(), &egui::Context::default());
        raise(signal).unwrap();
        loop {
            std::thread::park();
        }
    }

    fn unsaved(name: &str, session: Session) -> Unsaved {
        let catalogue = crate::catalogue::Catalogue::shipped().unwrap();
        let (id, today) = (RecordId::new("r").unwrap(), Date::new(2026, 11, 23).unwrap());
        let mut record = Record::new(id, Role::Agency, today, catalogue.profiles.first().unwrap().id.clone(), catalogue.pin());
        let field = Field::Text(TextField::CaseName);
        record.apply(Edit::SetText { field, text: name.to_owned() }).unwrap();
        let meta = SnapshotMeta { original: None, base: None, taken: jiff::Timestamp::UNIX_EPOCH, own_save: None };
        Unsaved { session: Arc::new(session), record: Arc::new(record), meta }
    }

    /// The folder of the child of the test of two signals, and whether the second one comes before or after the snapshot is whole.
    const CHILD_OF_TWO: &str = "LIU_WIZARD_TEST_TWO_SIGNALS";
    const TWO: &str =
        "window::shell::signals::tests::a_second_signal_ends_the_program_at_once_with_the_former_or_the_new_snapshot";

    /// A disk on which a signal comes while a file is written.
    #[derive(Debug)]
    struct Interrupted {
        is_whole: bool,
    }

    impl Storage for Interrupted {
        fn read(&self, path: &Path, max_bytes: u64) -> Result<Vec<u8>, StorageError> {
            DiskStorage::new().read(path, max_bytes)
        }

        fn write_durably(&self, path: &Path, bytes: &[u8]) -> Result<(), StorageError> {
            self.write_for(path, bytes, Readers::AsBefore)
        }

        fn write_for(&self, path: &Path, bytes: &[u8], readers: Readers<'_>) -> Result<(), StorageError> {
            if self.is_whole {
                DiskStorage::new().write_for(path, bytes, readers)?;
            }
            raise(SIGTERM).unwrap();
            // It comes to this only where a second signal does not end the program at once, which the test is to see.
            std::process::abort();
        }

        fn create_new(&self, path: &Path, bytes: &[u8]) -> Result<(), StorageError> {
            DiskStorage::new().create_new(path, bytes)
        }

        fn list(&self, folder: &Path) -> Result<Vec<Entry>, StorageError> {
            DiskStorage::new().list(folder)
        }

        fn remove(&self, path: &Path) -> Result<(), StorageError> {
            DiskStorage::new().remove(path)
        }

        fn create_folder(&self, path: &Path) -> Result<(), StorageError> {
            DiskStorage::new().create_folder(path)
        }

        fn lock(&self, path: &Path) -> Result<Box<dyn Lock>, StorageError> {
            DiskStorage::new().lock(path)
        }

        fn is_locked(&self, path: &Path) -> Result<bool, StorageError> {
            DiskStorage::new().is_locked(path)
        }
    }

    /// A program whose former snapshot is written gets a signal, and a second one while it writes the new one.
    fn child_of_two(folder: &Path, is_whole: bool) -> ! {
        let former = unsaved("前", session(folder, 1));
        former.session.snapshot(&former.record, &former.meta).unwrap();
        drop(former);
        let interrupted = Session::begin(Arc::new(Interrupted { is_whole }), AppFolders::at(folder), Uuid::from_u128(1)).unwrap();
        let last_state = LastState::default();
        last_state.set(Some(unsaved("後", interrupted)));
        let _heard = super::listen(last_state, Stop::default(), &egui::Context::default());
        raise(SIGTERM).unwrap();
        loop {
            std::thread::park();
        }
    }

    #[test]
    fn a_second_signal_ends_the_program_at_once_with_the_former_or_the_new_snapshot() {
        if let Some((folder, is_whole)) = std::env::var(CHILD_OF_TWO).ok().as_deref().and_then(|said| said.split_once('|')) {
            child_of_two(Path::new(folder), is_whole == "true");
        }
        for (is_whole, name) in [(false, "前"), (true, "後")] {
            let folder = tempfile::tempdir().unwrap();
            let said = format!("{}|{is_whole}", folder.path().display());
            let mut command = Command::new(std::env::current_exe().unwrap());
            command.args(["--exact", TWO]).env(CHILD_OF_TWO, said).stdout(Stdio::null()).stderr(Stdio::null());
            assert_eq!(command.status().unwrap().signal(), Some(SIGTERM), "it does not wait for the snapshot");
            let orphans = session(folder.path(), 2).orphans().unwrap();
            let kept: Vec<_> = orphans.iter().map(|orphan| orphan.content.as_ref().unwrap().record.case_name.as_str()).collect();
            assert_eq!(kept, [name]);
        }
    }

    #[test]
    fn a_signal_keeps_what_was_not_saved_and_then_ends_the_program() {
        if let Some((folder, signal)) = std::env::var(CHILD).ok().as_deref().and_then(|said| said.split_once('|')) {
            child(Path::new(folder), signal.parse().unwrap());
        }
        let children = [SIGTERM, SIGHUP, SIGINT].map(|signal| {
            let folder = tempfile::tempdir().unwrap();
            let said = format!("{}|{signal}", folder.path().display());
            let mut command = Command::new(std::env::current_exe().unwrap());
            let child = command.args(["--exact", THIS]).env(CHILD, said).stdout(Stdio::null()).stderr(Stdio::null());
            (signal, child.spawn().unwrap(), folder)
        });
        for (signal, mut child, folder) in children {
            assert_eq!(child.wait().unwrap().signal(), Some(signal), "it ends as the signal says");
            let orphans = session(folder.path(), 2).orphans().unwrap();
            let kept = orphans.first().and_then(|orphan| orphan.content.as_ref().ok());
            assert_eq!(kept.map(|kept| kept.record.case_name.as_str()), Some("会議"));
        }
    }
}
