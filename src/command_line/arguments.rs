//! What can be typed after `liu-wizard`.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Args, CommandFactory as _, FromArgMatches as _, Parser, Subcommand};

use super::eligibility::EligibilityArguments;
use super::package_arguments::PackageArguments;
use crate::text::Lang;
use crate::text::command_line::{self as words, ArgumentProblem};

/// Everything that can be typed. Help texts are put in by [`parse`], in the language asked for.
#[derive(Clone, Debug, Parser)]
#[command(
    name = "liu-wizard",
    bin_name = "liu-wizard",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
pub struct Arguments {
    #[command(flatten)]
    pub global: GlobalArguments,
    #[arg(long, short = 'V', action = clap::ArgAction::Version)]
    version: Option<bool>,
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What every command takes.
#[derive(Clone, Debug, Args)]
pub struct GlobalArguments {
    #[arg(long, global = true, value_name = "ja|en")]
    pub lang: Option<String>,
    #[arg(long, short, global = true)]
    pub quiet: bool,
    #[arg(long, global = true, value_name = "DATE")]
    pub today: Option<String>,
    #[arg(long, global = true, value_name = "FILE")]
    pub catalogue: Option<PathBuf>,
    #[arg(long, short, global = true, action = clap::ArgAction::Help)]
    help: Option<bool>,
}

/// The commands that need no display.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    New(NewArguments),
    Check(CheckArguments),
    Show(ShowArguments),
    Export(ExportArguments),
    Sign(SignArguments),
    Package(PackageArguments),
    Verify(VerifyArguments),
    Diff(DiffArguments),
    Import(ImportArguments),
    History(HistoryArguments),
    List(ListArguments),
    Catalogue(CatalogueArguments),
    Eligibility(EligibilityArguments),
    Example(ExampleArguments),
    Schema,
    Licences(LicencesArguments),
}

#[derive(Clone, Debug, Args)]
pub struct LicencesArguments {
    #[arg(long)]
    pub sbom: bool,
}

#[derive(Clone, Debug, Args)]
pub struct NewArguments {
    #[arg(long, value_name = "agency|csp", default_value = "agency")]
    pub role: String,
    #[arg(long, value_name = "ID")]
    pub task: Option<String>,
    #[arg(long, value_name = "ID")]
    pub profile: Option<String>,
    #[arg(long, value_name = "FILE.liu.zip", conflicts_with_all = ["role", "task", "profile"])]
    pub request: Option<PathBuf>,
    #[arg(long, value_name = "SHEET.xlsx", requires = "request")]
    pub sheet: Option<PathBuf>,
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

#[derive(Clone, Debug, Args)]
pub struct CheckArguments {
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
}

#[derive(Clone, Debug, Args)]
pub struct ShowArguments {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long)]
    pub json: bool,
}

#[derive(Clone, Debug, Args)]
pub struct ExportArguments {
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub to: PathBuf,
    #[arg(long, value_name = "FORMAT,…", value_delimiter = ',', default_value = "pdf")]
    pub format: Vec<String>,
    #[arg(long, value_name = "DOCUMENT,…", value_delimiter = ',')]
    pub document: Vec<String>,
    #[arg(long, value_name = "NUMBER|ID", value_delimiter = ',')]
    pub item: Vec<String>,
    #[arg(long)]
    pub approved: bool,
    #[arg(long = "final", conflicts_with = "draft")]
    pub final_copy: bool,
    #[arg(long)]
    pub draft: bool,
    #[arg(long)]
    pub comments: bool,
    #[arg(long)]
    pub history: bool,
    #[arg(long)]
    pub annex: bool,
    #[arg(long)]
    pub overwrite: bool,
}

#[derive(Clone, Debug, Args)]
pub struct SignArguments {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long, value_name = "KEYFILE")]
    pub key: PathBuf,
    #[arg(long)]
    pub passphrase_stdin: bool,
    #[arg(long, value_name = "FILE.sig")]
    pub to: Option<PathBuf>,
    #[arg(long)]
    pub overwrite: bool,
}

#[derive(Clone, Debug, Args)]
pub struct VerifyArguments {
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,
    #[arg(long, value_name = "SIG")]
    pub signature: Option<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "signature")]
    pub allowed_signers: Option<PathBuf>,
}

#[derive(Clone, Debug, Args)]
pub struct DiffArguments {
    #[arg(value_name = "A")]
    pub old: PathBuf,
    #[arg(value_name = "B")]
    pub new: PathBuf,
    #[arg(long)]
    pub json: bool,
}

#[derive(Clone, Debug, Args)]
pub struct ImportArguments {
    #[arg(value_name = "SHEET")]
    pub sheet: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub into: PathBuf,
    #[arg(long, value_name = "all|none|PATH,…", value_delimiter = ',')]
    pub accept: Option<Vec<String>>,
    #[arg(long, value_name = "FILE", requires = "accept")]
    pub to: Option<PathBuf>,
}

#[derive(Clone, Debug, Args)]
pub struct HistoryArguments {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long, value_name = "NUMBER")]
    pub show: Option<u32>,
    #[arg(long, value_name = "NUMBER", requires = "show")]
    pub since: Option<u32>,
    #[arg(long, conflicts_with = "show")]
    pub json: bool,
}

#[derive(Clone, Debug, Args)]
pub struct ListArguments {
    #[arg(long, value_name = "ID")]
    pub task: Option<String>,
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    #[arg(long)]
    pub json: bool,
}

#[derive(Clone, Debug, Args)]
pub struct CatalogueArguments {
    #[command(subcommand)]
    pub command: CatalogueCommand,
}

