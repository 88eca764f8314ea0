//! The workers of the page: starts them, carries requests and answers, and hears when one falls over.
//!
//! The worker glue of the gloo family is not used here since it does not tell when a worker falls over, and a person
//! would wait for ever.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::timers::future::TimeoutFuture;
use js_sys::{Array, Float64Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, MessageEvent, Worker};

use crate::worker::{Answer, Event, Order, Outcome, Progress, Purpose, Request, Roster};

/// Whoever is told of jobs of their own: progress, results, and what could not be done.
type Listener = (fn(Purpose) -> bool, Rc<dyn Fn(Order)>);

thread_local! {
    static CREW: Crew = Crew::new();
}

/// All workers of this page, which page and scripts share.
#[derive(Clone)]
pub struct Crew(Rc<Inner>);

struct Inner {
    listeners: RefCell<Vec<Listener>>,
    revisions: Cell<u64>,
    roster: RefCell<Roster>,
    hands: RefCell<BTreeMap<usize, Hand>>,
    /// The engine on the thread of the page, once it was needed.
    engine_here: RefCell<Option<Function>>,
}

struct Hand {
    worker: Worker,
    _listeners: [EventListener; 3],
}

impl Drop for Hand {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Crew {
    /// The crew of this page.
    pub fn shared() -> Self {
        CREW.with(Self::clone)
    }

    /// As many workers as the machine has cores, but one, which is the page's; at least one.
    fn new() -> Self {
        let cores = gloo::utils::window().navigator().hardware_concurrency();
        let workers = if loader().is_some() { (cores as usize).saturating_sub(1).max(1) } else { 0 };
        Self(Rc::new(Inner {
            listeners: RefCell::default(),
            revisions: Cell::default(),
            roster: RefCell::new(Roster::new(workers)),
            hands: RefCell::default(),
            engine_here: RefCell::default(),
        }))
    }

    /// Tells `news` of all jobs of these purposes from now on.
    pub fn listen(&self, purposes: fn(Purpose) -> bool, news: impl Fn(Order) + 'static) {
        self.0.listeners.borrow_mut().push((purposes, Rc::new(news)));
    }

    /// A number that no other plan has.
    pub fn revision(&self) -> u64 {
        self.0.revisions.set(self.0.revisions.get() + 1);
        self.0.revisions.get()
    }

    /// Starts all workers before there is anything to do.
    pub fn warm_up(&self) {
        let orders = self.0.roster.borrow_mut().warm_up();
        self.obey(orders);
    }

    /// Whether a worker has come up and none of them is expected to fail.
    pub fn is_ready(&self) -> bool {
        self.0.roster.borrow().is_ready()
    }

    /// Passes on what a person or a script wants.
    pub fn tell(&self, event: Event) {
        let orders = self.0.roster.borrow_mut().on(event, now());
        self.obey(orders);
    }

    fn obey(&self, orders: Vec<Order>) {
        for order in orders {
            match order {
                Order::Start { worker } => self.start(worker),
                Order::End { worker } => drop(self.0.hands.borrow_mut().remove(&worker)),
                Order::Tell { worker, request } => {
                    let sent = self
                        .0
                        .hands
                        .borrow()
                        .get(&worker)
                        .is_some_and(|hand| hand.worker.post_message(&JsValue::from_str(&request.write())).is_ok());
                    if !sent {
                        self.later(Event::Fell { worker });
                    }
                }
                Order::DoHere { requests } => {
                    let crew = self.clone();
                    wasm_bindgen_futures::spawn_local(async move {
                        let answer = crew.do_here(&requests).await.unwrap_or_else(|| refusal(&requests));
                        crew.tell(Event::DoneHere { answer });
                    });
                }
                Order::Report(Progress { purpose, .. })
                | Order::Deliver { purpose, .. }
                | Order::GiveUp { purpose, .. } => self.report(purpose, &order),
            }
        }
    }

