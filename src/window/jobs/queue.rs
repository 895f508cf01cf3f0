//! The work under way, and what comes of it.
//!
//! **Invariants:** whatever becomes of a piece of work, what was to follow it follows: with its result, or with why there is none.
//! Of each kind, and of those that write at a place of each kind and place, at most one result is waited for.

use std::any::Any;
use std::collections::{BTreeMap, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

use egui::Context;

use super::kind::{Again, JobKind};
use crate::text::{Lang, Message, window as words};
use crate::window::environment::Workers;

/// What is to be done with the state of the window once something is heard of a piece of work.
type Act<S> = Box<dyn FnOnce(&mut S) + Send>;

/// What follows a piece of work.
type Then<S, T> = Box<dyn FnOnce(&mut S, Result<T, Broken>) + Send>;

/// The work under way for a window with the state `S`.
pub struct Jobs<S> {
    workers: Rc<dyn Workers>,
    ctx: Context,
    sender: Sender<Report<S>>,
    reports: Receiver<Report<S>>,
    running: BTreeMap<Line, Running>,
    waiting: BTreeMap<Line, VecDeque<Waiting>>,
    /// The number of the latest piece of work.
    latest: u64,
}

/// What waits for each other: work of a kind, and of some kinds work at one place. A share that hangs holds nothing up elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Line {
    kind: JobKind,
    /// Empty where the kind alone decides.
    place: PathBuf,
}

/// The piece of work of a kind whose result is waited for.
struct Running {
    number: u64,
    stop: Stop,
}

/// A piece of work that begins when the one before it has ended.
struct Waiting {
    running: Running,
    run: Box<dyn FnOnce() + Send>,
}

struct Report<S> {
    line: Line,
    number: u64,
    is_end: bool,
    act: Act<S>,
}

