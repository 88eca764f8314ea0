//! What a Chromium trace says of the page: how long an input took to be seen, and what kept the main thread.

use std::collections::BTreeMap;

use serde_json::Value;

/// What a trace must hold for the questions below.
pub const CATEGORIES: [&str; 6] =
    ["benchmark", "input", "cc", "latencyInfo", "devtools.timeline", "disabled-by-default-devtools.timeline"];

/// Work on the main thread between two looks at what comes next.
#[derive(Clone, Debug)]
pub struct Task {
    /// [ms]
    pub time: f64,
    /// Of it on the processor, which another program cannot lengthen [ms].
    pub on_processor: f64,
    /// The longest pieces of it, outermost first.
    pub what: String,
}

/// The events of one trace.
pub struct Trace {
    events: Vec<Value>,
    /// Process and thread that handle the inputs of the page.
    main: (u64, u64),
}

impl Trace {
    /// The trace of a page that got an input.
    pub fn new(events: Vec<Value>) -> Trace {
        let mut handled: BTreeMap<(u64, u64), usize> = BTreeMap::new();
        for event in events.iter().filter(|event| event["name"] == "EventDispatch") {
            *handled.entry(thread(event)).or_default() += 1;
        }
        let main = handled.into_iter().max_by_key(|entry| entry.1).expect("the page got an input").0;
        Trace { events, main }
    }

    /// From the arrival of each input of one of these kinds to the frame on the screen that shows what it did [ms].
    pub fn latencies(&self, kinds: &[&str]) -> Vec<f64> {
        let mut begun: BTreeMap<String, f64> = BTreeMap::new();
        let mut times = Vec::new();
        for event in self.events.iter().filter(|event| event["name"] == "EventLatency") {
            let id = format!("{} {}", event["pid"], event["id2"]["local"]);
            let at = event["ts"].as_f64().expect("events have a time") / 1e3;
            let kind = event["args"]["event_latency"]["event_type"].as_str().unwrap_or_default();
            if event["ph"] == "b" && kinds.contains(&kind) {
                begun.insert(id, at);
            } else if event["ph"] == "e"
                && let Some(start) = begun.remove(&id)
            {
                times.push(at - start);
            }
        }
        times
    }

    /// Time that the main thread spent on the processor, all tasks together [ms].
    pub fn on_processor(&self) -> f64 {
        self.tasks().iter().map(|task| task.on_processor).sum()
    }

    /// Every task of the main thread, the longest first.
    pub fn tasks(&self) -> Vec<Task> {
        let all: Vec<&Value> =
            self.events.iter().filter(|event| event["ph"] == "X" && thread(event) == self.main).collect();
        let mut tasks: Vec<Task> = (all.iter())
            .filter(|event| event["name"] == "RunTask")
            .map(|task| Task {
                time: number(task, "dur"),
                on_processor: number(task, "tdur"),
                what: if number(task, "dur") > 8.0 { pieces(task, &all) } else { String::new() },
            })
            .collect();
        tasks.sort_by(|one, two| two.time.total_cmp(&one.time));
        tasks
    }
}

/// The longest events within a task, with their times.
fn pieces(task: &Value, all: &[&Value]) -> String {
    let (start, end) = (number(task, "ts"), number(task, "ts") + number(task, "dur"));
    let within = |event: &&&Value| {
        event["name"] != "RunTask" && number(event, "ts") >= start && number(event, "ts") + number(event, "dur") <= end
    };
    let mut longest: Vec<&&Value> = all.iter().filter(within).collect();
    longest.sort_by(|one, two| number(two, "dur").total_cmp(&number(one, "dur")));
    let names = longest.iter().take(4).map(|event| {
        let kind = event["args"]["data"]["type"].as_str().map(|kind| format!(" {kind}")).unwrap_or_default();
        format!("{}{kind} {:.1}", event["name"].as_str().unwrap_or_default(), number(event, "dur"))
    });
    names.collect::<Vec<_>>().join(", ")
}

fn thread(event: &Value) -> (u64, u64) {
    (event["pid"].as_u64().unwrap_or_default(), event["tid"].as_u64().unwrap_or_default())
}

/// A time of an event [ms].
fn number(event: &Value, field: &str) -> f64 {
    event[field].as_f64().unwrap_or_default() / 1e3
}

/// The value that a share of the values does not exceed.
pub fn percentile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let index = (share * sorted.len() as f64).ceil() as usize;
    sorted.get(index.saturating_sub(1)).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_input_is_seen_with_its_frame_and_a_task_is_named_by_its_longest_pieces() {
        let event = |name: &str, ts: u64, dur: u64| json!({ "name": name, "ph": "X", "ts": ts, "dur": dur, "tdur": dur / 2, "pid": 1, "tid": 1 });
        let latency = |phase: &str, ts: u64, kind: &str| {
            json!({ "name": "EventLatency", "ph": phase, "ts": ts, "pid": 1, "tid": 2,
            "id2": { "local": "0x1" }, "args": { "event_latency": { "event_type": kind } } })
        };
        let trace = Trace::new(vec![
            event("RunTask", 1_000, 60_000),
            event("EventDispatch", 2_000, 50_000),
            event("RunTask", 70_000, 1_000),
            latency("b", 1_000, "KEY_PRESSED"),
            latency("e", 71_000, ""),
            latency("b", 80_000, "KEY_RELEASED"),
            latency("e", 81_000, ""),
        ]);
        assert_eq!(trace.latencies(&["KEY_PRESSED"]), [70.0]);
        let tasks = trace.tasks();
        assert_eq!((tasks.len(), tasks[0].time, tasks[0].on_processor), (2, 60.0, 30.0));
        assert_eq!(tasks[0].what, "EventDispatch 50.0");
        assert_eq!(trace.on_processor(), 30.5);
    }

    #[test]
    fn percentiles_are_values_that_were_met() {
        let values: Vec<f64> = (1..=200).rev().map(f64::from).collect();
        assert_eq!(
            (percentile(&values, 0.5), percentile(&values, 0.95), percentile(&values, 1.0)),
            (100.0, 190.0, 200.0)
        );
    }
}
