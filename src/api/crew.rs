//! The workers of the page: starts them, carries requests and answers, and hears when one falls over.
//!
//! The worker glue of the gloo family is not used here since it does not tell when a worker falls over, and a person
//! would wait for ever.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::timers::future::TimeoutFuture;
use js_sys::{Array, Float64Array, Function, Promise, Reflect};
use litemap::LiteMap;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, MessageEvent, Worker};

use crate::worker::{self, Answer, Outcome, Progress, Purpose, Request, Roster, Row};

/// Figures stay with the browser while they go from worker to worker.
type Event = worker::Event<JsValue>;
type Order = worker::Order<JsValue>;

/// What the crew tells of a job.
pub enum News {
    Progress(Progress),
    Done { purpose: Purpose, revision: u64, outcome: Outcome },
    GaveUp { purpose: Purpose, revision: u64 },
}

/// Whoever is told of the jobs of some purposes.
type Listener = (fn(Purpose) -> bool, Rc<dyn Fn(&News)>);

/// Workers that are started before there is anything to do: one for a forecast, one for the next while it is at that.
const WARM: usize = 2;

impl Row for JsValue {
    fn numbers(&self) -> Vec<f64> {
        self.dyn_ref::<Float64Array>().map(Float64Array::to_vec).unwrap_or_default()
    }
}

thread_local! {
    static CREW: Crew = Crew::new();
}

/// All workers of this page, which page and scripts share.
#[derive(Clone)]
pub struct Crew(Rc<Inner>);

struct Inner {
    listeners: RefCell<Vec<Listener>>,
    revisions: Cell<u64>,
    roster: RefCell<Roster<JsValue>>,
    /// `None` = is being started.
    hands: RefCell<LiteMap<usize, Option<Hand>>>,
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
    pub fn listen(&self, purposes: fn(Purpose) -> bool, news: impl Fn(&News) + 'static) {
        self.0.listeners.borrow_mut().push((purposes, Rc::new(news)));
    }

    /// A number that no other plan has.
    pub fn revision(&self) -> u64 {
        self.0.revisions.set(self.0.revisions.get() + 1);
        self.0.revisions.get()
    }

    /// Starts some workers before there is anything to do.
    pub fn warm_up(&self) {
        let orders = self.0.roster.borrow_mut().warm_up(WARM);
        self.obey(orders);
    }

    /// Whether a worker takes what is urgent now or soon.
    pub fn is_ready(&self) -> bool {
        self.0.roster.borrow().is_ready(now())
    }

    /// Has a job done.
    pub fn ask(&self, job: worker::Job) {
        self.tell(Event::Asked(job));
    }

    /// Has nothing more done for this purpose.
    pub fn drop(&self, purpose: Purpose) {
        self.tell(Event::Dropped(purpose));
    }

    fn tell(&self, event: Event) {
        let orders = self.0.roster.borrow_mut().on(event, now());
        self.obey(orders);
    }

    fn obey(&self, orders: Vec<Order>) {
        for order in orders {
            match order {
                Order::Start { worker } => self.start(worker),
                Order::End { worker } => drop(self.0.hands.borrow_mut().remove(&worker)),
                Order::Tell { worker, requests, rows } => {
                    let is_sent =
                        matches!(self.0.hands.borrow().get(&worker), Some(Some(hand)) if sent(hand, &requests, &rows));
                    if !is_sent {
                        self.later(Event::Fell { worker });
                    }
                }
                Order::DoHere { requests, rows } => {
                    let crew = self.clone();
                    wasm_bindgen_futures::spawn_local(async move {
                        let answer = crew.do_here(&requests, &rows).await.unwrap_or(Answer::Refused);
                        crew.tell(Event::DoneHere { answer });
                    });
                }
                Order::Report(progress) => self.report(progress.purpose, &News::Progress(progress)),
                Order::Deliver { purpose, revision, result } => {
                    let outcome = match result.as_string() {
                        Some(text) => Outcome::Text(text),
                        None => Outcome::Figures(result.numbers()),
                    };
                    self.report(purpose, &News::Done { purpose, revision, outcome });
                }
                Order::GiveUp { purpose, revision } => {
                    self.report(purpose, &News::GaveUp { purpose, revision });
                }
            }
        }
    }

