//! Comments on the field in focus, below the guidance: to read, to write, to resolve.

use std::collections::BTreeMap;

use egui::accesskit::Role;
use egui::{Id, Ui, UiBuilder};

use crate::catalogue::{Catalogue, Section, StepId};
use crate::record::{CheckListPoint, Comment, Date, DayField, Edit, Field, ItemField, Line, Objective, Prose, Record};
use crate::text::{self, Lang, comments as words};
use crate::window::theme::{TextKind, palette};
use crate::window::widgets::{FocusGuide, Tone, badge, field_id, ja_label, prose_input, small_button, small_heading};
use crate::window::{IdSource, Request, Topic};

/// What the comments beside the guidance remember.
#[derive(Debug, Default)]
pub struct CommentPanel {
    /// The field that was last in focus.
    field: Option<Field>,
    focus_seen: Option<Id>,
    topic_seen: Option<Topic>,
    /// What is being written, by field: a comment begun on one field must not end up on another.
    typed: BTreeMap<Field, String>,
}

/// What the comments are shown from.
#[derive(Clone, Copy, Debug)]
pub struct Commented<'a> {
    /// The record.
    pub record: &'a Record,
    /// The catalogue it is judged with.
    pub catalogue: &'a Catalogue,
    /// The step shown.
    pub step: StepId,
    /// What the guidance is about.
    pub topic: &'a Topic,
    /// The name under which comments are given.
    pub author: &'a Line<60>,
    /// The day in Japan.
    pub today: Date,
    /// The language of the screens.
    pub lang: Lang,
}

impl CommentPanel {
    /// Finds out which field has the focus. While it is elsewhere, as in these comments, the last one stays.
    fn follow(&mut self, focused: Option<Id>, cx: Commented<'_>) {
        let by_focus = (focused != self.focus_seen)
            .then(|| focused.and_then(|id| fields(cx).into_iter().find(|field| field_id(field) == id)))
            .flatten();
        self.focus_seen = focused;
        let is_new_topic = self.topic_seen.as_ref() != Some(cx.topic);
        if is_new_topic {
            self.topic_seen = Some(cx.topic.clone());
        }
        match (by_focus, cx.topic) {
            (Some(field), _) => self.field = Some(field),
            (None, Topic::Step(_)) if is_new_topic => self.field = None,
            (None, Topic::Field(field)) if is_new_topic => self.field = Some(field.clone()),
            (None, Topic::Task(_)) if is_new_topic => {
                self.field = Some(if cx.step == StepId::Request { Field::SuggestedTask } else { Field::Task });
            }
            (None, _) => {}
        }
    }
}

/// Every field that a widget can stand for.
fn fields(cx: Commented<'_>) -> Vec<Field> {
    let record = cx.record;
    let mut fields: Vec<Field> = record.texts().into_iter().map(|(field, _)| field).collect();
    fields.extend([Field::ServiceIsSaas, Field::Task, Field::Items, Field::SuggestedTask, Field::Approval, Field::Profile]);
    fields.extend(DayField::ALL.iter().copied().map(Field::Day));
    fields.extend(CheckListPoint::ALL.map(Field::CheckList));
    fields.extend(Objective::ALL.map(Field::Raise));
    for item in &record.items {
        fields.extend(ItemField::ALL.map(|part| Field::Item(item.id.clone(), part)));
        fields.extend(Objective::ALL.map(|objective| Field::Decision(item.id.clone(), objective)));
    }
    for question in &cx.catalogue.questions {
        match question.section {
            Section::Gate => fields.push(Field::Gate(question.id.clone())),
            Section::Confidentiality | Section::Integrity | Section::Availability => {
                fields.extend(record.items.iter().map(|item| Field::Answer(item.id.clone(), question.id.clone())));
            }
        }
    }
    fields
}

