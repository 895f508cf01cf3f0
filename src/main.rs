//! `liu-wizard`: reads the arguments, then carries out a command or opens the window.

// No console window beside the program's own. Commands are run from scripts and pipes there.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use std::ffi::OsString;
use std::io::{self, BufRead as _, IsTerminal as _, Read as _, Write as _};
use std::process::ExitCode;
use std::sync::Arc;

use liu_wizard::command_line::{self, Exit, Started, Surroundings, WindowWish};
use liu_wizard::file::{AppFolders, DiskStorage, Holder, Session, Settings};
use liu_wizard::reader::{Reader, Task};
use liu_wizard::text::{Lang, command_line as words};
use liu_wizard::window::{self, Then, WindowOptions};

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    if let Some(task) = Task::asked(&arguments) {
        return command_line::read_for_another_process(task, io::stdin().lock(), io::stdout().lock()).into();
    }
    let reader = std::env::current_exe().map_or_else(|_| Reader::none(), Reader::of);
    // What libraries and our own parts log is for who asked for it by RUST_LOG; what the user must know the program says itself.
    env_logger::Builder::from_env(env_logger::Env::default().default_filter_or("off")).init();
    let storage = DiskStorage::new().with_reader(reader.clone());
    let folders = AppFolders::find();
    // The window puts broken settings aside and tells of it; here they are only looked at.
    let (settings, settings_problem) =
        folders.as_ref().map_or_else(|_| (Settings::default(), None), |folders| Settings::read(&storage, folders));
    let lang = settings.lang;
    say_more_when_panicking(lang);
    #[expect(clippy::disallowed_methods, reason = "the outermost layer is where the clock is read")]
    let now = jiff::Timestamp::now();
    let around = Surroundings {
        storage: &storage,
        folders: &folders,
        lang,
        author: settings.author,
        settings_problem,
        now,
        holder: Holder::here(),
        sessions: &|| Session::begin(Arc::new(storage.clone()), folders.as_ref().ok()?.clone(), uuid::Uuid::new_v4()).ok(),
        new_id: &|| uuid::Uuid::new_v4().to_string(),
        read_line: &read_line,
        on_terminal: io::stderr().is_terminal(),
    };
    match command_line::run(&arguments, &around, &mut io::stdout(), &mut io::stderr()) {
        Started::Finished(exit) => exit.into(),
        Started::Window(wish) => open_window(wish, reader, lang),
    }
}

/// The first line of standard input, cut at so many bytes. What stands there is not echoed by the program.
fn read_line(most: usize) -> io::Result<Vec<u8>> {
    let mut line = Vec::with_capacity(most);
    io::stdin().lock().take(u64::try_from(most).unwrap_or(u64::MAX)).read_until(b'\n', &mut line)?;
    let content = line.strip_suffix(b"\n").unwrap_or(&line);
    let length = content.strip_suffix(b"\r").unwrap_or(content).len();
    line.truncate(length);
    Ok(line)
}

fn open_window(wish: WindowWish, reader: Reader, lang: Lang) -> ExitCode {
    let said_in = wish.lang.unwrap_or(lang);
    let then = if std::env::var_os(window::CLOSE_VARIABLE).is_some() { Then::CloseAfterFirstFrame } else { Then::Stay };
    let WindowWish { file, lang, today, catalogue } = wish;
    match window::run(WindowOptions { open: file, lang, today, catalogue, reader, then }) {
        Ok(()) => Exit::Fine.into(),
        Err(error) => {
            writeln!(io::stderr(), "{}{}", words::problem_prefix(said_in), error.message(said_in)).ok();
            Exit::Unreadable.into()
        }
    }
}

/// A panic is a fault of the program. What was typed lies in the recovery snapshots, and that is worth saying.
fn say_more_when_panicking(lang: Lang) {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        usual(panic);
        writeln!(io::stderr(), "{}", words::after_panic(lang)).ok();
    }));
}
