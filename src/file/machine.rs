//! What names this computer, so that a file left on a share can say where it was made.

use std::path::Path;
use std::sync::OnceLock;

use crate::record::ContentDigest;

/// The computer's name as the operating system calls it; empty where it has none.
pub(super) fn host_name() -> String {
    ["COMPUTERNAME", "HOSTNAME"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok())
        .or_else(|| first_line("/proc/sys/kernel/hostname"))
        .unwrap_or_default()
}

/// Names this computer among those that share a folder; several may be called `localhost`. It tells nothing about the computer.
pub(super) fn this_computer() -> &'static str {
    static NAME: OnceLock<String> = OnceLock::new();
    NAME.get_or_init(|| {
        let of_system = first_line("/etc/machine-id").unwrap_or_default();
        ContentDigest::of(format!("{}\n{of_system}", host_name()).as_bytes()).short().to_owned()
    })
}

/// Names those processes whose numbers mean the same: of one computer since it was started, and of one container in it. Nothing
/// where the system does not tell.
pub(super) fn processes_here() -> Option<String> {
    let started = first_line("/proc/sys/kernel/random/boot_id")?;
    let container = std::fs::read_link("/proc/self/ns/pid").ok()?;
    Some(ContentDigest::of(format!("{started}\n{}", container.display()).as_bytes()).short().to_owned())
}

/// Whether a process of [`processes_here`] has surely ended.
pub(super) fn has_ended(process: u32) -> bool {
    let processes = Path::new("/proc");
    // Where the first process cannot be seen, those of others are hidden.
    processes.join("1").exists() && !processes.join(process.to_string()).exists()
}

fn first_line(path: &str) -> Option<String> {
    std::fs::read_to_string(path).ok().map(|text| text.trim().to_owned())
}
