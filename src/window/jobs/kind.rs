//! What is worked at in the background.

use crate::text::{Lang, eligibility, window as words};

/// A kind of work. Of each kind at most one piece is under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum JobKind {
    /// A dialog of the system is waited for.
    Dialog,
    /// A file is opened.
    Open,
    /// The pages of a PDF are checked against the record in it.
    CheckPages,
    /// A file is opened with another program.
    OpenOutside,
    /// A file is made to be printed, and printed.
    Print,
    /// Records on the start page are read.
    Recent,
    /// A file is looked at that may be a package.
    LookInto,
    /// A file is looked at that may be a catalogue.
    SortOut,
    /// It is looked what became of the record's file outside.
    LookBeside,
    /// It is looked what the file of a record that was restored holds, and its lock file is laid.
    Reclaim,
    /// The record is saved.
    Save,
    /// The lock file beside a record is renewed, or taken away since the record was left.
    Unlock,
    /// A recovery snapshot is written.
    Snapshot,
    /// The settings are saved.
    Settings,
    /// Files are made of the record.
    Export,
    /// The printed page is set or drawn.
    Preview,
    /// A package is made.
    Package,
    /// A result of an agency is read.
    Receive,
    /// What was taken in is kept beside the record.
    KeepReceived,
    /// What was kept beside the record is read.
    ReadKept,
    /// A file to be attached is looked at.
    Attach,
    /// What came attached is saved.
    SaveAttachments,
    /// A filled-in sheet is read.
    Import,
    /// Another record is read, to be laid beside this one.
    Compare,
    /// Precedents are looked for.
    Precedents,
    /// The saved record is signed.
    Sign,
    /// A signature is checked.
    CheckSignature,
    /// A catalogue is read.
    ReadCatalogue,
    /// A catalogue is kept, to be used.
    KeepCatalogue,
    /// The catalogue that a record leaves is kept.
    KeepFormerCatalogue,
    /// A copy of the shipped catalogue is written.
    WriteCatalogue,
    /// The page is written that tells whether a service can be registered.
    WriteEligibility,
    /// What stands in the program's own folder is counted, or taken away.
    Traces,
}

/// What becomes of work that is asked for while the same kind is under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Again {
    /// It waits until that is done.
    Waits,
    /// It takes the place of that, whose result nobody wants any more.
    Replaces,
}

impl JobKind {
    /// All of them.
    pub const ALL: [Self; 33] = [
        Self::Dialog,
        Self::Open,
        Self::CheckPages,
        Self::OpenOutside,
        Self::Print,
        Self::Recent,
        Self::LookInto,
        Self::SortOut,
        Self::LookBeside,
        Self::Reclaim,
        Self::Save,
        Self::Unlock,
        Self::Snapshot,
        Self::Settings,
        Self::Export,
        Self::Preview,
        Self::Package,
        Self::Receive,
        Self::KeepReceived,
        Self::ReadKept,
        Self::Attach,
        Self::SaveAttachments,
        Self::Import,
        Self::Compare,
        Self::Precedents,
        Self::Sign,
        Self::CheckSignature,
        Self::ReadCatalogue,
        Self::KeepCatalogue,
        Self::KeepFormerCatalogue,
        Self::WriteCatalogue,
        Self::WriteEligibility,
        Self::Traces,
    ];

    /// The name of the thread that does it.
    pub const fn thread_name(self) -> &'static str {
        match self {
            Self::Dialog => "file dialog",
            Self::Open => "open",
            Self::CheckPages => "check pages",
            Self::OpenOutside => "open outside",
            Self::Print => "print",
            Self::Recent => "recent records",
            Self::LookInto => "look into",
            Self::SortOut => "sort out",
            Self::LookBeside => "look beside",
            Self::Reclaim => "reclaim",
            Self::Save => "save",
            Self::Unlock => "unlock",
            Self::Snapshot => "snapshot",
            Self::Settings => "settings",
            Self::Export => "export",
            Self::Preview => "preview",
            Self::Package => "package",
            Self::Receive => "receive",
            Self::KeepReceived => "keep received",
            Self::ReadKept => "read kept",
            Self::Attach => "attach",
            Self::SaveAttachments => "save attachments",
            Self::Import => "import",
            Self::Compare => "compare",
            Self::Precedents => "precedents",
            Self::Sign => "sign",
            Self::CheckSignature => "check signature",
            Self::ReadCatalogue => "read catalogue",
            Self::KeepCatalogue => "keep catalogue",
            Self::KeepFormerCatalogue => "keep former catalogue",
            Self::WriteCatalogue => "write catalogue",
            Self::WriteEligibility => "write eligibility",
            Self::Traces => "traces",
        }
    }

    /// What the user knows it as.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Dialog => words::job_dialog(lang),
            Self::Open => words::job_open(lang),
            Self::CheckPages => words::job_check_pages(lang),
            Self::OpenOutside | Self::Recent | Self::LookInto | Self::SortOut | Self::LookBeside | Self::Reclaim => {
                words::job_look(lang)
            }
            Self::Print => words::job_print(lang),
            Self::Save => words::job_save(lang),
            Self::Unlock => words::job_unlock(lang),
            Self::Snapshot => words::job_snapshot(lang),
            Self::Settings => words::job_settings(lang),
            Self::Export => words::job_export(lang),
            Self::Preview => words::job_preview(lang),
            Self::Package => words::job_package(lang),
            Self::Receive | Self::ReadKept => words::job_receive(lang),
            Self::KeepReceived => words::job_keep_received(lang),
            Self::Attach => words::job_attach(lang),
            Self::SaveAttachments => words::job_save_attachments(lang),
            Self::Import => words::job_import(lang),
            Self::Compare => words::job_compare(lang),
            Self::Precedents => words::job_precedents(lang),
            Self::Sign => words::job_sign(lang),
            Self::CheckSignature => words::job_check_signature(lang),
            Self::ReadCatalogue => words::job_read_catalogue(lang),
            Self::KeepCatalogue | Self::KeepFormerCatalogue => words::job_keep_catalogue(lang),
            Self::WriteCatalogue => words::job_write_catalogue(lang),
            Self::WriteEligibility => eligibility::job_write(lang),
            Self::Traces => words::job_traces(lang),
        }
    }

    /// What becomes of a second one.
    pub(super) const fn again(self) -> Again {
        match self {
            // Whoever asks for something else to be read does not want the first any more.
            Self::Open
            | Self::CheckPages
            | Self::OpenOutside
            | Self::Recent
            | Self::LookInto
            | Self::SortOut
            | Self::LookBeside
            | Self::ReadKept
            | Self::Import
            | Self::Compare
            | Self::Precedents
            | Self::ReadCatalogue => Again::Replaces,
            // What writes, or is one of several, is done in the order in which it was asked for.
            Self::Dialog
            | Self::Reclaim
            | Self::Save
            | Self::Unlock
            | Self::Snapshot
            | Self::Settings
            | Self::Export
            | Self::Preview
            | Self::Print
            | Self::Package
            | Self::Receive
            | Self::KeepReceived
            | Self::Attach
            | Self::SaveAttachments
            | Self::Sign
            | Self::CheckSignature
            | Self::Traces
            | Self::KeepCatalogue
            | Self::KeepFormerCatalogue
            | Self::WriteCatalogue
            | Self::WriteEligibility => Again::Waits,
        }
    }
}
