//! A cell in which one of a few values is chosen: by its digit, from a menu, or by the arrows of the table round it.

use egui::accesskit::{Invalid, Role};
use egui::{EventFilter, Modifiers, Popup, Rect, Sense, Ui, vec2};

use super::details;
use crate::record::{
    ConfidentialityGrade, Edit, Field, Grade, InformationItem, ItemField, ItemId, Objective, PersonCount, PublicationPlan,
};
use crate::text::steps_start::items as words;
use crate::text::{Label as _, Lang, window as window_words};
use crate::window::theme::{TextKind, palette, tokens};
use crate::window::widgets::{
    CELL_MARGIN, FocusGuide, Icon, comment_corner, digit_keys, field_id, guide_on_focus, is_taken_back_by_key, ja_layout,
    name_with_comments, paint_icon, sense_of_choice, tell_only_read, what_is_said, why_only_read,
};
use crate::window::{StepContext, Topic};

/// The arrow of a cell with a menu, and the room beside it, in points.
pub(super) const ARROW: f32 = 18.0;

/// What can be chosen in a cell, each with its words in full.
pub(super) enum Options {
    /// It is no choice.
    None,
    Confidentiality(Vec<(ConfidentialityGrade, String)>),
    Grade(Objective, Vec<(Grade, String)>),
    Persons(Vec<(PersonCount, String)>),
}

/// What can be chosen in the cells of a column.
pub(super) fn options(field: ItemField, lang: Lang) -> Options {
    let of_grade = |objective| Options::Grade(objective, details::grade_options(objective, lang));
    match field {
        ItemField::ConfidentialityGrade => Options::Confidentiality(details::confidentiality_options(lang)),
        ItemField::IntegrityGrade => of_grade(Objective::Integrity),
        ItemField::AvailabilityGrade => of_grade(Objective::Availability),
        ItemField::PersonCount => Options::Persons(details::person_options(lang)),
        _ => Options::None,
    }
}

impl Options {
    /// What stands in a cell, for each value: of a grade only its number, since the head says of what it is.
    pub(super) fn shown(&self) -> impl Iterator<Item = &str> {
        let texts: Vec<&str> = match self {
            Self::None => Vec::new(),
            Self::Confidentiality(options) => options.iter().map(|(grade, _)| number(*grade)).collect(),
            Self::Grade(_, options) => options.iter().map(|(grade, _)| number_of(*grade)).collect(),
            Self::Persons(options) => options.iter().map(|(_, text)| text.as_str()).collect(),
        };
        texts.into_iter()
    }

    /// The words of each value.
    fn words(&self) -> Vec<&str> {
        match self {
            Self::None => Vec::new(),
            Self::Confidentiality(options) => options.iter().map(|(_, text)| text.as_str()).collect(),
            Self::Grade(_, options) => options.iter().map(|(_, text)| text.as_str()).collect(),
            Self::Persons(options) => options.iter().map(|(_, text)| text.as_str()).collect(),
        }
    }

    /// The place of what is chosen.
    pub(super) fn chosen(&self, item: &InformationItem) -> Option<usize> {
        match self {
            Self::None => None,
            Self::Confidentiality(options) => options.iter().position(|(grade, _)| *grade == item.confidentiality_grade),
            Self::Grade(objective, options) => {
                let grade = if *objective == Objective::Integrity { item.integrity_grade } else { item.availability_grade };
                options.iter().position(|(option, _)| *option == grade)
            }
            Self::Persons(options) => options.iter().position(|(count, _)| *count == item.person_count),
        }
    }

    /// The change that chooses what stands at a place for some items; without one the choice is taken back.
    pub(super) fn edit(&self, items: Vec<ItemId>, place: Option<usize>) -> Option<Edit> {
        Some(match self {
            Self::None => return None,
            Self::Confidentiality(options) => Edit::GradeConfidentiality(items, chosen_of(options, place)),
            Self::Grade(Objective::Availability, options) => Edit::GradeAvailability(items, chosen_of(options, place)),
            Self::Grade(_, options) => Edit::GradeIntegrity(items, chosen_of(options, place)),
            Self::Persons(options) => Edit::CountPersons(items, chosen_of(options, place)),
        })
    }
}

fn chosen_of<T: Copy + Default>(options: &[(T, String)], place: Option<usize>) -> T {
    place.and_then(|place| options.get(place)).map_or_else(T::default, |(value, _)| *value)
}

const fn number(grade: ConfidentialityGrade) -> &'static str {
    match grade {
        ConfidentialityGrade::NotGraded => "－",
        ConfidentialityGrade::One => "1",
        ConfidentialityGrade::Two => "2",
        ConfidentialityGrade::Three => "3",
    }
}

