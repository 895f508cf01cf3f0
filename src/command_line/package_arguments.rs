//! What the packages are asked for by.

use std::path::PathBuf;

use clap::{Args, Subcommand};

#[derive(Clone, Debug, Args)]
pub struct PackageArguments {
    #[command(subcommand)]
    pub command: PackageCommand,
}

/// What can be packed.
#[derive(Clone, Debug, Subcommand)]
pub enum PackageCommand {
    Request(RequestArguments),
    Result(ResultArguments),
    Receive(ReceiveArguments),
    Application(ApplicationArguments),
    Attachments(AttachmentsArguments),
}

#[derive(Clone, Debug, Args)]
pub struct RequestArguments {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long, value_name = "NAME")]
    pub agency: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub reply_by: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub sent: Option<String>,
    #[command(flatten)]
    pub to: PackageTo,
}

#[derive(Clone, Debug, Args)]
pub struct ResultArguments {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[command(flatten)]
    pub to: PackageTo,
    #[arg(long)]
    pub draft: bool,
    #[arg(long, requires = "comment")]
    pub returned: bool,
    #[arg(long, value_name = "TEXT", requires = "returned")]
    pub comment: Option<String>,
}

#[derive(Clone, Debug, Args)]
pub struct ReceiveArguments {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(value_name = "RESULT")]
    pub results: Vec<PathBuf>,
}

#[derive(Clone, Debug, Args)]
pub struct ApplicationArguments {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long, value_name = "RESULT", num_args = 1..)]
    pub with: Vec<PathBuf>,
    #[arg(long)]
    pub include_differing: bool,
    #[arg(long)]
    pub draft: bool,
    #[command(flatten)]
    pub to: PackageTo,
}

#[derive(Clone, Debug, Args)]
pub struct AttachmentsArguments {
    #[arg(value_name = "FILE.liu.zip")]
    pub file: PathBuf,
    #[arg(long, value_name = "DIR")]
    pub to: Option<PathBuf>,
}

/// Where a package goes, and what is put into it besides.
#[derive(Clone, Debug, Args)]
pub struct PackageTo {
    #[arg(long, value_name = "FILE.liu.zip")]
    pub to: PathBuf,
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub attach: Vec<PathBuf>,
    #[arg(long, value_name = "own|results|all|NAME,…", value_delimiter = ',')]
    pub comments: Vec<String>,
    #[arg(long, conflicts_with = "comments")]
    pub without_comments: bool,
    #[arg(long)]
    pub history: bool,
    #[arg(long)]
    pub overwrite: bool,
}