    fn report(&self, purpose: Purpose, news: &News) {
        let listeners = self.0.listeners.borrow().clone();
        for (_, tell) in listeners.iter().filter(|(purposes, _)| purposes(purpose)) {
            tell(news);
        }
    }

    /// Has the engine on this thread answer requests; `None` = it cannot be loaded, or has fallen over.
    async fn do_here(&self, requests: &[Request], rows: &[JsValue]) -> Option<Answer<JsValue>> {
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
            last = engine.call2(&JsValue::NULL, &request.write().into(), &row_list(rows)).ok()?;
        }
        Some(answer(last))
    }

    fn later(&self, event: Event) {
        let crew = self.clone();
        Timeout::new(0, move || crew.tell(event)).forget();
    }

    fn start(&self, worker: usize) {
        self.0.hands.borrow_mut().insert(worker, None);
        let crew = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let started = start_worker().await;
            // It may have been ended meanwhile, and another of this number begun.
            let is_awaited = matches!(crew.0.hands.borrow().get(&worker), Some(None));
            match started {
                Some(started) if is_awaited => crew.take_on(worker, started),
                Some(started) => started.terminate(),
                None if is_awaited => crew.tell(Event::Fell { worker }),
                None => {}
            }
        });
    }

    fn take_on(&self, worker: usize, started: Worker) {
        let on_message = {
            let crew = self.clone();
            EventListener::new(&started, "message", move |event| {
                let Some(data) = event.dyn_ref::<MessageEvent>().map(MessageEvent::data) else { return };
                let answer = match data.dyn_ref::<Array>() {
                    Some(row) if row.length() > 0 => answer(row.get(0)),
                    _ => Answer::Ready,
                };
                crew.tell(Event::Answered { worker, answer });
            })
        };
        let on_fall = |name: &'static str| {
            let crew = self.clone();
            EventListener::new(&started, name, move |_| {
                crew.later(Event::Fell { worker });
            })
        };
        let listeners = [on_message, on_fall("error"), on_fall("messageerror")];
        self.0.hands.borrow_mut().insert(worker, Some(Hand { worker: started, _listeners: listeners }));
    }
}

/// Figures or text; null = refused.
fn answer(given: JsValue) -> Answer<JsValue> {
    if given.is_null() { Answer::Refused } else { Answer::Done(given) }
}

fn row_list(rows: &[JsValue]) -> Array {
    rows.iter().collect()
}

/// Sends requests, the last with the rows, which are handed over without a copy.
fn sent(hand: &Hand, requests: &[Request], rows: &[JsValue]) -> bool {
    let transfer: Array = rows.iter().filter_map(|row| Some(row.dyn_ref::<Float64Array>()?.buffer())).collect();
    let last = requests.len().saturating_sub(1);
    requests.iter().enumerate().all(|(index, request)| {
        let (rows, transfer) = if index == last { (row_list(rows), transfer.clone()) } else { Default::default() };
        let message = Array::of2(&request.write().into(), &rows);
        hand.worker.post_message_with_transfer(&message, &transfer).is_ok()
    })
}

/// Of a clock that only runs forward [ms].
fn now() -> f64 {
    gloo::utils::window().performance().map_or(0.0, |clock| clock.now())
}

/// The page's own script, which alone may start code.
pub(crate) fn loader() -> Option<Element> {
    gloo::utils::document().query_selector("script[data-later-worker]").ok()?
}

/// Calls a function that the page's script offers and waits for what it promises.
pub(crate) async fn offered(name: &str) -> Option<JsValue> {
    let loader = loader()?;
    let offer = Reflect::get(&loader, &name.into()).ok()?.dyn_into::<Function>().ok()?;
    let promise = offer.call0(&loader).ok()?.dyn_into::<Promise>().ok()?;
    JsFuture::from(promise).await.ok()
}

async fn start_worker() -> Option<Worker> {
    offered("startWorker").await?.dyn_into().ok()
}

/// Loads the engine on the thread of the page and gives what answers requests.
async fn load_here() -> Option<Function> {
    offered("loadEngine").await?.dyn_into().ok()
}
