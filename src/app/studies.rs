//! What takes longer than a forecast: risk, chance and simulation of the plan whose forecast is shown, in workers.
//!
//! ```text
//! forecast stands for a moment ──▶ chance ──▶ simulation, where a slot needs it or the trust panel is open
//!                             └──▶ risk
//! the plan changes ──▶ all of it is dropped; results stay and are known as those of another plan
//! ```

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use super::browser::{self, Appointment, Crew, News};
use crate::forecast::Forecast;
use crate::forecast::chance::SlotChance;
use crate::forecast::simulation;
use crate::forecast::trust::TrustReport;
use crate::plan::{CheckedPlan, Plan};
use crate::risk::Report;
use crate::wire::{numbers, plan_file};
use crate::worker::{Form, Job, Outcome, Progress, Purpose, Question, Task};

/// How long a forecast stands before anything else of its plan is computed [ms].
const STANDS: u32 = 400;

/// Attempts of one replication up to which the simulation runs by itself: some seconds for all of them.
const BY_ITSELF_MAX: f64 = 2_000_000.0;

/// Progress is told no oftener than this [ms].
const NEWS: f64 = 250.0;

/// A result with the plan it is of; a view shows it as one of another plan unless that is the plan of the forecast.
#[derive(Debug, PartialEq)]
pub struct Studied<T> {
    pub plan: Arc<Plan>,
    pub value: T,
}

/// How the work on a study stands.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum StudyState {
    /// Nothing is under way: done, or not asked for.
    #[default]
    Idle,
    Running {
        done: u32,
        of: u32,
        /// `None` = not known yet.
        remaining_ms: Option<f64>,
        /// It was interrupted, and a part of it is done anew.
        is_again: bool,
    },
    /// Fell over each time it was tried.
    Fell,
    /// By the person.
    Cancelled,
    /// The plan has too many attempts for a simulation; that of a part of it can say as much.
    TooLarge,
}

/// The newest result of a study, and what is under way.
#[derive(Debug)]
pub struct Study<T> {
    pub result: Option<Rc<Studied<T>>>,
    pub state: StudyState,
}

impl<T> Clone for Study<T> {
    fn clone(&self) -> Self {
        Self { result: self.result.clone(), state: self.state }
    }
}

impl<T> Default for Study<T> {
    fn default() -> Self {
        Self { result: None, state: StudyState::Idle }
    }
}

impl<T> PartialEq for Study<T> {
    fn eq(&self, other: &Self) -> bool {
        let is_same = match (&self.result, &other.result) {
            (Some(one), Some(two)) => Rc::ptr_eq(one, two),
            (one, two) => one.is_none() && two.is_none(),
        };
        is_same && self.state == other.state
    }
}

/// All studies of the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Studies {
    pub risk: Study<Report>,
    pub simulation: Study<TrustReport>,
    /// The last simulation that was done; it outlives the chance of the next plan.
    pub simulated: Option<Rc<Studied<TrustReport>>>,
}

/// What a person does about studies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StudyAction {
    /// Starts, or starts again, [`Purpose::Risk`] or [`Purpose::Simulation`]; a simulation that is done with another seed.
    Start(Purpose),
    Cancel(Purpose),
    /// Whether the panel about trust is open: while it is, the simulation runs by itself.
    TrustOpen(bool),
}

/// A plan with its forecast that is shown, equal only to itself.
#[derive(Clone)]
pub struct Standing(pub Option<(Rc<CheckedPlan>, Rc<Forecast>)>);

impl PartialEq for Standing {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some((_, one)), Some((_, two))) => Rc::ptr_eq(one, two),
            (one, two) => one.is_none() && two.is_none(),
        }
    }
}

#[derive(Default)]
struct Desk {
    studies: Studies,
    /// The plan that is studied, once its forecast has stood.
    of: Option<(Rc<CheckedPlan>, Rc<Forecast>)>,
    revision: u64,
    chance: Option<Option<Vec<Option<SlotChance>>>>,
    trust_open: bool,
    /// Whether the person asked for the simulation of this plan, which cannot begin before its chance is known.
    is_asked: bool,
    /// How often the person had the plan simulated again, each time with another seed.
    again: u32,
    is_listening: bool,
    /// When progress was told last, of the risk and of the simulation [ms].
    told: [f64; 2],
    next: Option<Appointment>,
}

