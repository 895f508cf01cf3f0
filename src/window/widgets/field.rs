//! Fields of text: label, necessity in words, hint, length, what was refused, findings; safe for input methods.

use egui::accesskit::Invalid;
use egui::text::LayoutJob;
use egui::text_edit::TextEditState;
use egui::{Event, FontSelection, Id, ImeEvent, Response, TextBuffer, TextEdit, Ui, UiBuilder, vec2};

use super::dots::{LINE_MARGIN, dot_pieces};
use super::field_head::{FieldHead, field_head};
use super::finding::{flaws_of, gap_of};
use super::{Breaks, FieldSpec, field_id, findings_of, guide_on_focus, ja_label, ja_layout, layout_ja};
use crate::bounds::PASTED_TEXT;
use crate::record::{
    Edit, Field, HARD_LENGTH, Line, Prose, TextChanges, heaps_marked, without_breaks_at_ends, without_last_breaks,
};
use crate::text::{Lang, characters};
use crate::window::memory::Draft;
use crate::window::theme::{TextKind, palette, tokens};
use crate::window::{StepContext, Topic};

/// A field of text of the record. Its text becomes an edit as it is typed; what an input method is composing does when it is
/// committed.
pub fn text_field(ui: &mut Ui, cx: &mut StepContext<'_>, field: Field, spec: FieldSpec<'_>) -> Response {
    let builder = UiBuilder::new().id_salt(("text field", &field));
    ui.scope_builder(builder, |ui| {
        if spec.read_only || cx.outside.looked_at.is_some() {
            read_only_contents(ui, cx, field, spec)
        } else {
            field_contents(ui, cx, field, spec)
        }
    })
    .inner
}

/// A field that is there to be read: it takes the focus, so that its text can be read aloud and copied, and takes no typing.
fn read_only_contents(ui: &mut Ui, cx: &mut StepContext<'_>, field: Field, spec: FieldSpec<'_>) -> Response {
    let label = ja_label(ui, spec.label, TextKind::Strong);
    let (soft_length, multiline) = cx.record.text_limits(&field).unwrap_or_default();
    let mut text = cx.record.text(&field).unwrap_or_default();
    let width = spec.width.min(expected_width(soft_length, multiline)).min(ui.available_width());
    // It is seen before it is tried that nothing can be typed here.
    let ground = palette(ui).surface;
    let (edit, _) = edited(ui, ground, field_id(&field), &mut text, multiline.then_some(1), width, "");
    let response = edit.labelled_by(label.id);
    if response.gained_focus() {
        *cx.guidance = Topic::Field(field.clone());
    }
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_read_only());
    findings_of(ui, cx, &field);
    ui.add_space(6.0);
    response
}

/// A value that is no text and is there to be read: like a text to be read it takes the focus, by key and by click.
pub fn read_only_value(ui: &mut Ui, cx: &mut StepContext<'_>, field: &Field, label: &str, said: &str) {
    ja_label(ui, label, TextKind::Strong);
    let galley = ja_layout(ui, said, TextKind::Body, TextKind::Body.color(palette(ui)), ui.available_width());
    let (_, rect) = ui.allocate_space(galley.size());
    let response = ui.interact(rect, field_id(field), egui::Sense::click());
    ui.painter().galley(rect.min, galley, TextKind::Body.color(palette(ui)));
    if response.clicked() {
        response.request_focus();
    }
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(egui::accesskit::Role::TextInput);
        node.set_label(label);
        node.set_value(said);
        node.set_read_only();
    });
    guide_on_focus(ui, cx, response.id, || Topic::Field(field.clone()));
    findings_of(ui, cx, field);
    ui.add_space(6.0);
}

