//! What lies over the window: one stack of pages, opened and closed in one place.
//!
//! **Invariants:** of each page there is one at most; at most one question is on the screen, and nothing takes its place unasked.

use std::any::Any;

use egui::Ui;

/// What a page asks of the window with the state `S`.
pub(super) enum Asked<S> {
    /// To be closed.
    Close,
    /// To have this done. The page stays unless that closes it.
    Act(Box<dyn FnOnce(&mut S)>),
}

impl<S> Asked<S> {
    /// Asks to have something done.
    pub fn act(act: impl FnOnce(&mut S) + 'static) -> Self {
        Self::Act(Box::new(act))
    }
}

/// A page over the window with the state `S`.
pub(super) trait Page<S>: Any {
    /// Draws it. Returns what it asks for.
    fn draw(&mut self, ui: &mut Ui, window: &S) -> Option<Asked<S>>;

    /// What is to be done when its user has closed it.
    fn close(self: Box<Self>, _window: &mut S) {}

    /// Whether it waits for an answer. Such a page takes the place of another such, and lies over all that do not.
    fn is_question(&self) -> bool {
        false
    }

    /// Whether it helps with what lies below it, and so lies over a question too.
    fn helps(&self) -> bool {
        false
    }

    /// Whether it closes when another page opens.
    fn gives_way(&self) -> bool {
        false
    }
}

/// The pages over the window, the lowest first.
pub(super) struct Pages<S> {
    over: Vec<Entry<S>>,
    /// The number of the latest page.
    latest: u64,
}

struct Entry<S> {
    number: u64,
    page: Box<dyn Page<S>>,
}

impl<S> Default for Pages<S> {
    fn default() -> Self {
        Self { over: Vec::new(), latest: 0 }
    }
}

impl<S: 'static> Pages<S> {
    /// Opens a page in place of one of its kind.
    pub fn open<P: Page<S>>(&mut self, page: P) {
        self.over.retain(|entry| {
            let is_replaced = is::<S, P>(entry) || page.is_question() && entry.page.is_question();
            !is_replaced && !entry.page.gives_way()
        });
        self.latest += 1;
        let entry = Entry { number: self.latest, page: Box::new(page) };
        // A question stays on top of what is opened under it.
        let is_on_top = entry.page.is_question() || entry.page.helps();
        let at = if is_on_top { self.over.len() } else { self.below_questions() };
        self.over.insert(at, entry);
    }

    fn below_questions(&self) -> usize {
        self.over.iter().position(|entry| entry.page.is_question()).unwrap_or(self.over.len())
    }

    /// The page of this kind, if it is open.
    pub fn get_mut<P: Page<S>>(&mut self) -> Option<&mut P> {
        self.over.iter_mut().find_map(|entry| {
            let page: &mut dyn Any = entry.page.as_mut();
            page.downcast_mut()
        })
    }

    /// Whether a page of this kind is open.
    pub fn has<P: Page<S>>(&self) -> bool {
        self.over.iter().any(is::<S, P>)
    }

    /// Takes the page of this kind away, and hands it over.
    pub fn take<P: Page<S>>(&mut self) -> Option<Box<P>> {
        let at = self.over.iter().position(is::<S, P>)?;
        let page: Box<dyn Any> = self.over.remove(at).page;
        page.downcast().ok()
    }

    /// Takes the page with this number away.
    pub fn take_numbered(&mut self, number: u64) -> Option<Box<dyn Page<S>>> {
        let at = self.over.iter().position(|entry| entry.number == number)?;
        Some(self.over.remove(at).page)
    }

    /// Closes all but a question that waits for its answer.
    pub fn close_all_but_a_question(&mut self) {
        self.over.retain(|entry| entry.page.is_question());
    }

    /// Whether nothing lies over the window.
    pub fn is_empty(&self) -> bool {
        self.over.is_empty()
    }

    /// Whether a question waits for its answer.
    pub fn has_question(&self) -> bool {
        self.over.iter().any(|entry| entry.page.is_question())
    }

    /// Whether there is anything that does not give way to another page.
    pub fn are_in_use(&self) -> bool {
        self.over.iter().any(|entry| !entry.page.gives_way())
    }

    /// Draws them. Returns what they ask for, each with the number of its page.
    pub fn draw(&mut self, ui: &mut Ui, window: &S) -> Vec<(u64, Asked<S>)> {
        self.over.iter_mut().filter_map(|entry| Some((entry.number, entry.page.draw(ui, window)?))).collect()
    }

    /// Lays the pages back that were taken out to be drawn, below what was opened meanwhile.
    pub fn lay_back(&mut self, mut drawn: Self) {
        drawn.over.append(&mut self.over);
        drawn.latest = drawn.latest.max(self.latest);
        *self = drawn;
    }
}

fn is<S: 'static, P: Page<S>>(entry: &Entry<S>) -> bool {
    let page: &dyn Any = entry.page.as_ref();
    page.is::<P>()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Plain;
    struct Fleeting;
    struct Question(&'static str);

    impl Page<String> for Plain {
        fn draw(&mut self, _: &mut Ui, _: &String) -> Option<Asked<String>> {
            None
        }
    }

    impl Page<String> for Fleeting {
        fn draw(&mut self, _: &mut Ui, _: &String) -> Option<Asked<String>> {
            None
        }

        fn gives_way(&self) -> bool {
            true
        }
    }

    impl Page<String> for Question {
        fn draw(&mut self, _: &mut Ui, _: &String) -> Option<Asked<String>> {
            let said = self.0;
            Some(Asked::act(move |window: &mut String| window.push_str(said)))
        }

        fn close(self: Box<Self>, window: &mut String) {
            window.push_str("closed");
        }

        fn is_question(&self) -> bool {
            true
        }
    }

    #[test]
    fn a_page_is_there_once_a_fleeting_one_gives_way_and_a_question_lies_on_top() {
        let mut pages = Pages::<String>::default();
        pages.open(Fleeting);
        assert!(!pages.is_empty() && !pages.are_in_use());
        pages.open(Question("?"));
        pages.open(Plain);
        pages.open(Plain);
        assert!(!pages.has::<Fleeting>() && pages.has_question() && pages.are_in_use());
        assert_eq!((pages.over.len(), pages.over[1].page.is_question()), (2, true));
        pages.close_all_but_a_question();
        assert!(!pages.has::<Plain>() && pages.has::<Question>());
        pages.open(Question("!"));
        assert_eq!(pages.take::<Question>().map(|question| question.0), Some("!"));
        assert!(pages.is_empty());
    }

    #[test]
    fn what_pages_ask_for_comes_with_their_number_and_closing_does_what_belongs_to_it() {
        let mut pages = Pages::<String>::default();
        pages.open(Plain);
        pages.open(Question("done"));
        let mut window = String::new();
        let mut asked = Vec::new();
        let ctx = egui::Context::default();
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| asked = pages.draw(ui, &window));
        // What would be drawn is not asked about here, and egui wants to hear that it is let go.
        output.textures_delta.clear();
        let Some((number, Asked::Act(act))) = asked.pop() else { panic!("the question asks for something") };
        act(&mut window);
        pages.take_numbered(number).unwrap().close(&mut window);
        assert_eq!((window.as_str(), pages.has::<Plain>(), pages.has::<Question>()), ("doneclosed", true, false));
    }
}