/// Whoever has studies made.
#[derive(Clone)]
struct Office {
    desk: Rc<RefCell<Desk>>,
    show: UseStateSetter<Studies>,
}

/// The studies of what stands, and how to act on them. `None` stands while another forecast is awaited.
#[hook]
pub fn use_studies(standing: Standing) -> (Studies, Callback<StudyAction>) {
    let shown = use_state_eq(Studies::default);
    let office = Office { desk: use_mut_ref(Desk::default), show: shown.setter() };
    let act = use_memo((), {
        let office = office.clone();
        move |()| Callback::from(move |action| office.act(action))
    });
    use_effect_with(standing, move |Standing(standing)| office.turn_to(standing.clone()));
    ((*shown).clone(), (*act).clone())
}

impl Office {
    /// Drops what there is to do for the plan before, and takes up this one when it has stood.
    fn turn_to(&self, standing: Option<(Rc<CheckedPlan>, Rc<Forecast>)>) {
        let is_busy = self.desk.borrow().of.is_some();
        if is_busy {
            for purpose in [Purpose::Chance, Purpose::Risk, Purpose::Simulation] {
                Crew::shared().drop(purpose);
            }
        }
        let office = self.clone();
        let mut desk = self.desk.borrow_mut();
        desk.of = None;
        desk.chance = None;
        desk.is_asked = false;
        desk.again = 0;
        desk.studies.risk.state = StudyState::Idle;
        desk.studies.simulation.state = StudyState::Idle;
        desk.next = standing.map(|standing| browser::after(STANDS, move || office.take_up(standing)));
        self.show.set(desk.studies.clone());
    }

    fn take_up(&self, of: (Rc<CheckedPlan>, Rc<Forecast>)) {
        let crew = Crew::shared();
        let is_listening = std::mem::replace(&mut self.desk.borrow_mut().is_listening, true);
        if !is_listening {
            let office = self.clone();
            let purposes = |purpose| matches!(purpose, Purpose::Chance | Purpose::Risk | Purpose::Simulation);
            crew.listen(purposes, move |news| office.hear(news));
        }
        let has_ranges = !of.0.plan().ranges.is_empty();
        {
            let mut desk = self.desk.borrow_mut();
            desk.revision = crew.revision();
            desk.of = Some(of);
        }
        self.ask(Purpose::Chance);
        if has_ranges {
            self.ask(Purpose::Risk);
        }
    }

    fn ask(&self, purpose: Purpose) {
        let (revision, plan, again) = {
            let desk = self.desk.borrow();
            let Some((of, _)) = &desk.of else { return };
            (desk.revision, Rc::from(plan_file::write_alone(of.plan())), desk.again)
        };
        let task = match purpose {
            Purpose::Chance => Task::Chance,
            Purpose::Risk => study(Question::Risk, ""),
            _ => study(Question::Simulate, &again.to_string()),
        };
        Crew::shared().ask(Job { purpose, revision, plan, task });
    }

    fn act(&self, action: StudyAction) {
        match action {
            StudyAction::Start(Purpose::Simulation) => {
                self.desk.borrow_mut().is_asked = true;
                self.simulate();
            }
            StudyAction::Start(purpose) => self.ask(purpose),
            StudyAction::Cancel(purpose) => {
                Crew::shared().drop(purpose);
                self.state(purpose, StudyState::Cancelled);
            }
            StudyAction::TrustOpen(is_open) => {
                self.desk.borrow_mut().trust_open = is_open;
                self.simulate();
            }
        }
    }

