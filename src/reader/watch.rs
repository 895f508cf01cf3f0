//! Watching how much memory a process uses, where the system itself knows no limit of it.

use std::thread::Builder;
use std::time::Duration;

/// How often it is looked at. Between two looks a library does not take more than a few dozen MiB.
const PAUSE: Duration = Duration::from_millis(5);

/// Ends this process by `end` as soon as it uses more than `most` bytes, or as soon as nobody can tell how much it uses.
///
/// # Errors
/// If nobody can watch.
pub(super) fn watch(most: u64, used: fn() -> Option<u64>, end: fn()) -> std::io::Result<()> {
    let watching = move || {
        while used().is_some_and(|used| used <= most) {
            std::thread::sleep(PAUSE);
        }
        end();
    };
    Builder::new().name("watch".to_owned()).spawn(watching).map(drop)
}

/// How many bytes this process uses.
pub(super) fn used() -> Option<u64> {
    memory_stats::memory_stats().and_then(|used| u64::try_from(used.physical_mem).ok())
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::sync::{Mutex, OnceLock};

    use super::*;

    static ENDED: OnceLock<Mutex<mpsc::Sender<()>>> = OnceLock::new();

    #[test]
    fn who_uses_more_than_allowed_is_ended() {
        let (ended, wait) = mpsc::channel();
        ENDED.set(Mutex::new(ended)).unwrap();
        let now = used().unwrap();
        assert!(now > 100_000, "{now}");
        watch(now / 2, used, || ENDED.get().unwrap().lock().unwrap().send(()).unwrap()).unwrap();
        wait.recv_timeout(Duration::from_secs(60)).unwrap();
    }
}