/// What can be done with catalogues.
#[derive(Clone, Debug, Subcommand)]
pub enum CatalogueCommand {
    Show {
        #[arg(long)]
        json: bool,
    },
    Check {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    Diff {
        #[arg(value_name = "A")]
        old: PathBuf,
        #[arg(value_name = "B")]
        new: PathBuf,
    },
    Write {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[arg(long)]
        overwrite: bool,
    },
    Compare {
        #[arg(value_name = "RECORD")]
        file: PathBuf,
        #[arg(long)]
        json: bool,
    },
    Move {
        #[arg(value_name = "RECORD")]
        file: PathBuf,
        #[arg(long, value_name = "FILE")]
        to: Option<PathBuf>,
    },
}

#[derive(Clone, Debug, Args)]
pub struct ExampleArguments {
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    #[arg(long)]
    pub overwrite: bool,
}

/// What came of reading the arguments.
pub enum Parsed {
    /// They are these.
    Arguments(Box<Arguments>),
    /// Help or version was asked for: this text is the result.
    Information(String),
    /// They are not understood.
    Problem(ArgumentProblem),
}

/// Reads the arguments, the program's own name first. Help is written in `lang`.
pub fn parse(arguments: &[OsString], lang: Lang) -> Parsed {
    match command(lang).try_get_matches_from(arguments).and_then(|matches| Arguments::from_arg_matches(&matches)) {
        Ok(Arguments { file: Some(file), command: Some(_), .. }) => Parsed::Problem(ArgumentProblem::FileBeforeCommand(file)),
        Ok(arguments) => Parsed::Arguments(Box::new(arguments)),
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Parsed::Information(error.to_string()),
            _ => Parsed::Problem(problem(&error)),
        },
    }
}

/// The value of `--lang` before anything else is understood: even the complaint about the rest is to be in that language.
pub fn asked_language(arguments: &[OsString]) -> Option<Lang> {
    let mut words = arguments.iter().filter_map(|argument| argument.to_str()).take_while(|word| *word != "--");
    while let Some(word) = words.next() {
        let value = match word.strip_prefix("--lang") {
            Some("") => words.next()?,
            Some(rest) => rest.strip_prefix('=')?,
            None => continue,
        };
        return Lang::from_code(value);
    }
    None
}

fn command(lang: Lang) -> clap::Command {
    localised(Arguments::command(), "", lang).after_help(words::after_help(lang))
}

/// Puts the words of `lang` into a command and all commands below it.
fn localised(command: clap::Command, path: &str, lang: Lang) -> clap::Command {
    let about = words::about(path, lang).unwrap_or_default();
    let template = words::help_template(lang);
    command
        .about(about)
        .help_template(template)
        .subcommand_help_heading(words::commands_heading(lang))
        .subcommand_value_name(words::command_value_name(lang))
        .mut_args(|argument| {
            let heading = if argument.is_positional() { words::arguments_heading(lang) } else { words::options_heading(lang) };
            let help = words::argument_help(path, argument.get_id().as_str(), lang).unwrap_or_default();
            let argument = argument.help(help).help_heading(heading);
            // What can be typed and what holds otherwise stand in the help text, in its language.
            let takes_values = argument.get_action().takes_values();
            if takes_values { argument.hide_possible_values(true).hide_default_value(true) } else { argument }
        })
        .mut_subcommands(|sub| {
            let below = format!("{path} {}", sub.get_name()).trim_start().to_owned();
            localised(sub, &below, lang)
        })
}

fn problem(error: &clap::Error) -> ArgumentProblem {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(" "),
        _ => String::new(),
    };
    let argument = text(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::UnknownArgument => ArgumentProblem::Unknown(argument),
        ErrorKind::InvalidSubcommand => ArgumentProblem::UnknownCommand(text(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingRequiredArgument => ArgumentProblem::Missing(argument),
        ErrorKind::MissingSubcommand => ArgumentProblem::MissingCommand,
        ErrorKind::ArgumentConflict => ArgumentProblem::Twice(argument),
        ErrorKind::InvalidValue if text(ContextKind::InvalidValue).is_empty() => ArgumentProblem::MissingValue(argument),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => ArgumentProblem::MissingValue(argument),
        _ => ArgumentProblem::Other(error.render().to_string().lines().next().unwrap_or_default().to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn each_command(command: &clap::Command, path: &str, visit: &mut impl FnMut(&str, &clap::Command)) {
        visit(path, command);
        for sub in command.get_subcommands() {
            each_command(sub, format!("{path} {}", sub.get_name()).trim_start(), visit);
        }
    }

    #[test]
    fn every_command_and_argument_is_explained_in_both_languages() {
        let arguments = Arguments::command();
        for lang in [Lang::Ja, Lang::En] {
            command(lang).debug_assert();
        }
        each_command(&arguments, "", &mut |path, command| {
            for lang in [Lang::Ja, Lang::En] {
                assert!(words::about(path, lang).is_some(), "about `{path}`");
                for argument in command.get_arguments() {
                    let id = argument.get_id().as_str();
                    assert!(words::argument_help(path, id, lang).is_some(), "`{path}` {id}");
                }
            }
        });
    }

    #[test]
    fn the_language_is_known_before_the_rest_is_understood() {
        let asked = |line: &str| asked_language(&line.split(' ').map(OsString::from).collect::<Vec<_>>());
        assert_eq!(asked("liu-wizard --lang en nonsense --x"), Some(Lang::En));
        assert_eq!(asked("liu-wizard check --lang=ja a"), Some(Lang::Ja));
        assert_eq!(asked("liu-wizard check -- --lang en"), None);
        assert_eq!(asked("liu-wizard --lang fr"), None);
        assert_eq!(asked("liu-wizard --language en"), None);
    }
}