    fn report(&self, purpose: Purpose, order: &Order) {
        let listeners = self.0.listeners.borrow().clone();
        for (_, news) in listeners.iter().filter(|(purposes, _)| purposes(purpose)) {
            news(order.clone());
        }
    }

    /// Has the engine on this thread answer requests; `None` = it cannot be loaded, or has fallen over.
    async fn do_here(&self, requests: &[Request]) -> Option<Answer> {
        let known = self.0.engine_here.borrow().clone();
        let engine = match known {
            Some(engine) => engine,
            None => load_here().await?,
        };
        *self.0.engine_here.borrow_mut() = Some(engine.clone());
        // Between two parts the page has its turn.
        TimeoutFuture::new(0).await;
        let mut last = JsValue::NULL;
        for request in requests {
            last = engine.call1(&JsValue::NULL, &request.write().into()).ok()?;
        }
        answer(&last)
    }

    fn later(&self, event: Event) {
        let crew = self.clone();
        Timeout::new(0, move || crew.tell(event)).forget();
    }

    fn start(&self, worker: usize) {
        let Some(started) = offered("startWorker").ok().and_then(|started| started.dyn_into::<Worker>().ok()) else {
            return self.later(Event::Fell { worker });
        };
        let on_message = {
            let crew = self.clone();
            EventListener::new(&started, "message", move |event| {
                if let Some(answer) = event.dyn_ref::<MessageEvent>().and_then(|event| answer(&event.data())) {
                    crew.tell(Event::Answered { worker, answer });
                }
            })
        };
        let on_fall = |name: &'static str| {
            let crew = self.clone();
            EventListener::new(&started, name, move |_| {
                crew.later(Event::Fell { worker });
            })
        };
        let listeners = [on_message, on_fall("error"), on_fall("messageerror")];
        self.0.hands.borrow_mut().insert(worker, Hand { worker: started, _listeners: listeners });
    }
}

/// `[]` = ready, `[job, part, figures or text]` = done, without either = refused.
fn answer(data: &JsValue) -> Option<Answer> {
    let row: &Array = data.dyn_ref()?;
    if row.length() == 0 {
        return Some(Answer::Ready);
    }
    let (job, part) = (row.get(0).as_f64()? as u64, row.get(1).as_f64()? as u32);
    let given = row.get(2);
    let outcome = match given.as_string() {
        Some(text) => Some(Outcome::Text(text)),
        None => given.dyn_ref::<Float64Array>().map(|figures| Outcome::Figures(figures.to_vec())),
    };
    Some(match outcome {
        Some(outcome) => Answer::Part { job, part, outcome },
        None => Answer::Refused { job, part },
    })
}

/// That a part cannot be done.
fn refusal(requests: &[Request]) -> Answer {
    let named = requests.iter().find_map(|request| match request {
        Request::Part { job, part, .. } => Some((*job, *part)),
        Request::Plan { .. } => None,
    });
    let (job, part) = named.unwrap_or_default();
    Answer::Refused { job, part }
}

/// Of a clock that only runs forward [ms].
fn now() -> f64 {
    gloo::utils::window().performance().map_or(0.0, |clock| clock.now())
}

/// The page's own script, which alone may start code.
fn loader() -> Option<Element> {
    gloo::utils::document().query_selector("script[data-later-worker]").ok()?
}

/// Calls a function that the page's script offers.
fn offered(name: &str) -> Result<JsValue, JsValue> {
    let loader = loader().ok_or(JsValue::NULL)?;
    Reflect::get(&loader, &name.into())?.dyn_into::<Function>()?.call0(&loader)
}

/// Loads the engine on the thread of the page and gives what answers requests.
async fn load_here() -> Option<Function> {
    let loading: Promise = offered("loadEngine").ok()?.dyn_into().ok()?;
    JsFuture::from(loading).await.ok()?.dyn_into().ok()
}
