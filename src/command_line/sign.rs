//! `sign`: a signature beside a record, with the user's own SSH key.

use super::arguments::SignArguments;
use super::{Context, Exit, Failure};
use crate::file::signature::{self, MOST_PASSPHRASE_BYTES, NAMESPACE, Placing, Secret, SignatureError};
use crate::text::command_line::{self as words, fact};
use crate::text::signature as said;

pub(super) fn run(arguments: &SignArguments, cx: &mut Context<'_, '_>) -> Result<Exit, Failure> {
    let lang = cx.lang();
    let opened = cx.open_file(&arguments.file).map_err(|error| Failure::unreadable(error.message(lang)))?;
    let passphrase = passphrase(arguments, cx)?;
    let signed = signature::sign_opened(cx.storage(), &opened, &arguments.file, &arguments.key, passphrase.as_ref())
        .map_err(|error| refused(&error, cx))?;
    let not_written = |message| Failure::Said(message, Exit::NotWritten);
    let folders = cx.around.folders.as_ref().map_err(|error| not_written(error.message(lang)))?;
    let placing = Placing { file: &arguments.file, to: arguments.to.as_deref(), replace: arguments.overwrite };
    // What is written over is kept from others meanwhile.
    let json = signature::names(&opened, &placing).json;
    let _kept = (arguments.overwrite && json != arguments.file).then(|| cx.keep_to_itself(&json)).transpose()?;
    let files = signature::place(cx.storage(), &opened, &signed, &placing, folders, cx.around.now)
        .map_err(|error| not_written(error.message(lang)))?;

    for (heading, value) in [
        (said::signed_file(lang), files.json.display().to_string()),
        (said::signature_file(lang), files.signature.display().to_string()),
        (said::key(lang), said::key_names(&signed.signer.kind, &signed.signer.fingerprint)),
    ] {
        cx.console.result(&fact(heading, &value, lang))?;
    }
    for statement in said::statements(lang) {
        cx.console.note(statement);
    }
    cx.console.note(&said::how_to_check(NAMESPACE, lang));
    Ok(Exit::Fine)
}

/// Says why a signature was not made or does not hold.
pub(super) fn refused(error: &SignatureError, cx: &Context<'_, '_>) -> Failure {
    let exit = if error.is_objection() { Exit::Objections } else { Exit::Unreadable };
    Failure::Said(error.message(cx.lang()), exit)
}

fn passphrase(arguments: &SignArguments, cx: &Context<'_, '_>) -> Result<Option<Secret>, Failure> {
    if !arguments.passphrase_stdin {
        return Ok(None);
    }
    let line = (cx.around.read_line)(MOST_PASSPHRASE_BYTES)
        .map_err(|error| Failure::unreadable(words::input_failed(&error, cx.lang())))?;
    Ok(Some(Secret::new(line)))
}