fn field_contents(ui: &mut Ui, cx: &mut StepContext<'_>, field: Field, spec: FieldSpec<'_>) -> Response {
    let required = is_required(cx, &field);
    let (soft_length, multiline) = cx.record.text_limits(&field).unwrap_or((usize::MAX, false));
    let stored = cx.record.text(&field).unwrap_or_default();
    let id = field_id(&field);
    let length = cx.drafts.drafts.get(&field).map_or(stored, |draft| &draft.text).chars().count();
    let tells_length = length > soft_length || soft_length < usize::MAX && ui.memory(|memory| memory.has_focus(id));
    let gap = gap_of(cx, &field);
    let head = FieldHead {
        label: spec.label,
        required,
        left_empty: gap.is_some(),
        length: tells_length.then_some((length, soft_length)),
    };
    let label = field_head(ui, &head, cx.lang);
    if !spec.hint.is_empty() {
        ja_label(ui, spec.hint, TextKind::Small);
    }
    let width = spec.width.min(expected_width(soft_length, multiline)).min(ui.available_width());
    let (response, changed) = typed(ui, cx, &field, multiline.then_some(spec.rows), width);
    let response = response.labelled_by(label.id);
    if !spec.picked.is_empty() {
        let text = cx.drafts.drafts.get(&field).map_or_else(|| cx.record.text(&field).unwrap_or_default(), |draft| &draft.text);
        dot_pieces(ui, response.rect, text, spec.picked);
    }
    for sentence in &changed {
        ja_label(ui, sentence, TextKind::Error);
    }
    let flaws = flaws_of(ui, cx, &field);
    let found = [gap.unwrap_or_default(), flaws].into_iter().filter(|said| !said.is_empty()).collect::<Vec<_>>().join("\n");
    ui.ctx().accesskit_node_builder(response.id, |node| {
        if required {
            node.set_required();
        }
        if !changed.is_empty() || !found.is_empty() {
            node.set_invalid(Invalid::True);
        }
        let parts = [spec.hint, found.as_str()].into_iter().chain(changed.iter().map(String::as_str));
        node.set_description(parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n"));
    });
    ui.add_space(6.0);
    response
}

/// What is typed into, for a field of the record, and what of the text was not taken as it was typed or pasted.
pub(super) fn typed(
    ui: &mut Ui,
    cx: &mut StepContext<'_>,
    field: &Field,
    rows: Option<usize>,
    width: f32,
) -> (Response, Vec<String>) {
    let (id, multiline) = (field_id(field), rows.is_some());
    let composing = cx.drafts.composing;
    let stored = cx.record.text(field).unwrap_or_default();
    let draft = cx.drafts.drafts.entry(field.clone()).or_insert_with(|| Draft {
        text: stored.to_owned(),
        base: stored.to_owned(),
        changes: TextChanges::default(),
    });
    if draft.base != stored {
        // The record changed elsewhere: by undo, or by taking in a suggestion.
        draft.text = stored.to_owned();
        draft.base = stored.to_owned();
        draft.changes = TextChanges::default();
        forget_own_undo(ui, id);
    }
    let cut = cut_pastes(ui, id, HARD_LENGTH);
    let (response, pasted) = edited(ui, palette(ui).page, id, &mut draft.text, rows, width, "");
    if response.changed() {
        draft.changes = pasted;
    }
    draft.changes.cut_from = cut.or(draft.changes.cut_from);
    let mut edit = None;
    if draft.text != draft.base && (!composing || response.has_focus()) {
        // What is composed may stand in the place of a selection, which is gone only when it is committed.
        let commits = ui.input(|input| input.events.iter().any(|event| matches!(event, Event::Ime(ImeEvent::Commit(_)))));
        let typed = match (composing, commits) {
            (false, _) => draft.text.clone(),
            (true, true) => committed(ui, id, &draft.text),
            (true, false) => draft.base.clone(),
        };
        let (clean, changes) = accepted(&typed, multiline);
        // A break at the end is kept while more may follow it, and is no part of the text.
        let text = without_last_breaks(&clean).to_owned();
        if !composing {
            draft.changes = std::mem::take(&mut draft.changes).and(changes);
            draft.text = clean;
        }
        if text != draft.base {
            draft.base.clone_from(&text);
            edit = Some(Edit::SetText { field: field.clone(), text });
        }
    }
    let changed = characters::changes(&draft.changes, cx.lang);
    if response.lost_focus() && !composing {
        cx.drafts.drafts.remove(field);
        cx.drafts.visit(field);
    }
    if response.gained_focus() {
        *cx.guidance = Topic::Field(field.clone());
    }
    if let Some(edit) = edit {
        cx.edit(edit);
    }
    (response, changed)
}

/// The most points that what is expected in a field takes: a field says by its width how much is expected.
const fn expected_width(soft_length: usize, multiline: bool) -> f32 {
    match soft_length {
        _ if multiline => 720.0,
        0..=13 => 260.0,
        14..=60 => 480.0,
        _ => 640.0,
    }
}

/// What was typed without what an input method is still composing, which stands where the cursor is. Who types on without a pause
/// may commit one word and begin the next at once, so that there is never a moment without a composition.
fn committed(ui: &Ui, id: Id, typed: &str) -> String {
    let composed = TextEditState::load(ui.ctx(), id).and_then(|state| state.cursor.char_range());
    let (from, to) = composed.map(|range| range.as_sorted_char_range()).map_or((0, 0), |range| (range.start.0, range.end.0));
    typed.chars().take(from).chain(typed.chars().skip(to)).collect()
}

/// A field must not bring back by its own undo what the record's undo took away.
fn forget_own_undo(ui: &Ui, id: Id) {
    if let Some(mut state) = TextEditState::load(ui.ctx(), id) {
        state.clear_undoer();
        state.store(ui.ctx(), id);
    }
}

/// A single line that is not part of the record, or not yet: a search, a name before an act. What no text has is left out of it
/// at once, and that is said below it.
pub fn line_input(ui: &mut Ui, id: Id, label: &str, hint: &str, text: &mut String, lang: Lang) -> Response {
    input(ui, id, label, hint, text, None, lang)
}

/// A path, which is taken as it is typed: a file may be called anything.
pub fn path_input(ui: &mut Ui, id: Id, label: &str, hint: &str, text: &mut String) -> Response {
    let label = ja_label(ui, label, TextKind::Strong);
    let width = ui.available_width();
    edited(ui, palette(ui).page, id, text, None, width, hint).0.labelled_by(label.id)
}

/// A single line that nobody is to read over the user's shoulder. It cannot be undone, so that no copy of it is kept.
pub fn password_input(ui: &mut Ui, id: Id, label: &str, text: &mut String) -> Response {
    let label = ja_label(ui, label, TextKind::Strong);
    let width = ui.available_width();
    let edit = TextEdit::singleline(text).return_key(None).password(true);
    let response = edit.id(id).desired_width(width).margin(margin(true)).show(ui).response.response;
    forget_own_undo(ui, id);
    response.labelled_by(label.id)
}

/// Several lines that are not part of the record: a comment before it is given. What no text has is left out of it at once, and that
/// is said below it.
pub fn prose_input(ui: &mut Ui, id: Id, label: &str, hint: &str, text: &mut String, rows: usize, lang: Lang) -> Response {
    input(ui, id, label, hint, text, Some(rows), lang)
}

/// What was copied from elsewhere, as it is: whoever splits it into texts says what was changed of them.
pub fn pasted_input(ui: &mut Ui, id: Id, label: &str, hint: &str, text: &mut String, rows: usize) -> Response {
    let label = ja_label(ui, label, TextKind::Strong);
    let width = ui.available_width();
    edited(ui, palette(ui).page, id, text, Some(rows), width, hint).0.labelled_by(label.id)
}

fn input(ui: &mut Ui, id: Id, label: &str, hint: &str, text: &mut String, rows: Option<usize>, lang: Lang) -> Response {
    let label = ja_label(ui, label, TextKind::Strong);
    let width = ui.available_width();
    let (response, pasted) = edited(ui, palette(ui).page, id, text, rows, width, hint);
    let response = response.labelled_by(label.id);
    let said = id.with("what was changed");
    if response.changed() {
        let (clean, changes) = accepted(text, rows.is_some());
        let changes = pasted.and(changes);
        if clean != *text {
            *text = clean;
        }
        ui.data_mut(|data| data.insert_temp(said, (text.clone(), changes)));
    }
    let (of, changes) = ui.data(|data| data.get_temp::<(String, TextChanges)>(said)).unwrap_or_default();
    // What was said of a text goes with the text.
    if of == *text {
        let sentences = characters::changes(&changes, lang);
        for sentence in &sentences {
            ja_label(ui, sentence, TextKind::Error);
        }
        if !sentences.is_empty() {
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(sentences.join("\n")));
        }
    }
    response
}

