//! The program without a window: one file per command, each thin.
//!
//! **Invariant:** no logic that a window would need too. Results go to standard output, messages to standard error.

mod approval;
mod arguments;
mod catalogue;
mod check;
mod console;
mod diff;
mod example;
mod export;
mod history;
mod import;
mod list;
mod new;
mod package;
mod rules;
mod schema;
mod show;
mod sign;
mod verify;

use std::cell::RefCell;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use jiff::Timestamp;
use serde::Serialize;

use crate::catalogue::Catalogue;
use crate::export::Forgiven;
use crate::file::{AppFolders, Cause, MAX_BYTES, NoDataFolder, Opened, Storage};
use crate::judgement::{Judgement, judge};
use crate::portfolio::{self, OpenError, OpenedFile, Rules, Shelf};
use crate::record::{Date, Line, Moment, Record, TaskId};
use crate::text::command_line::ArgumentProblem;
use crate::text::{self, Lang, Message};
use arguments::{Arguments, Command, GlobalArguments, Parsed};
use console::{Console, Talk};

/// How a command ended. The worst of several files counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// Nothing to object to.
    Fine,
    /// Everything could be read, and there is something to object to.
    Objections,
    /// Something could not be read, or the arguments were not understood.
    Unreadable,
    /// The result could not be written.
    NotWritten,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Fine => Self::SUCCESS,
            Exit::Objections => Self::from(1),
            Exit::Unreadable => Self::from(2),
            Exit::NotWritten => Self::from(3),
        }
    }
}

/// What a command finds around it. The clock, ids and the disk come from outside, so that equal input gives equal bytes.
pub struct Surroundings<'a> {
    /// The disk.
    pub storage: &'a dyn Storage,
    /// The program's own folders, if it has any.
    pub folders: &'a Result<AppFolders, NoDataFolder>,
    /// The language of the settings.
    pub lang: Lang,
    /// The name of the settings, which stands in the history of what is saved.
    pub author: Line<60>,
    /// The moment at which the program started.
    pub now: Timestamp,
    /// Makes the id of a new record.
    pub new_id: &'a dyn Fn() -> String,
    /// Reads one line of standard input, of at most so many bytes, without its end.
    pub read_line: &'a dyn Fn(usize) -> io::Result<Vec<u8>>,
    /// Whether somebody sits before a terminal on standard error.
    pub on_terminal: bool,
}

/// What is to be done after the arguments were read.
pub enum Started {
    /// A command was carried out.
    Finished(Exit),
    /// The window is wanted.
    Window(WindowWish),
}

/// What the window is wanted for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WindowWish {
    /// A record to open.
    pub file: Option<PathBuf>,
    /// The language, if one was asked for.
    pub lang: Option<Lang>,
    /// The day taken for today, if one was given.
    pub today: Option<Date>,
    /// A catalogue to use instead of the one shipped.
    pub catalogue: Option<PathBuf>,
}

/// Why a command stopped before its end.
#[derive(Debug)]
pub enum Failure {
    /// It says so in this message.
    Said(Message, Exit),
    /// The result could not be written to standard output.
    Output(io::Error),
}

impl Failure {
    /// Something could not be read.
    fn unreadable(message: Message) -> Self {
        Self::Said(message, Exit::Unreadable)
    }
}

/// What every command works with.
struct Context<'a, 'console> {
    console: &'a mut Console<'console>,
    around: &'a Surroundings<'a>,
    today: Date,
    /// The catalogue in use.
    catalogue: Arc<Catalogue>,
    shelf: Shelf,
    /// What of files that were read was let pass, to be said when the command ends.
    heard: RefCell<Vec<String>>,
}

impl Context<'_, '_> {
    fn lang(&self) -> Lang {
        self.console.lang
    }

    fn storage(&self) -> &dyn Storage {
        self.around.storage
    }

    /// What a record is judged by: its own catalogue if that is at hand, else the one in use.
    fn rules(&self, record: &Record) -> Rules {
        self.shelf.for_record(self.storage(), record)
    }

    fn judge(&self, record: &Record) -> Judgement {
        judge(record, &self.rules(record).catalogue, self.today)
    }

    /// Keeps the catalogue of a record that was saved, so that it can be judged by it later. That it could not be kept is said;
    /// the record is saved all the same.
    fn keep_catalogue_of(&mut self, record: &Record) {
        if let Some(catalogue) = self.rules(record).pinned()
            && let Err(error) = self.shelf.keep(self.storage(), catalogue)
        {
            let message = error.message(self.lang());
            self.console.note(&message.to_string());
        }
    }

