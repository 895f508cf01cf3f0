//! What was chosen in a dialog.

use crate::window::acts::open::Opening;
use crate::window::dialogs::Purpose;
use crate::window::pages::{Choice, Dialog, DialogPage};
use crate::window::state::{AfterSave, App, Leaving};

impl App {
    /// Carries out what was chosen in the dialog on the screen.
    pub(in crate::window) fn choose(&mut self, choice: Choice) {
        let dialog = self.pages.take::<DialogPage>().map(|page| page.into_dialog());
        match (choice, dialog) {
            (Choice::Close, _) => {
                if let Some(open) = &mut self.open {
                    open.after_save = None;
                }
            }
            (Choice::SaveThenLeave(leaving), _) => {
                if let Some(open) = &mut self.open {
                    open.after_save = Some(AfterSave { leaving, gives_up: false });
                }
                self.save();
            }
            (Choice::LeaveUnsaved(leaving), _) => self.leave_unsaved(leaving),
            (Choice::LeaveHanging(leaving, is_kept), _) => self.leave_hanging(leaving, is_kept),
            (Choice::SaveAsThenLeave(leaving), _) => {
                if let Some(open) = &mut self.open {
                    open.after_save = Some(AfterSave { leaving, gives_up: false });
                }
                self.ask(Purpose::SaveAs);
            }
            (Choice::OpenReadOnly(path), _) => self.read_file(path, Opening::ReadOnly),
            (Choice::OpenCopy(path), _) => self.read_file(path, Opening::Copy),
            (Choice::Replace(path), _) => self.replace_file(path),
            (Choice::Compare(path), _) => self.compare_with(path),
            (Choice::SaveAs, _) => self.ask(Purpose::SaveAs),
            (Choice::PathTyped(purpose, path), _) => self.path_typed(purpose, path),
            (Choice::Return(comment), _) => self.return_for(comment),
            (Choice::Print(what, way), _) => self.print(what, way),
            (Choice::PackUndecided(kind), _) => self.pack_undecided(kind),
            (Choice::BeginAssessment, Some(Dialog::Request { package, path, .. })) => self.begin_assessment(&package, &path),
            (Choice::LookAtRequest, Some(Dialog::Request { package, path, .. })) => self.show_package(*package, path),
            (Choice::Receive, Some(Dialog::Package { package, path, .. })) => self.receive_package(&package, path),
            (Choice::LookAt, Some(Dialog::Package { path, .. })) => self.leave(Leaving::LookAt(path)),
            (Choice::AskDiscard(to_discard), Some(Dialog::Recovery { orphans, when, .. })) => {
                self.show_dialog(Dialog::Recovery { orphans, when, to_discard });
            }
            (Choice::Discard(index), Some(Dialog::Recovery { orphans, when, .. })) => {
                self.discard_orphan(orphans, when, index);
            }
            (Choice::Restore(index), Some(Dialog::Recovery { orphans, .. })) => self.restore(orphans, index),
            (
                Choice::AskDiscard(_)
                | Choice::Discard(_)
                | Choice::Restore(_)
                | Choice::BeginAssessment
                | Choice::LookAtRequest
                | Choice::Receive
                | Choice::LookAt,
                _,
            ) => {}
        }
        self.ctx.request_repaint();
    }
}