/// Whether the profile in use requires the field of this role.
pub(super) fn is_required(cx: &StepContext<'_>, field: &Field) -> bool {
    let path = field.to_string();
    cx.catalogue.profile(&cx.record.profile).is_some_and(|profile| {
        profile.required.iter().any(|required| required.path == path && required.roles.contains(&cx.record.role))
    })
}

/// Takes the line breaks off the ends of what is pasted into a single line: spreadsheets put one behind each cell, and it would
/// become a blank. Those within it become blanks, and are counted.
fn without_pasted_breaks(ui: &Ui) -> TextChanges {
    let mut changes = TextChanges::default();
    ui.input_mut(|input| {
        for event in &mut input.events {
            if let egui::Event::Paste(text) = event {
                let (line, found) = Line::<0>::from_whole(text);
                if found.breaks == 0 {
                    *text = without_breaks_at_ends(text).to_owned();
                } else {
                    *text = line.as_str().to_owned();
                    changes = std::mem::take(&mut changes).and(found);
                }
            }
        }
    });
    changes
}

/// Cuts what is pasted into the field that has the focus, before it is laid out: a million characters would hold up the window. Returns
/// how many they were if they were more than are taken.
fn cut_pastes(ui: &Ui, id: Id, most: usize) -> Option<usize> {
    if !ui.memory(|memory| memory.has_focus(id)) {
        return None;
    }
    ui.input_mut(|input| {
        let mut cut = None;
        for event in &mut input.events {
            if let Event::Paste(text) = event
                && let Some((end, _)) = text.char_indices().nth(most)
            {
                cut = Some(text.chars().count());
                text.truncate(end);
            }
        }
        cut
    })
}