/// Shows the comments on the field in focus.
pub fn comments(ui: &mut Ui, panel: &mut CommentPanel, cx: Commented<'_>, ids: &mut dyn IdSource, asked: &mut Vec<Request>) {
    panel.follow(ui.memory(egui::Memory::focused), cx);
    let builder = UiBuilder::new().accessibility_role(Role::Region).accessibility_label(words::title(cx.lang));
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let (rect, _) = ui.allocate_exact_size(egui::vec2(ui.available_width(), 1.0), egui::Sense::hover());
        ui.painter().hline(rect.x_range(), rect.center().y, palette(ui).line());
        let Some(field) = panel.field.clone() else {
            small_heading(ui, words::title(cx.lang));
            ja_label(ui, words::choose_field(cx.lang), TextKind::Small);
            return;
        };
        let name = text::field_name(&field, cx.record, cx.catalogue, cx.lang);
        small_heading(ui, &words::on_field(&name, cx.lang));
        let given = cx.record.comments_on(&field);
        if given.is_empty() {
            ja_label(ui, words::none_yet(cx.lang), TextKind::Small);
        }
        let (done, open): (Vec<&Comment>, Vec<&Comment>) = given.into_iter().partition(|comment| comment.resolved);
        for comment in open.into_iter().chain(done) {
            one(ui, comment, cx.lang, asked);
        }
        write(ui, panel, &field, cx, ids, asked);
    });
}

fn one(ui: &mut Ui, comment: &Comment, lang: Lang, asked: &mut Vec<Request>) {
    let builder = UiBuilder::new().id_salt(("comment", &comment.id)).accessibility_role(Role::Group);
    ui.scope_builder(builder, |ui| {
        ui.horizontal_wrapped(|ui| {
            let (state, tone) =
                if comment.resolved { (words::resolved(lang), Tone::Success) } else { (words::open(lang), Tone::Warning) };
            badge(ui, state, tone);
            ja_label(ui, &words::signed(comment, lang), TextKind::Small);
        });
        ja_label(ui, comment.text.as_str(), if comment.resolved { TextKind::Small } else { TextKind::Body });
        ui.horizontal_wrapped(|ui| {
            let id = comment.id.clone();
            let (act, edit) = if comment.resolved {
                (words::reopen(lang), Edit::ReopenComment(id.clone()))
            } else {
                (words::resolve(lang), Edit::ResolveComment(id.clone()))
            };
            for (act, edit) in [(act, edit), (words::remove(lang), Edit::RemoveComment(id))] {
                if small_button(ui, act).accessible_name(words::act_name(act, comment, lang)).clicked() {
                    asked.push(Request::Edit(edit));
                }
            }
        });
    });
    ui.add_space(4.0);
}

fn write(
    ui: &mut Ui,
    panel: &mut CommentPanel,
    field: &Field,
    cx: Commented<'_>,
    ids: &mut dyn IdSource,
    asked: &mut Vec<Request>,
) {
    let typed = panel.typed.entry(field.clone()).or_default();
    // Of its own for each field, so that the undo of one does not reach into another.
    let id = Id::unique(("write a comment", field));
    prose_input(ui, id, words::write(cx.lang), "", typed, 2, cx.lang);
    ja_label(ui, &words::will_be_signed(cx.author, cx.lang), TextKind::Small);
    let (text, _) = Prose::<400>::from_whole(typed);
    let button = ui.add_enabled_ui(!text.is_blank(), |ui| small_button(ui, words::add(cx.lang))).inner;
    if let (true, Ok(path)) = (button.clicked(), Line::new(&field.to_string())) {
        let (by, on) = (cx.author.clone(), cx.today);
        let comment = Comment { id: ids.comment_id(), field: path, by, on, text, resolved: false, from: None };
        asked.push(Request::Edit(Edit::AddComment(comment)));
        panel.typed.remove(field);
        // The button has nothing more to do: back to what the comment is about.
        ui.ctx().with_plugin::<FocusGuide, _>(|guide| guide.want_shown(field_id(field)));
    }
}