    /// Opens a record with the catalogue it is judged by.
    fn open(&self, path: &Path) -> Result<Record, OpenError> {
        self.open_file(path).map(|opened| opened.record)
    }

    /// Opens a record to tell of it. Beside it stands why a request was sent back, if the file is that: then there is no
    /// assessment to tell of.
    fn open_to_tell(&self, path: &Path) -> Result<(Record, Option<String>), OpenError> {
        Ok(match self.open_any(path)? {
            OpenedFile::Record(opened) => (opened.record, None),
            OpenedFile::Package(package, _) => {
                (package.about(), package.manifest.comment.as_ref().map(|comment| comment.to_string()))
            }
        })
    }

    /// Opens a record with the catalogue it is judged by, and says where it was found.
    fn open_file(&self, path: &Path) -> Result<Opened, OpenError> {
        self.open_any(path).map(OpenedFile::into_record)
    }

    /// Opens a record or a package with the catalogue it is judged by.
    fn open_any(&self, path: &Path) -> Result<OpenedFile, OpenError> {
        let opened = portfolio::open_file(self.around.storage, path, &self.shelf)?;
        if let OpenedFile::Package(package, _) = &opened {
            self.hear(path, &package.forgiven);
        }
        Ok(opened)
    }

    /// What of the outer form of a file was let pass is said when the command ends.
    fn hear(&self, path: &Path, forgiven: &[Forgiven]) {
        let lang = self.lang();
        let said: Vec<String> = forgiven.iter().map(|forgiven| forgiven.words(lang)).collect();
        if !said.is_empty() {
            let what = text::archive::passed_over(&said, lang);
            self.heard.borrow_mut().push(text::command_line::fact(&path.display().to_string(), &what, lang));
        }
    }

    /// A record as it is to be saved: with a revision of what was changed since `before`, which is what its file holds.
    fn to_save(&self, record: &Record, before: Option<&Record>) -> Record {
        record.with_revision(before, Moment::of(self.around.now), &self.around.author)
    }

    /// Opens a record without which the command has nothing to do.
    fn open_or_stop(&self, path: &Path) -> Result<Record, Failure> {
        self.open(path).map_err(|error| Failure::unreadable(error.message(self.lang())))
    }
}

/// Reads the arguments, the program's own name first, and carries out the command if there is one.
pub fn run(arguments: &[OsString], around: &Surroundings<'_>, out: &mut dyn Write, err: &mut dyn Write) -> Started {
    let lang = arguments::asked_language(arguments).unwrap_or(around.lang);
    let talk = if around.on_terminal { Talk::OnTerminal } else { Talk::Plain };
    let mut console = Console::new(lang, talk, out, err);
    let Arguments { global, file, command, .. } = match arguments::parse(arguments, lang) {
        Parsed::Arguments(arguments) => *arguments,
        Parsed::Information(text) => {
            let said = console.result(text.trim_end()).map(|()| Exit::Fine);
            return Started::Finished(end(said, &mut console));
        }
        Parsed::Problem(problem) => return Started::Finished(end(Err(not_understood(&problem, lang)), &mut console)),
    };
    if global.quiet {
        console.be_quiet();
    }
    let today = match language_is_known(&global, lang).and_then(|()| day(&global, around.now, lang)) {
        Ok(today) => today,
        Err(failure) => return Started::Finished(end(Err(failure), &mut console)),
    };
    let ended = match command {
        Some(command) => catalogue_in_use(&global, around, lang).and_then(|catalogue| {
            let shelf = Shelf::new(Arc::clone(&catalogue), around.folders.as_ref().ok());
            let heard = RefCell::default();
            let mut cx = Context { console: &mut console, around, today, catalogue, shelf, heard };
            let ended = carry_out(command, &mut cx);
            for heard in cx.heard.take() {
                cx.console.note(&heard);
            }
            ended
        }),
        None => match file.as_deref().map_or(Ok(()), |path| is_there(path, around.storage, lang)) {
            Ok(()) => {
                let lang = global.lang.is_some().then_some(lang);
                let today = global.today.is_some().then_some(today);
                return Started::Window(WindowWish { file, lang, today, catalogue: global.catalogue });
            }
            Err(failure) => Err(failure),
        },
    };
    Started::Finished(end(ended, &mut console))
}