fn accepted(text: &str, multiline: bool) -> (String, TextChanges) {
    if multiline {
        let (prose, changes) = Prose::<0>::from_typed(text);
        (prose.as_str().to_owned(), changes)
    } else {
        let (line, changes) = Line::<0>::from_typed(text);
        (line.as_str().to_owned(), changes)
    }
}

/// Around what is typed: a single line is as high as a field is to be.
fn margin(is_line: bool) -> egui::Margin {
    #[expect(clippy::cast_possible_truncation, reason = "a dozen points")]
    let above = ((tokens::FIELD_HEIGHT - LINE_TYPED) / 2.0) as i8;
    if is_line { egui::Margin::symmetric(12, above) } else { egui::Margin::from(vec2(LINE_MARGIN.0, LINE_MARGIN.1)) }
}

/// The height of a line that is typed, in points: that of the font.
const LINE_TYPED: f32 = 1.4 * tokens::SIZE_BODY;

pub(super) fn text_edit(ui: &mut Ui, id: Id, text: &mut dyn TextBuffer, rows: Option<usize>, width: f32) -> Response {
    edited(ui, palette(ui).page, id, text, rows, width, "").0
}

/// The field itself, and how many line breaks of what was just pasted became blanks.
fn edited(
    ui: &mut Ui,
    ground: egui::Color32,
    id: Id,
    text: &mut dyn TextBuffer,
    rows: Option<usize>,
    width: f32,
    hint: &str,
) -> (Response, TextChanges) {
    let mut layout = |ui: &Ui, buffer: &dyn TextBuffer, wrap: f32| {
        let (shown, font) = (heaps_marked(buffer.as_str()).into_owned(), FontSelection::Default.resolve(ui.style()));
        if rows.is_none() {
            return ui.fonts_mut(|fonts| fonts.layout_job(LayoutJob::simple_singleline(shown, font, palette(ui).text)));
        }
        let job = LayoutJob::simple(shown, font, palette(ui).text, wrap);
        let pixels_per_point = ui.pixels_per_point();
        ui.fonts_mut(|fonts| layout_ja(fonts, job, Breaks::Anywhere, pixels_per_point))
    };
    cut_pastes(ui, id, PASTED_TEXT);
    let is_line_in_use = rows.is_none() && ui.memory(|memory| memory.has_focus(id));
    let changes = if is_line_in_use { without_pasted_breaks(ui) } else { TextChanges::default() };
    let edit = match rows {
        Some(rows) => TextEdit::multiline(text).desired_rows(rows).layouter(&mut layout),
        // Enter leaves the focus in the field.
        None => TextEdit::singleline(text).return_key(None).layouter(&mut layout),
    };
    let edit = edit.id(id).desired_width(width).margin(margin(rows.is_none())).hint_text(hint).background_color(ground);
    (edit.show(ui).response.response, changes)
}

#[cfg(test)]
mod tests {
    use egui::{Context, RawInput};

    use super::*;

    /// What the field with the focus is given of a paste, and how many characters are said to have been cut.
    fn pasted(text: &str, has_focus: bool) -> (String, Option<usize>) {
        let (context, id) = (Context::default(), Id::unique("field"));
        let mut seen = (String::new(), None);
        for events in [Vec::new(), vec![Event::Paste(text.to_owned())]] {
            let input = RawInput { events, ..RawInput::default() };
            let mut output = context.run_ui(input, |ui| {
                let response = ui.interact(ui.max_rect(), id, egui::Sense::click());
                if has_focus {
                    response.request_focus();
                }
                seen.1 = cut_pastes(ui, id, 5);
                let events = ui.input(|input| input.events.clone());
                let pasted = events.into_iter().find_map(|event| if let Event::Paste(text) = event { Some(text) } else { None });
                seen.0 = pasted.unwrap_or_default();
            });
            output.textures_delta.clear();
        }
        seen
    }

    #[test]
    fn what_is_pasted_is_cut_before_it_is_laid_out() {
        assert_eq!(pasted("あいうえお", true), ("あいうえお".to_owned(), None));
        assert_eq!(pasted("あいうえおかき", true), ("あいうえお".to_owned(), Some(7)));
        assert_eq!(pasted("あいうえおかき", false), ("あいうえおかき".to_owned(), None), "another field has the focus");
    }
}
