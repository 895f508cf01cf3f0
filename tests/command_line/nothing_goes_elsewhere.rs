//! A whole journey without a display is watched at the door of the system: no command asks for a socket of the network, and each
//! writes only into the folder of its files and into the program's own. `.ci/traces` watches the window in the same way.
#![allow(clippy::unwrap_used, clippy::panic, reason = "what a test cannot prepare fails it")]

use std::path::{Component, Path, PathBuf};
use std::process::{Command, Stdio};

use crate::support::command_line::Desk;
use crate::support::workbook::answered;

/// The calls by which a program reaches a network or changes a disk.
const WATCHED: &str = "trace=socket,socketpair,connect,sendto,sendmsg,bind,openat,openat2,open,creat,rename,renameat,renameat2,\
    unlink,unlinkat,mkdir,mkdirat,rmdir,link,linkat,symlink,symlinkat,mknod,mknodat,truncate,chmod,fchmodat,chown,fchownat,\
    utimensat,setxattr,io_uring_setup";

/// What a command asked of the system.
struct Watched {
    code: Option<i32>,
    calls: Vec<String>,
}

/// Runs a command under strace.
fn watched(desk: &Desk, arguments: &[&str]) -> Watched {
    let trace = tempfile::NamedTempFile::new().unwrap();
    let plain = desk.command(arguments);
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "-y", "-s", "4096", "-e", WATCHED, "-o"]).arg(trace.path());
    command.arg(plain.get_program()).args(plain.get_args()).current_dir(desk.folder.path()).stdin(Stdio::null());
    for (name, value) in plain.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    let output = command.output().unwrap();
    Watched { code: output.status.code(), calls: calls(&std::fs::read_to_string(trace.path()).unwrap()) }
}

/// The calls of a trace without the number of the process; those that another process interrupted are put together again.
fn calls(trace: &str) -> Vec<String> {
    let mut begun: Vec<(&str, &str)> = Vec::new();
    let mut whole = Vec::new();
    for line in trace.lines() {
        let Some((process, call)) = line.split_once(' ') else { continue };
        let call = call.trim_start();
        if let Some(first) = call.strip_suffix(" <unfinished ...>") {
            begun.push((process, first));
        } else if let Some((_, rest)) = call.strip_prefix("<... ").and_then(|call| call.split_once(" resumed>")) {
            let at = begun.iter().position(|(other, _)| *other == process).unwrap();
            whole.push(format!("{}{rest}", begun.remove(at).1));
        } else {
            whole.push(call.to_owned());
        }
    }
    // A process that was killed in a call has no second half of it.
    whole.extend(begun.into_iter().map(|(_, first)| first.to_owned()));
    whole
}

/// The sockets that reach further than this machine.
fn sockets(calls: &[String]) -> Vec<&String> {
    let is_local = |call: &str| ["(AF_UNIX", "(AF_LOCAL"].iter().any(|family| call.contains(family));
    calls.iter().filter(|call| call.starts_with("socket") && !is_local(call)).collect()
}

/// The paths that were written, made, renamed or removed, with `here` before those that are relative. What only reads, and what
/// the system refused, is none.
fn written(calls: &[String], here: &Path) -> Vec<PathBuf> {
    let mut paths = Vec::new();
    for call in calls {
        let name = call.split('(').next().unwrap_or_default();
        let reads =
            name.starts_with("open") && !["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC"].iter().any(|flag| call.contains(flag));
        let is_of_the_network = ["socket", "connect", "send", "bind", "io_uring"].iter().any(|start| name.starts_with(start));
        if reads || is_of_the_network || call.contains(" = -1 ") {
            continue;
        }
        let pieces: Vec<&str> = call.split('"').collect();
        for pair in pieces.chunks_exact(2) {
            let [before, path] = pair else { continue };
            // A descriptor right before a path says in `<>` which folder it is relative to.
            let folder = before
                .strip_suffix(">, ")
                .and_then(|before| before.rsplit_once('<'))
                .map_or(here, |(_, folder)| Path::new(folder));
            paths.push(plain(&folder.join(path)));
        }
    }
    paths
}

/// A path without `.` and `..`.
fn plain(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut plain, part| {
        match part {
            Component::ParentDir => drop(plain.pop()),
            Component::CurDir => {}
            part => plain.push(part),
        }
        plain
    })
}

/// What was written and belongs neither to the files, nor to the program, nor to the terminal.
fn elsewhere(watched: &Watched, desk: &Desk) -> Vec<PathBuf> {
    let own = [desk.folder.path().canonicalize().unwrap(), desk.data().canonicalize().unwrap()];
    let mut paths = written(&watched.calls, &own[0]);
    paths.retain(|path| {
        let is_own = own.iter().any(|own| path.starts_with(own))
            || [desk.folder.path(), desk.data()].iter().any(|own| path.starts_with(own));
        !is_own && path != Path::new("/dev/null") && path != Path::new("/dev/tty")
    });
    paths
}

