//! From the arguments to the command that is carried out, or to the window.

use std::cell::RefCell;
use std::ffi::OsString;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;

use super::arguments::{self, Arguments, Command, GlobalArguments, Parsed};
use super::console::{self, Console, Talk};
use super::{
    Context, Exit, Failure, Started, Surroundings, WindowWish, catalogue, check, diff, eligibility, example, export, history,
    import, licences, list, new, package, schema, show, sign, verify,
};
use crate::catalogue::Catalogue;
use crate::file::{Cause, MAX_BYTES, Storage};
use crate::portfolio::{self, Shelf};
use crate::record::Date;
use crate::text::command_line::ArgumentProblem;
use crate::text::{self, Lang};

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
        Parsed::Problem(problem) => return Started::Finished(end(Err(Failure::not_understood(&problem, lang)), &mut console)),
    };
    if global.quiet {
        console.be_quiet();
    }
    let today = match language_is_known(&global, lang).and_then(|()| day(&global, around.now, lang)) {
        Ok(today) => today,
        Err(failure) => return Started::Finished(end(Err(failure), &mut console)),
    };
    let ended = match command {
        Some(command) => {
            if let Some(problem) = &around.settings_problem {
                console.note(&problem.message(lang).to_string());
            }
            catalogue_in_use(&global, around, lang).and_then(|catalogue| {
                let shelf = Shelf::new(Arc::clone(&catalogue), around.folders.as_ref().ok());
                let heard = RefCell::default();
                let mut cx = Context { console: &mut console, around, today, catalogue, shelf, heard };
                let ended = carry_out(command, &mut cx);
                for heard in cx.heard.take() {
                    cx.console.note(&heard);
                }
                ended
            })
        }
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
        Command::Licences(arguments) => licences::run(&arguments, cx),
        Command::List(arguments) => list::run(&arguments, cx),
        Command::Catalogue(arguments) => catalogue::run(&arguments.command, cx),
        Command::Eligibility(arguments) => eligibility::run(&arguments, cx),
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

fn language_is_known(global: &GlobalArguments, lang: Lang) -> Result<(), Failure> {
    match &global.lang {
        Some(found) if Lang::from_code(found).is_none() => {
            let problem = ArgumentProblem::Value { option: "--lang", found: found.clone(), expected: "ja, en".to_owned() };
            Err(Failure::not_understood(&problem, lang))
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
        let expected = text::command_line::DAY_FORMS.to_owned();
        Failure::not_understood(&ArgumentProblem::Value { option: "--today", found: written, expected }, lang)
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