/// Tells a piece of work that its result is not wanted any more. Whether and when it then ends is its own matter.
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Asks it to stop.
    pub fn ask(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether it was asked to stop.
    pub fn is_asked(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Why there is no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken {
    kind: JobKind,
    how: How,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    /// It panicked, which is a fault of the program.
    Panicked,
    /// Nobody could be had to do it.
    NotBegun,
}

impl Broken {
    /// What the user is told.
    pub fn message(self, lang: Lang) -> Message {
        let name = self.kind.label(lang);
        match self.how {
            How::Panicked => words::job_broke_off(name, self.kind == JobKind::Save, lang),
            How::NotBegun => words::job_not_begun(name, lang),
        }
    }
}

/// Where work tells how far it has come, and sees whether it is still wanted.
pub struct Desk<S> {
    line: Line,
    number: u64,
    sender: Sender<Report<S>>,
    ctx: Context,
    stop: Stop,
}

impl<S> Desk<S> {
    /// Has something done with the state of the window while the work goes on.
    pub fn tell(&self, act: impl FnOnce(&mut S) + Send + 'static) {
        self.report(false, Box::new(act));
    }

    /// Whether the result is not wanted any more.
    pub fn is_stopped(&self) -> bool {
        self.stop.is_asked()
    }

    fn report(&self, is_end: bool, act: Act<S>) {
        // Where nobody listens any more, the window is closed.
        self.sender.send(Report { line: self.line.clone(), number: self.number, is_end, act }).ok();
        self.ctx.request_repaint();
    }
}

/// What follows the work. If it is let go before the work has ended, there will be no result, and that is told.
struct Ending<S: 'static, T: Send + 'static> {
    desk: Desk<S>,
    then: Option<Then<S, T>>,
}

impl<S: 'static, T: Send + 'static> Ending<S, T> {
    fn come(&mut self, result: Result<T, How>) {
        let Some(then) = self.then.take() else { return };
        let kind = self.desk.line.kind;
        let result = result.map_err(|how| Broken { kind, how });
        self.desk.report(true, Box::new(move |state| then(state, result)));
    }
}

impl<S: 'static, T: Send + 'static> Drop for Ending<S, T> {
    fn drop(&mut self) {
        self.come(Err(if std::thread::panicking() { How::Panicked } else { How::NotBegun }));
    }
}

impl<S: 'static> Jobs<S> {
    /// No work yet. What is told of work asks `ctx` for a frame.
    pub fn new(workers: Rc<dyn Workers>, ctx: Context) -> Self {
        let (sender, reports) = channel();
        Self { workers, ctx, sender, reports, running: BTreeMap::new(), waiting: BTreeMap::new(), latest: 0 }
    }

    /// Whether work of this kind is under way.
    pub fn is_running(&self, kind: JobKind) -> bool {
        self.running.keys().any(|line| line.kind == kind)
    }

    /// Begins a piece of work, and has `then` done with what comes of it. If the same kind is under way, the new piece waits for
    /// it or takes its place, as befits the kind.
    pub fn begin<T: Send + 'static>(
        &mut self,
        kind: JobKind,
        work: impl FnOnce(&Desk<S>) -> T + Send + 'static,
        then: impl FnOnce(&mut S, Result<T, Broken>) + Send + 'static,
    ) -> Stop {
        self.begin_at(kind, Path::new(""), work, then)
    }

    /// The same for work at a place, which waits for work of its kind at that place alone.
    pub fn begin_at<T: Send + 'static>(
        &mut self,
        kind: JobKind,
        place: &Path,
        work: impl FnOnce(&Desk<S>) -> T + Send + 'static,
        then: impl FnOnce(&mut S, Result<T, Broken>) + Send + 'static,
    ) -> Stop {
        self.latest += 1;
        let line = Line { kind, place: place.to_owned() };
        let (number, stop) = (self.latest, Stop::default());
        let desk = Desk { line: line.clone(), number, sender: self.sender.clone(), ctx: self.ctx.clone(), stop: stop.clone() };
        let mut ending = Ending { desk, then: Some(Box::new(then)) };
        let run = move || {
            // What a panic leaves half done is owned by the work, or behind locks that outlive one.
            let result = catch_unwind(AssertUnwindSafe(|| work(&ending.desk)));
            ending.come(result.map_err(|panic| {
                log::error!("{} broke off: {}", kind.thread_name(), said(panic.as_ref()));
                How::Panicked
            }));
        };
        let waiting = Waiting { running: Running { number, stop: stop.clone() }, run: Box::new(run) };
        match (kind.again(), self.running.get(&line)) {
            (Again::Waits, Some(_)) => self.waiting.entry(line).or_default().push_back(waiting),
            (Again::Replaces, Some(former)) => {
                former.stop.ask();
                self.run(line, waiting);
            }
            (_, None) => self.run(line, waiting),
        }
        stop
    }

    fn run(&mut self, line: Line, work: Waiting) {
        let name = line.kind.thread_name();
        self.running.insert(line, work.running);
        self.workers.run(name, work.run);
    }

    /// Drops the result of the work of this kind that is under way, if there is any.
    pub fn forget(&mut self, kind: JobKind) {
        if let Some(former) = self.running.remove(&Line { kind, place: PathBuf::new() }) {
            former.stop.ask();
        }
    }

    /// What is to be done next, since something was heard of a piece of work.
    pub fn next_act(&mut self) -> Option<Act<S>> {
        loop {
            let report = self.reports.try_recv().ok()?;
            let Report { line, number, is_end, act } = report;
            if self.running.get(&line).is_none_or(|running| running.number != number) {
                // Something newer took its place.
                continue;
            }
            if is_end {
                self.running.remove(&line);
                if let Some(next) = self.waiting.get_mut(&line).and_then(VecDeque::pop_front) {
                    self.run(line, next);
                }
            }
            return Some(act);
        }
    }
}