fn carry_out(command: Command, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    match command {
        Command::New(arguments) => new::run(&arguments, cx),
        Command::Check(arguments) => check::run(&arguments, cx),
        Command::Show(arguments) => show::run(&arguments, cx),
        Command::Export(arguments) => export::run(&arguments, cx),
        Command::Sign(arguments) => sign::run(&arguments, cx),
        Command::Package(arguments) => package::run(&arguments.command, cx),
        Command::Verify(arguments) => verify::run(&arguments, cx),
        Command::Diff(arguments) => diff::run(&arguments, cx),
        Command::Import(arguments) => import::run(&arguments, cx),
        Command::History(arguments) => history::run(&arguments, cx),
        Command::List(arguments) => list::run(&arguments, cx),
        Command::Catalogue(arguments) => catalogue::run(&arguments.command, cx),
        Command::Example(arguments) => example::run(&arguments, cx),
        Command::Schema => schema::run(cx),
    }
}

/// Says why a command stopped, if it did, and how it ended.
fn end(ended: Result<Exit, Failure>, console: &mut Console<'_>) -> Exit {
    match ended.and_then(|exit| console.flush().map(|()| exit)) {
        Ok(exit) => exit,
        Err(Failure::Said(message, exit)) => {
            console.problem(&message);
            exit
        }
        Err(Failure::Output(error)) if console::reader_has_gone(&error) => Exit::Fine,
        Err(Failure::Output(error)) => {
            console.problem(&text::command_line::output_failed(&error, console.lang));
            Exit::NotWritten
        }
    }
}

fn not_understood(problem: &ArgumentProblem, lang: Lang) -> Failure {
    Failure::unreadable(problem.message(lang))
}

/// The target task that an argument names, in capitals or not.
fn task_called(found: &str, cx: &Context<'_, '_>) -> Result<TaskId, Failure> {
    let known = || cx.catalogue.tasks.iter().map(|task| &task.id);
    known().find(|id| id.as_str().eq_ignore_ascii_case(found)).cloned().ok_or_else(|| {
        let known: Vec<_> = known().map(TaskId::as_str).collect();
        Failure::unreadable(text::command_line::no_such_task(found, &known, cx.lang()))
    })
}

fn language_is_known(global: &GlobalArguments, lang: Lang) -> Result<(), Failure> {
    match &global.lang {
        Some(found) if Lang::from_code(found).is_none() => {
            let problem = ArgumentProblem::Value { option: "--lang", found: found.clone(), expected: "ja, en".to_owned() };
            Err(not_understood(&problem, lang))
        }
        _ => Ok(()),
    }
}

/// The day taken for today. A clock that is wildly wrong gives none.
fn day(global: &GlobalArguments, now: Timestamp, lang: Lang) -> Result<Date, Failure> {
    let (written, day) = match &global.today {
        Some(written) => (written.clone(), written.parse().ok()),
        None => (now.to_string(), Date::in_japan(now)),
    };
    day.ok_or_else(|| {
        let expected = "2026-11-23, 2026/11/23, 令和8年11月23日, R8.11.23".to_owned();
        not_understood(&ArgumentProblem::Value { option: "--today", found: written, expected }, lang)
    })
}

/// A name that is no file may be a command that was mistyped.
fn is_there(path: &Path, storage: &dyn Storage, lang: Lang) -> Result<(), Failure> {
    match storage.read(path, MAX_BYTES) {
        Err(error) if error.cause == Cause::NotFound => Err(Failure::unreadable(text::command_line::no_such_file(path, lang))),
        Ok(_) | Err(_) => Ok(()),
    }
}

fn catalogue_in_use(global: &GlobalArguments, around: &Surroundings<'_>, lang: Lang) -> Result<Arc<Catalogue>, Failure> {
    match &global.catalogue {
        None => Catalogue::shipped().map_err(|error| Failure::unreadable(text::catalogue_error(&error, lang))),
        Some(path) => portfolio::load_catalogue(around.storage, path)
            .map(Arc::new)
            .map_err(|error| Failure::unreadable(error.message(lang))),
    }
}

/// Prints a value for other programs.
fn print_json(value: &impl Serialize, cx: &mut Context<'_, '_>) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value).map_err(|error| Failure::Output(error.into()))?;
    cx.console.result(&text)
}