const fn number_of(grade: Grade) -> &'static str {
    match grade {
        Grade::NotGraded => "－",
        Grade::One => "1",
        Grade::Two => "2",
    }
}

/// Shows the cell.
pub(super) fn cell(ui: &Ui, cx: &mut StepContext<'_>, item: &InformationItem, field: ItemField, name: &str, rect: Rect) {
    let lang = cx.lang;
    let (of, options) = (Field::Item(item.id.clone(), field), options(field, lang));
    let (id, why) = (field_id(&of), why_only_read(ui));
    let chosen = options.chosen(item);
    let response = ui.interact(rect, id, sense_of_choice(why, Sense::click()));
    let words = options.words();
    let value = chosen.and_then(|chosen| words.get(chosen)).copied().unwrap_or_else(|| words::not_chosen(lang));
    let (said, spoken) = (what_is_said(cx, &of), name_with_comments(cx, &of, name.to_owned()));
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(Role::ComboBox);
        node.set_label(spoken);
        node.set_value(value);
        if !said.is_empty() {
            node.set_invalid(Invalid::True);
            node.set_description(said);
        }
    });
    let response = tell_only_read(ui, response, why);
    paint(ui, &options, chosen, rect, why.is_none() && response.hovered(), why.is_none());
    comment_corner(ui, cx, &of, id, rect);
    guide_on_focus(ui, cx, id, || Topic::Field(of.clone()));
    if why.is_some() {
        return;
    }
    let mut wanted = None;
    if response.has_focus() {
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let digits = digit_keys(ui);
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        wanted = digits.into_iter().take(words.len()).position(pressed).map(Some);
    }
    if is_taken_back_by_key(ui, id, chosen.is_some()) {
        wanted = Some(None);
    }
    if response.clicked() {
        response.request_focus();
    }
    Popup::menu(&response).accessible_name(name).show(|ui| {
        for (place, text) in words.iter().enumerate() {
            if ui.selectable_label(chosen == Some(place), *text).clicked() {
                wanted = Some(Some(place));
                ui.close();
            }
        }
        if chosen.is_some() && ui.button(window_words::take_back(lang)).clicked() {
            wanted = Some(None);
        }
    });
    if let Some(wanted) = wanted.filter(|wanted| *wanted != chosen) {
        options.edit(vec![item.id.clone()], wanted).into_iter().for_each(|edit| cx.edit(edit));
    }
    if wanted.is_some() && ui.memory(egui::Memory::focused) != Some(id) {
        // The menu is gone; the cell can be gone on from.
        ui.memory_mut(|memory| memory.request_focus(id));
        ui.ctx().with_plugin::<FocusGuide, _>(|guide| guide.want(id));
    }
}

fn paint(ui: &Ui, options: &Options, chosen: Option<usize>, rect: Rect, is_hovered: bool, has_menu: bool) {
    if !ui.is_rect_visible(rect) {
        return;
    }
    let colors = palette(ui);
    if is_hovered {
        ui.painter().rect_filled(rect.shrink(1.0), 0, colors.hover_ground);
    }
    let text = chosen.and_then(|chosen| options.shown().nth(chosen));
    let (text, kind, color) = match text {
        Some(text) => (text, TextKind::Small, colors.text),
        None => ("－", TextKind::Small, colors.text_muted),
    };
    let galley = ja_layout(ui, text, kind, color, f32::INFINITY);
    ui.painter().galley(rect.left_center() + vec2(CELL_MARGIN, -galley.size().y / 2.0), galley, color);
    if has_menu {
        let at = rect.right_center() - vec2(CELL_MARGIN / 2.0 + ARROW / 2.0, 0.0);
        paint_icon(ui.painter(), Icon::Down, at, tokens::ICON_SMALL - 4.0, colors.text_muted, colors.page);
    }
}

/// What an item says of itself in an attribute, in words; nothing where nothing is said.
pub(super) fn in_words(item: &InformationItem, field: ItemField, lang: Lang) -> String {
    match field {
        ItemField::Publication if item.publication == PublicationPlan::NotAnswered => String::new(),
        ItemField::Publication => item.publication.label(lang).to_owned(),
        _ => {
            let options = options(field, lang);
            let chosen = options.chosen(item).and_then(|chosen| options.words().get(chosen).copied().map(str::to_owned));
            chosen.unwrap_or_else(|| item.text(field).unwrap_or_default().to_owned())
        }
    }
}
