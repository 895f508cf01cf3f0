//! キーの一覧: every command with its keys and what it does, and the keys that act where the focus is.

use egui::{Context, Frame, Id, Modal, ScrollArea, Ui};

use crate::text::{Lang, window as words};
use crate::window::stack::{Asked, Page};
use crate::window::state::App;
use crate::window::theme::{TextKind, palette_of};
use crate::window::widgets::{Column, FocusGuide, dialog_heading, ja_label, primary_button, section_heading, table};
use crate::window::{Menu, MenuCommand, Situation};

/// For so many passes the list is new: the first one only measures it.
const PASSES_NEW: u8 = 2;
/// The widest the list becomes, in points.
const WIDEST: f32 = 760.0;

/// The list while it is open.
#[derive(Debug)]
pub(in crate::window) struct KeysPage {
    passes_new: u8,
}

impl Page<App> for KeysPage {
    fn draw(&mut self, ui: &mut Ui, window: &App) -> Option<Asked<App>> {
        let is_new = self.passes_new > 0;
        self.passes_new = self.passes_new.saturating_sub(1);
        show(ui.ctx(), &window.situation(), is_new, window.lang()).then_some(Asked::Close)
    }

    fn gives_way(&self) -> bool {
        true
    }

    fn helps(&self) -> bool {
        true
    }
}

impl App {
    /// キーの一覧
    pub(in crate::window) fn show_keys(&mut self) {
        self.pages.open(KeysPage { passes_new: PASSES_NEW });
        self.ctx.request_repaint();
    }
}

/// Shows the list. Returns whether it is to be closed.
fn show(ctx: &Context, situation: &Situation<'_>, is_new: bool, lang: Lang) -> bool {
    let id = Id::unique("keys");
    let area = Modal::default_area(id).accessible_name(words::show_keys(lang));
    let frame = Frame::window(&ctx.global_style());
    let response = Modal::new(id).area(area).frame(frame).backdrop_color(palette_of(ctx).scrim).show(ctx, |ui| {
        let room = ctx.content_rect().size();
        ui.set_width((room.x - 60.0).min(WIDEST));
        dialog_heading(ui, id.with("heading"), words::show_keys(lang));
        ScrollArea::vertical().max_height((room.y - 190.0).max(120.0)).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            ja_label(ui, words::keys_lead(lang), TextKind::Body);
            for menu in Menu::ALL {
                section_heading(ui, menu.name(lang));
                let commands = MenuCommand::ALL.iter().filter(|command| command.menu().0 == menu);
                let rows = commands.filter(|command| command.is_offered(situation)).map(|command| {
                    let keys = command.shown_keys(ui.ctx()).unwrap_or_else(|| "－".to_owned());
                    (command.name(lang), keys, command.hint(lang))
                });
                let rows: Vec<_> = rows.collect();
                list(ui, menu.name(lang), &rows, lang);
            }
            section_heading(ui, words::keys_in_place(lang));
            let rows: Vec<_> = words::KEYS_IN_PLACE.iter().map(|(keys, does)| (keys(lang), String::new(), does(lang))).collect();
            list(ui, words::keys_in_place(lang), &rows, lang);
        });
        ui.add_space(6.0);
        let close = primary_button(ui, words::close(lang));
        if is_new {
            ui.ctx().with_plugin::<FocusGuide, _>(|guide| guide.want(close.id));
        }
        close.clicked()
    });
    response.should_close() || response.inner
}

fn list(ui: &mut Ui, name: &str, rows: &[(&str, String, &str)], lang: Lang) {
    let columns =
        [Column::Share { weight: 0.3, least: 120.0 }, Column::Fixed(120.0), Column::Share { weight: 0.7, least: 160.0 }];
    table(ui, name, name, &columns, |table| {
        table.head(|row| {
            for title in [words::keys_what(lang), words::keys_keys(lang), words::keys_does(lang)] {
                row.cell(|ui| ja_label(ui, title, TextKind::SmallStrong));
            }
        });
        for (what, keys, does) in rows {
            table.row(|row| {
                row.cell(|ui| ja_label(ui, what, TextKind::Body));
                row.cell(|ui| ja_label(ui, keys, TextKind::Strong));
                row.cell(|ui| ja_label(ui, does, TextKind::Small));
            });
        }
    });
}