/// What a panic said.
fn said(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("no words")
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    type Work = Box<dyn FnOnce() + Send>;

    /// Workers that keep what they are given until they are told what to do with it.
    #[derive(Default)]
    struct Kept(Mutex<VecDeque<Work>>);

    impl Workers for Kept {
        fn run(&self, _name: &str, work: Work) {
            self.0.lock().unwrap().push_back(work);
        }
    }

    impl Kept {
        fn take(&self) -> Option<Work> {
            self.0.lock().unwrap().pop_front()
        }

        fn work(&self) {
            self.take().unwrap()();
        }
    }

    type Said = Vec<Result<&'static str, Broken>>;

    fn jobs() -> (Rc<Kept>, Jobs<Said>) {
        let kept = Rc::new(Kept::default());
        (Rc::clone(&kept), Jobs::new(kept, Context::default()))
    }

    fn begin(jobs: &mut Jobs<Said>, kind: JobKind, word: &'static str) -> Stop {
        jobs.begin(kind, move |_| word, |said, result| said.push(result))
    }

    fn hear(jobs: &mut Jobs<Said>) -> Said {
        let mut said = Said::new();
        while let Some(act) = jobs.next_act() {
            act(&mut said);
        }
        said
    }

    #[test]
    fn what_writes_is_done_in_the_order_in_which_it_was_asked_for() {
        let (workers, mut jobs) = jobs();
        begin(&mut jobs, JobKind::Save, "first");
        begin(&mut jobs, JobKind::Save, "second");
        workers.work();
        assert!(workers.take().is_none(), "the second one waits until the first one's end was heard");
        assert_eq!(hear(&mut jobs), [Ok("first")]);
        assert!(jobs.is_running(JobKind::Save));
        workers.work();
        assert_eq!(hear(&mut jobs), [Ok("second")]);
        assert!(!jobs.is_running(JobKind::Save));
    }

    #[test]
    fn what_writes_at_another_place_does_not_wait_for_a_share_that_hangs() {
        let (workers, mut jobs) = jobs();
        for (place, word) in [("/share/a", "hangs"), ("/share/a", "waits"), ("/home/b", "elsewhere")] {
            jobs.begin_at(JobKind::Save, Path::new(place), move |_| word, |said, result| said.push(result));
        }
        let hanging = workers.take().unwrap();
        workers.work();
        assert!(workers.take().is_none());
        assert_eq!(hear(&mut jobs), [Ok("elsewhere")]);
        hanging();
        assert_eq!(hear(&mut jobs), [Ok("hangs")]);
        workers.work();
        assert_eq!(hear(&mut jobs), [Ok("waits")]);
    }

    #[test]
    fn of_what_reads_the_latest_counts_alone() {
        let (workers, mut jobs) = jobs();
        let first = begin(&mut jobs, JobKind::Compare, "first");
        let second = begin(&mut jobs, JobKind::Compare, "second");
        assert!(first.is_asked() && !second.is_asked());
        workers.work();
        assert_eq!(hear(&mut jobs), []);
        workers.work();
        assert_eq!(hear(&mut jobs), [Ok("second")]);
    }

    #[test]
    fn work_that_panics_or_is_not_begun_is_told_and_the_next_piece_is_done() {
        for kind in JobKind::ALL {
            let (workers, mut jobs) = jobs();
            jobs.begin(kind, |_| -> &str { panic!("a fault") }, |said, result| said.push(result));
            workers.work();
            assert_eq!(hear(&mut jobs), [Err(Broken { kind, how: How::Panicked })]);
            begin(&mut jobs, kind, "lost");
            drop(workers.take());
            assert_eq!(hear(&mut jobs), [Err(Broken { kind, how: How::NotBegun })]);
            begin(&mut jobs, kind, "done");
            workers.work();
            assert_eq!(hear(&mut jobs), [Ok("done")]);
        }
    }

    #[test]
    fn what_is_told_on_the_way_comes_before_the_end_and_not_after_it_was_forgotten() {
        let (workers, mut jobs) = jobs();
        let work = |desk: &Desk<Said>| {
            desk.tell(|said| said.push(Ok("half")));
            "whole"
        };
        jobs.begin(JobKind::Export, work, |said, result| said.push(result));
        workers.work();
        assert_eq!(hear(&mut jobs), [Ok("half"), Ok("whole")]);
        jobs.begin(JobKind::Export, work, |said, result| said.push(result));
        workers.work();
        jobs.forget(JobKind::Export);
        assert_eq!(hear(&mut jobs), []);
    }
}
