//! The workers of the page: starts them, carries requests and answers, and hears when one falls over.
//!
//! The worker glue of the gloo family is not used here since it does not tell when a worker falls over, and a person
//! would wait for ever.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Float64Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, MessageEvent, Worker};

use super::board::milliseconds;
use crate::worker::{self, Answer, Event, Order, Roster};

/// What the crew tells: progress, results, and what could not be done.
pub type News = Rc<dyn Fn(Order)>;

/// All workers of this page; dropped, they end.
#[derive(Clone)]
pub struct Crew(Rc<Inner>);

struct Inner {
    news: News,
    roster: RefCell<Roster>,
    hands: RefCell<BTreeMap<usize, Hand>>,
    address: Option<String>,
    /// Work for the page itself that has not begun.
    here: Cell<Option<Timeout>>,
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
    /// As many workers as the machine has cores, but one, which is the page's; at least one.
    pub fn new(news: News) -> Self {
        let address = address();
        let cores = gloo::utils::window().navigator().hardware_concurrency();
        let workers = if address.is_some() { (cores as usize).saturating_sub(1).max(1) } else { 0 };
        Self(Rc::new(Inner {
            news,
            roster: RefCell::new(Roster::new(workers)),
            hands: RefCell::default(),
            address,
            here: Cell::default(),
        }))
    }

    /// Starts all workers before there is anything to do.
    pub fn warm_up(&self) {
        let orders = self.0.roster.borrow_mut().warm_up();
        self.obey(orders);
    }

    /// Passes on what a person or a script wants.
    pub fn tell(&self, event: Event) {
        let orders = self.0.roster.borrow_mut().on(event, milliseconds());
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
                Order::DoHere { plan, job, task, part } => {
                    let crew = self.clone();
                    let work = move || {
                        let answer = match worker::desk::checked(&plan) {
                            Some(plan) => Answer::Part { job, part, figures: worker::desk::figures(&plan, task, part) },
                            None => Answer::Refused { job, part },
                        };
                        crew.tell(Event::DoneHere { answer });
                    };
                    self.0.here.set(Some(Timeout::new(0, work)));
                }
                Order::Report(_) | Order::Deliver { .. } | Order::GiveUp { .. } => (self.0.news)(order),
            }
        }
    }

    fn later(&self, event: Event) {
        let crew = self.clone();
        Timeout::new(0, move || crew.tell(event)).forget();
    }

    fn start(&self, worker: usize) {
        let Some(Ok(started)) = self.0.address.as_deref().map(Worker::new) else {
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

/// `[]` = ready, `[job, part, figures]` = done, without figures = refused.
fn answer(data: &JsValue) -> Option<Answer> {
    let row: &Array = data.dyn_ref()?;
    if row.length() == 0 {
        return Some(Answer::Ready);
    }
    let (job, part) = (row.get(0).as_f64()? as u64, row.get(1).as_f64()? as u32);
    Some(match row.get(2).dyn_into::<Float64Array>() {
        Ok(figures) => Answer::Part { job, part, figures: figures.to_vec() },
        Err(_) => Answer::Refused { job, part },
    })
}

/// Where the worker's script is, and in its fragment where the engine is; `None` = this page has none.
fn address() -> Option<String> {
    let document = gloo::utils::document();
    let script = document.query_selector("script[data-later-worker]").ok()??;
    let data = script.dyn_into::<HtmlElement>().ok()?;
    let base = document.base_uri().ok()??;
    let absolute = |name: &str| {
        let relative = data.get_attribute(name)?;
        web_sys::Url::new_with_base(&relative, &base).ok().map(|url| url.href())
    };
    let places = web_sys::UrlSearchParams::new().ok()?;
    places.append("engine", &absolute("data-later-engine")?);
    places.append("wasm", &absolute("data-later-wasm")?);
    let worker = absolute("data-later-worker")?;
    Some(format!("{worker}#{}", String::from(places.to_string())))
}
