//! A process that took memory, time and the way to the disk from itself.

use std::io;

use super::{limits, watch};

/// That this process is confined. What gives a stranger's file to a library asks for it.
#[derive(Debug)]
pub struct Confined(());

#[cfg(fuzzing)]
impl Confined {
    /// A process in which a fuzzer looks after memory and time. The program is never built so.
    pub const fn by_a_fuzzer() -> Self {
        Self(())
    }
}

/// How a process ends that used too much memory, where it has to end itself.
pub(super) const USED_TOO_MUCH: i32 = 86;

/// Takes from this process, for the rest of its life: memory and processor time beyond the [`limits`], memory dumps, and, where the
/// system has limits for it, new files and new processes. What it panics of it says to nobody.
///
/// # Errors
/// If the system does not do it. Then nothing may be read.
pub fn confine() -> io::Result<Confined> {
    std::panic::set_hook(Box::new(|_| {}));
    limit()?;
    // Linux counts what a process asks for and refuses more. Elsewhere it is watched.
    if !cfg!(target_os = "linux") {
        watch::watch(limits::MEMORY, watch::used, || end(USED_TOO_MUCH))?;
    }
    Ok(Confined(()))
}

#[expect(clippy::exit, reason = "a thread of a reader has no other way to end it; there is nothing to be put in order")]
fn end(code: i32) {
    std::process::exit(code);
}

#[cfg(unix)]
fn limit() -> io::Result<()> {
    use rlimit::Resource;
    // The first of the two sends a signal that tells; the second one kills.
    at_most(Resource::CPU, limits::PROCESSOR_SECONDS, limits::PROCESSOR_SECONDS + 1)?;
    at_most(Resource::CORE, 0, 0)?;
    // Pipes are no files in this sense.
    at_most(Resource::FSIZE, 0, 0)?;
    if cfg!(target_os = "linux") {
        at_most(Resource::DATA, limits::MEMORY, limits::MEMORY)?;
        // Beyond standard input, output and error nothing opens, and nothing starts.
        at_most(Resource::NOFILE, 3, 3)?;
        at_most(Resource::NPROC, 0, 0)?;
    }
    Ok(())
}

/// Whoever started the program may have taken more from it than that; a limit that is narrower stays.
#[cfg(unix)]
fn at_most(resource: rlimit::Resource, soft: u64, hard: u64) -> io::Result<()> {
    let (_, most) = resource.get()?;
    resource.set(soft.min(most), hard.min(most))
}

#[cfg(not(unix))]
fn limit() -> io::Result<()> {
    Ok(())
}