fn has_strace() -> bool {
    Command::new("strace").arg("-V").stdout(Stdio::null()).status().is_ok()
}

#[test]
fn no_command_asks_for_a_socket_of_the_network_or_writes_elsewhere() {
    if !has_strace() {
        return;
    }
    let desk = Desk::new();
    let journey: [&[&str]; 12] = [
        &["example", "."],
        &["new", "new"],
        &["list", "."],
        &["check", "LIU-A1.liu.ron"],
        &["show", "LIU-A1.liu.ron", "--json"],
        &["export", "LIU-A1.liu.ron", "--to", "out", "--format", "pdf,docx,xlsx,md,csv,json,ron,oscal"],
        &["package", "result", "LIU-A1.liu.ron", "--to", "result"],
        &["import", "filled.xlsx", "--into", "LIU-A1.liu.ron", "--accept", "agency.users"],
        &["verify", "LIU-A2.liu.ron"],
        &["verify", "printed.pdf"],
        &["catalogue", "write", "catalogue.ron"],
        &["licences"],
    ];
    for arguments in journey {
        let watched = watched(&desk, arguments);
        assert!(watched.code.is_some_and(|code| code <= 1), "{arguments:?}: {:?}", watched.code);
        assert_eq!(sockets(&watched.calls), Vec::<&String>::new(), "{arguments:?}");
        assert_eq!(elsewhere(&watched, &desk), Vec::<PathBuf>::new(), "{arguments:?}");
        let wrote = written(&watched.calls, desk.folder.path()).iter().any(|path| path.starts_with(desk.folder.path()));
        let writes = ["example", "new", "export", "import", "package", "catalogue"].contains(&arguments[0]);
        assert_eq!(wrote, writes, "{arguments:?}: what is written must be seen");
        if arguments[0] == "export" {
            let made = |ending: &str| {
                let files = std::fs::read_dir(desk.path("out")).unwrap().map(|entry| entry.unwrap().path());
                files.into_iter().find(|path| path.extension().is_some_and(|found| found == ending)).unwrap()
            };
            std::fs::copy(made("pdf"), desk.path("printed.pdf")).unwrap();
            desk.write("filled.xlsx", answered(&std::fs::read(made("xlsx")).unwrap(), &[("agency.users", "書き換えた")]));
        }
    }
}

#[test]
fn a_socket_and_a_file_elsewhere_are_seen() {
    let desk = Desk::new();
    let here = desk.folder.path().to_owned();
    let trace = format!(
        "1 socket(AF_UNIX, SOCK_STREAM, 0) = 3<UNIX:[1]>\n\
         1 socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 4<TCP:[2]>\n\
         2 socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE <unfinished ...>\n\
         1 openat(AT_FDCWD<{here}>, \"a.md\", O_WRONLY|O_CREAT, 0600) = 5<{here}/a.md>\n\
         2 <... resumed>) = 6<NETLINK:[3]>\n\
         1 openat(AT_FDCWD<{here}>, \"/etc/passwd\", O_RDONLY) = 7</etc/passwd>\n\
         1 openat(AT_FDCWD<{here}>, \"../b\", O_RDWR|O_CREAT, 0600) = 8</tmp/b>\n\
         1 unlink(\"/var/tmp/c\") = 0\n\
         1 mkdir(\"/var/d\", 0777) = -1 EACCES (Permission denied)\n\
         1 renameat2(AT_FDCWD<{here}>, \"a.md\", 9</srv>, \"e\", RENAME_NOREPLACE) = 0\n",
        here = here.display()
    );
    let watched = Watched { code: Some(0), calls: calls(&trace.replace("<... resumed>", "<... socket resumed>")) };
    assert_eq!(sockets(&watched.calls).len(), 2, "{:?}", watched.calls);
    let mut seen = elsewhere(&watched, &desk);
    seen.sort();
    let above = here.parent().unwrap().join("b");
    let mut expected = vec![above, PathBuf::from("/srv/e"), PathBuf::from("/var/tmp/c")];
    expected.sort();
    assert_eq!(seen, expected);
    if has_strace() {
        let other = Desk::new();
        let watched = self::watched(&desk, &["new", other.path("elsewhere").to_str().unwrap()]);
        let seen = elsewhere(&watched, &desk);
        assert!(seen.iter().any(|path| path.starts_with(other.folder.path())), "{seen:?}");
    }
}