    /// Simulates the plan that stands, unless that is done; by itself only where it is wanted and does not take long.
    fn simulate(&self) {
        let (attempts, is_asked, is_done) = {
            let mut desk = self.desk.borrow_mut();
            let desk = &mut *desk;
            let (Some((of, forecast)), Some(chance)) = (&desk.of, &desk.chance) else { return };
            let study = &desk.studies.simulation;
            let is_done = study
                .result
                .as_ref()
                .is_some_and(|result| Arc::ptr_eq(&result.plan, &of.shared()) && result.value.estimates.is_some());
            let needs = |slots: &Vec<Option<SlotChance>>| slots.iter().flatten().any(|slot| slot.needs_simulation);
            // Where no formula tells whether a slot needs it, the simulation itself does.
            let is_wanted = desk.trust_open || chance.as_ref().is_none_or(needs);
            let is_free = study.state == StudyState::Idle;
            if !desk.is_asked && (is_done || !is_wanted || !is_free) {
                return;
            }
            (simulation::attempts(forecast), std::mem::take(&mut desk.is_asked), is_done)
        };
        if is_asked && is_done {
            self.desk.borrow_mut().again += 1;
        }
        if attempts > simulation::ATTEMPTS_MAX {
            self.state(Purpose::Simulation, StudyState::TooLarge);
        } else if is_asked || attempts <= BY_ITSELF_MAX {
            // It is on its way from now on, not from the first news of it.
            self.state(
                Purpose::Simulation,
                StudyState::Running { done: 0, of: 0, remaining_ms: None, is_again: false },
            );
            self.ask(Purpose::Simulation);
        }
    }

    fn state(&self, purpose: Purpose, state: StudyState) {
        let mut desk = self.desk.borrow_mut();
        match purpose {
            Purpose::Risk => desk.studies.risk.state = state,
            Purpose::Simulation => desk.studies.simulation.state = state,
            _ => return,
        }
        self.show.set(desk.studies.clone());
    }

    fn hear(&self, news: &News) {
        let is_of_plan = |revision: u64| self.desk.borrow().revision == revision;
        match news {
            &News::Progress(Progress { purpose, done, of, remaining_ms, is_again, .. }) => {
                let now = browser::milliseconds();
                let place = usize::from(purpose == Purpose::Simulation);
                if done == 0 || now - self.desk.borrow().told[place] >= NEWS {
                    self.desk.borrow_mut().told[place] = now;
                    self.state(purpose, StudyState::Running { done, of, remaining_ms, is_again });
                }
            }
            &News::Done { purpose, revision, outcome: Outcome::Figures(ref figures) } if is_of_plan(revision) => {
                self.receive(purpose, figures);
            }
            News::GaveUp { purpose: Purpose::Chance, .. } => self.receive(Purpose::Chance, &[f64::NAN]),
            &News::GaveUp { purpose, .. } => self.state(purpose, StudyState::Fell),
            News::Done { .. } => {}
        }
    }

    /// Takes the figures of a study of the plan that stands.
    fn receive(&self, purpose: Purpose, figures: &[f64]) {
        let Some((of, _)) = self.desk.borrow().of.clone() else { return };
        let (plan, row) = (of.shared(), of.plan());
        match purpose {
            Purpose::Risk => {
                let Some(value) = numbers::read(row, figures) else { return self.state(purpose, StudyState::Fell) };
                self.desk.borrow_mut().studies.risk.result = Some(Rc::new(Studied { plan, value }));
                self.state(purpose, StudyState::Idle);
            }
            Purpose::Chance => {
                let chance: Option<Vec<Option<SlotChance>>> = numbers::read(row, figures).flatten();
                self.desk.borrow_mut().chance = Some(chance.clone());
                self.trust(plan, TrustReport { chance, estimates: None });
                self.simulate();
            }
            _ => {
                let Some(estimates) = numbers::read(row, figures) else {
                    return self.state(purpose, StudyState::Fell);
                };
                let chance = self.desk.borrow().chance.clone().flatten();
                self.trust(plan, TrustReport { chance, estimates: Some(estimates) });
            }
        }
    }

    fn trust(&self, plan: Arc<Plan>, value: TrustReport) {
        let result = Rc::new(Studied { plan, value });
        let mut desk = self.desk.borrow_mut();
        if result.value.estimates.is_some() {
            desk.studies.simulated = Some(Rc::clone(&result));
        }
        desk.studies.simulation.result = Some(result);
        drop(desk);
        self.state(Purpose::Simulation, StudyState::Idle);
    }
}

/// What the page asks of a study.
fn study(question: Question, options: &str) -> Task {
    Task::Study { question, form: Form::Page, options: Rc::from(options) }
}
