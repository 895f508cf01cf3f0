//! 電子署名（任意）: signing the saved record with the user's own key, and checking a signature. Closed until it is wanted.

use std::path::{Path, PathBuf};

use egui::{CollapsingHeader, Id, Ui};

use crate::file::signature::{Checked, NAMESPACE};
use crate::text::signature as words;
use crate::text::{Lang, Message, marks};
use crate::window::theme::TextKind;
use crate::window::widgets::{
    Tone, ja_label, message_box, message_text, password_input, path_input, secondary_button, section_heading,
};
use crate::window::{CheckOrder, Command, SavedState, SignOrder, Signature, SignaturePart, StepContext, Work};

/// Shows the section.
pub fn ui(ui: &mut Ui, cx: &mut StepContext<'_>) {
    ui.add_space(12.0);
    CollapsingHeader::new(words::section(cx.lang)).id_salt("signature").show_unindented(ui, |ui| {
        for sentence in [words::optional(cx.lang)].into_iter().chain(words::statements(cx.lang)) {
            ja_label(ui, sentence, TextKind::Body);
        }
        ja_label(ui, words::rsa_left_out(cx.lang), TextKind::Small);
        ja_label(ui, &words::how_to_check(NAMESPACE, cx.lang), TextKind::Small);
        sign(ui, cx);
        check(ui, cx);
    });
}

fn sign(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    section_heading(ui, words::sign_heading(lang));
    let key = path(ui, cx, SignaturePart::Key);
    ja_label(ui, words::key_is_read_only(lang), TextKind::Small);
    let page = &mut cx.page.approval.signature;
    password_input(ui, Id::unique("signature passphrase"), words::passphrase(lang), &mut page.passphrase.0);
    ui.checkbox(&mut page.replace, words::replace(lang));
    let is_saved = matches!(cx.outside.saved, SavedState::Saved { .. }) && cx.outside.path.is_some();
    ui.add_enabled_ui(is_saved && !key.as_os_str().is_empty(), |ui| {
        if secondary_button(ui, words::sign(lang)).clicked() {
            let passphrase = cx.page.approval.signature.passphrase.take();
            let replace = cx.page.approval.signature.replace;
            cx.command(Command::Sign(SignOrder { key, passphrase, replace }));
        }
    });
    if !is_saved {
        ja_label(ui, words::save_first(lang), TextKind::Small);
    }
    result(ui, cx, &cx.outside.signature.signing, words::signing(lang), |ui, signature| signed(ui, signature, lang));
}

fn signed(ui: &mut Ui, signature: &Signature, lang: Lang) {
    let facts = [
        (words::signed_file(lang), crate::text::shown_path(&signature.files.json)),
        (words::signature_file(lang), crate::text::shown_path(&signature.files.signature)),
        (words::key(lang), words::key_names(&signature.signer.kind, &signature.signer.fingerprint)),
    ];
    message_text(ui, Tone::Success, &lines(words::signed(lang), &facts, lang));
}

fn check(ui: &mut Ui, cx: &mut StepContext<'_>) {
    let lang = cx.lang;
    section_heading(ui, words::check_heading(lang));
    let signature = path(ui, cx, SignaturePart::Signature);
    let allowed = path(ui, cx, SignaturePart::AllowedSigners);
    ui.add_enabled_ui(!signature.as_os_str().is_empty(), |ui| {
        if secondary_button(ui, words::check(lang)).clicked() {
            let allowed = Some(allowed).filter(|list| !list.as_os_str().is_empty());
            cx.command(Command::CheckSignature(CheckOrder { signature, allowed }));
        }
    });
    result(ui, cx, &cx.outside.signature.checking, words::checking(lang), |ui, found| checked(ui, found, lang));
}

fn checked(ui: &mut Ui, checked: &Checked, lang: Lang) {
    let (listed, refused) = match &checked.listed {
        None => (words::no_list(lang).to_owned(), None),
        Some(Ok(listed)) => (words::listed_as(&listed.principals, &listed.comments, lang), None),
        Some(Err(error)) => (words::not_listed(lang).to_owned(), Some(error)),
    };
    let facts =
        [(words::key(lang), words::key_names(&checked.signer.kind, &checked.signer.fingerprint)), (words::listed(lang), listed)];
    // Whose key it is was asked and denied, or not asked at all: neither is good news.
    let tone = if matches!(checked.listed, Some(Ok(_))) { Tone::Success } else { Tone::Warning };
    message_text(ui, tone, &lines(words::fits_whole(lang), &facts, lang));
    if let Some(error) = refused {
        message_box(ui, Tone::Error, &error.message(lang));
    }
}

/// What came of a piece of work, as long as the record is still the same.
fn result<T>(ui: &mut Ui, cx: &StepContext<'_>, work: &Work<T>, running: &str, done: impl FnOnce(&mut Ui, &T)) {
    let failed = |ui: &mut Ui, message: &Message| message_box(ui, Tone::Error, message);
    match work {
        Work::Idle => {}
        Work::Running => {
            ja_label(ui, running, TextKind::Small);
        }
        Work::Done(record, _) if **record != *cx.record => {
            ja_label(ui, words::record_changed(cx.lang), TextKind::Small);
        }
        Work::Done(_, Ok(value)) => done(ui, value),
        Work::Done(_, Err(message)) => failed(ui, message),
    }
}

fn lines(first: &str, facts: &[(&str, String)], lang: Lang) -> String {
    let facts = facts.iter().map(|(heading, value)| format!("\n{heading}{}{value}", marks::colon(lang)));
    std::iter::once(first.to_owned()).chain(facts).collect()
}

/// A file, typed or chosen in a dialog.
fn path(ui: &mut Ui, cx: &mut StepContext<'_>, part: SignaturePart) -> PathBuf {
    let lang = cx.lang;
    let (label, hint, choose) = match part {
        SignaturePart::Key => (words::key_file(lang), words::key_hint(lang), words::choose_key(lang)),
        SignaturePart::Signature => (words::signature_path(lang), words::signature_hint(lang), words::choose_signature(lang)),
        SignaturePart::AllowedSigners => (words::list_path(lang), words::list_hint(lang), words::choose_list(lang)),
    };
    let page = &mut cx.page.approval.signature;
    let typed = page.typed.entry(part).or_default();
    let chosen = cx.outside.signature.chosen.get(&part).map(PathBuf::as_path);
    if let Some(chosen) = chosen.filter(|chosen| page.chosen.get(&part).map(PathBuf::as_path) != Some(*chosen)) {
        page.chosen.insert(part, chosen.to_owned());
        *typed = chosen.to_string_lossy().into_owned();
    }
    path_input(ui, Id::unique(("signature path", part)), label, hint, typed);
    // Paths are often pasted with the quotes that file managers put around them.
    let path = Path::new(typed.trim().trim_matches('"')).to_owned();
    ui.add_space(4.0);
    if secondary_button(ui, choose).clicked() {
        cx.command(Command::ChooseForSignature(part));
    }
    path
}
